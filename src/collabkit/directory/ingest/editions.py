"""Which edition of a file a server gives, and which one half a file on the disk is of."""

import json
import re
from email.message import Message
from pathlib import Path
from typing import NamedTuple


class Edition(NamedTuple):
    """What tells one edition of a file from the next: half of each would be a file of neither."""

    validator: str
    """The strong ETag, or else the date it was last changed; empty if the server tells neither."""
    total: int
    """Bytes of the whole file; 0 if the server does not tell."""

    @property
    def is_known(self) -> bool:
        """Whether the server tells anything of it."""
        return bool(self.validator or self.total)


UNKNOWN = Edition("", 0)


def length(headers: Message) -> int:
    """Return how long a server says that its answer is, or 0 if it says nothing that makes sense."""
    said = (headers.get("Content-Length") or "").strip()
    return int(said) if re.fullmatch(r"[0-9]{1,15}", said) else 0


def continues(headers: Message, have: int, kept: Edition) -> bool:
    """Return whether an answer with *headers* is the rest of what is kept; servers may be wrong."""
    validator = validator_of(headers)
    return (
        (headers.get("Content-Range") or "").startswith(f"bytes {have}-")
        and (not kept.total or whole_of(headers) == kept.total)
        and (validator == kept.validator if validator else kept.total > 0)
    )


def validator_of(headers: Message) -> str:
    """Return what tells the edition of an answer with *headers*, or nothing."""
    tag = headers.get("ETag") or ""
    # A weak one stays the same when bytes change that mean nothing to a reader.
    return tag if tag and not tag.startswith("W/") else headers.get("Last-Modified") or ""


def whole_of(headers: Message) -> int:
    """Return how long the whole file is of which *headers* bring a part, or 0."""
    found = re.search(r"/([0-9]{1,15})\s*$", headers.get("Content-Range") or "")
    return int(found[1]) if found else 0


def note_of(part: Path) -> Path:
    """Return the file beside *part* that says which edition it is of."""
    return part.with_name(f"{part.name}.json")


def held(part: Path) -> tuple[int, Edition]:
    """Return how many bytes of which edition *part* holds; none if nobody knows of which."""
    try:
        validator, total = json.loads(note_of(part).read_text(encoding="utf-8"))
        kept = Edition(str(validator), int(total))
        return (part.stat().st_size if kept.is_known else 0), kept
    except (OSError, ValueError, TypeError):
        return 0, UNKNOWN


def begin(part: Path, edition: Edition) -> None:
    """Make *part* an empty file of *edition*."""
    discard(part)
    note_of(part).write_text(json.dumps(edition), encoding="utf-8")


def discard(part: Path) -> None:
    """Remove *part* and the note beside it."""
    # In this order, so that bytes of one edition never stand beside the note of another.
    part.unlink(missing_ok=True)
    note_of(part).unlink(missing_ok=True)


def keep_only_a_beginning(part: Path, total: int) -> None:
    """Throw *part* away if the server sent more than it had said: nobody knows what that is."""
    if part.stat().st_size > total:
        discard(part)
