"""What tests of the command line share: a folder with reviewed records, and no network."""

from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def reviewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a new folder with a copy of the reviewed records, offline and without a cache."""
    copytree(ROOT / "references", tmp_path / "references")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path
