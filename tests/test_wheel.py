"""The wheel holds all that the program needs: built, installed into a clean environment, run there."""

import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
Installed = Callable[..., str]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build and install the wheel; return what runs a program of the clean environment."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    home = folder / "venv"
    _run(sys.executable, "-m", "venv", "--without-pip", home)
    python = home / "bin" / "python"
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--quiet", wheel)
    # The dependencies are those of the environment that runs the tests: no network is needed. A
    # path in a .pth file is searched last, and the editable install in it is not followed.
    site = _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    # Installed an hour ago: what was written a moment ago may still change unseen, so nothing is noted of it.
    hour_ago = time.time() - 3600
    for file in (Path(site) / "collabkit").rglob("*"):
        os.utime(file, (hour_ago, hour_ago))

    def run(program: str, *arguments: str, cache: Path = folder / "cache") -> str:
        return _run(home / "bin" / program, *arguments, cwd=folder, cache=cache)

    return run


def _run(*command: str | Path, cwd: Path | None = None, cache: Path | None = None) -> str:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)),
        check=False,
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**env, "COLLAB_CACHE": str(cache)} if cache else env,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_program_runs_from_the_wheel(installed: Installed) -> None:
    assert (
        installed("collab", "match", "--goal", "literacy", "-f", "ids", "-n", "1")
        == "literacy-council\n"
    )
    assert installed("collab", "propose", "--goal", "literacy").startswith("# ")
    assert installed("python", "-m", "collabkit", "--version").startswith("collab ")
    assert installed("collab", "schema", "partners").startswith("{")


@pytest.mark.parametrize(
    "arguments",
    [
        ("match", "--goal", "literacy"),
        ("match", "kids come hungry in july"),
        ("show", "literacy"),
        ("propose", "--goal", "literacy"),
    ],
)
def test_the_first_commands_find_all_that_is_made_of_the_catalogs_in_the_wheel(
    installed: Installed, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    installed("collab", *arguments, cache=tmp_path / "cache")

    names = {file.name.partition("-")[0] for file in (tmp_path / "cache").iterdir()}
    assert "content" in names  # so that it was looked for by its content
    assert "catalog" not in names


def test_who_edits_an_installed_catalog_sees_it_at_once(
    installed: Installed, tmp_path: Path
) -> None:
    where = "from collabkit import paths; print(paths.data_dir() / 'goals.yaml')"
    file = Path(installed("python", "-c", where).strip())
    shipped = file.read_text(encoding="utf-8")
    try:
        file.write_text(shipped.replace("id: literacy\n", "id: letters\n"), encoding="utf-8")
        code = "import sys; from collabkit.catalog import load\ntry: load()\nexcept Exception as e: print(e)"
        told = installed("python", "-c", code, cache=tmp_path / "cache")
    finally:
        file.write_text(shipped, encoding="utf-8")

    assert "literacy" in told


def test_what_runs_is_the_wheel_and_not_the_checkout(installed: Installed) -> None:
    code = (
        "import collabkit; from collabkit import paths; print(collabkit.__file__, paths.data_dir())"
    )

    where = installed("python", "-c", code)

    assert str(ROOT) not in where
    assert where.endswith("site-packages/collabkit/data\n")


def test_the_wheel_carries_types_templates_and_licenses(installed: Installed) -> None:
    code = "from importlib.metadata import files; print(*(str(f) for f in files('collabkit')), sep='\\n')"

    names = installed("python", "-c", code).split("\n")

    for name in (
        "collabkit/py.typed",
        "collabkit/proposals/templates/one-pager.md.j2",
        "collabkit/data/schema/partners.schema.json",
        "collabkit/data/LICENSE",
    ):
        assert name in names
    assert [name for name in names if "/tests/" in name or "/benchmarks/" in name] == []
    assert len([name for name in names if "licenses" in name]) == 2
