"""The rules that tell which partner an organization is, out of the catalogs: the surest first."""

from collections.abc import Iterator
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.names import comparable_name

BY_NUMBER = 0.98
"""Confidence in a row that files under the number of a network: nothing about its name is surer."""
BY_NAME = 0.90
"""Confidence in a row that only bears the name of a network."""

_FAMILIES = ("group", "network", "name", "ntee", "source", "activity", "foundation")
"""What decides where two rules are as sure: the more telling first."""


class Rule(NamedTuple):
    """One rule as the database holds it."""

    by: str
    """One of ``_FAMILIES``."""
    partner: str | None
    """None if it says that the organization is a partner of no kind."""
    confidence: float
    reason: str
    match: str
    """What must hold: a group number, a phrase, the start of a code, a source."""
    unless: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unless_codes: tuple[str, ...] = ()
    with_codes: tuple[str, ...] = ()
    network: str | None = None


def rules(catalog: Catalog) -> list[Rule]:
    """Return every rule of *catalog*, the surest first; of phrases each is a rule of its own."""
    found = sorted(
        (*_networks(catalog), *_classing(catalog)),
        key=lambda rule: (
            -rule.confidence,
            _FAMILIES.index(rule.by),
            -len(rule.match),
            rule.partner or "",
        ),
    )
    return [rule for rule in found if rule.partner is None or rule.partner in catalog.partners]


def _networks(catalog: Catalog) -> Iterator[Rule]:
    for network in catalog.networks.values():
        unless = tuple(comparable_name(phrase) for phrase in network.unless)
        found = []
        if network.gen:
            reason = f"{network.label}, group {network.gen}"
            found.append(Rule("group", network.partner, BY_NUMBER, reason, network.gen))
        found += (
            Rule("network", network.partner, BY_NAME, network.label, phrase)
            for phrase in filter(None, map(comparable_name, network.words))
        )
        for rule in found:
            yield rule._replace(unless=unless, network=network.id)


def _classing(catalog: Catalog) -> Iterator[Rule]:
    for rule in catalog.classing.values():
        made = Rule(
            rule.by,
            None if rule.partner == "none" else rule.partner,
            rule.confidence,
            rule.label,
            match="",
            unless=tuple(comparable_name(phrase) for phrase in rule.unless),
            also=tuple(comparable_name(phrase) for phrase in rule.also),
            unless_codes=rule.unless_codes,
            with_codes=rule.with_codes,
        )
        for match in rule.match:
            said = comparable_name(match) if rule.by == "name" else match
            if said:
                yield made._replace(match=said)
