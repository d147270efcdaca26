"""``collab init``: a commented ``library.yaml``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output, paths
from collabkit.catalog import Catalog
from collabkit.cli import options
from collabkit.errors import CollabkitError, DataError, UsageError
from collabkit.files.writing import write_whole
from collabkit.library import Contact, Library
from collabkit.profiles import profile_text, read_library


def complete_asset(incomplete: str) -> list[str]:
    """Return the assets that the shell may offer."""
    return options.ids("assets", incomplete)


def complete_resource(incomplete: str) -> list[str]:
    """Return the resources that the shell may offer."""
    return options.ids("resources", incomplete)


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
            autocompletion=complete_asset,
            show_default=False,
        ),
    ] = None,
    need: Annotated[
        list[str] | None,
        typer.Option(
            help="A resource it is short of. Repeatable.",
            autocompletion=complete_resource,
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
    if out.exists() and not force:
        raise CollabkitError(
            f"{out} exists already; nothing was written", "--force writes over it."
        )
    known = options.open_catalog(catalog)
    for id_ in asset or ():
        known.known("assets", id_)
    for id_ in need or ():
        known.known("resources", id_)
    survey = _surveyed(from_survey, directory, known)
    if from_survey is None and sys.stdin.isatty() and sys.stdout.isatty():
        name = name or _ask("Name of the library, as it signs letters")
        place = place or _ask("Town and state")
        zip_ = zip_ or _ask("ZIP code")
        role = role or _ask('Who signs, such as "outreach librarian"')
        asset = asset or _ask_assets(known)
    # Not validated here: what the file says is read back below, where problems have names.
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
    text = profile_text(known, profile)
    _refuse_what_would_not_read(text, out, known)
    try:
        write_whole(out, text.encode())
    except OSError as error:
        raise CollabkitError(f"cannot write {out}: {error.strerror}") from error
    output.note(
        f"Wrote {out}. Open it in any editor to add figures and partners; `collab check {out}` looks it over."
    )


def _surveyed(asked: str | None, directory: Path | None, known: Catalog) -> Library:
    if asked is None:
        return Library.model_construct()
    from collabkit.cli.init.survey_profile import profile_of  # noqa: PLC0415 - the directory, if it is asked

    found = profile_of(options.directory_folder(directory), asked, known)
    figures = f", with {len(found.figures)} figures" if found.figures else ""
    output.note(f"Found {found.name}, {found.place}{figures}.")
    if not figures:
        output.note(
            "It stands among the survey's outlets, which have no figures. Those of its library come "
            f"with --from-survey {found.fscskey}, once the survey's file of administrative entities "
            "(AE) is loaded."
        )
    return found


def _refuse_what_would_not_read(text: str, out: Path, known: Catalog) -> None:
    try:
        content = text.encode()
    except UnicodeEncodeError as error:
        raise UsageError("an option is not UTF-8", "Set the terminal to UTF-8.") from error
    _, problems = read_library(out, known, content)
    if problems:
        first = problems[0]
        option = first.field.removeprefix("contact.")
        raise UsageError(f"--{option}: {first.message}") from DataError(problems)


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
