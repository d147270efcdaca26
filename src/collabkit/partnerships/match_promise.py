"""Which promise somebody means who says that one was kept, moved or dropped."""

import re
from collections.abc import Sequence
from datetime import date

from collabkit.errors import UsageError, cut
from collabkit.partnerships.entries import LogEntry, Side, comparable
from collabkit.partnerships.promises import Promise
from collabkit.partnerships.stages import stage_of

OUTCOMES = frozenset(["kept", "we kept", "they kept", "moved", "dropped"])
"""The words of the log that speak of a promise made before."""


def match_promise(entry: LogEntry, promises: Sequence[Promise]) -> LogEntry:
    """Return *entry* in the very words of the open promise that it means.

    Args:
        entry: as it was typed; a clear part of the promise is enough.
        promises: those of the partnership.

    Raises:
        UsageError: it may mean several, or none.
    """
    if entry.word not in OUTCOMES:
        return entry
    waiting = [each for each in promises if each.open and entry.side in {None, each.side}]
    candidates = _candidates(entry, waiting)
    if not candidates:
        raise UsageError(f"no open promise says {cut(entry.text)!r}", _offers(waiting))
    if len({(each.side, comparable(each.what)) for each in candidates}) > 1:
        raise UsageError(f"{cut(entry.text)!r} may be several promises", _offers(candidates))
    first = min(candidates, key=lambda each: each.due or date.max)
    twins = [each for each in promises if comparable(each.what) == comparable(first.what)]
    return _in_words_of(entry, first, twins)


def kept_promises(
    text: str, side: Side | None, promises: Sequence[Promise]
) -> tuple[list[Promise], bool]:
    """Return the open promises that *text* may tell to be kept, and whether it is surely the one of them.

    "Sent the photos I promised" means that of the photos.

    Args:
        text: words that tell that something was done as it was promised.
        side: who did it, if that is clear.
        promises: those of the partnership.
    """
    waiting = [each for each in promises if each.open and side in {None, each.side}]
    told = _stems(text)
    shared = [(len(told & _stems(each.what)), each) for each in waiting]
    most = max((count for count, _ in shared), default=0)
    found = [each for count, each in shared if count == most]
    return found, most > 0 and len(found) == 1


def _stems(text: str) -> set[str]:
    """Return the beginnings of the longer words of *text*: "photos" and "photo" are the same."""
    return {word[:_STEM] for word in re.findall(r"\w+", comparable(text)) if len(word) > _SHORT}


_STEM, _SHORT = 4, 3


def suggested_form(entry: LogEntry, promises: Sequence[Promise]) -> str | None:
    """Return how free text that looks like words of the log would have to be written to mean them.

    "kept the room plan" is one such text if a promise of a room plan is open; "kept in touch" is none.
    """
    first, _, rest = entry.text.partition(" ")
    word = first.lower()
    if entry.word or not rest:
        return None
    if word == "stage" and stage_of(rest):
        return f"stage: {rest}"
    if word in {"kept", "dropped", "moved"} and _candidates(
        entry._replace(text=_ARTICLE.sub("", rest)), [each for each in promises if each.open]
    ):
        return f"{word}: {rest}"
    return None


_ARTICLE = re.compile(r"^(the|a|an|our|their)\s+", re.IGNORECASE)


def _candidates(entry: LogEntry, waiting: Sequence[Promise]) -> list[Promise]:
    text = comparable(entry.text)
    exact = [each for each in waiting if comparable(each.what) == text]
    return exact or [
        each for each in waiting if all(word in comparable(each.what) for word in text.split())
    ]


def _in_words_of(entry: LogEntry, promise: Promise, twins: Sequence[Promise]) -> LogEntry:
    """Return *entry* with the promise's words, and side and day where others have the same."""
    word = entry.word
    if word == "kept" and len({each.side for each in twins}) > 1:
        word = "we kept" if promise.side == "we" else "they kept"
    if entry.word == "moved":
        return entry._replace(text=promise.what)
    apart = len([each for each in twins if each.side == promise.side and each.open]) > 1
    until = promise.due if apart else None
    return entry._replace(word=word, text=promise.what, until=until, lead="by" if until else "")


def _offers(promises: Sequence[Promise]) -> str:
    if not promises:
        return "Nothing is open with them."
    return "Open: " + "; ".join(f"{each.side}: {cut(each.what)}" for each in promises[:_FEW])


_FEW = 8
