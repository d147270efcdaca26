"""Where the program and its tests are, and which tests belong to a room."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/collabkit"
_TESTS = ROOT / "tests"


def rooms() -> list[str]:
    """Return the folders of the program that hold modules and have tests, as they are called from its top."""
    folders = {each.parent.relative_to(SOURCE).as_posix() for each in SOURCE.rglob("*.py")}
    return sorted(room for room in folders - {"."} if tests_of(room))


def tests_of(room: str) -> list[str]:
    """Return the tests of *room*: those in the folder of its name, and those called as it or what it holds.

    Of the latter only those that stand at the top of the tests, in the folder of the room above, or among
    those of the workspace, whose verbs are called as what they ask of a room.
    """
    folder = _TESTS / room
    inside = (SOURCE / room).rglob("*")
    names = {f"test_{each.stem}" for each in (SOURCE / room, *inside)}
    shared = (_TESTS, _TESTS / room.partition("/")[0], _TESTS / "workspace")
    elsewhere = {each for around in shared for each in around.glob("test_*.py")}
    found = [folder] if folder.is_dir() else []
    found += sorted(each for each in elsewhere if each.stem in names and folder not in each.parents)
    return [each.relative_to(ROOT).as_posix() for each in found]
