"""The profile: ``library.yaml`` as it stands, with its notes, to read and to change."""

from starlette.responses import Response

from collabkit.errors import DataError, StaleFileError
from collabkit.web.pages import Asked, page, see


def text(asked: Asked) -> Response:
    """Show the file."""
    if asked.site.workspace.profile is None:
        return page("no-profile", asked, title="Your library")
    file = asked.site.workspace.profile_text()
    return page("profile", asked, title="Your library", file=file, text=file.text, wrong=())


def saved(asked: Asked) -> Response:
    """Save it, unless a library cannot be read out of it or somebody changed it since."""
    workspace = asked.site.workspace
    new = asked.form.get("text", "").replace("\r\n", "\n")
    wrong: tuple[str, ...] = ()
    try:
        workspace.save_profile(new, digest=asked.field("digest"))
    except DataError as error:
        status, wrong = 400, tuple(map(str, error.problems))
    except StaleFileError:
        status = 409
        wrong = (_CHANGED,)
    else:
        asked.site.say("Saved.")
        return see("profile")
    file = workspace.profile_text()
    return page(
        "profile", asked, status=status, title="Your library", file=file, text=new, wrong=wrong
    )


_CHANGED = (
    "Somebody changed the file since you read it. Yours is below and not saved; "
    "save again to write over theirs."
)
