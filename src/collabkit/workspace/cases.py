"""The cases of one workspace: wishes talked through, one question at a time, and kept as partnerships."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from collabkit.errors import CollabkitError, UsageError
from collabkit.ondemand import opened_once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from collabkit.cases.bodies import Bodies
    from collabkit.cases.briefs import PaperBrief
    from collabkit.cases.case import Case
    from collabkit.cases.engine import Engine
    from collabkit.cases.questions import Turn
    from collabkit.directory.records import Organization
    from collabkit.proposals import Subject
    from collabkit.proposals.desk import Papers
    from collabkit.proposals.documents import Document
    from collabkit.proposals.orders import PaperOrder
    from collabkit.workspace.workspace import Workspace


class Written(NamedTuple):
    """A paper that was written into the folder of its case."""

    case: "Case"
    document: "Document"
    file: Path


class Cases:
    """Begins cases, asks the next question of one, takes the answer, and keeps it.

    >>> from collabkit import Workspace
    >>> cases = Workspace.open().cases
    >>> case = cases.begin("kids who can't read")
    >>> cases.turn(case).question.id
    'work'
    """

    def __init__(self, workspace: "Workspace") -> None:
        """Answer from what *workspace* holds, each part opened when a question needs it."""
        self._workspace = workspace
        self.opening = workspace.opening

    @opened_once
    def engine(self) -> "Engine":
        """What finds the next question; it prints, writes and asks nothing."""
        from collabkit.cases.engine import Engine  # noqa: PLC0415 - each part is imported where it is used
        from collabkit.cases.reader import Reader  # noqa: PLC0415

        return Engine(
            self._workspace.catalog,
            Reader(lambda: self._workspace.matcher.parser),
            self._remembered,
            lambda: self._bodies,
        )

    def begin(self, words: str) -> "Case":
        """Return a new case for *words*. Nothing is written before it is kept.

        Raises:
            UsageError: the words say nothing.
        """
        return self.engine.begun(words)

    def turn(self, case: "Case") -> "Turn":
        """Return what is known of *case*, the one next question, and the papers that can be written now."""
        return self.engine.turn(case)

    def answer(self, case: "Case", question: str, answer: str) -> "Case":
        """Return *case* with *answer* to *question*: the id of a choice, words of her own, or blank to pass.

        Raises:
            UnknownIdError: there is no such question.
            UsageError: the answer cannot be taken.
        """
        return self.engine.answered(case, question, answer)

    def back(self, case: "Case") -> "Case":
        """Return *case* without its last answer; itself where it has none."""
        return self.engine.taken_back(case) or case

    def pass_over(self, case: "Case", body: str, why: str = "") -> "Case":
        """Return *case* with *body*, an id, a name or a kind of partner, not to be offered again."""
        return self.engine.passed_over(case, body, why)

    def word(
        self, case: "Case", *, need: str = "", strike: "Sequence[str]" = (), sure: bool = False
    ) -> "Case":
        """Return *case* with what is said of the claims that its papers make in the library's name.

        Args:
            case: whose papers.
            need: what people come with, in a sentence instead of the catalog's; blank leaves it.
            strike: words of gifts and terms that papers are to leave out, added to those that are left out already.
            sure: whether somebody stands by the rest.
        """
        return case._replace(
            need=need or case.need,
            strike=tuple(dict.fromkeys((*case.strike, *strike))),
            sure=sure or case.sure,
        )

    def named(self, name: str) -> "Case":
        """Return the case that is kept in the folder that *name* is a clear part of.

        Raises:
            UsageError: none is called so, or it began with no wish.
        """
        from collabkit.cases.files import case_of  # noqa: PLC0415

        return case_of(self._workspace.partnerships.named(name))

    def is_kept(self, name: str) -> bool:
        """Return whether a case is kept in a folder that is called just *name*."""
        kept = self._workspace.partnerships
        return (
            bool(name)
            and kept.home is not None
            and "/" not in name
            and (kept.folder / name).is_dir()
        )

    def keep(self, case: "Case", *, on: date | None = None) -> "Case":
        """Write *case* into its folder under ``partnerships/``, which is begun if it has none; return it.

        The work that was chosen for the words is remembered, so that such words find it first from now on.

        Raises:
            UsageError: there is no workspace.
            StaleFileError: somebody else changed its file meanwhile; nothing is lost.
        """
        from collabkit import clock  # noqa: PLC0415
        from collabkit.cases import files  # noqa: PLC0415

        home = self._workspace.partnerships.folder
        kept = case if case.folder else files.begin(home, case, on or clock.today())
        files.save(home, kept, self._organization(kept))
        self._remember(kept)
        return kept

    def paper(self, case: "Case", paper: str = "", *, on: date | None = None) -> "Document":
        """Return a paper about *case*: text that ``save`` writes in any format.

        Args:
            case: what is settled; what is not stands as a gap.
            paper: which one; that of the case, or else the first that can be written.
            on: the day that it bears; today by default.

        Raises:
            UsageError: too little is settled.
        """
        from collabkit import clock  # noqa: PLC0415
        from collabkit.cases.papers import order_of  # noqa: PLC0415

        ready = self.engine.ready(case)
        if not ready:
            raise UsageError(
                "too little is settled for a paper", "Answer the question that is open"
            )
        order = order_of(case, paper or case.paper or ready[0], self._organization(case))
        order = replace(order, on=on or clock.today())
        return self.papers(case, order.paper).write(order, self.subject(case, order))

    def brief(self, case: "Case", paper: str = "", *, on: date | None = None) -> "PaperBrief":
        """Return all that a paper about *case* may say, what it must not say, and what is missing.

        Args:
            case: as for `paper`.
            paper: as there.
            on: as there.
        """
        from collabkit.cases.briefs import brief_of  # noqa: PLC0415

        return brief_of(case, self.paper(case, paper, on=on))

    def write(self, case: "Case", paper: str = "", *, on: date | None = None) -> "Written":
        """Write a paper about *case*, as ``paper`` words it, into the folder of the case, and its log; return both.

        Args:
            case: what is settled; it is kept first, if it is not yet.
            paper: which one; that of the case, or else the first that can be written.
            on: the day that it bears; today by default.

        Raises:
            UsageError: too little is settled, or there is no workspace.
        """
        from collabkit.files.writing import write_whole  # noqa: PLC0415

        document = self.paper(case, paper, on=on)
        kept = self.keep(case, on=on)
        folder = self._workspace.partnerships.folder / str(kept.folder)
        wanted = document.record().paper
        number, file = 1, folder / f"{wanted}.md"
        while file.exists():
            number += 1
            file = folder / f"{wanted}-{number}.md"
        write_whole(file, document.content("md"), replace=False)
        self._workspace.partnerships.log_papers(str(kept.folder), wanted, [file], on=on)
        return Written(kept, document, file)

    def papers(self, case: "Case", paper: str) -> "Papers":
        """Return what writes *paper* about *case*, also where its work is one that no catalog holds.

        Raises:
            UsageError: no such paper can be written about a work that nobody described.
        """
        from collabkit.cases.papers import catalog_of, refuse_unwritable  # noqa: PLC0415
        from collabkit.proposals.desk import Papers  # noqa: PLC0415

        refuse_unwritable(case, paper)
        here = self._workspace
        if not case.own_work:
            return here.papers
        return Papers(
            catalog_of(here.catalog, case),
            here.library,
            lambda: here.matcher,
            profile=here.profile,
            templates=here.templates,
        )

    def subject(self, case: "Case", order: "PaperOrder") -> "Subject":
        """Return what the paper of *order* about *case* is about."""
        from collabkit.cases.papers import catalog_of, subject_of  # noqa: PLC0415

        return subject_of(catalog_of(self._workspace.catalog, case), case, order)

    def settle(self, partnership: str, /, *, agreed: "Sequence[str]" = (), **settled: Any) -> None:  # noqa: ANN401 - any fact
        """Write what was *settled* into the *partnership*, so that every later paper knows it.

        Args:
            partnership: any part of its name that is clear.
            agreed: what the two sides agreed, for its log.
            settled: facts by their names; those that are empty are left as they are, and lists are added to.
        """
        from collabkit.cases import files  # noqa: PLC0415

        kept = self._workspace.partnerships
        files.settle(kept.named(partnership), settled)
        if agreed:
            kept.log(partnership, [f"agreed: {each}" for each in agreed])

    def _organization(self, case: "Case") -> "Organization | None":
        if case.organization is None or self._bodies is None:
            return None
        return self._bodies.by_id(case.organization)

    @opened_once
    def _bodies(self) -> "Bodies | None":
        """What finds bodies; nothing where no directory is loaded or nobody knows where the library is."""
        from collabkit.cases.bodies import Bodies  # noqa: PLC0415
        from collabkit.finding.findings import spot_of  # noqa: PLC0415

        try:
            spot = spot_of(None, self._workspace.library)
            directory = self._workspace.directory
        except CollabkitError:
            return None
        return Bodies(directory, self._workspace.matcher.ranking, self._workspace.library, spot)

    def _remembered(self, words: str) -> str | None:
        found = self._workspace.readings.reading_of(words) if self._workspace.readings else None
        return found.work if found else None

    def _remember(self, case: "Case") -> None:
        """Write down which work was chosen, where the words alone did not lead to it."""
        home = self._workspace.home
        if home is None or case.work is None or self._remembered(case.wish) == case.work:
            return
        if self.engine.begun(case.wish).work == case.work:
            return
        from collabkit.cases.memory import remember  # noqa: PLC0415
        from collabkit.matching.query import ChosenReading  # noqa: PLC0415

        remember(home, ChosenReading(case.wish, case.work))
