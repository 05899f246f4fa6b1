"""Prefixes of DOIs whose agency is known, so that it is asked first."""

from __future__ import annotations

from refcore.model.identifiers import Doi, Identifier

__all__ = ["agency_of"]

# The registrant follows its prefix. Crossref is asked first for any other prefix.
# Source: doi.org, "Which RA?" (doi.org/ra/PREFIX).
_PREFIXES = {
    "datacite": (
        "10.1594",  # PANGAEA
        "10.3929",  # ETH Zurich
        "10.4121",  # 4TU.ResearchData
        "10.4230",  # Dagstuhl, LIPIcs
        "10.5061",  # Dryad
        "10.5281",  # Zenodo
        "10.5445",  # KIT
        "10.6084",  # figshare
        "10.7910",  # Harvard Dataverse
        "10.13140",  # ResearchGate
        "10.17605",  # OSF
        "10.17632",  # Mendeley Data
        "10.48550",  # arXiv
    ),
    "doi.org": (
        "10.1392",  # mEDRA
        "10.3969",  # ISTIC: Chinese journals
        "10.11367",  # JaLC
        "10.11501",  # JaLC: National Diet Library
    ),
}
_AGENCIES = {prefix: name for name, listed in _PREFIXES.items() for prefix in listed}


def agency_of(identifier: Identifier) -> str:
    """Return the source that is known to have DOIs of a prefix, "" where it is not known.

    >>> agency_of(Doi("10.5281/zenodo.7")), agency_of(Doi("10.1000/182"))
    ('datacite', '')
    """
    if not isinstance(identifier, Doi):
        return ""
    return _AGENCIES.get(identifier.name.partition("/")[0], "")
