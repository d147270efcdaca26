"""What a gift says of money in its fields agrees with what it says in its text."""

import pytest
from pydantic import ValidationError

from collabkit.catalog import Catalog
from collabkit.catalog.work import LibraryGiven, PartnerGiven, Role


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
