"""The collector of garbage is kept from a run, and is as before behind it."""

from __future__ import annotations

import gc

import pytest

from refcore.collector import rarely_collecting


def test_the_collector_is_as_before_behind_the_block() -> None:
    before = gc.get_threshold()
    with rarely_collecting():
        assert gc.isenabled()
        assert gc.get_threshold()[0] > before[0]
    with pytest.raises(ValueError, match="told"), rarely_collecting():
        raise ValueError("told")
    assert gc.get_threshold() == before
