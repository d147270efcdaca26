"""The papers: what each is for, who may read it, and how it is laid out."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, get_args

from collabkit.errors import UnknownIdError, UsageError
from collabkit.proposals.fact_parts import Formality, Voice

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
    level: Formality | None = None
    """How formal, where the name of the paper says so."""
    names_helpers: tuple[Voice, ...] = ()
    """Who reads in it who else the work takes, by name."""
    whole: bool = False
    """Whether a partner, too, reads in it what concerns others only."""
    says_by_when: bool = False
    """Whether a partner reads in it by when a yes is needed."""
    tells_facts: bool = False
    """Whether it says what somebody told of the library or the town, beside the need."""
    tells_why: tuple[Voice, ...] = ()
    """Who reads in it why the library writes, if somebody said so."""


_ALL = VOICES
_THEM: tuple[Voice, ...] = ("partner",)

PAPERS: Final[Mapping[str, Paper]] = {
    paper.id: paper
    for paper in (
        Paper(
            "elevator",
            "thirty seconds, spoken",
            _THEM,
            "page",
            tells_facts=True,
        ),
        Paper(
            "email",
            "a first e-mail of at most 400 words, with one request",
            _ALL,
            "page",
            names_helpers=("board",),
            says_by_when=True,
            tells_facts=True,
            tells_why=("partner", "board"),
        ),
        Paper(
            "script",
            "two minutes on the phone, with an answer to what they may object",
            _THEM,
            "page",
            tells_facts=True,
        ),
        Paper(
            "one-pager",
            "the idea on one page",
            _ALL,
            "page",
            names_helpers=_ALL,
            says_by_when=True,
            tells_facts=True,
            tells_why=_THEM,
        ),
        Paper(
            "proposal",
            "the whole plan, from the need to the next step",
            _ALL,
            "page",
            names_helpers=_ALL,
            says_by_when=True,
            tells_facts=True,
            tells_why=_THEM,
        ),
        Paper(
            "invitation",
            "a letter that invites them to the library's own table",
            _THEM,
            "letter",
            names_helpers=_ALL,
            tells_facts=True,
        ),
        Paper("agenda", "a first meeting, with the library's own notes", _THEM, "page"),
        Paper("agenda-shared", "the agenda that both sides get", _THEM, "page"),
        Paper(
            "checklist", "what to have settled before saying yes; the library's own", _THEM, "page"
        ),
        Paper("reply", "a letter that answers their request: yes, later or no", _THEM, "letter"),
        Paper(
            "agreement",
            "a draft, as formal as the case calls for",
            _THEM,
            "agreement",
            names_helpers=_ALL,
        ),
        Paper(
            "letter", "the agreement, as a letter", _THEM, "letter", "letter", names_helpers=_ALL
        ),
        Paper(
            "mou", "the agreement, as a memorandum", _THEM, "agreement", "mou", names_helpers=_ALL
        ),
        Paper("thanks", "a letter of thanks", _THEM, "letter"),
        Paper(
            "evaluation",
            "what is counted and asked, with a sheet to copy",
            _ALL,
            "page",
            whole=True,
        ),
        Paper("debrief", "half an hour after the trial, on one sheet", _THEM, "page"),
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


def is_agreement(paper: Paper) -> bool:
    """Return whether *paper* says what two sides have agreed."""
    return paper.layout == "agreement" or paper.level is not None


def template_of(
    paper: Paper, voice: Voice, level: Formality | None = None, *, gift: bool = False
) -> str:
    """Return the name of the template for *paper* as *voice* reads it; an agreement may confirm a *gift*."""
    if gift:
        return "gift"
    if is_agreement(paper):
        return {"email": "confirmation", "letter": "letter"}.get(level or "", "agreement")
    return f"{paper.id}-{voice}" if paper.id in _OWN_WORDS and voice != "partner" else paper.id


_OWN_WORDS = frozenset({"email", "one-pager", "proposal"})
"""Papers that lead with something else for each reader, and so have a template for each."""
