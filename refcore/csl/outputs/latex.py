"""LaTeX, with entries as a ``thebibliography``."""

from __future__ import annotations

import re

from refcore.csl.inlines import Tree, lines
from refcore.csl.layout import Layout
from refcore.csl.output import Listed, Output
from refcore.csl.processor.tree import Inline
from refcore.latex.encode import GREEK, SIGNS, formula
from refcore.latex.mathematics import is_sound

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
_SIGNS = re.compile(f"([{SIGNS}]|{GREEK})")
_DIGITS = re.compile("[0-9]+")  # below a formula's letters they are mathematics
_ADDRESS = re.compile(r"[%#&$^~\\{}]")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
    **{char: f"\\{char}" for char in "{}$&#%_"},
}


def _escaped(match: re.Match[str]) -> str:
    """Return a sign of an address as LaTeX takes it in an argument."""
    return f"\\{match[0]}" if match[0] in "%#&" else f"\\%{ord(match[0]):02X}"


def _escape(text: str) -> str:
    escaped = "".join(
        formula(piece) or "".join(_SPECIAL.get(char, char) for char in piece)
        for piece in _SIGNS.split(text)
    )
    return escaped.replace("--", "-{}-").replace("--", "-{}-")


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
        # It is of hyperref, which not every document loads.
        head.append("\\makeatletter\\providecommand\\href{\\@secondoftwo}\\makeatother")
    items = [f"\\bibitem{{{_key(key)}}} {entry}" for key, entry in entries]
    return "\n".join([*head, *items, "\\end{thebibliography}"])


def _key(key: str) -> str:
    return re.sub(r"[^\w:./+*?!@()=-]", "-", key)


OUTPUT = Output("latex", _inlines, _entries, numbers_itself=True, links_in_cites=False)
