"""What a paper may say. The fields of `Facts` are the names that a template may use.

A fact that nobody supplied is a `Gap`: it stands visibly in the text and says where to supply it.
"""

from dataclasses import dataclass, field, fields, replace
from typing import Literal

from collabkit.catalog import Activity, Goal, Partner
from collabkit.catalog.agreements import Outcome
from collabkit.catalog.models import Benefit, Caution, Objection

Voice = Literal["partner", "board", "funder"]
"""Who reads a paper."""
Level = Literal["email", "letter", "mou", "contract"]
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


@dataclass(frozen=True)
class Reach:
    """Where and how an organization is reached; blank as far as nobody told."""

    address: str = ""
    """Street, town, state and ZIP code on one line."""
    phone: str = ""
    site: str = ""
    """Its page on the web."""


@dataclass(frozen=True)
class Share:
    """Something that one side gives."""

    what: Fact
    """The thing, as it stands after "gives"."""
    why: str = ""
    """A sentence on why it matters to the other side, if there is one."""


@dataclass(frozen=True)
class Need:
    """Something the work takes, and who sees to it."""

    what: str
    """The thing, as it stands in the middle of a sentence."""
    who: Literal["library", "partner", "open"]
    """Who supplies it; *open* if neither of the two usually does."""
    others: tuple[str, ...] = ()
    """Who often does, if it is open."""


@dataclass(frozen=True)
class Example:
    """Something like it that another library did."""

    text: str
    """What it did, in sentences."""
    source: str
    """The page that tells of it."""


@dataclass(frozen=True)
class InKind:
    """What the library's own hours are worth."""

    first_year: int
    """Hours to set up, and twelve months of running."""
    worth: Fact
    """Those hours in dollars, by the library's own rate."""
    rate: Fact
    """The rate, with its year and source."""


@dataclass(frozen=True)
class Written:
    """A clause with its blanks filled."""

    title: str
    text: tuple[tuple[Fact, ...], ...]
    """Paragraphs, each in pieces, some of which may be missing."""
    why: str
    """Why the clause is there."""


@dataclass(frozen=True)
class Agreement:
    """How formal the agreement is, why, and its clauses."""

    level: Level
    """`email`, `letter`, `mou` or `contract`."""
    recommended: Level
    """What the facts call for; `--level` may choose otherwise."""
    because: tuple[str, ...]
    """The reasons, each a sentence."""
    clauses: tuple[Written, ...]
    """The clauses that the case calls for, in order."""
    explain: bool
    """True if each clause is to say why it is there."""
    start: Fact
    """The day on which the agreement begins."""
    end: Fact
    """The day on which it ends."""


@dataclass(frozen=True)
class Facts:
    """What one paper may say."""

    voice: Voice
    """Who reads: `partner`, `board` or `funder`."""
    date: str
    """The day that the paper bears, such as "March 3, 2026"."""
    to: Fact
    """The organization that it is about."""
    addressee: str
    """The organization's own name; empty as long as nobody told."""
    to_reach: Reach
    """Where and how that organization is reached, as far as a register tells."""
    partner: Partner
    """Its type, from partners.yaml."""
    aims: tuple[str, ...]
    """What the other side works to do, first what this work serves best."""
    wants: tuple[str, ...]
    """What the other side wants from a library, and why, in sentences; the closest to it first."""
    library: Fact
    """The library's name."""
    place: Fact
    """Its town and state."""
    contact_name: Fact
    """Who signs."""
    contact_role: Fact
    """What that person is, such as "outreach librarian"."""
    contact_reach: Fact
    """Telephone or e-mail address, or both."""
    goal: Goal
    """The goal that both sides share, from goals.yaml."""
    need_figure: Fact
    """The local figure that shows the need, with year and source."""
    activity: Activity
    """The joint work, from activities.yaml."""
    needs: tuple[Need, ...]
    """What the work takes, and who sees to each."""
    from_partner: tuple[Share, ...]
    """What the other side gives."""
    from_library: tuple[Share, ...]
    """What the library gives."""
    offers: tuple[Fact, ...]
    """What the library gives, without the reasons."""
    gifts: tuple[Fact, ...]
    """What the other side gives, without the reasons."""
    proof: tuple[Fact, ...]
    """The library's own figures for what it gives."""
    benefits: tuple[Benefit, ...]
    """What comes of it, from benefits.yaml."""
    for_partner: tuple[str, ...]
    """What comes of it for the other side, in sentences."""
    for_library: tuple[str, ...]
    """What comes of it for the library."""
    for_community: tuple[str, ...]
    """What comes of it for residents."""
    for_funder: tuple[str, ...]
    """What comes of it for whoever pays."""
    measures: tuple[str, ...]
    """What is counted or asked, as it stands after "count"."""
    objections: tuple[Objection, ...]
    """What the other side may say, with answers."""
    cautions: tuple[Caution, ...]
    """What to mind, from cautions.yaml: the work's own before the partner's."""
    examples: tuple[Example, ...]
    """What other libraries did, the likest first."""
    hours: Fact
    """Staff hours a week that the library has for partnerships."""
    cost: str
    """Money beyond staff time, in words."""
    in_kind: InKind
    """What the library's hours are worth."""
    outcomes: tuple[tuple[Goal, Outcome], ...]
    """For each goal of the work that has them, what those who took part may say."""
    agreement: Agreement | None = field(default=None)
    """How formal, and which clauses; only in an agreement."""

    def with_agreement(self, agreement: Agreement) -> "Facts":
        """Return these facts with *agreement* among them."""
        return replace(self, agreement=agreement)


FACTS = tuple(one.name for one in fields(Facts))
"""The names that a template may use."""
