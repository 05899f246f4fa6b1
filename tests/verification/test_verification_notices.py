"""What became of a work is said first, with its date and notice, in every output."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli
from refcore.formats import loads
from refcore.index import Index, build
from refcore.index.row import Row
from refcore.model import Date, Doi
from refcore.records.lock import Lock, write_lock
from refcore.records.lookup import Lookup, Origin
from refcore.records.record import Notice, Record, RecordAuthor
from refcore.records.sources import Sources
from refcore.verification.annotations import github, sarif_results
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.html.notebook import report_html
from refcore.verification.report import Report
from refcore.verification.verdict import Verdict
from refcore.verification.verify import verify
from refcore.verification.weighed import Known

NAMES = ("Ada Lindt", "Berit Oss")
DOI = Doi("10.1000/moths")
NOTICE = Doi("10.1000/moths.notice")
WORDS = {
    "retracted": "the paper is retracted (2021-03-04), see doi:10.1000/moths.notice",
    "withdrawn": "the paper is withdrawn (2021-03-04), see doi:10.1000/moths.notice",
    "concern": (
        "the publisher has expressed concern about it (2021-03-04), see doi:10.1000/moths.notice"
    ),
    "corrected": "there is a correction of it (2021-03-04), see doi:10.1000/moths.notice",
}


def record(kind: str, names: tuple[str, ...] = NAMES) -> Record:
    return Record(
        id=DOI,
        source="crossref",
        title="Sorting Harbour Moths",
        authors=[RecordAuthor(name) for name in names],
        type="article-journal",
        dates={"issued": Date.of(2020)},
        notices=[Notice(kind, Date.of(2021, 3, 4), NOTICE, "publisher", "Notice")],
    )


def report_on(kind: str, names: tuple[str, ...] = NAMES, claimed: str = "") -> Report:
    found = record(kind, names)
    reference = found.to_reference("moths").evolve(title=claimed or found.title)
    return check(Case(reference, Lookup.found(DOI, record(kind), Origin.LOCK), today=2026))


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize("names", [NAMES, ("Ada Lindt", "Carl Vane")])
def test_text_and_html_begin_with_it(kind: str, names: tuple[str, ...]) -> None:
    report = report_on(kind, names)
    first = str(report).splitlines()[0]
    assert first == f"moths: {report.verdict.words}: {WORDS[kind]}; {report.reason}"
    assert str(report).count(WORDS[kind]) == 1
    before_all_else = report_html(report).partition('class="cited"')[0]
    assert f"{WORDS[kind][1:]}." in unescape(before_all_else)


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize("names", [NAMES, ("Ada Lindt", "Carl Vane")])
def test_annotations_begin_with_it(kind: str, names: tuple[str, ...]) -> None:
    report = report_on(kind, names)
    (command,) = github([report])
    (result,) = sarif_results([report])
    assert command.split("::")[2].startswith(f"moths: {WORDS[kind]}; ")
    assert result["message"]["text"].startswith(f"moths: {WORDS[kind]}; ")
    grave = "error" if report.is_contradicted else "warning"
    assert result["level"] == ("note" if kind == "corrected" and names == NAMES else grave)


@pytest.mark.parametrize("kind", WORDS)
def test_json_has_it(kind: str) -> None:
    found = report_on(kind).to_dict()
    assert list(found).index("notices") < list(found).index("reason")
    assert found["notices"] == [
        {
            "kind": kind,
            "date": "2021-03-04",
            "id": "doi:10.1000/moths.notice",
            "by": "publisher",
            "text": "Notice",
        }
    ]


@pytest.mark.parametrize("flags", [(), ("--quiet",), ("--json",), ("--sarif",), ("--github",)])
def test_the_command_says_it(tmp_path: Path, flags: tuple[str, ...]) -> None:
    write_lock(tmp_path / "refcore.lock.json", Lock([record("retracted")]))
    entry = (
        "@article{moths, title={Sorting Harbour Moths}, author={Ada Lindt and Berit Oss},"
        " year=2020, doi={10.1000/moths}}"
    )
    (tmp_path / "a.bib").write_text(entry, encoding="utf-8")
    environ = {"REFCORE_OFFLINE": "1", "REFCORE_CACHE_DIR": str(tmp_path / "cache")}
    out = CliRunner().invoke(cli, ["verify", *flags, str(tmp_path / "a.bib")], env=environ).stdout
    said = json.loads(out)["reports"][0]["notices"] if flags == ("--json",) else out
    assert "2021-03-04" in str(said)
    assert "10.1000/moths.notice" in str(said)


def test_it_is_said_where_a_second_maker_confirms() -> None:
    wrong = record("retracted", ("Ada Lindt", "Berit Ott"))
    asked = record("retracted").to_reference("moths")
    row = Row("dblp", "x", 0, wrong.title, "\n".join(NAMES), "", "", "", 2020, str(DOI), None)
    lookup = Lookup.found(DOI, wrong, Origin.LOCK)
    report = check(Case(asked, lookup, known=Known(by_doi=(row,)), today=2026))
    assert report.verdict is Verdict.CONFIRMED_WITH_VARIANTS
    assert report.headline.startswith(WORDS["retracted"])


def test_of_another_paper_nothing_is_said() -> None:
    report = report_on("retracted", claimed="Catching Winter Eels in the Rivers of the North")
    assert report.verdict is Verdict.CONFIRMED_WITH_VARIANTS or report.notices


@pytest.mark.parametrize(
    "title", ["Sorting Harbour Moths by Glow", "Sorting Harbour Moths by Sound"]
)
def test_an_index_says_it_of_a_work_that_is_found_by_its_title(tmp_path: Path, title: str) -> None:
    work = {
        "key": "DBLP:conf/moths/L20",
        "type": "inproceedings",
        "title": "Sorting Harbour Moths by Glow",
        "author": list(NAMES),
        "booktitle": "Proceedings of Moth Days",
        "year": "2020",
        "doi": "10.1000/moths",
    }
    dump, table = tmp_path / "works.jsonl", tmp_path / "retractions.csv"
    dump.write_text(json.dumps(work) + "\n", encoding="utf-8")
    table.write_text(
        "Record ID,Title,Author,RetractionDate,RetractionDOI,OriginalPaperDOI,RetractionNature,"
        "Reason\n1,Moths,Lindt,3/4/2021 0:00,10.1000/moths.notice,10.1000/MOTHS,Retraction,\n",
        encoding="utf-8",
    )
    build([dump, table], tmp_path / "works.sqlite")
    entry = (
        f"@inproceedings{{moths, title={{{title}}}, author={{Ada Lindt and Berit Oss}},"
        " booktitle={Proceedings of Moth Days}, year=2020}"
    )
    with Index(tmp_path / "works.sqlite") as held:
        (report,) = verify(loads(entry, "bibtex"), arxiv=Sources(snapshot=held))
    if title == work["title"]:
        assert report.verdict is Verdict.CONFIRMED_WITH_VARIANTS
        assert report.headline.startswith(WORDS["retracted"])
        assert report.to_dict()["notices"][0]["id"] == "doi:10.1000/moths.notice"
    else:
        assert not report.notices
