"""Times of day: "2pm", "at 10", "half past ten", "11/10 8am"; an hour without a half is one of an office."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from collabkit.partnerships.reading.moments import Moment

_TIME: Final = re.compile(
    r"""(?:a\ )?(?P<half>half\ past|quarter\ past|quarter\ to|quarter\ till|quarter\ until)\ (?P<past>\d{1,2}|one|noon)
    | (?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s?(?P<clock>[ap]\.?m\.?|o'clock)
    | (?P<hour2>\d{1,2}):(?P<minute2>\d\d)
    | (?:at|@)\ (?P<hour3>\d{1,2}|one)(?!\ ?(?:people|kids|[/\d%]|\w+s\b)|[:/\d])
    | \b(?P<noon>noon|midday)""",
    re.VERBOSE,
)
_AFTER_DAY: Final = re.compile(
    r"(?: ,| at| @| from| morning)* (?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?: ?(?:-|to|until) ?\d{1,2}(?::\d\d)?)?"
    r"(?= [.,;!)]| \w+ (?:room|office|library)|$| here| at| @| in| on)"
)
_OPENS, _NOON = 8, 12
"""Hours: below the first it is one of the afternoon, as nobody meets a library at four in the morning."""
_HOURS, _MINUTES = 24, 60


class Time(NamedTuple):
    """A time of day that a clause names."""

    clock: str
    """As ``14:30``."""
    start: int
    end: int


def time_in(text: str, days: Sequence[Moment]) -> Time | None:
    """Return the time of day in *text*, which names *days*, if there is one."""
    found = _TIME.search(text)
    if found:
        clock = _read(found, text[found.end() :])
        return Time(clock, found.start(), found.end()) if clock else None
    for day in days:
        after = _AFTER_DAY.match(text, day.end)
        clock = _clock(int(after["hour"]), int(after["minute"] or 0), "", "") if after else ""
        if after and clock:
            return Time(clock, after.start("hour"), after.end())
    return None


def _read(found: re.Match[str], rest: str) -> str:
    if found["noon"]:
        return "12:00"
    if found["half"]:
        return _beside(found["half"], _hour(found["past"]))
    hour = _hour(found["hour"] or found["hour2"] or found["hour3"])
    minute = int(found["minute"] or found["minute2"] or 0)
    return _clock(hour, minute, (found["clock"] or "").replace(".", ""), rest)


def _hour(said: str) -> int:
    return {"one": 1, "noon": _NOON}.get(said) or int(said)


def _beside(word: str, hour: int) -> str:
    """Return the time by the half or the quarter: a quarter to nine is 8:45."""
    minutes = 30 if word.startswith("half") else 15 if word.endswith("past") else -15
    return _clock(*divmod(hour * _MINUTES + minutes, _MINUTES), "", "")


def _clock(hour: int, minute: int, half: str, rest: str) -> str:
    if hour >= _HOURS or minute >= _MINUTES:
        return ""
    late = half.startswith("p") or "evening" in rest or "afternoon" in rest
    guessed = half in {"", "o'clock"} and "morning" not in rest
    if (late and hour < _NOON) or (guessed and 0 < hour < _OPENS):
        hour += _NOON
    return f"{0 if half.startswith('a') and hour == _NOON else hour:02}:{minute:02}"
