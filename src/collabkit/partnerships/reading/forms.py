"""A statement as the entry of a log that says it."""

from datetime import date
from typing import Final

from collabkit.partnerships.entries import LogEntry, Word
from collabkit.partnerships.reading.statements import Statement

_CHANGED: Final = {"left": "left", "new": "is new", "role": "has a new role"}


def entry_of(statement: Statement, at: date) -> LogEntry | None:
    """Return *statement*, told on the day *at*, as an entry; nothing where the log has no form for it.

    What became of a promise is no entry yet: which promise it was is to be found in the log.
    """
    text, day = statement.text, statement.day
    match statement.kind:
        case "promise":
            word: Word = f"{statement.side} promise"  # type: ignore[assignment]
            return _dated(LogEntry(at, word, text, who=statement.who), day, statement.lead)
        case "follow up":
            entry = LogEntry(at, "follow up", text, who=statement.who)
            return _dated(entry, day, statement.lead)
        case "meeting" if day is not None and statement.which != "held":
            return LogEntry(at, "meeting", text, day, "on", time=statement.time)
        case "agreement" if day is not None:
            return LogEntry(at, "agreement", text, day, "until")
        case "stage":
            return _dated(LogEntry(at, "stage", statement.which), day, "until")
        case "person":
            return LogEntry(at, "person", f"{text} {_CHANGED[statement.which]}")
        case "money":
            did = _GAVE.get(statement.which, statement.which)
            return LogEntry(at, "money", f"{statement.side} {did} {_dollars(statement)}")
        case "count":
            return LogEntry(at, "count", f"{statement.number:,.0f} {text}".strip())
        case "missed" if statement.side in {"we", "they"}:
            missed: Word = "we missed" if statement.side == "we" else "they missed"
            return LogEntry(at, missed, text)
        case _:
            return None


def _dated(entry: LogEntry, day: date | None, lead: str) -> LogEntry:
    return entry._replace(until=day, lead=lead) if day else entry


_GAVE = {"received": "gave"}
"""How the log says what became of money, where it is not the same word: "they received" would be ours to them."""


def _dollars(statement: Statement) -> str:
    amount = statement.number or 0
    return f"${amount:,.0f}" if amount == int(amount) else f"${amount:,.2f}"
