"""Small catalogs, and a library's own laid over them, written from text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from collabkit import paths
from collabkit.catalog.layers import Layers, read_layers

PARTNER = """\
- id: {id}
  label: {id}
  plural: {id}s
  sector: environment
  summary: People who do what a {id} does.
  source: [practice, "https://example.org"]
  goals: {{core: [literacy]}}
  aims: [do what a {id} does]
  wants:
    - {{resource: food, text: They are hungry.}}
  way_in: {{approach: The leader before the season., first_step: Visit the hut.}}
"""
"""The least a partner can be, and one want."""
SMALL = {
    "goals": """\
- id: literacy
  label: literacy
  summary: People read.
  source: practice
  need: Some cannot read.
  measure: share who read
  aliases: [reading]
""",
    "resources": """\
- id: food
  label: food
  kind: tangible
  summary: Something to eat.
  source: practice
""",
    "partners": PARTNER.format(id="museum") + PARTNER.format(id="labor-union"),
}

Own = Callable[..., Layers]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Catalogs of one goal, one resource and two partners, to lay others over."""
    return _written(tmp_path / "small", SMALL)


@pytest.fixture
def few(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small catalogs, shipped in the place of ours: what holds for four entries holds for thousands."""
    monkeypatch.setattr(paths, "data_dir", lambda: small)
    return small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of a library's own catalogs."""
    return _written(tmp_path / "catalog", {})


@pytest.fixture
def own(small: Path, folder: Path) -> Own:
    """Write own catalogs, given as ``partners="- id: …"``, and read them over the small ones.

    Those are read anew, and once more only where they stand: it must come to the same.
    """
    below = read_layers([small])
    places = {
        kind: {id_: place for id_, [place] in origins.items()}
        for kind, origins in below.origins.items()
    }

    def layered(**files: str) -> Layers:
        _written(folder, files)
        whole = read_layers([small, folder])
        over = read_layers([folder], places)
        assert over.problems == whole.problems
        assert over.hidden == whole.hidden
        for kind, records in whole.records.items():
            changed = {
                id_: at
                for id_, at in whole.origins[kind].items()
                if at[-1].path.startswith(f"{folder}/")
            }
            assert over.records[kind] == {id_: records[id_] for id_ in changed if id_ in records}
            assert over.origins[kind] == changed
        return whole

    return layered


def _written(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for kind, text in files.items():
        (folder / f"{kind}.yaml").write_text(text, encoding="utf-8")
    return folder
