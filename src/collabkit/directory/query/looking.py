"""The statement that looks for whoever may be wanted, with no more in it than was asked for.

DuckDB takes as long to understand such a statement as to answer it, so what nobody asked for is left out, and what
holds for all of a table stands in its place.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from collabkit.directory.database.connection import Database
from collabkit.directory.database.schema import IN_PLACE
from collabkit.directory.query.fitting import SHOWN
from collabkit.directory.query.wanted import BROAD, LARGE, STAFFED, Wanted

_ASKED_FOR = "regexp_matches(upper(strip_accents(name)), $asked)"
_CHARITY = "(source NOT IN ('irs', 'returns') OR kind = '03')"
_NEAR_WORKS = "list_has_any(works, $works::SMALLINT[])"
_BOTH = "(coalesce(known_for, 0) | coalesce(named_for, 0))"
_SEARCHED = """
    list_bool_and(list_transform(list_zip($search::VARCHAR[], $networks::VARCHAR[][]),
        lambda each: contains(lower(strip_accents(concat_ws(' ', name, local, city, other_names))),
            lower(strip_accents(each[1]))) OR coalesce(list_contains(each[2], network), FALSE)))
"""
"""Who is called as was searched for, whatever it does."""


def looking_for(
    wanted: Wanted, database: Database, columns: str, where: str, **known: object
) -> tuple[str, dict[str, Any]]:
    """Return a statement that reads *columns* and the traits of those who may be wanted, and what it is given.

    Args:
        wanted: who is asked for.
        database: the directory that is asked.
        columns: what is read before the traits, which are in the order of ``fitting.read``.
        where: which rows are looked at at all.
        known: values for the ``$names`` in *columns* and *where*.
    """
    given = wanted.parameters(database)
    described = database.has_statements
    let_in = _SEARCHED if wanted.words else _any_of(_ways_in(wanted, given, described=described))
    traits = ", ".join(_traits(wanted, given, described=described))
    statement = (
        f"SELECT {columns}, {traits} FROM organizations WHERE {IN_PLACE} AND {where} AND {let_in}"  # noqa: S608 - our own words
    )
    return statement, named_in(statement, {**given, **known})


def named_in(statement: str, known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what *statement* names of what is *known*: DuckDB takes no more than that."""
    return {name: known[name] for name in set(re.findall(r"\$(\w+)", statement))}


def _ways_in(wanted: Wanted, given: Mapping[str, Any], *, described: bool) -> Iterator[str]:
    """Yield what lets a body in: it shows what is wanted, or is of a kind that does it or could help."""
    sure = "confidence >= $sure::FLOAT" if wanted.sure > 0 else "TRUE"
    if given["mask"]:
        yield _shows("known_for")
        yield _shows("named_for")
    if described and given["mask"]:
        yield _shows("described_for")
    if described and given["works"]:
        yield _NEAR_WORKS
    if wanted.asked:
        yield _ASKED_FOR
    if given["doubts"]:
        yield f"{_shows('filed_for', 'doubts')} AND ({sure} OR size >= {STAFFED})"
    if given["mask"]:
        yield (
            f"{_shows('filed_for')} AND ({sure} OR size >= {LARGE} OR partner IS NULL"
            " OR size IS DISTINCT FROM 0)"
        )
    of_a_kind = _any_of(_ways_in_by_kind(wanted, given))
    yield f"({sure} OR size >= {LARGE}) AND {of_a_kind}"


def _ways_in_by_kind(wanted: Wanted, given: Mapping[str, Any]) -> Iterator[str]:
    one_of = "list_contains(${0}::VARCHAR[], {1})".format
    if given["doers"]:
        yield one_of("doers", "partner")
        yield one_of("doers", "second")
    if given["willing"]:
        yield one_of("willing", "partner")
    if given["able"]:
        helps = f"({one_of('able', 'partner')} OR {one_of('near', 'second')})"
        yield helps if wanted.everyone else f"size >= {STAFFED} AND {_CHARITY} AND {helps}"
    if given["broad"]:
        yield f"size >= {BROAD} AND {one_of('broad', 'partner')} AND {_CHARITY}"


def _traits(wanted: Wanted, given: Mapping[str, Any], *, described: bool) -> Iterator[str]:
    """Yield what is looked at of a body to judge it, in the order of ``fitting.read``."""
    yield "partner, second, confidence, second_confidence, size, role"
    yield _shown(wanted, given, described=described)
    if given["mask"].bit_count() > 1:
        shows = f"({_BOTH} | coalesce(described_for, 0))" if described else _BOTH
        yield f"bit_count({shows} & $mask::HUGEINT) AS things"


def _shown(wanted: Wanted, given: Mapping[str, Any], *, described: bool) -> str:
    """Return a number with a bit for each of ``fitting.SHOWN`` that holds.

    One number, since to hand over a value takes DuckDB longer than to reckon it. What nobody can tell holds not, and
    what holds of all is no question.
    """
    conditions = {
        "charity": _CHARITY,
        "offers": "source = 'hsds'",
        "known": _shows("known_for"),
        "named": _shows("named_for"),
        # Whoever shows nothing is asked for neither.
        "plainly": "" if given["plainly"] == given["mask"] else _shows(_BOTH, "plainly"),
        "described": _shows("described_for") if described else None,
        "described_plainly": _shows("described_for", "plainly") if described else None,
        "near_works": _NEAR_WORKS if described and given["works"] else None,
        "filed": _shows("filed_for"),
        "doubted": _shows("filed_for", "doubts") if given["doubts"] else None,
        "chapter": "NOT starts_with(network, 'group-')",
        "asked_for": _ASKED_FOR if wanted.asked else None,
    }
    bits = {1 << place: conditions[name] for place, name in enumerate(SHOWN)}
    of_all = sum(bit for bit, condition in bits.items() if condition == "")
    asked = [f"if({condition}, {bit}, 0)" for bit, condition in bits.items() if condition]
    return f"({' | '.join([str(of_all), *asked])}) AS shown"


def _shows(goals: str, asked: str = "mask") -> str:
    return f"({goals} & ${asked}::HUGEINT) <> 0"


def _any_of(ways: Iterator[str]) -> str:
    found = tuple(ways)
    return f"({' OR '.join(found)})" if found else "FALSE"
