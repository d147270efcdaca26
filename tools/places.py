"""Make the files of ZIP codes that ship with the package, from GeoNames' postal codes.

    python -m tools.places US.txt PR.txt

GeoNames (https://www.geonames.org) offers them at https://download.geonames.org/export/zip/ under
CC BY 4.0. Four decimals are eleven yards, finer than a ZIP code can be placed. A few codes that it puts more
than fifty miles off stand where the Census Bureau has them.
"""

import gzip
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "src/collabkit/directory/geo/zip_codes"

ELSEWHERE = {
    "00765": ("18.1242", "-65.4231"),  # Vieques, an island
    "80840": ("39.0001", "-104.8645"),  # the Air Force Academy
    "83648": ("43.0492", "-115.8659"),  # Mountain Home Air Force Base
    "86544": ("36.5443", "-109.1422"),  # Red Valley
    "99505": ("61.2847", "-149.6540"),  # Joint Base Elmendorf-Richardson
    "99506": ("61.2720", "-149.8071"),
}
"""Internal points of the ZIP code areas of 2021, from the Census Bureau's gazetteer, of the public domain."""


def rows(path: Path) -> list[tuple[str, str, str, str, str]]:
    """Return ZIP code, place, state and coordinates of each line of a file of GeoNames."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        country, code, place, _, state, *rest = line.split("\t")
        latitude, longitude = rest[-3:-1]
        if code.isdigit() and latitude and longitude:
            state = state if state.isalpha() else country
            known = (f"{float(latitude):.4f}", f"{float(longitude):.4f}")
            found.append((code, place, state, *ELSEWHERE.get(code, known)))
    return found


def main(paths: list[str]) -> None:
    """Write a file for each first digit; of a code that stands twice the first line holds."""
    found = {row[0]: row for path in reversed(paths) for row in reversed(rows(Path(path)))}
    FOLDER.mkdir(exist_ok=True)
    size = 0
    # Who asks about one code unpacks a tenth of them.
    for digit in "0123456789":
        lines = ("\t".join(found[code]) + "\n" for code in sorted(found) if code[0] == digit)
        # No time stamp in it: the same input makes the same bytes.
        size += (FOLDER / f"{digit}.tsv.gz").write_bytes(
            gzip.compress("".join(lines).encode(), 9, mtime=0)
        )
    sys.stderr.write(f"{len(found):,} codes, {size:,} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
