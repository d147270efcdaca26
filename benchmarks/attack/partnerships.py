"""Partnerships whose files somebody damaged, and logs in which anything stands: told, and never lost."""

from pathlib import Path
from random import Random

from benchmarks.attack.harness import Harness, run
from benchmarks.attack.strings import damaged, one_line

LINES = (
    ("due",),
    ("due", "--all"),
    ("due", "--people"),
    ("handover", "--all"),
    ("export", "table"),
    ("export", "calendar"),
    ("export", "cards"),
)
PROMISES = (
    "we: send the flyer by 2026-03-01",
    "they: 12 boxes by 2026-13-45",
    "stage: pilot",
    "done",
)


def attack(random: Random, harness: Harness, count: int) -> None:
    """Read *count* partnerships gone wrong, each by one of the commands that read them."""
    run(("init", "--name", "Ours", "--place", "Missoula, MT"))
    run(("track", "Prairie Reads", "--partner", "literacy-council"))
    files = sorted(each for each in Path("partnerships").rglob("*") if each.is_file())
    whole = {each: each.read_bytes() for each in files}
    for _ in range(count):
        file = random.choice(files)
        content = _content(random, whole[file], log=file.suffix == ".txt")
        harness.tried(file.name.encode() + b" " + content)
        file.write_bytes(content)
        with harness.doing(f"{file.name} that holds {content!r}"):
            said = harness.call(random.choice(LINES))
            if said is not None:
                harness.ends(said, 0, 1, 3)
            if file.suffix == ".txt" and not random.randrange(4):
                harness.call(("log", "prairie-reads", one_line(random)[:500]))
                harness.holds(
                    "a log keeps every byte", bytes.startswith, file.read_bytes(), content
                )
        file.write_bytes(whole[file])


def _content(random: Random, whole: bytes, *, log: bool) -> bytes:
    if log and random.randrange(3):
        lines = [
            f"2026-{random.randrange(1, 14):02}-{random.randrange(1, 32):02} {_said(random)}"
            for _ in range(random.randrange(1, 5))
        ]
        return "\n".join(lines).encode(errors="replace")
    return damaged(random, whole)


def _said(random: Random) -> str:
    return random.choice(PROMISES) if random.randrange(2) else one_line(random)[:2_000]
