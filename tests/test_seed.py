"""The text the project grew from: every item of it stands in an entry, in our own words."""

import json
from typing import NamedTuple

import pytest

from collabkit.catalog import Catalog
from collabkit.text.json import to_json


class Seed(NamedTuple):
    """One item of the text, and the entry that holds it."""

    says: str
    kind: str
    id: str
    words: tuple[str, ...]
    """What the entry must say, in any letter case."""


WHY = [
    ("serve people better, be seen, know the town", "why-serve-community",
     ("serves people better", "what the town needs", "agencies", "congregations", "schools", "parents' groups", "crossing a line")),
    ("share and save resources, reach new people, do more", "why-share-resources",
     ("bought once", "duplicates", "audience", "could not have had alone")),
]  # fmt: skip
BENEFITS = [
    ("act together and build support", "pooled-power", ("act at the same time", "people, skills and goodwill")),
    ("do nothing twice", "no-duplication", ("twice", "side by side")),
    ("share talents and resources", "shared-talent", ("skill", "equipment", "used by both")),
    ("give better service", "better-service", ("better than what either",)),
    ("show public support for an issue or need", "visible-public-support", ("issue", "unmet need", "signatures")),
    ("find money and grants", "more-funding", ("grants", "joint applications")),
    ("widen programs and outreach", "wider-programs", ("programs and outreach", "audiences")),
    ("make the library better known", "awareness", ("hear of library services", "teacher")),
    ("give staff satisfaction and a wider view", "staff-satisfaction", ("staff", "see what their own work leads to")),
    ("bring grassroots groups together", "grassroots-cooperation", ("small groups", "plan with one another")),
    ("be seen by those who pay but never borrow", "visible-to-funders", ("never borrow", "donors", "officials")),
    ("speak where things are decided", "voice-at-the-table", ("council", "meetings", "brings partners")),
    ("tie the community together", "community-connections", ("know each other by name",)),
    ("do what no one could alone", "more-than-alone", ("alone", "out of range for each side")),
]  # fmt: skip
FORMS = [
    ("technology skills and costs, through a consortium or committee", "shared-technology",
     ("consortium or committee", "neighboring libraries", "split the bills")),
    ("programs developed and promoted together", "joint-program",
     ("promoted together", "computer basics", "medlineplus", "new to the country")),
    ("one person paid for by several", "shared-post",
     ("technology trainer", "web designer", "support technician", "share the pay")),
    ("local knowledge, passed on", "local-expertise", ("experts", "knowledge of the place")),
    ("technology bought and kept by several small libraries", "shared-purchase",
     ("buy equipment", "repairs", "four libraries")),
    ("training and funding", "training-and-funding", ("trains or pays", "foundation")),
    ("audiences built and shared", "audience-building", ("audiences", "its own public to the other")),
    ("political alliances", "political-alliance", ("council", "legislature", "budget")),
    ("workshops and research for business, with agencies", "business-development",
     ("local and state agencies", "workshops", "market research")),
    ("a career center with applications online", "career-center", ("search and apply online", "job seekers")),
    ("events announced by each other", "cross-promotion", ("each side announces the other's events",)),
]  # fmt: skip
ASSETS = [
    ("a trusted name that delivers, open to all", "brand-and-reputation",
     ("common good", "open to all", "delivering on time what it promised")),
    ("neutral, fair, for democracy", "neutral-institution", ("fair", "no party", "democracy")),
    ("research and data", "information-clearinghouse", ("research", "data", "collect the facts")),
    ("a community center and meeting place", "meeting-place", ("community center", "programs", "ties to the groups")),
    ("service", "service-orientation", ("customer service",)),
    ("learning at every age", "lifelong-learning", ("courses and programs", "learning materials")),
    ("economic development", "economic-development",
     ("career help", "business databases", "neighborhood")),
    ("publicity, space, supervision, research", "infrastructure",
     ("publicity", "space", "supervision", "research")),
    ("committed staff", "staff-involvement", ("chose to serve this town",)),
    ("skill with technology and content", "skill-base",
     ("information technology", "managing content", "in any field")),
]  # fmt: skip
PARTNERS = [
    ("libraries of the same type", "public-library", ("county or district library",)),
    ("libraries of other types: academic", "academic-library", ("college",)),
    ("libraries of other types: school", "school-library", ("inside a public or private school",)),
    ("libraries of other types: special", "special-library", ("hospital", "prison")),
    ("consortiums", "library-consortium", ("consortium", "cooperative")),
    ("museums", "museum", ("children's museum",)),
    ("schools", "k12-school", ("school district",)),
    ("healthcare organizations", "healthcare-provider", ("hospital", "clinic")),
    ("community groups", "neighborhood-association", ("residents",)),
    ("grassroots organizations", "civic-organization", ("volunteers", "advocacy")),
    ("literacy councils", "literacy-council", ("adults to read",)),
    ("businesses", "local-business", ("shop", "employer")),
    ("chambers of commerce", "chamber-of-commerce", ("employers and shopkeepers",)),
    ("economic development organizations", "economic-development-organization", ("recruits employers",)),
    ("religious organizations", "faith-organization", ("church", "synagogue", "mosque")),
    ("parents' groups", "parent-group", ("PTA",)),
    ("local agencies, city council", "local-government", ("council", "mayor")),
    ("local agencies that serve families", "social-service-agency", ("caseworkers",)),
    ("state agencies", "state-agency", ("department of state government",)),
    ("new immigrants' helpers", "immigrant-organization", ("refugee", "english")),
    ("consumer health information", "health-nonprofit", ("disease association",)),
    ("career centers", "workforce-agency", ("job center",)),
    ("business workshops", "small-business-support", ("small business development center",)),
    ("people who can fund", "funder", ("foundation", "united way")),
]  # fmt: skip
WAYS_IN = [
    ("start from a common interest", "common-interests", ("already care about the same",)),
    ("through the board and trustees", "board-and-trustees", ("board", "trustees")),
    ("through the staff", "staff", ("staff", "clerk")),
    ("through volunteers", "volunteers", ("volunteers",)),
    ("local affiliates of national organizations", "local-affiliates", ("national organizations", "chapter")),
    ("look nearby for those who complement", "complementary-neighbors", ("no two towns", "what each side lacks")),
    ("do not sit at the table, own it: invite them", "invite-to-our-table",
     ("call the meeting at the library", "forget to invite the library", "gain")),
]  # fmt: skip

SEEDS = [
    Seed(says, kind, id_, words)
    for kind, items in {
        "principles": WHY + WAYS_IN,
        "benefits": BENEFITS,
        "forms": FORMS,
        "assets": ASSETS,
        "partners": PARTNERS,
    }.items()
    for says, id_, words in items
]
KNOWN_AS = {
    **dict.fromkeys(("meeting-place", "economic-development", "infrastructure"), "tangible"),
    **dict.fromkeys(
        (
            "brand-and-reputation",
            "neutral-institution",
            "information-clearinghouse",
            "service-orientation",
            "lifelong-learning",
            "staff-involvement",
            "skill-base",
        ),
        "intangible",
    ),
}
HOOKS = [
    ("a cause and a public face for a business", "brand-and-reputation", "local-business",
     ("cause of its own", "public face")),
    ("a business meets customers, investors, staff and town", "brand-and-reputation", "chamber-of-commerce",
     ("customers", "staff", "investors", "neighbors")),
    ("trusted to deliver", "brand-and-reputation", "funder", ("record", "promised")),
    ("a house with no politics", "neutral-institution", "civic-organization", ("fair", "no party")),
]  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed.kind}: {seed.says}")
def test_every_item_of_the_seed_has_an_entry_that_says_it(catalog: Catalog, seed: Seed) -> None:
    entry = to_json(catalog.known(seed.kind, seed.id)).casefold()

    missing = [word for word in seed.words if json.dumps(word.casefold())[1:-1] not in entry]
    assert not missing, f"{seed.kind}/{seed.id} does not say {missing}"


@pytest.mark.parametrize(("id_", "kind"), KNOWN_AS.items())
def test_every_asset_of_the_seed_is_tangible_or_intangible(
    catalog: Catalog, id_: str, kind: str
) -> None:
    assert catalog.assets[id_].kind == kind


@pytest.mark.parametrize(
    ("says", "id_", "partner", "words"), HOOKS, ids=[hook[0] for hook in HOOKS]
)
def test_the_seed_says_what_a_partner_sees_in_an_asset(
    catalog: Catalog, says: str, id_: str, partner: str, words: tuple[str, ...]
) -> None:
    seen = " ".join(hook.text for hook in catalog.assets[id_].hooks if partner in hook.for_)

    assert all(word in seen for word in words), f"{says}: {seen}"


@pytest.mark.parametrize(
    ("kind", "count"), [("benefits", 14), ("forms", 11), ("assets", 10), ("principles", 9)]
)
def test_nothing_else_claims_to_come_from_the_seed(catalog: Catalog, kind: str, count: int) -> None:
    ours = {seed.id for seed in SEEDS if seed.kind == kind}
    theirs = {
        id_
        for id_, entry in catalog.kind(kind).items()
        if "seed" in json.loads(to_json(entry))["source"]
    }

    assert theirs == ours
    assert len(ours) == count


@pytest.mark.parametrize(
    ("kind", "ids"), [("why", WHY), ("way-in", WAYS_IN[:-1]), ("stance", WAYS_IN[-1:])]
)
def test_every_principle_is_of_its_kind(
    catalog: Catalog, kind: str, ids: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert [p.id for p in catalog.principles.values() if p.kind == kind] == [
        id_ for _, id_, _ in ids
    ]


@pytest.mark.parametrize(
    ("partner", "name"),
    [
        ("service-club", "Rotary"),
        ("extension-service", "4-H"),
        ("small-business-support", "SCORE"),
        ("senior-services", "AARP"),
        ("literacy-council", "ProLiteracy"),
        ("funder", "United Way"),
    ],
)
def test_national_organizations_stand_with_the_partner_whose_affiliates_they_have(
    catalog: Catalog, partner: str, name: str
) -> None:
    assert any(name in network.name for network in catalog.partners[partner].networks)
