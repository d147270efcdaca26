"""What is known of facts that were right before is never told of others."""

import subprocess
import sys

from collabkit import Workspace, paths
from collabkit.errors import ExitCode
from conftest import Collab
from partnerships.conftest import Write

FACTS = 'name: Ends\nagreement: {end: "2026-07-15", notice: 20, file: a.docx}\ncold_after: 10\n'


def _due() -> list[tuple[object, ...]]:
    return [tuple(each) for each in Workspace.open().partnerships.due()]


def test_the_second_answer_is_the_first_and_a_change_is_seen_at_once(
    collab: Collab, write: Write
) -> None:
    folder = write("ends", "2026-05-20 met\n", FACTS)
    write("alone", "2026-05-20 we promise: call by 2026-06-03\n")
    first = _due()

    assert _due() == first
    (folder / "partnership.yaml").write_text(FACTS.replace("07-15", "08-15"), encoding="utf-8")
    assert "2026-08-15" in str(_due())
    assert "2026-07-15" not in str(_due())
    (folder / "partnership.yaml").write_text("name: Ends\nlevel: deep\n", encoding="utf-8")
    wrong = collab("due")
    assert wrong.code == ExitCode.DATA
    assert "partnership.yaml:2:1: level" in wrong.err
    (folder / "partnership.yaml").write_text(FACTS, encoding="utf-8")
    assert _due() == first


def test_a_second_copy_beside_facts_that_were_right_is_named(collab: Collab, write: Write) -> None:
    folder = write("ends", "2026-05-20 met\n", FACTS)
    assert collab("due").code == 0
    (folder / "partnership (1).yaml").write_text(FACTS, encoding="utf-8")

    assert collab("due").code == ExitCode.DATA


def test_a_damaged_cache_only_makes_it_slower(write: Write) -> None:
    write("ends", "2026-05-20 met\n", FACTS)
    first = _due()
    kept = list(paths.cache_dir().glob("kept-*"))

    assert kept
    for file in kept:
        file.write_bytes(b"no cache\n")
    assert _due() == first


def test_facts_that_were_right_are_asked_without_yaml(collab: Collab, write: Write) -> None:
    write("ends", "2026-05-20 met\n", FACTS)
    assert collab("due").code == 0
    code = (
        "import sys; from collabkit.cli.program import main; main(['due']);"
        "print([name for name in ('yaml', 'collabkit.partnerships.facts') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert run.stdout.splitlines()[-1] == "[]"
