"""RIS types and tags against CSL's, as one table.

Source: Research Information Systems' RIS format specification (2011 tag set),
and the tags that EndNote, Zotero and publishers' sites write.
"""

from __future__ import annotations

from typing import Final

import attrs

from refcore.model.reference import CSL_TYPES

__all__ = [
    "ARTICLES",
    "BOOKS",
    "CONFERENCES",
    "COUNTED",
    "EDITED",
    "NAME_ROWS",
    "READ_TYPES",
    "ROWS",
    "TAGS",
    "WRITE_TYPES",
    "NameRow",
    "Row",
]

READ_TYPES: Final[dict[str, str]] = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ANCIENT": "classic",
    "ART": "graphic",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "CHART": "figure",
    "CLSWK": "classic",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "CTLG": "book",
    "DATA": "dataset",
    "DBASE": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "EQUA": "document",
    "FIGURE": "figure",
    "GEN": "document",
    "GOVDOC": "report",
    "GRNT": "document",
    "HEAR": "hearing",
    "ICOMM": "post",
    "INPR": "article",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "LEGAL": "regulation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "MULTI": "webpage",
    "MUSIC": "musical_score",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SER": "book",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNBILL": "bill",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
# The type written for each CSL type; one that is not here becomes GEN.
WRITE_TYPES: Final[dict[str, str]] = {
    "article": "INPR",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "collection": "BOOK",
    "dataset": "DATA",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post": "ICOMM",
    "post-weblog": "BLOG",
    "regulation": "LEGAL",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "LEGAL",
    "webpage": "ELEC",
}

BOOKS: Final = frozenset({"book", "classic", "collection", "periodical"})
# In these, SP without EP is how many pages there are.
COUNTED: Final = BOOKS | frozenset({"map", "manuscript", "thesis"})
CONFERENCES: Final = frozenset({"paper-conference"})
_BOOKISH: Final = BOOKS | CONFERENCES | frozenset({"chapter", "report"})
ARTICLES: Final = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "review", "review-book"}
)
# In these, T2 is the title of a series; of a thesis, it is the department.
_IN_SERIES: Final = BOOKS | {"map", "report", "software"}


@attrs.frozen
class Row:
    """One tag: its CSL variable, and the types in which it is that variable."""

    tag: str
    variable: str
    only: frozenset[str] = frozenset()

    def fits(self, type_: str) -> bool:
        """Return whether the row applies to a CSL type."""
        return not self.only or type_ in self.only


# The first tag that a record has counts; the first row of a variable is written.
ROWS: Final[tuple[Row, ...]] = (
    Row("T2", "collection-title", _IN_SERIES),
    Row("T2", "event-title", frozenset({"speech"})),
    Row("C3", "container-title", CONFERENCES),
    Row("T2", "container-title", CSL_TYPES - _IN_SERIES - {"speech", "thesis"}),
    Row("JF", "container-title"),
    Row("BT", "container-title"),
    Row("JO", "container-title"),
    Row("J2", "container-title-short"),
    Row("JA", "container-title-short"),
    Row("J1", "container-title-short"),
    Row("JO", "container-title-short"),
    Row("T3", "collection-title"),
    Row("VL", "volume"),
    Row("VO", "volume"),
    Row("IS", "issue"),
    Row("NV", "number-of-volumes"),
    Row("C7", "number", ARTICLES),
    Row("M1", "collection-number", _BOOKISH - {"report"}),
    Row("M1", "number"),
    Row("ET", "version", frozenset({"dataset", "software"})),
    Row("ET", "edition"),
    Row("PB", "publisher"),
    Row("CY", "publisher-place"),
    Row("PP", "publisher-place"),
    Row("C1", "publisher-place", CONFERENCES),
    Row("C1", "scale", frozenset({"map"})),
    Row("A2", "authority", frozenset({"patent"})),
    Row("A2", "container-title", frozenset({"legal_case"})),
    Row("M3", "genre"),
    Row("ST", "title-short"),
    Row("LA", "language"),
    Row("CN", "call-number"),
    Row("DB", "archive"),
    Row("DP", "source"),
    Row("AB", "abstract"),
    Row("N2", "abstract"),
    Row("RN", "annote"),
    Row("SE", "chapter-number", frozenset({"chapter"})),
    Row("SE", "section"),
    Row("OP", "original-title"),
    Row("C2", "PMCID", ARTICLES),
    Row("RI", "reviewed-title"),
    Row("N1", "note"),
    Row("KW", "keyword"),
)


# Tags of names by CSL role, and the RIS types in which a tag has this role; no role is a name for
# which CSL has none. The first row of a tag that fits counts, and the first tag of a role is
# written. Source: the reference types of EndNote and the fields of Zotero, which agree on these.
@attrs.frozen
class NameRow:
    """One tag of names: its CSL role, and the RIS types in which it has this role."""

    tag: str
    role: str
    only: frozenset[str] = frozenset()

    def fits(self, kind: str) -> bool:
        """Return whether the row applies to a RIS type."""
        return not self.only or kind in self.only


_FILMS: Final = frozenset({"MPCT", "VIDEO"})
NAME_ROWS: Final[tuple[NameRow, ...]] = (
    NameRow("AU", "editor", frozenset({"EDBOOK"})),
    NameRow("AU", "author"),
    NameRow("A1", "editor", frozenset({"EDBOOK"})),
    NameRow("A1", "author"),
    NameRow("A2", "recipient", frozenset({"ICOMM", "PCOMM"})),
    NameRow("A2", "collection-editor", frozenset({"EDBOOK", "RPRT"})),
    NameRow("A2", "performer", frozenset({"ADVS", "SOUND", "VIDEO"})),
    NameRow("A2", "contributor", frozenset({"BILL"})),  # sponsors
    NameRow("A2", "", frozenset({"CASE", "PAT"})),
    NameRow("A2", "editor"),
    NameRow("ED", "editor"),
    NameRow("A3", "producer", _FILMS),
    NameRow("A3", "contributor", frozenset({"BILL", "THES"})),  # sponsors, advisors
    NameRow("A3", "collection-editor"),
    NameRow("A4", "performer", frozenset({"MPCT"})),
    NameRow("A4", "", frozenset({"CASE", "CONF", "RPRT"})),  # counsel, sponsors, a department
    NameRow("A4", "translator"),
    NameRow("C2", "container-author", frozenset({"CHAP", "ECHAP"})),
)
# Of a book, these are its editors where it has no other: Zotero and EndNote write those as A3.
EDITED: Final = frozenset({"BOOK", "EBOOK", "EDBOOK"})


TAGS: Final = frozenset(
    "A1 A2 A3 A4 A5 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DI DO DP ED EP "
    "ER ET FD H1 H2 ID IS J1 J2 JA JF JO KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NO NV OL OP PA PB "
    "PP PY RD RI RN RP RT SE SF SL SN SP SR ST SV T1 T2 T3 TA TI TT TY U1 U2 U3 U4 U5 UR VL VO WP "
    "WT WV Y1 Y2".split()
)
