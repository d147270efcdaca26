"""One library's workspace: what its folder holds, and whatever may be asked of it."""

from collections.abc import Iterable
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Self

from collabkit import arguments, paths
from collabkit.notes import Note
from collabkit.ondemand import opened_once
from collabkit.workspace.chart import chart
from collabkit.workspace.check import check, stale
from collabkit.workspace.check_text import check_text
from collabkit.workspace.evidence import evidence, evidence_page
from collabkit.workspace.export import export
from collabkit.workspace.find import (
    find,
    find_for_libraries,
    gaps,
    gaps_for_libraries,
    with_people,
)
from collabkit.workspace.init import (
    init,
    profile_text,
    save_profile,
    survey_profile,
    write_profile,
)
from collabkit.workspace.know import know
from collabkit.workspace.load import build_packs, compare_editions, fetch, load
from collabkit.workspace.match import match, match_each
from collabkit.workspace.organization import organization, portrait
from collabkit.workspace.plan import (
    answer_requirements,
    compare_plans,
    plan,
    plan_calendar,
    plan_page,
    saved_plan,
)
from collabkit.workspace.propose import propose, receiver, with_kept_helpers
from collabkit.workspace.reply import reply
from collabkit.workspace.show import show
from collabkit.workspace.templates import copy_template, template_list
from collabkit.workspace.works import works_by_goal

if TYPE_CHECKING:
    from collabkit.catalog import Catalog
    from collabkit.directory.directory import Directory
    from collabkit.finding.knowledge import Noted
    from collabkit.library import Library
    from collabkit.matching.language.remembered import RememberedReadings
    from collabkit.matching.matcher import Matcher
    from collabkit.proposals.desk import Papers
    from collabkit.workspace.cases import Cases
    from collabkit.workspace.partnerships import Partnerships
    from collabkit.workspace.requests import Requests


class Workspace:
    """One library's own files over the shipped catalogs. Each part is read when it is first used.

    Threads may share one: each part is opened once, and each answer is that of its own question.

    >>> from collabkit import Workspace
    >>> workspace = Workspace.open()
    >>> workspace.match("kids come hungry in july")[0].partner
    'food-bank'
    """

    # Each verb has a module of its own, where it is described.
    match = match
    match_each = match_each
    find = find
    with_people = with_people
    gaps = gaps
    find_for_libraries = find_for_libraries
    gaps_for_libraries = gaps_for_libraries
    show = show
    organization = organization
    portrait = portrait
    plan = plan
    saved_plan = saved_plan
    plan_page = plan_page
    plan_calendar = plan_calendar
    compare_plans = compare_plans
    answer_requirements = answer_requirements
    propose = propose
    receiver = receiver
    with_kept_helpers = with_kept_helpers
    reply = reply
    evidence = evidence
    evidence_page = evidence_page
    export = export
    load = load
    build_packs = build_packs
    know = know
    fetch = fetch
    compare_editions = compare_editions
    check = check
    check_text = check_text
    stale = stale
    chart = chart
    works_by_goal = works_by_goal
    template_list = template_list
    copy_template = copy_template
    init = classmethod(init)
    write_profile = write_profile
    survey_profile = survey_profile
    profile_text = profile_text
    save_profile = save_profile

    def __init__(
        self,
        home: Path | None,
        *,
        profile: Path | None,
        own_catalog: Path | None,
        templates: Path | None,
        folder: Path | None = None,
    ) -> None:
        """Hold the places; ``open`` finds them.

        Args:
            home: the folder that holds ``library.yaml``, if there is one.
            profile: the library's profile, if it has one.
            own_catalog: folder of its own catalogs.
            templates: folder of its own templates.
            folder: of the directory of organizations, loaded or not; the user's own by default.
        """
        self.home = home
        self.profile = profile
        self.own_catalog = own_catalog
        self.templates = templates
        self._folder = folder
        self.opening = RLock()

    @classmethod
    def open(
        cls,
        start: str | Path | None = None,
        *,
        catalog: str | Path | None = None,
        library: str | Path | None = None,
        templates: str | Path | None = None,
        directory: str | Path | None = None,
    ) -> Self:
        """Return the workspace of *start*: the nearest folder, from there upward, with a ``library.yaml``.

        Nothing is read yet, and it is no mistake if there is none: the shipped catalogs answer too.

        Args:
            start: a folder; the current one by default.
            catalog: folder of the library's own catalogs, instead of ``catalog/`` in the workspace.
            library: the profile, instead of ``library.yaml`` there.
            templates: folder of its own templates, instead of ``templates/`` there.
            directory: folder of the directory of organizations, instead of the user's own.

        Raises:
            UsageError: *start* is no folder.
        """
        home = paths.workspace(arguments.folder(start, "start"))
        return cls(
            home,
            profile=_path(library) or (home / paths.PROFILE if home else None),
            own_catalog=_path(catalog) or paths.own_catalog(home),
            templates=_path(templates) or paths.own_templates(home),
            folder=paths.without_tilde(Path(directory)) if directory is not None else None,
        )

    @opened_once
    def catalog(self) -> "Catalog":
        """What the field knows, with the library's own entries over it."""
        from collabkit.catalog import load  # noqa: PLC0415 - each part is imported where it is used

        return load(self.own_catalog)

    @opened_once
    def library(self) -> "Library":
        """The profile, with what is known of the partnerships kept; nothing is stated if there is no file."""
        if self.home is None:  # nothing is kept, so nothing need be imported to look for it
            return self.profile_alone
        return self.partnerships.with_history(self.profile_alone)

    @opened_once
    def profile_alone(self) -> "Library":
        """The profile as its file has it; one that states nothing if there is no file."""
        from collabkit.library import Library  # noqa: PLC0415

        if self.profile is None:
            return Library.model_construct()
        from collabkit.profiles import load_library  # noqa: PLC0415 - 12 ms of YAML, if any

        return load_library(self.profile, self.catalog)

    @opened_once
    def folder(self) -> Path:
        """Where the directory of organizations is, or will be once ``load`` has made it."""
        return paths.directory_dir() if self._folder is None else paths.without_tilde(self._folder)

    @opened_once
    def directory(self) -> "Directory":
        """The real organizations, loaded from public registers; ``close`` lets go of their file.

        Raises:
            DirectoryMissingError: nothing is loaded; ``load`` loads it.
            DirectoryDamagedError: the file is no database, or not of this version.
        """
        from collabkit.directory.directory import Directory  # noqa: PLC0415

        return Directory.open(self.folder)

    def close(self) -> None:
        """Let go of the directory's file. Whatever is asked next opens it again."""
        if "directory" in self.__dict__:
            self.directory.close()
            del self.directory

    def forget_profile(self) -> None:
        """Let go of what was read of the profile: its file is another one now."""
        for name in ("profile_alone", "library", "matcher", "papers"):
            self.__dict__.pop(name, None)

    @opened_once
    def partnerships(self) -> "Partnerships":
        """The partnerships that the library keeps, in ``partnerships/`` of the workspace."""
        from collabkit.workspace.partnerships import Partnerships  # noqa: PLC0415

        return Partnerships(self.home, lambda: self.catalog, lambda: self.directory)

    @opened_once
    def requests(self) -> "Requests":
        """The requests that came to the library, in ``requests/`` of the workspace."""
        from collabkit.workspace.requests import Requests  # noqa: PLC0415

        return Requests(
            self.home, lambda: self.catalog, lambda: self.profile_alone, self.partnerships
        )

    @opened_once
    def matcher(self) -> "Matcher":
        """What answers the library's requests; made once."""
        from collabkit.matching.matcher import Matcher  # noqa: PLC0415

        return Matcher(self.catalog, self.library, self.readings)

    @opened_once
    def readings(self) -> "RememberedReadings | None":
        """Which works the library chose for which words; nothing where it never chose one."""
        if self.home is None or not (self.home / "readings.yaml").is_file():
            return None
        from collabkit.cases.memory import read_readings  # noqa: PLC0415
        from collabkit.matching.language.remembered import RememberedReadings  # noqa: PLC0415

        return RememberedReadings(read_readings(self.home))

    @opened_once
    def noted(self) -> "tuple[Noted, ...]":
        """What the library knows itself of single organizations, by ``knowledge.yaml``."""
        if self.home is None or not (self.home / "knowledge.yaml").is_file():
            return ()
        from collabkit.finding.knowledge_file import read_notes  # noqa: PLC0415

        return tuple(read_notes(self.home))

    @opened_once
    def cases(self) -> "Cases":
        """Wishes that are talked through, one question at a time."""
        from collabkit.workspace.cases import Cases  # noqa: PLC0415

        return Cases(self)

    @opened_once
    def papers(self) -> "Papers":
        """Where the library's papers are written."""
        from collabkit.proposals.desk import Papers  # noqa: PLC0415

        return Papers(
            self.catalog,
            self.library,
            lambda: self.matcher,
            profile=self.profile,
            templates=self.templates,
        )

    @property
    def works_with(self) -> frozenset[str]:
        """The kinds of partner that the library works with: those of its profile and of its partnerships."""
        from collabkit import clock  # noqa: PLC0415

        of_profile = {known.partner for known in self.library.partners if known.went != "badly"}
        kept = self.partnerships if self.home else ()
        at_work = {
            one.facts.partner
            for one in kept
            if one.facts.partner and one.state(clock.today()).stage != "ended"
        }
        return frozenset(of_profile | at_work)

    @property
    def plan_file(self) -> Path:
        """Where the plan of the workspace is, if one was saved."""
        return (self.home or Path()) / paths.PLAN

    def introductions(self, known_as: Iterable[tuple[str, str, str]]) -> list[Note]:
        """Return who knows whom, and what is kept, of organizations by id, name and kind of partner.

        A kind is meant where the name is blank.
        """
        if self.home is None:  # nothing is kept, so nothing need be imported to look for it
            return []
        return [
            Note("introduction", each) for each in self.partnerships.introductions(list(known_as))
        ]

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a person should know of whatever it answers."""
        shared = paths.open_cache()
        without_cache = () if shared is None else (_without_cache(shared),)
        return (*without_cache, *(() if self.profile else (_NO_PROFILE,)))

    def files(self) -> list[Path]:
        """Return what there is to check: the library's own catalogs, or the shipped ones, and its profile.

        Partnerships, requests, the people whom the library's own know and a saved plan are checked
        too, if there are any.
        """
        own = (
            [
                self.home / name
                for name in (
                    "partnerships",
                    "requests",
                    "people.yaml",
                    "knowledge.yaml",
                    "readings.yaml",
                    paths.PLAN,
                )
            ]
            if self.home
            else []
        )
        return [
            self.own_catalog or paths.data_dir(),
            *([self.profile] if self.profile else []),
            *(each for each in own if each.exists()),
        ]


_NO_PROFILE = Note(
    "no-profile",
    "No library.yaml here: counting only what every public library brings. "
    "A profile adds your rooms, hours and equipment.",
    "No library.yaml here: counting only what every public library brings. "
    "`collab init` adds your rooms, hours and equipment.",
)


def _without_cache(folder: Path) -> Note:
    return Note(
        "cache-open-to-others",
        f"Other users may write to {folder}, so nothing is kept there and each run is slower. "
        f"`chmod go-w {folder}` closes it.",
    )


def _path(given: str | Path | None) -> Path | None:
    return None if given is None else Path(given)
