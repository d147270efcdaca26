"""Office documents are zip files: unpack, change a part, pack again, the same bytes every time."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def unpack(document: bytes) -> dict[str, bytes]:
    """Return the parts of *document*, in order."""
    with ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return *parts* as a document. Their times are fixed: only what they hold counts."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, part in parts.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.external_attr = 0o644 << 16
            # OpenDocument wants its first part bare, so that its kind can be read off the file.
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(info, part)
    return made.getvalue()
