"""Hayagriva libraries, Typst's YAML, to libraries and back.

read(text, path=None) -> Library        write(references) -> str
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import UnreadableInput
from refcore.formats.csljson.inyaml import read_items
from refcore.formats.draft import add, keys_apart
from refcore.formats.findings import Findings
from refcore.formats.hayagriva.reader import entry_to_reference
from refcore.formats.hayagriva.writer import entry_of
from refcore.formats.yamltext import Items, Table, dump, read_table
from refcore.model.library import Library
from refcore.model.reference import Reference

__all__ = ["read", "write"]


def read(text: str, path: str | None = None) -> Library:
    """Read a Hayagriva library: a YAML mapping of keys to entries.

    A list ``references`` holds items of CSL, as pandoc and Better BibTeX have them.
    Whatever is odd is a diagnostic with key and line. Raises `UnreadableInput`
    for a text that is not a YAML mapping, or has no entry.

    >>> library = read("knuth: {type: Book, title: The TeXbook, author: 'Knuth, Donald E.'}")
    >>> library["knuth"]
    Reference('knuth', 'book', 'The TeXbook', 1 author)
    """
    table, diagnostics = read_table(text, path, "a Hayagriva library")
    if isinstance(items := table.get("references"), Items):
        library = read_items(items, path)
        library.diagnostics[:0] = diagnostics
        return library
    library = Library(path=path, diagnostics=diagnostics)
    if table and not any(isinstance(value, Table) for value in table.values()):
        why = "".join(f"; {found.message}" for found in diagnostics[:1])
        raise UnreadableInput(
            f"{path or 'input'}: not a Hayagriva library: none of its members is an entry{why}"
        )
    for key, value in table.items():
        where = Location(path, table.lines.get(key))
        if isinstance(value, Table):
            findings = Findings(key.strip() or None, where)
            reference = entry_to_reference(key, value, findings)
            for name in value.repeated:
                findings.location = Location(path, value.lines.get(name))
                findings.error("occurs twice; the first value counts", name)
            add(library, reference, findings)
        else:
            message = "expected an entry, a mapping; left out"
            library.diagnostics.append(Diagnostic(message, where, key, None, Severity.ERROR))
    for key in table.repeated:
        message = "the key is already used; this entry is left out"
        library.diagnostics.append(Diagnostic(message, Location(path), key, None, Severity.ERROR))
    return library


def write(references: Iterable[Reference]) -> str:
    """Write references as a Hayagriva library, as Typst reads it.

    >>> print(write([Reference("a", "book", "One")]), end="")
    a:
      type: book
      title: One
    """
    entries: dict[str, Any] = {
        reference.key: entry_of(reference) for reference in keys_apart(references)
    }
    return dump(entries) if entries else "{}\n"
