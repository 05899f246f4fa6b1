"""Files are checked again as they are saved; the test moves the time."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli import watching
from refcore.cli.commands import cli
from refcore.cli.watching import saves

BIB = "@misc{a, title={One}, author={Ann Lind}, eprint={2506.00001}}\n"


def write(path: Path, text: str) -> Callable[[], object]:
    def act() -> None:
        path.write_text(text, encoding="utf-8")
        moment = path.stat().st_mtime_ns + 1_000_000_000 * len(text)
        os.utime(path, ns=(moment, moment))

    return act


def looks(path: Path, *acts: Callable[[], object]) -> list[int]:
    """Return the looks at which a save is noticed; after each look, an act changes the file."""
    count, found = 0, []

    def sleep(_: float) -> None:
        nonlocal count
        if count == len(acts):
            raise KeyboardInterrupt
        acts[count]()
        count += 1

    try:
        for _ in saves([str(path)], sleep):
            found.append(count)  # noqa: PERF401 - the count moves while it looks
    except KeyboardInterrupt:
        return found
    raise AssertionError("it ended by itself")


def nothing() -> None:
    """Leave the file as it is."""


def test_a_save_is_seen_once_and_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("1", encoding="utf-8")
    part, whole = write(path, "12"), write(path, "123")
    assert looks(path, nothing, nothing) == []
    assert looks(path, write(path, "1234"), nothing, nothing) == [2]
    assert looks(path, part, whole, nothing, nothing) == [3]
    assert looks(path, path.unlink, nothing, write(path, "12345"), nothing) == [4]


def test_verify_checks_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    Path("a.bib").write_text(BIB, encoding="utf-8")
    acts = iter([write(Path("a.bib"), BIB + BIB.replace("{a,", "{b,")), nothing])

    def sleep(_: float) -> None:
        act = next(acts, None)
        if act is None:
            raise KeyboardInterrupt
        act()

    monkeypatch.setattr(watching.saves, "__defaults__", (sleep,))
    done = CliRunner().invoke(cli, ["verify", "a.bib", "--watch"])
    assert done.exit_code == 3
    assert "1 reference: 1 unchecked" in done.stdout
    assert done.stdout.splitlines()[-1] == "2 references: 2 unchecked"
    assert done.stderr == "watching 1 file; press Ctrl-C to stop\n"


@pytest.mark.parametrize("other", ["--fix", "--dry-run", "--write-baseline"])
def test_watching_only_checks(tmp_path: Path, other: str) -> None:
    assert CliRunner().invoke(cli, ["verify", "a.bib", "--watch", other]).exit_code == 2
    assert CliRunner().invoke(cli, ["verify", "-", "--watch", "--from", "ris"]).exit_code == 2
