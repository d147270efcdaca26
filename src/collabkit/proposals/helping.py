"""Who else a piece of work takes besides those in the room, and what each gives."""

from collections.abc import Collection, Sequence
from typing import TypedDict

from collabkit.catalog import Activity, Catalog, Partner
from collabkit.catalog.activities import Need
from collabkit.catalog.work import PartnerGiven, Role
from collabkit.proposals.calendar import long_date, workday_after
from collabkit.proposals.fact_parts import AskedFor, Helper
from collabkit.proposals.parties import role_of
from collabkit.proposals.spoken import spoken
from collabkit.proposals.subjects import Other
from collabkit.text.phrases import lower_first, with_article

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
    found = _needed(catalog, activity, supplied, named)
    for role in activity.roles:
        if role.partner not in taking_part and role.in_trial:
            _kept(found, _Help(catalog.partners[role.partner], role))
    asked = {each.partner.id for each in found.values()}
    for id_, each in named.items():
        if id_ not in asked:  # what the work could do without, this one gives all the same
            _kept(found, _Help(catalog.partners[id_], role_of(activity, id_, name=each.name)))
    met = {resource for each in found.values() for resource in each.resources}
    told = (each.told(named.get(each.partner.id)) for each in found.values())
    return tuple(told), frozenset(supplied | met)


_Found = dict[tuple[str, str], "_Help"]


def _kept(found: _Found, help_: "_Help") -> "_Help":
    """Return *help_* as it is *found* already, or as it is from now on."""
    return found.setdefault((help_.partner.id, help_.who), help_)


def _needed(
    catalog: Catalog, activity: Activity, supplied: Collection[str], named: Collection[str]
) -> _Found:
    """Return who meets the needs of *activity* beyond what is *supplied*; those *named* before others."""
    found: _Found = {}
    for need in activity.needs:
        if need.resource in supplied:
            continue
        waits = not catalog.resources[need.resource].tried_without
        first = sorted(need.from_, key=lambda id_: id_ not in named)
        for role in (role for id_ in first for role in activity.roles_of(id_)):
            gifts = [gift for gift in role.gives if gift.resource == need.resource]
            if gifts:
                help_ = _kept(found, _Help(catalog.partners[role.partner], role))
                help_.meets(need, gifts, waits=waits and not role.optional)
                break
    return found


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

    def __init__(self, partner: Partner, role: Role | None) -> None:
        self.partner = partner
        self._role = role
        self._kind = lower_first(partner.label)
        self.who = role.as_ if role and role.as_ else self._kind
        self._article = role.article if role and role.as_ else partner.article
        self._gifts = role.gives if role else ()
        self._needed: list[PartnerGiven] = []
        self._awaited = False
        self.resources: set[str] = set()

    def meets(self, need: Need, gifts: Sequence[PartnerGiven], *, waits: bool) -> None:
        """Count *gifts* as what meets a *need*; nothing *waits* for whom the trial goes on without."""
        self._needed += gifts
        self.resources.add(need.resource)
        self._awaited = self._awaited or (waits and _holds_up(need, gifts))

    def told(self, known: Other | None) -> Helper:
        """Return the helper as a paper tells of it: its main gift, and then what the work needs of it."""
        gifts = dict.fromkeys(gift.text for gift in (*self._gifts[:1], *self._needed, *self._gifts))
        name = known.name if known else None
        called = str(spoken(name)) if name else with_article(self.who, self._article)
        awaited = self._awaited and not (known and known.agreed)
        asked = AskedFor.of(self._role) if self._role else AskedFor()
        return Helper(
            self.who,
            self._kind,
            (*gifts,)[:_TOLD],
            called,
            named=bool(name),
            awaited=awaited,
            agreed=bool(known and known.agreed),
            money=asked.money,
            dollars=asked.dollars,
            in_trial=self._role is not None and self._role.in_trial,
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


def _holds_up(need: Need, gifts: Sequence[PartnerGiven]) -> bool:
    """Return whether nothing begins before somebody gives *gifts*, which nobody in the room gives.

    The library could meet some needs itself, and some gifts are for later.
    """
    return "library" not in need.from_ and not all(gift.later for gift in gifts)
