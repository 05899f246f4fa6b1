"""A scanner for the blocks of a .bib file, as BibTeX reads, that continues after a fault.

Source: *BibTeX: the program* (bibtex.web), parts on reading the database files: a value is a list
of strings, numbers and macros joined by ``#``. BibTeX skips text between entries, which needs no
comment sign; ``@comment`` hides no entry that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, overload

from refcore.bibtex.braces import Strings
from refcore.text.patterns import regex

__all__ = [
    "HEADER",
    "NAMED",
    "NO_ENTRIES",
    "READS_NO_MORE",
    "Block",
    "Fault",
    "PlainFields",
    "RawField",
    "Scanner",
    "is_one_string",
]

# What messages say of an unclosed value: for BibTeX, it contains the rest of the file.
READS_NO_MORE: Final = "BibTeX reads nothing after it"
_ID: Final = r"[^\s\"#%'(),={}]"
_NAME: Final = rf"(?!\d){_ID}++"
_NO_BRACE: Final = r"[^{}]*+"
_FLAT: Final = rf"\{{{_NO_BRACE}\}}"
_DEEP: Final = rf"\{{{_NO_BRACE}(?:{_FLAT}{_NO_BRACE})*+\}}"
_BRACED: Final = rf"\{{{_NO_BRACE}(?:{_DEEP}{_NO_BRACE})*+\}}"
_QUOTED: Final = rf"\"[^\"{{}}]*+(?:{_BRACED}[^\"{{}}]*+)*+\""
_PIECE: Final = rf"(?:{_BRACED}|{_QUOTED}|\d++(?!{_ID})|{_NAME})"
_VALUE: Final = rf"{_PIECE}(?:\s*+\#\s*+{_PIECE})*+"
_FIELD: Final = {
    closing: regex(rf"\s*+({_NAME})\s*+=\s*+({_VALUE})\s*+(,\s*+{end}|,|{end})")
    for closing, end in (("}", r"\}"), (")", r"\)"))
}
_WINDOW: Final = 5_000  # characters; a longer field is read step by step, in linear time

# A whole entry as most are, with nothing odd in it: one match instead of one for each field.
# White space is BibTeX's here, and no other.
_S: Final = r"[ \t\r\n]*+"
_PLAIN_VALUE: Final = rf"{_PIECE}(?:{_S}\#{_S}{_PIECE})*+"
_ONE: Final = rf"{_S}{_NAME}{_S}={_S}{_PLAIN_VALUE}{_S}"
_PLAIN_HEAD: Final = rf"@([A-Za-z]++){_S}\{{{_S}([\w:./+*&-]++),"
_PLAIN_ENTRY: Final = regex(rf"{_PLAIN_HEAD}((?:{_ONE},)*+(?:{_ONE})?+){_S}\}}")
# A field of it: its name, and what is in the braces or quotes of a value that is one string.
_ROW: Final = regex(
    rf"{_S}({_NAME}){_S}={_S}(?:\{{({_NO_BRACE}(?:{_DEEP}{_NO_BRACE})*+)\}}{_S}(?:,|\Z)"
    rf"|\"([^\"{{}}]*+(?:{_BRACED}[^\"{{}}]*+)*+)\"{_S}(?:,|\Z)|({_PLAIN_VALUE}){_S}(?:,|\Z))"
)
_HEAD: Final = regex(_PLAIN_HEAD)
# The same, or what is no field with all that follows it: a row without a name.
_ROW_OR_REST: Final = regex(rf"{_ROW.pattern}|(?s:.+)")
_TRIES: Final = 8  # entries that may end elsewhere than on a line of their own
NO_ENTRIES: Final = frozenset({"comment", "preamble", "string"})
_LONGEST_PLAIN: Final = 20_000  # characters; a longer entry is read field by field

HEADER: Final = regex(rf"@\s*+((?!\d)(?:(?!@){_ID})++)\s*+([{{(])")
# Library Genesis writes `@book{book:{421090}, title = …`; BibTeX itself ends the entry there.
_KEY: Final = {
    "}": regex(r"(?:[^\s,{}]++(?:\{[^\s,{}]*+\}(?=[^\s,{}]*+,\s*+[A-Za-z][\w-]*+\s*+=))?|\{)*+"),
    ")": regex(r"[^\s,]*+"),
}
_NO_KEY: Final = {
    closing: regex(rf"[^\s,{but}={{\"]*+\s*+=\s*+(?=[{{\"])|[^\s,{but}={{\"]++\s++=")
    for closing, but in (("}", "}"), (")", "})"))
}
# The name of a field or a macro.
NAMED: Final = regex(_NAME)
_SIMPLE: Final = regex(rf"\d++|{_ID}++")
# Words without delimiters, or a date or range of numbers; a number alone ends with its digits.
_WORDS: Final = regex(
    r"[^\s,{}\"#=\d()][^,{}\"#=\r\n()]*+|\([^,{}\"#=\r\n()]*+\)|\d++(?:[-\u2013./:]++\w++)++"
)
_GIVEN: Final = regex(r"\s*+=(?!=)")
_NUMBER: Final = regex(r"\d++\s*+[,})]")
_EQUALS: Final = regex(r"(?:=\s*+)?(?::\s*+)?=|:")
_SPACE: Final = regex(r"\s*+")
_SPACE_AND_COMMAS: Final = regex(r"[\s,]*+")
_LINE_END: Final = regex(r"[\r\n]|\Z")
_JUNK: Final = regex(r"[^\s,@%{}\"()\w]++|\d++|.", re.DOTALL)
_FOLLOWING: Final = regex(r"\s*+(?:[,#]|[A-Za-z][\w+:-]*+\s*+=)")
_HOLDS_FIELD: Final = regex(r"[A-Za-z][\w+:-]*+\s*+=\s*+[{\"\w]")
_END: Final = {closing: regex(rf"\s*+{re.escape(closing)}") for closing in "})"}


class Fault(NamedTuple):
    """Something odd in the source: what, where, and in which field."""

    message: str
    offset: int
    field: str | None = None


class RawField(NamedTuple):
    """A field as written: its name, the expression after `=`, and their place."""

    name: str
    value: str
    offset: int  # of the name
    start: int  # of the value

    @property
    def end(self) -> int:
        """The index after the value."""
        return self.start + len(self.value)


class PlainFields(Sequence[RawField]):
    """The fields of an entry without anything odd; their places are found when one is asked for.

    >>> fields = PlainFields("a = {A {B}}, b = c # {d}}", 0, 24)
    >>> fields.rows()
    [('a', 'A {B}', '', ''), ('b', '', '', 'c # {d}')]
    >>> fields[1]
    RawField(name='b', value='c # {d}', offset=13, start=17)
    """

    __slots__ = ("_end", "_found", "_rows", "_start", "_text")

    def __init__(
        self, text: str, start: int, end: int, rows: list[tuple[str, str, str, str]] | None = None
    ) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._found: tuple[RawField, ...] | None = None
        self._rows = rows

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Return the name of each field, and what is in its braces, quotes or other expression."""
        # Rows that are known are given once and not kept: a reader asks once.
        rows, self._rows = self._rows, None
        return _ROW.findall(self._text, self._start, self._end) if rows is None else rows

    def _all(self) -> tuple[RawField, ...]:
        if self._found is None:
            pattern = _FIELD["}"]
            found, position = [], self._start
            while (match := pattern.match(self._text, position)) is not None:
                name, value, mark = match.groups()
                found.append(RawField(name, value, match.start(1), match.start(2)))
                position = match.end()
                if mark[-1] == "}":
                    break
            self._found = tuple(found)
        return self._found

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[RawField]:
        return iter(self._all())

    @overload
    def __getitem__(self, index: int) -> RawField: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[RawField, ...]: ...
    def __getitem__(self, index: int | slice) -> RawField | tuple[RawField, ...]:
        return self._all()[index]


class Block(NamedTuple):
    """One block of a .bib file and its span in the text.

    `kind` is ``entry``, ``string``, ``preamble`` or ``comment``; `type` is the
    word after ``@`` in lower case. A string has one field: its name.
    """

    kind: str
    type: str
    key: str
    fields: Sequence[RawField]
    start: int
    end: int
    faults: tuple[Fault, ...] = ()


class Scanner:
    """Reads the blocks of one text in time linear in its length."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.strings = Strings(text)
        self._tries = _TRIES

    def block(self, start: int) -> Block | None:
        """Read the block whose ``@`` is at `start`; None if no block begins there.

        >>> block = Scanner("@misc{a, title = {A}}").block(0)
        >>> block.key, block.fields[0].value, block.end
        ('a', '{A}', 21)
        """
        return self.plain_block(start) or self.any_block(start)

    def plain_block(self, start: int) -> Block | None:
        """Read an entry with nothing odd in it, in a fraction of the time of `any_block`."""
        found = _PLAIN_ENTRY.match(self.text, start, start + _LONGEST_PLAIN)
        if found is None or (kind := found[1].lower()) in NO_ENTRIES:
            return None
        fields = PlainFields(self.text, *found.span(3))
        return Block("entry", kind, found[2], fields, start, found.end())

    def rowed_block(self, start: int) -> Block | None:
        """Read an entry as `plain_block` does, with its rows; this takes a quarter less than both.

        The entry is taken to end at the first line that begins with a brace. Where its fields
        reach to there, it does.

        >>> block = Scanner("@misc{a, title = {A}, year = 2020\\n}").rowed_block(0)
        >>> block.end, block.fields.rows()
        (35, [('title', 'A', '', ''), ('year', '', '', '2020')])
        """
        head = _HEAD.match(self.text, start) if self._tries else None
        if head is None:
            return self.plain_block(start)
        begin = head.end()
        end = self.text.find("\n}", begin, start + _LONGEST_PLAIN)
        last = end
        while last > begin and self.text[last - 1] in " \t\r\n":  # spaces alone are no row
            last -= 1
        rows = _ROW_OR_REST.findall(self.text, begin, last)
        if end < 0 or (rows and not rows[-1][0]) or head[1].lower() in NO_ENTRIES:
            self._tries -= 1
            return self.plain_block(start)
        self._tries = _TRIES
        fields = PlainFields(self.text, begin, last, rows)
        return Block("entry", head[1].lower(), head[2], fields, start, end + 2)

    def any_block(self, start: int) -> Block | None:
        """Read a block field by field, with what is odd in it."""
        header = HEADER.match(self.text, start)
        if header is None:
            return None
        kind = header[1].lower()
        if kind == "comment":
            return Block("comment", kind, "", (), start, header.end(1))
        reading = _Reading(self, header.end(), ")" if header[2] == "(" else "}")
        if kind == "preamble":
            reading.preamble()
            return reading.block("preamble", kind, "", start)
        if kind == "string":
            reading.fields()
            return reading.block("string", kind, "", start)
        key = reading.key()
        reading.fields()
        return reading.block("entry", kind, key, start)


def is_one_string(expression: str) -> bool:
    """Return whether an expression is one string without braces in it.

    >>> is_one_string("{a}"), is_one_string('"a" # "b"'), is_one_string("{a{b}}")
    (True, False, False)
    """
    first, last = expression[:1], len(expression) - 1
    if first == '"':
        in_quotes = expression.find('"', 1) == last > 0
        return in_quotes and "{" not in expression and "}" not in expression
    return first == "{" and expression.find("}") == last and expression.find("{", 1) < 0


class _Reading:
    """The reading of one block, from after its opening brace."""

    def __init__(self, scanner: Scanner, position: int, closing: str) -> None:
        self.text = scanner.text
        self.strings = scanner.strings
        self.position = position
        self.closing = closing
        self.closed = False
        self.searched = 0  # up to here no quoted string has another end
        self.commas = 1  # since the last field; a block without a key needs none
        self.found: list[RawField] = []
        self.faults: list[Fault] = []

    def block(self, kind: str, type_: str, key: str, start: int) -> Block:
        if not self.closed:
            self.skip(_SPACE_AND_COMMAS)
            if self.text.startswith(self.closing, self.position):
                self.position += 1
            else:
                self.back()
                self.fault(f"the {kind} is never closed: expected {self.closing!r} here")
        if kind == "string":
            self.one_definition(start)
        fields, faults = tuple(self.found), tuple(self.faults)
        return Block(kind, type_, key, fields, start, self.position, faults)

    def one_definition(self, start: int) -> None:
        if not self.found:
            if not self.faults:
                self.fault("the string block defines nothing", start)
            return
        comma = self.text.find(",", self.found[0].end, self.position)
        if comma >= 0:
            self.fault("a string block has one definition, and no comma after it", comma)

    def back(self) -> None:
        """Leave the blank lines after a block that is not closed outside it."""
        head = self.text[max(self.position - _WINDOW, 0) : self.position]
        self.position -= len(head) - len(head.rstrip())

    def skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.position)
        if match:
            self.position = match.end()
        return self.position

    def fault(self, message: str, offset: int | None = None, field: str | None = None) -> None:
        self.faults.append(Fault(message, self.position if offset is None else offset, field))

    def key(self) -> str:
        """Read the key; empty if there is none."""
        start = self.skip(_SPACE)
        # `@misc{title = {…}}` has no key; that text is its first field.
        if _NO_KEY[self.closing].match(self.text, start) or HEADER.match(self.text, start):
            return ""
        self.commas = 0
        found = _KEY[self.closing].match(self.text, start)
        key = found[0] if found else ""
        self.position = start + len(key)
        if "}" in key and self.closing == "}":
            self.fault("braces in a key, at which BibTeX ends the entry", start)
        if self.closing == ")" and key.endswith(")"):
            after = _SPACE.match(self.text, self.position)
            if not (after and self.text.startswith(",", after.end())):
                key = key[:-1]  # `@misc(a)`: BibTeX takes the parenthesis for a part of the key
                self.position -= 1
        return key

    def preamble(self) -> None:
        start = self.skip(_SPACE)
        self.value("preamble")
        value = self.text[start : self.position].strip()
        self.found.append(RawField("preamble", value, start, start))

    def fields(self) -> None:
        """Read fields until the block closes, or no more can be read."""
        text, fast, closing, found = self.text, _FIELD[self.closing], self.closing, self.found
        position = self.position
        while True:
            if not self.commas and text.startswith(",", position):
                self.commas = 1
                position += 1
            match = fast.match(text, position, position + _WINDOW) if self.commas == 1 else None
            if match is None:
                self.position = position
                if not self.field():
                    return
                position = self.position
                continue
            name, value, mark = match.groups()
            found.append(RawField(name, value, match.start(1), match.start(2)))
            position = match.end()
            if mark[-1] == closing:
                self.position = position
                self.closed = True
                return

    def field(self) -> bool:
        """Read one field step by step; return whether the block continues after it."""
        start = self.position
        self.commas += self.text.count(",", start, self.skip(_SPACE_AND_COMMAS))
        if self.commas > 1:
            self.fault("a comma too many", self.text.rfind(",", start - 1, self.position))
            self.commas = 1
        if self.position >= len(self.text) or self.text[self.position] == self.closing:
            return False
        if header := HEADER.match(self.text, self.position):
            return self.remark(header)
        name = NAMED.match(self.text, self.position)
        if name is None:
            return self.junk()
        self.position = name.end()
        if not self.equals(name[0], name.start()):
            return True
        if not self.commas:
            self.fault(f"a comma is missing before {name[0]!r}", name.start())
        start = self.skip(_SPACE)
        self.value(name[0])
        value = self.text[start : self.position].strip().rstrip(",").rstrip()
        self.found.append(RawField(name[0], value, name.start(), start))
        self.position = max(start + len(value), name.end())
        self.commas = 0
        return True

    def remark(self, header: re.Match[str]) -> bool:
        """Step over a comment between two fields; return whether there is one."""
        end = self.strings.end(header.start(2)) if header[2] == "{" else None
        if header[1].lower() != "comment" or end is None:
            return False
        self.fault("BibTeX allows no comment inside an entry", header.start())
        self.position = end
        return True

    def equals(self, name: str, start: int) -> bool:
        """Step over ``=``; return whether a value follows, with or without ``=``."""
        self.skip(_SPACE)
        signs = _EQUALS.match(self.text, self.position)
        if signs is not None:
            self.position = signs.end()
            if signs[0] != "=":
                self.fault(f"expected '=' after {name!r}, not {signs[0]!r}", start, name)
            return True
        self.fault(f"{name!r} has no value: expected '=' after it", start)
        if self.text.startswith(("{", '"'), self.position):
            end = self.strings.end(self.position)
            return end is not None and self.closes_after(end)
        return _NUMBER.match(self.text, self.position) is not None

    def junk(self) -> bool:
        """Step over what cannot be a field; return whether the block continues after it."""
        start = self.position
        char = self.text[start]
        found = _JUNK.match(self.text, start)[0]  # type: ignore[index]
        self.fault(f"unexpected {found!r}: expected a field or the end", start)
        end: int | None = None
        if char in '{"':
            end = self.strings.end(start)
            if end is not None and _HOLDS_FIELD.search(self.text, start, min(end, start + _WINDOW)):
                end = None
        elif char == "%" and not self.text[start - 1].isalnum():
            # BibTeX knows no comments within an entry, people do.
            end = _LINE_END.search(self.text, start + 1).start()  # type: ignore[union-attr]
        self.position = end or start + len(found)
        return not (char == "}" and self.closing == ")")

    def value(self, field: str) -> None:
        """Move after an expression: strings, numbers and macros joined by ``#``."""
        while True:
            self.skip(_SPACE)
            if self.text.startswith("#", self.position):
                self.fault("a value is missing before '#'", field=field)
                self.position += 1
                continue
            if not self.piece(field):
                return
            resume = self.position
            self.skip(_SPACE)
            if not self.text.startswith("#", self.position):
                self.position = resume
                return
            self.position += 1

    def piece(self, field: str) -> bool:
        """Move past one piece; return whether it was whole."""
        start = self.position
        char = self.text[start : start + 1]
        if char not in ("{", '"'):
            return self.bare(start, field)
        end = self.strings.end(start)
        if end is not None and self.closes_after(end):
            self.position = end
            return True
        return self.recover(start, char, end, field)

    def bare(self, start: int, field: str) -> bool:
        """Move after a number or a macro; or after words that lack their quotes."""
        # The start of an entry is never a value, whatever BibTeX makes of it.
        opens = HEADER.match(self.text, start)
        simple = None if opens else _SIMPLE.match(self.text, start)
        if simple is not None and _GIVEN.match(self.text, simple.end()):
            simple, opens = None, simple  # the name of the next field
        if simple is not None and self.closes_after(simple.end()):
            self.position = simple.end()
            return True
        words = None if opens else _WORDS.match(self.text, start)
        if words is not None and self.closes_after(words.end()):
            self.fault(f"{words[0]!r} has no quotes or braces around it", start, field)
            self.position = words.end()
        elif simple is not None:
            self.position = simple.end()
        else:
            self.fault("a value is missing after '='", start, field)
        return simple is not None

    def recover(self, start: int, char: str, end: int | None, field: str) -> bool:
        """Move past a string that runs too far; return whether its end is certain."""
        if char == "{":
            escaped = self.strings.escaped_end(start)
            if escaped is not None and escaped != end and self.closes_after(escaped):
                self.fault(f"{self.backslash(start, escaped)} counts as a brace for BibTeX", start)
                self.position = escaped
                return True
        elif end is not None and end >= self.searched:
            ends, self.searched = self.strings.later_quotes(start, end)
            later = next(filter(self.closes_after, ends), None)
            if later is not None:
                message = "a quote ends the value for BibTeX; within quotes it needs braces"
                self.fault(message, end - 1, field)
                self.position = self.searched = later
                return True
        guess = self.strings.likely_end(start, end)
        if guess is None:
            self.position = end if end is not None else len(self.text)
            return True
        self.position = guess
        after = f"; {READS_NO_MORE}" if end is None else ""
        self.fault(f"the value that opens with {char!r} is never closed{after}", start, field)
        return False

    def backslash(self, start: int, end: int) -> str:
        found = self.text.find("\\{", start, end) >= 0
        return "'\\{'" if found else "'\\}'"

    def closes_after(self, end: int) -> bool:
        """Return whether the text after a string may follow a string."""
        return bool(_FOLLOWING.match(self.text, end) or _END[self.closing].match(self.text, end))
