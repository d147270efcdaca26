"""The page that the other side fills in: one file of HTML that asks for nothing, and saves a CSV to send back.

It is mailed, opened from a disk, and printed. So it holds all that it needs, its policy lets it run its own
script and style by their hashes and nothing else, and a number is typed into a box that prints as one.
It is meant to be small enough that nobody wonders what is in it: tags that HTML lets out are left out, and what
is the same for every box stands once, in the style or in the script.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256

from collabkit.catalog.questions import Question
from collabkit.partnerships.entries import Side
from collabkit.partnerships.health.incoming import AGAIN_ASKS, CHANGE_ASKS
from collabkit.partnerships.health.sheets import AGAIN, AGAINS, CHANGE, HEADER, HIGHEST, LOWEST
from collabkit.text.html import escape_html

_STYLE = (
    "body{font:1.1em/1.4 sans-serif;max-width:42em;margin:auto;padding:1em}"
    "label{display:flex;gap:1em;align-items:center;margin:.4em 0}"
    "label *,button{font:inherit;min-height:44px;margin-left:auto}input{width:4em}textarea{width:60%}"
    "@media print{body{font-size:.8em}button{display:none}}"
)
# The name of the sheet is made once, so that a page that is saved twice is one sheet; its letter keeps a
# spreadsheet from taking it for a number. The Swedish write a day as ISO does.
_SCRIPT = """\
let f=document.forms[0],n="s"+Date.now();\
for(let i of f.querySelectorAll("input"))i.type="number",i.min=LOWEST,i.max=HIGHEST;\
f.onsubmit=e=>{e.preventDefault();let c="\\ufeffHEADER",a=document.createElement("a");\
for(let[k,v]of new FormData(f))if(v=v.trim())\
c+=`\\r\\n${[new Date().toLocaleDateString("sv"),f.id,n,k]},"${v.replace(/^[=+@|%-]/,"'$&").replace(/"/g,'""')}"`;\
a.href=URL.createObjectURL(new Blob([c],{type:"text/csv"}));a.download=f.name+".csv";a.click();\
f.said.value="Please send us "+a.download}""".replace("HEADER", ",".join(HEADER))
_SCRIPT = _SCRIPT.replace("LOWEST", str(LOWEST)).replace("HIGHEST", str(HIGHEST))


def page(
    questions: Mapping[str, Question], partner: str, library: str, *, side: Side, folder: str
) -> str:
    """Return the page.

    Args:
        questions: the catalog's, by id.
        partner: the organization's name.
        library: the library's; blank if nobody said it.
        side: who answers.
        folder: the partnership's; the file that is saved is called after it.
    """
    ours = library or "the library"
    asks = "How well do we work together?"
    between = escape_html(f"{partner} and {ours}")
    policy = (
        "default-src 'none';base-uri 'none';form-action 'none';"
        f"style-src {_hash(_STYLE)};script-src {_hash(_SCRIPT)}"
    )
    name = f"health-{re.sub(r'[^a-z0-9-]+', '-', folder.casefold()).strip('-') or 'partner'}"
    return (
        "<!DOCTYPE html><html lang=en><meta charset=utf-8>"
        f'<meta http-equiv=Content-Security-Policy content="{policy}">'
        "<meta name=viewport content=width=device-width>"
        f"<title>{asks}</title><style>{_STYLE}</style>\n"
        f"<main><h1>{asks}</h1>\n<form id={side} name={name}>"
        f"<p>{between}: please put a number from {LOWEST} (not at all) to {HIGHEST} (fully) behind each, or leave"
        " it out. We answer the same. No names are kept. The questions are our own and not validated: we use them"
        " to talk.\n"
        f"{''.join(_boxes(questions))}"
        f"<label>{AGAIN_ASKS} ({', '.join(AGAINS)}) "  # on paper nobody can open the list
        f"<select name={AGAIN}><option>{''.join(f'<option>{each}' for each in AGAINS)}</select></label>\n"
        f"<label>{CHANGE_ASKS} <textarea name={CHANGE} rows=4 maxlength=2000></textarea></label>\n"
        f"<p><button>Save the answers</button> <output name=said></output></form></main>"
        f"<script>{_SCRIPT}</script>\n"
    )


def _boxes(questions: Mapping[str, Question]) -> Iterator[str]:
    for place, (id_, question) in enumerate(questions.items(), start=1):
        yield f"<label>{place}. {escape_html(question.text)} <input name={id_}></label>\n"


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
