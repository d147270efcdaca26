"""Who is let in, and who is not."""

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samples import HOSTILE
from web.conftest import OURS, PORT, Browser, Open

WRITES = ("/begin", "/profile", "/partnerships/elm", "/partnerships/elm/lines", "/begin/new-1/keep")
READS = ("/", "/begin", "/partnerships", "/profile", "/catalog", "/catalog/partners")


@pytest.mark.parametrize(
    "host", ["evil.test", f"evil.test:{PORT}", "127.0.0.1", "127.0.0.1:1", f"localhost:{PORT}.evil"]
)
@pytest.mark.parametrize("path", [*READS, "/style.css", "/open", "/link", "/nowhere"])
def test_a_name_that_somebody_made_lead_here_gets_nothing(
    browser: Browser, host: str, path: str
) -> None:
    answer = browser.client.get(path, headers={"Host": host})
    assert answer.status_code == 400
    assert "Elm" not in answer.text


@pytest.mark.parametrize("path", READS)
def test_without_the_cookie_nothing_is_shown(browser: Browser, path: str) -> None:
    browser.client.cookies.clear()
    answer = browser.ask(path)
    assert answer.status_code == 403
    assert "Elm" not in answer.text


def test_a_cookie_of_another_run_opens_nothing(browser: Browser) -> None:
    browser.client.cookies.set(f"collab-{PORT}", "x" * 43)
    browser.client.cookies.delete(f"collab-{PORT}", domain="127.0.0.1")
    assert browser.client.get("/").status_code in {200, 403}
    browser.client.cookies.clear()
    answer = browser.client.get("/", headers={"Cookie": f"collab-{PORT}=guessed"})
    assert answer.status_code == 403


def test_a_link_opens_the_page_once(browser: Browser) -> None:
    link = browser.access.link().partition(f":{PORT}")[2]
    browser.client.cookies.clear()
    assert browser.ask(link).status_code == 200
    browser.client.cookies.clear()
    assert browser.ask(link).status_code == 403
    assert browser.ask("/open?once=").status_code == 403


def test_the_cookie_is_for_this_port_and_no_script(browser: Browser) -> None:
    link = browser.access.link().partition(f":{PORT}")[2]
    answer = browser.client.get(link, follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"collab-{PORT}=")
    assert {"HttpOnly", "SameSite=strict"} <= {each.strip() for each in cookie.split(";")}


@pytest.mark.parametrize("path", WRITES)
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": f"http://127.0.0.1:{PORT}"},
        {"Origin": "http://evil.test"},
        {"Origin": "null"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Origin": f"http://127.0.0.1:{PORT + 1}"},
        {},
    ],
)
def test_a_form_of_another_page_writes_nothing(
    browser: Browser, path: str, headers: dict[str, str], clean_machine: Path
) -> None:
    before = sorted(clean_machine.rglob("*"))
    answer = browser.client.post(path, data={"words": "x", "text": "x"}, headers=headers)
    assert answer.status_code == 403
    assert sorted(clean_machine.rglob("*")) == before


def test_an_older_browser_is_known_by_its_origin(browser: Browser) -> None:
    answer = browser.client.post(
        "/begin",
        data={"words": "kids who can't read"},
        headers={"Origin": f"http://127.0.0.1:{PORT}"},
    )
    assert answer.status_code == 200


def test_only_the_program_gets_another_link(browser: Browser) -> None:
    assert browser.client.post("/link").status_code == 403
    wrong = {"Authorization": "Bearer x"}
    assert browser.client.post("/link", headers=wrong).status_code == 403
    right = {"Authorization": f"Bearer {browser.access.key}"}
    answer = browser.client.post("/link", headers=right)
    assert answer.text.startswith(f"http://127.0.0.1:{PORT}/open?once=")
    assert browser.client.get("/link").status_code == 403


@pytest.mark.parametrize("path", [*READS, "/style.css", "/nowhere", "/open"])
def test_every_answer_says_what_it_may_do(browser: Browser, path: str) -> None:
    headers = browser.ask(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert "script" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_no_page_has_script_or_style_of_its_own(browser: Browser) -> None:
    for path in READS:
        text = browser.ask(path).text
        assert "<script" not in text
        assert "<style" not in text
        assert " style=" not in text
        assert " on" + "click" not in text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_do_nothing(browser: Browser, method: str) -> None:
    assert browser.client.request(method, "/", headers=OURS).status_code == 405


def test_too_much_is_refused_whether_its_length_is_said_or_not(browser: Browser) -> None:
    big = b"words=" + b"x" * 2_000_000
    form = {**OURS, "Content-Type": "application/x-www-form-urlencoded"}
    assert browser.client.post("/begin", content=big, headers=form).status_code == 413

    def pieces() -> object:
        yield from (b"x" * 100_000 for _ in range(21))

    answer = browser.client.post("/begin", content=pieces(), headers=form)  # type: ignore[arg-type]  # an iterator
    assert answer.status_code == 413


def test_what_only_shows_writes_nothing(open_page: Open, clean_machine: Path) -> None:
    browser = open_page(read_only=True)
    before = sorted(clean_machine.rglob("*"))
    for path in WRITES:
        assert browser.send(path, words="x", text="x").status_code == 403
    assert sorted(clean_machine.rglob("*")) == before
    assert browser.send("/catalog/search", words="food").status_code == 200
    assert "Save" not in browser.ask("/profile").text


@pytest.mark.parametrize(
    "path",
    [
        "/catalog/..%2f..%2fetc/passwd",
        "/partnerships/../library.yaml",
        "/partnerships/..%2flibrary.yaml",
        "/partnerships/%2e%2e/papers/library.yaml",
        "/partnerships/x/papers/..%2f..%2flibrary.yaml",
        "/static/style.css",
        "/templates/base.html.j2",
        f"/begin/{'a' * 3000}",
        f"/partnerships/{'a' * 3000}",
        "/begin/%00",
        "/partnerships/%00",
        "/%5cevil.test",
    ],
)
def test_no_address_leads_out_of_the_pages(browser: Browser, path: str) -> None:
    answer = browser.client.get(path, follow_redirects=False)
    assert answer.status_code in {400, 404}, answer.headers
    assert "Ours since 1911" not in answer.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(
    st.sampled_from(
        [
            "/begin",
            "/begin/{}",
            "/begin/{}/not",
            "/begin/{}/papers/{}",
            "/begin/{}/papers/{}/file",
            "/partnerships/{}",
            "/partnerships/{}/lines",
            "/partnerships/{}/papers/{}",
            "/profile",
            "/catalog/search",
            "/catalog/{}/{}",
        ]
    ),
    st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40)),
    st.dictionaries(
        st.sampled_from(["words", "answer", "free", "question", "text", "digest", "line", "body"]),
        st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40)),
    ),
    st.booleans(),
)
def test_whatever_is_sent_there_is_an_answer(
    browser: Browser,
    path: str,
    part: str,
    fields: dict[str, str],
    form: bool,  # noqa: FBT001 - drawn, and no switch
) -> None:
    asked = path.replace("{}", quote(part.encode("utf-8", "replace"), safe=""))
    sent = {name: value.encode("utf-8", "replace").decode() for name, value in fields.items()}
    answer = browser.send(asked, **sent) if form else browser.ask(asked)
    assert answer.status_code < 500, answer.text


def test_quit_ends_the_server(browser: Browser) -> None:
    assert browser.send("/quit").status_code == 200
    assert browser.quits == [True]
