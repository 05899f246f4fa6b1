"""reStructuredText."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcore.csl.inlines import Tree, lines
from refcore.csl.layout import Layout
from refcore.csl.output import Listed, Output
from refcore.csl.processor.tree import plain
from refcore.latex.mathematics import is_sound
from refcore.text.patterns import regex

__all__ = ["OUTPUT"]

# Formatting without a mark or a standard role prints as plain text.
_RUNS = {
    ("font-style", "italic"): ("*", "*"),
    ("font-style", "oblique"): ("*", "*"),
    ("font-weight", "bold"): ("**", "**"),
    ("vertical-align", "sup"): (":sup:`", "`"),
    ("vertical-align", "sub"): (":sub:`", "`"),
}
_SPECIAL = regex(r"[\\`*_|]|:(?=:)")  # Two colons would announce a literal block.
_ACTIVE = regex(
    r"\b(javascript|vbscript|livescript|mocha|data|file|jar|blob|view-source):", re.IGNORECASE
)
# Beginnings of a list, a directive, an option or a field.
_BLOCK = regex(
    r"(?:\(?(?:[A-Za-z0-9]+|#)[.)]|[-+•‣⁃])(?=\s|$)|\.\.(?=\s|$)|>>>|-|/|:(?=[^:`]+:(?:\s|$))|([=~^\"'#])\1{2}"
)


def _inlines(tree: Tree) -> str:
    r"""Print inlines.

    reStructuredText cannot nest one inline in another, so the innermost run
    counts. Marks are put between escaped spaces, which print nothing, where
    text touches them.

    >>> from refcore.csl.processor.tree import Span
    >>> _inlines(("H", Span("vertical-align", "sub", ("2",)), "O_x *"))
    'H\\ :sub:`2`\\ O\\_x \\*'
    """
    found = lines(tree, _line)
    return "\n".join(" " * 4 * indented + line for indented, line in found)


def _line(tree: Tree) -> str:
    pieces = [piece for piece in _pieces(tree, ("", "")) if piece[1]]
    printed: list[str] = []
    last = ""  # the last letter that is printed
    for (before, text, after), (_, upcoming, _) in zip(pieces, [*pieces[1:], _END], strict=False):
        inner = text.strip()
        if before and inner:
            lead, _, trail = text.partition(inner)
            last = lead[-1:] or last
            following = trail or upcoming
            joint = "" if not last or last.isspace() else "\\ "
            end = "" if not following or following[0].isspace() else "\\ "
            body = inner if before in ("`", ":math:`") else _escape(inner)
            text = f"{lead}{joint}{before}{body}{after}{end}{trail}"
        elif not before:
            text = _escape(text)
        printed.append(text)
        last = text[-1:]
    return "".join(printed)


_END = ("", "", "")


def _pieces(tree: Tree, marks: tuple[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield each piece of text with the marks around it."""
    for inline in tree:
        if isinstance(inline, str):
            yield marks[0], inline, marks[1]
        elif inline.kind == "math" and is_sound(inline.value) and "`" not in inline.value:
            yield ":math:`", inline.value, "`"
        elif inline.kind == "link" and inline.value.startswith("#"):
            yield "`", f"{_escape(plain(inline.children))} <{_target(inline.value[1:])}_>", "`__"
        elif inline.kind == "link":
            shown = _escape(plain(inline.children))
            yield "`", f"{shown} <{_SPECIAL.sub(_escaped, inline.value)}>", "`__"
        else:
            yield from _pieces(inline.children, _RUNS.get((inline.kind, inline.value), marks))


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _escape(text: str) -> str:
    r"""Escape marks, and addresses that run code, of which a reader makes links by itself.

    >>> _escape("a_b javascript:alert(1)")
    'a\\_b javascript\\:alert(1)'
    """
    return _ACTIVE.sub(r"\1\\:", _SPECIAL.sub(_escaped, text))


def _target(key: str) -> str:
    """Return the name of an entry's target: letters and digits with single hyphens between.

    >>> _target("fei:2020_b")
    'ref-fei-2020-b'
    """
    return "ref-" + (re.sub(r"[^A-Za-z0-9]+", "-", key).strip("-") or "entry")


def _entries(entries: Listed, layout: Layout) -> str:
    return "\n\n".join(
        f".. _{_target(key)}:\n\n{_paragraph(entry)}"
        if layout.anchored and key
        else _paragraph(entry)
        for key, entry in entries
    )


def _paragraph(entry: str) -> str:
    r"""Return an entry as a paragraph that is read as nothing else.

    >>> _paragraph("- Moss"), _paragraph("Moss")
    ('\\- Moss', 'Moss')
    """
    entry = entry.lstrip(" \t") if "\n" not in entry else entry
    if "\n" in entry:
        return "\n".join(f"| {line}" for line in entry.split("\n"))  # A line block.
    if _BLOCK.match(entry):
        entry = f"\\{entry}"
    return f"{entry[:-1]}\\:" if re.search(r"(?<!\\)::$", entry) else entry


OUTPUT = Output("rst", _inlines, _entries)
