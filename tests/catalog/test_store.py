"""The catalogs as the rest of the program sees them."""

import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from collabkit.catalog import KINDS, Catalog
from collabkit.catalog.compiled import CompiledCatalog
from collabkit.catalog.loading import load
from collabkit.catalog.store import Kind
from collabkit.errors import UnknownIdError


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_an_attribute_with_records_of_its_model(catalog: Catalog, kind: str) -> None:
    records = getattr(catalog, kind)

    assert isinstance(vars(Catalog)[kind], Kind)
    assert isinstance(next(iter(records.values())), KINDS[kind])
    assert records is catalog.kind(kind)


def test_no_attribute_is_a_kind_that_has_no_file() -> None:
    assert {name for name, each in vars(Catalog).items() if isinstance(each, Kind)} == set(KINDS)


def test_an_unknown_id_is_told_with_what_was_meant(catalog: Catalog) -> None:
    with pytest.raises(UnknownIdError) as caught:
        catalog.known("goals", "litercy")

    assert str(caught.value) == "no goal called 'litercy'"
    assert (caught.value.hint or "").startswith("Did you mean 'literacy'? One of: ")


def _no_entries(_: str) -> Mapping[str, bytes]:
    return {}


def _catalog(cache: Path, name: str = "x") -> Catalog:
    """Return a catalog without an entry, of which things are kept in *cache*."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("COLLAB_CACHE", str(cache))
        compiled = CompiledCatalog([], name, lambda: {"origins": {}})
    return Catalog(_no_entries, compiled)


class _Maker:
    """Makes two tables, and counts how often."""

    def __init__(self) -> None:
        self.__module__ = "collabkit.matching.anything"
        self.made = 0

    def __call__(self, _: Catalog) -> dict[str, dict[str, object]]:
        self.made += 1
        return {"letters": {"a": (1, 2), "b": ()}, "words": {"c": {"d": 1.5}}}


AS_JSON = {"letters": {"a": [1, 2], "b": []}, "words": {"c": {"d": 1.5}}}


def _plain(tables: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, object]]:
    return {name: dict(values) for name, values in tables.items()}


def test_what_is_derived_is_made_once_and_kept_for_the_next_run(tmp_path: Path) -> None:
    make = _Maker()
    one, next_run = (_catalog(tmp_path) for _ in range(2))

    for catalog in (one, one, next_run):
        assert _plain(catalog.derived("things", make)) == AS_JSON
    assert make.made == 1


def test_of_another_catalog_it_is_made_anew(tmp_path: Path) -> None:
    make = _Maker()
    for name in ("x", "y"):
        _catalog(tmp_path, name).derived("things", make)

    assert make.made == 2


def test_by_other_code_it_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = _Maker()
    for code in ("old", "new", "old"):
        monkeypatch.setattr("collabkit.catalog.compiled.code_fingerprint", lambda *_, c=code: c)
        _catalog(tmp_path).derived("things", make)

    assert make.made == 2


def test_without_files_it_comes_as_json_brings_it_back() -> None:
    assert _plain(Catalog(_no_entries).derived("things", _Maker())) == AS_JSON


def test_a_catalog_of_no_files_is_nobodys_own_and_stands_nowhere() -> None:
    catalog = Catalog(_no_entries)

    assert (catalog.own, catalog.origins("goals", "x"), catalog.cache_path("x")) == (
        frozenset(),
        [],
        None,
    )


def test_threads_share_a_catalog(catalog: Catalog, tmp_path: Path) -> None:
    """Each of eight reads every entry of a catalog that none of them has read before."""
    expected = {kind: dict(catalog.kind(kind)) for kind in KINDS}
    (tmp_path / "goals.yaml").write_text("- id: literacy\n", encoding="utf-8")
    fresh = load(tmp_path)
    start = threading.Barrier(8)

    def read(number: int) -> bool:
        start.wait()
        kinds = [*list(KINDS)[number:], *list(KINDS)[:number]]
        return all(dict(fresh.kind(kind)) == expected[kind] for kind in kinds)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(read, range(8)))
