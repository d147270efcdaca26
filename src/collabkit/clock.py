"""The day on the wall."""

from datetime import date


def today() -> date:
    """Return the day that everything bears unless told otherwise."""
    return date.today()  # noqa: DTZ011 - the day on the wall
