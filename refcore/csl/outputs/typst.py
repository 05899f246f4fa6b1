"""Typst markup."""

from __future__ import annotations

import re

from refcore.csl.inlines import Tree, lines
from refcore.csl.layout import Layout
from refcore.csl.output import Listed, Output
from refcore.csl.processor.tree import Inline
from refcore.latex.typst import to_typst
from refcore.text.patterns import regex

__all__ = ["OUTPUT"]

_RUNS = {
    ("font-style", "italic"): "emph",
    ("font-style", "oblique"): "emph",
    ("font-weight", "bold"): "strong",
    ("text-decoration", "underline"): "underline",
    ("vertical-align", "sup"): "super",
    ("vertical-align", "sub"): "sub",
    ("font-variant", "small-caps"): "smallcaps",
}
_SPECIAL = regex(
    r"[\\#$*_`<>@\[\]~\"']"
    r"|-(?=[-?])|(?<![^\W_])-(?=\d)|(?<=-)-"
    r"|/(?=[/*])|(?<=\*)/|\.(?=\.\.)"
)
_BLOCK = regex(r"\s*(?:=+(?=\s|$)|[-+/](?=\s|$)|(?<!\d)\d+(?=\.(?:\s|$)))")


def _inlines(tree: Tree) -> str:
    r"""Print inlines.

    A semicolon ends each function, so that text after it is not an argument.

    >>> from refcore.csl.processor.tree import Span
    >>> _inlines((Span("font-style", "italic", ("A_b",)), "(#2)"))
    '#emph[A\\_b];(\\#2)'
    """
    first, *others = ["#h(2em)" * indented + line for indented, line in lines(tree, _line)]
    return " \\\n".join([first, *map(_paragraph, others)])


def _line(tree: Tree) -> str:
    return "".join(map(_one, tree))


def _one(inline: Inline) -> str:
    if isinstance(inline, str):
        return _SPECIAL.sub(_escaped, inline).replace("\u00a0", "~")
    if inline.kind == "math" and (formula := to_typst(inline.value)):
        return f"${formula}$"
    content = _line(inline.children)
    if inline.kind == "link" and inline.value.startswith("#"):
        return f"#link(<{_label(inline.value[1:])}>)[{_paragraph(content)}];"
    if inline.kind == "link":
        url = inline.value.replace("\\", "\\\\").replace('"', '\\"')
        return f'#link("{url}")[{_paragraph(content)}];'
    command = _RUNS.get((inline.kind, inline.value))
    # Text in a content block begins a line for Typst.
    return f"#{command}[{_paragraph(content)}];" if command else content


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _label(key: str) -> str:
    return "ref-" + re.sub(r"[^A-Za-z0-9._-]", "_", key)


def _anchor(key: str, layout: Layout) -> str:
    return f"#metadata(none) <{_label(key)}>" if layout.anchored and key else ""


def _entries(entries: Listed, layout: Layout) -> str:
    return "\n\n".join(
        _anchor(key, layout) + _paragraph(entry.lstrip(" \t")) for key, entry in entries
    )


def _paragraph(entry: str) -> str:
    r"""Return an entry as a paragraph that is read as nothing else.

    >>> _paragraph("= Moss"), _paragraph("Moss")
    ('\\= Moss', 'Moss')
    """
    match = _BLOCK.match(entry)
    if match is None:
        return entry
    if match[0][-1].isdigit():
        return f"{match[0]}\\{entry[match.end() :]}"
    sign = len(match[0]) - len(match[0].lstrip())
    return f"{entry[:sign]}\\{entry[sign:]}"


OUTPUT = Output("typst", _inlines, _entries)
