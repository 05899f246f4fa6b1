"""Neighbours of publicly reported faults of verification: names, titles, ids and notes.

`expected` names verdicts with a slash between them; *ok* and *bad* stand for several.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import refcore
from refcore import RecordAuthor, Sources
from refcore.arxiv import Lock
from refcore.model import ArxivId
from refcore.sources.arxiv.record import arxiv_record

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "reported.jsonl").read_text("utf-8").splitlines()
]
AREAS = sorted({row["area"] for row in ROWS})
VERDICTS = {
    "ok": {"confirmed", "confirmed-with-variants", "incomplete"},
    "bad": {"contradicted", "other-paper", "suspect", "not-found"},
}
LISTS = {
    "ok": {"match", "match-with-variant", "truncated-ok"},
    "wrong*": {"wrong", "extra-authors", "missing-authors"},
}


def found_of(row) -> set[str]:
    claimed = row["claimed"]
    if row["kind"] == "list":
        return {refcore.compare_authors(claimed, row["actual"]).verdict.value}
    if row["kind"] == "title":
        return {refcore.compare_titles(claimed, row["actual"]).kind.value}
    if row["kind"] == "id":
        (one,) = refcore.loads(f"@article{{k, title={{T}}, {claimed}}}", "bibtex")
        found = one.arxiv_from_any
        return {"None" if found is None else found.bare}
    library = refcore.loads(claimed, "markdown" if row["kind"] == "md" else "bibtex")
    authors = [RecordAuthor(name) for name in row["names"]]
    kept = arxiv_record(
        ArxivId("2401.01234", 1), row["title"], authors, primary_category="cs.CL",
        categories=["cs.CL"],
    )  # fmt: skip
    reports = refcore.verify(library, arxiv=Sources(Lock([kept])))
    return {report.verdict.value for report in reports} - {"not-covered"}


def allowed_by(row) -> set[str]:
    if row["kind"] == "id":
        return {row["expected"]}
    words = LISTS if row["kind"] == "list" else VERDICTS
    return {word for part in row["expected"].split("/") for word in words.get(part, {part})}


def test_there_are_many_of_many_areas() -> None:
    assert len(ROWS) >= 370
    assert len(AREAS) >= 50


@pytest.mark.parametrize("area", AREAS)
def test_neighbours(area: str) -> None:
    for row in ROWS:
        if row["area"] == area:
            found, allowed = found_of(row), allowed_by(row)
            right = found & allowed if row["expected"] == "bad" else found and found <= allowed
            assert right, (row["claimed"], found)
