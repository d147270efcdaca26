"""Names of organizations and people in a text that no fact has."""

import re
from collections.abc import Iterator

from collabkit.proofs.known import Known
from collabkit.proofs.words import is_small, root

_NAME = re.compile(r"[A-Z][\w'&.-]*(?:\s+(?:(?:of|the|and|for|at|on)\s+)*[A-Z][\w'&-]*)*")
_BODIES = frozenset(
    [
        "Academy",
        "Agency",
        "Alliance",
        "Association",
        "Authority",
        "Bank",
        "Board",
        "Bureau",
        "Center",
        "Chamber",
        "Church",
        "Clinic",
        "Club",
        "Coalition",
        "College",
        "Committee",
        "Company",
        "Council",
        "Department",
        "District",
        "Food",
        "Foundation",
        "Fund",
        "Guild",
        "Hall",
        "Hospital",
        "House",
        "Institute",
        "League",
        "Library",
        "Ministry",
        "Mission",
        "Mosque",
        "Museum",
        "Network",
        "Office",
        "Pantry",
        "Partnership",
        "School",
        "Service",
        "Services",
        "Shelter",
        "Society",
        "Synagogue",
        "Temple",
        "Trust",
        "Union",
        "University",
        "YMCA",
        "YWCA",
    ]
)
_FREE = frozenset(
    [
        "I",
        "Dear",
        "Hello",
        "Hi",
        "Subject",
        "Re",
        "PS",
        "P.S",
        "Dr",
        "Mr",
        "Ms",
        "Mrs",
        "Date",
        "From",
        "To",
        "Title",
        "Name",
        "Phone",
        "Sincerely",
        "Thank",
        "Thanks",
        "Yours",
        "OK",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Mondays",
        "Tuesdays",
        "Wednesdays",
        "Thursdays",
        "Fridays",
        "Saturdays",
        "Sundays",
        "Sept",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Aug",
        "Oct",
        "Nov",
        "Dec",
    ]
)


def unknown_names(sentence: str, known: Known) -> Iterator[str]:
    """Yield the names of *sentence* that facts do not have."""
    for found in _NAME.finditer(sentence):
        words = found[0].split()
        before = sentence[: found.start()].rstrip(" \"'(")
        if not before or before.endswith((":", ".", "!", "?", "|", "-")):
            words = _without_opening(words, known)
        phrase = " ".join(words).strip(".,;:'")
        if not phrase or phrase.casefold() in known.whole:
            continue
        named = [each.strip(".,;:'").removesuffix("'s") for each in words if each[0].isupper()]
        named = [each for each in named if each not in _FREE and not is_small(each)]
        strange = any(root(each) not in known.words for each in named)
        if strange or (len(named) > 1 and named[-1] in _BODIES):
            yield phrase


def _without_opening(words: list[str], known: Known) -> list[str]:
    """Return *words* without the first, which is in capitals because a sentence opens with it, and small ones behind.

    It stays where it is no known word and others in capitals follow: "Juniper Flats".
    """
    first = words[0]
    if len(words) > 1 and not is_small(first) and root(first) not in known.words:
        return words
    rest = words[1:]
    while rest and not rest[0][0].isupper():
        rest = rest[1:]
    return rest
