"""What one piece of joint work asks, gives and comes to: its roles, what they give and gain, and its measures.

Knowledge about kinds of partner is true in general and false in a letter. So whatever a paper says
to its reader stands here, written for one partner in one activity.
"""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from collabkit.catalog.base import Part
from collabkit.catalog.fields import (
    Article,
    ConditionId,
    Day,
    PartnerId,
    Phrase,
    ResourceId,
    Sentence,
    Slug,
)
from collabkit.catalog.schedule import Amount, Hours, Schedule
from collabkit.text.phrases import dollars

RequirementKind = Literal[
    "license", "legal-form", "eligibility", "room", "check", "insurance", "agreement", "training"
]
"""What sort of thing has to be in place. *check*: a background check. *legal-form*: what the
library or the partner has to be by law. *eligibility*: what the site or the people have to meet."""


class Given(Part):
    """Something that one side gives to the work."""

    resource: ResourceId
    """The need of the work that it meets."""
    text: Phrase
    """Exactly what: how much, how often, for how long."""


class PartnerGiven(Given):
    """Something that a partner gives to the work."""

    signed: Phrase = ""
    """How it stands in what is signed, where `text` offers a choice that a yes has settled."""
    costs: Literal["money", "thing", "more"] | None = None
    """What it costs its giver beyond its people's time. *money*: the sum that `text` names. *thing*: something of which
    `text` names the price. *more*: money without a sum, such as wages, a supper or a van."""
    dollars: Amount | None = None
    """What it comes to for a trial, where `text` says so plainly: no price by the piece, no share of the giver's own, and
    nothing that depends on what nobody knows yet."""
    later: bool = False
    """Whether it hangs on something that is not known when a trial begins, so that nothing waits for it."""

    @model_validator(mode="after")
    def _sums_agree(self) -> Self:
        if (self.costs in {"money", "thing"}) > ("$" in self.text):
            raise ValueError(
                f"costs {self.costs}, and its text names no sum; name it, or say `costs: more`"
            )
        if self.costs == "more" and "$" in self.text:
            raise ValueError(
                "costs more, without a sum, and its text names one; say `costs: money` or `costs: thing`"
            )
        _stands_in(self.dollars, self.text)
        return self


def _stands_in(amount: float | None, text: str) -> None:
    """Raise if a *text* does not name the *amount* that a field beside it states."""
    if amount is not None and dollars(amount) not in text:
        raise ValueError(
            f"dollars are {amount:g}, and the text does not say {dollars(amount)}; make them agree"
        )


class LibraryGiven(Given):
    """Something that the library gives to the work."""

    dollars: Amount | None = None
    """What of it the library's own budget pays."""
    says_who_pays: bool = False
    """Whether it says who pays what."""

    # No `Ref`: who takes no part in the work is wrong here, whether there is such a partner or not.
    for_: tuple[Slug, ...] = Field(default=(), alias="for")
    """The partners whose part it serves; nothing if it serves all. A paper to another leaves it out."""

    @model_validator(mode="after")
    def _sum_agrees(self) -> Self:
        _stands_in(self.dollars, self.text)
        return self


class LibraryGain(Part):
    """Something that the library gets from the work."""

    text: Sentence
    """What it gets, in a sentence."""
    for_: tuple[Slug, ...] = Field(default=(), alias="for")
    """The partners with whom it gets it; nothing if with any. A paper to another leaves it out."""


def _worded(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Gained = Annotated[
    LibraryGain, BeforeValidator(_worded, json_schema_input_type=LibraryGain | Sentence)
]
"""What the library gets; a text where it gets it with any partner."""


class FindOut(Part):
    """Something that no catalog knows and the library can find in five minutes, and that decides for a reader."""

    text: Phrase
    """What to find out, as it stands after "Find out": "what postage cost the library last year"."""
    for_: tuple[Slug, ...] = Field(default=(), alias="for")
    """The partners whom it concerns; nothing if all."""


ToFindOut = Annotated[FindOut, BeforeValidator(_worded, json_schema_input_type=FindOut | Phrase)]
"""What to find out; a text where it concerns any partner."""


class Gain(Part):
    """Something that a partner gets from the work."""

    text: Sentence
    """What it gets, said to it."""
    report: Phrase = ""
    """The report or count of its own in which this shows, if there is one."""


class RoleObjection(Part):
    """What this partner is likely to say to this work, with an answer."""

    says: Sentence
    answer: Sentence


class Term(Part):
    """Something that a partner must have settled before it can say yes, and how it is settled."""

    about: Phrase
    """What it is about, in a few words: "late and lost"."""
    text: Sentence
    """What holds, said to the partner: a number, a date or a plain yes or no."""
    cost: bool = False
    """Whether it answers what the work costs its reader."""
    repeats: tuple[Literal["steps", "signed", "answer"], ...] = ()
    """What says it, too, so that papers that tell that leave it out. *steps*: a step or the rule for stopping; *signed*:
    the same, as it stands in what is signed; *answer*: the answer to the objection."""
    before_yes: bool = False
    """It speaks of the time before the partner says yes, so what is signed leaves it out."""
    signed: Sentence = ""
    """How it stands in what is signed, where `text` offers a choice or answers a doubt that a yes has settled."""


class Letter(Part):
    """The words of a first letter to one partner about one piece of work.

    All of it holds for any body of the kind: nothing in it depends on the days, rooms or people of one.
    """

    subject: Phrase
    """The subject line: the thing, with its number."""
    offer: Sentence
    """What the library would do with it, in one to three sentences said to it, before any reason."""
    says_length: bool = False
    """Whether `offer` says how long something goes on: a length, a count of times, or a day."""
    names_month: bool = False
    """Whether `offer` says in which month something is held."""
    terms: tuple[Term, ...] = Field(min_length=3, max_length=5)
    """What its people will be asked about when they bring it home, each settled."""
    ask: Sentence
    """The end of the letter: one request that fits the day of who reads it."""
    ask_dated: Sentence = ""
    """The same where the day is known: what only this reader can still answer; nothing if `ask` asks for no
    day."""

    def dated(self) -> Self:
        """Return it as it reads once the day is known."""
        return self.model_copy(update={"ask": self.ask_dated}) if self.ask_dated else self

    def signed(self) -> Self:
        """Return it with those terms alone that hold once both sides have said yes."""
        terms = tuple(
            term.model_copy(update={"text": term.signed or term.text})
            for term in self.terms
            if not term.before_yes
        )
        return self.model_copy(update={"terms": terms})


class Step(Part):
    """One step of a trial, as a partner lives it."""

    when: Phrase
    """When it comes, counted from something that both know: "two weeks before", "the first ten minutes"."""
    text: Sentence
    """Who does what then, said to the partner."""
    text_dated: Sentence = ""
    """The same where the day is known; nothing if `text` chooses none."""
    days: Annotated[int, Field(ge=-400, le=400)] | None = None
    """Days before the first day of the trial, as a number below zero, or after its last; 0 for the first day itself. A
    paper whose days are known names the day."""
    times: tuple[Annotated[int, Field(ge=-20, le=60)], ...] = ()
    """At which times of the trial it is, counted from 1; -1 is the last."""
    minutes: Annotated[int, Field(ge=0, le=720)] | None = None
    """Minutes after it opens; a paper whose hours are known says what the clock shows."""

    def dated(self) -> Self:
        """Return it as it reads once the day is known."""
        return self.model_copy(update={"text": self.text_dated}) if self.text_dated else self


class Role(Part):
    """One partner's part in one piece of work. Every sentence is true of this pair alone."""

    partner: PartnerId
    """Who takes part."""
    as_: Phrase = Field(default="", alias="as")
    """Which body is meant, where its kind holds several, such as "credit union"."""
    article: Article | None = None
    """The article before `as` in a sentence, where its first letter tells it wrong: *none* before a name."""
    optional: bool = False
    """Whether the trial, as `pilot` tells it, goes on without it: no paper says that anything waits for it."""
    knows_figure: bool = False
    """Whether the figure that shows the need is its own, so that no paper tells it what it counted."""
    part: Sentence
    """What it does in the work, said to it."""
    aim: Phrase
    """Why that is its business, as it stands after "You work to" and after "It could help you"."""
    letter: Letter | None = None
    """How a first letter to it reads; a catalog of your own may leave it out."""
    timeline: tuple[Step, ...] = Field(default=(), max_length=6)
    """How the trial goes for it, in order: the run of the day, or the months from the first step to the last."""
    gives: tuple[PartnerGiven, ...] = Field(min_length=1)
    """What it gives."""
    paid: Literal["no", "costs", "work"] = "no"
    """What the library pays it for: *work*, so that it provides rather than gives; *costs*, such as a loss or its mileage."""
    quotes: bool = False
    """Whether it is paid at a price that it names itself, so that it reads of no sum before."""
    gains: tuple[Gain, ...] = Field(min_length=2)
    """What it gets, at least two things; one in the terms it must report, if it must."""
    in_trial: bool = False
    """Whether the trial, as `pilot` tells it, names it."""
    part_in_terms: bool = False
    """Whether its gifts and the terms of its letter tell its `part`, so that what is signed need not."""
    trial_in_letter: bool = False
    """Whether the offer of its letter and what both sides give tell the trial, so that a first paper need not."""
    says_who_pays: bool = False
    """Whether its gifts and the terms of its letter say who pays what."""
    parents_stay: bool = False
    """Whether they say that parents stay, so that no child is left."""
    objection: RoleObjection
    """What it is likely to say first, with an answer."""
    protects: Sentence = ""
    """What it has to protect in this work, such as its clients' names, and how the work heeds it."""
    stop: Sentence = ""
    """The rule by which the pilot ends, where the one of the work speaks of what does not concern it."""
    whom: Phrase
    """Whom to ask for, by title."""
    when: Phrase
    """When to ask, as it stands after "Ask"."""
    first_step: Sentence
    """What to do on Monday."""
    call: Sentence = ""
    """How a call to it opens, in place of "Do you have two minutes?": to Deaf people by relay, with the question how they
    would rather talk."""
    attends: Annotated[float, Field(ge=0, le=800)] | None = None
    """Sessions in a year at which its people are, where they are not at all of them."""
    hours: Hours
    """Hours of its people."""
    hours_for: Phrase = ""
    """What those of the trial are for, at the most, as it stands after a colon where numbers by set-up and session say
    it badly: "10 for the speaker, 20 for each of two students, and 2 for you"."""
    people: Phrase = ""
    """Whose time that is, where its kind says it badly, as it stands before "time": "your nurses'"."""
    involves: tuple[ConditionId, ...] = ()
    """Conditions of an agreement that hold in this pair, though no circumstance shows it."""
    excludes: tuple[ConditionId, ...] = ()
    """Conditions that do not hold in it, though a circumstance seems to show it: a school that hands a
    note to families shares no records."""

    @model_validator(mode="after")
    def _says_who_pays(self) -> Self:
        unsaid = [gift.text for gift in self.gives if "$" in gift.text and not gift.costs]
        if unsaid and self.paid == "no":
            raise ValueError(
                f"nobody is said to pay the sum in {unsaid[0]!r}; say `costs: money` or `costs: thing` beside it if the "
                "partner does, or `paid: work` or `paid: costs` in the role if the library does"
            )
        if self.quotes and self.paid != "work":
            raise ValueError(
                "quotes a price for its work, and is not `paid: work`; make them agree"
            )
        return self

    def sessions_a_month(self, schedule: Schedule) -> float:
        """Return at how many sessions a month its people are when the work runs as *schedule* says."""
        if self.attends is None:
            return schedule.sessions_a_month
        return self.attends / schedule.months


class Requirement(Part):
    """Something that has to be in place before the work can start."""

    kind: RequirementKind
    text: Sentence
    """What has to be so, and where to get it."""
    for_: tuple[Slug, ...] = Field(default=(), alias="for")
    """The partners whose part takes it; nothing if it is for all. A paper to another leaves it out."""


class Dependency(Part):
    """A program, law or line of funding on which the work rests and which may end."""

    text: Sentence
    """What it is, and what happens to the work when it ends."""
    until: Day = ""
    """When it ended or ends, or by when it has to be looked up again because somebody decides: a year, month or day."""
    as_of: Day = ""
    """When this sentence was looked up, if not on the day of the whole work."""


class Measure(Part):
    """Something that is counted or asked to see what came of the work."""

    what: Phrase
    """What is counted, or what is asked about."""
    each_time: tuple[Phrase, ...] = ()
    """Where it holds several numbers, those that are counted as the trial goes, each a column of the sheet."""
    once: tuple[Phrase, ...] = ()
    """Those that are known when the trial is over; one number that is neither here nor in `each_time` is counted each
    time, if somebody counts it and asks nobody."""
    kind: Literal["output", "outcome"] = "output"
    """*output*: what was done. *outcome*: what changed for somebody."""
    unit: Phrase = ""
    """What one of it is, such as "meal" or "person who answers yes"."""
    level: bool = False
    """True for what stands at a number on a day, such as pairs still meeting: the latest counts, and nothing is
    added up. The same people counted again next quarter are not twice as many."""
    ratio: bool = False
    """True for a share, an average, or what one of something takes or costs: the latest counts, and it is added
    up neither over days nor over libraries. Two halves are not a whole."""
    ask: Sentence = ""
    """Who counts or asks, whom, and when."""
    who: Phrase = ""
    """For an outcome: who answers the question, in the plural, such as "parents"."""
    answer: Literal["yes", "some", "number", "words", "count"] = "yes"
    """How the question is answered: *yes*: yes or no. *some*: yes, partly or no. *number*: with a number that the
    person knows. *words*: in a line. *count*: by somebody who looks it up, so that it stands on no
    sheet."""
    question: Sentence = ""
    """For an outcome: one question in plain words, as the one who answers reads it."""
    question_es: Sentence = ""
    """The same in Spanish."""
    instrument: Phrase = ""
    """The form or survey that serves, if there is one."""
    feeds: Phrase = ""
    """The report it goes into: the library's or the partner's."""
    for_: tuple[Slug, ...] = Field(default=(), alias="for")
    """The partners whom it concerns; nothing if all. A paper to another leaves it out, but for the evaluation."""

    def columns(self) -> tuple[str, ...]:
        """Return its numbers that are counted as the trial goes."""
        if self.each_time or self.once or self.kind == "outcome":
            return self.each_time
        return (self.what,)

    def looked_up(self) -> tuple[str, ...]:
        """Return its numbers that are known when the trial is over; what people answer is on sheets of its own."""
        if self.kind == "outcome" and self.answer == "count" and not self.each_time:
            return self.once or (self.what,)
        return self.once


def _counted(value: object) -> object:
    return {"what": value} if isinstance(value, str) else value


Measured = Annotated[Measure, BeforeValidator(_counted, json_schema_input_type=Measure | Phrase)]
"""A measure; one that only names what is counted may be a text."""
