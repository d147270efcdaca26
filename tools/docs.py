"""Write what is made from the code: docs/cli.md, the table of fields in docs/catalogs.md, the schemas.

With ``--check`` nothing is written; the exit code is 1 if a page is not what the code makes.
"""

import contextlib
import importlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from collabkit.catalog.models import KINDS
from collabkit.catalog.schema import schema
from collabkit.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every page that is made, with its text."""
    yield ROOT / "docs/cli.md", _cli()
    catalogs = ROOT / "docs/catalogs.md"
    yield catalogs, _between_marks(catalogs.read_text(encoding="utf-8"), _fields())
    for kind in KINDS:
        made = json.dumps(schema(kind), indent=2, ensure_ascii=False)
        yield ROOT / f"data/schema/{kind}.schema.json", made + "\n"


def _cli() -> str:
    parts = ["# The command line\n\nMade from the program by `make docs`; do not edit.\n"]
    for words in ([], *_commands()):
        title = " ".join(("collab", *words))
        parts.append(f"\n## {title}\n\n```text\n{_help(words)}```\n")
    return "".join(parts)


def _commands() -> Iterator[list[str]]:
    for name in COMMANDS:
        yield [name]
        module = importlib.import_module(f"collabkit.cli.{name}_")
        if hasattr(module, "group"):
            yield from ([name, str(each.name)] for each in module.group.registered_commands)


def _help(words: list[str]) -> str:
    os.environ["COLUMNS"] = "80"
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        main([*words, "--help"])
    return "\n".join(line.rstrip() for line in said.getvalue().strip().split("\n")) + "\n"


def _fields() -> str:
    parts = []
    for kind in KINDS:
        made = schema(kind)
        parts.append(f"\n### {kind}.yaml\n\n| field | what it holds |\n| --- | --- |\n")
        entry = made["$defs"][KINDS[kind].__name__]
        for name, field in entry["properties"].items():
            if name != "hide":
                parts.append(f"| `{name}` | {field.get('description', '')} |\n")
    return "".join(parts)


def _between_marks(page: str, made: str) -> str:
    return re.sub(
        r"(<!-- made by `make docs` -->\n).*?(<!-- end -->)",
        lambda found: f"{found[1]}{made}\n{found[2]}",
        page,
        flags=re.DOTALL,
    )


def run(*, check: bool) -> int:
    """Write the pages, or compare them; return the exit code."""
    stale = [
        (path, text)
        for path, text in pages()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path, text in stale:
        sys.stderr.write(f"{'stale' if check else 'wrote'}: {path.relative_to(ROOT)}\n")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if check and stale:
        sys.stderr.write("`make docs` writes them.\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(run(check="--check" in sys.argv[1:]))
