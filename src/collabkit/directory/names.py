"""Names as they are compared, here and in the database."""

import re
from unicodedata import category, normalize

SQL = r"""
CREATE OR REPLACE TEMP MACRO comparable_name(text) AS CASE
    WHEN NOT regexp_matches(text, '[^A-Z0-9 ]') THEN text
    ELSE trim(regexp_replace(replace(regexp_replace(upper(strip_accents(replace(text, 'ß', 'ss'))),
        '[''`' || chr(8217) || ']', '', 'g'), '&', ' AND '), '[^\p{L}\p{N}]+', ' ', 'g')) END
"""
"""The same as a macro of DuckDB. Most names of registers are in capitals and pass as they are."""


def comparable_name(text: str) -> str:
    """Return *text* in capitals, without accents and apostrophes, one blank between its words.

    "&" is read as "and"; whatever is neither letter nor digit parts words.
    """
    if text.isascii():  # nearly every name, thousands of times a load
        plain = re.sub("['`]", "", text.upper()).replace("&", " AND ")
        return " ".join(re.sub("[^A-Z0-9]", " ", plain).split())
    letters = normalize("NFD", text.replace("\u00df", "ss"))
    bare = normalize("NFC", "".join(each for each in letters if not category(each).startswith("M")))
    # A letter whose capital is two stays as it is: so does the database.
    capitals = "".join(each.upper() if len(each.upper()) == 1 else each for each in bare)
    plain = re.sub("['\u2019`]", "", capitals).replace("&", " AND ")
    return " ".join("".join(each if each.isalnum() else " " for each in plain).split())


def is_text(text: str) -> bool:
    """Return whether *text*, of a command line or the name of a file, was UTF-8 there."""
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


def printable(text: str) -> str:
    """Return *text* with a mark for each byte of it that was not UTF-8."""
    if is_text(text):
        return text
    # In UTF-16 each half that stands alone is one mark, a byte of a name as well as one out of JSON.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
