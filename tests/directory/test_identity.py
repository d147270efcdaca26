"""By what a body is known again."""

import pytest

from collabkit.directory.identity import Identity

HUB = ("Valley Hub Inc", "Missoula, MT")


@pytest.mark.parametrize(
    ("identity", "ids", "same"),
    [
        (Identity("Valley Hub", "irs-810000001"), ("irs-810000001",), True),
        # A list of her own stands for the row of the IRS now.
        (Identity("Valley Hub", "irs-810000001"), ("own-list-4", "irs-810000001"), True),
        # The register is gone from the directory, and its return is there.
        (Identity("Hub", "irs-810000001"), ("returns-810000001",), True),
        (Identity("Valley Hub", "irs-810000001"), ("own-list-4",), True),
        # Another number of one register is another body, however it is called.
        (Identity("Valley Hub", "irs-810000001"), ("irs-810000002",), False),
        (Identity("Valley Hub", "own-list-3"), ("own-list-4",), False),
        (Identity("valley hub"), ("irs-810000002",), True),
        (Identity("Valley Hub", town="Missoula, MT"), ("irs-810000002",), True),
        (Identity("Valley Hub", town="Helena, MT"), ("irs-810000002",), False),
        (Identity("Valley Hub", number="ein:810000001"), ("own-list-4", "irs-810000001"), True),
        (Identity("Valley Hubs"), ("irs-810000002",), False),
        (Identity(), ("irs-810000002",), False),
    ],
)
def test_a_body_is_known_by_id_number_or_name(
    identity: Identity, ids: tuple[str, ...], *, same: bool
) -> None:
    assert identity.means(ids, None, *HUB) is same
