"""A library's own catalogs gone wrong, read over small ones: every mistake told with its place."""

from pathlib import Path
from random import Random

from benchmarks.attack.harness import OBEYED, Harness
from benchmarks.attack.strings import damaged, hostile
from collabkit.catalog.layers import read_layers
from collabkit.text.characters import escape_terminal

SMALL = {
    "goals": b"""\
- id: literacy
  label: literacy
  summary: People read.
  source: practice
  need: Some cannot read.
  measure: share who read
  aliases: [reading]
""",
    "partners": b"""\
- id: museum
  label: museum
  plural: museums
  sector: culture
  summary: People who keep things.
  source: [practice, "https://example.org"]
  goals: {core: [literacy]}
  aims: [show things]
  wants:
    - {resource: food, text: They are hungry.}
  way_in: {approach: The leader before the season., first_step: Visit the hall.}
- id: labor-union
  hide: true
""",
}


def attack(random: Random, harness: Harness, count: int) -> None:
    """Read *count* folders of catalogs."""
    shipped, own = (_written(harness.folder / name) for name in ("small", "own"))
    for _ in range(count):
        kind = random.choice(("goals", "partners"))
        content = _content(random, SMALL[kind])
        harness.tried(b"catalog " + content)
        (own / f"{kind}.yaml").write_bytes(content)
        with harness.doing(f"{kind}.yaml that holds {content!r}"):
            said = [str(problem) for problem in read_layers([shipped, own]).problems]
            harness.holds("what is said can be shown", _showable, said)
        (own / f"{kind}.yaml").write_bytes(SMALL[kind])


def _showable(said: list[str]) -> bool:
    return all(line and not OBEYED.search(escape_terminal(line)) for line in said)


def _content(random: Random, whole: bytes) -> bytes:
    if random.randrange(3):
        return damaged(random, whole)
    lines = whole.decode().splitlines()
    at = random.randrange(len(lines))
    lines[at] = f"{lines[at].partition(':')[0]}: {hostile(random)}"
    return "\n".join(lines).encode(errors="replace")


def _written(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for kind, content in SMALL.items():
        (folder / f"{kind}.yaml").write_bytes(content)
    return folder
