"""Whom the library knows at organizations, by tables of its own: private."""

from typing import NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.database.schema import BODY_ID
from collabkit.directory.identity import bare_name
from collabkit.directory.records import full_name


class Kept(NamedTuple):
    """A row of a table of the library's own that names somebody, or how to reach them."""

    main: str
    """The id of the organization that the row was found to be, or its own."""
    name: str
    """The organization's, comparable, without idle words."""
    town: str
    """In capitals; blank if the table does not say."""
    state: str
    """Two letters; blank if the table does not say."""
    zip: str
    """Blank if the table does not say."""
    person: str | None
    phone: str | None
    email: str | None

    def meant(self, id_: str, name: str, town: str, state: str, zip_: str) -> bool:
        """Return whether it is the organization *id_*, or one called *name* in a place that agrees."""
        if self.main == id_:
            return True
        here = ((self.town, town.upper()), (self.state, state), (self.zip, zip_))
        agree = all(one == other for one, other in here if one and other)
        return agree and self.name == bare_name(name)


_KEPT = f"""
WITH places AS (SELECT id AS main, {BODY_ID} AS body FROM organizations WHERE source = 'hsds')
SELECT coalesce(body, main, contacts.id), name, local, upper(city), state, zip, person, contacts.phone, email
FROM contacts JOIN organizations USING (id) LEFT JOIN duplicates USING (id)
    LEFT JOIN places USING (main)
ORDER BY contacts.id, person, email, contacts.phone
"""  # noqa: S608 - our own constant


def kept(database: Database) -> list[Kept]:
    """Return every contact of the tables of the library's own."""
    return [
        Kept(
            main,
            bare_name(full_name(name, local)),
            town or "",
            state or "",
            zip_ or "",
            *reached,
        )
        for main, name, local, town, state, zip_, *reached in database.rows(_KEPT)
    ]
