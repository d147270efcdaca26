"""The papers of one partnership, as files to read and to change."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.files.text_files import TextFile
    from collabkit.partnerships.store import PartnershipStore


def paper_files(self: "PartnershipStore", name: str) -> list[str]:
    """Return the names of the papers in Markdown that lie in the folder of one.

    Args:
        name: any part of its name that is clear.
    """
    from collabkit.partnerships import paper_files as files  # noqa: PLC0415 - as below

    return files.paper_files(self.named(name).folder)


def paper_file(self: "PartnershipStore", name: str, file: str) -> "TextFile":
    """Return the paper called just *file* of one, with what tells whether it changed since.

    Args:
        name: any part of its name that is clear.
        file: as `paper_files` lists it.

    Raises:
        UnknownIdError: there is none.
    """
    from collabkit.partnerships import paper_files as files  # noqa: PLC0415

    return files.read_paper(self.named(name).folder, file)


def save_paper(
    self: "PartnershipStore", name: str, file: str, text: str, *, digest: str
) -> "TextFile":
    """Write *text* over a paper of one.

    Args:
        name: any part of its name that is clear.
        file: as `paper_files` lists it.
        text: all that it is to say.
        digest: of what was read before.

    Raises:
        UnknownIdError: there is none.
        StaleFileError: somebody changed it since it was read; it is as they left it.
    """
    from collabkit.partnerships import paper_files as files  # noqa: PLC0415

    return files.save_paper(self.named(name).folder, file, text, digest)
