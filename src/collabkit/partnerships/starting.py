"""A new partnership: its folder, its facts as a file that explains itself, and the first line of its log."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from collabkit.datafiles.scalars import quote, write_scalar
from collabkit.errors import CollabkitError, cut
from collabkit.files.writing import make_folder, write_whole
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.facts import Avoided, Facts
from collabkit.partnerships.folders import FACTS, folders, new_folder, same_name
from collabkit.partnerships.logs import append
from collabkit.partnerships.people import Contact, write_contacts


class KeptAlreadyError(CollabkitError):
    """There is a partnership of that name, or with that organization."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(
            f"{folder} is kept already; nothing was written",
            f"Log what happened there; or give another partner of that name a folder of its own: "
            f'folder="{folder.name}-2".',
            command=f"`collab log {folder.name} TEXT` writes into it; another partner called "
            f"{cut(name)!r} takes a folder of its own: --folder {folder.name}-2",
        )
        self.folder = folder
        """Of the one that is kept."""


def start(
    home: Path,
    facts: Facts,
    today: date,
    *,
    folder: str = "",
    entries: Sequence[LogEntry] = (),
    contacts: Sequence[Contact] = (),
) -> Path:
    """Begin the partnership that *facts* state; return its folder.

    Args:
        home: the folder of all partnerships; it is made.
        facts: what is known.
        today: the day of the first line of its log.
        folder: the name of its folder; made of the organization's name unless given.
        entries: what its log begins with; that it is an idea unless given.
        contacts: its people.

    Raises:
        KeptAlreadyError: there is one of that name.
        UsageError: there is no letter in the name.
        CollabkitError: it cannot be written.
    """
    place = new_folder(home, folder or facts.name)
    taken = next((each for each in folders(home) if same_name(each.name, place.name)), None)
    if taken is not None:
        raise KeptAlreadyError(taken, facts.name)
    try:
        make_folder(place)
        if contacts:  # before what makes it a partnership: one that is kept is whole
            write_contacts(place, contacts)
        write_whole(place / FACTS, facts_text(facts).encode(), replace=False)
    except FileExistsError as error:  # somebody else began it a moment ago
        raise KeptAlreadyError(place, facts.name) from error
    except OSError as error:
        raise CollabkitError(f"cannot write {place / FACTS}: {error.strerror}") from error
    append(place, entries or [LogEntry(today, "stage", "idea")])
    return place


def facts_text(facts: Facts) -> str:
    """Return a commented ``partnership.yaml`` that says what *facts* do and shows the rest."""
    ends = facts.agreement
    return f"""\
# The facts of one partnership, for collab. What happens goes into log.txt, a line an event; the
# stage, promises and what is due are worked out from there. People stand in contacts.yaml.

name: {quote(facts.name)}
organization:{_value(facts.organization)}  # its id in the directory, from `collab find`
partner:{_value(facts.partner)}  # what kind it is: `collab list partners`
address:{_value(facts.address)}  # as it stands on a letter
phone:{_value(facts.phone)}
email:{_value(facts.email)}
site:{_value(facts.site)}

why:{_value(facts.why)}  # what you want with each other, in a sentence
goals:{_list(facts.goals)}  # `collab list goals`
work:{_value(facts.work)}  # the joint work: `collab list activities`
when:{_value(facts.when)}  # days and hours: Mondays, 9 to noon
where:{_value(facts.where)}  # the training room of the library
facts:{_list(facts.facts)}  # sentences that papers say, a list: ["Postage cost us $5,100 last year."]
level:{_value(facts.level)}  # now: networking, coordinating, cooperating or collaborating
aimed_at:{_value(facts.aimed_at)}  # where it is to lead

agreement:
  file:{_value(ends.file)}  # such as agreement-2026.docx, in this folder
  start:{_value(_iso(ends.start))}  # days in quotes: "2026-09-01"
  end:{_value(_iso(ends.end))}
since:{_value(facts.since)}  # the year it began, if that was before the log
hours:{_value(facts.hours)}  # yours a month, once you know; `collab plan` takes them
{_talked_through(facts)}"""


def _talked_through(facts: Facts) -> str:
    """Return the lines of a wish that was talked through; none where it began otherwise."""
    if not facts.words:
        return ""
    return f"""
# How it was talked through: `collab start NAME` goes on from here.
words:{_list(facts.words)}
own_work:{" true" if facts.own_work else ""}  # true where no work of the catalog is meant
work_name:{_value(facts.work_name)}  # what such a work is called, in words that its partner may read
body:{_value(facts.body)}  # what it is where its kind holds several
others:{_list(facts.others)}  # who else takes part: ["service-club=Rotary Club, agreed"]
pays:{_value(facts.pays)}  # a sentence that an agreement says
next_paper:{_value(facts.next_paper)}  # the paper that is wanted next
passed:{_list(facts.passed)}  # questions that were passed over
avoided:{"".join(map(_avoided, facts.avoided))}
"""


def _avoided(each: Avoided) -> str:
    """Return the lines of somebody who was passed over, as an item of a list."""
    stated = {"name": each.name, "why": each.why, "organization": each.organization}
    lines = [f"{field}: {quote(value)}" for field, value in stated.items() if value] + (
        [f"partner: {each.partner}"] if each.partner else []
    )
    return "\n  - " + "\n    ".join(lines)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _value(value: str | float | None) -> str:
    return "" if value is None else f" {write_scalar(value)}"


def _list(values: Sequence[str]) -> str:
    return f" [{', '.join(map(write_scalar, values))}]" if values else ""
