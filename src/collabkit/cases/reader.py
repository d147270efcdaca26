"""What was said to works: all that was said together, the last of it counting most."""

from collections.abc import Callable, Sequence

from collabkit.cases.case import Case
from collabkit.cases.readings import Readings, readings_of
from collabkit.matching import Parser, Query


class Reader:
    """Reads for one catalog. What was read once is not read again."""

    def __init__(self, parser: Callable[[], Parser]) -> None:
        """Read with what *parser* opens: a case whose work is known needs none."""
        self._parser = parser
        self._queries: dict[tuple[str, ...], Query] = {}

    def works(self, words: Sequence[str]) -> Readings:
        """Return the works that *words*, the wish and what was said later, may mean."""
        query = self._read(words)
        return readings_of(query.works or query.activities, understood=query.confidence != "low")

    def query(self, case: Case) -> Query:
        """Return what *case* asks for, with its work as the only one that answers."""
        query = self._read(case.words)
        return query._replace(activities={case.work: 1.0}) if case.work else query

    def _read(self, words: Sequence[str]) -> Query:
        said = tuple(words)
        if said not in self._queries:
            self._queries[said] = self._parser().parse(said)
        return self._queries[said]
