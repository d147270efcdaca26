"""``collab change``: facts of a partnership, in its file and with nothing else touched."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.errors import UsageError, cut
from collabkit.workspace import Workspace


def command(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Any part of the partner's name that is clear."),
    ],
    facts: Annotated[
        list[str],
        typer.Argument(
            metavar="FACT=VALUE...", help="Such as level=cooperating; no value takes it out."
        ),
    ],
    catalog: options.CatalogOption = None,
) -> None:
    """Change facts of a partnership; the rest of its file stays.

    Facts: name, organization, partner, address, phone, site, why, goals, work, when, where, facts,
    level, aimed_at, since, cold_after, and of the agreement file, start, end, notice. What happens goes into the log.

    Example: collab change prairie level=cooperating end="March 31, 2027"
    """
    values = dict(_parsed(each) for each in facts)
    changes = Workspace.open(catalog=catalog).partnerships.change(name, values)
    for each in changes.facts:
        output.note(f"{each.field}: {each.before or 'nothing'} -> {each.after or 'nothing'}")
    output.note(f"in {changes.file}" if changes.facts else f"{changes.file} says so already.")
    options.print_notes(changes.notes)


def _parsed(text: str) -> tuple[str, str]:
    fact, sign, value = text.partition("=")
    if not sign or not fact.strip():
        raise UsageError(f"{cut(text)!r} is no FACT=VALUE", "Such as level=cooperating")
    return fact.strip(), value
