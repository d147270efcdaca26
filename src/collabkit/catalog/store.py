"""The catalogs as the rest of the program sees them: records by kind and id, made when asked for."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from collabkit import paths
from collabkit.catalog.agreements import Clause, Condition, Outcome
from collabkit.catalog.base import Entry
from collabkit.catalog.cache import keep, recall, to_line
from collabkit.catalog.models import (
    KINDS,
    Activity,
    Asset,
    Benefit,
    Caution,
    Form,
    Goal,
    LocalFigure,
    Partner,
    Principle,
    Resource,
)
from collabkit.catalog.registers import AffiliateNetwork, Classing
from collabkit.catalog.revive import revive
from collabkit.catalog.sayings import Phrasing, Precedent, Term
from collabkit.errors import UnknownIdError
from collabkit.ondemand import OnDemand


class Catalog:
    """Everything the field knows, and what the library says otherwise.

    Each kind is a mapping from id to record, in the order of its file.
    """

    def __init__(
        self,
        fetch: Callable[[str], Mapping[str, bytes]],
        home: Path | None = None,
        *,
        has_own: bool = False,
    ) -> None:
        """Hold the entries of one run.

        Args:
            fetch: gives the entries of a kind, as the cache keeps them; asked once for each kind.
            home: file in the cache beside which what is derived is kept.
            has_own: whether a library's own catalogs are among them.
        """
        self._fetch = fetch
        self._kinds: dict[str, OnDemand[Entry]] = {}
        self._home = home
        self._has_own = has_own
        self._derived: dict[str, Any] = {}

    def kind(self, kind: str) -> Mapping[str, Entry]:
        """Return the records of *kind*, one of the keys of ``KINDS``."""
        return self._of(kind)

    def _of(self, kind: str) -> OnDemand[Entry]:
        if kind not in self._kinds:
            self._kinds[kind] = OnDemand(self._fetch(kind), _reviver(KINDS[kind]))
        return self._kinds[kind]

    @property
    def goals(self) -> Mapping[str, Goal]:
        """Aims of the library."""
        return cast("Mapping[str, Goal]", self.kind("goals"))

    @property
    def figures(self) -> Mapping[str, LocalFigure]:
        """Local figures that a letter can cite, and where to find them."""
        return cast("Mapping[str, LocalFigure]", self.kind("figures"))

    @property
    def partners(self) -> Mapping[str, Partner]:
        """Types of organization."""
        return cast("Mapping[str, Partner]", self.kind("partners"))

    @property
    def assets(self) -> Mapping[str, Asset]:
        """What libraries bring."""
        return cast("Mapping[str, Asset]", self.kind("assets"))

    @property
    def resources(self) -> Mapping[str, Resource]:
        """What can be given."""
        return cast("Mapping[str, Resource]", self.kind("resources"))

    @property
    def activities(self) -> Mapping[str, Activity]:
        """Kinds of joint work."""
        return cast("Mapping[str, Activity]", self.kind("activities"))

    @property
    def benefits(self) -> Mapping[str, Benefit]:
        """What comes of it."""
        return cast("Mapping[str, Benefit]", self.kind("benefits"))

    @property
    def cautions(self) -> Mapping[str, Caution]:
        """What to mind."""
        return cast("Mapping[str, Caution]", self.kind("cautions"))

    @property
    def forms(self) -> Mapping[str, Form]:
        """Forms of partnership."""
        return cast("Mapping[str, Form]", self.kind("forms"))

    @property
    def principles(self) -> Mapping[str, Principle]:
        """Reasons, ways in, stances."""
        return cast("Mapping[str, Principle]", self.kind("principles"))

    @property
    def precedents(self) -> Mapping[str, Precedent]:
        """Real partnerships of real libraries."""
        return cast("Mapping[str, Precedent]", self.kind("precedents"))

    @property
    def phrasings(self) -> Mapping[str, Phrasing]:
        """Ways of asking."""
        return cast("Mapping[str, Phrasing]", self.kind("phrasings"))

    @property
    def terms(self) -> Mapping[str, Term]:
        """Words that mean the same."""
        return cast("Mapping[str, Term]", self.kind("terms"))

    @property
    def networks(self) -> Mapping[str, AffiliateNetwork]:
        """National networks and how registers name their affiliates."""
        return cast("Mapping[str, AffiliateNetwork]", self.kind("networks"))

    @property
    def classing(self) -> Mapping[str, Classing]:
        """Rules that tell the partner of an organization in a register."""
        return cast("Mapping[str, Classing]", self.kind("classing"))

    @property
    def clauses(self) -> Mapping[str, Clause]:
        """Clauses of agreements."""
        return cast("Mapping[str, Clause]", self.kind("clauses"))

    @property
    def conditions(self) -> Mapping[str, Condition]:
        """What a case may involve, so that an agreement has to speak of it."""
        return cast("Mapping[str, Condition]", self.kind("conditions"))

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """What those who took part may say."""
        return cast("Mapping[str, Outcome]", self.kind("outcomes"))

    def origins(self, kind: str, id_: str) -> Sequence[str]:
        """Return where the entry stands (``path:line:column``), the shipped place first."""
        places: Sequence[str] = json.loads(self._of(kind).plain[id_])["origins"]
        return places

    @cached_property
    def own(self) -> frozenset[tuple[str, str]]:
        """Kind and id of every entry that is the library's own, or that it changed."""
        if not self._has_own:
            return frozenset()
        shipped = os.path.join(paths.data_dir(), "")  # noqa: PTH118 - with the mark that ends a folder
        return frozenset(
            (kind, id_)
            for kind in KINDS
            for id_ in self._of(kind)
            if not self.origins(kind, id_)[-1].startswith(shipped)
        )

    def find(self, id_: str) -> Iterator[tuple[str, Entry]]:
        """Yield every kind that has an entry called *id_*, with the entry."""
        for kind in KINDS:
            if id_ in self._of(kind):
                yield kind, self._of(kind)[id_]

    def known(self, kind: str, id_: str) -> Entry:
        """Return the entry of *kind* called *id_*, or raise ``UnknownIdError``."""
        records = self._of(kind)
        if id_ not in records:
            raise UnknownIdError(KINDS[kind].__name__.lower(), id_, records)
        return records[id_]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id of every kind."""
        return tuple(id_ for kind in KINDS for id_ in self._of(kind))

    def derived(self, name: str, make: Callable[["Catalog"], Any]) -> Any:  # noqa: ANN401
        """Return what *make* makes of this catalog, as JSON brings it back; kept in the cache.

        Args:
            name: of what is made. It must change when *make* does.
            make: a pure function of the catalog whose result JSON can hold.
        """
        if name not in self._derived:
            file = self._home.with_suffix(f".{name}.json") if self._home else None
            lines = recall(file) if file else None
            if lines is None:
                lines = {name: to_line(make(self))}
                if file:
                    keep(file, lines)
            self._derived[name] = json.loads(lines[name])
        return self._derived[name]


def _reviver(model: type[Entry]) -> Callable[[str, bytes], Entry]:
    return lambda _, line: revive(model, json.loads(line)["record"])
