"""Whoever writes is killed at fifty moments: the files are the old ones or the new ones, and nothing is lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from partnerships.conftest import Write

MOMENTS = 50
LOG = "2026-05-01 met\r\n2026-05-02 we promise: send the plan by 2026-06-03\r\n"
FACTS = 'name: Prairie  # as they sign\nlevel: networking\nagreement: {end: "2026-09-30"}\n'
PROFILE = (
    "name: Ours\npartners:\n  - {partner: museum, name: Plains Museum, went: well}\n"
    "  # a school\n  - {partner: k12-school, name: Lincoln School}\n"
)
KILLING = Path(__file__).parent / "killing.py"


@pytest.fixture
def library(write: Write) -> Path:
    """The folder of a library that keeps one partnership."""
    folder = write("prairie", LOG, FACTS)
    (folder.parents[1] / "library.yaml").write_text(PROFILE, encoding="utf-8")
    return folder.parents[1]


def killed(library: Path, what: str) -> list[dict[str, str]]:
    """Return the files after each kill."""
    copy = library.with_name("library")
    library.rename(copy)
    run = subprocess.run(
        [sys.executable, str(KILLING), str(copy), what, str(MOMENTS)],
        check=False, capture_output=True, text=True, cwd=KILLING.parent,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    states = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(states) == MOMENTS
    return states


def test_a_log_is_the_old_one_or_the_new_one(library: Path) -> None:
    lengths = set()
    for files in killed(library, "append"):
        log = files["partnerships/prairie/log.txt"]
        assert log.startswith(LOG.replace("\r\n", "\n"))
        lengths.add(log.count("\n"))
        assert files["partnerships/prairie/partnership.yaml"] == FACTS

    assert lengths == {2, 202}


def test_facts_are_the_old_ones_or_the_new_ones(library: Path) -> None:
    seen = {files["partnerships/prairie/partnership.yaml"] for files in killed(library, "change")}
    old, new = sorted(seen, key=len)

    assert old == FACTS
    assert new.startswith(FACTS.replace("networking", "cooperating"))


def test_a_new_partnership_is_there_or_not_and_the_old_one_stays(library: Path) -> None:
    for files in killed(library, "track"):
        assert files["partnerships/prairie/partnership.yaml"] == FACTS
        facts = files.get("partnerships/plains-museum/partnership.yaml", "")
        assert facts == "" or facts.endswith("`collab plan` takes them\n")


def test_what_is_moved_out_of_the_profile_stands_here_or_there(library: Path) -> None:
    for files in killed(library, "known"):
        for name, folder in (
            ("Plains Museum", "plains-museum"),
            ("Lincoln School", "lincoln-school"),
        ):
            facts = files.get(f"partnerships/{folder}/partnership.yaml", "")
            assert f'name: "{name}"' in facts or f"name: {name}" in files["library.yaml"]
        assert "  # a school\n" in files["library.yaml"]
        log = files.get("partnerships/plains-museum/log.txt", "")
        assert "went: well" in log or "went: well" in files["library.yaml"]
