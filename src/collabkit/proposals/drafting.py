"""From a subject to a finished paper: facts, the agreement if it is one, and the words."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.errors import UsageError
from collabkit.library import Library
from collabkit.proposals.calendar import reply_by, review_by
from collabkit.proposals.fact_parts import Voice
from collabkit.proposals.facts import Facts
from collabkit.proposals.gathering import gather
from collabkit.proposals.orders import PaperOrder
from collabkit.proposals.papers import Layout, Paper, is_agreement, paper, template_of
from collabkit.proposals.parties import role_of
from collabkit.proposals.rendering import Text, render
from collabkit.proposals.settings import setting_of
from collabkit.proposals.subjects import Subject
from collabkit.proposals.terms import Terms
from collabkit.text.characters import escape_line
from collabkit.text.dated import months, named_days


class Draft(NamedTuple):
    """A finished paper."""

    paper: Paper
    subject: Subject
    title: str
    """As a reader's program shows it."""
    text: Text
    facts: Facts

    @property
    def layout(self) -> Layout:
        """How it is laid out: an agreement that is a letter looks like one."""
        agreement = self.facts.agreement
        return "letter" if agreement and agreement.level == "letter" else self.paper.layout


class Drafter:
    """Writes papers for one library."""

    def __init__(self, catalog: Catalog, library: Library, *, own: Path | None = None) -> None:
        """Write for *library*.

        Args:
            catalog: what the field knows.
            library: who writes.
            own: folder of the library's own templates.
        """
        self._catalog = catalog
        self._library = library
        self._own = own

    def draft(self, subject: Subject, order: PaperOrder) -> Draft:
        """Return the paper about *subject* that *order* asks for."""
        wanted, terms, on = paper(order.paper, order.voice), order.terms, order.on
        _refuse_the_past(subject, on)
        signed = is_agreement(wanted)
        # The days of an invitation are those of the meeting; what is signed tells its first and last day itself.
        first = None if wanted.id == "invitation" else terms.start
        facts = gather(
            self._catalog,
            self._library,
            subject,
            order,
            setting=setting_of(
                subject,
                on,
                first,
                terms.end,
                span=not signed,
                offer=self._offer(subject, order.voice),
            ),
            span=months(terms.start, terms.end) if terms.start and terms.end else "",
            whole=wanted.whole,
        )
        facts = self._for_this_paper(facts.with_outcomes(order.outcomes), subject, order)
        level, gift = None, False
        if signed:
            from collabkit.proposals import agreeing  # noqa: PLC0415 - few papers are one

            agreement = agreeing.agreement(
                self._catalog, facts, subject, terms, named=wanted.level, on=on
            )
            facts = facts.with_agreement(agreement)
            facts, left = agreeing.settled_in(facts, terms.agreed)
            facts = facts._replace(agreement=agreement._replace(agreed=left))
            level, gift = agreement.level, agreement.gift
        template = template_of(wanted, order.voice, level, gift=gift)
        title = escape_line(f"{facts.activity.label} ({wanted.id})")
        text = render(facts, template, self._own)
        if facts.agreement:
            text = text._replace(gaps=(*text.gaps, *facts.agreement.unsaid))
        return Draft(wanted, subject, title, text, facts)

    @staticmethod
    def _for_this_paper(facts: Facts, subject: Subject, order: PaperOrder) -> Facts:
        """Return *facts* with what one paper alone tells."""
        if order.paper == "email" and order.voice == "partner":
            from collabkit.proposals.email_room import email  # noqa: PLC0415 - one paper is one

            return facts._replace(email=email(facts))
        if order.paper == "invitation":
            first = min(_days(facts, order.on), default=None)
            return facts._replace(reply_by=reply_by(order.on, first))
        if order.paper != "evaluation":
            return facts
        from collabkit.proposals.count_sheets import count_sheet  # noqa: PLC0415 - one paper has one
        from collabkit.text.days import days_held  # noqa: PLC0415 - the same

        terms = order.terms
        held = days_held(subject.when, order.on, terms.start, terms.end)
        schedule = facts.activity.schedule
        sheet = count_sheet(schedule, facts.measures, held, facts.stop, terms.start)
        last = max(held, default=terms.end)
        return facts._replace(count_sheet=sheet, review_by=review_by(last) if last else "")

    def _offer(self, subject: Subject, voice: Voice) -> str:
        """Return what the letter to the one reader of this paper offers."""
        activity = self._catalog.activities[subject.activity]
        role = role_of(activity, subject.partner, subject.as_, subject.to)
        alone = voice == "partner" and not subject.others
        return role.letter.offer if alone and role and role.letter else ""

    def unsettled(self, subject: Subject, terms: Terms) -> list[str]:
        """Return the conditions of an agreement that only a person can tell."""
        from collabkit.proposals.agreeing import case  # noqa: PLC0415 - few papers are an agreement

        found = case(self._catalog, subject, terms)
        return [id_ for id_, holds in found.items() if holds is None]


def _days(facts: Facts, on: date) -> tuple[date, ...]:
    """Return the days on which it is held, as far as somebody named them."""
    return named_days(facts.setting.when, on) if facts.setting else ()


def _refuse_the_past(subject: Subject, on: date) -> None:
    """Raise if somebody who helps is to answer before the day *on* that the paper bears."""
    for each in subject.helpers:
        if each.answers_by and each.answers_by < on:
            raise UsageError(
                f"{each.name} cannot answer by {each.answers_by}, before the paper of {on}",
                "Give a day that is still to come, or leave it out",
            )
