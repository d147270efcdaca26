"""The command that installs what is missing fits the way this program was installed."""

import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from collabkit import extras

_PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
EXTRAS = _PROJECT["project"]["optional-dependencies"]


@pytest.mark.parametrize("extra", EXTRAS)
def test_every_extra_has_a_command_that_names_its_libraries(extra: str) -> None:
    command = extras.install_command(extra)

    assert "-m pip install " in command
    assert "collabkit[" not in command  # pip finds no such distribution from a checkout
    for library in EXTRAS[extra]:
        assert library.partition(">")[0].partition("=")[0] in command


def test_pipx_and_uv_keep_environments_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/home/ann/.local/share/pipx/venvs/collabkit")
    assert extras.install_command("plan").startswith("pipx inject collabkit 'highspy")

    monkeypatch.setattr(sys, "prefix", "/home/ann/.local/share/uv/tools/collabkit")
    assert extras.install_command("plan").startswith("uv pip install --python /home/ann/")


def test_python_is_called_as_the_shell_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", {"python3": sys.executable}.get)
    assert extras.install_command("plan").startswith("python3 -m pip")

    monkeypatch.setattr(shutil, "which", {}.get)
    assert extras.install_command("plan").startswith(sys.executable)
