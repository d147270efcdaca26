"""The catalogs as the rest of the program sees them."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from collabkit.catalog import KINDS, Catalog
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


def _empty(_: str) -> Mapping[str, bytes]:
    return {}


def test_what_is_derived_is_made_once_and_kept_for_the_next_run(tmp_path: Path) -> None:
    made: list[str] = []

    def make(_: Catalog) -> list[str]:
        made.append("made")
        return ["a"]

    one, next_run = (Catalog(_empty, tmp_path / "catalog-x.json") for _ in range(2))

    assert one.derived("things", make) == ["a"]
    assert one.derived("things", make) == ["a"]
    assert next_run.derived("things", make) == ["a"]
    assert made == ["made"]


def test_what_is_kept_under_another_name_is_made_anew(tmp_path: Path) -> None:
    """As after a change of the code, whose name is a part of that of the file."""
    catalog = Catalog(_empty, tmp_path / "catalog-x.json")
    catalog.derived("things", lambda _: ["old"])
    (file,) = tmp_path.glob("catalog-x.things-*")
    file.rename(tmp_path / "catalog-x.things-0123.json")

    again = Catalog(_empty, tmp_path / "catalog-x.json")

    assert again.derived("things", lambda _: ["new"]) == ["new"]


def test_without_a_cache_it_comes_as_json_brings_it_back() -> None:
    assert Catalog(_empty).derived("things", lambda _: {"a": (1, 2)}) == json.loads('{"a": [1, 2]}')


def test_values_that_are_derived_by_key_are_kept_and_read_one_by_one(tmp_path: Path) -> None:
    made: list[str] = []

    def make(_: Catalog) -> dict[str, tuple[int, ...]]:
        made.append("made")
        return {"a": (1, 2), "b": ()}

    for home in (tmp_path / "catalog-x.json", tmp_path / "catalog-x.json", None):
        each = Catalog(_empty, home).derived_each("things", make)
        assert list(each) == ["a", "b"]
        assert each["a"] == [1, 2]
    assert made == ["made", "made"]
