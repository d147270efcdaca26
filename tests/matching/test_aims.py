"""``--aims``: one request a line, answered one by one."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from collabkit.catalog import Catalog
from collabkit.errors import ExitCode, UsageError
from collabkit.matching.matcher import Matcher
from collabkit.workers import in_order
from conftest import Collab

MATCH = (sys.executable, "-m", "collabkit", "match", "--aims", "-", "--format", "ndjson")


def aims_of(out: str | bytes) -> list[str]:
    """Return the `aim` of each request that *out* answers."""
    return list(dict.fromkeys(json.loads(line)["aim"] for line in out.splitlines()))


def answered(stdin: bytes, *more: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*MATCH, *more], check=False, capture_output=True, input=stdin, env=os.environ | settings
    )


def test_each_line_of_a_file_is_a_request_of_its_own(collab: Collab, clean_machine: Path) -> None:
    (clean_machine / "aims.txt").write_text("literacy\n\n  \nfeed kids in summer \n", "utf-8")

    run = collab("match", "--aims", "aims.txt", "--format", "ndjson")
    records = [json.loads(line) for line in run.out.splitlines()]

    assert run.code == 0
    assert [(each["aim"], each["rank"]) for each in records] == [
        *(("literacy", rank) for rank in range(1, 6)),
        *(("feed kids in summer ", rank) for rank in range(1, 6)),
    ]


def test_a_file_without_an_aim_is_told(collab: Collab, clean_machine: Path) -> None:
    (clean_machine / "aims.txt").write_text("\n  \n", "utf-8")

    run = collab("match", "--aims", "aims.txt", "--format", "ndjson")

    assert (run.code, run.out) == (0, "")
    assert "No aim in aims.txt: write one a line." in run.err


def test_stdin_is_read_like_a_file() -> None:
    text = "literacy\n\nfeed kids in summer\n"

    assert aims_of(answered(text.encode()).stdout) == ["literacy", "feed kids in summer"]


def test_a_line_gets_the_answer_that_goal_gets(collab: Collab) -> None:
    alone = collab("match", "--goal", "feed kids in summer", "-n", "3", "-f", "ndjson").out

    assert answered(b"feed kids in summer\n", "-n", "3").stdout.decode() == alone


def test_line_ends_of_any_system_and_a_byte_order_mark_are_no_part_of_an_aim(
    collab: Collab, clean_machine: Path
) -> None:
    content = b"\xef\xbb\xbfliteracy\r\nfeed kids in summer\r\nstem"
    expected = ["literacy", "feed kids in summer", "stem"]
    (clean_machine / "aims.txt").write_bytes(content)

    assert aims_of(collab("match", "--aims", "aims.txt", "-f", "ndjson").out) == expected
    assert aims_of(answered(content).stdout) == expected


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "en_US.UTF-8"])
def test_bytes_that_are_no_utf_8_are_shown_as_such(
    collab: Collab, clean_machine: Path, locale: str
) -> None:
    content = "a café for job seekers\n".encode("latin-1")
    (clean_machine / "aims.txt").write_bytes(content)

    run = answered(content, LC_ALL=locale)
    assert run.returncode == 0, run.stderr
    assert aims_of(run.stdout) == ["a caf\ufffd for job seekers"]
    assert collab("match", "--aims", "aims.txt", "-f", "ndjson").out == run.stdout.decode()


@pytest.mark.parametrize("strict", ["0", "1"], ids=["any", "utf-8 mode"])
def test_an_aim_in_another_script_is_given_back_as_it_came(strict: str) -> None:
    aim = "l\u0456teracy \u8b80 \U0001f4da"

    run = answered(f"{aim} adults\n".encode(), PYTHONUTF8=strict)

    assert aims_of(run.stdout) == [f"{aim} adults"]


def test_the_first_answer_comes_before_the_second_request() -> None:
    with subprocess.Popen(
        [*MATCH[:-1], "ids", "-n", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        for aim, partner in ((b"literacy", b"literacy-council"), (b"veterans", b"veterans-")):
            process.stdin.write(aim + b"\n")
            process.stdin.flush()
            assert process.stdout.readline().startswith(partner)
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_a_missing_file_is_a_usage_error(collab: Collab, clean_machine: Path) -> None:
    assert collab("match", "--aims", "none.txt") == (
        ExitCode.USAGE,
        "",
        "collab: cannot read none.txt: No such file or directory\n",
    )
    assert collab("match", "--aims", str(clean_machine)).code == ExitCode.USAGE


def test_no_request_gets_no_answer_and_no_error(collab: Collab) -> None:
    run = answered(b"\n \n\n")

    assert (run.returncode, run.stdout) == (0, b"")
    assert collab("match", "--aims", os.devnull, "-f", "json").out == "[]\n"


@pytest.mark.parametrize("arguments", [(), ("--goal", "literacy", "--aims", "-")], ids=str)
def test_goal_or_aims_is_asked_for_and_not_both(collab: Collab, arguments: tuple[str, ...]) -> None:
    run = collab("match", *arguments)

    assert (run.code, run.out) == (ExitCode.USAGE, "")
    assert "say what you want to achieve, or name a file of requests with --aims" in run.err


def test_of_many_unclear_lines_a_screen_of_notes_is_said() -> None:
    run = answered(b"".join(b"qwxz%d plorf\n" % number for number in range(50)))
    notes = [line for line in run.stderr.decode().splitlines() if "says little" in line]

    assert run.stdout == b""
    assert len(notes) == 20
    assert "… and 30 more like these." in run.stderr.decode()


def test_ten_requests_in_a_row_are_answered_as_each_alone(collab: Collab) -> None:
    aims = ["literacy", "stem", "ESL", "seed library", "a warm room", "tax help", "GED", "teens"]
    alone = [collab("match", "--goal", aim, "-n", "2", "-f", "ndjson").out for aim in aims]

    assert answered("\n".join(aims).encode(), "-n", "2").stdout.decode() == "".join(alone)


def long_file(folder: Path) -> Path:
    """Write a file of so many requests that copies of the process read ahead; return where it is."""
    aims = ["literacy", " stem ", "seed library", "a warm room for elders", "", "qwxz plorf"]
    file = folder / "aims.txt"
    file.write_text("".join(f"{aim}\n" for aim in aims * 80), "utf-8")
    return file


def test_a_long_file_is_answered_as_the_same_lines_through_a_pipe(clean_machine: Path) -> None:
    file = long_file(clean_machine)
    through_a_pipe = answered(file.read_bytes(), "-n", "2")

    with file.open("rb") as stdin:
        as_stdin = subprocess.run(
            [*MATCH, "-n", "2"], check=False, capture_output=True, stdin=stdin
        )
    by_name = [*MATCH[:5], str(file), *MATCH[6:], "-n", "2"]

    assert through_a_pipe.stdout
    assert as_stdin.stdout == through_a_pipe.stdout
    assert as_stdin.stderr == through_a_pipe.stderr
    assert subprocess.run(by_name, check=False, capture_output=True).stdout == as_stdin.stdout


def test_of_a_long_file_all_is_answered_before_a_line_that_cannot_be_read(
    collab: Collab, clean_machine: Path
) -> None:
    file = long_file(clean_machine)
    whole = collab("match", "--aims", str(file), "-n", "1", "-f", "ids")
    file.write_bytes(file.read_bytes() + b"x" * 30_000 + b"\n" + file.read_bytes())

    run = collab("match", "--aims", str(file), "-n", "1", "-f", "ids")

    assert (run.code, run.out) == (ExitCode.USAGE, whole.out)
    assert "line 481 of" in run.err


def test_a_long_file_may_be_left_after_its_first_answers(clean_machine: Path) -> None:
    with subprocess.Popen(
        [*MATCH[:5], str(long_file(clean_machine)), *MATCH[6:]],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=30) == 0
        assert process.stderr.read() == b""


def many(catalog: Catalog) -> list[str]:
    """Return so many different requests that copies read ahead of most."""
    return [aim for asked in catalog.phrasings.values() for aim in asked.aims][:320]


@pytest.mark.skipif(sys.platform != "linux", reason="no process is copied elsewhere")
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_who_reads_ahead_gives_the_same_answers(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[int] = []

    def counted(work: Any, pieces: Any, count: int) -> Any:  # noqa: ANN401 - handed through
        copied.append(count)
        return in_order(work, pieces, count)

    monkeypatch.setattr("collabkit.workers.cores", lambda: 2)
    monkeypatch.setattr("collabkit.workers.in_order", counted)
    matcher, aims = Matcher(catalog), many(catalog)
    one_by_one = list(matcher.each(aims, limit=3))
    assert not copied

    ahead = list(matcher.each(aims, limit=3, ahead=True))

    assert copied == [2]
    assert ahead == one_by_one
    assert [(each.query, each.fitting) for each in ahead] == [
        (each.query, each.fitting) for each in one_by_one
    ]
    assert [each[0] for each in ahead] == [matcher.match(aim, limit=1)[0] for aim in aims]


@pytest.mark.skipif(sys.platform != "linux", reason="no process is copied elsewhere")
def test_a_system_that_allows_no_more_processes_is_only_slower(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("os.fork", refused)
    monkeypatch.setattr("collabkit.workers.cores", lambda: 2)
    matcher, aims = Matcher(catalog), many(catalog)

    assert list(matcher.each(aims, limit=1, ahead=True)) == list(matcher.each(aims, limit=1))


def test_an_aim_that_says_nothing_is_told_after_the_answers_before_it(catalog: Catalog) -> None:
    answers = Matcher(catalog).each(["literacy", "stem", " ", "teens"], limit=1)

    assert [next(answers).query.aim for _ in range(2)] == ["literacy", "stem"]
    with pytest.raises(UsageError, match="a request is blank"):
        next(answers)


def test_many_requests_are_a_list_and_their_options_are_looked_at_first(catalog: Catalog) -> None:
    matcher = Matcher(catalog)

    with pytest.raises(UsageError, match="aims is one text"):
        matcher.each("stem")
    with pytest.raises(UsageError, match="limit"):
        matcher.each([], limit=0)
