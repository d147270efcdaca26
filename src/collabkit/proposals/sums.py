"""Dollars in what a partner gives: a sum that it is asked for, a thing that costs it one, or what it is paid."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

from collabkit.catalog.work import Given

_MONEY = "funding"
"""The resource that is money, or stands for it: wages, a fare, a discount."""
_COSTS_MONEY = {
    _MONEY,
    *("collections", "connectivity", "devices", "equipment", "food"),
    *("materials-and-prizes", "purchasing-power", "transport"),
}
"""Resources that are more than people's time, a room, knowledge, a list, news or an introduction."""


class Asked(NamedTuple):
    """What a partner's gifts cost it, beyond its people's time."""

    money: tuple[str, ...] = ()
    """Sums, such as "at most $250, once, for the frames"."""
    things: tuple[str, ...] = ()
    """Things of which the price is said, such as "twenty drums, at most $1,800"."""
    more: tuple[str, ...] = ()
    """What costs it money besides, without a sum, such as wages, a supper or a van."""

    paid: bool = False
    """Whether the library pays it for anything, so that nothing is said of asking."""
    hired: bool = False
    """Whether the library pays it for what it gives, so that it gives nothing and provides it."""

    @classmethod
    def of(cls, gifts: Sequence[Given], told: Iterable[str] = ()) -> Self:
        """Return what *gifts* cost their giver; what its letter says of pay may be *told* besides."""
        money, things, more = [], [], []
        for gift in gifts:
            if not names_dollars(gift.text):
                if gift.resource in _COSTS_MONEY or _names_a_cost(gift.text):
                    more.append(gift.text)
            elif gift.resource == _MONEY or re.match(_BEGINS_WITH_A_SUM, gift.text):
                money.append(gift.text)
            elif not re.search(_IS_PAID, gift.text):
                things.append(gift.text)
        given = [gift.text for gift in gifts]
        paid = any(re.search(_IS_PAID, text) for text in given) or any(
            re.search(_WE_PAY, text) for text in (*given, *told)
        )
        hired = any(
            re.search(_IS_PAID, text) or (re.search(_WE_PAY, text) and _AT_COST not in text)
            for text in given
        ) or any(re.search(_WE_PAY_YOU, text) for text in told)
        return cls(tuple(money), tuple(things), tuple(more), paid, hired)


def names_dollars(text: str) -> bool:
    """Return whether *text* says a sum, whoever pays it."""
    return "$" in text


def _names_a_cost(text: str) -> bool:
    """Return whether *text* names something with a price among what is given for its own sake: a van with guests."""
    return (
        re.search(
            r"\b(?:fares|flags|fuel|kits|licensed course|software licenses|printing|supplies|vans?|wages)\b",
            text,
        )
        is not None
    )


def stated(gifts: Iterable[str]) -> float:
    """Return what *gifts* come to in dollars, for a trial; nothing where one of them does not say it plainly.

    Plain is one sum, one "in all", or one with the parts that add up to it. It is not what depends on something that nobody knows yet, is paid by the
    piece, or pays the giver's own share.
    """
    whole = 0.0
    for gift in gifts:
        sums = [_number(each) for each in re.findall(r"\$([\d,]*\d)", gift)]
        in_all = [_number(each) for each in re.findall(r"\$([\d,]*\d) in all\b", gift)]
        if len(sums) > 1 and sums[0] == sum(sums[1:]):
            in_all = sums[:1]
        if re.search(_NOT_PLAIN, gift) or (
            not in_all and (len(sums) != 1 or re.search(_BY_THE_PIECE, gift))
        ):
            return 0
        whole += (in_all or sums)[0]
    return whole


def _number(said: str) -> float:
    return float(said.replace(",", ""))


_NOT_PLAIN = r"\bonly (?:if|after)\b|\bif (?:it goes on|you|your|there is|it has)\b|\b(?:own|third|share|match)\b"
_BY_THE_PIECE = r"\$[\d,]+ (?:an?|each|every|per)\b"
_BEGINS_WITH_A_SUM = r"(?:at most |up to |about |once )?\$"
_IS_PAID = (
    r"\bwe pay\b|\bthe library pays\b|\bfee of (?:at most )?\$|\bsold to (?:us|the library)\b|"
    r"\bpaid\b[^,]*\b(?:by us|by the library|from the grant)\b"
)
"""What shows that the sum is one that the giver gets."""
_WE_PAY = (
    r"\b(?:[Ww]e|(?:[Tt]he|[Oo]ur) library) pays?\b(?! (?:for|its|no|none|nothing)\b)"
    r"|\byou are paid\b|\b[Ww]e would (?:like to )?pay\b"
    r"|\bat (?:cost|(?:your|the agreed|a) (?:[\w-]+ )?(?:fee|price))\b|\bprice you (?:charge|pay)\b"
)
"""What shows that the library pays, though no sum is named; what it pays for is rather a thing that it brings."""
_AT_COST = "price you pay"
"""What shows that a thing is passed on for what it cost, which pays nobody's work."""
_WE_PAY_YOU = (
    r"\b(?:[Ww]e|(?:[Tt]he|[Oo]ur) library) pays? (?:\$\d|your (?!price\b|replacement\b))"
    r"|\byou are paid\b|\b[Ww]e would (?:like to )?pay\b|\bto pay \$\d|\byour invoice\b"
)
"""What shows in the words of a letter that it is paid for its work, and not for a loss or its mileage."""
