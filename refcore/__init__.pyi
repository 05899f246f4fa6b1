"""The public names of refcore, each with the module that defines it.

Type checkers read this file, and so does `refcore/__init__.py` to load a name on first use:
one line a name, in the form `from MODULE import NAME as NAME`.
"""

# The old names, for one version more.
from collections.abc import Iterable as _Iterable
from typing import Literal as _Literal

from typing_extensions import deprecated as _deprecated

from refcore.arxiv import ArxivRecord as ArxivRecord
from refcore.bibtex import read_bibtex_names as read_bibtex_names
from refcore.bibtex.bibentry import BibEntry as BibEntry
from refcore.bibtex.bibfile import BibFile as BibFile
from refcore.bibtex.peer import from_bibtexparser as from_bibtexparser
from refcore.bibtex.peer import to_bibtexparser as to_bibtexparser
from refcore.bibtex.peer import update_from_bibtexparser as update_from_bibtexparser
from refcore.compare import AuthorComparison as AuthorComparison
from refcore.compare import Difference as Difference
from refcore.compare import DifferenceKind as DifferenceKind
from refcore.compare import ListVerdict as ListVerdict
from refcore.compare import NameComparison as NameComparison
from refcore.compare import TitleComparison as TitleComparison
from refcore.compare import TitleDifference as TitleDifference
from refcore.compare import TitleKind as TitleKind
from refcore.compare import VariantKind as VariantKind
from refcore.compare import compare_authors as compare_authors
from refcore.compare import compare_names as compare_names
from refcore.compare import compare_titles as compare_titles
from refcore.compare.agreement import FieldComparison as FieldComparison
from refcore.compare.titles import WordChange as WordChange
from refcore.csl import Bibliography as Bibliography
from refcore.csl import BibliographyEntry as BibliographyEntry
from refcore.csl import Document as Document
from refcore.csl import Processor as Processor
from refcore.csl import Style as Style
from refcore.csl import bibliography as bibliography
from refcore.csl import bibliography_page as bibliography_page
from refcore.csl import cite as cite
from refcore.csl import style_names as style_names
from refcore.curation import DuplicateReason as DuplicateReason
from refcore.curation import Duplicates as Duplicates
from refcore.curation import KeyTemplate as KeyTemplate
from refcore.curation import Merged as Merged
from refcore.curation import find_duplicates as find_duplicates
from refcore.curation import make_keys as make_keys
from refcore.curation import merge as merge
from refcore.diagnostics import Diagnostic as Diagnostic
from refcore.diagnostics import Location as Location
from refcore.diagnostics import Severity as Severity
from refcore.documents import Rendered as Rendered
from refcore.documents import render as render
from refcore.errors import ArxivBadAnswer as ArxivBadAnswer
from refcore.errors import ArxivError as ArxivError
from refcore.errors import ArxivNotFound as ArxivNotFound
from refcore.errors import ArxivUnavailable as ArxivUnavailable
from refcore.errors import BadAnswer as BadAnswer
from refcore.errors import ConfigError as ConfigError
from refcore.errors import DuplicateKey as DuplicateKey
from refcore.errors import FileChanged as FileChanged
from refcore.errors import FileInUse as FileInUse
from refcore.errors import FileTooLarge as FileTooLarge
from refcore.errors import InvalidAddress as InvalidAddress
from refcore.errors import InvalidDate as InvalidDate
from refcore.errors import InvalidIdentifier as InvalidIdentifier
from refcore.errors import InvalidName as InvalidName
from refcore.errors import InvalidPath as InvalidPath
from refcore.errors import InvalidReference as InvalidReference
from refcore.errors import InvalidTemplate as InvalidTemplate
from refcore.errors import LockError as LockError
from refcore.errors import MissingExtra as MissingExtra
from refcore.errors import RefcoreError as RefcoreError
from refcore.errors import SnapshotError as SnapshotError
from refcore.errors import StyleError as StyleError
from refcore.errors import UnknownFormat as UnknownFormat
from refcore.errors import UnknownKey as UnknownKey
from refcore.errors import UnknownOption as UnknownOption
from refcore.errors import UnknownSource as UnknownSource
from refcore.errors import UnreadableInput as UnreadableInput
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
from refcore.model.identifiers import Isbn as Isbn
from refcore.model.identifiers import Orcid as Orcid
from refcore.model.identifiers import Pmid as Pmid
from refcore.model.identifiers import read_identifier as read_identifier
from refcore.model.library import Library as Library
from refcore.model.people import Authors as Authors
from refcore.model.people import Group as Group
from refcore.model.people import Name as _Name
from refcore.model.people import Person as Person
from refcore.model.reference import Provenance as Provenance
from refcore.model.reference import Reference as Reference
from refcore.names import read_author_list as read_author_list
from refcore.names import read_name as read_name
from refcore.net.addresses import LinkAnswer as LinkAnswer
from refcore.net.addresses import LinkState as LinkState
from refcore.records.lock import Lock as Lock
from refcore.records.lookup import Lookup as Lookup
from refcore.records.lookup import LookupStatus as LookupStatus
from refcore.records.lookup import Origin as Origin
from refcore.records.lookup import Plan as Plan
from refcore.records.record import Notice as Notice
from refcore.records.record import Record as Record
from refcore.records.record import RecordAuthor as RecordAuthor
from refcore.records.record import Relation as Relation
from refcore.records.search import Search as Search
from refcore.records.search import SearchStatus as SearchStatus
from refcore.records.search import Sought as Sought
from refcore.records.sources import Sources as Sources
from refcore.sources.arxiv.client import ArxivClient as ArxivClient
from refcore.sources.arxiv.source import Arxiv as Arxiv
from refcore.verification.averify import averify as averify
from refcore.verification.page.whole import report_page as report_page
from refcore.verification.paper import PaperFinding as PaperFinding
from refcore.verification.paper import PaperKind as PaperKind
from refcore.verification.report import ClaimFinding as ClaimFinding
from refcore.verification.report import ClaimVerdict as ClaimVerdict
from refcore.verification.report import Report as Report
from refcore.verification.report import Verdict as Verdict
from refcore.verification.reports import Reports as Reports
from refcore.verification.verify import fetch as fetch
from refcore.verification.verify import verify as verify
from refcore.verification.verify import verify_authors as verify_authors
from refcore.verification.verify import verify_each as verify_each
from refcore.verification.weighed import Weighed as Weighed

@_deprecated("use refcore.read_name")
def parse_name(text: str) -> _Name: ...
@_deprecated("use refcore.read_author_list")
def parse_authors(names: _Iterable[str], others: bool | int = False) -> Authors: ...
@_deprecated("use refcore.read_bibtex_names")
def parse_names(text: str, dialect: _Literal["bibtex", "biber"] = "bibtex") -> Authors: ...

__version__: str
__all__: list[str]
