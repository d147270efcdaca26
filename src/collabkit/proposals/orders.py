"""Which paper is wanted, of whom, for whom and of which day: refused at once where it cannot be."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, get_args

from collabkit import clock
from collabkit.arguments import day, one_of, text
from collabkit.errors import UsageError
from collabkit.proposals.fact_parts import Decision, Formality, Reach, Stage, Voice
from collabkit.proposals.papers import VOICES, paper
from collabkit.proposals.result_parts import Outcomes
from collabkit.proposals.subjects import Other
from collabkit.proposals.terms import Terms
from collabkit.proposals.wording import Wording
from collabkit.text.impossible_days import impossible_day

LEVELS: Final[tuple[Formality, ...]] = get_args(Formality)
STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
DECISIONS: Final[tuple[Decision, ...]] = get_args(Decision)


@dataclass(frozen=True)
class PaperOrder:
    """Which paper is wanted, and all that a person says of it. All of it may be left open."""

    paper: str = "one-pager"
    voice: Voice = "partner"
    """Who reads it: ``partner``, ``board`` or ``funder``."""
    stage: Stage = "idea"
    """How far the talk has come: ``idea``, ``asked`` or ``agreed``."""
    decision: Decision = "yes"
    """How a reply answers: ``yes``, ``later`` or ``no``."""
    on: date = field(default_factory=lambda: clock.today())  # noqa: PLW0108 - today as it is then
    """The day that it bears."""
    terms: Terms = field(default_factory=Terms)
    """What holds if it is an agreement."""
    outcomes: Outcomes | None = None
    """What came of the work so far, where a record tells it."""
    goals: tuple[str, ...] = ()
    """What for, where the one it is about does not tell: goal ids or plain words."""
    activity: str | None = None
    """The joint work to propose; that which fits best by default."""
    to: str | None = None
    """The name of the organization that receives it."""
    reach: Reach | None = None
    """Where and how that is reached."""
    person: str | None = None
    """Who receives it there."""
    body: str = ""
    """What the organization is where its kind holds several, such as "credit union"."""
    others: tuple[Other, ...] = ()
    """The other sides, where three or more take part."""
    helpers: tuple[Other, ...] = ()
    """Who else is known to help and signs nothing, by name."""
    when: str | None = None
    """On which days and at what hours the work is held, in plain words."""
    where: str | None = None
    """In which place, in plain words."""
    facts: tuple[str, ...] = ()
    """Whole sentences about the library or the town that it says."""
    why: str | None = None
    """A whole sentence that tells the reader why the library writes; a goal never stands in a paper."""
    wording: Wording = field(default_factory=Wording)
    """What the library claims of itself, where it is not what the catalog has."""
    anyway: bool = False
    """Whether to write about a request that was read with low confidence, too."""

    def __post_init__(self) -> None:
        """Refuse what is not written.

        Raises:
            UnknownIdError: there is no such paper, reader or level.
            UsageError: the paper is not written for that reader, ends before it starts, starts long before the day
                that it bears, or names a day that no calendar has or no reader can know.
        """
        one_of(self.voice, "reader", VOICES)
        one_of(self.stage, "stage", STAGES)
        one_of(self.decision, "answer", DECISIONS)
        for name in ("start", "end"):
            day(getattr(self.terms, name), name)
        day(self.on, "on")
        paper(self.paper, self.voice)
        if self.terms.level is not None:
            one_of(self.terms.level, "level", LEVELS)
        _refuse_a_muddle(self.terms)
        _refuse_lost_days(self)


def _refuse_lost_days(order: PaperOrder) -> None:
    """Refuse days that cannot be meant."""
    when = text(order.when, "when", "Mondays, 9 to noon")
    if when:
        slip = impossible_day(when)
        if slip:
            raise UsageError(
                f"{slip!r} is no day of any calendar",
                'Write the days as you say them: "Mondays, 9 to noon"',
            )
        spoken = _OF_TODAY.search(when)
        if spoken:
            raise UsageError(
                f"nobody who reads the paper later knows which day {spoken[0]!r} was",
                "Name the day: March 4, 2027",
            )
    start = order.terms.start
    if start and start < order.on - _LONG_PAST:
        raise UsageError(
            f"the work cannot start on {start}, more than a year before the day that the paper bears, {order.on}",
            "Give another first day; a paper of then bears that day itself: on=datetime.date(…)",
            command="Give another day with --set start; a paper of then bears that day itself: --set date",
        )


_OF_TODAY = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|last (?:week|month|year))\b", re.IGNORECASE
)
"""Words that mean another day on each day on which they are read."""
_LONG_PAST = timedelta(days=366)


def _refuse_a_muddle(terms: Terms) -> None:
    both = [name for name in terms.involves if name in terms.excludes]
    if both:
        raise UsageError(
            f"{both[0]} cannot both hold and not hold", "Say it once: involved or excluded"
        )
    if not all(each.strip() for each in terms.agreed):
        raise UsageError(
            "a line of what was agreed is blank",
            'Say it in words, such as "the room is the large one", or leave it out',
        )
    if terms.start and terms.end and terms.end < terms.start:
        raise UsageError(
            f"an agreement cannot end on {terms.end} before it starts on {terms.start}",
            "Turn the two days around, or leave one out",
        )
