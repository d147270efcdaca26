"""The article that a kind of body takes."""

import pytest

from collabkit.text.articles import with_article


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("food bank", "a food bank"),
        ("arts council or high school art department", "an arts council or high school art department"),
        ("university library with special collections", "a university library with special collections"),
        ("used or antiquarian bookseller", "a used or antiquarian bookseller"),
        ("SBDC or SCORE adviser for technology", "an SBDC or SCORE adviser for technology"),
        ("SCORE chapter", "a SCORE chapter"),
        ("HUD-approved housing counseling agency", "a HUD-approved housing counseling agency"),
        ("USCIS field office or federal court", "a USCIS field office or federal court"),
        ("physics, geology or engineering department", "a physics, geology or engineering department"),
        ("autism society, chapter of The Arc or a parents' group", "an autism society, chapter of The Arc or a parents' group"),
        ("residents' association or a branch committee made for it", "a residents' association or a branch committee made for it"),
        ("bus", "a bus"),
        ("Master Gardeners", "Master Gardeners"),
        ("Rotary, Lions or Kiwanis", "Rotary, Lions or Kiwanis"),
        ("congregations with retired members", "congregations with retired members"),
        ("two congregations that differ", "two congregations that differ"),
        ("every carrier that claims to serve that part of the county", "every carrier that claims to serve that part of the county"),
        ("public works and police dispatch", "public works and police dispatch"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_kind_takes_its_article(kind: str, said: str) -> None:
    assert with_article(kind) == said
