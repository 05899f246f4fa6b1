"""References of a list that is plain text, read beside the works that an index has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refcore.index import Index, build
from refcore.records.lock import Lock
from refcore.records.sources import Sources
from refcore.textlists import read
from refcore.verification.verify import verify

PAPERS = (
    {
        "key": "DBLP:conf/kites/OssLB08",
        "type": "inproceedings",
        "title": "On herons, reeds and mud, counted from kites",
        "author": ["Berit Oss", "Ada Lindt", "Ida van Berg"],
        "booktitle": "Kites and Reeds, Proceedings of the Fifth Conference",
        "year": "2008",
    },
    {
        "key": "DBLP:journals/reeds/HwangC19",
        "type": "article",
        "title": "Ripples in Harbour Mud",
        "author": ["Ida Hwang", "Bo Fei Chen"],
        "journal": "Reeds",
        "year": "2019",
    },
)
TITLE = "On herons, reeds and mud, counted from kites"
PEOPLE = "Berit Oss, Ada Lindt & Ida van Berg"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("astext")
    source = folder / "papers.jsonl"
    source.write_text("".join(json.dumps(one) + "\n" for one in PAPERS), encoding="utf-8")
    build(source, folder / "papers.sqlite")
    return folder / "papers.sqlite"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # The title is cut too long or too short; that of the index is in the text.
        (f"{PEOPLE}, {TITLE}, Kites and Reeds, Proceedings of the Fifth Conference (2008)", "conf"),
        (f"{PEOPLE}. {TITLE}, Kites and Reeds (2008).", "conf"),
        (f"{PEOPLE}: {TITLE}. Kites and Reeds 2008.", "conf"),
        (f"Berit Oss & Ida van Berg, {TITLE}, Kites and Reeds (2008)", "contradicted"),
        ("Ida Hwang & Bo Fei Chen. Ripples in Harbour Mud. Reeds 12(3), 4–9, 2014.", "contra"),
        (f"Ada Lindt, Berit Oss & Ida van Berg, {TITLE}, Kites and Reeds (2008)", "contradicted"),
        # A work with other people in another year is not the one whose title the text has.
        (f"Max Rohr & Tim Feld, {TITLE}, Kites and Reeds (1991)", "suspect"),
        # The names can be read in the order of the work.
        ("Hwang Ida Chen Bo Fei. Ripples in Harbour Mud. Reeds, 2019.", "conf"),
        ("Ida Hwang & Bo Fei Chen. Ripples in Harbour Silt. Reeds, 2019.", "suspect"),
    ],
)
def test_a_text_is_read_beside_the_works_of_an_index(index: Path, text: str, verdict: str) -> None:
    with Index(index) as held:
        (report,) = verify(read(text), arxiv=Sources(Lock(()), snapshot=held))
    assert report.verdict.value.startswith(verdict), report
