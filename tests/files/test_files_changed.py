"""A file that another program changed since it was read is never written over."""

import os
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore import BibFile, Reference, dump, load
from refcore.arxiv import Lock, RecordAuthor, read_lock, update_lock, write_lock
from refcore.cli.commands import cli
from refcore.errors import FileChanged, LockError
from refcore.files import update_whole
from refcore.model.identifiers import ArxivId
from refcore.records.record import Record
from refcore.sources.arxiv.record import arxiv_record

MINE = "@misc{mine,\n  title = {Mine},\n}\n"
THEIRS = "@misc{theirs,\n  title = {Theirs},\n}\n"


def append(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(THEIRS)


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(MINE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("refs.bib", MINE),
        ("refs.json", '[{"id": "mine", "type": "book", "title": "Mine"}]'),
        ("refs.ris", "TY  - BOOK\nTI  - Mine\nID  - mine\nER  - \n"),
        ("refs.yml", "mine:\n  type: book\n  title: Mine\n"),
    ],
)
def test_dump_keeps_what_another_program_wrote(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    library = load(path)
    library.replace(library["mine"].evolve(title="Changed"))
    append(path)
    with pytest.raises(FileChanged, match=name):
        dump(library, path)
    assert path.read_text(encoding="utf-8") == text + THEIRS


def test_options_of_the_writer_make_no_difference(bib: Path) -> None:
    library = load(bib)
    append(bib)
    with pytest.raises(FileChanged):
        dump(library, bib, fresh=True)
    with pytest.raises(FileChanged):
        dump(library, bib, "biblatex")
    with pytest.raises(FileChanged):
        dump(library, bib, "csl-json")


def test_every_path_to_the_file_is_known(bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bib.parent / "link.bib").symlink_to(bib)
    os.link(bib, bib.parent / "hard.bib")
    monkeypatch.chdir(bib.parent)
    for name in ("link.bib", "hard.bib", "./refs.bib"):
        library = load(bib)
        append(bib)
        with pytest.raises(FileChanged):
            dump(library, name)


def test_a_link_that_leads_to_another_file_now(bib: Path) -> None:
    link = bib.parent / "link.bib"
    link.symlink_to(bib)
    library = load(link)
    other = bib.parent / "other.bib"
    other.write_text(THEIRS, encoding="utf-8")
    link.unlink()
    link.symlink_to(other)
    with pytest.raises(FileChanged):
        dump(library, link)
    assert other.read_text(encoding="utf-8") == THEIRS


def test_one_library_is_written_again_and_again(bib: Path) -> None:
    library = load(bib)
    for number in range(3):
        library.add(Reference(f"new{number}", title="New"))
        dump(library, bib)
    assert load(bib).keys() == ("mine", "new0", "new1", "new2")


def test_other_files_and_deleted_ones_are_no_conflict(bib: Path) -> None:
    library = load(bib)
    append(bib)
    dump(library, bib.parent / "copy.bib")
    bib.unlink()
    dump(library, bib)
    assert load(bib) == library


def test_a_touched_file_with_the_same_content_is_not_a_conflict(bib: Path) -> None:
    library = load(bib)
    other = bib.with_suffix(".new")
    other.write_bytes(bib.read_bytes())
    other.replace(bib)
    library.add(Reference("new", title="New"))
    dump(library, bib)
    assert "new" in load(bib)


def test_a_bibfile_writes_over_nothing(bib: Path) -> None:
    file = BibFile.read(bib)
    file.entries["mine"]["title"] = "Changed"
    append(bib)
    for changed in (file, file.copy()):
        with pytest.raises(FileChanged):
            changed.write()
    assert bib.read_text(encoding="utf-8") == MINE + THEIRS


def test_the_prompt_of_fix_waits_while_others_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "refs.bib"
    path.write_text("@misc{a, title={On Things}, author={Lee, Bo}, eprint={2401.00001}}\n")
    write_lock(tmp_path / "arxiv.lock.json", Lock([record("2401.00001", "Li, Bo")]))

    def answer() -> str:
        append(path)
        return "y\n"

    monkeypatch.setattr("refcore.cli.fix.ask", answer)
    done = CliRunner().invoke(cli, ["verify", "--offline", "--fix", "refs.bib"])
    assert done.exit_code == 2
    assert "changed the file after it was read" in done.stderr
    assert path.read_text(encoding="utf-8").endswith("eprint={2401.00001}}\n" + THEIRS)


def test_a_merge_keeps_what_was_added_to_its_target(bib: Path) -> None:
    from refcore.cli.duplicates import _merge

    other = bib.with_name("other.bib")
    other.write_text(THEIRS, encoding="utf-8")
    libraries = {other: load(other), bib: load(bib)}
    append(bib)
    with pytest.raises(FileChanged):
        _merge(libraries, (), bib.parent / "." / "refs.bib", "bibtex")


def record(identifier: str, author: str = "Fei, Bo", about: tuple[str, ...] = ()) -> Record:
    name = " ".join(reversed(author.split(", ")))
    return arxiv_record(ArxivId(identifier, 1), "On Things", (RecordAuthor(name),), about=about)


def test_a_lock_that_changed_since_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "arxiv.lock.json"
    write_lock(path, Lock([record("2401.00001")]))
    mine = read_lock(path).with_records([record("2401.00002")])
    write_lock(path, read_lock(path).with_records([record("2401.00003")]))
    with pytest.raises(FileChanged):
        write_lock(path, mine)
    assert [held.id.bare for held in read_lock(path)] == ["2401.00001", "2401.00003"]


def test_many_writers_of_one_lock_lose_no_record(tmp_path: Path) -> None:
    path = tmp_path / "arxiv.lock.json"
    threads = [
        threading.Thread(target=update_lock, args=(path, [record(f"2401.{number:05}")]))
        for number in range(1, 13)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_lock(path)) == 12


def test_what_people_write_into_the_lock_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "arxiv.lock.json"
    write_lock(path, Lock([record("2401.00001")]))
    fetched = record("2401.00001", "Fei, Bob")
    write_lock(path, Lock([record("2401.00001", about=("checked by hand",))]))
    written = update_lock(path, [fetched])
    assert written == read_lock(path)
    assert [(held.about, held.authors) for held in written] == [
        (("checked by hand",), fetched.authors)
    ]


def test_a_lock_that_was_broken_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "arxiv.lock.json"
    path.write_text('{"format": 1, ', encoding="utf-8")
    with pytest.raises(LockError):
        update_lock(path, [record("2401.00001")])
    assert path.read_text(encoding="utf-8") == '{"format": 1, '


def test_a_change_is_made_again_where_another_program_was_quicker(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"1")
    seen = []

    def change(before: bytes | None) -> bytes:
        seen.append(before)
        if len(seen) == 1:
            path.write_bytes(b"2")  # by a program that takes no lock
        return (before or b"") + b"!"

    assert update_whole(path, change) == (b"2!", ())
    assert path.read_bytes() == b"2!"
    assert seen == [b"1", b"2"]
    assert [found.name for found in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_that_never_rests_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"

    def change(before: bytes | None) -> bytes:
        path.write_bytes((before or b"") + b"2")
        return b"mine"

    with pytest.raises(FileChanged, match="keep changing"):
        update_whole(path, change)
    assert set(path.read_bytes()) == set(b"2")
