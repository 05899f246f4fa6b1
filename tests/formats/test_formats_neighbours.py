"""Neighbours of reported cases: dates, encodings, identifiers and duplicates in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

import refcore
from refcore import dumps, find_duplicates, load, loads
from refcore.model.reference import Reference


def one(text: str, name: str = "bibtex") -> Reference:
    return next(iter(loads(text, name)))


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("Y1  - 1999/04//", "1999-04"),
        ("DA  - 2003-11-05", "2003-11-05"),
        ("PY  - 2003///", "2003"),
        ("PY  - 2003\nDA  - 2003/Nov/05", "2003-11-05"),
        ("DA  - 2015/03/02/\nPY  - 2015", "2015-03-02"),
    ],
)
def test_dates_of_ris(lines: str, date: str) -> None:
    assert str(one(f"TY  - JOUR\nTI  - T\n{lines}\nER  - \n", "ris").issued) == date


@pytest.mark.parametrize(
    ("line", "doi"),
    [
        ("M3  - 10.1000/xyz.5", "10.1000/xyz.5"),
        ("M3  - doi:10.1000/xyz.6", "10.1000/xyz.6"),
        ("M3  - https://doi.org/10.1000/xyz.7", "10.1000/xyz.7"),
        ("M3  - Article", None),
        ("M3  - 10.1000 words", None),
    ],
)
def test_m3_of_ris_may_be_a_doi(line: str, doi: str | None) -> None:
    found = one(f"TY  - JOUR\nTI  - T\n{line}\nER  - \n", "ris").doi
    assert (found and found.name) == doi


@pytest.mark.parametrize("mark", ["TI  -T of it", "TI - T of it", "TI  -  T of it", "T1  -T of it"])
def test_titles_of_ris_with_other_blanks(mark: str) -> None:
    assert one(f"TY  - JOUR\n{mark}\nPY  - 2001\nER  -\n", "ris").title == "T of it"


@pytest.mark.parametrize(
    ("year", "month", "date"),
    [
        ("12/2001", "", "2001-12"),
        ("03/2010", "", "2010-03"),
        ("1993", "{May--Jun}", "1993-05/1993-06"),
        ("1993", "{July/August}", "1993-07/1993-08"),
        ("1993", 'jun # "~7"', "1993-06-07"),
        ("1993", 'jun # "~7--12"', "1993-06-07/1993-06-12"),
        ("1993", '"7~" # jun', "1993-06-07"),
        ("1993", 'may # "--" # jun', "1993-05/1993-06"),
        ("1993", 'jan # "/" # feb', "1993-01/1993-02"),
        ("1993", "{06}", "1993-06"),
    ],
)
def test_years_and_months_of_bibtex(year: str, month: str, date: str) -> None:
    said = f", month = {month}" if month else ""
    assert str(one(f"@article{{k, title={{T}}, year={{{year}}}{said}}}").issued) == date


@pytest.mark.parametrize(
    ("date", "start", "mark"),
    [
        ("1723?", "1723", "?"),
        ("1723~", "1723", ""),
        ("-0043", "-", "43"),
        ("2004-05-06T10:20:30", "2004-05-06", ""),
        ("1993-00-00", "1993", ""),
        ("1993-05-00", "1993-05", ""),
    ],
)
def test_uncertain_dates_times_and_early_years(date: str, start: str, mark: str) -> None:
    said = str(one(f"@article{{k, title={{T}}, date={{{date}}}}}").issued)
    assert said.startswith(start)
    assert mark in said


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("% Encoding: KOI8-R", "koi8-r"),
        ("% Encoding: windows-1251", "cp1251"),
        ("% -*- coding: koi8-r -*-", "koi8-r"),
        ("", "utf-16-le"),
        ("", "utf-16-be"),
        ("", "utf-16"),
    ],
)
def test_encodings_that_a_file_names_or_shows(head: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(f"{head}\n@misc{{k, title={{Лампы}}}}\n".encode(encoding))
    assert next(iter(load(path))).title == "Лампы"


@pytest.mark.parametrize("name", ["hayagriva", "cff"])
@pytest.mark.parametrize("address", ["https://a.org/b c.pdf", "https://a.org/b c?d=e f"])
def test_addresses_with_spaces_are_escaped(name: str, address: str) -> None:
    written = dumps(loads(f"@misc{{k, title={{T}}, url={{{address}}}}}", "bibtex"), name)
    assert address.replace(" ", "%20") in written


@pytest.mark.parametrize("key", ["o1", "o2"])
def test_old_keys_lead_to_the_entry(key: str) -> None:
    library = loads("@article{n, ids={o1, o2}, title={On T}, author={Bo, Al}}", "bibtex")
    assert "Bo" in str(refcore.cite(library, [key]))


BOOK = "author={Bo, Al}, title={On Lamps in Houses}"
SAME = "author={Bo, Al}, title={Lamps of Houses}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"@book{{a, {BOOK}, edition={{2}}, year=1990}}",
         f"@book{{b, {BOOK}, edition={{3}}, year=1999}}"),
        (f"@book{{a, {BOOK}, volume=1, year=1990}}", f"@book{{b, {BOOK}, volume=2, year=1991}}"),
        (f"@phdthesis{{a, {BOOK}, school={{U}}, year=1990}}",
         f"@article{{b, {BOOK}, journal={{J}}, year=1991}}"),
        ("@article{a, author={Bo, Al}, title={Editorial}, journal={J}, volume=1, year=1990}",
         "@article{b, author={Bo, Al}, title={Editorial}, journal={J}, volume=2, year=1991}"),
        ("@proceedings{a, title={Proceedings of LampConf 2019}, year=2019}",
         "@proceedings{b, title={Proceedings of LampConf 2020}, year=2020}"),
        ("@article{a, author={Bo, Al}, title={On Lamps. Part I}, journal={J}, year=1990}",
         "@article{b, author={Bo, Al}, title={On Lamps. Part II}, journal={J}, year=1990}"),
    ],
)  # fmt: skip
def test_other_works_are_no_duplicates(first: str, second: str) -> None:
    assert not list(find_duplicates(loads(f"{first}\n{second}", "bibtex")))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("isbn={978-0-306-40615-7}", "isbn={0306406152}"),
        ("pmid={123456}", "eprint={123456}, eprinttype={pubmed}"),
        ("url={https://doi.acm.org/10.1145/12.34}", "doi={10.1145/12.34}"),
        ("url={https://dl.acm.org/doi/abs/10.1145/12.34}", "doi={10.1145/12.34}"),
        ("url={https://doi.org/10.1145/12.34}", "doi={https://doi.org/10.1145/12.34}"),
    ],
)
def test_identifiers_in_other_places_tell_the_same_work(first: str, second: str) -> None:
    text = f"@book{{a, {SAME}, {first}, year=1990}}\n@book{{b, {SAME}, {second}, year=1990}}"
    assert len(list(find_duplicates(loads(text, "bibtex")))) == 1
