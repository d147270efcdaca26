"""The language of the log: a line is an event, with its day, and a few words that mean something.

    2026-03-02 met at the tutor training, 14 learners waiting
    2026-03-09 we promise (Ann): send the room plan by 2026-03-13
    2026-03-12 kept: send the room plan

Free text is always right. The words of `WORDS` mean something before a colon, and some of them take
a day at the end of the line.
"""

import re
from datetime import date
from typing import Final, Literal, NamedTuple

Side = Literal["we", "they"]
Word = Literal[
    "",
    "we promise",
    "they promise",
    "both promise",
    "follow up",
    "meeting",
    "kept",
    "we kept",
    "they kept",
    "moved",
    "dropped",
    "we missed",
    "they missed",
    "agreed",
    "agreement",
    "stage",
    "paper",
    "went",
    "person",
    "money",
    "count",
    "mind",
    "note",
    "struck",
]


class Meaning(NamedTuple):
    """What a word before the colon says."""

    what: str
    until: tuple[str, ...] = ()
    """The words that lead to a day at the end of the line."""
    touch: bool = False
    """Whether the two sides were in touch."""
    timed: bool = False
    """Whether a time of day may follow the day."""


WORDS: Final[dict[Word, Meaning]] = {
    "we promise": Meaning("something that we will do", ("by", "from", "on"), touch=True),
    "they promise": Meaning("something that they will do", ("by", "from", "on"), touch=True),
    "both promise": Meaning("something that both will do", ("by", "from", "on"), touch=True),
    "follow up": Meaning("something that one of us is to do", ("by", "on"), timed=True),
    "meeting": Meaning("when the two sides meet, and where", ("on",), touch=True, timed=True),
    "kept": Meaning("a promise that was kept, in its own words", ("by", "from", "on"), touch=True),
    "we kept": Meaning("the same, where both sides promised it", ("by", "from", "on"), touch=True),
    "they kept": Meaning(
        "the same, where both sides promised it", ("by", "from", "on"), touch=True
    ),
    "moved": Meaning("a promise that has another day now", ("to",)),
    "dropped": Meaning("a promise that nobody waits for any more", ("by", "from", "on")),
    "we missed": Meaning("something promised that we did not do"),
    "they missed": Meaning("something promised that they did not do", touch=True),
    "agreed": Meaning("something settled between the two, for papers to name", touch=True),
    "agreement": Meaning("what was signed or renewed, and its last day", ("until",), touch=True),
    "stage": Meaning("where the partnership stands", ("until",)),
    "paper": Meaning("a paper that was written, and its file"),
    "went": Meaning("well, mixed or badly, and why"),
    "person": Meaning("who left, is new, or has a new role there"),
    "money": Meaning("who pledged, gave or paid how much"),
    "count": Meaning("how many of what"),
    "mind": Meaning("something that whoever comes next should know"),
    "note": Meaning("anything that was no talk with them"),
    "struck": Meaning("a line of the log, as it stands there, that counts for nothing"),
}
"""Every word that means something, in the order in which a partnership needs them."""

_LINE = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)[ \t]*(.*)", re.DOTALL)
_WORD = re.compile(rf"({'|'.join(WORDS)})(?:\s*\(([^()]*)\))?\s*:(?!//)\s*(.*)", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:^|[\s,]+)(by|from|on|until|to) (\d{4}-\d\d-\d\d)(?: at ([01]\d|2[0-3]):([0-5]\d))?\.?$",
    re.IGNORECASE,
)
_FURTHEST = 20
"""Letters within which a word that means something ends, before the parenthesis of who."""


class LogEntry(NamedTuple):
    """One line of a log."""

    day: date
    word: Word
    """What it means; empty for free text."""
    text: str
    until: date | None = None
    """The day at its end: by when, from when, until when."""
    lead: str = ""
    """The word that leads to that day: `by`, `from`, `on`, `until` or `to`."""
    who: str = ""
    """Whose promise it is, by name: private."""
    file: str = ""
    line: int = 0
    """Counted from 1."""
    time: str = ""
    """Of the day at its end, as ``14:30``."""

    @property
    def side(self) -> Side | None:
        """Whose promise it speaks of, if it says so."""
        first = self.word.split(" ", 1)[0]
        return "we" if first == "we" else "they" if first == "they" else None

    @property
    def touch(self) -> bool:
        """Whether the two sides were in touch."""
        return self.word == "" or WORDS[self.word].touch


def parsed(line: str, file: str = "", number: int = 0) -> LogEntry | None:
    """Return the entry that *line* holds; nothing if it does not begin with a day.

    Args:
        line: without its end.
        file: where it stands, and
        number: in which line, from 1.
    """
    found = _LINE.fullmatch(line)
    day = day_of(found[1]) if found else None
    if found is None or day is None:
        return None
    text = " ".join(found[2].split())
    meant = _WORD.fullmatch(text) if ":" in text else None
    if meant is None:
        return LogEntry(day, "", text, file=file, line=number)
    word: Word = " ".join(meant[1].lower().split())  # type: ignore[assignment]
    said, lead, until, time = _ended(meant[3], WORDS[word])
    return LogEntry(day, word, said, until, lead, (meant[2] or "").strip(), file, number, time)


def written(entry: LogEntry) -> str:
    """Return *entry* as a line of the log, without its end."""
    who = f" ({entry.who})" if entry.who else ""
    word = f"{entry.word}{who}:" if entry.word else ""
    until = f"{entry.lead} {entry.until.isoformat()}" if entry.until else ""
    until += f" at {entry.time}" if entry.until and entry.time else ""
    return " ".join(filter(None, (entry.day.isoformat(), word, entry.text, until)))


def comparable(text: str) -> str:
    """Return what two texts have in common that a person would call the same promise."""
    import unicodedata  # noqa: PLC0415 - only where promises are compared

    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" .;,!")


def day_of(text: str) -> date | None:
    """Return the day that *text*, such as ``2026-03-09``, names, if there is one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _ended(text: str, meaning: Meaning) -> tuple[str, str, date | None, str]:
    """Return *text* without the day at its end, the word that leads to it, the day, and its time."""
    found = _UNTIL.search(text)
    lead = found[1].lower() if found else ""
    day = day_of(found[2]) if found else None
    time = f"{found[3]}:{found[4]}" if found and found[3] else ""
    if found is None or day is None or lead not in meaning.until or (time and not meaning.timed):
        return text, "", None, ""
    return text[: found.start()].rstrip(" ,"), lead, day, time
