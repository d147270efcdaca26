"""The sides of a work: which part is meant, what it gives, and whose time it is."""

from pathlib import Path

import yaml

from collabkit.catalog import Catalog, load
from collabkit.proposals import Subject, Terms
from collabkit.proposals.parties import party, role_of
from proposals.samples import SUBJECTS, drafted, plain


def test_of_two_parts_of_one_kind_the_name_tells_which_is_meant(catalog: Catalog) -> None:
    work = catalog.activities["special-library-answers"]

    def meant(name: str | None, as_: str = "") -> str:
        role = role_of(work, "special-library", as_, name)
        assert role
        return role.as_

    assert meant("Mercy Hospital Library") == "hospital library"
    assert meant("Cass County Law Library") == meant(None) == "county law library"
    assert meant("Mercy Hospital Library", "county law library") == "county law library"


def test_no_gain_or_gift_stands_in_two_works(catalog: Catalog) -> None:
    seen: dict[str, str] = {}
    for activity in catalog.activities.values():
        for role in activity.roles:
            for text in (*(gain.text for gain in role.gains), *(gift.text for gift in role.gives)):
                assert seen.setdefault(plain(text), activity.id) == activity.id, text


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
    assert "**Settled when we talked.** Two coolers." in final


def test_what_a_letter_asks_for_stands_in_what_is_signed(catalog: Catalog) -> None:
    for activity in catalog.activities.values():
        for role in activity.roles:
            side = party(catalog.partners[role.partner], activity, None, role.as_)
            gifts = tuple(gift.text for gift in role.gives)

            assert (side.gives, side.may_give) == (gifts, ()), activity.id


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
