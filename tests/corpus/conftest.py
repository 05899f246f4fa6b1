"""One corpus for all tests: its dumps, their index and their tables, made once."""

from __future__ import annotations

import made_corpus
import pytest
from made_corpus import DAY, Corpus

from refcore import load, verify
from refcore.corpus import write_records
from refcore.corpus.verdicts import verdict_row
from refcore.index import Index, build
from refcore.records.sources import Sources


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("corpus")
    dumps = made_corpus.dumps(folder)
    references = folder / "references"
    references.mkdir()
    entries = made_corpus.entries()
    for at, name in enumerate(("b.bib", "a.bib", "c.bib")):
        (references / name).write_text("\n\n".join(entries[at::3]), encoding="utf-8")
    build(dumps, folder / "index.sqlite", workers=0)
    write_records(dumps, folder / "records", partitions=3)
    found = [one for path in sorted(references.iterdir()) for one in load(path)]
    with Index(folder / "index.sqlite") as index:
        reports = verify(found, arxiv=Sources(snapshot=index), today=DAY)
    wanted = [{"row": at, **verdict_row(report)} for at, report in enumerate(reports)]
    return Corpus(dumps, references, folder / "records", folder / "index.sqlite", wanted)
