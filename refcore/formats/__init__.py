"""Files and texts to libraries and back: `load`, `loads`, `dump`, `dumps`, `losses`.

The formats are the rows of `refcore.formats.registry`. A file's format is recognised by
its suffix unless it is named; `losses` lists what a format cannot represent.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, Unpack, overload

from refcore.collector import rarely_collecting
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import UnreadableInput
from refcore.files import read_file
from refcore.formats.bib import BiblatexOptions, BibtexOptions
from refcore.formats.decoding import decode
from refcore.formats.registry import FORMATS, Format, Updated, format_named, format_of_path
from refcore.later import names_of
from refcore.model.library import Library, references_in
from refcore.model.reference import Reference
from refcore.text.given import require_path, require_text
from refcore.text.halves import WHAT_IS_WRONG, has_half, without_halves

if TYPE_CHECKING:
    from refcore.bibtex.read import Unread
    from refcore.formats.comeback import losses

__all__ = [
    "FORMATS",
    "Format",
    "dump",
    "dump_bytes",
    "dumps",
    "load",
    "load_bytes",
    "load_share",
    "load_unread",
    "loads",
    "losses",
]

__getattr__ = names_of(__name__, {"losses": "comeback"})


def load(path: str | os.PathLike[str], format: str | None = None) -> Library:  # noqa: A002
    """Read a file of references.

    Whatever can be read is read. `Library.diagnostics` lists what is wrong or unusual in the file.

    Args:
        path: The file.
        format: The name of its format. Default: what the suffix and the content of the file say.

    Returns:
        A library of the references, in the order of the file.

    Raises:
        UnknownFormat: Neither the name of a format nor the suffix of the file says what it is.
        UnreadableInput: It is a folder or a binary file, or does not have its format.
        OSError: The file cannot be opened.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = dump(Reference("moss", "book", "On Moss"), f"{folder}/refs.bib")
    ...     load(f"{folder}/refs.bib")["moss"].title
    'On Moss'
    """
    require_path("load", path)
    name = os.fspath(path)
    chosen = _choose(name, format)
    if os.path.isdir(name):  # noqa: PTH112 - a name that is too long is not a folder
        raise UnreadableInput(f"{name} is a folder, expected a file")
    data, state = read_file(name)
    library = load_bytes(data, chosen.name, path=name)
    library._state = state
    return library


def load_share(
    path: str | os.PathLike[str],
    format: str | None,  # noqa: A002
    number: int,
    of: int,
) -> Library | None:
    """Read the share with a number, from 0, of `of` shares of a file's references.

    The shares together are what `load` returns.

    Args:
        path: The path of the file.
        format: The name of the format. Default: that of the suffix.
        number: The number of the share, from 0.
        of: How many shares there are.

    Returns:
        The library, None for a format that is read as a whole only.

    Raises:
        UnknownFormat: As in `load`.
        UnreadableInput: As in `load`.
        OSError: The file cannot be opened.

    >>> _ = dump([Reference(key, "book", key) for key in "abcd"], "refs.bib")
    >>> [load_share("refs.bib", None, number, 2).keys() for number in (0, 1)]
    [('a', 'b'), ('c', 'd')]
    """
    name = os.fspath(path)
    reader = _choose(name, format).share_reader
    if reader is None or not os.path.isfile(name):  # noqa: PTH113 - as in `load`
        return None
    data, state = read_file(name)
    with rarely_collecting():
        library = reader(data, name, number, of)
    library.path, library._state = name, state
    library._marks = _marks(data)
    return library


def load_unread(
    path: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002
) -> Unread | None:
    """Read a file whose entries become references one by one, as they are asked for.

    Args:
        path: The path of the file.
        format: The name of the format. Default: that of the suffix.

    Returns:
        The entries, None for a format that is read as a whole only.

    Raises:
        UnknownFormat: As in `load`.
        UnreadableInput: As in `load`.
        OSError: The file cannot be opened.

    >>> _ = dump([Reference(key, "book", key) for key in "ab"], "refs.bib")
    >>> load_unread("refs.bib") is None, load_unread("refs.bib", "bibtex") is None
    (False, False)
    """
    name = os.fspath(path)
    reader = _choose(name, format).unread_reader
    if reader is None or not os.path.isfile(name):  # noqa: PTH113 - as in `load`
        return None
    with rarely_collecting():
        return reader(read_file(name)[0], name)


def load_bytes(data: bytes, format: str, *, path: str | None = None) -> Library:  # noqa: A002
    """Read the bytes of a file in a named format.

    Args:
        data: The content of the file.
        format: The name of the format.
        path: Where it is from; diagnostics name it.

    Returns:
        The library.

    Raises:
        UnknownFormat: There is no such format, or it is written only.
        UnreadableInput: The bytes as a whole are not in the format.

    >>> load_bytes(b"@book{k, title = {One}}", "bibtex")["k"].title
    'One'
    """
    chosen = format_named(format)
    with rarely_collecting():
        if chosen.file_reader is not None:
            library = chosen.file_reader(data, path)
        else:
            text, diagnostics = decode(data, path)
            library = chosen.read(text, path)
            library.path = path
            library.diagnostics[:0] = diagnostics
    library._marks = _marks(data)
    return library


def _marks(data: bytes) -> dict[int, tuple[int, str]]:
    """Return the marks of a file of text; what is no text has none."""
    if b"refcore:" not in data:
        return {}
    from refcore.text.remarks import marks_in

    try:
        return marks_in(decode(data)[0])
    except UnreadableInput:
        return {}


def loads(text: str, format: str, *, path: str | None = None) -> Library:  # noqa: A002
    """Read a text of references in a named format.

    Args:
        text: The whole text.
        format: The name of its format.
        path: The name of the text in diagnostics.

    Returns:
        A library of the references, in the order of the text.

    Raises:
        UnknownFormat: There is no such format.
        UnreadableInput: The text does not have the format.

    >>> loads('[{"id": "a", "type": "book", "title": "One"}]', "csl-json")["a"].title
    'One'
    """
    require_text("loads", text)
    chosen = format_named(format)
    text = text.removeprefix("\ufeff")
    with rarely_collecting():
        if not has_half(text) or chosen.name in _OWN_HALVES:
            return chosen.read(text, path)
        library = chosen.read(without_halves(text), path)
    found = [
        Diagnostic(WHAT_IS_WRONG, Location(path, number), severity=Severity.ERROR)
        for number, line in enumerate(text.split("\n"), start=1)
        if has_half(line)
    ]
    library.diagnostics[:0] = found
    return library


# These readers name the field that has the half.
_OWN_HALVES = frozenset({"bibtex", "biblatex", "csl-json"})
References: TypeAlias = Library | Reference | Iterable[Reference]


@overload
def dump(
    references: References,
    path: str | os.PathLike[str],
    format: Literal["bibtex"] | None = None,
    **options: Unpack[BibtexOptions],
) -> list[Diagnostic]: ...


@overload
def dump(
    references: References,
    path: str | os.PathLike[str],
    format: Literal["biblatex"],
    **options: Unpack[BiblatexOptions],
) -> list[Diagnostic]: ...


@overload
def dump(
    references: References, path: str | os.PathLike[str], format: str | None = None
) -> list[Diagnostic]: ...


def dump(
    references: References,
    path: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002
    **options: object,
) -> list[Diagnostic]:
    """Write references to a file, whole or not at all; return what had to be changed or left out.

    A library of a .bib file that is written as BibTeX without options goes back into its file: only
    changed fields are rewritten. The rest stays byte for byte, in the encoding of the file. With
    options, with ``fresh=True``, and in every other format, a new file is written, as UTF-8 with
    ``\\n``.

    Args:
        references: A library, one reference or several.
        path: The file. A link stays one, and the file keeps its mode.
        format: The name of its format. Default: what the suffix of the file says.
        options: Of BibTeX `ascii`, `authors` and `flavour`, of BibLaTeX `ascii` and `authors`.

    Returns:
        What had to be changed or left out, as diagnostics.

    Raises:
        UnknownFormat: Neither the name of a format nor the suffix of the file says what to write.
        UnknownOption: The format does not have the option.
        FileChanged: Another program changed the file after the library was read from it.
        OSError: The file cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     said = dump(Reference("k", "book", "One"), Path(folder, "refs.bib"))
    ...     print(said, Path(folder, "refs.bib").read_text("utf-8"))
    [] @book{k,
      title = {One},
    }
    <BLANKLINE>
    """
    require_path("dump", path)
    name = os.fspath(path)
    chosen = format_of_path(name, is_written=True) if format is None else format_named(format)
    data, found = dump_bytes(references, chosen.name, **options)
    state = references._state if isinstance(references, Library) else None
    from refcore.files import write_whole

    said = write_whole(Path(name), data, read=[state])
    return [*found, *(Diagnostic(text, Location(name)) for text in said)]


def dump_bytes(
    references: References,
    format: str,  # noqa: A002
    **options: object,
) -> tuple[bytes, list[Diagnostic]]:
    """Return the bytes that `dump` writes, and what had to be changed or left out.

    Args:
        references: A library, or references.
        format: The name of the format.
        **options: What the writer of the format takes, as `dump` does.

    Returns:
        The bytes, and the findings.

    Raises:
        UnknownFormat: There is no such format, or it is read only.
        UnknownOption: The format has no such option.

    >>> dump_bytes(Reference("k", "book", "One"), "ris")[0].splitlines()[0]
    b'TY  - BOOK'
    """
    chosen = format_named(format)
    kept = _kept(references, chosen, options)
    if kept is not None:
        file, found = kept
        return file.to_bytes(), found
    return chosen.write(_listed(references), **options).encode("utf-8", "replace"), []


@overload
def dumps(
    references: References,
    format: Literal["bibtex"] = "bibtex",
    **options: Unpack[BibtexOptions],
) -> str: ...


@overload
def dumps(
    references: References, format: Literal["biblatex"], **options: Unpack[BiblatexOptions]
) -> str: ...


@overload
def dumps(references: References, format: str) -> str: ...


def dumps(
    references: References,
    format: str = "bibtex",  # noqa: A002
    **options: object,
) -> str:
    """Write references as text, as BibTeX unless another format is named.

    Args:
        references: A library, one reference or several. A library that was read from a .bib file
            is written as `dump` writes it.
        format: The name of the format.
        options: As in `dump`.

    Returns:
        The text of the file that `dump` would write.

    Raises:
        UnknownFormat: There is no such format, or it is only read.
        UnknownOption: The format does not have the option.

    >>> print(dumps(Reference("a", "book", "One"), "csl-json"), end="")
    [
      {
        "id": "a",
        "type": "book",
        "title": "One"
      }
    ]
    """
    chosen = format_named(format)
    kept = _kept(references, chosen, options)
    if kept is not None:
        return kept[0].to_text()
    return chosen.write(_listed(references), **options)


def _kept(
    references: References, chosen: Format, options: dict[str, object]
) -> tuple[Updated, list[Diagnostic]] | None:
    """Return the file that a library was read from, with its changes, if it is to be kept."""
    if chosen.updater is None or not isinstance(references, Library):
        return None
    if any(name != "fresh" or value for name, value in options.items()):
        return None
    with rarely_collecting():
        return chosen.updater(references)


def _choose(path: str, name: str | None) -> Format:
    return format_of_path(path) if name is None else format_named(name)


def _listed(references: References) -> list[Reference]:
    return references_in(references)
