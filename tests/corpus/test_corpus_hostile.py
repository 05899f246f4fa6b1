"""Tables that are none of ours, cut or damaged: an error says what is wrong; no row is lost."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from made_corpus import DAY, Corpus, entry, shared

from refcore.corpus import verify_corpus, write_references
from refcore.errors import UnreadableInput

COUNT = 4


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> pa.Table:
    """Return a sound table of references."""
    folder = tmp_path_factory.mktemp("hostile")
    text = "\n".join(entry(f"k{at}", shared(at)) for at in range(COUNT))
    (folder / "a.bib").write_text(text, encoding="utf-8")
    write_references(folder / "a.bib", folder / "parts")
    return pq.read_table(folder / "parts" / "part-00000.parquet")


def changed(table: pa.Table, name: str, values: pa.Array) -> pa.Table:
    return table.set_column(table.schema.names.index(name), name, values)


def verified(table: pa.Table, records: Path, folder: Path) -> int:
    """Return for how many references there is a verdict."""
    pq.write_table(table, folder / "x.parquet")
    verify_corpus(folder / "x.parquet", records, folder / "out", today=DAY)
    return int(pq.read_table(folder / "out" / "part-00000").num_rows)


DEEP: list[Any] = [1]
for _ in range(40):
    DEEP = [DEEP]
ODD = {
    "texts": pa.array(["x"] * COUNT),
    "bytes": pa.array([b"\xff"] * COUNT),
    "numbers": pa.array([1.5] * COUNT),
    "truths": pa.array([True] * COUNT),
    "lists": pa.array([["a"]] * COUNT),
    "lists of bytes": pa.array([[b"\xff"]] * COUNT),
    "deep lists": pa.array([DEEP] * COUNT),
    "structures": pa.array([{"a": {"b": [1]}}] * COUNT),
    "nothing": pa.nulls(COUNT),
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", ["row", "keys", "parts", "title_key", "reference"])
def test_a_column_of_another_type_is_refused(
    table: pa.Table, corpus: Corpus, tmp_path: Path, name: str, odd: str
) -> None:
    if (name, odd) == ("reference", "texts"):
        said = "expected a reference as refcore packs it"
    else:
        said = f"the column {name} is of the type"
    with pytest.raises(UnreadableInput, match=said):
        verified(changed(table, name, ODD[odd]), corpus.records, tmp_path)


@pytest.mark.parametrize("name", ["row", "keys", "parts", "reference"])
def test_a_reference_with_an_empty_cell_is_not_passed_over(
    table: pa.Table, corpus: Corpus, tmp_path: Path, name: str
) -> None:
    values = table.column(name).to_pylist()
    values[1] = None
    odd = changed(table, name, pa.array(values, table.schema.field(name).type))
    with pytest.raises(UnreadableInput, match=f"a reference has no {name}"):
        verified(odd, corpus.records, tmp_path)


def test_what_is_not_read_may_be_anything(table: pa.Table, corpus: Corpus, tmp_path: Path) -> None:
    odd = changed(table, "title", pa.array(["x" * 2_000_000, None, "\0", "\x1b[31m"]))
    odd = changed(odd, "year", pa.array([DEEP] * COUNT))
    for number in range(500):
        odd = odd.append_column(f"c{number}", pa.nulls(COUNT, pa.int8()))
    assert verified(odd, corpus.records, tmp_path) == COUNT


def test_a_column_twice_is_refused(table: pa.Table, corpus: Corpus, tmp_path: Path) -> None:
    odd = table.append_column("row", table.column("row"))
    with pytest.raises(UnreadableInput, match="the column row twice"):
        verified(odd, corpus.records, tmp_path)


def test_cut_and_damaged_files_are_refused(table: pa.Table, corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    pq.write_table(table, path)
    whole = path.read_bytes()
    for size in (0, 1, 8, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(UnreadableInput, match="is not a Parquet file"):
            verify_corpus(path, corpus.records, tmp_path / "out", today=DAY)
    draw = random.Random(1)  # noqa: S311
    for _ in range(12):
        odd = bytearray(whole)
        for _ in range(3):
            odd[draw.randrange(len(odd))] = draw.randrange(256)
        path.write_bytes(odd)
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        try:
            verify_corpus(path, corpus.records, tmp_path / "out", today=DAY)
        except UnreadableInput:
            continue
        assert pq.read_table(tmp_path / "out" / "part-00000").num_rows == COUNT


@pytest.mark.parametrize(
    ("folder", "name", "values", "said"),
    [
        ("records", "title", [None], "it has no title"),
        ("records", "key", [None], "it has no key"),
        ("records", "source", [1.5], "the column source is of the type"),
        ("records", "place", [["a"]], "the column place is of the type"),
        ("postings", "places", [None], "a posting of the corpus is damaged"),
        ("postings", "places", [b"\xff"], "a posting of the corpus is damaged"),
        ("postings", "key", ["a"], "the column key is of the type"),
    ],
)
def test_records_that_are_damaged_are_refused(
    table: pa.Table,
    corpus: Corpus,
    tmp_path: Path,
    folder: str,
    name: str,
    values: list[Any],
    said: str,
) -> None:
    records = tmp_path / "records"
    shutil.copytree(corpus.records, records)
    for path in (records / folder).glob("*.parquet"):
        held = pq.read_table(path)
        kind = held.schema.field(name).type if values in ([None], [b"\xff"]) else None
        pq.write_table(changed(held, name, pa.array(values * len(held), kind)), path)
    with pytest.raises(UnreadableInput, match=said):
        verified(table, records, tmp_path)
