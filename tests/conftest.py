"""How hypothesis looks for cases, and how tests of growth take the time."""

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

# A busy machine draws slowly: that is no fault of the code under test.
BUSY = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
# "fixed" makes the same cases in each run, "search" looks for new ones.
settings.register_profile("fixed", derandomize=True, database=None, **BUSY)
settings.register_profile("search", print_blob=True, **BUSY)
settings.load_profile("fixed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as quick what draws no cases, measures no growth and is not marked slow."""
    for item in items:
        drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        measured = "seconds_of" in getattr(item, "fixturenames", ())
        if not drawn and not measured and item.get_closest_marker("slow") is None:
            item.add_marker("quick")


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
