"""Past work with a partner, as a share of the way that it moves a score, and in words."""

from collabkit.library import Known, Recorded
from collabkit.matching import weights as w


def moved_by(known: Known | None) -> float:
    """Return how far *known* moves a score: 0 for nothing known, up to 1, below 0 if it went badly."""
    if known is None:
        return 0.0
    went = {
        "well": w.HISTORY_WELL,
        "mixed": w.HISTORY_MIXED,
        "badly": -w.HISTORY_BADLY,
        None: w.HISTORY_KNOWN,
    }[known.went]
    if not isinstance(known, Recorded) or known.went == "badly":
        return went
    # As if one promise more had been kept and one more broken: two of two are no proof.
    share = (known.kept + 1) / (known.promised + 2)
    promises = w.HISTORY_PROMISES * (2 * share - 1)
    return max(0.0, went + promises + w.HISTORY_YEAR * min(known.years, w.HISTORY_YEARS))


def history_sentence(known: Known | None) -> str:
    """Return *known* in a sentence."""
    if known is None:
        return "Unknown: no history in the profile."
    if isinstance(known, Recorded) and known.summary:
        return f"{known.name}: {known.summary}."
    since = f" since {known.since}" if known.since else ""
    went = {
        "well": "it went well",
        "mixed": "it went partly well",
        "badly": "it went badly",
        None: "nothing is said of how it went",
    }[known.went]
    return f"Known{since}, and {went}."


def moved(score: float, history: float) -> float:
    """Return *score*, 0 to 100, as *history* moves it."""
    return score + history * (100 - score) if history >= 0 else score * (1 + history)
