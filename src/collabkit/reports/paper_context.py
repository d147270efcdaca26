"""What the record of a partnership gives to a paper: who, what for, how far it has come, what was agreed."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from collabkit.errors import UsageError
from collabkit.proposals import Reach
from collabkit.proposals.fact_parts import Stage
from collabkit.proposals.receivers import Receiver
from collabkit.proposals.result_parts import Outcomes
from collabkit.proposals.subjects import Other
from collabkit.proposals.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from collabkit.catalog import Activity
    from collabkit.partnerships.partnership import Partnership
    from collabkit.partnerships.promises import Promise
    from collabkit.partnerships.state import State


class PaperContext(NamedTuple):
    """What a paper says of a partnership, as far as its record tells."""

    receiver: Receiver = Receiver()
    goals: tuple[str, ...] = ()
    activity: str | None = None
    stage: Stage = "idea"
    """How far the talk has come: with a pilot, or something agreed, they have said yes."""
    person: str | None = None
    """The first of its contacts: whom the paper goes to."""
    agreed: tuple[str, ...] = ()
    """What was agreed, and what either side promised and has not done yet."""
    start: date | None = None
    end: date | None = None
    outcomes: Outcomes | None = None
    """What came of it so far, and what both sides put in."""
    when: str | None = None
    where: str | None = None
    facts: tuple[str, ...] = ()
    """What papers say of the library or the town."""
    body: str = ""
    """What the organization is where its kind holds several."""
    helpers: tuple[Other, ...] = ()
    """Who else takes part, as far as it was settled before anybody wrote."""
    wording: Wording = Wording()
    """What the library claims of itself, where it is not what the catalog has."""
    own_work: bool = False
    """Whether no work of the catalog is meant."""

    def helpers_of(self, activity: str | None) -> tuple[Other, ...]:
        """Return who else takes part in *activity*, that of the record by default: another work has helpers of its own."""
        return self.helpers if activity in {None, self.activity} else ()


def paper_context(one: "Partnership", works: "Mapping[str, Activity]", today: date) -> PaperContext:
    """Return what the record of *one* says *today*; *works* are the activities of the catalog.

    Raises:
        DataError: its facts or contacts are wrong.
        UsageError: the facts do not say what kind of partner it is.
    """
    from collabkit.partnerships.due import open_of  # noqa: PLC0415
    from collabkit.partnerships.facts import NOBODY  # noqa: PLC0415
    from collabkit.reports.outcomes import outcomes  # noqa: PLC0415 - YAML, if a record is asked

    facts, at = one.facts, one.state(today)
    if facts.partner is None:
        raise UsageError(
            f"{one.folder} does not say what kind of partner it is",
            f"Fill in `partner:` in {one.facts_file}; `collab list partners` shows the kinds",
        )
    reach = Reach(facts.address or "", facts.phone or "", facts.site or "")
    people = one.contacts()
    return PaperContext(
        Receiver(facts.partner, None if facts.name == NOBODY else facts.name, reach),
        facts.goals,
        facts.work,
        _stage(at),
        people[0].name if people else None,
        (
            *([facts.pays] if facts.pays else []),
            *at.agreed,
            *(_promised(each, facts.name) for each in open_of(at.promises)),
        ),
        facts.agreement.start,
        one.ends(at),
        outcomes(one, works, today),
        facts.when,
        facts.where,
        facts.facts,
        facts.body or "",
        tuple(_helper(each) for each in facts.others),
        Wording(facts.need or "", facts.strike, bool(facts.sure)),
        bool(facts.own_work),
    )


def _helper(text: str) -> Other:
    """Return who else takes part, as `partnership.yaml` has it: the kind alone where nobody is named."""
    partner, _, name = text.partition("=")
    if not name.strip(" ,").removesuffix("agreed").strip(" ,"):
        return Other(partner, None, agreed=name.endswith("agreed"))
    return Other.helping(partner, name)


def _stage(at: "State") -> Stage:
    if at.stage == "idea":
        return "idea"
    return "asked" if at.stage == "talk" and not at.agreed and at.until is None else "agreed"


def _promised(promise: "Promise", name: str) -> str:
    side = "the library" if promise.side == "we" else name
    when = f", by {promise.due:%B} {promise.due.day}, {promise.due.year}" if promise.due else ""
    return f"{side}: {promise.what}{when}"
