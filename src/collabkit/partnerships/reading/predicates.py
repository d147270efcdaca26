"""What a verb says: that somebody gives or does something, gets in touch, comes, or merely is or wants."""

import re
from typing import Final

from collabkit.partnerships.reading.moments import Moment
from collabkit.partnerships.reading.words import word_set, words

DOUBT: Final = re.compile(
    r"\b(?:if|whether|unless|hope|hopes|hoping|think|thinks|guess|wish|wishes|asked|asks|asking|wonder"
    r"|wonders|maybe|perhaps|might|may like|rumor|supposedly|in case|doubt|suspect|sounds like|would like"
    r"|would love|be nice|someday|some day|eventually|next time)\b"
)
"""Words after which nothing is sure."""
REPORT: Final = re.compile(
    r"\b(?:said|says|say|told|tells|promised|promises|agreed|agrees|assured|swore|swears|guaranteed"
    r"|confirmed|confirms|writes|wrote|emailed|texted|answered|mentioned|offered|vowed|insists|insisted"
    r"|replied|announced|reports|reported|telephoned to say)\b"
)
"""Verbs of saying: what follows them was said by somebody."""
_INNER: Final = word_set(
    "want need like love see think know miss remember rain snow wonder hate prefer enjoy care "
    "mind feel seem happen depend understand consider ponder hope retire leave"
)
_BE: Final = re.compile(
    r"be (?:(?!here|there|up|done|ready|waiting|back|cleared|fixed|delivered|sent|paid|set|finished"
    r"|in touch|out with|over|on|bringing|sending|doing|coming|giving|open|posted|printed|at|with)\w)"
)
_MEET: Final = frozenset(["meet", "sit", "visit", "tour", "talk"])
_GIVES_NEWS: Final = re.compile(
    r" (?:them |her |him |us |me |over )?(?:the|our|a|an|some|you|back the|out)\b"
)
_SENDS_TOO: Final = word_set("email text message mail e-mail tell answer show report")
_GOES: Final = frozenset(["go", "head", "stop", "swing", "run"])
_IN_TOUCH: Final = (" base", " back", " in touch", " hold of", " a hold")


def is_doing(verb: str) -> bool:
    """Return whether *verb*, in its plain form, is one of the lists."""
    return verb in words("verbs")


def asks(verb: str, rest: str) -> bool:
    """Return whether "*verb* *rest*" gets in touch and gives nothing: "call her", not "email her the list"."""
    if verb in _SENDS_TOO and _GIVES_NEWS.match(rest):
        return False
    if verb in _GOES and rest.startswith((" to", " by", " over", " in", " back")):
        return True
    return verb in words("asking") or (
        verb in {"touch", "circle", "get"} and rest.startswith(_IN_TOUCH)
    )


def is_state(verb: str, rest: str) -> bool:
    """Return whether "*verb* *rest*" is no doing: "be late", "like it", "need chairs"."""
    if verb == "see":
        return not re.match(r" (?:what|to it|about)\b", rest)
    if verb in _INNER or _BE.match(f"{verb}{rest}"):
        return True
    return not rest.strip() and verb in {"be", "do", "have"}


def meets(verb: str, rest: str, who: str, days: list[Moment]) -> bool:
    """Return whether people come together by it: "meet", "be here on the 5th"; a thing that is here is brought."""
    if verb in _MEET:
        return True
    things = any(word in words("things") or word in words("units") for word in who.split())
    if verb != "be" or things or not days or any(day.lead == "by" for day in days):
        return False
    return rest.startswith((" at ", " there", " here", " in the"))
