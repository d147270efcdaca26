"""The page that the other side fills in: one file of HTML that asks for nothing, and saves a CSV to send back.

It is mailed, opened from a disk, and printed. So it holds all that it needs, its policy lets it run its own
script and style by their hashes and nothing else, and a number is typed into a box that prints as one.
It is meant to be small enough that nobody wonders what is in it: tags that HTML lets out are left out, the
questions stand there as a plain list, and the script puts a box behind each. What it saves names each question
by its words, so that whoever sends the file can read what it says.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

from collabkit.catalog.questions import Question
from collabkit.partnerships.entries import Side
from collabkit.partnerships.health.parsing import AGAIN_ASKS, CHANGE_ASKS
from collabkit.partnerships.health.sheets import AGAINS, HEADER, HIGHEST, LOWEST
from collabkit.text.html import escape_html

_STYLE = """
    body{font:1.1em sans-serif;margin:1em max(1em,50% - 21em)}
    label{display:flex;gap:1em;align-items:center}
    label *,button{font:inherit;min-height:44px;margin:2px 0 2px auto}
    input{width:4em}
    textarea{flex:1}
    @media print{button{display:none}}
"""
# A browser knows the form, the list and the link by their ids: f, q and a.
# A sheet gets its day and its name when the page is opened, so that a page that is saved twice is one sheet; its
# letter keeps a spreadsheet from taking the name for a number. The Swedish write a day as ISO does.
_SCRIPT = r"""
    let r=[new Date().toLocaleDateString("sv"),"SIDE","s"+Date.now()];
    for(let l of q.children)
        l.innerHTML=`<label>${l.innerHTML}<input type=number min=LOWEST max=HIGHEST></label>`;
    f.onsubmit=e=>{
        let c="\ufeffHEADER";
        for(let l of f.querySelectorAll("label"))
            c+="\n"+[...r,l.firstChild.data,l.control.value]
                .map(t=>`"${t.trim().replace(/^[=+@|%-]/,"'$&").replace(/"/g,'""')}"`);
        a.href=URL.createObjectURL(new Blob([c]));
        a.click();
        a.text="Now send us "+a.download;
        return false
    }
"""


def page(
    questions: Mapping[str, Question], partner: str, library: str, *, side: Side, folder: str
) -> str:
    """Return the page.

    Args:
        questions: the catalog's, by id.
        partner: the organization's name.
        library: the library's; blank if it is not known.
        side: who answers.
        folder: the partnership's; the file that is saved is called after it.
    """
    style, script = _packed(_STYLE), _packed(_script(side))
    # Named by hashes alone, nothing has a source: no image, no font, no request, no script but the one below.
    policy = f"default-src {_hash(style)} {_hash(script)};base-uri 'none';form-action 'none'"
    between = escape_html(f"{partner} and {library or 'the library'}")
    rows = "".join(f"<li>{escape_html(question.text)}\n" for question in questions.values())
    again = "".join(f"<option>{each}" for each in AGAINS)
    name = re.sub(r"[^a-z0-9-]+", "-", folder.casefold()).strip("-") or "partner"
    return (
        "<!DOCTYPE html><html lang=en><meta charset=utf-8>"
        f'<meta http-equiv=Content-Security-Policy content="{policy}">'
        "<meta name=viewport content=width=device-width>"
        f"<title>Partnership</title><style>{style}</style>\n"
        "<main><h1>How well do we work together?</h1>\n"
        f"<form id=f>{between}: please put {LOWEST} (not at all) to {HIGHEST} (fully) behind each, or nothing."
        " We answer too. No names are kept. Our own questions, not validated, to talk about.\n"
        f"<ol id=q>{rows}</ol>\n"
        # On paper nobody can open the list, so what stands in it while nothing is chosen are the choices.
        f"<label>{AGAIN_ASKS} <select><option value>({', '.join(AGAINS)}){again}</select></label>\n"
        f"<label>{CHANGE_ASKS} <textarea rows=4></textarea></label>\n"
        f"<button>Save answers</button> <output><a id=a download=health-{name}.csv></a></output></form></main>"
        f"<script>{script}</script>\n"
    )


def _script(side: Side) -> str:
    values = {"SIDE": side, "LOWEST": LOWEST, "HIGHEST": HIGHEST, "HEADER": ",".join(HEADER)}
    return re.sub("|".join(values), lambda found: str(values[found[0]]), _SCRIPT)


def _packed(source: str) -> str:
    return "".join(line.strip() for line in source.splitlines())


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
