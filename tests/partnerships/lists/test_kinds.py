"""Kinds of partner as lists of libraries call them."""

import pytest

from collabkit import Workspace
from collabkit.partnerships.lists.cells import key_of_kind, kinds_by_name

KINDS = kinds_by_name(Workspace.open().catalog.partners)


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("School", "k12-school"),
        ("schools", "k12-school"),
        ("Day-Care", "early-childhood-program"),
        ("daycare", "early-childhood-program"),
        ("City", "local-government"),
        ("Clinic", "healthcare-provider"),
        ("Fire Department", "public-safety"),
        ("United Way", "funder"),
        ("church", "faith-organization"),
        ("Rotary", "service-club"),
        ("food-bank", "food-bank"),
    ],
)
def test_a_kind_is_known_by_what_people_call_it(cell: str, kind: str) -> None:
    assert KINDS.get(key_of_kind(cell)) == kind


@pytest.mark.parametrize("cell", ["Nonprofit", "Library", "coffee", "", "s", "Red Cross"])
def test_what_may_be_several_kinds_or_none_is_none(cell: str) -> None:
    assert KINDS.get(key_of_kind(cell)) is None
