"""A network as GraphML, which Gephi, yEd, Cytoscape, R and networkx read."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from collabkit.exports.network import Network, Node, Tie
from collabkit.text.characters import escape_terminal as inert

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_TIE_KEYS = ("type", "mutual", "stage")


def graph(drawn: Network) -> bytes:
    """Return *drawn* as one directed graph; a tie between equals says so itself."""
    names = list(dict.fromkeys(name for node in drawn.nodes for name, _ in _fields(node)))
    keys = [
        *(_key(f"n-{name}", "node", name) for name in names),
        *(_key(f"e-{name}", "edge", name) for name in _TIE_KEYS),
    ]
    lines = [
        *keys,
        '  <graph id="partnerships" edgedefault="directed">\n',
        *(_node(node) for node in drawn.nodes),
        *(_tie(number, tie) for number, tie in enumerate(drawn.ties)),
        "  </graph>\n</graphml>\n",
    ]
    return (_HEAD + "".join(lines)).encode()


def _fields(node: Node) -> Iterable[tuple[str, str]]:
    return (("label", node.label), ("kind", node.kind), ("what", node.what), *_renamed(node))


def _renamed(node: Node) -> Iterable[tuple[str, str]]:
    """Return what else is known of *node*; an organization's kind of partner is no kind of node."""
    return [("partner" if name == "kind" else name, value) for name, value in node.fields]


def _key(id_: str, for_: str, name: str) -> str:
    return f'  <key id="{id_}" for="{for_}" attr.name="{name}" attr.type="string"/>\n'


def _node(node: Node) -> str:
    data = "".join(_data(f"n-{name}", value) for name, value in _fields(node) if value)
    return f"    <node id={quoteattr(inert(node.id))}>\n{data}    </node>\n"


def _tie(number: int, tie: Tie) -> str:
    ends = f"source={quoteattr(inert(tie.start.id))} target={quoteattr(inert(tie.end.id))}"
    # Readers take one graph to be directed or not, so what is mutual is said beside the edge.
    fields = (("type", tie.kind), ("mutual", "" if tie.directed else "yes"), ("stage", tie.stage))
    data = "".join(_data(f"e-{name}", value) for name, value in fields if value)
    return f'    <edge id="e{number}" {ends}>\n{data}    </edge>\n'


def _data(key: str, value: str) -> str:
    return f'      <data key="{key}">{escape(inert(value))}</data>\n'
