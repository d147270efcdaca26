"""Who else is asked: who is named, what each would give, and what waits for whom."""

import re

import pytest

from collabkit.catalog import Activity, Catalog
from collabkit.proposals import Subject
from collabkit.proposals.fact_parts import Voice
from collabkit.proposals.subjects import Other
from conftest import Collab
from proposals.samples import SUBJECTS, WRITTEN, changed, drafted, drafted_once, plain


def test_nothing_begins_before_whoever_else_it_takes_has_said_yes(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "proposal", subject)
        _, needed, others = draft.text.markdown.partition("## Who else is asked")
        waits = re.search(
            "has to say yes first|have to say yes first|othing begins without ", others
        )
        assert bool(needed) == bool(draft.facts.helpers_told)
        assert bool(waits) == bool(draft.facts.awaited), subject


@pytest.mark.parametrize(
    ("who", "resource", "gift", "waits"),
    [
        (("service-club",), "transport", "two buses on Friday", True),
        (("service-club", "library"), "transport", "two buses on Friday", False),
        (("service-club",), "publicity", "a line in the newsletter", False),
        (("service-club",), "transport", "two buses, only if the count was good", False),
    ],
    ids=["needed", "the library could", "a trial can without", "later"],
)
def test_who_only_helps_holds_nothing_up(
    catalog: Catalog, who: tuple[str, ...], resource: str, gift: str, *, waits: bool
) -> None:
    work = catalog.activities["summer-meals-site"]
    need = work.needs[0].model_copy(update={"resource": resource, "from_": who})
    [role] = (each.model_copy(update={"optional": False}) for each in work.roles_of("service-club"))
    given = role.gives[0].model_copy(
        update={"resource": resource, "text": gift, "later": "only if" in gift}
    )
    roles = tuple(
        role.model_copy(update={"gives": (given,)}) if each.partner == role.partner else each
        for each in work.roles
        if each.partner in {role.partner, "food-bank"}
    )
    one = work.model_copy(update={"needs": (need,), "roles": roles, "library_gives": ()})
    text = drafted(changed(catalog, one), "proposal", SUBJECTS[1]).text.markdown

    board = drafted(changed(catalog, one), "proposal", SUBJECTS[1], "board").text.markdown

    assert ("## Who else is asked" in text) == waits
    assert ("- **A service club** would give " in board) == waits
    assert ("One other has to say yes first:" in text) == waits


@pytest.mark.parametrize(("name", "voice"), WRITTEN, ids=lambda part: part)
def test_nothing_waits_for_whom_the_trial_can_do_without(
    catalog: Catalog, name: str, voice: Voice
) -> None:
    waits = re.compile("othing begins (?:before|without) |to say yes first")

    def told(*optional: str) -> str:
        work = catalog.activities["summer-meals-site"]
        roles = tuple(
            role.model_copy(update={"optional": role.partner in optional}) for role in work.roles
        )
        own = changed(catalog, work.model_copy(update={"roles": roles}))
        return drafted(own, name, SUBJECTS[1], voice).text.markdown

    some, none = told("service-club"), told("service-club", "k12-school", "state-agency")

    assert "service club" not in (*waits.split(some, 1), "")[1].partition("\n")[0]
    assert not waits.search(none)
    if "## Who else is asked" in told():
        assert "\n- A service club: " in told()
        assert "\n- A service club: " not in some


def test_who_else_is_needed_is_nobody_in_the_room(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        facts = drafted_once(catalog, "proposal", subject).facts
        activity = catalog.activities[subject.activity]
        ours = {gift.text for role in activity.roles_of(subject.partner) for gift in role.gives}
        asked = {gift for helper in facts.helpers for gift in helper.gives}
        assert not ours & asked, subject
        assert (
            "still to be found"
            not in drafted_once(catalog, "proposal", subject).text.markdown.casefold()
        )


def test_three_parties_share_the_work(catalog: Catalog) -> None:
    three = SUBJECTS[1]._replace(others=(Other("service-club", "Rotary Club of Dell Rapids"),))
    text = drafted(catalog, "proposal", three).text.markdown

    assert "A service club: " not in text
    assert "| Volunteers | Rotary Club of Dell Rapids |" in text
    assert "Rotary Club of Dell Rapids would give:" in text
    board = drafted(catalog, "proposal", three, "board").text.markdown
    told = board.partition("- **Rotary Club of Dell Rapids** would give ")[2].partition("\n")[0]
    assert " What they would get: " in told


def test_who_else_it_takes_is_told_with_what_it_gives(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "proposal", subject)
        after = draft.text.markdown.partition("## Who else is asked")[2]
        told = plain(after.partition("\n## ")[0])
        for helper in draft.facts.helpers:
            read = helper in draft.facts.helpers_told
            assert (plain(f"- {helper.called}: ") in told) == read, subject
            assert read or not helper.awaited
            assert not helper.named
            assert 0 < len(helper.gives) <= 2


def helped(catalog: Catalog, work: Activity, partner: str) -> list[str]:
    """Return the lines on who else it takes, as *partner* reads them."""
    subject = Subject(partner, work.goals[0], work.id, "The Other Side")
    text = drafted(changed(catalog, work), "proposal", subject).text.markdown
    told = text.partition("## Who else is asked\n")[2].partition("\n## ")[0]
    return [line for line in told.splitlines() if line.startswith("- ")]


def sharing(catalog: Catalog, pilot: str) -> Activity:
    """Return a work in which school, bank and club take part, and the club gives what the school does."""
    work = catalog.activities["summer-meals-site"]
    role, gift = work.roles[0], work.roles[0].gives[0]
    roles = tuple(
        role.model_copy(
            update={
                "partner": partner,
                "as_": as_,
                "gives": tuple(
                    gift.model_copy(update={"resource": resource, "text": text})
                    for resource, text in gives
                ),
            }
        )
        for partner, as_, gives in (
            ("k12-school", "", [("transport", "one bus of its own")]),
            ("service-club", "club with a van", [("transport", "a van"), ("food", "soup"), ("funding", "ten dollars")]),
        )
    )  # fmt: skip
    needs = tuple(
        work.needs[0].model_copy(update={"resource": resource, "from_": from_})
        for resource, from_ in (
            ("transport", ("k12-school", "service-club")),
            ("funding", ("service-club",)),
        )
    )
    return work.model_copy(update={"roles": roles, "needs": needs, "pilot": pilot})


def test_a_helper_gives_its_main_thing_whatever_the_reader_gives(catalog: Catalog) -> None:
    work = sharing(catalog, "Hold five talks.")

    assert helped(catalog, work, "k12-school") == ["- A club with a van: a van and ten dollars"]


def test_whoever_in_the_room_could_give_but_does_not_keeps_no_helper_out(catalog: Catalog) -> None:
    work = sharing(catalog, "Hold five talks.")
    [need, *_] = work.needs
    food = need.model_copy(update={"resource": "food", "from_": ("k12-school", "service-club")})
    told = helped(catalog, work.model_copy(update={"needs": (food,)}), "k12-school")

    assert told == ["- A club with a van: a van and soup"]


@pytest.mark.parametrize("named", [True, False])
def test_whom_the_trial_names_is_named_among_the_helpers(catalog: Catalog, *, named: bool) -> None:
    work = sharing(catalog, "Hold five talks.")
    roles = tuple(role.model_copy(update={"in_trial": named}) for role in work.roles)
    alone = work.model_copy(update={"needs": work.needs[:1], "roles": roles})

    assert helped(catalog, alone, "k12-school") == (
        ["- A club with a van: a van and soup"] if named else []
    )


def test_one_page_says_who_else_is_asked(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "one-pager", subject)
        asked = re.split(
            "\n\n(?=Who else would take part|One other has to|These have to)", draft.text.markdown
        )[-1]
        asked = asked.partition("\n## ")[0]
        waits = "nothing begins without " in asked or "to say yes first" in asked
        assert waits == bool(draft.facts.awaited), subject
        text = plain(draft.text.markdown)
        assert all(plain(helper.called) in text for helper in draft.facts.helpers_told), subject


def test_a_helper_that_is_known_is_named_and_signs_nothing(catalog: Catalog) -> None:
    club = Other("service-club", "Rotary Club of Dell Rapids, Inc.")
    known = SUBJECTS[1]._replace(helpers=(club,))
    said = "Rotary Club of Dell Rapids"

    assert f"- {said}: " in drafted(catalog, "proposal", known).text.markdown
    assert said in drafted(catalog, "invitation", known).text.markdown
    for name in ("letter", "mou"):
        text = drafted(catalog, name, known).text.markdown
        assert f"{said} would give, if they agree, two members" in text
        assert "For Rotary" not in text


def test_a_helper_of_which_the_work_says_nothing_is_named_without_a_gift(catalog: Catalog) -> None:
    known = SUBJECTS[1]._replace(helpers=(Other("museum", "Elm Museum"),))

    assert "- Elm Museum\n" in drafted(catalog, "proposal", known).text.markdown
    assert "Elm Museum is asked to take part." in drafted(catalog, "letter", known).text.markdown


@pytest.mark.parametrize("name", ["letter", "mou"])
def test_what_is_signed_names_nobody_without_a_name(
    catalog: Catalog, works: list[Subject], name: str
) -> None:
    for subject in works:
        draft = drafted_once(catalog, name, subject)
        assert "\n**Who else " not in draft.text.markdown, subject
        assert not draft.facts.relied_on, subject


def test_who_has_not_said_yes_would_give_what_is_asked_of_it(catalog: Catalog) -> None:
    bank = SUBJECTS[1]
    state = Other("state-agency", "Iowa Department of Education")
    asked = drafted(catalog, "letter", bank._replace(helpers=(state,))).text.markdown
    given = drafted(
        catalog, "letter", bank._replace(helpers=(state._replace(agreed=True),))
    ).text.markdown

    assert "Iowa Department of Education would give, if they agree, " in asked
    assert "Iowa Department of Education gives " in given


CLUB = Other.helping("service-club", "Cedar Valley Sertoma Club, by 2026-05-08")
STORIES = Subject("disability-organization", "accessibility", "signed-story-time", "Deaf Club")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("one-pager", "we tell you by May 11, 2026"),
        ("proposal", "We tell you by May 11, 2026"),
        ("letter", "We tell you by May 11, 2026; if they say no, this ends"),
    ],
)
def test_by_when_a_helper_answers_is_told_where_somebody_is_waited_for(
    catalog: Catalog, name: str, said: str
) -> None:
    waited = drafted(catalog, name, STORIES._replace(helpers=(CLUB,)))
    agreed = drafted(catalog, name, STORIES._replace(helpers=(CLUB._replace(agreed=True),)))

    assert waited.facts.known == "May 11, 2026"
    assert said in waited.text.markdown
    assert "May 8, 2026" not in agreed.text.markdown


def test_a_board_reads_by_when_the_money_of_a_helper_is_pledged(catalog: Catalog) -> None:
    told = drafted(catalog, "email", STORIES._replace(helpers=(CLUB,)), "board").text.markdown

    assert "If the money is not pledged by May 11, 2026, nothing begins." in told


def test_a_helper_of_a_narrower_kind_is_named_by_the_wider_one_too(catalog: Catalog) -> None:
    """Its role is that of "Sertoma, Lions or another club", and the words to the reader say "a service club"."""
    told = drafted(catalog, "email", STORIES._replace(helpers=(CLUB,))).text.markdown

    assert "We are asking Cedar Valley Sertoma Club to pay the storyteller" in told


def test_the_day_of_one_that_nothing_waits_for_is_told_beside_it_alone(catalog: Catalog) -> None:
    """The money of the trial comes from others, and no day of this club's is theirs."""
    club = Other.helping("service-club", "Rotary Club of Hays, by 2026-05-08")
    for name, said in (
        ("one-pager", "- Rotary Club of Hays (answers by May 8, 2026): "),
        ("proposal", "- Rotary Club of Hays (answers by May 8, 2026): "),
        ("letter", "Rotary Club of Hays would give, if they agree by May 8, 2026, two members"),
        ("mou", "They sign nothing here, and we go on without them if they say no.\n"),
    ):
        text = drafted(catalog, name, SUBJECTS[1]._replace(helpers=(club,))).text.markdown
        assert said in text, name
        assert text.count("May 8, 2026") == 1, name


def test_a_helper_that_has_agreed_holds_nothing_up(catalog: Catalog) -> None:
    club = Other.helping("service-club", "Cedar Valley Sertoma Club, agreed")
    text = drafted(catalog, "proposal", STORIES._replace(helpers=(club,))).text.markdown

    assert club == Other("service-club", "Cedar Valley Sertoma Club", agreed=True)
    assert "One other has agreed to help:" in text
    assert "say yes first" not in text
    assert "Nothing begins" not in text


@pytest.mark.parametrize("said", ["Rotary Club, Agreed", "Rotary Club, by 2027-02-26, agreed"])
def test_a_yes_is_read_beside_a_day_and_however_it_is_written(said: str) -> None:
    club = Other.helping("service-club", said)
    assert (club.name, club.agreed) == ("Rotary Club", True)


def test_nobody_answers_before_the_paper_is_written(collab: Collab) -> None:
    club = ("--set", "helper=service-club=Elm, by 2020-01-01")
    run = collab(
        "propose", "food-bank", "-a", "summer-meals-site", *club, "--set", "date=2026-11-30"
    )

    assert run.code == 2
    assert "Elm cannot answer by 2020-01-01, before the paper of 2026-11-30" in run.err


@pytest.mark.parametrize("day", ["spring", "2027-02-30"])
def test_a_day_that_is_none_is_refused(collab: Collab, day: str) -> None:
    run = collab(
        "propose", "food-bank", "-g", "food-security", "--set", f"helper=museum=Elm, by {day}"
    )

    assert run.code == 2
    assert "is no day by which Elm answers" in run.err
    assert "'Elm, by 2027-02-26'" in run.err
