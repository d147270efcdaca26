"""Start-up of short commands, beside a Typer app with one empty command and one option.

The last line is the first command after an install: the wheel is built and installed, and each run has
an empty cache.

Counted is the time of the processor, in the program and in the system for it: what else runs on the
machine hardly shows. The least of several runs counts, since nothing makes a run cheaper than it is.
"""

import os
import resource
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

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
    "start case --next -f json": 1.30,
    "start Hungry --next -f json": 1.55,
    "propose literacy-council --goal literacy --as email": 1.50,
}
"""What is run, and at most how often the time of the empty command it may take."""
FIRST = ("match --goal literacy -f ndjson", 1.50)
"""The same, of the first command after an install."""
ROOT = Path(__file__).parents[1]


class Run(NamedTuple):
    """One command line."""

    arguments: Sequence[str]
    folder: Path
    python: str = sys.executable
    first: bool = False
    """Whether each run has an empty cache."""


def _seconds(run: Run) -> float:
    with tempfile.TemporaryDirectory() as empty:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [run.python, *run.arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=run.folder,
            # An installed program is compiled once; without this each run would compile it anew.
            env={
                **os.environ,
                "PYTHONDONTWRITEBYTECODE": "",
                **({"COLLAB_CACHE": empty} if run.first else {}),
            },
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compare(runs: Sequence[Run]) -> list[float]:
    """Return the least seconds of each of *runs*, taken in turns."""
    for run in runs:
        _seconds(run)  # fills the cache
    rounds = [[_seconds(run) for run in runs] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def installed(folder: Path) -> str:
    """Install the wheel of this checkout in *folder*; return the Python that has it."""

    def run(*command: str | Path) -> None:
        subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL)

    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    home, (wheel,) = folder / "venv", folder.glob("*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", home)
    python = home / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--quiet", wheel)
    # The libraries are those of the environment that measures.
    (site,) = home.glob("lib/python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return str(python)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        bare, workspace = Path(folder), Path(folder) / "elm"
        workspace.mkdir()
        (workspace / "library.yaml").write_text("name: Elm Library\n", encoding="utf-8")
        _seconds(Run(("-m", "collabkit", "track", "Elm School"), workspace))
        _seconds(Run(("-m", "collabkit", "start", "kids come hungry", "--keep"), workspace))
        answer = ("answer", "case", "work=summer-meals-site", "body=food-bank")
        _seconds(Run(("-m", "collabkit", *answer), workspace))
        python = installed(bare)
        runs = [Run(("-c", EMPTY), bare, python)]
        for command in COMMANDS:
            # Only what is kept needs a workspace: a profile is read from YAML each time.
            place = workspace if command.startswith(("log", "start case")) else bare
            runs.append(Run(("-m", "collabkit", *command.split()), place, python))
        first, most_of_first = FIRST
        runs.append(Run(("-m", "collabkit", *first.split()), bare, python, first=True))
        empty, *times, of_first = compare(runs)
    print(f"{'empty Typer command':<58} {empty * 1000:6.1f} ms of the processor")
    for (command, most), time in zip(COMMANDS.items(), times, strict=True):
        print(f"{'collab ' + command:<58} {time / empty:6.2f} times that (at most {most:.2f})")
    said = f"first after an install: {first}"
    print(f"{said:<58} {of_first / empty:6.2f} times that (at most {most_of_first:.2f})")


if __name__ == "__main__":
    main()
