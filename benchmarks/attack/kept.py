"""A partnership whose files went wrong, and texts where a count or an answer is expected."""

from random import Random

from benchmarks.attack.command_lines import judge
from benchmarks.attack.harness import Harness
from benchmarks.attack.strings import argument, damaged, hostile

LOG = """\
2026-03-02 met the coordinator
2026-03-09 we promise (Ann): keys by 2026-03-13
2026-03-10 they promise: a list by 2026-03-20
2026-03-12 kept: keys
2026-04-01 stage: pilot until 2026-06-01
2026-05-30 went: mixed, few came
2026-06-02 agreement: signed until 2027-03-31
"""
FACTS = "name: Prairie\npartner: literacy-council\nwork: adult-tutoring-rooms\n"
HEALTH = """\
day,side,sheet,question,answer
2026-05-04,they,kwxgtn,same-purpose,4
5/4/2026,we,bcdfgh,worth-it,"2 "
2026-05-04,they,kwxgtn,again,unsure
2026-05-04,they,kwxgtn,change,"a later hour, on ""our"" Fridays"
"""
COUNTS = """\
day,work,measure,kind,side,value
2026-03-31,,pairs,count,,12
2026-03-31,,pairs,target,,40
2026-03-31,,names one thing,yes,,9
2026-03-31,,hours,count,they,6.5
"""
FILES = {
    "log.txt": LOG,
    "partnership.yaml": FACTS,
    "health.csv": HEALTH,
    "counts.csv": COUNTS,
}
ASKED = (
    ("health", "prairie"),
    ("health",),
    ("count", "prairie"),
    ("count",),
    ("review", "--all"),
    ("review", "prairie"),
)
X = "{}"
TOLD = (
    ("count", "prairie", X, "3"),
    ("count", "prairie", "pairs", X),
    ("count", "prairie", "hours", X, "--theirs"),
    ("health", "prairie", "--answers", X, "--side", "they"),
    ("health", "prairie", "--answers", "4 5 3 2 - 4 4 5 5 4 3 3", "--side", "we", "--change", X),
)
FORMATS = ("ndjson", "json", "csv", "tsv", "table")


def attack(random: Random, harness: Harness, count: int) -> None:
    """Ask *count* times of a partnership one of whose files is damaged, or tell it something odd."""
    folder = harness.folder / "partnerships" / "prairie"
    folder.mkdir(parents=True)
    (harness.folder / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
    for _ in range(count):
        for name, text in FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        if random.randrange(3):
            _damaged(random, harness)
        else:
            _told(random, harness)


def _damaged(random: Random, harness: Harness) -> None:
    name = random.choice(list(FILES))
    lines = FILES[name].splitlines()
    lines[random.randrange(len(lines))] = hostile(random)
    odd = "\n".join(lines).encode(errors="replace")
    raw = damaged(random, FILES[name].encode()) if random.randrange(2) else odd
    harness.tried(name.encode() + raw)
    (harness.folder / "partnerships" / "prairie" / name).write_bytes(raw)
    line, form = random.choice(ASKED), random.choice(FORMATS)
    _asked(harness, (*line, "-f", form), form)
    _asked(harness, ("check", "partnerships", "-f", "json"), "json")
    if name.endswith(".csv"):
        harness.call(
            (name.removesuffix("s.csv").removesuffix(".csv"), "prairie", "--from", "-"), raw
        )


def _told(random: Random, harness: Harness) -> None:
    text = argument(random)[: random.choice((40, 400))]
    line = tuple(word.replace(X, text) for word in random.choice(TOLD))
    harness.tried("\0".join(line))
    harness.call(line)
    form = random.choice(FORMATS)
    _asked(harness, (line[0], "prairie", "-f", form), form)


def _asked(harness: Harness, line: tuple[str, ...], form: str) -> None:
    said = harness.call(line)
    if said is not None and said.code == 0:
        judge(harness, line, form, said)
