"""What can go wrong while something is written: nothing is lost, and one sentence says what happened.

python -m benchmarks.faults   about three minutes; ends with 1 if anything was lost
"""

import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import duckdb

from benchmarks.registers import write_register
from collabkit.errors import ExitCode

ROWS = 20_000
MOMENTS = 50
"""At how many random moments of a load it is killed."""
DAMAGED = 20
WRITERS = 6
GIGABYTES = 2
SEED = 20261125
_DISK = "8m"
"""Room for the old directory, and too little for a new one beside it."""


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    said: str
    """What it wrote to stderr, without the lines that tell of progress."""


class Bench:
    """A folder with two editions of one register, and the directory that each alone makes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.old = folder / "old.csv"
        self.new = folder / "new.csv"
        write_register(self.old, ROWS, seed=1)
        write_register(self.new, ROWS, seed=2)
        self.kept = folder / "kept"
        self.load(self.old, self.kept)
        self.before = fingerprint(self.kept)
        self.fresh()
        started = time.perf_counter()
        self.load(self.new)
        self.seconds = time.perf_counter() - started
        self.after = fingerprint(self.directory)

    @property
    def directory(self) -> Path:
        """The directory that is loaded into."""
        return self.folder / "directory"

    def fresh(self) -> None:
        """Put the old edition's directory where the load is to replace it."""
        shutil.rmtree(self.directory, ignore_errors=True)
        shutil.copytree(self.kept, self.directory)

    def state(self) -> str:
        """Return whether the directory is the old one, the new one or neither."""
        known = {self.before: "old", self.after: "new"}
        return known.get(fingerprint(self.directory), "LOST")

    def load(self, file: Path, directory: Path | None = None) -> Ended:
        """Load *file* to the end."""
        return ended(start(file, directory or self.directory))


def start(file: Path, directory: Path, *before: str) -> subprocess.Popen[str]:
    """Start a load of *file*, with the words *before* in front of the command."""
    return collab("directory", "load", str(file), "--directory", str(directory), before=before)


def collab(
    *line: str, before: tuple[str, ...] = (), folder: Path | None = None
) -> subprocess.Popen[str]:
    """Start one command line in *folder*, with the words *before* in front of it."""
    return subprocess.Popen(
        [*before, sys.executable, "-m", "collabkit", *line],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
    )


def ended(child: subprocess.Popen[str]) -> Ended:
    """Wait for *child* and return how it ended."""
    _, said = child.communicate()
    lines = [
        line
        for line in said.splitlines()
        if line
        and not line.startswith(("Reading ", "Classing ", "Writing ", "The directory is in"))
    ]
    return Ended(child.returncode, " ".join(lines))


def fingerprint(folder: Path) -> tuple[object, ...]:
    """Return what tells one directory from another: every row of it, added up."""
    with duckdb.connect(str(folder / "directory.duckdb"), read_only=True) as connection:
        return (
            connection.execute(
                "SELECT count(*), bit_xor(hash(id, name, partner, street, zip, lat)) FROM organizations"
            ).fetchone()
            or ()
        )


def killed(bench: Bench, how: signal.Signals, moments: int) -> str:
    """Stop a load at random moments; return how often which directory was found."""
    draw = random.Random(SEED)
    seen: Counter[str] = Counter()
    for _ in range(moments):
        bench.fresh()
        child = start(bench.new, bench.directory)
        time.sleep(draw.uniform(0, bench.seconds * 1.05))
        child.send_signal(how)
        child.communicate()
        seen[bench.state()] += 1
    again = bench.load(bench.new)
    left = list(bench.directory.glob(".loading-*"))
    fine = not again.code and not left and bench.state() == "new" and not seen["LOST"]
    return (
        f"{seen['old']} times the old directory, {seen['new']} the new, {seen['LOST']} neither; "
        f"{'the next load is whole' if fine else 'LOST'}"
    )


def _by_kill(bench: Bench) -> str:
    return killed(bench, signal.SIGKILL, MOMENTS)


def _by_interrupt(bench: Bench) -> str:
    return killed(bench, signal.SIGINT, MOMENTS // 2)


def _full_disk(bench: Bench) -> str:
    """Load onto a file system of a few megabytes, which some machines let everybody make."""
    disk = bench.folder / "disk"
    disk.mkdir()
    # The disk is there for this process only, so the directory is copied out of it.
    script = (
        f'mount -t tmpfs -o size={_DISK} disk "$1" && cp -r "$2"/. "$1" && '
        '{ shift 2; "$@"; code=$?; } ; cp "$0"/directory.duckdb "$0".after.duckdb; exit $code'
    )
    child = start(
        bench.new,
        disk,
        *("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script),
        *(str(disk), str(disk), str(bench.kept)),
    )
    result = ended(child)
    after = Path(f"{disk}.after.duckdb")
    if not after.is_file():
        return f"not to be tried on this machine: {result.said}"
    shutil.rmtree(bench.directory)
    bench.directory.mkdir()
    after.rename(bench.directory / "directory.duckdb")
    return _told(bench, result, "old", code=1)


def _cut_zip(bench: Bench) -> str:
    whole = bench.folder / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(bench.new, "eo.csv")
    cut = bench.folder / "cut.zip"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    return _told(bench, bench.load(cut), "old", code=3)


def _broken_line(bench: Bench) -> str:
    lines = bench.new.read_bytes().splitlines(keepends=True)
    lines[ROWS // 2 : ROWS // 2] = [
        b'123456789,"HALF A LINE,% X\r\n',
        b"9,TOO" + b",x" * 40 + b"\r\n",
    ]
    broken = bench.folder / "broken.csv"
    broken.write_bytes(b"".join(lines))
    return _told(bench, bench.load(broken), "new")


def _wrong_encoding(bench: Bench) -> str:
    cp1252 = bench.folder / "cp1252.csv"
    cp1252.write_bytes(
        bench.new.read_bytes() + b"999999999,CAF\xc9 DES AM\xc9RIQUES" + b"," * 26 + b"\r\n"
    )
    result = bench.load(cp1252)
    with duckdb.connect(str(bench.directory / "directory.duckdb"), read_only=True) as connection:
        found = connection.execute(
            "SELECT count(*) FROM organizations WHERE name = 'CAF\u00c9 DES AM\u00c9RIQUES'"
        ).fetchone()
    return f"{result.said} ({'its name is right' if found == (1,) else 'LOST'})"


def _long_line(bench: Bench) -> str:
    lines = bench.new.read_bytes().splitlines(keepends=True)
    long = bench.folder / "long.csv"
    with long.open("wb") as file:
        file.writelines(lines[:100])
        for _ in range(GIGABYTES * 1024):
            file.write(b"x" * (1 << 20))
        file.write(b"\r\n")
        file.writelines(lines[100:])
    started = time.perf_counter()
    result = bench.load(long)
    seconds = time.perf_counter() - started
    long.unlink()
    return f"{_told(bench, result, 'new')} in {seconds:.1f} s"


def _two_at_once(bench: Bench) -> str:
    children = [start(bench.new, bench.directory) for _ in range(2)]
    first, second = sorted((ended(child) for child in children), key=lambda each: each.code)
    if not second.code:
        return "both loaded, one after the other"
    return _told(bench, second, "new", code=1) if not first.code else f"LOST: {first}"


def _damaged(bench: Bench) -> str:
    """Ask and replace directories in which bytes were changed."""
    draw = random.Random(SEED)
    seen: Counter[str] = Counter()
    for _ in range(DAMAGED):
        bench.fresh()
        path = bench.directory / "directory.duckdb"
        content = bytearray(path.read_bytes())
        for _ in range(draw.randrange(1, 40)):
            content[draw.randrange(len(content))] ^= draw.randrange(1, 256)
        path.write_bytes(content)
        asked = ended(collab("directory", "status", "--directory", str(bench.directory)))
        loaded = bench.load(bench.new)
        for what, result in (("asked", asked), ("replaced", loaded)):
            fine = result.code == 0 or (result.code == 1 and result.said.startswith("collab: "))
            seen[f"{what} {'whole' if not result.code else 'told'}" if fine else "LOST"] += 1
    return ", ".join(f"{how} {count} times" for how, count in sorted(seen.items()))


def _writers(bench: Bench) -> str:
    """Write into one partnership from many programs at once."""
    ended(collab("init", "--name", "Ours", folder=bench.folder))
    ended(collab("track", "Prairie", "--partner", "museum", folder=bench.folder))
    lines = [("log", "prairie", f"call {number}") for number in range(WRITERS)]
    lines += [("change", "prairie", f"address={number} Elm St") for number in range(WRITERS)]
    children = [collab(*line, folder=bench.folder) for line in lines]
    results = [ended(child) for child in children]
    changed = sum(not each.code for each in results[WRITERS:])
    log = (bench.folder / "partnerships/prairie/log.txt").read_text(encoding="utf-8")
    kept = sum(log.count(f" call {number}\n") for number in range(WRITERS))
    # Of those that change the same fact some are told that somebody else did.
    codes = {each.code for each in results}
    fine = kept == WRITERS and changed and codes <= {ExitCode.FINE, ExitCode.STALE}
    return (
        f"{kept} of {WRITERS} lines kept, {changed} of {WRITERS} changes of one fact made and the "
        f"others told{'' if fine else ' LOST'}"
    )


def _told(bench: Bench, result: Ended, state: str, code: int = 0) -> str:
    fine = bench.state() == state and result.code == code and "Traceback" not in result.said
    return f"{result.said} [{state} directory]" if fine else f"LOST: {result}"


FAULTS: dict[str, Callable[[Bench], str]] = {
    f"SIGKILL at {MOMENTS} moments": _by_kill,
    f"SIGINT at {MOMENTS // 2} moments": _by_interrupt,
    "a full disk": _full_disk,
    "a ZIP cut short": _cut_zip,
    "broken lines in the middle": _broken_line,
    "a wrong encoding": _wrong_encoding,
    f"a line of {GIGABYTES} GB": _long_line,
    "two loads at once": _two_at_once,
    f"{DAMAGED} damaged databases": _damaged,
    f"{2 * WRITERS} writers at once": _writers,
}


def main() -> int:
    """Print what became of each fault."""
    # A shell that runs us in the background has switched Ctrl-C off, also for what we start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    lost = False
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name))
        for fault, tried in FAULTS.items():
            bench.fresh()
            became = tried(bench)
            lost |= "LOST" in became
            print(f"{fault:<28} {became}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of all           {peak:.0f} MB")
    return int(lost)


if __name__ == "__main__":
    raise SystemExit(main())
