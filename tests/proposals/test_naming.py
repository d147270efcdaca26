"""Names of those who are known, in a text that tells of their kinds."""

import pytest

from collabkit.catalog import Catalog
from collabkit.proposals import Subject
from collabkit.proposals.naming import named
from collabkit.proposals.subjects import Other
from proposals.samples import changed, drafted


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("A film society runs it.", "film society or art house", "The Reels runs it."),
        ("with a service club, built", "service club", "with The Reels, built"),
        ("for the club's pairs", "club", "for The Reels' pairs"),
        ("to one barbershop.", "barbershop", "to The Reels."),
        ("a bank officer speaks", "bank", "a bank officer speaks"),
        ("a school or a church", "church", "a school or a church"),
        ("the county clerk or the post", "county clerk", "the county clerk or the post"),
        ("two clubs", "club", "two clubs"),
    ],
)
def test_a_kind_gives_way_to_the_name_where_it_is_said_to_its_end(
    text: str, kind: str, told: str
) -> None:
    assert named(text, [(kind, "The Reels")]) == told


def test_a_name_is_text_and_no_pattern() -> None:
    assert named("a club runs", [("club", r"\\1 (x) \\g<0>")]) == r"\\1 (x) \\g<0> runs"


def test_a_board_reads_the_names_in_the_trial(catalog: Catalog) -> None:
    club = Other("arts-organization", "Prairie Film Society")
    about = Subject("college-university", "arts-culture", "film-festival", "North State College")
    told = drafted(catalog, "email", about._replace(helpers=(club,)), "board").text.markdown

    assert "Prairie Film Society" in told
    assert "a film society" not in told.casefold()


@pytest.mark.parametrize("name", ["email", "one-pager", "proposal", "script", "letter"])
def test_a_helper_with_a_name_is_named_in_the_words_to_the_reader(
    catalog: Catalog, name: str
) -> None:
    work = catalog.activities["courier-among-libraries"]
    system = Other("library-consortium", "North Iowa Library System")
    about = Subject("public-library", work.goals[0], work.id, "Grant City Library")
    role = work.roles_of("public-library")[0]
    assert role.letter
    term = role.letter.terms[0].model_copy(
        update={"text": "The regional system pays.", "signed": ""}
    )
    letter = role.letter.model_copy(update={"terms": (term, *role.letter.terms[1:])})
    roles = tuple(
        each.model_copy(update={"letter": letter}) if each is role else each for each in work.roles
    )
    own = changed(catalog, work.model_copy(update={"roles": roles}))
    told = drafted(own, name, about._replace(helpers=(system,))).text.markdown

    assert "North Iowa Library System pays." in told
