"""An entry beside the answer of a service, in a form that the service has, and the verdict."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from refcore.formats import loads
from refcore.records.lock import Lock
from refcore.records.sources import Sources
from refcore.sources.crossref.reader import read_works
from refcore.sources.datacite.reader import read_dois
from refcore.sources.doiorg.reader import read_csl
from refcore.sources.inspire.reader import read_literature
from refcore.sources.openlibrary.reader import read_books
from refcore.sources.pubmed.reader import read_articles
from refcore.verification.verify import verify

READERS = {
    "crossref": read_works,
    "datacite": read_dois,
    "doi.org": read_csl,
    "inspire": read_literature,
    "openlibrary": read_books,
    "pubmed": read_articles,
}
PAIRS = [
    json.loads(line)
    for line in Path(__file__).with_name("answered_pairs.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['service']} {pair['id']}")
def test_the_verdict_is_one_that_is_right(pair: dict[str, Any]) -> None:
    answer = pair["answer"]
    content = answer if isinstance(answer, str) else json.dumps(answer)
    sources = Sources(Lock(READERS[pair["service"]](content.encode()).records))
    reference = next(iter(loads(pair["bib"], "bibtex")))
    report = verify(reference, arxiv=sources, today=datetime.date(2026, 6, 1))
    assert str(report.verdict) in pair["verdicts"], report
