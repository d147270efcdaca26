"""What was lived through moves the rank where everybody sees it."""

from pathlib import Path

import pytest

from collabkit import match
from collabkit.catalog import Catalog
from collabkit.library import Known, Library, Went
from conftest import Collab

GOAL = "reentry"
PARTNER = "legal-aid"


def rank(catalog: Catalog, went: Went | None, *, known: bool = True) -> int:
    history = (Known(partner=PARTNER, went=went),) if known else ()
    found = match(catalog, [GOAL], library=Library(partners=history))
    return next(each.rank for each in found if each.partner == PARTNER)


def test_good_experience_moves_up_and_bad_experience_moves_down(catalog: Catalog) -> None:
    unknown = rank(catalog, None, known=False)

    assert rank(catalog, "well") < unknown < rank(catalog, "badly")
    assert rank(catalog, "well") <= rank(catalog, "mixed") <= rank(catalog, None) <= unknown


@pytest.mark.parametrize("partner", ["senior-services", "volunteer-center", "funder"])
def test_history_moves_others_too(catalog: Catalog, partner: str) -> None:
    scores = []
    for went in ("well", "mixed", None, "badly"):
        library = Library(partners=(Known(partner=partner, went=went),))
        found = match(catalog, ["financial-literacy"], library=library)
        scores.append(next(each.score for each in found if each.partner == partner))

    assert scores == sorted(set(scores), reverse=True)


@pytest.mark.parametrize(
    ("line", "sentence", "value"),
    [
        ("{partner: legal-aid, since: 2019, went: well}", "Known since 2019, and it went well.", 0.7),
        ("{partner: legal-aid, went: mixed}", "Known, and it went partly well.", 0.575),
        ("{partner: legal-aid, went: badly}", "Known, and it went badly.", 0.25),
        ("{partner: legal-aid}", "Known, and nothing is said of how it went.", 0.55),
    ],
)  # fmt: skip
def test_the_record_tells_the_history_of_the_profile(
    collab: Collab, clean_machine: Path, line: str, sentence: str, value: float
) -> None:
    (clean_machine / "library.yaml").write_text(f"partners:\n  - {line}\n", encoding="utf-8")

    run = collab("match", "--goal", GOAL, "--limit", "99", "--explain")
    card = next(card for card in run.out.split("\n\n") if f"({PARTNER})" in card)

    assert f"history     {value:.2f}  {sentence}" in card


def test_no_history_is_unknown_and_in_the_middle(catalog: Catalog) -> None:
    factor = match(catalog, [GOAL], limit=1)[0].factors[-1]

    assert factor == ("history", 0.5, "Unknown: no history in the profile.")


def test_of_two_experiences_with_one_type_the_better_counts(catalog: Catalog) -> None:
    good = Known(partner=PARTNER, name="East", went="well")
    bad = Known(partner=PARTNER, name="West", went="badly")

    alone = match(catalog, [GOAL], library=Library(partners=(good,)))
    assert match(catalog, [GOAL], library=Library(partners=(good, bad))) == alone
    assert match(catalog, [GOAL], library=Library(partners=(bad, good))) == alone
