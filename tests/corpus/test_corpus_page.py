"""The verdicts of a corpus, counted and as a page."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import html5lib
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from made_corpus import Corpus

from refcore.cli.commands import cli
from refcore.corpus import Counted, Summary, corpus_page, summarise
from refcore.errors import UnreadableInput


def test_the_command_counts_the_verdicts(corpus: Corpus, tmp_path: Path) -> None:
    target, page = tmp_path / "out.parquet", tmp_path / "out.html"
    words = ["corpus", "verify", str(corpus.references), "--records", str(corpus.records)]
    words += ["-o", str(target), "--jobs", "0", "--html", str(page)]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    summary = summarise(target)
    assert summary.verdicts == Counter(row["verdict"] for row in corpus.wanted)
    assert f"{summary.total:,}  references in {target}" in done.output
    years = summary.tables["year"]
    assert [one.name for one in years] == sorted(one.name for one in years)
    for by, found in summary.tables.items():
        assert sum(one.total for one in found) + summary.left[by] == summary.total
    assert page.read_text(encoding="utf-8") == corpus_page(summary)


def test_the_commands_convert(corpus: Corpus, tmp_path: Path) -> None:
    dumps = [str(path) for path in corpus.dumps]
    words = ["corpus", "records", *dumps, "-o", str(tmp_path / "records"), "--jobs", "0"]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    assert "3 notices; 0 lines skipped" in done.output
    words = ["corpus", "references", str(corpus.references), "-o", str(tmp_path / "refs")]
    done = CliRunner().invoke(cli, [*words, "--jobs", "0"])
    assert done.exit_code == 0, done.output
    assert f"{len(corpus.wanted)} references in 1 file" in done.output


def test_the_page_is_sound_and_escapes_what_it_shows() -> None:
    hostile = Counted('<script>alert(1)</script>"', {"confirmed": 1, "suspect": 3})
    tables = {"venue": [hostile], "year": [Counted("", {"confirmed": 4})], "source": []}
    page = corpus_page(
        Summary({"confirmed": 1, "suspect": 3}, tables, {"venue": 2, "year": 0, "source": 4})
    )
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert page.count("<svg") == page.count("</svg>") == 3 + 5
    assert "75.0 %" in page


def test_a_folder_without_verdicts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="has no verdicts"):
        summarise(tmp_path)


def test_tables_and_page_hold_plain_text_and_what_was_not_read_is_told(tmp_path: Path) -> None:
    papers, target, page = tmp_path / "papers", tmp_path / "out", tmp_path / "out.html"
    papers.mkdir()
    entry = (
        r"@article{a, title={\emph{E. coli} and {RNA}}, journal={{D}ie {TeXnische} Kom{\"o}die}}"
    )
    (papers / "a.bib").write_text(entry, encoding="utf-8")
    (papers / "b.ris").write_bytes(b"\0\1\xff")
    lines = '{"id": "x", "type": "book", "title": "<i>On</i> Moss"}\n{"id": 3\n7\n'
    (papers / "c.jsonl").write_text(lines, encoding="utf-8")
    work = {"key": "dblp:journals/a/1", "type": "article", "author": ["Ann Moss"], "year": "2001"}
    work |= {"title": "<i>E. coli</i> and RNA", "journal": "Nature"}
    (tmp_path / "dump.jsonl").write_text(f"{json.dumps(work)}\n", encoding="utf-8")
    words = ["corpus", "verify", str(papers), "--records", str(tmp_path / "dump.jsonl")]
    words += ["-o", str(target), "--jobs", "0", "--html", str(page)]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 2, done.output  # as of `verify` with an input that cannot be read
    assert "b.ris is binary" in done.output
    assert "c.jsonl:2: not JSON" in done.output
    assert "c.jsonl:3: it holds no reference" in done.output
    assert "2  references" in done.output
    texts = [
        text for row in rows_in(target, "part-*") for text in row.values() if isinstance(text, str)
    ]
    texts += [
        text for row in rows_in(target, "_references") for text in (row["title"], row["venue"])
    ]
    assert {"E. coli and RNA", "Die TeXnische Komödie", "On Moss"} <= set(texts)
    assert not [text for text in texts if text and "<" in text]
    assert "Die TeXnische Komödie" in page.read_text(encoding="utf-8")
    assert CliRunner().invoke(cli, words).exit_code == 2  # the run is told of when it goes on, too
    words = ["corpus", "references", str(papers), "-o", str(tmp_path / "refs"), "--jobs", "0"]
    assert CliRunner().invoke(cli, words).exit_code == 2


def rows_in(target: Path, folders: str) -> list[dict[str, Any]]:
    files = sorted(target.glob(f"{folders}/*.parquet"))
    return [row for path in files for row in pq.read_table(path).to_pylist()]
