"""What an expression in a .bib file stands for: strings, numbers, macros, ``#``."""

from __future__ import annotations

import bisect
import re
from typing import Final

from refcore.bibtex.braces import WITHIN
from refcore.bibtex.scan import is_one_string

__all__ = ["MONTHS", "Macros", "fold"]

MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()
)
_PIECE: Final = re.compile(
    r"\s*(?:#\s*)*(?:(?P<open>[{\"])|(?P<word>[^\s\"#%'(),={}]+)|(?P<odd>.))"
)
_UNQUOTED: Final = re.compile(
    r"[^\s{}\"#]+[ \t'][^{}\"#]+|'[^{}\"#]*'|\([^{}\"#]*\)|\d++(?:[-\u2013./:]++\w++)++"
)
_LAST_QUOTE: Final = re.compile(r"\"(?=\s*(?:#|\Z))")
_DELIMITER: Final = re.compile(r"[{}\"]")
_LONGEST: Final = 100_000  # strings made of strings must not double without end
_SHORT: Final = 100  # expressions of this length come again, and are kept
_MANY: Final = 10_000
_SPACE: Final = re.compile(r"[ \t\r\n]+")


class Macros:
    """The `@string` definitions of a file; the last one before a place holds there.

    Names count without case. The twelve months are defined from the start.
    Source: *BibTeXing*, section 2, items on abbreviations and concatenation;
    bibtex.web, on storing a field's value: outer spaces of a field are cut
    off, those of a string are not.

    >>> macros = Macros()
    >>> macros.define("acm", "{ACM} # { Press}")
    ()
    >>> macros.evaluate('"The " # ACM'), macros.evaluate("jan")[0], macros.evaluate("nope")
    (('The ACM Press', ()), 'January', ('', ('nope',)))
    """

    def __init__(self) -> None:
        self._values = {month[:3].lower(): [(-1, month)] for month in MONTHS}
        self._known: dict[str, tuple[str, tuple[str, ...]]] = {}

    def define(self, name: str, expression: str, at: int = 0) -> tuple[str, ...]:
        """Take a definition that stands at an offset; give the names in it that are not defined.

        Definitions are taken in the order of the file.
        """
        self._known.clear()
        held = self._values.pop(name.lower(), [])  # not defined within its own definition
        value, unknown = self.joined(expression)
        folded = value[: max(_LONGEST, len(expression))]
        self._values[name.lower()] = [*held, (at, folded)]
        return unknown

    def value(self, name: str, at: int | None = None) -> str | None:
        """Give what a name stands for, at an offset or at the end of the file."""
        known = self._values.get(name.lower())
        if known is None:
            return None
        if at is None or known[-1][0] < at:
            return known[-1][1]
        index = bisect.bisect_left(known, (at, ""))
        return known[index - 1][1] if index else None

    def names(self) -> tuple[str, ...]:
        """Give the names that the file defines, in lower case and in order."""
        return tuple(name for name, known in self._values.items() if known[-1][0] >= 0)

    def joined(self, expression: str) -> tuple[str, tuple[str, ...]]:
        """Give the text of a string or preamble, its outer spaces kept, and the unknown names."""
        value, unknown = self._concatenated(expression, None)
        return _SPACE.sub(" ", value), unknown

    def evaluate(self, expression: str, at: int | None = None) -> tuple[str, tuple[str, ...]]:
        """Give the text of an expression, spaces folded, and the unknown names in it.

        `at` is the offset of the expression, where strings are defined again
        further down.
        """
        if is_one_string(expression):
            return fold(expression[1:-1]), ()
        if _UNQUOTED.fullmatch(expression):
            return fold(expression), ()
        if at is None and len(expression) < _SHORT:
            found = self._known.get(expression)
            if found is None:
                value, unknown = self._concatenated(expression, None)
                if len(self._known) > _MANY:
                    self._known.clear()
                found = self._known[expression] = fold(value), unknown
            return found
        value, unknown = self._concatenated(expression, at)
        return fold(value), unknown

    def _concatenated(self, expression: str, at: int | None) -> tuple[str, tuple[str, ...]]:
        found: list[str] = []
        unknown: list[str] = []
        position = 0
        room = _LONGEST
        while (match := _PIECE.match(expression, position)) is not None:
            position = match.end()
            if match["open"]:
                end = _string_end(expression, match.start("open"))
                closed = end < len(expression)
                inner = expression[match.end() : end]
                found.append(inner if closed else _unclosed(match["open"], inner))
                position = end + 1
            elif match["word"]:
                word = match["word"]
                value = word if word.isascii() and word.isdigit() else self.value(word, at)
                if value is None:
                    unknown.append(word)
                elif room >= 0:
                    found.append(value)
                    room -= len(value)
        return "".join(found), tuple(unknown)


def fold(text: str) -> str:
    """Fold white space as BibTeX does; a no-break space is none.

    >>> fold(" a \\n b\\u00a0")
    'a b\\xa0'
    """
    if "  " in text or "\n" in text or "\t" in text or "\r" in text:
        text = _SPACE.sub(" ", text)
    return text.strip(" ")


def _unclosed(opening: str, rest: str) -> str:
    """Give the content of a string whose delimiter BibTeX does not find."""
    if opening == "{":
        inner = rest.removesuffix("}")  # closed, but for a brace behind a backslash
        opened = inner.count("{") - inner.count("\\{")
        return rest if opened > inner.count("}") - inner.count("\\}") else inner
    if rest.endswith('"') or rest.count("}") <= rest.count("{"):
        return rest.removesuffix('"')
    return rest.rstrip()[:-1]  # a brace where the quote should be


def _string_end(text: str, opening: int) -> int:
    """Give the index of the delimiter that closes a string, or the end of the text."""
    quoted = text[opening] == '"'
    depth = 0 if quoted else 1
    for match in _DELIMITER.finditer(text, opening + 1):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth == 0 and not quoted:
                return match.start()
        elif quoted and depth <= 0:
            if not WITHIN.match(text, match.end()):
                return match.start()
            last = _LAST_QUOTE.search(text, match.end())
            return last.start() if last else len(text)
    return len(text)
