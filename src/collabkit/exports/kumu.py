"""A network for Kumu: JSON with elements and connections, or the two tables it imports.

Kumu joins a connection to its elements by their labels; `network` sees to it that each is one node's own.
"""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from collabkit.exports.network import Network, Node, Tie
from collabkit.text.cells import escape_cell
from collabkit.text.characters import escape_terminal as inert
from collabkit.text.json import to_json

ELEMENTS, CONNECTIONS = "elements.csv", "connections.csv"


def blueprint(drawn: Network) -> bytes:
    """Return *drawn* as the JSON that Kumu imports as a blueprint."""
    whole = {
        "elements": [_element(node) for node in drawn.nodes],
        "connections": [_connection(tie) for tie in drawn.ties],
    }
    return (to_json(whole, indent=2) + "\n").encode()


def tables(drawn: Network) -> Mapping[str, bytes]:
    """Return *drawn* as the two tables that Kumu imports, by the names of their files."""
    elements = [_element(node) for node in drawn.nodes]
    connections = [_connection(tie) for tie in drawn.ties]
    return {ELEMENTS: _csv(elements), CONNECTIONS: _csv(connections)}


def _element(node: Node) -> dict[str, Any]:
    known = {name.capitalize(): inert(value) for name, value in node.fields}
    return {
        "label": inert(node.label),
        "type": node.kind.capitalize(),
        "description": inert(node.what),
        **known,
    }


def _connection(tie: Tie) -> dict[str, Any]:
    stage = {"stage": tie.stage} if tie.stage else {}
    return {
        "from": inert(tie.start.label),
        "to": inert(tie.end.label),
        "type": tie.kind.capitalize(),
        "direction": "directed" if tie.directed else "mutual",
        **stage,
    }


def _csv(rows: Iterable[Mapping[str, Any]]) -> bytes:
    listed = list(rows)
    heads = list(dict.fromkeys(name for row in listed for name in row))
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([name[:1].upper() + name[1:] for name in heads])
    writer.writerows([escape_cell(row.get(name, "")) for name in heads] for row in listed)
    return buffer.getvalue().encode()
