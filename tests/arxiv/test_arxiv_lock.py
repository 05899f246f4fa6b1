"""The lock file: the way there and back, what is refused, what people wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.arxiv import Lock, RecordAuthor, read_lock, write_lock
from refcore.errors import LockError
from refcore.model import ArxivId, Date
from refcore.records.lock import dump_lock, parse_lock
from refcore.records.record import Record
from refcore.records.values import record_to_values
from refcore.sources.arxiv.record import arxiv_record

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
authors = st.builds(RecordAuthor, texts, st.lists(texts, max_size=2))
ids = st.builds(
    lambda number, version: ArxivId(f"2506.{number:05}", version),
    st.integers(1, 99999),
    st.integers(1, 20),
)
records = st.builds(
    arxiv_record,
    ids,
    texts,
    st.lists(authors, max_size=4),
    published=st.none() | st.dates().map(lambda day: Date.parse(day.isoformat())),
    primary_category=texts,
    categories=st.lists(texts, max_size=2).map(tuple),
    comment=texts,
    journal_ref=texts,
    is_withdrawn=st.booleans(),
    source=texts,
    retrieved=texts,
    about=st.lists(texts, max_size=2).map(tuple),
)


def paper(version: int = 1, *names: str, number: str = "2506.13585", **more: object) -> Record:
    listed = tuple(RecordAuthor(name) for name in names)
    return arxiv_record(ArxivId(number, version), "M1", listed, **more)


@given(st.lists(records, max_size=4, unique_by=lambda record: record.id))
def test_records_through_the_lock_and_back(found: list[Record]) -> None:
    lock = Lock(found)
    text = dump_lock(lock)
    assert parse_lock(text) == lock
    assert dump_lock(parse_lock(text)) == text
    assert text.endswith("}\n")


def test_the_layout_is_one_author_a_line() -> None:
    text = dump_lock(Lock([paper(1, "MiniMax", ":", "Šárka Ø", published=Date.of(2025, 6))]))
    assert '      "authors": [\n        "MiniMax",\n        ":",\n        "Šárka Ø"\n' in text
    assert json.loads(text)["format"] == 2


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "references" / "arxiv.lock.json"
    write_lock(path, Lock([paper(1, "Bo Fei")]))
    before = path.read_bytes()
    broken = Lock([paper(1, "lone surrogate \udc80")])
    with pytest.raises(UnicodeEncodeError):
        write_lock(path, broken)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["arxiv.lock.json"]
    assert read_lock(path).get(ArxivId("2506.13585", 1)) == paper(1, "Bo Fei")


def test_the_highest_version_represents_the_paper() -> None:
    lock = Lock([paper(10), paper(2)])
    assert lock.get(ArxivId("2506.13585")) == paper(10)
    assert lock.get(ArxivId("2506.13585", 2)) == paper(2)
    assert lock.get(ArxivId("2506.13585", 3)) is None


def test_records_are_sorted_by_id() -> None:
    lock = Lock([paper(number="2506.00002"), paper(2, number="2506.00001"), paper(10), paper(9)])
    held = [str(record.id) for record in lock]
    assert held == ["2506.00001v2", "2506.00002v1", "2506.13585v9", "2506.13585v10"]


def test_what_people_wrote_stays_when_a_record_is_fetched_anew() -> None:
    lock = Lock([paper(1, "Bo Fei", about=("https://example.org/m1",))])
    same = lock.with_records([paper(1, "Bo Fei", "Li An")])
    assert same.get(ArxivId("2506.13585")) == paper(
        1, "Bo Fei", "Li An", about=("https://example.org/m1",)
    )
    later = lock.with_records([paper(2, "Bo Fei")])
    assert [record.about for record in later] == [("https://example.org/m1",)] * 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "x.json:1:1: not JSON"),
        ('{\n  "format": 1,\n  oops', "x.json:3:3: not JSON"),
        ("[]", "not a lock file"),
        ('{"format": 1}', "not a lock file"),
        ('{"format": 3, "records": []}', 'expected "format": 2'),
        ('{"format": 1, "records": [], "more": 1}', "'more'"),
        ('{"format": 1, "records": [1]}', "record 1: expected an object"),
        ('{"format": 1, "format": 1, "records": []}', "'format' occurs twice"),
        ("[" * 100_000, "x.json"),
    ],
)
def test_a_malformed_lock_is_refused(text: str, words: str) -> None:
    with pytest.raises(LockError, match=r"^x\.json") as caught:
        parse_lock(text, "x.json")
    assert words in str(caught.value)


def test_the_line_of_the_record_at_fault_is_named() -> None:
    text = dump_lock(Lock([paper(1, "Bo"), paper(2, "Bo"), paper(1, number="2506.20000")]))
    place = text.index('"arXiv:2506.13585v2"')
    spoilt = text[:place] + text[place:].replace('"source": "arxiv"', '"source": 2', 1)
    line = text.count("\n", 0, place) + 1
    words = rf"^x\.json:{line}: record 2 \(arXiv:2506\.13585v2\): 'source' is 2"
    with pytest.raises(LockError, match=words):
        parse_lock(spoilt, "x.json")


@pytest.mark.parametrize(
    ("member", "value", "words"),
    [
        ("type", "", "'type' has ''"),
        ("type", "Article", "'type' has 'Article'"),
        ("roles", {"": ["Bo Fei"]}, "'roles' has ''"),
        ("roles", {"author": ["Bo Fei"]}, "'roles' has 'author'"),
        ("source", " ", "'source' is empty"),
        ("notices", [{"kind": ""}], "a notice without a kind"),
    ],
)
def test_what_no_reference_could_have_is_refused(member: str, value: object, words: str) -> None:
    item = {**record_to_values(paper(1)), member: value}
    with pytest.raises(LockError, match=rf"^x\.json.*: record 1 .*: .*{words}"):
        parse_lock(json.dumps({"format": 2, "records": [item]}), "x.json")


def test_half_of_a_surrogate_pair_is_an_error_on_its_field() -> None:
    text = dump_lock(Lock([paper(1, "Bo Fei"), paper(2, "Bo 😀")]))
    assert len(parse_lock(text.replace("😀", r"\ud83d\ude00")).records) == 2
    for half in ("\ud800", r"\ud800", r"\uD83D"):
        words = (
            rf"^x\.json:{text[: text.index('v2')].count(chr(10)) + 1}: record 2 .*'authors': half"
        )
        with pytest.raises(LockError, match=words):
            parse_lock(text.replace("😀", half), "x.json")


def test_two_records_of_one_version_are_refused() -> None:
    item = record_to_values(paper(1))
    text = json.dumps({"format": 2, "records": [item, item]})
    with pytest.raises(LockError, match=r"x\.json: two records of 2506\.13585v1"):
        parse_lock(text, "x.json")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b'{"format": \xff')
    with pytest.raises(LockError, match="not UTF-8 at byte 11"):
        read_lock(path)
