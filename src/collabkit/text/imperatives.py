"""A plan that is kept as what is to be done, told as what we do: "In May, hang ..." is "In May, we hang ..."."""

import re

_VERBS = """
accept add agree apply arrange ask begin book borrow bring build buy catalog change check choose clean clear collect
count decide describe enroll explain fill furnish give hand hang have hire hold host invite join keep lead lend let list log make mark
meet offer open pack pair pay pitch place prepare present print put read record recruit run scan send serve set share
show stand start stock switch take tape teach test train trade visit walk write
"""
_ANY = rf"(?:{'|'.join(_VERBS.split())})\b"
_FIRST = re.compile(rf"(?<!\bto )(?<!\band )\b{_ANY}", re.IGNORECASE)
_LATER = re.compile(rf"(?<=[.;] )((?:Then|(?:For|If) [^,.]*,) )?({_ANY})", re.IGNORECASE)
"""What a later sentence says to do, after "then", a time or a condition."""


def as_ours(plan: str) -> str:
    """Return *plan* with "we" before what is said to be done in it.

    Args:
        plan: one or more sentences, of which the first says what to do, after a time or a condition at most.
    """
    found = _FIRST.search(plan)
    if not found:
        return plan
    rest = _LATER.sub(lambda later: (later[1] or "") + _ours(later[2]), plan[found.end() :])
    return f"{plan[: found.start()]}{_ours(found[0])}{rest}"


def _ours(verb: str) -> str:
    """Return *verb* with "we", which begins a sentence where the verb did."""
    return f"{'We' if verb[0].isupper() else 'we'} {verb.lower()}"
