"""What is known of a style: the words of its guide, and which variables it prints.

BibTeX's types say "PhD thesis" and "Technical Report" by themselves; each guide has its
own words for them. Sources: APA 7, section 10.6; the IEEE Reference Guide, "Theses" and
"Reports"; the MLA Handbook, 9th edition, section 5.111; *Citing Medicine*, chapter 5;
the ACM Reference Format, "Doctoral dissertation" and "Article"; CMOS 17, section 14.215.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any, Final

import attrs

from refcore.csl.processor.context import CompiledStyle
from refcore.csl.processor.engine import Engine
from refcore.csl.processor.item import UNTITLED_PART
from refcore.csl.processor.tree import plain
from refcore.model.reference import NAME_ROLES
from refcore.text.patterns import regex

__all__ = ["BARE_REPORT", "MASTER_THESIS", "PHD_THESIS", "REPORT", "Guide", "guide_of"]

PHD_THESIS: Final = "PhD thesis"
MASTER_THESIS: Final = "Master's thesis"
BARE_REPORT: Final = "Technical Report"
REPORT: Final = "Report"
_CHICAGO: Final[Mapping[str, str]] = {PHD_THESIS: "PhD diss.", MASTER_THESIS: "master's thesis"}
# The beginning of a style's name, and the words of its guide for those of BibTeX.
_WORDS: Final[tuple[tuple[str, Mapping[str, str]], ...]] = (
    ("apa", {PHD_THESIS: "Doctoral dissertation"}),
    (
        "ieee",
        {
            PHD_THESIS: "Ph.D. dissertation",
            MASTER_THESIS: "M.S. thesis",
            BARE_REPORT: "Tech. Rep.",
            REPORT: "Rep.",
        },
    ),
    ("modern-language-association", {PHD_THESIS: "PhD dissertation"}),
    ("association-for-computing-machinery", {PHD_THESIS: "Ph.D. Dissertation"}),
    (
        "nlm",
        {
            PHD_THESIS: "dissertation",
            MASTER_THESIS: "master's thesis",
            BARE_REPORT: "",
            REPORT: "",
        },
    ),
    *((name, _CHICAGO) for name in ("chicago", "turabian", "taylor-and-francis-chicago")),
    (
        "american-medical-association",
        {PHD_THESIS: "Dissertation", MASTER_THESIS: "Master's thesis"},
    ),
)
# Guides that do not call a report without a number a technical report.
_BARE_REPORTS: Final = ("apa", "modern-language-association", "chicago", "turabian")
# The guide that has a word for article numbers, and the numbers of reports before the publisher,
# and the styles of its older formats, which differ in the rest.
_ACM: Final = "association-for-computing-machinery"
_OF_ACM: Final = ("acm-sig", _ACM)
# Guides that print the titles of books in title case although their styles do not change them, and
# those that print the title of a chapter's book in sentence case.
_TITLED_BOOKS: Final = ("ieee", *_OF_ACM, "american-medical")
_LOWERED_CONTAINERS: Final = ("apa", "nlm", "national-library-of-medicine", "vancouver")
# Guides that print the subtitle of an article in lower case: *Citing Medicine*, chapter 1, and
# the lists of Nature.
_LOWERED_SUBTITLES: Final = ("nlm", "national-library-of-medicine", "nature")
# Guides that abbreviate "revised" in the name of an edition (APA 7, section 9.50; CMOS 17, section
# 14.113); the MLA Handbook does not.
_SHORT_EDITIONS: Final = ("apa", "chicago", "turabian", "ieee", "nlm", *_OF_ACM)
# Guides that print a double issue as a range: APA 7, section 9.26; MLA 9, section 5.51; CMOS 17,
# section 14.171; *Citing Medicine*, chapter 1.
_HYPHENED_ISSUES: Final = ("apa", "modern-language-association", "chicago", "turabian", "nlm")
# Guides that print the two months of a double issue with a slash: "September/October" (CMOS 17,
# section 14.188).
_SLASHED_MONTHS: Final = ("chicago", "turabian")
# Guides that print the word "map": *Citing Medicine*, chapter 9; MLA 9, section 5.108.
_NAMED_MAPS: Final = ("nlm", "modern-language-association")
_BOTH: Final = re.compile(rb"variable=\"[^\"]*\beditor-translator\b")
_SUPPLEMENT: Final = re.compile(rb"variable=\"[^\"]*\bsupplement-number\b")
_NAMES: Final = re.compile(rb"<names\b[^>]*\bvariable=\"([^\"]*)")
_VOLUME_TITLE: Final = re.compile(rb"variable=\"[^\"]*\bvolume-title\b")
# Items that show what a style prints of each type.
_IN_PRESS: Final = {"title": "Peat tree", "container-title": "Journal"}
_ARTICLE: Final = {**_IN_PRESS, "volume": "1"}
_BOOK: Final = {"publisher": "House", "page": "861-869", "chapter-number": "73"}
_PROBES: Final[Mapping[str, Mapping[str, Any]]] = {
    "article": {**_ARTICLE, "type": "article-journal", "number": "e70917"},
    "paper": {**_ARTICLE, "type": "paper-conference", "number": "e70917"},
    "page": {"type": "webpage", "title": "Title", "URL": "https://a.example"},
    "house": {"type": "webpage", "title": "Title", "publisher": "Fenhouse"},
    "site": {"type": "webpage", "title": "Title", "container-title": "Fenhouse"},
    "part": {**_BOOK, "type": "book", "title": "Book tree", "edition": "Revised"},
    "chapter": {**_BOOK, "type": "chapter", "title": "Title", "container-title": "Book"},
    "untitled": {**_BOOK, "type": "chapter", "container-title": "Book tree", UNTITLED_PART: "true"},
    "patent": {"type": "patent", "title": "Title", "number": "1234"},
    "state": {**_IN_PRESS, "type": "article-journal", "status": "fermenting", "issued": {}},
    "numbered state": {
        **_ARTICLE,
        "page": "861",
        "type": "article-journal",
        "status": "fermenting",
        "issued": {},
    },
    "preprint": {"type": "article", "title": "T", "publisher": "arXiv", "number": "arXiv:1234"},
}
_YEAR: Final = 2017
_LABELLED_PAGES: Final = regex(r"\b(?:pp?|pgs?|p[áa]gs?|str|s)\.?\s?861", re.IGNORECASE)
_PARTED: Final = regex(r"Book [Tt]ree\. (?:861\S* )?\(")
_JOINED: Final = regex(r"Book [Tt]ree (?:861\S* )?\(")
_EDITION: Final = regex(r"revised\s?[^\W\d_]", re.IGNORECASE)
_ARTICLE_NUMBER: Final = regex(r"\bart(?:icle|\.)\s?(?:no\.\s?)?e70917", re.IGNORECASE)


# What a style prints that needs no help: the answers of a guide without a style.
_HELPED: Final[Mapping[str, str]] = {
    **dict.fromkeys(_PROBES, ""),
    **dict.fromkeys(("article", "paper"), "e70917"),
    **dict.fromkeys(("state", "numbered state"), "fermenting"),
    "page": str(_YEAR),
    "part": "p. 861",
}


class _Shown(dict[str, str]):
    """What a style prints of each probe, rendered when it is first asked for.

    Most documents ask for few: to print all takes as long as to print ten entries.
    """

    def __init__(self, style: CompiledStyle) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, probe: str) -> str:
        self[probe] = _printed(self._style, _PROBES[probe])
        return self[probe]


@attrs.frozen
class Guide:
    """What is known of a style: words for genres, and what it prints.

    `labels_report_numbers`: the guide
    writes "Report No.: 7" where the style says "Report" alone. `hyphenates_issues`: the guide
    prints issues 3/4 as 3–4. `slashes_months`: it prints "May/June" for an issue of two months.
    `names_maps`: it says of a map that it is one. `roles`: the people whom the style can print.
    `keeps_genres`: the guide's words
    replace those that a type implies, not those that are written.
    """

    name: str = ""
    words: Mapping[str, str] = attrs.field(factory=dict)
    prints_volume_titles: bool = True
    prints_editor_translators: bool = False
    prints_supplements: bool = False
    names_bare_reports: bool = True
    keeps_genres: bool = False
    is_acm: bool = False
    titles_books: bool = False
    lowers_containers: bool = False
    lowers_subtitles: bool = False
    shortens_editions: bool = False
    labels_report_numbers: bool = False
    hyphenates_issues: bool = False
    slashes_months: bool = False
    names_maps: bool = False
    roles: frozenset[str] = NAME_ROLES
    _shown: Mapping[str, str] = attrs.field(default=_HELPED, eq=False, repr=False)

    @property
    def numbered(self) -> frozenset[str]:
        """The types of works whose article number the style prints."""
        numbered = {"article": "article-journal", "paper": "paper-conference"}
        return frozenset(
            type_ for probe, type_ in numbered.items() if "70917" in self._shown[probe]
        )

    @property
    def prints_years_of_pages(self) -> bool:
        """Whether the style prints the year of a web page."""
        return str(_YEAR) in self._shown["page"]

    @property
    def prints_book_pages(self) -> bool:
        """Whether the style prints the pages of a part of a book as a book does."""
        return _LABELLED_PAGES.search(self._shown["part"]) is not None

    @property
    def prints_chapters(self) -> bool:
        """Whether the style prints the number of a chapter, and none of a book."""
        return "73" in self._shown["chapter"] and "73" not in self._shown["part"]

    @property
    def prints_parts(self) -> bool:
        """Whether the style prints a part of a book without a title of its own as a chapter."""
        return all(text in self._shown["untitled"] for text in ("Book", "House", "861"))

    @property
    def joins_books(self) -> bool:
        """Whether it is better set so, as the style has a period between title and bracket."""
        return (
            _PARTED.search(self._shown["part"]) is not None
            and _JOINED.search(self._shown["untitled"]) is not None
        )

    @property
    def raises_books(self) -> bool:
        """Whether the style sets titles of books in title case."""
        return "Book Tree" in self._shown["part"]

    @property
    def raises_articles(self) -> bool:
        """Whether the style sets titles of articles in title case."""
        return "Peat Tree" in self._shown["article"]

    @property
    def names_patents(self) -> bool:
        """Whether the style says of a patent that it is one."""
        return "patent" in self._shown["patent"].lower()

    @property
    def prints_states(self) -> bool:
        """Whether the style prints the state of an article, such as "in press"."""
        return "fermenting" in self._shown["state"].lower()

    @property
    def prints_states_of_parts(self) -> bool:
        """Whether it does so for an article that has a volume and pages."""
        return "fermenting" in self._shown["numbered state"].lower()

    @property
    def names_arxiv_twice(self) -> bool:
        """Whether the style prints the server of a preprint before a number that names it."""
        return "arXiv: arXiv:" in self._shown["preprint"]

    @property
    def names_editions(self) -> bool:
        """Whether the style prints a word for "edition" after an edition in words."""
        return _EDITION.search(self._shown["part"]) is not None

    @property
    def names_article_numbers(self) -> bool:
        """Whether the style prints a word before an article number."""
        return _ARTICLE_NUMBER.search(self._shown["article"]) is not None

    @property
    def prints_sites_alone(self) -> bool:
        """Whether the style prints the site of a page, and not its publisher."""
        return "Fenhouse" in self._shown["site"] and "Fenhouse" not in self._shown["house"]


@functools.lru_cache(maxsize=64)
def guide_of(name: str, xml: bytes, style: CompiledStyle) -> Guide:
    """Return what is known of a style; what it prints is found by rendering a few items."""
    words = next((words for start, words in _WORDS if name.startswith(start)), {})
    return Guide(
        name,
        words,
        prints_volume_titles=_VOLUME_TITLE.search(xml) is not None,
        prints_editor_translators=_BOTH.search(xml) is not None,
        prints_supplements=_SUPPLEMENT.search(xml) is not None,
        names_bare_reports=not name.startswith(_BARE_REPORTS),
        keeps_genres=words is _CHICAGO,
        is_acm=name.startswith(_ACM),
        titles_books=name.startswith(_TITLED_BOOKS),
        lowers_containers=name.startswith(_LOWERED_CONTAINERS),
        lowers_subtitles=name.startswith(_LOWERED_SUBTITLES),
        shortens_editions=name.startswith(_SHORT_EDITIONS),
        labels_report_numbers=name.startswith("nlm"),
        hyphenates_issues=name.startswith(_HYPHENED_ISSUES),
        slashes_months=name.startswith(_SLASHED_MONTHS),
        names_maps=name.startswith(_NAMED_MAPS),
        roles=frozenset(b" ".join(_NAMES.findall(xml)).decode().split()),
        shown=_Shown(style),
    )


def _printed(style: CompiledStyle, item: Mapping[str, Any]) -> str:
    probe = {
        "id": "probe",
        "author": [{"family": "Author"}],
        "issued": {"date-parts": [[_YEAR]]},
        **item,
    }
    entries = Engine(style, [probe], None).bibliography()
    return " ".join(plain(entry.inlines) for entry in entries)
