"""CITATION.cff texts to libraries and back.

read(text, path=None) -> Library        write(references) -> str
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from refcore.diagnostics import Location
from refcore.errors import InvalidReference, UnreadableInput
from refcore.formats.cff.reader import work_to_reference
from refcore.formats.cff.types import ROOT_FIELDS
from refcore.formats.cff.writer import fits_root, root_of, work_of
from refcore.formats.draft import add, keys_apart
from refcore.formats.findings import Findings
from refcore.formats.yamltext import Items, Table, dump, plain, read_table
from refcore.model.library import Library
from refcore.model.reference import Reference

__all__ = ["read", "write"]

VERSION: Final = "1.2.0"
MESSAGE: Final = "If you use this work, please cite it as below."
_PREFERRED: Final = "preferred-citation"
_REFERENCES: Final = "references"
_MARKS: Final = ("cff-version", "message", "authors", "title", _PREFERRED, _REFERENCES)


def read(text: str, path: str | None = None) -> Library:
    """Read a CITATION.cff: the work it is about, its preferred citation, its references.

    The work is left out if it says no more than its preferred citation
    does. Whatever is odd is a diagnostic with key and line; raises
    `UnreadableInput` for a text that is not a YAML mapping, or has no field of CFF.

    >>> library = read("cff-version: 1.2.0\\nmessage: Cite me\\ntitle: One\\n"
    ...     "authors:\\n  - name: MiniMax\\nversion: 1.10")
    >>> library["minimaxone"].type, dict(library["minimaxone"].fields)
    ('software', {'version': '1.10'})
    """
    table, diagnostics = read_table(text, path, "a citation file")
    library = Library(path=path, diagnostics=diagnostics)
    if not table:
        return library
    if not any(mark in table for mark in _MARKS):
        why = "".join(f"; {found.message}" for found in diagnostics[:1])
        raise UnreadableInput(
            f"{path or 'input'}: not a CITATION.cff: it has none of {', '.join(_MARKS)}{why}"
        )
    preferred, *more = [*_works(library, table, _PREFERRED), None]
    if preferred is None or not _repeats(table, preferred):
        _add(library, table, root=True)
    if preferred is not None:
        _add(library, preferred, mark=len(library) > 0)
    for work in (*more, *_works(library, table, _REFERENCES)):
        if work is not None:
            _add(library, work)
    return library


def write(references: Iterable[Reference]) -> str:
    """Write references as a CITATION.cff.

    The first one is the work that the file is about if it is software or a
    dataset; else it is the preferred citation. The others are the references.
    Raises `InvalidReference` if there is no reference.

    >>> from refcore.model.people import Authors, Group
    >>> by = Authors([Group("MiniMax")])
    >>> print(write([Reference("minimaxm1", "software", "M1", by)]), end="")
    cff-version: 1.2.0
    message: If you use this work, please cite it as below.
    type: software
    title: M1
    authors:
      - name: MiniMax
    """
    listed = keys_apart(references)
    if not listed:
        raise InvalidReference("no reference to write; a CITATION.cff needs one")
    first, rest = listed[0], listed[1:]
    head: dict[str, Any] = {"cff-version": VERSION, "message": MESSAGE}
    if fits_root(first):
        head["message"] = first.extra.get("cff-message") or MESSAGE
        document = head | root_of(first)
        chosen = next((r for r in rest[:1] if r.extra.get("cff") == _PREFERRED), None)
    else:
        work = work_of(first)
        document = head | {name: work[name] for name in ("title", "authors")}
        chosen = first
    if chosen is not None:
        document[_PREFERRED] = work_of(chosen)
    works = [work_of(reference) for reference in rest if reference is not chosen]
    if works:
        document[_REFERENCES] = works
    return dump(document)


def _works(library: Library, table: Table, name: str) -> list[Table]:
    """Return the works under a name: one work is preferred, a list has the references."""
    value = table.get(name)
    if value is None or value == "":
        return []
    findings = Findings(location=Location(library.path, table.lines[name]))
    works = list(value) if isinstance(value, Items) else [value]
    if isinstance(value, Table if name == _REFERENCES else Items):
        expected = "a list of works" if name == _REFERENCES else "one work"
        findings.warning(f"expected {expected}", name)
    for work in works:
        if not isinstance(work, Table):
            findings.error("expected a work, a mapping; left out", name)
    library.diagnostics.extend(findings.found)
    return [work for work in works if isinstance(work, Table)]


def _repeats(root: Table, preferred: Table) -> bool:
    own = {name for name in root if name in ROOT_FIELDS} - {"cff-version", "message"}
    said = ("title", "authors")
    return own <= set(said) and all(plain(root.get(n)) == plain(preferred.get(n)) for n in said)


def _add(library: Library, table: Table, *, root: bool = False, mark: bool = False) -> None:
    where = Location(library.path, table.line)
    findings = Findings(location=where)
    reference, stated = work_to_reference(table, findings, root=root)
    extra = dict(reference.extra)
    if extra.get("cff-message") == MESSAGE:
        del extra["cff-message"]
    if mark:
        extra["cff"] = _PREFERRED
    for name in table.repeated:
        findings.error("occurs twice; the first value counts", name)
    for name in ("title", "authors"):
        if not table.get(name):
            findings.warning("the format requires it", name)
    add(library, reference.evolve(extra=extra, location=where), findings, stated=stated)
