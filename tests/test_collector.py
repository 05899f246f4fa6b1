"""The collector of garbage is kept from a run, and is as before behind it."""

from __future__ import annotations

import gc
import threading

import pytest

import refcore
from refcore.collector import rarely_collecting


def test_the_collector_is_as_before_once_the_block_ends() -> None:
    before = gc.get_threshold()
    with rarely_collecting():
        assert gc.isenabled()
        assert gc.get_threshold()[0] > before[0]
    with pytest.raises(ValueError, match="told"), rarely_collecting():
        raise ValueError("told")
    assert gc.get_threshold() == before


def test_blocks_of_several_threads_leave_the_collector_as_it_was() -> None:
    before = gc.get_threshold()
    both_in, first_out = threading.Barrier(2), threading.Event()

    def first() -> None:
        with rarely_collecting():
            both_in.wait()
        first_out.set()

    thread = threading.Thread(target=first)
    thread.start()
    with rarely_collecting():
        both_in.wait()
        first_out.wait()
        assert gc.get_threshold() != before
    thread.join()
    assert gc.get_threshold() == before


def test_a_caller_who_wants_no_passes_gets_none() -> None:
    before = gc.get_threshold()
    try:
        gc.set_threshold(0)
        with rarely_collecting():
            assert gc.get_threshold()[0] == 0
        assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*before)


def test_what_a_caller_sets_in_a_block_stays() -> None:
    before = gc.get_threshold()
    try:
        with rarely_collecting():
            gc.set_threshold(900, 5, 5)
        assert gc.get_threshold() == (900, 5, 5)
    finally:
        gc.set_threshold(*before)


def test_loading_leaves_the_collector_as_it_was() -> None:
    before = gc.get_threshold()
    refcore.loads("@misc{a, title = {A}}", "bibtex")
    with pytest.raises(refcore.UnreadableInput):
        refcore.loads("{", "csl-json")
    assert gc.get_threshold() == before


def test_what_a_block_made_is_not_looked_through_as_new() -> None:
    with rarely_collecting():
        held: list[list[object]] = [[] for _ in range(5000)]
    assert gc.get_count()[0] < gc.get_threshold()[0]
    assert any(one is held[0] for one in gc.get_objects(generation=2))


def test_what_the_caller_has_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with rarely_collecting():
            pass
        assert 0 < gc.get_freeze_count() <= frozen
    finally:
        gc.unfreeze()
