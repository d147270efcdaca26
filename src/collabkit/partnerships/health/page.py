"""The page that the other side fills in: one file of HTML that asks for nothing, and saves a CSV to send back.

It is mailed, opened from a disk, and printed. So it holds all that it needs, its policy lets it run its own
script and style by their hashes and nothing else, and a number is typed into a box that prints as one.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import groupby

from collabkit.catalog.questions import Question
from collabkit.partnerships.entries import Side
from collabkit.partnerships.health.incoming import AGAIN_ASKS, CHANGE_ASKS
from collabkit.partnerships.health.sheets import AGAIN, AGAINS, CHANGE, HEADER, HIGHEST, LOWEST
from collabkit.text.html import escape_html

_STYLE = (
    "body{font:1.1em/1.4 sans-serif;max-width:42em;margin:auto;padding:1em}"
    "fieldset{margin:1em 0;break-inside:avoid}"
    "label{display:flex;justify-content:space-between;gap:1em;align-items:center;margin:.4em 0}"
    "input,select,textarea,button{font:inherit;min-height:2.6em;min-width:4em;border:1px solid #444}"
    "h1{font-size:1.4em}textarea{width:60%;height:5em}"
    "@media print{body{font-size:.8em;padding:0}fieldset,label{margin:.1em 0}button{display:none}}"
)
# The name of the sheet is made once, so that a page that is saved twice is one sheet. Its letters, without
# vowels and digits, are neither a word, nor a number, nor a date to the spreadsheet that may open the file.
_SCRIPT = """\
let f=document.forms[0],n="";for(;n.length<6;)n+="bcdfghjkmnpqrstvwxz"[Math.random()*19|0];\
f.onsubmit=e=>{e.preventDefault();let d=new Date,c="HEADER\\r\\n",a=document.createElement("a");\
d=new Date(d-d.getTimezoneOffset()*6e4).toJSON().slice(0,10);\
for(let[k,v]of new FormData(f))if(v=v.replace(/\\s+/g," ").trim())\
c+=[d,f.id,n,k,'"'+v.replace(/^[=+@|%-]/,"'$&").replace(/"/g,'""')+'"']+"\\r\\n";\
a.href=URL.createObjectURL(new Blob(["\\ufeff"+c],{type:"text/csv"}));a.download=f.name+".csv";a.click();\
f.querySelector("output").value="Saved "+a.download+". Please send us that file."}""".replace(
    "HEADER", ",".join(HEADER)
)


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
    title = escape_html(f"How well do we work together? {partner} and {ours}")
    with_ = escape_html(ours if side == "they" else partner)
    policy = (
        "default-src 'none';base-uri 'none';form-action 'none';"
        f"style-src {_hash(_STYLE)};script-src {_hash(_SCRIPT)}"
    )
    name = f"health-{re.sub(r'[^a-z0-9-]+', '-', folder.casefold()).strip('-') or 'partner'}"
    return (
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{_STYLE}</style>\n"
        f'<main><h1>{title}</h1>\n<form id="{side}" name="{name}">'
        f"<p>About your work with {with_}: put a number from {LOWEST} (not at all) to {HIGHEST} (fully) behind"
        " each, or leave it out. We answer the same. No names are kept. The questions are our own, not a"
        " validated test: we use them to talk.\n"
        f"{''.join(_fieldsets(questions))}{_open_questions()}"
        "<p><button>Save the answers</button> <output></output></form></main>\n"
        f"<script>{_SCRIPT}</script></html>\n"
    )


def _fieldsets(questions: Mapping[str, Question]) -> Iterator[str]:
    place = 0
    for factor, asked in groupby(questions.items(), lambda each: each[1].factor):
        yield f"<fieldset><legend>{factor.replace('-', ' ').capitalize()}</legend>"
        for id_, question in asked:
            place += 1
            yield (
                f"<label>{place}. {escape_html(question.text)} "
                f"<input type=number min={LOWEST} max={HIGHEST} name={id_}></label>"
            )
        yield "</fieldset>\n"


def _open_questions() -> str:
    choices = "".join(f"<option>{each}</option>" for each in AGAINS)
    asks = f"{AGAIN_ASKS} ({', '.join(AGAINS)})"  # on paper nobody can open the list
    return (
        f"<label>{asks} <select name={AGAIN}><option></option>{choices}</select></label>"
        f"<label>{CHANGE_ASKS} <textarea name={CHANGE} maxlength=2000></textarea></label>\n"
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
