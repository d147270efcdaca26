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
        ("Area Agency on Aging benefits counselor", "an Area Agency on Aging benefits counselor"),
        ("American Job Center", "an American Job Center"),
        ("Boys & Girls Club or Y", "a Boys & Girls Club or Y"),
        ("PTA or PTO", "a PTA or PTO"),
        ("county emergency management office or Citizen Corps", "a county emergency management office or Citizen Corps"),
        ("humane society or county animal services", "a humane society or county animal services"),
        ("Master Gardeners or urban agriculture agent", "Master Gardeners or urban agriculture agent"),
        ("theater, gallery or music series", "a theater, gallery or music series"),
        ("film studies or language department", "a film studies or language department"),
        ("history or folklore faculty", "history or folklore faculty"),
        ("Lions or Kiwanis", "Lions or Kiwanis"),
        ("utility billing or welcome office", "a utility billing or welcome office"),
        ("unincorporated club", "an unincorporated club"),
        ("heirs' society", "an heirs' society"),
        ("NASA center", "a NASA center"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_kind_takes_its_article(kind: str, said: str) -> None:
    assert with_article(kind) == said
