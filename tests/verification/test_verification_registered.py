"""An entry beside the record that DataCite has of a deposit, and the verdict."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from refcore.formats import loads
from refcore.model import Doi
from refcore.records.lock import Lock
from refcore.records.sources import Sources
from refcore.sources.datacite.reader import record_of
from refcore.verification.verify import verify

PAIRS = [
    json.loads(line)
    for line in Path(__file__).with_name("registered_pairs.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["id"])
def test_the_verdict_is_one_that_is_right(pair: dict[str, Any]) -> None:
    reference = next(iter(loads(pair["bib"], "bibtex")))
    assert reference.doi is not None
    record = record_of(pair["attributes"], Doi.parse(str(reference.doi)))
    report = verify(reference, arxiv=Sources(Lock([record])), today=datetime.date(2026, 6, 1))
    assert str(report.verdict) in pair["verdicts"], report
