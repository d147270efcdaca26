"""The questions of ``collab init``, one after the other, for what nobody has said yet."""

import typer

from collabkit import output
from collabkit.cli.init.questions import ask, hours, own_assets, place, zip_code
from collabkit.errors import CollabkitError
from collabkit.workspace import Workspace
from collabkit.workspace.names import Contact, Library, merged


def interview(stated: Library, survey: Library, workspace: Workspace) -> tuple[Library, Library]:
    """Return what a person states, and what the survey knows of her library if she agrees.

    Args:
        stated: what options say; it is not asked again.
        survey: what the survey says already, if it was asked for.
        workspace: with the catalog to choose from, and the directory that holds the survey.
    """
    output.note("Enter skips a question; Ctrl-C leaves, and nothing is written.")
    name = stated.name or survey.name or ask("Name of the library, as it signs letters")
    if name and not survey.name:
        survey = _offered(name, workspace)
    known = merged(stated, survey)
    contact = known.contact
    answers = Library.model_construct(
        name=name,
        place=known.place or place(),
        zip=known.zip or zip_code(),
        address=known.address or ask("Street address, as letters bear it"),
        contact=Contact.model_construct(
            name=contact.name or ask("Who signs: your name"),
            role=contact.role or ask('Your title, such as "outreach librarian"'),
            phone=contact.phone or ask("Telephone"),
            email=contact.email or ask("E-mail"),
        ),
        hours=known.hours if known.hours is not None else hours(),
        assets=stated.assets or tuple(own_assets(workspace.catalog)),
        needs=known.needs,
    )
    return answers, survey


def _offered(name: str, workspace: Workspace) -> Library:
    """Return what a loaded survey has of the library called *name*, if it is the one that is meant."""
    try:
        found = workspace.survey_profile(name)
    except CollabkitError:  # nothing is loaded, or it is none or several of the survey's
        return Library.model_construct()
    output.note(f"The survey has {found.name}, {found.place}, with {len(found.figures)} figures.")
    if typer.confirm("Is that yours", default=True, err=True):
        return found
    return Library.model_construct()
