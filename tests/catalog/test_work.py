"""What fields of a work say agrees with its texts."""

import re

import pytest
from pydantic import ValidationError

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.work import LibraryGiven, PartnerGiven, Role
from collabkit.text.phrases import lower_first, with_article


def given(text: str, **fields: object) -> PartnerGiven:
    return PartnerGiven.model_validate({"resource": "funding", "text": text, **fields})


@pytest.mark.parametrize(
    ("text", "fields", "wrong"),
    [
        ("frames for ten pictures", {"costs": "money"}, "names no sum"),
        ("at most $250 for frames", {"costs": "more"}, "names one"),
        ("at most $250 for frames", {"costs": "money", "dollars": 300}, "does not say \\$300"),
    ],
)
def test_money_in_a_field_is_the_money_in_the_text(
    text: str, fields: dict[str, object], wrong: str
) -> None:
    with pytest.raises(ValidationError, match=wrong):
        given(text, **fields)


def test_the_library_pays_what_its_gift_says() -> None:
    with pytest.raises(ValidationError, match="does not say \\$90"):
        LibraryGiven.model_validate({"resource": "funding", "text": "$80 in all", "dollars": 90})


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"gives": [{"resource": "funding", "text": "at most $250"}]}, "nobody is said to pay"),
        ({"quotes": True}, "not `paid: work`"),
    ],
)
def test_a_role_says_who_pays(catalog: Catalog, fields: dict[str, object], wrong: str) -> None:
    role = (
        catalog.activities["summer-meals-site"]
        .roles[0]
        .model_dump(by_alias=True, exclude_defaults=True)
    )

    Role.model_validate({**role, "paid": "work", **fields})
    with pytest.raises(ValidationError, match=wrong):
        Role.model_validate({**role, "paid": "no", **fields})


def test_every_trial_says_that_we_do_it(catalog: Catalog) -> None:
    for work in catalog.activities.values():
        told = work.pilot_as_ours

        assert re.match(r"We |[A-Z][^.]*?,? we ", told), told
        assert (
            re.sub(r"\b[Ww]e ", "", told).casefold()
            == re.sub(r"\b[Ww]e ", "", work.pilot).casefold()
        )


@pytest.mark.parametrize(
    "fields", [{"pilot_does": ("juggle",)}, {"pilot_months": (2,)}], ids=["verb", "month"]
)
def test_a_trial_does_what_its_text_says(catalog: Catalog, fields: dict[str, object]) -> None:
    work = catalog.activities["summer-meals-site"].model_dump(by_alias=True, exclude_defaults=True)

    Activity.model_validate(work)
    with pytest.raises(ValidationError, match="make them agree"):
        Activity.model_validate({**work, **fields})


def test_a_kind_takes_its_article(catalog: Catalog) -> None:
    partners = catalog.partners.values()
    kinds = {with_article(lower_first(each.label), each.article) for each in partners}
    kinds |= {
        with_article(role.as_, role.article)
        for work in catalog.activities.values()
        for role in work.roles
        if role.as_
    }

    assert {"an American Job Center", "Lions or Kiwanis"} <= kinds
    assert not [kind for kind in kinds if re.match(r"a [aei]|an [bcdgjkpqtvwyz]", kind)]
