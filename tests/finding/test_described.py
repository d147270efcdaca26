"""What bodies say in their returns that they do, as `find` uses and quotes it."""

import re
from pathlib import Path

import pytest

from collabkit.catalog import Catalog
from collabkit.directory.records import Statement
from collabkit.finding.quotes import quoted
from collabkit.finding.reading import TextReader
from conftest import Collab
from directory.conftest import REGISTERS
from finding.made import HEADER, Find, finder, names, row

NILES = (REGISTERS / "returns/niles_2021_public.xml").read_text(encoding="utf-8")


def returned(ein: int, name: str, says: str) -> str:
    """Return a return of a body in Missoula that says what it does."""
    text = re.sub(r"<(ActivityOrMissionDesc|MissionDesc|Desc)>[^<]*", rf"<\1>{says}", NILES)
    for old, new in (
        *(("382074062", str(ein)), ("GREATER NILES SENIOR CENTER INC", name.upper())),
        *((">NILES<", ">MISSOULA<"), (">MI<", ">MT<"), (">49120<", ">59801<")),
    ):
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of three bodies that teach, of whom one says so and one is only called so."""
    home = tmp_path_factory.mktemp("described")
    rows = (
        row("Bright Steps", EIN=810000081),
        row("Tutoring Partners", EIN=810000082),
        row("Quiet Corner", EIN=810000083),
    )
    (home / "eo.csv").write_text("\n".join((HEADER, *rows)) + "\n", encoding="ascii")
    says = {
        (
            810000081,
            "Bright Steps",
        ): "FREE TUTORING AND HOMEWORK HELP FOR CHILDREN IN GRADES ONE TO EIGHT",
        (810000084, "Far Lane"): "PROVIDE FOSTER CARE SERVICES IN THE VALLEY",
    }
    for (ein, name), text in says.items():
        (home / f"{ein}_public.xml").write_text(returned(ein, name, text), encoding="utf-8")
    from collabkit.cli import main  # noqa: PLC0415

    directory = home / "directory"
    assert main(("directory", "load", str(home), "--directory", str(directory))) == 0
    return directory


@pytest.fixture
def find(collab: Collab, found: Path) -> Find:
    return finder(collab, found, "Missoula")


def test_a_body_that_says_so_comes_before_one_that_is_called_so(find: Find) -> None:
    assert names(find("kids need a tutor"))[:2] == ["Bright Steps", "Tutoring Partners"]


def test_the_reason_is_what_it_says_quoted_short(find: Find) -> None:
    first = find("kids need a tutor")[0]

    [said] = [each["why"] for each in first["reasons"] if each["name"] == "sign"]
    assert said.endswith(
        ': its return of 2022 says "Free tutoring and homework help for children in grades one to eight".'
    )
    assert first["id"] == "irs-810000081"
    assert first["ids"] == ["irs-810000081", "returns-810000081"]
    assert (first["phone"], first["site"]) == ("269-683-9380", "NILESSENIORCENTER.ORG")


def test_a_body_of_whom_nothing_else_tells_is_found_by_what_it_says(find: Find) -> None:
    assert "Far Lane" in names(find("foster families"))
    assert "Quiet Corner" not in names(find("foster families"))


def test_goals_asked_for_by_id_are_shown_by_statements_too(find: Find) -> None:
    assert "Far Lane" in names(find("--goal", "family-support"))


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("After school tutoring for forty children", "school-success"),
        ("FEED PEOPLE THROUGH A FOOD PANTRY AND A COMMUNITY GARDEN", "food-security"),
        ("PROVIDE PRIVATE FOSTER CARE SERVICES IN THE MIAMI VALLEY AREA.", "family-support"),
        ("TO OFFER A VARIETY OF ACTIVITIES TO KEEP OUR SENIORS ENGAGED AND ACTIVE.", "aging"),
    ],
)
def test_a_statement_is_read_as_a_request_is(catalog: Catalog, text: str, goal: str) -> None:
    [about] = TextReader(catalog)([text])

    assert goal in about.goals


@pytest.mark.parametrize("text", ["", "N", "GENERAL SUPPORT"])
def test_a_statement_that_tells_nothing_shows_no_goal(catalog: Catalog, text: str) -> None:
    [about] = TextReader(catalog)([text])

    assert about.goals == ()


def test_one_word_that_only_names_bear_shows_nothing_in_a_sentence(catalog: Catalog) -> None:
    [about] = TextReader(catalog)(["To promote excellence and justice by service"])

    assert "equity-inclusion" not in about.goals


LONG = "We run a home for animals of every kind and teach their keepers. " * 4


def statement(text: str, year: int | None = 2023) -> Statement:
    return Statement("program", text, "returns", year, None)


@pytest.mark.parametrize(
    ("text", "year", "quote"),
    [
        ("FOSTER CARE. ADOPTION", 2023, 'its return of 2023 says "Foster care. Adoption"'),
        ("Feeds people.", None, 'its return says "Feeds people"'),
        ('A "safe" place', 2023, "its return of 2023 says \"A 'safe' place\""),
    ],
)
def test_a_quote_is_set_as_a_sentence(text: str, year: int | None, quote: str) -> None:
    assert quoted(statement(text, year)) == quote


def test_a_long_statement_is_cut_at_a_word() -> None:
    quote = quoted(statement(LONG))

    assert len(quote) < 150
    assert quote.endswith(' ..."')
    assert quote.removeprefix('its return of 2023 says "').split(" ...")[0] in LONG
