"""Where the bodies that a librarian wants are lost before the tenth place: how many by cause.

Of the half ``tune`` each is named with its cause; of ``report`` only the sums are told, so that nothing
is learned from it.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit import Workspace
from collabkit.directory.query.near import Hit
from collabkit.directory.records import Organization
from collabkit.finding import findings
from collabkit.finding.mixing import mixed
from evaluation.finding import HALVES, SHOWN
from evaluation.judged_set import REGISTERS, Judged, Request, as_listed, ids_of, judged_set

LIST = 50
"""Places of the list that are looked at."""
DEEP = 5000
"""How many are looked at to tell whether a body fits at all."""


class Loss(NamedTuple):
    """A wanted body that is not among the first ten."""

    request: Request
    id: str
    name: str
    cause: str
    detail: str


def losses(workspace: Workspace, judged: Judged) -> Iterator[Loss]:
    """Yield each body that is wanted and not shown, with the cause."""
    request = judged.request
    directory = workspace.directory
    judged = as_listed(judged, directory)
    spot = findings.spot_of(request.near, workspace.library)
    question = findings.question(workspace.matcher, workspace.library, request.asked, limit=LIST)
    search = question.search
    found = findings.find(workspace.matcher, directory, spot, question)
    hits = directory.near(spot, search.wanted, DEEP)
    facts = directory.facts([hit.row for hit in hits])
    asked = _Asked(
        {id_: each.rank for each in found for id_ in ids_of(each)},
        {id_: hit for hit in hits for id_ in ids_of(facts[hit.row])},
        {facts[hit.row].id for hit in mixed(hits, facts, DEEP, ranked=search.ranked)},
        search.wanted.sure,
    )
    for body in judged.wanted:
        if min((asked.ranks.get(id_, LIST) for id_ in body), default=LIST) <= SHOWN:
            continue
        hit = next((asked.hits[id_] for id_ in sorted(body) if id_ in asked.hits), None)
        known = [facts[hit.row]] if hit else [*filter(None, map(directory.by_id, sorted(body)))]
        if known:
            one = known[0]
            yield Loss(request, one.id, one.name, _cause(body, one, asked), _detail(one, hit))
        else:
            yield Loss(request, min(body), "", "not in the registers, or of a feed and no sign", "")


class _Asked(NamedTuple):
    """What came of one request."""

    ranks: Mapping[str, int]
    hits: Mapping[str, Hit]
    listed: Container[str]
    sure: float


def _cause(body: frozenset[str], one: Organization, asked: _Asked) -> str:
    if not asked.ranks.keys().isdisjoint(body):
        return "outranked: 11 to 50"
    if not asked.hits.keys().isdisjoint(body):
        return (
            "outranked: beyond 50" if one.id in asked.listed else "cut: end of list, cap or twice"
        )
    if one.mark in {"headquarters", "mail service"}:
        return "an office, no place"
    if one.partner is None:
        return "no kind and no sign"
    if (one.confidence or 0) < asked.sure:
        return "a guess, hidden"
    return "kind does not answer, and no sign"


def _detail(one: Organization, hit: Hit | None) -> str:
    said = (
        f"{one.partner or 'no kind'} {one.confidence or 0:.2f}, class {one.size}, {one.mark or ''}"
    )
    return (
        f"{said}, {hit.total:.1f} (works {hit.works:.2f}, {hit.distance:.0f} miles)"
        if hit
        else said
    )


def main(arguments: Sequence[str]) -> int:
    """Print the losses; ``--registers FOLDER`` loads whole registers, ``--loaded FOLDER`` is a directory."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "directory"
        if "--loaded" in arguments:
            place = Path(arguments[arguments.index("--loaded") + 1])
        workspace = Workspace.open(folder, directory=place)
        if "--loaded" not in arguments:
            workspace.load([str(REGISTERS)])
        lost = [loss for judged in judged_set() for loss in losses(workspace, judged)]
        workspace.close()
    for loss in lost:
        if loss.request.half == "tune":
            print(
                f"{loss.request.id:<20} {loss.id:<16} {loss.name[:45]:<45} {loss.cause}: {loss.detail}"
            )
    for half in HALVES:
        causes = Counter(loss.cause for loss in lost if loss.request.half == half)
        print(f"\n{half}: {sum(causes.values())} lost")
        for cause, times in causes.most_common():
            print(f"  {times:3} {cause}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
