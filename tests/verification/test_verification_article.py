"""A preprint that became an article: where that appeared, and whether the reference says so."""

from __future__ import annotations

import datetime

import pytest

from refcore.formats import loads
from refcore.model import Date, Doi, Reference
from refcore.model.identifiers import ArxivId
from refcore.records.lock import Lock
from refcore.records.lookup import Lookup, Origin
from refcore.records.record import Record, RecordAuthor, Relation
from refcore.records.sources import Sources
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.paper import PaperKind
from refcore.verification.report import Report
from refcore.verification.verdict import Verdict
from refcore.verification.verify import verify

NAMES = ("Ada Lindt", "Berit Oss")
TITLE = "Sorting Harbour Moths by Their Glow"
DOI = Doi("10.1000/moths")
PREPRINT = Record(
    id=ArxivId("2101.00001", 2),
    source="arxiv",
    title=TITLE,
    authors=[RecordAuthor(name) for name in NAMES],
    type="article",
    dates={"issued": Date.of(2021, 1, 4), "updated": Date.of(2021, 6, 1)},
    relations=[Relation("article", DOI)],
)
ARTICLE = Record(
    id=DOI,
    source="crossref",
    title=TITLE,
    authors=[RecordAuthor(name) for name in NAMES],
    type="article-journal",
    dates={"issued": Date.of(2022)},
    fields={
        "container-title": "Journal of Harbour Studies",
        "volume": "12",
        "issue": "3",
        "page": "101-109",
    },
)
PAPER = ARTICLE.evolve(
    type="paper-conference",
    fields={
        "container-title": "2022 IEEE/CVF Conference on Computer Vision and Pattern Recognition"
    },
)


def cited(kind: str = "article", **fields: str) -> Reference:
    values = {
        "title": TITLE,
        "author": " and ".join(NAMES),
        "year": "2021",
        "eprint": "2101.00001",
        "archiveprefix": "arXiv",
        **fields,
    }
    text = ",".join(f"{name}={{{value}}}" for name, value in values.items() if value)
    return next(iter(loads(f"@{kind}{{k,{text}}}", "bibtex")))


def report_on(reference: Reference, *records: Record) -> Report:
    today = datetime.date(2026, 6, 1)
    return verify(reference, arxiv=Sources(Lock(records)), today=today)


def findings(report: Report) -> dict[PaperKind, str]:
    return {one.kind: one.rule for one in report.findings}


def test_where_a_preprint_was_published_is_said() -> None:
    report = report_on(cited("misc"), PREPRINT, ARTICLE)
    assert report.verdict is Verdict.CONFIRMED
    assert findings(report)[PaperKind.PUBLISHED] == (
        "the preprint was published as doi:10.1000/moths: "
        "Journal of Harbour Studies 12(3), 101-109, 2022"
    )
    assert report.article == ARTICLE
    said = report.to_dict()["article"]
    assert said["doi"] == "10.1000/moths"
    assert said["fields"]["page"] == "101-109"


def test_without_the_articles_record_its_doi_is_said() -> None:
    report = report_on(cited("misc"), PREPRINT)
    assert report.verdict is Verdict.CONFIRMED
    assert findings(report)[PaperKind.PUBLISHED].endswith("published as doi:10.1000/moths")
    assert report.article is None


@pytest.mark.parametrize(
    ("article", "kind", "fields", "verdict", "named"),
    [
        (PAPER, "inproceedings", {"booktitle": "CVPR", "year": "2022"}, "confirmed", set()),
        (PAPER, "inproceedings", {"booktitle": "Proc. CVPR"}, "confirmed", set()),
        (PAPER, "inproceedings", {"booktitle": "ICLR"}, "suspect", {PaperKind.VENUE}),
        (PAPER, "inproceedings", {"booktitle": "Symposium on Lamps"}, "suspect", {PaperKind.VENUE}),
        (ARTICLE, "article", {"journal": "J. Harbour Stud.", "volume": "12"}, "confirmed", set()),
        (
            ARTICLE,
            "article",
            {"journal": "Journal of Harbour Studies", "volume": "13"},
            "confirmed-with-variants",
            {PaperKind.VOLUME},
        ),
        (ARTICLE, "article", {"journal": "arXiv preprint arXiv:2101.00001"}, "confirmed", set()),
    ],
)
def test_a_preprint_that_is_cited_as_published(
    article: Record, kind: str, fields: dict[str, str], verdict: str, named: set[PaperKind]
) -> None:
    report = report_on(cited(kind, **fields), PREPRINT, article)
    assert str(report.verdict) == verdict, report
    assert set(findings(report)) - {PaperKind.PUBLISHED} == named


def test_an_article_of_another_title_says_nothing() -> None:
    other = PAPER.evolve(title="Catching Winter Eels in the Rivers of the North")
    report = report_on(cited("inproceedings", booktitle="ICLR"), PREPRINT, other)
    assert report.verdict is Verdict.INCOMPLETE
    assert report.article is None


JOURNAL = {"eprint": "", "archiveprefix": "", "doi": "10.1000/moths", "year": "2022"}


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        (
            {"journal": "Journal of Harbour Studies", "volume": "12", "pages": "101--109"},
            "confirmed",
        ),
        # Venue, volume and pages all name another place.
        ({"journal": "Annals of Eels", "volume": "7", "pages": "1--9"}, "suspect"),
        # A journal that changed its name, and one that nobody can compare further.
        (
            {"journal": "Harbour Letters", "volume": "12", "pages": "101--109"},
            "confirmed-with-variants",
        ),
        ({"journal": "Annals of Eels"}, "confirmed-with-variants"),
    ],
)
def test_an_article_that_is_cited_of_another_journal(fields: dict[str, str], verdict: str) -> None:
    report = report_on(cited("article", **JOURNAL, **fields), ARTICLE)
    assert str(report.verdict) == verdict, report


@pytest.mark.parametrize(
    ("year", "relations", "eprint", "verdict"),
    [
        ("2022", [], "", "confirmed"),
        # The preprint's year, where the record or the reference names the preprint.
        ("2020", [Relation("preprint", ArxivId("2011.00001"))], "", "confirmed-with-variants"),
        ("2020", [], "2011.00001", "confirmed-with-variants"),
        ("2020", [], "", "contradicted"),
        ("2019", [Relation("preprint", ArxivId("2011.00001"))], "", "contradicted"),
    ],
)
def test_the_year_of_the_preprint_beside_the_article(
    year: str, relations: list[Relation], eprint: str, verdict: str
) -> None:
    paper = PAPER.evolve(relations=relations)
    fields = {"year": year, "booktitle": "CVPR", "doi": "10.1000/moths"}
    asked = cited("inproceedings", **{**fields, "eprint": "", "archiveprefix": ""})
    asked = asked.evolve(arxiv=ArxivId(eprint) if eprint else None)
    report = check(Case(asked, Lookup.found(DOI, paper, Origin.LOCK), today=2026))
    assert str(report.verdict) == verdict, report
    assert (PaperKind.YEAR in findings(report)) is (year != "2022")


@pytest.mark.parametrize(("kind", "fields"), [("misc", {}), ("article", {"journal": "bioRxiv"})])
def test_a_preprint_of_another_server_that_was_published(kind: str, fields: dict[str, str]) -> None:
    doi = Doi("10.1000/early")
    early = PREPRINT.evolve(id=doi, source="crossref", details={})
    reference = cited(kind, doi=str(doi), eprint="", archiveprefix="", **fields)
    report = report_on(reference, early, ARTICLE)
    assert (report.verdict, report.article) == (Verdict.CONFIRMED, ARTICLE)
    assert (
        "Journal of Harbour Studies 12(3), 101-109, 2022" in findings(report)[PaperKind.PUBLISHED]
    )


POSTED = PREPRINT.evolve(
    id=Doi("10.1000/posted"), source="crossref", dates={"posted": Date.of(2021, 1, 4)}
)


@pytest.mark.parametrize(
    ("year", "said"),
    [("2022", {PaperKind.PUBLISHED}), ("2019", {PaperKind.PUBLISHED, PaperKind.YEAR})],
)
def test_an_article_with_the_doi_of_its_preprint(year: str, said: set[PaperKind]) -> None:
    fields = {"eprint": "", "archiveprefix": "", "doi": "10.1000/posted", "year": year}
    reference = cited(journal="Journal of Harbour Studies", volume="12", **fields)
    found = findings(report_on(reference, POSTED, ARTICLE))
    assert set(found) == said
    assert found[PaperKind.PUBLISHED] == (
        "the DOI is the preprint's; the article is doi:10.1000/moths"
    )


@pytest.mark.parametrize(
    "server",
    ["Research Square", "EarthArXiv", "NutriXiv", "Authorea", "ESS Open Archive", "viXra",
     "Cryptology ePrint Archive", "Cold Spring Harbor Laboratory", "SciELO Preprints"],
)  # fmt: skip
def test_a_server_of_preprints_is_no_other_venue(server: str) -> None:
    fields = {"eprint": "", "archiveprefix": "", "doi": "10.1000/posted", "journal": server}
    found = findings(report_on(cited(**fields), POSTED, ARTICLE))
    assert set(found) == {PaperKind.PUBLISHED}
    assert "Journal of Harbour Studies 12(3), 101-109, 2022" in found[PaperKind.PUBLISHED]
