"""Whole-process start-up, beside a Typer app with one empty command and one option."""

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

ROUNDS = 31
EMPTY = """
from typing import Annotated
import typer
app = typer.Typer()
@app.command()
def main(name: Annotated[str, typer.Option()] = "x") -> None: ...
app()
"""
MATCH = ("-m", "collabkit", "match", "--goal", "literacy", "-f", "ndjson")


def _seconds(arguments: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def compare(arguments: Sequence[str]) -> tuple[float, float]:
    """Return the median seconds of an empty Typer app and of *arguments*, taken in turns."""
    _seconds(arguments)  # fills the cache
    pairs = [(_seconds(("-c", EMPTY)), _seconds(arguments)) for _ in range(ROUNDS)]
    empty, ours = zip(*pairs, strict=True)
    return statistics.median(empty), statistics.median(ours)


def main() -> None:
    """Print the figures."""
    empty, ours = compare(MATCH)
    print(f"empty Typer command    {empty * 1000:6.1f} ms")
    print(f"collab match, one goal {ours * 1000:6.1f} ms   ratio {ours / empty:.2f} (at most 1.30)")


if __name__ == "__main__":
    main()
