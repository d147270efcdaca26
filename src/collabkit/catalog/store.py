"""The catalogs as the rest of the program sees them: records by kind and id, made when asked for."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast, overload

from collabkit.catalog.base import Entry
from collabkit.catalog.compiled import CompiledCatalog
from collabkit.catalog.kinds import KINDS
from collabkit.catalog.revive import revive
from collabkit.errors import UnknownIdError
from collabkit.files.cache import to_line
from collabkit.files.tablefile import Tables
from collabkit.ondemand import OnDemand

if TYPE_CHECKING:
    from collabkit.catalog.activities import Activity
    from collabkit.catalog.advice import Benefit, Caution, Form, Principle
    from collabkit.catalog.agreements import Clause, Condition
    from collabkit.catalog.assets import Asset, Resource
    from collabkit.catalog.bodies import Body
    from collabkit.catalog.goals import Goal, LocalFigure
    from collabkit.catalog.partners import Partner
    from collabkit.catalog.policy import Criterion
    from collabkit.catalog.questions import Question
    from collabkit.catalog.registers import AffiliateNetwork, Classing, Service, Sign
    from collabkit.catalog.sayings import Name, Phrasing, Precedent, Term
    from collabkit.catalog.standards import Standard


E = TypeVar("E", bound=Entry)


class Kind(Generic[E]):
    """An attribute of `Catalog`: the records of the kind that is called like it.

    The model stands as a name, for whoever checks types, so that no run imports all of them.
    """

    def __set_name__(self, owner: type["Catalog"], name: str) -> None:
        """Learn what the attribute is called."""
        self.name = name

    @overload
    def __get__(self, catalog: None, owner: type["Catalog"]) -> Self: ...

    @overload
    def __get__(self, catalog: "Catalog", owner: type["Catalog"]) -> Mapping[str, E]: ...

    def __get__(
        self, catalog: "Catalog | None", owner: type["Catalog"]
    ) -> "Self | Mapping[str, E]":
        """Return the records of *catalog*."""
        if catalog is None:
            return self
        found = cast("Mapping[str, E]", catalog.kind(self.name))
        # Found there from now on, without asking here: to answer one aim takes thirty of these.
        catalog.__dict__[self.name] = found
        return found


class Catalog:
    """Everything the field knows, and what the library says otherwise.

    Each kind is a mapping from id to record, in the order of its file.
    """

    goals: "Kind[Goal]" = Kind()
    """Aims of the library."""
    figures: "Kind[LocalFigure]" = Kind()
    """Local figures that a letter can cite, and where to find them."""
    partners: "Kind[Partner]" = Kind()
    """Types of organization."""
    assets: "Kind[Asset]" = Kind()
    """What libraries bring."""
    resources: "Kind[Resource]" = Kind()
    """What can be given."""
    activities: "Kind[Activity]" = Kind()
    """Kinds of joint work."""
    benefits: "Kind[Benefit]" = Kind()
    """What comes of it."""
    cautions: "Kind[Caution]" = Kind()
    """What to mind."""
    forms: "Kind[Form]" = Kind()
    """Forms of partnership."""
    principles: "Kind[Principle]" = Kind()
    """Reasons, ways in, stances."""
    precedents: "Kind[Precedent]" = Kind()
    """Real partnerships of real libraries."""
    phrasings: "Kind[Phrasing]" = Kind()
    """Ways of asking."""
    terms: "Kind[Term]" = Kind()
    """Words that mean the same."""
    names: "Kind[Name]" = Kind()
    """Names and fixed expressions, with their meaning."""
    networks: "Kind[AffiliateNetwork]" = Kind()
    """National networks and how registers name their affiliates."""
    classing: "Kind[Classing]" = Kind()
    """Rules that tell the partner of an organization in a register."""
    signs: "Kind[Sign]" = Kind()
    """What shows which goal an organization works for."""
    taxonomy: "Kind[Service]" = Kind()
    """Terms of directories of services."""
    conditions: "Kind[Condition]" = Kind()
    """What a case may involve, so that an agreement has to speak of it."""
    clauses: "Kind[Clause]" = Kind()
    """Clauses of agreements."""
    criteria: "Kind[Criterion]" = Kind()
    """What is weighed when somebody asks the library for something."""
    standards: "Kind[Standard]" = Kind()
    """What others ask a library to show of its work with partners."""
    questions: "Kind[Question]" = Kind()
    """What both sides of a partnership answer in its short check."""
    bodies: "Kind[Body]" = Kind()
    """What a body is where its kind of partner holds several."""

    def __init__(
        self,
        entries: Callable[[str], Mapping[str, bytes]],
        compiled: CompiledCatalog | None = None,
    ) -> None:
        """Hold the entries of one run.

        Args:
            entries: gives those of a kind by id, each as one line of JSON; asked once for each kind.
            compiled: knows where they stand and keeps what is derived; nothing for a catalog of no files.
        """
        self._entries = entries
        self._compiled = compiled
        self._kinds: dict[str, OnDemand[Entry]] = {}
        self._derived: dict[str, Mapping[str, Mapping[str, Any]]] = {}

    def kind(self, kind: str) -> Mapping[str, Entry]:
        """Return the records of *kind*, one of the keys of ``KINDS``."""
        return self._of(kind)

    def _of(self, kind: str) -> OnDemand[Entry]:
        if kind not in self._kinds:
            self._kinds[kind] = OnDemand(self._entries(kind), _reviver(kind))
        return self._kinds[kind]

    def origins(self, kind: str, id_: str) -> Sequence[str]:
        """Return where the entry stands (``path:line:column``), the shipped place first."""
        return [str(each) for each in self._compiled.places(kind, id_)] if self._compiled else []

    @property
    def own(self) -> frozenset[tuple[str, str]]:
        """Kind and id of every entry that is the library's own, or that it changed."""
        return self._compiled.changed if self._compiled else frozenset()

    def find(self, id_: str) -> Iterator[tuple[str, Entry]]:
        """Yield every kind that has an entry called *id_*, with the entry."""
        for kind in KINDS:
            if id_ in self._of(kind):
                yield kind, self._of(kind)[id_]

    def known(self, kind: str, id_: str) -> Entry:
        """Return the entry of *kind* called *id_*, or raise ``UnknownIdError``."""
        records = self._of(kind)
        if id_ not in records:
            raise UnknownIdError(KINDS[kind].__name__.lower(), id_, records, catalog=kind)
        return records[id_]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id of every kind."""
        return tuple(id_ for kind in KINDS for id_ in self._of(kind))

    def derived(
        self, name: str, make: Callable[["Catalog"], Mapping[str, Mapping[str, Any]]]
    ) -> Mapping[str, Mapping[str, Any]]:
        """Return the tables that *make* makes of this catalog, as JSON brings them back, each value when it is asked for.

        They are made once for each catalog and each state of the code behind them.

        Args:
            name: of what is made.
            make: a pure function of the catalog: tables by name, their values by key.
        """
        if name not in self._derived:
            tables = self._derived_lines(name, make)
            self._derived[name] = OnDemand(tables, lambda _, lines: OnDemand(lines, _value))
        return self._derived[name]

    def _derived_lines(
        self, name: str, make: Callable[["Catalog"], Mapping[str, Mapping[str, Any]]]
    ) -> Tables:
        def lines() -> Tables:
            return {table: _lines(values) for table, values in make(self).items()}

        if self._compiled is None:
            return lines()
        _, room, *_ = make.__module__.split(".")
        return self._compiled.derived(name, room, lines)

    def cache_path(self, name: str) -> Path | None:
        """Return where something called *name*, made of this catalog, may be kept in the cache, if the catalog is."""
        return self._compiled.cache_path(name) if self._compiled else None


def _lines(values: Mapping[str, Any]) -> dict[str, bytes]:
    return {key: to_line(value) for key, value in values.items()}


def _value(_: str, line: bytes) -> Any:  # noqa: ANN401 - whatever JSON can hold
    return json.loads(line)


def _reviver(kind: str) -> Callable[[str, bytes], Entry]:
    """Return what makes records of *kind*; their model is imported for the first of them."""
    return lambda _, line: revive(KINDS[kind], json.loads(line))
