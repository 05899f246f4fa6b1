"""Records of Crossref in a local index: known errors of deposits contradict no reference."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from refcore.formats import loads
from refcore.index import Index, build
from refcore.model import Doi
from refcore.records.lock import Lock
from refcore.records.record import Record, RecordAuthor
from refcore.records.sources import Sources
from refcore.verification.report import Report
from refcore.verification.verdict import Verdict
from refcore.verification.verify import verify, verify_authors

NAMES = ("Katrin Osterloh", "Milan Hrubý", "Aoife Ní Bhriain", "Tomoko Ueda", "Luis Ángel Peña")
OPEN = {Verdict.INCOMPLETE}
RIGHT = {Verdict.CONFIRMED, Verdict.CONFIRMED_WITH_VARIANTS}


def people(names: tuple[str, ...] = NAMES) -> list[dict[str, str]]:
    return [dict(zip(("given", "family"), name.rsplit(" ", 1), strict=True)) for name in names]


def broken(text: str) -> str:
    return "".join(letter if letter.isascii() else "\ufffd" for letter in text)


def each(change: Any) -> list[dict[str, str]]:
    return [{part: change(text) for part, text in person.items()} for person in people()]


SORTED = ("Aoife Ní Bhriain", "Milan Hrubý", "Katrin Osterloh", "Luis Ángel Peña", "Tomoko Ueda")
# What a deposit has in place of the five people, and the verdicts on the five that are right.
DEPOSITS: dict[str, tuple[list[dict[str, str]], set[Verdict]]] = {
    "first author only": (people(NAMES[:1]), OPEN),
    "no authors": ([], OPEN),
    "sorted by name": (people(SORTED), RIGHT),
    "letters lost": (each(broken), RIGHT),
    "UTF-8 read as Latin-1": (each(lambda text: text.encode().decode("latin-1")), RIGHT),
    "a placeholder behind": ([*people(), {"name": "&NA;"}], RIGHT),
    "a dash for the given name": ([{"given": n, "family": "-"} for n in NAMES], RIGHT),
    "all in one name": ([{"name": ", ".join(NAMES)}], RIGHT),
    "a degree": ([{"given": "Katrin", "family": "Osterloh, MD, Ph.D."}, *people()[1:]], RIGHT),
    "a title": ([{"given": "Ms. Katrin", "family": "Osterloh"}, *people()[1:]], RIGHT),
    "an empty entry": ([*people()[:2], {"sequence": "additional"}, *people()[2:]], RIGHT),
    "a group behind": ([*people(), {"name": "on behalf of the Hydra Consortium"}], RIGHT),
}


def work(doi: str, title: str, **more: Any) -> dict[str, Any]:
    stated = {"type": "journal-article", "container-title": ["Journal of Landscapes"]}
    dates = {"issued": {"date-parts": [[2016, 3]]}}
    return {"DOI": doi, "title": [title], **stated, **dates, **more}


def title_of(at: int) -> str:
    return f"Indicator {chr(65 + at)} of change in protected northern landscapes"


WORKS = [
    *(
        work(f"10.1000/d{at}", title_of(at), author=listed)
        for at, (listed, _) in enumerate(DEPOSITS.values())
    ),
    work(
        "10.52202/1-7",
        "Rivers Seen by Transformers",
        author=people(SORTED),
        type="proceedings-article",
    ),
    work(
        "10.1000/post",
        "A posted note on kelp",
        author=people(NAMES[:2]),
        type="posted-content",
        **{"container-title": []},
        relation={"is-preprint-of": [{"id": "10.1000/art", "id-type": "doi"}]},
    ),
    work("10.1000/gone", "RETRACTED: A kelp that was not", author=people(NAMES[:2])),
    work(
        "10.1000/book",
        "A handbook of estuaries",
        type="book",
        editor=people(NAMES[:2]),
        publisher="Harbour Press",
        ISBN=["978-3-16-148410-0"],
        **{"edition-number": "2", "container-title": []},
    ),
    work(
        "10.1000/chapter",
        "Mud and its makers",
        type="book-chapter",
        editor=people(NAMES[:2]),
        **{"container-title": ["Series of Mud", "A handbook of estuaries"]},
    ),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deposits")
    dump, table = folder / "works.jsonl", folder / "table.csv"
    dump.write_text("".join(json.dumps(one) + "\n" for one in WORKS), encoding="utf-8")
    head = "Record ID,Title,RetractionDate,RetractionDOI,OriginalPaperDOI,RetractionNature,Reason\n"
    row = "1,Kelp,3/14/2022 0:00,10.1000/notice,{},Retraction,+Error\n"
    dois = ("10.1000/elsewhere", "10.1000/post")
    table.write_text(head + "".join(map(row.format, dois)), encoding="utf-8")
    made = folder / "works.idx"
    build([dump, table], made)
    return made


def judged(index: Path, entry: str, lock: Lock | None = None) -> Report:
    with Index(index) as held:
        sources = Sources(lock=lock, cache=None, online=(), snapshot=held)
        (report,) = verify(list(loads(entry, "bibtex")), arxiv=sources)
    return report


def article(title: str, doi: str = "", names: tuple[str, ...] = NAMES) -> str:
    stated = f", doi = {{{doi}}}" if doi else ""
    return (
        f"@article{{a, author = {{{' and '.join(names)}}}, title = {{{title}}}, "
        f"journal = {{Journal of Landscapes}}, year = 2016{stated}}}"
    )


@pytest.mark.parametrize("by", ["title", "doi"])
@pytest.mark.parametrize("defect", list(DEPOSITS))
def test_what_a_deposit_errs_in_contradicts_nobody(index: Path, defect: str, by: str) -> None:
    at = list(DEPOSITS).index(defect)
    doi = f"10.1000/d{at}" if by == "doi" else ""
    report = judged(index, article(title_of(at), doi))
    assert report.verdict in DEPOSITS[defect][1], report.reason


@pytest.mark.parametrize("defect", ["sorted by name", "letters lost", "all in one name"])
def test_another_person_is_still_found(index: Path, defect: str) -> None:
    at = list(DEPOSITS).index(defect)
    names = (*NAMES[:3], "Tobias Vane", NAMES[4])
    report = judged(index, article(title_of(at), "", names))
    assert report.verdict in (Verdict.CONTRADICTED, Verdict.SUSPECT)


@pytest.mark.parametrize("doi", ["", "10.52202/1-7"])
def test_the_order_of_a_sorted_deposit_is_not_compared(index: Path, doi: str) -> None:
    report = judged(index, article("Rivers Seen by Transformers", doi))
    assert report.verdict is Verdict.CONFIRMED
    assert "order not checked" in report.reason


# A list as it is claimed of a sorted deposit, and whether it is in the order of another maker.
CLAIMED = {
    "as printed": (NAMES, True),
    "two changed": ((NAMES[1], NAMES[0], *NAMES[2:]), False),
    "as deposited": (SORTED, False),
}


@pytest.mark.parametrize("doi", ["", "10.52202/1-7"])
@pytest.mark.parametrize("claimed", list(CLAIMED))
def test_another_makers_list_shows_the_order(tmp_path: Path, claimed: str, doi: str) -> None:
    title = "Rivers Seen by Transformers"
    paper = {"key": "DBLP:conf/nips/A", "type": "inproceedings", "title": title, "year": "2016"}
    listed = {**paper, "author": list(NAMES), "booktitle": "Journal of Landscapes"}
    lines = (*WORKS[-5:], listed)
    dump = tmp_path / "works.jsonl"
    dump.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    build(dump, tmp_path / "i.idx")
    names, is_right = CLAIMED[claimed]
    report = judged(tmp_path / "i.idx", article(title, doi, names))
    assert report.is_confirmed is is_right, report.reason


def test_an_index_says_which_article_a_preprint_became(index: Path) -> None:
    report = judged(index, article("A posted note on kelp", "10.1000/post", NAMES[:2]))
    assert report.record is not None
    assert [one.id for one in report.record.relations] == [Doi("10.1000/art")]


def test_a_mark_in_a_title_is_a_notice_and_no_part_of_the_title(index: Path) -> None:
    report = judged(index, article("A kelp that was not", "10.1000/gone", NAMES[:2]))
    assert [one.rule for one in report.notices] == ["the paper is retracted"]
    assert [one.kind for one in report.findings] == [one.kind for one in report.notices]


def test_a_retraction_is_said_of_a_record_that_the_lock_has(index: Path) -> None:
    listed = [RecordAuthor(name) for name in NAMES[:2]]
    doi = Doi("10.1000/elsewhere")
    held = Record(id=doi, source="crossref", title="Kelp elsewhere", authors=listed)
    report = judged(index, article("Kelp elsewhere", "10.1000/elsewhere", NAMES[:2]), Lock([held]))
    assert report.record is not None
    assert [one.kind for one in report.record.notices] == ["retracted"]
    assert "2022-03-14" in report.notices[0].rule


def test_a_retraction_is_said_where_no_record_is_had(index: Path) -> None:
    report = judged(index, article("Kelp elsewhere", "10.1000/elsewhere", NAMES[:2]))
    assert report.record is None
    assert "doi:10.1000/notice" in report.notices[0].rule


@pytest.mark.parametrize("doi", ["10.1000/d2", "10.1000/d3", "10.52202/1-7"])
@pytest.mark.parametrize("title", ["", "title = {},"])
def test_a_reference_without_a_title_is_not_another_paper(
    index: Path, doi: str, title: str
) -> None:
    names = " and ".join(NAMES)
    report = judged(index, f"@article{{a, author = {{{names}}}, {title} doi = {{{doi}}}}}")
    assert report.verdict in RIGHT
    names = names.replace("Tomoko Ueda", "Tobias Vane")
    report = judged(index, f"@article{{a, author = {{{names}}}, {title} doi = {{{doi}}}}}")
    assert report.verdict is Verdict.CONTRADICTED


def test_a_list_alone_is_compared_with_the_record_of_an_index(index: Path) -> None:
    with Index(index) as held:
        sources = Sources(cache=None, online=(), snapshot=held)
        assert verify_authors(NAMES, "10.1000/d3", arxiv=sources).is_confirmed
        assert verify_authors(NAMES[:2], "978-3-16-148410-0", arxiv=sources).is_confirmed


def book(role: str, *names: str, id_: str = "doi = {10.1000/book}") -> str:
    stated = f"title = {{A Handbook of Estuaries}}, publisher = {{Harbour Press}}, {id_}"
    return f"@book{{a, {role} = {{{' and '.join(names)}}}, year = 2016, {stated}}}"


@pytest.mark.parametrize("id_", ["doi = {10.1000/book}", "isbn = {9783161484100}", "note = {}"])
def test_editors_are_compared_with_editors(index: Path, id_: str) -> None:
    assert judged(index, book("editor", *NAMES[:2], id_=id_)).verdict is Verdict.CONFIRMED
    other = judged(index, book("editor", NAMES[0], "Tobias Vane", id_=id_))
    assert other.verdict is Verdict.CONTRADICTED


def test_the_reason_says_that_the_editors_match(index: Path) -> None:
    report = judged(index, book("editor", *NAMES[:2]))
    assert report.reason == "the editors match Crossref"


def test_who_is_cited_as_author_can_be_the_editor_of_a_book(index: Path) -> None:
    assert judged(index, book("author", *NAMES[:2])).verdict is Verdict.CONFIRMED


def test_the_editors_of_a_book_are_not_the_authors_of_its_chapter(index: Path) -> None:
    entry = article("Mud and its makers", "10.1000/chapter", ("Saoirse Byrne",))
    report = judged(index, entry.replace("@article", "@incollection"))
    assert (report.verdict, report.reason) == (
        Verdict.INCOMPLETE,
        "Crossref's record names no authors",
    )
    assert report.record is not None
    fields = report.record.fields
    assert fields["container-title"] == "A handbook of estuaries"
    assert report.record.says.editors.people[0].family == "Osterloh"


GULLS = "Gull Nets - GULLNET 2020 - 5th Conference, Bergen, Norway, June 1-3, 2020, Proceedings"
# The title and the editors as they are cited, and whether they are those of the proceedings.
VOLUMES = [
    (GULLS, NAMES[:2], True),
    ("Gull Nets -- GULLNET 2020", NAMES[:2], True),
    ("Gull Nets - GULLNET 2020 - 5th Conference", NAMES[:2], True),
    ("Gull Nets - GULLNET 2021 - 6th Conference", NAMES[:2], False),
    ("Gull Nets -- GULLNET 2020", (NAMES[0], "Tobias Vane"), False),
]


@pytest.mark.parametrize(("title", "editors", "is_right"), VOLUMES)
def test_proceedings_of_dblp(
    tmp_path: Path, title: str, editors: tuple[str, ...], is_right: bool
) -> None:
    people = "".join(f"<editor>{name}</editor>" for name in NAMES[:2])
    held = f"{people}<title>{GULLS}.</title><year>2016</year>"
    text = f'<dblp><proceedings key="conf/gull/2020">{held}</proceedings></dblp>'
    (tmp_path / "dblp.xml").write_text(text, encoding="utf-8")
    build(tmp_path / "dblp.xml", tmp_path / "i.idx")
    entry = book("editor", *editors, id_="note = {}").replace("A Handbook of Estuaries", title)
    report = judged(tmp_path / "i.idx", entry.replace("@book", "@proceedings"))
    assert report.is_confirmed is is_right, report.reason


def test_editors_of_a_bibliography_as_json_lines(tmp_path: Path) -> None:
    line = {"key": "x", "type": "book", "title": "The Moth Book", "editor": list(NAMES[:2])}
    whole = {**line, "year": "2016", "isbn": "9783161484100"}
    (tmp_path / "books.jsonl").write_text(json.dumps(whole), encoding="utf-8")
    build(tmp_path / "books.jsonl", tmp_path / "i.idx")
    entry = book("editor", *NAMES[:2], id_="isbn = {9783161484100}")
    entry = entry.replace("A Handbook of Estuaries", "The Moth Book")
    report = judged(tmp_path / "i.idx", entry)
    assert (report.verdict, report.reason) == (
        Verdict.CONFIRMED,
        "the editors match your bibliography",
    )
    other = entry.replace(NAMES[1], "Tobias Vane").replace(
        "A Handbook of Estuaries", "The Moth Book"
    )
    assert judged(tmp_path / "i.idx", other).verdict is Verdict.CONTRADICTED
