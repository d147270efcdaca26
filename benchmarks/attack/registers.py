"""Public registers damaged on their way here: read in part or named, never a crash."""

from pathlib import Path
from random import Random

from benchmarks.attack.harness import Harness
from benchmarks.attack.strings import damaged

SAMPLES = Path(__file__).parents[2] / "tests/data/registers"
_LARGEST = 200_000


def attack(random: Random, harness: Harness, count: int) -> None:
    """Load *count* damaged files."""
    samples = sorted(
        path
        for path in SAMPLES.rglob("*")
        if path.is_file() and path.suffix not in {".md", ""} and path.stat().st_size < _LARGEST
    )
    for number in range(count):
        sample = random.choice(samples)
        content = damaged(random, sample.read_bytes())
        harness.tried(content)
        folder = harness.folder / f"register-{random.random()}-{number}"
        folder.mkdir()
        (folder / sample.name).write_bytes(content)
        said = harness.call(
            ("directory", "load", str(folder / sample.name), "--directory", str(folder / "made"))
        )
        if said is not None:
            with harness.doing(f"{sample.name} that holds {content[:500]!r}"):
                harness.ends(said, 0, 3)
