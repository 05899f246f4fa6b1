"""`Case`: all that the check of one reference needs, gathered before it is made."""

from __future__ import annotations

import re

import attrs

from refcore.errors import InvalidIdentifier
from refcore.model.claims import Claim
from refcore.model.identifiers import ArxivId, Doi, Identifier, Isbn, Pmid
from refcore.model.identifiers.addressed import identifier_at
from refcore.model.noted import Noted
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.records.lookup import Lookup
from refcore.records.record import Record
from refcore.text.idforms import DOI_PREFIX
from refcore.text.patterns import regex
from refcore.verification.found import Found
from refcore.verification.weighed import Known

__all__ = ["OUTSIDE", "Case", "best_identifier", "identifiers_of", "reference_to"]

# CSL types of works that no source of records could know.
OUTSIDE = frozenset(
    "webpage post post-weblog software motion_picture broadcast song interview hearing "
    "personal_communication speech event performance graphic figure map".split()
)


@attrs.frozen
class Case:
    """One reference with what was looked up for it.

    `lookup` is None where the reference has no identifier; `further` are the lookups of its
    other identifiers and of the same work elsewhere. `related` are records known to be about
    the same thing, `versions` those of the paper's other versions, the likeliest first.
    `found` is the work that a search by title chose, `search_reason` says why there is none.
    `is_label` says that the title is only the words of a link. `names` are the names as they
    were written, where they say more than the reference's list. `text` is the
    whole reference as it was written in a plain text. `is_unread` says that it lists authors
    whom the reader did not understand. `noted` is what a note writes about it. `known` is
    what a local bibliography knows, `today` the year of the check.
    """

    reference: Reference
    lookup: Lookup | None = None
    further: tuple[Lookup, ...] = ()
    claims: tuple[Claim, ...] = ()
    related: tuple[Record, ...] = ()
    versions: tuple[Record, ...] = ()
    found: Found | None = None
    search_reason: str = ""
    is_label: bool = False
    names: tuple[str, ...] = ()
    text: str = ""
    is_unread: bool = False
    noted: Noted | None = None
    known: Known | None = None
    today: int | None = None

    @property
    def others(self) -> tuple[Record, ...]:
        """The records of the further lookups."""
        return tuple(one.record for one in self.further if one.record is not None)


def identifiers_of(reference: Reference) -> tuple[Identifier, ...]:
    """Return the identifiers by which a reference can be looked up, the best first.

    >>> from refcore.model.identifiers import Doi
    >>> identifiers_of(Reference("a", doi=Doi("10.1000/182"), fields={"PMID": "31452104"}))
    (Doi('10.1000/182'), Pmid('31452104'))
    """
    paper = reference.arxiv_from_any
    found: list[Identifier | None] = [] if paper is None else [paper]
    if reference.doi is not None and reference.doi.arxiv is None:
        found.append(reference.doi)
    if pmid := reference.fields.get("PMID"):
        found.append(_read(Pmid, pmid))
    # The ISBN of a chapter or an article is that of the book around it.
    if reference.type == "book":
        found += (_read(Isbn, one) for one in reference.fields.get("ISBN", "").split(","))
    if not any(found):
        stated = (reference.url, reference.fields.get("note", ""))
        found += (_stated(text) for text in stated if text)
    if not found:
        return ()
    return tuple(dict.fromkeys(one for one in found if one is not None))


def best_identifier(reference: Reference) -> Identifier | None:
    """Return the first of `identifiers_of`, or None; most references state it in its own field.

    >>> best_identifier(Reference("a", doi=Doi("10.1000/182"), fields={"PMID": "31452104"}))
    Doi('10.1000/182')
    """
    doi = reference.doi
    if reference.arxiv is None and doi is not None and doi.arxiv is None:
        return reference.arxiv_from_any or doi
    return next(iter(identifiers_of(reference)), None)


def reference_to(identifier: Identifier, authors: Authors) -> Reference:
    """Return a reference with only an identifier and an author list.

    >>> from refcore.model.identifiers import Pmid
    >>> identifiers_of(reference_to(Pmid("31452104"), Authors()))
    (Pmid('31452104'),)
    """
    key = re.sub(r"[\s,{}\"#%~\\]", "-", str(identifier))
    if isinstance(identifier, ArxivId):
        return Reference(key, "article", authors=authors, arxiv=identifier)
    if isinstance(identifier, Doi):
        return Reference(key, authors=authors, doi=identifier)
    if isinstance(identifier, Isbn):
        return Reference(key, "book", authors=authors, fields={"ISBN": str(identifier)})
    return Reference(key, "article-journal", authors=authors, fields={"PMID": str(identifier)})


def _stated(text: str) -> Identifier | None:
    """Return the DOI or the PMID that an address or a note consists of.

    A note that says more may name another work, such as an erratum.

    >>> _stated("https://doi.org/10.1000/182"), _stated("Moss")
    (Doi('10.1000/182'), None)
    """
    if found := identifier_at(text):
        return None if isinstance(found, Doi) and found.arxiv is not None else found
    label = _LABELLED.fullmatch(text.strip())
    return _read(Doi if label["doi"] else Pmid, label["doi"] or label["pmid"]) if label else None


_LABELLED = regex(
    rf"doi[:\s]\s*(?P<doi>{DOI_PREFIX}/\S+?)\.?|pmid[:\s]\s*(?P<pmid>[0-9]{{1,8}})\.?",
    re.IGNORECASE,
)


def _read(kind: type[Doi] | type[Pmid] | type[Isbn], text: str) -> Identifier | None:
    try:
        return kind.parse(text) if text else None
    except InvalidIdentifier:
        return None
