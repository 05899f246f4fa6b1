"""A .bib file to a `Library`: every entry that can be read, and what is odd."""

from __future__ import annotations

import re
from typing import Final

from refcore.bibtex.allowed import NO_WORKS
from refcore.bibtex.annotations import Report
from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.budget import Budget
from refcore.bibtex.entry import (
    VERBATIM,
    Brief,
    EntryFields,
    brief_of,
    title_in,
    to_reference,
)
from refcore.bibtex.inherit import (
    MOST_SOURCES,
    Source,
    Unfollowed,
    granular,
    inherited,
    is_granular,
)
from refcore.bibtex.names import Dialect
from refcore.bibtex.origin import Origin
from refcore.bibtex.reading import Reading, Visit
from refcore.bibtex.scan import Block
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.latex.macros import Expander, defined
from refcore.latex.twice import broken_lines, escaped_once
from refcore.model.library import Library
from refcore.model.reference import Reference
from refcore.text.halves import WHAT_IS_WRONG
from refcore.text.patterns import regex

__all__ = ["Unread", "bib_file_of", "read", "read_file", "read_share"]

_TITLES: Final = ("title", "subtitle")
# Long fields with much LaTeX, by which no work is told from another.
_NOT_IN_BRIEF: Final = frozenset(("author", "editor", "abstract"))
_PREAMBLE: Final = regex(r"@\s{0,20}preamble", re.I)


def read(text: str, path: str | None = None, *, dialect: Dialect = "bibtex") -> Library:
    """Read BibTeX or BibLaTeX; nothing is raised, `diagnostics` says what is odd.

    Of two entries with one key the first stays.

    Args:
        text: The text of a .bib file.
        path: The name of the text in locations.
        dialect: By whose rules names are read: ``"bibtex"`` or ``"biber"``.

    Returns:
        The references in the order of the file; the library remembers the file.

    >>> library = read("@misc{m1, author = {{MiniMax} and Aili Chen}, eprint = {2506.13585}}")
    >>> library["m1"].authors, library["m1"].arxiv
    (Authors([Group('MiniMax'), Person('Aili', 'Chen')]), ArxivId('2506.13585'))
    """
    return read_file(BibFile.parse(text, path), dialect=dialect)


def read_file(file: BibFile, *, dialect: Dialect = "bibtex") -> Library:
    """Return the references of a file, with the file's own diagnostics and theirs.

    Args:
        file: The file, with its changes.
        dialect: Whether names are read as by BibTeX or by Biber.

    Returns:
        The library. Nothing is raised: faults are its diagnostics.

    >>> read_file(BibFile.parse("@book{a, title = {On Moss}}"))["a"].title
    'On Moss'
    """
    return _ToLibrary(file, dialect).library()


def read_share(file: BibFile, number: int, of: int, *, dialect: Dialect = "bibtex") -> Library:
    """Return the share with a number, from 0, of `of` shares of a file's references.

    The shares are equal lengths of the text. Together they have the references and the
    diagnostics of `read_file`, each once and in order. Most time of reading goes into the
    entries of the share, so that several processes read one file faster than one.

    >>> file = BibFile.parse("@misc{a, title = {One}} @misc{b, title = {Two}}")
    >>> [read_share(file, number, 2).keys() for number in range(2)]
    [('a',), ('b',)]
    """
    start, end = (len(file.to_text()) * at // of for at in (number, number + 1))
    library = _ToLibrary(file, dialect, range(start, end)).library()
    if number:
        del library.diagnostics[: len(file.encoding_diagnostics)]
    return library


def bib_file_of(library: Library) -> BibFile | None:
    """Return a copy of the file that a library was read from, None where that is not BibTeX."""
    origin = library._origin
    if not isinstance(origin, Origin):
        return None
    file = origin.file.copy()
    file._state = library._state
    return file


class Unread:
    """The entries of a file before they are references, each read in brief or whole.

    The entries are in order; those whose key is taken come last. To read one in brief takes a
    fraction of the time, as it has neither people nor dates. `diagnostics` says what is odd
    in the file, and in the entries that were read whole.

    >>> unread = Unread(BibFile.parse("@misc{a, title = {On Moss}, author = {Fei, Bo}}"))
    >>> unread.brief(0).title, unread.whole(0).authors
    ('On Moss', Authors([Person('Bo', 'Fei')]))
    """

    def __init__(self, file: BibFile, *, dialect: Dialect = "bibtex") -> None:
        self._reader = _ToLibrary(file, dialect)
        self._entries: list[tuple[str, Block, dict[str, str]]] = []
        self._reading = self._reader.through(lambda *entry: self._entries.append(entry))
        self._entries = [
            (key, block, self._reader.whole(key, block, fields) if _inherits(fields) else fields)
            for key, block, fields in (*self._entries, *self._reading.repeated)
            if block.type not in NO_WORKS
        ]

    def __len__(self) -> int:
        return len(self._entries)

    def key(self, place: int) -> str:
        """Return the citation key of an entry."""
        return self._entries[place][0]

    def brief(self, place: int) -> Brief:
        """Return what shows of which work an entry may be."""
        key, block, fields = self._entries[place]
        asked = {name: fields[name] for name in fields if name not in _NOT_IN_BRIEF}
        entry = EntryFields(block.type, key, self._reader.in_full(asked))
        return brief_of(entry, self._reader.dialect)

    def title(self, place: int) -> str:
        """Return the title of an entry as a reference has it, without marks of case."""
        fields = self._entries[place][2]
        titles: dict[str, str] = {name: fields[name] for name in _TITLES if name in fields}
        return title_in(self._reader.in_full(titles), protect=False)

    def whole(self, place: int) -> Reference:
        """Return the reference of an entry."""
        return self._reader.reference(*self._entries[place])

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is odd, by its place in the file."""
        found = [*self._reading.diagnostics, *self._reader.found]
        found.sort(key=lambda one: one.location.line or 0)
        return [*self._reader.file.encoding_diagnostics, *found]


def _silent(field: str, message: str) -> None:
    """Report nothing: what is odd is said when the entry is read whole."""


def _inherits(fields: dict[str, str]) -> bool:
    """Return whether an entry takes fields of others."""
    if "crossref" in fields or "xdata" in fields:
        return True
    values = "\n".join(fields.values())
    may_take = "=" in values and "xdata" in values.lower()  # "xdata=key-field"
    return may_take and any(map(is_granular, fields.values()))


class _ToLibrary:
    def __init__(self, file: BibFile, dialect: Dialect, within: range | None = None) -> None:
        self.file = file
        self.within = within
        self.dialect: Dialect = dialect
        self.references: dict[str, Reference | None] = {}
        self.waiting: list[tuple[str, Block, dict[str, str]]] = []
        self.found: list[Diagnostic] = []
        self.sources: dict[str, Source | None] = {}
        self.budget = Budget.of(file.to_text())
        self.macros = Expander({}, self.budget.take)

    def library(self) -> Library:
        reading = self.through(self.entry)
        for key, block, fields in self.waiting:
            self.references[key] = self.reference(key, block, self.whole(key, block, fields))
        diagnostics = [*reading.diagnostics, *self.found]
        diagnostics.sort(key=lambda found: found.location.line or 0)
        references = [found for found in self.references.values() if found is not None]
        library = Library(
            references,
            diagnostics=[*self.file.encoding_diagnostics, *diagnostics],
            path=self.file.path,
        )
        library.repeated = tuple(
            self.reference(key, block, self.whole(key, block, fields))
            for key, block, fields in reading.repeated
            if block.type not in NO_WORKS
        )
        library._origin = Origin(self.file.copy(), {found.key: found for found in references})
        library._state = self.file._state
        return library

    def through(self, visit: Visit) -> Reading:
        """Read the file once; the macros of its preambles are known when an entry is visited."""
        if not _PREAMBLE.search(self.file.to_text()):
            return self.file.read_through(visit, self.within)
        entries: list[tuple[str, Block, dict[str, str]]] = []
        reading = self.file.read_through(lambda *entry: entries.append(entry), self.within)
        self.macros = Expander(defined(reading.preambles), self.budget.take)
        for entry in entries:
            visit(*entry)
        return reading

    def entry(self, key: str, block: Block, fields: dict[str, str]) -> None:
        if block.type in NO_WORKS:
            return
        if _inherits(fields):
            self.references[key] = None  # the entry it inherits from may come later
            self.waiting.append((key, block, fields))
            self.sources[key] = Source(key, block.type, fields, block.start)
        else:
            self.references[key] = self.reference(key, block, fields)

    def whole(self, key: str, block: Block, fields: dict[str, str]) -> dict[str, str]:
        """Return the fields of an entry with those that it takes over."""

        def report(why: Unfollowed, field: str, wanted: str) -> None:
            if why is Unfollowed.MISSING:
                message = f"no entry {wanted!r} to inherit fields from; correct the key or add it"
                self.note(message, block.start, key, field)
            elif why is Unfollowed.CIRCLE:
                message = f"{wanted!r} leads back to the entry itself; name another entry"
                self.note(message, block.start, key, field)
            else:
                message = (
                    f"inherits nothing from {wanted!r}: one entry inherits from at most "
                    f"{MOST_SOURCES} others, all of the file at most {self.budget.limit:,} "
                    "characters"
                )
                self.note(message, block.start, key, field, Severity.ERROR)

        if not fields.get("crossref", "-"):
            self.note("crossref is empty, expected a key", block.start, key, "crossref")
        source = Source(key, block.type, fields)
        taken = inherited(source, self.source, report=report, budget=self.budget)
        return {
            name: self.filled(name, value, block, key) if is_granular(value) else value
            for name, value in {**fields, **taken}.items()
        }

    def filled(self, name: str, value: str, block: Block, key: str) -> str:
        """Return a value with its references to fields of other entries replaced."""

        def missing(wanted: str) -> None:
            message = f"{wanted!r} refers to a missing entry or field, expected xdata=KEY-FIELD"
            self.note(message, block.start, key, name)

        found = granular(value, self.source, missing)
        return found if self.budget.take(max(len(found) - len(value), 0)) else value

    def source(self, key: str) -> Source | None:
        """Return the entry that a link means; each is evaluated once."""
        if key not in self.sources:
            self.sources[key] = self.file.find_source(key)
        return self.sources[key]

    def reference(self, key: str, block: Block, fields: dict[str, str]) -> Reference:
        def report(field: str, message: str) -> None:
            places = (raw.offset for raw in block.fields if raw.name.lower() == field)
            is_loss = message == WHAT_IS_WRONG or message.endswith("; left out")
            severity = Severity.ERROR if is_loss else Severity.WARNING
            self.note(message, next(places, block.start), key, field, severity)

        location = Location(self.file.path, *self.file.place(block.start))
        entry = EntryFields(block.type, key, self.in_full(fields, report))
        return to_reference(entry, report, self.dialect, location)

    def in_full(self, fields: dict[str, str], report: Report = _silent) -> dict[str, str]:
        """Return the fields with the preamble's macros in full, and without a second escape."""
        found = fields
        for name, value in fields.items():
            if "\\" not in value or name in VERBATIM:
                continue
            full = broken_lines(self.macros.expand(value))
            if (once := escaped_once(full)) is not None:
                report(name, f"the LaTeX is escaped twice; write {once:.200}")
                full = once
            if full != value:
                found = {**found, name: full}
        return found

    def note(
        self,
        message: str,
        offset: int,
        key: str,
        field: str,
        severity: Severity = Severity.WARNING,
    ) -> None:
        location = Location(self.file.path, *self.file.place(offset))
        self.found.append(Diagnostic(message, location, key, field, severity))
