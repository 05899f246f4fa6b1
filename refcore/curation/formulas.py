"""Formulas: ``auth.lower + year + title.skipwords.select(1,1)``.

The language of Better BibTeX. Source: its documentation, "Formulas".

    formula   = choice { ";" choice }
    choice    = sum { ("|" | "||") sum } [ "?" choice ":" choice ]
    sum       = term { "+" term }
    term      = atom { "." filter [ arguments ] }
    atom      = text | function [ arguments ] | "(" choice ")"
    arguments = "(" [ argument { "," argument } ] ")"
    argument  = [ name "=" ] ( text | number | true | false | "/" expression "/" [ "i" ] )
"""

from __future__ import annotations

import re
from typing import Any, Final

import attrs

from refcore.curation.filters import FILTERS, filter_named
from refcore.curation.functions import FUNCTIONS, function_named
from refcore.curation.nodes import Call, Choice, Condition, Filtered, Node, Sequence, Text
from refcore.curation.spec import Spec, bind, compile_regex, expected, refuse
from refcore.text.patterns import regex

__all__ = ["parse_formula"]

_COMMON: Final = ("auth", "authEtAl", "year", "title", "shorttitle")
_COMMON_FILTERS: Final = ("lower", "upper", "condense", "select", "skipwords")
_TOKEN: Final = regex(
    r"""\s*(?:
        (?P<name>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<number>-?[0-9]{1,9})
      | (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
      | (?P<sign>\|\|?|[-+.,;:?()=/])
      | (?P<end>$)
    )""",
    re.VERBOSE | re.DOTALL,
)
_REGEX: Final = regex(r"((?:[^/\\\n]|\\.)+)/([a-z]*)")
_ESCAPED: Final = regex(r"\\(.)", re.DOTALL)
_DEEPEST: Final = 40
_FLAGS: Final = {"i": re.IGNORECASE, "g": 0, "u": 0}


def parse_formula(text: str) -> Node:
    """Read a formula; raises `InvalidTemplate`, which says where and what was expected."""
    return _Formula(text).whole()


@attrs.frozen
class _Token:
    kind: str
    text: str
    offset: int

    @property
    def shown(self) -> str:
        return "the end" if self.kind == "end" else repr(self.text)


class _Formula:
    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.depth = 0
        self.token = self.next()

    def next(self) -> _Token:
        """Step to the next token and give it."""
        match = _TOKEN.match(self.text, self.position)
        if match is None or match.lastgroup is None:
            offset = (
                self.position
                + len(self.text[self.position :])
                - len(self.text[self.position :].lstrip())
            )
            quoted = self.text[offset] in "'\""
            wanted = "a closing quote after it" if quoted else "a function, text or sign"
            raise refuse(self.text, offset, repr(self.text[offset]), wanted)
        kind = match.lastgroup
        self.position = match.end()
        self.token = _Token(kind, match[kind], match.start(kind))
        return self.token

    def takes(self, *signs: str) -> bool:
        """Step over a sign if it is one of the given ones."""
        if self.token.kind == "sign" and self.token.text in signs:
            self.next()
            return True
        return False

    def needs(self, sign: str, wanted: str) -> None:
        if not self.takes(sign):
            raise self.fault(wanted)

    def fault(self, wanted: str) -> Exception:
        return refuse(self.text, self.token.offset, self.token.shown, wanted)

    def whole(self) -> Node:
        options = [self.choice()]
        while self.takes(";"):
            options.append(self.choice())
        if self.token.kind != "end":
            raise self.fault("'+', '.', '|' or the end")
        return Choice(tuple(options))

    def choice(self) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.fault(f"no more than {_DEEPEST} parentheses in each other")
        options = [self.sum()]
        while self.takes("|", "||"):
            options.append(self.sum())
        found: Node = options[0] if len(options) == 1 else Choice(tuple(options))
        if self.takes("?"):
            yes = self.choice()
            self.needs(":", "':' and what is taken where there is none")
            found = Condition(found, yes, self.choice())
        self.depth -= 1
        return found

    def sum(self) -> Node:
        parts = [self.term()]
        while self.takes("+"):
            parts.append(self.term())
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def term(self) -> Node:
        node = self.atom()
        count = 0
        while self.takes("."):
            node = self.filter(node)
            count += 1
            if count > _DEEPEST:
                raise self.fault(f"no more than {_DEEPEST} filters on one value")
        return node

    def atom(self) -> Node:
        token = self.token
        if token.kind == "text":
            self.next()
            return Text(_unquoted(token.text))
        if self.takes("("):
            inner = self.choice()
            self.needs(")", "'+', '|' or ')'")
            return inner
        if token.kind != "name":
            raise self.fault("a function, a field, a text in quotes or '('")
        found = function_named(token.text)
        if found is None:
            wanted = expected(token.text, FUNCTIONS, "a function or field", _COMMON)
            raise self.fault(f"{wanted}; text must be in quotes")
        self.next()
        spec, numbers = found
        return Call(spec, self.arguments(token, spec, numbers))

    def filter(self, inner: Node) -> Node:
        token = self.token
        known = filter_named(token.text) if token.kind == "name" else None
        if known is None:
            raise self.fault(expected(token.text.lower(), FILTERS, "a filter", _COMMON_FILTERS))
        self.next()
        return Filtered(inner, known[1], self.arguments(token, known[1], ()))

    def arguments(self, of: _Token, spec: Spec, before: tuple[int, ...]) -> tuple[Any, ...]:
        """Read the arguments after a name, if there are any, and bind them."""
        values: list[Any] = list(before)
        named: dict[str, Any] = {}
        if self.token.kind == "sign" and self.token.text == "(":
            self.argument_list(values, named)
        return bind(of.text, spec, values, named, self.text, of.offset)

    def argument_list(self, values: list[Any], named: dict[str, Any]) -> None:
        self.next()
        if self.takes(")"):
            return
        while True:
            name = self.argument_name()
            if name is None and named:
                raise self.fault("the name of an argument, as in n=3")
            value = self.value()
            if name is None:
                values.append(value)
            else:
                named[name] = value
            if not self.takes(","):
                self.needs(")", "',' or ')'")
                return

    def argument_name(self) -> str | None:
        token = self.token
        if token.kind != "name" or token.text in ("true", "false"):
            return None
        self.next()
        self.needs("=", f"'=' after the name of an argument; a text {token.text!r} is quoted")
        return {"joiner": "sep"}.get(token.text, token.text)

    def value(self) -> Any:
        token = self.token
        if token.kind == "sign" and token.text == "/":
            return self.expression()
        self.next()
        if token.kind == "number":
            return int(token.text)
        if token.kind == "text":
            return _unquoted(token.text)
        if token.kind == "name" and token.text in ("true", "false"):
            return token.text == "true"
        raise refuse(self.text, token.offset, token.shown, "a text in quotes, a number or /…/")

    def expression(self) -> Any:
        start = self.token.offset
        match = _REGEX.match(self.text, start + 1)
        if match is None:
            raise refuse(self.text, start, "'/'", "an expression and '/' after it")
        flags = 0
        for letter in match[2]:
            if letter not in _FLAGS:
                raise refuse(self.text, match.start(2), repr(letter), "the flags i, g or u")
            flags |= _FLAGS[letter]
        self.position = match.end()
        pattern = compile_regex(match[1].replace("\\/", "/"), flags, self.text, start)
        self.next()
        return pattern


def _unquoted(text: str) -> str:
    return _ESCAPED.sub(r"\1", text[1:-1])
