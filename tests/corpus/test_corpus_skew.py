"""Titles that thousands of works and references share make no large partition."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
from made_corpus import DAY, Corpus, shared

from refcore.corpus import references_table, verify_corpus, write_records
from refcore.corpus.plan import asked_keys, hits_of
from refcore.corpus.schemas import SIZE
from refcore.corpus.verdicts import verdict_row
from refcore.index import Index, build
from refcore.index.search import MOST_SAME
from refcore.model import Authors, Date, Person, Reference
from refcore.records.sources import Sources
from refcore.verification.verify import verify

_TITLES = ("Editorial", "Introduction")


def _references(count: int) -> list[Reference]:
    return [
        Reference(
            f"r{at}",
            "article-journal",
            _TITLES[at % 2],
            Authors([Person("Bo", "Fei"), Person("Cem", "Oduya")]),
            issued=Date.of(2018 + at % 4),
            fields={"container-title": "Journal of Moss"},
        )
        for at in range(count)
    ]


def test_references_of_one_title_share_a_row_in_each_bucket() -> None:
    buckets = 2
    asked = asked_keys(references_table(_references(SIZE + 10)))
    assert len(asked) == buckets * len(_TITLES)
    most = Counter(asked.column("key").to_pylist()).most_common(1)[0][1]
    assert most == buckets  # rows that a join meets for one key


def test_a_common_title_brings_few_works_to_a_bucket(corpus: Corpus) -> None:
    asked = asked_keys(references_table(_references(SIZE + 10)))
    postings = pq.read_table(corpus.records / "postings")
    found = asked.join(postings, "key", join_type="inner")
    hits = hits_of(str(corpus.records), found)
    per_bucket = Counter(hits.column("bucket").to_pylist())
    assert set(per_bucket.values()) == {MOST_SAME}  # sixty works are called "Editorial"


def test_verdicts_on_common_titles_are_those_of_verify(tmp_path: Path) -> None:
    works = [
        {**shared(at), "key": f"DBLP:journals/moss/{title}{at}", "title": title}
        for title in _TITLES
        for at in range(200)
    ]
    dump = tmp_path / "dump.jsonl"
    dump.write_text("".join(json.dumps(one) + "\n" for one in works), encoding="utf-8")
    write_records(dump, tmp_path / "records")
    build(dump, tmp_path / "index.sqlite", workers=0)
    references = _references(60)
    lines = tmp_path / "refs"
    lines.mkdir()
    pq.write_table(references_table(references), lines / "part-00000.parquet")
    verify_corpus(lines, tmp_path / "records", tmp_path / "out", today=DAY)
    with Index(tmp_path / "index.sqlite") as index:
        reports = verify(references, arxiv=Sources(snapshot=index), today=DAY)
    wanted = [{"row": at, **verdict_row(report)} for at, report in enumerate(reports)]
    found = pq.read_table(tmp_path / "out").sort_by("row").to_pylist()
    assert found == wanted
