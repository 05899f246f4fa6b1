"""The verdicts of a corpus, counted and as a page."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import html5lib
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
