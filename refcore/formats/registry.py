"""The formats that refcore knows, as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any, Literal, Protocol, TypeAlias

import attrs

from refcore.diagnostics import Diagnostic
from refcore.errors import UnknownFormat, UnknownOption, UnreadableInput
from refcore.model.library import Library
from refcore.model.reference import Reference

__all__ = ["FORMATS", "Format", "Updated", "format_named", "format_of_path"]

Reader: TypeAlias = Callable[[str, str | None], Library]
Writer: TypeAlias = Callable[..., str]
FileReader: TypeAlias = Callable[[bytes, str | None], Library]
Updater: TypeAlias = Callable[[Library], "tuple[Updated, list[Diagnostic]] | None"]


class Updated(Protocol):
    """A file that a library was read from, with the library's changes in it."""

    def to_text(self) -> str:
        """Give it as text."""

    def to_bytes(self) -> bytes:
        """Give it in the encoding that it had."""


@attrs.frozen
class Format:
    """A format: its name, its file suffixes, how it is read and written.

    `options` are the keyword arguments that the writer takes. A format with a
    `file_reader` reads bytes, and its `updater` gives the file that a library
    was read from with the library's changes, and what that file cannot hold;
    None for a library from elsewhere. The functions
    import what they need when they run, so that naming a format costs nothing.
    """

    name: str
    title: str
    suffixes: tuple[str, ...] = ()
    reader: Reader | None = None
    writer: Writer | None = None
    options: frozenset[str] = frozenset()
    file_reader: FileReader | None = None  # for formats that keep the file as it is
    updater: Updater | None = None

    def read(self, text: str, path: str | None = None) -> Library:
        """Read a text; raises `UnknownFormat` where the format is only written."""
        if self.reader is None:
            raise UnknownFormat(f"{self.name} is written but not read; {_readable()}")
        return self.reader(text, path)

    def write(self, references: Iterable[Reference], **options: Any) -> str:
        """Write references; raises `UnknownFormat` or `UnknownOption`."""
        if self.writer is None:
            raise UnknownFormat(f"{self.name} is read but not written; {_writable()}")
        for option in options:
            if option not in self.options:
                known = ", ".join(sorted(self.options)) or "none"
                raise UnknownOption(f"{self.name} has no option {option!r}; it knows: {known}")
        return self.writer(references, **options)


def _read_bibtex(text: str, path: str | None) -> Library:
    from refcore import bibtex

    return bibtex.read(text, path=path)


def _read_biblatex(text: str, path: str | None) -> Library:
    from refcore import bibtex

    return bibtex.read(text, path=path, dialect="biber")


def _read_bib_file(data: bytes, path: str | None) -> Library:
    return _read_bib_bytes(data, path, "bibtex")


def _read_biblatex_file(data: bytes, path: str | None) -> Library:
    return _read_bib_bytes(data, path, "biber")


def _read_bib_bytes(data: bytes, path: str | None, dialect: Literal["bibtex", "biber"]) -> Library:
    from refcore.bibtex import read_file
    from refcore.bibtex.bibfile import BibFile

    library = read_file(BibFile.parse(data, path), dialect=dialect)
    if not library and b"\0" in data:
        raise UnreadableInput(f"{path or 'the input'} is binary, expected BibTeX")
    return library


def _update_bib_file(library: Library) -> tuple[Updated, list[Diagnostic]] | None:
    from refcore.bibtex.splice import Origin, updated

    origin = library._origin
    return updated(origin, library) if isinstance(origin, Origin) else None


def _write_bibtex(references: Iterable[Reference], fresh: bool = False, **options: Any) -> str:  # noqa: ARG001
    from refcore import bibtex

    return bibtex.write(references, **{"flavour": "bibtex", **options})


def _write_biblatex(references: Iterable[Reference], **options: Any) -> str:
    from refcore import bibtex

    return bibtex.write(references, flavour="biblatex", **options)


def _read_csl_json(text: str, path: str | None) -> Library:
    from refcore.formats.csljson import read

    return read(text, path=path)


def _write_csl_json(references: Iterable[Reference]) -> str:
    from refcore.formats.csljson import write

    return write(references)


def _read_markdown(text: str, path: str | None) -> Library:
    from refcore import markdown

    return markdown.read(text, path=path)


def _read_ris(text: str, path: str | None) -> Library:
    from refcore.formats.ris import read

    return read(text, path)


def _write_ris(references: Iterable[Reference]) -> str:
    from refcore.formats.ris import write

    return write(references)


def _read_hayagriva(text: str, path: str | None) -> Library:
    from refcore.formats.hayagriva import read

    return read(text, path)


def _write_hayagriva(references: Iterable[Reference]) -> str:
    from refcore.formats.hayagriva import write

    return write(references)


def _read_cff(text: str, path: str | None) -> Library:
    from refcore.formats.cff import read

    return read(text, path)


def _write_cff(references: Iterable[Reference]) -> str:
    from refcore.formats.cff import write

    return write(references)


def _read_nbib(text: str, path: str | None) -> Library:
    from refcore.formats.nbib import read

    return read(text, path)


FORMATS: tuple[Format, ...] = (
    Format(
        "bibtex",
        "BibTeX",
        (".bib", ".bibtex"),
        _read_bibtex,
        _write_bibtex,
        frozenset({"flavour", "ascii", "authors", "fresh"}),
        _read_bib_file,
        _update_bib_file,
    ),
    Format(
        "biblatex",
        "BibLaTeX",
        (),
        _read_biblatex,
        _write_biblatex,
        frozenset({"ascii", "authors"}),
        _read_biblatex_file,
    ),
    Format("csl-json", "CSL-JSON", (".json",), _read_csl_json, _write_csl_json),
    Format("ris", "RIS", (".ris",), _read_ris, _write_ris),
    Format("hayagriva", "Hayagriva YAML", (".yml", ".yaml"), _read_hayagriva, _write_hayagriva),
    Format("cff", "CITATION.cff", (".cff",), _read_cff, _write_cff),
    Format("nbib", "NBIB", (".nbib",), _read_nbib),
    Format("markdown", "Markdown note", (".md", ".markdown"), _read_markdown),
)


def _readable() -> str:
    return "read are: " + ", ".join(known.name for known in FORMATS if known.reader)


def _writable() -> str:
    return "written are: " + ", ".join(known.name for known in FORMATS if known.writer)


def format_named(name: str) -> Format:
    """Give the format of a name, in any case; raises `UnknownFormat`, naming all.

    >>> format_named("CSL-JSON").suffixes
    ('.json',)
    """
    wanted = name.casefold().replace("_", "-")
    for known in FORMATS:
        if known.name == wanted:
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise UnknownFormat(f"there is no format {name!r}; known are: {names}")


def format_of_path(path: str) -> Format:
    """Give the format that a path's suffix tells; raises `UnknownFormat`, naming all.

    >>> format_of_path("notes/References.BIB").name
    'bibtex'
    """
    suffix = PurePath(path).suffix.casefold()
    for known in FORMATS:
        if suffix in known.suffixes:
            return known
    suffixes = ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
    raise UnknownFormat(
        f"{path}: the suffix {suffix!r} tells no format; known are: {suffixes}; or name the format"
    )
