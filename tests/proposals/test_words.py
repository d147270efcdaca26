"""What the papers say: of this partner in this work, or nothing."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from collabkit.catalog import Activity, Catalog, load
from collabkit.catalog.schedule import trial_of
from collabkit.catalog.work import Role
from collabkit.library import Library
from collabkit.proposals import PAPERS, Subject, Terms
from collabkit.proposals.fact_parts import Decision, Gap, Voice
from collabkit.proposals.parties import party, role_of
from collabkit.proposals.reckoning import effort
from collabkit.proposals.subjects import Other
from proposals.readability import grade
from proposals.samples import LIBRARY, SUBJECTS, changed, drafted, drafted_once, every_pair

WRITTEN = [(name, voice) for name, paper in PAPERS.items() for voice in paper.voices]
SENT = ("email", "one-pager", "proposal", "letter", "invitation", "agenda-shared")
"""Papers that leave the house."""
FILLER = (
    *("leverage", "robust", "synerg", "innovative"),
    *("utilize", "holistic", "impactful"),
)
EMAIL_WORDS = 200
EMAIL_WITH_TERMS = 300


class Page(SingleFileSnapshotExtension):
    """One Markdown file for each paper, to be read."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


@pytest.fixture
def page(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Page)


@pytest.fixture(scope="module")
def pairs(catalog: Catalog) -> list[Subject]:
    return list(every_pair(catalog))


@pytest.fixture(scope="module")
def works(pairs: list[Subject]) -> list[Subject]:
    """Each work once, with one partner after the other: of a board's paper the work is the most."""
    of_work: dict[str, list[Subject]] = {}
    for subject in pairs:
        of_work.setdefault(subject.activity, []).append(subject)
    return [subjects[turn % len(subjects)] for turn, subjects in enumerate(of_work.values())]


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.partner)
@pytest.mark.parametrize(("name", "voice"), WRITTEN, ids=lambda part: part)
def test_a_paper_reads_as_it_was_read(
    catalog: Catalog, page: SnapshotAssertion, name: str, voice: Voice, subject: Subject
) -> None:
    assert drafted(catalog, name, subject, voice).text.markdown == page


def test_an_email_is_short_and_asks_one_thing(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "email", subject)
        text, letter = draft.text.markdown, draft.facts.party.letter
        body = text.partition("Hello,")[2]
        asked = letter.ask if letter else "half an hour in the next two weeks?"
        assert len(body.split()) <= (EMAIL_WITH_TERMS if letter else EMAIL_WORDS), text
        assert body.count(asked) == 1


def test_an_email_says_what_its_reader_would_get(catalog: Catalog, pairs: list[Subject]) -> None:
    """Where three hundred words do not hold both, the need gives way to the gain."""
    for subject in pairs:
        draft = drafted_once(catalog, "email", subject)
        party = draft.facts.party
        if party.letter:
            said = f"what you would get {_plain(party.gains[0].text)}"
            assert said in _plain(draft.text.markdown), subject


def test_a_script_is_spoken_in_two_minutes(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        text = drafted_once(catalog, "script", subject).text.markdown
        spoken = text.partition("## Say")[2].partition("*Then stop")[0]
        assert len(spoken.split()) <= 2 * 140, spoken


def test_a_first_paper_says_what_this_partner_does_gives_and_gains_in_this_work(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    for subject in pairs:
        role = role_of(catalog.activities[subject.activity], subject.partner, subject.as_)
        assert role is not None
        plain = _plain(drafted_once(catalog, "one-pager", subject).text.markdown)
        assert all(_plain(line) in plain for line in _first_words(role))
        assert any(_plain(gift.text) in plain for gift in role.gives)
        assert all(_plain(gain.text) in plain for gain in role.gains)


@pytest.mark.parametrize(
    ("name", "voice"),
    [
        ("one-pager", "partner"),
        ("proposal", "partner"),
        ("one-pager", "board"),
        ("proposal", "board"),
        ("one-pager", "funder"),
        ("proposal", "funder"),
    ],
)
def test_where_gifts_are_listed_the_part_is_not_told_besides(
    catalog: Catalog, pairs: list[Subject], works: list[Subject], name: str, voice: Voice
) -> None:
    for subject in pairs if voice == "partner" else works:
        draft = drafted_once(catalog, name, subject, voice)
        party, text = draft.facts.party, draft.text.markdown
        assert party.letter is not None
        assert not re.search(r"\b(?:[Yy]our|[Tt]heir) part: ", text)
        part = _plain(str(party.part))
        assert part in _plain(party.letter.offer) or part not in _plain(text), subject
        assert voice != "partner" or '**"' not in text


@pytest.mark.parametrize("name", ["email", "one-pager", "proposal"])
def test_a_board_reads_no_promise_that_was_written_for_a_partner(
    catalog: Catalog, works: list[Subject], name: str
) -> None:
    for subject in works:
        draft = drafted_once(catalog, name, subject, "board")
        assert draft.facts.party.letter is not None
        assert draft.facts.party.objection is not None
        plain = _plain(draft.text.markdown)
        ours = _plain(f"{draft.facts.stop} {draft.facts.party.objection.answer}")
        terms = [_plain(term.text) for term in draft.facts.party.letter.terms]
        assert not [term for term in terms if term in plain and term not in ours], subject


@pytest.mark.parametrize("name", ["email", "one-pager", "proposal"])
@pytest.mark.parametrize("voice", ["board", "funder"])
def test_a_board_and_a_funder_get_no_blank_that_a_plan_can_do_without(
    catalog: Catalog, works: list[Subject], name: str, voice: Voice
) -> None:
    for subject in works:
        draft = drafted_once(catalog, name, subject, voice)
        figure = {draft.facts.figure.what} if isinstance(draft.facts.figure, Gap) else set()
        assert {gap.what for gap in draft.text.gaps} <= {*figure, "what these hours are worth"}


def test_who_pays_is_said_as_the_work_says_it_and_our_own_budget_plainly(
    catalog: Catalog, works: list[Subject]
) -> None:
    for subject in works:
        draft = drafted_once(catalog, "proposal", subject, "board")
        cost = draft.facts.cost
        assert cost is not None
        for name in ("email", "one-pager", "proposal"):
            text = drafted_once(catalog, name, subject, "board").text.markdown
            ours, usual = (
                text.count("The library pays it from its own budget."),
                text.count(f"It would be paid by {cost.payer}"),
            )
            free = cost.none or cost.trial_free
            assert ours == (not free and cost.own), subject
            assert usual == (not (free or cost.own) and not draft.facts.shared), subject


def test_nobody_is_asked_twice_in_thirty_seconds(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "elevator", subject)
        said, _, part = draft.text.markdown.partition("\n\n*Stop there.")
        letter = draft.facts.party.letter
        assert part
        assert letter is not None
        assert said.endswith(letter.offer if letter.offer.endswith("?") else letter.ask)


def test_of_two_parts_of_one_kind_the_name_tells_which_is_meant(catalog: Catalog) -> None:
    work = catalog.activities["special-library-answers"]

    def meant(name: str | None, as_: str = "") -> str:
        role = role_of(work, "special-library", as_, name)
        assert role
        return role.as_

    assert meant("Mercy Hospital Library") == "hospital library"
    assert meant("Cass County Law Library") == meant(None) == "county law library"
    assert meant("Mercy Hospital Library", "county law library") == "county law library"


def test_nothing_begins_before_whoever_else_it_takes_has_said_yes(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "proposal", subject)
        _, needed, others = draft.text.markdown.partition("## Who else it takes")
        waits = "othing begins without " in others.partition("## ")[0]
        assert bool(needed) == bool(draft.facts.helpers_told)
        assert waits == bool(draft.facts.awaited), subject


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
    given = role.gives[0].model_copy(update={"resource": resource, "text": gift})
    roles = tuple(
        role.model_copy(update={"gives": (given,)}) if each.partner == role.partner else each
        for each in work.roles
        if each.partner in {role.partner, "food-bank"}
    )
    one = work.model_copy(update={"needs": (need,), "roles": roles, "library_gives": ()})
    text = drafted(changed(catalog, one), "proposal", SUBJECTS[1]).text.markdown

    board = drafted(changed(catalog, one), "proposal", SUBJECTS[1], "board").text.markdown

    assert [("## Who else it takes" in each) for each in (board, text)] == [waits, waits]
    assert ("Nothing begins without it" in text) == waits


@pytest.mark.parametrize(("name", "voice"), WRITTEN, ids=lambda part: part)
def test_nothing_waits_for_whom_the_trial_can_do_without(
    catalog: Catalog, name: str, voice: Voice
) -> None:
    waits = re.compile(
        "othing begins (?:before|without) |before you decide send|their answers before you"
    )

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
    if "## Who else it takes" in told():
        assert "\n- A service club: " in told()
        assert "\n- A service club: " not in some


@pytest.mark.parametrize("name", ["invitation", "reply", "thanks"])
def test_a_letter_says_once_how_to_reach_us(catalog: Catalog, name: str) -> None:
    headed = drafted(catalog, name).text.markdown
    nameless = LIBRARY.model_copy(update={"name": None})

    assert "605-555-0142" not in headed
    assert drafted(catalog, name, library=nameless).text.markdown.count("605-555-0142") == 1


def test_an_invitation_names_who_else_would_come(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "invitation", subject)
        blank = "the other organizations" in {gap.what for gap in draft.text.gaps}
        assert blank != bool(draft.facts.helpers)
        plain = _plain(draft.text.markdown)
        assert all(_plain(helper.who) in plain for helper in draft.facts.helpers)


def test_private_notes_stand_in_no_paper_that_leaves_the_house(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    private = [
        _plain(said)
        for caution in catalog.cautions.values()
        if caution.readers == "library"
        for said in (caution.do, caution.ask)
    ]
    for subject in pairs:
        role = role_of(catalog.activities[subject.activity], subject.partner, subject.as_)
        assert role is not None
        for name in SENT:
            plain = _plain(drafted_once(catalog, name, subject).text.markdown)
            assert not [said for said in private if said in plain]
            assert _plain(role.first_step) not in plain


@pytest.mark.parametrize("name", ["agenda", "checklist"])
def test_the_librarys_own_papers_say_so_on_top(catalog: Catalog, name: str) -> None:
    assert "*The library's own notes." in drafted(catalog, name).text.markdown[:200]


def test_an_example_is_of_the_same_work_with_such_a_partner(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    right = {
        (precedent.activity, taker.partner, precedent.source[0])
        for precedent in catalog.precedents.values()
        for taker in precedent.partners
    }
    for subject in pairs:
        for example in drafted_once(catalog, "proposal", subject).facts.examples:
            assert (subject.activity, subject.partner, example.source) in right


@pytest.mark.parametrize("name", ["email", "one-pager", "proposal"])
@pytest.mark.parametrize("voice", ["board", "funder"])
def test_nobody_has_agreed_until_somebody_says_so(
    catalog: Catalog, name: str, voice: Voice
) -> None:
    for subject in SUBJECTS:
        before = drafted(catalog, name, subject, voice).text.markdown
        asked = drafted(catalog, name, subject, voice, stage="asked").text.markdown
        agreed = drafted(catalog, name, subject, voice, stage="agreed").text.markdown
        assert "agreed" not in before.replace("is agreed before", "")
        assert "have asked" in asked.casefold(), asked
        assert "agreed" in agreed


def test_hours_follow_the_months_in_which_the_work_runs(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    for subject in pairs:
        schedule = catalog.activities[subject.activity].schedule
        effort = drafted_once(catalog, "proposal", subject).facts.effort
        assert schedule is not None
        assert effort is not None
        low, high = schedule.first_year()
        year = [float(each.replace(",", "")) for each in re.findall(r"[\d.,]+", effort.year)]
        assert len(year) == 1 or year[0] == pytest.approx(low, abs=0.5)
        assert year[-1] == pytest.approx(high, abs=0.5)


def test_no_paper_to_a_partner_names_an_hour_outside_the_schedule(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    for subject in pairs:
        activity = catalog.activities[subject.activity]
        role = role_of(activity, subject.partner, subject.as_)
        assert activity.schedule is not None
        assert role is not None
        ours, theirs = (
            effort(hours, activity.schedule, sessions)
            for hours, sessions in (
                (activity.schedule.hours, None),
                (role.hours, role.sessions_a_month(activity.schedule)),
            )
        )
        text = drafted_once(catalog, "proposal", subject).text.markdown
        rows = [line for line in text.splitlines() if line.startswith(("| We |", "| You |"))]
        said = [cell.strip() for row in rows for cell in row.strip("|").split("|")[1:]]
        said += re.findall(r"We estimate (.*?) of your (?:members' |people's )?time", text)
        said = [each.partition(":")[0] for each in said]
        reckoned = {
            getattr(side, name) for side in (ours, theirs) for name in ("most", "month", "year")
        }
        assert said, subject
        assert set(said) <= reckoned, subject


def test_a_trial_takes_no_more_than_the_first_year(catalog: Catalog) -> None:
    for activity in catalog.activities.values():
        schedule = activity.schedule
        assert schedule is not None
        trial = trial_of(schedule.hours, schedule.sessions_a_month, schedule)
        assert trial[1] <= schedule.first_year()[1] + 0.01, activity.id


def test_no_paper_to_a_partner_says_that_it_agreed(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        for name in ("email", "one-pager", "proposal", "script", "elevator", "invitation"):
            text = drafted_once(catalog, name, subject).text.markdown
            assert not re.search(r"\bThe Other Side has agreed\b", text), (
                name,
                subject,
            )


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


def test_what_the_work_does_not_use_is_not_boasted_of(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    rich = LIBRARY.model_copy(update={"assets": tuple(catalog.assets)})
    for subject in pairs[::7]:
        plain = drafted_once(catalog, "proposal", subject).text.markdown
        assert drafted(catalog, "proposal", subject, library=rich).text.markdown == plain


def test_no_gain_or_gift_stands_in_two_works(catalog: Catalog) -> None:
    seen: dict[str, str] = {}
    for activity in catalog.activities.values():
        for role in activity.roles:
            for text in (*(gain.text for gain in role.gains), *(gift.text for gift in role.gives)):
                assert seen.setdefault(_plain(text), activity.id) == activity.id, text


def test_a_tenth_grader_can_read_it(catalog: Catalog, pairs: list[Subject]) -> None:
    grades = [grade(drafted_once(catalog, "one-pager", subject).text.markdown) for subject in pairs]

    assert sum(grades) / len(grades) <= 10
    assert max(grades) <= 14


def test_no_paper_has_filler(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        text = drafted_once(catalog, "proposal", subject).text.markdown.casefold()
        assert not [word for word in FILLER if word in text], subject


def test_a_bank_gets_another_paper_than_a_shelter(catalog: Catalog) -> None:
    for name in ("email", "one-pager", "proposal"):
        bank, shelter = (
            _lines(drafted(catalog, name, subject).text.markdown)
            for subject in (SUBJECTS[2], SUBJECTS[4])
        )
        assert len(bank & shelter) / len(bank | shelter) < 0.5, name


def test_a_pair_of_which_the_catalog_says_nothing_is_a_gap_and_not_a_guess(
    catalog: Catalog,
) -> None:
    subject = next(
        Subject(partner, activity.goals[0], activity.id, "Somebody")
        for activity in catalog.activities.values()
        for partner in activity.partners()
        if not activity.roles_of(partner)
    )
    text = drafted(catalog, "one-pager", subject).text

    said = {gap.what for gap in text.gaps}
    assert any(what.startswith("what the ") for what in said)
    assert any("catalog/activities.yaml" in gap.remedy for gap in text.gaps)


def test_a_library_of_which_nothing_is_known_gets_gaps_and_no_inventions(catalog: Catalog) -> None:
    text = drafted(catalog, "proposal", SUBJECTS[0]._replace(to=None), library=Library()).text

    assert {gap.what for gap in text.gaps} >= {
        "name of the literacy council",
        "name of the library",
        "town",
        "your name",
    }
    for gap in text.gaps:
        assert f"[{gap.what}]" in text.markdown


def test_her_own_words_stand_in_the_first_lines(catalog: Catalog) -> None:
    subject = SUBJECTS[1]._replace(words="kids come hungry in July")

    for name in ("email", "one-pager", "proposal"):
        text = drafted(catalog, name, subject).text.markdown
        assert '"kids come hungry in July."' in text[:700]


def test_a_blank_for_the_writer_is_counted_in_every_paper(catalog: Catalog) -> None:
    first, again = (drafted(catalog, "invitation", SUBJECTS[1]).text.gaps for _ in range(2))

    assert "day and time" in {gap.what for gap in first}
    assert first == again


@pytest.mark.parametrize("decision", ["yes", "later", "no"])
def test_a_reply_is_a_letter_with_a_clear_answer(catalog: Catalog, decision: Decision) -> None:
    text = drafted(catalog, "reply", SUBJECTS[1], decision=decision).text.markdown

    assert text.startswith("March 3, 2026\n")
    assert "Sincerely," in text
    assert ("Yes, we would like" in text) == (decision == "yes")
    assert ("will not be able" in text) == (decision == "no")


@pytest.mark.parametrize(
    ("pilot", "said"),
    [
        ("Hold a class for ten weeks.", "hold a class for ten weeks. Then both of us decide"),
        ("Hang the poems.", "hang the poems. It lasts thirteen weeks, and then both of us decide"),
    ],
)
def test_a_trial_that_says_how_long_it_is_is_told_no_length_besides(
    catalog: Catalog, pilot: str, said: str
) -> None:
    work = catalog.activities[SUBJECTS[1].activity]
    assert work.schedule
    long = work.schedule.model_copy(update={"pilot_weeks": 13, "pilot_sessions": 8})
    roles = tuple(role.model_copy(update={"timeline": ()}) for role in work.roles)
    update = {"pilot": pilot, "schedule": long, "roles": roles}
    other = changed(catalog, work.model_copy(update=update))

    assert f"{said} whether it goes on." in drafted(other, "proposal", SUBJECTS[1]).text.markdown
    for voice in ("board", "funder"):
        for name in ("one-pager", "proposal"):
            text = drafted(other, name, SUBJECTS[1], voice).text.markdown
            assert "ten weeks" not in pilot or " lasts thirteen weeks" not in text, (name, voice)


def test_three_parties_share_the_work(catalog: Catalog) -> None:
    three = SUBJECTS[1]._replace(others=(Other("service-club", "Rotary Club of Dell Rapids"),))
    text = drafted(catalog, "proposal", three).text.markdown

    assert "A service club: " not in text
    assert "| Volunteers | Rotary Club of Dell Rapids |" in text
    assert "Rotary Club of Dell Rapids would give:" in text
    assert (
        "\n\nRotary Club of Dell Rapids would get this: "
        in drafted(catalog, "proposal", three, "board").text.markdown
    )


def test_who_else_it_takes_is_told_with_what_it_gives(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "proposal", subject)
        after = draft.text.markdown.partition("## Who else it takes")[2]
        told = _plain(after.partition("\n## ")[0])
        for helper in draft.facts.helpers:
            read = helper in draft.facts.helpers_told
            assert (_plain(f"- {helper.called}: ") in told) == read, subject
            assert read or not helper.awaited
            assert not helper.named
            assert 0 < len(helper.gives) <= 2


def helped(catalog: Catalog, work: Activity, partner: str) -> list[str]:
    """Return the lines on who else it takes, as *partner* reads them."""
    subject = Subject(partner, work.goals[0], work.id, "The Other Side")
    text = drafted(changed(catalog, work), "proposal", subject).text.markdown
    told = text.partition("\n\nOne more would give this, if it agrees:\n\n")[2].partition("\n\n")[0]
    return told.splitlines()


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


@pytest.mark.parametrize(
    ("pilot", "named"),
    [
        ("Hold five talks in the club's room.", True),
        ("Hold five talks in the room of a church or a club.", False),
        ("Hold five talks.", False),
    ],
)
def test_whom_the_trial_names_is_named_among_the_helpers(
    catalog: Catalog, pilot: str, *, named: bool
) -> None:
    work = sharing(catalog, pilot)
    alone = work.model_copy(update={"needs": work.needs[:1]})

    assert helped(catalog, alone, "k12-school") == (
        ["- A club with a van: a van and soup"] if named else []
    )


def test_one_page_says_who_else_is_asked(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "one-pager", subject)
        _, _, asked = draft.text.markdown.partition("\n\nWho else would take part")
        asked = asked.partition("\n## ")[0]
        assert ("nothing begins without " in asked) == bool(draft.facts.awaited), subject
        text = _plain(draft.text.markdown)
        assert all(_plain(helper.called) in text for helper in draft.facts.helpers_told), subject


def test_a_helper_that_is_known_is_named_and_signs_nothing(catalog: Catalog) -> None:
    club = Other("service-club", "Rotary Club of Dell Rapids, Inc.")
    known = SUBJECTS[1]._replace(helpers=(club,))
    said = "Rotary Club of Dell Rapids"

    assert f"- {said}: " in drafted(catalog, "proposal", known).text.markdown
    assert said in drafted(catalog, "invitation", known).text.markdown
    for name in ("letter", "mou"):
        text = drafted(catalog, name, known).text.markdown
        assert f"{said} would give, if it agrees, two members" in text
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

    assert "Iowa Department of Education would give, if it agrees, " in asked
    assert "Iowa Department of Education gives " in given


def test_hours_are_told_with_their_parts_where_these_tell_something(
    catalog: Catalog, works: list[Subject]
) -> None:
    """The parts add up to the whole, and neither small hours nor hours of one kind are parted."""
    for subject in works:
        hours = drafted_once(catalog, "one-pager", subject).facts.party.effort
        assert hours
        if hours.parts:
            whole, *parts = (
                [float(each.replace(",", "")) for each in re.findall(r"[\d.,]*\d", said)]
                for said in (hours.trial, *hours.parts)
            )
            edges = [
                (part[0] if not said.startswith("up to") else 0, part[-1])
                for said, part in zip(hours.parts, parts, strict=True)
            ]
            assert [sum(edge) for edge in zip(*edges, strict=True)] == [whole[0], whole[-1]], (
                subject,
                hours,
            )
            assert whole[-1] >= 8, subject


def test_a_partner_reads_of_no_hours_but_its_own(catalog: Catalog, works: list[Subject]) -> None:
    for subject in works:
        text = drafted_once(catalog, "proposal", subject).text.markdown
        assert "Our staff put in" not in text
        assert text.count("please correct") == 1


@pytest.mark.parametrize("name", ["one-pager", "proposal"])
def test_a_motion_says_with_whom_and_what_it_takes_at_most(
    catalog: Catalog, works: list[Subject], name: str
) -> None:
    for subject in works:
        draft = drafted_once(catalog, name, subject, "board")
        motion = draft.text.markdown.partition("**Proposed motion:**")[2].partition("\n\n")[0]
        cost = draft.facts.cost
        assert cost
        assert re.search(
            " to authorize staff to ask The Other Side(, and also .*,)? to take part in a trial of ",
            motion,
        )
        assert all(_plain(each) in _plain(motion) for each in draft.facts.awaited)
        assert _plain(draft.facts.activity.label) in _plain(motion)
        assert "of staff time and " in motion
        assert ("no cash" in motion) == (cost.none or cost.trial_free)
        assert (
            cost.none or cost.trial_free or f"at most {cost.trial_most or cost.most} in " in motion
        )
    agreed = drafted(catalog, name, SUBJECTS[1], "board", stage="agreed").text.markdown
    assert "to hold a trial with Sioux Valley Food Bank of " in agreed


def test_a_motion_names_the_months_that_are_known(catalog: Catalog) -> None:
    known = Terms(start=date(2026, 6, 1), end=date(2026, 7, 31))
    text = drafted(catalog, "proposal", SUBJECTS[1], "board", terms=known).text.markdown

    assert '," from June to July 2026, with ' in text


def test_a_small_sum_heads_no_paper_to_a_funder(catalog: Catalog, works: list[Subject]) -> None:
    for subject in works:
        cost = drafted_once(catalog, "proposal", subject, "funder").facts.cost
        assert cost is not None
        for name in ("email", "one-pager", "proposal"):
            text = drafted_once(catalog, name, subject, "funder").text.markdown
            headed = "a request for " in text.partition("\n\n")[0]
            assert headed == (not cost.none and not cost.small), (name, subject)
            assert cost.none or cost.ask.replace("$", "") in text


def test_what_is_to_tick_vanishes_from_the_copy_that_is_signed(
    catalog: Catalog, tmp_path: Path
) -> None:
    """Boxes hold what another usually gives, where no letter of the role has asked for it."""
    meals = SUBJECTS[1]
    [role] = catalog.activities[meals.activity].roles_of(meals.partner)
    spare = {"resource": "publicity", "text": "a word in their newsletter"}
    plain = role.model_dump(mode="json", by_alias=True, exclude={"letter"}, exclude_defaults=True)
    own = [{"id": meals.activity, "roles": [plain | {"gives": [*plain["gives"], spare]}]}]
    (tmp_path / "activities.yaml").write_text(yaml.safe_dump(own), encoding="utf-8")
    catalog = load(tmp_path)

    draft = drafted(catalog, "mou", meals).text.markdown
    signed = Terms(final=True, agreed=("two coolers",))
    final = drafted(catalog, "mou", meals, terms=signed).text.markdown

    assert "- [ ] A word in their newsletter" in draft
    assert "Draft of" in draft
    assert "- [ ]" not in final
    assert "Draft of" not in final
    assert "- Two coolers." in final


def test_what_a_letter_asks_for_stands_in_what_is_signed(catalog: Catalog) -> None:
    for activity in catalog.activities.values():
        for role in activity.roles:
            side = party(catalog.partners[role.partner], activity, None, role.as_)
            gifts = tuple(gift.text for gift in role.gives)

            assert (side.gives, side.may_give) == (gifts, ()), activity.id


def _lines(markdown: str) -> set[str]:
    return {
        line for line in markdown.splitlines() if line and not line.startswith(("#", "|", "**"))
    }


def _first_words(role: Role) -> list[str]:
    """Return what a first paper says to this partner before anything else."""
    if role.letter is None:
        return [role.aim]
    return [role.letter.offer, role.letter.ask, *(term.text for term in role.letter.terms)]


def _plain(text: str) -> str:
    """Return *text* as letters and digits only: Markdown escapes some signs, sentences some letters."""
    return re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()


def test_the_answering_machine_hears_whole_sentences(
    catalog: Catalog, works: list[Subject]
) -> None:
    for subject in works:
        said = drafted_once(catalog, "script", subject).text.markdown
        message = said.partition("## If nobody answers\n\n")[2].partition("\n")[0]
        assert "?." not in message, subject


def test_a_step_that_chooses_the_day_is_gone_once_it_is_known(catalog: Catalog) -> None:
    office = Subject("federal-agency", "newcomers", "naturalization-ceremony", "USCIS")
    known = office._replace(when="Friday, September 17, at 10", where="the hall")

    day = date(2027, 9, 17)
    one_day = drafted(catalog, "agreement", office, terms=Terms(start=day, end=day))
    assert "set the date" in drafted(catalog, "agreement", office).text.markdown
    assert "set the date" not in one_day.text.markdown
    assert "set the date" not in drafted(catalog, "agreement", known).text.markdown
    assert "set the date" in drafted(catalog, "proposal", office).text.markdown
    assert "set the date" not in drafted(catalog, "proposal", known).text.markdown


def test_a_readers_own_place_is_not_told_it(catalog: Catalog) -> None:
    shop = Subject("local-business", "early-literacy", "laundromat-reading-corner", "Suds")
    for name in ("email", "one-pager", "letter"):
        text = drafted(catalog, name, shop._replace(where="your laundromat")).text.markdown
        assert "**Where" not in text, name
        assert "Where: " not in text, name
        assert "The place" not in text, name
    other = shop._replace(where="your laundromat, beside the dryers by the window")
    assert "by the window" in drafted(catalog, "one-pager", other).text.markdown


def test_two_facts_stand_in_a_paragraph_of_their_own(catalog: Catalog) -> None:
    one, two = "We own forty cards.", "Ours is the only room with a ramp."
    known = SUBJECTS[1]._replace(facts=(one,))
    alone = drafted(catalog, "one-pager", known).text.markdown
    apart = drafted(catalog, "one-pager", known._replace(facts=(one, two))).text.markdown
    need = drafted(catalog, "one-pager", known).facts.need

    assert f"{need} {one}" in alone
    assert f"\n\n{one} {two}\n\n" in apart


def test_an_example_tells_what_came_of_it(catalog: Catalog, pairs: list[Subject]) -> None:
    outcomes = [each.outcome for each in catalog.precedents.values() if each.outcome]
    for subject in pairs:
        told = drafted_once(catalog, "proposal", subject).facts.examples
        assert len(told) <= 2
        assert all(any(outcome in each.text for outcome in outcomes) for each in told), subject


def test_whose_time_it_is(catalog: Catalog) -> None:
    told = {
        kind: party(catalog.partners[kind], work, "Them").people
        for kind, id_ in (
            ("service-club", "pantry-shelf"),
            ("local-business", "barbershop-books"),
            ("food-bank", "summer-meals-site"),
        )
        for work in [catalog.activities[id_]]
    }
    assert [*told.values()] == ["your members'", "your", "your people's"]


def test_who_is_to_quote_reads_of_no_sum(catalog: Catalog) -> None:
    """A carrier that is asked for its price would else read what a foundation gives."""
    carrier = Subject(
        "technology-provider", "internet-access", "hotspot-lending", "Prairie Telecom"
    )
    known = carrier._replace(helpers=(Other("funder", "Elm Foundation"),))
    for name in ("proposal", "one-pager", "letter"):
        text = drafted(catalog, name, known).text.markdown
        assert "$" not in text, name
        assert "Elm Foundation" in text
    assert "$3,000" in drafted(catalog, "proposal", known, "board").text.markdown


def test_a_script_answers_what_it_costs_with_the_term_that_says_it(
    catalog: Catalog, works: list[Subject]
) -> None:
    told = 0
    for subject in works:
        draft = drafted_once(catalog, "script", subject)
        said = draft.facts.party.cost_said
        told += bool(said)
        if said:
            answer = draft.text.markdown.partition('**"What does it cost us?"** ')[2]
            assert _plain(answer.partition("\n")[0]) == _plain(said), subject
    assert told
