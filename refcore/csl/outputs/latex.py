"""LaTeX, with entries as a ``thebibliography``."""

from __future__ import annotations

import functools
import re

from refcore.csl.inlines import Tree, lines
from refcore.csl.layout import Layout
from refcore.csl.output import Listed, Output
from refcore.csl.processor.tree import Inline
from refcore.latex.encode import FORMULA, encode, formula
from refcore.latex.mathematics import is_sound
from refcore.latex.symbols import COMMAND_OF_CHAR
from refcore.text.patterns import regex

__all__ = ["OUTPUT"]

_RUNS = {
    ("font-style", "italic"): "textit",
    ("font-style", "oblique"): "textit",
    ("font-weight", "bold"): "textbf",
    ("text-decoration", "underline"): "underline",
    ("vertical-align", "sup"): "textsuperscript",
    ("vertical-align", "sub"): "textsubscript",
    ("font-variant", "small-caps"): "textsc",
}
_SIGNS = regex(f"({FORMULA})")
_DIGITS = regex("[0-9]+")  # as subscripts of a formula they are mathematics
_ADDRESS = regex(r"[%#&$^~\\{}]")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
    **dict.fromkeys("\u2009\u200a\u202f", r"\,"),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    **{char: f"\\{char}" for char in "{}$&#%_"},
}
_TABLE = str.maketrans(_SPECIAL)
# Letters with their marks that no font of pdflatex has under their own number: all but Latin-1,
# Latin Extended-A, Cyrillic and the punctuation of T1 and TS1.
_COMPOSED = regex(
    r"[^\x00-\u017f\u0218-\u021b\u0400-\u045f\u2010-\u2026\u2030\u20ac\u2116\u2122\u0300-\u036f]"
    r"[\u0300-\u036f]*|[^\W\d_][\u0300-\u036f]+"
)
# Letters of Vietnam, of Africa and of phonetics need encodings that a document may not load, so
# their characters stay.
_PACKAGED = regex(
    r"\\horn\b|"
    + "|".join(
        rf"\\{command}\b"
        for char, command in COMMAND_OF_CHAR.items()
        if "\u0180" <= char <= "\u02ff"
    )
)


def _escaped(match: re.Match[str]) -> str:
    """Return a sign of an address as LaTeX takes it in an argument."""
    return f"\\{match[0]}" if match[0] in "%#&" else f"\\%{ord(match[0]):02X}"


def _escape(text: str) -> str:
    pieces = _SIGNS.split(text)  # every other one is a sign of mathematics
    pieces[1::2] = [formula(sign) or _letters(sign) for sign in pieces[1::2]]
    pieces[::2] = [_letters(piece) for piece in pieces[::2]]
    escaped = "".join(pieces)
    return escaped.replace("--", "-{}-").replace("--", "-{}-")


def _letters(text: str) -> str:
    r"""Return text without signs of mathematics as both pdflatex and lualatex set it.

    >>> print(_letters("Lê Thị Hồng & ⅓ of 5\u202f%"))
    Lê Th{\d{i}} H{\`{\^o}}ng \& 1{\textfractionsolidus}3 of 5\,\%
    """
    letters = set(_COMPOSED.findall(text))
    written = {letter: _written(letter) for letter in letters if letter not in _SPECIAL}
    single = {ord(one): command for one, command in written.items() if command and len(one) == 1}
    table = {**_TABLE, **single} if single else _TABLE
    if len(single) == len(written):
        return text.translate(table)
    found: list[str] = []
    end = 0
    for match in _COMPOSED.finditer(text):
        if len(match[0]) > 1:
            command = written[match[0]] or match[0].translate(_TABLE)
            found += (text[end : match.start()].translate(table), command)
            end = match.end()
    return "".join([*found, text[end:].translate(table)])


@functools.lru_cache(maxsize=4096)  # a text has few letters, each many times
def _written(letter: str) -> str:
    r"""Return a letter with its marks as a command, or "" if that needs a package.

    >>> _written("é"), _written("ж")
    ("{\\'e}", 'ж')
    """
    written = encode(letter, ascii=True)
    return "" if _PACKAGED.search(written) else written


def _inlines(tree: Tree) -> str:
    return "\\newline\n".join(
        "\\hspace*{2em}" * indented + line for indented, line in lines(tree, _line)
    )


def _line(tree: Tree) -> str:
    return "".join(map(_one, tree))


def _one(inline: Inline) -> str:
    if isinstance(inline, str):
        return _escape(inline)
    if inline.kind == "math" and is_sound(inline.value):
        return f"${inline.value}$"
    content = _line(inline.children)
    if inline.kind == "link" and inline.value.startswith("#"):
        # hyperref's anchor of a bibitem.
        return f"\\hyperlink{{cite.{_key(inline.value[1:])}}}{{{content}}}"
    if inline.kind == "link":
        return f"\\href{{{_ADDRESS.sub(_escaped, inline.value)}}}{{{content}}}"
    if (inline.kind, inline.value) == ("vertical-align", "sub") and _DIGITS.fullmatch(content):
        return f"$_{content}$" if len(content) == 1 else f"$_{{{content}}}$"
    command = _RUNS.get((inline.kind, inline.value))
    return f"\\{command}{{{content}}}" if command else content


def _entries(entries: Listed, layout: Layout) -> str:
    widest = "9" * len(str(len(entries)))
    head = [f"\\begin{{thebibliography}}{{{widest}}}"]
    if not layout.numbered:
        # The style has no numbers, so the environment prints none.
        head = [
            "\\begin{thebibliography}{}",
            "\\makeatletter\\renewcommand\\@biblabel[1]{}\\makeatother",
        ]
    if any("\\href{" in entry for _, entry in entries):
        # The command is hyperref's, which not every document loads.
        head.append("\\makeatletter\\providecommand\\href{\\@secondoftwo}\\makeatother")
    items = [f"\\bibitem{{{_key(key)}}} {entry}" for key, entry in entries]
    return "\n".join([*head, *items, "\\end{thebibliography}"])


def _key(key: str) -> str:
    return re.sub(r"[^\w:./+*?!@()=-]", "-", key)


OUTPUT = Output("latex", _inlines, _entries, numbers_itself=True, links_in_cites=False)
