"""Each rule of spelling changes a word of its example."""

import re

import pytest

from refcore.compare import eastern
from refcore.compare.respelling import Rule, respelt
from refcore.compare.titles import spellings
from refcore.text.ascii import to_ascii

TABLES = {
    "arabic": eastern._OF_ARABIC,
    "japanese": eastern._OF_KUNREI,
    "endings": spellings._RULES,
    "russian vowels": spellings._VOWELS_ABROAD,
    "russian consonants": spellings._CONSONANTS_ABROAD,
}
ROWS = [
    pytest.param(table[:place], rule, id=f"{name}: {rule.example}")
    for name, table in TABLES.items()
    for place, rule in enumerate(table)
]


@pytest.mark.parametrize(("before", "rule"), ROWS)
def test_a_rule_is_needed_by_its_example(before: tuple[Rule, ...], rule: Rule) -> None:
    words = [respelt(word, before) for word in re.findall(r"\w+", to_ascii(rule.example).lower())]
    assert any(rule.pattern.search(word) for word in words), words
