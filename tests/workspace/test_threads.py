"""Threads may share one workspace: each gets the answer to its own question."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Barrier, Thread
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest

from collabkit import CollabkitError, Workspace
from collabkit.directory.directory import Directory
from collabkit.directory.geo import places
from collabkit.directory.query.wanted import Wanted
from collabkit.text.json import to_json

pytestmark = pytest.mark.slow

REGISTERS = Path(__file__).parents[1] / "data/registers"
THREADS = 8
PLACES = ("59801", "Billings, MT", "Great Falls, MT", "59601", "Bozeman, MT", "59901")
WISHES = ("literacy", "kids come hungry in july", "homework help after school", "newcomers")

Question = Callable[[Workspace], object]


def _questions() -> list[Question]:
    """Return questions of three kinds, in the order in which a busy page would ask them."""
    asked: list[Question] = []
    for nth, near in enumerate(PLACES):
        wish = WISHES[nth % len(WISHES)]
        asked += [
            lambda one, near=near, wish=wish: one.find(wish, near=near, limit=10),  # type: ignore[misc]
            lambda one, wish=wish: one.match(wish, limit=5),  # type: ignore[misc]
            lambda one, wish=wish, near=near: str(one.propose(goal=wish, to=near, paper="email")),  # type: ignore[misc]
        ]
    return asked


def _answers(workspace: Workspace, questions: Sequence[Question]) -> list[str]:
    return [to_json(each(workspace)) for each in questions]


def _at_once(workspace: Workspace, questions: Sequence[Question]) -> list[list[str]]:
    """Return the answers that each of several threads gets, all of which start at one moment."""
    together = Barrier(THREADS)

    def ask(nth: int) -> list[str]:
        turned = [*questions[nth:], *questions[:nth]]
        together.wait()
        found = _answers(workspace, turned)
        return [*found[len(turned) - nth :], *found[: len(turned) - nth]]

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(ask, range(THREADS)))


@pytest.fixture(scope="module")
def montana(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a directory."""
    folder = tmp_path_factory.mktemp("threads")
    Workspace.open(directory=folder).load(str(REGISTERS / "eo_mt.csv"))
    return folder


@pytest.fixture
def busy() -> Iterator[None]:
    """Let threads take turns every few instructions, as on a machine with much to do."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("busy")
def test_eight_threads_that_share_a_workspace_get_the_answers_of_one(montana: Path) -> None:
    questions = _questions()
    alone = _answers(Workspace.open(directory=montana), questions)

    answers = _at_once(Workspace.open(directory=montana), questions)

    assert answers == [alone] * THREADS


@pytest.mark.usefixtures("busy")
def test_threads_may_be_the_first_to_ask(
    montana: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = _questions()
    alone = _answers(Workspace.open(directory=montana), questions)
    monkeypatch.undo()  # the catalogs that this process has open
    monkeypatch.setenv("COLLAB_CACHE", str(tmp_path / "cache"))

    assert _at_once(Workspace.open(directory=montana), questions) == [alone] * THREADS


@pytest.mark.usefixtures("busy")
def test_who_asks_while_another_lets_go_of_the_directory_is_answered_or_told(montana: Path) -> None:
    workspace = Workspace.open(directory=montana)
    right = to_json(workspace.find("literacy", near="59801"))
    done = False

    def ask() -> set[str]:
        said = set()
        while not done:
            try:
                said.add(to_json(workspace.find("literacy", near="59801")))
            except CollabkitError as error:
                said.add(str(error))
        return said

    with ThreadPoolExecutor(3) as pool:
        asking = [pool.submit(ask) for _ in range(3)]
        for _ in range(15):
            workspace.close()
            workspace.find("literacy", near="59801")
        done = True
        said = set.union(*(each.result() for each in asking))

    assert right in said
    assert said <= {right, "the directory was closed while it was asked"}


def test_two_questions_for_a_whole_state_may_take_turns(montana: Path) -> None:
    spots = [places.near(each) for each in PLACES] * 100  # more than are asked for at once
    keys = [""] * len(spots)
    schools, banks = (
        Wanted({partner: 100.0}, within=25.0) for partner in ("k12-school", "food-bank")
    )
    with Directory.open(montana) as directory:
        right = [list(directory.near_each(spots, keys, each, 3)) for each in (schools, banks)]

        one = directory.near_each(spots, keys, schools, 3)
        first = next(one)
        other = list(directory.near_each(spots, keys, banks, 3))

        assert [[first, *one], other] == right


class _Page(BaseHTTPRequestHandler):
    """Answers ``/?wish=…&near=…`` with who is found."""

    workspace: Workspace

    def do_GET(self) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        found = self.workspace.find(asked["wish"], near=asked["near"], limit=3)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps([each.id for each in found]).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_server_with_threads_answers_each_page_with_its_own_town(montana: Path) -> None:
    alone = Workspace.open(directory=montana)
    right = {
        near: [each.id for each in alone.find("literacy", near=near, limit=3)] for near in PLACES
    }
    page = type("Page", (_Page,), {"workspace": Workspace.open(directory=montana)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), page)
    serving = Thread(target=server.serve_forever)
    serving.start()

    def fetched(near: str) -> tuple[str, list[str]]:
        place = near.replace(" ", "%20")
        address = f"http://127.0.0.1:{server.server_port}/?wish=literacy&near={place}"
        with urlopen(address) as answer:
            return near, json.load(answer)

    try:
        with ThreadPoolExecutor(THREADS) as pool:
            pages = list(pool.map(fetched, PLACES * 10))
    finally:
        server.shutdown()
        serving.join()
        server.server_close()

    assert pages == [(near, right[near]) for near in PLACES * 10]
