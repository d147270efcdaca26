"""Whatever happens to the files, nothing is lost, nothing is mixed, and it is said in one sentence."""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabkit import Workspace
from collabkit.cli.program import main
from collabkit.errors import ExitCode
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.logs import append, read_log
from conftest import Collab
from partnerships.conftest import Write
from samples import HOSTILE

OLD = "2026-05-01 met\n2026-05-02 we promise: send the plan by 2026-06-03\n"
COPIES = (
    "log (Ann's conflicted copy 2026-05-03).txt",
    "log-PC7.txt",
    "log.sync-conflict-20260503-101112.txt",
    "log (1).txt",
    "log - Copy.txt",
    "Copy of log.txt",
    "LOG_old.txt",
)


@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_of_a_sync_service_is_read_along_and_equal_lines_once(
    write: Write, copy: str
) -> None:
    folder = write("prairie", OLD + "2026-05-03 only here\n")
    (folder / copy).write_text(OLD + "2026-05-04 only there\n", encoding="utf-8")

    assert [entry.text for entry in read_log(folder).entries] == [
        "met",
        "send the plan",
        "only here",
        "only there",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "logo.txt",
        "logistics.txt",
        "log.txt~",
        ".log.txt.swp",
        "log.txt.bak",
        "#log.txt#",
        "catalog.txt",
        "log.md",
    ],
)
def test_files_of_other_names_and_backups_of_editors_are_no_log(write: Write, name: str) -> None:
    folder = write("prairie", OLD)
    (folder / name).write_text("2026-05-04 not this\n", encoding="utf-8")

    assert len(read_log(folder).entries) == 2


def test_marks_of_git_cost_no_line_and_are_named(collab: Collab, write: Write) -> None:
    folder = write(
        "prairie",
        "2026-05-01 met\n<<<<<<< HEAD\n2026-05-02 ours\n=======\n2026-05-02 theirs\n>>>>>>> other\n",
    )
    run = collab("check")

    assert [entry.text for entry in read_log(folder).entries] == ["met", "ours", "theirs"]
    assert [line.split(":")[1] for line in run.out.splitlines()] == ["2", "4", "6"]


MARKED = "name: Prairie\n<<<<<<< HEAD\nwhy: this\n=======\nwhy: that\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("facts", "copy"),
    [(MARKED, None), ("name: Prairie\n", "partnership (1).yaml"), ("name: Prairie\n", "partnership-PC7.yaml"), ("name: [\n", None), ("- a list\n", None), ("", None)],
)  # fmt: skip
def test_facts_that_may_be_two_are_named_and_never_read_past(
    collab: Collab, write: Write, facts: str, copy: str | None
) -> None:
    folder = write("prairie", OLD, facts or "\n")
    write("other", OLD)
    if copy:
        (folder / copy).write_text("name: Other\n", encoding="utf-8")
    everybody, one, page = collab("due"), collab("due", "prairie"), collab("handover", "--all")

    assert everybody.code == one.code == page.code == ExitCode.DATA
    assert [json.loads(line)["partnership"] for line in everybody.out.splitlines()] == ["other"]
    assert one.out == ""
    assert f"partnerships/prairie/{copy or 'partnership.yaml'}" in everybody.err
    assert collab("log", "prairie", "met again").code == 0, "a log needs no facts"


@pytest.mark.parametrize(
    "raw",
    [
        OLD.encode().replace(b"\n", b"\r\n"),
        OLD.encode().replace(b"\n", b"\r\n", 1),
        b"\xef\xbb\xbf" + OLD.encode(),
        OLD.encode().rstrip(),
        OLD.encode() + b"\n\n",
        OLD.encode() + b"# a comment\n\xff\xfe\x00 not text\n",
    ],
    ids=["windows", "mixed", "mark", "no last end", "blank lines", "bytes"],
)
def test_line_ends_marks_and_odd_bytes_are_kept_and_read(
    collab: Collab, write: Write, raw: bytes
) -> None:
    folder = write("prairie", OLD)
    (folder / "log.txt").write_bytes(raw)
    run = collab("log", "prairie", "met again")

    assert run.code == 0
    assert (folder / "log.txt").read_bytes().startswith(raw)
    assert [entry.text for entry in read_log(folder).entries][-1:] == ["met again"]
    assert len(read_log(folder).entries) == 3


def test_utf_16_is_read_but_never_spoiled(collab: Collab, write: Write) -> None:
    folder = write("prairie", OLD)
    raw = OLD.encode("utf-16")
    (folder / "log.txt").write_bytes(raw)
    run = collab("log", "prairie", "met again")

    assert run.code == ExitCode.OTHER
    assert "is UTF-16" in run.err
    assert (folder / "log.txt").read_bytes() == raw
    assert len(read_log(folder).entries) == 2
    assert "not UTF-8" in collab("check").out


def test_hostile_text_is_written_on_one_line_and_shown_inert(collab: Collab, write: Write) -> None:
    folder = write("prairie", OLD)
    taken = 0
    for text in HOSTILE:
        run = collab("log", "prairie", f"x{text}")
        assert "Traceback" not in run.err, text
        assert "\x1b" not in run.err, text
        taken += run.code == 0
    lines = read_log(folder).lines
    page = collab("handover", "prairie")

    assert (folder / "log.txt").read_bytes().startswith(OLD.encode())
    assert taken > len(HOSTILE) // 2
    assert all(line.entry for line in lines)
    assert len(lines) >= taken
    assert page.code == 0
    assert "\x1b" not in page.out


def test_a_read_only_or_missing_log_is_said(collab: Collab, write: Write) -> None:
    folder = write("prairie", OLD)
    (folder / "log.txt").unlink()
    (folder / "log.txt").mkdir()
    run = collab("log", "prairie", "met")

    assert run.code in {ExitCode.USAGE, ExitCode.OTHER}
    assert "Traceback" not in run.err
    assert "collab: " in run.err


def test_a_full_disk_leaves_the_log_as_it_was(write: Write) -> None:
    folder = write("prairie", "2026-05-01 " + "x" * 4000 + "\n")
    before = (folder / "log.txt").read_bytes()

    def limited() -> None:
        """Let no file grow past 4,096 bytes, which fails in the middle of the line."""
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        # -B below: what Python compiles would be cut off, too, and stay.
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(
        [sys.executable, "-B", "-m", "collabkit", "log", "prairie", "y" * 300],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=limited,
    )

    assert done.returncode == ExitCode.OTHER
    assert done.stderr.count("\n") == 1
    assert "nothing was lost" in done.stderr
    assert (folder / "log.txt").read_bytes() == before


def test_a_full_disk_leaves_facts_and_profile_as_they_were(write: Write) -> None:
    folder = write("prairie", OLD, "name: Prairie\n# " + "x" * 4000 + "\n")
    before = (folder / "partnership.yaml").read_bytes()

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(
        [sys.executable, "-B", "-m", "collabkit", "change", "prairie", f"why={'y' * 300}"],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=limited,
    )

    assert done.returncode == ExitCode.OTHER
    assert done.stderr.count("\n") == 1
    assert (folder / "partnership.yaml").read_bytes() == before
    assert [each.name for each in folder.iterdir() if each.name.startswith(".collab")] == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody who may not write")
@pytest.mark.parametrize(
    "words", [("log", "prairie", "met again"), ("change", "prairie", "level=cooperating"), ("track", "Plains")]
)  # fmt: skip
def test_a_folder_that_may_only_be_read_is_said_in_one_sentence(words: tuple[str, ...]) -> None:
    assert Workspace.open().catalog.ids  # all is read before: she may not look into our cache
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        home.chmod(0o755)
        (home / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
        folder = home / "partnerships/prairie"
        folder.mkdir(parents=True)
        (folder / "log.txt").write_text(OLD, encoding="utf-8")
        (folder / "partnership.yaml").write_text("name: Prairie\n", encoding="utf-8")
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.chdir(home)
            os.seteuid(65534)
            os.dup2(writing, 2)
            sys.stderr = os.fdopen(2, "w", encoding="utf-8")
            code = main(words)
            sys.stderr.flush()
            os._exit(code)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            said = pipe.read()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

        assert (code, said.count("\n")) == (ExitCode.OTHER, 1), said
        assert "Permission denied" in said
        assert (folder / "log.txt").read_text("utf-8") == OLD
        assert sorted(each.name for each in folder.iterdir()) == ["log.txt", "partnership.yaml"]
        assert [each.name for each in folder.parent.iterdir()] == ["prairie"]


def test_two_who_change_facts_in_a_loop_lose_nothing_that_was_told(write: Write) -> None:
    folder = write("prairie", OLD, "name: Prairie\n# A comment.\nwhy: x\nsite: y\n")
    code = (
        "import sys; from collabkit import Workspace; from collabkit.errors import StaleFileError\n"
        "kept, done = Workspace.open().partnerships, 0\n"
        "while done < 40:\n"
        "    try:\n"
        "        kept.change('prairie', {sys.argv[1]: f'number {done}'})\n"
        "        done += 1\n"
        "    except StaleFileError:\n"
        "        print('stale')\n"
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", code, fact],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for fact in ("why", "site")
    ]
    said = [writer.communicate() for writer in writers]

    assert [err for _, err in said] == ["", ""]
    assert (folder / "partnership.yaml").read_text("utf-8") == (
        "name: Prairie\n# A comment.\nwhy: number 39\nsite: number 39\n"
    )


def test_writers_at_once_and_killed_lose_no_line_that_was_told(write: Write) -> None:
    folder = write("prairie", OLD)
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from collabkit.partnerships.entries import LogEntry\n"
        "from collabkit.partnerships.logs import append\n"
        "for n in range(2000):\n"
        "    append(Path(sys.argv[1]), [LogEntry(date(2026, 5, 3), '', f'{sys.argv[2]} {n}')])\n"
        "    print(n, flush=True)\n"
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(folder), name], stdout=subprocess.PIPE, text=True
        )
        for name in ("a", "b")
    ]
    told = [
        f"{name} {writer.stdout.readline().strip()}"
        for _ in range(40)
        for name, writer in zip("ab", writers, strict=True)
        if writer.stdout
    ]
    for writer in writers:
        writer.kill()
        writer.wait()
        assert writer.stdout
        writer.stdout.close()

    lines = (folder / "log.txt").read_text("utf-8").split("\n")
    assert set(told) <= {line.removeprefix("2026-05-03 ") for line in lines}
    assert all(line == "" or line in OLD or line.startswith("2026-05-03 ") for line in lines[:-1])


def test_a_clock_that_jumps_loses_nothing_and_is_told(collab: Collab, write: Write) -> None:
    write("prairie", OLD)
    for year in ("1970-01-01", "2099-12-31"):
        assert collab("due", "--all", "--on", year).code == 0
        assert collab("handover", "--all", "--on", year).code == 0
    early = collab("due", "--on", "2020-01-01")

    assert early.out == ""
    assert "2 entries are dated after 2020-01-01" in early.err


def test_thirty_years_of_a_log_are_read(collab: Collab, write: Write) -> None:
    days = [date.fromordinal(date(1996, 1, 1).toordinal() + 30 * n) for n in range(365)]
    write("prairie", "".join(f"{day} met, {day.year}\n" for day in days if day < date(2026, 6, 1)))

    assert "Began in 1996" in collab("handover", "prairie").out
    assert collab("check").out == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.binary(max_size=200))
def test_no_bytes_in_a_log_or_in_facts_crash_it(write: Write, raw: bytes) -> None:
    folder = write("prairie", OLD)
    (folder / "log.txt").write_bytes(raw)
    (folder / "partnership.yaml").write_bytes(raw)
    kept = Workspace.open().partnerships

    kept.due()
    assert isinstance(kept.problems(), list)
    append(folder, [LogEntry(date(2026, 5, 5), "", "after")]) if raw[:2] not in {
        b"\xff\xfe",
        b"\xfe\xff",
    } else None
    assert (folder / "log.txt").read_bytes().startswith(raw)
