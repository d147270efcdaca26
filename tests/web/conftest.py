"""A library's page, asked without a network."""

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from re import DOTALL, findall, search

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from collabkit.web.app import application
from collabkit.web.guard import Access
from collabkit.web.site import Site

PORT = 8123
OURS = {"Sec-Fetch-Site": "same-origin"}
PROFILE = """\
# Ours since 1911.
name: Elm Public Library
place: Missoula, MT
zip: "59801"   # Higgins Avenue
"""


class Browser:
    """A browser that was let in, and follows what it is told."""

    def __init__(self, client: TestClient, access: Access, quits: list[bool]) -> None:
        self.client = client
        self.access = access
        self.quits = quits
        self.ask(access.link().partition(f":{PORT}")[2])

    def ask(self, path: str) -> Response:
        """Return the answer to a GET."""
        return self.client.get(path)

    def send(self, path: str, **fields: str) -> Response:
        """Return the answer to a form, and what it leads to."""
        return self.client.post(path, data=fields, headers=OURS)


def text_of(answer: Response) -> str:
    """Return what a reader sees of an answer."""
    main = answer.text.partition("<main")[2]
    return unescape(" ".join(" ".join(findall(r">([^<]+)<", main)).split()))


def field_of(answer: Response, name: str) -> str:
    """Return what a hidden field of an answer holds."""
    found = search(rf'name="{name}" value="([^"]*)"', answer.text)
    assert found
    return unescape(found[1])


def box_of(answer: Response) -> str:
    """Return what the box of an answer holds, as a browser sends it."""
    found = search(r"<textarea[^>]*>\n?(.*?)</textarea>", answer.text, DOTALL)
    assert found
    return unescape(found[1]).replace("\n", "\r\n")


Open = Callable[..., Browser]


@pytest.fixture
def open_page(clean_machine: Path) -> Iterator[Open]:
    """Opens the page of a new library."""
    (clean_machine / "library.yaml").write_text(PROFILE, encoding="utf-8")
    clients: list[TestClient] = []

    def opened(*, read_only: bool = False) -> Browser:
        access, quits = Access(PORT), list[bool]()
        app = application(Site(None, read_only=read_only), access, lambda: quits.append(True))
        client = TestClient(app, base_url=f"http://127.0.0.1:{PORT}", raise_server_exceptions=False)
        clients.append(client)
        return Browser(client, access, quits)

    yield opened
    for client in clients:
        client.close()


@pytest.fixture
def browser(open_page: Open) -> Browser:
    """The page of a new library."""
    return open_page()
