"""Dollars: what is asked of the reader in money, and what the trial takes."""

import re

import pytest

from collabkit.catalog import Activity, Catalog
from collabkit.proposals import Subject
from collabkit.proposals.fact_parts import Voice
from collabkit.proposals.subjects import Other
from proposals.samples import changed, drafted, drafted_once, every_pair

SUBJECT = Subject("food-bank", "food-security", "summer-meals-site", "Sioux Valley Food Bank")
NOTHING = "We do not ask you for money."
ELSE = "We ask you for no other money."


def giving(work: Activity, text: str, costs: str | None, paid: str = "no") -> Activity:
    """Return *work* to which each role gives *text* alone."""
    gift = {"text": text, "costs": costs, "dollars": None}
    roles = tuple(
        role.model_copy(
            update={
                "gives": (role.gives[0].model_copy(update=gift),),
                "paid": paid,
                "quotes": paid == "work" and "$" not in text,
            }
        )
        for role in work.roles
    )
    return work.model_copy(update={"roles": roles})


def costing(work: Activity, **told: object) -> Activity:
    assert work.schedule
    return work.model_copy(
        update={"schedule": work.schedule.model_copy(update={"payer": "", **told})}
    )


@pytest.mark.parametrize(
    ("text", "costs", "paid", "said"),
    [
        ("at most $250, once, for the frames", "money", "no", ELSE),
        ("six packs a month, $270 in all", "thing", "no", ELSE),
        ("one painter for an hour, for a fee of $150 that we pay", None, "work", ""),
        ("two members, each paid $75 by the library", None, "costs", ""),
        ("two passes at the price you charge libraries", "more", "work", ""),
        ("a corner with a rug", None, "no", NOTHING),
        ("a supper for sixty", "more", "no", ""),
    ],
)
def test_a_sum_among_the_gifts_is_asked_whatever_it_is_for(
    catalog: Catalog, text: str, costs: str | None, paid: str, said: str
) -> None:
    work = catalog.activities[SUBJECT.activity]
    dear = costing(giving(work, text, costs, paid), cash=(100, 900), pilot_cash=(100, 300))
    told = drafted(changed(catalog, dear), "proposal", SUBJECT).text.markdown

    quotes = "price you charge" in text  # who is to name its price reads of no sum
    assert ("In cash the trial takes at most $300: " in told) != quotes
    assert told.count(text[1:]) == 1
    assert [each in told for each in (NOTHING, ELSE)] == [each == said for each in (NOTHING, ELSE)]


def test_who_is_paid_by_the_work_reads_nothing_of_asking(catalog: Catalog) -> None:
    """A museum sells its passes, and a refurbisher bills its fee: the letter says so."""
    for partner, work in (
        ("museum", "museum-pass-lending"),
        ("digital-inclusion-organization", "device-refurbishing"),
    ):
        side = Subject(partner, catalog.activities[work].goals[0], work, "The Other Side")
        assert "asked of you" not in drafted(catalog, "proposal", side).text.markdown
        assert "we ask you for no money" not in drafted(catalog, "script", side).text.markdown


def test_where_no_money_is_asked_no_gift_names_a_sum_that_is(catalog: Catalog) -> None:
    for subject in every_pair(catalog):
        draft = drafted_once(catalog, "proposal", subject)
        asked = draft.facts.party.asked

        assert not (NOTHING in draft.text.markdown and (asked.money or asked.things)), subject


@pytest.mark.parametrize("voice", ["partner", "board"])
def test_what_the_trial_alone_takes_is_said_of_the_trial(catalog: Catalog, voice: Voice) -> None:
    work = catalog.activities[SUBJECT.activity]
    same = costing(work, cash=(100, 300), pilot_cash=(100, 300), months=1, season=(6,))
    said = drafted(changed(catalog, same), "proposal", SUBJECT, voice).text.markdown

    assert re.search(
        r"(?:In cash the trial takes at most \$300|The trial takes at most \$300 in cash)", said
    )
    assert "300 in the first year" not in said


def test_a_single_day_costs_what_its_trial_does(catalog: Catalog) -> None:
    work = catalog.activities[SUBJECT.activity]
    day = {"months": 1, "season": (6,), "sessions_a_month": 1}
    apart = costing(work, cash=(100, 900), pilot_cash=(100, 300), **day)
    unknown = costing(work, cash=(100, 900), pilot_cash=None, **day)

    assert "In cash the day takes at most $300: " in (
        drafted(changed(catalog, apart), "proposal", SUBJECT).text.markdown
    )
    assert "In cash the day takes $100 to $900, for " in (
        drafted(changed(catalog, unknown), "proposal", SUBJECT).text.markdown
    )


def test_who_gives_a_sum_signs_a_letter_at_least(catalog: Catalog) -> None:
    levels = {}
    for text, costs in (
        ("at most $3,000 for the coaches", "money"),
        ("a page on the programs", None),
    ):
        work = giving(catalog.activities[SUBJECT.activity], text, costs)
        light = work.model_copy(
            update={
                "level": "networking",
                "roles": tuple(
                    role.model_copy(update={"excludes": tuple(catalog.conditions), "involves": ()})
                    for role in work.roles
                ),
            }
        )
        agreement = drafted(changed(catalog, light), "agreement", SUBJECT).facts.agreement
        assert agreement
        levels[text] = agreement.recommended

    assert [*levels.values()] == ["letter", "email"]


def test_no_confirming_email_gives_dollars(catalog: Catalog) -> None:
    for subject in every_pair(catalog):
        facts = drafted_once(catalog, "agreement", subject).facts
        assert facts.agreement
        sums = [gift for gift in facts.party.gives if "$" in str(gift)]

        assert facts.agreement.recommended != "email" or not sums, subject


def test_of_several_sides_each_reads_who_is_asked_for_money(catalog: Catalog) -> None:
    work = catalog.activities["one-venue-shared-cost"]
    shop = Other("bookstore-publisher", "Zandbroz")
    both = Subject("civic-organization", work.goals[0], work.id, "AAUW", others=(shop,))
    said = drafted(catalog, "proposal", both).text.markdown

    assert "AAUW is asked for a third of the hall" in said
    assert "the library pays the rest from its own budget." in said
    assert "Zandbroz is asked for" not in said


def test_a_partner_reads_of_our_own_budget_and_not_who_usually_pays(catalog: Catalog) -> None:
    for payer, said in (("the Friends", ""), ("the library", ", from the library's own budget")):
        work = costing(catalog.activities[SUBJECT.activity], pilot_cash=(100, 300), payer=payer)
        text = drafted(changed(catalog, work), "proposal", SUBJECT).text.markdown

        assert ("from the library's own budget" in text) == bool(said)
        assert "usually paid" not in text


def test_who_is_paid_for_its_work_provides_and_gives_no_hours_in_kind(catalog: Catalog) -> None:
    """A loss that is paid for, or mileage, hires nobody."""
    work = catalog.activities["device-refurbishing"]
    shop = Subject("digital-inclusion-organization", work.goals[0], work.id, "Renew Works")
    asked = drafted(catalog, "script", shop)
    neighbor = catalog.activities["courier-among-libraries"]
    lender = Subject("public-library", neighbor.goals[0], neighbor.id, "Grant City Library")

    assert asked.facts.party.asked.hired
    assert "**You provide:**" in drafted(catalog, "letter", shop).text.markdown
    assert (
        "**Renew Works** would provide"
        in drafted(catalog, "one-pager", shop, "board").text.markdown
    )
    assert "People of Renew Works" not in drafted(catalog, "proposal", shop, "funder").text.markdown
    assert not drafted(catalog, "script", lender).facts.party.asked.hired
    assert "**You give:**" in drafted(catalog, "letter", lender).text.markdown
