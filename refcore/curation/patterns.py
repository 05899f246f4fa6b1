"""Patterns with markers in square brackets: ``[auth:lower][year]``.

The language of JabRef, and of Better BibTeX before its formulas.
Source: JabRef's documentation, "Customize the citation key generator".
"""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.curation.filters import FILTERS, filter_named
from refcore.curation.markers import MARKERS, marker_named
from refcore.curation.nodes import Call, Choice, Filtered, Node, Sequence, Text
from refcore.curation.spec import Spec, bind, expected, refuse
from refcore.text.patterns import regex

__all__ = ["parse_pattern"]

_COMMON: Final = ("auth", "authors", "year", "shorttitle", "title")
_COMMON_MODIFIERS: Final = ("lower", "upper", "capitalize", "abbr", "regex")
_NAME: Final = regex(r"[^\]\[:+,=()\"\s]+")
_MODIFIER: Final = regex(r"([A-Za-z_]+?)_?(\d{1,9})?(?=[\]:(,=])")
_PLAIN: Final = regex(r"[^\]:,]*")
_QUOTED: Final = regex(r'\s*"((?:[^"\\]|\\.)*)"\s*', re.DOTALL)
_ESCAPED: Final = regex(r'\\([\\"])')


def parse_pattern(text: str) -> Node:
    """Read a pattern; raises `InvalidTemplate`, which says where and what was expected."""
    return _Pattern(text).whole()


class _Pattern:
    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def whole(self) -> Node:
        options: list[list[Node]] = [[]]
        plain: list[str] = []
        while self.position < len(self.text):
            char = self.text[self.position]
            if char in "[|" and plain:
                options[-1].append(Text("".join(plain)))
                plain = []
            if char == "[":
                options[-1].append(self.marker())
            elif char == "]":
                raise refuse(self.text, self.position, "']'", "a '[' before it")
            else:
                self.position += 1
                if char == "|":
                    options.append([])
                elif char == "\\" and self.position < len(self.text):
                    plain.append(self.text[self.position])
                    self.position += 1
                else:
                    plain.append(char)
        if plain:
            options[-1].append(Text("".join(plain)))
        return Choice(tuple(Sequence(tuple(parts)) for parts in options))

    def marker(self) -> Node:
        start = self.position
        self.position += 1
        match = _NAME.match(self.text, self.position)
        if match is None:
            raise self.fault("the name of a marker or field", self.position)
        self.position = match.end()
        found = marker_named(match[0])
        if found is None:
            wanted = expected(match[0], MARKERS, "a marker or field", _COMMON)
            wanted += f" (N is a number; [{match[0].upper()}] is a field of that name)"
            raise refuse(self.text, start + 1, repr(match[0]), wanted)
        node: Node = Call(*found)
        if self.text.startswith("+initials", self.position):
            raise refuse(self.text, self.position, "'+initials'", "a formula: auth(initials=true)")
        while self.text[self.position : self.position + 1] == ":":
            node = self.modifier(node)
        if self.text[self.position : self.position + 1] != "]":
            raise self.fault("':' or ']'", self.position)
        self.position += 1
        return node

    def modifier(self, inner: Node) -> Node:
        self.position += 1
        if self.text[self.position : self.position + 1] == "(":
            return Filtered(inner, FILTERS["default"], (self.fallback(),))
        start = self.position
        match = _MODIFIER.match(self.text, start)
        if match is None:
            raise self.fault("the name of a modifier, or '('", start)
        known = filter_named(match[1])
        if known is None:
            wanted = expected(match[1].lower(), FILTERS, "a modifier", _COMMON_MODIFIERS)
            raise refuse(self.text, start, repr(match[1]), wanted)
        self.position = match.end()
        name, spec = known
        values: list[Any] = [int(match[2])] if match[2] else []
        if self.text[self.position] == "(":
            values += self.quoted()
        elif self.text[self.position] in ",=":
            values += self.listed(spec)
        return Filtered(inner, spec, bind(name, spec, values, {}, self.text, start))

    def fallback(self) -> str:
        """Read ``(text)``, to the parenthesis before ``:`` or ``]``."""
        start = self.position
        end = start
        while end >= 0:
            end = self.text.find(")", end + 1)
            if end >= 0 and self.text[end + 1 : end + 2] in (":", "]"):
                self.position = end + 1
                return self.text[start + 1 : end].replace(":", "")  # as JabRef reads it
        raise refuse(self.text, start, "'('", "')' before the ']' of the marker")

    def quoted(self) -> list[str]:
        """Read arguments in double quotes: ``("a","b")``."""
        self.position += 1
        values: list[str] = []
        while True:
            match = _QUOTED.match(self.text, self.position)
            if match is None:
                raise self.fault("an argument in double quotes", self.position)
            values.append(_ESCAPED.sub(r"\1", match[1]))
            self.position = match.end()
            char = self.text[self.position : self.position + 1]
            if char not in (",", ")") or not char:
                raise self.fault("',' or ')'", self.position)
            self.position += 1
            if char == ")":
                return values

    def listed(self, spec: Spec) -> list[Any]:
        """Read arguments without quotes: ``,1,1`` or ``=1,1``."""
        values: list[Any] = []
        while self.text[self.position : self.position + 1] in (",", "="):
            match = _PLAIN.match(self.text, self.position + 1)
            value = match[0] if match else ""
            start, self.position = self.position + 1, self.position + 1 + len(value)
            number = len(values) < len(spec.params) and spec.params[len(values)].kind == "number"
            if number and not re.fullmatch(r"-?[0-9]{1,4}", value):
                raise refuse(self.text, start, repr(value), "a number")
            values.append(int(value) if number else value)
        return values

    def fault(self, wanted: str, offset: int) -> Exception:
        found = self.text[offset : offset + 1]
        return refuse(self.text, offset, repr(found) if found else "the end", wanted)
