"""The yes of the person at the client, without which nothing is written."""

from mcp.server.elicitation import AcceptedElicitation, ElicitationResult
from mcp.server.mcpserver import Context, Elicit
from pydantic import BaseModel, Field

from collabkit.assistant.answers import Answer


class Consent(BaseModel):
    """What the person says."""

    yes: bool = Field(description="Write exactly this")


class Write(Answer):
    """What became of something that was to be written."""

    written: bool
    what: str
    """The exact words."""
    command: str = ""
    """What she can type to write it herself, where it was not written."""
    why: str = ""


def ask(context: Context, what: str) -> Elicit[Consent] | Consent:
    """Return the question that shows *what* would be written; a no where the client cannot ask its person."""
    able = context.client_capabilities
    if able is None or able.elicitation is None:
        return Consent(yes=False)
    return Elicit(f"Write this into the library's files?\n\n{what}", Consent)


def agreed(consent: ElicitationResult[Consent]) -> bool:
    """Return whether the person said yes."""
    return isinstance(consent, AcceptedElicitation) and consent.data.yes


def why_not(context: Context, *, write: bool) -> str:
    """Return why nothing was written."""
    if not write:
        return "this server only reads; `collab mcp --write` starts one that may write"
    able = context.client_capabilities
    if able is None or able.elicitation is None:
        return "this client cannot ask its person for a yes"
    return "the person did not say yes"
