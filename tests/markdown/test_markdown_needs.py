"""The example of a rule has a word that the rule needs; without it, the rule is not tried."""

import pytest

from refcore.markdown import prose, sayings, stretches

RULES = [rule for table in (prose, sayings, stretches) for rule in table.RULES if rule.needs]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_an_example_has_what_its_rule_needs(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.may_read(rule.example.casefold())
    assert not rule.may_read("")
