"""The formats that refcore knows, as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

import attrs

from refcore.diagnostics import Diagnostic
from refcore.errors import UnknownFormat, UnknownOption, UnreadableInput
from refcore.formats.bib import BiblatexOptions, BibtexOptions
from refcore.model.library import Library
from refcore.model.reference import Reference
from refcore.text.given import wrong_type
from refcore.text.nearest import did_you_mean

if TYPE_CHECKING:
    from refcore.bibtex.read import Unread

__all__ = [
    "FORMATS",
    "Format",
    "Updated",
    "format_named",
    "format_of_path",
    "readable",
    "writable",
]

Reader: TypeAlias = Callable[[str, str | None], Library]
Writer: TypeAlias = Callable[..., str]
FileReader: TypeAlias = Callable[[bytes, str | None], Library]
ShareReader: TypeAlias = Callable[[bytes, str | None, int, int], Library]
UnreadReader: TypeAlias = Callable[[bytes, str | None], "Unread"]
Updater: TypeAlias = Callable[[Library], "tuple[Updated, list[Diagnostic]] | None"]


class Updated(Protocol):
    """A file that a library was read from, with the library's changes in it."""

    def to_text(self) -> str:
        """Return it as text."""

    def to_bytes(self) -> bytes:
        """Return it in its original encoding."""


@attrs.frozen
class Format:
    """A format: its name, its file suffixes, how it is read and written.

    `options` are the keyword arguments that the writer takes. A format with a
    `file_reader` reads bytes, and its `updater` returns the file that a library
    was read from with the library's changes, and what that file cannot represent;
    None for a library from elsewhere. A `share_reader` reads one of several shares of
    a file, an `unread_reader` its entries one by one. The functions import what they need when
    they run, so that naming a format costs nothing.

    >>> format_named("ris").suffixes
    ('.ris',)
    """

    name: str
    title: str
    suffixes: tuple[str, ...] = ()
    reader: Reader | None = None
    writer: Writer | None = None
    options: frozenset[str] = frozenset()
    file_reader: FileReader | None = None  # for formats that keep the rest of the file unchanged
    updater: Updater | None = None
    share_reader: ShareReader | None = None
    unread_reader: UnreadReader | None = None

    def read(self, text: str, path: str | None = None) -> Library:
        """Read a text; raises `UnknownFormat` where the format is only written."""
        if self.reader is None:
            raise UnknownFormat(f"{self.name} is written but not read; {_readable()}")
        return self.reader(text, path)

    def write(self, references: Iterable[Reference], **options: object) -> str:
        """Write references; raises `UnknownFormat` or `UnknownOption`."""
        if self.writer is None:
            raise UnknownFormat(f"{self.name} is read but not written; {_writable()}")
        for option in options:
            if option not in self.options:
                known = f"; it knows: {', '.join(sorted(self.options))}" if self.options else ""
                raise UnknownOption(f"{self.name} has no option {option!r}{known}")
        return self.writer(references, **options)


def _from(module: str, name: str) -> Callable[..., Any]:
    """Return a function of a module that is imported when the function is called."""

    def call(*args: object, **options: object) -> Any:
        return getattr(import_module(module), name)(*args, **options)

    return call


_BIB: Final = "refcore.formats.bib"
_CSL_JSON: Final = "refcore.formats.csljson"
_RIS: Final = "refcore.formats.ris"
_HAYAGRIVA: Final = "refcore.formats.hayagriva"
_CFF: Final = "refcore.formats.cff"


def _no_text(_: str, path: str | None = None) -> Library:
    """Say that a format is read from bytes only."""
    raise UnreadableInput(
        f"{path or 'the input'}: this format is binary, not text; "
        "read it with refcore.load or load_bytes"
    )


FORMATS: Final[tuple[Format, ...]] = (
    Format(
        "bibtex",
        "BibTeX",
        (".bib", ".bibtex"),
        _from(_BIB, "read_bibtex"),
        _from(_BIB, "write_bibtex"),
        frozenset(BibtexOptions.__annotations__) | frozenset(BiblatexOptions.__annotations__),
        _from(_BIB, "read_bibtex_file"),
        _from(_BIB, "updated_file"),
        _from(_BIB, "read_bibtex_share"),
        _from(_BIB, "unread_bibtex"),
    ),
    Format(
        "biblatex",
        "BibLaTeX",
        (),
        _from(_BIB, "read_biblatex"),
        _from(_BIB, "write_biblatex"),
        frozenset(BiblatexOptions.__annotations__),
        _from(_BIB, "read_biblatex_file"),
        share_reader=_from(_BIB, "read_biblatex_share"),
        unread_reader=_from(_BIB, "unread_biblatex"),
    ),
    Format("csl-json", "CSL-JSON", (".json",), _from(_CSL_JSON, "read"), _from(_CSL_JSON, "write")),
    Format("ris", "RIS", (".ris",), _from(_RIS, "read"), _from(_RIS, "write")),
    Format(
        "hayagriva",
        "Hayagriva YAML",
        (".yml", ".yaml"),
        _from(_HAYAGRIVA, "read"),
        _from(_HAYAGRIVA, "write"),
    ),
    Format("cff", "CITATION.cff", (".cff",), _from(_CFF, "read"), _from(_CFF, "write")),
    Format("nbib", "NBIB", (".nbib",), _from("refcore.formats.nbib", "read")),
    Format(
        "latex",
        "LaTeX document",
        (".tex", ".ltx", ".aux", ".bcf", ".bbl"),
        _from("refcore.formats.latex", "read"),
        file_reader=_from("refcore.formats.latex", "read_project_file"),
    ),
    Format("text", "Reference list as text", (".txt", ".text"), _from("refcore.textlists", "read")),
    Format(
        "docx",
        "Word document",
        (".docx",),
        _no_text,
        file_reader=_from("refcore.textlists.wordfile", "read_docx"),
    ),
    Format(
        "pdf",
        "PDF document",
        (".pdf",),
        _no_text,
        file_reader=_from("refcore.textlists.pdffile", "read_pdf"),
    ),
    Format("markdown", "Markdown note", (".md", ".markdown"), _from("refcore.markdown", "read")),
)


def readable() -> tuple[str, ...]:
    """Return the names of the formats that are read."""
    return tuple(known.name for known in FORMATS if known.reader)


def writable() -> tuple[str, ...]:
    """Return the names of the formats that are written.

    >>> writable()[:3]
    ('bibtex', 'biblatex', 'csl-json')
    """
    return tuple(known.name for known in FORMATS if known.writer)


def _readable() -> str:
    return "read are: " + ", ".join(readable())


def _writable() -> str:
    return "written are: " + ", ".join(writable())


def format_named(name: str) -> Format:
    """Return the format of a name, in any case; raises `UnknownFormat`, naming all.

    >>> format_named("CSL-JSON").suffixes
    ('.json',)
    """
    if not isinstance(name, str):
        raise wrong_type("format", "the name of a format", name)
    wanted = name.casefold().replace("_", "-")
    for known in FORMATS:
        if known.name == wanted:
            return known
    hint = did_you_mean(name, [known.name for known in FORMATS], show_all=True)
    raise UnknownFormat(f"no format {name!r}. {hint}")


def format_of_path(path: str, *, is_written: bool = False) -> Format:
    """Return the format of a path's suffix; raises `UnknownFormat`, which names all formats.

    Where the file `is_written`, the error names those that can be.

    >>> format_of_path("notes/References.BIB").name
    'bibtex'
    """
    suffix = PurePath(path).suffix.casefold()
    for known in FORMATS:
        if suffix in known.suffixes:
            return known
    able = [known for known in FORMATS if known.writer] if is_written else FORMATS
    suffixes = ", ".join(suffix for known in able for suffix in known.suffixes)
    found = (
        f"cannot {'write' if is_written else 'read'} {suffix} files"
        if suffix
        else "the name has no suffix such as .bib"
    )
    raise UnknownFormat(f"{path}: {found}; supported: {suffixes}; or name the format")
