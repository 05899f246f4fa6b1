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
# The guide that has a word for article numbers, and the numbers of reports before the publisher.
_ACM: Final = ("acm", "association-for-computing-machinery")
# Guides that print the titles of books in title case although their styles do not change them, and
# those that print the title of a chapter's book in sentence case.
_TITLED_BOOKS: Final = ("ieee", *_ACM, "american-medical")
_LOWERED_CONTAINERS: Final = ("apa", "nlm", "national-library-of-medicine", "vancouver")
# Guides that print the subtitle of an article in lower case: *Citing Medicine*, chapter 1, and
# the lists of Nature.
_LOWERED_SUBTITLES: Final = ("nlm", "national-library-of-medicine", "nature")
# Guides that abbreviate "revised" in the name of an edition (APA 7, section 9.50; CMOS 17, section
# 14.113); the MLA Handbook does not.
_SHORT_EDITIONS: Final = ("apa", "chicago", "turabian", "ieee", "nlm", *_ACM)
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
_VOLUME_TITLE: Final = re.compile(rb"variable=\"[^\"]*\bvolume-title\b")
# Items that show what a style prints of each type.
_IN_PRESS: Final = {"title": "Title", "container-title": "Journal"}
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


@attrs.frozen
class Guide:
    """What is known of a style: words for genres, and what it prints.

    `numbered` are the types of works whose article number it prints. A part of a
    book without a title of its own prints its pages as a book does
    (`prints_book_pages`), or as a chapter does (`prints_parts`). `joins_books`: a book
    is better set so, as the style has a period between its title and a bracket.
    `raises_books`: the style sets titles of books in title case. `prints_sites_alone`:
    it prints the site of a page, and not its publisher. `labels_report_numbers`: the guide
    writes "Report No.: 7" where the style says "Report" alone. `hyphenates_issues`: the guide
    prints issues 3/4 as 3–4. `slashes_months`: it prints "May/June" for an issue of two months.
    `names_maps`: it says of a map that it is one.
    `keeps_genres`: the guide's words
    replace those that a type implies, not those that are written.
    """

    name: str = ""
    words: Mapping[str, str] = attrs.field(factory=dict)
    numbered: frozenset[str] = frozenset({"article-journal", "paper-conference"})
    prints_volume_titles: bool = True
    prints_editor_translators: bool = False
    prints_supplements: bool = False
    prints_years_of_pages: bool = True
    prints_book_pages: bool = True
    prints_chapters: bool = False
    prints_parts: bool = False
    joins_books: bool = False
    raises_books: bool = False
    prints_states: bool = True
    prints_states_of_parts: bool = True
    names_patents: bool = False
    names_arxiv_twice: bool = False
    names_editions: bool = False
    names_article_numbers: bool = False
    names_bare_reports: bool = True
    keeps_genres: bool = False
    is_acm: bool = False
    prints_sites_alone: bool = False
    titles_books: bool = False
    lowers_containers: bool = False
    lowers_subtitles: bool = False
    shortens_editions: bool = False
    labels_report_numbers: bool = False
    hyphenates_issues: bool = False
    slashes_months: bool = False
    names_maps: bool = False


@functools.lru_cache(maxsize=64)
def guide_of(name: str, xml: bytes, style: CompiledStyle) -> Guide:
    """Return what is known of a style; what it prints is found by rendering a few items."""
    words = next((words for start, words in _WORDS if name.startswith(start)), {})
    shown = {probe: _printed(style, item) for probe, item in _PROBES.items()}
    numbered = {"article": "article-journal", "paper": "paper-conference"}
    return Guide(
        name,
        words,
        frozenset(type_ for probe, type_ in numbered.items() if "70917" in shown[probe]),
        prints_volume_titles=_VOLUME_TITLE.search(xml) is not None,
        prints_editor_translators=_BOTH.search(xml) is not None,
        prints_supplements=_SUPPLEMENT.search(xml) is not None,
        prints_years_of_pages=str(_YEAR) in shown["page"],
        prints_book_pages=_LABELLED_PAGES.search(shown["part"]) is not None,
        prints_chapters="73" in shown["chapter"] and "73" not in shown["part"],
        prints_parts=all(text in shown["untitled"] for text in ("Book", "House", "861")),
        raises_books="Book Tree" in shown["part"],
        joins_books=_PARTED.search(shown["part"]) is not None
        and _JOINED.search(shown["untitled"]) is not None,
        names_patents="patent" in shown["patent"].lower(),
        prints_states="fermenting" in shown["state"].lower(),
        prints_states_of_parts="fermenting" in shown["numbered state"].lower(),
        names_arxiv_twice="arXiv: arXiv:" in shown["preprint"],
        names_editions=_EDITION.search(shown["part"]) is not None,
        names_article_numbers=_ARTICLE_NUMBER.search(shown["article"]) is not None,
        keeps_genres=words is _CHICAGO,
        names_bare_reports=not name.startswith(_BARE_REPORTS),
        is_acm=name.startswith(_ACM),
        prints_sites_alone="Fenhouse" in shown["site"] and "Fenhouse" not in shown["house"],
        titles_books=name.startswith(_TITLED_BOOKS),
        lowers_containers=name.startswith(_LOWERED_CONTAINERS),
        lowers_subtitles=name.startswith(_LOWERED_SUBTITLES),
        shortens_editions=name.startswith(_SHORT_EDITIONS),
        labels_report_numbers=name.startswith("nlm"),
        hyphenates_issues=name.startswith(_HYPHENED_ISSUES),
        slashes_months=name.startswith(_SLASHED_MONTHS),
        names_maps=name.startswith(_NAMED_MAPS),
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
