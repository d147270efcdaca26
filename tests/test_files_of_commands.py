"""What commands write for a person, and what they read from her: nothing lost, nothing waited for."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from conftest import Collab
from test_api import REGISTERS

COMMANDS = (
    ("init", "--name", "Ours"),
    ("propose", "literacy-council", "-g", "literacy", "--to", "Ours"),
)
each_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])


@each_command
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
def test_a_pipe_gets_what_is_written_and_stays_a_pipe(
    collab: Collab, clean_machine: Path, command: tuple[str, ...], force: tuple[str, ...]
) -> None:
    pipe = clean_machine / "pipe"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()), daemon=True)
    reader.start()

    run = collab(*command, "-o", "pipe", *force)
    reader.join(20)

    assert run.code == 0
    assert b"Ours" in heard[0]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@each_command
def test_force_keeps_the_rights_of_a_file_and_follows_a_link(
    collab: Collab, clean_machine: Path, command: tuple[str, ...]
) -> None:
    kept = clean_machine / "dotfiles"
    kept.mkdir()
    (kept / "own.md").write_text("old", encoding="utf-8")
    (kept / "own.md").chmod(0o600)
    (clean_machine / "own.md").symlink_to(kept / "own.md")

    assert collab(*command, "-o", "own.md").code == 1
    assert (kept / "own.md").read_text(encoding="utf-8") == "old"
    assert collab(*command, "-o", "own.md", "--force").code == 0
    assert (clean_machine / "own.md").is_symlink()
    assert "Ours" in (kept / "own.md").read_text(encoding="utf-8")
    assert stat.S_IMODE((kept / "own.md").stat().st_mode) == 0o600


@each_command
def test_a_link_to_nothing_is_something_that_stands_there(
    collab: Collab, clean_machine: Path, command: tuple[str, ...]
) -> None:
    (clean_machine / "own.md").symlink_to(clean_machine / "elsewhere.md")

    run = collab(*command, "-o", "own.md")

    assert run.code == 1
    assert "own.md exists already; nothing was written" in run.err
    assert not (clean_machine / "elsewhere.md").exists()


@each_command
def test_of_two_that_write_one_name_at_once_one_is_told(
    clean_machine: Path, command: tuple[str, ...]
) -> None:
    start = [sys.executable, "-m", "collabkit", *command, "-o", "own.md"]
    running = [subprocess.Popen(start, stderr=subprocess.PIPE) for _ in range(3)]
    said = [program.communicate()[1] for program in running]

    assert sorted(program.returncode for program in running) == [0, 1, 1]
    assert sum(b"exists already" in each for each in said) == 2
    assert "Ours" in (clean_machine / "own.md").read_text(encoding="utf-8")


@each_command
def test_a_file_in_the_way_of_a_folder_is_named(
    collab: Collab, clean_machine: Path, command: tuple[str, ...]
) -> None:
    (clean_machine / "fil").write_text("", encoding="utf-8")

    run = collab(*command, "-o", "fil/x.md")

    assert run.code == 1
    assert run.err.startswith("collab: cannot write fil/x.md: ")
    assert "File exists" not in run.err


def test_an_empty_name_is_a_mistake_and_not_this_folder(
    collab: Collab, clean_machine: Path
) -> None:
    run = collab("propose", "literacy-council", "-g", "literacy", "-o", "")

    assert run.code == 2
    assert list(clean_machine.iterdir()) == []


@pytest.mark.parametrize("kind", ["pipe", "folder", "large"])
def test_a_profile_that_is_no_file_or_too_large_is_told_at_once(
    collab: Collab, clean_machine: Path, kind: str
) -> None:
    profile = clean_machine / "library.yaml"
    if kind == "pipe":
        os.mkfifo(profile)
    elif kind == "folder":
        profile.mkdir()
    else:
        with profile.open("wb") as file:
            file.truncate(1 << 40)

    runs = [
        collab("match", "literacy", "-n", "1"),
        collab("check"),
        collab("check", "library.yaml"),
    ]

    said = {"pipe": "not a regular file", "folder": "Is a directory", "large": "larger than"}[kind]
    assert [run.code for run in runs] == [3, 3, 3]
    assert all(f"library.yaml:1:1: cannot be read: {said}" in run.out + run.err for run in runs)


@pytest.mark.parametrize("kind", ["pipe", "folder", "link"])
def test_a_catalog_that_is_no_file_is_told(collab: Collab, clean_machine: Path, kind: str) -> None:
    folder = clean_machine / "catalog"
    folder.mkdir()
    goals = folder / "goals.yaml"
    if kind == "pipe":
        os.mkfifo(goals)
    elif kind == "folder":
        goals.mkdir()
    else:
        goals.symlink_to(folder / "nowhere.yaml")

    run = collab("list", "goals", "--catalog", "catalog")

    assert run.code == 3
    assert "catalog/goals.yaml:1:1: cannot be read: " in run.err


def test_what_editors_leave_in_a_folder_is_no_catalog(collab: Collab, clean_machine: Path) -> None:
    folder = clean_machine / "catalog"
    folder.mkdir()
    (folder / ".#goals.yaml").symlink_to("who@where.1")
    (folder / "._goals.yaml").write_bytes(b"\0\5\x16\7")

    assert collab("list", "goals", "--catalog", "catalog", "-f", "ids").code == 0


def test_a_profile_of_a_million_mistakes_is_told_in_a_hundred_lines(
    collab: Collab, clean_machine: Path
) -> None:
    lines = "\n".join(f"- nothing-{number}" for number in range(100_000))
    (clean_machine / "library.yaml").write_text(f"assets:\n{lines}\n", encoding="utf-8")

    run = collab("match", "literacy", "-n", "1")

    assert run.code == 3
    assert 100 <= len(run.err.splitlines()) <= 105


def test_an_id_as_long_as_a_book_is_told_by_its_beginning(
    collab: Collab, clean_machine: Path
) -> None:
    (clean_machine / "library.yaml").write_text(f"assets: [{'x' * 100_000}]\n", encoding="utf-8")

    for run in (collab("check"), collab("show", "x" * 100_000), collab("match", "-g", "literacy")):
        assert run.code in {2, 3}
        assert len(run.out + run.err) < 2_000


def test_hours_of_minus_zero_are_zero(collab: Collab, clean_machine: Path) -> None:
    assert collab("init", "--name", "Ours", "--hours", "-0.0").code == 0
    assert "hours: 0\n" in (clean_machine / "library.yaml").read_text(encoding="utf-8")


def test_an_aim_without_end_is_told_and_not_waited_for(collab: Collab, clean_machine: Path) -> None:
    (clean_machine / "aims.txt").write_text(f"literacy\n{'x' * 1_000_000}\n", encoding="utf-8")

    run = collab("match", "--aims", "aims.txt", "-n", "1", "-f", "ids")

    assert run.code == 2
    assert "line 2 of aims.txt is longer than 20,000 bytes" in run.err


@pytest.fixture
def deleted(clean_machine: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder above the current one, which was deleted under the shell."""
    (clean_machine / "gone").mkdir()
    monkeypatch.chdir(clean_machine / "gone")
    (clean_machine / "gone").rmdir()
    return clean_machine


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_a_paper_is_made_in_a_folder_that_was_deleted(
    collab: Collab, deleted: Path, form: str
) -> None:
    paper = deleted / f"a.{form}"

    run = collab("propose", "literacy-council", "-g", "literacy", "-o", str(paper))

    assert run.code == 0
    assert paper.stat().st_size > 0


def test_a_load_says_that_the_folder_was_deleted(collab: Collab, deleted: Path) -> None:
    for file, folder in (("x.csv", str(deleted)), (str(REGISTERS / "eo_mt.csv"), "here")):
        run = collab("directory", "load", file, "--directory", folder)

        assert run.code == 2
        assert "collab: the current folder was deleted\nhint: " in run.err


def test_a_program_that_cannot_be_started_is_one_sentence(
    clean_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pandoc = clean_machine / "pandoc"
    pandoc.write_bytes(b"\x7fELF no program")
    pandoc.chmod(0o755)
    monkeypatch.setenv("PYPANDOC_PANDOC", str(pandoc))
    line = ("propose", "literacy-council", "-g", "literacy", "-o", "a.docx")

    run = subprocess.run(
        [sys.executable, "-m", "collabkit", *line], check=False, capture_output=True, text=True
    )

    assert run.returncode == 1
    assert run.stderr.startswith("collab: ")
    assert "pandoc" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("out", ["closed", "full"])
def test_a_load_tells_of_what_it_left_out_also_where_nobody_reads_its_answer(
    clean_machine: Path, out: str
) -> None:
    rows = (REGISTERS / "eo_mt.csv").read_text(encoding="utf-8").splitlines()[:5]
    Path("good.csv").write_text("\n".join([*rows, "a,b", ""]), encoding="utf-8")
    Path("bad.txt").write_text("nonsense\n", encoding="utf-8")
    line = ("directory", "load", "good.csv", "bad.txt", "--directory", "d", "--rejects", "r.csv")
    reader, writer = os.pipe()
    os.close(reader)
    if out == "full":
        os.dup2(os.open("/dev/full", os.O_WRONLY), writer)
    try:
        run = subprocess.run(
            [sys.executable, "-m", "collabkit", *line],
            check=False,
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
        )
    finally:
        os.close(writer)

    assert (clean_machine / "r.csv").read_text(encoding="utf-8").count("too few values") == 1
    assert "bad.txt" in run.stderr.partition("Writing the new directory")[2]
    assert run.returncode != 0


@pytest.mark.parametrize(
    "line",
    [
        ("init", "--name", "Ours", "-o", ""),
        ("init", "--name", "Ours", "-o", "", "--force"),
        ("propose", "literacy-council", "-o", ""),
        ("handover", "prairie-reads", "-o", ""),
        ("export", "calendar", "-o", ""),
        ("directory", "load", ""),
    ],
    ids=" ".join,
)
def test_a_name_from_a_variable_that_is_not_set_is_a_mistake(
    collab: Collab, clean_machine: Path, line: tuple[str, ...]
) -> None:
    Path("library.yaml").write_text("name: Ours\n", encoding="utf-8")
    collab("track", "Prairie Reads", "--partner", "literacy-council")
    before = sorted(clean_machine.iterdir())

    run = collab(*line)

    assert (run.code, run.out) == (2, "")
    assert any(said in run.err for said in ("is empty", "is blank", "is a folder"))
    assert sorted(clean_machine.iterdir()) == before
