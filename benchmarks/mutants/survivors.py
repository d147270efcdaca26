"""The changes that no test need notice, as `survivors.md` lists them, each under the reason why."""

from pathlib import Path

LIST = Path(__file__).with_name("survivors.md")


def explained() -> frozenset[str]:
    """Return the changes of the list, as a run prints them without their lines of code."""
    found = set()
    fenced = False
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            found.add(line)
    return frozenset(found)
