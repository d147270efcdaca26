"""What the facts of a paper are made of: sides, hours, money, examples, agreements.

A fact that nobody supplied is a `Gap`: it stands visibly in the text and says where to supply it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, Self

from collabkit.catalog.work import Gain, Letter, Role, RoleObjection, Step, Term

Voice = Literal["partner", "board", "funder"]
"""Who reads a paper."""
Stage = Literal["idea", "asked", "agreed"]
"""How far the talk with the partner has come: not begun, under way, or settled."""
Decision = Literal["yes", "later", "no"]
"""How a request that came in is answered."""
Shared = Literal["", "some", "all"]
"""How much of the trial's cash others plainly give."""
Formality = Literal["email", "letter", "mou", "contract"]
"""How formal an agreement is: a confirming e-mail, a letter of agreement, a memorandum of
understanding, or a contract that counsel draws up."""


@dataclass(frozen=True)
class Gap:
    """A fact that is missing."""

    what: str
    """How it stands in the text, between brackets."""
    remedy: str
    """What to do about it."""
    field: tuple[str, ...] = ()
    """Where it belongs in library.yaml; nothing if an option supplies it."""

    def __str__(self) -> str:
        return f"[{self.what}]"


Fact = str | Gap


class Reach(NamedTuple):
    """Where and how an organization is reached; blank as far as nobody told."""

    address: str = ""
    """Street, town, state and ZIP code on one line."""
    phone: str = ""
    site: str = ""
    """Its page on the web."""


class Setting(NamedTuple):
    """When and where the work is held, as far as somebody said it."""

    title: str
    """`When and where`, `When` or `Where`: what is known of it."""
    told: str
    """Such as "Mondays, 9 to noon, in the training room of the library"."""
    when: str
    """The days and hours alone; empty if only the place is known."""
    place: str
    """The place alone, as it stands after "come to"; empty if only the days are known."""
    names_month: bool = False
    """Whether the days name their months."""


class Effort(NamedTuple):
    """What one side puts in, in words and numbers."""

    setup: str
    """Hours to set up, such as "16 to 28 hours"."""
    month: str
    """Hours of a month, of the day if there is just one, or of a time where it is held less than once a month;
    empty if there are none."""
    each: str
    """What they are for: "in each month that it runs", "each time it is held" or "for the day itself"."""
    per: str
    """The same in a word or two, as it stands behind them: "a month" or "each time"; empty for a single day."""
    year: str
    """Hours in the first year."""
    trial: str = ""
    """Hours to set up and for the trial together."""
    parts: tuple[str, ...] = ()
    """What those are made of: "30 to 45 to prepare", "60 to 80 on the day itself"; empty where that tells nothing."""
    most: str = ""
    """The most of them: "up to 12 hours"."""
    most_parts: tuple[str, ...] = ()
    """What that is made of: "6 to prepare", "6 on the day itself"; empty where that tells nothing."""
    each_time: str = ""
    """Hours of one session, where nearly all are of sessions and there are several; else empty."""
    week: str = ""
    """Hours of a week while it runs."""
    spread: str = ""
    """Hours of a week while it is prepared and tried."""
    whole: bool = False
    """Whether the trial takes as many hours as the whole first year."""
    worth: Fact = ""
    """The year's hours in dollars, at a stated rate; empty where no rate is asked for."""
    rate: Fact = ""
    """That rate, with its year and source."""


class AskedFor(NamedTuple):
    """What a partner's gifts cost it, beyond its people's time, and whether it is paid."""

    money: tuple[str, ...] = ()
    """Sums, such as "at most $250, once, for the frames"."""
    things: tuple[str, ...] = ()
    """Things of which the price is said, such as "twenty drums, at most $1,800"."""
    more: tuple[str, ...] = ()
    """What costs it money besides, without a sum, such as wages, a supper or a van."""
    dollars: float = 0
    """What the sums come to for a trial; nothing where one of them does not say it plainly."""
    paid: bool = False
    """Whether the library pays it for anything, so that nothing is said of asking."""
    hired: bool = False
    """Whether the library pays it for what it gives, so that it gives nothing and provides it."""

    @classmethod
    def of(cls, role: Role) -> Self:
        """Return what the gifts of *role* cost it."""
        money = [gift for gift in role.gives if gift.costs == "money"]
        sums = [gift.dollars for gift in money if gift.dollars]
        return cls(
            money=tuple(gift.text for gift in money),
            things=tuple(gift.text for gift in role.gives if gift.costs == "thing"),
            more=tuple(gift.text for gift in role.gives if gift.costs == "more"),
            dollars=sum(sums) if len(sums) == len(money) else 0,
            paid=role.paid != "no",
            hired=role.paid == "work",
        )


class Party(NamedTuple):
    """One side of the work besides the library."""

    name: Fact
    """The organization, or what kind it is."""
    kind: str
    """What it is, such as "food bank"."""
    as_: str
    """Which body of its kind is meant, if the role says."""
    part: Fact
    """What it does, said to it in a sentence or two."""
    aim: Fact
    """Why that is its business, as it stands after "works to"."""
    timeline: tuple[Step, ...]
    """How the trial goes for it, in order; empty where the catalog does not say."""
    gives: tuple[Fact, ...]
    """What this work needs of it, each a phrase."""
    gives_signed: tuple[Fact, ...]
    """The same as it stands in what is signed."""
    may_give: tuple[str, ...]
    """What it could give besides, where another usually does."""
    gains: tuple[Gain, ...]
    """What it gets."""
    objection: RoleObjection | None
    """What it is likely to say first, with an answer."""
    protects: str
    """What it has to protect, and how the work heeds it."""
    effort: Effort | None
    """Hours of its people."""
    hours_for: str = ""
    """What those of the trial are for, at the most, where the numbers alone say it badly."""
    people: str = "your people's"
    """Whose time those are, as it stands before "time": "your members'" in a club, "your" in a shop."""
    letter: Letter | None = None
    """The words of a first letter to it, if the catalog has them."""
    asks: bool = False
    """Whether the offer of that letter ends in a question, so that no second one need follow."""
    tells_trial: bool = False
    """Whether that offer and what both sides give tell the trial, so that it need not be told besides."""
    tells_part: bool = False
    """Whether what it gives and the terms tell its part, so that what is signed need not tell it besides."""
    asked: AskedFor = AskedFor()
    """What of its gifts costs it money: `money`, `things` with a price, and whether there is `more`."""
    optional: bool = False
    """Whether the trial goes on without it."""
    quotes: bool = False
    """Whether it is paid at a price that it names itself, so that it reads of no sum before."""
    cost_said: str = ""
    """The term of its letter that answers what it costs, if one does."""
    says_who_pays: bool = False
    """Whether its gifts and the terms of its letter say who pays what."""
    parents_stay: bool = False
    """Whether they say that parents stay, so that no child is left."""
    new_terms: tuple[Term, ...] = ()
    """Those terms of its letter that neither a step of its timeline nor the rule for stopping says too, for papers that
    tell those."""

    def signed(self) -> "Party":
        """Return it as what is signed tells of it."""
        settled = self._replace(gives=self.gives_signed)
        if self.letter is None:
            return settled
        terms = self.letter.signed().terms
        new = tuple(
            each for each in terms if ("signed" if each.signed else "steps") not in each.repeats
        )
        return settled._replace(letter=self.letter.signed(), new_terms=new)

    def dated(self) -> "Party":
        """Return it as a paper tells of it once the day is known."""
        return self._replace(
            letter=self.letter and self.letter.dated(),
            timeline=tuple(step.dated() for step in self.timeline),
        )


class Email(NamedTuple):
    """What fits into the words of a first e-mail."""

    gain: bool
    """Whether it tells what its reader would get."""
    hours: bool
    """Whether it tells the hours of its people."""
    need: bool
    """Whether it tells why the work is needed."""
    facts: tuple[str, ...]
    """The sentences about the library or the town that it tells."""
    parts: tuple[str, ...] = ()
    """What the hours are made of, as far as it tells that."""
    each_time: bool = False
    """Whether it tells how many of them each time takes."""
    waits: bool = False
    """Whether it tells who has to say yes before."""
    trial: bool = False
    """Whether it tells the trial, where no letter does."""
    month: bool = False
    """Whether it tells the month of beginning, where no letter does."""


class Need(NamedTuple):
    """Something the work takes, and who sees to it."""

    what: str
    """The thing, as it stands in the middle of a sentence."""
    who: tuple[Fact, ...]
    """Those in the room who supply it; empty if it is still to be found."""
    others: tuple[str, ...] = ()
    """Who often does, if nobody in the room does."""


class Helper(NamedTuple):
    """Somebody else whom the work needs, and what for."""

    who: str
    """What body it is, such as "Lions or another club that cares for sight"."""
    kind: str
    """What kind of partner that is, such as "service club"."""
    gives: tuple[str, ...]
    """What it would give, two things at most and its main one first, each a phrase said to it."""
    called: str = ""
    """The same with its article, or its name where that is known: "a service club", "Rotary Club of Hays"."""
    named: bool = False
    """Whether its name is known."""
    awaited: bool = False
    """Whether nothing begins before it has said yes."""
    agreed: bool = False
    """Whether it has said yes."""
    money: tuple[str, ...] = ()
    """Sums that it would give."""
    dollars: float = 0
    """What those come to; nothing where one of them does not say it plainly."""
    in_trial: bool = False
    """Whether the trial names it."""
    answers_by: date | None = None
    """The day by which it says yes or no, where somebody knows it."""

    def is_relied_on(self) -> bool:
        """Return whether the plan names it: it is known by name, or nothing begins without it."""
        return self.named or self.awaited


class Times(NamedTuple):
    """When the work runs, in words."""

    sentence: str
    """Such as "It runs June through August, twice a month."."""
    begin: str
    """The month in which the trial could begin, such as "March 2027"; empty where nobody can know."""
    answer: str
    """The last day for a yes to that month, such as "July 16, 2027"; empty if that is too near."""
    lead: str
    """How long it takes to prepare, such as "about four months"."""
    in_time: bool
    """Whether that fits before it begins, as far as anybody knows when it does."""
    pilot: str
    """How long the trial lasts."""
    once: bool
    """Whether the trial is held once."""
    result: str
    """How long until there is something to show."""
    late: bool
    """Whether that is after the trial has ended."""
    report: str = ""
    """How long after the end of the trial all of it can be reported, such as "two months"."""


class Bought(NamedTuple):
    """One line of what the cash is for."""

    what: str
    """Such as "three groups at $600"."""
    sum: str
    """The most that it takes, such as "$1,800"."""
    told: str = ""
    """The same in a sentence: with its sum, where it names none itself and is not the only one."""


class Cost(NamedTuple):
    """Money beyond staff time in the first year."""

    amount: str
    """Such as "nothing", "up to $400" or "$500 to $1,200"."""
    trial: str
    """What the trial alone takes, in such words; blank where nobody knows, or where the first year takes no more."""
    trial_most: str
    """The most that the trial takes; blank where it takes nothing or nobody knows it apart."""
    top: str
    """The same as a sentence says it before the lines, which make only the most of it: "at most $900"; "$900" where it
    takes no less."""
    ask: str
    """What to ask a funder for: the most that the trial takes; where it takes nothing, the least that a
    first year does; where nobody knows it apart, the most of the first year."""
    ask_is_trial: bool
    """True if that pays for the trial, which takes another sum than the first year."""
    trial_free: bool
    """True if the trial takes no cash and the first year does."""
    most: str
    """The most that the first year comes to."""
    slight: bool
    """True if the trial takes so little that no reader asks whose it is."""
    small: bool
    """True if it is so small that a funder asks what it decides."""
    buys: str
    """What it buys."""
    lines: tuple[Bought, ...]
    """The same by lines, which add up to the most of the trial, or of the first year where nobody knows it apart."""
    payer: str
    """Who usually pays."""
    unpaid: str
    """What falls away where the money is not found, if the trial goes on without it."""
    own: bool
    """True if that is the library, out of its own budget."""
    partly_own: bool
    """True if its own budget is among those who pay."""
    none: bool
    """True if the work costs nothing but time."""
    only_trial: bool
    """True if the trial takes all that the first year does."""


class Share(NamedTuple):
    """What one gives of the trial's cash besides the funder."""

    who: Fact
    sum: str
    """Such as "$800"."""
    own: bool = False
    """Whether it is the library, out of its own budget."""


class Paid(NamedTuple):
    """Who gives the cash of the trial, where those who are known by name plainly say how much each does."""

    shares: tuple[Share, ...]
    """What each of them gives."""
    rest: str
    """What is left to the library's own budget; empty where nothing is."""


class Hour(NamedTuple):
    """The hours of one side, in a budget."""

    who: Fact
    hours: str
    worth: Fact
    """What they are worth at the rate of the library."""


class Budget(NamedTuple):
    """The money in a paper to a funder; `cost.ask` and the shares add up to `cash`."""

    of_trial: bool
    """Whether it is of the trial; else of the first year."""
    cash: str
    """The most that the trial takes in cash; of a first year what it takes."""
    shares: tuple[Share, ...]
    """Who gives a stated part of the trial's cash."""
    off: tuple[Fact, ...]
    """Who may give all of it, so that what they give is not asked for."""
    hours: tuple[Hour, ...]
    """Hours of both sides, the library's first."""
    worth: Fact
    """What all of them are worth; empty where no rate is stated."""


class Example(NamedTuple):
    """The same work, done by another library."""

    text: str
    """What it did, in sentences."""
    source: str
    """The page that tells of it."""


class Written(NamedTuple):
    """A clause with its blanks filled."""

    title: str
    text: tuple[tuple[Fact, ...], ...]
    """Paragraphs, each in pieces, some of which may be missing."""
    why: str
    """Why the clause is there."""


class Agreement(NamedTuple):
    """How formal the agreement is, why, and its clauses."""

    level: Formality
    """`email`, `letter`, `mou` or `contract`."""
    recommended: Formality
    """What the facts call for; `--set level` may choose otherwise."""
    because: tuple[str, ...]
    """The reasons, each a sentence."""
    clauses: tuple[Written, ...]
    """The clauses that the case calls for, in order."""
    explain: bool
    """True if each clause is to say why it is there."""
    final: bool
    """True for the copy that is signed: nothing to tick is left in it."""
    agreed: tuple[str, ...]
    """What the two sides named besides what the work needs."""
    start: Fact
    """The day on which the agreement begins."""
    end: Fact
    """The day on which it ends."""
    unsaid: tuple[Gap, ...] = ()
    """What is open in the copy to sign, in which no blank stands for it."""
    gift: bool = False
    """True where a foundation gives money: it has an award letter of its own, and this only confirms the gift."""
    sign_by: str = ""
    """The last day to sign, within six weeks and before anything is prepared; empty where nobody knows the first day, or
    it is too near."""
    known: str = ""
    """The day by which those have answered who sign nothing and are waited for; empty where nobody knows it."""
