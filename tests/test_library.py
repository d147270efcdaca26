"""The profile of a library, and what follows from it."""

import pytest
from pydantic import ValidationError

from collabkit.catalog import Catalog
from collabkit.library import Figure, Known, Library


def test_what_is_universal_is_held_and_what_is_stated_is_told_apart(catalog: Catalog) -> None:
    held = Library(assets=("makerspace", "neutral-institution", "gone")).held(catalog)

    assert held["makerspace"] is True
    assert held["neutral-institution"] is True
    assert held["service-orientation"] is False
    assert "study-rooms" not in held
    assert "gone" not in held


def test_the_newest_figure_counts() -> None:
    old, new = (Figure(about="stem", value=year, year=year, source="us") for year in (2001, 2020))
    library = Library(figures=(new, old))

    assert library.figure("stem") == new
    assert library.figure("aging") is None


def test_the_best_experience_with_a_partner_counts() -> None:
    library = Library(
        partners=(
            Known(partner="museum", name="A", went="badly"),
            Known(partner="museum", name="B", went="well"),
            Known(partner="museum", name="C"),
        )
    )

    assert library.history()["museum"].name == "B"


def test_two_entries_of_one_partner_need_names() -> None:
    with pytest.raises(ValidationError, match="'museum' stands twice; give each its name"):
        Library(partners=(Known(partner="museum"), Known(partner="museum")))


@pytest.mark.parametrize("blocks", ["assets", "needs", "figures", "partners", "contact"])
def test_a_block_that_is_all_comments_states_nothing(blocks: str) -> None:
    assert Library.model_validate({blocks: None}) == Library()


@pytest.mark.parametrize(
    "typed", ["120 Main Street\nHamilton, MT 59840\n", "120 Main Street, \nHamilton, MT 59840,"]
)
def test_an_address_on_several_lines_keeps_its_lines_apart(typed: str) -> None:
    assert Library(address=typed).address == "120 Main Street, Hamilton, MT 59840"
