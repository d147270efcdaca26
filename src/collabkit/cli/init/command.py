"""``collab init``: a commented ``library.yaml``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output, paths
from collabkit.api.profiles import ProfileError, write_profile
from collabkit.api.writing import refuse_taken
from collabkit.catalog import Catalog
from collabkit.cli import options
from collabkit.cli.complete import ids_of
from collabkit.errors import UsageError
from collabkit.library import Contact, Library
from collabkit.workspace import Workspace


def command(
    name: Annotated[
        str | None,
        typer.Option(help="The library's name, as it signs letters.", show_default=False),
    ] = None,
    place: Annotated[str | None, typer.Option(help="Town and state.", show_default=False)] = None,
    zip_: Annotated[str | None, typer.Option("--zip", help="ZIP code.", show_default=False)] = None,
    role: Annotated[
        str | None,
        typer.Option(help='Who signs: "outreach librarian".', show_default=False),
    ] = None,
    asset: Annotated[
        list[str] | None,
        typer.Option(
            help="An asset the library has. Repeatable.",
            autocompletion=ids_of("assets"),
            show_default=False,
        ),
    ] = None,
    need: Annotated[
        list[str] | None,
        typer.Option(
            help="A resource it is short of. Repeatable.",
            autocompletion=ids_of("resources"),
            show_default=False,
        ),
    ] = None,
    hours: Annotated[
        float | None,
        typer.Option(
            min=0,
            max=168,
            help="Staff hours a week for partnerships.",
            show_default=False,
        ),
    ] = None,
    from_survey: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FSCSKEY",
            help="Fill in name, place and figures from the Public Libraries Survey in the directory.",
            show_default=False,
        ),
    ] = None,
    directory: options.DirectoryOption = None,
    out: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")
    ] = Path(paths.PROFILE),
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
    catalog: options.CatalogOption = None,
) -> None:
    """Write a commented library.yaml: who you are, what you have, what you need.

    Asks on a terminal for what no option gives; elsewhere leaves it to fill in.

    Example: collab init --name "Carnegie Public Library" --place "Dell Rapids, South Dakota"
    """
    refuse_taken(out, force=force)
    workspace = Workspace.open(catalog=catalog, directory=directory)
    known = workspace.catalog
    survey = _surveyed(from_survey, workspace)
    if from_survey is None and sys.stdin.isatty() and sys.stdout.isatty():
        name = name or _ask("Name of the library, as it signs letters")
        place = place or _ask("Town and state")
        zip_ = zip_ or _ask("ZIP code")
        role = role or _ask('Who signs, such as "outreach librarian"')
        asset = asset or _ask_assets(known)
    # Not validated here: what the file says is read back before it is written, where problems have names.
    profile = Library.model_construct(
        name=name or survey.name,
        place=place or survey.place,
        zip=zip_ or survey.zip,
        coordinates=survey.coordinates,
        fscskey=survey.fscskey,
        contact=Contact.model_construct(role=role, phone=survey.contact.phone),
        assets=tuple(dict.fromkeys((*survey.assets, *(asset or ())))),
        needs=tuple(need or ()),
        hours=hours,
        figures=survey.figures,
    )
    try:
        write_profile(known, profile, out, force=force)
    except ProfileError as error:
        raise UsageError(f"--{error.field}: {error.reason}") from error
    output.note(
        f"Wrote {out}. Open it in any editor to add figures and partners; `collab check {out}` looks it over."
    )


def _surveyed(asked: str | None, workspace: Workspace) -> Library:
    if asked is None:
        return Library.model_construct()
    from collabkit.api.survey_profile import from_survey as library_of  # noqa: PLC0415 - if asked

    found = library_of(workspace.directory, asked, workspace.catalog)
    figures = f", with {len(found.figures)} figures" if found.figures else ""
    output.note(f"Found {found.name}, {found.place}{figures}.")
    if not figures:
        output.note(
            "It stands among the survey's outlets, which have no figures. Those of its library come "
            f"with --from-survey {found.fscskey}, once the survey's file of administrative entities "
            "(AE) is loaded."
        )
    return found


def _ask(question: str) -> str | None:
    answer: str = typer.prompt(
        f"{question} (Enter to skip)", default="", show_default=False, err=True
    )
    return answer.strip() or None


def _ask_assets(known: Catalog) -> list[str]:
    output.note("What the library has beyond what every public library brings:")
    for asset in known.assets.values():
        if not asset.universal:
            output.note(f"  {asset.id:<26} {asset.label}")
    while True:
        answer = _ask("Ids, separated by blanks or commas") or ""
        ids = answer.replace(",", " ").split()
        wrong = [id_ for id_ in ids if id_ not in known.assets]
        if not wrong:
            return ids
        output.note(f"No asset called {', '.join(wrong)}.")
