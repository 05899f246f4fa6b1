"""A scanner for one BibTeX block, as BibTeX itself reads, that goes on behind a fault.

Source: *BibTeX: the program* (bibtex.web), parts on reading the database files:
braces count whether or not a backslash precedes them, a value is a list of
strings, numbers and macros joined by ``#``, a quoted string ends at the first
quote outside braces.
"""

from __future__ import annotations

import re
import sys
from typing import Final

import attrs

__all__ = ["Block", "Fault", "RawField", "expression_end", "scan_block"]

_START: Final = re.compile(r"@\s*([A-Za-z_][\w+.:-]*)\s*([{(])\s*")
_KEY: Final = re.compile(r"[^\s,{}]*")
_FIELD_NAME: Final = re.compile(r"[^\s\"#%'(),={}@]+")
_BEYOND: Final = 20_000  # how far a value may run over what looks like an entry
_LINE_END: Final = re.compile(r"[\r\n]|\Z")
_SPACE: Final = re.compile(r"\s*")
_SPACE_AND_COMMAS: Final = re.compile(r"[\s,]*")
_SIMPLE: Final = re.compile(r"[^\s\"#%'(),={}]+")
_FIELD: Final = re.compile(r"[A-Za-z][\w+:-]*\s*=")
_BRACE_NOT_ESCAPED: Final = re.compile(r"(?<!\\)[{}]")
_JOIN: Final = re.compile(r"\s*#\s*")
_BRACE: Final = re.compile(r"[{}]")
_BRACE_OR_QUOTE: Final = re.compile(r"[{}\"]")
# Where a value that was never closed most likely ends.
_NEXT_FIELD: Final = re.compile(r"[ \t]*,?[ \t]*\r?\n[ \t]*(?=[A-Za-z][\w+:-]*\s*=\s*[{\"\w])")
_NEXT_BLOCK: Final = re.compile(r"[ \t\r\n,}]*\n[ \t]*(?=@[ \t]*[A-Za-z]+[ \t]*[{(])")


@attrs.frozen
class Fault:
    """Something odd in the source: what, where, and in which field."""

    message: str
    offset: int
    field: str | None = None


@attrs.frozen
class RawField:
    """A field as written: its name, the expression behind `=`, and their place."""

    name: str
    value: str
    offset: int  # of the name
    start: int  # of the value


@attrs.frozen
class Block:
    """One block of a .bib file and its span in the text.

    `kind` is ``entry``, ``string``, ``preamble`` or ``comment``; `type` is the
    word behind ``@`` in lower case. A string has one field: its name.
    """

    kind: str
    type: str
    key: str
    fields: tuple[RawField, ...]
    start: int
    end: int
    faults: tuple[Fault, ...] = ()


class _Broken(Exception):
    """A string, or a block, that has no end."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


def scan_block(text: str, start: int) -> Block | None:
    """Read the block whose ``@`` stands at `start`; None where no block begins there."""
    match = _START.match(text, start)
    if match is None:
        return None
    kind = match[1].lower()
    if kind == "comment":
        end = _comment_end(text, match.start(2))
        return Block("comment", kind, "", (), start, end)
    scanner = _Scanner(text, match.end(), ")" if match[2] == "(" else "}")
    if kind == "preamble":
        scanner.value("preamble")
        return scanner.block("preamble", kind, "", start)
    if kind == "string":
        scanner.fields()
        return scanner.block("string", kind, "", start)
    key = _key(text, match.end(), scanner.closing)
    scanner.position = match.end() + len(key)
    scanner.fields()
    return scanner.block("entry", kind, key.strip(), start)


def expression_end(text: str) -> int | None:
    """Give where the expression at the start of a text ends, None where it is broken.

    >>> expression_end('"a" # {b} # c, d'), expression_end("{a")
    (13, None)
    """
    position = 0
    while True:
        char = text[position : position + 1]
        if char == "{":
            end = _closing_brace(text, position)
        elif char == '"':
            end = _closing_quote(text, position)
        else:
            simple = _SIMPLE.match(text, position)
            end = simple.end() if simple else None
        if end is None:
            return None
        joined = _JOIN.match(text, end)
        if joined is None:
            return end
        position = joined.end()


def _key(text: str, start: int, closing: str) -> str:
    found = _KEY.match(text, start)
    key = found[0] if found else ""
    if closing == ")" and key.endswith(")"):
        key = key[:-1]
    # `@misc{title = {…}}` has no key; what stands there is its first field.
    follows = _SPACE.match(text, start + len(key))
    if "=" in key or (follows and text.startswith("=", follows.end())):
        return ""
    return key


def _comment_end(text: str, opening: int) -> int:
    """Give where a comment ends; one that never closes is its first line's word alone."""
    if text[opening] == "(":
        return max(text.find(")", opening), opening) + 1
    return _closing_brace(text, opening) or opening + 1


def _closing_brace(
    text: str, opening: int, braces: re.Pattern[str] = _BRACE, limit: int = sys.maxsize
) -> int | None:
    """Give the index behind the brace that closes the one at `opening`."""
    depth = 0
    for match in braces.finditer(text, opening, limit):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end()
    return None


class _Scanner:
    def __init__(self, text: str, position: int, closing: str) -> None:
        self.text = text
        self.position = position
        self.closing = closing
        self.found: list[RawField] = []
        self.faults: list[Fault] = []
        self.patience = 1_000_000  # characters that may be searched in vain

    def block(self, kind: str, type_: str, key: str, start: int) -> Block:
        self.skip(_SPACE_AND_COMMAS)
        if self.text.startswith(self.closing, self.position):
            self.position += 1
        else:
            self.fault(f"the {kind} is never closed: expected {self.closing!r} here")
        fields, faults = tuple(self.found), tuple(self.faults)
        return Block(kind, type_, key, fields, start, self.position, faults)

    def skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.position)
        if match:
            self.position = match.end()
        return self.position

    def fault(self, message: str, offset: int | None = None, field: str | None = None) -> None:
        self.faults.append(Fault(message, self.position if offset is None else offset, field))

    def fields(self) -> None:
        """Read fields until the block closes, or nothing more of it can be read."""
        behind_field = self.position
        while True:
            self.skip(_SPACE_AND_COMMAS)
            if self.position >= len(self.text) or self.text[self.position] == self.closing:
                return
            name = _FIELD_NAME.match(self.text, self.position)
            if name is None:
                if not self.junk():
                    return
                continue
            separated = not self.found or "," in self.text[behind_field : self.position]
            self.position = name.end()
            if not self.equals(name[0], name.start()):
                continue
            if not separated:
                self.fault(f"a comma is missing before {name[0]!r}", name.start())
            start = self.skip(_SPACE)
            self.value(name[0])
            value = self.text[start : self.position].strip().rstrip(",").rstrip()
            self.found.append(RawField(name[0], value, name.start(), start))
            behind_field = self.position

    def equals(self, name: str, start: int) -> bool:
        """Step over ``=``; tell whether a value follows, with or without one."""
        self.skip(_SPACE)
        if self.text.startswith("=", self.position):
            self.position += 1
            return True
        self.fault(f"{name!r} has no value: expected '=' behind it", start)
        return self.text.startswith(("{", '"'), self.position)

    def junk(self) -> bool:
        """Step over what can be no field; tell whether the block goes on behind it."""
        start = self.position
        char = self.text[start]
        if _START.match(self.text, start):
            return False
        self.fault(f"unexpected {char!r}: expected a field or the end", start)
        end: int | None = None
        if char == "{":
            end = _closing_brace(self.text, start)
        elif char == '"':
            end = _closing_quote(self.text, start)
        elif char == "%":  # BibTeX knows no comments within an entry, people do
            end = _LINE_END.search(self.text, start + 1).start()  # type: ignore[union-attr]
        self.position = end or start + 1
        return not (char == "}" and self.closing == ")")

    def value(self, field: str) -> None:
        """Move behind an expression: strings, numbers and macros joined by ``#``."""
        while True:
            self.skip(_SPACE)
            try:
                self.piece()
            except _Broken as broken:
                self.fault(broken.message, broken.offset, field)
                return
            resume = self.position
            self.skip(_SPACE)
            if not self.text.startswith("#", self.position):
                self.position = resume
                return
            self.position += 1

    def piece(self) -> None:
        start = self.position
        char = self.text[start : start + 1]
        if char == "{":
            end = _closing_brace(self.text, start, limit=self.limit(start))
        elif char == '"':
            end = _closing_quote(self.text, start, self.limit(start))
        else:
            simple = _SIMPLE.match(self.text, start)
            if simple is None:
                raise _Broken("a value is missing behind '='", start)
            self.position = simple.end()
            return
        if end is None:
            self.patience -= self.limit(start) - start
        if end is None or not self.closes_after(end):
            end = self.recover(start, char, end)
        self.position = end

    def limit(self, start: int) -> int:
        """Give how far to look for the end of a string, so that no input takes for ever."""
        if self.patience < 0:
            line = self.text.find("\n", start)
            return len(self.text) if line < 0 else line + 1
        block = _NEXT_BLOCK.search(self.text, start)
        return len(self.text) if block is None else min(block.end() + _BEYOND, len(self.text))

    def recover(self, start: int, char: str, end: int | None) -> int:
        """Give where a string ends that runs too far; raises `_Broken` where that is a guess."""
        if char == "{" and "\\{" in self.text[start : end or len(self.text)]:
            limit = self.limit(start)
            escaped = _closing_brace(self.text, start, _BRACE_NOT_ESCAPED, limit)
            if escaped is not None and self.closes_after(escaped):
                self.fault("'\\{' counts as a brace for BibTeX and is not closed", start)
                return escaped
        guess = self.likely_end(start, end)
        if guess is None:
            return end if end is not None else len(self.text)
        self.position = guess
        raise _Broken(f"the value that opens with {char!r} is never closed", start)

    def likely_end(self, start: int, end: int | None) -> int | None:
        """Give where an unclosed string ends, or None for one that is closed.

        A string that runs over the start of the next field or entry, and is
        not followed by what may follow a string, was not meant to.
        """
        limit = self.limit(start) if end is None else end
        block = _NEXT_BLOCK.search(self.text, start, limit)
        field = _NEXT_FIELD.search(self.text, start, block.start() if block else limit)
        found = field or block
        if found is not None:
            return found.start()
        return None if end is not None else limit

    def closes_after(self, end: int) -> bool:
        """Tell whether what follows a string is what may follow one."""
        match = _SPACE.match(self.text, end)
        follows = match.end() if match else end
        char = self.text[follows : follows + 1]
        return char in (self.closing, "#", ",") or bool(_FIELD.match(self.text, follows))


def _closing_quote(text: str, opening: int, limit: int = sys.maxsize) -> int | None:
    """Give the index behind the quote that ends the string opening at `opening`."""
    depth = 0
    for match in _BRACE_OR_QUOTE.finditer(text, opening + 1, limit):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth < 0:
                return None
        elif depth == 0:
            return match.end()
    return None
