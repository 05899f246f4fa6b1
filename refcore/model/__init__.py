"""The values that all of refcore passes around; nothing here does input or output."""

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
