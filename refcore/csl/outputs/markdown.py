"""Markdown, as CommonMark and pandoc read it."""

from __future__ import annotations

import re

from refcore.csl.inlines import Tree, lines
from refcore.csl.layout import Layout
from refcore.csl.output import Listed, Output
from refcore.csl.outputs.html import RUNS as HTML_RUNS
from refcore.csl.processor.tree import Inline, plain
from refcore.latex.mathematics import is_sound
from refcore.text.patterns import regex

__all__ = ["OUTPUT"]

# Formatting without a mark in Markdown is HTML.
_RUNS = {
    **HTML_RUNS,
    ("font-style", "italic"): ("*", "*"),
    ("font-style", "oblique"): ("*", "*"),
    ("font-weight", "bold"): ("**", "**"),
    ("text-decoration", "underline"): ("<u>", "</u>"),
}
# Signs that would end an address without angle brackets.
_HELD = regex(r"[()\s\\]")
# Numbers and letters that pandoc takes for the label of a list item.
_LABEL = regex(r"\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?=[.)])")
_SPECIAL = regex(r"[\\`*_\[\]<>&~$|^{}@]")


def _inlines(tree: Tree) -> str:
    # A backslash at its end breaks a line; `_entries` escapes the start of the first line.
    return "\\\n".join(
        "&emsp;" * indented + (_not_a_block(line) if place else line)
        for place, (indented, line) in enumerate(lines(tree, _line))
    )


def _line(tree: Tree) -> str:
    return "".join(map(_one, tree))


def _one(inline: Inline) -> str:
    if isinstance(inline, str):
        return _SPECIAL.sub(r"\\\g<0>", inline)
    if inline.kind == "math" and is_sound(inline.value):
        return f"${inline.value}$"
    content = _line(inline.children)
    if inline.kind == "link":
        if inline.value.startswith("#"):
            return f"[{content}](#{_anchor(inline.value[1:])})"
        same = _same(plain(inline.children), inline.value)
        if same:
            return f"<{inline.value}>"
        address = f"<{inline.value}>" if _HELD.search(inline.value) else inline.value
        return f"[{content}]({address})"
    start, end = _RUNS.get((inline.kind, inline.value), ("", ""))
    inner = content.strip()
    if not inner:
        return content
    before, _, after = content.partition(inner)
    return f"{before}{start}{inner}{end}{after}"


def _same(shown: str, address: str) -> bool:
    """Return whether an address is shown as it is; a scheme may be in capitals.

    >>> _same("HTTP://a.org", "http://a.org"), _same("a.org", "http://a.org")
    (True, False)
    """
    return shown == address or (shown.lower() == address.lower() and shown[:4] != address[:4])


def _anchor(key: str) -> str:
    return "ref-" + re.sub(r"[^\w-]", "_", key)


def _entries(entries: Listed, layout: Layout) -> str:
    return "\n\n".join(
        f'<span id="{_anchor(key)}"></span>{entry}'
        if layout.anchored and key
        else _not_a_block(entry)
        for key, entry in entries
    )


def _not_a_block(entry: str) -> str:
    r"""Keep an entry from being read as a heading, a list item, a rule or code.

    >>> _not_a_block("1. Berg"), _not_a_block("# Berg"), _not_a_block("Berg, A.")
    ('1\\. Berg', '\\# Berg', 'Berg, A.')
    """
    entry = entry.lstrip(" \t")
    label = _LABEL.match(entry)
    if label:
        return f"{label[0]}\\{entry[label.end() :]}"
    return f"\\{entry}" if entry[:1] in tuple("#+=-") else entry


OUTPUT = Output("markdown", _inlines, _entries)
