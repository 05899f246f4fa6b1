"""CITATION.cff's types and fields against CSL's, and the rules for their values.

Source: Citation File Format 1.2.0, guide to the schema.
"""

from __future__ import annotations

import re
from typing import Final

from refcore.text.patterns import regex

__all__ = [
    "ENTITIES",
    "FIELDS",
    "LISTS",
    "NAMES",
    "PLACES",
    "READ_TYPES",
    "ROOT_FIELDS",
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

# Fields of one text, by CSL variable.
FIELDS: Final[dict[str, str]] = {
    "abstract": "abstract",
    "collection-title": "collection-title",
    "edition": "edition",
    "issue": "issue",
    "journal": "container-title",
    "abbreviation": "container-title-short",
    "isbn": "ISBN",
    "issn": "ISSN",
    "medium": "medium",
    "notes": "note",
    "number": "number",
    "number-volumes": "number-of-volumes",
    "pages": "number-of-pages",
    "pmcid": "PMCID",
    "section": "section",
    "thesis-type": "genre",
    "version": "version",
    "volume": "volume",
    "volume-title": "volume-title",
}
# Fields for an entity, by the CSL variable that has its name.
ENTITIES: Final[dict[str, str]] = {
    "publisher": "publisher",
    "institution": "publisher",
    "conference": "event-title",
    "database-provider": "archive",
    "location": "archive-place",
}
# Where an entity is, by CSL variable.
PLACES: Final = {"conference": "event-place", "publisher": "publisher-place"}
LISTS: Final = {"keywords": "keyword", "languages": "language"}
NAMES: Final[dict[str, str]] = {
    "authors": "author",
    "editors": "editor",
    "editors-series": "collection-editor",
    "recipients": "recipient",
    "translators": "translator",
}

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
