"""What of the facts is asked of every partnership at once, kept in the user's cache folder.

Facts that were found right once are known again by their content, without YAML and without a model:
two hundred of them take no longer than reading the files.
"""

import json
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from collabkit import paths
from collabkit.files.cache import keep, recall, to_line
from collabkit.files.fingerprints import code_fingerprint
from collabkit.files.reading import read_file

if TYPE_CHECKING:
    from collabkit.partnerships.facts import Facts

_MOST = 1_000_000
"""Bytes of facts that are known again; nobody writes more."""


class Brief(NamedTuple):
    """The facts of one partnership that are asked for wherever many are listed."""

    name: str
    end: date | None
    """The last day of the agreement, as far as the facts tell."""
    notice: int
    file: str | None
    """Of the agreement."""
    cold_after: int | None


def brief_of(facts: "Facts") -> Brief:
    """Return what is asked of *facts* most."""
    ends = facts.agreement
    return Brief(facts.name, ends.end, ends.notice, ends.file, facts.cold_after)


class Briefs:
    """The briefs of the partnerships in one folder, by the content of their facts."""

    def __init__(self, home: Path) -> None:
        """Recall what is kept of the partnerships in *home*."""
        name = blake2b(str(home.absolute()).encode(errors="replace"), digest_size=8)
        code = code_fingerprint("partnerships", paths.cache_dir())
        self._path = paths.cache_dir() / f"kept-{name.hexdigest()}-{code}"
        self._known = recall(self._path) or {}
        self._used: dict[str, bytes] = {}
        self._keys: dict[Path, str | None] = {}

    def of(self, facts: Path) -> Brief | None:
        """Return the brief of the file *facts*, if its very content was found right before."""
        key = self._keys[facts] = _key(facts)
        line = self._known.get(key) if key else None
        if key is None or line is None:
            return None
        self._used[key] = line
        name, end, *rest = json.loads(line)
        return Brief(name, date.fromisoformat(end) if end else None, *rest)

    def add(self, facts: Path, brief: Brief) -> None:
        """Keep the *brief* of the file *facts*, which are right, unless it changed since it was looked for."""
        key = _key(facts)
        if key and key == self._keys.get(facts):
            end = brief.end.isoformat() if brief.end else None
            self._used[key] = to_line([brief.name, end, *brief[2:]])

    def save(self) -> None:
        """Write what was asked for, if anything of it is new; a cache that cannot be kept is only slower."""
        if not self._used.keys() <= self._known.keys():
            keep(self._path, self._used)


def _key(facts: Path) -> str | None:
    try:
        return blake2b(read_file(facts, _MOST), digest_size=16).hexdigest()
    except OSError:
        return None
