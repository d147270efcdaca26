"""Run command lines where the system kills whoever asks for the network, and say what became of them.

python tests/offline.py '[["match", "literacy"], ...]'   prints the exit code of each, and what was heard

Python's own sockets are heard by name and live on, so that all are told. DuckDB and pandoc are no
Python: for them Linux itself watches, as for every program that they start.
"""

import ctypes
import json
import platform
import socket
import struct
import sys

_SOCKET = {"x86_64": 41, "aarch64": 198}
"""What the call that makes a socket is numbered, by machine."""
WATCHED = sys.platform == "linux" and platform.machine() in _SOCKET
"""Whether the system can watch here; elsewhere only Python's own sockets are heard."""
_LOAD, _IF_EQUAL, _END = 0x20, 0x15, 0x06
"""Instructions of the filter: load a word of the call, compare it, be done."""
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


def seal() -> None:
    """Let the system kill this process, and any that it starts, at the first socket of the internet.

    See seccomp(2). What programs of one machine say to each other, over sockets of its own, they may.
    """
    program = [
        (_LOAD, 0, 0, 0),  # the number of the call
        (_IF_EQUAL, 0, 4, _SOCKET[platform.machine()]),
        (_LOAD, 0, 0, 16),  # its first argument
        (_IF_EQUAL, 1, 0, int(socket.AF_INET)),
        (_IF_EQUAL, 0, 1, int(socket.AF_INET6)),
        (_END, 0, 0, _KILL),
        (_END, 0, 0, _ALLOW),
    ]
    raw = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *each) for each in program))
    given = struct.pack("@HP", len(program), ctypes.addressof(raw))
    libc = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1), (_SECCOMP, _FILTER, given)):
        if libc.prctl(*call, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "the system cannot watch")


def _is_asked(event: str, said: tuple[object, ...]) -> bool:
    """Return whether *event* is of the network, and not of a pair of sockets within the machine, as asyncio has."""
    local = event == "socket.__new__" and getattr(socket, "AF_UNIX", None) in said
    return event.startswith("socket.") and not local


def main(lines: list[list[str]]) -> None:
    """Run *lines* in this process, and print their codes and what Python asked of the network."""
    heard: list[str] = []
    if WATCHED:
        seal()
    sys.addaudithook(lambda event, said: heard.append(event) if _is_asked(event, said) else None)
    from collabkit.cli import main as collab  # noqa: PLC0415 - what it imports is watched too

    codes = [collab(line) for line in lines]
    print(json.dumps([codes, heard]))  # noqa: T201


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
