"""Identifiers of works and people: `ArxivId`, `Doi`, `Pmid`, `Isbn`, `Orcid`."""

from typing import TYPE_CHECKING

from refcore.later import names_of

if TYPE_CHECKING:
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

__getattr__ = names_of(
    __name__,
    {
        "OLD_ARCHIVES": "papers",
        "SCHEMES": "reading",
        "ArxivId": "papers",
        "Doi": "papers",
        "Identifier": "base",
        "Isbn": "isbn",
        "Orcid": "orcid",
        "Pmid": "pmid",
        "identifiers_in": "reading",
        "read_identifier": "reading",
    },
)
