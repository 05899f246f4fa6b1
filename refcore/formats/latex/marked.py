r"""Entries of ``thebibliography`` whose parts are marked: ``\bibinfo{title}{…}``.

Source: the .bbl files of natbib's, REVTeX's, Elsevier's and ACM's styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from refcore.text.patterns import regex

__all__ = ["marked", "plain_source"]

_INFO: Final = regex(r"\\bibinfo\s{0,20}\{(\w{1,40})\}\s{0,20}\{")
_FIELD: Final = regex(r"\\bibfield\s{0,20}\{author\}\s{0,20}\{")
_ARTICLE: Final = regex(r"\\showarticletitle\s{0,20}\{")
_EM: Final = regex(r"^\s*\{\\sc\s(.{3,5000}?)\},\s{1,20}\{\\em\s", re.DOTALL)
# IEEEtran: names, and the title of a book in emphasis before \hskip.
_BOOK: Final = regex(
    r"\s{0,20}((?:(?!``|\\emph|\\newblock|\\hskip).){3,5000}),\s{1,20}\\emph\{", re.DOTALL
)
_BRACE: Final = regex(r"\\.|[{}]", re.DOTALL)
_APA_NAMES: Final = regex(
    r"\\begin\{APACrefauthors\}(.{1,10000}?)\\end\{APACrefauthors\}", re.DOTALL
)
_APA_TITLE: Final = regex(r"\\APACref[ab]title\s{0,20}\{")
_APA_SIGNS: Final = (
    (re.compile(r"%?\s*\n"), " "),
    (re.compile(r"\\BPBI\s*"), ". "),
    (re.compile(r"\\B(?:CBT|CBL)\s*(?:\{\})?"), ","),
    (re.compile(r"\\BDBL\s*(?:\{\})?"), " … "),
    (re.compile(r"\\BBA\s*(?:\{\})?"), " and "),
    (re.compile(r"\\(?:protect\s*)?BOthers\w*\s*(?:\{\.?\})?"), " et al."),
    (re.compile(r"\\ "), " "),
)
# The thesis styles of China: "\\bibauthor{FEI B\\@，CHEN A\\@}\\@. \\bibtitle{On boats}".
_BIB_PART: Final = regex(r"\\bib(author|editor|title|booktitle|year)\s{0,20}\{")
_BIB_SIGNS: Final = str.maketrans({"\uff0c": ", "})
# babelbib: "\\btxnamefont {\\btxlastnamefont {Fei}, Bo}, \\btxtitlefont {\\btxifchangecase …".
_BTX_NAME: Final = regex(r"\\btxnamefont\s{0,20}\{")
_BTX_TITLE: Final = regex(r"\\btxj?titlefont\s{0,20}\{(?:\\btxifchangecase\s{0,20}\{)?")
_BTX_SIGNS: Final = regex(r"\\btx(?:lastnamefont|fnamespace\w*|etal\w*|and\w*)(?![a-zA-Z])\s?")
# jurabib: "\\bibtfont {On Boats}…} \\jbdoitem {{Fei}{Bo}{B.}{von}{}; {Berg}…} {editors}".
_JURA_TITLE: Final = regex(r"\\bib(?:t|api)font\s{0,20}\{")
_JURA_NAMES: Final = regex(r"\\jbdoitem\s{0,20}\{")
_JURA_NAME: Final = regex(
    r"\{([^{}]{1,300})\}\{([^{}]{0,300})\}\{[^{}]{0,300}\}\{([^{}]{0,100})\}\{([^{}]{0,100})\}"
)
_JURA_YEAR: Final = regex(r"(?:1[5-9]|20)\d\d(?=\})")
# "FEI M~J": the initials of one person.
_TIED: Final = regex(r"(?<=[ ~][A-Z])~(?=[A-Z](?!\w))")
_TITLES: Final = ("title", "booktitle", "journal")
_PEOPLE: Final = ("author", "person", "collaboration")
# Commands that typeset nothing of their own, or whose argument stays as it is.
_BARE: Final = regex(
    r"\\(?:bibinfo|bibfield)\s{0,20}\{\w{0,40}\}\s{0,20}"
    r"|\\(?:bib[fF]?namefont|bibsnm|bibfnm|citenamefont|natexlab|showarticletitle|BibitemOpen"
    r"|protect|BIBentry\w+|bibAnnoteFile|bibsetup|DOIprefix|URLprefix|Eprint|eprint|newblock"
    r"|tempurl|showDOI|showeprint\w*|mbox|latin|penalty0|ifmmode\s\\breve|spacefactor\s?\d*)\b\s?"
    r"|\\dinatlabel\s{0,20}\{[^{}]{0,300}\}"
    r"|\\abntrefinfo\s{0,20}(?:\{[^{}]{0,300}\}\s{0,20}){3}"
    r"|\\BIBforeignlanguage\s{0,20}\{[^{}]{0,40}\}\s{0,20}|\\BibitemShut\s{0,20}\{\w*\}|\\href@noop\s{0,20}\{\}|\\urldef\s?\\tempurl\s?"
)
# The space that IEEEtran.bst puts behind the title of a book.
_SKIP: Final = regex(
    r"\\hskip\s{0,20}[\d.]{1,9}(?:em|ex|pt)"
    r"(?:\s{1,20}(?:plus|minus)\s{1,20}[\d.]{1,9}(?:em|ex|pt)){0,2}\s{0,20}(?:\\relax(?![a-zA-Z]))?\s{0,20}"
)
_TAIL: Final = regex(r"\\relax\s{0,20}\\mcite.*|\\EndOfBibitem", re.DOTALL)
_LINKED: Final = regex(
    r"\\href\s{0,20}\{([^{}]{0,1000})\}\s{0,20}|\\mn@doi\s{0,20}(?:\[([^\[\]]{0,500})\]\s{0,20})?\{([^{}]{0,300})\}"
)


# The macros of journals for an arXiv id, and for a review of the work.
_ARXIV: Final = regex(r"\\(?:ARXIV|arXiv|arxiv|Arxiv)\s?\{([^{}]{4,40})\}")
_REVIEW: Final = regex(r"\\(?:MR|MRhref|Zbl|ZBL|JFM)\s?\{[^{}]{0,40}\}")


class _Braces:
    """The pairs of braces of a text, found in one pass."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends: dict[int, int] = {}
        waiting: list[int] = []
        for match in _BRACE.finditer(text):
            if match[0] == "{":
                waiting.append(match.start())
            elif match[0] == "}" and waiting:
                self.ends[waiting.pop()] = match.start()

    def content(self, start: int) -> str:
        """Return the content of the pair that opens at a place, or nothing without an end."""
        return self.text[start + 1 : self.ends.get(start, start)]


def marked(body: str) -> tuple[list[str], dict[str, str]]:
    r"""Return the names and the fields that an entry marks, as LaTeX.

    >>> marked(r"\bibinfo{author}{Fei, B.}, \bibinfo{year}{2020}. \bibinfo{title}{On boats}")
    (['Fei, B.'], {'year': '2020', 'title': 'On boats'})
    """
    braces = _Braces(body)
    fields: dict[str, str] = {}
    people: list[str] = []
    authors = _FIELD.search(body)
    infos = list(_infos(braces))
    # Editors before the title are the makers of a work that names no authors.
    if not any(name in _PEOPLE for _, name, _ in infos):
        title = next((place for place, name, _ in infos if name in _TITLES), len(body))
        people = [value for place, name, value in infos if name == "editor" and place < title]
        fields |= {"edited": "editors"} if people else {}
    for place, name, value in infos:
        if name not in _PEOPLE:
            fields.setdefault(name, value)
        elif (
            name == "author"
            if authors is None
            else authors.end() <= place < braces.ends.get(authors.end() - 1, 0)
        ):
            people.append(value)
    if article := _ARTICLE.search(body):
        fields["title"] = braces.content(article.end() - 1) or fields.get("title", "")
    fields |= _apa(braces) if "{APACrefauthors}" in body else {}
    if "\\bibtitle" in body or "\\bibbooktitle" in body:
        fields |= _bib_parts(braces)
    if "\\jbdoitem" in body:
        people, fields = _jura(braces)
    if "\\btxnamefont" in body:
        people, fields = _btx(braces)
    if "\\hskip" in body and not fields and (book := _BOOK.match(body)):
        fields = {"names": book[1], "title": braces.content(book.end() - 1)}
    if (small := _EM.match(body)) and not fields:
        inner = braces.content(body.rindex("{", 0, small.end()))
        fields = {"names": small[1], "title": inner.removeprefix("\\em").strip()}
    return people, {name: value for name, value in fields.items() if value.strip()}


def _infos(braces: _Braces) -> Iterator[tuple[int, str, str]]:
    for match in _INFO.finditer(braces.text):
        yield match.start(), match[1], braces.content(match.end() - 1)


def _apa(braces: _Braces) -> dict[str, str]:
    """Return the names and the title of an entry of apacite."""
    fields: dict[str, str] = {}
    if found := _APA_NAMES.search(braces.text):
        names = found[1]
        for pattern, plain in _APA_SIGNS:
            names = pattern.sub(plain, names)
        fields["names"] = names
    if title := _APA_TITLE.search(braces.text):
        fields["title"] = braces.content(title.end() - 1)
    return fields


def _bib_parts(braces: _Braces) -> dict[str, str]:
    """Return the names, the title and the year of an entry with a command for each part."""
    fields: dict[str, str] = {}
    for found in _BIB_PART.finditer(braces.text):
        value = braces.content(found.end() - 1).replace("\\@", "").translate(_BIB_SIGNS)
        value = _TIED.sub("", value)
        fields.setdefault({"author": "names"}.get(found[1], found[1]), value)
    if "names" not in fields and "editor" in fields:
        fields["names"] = f"{fields.pop('editor')}, editors"
    if "title" not in fields and "booktitle" in fields:
        fields["title"] = fields.pop("booktitle")
    return fields


def _btx(braces: _Braces) -> tuple[list[str], dict[str, str]]:
    """Return the names and the title of an entry of babelbib; names behind a title are editors."""
    title = _BTX_TITLE.search(braces.text)
    end = title.start() if title else len(braces.text)
    people = [
        " ".join(_BTX_SIGNS.sub(" ", braces.content(found.end() - 1)).replace(" ,", ",").split())
        for found in _BTX_NAME.finditer(braces.text, 0, end)
    ]
    fields: dict[str, str] = {}
    if title:
        whole = braces.ends.get(title.end() - 1, title.end())
        # The second form of the title has its capitals.
        second = braces.text.find("{", whole)
        is_second = "ifchangecase" in title[0] and 0 < second - whole < 4
        fields["title"] = braces.content(second if is_second else title.end() - 1)
    return people, fields


def _jura(braces: _Braces) -> tuple[list[str], dict[str, str]]:
    """Return the names, the title and the year of an entry of jurabib."""
    text = braces.text
    fields: dict[str, str] = {}
    if title := _JURA_TITLE.search(text):
        fields["title"] = braces.content(title.end() - 1)
    found = _JURA_NAMES.search(text)
    if found is None:
        return [], fields
    names = braces.content(found.end() - 1)
    if not names.strip():  # the second argument has the editors
        second = text.find("{", found.end())
        names = braces.content(second) if second >= 0 else ""
        fields["edited"] = "editors"
    if years := _JURA_YEAR.findall(text, 0, found.start()):
        fields["year"] = years[-1]
    people = [
        ", ".join(filter(None, (f"{prefix} {family}".strip(), suffix, given)))
        for family, given, prefix, suffix in _JURA_NAME.findall(names)
    ]
    return people, fields


def plain_source(body: str) -> str:
    r"""Return the LaTeX of an entry without commands that only mark parts; addresses go last.

    >>> plain_source(r"\BibitemOpen \bibinfo{author}{B.~Fei}, \href {https://x.org} {Boats}")
    '{B.~Fei}, {Boats} https://x.org'
    """
    body = _TIED.sub("", body) if "~" in body else body
    body = _SKIP.sub(" ", _TAIL.sub("", body)) if "\\" in body else body
    body = _REVIEW.sub("", _ARXIV.sub(r"arXiv:\1", body))
    links: list[str] = []

    def shown(match: re.Match[str]) -> str:
        links.append(match[1] or f"doi:{match[3]}")
        return match[2] or ""

    body = _BARE.sub("", _LINKED.sub(shown, body)).strip()
    return " ".join([body, *links])
