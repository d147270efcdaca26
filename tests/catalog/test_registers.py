"""Rules of classing, as the catalogs give them."""

import pytest

from catalog.conftest import Own

RULE = """\
- id: bands
  partner: {partner}
  by: {by}
  match: [band]
  unless_codes: [{code}]
  confidence: 0.9
  label: band
  source: practice
"""


@pytest.mark.parametrize("code", ["S41", '"*03"', "Q", "irs/06", "museums"])
@pytest.mark.parametrize("partner", ["museum", "none"])
def test_a_rule_by_name_may_leave_out_codes_and_name_no_partner(
    own: Own, partner: str, code: str
) -> None:
    assert own(classing=RULE.format(partner=partner, by="name", code=code)).problems == []


@pytest.mark.parametrize(
    ("partner", "by", "code", "said"),
    [
        ("museum", "ntee", "S41", "unless_codes is for rules by name"),
        ("museum", "name", "trade unions", "unless_codes"),
        ("nobody", "name", "S41", "nothing in partners is called 'nobody'"),
    ],
)
def test_what_a_rule_cannot_mean_is_a_problem(
    own: Own, partner: str, by: str, code: str, said: str
) -> None:
    [problem] = own(classing=RULE.format(partner=partner, by=by, code=code)).problems
    assert said in str(problem)
