"""Plain text."""

from __future__ import annotations

from refcore.csl.inlines import Tree, lines
from refcore.csl.layout import Layout
from refcore.csl.output import Listed, Output
from refcore.csl.processor.tree import plain

__all__ = ["OUTPUT"]


def _inlines(tree: Tree) -> str:
    return "\n".join(" " * 4 * indented + line for indented, line in lines(tree, plain))


def _entries(entries: Listed, _: Layout) -> str:
    return "\n".join(entry for _, entry in entries)


OUTPUT = Output("text", _inlines, _entries)
