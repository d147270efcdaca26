"""What a body is where its kind holds several: from its name, the code of its register, or the part it is asked for."""

import re
from collections.abc import Sequence

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.bodies import Body


def told_by(catalog: Catalog, partner: str, name: str, code: str | None = None) -> str | None:
    """Return what the body of that *name* is; nothing where neither name nor code tells one alone.

    Args:
        catalog: what a kind of partner holds.
        partner: the kind.
        name: of the body.
        code: by which its register tells kinds apart.
    """
    bodies = _of(catalog, partner)
    by_code = [each for each in bodies if code and code in each.codes]
    by_name = _longest([each for each in bodies if _says(name, each)], name)
    found = by_code or by_name
    return found[0].label if len(found) == 1 else None


def open_for(catalog: Catalog, activity: Activity | None, partner: str) -> list[str]:
    """Return what a body of the kind *partner* may be, where that changes a paper about *activity*.

    A role that is written for one of them alone leaves nothing open, nor does one that names a part of a body
    which the catalog does not tell apart.
    """
    roles = activity.roles_of(partner) if activity else ()
    parts = [role.as_ for role in roles]
    if len(parts) > 1:
        return parts
    bodies = _of(catalog, partner)
    if parts and parts[0]:
        bodies = [each for each in bodies if _says(parts[0], each)]
    return [each.label for each in bodies] if len(bodies) > 1 else []


def _of(catalog: Catalog, partner: str) -> list[Body]:
    return [each for each in catalog.bodies.values() if each.partner == partner]


def _says(text: str, body: Body) -> bool:
    """Return whether *text* names *body*."""
    return any(_stands(word, text) for word in (*body.names, body.label))


def _stands(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE) is not None


def _longest(bodies: Sequence[Body], name: str) -> list[Body]:
    """Return those of *bodies* that the longest words of *name* tell: a "medical center" is no "center"."""
    lengths = {
        each.id: max(len(word) for word in (*each.names, each.label) if _stands(word, name))
        for each in bodies
    }
    most = max(lengths.values(), default=0)
    return [each for each in bodies if lengths[each.id] == most]
