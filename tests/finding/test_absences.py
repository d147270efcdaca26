"""Who is missing, where a register holds all who are there."""

from pathlib import Path

from conftest import Collab
from directory.conftest import REGISTERS
from finding.made import HEADER, feed_of, row


def test_absence_is_told_only_where_a_register_holds_all(collab: Collab, tmp_path: Path) -> None:
    here = ("--directory", str(tmp_path / "directory"))
    (tmp_path / "eo.csv").write_text(f"{HEADER}\n{row('Missoula Food Bank')}\n", encoding="ascii")
    files = (str(tmp_path / "eo.csv"), str(REGISTERS / "pls_fy19_outlets.csv"))
    assert collab("directory", "load", *files, *here).code == 0
    asked = ("find", "--near", "46.0,-109.9", "--within", "2mi", *here, "--partner")

    assert "\nNo neighboring public library within" in f"\n{collab(*asked, 'public-library').err}"
    assert "The loaded registers list no hospital" in collab(*asked, "healthcare-provider").err
    assert "Overture Maps would list more" in collab(*asked, "healthcare-provider").err


def test_nobody_is_missed_where_a_feed_lists_the_service(collab: Collab, tmp_path: Path) -> None:
    folder = feed_of(tmp_path / "feed", ("Walks", "Outings"), ("Monday Boxes", "Food Pantry"))
    (tmp_path / "eo.csv").write_text(
        "\n".join((HEADER, row("Body 1 Place 1", NTEE_CD="X20"))) + "\n", encoding="ascii"
    )
    here = ("--directory", str(tmp_path / "directory"))
    assert collab("directory", "load", str(folder), *here).code == 0

    run = collab("find", "--goal", "food-security", "--near", "Missoula, MT", *here)

    assert "food bank" not in run.err
