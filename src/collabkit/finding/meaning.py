"""What a request means for named bodies: which kinds do the work, who may help, and which signs show it.

A goal is one piece of work, and its catalogs say who does it. Plain words are read twice: the matching
tells the kinds that fit, and the signs tell what the words are about, which is often finer than a goal:
"eviction papers", "animals of the bay". Where the words are plain, they decide over the matching.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from collabkit.finding.words import called, telling_words
from collabkit.finding.works import Sign, Works
from collabkit.matching import Query

_ABOUT = 0.5
"""Share of the weight of its main goal that another goal of an aim must have, to be what it is about."""
_HARDLY = 0.12
"""Weight below which words hardly speak of a goal."""
_PLAINLY = 0.4
"""Weight from which words speak of a goal, whatever else they are about."""
_NAMED = 35.0
"""Match score below which words name no kind."""
_KINDS = 3
"""Kinds that words may mean at most."""
_CLOSE = 0.85
"""Share of the best match score from which another kind may be meant as well."""
_GOOD = 70.0
"""Worth of a partner of whom it may be the own work."""
_NEARLY = 60.0
"""Worth from which a kind answers nearly as well as the best."""
_NEARLY_BY_WORDS = 70.0
"""The same, where words tell of the kinds."""
_RELATED = 0.8
"""What a partner is worth of whom the goal is not its own work."""
_ELSE = 0.6
"""The same, of one that neither works for it nor often helps with it."""
_BESIDES = 85.0
"""What a partner is worth at least that does besides other work what the words speak of, finer than a goal."""
_BESIDES_OF_WORDS = 50.0
"""The same, where the words speak of all that belongs to a goal: many kinds do something for one."""
_BESIDES_OF_GOAL = 30.0
"""The same, where the goal is asked for by its id: it is named only where hardly anybody does the work."""
_IF_SHOWN = 50.0
"""What a partner is worth at most of whom only some do the work: those show it."""


class Meaning(NamedTuple):
    """What a request means."""

    scores: Mapping[str, float]
    """The partners that fit, each with its worth, 0 to 100: 100 for the best of them."""
    shown: tuple[str, ...] = ()
    """The goals, and what is finer than a goal, that a body may show that it works for."""
    plainly: tuple[str, ...] = ()
    """Those of them that the words speak of themselves, where there are any."""
    doers: frozenset[str] = frozenset()
    """Partners that do this work by their nature."""
    core: frozenset[str] = frozenset()
    """Partners of whom it is one work of several."""
    likely: frozenset[str] = frozenset()
    """Those of them that the words speak of, so that one without staff may be asked too."""
    asked: tuple[str, ...] = ()
    """Words of the request that tell of the work if they stand in a name."""
    nearly: float = 0.0
    """Worth from which a kind answers nearly as well as the best."""


def read(known: Works, query: Query, scores: Mapping[str, float], *, named: bool) -> Meaning:
    """Return what *query* means.

    Args:
        known: what shows which work, and who does it.
        query: the aim.
        scores: the match score of each partner that fits, best first.
        named: whether the partners were named by whoever asks, so that their own scores count.
    """
    goals = _main_goals(query.goals)
    if named:
        return Meaning(scores, goals, doers=_doers(known, goals))
    if max(query.goals.values(), default=0.0) >= 1:
        return _of_goals(known, goals, scores)
    best = max(scores.values(), default=1.0)
    meant = _meant(scores)
    scores = {id_: round(100 * score / best, 1) for id_, score in scores.items()}
    asked = telling_words(query.aim)
    about = [sign for sign in known.signs if called(query.aim, sign.asked)]
    if about:
        return _about(known, query, about, meant, scores)._replace(asked=asked)
    if meant:
        goals = _goals_of(known, goals, meant)
    doers = _doers(known, goals) | meant
    return Meaning(scores, goals, doers=doers, asked=asked, nearly=_NEARLY_BY_WORDS)


def _of_goals(known: Works, goals: tuple[str, ...], scores: Mapping[str, float]) -> Meaning:
    """Return what *goals* mean that were asked for by their ids."""
    signs = [sign for sign in known.signs if sign.shows in goals]
    worth = _worth(known, goals, scores)
    owners = {id_ for id_, of in worth.items() if of >= _GOOD and _owns(known, goals, id_)}
    besides = {kind for sign in signs for kind in sign.besides}
    if_shown = {kind for sign in signs for kind in sign.if_shown}
    for id_ in besides:
        worth[id_] = max(_BESIDES_OF_GOAL, worth.get(id_, 0.0))
    for id_ in if_shown:
        worth[id_] = min(_IF_SHOWN, worth.get(id_, 0.0))
    ordered = dict(sorted(worth.items(), key=lambda each: -each[1]))
    doers = _doers(known, goals)
    return Meaning(
        ordered,
        goals,
        doers=doers,
        core=frozenset((owners | besides) - if_shown - doers),
        nearly=_NEARLY,
    )


def _about(
    known: Works,
    query: Query,
    about: Sequence[Sign],
    meant: Iterable[str],
    scores: Mapping[str, float],
) -> Meaning:
    """Return what words mean that are *about* some work: its own kinds before those of the matching."""
    of_words = dict.fromkeys(sign.goal for sign in about)
    goals = tuple(goal for goal in query.goals if query.goals[goal] >= _PLAINLY or goal in of_words)
    shown = tuple(dict.fromkeys((*(sign.shows for sign in about), *_main_goals(_of(query, goals)))))
    owners = {id_ for id_ in known.kinds if _owns(known, (*of_words, *goals), id_)}
    besides: dict[str, float] = {}
    for sign in about:
        least = _BESIDES_OF_WORDS if sign.shows == sign.goal else _BESIDES
        besides |= {kind: max(least, besides.get(kind, 0.0)) for kind in sign.besides}
    if_shown = {kind for sign in about for kind in sign.if_shown}
    doers = _doers(known, [sign.shows for sign in about])
    likely = frozenset(id_ for id_ in meant if id_ in besides) - doers
    worth = {}
    for id_ in known.kinds:
        fits = scores.get(id_, 0.0)
        if id_ in doers:
            worth[id_] = 100.0
        elif id_ in besides:
            worth[id_] = max(besides[id_], fits)
        elif id_ in if_shown:
            worth[id_] = min(_IF_SHOWN, fits)
        elif id_ in owners:
            worth[id_] = max(_NEARLY_BY_WORDS, fits)
        else:
            worth[id_] = fits * _share(known, (*of_words, *goals), id_)
    ordered = dict(sorted(worth.items(), key=lambda each: -each[1]))
    core = besides.keys() | {id_ for id_ in owners - if_shown if scores.get(id_, 0.0) >= _NEARLY}
    return Meaning(
        ordered,
        shown,
        tuple(dict.fromkeys(sign.shows for sign in about)),
        doers,
        frozenset(core - doers),
        likely,
        nearly=_NEARLY_BY_WORDS,
    )


def _of(query: Query, goals: Iterable[str]) -> dict[str, float]:
    return {goal: query.goals[goal] for goal in goals}


def _doers(known: Works, shown: Iterable[str]) -> frozenset[str]:
    """Return who does by nature what is *shown*."""
    asked = set(shown)
    return frozenset(kind for sign in known.signs if sign.shows in asked for kind in sign.kinds)


def _meant(scores: Mapping[str, float]) -> frozenset[str]:
    """Return the kinds that words mean: the best, and who comes close."""
    best = max(scores.values(), default=0.0)
    if best < _NAMED:
        return frozenset()
    ordered = sorted(scores, key=lambda id_: -scores[id_])
    return frozenset(id_ for id_ in ordered[:_KINDS] if scores[id_] >= _CLOSE * best)


def _goals_of(known: Works, goals: Sequence[str], meant: Iterable[str]) -> tuple[str, ...]:
    """Return those of *goals* that somebody who is *meant* works for."""
    theirs = [known.kinds[id_] for id_ in meant]
    return tuple(
        goal for goal in goals if any(goal in (*each.core, *each.related) for each in theirs)
    )


def _owns(known: Works, goals: Iterable[str], partner: str) -> bool:
    return any(goal in known.kinds[partner].core for goal in goals)


def _main_goals(goals: Mapping[str, float]) -> tuple[str, ...]:
    """Return the goals that an aim is about, the first one first."""
    most = max(goals.values(), default=0.0)
    return tuple(goal for goal, weight in goals.items() if weight >= max(_ABOUT * most, _HARDLY))


def _worth(known: Works, goals: Sequence[str], scores: Mapping[str, float]) -> dict[str, float]:
    """Return what each partner is worth beside the best: less where it is not its own work."""
    best = max(scores.values(), default=1.0)
    return {
        id_: round(100 * score / best * _share(known, goals, id_), 1)
        for id_, score in scores.items()
    }


def _share(known: Works, goals: Iterable[str], partner: str) -> float:
    theirs = known.kinds[partner]
    if _owns(known, goals, partner):
        return 1.0
    return _RELATED if any(goal in theirs.related for goal in goals) else _ELSE
