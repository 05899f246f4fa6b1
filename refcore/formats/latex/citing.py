r"""Macros of a document's own that cite: which of their arguments has the keys.

Source: *LaTeX2e: An unofficial reference manual*, "\newcommand"; the manual of xparse for the
letters that say what arguments a command takes.
"""

from __future__ import annotations

from typing import Final

from refcore.text.patterns import regex

__all__ = ["citing_macros"]

# Braces in braces, four deep.
_INNER: Final = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,200}+\}){0,200}+\}){0,200}+"
_BODY: Final = rf"\{{(?P<body>(?:[^{{}}]|\{{{_INNER}\}}){{0,400}}+)\}}"
_NAME: Final = r"\{?\\(?P<name>[a-zA-Z]{1,100})\}?\s{0,20}"
_NEW: Final = regex(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s{0,20}"
    rf"{_NAME}\[\d\]\s{{0,20}}(?P<first>\[[^\[\]]{{0,200}}\])?\s{{0,20}}{_BODY}"
)
_DEF: Final = regex(
    rf"\\(?:def|gdef|edef)\\(?P<name>[a-zA-Z]{{1,100}})(?:#\d){{1,9}}\s{{0,20}}{_BODY}"
)
_DOCUMENT: Final = regex(
    rf"\\(?:New|Renew|Provide|Declare)DocumentCommand\s{{0,20}}{_NAME}"
    r"\{(?P<spec>[^{}]{0,100}(?:\{[^{}]{0,100}\}[^{}]{0,100}){0,9})\}\s{0,20}"
    rf"{_BODY}"
)
_LET: Final = regex(
    r"\\let\s{0,20}\\([a-zA-Z]{1,100})\s{0,20}=?\s{0,20}\\([a-zA-Z]{0,100}[cC]ite[a-zA-Z]{0,100})"
)
_CITES: Final = regex(
    r"\\[a-zA-Z]{0,50}[cC]ite[a-zA-Z]{0,50}\*?(?:\s{0,9}\[[^\[\]]{0,200}\]){0,3}\s{0,9}\{#(\d)\}"
)
_DEFAULT: Final = regex(r"\{[^{}]*\}")
_LETTER: Final = regex(r"[+!>]*([a-zA-Z])")


def citing_macros(text: str) -> dict[str, int]:
    r"""Return the macros of a source that cite, with the number of the argument in braces.

    >>> citing_macros(r"\newcommand{\see}[2][]{see \citep[#1]{#2}} \def\ca#1{\cite{#1}}")
    {'see': 1, 'ca': 1}
    """
    if "ite" not in text:
        return {}
    found = {match[1]: 1 for match in _LET.finditer(text)}
    for match in _NEW.finditer(text):
        if number := _number(match["body"]):
            found[match["name"]] = number - (match["first"] is not None)
    for match in _DEF.finditer(text):
        if number := _number(match["body"]):
            found[match["name"]] = number
    for match in _DOCUMENT.finditer(text):
        if number := _number(match["body"]):
            letters = _LETTER.findall(_DEFAULT.sub("", match["spec"]))
            found[match["name"]] = sum(letter == "m" for letter in letters[:number])
    return {name: number for name, number in found.items() if number > 0}


def _number(body: str) -> int:
    r"""Return which parameter a body cites, or 0.

    >>> _number(r"\cite{#1}"), _number("moss")
    (1, 0)
    """
    found = _CITES.search(body)
    return int(found[1]) if found else 0
