r"""The .bbl file of biber: entries as data, with names in parts.

Source: the files that biblatex writes (``\entry``, ``\name``, ``\field``, ``\verb``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from refcore.text.braces import closing_brace
from refcore.text.patterns import regex

__all__ = ["biber_entries", "is_biber"]

_HEAD: Final = regex(r"\\entry\{([^{}]{1,500})\}\{(\w+)\}\{[^{}]*\}[^\n]*\n")
_NAME: Final = regex(r"\\name\{(\w+)\}\{\d+\}\{[^{}]*\}\{")
_PERSON: Final = regex(r"(family|given|prefix|suffix)=")
_FIELD: Final = regex(r"\\(?:field|list)\{(\w+)\}\{?")
_VERB: Final = regex(r"\\verb\{(\w+)\}\s*\n\s*\\verb ([^\n]*)\n\s*\\endverb")
_PARTS: Final = ("prefix", "family", "suffix", "given")


# biber's own commands within names and fields, as text. Source: biblatex.def.
_OWN: Final = (
    (re.compile(r"\\bibnamedelim[a-d]\b\s?|\\bibinitdelim\b\s?"), " "),
    (re.compile(r"\\bibnamedelimi\b\s?"), " "),
    (re.compile(r"\\bibinitperiod\b\s?"), "."),
    (re.compile(r"\\bibinithyphendelim\b\s?"), ".-"),
    (re.compile(r"\\bibrangedash\b\s?"), "--"),
    (re.compile(r"\\bibrangessep\b\s?"), ", "),
)


def is_biber(text: str) -> bool:
    r"""Return whether a .bbl file is biber's.

    >>> is_biber(r"\entry{a}{book}{} \endentry"), is_biber(r"\begin{thebibliography}{9}")
    (True, False)
    """
    return "\\entry{" in text[:100_000] and "\\endentry" in text


def biber_entries(text: str) -> Iterator[str]:
    r"""Yield each entry of biber's file as an entry of BibLaTeX.

    >>> text = (
    ...     "\\entry{a}{book}{}\n\\name{author}{1}{}{{{hash=x}{family={Fei},familyi={F},"
    ...     "given={Bo}}}}\n\\field{title}{On boats}\n\\field{year}{2020}\n\\endentry\n"
    ... )
    >>> print(*biber_entries(text))
    @book{a,
      author = {family={Fei}, given={Bo}},
      title = {On boats},
      year = {2020},
    }
    """
    for pattern, plain in _OWN:
        text = pattern.sub(plain, text)
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)][: len(heads)]
    seen: set[str] = set()
    for head, end in zip(heads, ends, strict=True):
        if head[1] in seen:  # a file has an entry for each of its sorted lists
            continue
        seen.add(head[1])
        fields = dict(_fields(text[head.end() : end]))
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        yield f"@{head[2]}{{{head[1]},\n{lines}}}"


def _fields(body: str) -> Iterator[tuple[str, str]]:
    for match in _NAME.finditer(body):
        people = _people(_braced(body, match.end() - 1))
        if people:
            yield match[1], " and ".join(people)
    for match in _FIELD.finditer(body):
        open_ = match.end() - 1
        if body[open_ : open_ + 1] != "{" or match[1].endswith(("hash", "init", "extraname")):
            continue
        value = _braced(body, open_)
        if match[0].startswith("\\list"):
            value = _braced(body, body.find("{", open_ + len(value) + 2))
            value = value.strip("{}% \n")
        yield _BIBLATEX.get(match[1], match[1]), value.strip()
    for match in _VERB.finditer(body):
        yield match[1], match[2].strip()


_BIBLATEX: Final = {"labelname": "x-labelname", "sortinit": "x-sortinit"}


def _people(group: str) -> list[str]:
    """Return each name of a group in BibLaTeX's form ``family={…}, given={…}``.

    >>> _people("{{hash=x}{family={Fei},familyi={F},given={Bo}}}")
    ['family={Fei}, given={Bo}']
    """
    people = []
    depth = start = 0
    for at, sign in enumerate(group):
        if sign == "{":
            depth += 1
            start = at if depth == 1 else start
        elif sign == "}":
            depth -= 1
            if depth == 0:
                people.append(_person(group[start : at + 1]))
    return [person for person in people if person]


def _person(text: str) -> str:
    found: dict[str, str] = {}
    for match in _PERSON.finditer(text):
        if text[match.end() : match.end() + 1] == "{" and match[1] not in found:
            found[match[1]] = _braced(text, match.end())
    if list(found) == ["family"]:
        return f"{{{found['family']}}}"
    return ", ".join(f"{part}={{{found[part]}}}" for part in _PARTS if part in found)


def _braced(text: str, start: int) -> str:
    """Return the content of a pair of braces, or nothing if it does not end.

    >>> _braced("{family={Fei}}", 8)
    'Fei'
    """
    end = closing_brace(text, start, start + 100_000) if start >= 0 else -1
    return text[start + 1 : end] if end >= 0 else ""
