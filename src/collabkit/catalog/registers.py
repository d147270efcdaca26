"""What tells the partner of an organization in a public register: networks, and rules of classing."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from collabkit.catalog.base import Entry
from collabkit.catalog.fields import GoalId, PartnerId, Phrase, SignId, Sources, Text, Verdict

Share = Annotated[float, Field(ge=0, le=1)]
Phrases = Annotated[
    tuple[Text, ...],
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    Field(min_length=1),
]
Filing = Annotated[str, Field(pattern=r"^[A-Z*][0-9A-Z]{0,3}$|^[a-z-]+(/\S+)?$")]
"""How a register files a row: the start of a code, a source, or a kind of its rows."""


class AffiliateNetwork(Entry):
    """A national network whose local affiliates a register names in one way."""

    name: Text
    """What the network is called."""
    gen: Annotated[str, Field(pattern=r"^\d{4}$")] | None = None
    """The number under which the IRS groups its affiliates, in quotes."""
    words: tuple[Text, ...] = ()
    """Phrases of which each marks an affiliate by its name alone, as whole words."""
    unless: tuple[Text, ...] = ()
    """Phrases that forbid it where they stand in the name."""
    partner: PartnerId
    """What kind of partner an affiliate is."""
    goals: tuple[GoalId, ...] = ()
    """Goals that each affiliate works for itself, whatever its kind."""
    label: Phrase
    """What one affiliate is, as a reason: "local Rotary club"."""
    source: Sources
    """Where it comes from: `seed`, `practice`, a public address or a citation; one or several."""

    def title(self) -> str:
        """Return the name."""
        return self.name

    def gist(self) -> str:
        """Return what an affiliate is."""
        return self.label


class Classing(Entry):
    """A rule that tells which kind of partner an organization of a register is."""

    partner: Verdict
    """The kind of partner, or `none` where such an organization is a partner of no kind."""
    by: Literal["ntee", "name", "source", "activity", "foundation"]
    """What it looks at: the *ntee* code, words in the *name*, or the register (*source*) itself; the
    *activity* codes that the IRS used before, where there is no NTEE code; its *foundation* code, which
    says on what ground a body is no private foundation."""
    match: Phrases
    """For `ntee` the start of a code, in which `*` is any letter; for `name` phrases of which one
    stands in the name as whole words; for `source` the id of a source, or `id/kind` for one kind of
    its rows; for `activity` three digits, for `foundation` two."""
    also: tuple[Text, ...] = ()
    """Phrases of which one must stand in the name besides, anywhere."""
    unless: tuple[Text, ...] = ()
    """Phrases that forbid it where they stand in the name."""
    unless_codes: tuple[Filing, ...] = ()
    """Codes that forbid a rule by name where the register files the row under them: the start of a
    code, in which `*` is any letter ("S41", "*03"), or a source, or `id/kind` as in `match`."""
    with_codes: tuple[Filing, ...] = ()
    """Codes, as in `unless_codes`, of which the register must file the row under one: two things that tell
    little by themselves may be sure together. For rules by name or by foundation."""
    confidence: Share
    """How often it is right, 0 to 1."""
    label: Phrase
    """The reason, as a librarian would accept it: "named as a literacy council"."""
    source: Sources
    """Where it comes from: `seed`, `practice`, a public address or a citation; one or several."""

    @model_validator(mode="after")
    def _codes_bar_names(self) -> Self:
        if self.unless_codes and self.by != "name":
            raise ValueError("unless_codes is for rules by name")
        if self.with_codes and self.by not in {"name", "foundation"}:
            raise ValueError("with_codes is for rules by name or foundation")
        return self

    def title(self) -> str:
        """Return the reason."""
        return self.label

    def gist(self) -> str:
        """Return what is matched."""
        return f"{self.by}: {', '.join(self.match)}"


class Sign(Entry):
    """What an organization says of itself that shows which goal it works for."""

    goal: GoalId
    """The goal it shows."""
    partner: PartnerId
    """What kind of partner a body is that shows the sign and of which nothing else is known."""
    kinds: tuple[PartnerId, ...] = ()
    """Partners who do this work by their nature, so that each of them shows the sign."""
    besides: tuple[PartnerId, ...] = ()
    """Partners who do it besides other work, so that one of them that is large may be asked."""
    if_shown: tuple[PartnerId, ...] = ()
    """Partners of whom only those do it that show it: a union of builders trains apprentices, and one of the
    police does not."""
    asked: tuple[Text, ...] = ()
    """Words and phrases by which people ask for it, in the singular or in the plural."""
    words: tuple[Text, ...] = ()
    """Phrases of which one stands in its name, or in that of a service, as whole words."""
    services: tuple[Text, ...] = ()
    """Phrases that tell only where they stand in the name of a service or of its taxonomy term."""
    unless: tuple[Text, ...] = ()
    """Phrases that speak against it where they stand in the name."""
    codes: tuple[Filing, ...] = ()
    """The start of NTEE codes of those who do this work."""
    doubtful: tuple[Filing, ...] = ()
    """Those of the codes under which many bodies file that do other work."""
    label: Phrase
    """What such a body does, after "it": "feeds people"."""
    source: Sources
    """Where it comes from: `seed`, `practice`, a public address or a citation; one or several."""

    @property
    def shows(self) -> str:
        """What it shows: its goal, or itself where it is finer than a goal and asked for by words of its own."""
        return self.id if self.asked else self.goal

    def title(self) -> str:
        """Return what such a body does."""
        return self.label

    def gist(self) -> str:
        """Return the words that show it."""
        return ", ".join(self.words)


class Service(Entry):
    """Terms under which a directory of services files what somebody offers."""

    terms: tuple[Text, ...]
    """Names of terms and of services. Several words may stand in a longer name; one alone is the whole of it."""
    partner: PartnerId
    """What kind of partner a body is that offers it and of which nothing else is known."""
    shows: tuple[SignId, ...]
    """The signs that it shows: a goal that it works for, or what is finer than a goal."""
    label: Phrase
    """What is offered."""
    source: Sources
    """Where it comes from: `seed`, `practice`, a public address or a citation; one or several."""

    def title(self) -> str:
        """Return what is offered."""
        return self.label

    def gist(self) -> str:
        """Return the terms."""
        return ", ".join(self.terms)
