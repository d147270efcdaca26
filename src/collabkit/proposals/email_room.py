"""What of a first e-mail fits into its words, what helps its reader most first."""

from collections.abc import Iterable
from typing import NamedTuple

from collabkit.proposals.fact_parts import Email, Fact, Party
from collabkit.proposals.facts import Facts

_WORDS = 400
"""Words of an e-mail for which the catalog has a letter."""
_LETTER_FRAME = 33
"""Those of its template that stand whatever is told."""
_WORDS_IN_PARTS = 195
"""Words of one that is put together from the parts of a role."""
_PARTS_FRAME = 48
"""Those of its template that stand whatever is told."""


class _Sentences(NamedTuple):
    """Words of the templates around what may be told."""

    gain: int
    hours: int
    each_time: int = 0
    waits: int = 0
    trial: int = 0
    month: int = 0


_LETTER = _Sentences(gain=5, hours=12, each_time=8, waits=17)
_PARTS = _Sentences(gain=4, hours=16, trial=6, month=9)


class _Room:
    """Words that are left."""

    def __init__(self, words: int) -> None:
        self.words = words

    def takes(self, words: int) -> bool:
        """Return whether so many *words* fit, which are gone then."""
        fits = self.words >= words
        if fits:
            self.words -= words
        return fits


def email(facts: Facts) -> Email:
    """Return what of *facts* an e-mail to the partner tells."""
    return _letter(facts, facts.party) if facts.party.letter else _in_parts(facts, facts.party)


def _letter(facts: Facts, party: Party) -> Email:
    letter, effort = party.letter, party.effort
    terms = [text for term in letter.terms for text in (term.about, term.text)] if letter else []
    always = (*_sender(facts), facts.contact_role, facts.open, *_why_and_when(facts), *terms)
    offer = (letter.offer, letter.ask) if letter else ()
    room = _Room(_WORDS - _LETTER_FRAME - _count((*always, *offer)))
    gain = _gain(party, room, _LETTER)
    hours = effort is not None and effort.trial != "no hours" and room.takes(_LETTER.hours)
    parts = (party.hours_for,) if party.hours_for else effort.most_parts if effort else ()
    parts_told = hours and bool(parts) and room.takes(_count(parts))
    each_time = effort is not None and bool(effort.each_time) and hours and not parts_told
    each_time = each_time and room.takes(_LETTER.each_time)
    waits = bool(facts.awaited and facts.known) and len(facts.parties) == 1
    waits = waits and room.takes(_LETTER.waits + _count(facts.awaited))
    need = room.takes(_count([facts.need]))
    if not need and not gain:  # one reason there has to be, and nothing more has room beside it
        need = True
        room.words -= _count([facts.need])
    told = (facts.facts, facts.facts[:1])
    return Email(
        gain=gain,
        hours=hours,
        parts=parts if parts_told else (),
        each_time=each_time,
        waits=waits,
        need=need,
        facts=next((each for each in told if room.words >= _count(each)), ()),
    )


def _in_parts(facts: Facts, party: Party) -> Email:
    always = (*_sender(facts), facts.contact_role, facts.contact_role, *_why_and_when(facts))
    parts = (facts.need, party.aim, party.part, facts.activity.summary)
    room = _Room(_WORDS_IN_PARTS - _PARTS_FRAME - _count((*always, *parts)))
    return Email(
        need=True,
        facts=facts.facts if room.takes(_count(facts.facts)) else (),
        gain=_gain(party, room, _PARTS),
        hours=party.effort is not None and room.takes(_PARTS.hours),
        trial=room.takes(_PARTS.trial + _count([facts.pilot])),
        month=bool(facts.times and facts.times.begin) and room.takes(_PARTS.month),
    )


def _sender(facts: Facts) -> tuple[Fact, ...]:
    return facts.library, facts.place, facts.contact_name, facts.contact_reach


def _why_and_when(facts: Facts) -> tuple[str, ...]:
    return facts.why, facts.setting.told if facts.setting else ""


def _gain(party: Party, room: _Room, sentences: _Sentences) -> bool:
    return bool(party.gains) and room.takes(sentences.gain + _count([party.gains[0].text]))


def _count(texts: Iterable[Fact]) -> int:
    """Return how many words *texts* have together."""
    return sum(len(str(text).split()) for text in texts)
