"""Rendered text as a tree of inlines: text, styled runs, links.

An engine gives this tree; an output format only prints it.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TypeAlias

import attrs

from refcore.csl.processor.display import INDENTED, LINE

__all__ = [
    "Inline",
    "Link",
    "Run",
    "Styled",
    "Text",
    "flip_flopped",
    "plain_text",
    "printed_lines",
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
_LINE_ENDS = re.compile(f"([{LINE}{INDENTED}])")
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


def printed_lines(
    inlines: tuple[Inline, ...], line_of: Callable[[tuple[Inline, ...]], str]
) -> list[tuple[bool, str]]:
    """Give the lines of an entry as `line_of` prints them, and of each whether it is indented.

    >>> runs = (Text(f"a{INDENTED}b"), Styled(Run.BOLD, (Text(f"{LINE}c"),)))
    >>> printed_lines(runs, plain_text)
    [(False, 'a'), (True, 'b'), (False, 'c')]
    """
    lines = _lines(inlines)
    if len(lines) > 1 and not plain_text(lines[0][1]):
        del lines[0]
    return [(indented, line_of(line)) for indented, line in lines]


def _lines(inlines: tuple[Inline, ...]) -> list[tuple[bool, tuple[Inline, ...]]]:
    lines: list[tuple[bool, tuple[Inline, ...]]] = [(False, ())]
    for inline in inlines:
        if isinstance(inline, Text):
            pieces = _pieces(inline.text)
        else:
            pieces = [
                (indented, (attrs.evolve(inline, children=held),) if held else ())
                for indented, held in _lines(inline.children)
            ]
        indented, line = lines[-1]
        lines[-1] = (indented, (*line, *pieces[0][1]))
        lines.extend(pieces[1:])
    return lines


def _pieces(text: str) -> list[tuple[bool, tuple[Inline, ...]]]:
    first, *others = _LINE_ENDS.split(text)
    signed = zip(["", *others[::2]], [first, *others[1::2]], strict=True)
    return [(sign == INDENTED, (Text(piece),) if piece else ()) for sign, piece in signed]


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
