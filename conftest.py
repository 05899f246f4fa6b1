"""Each example of a docstring runs in an empty folder of its own, as some write files."""

import contextlib
import tempfile
from collections.abc import Iterator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Run an example in a new folder, and a test as it is."""
    if not isinstance(item, pytest.DoctestItem):
        yield
        return
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        yield
