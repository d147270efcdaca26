"""Dollars in what a partner gives: a sum that it is asked for, a thing that costs it one, or what it is paid."""

import re
from collections.abc import Iterable
from typing import NamedTuple, Self

from collabkit.catalog.work import Given

_MONEY = "funding"
"""The resource that is money, or stands for it: wages, a fare, a discount."""


class Asked(NamedTuple):
    """What a partner's gifts cost it, beyond its people's time."""

    money: tuple[str, ...] = ()
    """Sums, such as "at most $250, once, for the frames"."""
    things: tuple[str, ...] = ()
    """Things of which the price is said, such as "twenty drums, at most $1,800"."""
    more: bool = False
    """Whether it gives what is worth money besides, without a sum, such as wages."""

    @classmethod
    def of(cls, gifts: Iterable[Given]) -> Self:
        """Return what *gifts* cost their giver."""
        money, things, more = [], [], False
        for gift in gifts:
            if not names_dollars(gift.text):
                more = more or gift.resource == _MONEY
            elif gift.resource == _MONEY or re.match(_BEGINS_WITH_A_SUM, gift.text):
                money.append(gift.text)
            elif not re.search(_IS_PAID, gift.text):
                things.append(gift.text)
        return cls(tuple(money), tuple(things), more)


def names_dollars(text: str) -> bool:
    """Return whether *text* says a sum, whoever pays it."""
    return "$" in text


_BEGINS_WITH_A_SUM = r"(?:at most |up to |about |once )?\$"
_IS_PAID = (
    r"\bwe pay\b|\bthe library pays\b|\bfee of (?:at most )?\$|"
    r"\bpaid\b[^,]*\b(?:by us|by the library|from the grant)\b"
)
"""What shows that the sum is one that the giver gets."""
