"""What a library knows itself of single organizations: what they do, and what they do not. It wins over registers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.identity import Identity
from collabkit.directory.query.wanted import Wanted
from collabkit.directory.records import Organization
from collabkit.finding.words import telling_words


class Noted(NamedTuple):
    """What is known of one organization."""

    identity: Identity
    does: tuple[str, ...] = ()
    """What it does, each in a few words: "tax help"."""
    does_not: tuple[str, ...] = ()
    """What it does not do, whatever its name says."""

    def is_about(self, organization: Organization) -> bool:
        """Return whether it is of *organization*."""
        ids = organization.ids or (organization.id,)
        return self.identity.means(ids, organization.number, organization.name, organization.town)


class Answering(NamedTuple):
    """Those notes that speak of what is wanted."""

    doing: Mapping[Noted, str]
    """Who does it, each with the words that say so."""
    refusing: Mapping[Noted, str]
    """Who does not."""

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return bool(self.doing or self.refusing)

    def says(self, organization: Organization) -> str | None:
        """Return the words by which *organization* does what is wanted; nothing if none are noted."""
        return _of(self.doing, organization)

    def denies(self, organization: Organization) -> bool:
        """Return whether it is noted that *organization* does not do it."""
        return _of(self.refusing, organization) is not None


def _of(notes: Mapping[Noted, str], organization: Organization) -> str | None:
    return next((words for noted, words in notes.items() if noted.is_about(organization)), None)


NO_ANSWERS = Answering({}, {})
"""Where nothing is noted."""


def answering(catalog: Catalog, notes: Iterable[Noted], wanted: Wanted) -> Answering:
    """Return those of *notes* that speak of what is *wanted*. They are read as requests and statements are."""
    from collabkit.finding.reading import TextReader  # noqa: PLC0415 - most libraries note nothing

    read = TextReader(catalog)

    def spoken(phrases: Sequence[str]) -> str | None:
        found = zip(phrases, read(phrases), strict=True)
        return next(
            (
                phrase
                for phrase, about in found
                if not {*about.goals}.isdisjoint(wanted.goals)
                or not {*about.works}.isdisjoint(wanted.works)
                or not {*telling_words(phrase)}.isdisjoint(wanted.asked)
            ),
            None,
        )

    every = list(notes)
    return Answering(
        {noted: words for noted in every if (words := spoken(noted.does))},
        {noted: words for noted in every if (words := spoken(noted.does_not))},
    )
