"""What the library gives: to each partner what serves its part, to whoever judges the whole all of it."""

import pytest

from collabkit.catalog import Activity, Catalog
from collabkit.proposals import Subject
from collabkit.proposals.fact_parts import Voice
from collabkit.proposals.subjects import Other
from proposals.samples import changed, drafted

WORK = "summer-meals-site"
SUBJECT = Subject("food-bank", "food-security", WORK, "Sioux Valley Food Bank")


def given(work: Activity, *for_: tuple[str, ...]) -> Activity:
    """Return *work* to which the library gives a thing for each of *for_*: "thing 0 of ours" and so on."""
    line = work.library_gives[0]
    lines = tuple(
        line.model_copy(update={"text": f"thing {nth} of ours", "for_": partners})
        for nth, partners in enumerate(for_)
    )
    return work.model_copy(update={"library_gives": lines})


def things(markdown: str) -> list[int]:
    return [nth for nth in range(9) if f"hing {nth} of ours" in markdown]


@pytest.fixture
def told(catalog: Catalog) -> Catalog:
    """A catalog in which the first thing is for all, and the others are for one or two."""
    lines = ((), ("food-bank",), ("k12-school",), ("k12-school", "parks-recreation"))
    return changed(catalog, given(catalog.activities[WORK], *lines))


@pytest.mark.parametrize("name", ["one-pager", "proposal", "agenda-shared", "agreement", "reply"])
def test_a_partner_reads_what_serves_its_part(told: Catalog, name: str) -> None:
    assert things(drafted(told, name, SUBJECT).text.markdown) == [0, 1]


def test_several_sides_read_what_serves_any_of_them(told: Catalog) -> None:
    both = SUBJECT._replace(others=(Other("parks-recreation", "Dell Rapids Parks"),))

    assert things(drafted(told, "proposal", both).text.markdown) == [0, 1, 3]


@pytest.mark.parametrize("voice", ["board", "funder"])
def test_board_and_funder_read_all_of_it(told: Catalog, voice: Voice) -> None:
    assert things(drafted(told, "proposal", SUBJECT, voice).text.markdown) == [0, 1, 2, 3]


def test_where_nothing_would_be_left_all_of_it_stands(catalog: Catalog) -> None:
    told = changed(catalog, given(catalog.activities[WORK], ("k12-school",), ("k12-school",)))

    assert things(drafted(told, "one-pager", SUBJECT).text.markdown) == [0, 1]
