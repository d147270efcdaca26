"""Aims in a file: one request a line, answered as a stream."""

from random import Random

from benchmarks.attack.harness import Harness, strict
from benchmarks.attack.strings import one_line


def attack(random: Random, harness: Harness, count: int) -> None:
    """Ask *count* aims in one run; each is answered or told of, and none stops the others."""
    lines = [one_line(random)[:4_000] for _ in range(count)]
    file = harness.folder / "aims.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="replace")
    for line in lines:
        harness.tried(f"aim {line}")
    form = random.choice(("ndjson", "ndjson", "csv", "ids"))
    said = harness.call(("match", "--aims", str(file), "-n", "1", "-f", form))
    if said is None:
        return
    with harness.doing(f"match --aims with the lines {lines[:3]!r} and so on"):
        harness.ends(said, 0, 2)
        if form == "ndjson":
            harness.holds(
                "answers are strict JSON", lambda: [*map(strict, said.out.splitlines())] != []
            )
