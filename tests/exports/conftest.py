"""The workspace of the tests of partnerships, and one with everything that an export can hold."""

import pytest

from partnerships.conftest import Write, home, wall, write

__all__ = ["home", "kept", "wall", "write"]

LOG = """\
2026-05-01 met
2026-05-02 we promise (Zoe Quux): bring keys, and a lamp by 2026-06-03
2026-05-02 they promise: call
2026-05-03 stage: pilot
"""
FOOD = """\
name: County Food Bank
organization: irs-810300000
partner: food-bank
address: 12 Main St, Hays, KS 67601
phone: "+1 785 555 0100"
site: www.example.org/food
goals: [food-security, summer-learning]
work: summer-meals-site
agreement: {end: "2026-07-15"}
"""
CONTACTS = (
    "contacts:\n  - {name: Ada Blix, role: director, email: ada@example.org, known_by: Zoe Quux}\n"
)


@pytest.fixture
def kept(write: Write) -> Write:
    """Two partnerships: one of which everything is known, one of which nothing but a talk."""
    write("county-food-bank", LOG, FOOD, contacts_yaml=CONTACTS)
    write("other", "2024-01-01 met\n")
    return write
