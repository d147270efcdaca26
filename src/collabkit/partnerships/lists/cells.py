"""What a cell of a list says: a day, a year, a stage, a kind of partner. What is not sure is not read."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from collabkit.arguments import is_plausible
from collabkit.catalog import Partner
from collabkit.directory.names import comparable_name
from collabkit.partnerships.entries import day_of
from collabkit.partnerships.spoken_days import MONTHS
from collabkit.partnerships.stages import STAGES, StageName

_NOTHING: Final = frozenset(
    [
        *("n/a", "na", "n.a.", "none", "nil", "null", "nan", "tbd", "tba", "unknown", "not known"),
        *("not applicable", "no", "x", "?", "??", "???", ".", "..", "...", "*", "(blank)", "blank"),
        *(
            "#n/a",
            "#ref!",
            "#value!",
            "#name?",
            "#div/0!",
            "#null!",
            "#num!",
            "see above",
            "pending",
        ),
    ]
)
_STAGES: Final[Mapping[str, StageName]] = {
    **{stage: stage for stage in STAGES},
    **dict.fromkeys(
        ("prospect", "prospective", "potential", "lead", "possible", "to contact"), "idea"
    ),
    **dict.fromkeys(
        ("not contacted", "not yet contacted", "proposed", "planned", "future"), "idea"
    ),
    **dict.fromkeys(
        ("talking", "in talks", "in discussion", "in discussions", "discussion"), "talk"
    ),
    **dict.fromkeys(
        ("negotiating", "in conversation", "contacted", "exploring", "developing"), "talk"
    ),
    **dict.fromkeys(("trial", "piloting", "pilot phase", "trying", "test"), "pilot"),
    **dict.fromkeys(
        ("current", "ongoing", "on going", "in progress", "running", "yes", "y"), "active"
    ),
    **dict.fromkeys(("active partner", "established", "live", "open", "current partner"), "active"),
    **dict.fromkeys(("renewal", "renewing", "up for renewal", "to renew", "in renewal"), "renew"),
    **dict.fromkeys(("on hold", "paused", "dormant", "hold", "on pause", "inactive"), "resting"),
    **dict.fromkeys(("former", "past", "closed", "over", "discontinued", "terminated"), "ended"),
    **dict.fromkeys(("finished", "completed", "complete", "former partner", "expired"), "ended"),
}
_FIGURES: Final = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{4}|\d\d)")
_WRITTEN: Final = re.compile(
    rf"(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*\.?,? )?"
    rf"(?:(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?P<month2>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?)"
    r"[ ,-]{1,2}(?P<year>\d{4}|\d\d)"
)
_TIME: Final = re.compile(
    r"[T ,]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?Z?$", re.IGNORECASE
)
_NOW: Final = 2_000


def stated(cell: str) -> str:
    """Return what *cell* says; nothing where it says that there is nothing, such as "n/a"."""
    plain = cell.strip()
    return "" if plain.casefold() in _NOTHING or not re.search(r"\w", plain) else plain


def day_in_cell(cell: str, *, day_first: bool | None = False) -> date | None:
    """Return the day that *cell* names with its year, if it is sure.

    Args:
        cell: as a person or a spreadsheet wrote it.
        day_first: whether 3/4/2026 is April 3; None where nobody knows, and it is no day then.
    """
    text = _TIME.sub("", cell.strip())
    found = day_of(text) or _in_figures(text, day_first=day_first) or _written_out(text)
    if found is None and re.fullmatch(
        r"[3-7]\d{4}", text, re.ASCII
    ):  # days since 1900, as Excel counts
        found = date(1899, 12, 30) + timedelta(days=int(text))
    return found if found and is_plausible(found) else None


def _in_figures(text: str, *, day_first: bool | None) -> date | None:
    found = _FIGURES.fullmatch(text)
    if found is None:
        return None
    if len(found[1]) == len("2026"):
        return _day(found[1], found[2], found[3]) if len(found[3]) == len("09") else None
    one, other = int(found[1]), int(found[2])
    if one > _MONTHS or other > _MONTHS or one == other:
        month, day = (other, one) if one > _MONTHS else (one, other)
    elif day_first is None:
        return None
    else:
        month, day = (other, one) if day_first else (one, other)
    return _day(found[3], str(month), str(day))


_MONTHS: Final = 12


def _written_out(text: str) -> date | None:
    found = _WRITTEN.fullmatch(text.casefold())
    if found is None:
        return None
    month = MONTHS[found["month"] or found["month2"]]
    return _day(found["year"], str(month), found["day"] or found["day2"])


def _day(year: str, month: str, day: str) -> date | None:
    number = int(year) + (_NOW if len(year) == len("26") else 0)
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None


def order_of(cells: Iterable[str]) -> bool | None:
    """Return whether the days of a column begin with the day: 25/3/2026 shows it, 3/25/2026 the contrary.

    None where both stand in it, and the others may be either.
    """
    found = [_FIGURES.fullmatch(_TIME.sub("", cell.strip())) for cell in cells]
    figures = [
        (int(each[1]), int(each[2])) for each in found if each and len(each[1]) < len("2026")
    ]
    european = any(one > _MONTHS >= other for one, other in figures)
    american = any(other > _MONTHS >= one for one, other in figures)
    if european and american:
        return None
    return european


def year_in_cell(cell: str) -> int | None:
    """Return the year that *cell* names, if it names just one: "2018", "since fall 2019"."""
    day = day_in_cell(cell)
    if day is not None and not re.fullmatch(r"\d{5}", cell.strip()):
        return day.year
    years = re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", cell)
    return int(years[0]) if len(years) == 1 else None


def stage_in_cell(cell: str) -> StageName | None:
    """Return the stage that *cell* names."""
    words = " ".join(re.findall(r"[a-z]+", cell.casefold()))
    return _STAGES.get(words)


def kinds_by_name(partners: Mapping[str, Partner]) -> dict[str, str | None]:
    """Return the ids of kinds of partner by their names as `key_of_kind` has them; nothing where several are called so.

    A label that names several bodies, such as "Hospital or clinic", is the name of each.
    """
    found: dict[str, str | None] = {}
    for partner in partners.values():
        each_body = re.split(r", | or ", partner.label)
        for name in {partner.id, partner.plural, *each_body, *partner.aliases}:
            key = key_of_kind(name)
            found[key] = partner.id if found.get(key, partner.id) == partner.id else None
    for partner in partners.values():  # an id or a label is meant before an alias
        found[key_of_kind(partner.id)] = partner.id
        found[key_of_kind(partner.label)] = partner.id
    return found


def key_of_kind(name: str) -> str:
    """Return what is compared of the *name* of a kind: "Daycares" is "day care"."""
    return comparable_name(name).replace(" ", "").removesuffix("S")


def emails_in(cell: str) -> list[str]:
    """Return the e-mail addresses in *cell*."""
    return re.findall(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", cell)


def phones_in(cell: str) -> list[str]:
    """Return the telephone numbers in *cell*, as they stand there."""
    pattern = r"(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?"
    return [each.strip() for each in re.findall(pattern, cell, re.IGNORECASE)]


def persons_in(cell: str) -> list[str]:
    """Return the names in *cell*, which may hold several, and their numbers and addresses."""
    rest = cell
    for each in (*emails_in(cell), *phones_in(cell)):
        rest = rest.replace(each, ";")
    names = (each.strip(" ,:-\u2013\u2014()<>") for each in re.split(r"[;/|]", rest))
    return [each for each in names if stated(each) and re.search(r"[^\W\d_]{2}", each)]


_ENDINGS: Final = frozenset(["INC", "INCORPORATED", "LLC", "CORP", "CORPORATION", "LTD", "CO"])


def same_body(name: str) -> str:
    """Return what two names of one organization have in common: no "The" before and no "Inc" behind."""
    words = comparable_name(name).split()
    while len(words) > 1 and words[-1] in _ENDINGS:
        words.pop()
    if len(words) > 1 and words[0] == "THE":
        words = words[1:]
    return " ".join(words)
