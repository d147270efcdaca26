"""A text held against the facts of its case."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.cases.case import Case
    from collabkit.proofs import Checked
    from collabkit.workspace.workspace import Workspace


def check_text(self: "Workspace", text: str, case: "Case", *, paper: str = "") -> "Checked":
    """Return what in *text* the facts of *case* do not have, and which private words stand in it.

    Args:
        text: what somebody wrote, plain or in Markdown.
        case: whose facts count.
        paper: what it is meant to be, such as ``agreement``, whose clauses it has to have.

    Raises:
        UsageError: too little is settled.
    """
    from collabkit.proofs import check  # noqa: PLC0415

    facts = self.cases.paper(case, paper).draft.facts
    private = (*case.words, *(f"{each.name} {each.why}" for each in case.passed_over))
    more = (*case.facts, *filter(None, (case.when, case.where, case.pays)))
    return check(text, facts, private=private, more=more)
