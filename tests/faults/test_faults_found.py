"""What the fuzzer once found is read as `benchmarks/faults/readers.py` promises."""

import sys
from pathlib import Path

import pytest

from refcore.errors import RefcoreError

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.faults.readers import READERS

NAMES = {name.replace(" ", "-"): name for name in READERS}
FOUND = sorted((Path(__file__).parent / "found").glob("*/*"))


def kept(name: str, data: bytes) -> None:
    try:
        READERS[name].read(data)
    except RefcoreError:
        return


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_breaks_no_promise(path: Path) -> None:
    kept(NAMES[path.parent.name], path.read_bytes())


@pytest.mark.parametrize("name", READERS)
def test_what_is_sound_is_read_and_what_is_cut_breaks_no_promise(name: str) -> None:
    for seed in READERS[name].seeds:
        READERS[name].read(seed)
        for end in range(0, len(seed), 97):
            kept(name, seed[:end])
