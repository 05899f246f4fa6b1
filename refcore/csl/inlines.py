"""Rendered text as a tree of inlines: text, styled runs, links.

An engine gives this tree; an output format only prints it.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from itertools import groupby
from typing import TypeAlias

import attrs

__all__ = [
    "Inline",
    "Link",
    "Run",
    "Styled",
    "Text",
    "flip_flopped",
    "lines_of",
    "plain_text",
    "with_links",
]


class Run(enum.StrEnum):
    """How a run of text is set."""

    ITALIC = "italic"
    BOLD = "bold"
    UNDERLINE = "underline"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    SMALL_CAPS = "small-caps"


@attrs.frozen
class Text:
    """Plain text, not yet escaped for any format."""

    text: str


@attrs.frozen
class Styled:
    """Inlines set in one way."""

    run: Run
    children: tuple[Inline, ...]


@attrs.frozen
class Link:
    """A web address, and the inlines that show it."""

    url: str
    children: tuple[Inline, ...]


Inline: TypeAlias = Text | Styled | Link

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\\^`{|}]+", re.IGNORECASE)
_INDENT = " " * 4
_CLOSING = {")": "(", "]": "["}


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """Give the text of inlines without their styles.

    >>> plain_text((Text("a "), Styled(Run.BOLD, (Text("b"),))))
    'a b'
    """
    return "".join(
        inline.text if isinstance(inline, Text) else plain_text(inline.children)
        for inline in inlines
    )


def flip_flopped(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Set a run within a run of its own kind upright, as typographers do.

    Source: CSL 1.0.2, "Formatting" (nested italics and bold).

    >>> title = Styled(Run.ITALIC, (Text("The "), Styled(Run.ITALIC, (Text("TeXbook"),))))
    >>> flip_flopped((title,))
    (Styled(run=<Run.ITALIC: 'italic'>, children=(Text(text='The '),)), Text(text='TeXbook'))
    """
    return _grouped([leaf for leaf in _leaves(inlines, ()) if leaf[0]])


def _leaves(
    inlines: tuple[Inline, ...], runs: tuple[Run, ...]
) -> Iterator[tuple[str, tuple[Run, ...]]]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline.text, runs
        elif isinstance(inline, Styled) and inline.run in runs:
            yield from _leaves(inline.children, tuple(run for run in runs if run != inline.run))
        elif isinstance(inline, Styled):
            yield from _leaves(inline.children, (*runs, inline.run))
        else:
            yield from _leaves(inline.children, runs)


def _grouped(leaves: list[tuple[str, tuple[Run, ...]]]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for run, group in groupby(leaves, key=lambda leaf: leaf[1][:1]):
        if run:
            found.append(Styled(run[0], _grouped([(text, runs[1:]) for text, runs in group])))
        else:
            found.append(Text("".join(text for text, _ in group)))
    return tuple(found)


def lines_of(inlines: tuple[Inline, ...]) -> list[tuple[bool, tuple[Inline, ...]]]:
    r"""Give the lines of an entry, and of each whether it is indented: by four spaces.

    >>> for indented, line in lines_of((Text("a\n    b"), Styled(Run.BOLD, (Text("\nc"),)))):
    ...     print(indented, plain_text(line))
    False a
    True b
    False c
    """
    return [_indented(line) for line in _lines(inlines)]


def _lines(inlines: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    lines: list[tuple[Inline, ...]] = [()]
    for inline in inlines:
        if isinstance(inline, Text):
            parts: list[tuple[Inline, ...]] = [
                (Text(part),) if part else () for part in inline.text.split("\n")
            ]
        else:
            parts = [
                (attrs.evolve(inline, children=line),) if line else ()
                for line in _lines(inline.children)
            ]
        lines[-1] += parts[0]
        lines.extend(parts[1:])
    return lines


def _indented(line: tuple[Inline, ...]) -> tuple[bool, tuple[Inline, ...]]:
    if not line:
        return False, line
    first, rest = line[0], line[1:]
    if isinstance(first, Text):
        inner = first.text.removeprefix(_INDENT)
        found = inner != first.text
        return found, (Text(inner), *rest) if inner else rest
    found, children = _indented(first.children)
    return found, (attrs.evolve(first, children=children), *rest)


def with_links(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Make links of the http and https addresses in the text.

    >>> with_links((Text("See https://a.org/x."),))
    (Text(text='See '), Link(url='https://a.org/x', children=(Text(text='https://a.org/x'),)),
     Text(text='.'))
    """
    return tuple(_linked(inlines))


def _linked(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield from _split(inline.text)
        elif isinstance(inline, Styled):
            yield attrs.evolve(inline, children=with_links(inline.children))
        else:
            yield inline


def _split(text: str) -> Iterator[Inline]:
    position = 0
    for match in _ADDRESS.finditer(text):
        address = _without_punctuation(match[0])
        if match.start() > position:
            yield Text(text[position : match.start()])
        scheme, colon, rest = address.partition(":")
        yield Link(f"{scheme.lower()}{colon}{rest}", (Text(address),))
        position = match.start() + len(address)
    if position < len(text):
        yield Text(text[position:])


def _without_punctuation(address: str) -> str:
    while address:
        last = address[-1]
        opening = _CLOSING.get(last)
        if last in ".,;:!?'’…" or (opening and address.count(last) > address.count(opening)):
            address = address[:-1]
        else:
            break
    return address
