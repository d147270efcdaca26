"""Speed of papers: one document, two hundred one-pagers. `startup.py` has the e-mail."""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROUNDS = 5
MANY = 200
ONE_PAGER = ("-m", "collabkit", "propose", "food-bank", "--as", "one-pager", "--force")


def _seconds(*arguments: str, stdin: str = "") -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        input=stdin,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def _matches() -> str:
    """Return two hundred match records, for as many organizations."""
    command = [sys.executable, "-m", "collabkit", "match", "--goal", "literacy", "-f", "ndjson"]
    done = subprocess.run(
        [*command, "--limit", "20"], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    records = [json.loads(line) for line in done.stdout.splitlines()]
    return "".join(
        json.dumps({**records[number % len(records)], "organization": {"name": f"No. {number}"}})
        + "\n"
        for number in range(MANY)
    )


def main() -> None:
    """Print the figures."""
    matches = _matches()
    with TemporaryDirectory() as folder:
        for form in ("docx", "odt", "pdf"):
            file = str(Path(folder) / f"paper.{form}")
            took = [_seconds(*ONE_PAGER, "-o", file) for _ in range(ROUNDS)]
            print(
                f"{form:<4} of a one-pager       {statistics.median(took) * 1000:7.1f} ms   (under 2000)"
            )
        pipe = ("-m", "collabkit", "propose", "--as", "one-pager", "--force")
        took = [_seconds(*pipe, "-o", f"{folder}/many/", stdin=matches) for _ in range(ROUNDS)]
        print(
            f"{MANY} one-pagers, to files {statistics.median(took) * 1000:7.1f} ms   (under 3000)"
        )
        took = [_seconds(*pipe, stdin=matches) for _ in range(ROUNDS)]
        print(
            f"{MANY} one-pagers, stdout   {statistics.median(took) * 1000:7.1f} ms   (under 3000)"
        )


if __name__ == "__main__":
    main()
