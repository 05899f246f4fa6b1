"""A corpus has the verdicts of `verify`, row for row, whichever engine joins it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from made_corpus import DAY, Corpus, entry, shared

from refcore.corpus import verify_corpus, write_records, write_references
from refcore.corpus.engines import ENGINES, engine_named
from refcore.errors import MissingExtra, UnreadableInput

# Ray and Spark are large, so that only the nox session `engines` installs them.
FURTHER = ["dask", *os.environ.get("REFCORE_ENGINES", "").split()]
RUN = ["local", *(pytest.param(name, marks=pytest.mark.slow) for name in FURTHER)]


def rows_of(folder: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(folder).sort_by("row").to_pylist()
    return rows


# Dask calls pandas in a way that the next pandas gives up.
@pytest.mark.filterwarnings("ignore:The inplace keyword")
@pytest.mark.parametrize("engine", RUN)
def test_the_verdicts_are_those_of_verify(engine: str, corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "verdicts.parquet"
    done = verify_corpus(
        corpus.references, corpus.records, target, engine=engine, rows=200, today=DAY
    )
    assert (done.rows, done.parts, done.earlier) == (len(corpus.wanted), 2, 0)
    assert rows_of(target) == corpus.wanted


def test_the_corpus_has_every_kind_of_verdict(corpus: Corpus) -> None:
    verdicts = {row["verdict"] for row in corpus.wanted}
    assert verdicts >= {"confirmed", "contradicted", "suspect", "not-covered"}
    by_key = {row["key"]: row for row in corpus.wanted}
    assert "retracted" in by_key["right11"]["reason"]
    assert by_key["moved"]["work"] != "dblp:conf/moss/P3"
    assert by_key["book"]["work"] == "dblp:books/moss/B"


def test_further_processes_find_the_same_and_can_be_stopped(corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "verdicts"
    arguments = (corpus.references, corpus.records, target)
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        seen.append(done)
        if done == 1:
            raise KeyboardInterrupt

    # Two parts run at once, and neither is left half done.
    with pytest.raises(KeyboardInterrupt):
        verify_corpus(*arguments, rows=100, processes=1, today=DAY, progress=stop)
    assert seen == [0, 1]
    done = verify_corpus(*arguments, rows=100, today=DAY)
    assert 1 <= done.earlier < done.parts
    assert rows_of(target) == corpus.wanted


def test_records_of_several_folders_and_dumps_are_as_one(corpus: Corpus, tmp_path: Path) -> None:
    first, *rest = corpus.dumps
    folder, target = tmp_path / "first", tmp_path / "verdicts"
    write_records(first, folder, partitions=2)
    for _ in range(2):  # the second run finds all parts done
        done = verify_corpus(corpus.references, [folder, *rest], target, today=DAY)
    assert done.earlier == done.parts
    assert rows_of(target) == corpus.wanted
    again = write_records([folder, *rest], tmp_path / "again")
    # Works are numbered anew, as those that came twice are gone.
    one, other = (
        [(row["key"], len(row["places"])) for row in rows.sort_by("key").to_pylist()]
        for rows in (pq.read_table(made / "postings") for made in (corpus.records, again.folder))
    )
    assert one == other


def test_files_of_records_are_taken_too(corpus: Corpus, tmp_path: Path) -> None:
    files = sorted((corpus.records / "records").glob("*.parquet"))
    source = tmp_path / "a.bib"
    source.write_text(entry("a", shared(1)), encoding="utf-8")
    done = verify_corpus(source, files, tmp_path / "verdicts", today=DAY)
    assert [row["verdict"] for row in rows_of(done.folder)] == ["confirmed"]


def test_what_holds_no_records_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    other = write_references(corpus.references, tmp_path / "references").parts[0]
    for wrong, why in ((other, "not a table of records"), (tmp_path, "has no records")):
        with pytest.raises(UnreadableInput, match=why):
            verify_corpus(corpus.references, [wrong, corpus.records], tmp_path / "out", today=DAY)
    broken = tmp_path / "a.parquet"
    broken.write_bytes(b"PAR1")
    with pytest.raises(UnreadableInput, match=r"a\.parquet is not a Parquet file"):
        verify_corpus(corpus.references, broken, tmp_path / "out2", today=DAY)
    with pytest.raises(UnreadableInput, match="no records to verify with"):
        verify_corpus(corpus.references, [], tmp_path / "out3", today=DAY)


def test_a_run_goes_on_where_it_stopped(corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "verdicts"

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    arguments = (corpus.references, corpus.records, target)
    with pytest.raises(KeyboardInterrupt):
        verify_corpus(*arguments, rows=100, today=DAY, progress=stop)
    before = {path: path.stat().st_mtime_ns for path in target.glob("part-*/*")}
    assert len(before) == 2
    done = verify_corpus(*arguments, rows=100, today=DAY)
    assert done.earlier == 2 < done.parts
    assert all(path.stat().st_mtime_ns == time for path, time in before.items())
    assert rows_of(target) == corpus.wanted


def test_an_engine_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="no engine 'hive', expected one of local, dask"):
        engine_named("hive")
    monkeypatch.setitem(ENGINES, "ray", ("no_such_package",))
    with pytest.raises(MissingExtra, match=r"'ray' needs no_such_package: .*refcore\[corpus,ray\]"):
        engine_named("ray")
