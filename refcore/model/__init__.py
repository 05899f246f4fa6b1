"""The values that all of refcore passes around; nothing here does input or output."""

from typing import TYPE_CHECKING

from refcore.later import names_of

if TYPE_CHECKING:
    from refcore.model.claims import Claim, ClaimKind
    from refcore.model.dates import Date, Moment
    from refcore.model.identifiers import ArxivId, Doi, Isbn, Orcid, Pmid, read_identifier
    from refcore.model.library import Library
    from refcore.model.people import Authors, Group, Name, Person
    from refcore.model.reference import Provenance, Reference

__all__ = [
    "ArxivId",
    "Authors",
    "Claim",
    "ClaimKind",
    "Date",
    "Doi",
    "Group",
    "Isbn",
    "Library",
    "Moment",
    "Name",
    "Orcid",
    "Person",
    "Pmid",
    "Provenance",
    "Reference",
    "read_identifier",
]

__getattr__ = names_of(
    __name__,
    {
        "ArxivId": "identifiers",
        "Authors": "people",
        "Claim": "claims",
        "ClaimKind": "claims",
        "Date": "dates",
        "Doi": "identifiers",
        "Group": "people",
        "Isbn": "identifiers",
        "Library": "library",
        "Moment": "dates",
        "Name": "people",
        "Orcid": "identifiers",
        "Person": "people",
        "Pmid": "identifiers",
        "Provenance": "reference",
        "Reference": "reference",
        "read_identifier": "identifiers",
    },
)
