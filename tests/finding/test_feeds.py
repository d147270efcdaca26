"""What the services of a feed and its terms tell of a body."""

from pathlib import Path

from conftest import Collab
from directory.conftest import records
from finding.made import Find, feed_of, names


def test_the_services_of_a_feed_and_their_terms_class_and_rank_an_organization(feed: Find) -> None:
    [pantry] = feed("--goal", "food-security")
    [school] = feed("--goal", "newcomers")

    assert pantry["partner"] == "food-bank"
    assert pantry["reasons"][0]["why"] == 'Feeds people: lists the service "food pantry".'
    assert "english as a second language" in school["reasons"][0]["why"]


def test_a_body_is_found_by_the_name_it_had(feed: Find) -> None:
    assert names(feed("--search", "once called 2")) == ["Body 2 Place 2"]


def test_one_word_of_a_taxonomy_tells_only_where_it_is_all_that_is_said(
    collab: Collab, tmp_path: Path
) -> None:
    folder = feed_of(tmp_path / "feed", ("Showers", "Hygiene"), ("Baby Showers Planned", "Parties"))
    here = ("--directory", str(tmp_path / "directory"))
    assert collab("directory", "load", str(folder), *here).code == 0

    run = collab(
        *("find", "--goal", "housing-homelessness", "--near", "Missoula, MT", "-f", "ndjson"), *here
    )

    assert names(records(run.out)) == ["Body 0 Place 0"]
