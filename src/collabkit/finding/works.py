"""Who does which work, as the catalogs tell it: of each partner and each sign what a search asks, and no more.

To take every partner and every sign apart for that would take longer than the search.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from collabkit.catalog import Catalog
from collabkit.ondemand import OnDemand


class Kind(NamedTuple):
    """A partner, as a search sees it."""

    label: str
    core: Sequence[str]
    """The goals that are its own work."""
    related: Sequence[str]
    """Those that it often helps with."""
    complete_in: Sequence[str]
    """Registers that hold every body of the kind."""
    listed_by: str
    """Which register would list more of them; empty where none would."""


class Sign(NamedTuple):
    """A sign, as a search sees it; its fields are those of the catalog."""

    goal: str
    shows: str
    label: str
    partner: str
    kinds: Sequence[str]
    besides: Sequence[str]
    if_shown: Sequence[str]
    asked: Sequence[str]
    words: Sequence[str]
    services: Sequence[str]
    unless: Sequence[str]


class Works(NamedTuple):
    """What the catalogs say of who does which work."""

    kinds: Mapping[str, Kind]
    """Every partner, by its id."""
    signs: Sequence[Sign]
    """Every sign, in the order of its file."""
    networks: Mapping[str, str]
    """What each network is called."""

    def of(self, shown: str) -> Sign | None:
        """Return the first sign of what is *shown*."""
        return next((sign for sign in self.signs if sign.shows == shown), None)


def works(catalog: Catalog) -> Works:
    """Return what *catalog* says of who does which work."""
    tables = catalog.derived("works", _make)
    return Works(
        OnDemand(tables["kinds"], lambda _, plain: Kind(*plain)),
        [Sign(*plain) for plain in tables["signs"].values()],
        tables["networks"],
    )


def _make(catalog: Catalog) -> dict[str, dict[str, Any]]:
    return {
        "kinds": {
            partner.id: Kind(
                partner.label,
                partner.goals.core,
                partner.goals.related,
                partner.complete_in,
                partner.listed_by,
            )
            for partner in catalog.partners.values()
        },
        "signs": {
            sign.id: [getattr(sign, field) for field in Sign._fields]
            for sign in catalog.signs.values()
        },
        "networks": {network.id: network.label for network in catalog.networks.values()},
    }
