"""What works rest on, and until when that is so."""

import re

from shipped import CATALOG


def test_whatever_a_work_rests_on_and_tells_with_a_recent_year_has_a_day_to_look_it_up_again() -> (
    None
):
    undated = [
        f"{work.id}: {each.text}"
        for work in CATALOG.activities.values()
        for each in work.depends_on
        if re.search(r"\b20[2-9]\d\b", each.text) and not each.until
    ]

    assert not undated
