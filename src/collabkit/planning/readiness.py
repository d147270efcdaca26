"""What works require before they start, and whether the library has it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from collabkit.catalog import Activity
from collabkit.catalog.work import RequirementKind
from collabkit.library import Readiness
from collabkit.notes import HasNotes, Note

Ready = Mapping[str, Mapping[str, Readiness]]
"""For works what they require and how it stands, as `ready:` in `library.yaml` has it."""

Standing = Literal["have", "later", "cannot", "open"]
"""How something required stands; *open*: the library has not said."""


class Required(NamedTuple):
    """One thing that a work requires, and how it stands."""

    work: str
    """The id of the work."""
    label: str
    """What the work is called."""
    name: str
    """The word for it, unlike that of any other in this work: its kind, and `room-2` for a second room."""
    kind: RequirementKind
    """What sort of thing it is."""
    text: str
    """What has to be so, and where to get it."""
    stands: Standing
    """How it stands: the library has it, will have it, cannot have it, or has not said."""


def required(works: Iterable[Activity], ready: Ready) -> Iterator[Required]:
    """Yield what *works* require, in their order, and how it stands by *ready*."""
    for work in works:
        answers = ready.get(work.id, {})
        for name, each in work.required().items():
            stands: Standing = answers.get(name, "open")
            yield Required(work.id, work.label, name, each.kind, each.text, stands)


def lacking(work: Activity, ready: Ready) -> list[Required]:
    """Return what *work* requires and the library does not have, what it cannot have first."""
    found = [each for each in required([work], ready) if each.stands != "have"]
    return sorted(found, key=lambda each: each.stands != "cannot")


class Requirements(HasNotes, list[Required]):
    """What works require, in the order in which it is needed, and how it stands."""

    def __init__(self, every: Iterable[Required]) -> None:
        super().__init__(every)
        self.with_notes(_counted)


def _counted(every: Requirements) -> Iterator[Note]:
    """Yield how much of what is required is there, and how to answer for the rest."""
    if not every:
        yield Note(
            "nothing-required", "What is planned requires nothing that has to be there first."
        )
        return
    counted = {
        stands: sum(each.stands == stands for each in every)
        for stands in ("have", "later", "cannot", "open")
    }
    there = (
        f"You have {counted['have']} of {len(every)} things that are required; {counted['later']} later, "
        f"{counted['cannot']} cannot be had, {counted['open']} open."
    )
    yield Note("required", there)
    if counted["open"]:
        first = next(each for each in every if each.stands == "open")
        yield Note(
            "open-requirements",
            f"What is open is answered in `ready:` of library.yaml, such as {first.work}: {first.name}.",
            f"Answer with --set answer={first.work}.{first.name}=yes, no or later; or on a terminal, or in "
            "a table of -f csv handed back with --set answers.",
        )
