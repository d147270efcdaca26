"""How many examples a property is tried with, as a share of what the profile in use says."""

from hypothesis import settings


def examples(share: float) -> int:
    """Return *share* of the examples of the profile: more where an error is rare, fewer where one takes long."""
    return max(1, round(settings().max_examples * share))
