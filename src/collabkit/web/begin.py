"""From her words to a paper: one question a page, and an address for each."""

from starlette.responses import Response

from collabkit.errors import CollabkitError
from collabkit.web.pages import Asked, page, see
from collabkit.workspace.case_names import Case


def words(asked: Asked) -> Response:
    """Show the box for her words."""
    return page("begin", asked, title="Begin with what you want", error=None, words="")


def begun(asked: Asked) -> Response:
    """Begin a case with her words, which stand in no address."""
    return see("begin", asked.site.hold(asked.site.workspace.cases.begin(asked.field("words"))))


def question(asked: Asked) -> Response:
    """Show the one question that is open, with what is known, or the papers if nothing is."""
    return _question(asked, _case(asked), None, 200)


def answered(asked: Asked) -> Response:
    """Take an answer, and go on to what follows from it."""
    case = _case(asked)
    given = asked.field("answer") or asked.field("free")
    try:
        case = asked.site.workspace.cases.answer(case, asked.field("question"), given)
    except CollabkitError as error:
        return _question(asked, case, error, 400)
    return see("begin", asked.site.put(case))


def back(asked: Asked) -> Response:
    """Take the last answer back."""
    return see("begin", asked.site.put(asked.site.workspace.cases.back(_case(asked))))


def passed_over(asked: Asked) -> Response:
    """Never offer a body again, for her reason."""
    cases = asked.site.workspace.cases
    case = cases.pass_over(_case(asked), asked.field("body"), asked.field("why"))
    return see("begin", asked.site.put(case))


def keep(asked: Asked) -> Response:
    """Write the case into a folder of its own."""
    kept = asked.site.workspace.cases.keep(_case(asked))
    asked.site.say("Kept. It stands under Partnerships as an idea, and goes on here.")
    return see("begin", str(kept.folder))


def paper(asked: Asked) -> Response:
    """Show a paper as it would be written now, and beside it what it lacks."""
    case, wanted = _case(asked), asked.at["paper"]
    document = asked.site.workspace.cases.paper(case, wanted)
    turn = asked.site.workspace.cases.turn(case)
    return page(
        "paper",
        asked,
        title=wanted.replace("-", " ").capitalize(),
        name=asked.at["case"],
        case=case,
        paper=wanted,
        document=document,
        record=document.record(),
        words=len(document.markdown.split()),
        ready=turn.ready,
    )


def worded(asked: Asked) -> Response:
    """Take what she says of the claims that the papers make in her library's name."""
    struck = [value for field, value in asked.form.items() if field.startswith("strike-")]
    case = asked.site.workspace.cases.word(
        _case(asked), need=asked.field("need"), strike=struck, sure=bool(asked.field("sure"))
    )
    return see("begin", asked.site.put(case), "papers", asked.at["paper"])


def written(asked: Asked) -> Response:
    """Write the paper into the folder of the case, which is kept with it."""
    done = asked.site.workspace.cases.write(_case(asked), asked.at["paper"])
    asked.site.say(f"Saved as {done.file.name} in {done.file.parent}. You can change it here.")
    return see("partnerships", str(done.case.folder), "papers", done.file.name)


def download(asked: Asked) -> Response:
    """Return the paper as a file for a program that writes letters."""
    wanted, form = asked.at["paper"], asked.query.get("as", "docx")
    content = asked.site.workspace.cases.paper(_case(asked), wanted).content(form)
    called = f'attachment; filename="{wanted}.{form}"'  # both are known by now, or it was refused
    return Response(
        content, media_type="application/octet-stream", headers={"Content-Disposition": called}
    )


def _case(asked: Asked) -> Case:
    return asked.site.case(asked.at["case"])


def _question(asked: Asked, case: Case, error: CollabkitError | None, status: int) -> Response:
    turn = asked.site.workspace.cases.turn(case)
    return page(
        "question",
        asked,
        status=status,
        title=turn.question.text if turn.question else "The papers are ready",
        name=asked.at["case"],
        turn=turn,
        error=error,
        begun=not case.is_wish_alone,
    )
