"""One pass through a .bib file: its entries, strings, preambles, comments, and what is odd."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from refcore.bibtex.budget import Budget
from refcore.bibtex.scan import Block, Fault, PlainFields, Scanner, is_one_string
from refcore.bibtex.syntax import Lines, blocks, marks, strays
from refcore.bibtex.values import Expansion, Macros, fold
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.text.bounds import Bound
from refcore.text.patterns import regex

__all__ = ["Reading", "Span", "Visit"]

# What Python counts as white space and BibTeX does not.
_ODD_SPACE: Final = regex(r"[^\S \t\r\n]")
_EACH: Final = 30  # characters of an entry, where the file has more than a thousand
# Fields whose values are words; in the others, a word with a capital is text without its braces.
_OF_WORDS: Final = frozenset({"edition", "language", "month"})
_WORD: Final = regex(r"[A-Z][a-z]{3,}(?:-[A-Z][a-z]+)*")
Visit = Callable[[str, Block, dict[str, str]], None]


class Span(NamedTuple):
    """Where an entry begins and ends, and its key, or a substitute if it has none."""

    key: str
    start: int
    end: int


def _meant(field: str, unknown: Sequence[str]) -> str:
    """Return the text that strings without a definition are, where somebody forgot the braces.

    >>> _meant("journal", ["Science"]), _meant("edition", ["second"]), _meant("journal", ["jfm"])
    ('Science', 'second', '')
    """
    is_text = field in _OF_WORDS or (len(unknown) == 1 and _WORD.fullmatch(unknown[0]))
    return " ".join(unknown) if is_text else ""


class Reading:
    """The parts of a file, in order; `visit` is called with the first entry of each key.

    It gets the key, the block, and the values of the fields by name in lower
    case; `repeated` has the same of entries whose key is taken. With `within`, only parts
    that begin at one of these offsets are visited and looked at for what is odd. Never raises
    but what `visit` raises. Of more entries than a file of its size can sensibly have, the first
    are read. `parts` are the blocks, where they were scanned before.
    """

    def __init__(
        self,
        scanner: Scanner,
        lines: Lines,
        path: str | None,
        visit: Visit | None = None,
        within: range | None = None,
        parts: Iterable[Block] | None = None,
    ) -> None:
        self.scanner = scanner
        self.lines = lines
        self.path = path
        self.visit = visit
        self.within = within
        self.parts = blocks(scanner, with_rows=True) if parts is None else parts
        self._is_within = True  # whether the part that is read begins there
        self.macros = Macros(Budget.of(scanner.text))
        self.bound = Bound(scanner.text, _EACH)
        self.is_whole = True  # whether all entries were read
        self.entries: list[Span] = []
        self.preambles: list[str] = []
        self.comments: list[str] = []
        self.diagnostics: list[Diagnostic] = []
        self._first: dict[str, Span] = {}
        self._folded: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self.repeated: list[tuple[str, Block, dict[str, str]]] = []
        self._through()
        self.sort()

    def sort(self) -> None:
        """Sort the findings by their place in the file."""
        self.diagnostics.sort(key=lambda found: found.location.line or 0)

    def note(
        self,
        message: str,
        offset: int,
        key: str | None = None,
        field: str | None = None,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Record a finding at an offset."""
        if not self._is_within:
            return
        location = Location(self.path, *self.lines.place(offset))
        self.diagnostics.append(Diagnostic(message, location, key or None, field, severity))

    def _through(self) -> None:
        text = self.scanner.text
        position = 0
        remark: Block | None = None
        for block in self.parts:
            if block.kind == "comment":
                remark = block
                continue
            if block.start > position:
                self._gap(position, block.start)
            self._begin(block.start)
            if block.kind == "entry" and len(self.entries) == self.bound.most:
                self.is_whole = False
                if self._is_within:
                    place = Location(self.path, *self.lines.place(block.start))
                    self.diagnostics.append(self.bound.finding(place))
                return
            if remark is not None:
                self._hidden(text[remark.end : block.start], block)
                remark = None
            self._block(block)
            position = block.end
        self._gap(position, len(text))

    def _begin(self, start: int) -> None:
        self._is_within = self.within is None or start in self.within

    def _hidden(self, remark: str, block: Block) -> None:
        if block.kind == "entry" and remark.count("{") > remark.count("}"):
            message = "the '@comment{' before the entry does not hide it: BibTeX reads the entry"
            self.note(message, block.start, block.key)

    def _gap(self, start: int, end: int) -> None:
        self._begin(start)
        gap = self.scanner.text[start:end].strip()
        if gap:
            self.comments.append(gap)
            for fault in strays(self.scanner.text, start, end):
                self.note(fault.message, fault.offset, severity=Severity.ERROR)
            for fault in marks(self.scanner.text, start, end):
                self.note(fault.message, fault.offset)

    def _block(self, block: Block) -> None:
        if block.kind == "entry":
            self._entry(block)
            return
        self._faults(block.faults, None)
        for field in block.fields:
            if block.kind == "string":
                found = self.macros.define(field.name, field.value, field.offset)
            else:
                found = self.macros.joined(field.value)
                self.preambles.append(found.text)
            self._lacking(found, field.offset, None, field.name)

    def _faults(self, faults: tuple[Fault, ...], key: str | None) -> None:
        for fault in faults:
            self.note(fault.message, fault.offset, key, fault.field, Severity.ERROR)

    def _lacking(
        self, found: Expansion, offset: int, key: str | None, field: str, meant: str = ""
    ) -> None:
        for name in found.unknown:
            read_as = "as its name" if meant else "as empty text"
            message = f"the string {name!r} is not defined; read {read_as}"
            self.note(message, offset, key, field)
        for name in found.omitted:
            limit = self.macros.budget.limit
            message = (
                f"the string {name!r} is left out here: the strings of the file expand to "
                f"more than {limit:,} characters"
            )
            self.note(message, offset, key, field, Severity.ERROR)

    def _entry(self, block: Block) -> None:
        key = block.key or self._made_key(block)
        span = Span(key, block.start, block.end)
        self.entries.append(span)
        self._faults(block.faults, key)
        fields = self._values(block, key) if self._is_within else {}
        if key in self._first:
            self._repeated(key, block)
            if self.visit is not None and self._is_within:
                self.repeated.append((key, block, fields))
            return
        self._first[key] = span
        if not isinstance(block.fields, PlainFields):  # those have none
            self._odd_spaces(block, key)
        other = self._folded.setdefault(key.lower(), key)
        if other != key:
            message = f"the key differs from {other!r} only in case; BibTeX treats both as one key"
            self.note(message, block.start, key)
        if self.visit is not None and self._is_within:
            self.visit(key, block, fields)

    def _values(self, block: Block, key: str) -> dict[str, str]:
        """Evaluate the fields; without a visitor only those that may contain something odd."""
        if isinstance(block.fields, PlainFields):
            return self._plain_values(block, block.fields, key)
        fields: dict[str, str] = {}
        every = self.visit is not None
        for place, (name, expression, _, _) in enumerate(block.fields):
            name = name.lower()
            if name in fields:
                self._twice(block, place, key)
            elif is_one_string(expression):
                fields[name] = fold(expression[1:-1]) if every else ""
            else:
                fields[name] = self._expanded(expression, block, place, key)
        return fields

    def _plain_values(self, block: Block, plain: PlainFields, key: str) -> dict[str, str]:
        """Evaluate the fields of an entry whose scanner knows which values are one string."""
        fields: dict[str, str] = {}
        for place, (name, braced, quoted, expression) in enumerate(plain.rows()):
            name = name.lower()
            if name in fields:
                self._twice(block, place, key)
            elif expression:
                fields[name] = self._expanded(expression, block, place, key)
            else:
                fields[name] = fold(braced or quoted)
        return fields

    def _twice(self, block: Block, place: int, key: str) -> None:
        name, _, offset, _ = block.fields[place]
        self.note("the field occurs twice; the first value counts", offset, key, name.lower())

    def _expanded(self, expression: str, block: Block, place: int, key: str) -> str:
        """Return the value of a field that is not one string; note what it lacks."""
        value, unknown, omitted = found = self.macros.expand(expression)
        if unknown or omitted:
            name, _, offset, _ = block.fields[place]
            meant = "" if value else _meant(name.lower(), unknown)
            self._lacking(found, offset, key, name.lower(), meant)
            value = value or meant
        return value

    def _made_key(self, block: Block) -> str:
        line, column = self.lines.place(block.start)
        key = f"{block.type}-line-{line}"
        if key in self._first:
            key = f"{key}-{column}"
        self.note(f"the entry has no key; read as {key!r}", block.start, key)
        return key

    def _odd_spaces(self, block: Block, key: str) -> None:
        """Note characters near the fields that look like space but that BibTeX takes into names."""
        position = block.start
        for field in (*block.fields, None):
            until = field.start if field else block.end
            found = _ODD_SPACE.search(self.scanner.text, position, until)
            if found is not None:
                message = f"{found[0]!r} is not a space for BibTeX: use a plain one"
                self.note(message, found.start(), key)
            position = field.end if field else until

    def _repeated(self, key: str, block: Block) -> None:
        span = self._first[key]
        first = Location(self.path, *self.lines.place(span.start))
        if key not in self._titles:
            self._titles[key] = self._described(self.scanner.block(span.start))
        message = f"the key is already used by {self._titles[key]} ({first}); "
        message += f"{self._described(block)} is left out"
        self.note(message, block.start, key, severity=Severity.ERROR)

    def _described(self, block: Block | None) -> str:
        for field in block.fields if block else ():
            if field.name.lower() == "title":
                title, _ = self.macros.evaluate(field.value, field.offset)
                return f"{title!r}"
        return f"an @{block.type if block else 'entry'} without a title"
