"""What is told to the partnerships that a library keeps: what happened, and who is new."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit import clock
from collabkit.api.shelf import Shelf
from collabkit.arguments import Words, several

if TYPE_CHECKING:
    from collabkit.api.changing import Changes
    from collabkit.api.log import Logged
    from collabkit.api.moving import Moved
    from collabkit.library import Library
    from collabkit.partnerships.entries import Entry
    from collabkit.partnerships.facts import Facts
    from collabkit.partnerships.partnership import Partnership


class Telling(Shelf):
    """Partnerships that are told: a new one, a line of its log, a paper that was written."""

    def track(
        self,
        name: str,
        *,
        partner: str | None = None,
        goals: Words | None = None,
        folder: str = "",
        on: date | None = None,
        **more: Any,  # noqa: ANN401 - any field of partnership.yaml
    ) -> "Partnership":
        """Start keeping a partnership, as ``collab track`` does.

        Args:
            name: the organization's name, its id in the directory, or a kind of partner.
            partner: what kind it is.
            goals: ids of the goals that both share.
            folder: the name of its folder; made of the organization's name unless given.
            on: the day of the first line in its log; today by default.
            more: other fields of ``partnership.yaml``, such as ``work="tutoring-rooms"``.

        Raises:
            KeptAlreadyError: there is one of that name.
            UnknownIdError: an id names nothing.
        """
        from collabkit.api.tracking import of_organization, stated  # noqa: PLC0415
        from collabkit.directory.registers import looks_like_one, organization  # noqa: PLC0415

        known: dict[str, Any] = {}
        if looks_like_one(name):
            known = of_organization(organization(self._directory(), name))
        given = {"partner": partner, "goals": several(goals, "goal"), **more}
        told = {field: value for field, value in given.items() if value}
        facts = stated(self._catalog(), **{"name": name, **known, **told})
        return self._start(facts, folder, on)

    def track_record(
        self, record: Mapping[str, Any], *, folder: str = "", on: date | None = None
    ) -> "Partnership":
        """Start keeping the partnership that a record of ``match`` or ``find`` names."""
        from collabkit.api.tracking import of_record, stated  # noqa: PLC0415

        catalog = self._catalog()
        return self._start(stated(catalog, **of_record(catalog, record)), folder, on)

    def track_known(
        self, library: "Library", *, profile: Path | None = None, on: date | None = None
    ) -> "Moved":
        """Start keeping every organization that stands by name in ``partners:`` of the profile *library*.

        Those that are kept already are passed over.

        Args:
            library: the profile.
            profile: its file, out of which the lines of what is kept are taken; comments and order
                stay. It is left as it is unless given: a record wins over it.
            on: the day of the first line in each log; today by default.

        Raises:
            StaleFileError: somebody changed *profile* meanwhile; nothing is lost, do it again.
        """
        from collabkit.api.moving import Moved, says_as_much, taken_out  # noqa: PLC0415
        from collabkit.api.tracking import known, stated  # noqa: PLC0415
        from collabkit.partnerships.starting import KeptAlreadyError  # noqa: PLC0415

        catalog, day, moved = self._catalog(), on or clock.today(), Moved()
        gone = {}
        for place, each in enumerate(library.partners):
            if each.name is None:
                continue
            facts = stated(catalog, each.name, partner=each.partner, since=each.since)
            try:
                moved.append(self._start(facts, "", day, known(each, day)))
            except KeptAlreadyError as kept:
                if not says_as_much(kept.folder, each, day):
                    moved.left.append(each.name)
                    continue
            gone[place] = each.name
        if profile is not None and gone:
            taken_out(profile, gone)
            moved.lines = len(gone)
        return moved

    def _start(
        self, facts: "Facts", folder: str, on: date | None, entries: "Sequence[Entry]" = ()
    ) -> "Partnership":
        from collabkit.partnerships.partnership import Partnership  # noqa: PLC0415
        from collabkit.partnerships.starting import start  # noqa: PLC0415

        return Partnership(
            start(self.folder, facts, on or clock.today(), folder=folder, entries=entries)
        )

    def change(self, name: str, told: Mapping[str, str]) -> "Changes":
        """Change facts of one in its file, as ``collab change`` does; every other byte of it stays.

        Args:
            name: any part of its name that is clear.
            told: values by the names of the facts, as a person types them, such as
                ``{"level": "cooperating", "end": "2027-03-31"}``; a blank one takes the fact out.

        Raises:
            UsageError: there is no such partnership or fact, or the value cannot stand there.
            DataError: the facts are wrong already.
            StaleFileError: somebody else changed them meanwhile; nothing is lost.
        """
        from collabkit.api.changing import change  # noqa: PLC0415 - YAML

        one = self.named(name)
        return change(one, told, self._catalog(), clock.today())

    def log(self, name: str, texts: Words, *, on: date | None = None) -> "Logged":
        """Write what happened into the log of one, as ``collab log`` does.

        Args:
            name: any part of its name that is clear.
            texts: what happened, in a person's words; several are written together.
            on: the day on which it happened; what a text says of its day, or today, by default.
        """
        from collabkit.api.log import log  # noqa: PLC0415

        said = [texts] if isinstance(texts, str) else texts
        return log(self.folder, name, said, today=clock.today(), day=on)

    def log_papers(
        self, name: str, paper: str, files: Sequence[Path], *, on: date | None = None
    ) -> None:
        """Write into the log of one that *paper* was written into *files*, by the names it has from there."""
        from collabkit.partnerships.entries import Entry as Line  # noqa: PLC0415
        from collabkit.partnerships.logs import append  # noqa: PLC0415

        folder = self.named(name).folder
        day = on or clock.today()
        places = [os.path.relpath(file, folder).replace(os.sep, "/") for file in files]
        append(folder, [Line(day, "paper", f"{paper}, {place}") for place in places])
