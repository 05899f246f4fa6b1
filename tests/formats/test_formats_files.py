from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore import Library, Reference
from refcore.errors import UnknownFormat, UnknownOption, UnreadableInput
from refcore.formats import FORMATS, dump, dumps, load, loads
from refcore.formats.decoding import decode

ITEM = '[{"id": "a", "type": "book", "title": "Zoë"}]'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32"])
def test_load_reads_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "refs.JSON"
    path.write_bytes(ITEM.encode(encoding))
    library = load(path)
    assert library["a"].title == "Zoë"
    assert library.path == str(path)
    guessed = [str(entry) for entry in library.diagnostics]
    expected = [f"{path}:1: not UTF-8; read as Windows-1252"] if encoding == "cp1252" else []
    assert guessed == expected


def test_load_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.json")
    folder = tmp_path / "folder.json"
    folder.mkdir()
    with pytest.raises(UnreadableInput, match="is a folder"):
        load(folder)
    (tmp_path / "b.json").write_bytes(b"\x7fELF\0\0")
    with pytest.raises(UnreadableInput, match="is binary"):
        load(tmp_path / "b.json")


def test_names_are_read_by_the_rules_of_the_named_format(tmp_path: Path) -> None:
    text = "@book{a, author = {De la Fontaine, Jean}, title = {T}}"
    (tmp_path / "a.bib").write_bytes(text.encode())
    for read, source in ((loads, text), (load, tmp_path / "a.bib")):
        bibtex = read(source, "bibtex")["a"].authors[0]
        biblatex = read(source, "biblatex")["a"].authors[0]
        assert (bibtex.non_dropping_particle, bibtex.family) == ("De la", "Fontaine")
        assert (biblatex.non_dropping_particle, biblatex.family) == ("", "De la Fontaine")


def test_unknown_formats_name_the_known(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"cannot read \.xyz files.*\.bib.*\.json.*\.md"):
        load(tmp_path / "refs.xyz")
    with pytest.raises(UnknownFormat, match=r"no format 'xyz'\. Known are: bibtex, biblatex"):
        loads("", "xyz")
    with pytest.raises(UnknownFormat, match="markdown is read but not written"):
        dumps(Library(), "markdown")


def test_unknown_options_name_the_known() -> None:
    with pytest.raises(UnknownOption, match=r"csl-json has no option 'ascii'$"):
        dumps(Library(), "csl-json", ascii=True)
    with pytest.raises(TypeError, match="bibtex has no option 'width'; it knows: ascii, authors"):
        dumps(Library(), "bibtex", width=3)


def test_dump_takes_one_several_or_a_library(tmp_path: Path) -> None:
    reference = Reference("a", "book", "Zoë")
    wanted = dumps(Library([reference]), "csl-json")
    assert dumps(reference, "csl-json") == dumps(iter([reference]), "csl-json") == wanted
    dump(reference, tmp_path / "out.json")
    assert (tmp_path / "out.json").read_bytes() == wanted.encode()
    assert list(load(tmp_path / "out.json")) == [reference]


def test_dump_writes_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("before")
    path.chmod(0o640)
    with pytest.raises(UnknownOption):
        dump(Reference("a"), path, ascii=True)
    assert path.read_text() == "before"
    link = tmp_path / "link.json"
    link.symlink_to(path)
    dump(Reference("a"), link)
    assert link.is_symlink()
    assert load(path).keys() == ("a",)
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["link.json", "out.json"]


def test_dump_leaves_nothing_when_the_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        dump(Reference("a"), tmp_path / "none" / "out.json")
    assert not list(tmp_path.iterdir())


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except UnreadableInput:
        assert b"\0" in data
    else:
        assert isinstance(text, str)


def test_the_registry_is_sound() -> None:
    names = [known.name for known in FORMATS]
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert len(names) == len(set(names))
    assert len(suffixes) == len(set(suffixes))
    assert all(known.reader or known.writer for known in FORMATS)
