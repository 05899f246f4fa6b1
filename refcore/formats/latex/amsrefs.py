r"""Bibliographies of the package amsrefs, which are entries within the document.

Source: the manual of amsrefs, section 4 (``\bib{key}{type}{author={…}, title={…}}``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from refcore.text.braces import closing_brace
from refcore.text.patterns import regex

__all__ = ["amsrefs_entries"]

_HEAD: Final = regex(r"\\bib\*?\s{0,20}\{([^{}\s]{1,500})\}\s{0,20}\{(\w{1,50})\}\s{0,20}(?=\{)")
_FIELD: Final = regex(r"[\s,]{0,1000}([a-zA-Z-]{1,50})\s{0,20}=\s{0,20}(?=\{)")
_LONGEST: Final = 100_000
# Fields that have another name in amsrefs than in BibLaTeX.
_FIELDS: Final = {"url": "url", "review": "x-review", "status": "pubstate", "place": "location"}
_TYPES: Final = {"article": "article", "book": "book", "report": "report", "thesis": "thesis"}


def amsrefs_entries(text: str) -> Iterator[str]:
    r"""Yield each ``\bib`` of a source as an entry of BibLaTeX.

    >>> print(*amsrefs_entries(r"\bib{a}{book}{author={Fei, B.}, author={Wu, C.}, title={Boats}}"))
    @book{a,
      author = {Fei, B. and Wu, C.},
      title = {Boats},
    }
    """
    for head in _HEAD.finditer(text):
        end = _closing(text, head.end())
        people: dict[str, list[str]] = {"author": [], "editor": []}
        fields: dict[str, str] = {}
        at = head.end() + 1
        while at < end and (found := _FIELD.match(text, at)):
            close = _closing(text, found.end())
            name, value = found[1].lower(), text[found.end() + 1 : close]
            if name in people:
                people[name].append(value)
            else:
                fields.setdefault(_FIELDS.get(name, name), value)
            at = close + 1
        held = {role: " and ".join(names) for role, names in people.items() if names} | fields
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in held.items())
        yield f"@{_TYPES.get(head[2].lower(), 'misc')}{{{head[1]},\n{lines}}}"


def _closing(text: str, start: int) -> int:
    """Return where the brace closes that opens at a place, or the end of the text.

    >>> _closing("{Fei, B.} and more", 0)
    8
    """
    end = closing_brace(text, start, start + _LONGEST)
    return end if end >= 0 else len(text)
