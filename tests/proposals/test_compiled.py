"""Templates compiled before: never needed, and never trusted further than they are as written."""

import os
import shutil
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from collabkit.proposals.compiled import Compiled
from conftest import Collab

PAPER = ("propose", "literacy-council", "-g", "literacy")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test's own, with the catalogs in it and no template yet."""
    folder = tmp_path / "cache"
    folder.mkdir()
    for file in Path(os.environ["COLLAB_CACHE"]).glob("c*-*"):
        shutil.copy(file, folder)
    monkeypatch.setenv("COLLAB_CACHE", str(folder))
    return folder


def _templates(cache: Path) -> list[Path]:
    return sorted(cache.glob("template-*"))


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:60])


def _change(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def test_a_damaged_template_is_compiled_anew(cache: Path, collab_process: Collab) -> None:
    before = collab_process(*PAPER)
    kept = {file.name: file.read_bytes() for file in _templates(cache)}
    assert before.code == 0
    assert kept
    for harm in (_cut, _change, _empty):
        for file in _templates(cache):
            harm(file)

        assert collab_process(*PAPER) == before
        assert {file.name: file.read_bytes() for file in _templates(cache)} == kept


def test_a_template_that_changes_is_not_taken_from_before(
    cache: Path, clean_machine: Path, collab_process: Collab
) -> None:
    (clean_machine / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
    (clean_machine / "templates").mkdir()
    papers = []
    for word in ("one", "two"):
        (clean_machine / "templates" / "one-pager.md.j2").write_text(f"{word}\n", encoding="utf-8")
        papers.append(collab_process(*PAPER).out)

    assert papers == ["one\n", "two\n"]
    assert _templates(cache)


@pytest.mark.parametrize("folder", ["/dev/null", "/dev/null/below"])
def test_a_cache_that_is_no_folder_is_only_slower(folder: str) -> None:
    plain = Environment(  # noqa: S701 - of Markdown
        loader=DictLoader({"paper": "one"}), bytecode_cache=Compiled(Path(folder))
    )

    assert plain.get_template("paper").render() == "one"


def test_the_program_needs_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, collab_process: Collab
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    monkeypatch.setenv("COLLAB_CACHE", str(tmp_path / "file"))

    assert collab_process(*PAPER).code == 0
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
