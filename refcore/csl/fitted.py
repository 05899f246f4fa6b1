"""Items of references, fitted to a style and its guide.

BibTeX has fields and habits that CSL has no variable for. Each rule is a function that
changes an item; `RULES` lists them in their order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from refcore.csl.addresses import address_in, visit_in
from refcore.csl.exported import RULES as EXPORTED
from refcore.csl.fitting import Fitting
from refcore.csl.guideforms import RULES as GUIDE_FORMS
from refcore.csl.guideforms import ordinal
from refcore.csl.guides import BARE_REPORT, MASTER_THESIS, PHD_THESIS, REPORT, Guide
from refcore.csl.processor.item import UNTITLED_PART
from refcore.csl.processor.textcase import cased
from refcore.csl.processor.tree import plain
from refcore.csl.recognized import KIND_OF_TALK
from refcore.csl.recognized import RULES as KINDS
from refcore.csl.titlebraces import names_nothing, with_places, without_braces
from refcore.formats.csljson.dates import date_to_csl
from refcore.latex import decode
from refcore.model.people import Group
from refcore.model.reference import Reference
from refcore.text.editions import edition_number
from refcore.text.patterns import regex
from refcore.text.titlecase import (
    has_foreign_word,
    is_foreign,
    sentence_case,
    without_shouting,
)

__all__ = ["fit"]

_UNDETERMINED: Final = "und"  # the tag of ISO 639; styles change the case of English alone
# BibLaTeX's keys for series of a journal.
_SERIES: Final = {"newseries": "new series", "oldseries": "old series"}
_JOURNALS: Final = ("article-journal", "article-magazine", "article-newspaper")
_ONE_PAGE: Final = regex(r"(\w+)[-–]\1")
_LETTERED: Final = regex(r"([A-Z])([0-9]+)[-–]([0-9]+)")  # S5--9, which means S5 to S9
_SUPPLEMENT: Final = regex(
    r"(?:(?P<issue>[0-9-]+),? )?suppl?(?:ement)?\.? (?P<supplement>[0-9]+)", re.IGNORECASE
)
# Notes that say when a work without a year comes out, which styles print in its place.
_NOT_OUT: Final = regex(
    r"(?:in press|to appear|to be published|forthcoming|submitted|in preparation|under review"
    r"|accepted)\b.{0,40}",
    re.IGNORECASE,
)
# Two capitalised words within a title, which one name does not explain.
_RAISED: Final = regex(r"[^.:?!—]\s[A-Z][a-z]+\b(?:.*[^.:?!—])?\s[A-Z][a-z]+\b")
# Three capitalised words, the first of which is no article before a name.
_ALL_RAISED: Final = regex(r"(?!The |A |An )[A-Z][a-z]+ [A-Z][a-z]+ [A-Z][a-z]+\b")
# Books whose titles name a subject, which is set in lower case: "Handbook of Psychology".
_OF_SUBJECT: Final = regex(
    r"(?:\w+ )?(?:Handbook|Encyclopa?edia|Textbook|Dictionary|Principles|Foundations|Essentials"
    r"|Fundamentals|Methods) (?:of|in|for) [A-Z][a-z]+|\S+ (?:Dictionary|Encyclopa?edia)"
)
# The house that a reference work is named after: "The Stanford Encyclopedia of Philosophy".
_HYPHENED_HOUSE: Final = regex(r"[A-Z][a-z]+-[A-Z][a-z]+")  # "Merriam-Webster's Dictionary"
_HOUSE: Final = regex(
    r"(?<=\AThe )(?!(?:Concise|International|New|Comprehensive|Practical|Complete|Visual|Social"
    r"|Medical|Great|Essential|Modern)\b)([A-Z][a-z]+)"
    r"(?= (?:Handbook|Encyclopa?edia|Dictionary|Companion))"
)
# Article numbers that stand where pages are expected: e0209899, 042303, 1234567.
_ARTICLE_NUMBER: Final = regex(r"e[0-9]{3,}|0[0-9]{4,}|[0-9]{6,}")
# An edition that is not a number: "Revised", "2nd revised", "International".
_EDITION_NAME: Final = regex(
    r"(?:[0-9]{1,3}(?:st|nd|rd|th) )?(?:[eE]-)?[^\W\d_]{3,}"
    r"(?:(?:,| and| &)? [^\W\d_]{3,}| [0-9]{4})?\.?"
)
_DATED_EDITION: Final = regex(r"([0-9]{1,3})(?:st|nd|rd|th) ed\.? ([12][0-9]{3})")
_ORDINAL_BEFORE: Final = regex(r"\A([0-9]{1,3}(?:st|nd|rd|th)), (?=[a-z]{3})")  # "2nd, revised"
_EDITION_WORD: Final = regex(r"\bed(?:s|n|ition|ición|izione)?\b|aufl|ausg", re.IGNORECASE)
# A report number that says what it numbers: "Policy Brief No. 3".
_NAMED_NUMBER: Final = regex(
    r"[^\W\d_]{3,}.*\bno\b.*|.*\b(?:std|standard|rfc|iso|ansi|astm|din|itu-[tr])\b.*", re.IGNORECASE
)
# Notes of an article that has no volume yet.
_AHEAD: Final = regex(
    r"(?:published )?(?:advance online publication|(?:e-?pub |online )?ahead of print|online first"
    r"|early access)",
    re.IGNORECASE,
)
# Words that guides abbreviate in the name of an edition.
_EDITED: Final = regex(r"\b(rev|enl|abr)(?:ised|arged|idged)\b", re.IGNORECASE)
_PATENT: Final = regex(
    r"(?P<kind>.{0,30}\bpatent(?: application)?|)\s*(?:no|nr|number)\b\.?\s*(?P<number>\S.*)",
    re.IGNORECASE,
)
_NAMED_PATENT: Final = regex(  # "US Patent 4,589,000"
    r"(?P<kind>[A-Z][\w.]{0,12} patent(?: application)?) "
    r"(?P<number>[A-Z]{0,2}[0-9][0-9, /]{3,20}\S*)",
    re.IGNORECASE,
)
_OFFICE: Final = regex(r"\AUS\b")
_MANUSCRIPT: Final = regex(
    r"(?:(?:unpublished|submitted) )?(?:manuscript|working paper|draft|lecture notes)\b.{0,60}"
    r"|unpublished [a-z ]{4,40}",
    re.IGNORECASE,
)
# What ``howpublished`` says that is not printed beside a publisher.
_MEDIUM: Final = regex(
    r"(?:available |published )?online|(?:in )?print|printed|electronic(?:ally)?|web|internet",
    re.IGNORECASE,
)
# What ``howpublished`` says of a work itself, not of who published it.
_KIND_OF_WORK: Final = regex(
    r"brochure|pamphlet|leaflet|flyer|fact ?sheet|infographic|(?:power ?point |lecture )?slides"
    r"|lecture notes|data ?set|photograph|map|poster|press release|web ?page|white paper"
    r"|computer software|software|source code|mobile app|podcast|audio podcast|interview|email"
    r"|unpublished raw data|large language model|apparatus(?: and software)?|equipment",
    re.IGNORECASE,
)
_KIND_IN_BRACKETS: Final = regex(r"\[([^\W\d_][\w ]{3,40})\][.,:;]?\s*")  # "[Video]. YouTube"
_NOTED: Final = frozenset({"document", "pamphlet", "standard"})
_LONGEST_NOTE: Final = 100
_BOOKS: Final = frozenset({"book", "software", "standard"})
# Works that may be one of several volumes.
_OF_VOLUMES: Final = frozenset(
    {"book", "chapter", "entry-dictionary", "entry-encyclopedia", "paper-conference", "periodical"}
)
_NAMED_ONCE: Final = frozenset(
    {"book", "dataset", "entry-dictionary", "entry-encyclopedia", "pamphlet", "software"}
    | {"standard", "webpage"}
)
_PAGES: Final = frozenset({"webpage", "post", "post-weblog"})
_ENTRIES: Final = frozenset({"chapter", "entry-dictionary", "entry-encyclopedia"})
# Kinds that exports write for every work of a type.
_SAYS_NOTHING: Final = {
    "report": "report",
    "book": "book",
    "webpage": "web page",
    "patent": "patent",
    "dataset": "dataset",
    "thesis": "thesis",
}
# "Introduction to Moss, fourth edition", as Google Scholar has it.
_TITLED_EDITION: Final = regex(
    r"(.{3,200}?)(?:,|:| -) ((?:[0-9]{1,2}(?:st|nd|rd|th)|[a-z]{4,12}(?:-[a-z]{5,7})?)"
    r" (?:edition|ed\.?))",
    re.IGNORECASE,
)
_NOTED_EDITION: Final = regex(r"(?:[\w-]+ ){1,3}(?:edition|ed\.?)", re.IGNORECASE)
_LOWER_V: Final = regex(r"v(?=[0-9])")
_BARE_ARTICLE: Final = regex(
    r"(?:journal |research |original |review |newspaper |magazine )?article|review|conference paper"
    r"|original(?: research)?|research(?:-article)?|text",
    re.IGNORECASE,
)
# The name of a meeting in the title of its proceedings.
_MEETING: Final = regex(
    r"(?<=\bProceedings of the )([^:.?!—<>]{3,100}\b(?:Conference|Symposium|Workshop|Meeting"
    r"|Congress|Colloquium)(?: on [^:.?!—<>]{3,60})?)"
)
_OF_MEETING: Final = regex(
    r"\b(?:Proc|Proceedings|Conference|Symposium|Workshop|Meeting|Congress|Colloquium|Advances)\b"
)
_TAG: Final = regex(r"</?span[^<>]*>")
_SINGLY_QUOTED: Final = regex(r"(?<![^\s(])'(?=\w)([^'\"]*[\w.,?!])'(?![^\s.,:;?!)])")
_PROTECTED: Final = r'<span class="nocase">\1</span>'
# Words for theses that each guide has words of its own for, and those that only lose capitals.
_OF_DOCTOR: Final = regex(
    r"(?:ph\.? ?d\.?|doctoral)\s?(?:thesis|dissertation)|dissertation", re.IGNORECASE
)
_OF_MASTER: Final = regex(r"master(?:['’]?s)?\s?thesis", re.IGNORECASE)
_OF_BACHELOR: Final = regex(r"bachelor(?:['’]?s)?\s?thesis", re.IGNORECASE)
_OF_TECHNIQUE: Final = regex(r"tech(?:nical|\.)?\s?rep(?:ort|\.)?", re.IGNORECASE)
_OF_DEGREE: Final = regex(
    r"(?:(?:un)?published )?(?:doctoral|undergraduate|bachelor['’]s|master['’]s|honou?rs)"
    r" (?:thesis|dissertation)",
    re.IGNORECASE,
)
_DOUBLE: Final = regex(r"([0-9]{1,4})/([0-9]{1,4})")  # issues 3/4
_FIRST_OUT: Final = regex(
    r"\(?(?:original work|originally|first) published(?: in)? ((?:ca?\. ?)?[0-9]{1,4}"
    r"(?:[-–—][0-9]{1,4})?(?: (?:BCE?|B\.\s?C\.(?:\s?E\.)?|CE|C\.E\.|AD|A\.D\.))?)\)?\.?",
    re.IGNORECASE,
)
# Labels that exports and people write; Frontiers has the year after the volume.
_ISSUE: Final = regex(r"(?:issue|number|nos?\.?)\s*([A-Z]?[0-9]+(?:[-–/][0-9]+)?)", re.IGNORECASE)
_LABELLED: Final = {
    "volume": regex(
        r"(?:volume|vol\.?)\s*([A-Z]?[0-9]+|[IVXLC]+)(?:\s[-–]\s[0-9]{4})?", re.IGNORECASE
    ),
    "issue": _ISSUE,
    "collection-number": _ISSUE,
}
# Fields that people and ACM's styles have for the day of a visit.
_VISITED: Final = tuple(
    "lastaccessed lastchecked lastvisited accessed accessdate visited retrieved".split()
)
# How many pages a book has: "194", "xii, 194 p.", "xii+194 S."
_PAGE_COUNT: Final = regex(
    r"(?P<front>[ivxlc]{1,8}\s?[,+]\s?)?(?P<count>[0-9]{1,4})(?P<said>\s?(?:pp?\b|pages|S\b|Seiten)\.?)?"
)
_MANY_PAGES: Final = 50  # A lower number is more often the page that is cited.
_WHOLE: Final = frozenset({"book", "thesis", "report"})
_MONTH: Final = 2  # parts of a date with a month
_DAY: Final = 3  # parts of a date with a day
_LAST_MARK: Final = regex(r"\s+[/:;]\s*\Z|,\s*\Z")  # of catalogues, which end a field so
_BEFORE_MARK: Final = regex(r"\s+([;:])(?=\s)")  # "Oxford ; New York"
# "Bog Studies ; v. 4", which catalogues have in one field.
_SERIES_NUMBER: Final = regex(
    r"(.+?)\s*;\s+(?:v|vol|no|nr|bd|t|n)?\.?\s*([0-9]{1,5})\.?", re.IGNORECASE
)
_CATALOGUED: Final = ("title", "container-title", "publisher", "publisher-place")
_CHAPTER: Final = regex(r"\A(?:chapter|chap\.?|ch\.)\s+(?=\w)", re.IGNORECASE)
_HEADING: Final = regex(r"[^\W\d_]{3,}.*\s|[^\W\d_]{5,}")


def fit(item: dict[str, Any], guide: Guide, reference: Reference) -> None:
    """Change an item to what a style and its guide want."""
    one = Fitting(item, guide, reference)
    for rule in RULES:
        rule(one)


def _title_case(one: Fitting) -> None:
    """Lower the capitals of a .bib file's title."""
    item, guide, reference = one.item, one.guide, one.reference
    if not reference.lowered:
        return
    if "language" not in item and is_foreign(item.get("title", "")):
        item["language"] = _UNDETERMINED
    language = item.get("language", "")
    item["title"] = without_shouting(without_braces(item.get("title", ""), language), language)
    is_book = item["type"] in _BOOKS or (guide.is_acm and _is_plain_page(one))
    if item["title"] and not (guide.titles_books and is_book):
        lowers = guide.lowers_subtitles
        title = item["title"]
        if "Proceedings" in title:
            title = _MEETING.sub(_PROTECTED, title)
        for name in reference.authors:
            if isinstance(name, Group) and " " in name.name and name.name in title:
                title = title.replace(name.name, f'<span class="nocase">{name.name}</span>')
        house = item.get("publisher", "")
        if _HYPHENED_HOUSE.fullmatch(house) and house in title:
            title = title.replace(house, f'<span class="nocase">{house}</span>')
        lowered = with_places(sentence_case(title, language, lowers_subtitles=lowers), title)
        # Title case leaves a word alone after a single mark, which may be an apostrophe.
        item["title"] = _SINGLY_QUOTED.sub(r'"\1"', lowered) if guide.raises_books else lowered
    held = item.get("container-title", "")
    container = without_braces(held, language)
    is_raised = (
        container != held
        or _RAISED.search(container)
        or _ALL_RAISED.match(container)
        or _OF_SUBJECT.fullmatch(_TAG.sub("", container))
        or names_nothing(container.partition(":")[0])
    )
    is_paper = item["type"] == "paper-conference" and "editor" in item
    meeting = ""
    if is_paper and _OF_MEETING.search(container):
        # "Fen Studies. FEN 2002: Proceedings of the 5th European Conference"
        container, dot, meeting = container.partition(". ")
        is_paper = meeting != "" and not _OF_MEETING.search(container)
        meeting = dot + meeting
    is_part = item["type"] in _ENTRIES or is_paper
    if guide.lowers_containers and is_part and (is_raised or meeting):
        named = _HOUSE.sub(_PROTECTED, container)
        lowers = guide.lowers_subtitles
        lowered = sentence_case(named, language, lowers_subtitles=lowers)
        item["container-title"] = with_places(lowered, named) + meeting


def _is_plain_page(one: Fitting) -> bool:
    """Return whether a work is a page of the web, and nothing says that it is a video or so."""
    said = one.reference.extra.get("howpublished", "")
    return one.item["type"] == "webpage" and not (said.isalpha() or "genre" in one.item)


def _genre(one: Fitting) -> None:
    """Use the words of the guide for the types of BibTeX."""
    item, guide, reference = one.item, one.guide, one.reference
    genre = item.get("genre", "")
    if item["type"].startswith("article-") and _BARE_ARTICLE.fullmatch(genre):
        genre = ""  # as Scopus and other databases have it
    is_numbered = item["type"] == "report" and "number" in item  # "Report No. 7"
    says_nothing = _SAYS_NOTHING.get(item["type"]) == genre.lower() and not is_numbered
    if genre and reference.lowered and says_nothing:
        genre = ""
    if _NAMED_NUMBER.match(item.get("number", "")) and genre == BARE_REPORT and reference.implied:
        genre = ""  # The number says what the report is.
    written = genre
    if item["type"] == "thesis":
        genre = item["genre"] = _degree(genre, guide)
    elif item["type"] == "report" and reference.lowered and genre:
        genre = item["genre"] = _report(genre)
    # A doctoral "thesis" is none of Chicago's "dissertations".
    implied = reference.implied or (genre != written and not written.lower().endswith("thesis"))
    if genre in guide.words and (implied or not guide.keeps_genres):
        genre = item["genre"] = guide.words[genre]
    is_bare = genre == BARE_REPORT and reference.implied and "number" not in item
    if is_bare and not guide.names_bare_reports:
        genre = item["genre"] = ""
    if not genre:
        item.pop("genre", None)
    # APA 7, section 10.6; the style does so where a thesis has an address.
    is_bare = item["type"] == "thesis" and not {"URL", "DOI", "archive"} & set(item)
    if is_bare and genre and guide.name.startswith("apa") and "npublished" not in genre:
        school = item.pop("publisher", "")
        item["genre"] = ", ".join(filter(None, (item["genre"], school)))


def _report(words: str) -> str:
    """Return the kind of a report as BibTeX's type has it.

    >>> _report("Tech. Rep."), _report("report"), _report("Policy brief")
    ('Technical Report', 'Report', 'Policy brief')
    """
    if _OF_TECHNIQUE.fullmatch(words):
        return BARE_REPORT
    return REPORT if words.lower() == "report" else words


def _degree(words: str, guide: Guide) -> str:
    """Return the kind of a thesis as the types of BibTeX have it, or in the case of the guide.

    "Ph.D. Thesis" is "PhD thesis"; APA writes "Doctoral thesis" and "Undergraduate thesis" in
    lower case, Chicago keeps a thesis that is not a dissertation.
    """
    lower = words.lower()
    keeps_theses = guide.keeps_genres or guide.name.startswith("apa")
    if _OF_DOCTOR.fullmatch(words) and not (keeps_theses and lower == "doctoral thesis"):
        return PHD_THESIS
    if _OF_MASTER.fullmatch(words):
        return MASTER_THESIS
    if _OF_BACHELOR.fullmatch(words):
        return "Bachelor's thesis"
    return words[:1] + words[1:].lower() if _OF_DEGREE.fullmatch(words) else words


def _database(one: Fitting) -> None:
    """Name the database of a thesis, which BibTeX has beside its school (APA 7, section 10.6).

    Articles are found without it (APA 7, section 9.30).
    """
    item, reference = one.item, one.reference
    kept = {"archive-place", "archive_location", "archive_collection"} & set(item)
    is_found = item["type"].startswith("article-") and {"DOI", "URL"} & set(item) and not kept
    if is_found and not one.guide.name.startswith("modern-language-association"):
        item.pop("archive", None)  # A database, which only MLA names beside an address.
    if item["type"] == "thesis" and reference.extra.get("publisher"):
        item.setdefault("archive", decode(reference.extra["publisher"], protect=False))


def _volume_title(one: Fitting) -> None:
    """Put the title of a work of several volumes before that of the volume."""
    item, guide, reference = one.item, one.guide, one.reference
    main = decode(reference.extra.get("maintitle", ""))
    if main and reference.lowered and guide.lowers_containers:
        main = sentence_case(main, item.get("language", ""))
    name = "container-title" if item.get("container-title") else "title"
    if not main or main == item.get(name):
        return
    if item["type"] not in _OF_VOLUMES:
        item.setdefault("container-title", main)  # a blog, a podcast, a series
    elif guide.prints_volume_titles and item.get(name):
        item.setdefault("volume-title", item[name])
        item[name] = main
    else:
        item[name] = ": ".join(filter(None, (main, item.get(name, ""))))


def _how_published(one: Fitting) -> None:
    """Put the address in ``howpublished`` into its variable.

    The other words are the publisher, or the genre of what an organization publishes.
    """
    item, reference = one.item, one.reference
    text = " ".join(decode(reference.extra.get("howpublished", ""), protect=False).split())
    if visit := visit_in(text):
        item.setdefault("accessed", date_to_csl(visit.day))
        text = visit.rest
    address, rest = address_in(text)
    if address and item.get("URL", "") in ("", address):
        item["URL"] = address
        text = rest
    if bracketed := _KIND_IN_BRACKETS.match(text):
        item.setdefault("genre", bracketed[1])
        text = text[bracketed.end() :]
    if text and (_KIND_OF_WORK.fullmatch(text) or KIND_OF_TALK.fullmatch(text)):
        item.setdefault("genre", text)
    elif text and not item.get("publisher"):
        item["publisher"] = text
    elif text and text != item["publisher"] and not _MEDIUM.fullmatch(text):
        item.setdefault("genre", text)


def _noted_kind(one: Fitting) -> None:
    """Read a note that says what a loose work is: "Computer software"."""
    item = one.item
    note = item.get("note", "").strip("[]. ")
    is_loose = item["type"] in ("document", "webpage") and one.reference.lowered
    if is_loose and "genre" not in item and _KIND_OF_WORK.fullmatch(note):
        item["genre"] = note
        del item["note"]


def _visit(one: Fitting) -> None:
    """Read the address of a page, and the day of a visit, in its note."""
    item = one.item
    if one.reference.lowered and not {"URL", "DOI"} & set(item):
        _noted_address(item)
    if "URL" in item and "accessed" not in item:
        said = next(filter(None, map(one.reference.extra.get, _VISITED)), "")
        if seen := visit_in(f"accessed {said}") if said else None:
            item["accessed"] = date_to_csl(seen.day)
    visit = visit_in(item.get("note", "")) if "URL" in item else None
    if visit is not None:
        item.setdefault("accessed", date_to_csl(visit.day))
        item["note"] = visit.rest


def _noted_address(item: dict[str, Any]) -> None:
    """Read a note that is an address, or says when somebody was there."""
    note = item.get("note", "")
    visit = visit_in(note)
    address, rest = address_in(visit.rest if visit is not None else note)
    if not address or (rest and visit is None):
        return
    item["URL"] = address
    if item["type"] == "document":
        item["type"] = "webpage"
    if visit is not None:
        item.setdefault("accessed", date_to_csl(visit.day))
    if rest:
        item["note"] = rest
    else:
        del item["note"]


def _year_of_page(one: Fitting) -> None:
    """Set a page as a document where a style does not print the year of a page."""
    item, guide = one.item, one.guide
    is_page = item["type"] == "webpage" and "issued" in item and "accessed" not in item
    if is_page and not guide.prints_years_of_pages:
        item["type"] = "document"


def _organization(one: Fitting) -> None:
    """Print the body after a conference, which is all that Google Scholar says of a publisher."""
    item, reference = one.item, one.reference
    if body := decode(reference.extra.get("organization", ""), protect=False).strip():
        item.setdefault("publisher", body)


def _whole_book(one: Fitting) -> None:
    """Leave out the ``booktitle`` that a book has for the parts that refer to it (btxdoc, 4.1)."""
    item, reference = one.item, one.reference
    is_whole = item["type"] == "book" and reference.extra.get("entrytype") != "inbook"
    if reference.lowered and is_whole and item.get("title") and "page" not in item:
        item.pop("container-title", None)


def _two_numbers(one: Fitting) -> None:
    """Print both the ``number`` and the ``issue`` of BibLaTeX's articles, as pandoc does."""
    item = one.item
    other = decode(one.reference.extra.get("issue", ""), protect=False)
    if item["type"].startswith("article-") and other and "issue" in item:
        item["issue"] = f"{item['issue']}, {other}"


def _labels(one: Fitting) -> None:
    """Leave out what styles print before a volume and an issue: "Volume 11 - 2020", "No. 3"."""
    item = one.item
    for name, pattern in _LABELLED.items():
        if found := pattern.fullmatch(item.get(name, "")):
            item[name] = found[1]


def _supplement(one: Fitting) -> None:
    """Read "Suppl. 2" in the place of an issue, or after it, as the number of a supplement."""
    item, guide = one.item, one.guide
    issue = item.get("issue", "")
    is_read = guide.prints_supplements and "upp" in issue
    found = _SUPPLEMENT.fullmatch(issue) if is_read else None
    if found is not None:
        item["supplement-number"] = found["supplement"]
        item["issue"] = found["issue"] or ""
        if not item["issue"]:
            del item["issue"]


def _catalogued(one: Fitting) -> None:
    """Print what library catalogues hold without their space before a colon or a semicolon.

    French has such spaces of its own.
    """
    item = one.item
    if item.get("language", "")[:2].lower() == "fr" or is_foreign(item.get("title", "")):
        return
    series = _SERIES_NUMBER.fullmatch(item.get("collection-title", ""))
    if series is not None and "collection-number" not in item:
        item["collection-title"], item["collection-number"] = series.groups()
    for name in _CATALOGUED:
        if " ;" in (text := item.get(name, "")) or " :" in text:
            text = item[name] = _BEFORE_MARK.sub(r"\1", text)
        if one.reference.lowered and (bare := _LAST_MARK.sub("", text)):
            item[name] = bare


def _editor_and_translator(one: Fitting) -> None:
    """Print people once who both edited and translated a work."""
    item, guide = one.item, one.guide
    is_part = item["type"] == "chapter" and guide.prints_editor_translators
    if is_part and item.get("editor", "") == item.get("translator"):
        item["editor-translator"] = item.pop("editor")
        del item["translator"]


def _issue(one: Fitting) -> None:
    """Read the number of a paper as an issue if its proceedings belong to no series.

    The issue of a report, which RIS has, is its number.
    """
    item, guide, reference = one.item, one.guide, one.reference
    if double := _DOUBLE.fullmatch(item.get("issue", "")):
        first, second = map(int, double.groups())
        if second == first + 1 and guide.hyphenates_issues:
            item["issue"] = f"{first}-{second}"
    if item["type"] == "report" and "issue" in item:
        item.setdefault("number", item.pop("issue"))
    is_paper = item["type"] == "paper-conference" and reference.lowered and "volume" in item
    if is_paper and "collection-title" not in item and "collection-number" in item:
        item.setdefault("issue", item.pop("collection-number"))


def _double_month(one: Fitting) -> None:
    """Part the two months of one issue of a periodical with the mark of the guide."""
    item = one.item
    ends = item.get("issued", {}).get("date-parts", [])
    is_double = item["type"] in _JOURNALS and list(map(len, ends)) == [_MONTH, _MONTH]
    if is_double and one.guide.slashes_months and ends[0][0] == ends[1][0]:
        item["issued"] = {**item["issued"], "joint": "/"}


def _page_count(one: Fitting) -> None:
    """Read the pages of a whole work as how many it has: ``pages={xii, 194 p.}``."""
    item, reference = one.item, one.reference
    is_part = reference.extra.get("entrytype") == "inbook" or "container-title" in item
    if not reference.lowered or item["type"] not in _WHOLE or is_part:
        return
    found = _PAGE_COUNT.fullmatch(item.get("page", ""))
    if found and (found["said"] or found["front"] or int(found["count"]) >= _MANY_PAGES):
        item.setdefault("number-of-pages", found["count"])
        del item["page"]


def _pages(one: Fitting) -> None:
    """Print one page once, and the number of an article where a style prints pages alone."""
    item, guide = one.item, one.guide
    if "page" in item:
        page = item["page"].replace("—", "-").rstrip("-– ")
        same = _ONE_PAGE.fullmatch(page)
        item["page"] = same[1] if same else page
        if one.reference.lowered and (lettered := _LETTERED.fullmatch(item["page"])):
            item["page"] = "{0}{1}-{0}{2}".format(*lettered.groups())
    kind = item["type"]
    number = item.get("number", "")
    if kind.startswith("article-") or kind == "paper-conference":
        alike = "paper-conference" if kind == "paper-conference" else "article-journal"
        page = item.get("page", "")
        if guide.names_article_numbers and not number and _ARTICLE_NUMBER.fullmatch(page):
            item["number"] = item.pop("page")
        elif number and alike not in guide.numbered:
            item.setdefault("page", number)
        elif number and number == page:
            del item["page"]


def _chapter(one: Fitting) -> None:
    """Leave out the label of a chapter's number, which styles print by themselves."""
    if chapter := _CHAPTER.sub("", one.item.get("chapter-number", "")):
        one.item["chapter-number"] = chapter


def _part_of_book(one: Fitting) -> None:
    """Set BibTeX's own ``@inbook``: the title names the book, the chapter may have a title."""
    item, guide, reference = one.item, one.guide, one.reference
    is_like_book = item["type"] == "report" and guide.name.startswith("nature")
    if not (item["type"] == "book" or is_like_book):
        return
    if not reference.lowered:
        if guide.joins_books and item["type"] == "book":
            _without_title(one)
        return
    is_part = reference.extra.get("entrytype") == "inbook"
    chapter, page = item.get("chapter-number", ""), item.get("page", "")
    if is_part and _HEADING.match(chapter) and item.get("title"):
        item["type"] = "chapter"
        title = sentence_case(chapter, item.get("language", ""))
        item["container-title"], item["title"] = item["title"], title
        del item["chapter-number"]
    elif is_part and guide.prints_book_pages:
        if guide.prints_chapters and chapter:
            pages = f", {'pp' if re.search('[-–,]', page) else 'p'}. {page}" if page else ""
            item["page"] = f"ch. {chapter}{pages}"
    elif guide.joins_books or (is_part and guide.prints_parts and page):
        _without_title(one)


def _without_title(one: Fitting) -> None:
    """Set a book as a chapter without a title, whose book has a title of its own."""
    item, guide, reference = one.item, one.guide, one.reference
    title = item.get("title", "")
    makers = {"author", "editor"} if guide.name.startswith("nature") else {"author"}
    if "volume" in item or not makers & set(item) or not title:
        return
    written = _BEFORE_MARK.sub(r"\1", reference.title)
    if titled := _TITLED_EDITION.fullmatch(written):
        written = titled[1]
    if guide.raises_books and "<" not in written:
        title = plain(cased([written], "title", item.get("language", "")))
    elif not guide.lowers_containers:
        title = written
    del item["title"]
    item |= {"type": "chapter", "container-title": title, UNTITLED_PART: "true"}


def _patent(one: Fitting) -> None:
    """Part "U.S. Patent No. 1,234" where a style says "Patent No." by itself."""
    item, guide = one.item, one.guide
    number = item.get("number", "") if item["type"] == "patent" else ""
    found = _PATENT.fullmatch(number) or _NAMED_PATENT.fullmatch(number)
    if found is not None and guide.names_patents:
        item["number"] = found["number"]
        if kind := found["kind"].strip():
            item.setdefault("genre", _OFFICE.sub("U.S.", kind))
    genre = item.get("genre", "")
    if item["type"] == "patent" and guide.names_patents and genre.endswith(" patent"):
        item["genre"] = genre.removesuffix("patent") + "Patent"  # as BibLaTeX's "patentus" has it


def _manuscript(one: Fitting) -> None:
    """Say what an unpublished work is: as its note does, or as APA 7 does (section 10.8)."""
    item, guide, reference = one.item, one.guide, one.reference
    if item["type"] != "manuscript" or "genre" in item or not reference.lowered:
        return
    note = item.get("note", "").rstrip(".")
    if _MANUSCRIPT.fullmatch(note):
        item["genre"] = note
        del item["note"]
    elif guide.name.startswith("apa"):
        item["genre"] = "Unpublished manuscript"


def _journal_series(one: Fitting) -> None:
    """Say a series of a journal in words (BibLaTeX manual, ``series`` and its keys)."""
    item = one.item
    series = item.get("collection-title", "")
    if item["type"] not in _JOURNALS or not one.reference.lowered:
        return
    if series in _SERIES:
        item["collection-title"] = _SERIES[series]
    elif series.isdecimal():
        item["collection-title"] = f"{ordinal(int(series))} ser."


def _titled_edition(one: Fitting) -> None:
    """Read an edition that stands at the end of the title of a book, and the "v" of a version."""
    item, reference = one.item, one.reference
    if item["type"] == "book" and "edition" not in item and reference.lowered:
        found = _TITLED_EDITION.fullmatch(item.get("title", ""))
        number = edition_number(found[2]) if found else ""
        if found and number.isdecimal():
            item |= {"title": found[1], "edition": number}
    note = item.get("note", "")
    if item["type"] == "book" and "edition" not in item and _NOTED_EDITION.fullmatch(note):
        item["edition"] = edition_number(note)
        del item["note"]
    if "version" in item:
        item["version"] = _LOWER_V.sub("", item["version"], count=1)


def _edition(one: Fitting) -> None:
    """Say that an edition with a name is one, where the style does not."""
    item, guide, reference = one.item, one.guide, one.reference
    edition = item.get("edition", "")
    if edition and not one.reference.lowered:
        edition = item["edition"] = edition_number(edition)  # other formats have "2nd ed." too
    if edition.endswith(" ed"):
        item["edition"] = edition + "."  # "1st Moss ed", as catalogues have it
        return
    if dated := _DATED_EDITION.fullmatch(edition):
        if reference.year in (None, int(dated[2])):
            item["edition"] = dated[1]  # Springer's export: "2nd ed. 2019"
        return
    edition = _ORDINAL_BEFORE.sub(r"\1 ", edition)
    is_name = _EDITION_NAME.fullmatch(edition) and not _EDITION_WORD.search(edition)
    if not reference.lowered or not is_name:
        return
    edition = edition if edition[-3:-1].islower() and len(edition) < 5 else edition.rstrip(".")
    if guide.shortens_editions:
        edition = _EDITED.sub(lambda word: f"{word[1]}.", edition)
    item["edition"] = edition if guide.names_editions else f"{edition} ed."


def _site(one: Fitting) -> None:
    """Read the organization of a page as the name of its site (MLA 9, section 5.31).

    Styles that print no publisher of a page print the site.
    """
    item, guide = one.item, one.guide
    is_site = guide.prints_sites_alone or guide.name.startswith("modern-language-association")
    if item["type"] == "webpage" and is_site:
        site = item.get("publisher", "")
        authors = [name.name for name in one.reference.authors]
        if site and site not in authors and "container-title" not in item:
            item["container-title"] = item.pop("publisher")


def _foreign_journal(one: Fitting) -> None:
    """Keep the small words in the name of a journal in another language: "Annalen der Physik"."""
    item = one.item
    name = item.get("container-title", "")
    if one.reference.lowered and item["type"].startswith("article-") and has_foreign_word(name):
        item["container-title"] = f'<span class="nocase">{name}</span>'


def _editors_of_journal(one: Fitting) -> None:
    """Leave out the editor of a journal, whom eLife's export names beside the authors."""
    item = one.item
    if one.reference.lowered and item["type"] == "article-journal" and "author" in item:
        item.pop("editor", None)


def _not_out(one: Fitting) -> None:
    """Print "in press" and its like where a style has a place for it: as a state, or the year.

    The year may say so, or the note of a work without a year.
    """
    item, guide, reference = one.item, one.guide, one.reference
    if not reference.lowered:
        return
    words = item.get("issued", {}).get("literal", "")
    note = item.get("note", "") if "issued" not in item else ""
    said = next(filter(_NOT_OUT.fullmatch, (text.rstrip(". ") for text in (words, note))), "")
    if said:
        item.pop("issued", None)
        item.setdefault("status", said[:1].lower() + said[1:])
    prints = guide.prints_states_of_parts if "volume" in item else guide.prints_states
    if "issued" not in item and "status" in item and not prints:
        item["issued"] = {"literal": item["status"]}


def _ahead(one: Fitting) -> None:
    """Say that an article without a volume is ahead of print (APA 7, section 10.1)."""
    item, guide = one.item, one.guide
    is_ahead = item["type"] == "article-journal" and "volume" not in item
    is_apa = guide.name.startswith("apa")
    if is_ahead and is_apa and _AHEAD.fullmatch(item.get("note", "").strip(". ")):
        item.setdefault("status", "Advance online publication")


def _note(one: Fitting) -> None:
    """Print the note of a work that has no other place to be found, as BibTeX's styles do."""
    item, reference = one.item, one.reference
    note = item.get("note", "").rstrip(". ")
    is_said = reference.lowered and item["type"] in _NOTED and "publisher" not in item
    if is_said and 0 < len(note) <= _LONGEST_NOTE and ":" not in note and not _NOT_OUT.match(note):
        item["publisher"] = note
        del item["note"]


def _original(one: Fitting) -> None:
    """Read a note that says when a work came out first (APA 7, section 9.41)."""
    item = one.item
    if item.get("original-title", "").isdecimal() and "original-date" not in item:
        # RIS has one tag for all of a first publication.
        item["original-date"] = {"date-parts": [[int(item.pop("original-title"))]]}
    found = _FIRST_OUT.fullmatch(item.get("note", "")) if one.reference.lowered else None
    if found is not None and "original-date" not in item:
        year = found[1]
        item["original-date"] = (
            {"date-parts": [[int(year)]]} if year.isdecimal() else {"literal": year}
        )
        del item["note"]


def _named_once(one: Fitting) -> None:
    """Leave out the publisher or the site that is the author of a work (APA 7, section 9.29).

    The body that numbers its reports is printed after their number.
    """
    item, guide, reference = one.item, one.guide, one.reference
    if not guide.name.startswith("apa"):
        return
    kind = item["type"]
    names = [name.name for name in reference.authors]
    is_once = kind in _NAMED_ONCE or (kind == "report" and "number" not in item)
    if is_once and names == [item.get("publisher")]:
        del item["publisher"]
    if kind in _PAGES and names == [item.get("container-title")]:
        del item["container-title"]


def _event(one: Fitting) -> None:
    """Set what was said at an event as a talk, whose days are its date (APA 7, section 10.5)."""
    item = one.item
    if item["type"] == "manuscript" and "event-title" in item:
        item["type"] = "speech"
    days = item.get("event-date")
    issued = item.get("issued", days) or {}
    if one.guide.name.startswith("modern-language-association"):
        return  # whose style prints the days of talks alone
    if item["type"] == "speech" and days and _has_within(issued, days):
        item["issued"] = item.pop("event-date")


def _has_within(date: dict[str, Any], days: dict[str, Any]) -> bool:
    """Return whether a date is that of some days, or the year or the month that they begin in."""
    parts: list[int] = next(iter(date.get("date-parts", [])), [])
    begin: list[int] = next(iter(days.get("date-parts", [])), [])
    is_single = len(date.get("date-parts", [])) == 1
    return date == days or (is_single and 0 < len(parts) < _DAY and parts == begin[: len(parts)])


def _archive(one: Fitting) -> None:
    """Name arXiv once where a style prints it beside a number that names it too."""
    item, guide = one.item, one.guide
    named = item["type"] == "article" and item.get("publisher") == "arXiv"
    if named and guide.names_arxiv_twice and item.get("number", "").startswith("arXiv:"):
        del item["publisher"]


RULES: Final[tuple[Callable[[Fitting], None], ...]] = (
    _whole_book,
    _two_numbers,
    _catalogued,
    _titled_edition,
    _title_case,
    _database,
    _volume_title,
    _how_published,
    _visit,
    _noted_kind,
    *EXPORTED,
    *KINDS,
    _genre,
    _year_of_page,
    _organization,
    _editor_and_translator,
    _labels,
    _issue,
    _supplement,
    _double_month,
    _page_count,
    _pages,
    _chapter,
    _part_of_book,
    _patent,
    _manuscript,
    _journal_series,
    _edition,
    _site,
    _foreign_journal,
    _editors_of_journal,
    _not_out,
    _ahead,
    _original,
    _note,
    _named_once,
    *GUIDE_FORMS,
    _event,
    _archive,
)
