"""The first step: which joint work is meant. "None of these" leads to other words, or to the menu by goal."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from collabkit.cases.case import Case
from collabkit.cases.questions import Choice, Fact, Question
from collabkit.cases.readings import Readings, choice_of, shown
from collabkit.cases.steps import PASS, passed_over
from collabkit.catalog import Catalog
from collabkit.errors import UsageError

NONE = "none"
"""The choice that none of the works is meant."""
OWN = "own"
"""The choice to go on with her own words as the work."""
_ROUNDS = 3
"""Times that works are offered. After the last nothing is left but her own words."""
_MENU_MOST = 19
"""Works of one goal on a screen."""

Read = Callable[[Sequence[str]], Readings]
"""Reads what was said, from the first words on, and returns the works that may be meant."""


class WorkStep:
    """Which work a case is about."""

    def __init__(
        self, catalog: Catalog, read: Read, remembered: Callable[[str], str | None]
    ) -> None:
        """Ask in the terms of *catalog*.

        Args:
            catalog: which works there are.
            read: reads what was said.
            remembered: returns the work that was chosen for the same words before.
        """
        self._catalog = catalog
        self._read = read
        self._remembered = remembered

    def owns(self, question: str) -> bool:
        """Return whether *question* asks for the work or for other words."""
        return question.partition("-")[0] in {"work", "words"}

    def begun(self, words: str) -> Case:
        """Return the case that *words* begin; where they name a work for sure, with that work."""
        return self._with_sure_work(Case(words=(words,)))

    def question(self, case: Case) -> Question | None:
        """Return the question for the work, or for other words after "none of these"."""
        if case.work is not None or case.own_work:
            return None
        if self._nones(case) > _sayings(case):
            return self._for_words(case)
        return self._for_work(case)

    def answered(self, case: Case, question: str, answer: str) -> Case:
        """Return *case* with that work, or with what was said in other words."""
        if question.partition("-")[0] == "words":
            return self._reworded(case, question, answer)
        if answer in self._catalog.activities:
            return case._replace(work=answer, own_work=False)
        if answer == NONE:
            case = case._replace(work=None)
            last = _sayings(case) + 1 >= _ROUNDS
            return case._replace(own_work=True) if last else passed_over(case, question)
        if answer == PASS:
            raise UsageError("a case needs a work", "`none` asks for other words")
        return self._with_sure_work(
            passed_over(case, question)._replace(words=(*case.words, answer))
        )

    def taken_back(self, case: Case) -> Case | None:
        """Return *case* without the work, or without the last words or the last "none of these"."""
        if case.work is not None or case.own_work:
            return case._replace(work=None, own_work=False).without(
                _id("words", _sayings(case) + 1)
            )
        if self._nones(case) > _sayings(case):
            return case.without(_id("work", self._nones(case)))
        return case._replace(words=case.words[:-1]) if _sayings(case) else None

    def facts(self, case: Case) -> Iterator[Fact]:
        """Yield the wish and the work."""
        goals = self._catalog.goals
        said = [goals[each].label if each in goals else each for each in case.words]
        yield Fact("words", "; ".join(said), private=True)
        if case.work is not None:
            yield Fact("work", self._catalog.activities[case.work].label)
        elif case.own_work:
            yield Fact(
                "work", case.work_name or "No work of the catalog: your own words are the work."
            )

    def _with_sure_work(self, case: Case) -> Case:
        """Return *case* with the work that its words name, if they name one for sure."""
        known = self._remembered(case.words[-1])
        if known is not None and known in self._catalog.activities:
            return case._replace(work=known)
        found = self._read(case.words)
        first = next(iter(found.chances), None)
        return case._replace(work=first) if found.sure and first else case

    def _reworded(self, case: Case, question: str, answer: str) -> Case:
        if answer in {OWN, PASS}:
            return passed_over(case, question)._replace(own_work=True)
        return self._with_sure_work(case._replace(words=(*case.words, answer)))

    def _nones(self, case: Case) -> int:
        return sum(each.partition("-")[0] == "work" for each in case.passed)

    def _turned_down(self, case: Case) -> list[str]:
        """Return the works that were shown for what was said before the last words, and not taken."""
        found: list[str] = []
        for many in range(1, len(case.words)):
            found += self._shown(case.words[:many], found)
        return found

    def _shown(self, words: Sequence[str], turned_down: Sequence[str]) -> list[str]:
        if words[-1] in self._catalog.goals and len(words) > 1:
            return self._of_goal(words[-1], self._read(words[:-1]).chances)
        return shown(self._catalog, self._read(words), turned_down)

    def _of_goal(self, goal: str, chances: Mapping[str, float]) -> list[str]:
        """Return the works for *goal*, those that may be meant and those of which it is the main one first."""
        works = [each for each in self._catalog.activities.values() if goal in each.goals]
        works.sort(key=lambda each: (each.goals.index(goal), -chances.get(each.id, 0.0)))
        return [each.id for each in works[:_MENU_MOST]]

    def _for_work(self, case: Case) -> Question:
        works = self._shown(case.words, self._turned_down(case))
        many = _sayings(case) + 1
        last = many >= _ROUNDS
        choices = [choice_of(self._catalog, work, self._why(case, work)) for work in works]
        none = "go on with my own words" if last else "say it in other words, or pick a goal"
        choices.append(Choice(NONE, f"None of these: {none}"))
        return Question(
            _id("work", many),
            "Which of these do you mean?",
            "It decides who is asked and what for.",
            tuple(choices),
            free=not last,
        )

    def _why(self, case: Case, work: str) -> str:
        """Return what speaks for *work*."""
        if self._remembered(case.words[-1]) == work:
            return "You chose it for these words before."
        return ""

    def _for_words(self, case: Case) -> Question:
        goals = self._catalog.goals.values()
        menu = (Choice(goal.id, goal.label, goal.summary) for goal in goals)
        return Question(
            _id("words", self._nones(case)),
            "What would be different if it worked? Say it in other words, or pick a goal.",
            "None of the works fitted; what you say now is added to what you said before.",
            (*menu, Choice(OWN, "Go on with my own words", "Papers then have gaps to fill.")),
            free=True,
            may_pass=True,
        )


def _sayings(case: Case) -> int:
    """Return how often something was said after the wish."""
    return len(case.words) - 1


def _id(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"
