"""What ``find`` says of a list beside the list: who is next, who is left out, and a card for each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Collab
from finding.made import HEADER, Find, names, row

Town = Callable[..., Find]


@pytest.fixture
def pantry(collab: Collab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Load rows of the register into a directory of its own."""

    def loaded(*rows: str) -> None:
        monkeypatch.setenv("COLLAB_DIRECTORY", str(tmp_path / "directory"))
        monkeypatch.setenv("COLUMNS", "80")
        (tmp_path / "eo.csv").write_text("\n".join((HEADER, *rows, "")), encoding="ascii")
        assert collab("directory", "load", str(tmp_path / "eo.csv")).code == 0

    return loaded


_ASKED = ("find", "food-security", "--near", "59801")
_TWO = (row("Missoula Food Bank", NTEE_CD="K31"), row("Clark Fork Food Pantry", NTEE_CD="K31"))


def test_more_is_promised_only_where_there_is_more(
    pantry: Callable[..., None], collab: Collab
) -> None:
    pantry(*_TWO)

    assert "--limit 2 shows more" in collab(*_ASKED, "-n", "1").err
    assert "shows more" not in collab(*_ASKED, "-n", "2").err
    assert "--within 50mi looks further" in collab(*_ASKED, "-n", "5").err


def test_who_would_be_next_is_named_where_few_fit(
    pantry: Callable[..., None], collab: Collab
) -> None:
    pantry(*_TWO, row("Great Human Services Agency", NTEE_CD="P20", INCOME_CD="6"))
    all_ = names_of(collab(*_ASKED, "-f", "csv").out)

    run = collab(*_ASKED, "--set", "core", "--set", "min-score=0")

    assert "Missoula Food Bank" in all_
    assert "and no others that fit" in run.err


def names_of(sheet: str) -> list[str]:
    return [line.split(",")[0] for line in sheet.splitlines()[1:]]


def test_who_went_badly_is_named_as_left_out(
    pantry: Callable[..., None], collab: Collab, tmp_path: Path
) -> None:
    pantry(*_TWO)
    profile = tmp_path / "library.yaml"
    profile.write_text(
        "partners:\n  - {partner: food-bank, name: Missoula Food Bank, went: badly}\n"
    )

    run = collab(*_ASKED, "--library", str(profile))

    assert "Left out: Missoula Food Bank (known, and it went badly)." in run.err
    assert "Missoula Food Bank" not in run.out


def test_a_card_says_why_what_it_is_and_how_to_reach_it(
    pantry: Callable[..., None], collab: Collab
) -> None:
    pantry(*_TWO)

    cards = collab(*_ASKED, "--explain")

    assert cards.code == 0
    first, second, _ = cards.out.split("\n\n")
    for card in (first, second):
        titles = [line[4:16].strip() for line in card.splitlines()[1:]]
        assert [title for title in titles if title] == [
            *("Why", "What it is", "Size", "Call", "Where", "Its kind")
        ]
    assert "Missoula, MT 59801" in first
    assert max(map(len, cards.out.splitlines())) <= 80
    assert collab(*_ASKED, "--explain", "--gaps").code == 2


def test_an_organization_is_shown_as_a_card_and_whole_to_a_program(
    pantry: Callable[..., None], collab: Collab
) -> None:
    pantry(*_TWO)
    [id_, _] = collab(*_ASKED, "-f", "ids").out.split()

    card = collab("show", id_, "-f", "table").out

    assert card.splitlines()[0].endswith(f"({id_})")
    assert "Food bank or pantry." in card
    assert "Exempt Organizations Business Master File" in card
    assert "(none)" not in card
    assert '"size":' in collab("show", id_, "-f", "json").out


def test_the_table_tells_who_does_it_from_who_may_help(town: Town) -> None:
    found = town(
        row("Missoula Pantry", NTEE_CD="K31"),
        row("Missoula Food Shelf"),
        row("Open Sesame Agency", NTEE_CD="P20", INCOME_CD="7"),
    )("food-security")

    assert dict(zip(names(found), [each["shown_by"] for each in found], strict=True)) == {
        "Missoula Pantry": "name",
        "Missoula Food Shelf": "name",
        "Open Sesame Agency": "none",
    }
