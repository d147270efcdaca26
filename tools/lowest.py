"""The lowest versions that pyproject.toml allows, as constraints for pip: `make lowest`.

What the program itself needs is held to its lower bound; what only tests need, to the version that CI
has, since nobody who installs the program gets it.
"""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def lowest(requirements: list[str]) -> dict[str, str]:
    """Return the lower bound of each of *requirements*, such as ``rich>=13.9``, by its name."""
    bounds = (re.fullmatch(r"([\w.-]+)>=([\w.]+)", each) for each in requirements)
    return {bound[1].lower(): bound[2] for bound in bounds if bound}


def constraints() -> list[str]:
    """Return the lines of a file of constraints."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours = lowest(project["dependencies"])
    # What those pull in has to fit them and not the versions that CI has.
    theirs = {"pydantic_core", "markdown-it-py", "pygments", "click", "markupsafe", "annotated-doc"}
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    others = [
        line
        for line in pinned
        if "==" in line and line.partition("==")[0].lower() not in {*ours, *theirs}
    ]
    return [*(f"{name}=={version}" for name, version in ours.items()), *others]


if __name__ == "__main__":
    print("\n".join(constraints()))  # noqa: T201 - what it is for
