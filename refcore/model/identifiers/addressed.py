"""The identifier that a web address states: a DOI or a PMID in its path or its query."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers.papers import Doi
from refcore.model.identifiers.pmid import Pmid
from refcore.text.idforms import DOI_HOST, DOI_PREFIX
from refcore.text.patterns import regex

__all__ = ["identifier_at"]

# Each pattern ends where the identifier does, so that nothing of the page's own is taken for a
# part of it. An address that states none of these proves nothing.
# pattern, kind, example
_PLACES: Final = tuple(
    (regex(rf"https?://{pattern}"), kind)
    for pattern, kind, _ in (
        (
            rf"{DOI_HOST}({DOI_PREFIX}(?:/|%2F)[^\s?#]+)$",
            Doi,
            "https://doi.org/10.1000/182",
        ),
        (
            r"[^/\s]+/doi/(?:(?:abs|full|pdf|epdf|pdfdirect|book|abstract)/)?"
            rf"({DOI_PREFIX}/[^\s?#/]+)/?(?:[?#]\S*)?$",
            Doi,
            "https://dl.acm.org/doi/abs/10.1145/3292500.3330701",
        ),
        (
            r"link\.springer\.com/(?:article|chapter|book|content/pdf)/"
            rf"({DOI_PREFIX}/[^\s?#/]+?)(?:\.pdf)?/?(?:[?#]\S*)?$",
            Doi,
            "https://link.springer.com/article/10.1007/BF02551274",
        ),
        (
            r"(?:www\.)?(?:bio|med)rxiv\.org/content/(?:early/[0-9/]+/)?"
            rf"({DOI_PREFIX}/[0-9.]*[0-9])(?:v[0-9]+\S*)?$",
            Doi,
            "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1.full.pdf",
        ),
        (
            r"journals\.plos\.org/\S+?\bid=(10\.1371/[a-z0-9.]+)$",
            Doi,
            "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0033693",
        ),
        (
            r"(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/([0-9]{1,8})"
            r"/?(?:[?#]\S*)?$",
            Pmid,
            "https://pubmed.ncbi.nlm.nih.gov/31452104/",
        ),
    )
)


_LONGEST: Final = 2000


def identifier_at(url: str) -> Doi | Pmid | None:
    """Return the DOI or the PMID that an address states, None where it states none.

    >>> identifier_at("https://dl.acm.org/doi/abs/10.1145/3292500.3330701?download=true")
    Doi('10.1145/3292500.3330701')
    >>> identifier_at("https://pubmed.ncbi.nlm.nih.gov/31452104/")
    Pmid('31452104')
    >>> identifier_at("https://example.org/10.1000/182") is None
    True
    """
    if "://" not in url or len(url) > _LONGEST:
        return None
    for pattern, kind in _PLACES:
        if found := pattern.match(url.strip()):
            try:
                return kind.parse(unquote(found[1]))
            except InvalidIdentifier:
                return None
    return None
