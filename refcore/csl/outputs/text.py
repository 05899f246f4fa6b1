"""Plain text."""

from __future__ import annotations

from typing import Final

from refcore.csl.inlines import Tree, lines
from refcore.csl.layout import Layout
from refcore.csl.output import Listed, Output

__all__ = ["OUTPUT"]

# The only raised characters of plain text: `10⁹` is not 109.
_SCRIPTS: Final = {
    "sup": str.maketrans("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ"),
    "sub": str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎"),
}
# Signs between raised numbers that are not raised, as between the numbers of several cites.
_BETWEEN: Final = frozenset(", .\u2009")


def _text(tree: Tree) -> str:
    """Return the text of a tree, raised and lowered numbers as such.

    A cite that is raised as a whole stays on the line, as citeproc-js prints it.

    >>> from refcore.csl.processor.tree import Span
    >>> _text(("10", Span("vertical-align", "sup", ("−3",)), " mm"))
    '10⁻³ mm'
    >>> _text((Span("vertical-align", "sup", ("1–3",)),))
    '1–3'
    """
    if len(tree) == 1 and not isinstance(tree[0], str):
        return _text(tree[0].children)
    out = []
    for inline in tree:
        if isinstance(inline, str):
            out.append(inline)
            continue
        text = _text(inline.children)
        scripts = _SCRIPTS.get(inline.value) if inline.kind == "vertical-align" else None
        out.append(_moved(text, scripts) if scripts else text)
    return "".join(out)


def _moved(text: str, scripts: dict[int, int]) -> str:
    """Return raised or lowered text with characters for it, unless one has none.

    >>> _moved("1,3–5", _SCRIPTS["sup"]), _moved("nd", _SCRIPTS["sup"])
    ('¹,³⁻⁵', 'nd')
    """
    shown = [char for char in text if char not in _BETWEEN]
    if not any(map(str.isdigit, shown)) and len(shown) > 1:
        return text  # letters alone are an ordinal's ending
    return text.translate(scripts) if all(ord(char) in scripts for char in shown) else text


def _inlines(tree: Tree) -> str:
    return "\n".join(" " * 4 * indented + line for indented, line in lines(tree, _text))


def _entries(entries: Listed, _: Layout) -> str:
    return "\n".join(entry for _, entry in entries)


OUTPUT = Output("text", _inlines, _entries)
