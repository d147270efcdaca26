"""The words of a request that tell of somebody's work where they stand in its name."""

from collections.abc import Iterable
from functools import lru_cache

from collabkit.directory.names import comparable_name

_LONG = 3
"""Letters that a telling word has at least."""
_COMMON = frozenset(
    comparable_name(
        """
        bay city county creek east forest hill island lake mountain north park river rock south valley west
        a about after again all alone also always am an and any anybody anyone are around as ask at away
        back bad be because been before being best better big both bring build building but by call can
        cannot care child children class classes come comes community could day days desk did do does
        doing done down each else end even evening every everybody everyone family families few find first
        folk folks for free from fun get getting girl girls give go going good got group groups grow had
        half hard hardly has have having he hear help helping her here hers high him his home hour house
        how i if in into is it its join just keep kid kids kind know last later learn learned learning
        leave left less lesson lessons let library life like line little live lives living local long look
        looking lost lot love make makes making man many may me meet meeting member men might money month
        more most mother much must my name near need needs neighbor never new next night nights no nobody
        none not nothing now of off offer office old older on once one only open or other our out over own
        page paper parent parents part pay people person place plan play practice practise program programs project public
        put raise raising read reading real really right room run say school see seem send service services
        set share she should show sit small so some somebody someone something soon start state stay still
        stop such summer support take talk teach teacher tell than that the their them then there these
        they thing things think this those through time to together told too took town try turn two under
        until up us use used using very visit volunteer volunteers wait walk want was watch way we week
        well were what when where which while who whole whom whose why will winter with without woman women
        word work working worn would write year years yet you young your
        """
    ).split()
)
"""Words that stand in many names and tell of no work, or in none."""


_SHORT = 3
"""Letters up to which a word is not taken for a plural: "bus", "gas"."""


def called(aim: str, phrases: Iterable[str]) -> bool:
    """Return whether one of *phrases* stands in *aim* as whole words, in the singular or in the plural."""
    text = _singular(aim)
    return any(said in text for said in map(_singular, phrases) if said.strip())


def singular_words(text: str) -> tuple[str, ...]:
    """Return the words of *text* in capitals and in the singular."""
    return tuple(map(_one, comparable_name(text).split()))


def _singular(text: str) -> str:
    return f" {' '.join(singular_words(text))} "


@lru_cache(maxsize=16_384)  # the same words come again and again
def _one(word: str) -> str:
    if len(word) <= _SHORT or word.endswith(("SS", "US", "IS")):
        return word
    if word.endswith("IES"):
        return f"{word[:-3]}Y"
    if word.endswith(("CHES", "SHES", "SSES", "XES")):
        return word[:-2]
    return word.removesuffix("S")


def telling_words(aim: str) -> tuple[str, ...]:
    """Return the words of *aim*, in capitals, that tell of somebody's work."""
    words = comparable_name(aim).split()
    return tuple(
        dict.fromkeys(word for word in words if len(word) >= _LONG and word not in _COMMON)
    )
