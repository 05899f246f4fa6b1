r"""Hayagriva's formattable strings to CSL's small markup and back.

Braces keep the case of their content, ``$`` encloses mathematics, and a
backslash before ``{ } $ \`` makes them plain. Source: the Hayagriva YAML file
format's documentation, "Formattable String".
"""

from __future__ import annotations

import re

from refcore.latex.markup import Element, Node, from_plain, parse, protects_itself
from refcore.text.patterns import regex

__all__ = ["from_hay", "to_hay"]

_SPECIAL = regex(r"[\\{}$]")
_ATOM = r"(?:[0-9]+|[A-Za-z])"
# Mathematics that TeX and Typst write alike; other mathematics of TeX is an error in Typst.
_MATHEMATICS = regex(rf"\$(?:{_ATOM}(?: ?[-^_+=/*] ?{_ATOM})*)\$")
_PIECE = regex(r"\\[\\{}$]|\$[^$\\]*\$|[{}]|[^\\{}$]+|[\\$]")


def from_hay(text: str) -> str:
    r"""Read a formattable string; braces around words become a nocase span.

    >>> from_hay(r"{IUPAC} names of {imagiNary} \$5"), from_hay("the {van} case")
    ('IUPAC names of imagiNary $5', 'the <span class="nocase">van</span> case')
    """
    if not _SPECIAL.search(text):
        return from_plain(text)
    found: list[str] = []
    held: list[str] | None = None
    depth = 0
    for piece in _PIECE.findall(text):
        if piece == "{":
            depth += 1
            held = [] if held is None else held
        elif piece == "}":
            depth = max(0, depth - 1)
            if depth == 0 and held is not None:
                found.append(_kept("".join(held)))
                held = None
        else:
            plain = piece[1:] if len(piece) == 2 and piece[0] == "\\" else piece
            (found if held is None else held).append(from_plain(plain))
    return "".join([*found, *(held or [])])


def _kept(text: str) -> str:
    words = text.split()
    if not words or all(protects_itself(word) for word in words):
        return text
    return f'<span class="nocase">{text}</span>'


def to_hay(text: str, *, title: bool = False) -> str:
    r"""Write small markup as a formattable string; italics and other styles are left out.

    In a `title`, words with a capital after the first letter are put in braces.

    >>> to_hay("MiniMax-M1 and the <i>cost</i> of $x^2$ in {braces}", title=True)
    '{MiniMax-M1} and the cost of $x^2$ in \\{braces\\}'
    """
    return "".join(_written(node, title) for node in parse(text))


def _written(node: Node, title: bool) -> str:
    if isinstance(node, Element):
        kept = node.tag == "nocase"
        inner = "".join(_written(child, title and not kept) for child in node.children)
        return f"{{{inner}}}" if kept else inner
    found: list[str] = []
    end = 0
    for match in _MATHEMATICS.finditer(node):
        found += [_plain(node[end : match.start()], title), match[0]]
        end = match.end()
    return "".join([*found, _plain(node[end:], title)])


def _plain(text: str, title: bool) -> str:
    pieces = re.split(r"(\s+)", text) if title else [text]
    return "".join(
        f"{{{_escaped(piece)}}}" if title and protects_itself(piece) else _escaped(piece)
        for piece in pieces
    )


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)
