"""What a bibliography says of a reference, and what its silence means."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from refcore.cli.exit import Exit, exit_of
from refcore.formats import loads
from refcore.index import Index, build
from refcore.index.row import Row
from refcore.model import ArxivId, Date, Doi, Reference
from refcore.records.lock import Lock
from refcore.records.record import Record, RecordAuthor
from refcore.records.sources import Sources
from refcore.sources.arxiv.record import arxiv_record
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.gather import gather
from refcore.verification.grounds import P_VALID, Ground
from refcore.verification.verdict import Verdict
from refcore.verification.verify import verify
from refcore.verification.weigh import weigh
from refcore.verification.weighed import Known

TITLE = "Sorting Bright Lamps by Their Shadows"
ICML = "International Conference on Machine Learning, ICML {}"
NIPS = "Advances in Neural Information Processing Systems {}: NeurIPS {}"


def paper(key: str, title: str, year: int, venue: str, *names: str, **more: str) -> dict[str, Any]:
    return {
        "key": f"DBLP:{key}",
        "type": "inproceedings",
        "title": title,
        "author": list(names or ("Mara Quill", "Tobias Fenn", "Ingrid Vale")),
        "booktitle": venue,
        "year": str(year),
        "series": "Proceedings of Machine Learning Research",
        **more,
    }


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    papers = [
        paper(f"conf/icml/F{year}{n}", f"Filler {n} of {year}", year, ICML.format(year), "Om Rao")
        for year in (2020, 2021, 2022)
        for n in range(30)
    ]
    papers += [
        paper(f"conf/nips/F{n}", f"Other {n}", 2021, NIPS.format(34, 2021), "Li Wei")
        for n in range(30)
    ]
    papers.append(
        paper("conf/icml/QuillFV21", TITLE, 2021, ICML.format(2021), pages="770–778", volume="139")
    )
    papers.append(
        paper(
            "conf/cvpr/W20",
            "Counting Chairs in Crowded Rooms",
            2020,
            "IEEE Conference on Computer Vision and Pattern Recognition, CVPR 2020",
            "Li Wei",
            doi="10.1109/CVPR42600.2020.00002",
        )
    )
    papers.append(
        paper(
            "conf/cvpr/Q20",
            "Rooms without Any Windows at All",
            2020,
            "IEEE Conference on Computer Vision and Pattern Recognition, CVPR 2020",
            doi="10.1109/CVPR42600.2020.00001",
        )
    )
    papers.append(
        paper(
            "conf/stoc/QuillFV11",
            "Lamps That Compute Slowly at Night",
            2011,
            "Proceedings of the 43rd ACM Symposium on Theory of Computing, STOC 2011, San Jose",
            doi="10.1145/1993636.1990001",
        )
    )
    papers.append(paper("conf/nips/Q01", "Folding Maps in the Rain", 2001, NIPS.format(14, 2001)))
    source = tmp_path_factory.mktemp("index") / "papers.jsonl"
    source.write_text("\n".join(map(json.dumps, papers)))
    return build(source).path


def reference(**changes: str) -> Reference:
    fields = {
        "title": TITLE,
        "author": "Mara Quill and Tobias Fenn and Ingrid Vale",
        "booktitle": "ICML",
        "year": "2021",
        **changes,
    }
    text = ",".join(f"{name}={{{value}}}" for name, value in fields.items() if value)
    return next(iter(loads(f"@inproceedings{{k,{text}}}", "bibtex")))


CASES: list[tuple[dict[str, str], Verdict, Ground]] = [
    ({}, Verdict.CONFIRMED, Ground.AGREES),
    ({"booktitle": "Proc. Int. Conf. Mach. Learn."}, Verdict.CONFIRMED, Ground.AGREES),
    ({"author": "M. Quill and T. Fenn and I. Vale"}, Verdict.CONFIRMED_WITH_VARIANTS,
     Ground.VARIES),
    ({"booktitle": "arXiv", "year": "2020"}, Verdict.CONFIRMED, Ground.AGREES),
    ({"booktitle": ""}, Verdict.CONFIRMED, Ground.AGREES),
    ({"year": "2035"}, Verdict.CONTRADICTED, Ground.YEAR_AHEAD),
    ({"title": "Sorting Dim Lamps by Their Shadows"}, Verdict.SUSPECT, Ground.TITLE_DIFFERS),
    ({"title": "A Theory of Quiet Moths in Winter"}, Verdict.SUSPECT, Ground.SILENCE),
    ({"author": "Mara Quill and Tobias Fenn"}, Verdict.CONTRADICTED, Ground.AUTHORS_DIFFER),
    ({"author": "Tobias Fenn and Mara Quill and Ingrid Vale"}, Verdict.CONTRADICTED,
     Ground.AUTHORS_DIFFER),
    ({"author": "Ada Moth and Bo Wick"}, Verdict.CONTRADICTED, Ground.AUTHORS_OTHER),
    ({"booktitle": "NeurIPS"}, Verdict.CONTRADICTED, Ground.ELSEWHERE),
    ({"booktitle": "ACL"}, Verdict.SUSPECT, Ground.VENUE_DIFFERS),
    ({"booktitle": "Symposium on Lamp Theory"}, Verdict.SUSPECT, Ground.VENUE_UNKNOWN),
    ({"booktitle": "Mach. Learn.", "year": "2023"}, Verdict.INCOMPLETE, Ground.VARIES),
    ({"year": "2020"}, Verdict.CONTRADICTED, Ground.YEAR_DIFFERS),
    ({"doi": "10.9876/lamps.1"}, Verdict.SUSPECT, Ground.DOI_UNKNOWN),
    ({"doi": "10.48550/arXiv.2105.01234"}, Verdict.CONFIRMED, Ground.AGREES),
    ({"doi": "10.5555/3295222.3295349"}, Verdict.CONFIRMED, Ground.AGREES),
    ({"doi": "10.48550/arXiv.2105.01234", "author":
      "Mara Quill and Tobias Fenn and Ingrid Vale and Om Rao"},
     Verdict.INCOMPLETE, Ground.OTHER_VERSION),
    ({"doi": "10.48550/arXiv.2605.01234"}, Verdict.SUSPECT, Ground.BEFORE_PREPRINT),
    ({"doi": "10.1109/CVPR42600.2020.00001"}, Verdict.CONFIRMED, Ground.AGREES),
    ({"title": "Quite Another Thing", "booktitle": "", "doi": "10.1109/CVPR42600.2020.00001"},
     Verdict.OTHER_PAPER, Ground.DOI_OF_ANOTHER),
    ({"title": "Moths at Sea", "booktitle": "NAACL", "year": "2023", "doi": "10.18653/v1/N19-1000"},
     Verdict.CONTRADICTED, Ground.DOI_OF_ELSEWHERE),
    ({"title": "Moths at Sea", "booktitle": "Journal of Moths"}, Verdict.UNCHECKED,
     Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": ""}, Verdict.SUSPECT, Ground.NOWHERE),
    ({"title": "Moths at Sea", "booktitle": "arXiv"}, Verdict.SUSPECT, Ground.NO_ID),
    ({"title": "Moths at Sea", "booktitle": "bioRxiv"}, Verdict.UNCHECKED, Ground.NOT_COVERED),
    # Old papers are posted on arXiv, too, but hardly in computer science.
    ({"title": "Moths at Sea", "booktitle": "Journal of Moths", "year": "1995",
      "eprint": "astro-ph/0612759", "archiveprefix": "arXiv"},
     Verdict.UNCHECKED, Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "", "year": "1995",
      "eprint": "astro-ph/0612759", "archiveprefix": "arXiv"},
     Verdict.SUSPECT, Ground.BEFORE_PREPRINT),
    ({"title": "Moths at Sea", "booktitle": "Journal of Moths", "year": "1995",
      "eprint": "cs/0612759", "archiveprefix": "arXiv"},
     Verdict.SUSPECT, Ground.BEFORE_PREPRINT),
    # Another work of the same people, with a title that begins alike.
    ({"title": "Sorting Bright Lamps by Several Other Means", "booktitle": "Journal of Moths",
      "year": "2015"}, Verdict.UNCHECKED, Ground.NOT_COVERED),
    ({"title": "Sorting Bright Lamps by Several Other Means"},
     Verdict.SUSPECT, Ground.TITLE_DIFFERS),
    ({"title": "Moths at Sea", "booktitle": "", "url": "https://moths.example/sea"},
     Verdict.UNCHECKED, Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "", "publisher": "Harbour Press"},
     Verdict.UNCHECKED, Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "", "note": "see moths.example.org"},
     Verdict.UNCHECKED, Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "", "note": "To appear, e.g.in print"},
     Verdict.SUSPECT, Ground.NOWHERE),
    # Proceedings that a press printed in the year after the meeting.
    ({"title": "Folding Maps in the Rain", "year": "2002", "booktitle":
      "Advances in Neural Information Processing Systems 14"},
     Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES),
    ({"title": "Folding Maps in the Rain", "year": "2002", "booktitle": "NIPS", "volume": "14"},
     Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES),
    ({"title": "Folding Maps in the Rain", "year": "2002", "booktitle": "NIPS"},
     Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES),
    ({"title": "Folding Maps in the Rain", "year": "2000", "booktitle": "NIPS"},
     Verdict.CONTRADICTED, Ground.YEAR_DIFFERS),
    ({"title": "Folding Maps in the Rain", "year": "2002", "booktitle": "NIPS", "volume": "15"},
     Verdict.CONTRADICTED, Ground.YEAR_DIFFERS),
    ({"title": "Folding Maps in the Rain", "year": "2003", "booktitle": "NIPS", "volume": "14"},
     Verdict.CONTRADICTED, Ground.YEAR_DIFFERS),
    # The year of a preprint beside the name of a meeting with its own year.
    ({"booktitle": "2021 International Conference on Machine Learning (ICML)", "year": "2020"},
     Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES),
    ({"booktitle": "2021 International Conference on Machine Learning (ICML)", "year": "2019"},
     Verdict.CONTRADICTED, Ground.YEAR_DIFFERS),
    ({"author": "Anonymous"}, Verdict.INCOMPLETE, Ground.OTHER_VERSION),
    # A volume beside the proceedings: the silence of the index says nothing of it.
    ({"title": "Moths at Sea", "booktitle": "ICML Companion"}, Verdict.UNCHECKED,
     Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "ICML, Companion Volume"}, Verdict.UNCHECKED,
     Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "ICML Deep Learning for Audio"}, Verdict.UNCHECKED,
     Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "NeurIPS Datasets and Benchmarks Track"},
     Verdict.UNCHECKED, Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "ICML (Poster)"}, Verdict.SUSPECT, Ground.SILENCE),
    ({"title": "Moths at Sea", "booktitle": "Proc. Adv. Neural Inf. Process. Syst."},
     Verdict.SUSPECT, Ground.SILENCE),
    ({"title": "Moths at Sea", "booktitle": "ICML, volume 139 of Proceedings of Machine Learning "
      "Research"}, Verdict.SUSPECT, Ground.SILENCE),
    # The title of a preprint that was not fetched.
    ({"title": "Sorting Very Bright Lamps by Their Shadows", "booktitle":
      "arXiv preprint arXiv:2105.01234"}, Verdict.INCOMPLETE, Ground.OTHER_VERSION),
    ({"title": "Sorting Very Bright Lamps by Their Shadows", "booktitle": "",
      "doi": "10.48550/arXiv.2105.01234"}, Verdict.INCOMPLETE, Ground.OTHER_VERSION),
    ({"title": "Sorting Very Bright Lamps by Their Shadows", "doi":
      "10.48550/arXiv.2105.01234"}, Verdict.SUSPECT, Ground.TITLE_DIFFERS),
    ({"title": "Sorting Very Bright Lamps by Their Shadows", "author": "Ada Moth and Bo Wick",
      "booktitle": "arXiv preprint arXiv:2105.01234"}, Verdict.UNCHECKED, Ground.NOT_COVERED),
    # People may join a paper after the preprint that is cited: its article proves nothing.
    ({"booktitle": "arXiv preprint arXiv:2105.01234", "author":
      "Mara Quill and Tobias Fenn and Om Rao and Li Wei and Ingrid Vale"},
     Verdict.SUSPECT, Ground.AUTHORS_DIFFER),
    ({"booktitle": "", "eprint": "2105.01234", "archiveprefix": "arXiv", "author":
      "Mara Quill and Om Rao and Li Wei and Bo Wick and Tobias Fenn and Ingrid Vale"},
     Verdict.SUSPECT, Ground.AUTHORS_DIFFER),
    ({"eprint": "2105.01234", "archiveprefix": "arXiv", "author":
      "Mara Quill and Om Rao and Li Wei and Bo Wick and Tobias Fenn and Ingrid Vale"},
     Verdict.CONTRADICTED, Ground.AUTHORS_DIFFER),
    # A workshop of a meeting, before the paper.
    ({"booktitle": "Proceedings of the 2020 EMNLP Workshop on Lamps", "year": "2020"},
     Verdict.INCOMPLETE, Ground.VARIES),
    ({"booktitle": "Proceedings of the 2020 EMNLP Workshop on Lamps", "year": "2020",
      "doi": "10.18653/v1/W20-5446"}, Verdict.INCOMPLETE, Ground.VARIES),
    ({"booktitle": "Proceedings of the CVPR Workshop on Lamps", "year": "2021"},
     Verdict.INCOMPLETE, Ground.VARIES),
    ({"booktitle": "Proceedings of the 2023 EMNLP Workshop on Lamps", "year": "2023"},
     Verdict.SUSPECT, Ground.VENUE_DIFFERS),
    ({"booktitle": "Workshop on the Theory of Lamps", "year": "2020"},
     Verdict.SUSPECT, Ground.VENUE_UNKNOWN),
    # The abstract or the demonstration of a paper has pages of its own.
    ({"title": f"{TITLE}: A Demonstration on a Lamp", "pages": "990--991"},
     Verdict.SUSPECT, Ground.TITLE_DIFFERS),
    ({"title": f"{TITLE} (Student Abstract)", "pages": "990--991"},
     Verdict.SUSPECT, Ground.TITLE_DIFFERS),
    ({"title": f"{TITLE}: A Demonstration on a Lamp", "pages": "770--778"},
     Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES),
    ({"title": f"{TITLE} (Student Abstract)", "pages": "1--9"},
     Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES),
    ({"pages": "990--991"}, Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES),
    # Half of an id, as Google Scholar exports it.
    ({"title": "Moths at Sea", "booktitle": "arXiv e-prints", "pages": "arXiv--2105"},
     Verdict.UNCHECKED, Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "arXiv e-prints", "pages": "2105"},
     Verdict.UNCHECKED, Ground.NOT_COVERED),
    # People cite arXiv by hand without an id; only a paper of the meeting "arXiv" is suspect.
    ({"title": "Moths at Sea", "booktitle": "arXiv", "url": "https://moths.example/sea"},
     Verdict.UNCHECKED, Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "arXiv", "note": "under review"},
     Verdict.UNCHECKED, Ground.NOT_COVERED),
    ({"title": "Moths at Sea", "booktitle": "arXiv", "year": "2024"},
     Verdict.UNCHECKED, Ground.NOT_COVERED),
    # The preprint may have another title than the paper.
    ({"title": f"Towards {TITLE}", "booktitle": "arXiv"}, Verdict.INCOMPLETE,
     Ground.OTHER_VERSION),
    ({"title": "Your Title Here"}, Verdict.SUSPECT, Ground.PLACEHOLDER),
    ({"author": "First Author and Second Author"}, Verdict.SUSPECT, Ground.PLACEHOLDER),
]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "year", "more", "verdict", "ground"),
    [
        # The journal of the meeting's subject prints the paper some years later.
        ("article", 2013, "volume={9}", Verdict.INCOMPLETE, Ground.OTHER_VERSION),
        ("article", 2013, "volume={9}, doi={10.4086/toc.2013.v009a001}", Verdict.INCOMPLETE,
         Ground.OTHER_VERSION),
        ("article", 2011, "volume={7}, doi={10.4086/toc.2011.v007a001}", Verdict.INCOMPLETE,
         Ground.OTHER_VERSION),
        ("article", 2013, "", Verdict.CONTRADICTED, Ground.YEAR_DIFFERS),
        ("article", 2009, "volume={5}", Verdict.CONTRADICTED, Ground.YEAR_DIFFERS),
        ("article", 2019, "volume={15}", Verdict.CONTRADICTED, Ground.YEAR_DIFFERS),
        ("inproceedings", 2013, "volume={9}", Verdict.CONTRADICTED, Ground.YEAR_DIFFERS),
    ],
)  # fmt: skip
def test_a_journal_named_after_the_subject_of_a_meeting(
    index: Path, entry: str, year: int, more: str, verdict: Verdict, ground: Ground
) -> None:
    where = "journal" if entry == "article" else "booktitle"
    fields = f"title={{Lamps That Compute Slowly at Night}}, year={year}, {more}"
    names = "author={Mara Quill and Tobias Fenn and Ingrid Vale}"
    text = f"@{entry}{{a, {fields}, {names}, {where}={{Theory of Computing}}}}"
    (asked,) = loads(text, "bibtex")
    with Index(index) as opened:
        found = weigh(asked, gather(asked, opened), today=2026)
    assert (found.verdict, found.ground) == (verdict, ground), found.reason


@pytest.mark.parametrize("journal", ["arXiv", "ArXiv", "arXiv preprint", "arXiv e-prints", "CoRR"])
def test_a_journal_named_arxiv_without_an_id_is_not_suspect(index: Path, journal: str) -> None:
    fields = f"title={{Moths at Sea}}, author={{Om Rao}}, year=2019, journal={{{journal}}}"
    (asked,) = loads(f"@article{{a, {fields}}}", "bibtex")
    with Index(index) as opened:
        found = weigh(asked, gather(asked, opened), today=2026)
    assert (found.verdict, found.ground) == (Verdict.UNCHECKED, Ground.NOT_COVERED)


@pytest.mark.parametrize(("changes", "verdict", "ground"), CASES)
def test_what_is_said(
    index: Path, changes: dict[str, str], verdict: Verdict, ground: Ground
) -> None:
    asked = reference(**changes)
    with Index(index) as opened:
        found = weigh(asked, gather(asked, opened), today=2026)
    assert (found.verdict, found.ground) == (verdict, ground), found.reason
    assert found.reason


def test_a_dropped_venue_is_not_a_difference_where_nothing_is_known() -> None:
    assert weigh(reference(), Known(), today=2026).verdict is Verdict.UNCHECKED


@pytest.mark.parametrize(
    ("key", "title", "verdict"),
    [
        ("Quill2021MothsAS", "Moths at Sea", Verdict.UNCHECKED),
        ("Quill2021STMothsAS", "ST-Moths: At Sea", Verdict.UNCHECKED),
        ("Quill2021AMS", "A Moth's Sea", Verdict.UNCHECKED),
        ("Quill2021MothsAS-2", "Moths at Sea", Verdict.UNCHECKED),
        ("quill2021moths", "Moths at Sea", Verdict.SUSPECT),
        ("Quill2020MothsAS", "Moths at Sea", Verdict.SUSPECT),
    ],
)
def test_an_export_of_semantic_scholar_names_no_venue(
    key: str, title: str, verdict: Verdict
) -> None:
    asked = reference(title=title, booktitle="").evolve(key=key)
    assert weigh(asked, Known(), today=2026).verdict is verdict


def test_every_ground_has_a_probability() -> None:
    assert set(P_VALID) == set(Ground)
    assert all(0 < p < 1 for p in P_VALID.values())
    assert P_VALID[Ground.NOT_COVERED] == 0.5
    assert P_VALID[Ground.AGREES] > 0.99


def test_the_reason_names_the_evidence(index: Path) -> None:
    asked = reference(booktitle="NeurIPS")
    with Index(index) as opened:
        found = weigh(asked, gather(asked, opened), today=2026)
    assert "dblp, which has all 30 papers" in found.reason
    assert "dblp:conf/icml/QuillFV21 is of International Conference" in found.reason


DAY = datetime.date(2026, 5, 1)


def test_verify_weighs_what_has_no_record(index: Path) -> None:
    asked = [
        reference(),
        reference(title="A Theory of Quiet Moths in Winter"),
        reference(author="Mara Quill and Bo Wick and Ingrid Vale"),
        reference(title="Moths at Sea", booktitle="Journal of Moths"),
        reference(year="2031"),
    ]
    with Index(index) as opened:
        reports = verify(asked, arxiv=Sources(snapshot=opened), today=DAY)
    assert [report.verdict for report in reports] == [
        Verdict.CONFIRMED,
        Verdict.SUSPECT,
        Verdict.CONTRADICTED,
        Verdict.UNCHECKED,
        Verdict.CONTRADICTED,
    ]
    assert [report.p_valid > 0.5 for report in reports] == [True, False, False, False, False]
    assert reports[3].p_valid == 0.5
    assert "Wick" in str(reports[2])
    assert "dblp:conf/icml/QuillFV21" in str(reports[2])
    assert exit_of(reports[:1]) is Exit.CONFIRMED
    assert exit_of(reports[:2]) is Exit.CONTRADICTED
    assert exit_of(reports[3:4]) is Exit.UNCHECKED
    evidence = reports[2].to_dict()["evidence"]
    assert (evidence["key"], evidence["ground"]) == ("conf/icml/QuillFV21", "authors-other")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"doi": "10.48550/arXiv.2105.01234"}, "arXiv:2105.01234 was not compared"),
        ({"eprint": "2105.01234", "archiveprefix": "arXiv"}, "arXiv:2105.01234 was not compared"),
        ({"doi": "10.5555/3295222.3295349"}, "doi:10.5555/3295222.3295349 was not compared"),
        ({"pmid": "12345678"}, "pmid:12345678 was not compared"),
        ({"url": "https://arxiv.org/abs/2105.01234"}, "arXiv:2105.01234 was not compared"),
    ],
)
def test_an_identifier_that_nobody_knows_is_not_confirmed_by_the_title(
    index: Path, changes: dict[str, str], said: str
) -> None:
    with Index(index) as opened:
        report = verify(reference(**changes), arxiv=Sources(snapshot=opened), today=DAY)
    assert report.verdict is Verdict.INCOMPLETE
    assert said in report.reason
    assert report.p_valid > 0.9  # the work exists; only its identifier is open


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"pages": "770--778", "volume": "139"}, []),
        ({"pages": "770--8"}, []),
        ({"pages": "100--110"}, ["pages"]),
        ({"pages": "770--779", "volume": "138"}, ["volume", "pages"]),
        ({"pages": "1--9", "booktitle": "arXiv"}, []),
        ({"number": "4"}, []),
    ],
)
def test_volume_and_pages_are_compared_with_the_works(
    index: Path, changes: dict[str, str], said: list[str]
) -> None:
    with Index(index) as opened:
        report = verify(reference(**changes), arxiv=Sources(snapshot=opened), today=DAY)
    assert [finding.kind.value for finding in report.findings] == said
    varies = Verdict.CONFIRMED_WITH_VARIANTS if said else Verdict.CONFIRMED
    assert report.verdict is varies


def test_pages_of_another_publication_are_not_compared(index: Path) -> None:
    asked = reference(pages="1--9", booktitle="Mach. Learn.", year="2023")
    with Index(index) as opened:
        report = verify(asked, arxiv=Sources(snapshot=opened), today=DAY)
    assert report.verdict is Verdict.INCOMPLETE
    assert "pages" not in {finding.kind.value for finding in report.findings}


def test_a_report_is_open_where_only_what_it_became_is_known(index: Path) -> None:
    fields = "title={%s}, author={Mara Quill and Tobias Fenn and Ingrid Vale}, year={2021}"
    text = f"@techreport{{k, {fields % TITLE}, institution={{Lamp Office}}, number={{12}}}}"
    asked = next(iter(loads(text, "bibtex")))
    with Index(index) as opened:
        report = verify(asked, arxiv=Sources(snapshot=opened), today=DAY)
    assert report.verdict is Verdict.INCOMPLETE
    assert "the report itself is not known" in report.reason


def test_a_year_ahead_is_false_whatever_the_record_says() -> None:
    record = arxiv_record(ArxivId("2105.01234", 1), TITLE, [RecordAuthor("Mara Quill")])
    asked = reference(
        author="Mara Quill", year="2035", eprint="2105.01234", archiveprefix="arXiv", booktitle=""
    )
    sources = Sources(Lock([record]))
    assert verify(asked, arxiv=sources, today=DAY).verdict is Verdict.CONTRADICTED
    later = verify(asked, arxiv=sources, today=datetime.date(2035, 1, 1))
    assert not later.is_contradicted


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, Verdict.CONFIRMED),
        ({"title": "Rooms without Any Doors at All"}, Verdict.SUSPECT),
        ({"booktitle": "NeurIPS", "year": "2021"}, Verdict.CONTRADICTED),
        ({"year": "2019"}, Verdict.CONTRADICTED),
        ({"title": "Moths in the Dark of the Moon"}, Verdict.OTHER_PAPER),
    ],
)
def test_a_record_found_by_its_doi_is_weighed_too(
    index: Path, changes: dict[str, str], verdict: Verdict
) -> None:
    fields = {
        "title": "Rooms without Any Windows at All",
        "booktitle": "CVPR",
        "year": "2020",
        "doi": "10.1109/CVPR42600.2020.00001",
        **changes,
    }
    with Index(index) as opened:
        report = verify(reference(**fields), arxiv=Sources(snapshot=opened), today=DAY)
    assert report.record is not None
    assert report.verdict is verdict


def test_the_right_doi_is_said_where_all_else_is_a_works_own(index: Path) -> None:
    asked = reference(
        title="Rooms without Any Windows at All",
        booktitle="CVPR",
        year="2020",
        doi="10.1109/CVPR42600.2020.00002",
    )
    with Index(index) as opened:
        report = verify(asked, arxiv=Sources(snapshot=opened), today=DAY)
    assert report.verdict is Verdict.INCOMPLETE
    assert [str(one.kind) for one in report.findings] == ["doi"]
    assert 'belongs to "Counting Chairs in Crowded Rooms"' in report.reason
    assert "has the DOI 10.1109/cvpr42600.2020.00001" in report.reason
    assert report.p_valid > 0.5


def test_one_record_is_enough_to_doubt_a_title_a_venue_and_a_year() -> None:
    record = Record(
        id=Doi("10.1000/a"),
        source="crossref",
        title="Rooms without Any Windows at All",
        authors=[RecordAuthor("Mara Quill")],
        type="paper-conference",
        fields={"container-title": "International Conference on Machine Learning"},
        dates={"issued": Date.of(2020)},
    )
    same = {"title": record.title, "author": "Mara Quill", "year": "2020", "doi": "10.1000/a"}
    sources = Sources(Lock([record]))

    def verdict(**changes: str) -> Verdict:
        return verify(reference(**{**same, **changes}), arxiv=sources, today=DAY).verdict

    assert verdict() in (Verdict.CONFIRMED, Verdict.CONFIRMED_WITH_VARIANTS)
    assert verdict(title="Rooms without Any Doors at All") is Verdict.SUSPECT
    assert verdict(title="Moths in the Dark of the Moon") is Verdict.SUSPECT
    assert verdict(title="Комнаты совсем без окон") is Verdict.INCOMPLETE
    assert verdict(booktitle="CVPR") is Verdict.SUSPECT
    assert verdict(year="2018") is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("doi", "year", "verdict"),
    [
        ("10.1000/journal", "2022", Verdict.INCOMPLETE),  # the journal's, a year later
        ("10.1109/other", "2022", Verdict.CONTRADICTED),  # the meeting's registrant
        ("10.1000/journal", "2019", Verdict.CONTRADICTED),  # before the meeting
    ],
)
def test_a_journals_article_is_not_the_meetings_paper(
    doi: str, year: str, verdict: Verdict
) -> None:
    title, names = "Lamps on Piers", "Mara Quill\nTobias Fenn"
    venue = "Symposium on Piers"
    row = Row(
        "dblp",
        "conf/p/1",
        1,
        title,
        names,
        "paper-conference",
        venue,
        "",
        2021,
        "10.1109/p.1",
        None,
    )
    bib = f"@article{{k, title={{{title}}}, author={{Mara Quill and Tobias Fenn}}, "
    bib += f"journal={{Journal of Lamps}}, volume={{4}}, year={{{year}}}, doi={{{doi}}}}}"
    found = weigh(next(iter(loads(bib, "bibtex"))), Known(works=(row,)), today=2026)
    assert found is not None
    assert found.verdict is verdict, found.reason


def test_the_dois_of_a_preprint_say_nothing() -> None:
    row = Row("arxiv", "2105.01234", 1, TITLE, "Mara Quill\nTobias Fenn\nIngrid Vale", "article",
              "", "", 2021, "10.1000/journal", {})  # fmt: skip
    for doi in ("10.9999/proceedings.1", "10.1000/journal"):
        for held in (row, row._replace(doi="")):
            found = weigh(reference(doi=doi), Known(works=(held,)), today=2026)
            assert found.verdict is Verdict.CONFIRMED, found.reason


@pytest.mark.parametrize(
    ("eprint", "verdict", "reason"),
    [
        ("", Verdict.UNCHECKED, "no identifier to check"),
        ("to appear", Verdict.UNCHECKED, "'to appear' is not an arXiv id"),
        ("1704.01701; 1705.00001", Verdict.UNCHECKED, "is not an arXiv id"),
        ("9901234", Verdict.UNCHECKED, "is not an arXiv id"),
        ("2513.00001", Verdict.NOT_FOUND, "month 13 does not exist"),
        ("1704.0170", Verdict.NOT_FOUND, "since 1501 the number has 5 digits"),
    ],
)
def test_only_a_number_that_cannot_be_proves_that_a_preprint_is_not(
    eprint: str, verdict: Verdict, reason: str
) -> None:
    asked = reference(archiveprefix="arXiv", primaryclass="stat.ML", eprint=eprint)
    found = check(Case(asked, None))
    assert found.verdict is verdict
    assert reason in found.reason
