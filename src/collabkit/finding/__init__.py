"""A goal and a place to named organizations: the matching's scores times the directory's facts."""

from collabkit.catalog import Catalog
from collabkit.directory.directory import Directory
from collabkit.directory.geo.places import Spot
from collabkit.finding.absences import Absence, Missing, absent, gaps
from collabkit.finding.coverage import Coverage, coverage
from collabkit.finding.found import Found
from collabkit.finding.listing import LeftOut, Listing, find_for_all, list_near
from collabkit.finding.mixing import mixed
from collabkit.finding.reasons import Reason
from collabkit.finding.search import Search, partner_scores, wanted

__all__ = [
    "Absence",
    "Coverage",
    "Found",
    "LeftOut",
    "Listing",
    "Missing",
    "Reason",
    "Search",
    "absent",
    "coverage",
    "find",
    "find_for_all",
    "gaps",
    "list_near",
    "mixed",
    "partner_scores",
    "wanted",
]


def find(directory: Directory, catalog: Catalog, spot: Spot, search: Search) -> list[Found]:
    """Return the organizations near *spot* that fit *search*, best first.

    Args:
        directory: who is asked.
        catalog: tells who does which work.
        spot: the middle of the circle.
        search: what is asked, how far and how many.
    """
    return list(list_near(directory, catalog, spot, search).found)
