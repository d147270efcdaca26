"""How right a line of the log is read, against sentences that people labeled before any program ran.

python -m evaluation.log_lines                        every file of evaluation/data/log
python -m evaluation.log_lines FILE [--only odd|even]  sentences with such numbers only
python -m evaluation.log_lines FILE --misses           each fact that was missed, and each too many

A labeled fact is right if a sure statement of the same kind agrees with it in what that kind is
about, and each statement answers one fact at most:

promise             side, and the day by which (none on both sides agrees)
follow_up, meeting  the day; a time or place is not asked
agreement           its last day
stage               the stage
person              what changed (left, new, role), and one word of the name
money               side, dollars, and what became of it (pledged, received, paid)
count               the number
kept, broken        side

Where the label says that a day is only about then (`approx`), any day of the same week and month
and at most 31 days off is right for a month, 7 days for a week: a day within 7 days agrees, and
within 31 days where both lie in the same month. A promise that is right but for its side is on the
wrong side. A fact is passed over in silence if it is not right and the line led to no question and
no note. A fact whose reading is offered in a question is counted apart.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from collabkit.partnerships.reading.line import read_line
from collabkit.partnerships.reading.statements import Statement

DATA = Path(__file__).parent / "data" / "log"
KINDS = {"follow_up": "follow up", "broken": "missed"}
SOON, LATE = 7, 31
"""Days within which a rough day agrees, and within which it does in the same month."""

Label = Mapping[str, Any]


class Sentence(NamedTuple):
    """A line with the facts that it holds."""

    id: str
    today: date
    text: str
    facts: tuple[Label, ...]


class Judged(NamedTuple):
    """How one sentence was read."""

    sentence: Sentence
    right: tuple[Label, ...]
    offered: tuple[Label, ...]
    missed: tuple[Label, ...]
    wrong_side: tuple[Statement, ...]
    extra: tuple[Statement, ...]
    asked: bool
    """Whether the line led to a question or a note."""


def sentences(file: Path, only: str | None = None) -> Iterator[Sentence]:
    """Yield the sentences of *file*; with *only* those whose number is odd or even, and no other is read."""
    for line in file.read_text("utf-8").splitlines():
        number = re.match(r'\{"id": "[^"]*?(\d+)"', line)
        if number is None or (only and (int(number[1]) % 2 == 1) is not (only == "odd")):
            continue
        raw = json.loads(line)
        yield Sentence(
            raw["id"], date.fromisoformat(raw["today"]), raw["text"], tuple(raw["facts"])
        )


def judged(sentence: Sentence) -> Judged:
    """Return how *sentence* is read, beside its labels."""
    reading = read_line(sentence.text, sentence.today)
    sure = [each for each in reading.statements if each.sure]
    doubtful = [each for each in reading.statements if not each.sure]
    right, rest = _answered(sentence.facts, sure)
    offered, missed = _answered(rest, doubtful)
    wrong = [
        each
        for each in sure
        if each.kind in {"promise", "money", "kept", "missed"}
        and any(_agrees(fact, each, side=False) for fact in missed)
    ]
    asked = bool(doubtful or reading.unread)
    return Judged(sentence, right, offered, missed, tuple(wrong), tuple(sure), asked)


def _answered(
    facts: Iterable[Label], statements: list[Statement]
) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    """Return the facts that *statements* answer, and those that they do not; what answered is taken out."""
    right, rest = [], []
    for fact in facts:
        found = next((each for each in statements if _agrees(fact, each)), None)
        if found is None:
            rest.append(fact)
        else:
            statements.remove(found)
            right.append(fact)
    return tuple(right), tuple(rest)


def _agrees(fact: Label, each: Statement, *, side: bool = True) -> bool:
    if KINDS.get(fact["kind"], fact["kind"]) != each.kind:
        return False
    if side and fact.get("side") is not None and fact["side"] != each.side:
        return False
    match each.kind:
        case "promise" | "follow up" | "meeting" | "agreement":
            said = fact.get("by") or fact.get("on") or fact.get("until")
            return _same_day(said, each.day, rough=bool(fact.get("approx")))
        case "stage":
            return bool((fact.get("which") or fact.get("stage")) == each.which)
        case "person":
            names = set(re.findall(r"\w+", fact["name"].lower()))
            return bool(
                fact["change"] == each.which
                and any(
                    word.startswith(tuple(names)) for word in re.findall(r"\w+", each.text.lower())
                )
            )
        case "money":
            return bool(fact["amount"] == each.number and fact["state"] == each.which)
        case "count":
            return bool(fact["n"] == each.number)
        case _:
            return True


def _same_day(said: str | None, day: date | None, *, rough: bool) -> bool:
    if said is None or day is None:
        return said is None and day is None
    meant = date.fromisoformat(said)
    off = abs((meant - day).days)
    same_month = (meant.year, meant.month) == (day.year, day.month)
    return off == 0 or (rough and (off <= SOON or (off <= LATE and same_month)))


def report(found: list[Judged]) -> str:
    """Return the shares of *found* as lines."""
    facts = sum(len(each.sentence.facts) for each in found)
    right = sum(len(each.right) for each in found)
    offered = sum(len(each.offered) for each in found)
    wrong = sum(len(each.wrong_side) for each in found)
    silent = sum(len(each.missed) for each in found if not each.asked)
    empty = [each for each in found if not each.sentence.facts]
    asked = sum(each.asked for each in empty)
    invented = sum(bool(each.extra) for each in empty)
    extra = sum(len(each.extra) for each in found)
    kinds = Counter(fact["kind"] for each in found for fact in each.sentence.facts)
    hit = Counter(fact["kind"] for each in found for fact in each.right)
    return "\n".join(
        [
            f"{len(found)} sentences, {facts} facts",
            f"right              {right / facts:6.3f}  ({right})",
            f"offered            {offered / facts:6.3f}  ({offered})",
            f"on the wrong side  {wrong / facts:6.3f}  ({wrong})",
            f"passed in silence  {silent / facts:6.3f}  ({silent})",
            f"asked for nothing  {asked / max(1, len(empty)):6.3f}  ({asked} of {len(empty)} lines that hold nothing)",
            f"facts for nothing  {invented / max(1, len(empty)):6.3f}  ({invented} of {len(empty)})",
            f"stated too much    {extra} beside {right} right",
            *(f"  {kind:<12} {hit[kind]:>3} of {count}" for kind, count in sorted(kinds.items())),
        ]
    )


def misses(found: Iterable[Judged]) -> Iterator[str]:
    """Yield each sentence that was not read as it is labeled."""
    for each in found:
        if each.missed or each.extra or each.offered or (each.asked and not each.sentence.facts):
            yield f"{each.sentence.id} {each.sentence.today} {each.sentence.text}"
            yield from (f"    missed  {json.dumps(fact)}" for fact in each.missed)
            yield from (f"    offered {json.dumps(fact)}" for fact in each.offered)
            yield from (
                f"    extra   {one.kind} {one.side} {one.day} {one.time} {one.which} {one.number} {one.text!r}"
                for one in each.extra
            )
            yield f"    asked   {each.asked}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.log_lines")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(DATA.glob("*.jsonl")))
    parser.add_argument("--only", choices=["odd", "even"])
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    found = [judged(each) for file in asked.files for each in sentences(file, asked.only)]
    if asked.misses:
        print("\n".join(misses(found)))
    print(report(found))


if __name__ == "__main__":
    main()
