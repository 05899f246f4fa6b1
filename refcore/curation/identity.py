"""Identifiers that show which references are one work."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterator
from typing import Final

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers import Doi, Identifier, Isbn, Pmid
from refcore.model.reference import Reference
from refcore.text.patterns import regex

__all__ = ["DuplicateReason", "identities"]

# ACM's old addresses name the number of the DOI.
_ACM: Final = regex(
    r"https?://(?:portal|dl|doi)\.acm\.org/citation\.cfm\?(?:.*&)?(?:id|doid)=([0-9]+\.[0-9]+)"
)
_PMCID: Final = regex(r"(?:pmc\s*)?([0-9]{2,9})(?:\.[0-9]+)?", re.IGNORECASE)
_PMC_ADDRESS: Final = regex(r"ncbi\.nlm\.nih\.gov/.*\bPMC([0-9]{2,9})", re.IGNORECASE)
_PUBMED_ADDRESS: Final = regex(r"ncbi\.nlm\.nih\.gov/(?:.*pubmed/)?[0-9]+/?$|europepmc")
# The version of a preprint on bioRxiv or medRxiv, which no registered DOI has.
_VERSION: Final = regex(r"(?<=[0-9])v[0-9]{1,2}\Z")
_ISBN_ENDS: Final = regex(r"[;,/]|\band\b|\s{2,}")


class DuplicateReason(enum.StrEnum):
    """Why references count as the same work.

    >>> DuplicateReason("doi")
    <DuplicateReason.DOI: 'doi'>
    """

    DOI = "doi"
    ARXIV = "arxiv"
    PMID = "pmid"
    ISBN = "isbn"
    TITLE = "title"
    KEY = "key"


def identities(reference: Reference) -> list[tuple[DuplicateReason, str]]:
    """Return the unique identifiers that a reference states, in any field.

    >>> from refcore.model import Reference
    >>> page = Reference("a", "article-journal", url="https://doi.acm.org/10.1145/1.2")
    >>> [(str(reason), name) for reason, name in identities(page)]
    [('doi', '10.1145/1.2')]
    """
    arxiv = reference.arxiv_from_any
    stated = [] if arxiv is None else [(DuplicateReason.ARXIV, arxiv.bare)]
    if doi := _publisher_doi(reference):
        stated.append((DuplicateReason.DOI, doi))
    if _may_state_pubmed(reference):
        stated += ((DuplicateReason.PMID, name) for name in dict.fromkeys(_pubmed(reference)))
    if "ISBN" in reference.fields:
        stated += ((DuplicateReason.ISBN, name) for name in dict.fromkeys(_isbns(reference)))
    return stated


def _publisher_doi(reference: Reference) -> str:
    """Return the DOI in lower case, also from the address; nothing for arXiv's own."""
    doi = reference.doi
    if doi is None and reference.url:
        doi = _doi_of_address(reference.url)
    if doi is None and "10." in (note := reference.fields.get("note", "")):
        # A note of nothing but a DOI; others name further works.
        doi = _doi_of_address(note)
    if doi is None or doi.arxiv is not None:
        return ""
    name = doi.name.casefold()
    return _VERSION.sub("", name) if name.startswith("10.1101/20") else name


def _doi_of_address(address: str) -> Doi | None:
    """Return the DOI in the address of a resolver or a publisher.

    >>> _doi_of_address("https://doi.org/10.1000/182"), _doi_of_address("https://a.org")
    (Doi('10.1000/182'), None)
    """
    if match := _ACM.match(address):
        return Doi(f"10.1145/{match[1]}")
    if "10." not in address:
        return None
    found = _parsed(Doi.parse, address)
    return found if isinstance(found, Doi) else None


def _may_state_pubmed(reference: Reference) -> bool:
    """Look quickly whether a reference may state an identifier of PubMed: most have none."""
    fields, extra, url = reference.fields, reference.extra, reference.url
    return (
        ("PMID" in fields or "PMCID" in fields or "pmid" in extra or "eprinttype" in extra)
        or "pmc" in url.casefold()
        or "ncbi" in url
    )


def _pubmed(reference: Reference) -> Iterator[str]:
    fields, extra, url = reference.fields, reference.extra, reference.url
    texts = [fields.get("PMID", ""), extra.get("pmid", "")]
    if extra.get("eprinttype", "").casefold() == "pubmed":
        texts.append(extra.get("eprint", ""))
    stated = [*filter(None, texts)]
    if not stated and _PUBMED_ADDRESS.search(url):  # an address may be of a paper beside it
        stated.append(url)
    for text in stated:
        if found := _parsed(Pmid.parse, text):
            yield str(found)
    number = fields.get("PMCID")
    central = _PMCID.fullmatch(number.strip()) if number else None
    if central is None and "pmc" in url.casefold():
        central = _PMC_ADDRESS.search(url)
    if central:
        yield f"PMC{central[1]}"


def _isbns(reference: Reference) -> Iterator[str]:
    text = reference.fields.get("ISBN", "")
    if not text:
        return
    whole = _parsed(Isbn.parse, text)
    for part in [text] if whole else _ISBN_ENDS.split(text):
        found = _parsed(Isbn.parse, part.split("(")[0])
        if found:
            yield str(found)


def _parsed(parse: Callable[[str], Identifier], text: str) -> Identifier | None:
    if not text.strip():
        return None
    try:
        return parse(text)
    except (InvalidIdentifier, ValueError):
        return None
