"""What a roll-up shows: a library a row, and what differs from an earlier one."""

from collabkit.output import Column
from collabkit.text.cells import cell_text
from collabkit.workspace.names import Difference, LibraryRow, Total


def _served(row: LibraryRow) -> str:
    known = len(row.goals) + len(row.goals_open)
    return f"{len(row.goals)} of {known}" if row.scope == "library" else str(len(row.goals))


def _counted(row: LibraryRow) -> str:
    return "; ".join(f"{_figure(each)} {each.measure}" for each in row.counts)


def _figure(total: Total) -> str:
    """Return the sum, or from where to where shares go, which have none."""
    if total.value is not None:
        return cell_text(total.value)
    least, most = cell_text(total.least), cell_text(total.most)
    return least if least == most else f"{least} to {most}"


def _hours(row: LibraryRow) -> str:
    return "" if row.our_hours is None else cell_text(row.our_hours)


def _signed(change: float | None) -> str:
    return "" if change is None else f"{change:+.15g}"


COLUMNS = (
    Column[LibraryRow]("library", lambda row: row.library, ratio=1, only="table"),
    Column[LibraryRow]("kept", lambda row: row.partnerships, "right", only="table"),
    Column[LibraryRow](
        "run", lambda row: row.pilot + row.active + row.renew, "right", only="table"
    ),
    Column[LibraryRow]("cold", lambda row: row.cold, "right", only="table"),
    Column[LibraryRow]("goals", _served, "right", only="table"),
    # What is promised and not late yet stands in a file: at 80 columns the names need the room.
    Column[LibraryRow]("we late", lambda row: row.we_late, "right", only="table"),
    Column[LibraryRow]("they late", lambda row: row.they_late, "right", only="table"),
    Column[LibraryRow]("hours", _hours, "right", only="table"),
    *(
        Column[LibraryRow](
            name.replace("_", " "),
            _counted if name == "counts" else lambda row, name=name: getattr(row, name),  # type: ignore[misc]
            only="file",
        )
        for name in LibraryRow._fields
    ),
)
DIFFERENCES = (
    Column[Difference]("library", lambda each: each.library, ratio=2),
    Column[Difference]("id", lambda each: each.id, only="file"),
    Column[Difference]("what", lambda each: each.what, ratio=2),
    Column[Difference]("before", lambda each: each.before, "right", ratio=1),
    Column[Difference]("now", lambda each: each.now, "right", ratio=1),
    Column[Difference]("change", lambda each: _signed(each.change), "right", only="table"),
    Column[Difference]("change", lambda each: each.change, only="file"),
)
