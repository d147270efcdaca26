"""Names as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.proposals.spoken import greeted, spoken, titled


@pytest.mark.parametrize(
    ("filed", "said"),
    [
        ("Veterans of Foreign Wars Dept of Kentucky, 6935", "VFW Post 6935"),
        ("American Legion Post 0012", "American Legion Post 12"),
        ("Missoula Food Bank Inc", "Missoula Food Bank"),
        ("Prairie Pantry Corp", "Prairie Pantry"),
        ("Mckee Community Center", "McKee Community Center"),
        ("D a R E of Ravalli County", "DARE of Ravalli County"),
        ("Y W C A of Billings", "YWCA of Billings"),
        ("Salvation Army, The", "The Salvation Army"),
        ("Lions Club of Dell Rapids", "Lions Club of Dell Rapids"),
        ("Mackenzie River Incubator", "Mackenzie River Incubator"),
    ],
)
def test_a_name_loses_what_only_a_register_writes(filed: str, said: str) -> None:
    assert spoken(filed) == said


@given(st.text(max_size=200))
def test_any_name_is_said_on_one_line_and_said_twice_the_same(name: str) -> None:
    once = spoken(name)

    assert "\n" not in once
    assert spoken(once) == spoken(spoken(once))


@pytest.mark.parametrize(
    ("person", "said"),
    [
        ("Dr. Amit Verma", "Dr. Verma"),
        ("Deacon Raul Medina", "Deacon Medina"),
        ("Linda Hatch", "Linda Hatch"),
        ("Dr. Verma", "Dr. Verma"),
        ("Dr. Ann Lee, Ph.D.", "Dr. Lee"),
    ],
)
def test_a_letter_greets_whoever_has_a_title_by_the_last_name(person: str, said: str) -> None:
    assert greeted(person) == said


@pytest.mark.parametrize(
    ("person", "said"),
    [
        ("Joan Pickett", "Joan"),
        ("Mrs. Smith", "Mrs. Smith"),
        ("Dr. Amit Verma", "Dr. Verma"),
        ("J. Alvarez", "J. Alvarez"),
        ("The Rev. Amos Hill", "The Rev. Amos Hill"),
    ],
)
def test_a_friend_is_greeted_by_the_first_name_if_there_is_one(person: str, said: str) -> None:
    assert greeted(person, close=True) == said


@pytest.mark.parametrize(
    ("person", "name", "title"),
    [
        ("Ann Lee", "Ann Lee", ""),
        ("Ann Lee, principal", "Ann Lee", "principal"),
        ("Ann Lee, president, Eastside Neighbors", "Ann Lee", "president, Eastside Neighbors"),
        ("James Hill, Jr.", "James Hill, Jr.", ""),
        ("Amit Verma, MD", "Amit Verma, MD", ""),
        ("James Hill, Jr., principal", "James Hill, Jr.", "principal"),
        ("Ann Lee, R.N., school nurse", "Ann Lee, R.N.", "school nurse"),
        ("Ann Lee, media specialist", "Ann Lee", "media specialist"),
    ],
)
def test_what_is_behind_a_name_is_the_title_unless_it_belongs_to_it(
    person: str, name: str, title: str
) -> None:
    assert titled(person) == (name, title)
