"""The words by which a line of a log is read: lists that a librarian may extend, in ``data/log-words.txt``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from collabkit.paths import data_dir

FILE: Final = "log-words.txt"
_VOWELS: Final = "aeiou"


def word_set(text: str) -> frozenset[str]:
    """Return the words of *text*: those of grammar, which no librarian extends."""
    return frozenset(text.split())


@cache
def _lists() -> dict[str, dict[str, str]]:
    """Return every list of the file, each as what is typed to what it stands for."""
    lists: dict[str, dict[str, str]] = {}
    current: dict[str, str] = {}
    for raw in (data_dir() / FILE).read_text("utf-8").split("\n"):
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            current = lists.setdefault(line.strip("[]"), {})
        elif "=" in line:
            typed, _, meant = line.partition("=")
            current.update(
                dict.fromkeys((each.strip() for each in typed.split(",")), meant.strip())
            )
        elif line:
            current.update((each.strip(), each.strip()) for each in line.split(",") if each.strip())
    return lists


@cache
def words(name: str) -> Mapping[str, str]:
    """Return the list *name*: what is typed to what it stands for.

    `verbs` is every verb of giving, doing, paying and asking in its plain form.
    """
    lists = _lists()
    if name == "verbs":
        return {
            verb: verb for kind in ("giving", "doing", "paying", "asking") for verb in lists[kind]
        }
    return lists[name]


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Return a pattern of all phrases of the list *name*.

    In them ``(a|b)`` is one or the other, ``(all )`` and ``call(ing|ed)`` may be left out, ``*`` is a word, and
    ``...`` up to six.
    """
    made = [_pattern(phrase) for phrase in sorted(words(name), key=len, reverse=True)]
    return re.compile(rf"\b(?:{'|'.join(made)})(?![\w'])")


def _pattern(phrase: str) -> str:
    optional = re.sub(r"\(([^()]* )\)", r"(?:\1)?", phrase)
    ending = re.sub(r"(?<=\w)\((\w[\w|]*)\)", r"(?:\1)?", optional)
    return ending.replace("... ", r"(?:[\w'$-]+ ){0,6}").replace("*", r"[\w'-]+")


@cache
def third_persons() -> Mapping[str, str]:
    """Return "sends", "carries", "goes" and their like, each with its plain form."""
    return {form: verb for verb in words("verbs") for form in (_third(verb),)}


@cache
def doings() -> Mapping[str, str]:
    """Return "sending", "putting", "having" and their like, each with its plain form."""
    return {form: verb for verb in words("verbs") for form in _ing(verb)}


@cache
def pasts() -> Mapping[str, str]:
    """Return "sent", "carried", "picked" and their like, each with its plain form."""
    irregular = {form: verb for form, verb in words("past").items() if form != verb}
    regular = {form: verb for verb in words("verbs") for form in _ed(verb)}
    return regular | irregular


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return {"have": "has", "be": "is"}.get(verb, f"{verb}s")


def _ing(verb: str) -> Iterator[str]:
    yield f"{verb[:-1]}ing" if verb.endswith("e") and verb != "be" else f"{verb}ing"
    yield f"{verb}{verb[-1]}ing"
    yield f"{verb}in"


def _ed(verb: str) -> Iterator[str]:
    if verb.endswith("e"):
        yield f"{verb}d"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        yield f"{verb[:-1]}ied"
    else:
        yield f"{verb}ed"
        yield f"{verb}{verb[-1]}ed"
