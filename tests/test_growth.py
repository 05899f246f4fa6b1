"""What is four times as long takes at most seven times the steps; in quadratic time, sixteen.

`benchmarks/growth.py` runs every case by the clock; here each subject gets some of the
patterns, by counted calls of Python and C.
"""

import runpy
from itertools import islice
from pathlib import Path

import pytest

from refcore.errors import LockError
from refcore.records.lock import parse_lock

GROWTH = runpy.run_path(str(Path(__file__).parent.parent / "benchmarks" / "growth.py"))
EVERY = 20  # one pattern in so many is run here
MORE = 7


def grows(make) -> tuple[int, int]:
    GROWTH["ended"](make(700))  # what is loaded on first use; a text of its own, for the caches
    return GROWTH["steps"](make(150)), GROWTH["steps"](make(600))


@pytest.mark.parametrize("edit", GROWTH["EDITS"])
def test_edits_grow_with_what_is_edited(edit: str) -> None:
    make = GROWTH["EDITS"][edit]
    make(2)()
    short, long = GROWTH["steps"](make(20)), GROWTH["steps"](make(80))
    assert long <= MORE * short


@pytest.mark.parametrize("subject", GROWTH["SUBJECTS"])
def test_texts_are_read_and_written_in_steps_that_grow_with_them(subject: str) -> None:
    start = list(GROWTH["SUBJECTS"]).index(subject) % EVERY
    for pattern in islice(GROWTH["PATTERNS"], start, None, EVERY):
        short, long = grows(GROWTH["SUBJECTS"][subject](pattern))
        assert long <= MORE * short + 200, pattern


def test_a_lock_with_a_key_twice_at_its_end_is_refused_at_once() -> None:
    names = ", ".join(f'"k{number}": 1' for number in range(50_000))
    with pytest.raises(LockError, match="occurs twice"):  # in quadratic time, a minute
        parse_lock(f'{{{names}, "k49999": 2}}')
