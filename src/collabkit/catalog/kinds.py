"""The kinds of catalog, by the names of their files, each with the model of its entries.

A run that ranks partners needs eight of them; a model is imported when somebody asks for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from collabkit.ondemand import OnDemand

if TYPE_CHECKING:
    from collabkit.catalog.base import Entry


def _model(_: str, home: tuple[str, str]) -> "type[Entry]":
    module, name = home
    return cast("type[Entry]", getattr(import_module(f"collabkit.catalog.{module}"), name))


KINDS: Final = OnDemand(
    {
        "goals": ("goals", "Goal"),
        "partners": ("partners", "Partner"),
        "assets": ("assets", "Asset"),
        "resources": ("assets", "Resource"),
        "activities": ("activities", "Activity"),
        "benefits": ("advice", "Benefit"),
        "cautions": ("advice", "Caution"),
        "forms": ("advice", "Form"),
        "principles": ("advice", "Principle"),
        "precedents": ("sayings", "Precedent"),
        "phrasings": ("sayings", "Phrasing"),
        "terms": ("sayings", "Term"),
        "names": ("sayings", "Name"),
        "networks": ("registers", "AffiliateNetwork"),
        "classing": ("registers", "Classing"),
        "signs": ("registers", "Sign"),
        "taxonomy": ("registers", "Service"),
        "conditions": ("agreements", "Condition"),
        "clauses": ("agreements", "Clause"),
        "figures": ("goals", "LocalFigure"),
        "criteria": ("policy", "Criterion"),
        "standards": ("standards", "Standard"),
        "questions": ("questions", "Question"),
        "bodies": ("bodies", "Body"),
    },
    _model,
)
"""Every catalog, by the name of its file."""
