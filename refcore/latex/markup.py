"""CSL's small markup: the tags that a title may hold, and text that only looks like them.

Source: CSL 1.0.2, "Appendix II, rich text in fields" as CSL-JSON has it:
``<i> <b> <sub> <sup> <sc>`` and ``<span>`` with small caps or ``nocase``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import attrs

__all__ = ["Element", "Node", "from_plain", "parse", "protects_itself", "to_plain"]

# CSL's markup has no escape. An invisible word joiner behind "<" keeps text from
# being read as a tag; behind "$" it keeps text from being read as mathematics.
JOINER: Final = "\u2060"
NOCASE: Final = '<span class="nocase">'
SMALL_CAPS: Final = '<span style="font-variant:small-caps;">'

# A dollar sign opens mathematics before a character that is no space and closes
# it behind one, where no digit follows; "$5 and $6" holds none.
MATHEMATICS: Final = re.compile(
    rf"\$\$(?![\s{JOINER}])[^$]*(?<![\s\\])\$\$|\$(?![\s{JOINER}])[^$]*(?<![\s\\$])\$(?!\d)"
)

_OPENING: Final = (
    r'<(?P<name>i|b|sub|sup|sc)>|<span style="font-variant: ?small-caps;?">'
    r'|<span class="(?P<nocase>nocase)">'
)
_TAG: Final = re.compile(rf"{_OPENING}|</(?P<close>i|b|sub|sup|sc|span)>")
_LOOKS_LIKE_TAG: Final = re.compile(rf"<(?=(?:/?(?:i|b|sub|sup|sc)|span [^<>]*+|/span)>|{JOINER})")
_DEEPEST: Final = 40


@attrs.frozen
class Element:
    """A piece of marked text: `tag` is i, b, sub, sup, sc or nocase."""

    tag: str
    children: tuple[Node, ...]


Node = str | Element


def from_plain(text: str) -> str:
    """Give plain text as text in small markup, where nothing in it acts as a tag.

    >>> from_plain("a < b") == "a < b", parse(from_plain("the <i> tag </i>"))
    (True, ['the <i> tag </i>'])
    """
    return _LOOKS_LIKE_TAG.sub("<" + JOINER, text) if "<" in text else text


def to_plain(text: str) -> str:
    """Give text in small markup without its markup.

    >>> to_plain("H<sub>2</sub>O")
    'H2O'
    """
    if "<" not in text:
        return text
    return "".join(_strings(parse(text)))


def _strings(nodes: list[Node] | tuple[Node, ...]) -> list[str]:
    found: list[str] = []
    for node in nodes:
        found.extend([node] if isinstance(node, str) else _strings(node.children))
    return found


def parse(text: str) -> list[Node]:
    """Read small markup; a tag without its partner is text, as is an escaped one.

    >>> parse("<i>E. coli</i> < 3")
    [Element(tag='i', children=('E. coli',)), ' < 3']
    """
    stack: list[tuple[str, str, list[Node]]] = [("", "", [])]
    end = 0
    for match in _TAG.finditer(text):
        stack[-1][2].append(text[end : match.start()])
        end = match.end()
        closing = match["close"]
        if closing is None and len(stack) <= _DEEPEST:
            tag = match["name"] or match["nocase"] or "sc"
            stack.append((tag, match[0], []))
        elif closing and _closes(closing, stack[-1]):
            tag, _, children = stack.pop()
            stack[-1][2].append(Element(tag, tuple(children)))
        else:
            stack[-1][2].append(match[0])
    stack[-1][2].append(text[end:])
    while len(stack) > 1:
        _, opening, children = stack.pop()
        stack[-1][2].extend([opening, *children])
    return _joined(stack[0][2])


def _joined(nodes: Iterable[Node]) -> list[Node]:
    """Join texts that follow each other, at every depth, and undo the escapes in them."""
    found: list[Node] = []
    pieces: list[str] = []

    def end_text() -> None:
        if text := "".join(pieces):
            found.append(text.replace("<" + JOINER, "<"))
        pieces.clear()

    for node in nodes:
        if isinstance(node, str):
            pieces.append(node)
        else:
            end_text()
            found.append(Element(node.tag, tuple(_joined(node.children))))
    end_text()
    return found


def _closes(name: str, opened: tuple[str, str, list[Node]]) -> bool:
    tag, opening, _ = opened
    return bool(tag) and opening.startswith("<" + name)


_PART = re.compile(r"[-\u2010-\u2014/]")


def protects_itself(word: str) -> bool:
    """Tell whether a word has a capital behind its first letter and so keeps its case.

    The parts of a compound count each by itself. Such a word is written with
    braces in BibTeX and carries no `nocase` span in a title.

    >>> [protects_itself(w) for w in ("MiniMax-M1", "DNA", "Test-Time", "iPhone", "M1")]
    [True, True, False, True, False]
    """
    if "<" in word or word.islower():
        return False
    for part in _PART.split(word):
        letters = [letter for letter in part if letter.isalpha()]
        if any(letter.isupper() for letter in letters[1:]):
            return True
    return False
