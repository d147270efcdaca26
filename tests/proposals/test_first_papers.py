"""What a partner reads or hears first: short, of its own part and gain, and one question."""

import re

import pytest

from collabkit.catalog import Catalog
from collabkit.catalog.work import Role
from collabkit.proposals import Subject
from collabkit.proposals.fact_parts import Voice
from collabkit.proposals.parties import role_of
from proposals.samples import drafted_once, plain

EMAIL_WORDS = 200
EMAIL_WITH_TERMS = 400


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
            said = f"what you would get {plain(party.gains[0].text)}"
            assert said in plain(draft.text.markdown), subject


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
        words = plain(drafted_once(catalog, "one-pager", subject).text.markdown)
        assert all(plain(line) in words for line in _first_words(role))
        assert any(plain(gift.text) in words for gift in role.gives)
        assert all(plain(gain.text) in words for gain in role.gains)


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
        part = plain(str(party.part))
        assert part in plain(party.letter.offer) or part not in plain(text), subject
        assert voice != "partner" or '**"' not in text


def test_nobody_is_asked_twice_in_thirty_seconds(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "elevator", subject)
        said, _, besides = draft.text.markdown.partition("\n\n*Stop there.*\n\n")
        letter = draft.facts.party.letter
        assert letter is not None
        asks = "?" in letter.offer
        own = letter.offer.endswith("?")
        last = letter.offer if own else "Could that work for you?" if asks else letter.ask
        assert plain(said).endswith(plain(re.split(r"(?<=[.?]) ", last)[-1]))
        assert (plain(letter.ask) in plain(besides)) == asks


def test_an_invitation_names_who_else_would_come(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        draft = drafted_once(catalog, "invitation", subject)
        blank = "the other organizations" in {gap.what for gap in draft.text.gaps}
        assert blank != bool(draft.facts.helpers)
        words = plain(draft.text.markdown)
        assert all(plain(helper.who) in words for helper in draft.facts.helpers)


def test_a_partner_reads_of_no_hours_but_its_own(catalog: Catalog, works: list[Subject]) -> None:
    for subject in works:
        text = drafted_once(catalog, "proposal", subject).text.markdown
        assert "Our staff put in" not in text
        assert text.count("please correct") == 1


def _first_words(role: Role) -> list[str]:
    """Return what a first paper says to this partner before anything else."""
    if role.letter is None:
        return [role.aim]
    return [role.letter.offer, role.letter.ask, *(term.text for term in role.letter.terms)]


def test_the_answering_machine_hears_what_is_wanted_in_whole_sentences(
    catalog: Catalog, works: list[Subject]
) -> None:
    for subject in works:
        draft = drafted_once(catalog, "script", subject)
        letter = draft.facts.party.letter
        message = draft.text.markdown.partition("## If nobody answers\n\n")[2].partition("\n")[0]
        assert letter is not None
        assert plain(letter.subject) in plain(message), subject
        assert "?." not in message, subject


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
            assert plain(answer.partition("\n")[0]) == plain(said), subject
    assert told
