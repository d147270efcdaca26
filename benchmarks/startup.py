"""Start-up of short commands, beside a Typer app with one empty command and one option.

Counted is the time of the processor, in the program and in the system for it: what else runs on the
machine hardly shows. The least of several runs counts, since nothing makes a run cheaper than it is.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROUNDS = 15
EMPTY = """
from typing import Annotated
import typer
app = typer.Typer()
@app.command()
def main(name: Annotated[str, typer.Option()] = "x") -> None: ...
app()
"""
COMMANDS = {
    "match --goal literacy -f ndjson": 1.15,
    "log elm Called": 1.30,
    "propose literacy-council --goal literacy --as email": 1.50,
}
"""What is run, and at most how often the time of the empty command it may take."""


def _seconds(arguments: Sequence[str], folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        # An installed program is compiled once; without this each run would compile it anew.
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compare(runs: Sequence[tuple[Sequence[str], Path]]) -> list[float]:
    """Return the least seconds of each of *runs*, arguments and a folder, taken in turns."""
    for run in runs:
        _seconds(*run)  # fills the cache
    rounds = [[_seconds(*run) for run in runs] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        bare, workspace = Path(folder), Path(folder) / "elm"
        workspace.mkdir()
        (workspace / "library.yaml").write_text("name: Elm Library\n", encoding="utf-8")
        _seconds(("-m", "collabkit", "track", "Elm School"), workspace)
        runs: list[tuple[tuple[str, ...], Path]] = [(("-c", EMPTY), bare)]
        for command in COMMANDS:
            # Only the log needs a workspace: a profile is read from YAML each time.
            place = workspace if command.startswith("log") else bare
            runs.append((("-m", "collabkit", *command.split()), place))
        empty, *times = compare(runs)
    print(f"{'empty Typer command':<58} {empty * 1000:6.1f} ms of the processor")
    for (command, most), time in zip(COMMANDS.items(), times, strict=True):
        print(f"{'collab ' + command:<58} {time / empty:6.2f} times that (at most {most:.2f})")


if __name__ == "__main__":
    main()
