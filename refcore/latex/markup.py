"""CSL's small markup: the tags that a title may contain, and text that only looks like them.

Source: CSL 1.0.2, "Appendix II, rich text in fields", in the form of CSL-JSON:
``<i> <b> <sub> <sup> <sc>`` and ``<span>`` with small caps or ``nocase``. Mathematics
that these cannot express stays as TeX between dollar signs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from refcore.latex.escapes import JOINER, from_plain
from refcore.latex.mathematics import MATHEMATICS, readable
from refcore.text.patterns import regex

__all__ = [
    "MATHEMATICS",
    "NOCASE",
    "SMALL_CAPS",
    "Element",
    "Node",
    "from_plain",
    "parse",
    "protects_itself",
    "to_plain",
    "unprotected",
]

NOCASE: Final = '<span class="nocase">'
SMALL_CAPS: Final = '<span style="font-variant:small-caps;">'

_OPENING: Final = (
    r'<(?P<name>i|b|sub|sup|sc)>|<span style="font-variant: ?small-caps;?">'
    r'|<span class="(?P<nocase>nocase)">'
)
# Most elements hold nothing but text, and are found whole.
_WHOLE: Final = (
    r"<(?P<whole>i|b|sub|sup|sc)>(?P<inside>[^<]++)</(?P=whole)>"
    r'|<span class="nocase">(?P<kept>[^<]++)</span>'
)
_TAG: Final = regex(rf"{_WHOLE}|{_OPENING}|</(?P<close>i|b|sub|sup|sc|span)>")
_DEEPEST: Final = 40


@attrs.frozen
class Element:
    """A piece of marked text: `tag` is i, b, sub, sup, sc or nocase."""

    tag: str
    children: tuple[Node, ...]


Node = str | Element


def to_plain(text: str) -> str:
    """Return text in small markup without its markup, and mathematics in readable form.

    Args:
        text: Text in small markup.

    Returns:
        Plain text.

    >>> to_plain("H<sub>2</sub>O"), to_plain(r"The $\\frac{a+b}{2}$ rule")
    ('H2O', 'The (a+b)/2 rule')
    """
    if "$" in text:
        text = MATHEMATICS.sub(lambda found: readable(found[0].strip("$")), text)
    if "<" not in text:
        return text
    return "".join(_strings(parse(text)))


def unprotected(text: str) -> str:
    """Return text in small markup without the spans that keep case.

    >>> unprotected('On <span class="nocase">Bayes and <i>E. coli</i></span>')
    'On Bayes and <i>E. coli</i>'
    """
    return "".join(map(_unprotected, parse(text))) if NOCASE in text else text


def _unprotected(node: Node) -> str:
    if isinstance(node, str):
        return from_plain(node)
    inner = "".join(map(_unprotected, node.children))
    if node.tag == "nocase":
        return inner
    return (
        f"{SMALL_CAPS}{inner}</span>" if node.tag == "sc" else f"<{node.tag}>{inner}</{node.tag}>"
    )


def _strings(nodes: list[Node] | tuple[Node, ...]) -> list[str]:
    found: list[str] = []
    for node in nodes:
        found.extend([node] if isinstance(node, str) else _strings(node.children))
    return found


def parse(text: str) -> list[Node]:
    """Read small markup; a tag without its partner is text, and so is an escaped one.

    >>> parse("<i>E. coli</i> < 3")
    [Element(tag='i', children=('E. coli',)), ' < 3']
    """
    if "<" not in text:
        return [text] if text else []
    stack: list[tuple[str, str, list[Node]]] = [("", "", [])]
    end, is_tidy = 0, JOINER not in text
    for match in _TAG.finditer(text):
        if match.start() > end:
            stack[-1][2].append(text[end : match.start()])
        end = match.end()
        whole, inside, kept, name, nocase, closing = match.groups()
        if closing is None and len(stack) <= _DEEPEST:
            if text_within := inside or kept:
                stack[-1][2].append(Element(whole or "nocase", (text_within,)))
            else:
                stack.append((name or nocase or "sc", match[0], []))
        elif closing and _closes(closing, stack[-1]):
            tag, _, children = stack.pop()
            stack[-1][2].append(Element(tag, tuple(children)))
        else:
            stack[-1][2].append(match[0])
            is_tidy = False
    if end < len(text):
        stack[-1][2].append(text[end:])
    return stack[0][2] if is_tidy and len(stack) == 1 else _joined(_with_open_tags(stack))


def _with_open_tags(stack: list[tuple[str, str, list[Node]]]) -> list[Node]:
    """Return the nodes of a text at its end; tags that are open there are text."""
    while len(stack) > 1:
        _, opening, children = stack.pop()
        stack[-1][2].extend([opening, *children])
    return stack[0][2]


def _joined(nodes: Iterable[Node]) -> list[Node]:
    """Join neighbouring texts at every depth, and undo the escapes in them."""
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


_PART = regex(r"[-\u2010-\u2014/]")


def protects_itself(word: str) -> bool:
    """Return whether a word has a capital after its first letter and so keeps its case.

    Each part of a compound counts by itself. BibTeX needs braces around such a word;
    in a title it carries no `nocase` span.

    >>> [protects_itself(w) for w in ("MiniMax-M1", "DNA", "Test-Time", "iPhone", "M1")]
    [True, True, False, True, False]
    """
    if "<" in word or word.islower() or word[1:].islower():
        return False
    for part in _PART.split(word):
        letters = [letter for letter in part if letter.isalpha()]
        if any(letter.isupper() for letter in letters[1:]):
            return True
    return False
