"""HTML, with the style's layout as inline CSS."""

from __future__ import annotations

import html
import re
import unicodedata

from refcore.csl.inlines import Tree, lines
from refcore.csl.items import clean
from refcore.csl.layout import Layout
from refcore.csl.output import Listed, Output
from refcore.csl.processor.tree import Inline

__all__ = ["OUTPUT", "RUNS"]

# a longer text is not a label, but the first part of an entry
_WIDEST_LABEL = 12
# A page sets --csl-hanging to the indent that its style guide wants.
_HANGING = "padding-inline-start:var(--csl-hanging,2em);text-indent:calc(-1*var(--csl-hanging,2em))"
_LABEL = '<div class="csl-left-margin"'
_TAG = re.compile(r"<[^<>]*>")
RUNS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<i>", "</i>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("text-decoration", "underline"): ('<span style="text-decoration:underline;">', "</span>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("font-variant", "small-caps"): ('<span style="font-variant:small-caps;">', "</span>"),
}


def _inlines(tree: Tree) -> str:
    found = lines(tree, _line)
    if len(found) == 1 and not found[0][0]:
        return found[0][1]
    return "".join(map(_block, found))


def _block(line: tuple[bool, str]) -> str:
    indented, content = line
    if indented:
        return f'<div class="csl-indent" style="margin-left:2em">{content}</div>'
    return f'<div class="csl-block">{content}</div>'


def _line(tree: Tree) -> str:
    return "".join(map(_one, tree))


def _one(inline: Inline) -> str:
    if isinstance(inline, str):
        return html.escape(inline)
    content = _line(inline.children)
    if inline.kind == "link":
        inner = inline.value.startswith("#")
        address = f"#ref-{_id(inline.value[1:])}" if inner else html.escape(inline.value)
        return f'<a href="{address}">{content}</a>'
    start, end = RUNS.get((inline.kind, inline.value), ("", ""))
    return f"{start}{content}{end}"


def _entries(entries: Listed, layout: Layout) -> str:
    heads = [f"line-height:{layout.line_spacing}"] if layout.line_spacing > 1 else []
    if 0 < layout.label_width <= _WIDEST_LABEL:
        heads.append(f"--csl-label:{layout.label_width + 1}ch")
    styles = []
    if layout.entry_spacing > 1:
        styles.append(f"margin-bottom:{layout.entry_spacing - 1}em")
    if layout.hanging_indent:
        styles.append(_HANGING)
    if layout.second_field_align:
        styles.append("display:flex;gap:0.5em")
    style = _style(";".join(styles))
    printed = [
        f'  <div class="csl-entry"{_anchor(key)}{_direction(entry)}{style}>{entry}</div>'
        for key, entry in entries
    ]
    return "\n".join([f'<div class="csl-bib-body"{_style(";".join(heads))}>', *printed, "</div>"])


def _direction(entry: str) -> str:
    """Return the attribute of an entry that begins in a script written from right to left.

    >>> _direction("Moss"), _direction("طحلب")
    ('', ' dir="rtl"')
    """
    if entry.isascii() or entry.startswith(_LABEL):
        return ""
    for char in html.unescape(_TAG.sub("", entry)):
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return ' dir="rtl"'
        if direction == "L":
            break
    return ""


def _anchor(key: str) -> str:
    return f' id="ref-{_id(key)}"' if key else ""


def _style(style: str) -> str:
    return f' style="{style}"' if style else ""


def _labelled(label: str, entry: str) -> str:
    return (
        f'{_LABEL} style="min-width:var(--csl-label,min-content)">{label}</div> '
        f'<div class="csl-right-inline"{_direction(entry)}>{entry}</div>'
    )


def _id(key: str) -> str:
    """Return a key as part of an id, which holds no white space.

    >>> _id("moss 2020")
    'moss_2020'
    """
    return html.escape(re.sub(r"\s", "_", clean(key)))


OUTPUT = Output("html", _inlines, _entries, _labelled)
