"""A .bib file as BibTeX sees it: unchanged parts stay byte for byte."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from refcore.bibtex.encoding import Encoding, decode, with_whole_heads
from refcore.bibtex.order import Order
from refcore.bibtex.reading import Reading, Visit
from refcore.bibtex.scan import Scanner
from refcore.bibtex.syntax import Lines
from refcore.bibtex.values import Macros
from refcore.diagnostics import Diagnostic, Location
from refcore.errors import DuplicateKey, InvalidReference, UnknownKey
from refcore.files import ReadState, read_file
from refcore.text.given import wrong_type
from refcore.text.months import BY_START

if TYPE_CHECKING:
    from refcore.bibtex.bibentry import BibEntry
    from refcore.bibtex.inherit import Source
    from refcore.bibtex.layout import Layout

__all__ = ["BibFile"]

_SAMPLE: Final = 100  # entries that show the layout of a file


class _Entries(Mapping[str, "BibEntry"]):
    """The entries of a file by key. Looking up one key does not sort all keys.

    Each new key of an entry changes the order of the keys: a loop that renames all entries
    takes linear time only if it looks up single keys.
    """

    __slots__ = ("_file",)

    def __init__(self, file: BibFile) -> None:
        self._file = file

    def __getitem__(self, key: str) -> BibEntry:
        entry = self._file._holder(key)
        if entry is None:
            raise KeyError(key)
        return entry

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._file._holder(key) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._file._by_key)

    def __len__(self) -> int:
        return len(self._file._same)

    def __repr__(self) -> str:
        return repr(self._file._by_key)


class BibFile:
    """The entries of a .bib file, with everything around them.

    The file is parsed when a part is first used. It is written exactly as it was read, but for what
    was changed.

    >>> file = BibFile.parse("% mine\\n@misc{a,\\n  title = {A},\\n}\\n")
    >>> file.entries["a"]["title"] = "B"
    >>> file.entries["a"]["year"] = "2020"
    >>> print(file.to_text(), end="")
    % mine
    @misc{a,
      title = {B},
      year = {2020},
    }
    """

    def __init__(
        self,
        text: str,
        path: str | None = None,
        *,
        data: bytes | None = None,
        encoding: Encoding | None = None,
        diagnostics: Iterable[Diagnostic] = (),
    ) -> None:
        self.path = path
        self.encoding = encoding or Encoding()
        self._text = text
        self._data = data
        self._found = list(diagnostics)
        self._state: ReadState | None = None  # what was read, to see whether it changed since
        self._touched: dict[BibEntry, None] = {}
        self._removed: dict[int, int] = {}  # the ends of the spans by their starts
        self._added: Order[BibEntry] = Order()
        # The added entries that another one follows, and whether it is the first of the file.
        self._inserted: dict[BibEntry, bool] = {}
        self._between: list[tuple[int, int, str]] = []
        self._usual: Layout | None = None

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> BibFile:
        """Read a file.

        Args:
            path: The path of a .bib file, in any encoding.

        Returns:
            The file. Faults in it are its diagnostics.

        Raises:
            OSError: The file cannot be opened. Nothing else is raised.

        >>> with open("refs.bib", "wb") as file:
        ...     _ = file.write("@misc{a, title = {Über Moos}}".encode("latin-1"))
        >>> BibFile.read("refs.bib").entries["a"]["title"]
        'Über Moos'
        """
        name = os.fspath(path)
        data, state = read_file(name)
        file = cls.parse(data, name)
        file._state = state
        return file

    @classmethod
    def parse(cls, source: bytes | str, path: str | None = None) -> BibFile:
        r"""Take the content of a file.

        Args:
            source: The content, as bytes in any encoding or as text.
            path: Where it is from; diagnostics name it.

        Returns:
            The file. Nothing is raised; faults are its diagnostics.

        >>> BibFile.parse(b"\xef\xbb\xbf@misc{a, title = {\xc3\x89}}\r\n").entries["a"]["title"]
        'É'
        """
        if not isinstance(source, bytes | str):
            raise wrong_type("BibFile.parse", "the content of a file, bytes or a text", source)
        if isinstance(source, bytes):
            text, encoding, found = decode(source, path)
            return cls(text, path, data=source, encoding=encoding, diagnostics=found)
        marked = source.startswith("\ufeff")
        encoding = Encoding(mark=b"\xef\xbb\xbf" if marked else b"")
        text, found = with_whole_heads(source.removeprefix("\ufeff"), path)
        return cls(text, path, encoding=encoding, diagnostics=found)

    @property
    def entries(self) -> Mapping[str, BibEntry]:
        """The entries by key, in order; of two with one key the first."""
        return _Entries(self)

    @property
    def duplicates(self) -> tuple[BibEntry, ...]:
        """The entries whose key an earlier entry already has, in order."""
        held = set(map(id, self.entries.values()))
        return tuple(entry for entry in self._ordered if id(entry) not in held)

    @property
    def strings(self) -> Mapping[str, str]:
        """The values of the `@string` definitions at the end of the file, by name."""
        names = self._macros.names()
        return MappingProxyType({name: self._macros.value(name) or "" for name in names})

    @property
    def preambles(self) -> tuple[str, ...]:
        """The values of the `@preamble` blocks, in order."""
        return tuple(self._reading.preambles)

    @property
    def comments(self) -> tuple[str, ...]:
        """The text outside entries, strings and preambles, in order and without outer space."""
        return tuple(self._reading.comments)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was odd in the file when it was read, in order."""
        return [*self._found, *self._reading.diagnostics]

    @property
    def changed(self) -> tuple[BibEntry, ...]:
        """The entries that were changed or added since the file was read."""
        return (*self._touched, *self._added)

    def add(
        self,
        type: str,  # noqa: A002
        key: str,
        fields: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        *,
        before: str | None = None,
    ) -> BibEntry:
        r"""Add an entry before another one or after the last one, in the layout of the file.

        Values are written as strings, months as macros. A remark between two entries belongs to
        the second, and stays with it.

        Args:
            type: The type of the entry, such as "article".
            key: Its citation key.
            fields: Names and values of fields, in order.
            before: The key of the entry that follows. Default: none, the entry is the last one.

        Returns:
            The new entry.

        Raises:
            DuplicateKey: An entry has the key.
            InvalidReference: The type, the key or a field cannot be written in BibTeX.
            UnknownKey: There is no entry `before`.

        >>> file = BibFile.parse("@misc{a, title = {A}}\n\n@misc{c, title = {C}}\n")
        >>> print(file.add("misc", "b", {"title": "B"}, before="c")._file.to_text(), end="")
        @misc{a, title = {A}}
        <BLANKLINE>
        @misc{b, title = {B}}
        <BLANKLINE>
        @misc{c, title = {C}}
        """
        from refcore.bibtex.bibentry import BibEntry

        self._check_free(key)
        source = self._source_of(type, key, fields)
        anchor, is_first = self._anchor(before)
        entry = BibEntry(self, key, anchor, anchor, source)
        self._take_in(entry, None if before is None else self._known(before), is_first=is_first)
        return entry

    def _source_of(
        self,
        kind: str,
        key: str,
        fields: Mapping[str, str] | Iterable[tuple[str, str]],
    ) -> str:
        """Return the source of a new entry; raise `InvalidReference` if it cannot be read back."""
        from refcore.bibtex import edits

        layout = self._layout()
        pairs = list(fields.items() if isinstance(fields, Mapping) else fields)
        written = [(name, self._written(name, value, layout)) for name, value in pairs]
        edits.check_entry(kind, key, [name for name, _ in pairs])
        source = edits.new_entry(layout, kind, key, written)
        block = Scanner(source).block(0)
        if block is None or block.faults or block.key != key:
            raise InvalidReference(
                f"@{kind} with the key {key!r} cannot be read back; choose another type or key"
            )
        return source

    def _take_in(self, entry: BibEntry, following: BibEntry | None, *, is_first: bool) -> None:
        """Put a new entry before another one, or last."""
        self._same[entry.key] = {entry: None}
        is_last = following is None or (
            following in self._added and following not in self._inserted
        )
        self._added.put(entry, following)
        if is_last:
            self._ordered.put(entry, following)
        else:
            self._inserted[entry] = is_first
        if following is not None:
            self.__dict__.pop("_by_key", None)
        elif "_by_key" in self.__dict__:
            self._by_key[entry.key] = entry

    def _anchor(self, before: str | None) -> tuple[int, bool]:
        """Return the offset of a new entry, and whether the file has none before it."""
        if before is None:
            last = next(reversed(self._ordered), None)
            return (len(self._text) if last is None else last._end), False
        entry = self._known(before)
        if entry in self._added:
            return entry._start, self._inserted.get(entry, False)
        spans = self._reading.entries
        place = bisect_left(spans, entry._start, key=lambda span: span.start)
        while place and spans[place - 1].start in self._removed:
            place -= 1
        return (spans[place - 1].end, False) if place else (entry._start, True)

    def remove(self, key: str) -> None:
        r"""Take an entry out, with the space after it.

        Args:
            key: Its citation key.

        Raises:
            UnknownKey: No entry has the key.

        >>> file = BibFile.parse("% mine\n@misc{a, year = 2020}\n\n@misc{b}\n")
        >>> file.remove("a")
        >>> file.to_text()
        '% mine\n@misc{b}\n'
        """
        self._take_out(self._known(key))

    def _known(self, key: str) -> BibEntry:
        entry = self._holder(key)
        if entry is None:
            raise UnknownKey(f"{self.path or 'the file'} has no entry {key!r}")
        return entry

    def remove_all(self, keys: Collection[str]) -> None:
        """Take out all entries with these keys; keys that no entry has do not matter.

        Args:
            keys: The citation keys.

        >>> file = BibFile.parse("@misc{a, year = 2020} @misc{b} @misc{a, year = 2021}")
        >>> file.remove_all(["a", "z"])
        >>> file.to_text()
        '@misc{b}'
        """
        for entry in [entry for key in keys for entry in self._same.get(key, ())]:
            self._take_out(entry)

    def remove_duplicates(self) -> None:
        """Take out the entries whose key an earlier entry already has.

        >>> file = BibFile.parse("@misc{a, title = {One}}\\n@misc{a, title = {Two}}")
        >>> file.remove_duplicates()
        >>> file.to_text()
        '@misc{a, title = {One}}'
        """
        for entry in self.duplicates:
            self._take_out(entry)

    def _take_out(self, entry: BibEntry) -> None:
        if entry in self._inserted:
            del self._inserted[entry]
            self._added.remove(entry)
        elif entry in self._added:
            self._ordered.remove(entry)
            self._added.remove(entry)
        else:
            self._ordered.remove(entry)
            self._touched.pop(entry, None)
            self._removed[entry._start] = entry._end
        self._forget(entry)

    def change_comment(self, old: str, new: str) -> bool:
        """Replace a text between the entries by another, at its first place.

        Args:
            old: The text to find.
            new: The text to write.

        Returns:
            Whether the text was found.

        >>> file = BibFile.parse("% mine\\n@misc{a, title = {mine}}")
        >>> file.change_comment("mine", "yours"), file.to_text()
        (True, '% yours\\n@misc{a, title = {mine}}')
        """
        length = len(self._text)
        start = 0
        for begin, end in [*((one.start, one.end) for one in self._reading.entries), (length, 0)]:
            found = self._unchanged(old, start, begin)
            if found >= 0:
                self._between.append((found, found + len(old), new))
                return True
            start = end
        return False

    def _unchanged(self, text: str, start: int, end: int) -> int:
        """Return where a text is that no change covers yet, or -1."""
        while (found := self._text.find(text, start, end)) >= 0:
            after = found + len(text)
            changed = (stop for begin, stop, _ in self._between if begin < after and found < stop)
            start = next(changed, -1)
            if start < 0:
                return found
        return -1

    def to_text(self) -> str:
        r"""Return the content of the file, with its changes.

        Returns:
            The text, without a byte order mark.

        >>> file = BibFile.parse("@misc{a,  year=2020 }  % checked\n")
        >>> file.entries["a"]["year"] = "2021"
        >>> file.to_text()
        '@misc{a,  year=2021 }  % checked\n'
        """
        changes = self._changes()
        if not changes:
            return self._text
        parts: list[str] = []
        position = 0
        for start, end, new in changes:
            parts += (self._text[position:start], new)
            position = max(position, end)
        return "".join([*parts, self._text[position:]])

    def to_bytes(self) -> bytes:
        r"""Return the bytes of the file, in its encoding, with its changes.

        A character that the encoding cannot represent is written as LaTeX.

        Returns:
            The bytes that `write` writes.

        >>> BibFile.parse("@misc{a, title = {É}}".encode("latin-1")).to_bytes()
        b'@misc{a, title = {\xc9}}'
        """
        is_changed = self._touched or self._removed or self._added or self._between
        if self._data is not None and not is_changed:
            return self._data
        return self.encoding.encode(self.to_text())[0]

    def write(self, path: str | os.PathLike[str] | None = None) -> list[Diagnostic]:
        """Write the file, whole or not at all, to a path or to where it was read.

        Args:
            path: Where to write. Default: where the file was read.

        Returns:
            What of the file on the disk could not be kept, such as its owner.

        Raises:
            OSError: The file cannot be written.
            ValueError: There is no path.
            FileChanged: The file is the one that was read, and another program changed it since.

        >>> BibFile.parse("@misc{a}").write("refs.bib"), BibFile.read("refs.bib").to_text()
        ([], '@misc{a}')
        """
        target = self.path if path is None else path
        if target is None:
            raise ValueError("the file was not read from a path: say where to write it")
        from refcore.files import write_whole

        said = write_whole(Path(target), self.to_bytes(), read=[self._state])
        return [Diagnostic(text, Location(os.fspath(target))) for text in said]

    def copy(self) -> BibFile:
        """Return the file as it was read, without its changes, as a separate copy.

        Returns:
            The copy.

        >>> file = BibFile.parse("@misc{a, title = {A}}")
        >>> copy = file.copy()
        >>> copy.entries["a"]["title"] = "B"
        >>> file.to_text(), copy.to_text()
        ('@misc{a, title = {A}}', '@misc{a, title = {B}}')
        """
        found = BibFile(
            self._text,
            self.path,
            data=self._data,
            encoding=self.encoding,
            diagnostics=self._found,
        )
        found._state = self._state
        for name in ("_scanner", "_lines", "_reading"):
            if name in self.__dict__:
                found.__dict__[name] = self.__dict__[name]
        return found

    def __repr__(self) -> str:
        return f"<BibFile {self.path or 'without a path'}: {len(self._same)} entries>"

    @property
    def encoding_diagnostics(self) -> list[Diagnostic]:
        """What was guessed about the encoding."""
        return list(self._found)

    def read_through(self, visit: Visit, within: range | None = None) -> Reading:
        """Go through the file as it was read and hand each entry to `visit`.

        Entries whose key is taken are left out. With `within`, only entries that begin at one
        of these offsets are handed over.

        Args:
            visit: Called with the key, the place and the fields of each entry. Entries whose key
                is taken are left out.
            within: The offsets at which an entry may begin. Default: all.

        Returns:
            What is beside the entries: strings, preambles, comments and faults.

        >>> seen = []
        >>> file = BibFile.parse("@misc{a} @misc{b}")
        >>> _ = file.read_through(lambda key, entry, fields: seen.append(key))
        >>> seen
        ['a', 'b']
        """
        found = Reading(self._scanner, self._lines, self.path, visit, within)
        found.visit = None
        self.__dict__.setdefault("_reading", found)
        return found

    def place(self, offset: int) -> tuple[int, int]:
        r"""Return line and column of an offset in the text as it was read.

        Args:
            offset: The number of characters before the place.

        Returns:
            Line and column, both from 1.

        >>> BibFile.parse("% mine\n@misc{a}").place(7)
        (2, 1)
        """
        return self._lines.place(offset)

    def find_source(self, key: str) -> Source | None:
        """Return the entry that a cross reference means: BibTeX takes keys without case.

        As in biber, the keys in an entry's `ids` mean this entry, too.

        Args:
            key: The key in `crossref` or `xdata`.

        Returns:
            The entry, None where there is none.

        >>> BibFile.parse("@book{Moss, title = {On Moss}}").find_source("moss").key
        'Moss'
        """
        entry = self._holder(key) or self._folded.get(key.lower()) or self._aliases.get(key)
        return None if entry is None else entry._as_source()

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self._text)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self._scanner, self._lines, self.path)

    @property
    def _macros(self) -> Macros:
        return self._reading.macros

    @cached_property
    def _ordered(self) -> Order[BibEntry]:
        from refcore.bibtex.bibentry import BibEntry  # a file that is only read needs none

        return Order(BibEntry(self, key, start, end) for key, start, end in self._reading.entries)

    @cached_property
    def _by_key(self) -> dict[str, BibEntry]:
        # The index in the order of the file; it is rebuilt at its next use.
        entries: Iterable[BibEntry] = self._ordered
        if self._inserted:
            # An inserted entry begins and ends where the next one may begin.
            inserted = [entry for entry in self._added if entry in self._inserted]
            entries = sorted([*entries, *inserted], key=lambda one: (one._start, one._end))
        return {key: entry for entry in entries if self._holder(key := entry.key) is entry}

    @cached_property
    def _same(self) -> dict[str, dict[BibEntry, None]]:
        """The entries of each key, the one that BibTeX reads first."""
        found: dict[str, dict[BibEntry, None]] = {}
        for entry in self._ordered:
            found.setdefault(entry.key, {})[entry] = None
        return found

    def _holder(self, key: str) -> BibEntry | None:
        return next(iter(self._same.get(key, ())), None)

    def _forget(self, entry: BibEntry) -> None:
        """Take an entry out of the index of keys."""
        same = self._same[entry.key]
        del same[entry]
        if not same:
            del self._same[entry.key]
        self.__dict__.pop("_folded", None)
        self.__dict__.pop("_by_key", None)
        self.__dict__.pop("_aliases", None)

    @cached_property
    def _folded(self) -> dict[str, BibEntry]:
        return {entry.key.lower(): entry for entry in reversed(self._ordered)}

    @cached_property
    def _aliases(self) -> dict[str, BibEntry]:
        if "ids" not in self._text.lower():
            return {}
        return {
            alias.strip(): entry
            for entry in reversed(self._ordered)
            for alias in entry.get("ids", "").split(",")
        }

    def _macro_of(self, value: str, at: int, *, months: bool = False) -> str | None:
        names: Iterable[str] = BY_START
        if not months:
            names = self._macros.names_of(value)
        found = (name for name in names if value and self._macros.value(name, at) == value)
        return next(found, None)

    def _written(self, name: str, value: str, layout: Layout) -> str:
        from refcore.bibtex import edits

        edits.check_value(name, value)
        month = self._macro_of(value, len(self._text), months=True)
        return month if month and name.lower() == "month" else edits.new_value(value, layout)

    def _check_free(self, key: str) -> None:
        if key in self._same:
            raise DuplicateKey(f"the key {key!r} is taken in {self.path or 'the file'}")

    def _rename(self, entry: BibEntry, key: str) -> None:
        """Update the index of keys when an entry takes a free key."""
        self._forget(entry)
        self._same[key] = {entry: None}

    def _touch(self, entry: BibEntry) -> None:
        if entry._start != entry._end:
            self._touched[entry] = None

    def _layout(self) -> Layout:
        """Return the layout that most of a sample of the entries have."""
        if self._usual is None:
            from refcore.bibtex.layout import Layout, layout_of

            step = max(len(self._ordered) // _SAMPLE, 1)
            found: Counter[Layout] = Counter()
            for entry in list(self._ordered)[::-step]:
                text, block = entry._seen()
                layout = None if block.faults else layout_of(text, block)
                if layout is not None:
                    found[layout] += 2 if len(entry) > 1 else 1
            newline = self._newline
            plain = Layout(first=f",{newline}  ", separator=f",{newline}  ", end=f",{newline}}}")
            self._usual = found.most_common(1)[0][0] if found else plain
        return self._usual

    @property
    def _newline(self) -> str:
        from refcore.bibtex.layout import newline_of

        return newline_of(self._text)

    def _changes(self) -> list[tuple[int, int, str]]:
        changes = [(entry._start, entry._end, entry.source) for entry in self._touched]
        changes += [(*self._with_space(start, end), "") for start, end in self._removed.items()]
        changes += self._between
        changes.sort(key=lambda change: change[:2])
        if self._added:
            changes += self._additions()
            changes.sort(key=lambda change: change[:2])
        return changes

    def _additions(self) -> list[tuple[int, int, str]]:
        """Return the text of the added entries, for each offset where some begin."""
        by_anchor: dict[tuple[int, bool], list[str]] = {}
        for entry in self._added:
            is_first = self._inserted.get(entry, False)
            by_anchor.setdefault((entry._start, is_first), []).append(entry.source)
        gap, end = self._gap(), len(self._text)
        found = []
        for (anchor, is_first), sources in by_anchor.items():
            if is_first:
                new = "".join(source + gap for source in sources)
            else:
                new = "".join(gap + source for source in sources)
            if anchor == end:
                newline = self._newline
                if self._text.endswith(newline):  # a blank line, and no second one
                    new = newline + new.lstrip()
                new = (new if anchor else new.lstrip()) + newline
            found.append((anchor, anchor, new))
        return found

    def _gap(self) -> str:
        """Return the space between the last two entries, or a blank line if there is other text."""
        spans = self._reading.entries
        if len(spans) > 1:
            gap = self._text[spans[-2][2] : spans[-1][1]]
            if gap and not gap.strip():
                return gap
        return self._newline * 2

    def _with_space(self, start: int, end: int) -> tuple[int, int]:
        """Widen the span of an entry over the space that belongs to it."""
        text = self._text
        after = end
        while after < len(text) and text[after] in " \t\r\n":
            after += 1
        if after < len(text):
            return start, after
        while start and text[start - 1] in " \t\r\n":
            start -= 1
        return start, end

    def __contains__(self, key: object) -> bool:
        return key in self._same

    def __iter__(self) -> Iterator[BibEntry]:
        return iter(tuple(self.entries.values()))
