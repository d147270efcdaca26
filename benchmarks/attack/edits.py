"""Values put into a file that somebody keeps: the one value changes, and not a byte more."""

from pathlib import Path
from random import Random
from typing import Any

from benchmarks.attack.harness import Harness
from benchmarks.attack.profiles import WHOLE
from benchmarks.attack.strings import hostile
from collabkit.datafiles.documents import FieldPath
from collabkit.datafiles.editing import DataFile, NotEditableError
from collabkit.datafiles.reading import parse
from collabkit.datafiles.scalars import Scalar


def attack(random: Random, harness: Harness, count: int) -> None:
    """Change *count* values."""
    places = [at for at in parse(WHOLE.encode(), "x").places if at] + [("new",), ("rate", "by")]
    for _ in range(count):
        at, value = random.choice(places), _value(random)
        harness.tried(f"edit {at} {value!r}")
        file = DataFile(Path("library.yaml"), WHOLE.encode())
        with harness.doing(f"setting {at} to {value!r}"):
            try:
                file.set(at, value)
            except NotEditableError:
                continue
            after = file.content().decode()
            harness.holds("the value is there", _is_there, after, at, value)
            harness.holds("comments stay", str.__contains__, after, "# the new one")


def _is_there(text: str, at: FieldPath, value: Scalar) -> bool:
    return bool(_at(text, at) == value)


def _value(random: Random) -> Scalar:
    return random.choice(
        (None, True, random.randrange(10**9), *[_encodable(hostile(random)) for _ in range(5)])
    )


def _encodable(text: str) -> str:
    return text.encode(errors="replace").decode()


def _at(text: str, at: FieldPath) -> Any:  # noqa: ANN401 - YAML holds anything
    held = parse(text.encode(), "x").data
    for step in at:
        held = held[step]
    return held
