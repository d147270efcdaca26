"""Write what is made from the code: docs/reference/ and the schemas.

With ``--check`` nothing is written; the exit code is 1 if a page is not what the code makes.
"""

import ast
import contextlib
import inspect
import io
import itertools
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from collabkit.catalog.kinds import KINDS
from collabkit.catalog.schema import schema
from collabkit.cli.commands import COMMANDS, commands_of
from collabkit.cli.program import main
from collabkit.proposals import fact_parts, facts, result_parts
from collabkit.text.phrases import listed, lower_first
from collabkit.workspace import schemas

ROOT = Path(__file__).parent.parent
PROGRAM = ROOT / "src/collabkit"

_MADE = "# {}\n\nMade from the program by `make docs`; do not edit.\n"


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every page that is made, with its text."""
    reference = ROOT / "docs/reference"
    yield reference / "commands.md", _commands()
    yield reference / "entry-fields.md", _MADE.format("Fields of the catalogs") + _fields()
    yield reference / "records.md", _MADE.format("Keys of the records") + _records()
    yield reference / "modules.md", _MADE.format("Modules") + _modules()
    yield reference / "templates.md", _templates()
    for kind in KINDS:
        made = json.dumps(schema(kind), indent=2, ensure_ascii=False)
        yield ROOT / f"data/schema/{kind}.schema.json", made + "\n"


def _modules() -> str:
    """Return a table for each room of the program: its modules, and what each says it is for."""
    parts = []
    for room in sorted(PROGRAM.glob("*/__init__.py")):
        parts.append(f"\n## {room.parent.name}/\n\n{_first_line(room)}\n\n")
        parts.append("| module | what it is for |\n| --- | --- |\n")
        for module in sorted(room.parent.rglob("*.py")):
            if module != room:
                name = module.relative_to(room.parent).as_posix().removesuffix("__init__.py")
                parts.append(f"| `{name}` | {_first_line(module)} |\n")
    return "".join(parts)


def _first_line(module: Path) -> str:
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return said.partition("\n")[0].replace("``", "`")


def _commands() -> str:
    parts = [_MADE.format("The command line")]
    parts += [
        f"\n## {' '.join(('collab', *words))}\n\n```text\n{_help(words)}```\n"
        for words in ((), *itertools.chain.from_iterable(map(commands_of, COMMANDS)))
    ]
    return "".join(parts)


def _help(words: Sequence[str]) -> str:
    os.environ["COLUMNS"] = "80"
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        main([*words, "--help-all"])
    return "\n".join(line.rstrip() for line in said.getvalue().strip().split("\n")) + "\n"


def _fields() -> str:
    parts = []
    for kind in KINDS:
        made = schema(kind)
        parts.append(f"\n## {kind}.yaml\n\n| field | what it holds |\n| --- | --- |\n")
        entry = made["$defs"][KINDS[kind].__name__]
        for name, field in entry["properties"].items():
            if name != "hide":
                parts.append(f"| `{name}` | {field.get('description', '')} |\n")
        if kind in _WITH_PARTS:
            parts.extend(_parts_of(made["$defs"], KINDS[kind].__name__))
    return "".join(parts)


_WITH_PARTS = frozenset({"activities"})
"""Catalogs whose entries have parts with fields of their own."""


def _parts_of(models: dict[str, Any], entry: str) -> Iterator[str]:
    """Yield the fields of each part of an entry, by the name of the part."""
    for name, model in models.items():
        if name != entry and "properties" in model:
            said = " ".join(model.get("description", "").split())
            yield f"\n### {name}\n\n{said}\n\n| field | what it holds |\n| --- | --- |\n"
            for field, about in model["properties"].items():
                yield f"| `{field}` | {' '.join(about.get('description', '').split())} |\n"


def _records() -> str:
    """Return a section for each kind of record, with a table for each part of it."""
    parts = []
    for kind in schemas.KINDS.values():
        made = kind.schema()
        parts.append(f"\n## {kind.id}\n\nPrinted by {kind.printed}. {made['description']}\n")
        parts.append(_keys(made))
        for name, part in made.get("$defs", {}).items():
            parts.append(f"\nIn {_where(name, made)}: {lower_first(part['description'])}\n")
            parts.append(_keys(part))
    return "".join(parts)


def _keys(made: Mapping[str, Any]) -> str:
    rows = ["\n| key | type | meaning |\n| --- | --- | --- |\n"]
    for key, value in made["properties"].items():
        rows.append(f"| `{key}` | {_type(value)} | {value.get('description', '')} |\n")
    return "".join(rows)


def _type(value: Mapping[str, Any]) -> str:
    """Return the type of *value* in words: "list of strings", "number or null"."""
    match value:
        case {"enum": choices}:
            return listed([f"`{choice}`" for choice in choices], "or")
        case {"anyOf": choices}:
            return " or ".join(map(_type, choices))
        case {"type": "array", "items": {"type": str(kind)}}:
            return f"list of {kind}s"
        case {"type": "array"}:
            return "list of objects"
        case {"type": str(kind)}:
            return kind
        case {"type": list(kinds)}:
            return " or ".join(kinds)
        case {"$ref": _}:
            return "object"
        case _:
            return "any"


def _where(part: str, made: Mapping[str, Any]) -> str:
    """Return the keys that hold *part*."""
    models = [made, *made.get("$defs", {}).values()]
    keys = [
        f"`{key}`"
        for model in models
        for key, value in model["properties"].items()
        if f"#/$defs/{part}" in str(value)
    ]
    return listed(keys)


def _templates() -> str:
    parts = [_TEMPLATES_HEAD, "\n## The facts\n", _table(facts.Facts)]
    parts.append("\n## What some facts are made of\n\nA dot leads to a part: `party.aim`.\n")
    made_of = (
        fact_parts.Party,
        fact_parts.Reach,
        fact_parts.Effort,
        fact_parts.Email,
        fact_parts.Need,
        fact_parts.Helper,
        fact_parts.Setting,
        fact_parts.Times,
        fact_parts.Cost,
        result_parts.Question,
        fact_parts.Example,
        result_parts.Outcomes,
        result_parts.Outcome,
        fact_parts.Agreement,
        fact_parts.Written,
    )
    parts += [
        f"\n### {part.__name__}\n\n{inspect.getdoc(part)}\n{_table(part)}" for part in made_of
    ]
    parts.append(
        "\nPartners, goals, activities and cautions, and the parts of an activity, have the fields that"
        " `docs/catalogs.md` lists.\n\n## Filters\n\n| filter | what it does |\n| --- | --- |\n"
    )
    parts += [f"| `{name}` | {said} |\n" for name, said in sorted(_FILTERS.items())]
    return "".join(parts)


def _table(model: type) -> str:
    tree = ast.parse(inspect.getsource(model))
    body = next(node for node in tree.body if isinstance(node, ast.ClassDef)).body
    rows = ["\n| name | what it is |\n| --- | --- |\n"]
    for field, after in itertools.pairwise(body):
        match field, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(said))),
            ):
                rows.append(f"| `{name}` | {' '.join(said.split())} |\n")
            case _:
                continue
    return "".join(rows)


_TEMPLATES_HEAD = """\
# Templates

Made from the program by `make docs`; do not edit.

A template is Markdown with blanks in Jinja's way: `{{ library }}` puts a fact in, and
`{% for gain in party.gains %} … {% endfor %}` repeats what stands between.
`collab templates` lists them, and `collab templates copy one-pager` puts one into `templates/` beside
`library.yaml`, where it wins over ours. Change the words; `collab propose` reads the file each time.

- A fact that is missing shows as a gap, such as `[town]`, and is told on stderr.
- Facts are text and never markup: a name with `*` or `<` in it comes out as it is written.
- `\\` at the end of a line breaks the line.
- A template reaches these facts and other templates, and nothing else: no files, no programs. So one
  that somebody else wrote may be tried without fear. HTML in it is shown, not obeyed.
- It may hold blanks, loops, choices and macros (`if`, `for`, `set`, `include`, `macro`), and lists that
  hold no lists. A template has at most 50,000 bytes and a paper at most a hundred pages; whatever loops
  or grows further is stopped within seconds and a few megabytes, with its name and line.
- A name that there is not stops the paper, with the line, and with the name that was meant if one is close.
"""
_FILTERS = {
    "address": "a telephone number or e-mail address, as a person copies it",
    "aloud": "a day as it is said, without the year if it comes within twelve months: `setting.told | aloud(date)`",
    "cap": "a capital at the start",
    "default, first, last, length, list": "as in Jinja",
    "each": 'one field of several things: `parties | each("name")`',
    "flowing": "the pieces of a clause as one paragraph",
    "gap": 'a blank for the writer to fill, counted among the gaps: `"date" | gap`',
    "joined": 'several phrases, each tied to the last by words: `library_gives | joined("and")`',
    "listed": "several phrases as a list in a sentence: a, b and c",
    "lower_first": "a small letter at the start, for the middle of a sentence",
    "lower, upper, trim": "as in Jinja; a gap stays a gap",
    "phrase": "a sentence without its full stop, for the middle of another",
    "sentence": "a capital at the start and a full stop at the end",
    "site": "the address of a page, without https://",
    "settled": 'what was offered, once it is agreed: "would" is "will"',
    "the": 'names as they stand in a sentence: "the Clerk of the District Court"',
    "third": 'what was said to the partner, told to somebody else: "your" is "their"',
    "unended": "a sentence without its full stop, with its capital",
    "words": "how many words a text has, or several together",
}


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
