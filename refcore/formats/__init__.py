"""Files and texts to libraries and back: `load`, `loads`, `dump`, `dumps`, `losses`.

Formats: ``bibtex``, ``biblatex``, ``csl-json``, ``ris``, ``hayagriva`` and
``cff`` (read and written), ``nbib`` and ``markdown`` (read). A file's format is
told by its suffix unless it is named; `losses` tells what a format cannot hold.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from refcore.errors import UnreadableInput
from refcore.formats.decoding import decode
from refcore.formats.losses import losses
from refcore.formats.registry import FORMATS, Format, format_named, format_of_path
from refcore.model.library import Library
from refcore.model.reference import Reference

__all__ = ["FORMATS", "Format", "dump", "dumps", "load", "loads", "losses"]


def load(path: str | os.PathLike[str], format: str | None = None) -> Library:  # noqa: A002
    """Read a file of references.

    What is odd in the file is listed in `Library.diagnostics`; what can be
    read is read. Raises `UnknownFormat` where neither name nor suffix tells
    the format, `UnreadableInput` for a folder, a binary file or one that is
    not what its format says, and `OSError` where it cannot be opened.
    """
    name = os.fspath(path)
    chosen = _choose(name, format)
    if Path(name).is_dir():
        raise UnreadableInput(f"{name} is a folder, expected a file")
    text, diagnostics = decode(Path(name).read_bytes(), name)
    library = chosen.read(text, name)
    library.path = name
    library.diagnostics[:0] = diagnostics
    return library


def loads(text: str, format: str, *, path: str | None = None) -> Library:  # noqa: A002
    """Read a text of references in a named format; `path` names it in diagnostics.

    Raises `UnknownFormat` and `UnreadableInput` as `load` does.

    >>> loads('[{"id": "a", "type": "book", "title": "One"}]', "csl-json")["a"].title
    'One'
    """
    return format_named(format).read(text.removeprefix("\ufeff"), path)


def dump(
    references: Library | Reference | Iterable[Reference],
    path: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002
    **options: Any,
) -> None:
    """Write references to a file, whole or not at all, as UTF-8 with ``\\n``.

    Options are the format's own (BibTeX: `ascii`, `authors`, `flavour`).
    Raises `UnknownFormat`, `UnknownOption`, and `OSError` where the file
    cannot be written.
    """
    name = os.fspath(path)
    text = _choose(name, format).write(_listed(references), **options)
    _write_whole(Path(name), text)


def dumps(
    references: Library | Reference | Iterable[Reference],
    format: str,  # noqa: A002
    **options: Any,
) -> str:
    """Write references as text in a named format.

    Takes a library, one reference or several. Raises `UnknownFormat` and
    `UnknownOption`.

    >>> print(dumps(Reference("a", "book", "One"), "csl-json"), end="")
    [
      {
        "id": "a",
        "type": "book",
        "title": "One"
      }
    ]
    """
    return format_named(format).write(_listed(references), **options)


def _choose(path: str, name: str | None) -> Format:
    return format_of_path(path) if name is None else format_named(name)


def _listed(references: Library | Reference | Iterable[Reference]) -> list[Reference]:
    return [references] if isinstance(references, Reference) else list(references)


def _write_whole(path: Path, text: str) -> None:
    target = path.resolve()  # a link stays a link to the new content
    scratch = target.with_name(f".{target.name}.{secrets.token_hex(6)}.tmp")
    try:
        with scratch.open("x", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, scratch)
        scratch.replace(target)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise
