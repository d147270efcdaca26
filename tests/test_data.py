"""The shipped catalogs, by the rules that a librarian would state for each entry."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from collabkit import paths
from collabkit.catalog import KINDS, Activity, Goal, Partner
from collabkit.catalog.folders import files_of
from collabkit.catalog.layers import read_layers
from collabkit.text.json import to_json
from for_each import for_each
from proposals.readability import grade
from shipped import CATALOG

DATA = paths.data_dir()
VOCABULARY = Path(__file__).parent / "data" / "vocabulary"

LONGEST_SUBJECT = 17
SENTENCES = {
    *("summary", "need", "text", "do", "ask", "says", "pilot", "hooks.text", "wants.text"),
    *("way_in.approach", "way_in.first_step", "objections.says", "objections.answer"),
    *("networks.local", "stop", "ends", "library_gains.text", "schedule.basis", "requires.text"),
    *("depends_on.text", "measures.ask", "roles.part", "roles.gains.text"),
    *(
        "roles.first_step",
        "roles.protects",
        "roles.letter.ask",
        "roles.letter.ask_dated",
        "roles.stop",
        "roles.objection.says",
        "roles.objection.answer",
    ),
    *("find", "because", "calendar.text"),
}
"""Fields whose text stands alone."""
MAY_BE_NOWHERE = {"roles.stop", "find_out.text"}
"""Fields that no entry need have."""
PHRASES = {
    "find_out.text",
    *("measure", "offer", "span", "examples", "plural"),
    *("brings.text", "roles.aim", "roles.gives.text", "library_gives.text", "roles.when"),
    *("measures.what", "measures.unit", "schedule.buys"),
}
"""Fields whose text stands in the middle of a sentence."""
NAMES = {
    *("January", "April", "May", "June", "July", "September", "October", "Thanksgiving"),
    *("Cooperative", "Deaf", "Friends", "Master", "Scouts", "WeChat", "Wi-Fi"),
}
"""Names with which a phrase begins; a word all in capitals is one too."""
FILLER = re.compile(
    r"\b(leverag\w+|robust\w*|seamlessly|powerful(ly)?|synerg\w+|utiliz\w+|stakeholders?"
    r"|holistic\w*|cutting-edge|world-class|vibrant|delv\w+|innovative|impactful|game-chang\w+"
    r"|plethora|myriad|tailored|unleash\w*|streamlin\w+|transformative|paradigm\w*|in today's)\b",
    re.IGNORECASE,
)
AS_GIVEN = {"aliases", "words", "aims", "source", "roles.as", "roles.gains.report", "publisher"}
"""Fields that hold what others wrote or type, in any shape."""


class Said(NamedTuple):
    """One text of one entry."""

    where: str
    field: str
    text: str


def _texts(value: Any, field: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON
    match value:
        case str():
            yield field, value
        case list():
            for each in value:
                yield from _texts(each, field)
        case dict():
            for name, each in value.items():
                inner = field if field == "says" else f"{field}.{name}".lstrip(".")
                yield from _texts(each, inner)
        case _:
            return


@cache
def _said() -> tuple[Said, ...]:
    """Return every text of every entry."""
    return tuple(_each())


def _each() -> Iterator[Said]:
    for kind in KINDS:
        for id_, entry in CATALOG.kind(kind).items():
            for field, text in _texts(json.loads(to_json(entry))):
                if text:
                    yield Said(f"{kind}/{id_}", field, text)


each_partner = for_each(CATALOG.partners.values(), lambda partner: partner.id)
each_goal = for_each(CATALOG.goals.values(), lambda goal: goal.id)
each_activity = for_each(CATALOG.activities.values(), lambda activity: activity.id)


def test_the_shipped_catalogs_have_no_problem() -> None:
    assert read_layers([DATA]).problems == []


@pytest.mark.parametrize(("kind", "count"), [("goals", 35), ("partners", 66)])
def test_every_id_of_the_vocabulary_is_there(kind: str, count: int) -> None:
    ids = (VOCABULARY / f"{kind}.txt").read_text(encoding="utf-8").split()

    assert len(ids) == count
    assert [id_ for id_ in ids if id_ not in CATALOG.kind(kind)] == []


@pytest.mark.parametrize("field", sorted(SENTENCES))
def test_sentences_begin_with_a_capital_and_end_with_a_stop(field: str) -> None:
    found = [said for said in _said() if said.field == field]
    wrong = [
        said
        for said in found
        if not re.match(r"[\"(]?[A-Z0-9$]|[\[{]|[a-z][A-Z]", said.text)
        or not re.search(r"[.?!][\")]?$", said.text)
    ]

    assert found or field in MAY_BE_NOWHERE
    assert wrong == []


@pytest.mark.parametrize("field", sorted(PHRASES))
def test_phrases_fit_in_the_middle_of_a_sentence(field: str) -> None:
    found = [said for said in _said() if said.field == field]

    assert found or field in MAY_BE_NOWHERE
    assert [said for said in found if _stands_alone(said.text)] == []


def test_labels_and_aims_fit_in_the_middle_of_a_sentence() -> None:
    kinds = ("goals", "resources", "assets", "benefits", "cautions", "forms", "principles")
    labels = [said for said in _said() if said.field == "label" and said.where.startswith(kinds)]
    aims = [said for said in _said() if said.field == "aims" and said.where.startswith("partners")]

    assert [said for said in (*labels, *aims) if _stands_alone(said.text)] == []


def _stands_alone(text: str) -> bool:
    first = re.split(r"[ ,]", text)[0]
    is_name = first in NAMES or first.split("-")[0].isupper()
    return text.endswith((".", "!", ";", ",")) or (text[:1].isupper() and not is_name)


def test_no_text_is_padded_or_typed_twice() -> None:
    ours = [said for said in _said() if said.field not in AS_GIVEN]
    doubled = re.compile(r"\b([a-z]+) \1\b", re.IGNORECASE)
    allowed = {"had had", "that that", "Walla Walla", "no no"}
    found = [
        (said.where, hit[0])
        for said in ours
        for hit in doubled.finditer(said.text)
        if hit[0] not in allowed
    ]

    assert found == []
    assert [said for said in ours if re.search(r" [,.;:?!]|\.\.(?!\.)|\(\s|\s\)", said.text)] == []


def test_no_text_holds_a_filler_word() -> None:
    ours = (said for said in _said() if said.field not in AS_GIVEN)

    assert [said for said in ours if FILLER.search(said.text)] == []


def test_every_entry_names_its_source() -> None:
    sources = {said.where for said in _said() if said.field == "source" and said.text.strip()}
    others = ("phrasings", "terms")  # ours by their nature: ways of asking, and words
    entries = {
        f"{kind}/{id_}" for kind in KINDS if kind not in others for id_ in CATALOG.kind(kind)
    }

    assert entries - sources == set()


@each_partner
def test_a_partner_has_enough_to_talk_about(partner: Partner) -> None:
    assert len(partner.wants) >= 4
    assert len(partner.brings) >= 4
    assert len(partner.objections) >= 2
    assert len(partner.aliases) >= 3
    assert len({want.resource for want in partner.wants}) == len(partner.wants)
    assert len({gift.resource for gift in partner.brings}) == len(partner.brings)
    assert not {*partner.goals.core} & {*partner.goals.related}


@each_partner
def test_a_partner_takes_part_in_at_least_three_activities(partner: Partner) -> None:
    work = [a.id for a in CATALOG.activities.values() if partner.id in a.partners()]

    assert len(work) >= 3


def test_nothing_said_of_a_partner_is_said_of_another() -> None:
    told: dict[str, set[str]] = defaultdict(set)
    for said in _said():
        if said.where.startswith("partners/"):
            told[said.text].add(said.where)
    own = {
        said.text: told[said.text]
        for said in _said()
        if said.where.startswith("partners/") and said.field in {*SENTENCES, "brings.text"}
    }

    assert own
    assert {text: partners for text, partners in own.items() if len(partners) > 1} == {}


@each_partner
def test_the_aims_that_lead_to_a_partner_do_not_name_it(partner: Partner) -> None:
    names = {partner.label, partner.plural, partner.id.replace("-", " ")}
    name = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    aims = [aim for p in CATALOG.phrasings.values() if p.partner == partner.id for aim in p.aims]

    assert aims
    assert [aim for aim in aims if name.search(aim)] == []


@each_goal
def test_a_goal_has_work_made_for_it_and_a_partner_whose_own_it_is(goal: Goal) -> None:
    assert [a.id for a in CATALOG.activities.values() if a.goals[0] == goal.id]
    assert [p.id for p in CATALOG.partners.values() if goal.id in p.goals.core]
    assert len(goal.aliases) >= 5


@each_activity
def test_an_activity_needs_both_sides(activity: Activity) -> None:
    givers = {who for need in activity.needs for who in need.from_}

    assert "library" in givers
    assert activity.partners()
    assert len({need.resource for need in activity.needs}) == len(activity.needs)
    assert len(activity.measures) >= 2


@each_activity
def test_an_activity_says_what_the_first_supplier_of_each_need_does_in_it(
    activity: Activity,
) -> None:
    first = {need.from_[0] for need in activity.needs} - {"library"}

    assert first <= {role.partner for role in activity.roles}


@each_activity
def test_every_gift_of_a_role_meets_a_need_that_names_its_giver(activity: Activity) -> None:
    takes = {need.resource: need.from_ for need in activity.needs}

    for role in activity.roles:
        assert [g.text for g in role.gives if role.partner not in takes.get(g.resource, ())] == []
        assert all(len(gift.text.split()) >= 5 for gift in role.gives), role.partner
        assert all(len(gain.text.split()) >= 8 for gain in role.gains), role.partner
    assert [g.text for g in activity.library_gives if "library" not in takes[g.resource]] == []


@each_activity
def test_the_numbers_of_an_activity_can_be_added(activity: Activity) -> None:
    schedule = activity.schedule
    assert schedule is not None
    low, high = schedule.first_year()

    assert 0 < low <= high
    assert not schedule.sessions_a_month or any(schedule.hours.session)
    assert not schedule.cash[1] or (schedule.buys and schedule.payer)
    assert len(schedule.basis.split()) >= 8
    held = schedule.sessions_a_month * schedule.months
    for role in activity.roles:
        assert role.attends is None or 0 < role.attends <= max(held, 1), role.partner


@each_activity
def test_an_activity_asks_somebody_what_changed(activity: Activity) -> None:
    assert [each for each in activity.measures if each.kind == "outcome"]
    assert all(each.ask and each.unit for each in activity.measures)
    assert activity.need
    assert activity.stop
    assert activity.ends
    assert activity.library_gains
    assert activity.as_of


DAY = re.compile(
    r"(?i)(?<!by )\b(?:which|what) (?:[\w-]+ ){0,2}(?:(?:week|mon|tues|wednes|thurs|fri|satur|sun)?day|date"
    r"|morning|noon|afternoon|evening|(?:week)?night|hour|week|month)s?\b|^when\b"
)
"""A question for the day on which something is held."""


@each_activity
def test_once_the_day_is_known_a_letter_asks_something_else(activity: Activity) -> None:
    letters = [role.letter for role in activity.roles if role.letter and role.letter.ask_dated]

    for each in letters:
        assert "?" in each.ask_dated
        assert each.ask_dated != each.ask
        assert not DAY.search(each.ask_dated), each.ask_dated
        assert len(each.ask_dated.split()) <= 24, each.ask_dated


def test_most_activities_name_the_published_figure_that_shows_their_need() -> None:
    works = CATALOG.activities.values()

    assert sum(bool(each.figure) for each in works) > 0.85 * len(works)


def test_each_outcome_is_one_plain_question_in_two_languages() -> None:
    asked = [
        each
        for activity in CATALOG.activities.values()
        for each in activity.measures
        if each.kind == "outcome"
    ]
    for each in asked:
        assert each.who, each.what
        assert each.question.endswith("?"), each.question
        assert each.question.count("?") == each.question_es.count("?") == 1, each.question
        assert "¿" in each.question_es, each.question_es
        assert max(len(each.question.split()), len(each.question_es.split())) <= 20, each.question
    grades = [grade(each.question) for each in asked]
    assert sum(grades) / len(grades) <= 6
    assert max(grades) <= 12


@pytest.mark.parametrize("field", ["roles.part", "roles.gains.text", "roles.gives.text", "need"])
def test_nothing_said_of_a_piece_of_work_is_said_of_another(field: str) -> None:
    where: dict[str, set[str]] = {}
    for said in _said():
        if said.field == field and said.where.startswith("activities/"):
            where.setdefault(said.text.casefold(), set()).add(said.where)

    assert {text: found for text, found in where.items() if len(found) > 1} == {}


@each_activity
def test_the_aims_that_lead_to_an_activity_do_not_name_it(activity: Activity) -> None:
    named = [aim for aim in activity.aims if activity.label.casefold() in aim.casefold()]

    assert named == []


def test_a_benefit_speaks_to_each_who_gains() -> None:
    assert [b.id for b in CATALOG.benefits.values() if {*b.says} != {*b.gains}] == []


def test_every_resource_benefit_caution_and_form_is_used() -> None:
    work = CATALOG.activities.values()
    partners = CATALOG.partners.values()
    resources = {need.resource for each in work for need in each.needs}
    resources |= {want.resource for each in partners for want in each.wants}
    resources |= {gift.resource for each in partners for gift in each.brings}
    cautions = {id_ for each in work for id_ in each.cautions}
    cautions |= {id_ for each in partners for id_ in each.cautions}

    assert set(CATALOG.resources) == resources
    assert set(CATALOG.benefits) == {id_ for each in work for id_ in each.benefits}
    assert set(CATALOG.forms) == {each.form for each in work}
    assert set(CATALOG.cautions) == cautions


@pytest.mark.parametrize("kind", KINDS)
def test_a_shipped_file_names_the_schema_that_editors_use(kind: str) -> None:
    files = files_of(kind, DATA)

    assert files
    for file in files:
        up = "../" * (len(file.relative_to(DATA).parts) - 1)
        first = file.read_text(encoding="utf-8").split("\n", 1)[0]
        assert first == f"# yaml-language-server: $schema={up}schema/{kind}.schema.json"
    assert (DATA / "schema" / f"{kind}.schema.json").is_file()


def test_every_role_has_a_letter_of_its_own() -> None:
    said: dict[str, set[str]] = defaultdict(set)
    for activity in CATALOG.activities.values():
        for role in activity.roles:
            letter = role.letter
            assert letter, (activity.id, role.partner)
            assert len(letter.subject.split()) <= LONGEST_SUBJECT, letter.subject
            for words in (
                letter.subject,
                letter.offer,
                letter.ask,
                *(t.text for t in letter.terms),
            ):
                said[words].add(activity.id)

    assert [(words, works) for words, works in said.items() if len(works) > 1] == []
