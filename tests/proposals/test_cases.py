"""What a case involves, told by circumstances or by a person."""

import pytest

from collabkit.catalog import Catalog
from collabkit.errors import UnknownIdError, UsageError
from collabkit.proposals.cases import Case, case_of


def case(
    catalog: Catalog,
    partner: str,
    activity: str,
    involves: tuple[str, ...] = (),
    excludes: tuple[str, ...] = (),
) -> Case:
    kind, work = catalog.partners[partner], catalog.activities[activity]
    return case_of(catalog, kind, work, involves=involves, excludes=excludes)


def test_lunches_involve_food_children_and_a_room(catalog: Catalog) -> None:
    found = case(catalog, "food-bank", "summer-meals-site")
    work = catalog.activities["summer-meals-site"]
    plain = tuple(role.model_copy(update={"excludes": ()}) for role in work.roles)
    bare = work.model_copy(update={"roles": plain})
    shown = case_of(catalog, catalog.partners["food-bank"], bare)

    assert all(shown[each] for each in ("food", "minors", "space", "events"))
    assert not found["volunteers"]  # a role knows better than its work: the food bank sends none
    assert not found["shared-staff"]
    assert not found["library-to-library"]


def test_a_walk_is_no_risk_of_the_side_that_opens_the_path(catalog: Catalog) -> None:
    assert not case(catalog, "parks-recreation", "storywalk-in-the-park")["high-risk"]
    assert not case(catalog, "healthcare-provider", "walking-club")["high-risk"]
    assert case(catalog, "public-safety", "cpr-and-bleeding-control-class")["high-risk"]


def test_what_a_role_does_not_give_shows_nothing(catalog: Catalog) -> None:
    assert not case(catalog, "housing-authority", "computer-lab-in-public-housing")["money"]


def test_two_libraries_bind_themselves_and_friends_do_not(catalog: Catalog) -> None:
    assert case(catalog, "library-consortium", "courier-among-libraries")["library-to-library"]
    assert not case(catalog, "library-friends", "used-book-sale")["library-to-library"]


def test_what_nobody_can_tell_is_asked(catalog: Catalog) -> None:
    found = case(catalog, "literacy-council", "adult-tutoring-rooms")
    open_ = {id_ for id_, holds in found.items() if holds is None}

    assert open_
    assert all(catalog.conditions[id_].question for id_ in open_)


def test_a_person_knows_better(catalog: Catalog) -> None:
    found = case(
        catalog, "food-bank", "summer-meals-site", involves=("money",), excludes=("minors",)
    )

    assert (found["money"], found["minors"]) == (True, False)


def test_a_role_knows_what_no_circumstance_shows(catalog: Catalog) -> None:
    work = catalog.activities["reading-buddies"]
    told = {"involves": ("money",), "excludes": ("school-data",)}
    roles = tuple(
        role.model_copy(update=told) if role.partner == "k12-school" else role
        for role in work.roles
    )
    school = catalog.partners["k12-school"]

    found = case_of(catalog, school, work.model_copy(update={"roles": roles}))
    asked = case_of(
        catalog, school, work.model_copy(update={"roles": roles}), involves=("school-data",)
    )

    assert (found["money"], found["school-data"]) == (True, False)
    assert asked["school-data"]


def test_of_two_bodies_of_one_kind_the_one_that_is_named_counts(catalog: Catalog) -> None:
    work = catalog.activities["reading-buddies"]
    assert [role.as_.split()[0] for role in work.roles_of("k12-school")] == ["elementary", "high"]

    def volunteers(name: str = "", as_: str = "") -> bool | None:
        partner = catalog.partners["k12-school"]
        return case_of(catalog, partner, work, name=name, as_=as_)["volunteers"]

    assert not volunteers("Dell Rapids Elementary School")
    assert volunteers("Dell Rapids High School")
    assert volunteers("Dell Rapids School District")  # nothing tells, and not both exclude it
    assert not volunteers(as_="elementary school")


def test_a_person_cannot_say_both(catalog: Catalog) -> None:
    with pytest.raises(UsageError):
        case(catalog, "food-bank", "summer-meals-site", involves=("money",), excludes=("money",))
    with pytest.raises(UnknownIdError):
        case(catalog, "food-bank", "summer-meals-site", involves=("moneys",))


def test_every_clause_is_called_for_by_a_condition_that_can_hold(catalog: Catalog) -> None:
    named = {id_ for clause in catalog.clauses.values() for id_ in clause.when.any_}

    assert named <= set(catalog.conditions)
    assert all(each.holds or each.question for each in catalog.conditions.values())
