"""With whom it went well or badly; on made rows of the register."""

from collections.abc import Callable
from pathlib import Path

from conftest import Collab
from finding.made import Find, names, row, settled

_GLASGOW = settled("Glasgow", row("Bad Food Bank"), row("Good Food Bank"))


def test_an_organization_with_whom_it_went_badly_drops_itself_and_no_other(
    city: Callable[[str], Find], tmp_path: Path
) -> None:
    find = city(_GLASGOW)
    before = find("--goal", "food-security")
    profile = tmp_path / "library.yaml"
    profile.write_text(
        "partners:\n  - {partner: food-bank, name: Bad Food Bank, went: badly}\n", encoding="utf-8"
    )

    after = find("--goal", "food-security", "--library", str(profile))

    assert names(before) == ["Bad Food Bank", "Good Food Bank"]
    assert names(after) == ["Good Food Bank"]
    assert after[0]["score"] == before[1]["score"]


_DILLON = settled("Dillon", row("First Food Bank"), row("Second Food Bank"))


def test_one_with_whom_it_went_well_rises_and_says_why(
    city: Callable[[str], Find], collab: Collab, clean_machine: Path
) -> None:
    find = city(_DILLON)
    first, second = find("--goal", "food-security")
    assert collab("init").code == 0
    folder = clean_machine / "partnerships/second"
    folder.mkdir(parents=True)
    (folder / "log.txt").write_text(
        "2025-01-01 stage: active\n2025-01-02 we promise: call\n2025-01-03 kept: call\n2025-02-01 went: well\n",
        encoding="utf-8",
    )
    facts = folder / "partnership.yaml"
    facts.write_text(
        f"name: Another Name\npartner: food-bank\norganization: {second['id']}\n", encoding="utf-8"
    )
    after = find("--goal", "food-security")
    # One of the same name that is not the same body: the id says which is meant.
    facts.write_text(
        f"name: {first['name']}\npartner: food-bank\norganization: irs-1\n", encoding="utf-8"
    )
    others = find("--goal", "food-security")

    assert names(after) == [second["name"], first["name"]]
    assert after[0]["score"] > second["score"]
    assert after[1]["score"] == first["score"]
    assert after[0]["reasons"][0]["name"] == "history"
    assert after[0]["reasons"][0]["why"].startswith(
        "Another Name: kept in partnerships/second, active since 2025, it went well, we kept 1 of 1 promise"
    )
    assert [each["score"] for each in others] == [first["score"], second["score"]]
    assert not any("history" in {each["name"] for each in one["reasons"]} for one in others)
