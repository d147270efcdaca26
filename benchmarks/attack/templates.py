"""Templates of a library's own, as a tired person or a mean one writes them."""

from random import Random

from benchmarks.attack.harness import Harness
from benchmarks.attack.strings import hostile

_NAMES = (
    *(
        "to",
        "library",
        "partner",
        "activity",
        "goal",
        "aims",
        "hours",
        "contact_role",
        "cautions",
        "x",
    ),
    *("loop", "self", "none", "true", "5", "1e999", "'a'", "[1]", "{}", "partner.label", "aims[0]"),
)
_FILTERS = (
    *(
        "lower",
        "upper",
        "trim",
        "cap",
        "phrase",
        "listed",
        "lower_first",
        "length",
        "first",
        "join(', ')",
    ),
    *(
        "default('x')",
        "odd",
        "list",
        "attr('__class__')",
        "format('%s')",
        "int",
        "sort",
        "map('upper')",
    ),
)
_BLOCKS = (
    "{{% for x in {0} %}}{{{{ x }}}}{{% endfor %}}",
    "{{% if {0} is {1} %}}a{{% endif %}}",
    "{{% set a = {0} %}}{{{{ a | {1} }}}}",
    "{{% include {0} %}}",
    "{{% macro m(a) %}}{{{{ a }}}}{{% endmacro %}}{{{{ m({0}) }}}}",
    "{{{{ {0} | {1} }}}}",
    "{{{{ {0}.{1} }}}}",
    "{{{{ {0} ~ {0} }}}}",
    "{{{{ {0} }}}}",
)
PAPER = ("propose", "literacy-council", "-g", "literacy", "--templates")


def attack(random: Random, harness: Harness, count: int) -> None:
    """Write *count* papers by templates of odd pieces."""
    folder = harness.folder / "templates"
    folder.mkdir(exist_ok=True)
    for _ in range(count):
        text = "\n".join(_piece(random) for _ in range(random.randrange(1, 4)))
        harness.tried(f"template {text}")
        file = folder / "one-pager.md.j2"
        file.write_text(text, encoding="utf-8", errors="replace")
        with harness.doing(f"a template that holds {text!r}"):
            said = harness.call((*PAPER, str(folder)))
            if said is not None:
                harness.ends(said, 0, 1, 2, 3)


def _piece(random: Random) -> str:
    if not random.randrange(4):
        return hostile(random)[:500]
    name, filter_ = random.choice(_NAMES), random.choice(_FILTERS)
    return random.choice(_BLOCKS).format(name, filter_)
