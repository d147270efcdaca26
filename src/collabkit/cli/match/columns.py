"""What a table and a spreadsheet show of a match."""

from collabkit.output import Column
from collabkit.text.phrases import listed
from collabkit.workspace.names import Match


def _brings(match: Match) -> str:
    needed = [one.label for one in match.they_bring if one.needed]
    return listed((needed or [one.label for one in match.they_bring])[:2])


def _start(match: Match) -> str:
    return match.activity.label if match.activity else ""


def _why(match: Match) -> str:
    ours = list(dict.fromkeys(one.label for one in match.we_bring))
    said = f"They bring {_brings(match)}. We bring {listed(ours[:1]) or 'nothing known yet'}."
    return f"{said} Mind {match.cautions[0].label}." if match.cautions else said


BRIEF = (
    Column[Match]("#", lambda match: match.rank, justify="right"),
    Column[Match]("partner", lambda match: match.partner),
    Column[Match]("score", lambda match: f"{match.score:.1f}", justify="right"),
    Column[Match]("they bring", _brings, ratio=1),
    Column[Match]("start with", _start, ratio=1),
)
"""Five of them fit a screen of 24 lines."""
COLUMNS = (
    Column[Match]("#", lambda match: match.rank, justify="right"),
    Column[Match]("partner", lambda match: match.partner),
    Column[Match]("score", lambda match: f"{match.score:.1f}", justify="right"),
    Column[Match]("why", _why, ratio=4),
    Column[Match]("start with", _start, ratio=3),
    Column[Match]("aim", lambda match: match.aim, only="file"),
    Column[Match]("goals", lambda match: match.goals, only="file"),
    Column[Match](
        "activity", lambda match: match.activity.id if match.activity else "", only="file"
    ),
    Column[Match]("confidence", lambda match: match.confidence, only="file"),
)
