"""How well a text is held against the facts of its case: errors that were planted, and texts that are right.

Two hundred papers about many works are written by the program, for partners, boards and funders. Into a copy of each one
error is planted by a fixed seed: a false number (one that is near, or twice as large), day or name, a promise that nobody made, or words of the wish. It is
found if a doubt of that kind names it. Of the texts that are right most are papers as printed, and the rest those of
``rewordings.jsonl``, written by hand in another voice. With ``--check`` the exit code is 1 if too few are found, or
too many of the right ones get any doubt. ``--show`` prints each miss and each false alarm, and ``--seed 71`` draws other papers and errors.
"""

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit import Workspace
from collabkit.proofs import Doubtful, check
from collabkit.proofs.quantities import quantities
from collabkit.proposals.documents import Document
from collabkit.proposals.orders import PaperOrder

REWORDED = Path(__file__).parent / "data" / "rewordings.jsonl"
MANY, SEED, ON = 200, 35, date(2026, 12, 4)
FOUND, ALARMS = 0.93, 0.05
"""What `--check` asks for. The aim is .95; another catalog draws other papers, which moves it by .015 or so."""
KINDS = (
    ("email", "partner"), ("one-pager", "partner"), ("proposal", "partner"), ("script", "partner"),
    ("letter", "partner"), ("email", "board"), ("proposal", "board"), ("one-pager", "funder"),
    ("proposal", "funder"), ("elevator", "partner"),
)  # fmt: skip
BODIES = (
    "Juniper Flats Literacy Council", "St. Brendan's Church", "Halvorsen Family Foundation", "Tri-County Food Bank",
    "Mountain West College", "the Kiwanis Club of Otter Bend", "Pine Ridge Clinic", "Larkspur Middle School",
)  # fmt: skip
PROMISES = (
    "We will drive every participant home in our own van.",
    "The library guarantees a grant for the coming three winters.",
    "You will never have to send anybody again.",
    "We'll cook supper for your volunteers free of charge.",
    "Our director will sit on your board every month.",
    "The library will pay your overtime and insurance.",
    "We promise to publish your logo on billboards.",
    "Your members get lifetime cards for free.",
)
WISHES = (
    "my landlord cousin keeps nagging about loitering drunks",
    "the mayor's niece embarrassed us at the budget hearing",
    "trustee Haverford wants gossip about rivals silenced",
    "janitor quit, roof leaks, patrons complain bitterly",
)
Plant = Callable[[str, random.Random], tuple[str, str] | None]


class Case(NamedTuple):
    """A paper, and what is private about it."""

    document: Document
    text: str
    wish: str


def papers(workspace: Workspace, seed: int) -> Iterator[Case]:
    """Yield the papers, each of another work as far as there are enough."""
    draw = random.Random(seed)
    works = sorted(workspace.catalog.activities)
    draw.shuffle(works)
    for number, work in enumerate(works[:MANY]):
        activity = workspace.catalog.activities[work]
        role = draw.choice(activity.roles)
        paper, voice = KINDS[number % len(KINDS)]
        order = PaperOrder(
            paper, voice=voice, on=ON, activity=work, goals=(activity.goals[0],),  # type: ignore[arg-type]
            to="Bitterroot Valley Alliance" if number % 2 else None,
        )  # fmt: skip
        document = workspace.papers.write(order, role.partner)
        yield Case(document, document.record().markdown, draw.choice(WISHES))


def _number(text: str, draw: random.Random) -> tuple[str, str] | None:
    spots = [
        found
        for found in re.finditer(
            r"(?<![\d,.:/-])(\$?)(\d{1,3}|three|four|five|six|eight|ten|twelve|twenty)(?= [a-z]{4,})",
            text,
        )
        if not re.search(
            r"(?:January|February|March|April|May|June|July|August|September|October|November|December) $",
            text[: found.start()],
        )
    ]
    if not spots:
        return None
    spot = draw.choice(spots)
    value = int(next(quantities(f"{spot[2]} things")).value)
    false = f"{spot[1]}{draw.choice((value + 1, value + 2, 2 * value, max(2, value - 1)))}"
    return text[: spot.start()] + false + text[spot.end() :], false


def _day(text: str, draw: random.Random) -> tuple[str, str] | None:
    false = draw.choice(
        (
            "October 19",
            "the 23rd of September",
            "Sunday",
            "11/28",
            "April 9, 2029",
            "Nov. 6",
            "7:45 p.m.",
        )
    )
    return _behind(text, f"The first meeting could be on {false}.", draw), false


def _name(text: str, draw: random.Random) -> tuple[str, str] | None:
    false = draw.choice(BODIES)
    form = draw.choice(
        ("We have talked with {} about this.", "{} has said yes already.", "Your contact is at {}.")
    )
    return _behind(text, form.format(false), draw), false


def _promise(text: str, draw: random.Random) -> tuple[str, str] | None:
    false = draw.choice(PROMISES)
    return _behind(text, false, draw), false


def _private(text: str, draw: random.Random, wish: str = "") -> tuple[str, str] | None:
    words = wish.split()
    start = draw.randrange(len(words) - 3)
    false = " ".join(words[start : start + 4])
    return _behind(text, f"This began with {false}.", draw), false


def _behind(text: str, sentence: str, draw: random.Random) -> str:
    """Return *text* with *sentence* at the end of one of its paragraphs."""
    paragraphs = text.split("\n\n")
    long = [at for at, each in enumerate(paragraphs) if each.endswith(".") and len(each) > 60]  # noqa: PLR2004
    at = draw.choice(long or [len(paragraphs) - 1])
    paragraphs[at] += f" {sentence}"
    return "\n\n".join(paragraphs)


PLANTS: dict[str, Plant] = {
    "number": _number, "day": _day, "name": _name, "promise": _promise, "private": _private,
}  # fmt: skip


def planted(case: Case, number: int, seed: int) -> tuple[str, str, str]:
    """Return the kind of an error, the text with it, and the error."""
    draw = random.Random(f"{seed} {number}")
    kinds = list(PLANTS)
    for step in range(len(kinds)):
        kind = kinds[(number + step) % len(kinds)]
        made = (
            _private(case.text, draw, case.wish)
            if kind == "private"
            else PLANTS[kind](case.text, draw)
        )
        if made:
            return kind, *made
    raise AssertionError(number)


def is_found(kind: str, error: str, doubts: tuple[Doubtful, ...]) -> bool:
    """Return whether one of *doubts* is of that *kind* and names the *error*, or a part of it."""
    return any(each.kind == kind and (each.text in error or error in each.text) for each in doubts)


def reworded(workspace: Workspace) -> Iterator[tuple[str, Document]]:
    """Yield the texts written by hand, each with the paper whose facts it tells."""
    for line in REWORDED.read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        activity = workspace.catalog.activities[each["work"]]
        order = PaperOrder("proposal", on=ON, activity=each["work"], goals=(activity.goals[0],))
        yield each["text"], workspace.papers.write(order, each["partner"])


def main() -> int:
    """Print the figures; return the exit code."""
    workspace = Workspace(None, profile=None, own_catalog=None, templates=None)
    shown = "--show" in sys.argv
    seed = int(sys.argv[sys.argv.index("--seed") + 1]) if "--seed" in sys.argv else SEED
    found, of_kind = Counter[str](), Counter[str]()
    alarms: list[bool] = []
    by_hand = list(reworded(workspace)) if REWORDED.exists() else []
    for number, case in enumerate(papers(workspace, seed)):
        facts, private = case.document.draft.facts, (case.wish,)
        kind, text, error = planted(case, number, seed)
        of_kind[kind] += 1
        if is_found(kind, error, check(text, facts, private=private).doubts):
            found[kind] += 1
        elif shown:
            print(f"missed {kind}: {error} in {case.document.record().activity}")
        if number < MANY - len(by_hand):
            doubts = check(case.text, facts, private=private).doubts
            alarms.append(bool(doubts))
            if shown:
                print(
                    *(f"alarm {each.kind}: {each.text} | {each.sentence[:150]}" for each in doubts),
                    sep="\n",
                )
    false_by_hand = []
    for text, document in by_hand:
        doubts = check(text, document.draft.facts, private=(WISHES[0],)).doubts
        false_by_hand.append(bool(doubts))
        if shown:
            print(
                *(
                    f"alarm by hand {each.kind}: {each.text} | {each.sentence[:150]}"
                    for each in doubts
                ),
                sep="\n",
            )
    share = found.total() / of_kind.total()
    false = (sum(alarms) + sum(false_by_hand)) / (len(alarms) + len(false_by_hand))
    for kind in PLANTS:
        print(f"{kind:<10} {found[kind]:>3} of {of_kind[kind]}")
    print(f"found      {share:.3f}")
    print(f"printed    {sum(alarms)} of {len(alarms)} with a false alarm")
    print(f"by hand    {sum(false_by_hand)} of {len(false_by_hand)} with a false alarm")
    print(f"alarms     {false:.3f}")
    return int("--check" in sys.argv and (share < FOUND or false > ALARMS))


if __name__ == "__main__":
    raise SystemExit(main())
