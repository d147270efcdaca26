"""How formal an agreement is, and which clauses it holds."""

import re
from datetime import date

import pytest

from collabkit.catalog import Catalog
from collabkit.proposals import Draft, Subject, Terms
from collabkit.proposals.fact_parts import Formality
from collabkit.proposals.rendering import render
from conftest import Collab
from proposals.samples import SUBJECTS, changed, drafted

TUTORING = SUBJECTS[0]
NEVER = ("money", "minors", "personal-data", "shared-property")


def level(catalog: Catalog, subject: Subject, *with_: str, without: tuple[str, ...] = NEVER) -> str:
    terms = Terms(involves=with_, excludes=tuple(name for name in without if name not in with_))
    agreement = drafted(catalog, "agreement", subject, terms=terms).facts.agreement
    assert agreement is not None
    assert agreement.because
    return agreement.level


def test_a_case_climbs_only_as_far_as_it_must(catalog: Catalog) -> None:
    assert level(catalog, TUTORING) == "letter"
    assert level(catalog, TUTORING, "minors") == "letter"
    assert level(catalog, TUTORING, "minors", "money") == "mou"
    assert level(catalog, TUTORING, "personal-data") == "mou"
    assert level(catalog, TUTORING, "money", "shared-property") == "contract"


def test_one_person_employed_by_two_is_a_contract(catalog: Catalog) -> None:
    work = catalog.activities["shared-technician"]
    shared = Subject("library-consortium", work.goals[0], work.id, "X")
    asked = Terms(excludes=("money",), involves=("shared-staff",))
    agreement = drafted(catalog, "agreement", shared, terms=asked).facts.agreement

    assert agreement is not None
    assert agreement.level == "contract"


def test_what_a_side_gives_in_money_stands_in_the_clause_on_money(catalog: Catalog) -> None:
    work = catalog.activities["signed-story-time"]
    gift = Subject("service-club", work.goals[0], work.id, "Lions Club")
    [role] = work.roles_of("service-club")
    [money] = [each.text for each in role.gives if each.resource == "funding"]

    draft = drafted(catalog, "mou", gift, terms=Terms(involves=("money",)))

    assert draft.text.markdown.count(money[1:]) == 1
    assert "What is paid, and by whom, stands above. Neither side owes more" in (
        draft.text.markdown
    )
    assert not [gap for gap in draft.text.gaps if gap.what == "amount"]


def test_money_of_which_nothing_is_said_is_a_blank(catalog: Catalog) -> None:
    told = Terms(involves=("money",))
    asked = drafted(catalog, "mou", TUTORING, terms=told)
    named = drafted(catalog, "mou", TUTORING, terms=told._replace(agreed=("$40 for name tags",)))

    assert "amount" in {gap.what for gap in asked.text.gaps}
    assert "amount" not in {gap.what for gap in named.text.gaps}


def test_a_copy_to_sign_has_no_blank_for_money_and_stderr_says_what_is_open(
    catalog: Catalog, collab: Collab
) -> None:
    told = Terms("letter", ("money",), (), date(2026, 4, 1), date(2026, 9, 30), final=True)
    work = catalog.activities[TUTORING.activity]
    gifts = tuple(
        gift.model_copy(update={"text": f"thing {nth}"})
        for nth, gift in enumerate(work.library_gives)
    )
    roles = tuple(
        role.model_copy(update={"letter": None, "gives": role.gives[:1]}) for role in work.roles
    )
    bare = changed(catalog, work.model_copy(update={"library_gives": gifts, "roles": roles}))
    draft = drafted(bare, "letter", TUTORING._replace(person="Jo Ray"), terms=told)
    named = drafted(
        bare,
        "letter",
        TUTORING._replace(person="Jo Ray"),
        terms=told._replace(agreed=("$40 for tags, paid on May 1",)),
    )

    assert "No money passes before both have agreed in writing" in draft.text.markdown
    assert "[" not in draft.text.markdown
    assert [gap.what for gap in draft.text.gaps] == ["who pays whom, how much and when"]
    assert "What is paid, and by whom, stands above." in named.text.markdown
    assert named.text.gaps == ()
    run = collab(
        *("propose", "literacy-council", "-a", TUTORING.activity, "--as", "agreement"),
        *("--set", "final", "--strict", "--set", "involves=money"),
    )
    assert run.code == 3


def test_a_clause_yields_to_what_stands_above(catalog: Catalog) -> None:
    terms = Terms("letter", ("minors", "food", "volunteers", "placed-students"))
    text = drafted(catalog, "letter", SUBJECTS[1], terms=terms).text.markdown

    for said in (
        "Unless a line above says otherwise, either side may end this",
        "The adults whom a side sends to work with people under 18 have passed a background check.",
        "whoever serves food asks the health department",
        "If pictures are taken, a sign says when",
        "Students whom a school or college places are no volunteers.",
    ):
        assert said in text, said


@pytest.mark.parametrize("stay", [True, False])
def test_nobody_is_fetched_where_parents_stay(catalog: Catalog, *, stay: bool) -> None:
    subject = Subject("k12-school", "literacy", "reading-buddies", "Dell Rapids Elementary School")
    work = catalog.activities[subject.activity].model_copy(update={"parents_stay": stay})
    terms = Terms("letter", ("minors",))
    text = drafted(changed(catalog, work), "letter", subject, terms=terms).text.markdown

    assert ("the child goes home only with a person" in text) != stay


def test_students_whom_a_school_places_are_no_volunteers(catalog: Catalog) -> None:
    def titles(partner: str, activity: str) -> set[str]:
        work = catalog.activities[activity]
        subject = Subject(partner, work.goals[0], work.id, "X")
        agreement = drafted(catalog, "letter", subject).facts.agreement
        assert agreement
        return {clause.title for clause in agreement.clauses}

    assert "Students" in titles("college-university", "homework-help")
    assert "Volunteers" not in titles("college-university", "homework-help")
    assert "Students" not in titles("k12-school", "homework-help")


@pytest.fixture(scope="module")
def final(catalog: Catalog, pairs: list[Subject]) -> list[Draft]:
    """The agreement of each pair, to be signed."""
    terms = Terms(start=date(2026, 4, 1), end=date(2026, 9, 30), final=True)
    named = [subject._replace(person="Jo Ray") for subject in pairs]
    return [drafted(catalog, "agreement", subject, terms=terms) for subject in named]


def test_what_is_signed_leaves_no_blank_but_the_days(final: list[Draft]) -> None:
    for draft in final:
        assert draft.text.gaps == (), draft.subject


def test_a_memorandum_is_short(final: list[Draft]) -> None:
    counts = []
    for draft in final:
        agreement = draft.facts.agreement
        assert agreement is not None
        if agreement.level == "mou":
            counts.append(len(agreement.clauses))

    assert counts
    assert sum(counts) / len(counts) < 11  # it was nineteen
    assert max(counts) <= 14


@pytest.mark.parametrize("level", ["letter", "mou", "contract"])
def test_what_protects_minors_money_and_data_stands_on_every_rung(
    catalog: Catalog, level: Formality
) -> None:
    grave = ("minors", "personal-data", "school-data", "money", "high-risk")
    text = drafted(catalog, "agreement", terms=Terms(level, grave)).text.markdown

    for promise in (
        "have passed a background check",
        "is alone with a child",
        "for anyone under 18 only if a parent or guardian agrees in writing",
        "on which day they are erased",
        "within one working day",
        "under an exception in FERPA",
        "Neither side owes more",
        "stop the activity on the spot",
    ):
        assert promise in text, promise
    for promise in ("receipts for three years", "turned away", "claim within three working days"):
        assert (promise in text) == (level != "letter"), promise


@pytest.mark.parametrize("level", ["letter", "mou"])
def test_each_sides_rules_hold_in_its_own_house(catalog: Catalog, level: Formality) -> None:
    text = drafted(catalog, "agreement", terms=Terms(level)).text.markdown

    said = {
        "letter": (
            "The rules of the house apply to all who work in it",
            "in words that the other has seen",
        ),
        "mou": ("Each side's own rules hold in its own house", "once the other has seen the text"),
    }
    assert all(each in text for each in said[level])


def test_a_letter_is_signed_by_its_sender_and_says_by_when(catalog: Catalog) -> None:
    known = Terms("letter", start=date(2026, 4, 20))
    text = drafted(catalog, "agreement", terms=known).text.markdown

    assert "send the other back, or a scan of it, by March 17, 2026; if" in text
    assert "Sincerely,\n\nIda Larsen  \nOutreach librarian  \nCarnegie Public Library\n" in text
    assert text.index("Ida Larsen  \nOutreach") < text.index("| Signature |")
    assert "Both sides sign by March 17, 2026." in (
        drafted(catalog, "mou", terms=known._replace(level="mou")).text.markdown
    )
    assert "with a yes by March 17, 2026, so" in (
        drafted(catalog, "agreement", terms=known._replace(level="email")).text.markdown
    )


@pytest.mark.parametrize("start", [None, date(2026, 3, 10), date(2025, 9, 1)])
def test_nobody_is_asked_to_sign_by_a_day_that_is_past(
    catalog: Catalog, start: date | None
) -> None:
    for level in ("email", "letter", "mou"):
        text = drafted(catalog, "agreement", terms=Terms(level, start=start)).text.markdown
        assert not re.search(r"(?:back|yes|sign) by ", text)


def gift_of(catalog: Catalog) -> Subject:
    work = catalog.activities["hotspot-lending"]
    return Subject(
        "funder", work.goals[0], work.id, "Prairie Community Foundation", person="Jo Ray"
    )


def test_money_of_a_foundation_is_confirmed_and_not_agreed(catalog: Catalog) -> None:
    days = Terms(start=date(2026, 9, 1), end=date(2027, 2, 28))
    draft = drafted(catalog, "agreement", gift_of(catalog), terms=days)
    text, gives = draft.text.markdown, str(draft.facts.party.gives[0])

    assert draft.layout == "letter"
    assert "Your own award letter and its terms come first" in text
    assert gives[1:] in text
    assert "It runs from September 1, 2026 to February 28, 2027." in text
    assert "Within two months of the last day you have these counts" in text
    assert "Sincerely,\n\nIda Larsen" in text
    assert "| Signature |" not in text
    assert "Ending early" not in text
    assert draft.text.gaps == ()


def test_an_agreement_with_a_foundation_can_be_asked_for(catalog: Catalog) -> None:
    asked = drafted(catalog, "agreement", gift_of(catalog), terms=Terms("letter")).text.markdown
    work = catalog.activities["grant-seekers-desk"]
    hours = Subject("funder", work.goals[0], work.id, "Prairie Community Foundation")

    assert "| Signature |" in asked
    assert "award letter" not in drafted(catalog, "agreement", hours).text.markdown


def test_stderr_says_that_a_foundation_has_a_letter_of_its_own(collab: Collab) -> None:
    run = collab("propose", "funder", "-a", "hotspot-lending", "--as", "agreement")

    assert run.code == 0
    assert "award letter of its own, so this one only confirms the gift" in run.err
    assert "The case calls for" not in run.err


def test_a_loan_yields_to_what_the_two_agreed(catalog: Catalog) -> None:
    text = drafted(catalog, "mou", terms=Terms(involves=("equipment",))).text.markdown

    assert "Unless it says otherwise above, this holds for things on loan." in text


@pytest.mark.parametrize("template", ["letter", "agreement"])
def test_what_is_signed_says_what_a_side_will_do(catalog: Catalog, template: str) -> None:
    facts = drafted(catalog, "mou", SUBJECTS[2]).facts
    plain = facts.party._replace(letter=None, part="You would open two Saturdays.")

    text = render(facts._replace(party=plain, parties=(plain,)), template).markdown

    assert "**First Dakota Bank.** You will open two Saturdays. For that you give:" in text


@pytest.mark.parametrize(("turn", "level"), [(0, "email"), (1, "letter"), (2, "mou")])
def test_what_is_signed_lists_what_each_gives_and_says_no_sentence_twice(
    catalog: Catalog, pairs: list[Subject], turn: int, level: Formality
) -> None:
    """Of each pair in one of three forms, for they list the same."""
    for subject in pairs[turn::3]:
        draft = drafted(catalog, "agreement", subject, terms=Terms(level=level, final=True))
        text, party = draft.text.markdown, draft.facts.party
        lines = [line for line in text.splitlines() if line.strip(" |-")]

        # The steps tell the part.
        assert ("**Your part:**" in text) == (not party.timeline and not party.tells_part)
        assert ("**You give:**" in text or "**You provide:**" in text) == (level != "mou")
        assert ("**The Other Side** gives:" in text) == (level == "mou")
        assert len(set(lines)) == len(lines), subject
        assert level == "mou" or str(draft.facts.ends) not in text


def test_a_gift_is_a_letter_and_no_contract(catalog: Catalog) -> None:
    work = catalog.activities["signed-story-time"]
    gift = Subject("service-club", work.goals[0], work.id, "Lions Club")
    agreement = drafted(catalog, "agreement", gift).facts.agreement

    assert work.schedule is not None
    assert work.schedule.cash[1] > 5_000
    assert agreement is not None
    assert agreement.level == "letter"


def test_a_light_tie_is_an_email(catalog: Catalog) -> None:
    slight = ("volunteers", "food", "equipment", "sponsorship", "high-risk", "long-term")
    activity = next(
        each
        for each in catalog.activities.values()
        if each.level == "networking"
        or (each.level == "coordinating" and each.form != "shared-post")
    )
    subject = Subject(activity.partners()[0], activity.goals[0], activity.id, "X")
    without = (*NEVER, *slight, "library-to-library", "school-data", "shared-staff")

    assert level(catalog, subject, without=without) == "email"


@pytest.mark.parametrize("chosen", ["email", "letter", "mou", "contract"])
def test_the_level_can_be_chosen(catalog: Catalog, chosen: Formality) -> None:
    draft = drafted(catalog, "agreement", terms=Terms(level=chosen))

    assert draft.facts.agreement is not None
    assert draft.facts.agreement.level == chosen
    assert chosen == "email" or "not legal advice" in draft.text.markdown


def test_only_the_clauses_that_the_case_needs_are_in(catalog: Catalog) -> None:
    def ids(*with_: str) -> set[str]:
        terms = Terms(level="mou", involves=with_, excludes=tuple(set(NEVER) - set(with_)))
        agreement = drafted(catalog, "mou", terms=terms).facts.agreement
        assert agreement is not None
        return {clause.title for clause in agreement.clauses}

    without, with_ = ids(), ids("minors")
    called = {
        clause.title()
        for clause in catalog.clauses.values()
        if "minors" in clause.when.any_ and "mou" in clause.rungs
    }
    assert with_ - without == called - without
    assert called - without
    assert {
        clause.title()
        for clause in catalog.clauses.values()
        if clause.when.always and "mou" in clause.rungs
    } <= without


def test_every_blank_of_every_clause_is_filled(catalog: Catalog) -> None:
    every = tuple(name for clause in catalog.clauses.values() for name in clause.when.any_)
    terms = Terms("contract", every, start=date(2026, 4, 1), end=date(2027, 3, 31))
    text = drafted(catalog, "agreement", terms=terms).text

    settled = {
        blank
        for clause in catalog.clauses.values()
        for paragraph in clause.text
        for blank in re.findall(r"\[([^\]]+)\]", paragraph)
    }
    assert {gap.what for gap in text.gaps} <= settled | {
        "Who",
        "whom",
        "amount",
        "what",
        "day",
    }  # who pays
    assert "{" not in text.markdown
    assert "April 1, 2026" in text.markdown
    stands = [each for each in catalog.clauses.values() if "contract" in each.rungs]
    assert text.markdown.count("\n## ") == len(stands) + 2


def test_clauses_say_why_when_asked(catalog: Catalog) -> None:
    plain = drafted(catalog, "agreement").text.markdown
    told = drafted(catalog, "agreement", terms=Terms(explain=True)).text.markdown

    assert "Why it is here" not in plain
    assert (
        told.count("Why it is here")
        == len(re.findall(r"^\*\*.*\*Why it is here", told, re.MULTILINE))
        > 3
    )


def test_stderr_says_why_and_what_is_not_known(collab: Collab) -> None:
    run = collab("propose", "literacy-council", "-g", "literacy", "--as", "agreement", "--to", "X")

    assert run.code == 0
    assert "The case calls for" in run.err
    assert "Say --set involves=minors or --set excludes=minors." in run.err


def test_a_condition_nobody_knows_is_a_usage_error(collab: Collab) -> None:
    run = collab("propose", "food-bank", "--as", "mou", "--set", "involves=minor")

    assert run.code == 2
    assert "Did you mean 'minors'?" in run.err


@pytest.mark.parametrize("level", ["email", "letter"])
@pytest.mark.parametrize(
    ("payer", "most", "told"),
    [("a service club", 900, True), ("the library", 900, False), ("a service club", 100, False)],
)
def test_what_is_signed_says_by_when_money_is_there_that_is_yet_to_be_raised(
    catalog: Catalog, level: Formality, payer: str, most: int, *, told: bool
) -> None:
    work = catalog.activities[SUBJECTS[0].activity]
    assert work.schedule
    cash = {"payer": payer, "cash": (0, most), "pilot_cash": (0, most), "budget": ()}
    raised = work.model_copy(update={"schedule": work.schedule.model_copy(update=cash)})
    known = Terms(level, start=date(2026, 6, 1))
    text = drafted(changed(catalog, raised), "agreement", SUBJECTS[0], terms=known).text.markdown

    assert (
        "**Money.** In cash it takes at most $900. It is to come from a service club. We tell you by "
        in text
    ) == told
    assert ("either of us may end this and owes nothing" in text) == told


def test_days_that_were_agreed_on_are_not_still_to_be_settled(catalog: Catalog) -> None:
    for agreed, left in (((), 1), (("we meet on April 20",), 0), (("coffee is ours",), 1)):
        terms = Terms("letter", agreed=agreed)
        text = drafted(catalog, "agreement", SUBJECTS[0], terms=terms).text.markdown
        assert text.count("The two settle exact days") == left
