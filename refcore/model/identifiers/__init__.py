"""Identifiers of works and people: `ArxivId`, `Doi`, `Pmid`, `Isbn`, `Orcid`."""

from refcore.model.identifiers.base import Identifier
from refcore.model.identifiers.isbn import Isbn
from refcore.model.identifiers.orcid import Orcid
from refcore.model.identifiers.papers import OLD_ARCHIVES, ArxivId, Doi
from refcore.model.identifiers.pmid import Pmid
from refcore.model.identifiers.reading import (
    SCHEMES,
    identifiers_in,
    read_identifier,
)

__all__ = [
    "OLD_ARCHIVES",
    "SCHEMES",
    "ArxivId",
    "Doi",
    "Identifier",
    "Isbn",
    "Orcid",
    "Pmid",
    "identifiers_in",
    "read_identifier",
]
