"""Every labelled pair of author lists has the class it is labelled with."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from refcore.compare import ListVerdict, compare_authors

HERE = Path(__file__).parent
# The files may only grow: a pair once settled stays settled.
FILES = {
    "pairs_written.jsonl": 305,
    "pairs_edited.jsonl": 1490,
    "pairs_defined.jsonl": 1088,
    "pairs_customs.jsonl": 1534,
    "pairs_mixed.jsonl": 457,
}


def load(name: str) -> list[dict[str, Any]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("name", FILES)
def test_every_pair_has_its_class(name: str) -> None:
    wrong = []
    for pair in load(name):
        found = compare_authors(pair["claimed"], pair["actual"])
        if found.verdict != pair["expected"]:
            wrong.append(f"{pair['id']}: {pair['expected']} expected\n{found}")
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize(("name", "least"), FILES.items())
def test_the_lists_only_grow_and_have_every_class(name: str, least: int) -> None:
    pairs = load(name)
    assert len(pairs) >= least
    assert len({pair["id"] for pair in pairs}) == len(pairs)
    classes = Counter(pair["expected"] for pair in pairs)
    # These lists are in Latin letters; test_compare_scripts has those of two scripts.
    assert set(classes) == {verdict.value for verdict in ListVerdict} - {"not-compared"}


def test_every_actual_list_matches_itself() -> None:
    for name in FILES:
        for pair in load(name):
            found = compare_authors(pair["actual"], pair["actual"])
            assert found.verdict is ListVerdict.MATCH, pair["actual"]
            assert not found.differences


def test_a_cut_list_is_not_held_to_its_own_count() -> None:
    cut = ["Ashish Vaswani", "and 7 others"]
    assert compare_authors(cut, cut).verdict is ListVerdict.TRUNCATED_OK


def test_a_whole_field_is_read_as_the_list_that_it_holds() -> None:
    found = compare_authors("Ba, Jimmy and Kingma, D. P.", ["Jimmy Ba", "Diederik P. Kingma"])
    assert found.verdict is ListVerdict.MATCH_WITH_VARIANT


def test_lists_as_references_and_services_write_them() -> None:
    lines = (HERE / "author_pairs.txt").read_text("utf-8").splitlines()
    pairs = [line.split(" | ") for line in lines if not line.startswith("#")]
    assert len(pairs) >= 321
    compared = [
        (label, compare_authors(claimed.split("; "), actual.split("; ")))
        for label, claimed, actual in pairs
    ]
    wrong = [
        str(found)
        for label, found in compared
        if not (found.is_right if label == "right" else found.is_wrong)
    ]
    assert not wrong
