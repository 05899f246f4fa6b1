r"""Entries of ``thebibliography`` whose parts are marked: ``\bibinfo{title}{…}``.

Source: the .bbl files of natbib's, REVTeX's, Elsevier's and ACM's styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["braced", "marked", "plain_source"]

_INFO: Final = re.compile(r"\\bibinfo\s{0,20}\{(\w{1,40})\}\s{0,20}\{")
_FIELD: Final = re.compile(r"\\bibfield\s{0,20}\{author\}\s{0,20}\{")
_ARTICLE: Final = re.compile(r"\\showarticletitle\s{0,20}\{")
_EM: Final = re.compile(r"^\s*\{\\sc\s(.{3,5000}?)\},\s{1,20}\{\\em\s", re.DOTALL)
_APA_NAMES: Final = re.compile(
    r"\\begin\{APACrefauthors\}(.{1,10000}?)\\end\{APACrefauthors\}", re.DOTALL
)
_APA_TITLE: Final = re.compile(r"\\APACref[ab]title\s{0,20}\{")
_APA_SIGNS: Final = (
    (re.compile(r"%?\s*\n"), " "),
    (re.compile(r"\\BPBI\s*"), ". "),
    (re.compile(r"\\B(?:CBT|CBL)\s*(?:\{\})?"), ","),
    (re.compile(r"\\BDBL\s*(?:\{\})?"), " … "),
    (re.compile(r"\\BBA\s*(?:\{\})?"), " and "),
    (re.compile(r"\\(?:protect\s*)?BOthers\w*\s*(?:\{\.?\})?"), " et al."),
    (re.compile(r"\\ "), " "),
)
_PEOPLE: Final = ("author", "person", "collaboration")
# Commands that typeset nothing of their own, or whose argument stays as it is.
_BARE: Final = re.compile(
    r"\\(?:bibinfo|bibfield)\s{0,20}\{\w{0,40}\}\s{0,20}"
    r"|\\(?:bib[fF]?namefont|bibsnm|bibfnm|citenamefont|natexlab|showarticletitle|BibitemOpen"
    r"|protect|BIBentry\w+|bibAnnoteFile|bibsetup|DOIprefix|URLprefix|Eprint|eprint|newblock"
    r"|tempurl|showDOI|showeprint\w*|mbox|latin|penalty0|ifmmode\s\\breve|spacefactor\s?\d*)\b\s?"
    r"|\\BibitemShut\s{0,20}\{\w*\}|\\href@noop\s{0,20}\{\}|\\urldef\s?\\tempurl\s?"
)
_TAIL: Final = re.compile(r"\\relax\s{0,20}\\mcite.*|\\EndOfBibitem", re.DOTALL)
_LINKED: Final = re.compile(
    r"\\href\s{0,20}\{([^{}]{0,1000})\}\s{0,20}|\\mn@doi\s{0,20}(?:\[([^\[\]]{0,500})\]\s{0,20})?\{([^{}]{0,300})\}"
)


def braced(text: str, start: int) -> str:
    """Return the content of the pair of braces that opens at a place, or nothing without an end."""
    depth = 0
    for at in range(start, min(len(text), start + 20_000)):
        if text[at] == "{" and text[at - 1 : at] != "\\":
            depth += 1
        elif text[at] == "}" and text[at - 1 : at] != "\\":
            depth -= 1
            if depth == 0:
                return text[start + 1 : at]
    return ""


def marked(body: str) -> tuple[list[str], dict[str, str]]:
    r"""Return the names and the fields that an entry marks, as LaTeX.

    >>> marked(r"\bibinfo{author}{Fei, B.}, \bibinfo{year}{2020}. \bibinfo{title}{On boats}")
    (['Fei, B.'], {'year': '2020', 'title': 'On boats'})
    """
    fields: dict[str, str] = {}
    people: list[str] = []
    authors = _FIELD.search(body)
    if authors:
        inner = braced(body, authors.end() - 1)
        people = [value for name, value in _infos(inner) if name in _PEOPLE]
    for name, value in _infos(body):
        if name not in _PEOPLE:
            fields.setdefault(name, value)
        elif not authors and name == "author":
            people.append(value)
    if (article := _ARTICLE.search(body)) and (value := braced(body, article.end() - 1)):
        fields["title"] = value
    if apa := _APA_NAMES.search(body):
        names = apa[1]
        for pattern, plain in _APA_SIGNS:
            names = pattern.sub(plain, names)
        fields["names"] = names
        if title := _APA_TITLE.search(body):
            fields["title"] = braced(body, title.end() - 1)
    if (small := _EM.match(body)) and not fields:
        fields["names"] = small[1]
        fields["title"] = braced(body, body.rindex("{", 0, small.end()))[3:].strip()
    return people, {name: value for name, value in fields.items() if value.strip()}


def _infos(body: str) -> Iterator[tuple[str, str]]:
    for match in _INFO.finditer(body):
        yield match[1], braced(body, match.end() - 1)


def plain_source(body: str) -> str:
    r"""Return the LaTeX of an entry without commands that only mark parts; addresses go last.

    >>> plain_source(r"\BibitemOpen \bibinfo{author}{B.~Fei}, \href {https://x.org} {Boats}")
    '{B.~Fei}, {Boats} https://x.org'
    """
    body = _TAIL.sub("", body)
    links: list[str] = []

    def shown(match: re.Match[str]) -> str:
        links.append(match[1] or f"doi:{match[3]}")
        return match[2] or ""

    body = _BARE.sub("", _LINKED.sub(shown, body)).strip()
    return " ".join([body, *links])
