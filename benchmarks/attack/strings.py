"""Text and bytes that programs choke on: naughty strings, their parts, and bytes gone wrong."""

import json
from functools import cache
from pathlib import Path
from random import Random

_NAUGHTY = Path(__file__).parents[2] / "tests/data/naughty_strings/blns.json"
_PARTS = (
    *(
        "\x1b[31m",
        "\x9b2J",
        "\x07",
        "\x7f",
        "\u202e",
        "\u2066",
        "\u061c",
        "\u200f",
        "\u2028",
        "\ufeff",
    ),
    *("\t", "\r", "\x0b", "\x1c", "\x85", "\ud800", "\udce9", "\U0010ffff", "\ufffe", "\u0301" * 9),
    *("=1+1", "@SUM(A1)", "|calc", "%0A", "'; DROP TABLE organizations; --", '"', "\\", "`", "$x$"),
    *(
        "{{ 7 * 7 }}",
        "{% raw %}",
        "${HOME}",
        "$(id)",
        "../../etc/passwd",
        "~root",
        "*",
        "?",
        "[a-z]",
    ),
    *(
        "<script>",
        "&amp;",
        "[a](b)",
        "# ",
        "- ",
        "1. ",
        "~~~",
        "|",
        "---",
        ":100:",
        "[bold]",
        "[/]",
    ),
    *(
        "no",
        "null",
        "012",
        "1:30",
        "2026-03-01",
        "0x1F",
        ".inf",
        "1e999",
        "-0.0",
        "\u0661\u0662",
        "\u00b2",
    ),
    *(
        "İ",
        "ß",
        "ﬁ",
        "Ǆ",
        "図書館",
        "مكتبة",
        "שלום",
        "👩‍👩‍👧",
        "é",
        "e\u0301",
        "a" * 3000,
        " " * 300,
    ),
    *(
        "food bank",
        "kids come hungry in july",
        "literacy",
        "59801",
        "Missoula, MT",
        "46.87,-113.99",
    ),
)


@cache
def naughty() -> tuple[str, ...]:
    """Return the Big List of Naughty Strings."""
    return tuple(json.loads(_NAUGHTY.read_text(encoding="utf-8")))


def hostile(random: Random) -> str:
    """Return a text, seldom twice the same."""
    pieces = [_piece(random) for _ in range(random.choice((1, 1, 2, 3, 8)))]
    return random.choice(("", " ", "", "-")).join(pieces)


def _piece(random: Random) -> str:
    match random.randrange(5):
        case 0:
            return random.choice(naughty())
        case 1:
            return random.choice(_PARTS)
        case 2:
            return "".join(chr(random.randrange(1, 0x2FF)) for _ in range(random.randrange(1, 20)))
        case 3:
            return chr(random.randrange(1, 0x110000))
        case _:
            text = random.choice(naughty()) or "x"
            at = random.randrange(len(text))
            return text[at:] + text[:at]


def one_line(random: Random) -> str:
    """Return a hostile text without line ends, as one line of a file."""
    return " ".join(hostile(random).replace("\0", "").splitlines())


def argument(random: Random) -> str:
    """Return a hostile text that an operating system hands to a program: without a zero byte."""
    return hostile(random).replace("\0", "")


def damaged(random: Random, whole: bytes) -> bytes:
    """Return *whole* with one to four accidents: bytes cut, doubled, changed or put in."""
    for _ in range(random.randrange(1, 5)):
        start, end = sorted(random.randrange(len(whole) + 1) for _ in range(2))
        end = min(end, start + random.choice((1, 4, 60, 5000)))
        put = random.choice(
            (
                b"",
                random.randbytes(3),
                hostile(random).encode(errors="surrogatepass"),
                whole[start:end] * 2,
                random.choice(
                    (b"\0", b"\xff", b'"', b"\r", b"\t", b": ", b"[", b"&a ", b"*a", b"!!x ")
                ),
            )
        )
        whole = whole[:start] + put + whole[end:]
    return whole
