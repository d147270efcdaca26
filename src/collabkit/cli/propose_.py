"""``collab propose``: a partner and a goal to a pitch."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from collabkit import output
from collabkit.catalog import Catalog
from collabkit.cli import options
from collabkit.errors import CollabkitError, UsageError, did_you_mean
from collabkit.files import write_whole
from collabkit.matching import Asked, Match, Ranking, by_goals
from collabkit.proposals import Pitch, propose_for, render


def command(
    partner: Annotated[
        str | None,
        typer.Argument(
            metavar="[PARTNER]",
            help="A partner id; without it the best match. `-` reads match records from stdin.",
            autocompletion=options.complete_partner,
            show_default=False,
        ),
    ] = None,
    goal: options.GoalOption = None,
    activity: Annotated[
        str | None,
        typer.Option(
            "--activity",
            "-a",
            metavar="ID",
            help="The joint work to propose. [default: the one that fits best]",
            autocompletion=options.complete_activity,
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="NAME",
            help="The organization that receives it.",
            show_default=False,
        ),
    ] = None,
    organization: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="The organization that receives it, by its id in the directory.",
            show_default=False,
        ),
    ] = None,
    directory: options.DirectoryOption = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR/",
            help="Write to a file, or one file for each pitch into a folder. [default: stdout]",
            show_default=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
) -> None:
    """Write a one-page pitch in Markdown, from the partner's aims to the next step.

    Example: collab propose literacy-council --goal literacy --to "Missoula Literacy Council"
    """
    known = options.open_catalog(catalog)
    profile, file = options.open_library(library, known)
    if organization is not None:
        partner, to = _receiver(organization, partner, to, directory)
    writer = _Writer(known, Ranking(known, profile), activity, to)
    if partner == "-" or (partner is None and not goal and not sys.stdin.isatty()):
        pitches = [writer.from_record(*record) for record in _records()]
        if not pitches:
            raise UsageError(
                "no match record on stdin",
                "`collab match --goal literacy -f ndjson | collab propose` writes one pitch each",
            )
    elif partner is None and not goal:
        pitches = [writer.best(_ask_goals(known))]
    elif partner is None:
        pitches = [writer.best(goal or [])]
    else:
        pitches = [writer.pitch(partner, goal or [])]
    _write(pitches, out, force=force)
    _talk(pitches)
    if file is None:
        options.no_profile_note()


def _receiver(
    id_: str, partner: str | None, to: str | None, directory: Path | None
) -> tuple[str, str]:
    """Return the partner that an organization is, unless one is given, and whom to write to."""
    from collabkit.cli import organizations  # noqa: PLC0415 - the directory, if it is asked

    found = organizations.organization(id_, options.directory_folder(directory))
    chosen = partner or found.partner
    if chosen is None:
        raise UsageError(
            f"{found.name} is unclassified: no rule says what kind of partner it is",
            f"Name the kind: collab propose PARTNER --organization {id_}",
        )
    return chosen, to or organizations.addressed(found)


class _Writer:
    """Finds what each pitch is about."""

    def __init__(
        self, catalog: Catalog, ranking: Ranking, activity: str | None, to: str | None
    ) -> None:
        self.catalog = catalog
        self.ranking = ranking
        self.to = to
        self.activity = catalog.known("activities", activity).id if activity else None

    def best(self, goals: list[str]) -> Pitch:
        """Return the pitch to the partner that fits *goals* best."""
        found = self.ranking.rank(self._only(by_goals(self.ranking.index, goals)))
        answered = [match for match in found if match.activity]
        if not answered:
            raise UsageError(
                "no partner and no joint work answers this goal",
                "`collab list goals` shows others",
            )
        return self._made(answered[0])

    def pitch(self, partner: str, goals: list[str]) -> Pitch:
        """Return the pitch to *partner*; without *goals*, for its own first goal."""
        record = self.catalog.known("partners", partner)
        if not goals and self.activity:
            goals = [self.catalog.activities[self.activity].goals[0]]
        asked = by_goals(
            self.ranking.index, goals or [self.catalog.partners[record.id].goals.core[0]]
        )
        found = self.ranking.rank(self._only(asked))
        match = next(
            (match for match in found if match.partner == partner and match.activity),
            None,
        )
        if match is None:
            raise self._nothing(partner, list(asked.goals))
        return self._made(match)

    def from_record(self, line: int, record: dict[str, Any]) -> Pitch:
        """Return the pitch that one record of ``collab match`` calls for."""
        partner = record.get("partner")
        if not isinstance(partner, str):
            raise UsageError(
                f"line {line} of stdin has no `partner`",
                "`collab match -f ndjson` writes such records",
            )
        goals = [goal for goal in record.get("goals") or () if goal in self.catalog.goals]
        work = record.get("activity")
        if (
            self.activity is None
            and isinstance(work, dict)
            and work.get("id") in self.catalog.activities
        ):
            return _Writer(self.catalog, self.ranking, work["id"], self.to).pitch(partner, goals)
        return self.pitch(partner, goals)

    def _only(self, asked: Asked) -> Asked:
        """Return *asked* with the chosen activity as its only answer, if one was chosen."""
        if self.activity is None:
            return asked
        return Asked(
            asked.aim,
            asked.partners,
            {self.activity: 1.0},
            asked.goals,
            asked.confidence,
        )

    def _made(self, match: Match) -> Pitch:
        pitch = propose_for(self.catalog, self.ranking.library, match, self.to)
        if pitch is None:
            raise self._nothing(match.partner, list(match.goals))
        return pitch

    def _nothing(self, partner: str, goals: list[str]) -> UsageError:
        if self.activity:
            takes_part = self.catalog.activities[self.activity].partners()
            return UsageError(
                f"{partner} takes no part in {self.activity}",
                f"Those who do: {', '.join(takes_part)}",
            )
        return UsageError(
            f"no joint work with {partner} serves {', '.join(goals)}",
            f"`collab list activities --search {partner}` shows what is done with them",
        )


def _records() -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the match records on stdin, NDJSON or one JSON list, each with its line."""
    text = sys.stdin.read()
    if text.lstrip().startswith("["):
        lines = [(1, text)]
    else:
        lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    for number, line in lines:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(
                f"line {number} of stdin is not JSON",
                "`collab match -f ndjson` writes such lines",
            ) from error
        for record in value if isinstance(value, list) else [value]:
            if not isinstance(record, dict):
                raise UsageError(
                    f"line {number} of stdin is not a match record",
                    "`collab match -f ndjson` writes such records",
                )
            yield number, record


def _ask_goals(catalog: Catalog) -> list[str]:
    goals = list(catalog.goals)
    output.note("What do you want to achieve? The goals:")
    for goal in catalog.goals.values():
        output.note(f"  {goal.id:<24} {goal.label}")
    while True:
        answer = typer.prompt("Goal", err=True).strip()
        if answer in goals:
            return [answer]
        close = did_you_mean(answer, goals)
        output.note(f"No goal called {answer!r}; {close or 'type one of the ids above'}")


def _write(pitches: list[Pitch], out: str | None, *, force: bool) -> None:
    texts = [render(pitch) for pitch in pitches]
    if out is None:
        output.say("\n---\n\n".join(texts))
        output.flush()
        return
    target = Path(out)
    if out.endswith(("/", "\\")) or target.is_dir():
        names = _names(pitches)
        try:
            target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CollabkitError(f"cannot make the folder {out}: {error.strerror}") from error
        files = [target / f"{name}.md" for name in names]
    elif len(pitches) > 1:
        raise UsageError(
            f"{len(pitches)} pitches do not fit in one file",
            f"End the name with a slash to write into a folder: -o {out}/",
        )
    else:
        files = [target]
    taken = [file for file in files if file.exists()]
    if taken and not force:
        raise CollabkitError(
            f"{taken[0]} exists already; nothing was written", "--force writes over it."
        )
    for file, text in zip(files, texts, strict=True):
        try:
            write_whole(file, text.encode())
        except OSError as error:
            raise CollabkitError(f"cannot write {file}: {error.strerror}") from error
        output.note(f"Wrote {file}")


def _names(pitches: list[Pitch]) -> list[str]:
    """Return a file name for each pitch, made of safe letters, none of them twice."""
    names: list[str] = []
    for pitch in pitches:
        words = (
            re.findall(r"[a-z0-9]+", str(pitch.to).casefold()) if isinstance(pitch.to, str) else []
        )
        stem = "-".join([pitch.partner.id, *words])[:80].rstrip("-")
        number = 2
        name = stem
        while name in names:
            name = f"{stem}-{number}"
            number += 1
        names.append(name)
    return names


def _talk(pitches: list[Pitch]) -> None:
    """Say what is missing and what to do before sending; once for each thing."""
    missing = {str(gap): gap.remedy for pitch in pitches for gap in pitch.gaps()}
    for what, remedy in missing.items():
        output.note(f"missing: {what} {remedy}")
    if len(pitches) == 1:
        way_in = pitches[0].partner.way_in
        output.note(f"Whom to approach: {way_in.approach}")
        output.note(f"First: {way_in.first_step}")
