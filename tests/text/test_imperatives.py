"""What is to be done is told as what we do, in every trial of the catalog."""

import re

import pytest

from collabkit.catalog import Catalog
from collabkit.text.imperatives import as_ours


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("Hold one morning.", "We hold one morning."),
        ("In May stand one book on a path.", "In May we stand one book on a path."),
        ("Once they vote to pay, place two teens.", "Once they vote to pay, we place two teens."),
        ("Buy two days. Log every fault.", "We buy two days. We log every fault."),
        ("Lend a kit; a club cleans it.", "We lend a kit; a club cleans it."),
        ("Hold a day. If it holds, buy ten more.", "We hold a day. If it holds, we buy ten more."),
        ("Hang a card. Then open a room.", "We hang a card. Then we open a room."),
        ("Nobody does a thing.", "Nobody does a thing."),
    ],
)
def test_a_plan_says_who_does_it(plan: str, told: str) -> None:
    assert as_ours(plan) == told


def test_every_trial_says_that_we_do_it(catalog: Catalog) -> None:
    for work in catalog.activities.values():
        told = as_ours(work.pilot)

        assert re.match(r"We |[A-Z][^.]*?,? we ", told), told
        assert (
            re.sub(r"\b[Ww]e ", "", told).casefold()
            == re.sub(r"\b[Ww]e ", "", work.pilot).casefold()
        )
