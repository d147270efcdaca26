"""What a work says of its trial besides the numbers: its name, what its hours are for, what falls away without money."""

from datetime import date

import pytest

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.work import Step
from collabkit.library import Library, Signer
from collabkit.proposals import Subject, Terms
from collabkit.proposals.fact_parts import Voice
from collabkit.proposals.subjects import Other
from conftest import Collab
from proposals.samples import LIBRARY, SUBJECTS, changed, drafted

SUBJECT = SUBJECTS[0]


def with_role(work: Activity, **told: object) -> Activity:
    roles = tuple(
        role.model_copy(update=told) if role.partner == SUBJECT.partner else role
        for role in work.roles
    )
    return work.model_copy(update={"roles": roles})


@pytest.mark.parametrize("name", ["email", "one-pager", "proposal", "script", "elevator"])
def test_the_first_papers_say_what_the_hours_are_for(catalog: Catalog, name: str) -> None:
    work = catalog.activities[SUBJECT.activity]
    told = changed(catalog, with_role(work, hours_for="nine for the trainer and two for you"))
    text = drafted(told, name).text.markdown
    assert ": nine for the trainer and two for you" in text


def test_whose_time_it_is_may_be_said_of_one_role(catalog: Catalog) -> None:
    work = catalog.activities[SUBJECT.activity]
    told = changed(catalog, with_role(work, people="your tutors'"))
    assert "hours of your tutors' time in all" in drafted(told, "proposal").text.markdown


@pytest.mark.parametrize(
    ("name", "voice"),
    [("one-pager", "partner"), ("proposal", "board"), ("email", "board"), ("proposal", "funder")],
)
def test_a_trial_may_have_a_name_of_its_own(catalog: Catalog, name: str, voice: Voice) -> None:
    work = catalog.activities[SUBJECT.activity]
    told = changed(catalog, work.model_copy(update={"pilot_label": "Four evenings of tutoring"}))
    text = drafted(told, name, voice=voice).text.markdown
    assert "Four evenings of tutoring" in text
    assert work.label not in text


def test_without_its_money_a_trial_may_go_on(catalog: Catalog) -> None:
    subject = SUBJECT
    work = catalog.activities[subject.activity]
    assert work.schedule
    cash = {"cash": (0, 900), "pilot_cash": (0, 400), "payer": "the Friends", "budget": ()}
    dear = work.schedule.model_copy(update=cash)
    spared = dear.model_copy(update={"unpaid": "Only the captions fall away."})
    terms = Terms(final=True, level="letter")

    def said(schedule: object, name: str, voice: Voice = "partner") -> str:
        told = changed(catalog, work.model_copy(update={"schedule": schedule}))
        return drafted(told, name, subject, voice, terms=terms).text.markdown

    assert "only the captions fall away" in said(spared, "proposal", "board")
    assert "nothing begins" in said(dear, "proposal", "board")
    assert "none of it from the library's own budget" in said(dear, "proposal", "board")
    assert "only the captions fall away" not in said(dear, "proposal", "board")


def test_who_signs_may_be_another_than_who_writes(catalog: Catalog) -> None:
    signer = Signer(name="Ann Reed", role="library director")
    library = Library(**{**dict(LIBRARY), "signer": signer})
    person = SUBJECT._replace(person="Lee Ray, program manager")
    terms = Terms(final=True, level="letter")
    text = drafted(catalog, "agreement", person, library=library, terms=terms).text.markdown

    assert "| Name | Ann Reed | Lee Ray |" in text
    assert "| Title | Library director | Program manager |" in text
    assert "Dear Lee Ray," in text
    assert text.count("Ann Reed") == 1

    formal = drafted(catalog, "mou", person, library=library).text.markdown
    assert "| Name | Ann Reed | |" in formal  # who receives an MOU is seldom who signs it
    assert "| Name | | |" in drafted(catalog, "mou", person).text.markdown


def test_what_was_settled_stands_before_the_steps(catalog: Catalog) -> None:
    terms = Terms(final=True, level="letter", agreed=("the race is the school board",))
    text = drafted(catalog, "agreement", SUBJECT, terms=terms).text.markdown
    assert text.index("**Settled when we talked.** The race is the school board.") < text.index(
        "##"
    )


def test_an_e_mail_says_whom_everything_waits_for(catalog: Catalog) -> None:
    club = Other("service-club", "Cedar Valley Sertoma Club")
    subject = Subject(
        "disability-organization", "accessibility", "signed-story-time", "The Arc", helpers=(club,)
    )
    text = drafted(catalog, "email", subject).text.markdown
    assert "Nothing begins before Cedar Valley Sertoma Club has said yes; we tell you by" in text


def test_what_is_signed_has_no_choice_that_is_settled(catalog: Catalog) -> None:
    work = catalog.activities[SUBJECT.activity]
    [role] = work.roles_of(SUBJECT.partner)
    offered = role.gives[0].model_copy(
        update={"text": "one page, or notes that we type", "signed": "one page"}
    )
    told = changed(catalog, with_role(work, gives=(offered, *role.gives[1:])))
    final = Terms(final=True, level="letter")

    assert "- One page, or notes that we type" in drafted(told, "proposal").text.markdown
    assert "- One page\n" in drafted(told, "agreement", terms=final).text.markdown


def test_what_was_agreed_of_a_step_stands_in_it(catalog: Catalog) -> None:
    work = catalog.activities[SUBJECT.activity]
    steps = (
        Step(when="early in March", text="You pay the $500 once you have our insurer's letter."),
        Step(when="the middle of March", text="A trainer comes at an hour settled with you."),
    )
    told = changed(catalog, with_role(work, timeline=steps))
    agreed = (
        "the trainer comes on March 18 at 3:30",
        "you have our insurer's letter by March 5",
        "your check for the $500 reaches us once you have the letter",
        "the room is the large one",
    )
    terms = Terms(final=True, level="letter", agreed=agreed)
    text = drafted(told, "agreement", terms=terms).text.markdown

    assert "settled with you. The trainer comes on March 18 at 3:30.\n" in text
    assert "letter. You have our insurer's letter by March 5. Your check for the" in text
    assert "**Settled when we talked.** The room is the large one.\n" in text


def test_a_call_may_open_as_its_reader_talks(catalog: Catalog) -> None:
    work = catalog.activities[SUBJECT.activity]
    relay = changed(catalog, with_role(work, call="I'm calling by relay. Is that good for you?"))

    opened, plain = (drafted(each, "script").text.markdown for each in (relay, catalog))

    assert "I'm calling by relay. Is that good for you? I'm calling about" in opened
    assert "two minutes?" not in opened.partition("## Say")[2]
    assert "Do you have two minutes?\n\n" in plain


@pytest.mark.parametrize(
    ("payer", "own"),
    [
        ("the Friends", False),
        ("the Friends of the library", False),
        ("the library's Friends and a bank", False),
        ("the Friends or the library's own budget for children's books", True),
        ("the library, or a state library grant", True),
    ],
)
def test_a_motion_spares_the_library_only_where_nothing_is_its_own(
    catalog: Catalog, payer: str, *, own: bool
) -> None:
    work = catalog.activities[SUBJECT.activity]
    assert work.schedule
    cash = {"cash": (0, 900), "pilot_cash": (0, 400), "payer": payer, "budget": ()}
    paid = work.model_copy(update={"schedule": work.schedule.model_copy(update=cash)})
    text = drafted(changed(catalog, paid), "proposal", SUBJECT, "board").text.markdown
    assert ("none of it from the library's own budget" not in text) == own


def test_a_helper_that_has_agreed_is_not_one_whom_nobody_asked(catalog: Catalog) -> None:
    club = Other.helping("service-club", "Elm Lions, agreed")
    for subject, told in ((SUBJECT, True), (SUBJECT._replace(helpers=(club,)), False)):
        text = drafted(catalog, "proposal", subject, "board").text.markdown
        assert ("nobody has been asked for it yet" in text) == told


def test_days_of_the_week_alone_do_not_hide_the_first_and_last_day(catalog: Catalog) -> None:
    terms = Terms("letter", start=date(2027, 2, 2), end=date(2027, 5, 6))
    for when, told in (("Tuesdays, 5 to 8", 1), ("Tuesdays, February 2 to May 4, 5 to 8", 0)):
        subject = SUBJECT._replace(when=when)
        text = drafted(catalog, "agreement", subject, terms=terms).text.markdown
        assert text.count("runs from February 2, 2027 to May 6, 2027") == told


def test_a_blank_is_no_agreement_and_nobody_s_name(collab: Collab) -> None:
    asked = ("propose", "food-bank", "-a", "summer-meals-site")
    run = collab(*asked, "--as", "agreement", "--set", "agreed= ")
    assert run.code == 2
    assert "a line of what was agreed is blank" in run.err
    assert "Dear [name of" in collab(*asked, "--as", "agreement", "--set", "person= ").out


def test_what_is_agreed_is_not_dropped_without_a_word(collab: Collab) -> None:
    asked = ("propose", "food-bank", "-a", "summer-meals-site", "--set", "agreed=the room is free")
    assert "does not stand in this paper (email)" in collab(*asked, "--as", "email").err
    assert "does not stand" not in collab(*asked, "--as", "agreement").err
