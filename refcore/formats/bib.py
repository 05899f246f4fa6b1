"""BibTeX and BibLaTeX after the registry: readers, writers, and the file that is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from refcore.errors import UnreadableInput
from refcore.model.reference import Reference

if TYPE_CHECKING:
    from refcore.bibtex.bibfile import BibFile
    from refcore.bibtex.read import Unread
    from refcore.diagnostics import Diagnostic
    from refcore.model.library import Library

__all__ = [
    "BiblatexOptions",
    "BibtexOptions",
    "beside_entries",
    "drop_repeated",
    "read_biblatex",
    "read_biblatex_file",
    "read_biblatex_share",
    "read_bibtex",
    "read_bibtex_file",
    "read_bibtex_share",
    "unread_biblatex",
    "unread_bibtex",
    "updated_file",
    "write_biblatex",
    "write_bibtex",
]


class BiblatexOptions(TypedDict, total=False):
    """How BibLaTeX is written: accents as commands, author lists cut."""

    ascii: bool
    authors: int | Literal["groups"] | None


class BibtexOptions(BiblatexOptions, total=False):
    """How BibTeX is written; `fresh` writes a new file, even if the library was read from one."""

    flavour: Literal["bibtex", "biblatex"]
    fresh: bool


def read_bibtex(text: str, path: str | None) -> Library:
    """Read a text as BibTeX reads it."""
    from refcore import bibtex

    return bibtex.read(text, path=path)


def read_biblatex(text: str, path: str | None) -> Library:
    """Read a text as biber reads it."""
    from refcore import bibtex

    return bibtex.read(text, path=path, dialect="biber")


def read_bibtex_file(data: bytes, path: str | None) -> Library:
    """Read a file's bytes as BibTeX reads them; the library remembers the file."""
    return _read_file(data, path, "bibtex")


def read_biblatex_file(data: bytes, path: str | None) -> Library:
    """Read a file's bytes as biber reads them; the library remembers the file."""
    return _read_file(data, path, "biber")


def _read_file(data: bytes, path: str | None, dialect: Literal["bibtex", "biber"]) -> Library:
    from refcore.bibtex import read_file
    from refcore.bibtex.bibfile import BibFile

    library = read_file(BibFile.parse(data, path), dialect=dialect)
    if not library and b"\0" in data:
        raise UnreadableInput(f"{path or 'the input'} is binary, expected BibTeX")
    return library


def read_bibtex_share(data: bytes, path: str | None, number: int, of: int) -> Library:
    """Read one of several shares of a file's bytes as BibTeX reads them; see `load_share`."""
    return _read_share(data, path, number, of, "bibtex")


def read_biblatex_share(data: bytes, path: str | None, number: int, of: int) -> Library:
    """Read one of several shares of a file's bytes as biber reads them; see `load_share`."""
    return _read_share(data, path, number, of, "biber")


def _read_share(
    data: bytes, path: str | None, number: int, of: int, dialect: Literal["bibtex", "biber"]
) -> Library:
    from refcore.bibtex.bibfile import BibFile
    from refcore.bibtex.read import read_share

    if b"\0" in data:  # only the whole file shows whether this is BibTeX at all
        _read_file(data, path, dialect)
    return read_share(BibFile.parse(data, path), number, of, dialect=dialect)


def unread_bibtex(data: bytes, path: str | None) -> Unread:
    """Return the entries of a file's bytes, to be read one by one as BibTeX reads them."""
    return _unread(data, path, "bibtex")


def unread_biblatex(data: bytes, path: str | None) -> Unread:
    """Return the entries of a file's bytes, to be read one by one as biber reads them."""
    return _unread(data, path, "biber")


def _unread(data: bytes, path: str | None, dialect: Literal["bibtex", "biber"]) -> Unread:
    from refcore.bibtex.bibfile import BibFile
    from refcore.bibtex.read import Unread

    if b"\0" in data:  # only the whole file shows whether this is BibTeX at all
        _read_file(data, path, dialect)
    return Unread(BibFile.parse(data, path), dialect=dialect)


def updated_file(library: Library) -> tuple[BibFile, list[Diagnostic]] | None:
    """Return the file that a library was read from, with its changes, and what was lost."""
    from refcore.bibtex.origin import Origin
    from refcore.bibtex.splice import updated

    origin = library._origin
    return updated(origin, library) if isinstance(origin, Origin) else None


def drop_repeated(library: Library) -> None:
    """Remove the entries whose keys are taken, which a library leaves out, from its file.

    >>> library = read_bibtex_file(b"@misc{a, title={One}}\\n@misc{a, title={Two}}", "a.bib")
    >>> drop_repeated(library)
    >>> updated_file(library)[0].to_text()
    '@misc{a, title={One}}'
    """
    from refcore.bibtex.bibfile import BibFile
    from refcore.bibtex.origin import Origin

    origin = library._origin
    if library.repeated and isinstance(origin, Origin):
        file = origin.file.copy()
        file.remove_duplicates()
        file = BibFile.parse(file.to_bytes(), file.path)
        file._state = library._state
        library._origin = Origin(file, origin.references)
        library.repeated = ()


def beside_entries(library: Library) -> list[str]:
    r"""Return descriptions of what the .bib file of a library contains beside its entries.

    >>> library = read_bibtex_file(b"@string{j = {Journal}} % mine\n@preamble{{x}}", "a.bib")
    >>> beside_entries(library)
    ["the preamble 'x'", "the @string 'j'", "the comment '% mine'"]
    """
    from refcore.bibtex.allowed import NO_WORKS
    from refcore.bibtex.origin import Origin

    origin = library._origin
    if not isinstance(origin, Origin):
        return []
    file = origin.file
    return [
        *(f"the preamble {_short(text)}" for text in file.preambles),
        *(f"the @string {name!r}" for name in file.strings),
        *(f"the comment {_short(text)}" for text in file.comments),
        *(f"the @{e.type} {key!r}" for key, e in file.entries.items() if e.type in NO_WORKS),
    ]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return repr(line if len(line) <= 60 else line[:59] + "…")


def write_bibtex(references: Iterable[Reference], **options: Unpack[BibtexOptions]) -> str:
    """Write references as BibTeX, or as BibLaTeX, depending on `flavour`."""
    from refcore import bibtex

    return bibtex.write(
        references,
        flavour=options.get("flavour", "bibtex"),
        ascii=options.get("ascii", False),
        authors=options.get("authors"),
    )


def write_biblatex(references: Iterable[Reference], **options: Unpack[BiblatexOptions]) -> str:
    """Write references as BibLaTeX."""
    from refcore import bibtex

    return bibtex.write(references, flavour="biblatex", **options)
