"""No input makes time grow with its square: four times as much takes about four times as long.

Measured as the ratio of processor time, the least of several runs, so that a busy machine is no
slow one. A square would make it sixteen.
"""

import io
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from collabkit.catalog import Catalog
from collabkit.cli import main
from collabkit.datafiles.reading import parse
from collabkit.directory.delimited.rows import read
from collabkit.matching.matcher import Matcher
from collabkit.proposals.formats.pandoc import convert
from collabkit.text.cells import escape_cell
from collabkit.text.characters import escape_line, escape_terminal
from collabkit.text.html import escape_html
from collabkit.text.json import to_json
from collabkit.text.markdown import escape_markdown
from collabkit.text.phrases import cap, ended, lower_first, unended

LINEAR = 9
"""Between four, and the sixteen of a square: what a cache or a table that grows may cost besides."""
RUNS = 6

PIECES = (
    *("a", " ", "#", "\\", "1.", "&a", "a@", ":a", "www.", "!"),
    *("\u202e", "\r", "=", "| ", "[](", "a:"),
)
"""Of which texts are made that an escape may look at again and again."""

Work = Callable[[int], object]


def growth(work: Work, size: int) -> float:
    """Return how much longer *work* takes of four times *size*."""
    # Both anew each time: a machine that slows between the two makes one ratio larger, and the next is right.
    ratios = (_ratio(work, size) for _ in range(RUNS))
    return min(_to_the_first_below(ratios))


def _ratio(work: Work, size: int) -> float:
    small = min(_seconds(work, size) for _ in range(2))
    return _seconds(work, 4 * size) / small


def _to_the_first_below(ratios: Iterator[float]) -> Iterator[float]:
    """Yield *ratios* up to the first that no square has: to be slowed only makes one larger."""
    for ratio in ratios:
        yield ratio
        if ratio < LINEAR:
            return


def _seconds(work: Work, size: int) -> float:
    begun = _clock()
    work(size)
    return _clock() - begun


def _clock() -> float:
    """Return the processor time of this program and of those it ran, such as pandoc."""
    return time.process_time() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def test_a_square_is_seen() -> None:
    assert growth(lambda size: [1 for _ in range(size) for _ in range(size)], 200) > LINEAR


@pytest.mark.parametrize(
    "escape",
    [
        *(escape_terminal, escape_line, escape_cell, escape_markdown, escape_html, to_json),
        *(cap, ended, lower_first, unended),
    ],
)
def test_a_text_of_any_length(escape: Callable[[str], object]) -> None:
    def ratio(piece: str) -> float:
        return growth(lambda size: escape(piece * size), 10_000)

    grown = {piece: ratio(piece) for piece in PIECES}

    assert not [piece for piece, times in grown.items() if times >= LINEAR], grown


@pytest.mark.parametrize(
    "line",
    [
        *("a: 1\n", "- a\n", "a: [\n", '"a\n', "? a\n", "&a {}\n", "# a\n", "- {a: 1, a: 2}\n"),
        *("- |\n  a\n", "-\t\n", "a: b: c\n", "\r", "--- \n"),
    ],
)
def test_a_data_file_of_one_mistake_after_the_other(line: str) -> None:
    assert growth(lambda size: parse((line * size).encode(), "x.yaml"), 1_500) < LINEAR


@pytest.mark.parametrize(
    "line", ['a","\n', '"\n', 'a,"b\n', '"a"b,"\n', ",,,\n", 'a\r"\n', '""a,"\n']
)
def test_a_feed_of_one_broken_line_after_the_other(tmp_path: Path, line: str) -> None:
    file = tmp_path / "organization.csv"

    def work(size: int) -> None:
        file.write_text("id,name,legal_status\n" + line * size, encoding="utf-8", newline="")
        read(file)

    assert growth(work, 1_500) < LINEAR


@pytest.mark.parametrize(
    ("line", "word", "size"),
    [
        (("match", "-n", "1", "-f", "ids"), ("-g", "kids come hungry in {}"), 4),
        (("match", "literacy", "-n", "1", "-f", "ids"), ("--sector", "x{}"), 200),
        (("propose", "literacy-council", "--as", "email"), ("-g", "reading to children {}"), 4),
        (("check",), ("library.yaml",), 25),
    ],
    ids=["goals", "sectors", "goals of a paper", "files"],
)
def test_an_option_that_is_given_again_and_again(
    line: tuple[str, ...], word: tuple[str, ...], size: int
) -> None:
    Path("library.yaml").write_text("name: Ours\n", encoding="utf-8")
    main(("match", "literacy"))

    def work(times: int) -> None:
        main((*line, *(part.format(number) for number in range(times) for part in word)))

    assert growth(work, size) < LINEAR


@pytest.mark.parametrize(
    "line",
    [
        *("assets: [{}]\n", "needs:\n{}\n", "hours: {}\n", "name: {}\n", "partners: [{}]\n"),
        "figures: {}\n",
    ],
)
def test_a_profile_of_any_length(line: str) -> None:
    profile = Path("library.yaml")

    def work(size: int) -> None:
        profile.write_text(line.format("- x, " * size), encoding="utf-8")
        main(("check", "library.yaml"))

    work(1)
    assert growth(work, 4_000) < LINEAR


@pytest.mark.parametrize(
    "entry", ["2026-03-01 called them", "no day", "2026-03-01 we: send it by 2026-04-01"]
)
def test_a_log_of_any_length(entry: str) -> None:
    main(("init", "--name", "Ours", "--place", "Missoula, MT"))
    main(("track", "Prairie Reads", "--partner", "literacy-council"))
    log = Path("partnerships/prairie-reads/log.txt")

    def work(size: int) -> None:
        log.write_text(f"{entry}\n" * size, encoding="utf-8")
        main(("due", "--all"))

    work(1)
    assert growth(work, 800) < LINEAR


@pytest.mark.parametrize(
    ("name", "head", "line", "asked"),
    [
        (
            "counts.csv",
            "day,work,measure,kind,side,value",
            "2026-03-01,,pairs {},count,,1",
            "count",
        ),
        ("counts.csv", "day,work,measure,kind,side,value", 'x,"', "count"),
        ("counts.csv", "day,work,measure,kind,side,value", "2026-03-01,,pairs,count,,1", "review"),
        ("health.csv", "day,side,sheet,question,answer", "2026-05-04,they,s{},again,4", "health"),
        ("log.txt", "", "2026-03-01 we promise: thing {} by 2026-04-01", "handover"),
        ("log.txt", "", "2026-03-01 kept: thing {}", "review"),
    ],
)
def test_a_file_of_a_partnership_of_any_length(name: str, head: str, line: str, asked: str) -> None:
    main(("init", "--name", "Ours", "--place", "Missoula, MT"))
    main(("track", "Prairie Reads", "--partner", "literacy-council"))
    file = Path("partnerships/prairie-reads", name)

    def work(size: int) -> None:
        rows = (line.format(number) for number in range(size))
        file.write_text("\n".join((head, *rows, "")).lstrip(), encoding="utf-8")
        main((asked, "prairie"))

    work(1)
    assert growth(work, 400) < LINEAR


@pytest.fixture(scope="module")
def matcher(catalog: Catalog) -> Matcher:
    """Answer requests, with all that plain words need already at hand."""
    matcher = Matcher(catalog)
    matcher.match("kids read")
    return matcher


@pytest.mark.parametrize("piece", ["a", "a ", "kids ", "not ", "no, ", "-", "é", "wic's "])
def test_a_request_of_any_length(matcher: Matcher, piece: str) -> None:
    assert growth(lambda size: matcher.match(piece * size, limit=1), 10_000) < LINEAR


def test_a_request_of_any_length_on_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(size: int) -> None:
        text = io.TextIOWrapper(io.BytesIO(b"kids " * size + b"\n"), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", text)
        main(("match", "--aims", "-", "-n", "1", "-f", "ids"))

    work(1)
    assert growth(work, 800) < LINEAR


@pytest.mark.parametrize("piece", ["x", "x ", "*", "[", "<b>", "a@b ", "# "])
def test_a_name_of_any_length_on_a_paper(piece: str) -> None:
    def work(size: int) -> None:
        main(("propose", "literacy-council", "-g", "literacy", "--to", piece * size))

    work(1)
    assert growth(work, 10_000) < LINEAR


@pytest.mark.parametrize(
    ("to", "size"),
    [("typst", 80_000), ("html5", 200_000), ("docx", 200_000), ("odt", 80_000), ("plain", 200_000)],
)
def test_a_word_of_any_length_in_a_document(to: str, size: int) -> None:
    # So long that the time of a program that has just begun, counted in ticks, is far below it.
    assert growth(lambda times: convert("x" * times, to), size) < LINEAR
