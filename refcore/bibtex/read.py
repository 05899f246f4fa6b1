"""Text of a .bib file to a `Library`: every entry that can be read, and what is odd."""

from __future__ import annotations

from typing import Final

from refcore.bibtex.entry import Entry, to_reference
from refcore.bibtex.names import Dialect
from refcore.bibtex.scan import Block
from refcore.bibtex.syntax import Lines, split
from refcore.bibtex.values import Macros
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.model.library import Library
from refcore.model.reference import Reference

__all__ = ["read"]

_PARTS: Final = frozenset(
    "bookinbook inbook incollection inproceedings inreference suppbook suppcollection".split()
)
_NEVER_INHERITED: Final = frozenset(
    "crossref xref xdata entryset ids label options presort relatedtype related sortkey "
    "shorthand keywords abstract annotation annote note".split()
)
_OWN_TITLE: Final = frozenset(
    "title subtitle titleaddon shorttitle sorttitle indextitle indexsorttitle".split()
)


def read(text: str, path: str | None = None, *, dialect: Dialect = "bibtex") -> Library:
    """Read BibTeX or BibLaTeX; nothing is raised, `diagnostics` says what is odd.

    Of two entries with one key the first stays. `path` is only named in
    locations. `dialect` says by whose rules names are read.

    >>> library = read("@misc{m1, author = {{MiniMax} and Aili Chen}, eprint = {2506.13585}}")
    >>> library["m1"].authors, library["m1"].arxiv
    (Authors([Group('MiniMax'), Person('Aili', 'Chen')]), ArxivId('2506.13585'))
    """
    return _Reading(text.removeprefix("\ufeff"), path, dialect).library()


class _Reading:
    def __init__(self, text: str, path: str | None, dialect: Dialect) -> None:
        self.text = text
        self.path = path
        self.dialect: Dialect = dialect
        self.lines = Lines(text)
        self.macros = Macros()
        self.diagnostics: list[Diagnostic] = []
        self.entries: dict[str, tuple[Entry, Block]] = {}
        self.folded: dict[str, str] = {}

    def library(self) -> Library:
        blocks, faults = split(self.text)
        for fault in faults:
            self.note(fault.message, fault.offset, severity=Severity.ERROR)
        for block in blocks:
            for fault in block.faults:
                self.note(fault.message, fault.offset, block.key, fault.field, Severity.ERROR)
            if block.kind == "string":
                self.define(block)
            elif block.kind == "entry":
                self.entry(block)
        references = [self.reference(entry, block) for entry, block in self.entries.values()]
        self.diagnostics.sort(key=lambda found: found.location.line or 0)
        return Library(references, diagnostics=self.diagnostics, path=self.path)

    def note(
        self,
        message: str,
        offset: int,
        key: str | None = None,
        field: str | None = None,
        severity: Severity = Severity.WARNING,
    ) -> None:
        location = Location(self.path, *self.lines.place(offset))
        self.diagnostics.append(Diagnostic(message, location, key or None, field, severity))

    def define(self, block: Block) -> None:
        for field in block.fields:
            for name in self.macros.define(field.name, field.value):
                message = f"the string {name!r} is not defined and stands for nothing"
                self.note(message, field.offset, field=field.name)

    def entry(self, block: Block) -> None:
        key = self.key(block)
        fields: dict[str, str] = {}
        for field in block.fields:
            name = field.name.lower()
            if name in fields:
                message = "the field is given twice; the first stays"
                self.note(message, field.offset, key, name)
                continue
            value, unknown = self.macros.evaluate(field.value)
            if unknown and name == "month" and not value:
                value = " ".join(unknown)
            else:
                self.unknown(unknown, field.offset, key, name)
            fields[name] = value
        if key in self.entries:
            first = Location(self.path, *self.lines.place(self.entries[key][1].start))
            message = f"the key is taken by {_describe(self.entries[key][0])} ({first}); "
            message += f"{_describe(Entry(block.type, key, fields))} is left out"
            self.note(message, block.start, key, severity=Severity.ERROR)
            return
        self.entries[key] = Entry(block.type, key, fields), block

    def unknown(self, names: tuple[str, ...], offset: int, key: str, field: str) -> None:
        for name in names:
            message = f"the string {name!r} is not defined and stands for nothing"
            self.note(message, offset, key, field)

    def key(self, block: Block) -> str:
        if block.key:
            return block.key
        line, _ = self.lines.place(block.start)
        key = f"{block.type}-line-{line}"
        self.note(f"the entry has no key; it is read as {key!r}", block.start, key)
        return key

    def reference(self, entry: Entry, block: Block) -> Reference:
        offsets = {field.name.lower(): field.offset for field in reversed(block.fields)}

        def report(field: str, message: str) -> None:
            self.note(message, offsets.get(field, block.start), entry.key, field)

        whole = self.inherit(entry, block)
        line, column = self.lines.place(block.start)
        reference = to_reference(whole, report, self.dialect)
        return reference.evolve(location=Location(self.path, line, column))

    def inherit(self, entry: Entry, block: Block) -> Entry:
        """Add the fields that the entry takes over from its `crossref`, at any depth."""
        seen = {entry.key}
        fields = dict(entry.fields)
        child, parent_key = entry, entry.fields.get("crossref", "")
        while parent_key and parent_key not in seen:
            seen.add(parent_key)
            found = self.entries.get(parent_key) or self.by_folded_key(parent_key)
            if found is None:
                message = f"there is no entry {parent_key!r} to take fields from"
                self.note(message, block.start, entry.key, "crossref")
                break
            for name, value in _inherited(child, found[0]):
                fields.setdefault(name, value)
            parent_key = found[0].fields.get("crossref", "")
        return Entry(entry.type, entry.key, fields)

    def by_folded_key(self, key: str) -> tuple[Entry, Block] | None:
        # BibTeX takes keys without case for cross references.
        if not self.folded:
            self.folded = {known.lower(): known for known in reversed(self.entries)}
        known = self.folded.get(key.lower())
        return None if known is None else self.entries[known]


def _inherited(child: Entry, parent: Entry) -> list[tuple[str, str]]:
    part = child.type in _PARTS and parent.type not in _PARTS
    found: list[tuple[str, str]] = []
    for name, value in parent.fields.items():
        if name in _NEVER_INHERITED or (part and name in _OWN_TITLE - {"title", "subtitle"}):
            continue
        if part and name in ("title", "subtitle"):
            found.append((f"book{name}", value))
        elif part and name == "author":
            found.append(("bookauthor" if child.type != "inbook" else "author", value))
        else:
            found.append((name, value))
    return found


def _describe(entry: Entry) -> str:
    title = entry.fields.get("title", "")
    return f"{title!r}" if title else f"an @{entry.type} without a title"
