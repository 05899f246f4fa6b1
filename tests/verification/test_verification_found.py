"""References without an identifier: found by title, with the authors of somebody else."""

from __future__ import annotations

import datetime

import pytest

from refcore.formats import loads
from refcore.model import Date, Doi, Reference
from refcore.records.lock import Lock
from refcore.records.record import Record, RecordAuthor
from refcore.records.sources import Sources
from refcore.verification.report import Report
from refcore.verification.verdict import Verdict
from refcore.verification.verify import verify

TODAY = datetime.date(2026, 6, 1)
TITLE = "Sorting Harbour Moths by Their Glow"
NAMES = ("Ada Lindt", "Berit Oss", "Carl Vane")


def record(title: str = TITLE, names: tuple[str, ...] = NAMES, **changes: object) -> Record:
    values: dict[str, object] = {
        "id": Doi("10.1000/moths"),
        "source": "crossref",
        "title": title,
        "authors": [RecordAuthor(name) for name in names],
        "type": "article-journal",
        "dates": {"issued": Date.of(2023)},
    }
    return Record(**{**values, **changes})  # type: ignore[arg-type]


def cited(author: str, title: str = TITLE, year: str = "2023", **fields: str) -> Reference:
    values = {"author": author, "title": title, "year": year, "journal": "Moths", **fields}
    text = ",".join(f"{name}={{{value}}}" for name, value in values.items() if value)
    return next(iter(loads(f"@article{{k,{text}}}", "bibtex")))


def report_on(reference: Reference, *records: Record) -> Report:
    sources = Sources(Lock(records or [record()]))
    return verify(reference, arxiv=sources, lookup=True, today=TODAY)


@pytest.mark.parametrize(
    ("reference", "verdict"),
    [
        (cited("Dora Enz and Emil Fock"), Verdict.CONTRADICTED),
        (cited("Dora Enz and Emil Fock", year="2017"), Verdict.SUSPECT),
        (cited("Dora Enz and Emil Fock", year=""), Verdict.SUSPECT),
        (cited("Dora Enz and others"), Verdict.CONTRADICTED),
        # One author of the paper is enough to say which work is meant.
        (cited("Dora Enz and Berit Oss"), Verdict.CONTRADICTED),
        (cited("Ada Lindt"), Verdict.CONTRADICTED),
        (cited("Ada Lindt and others"), Verdict.CONFIRMED),
        (cited("Lindt, A. and Oss, B. and Vane, C."), Verdict.CONFIRMED_WITH_VARIANTS),
        # A title that another may have, and one that is only like the paper's.
        (cited("Dora Enz", title="Sorting Harbour Moths"), Verdict.UNCHECKED),
        (cited("Dora Enz", title="Sorting Harbour Moths by Their Weight"), Verdict.UNCHECKED),
        # Nobody is claimed, or nobody who could be compared.
        (cited(""), Verdict.UNCHECKED),
        (cited("{Harbour Moth Society}"), Verdict.UNCHECKED),
        (cited("阿大 and 贝特 and 卡尔"), Verdict.UNCHECKED),
        # Two of three agree in Latin letters; how "Vane" is written in Cyrillic is open.
        (cited("Ада Линдт and Берит Осс and Карл Вейн"), Verdict.INCOMPLETE),
    ],
)
def test_a_title_that_is_known_with_other_authors(reference: Reference, verdict: Verdict) -> None:
    assert report_on(reference).verdict is verdict, report_on(reference)


def test_the_authors_of_the_record_are_said() -> None:
    report = report_on(cited("Dora Enz and Emil Fock"))
    assert "none of the authors is on Crossref's list" in report.reason
    assert "Dora Enz" in str(report)


def test_of_two_works_of_one_title_that_of_the_authors_is_meant() -> None:
    other = record(names=("Dora Enz", "Emil Fock"), id=Doi("10.1000/other"))
    report = report_on(cited("Dora Enz and Emil Fock"), record(), other)
    assert report.verdict is Verdict.CONFIRMED
    assert report.record is not None
    assert report.record.id == Doi("10.1000/other")


@pytest.mark.parametrize(
    ("author", "title", "verdict"),
    [
        ("{Glowlab}", TITLE, Verdict.INCOMPLETE),
        ("{Glow Team}", TITLE, Verdict.CONFIRMED_WITH_VARIANTS),
        ("{Glow-2 Team}", "Glow 2 Technical Report", Verdict.CONFIRMED_WITH_VARIANTS),
        ("{Anonymous Authors}", TITLE, Verdict.CONTRADICTED),
        ("{[43 authors]}", TITLE, Verdict.CONTRADICTED),
        ("{arXiv Team}", TITLE, Verdict.CONTRADICTED),
        ("{Glow Team} and Dora Enz", TITLE, Verdict.CONTRADICTED),
    ],
)
def test_a_group_replaces_the_people_of_a_work(author: str, title: str, verdict: Verdict) -> None:
    report = report_on(cited(author, title, doi="10.1000/moths"), record(title))
    assert report.verdict is verdict, report


def test_a_group_of_an_affiliation_replaces_its_people() -> None:
    people = [RecordAuthor(name, ("Glowlab, Harbour Town",)) for name in NAMES]
    report = report_on(cited("{Glowlab}", doi="10.1000/moths"), record().evolve(authors=people))
    assert report.verdict is Verdict.CONFIRMED_WITH_VARIANTS
    assert report.reason == "the group Glowlab takes the place of the 3 people on Crossref"


def test_another_group_than_the_record_has_is_still_wrong() -> None:
    names = ("Moth Collaboration", *NAMES)
    report = report_on(cited("{Lamp Collaboration}", doi="10.1000/moths"), record(names=names))
    assert report.verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claimed", "names", "verdict"),
    [
        (
            "山田太郎 and 佐藤花子 and John Ash",
            ("Taro Yamada", "Hanako Sato", "John Ash"),
            "incomplete",
        ),
        ("Taro Yamada and John Ash", ("山田太郎", "John Ash"), "incomplete"),
        ("김민수 and Ada Elm", ("Minsu Kim", "Ada Elm"), "incomplete"),
        ("דוד כהן and Ada Elm", ("David Cohen", "Ada Elm"), "incomplete"),
        ("محمد علي and Ada Elm", ("Mohamed Ali", "Ada Elm"), "incomplete"),
        # Chinese names are read in pinyin.
        ("Ada Elm and 李雷", ("Ada Elm", "Lei Li"), "confirmed-with-variants"),
        ("李雷 and others", ("Lei Li", "Ada Elm"), "confirmed-with-variants"),
        ("Ada Elm and 李雷", ("Lei Li", "Ada Elm"), "contradicted"),
        ("李雷 and 韩梅", ("Mei Han", "Lei Li"), "contradicted"),
        ("Ada Elm and 李雷", ("Ada Elm", "Louis Lee"), "incomplete"),
        ("김민수 and Ada Elm and Bo Ash", ("Minsu Kim", "Ada Elm"), "contradicted"),
        # A name in the same letters differs, one is missing, or two are in another order.
        ("山田太郎 and Jane Elm", ("Taro Yamada", "John Ash"), "contradicted"),
        ("山田太郎", ("Taro Yamada", "John Ash"), "contradicted"),
        ("John Ash and 山田太郎", ("Taro Yamada", "John Ash"), "contradicted"),
    ],
)
def test_names_in_another_script_are_not_compared(
    claimed: str, names: tuple[str, ...], verdict: str
) -> None:
    report = report_on(cited(claimed, doi="10.1000/moths"), record(names=names))
    assert report.verdict.value == verdict, report
