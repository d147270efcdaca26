"""The chart of compatible partners."""

from collabkit.catalog.chart import chart
from conftest import Collab
from shipped import CATALOG


def test_every_goal_has_a_row_and_nobody_stands_twice_in_it() -> None:
    rows = chart(CATALOG)

    assert [row.goal for row in rows] == list(CATALOG.goals)
    for row in rows:
        everyone = [*row.own, *row.helps, *row.work]
        assert len(everyone) == len(set(everyone))
        assert row.own


def test_a_partner_shares_a_goal_in_one_way() -> None:
    row = chart(CATALOG, ["literacy"])[0]

    assert row.share("literacy-council") == "own"
    assert row.share("library-friends") == "work"
    assert row.share("animal-shelter") is None


def test_the_matrix_has_a_column_for_each_partner_that_shares_a_goal(collab: Collab) -> None:
    run = collab("chart", "-g", "veterans", "--matrix", "-f", "csv")
    head, line = run.out.splitlines()

    assert run.code == 0
    assert head.startswith("goal,")
    assert (
        dict(zip(head.split(","), line.split(","), strict=True))["veterans-organization"] == "own"
    )


def test_the_chart_prints_as_a_page(collab: Collab) -> None:
    page = collab("chart", "-f", "html").out

    assert page.startswith("<!doctype html>")
    assert page.count("<tr>") == len(CATALOG.goals) + 1
    assert page.rstrip().endswith("</html>")


def test_an_unknown_goal_is_told_with_what_was_meant(collab: Collab) -> None:
    run = collab("chart", "-g", "literac")

    assert run.code == 2
    assert "literacy" in run.err


def test_the_librarys_own_goals_come_by_themselves(collab: Collab) -> None:
    from pathlib import Path  # noqa: PLC0415 - for this case only

    Path("library.yaml").write_text("name: Here\ngoals: [veterans, aging]\n", encoding="utf-8")

    assert collab("chart", "-f", "ids").out.split() == ["veterans", "aging"]
    assert len(collab("chart", "--all", "-f", "ids").out.split()) == len(CATALOG.goals)
