"""The program, run in this process on one input after the other, and the judge of what it says."""

import io
import json
import os
import re
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from collabkit.cli import main
from collabkit.errors import ExitCode

SECONDS = 60
"""Of the processor's time, or ten times as many on the clock of a busy machine, after which an input
counts as one that hangs; none should take one."""
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
"""What no output may hold; written anew here, so that a hole in the program's list is seen."""
RUNS = re.compile(r"^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]")
"""How a cell begins that a spreadsheet runs."""


class Said(NamedTuple):
    """What one command line did."""

    code: int
    out: str
    err: str


class Fall(NamedTuple):
    """A promise that was broken."""

    kind: str
    """`exception`, `hang` or what does not hold."""
    how: str
    """The shortest way to see it."""
    detail: str = ""


class HangError(BaseException):
    """An input took longer than anybody waits; no ``except Exception`` may swallow it."""


class Harness:
    """Runs command lines in a folder of its own and notes what fell."""

    def __init__(self, folder: Path) -> None:
        """Work in *folder*, which must be empty."""
        self.folder = folder
        self.falls: list[Fall] = []
        self.seen: set[bytes] = set()
        self._doing = ""
        sys.addaudithook(self._hear)

    def tried(self, content: bytes | str) -> None:
        """Count an input; the same one twice counts once."""
        raw = content.encode(errors="surrogatepass") if isinstance(content, str) else content
        self.seen.add(blake2b(raw, digest_size=8).digest())

    def ends(self, said: Said, *codes: int) -> None:
        """Note a fall unless a command line ended with one of *codes*."""
        if said.code not in codes:
            self.fall("exit code", f"{said.code}, not one of {codes}: {said.err}")

    def fall(self, kind: str, detail: str = "") -> None:
        """Note that a promise is broken by what is being done."""
        self.falls.append(Fall(kind, self._doing, detail[:2_000]))

    @contextmanager
    def doing(self, how: str) -> Iterator[None]:
        """Note what falls as seen by *how*: an exception, a hang, a socket."""
        self._doing = how
        for stop in (signal.SIGALRM, signal.SIGPROF):
            signal.signal(stop, _stop)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        signal.alarm(10 * SECONDS)
        try:
            yield
        except HangError:
            self.fall("hang")
        except Exception:  # noqa: BLE001 - any is what we look for
            self.fall("exception", traceback.format_exc(limit=-4))
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.alarm(0)
            self._doing = ""

    def call(self, arguments: Sequence[str], stdin: bytes = b"") -> Said | None:
        """Run one command line and hold it to what every command promises; nothing if it fell."""
        said = None
        with self.doing(f"collab {arguments!r}" + (f" < {stdin[:2_000]!r}" if stdin else "")):
            said = run(arguments, stdin)
            self._judge(said)
        return said

    def _judge(self, said: Said) -> None:
        if said.code not in set(ExitCode):
            self.fall("unknown exit code", str(said.code))
        for name, text in (("stdout", said.out), ("stderr", said.err)):
            found = OBEYED.search(text.replace("\r\n", "\n") if "BEGIN:V" in text else text)
            if found:
                self.fall(f"{name} holds what a terminal obeys", repr(text[: found.end()][-200:]))
        if said.code and "Traceback" in said.err:
            self.fall("traceback", said.err)

    def holds(self, what: str, check: Callable[..., object], *given: object) -> None:
        """Note a fall called *what* unless *check* of what is *given* says that it holds."""
        try:
            right = check(*given)
        except Exception as error:  # noqa: BLE001 - what cannot be checked does not hold
            self.fall(what, repr(error))
            return
        if not right:
            self.fall(what)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._doing and event == "socket.connect":
            self.fall("opened a socket", repr(arguments[1:]))


def run(arguments: Sequence[str], stdin: bytes = b"") -> Said:
    """Run one command line in this process."""
    kept = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8")
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8")
    try:
        code = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
        return Said(code, out.getvalue().decode(), err.getvalue().decode())
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept


def strict(text: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """Return what *text* is as JSON, without the numbers that JSON does not have."""
    return json.loads(text, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise HangError


def settle(folder: Path, cache: Path) -> None:
    """Give the process an empty home and current folder, as a clean machine has."""
    for name in ("COLLAB_CATALOG", "COLLAB_DIRECTORY", "COLLAB_FORMAT"):
        os.environ.pop(name, None)
    home = folder / "home"
    home.mkdir()
    os.environ.update(COLLAB_CACHE=str(cache), HOME=str(home), COLUMNS="80")
    os.chdir(home)
