"""References that can be trusted.

refcore models papers and their authors, checks author lists against arXiv name
by name, and writes citations as BibTeX or in any CSL style. Names are loaded
on first use, so that importing the package stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOME = {
    "Arxiv": "refcore.arxiv.source",
    "ArxivClient": "refcore.arxiv.client",
    "ArxivId": "refcore.model.identifiers",
    "ArxivRecord": "refcore.arxiv.record",
    "AuthorComparison": "refcore.compare",
    "Authors": "refcore.model.people",
    "BibEntry": "refcore.bibtex.bibentry",
    "BibFile": "refcore.bibtex.bibfile",
    "Bibliography": "refcore.csl",
    "Claim": "refcore.model.claims",
    "ClaimKind": "refcore.model.claims",
    "ClaimVerdict": "refcore.verification.report",
    "Date": "refcore.model.dates",
    "Diagnostic": "refcore.diagnostics",
    "Difference": "refcore.compare",
    "DifferenceKind": "refcore.compare",
    "Doi": "refcore.model.identifiers",
    "Group": "refcore.model.people",
    "KeyTemplate": "refcore.curation",
    "Library": "refcore.model.library",
    "ListVerdict": "refcore.compare",
    "Location": "refcore.diagnostics",
    "Moment": "refcore.model.dates",
    "Orcid": "refcore.model.identifiers",
    "Person": "refcore.model.people",
    "Provenance": "refcore.model.reference",
    "RefcoreError": "refcore.errors",
    "Reference": "refcore.model.reference",
    "Report": "refcore.verification.report",
    "Severity": "refcore.diagnostics",
    "Verdict": "refcore.verification.report",
    "bibliography": "refcore.csl",
    "cite": "refcore.csl",
    "compare_authors": "refcore.compare",
    "compare_names": "refcore.compare",
    "dump": "refcore.formats",
    "dumps": "refcore.formats",
    "fetch": "refcore.verification.verify",
    "find_duplicates": "refcore.curation",
    "load": "refcore.formats",
    "loads": "refcore.formats",
    "losses": "refcore.formats",
    "make_keys": "refcore.curation",
    "merge": "refcore.curation",
    "parse_authors": "refcore.names",
    "parse_name": "refcore.names",
    "parse_names": "refcore.bibtex",
    "verify": "refcore.verification.verify",
    "verify_authors": "refcore.verification.verify",
}

__all__ = sorted(_HOME)

if TYPE_CHECKING:
    from refcore.arxiv.client import ArxivClient as ArxivClient
    from refcore.arxiv.record import ArxivRecord as ArxivRecord
    from refcore.arxiv.source import Arxiv as Arxiv
    from refcore.bibtex import parse_names as parse_names
    from refcore.bibtex.bibentry import BibEntry as BibEntry
    from refcore.bibtex.bibfile import BibFile as BibFile
    from refcore.compare import AuthorComparison as AuthorComparison
    from refcore.compare import Difference as Difference
    from refcore.compare import DifferenceKind as DifferenceKind
    from refcore.compare import ListVerdict as ListVerdict
    from refcore.compare import compare_authors as compare_authors
    from refcore.compare import compare_names as compare_names
    from refcore.csl import Bibliography as Bibliography
    from refcore.csl import bibliography as bibliography
    from refcore.csl import cite as cite
    from refcore.curation import KeyTemplate as KeyTemplate
    from refcore.curation import find_duplicates as find_duplicates
    from refcore.curation import make_keys as make_keys
    from refcore.curation import merge as merge
    from refcore.diagnostics import Diagnostic as Diagnostic
    from refcore.diagnostics import Location as Location
    from refcore.diagnostics import Severity as Severity
    from refcore.errors import RefcoreError as RefcoreError
    from refcore.formats import dump as dump
    from refcore.formats import dumps as dumps
    from refcore.formats import load as load
    from refcore.formats import loads as loads
    from refcore.formats import losses as losses
    from refcore.model.claims import Claim as Claim
    from refcore.model.claims import ClaimKind as ClaimKind
    from refcore.model.dates import Date as Date
    from refcore.model.dates import Moment as Moment
    from refcore.model.identifiers import ArxivId as ArxivId
    from refcore.model.identifiers import Doi as Doi
    from refcore.model.identifiers import Orcid as Orcid
    from refcore.model.library import Library as Library
    from refcore.model.people import Authors as Authors
    from refcore.model.people import Group as Group
    from refcore.model.people import Person as Person
    from refcore.model.reference import Provenance as Provenance
    from refcore.model.reference import Reference as Reference
    from refcore.names import parse_authors as parse_authors
    from refcore.names import parse_name as parse_name
    from refcore.verification.report import ClaimVerdict as ClaimVerdict
    from refcore.verification.report import Report as Report
    from refcore.verification.report import Verdict as Verdict
    from refcore.verification.verify import fetch as fetch
    from refcore.verification.verify import verify as verify
    from refcore.verification.verify import verify_authors as verify_authors


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'refcore' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
