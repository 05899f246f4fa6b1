"""A reference beside a record of a part of its book, and bodies that are cited by an acronym."""

from __future__ import annotations

import pytest

from refcore import Doi, Record, RecordAuthor, loads
from refcore.compare import compare_titles
from refcore.records.lookup import Lookup, Origin
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.report import Report


def _report(entry: str, record: Record) -> Report:
    kind, fields = entry.split(": ", 1)
    reference = loads(f"@{kind}{{k, {fields}, doi = {{10.1234/x}}}}", "bibtex")["k"]
    return check(Case(reference, Lookup.found(record.id, record, Origin.NETWORK), today=2026))


def _record(title: str, type_: str, author: RecordAuthor, venue: str = "") -> Record:
    fields = {"container-title": venue} if venue else {}
    return Record(
        id=Doi("10.1234/x"),
        source="crossref",
        type=type_,
        title=title,
        authors=[author],
        fields=fields,
    )


# The entry, the title and the book of the record, and the verdict.
PARTS = [
    ("book: title = {Handbook of Bogs}, editor = {Ann Lee}", "Ice lenses of lakes", "incomplete"),
    ("book: title = {Handbook of Bogs}, author = {Ann Lee}", "Ice lenses of lakes", "incomplete"),
    (
        "incollection: title = {Peat in the north}, author = {Ann Lee}, booktitle = {Moss}",
        "Ice lenses of lakes",
        "other-paper",
    ),
    (
        "book: title = {Tides of the Lagoon}, author = {Ann Lee}",
        "Ice lenses of lakes",
        "other-paper",
    ),
]


@pytest.mark.parametrize(("entry", "title", "verdict"), PARTS)
def test_the_doi_of_a_chapter_is_not_that_of_another_work(
    entry: str, title: str, verdict: str
) -> None:
    record = _record(title, "chapter", RecordAuthor("Bo Fei"), "Handbook of Bogs")
    report = _report(entry, record)
    assert report.verdict.value == verdict, report.reason


@pytest.mark.parametrize(
    ("short", "name", "verdict"),
    [
        ("ECDC", "European Centre for Disease Prevention and Control", "incomplete"),
        ("EPA", "U.S. Environmental Protection Agency", "confirmed-with-variants"),
        ("NASA", "European Space Agency", "contradicted"),
        ("WHO", "World Bank", "contradicted"),
    ],
)
def test_an_acronym_that_may_be_a_body_does_not_contradict(
    short: str, name: str, verdict: str
) -> None:
    record = _record("Moss in cold bogs", "report", RecordAuthor(name, is_group=True))
    report = _report(f"report: title = {{Moss in cold bogs}}, author = {{{{{short}}}}}", record)
    assert report.verdict.value == verdict, report.reason


@pytest.mark.parametrize(
    ("one", "other", "is_variant"),
    [
        ("Part 3. Moss of cold bogs", "Moss of cold bogs. Part 3", True),
        ("Part III. Moss of cold bogs", "Moss of cold bogs, part 3", True),
        ("Part 3. Moss of cold bogs", "Moss of cold bogs", True),
        ("Part 3. Moss of cold bogs", "Moss of cold bogs. Part 4", False),
        ("Part 2. Moss of cold bogs", "Part 3. Moss of cold bogs", False),
        ("Part 3. Moss", "Moss", False),
        ("Mesons below 5 GeV/c²", "Mesons below 5 GeV", True),
        ("Mesons below 5 GeV/$c^2$", "Mesons below 5 GeV", True),
        ("Mesons below 5 TeV/c^2 in ice", "Mesons below 5 TeV in ice", True),
        ("Protons of 10 GeV/c on lead", "Protons of 10 GeV on lead", True),
        ("Mesons below 5 GeV/c²", "Mesons below 5 TeV/c²", False),
        ("Mesons below 5 GeV/c²", "Mesons below 6 GeV", False),
    ],
)
def test_titles_with_numbers_of_parts_and_units(one: str, other: str, is_variant: bool) -> None:
    for found in (compare_titles(one, other), compare_titles(other, one)):
        assert (found.kind.value != "different") is is_variant, found
