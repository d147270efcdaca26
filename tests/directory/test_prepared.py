"""Tables that are made once: what was kept of them says the same, and nothing depends on its being there."""

from pathlib import Path

import pytest

from collabkit.catalog import Catalog
from collabkit.directory.database import prepared
from collabkit.directory.database.connection import connected
from collabkit.directory.pipeline.load import load

ORGANIZATIONS = "SELECT * FROM organizations ORDER BY id"


def ask(kept: Path | None, work: Path) -> tuple[int, list[tuple[object, ...]]]:
    """Return how often the table was made, and what it holds."""
    work.mkdir()
    made = 0

    def make() -> None:
        nonlocal made
        made += 1
        connection.execute("CREATE TEMP TABLE letters AS SELECT unnest(['b', NULL, 'a']) AS letter")

    with connected() as connection:
        prepared.prepare(connection, "words", ("letters",), make, kept=kept, work=work)
        return made, connection.execute("FROM letters").fetchall()


LETTERS = [("b",), (None,), ("a",)]


def test_what_was_made_is_kept_in_its_order(tmp_path: Path) -> None:
    kept = tmp_path / "it's kept"

    assert ask(kept, tmp_path / "first") == (1, LETTERS)
    assert ask(kept, tmp_path / "it's second") == (0, LETTERS)


@pytest.mark.parametrize("harm", [b"", b"no tables at all", None])
def test_what_is_damaged_is_made_anew(tmp_path: Path, harm: bytes | None) -> None:
    kept = tmp_path / "kept"
    ask(kept, tmp_path / "first")
    whole = kept.read_bytes()
    kept.write_bytes(harm if harm is not None else whole[:-1] + bytes([whole[-1] ^ 1]))

    assert ask(kept, tmp_path / "second") == (1, LETTERS)
    assert ask(kept, tmp_path / "third") == (0, LETTERS)


def test_a_cache_that_is_no_folder_is_only_slower(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.touch()

    assert ask(file / "kept", tmp_path / "first") == (1, LETTERS)
    assert ask(None, tmp_path / "second") == (1, LETTERS)


def test_a_directory_is_the_same_with_tables_made_and_kept(
    tmp_path: Path, registers: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("COLLAB_CACHE", str(cache))
    monkeypatch.setattr(Catalog, "cache_path", lambda _, name: cache / name)
    found = []
    for name in ("made", "kept"):
        load([str(registers / "eo_mt.csv")], tmp_path / name, catalog)
        found.append((sorted(cache.iterdir()), _organizations(tmp_path / name)))

    assert found[0] == found[1]
    assert len(found[0][0]) == len(("places", "rules", "name of the code"))
    assert found[0][1]


def _organizations(folder: Path) -> list[tuple[object, ...]]:
    with connected(str(folder / "directory.duckdb")) as connection:
        return connection.execute(ORGANIZATIONS).fetchall()
