"""What the options of ``collab match`` do to the answer."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from collabkit import match
from collabkit.catalog import Catalog
from collabkit.catalog.fields import SECTORS
from collabkit.errors import ExitCode
from collabkit.matching import weights as w
from conftest import Collab

ARITHMETIC = re.compile(
    r"^    (?P<score>[\d.]+) = 100 x (?P<fit>[\d.]+)\^(?P<f>[\d.]+) x (?P<mutual>[\d.]+)\^(?P<m>[\d.]+)"
    r"(?:, then (?P<more>\d+)% of the way to 100 for history|, less (?P<less>\d+)% for history)?$",
    re.MULTILINE,
)


class TextFile(SingleFileSnapshotExtension):
    """One readable file for each card."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def ids(collab: Collab, *arguments: str) -> list[str]:
    return collab("match", *arguments, "--format", "ids").out.split()


def test_the_limit_cuts_the_list_and_says_so(collab: Collab) -> None:
    run = collab("match", "--goal", "stem", "--limit", "3", "--format", "ids")
    five = ids(collab, "--goal", "stem")

    assert len(five) == 5
    assert len(ids(collab, "--goal", "stem", "--long")) == 10
    assert run.out.split() == five[:3]
    said = re.search(
        r"^3 of (\d+) partners shown; --limit \1 shows them all\.$", run.err, re.MULTILINE
    )
    assert said
    assert len(ids(collab, "--goal", "stem", "--limit", said[1])) == int(said[1])


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_keeps_its_partners_in_their_order(
    collab: Collab, catalog: Catalog, sector: str
) -> None:
    all_ = ids(collab, "--goal", "equity-inclusion", "--limit", "99")

    assert ids(collab, "--goal", "equity-inclusion", "--limit", "99", "--sector", sector) == [
        id_ for id_ in all_ if catalog.partners[id_].sector == sector
    ]


def test_a_sector_without_an_answer_says_so(collab: Collab) -> None:
    run = collab("match", "--goal", "legal-help", "--sector", "environment", "-f", "ids")

    assert (run.code, run.out) == (ExitCode.FINE, "")
    assert run.err.startswith("No partner fits; without --sector there may be some.\n")


@pytest.mark.parametrize("goal", ["resource-sharing", "equity-inclusion", "housing-homelessness"])
def test_spread_keeps_one_sector_from_filling_the_list(
    collab: Collab, catalog: Catalog, goal: str
) -> None:
    plain = ids(collab, "--goal", goal, "--limit", "8")
    spread = ids(collab, "--goal", goal, "--limit", "8", "--spread")

    def most(found: list[str]) -> int:
        return max(Counter(catalog.partners[id_].sector for id_ in found).values())

    assert most(plain) > 2
    assert most(spread) == 2
    assert spread[0] == plain[0]
    assert [id_ for id_ in plain if id_ in spread] == [id_ for id_ in spread if id_ in plain]


def test_spread_still_fills_the_list_when_other_sectors_run_out(collab: Collab) -> None:
    some = ids(collab, "--goal", "legal-help", "--limit", "99")

    assert sorted(ids(collab, "--goal", "legal-help", "--limit", "99", "--spread")) == sorted(some)


def test_cautions_stand_beside_the_match(collab: Collab, catalog: Catalog) -> None:
    records = [
        json.loads(line)
        for line in collab("match", "--goal", "reentry", "--format", "ndjson").out.splitlines()
    ]

    for each in records:
        own = list(catalog.partners[each["partner"]].cautions)
        assert [caution["id"] for caution in each["cautions"]][: len(own)] == own


def test_every_factor_is_a_share_with_a_sentence(catalog: Catalog) -> None:
    for each in match(catalog, ["food-security"]) + match(catalog, ["a warm room in winter"]):
        assert [factor.name for factor in each.factors] == [
            *("fit", "they_bring", "we_bring", "mutual", "history")
        ]
        assert all(0 <= factor.value <= 1 for factor in each.factors)
        assert all(factor.why.endswith(".") for factor in each.factors)


def test_explain_prints_a_card_to_read(collab: Collab, snapshot: SnapshotAssertion) -> None:
    run = collab("match", "--goal", "feed kids when school is out", "--limit", "1", "--explain")

    assert run.code == 0
    assert run.out == snapshot(extension_class=TextFile)


@pytest.mark.parametrize("aim", ["literacy", "feed kids when school is out", "stem"])
def test_the_arithmetic_on_a_card_comes_out(collab: Collab, clean_machine: Path, aim: str) -> None:
    (clean_machine / "library.yaml").write_text(
        "assets: [makerspace, meeting-place]\n"
        "partners:\n"
        "  - {partner: k12-school, went: well}\n"
        "  - {partner: service-club, went: badly}\n"
        "  - {partner: museum}\n",
        encoding="utf-8",
    )
    run = collab("match", "--goal", aim, "--limit", "99", "--explain")
    sums = list(ARITHMETIC.finditer(run.out))

    assert len(sums) == len(re.findall(r"^\d+\. .* of 100$", run.out, re.MULTILINE)) > 10
    assert {"more", "less"} <= {name for each in sums for name, value in each.groupdict().items() if value}  # fmt: skip
    for each in sums:
        share = float(each["fit"]) ** float(each["f"]) * float(each["mutual"]) ** float(each["m"])
        share += (1 - share) * int(each["more"] or 0) / 100
        share *= 1 - int(each["less"] or 0) / 100
        assert float(each["score"]) == pytest.approx(100 * share, abs=0.3), each[0]


def test_mutual_gain_is_the_harmonic_mean_as_far_as_it_counts(catalog: Catalog) -> None:
    for each in match(catalog, ["feed kids when school is out", "newcomers"]):
        value = {factor.name: factor.value for factor in each.factors}
        both = value["they_bring"] + value["we_bring"]
        harmonic = 2 * value["they_bring"] * value["we_bring"] / both
        counted = re.search(r"(\d+)% of it counts", each.factors[3].why)

        if counted:
            share = int(counted[1]) / 100
            assert w.OFF_TASK <= share <= 1
            assert value["mutual"] == pytest.approx(harmonic * share, abs=0.006)
        else:
            assert value["mutual"] == each.score == 0
