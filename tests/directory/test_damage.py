"""Whatever becomes of a file on its way here: it is read in part or named, and never crashes a load."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.catalog import Catalog
from collabkit.directory.pipeline.load import load
from collabkit.directory.sources import UnreadableFileError
from directory.conftest import REGISTERS

_SAMPLES = sorted(
    path.relative_to(REGISTERS).as_posix()
    for path in REGISTERS.rglob("*")
    if path.suffix not in {".md", ""} and path.stat().st_size < 200_000
)
_SLIPS = [
    b'"',
    b"\r\n",
    b"\0",
    b",,,,",
    b"\xff\xfe",
    b'"\n"',
    b"\xe9",
    b"{",
    b"PAR1",
    b"PK\x03\x04",
]


def _damaged(whole: bytes, at: float, until: float, slip: bytes | None) -> bytes:
    """Return *whole* without what stands between two places, and with *slip* there."""
    start, end = sorted((int(at * len(whole)), int(until * len(whole))))
    return whole[:start] + (slip or b"") + whole[start if slip else end :]


@settings(max_examples=15)
@given(
    name=st.sampled_from(_SAMPLES),
    at=st.floats(0, 1),
    until=st.floats(0, 1) | st.just(1.0),
    slip=st.none() | st.sampled_from(_SLIPS),
)
def test_a_damaged_file_is_read_in_part_or_named(
    catalog: Catalog, name: str, at: float, until: float, slip: bytes | None
) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / Path(name).name
        file.write_bytes(_damaged((REGISTERS / name).read_bytes(), at, until, slip))
        try:
            report = load([str(file)], Path(folder) / "directory", catalog)
        except UnreadableFileError as error:
            said = str(error)
        else:
            said = file.name
            made = [(each.rows, each.organizations + each.rejected) for each in report.loaded]
            assert all(rows == accounted for rows, accounted in made)
        assert said.startswith(file.name)
