"""Which case a tool is about: kept under a name, or begun with words and answered in the same call."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from collabkit.errors import UsageError, cut

if TYPE_CHECKING:
    from collabkit.workspace import Workspace
    from collabkit.workspace.case_names import Case

Words = Annotated[str, Field(max_length=500, description="Her wish, in her own words")]
Name = Annotated[
    str, Field(max_length=200, description="Name of a case that is kept, instead of words")
]
Answers = Annotated[
    list[Annotated[str, Field(max_length=500)]],
    Field(
        max_length=12,
        description="QUESTION=CHOICE, such as work=reading-buddies, body=k12-school; blank passes it over",
    ),
]


def case_of(workspace: "Workspace", words: str, name: str, answers: list[str]) -> "Case":
    """Return the case that *name* keeps or *words* begin, with *answers* in it. Nothing is written.

    Raises:
        UsageError: neither or both are given, or an answer cannot be taken.
    """
    if bool(words.strip()) == bool(name.strip()):
        raise UsageError("say which case is meant", "Give `words` or `name`, one of them.")
    cases = workspace.cases
    case = cases.named(name) if name.strip() else cases.begin(words)
    for each in answers:
        question, sign, answer = each.partition("=")
        if not sign or not question.strip():
            raise UsageError(f"{cut(each)!r} is no QUESTION=CHOICE", "Such as work=reading-buddies")
        case = cases.answer(case, question.strip(), answer.strip())
    return case
