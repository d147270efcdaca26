"""What a table of health shows: a row for each factor of one partnership, or a row for each partnership."""

from collabkit.output import Column
from collabkit.workspace.names import ALL_FACTORS, FactorHealth, HealthSummary, Side


def _mean(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _moved(now: float | None, before: float | None) -> str:
    """Return a mean, with how far it has moved since the round before."""
    if now is None or before is None:
        return _mean(now)
    step = round(now - before, 1)
    return f"{now:.1f} ({step:+.1f})" if step else f"{now:.1f} (same)"


def _difference(value: float | None) -> str:
    return "" if value is None else f"{value:+.1f}" if round(value, 1) else "none"


FACTORS = (
    Column[FactorHealth]("factor", lambda each: each.factor.replace("-", " "), ratio=2),
    Column[FactorHealth]("we", lambda each: _moved(each.we, each.we_before), only="table"),
    Column[FactorHealth]("they", lambda each: _moved(each.they, each.they_before), only="table"),
    Column[FactorHealth]("we", lambda each: each.we, only="file"),
    Column[FactorHealth]("they", lambda each: each.they, only="file"),
    Column[FactorHealth]("band", lambda each: each.band or "nobody answered"),
    Column[FactorHealth]("difference", lambda each: _difference(each.difference), only="table"),
    Column[FactorHealth]("difference", lambda each: each.difference, only="file"),
    Column[FactorHealth]("we before", lambda each: each.we_before, only="file"),
    Column[FactorHealth]("they before", lambda each: each.they_before, only="file"),
)


def _all(each: HealthSummary) -> FactorHealth:
    return next(factor for factor in each.factors if factor.factor == ALL_FACTORS)


def _last(each: HealthSummary, side: Side) -> str:
    rounds = each.rounds(side)
    return rounds[-1].on if rounds else ""


PARTNERSHIPS = (
    Column[HealthSummary]("partner", lambda each: each.name, ratio=3),
    Column[HealthSummary](
        "we", lambda each: _moved(_all(each).we, _all(each).we_before), only="table"
    ),
    Column[HealthSummary](
        "they", lambda each: _moved(_all(each).they, _all(each).they_before), only="table"
    ),
    Column[HealthSummary]("we", lambda each: _all(each).we, only="file"),
    Column[HealthSummary]("they", lambda each: _all(each).they, only="file"),
    Column[HealthSummary]("band", lambda each: each.band or "nobody answered"),
    Column[HealthSummary]("talk about", lambda each: (each.talk or "").replace("-", " ")),
    Column[HealthSummary]("we on", lambda each: _last(each, "we"), only="file"),
    Column[HealthSummary]("they on", lambda each: _last(each, "they"), only="file"),
    Column[HealthSummary]("id", lambda each: each.partnership, only="file"),
)
