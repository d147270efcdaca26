"""Maps of ties: Kumu finds every end by its label, and networkx reads the graph."""

import csv
import io
import json
from itertools import pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabkit import Workspace
from conftest import Collab
from partnerships.conftest import Write
from samples import HOSTILE, OBEYED


def _blueprint() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(Workspace.open().export("kumu")["kumu.json"])
    return made


def _holds(blueprint: dict[str, Any]) -> None:
    """Every end of a connection is an element, and no two elements are called alike."""
    labels = [each["label"] for each in blueprint["elements"]]
    assert len({label.casefold() for label in labels}) == len(labels)
    for tie in blueprint["connections"]:
        assert {tie["from"], tie["to"]} <= set(labels)


@pytest.mark.usefixtures("kept")
def test_a_blueprint_ties_organizations_goals_and_works(collab: Collab) -> None:
    run = collab("export", "kumu")
    blueprint = json.loads(run.out)

    _holds(blueprint)
    types = {each["label"]: each["type"] for each in blueprint["elements"]}
    assert types["County Food Bank"] == "Organization"
    assert types["Food security"] == "Goal"
    assert types["Summer meals site"] == "Work"
    ties = {(tie["from"], tie["type"], tie["to"]) for tie in blueprint["connections"]}
    assert ("Ours", "Partners with", "County Food Bank") in ties
    assert ("Summer meals site", "Serves", "Food security") in ties
    assert "Ada Blix" not in run.out
    assert collab("export", "kumu").out == run.out


@pytest.mark.usefixtures("kept")
def test_people_are_nodes_only_if_asked_for(collab: Collab) -> None:
    blueprint = json.loads(collab("export", "kumu", "--people").out)

    _holds(blueprint)
    ties = {(tie["from"], tie["type"], tie["to"]) for tie in blueprint["connections"]}
    assert {
        ("Ada Blix", "Belongs to", "County Food Bank"),
        ("Zoe Quux", "Belongs to", "Ours"),
        ("Zoe Quux", "Knows", "Ada Blix"),
    } <= ties


@pytest.mark.usefixtures("kept")
def test_the_two_tables_say_what_the_blueprint_says(collab: Collab) -> None:
    refused = collab("export", "kumu-csv")
    assert (refused.code, refused.out) == (2, "")
    assert "-o kumu-csv" in refused.err
    assert collab("export", "kumu-csv", "-o", "kumu").code == 0
    assert collab("export", "kumu-csv", "-o", "kumu").code == 1

    files = Workspace.open().export("kumu-csv")
    elements, connections = (
        list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode())))
        for name in ("elements", "connections")
    )
    blueprint = _blueprint()
    assert [each["Label"] for each in elements] == [each["label"] for each in blueprint["elements"]]
    assert [(each["From"], each["To"], each["Direction"]) for each in connections] == [
        (each["from"], each["to"], each["direction"]) for each in blueprint["connections"]
    ]


@pytest.mark.usefixtures("kept")
def test_networkx_reads_the_graph_and_finds_a_way_through(collab: Collab) -> None:
    graph = nx.parse_graphml(collab("export", "graphml").out)

    assert graph.nodes["organization:county-food-bank"]["label"] == "County Food Bank"
    assert graph.nodes["organization:county-food-bank"]["stage"] == "pilot"
    way = nx.shortest_path(graph, "library:", "goal:food-security")
    assert [graph.nodes[node]["kind"] for node in way] in (
        ["library", "organization", "goal"],
        ["library", "work", "goal"],
    )
    assert all(graph.edges[pair]["type"] for pair in pairwise(way))
    blueprint = _blueprint()
    assert len(graph.nodes) == len(blueprint["elements"])
    assert len(graph.edges) == len(blueprint["connections"])


CALLED_ALIKE = st.sampled_from(["Literacy", "literacy", "Adult and family literacy", "Ours", "A b"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(names=st.lists(CALLED_ALIKE | st.sampled_from(HOSTILE), min_size=1, max_size=6))
def test_labels_are_one_nodes_own_whatever_organizations_are_called(
    write: Write, names: list[str]
) -> None:
    for number in range(6):
        name = names[number % len(names)]
        # What YAML refuses no partnership can be called.
        text = json.dumps(name if name.strip() and not OBEYED.search(name) else "Plain")
        write(f"p{number}", "2026-05-01 met\n", f"name: {text}\ngoals: [literacy]\n")
    _holds(_blueprint())
    graph = nx.parse_graphml(Workspace.open().export("graphml")["partnerships.graphml"].decode())
    assert len({data["label"] for _, data in graph.nodes(data=True)}) == len(graph.nodes)
    for content in (*Workspace.open().export("kumu-csv").values(), *_made("kumu", "graphml")):
        assert not OBEYED.search(content.decode().replace("\n", ""))


def _made(*kinds: str) -> list[bytes]:
    return [content for kind in kinds for content in Workspace.open().export(kind).values()]
