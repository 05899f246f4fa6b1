"""Years, types, translators and corrections beside the record of the reference's own DOI."""

from __future__ import annotations

from typing import Any

import pytest

from refcore import Date, Doi, Record, RecordAuthor, loads
from refcore.records.lookup import Lookup, Origin
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.report import Report

_JOURNAL = "journal = {Moss Journal}"
_PROCEEDINGS = "booktitle = {Conference on Bogs}"


def _report(entry: str, type_: str, dates: str, venue: str = "", **more: Any) -> Report:
    stated = dict(one.split("=") for one in dates.split())
    record = Record(
        id=Doi("10.1234/x"),
        source="crossref",
        type=type_,
        dates={kind: Date.parse(date) for kind, date in stated.items()},
        fields={"container-title": venue} if venue else {},
        **{"title": "Moss in cold bogs", "authors": [RecordAuthor("Ann Lee")], **more},
    )
    kind, fields = entry.split(": ", 1)
    title = "" if " title = " in fields else "title = {Moss in cold bogs}, "
    author = "" if "author" in fields else "author = {Ann Lee}, "
    text = f"@{kind}{{k, {author}{title}{fields}, doi = {{10.1234/x}}}}"
    found = Lookup.found(record.id, record, Origin.NETWORK)
    return check(Case(loads(text, "bibtex")["k"], found, today=2026))


# The entry, the record's type and dates, its venue, and the kinds of what is found.
YEARS = [
    (f"article: {_JOURNAL}, year = 2020", "article-journal", "online=2020 print=2021", ""),
    (f"article: {_JOURNAL}, year = 2021", "article-journal", "online=2020 print=2021", ""),
    (f"article: {_JOURNAL}, year = {{in press}}", "article-journal", "issued=2021", ""),
    ("book: year = {1998--2004}", "book", "issued=2001", ""),
    ("book: year = {1962/1987}", "book", "issued=1987", ""),
    ("book: year = {1998--2004}", "book", "issued=2011", "year"),
    (f"article: {_JOURNAL}, year = 1994", "article-journal", "online=2003", "year"),
    (f"inproceedings: {_PROCEEDINGS}, year = 2018", "paper-conference", "issued=2019", "year"),
]


@pytest.mark.parametrize(("entry", "type_", "dates", "kinds"), YEARS)
def test_a_year_that_can_be_right_is_no_contradiction(
    entry: str, type_: str, dates: str, kinds: str
) -> None:
    venues = {"article-journal": "Moss Journal", "paper-conference": "Conference on Bogs"}
    report = _report(entry, type_, dates, venues.get(type_, ""))
    assert report.is_confirmed, report.reason
    assert [one.kind.value for one in report.findings] == kinds.split()


@pytest.mark.parametrize(
    ("entry", "type_", "dates", "venue"),
    [
        (f"article: {_JOURNAL}, year = 2009", "article-journal", "online=2019", "Moss Journal"),
        (
            f"article: {_JOURNAL}, year = 1994",
            "article-journal",
            "online=2003 print=2003",
            "Moss Journal",
        ),
        (
            f"inproceedings: {_PROCEEDINGS}, year = 2016",
            "paper-conference",
            "issued=2019",
            "Conference on Bogs",
        ),
        (
            f"inproceedings: {_PROCEEDINGS}, year = 2020",
            "paper-conference",
            "issued=2019",
            "Conference on Bogs",
        ),
    ],
)
def test_another_year_contradicts(entry: str, type_: str, dates: str, venue: str) -> None:
    assert _report(entry, type_, dates, venue).is_contradicted


# The entry, the record's type, its venue, and whether the type is said to differ.
TYPES = [
    ("phdthesis: school = {Oslo}", "article-journal", "", False),
    ("phdthesis: school = {Oslo}", "article-journal", "Moss Journal", True),
    ("article: journal = {Moss Papers}", "report", "Moss Papers", False),
    ("article: journal = {Moss Papers}", "report", "", True),
    ("manual: organization = {ISO}", "standard", "", False),
    ("manual: note = {R package}", "software", "", False),
    ("techreport: institution = {SSRN}", "article-journal", "SSRN Electronic Journal", False),
    ("software: version = {2}", "article-journal", "Moss Journal", False),
    ("article: journal = {Moss Journal}", "software", "", True),
    ("book: publisher = {Moss Press}", "chapter", "Moss Handbook", True),
]


@pytest.mark.parametrize(("entry", "type_", "venue", "differs"), TYPES)
def test_types_that_one_work_can_have(entry: str, type_: str, venue: str, differs: bool) -> None:
    report = _report(f"{entry}, year = 2015", type_, "issued=2015", venue)
    assert ("type" in [one.kind.value for one in report.findings]) is differs
    assert not report.is_contradicted


@pytest.mark.parametrize("names", [["Emily Wilson"], ["Homer", "Emily Wilson"]])
def test_a_record_may_list_the_translator_as_author(names: list[str]) -> None:
    entry = "book: author = {Homer}, translator = {Emily Wilson}, year = 2017"
    report = _report(entry, "book", "issued=2017", authors=[*map(RecordAuthor, names)])
    assert report.reason == "Crossref's record lists translators as authors"


@pytest.mark.parametrize(
    ("claimed", "title", "verdict"),
    [
        ("Moss in cold bogs", "Erratum: Moss in cold bogs", "incomplete"),
        ("Moss in cold bogs", "Author Correction: Moss in cold bogs", "incomplete"),
        ("Corrigendum to “Moss in cold bogs”", "Moss in cold bogs", "incomplete"),
        ("Erratum: Moss in cold bogs", "Erratum: Moss in cold bogs", "confirmed"),
        ("Moss in cold bogs", "RETRACTED: Moss in cold bogs", "confirmed-with-variants"),
        ("Moss in cold bogs", "Comment on “Moss in cold bogs”", "suspect"),
    ],
)
def test_a_correction_is_not_the_work(claimed: str, title: str, verdict: str) -> None:
    entry = f"article: year = 2020,  title = {{{claimed}}}"
    report = _report(entry, "article-journal", "issued=2020", title=title)
    assert report.verdict.value == verdict, report.reason
