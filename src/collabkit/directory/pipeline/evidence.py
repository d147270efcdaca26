"""What bodies say that they do, read in bulk: of each statement what it is about, kept as numbers.

How a text is read is no matter of the directory. Whoever loads hands in what reads, so that statements and requests
are read alike.
"""

from itertools import count
from typing import TYPE_CHECKING

from collabkit.directory.pipeline.classify import columns
from collabkit.directory.pipeline.merge import STATEMENTS_SAY
from collabkit.directory.pipeline.statements import run
from collabkit.directory.sources import Tell
from collabkit.directory.subjects import ReadTexts, Subjects

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EARLIER = "a later return of the body was loaded before"
GUESSED = 0.7
"""Confidence in a partner that only its statements tell: it is a guess."""
_AT_ONCE = 5_000
"""Texts that are read before it is told how far a load is."""


def leave_earlier(connection: "DuckDBPyConnection") -> None:
    """Leave out the returns of ``fresh`` of whose body the old directory has a later one."""
    if connection.execute("SELECT 1 FROM old.statements LIMIT 1").fetchone():
        run(connection, "055_earlier_returns", earlier=EARLIER)


def gather(connection: "DuckDBPyConnection", read_texts: ReadTexts | None, tell: Tell) -> None:
    """Fill ``statements`` from ``fresh``, and tell each organization what its own and its twins' say.

    Args:
        connection: to the new database, with its organizations and their duplicates.
        read_texts: what finds out what a text is about.
        tell: hears what is being done.
    """
    run(connection, "180_described")
    if read_texts is not None:
        _read(connection, read_texts, tell)
    if connection.execute(
        "SELECT 1 WHERE EXISTS (FROM described) OR EXISTS (FROM statements)"
    ).fetchone():
        run(connection, "185_statements")
        gather_again(connection)


def gather_again(connection: "DuckDBPyConnection") -> None:
    """Tell each organization what the statements say that are there already, its own and its twins'."""
    run(connection, "190_evidence", guessed=GUESSED, statements_say=STATEMENTS_SAY)


def _read(connection: "DuckDBPyConnection", read_texts: ReadTexts, tell: Tell) -> None:
    (total,) = connection.execute("SELECT count(*) FROM unread").fetchone() or (0,)
    for start in count(0, _AT_ONCE):
        if start >= total:
            return
        if total > _AT_ONCE:
            tell(f"Reading what bodies do, {start:,} of {total:,} statements")
        found = connection.execute(
            "SELECT text FROM unread WHERE number > ? AND number <= ? ORDER BY number",
            [start, start + _AT_ONCE],
        ).fetchall()
        texts = [text for (text,) in found]
        goals, works, partners = columns([*read_texts(texts)], len(Subjects._fields))
        run(
            connection,
            "182_readings",
            texts=texts,
            goals=goals,
            works=works,
            partners=partners,
        )
