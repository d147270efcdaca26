"""The papers: what each is for, who may read it, and how it is laid out."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, get_args

from collabkit.errors import UnknownIdError, UsageError
from collabkit.proposals.facts import Level, Voice

VOICES: Final[tuple[Voice, ...]] = get_args(Voice)
Layout = Literal["page", "letter", "agreement"]
"""*page*: a head and a body. *letter*: the library's letterhead. *agreement*: numbered clauses."""


class Paper(NamedTuple):
    """One kind of paper."""

    id: str
    what: str
    """What it is, for a list."""
    voices: tuple[Voice, ...]
    """Who it can be written for."""
    layout: Layout
    level: Level | None = None
    """How formal, where the name of the paper says so."""


_ALL = VOICES
_THEM: tuple[Voice, ...] = ("partner",)

PAPERS: Final[Mapping[str, Paper]] = {
    paper.id: paper
    for paper in (
        Paper("email", "a first e-mail of at most 150 words, with one request", _ALL, "page"),
        Paper("script", "two minutes on the phone, with answers to objections", _THEM, "page"),
        Paper("one-pager", "the idea on one page", _ALL, "page"),
        Paper("proposal", "the whole plan, from shared need to next step", _ALL, "page"),
        Paper("agenda", "a first meeting, with questions to ask and to expect", _THEM, "page"),
        Paper("checklist", "what to have settled before saying yes", _THEM, "page"),
        Paper("agreement", "a draft, as formal as the case calls for", _THEM, "agreement"),
        Paper("letter", "the agreement, as a letter", _THEM, "letter", "letter"),
        Paper("mou", "the agreement, as a memorandum", _THEM, "agreement", "mou"),
        Paper("evaluation", "what to ask and to count, by goal", _ALL, "page"),
    )
}


def paper(id_: str, voice: Voice = "partner") -> Paper:
    """Return the paper called *id_*, to be read by *voice*.

    Raises:
        UnknownIdError: there is no such paper.
        UsageError: it is not written for *voice*.
    """
    if id_ not in PAPERS:
        raise UnknownIdError("paper", id_, PAPERS)
    found = PAPERS[id_]
    if voice not in found.voices:
        told = [each.id for each in PAPERS.values() if voice in each.voices]
        raise UsageError(
            f"there is no {id_} for a {voice}", f"Written for a {voice}: {', '.join(told)}"
        )
    return found


def template_of(paper: Paper, voice: Voice, level: Level | None = None) -> str:
    """Return the name of the template for *paper* as *voice* reads it."""
    if paper.layout != "page":
        return "confirmation" if level == "email" else "agreement"
    return f"{paper.id}-{voice}" if paper.id in _OWN_WORDS and voice != "partner" else paper.id


_OWN_WORDS = frozenset({"email", "one-pager", "proposal"})
"""Papers that lead with something else for each reader, and so have a template for each."""
