"""What a funder is asked for, and the table that it is a part of."""

import re
from datetime import date

import pytest

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.work import LibraryGiven, PartnerGiven
from collabkit.proposals import Subject, Terms
from collabkit.proposals.subjects import Other
from proposals.samples import LIBRARY, SUBJECTS, changed, drafted, drafted_once, every_pair

BANK = SUBJECTS[2]


Money = tuple[str, float | None]
"""A gift of money, and what it comes to."""


def with_gifts(
    catalog: Catalog, *, ours: Money | None = None, theirs: Money | None = None
) -> Catalog:
    """Return a catalog in which the trial of the tax help takes $3,000, with these gifts of money."""
    work = catalog.activities[BANK.activity]
    assert work.schedule
    schedule = work.schedule.model_copy(update={"pilot_cash": (50, 3_000)})
    library = tuple(
        LibraryGiven(resource="funding", text=text, dollars=amount, **{"for": ()})
        for text, amount in ([ours] if ours else [])
    )
    paid = tuple(
        PartnerGiven(resource="funding", text=text, costs="money", dollars=amount)
        for text, amount in ([theirs] if theirs else [])
    )
    roles = tuple(
        role.model_copy(update={"gives": (*role.gives, *paid)})
        if role.partner == BANK.partner
        else role
        for role in work.roles
        if role.partner != "funder"
    )
    gifts = (*work.library_gives, *library)
    update = {"schedule": schedule, "roles": roles, "library_gives": gifts}
    return changed(catalog, work.model_copy(update=update))


def sums(text: str) -> list[tuple[int, int, int]]:
    """Return the dollars of each row of a table: cash, and the least and most in kind."""
    rows = re.findall(r"^\| (?!The trial|First|---)[^|]*\|([^|]*)\|([^|]*)\|$", text, re.MULTILINE)
    return [(dollars(cash)[1], *dollars(kind)) for cash, kind in rows]


def dollars(cell: str) -> tuple[int, int]:
    """Return the least and the most that *cell* says: "$5 to $9", "up to $9", "$9" or nothing."""
    said = [int(each.replace(",", "")) for each in re.findall(r"\$([\d,]+)", cell)] or [0]
    return 0 if "up to" in cell else said[0], said[-1]


@pytest.mark.parametrize(
    ("ours", "theirs", "asked", "said"),
    [
        (None, None, "$3,000", "The trial costs no more cash than that."),
        (
            ("$1,000 for forms, of which the library's program budget gives $400", 400),
            None,
            "$2,600",
            "The trial takes at most $3,000 in cash, of which the library's own budget gives $400.",
        ),
        (("$400 from the book budget", 400), None, "$2,600", "budget gives $400."),
        (("at most $400 for forms", None), None, "$3,000", "The trial costs no more"),
        (
            None,
            ("at most $500, once, for forms", 500),
            "$2,500",
            "First Dakota Bank would give $500.",
        ),
        (None, ("$50 a month for ten months, $500 in all", 500), "$2,500", "would give $500."),
        (None, ("$50 a month for forms", None), "$3,000", "The trial costs no more"),
        (None, ("at most $500, only if it goes on", None), "$3,000", "The trial costs no more"),
        (
            None,
            ("at most $3,000, once, for forms", 3000),
            "$3,000",
            "If First Dakota Bank gives some of it, we ask you for that much less.",
        ),
        (None, ("at most $9,000, once, for a van", 9000), "$3,000", "than that. What is not spent"),
    ],
)
def test_a_funder_is_asked_for_what_nobody_else_gives(
    catalog: Catalog, ours: Money | None, theirs: Money | None, asked: str, said: str
) -> None:
    text = drafted(with_gifts(catalog, ours=ours, theirs=theirs), "proposal", BANK, "funder")

    assert f"We ask you for **{asked}** toward " in text.text.markdown
    assert said in text.text.markdown
    assert f"a request for {asked}" in text.text.markdown.partition("\n")[0]


def test_only_a_helper_that_somebody_named_lessens_what_is_asked(catalog: Catalog) -> None:
    toys = Subject("disability-organization", "early-literacy", "toy-library", "Early Steps")
    named = toys._replace(helpers=(Other("service-club", "Dell Rapids Lions"),))
    plain = drafted(catalog, "proposal", toys, "funder").text.markdown
    known = drafted(catalog, "proposal", named, "funder").text.markdown

    assert "of which Dell Rapids Lions would give $1,500" in known
    assert "| Dell Rapids Lions | $1,500 |" in known
    assert "If a service club gives some of it, we ask you for that much less." in plain


def test_the_rows_of_a_budget_add_up(catalog: Catalog) -> None:
    for subject in list(every_pair(catalog))[::3]:
        draft = drafted_once(catalog, "proposal", subject, "funder")
        table = draft.facts.budget
        rows = sums(draft.text.markdown.partition("## What it costs")[2].partition("\n## ")[0])
        if table and table.of_trial and "| In all |" in draft.text.markdown:
            *parts, whole = rows
            assert tuple(map(sum, zip(*parts, strict=True))) == whole, subject


def test_without_a_rate_no_hours_of_others_and_no_sum_stand_in_a_budget(catalog: Catalog) -> None:
    text = drafted(
        catalog, "proposal", BANK, "funder", LIBRARY.model_copy(update={"rate": None})
    ).text.markdown

    assert text.count("[what these hours are worth]") == 1
    assert "| People of" not in text
    assert "| In all | $5,200 |  |" in text


def test_no_funder_reads_that_money_is_still_to_be_found_from_funders(catalog: Catalog) -> None:
    def asked(work: Activity) -> bool:
        return any("funder" in need.from_ for need in work.needs)

    for subject in list(every_pair(catalog))[::3]:
        if asked(catalog.activities[subject.activity]):
            text = drafted_once(catalog, "proposal", subject, "funder").text.markdown
            assert "often from foundations" not in text
            assert "or foundations and United Ways" not in text


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        (
            ("at most $500, once, for forms", 500),
            "would be asked for $500 of it. The other $2,500 would",
        ),
        (
            ("at most $500, once: $100 for pens, and $400 for forms", 500),
            "asked for $500 of it. The other",
        ),
        (
            ("at most $3,000, once, for forms", 3000),
            "First Dakota Bank would be asked for all of it. If",
        ),
        (
            ("$50 a month for forms", None),
            "would be asked for $50 a month for forms. The rest comes from",
        ),
        (None, "It would be paid by "),
    ],
)
def test_a_board_reads_who_is_asked_for_how_much_of_the_cash(
    catalog: Catalog, theirs: Money | None, said: str
) -> None:
    told = drafted(with_gifts(catalog, theirs=theirs), "one-pager", BANK, "board").text.markdown

    assert said in told
    assert re.search(
        r" If the money is not pledged by \w+ \d+, \d{4}, only the paid coordinator and the interpreters fall away\.",
        told,
    )


def test_a_board_adds_the_lines_up_to_the_most(catalog: Catalog) -> None:
    for subject in list(every_pair(catalog))[::9]:
        draft = drafted_once(catalog, "proposal", subject, "board")
        table = draft.text.markdown.partition("| What the cash buys |")[2].partition("\n\n")[0]
        *lines, whole = [
            int(each.replace(",", ""))
            for each in re.findall(r" \**\$([\d,]+)\** \|$", table, re.MULTILINE)
        ] or [0]
        assert not lines or sum(lines) == whole, subject


def test_a_report_waits_for_what_is_counted_last(catalog: Catalog) -> None:
    work = catalog.activities[BANK.activity]
    assert work.schedule
    for weeks, within in ((11, "two months"), (37, "seven months")):
        schedule = work.schedule.model_copy(update={"pilot_weeks": 11, "result_weeks": weeks})
        late = changed(catalog, work.model_copy(update={"schedule": schedule}))
        ends = Terms(start=date(2027, 2, 1), end=date(2027, 4, 15))
        plain = drafted(late, "proposal", BANK, "funder").text.markdown
        dated = drafted(late, "proposal", BANK, "funder", terms=ends).text.markdown

        assert f"you have our report within {within} of the end of the trial." in plain
        day = "June 30, 2027" if within == "two months" else "November 30, 2027"
        assert f"you have our report by {day}." in dated


def test_a_funder_that_somebody_named_stands_on_top(catalog: Catalog) -> None:
    named = BANK._replace(helpers=(Other("funder", "Elm Foundation"),))

    for name in ("one-pager", "proposal"):
        assert "**To:** Elm Foundation" in drafted(catalog, name, named, "funder").text.markdown
        assert "**To:**" not in drafted(catalog, name, BANK, "funder").text.markdown
