"""Many files: the same result in the same order, however many processes work."""

from pathlib import Path

import pytest

from refcore.cli import run as runs
from refcore.cli.options import SourceOptions
from refcore.cli.run import run
from refcore.cli.settings import Settings


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    lock = """{"format": 1, "records": [{"id": "2506.13585", "version": 1, "title": "M1",
        "authors": ["Bo Fei", "Bo Yang"]}]}"""
    Path("arxiv.lock.json").write_text(lock)
    for number in range(6):
        names = "Fei, Bo and Yang, Bo" if number % 2 else "Fei, Bo and Yang, Bob"
        entry = f"@misc{{k{number}, author={{{names}}}, eprint={{2506.13585}}}}\n"
        Path(f"{number}.bib").write_text(entry + "@book{b, title={B}}\n")
    Path("bad.json").write_text("{")
    return (*(f"{number}.bib" for number in range(6)), "bad.json", "none.bib")


@pytest.mark.slow
def test_processes_change_nothing(files: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(files, origins=SourceOptions(offline=True))
    one = run(settings, cores=1)
    monkeypatch.setattr(runs, "LEAST_BYTES", 0)
    two = run(settings, cores=2)
    assert two == one
    assert one[0].counts == {"contradicted": 1, "unchecked": 1, "false claims": 0}
    assert one[1].counts == {"confirmed": 1, "unchecked": 1, "false claims": 0}
    assert [bool(result.failure) for result in one] == [False] * 6 + [True] * 2
    assert any("Bob Yang" in block.text for block in one[0].values)
