"""Dates as .bib files have them, and what their exports wrap around values."""

import pytest

from refcore.bibtex import read, write
from refcore.bibtex.dates import read_date, read_year
from refcore.bibtex.encoding import decode
from refcore.model import Date


@pytest.mark.parametrize(
    ("year", "month", "date"),
    [
        ("2019", "may 3--5", "2019-05-03/2019-05-05"),
        ("2019", "May~3rd--5th", "2019-05-03/2019-05-05"),
        ("2019", "30 April -- 2 May", "2019-04-30/2019-05-02"),
        ("2019", "April 30--May 2", "2019-04-30/2019-05-02"),
        ("2019", "3-5 May", "2019-05-03/2019-05-05"),
        ("2019", "Spring/Summer", "2019-21/2019-22"),
        ("2019", "Autumn", "2019-23"),
        ("2019", "Nov.--Dec.", "2019-11/2019-12"),
        ("2019", "September~/~October", "2019-09/2019-10"),
        ("2019", "March and April", "2019-03/2019-04"),
        ("2019", "Mar. & Apr.", "2019-03/2019-04"),
        ("2019", "December~9--13,", "2019-12-09/2019-12-13"),
        ("11/2019", "", "2019-11"),
        ("2019-00-00", "", "2019"),
        ("November 2019", "", "2019-11"),
        ("[2019]", "", "2019"),
        ("1998/99", "", "1998/1999"),
        ("1999--00", "", "1999/2000"),
        ("2005/06", "", "2005/2006"),
        ("2005-06", "", "2005-06"),
        ("2019", "syyskuu", "2019-09"),
        ("2019", "září", "2019-09"),
    ],
)
def test_months_and_years(year, month, date):
    assert read_year(year, month, "") == (Date.parse(date), (), "")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019-00-00", "2019"),
        ("2019-07-00", "2019-07"),
        ("7/2019", "2019-07"),
        ("4 July 2019", "2019-07-04"),
        ("July 4, 2019", "2019-07-04"),
    ],
)
def test_dates(text, date):
    assert read_date(text) == (Date.parse(date), "")


@pytest.mark.parametrize(
    ("month", "date"),
    [
        (r'jan # "\slash " # feb', "2019-01/2019-02"),
        (r'"October\slash December"', "2019-10/2019-12"),
        (r"{M{\"a}rz}", "2019-03"),
    ],
)
def test_a_month_may_have_commands(month, date):
    library = read(f"@article{{k, title = {{T}}, year = 2019, month = {month}}}")
    assert library["k"].issued == Date.parse(date)
    assert library.diagnostics == []


@pytest.mark.parametrize(
    ("isbn", "fields"),
    [
        ("0028-0836", {"ISSN": "0028-0836"}),
        (
            r"1879-2057 (Electronic)$\backslash$r0001-4575 (Linking)",
            {"ISSN": "1879-2057, 0001-4575"},
        ),
        ("9780309263023 0361-1981", {"ISBN": "9780309263023", "ISSN": "0361-1981"}),
        ("978-0-1234-5678-9", {"ISBN": "978-0-1234-5678-9"}),
    ],
)
def test_an_issn_in_the_place_of_an_isbn(isbn, fields):
    library = read(f"@article{{k, title = {{T}}, isbn = {{{isbn}}}}}")
    assert library["k"].fields == fields
    assert len(library.diagnostics) == ("ISSN" in fields)


def test_the_letter_of_a_style_is_no_part_of_the_year():
    library = read("@book{k, title = {T}, year = {2010a}, month = may}")
    assert str(library["k"].issued) == "2010-05"
    assert "year: '2010a' has a letter" in str(library.diagnostics[0])


@pytest.mark.parametrize(
    ("text", "tag"),
    [("EN", "en"), ("en", "en"), ("pt-br", "pt-BR"), ("en_US", "en-US"), ("ngerman", "de-DE")],
)
def test_a_language_may_be_a_tag_in_any_case(text, tag):
    assert read(f"@book{{k, title = {{T}}, language = {{{text}}}}}")["k"].fields["language"] == tag


def test_two_people_with_a_comma_between_them():
    library = read("@book{k, title = {T}, author = {Tom Brown, Benjamin Mann}}")
    assert str(library["k"].authors) == "Tom Brown, Benjamin Mann"
    assert "write 'Tom Brown and Benjamin Mann'" in str(library.diagnostics[0])
    library = read("@book{k, title = {T}, author = {Rodriguez Fernandez, José María}}")
    assert str(library["k"].authors) == "José María Rodriguez Fernandez"


def test_days_that_do_not_exist_stay_out():
    assert read_year("2019", "June 31--33", "")[1:] == (
        ("month",),
        "2019-06 has no day 31, expected 1 to 30",
    )


def test_a_year_beside_a_date_that_says_another():
    library = read("@book{k, title = {T}, date = {2010-02}, year = {2011}}")
    assert library["k"].year == 2010
    assert str(library.diagnostics[0]).endswith("the year 2011 contradicts the date 2010-02")


def test_braces_about_every_value():
    library = read(
        "@article{k, title={{T}}, year={{2011}}, month={{FEB}}, doi={{10.1000/a_b}}, "
        "issn={{1234-5679}}, url={{https://a.example/b_c}}, urldate={{2012-01-02}}, "
        "eprint={{1901.00001}}, archiveprefix={{arXiv}}}"
    )
    found = library["k"]
    assert not library.diagnostics
    assert (str(found.doi), found.url) == ("10.1000/a_b", "https://a.example/b_c")
    assert (found.issued, found.dates["accessed"]) == (Date.of(2011, 2), Date.of(2012, 1, 2))
    assert (found.fields["ISSN"], str(found.arxiv)) == ("1234-5679", "1901.00001")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("koi8-r", "% Encoding: KOI8-R"),
        ("gbk", "% Encoding: GBK"),
        ("iso8859-7", "% -*- coding: iso-8859-7 -*-"),
        ("shift_jis", "%% encoding = Shift_JIS"),
        ("mac-cyrillic", "% Encoding: x-Mac-Cyrillic"),
        ("cp949", "% Encoding: x-windows-949"),
        ("utf-16-le", ""),
        ("utf-16-be", "% Encoding: UTF-16"),
        ("iso2022_jp", ""),
    ],
)
def test_encodings_that_a_file_names(name, line):
    title = {
        "gbk": "河",
        "iso8859-7": "Ρέα",
        "shift_jis": "川",
        "cp949": "강",
        "iso2022_jp": "松井",
    }.get(name, "Река")
    text = f"{line}\n@misc{{a, title = {{{title}}}}}\n"
    data = text.encode(name)
    found, encoding, odd = decode(data)
    assert (found, odd) == (text, [])
    assert encoding.encode(found) == (data, ())


def test_an_encoding_that_the_bytes_contradict():
    data = b"% Encoding: no-such\n@misc{a, title = {M\xfc}}"
    assert decode(data)[1].name == "cp1252"
    assert decode("% Encoding: KOI8-R\n@misc{a, title = {Ü}}".encode())[1].name == "utf-8"


def test_granular_xdata_and_former_keys():
    library = read(
        "@xdata{hub, publisher = {Fen}, author = {Ash, A and Elm, B}}\n"
        "@book{k, ids = {old, older}, title = {T}, author = {Fir, C and xdata=hub-author-2},\n"
        "publisher = {xdata=hub-publisher}, note = {xdata=hub-nothing}}"
    )
    found = library["older"]
    assert [str(name) for name in found.authors] == ["C Fir", "B Elm"]
    assert found.fields["publisher"] == "Fen"
    assert "'xdata=hub-nothing' refers to a missing entry or field" in str(library.diagnostics)
    assert "ids" in write(library)
    assert "hub" not in library


def test_the_year_of_early_access_is_told() -> None:
    library = read("@article{a, title={A}, year={5555}, month=jan}")
    assert [(one.field, "5555" in one.message) for one in library.diagnostics] == [("year", True)]
