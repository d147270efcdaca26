"""A real terminal for a program to run on."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

SECONDS = 20
"""Longer than any step takes; a program that says nothing for so long hangs."""


class Terminal:
    """Runs ``collab`` on a pseudo-terminal of its own, so that Ctrl-C reaches it as a signal."""

    def __init__(self, *arguments: str, env: dict[str, str] | None = None) -> None:
        self.screen = ""
        self._seen = 0
        self._ours, theirs = pty.openpty()
        # Tests that a shell started in the background were told to ignore Ctrl-C, and would hand it on.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.program = subprocess.Popen(
            [sys.executable, "-m", "collabkit", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm", **(env or {})},
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.program.poll() is None:
            self.program.kill()
        self.program.wait()
        os.close(self._ours)

    def wait_for(self, text: str) -> None:
        """Read until *text* stands on the screen after all that was waited for before."""
        end = time.monotonic() + SECONDS
        while text not in self.screen[self._seen :]:
            assert time.monotonic() < end, f"no {text!r} in {self.screen!r}"
            assert self._read(), f"ended without {text!r}: {self.screen!r}"
        self._seen = self.screen.index(text, self._seen) + len(text)

    def type(self, text: str) -> None:
        """Type *text* and the Enter key."""
        os.write(self._ours, f"{text}\n".encode())

    def press(self, key: str) -> None:
        """Press one key."""
        os.write(self._ours, key.encode())

    def interrupt(self) -> None:
        """Do what Ctrl-C does; once more if it came in the moment before the program listens."""
        for _ in range(SECONDS):
            self.program.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.program.wait(1)
                return

    def end(self) -> int:
        """Read what is left; return the exit code."""
        while self._read():
            pass
        return self.program.wait(SECONDS)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], SECONDS)
        if not ready:
            return False
        try:
            piece = os.read(self._ours, 65536)
        except OSError:  # Linux says so when the last program on the terminal has ended
            return False
        self.screen += piece.decode(errors="replace").replace("\r\n", "\n")
        return bool(piece)


def shown(*arguments: str, env: dict[str, str] | None = None) -> tuple[int, str]:
    """Run a command that asks nothing; return the exit code and what the screen shows."""
    with Terminal(*arguments, env=env) as terminal:
        code = terminal.end()
        return code, terminal.screen
