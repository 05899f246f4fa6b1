"""References and records as tables: what is read, what is passed over, what is refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from made_corpus import DAY, Corpus, entry, shared

from refcore.corpus import verify_corpus, write_records, write_references
from refcore.corpus.packed import pack, unpack
from refcore.errors import UnreadableInput
from refcore.formats import loads
from refcore.model import Authors, Date, Group, Person, Reference
from refcore.model.identifiers import Orcid


def test_a_reference_comes_back_whole() -> None:
    people = [
        Person("Ada", "Meer", non_dropping_particle="van der", suffix="Jr."),
        Person("Bo", "Fei", orcid=Orcid("0000-0002-1825-0097"), affiliations=("Glass & Co",)),
        Group("Moss Group", affiliations=("Harbour",)),
    ]
    dates = [Date.parse("2019-21/2020?"), Date(literal="long ago"), Date.of(12345, 2)]
    for date in dates:
        reference = Reference(
            "a",
            "book",
            "On <i>Moss</i>",
            Authors(people, others=3),
            issued=date,
            names={"editor": Authors(people[:1], others=True)},
            dates={"accessed": Date.of(2020, 1, 2)},
            fields={"container-title": "Räume"},
            extra={"eprint": "x"},
        )
        assert unpack(pack(reference)) == reference


@pytest.mark.parametrize(
    "text", ["", "[]", '{"key": "a"}', '{"key": 1, "type": "book"}', "[" * 9999]
)
def test_what_is_not_a_packed_reference_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="expected a reference as refcore packs it"):
        unpack(text)


def test_lines_and_files_are_read_in_order(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    lines = ['{"id": "a", "type": "book", "title": "One"}', "{", "", '{"id": "b", "type": "book"}']
    (source / "1.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (source / "2.bib").write_text(entry("c", shared(1)) + entry("d", shared(2)), encoding="utf-8")
    (source / "3.bib").write_bytes(b"\x00\x01\x02 no text")
    (source / "4.txt.png").write_bytes(b"")
    done = write_references(source, tmp_path / "parts", rows=3)
    table = pq.read_table(tmp_path / "parts")
    assert table.column("key").to_pylist() == ["a", "b", "c", "d"]
    assert table.column("row").to_pylist() == [0, 1, 2, 3]
    assert table.column("line").to_pylist()[:2] == [1, 4]
    assert [pq.read_metadata(path).num_rows for path in done.parts] == [3, 1]
    assert (done.rows, done.bad) == (4, 2)
    assert f"{source / '1.jsonl'}:2" in done.faults[0]
    assert str(source / "3.bib") in done.faults[1]


def test_a_source_without_a_reference_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"it has no references: .*a.jsonl:1"):
        write_references(tmp_path, tmp_path / "parts")


def test_records_are_the_same_in_any_number_of_partitions(corpus: Corpus, tmp_path: Path) -> None:
    one = tmp_path / "one"
    done = write_records(corpus.dumps, one, partitions=1)
    tables = []
    for folder in (one, corpus.records):
        for kind, order in (("records", "place"), ("postings", "key")):
            table = pq.read_table(folder / kind).sort_by(order)
            tables.append(table.to_pylist())
    assert tables[:2] == tables[2:]
    assert done.works == len(tables[0])


def test_no_posting_grows_with_a_common_title(corpus: Corpus) -> None:
    most: dict[int, int] = {}
    table = pq.read_table(corpus.records / "postings")
    for key, places in zip(*(column.to_pylist() for column in table.columns), strict=True):
        most[key & 7] = max(most.get(key & 7, 0), len(places) // 8)
    assert most[3] == 25  # sixty works have the title "Editorial"
    assert most[4] <= 400


def test_a_folder_without_records_does_not_change(tmp_path: Path) -> None:
    dump = tmp_path / "a.jsonl"
    dump.write_text(json.dumps(shared(1)) + "\n", encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / "kept").write_text("kept", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="has no records; name another folder"):
        write_records(dump, other)
    dump.write_text("{}\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="no record of a dump that refcore knows"):
        write_records(dump, tmp_path / "records")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "other"]


def test_other_references_do_not_get_the_verdicts(corpus: Corpus, tmp_path: Path) -> None:
    source = tmp_path / "a.bib"
    source.write_text(entry("a", shared(1)), encoding="utf-8")
    target = tmp_path / "out"
    verify_corpus(source, corpus.records, target, today=DAY)
    source.write_text(entry("bcd", shared(2)), encoding="utf-8")
    with pytest.raises(UnreadableInput, match="verdicts of other references or records"):
        verify_corpus(source, corpus.records, target, today=DAY)
    with pytest.raises(UnreadableInput, match="has other files"):
        verify_corpus(source, corpus.records, tmp_path, today=DAY)
    with pytest.raises(UnreadableInput, match="no such file or folder, expected references"):
        verify_corpus(tmp_path / "no.bib", corpus.records, tmp_path / "o2", today=DAY)
    with pytest.raises(UnreadableInput, match="has no records; make it with"):
        verify_corpus(source, tmp_path, tmp_path / "o3", today=DAY)


def test_a_table_of_references_is_taken_as_it_is(corpus: Corpus, tmp_path: Path) -> None:
    write_references(corpus.references, tmp_path / "refs", rows=100)
    done = verify_corpus(tmp_path / "refs", corpus.records, tmp_path / "out", today=DAY)
    assert done.parts == 3
    found = pq.read_table(tmp_path / "out").sort_by("row").to_pylist()
    assert found == corpus.wanted
    pq.write_table(pq.read_table(tmp_path / "refs").select(["row"]), tmp_path / "bad.parquet")
    with pytest.raises(
        UnreadableInput, match="not a table of references: it does not have key, file"
    ):
        verify_corpus(tmp_path / "bad.parquet", corpus.records, tmp_path / "o2", today=DAY)


def test_damaged_records_are_told(corpus: Corpus, tmp_path: Path) -> None:
    import shutil

    records = tmp_path / "records"
    shutil.copytree(corpus.records, records)
    (records / "summary" / "notices.json").write_text("[[1, 2", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="its summary is damaged"):
        verify_corpus(corpus.references, records, tmp_path / "out", today=DAY)


def test_a_title_of_markup_is_read_as_in_a_file() -> None:
    (reference,) = loads(entry("a", {"title": "{DNA} of $x^2$"}), "bibtex")
    assert unpack(pack(reference)).title == reference.title


def test_a_file_name_that_is_not_utf8_is_shown_and_a_pipe_is_passed_over(tmp_path: Path) -> None:
    source = tmp_path / "papers"
    source.mkdir()
    text = "@misc{a, title = {On Moss}, year = 2020}\n"
    odd = "caf\udce9.bib" if os.name != "nt" else "cafe.bib"
    (source / odd).write_text(text, encoding="utf-8")
    (source / "folder.bib").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(source / "pipe.bib")
    found = write_references(source, tmp_path / "references")
    (table,) = (pq.read_table(part) for part in found.parts)
    (file,) = table.column("file").to_pylist()
    assert file.endswith("caf[0xE9].bib" if os.name != "nt" else odd)
