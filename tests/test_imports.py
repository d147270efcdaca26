"""What is not imported costs nothing: a fresh interpreter tells what a path loads."""

import subprocess
import sys

import pytest

LOADED = """
import sys
before = set(sys.modules)
{code}
print(*(set(sys.modules) - before), file=sys.stderr)
"""
RUN = "from collabkit.cli import main; main({!r})"


def _loaded(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(code=code)],
        check=True,
        capture_output=True,
        text=True,
    )
    return {
        name.partition(".")[0] for name in done.stderr.rpartition("\n")[0].split("\n")[-1].split()
    }


@pytest.mark.parametrize(
    ("arguments", "spared"),
    [
        (["match", "--goal", "literacy", "-f", "ndjson"], {"rich", "jinja2", "yaml", "platformdirs"}),
        (["match", "--goal", "literacy", "-f", "csv"], {"rich", "jinja2", "yaml"}),
        (["list", "partners", "-f", "ids"], {"rich", "jinja2", "yaml"}),
        (["show", "literacy", "-f", "json"], {"rich", "jinja2", "yaml"}),
        (["propose", "--goal", "literacy"], {"rich", "yaml"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_a_command_does_not_load_what_it_does_not_use(
    arguments: list[str], spared: set[str]
) -> None:
    _loaded(RUN.format(arguments))  # fills the cache

    loaded = _loaded(RUN.format(arguments))

    assert "typer" in loaded
    assert loaded & spared == set()


def test_the_package_alone_loads_nothing_heavy() -> None:
    heavy = {"pydantic", "pydantic_core", "typer", "rich", "jinja2", "yaml", "json"}

    loaded = _loaded("import collabkit")

    assert "collabkit" in loaded
    assert loaded & heavy == set()


def test_a_table_and_a_proposal_do_load_what_draws_them() -> None:
    assert "rich" in _loaded(RUN.format(["match", "--goal", "literacy", "-f", "table"]))
    assert "jinja2" in _loaded(RUN.format(["propose", "--goal", "literacy"]))
