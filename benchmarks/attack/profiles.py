"""Profiles gone wrong: every mistake told with its place, and whatever passes is used."""

from random import Random

from benchmarks.attack.harness import Harness, Said, strict
from benchmarks.attack.strings import damaged, hostile

WHOLE = """\
# A profile.
name: Carnegie Public Library
place: "Missoula, Montana"
address: 301 E Main St, Missoula, MT 59802
zip: "59802"
coordinates: "46.87,-113.99"
fscskey: MT0051
contact: {role: outreach librarian, name: , phone: "406 555 0100", email: a@example.org}
hours: 6.5
assets:
  - makerspace  # the new one
  - study-rooms
needs: [food, volunteers]
figures:
  - about: early-literacy
    value: "38 percent"
    year: 2025
    source: |
      school
      district
rate: {value: 30.5, year: 2025, source: us}
partners:
- partner: k12-school
  name: 'Lincoln Elementary'
  since: 2021
  went: well
color: "#1f4e79"
"""
FIELDS = ("name", "place", "zip", "hours", "assets", "contact", "color", "partners", "figures", "x")


def _content(random: Random) -> bytes:
    if random.randrange(3):
        return damaged(random, WHOLE.encode())
    lines = WHOLE.splitlines()
    lines[random.randrange(len(lines))] = f"{random.choice(FIELDS)}: {hostile(random)}"
    return "\n".join(lines).encode(errors="replace")


def attack(random: Random, harness: Harness, count: int) -> None:
    """Check *count* profiles, and ask with those that are right."""
    file = harness.folder / "library.yaml"
    for _ in range(count):
        content = _content(random)
        harness.tried(b"profile " + content)
        file.write_bytes(content)
        said = harness.call(("check", str(file), "-f", "ndjson"))
        if said is None:
            continue
        with harness.doing(f"check of a profile that holds {content!r}"):
            harness.ends(said, 0, 3)
            harness.holds("problems have places", _placed, said, content)
        if said.code == 0 and not random.randrange(10):
            harness.call(("match", "literacy", "-n", "1", "-f", "json", "--library", str(file)))


def _placed(said: Said, content: bytes) -> bool:
    places = [strict(line)["place"] for line in said.out.splitlines()]
    lines = len(content.decode(errors="replace").splitlines()) + 2
    return bool(places) == bool(said.code) and all(
        1 <= place["line"] <= lines and place["column"] >= 1 for place in places
    )
