"""Packs: built by states, loaded as if the registers had been, and refused where they are not what was built."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pytest

from collabkit.catalog import Catalog
from collabkit.directory.database.connection import Database
from collabkit.directory.packs import engines, partition
from collabkit.directory.packs.manifest import Packed
from collabkit.directory.packs.partition import Task
from collabkit.directory.query.organizations import facts
from collabkit.directory.records import Organization
from collabkit.directory.registers import build_packs, load_files
from collabkit.directory.subjects import ReadTexts
from collabkit.finding.reading import TextReader
from collabkit.workspace import Workspace
from conftest import Collab
from directory.conftest import REGISTERS

COUNTRY = [
    str(REGISTERS / name)
    for name in (
        *("eo_mt.csv", "eo_wy_2025.csv", "eo_wy_2026.csv", "eo_states.csv", "pls_fy19_outlets.csv"),
        *("museums_2018_1.csv", "private_schools.csv", "farmers_markets_2018.csv"),
        *("law_enforcement.csv", "health_centers.csv", "hsds_ohana", "overture.parquet", "returns"),
    )
]
QUESTIONS = [
    (goal, place)
    for goal in (
        "literacy",
        "food-security",
        "early-learning",
        "digital-skills",
        "health",
        "newcomers",
    )
    for place in ("59801", "59601", "82001", "82801", "94063", "05401", "99501", "20001")
]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Path:
    """A build of all samples, to be read only."""
    folder = tmp_path_factory.mktemp("build") / "packs"
    build_packs(catalog, folder, COUNTRY, at_once=2, read_texts=TextReader(catalog))
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Path:
    """A directory of the same samples, loaded by themselves."""
    folder = tmp_path_factory.mktemp("whole")
    load_files(catalog, folder, COUNTRY, read_texts=TextReader(catalog))
    return folder


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog, packs: Path) -> Path:
    """A directory of all packs."""
    folder = tmp_path_factory.mktemp("packed")
    load_files(catalog, folder, str(packs))
    return folder


def _told(folder: Path) -> Mapping[str, Organization]:
    """Return what is told of each row, by its id."""
    with Database(folder) as database:
        rows = dict(database.rows("SELECT rowid, id FROM organizations"))
        return {rows[row]: one for row, one in facts(database, list(rows)).items()}


def _rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(folder / "directory.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.parquet")}


@pytest.mark.parametrize("at_once", [1, 4])
def test_however_many_states_are_made_at_once_their_rows_are_the_same_bytes(
    tmp_path: Path, catalog: Catalog, packs: Path, at_once: int
) -> None:
    out = tmp_path / "packs"
    build_packs(catalog, out, COUNTRY, at_once=at_once, read_texts=TextReader(catalog))

    assert _files(out) == _files(packs)
    assert len(_files(packs)) > 100


def test_packs_hold_what_a_load_of_the_registers_does(packed: Path, whole: Path) -> None:
    assert _told(packed) == _told(whole)
    for table in ("duplicates", "figures"):
        query = f"FROM {table} ORDER BY ALL"
        assert _rows(packed, query) == _rows(whole, query) != []
    said = "SELECT id, kind, text, year, dollars, partner FROM statements ORDER BY ALL"
    assert _rows(packed, said) == _rows(whole, said) != []


def test_find_answers_from_packs_as_from_the_registers(packed: Path, whole: Path) -> None:
    from_packs, from_registers = (Workspace.open(directory=each) for each in (packed, whole))
    found = 0
    for goal, place in QUESTIONS:
        answers = [
            [each.record() for each in one.find(goal, near=place, within=50)]
            for one in (from_packs, from_registers)
        ]
        assert answers[0] == answers[1]
        found += len(answers[0])

    assert found > len(QUESTIONS)


def test_a_neighbor_that_is_loaded_later_is_as_if_both_had_been_at_once(
    tmp_path: Path, catalog: Catalog, packs: Path, packed: Path
) -> None:
    for state in ("MT", "WY", "MT"):
        report = load_files(catalog, tmp_path, str(packs / f"{state}.pack"))

    assert {(each.new, each.gone, each.moved) for each in report.loaded} == {(0, 0, 0)}
    told, among = _told(tmp_path), _told(packed)
    assert told == {id_: among[id_] for id_ in told}
    assert {each.state for each in told.values()} >= {"MT", "WY"}
    assert report.duplicates > 0


def test_a_register_goes_on_top_of_a_pack(tmp_path: Path, catalog: Catalog, packs: Path) -> None:
    load_files(catalog, tmp_path, str(packs / "WY.pack"))
    before = _told(tmp_path)
    [made] = load_files(catalog, tmp_path, str(REGISTERS / "eo_wy_2026.csv")).loaded

    assert (made.new, made.gone, made.moved) == (0, made.gone, 0)
    assert {each.name for each in _told(tmp_path).values()} <= {
        each.name for each in before.values()
    }


def test_a_pack_says_what_it_holds_and_the_manifest_what_was_built(packs: Path) -> None:
    says = json.loads((packs / "manifest.json").read_text())
    montana = next(each for each in says["packs"] if each["state"] == "MT")

    assert montana["bytes"] == (packs / "MT.pack").stat().st_size
    assert {each["source"] for each in says["registers"]} >= {"irs", "museums", "returns"}
    assert {"file": "eo_mt.csv", "bytes": 102428}.items() <= says["given"][0].items()
    with zipfile.ZipFile(packs / "MT.pack") as pack:
        inside = json.loads(pack.read("manifest.json"))
    assert inside["tables"] == montana["tables"]
    assert all(each["license"] for each in inside["registers"])
    with duckdb.connect() as connection:
        [row] = connection.execute(
            "SELECT known_for, signs, works FROM read_parquet(?) WHERE known_for IS NOT NULL LIMIT 1",
            [str(packs / "country=US/state=*/organizations.parquet")],
        ).fetchall()
    assert isinstance(row[0][0], str)


def test_no_pack_names_whom_somebody_knows(tmp_path: Path, collab: Collab) -> None:
    own = tmp_path / "own.csv"
    own.write_text("Organization,Who,Mail\nFood Bank,Jane Doe,jane@example.org\n")
    mapped = "name=Organization,person=Who,email=Mail"
    assert collab("directory", "load", str(own), "--map", mapped).code == 0
    run = collab("directory", "build", str(own), "-o", str(tmp_path / "packs"))

    assert run.code == 3
    assert "no source has the columns" in run.err
    assert list((tmp_path / "packs").iterdir()) == []


def _cut(pack: Path) -> None:
    pack.write_bytes(pack.read_bytes()[:-2000])


def _flip(pack: Path) -> None:
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 1
    pack.write_bytes(content)


def _swapped(pack: Path) -> None:
    with zipfile.ZipFile(pack) as old:
        files = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(pack, "w") as new:
        for name, content in {**files, "figures.parquet": files["duplicates.parquet"]}.items():
            new.writestr(name, content)


def _older(pack: Path) -> None:
    _say(pack, lambda says: says["made"].update(tables="0", program="0.0.1"))


def _without_a_table(pack: Path) -> None:
    _say(pack, lambda says: says["tables"].pop())


def _incomplete(pack: Path) -> None:
    _say(pack, lambda says: says.pop("state"))


def _no_object(pack: Path) -> None:
    with zipfile.ZipFile(pack, "w") as made:
        made.writestr("manifest.json", "[1]")


def _say(pack: Path, change: Callable[[dict[str, Any]], object]) -> None:
    with zipfile.ZipFile(pack) as old:
        files = {name: old.read(name) for name in old.namelist()}
    says = json.loads(files["manifest.json"])
    change(says)
    with zipfile.ZipFile(pack, "w") as new:
        for name, content in {**files, "manifest.json": json.dumps(says).encode()}.items():
            new.writestr(name, content)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (_cut, "it is no pack, or is cut short"),
        (_flip, "it is no pack, or is cut short"),
        (_swapped, "figures.parquet in it is not what was built"),
        (_older, "it was built by another version of collab (0.0.1)"),
        (_without_a_table, "it lacks a table"),
        (_incomplete, "its manifest is incomplete: state is missing"),
        (_no_object, "its manifest is none of collab"),
    ],
)
def test_a_pack_that_is_not_what_was_built_is_refused_and_nothing_changes(
    tmp_path: Path, collab: Collab, packs: Path, damage: Callable[[Path], None], said: str
) -> None:
    folder = tmp_path / "directory"
    load = ("directory", "load", "--directory", str(folder))
    assert collab(*load, str(packs / "WY.pack")).code == 0
    before = (folder / "directory.duckdb").read_bytes()
    shutil.copy(packs / "MT.pack", tmp_path)
    damage(tmp_path / "MT.pack")
    run = collab(*load, str(tmp_path / "MT.pack"))

    assert run.code == 1
    assert said in run.err
    assert "cannot load MT.pack: " in run.err
    assert [each.name for each in folder.iterdir()] == ["directory.duckdb"]
    assert (folder / "directory.duckdb").read_bytes() == before


def test_a_pack_of_other_tables_is_refused(tmp_path: Path, collab: Collab, packs: Path) -> None:
    shutil.copy(packs / "WY.pack", tmp_path)
    with zipfile.ZipFile(tmp_path / "WY.pack") as old:
        swapped = {name: old.read(name) for name in old.namelist()}
    swapped["organizations.parquet"] = swapped["figures.parquet"]
    says = json.loads(swapped["manifest.json"])
    says["tables"][0] |= {key: says["tables"][3][key] for key in ("bytes", "sha256", "rows")}
    swapped["manifest.json"] = json.dumps(says).encode()
    with zipfile.ZipFile(tmp_path / "WY.pack", "w") as new:
        for name, content in swapped.items():
            new.writestr(name, content)
    run = collab("directory", "load", str(tmp_path / "WY.pack"))

    assert (run.code, "its tables are not those of collab" in run.err) == (1, True)


def test_other_rules_are_told(
    tmp_path: Path, collab: Collab, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "catalog"
    own.mkdir()
    (own / "classing.yaml").write_text(
        "- id: zoo-name\n  label: calls itself a zoo\n  by: name\n  match: [zoo]\n  partner: museum\n"
        "  confidence: 0.9\n  source: practice\n"
    )
    run = collab("directory", "load", str(packs / "WY.pack"), "--catalog", str(own))

    assert run.code == 0
    assert "WY was classed by other rules than those of your catalog" in run.err


def test_packs_and_registers_are_loaded_one_after_the_other(collab: Collab, packs: Path) -> None:
    run = collab("directory", "load", str(packs / "WY.pack"), str(REGISTERS / "eo_mt.csv"))

    assert run.code == 2
    assert "packs and registers are loaded one after the other" in run.err


def test_two_packs_of_one_state_are_refused(tmp_path: Path, collab: Collab, packs: Path) -> None:
    shutil.copy(packs / "WY.pack", tmp_path / "old.pack")
    run = collab("directory", "load", str(packs / "WY.pack"), str(tmp_path / "old.pack"))

    assert run.code == 2
    assert "are packs of one state" in run.err


def test_a_state_whose_process_is_killed_is_made_all_the_same(
    tmp_path: Path, catalog: Catalog, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, make = os.getpid(), partition.make

    def killed(task: Task, catalog: Catalog, read_texts: ReadTexts | None) -> Packed:
        if os.getpid() != ours and task.state in {"MT", "CA"}:
            make(task, catalog, read_texts)  # what it leaves behind is not in the way
            os._exit(9)
        return make(task, catalog, read_texts)

    monkeypatch.setattr(engines, "make", killed)
    build_packs(catalog, tmp_path / "packs", COUNTRY, at_once=2, read_texts=TextReader(catalog))

    assert _files(tmp_path / "packs") == _files(packs)


@pytest.mark.parametrize("name", ["strange.csv", "cut.parquet"])
def test_a_build_with_a_file_that_cannot_be_read_leaves_the_one_before(
    tmp_path: Path, collab: Collab, name: str
) -> None:
    out = tmp_path / "packs"
    build = ("directory", "build", "-o", str(out), str(REGISTERS / "eo_wy_2026.csv"))
    assert collab(*build).code == 0
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    (tmp_path / "strange.csv").write_text("color,size\nred,3\n")
    (tmp_path / "cut.parquet").write_bytes((REGISTERS / "overture.parquet").read_bytes()[:9000])
    run = collab(*build, str(tmp_path / name))

    assert run.code == 3
    assert name in run.err
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of processes")
@pytest.mark.parametrize("command", ["load", "build"])
def test_a_full_disk_is_a_sentence_and_leaves_nothing_behind(
    tmp_path: Path, packs: Path, command: str
) -> None:
    arguments = {
        "load": ["load", str(packs / "MT.pack"), "--directory", str(tmp_path / "made")],
        "build": ["build", str(REGISTERS / "eo_mt.csv"), "-o", str(tmp_path / "made")],
    }
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        f"from collabkit.cli import main; raise SystemExit(main({['directory', *arguments[command]]!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )

    assert done.returncode == 1
    assert done.stderr.splitlines()[-2].startswith("collab: cannot ")
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "made").iterdir()) == []


def test_a_build_takes_the_place_of_an_earlier_one_and_of_nothing_else(
    tmp_path: Path, collab: Collab
) -> None:
    out = tmp_path / "packs"
    assert collab("directory", "build", str(REGISTERS / "eo_states.csv"), "-o", str(out)).code == 0
    assert len(list(out.glob("*.pack"))) > 2
    run = collab(
        "directory", "build", str(REGISTERS / "eo_wy_2026.csv"), "-o", str(out), "-f", "ids"
    )

    assert run.out.split() == ["WY"]
    assert sorted(each.name for each in out.iterdir()) == ["WY.pack", "country=US", "manifest.json"]
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/mine.txt").write_text("mine")
    run = collab(
        "directory", "build", str(REGISTERS / "eo_mt.csv"), "-o", str(tmp_path / "letters")
    )
    assert (run.code, "holds something that is no build" in run.err) == (2, True)
    assert [each.name for each in (tmp_path / "letters").iterdir()] == ["mine.txt"]
