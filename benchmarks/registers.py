"""Registers of national size, made from the distributions of a real sample; and library outlets."""

import csv
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from collabkit.directory.geo.places import Place, every_place

SAMPLES = Path(__file__).parent.parent / "tests/data/registers"
NATION = 1_900_000
OUTLETS = 17_000
_RARE = 3
"""Times that a word stands in the sample up to which it is a name, and another may stand for it."""
_TOWNSFOLK = 0.35
"""Share of the outlying words for which the name of the town stands."""


def write_register(path: Path, rows: int, seed: int = 20261125) -> None:
    """Write a register of the IRS with *rows* rows to *path*.

    Codes, groups, incomes and what is missing are those of the sample's rows, drawn at random; so
    are the common words of names, while rare ones change. Places are drawn from all ZIP codes, towns
    with several ZIP codes as often as they have them. A row that shares its address with many in
    the sample shares it here.
    """
    draw = random.Random(seed)
    header, sample = _sample()
    words = Counter(word for row in sample for word in row[1].split())
    rare = [word for word, count in words.items() if count <= _RARE]
    places = list(every_place())
    crowded = _crowded(sample)
    ein = 10_000_000
    with path.open("w", encoding="ascii", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(header)
        for _ in range(rows):
            ein += draw.randrange(1, 400)
            row = list(draw.choice(sample))
            place = draw.choice(places)
            row[0] = f"{ein:09}"
            row[1] = _name(row[1], words, rare, place, draw)
            if (row[3], row[6]) not in crowded:
                row[3:7] = _address(row[3], row[6], place, draw)
            writer.writerow(row)


def _sample() -> tuple[list[str], list[list[str]]]:
    with (SAMPLES / "eo_states.csv").open(encoding="ascii", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


def _crowded(sample: list[list[str]]) -> set[tuple[str, str]]:
    """Return the addresses that hold so many of the sample that they are offices of a network."""
    count = Counter((row[3], row[6]) for row in sample)
    return {address for address, members in count.items() if members > _RARE}


def _name(
    name: str, words: Counter[str], rare: list[str], place: Place, draw: random.Random
) -> str:
    town = place.city.upper()
    return " ".join(
        (town if draw.random() < _TOWNSFOLK else draw.choice(rare))
        if words[word] <= _RARE
        else word
        for word in name.split()
    )[:70]


def _address(street: str, zip_: str, place: Place, draw: random.Random) -> list[str]:
    """Return street, city, state and ZIP code at *place*: another number on the same street."""
    number, _, rest = street.partition(" ")
    box = street.startswith("PO BOX")
    if box:
        street = f"PO BOX {draw.randrange(1, 9999)}"
    elif number.isdigit():
        street = f"{draw.randrange(1, 9999)} {rest}"
    return [street, place.city.upper()[:22], place.state, f"{place.zip}-{zip_[-4:]}"]


def write_outlets(path: Path, seed: int = 20261125) -> None:
    """Write a file of ``OUTLETS`` library outlets, spread as ZIP codes are."""
    with (SAMPLES / "pls_fy19_outlets.csv").open(encoding="cp1252", newline="") as file:
        header, *sample = csv.reader(file)
    draw = random.Random(seed)
    places = list(every_place())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in _outlets(header, sample, places, draw):
            writer.writerow(row)


def _outlets(
    header: list[str], sample: list[list[str]], places: list[Place], draw: random.Random
) -> Iterator[list[str]]:
    at = {name: header.index(name) for name in header}
    for number in range(OUTLETS):
        row = list(draw.choice(sample))
        place = draw.choice(places)
        row[at["FSCSKEY"]] = f"{place.state[:2]}{number % 10_000:04}"
        row[at["FSCS_SEQ"]] = f"{number // 10_000 + 2:03}"
        row[at["STABR"]], row[at["CITY"]], row[at["ZIP"]] = place.state, place.city, place.zip
        row[at["LATITUDE"]], row[at["LONGITUD"]] = str(place.lat), str(place.lon)
        row[at["STATSTRU"]] = "00"
        yield row
