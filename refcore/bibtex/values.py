"""What an expression in a .bib file stands for: strings, numbers, macros, ``#``."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["MONTHS", "Macros"]

MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()
)
_PIECE: Final = re.compile(
    r"\s*(?:#\s*)*(?:(?P<open>[{\"])|(?P<word>[^\s\"#%'(),={}]+)|(?P<odd>.))"
)
_DELIMITER: Final = re.compile(r"[{}\"]")
_LONGEST: Final = 100_000  # strings made of strings must not double without end
_CLOSING: Final = {"{": "}", '"': '"'}
_SPACE: Final = re.compile(r"[ \t\r\n\f\v]+")


class Macros:
    """The `@string` definitions so far; the last one of a name holds.

    Names count without case. The twelve months are defined from the start.
    Source: *BibTeXing*, section 2, items on abbreviations and concatenation.

    >>> macros = Macros()
    >>> macros.define("acm", "{ACM} # { Press}")
    ()
    >>> macros.evaluate('"The " # ACM'), macros.evaluate("jan")[0], macros.evaluate("nope")
    (('The ACM Press', ()), 'January', ('', ('nope',)))
    """

    def __init__(self) -> None:
        self._values = {month[:3].lower(): month for month in MONTHS}

    def define(self, name: str, expression: str) -> tuple[str, ...]:
        """Take a definition; give the names in it that are not defined."""
        value, unknown = self.evaluate(expression)
        self._values[name.lower()] = value[:_LONGEST]
        return unknown

    def evaluate(self, expression: str) -> tuple[str, tuple[str, ...]]:
        """Give the text of an expression, spaces folded, and the unknown names in it."""
        if _is_one_string(expression):
            return _fold(expression[1:-1]), ()
        found: list[str] = []
        unknown: list[str] = []
        position = 0
        while (match := _PIECE.match(expression, position)) is not None:
            position = match.end()
            if match["open"]:
                end = _string_end(expression, match.start("open"))
                if end == len(expression) and expression.endswith(_CLOSING[match["open"]]):
                    end -= 1  # closed, but for a brace behind a backslash
                found.append(expression[match.end() : end])
                position = end + 1
            elif match["word"]:
                word = match["word"]
                value = word if word.isdigit() else self._values.get(word.lower())
                found.append(value or "")
                if value is None:
                    unknown.append(word)
        return _fold("".join(found)), tuple(unknown)


def _fold(text: str) -> str:
    # BibTeX folds white space, of which a no-break space is none.
    return _SPACE.sub(" ", text).strip(" ")


def _is_one_string(expression: str) -> bool:
    if expression[:1] == "{" and expression[-1:] == "}":
        inner = expression[1:-1]
        return "{" not in inner and "}" not in inner
    return False


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
            return match.start()
    return len(text)
