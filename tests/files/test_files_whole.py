"""A file is written whole: links, mode, owner and attributes stay, and nothing is left behind."""

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from refcore import Reference, dump, load
from refcore.arxiv import Lock, RecordAuthor, update_lock, write_lock
from refcore.errors import InvalidPath
from refcore.files import update_whole, write_whole
from refcore.model.identifiers import ArxivId
from refcore.sources.arxiv.record import arxiv_record

ROOT = os.getuid() == 0 if hasattr(os, "getuid") else False
RECORD = arxiv_record(ArxivId("2401.00001", 1), "On Things", (RecordAuthor("Bo Fei"),))


def write_bytes(path: Path) -> None:
    write_whole(path, b"new")


def write_update(path: Path) -> None:
    update_whole(path, lambda _: b"new")


def write_library(path: Path) -> None:
    dump(Reference("a", title="T"), path, "bibtex")


def write_a_lock(path: Path) -> None:
    write_lock(path, Lock([RECORD]))


def merge_a_lock(path: Path) -> None:
    path.write_text('{"format": 1, "records": []}', encoding="utf-8")
    update_lock(path, [RECORD])


WRITERS = [write_bytes, write_update, write_library, write_a_lock, merge_a_lock]
every_writer = pytest.mark.parametrize("write", WRITERS)


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


@every_writer
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444, 0o755])
def test_links_mode_owner_and_attributes_stay(tmp_path: Path, write, mode: int) -> None:
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "real"
    target.write_bytes(b"old")
    user = 12345 if ROOT else os.getuid()
    os.chown(target, user, user if ROOT else -1)
    target.chmod(mode)
    os.setxattr(target, "user.note", b"mine")
    middle = tmp_path / "middle"
    middle.symlink_to("there/real")
    link = tmp_path / "link"
    link.symlink_to(middle)
    write(link)
    assert link.is_symlink()
    assert middle.readlink() == Path("there/real")
    assert target.read_bytes() != b"old"
    found = target.stat()
    assert (stat.S_IMODE(found.st_mode), found.st_uid) == (mode, user)
    assert os.getxattr(target, "user.note") == b"mine"
    assert names(tmp_path / "there") == ["real"]


def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_has_the_mode_that_the_process_gives(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "new", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o666 & ~mask


def test_nobody_else_can_read_the_new_content_before_it_is_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "private"
    target.write_bytes(b"old")
    target.chmod(0o600)
    modes = []
    opened = os.open

    def watch(path, flags, mode=0o777, **more):
        handle = opened(path, flags, mode, **more)
        if str(path).startswith(str(tmp_path)):
            modes.append(stat.S_IMODE(os.fstat(handle).st_mode))
        return handle

    monkeypatch.setattr(os, "open", watch)
    before = os.umask(0)
    try:
        write_whole(target, b"new")
    finally:
        os.umask(before)
    assert modes == [0o600]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


KILLED = """
import os, sys
from pathlib import Path
from refcore.files import write_whole

def die(handle):
    os.kill(os.getpid(), 9)

os.fsync = die
write_whole(Path(sys.argv[1]), b"new" * 1000)
"""


def test_what_a_killed_writer_left_is_private_and_swept(tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    target.write_bytes(b"old")
    other = tmp_path / "other.bib"
    for path in (target, other):
        done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
        assert done.returncode == -9
    assert target.read_bytes() == b"old"
    assert len(names(tmp_path)) == 3
    write_whole(target, b"new")
    left = [name for name in names(tmp_path) if name.endswith(".tmp")]
    assert len(left) == 1  # of the other file, which somebody may be writing
    write_whole(other, b"new")
    assert names(tmp_path) == ["other.bib", "refs.bib"]


def test_a_file_that_is_being_written_is_not_swept(tmp_path: Path) -> None:
    from refcore.files.scratch import new_scratch, sweep

    with new_scratch(tmp_path / "a") as scratch:
        sweep(tmp_path / "a")
        assert scratch.path.exists()


@pytest.mark.parametrize("call", ["write", "fsync", "fchmod", "fchown", "rename"])
def test_a_fault_of_the_system_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    target = tmp_path / "refs.bib"
    target.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if call == "write":
        monkeypatch.setattr("refcore.files.scratch.os.fdopen", lambda *_: Full(_[0]))
    elif call == "rename":
        monkeypatch.setattr(Path, "replace", fail)
    elif call != "fchown":
        monkeypatch.setattr(os, call, fail)
    else:
        monkeypatch.setattr(os, "fchown", fail)
    if call == "fchown":  # an owner that cannot be kept is no reason to fail
        write_whole(target, b"new")
        assert target.read_bytes() == b"new"
        return
    with pytest.raises(OSError, match=r"refs\.bib") as caught:
        write_whole(target, b"new")
    assert caught.value.errno == errno.ENOSPC
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["refs.bib"]


class Full:
    """An open file on a full disk."""

    def __init__(self, handle: int) -> None:
        self.handle = handle

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.handle)

    def write(self, _: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_other_hard_links_are_said(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@misc{a, title = {A}}\n", encoding="utf-8")
    os.link(path, tmp_path / "second.bib")
    library = load(path)
    library.replace(library["a"].evolve(title="B"))
    (finding,) = dump(library, path)
    assert "2 names (hard links)" in finding.message
    assert "{B}" in path.read_text(encoding="utf-8")


@every_writer
@pytest.mark.parametrize("length", [60, 80, 84])
def test_long_names_in_any_letters(tmp_path: Path, write, length: int) -> None:
    path = tmp_path / ("文" * length)
    write(path)
    assert names(tmp_path) == ["文" * length]


@every_writer
def test_a_name_that_is_not_utf8(tmp_path: Path, write) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.bib"))
    write(path)
    assert [os.fsencode(found.name) for found in tmp_path.iterdir()] == [b"caf\xe9.bib"]


@every_writer
def test_a_path_that_can_name_no_file_is_an_error_of_refcore(tmp_path: Path, write) -> None:
    (tmp_path / "a.bib").symlink_to("a.bib")
    for path in (tmp_path / "a.bib", tmp_path / "x\0y.bib", tmp_path / ("x" * 300 + ".bib")):
        with pytest.raises(InvalidPath):
            load(path)
        if write is not merge_a_lock:  # which writes the file first
            with pytest.raises(InvalidPath):
                write(path)


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    path = tmp_path / "pipe.ris"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    dump(Reference("a", title="T"), path)
    reader.join()
    assert read[0].startswith(b"TY  - ")
    assert stat.S_ISFIFO(path.stat().st_mode)
    assert names(tmp_path) == ["pipe.ris"]


@every_writer
def test_a_file_that_may_not_be_written_stays(tmp_path: Path, write) -> None:
    path = tmp_path / "a.bib"
    write(path)  # a lock, a table or bytes that the writer can read again
    before = path.read_bytes()
    path.chmod(0o444)
    if ROOT:  # who may write any file
        write(path)
    else:
        with pytest.raises(PermissionError):
            write(path)
        assert path.read_bytes() == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o444


def test_a_device_is_written_to() -> None:
    write_whole(Path(os.devnull), b"new")
    assert not stat.S_ISREG(Path(os.devnull).stat().st_mode)


OUTPUT = """
import sys
from pathlib import Path
from refcore.files import write_whole
print("before", flush=True)
write_whole(Path(sys.argv[1]), b"new\\n")
print("behind")
"""


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
@pytest.mark.parametrize("to_file", [True, False])
def test_the_output_of_the_process_is_written_to(tmp_path: Path, name: str, to_file: bool) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    command = [sys.executable, "-c", OUTPUT, str(tmp_path / name)]
    if to_file:
        with (tmp_path / "out").open("wb") as file:
            subprocess.run(command, stdout=file, check=True)
        found = (tmp_path / "out").read_bytes()
    else:
        found = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    assert found == b"before\nnew\nbehind\n"
