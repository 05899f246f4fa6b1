"""The value of an expression in a .bib file: strings, numbers, macros, ``#``."""

from __future__ import annotations

import bisect
from typing import Final, NamedTuple

from refcore.bibtex.braces import BRACE_OR_QUOTE, WITHIN
from refcore.bibtex.budget import Budget
from refcore.bibtex.scan import is_one_string
from refcore.text.months import BY_START, MONTHS
from refcore.text.patterns import regex

__all__ = ["Expansion", "Macros", "fold"]

_PIECE: Final = regex(r"\s*(?:#\s*)*(?:(?P<open>[{\"])|(?P<word>[^\s\"#%'(),={}]+)|(?P<odd>.))")
_UNQUOTED: Final = regex(
    r"[^\s{}\"#]+[ \t'][^{}\"#]+|'[^{}\"#]*'|\([^{}\"#]*\)|\d++(?:[-\u2013./:]++\w++)++"
)
_LAST_QUOTE: Final = regex(r"\"(?=\s*(?:#|\Z))")
_SHORT: Final = 100  # expressions of this length recur, and are cached
_MANY: Final = 10_000
_SPACE: Final = regex(r"[ \t\r\n]+")


class Expansion(NamedTuple):
    """The value of an expression.

    `unknown` names the strings in it that are not defined, `omitted` those
    for which there is no room.
    """

    text: str
    unknown: tuple[str, ...] = ()
    omitted: tuple[str, ...] = ()


class Macros:
    """The `@string` definitions of a file; at each place the last one before it applies.

    Names count without case. The twelve months are defined from the start.
    Source: *BibTeXing*, section 2, items on abbreviations and concatenation;
    bibtex.web, on storing a field's value: outer spaces of a field are cut
    off, those of a string are not.

    `budget` bounds the text of all definitions, and of all values that `expand` returns.

    >>> macros = Macros()
    >>> macros.define("acm", "{ACM} # { Press}")
    Expansion(text='ACM Press', unknown=(), omitted=())
    >>> macros.evaluate('"The " # ACM'), macros.evaluate("jan")[0], macros.evaluate("nope")
    (('The ACM Press', ()), 'January', ('', ('nope',)))
    """

    def __init__(self, budget: Budget | None = None) -> None:
        self.budget = budget or Budget.of("")
        self._values = {macro: [(-1, MONTHS[number - 1])] for macro, number in BY_START.items()}
        self._known: dict[str, Expansion] = {}
        self._named: dict[str, dict[str, None]] | None = None  # names by value

    def define(self, name: str, expression: str, at: int = 0) -> Expansion:
        """Take a definition at an offset; return the value of the name.

        Definitions are taken in the order of the file.
        """
        self._known.clear()
        self._named = None
        held = self._values.pop(name.lower(), [])  # undefined within its own definition
        found = self.joined(expression)
        held.append((at, found.text))
        self._values[name.lower()] = held
        return found

    def value(self, name: str, at: int | None = None) -> str | None:
        """Return the value of a name, at an offset or at the end of the file."""
        known = self._values.get(name.lower())
        if known is None:
            return None
        if at is None or known[-1][0] < at:
            return known[-1][1]
        index = bisect.bisect_left(known, (at, ""))
        return known[index - 1][1] if index else None

    def names_of(self, value: str) -> tuple[str, ...]:
        """Return the names that the file defines as a value somewhere, in their order."""
        if self._named is None:
            self._named = {}
            for name, known in self._values.items():
                for at, text in known:
                    if at >= 0:
                        self._named.setdefault(text, {})[name] = None
        return tuple(self._named.get(value, ()))

    def names(self) -> tuple[str, ...]:
        """Return the names that the file defines, in lower case and in order."""
        return tuple(name for name, known in self._values.items() if known[-1][0] >= 0)

    def joined(self, expression: str) -> Expansion:
        """Return the text of a string or preamble, its outer spaces kept."""
        found = self._concatenated(expression, None, self.budget.left)
        self.budget.take(max(len(found.text) - len(expression), 0))
        return found._replace(text=_SPACE.sub(" ", found.text))

    def expand(self, expression: str) -> Expansion:
        """Return the text of a field, spaces folded, and count its growth against the budget."""
        if _UNQUOTED.fullmatch(expression):
            return Expansion(fold(expression))
        found = self._remembered(expression, self.budget.left)
        grown = len(found.text) - len(expression)
        if grown > 0:
            self.budget.take(grown)
        return found

    def evaluate(self, expression: str, at: int | None = None) -> tuple[str, tuple[str, ...]]:
        """Return the text of an expression, spaces folded, and the unknown names in it.

        `at` is the offset of the expression, where strings are defined again
        further down.
        """
        if is_one_string(expression):
            return fold(expression[1:-1]), ()
        if _UNQUOTED.fullmatch(expression):
            return fold(expression), ()
        if at is None:
            found = self._remembered(expression, self.budget.limit)
            return found.text, found.unknown
        found = self._concatenated(expression, at, self.budget.limit)
        return fold(found.text), found.unknown

    def _remembered(self, expression: str, room: int) -> Expansion:
        """Return the value of an expression here; short ones recur, and are cached."""
        found = self._known.get(expression)
        if found is not None and len(found.text) <= room:
            return found
        found = self._concatenated(expression, None, room)
        found = Expansion(fold(found.text), found.unknown, found.omitted)
        if len(expression) < _SHORT and not found.omitted:
            if len(self._known) > _MANY:
                self._known.clear()
            self._known[expression] = found
        return found

    def _concatenated(self, expression: str, at: int | None, room: int) -> Expansion:
        """Join the pieces of an expression; strings have at most `room` characters."""
        found: list[str] = []
        unknown: list[str] = []
        omitted: list[str] = []
        position = 0
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
                elif len(value) > room:
                    omitted.append(word)
                else:
                    found.append(value)
                    room -= len(value)
        return Expansion("".join(found), tuple(unknown), tuple(omitted))


def fold(text: str) -> str:
    """Fold white space as BibTeX does; a no-break space does not count.

    >>> fold(" a \\n b\\u00a0")
    'a b\\xa0'
    """
    if "  " in text or "\n" in text or "\t" in text or "\r" in text:
        text = _SPACE.sub(" ", text)
    return text.strip(" ")


def _unclosed(opening: str, rest: str) -> str:
    r"""Return the content of a string whose delimiter BibTeX does not find.

    >>> _unclosed("{", r"C:\}"), _unclosed('"', 'Moss"')
    ('C:\\', 'Moss')
    """
    if opening == "{":
        inner = rest.removesuffix("}")  # closed, but for a brace after a backslash
        opened = inner.count("{") - inner.count("\\{")
        return rest if opened > inner.count("}") - inner.count("\\}") else inner
    if rest.endswith('"') or rest.count("}") <= rest.count("{"):
        return rest.removesuffix('"')
    return rest.rstrip()[:-1]  # a brace where the quote should be


def _string_end(text: str, opening: int) -> int:
    """Return the index of the delimiter that closes a string, or the end of the text.

    >>> _string_end("{Journal} # x", 0)
    8
    """
    quoted = text[opening] == '"'
    depth = 0 if quoted else 1
    for match in BRACE_OR_QUOTE.finditer(text, opening + 1):
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
