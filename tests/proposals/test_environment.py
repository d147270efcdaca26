"""A template reads facts and writes text, in bounded time, and can do nothing else."""

import os
import re
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from collabkit.catalog import Catalog
from collabkit.library import Library
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
GROWING = {
    "a width in a test": "{{ '%4000000000d' is odd }}",
    "words between words": "{% set a='xxxxxxxxxx' %}" + "{% set a=['','','']|joined(a) %}" * 27,
    **{
        f"lists of lists, for {what}": "{% set a=['xx'] %}"
        + "{% set a=[a,a,a,a] %}" * 30
        + looked_at
        for what, looked_at in {
            "lower": "{{ a|lower }}",
            "trim": "{{ a|trim }}",
            "words": "{{ a|words }}",
            "a key": "{{ {a: 1} }}",
            "an item": "{{ 'x'[a] }}",
            "a gap": "{{ a|gap }}",
            "a field": "{{ parties|each(a) }}",
        }.items()
    },
    "tuples of tuples": "{% set a=('xx',) %}" + "{% set a=(a,a,a,a) %}" * 30 + "{{ {a: 1} }}",
    "tables of tables": "{% set a={1:1} %}" + "{% set a={1:a,2:a} %}" * 40 + "{{ a|words }}",
    "what a macro was given": "{% macro m(n) %}{{ m(varargs, varargs, varargs) }}{% endmacro %}{{ m(1) }}",
    "a list of templates": "{% set a=['x'] %}" + "{% set a=[a,a] %}" * 40 + "{% include a %}",
    "plain text in loops": "{% for a in aims %}{% for b in 'xxxxxxxxxxxxxxxx' %}"
    + "plain " * 6_000
    + "{% endfor %}{% endfor %}",
    "plain text in a macro": "{% macro m() %}{% for b in 'xxxxxxxxxxxxxxxx' %}"
    + "plain " * 6_000
    + "{% endfor %}{% endmacro %}"
    + "{{ m() }}" * 200,
    "parts without a letter": "{% set a %}"
    + "{% for a in 'xxxxxxxxxxxxxxxxxxxx' %}" * 4
    + "{{ '' }}{% if to %}{% endif %}" * 800
    + "{% endfor %}" * 4
    + "{% endset %}",
    "copies that are kept": "{% set a = 'xxxxxxxxxx' ~ to %}"
    + "".join(f"{{% set a{n} = a{n - 1 if n else ''}|upper %}}" for n in range(1_500))
    + "{% set b %}{{ a }}{{ a }}{% endset %}" * 300,
    "stretches that are kept": "{% set a = ["
    + "1," * 5_000
    + "] %}"
    + "".join(f"{{% set a{n} = a[0:] %}}" for n in range(1_200)),
    "a long template": "{{ to }} " * 2_200_000,
}
"""What fell once: each of these took gigabytes or had no end."""
SLIPS = (
    "{{ 5 | cap }}",
    "{% include activity %}",
    "{% extends none %}",
    "{% import 'one-pager.md.j2' as x %}{{ x.activity }}",
    "{{ self | listed }}",
    "{{ 1e999-1 }}",
    "{{ m(a=1,a=2) }}",
    "{% call to() %}{% endcall %}",
    "{{ aims is even }}",
    "{{ 1 // 0 }}",
    "{{ to | joined }}",
    "{{ x(*aims) }}",
    "{% for a in 5 %}{% endfor %}",
    "{% block a %}{% endblock %}",
    "{{ 9" + "9" * 5000 + " }}",
    "{{ " + "not " * 20_000 + "1 }}",
    "{{ " + "1+" * 20_000 + "1 }}",
    "{% if to %}" * 500 + "{% endif %}" * 500,
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


@pytest.mark.parametrize("what", GROWING)
def test_a_template_that_grows_is_stopped_within_a_few_megabytes(
    catalog: Catalog, own: Path, what: str
) -> None:
    write(own, GROWING[what])
    facts = drafted(catalog, "one-pager").facts
    tracemalloc.start()
    begun = time.thread_time()
    try:
        with pytest.raises(TemplateError):
            render(facts, "one-pager", own)
        taken = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert taken < 60_000_000
    assert time.thread_time() - begun < 10


@pytest.mark.parametrize("template", SLIPS)
def test_a_slip_is_one_sentence_about_the_template(
    catalog: Catalog, own: Path, template: str
) -> None:
    write(own, template)

    with pytest.raises(TemplateError, match=r"^[^\n]*one-pager\.md\.j2:[^\n]+$") as caught:
        render(drafted(catalog, "one-pager").facts, "one-pager", own)
    assert "Traceback" not in str(caught.value)


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (
            "a\n{{ self | listed }}",
            "one-pager.md.j2:2: a template knows the facts, and nothing of itself",
        ),
        ("{{ 1e999-1 }}", "one-pager.md.j2:1: no figure is so large"),
    ],
)
def test_what_only_jinja_would_name_is_told_in_words_of_ours(
    catalog: Catalog, own: Path, template: str, told: str
) -> None:
    write(own, template)

    with pytest.raises(TemplateError, match=re.escape(told)):
        render(drafted(catalog, "one-pager").facts, "one-pager", own)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a\nCaf\xe9", r"one-pager\.md\.j2:2:4: byte 0xE9 is not UTF-8"),
        (b"x" * 50_001, r"one-pager\.md\.j2: larger than 50,000 bytes"),
    ],
)
def test_a_template_that_is_no_text_or_too_long_is_told_with_its_place(
    catalog: Catalog, own: Path, content: bytes, told: str
) -> None:
    (own / "one-pager.md.j2").write_bytes(content)

    with pytest.raises(TemplateError, match=told):
        render(drafted(catalog, "one-pager").facts, "one-pager", own)


@pytest.mark.parametrize(
    ("make", "told"), [(os.mkfifo, "not a regular file"), (os.mkdir, "Is a directory")]
)
def test_a_pipe_or_a_folder_in_place_of_a_template_is_told_and_not_passed_over(
    catalog: Catalog, own: Path, make: Callable[[Path], None], told: str
) -> None:
    make(own / "one-pager.md.j2")

    with pytest.raises(TemplateError, match=told):
        render(drafted(catalog, "one-pager").facts, "one-pager", own)


@pytest.mark.parametrize("change", ["lower", "upper", "trim", "cap", "phrase", "site", "third"])
def test_a_gap_stays_a_gap_through_every_change_of_a_text(
    catalog: Catalog, own: Path, change: str
) -> None:
    write(own, f"{{{{ contact_role | {change} }}}}")
    text = render(drafted(catalog, "one-pager", library=Library()).facts, "one-pager", own)

    assert [gap.what for gap in text.gaps] == ["your role"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Neighbors hear you speak.", "Neighbors hear them speak."),
        ("A lesson takes you three visits.", "A lesson takes them three visits."),
        ("You hear at the end what you gave.", "They hear at the end what they gave."),
    ],
)
def test_what_was_said_to_a_partner_is_told_to_somebody_else(
    catalog: Catalog, own: Path, said: str, told: str
) -> None:
    write(own, f"{{{{ '{said}' | third }}}}")

    assert render(drafted(catalog, "one-pager").facts, "one-pager", own).markdown == f"{told}\n"


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
