"""The folder of partnerships: where it is, what is in it, and what is left out."""

from datetime import date
from pathlib import Path

import pytest

from collabkit.catalog import Catalog
from collabkit.directory.directory import Directory
from collabkit.errors import UsageError
from collabkit.partnerships.facts import Facts
from collabkit.partnerships.starting import KeptAlreadyError
from collabkit.partnerships.store import PartnershipStore
from partnerships.conftest import Write


def _not_needed() -> Catalog:
    raise AssertionError("no id was to be looked up")


def _no_directory() -> Directory:
    raise AssertionError("no organization was to be looked up")


def _store(home: Path | None) -> PartnershipStore:
    return PartnershipStore(home, _not_needed, _no_directory)


def test_a_store_without_a_workspace_says_where_one_would_be() -> None:
    store = _store(None)

    assert not store.exists
    with pytest.raises(UsageError, match=r"^no library\.yaml here or above") as caught:
        _ = store.folder
    assert caught.value.hint == 'Workspace.init(".") writes one'
    assert caught.value.command == "`collab init` writes one"


def test_wrong_facts_are_left_out_and_named(write: Write, home: Path) -> None:
    write("right", "2026-05-01 met\n", "name: Prairie Reads\n")
    write("wrong", "2026-05-01 met\n", "nome: Prairie Reads\n")
    store = _store(home.parent)

    assert [one.id for one in store] == ["right", "wrong"]
    assert [one.id for one in store.valid()] == ["right"]
    assert {Path(each.place.path).parent.name for each in store.problems()} == {"wrong"}


def test_what_is_started_is_found_by_its_name_and_never_twice(home: Path) -> None:
    store = _store(home.parent)
    facts = Facts(name="Prairie Literacy Council")
    started = store.start(facts, date(2026, 6, 1))

    assert store.exists
    assert store.named("prairie").folder == started.folder == home / "prairie-literacy-council"
    with pytest.raises(KeptAlreadyError):
        store.start(facts, date(2026, 6, 1))
