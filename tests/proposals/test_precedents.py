"""Examples of the same work elsewhere."""

from collabkit.catalog import Catalog
from collabkit.proposals import Subject
from proposals.samples import drafted_once


def test_an_example_is_of_the_same_work_with_such_a_partner(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    right = {
        (precedent.activity, taker.partner, precedent.source[0])
        for precedent in catalog.precedents.values()
        for taker in precedent.partners
    }
    for subject in pairs:
        for example in drafted_once(catalog, "proposal", subject).facts.examples:
            assert (subject.activity, subject.partner, example.source) in right


def test_an_example_tells_what_came_of_it(catalog: Catalog, pairs: list[Subject]) -> None:
    outcomes = [each.outcome for each in catalog.precedents.values() if each.outcome]
    for subject in pairs:
        told = drafted_once(catalog, "proposal", subject).facts.examples
        assert len(told) <= 2
        assert all(any(outcome in each.text for outcome in outcomes) for each in told), subject
