"""What a board and a funder read: their own question, no promise made to a partner, and what it costs."""

import re
from datetime import date

import pytest

from collabkit.catalog import Catalog
from collabkit.proposals import Subject, Terms
from collabkit.proposals.fact_parts import Gap, Voice
from proposals.samples import SUBJECTS, drafted, drafted_once, plain


@pytest.mark.parametrize("name", ["email", "one-pager", "proposal"])
def test_a_board_reads_no_promise_that_was_written_for_a_partner(
    catalog: Catalog, works: list[Subject], name: str
) -> None:
    for subject in works:
        draft = drafted_once(catalog, name, subject, "board")
        assert draft.facts.party.letter is not None
        assert draft.facts.party.objection is not None
        words = plain(draft.text.markdown)
        ours = plain(f"{draft.facts.stop} {draft.facts.party.objection.answer}")
        terms = [plain(term.text) for term in draft.facts.party.letter.terms]
        assert not [term for term in terms if term in words and term not in ours], subject


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


@pytest.mark.parametrize("name", ["one-pager", "proposal"])
def test_a_motion_says_with_whom_and_what_it_takes_at_most(
    catalog: Catalog, works: list[Subject], name: str
) -> None:
    for subject in works:
        draft = drafted_once(catalog, name, subject, "board")
        motion = draft.text.markdown.partition("**Proposed motion:**")[2].partition("\n\n")[0]
        cost = draft.facts.cost
        assert cost
        assert draft.facts.effort
        assert re.search(
            "; to have staff ask .*The Other Side.* to take part(, and ask for the money)?;( to begin once .*;| under the conditions of the plan;)? to see the agreement before it is signed; and to hear the counts",
            motion,
        )
        assert all(plain(each) in plain(motion) for each in draft.facts.awaited)
        assert plain(draft.facts.activity.trial_label) in plain(motion)
        assert f" with {draft.facts.effort.most} of paid staff time and " in motion
        assert ("no cash" in motion) == (cost.none or cost.trial_free)
        assert (
            cost.none or cost.trial_free or f"at most {cost.trial_most or cost.most} in " in motion
        )
    agreed = drafted(catalog, name, SUBJECTS[1], "board", stage="agreed").text.markdown
    assert "to hold a trial with Sioux Valley Food Bank of " in agreed


@pytest.mark.parametrize("name", ["email", "one-pager", "proposal"])
def test_a_board_reads_what_happens_if_the_answer_is_no(
    catalog: Catalog, works: list[Subject], name: str
) -> None:
    for subject in works:
        draft = drafted_once(catalog, name, subject, "board")
        text = draft.text.markdown
        spared = " The trial does not depend on " in text
        assert spared == draft.facts.party.optional, subject
        assert (" there is no trial, and we tell you." in text) != spared
        named = f"{draft.facts.awaited[-1]} says no" if draft.facts.awaited else ""
        all_ = "one of them says no" in text or "one of the others says no" in text
        assert plain(named) in plain(text) or all_


def test_a_motion_names_the_months_that_are_known(catalog: Catalog) -> None:
    known = Terms(start=date(2026, 6, 1), end=date(2026, 7, 31))
    text = drafted(catalog, "proposal", SUBJECTS[1], "board", terms=known).text.markdown

    assert '," from June to July 2026, with up to ' in text


def test_a_small_sum_heads_no_paper_to_a_funder(catalog: Catalog, works: list[Subject]) -> None:
    for subject in works:
        cost = drafted_once(catalog, "proposal", subject, "funder").facts.cost
        assert cost is not None
        for name in ("email", "one-pager", "proposal"):
            text = drafted_once(catalog, name, subject, "funder").text.markdown
            headed = "a request for " in text.partition("\n\n")[0]
            assert headed == (not cost.none and not cost.small), (name, subject)
            assert cost.none or cost.ask.replace("$", "") in text
