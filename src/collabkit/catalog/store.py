"""Catalogs, read once and kept: the object the rest of the program sees.

Reading and checking the YAML takes half a second. So what was found right is kept as JSON in the
user's cache folder, under a name made of the content of every file read.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

from collabkit import paths
from collabkit.catalog.cache import keep, recall, to_line
from collabkit.catalog.models import (
    KINDS,
    Activity,
    Asset,
    Benefit,
    Caution,
    Clause,
    Entry,
    Form,
    Goal,
    Outcome,
    Partner,
    Phrasing,
    Precedent,
    Principle,
    Resource,
    Term,
)
from collabkit.catalog.revive import revive
from collabkit.errors import DataError, UnknownIdError, UsageError
from collabkit.ondemand import OnDemand

_FORMAT = "2"
"""Changes whenever what is kept changes its shape."""


class Catalog:
    """Everything the field knows, and what the library says otherwise.

    Each kind is a mapping from id to record, in the order of its file.
    """

    def __init__(self, lines: Mapping[str, bytes], home: Path | None = None) -> None:
        """Hold *lines*, one for each entry, and keep what is derived from them beside *home*."""
        self._lines: dict[str, dict[str, bytes]] = {kind: {} for kind in KINDS}
        for name, line in lines.items():
            kind, _, id_ = name.partition("/")
            self._lines[kind][id_] = line
        self._kinds = {
            kind: OnDemand(self._lines[kind], _reviver(model)) for kind, model in KINDS.items()
        }
        self._home = home
        self._derived: dict[str, Any] = {}

    def kind(self, kind: str) -> Mapping[str, Entry]:
        """Return the records of *kind*, one of the keys of ``KINDS``."""
        return self._kinds[kind]

    @property
    def goals(self) -> Mapping[str, Goal]:
        """Aims of the library."""
        return cast("Mapping[str, Goal]", self.kind("goals"))

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
    def clauses(self) -> Mapping[str, Clause]:
        """Clauses of agreements."""
        return cast("Mapping[str, Clause]", self.kind("clauses"))

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """What those who took part may say."""
        return cast("Mapping[str, Outcome]", self.kind("outcomes"))

    def origins(self, kind: str, id_: str) -> Sequence[str]:
        """Return where the entry stands (``path:line:column``), the shipped place first."""
        places: Sequence[str] = json.loads(self._lines[kind][id_])["origins"]
        return places

    def find(self, id_: str) -> Iterator[tuple[str, Entry]]:
        """Yield every kind that has an entry called *id_*, with the entry."""
        for kind, records in self._kinds.items():
            if id_ in records:
                yield kind, records[id_]

    def known(self, kind: str, id_: str) -> Entry:
        """Return the entry of *kind* called *id_*, or raise ``UnknownIdError``."""
        records = self._kinds[kind]
        if id_ not in records:
            raise UnknownIdError(KINDS[kind].__name__.lower(), id_, records)
        return records[id_]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id of every kind."""
        return tuple(id_ for records in self._kinds.values() for id_ in records)

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


def load(own: Path | None = None) -> Catalog:
    """Return the shipped catalogs with the library's own over them.

    Args:
        own: folder of the library's own catalogs; none by default.

    Raises:
        DataError: with every problem in every file.
        UsageError: *own* is not a folder.
    """
    folders = [paths.data_dir()]
    if own is not None:
        if not own.is_dir():
            raise UsageError(
                f"no folder called {str(own)!r}",
                "`--catalog` names a folder of YAML files",
            )
        folders.append(own)
    key = _key(folders)
    kept = paths.cache_dir() / f"catalog-{key}.json"
    lines = recall(kept)
    if lines is None:
        lines = _compile(folders)
        keep(kept, lines)
    return Catalog(lines, kept)


def _key(folders: Sequence[Path]) -> str:
    """Return a name for the content of every catalog in *folders*."""
    digest = blake2b(_FORMAT.encode(), digest_size=16)
    for folder in folders:
        digest.update(b"\0" + os.fsencode(folder))
        for name in sorted(os.listdir(folder)):  # noqa: PTH208 - half the time of iterdir
            if name.endswith((".yaml", ".yml")):
                path = folder / name
                content = path.read_bytes() if path.is_file() else b""
                digest.update(b"\0%s\0%d\0" % (os.fsencode(name), len(content)))
                digest.update(content)
    return digest.hexdigest()


def _compile(folders: Sequence[Path]) -> dict[str, bytes]:
    from collabkit.catalog.layers import read_layers  # noqa: PLC0415 - 12 ms of YAML that a warm cache spares

    layers = read_layers(folders)
    if layers.problems:
        raise DataError(layers.problems)
    return {
        f"{kind}/{id_}": to_line(
            {
                "record": record.model_dump(mode="json"),
                "origins": [str(place) for place in layers.origins[kind][id_]],
            }
        )
        for kind, records in layers.records.items()
        for id_, record in records.items()
    }
