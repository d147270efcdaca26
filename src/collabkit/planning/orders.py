"""What a plan is asked for, and how a what-if changes it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from collabkit.arguments import several
from collabkit.errors import UnknownIdError, UsageError
from collabkit.library import PlanningWeights


class PlanOrder(NamedTuple):
    """What a plan is asked for, as a person gives it."""

    hours: str = ""
    """Hours a week: `6`, or `6, summer 2`; those of the profile by default."""
    money: float | None = None
    """Dollars beyond staff time; no limit by default."""
    goal: tuple[str, ...] = ()
    """Goal ids, each with a weight if it has one: `literacy=2`. Those of the profile by default, or all."""
    least: tuple[str, ...] = ()
    """Goals that somebody has to carry."""
    must: tuple[str, ...] = ()
    """Works that have to be in."""
    without: tuple[str, ...] = ()
    """Works that must not."""
    only: tuple[str, ...] = ()
    """The only works to consider."""
    running: tuple[str, ...] = ()
    """Works that are under way."""
    partners: tuple[tuple[str, str], ...] = ()
    """For some works the partner that is meant."""
    care: str = "careful"
    start: date | None = None
    """Any day of the first month; the next month by default."""
    months: int = 12
    keep: str = ""
    """The file of a plan to keep to."""
    greedy: bool = False
    organizations: tuple[tuple[str, str], ...] = ()
    """For some kinds of partner the organization that is meant, the best of each kind first."""
    only_named: bool = False
    """Whether only kinds are planned with that have an organization."""
    called: tuple[tuple[str, str], ...] = ()
    """For some works the organization that is meant, by its name."""
    spent: tuple[tuple[str, float], ...] = ()
    """For works under way the library's hours a month, as they were counted."""
    taken: tuple[tuple[str, float], ...] = ()
    """Partnerships under way that name no work of the catalog, with the library's hours a month."""
    weight: tuple[str, ...] = ()
    """What counts otherwise: `backed=0.5`; see `docs/planning.md`. Those of the profile by default."""


def order_of(asked: Mapping[str, Any]) -> PlanOrder:
    """Return the order that *asked* states by its fields; one text stands for a list of one.

    Raises:
        UsageError: there is no such field.
    """
    for name in asked:
        if name not in PlanOrder._fields:
            raise UsageError(f"no field called {name!r}", f"One of: {', '.join(PlanOrder._fields)}")
    fields: dict[str, Any] = {
        name: tuple(several(value, name)) if name in _LISTS else value
        for name, value in asked.items()
    }
    return PlanOrder(**fields)


_LISTS = ("goal", "least", "must", "without", "only", "running", "weight")


def with_change(order: PlanOrder, changed: Iterable[str]) -> PlanOrder:
    """Return *order* with every ``name=value`` of *changed*: lists grow, all else is replaced.

    Raises:
        UsageError: a name or a value cannot be.
    """
    for text in changed:
        name, equals, value = text.partition("=")
        name, value = name.strip().replace("-", "_"), value.strip()
        name = {"from": "start"}.get(name, name)
        if not equals or name not in _CHANGEABLE:
            raise UsageError(
                f"{text!r} changes nothing",
                f"Write name=value; names are {', '.join(_CHANGEABLE)}",
            )
        change: dict[str, Any] = {name: _changed(order, name, value)}
        order = order._replace(**change)
    return order


def _changed(order: PlanOrder, name: str, value: str) -> Any:  # noqa: ANN401 - as the field has it
    match name:
        case "money":
            return _number(value, name)
        case "months":
            return int(_number(value, name))
        case "hours" | "care":
            return value
        case "start":
            return month_of(value)
        case _:
            old: tuple[str, ...] = getattr(order, name)
            return (*old, *(each.strip() for each in value.split(",") if each.strip()))


_CHANGEABLE = (
    "hours",
    "money",
    "goal",
    "least",
    "must",
    "without",
    "only",
    "weight",
    "care",
    "start",
    "months",
)


def month_of(text: str) -> date:
    """Return the first day of the month that *text* names: 2027-03, or any day in it.

    Raises:
        UsageError: it names none.
    """
    try:
        return date.fromisoformat(text if text.count("-") > 1 else f"{text}-01").replace(day=1)
    except ValueError as error:
        raise UsageError(f"{text!r} is no month", "Write it like 2027-03") from error


def _number(text: str, name: str) -> float:
    try:
        number = float(text)
    except ValueError as error:
        raise UsageError(f"{name} is {text!r}", f"Write a number: {name}=500") from error
    if not 0 <= number < _MOST:
        raise UsageError(f"{name} is {text!r}", f"Write a number from 0 up: {name}=500")
    return number


_MOST = 1e12


def weighed(text: str) -> tuple[str, float]:
    """Return the goal and the weight of ``literacy=2``; a goal alone weighs 1."""
    id_, equals, weight = text.partition("=")
    number = _number(weight, id_) if equals else 1.0
    if number == 0:
        raise UsageError(f"{id_} weighs nothing", "Leave it out, or give it a weight above 0")
    return id_.strip(), number


def set_weight(text: str) -> tuple[str, float]:
    """Return the name and the value of a weight that *text* sets: ``backed=0.5``.

    Raises:
        UnknownIdError: there is no such weight.
        UsageError: the value is no number, or beyond what the weight may be.
    """
    name, equals, value = text.partition("=")
    name = name.strip().replace("-", "_")
    if name not in PlanningWeights.model_fields:
        raise UnknownIdError("weight", name, PlanningWeights.model_fields)
    number = _number(value if equals else "", name)
    try:
        set_ = PlanningWeights.model_validate({name: number})
    except ValueError as error:
        least, most = _bounds(PlanningWeights.model_json_schema()["properties"][name])
        raise UsageError(
            f"the weight {name} is {number:g}", f"Set it from {least:g} to {most:g}"
        ) from error
    return name, getattr(set_, name)


def _bounds(schema: Mapping[str, Any]) -> tuple[float, float]:
    """Return the least and the most that a weight may be, by its JSON *schema*."""
    number = next(each for each in schema["anyOf"] if each["type"] != "null")
    return number["minimum"], number["maximum"]
