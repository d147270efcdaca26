"""Catalogs, read once and kept: the object the rest of the program sees.

Reading and checking the YAML takes half a second. So what was found right is kept as JSON in the
user's cache folder, under a name made of the content of every file read.
"""

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

from collabkit import paths
from collabkit.catalog.agreements import Clause, Outcome
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
    Partner,
    Principle,
    Resource,
)
from collabkit.catalog.registers import AffiliateNetwork, Classing
from collabkit.catalog.revive import revive
from collabkit.catalog.sayings import Phrasing, Precedent, Term
from collabkit.errors import DataError, UnknownIdError, UsageError
from collabkit.ondemand import OnDemand

_FORMAT = "3"
"""Changes whenever what is kept changes its shape."""


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
        shipped = os.fspath(paths.data_dir())
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
    home = paths.cache_dir() / f"catalog-{_key(folders)}.json"
    return Catalog(_Shelf(folders, home).fetch, home, has_own=own is not None)


class _Shelf:
    """The entries of some folders: one file in the cache for each kind, made when one is missing."""

    def __init__(self, folders: Sequence[Path], home: Path) -> None:
        self._folders = folders
        self._home = home
        self._read: dict[str, dict[str, bytes]] = {}
        # Whoever opens a catalog wants to know at once whether it is right.
        self._first = self.fetch(next(iter(KINDS)))

    def fetch(self, kind: str) -> Mapping[str, bytes]:
        """Return the entries of *kind* by id, each on one line."""
        if kind in self._read:
            return self._read[kind]
        lines = recall(self._home.with_suffix(f".{kind}.json"))
        if lines is None:
            self._read = _compile(self._folders)
            for each, compiled in self._read.items():
                keep(self._home.with_suffix(f".{each}.json"), compiled)
            lines = self._read[kind]
        return lines


def _key(folders: Sequence[Path]) -> str:
    """Return a name for the content of every catalog in *folders*.

    To read and hash two megabytes takes longer than to match. So the name is looked up by the
    names, sizes and times of the files first, as git does; files touched just now are hashed,
    since the clock of the disk may not part two writes.
    """
    files = [file for folder in folders for file in _catalogs(folder)]
    stats = [file.stat() for file in files]
    known = blake2b(_FORMAT.encode(), digest_size=16)
    for file, stat in zip(files, stats, strict=True):
        known.update(b"%s\0%d\0%d\0" % (os.fsencode(file), stat.st_size, stat.st_mtime_ns))
    for folder in folders:
        known.update(os.fsencode(folder))
    noted = paths.cache_dir() / f"catalog-{known.hexdigest()}.key"
    settled = all(time.time() - stat.st_mtime > _SETTLED for stat in stats)
    if settled and (parts := recall(noted)):
        return parts["key"].decode()
    digest = blake2b(_FORMAT.encode(), digest_size=16)
    for folder in folders:
        digest.update(b"\0" + os.fsencode(folder))
    for file in files:
        content = file.read_bytes() if file.is_file() else b"(a folder)"
        digest.update(b"\0%s\0%d\0" % (os.fsencode(file), len(content)))
        digest.update(content)
    if settled:
        keep(noted, {"key": digest.hexdigest().encode()})
    return digest.hexdigest()


_SETTLED = 2.0
"""Seconds after which a file's time tells one content from the next on any disk."""


def _catalogs(folder: Path) -> list[Path]:
    names = sorted(os.listdir(folder))  # noqa: PTH208 - half the time of iterdir
    files = (folder / name for name in names if name.endswith((".yaml", ".yml")))
    return [file for file in files if file.exists()]


def _compile(folders: Sequence[Path]) -> dict[str, dict[str, bytes]]:
    from collabkit.catalog.layers import read_layers  # noqa: PLC0415 - 12 ms of YAML that a warm cache spares

    layers = read_layers(folders)
    if layers.problems:
        raise DataError(layers.problems)
    return {
        kind: {
            id_: to_line(
                {
                    "record": record.model_dump(mode="json"),
                    "origins": [str(place) for place in layers.origins[kind][id_]],
                }
            )
            for id_, record in records.items()
        }
        for kind, records in layers.records.items()
    }
