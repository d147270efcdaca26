"""What the pages show and write."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from re import findall, search

import pytest

from conftest import Collab
from samples import HOSTILE, OBEYED
from web.conftest import Browser, Open, box_of, field_of, text_of

WISH = "kids who can't read and a superintendent who does nothing"


def _first(browser: Browser, path: str) -> str:
    """Answer every question at *path* with its first choice, or pass it over; return where that ends."""
    answer = browser.ask(path)
    while 'name="question"' in answer.text:
        chosen = search(r'name="answer" value="([^"]*)"', answer.text)
        assert chosen
        answer = browser.send(
            answer.url.path, question=field_of(answer, "question"), answer=chosen[1]
        )
        assert answer.status_code == 200
    return answer.url.path


def _begun(browser: Browser, words: str = WISH) -> str:
    return browser.send("/begin", words=words).url.path


def _written(browser: Browser) -> str:
    """Return where a paper stands that was written from words."""
    ended = browser.ask(_first(browser, _begun(browser)))
    paper = findall(r'href="(/begin/[^"]*/papers/[^"]+)"', ended.text)[0]
    return browser.send(paper).url.path


def test_words_lead_to_a_paper_in_her_folder(browser: Browser, clean_machine: Path) -> None:
    where = _written(browser)
    assert where == "/partnerships/reading-buddies/papers/email.md"
    folder = clean_machine / "partnerships" / "reading-buddies"
    assert (folder / "email.md").read_text(encoding="utf-8").startswith("**Subject:**")
    assert "paper: email, email.md" in (folder / "log.txt").read_text(encoding="utf-8")


def test_her_words_stand_in_no_address(browser: Browser) -> None:
    seen: list[str] = []
    browser.client.event_hooks["request"].append(lambda request: seen.append(str(request.url)))
    _written(browser)
    assert seen
    assert not [each for each in seen if "superintendent" in each or "read+and" in each]


def test_each_answer_has_an_address_and_the_earlier_ones_stay(browser: Browser) -> None:
    first = _begun(browser)
    question = browser.ask(first)
    later = browser.send(
        first,
        question="work",
        answer=search(r'name="answer" value="([^"]+)"', question.text)[1],  # type: ignore[index]
    )
    assert later.url.path != first
    assert text_of(browser.ask(first)) == text_of(question)
    back = browser.send(f"{later.url.path}/back")
    assert "Which of these" in text_of(back)


def test_nothing_is_written_before_she_keeps_it(browser: Browser, clean_machine: Path) -> None:
    ended = _first(browser, _begun(browser))
    assert not (clean_machine / "partnerships").exists()
    kept = browser.send(f"{ended}/keep")
    assert kept.url.path == "/begin/reading-buddies"
    assert "Kept." in text_of(kept)
    assert "Kept." not in text_of(browser.ask(kept.url.path))


def test_a_wrong_answer_is_said_on_the_page(browser: Browser) -> None:
    first = _begun(browser)
    answer = browser.send(first, question="nonsense", answer="x")
    assert answer.status_code == 400
    assert "nonsense" in text_of(answer)


def test_a_paper_can_be_taken_along(browser: Browser) -> None:
    ended = browser.ask(_first(browser, _begun(browser)))
    paper = findall(r'href="(/begin/[^"]*/papers/[^"]+)"', ended.text)[0]
    word = browser.ask(f"{paper}/file?as=docx")
    assert word.content.startswith(b"PK")
    assert word.headers["content-disposition"] == 'attachment; filename="email.docx"'
    assert browser.ask(f"{paper}/file?as=exe").status_code == 404


def test_what_is_said_in_her_name_is_reworded_and_left_out(
    browser: Browser, clean_machine: Path
) -> None:
    ended = browser.ask(_first(browser, _begun(browser)))
    path = findall(r'href="(/begin/[^"]*/papers/email)"', ended.text)[0]
    shown = browser.ask(path)
    assert "Said in your name" in text_of(shown)
    field, term = findall(r'name="(strike-\d+)" value="([^"]*)"', shown.text)[0]
    own = "Our <b>readers</b> wait a month."
    after = browser.send(f"{path}/claims", need=own, **{field: term})

    assert after.url.path != path
    assert own in text_of(after)
    assert f'value="{term}"' not in after.text
    assert "wait a month" not in text_of(browser.ask(path))
    sure = browser.send(f"{after.url.path}/claims", sure="yes")
    assert "Said in your name" not in text_of(sure)
    assert not (clean_machine / "partnerships").exists()


def test_a_talk_is_written_down_and_said_back(browser: Browser, collab: Collab) -> None:
    collab("track", "Prairie Reads")
    answer = browser.send(
        "/partnerships/prairie-reads", text="we promise: send dates by 2027-01-15"
    )
    assert "send dates" in text_of(answer)
    assert "What we promised" in text_of(answer)
    assert "send dates" in collab("due", "--all").out
    done = browser.send("/partnerships/prairie-reads", text="kept: send dates")
    assert "What we promised" not in text_of(done)


def test_a_line_is_righted_and_the_old_one_stays_struck(browser: Browser, collab: Collab) -> None:
    collab("track", "Prairie Reads")
    browser.send("/partnerships/prairie-reads", text="we promise: send dates by 2027-01-15")
    number = max(
        each
        for each in map(
            int,
            findall(r'name="line" value="(\d+)"', browser.ask("/partnerships/prairie-reads").text),
        )
    )
    answer = browser.send(
        "/partnerships/prairie-reads/lines",
        line=str(number),
        text="they promise: send dates by 2027-01-15",
    )
    assert "What they promised" in text_of(answer)
    assert "What we promised" not in text_of(answer)
    assert "<s>" in answer.text


@pytest.mark.parametrize("line", ["0", "99", "x", "-1", "9" * 40, "", "²"])
def test_no_other_line_is_struck(browser: Browser, collab: Collab, line: str) -> None:
    collab("track", "Prairie Reads")
    answer = browser.send("/partnerships/prairie-reads/lines", line=line, text="")
    assert answer.status_code == 400
    assert "<s>" not in browser.ask("/partnerships/prairie-reads").text


def test_two_who_change_one_paper_lose_nothing(browser: Browser, clean_machine: Path) -> None:
    where = _written(browser)
    mine, theirs = browser.ask(where), browser.ask(where)
    saved = browser.send(
        where, digest=field_of(theirs, "digest"), text=box_of(theirs) + "\r\nTheirs"
    )
    assert saved.status_code == 200
    refused = browser.send(where, digest=field_of(mine, "digest"), text=box_of(mine) + "\r\nMine")
    assert refused.status_code == 409
    assert "Mine" in box_of(refused)
    assert "Theirs" in text_of(refused)
    file = clean_machine / "partnerships" / "reading-buddies" / "email.md"
    assert file.read_text(encoding="utf-8").endswith("Theirs")
    over = browser.send(where, digest=field_of(refused, "digest"), text=box_of(refused))
    assert over.status_code == 200
    assert file.read_text(encoding="utf-8").endswith("Mine")


def test_a_paper_that_an_editor_changes_is_shown_anew(
    browser: Browser, clean_machine: Path
) -> None:
    where = _written(browser)
    file = clean_machine / "partnerships" / "reading-buddies" / "email.md"
    file.write_bytes(b"Dear all,\r\n\r\ncome.\r\n")
    read = browser.ask(where)
    assert box_of(read) == "Dear all,\r\n\r\ncome.\r\n"
    browser.send(where, digest=field_of(read, "digest"), text="Dear all,\r\n\r\nplease come.\r\n")
    assert file.read_bytes() == b"Dear all,\r\n\r\nplease come.\r\n"


def test_the_profile_keeps_its_notes_and_the_page_follows(
    browser: Browser, clean_machine: Path
) -> None:
    read = browser.ask("/profile")
    new = box_of(read).replace("Elm", "Oak")
    assert browser.send("/profile", digest=field_of(read, "digest"), text=new).status_code == 200
    text = (clean_machine / "library.yaml").read_text(encoding="utf-8")
    assert "# Ours since 1911." in text
    assert "name: Oak Public Library" in text
    paper = browser.ask(_written(browser))
    assert "Oak Public Library" in text_of(paper)


def test_a_profile_that_cannot_be_read_is_not_written(
    browser: Browser, clean_machine: Path
) -> None:
    read = browser.ask("/profile")
    before = (clean_machine / "library.yaml").read_bytes()
    answer = browser.send(
        "/profile", digest=field_of(read, "digest"), text="name: [Elm\nhours: lots"
    )
    assert answer.status_code == 400
    assert "library.yaml:" in text_of(answer)
    assert "name: [Elm" in box_of(answer)
    assert (clean_machine / "library.yaml").read_bytes() == before


def test_what_another_program_keeps_is_on_the_page(browser: Browser, collab: Collab) -> None:
    assert "None is kept yet" in text_of(browser.ask("/partnerships"))
    collab("track", "Prairie Reads")
    collab("log", "prairie", "they promise: send the list by 2026-12-01")
    assert "Prairie Reads" in text_of(browser.ask("/partnerships"))
    assert "send the list" in text_of(browser.ask("/"))


def test_the_catalog_is_read_and_searched(browser: Browser) -> None:
    assert "Food bank" in browser.ask("/catalog/partners").text
    assert "wants" in text_of(browser.ask("/catalog/partners/food-bank"))
    found = browser.send("/catalog/search", words="food bank")
    assert "/catalog/partners/food-bank" in found.text
    assert browser.ask("/catalog/nothing").status_code == 404
    assert browser.ask("/catalog/partners/nobody").status_code == 404


def test_a_name_is_text_whatever_it_says(browser: Browser, collab: Collab) -> None:
    collab("track", "Prairie Reads")
    plain = findall(r"<(/?\w+)", browser.ask("/partnerships/prairie-reads").text)
    for text in HOSTILE:
        sent = text.encode("utf-8", "replace").decode()
        if not sent.strip():
            continue
        answer = browser.send("/partnerships/prairie-reads", text=f"note: {sent}")
        assert answer.status_code in {200, 400}
        assert "<script" not in answer.text
        assert not OBEYED.search(answer.text.partition("<main")[2].partition("<form")[0])
    after = findall(r"<(/?\w+)", browser.ask("/partnerships/prairie-reads").text)
    assert set(after) - {"b", "details", "summary", "label", "input", "s"} <= set(plain)


def test_markup_in_a_paper_is_text(browser: Browser, clean_machine: Path) -> None:
    where = _written(browser)
    file = clean_machine / "partnerships" / "reading-buddies" / "email.md"
    file.write_text(
        '<script>x()</script> <img src="https://example.org/x"> ![p](https://example.org/p.png) '
        "[go](javascript:x()) [at](//evil.test) \u202eoops",
        encoding="utf-8",
    )
    shown = browser.ask(where).text.partition("<article")[2]
    assert "<script" not in shown
    assert "<img" not in shown
    assert 'href="javascript' not in shown
    assert "\u202e" not in shown


def test_many_who_ask_at_once_get_their_own_answers(browser: Browser) -> None:
    wishes = ["kids who can't read", "tax help", "lonely seniors", "teens after three"] * 8
    alone = {wish: text_of(browser.send("/begin", words=wish)) for wish in set(wishes)}
    with ThreadPoolExecutor(32) as threads:
        answers = list(threads.map(lambda wish: browser.send("/begin", words=wish), wishes))
    assert [text_of(each) for each in answers] == [alone[wish] for wish in wishes]


def test_without_a_library_it_shows_and_keeps_nothing(open_page: Open, clean_machine: Path) -> None:
    (clean_machine / "library.yaml").unlink()
    browser = open_page()
    assert "no library.yaml" in text_of(browser.ask("/"))
    assert "no library.yaml" in text_of(browser.ask("/profile"))
    ended = _first(browser, _begun(browser))
    assert browser.send(f"{ended}/keep").status_code == 400
    assert list(clean_machine.iterdir()) == []
