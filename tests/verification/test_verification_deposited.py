"""An entry beside the record that a publisher deposited, as Crossref gives it, and the verdict."""

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
from refcore.verification.verify import verify

PAIRS = [
    json.loads(line)
    for line in Path(__file__).with_name("deposited_pairs.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["id"])
def test_the_verdict_is_one_that_is_right(pair: dict[str, Any]) -> None:
    answer = json.dumps({"status": "ok", "message": pair["work"]}).encode()
    sources = Sources(Lock(read_works(answer).records))
    reference = next(iter(loads(pair["bib"], "bibtex")))
    report = verify(reference, arxiv=sources, today=datetime.date(2026, 6, 1))
    assert str(report.verdict) in pair["verdicts"], report
