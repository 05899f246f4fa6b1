"""Entry types and fields of BibTeX and BibLaTeX against CSL's types and variables.

Source: *BibTeXing* (btxdoc), section 3; the BibLaTeX manual, sections 2.1
(entry types) and 2.2 (fields); CSL 1.0.2, Appendices III and IV. Where several
fields of an entry type give one variable, the first row that fits is written.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, NamedTuple

import attrs

__all__ = [
    "DATES",
    "EDITOR_TYPES",
    "GENRES",
    "IMPLIED_GENRES",
    "KEPT_TYPES",
    "NAMES",
    "OTHER_NAMES",
    "PUBLICATION_STATES",
    "READ_TYPES",
    "ROLE_OF_FIELD",
    "ROWS",
    "SERIES",
    "SLIPS",
    "WRITE_TYPES",
    "Flavour",
    "Kind",
    "Row",
    "read_row",
    "write_row",
]

Flavour = Literal["bibtex", "biblatex"]
Kind = Literal["title", "text", "verbatim", "pages", "language", "edition", "journal", "status"]

# The CSL type of each entry type: those of BibTeX and BibLaTeX, and those that programs add.
READ_TYPES: Final[dict[str, str]] = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "bachelorsthesis": "thesis",
    "bachelorthesis": "thesis",
    "bibnote": "document",
    "blog": "post-weblog",
    "blogpost": "post-weblog",
    "book": "book",
    "bookchapter": "chapter",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "booksection": "chapter",
    "codefragment": "software",
    "collection": "book",
    "commentary": "book",
    "computerprogram": "software",
    "conferencepaper": "paper-conference",
    "conference": "paper-conference",
    "data": "dataset",
    "dataset": "dataset",
    "diplomathesis": "thesis",
    "dissertation": "thesis",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "interview": "interview",
    "journalarticle": "article-journal",
    "jurisdiction": "legal_case",
    "lecture": "speech",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "magazine": "article-magazine",
    "manual": "book",
    "manuscript": "manuscript",
    "map": "map",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "newspaper": "article-newspaper",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "podcast": "broadcast",
    "preprint": "article",
    "presentation": "speech",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "softwaremodule": "software",
    "softwareversion": "software",
    "speech": "speech",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "talk": "speech",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "webpage": "webpage",
    "website": "webpage",
    "whitepaper": "report",
    "www": "webpage",
}
# Entry types that are more exact than their CSL type; the reference remembers them.
KEPT_TYPES: Final = frozenset(
    "artwork bibnote bookinbook collection commentary inbook manual mvbook mvcollection "
    "mvproceedings mvreference proceedings reference suppbook suppcollection suppperiodical "
    "audio video "
    "bachelorsthesis bachelorthesis blog blogpost bookchapter booksection codefragment "
    "computerprogram conferencepaper diplomathesis dissertation interview journalarticle "
    "lecture magazine manuscript map newspaper podcast preprint presentation softwaremodule "
    "softwareversion speech talk webpage website whitepaper".split()
)
# The BibTeX and BibLaTeX types of each CSL type; all others are @misc.
WRITE_TYPES: Final[dict[str, tuple[str, str]]] = {
    "article": ("misc", "online"),
    "article-journal": ("article", "article"),
    "article-magazine": ("article", "article"),
    "article-newspaper": ("article", "article"),
    "book": ("book", "book"),
    "chapter": ("incollection", "incollection"),
    "dataset": ("misc", "dataset"),
    "entry-dictionary": ("incollection", "inreference"),
    "entry-encyclopedia": ("incollection", "inreference"),
    "graphic": ("misc", "image"),
    "legal_case": ("misc", "jurisdiction"),
    "legislation": ("misc", "legislation"),
    "manuscript": ("unpublished", "unpublished"),
    "motion_picture": ("misc", "movie"),
    "pamphlet": ("booklet", "booklet"),
    "paper-conference": ("inproceedings", "inproceedings"),
    "patent": ("misc", "patent"),
    "performance": ("misc", "performance"),
    "periodical": ("misc", "periodical"),
    "personal_communication": ("misc", "letter"),
    "post": ("misc", "online"),
    "post-weblog": ("misc", "online"),
    "report": ("techreport", "report"),
    "review": ("article", "review"),
    "software": ("misc", "software"),
    "song": ("misc", "music"),
    "speech": ("misc", "unpublished"),
    "standard": ("misc", "standard"),
    "thesis": ("phdthesis", "thesis"),
    "treaty": ("misc", "legal"),
    "webpage": ("misc", "online"),
}

_PARTS: Final = frozenset(
    "bookchapter bookinbook booksection conference conferencepaper inbook incollection "
    "inproceedings inreference suppbook suppcollection".split()
)
_BOOKS: Final = _PARTS | frozenset(
    "book collection mvbook mvcollection mvproceedings mvreference proceedings reference".split()
)
_ARTICLES: Final = frozenset(
    "article journalarticle magazine newspaper periodical preprint review suppperiodical".split()
)
_REPORTS: Final = frozenset("report techreport whitepaper".split())
_THESES: Final = frozenset(
    "bachelorsthesis bachelorthesis diplomathesis dissertation mastersthesis phdthesis "
    "thesis".split()
)
_PAGES: Final = frozenset("blog blogpost electronic online webpage website www".split())
_ONLINE: Final = _PAGES | frozenset(
    "codefragment computerprogram software softwaremodule softwareversion".split()
)


@attrs.frozen
class Row:
    """One field: its CSL variable, its names, how it is read, and in which entry types."""

    variable: str
    biblatex: str
    bibtex: str = attrs.Factory(lambda self: self.biblatex, takes_self=True)
    kind: Kind = "text"
    only: frozenset[str] = frozenset()

    def fits(self, entry_type: str) -> bool:
        """Return whether the row applies to an entry type."""
        return not self.only or entry_type in self.only


ROWS: Final[tuple[Row, ...]] = (
    Row("container-title", "booktitle", kind="title", only=_BOOKS),
    Row("container-title", "journaltitle", "journal", kind="journal"),
    Row("container-title", "booktitle", kind="title"),
    Row("container-title", "titleaddon", kind="title", only=_PAGES),
    Row("container-title-short", "shortjournal", kind="title"),
    Row("container-title-short", "abbrev_source_title", kind="title"),  # Scopus
    Row("container-title-short", "journal-iso", kind="title"),  # Web of Science
    Row("collection-title", "series", kind="title"),
    Row("volume", "volume"),
    Row("number-of-volumes", "volumes"),
    Row("issue", "number", only=_ARTICLES),
    Row("collection-number", "number", only=_BOOKS),
    Row("number", "number"),
    Row("number", "eid", only=_ARTICLES),
    Row("number", "articleno", only=_ARTICLES | _PARTS),
    Row("number", "article-number", only=_ARTICLES | _PARTS),
    Row("number", "articlenumber", only=_ARTICLES | _PARTS),
    Row("number", "art_number", only=_ARTICLES | _PARTS),  # Scopus
    Row("number", "elocation-id", only=_ARTICLES | _PARTS),  # HighWire: bioRxiv, BMJ
    Row("issue", "issue"),
    Row("part-number", "part"),
    Row("page", "pages", kind="pages"),
    Row("number-of-pages", "pagetotal"),
    Row("number-of-pages", "numpages"),
    Row("chapter-number", "chapter"),
    Row("edition", "edition", kind="edition"),
    Row("version", "version"),
    Row("genre", "type"),
    Row("publisher", "institution", only=_REPORTS),
    Row("publisher", "institution", "school", only=_THESES),
    Row("publisher", "organization", only=_ONLINE | {"manual"}),
    Row("publisher", "publisher"),
    Row("publisher", "organization", only=frozenset({"misc"})),
    Row("publisher", "institution"),
    Row("publisher-place", "location", "address"),
    Row("publisher-place", "place"),  # Crossref
    Row("event-title", "eventtitle", kind="title"),
    Row("event-place", "venue"),
    Row("original-title", "origtitle", kind="title"),
    Row("original-publisher", "origpublisher"),
    Row("original-publisher-place", "origlocation"),
    Row("title-short", "shorttitle", kind="title"),
    Row("status", "pubstate", kind="status"),
    Row("language", "langid", kind="language"),
    Row("language", "hyphenation", kind="language"),  # BibLaTeX's name for it before 2.8
    Row("ISBN", "isbn", kind="verbatim"),
    Row("ISSN", "issn", kind="verbatim"),
    Row("ISSN", "eissn", kind="verbatim"),  # Web of Science
    Row("PMID", "pmid", kind="verbatim"),
    Row("PMCID", "pmcid", kind="verbatim"),
    Row("call-number", "library"),
    Row("keyword", "keywords"),
    Row("keyword", "author_keywords"),  # Scopus
    Row("abstract", "abstract"),
    Row("annote", "annotation", "annote"),
    Row("note", "note"),
)

# Name lists with a field of their own, by CSL role.
NAMES: Final[dict[str, str]] = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
}
# The same, by field.
ROLE_OF_FIELD: Final = {field: role for role, field in NAMES.items()}
# BibLaTeX's `editortype` (manual, section 2.3.6) where it differs from the CSL role.
EDITOR_TYPES: Final[dict[str, str]] = {"collaborator": "contributor"}

# Names that writers and programs give to a field; they count where the field itself is missing.
SLIPS: Final[dict[str, str]] = {
    "authors": "author",
    "editors": "editor",
    "keyword": "keywords",
    "page": "pages",
    "translators": "translator",
}
OTHER_NAMES: Final[dict[str, str]] = {
    "accessdate": "urldate",
    "accessed": "urldate",
    "lastaccessed": "urldate",
    "lastchecked": "urldate",
    "lastvisited": "urldate",
    "urlaccessdate": "urldate",
    "visited": "urldate",
}

DATES: Final[dict[str, str]] = {
    "accessed": "urldate",
    "event-date": "eventdate",
    "original-date": "origdate",
}

# BibLaTeX's localisation keys of `type` (manual, section 4.9.2.13) and their texts.
GENRES: Final[dict[str, str]] = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical Report",
    "resreport": "Research report",
    "software": "Computer software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    "patent": "Patent",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentfr": "French patent",
    "patentuk": "British patent",
    "patentus": "U.S. patent",
    "patreq": "Patent request",
    "patreqde": "German patent request",
    "patreqeu": "European patent request",
    "patreqfr": "French patent request",
    "patrequk": "British patent request",
    "patrequs": "U.S. patent request",
}
# The text that an entry type implies if `type` is missing (BibTeX's standard styles).
IMPLIED_GENRES: Final[dict[str, str]] = {
    "phdthesis": GENRES["phdthesis"],
    "mastersthesis": GENRES["mathesis"],
    "techreport": GENRES["techreport"],
    "bachelorsthesis": "Bachelor’s thesis",
    "bachelorthesis": "Bachelor’s thesis",
    "diplomathesis": "Diploma thesis",
    "dissertation": GENRES["phdthesis"],
    "whitepaper": "White paper",
}

# BibLaTeX's localisation keys of `series` (manual, section 2.2.2) and their texts.
SERIES: Final[dict[str, str]] = {"newseries": "new series", "oldseries": "old series"}

# BibLaTeX's localisation keys of `pubstate` (manual, section 4.9.2.11) and their texts.
PUBLICATION_STATES: Final[dict[str, str]] = {
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "inpress": "in press",
    "prepublished": "pre-published",
}


class RankedRow(NamedTuple):
    """A row of the table and its place there: rows that are first there go first."""

    rank: int
    row: Row


class Placed(NamedTuple):
    """Where a CSL variable is written: the rank among the fields, the field, the kind of value."""

    rank: int
    field: str
    kind: Kind


@lru_cache(maxsize=4096)
def read_row(field: str, entry_type: str) -> RankedRow | None:
    """Return the row, with its rank, by which a field of an entry type is read.

    >>> read_row("number", "article").row.variable, read_row("number", "techreport").row.variable
    ('issue', 'number')
    """
    for rank, row in enumerate(ROWS):
        if field in (row.biblatex, row.bibtex) and row.fits(entry_type):
            return RankedRow(rank, row)
    return None


@lru_cache(maxsize=1024)  # most entries of a file have the fields of others
def rows_of(fields: tuple[str, ...], entry_type: str) -> tuple[tuple[Row, str], ...]:
    """Return the rows by which the fields of an entry are read, in order, each with its field.

    Of an address and a location, the address is the publisher's (ACM's exports).

    >>> [field for _, field in rows_of(("location", "pages", "address", "x"), "book")]
    ['pages', 'address', 'location']
    """
    found = [(read_row(field, entry_type), field) for field in fields]
    known = [(*ranked, field) for ranked, field in found if ranked is not None]
    known.sort(key=lambda one: (one[0], one[2] != one[1].bibtex))
    return tuple((row, field) for _, row, field in known)


@lru_cache(maxsize=4096)
def write_row(variable: str, entry_type: str, flavour: Flavour) -> Placed | None:
    """Return the field for a CSL variable.

    None where the field of that name would be read as something else.

    >>> write_row("publisher", "phdthesis", "bibtex").field
    'school'
    """
    for rank, row in enumerate(ROWS):
        if row.variable != variable or not row.fits(entry_type):
            continue
        name = row.bibtex if flavour == "bibtex" else row.biblatex
        held = read_row(name, entry_type)
        if held is not None and held.row.variable == variable:
            return Placed(rank, name, row.kind)
    return None
