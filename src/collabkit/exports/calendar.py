"""What is due as an iCalendar file (RFC 5545). The only module that knows icalendar."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b

from collabkit.errors import CollabkitError
from collabkit.extras import install_command
from collabkit.partnerships.due import Due


def calendar(dues: Iterable[Due], owner: str = "") -> bytes:
    """Return *dues* that have a day as events; the same dues give the same bytes.

    What has a time takes an hour, by the clock of whoever reads it, and the rest the whole day. Meetings and
    what one of us is to do have an alarm.

    Args:
        dues: what is due.
        owner: whose calendar it is, so that those of two libraries can lie in one.

    Raises:
        CollabkitError: icalendar is not installed.
    """
    try:
        from icalendar import Calendar  # noqa: PLC0415 - an extra
    except ImportError:
        raise CollabkitError(
            "calendars need the library icalendar",
            f"Install it: {install_command('calendar')}",
        ) from None
    whole = Calendar()
    whole.add("prodid", "-//collabkit//partnerships//EN")
    whole.add("version", "2.0")
    for each in dues:
        if each.on is not None:
            whole.add_component(_event(each, date.fromisoformat(each.on), owner))
    content: bytes = whole.to_ical()
    return content


def _event(each: Due, day: date, owner: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - an extra's class
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", f"{_name(each, owner)}@collabkit")
    # The day itself, and not the clock: two runs give the same bytes.
    event.add("dtstamp", datetime.combine(day, time(), UTC))
    event.add("summary", f"{each.name}: {_summary(each)}")
    if each.time:
        start = datetime.combine(day, time.fromisoformat(each.time))
        event.add("dtstart", start)
        event.add("duration", timedelta(hours=1))
    else:
        event.add("dtstart", day)
        if day < date.max:
            event.add("dtend", day + timedelta(days=1))
    event.add("categories", [each.kind])
    event.add("transp", "OPAQUE" if each.time else "TRANSPARENT")
    if each.kind in _ALARMED:
        event.add_component(_alarm(each))
    return event


_ALARMED = ("meeting", "follow up")
_BEFORE, _MORNING = timedelta(hours=-1), timedelta(hours=9)
"""When the alarm rings: an hour before a time, and at nine of a whole day."""


def _alarm(each: Due):  # type: ignore[no-untyped-def]  # noqa: ANN202 - an extra's class
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{each.name}: {_summary(each)}")
    alarm.add("trigger", _BEFORE if each.time else _MORNING)
    return alarm


def _summary(each: Due) -> str:
    who = f" ({each.who})" if each.who else ""
    return f"{each.side}{who}: {each.what}" if each.side else each.what


_MOVING = ("agreement", "cold", "stage")
"""Kinds of which a partnership has one, in words that change with the day."""


def _name(each: Due, owner: str) -> str:
    """Return a name for the event that is its own, and stays while its day moves."""
    stays = "" if each.kind in _MOVING else each.what
    parts = (owner, each.partnership, each.kind, each.side or "", stays, each.made or "", each.nth)
    whole = "\0".join(map(str, parts))
    return blake2b(whole.encode(errors="replace"), digest_size=10).hexdigest()
