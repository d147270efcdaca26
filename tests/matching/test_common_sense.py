"""For each goal, partners that any librarian would expect among the first five."""

import pytest

from collabkit import match
from collabkit.catalog import Catalog

EXPECTED = {
    "early-literacy": ("early-childhood-program", "healthcare-provider"),
    "literacy": ("literacy-council", "adult-education-program"),
    "school-success": ("k12-school", "school-library"),
    "summer-learning": ("k12-school", "parks-recreation", "youth-organization"),
    "lifelong-learning": ("college-university", "community-college"),
    "reading-culture": ("bookstore-publisher", "library-friends"),
    "youth-development": ("youth-organization", "k12-school"),
    "digital-skills": ("digital-inclusion-organization", "technology-provider"),
    "internet-access": ("technology-provider", "digital-inclusion-organization"),
    "workforce-development": ("workforce-agency", "community-college"),
    "small-business": ("small-business-support", "chamber-of-commerce"),
    "economic-development": ("economic-development-organization", "chamber-of-commerce"),
    "financial-literacy": ("financial-institution", "social-service-agency"),
    "health-literacy": ("public-health-department", "healthcare-provider", "health-nonprofit"),
    "mental-health": ("mental-health-provider", "social-service-agency"),
    "food-security": ("food-bank", "agriculture-organization"),
    "aging": ("senior-services", "health-nonprofit"),
    "accessibility": ("disability-organization", "state-library"),
    "newcomers": ("immigrant-organization", "adult-education-program"),
    "veterans": ("veterans-organization", "federal-agency"),
    "reentry": ("corrections-reentry", "legal-aid"),
    "housing-homelessness": ("housing-homeless-organization", "social-service-agency"),
    "legal-help": ("legal-aid", "special-library"),
    "civic-engagement": ("election-office", "civic-organization", "local-government"),
    "local-history": ("historical-society", "museum"),
    "arts-culture": ("arts-organization", "museum"),
    "stem": ("science-organization", "maker-community"),
    "outreach": ("local-business", "housing-authority"),
    "emergency-preparedness": ("emergency-management", "public-safety"),
    "environment": ("environmental-organization", "extension-service"),
    "community-space": ("parks-recreation", "neighborhood-association"),
    "equity-inclusion": ("cultural-community-organization", "social-service-agency"),
    "advocacy-funding": ("library-friends", "funder", "local-government"),
    "resource-sharing": ("library-consortium", "public-library", "state-library"),
    "staff-development": ("state-library", "library-consortium"),
    "public-benefits": ("social-service-agency", "senior-services"),
    "safety": ("victim-services", "child-welfare-agency"),
    "family-support": ("child-welfare-agency", "home-visiting-program"),
    "information-literacy": ("media-outlet", "humanities-council"),
    "social-connection": ("senior-services", "volunteer-center"),
    "freedom-to-read": ("bookstore-publisher", "library-friends"),
}


@pytest.mark.parametrize("goal", EXPECTED)
def test_the_first_five_hold_those_whom_any_librarian_would_name(
    catalog: Catalog, goal: str
) -> None:
    first_five = [found.partner for found in match(catalog, [goal], limit=5)]

    assert not set(EXPECTED[goal]) - set(first_five), first_five


def test_every_goal_has_its_line(catalog: Catalog) -> None:
    assert list(EXPECTED) == list(catalog.goals)
    assert all(len(expected) in {2, 3} for expected in EXPECTED.values())
    assert {each for expected in EXPECTED.values() for each in expected} <= set(catalog.partners)
