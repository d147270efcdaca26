"""``collab directory``: the real organizations, from public registers."""

from collabkit import output
from collabkit.cli import options
from collabkit.cli.cards import wrapped
from collabkit.cli.directory.build import build_command
from collabkit.cli.directory.compare import compare_command
from collabkit.cli.directory.load import fetch_command, load_command
from collabkit.cli.settings import Commands
from collabkit.cli.summaries import summary
from collabkit.output import Column, Format
from collabkit.workspace import Workspace
from collabkit.workspace.names import Listed, Status, listed

SUMMARY = "Load public registers of real organizations."
group = Commands(
    rich_markup_mode=None,
    no_args_is_help=True,
    help=f"""{SUMMARY}

    Example: collab directory load eo_mt.csv eo_wy.csv
    """,
)
"""The commands under ``collab directory``."""
group.command("load", short_help=summary(load_command))(load_command)
group.command("compare", short_help=summary(compare_command))(compare_command)
group.command("build", short_help=summary(build_command))(build_command)
group.command("fetch", short_help=summary(fetch_command))(fetch_command)

SOURCES = (
    Column[Listed]("source", lambda source: source.id),
    Column[Listed]("publisher", lambda source: source.publisher),
    Column[Listed]("license", lambda source: source.license),
    Column[Listed]("covers", lambda source: source.covers),
    Column[Listed]("download", lambda source: source.download),
)
STATUS = (
    Column[Status]("source", lambda each: each.source),
    Column[Status]("files", lambda each: each.files, ratio=3),
    Column[Status]("rows", lambda each: each.rows, justify="right"),
    Column[Status]("kept", lambda each: each.organizations, justify="right"),
    Column[Status]("as of", lambda each: each.as_of),
    Column[Status]("loaded", lambda each: each.loaded_at[:10]),
)


@group.command("sources", short_help="List the registers that `load` knows, and where to get them.")
def sources_command(
    format_: options.FormatOption = None,
) -> None:
    """List the registers that `load` knows: publisher, license, what they cover, where to get them.

    Example: collab directory sources
    """
    if (format_ or output.default_format()) is Format.TABLE:
        output.say("\n".join(map(_card, listed())))
        output.flush()
        return
    output.write(listed(), SOURCES, format_, id_=lambda source: source.id)


def _card(source: Listed) -> str:
    """Return *source* to be read: an address of a hundred letters has no room in a table."""
    lines = [
        f"{source.id}: {source.label}",
        *wrapped(f"{source.covers}."),
        *wrapped(f"{source.publisher}; {source.license}."),
        *wrapped(source.download),
    ]
    return "\n".join(lines) + "\n"


@group.command("status", short_help="Show what is loaded, with its age and size.")
def status_command(
    directory: options.DirectoryOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Show what is loaded, one record a source, with its age and size.

    Example: collab directory status
    """
    workspace = Workspace.open(directory=directory)
    loaded = workspace.directory
    found, size, folder = loaded.status(), loaded.size, workspace.folder
    output.write(found, STATUS, format_, id_=lambda each: each.source)
    total = sum(each.organizations for each in found)
    output.note(f"{total:,} organizations, {size / 1e6:.1f} MB in {folder}")
    for each in found:
        if each.age_days is not None and each.age_days > _OLD:
            output.note(f"{each.source} is {each.age_days // 365} years old.")


_OLD = 730
"""Days from which a register deserves a word about its age."""
