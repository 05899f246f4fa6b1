"""Dates as people write them, in any field, read as the dates they mean."""

import pytest

import refcore
from refcore import Date
from refcore.model.worddates import date_in_words

DATES = {
    "26.09.2020": "2020-09-26",
    "26/09/2020": "2020-09-26",
    "09/26/2020": "2020-09-26",
    "30-Mar-2020": "2020-03-30",
    "2020.05.03": "2020-05-03",
    "2020/5": "2020-05",
    "Jan-Feb 2020": "2020-01/2020-02",
    "2020 Jan-Feb": "2020-01/2020-02",
    "Mar.--Apr. 2020": "2020-03/2020-04",
    "Summer/Fall 2004": "2004-22/2004-23",
    "5--7 May 2020": "2020-05-05/2020-05-07",
    "May 5-7, 2020": "2020-05-05/2020-05-07",
    "May 30 -- June 2, 2020": "2020-05-30/2020-06-02",
    "5 de mayo de 2020": "2020-05-05",
    "5 de maio de 2020": "2020-05-05",
    "1er janvier 2020": "2020-01-01",
    "12 févr. 2020": "2020-02-12",
    "5. Mai 2020": "2020-05-05",
    "Okt. 2020": "2020-10",
    "3 mrt 2020": "2020-03-03",
    "2020年5月3日": "2020-05-03",
    "2020年5月": "2020-05",
    "2020년 5월 3일": "2020-05-03",
    "Tuesday, May 5, 2020": "2020-05-05",
    "Mon, 5 May 2020": "2020-05-05",
}
NO_DATES = (
    "soon", "in press", "Q1 2020", "05/06/2020", "Winter 2020-2021", "May 35, 2020", "45 May 2020",
    "Vol. 3 2020", "spring", "2020-13-45",
)  # fmt: skip


@pytest.mark.parametrize("text", DATES)
def test_dates_in_words(text: str) -> None:
    assert str(date_in_words(text)) == DATES[text]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert date_in_words(text) is None


@pytest.mark.parametrize("text", DATES)
def test_they_are_read_in_the_fields_of_a_bib_file(text: str) -> None:
    for field in ("date", "year", "urldate"):
        library = refcore.loads(f"@book{{k, title = {{T}}, {field} = {{{text}}}}}", "bibtex")
        (one,) = library
        found = one.dates["accessed"] if field == "urldate" else one.issued
        assert (str(found), library.diagnostics) == (DATES[text], []), field


YEARS = {
    "c1988": "1988",
    "cop. 1988": "1988",
    "c. 1988": "1988~",
    "[ca. 1920]": "1920~",
    "[1999?]": "1999?",
    "(1856)": "1856",
    "2020年": "2020",
}
WORDS = ("1990s", "平成元年", "1995印刷", "[forthcoming]", "20th century")


@pytest.mark.parametrize("text", YEARS)
def test_years_as_libraries_write_them(text: str) -> None:
    (one,) = refcore.loads(f"@book{{k, title = {{T}}, year = {{{text}}}}}", "bibtex")
    assert str(one.issued) == YEARS[text]


@pytest.mark.parametrize("text", WORDS)
def test_years_that_are_words_are_kept_as_written(text: str) -> None:
    (one,) = refcore.loads(f"@book{{k, title = {{T}}, year = {{{text}}}}}", "bibtex")
    assert one.issued is not None
    assert one.issued.literal == text


def test_a_long_text_is_no_date_and_takes_no_time() -> None:
    assert date_in_words("a" * 1_000_000) is None
    assert date_in_words(f"19 October 2016{' ' * 1000}") == Date.of(2016, 10, 19)
