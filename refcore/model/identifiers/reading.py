"""Reads identifiers of any scheme: the one that a text consists of, or all those within it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers.base import Identifier
from refcore.model.identifiers.isbn import Isbn
from refcore.model.identifiers.papers import ArxivId, Doi
from refcore.model.identifiers.pmid import Pmid
from refcore.model.identifiers.written import with_hyphens, without_end
from refcore.text.given import require_text
from refcore.text.idforms import (
    ANY_ARXIV,
    ARXIV_ID,
    ARXIV_NUMBER,
    DOI_HOST,
    DOI_PREFIX,
    DOI_START,
    OLD_ARXIV,
)
from refcore.text.patterns import regex

__all__ = ["SCHEMES", "identifiers_in", "read_identifier"]

SCHEMES: dict[str, type[ArxivId] | type[Doi] | type[Pmid] | type[Isbn]] = {
    kind.scheme: kind for kind in (ArxivId, Doi, Pmid, Isbn)
}
_LABELS = (
    (Isbn, regex(r"\s*(?:urn:isbn|[ep]?-?isbn|sbn)\b", re.IGNORECASE)),
    (Pmid, regex(r"\s*(?:pmid|pubmed|medline|(?:https?://)?[^/]*ncbi\.nlm)", re.IGNORECASE)),
    (
        ArxivId,
        regex(
            # A sixth digit is a slip, which `ArxivId` names.
            rf"\s*(?:arxiv|corr\b|abs/|{OLD_ARXIV}|{ARXIV_NUMBER}[0-9]?(?:v[0-9]+)?\s*$)",
            re.IGNORECASE,
        ),
    ),
    (Doi, regex(rf"\s*(?:doi\b|urn:doi|info:doi|{DOI_START})", re.IGNORECASE)),
)


def read_identifier(text: str) -> Identifier:
    """Read a text that consists of one identifier, in any form and of any scheme.

    A DOI that arXiv registers becomes the arXiv id. A bare number of up to 8 digits
    becomes a PMID, one of 10 or 13 an ISBN.

    Args:
        text: An identifier with or without a label, or a web address that states one.

    Returns:
        An `ArxivId`, `Doi`, `Pmid` or `Isbn`.

    Raises:
        InvalidIdentifier: The text is not an identifier.

    >>> read_identifier("https://doi.org/10.1000/182"), read_identifier("PMID: 31452104")
    (Doi('10.1000/182'), Pmid('31452104'))
    >>> read_identifier("978-3-16-148410-0"), read_identifier("10.48550/arXiv.2506.13585")
    (Isbn('9783161484100'), ArxivId('2506.13585'))
    """
    require_text("read_identifier", text)
    text = text.strip()
    scheme, _, body = text.partition(":")
    if tagged := SCHEMES.get(scheme):  # as `tagged` writes it: nothing has to be searched for
        with suppress(InvalidIdentifier):
            return _of_arxiv(tagged.parse(body))
    if odd := _ODD_DOI.match(text):
        text = text[odd.end() :].strip()
    named = next((kind for kind, label in _LABELS if label.match(text)), None)
    if named is None and _BOOK_NUMBER.fullmatch(text):
        return Isbn.parse(text)
    kinds = (named, *(kind for kind in (ArxivId, Doi, Isbn, Pmid) if kind is not named))
    faults = []
    for kind in kinds:
        try:
            if kind is not None:
                return _of_arxiv(kind.parse(text))
        except InvalidIdentifier as fault:
            faults.append((kind, fault))
        except ValueError:  # a number too long to read
            continue
    of_the_label = next((fault for kind, fault in faults if kind is named), None)
    raise of_the_label or InvalidIdentifier(
        f"{text!r} is not an identifier: expected an arXiv id, a DOI, a PMID or an ISBN"
    )


_BOOK_NUMBER = regex(r"97[89](?:[ -]?[0-9]){10}|(?:[0-9][ -]?){9}[0-9Xx]")


# The last alternative needs no label: it matches an arXiv id of today's form or a DOI.
_IN_TEXT = regex(
    rf"""(?<![\w./-])(?:
        (?P<arxiv>(?:https?://(?![^\s]{{0,200}}/(?!10\.48550){DOI_PREFIX}/)[^\s<>"{{}}|]{{0,200}}|arxiv\s*+[:.]?\s*+|corr\s*+,?\s*+abs/|abs/)
            {ANY_ARXIV}
            (?![0-9]))
      | (?P<doi>(?:https?:?//[^\s<>"]{{0,200}}?/|{DOI_HOST}|doi\s*+[:=-]?\s*+|)
            {DOI_PREFIX}/[^\s"<>\u00ab\u00bb|]+
            (?:<[^\s<>]{{1,60}}>[^\s"<>|]+)*)
      | (?P<pmid>(?:https?://[^\s<>"]{{0,40}}ncbi\.nlm\.nih\.gov/(?:pubmed/)?|pmid\s*+[:=]?\s*+)[0-9]{{1,8}}(?![0-9]|\.[0-9]))
      | (?P<isbn>(?:urn:)?[ep]?-?isbn(?:[\s-]*1[03])?\s*+[:=]?\s*+
            [0-9][0-9 -]{{7,15}}[0-9x](?![0-9]))
      | (?P<bare>{ARXIV_ID}(?![0-9.]*[0-9]))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ODD_DOI = regex(rf"(?:(?:https?//)?{DOI_HOST}|doi-)(?=10\.)", re.IGNORECASE)
_KINDS: dict[str, type[ArxivId] | type[Doi] | type[Pmid] | type[Isbn]] = {
    "arxiv": ArxivId,
    "doi": Doi,
    "pmid": Pmid,
    "isbn": Isbn,
    "bare": ArxivId,
}


def identifiers_in(text: str) -> tuple[Identifier, ...]:
    """Return the identifiers in a text, each once, in order.

    PMIDs and ISBNs count only with their label or address. A malformed identifier is
    left out.

    A part of a DOI is not an arXiv id, whatever its digits.

    >>> identifiers_in("https://doi.org/10.1109/ICX48922.2012.00567")
    (Doi('10.1109/ICX48922.2012.00567'),)
    >>> identifiers_in("doi.org/10.1000/1 [https//doi.org/10.1000/2] DOI-10.1000/3")
    (Doi('10.1000/1'), Doi('10.1000/2'), Doi('10.1000/3'))
    >>> identifiers_in("See arXiv:2506.13585, doi:10.1000/182 and ISBN 0-306-40615-2.")
    (ArxivId('2506.13585'), Doi('10.1000/182'), Isbn('9780306406157'))
    """
    return tuple(dict.fromkeys(_found(with_hyphens(text))))


def _found(text: str) -> Iterator[Identifier]:
    for match in _IN_TEXT.finditer(text):
        kind = _KINDS[match.lastgroup or "bare"]
        try:
            text = without_end(match[0])
            # A reference may print "https//doi.org/10.1000/1" or "DOI-10.1000/1".
            bare = _ODD_DOI.match(text)
            found = kind.parse(text[bare.end() :] if bare else text)
        except ValueError:  # InvalidIdentifier, or a number too long to read
            continue
        yield _of_arxiv(found)


def _of_arxiv(found: Identifier) -> Identifier:
    registered = found.arxiv if isinstance(found, Doi) else None
    return registered or found
