"""A request, by ids or in plain words, to what was asked."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from collabkit.catalog import Catalog
from collabkit.errors import closest, offer
from collabkit.matching.query import Asked, by_goals, together
from collabkit.matching.scoring.facts import index

if TYPE_CHECKING:
    from collabkit.matching.language.interpret import Understanding


class Requests:
    """Understands requests in the terms of one catalog. Made once, asked many times."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._index = index(catalog)

    @cached_property
    def _understanding(self) -> "Understanding":
        from collabkit.matching.language.interpret import Understanding  # noqa: PLC0415 - not for ids

        return Understanding(self._catalog)

    def ask(self, aims: Sequence[str]) -> Asked:
        """Return what *aims*, each a goal id or plain words, ask for together.

        A request for ids alone needs none of what plain words need.
        """
        ids = [aim for aim in aims if aim in self._index.goals]
        texts = [aim for aim in aims if aim not in self._index.goals]
        asked = [by_goals(self._index, ids)] if ids else []
        return together([*asked, *(self._understanding.understand(text) for text in texts)])

    def slip(self, aim: str) -> str | None:
        """Return the question whether a goal id was meant, if *aim* looks like one with a slip.

        Letters alone would take "tax-help" for ``legal-help``: what the words say has to agree.
        """
        if " " in aim.strip() or aim in self._index.goals:
            return None
        close = closest(aim, self._index.goals)
        near = self.nearest_goals(aim)
        return offer(close) if close and (close in near or not near) else None

    def nearest_goals(self, aim: str, most: int = 3) -> list[str]:
        """Return the goals nearest to *aim* in words, best first; fewer if nothing is near."""
        return self._understanding.goals(aim)[:most]
