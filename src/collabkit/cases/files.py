"""A case in the folder of a partnership: begun as an idea, changed at its place, read back as it was.

What is not the case's own, such as comments and the log, is left as it is.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from collabkit.cases.case import Case, Participant, PassedOver
from collabkit.datafiles.editing import DataFile, edit
from collabkit.datafiles.scalars import Scalar
from collabkit.directory.records import Organization
from collabkit.errors import UsageError
from collabkit.partnerships.facts import NOBODY, Facts
from collabkit.partnerships.folders import FACTS, folders, same_name, slug
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.starting import start

_UNSETTLED = "case"
"""What the folder is called of a case of which nothing is settled yet."""


def begin(home: Path, case: Case, today: date) -> Case:
    """Begin the partnership of *case* in the folder *home* of all; return the case with its folder.

    Raises:
        CollabkitError: it cannot be written.
    """
    name = _free_name(home, case)
    values = {**_values(case), "avoided": _avoided(case)}
    facts = Facts.model_validate({each: value for each, value in values.items() if value})
    return case._replace(folder=start(home, facts, today, folder=name).name)


def save(home: Path, case: Case, found: Organization | None = None) -> None:
    """Write *case* into its folder, of which nothing else changes.

    Args:
        home: the folder of all partnerships.
        case: what is settled.
        found: the body of the case as the directory has it, whose address is written too.

    Raises:
        StaleFileError: somebody else changed the file meanwhile; nothing is lost.
    """
    with edit(home / str(case.folder) / FACTS) as file:
        for field, value in {**_values(case), **_reach(found)}.items():
            _set(file, field, value)
        _set_avoided(file, _avoided(case))


def settle(one: Partnership, settled: Mapping[str, Scalar | tuple[Scalar, ...]]) -> None:
    """Write what was *settled* into the facts of *one*: a value in place of another, a list behind what it holds.

    Of helpers one of each kind stands there, the one that was named last.

    Raises:
        StaleFileError: somebody else changed the file meanwhile; nothing is lost.
    """
    with edit(one.facts_file) as file:
        for field, value in settled.items():
            if not value:
                continue
            if isinstance(value, tuple):
                kinds = {str(each).partition("=")[0] for each in value} if field == "others" else {}
                held = [
                    each for each in _held(file, field) or [] if each.partition("=")[0] not in kinds
                ]
                value = tuple(dict.fromkeys((*held, *value)))  # noqa: PLW2901 - what is to stand there
            _set(file, field, value)


def case_of(one: Partnership) -> Case:
    """Return the case that the partnership *one* holds.

    Raises:
        UsageError: it did not begin with a wish.
        DataError: its facts are wrong.
    """
    facts = one.facts
    if not facts.words:
        raise UsageError(
            f"{one.folder.name} began with no wish that could be talked through",
            'Write `words: ["what you want"]` into its partnership.yaml',
        )
    return Case(
        words=facts.words,
        work=facts.work,
        own_work=bool(facts.own_work),
        work_name=facts.work_name,
        partner=facts.partner,
        organization=facts.organization,
        name=None if facts.name == NOBODY else facts.name,
        body=facts.body,
        passed_over=tuple(
            PassedOver(each.name, each.why, each.organization, each.partner)
            for each in facts.avoided
        ),
        others=tuple(_participant(each) for each in facts.others),
        when=facts.when,
        where=facts.where,
        pays=facts.pays,
        facts=facts.facts,
        need=facts.need,
        strike=facts.strike,
        sure=bool(facts.sure),
        paper=facts.next_paper,
        passed=facts.passed,
        folder=one.folder.name,
    )


def _free_name(home: Path, case: Case) -> str:
    """Return a name for the folder that is not taken, with a number if need be.

    It says with whom or what for, as far as that is settled. Her words are private, and the name of a folder
    stands in addresses, in lists and in what other programs are given.
    """
    plain = slug(case.name or "") or case.work or case.partner or _UNSETTLED
    taken = [each.name for each in folders(home)] if home.is_dir() else []
    name, number = plain, 1
    while any(same_name(name, each) for each in taken):
        number += 1
        name = f"{plain}-{number}"
    return name


def _values(case: Case) -> dict[str, Scalar | tuple[Scalar, ...]]:
    """Return what *case* settles, by the fields of ``partnership.yaml``."""
    return {
        "name": case.name or NOBODY,
        "organization": case.organization,
        "partner": case.partner,
        "work": case.work,
        "when": case.when,
        "where": case.where,
        "facts": case.facts,
        "need": case.need,
        "strike": case.strike,
        "sure": True if case.sure else None,
        "words": case.words,
        "own_work": True if case.own_work else None,
        "work_name": case.work_name,
        "body": case.body,
        "others": tuple(map(_other, case.others)),
        "pays": case.pays,
        "next_paper": case.paper,
        "passed": case.passed,
    }


def _reach(found: Organization | None) -> dict[str, Scalar]:
    if found is None:
        return {}
    return {"address": found.address or None, "phone": found.phone, "site": found.site}


def _other(each: Participant) -> str:
    return f"{each.partner}={each.name or ''}{', agreed' if each.agreed else ''}"


def _participant(text: str) -> Participant:
    partner, _, name = text.partition("=")
    agreed = name.endswith(", agreed")
    return Participant(partner, name.removesuffix(", agreed").strip() or None, agreed=agreed)


def _avoided(case: Case) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in each._asdict().items() if value}
        for each in case.passed_over
    ]


def _set(file: DataFile, field: str, value: Scalar | tuple[Scalar, ...]) -> None:
    held = _held(file, field)
    said = list(value) if isinstance(value, tuple) else value
    if held == said or (not held and not said):
        return
    file.set((field,), value)


def _set_avoided(file: DataFile, wanted: list[dict[str, Any]]) -> None:
    held = _held(file, "avoided") or []
    for place in reversed(range(len(held))):
        if held[place] not in wanted:
            file.remove(("avoided", place))
    for each in wanted:
        if each not in (_held(file, "avoided") or []):
            file.append(("avoided",), each)


def _held(file: DataFile, field: str) -> Any:  # noqa: ANN401 - YAML holds anything
    data = file.document.data
    return data.get(field) if isinstance(data, Mapping) else None
