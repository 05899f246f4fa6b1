"""A preprint that is cited as published: what its record on arXiv says of the place."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from refcore.formats import loads
from refcore.index import Index, build
from refcore.model import Doi
from refcore.model.identifiers import ArxivId
from refcore.records.lock import Lock
from refcore.records.record import Record, RecordAuthor
from refcore.records.sources import Sources
from refcore.sources.arxiv.record import arxiv_record
from refcore.verification.paper import PaperKind
from refcore.verification.report import Report
from refcore.verification.verify import verify

TITLE = "Counting Harbour Seals from Kites"
NAMES = ("Ada Lindt", "Berit Oss")
DOI = Doi("10.1000/seals")


def preprint(journal_ref: str = "", comment: str = "", doi: Doi | None = None) -> Record:
    names = [RecordAuthor(name) for name in NAMES]
    number = ArxivId("1901.00001", 2)
    return arxiv_record(number, TITLE, names, journal_ref=journal_ref, comment=comment, doi=doi)


def report_on(fields: str, *records: Record, index: Index | None = None) -> Report:
    kind = "inproceedings" if "booktitle" in fields else "article"
    entry = (
        f"@{kind}{{k, title={{{TITLE}}}, author={{{' and '.join(NAMES)}}}, "
        f"eprint={{1901.00001}}, archiveprefix={{arXiv}}, {fields}}}"
    )
    reference = next(iter(loads(entry, "bibtex")))
    sources = Sources(Lock(records), snapshot=index)
    return verify(reference, arxiv=sources, today=datetime.date(2026, 6, 1))


@pytest.mark.parametrize(
    ("journal_ref", "fields", "verdict"),
    [
        # The place is the same, written otherwise.
        ("Phys.Rev.D76:013009,2007", "journal={Physical Review D}, volume=76", "confirmed"),
        ("Phys. Rev. Lett. 98, 010505 (2007)", "journal={Physical Review Letters}", "confirmed"),
        ("Ice Lett. 98, 55 (2007)", "journal={Ice Lett.}, volume=98, pages={55--60}", "confirmed"),
        ("Ice Lett. 98, 55 (2007)", "journal={Ice Letters}, volume=98, pages={1--6}", "confirmed"),
        ("Ice Lett. 0798:055,2007", "journal={Ice Letters}, volume=7, pages={55}", "confirmed"),
        ("Ice Lett., in press 2007", "journal={Ice Letters}, volume=7, pages={1}", "confirmed"),
        (
            "Ice Lett. 98, 55 (2007)",
            "journal={Ice Letters}, volume=89, pages={1--6}",
            "confirmed-with-variants",
        ),
        ("JHEP 0701:023,2007", "journal={Journal of High Energy Physics}", "confirmed"),
        ("J. Phys. A: Math. Theor. 40 (2007) 1-20", "journal={J. Phys. A}", "confirmed"),
        (
            "In Proc. of the 36th Int. Conf. on Machine Learning, PMLR 97:1-10, 2019",
            "booktitle={ICML}",
            "confirmed",
        ),
        ("Advances in Neural Information Processing Systems 30", "booktitle={NIPS}", "confirmed"),
        ("to appear in Annals of Mathematics", "journal={Ann. of Math.}", "confirmed"),
        ("LNCS 1234, pp 1-12, Springer, 2015", "booktitle={ECCV}", "confirmed"),
        (
            "Physics Letters B 634 (2006) 1-10; Erratum-ibid. B 640 (2006) 300",
            "journal={Phys. Lett. B}",
            "confirmed",
        ),
        ("ICML 2019; JMLR 20 (2020) 1-30", "journal={J. Mach. Learn. Res.}", "confirmed"),
        # The journal goes by two names, and volume and page are the same.
        ("Old Seal Gazette 12 (2007) 45", "journal={Marine Life}, volume=12, pages={45--50}",
         "confirmed"),
        # Another place.
        ("Phys. Rev. D 76, 013009 (2007)", "journal={Physical Review Letters}", "suspect"),
        ("Phys.Rev.D76:013009,2007", "journal={Nuclear Physics B}, volume=700", "suspect"),
        ("J. Phys. A 40 (2007) 1", "journal={J. Phys. B}", "suspect"),
        ("CVPR 2020", "booktitle={ICLR}", "suspect"),
        ("Annals of Statistics 34 (2006) 559-583", "journal={Biometrika}", "suspect"),
        ("To appear in Duke Mathematical Journal", "journal={Annals of Mathematics}", "suspect"),
        # Proceedings and a journal, or a workshop and its conference: both may be right.
        ("JMLR 18 (2017) 1-43", "booktitle={ICML}", "confirmed-with-variants"),
        ("ICML 2017", "journal={Journal of Machine Learning Research}", "confirmed-with-variants"),
        ("ICML 2019 Workshop on Kites", "booktitle={ICML}", "confirmed-with-variants"),
        # Nothing that could be compared.
        ("", "booktitle={NeurIPS}", "incomplete"),
        ("", "journal={Nature}, year=2019", "incomplete"),
        ("Submitted to Nature", "journal={Nature}", "incomplete"),
        # Nothing is claimed.
        ("", "journal={arXiv preprint arXiv:1901.00001}", "confirmed"),
        ("Phys. Rev. D 76, 013009 (2007)", "journal={CoRR}", "confirmed"),
        ("", "year=2019", "confirmed"),
    ],
)  # fmt: skip
def test_the_journal_reference(journal_ref: str, fields: str, verdict: str) -> None:
    report = report_on(fields, preprint(journal_ref))
    assert str(report.verdict) == verdict, report


@pytest.mark.parametrize(
    ("comment", "venue", "verdict"),
    [
        ("Accepted at ICML 2019", "ICML", "confirmed"),
        ("12 pages, 3 figures; to appear at NeurIPS 2019", "NIPS", "confirmed"),
        ("Published as a conference paper at ICLR 2019. Code: x.org", "ICLR", "confirmed"),
        ("12 pages", "ICLR", "incomplete"),
        ("Accepted at the ICML 2019 workshop on kites", "ICML", "incomplete"),
        ("Accepted at ICLR 2019", "ICML", "incomplete"),
    ],
)
def test_the_comment_can_confirm_only(comment: str, venue: str, verdict: str) -> None:
    report = report_on(f"booktitle={{{venue}}}", preprint(comment=comment))
    assert str(report.verdict) == verdict, report


def test_what_is_not_compared_is_said() -> None:
    report = report_on("booktitle={NeurIPS}", preprint())
    assert report.reason.endswith("; the venue was not compared: arXiv names none")
    assert [(one.kind, one.claimed) for one in report.findings] == [(PaperKind.PLACE, "NeurIPS")]


def test_an_article_whose_record_is_missing_is_said() -> None:
    report = report_on("journal={Kite Letters}", preprint(doi=DOI))
    assert report.reason.endswith("names none; the record of doi:10.1000/seals is not at hand")


def test_the_own_doi_of_the_reference_settles_the_venue() -> None:
    fields = {"container-title": "Journal of Marine Life"}
    names = [RecordAuthor(name) for name in NAMES]
    article = Record(id=DOI, source="crossref", title=TITLE, authors=names,
                     type="article-journal", fields=fields)  # fmt: skip
    cited = "journal={J. Mar. Life}, doi={10.1000/seals}"
    assert str(report_on(cited, preprint()).verdict) == "incomplete"
    assert str(report_on(cited, preprint(), article).verdict) == "confirmed"
    other = article.evolve(title="The Trade in Winter Eels", authors=[RecordAuthor("Cy Moss")])
    assert str(report_on(cited, preprint(), other).verdict) == "other-paper"


def test_the_doi_of_the_article_names_the_venue() -> None:
    doi = Doi("10.1109/CVPR42600.2020.00010")
    assert str(report_on("booktitle={CVPR}", preprint(doi=doi)).verdict) == "confirmed"
    report = report_on("booktitle={ICLR}", preprint(doi=doi))
    assert str(report.verdict) == "suspect"
    assert report.reason == "arXiv says that it appeared at CVPR 2020, by its DOI"
    assert str(report_on("booktitle={SEALS}", preprint(doi=doi)).verdict) == "incomplete"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("placed")
    paper = {
        "key": "DBLP:conf/kites/LindtO19",
        "type": "inproceedings",
        "title": TITLE,
        "author": list(NAMES),
        "booktitle": "Proceedings of the 36th International Conference on Machine Learning",
        "year": "2019",
    }
    source = folder / "papers.jsonl"
    source.write_text(json.dumps(paper) + "\n", encoding="utf-8")
    build(source, folder / "papers.sqlite")
    return folder / "papers.sqlite"


@pytest.mark.parametrize(
    ("fields", "verdict", "kinds"),
    [
        ("booktitle={ICML}, year=2019", "confirmed", []),
        ("booktitle={ICLR}, year=2019", "suspect", [PaperKind.VENUE]),
        # It may have appeared in a journal again; that the other venue is known is said.
        ("journal={Kite Letters}, year=2019", "confirmed-with-variants", [PaperKind.VENUE]),
        ("year=2019", "confirmed", []),
    ],
)
def test_a_local_bibliography_knows_the_venue(
    index: Path, fields: str, verdict: str, kinds: list[PaperKind]
) -> None:
    with Index(index) as opened:
        report = report_on(fields, preprint(), index=opened)
    assert (str(report.verdict), [one.kind for one in report.findings]) == (verdict, kinds), report
