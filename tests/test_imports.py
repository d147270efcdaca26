"""What is not imported costs nothing: a fresh interpreter tells what a path loads."""

import subprocess
import sys
from pathlib import Path

import pytest

from collabkit import Workspace
from collabkit.cli import main

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


HEAVY = {
    "duckdb", "highspy", "http", "icalendar", "jinja2", "numpy", "onnxruntime", "platformdirs",
    "pypandoc", "rich", "ssl", "Stemmer", "typst", "xml", "yaml",
}  # fmt: skip
"""What takes milliseconds to load and a short command by id needs nothing of, once the cache is warm."""


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["match", "--goal", "literacy", "-f", "ndjson"], set()),
        (["match", "--goal", "literacy", "-f", "csv"], set()),
        (["match", "literacy", "-f", "ids"], set()),
        (["list", "partners", "-f", "ids"], set()),
        (["show", "literacy", "-f", "json"], set()),
        (["propose", "--goal", "literacy", "--as", "email"], {"jinja2"}),
        (["log", "elm", "Called"], set()),
        (["due", "--format", "json"], {"yaml"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_short_command_loads_nothing_that_it_does_not_use(
    arguments: list[str], needed: set[str], clean_machine: Path
) -> None:
    if arguments[0] in {"log", "due"}:
        (clean_machine / "library.yaml").write_text("name: Elm Library\n", encoding="utf-8")
        Workspace.open().partnerships.track("Elm School")
    else:
        main(arguments)  # fills the cache

    loaded = _loaded(RUN.format(arguments))

    assert "typer" in loaded
    assert loaded & HEAVY == needed


def test_a_line_for_the_log_loads_no_model(clean_machine: Path) -> None:
    (clean_machine / "library.yaml").write_text("name: Elm Library\n", encoding="utf-8")
    Workspace.open().partnerships.track("Elm School")

    # Typer itself loads pydantic for an option that is no text.
    loaded = _loaded(
        "from collabkit import Workspace; Workspace.open().partnerships.log('elm', 'Met')"
    )

    assert loaded & {*HEAVY, "pydantic", "pydantic_core"} == set()


def test_the_package_alone_loads_nothing_heavy() -> None:
    heavy = {"pydantic", "pydantic_core", "typer", "rich", "jinja2", "yaml", "json"}

    loaded = _loaded("import collabkit")

    assert "collabkit" in loaded
    assert loaded & heavy == set()


def test_a_table_and_a_proposal_do_load_what_draws_them() -> None:
    assert "rich" in _loaded(RUN.format(["match", "--goal", "literacy", "-f", "table"]))
    assert "jinja2" in _loaded(RUN.format(["propose", "--goal", "literacy"]))


def test_next_to_nothing_is_imported_before_ctrl_c_is_heard() -> None:
    code = (
        "import sys; before = set(sys.modules); import collabkit.cli; "
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert set(done.stdout.split()) <= {"collabkit", "collabkit.cli", "gc"}


MODELS = {
    f"collabkit.catalog.{name}"
    for name in (
        "activities",
        "advice",
        "assets",
        "goals",
        "partners",
        "registers",
        "sayings",
        "work",
    )
}


@pytest.mark.usefixtures("clean_machine")
def test_to_match_by_an_id_takes_no_model_of_the_catalogs() -> None:
    run = RUN.format(["match", "--goal", "literacy", "-f", "ndjson"])
    code = f"import sys; {run}; print(*sys.modules, file=sys.stderr)"
    for _ in range(2):  # the first fills the cache
        done = subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True
        )

    assert "collabkit.matching" in done.stderr.split()
    assert MODELS.isdisjoint(done.stderr.split())


def test_to_find_a_body_takes_no_model_of_the_catalogs() -> None:
    code = "import sys; import collabkit.finding.findings; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert MODELS.isdisjoint(done.stdout.split())
