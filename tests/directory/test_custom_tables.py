"""Tables of the library's own: which profile reads which file, and what is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from collabkit.directory.sources import sources
from conftest import Collab, Run
from directory.conftest import Rows


@pytest.fixture
def load_own(collab: Collab, folder: Path) -> Callable[..., Run]:
    """Load files into *folder* as a person would."""

    def run(*arguments: str | Path) -> Run:
        return collab("directory", "load", *map(str, arguments), "--directory", str(folder))

    return run


def test_what_the_columns_are_is_kept_and_said_again_is_changed(
    collab: Collab, folder: Path, tmp_path: Path, rows: Rows
) -> None:
    (tmp_path / "partners.csv").write_text("Body,Legal,Zip\nReads,Reads of Missoula Inc,59801\n")
    load_it = ("directory", "load", str(tmp_path / "partners.csv"), "--directory", str(folder))
    names = "SELECT name, zip FROM organizations"

    first = collab(*load_it, "--map", "name=Legal,zip=Zip")
    assert "it need not be said again" in first.err
    assert rows(names) == [("Reads of Missoula Inc", "59801")]

    assert collab(*load_it).code == 0
    assert rows(names) == [("Reads of Missoula Inc", "59801")]

    assert collab(*load_it, "--map", "name=Body,zip=Zip").code == 0
    assert collab(*load_it).code == 0
    assert rows(names) == [("Reads", "59801")]


def _table(path: Path, *names: str) -> Path:
    path.write_text("Organization,Zip\n" + "".join(f"{name},59801\n" for name in names))
    return path


def _by_source(rows: Rows) -> list[tuple[str, int]]:
    return rows("SELECT source, count(*) FROM organizations GROUP BY ALL ORDER BY ALL")


def test_a_public_register_is_read_as_such_whatever_profiles_there_are(
    load_own: Callable[..., Run], registers: Path, rows: Rows, tmp_path: Path
) -> None:
    load_own(_table(tmp_path / "two.csv", "Joe"), "--map", "name=Organization,zip=Zip")

    assert load_own(registers / "eo_mt.csv").code == 0
    assert _by_source(rows) == [("irs", 596), ("own-two", 1)]


def test_a_map_is_for_tables_of_ones_own(
    load_own: Callable[..., Run], registers: Path, rows: Rows
) -> None:
    run = load_own(registers / "eo_mt.csv", "--map", "name=ORGANIZATION,zip=ZIP")

    assert f"eo_mt.csv is {sources()['irs'].label} and was read as that" in run.err
    assert "Kept" not in run.err
    assert _by_source(rows) == [("irs", 596)]


def test_a_table_is_called_what_the_command_says(
    load_own: Callable[..., Run], rows: Rows, tmp_path: Path
) -> None:
    said = ("--map", "name=Organization,zip=Zip")
    load_own(_table(tmp_path / "mine.csv", "Joe"), *said)
    load_own(_table(tmp_path / "other.csv", "Ann", "Bob"), *said, "--as", "second")

    assert _by_source(rows) == [("own-mine", 1), ("own-second", 2)]

    load_own(_table(tmp_path / "other.csv", "Ann"), "--as", "second")

    assert _by_source(rows) == [("own-mine", 1), ("own-second", 1)]


def test_of_profiles_alike_the_one_of_the_files_name_is_taken(
    load_own: Callable[..., Run], rows: Rows, tmp_path: Path
) -> None:
    for name in ("a", "b", "c"):
        load_own(_table(tmp_path / f"{name}.csv", name), "--map", "name=Organization,zip=Zip")
    load_own(_table(tmp_path / "b.csv", "Ann", "Bob"))

    assert _by_source(rows) == [("own-a", 1), ("own-b", 2), ("own-c", 1)]


def test_a_name_that_is_kept_nowhere_is_an_error(
    load_own: Callable[..., Run], tmp_path: Path
) -> None:
    run = load_own(_table(tmp_path / "mine.csv", "Joe"), "--as", "second")

    assert run.code == 2
    assert run.err.startswith("collab: no table of your own is called 'second'")
    assert "--map" in run.err


@pytest.mark.parametrize(
    "kept", ['{"mine": {}}', '{"mine": {"name": "A", "nmae": "B"}}', '{"mine": 1}', "[]", "\0"]
)
def test_what_is_kept_of_the_columns_and_says_none_is_told(
    load_own: Callable[..., Run], folder: Path, tmp_path: Path, kept: str
) -> None:
    folder.mkdir()
    (folder / "own.json").write_text(kept)

    run = load_own(_table(tmp_path / "mine.csv", "Joe"), "--as", "mine")

    assert run.code == 1
    assert run.err.startswith(f"collab: cannot read the profiles of your own tables in {folder}")
    assert "hint: Move the file away and say again what the columns are.\n" in run.err


def test_rows_that_are_gone_from_a_table_are_gone_from_the_directory(
    load_own: Callable[..., Run], rows: Rows, tmp_path: Path
) -> None:
    names = [f"Club {number}" for number in range(20)]
    load_own(_table(tmp_path / "mine.csv", *names), "--map", "name=Organization,zip=Zip")
    load_own(_table(tmp_path / "mine.csv", names[3]))

    assert rows("SELECT name FROM organizations") == [("Club 3",)]


def test_a_table_of_its_own_name_is_that_one_though_another_has_more_columns(
    load_own: Callable[..., Run], rows: Rows, tmp_path: Path
) -> None:
    both = tmp_path / "b.csv"
    both.write_text("Organization,Zip,Type,Town\nAnn,59801,food-bank,Missoula\n")
    more = tmp_path / "a.csv"
    more.write_bytes(both.read_bytes())
    load_own(more, "--map", "name=Organization,zip=Zip,partner=Type,city=Town")
    load_own(both, "--map", "name=Organization,zip=Zip")
    load_own(both)

    assert _by_source(rows) == [("own-a", 1), ("own-b", 1)]


def test_a_name_alone_makes_no_table_one_of_ours(
    load_own: Callable[..., Run], rows: Rows, tmp_path: Path
) -> None:
    load_own(_table(tmp_path / "friends.csv", "Ann"), "--map", "name=Organization")
    other = load_own(_table(tmp_path / "prices.csv", "Pencil", "Eraser"))

    assert other.code == 3
    assert _by_source(rows) == [("own-friends", 1)]


@pytest.mark.parametrize("line", ['"Never closed,59801', 'Ann,"59801'])
@pytest.mark.parametrize("after", [1, 30, 500])
def test_a_quote_that_is_never_closed_costs_its_own_row_only(
    load_own: Callable[..., Run], rows: Rows, tmp_path: Path, line: str, after: int
) -> None:
    table = _table(tmp_path / "many.csv", "First", '"Two\nlines"', 'A 5" pipe')
    with table.open("a") as file:
        file.write(f"{line}\n")
        file.writelines(f'"Body, {number}",59801\n' for number in range(after))
    run = load_own(table, "--map", "name=Organization,zip=Zip")

    assert "1 row left out: a quote that is not closed" in run.err
    assert _by_source(rows) == [("own-many", 3 + after)]
    assert rows("SELECT count(*) FROM organizations WHERE name = 'A 5\" pipe'") == [(1,)]


def test_one_row_of_an_unknown_kind_is_called_one(
    collab: Collab, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "friends.csv"
    file.write_text("Who,Sort,Town,St\nOne,Circus,Missoula,MT\n")
    map_ = "name=Who,partner=Sort,city=Town,state=St"
    run = collab("directory", "load", str(file), "--map", map_, "--directory", str(folder))

    assert "1 row says 'Circus', which is no partner; its name decides" in run.err


def test_an_email_is_no_site(load_own: Callable[..., Run], rows: Rows, tmp_path: Path) -> None:
    file = tmp_path / "sites.csv"
    file.write_text("Body,Zip,Web\nOne,59801,http://ann@one.org\nTwo,59801,https://two.org\n")
    load_own(file, "--map", "name=Body,zip=Zip,site=Web")

    assert rows("SELECT name, site FROM organizations ORDER BY name") == [
        ("One", None),
        ("Two", "https://two.org"),
    ]


def test_a_kind_is_known_however_its_apostrophe_is_written(
    load_own: Callable[..., Run], tmp_path: Path, rows: Rows
) -> None:
    kinds = ["children's museum", "Children\u2019s Museum", "CHILDRENS MUSEUM"]
    path = tmp_path / "kinds.csv"
    lines = (f"Zoom {at},{kind},59801\n" for at, kind in enumerate(kinds))
    path.write_text("Organization,Kind,Zip\n" + "".join(lines), encoding="utf-8")

    run = load_own(path, "--map", "name=Organization,partner=Kind,zip=Zip")

    assert "no partner" not in run.err
    assert rows("SELECT partner, confidence FROM organizations") == [("museum", 1.0)] * 3
