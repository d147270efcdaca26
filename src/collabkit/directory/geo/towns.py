"""Towns as people write them, "St. Johnsbury VT 05819", to town, state and ZIP code."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

STATES = {
    "ALABAMA": "AL", "ALASKA": "AK", "ARIZONA": "AZ", "ARKANSAS": "AR", "CALIFORNIA": "CA",
    "COLORADO": "CO", "CONNECTICUT": "CT", "DELAWARE": "DE", "DISTRICT OF COLUMBIA": "DC",
    "FLORIDA": "FL", "GEORGIA": "GA", "HAWAII": "HI", "IDAHO": "ID", "ILLINOIS": "IL",
    "INDIANA": "IN", "IOWA": "IA", "KANSAS": "KS", "KENTUCKY": "KY", "LOUISIANA": "LA",
    "MAINE": "ME", "MARYLAND": "MD", "MASSACHUSETTS": "MA", "MICHIGAN": "MI", "MINNESOTA": "MN",
    "MISSISSIPPI": "MS", "MISSOURI": "MO", "MONTANA": "MT", "NEBRASKA": "NE", "NEVADA": "NV",
    "NEW HAMPSHIRE": "NH", "NEW JERSEY": "NJ", "NEW MEXICO": "NM", "NEW YORK": "NY",
    "NORTH CAROLINA": "NC", "NORTH DAKOTA": "ND", "OHIO": "OH", "OKLAHOMA": "OK", "OREGON": "OR",
    "PENNSYLVANIA": "PA", "RHODE ISLAND": "RI", "SOUTH CAROLINA": "SC", "SOUTH DAKOTA": "SD",
    "TENNESSEE": "TN", "TEXAS": "TX", "UTAH": "UT", "VERMONT": "VT", "VIRGINIA": "VA",
    "WASHINGTON": "WA", "WEST VIRGINIA": "WV", "WISCONSIN": "WI", "WYOMING": "WY",
    "PUERTO RICO": "PR", "GUAM": "GU", "VIRGIN ISLANDS": "VI", "AMERICAN SAMOA": "AS",
    "NORTHERN MARIANA ISLANDS": "MP",
}  # fmt: skip

_SHORT = {"st": "Saint", "ste": "Sainte", "mt": "Mount", "ft": "Fort"}
_LONG = {long.lower(): short.capitalize() for short, long in _SHORT.items()}


class Town(NamedTuple):
    """A town, as it was written."""

    name: str
    state: str
    """Two letters."""
    zip: str | None


def town(text: str) -> Town | None:
    """Return the town that *text* names, or nothing if it names no state."""
    found = _town().fullmatch(_without_periods(text))
    if not found:
        return None
    state = found["state"].upper()
    return Town(found["name"], STATES.get(state, state), found["zip"])


@cache
def _town() -> re.Pattern[str]:
    # The name is as short as can be, so that West Virginia is no town called West.
    states = "|".join((*STATES, *STATES.values()))
    between = "(?: ?, ?| )"
    return re.compile(
        f"(?P<name>.+?){between}(?P<state>{states})"
        f"(?:{between}(?P<zip>[0-9]{{5}})(?:-[0-9]{{4}})?)?"
        f"(?:{between}(?:USA?|United States(?: of America)?))?",
        re.IGNORECASE,
    )


def spellings(name: str) -> list[str]:
    """Return *name* with "St", "Mt" and the like written out, and with them short."""
    bare = _without_periods(name)
    return list(dict.fromkeys((_with(bare, _SHORT), _with(bare, _LONG))))


def _without_periods(text: str) -> str:
    """Return *text* on one line and without periods: "D.C." is "DC", and "St.Paul" two words."""
    return " ".join(re.sub(r"\b(\w)\.", r"\1", text).replace(".", " ").split())


def _with(name: str, words: Mapping[str, str]) -> str:
    return " ".join(words.get(word.lower(), word) for word in name.split(" "))
