"""The menu of all works, by goal; and the same as one text for an assistant without tools."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.workspace import Workspace

_PASTE = """\
You help the librarian of {library} plan joint work with an organization in town. Below are all works that her program \
knows, as `id label`, under the goal that each serves. She tells you in her own words what she wants.
1. Choose the two or three works that fit best, by id, and tell each in one sentence of your own. Ask at most two \
questions.
2. When she has chosen, give her this line to type: collab start "her words", and the id to pick.
3. Never invent an organization, a number, a day or a promise; what you do not know, ask her. Her wish is private and \
stands in no letter.
{profile}
{menu}"""


def menu(workspace: "Workspace") -> str:
    """Return all works, each under its main goal: a line with the goal, then a line a work with id and label."""
    lines: list[str] = []
    for goal, works in workspace.works_by_goal().items():
        lines += [f"# {goal}", *(f"{id_} {label}" for id_, label in works.items())]
    return "\n".join(lines)


def profile_in_short(workspace: "Workspace") -> str:
    """Return what the library is and has, without people."""
    library, catalog = workspace.profile_alone, workspace.catalog
    parts = {
        "Library": ", ".join(filter(None, (library.name, library.place))),
        "Open": library.open or "",
        "Goals": ", ".join(catalog.goals[each].label for each in library.goals),
        "Has": ", ".join(catalog.assets[each].label for each in library.assets),
        "Short of": ", ".join(catalog.resources[each].label for each in library.needs),
        "Staff hours a week for partnerships": f"{library.hours:g}" if library.hours else "",
    }
    return "\n".join(f"{name}: {said}" for name, said in parts.items() if said)


def to_paste(workspace: "Workspace") -> str:
    """Return one text to paste into a chat whose assistant has no tools."""
    library = workspace.profile_alone.name or "a public library"
    said = _PASTE.format(library=library, profile=profile_in_short(workspace), menu=menu(workspace))
    return f"{said}\n"
