"""Many files: the same result in the same order, however many processes work."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import attrs
import pytest

from refcore.cli import run as runs
from refcore.cli.exit import Exit
from refcore.cli.options import SourceOptions
from refcore.cli.outputs import OUTPUTS
from refcore.cli.results import RunResult
from refcore.cli.run import run
from refcore.cli.settings import Settings

T = TypeVar("T")
U = TypeVar("U")


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


def here(function: Callable[[T], U], values: Sequence[T], _: int) -> dict[T, U]:
    """Run in this process what worker processes would run."""
    return {value: function(value) for value in values}


@pytest.mark.parametrize("form", OUTPUTS)
def test_a_large_file_in_parts_says_what_it_says_as_a_whole(
    form: str, files: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [
        Path(name).read_text().replace("@book{b", f"@book{{b{name[0]}") for name in files[:6]
    ]
    Path("all.bib").write_text("".join(entries) + "@misc{k0, title={Twice}}\n@misc{cut, title=")
    settings = Settings(("all.bib",), output=form, origins=SourceOptions(offline=True))
    whole = run(settings, cores=1)
    monkeypatch.setattr(runs, "LEAST_BYTES", 10)
    monkeypatch.setattr("refcore.cli.workers.run_each", here)
    parts = run(settings, cores=3)
    show = OUTPUTS[form].whole
    assert show(RunResult(parts)) == show(RunResult(whole))
    assert attrs.evolve(parts[0], values=()) == attrs.evolve(whole[0], values=())


def test_a_part_whose_process_was_killed_leaves_the_file_unchecked(
    files: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "LEAST_BYTES", 10)
    killed = lambda function, parts, _: {parts[0]: function(parts[0]), parts[1]: None}  # noqa: E731
    monkeypatch.setattr("refcore.cli.workers.run_each", killed)
    settings = Settings(files[:1], origins=SourceOptions(offline=True))
    (found,) = run(settings, cores=2)
    assert found.exit is Exit.UNCHECKED
    assert "was killed" in found.failure
    assert not found.values
