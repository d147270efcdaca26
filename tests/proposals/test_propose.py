"""``collab propose``: what goes where, and what is said."""

import json
from pathlib import Path

import pytest

from collabkit.catalog import Catalog
from collabkit.library import Figure, Library
from collabkit.proposals import Subject
from collabkit.proposals.papers import VOICES
from conftest import Collab
from proposals.samples import drafted

PROFILE = """\
name: Carnegie Public Library
place: Dell Rapids, South Dakota
contact:
  role: outreach librarian
  name:
  phone: 605-555-0142
"""


def files(folder: str = ".") -> list[str]:
    return sorted(str(path) for path in Path(folder).rglob("*") if path.is_file())


def test_gaps_are_told_with_the_line_to_fill(collab: Collab) -> None:
    Path("library.yaml").write_text(PROFILE, encoding="utf-8")
    run = collab("propose", "literacy-council", "-g", "literacy", "--to", "Minnehaha Reads")

    assert run.code == 0
    assert "[your name]" in run.out
    assert "missing: [your name] library.yaml:5: fill in `name:`" in run.err


def test_strict_writes_nothing_and_exits_3(collab: Collab) -> None:
    run = collab("propose", "food-bank", "--as", "email", "--strict", "-o", "a.md")

    assert (run.code, run.out, files()) == (3, "", [])
    assert "facts are missing; nothing was written" in run.err


def test_strict_passes_a_paper_without_gaps(collab: Collab) -> None:
    profile = PROFILE.replace("name:\n", "name: Ida Larsen\n")
    Path("library.yaml").write_text(profile, encoding="utf-8")
    run = collab("propose", "food-bank", "--as", "email", "--to", "X", "--strict")

    assert run.code == 0
    assert "[" not in run.out


@pytest.mark.parametrize(
    "name", ["../../x", "/etc/passwd", "..\\..\\x", ".", "", "a/b", "CON", "\0", "é" * 400, "~root"]
)
def test_no_name_leads_outside_the_folder(collab: Collab, name: str) -> None:
    run = collab("propose", "food-bank", "--as", "email", "--to", name, "-o", "pitches/")

    assert run.code == 0
    assert len(files("pitches")) == len(files("..")) == 1


def test_a_file_is_not_written_over_without_force(collab: Collab) -> None:
    Path("a.md").write_text("mine", encoding="utf-8")
    run = collab("propose", "food-bank", "-o", "a.md")

    assert run.code == 1
    assert Path("a.md").read_text(encoding="utf-8") == "mine"
    assert collab("propose", "food-bank", "-o", "a.md", "--force").code == 0
    assert Path("a.md").read_text(encoding="utf-8") != "mine"


def test_a_link_is_not_followed_out_of_the_folder(collab: Collab, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    Path("pitches").mkdir()
    Path("pitches/food-bank.md").symlink_to(outside)

    for force in ((), ("--force",)):
        run = collab("propose", "food-bank", "-o", "pitches/", *force)

        assert run.code == 1
        assert run.err.startswith("collab: pitches/food-bank.md is a link; nothing was written\n")
        assert not outside.exists()


def test_a_link_that_is_named_is_written_through(collab: Collab, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    Path("food.md").symlink_to(tmp_path / "kept" / "food.md")

    assert collab("propose", "food-bank", "-o", "food.md").code == 1
    assert collab("propose", "food-bank", "-o", "food.md", "--force").code == 0
    assert Path("food.md").is_symlink()
    assert (tmp_path / "kept" / "food.md").read_text("utf-8").startswith("# ")


def test_matches_from_a_pipe_become_a_file_each(collab: Collab, collab_process: Collab) -> None:
    matches = collab("match", "-g", "literacy", "--limit", "3", "-f", "ndjson").out
    run = collab_process("propose", "--as", "one-pager", "-o", "pitches/", stdin=matches)

    assert run.code == 0
    assert files("pitches") == sorted(
        f"pitches/{json.loads(line)['partner']}.md" for line in matches.splitlines()
    )


def test_an_organization_in_a_record_is_named(collab: Collab) -> None:
    record = {"partner": "food-bank", "name": "Missoula Food Bank"}
    run = collab("propose", "--as", "email", "--for", "board", stdin=json.dumps(record))

    assert "Missoula Food Bank" in run.out


@pytest.mark.parametrize(
    "record",
    [
        "[]",
        "7",
        "{",
        '{"partner": 3}',
        '{"partner": "no-such"}',
        '{"partner": "food-bank", "goals": "x", "activity": {"id": ["a"]}}',
        '{"partner": "food-bank", "goals": [["x"], 3], "name": 3}',
        "[" * 100_000,
    ],
)
def test_no_record_brings_a_traceback(collab: Collab, record: str) -> None:
    run = collab("propose", "-", "--as", "email", stdin=record)

    assert "Traceback" not in run.err
    assert run.code in {0, 2}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--as", "emial"), "Did you mean 'email'?"),
        (("--as", "script", "--for", "board"), "there is no script for a board"),
        (("--for", "mayor"), "mayor"),
        (("--set", "date=tomorrow"), "tomorrow"),
        (("--set", "templates=nowhere"), "no folder called 'nowhere'"),
        (("--set", "level=oath"), "oath"),
    ],
)
def test_a_wrong_word_is_a_usage_error(
    collab: Collab, arguments: tuple[str, ...], told: str
) -> None:
    run = collab("propose", "food-bank", *arguments)

    assert (run.code, run.out) == (2, "")
    assert told in run.err


def test_an_escape_in_a_name_does_not_reach_the_terminal(collab: Collab) -> None:
    run = collab("propose", "food-bank", "--to", "\x1b[31mred\u202e")

    assert "\x1b" not in run.out + run.err
    assert "\u202e" not in run.out


@pytest.mark.parametrize("form", ["md", "txt", "html"])
def test_no_mark_that_turns_text_gets_into_a_paper(
    collab: Collab, clean_machine: Path, form: str
) -> None:
    marks = "\u061c\u200e\u200f\u202e\u2066\ufeff"
    (clean_machine / "library.yaml").write_text(f"name: Ours{marks}\n", encoding="utf-8")

    named = ("--to", f"Them{marks}", "--set", f"with=museum=Us{marks}")
    run = collab("propose", "food-bank", *named, "-f", form)

    assert run.code == 0
    assert not set(marks) & set(run.out + run.err)
    shown = "".join(f"\\u{ord(mark):04x}" for mark in marks)
    assert run.out.replace("\\\\", "\\").count(shown) >= 2


def test_what_a_template_of_ones_own_holds_cannot_act_on_a_terminal(
    collab: Collab, clean_machine: Path
) -> None:
    (clean_machine / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
    (clean_machine / "templates").mkdir()
    text = "Red \x1b[31m and \u202e back\n"
    (clean_machine / "templates" / "email.md.j2").write_text(text, encoding="utf-8")

    assert collab("propose", "food-bank", "--as", "email").out == "Red \\x1b[31m and \\u202e back\n"


def test_the_day_is_the_one_given(collab: Collab) -> None:
    assert (
        "**Date:** March 3, 2026" in collab("propose", "food-bank", "--set", "date=2026-03-03").out
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("4.1%", "4.1 percent of households in the county have no vehicle (ACS, 2023)."),
        ("4.1 %", "4.1 percent of households in the county have no vehicle (ACS, 2023)."),
        (4, "4 percent of households in the county have no vehicle (ACS, 2023)."),
        ("one in 25", "One in 25 households in the county have no vehicle (ACS, 2023)."),
    ],
)
def test_a_share_is_said_as_people_say_it(catalog: Catalog, value: str | int, said: str) -> None:
    figure = Figure(about="households-without-vehicle", value=value, year=2023, source="ACS")
    subject = Subject("transit-agency", "summer-learning", "summer-youth-ride-card", None)

    text = drafted(catalog, "one-pager", subject, library=Library(figures=(figure,))).text.markdown

    assert said in text


def test_a_partner_reads_of_a_figure_no_number_of_a_table(catalog: Catalog) -> None:
    source = "American Community Survey, table B01001"
    figure = Figure(about="children-under-5", value="2,140", year=2024, source=source)
    shop = Subject("local-business", "early-literacy", "laundromat-reading-corner", "Suds")
    told = {
        voice: drafted(
            catalog, "one-pager", shop, voice, library=Library(figures=(figure,))
        ).text.markdown
        for voice in VOICES
    }

    assert "(American Community Survey, 2024)" in told["partner"]
    assert all(f"({source}, 2024)" in told[voice] for voice in ("board", "funder"))
