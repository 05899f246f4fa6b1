r"""Macros that a preamble defines, and text with them in full.

A .bib file may define commands of its own in ``@preamble``, as for `\noopsort` or a program's
name. Sources: *LaTeX2e: An unofficial reference manual*, "\newcommand"; *The TeXbook*, chapter
20, for ``\def`` and ``\let``. Of what TeX can define, only text with numbered parameters is
read; what asks, counts or assigns stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from refcore.latex.commands import LANGUAGES, NAMED
from refcore.latex.decode import is_known
from refcore.text.braces import group_end
from refcore.text.patterns import regex

__all__ = ["Expander", "Macro", "defined"]

# Names that files give to macros of their own.
_OFTEN_OWN: Final = NAMED | LANGUAGES.keys() | {"Dash"}
_MOST_MACROS: Final = 1000
_DEEPEST: Final = 20  # macros within macros
_COST: Final = 20  # what an expansion takes of the room beside its characters
_LONGEST_OPTION: Final = 500
_COMMAND: Final = r"\{?\s{0,9}\\(?P<name>[A-Za-z]{1,50})\s{0,9}\}?\s{0,9}"
_HEAD: Final = regex(
    r"\\(?:"
    r"(?P<how>(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s{0,9}"
    rf"{_COMMAND}(?:\[(?P<count>\d)\]\s{{0,9}}(?:\[(?P<first>[^\[\]]{{0,200}})\]\s{{0,9}})?)?(?=\{{)"
    r"|[gex]?def\s{0,9}\\(?P<defined>[A-Za-z]{1,50})\s{0,9}(?P<marks>(?:#[1-9]){0,9})(?=\{)"
    r"|let\s{0,9}\\(?P<alias>[A-Za-z]{1,50})\s{0,9}=?\s{0,9}\\(?P<of>[A-Za-z]{1,50}))"
)
# What a body does besides printing; its macro stays unread.
_DOES: Final = regex(
    r"\\(?:if|el|fi\b|expandafter|csname|begin\b|end|global|advance|count|set|re?newc|def\b|let\b"
    r"|catcode|input|include|write|read|open|immediate|loop|the\b|number|romannumeral|futurelet"
    r"|@)|##"
)
_BREAK: Final = regex(r"\\penalty\s?-?\d{1,6}\s?|\\nobreak(?![A-Za-z])\s?")
_PARAMETER: Final = regex(r"#([1-9])")
_NAME_AT_END: Final = regex(r"\\[A-Za-z]+\Z")
_TOKEN: Final = regex(r"\s*(?:\\(?:[A-Za-z]+|.)|[^\s{}])")
_SPACES: Final = regex(r"\s*")


class Macro(NamedTuple):
    """A command's text with `#1` to `#9`; `first` is the first argument where none is given."""

    parameters: int
    body: str
    first: str | None = None


def defined(sources: Iterable[str]) -> dict[str, Macro]:
    r"""Return the macros that LaTeX texts define, but for those that `decode` reads itself.

    Args:
        sources: The texts, in order; a later definition replaces one before, but for
            ``\providecommand``.

    Returns:
        The macros by name, without the backslash.

    >>> defined([r"\providecommand{\first}[2]{#1} \newcommand\emph[1]{#1}"])
    {'first': Macro(parameters=2, body='#1', first=None)}
    """
    found: dict[str, Macro] = {}
    for source in sources:
        for name, macro, is_provided in _definitions(source):
            is_taken = is_provided and name in found
            is_taken = is_taken or (is_known(name) and name not in _OFTEN_OWN)
            if not is_taken and len(found) < _MOST_MACROS:
                is_other = macro.body[:1] == "\\"  # by \let, or \def of nothing else
                found[name] = found.get(macro.body[1:], macro) if is_other else macro
    return found


def _definitions(source: str) -> Iterator[tuple[str, Macro, bool]]:
    r"""Yield each macro's name, the macro, and whether it is one where there is none yet.

    >>> [*_definitions(r"\newcommand*{\a}[1][b]{c#1}")]
    [('a', Macro(parameters=1, body='c#1', first='b'), False)]
    """
    place = 0
    while match := _HEAD.search(source, place):
        place = match.end()
        if match["alias"]:
            yield match["alias"], Macro(0, f"\\{match['of']}"), False
            continue
        place = group_end(source, match.end())  # what a body defines is not defined yet
        body = _BREAK.sub("", source[match.end() + 1 : place - 1])
        count = int(match["count"] or 0) or len(match["marks"] or "") // 2
        if not _DOES.search(body):
            macro = Macro(count, body, match["first"])
            yield match["name"] or match["defined"], macro, match["how"] == "providecommand"


class _NoRoom(Exception):
    """There is no room for an expansion."""


class Expander:
    r"""Writes the macros of a file in full, in one pass over a text and what its macros stand for.

    Args:
        macros: The macros by name.
        has_room: Takes the length of each expansion, and tells whether there is room for it.

    >>> macros = {"first": Macro(2, "#1"), "dante": Macro(0, "DANTE")}
    >>> Expander(macros, lambda size: True).expand(r"By \first{\dante}{x}\dante e.V.")
    'By DANTEDANTEe.V.'
    """

    def __init__(self, macros: Mapping[str, Macro], has_room: Callable[[int], bool]) -> None:
        names = "|".join(sorted(macros, key=len, reverse=True))
        self.used = regex(rf"\\({names})(?![A-Za-z@])") if macros else None
        self.macros = macros
        self.has_room = has_room

    def expand(self, text: str) -> str:
        """Return a text with each macro written in full.

        A macro without its arguments stays as it is. Without room, or with macros in macros
        beyond a depth, the whole text does.
        """
        if self.used is None or not self.used.search(text):
            return text
        try:
            return self._within(text, 0)
        except _NoRoom:
            return text

    def _within(self, text: str, depth: int) -> str:
        found: list[str] = []
        place = 0
        while self.used and (match := self.used.search(text, place)):
            found.append(text[place : match.start()])
            macro = self.macros[match[1]]
            arguments, place = _arguments(text, match.end(), macro)
            if len(arguments) != macro.parameters:
                place = match.end()
                found.append(match[0])
                continue
            body = _filled(macro.body, arguments)
            if depth >= _DEEPEST or not self.has_room(len(body) + _COST):
                raise _NoRoom
            found.append(self._within(body, depth + 1))
            if _NAME_AT_END.search(found[-1]) and text[place : place + 1].isalpha():
                found.append(" ")
        return "".join(found) + text[place:]


def _arguments(text: str, place: int, macro: Macro) -> tuple[list[str], int]:
    """Return the arguments of a macro, as many as there are, and where they end."""
    found: list[str] = []
    if macro.first is not None:
        end = (
            text.find("]", place, place + _LONGEST_OPTION) if text[place : place + 1] == "[" else -1
        )
        found.append(text[place + 1 : end] if end > 0 else macro.first)
        place = end + 1 if end > 0 else place
    while len(found) < macro.parameters:
        start = _end_of_spaces(text, place)
        token = _TOKEN.match(text, place)
        if text.startswith("{", start):
            place = group_end(text, start)
            found.append(text[start + 1 : place - 1])
        elif token:
            found.append(token[0].strip())
            place = token.end()
        else:
            break
    return found, place if found else _end_of_spaces(text, place)


def _end_of_spaces(text: str, place: int) -> int:
    match = _SPACES.match(text, place)
    return match.end() if match else place


def _filled(body: str, arguments: list[str]) -> str:
    r"""Return a body with its arguments; a number without an argument prints nothing.

    >>> _filled("#2 #1#3", ["a", "b"])
    'b a'
    """

    def argument(match: re.Match[str]) -> str:
        number = int(match[1])
        return arguments[number - 1] if number <= len(arguments) else ""

    return _PARAMETER.sub(argument, body)
