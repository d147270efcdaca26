"""What a paper tells of results: whom it asks what, and what was counted."""

from typing import NamedTuple

from collabkit.proposals.fact_parts import Fact


class Question(NamedTuple):
    """A question that a person answers on a sheet without a name."""

    text: str
    """As that person reads it."""
    spanish: str
    """The same in Spanish; empty if nobody has written it."""
    answer: str
    """How it is answered: `yes` (or no), `some` (yes, partly or no), `number` or `words`."""


class Sheet(NamedTuple):
    """The questions for those who answer alike, to be copied."""

    who: str
    """Who answers, such as "parents"."""
    questions: tuple[Question, ...]


class CountSheet(NamedTuple):
    """Where the counts of a trial are written down while it goes on."""

    per: str
    """What a line is for: `Day`, `Time`, `Week` or `Month`."""
    lines: tuple[str, ...]
    """How each begins, such as "March 13" or "1"; blank where there is one alone."""
    columns: tuple[str, ...]
    """What is counted on it."""
    later: tuple[str, ...]
    """What is counted or looked up once, when the trial is over."""
    look: str
    """When the rule for stopping wants a look before that, such as "by the fourth evening"; empty where it names none."""


class Outcome(NamedTuple):
    """One measure of the work, as far as it was counted."""

    what: str
    """What is counted or asked."""
    ask: str
    """Who counts or asks, whom, and when."""
    feeds: str
    """The report it goes into."""
    baseline: str
    """Where it started; empty if nobody noted it."""
    target: str
    """What was hoped for; empty if nobody said it."""
    value: str
    """What came of it, such as "21" or "9 yes, 2 partly, 1 no"; empty if nothing was counted yet."""


class Outcomes(NamedTuple):
    """What came of the work so far, and what both sides put in. No price is put on anything."""

    rows: tuple[Outcome, ...]
    """The measures of the work, and those that were counted besides."""
    uncounted: tuple[str, ...]
    """What the work counts and nobody has counted yet."""
    counted: bool
    """True if anything came of it that can be reported."""
    since: str
    """The day of the first count, such as "March 3, 2026"; empty if nothing was counted."""
    until: str
    """The day of the last one."""
    ours: tuple[Fact, ...]
    """Hours of the library, and then its dollars if anybody noted them."""
    theirs: tuple[Fact, ...]
    """Hours of the other side, and then its dollars if anybody noted them."""
    gave: tuple[Fact, ...]
    """What the other side gave, as it was noted: money that came, hours, what it promised and did."""
    changes: tuple[Fact, ...]
    """What will change: what the two settled since it was said how it went, and what either promised."""
