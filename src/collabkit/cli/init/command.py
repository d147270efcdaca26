"""``collab init``: a commented ``library.yaml``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output, paths
from collabkit.api.profiles import ProfileError, merged, write_profile
from collabkit.api.writing import refuse_taken
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
        typer.Option(
            "--role",
            "--title",
            help='Who signs, by title: "outreach librarian".',
            show_default=False,
        ),
    ] = None,
    signer: Annotated[
        str | None,
        typer.Option("--signer", help="Who signs, by name.", show_default=False),
    ] = None,
    phone: Annotated[
        str | None, typer.Option(help="Telephone of who signs.", show_default=False)
    ] = None,
    email: Annotated[
        str | None, typer.Option(help="E-mail of who signs.", show_default=False)
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(help="The library's address, as letters bear it.", show_default=False),
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
    """Write library.yaml: who you are, what you have, what you need.

    Asks on a terminal for what no option gives; elsewhere leaves it to fill in.

    Example: collab init --name "Carnegie Public Library" --place "Dell Rapids, South Dakota"
    """
    refuse_taken(out, force=force)
    workspace = Workspace.open(catalog=catalog, directory=directory)
    known = workspace.catalog
    for id_ in asset or ():
        known.known("assets", id_)
    for id_ in need or ():
        known.known("resources", id_)
    # Not validated here: what the file says is read back before it is written, where problems have names.
    stated = Library.model_construct(
        name=name,
        place=place,
        address=address,
        zip=zip_,
        contact=Contact.model_construct(name=signer, role=role, phone=phone, email=email),
        assets=tuple(asset or ()),
        needs=tuple(need or ()),
        hours=hours,
    )
    survey = _surveyed(from_survey, workspace)
    if sys.stdin.isatty() and sys.stdout.isatty():
        from collabkit.cli.init.interview import interview  # noqa: PLC0415 - only for people

        stated, survey = interview(stated, survey, workspace)
    try:
        write_profile(known, merged(stated, survey), out, force=force)
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
