"""What every kind of entry has in common."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from collabkit.catalog.fields import Day, Phrase, Sentence, Slug, Sources

At = tuple[str | int, ...]
"""The way to a value in an entry: names of fields, and places in lists."""


class Part(BaseModel):
    """A piece of an entry. A key nobody declared is an error, not a comment."""

    # Building a validator takes longer than a whole match; only reading YAML needs one.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Entry(Part):
    """Anything in a catalog that has an id."""

    id: Slug
    """Stable name. Never renamed: saved files refer to it."""

    def title(self) -> str:
        """Return what a person calls it, for a list."""
        return self.id

    def gist(self) -> str:
        """Return what it says, for a list."""
        return ""

    def contradictions(self) -> Iterator[tuple[At, At, str]]:
        """Yield what one field of it says against another: where each stands, and what is wrong."""
        yield from ()


class Record(Entry):
    """An entry with a name and a summary."""

    label: Phrase
    """What a person calls it."""
    summary: Sentence
    """One sentence that tells this entry from its neighbors."""
    source: Sources
    """Where it comes from: `seed`, `practice`, a public address or a citation; one or several."""
    as_of: Day = ""
    """When its facts were last looked up: a year, month or day, such as "2026-11"."""
    until: Day = ""
    """When it stops being so, if that is known."""
    where: Phrase = ""
    """Where it holds, if not everywhere in the United States."""

    def title(self) -> str:
        """Return the label."""
        return self.label

    def gist(self) -> str:
        """Return the summary."""
        return self.summary
