"""Who else a piece of work takes besides those in the room, and what each gives."""

import re
from collections.abc import Sequence
from typing import TypedDict

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.activities import Need
from collabkit.catalog.work import PartnerGiven, Role
from collabkit.proposals.calendar import long_date, workday_after
from collabkit.proposals.fact_parts import AskedFor, Helper
from collabkit.proposals.parties import role_of
from collabkit.proposals.spoken import spoken
from collabkit.proposals.subjects import Other
from collabkit.text.articles import alternatives, with_article
from collabkit.text.phrases import lower_first

_TOLD = 2
"""Gifts of a helper that a paper tells, its main one first."""


def helpers(
    catalog: Catalog,
    activity: Activity,
    taking_part: Sequence[str],
    known: Sequence[Other] = (),
) -> tuple[tuple[Helper, ...], frozenset[str]]:
    """Return who else would give what *activity* needs, and the resources that they see to.

    Args:
        catalog: for the names of kinds of partner.
        activity: the joint work.
        taking_part: partner ids of those in the room.
        known: organizations that are known to help and sign nothing, by name.
    """
    supplied = {gift.resource for gift in activity.library_gives} | {
        gift.resource
        for id_ in taking_part
        for role in activity.roles_of(id_)
        for gift in role.gives
    }
    named = {each.partner: each for each in known if each.partner not in taking_part}
    found: dict[tuple[str, str], _Help] = {}
    seen_to = set(supplied)
    for need in activity.needs:
        if need.resource in supplied:
            continue
        tried_without = catalog.resources[need.resource].tried_without
        first = sorted(need.from_, key=lambda id_: id_ not in named)
        for role in (role for id_ in first for role in activity.roles_of(id_)):
            gifts = [gift for gift in role.gives if gift.resource == need.resource]
            if gifts:
                who = _kind(catalog, role)
                help_ = found.setdefault((role.partner, who), _Help(role, who))
                help_.meets(need, gifts, waits=not role.optional and not tried_without)
                seen_to.add(need.resource)
                break
    for role in activity.roles:
        who = _kind(catalog, role)
        if role.partner not in taking_part and _is_named(activity.pilot, who):
            found.setdefault((role.partner, who), _Help(role, who))
    asked = {id_ for id_, _ in found}
    for id_, each in named.items():
        if id_ not in asked:  # what the work could do without, this one gives all the same
            part = role_of(activity, id_, name=each.name)
            who = _kind(catalog, part) if part else _label(catalog, id_)
            found[id_, who] = _Help(part, who)
    told = (
        help_.told(named.get(id_), _label(catalog, id_), in_trial=_is_named(activity.pilot, who))
        for (id_, who), help_ in found.items()
    )
    return tuple(told), frozenset(seen_to)


class Told(TypedDict):
    """Those of `Facts` that tell of helpers."""

    helpers: tuple[Helper, ...]
    helpers_told: tuple[Helper, ...]
    relied_on: tuple[Helper, ...]
    awaited: tuple[str, ...]


def told(helpers: tuple[Helper, ...]) -> Told:
    """Return what papers tell of *helpers*: all, those whom they name, whom they rely on, and whom they wait for."""
    return {
        "helpers": helpers,
        "helpers_told": tuple(
            each for each in helpers if each.named or each.awaited or each.in_trial
        ),
        "relied_on": tuple(each for each in helpers if each.is_relied_on()),
        "awaited": tuple(each.called for each in helpers if each.awaited),
    }


def known(helpers: Sequence[Helper]) -> str:
    """Return the day by which those of *helpers* have answered on whom or on whose money it hangs; empty if nobody said so.

    Such as "February 26, 2027".
    """
    days = [
        each.answers_by
        for each in helpers
        if each.answers_by and not each.agreed and (each.awaited or each.money)
    ]
    return long_date(workday_after(max(days))) if days else ""


class _Help:
    """What one helper gives, and whether it is waited for."""

    def __init__(self, role: Role | None, who: str) -> None:
        self._role = role
        self._gifts = role.gives if role else ()
        self._who = who
        self._needed: list[PartnerGiven] = []
        self._awaited = False

    def meets(self, need: Need, gifts: Sequence[PartnerGiven], *, waits: bool) -> None:
        """Count *gifts* as what meets a *need*; nothing *waits* for whom the trial goes on without."""
        self._needed += gifts
        self._awaited = self._awaited or (waits and _holds_up(need, gifts))

    def told(self, known: Other | None, kind: str, *, in_trial: bool) -> Helper:
        """Return the helper as a paper tells of it: its main gift, and then what the work needs of it."""
        gifts = dict.fromkeys(gift.text for gift in (*self._gifts[:1], *self._needed, *self._gifts))
        name = known.name if known else None
        called = str(spoken(name)) if name else with_article(self._who)
        awaited = self._awaited and not (known and known.agreed)
        asked = AskedFor.of(self._role) if self._role else AskedFor()
        return Helper(
            self._who,
            kind,
            (*gifts,)[:_TOLD],
            called,
            named=bool(name),
            awaited=awaited,
            agreed=bool(known and known.agreed),
            money=asked.money,
            dollars=asked.dollars,
            in_trial=in_trial,
            answers_by=known.answers_by if known else None,
        )


def without_sums(helpers: Sequence[Helper]) -> tuple[Helper, ...]:
    """Return *helpers* as somebody reads of them who is yet to name its price: they give money, and not how much."""
    return tuple(
        each._replace(
            gives=tuple(dict.fromkeys(_MONEY if "$" in gift else gift for gift in each.gives))
        )
        for each in helpers
    )


_MONEY = "money for what we buy"


def _kind(catalog: Catalog, role: Role) -> str:
    return role.as_ or _label(catalog, role.partner)


def _label(catalog: Catalog, partner: str) -> str:
    return lower_first(catalog.partners[partner].label)


def _is_named(text: str, who: str) -> bool:
    """Return whether *text* names *who*: "a congregation's members" names a congregation with a hall.

    Whom it names beside an "or" is one of several who could do the same.
    """
    said = " ".join(_stems(text))
    names = (" ".join(_stems(each)) for each in alternatives(who))
    # Most are not there at all, and to read a pattern takes longer than to look.
    called = "|".join(name for name in names if name in said)
    return (
        bool(called)
        and re.search(rf"(?<!\bor )(?<!\bor the )(?<!\bor a )\b(?:{called})\b(?! or\b)", said)
        is not None
    )


def _stems(text: str) -> list[str]:
    return [re.sub(r"(?:'s|s'|s)$", "", word) for word in re.findall(r"[\w']+", text.casefold())]


def _holds_up(need: Need, gifts: Sequence[PartnerGiven]) -> bool:
    """Return whether nothing begins before somebody gives *gifts*, which nobody in the room gives.

    The library could meet some needs itself, and some gifts are for later.
    """
    return "library" not in need.from_ and not all(gift.later for gift in gifts)
