from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.csl.processor.collation import collation_key
from refcore.csl.processor.dates import Date, Moment, date_of

JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["date-parts", "season", "circa", "literal", "raw"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date-parts": [[2019, 5, 3]]}, Date(Moment(2019, 5, 3))),
        ({"date-parts": [["2019", "05"]]}, Date(Moment(2019, 5))),
        ({"date-parts": [2019, 5]}, Date(Moment(2019, 5))),
        ({"date-parts": [[2019], [2020]]}, Date(Moment(2019), Moment(2020))),
        ({"date-parts": [[2019], [0]]}, Date(Moment(2019), open_end=True)),
        ({"date-parts": [[1999, 21]]}, Date(Moment(1999, season=1))),
        ({"date-parts": [[1999]], "season": "Winter"}, Date(Moment(1999, season=4))),
        ({"date-parts": [[1628]], "circa": 1}, Date(Moment(1628), circa=True)),
        ({"date-parts": [[2019, 40, 50]]}, Date(Moment(2019))),
        ({"date-parts": [[]], "literal": "in press"}, Date(literal="in press")),
        ({"raw": "2019-05/2019-07"}, Date(Moment(2019, 5), Moment(2019, 7))),
        ({"raw": "3 May 1999"}, Date(Moment(1999, 5, 3))),
        ({"raw": "Fall 1999"}, Date(Moment(1999, season=3))),
        ("2004-06?", Date(Moment(2004, 6), circa=True)),
        ("198X", Date(Moment(1980), circa=True)),
        ("2004/..", Date(Moment(2004), open_end=True)),
        (2004, Date(Moment(2004))),
        ("soon", Date(literal="soon")),
        ({}, None),
        (True, None),
        ({"date-parts": [[None]]}, None),
    ],
)
def test_dates_are_read(value: Any, expected: Date | None) -> None:
    assert date_of(value) == expected


@given(JUNK)
def test_nothing_that_json_holds_fails(value: Any) -> None:
    found = date_of(value)
    assert found is None or found.start is not None or found.literal


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "2b Angström Ärzte Cahn Chan Oslo Österlen Zoë"),
        ("sv", "2b Angström Cahn Chan Oslo Zoë Ärzte Österlen"),
        ("cs", "2b Angström Ärzte Cahn Chan Oslo Österlen Zoë"),
    ],
)
def test_order_by_language(lang: str, expected: str) -> None:
    words = sorted(expected.split())
    assert sorted(words, key=lambda word: collation_key(word, lang)) == expected.split()


def test_ch_is_a_letter_in_czech() -> None:
    words = ["chata", "cena", "hora", "ikona"]
    assert sorted(words, key=lambda word: collation_key(word, "cs")) == [
        "cena", "hora", "chata", "ikona"
    ]  # fmt: skip


@given(st.text(), st.sampled_from(["en", "sv", "tr", "hu", "xx"]))
def test_any_text_has_a_key(text: str, lang: str) -> None:
    assert collation_key(f"{text}!", lang) == collation_key(text, lang)
