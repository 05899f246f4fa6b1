"""How hypothesis looks for cases, and how tests of growth take the time."""

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import settings

# The same cases in each run; others with a profile of its own.
settings.register_profile("fixed", derandomize=True, database=None)
settings.register_profile("search", print_blob=True)
settings.load_profile("fixed")


@pytest.fixture
def seconds_of() -> Callable[[Callable[[], object]], float]:
    """Give the least processor time of three calls, the garbage collector aside."""

    def measured(call: Callable[[], object]) -> float:
        taken = []
        for _ in range(3):
            gc.disable()
            try:
                start = time.process_time()
                call()
                taken.append(time.process_time() - start)
            finally:
                gc.enable()
        return min(taken)

    return measured
