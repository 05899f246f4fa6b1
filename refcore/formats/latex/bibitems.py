r"""The entries of ``thebibliography``, from a .bbl file of BibTeX or written by hand.

An entry is text. If ``\newblock`` or quotation marks divide it, the first block has the
names and the second the title. Names are read only if all of the block reads as names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from refcore.diagnostics import Location
from refcore.errors import InvalidName, RefcoreError
from refcore.latex import decode
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi, identifiers_in
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.names import read_author_list

__all__ = ["bibitems"]

_ITEM: Final = re.compile(r"\\bibitem\s*")
_LABEL: Final = re.compile(r"\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\]\s*")
_KEY: Final = re.compile(r"\s*\{([^{}]{1,500})\}")
_END: Final = re.compile(r"\\end\{thebibliography\}")
_BLOCK: Final = re.compile(r"\\newblock\b")
_TITLE: Final = re.compile(r"``(.{3,600}?),?''", re.DOTALL)
_YEAR: Final = re.compile(r"(?<![\d.:/-])(1[89]\d\d|20\d\d)[a-z]?(?![\d/]|\.\d)")
_NOISE: Final = re.compile(r"\\(?:BIBentry\w+|bibinfo\s*\{\w+\}|bibnamefont|bibfnamefont|natexlab)")
_WRAPPED: Final = re.compile(r"</?(?:i|b|sc|span)[^>]*>")
_LONGEST: Final = 20_000


def bibitems(text: str, path: str | None) -> Iterator[Reference]:
    r"""Yield a reference for each ``\bibitem`` of a source.

    >>> text = "\\bibitem{a} B.~Fei and L.~Cai.\n\\newblock On boats.\n\\newblock 2020."
    >>> for found in bibitems(text, None):
    ...     print(found.key, found.authors, found.title, found.issued.iso, sep=" | ")
    a | B. Fei, L. Cai | On boats | 2020
    """
    starts = [(match.start(), match.end()) for match in _ITEM.finditer(text)]
    ends = [*(start for start, _ in starts[1:]), len(text)][: len(starts)]
    for (start, begin), end in zip(starts, ends, strict=True):
        label = _LABEL.match(text, begin, min(end, begin + _LONGEST))
        key = _KEY.match(text, label.end() if label else begin, end)
        if key is None:
            continue
        close = _END.search(text, key.end(), end)
        body = text[key.end() : close.start() if close else end][:_LONGEST]
        line = text.count("\n", 0, start) + 1
        yield _reference(key[1].strip(), body, Location(path, line))


def _reference(key: str, body: str, location: Location) -> Reference:
    body = _NOISE.sub("", body)
    names, title = _parts(body)
    plain = " ".join(_WRAPPED.sub("", decode(body)).split())
    ids = identifiers_in(plain)
    years = _YEAR.findall(_without_ids(plain))
    return Reference(
        key,
        "document",
        title,
        _authors(names),
        issued=Date.of(int(years[-1])) if years else None,
        arxiv=next((found for found in ids if isinstance(found, ArxivId)), None),
        doi=next((found for found in ids if isinstance(found, Doi)), None),
        location=location,
    )


def _parts(body: str) -> tuple[str, str]:
    """Return the names and the title of an entry, as text; empty if not known."""
    blocks = [" ".join(block.split()) for block in _BLOCK.split(body)]
    quoted = _TITLE.search(blocks[0])
    if quoted is not None:
        return _text(blocks[0][: quoted.start()]), _title(quoted[1])
    if len(blocks) > 1:
        # "Fei (2020)" and "Fei. 2020." have the year behind the names.
        names = re.sub(r"[.,(]*\s*\(?(?:1[89]|20)\d\d[a-z]?\)?[.,:]*\s*$", "", _text(blocks[0]))
        return names, _title(blocks[1])
    return "", ""


def _text(latex: str) -> str:
    return _WRAPPED.sub("", decode(latex)).strip(" ,;:")


def _title(latex: str) -> str:
    title = decode(latex).strip()
    whole = re.fullmatch(r"<i>((?:(?!</?i>).)*)</i>(.*)", title)
    if whole and not whole[2].strip(" .,"):
        title = whole[1]
    return title.strip().strip("“”").rstrip(".,").strip()


def _authors(names: str) -> Authors:
    text = re.sub(r"(?<=[a-z])\.$", "", names)
    if not text:
        return Authors()
    try:
        return read_author_list(text)
    except (InvalidName, RefcoreError):
        return Authors()


def _without_ids(text: str) -> str:
    return re.sub(r"(?:https?://|doi:|arXiv[: ]|10\.\d{4,}/)\S*", " ", text, flags=re.IGNORECASE)
