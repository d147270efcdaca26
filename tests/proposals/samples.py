"""Five partners as unlike as a bank and a shelter, and a library that writes to them."""

from datetime import date

from collabkit.catalog import Catalog
from collabkit.library import Contact, Figure, Library, Rate
from collabkit.proposals import Desk, Draft, Subject, Terms, paper
from collabkit.proposals.facts import Voice

DAY = date(2026, 3, 3)
SUBJECTS = (
    Subject("literacy-council", "literacy", "adult-tutoring-rooms", "Minnehaha Reads"),
    Subject("food-bank", "food-security", "summer-meals-site", "Sioux Valley Food Bank"),
    Subject("financial-institution", "financial-literacy", "tax-help-season", "First Dakota Bank"),
    Subject("k12-school", "school-success", "student-cards", "Dell Rapids School District"),
    Subject(
        "housing-homeless-organization",
        "housing-homelessness",
        "mail-and-id-help",
        "Union Street Shelter",
    ),
)
LIBRARY = Library(
    name="Carnegie Public Library",
    place="Dell Rapids, South Dakota",
    address="513 Orleans Avenue, Dell Rapids, SD 57022",
    contact=Contact(
        name="Ida Larsen", role="outreach librarian", phone="605-555-0142", email="ida@lib.example"
    ),
    assets=("study-rooms", "public-computers"),
    hours=6,
    rate=Rate(value=24.5, year=2025, source="average hourly pay of library staff"),
    figures=(
        Figure(
            about="literacy",
            value="412",
            what="adults in the county without a high school diploma",
            year=2023,
            source="American Community Survey",
        ),
        Figure(
            about="study-rooms",
            value="1,180",
            what="hours of study-room use",
            year=2025,
            source="library count",
        ),
    ),
)
PAGES = ("email", "script", "one-pager", "proposal", "agenda", "checklist", "evaluation")


def drafted(
    catalog: Catalog,
    name: str,
    subject: Subject = SUBJECTS[0],
    voice: Voice = "partner",
    library: Library = LIBRARY,
    terms: Terms = Terms(),  # noqa: B008 - a tuple cannot change
) -> Draft:
    """Return one paper, as on the third of March."""
    desk = Desk(catalog, library, paper(name, voice), voice=voice, on=DAY)
    return desk.draft(subject, terms)
