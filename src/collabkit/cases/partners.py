"""The kinds of partner that a case may be about, and the one that a name tells."""

from collections.abc import Callable

from collabkit.cases import body_kinds
from collabkit.cases.case import Case
from collabkit.catalog import Activity, Catalog
from collabkit.matching import Query


class Partners:
    """Kinds of partner, by the work of a case or else by its words."""

    def __init__(self, catalog: Catalog, query: Callable[[Case], Query]) -> None:
        """Look in *catalog*.

        Args:
            catalog: who takes part in what.
            query: what a case asks for.
        """
        self._catalog = catalog
        self._query = query

    def work(self, case: Case) -> Activity | None:
        """Return the work of *case*: one of the catalog, or her own words once it is known with whom."""
        if case.own_work and case.partner is not None:
            from collabkit.cases.own_work import own_work  # noqa: PLC0415 - few works are such

            return own_work(self._catalog, case.work_name, case.partner)
        return self._catalog.activities[case.work] if case.work else None

    def kinds(self, case: Case) -> list[str]:
        """Return who may be asked: those with a part in the work, or those that fit the words, the likeliest first."""
        if case.work is None:
            fit = self._query(case).partners
            kinds = sorted(fit, key=lambda each: (-fit[each], each))
        else:
            work = self._catalog.activities[case.work]
            kinds = list(dict.fromkeys(role.partner for role in work.roles)) or [*work.partners()]
        passed = {each.name for each in case.passed_over}
        return [each for each in kinds if each not in passed]

    def told(self, case: Case, name: str) -> str | None:
        """Return the kind of the body called *name*: the only one there may be, or the one its name tells."""
        kinds = self.kinds(case)
        told = [each for each in kinds if body_kinds.told_by(self._catalog, each, name)]
        found = told or kinds
        return found[0] if len(found) == 1 else None
