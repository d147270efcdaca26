"""A list of partners written into partnerships, each whole before the next one."""

from datetime import date

from collabkit.partnerships.lists.partner_list import PartnerList
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.store import PartnershipStore


def take_over(store: PartnershipStore, found: PartnerList, today: date) -> list[Partnership]:
    """Begin what is new in the list *found*; return it.

    Raises:
        KeptAlreadyError: somebody began one of them since the list was read.
        CollabkitError: one cannot be written; those before it are whole.
    """
    return [
        store.start(
            each.draft.facts,
            today,
            folder=each.folder,
            entries=sorted(each.draft.entries, key=lambda entry: entry.day),
            contacts=each.draft.persons,
        )
        for each in found.new
    ]
