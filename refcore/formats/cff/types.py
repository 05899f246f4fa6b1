"""CITATION.cff's types and fields against CSL's, and the rules for their values.

Source: Citation File Format 1.2.0, guide to the schema.
"""

from __future__ import annotations

import re
from typing import Final

from refcore.formats.fieldrows import FieldRow as Row
from refcore.text.patterns import regex

__all__ = [
    "ENTITIES",
    "FIELDS",
    "LISTS",
    "NAMES",
    "PLACES",
    "READ_TYPES",
    "ROOT_FIELDS",
    "ROWS",
    "RULES",
    "WRITE_TYPES",
]

READ_TYPES: Final[dict[str, str]] = {
    "art": "graphic",
    "article": "article-journal",
    "audiovisual": "motion_picture",
    "bill": "bill",
    "blog": "post-weblog",
    "book": "book",
    "catalogue": "book",
    "conference": "event",
    "conference-paper": "paper-conference",
    "data": "dataset",
    "database": "dataset",
    "dataset": "dataset",
    "dictionary": "entry-dictionary",
    "edited-work": "book",
    "encyclopedia": "entry-encyclopedia",
    "film-broadcast": "broadcast",
    "generic": "document",
    "government-document": "report",
    "grant": "document",
    "hearing": "hearing",
    "historical-work": "classic",
    "legal-case": "legal_case",
    "legal-rule": "regulation",
    "magazine-article": "article-magazine",
    "manual": "book",
    "map": "map",
    "multimedia": "motion_picture",
    "music": "song",
    "newspaper-article": "article-newspaper",
    "pamphlet": "pamphlet",
    "patent": "patent",
    "personal-communication": "personal_communication",
    "proceedings": "book",
    "report": "report",
    "serial": "periodical",
    "slides": "speech",
    "software": "software",
    "software-code": "software",
    "software-container": "software",
    "software-executable": "software",
    "software-virtual-machine": "software",
    "sound-recording": "song",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "website": "webpage",
}
# The type written for each CSL type; one that is not here becomes generic.
WRITE_TYPES: Final[dict[str, str]] = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "magazine-article",
    "article-newspaper": "newspaper-article",
    "bill": "bill",
    "book": "book",
    "broadcast": "film-broadcast",
    "classic": "historical-work",
    "collection": "edited-work",
    "dataset": "data",
    "entry-dictionary": "dictionary",
    "entry-encyclopedia": "encyclopedia",
    "event": "conference",
    "figure": "art",
    "graphic": "art",
    "hearing": "hearing",
    "legal_case": "legal-case",
    "legislation": "statute",
    "manuscript": "unpublished",
    "map": "map",
    "motion_picture": "video",
    "pamphlet": "pamphlet",
    "paper-conference": "conference-paper",
    "patent": "patent",
    "performance": "audiovisual",
    "periodical": "serial",
    "personal_communication": "personal-communication",
    "post-weblog": "blog",
    "regulation": "legal-rule",
    "report": "report",
    "software": "software",
    "song": "sound-recording",
    "speech": "slides",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "website",
}

# The fields of a work. Those of kind "together" are read with other fields of the work.
ROWS: Final[tuple[Row, ...]] = (
    Row("title", "title", "title", "On Graphs", "On Graphs"),
    Row("authors", "author", "names", "[{name: MiniMax}]", "MiniMax"),
    Row("editors", "editor", "names", "[{name: MiniMax}]", "MiniMax"),
    Row("editors-series", "collection-editor", "names", "[{name: MiniMax}]", "MiniMax"),
    Row("recipients", "recipient", "names", "[{name: MiniMax}]", "MiniMax"),
    Row("translators", "translator", "names", "[{name: MiniMax}]", "MiniMax"),
    Row("doi", "DOI", "doi", "10.1000/x", "10.1000/x"),
    Row("url", "URL", "url", "https://example.org", "https://example.org"),
    Row("identifiers", "DOI", "identifiers", "[{type: doi, value: 10.1000/x}]", "10.1000/x"),
    Row("date-accessed", "accessed", "date", "2025-06-16", "2025-06-16"),
    Row("date-downloaded", "accessed", "date", "2025-06-16", "2025-06-16"),
    Row("date-released", "issued", "together", "2025-06-16", "2025-06-16"),
    Row("date-published", "issued", "together", "2025-06-16", "2025-06-16"),
    Row("issue-date", "issued", "together", "2025-06", "2025-06"),
    Row("year", "issued", "together", "2025", "2025"),
    Row("year-original", "original-date", "together", "1925", "1925"),
    Row("start", "page", "together", "12", "12"),
    Row("end", "page", "together", "19", "19"),
    Row("abstract", "abstract", "text", "We count.", "We count."),
    Row("collection-title", "collection-title", "title of a work", "Series A", "Series A"),
    Row("edition", "edition", "text", "2nd", "2nd"),
    Row("issue", "issue", "text", "4", "4"),
    Row("journal", "container-title", "title of a work", "Journal of R&D", "Journal of R&D"),
    Row("abbreviation", "container-title-short", "text", "J. R&D", "J. R&D"),
    Row("isbn", "ISBN", "text", "978-3-16-148410-0", "978-3-16-148410-0"),
    Row("issn", "ISSN", "text", "1940-6029", "1940-6029"),
    Row("medium", "medium", "text", "CD", "CD"),
    Row("notes", "note", "text", "With a map", "With a map"),
    Row("number", "number", "text", "7", "7"),
    Row("number-volumes", "number-of-volumes", "text", "3", "3"),
    Row("pages", "number-of-pages", "text", "320", "320"),
    Row("pmcid", "PMCID", "text", "PMC6701234", "PMC6701234"),
    Row("section", "section", "text", "B", "B"),
    Row("thesis-type", "genre", "text", "PhD thesis", "PhD thesis"),
    Row("version", "version", "text", '"1.10"', "1.10"),
    Row("volume", "volume", "text", "12", "12"),
    Row("volume-title", "volume-title", "text", "Graphs", "Graphs"),
    Row("publisher", "publisher", "entity", "{name: Acme Press}", "Acme Press"),
    Row("institution", "publisher", "entity", "{name: MIT}", "MIT"),
    Row("conference", "event-title", "entity", "{name: Graphs 2025}", "Graphs 2025"),
    Row("database-provider", "archive", "entity", "{name: Zenodo}", "Zenodo"),
    Row("location", "archive-place", "entity", "{name: Geneva}", "Geneva"),
    Row("keywords", "keyword", "list", "[graphs, trees]", "graphs, trees"),
    Row("languages", "language", "list", "[en, de]", "en, de"),
)


def _variables(*kinds: str) -> dict[str, str]:
    return {row.field: row.variable for row in ROWS if row.kind in kinds}


# Fields by kind, with their CSL variable or role.
FIELDS: Final = _variables("text", "title of a work")
ENTITIES: Final = _variables("entity")
LISTS: Final = _variables("list")
NAMES: Final = _variables("names")
# Where an entity is, by CSL variable.
PLACES: Final = {"conference": "event-place", "publisher": "publisher-place"}

# Values that the schema allows; a field without a rule takes any text.
_ADDRESS: Final = regex(r"(?:https|http|ftp|sftp)://[^\s]+")
RULES: Final[dict[str, re.Pattern[str]]] = {
    "doi": re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+"),
    "isbn": re.compile(r"[0-9\- ]{10,17}X?"),
    "issn": re.compile(r"[0-9]{4}-[0-9]{3}[0-9xX]"),
    "languages": re.compile(r"[a-z]{2,3}"),
    "license-url": _ADDRESS,
    "pmcid": re.compile(r"PMC[0-9]{7}"),
    "repository": _ADDRESS,
    "repository-artifact": _ADDRESS,
    "repository-code": _ADDRESS,
    "swh": re.compile(r"swh:1:(?:snp|rel|rev|dir|cnt):[0-9a-fA-F]{40}"),
    "url": _ADDRESS,
    "date-released": re.compile(r"[0-9]{4}-(?:0[1-9]|1[012])-(?:0[1-9]|[12][0-9]|3[01])"),
}

# Fields allowed at the root, beside `references` and `preferred-citation`.
ROOT_FIELDS: Final = frozenset(
    "abstract authors cff-version commit contact date-released doi identifiers keywords license "
    "license-url message repository repository-artifact repository-code title type url "
    "version".split()
)
