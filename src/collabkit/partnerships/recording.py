"""What happened, written into the log of a partnership. Imports little: it is to take no time at all."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from collabkit.errors import UsageError
from collabkit.partnerships.corrections import LOG, line_to_strike, struck_by, valid_entries
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.folders import folder_named
from collabkit.partnerships.logged import Logged
from collabkit.partnerships.logs import Log, append, read_log
from collabkit.partnerships.match_promise import (
    OUTCOMES,
    kept_promises,
    match_promise,
    suggested_form,
)
from collabkit.partnerships.promises import Promise, follow_ups, promises
from collabkit.partnerships.sentences import Doubt, Sentence, parse_sentence
from collabkit.partnerships.stages import STAGES, stage_of
from collabkit.partnerships.state import went_of

Choose = Callable[[Doubt], LogEntry | None]
"""Decides what is meant; nothing leaves it as text."""


def record_events(
    home: Path,
    name: str,
    texts: Iterable[str],
    *,
    today: date,
    day: date | None = None,
    choose: Choose | None = None,
    preview: bool = False,
) -> Logged:
    """Write *texts* into the log of the partnership that *name* is a clear part of.

    Args:
        home: the folder of all partnerships.
        name: any part of the partnership's name that is clear.
        texts: what happened, each as a person types it.
        today: the day on which it is typed.
        day: the day on which it happened, where no text says it.
        choose: decides what is meant by what can be read in several ways; without it, it stays text.
        preview: write nothing, and return what would be written.

    Raises:
        UsageError: there is no such partnership, or a text says nothing that can be written.
        CollabkitError: the log cannot be written; it is as it was.
    """
    folder = folder_named(home, name)
    typed = [text for text in texts if text.strip()]
    sentences = [parse_sentence(text, today, day) for text in typed or [""]]
    return _record(
        folder, read_log(folder), sentences, today, on=day, choose=choose, preview=preview
    )


def strike_line(home: Path, name: str, number: int | None, *, today: date) -> Logged:
    """Take back line *number* of a log, or the last one that counts; it stays there, and a new line says so.

    Raises:
        UsageError: there is no such partnership, or no such line that counts.
        CollabkitError: the log cannot be written; it is as it was.
    """
    folder = folder_named(home, name)
    before = read_log(folder)
    old = line_to_strike(before.entries, number)
    return _record(folder, before, [Sentence((struck_by(old),), explicit=True)], today)


def replace_line(
    home: Path, name: str, number: int, text: str, *, today: date, choose: Choose | None = None
) -> Logged:
    """Take back line *number* of a log, and write *text* in its stead, of the same day unless it names one.

    Raises:
        UsageError: there is no such partnership or line, or *text* says nothing that can be written.
        CollabkitError: the log cannot be written; it is as it was.
    """
    folder = folder_named(home, name)
    before = read_log(folder)
    old = line_to_strike(before.entries, number)
    sentences = [Sentence((struck_by(old),), explicit=True), parse_sentence(text, old.day)]
    return _record(folder, before, sentences, today, choose=choose)


def _record(
    folder: Path,
    before: Log,
    sentences: Sequence[Sentence],
    today: date,
    *,
    on: date | None = None,
    choose: Choose | None = None,
    preview: bool = False,
) -> Logged:
    """Write what *sentences* say at the end of the log *before* in *folder*, all or nothing."""
    entries: list[LogEntry] = []
    explicit: list[bool] = []
    left: list[Doubt] = []
    for sentence in sentences:
        known = [*before.entries, *entries]
        made: list[LogEntry] = []
        for entry in sentence.entries:
            made.append(_checked(entry, [*known, *made]))
        kept, unclear = _kept(sentence, [*known, *made])
        for doubt in (*sentence.doubts, *unclear):
            chosen = choose(doubt) if choose else None
            if chosen is None:
                left.append(doubt)
            else:
                kept.append(chosen)  # in its stead, where nothing else was said
                made = [entry for entry in made if entry.word or entry.text != doubt.text]
        entries += [*made, *kept]
        explicit += [sentence.explicit] * len(made) + [False] * len(kept)
    file = folder / LOG if preview else append(folder, entries)
    after = promises(_in_order(valid_entries([*before.entries, *entries])))
    touches = [entry.day for entry in before.entries if entry.touch and entry.day <= today]
    return Logged(
        folder.name,
        file,
        tuple(entries),
        tuple(explicit),
        tuple(each for each in after if each.open),
        touches[-1] if touches else None,
        tuple(filter(None, (suggested_form(entry, after) for entry in entries))),
        tuple(left),
        on or today,
    )


def _kept(sentence: Sentence, known: Sequence[LogEntry]) -> tuple[list[LogEntry], list[Doubt]]:
    """Return the promises that *sentence* tells to be kept, and what leaves open which one it was."""
    kept: list[LogEntry] = []
    unclear: list[Doubt] = []
    for outcome in sentence.kept:
        waiting = _bound([*known, *kept])
        fitting, sure = kept_promises(outcome.text, outcome.side, waiting)
        told = [
            match_promise(LogEntry(outcome.day, f"{each.side} kept", each.what), waiting)  # type: ignore[arg-type]
            for each in fitting
        ]
        if sure:
            kept += told
        elif told:
            unclear.append(Doubt(outcome.text, tuple(told)))
    return kept, unclear


def _bound(known: Sequence[LogEntry]) -> list[Promise]:
    """Return the promises and follow-ups of *known*, of which a line may say what became."""
    entries = _in_order(valid_entries(known))
    return [*promises(entries), *follow_ups(entries)]


def _checked(entry: LogEntry, known: Sequence[LogEntry]) -> LogEntry:
    """Return *entry* as it is written; the promise that it is about is among those of *known*.

    Raises:
        UsageError: its word of the log is not followed by what it means.
    """
    if entry.word in OUTCOMES:
        entry = match_promise(entry, _bound(known))
    if entry.word == "stage" and stage_of(entry.text) is None:
        raise UsageError(f"no stage called {entry.text!r}", f"One of: {', '.join(STAGES)}")
    if entry.word == "went" and went_of(entry.text) is None:
        raise UsageError("it is not said how it went", "Write `went: well`, mixed or badly.")
    if entry.word == "moved" and entry.until is None:
        raise UsageError("the new day is missing", "Write `moved: the promise to Dec 10`.")
    if entry.word == "agreement" and entry.until is None:
        raise UsageError("its last day is missing", "Write `agreement: signed until 2027-03-31`.")
    if entry.word and not entry.text and entry.word != "agreement":
        raise UsageError(f"nothing follows {entry.word!r}", f"Write `{entry.word}: what`.")
    return entry


def _in_order(entries: Iterable[LogEntry]) -> list[LogEntry]:
    return sorted(entries, key=lambda entry: entry.day)
