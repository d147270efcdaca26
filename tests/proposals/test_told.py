"""What a partner reads of a work: what concerns it, and once the day is known what is still open."""

import pytest

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.work import Role
from collabkit.proposals import Subject
from collabkit.proposals.fact_parts import Voice
from collabkit.proposals.subjects import Other
from proposals.samples import changed, drafted

WORK = "summer-meals-site"
SUBJECT = Subject("food-bank", "food-security", WORK, "Sioux Valley Food Bank")
BOTH = SUBJECT._replace(others=(Other("parks-recreation", "Dell Rapids Parks"),))
FOR = ((), ("food-bank",), ("k12-school",), ("k12-school", "parks-recreation"))
"""The first line is for all, and the others are for one or two."""


def with_lines(work: Activity, field: str, *for_: tuple[str, ...]) -> Activity:
    """Return *work* whose *field* has a line for each of *for_*: "thing 0 of ours" and so on."""
    line = getattr(work, field)[0]
    name = "what" if field == "measures" else "text"
    lines = tuple(
        line.model_copy(update={name: f"thing {nth} of ours", "for_": partners})
        for nth, partners in enumerate(for_)
    )
    return work.model_copy(update={field: lines})


def things(markdown: str) -> list[int]:
    return [nth for nth in range(9) if f"hing {nth} of ours" in markdown]


@pytest.mark.parametrize(
    ("field", "name"),
    [
        *(("library_gives", each) for each in ("one-pager", "agenda-shared", "agreement", "reply")),
        *(("library_gives", "proposal"), ("measures", "proposal")),
        *(("requires", each) for each in ("agenda-shared", "checklist")),
        *(("measures", each) for each in ("mou", "debrief")),
    ],
)
def test_a_partner_reads_what_concerns_it(catalog: Catalog, field: str, name: str) -> None:
    told = changed(catalog, with_lines(catalog.activities[WORK], field, *FOR))

    assert things(drafted(told, name, SUBJECT).text.markdown) == [0, 1]


@pytest.mark.parametrize("field", ["library_gives", "library_gains", "requires", "measures"])
def test_several_sides_read_what_concerns_any_of_them(catalog: Catalog, field: str) -> None:
    told = changed(catalog, with_lines(catalog.activities[WORK], field, *FOR))

    assert things(drafted(told, "proposal", BOTH).text.markdown) == [0, 1, 3]


@pytest.mark.parametrize(
    ("field", "name", "voice"),
    [
        ("library_gives", "proposal", "board"),
        ("library_gives", "proposal", "funder"),
        ("library_gains", "proposal", "board"),
        ("requires", "proposal", "board"),
        ("measures", "proposal", "board"),
        ("measures", "proposal", "funder"),
        ("measures", "evaluation", "partner"),
        ("measures", "evaluation", "board"),
    ],
)
def test_board_and_funder_and_the_evaluation_read_all_of_it(
    catalog: Catalog, field: str, name: str, voice: Voice
) -> None:
    told = changed(catalog, with_lines(catalog.activities[WORK], field, *FOR))

    assert things(drafted(told, name, SUBJECT, voice).text.markdown) == [0, 1, 2, 3]


@pytest.mark.parametrize("field", ["library_gives", "measures"])
def test_where_nothing_would_be_left_all_of_it_stands(catalog: Catalog, field: str) -> None:
    work = with_lines(catalog.activities[WORK], field, ("k12-school",), ("k12-school",))

    assert things(drafted(changed(catalog, work), "proposal", SUBJECT).text.markdown) == [0, 1]


@pytest.mark.parametrize(("name", "told"), [("agenda-shared", []), ("checklist", [])])
def test_of_what_has_to_be_in_place_nothing_may_be_left(
    catalog: Catalog, name: str, told: list[int]
) -> None:
    work = with_lines(catalog.activities[WORK], "requires", ("k12-school",))

    assert things(drafted(changed(catalog, work), name, SUBJECT).text.markdown) == told


@pytest.mark.parametrize("field", ["requires", "library_gains"])
def test_one_partner_reads_neither_our_gains_nor_what_we_see_to(
    catalog: Catalog, field: str
) -> None:
    work = with_lines(catalog.activities[WORK], field, ())

    assert things(drafted(changed(catalog, work), "proposal", SUBJECT).text.markdown) == []


def with_role(work: Activity, **fields: object) -> Activity:
    """Return *work* in which the role of the food bank has these *fields*."""
    role, *others = work.roles
    return work.model_copy(update={"roles": (role.model_copy(update=fields), *others)})


@pytest.fixture
def ruled(catalog: Catalog) -> Catalog:
    """A catalog in which the food bank has a rule of its own."""
    return changed(catalog, with_role(catalog.activities[WORK], stop="Below nine stops we end it."))


@pytest.mark.parametrize("name", ["proposal", "agreement", "agenda", "checklist", "evaluation"])
def test_a_partner_reads_its_own_rule(ruled: Catalog, name: str) -> None:
    page = drafted(ruled, name, SUBJECT).text.markdown

    assert "elow nine stops" in page
    assert "fewer than ten children" not in page


@pytest.mark.parametrize(
    ("subject", "voice"),
    [
        (SUBJECT, "board"),
        (SUBJECT, "funder"),
        (BOTH, "partner"),
        (SUBJECT._replace(partner="k12-school"), "partner"),
    ],
)
def test_everybody_else_reads_the_rule_of_the_work(
    ruled: Catalog, subject: Subject, voice: Voice
) -> None:
    page = drafted(ruled, "proposal", subject, voice).text.markdown

    assert "elow nine stops" not in page
    assert "fewer than ten children" in page


ASKS = {"ask": "Which weekday would do?", "ask_dated": "Who would come that day?"}
ASKING = ("elevator", "email", "script", "one-pager", "proposal")


def asking(role: Role, **asks: str) -> dict[str, object]:
    """Return the letter of *role* with these *asks*, and no other question."""
    assert role.letter
    return {"letter": role.letter.model_copy(update={"offer": "We would like it.", **asks})}


@pytest.mark.parametrize("name", ASKING)
@pytest.mark.parametrize(
    ("asks", "when", "where", "asked"),
    [
        (ASKS, "Tuesday, March 9, at 7 p.m.", "", "ask_dated"),
        (ASKS, "", "the meeting room", "ask"),
        (ASKS, "", "", "ask"),
        ({**ASKS, "ask_dated": ""}, "Tuesday, March 9, at 7 p.m.", "", "ask"),
    ],
)
def test_nobody_is_asked_for_a_day_that_is_known(
    catalog: Catalog, name: str, asks: dict[str, str], when: str, where: str, asked: str
) -> None:
    work = catalog.activities[WORK]
    told = changed(catalog, with_role(work, **asking(work.roles[0], **asks)))
    page = drafted(told, name, SUBJECT._replace(when=when, where=where)).text.markdown

    assert [key for key, ask in asks.items() if ask and ask in page] == [asked]
    assert ("Tuesday, March 9" in page) == bool(when)


def test_a_term_that_a_step_tells_does_not_stand_beside_the_steps(catalog: Catalog) -> None:
    work = catalog.activities[WORK]
    role = work.roles_of("food-bank")[0]
    assert role.letter
    same = role.letter.terms[0].model_copy(
        update={
            "text": role.timeline[0].text,
            "signed": "",
            "before_yes": False,
            "repeats": ("steps",),
        }
    )
    other = same.model_copy(
        update={"text": f"{same.text} A wholly different thing stays here.", "repeats": ()}
    )
    for term, told in ((same, 1), (other, 2)):
        letter = role.letter.model_copy(update={"terms": (term, *role.letter.terms[1:])})
        changed_ = changed(catalog, with_role(work, letter=letter))
        for name in ("proposal", "letter"):
            text = drafted(changed_, name, SUBJECT).text.markdown
            assert text.count(role.timeline[0].text) == told, name
        assert role.timeline[0].text in drafted(changed_, "email", SUBJECT).text.markdown
