"""How a person begins, in one word of the client's menu."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer


def add_prompts(server: "MCPServer[object]") -> None:
    """Add them to *server*."""

    @server.prompt(name="begin-from-a-wish", title="Begin from a wish")
    def begin(wish: str) -> str:
        """From her words to a work, somebody to ask, and a first letter."""
        return (
            f"What I want, in my words (a wish, private): {wish}\n\n"
            "Call `works` with these words, and the menu if none fits. Offer me two or three works with one "
            "difference each. When I have chosen, call `find` for whom to ask, then `brief` and `draft`. "
            "Ask me at most two questions on the way."
        )

    @server.prompt(name="prepare-tomorrows-meeting", title="Prepare tomorrow's meeting")
    def prepare(partner: str) -> str:
        """What a meeting with a partner needs: what is open, what was said, an agenda."""
        return (
            f"I meet {partner} tomorrow. Read `log` and `due` for that partner, then `draft` the paper `agenda` of "
            "its case. Tell me on half a page: what each side promised and what is late, three questions to ask, and "
            "the agenda. Invent nothing; leave gaps in [brackets]."
        )

    @server.prompt(name="due-this-week", title="What is due this week")
    def week() -> str:
        """What was promised and what goes cold."""
        return (
            "Call `due` with within=7. List what is late first, then this week, each with the partner and what to do "
            "in one line. Offer to draft the one letter that helps most."
        )
