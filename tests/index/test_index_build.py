"""Building an index: nothing good is lost, nothing half done is left."""

from __future__ import annotations

import gzip
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock
from made_dumps import line, values, write

from refcore.errors import SnapshotError, UnreadableInput
from refcore.index import Built, Index, blocks, build
from refcore.model import ArxivId

ROOT = Path(__file__).parents[2]
FIRST, OLD = "2506.00001", "math/0309136"


def titles(index: Path) -> dict[str, str]:
    with Index(index) as snapshot:
        found = snapshot.get_all([ArxivId(FIRST), ArxivId("2506.00002"), ArxivId(OLD)])
    return {asked.bare: record.title for asked, record in found.items()}


@pytest.mark.parametrize("name", ["snapshot.json", "snapshot.json.gz"])
@pytest.mark.parametrize("workers", [0, 2])
def test_plain_and_gzip_give_an_index(tmp_path: Path, name: str, workers: int) -> None:
    source = write(tmp_path / name, line(FIRST), line("2506.00002"), b"", line(OLD))
    seen: list[tuple[int, int]] = []
    built = build(
        source, tmp_path / "new" / "a.db", workers=workers, progress=lambda *at: seen.append(at)
    )
    assert built == Built(tmp_path / "new" / "a.db", 3, 0, 0, "2025-07-02")
    assert set(titles(built.path)) == {FIRST, "2506.00002", OLD}
    assert seen[-1] == (source.stat().st_size, source.stat().st_size)
    assert [path.name for path in built.path.parent.iterdir()] == ["a.db"]


def test_bad_lines_are_named_and_passed_over(tmp_path: Path) -> None:
    bad = [b"{"] * 5
    source = write(tmp_path / "s.json", line(FIRST), *bad, line(OLD))
    built = build(source, most_diagnostics=2)
    assert (built.path, built.works, built.bad_lines) == (tmp_path / "s.sqlite", 2, 5)
    assert [str(found) for found in built.diagnostics] == [
        f"{source}:{number}: it is not JSON: '{{'" for number in (2, 3)
    ]


def test_lines_longer_than_a_block_and_a_mark_at_the_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "_BLOCK", 64)
    source = tmp_path / "s.json"
    content = b"\r\n".join([line(FIRST), line("2506.00002"), b"", line(OLD)])
    source.write_bytes(b"\xef\xbb\xbf" + content)
    numbers = [block.first for block in blocks.read_blocks(source)]
    assert numbers[:2] == [1, 2]
    assert build(source).works == 3


def test_a_line_beyond_all_bounds_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (blocks, sys.modules["refcore.index.parse"]):
        monkeypatch.setattr(module, "LONGEST_LINE", 4096)
    monkeypatch.setattr(blocks, "_BLOCK", 512)
    source = write(tmp_path / "s.json", b"x" * 10_000, line(FIRST))
    assert max(len(block.content) for block in blocks.read_blocks(source)) < 5200
    built = build(source)
    assert (built.works, built.bad_lines) == (1, 1)


def test_of_a_paper_that_comes_twice_the_highest_version_stays(tmp_path: Path) -> None:
    first = values()["versions"][:1]
    source = write(
        tmp_path / "s.json",
        line("2506.00002", title="Zebras graze"),
        line(OLD, versions=first, title="Lions sleep"),
        line(FIRST, title="Newer"),
        line(FIRST, title="Older", versions=first),
    )
    again = [line(OLD, title="Tigers hunt"), line("2506.00002", title="Old", versions=first)]
    lines_before = source.read_bytes()
    source.write_bytes(lines_before + b"\n".join(again))
    for size in (1 << 20, 100):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(blocks, "_BLOCK", size)
            built = build(source)
        assert built.works == 3
        expected = {FIRST: "Newer", "2506.00002": "Zebras graze", OLD: "Tigers hunt"}
        assert titles(built.path) == expected
        with Index(built.path) as snapshot:
            assert snapshot.find("lions sleep", least=0) == []
            assert [m.record.title for m in snapshot.find("tigers hunt")] == ["Tigers hunt"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.json", b"", "no record of a dump that refcore knows; nothing was built"),
        ("a.json", b"{}\n", r"no record of a dump .*line 1: it has no id"),
        ("a.zip", b"PK\x03\x04rest", "this is a zip archive"),
        ("a.json.gz", gzip.compress(line() * 99)[:-30], "gzip data is damaged or ends early"),
        ("b.json.gz", b"\x1f\x8b" + bytes(20), "gzip data is damaged or ends early"),
    ],
    ids=["empty", "no record", "zip", "cut gzip", "spoilt gzip"],
)
def test_a_file_that_is_not_a_snapshot_leaves_the_index(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    index = build(write(tmp_path / "s.json", line(FIRST))).path
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableInput, match=words):
        build(tmp_path / name, index)
    assert titles(index) == {FIRST: f"Paper {FIRST}"}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "s.json", "s.sqlite"])


def test_only_an_index_is_replaced(tmp_path: Path) -> None:
    source = write(tmp_path / "s.json", line(FIRST))
    (tmp_path / "refs.bib").write_text("@misc{a}")
    with pytest.raises(SnapshotError, match=r"refs\.bib: this is not an index"):
        build(source, tmp_path / "refs.bib")
    with pytest.raises(SnapshotError, match="would overwrite the dump"):
        build(source, source)
    with pytest.raises(SnapshotError, match="this is not an index"):
        build(source, tmp_path)
    sqlite3.connect(tmp_path / "other.db").executescript("CREATE TABLE t (a); ").connection.close()
    with pytest.raises(SnapshotError, match="this is not an index"):
        build(source, tmp_path / "other.db")
    assert (tmp_path / "refs.bib").read_text() == "@misc{a}"


def test_who_reads_an_index_that_is_built_anew_reads_on(tmp_path: Path) -> None:
    source = write(tmp_path / "s.json", *(line(f"2505.{number:05}") for number in range(1, 900)))
    index = build(source).path
    with Index(index) as snapshot:
        build(write(source, line(OLD)))
        assert len(snapshot.get_all(ArxivId(f"2505.{n:05}") for n in range(1, 900))) == 899
        snapshot.close()
        assert snapshot.get(ArxivId(OLD)) is not None


def test_two_builds_of_one_index_do_not_meet(tmp_path: Path) -> None:
    source = write(tmp_path / "s.json", line(FIRST))
    with (
        FileLock(tmp_path / "s.sqlite.lock"),
        pytest.raises(SnapshotError, match="another process is building"),
    ):
        build(source)
    assert build(source).works == 1


def test_a_killed_build_leaves_the_previous_index(tmp_path: Path) -> None:
    index = build(write(tmp_path / "old.json", line(FIRST)), tmp_path / "a.db").path
    source = tmp_path / "endless.json"
    os.mkfifo(source)
    code = "import sys; from refcore.index import build; build(*sys.argv[1:], workers=1)"
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(source), str(index)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    partial = tmp_path / "a.db.partial"
    with source.open("wb") as pipe:
        for number in range(1, 5000):
            pipe.write(line(f"2505.{number:05}") + b"\n")
        pipe.flush()
        limit = time.monotonic() + 60
        while not partial.exists():
            assert time.monotonic() < limit
        process.send_signal(signal.SIGKILL)
        process.wait(60)
    assert partial.exists()
    assert titles(index) == {FIRST: f"Paper {FIRST}"}
    build(write(tmp_path / "new.json", line(OLD)), index)
    assert titles(index) == {OLD: f"Paper {OLD}"}
    assert not partial.exists()


def test_a_worker_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write(tmp_path / "s.json", line(FIRST))
    workers = sys.modules["refcore.index.workers"]
    monkeypatch.setattr(workers, "_PROGRAM", "import sys; sys.stdin.buffer.read(8)")
    with pytest.raises(SnapshotError, match="ended early"):
        build(source, workers=1)
    assert not (tmp_path / "s.sqlite").exists()
