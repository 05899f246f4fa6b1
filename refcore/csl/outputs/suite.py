"""HTML as the public CSL test suite prints it, made from the same tree as every output."""

from __future__ import annotations

import functools
import unicodedata

from refcore.csl.inlines import Tree
from refcore.csl.layout import Layout
from refcore.csl.output import Listed, Output
from refcore.csl.processor.tree import Inline

__all__ = ["OUTPUT"]

_TAGS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<em>", "</em>"),
    ("font-style", "normal"): ('<span style="font-style:normal;">', "</span>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("font-weight", "normal"): ('<span style="font-weight:normal;">', "</span>"),
    ("font-variant", "small-caps"): ('<span style="font-variant:small-caps;">', "</span>"),
    ("font-variant", "normal"): ('<span style="font-variant:normal;">', "</span>"),
    ("text-decoration", "underline"): ('<span style="text-decoration:underline;">', "</span>"),
    ("text-decoration", "none"): ('<span style="text-decoration:none;">', "</span>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("vertical-align", "baseline"): ('<span style="baseline">', "</span>"),
    ("display", "block"): ('\n\n    <div class="csl-block">', "</div>\n"),
    ("display", "left-margin"): ('\n    <div class="csl-left-margin">', "</div>"),
    ("display", "right-inline"): ('<div class="csl-right-inline">', "</div>\n  "),
    ("display", "indent"): ('<div class="csl-indent">', "</div>\n  "),
}
# Raised letters that Unicode does not decompose.
_RAISED = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}


def _inlines(tree: Tree) -> str:
    return "".join(map(_one, tree))


def _one(inline: Inline) -> str:
    if isinstance(inline, str):
        return _escape(inline)
    before, after = _TAGS.get((inline.kind, inline.value), ("", ""))
    return f"{before}{_inlines(inline.children)}{after}"


def _escape(value: str) -> str:
    value = value.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return value if value.isascii() else "".join(map(_raised, value))


@functools.lru_cache(maxsize=4096)
def _raised(char: str) -> str:
    """Return a raised letter or digit as markup.

    >>> _raised("²"), _raised("a")
    ('<sup>2</sup>', 'a')
    """
    kind, _, codes = unicodedata.decomposition(char).partition(" ")
    if kind != "<super>":
        return f"<sup>{_RAISED[char]}</sup>" if char in _RAISED else char
    return f"<sup>{''.join(chr(int(code, 16)) for code in codes.split())}</sup>"


def _entries(entries: Listed, _: Layout) -> str:
    lines = "".join(f'  <div class="csl-entry">{entry}</div>\n' for _, entry in entries)
    return f'<div class="csl-bib-body">\n{lines}</div>'


OUTPUT = Output("suite", _inlines, _entries, whole_entries=True)
