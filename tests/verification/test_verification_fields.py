"""Venue, volume, issue, pages, publisher and type beside the record's."""

from __future__ import annotations

import datetime

import pytest

from refcore.formats import loads
from refcore.model import Date, Doi, Reference
from refcore.records.lock import Lock
from refcore.records.record import Record, RecordAuthor
from refcore.records.sources import Sources
from refcore.verification.fields import compare_fields
from refcore.verification.verdict import Verdict
from refcore.verification.verify import verify

RECORD = Record(
    id=Doi("10.1000/lamps"),
    source="crossref",
    title="Lamps of the Northern Coast",
    authors=[RecordAuthor("Mara Quill"), RecordAuthor("Tobias Fenn")],
    type="article-journal",
    fields={
        "container-title": "Journal of Chemical Physics",
        "volume": "12",
        "issue": "3",
        "page": "101-109",
        "publisher": "AIP Publishing",
    },
    dates={"print": Date.of(2021), "online": Date.of(2020)},
)


def reference(kind: str = "article", **changes: str) -> Reference:
    fields = {
        "title": "Lamps of the Northern Coast",
        "author": "Mara Quill and Tobias Fenn",
        "journal": "J. Chem. Phys.",
        "volume": "12",
        "number": "3",
        "pages": "101--109",
        "year": "2020",
        "doi": "10.1000/lamps",
        **changes,
    }
    text = ",".join(f"{name}={{{value}}}" for name, value in fields.items() if value)
    return next(iter(loads(f"@{kind}{{k,{text}}}", "bibtex")))


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []),
        ({"volume": "", "number": "", "pages": "", "journal": ""}, []),
        ({"pages": "101"}, []),
        ({"pages": "101--9"}, []),
        ({"journal": "The Journal of Chemical Physics"}, []),
        ({"journal": "Journal of Fluid Mechanics"}, ["venue"]),
        ({"volume": "13"}, ["volume"]),
        ({"number": "4"}, ["issue"]),
        ({"pages": "201--209"}, ["pages"]),
        ({"volume": "13", "pages": "201--209"}, ["volume", "pages"]),
    ],
)
def test_fields_that_differ_are_named(changes: dict[str, str], fields: list[str]) -> None:
    asked = reference(**changes)
    assert [found.field for found in compare_fields(asked, RECORD)] == fields
    report = verify(asked, arxiv=Sources(Lock([RECORD])), today=datetime.date(2026, 1, 1))
    expected = Verdict.CONFIRMED_WITH_VARIANTS if fields else Verdict.CONFIRMED
    assert report.verdict is expected, report
    assert [str(finding.kind) for finding in report.findings] == fields


def test_a_book_is_not_an_article_of_a_journal() -> None:
    asked = reference("book", journal="", publisher="Springer", volume="", number="", pages="")
    assert [found.field for found in compare_fields(asked, RECORD)] == ["publisher", "type"]


def test_a_preprints_record_has_no_such_fields() -> None:
    assert compare_fields(reference(volume="99"), RECORD.evolve(source="arxiv")) == ()


@pytest.mark.parametrize(
    ("stated", "fields"),
    [
        ({"number": "e1012"}, []),
        ({"page": "e1012"}, []),
        ({"page": "1012"}, []),
        ({"number": "e1021"}, ["pages"]),
        ({"page": "e1021"}, ["pages"]),
        ({"page": "1-15"}, []),
        ({}, []),
    ],
)
def test_an_article_number_is_compared_with_the_records(
    stated: dict[str, str], fields: list[str]
) -> None:
    record = RECORD.evolve(fields={"volume": "12", **stated})
    found = compare_fields(reference(pages="", eid="e1012"), record)
    assert [one.field for one in found] == fields
