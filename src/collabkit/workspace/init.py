"""A new ``library.yaml``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit import paths

if TYPE_CHECKING:
    from collabkit.workspace.workspace import Workspace


def init(
    cls: "type[Workspace]",
    /,
    folder: str | Path = ".",
    *,
    force: bool = False,
    **stated: Any,  # noqa: ANN401 - any field
) -> "Workspace":
    """Write a commented ``library.yaml`` into *folder*, as ``collab init`` does; return its workspace.

    Args:
        folder: where; it must exist.
        force: write over a file that exists.
        stated: what the profile states, by its fields: ``name="Our Library"``, ``zip="59801"``,
            ``assets=["study-rooms"]``, ``contact={"role": "librarian"}``.

    Raises:
        UsageError: a value cannot stand in a profile.
        CollabkitError: there is a ``library.yaml`` already.
    """
    from collabkit.api.profiles import profile_of_fields, write_profile  # noqa: PLC0415

    opened = cls.open(folder)
    write_profile(
        opened.catalog,
        profile_of_fields(stated),
        Path(folder) / paths.PROFILE,
        force=force,
    )
    return cls.open(folder)
