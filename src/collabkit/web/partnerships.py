"""What is kept: what is due today, each partnership whole, its log and its papers."""

from starlette.responses import Response

from collabkit import clock
from collabkit.errors import StaleFileError
from collabkit.web.pages import Asked, page, see
from collabkit.workspace.names import NOBODY


def today(asked: Asked) -> Response:
    """Show what is due and who waits."""
    workspace = asked.site.workspace
    due = workspace.partnerships.due().soon() if workspace.home else None
    return page("today", asked, title="Today", due=due, day=clock.today())


def every(asked: Asked) -> Response:
    """List the partnerships."""
    kept = asked.site.workspace.partnerships
    rows = [(one, one.state(clock.today())) for one in kept.valid()] if kept.exists else []
    problems = kept.problems() if kept.exists else []
    return page("partnerships", asked, title="Partnerships", rows=rows, problems=problems)


def one(asked: Asked) -> Response:
    """Show one partnership whole."""
    workspace = asked.site.workspace
    kept, catalog = workspace.partnerships, workspace.catalog
    found = kept.named(asked.at["name"])
    partner = catalog.partners.get(found.facts.partner or "")
    work = catalog.activities.get(found.facts.work or "")
    return page(
        "partnership",
        asked,
        title=_called(found.name, work.label if work else None),
        partner=partner.label if partner else None,
        work=work.label if work else found.facts.work_name,
        one=found,
        state=found.state(clock.today()),
        lines=kept.log_lines(found.id)[::-1],
        papers=kept.paper_files(found.id),
        day=clock.today(),
    )


def _called(name: str, work: str | None) -> str:
    """Return the heading of a partnership: its work, as long as nobody is named."""
    return work if work and name == NOBODY else name


def logged(asked: Asked) -> Response:
    """Write what happened into the log, and say back what was understood."""
    kept = asked.site.workspace.partnerships
    done = kept.log(asked.at["name"], asked.field("text"))
    numbers = {each.what: each.line for each in kept.log_lines(done.partnership)}
    meant = tuple(
        (number, tuple(each.readings))
        for each in done.records()
        if each.readings and (number := numbers.get(each.what))
    )
    asked.site.say(*done.lines, *(note.text for note in done.notes), meant=meant)
    return see("partnerships", done.partnership)


def righted(asked: Asked) -> Response:
    """Strike a line of the log, or put another in its stead."""
    kept, name = asked.site.workspace.partnerships, asked.at["name"]
    text, number = asked.field("text"), asked.field("line")
    at = int(number) if number.isascii() and number.isdecimal() and len(number) < 9 else 0  # noqa: PLR2004 - no log is longer
    done = kept.replace_line(name, at, text) if text else kept.strike_line(name, at)
    asked.site.say(*done.lines, *(note.text for note in done.notes))
    return see("partnerships", done.partnership)


def paper(asked: Asked) -> Response:
    """Show a paper that was saved, as it reads and as its text, which can be changed."""
    file = asked.site.workspace.partnerships.paper_file(asked.at["name"], asked.at["file"])
    return page(
        "file",
        asked,
        title=asked.at["file"],
        file=file,
        name=asked.at["name"],
        theirs=None,
        text=file.text,
    )


def paper_saved(asked: Asked) -> Response:
    """Save a paper, unless somebody changed it since it was read: then both texts are shown."""
    kept, name, file = asked.site.workspace.partnerships, asked.at["name"], asked.at["file"]
    text = asked.form.get("text", "").replace("\r\n", "\n")
    try:
        kept.save_paper(name, file, text, digest=asked.field("digest"))
    except StaleFileError:
        there = kept.paper_file(name, file)
        return page(
            "file",
            asked,
            status=409,
            title=file,
            file=there,
            name=name,
            theirs=there.text,
            text=text,
        )
    asked.site.say("Saved.")
    return see("partnerships", name, "papers", file)
