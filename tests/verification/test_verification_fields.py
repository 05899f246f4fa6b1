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
    if fields == ["volume", "pages"]:
        expected = Verdict.SUSPECT  # another place in the same journal
    assert report.verdict is expected, report
    assert [str(finding.kind) for finding in report.findings] == fields


@pytest.mark.parametrize(
    ("claimed", "actual", "verdict"),
    [
        # Volume and pages are the record's: only two well-known journals are certainly two.
        ("Journal of Political Economy", "American Economic Review", Verdict.SUSPECT),
        ("J. Polit. Econ.", "The American Economic Review", Verdict.SUSPECT),
        ("Nucl. Phys. B", "Phys.Rev.Lett.", Verdict.SUSPECT),
        ("JHEP", "Commun.Math.Phys.", Verdict.SUSPECT),
        ("The Lancet", "The New England journal of medicine", Verdict.SUSPECT),
        ("PLoS ONE", "Nature", Verdict.SUSPECT),
        ("QJE", "Econometrica", Verdict.SUSPECT),
        # Journals change their names, and one grows out of another.
        ("ApJL", "The Astrophysical Journal", Verdict.CONFIRMED_WITH_VARIANTS),
        ("JAMA Psychiatry", "Archives of General Psychiatry", Verdict.CONFIRMED_WITH_VARIANTS),
        ("Information and Control", "Information and Computation", Verdict.CONFIRMED_WITH_VARIANTS),
        ("Phys. Rev.", "Physical Review Journals Archive", Verdict.CONFIRMED_WITH_VARIANTS),
        ("Physica", "Physica A: Statistical Mechanics", Verdict.CONFIRMED_WITH_VARIANTS),
    ],
)
def test_another_journal_is_suspect_if_both_are_known(
    claimed: str, actual: str, verdict: Verdict
) -> None:
    record = RECORD.evolve(fields={**RECORD.fields, "container-title": actual})
    report = verify(
        reference(journal=claimed), arxiv=Sources(Lock([record])), today=datetime.date(2026, 1, 1)
    )
    assert report.verdict is verdict, report
    assert "venue" in [str(finding.kind) for finding in report.findings]


@pytest.mark.parametrize(
    ("changes", "held", "verdict"),
    [
        ({"volume": "13", "pages": "201"}, {}, Verdict.SUSPECT),
        ({"volume": "XIII", "pages": "201--9"}, {}, Verdict.SUSPECT),
        ({"volume": "13", "pages": "e201"}, {"page": "", "number": "e101"}, Verdict.SUSPECT),
        # A slip in one of the two is named.
        ({"volume": "21"}, {}, Verdict.CONFIRMED_WITH_VARIANTS),
        ({"pages": "201--209"}, {}, Verdict.CONFIRMED_WITH_VARIANTS),
        ({"volume": "13", "pages": "1--9"}, {"page": "e7"}, Verdict.CONFIRMED_WITH_VARIANTS),
        (
            {"journal": "Angew. Chem.", "volume": "117", "pages": "201--209"},
            {"container-title": "Angewandte Chemie International Edition"},
            Verdict.CONFIRMED_WITH_VARIANTS,
        ),
    ],
)
def test_another_place_in_the_same_journal_is_suspect(
    changes: dict[str, str], held: dict[str, str], verdict: Verdict
) -> None:
    record = RECORD.evolve(fields={**RECORD.fields, **held})
    report = verify(
        reference(**changes), arxiv=Sources(Lock([record])), today=datetime.date(2026, 1, 1)
    )
    assert report.verdict is verdict, report


@pytest.mark.parametrize(
    ("editor", "kinds"),
    [
        ("C. Birkeland", []),
        ("Charles Birkeland and others", []),
        ("Berit Fjord", []),
        ("D. Bellwood", ["editor"]),
        ("Charles Birkeland and David Bellwood", ["editor"]),
        ("", []),
    ],
)
def test_other_editors_of_a_book_are_named(editor: str, kinds: list[str]) -> None:
    editors = [RecordAuthor("Charles Birkeland"), RecordAuthor("Berit Fjord")]
    record = RECORD.evolve(
        type="chapter",
        roles={"editor": editors},
        fields={"container-title": "Reefs of the North", "page": "101-109"},
    )
    changes = {"journal": "", "volume": "", "number": "", "booktitle": "Reefs of the North"}
    asked = reference("incollection", **changes, editor=editor)
    report = verify(asked, arxiv=Sources(Lock([record])), today=datetime.date(2026, 1, 1))
    assert [str(finding.kind) for finding in report.findings if finding.kind == "editor"] == kinds
    assert report.is_confirmed, report


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
