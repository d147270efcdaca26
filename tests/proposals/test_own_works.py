"""What a library writes of a work of its own, of which it says less than the shipped catalogs do."""

import re

import pytest

from collabkit.catalog import Activity, Catalog
from collabkit.proposals.fact_parts import Voice
from proposals.samples import SUBJECTS, WRITTEN, changed, drafted

SUBJECT = SUBJECTS[0]


def of_role(work: Activity, **told: object) -> Activity:
    roles = (
        role.model_copy(update=told) if role.partner == SUBJECT.partner else role
        for role in work.roles
    )
    return work.model_copy(update={"roles": tuple(roles)})


def less(work: Activity, what: str) -> Activity:
    """Return *work* without *what* a catalog of one's own may leave out."""
    if what == "schedule":
        return work.model_copy(update={"schedule": None})
    if what == "budget":
        assert work.schedule
        plain = work.schedule.model_copy(update={"budget": (), "pilot_cash": None})
        return work.model_copy(update={"schedule": plain})
    return of_role(work, **{what: None if what == "letter" else ()})


@pytest.mark.parametrize("what", ["letter", "timeline", "budget", "schedule"])
@pytest.mark.parametrize(("name", "voice"), WRITTEN, ids=lambda part: part)
def test_every_paper_is_written_of_a_work_that_says_less(
    catalog: Catalog, name: str, voice: Voice, what: str
) -> None:
    told = changed(catalog, less(catalog.activities[SUBJECT.activity], what))

    text = drafted(told, name, SUBJECT, voice).text.markdown

    assert not re.search(r'[,.]",| \.|(?<!\.)\.\.(?!\.)', text)
    assert not re.search(r"^#{1,3} [^\n]*\n+(?=#{1,2} |\Z)", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["email", "one-pager", "proposal"])
def test_no_funder_reads_that_a_work_takes_no_cash_of_which_nobody_knows_it(
    catalog: Catalog, name: str
) -> None:
    told = changed(catalog, less(catalog.activities[SUBJECT.activity], "schedule"))

    text = drafted(told, name, SUBJECT, "funder").text.markdown

    assert "no cash" not in text
    assert "[what the trial takes in cash]" in text


@pytest.mark.parametrize("name", ["one-pager", "proposal"])
def test_what_a_single_day_takes_is_told_of_no_year(catalog: Catalog, name: str) -> None:
    work = catalog.activities["live-animal-program"]
    subject = SUBJECTS[0]._replace(partner="museum", goal=work.goals[0], activity=work.id)

    text = drafted(catalog, name, subject, "board").text.markdown

    assert "at most $850 in cash, none of it from the library" in text
    assert "The day takes at most $850 in cash" in text
