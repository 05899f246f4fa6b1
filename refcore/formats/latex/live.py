r"""The parts of a source that LaTeX runs: not comments, verbatim text and false branches.

Source: *LaTeX2e: An unofficial reference manual*, "verbatim", "filecontents"; *TeX by Topic*,
chapter 13, for conditionals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from refcore.text.patterns import regex

__all__ = ["files_within", "macros_of", "with_macros", "without_comments"]

_FILE: Final = (
    r"\\begin\{filecontents\*?\}(?:\[[^\[\]]{0,200}\])?\s{0,20}\{(?P<name>[^{}\n]{1,300})\}[^\n]*\n"
    r"(?P<body>.*?)(?:\\end\{filecontents\*?\}|\Z)"
)
_WITHIN: Final = regex(_FILE, re.DOTALL)
# In one pass, as each of these can contain what begins another.
_DEAD: Final = regex(
    r"(?P<kept>\\[\\%])"
    r"|(?P<comment>%[^\n]*)"
    rf"|{_FILE}"
    r"|\\begin\{(?P<env>verbatim\*?|[BL]?Verbatim\*?|lstlisting|comment|minted)\}"
    r".*?(?:\\end\{(?P=env)\}|\Z)"
    r"|\\(?:[vV]erb\*?|lstinline(?:\[[^\[\]\n]{0,500}\])?|mintinline(?:\[[^\[\]\n]{0,500}\])?"
    r"\{[^{}\n]{1,50}\})"
    r"(?:\{(?:[^{}\n]|\{[^{}\n]{0,200}\}){0,1000}\}|(?P<sign>[^\sA-Za-z*{\[])[^\n]{0,1000}?(?P=sign))",
    re.DOTALL,
)
# TeX reads the line of \\endinput to its end.
_END: Final = regex(r"\\end\{document\}|\\endinput(?![a-zA-Z])[^\n]*")
_EXCLUDED: Final = regex(r"\\excludecomment\{([a-zA-Z]{1,50}\*?)\}")
# \\subfix{file} of subfiles is the file.
_SUBFIX: Final = regex(r"\\subfix\s{0,20}\{([^{}\n]{1,300})\}")
# The conditionals of TeX, e-TeX and their packages that \fi ends; \ifthenelse has no \fi.
_CONDITIONALS: Final = frozenset(
    "if ifcat ifx ifnum ifdim ifodd ifvmode ifhmode ifmmode ifinner ifvoid ifhbox ifvbox ifeof "
    "iftrue iffalse ifcase ifdefined ifcsname iffontchar ifpdf ifxetex ifluatex ifPDFTeX "
    "ifXeTeX ifLuaTeX".split()
)
_CONDITIONAL: Final = regex(r"\\(if[a-zA-Z]*|else|fi)(?![a-zA-Z])")
_NEW: Final = regex(r"\\newif\s{0,20}\\(if[a-zA-Z]{1,100})")
_MACRO: Final = regex(
    r"\\(?:(?:re)?newcommand\*?|providecommand\*?|def|gdef|edef)\s{0,20}\{?\\([a-zA-Z]{1,100})\}?"
    r"\s{0,20}\{((?:[^{}\\#\n]|\\&){1,300}|\\(?:em|it|itshape|sl|slshape|sc|scshape|bf|bfseries))\}"
)


def without_comments(text: str) -> str:
    r"""Return a source without comments, verbatim text, false branches and what follows its end.

    Lines keep their numbers.

    >>> without_comments("a % \\cite{x}\nb \\% \\verb|\\cite{x}|c \\iffalse\\cite{x}\\fi d")
    'a \nb \\% c \\iffalse d'
    """
    text = _DEAD.sub(_kept, text)
    if "\\iffalse" in text or "\\iftrue" in text:
        text = "".join(_live(text))
    if "\\excludecomment" in text:
        text = _without_excluded(text)
    if "\\subfix" in text:
        text = _SUBFIX.sub(r"\1", text)
    end = _END.search(text)
    return text[: end.start()] if end else text


def _without_excluded(text: str) -> str:
    r"""Drop the environments that the package comment leaves out.

    >>> _without_excluded(r"\excludecomment{draft} a \begin{draft}b\end{draft} c")
    '\\excludecomment{draft} a  c'
    """
    for name in dict.fromkeys(_EXCLUDED.findall(text)[:20]):
        begin, end = f"\\begin{{{name}}}", f"\\end{{{name}}}"
        parts = text.split(begin)
        for number in range(1, len(parts)):
            dead, _, rest = parts[number].partition(end)
            parts[number] = "\n" * dead.count("\n") + rest
        text = "".join(parts)
    return text


def _kept(match: re.Match[str]) -> str:
    return match["kept"] or "\n" * match[0].count("\n")


def _live(text: str) -> Iterator[str]:
    r"""Yield the parts of a text that no ``\iffalse`` and no ``\iftrue … \else`` leaves out.

    >>> "".join(_live(r"a \iffalse b \fi c"))
    'a \\iffalse c'
    """
    known = _CONDITIONALS | {match[1] for match in _NEW.finditer(text)}
    branches: list[str] = []  # "live", "dead" or "open" (TeX decides when it runs)
    at = 0
    for match in _CONDITIONAL.finditer(text):
        name = match[1]
        if name not in known and name not in ("else", "fi"):
            continue
        part = text[at : match.end()]
        is_dead = "dead" in branches
        yield "\n" * part.count("\n") if is_dead else part
        at = match.end()
        if name == "fi":
            branches = branches[:-1]
        elif name == "else":
            turned = {"live": "dead", "dead": "live"}
            branches = [*branches[:-1], *(turned.get(one, one) for one in branches[-1:])]
        else:
            branches.append({"iffalse": "dead", "iftrue": "live"}.get(name, "open"))
    rest = text[at:]
    yield "\n" * rest.count("\n") if "dead" in branches else rest


def files_within(text: str) -> dict[str, str]:
    r"""Return the files that a source writes by ``filecontents``, by name.

    >>> files_within("\\begin{filecontents}{a.bib}\n@misc{x}\n\\end{filecontents}")
    {'a.bib': '@misc{x}\n'}
    """
    if "{filecontents" not in text:
        return {}
    return {match["name"].strip(): match["body"] for match in _WITHIN.finditer(text)}


def macros_of(text: str) -> dict[str, str]:
    r"""Return the macros of a source that are plain text, by name.

    >>> macros_of("\\newcommand{\\refs}{lit/all}\\def\\x#1{a}")
    {'refs': 'lit/all'}
    """
    return {match[1]: match[2].strip() for match in _MACRO.finditer(text)}


_USED: Final = regex(r"\{\\([a-zA-Z]{1,100})\s?\}|\\([a-zA-Z]{1,100})(?:\s|\{\})?")


def with_macros(text: str, macros: Mapping[str, str]) -> str:
    r"""Return a source with what its own macros stand for, from the first ``\bibitem`` on.

    >>> with_macros(r"\me \bibitem{a} A. Fei and {\me}. \emph{Boats}.", {"me": "B. Wu"})
    '\\me \\bibitem{a} A. Fei and B. Wu. \\emph{Boats}.'
    """
    start = text.find("\\bibitem")
    if start < 0 or not macros:
        return text

    def meant(match: re.Match[str]) -> str:
        text = macros.get(match[1] or match[2])
        if text is None or text[:1] != "\\" or match[1]:
            return match[0] if text is None else text
        return text + match[0].removeprefix(f"\\{match[2]}")  # the space behind a command

    return text[:start] + _USED.sub(meant, text[start:])
