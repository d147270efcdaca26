"""One match as a card to be read: the reasons and the arithmetic."""

from collabkit.cli.cards import INDENT, wrapped
from collabkit.text.phrases import listed, quoted
from collabkit.workspace.names import FIT_POWER, MUTUAL_POWER, Match, Reading

_NAMES = {
    "fit": "fit",
    "they_bring": "they bring",
    "we_bring": "we bring",
    "mutual": "mutual",
    "history": "history",
}


def card(match: Match) -> str:
    """Return *match* as text of the width of the terminal, ending in a blank line."""
    lines = [f"{match.rank}. {match.label} ({match.partner}), {match.score:.1f} of 100"]
    if match.because:
        lines += wrapped(f"Because you wrote {listed([quoted(each) for each in match.because])}.")
    if match.reading:
        lines += _read(match.reading)
    lines += [INDENT + arithmetic(match)]
    for factor in match.factors:
        lines += wrapped(f"{_NAMES[factor.name]:<10}  {factor.value:.2f}  {factor.why}", hang=18)
    if match.activity:
        lines += wrapped(f"Start with: {match.activity.label}. {match.activity.pilot}")
    for want in dict.fromkeys(one.text for one in match.we_bring):
        lines += wrapped(f"They want: {want}")
    for gap in match.unknown:
        lines += wrapped(f"Unknown: {gap.text} ({listed(gap.assets[:3])} would meet it.)")
    for caution in match.cautions[:3]:
        lines += wrapped(f"Mind {caution.label}: {caution.do}")
    for seen in match.precedents:
        year = f", {seen.year}" if seen.year else ""
        lines += wrapped(
            f"Done before: {seen.library}{year}, with {listed(seen.with_)}. {seen.source}"
        )
    return "\n".join(lines) + "\n\n"


def _read(reading: Reading) -> list[str]:
    """Return how the aim was read, where more than its plain words counted."""
    said = [f"{quoted(name.words)} as {name.means}" for name in reading.names]
    said += [f"{quoted(each.typed)} as {each.taken_for}" for each in reading.spellings]
    lines = wrapped(f"Read {listed(said)}.") if said else []
    if reading.left_out:
        lines += wrapped(f"Left out, as not wanted: {listed(reading.left_out)}.")
    if reading.unknown:
        lines += wrapped(f"Not understood: {listed([quoted(each) for each in reading.unknown])}.")
    return lines


def arithmetic(match: Match) -> str:
    """Return how the score comes about, such as ``72.3 = 100 x 0.81^0.88 x 0.59^0.12``."""
    value = {factor.name: factor.value for factor in match.factors}
    said = f"100 x {value['fit']:.3f}^{FIT_POWER} x {value['mutual']:.3f}^{MUTUAL_POWER}"
    history = 2 * value["history"] - 1
    if history > 0 and match.score:
        said += f", then {history:.0%} of the way to 100 for history"
    elif history < 0:
        said += f", less {-history:.0%} for history"
    return f"{match.score:.1f} = {said}"
