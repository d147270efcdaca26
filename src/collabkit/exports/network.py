"""Organizations, goals, works and the ties between them, as maps of relations hold them.

A label names one node and no other, whatever its capitals, since some programs join ties by label.
Nothing here comes from the words of a log, which may name anybody; people are nodes only if asked for.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from collabkit.catalog import Catalog
from collabkit.exports.rows import row
from collabkit.library import Library
from collabkit.partnerships.partnership import Partnership
from collabkit.text.characters import escape_line
from collabkit.text.phrases import cap

NodeKind = Literal["library", "organization", "goal", "work", "person"]
TieKind = Literal["partners with", "works for", "takes part in", "serves", "belongs to", "knows"]


class Node(NamedTuple):
    """Something that ties lead to."""

    id: str
    """Its kind and id, such as `goal:literacy`."""
    kind: NodeKind
    label: str
    """What a person calls it; no other node is called so."""
    what: str = ""
    """What it is, in a sentence."""
    fields: tuple[tuple[str, str], ...] = ()
    """What else is known of it: name and value."""


class Tie(NamedTuple):
    """How two nodes hang together."""

    start: Node
    end: Node
    kind: TieKind
    directed: bool = True
    """False where the two sides are equals."""
    stage: str = ""
    """Where the partnership stands, for a tie between library and organization."""


class Network(NamedTuple):
    """Every node, and the ties between them."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


def network(
    library: Library,
    partnerships: Sequence[Partnership],
    catalog: Catalog,
    today: date,
    *,
    people: bool = False,
) -> Network:
    """Return what the partnerships *partnerships* tie together.

    Args:
        library: who keeps them; its own goals are nodes too, also those that nobody serves yet.
        partnerships: partnerships whose facts are right.
        catalog: names what the facts name by id.
        today: the day of their stages.
        people: whether people are nodes: they are private.

    Raises:
        DataError: with *people*, contacts are wrong.
    """
    drawing = _Drawing(library, catalog)
    for one in partnerships:
        drawing.add(one, today)
    for one in partnerships if people else ():
        drawing.add_people(one)
    return drawing.whole()


class _Drawing:
    """A network while it is drawn."""

    def __init__(self, library: Library, catalog: Catalog) -> None:
        self._catalog = catalog
        self._nodes: dict[str, Node] = {}
        self._ties: dict[tuple[str, str, str], Tie] = {}
        place = (("place", library.place),) if library.place else ()
        self._library = self._node("library", "", library.name or "our library", "", place)
        for goal in library.goals:
            self._tie(self._library, self._goal(goal), "works for")

    def add(self, one: Partnership, today: date) -> None:
        facts, at = one.facts, row(one, today)
        kind = self._catalog.partners.get(facts.partner or "")
        known = {
            "kind": kind.label if kind else facts.partner,
            "sector": kind.sector if kind else None,
            "stage": at.stage,
            "level": at.level,
            "since": str(at.began) if at.began else None,
            "last": at.last,
            "went": at.went,
            "address": facts.address,
            "phone": facts.phone,
            "site": facts.site,
        }
        fields = tuple((name, value) for name, value in known.items() if value)
        what = (
            f"In general: {kind.summary}" if kind else ""
        )  # this is true of the kind, not of the body
        body = self._node("organization", one.id, facts.name, what, fields)
        self._tie(self._library, body, "partners with", directed=False, stage=at.stage)
        for goal in facts.goals:
            self._tie(body, self._goal(goal), "works for")
        if facts.work:
            self._add_work(body, facts.work, facts.goals)

    def _add_work(self, body: Node, work: str, goals: Iterable[str]) -> None:
        entry = self._catalog.activities.get(work)
        node = self._node(
            "work", work, cap(entry.label) if entry else work, entry.summary if entry else ""
        )
        self._tie(body, node, "takes part in")
        self._tie(self._library, node, "takes part in")
        for goal in dict.fromkeys((*(entry.goals[:1] if entry else ()), *goals)):
            self._tie(node, self._goal(goal), "serves")

    def add_people(self, one: Partnership) -> None:
        body = self._nodes[f"organization:{one.id}"]
        for contact in one.contacts():
            known = {"role": contact.role, "phone": contact.phone, "email": contact.email}
            fields = tuple((name, value) for name, value in known.items() if value)
            person = self._node("person", f"{one.id}/{contact.name}", contact.name, "", fields)
            self._tie(person, body, "belongs to")
            for name in contact.known_by:
                ours = self._node("person", f"/{name}", name)
                self._tie(ours, self._library, "belongs to")
                self._tie(ours, person, "knows", directed=False)

    def _goal(self, id_: str) -> Node:
        entry = self._catalog.goals.get(id_)
        return self._node(
            "goal", id_, cap(entry.label) if entry else id_, entry.summary if entry else ""
        )

    def _node(
        self,
        kind: NodeKind,
        id_: str,
        label: str,
        what: str = "",
        fields: tuple[tuple[str, str], ...] = (),
    ) -> Node:
        key = f"{kind}:{id_}"
        return self._nodes.setdefault(key, Node(key, kind, escape_line(label), what, fields))

    def _tie(
        self, start: Node, end: Node, kind: TieKind, *, directed: bool = True, stage: str = ""
    ) -> None:
        self._ties.setdefault(
            (start.id, end.id, kind), Tie(start, end, kind, directed=directed, stage=stage)
        )

    def whole(self) -> Network:
        """Return what was drawn, each label made one node's own."""
        own = {node.id: node for node in _labeled(self._nodes.values())}
        ties = (
            tie._replace(start=own[tie.start.id], end=own[tie.end.id])
            for tie in self._ties.values()
        )
        return Network(tuple(own.values()), tuple(ties))


def _labeled(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield *nodes*; a label that an earlier one has gets its kind behind it, and a number if need be."""
    taken: set[str] = set()
    for node in nodes:
        tries = _tries(node)
        label = next(each for each in tries if _folded(each) not in taken)
        taken.add(_folded(label))
        yield node._replace(label=label)


def _tries(node: Node) -> Iterator[str]:
    yield node.label
    yield f"{node.label} ({node.kind})"
    number = 2
    while True:
        yield f"{node.label} ({node.kind} {number})"
        number += 1


def _folded(label: str) -> str:
    return label.casefold()
