"""Hayagriva's entry types and roles against CSL's.

Source: the Hayagriva YAML file format's documentation, and what Typst 0.15 accepts.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "IN_SERIES",
    "PARENTS",
    "READ_ROLES",
    "READ_TYPES",
    "WRITE_ROLES",
    "WRITE_TYPES",
    "type_of",
]

# The type of a parent that states none.
PARENTS: Final[dict[str, str]] = {
    "article": "periodical",
    "chapter": "book",
    "entry": "reference",
    "anthos": "anthology",
    "web": "web",
    "scene": "video",
    "artwork": "exhibition",
    "legislation": "anthology",
    "post": "post",
    "video": "video",
    "audio": "audio",
}

READ_TYPES: Final[dict[str, str]] = {
    "article": "article-journal",
    "chapter": "chapter",
    "entry": "entry",
    "anthos": "chapter",
    "report": "report",
    "thesis": "thesis",
    "web": "webpage",
    "scene": "motion_picture",
    "artwork": "graphic",
    "patent": "patent",
    "case": "legal_case",
    "newspaper": "periodical",
    "legislation": "legislation",
    "manuscript": "manuscript",
    "post": "post",
    "tweet": "post",
    "misc": "document",
    "performance": "performance",
    "periodical": "periodical",
    "proceedings": "book",
    "book": "book",
    "blog": "webpage",
    "reference": "book",
    "conference": "event",
    "anthology": "book",
    "repository": "software",
    "thread": "post",
    "video": "motion_picture",
    "audio": "song",
    "exhibition": "event",
    "original": "document",
}
# Where the parent decides: (entry type, parent type).
_WITH_PARENT: Final[dict[tuple[str, str], str]] = {
    ("article", "proceedings"): "paper-conference",
    ("article", "conference"): "paper-conference",
    ("article", "newspaper"): "article-newspaper",
    ("article", "blog"): "post-weblog",
    ("article", "web"): "post-weblog",
    ("article", "misc"): "article",
    ("article", "book"): "chapter",
    ("article", "anthology"): "chapter",
    ("article", "reference"): "entry-encyclopedia",
    ("entry", "reference"): "entry-encyclopedia",
    ("web", "repository"): "software",
}

# Entry types whose parent is the series that they belong to.
IN_SERIES: Final = frozenset(
    "anthology book manuscript periodical proceedings reference report thesis".split()
)

# Entry type and parent type that are written; a type that is not here becomes misc.
WRITE_TYPES: Final[dict[str, tuple[str, str]]] = {
    "article": ("article", ""),
    "article-journal": ("article", "periodical"),
    "article-magazine": ("article", "periodical"),
    "article-newspaper": ("article", "newspaper"),
    "book": ("book", ""),
    "broadcast": ("video", ""),
    "chapter": ("chapter", "book"),
    "classic": ("book", ""),
    "collection": ("anthology", ""),
    "entry": ("entry", "reference"),
    "entry-dictionary": ("entry", "reference"),
    "entry-encyclopedia": ("entry", "reference"),
    "event": ("conference", ""),
    "figure": ("artwork", ""),
    "graphic": ("artwork", ""),
    "legal_case": ("case", ""),
    "legislation": ("legislation", ""),
    "manuscript": ("manuscript", ""),
    "motion_picture": ("video", ""),
    "paper-conference": ("article", "proceedings"),
    "patent": ("patent", ""),
    "performance": ("performance", ""),
    "periodical": ("periodical", ""),
    "post": ("post", ""),
    "post-weblog": ("article", "blog"),
    "report": ("report", ""),
    "review": ("article", "periodical"),
    "review-book": ("article", "periodical"),
    "software": ("repository", ""),
    "song": ("audio", ""),
    "thesis": ("thesis", ""),
    "webpage": ("web", ""),
}

READ_ROLES: Final[dict[str, str]] = {
    "translator": "translator",
    "compiler": "compiler",
    "collaborator": "contributor",
    "organizer": "organizer",
    "cast-member": "performer",
    "composer": "composer",
    "producer": "producer",
    "executive-producer": "executive-producer",
    "writer": "script-writer",
    "director": "director",
    "illustrator": "illustrator",
    "narrator": "narrator",
}
WRITE_ROLES: Final = {csl: role for role, csl in READ_ROLES.items()}


def type_of(written: str, parent: str) -> str:
    """Return the CSL type of an entry type beside the type of its parent.

    >>> type_of("article", "proceedings"), type_of("article", "")
    ('paper-conference', 'article')
    """
    if (written, parent) in _WITH_PARENT:
        return _WITH_PARENT[written, parent]
    if written == "article" and not parent:
        return "article"
    return READ_TYPES[written]
