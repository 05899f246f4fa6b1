"""One entry of a .bib file: its fields as BibTeX reads them, and edits that change nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Protocol

from refcore.bibtex import edits
from refcore.bibtex.inherit import Source, inherited
from refcore.bibtex.layout import Layout, layout_of
from refcore.bibtex.names import Dialect
from refcore.bibtex.pieces import Piece, Pieces
from refcore.bibtex.scan import NAMED, Block, RawField, Scanner
from refcore.bibtex.values import Macros
from refcore.errors import InvalidReference, UnknownKey

__all__ = ["BibEntry"]

_FOLLOWING: Final = 2_000  # characters after a broken entry that show where it ends
_TRIES: Final = 3  # places for a new field in a broken entry


class _Holder(Protocol):
    """The part of an entry's file that the entry uses; see `BibFile`."""

    @property
    def _text(self) -> str: ...
    @property
    def _scanner(self) -> Scanner: ...
    @property
    def _macros(self) -> Macros: ...
    def place(self, offset: int) -> tuple[int, int]: ...
    def find_source(self, key: str) -> Source | None: ...
    def _layout(self) -> Layout: ...
    def _macro_of(self, value: str, at: int, *, months: bool = False) -> str | None: ...
    def _check_free(self, key: str) -> None: ...
    def _rename(self, entry: BibEntry, key: str) -> None: ...
    def _touch(self, entry: BibEntry) -> None: ...


class BibEntry:
    """An entry in its file, as `file.entries` holds and `file.add` returns it.

    Reading a field returns its value with macros and ``#`` resolved and its LaTeX unchanged.
    Field names ignore case; if a field occurs twice, the first counts. Writing a field
    changes only its span of the source.

    >>> from refcore import BibFile
    >>> entry = BibFile.parse("@misc{a, title = {A} # { B}, month = jan}").entries["a"]
    >>> entry["title"], entry["month"], entry.expression("month")
    ('A B', 'January', 'jan')
    >>> entry["title"] = "C"
    >>> entry.source
    '@misc{a, title = {C}, month = jan}'
    """

    __slots__ = ("_block", "_edited", "_end", "_file", "_index", "_key", "_pieces", "_start")

    def __init__(
        self, file: _Holder, key: str, start: int, end: int, source: str | None = None
    ) -> None:
        self._file = file
        self._key = key
        self._start = start
        self._end = end
        self._edited = source
        self._block: Block | None = None
        self._index: dict[str, RawField] | None = None  # the fields of the block by name
        self._pieces: Pieces | None = None  # a sound entry that is being changed

    @property
    def key(self) -> str:
        """The citation key; set it to rename the entry.

        An entry without one is known by its type and line. Setting raises
        `InvalidReference` for a text that can be no key, and `DuplicateKey`.
        """
        return self._key

    @key.setter
    def key(self, key: str) -> None:
        edits.check_entry("misc", key)
        if key == self._key:
            return
        self._file._check_free(key)
        text, block = self._parsed()
        source = edits.with_key(text, block, key)
        self._edit(source, _pairs(block), key)
        self._file._rename(self, key)
        self._key = key

    @property
    def has_key(self) -> bool:
        """Whether the source has a key; without one the entry is known by its type and line."""
        return bool(self._pieces.key if self._pieces else self._parsed()[1].key)

    @property
    def type(self) -> str:
        """The entry type in lower case; set it to change it."""
        return self._pieces.type if self._pieces else self._parsed()[1].type

    @type.setter  # noqa: A003
    def type(self, name: str) -> None:
        edits.check_entry(name, "k")
        text, block = self._parsed()
        if name.lower() != block.type:
            self._edit(edits.with_type(text, block, name), _pairs(block))

    @property
    def source(self) -> str:
        """The entry as it is, or will be, written in the file."""
        if self._pieces is not None:
            return self._pieces.text
        return self._file._text[self._start : self._end] if self._edited is None else self._edited

    @property
    def place(self) -> tuple[int, int]:
        """Line and column, from 1, of the entry in the file as it was read."""
        return self._file.place(self._start)

    @property
    def fields(self) -> Mapping[str, str]:
        """The values of all fields, by name in lower case and in order."""
        evaluate, found = self._file._macros.evaluate, dict[str, str]()
        for field in self._pieces or self._parsed()[1].fields:
            name = field.name.lower()
            if name not in found:
                found[name] = evaluate(field.value, self._start)[0]
        return MappingProxyType(found)

    def __getitem__(self, name: str) -> str:
        return self._file._macros.evaluate(self.expression(name), self._start)[0]

    def get(self, name: str, default: str = "") -> str:
        """Return the value of a field, or the default.

        Args:
            name: The name of the field, in any case.
            default: What an entry without the field gives.

        Returns:
            The value, without its braces or quotes.

        >>> from refcore.bibtex.bibfile import BibFile
        >>> entry = BibFile.parse("@misc{a, year = 2020}").entries["a"]
        >>> entry.get("year"), entry.get("month", "none")
        ('2020', 'none')
        """
        field = self._find(name)
        if field is None:
            return default
        return self._file._macros.evaluate(field.value, self._start)[0]

    def expression(self, name: str) -> str:
        """Return the text after ``=``, as written.

        Args:
            name: The name of the field, in any case.

        Returns:
            The expression, with its braces, quotes and ``#``.

        Raises:
            UnknownKey: The entry lacks the field.

        >>> from refcore.bibtex.bibfile import BibFile
        >>> BibFile.parse('@misc{a, month = 3 # "~" # mar}').entries["a"].expression("month")
        '3 # "~" # mar'
        """
        return self._field(name).value

    def __setitem__(self, name: str, value: str) -> None:
        """Set a field; raises `InvalidReference` for a value that no string can contain."""
        field = self._find(name)
        if field is not None and self[name] == value:
            return
        edits.check_value(name, value)
        if field is None:
            self._add(name, None, value)
            return
        self._replace(field, self._macro_for(field, value) or self._in_style_of(field, value))

    def set_expression(self, name: str, expression: str) -> None:
        """Set a field to an expression: strings, numbers and macros joined by ``#``.

        Args:
            name: The name of the field.
            expression: The text after ``=``.

        Raises:
            InvalidReference: The expression is anything else, or the name is no name of a field.

        >>> from refcore.bibtex.bibfile import BibFile
        >>> file = BibFile.parse("@misc{a, month = 3}")
        >>> file.entries["a"].set_expression("month", "mar")
        >>> file.to_text()
        '@misc{a, month = mar}'
        """
        edits.check_expression(name, expression)
        field = self._find(name)
        if field is None:
            self._add(name, expression, "")
        else:
            self._replace(field, expression)

    def __delitem__(self, name: str) -> None:
        self._field(name)
        while self._find(name) is not None:
            pieces = self._in_pieces()
            piece = pieces.find(name) if pieces else None
            if pieces and piece and pieces.remove(piece):
                continue
            text, block = self._parsed()
            index = [raw.name.lower() for raw in block.fields].index(name.lower())
            wanted = _pairs(block)
            del wanted[index]
            self._edit(edits.without(text, block, index), wanted)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._find(name) is not None

    def __iter__(self) -> Iterator[str]:
        fields = self._pieces or self._parsed()[1].fields
        return iter(tuple(dict.fromkeys(field.name.lower() for field in fields)))

    def __len__(self) -> int:
        return len(tuple(iter(self)))

    def mend(self) -> None:
        """Rewrite a broken entry, in the layout of the file, from what could be read.

        A sound entry stays as it is. Raises `InvalidReference` where even that
        cannot be written.

        >>> from refcore import BibFile
        >>> entry = BibFile.parse("@misc{a, title {A} year = 2020,, !}").entries["a"]
        >>> entry.mend()
        >>> print(entry.source)
        @misc{a,
          title = {A},
          year = 2020,
        }
        """
        block = self._parsed()[1]
        if not block.faults:
            return
        first = {field.name.lower(): field for field in reversed(block.fields)}
        fields = [
            (field.name, edits.mended(field.value, self[name]))
            for name, field in reversed(first.items())
        ]
        layout = self._file._layout()
        self._edit(edits.new_entry(layout, block.type, self._key, fields), fields, self._key)

    def inherited(self, name: str, rules: Dialect = "biber") -> str:
        """Return a field, inherited through `crossref` or `xdata` if the entry lacks it.

        The source of the rules is `refcore.bibtex.inherit`.

        Args:
            name: The name of the field, in any case.
            rules: Whether fields pass on as in Biber or as in BibTeX.

        Returns:
            The value, "" where no entry has one.

        >>> from refcore.bibtex.bibfile import BibFile
        >>> file = BibFile.parse("@inbook{a, crossref = {b}} @book{b, title = {On Moss}}")
        >>> file.entries["a"].inherited("booktitle")
        'On Moss'
        """
        return self.get(name) if name in self else self._taken(rules).get(name.lower(), "")

    @property
    def resolved(self) -> Mapping[str, str]:
        """All fields with those that the entry takes over under biber's rules."""
        if "crossref" not in self and "xdata" not in self:
            return self.fields
        return MappingProxyType({**self.fields, **self._taken("biber")})

    def __repr__(self) -> str:
        return f"<BibEntry @{self.type} {self.key}: {', '.join(self)}>"

    def _taken(self, rules: Dialect) -> dict[str, str]:
        return inherited(self._as_source(), self._file.find_source, rules)

    def _as_source(self) -> Source:
        return Source(self._key, self.type, self.fields, self._start)

    def _parsed(self) -> tuple[str, Block]:
        if self._pieces is not None:
            self._edited, self._pieces = self._pieces.text, None
            self._block = self._index = None
        text = self._file._text if self._edited is None else self._edited
        if self._block is None:
            if self._edited is None:
                block = self._file._scanner.block(self._start)
            else:
                block = Scanner(self._edited).block(0)
            assert block is not None  # noqa: S101 - an entry begins where one was found
            self._block = block
        return text, self._block

    def _seen(self) -> tuple[str, Block]:
        """Return the source and its block; an entry in pieces stays in pieces."""
        if self._pieces is None:
            return self._parsed()
        text = self._pieces.text
        block = Scanner(text).block(0)
        assert block is not None  # noqa: S101 - a sound entry is in pieces
        return text, block

    def _in_pieces(self) -> Pieces | None:
        """Return the entry in pieces, to change one of them; None for a broken entry."""
        if self._pieces is None:
            text, block = self._parsed()
            if block.faults:
                return None
            self._pieces = Pieces(text, block, lambda: self._layout_of(text, block))
            self._file._touch(self)
        return self._pieces

    def _find(self, name: str) -> RawField | Piece | None:
        if self._pieces is not None:
            return self._pieces.find(name)
        if self._index is None:
            fields = self._parsed()[1].fields
            self._index = {field.name.lower(): field for field in reversed(fields)}
        return self._index.get(name.lower())

    def _field(self, name: str) -> RawField | Piece:
        field = self._find(name)
        if field is None:
            raise UnknownKey(f"the entry {self._key!r} has no field {name!r}")
        return field

    def _layout_of(self, text: str, block: Block) -> Layout:
        own = layout_of(text, block)
        if own is None or len(block.fields) > 1:
            return own or self._file._layout()
        # One field shows no columns; if it is laid out as in other entries, use theirs.
        usual, field = self._file._layout(), block.fields[0]
        return usual if usual.head(field.name) == text[field.offset : field.start] else own

    def _in_style_of(self, field: RawField | Piece, value: str) -> str:
        """Write a value in the style of the field: its delimiters, and one line or several."""
        pieces = self._in_pieces()
        if pieces is None:
            text, block = self._parsed()
            raw = next(raw for raw in block.fields if raw.name == field.name)
            before = edits.line_before(text, raw)
            layout = self._layout_of(text, block)
            return edits.in_style_of(before, raw.value, value, lambda: layout.delimiter)
        piece = pieces.find(field.name)
        assert piece is not None  # noqa: S101 - the same fields in another form
        return edits.in_style_of(
            lambda: pieces.line_before(piece), piece.value, value, lambda: pieces.layout.delimiter
        )

    def _macro_for(self, field: RawField | Piece, value: str) -> str | None:
        """Return the macro or number for a value where the old value was one."""
        if value.isascii() and value.isdigit() and field.value.isdigit():
            return value
        if not NAMED.fullmatch(field.value):
            return None
        return self._file._macro_of(value, self._start, months=field.name.lower() == "month")

    def _add(self, name: str, expression: str | None, value: str) -> None:
        edits.check_entry("misc", "k", [name])
        if expression is None and name.lower() == "month":
            expression = self._file._macro_of(value, self._start, months=True)
        pieces = self._in_pieces()
        if pieces is None:
            self._add_to_broken(name, expression, value)
            return
        written = expression or edits.new_value(value, pieces.layout)
        edits.check_expression(name, written)
        pieces.add(name, written)

    def _add_to_broken(self, name: str, expression: str | None, value: str) -> None:
        text, block = self._parsed()
        layout = self._layout_of(text, block)
        written = expression or edits.new_value(value, layout)
        pairs = _pairs(block)
        new = (layout.cased(name), written)
        for index in range(len(pairs), -1, -1):
            source = edits.with_field(text, block, layout, index, name, written)
            try:
                self._edit(source, [*pairs[:index], new, *pairs[index:]])
            except InvalidReference:
                if not index or index < len(pairs) - _TRIES:
                    raise
            else:
                return

    def _replace(self, field: RawField | Piece, written: str) -> None:
        pieces = self._in_pieces()
        if pieces is not None:
            piece = pieces.find(field.name)
            assert piece is not None  # noqa: S101 - the same fields in another form
            edits.check_expression(field.name, written)
            piece.value = written
            return
        text, block = self._parsed()
        index = next(i for i, raw in enumerate(block.fields) if raw.name == field.name)
        wanted = _pairs(block)
        wanted[index] = (field.name, written)
        self._edit(edits.with_value(text, block, block.fields[index], written), wanted)

    def _edit(self, source: str, wanted: list[tuple[str, str]], key: str | None = None) -> None:
        """Take a new source if it reads at its place in the file as the wanted fields and key."""
        if key is None:
            key = self._parsed()[1].key
        block = Scanner(source).block(0)
        if block is not None and block.faults:
            # How far a broken entry reaches depends on what follows it.
            after = self._file._text[self._end : self._end + _FOLLOWING]
            block = Scanner(source + after).block(0)
        if block is None or block.end != len(source) or (_pairs(block), block.key) != (wanted, key):
            raise edits.EntryBroken(
                f"the entry {self._key!r} is broken (see the diagnostics of the file) and cannot "
                "be changed there; mend it first"
            )
        self._edited = source
        self._block = block
        self._index = None
        self._file._touch(self)


def _pairs(block: Block) -> list[tuple[str, str]]:
    return [(field.name, field.value) for field in block.fields]
