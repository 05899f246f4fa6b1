"""The tree that rendering returns: plain strings and spans of them.

A string is a leaf: text from one place (a field, a term, an affix).
Punctuation is corrected only where two leaves meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

__all__ = [
    "LOW_MARKS",
    "SETTLED",
    "UPRIGHT",
    "Affix",
    "Delimiter",
    "Inline",
    "Span",
    "leaves",
    "plain",
    "replaced",
    "spans_of",
]


class Affix(str):
    """A prefix or suffix of the style; punctuation rules differ from those of a field's text."""

    __slots__ = ()


class Delimiter(Affix):
    """The text that a group or a layout puts between its parts."""

    __slots__ = ()


class Span(NamedTuple):
    """Inlines that share one property.

    `kind` is a CSL formatting attribute (``font-style``, ``font-variant``,
    ``font-weight``, ``text-decoration``, ``vertical-align``, ``display``),
    ``quotes``, ``nocase``, or a mark that later passes look for (``names``,
    ``year``, ``year-suffix``, ``number``, ``cite``, ``link``). `value` is the
    attribute's value. A value from a field's own markup begins with ``markup:``: inside
    its own kind such markup becomes upright, which an attribute does not.
    """

    kind: str
    value: str
    children: tuple[Inline, ...]


Inline: TypeAlias = str | Span

# After the value of a quote: the field has a mark after it, so none of the style moves into it.
SETTLED = "."
# The marks that open a quote in German, Polish and other languages of Europe.
LOW_MARKS = ("„", "‚")
# Values of formatting that take formatting away.
UPRIGHT = frozenset({"normal", "none", "baseline"})


def leaves(inlines: Iterable[Inline]) -> Iterator[str]:
    """Return the strings of a tree in order.

    >>> list(leaves(["a", Span("font-style", "italic", ("b", "c"))]))
    ['a', 'b', 'c']
    """
    for inline in inlines:
        if isinstance(inline, str):
            yield inline
        else:
            yield from leaves(inline.children)


def plain(inlines: Iterable[Inline]) -> str:
    """Return the text of a tree without its spans.

    >>> plain(["a", Span("font-style", "italic", ("b",))])
    'ab'
    """
    out: list[str] = []
    _gather(inlines, out)
    return "".join(out)


def _gather(inlines: Iterable[Inline], out: list[str]) -> None:
    for inline in inlines:
        if isinstance(inline, Span):
            _gather(inline.children, out)
        else:
            out.append(inline)


def spans_of(inlines: Iterable[Inline], kind: str) -> Iterator[Span]:
    """Return the outermost spans of one kind, in order.

    >>> [span.value for span in spans_of([Span("names", "author", ("A",))], "names")]
    ['author']
    """
    for inline in inlines:
        if isinstance(inline, Span):
            if inline.kind == kind:
                yield inline
            else:
                yield from spans_of(inline.children, kind)


def _is_word(inline: Inline) -> bool:
    """Return whether more is printed than the signs of an affix."""
    return isinstance(inline, Span) or any(map(str.isalnum, inline))


def replaced(inlines: Sequence[Inline], old: Span, new: Sequence[Inline]) -> list[Inline]:
    """Return inlines with one replaced; where nothing replaces it, its delimiter goes too.

    Affixes around nothing are nothing. A span without a replacement in it stays the same object,
    so that it is found again.

    >>> replaced(["a", old := Span("names", "author", ("b",))], old, ["—"])
    ['a', '—']
    >>> replaced([old, Affix(". ")], old, [])
    []
    """
    out: list[Inline] = []
    for place, inline in enumerate(inlines):
        if inline is old:
            out.extend(new)
        elif not new and place and inlines[place - 1] is old and isinstance(inline, Delimiter):
            continue
        elif isinstance(inline, str):
            out.append(inline)
        else:
            children = replaced(inline.children, old, new)
            same = len(children) == len(inline.children) and all(
                one is other for one, other in zip(children, inline.children, strict=True)
            )
            if children or not inline.children:
                out.append(inline if same else Span(inline.kind, inline.value, tuple(children)))
    if not new and len(out) < len(inlines) and not any(map(_is_word, out)):
        return []
    return out
