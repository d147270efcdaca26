"""How days are said, as one pattern: "Dec 3", "12/3", "next Friday", "in two weeks", "the end of May", "Thanksgiving"."""

import calendar
import re
from typing import Final

from collabkit.partnerships.holidays import HOLIDAY

MONTHS: Final = {
    name: number
    for number in range(1, 13)
    for name in (calendar.month_name[number].lower(), calendar.month_abbr[number].lower())
} | {"sept": 9}
WEEKDAYS: Final = {
    name: number
    for number in range(7)
    for name in (calendar.day_name[number].lower(), calendar.day_abbr[number].lower())
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
NUMBERS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "a couple of": 2,
    "a couple": 2,
    "a few": 3,
}
NTHS: Final = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": -1,
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_NTH = "|".join(NTHS)
_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))

SPOKEN: Final = re.compile(
    rf"""\b(?:(?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})
    | (?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?,?\s+(?P<year>\d{{4}}))?
    | (?P<month4>{_MONTH})\.?\s+(?P<year4>20\d\d)
    | (?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})\b\.?(?:\s?,?\s+(?P<year2>\d{{4}}))?
    | (?P<month3>\d{{1,2}})/(?P<day3>\d{{1,2}})(?:/(?P<year3>\d{{4}}|\d\d))?
    | (?:the\s+)?(?:(?P<afternear>day|week|month)\s+after\s+)?(?P<near>today|tonight|tomorrow|yesterday|this\s+(?:morning|afternoon|evening|a\.m\.|p\.m\.|am|pm))(?:\s+(?:morning|night|afternoon|evening))?
    | (?:the\s+)?(?P<nthday>{_NTH})\s+(?P<nthweekday>{_WEEKDAY})\s+(?:of|in)\s+(?:(?:the|this)\s+month|(?P<nextmonth>next\s+month)|(?P<nthmonth>{_MONTH}))
    | (?:the\s+)?(?P<first>first|1st)\s+of\s+(?:the|next)\s+month
    | (?:the\s+)?(?P<nthweek>first|1st|second|2nd|third|3rd|last)\s+week\s+(?:of|in)\s+(?P<weekmonth>{_MONTH})
    | (?:the\s+)?(?P<dayof>{_WEEKDAY})\s+(?P<beside>before|after)\s+(?P<besides>{HOLIDAY})
    | (?P<after>next\s+|a\s+week\s+from\s+|the\s+week\s+after\s+)?(?:(?:this|the|this\s+coming|coming)\s+)?(?P<weekday>{_WEEKDAY})\b\.?(?P<weekon>\s+(?:week|after\s+next))?(?:\s+(?P<nextlast>next|last)(?!\s+(?:week|month|time|year|one)))?(?:\s+(?:morning|night|afternoon|evening))?
    | (?:in\s+|within\s+)?(?P<count>\d{{1,3}}|{_NUMBER})\s+(?P<unit>day|week|month)s?(?P<from>'?\s+time|\s+from\s+(?:now|today)|\s+out)?
    | (?P<weekfrom>a\s+week|two\s+weeks|2\s+weeks)\s+from\s+(?P<fromday>{_WEEKDAY}|tomorrow)
    | (?:the\s+|this\s+)?(?:end|last\s+day)\s+of\s+(?:the\s+day(?P<endofday>)|(?P<whole>{_MONTH})|(?P<spannext>next\s+)?(?:(?:the|this)\s+)?(?P<span>week|month|year|quarter)|(?P<endyear>20\d\d))
    | (?P<out>the\s+month'?s?\s+(?:is\s+)?(?:out|end)|month(?:'s)?[\s-]end)
    | (?:the\s+)?(?P<part>early|mid(?:dle)?(?:\s+of)?|late|first\s+of|beginning\s+of|start\s+of)[\s-]+(?P<partmonth>{_MONTH}|next\s+month|next\s+week)
    | (?P<soon>next|this)\s+(?P<soonspan>week|weekend|month)
    | (?:the\s+)?(?P<weekend>weekend)
    | (?P<holiday>{HOLIDAY})
    | the\s+(?P<nth>\d{{1,2}})(?:st|nd|rd|th)(?:\s+of\s+(?:(?:this|the)\s+month|(?P<nthnext>next\s+month)))?
    | (?P<quarter>q[1-4])
    | (?P<bare>{_MONTH}))(?![\w/])""",
    re.IGNORECASE | re.VERBOSE,
)
"""A day in words; what it means depends on the day on which it is said."""
