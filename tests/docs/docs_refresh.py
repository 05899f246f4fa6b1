"""Put what examples print now into pages: `python tests/docs/docs_refresh.py docs/PAGE.md …`."""

import os
import sys
import tempfile
from pathlib import Path

import docs_runner


def refresh(path: Path) -> list[str]:
    """Write the present outputs into a page; return what no test can run."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "here"
        docs_runner.furnish(folder)
        os.environ.update(REFCORE_OFFLINE="1", REFCORE_CACHE_DIR=str(Path(parent) / "cache"))
        before = Path.cwd()
        os.chdir(folder)
        try:
            right, faults = docs_runner.run(path)
        finally:
            os.chdir(before)
    path.write_text(right, encoding="utf-8")
    return faults


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for fault in refresh(Path(name).resolve()):
            print(f"{name}: {fault}")
