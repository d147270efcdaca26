"""A template reads facts and writes text, in bounded time, and can do nothing else."""

import time
from pathlib import Path

import pytest

from collabkit.catalog import Catalog
from collabkit.proposals.rendering import TemplateError, render
from conftest import Collab
from proposals.samples import drafted

ESCAPES = (
    "{{ ''.__class__ }}",
    "{{ partner.__class__.__mro__ }}",
    "{{ partner.model_dump() }}",
    "{{ partner.model_copy }}",
    "{{ partner['__dict__'] }}",
    "{{ library.upper() }}",
    "{{ '{0.__class__}'.format(library) }}",
    "{{ ''|attr('__class__') }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop }}",
    "{% for x in library_gives %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in library_gives %}{{ loop._iterator }}{% endfor %}",
    "{{ lipsum.__globals__ }}",
    "{{ cycler }}",
    "{{ namespace(a=1) }}",
    "{{ range(9) }}",
    "{{ partner }}",
    "{{ library_gives }}",
    "{{ [1, 2] }}",
    "{% macro m() %}x{% endmacro %}{{ m.__call__.__globals__ }}",
    "{% include '../one-pager.md.j2' %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{{ library_gives|map('upper')|list }}",
    "{{ 1|format('x') }}",
    "{% do 1 %}",
)
ENDLESS = (
    "{% for a in library_gives %}" * 30 + "x" + "{% endfor %}" * 30,
    "{% for a in library_gives %}" * 12 + "x" + "{% endfor %}" * 12,
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include 'one-pager.md.j2' %}{% include 'one-pager.md.j2' %}",
    "{{ 9**9**9**9 }}",
    "{{ 'x' * 1000000000 }}",
    "{{ 999999 * 999999 * 999999 }}",
    "{{ '%99999999d' % 1 }}",
    "{% set x = library + library %}",
    "{% set x = 'abc' %}" + "{% set x = x ~ x %}" * 60 + "{{ x }}",
    "{% set x %}abc{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60 + "{{ x }}",
    "{% set x = [1] %}{% set y = [1] %}"
    + "{% set x = [x, x] %}{% set y = [y, y] %}" * 60
    + "{{ 1 if x == y }}",
    "{% for a in aims recursive %}{{ loop(library_gives) }}{% endfor %}",
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def write(own: Path, text: str) -> None:
    (own / "one-pager.md.j2").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("template", ESCAPES)
def test_a_template_gets_nowhere(catalog: Catalog, own: Path, template: str) -> None:
    write(own, template)

    with pytest.raises(TemplateError, match=r"one-pager\.md\.j2"):
        render(drafted(catalog, "one-pager").facts, "one-pager", own)


@pytest.mark.parametrize("template", ENDLESS, ids=range(len(ENDLESS)))
def test_a_template_ends(catalog: Catalog, own: Path, template: str) -> None:
    write(own, template)
    facts = drafted(catalog, "one-pager").facts
    begun = time.monotonic()

    with pytest.raises(TemplateError):
        render(facts, "one-pager", own)
    assert time.monotonic() - begun < 6


def test_what_a_template_may_do(catalog: Catalog, own: Path) -> None:
    write(
        own,
        "{% macro twice(text) %}{{ text }} & {{ text }}{% endmacro %}"
        "{% set name %}*{{ library }}*{% endset %}"
        "{{ name }} {{ twice(to) }} {{ place ~ '!' }} {{ 2 * 3 + 1 }}"
        "{% for gift in library_gives %}{% if loop.first %} {{ gift|upper }}{% endif %}{% endfor %}",
    )
    text = render(drafted(catalog, "one-pager").facts, "one-pager", own).markdown

    assert text.startswith(
        "*Carnegie Public Library* Minnehaha Reads & Minnehaha Reads Dell Rapids, South Dakota! 7"
    )


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("\n\n{{ libary }}", ":3: there is no fact called 'libary'; did you mean 'library'?"),
        ("\n{{ partner.labl }}", ":2: partner has no 'labl'; did you mean 'label'?"),
        ("{% if libary %}x{% endif %}", ":1: there is no fact called 'libary'; did you mean"),
        (
            "{% for x in library_givez %}x{% endfor %}",
            ":1: there is no fact called 'library_givez'; did you mean",
        ),
        ("{{ to|captal }}", ":1: No filter named 'captal'."),
        ("\n\n{% for x in library_gives %}", ":3: Unexpected end of template."),
    ],
)
def test_a_mistake_names_template_line_and_what_was_meant(
    catalog: Catalog, own: Path, template: str, told: str
) -> None:
    write(own, template)

    with pytest.raises(TemplateError) as caught:
        render(drafted(catalog, "one-pager").facts, "one-pager", own)
    assert f"one-pager.md.j2{told}" in str(caught.value)


def test_a_copied_template_wins(collab: Collab) -> None:
    Path("library.yaml").write_text("name: Here\n", encoding="utf-8")
    assert collab("templates", "copy", "email").code == 0
    own = Path("templates/email.md.j2")
    own.write_text("Dear {{ to }}, from {{ library }}.\n", encoding="utf-8")

    run = collab("propose", "food-bank", "--as", "email", "--to", "You")
    assert run.out == "Dear You, from Here.\n"
    listed = collab("templates", "-f", "csv").out
    assert "email,yes,templates/email.md.j2" in listed.replace(str(Path.cwd()) + "/", "")


def test_a_copy_does_not_write_over_a_file(collab: Collab) -> None:
    collab("templates", "copy", "email")
    run = collab("templates", "copy", "email")

    assert run.code == 1
    assert "--force" in run.err
    assert collab("templates", "copy", "../email").code == 2
