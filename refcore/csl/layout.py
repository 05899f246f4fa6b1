"""How a style wants the entries of its bibliography laid out."""

from __future__ import annotations

import attrs

from refcore.csl.processor.context import CompiledStyle

__all__ = ["Layout", "layout_of"]


@attrs.frozen
class Layout:
    """A bibliography's layout.

    `entry_spacing` and `line_spacing` are in lines, `second_field_align` is
    ``flush``, ``margin`` or nothing, `label_width` the length of the longest
    label in characters, `numbered` whether all labels are the entries'
    numbers, `anchored` whether citations link to the entries.
    Source: CSL 1.0.2, "Bibliography-specific Options", "Whitespace".
    """

    hanging_indent: bool = False
    second_field_align: str = ""
    entry_spacing: int = 1
    line_spacing: int = 1
    label_width: int = 0
    numbered: bool = False
    anchored: bool = False


def layout_of(style: CompiledStyle) -> Layout:
    """Return the layout that a style asks for."""
    asked = style.bibliography.attributes if style.bibliography is not None else {}

    def lines(name: str) -> int:
        value = asked.get(name, "1")
        return int(value) if value.isdecimal() else 1

    return Layout(
        asked.get("hanging-indent") == "true",
        asked.get("second-field-align", ""),
        lines("entry-spacing"),
        lines("line-spacing"),
    )
