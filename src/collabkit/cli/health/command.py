"""``collab health``: how well a partnership is, by what both sides say, and the questions to ask them."""

from datetime import date
from pathlib import Path
from shlex import quote

from collabkit import clock, output
from collabkit.cli import options
from collabkit.cli.health import columns, interview
from collabkit.cli.health import health_options as given
from collabkit.errors import DataError, UsageError
from collabkit.files import saving
from collabkit.output import Format
from collabkit.workspace import Workspace
from collabkit.workspace.names import Partnerships, RecordedSheets, Side


def command(
    name: given.NameArgument = None,
    fill: given.FillOption = False,
    answers: given.AnswersOption = None,
    from_: given.FromOption = None,
    side: given.SideOption = None,
    again: given.AgainOption = None,
    change: given.ChangeOption = "",
    page: given.PageOption = False,
    mail: given.MailOption = False,
    out: given.OutputOption = None,
    force: options.ForceOption = False,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
    catalog: options.CatalogOption = None,
) -> None:
    """Ask both sides how a partnership is, and show what they say.

    Twelve questions, 1 to 5. The questions are our own and unvalidated: they open a conversation. Without NAME, a row for each.

    Example: collab health prairie --page -o check.html
    """
    flags = {
        "--fill": fill,
        "--answers": answers is not None,
        "--from": from_ is not None,
        "--page": page,
        "--mail": mail,
    }
    doing = _one_of(flags, name)
    workspace = Workspace.open(catalog=catalog)
    partnerships = workspace.partnerships
    on = day.date() if day else clock.today()
    if name is None:
        _show_all(partnerships, on, format_)
    elif doing is None:
        _show(partnerships, name, on, format_)
    elif page or mail:
        ours = workspace.profile_alone.name or ""
        text = partnerships.questions_to(name, side or "they", page=page, library=ours)
        _write(text, out, force=force)
        output.note(_next(name, page=page))
    elif answers is not None:
        who = _sided(side, "--answers")
        _print(partnerships.answer(name, answers, side=who, again=again, change=change, on=on))
    elif from_ is not None:
        raw, called = options.content(from_)
        _print(partnerships.answer_csv(name, raw, file=called, side=side, on=on))
    else:
        one = partnerships.named(name)  # before twelve questions are asked for nothing
        sheet = interview.ask(partnerships.questions, _sided(side, "--fill"), on)
        _print(partnerships.record_sheets(one.id, [sheet]))


def _one_of(flags: dict[str, bool], name: str | None) -> str | None:
    """Return the one of *flags* that is up, if one is.

    Raises:
        UsageError: several are, or none says for whom.
    """
    up = [flag for flag, is_up in flags.items() if is_up]
    if len(up) > 1:
        raise UsageError(f"{up[0]} and {up[1]} are two things", "Do one after the other.")
    if up and name is None:
        raise UsageError(f"say which partner {up[0]} is for", f"`collab health NAME {up[0]}`")
    return up[0] if up else None


def _sided(side: Side | None, flag: str) -> Side:
    if side is None:
        raise UsageError(
            "say who answers", f"{flag} --side they for the partner, --side we for the library"
        )
    return side


def _show(partnerships: Partnerships, name: str, on: date, format_: Format | None) -> None:
    found = partnerships.health(name, on=on)
    form = format_ or output.default_format()
    if form in {Format.JSON, Format.NDJSON, Format.IDS}:
        output.write([found], (), form, id_=lambda each: each.partnership)
    else:
        output.write(found.factors, columns.FACTORS, form, id_=lambda each: each.factor)
    options.print_notes(found.notes)


def _show_all(partnerships: Partnerships, on: date, format_: Format | None) -> None:
    found = partnerships.healths(on=on)
    output.write(found, columns.PARTNERSHIPS, format_, id_=lambda each: each.partnership)
    broken = partnerships.problems()
    if broken:
        raise DataError(broken)


def _write(text: str, out: Path | None, *, force: bool) -> None:
    if out is None:
        output.say(text)
        output.flush()
        return
    saving.put(out, text.encode(), force=force)
    output.note(f"Wrote {out}")


def _next(name: str, *, page: bool) -> str:
    """Return what to do when the answers come back."""
    called = quote(name)
    if page:
        return f"When their file comes back: collab health {called} --from FILE"
    return f'When they answer: collab health {called} --answers "4 5 - …" --side they'


_WHO: dict[Side, str] = {"we": "the library", "they": "the other side"}


def _print(recorded: RecordedSheets) -> None:
    options.print_notes(recorded.notes)
    for sheet in recorded.sheets:
        output.note(f"Kept {len(sheet.answers)} answers of {_WHO[sheet.side]}, {sheet.day}.")
    if recorded.sheets:
        output.note(f"in {recorded.file}")
