"""What the wheel brings compiled: the shipped catalogs, checked, and all that is derived of them.

Hatch calls it for each wheel. The folder that it fills is a cache as the first commands of a user would
fill it, so that they need not.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogs(BuildHookInterface[Any]):
    """Adds the compiled catalogs to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them; a checkout that is installed in its place compiles them as it needs them."""
        self._folder = TemporaryDirectory()
        if version == "editable":
            return
        filled = Path(self._folder.name)
        # Whoever builds apart from all that is installed has the libraries on the path of this process alone.
        found_in = os.pathsep.join([f"{self.root}/src", *filter(None, sys.path)])
        subprocess.run(
            [sys.executable, "-m", "tools.wheel"],
            check=True,
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": found_in, "COLLAB_CACHE": str(filled)},
        )
        for file in filled.glob("catalog-*.sqlite"):
            build_data["force_include"][str(file)] = f"collabkit/compiled/{file.name}"

    def finalize(self, *_: object) -> None:
        """Remove the folder, now that its files are in the wheel."""
        self._folder.cleanup()


def fill() -> None:
    """Derive all that commands derive of the shipped catalogs, so that the cache holds it."""
    from collabkit.catalog import load  # noqa: PLC0415 - not where hatch reads this file
    from collabkit.directory.pipeline.classify import rule_columns  # noqa: PLC0415 - as above
    from collabkit.finding.works import works  # noqa: PLC0415 - as above
    from collabkit.matching.language.interpret import Interpreter  # noqa: PLC0415 - as above
    from collabkit.matching.language.vectors import PieceVectors  # noqa: PLC0415 - as above
    from collabkit.matching.scoring.facts import facts  # noqa: PLC0415 - as above
    from collabkit.matching.scoring.views import views  # noqa: PLC0415 - as above
    from collabkit.proposals.precedents import examples  # noqa: PLC0415 - as above

    catalog = load()
    for derive in (facts, views, works, rule_columns):
        derive(catalog)
    Interpreter(catalog, PieceVectors())
    examples(catalog, "", "", to_partner=False)


if __name__ == "__main__":
    fill()
