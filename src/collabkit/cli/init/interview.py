"""The questions of ``collab init``, one after the other, for what nobody has said yet."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import typer

from collabkit import output
from collabkit.cli.init.ask_assets import ask_assets
from collabkit.cli.init.questions import BackError, ask, hours, place, zip_code
from collabkit.errors import CollabkitError
from collabkit.workspace import Workspace
from collabkit.workspace.names import Contact, Library, OwnAsset, merged


class Answers(NamedTuple):
    """What a person said of her library."""

    stated: Library
    survey: Library
    """What the survey knows of it, if she agreed; nothing stated otherwise."""
    own_assets: Sequence[OwnAsset] = ()
    """Assets that the catalog lacks."""


def interview(stated: Library, survey: Library, workspace: Workspace) -> Answers:
    """Ask for what neither options nor the survey say.

    Args:
        stated: what options say; it is not asked again.
        survey: what the survey says already, if it was asked for.
        workspace: with the catalog to choose from, and the directory that holds the survey.
    """
    output.note("Enter skips a question, b goes back; Ctrl-C leaves, and nothing is written.")
    name = stated.name or survey.name or ask("Name of the library, as it signs letters")
    if name and not survey.name:
        survey = _offered(name, workspace)
    known = merged(stated, survey)
    said: dict[str, Any] = {}
    _ask_in_turn(_questions(known, said, workspace, has_assets=bool(stated.assets)), said)
    assets, own_assets = said.pop("assets", (stated.assets, ()))
    contact = {
        field: said.pop(field, getattr(known.contact, field)) for field in Contact.model_fields
    }
    answers = Library.model_construct(
        name=name,
        contact=Contact.model_construct(**contact),
        assets=assets,
        needs=known.needs,
        **{field: said.get(field, getattr(known, field)) for field in _FIELDS},
    )
    return Answers(answers, survey, own_assets)


_FIELDS = ("place", "zip", "address", "hours")
"""What is asked of the library itself; of the contact it is every field."""


_Question = Callable[[], Any]


def _questions(
    known: Library, answers: Mapping[str, Any], workspace: Workspace, *, has_assets: bool
) -> Sequence[tuple[str, _Question]]:
    """Return what nobody has said yet, by field; *answers* are those given by the time of a question."""
    contact = known.contact
    every: Sequence[tuple[str, bool, _Question]] = (
        ("address", bool(known.address), lambda: ask("Street address, as letters bear it")),
        ("place", bool(known.place), lambda: place(known.address or answers.get("address") or "")),
        ("zip", bool(known.zip), zip_code),
        ("name", bool(contact.name), lambda: ask("Who signs: your name")),
        ("role", bool(contact.role), lambda: ask('Your title, such as "outreach librarian"')),
        ("phone", bool(contact.phone), lambda: ask("Telephone")),
        ("email", bool(contact.email), lambda: ask("E-mail")),
        ("hours", known.hours is not None, hours),
        ("assets", has_assets, lambda: ask_assets(workspace.catalog)),
    )
    return [(field, question) for field, is_known, question in every if not is_known]


def _ask_in_turn(questions: Sequence[tuple[str, _Question]], answers: dict[str, Any]) -> None:
    """Put the answers into *answers* by field; "b" asks the question before once more."""
    at = 0
    while at < len(questions):
        field, question = questions[at]
        try:
            answers[field] = question()
        except BackError:
            at = max(at - 1, 0)
        else:
            at += 1


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
