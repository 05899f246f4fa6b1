"""What a CSL processor gives to the rest of refcore, whichever it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import attrs

from refcore.csl.inlines import Inline
from refcore.csl.styles import Style
from refcore.model.reference import Reference

__all__ = ["Cite", "Engine", "Entry", "Layout", "Rendering"]


@attrs.frozen
class Entry:
    """One entry of a bibliography: the place of its reference in the input, and its text.

    `label` is what the style sets at its head, in a margin of its own (``[1]``),
    empty where there is no such thing; `numbered` tells that it is the entry's
    number, and no name or year.
    """

    index: int
    inlines: tuple[Inline, ...]
    label: tuple[Inline, ...] = ()
    numbered: bool = False


@attrs.frozen
class Layout:
    """How a style wants its entries set.

    `entry_spacing` and `line_spacing` are in lines, `second_field_align` is
    ``flush``, ``margin`` or nothing, `label_width` the length of the longest
    label in characters. Source: CSL 1.0.2, "Bibliography-specific
    Options", "Whitespace".
    """

    hanging_indent: bool = False
    second_field_align: str = ""
    entry_spacing: int = 1
    line_spacing: int = 1
    label_width: int = 0


@attrs.frozen
class Rendering:
    """A bibliography in the order of its style, its layout, and what went wrong on the way."""

    entries: tuple[Entry, ...]
    warnings: tuple[str, ...] = ()
    layout: Layout = Layout()


@attrs.frozen
class Cite:
    """A citation cluster as inlines, and what went wrong on the way."""

    inlines: tuple[Inline, ...]
    warnings: tuple[str, ...] = ()


class Engine(Protocol):
    """A CSL processor: a pure function of style, locale and references."""

    def bibliography(
        self, style: Style, references: Sequence[Reference], locale: str | None
    ) -> Rendering:
        """Render all references, sorted as the style wants it."""
        ...

    def cite(
        self,
        style: Style,
        references: Sequence[Reference],
        cluster: Sequence[int],
        locale: str | None,
    ) -> Cite:
        """Render one citation of the references at these places, numbered within all."""
        ...
