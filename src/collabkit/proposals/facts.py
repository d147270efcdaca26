"""What a paper may say. The fields of `Facts` are the names that a template may use.

A fact that nobody supplied is a `Gap`: it stands visibly in the text and says where to supply it.
What is said of a partner comes from its role in this one piece of work, never from its kind.
"""

from typing import NamedTuple

from collabkit.catalog import Activity, Goal, Partner
from collabkit.catalog.advice import Caution
from collabkit.catalog.work import Dependency, Measure, Requirement
from collabkit.proposals.fact_parts import (
    Agreement,
    Budget,
    Cost,
    Decision,
    Effort,
    Email,
    Example,
    Fact,
    Helper,
    Need,
    Paid,
    Party,
    Reach,
    Setting,
    Shared,
    Stage,
    Times,
    Voice,
)
from collabkit.proposals.result_parts import CountSheet, Outcomes, Sheet


class Facts(NamedTuple):
    """What one paper may say."""

    voice: Voice
    """Who reads: `partner`, `board` or `funder`."""
    stage: Stage
    """`idea` before anyone was asked, `asked` while they think about it, `agreed` after a yes."""
    decision: Decision
    """In a reply: `yes`, `later` or `no`."""
    date: str
    """The day that the paper bears, such as "March 3, 2026"."""
    to: Fact
    """The organization that it is about, as people say its name."""
    addressee: str
    """The organization's own name; empty as long as nobody told."""
    person: Fact
    """Who receives it there."""
    person_title: str
    """What that person is there, such as "principal"; empty until somebody says so."""
    dear: Fact
    """The same person as a letter greets, such as "Dr. Verma"."""
    reader: Fact
    """Who receives it, with the organization if both are known: "Linda Hauser, First Methodist Church"."""
    greeting: str
    """How an e-mail begins: "Dear Dr. Verma", or "Hello" to nobody in particular."""
    whom: Fact
    """Whom to ask for, by title."""
    when: Fact
    """When to ask, as it stands after "Ask"; the library's own note."""
    first_step: Fact
    """What to do first; the library's own note."""
    call_opens: str
    """How a call to it opens, where a plain question for two minutes does not fit."""
    to_reach: Reach
    """Where and how that organization is reached, as far as a register tells."""
    partner: Partner
    """Its type, from partners.yaml."""
    party: Party
    """Its part in this work."""
    parties: tuple[Party, ...]
    """All who take part besides the library; the first is `party`."""
    library: Fact
    """The library's name."""
    place: Fact
    """Its town and state."""
    address: Fact
    """Its address as it stands on a letter."""
    contact_name: Fact
    """Who writes."""
    contact_role: Fact
    """What that person is, such as "outreach librarian"."""
    contact_reach: Fact
    """Telephone or e-mail address, or both."""
    signer_name: Fact
    """Who signs agreements for the library: whoever writes, unless the profile names another."""
    signer_role: Fact
    """What that person is, such as "library director"."""
    headed: bool
    """Whether that stands on top of a letter already, in the library's letterhead."""
    open: str
    """When the library is open to the public, in its own words; empty if it does not say."""
    why: str
    """Why the library writes, as it wants its reader to know: a whole sentence; empty unless somebody said so."""
    goal: Goal
    """The goal that the work serves, from goals.yaml."""
    activity: Activity
    """The joint work, from activities.yaml."""
    work_is_stated: bool
    """Whether a person named the joint work. Where nobody did, nothing of it tells what happened."""
    trial_label: str
    """What the trial is called: the work's name, unless that names more than the trial has."""
    pilot: str
    """Its trial as what is to be done, with the names of those who are known in place of their kinds."""
    trial: str
    """The same as what we do: "In May, we hang the poems."."""
    need: Fact
    """Why this work is needed, in a sentence."""
    figure: Fact
    """The local figure that shows it, with year and source; empty where none does."""
    figure_known: bool
    """False where the figure is a gap."""
    figure_before: str
    """What stands before the figure where it is no sentence of its own: "For scale:"."""
    facts: tuple[str, ...]
    """Whole sentences about the library or the town, as somebody said them; they stand beside the need."""
    settled: tuple[str, ...]
    """What is settled on the library's side, as somebody said it; only for a board and a funder."""
    find_out: tuple[str, ...]
    """What only the library can know and what decides for this partner, as it stands after "Find out"."""
    library_gives: tuple[Fact, ...]
    """What the library gives to this work; to a partner, what serves its part."""
    library_gains: tuple[str, ...]
    """What the library gets from it; to a partner, what it gets with that one."""
    needs: tuple[Need, ...]
    """What the work takes, and who sees to each."""
    helpers: tuple[Helper, ...]
    """Who else would give what nobody in the room gives."""
    helpers_told: tuple[Helper, ...]
    """Those of them of whom a partner reads before it says yes: who is known by name, without whom nothing begins,
    or whom the trial names."""
    relied_on: tuple[Helper, ...]
    """Those of them whom what is signed names: who is known by name, and without whom nothing begins."""
    awaited: tuple[str, ...]
    """Those of them without whom nothing begins, as `called`."""
    unasked: tuple[Fact, ...]
    """Who is asked first of all, as long as nobody was: the partners, and those of them on whom it relies."""
    known: str
    """The day by which a reader who says yes hears whether they do, and whether money that is still to be raised is
    there; empty where nobody knows it."""
    needed: tuple[Fact, ...]
    """Those who are asked first of all and whose no ends it: partners, and those without whom nothing begins."""
    missing: tuple[Need, ...]
    """What is still to be found, and of which the catalog does not say who would give it."""
    times: Times | None
    """When it runs."""
    setting: Setting | None
    """When and where it is held; absent until somebody says so."""
    span: str
    """The months of the trial, such as "from March to May 2027"; empty until first and last day are known."""
    effort: Effort | None
    """The library's hours."""
    cost: Cost | None
    """Money beyond staff time."""
    shared: Shared
    """Whether those who are known by name plainly give `all` of the trial's cash, `some` of it or nothing."""
    paid: Paid | None
    """The same in sums that add up; absent where one of those names none plainly."""
    budget: Budget | None
    """What is asked, who gives the rest, and what the hours are worth; only for a funder."""
    basis: str
    """How the numbers were reckoned."""
    requires: tuple[Requirement, ...]
    """What has to be in place before it starts; to a partner, what its part takes."""
    depends_on: tuple[Dependency, ...]
    """Programs and funds on which it rests and which may end."""
    stop: Fact
    """The rule by which the trial ends; to a partner, its own if it has one."""
    ends: Fact
    """How the work is left well."""
    measures: tuple[Measure, ...]
    """What is counted or asked, by whom, of whom, when; to a partner, what concerns it."""
    sheets: tuple[Sheet, ...]
    """What those who take part are asked, a sheet for each kind of people."""
    cautions: tuple[Caution, ...]
    """What to mind: the library's own notes, for checklist and agenda."""
    shared_cautions: tuple[Caution, ...]
    """What the two sides settle together."""
    examples: tuple[Example, ...]
    """The same work, done by other libraries."""
    hours: Fact
    """Staff hours a week that the library has for partnerships."""
    hours_known: bool
    """False where those are a gap."""
    funder: str = ""
    """The foundation that a paper to a funder goes to, where a helper of that kind was named."""
    report_by: str = ""
    """The day by which all that is counted in the trial can be reported; empty until its last day is known."""
    review_by: str = ""
    """The day by which both sides have the counts, a month after its last; empty until that is known."""
    count_sheet: CountSheet | None = None
    """Where counts are written down while the trial goes on; only in an evaluation, and where something is counted
    then."""
    reply_by: str = ""
    """The day by which an invitation asks for its answer, such as "December 14, 2026"; empty where there is no time."""
    email: Email | None = None
    """What fits into the words of a first e-mail; only in one to a partner."""
    agreement: Agreement | None = None
    """How formal, and which clauses; only in an agreement."""
    outcomes: Outcomes | None = None
    """What came of it so far; only where `--partnership` names a record."""

    def with_agreement(self, agreement: Agreement) -> "Facts":
        """Return these facts with *agreement* among them, as what is signed tells them.

        A mere kind of body takes part in nothing that is signed; `helpers` still has it.
        """
        parties = tuple(party.signed() for party in self.parties)
        if agreement.start == agreement.end:  # each has a gap of its own
            parties = tuple(party.dated() for party in parties)
        named = tuple(each for each in self.relied_on if each.named)
        return self._replace(
            agreement=agreement,
            parties=parties,
            party=parties[0],
            relied_on=named,
            awaited=tuple(each.called for each in named if each.awaited),
            known=agreement.known,
        )

    def with_outcomes(self, outcomes: Outcomes | None) -> "Facts":
        """Return these facts with *outcomes* among them."""
        return self._replace(outcomes=outcomes)


FACTS = Facts._fields
"""The names that a template may use."""
