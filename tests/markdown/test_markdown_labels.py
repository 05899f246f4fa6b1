"""The labelled notes are read as well as benchmarks/notes.py says, or better."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
# How many references may be read wrong: of those that rules were written with, and held out.
MOST = {False: 1, True: 1}


@pytest.fixture(scope="module")
def notes() -> ModuleType:
    spec = importlib.util.spec_from_file_location("notes", ROOT / "benchmarks" / "notes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["notes"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("held_out", [False, True])
def test_no_fewer_are_read_right(notes: ModuleType, held_out: bool) -> None:
    labels = [x for x in notes.load(notes.NOTES) if x["held_out"] == held_out]
    found = notes.misses(notes.NOTES, labels)
    wrong = {(miss.note, miss.id) for miss in found}
    assert len(wrong) <= MOST[held_out]


def test_no_list_or_title_contradicts_the_truth(notes: ModuleType) -> None:
    found = notes.misses(notes.NOTES, notes.load(notes.NOTES))
    assert [str(miss) for miss in found if miss.what == "contradiction"] == []


def test_the_labels_only_grow(notes: ModuleType) -> None:
    labels = notes.load(notes.NOTES)
    assert len(labels) >= 360
    assert sum(label["held_out"] for label in labels) >= 60
