import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.csl.processor.initials import initials
from refcore.csl.processor.numbers import (
    OrdinalTerm,
    is_numeric,
    long_ordinal,
    ordinal,
    render_numbers,
    roman,
)
from refcore.csl.processor.pages import page_ranges

ENGLISH = (
    OrdinalTerm("ordinal", "th"), OrdinalTerm("ordinal-01", "st"), OrdinalTerm("ordinal-02", "nd"),
    OrdinalTerm("ordinal-03", "rd"), OrdinalTerm("ordinal-11", "th"),
    OrdinalTerm("ordinal-12", "th"), OrdinalTerm("ordinal-13", "th"),
)  # fmt: skip
FRENCH = (
    OrdinalTerm("ordinal", "e"),
    OrdinalTerm("ordinal-01", "er", "whole-number", "masculine"),
    OrdinalTerm("ordinal-01", "re", "whole-number", "feminine"),
)


def test_ordinals_by_the_closest_term() -> None:
    found = [ordinal(number, ENGLISH) for number in (1, 2, 3, 4, 11, 12, 13, 21, 111, 113, 122)]
    assert found == "1st 2nd 3rd 4th 11th 12th 13th 21st 111th 113th 122nd".split()


@pytest.mark.parametrize(
    ("number", "gender", "expected"),
    [(1, "masculine", "1er"), (1, "feminine", "1re"), (1, "", "1e"), (21, "feminine", "21e")],
)
def test_ordinals_by_gender_and_whole_number(number: int, gender: str, expected: str) -> None:
    assert ordinal(number, FRENCH, gender) == expected


def test_long_ordinals_end_at_ten() -> None:
    words = {"long-ordinal-03": "third", "long-ordinal-11": "never"}
    assert long_ordinal(3, words, ENGLISH) == "third"
    assert long_ordinal(11, words, ENGLISH) == "11th"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2,3", "ii, iii"), ("2-4", "ii–iv"), ("2&4", "ii & iv"), ("2E", "2E"), ("v2, 3", "v2, iii"),
     ("0", "0")],
)  # fmt: skip
def test_each_number_by_itself(text: str, expected: str) -> None:
    assert render_numbers(text, roman) == expected


@pytest.mark.parametrize("text", ["12-", "a", "1.2.3 x", "second", "III", " ", "2 3"])
def test_what_is_not_numeric(text: str) -> None:
    assert not is_numeric(text)


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    assert is_numeric(text) in (True, False)
    assert isinstance(render_numbers(text, roman), str)
    assert isinstance(page_ranges(text, "minimal"), str)
    assert isinstance(initials(text, "."), str)


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    values = dict(zip("ivxlcdm", (1, 5, 10, 50, 100, 500, 1000), strict=True))
    digits = [values[sign] for sign in roman(number)]
    signed = [
        -digit if any(later > digit for later in digits[place:]) else digit
        for place, digit in enumerate(digits)
    ]
    assert sum(signed) == number


@pytest.mark.parametrize(
    ("pages", "form", "expected"),
    [
        ("1-40", None, "1–40"),
        ("71-2", "chicago-16", "71–72"),
        ("1100-13", "chicago-16", "1100–1113"),
        ("1496-1500", "chicago-16", "1496–500"),
        ("1496-1500", "chicago", "1496–1500"),
        ("12991-123001", "chicago-16", "12991–123001"),
        ("n11564 - n1568", "minimal", "n11564–8"),
        ("n11564 - 1568", "minimal", "n11564-1568"),
        ("N110 - P5", "expanded", "N110-P5"),
        ("123N110 - N5, 000c23 - 22", "expanded", "123N110-N5, 000c23-22"),
        ("xxv-xxviii", "minimal", "xxv–xxviii"),
        ("42-5, 110--15", "expanded", "42–45, 110–115"),
        (r"327\-30", "expanded", "327-30"),
        ("e1045", "minimal", "e1045"),
    ],
)
def test_page_ranges_in_each_format(pages: str, form: str | None, expected: str) -> None:
    assert page_ranges(pages, form) == expected


@pytest.mark.parametrize(
    ("given_name", "sign", "expected"),
    [
        ("Jean-Luc", ".", "J.-L."),
        ("J.-L.", ". ", "J.-L."),
        ("Guo-ping", ".", "G."),
        ("Th. Ph.", ". ", "Th. Ph."),
        ("JEAN", ".", "J."),
        ("明", ".", "明"),
        ("Иван Петрович", ". ", "И. П."),
        ("Mohammed al-Said", ".", "M. al-Said"),
        ("Mary Ann", "", "MA"),
        ("", ".", ""),
    ],
)
def test_initials(given_name: str, sign: str, expected: str) -> None:
    assert initials(given_name, sign) == expected


def test_initials_that_are_there_are_set_without_making_new_ones() -> None:
    assert initials("Dwight D", ". ", initialize=False) == "Dwight D."
    assert initials("J.L.", ". ", initialize=False) == "J. L."
    assert initials("Jean-Luc", ".", initialize=False) == "Jean-Luc"


@pytest.mark.parametrize("text", [" " * 100_000, "1" + " " * 100_000, "1-" * 50_000, "a" * 100_000])
def test_long_texts_take_no_long_time(text: str) -> None:
    start = time.process_time()
    render_numbers(text, roman)
    is_numeric(text)
    page_ranges(text, "minimal")
    assert time.process_time() - start < 2
