"""Titles of works, of volumes and of containers, as a style and its guide want them."""

from __future__ import annotations

import functools
import re
from typing import Any, Final

from refcore.csl.fitting import SPAN_TAG, Fitting
from refcore.csl.guides import Guide
from refcore.csl.processor.item import UNTITLED_PART
from refcore.csl.processor.textcase import cased
from refcore.csl.processor.tree import plain
from refcore.csl.titlebraces import (
    is_plainly_english,
    names_nothing,
    with_adverbs,
    with_common_subtitle,
    with_names,
    with_places,
    without_braces,
)
from refcore.latex import decode
from refcore.model.people import Group
from refcore.text.editions import edition_number
from refcore.text.patterns import regex
from refcore.text.titlecase import (
    has_foreign_word,
    is_foreign,
    is_title_case,
    sentence_case,
    without_shouting,
)

__all__ = [
    "LOOSE_BOOKS",
    "catalogued",
    "chapter",
    "foreign_journal",
    "in_book",
    "low_journal",
    "part_of_book",
    "short_title",
    "title_case",
    "titled_edition",
    "unclosed",
    "volume_title",
    "whole_book",
]

_ENGLISH: Final = "en"
# "The psychology of memes.": a full stop after a whole word, as MEDLINE and EBSCO close a title;
# after capitals, but for a number (the German "Friedrich II."); after a year or a parenthesis.
_CLOSED: Final = regex(
    r"(.*(?:[^\W\d_]{4}|\b(?![IVXLC]+\.)[A-Z]{2,}|[0-9)”]))((?:</\w{1,4}>)*)\.((?:</\w{1,4}>)*)",
    re.DOTALL,
)
# Short forms of four letters and more, whose stop is their own.
_SHORTENED: Final = regex(
    r"\b(?:corp|dept|prof|univ|assoc|bros|anon|approx|conf|symp|intl|natl|publ|verl|comp|acad"
    r"|tech)\Z",
    re.IGNORECASE,
)
_SENTENCE_END: Final = regex(r"\.\s")
_WHOLE_WORD: Final = regex(r"[^\W\d_]{4}\Z")
_ONE_TOWN: Final = regex(r"[^\W\d_]{4,}\.")
_NUMBER: Final = regex(r"[0-9]{1,5}\.")
# Types whose containers are abbreviated: journals, reporters of cases, collections of laws.
_JOURNALS: Final = ("article", "legal_case", "legislation", "bill", "regulation")
# A word that names of journals do not have when they are abbreviated.
_IN_FULL: Final = regex(r"\b(?:of|the|for|in|and|on|de|für|der)\b|&", re.IGNORECASE)
_UNDETERMINED: Final = "und"  # an ISO 639 tag; styles change the case of English titles only
# Two capitalised words within a title, more than one name would have.
_RAISED: Final = regex(r"[^.:?!—]\s[A-Z][a-z]+\b(?:.*[^.:?!—])?\s[A-Z][a-z]+\b")
# Three capitalised words, the first of which is no article before a name.
_ALL_RAISED: Final = regex(r"(?!The |A |An )[A-Z][a-z]+ [A-Z][a-z]+ [A-Z][a-z]+\b")
# Books whose titles name a subject, which is set in lower case: "Handbook of Psychology".
_OF_SUBJECT: Final = regex(
    r"(?:\w+ )?(?:Handbook|Encyclopa?edia|Textbook|Dictionary|Principles|Foundations|Essentials"
    r"|Fundamentals|Methods) (?:of|in|for) [A-Z][a-z]+|\S+ (?:Dictionary|Encyclopa?edia)"
)
_CAPITAL_DOMAIN: Final = regex(r"(?<=[\w>])\.(Com|Org|Net|Edu)\b")  # as programs raise words
_HYPHENED_HOUSE: Final = regex(r"[A-Z][a-z]+-[A-Z][a-z]+")  # "Merriam-Webster's Dictionary"
# A reference work named after its publisher: "The Stanford Encyclopedia of Philosophy".
_HOUSE: Final = regex(
    r"(?<=\AThe )(?!(?:Concise|International|New|Comprehensive|Practical|Complete|Visual|Social"
    r"|Medical|Great|Essential|Modern)\b)([A-Z][a-z]+)"
    r"(?= (?:Handbook|Encyclopa?edia|Dictionary|Companion))"
)
_BOOKS: Final = frozenset({"book", "software", "standard"})
_LEGAL: Final = frozenset({"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"})
LOOSE_BOOKS: Final = frozenset({"document", "pamphlet", "report"})  # which Nature sets as books
# Works that may be one of several volumes.
_OF_VOLUMES: Final = frozenset(
    {"book", "chapter", "entry-dictionary", "entry-encyclopedia", "paper-conference", "periodical"}
)
_PARTS_OF_SHOWS: Final = frozenset({"broadcast", "song"})
_ENTRIES: Final = frozenset({"chapter", "entry-dictionary", "entry-encyclopedia"})
# "Introduction to Moss, fourth edition", as Google Scholar has it.
_TITLED_EDITION: Final = regex(
    r"(.{3,200}?)(?:,|:| -) ((?:[0-9]{1,2}(?:st|nd|rd|th)|[a-z]{4,12}(?:-[a-z]{5,7})?)"
    r" (?:edition|ed\.?))",
    re.IGNORECASE,
)
# "Second edition", "Authorized King James Version" (MLA 9, appendix 2)
_NOTED_EDITION: Final = regex(
    r"(?i:(?:[\w-]+ ){1,3}(?:edition|ed\.?))|(?:[A-Z][\w'’-]* ){1,4}(?:Version|Translation)"
)
_LOWER_V: Final = regex(r"v(?=[0-9])")
# The name of a meeting in the title of its proceedings.
_MEETING: Final = regex(
    r"(?<=\bProceedings of the )([^:.?!—<>]{3,100}\b(?:Conference|Symposium|Workshop|Meeting"
    r"|Congress|Colloquium)(?: on [^:.?!—<>]{3,60})?)"
)
_OF_MEETING: Final = regex(
    r"\b(?:Proc|Proceedings|Conference|Symposium|Workshop|Meeting|Congress|Colloquium|Advances)\b"
)
# "Genetic Fens: EuroFen 2002: Proceedings of the 5th European Conference"
_BEFORE_MEETING: Final = regex(
    r"\. |: (?=(?:[^:]{0,60}[0-9][^:]{0,60}: )?(?:<[^<>]*>)?Proceedings\b)"
)
_LOW_PROCEEDINGS: Final = regex(r"(?<=\A: )Proceedings\b")
_NAMES_MEETING: Final = regex(_OF_MEETING.pattern + r"|[0-9]")
_SINGLY_QUOTED: Final = regex(r"(?<![^\s(])'(?=\w)([^'\"]*[\w.,?!])'(?![^\s.,:;?!)])")
_PROTECTED: Final = r'<span class="nocase">\1</span>'
_LAST_MARK: Final = regex(r"(?<!\s)\s++[/:;]\s*\Z|,\s*\Z")  # catalogues end a field with it
_BEFORE_MARK: Final = regex(r"(?<!\s)\s+([;:])(?=\s)")  # "Oxford ; New York"
# "Bog Studies ; v. 4", which catalogues have in one field.
# A title and the people of the book: "Moss / edited by Al Elm."
_MAKERS: Final = regex(
    r"(?P<title>[^/]{2,300}?)\s+/\s+(?P<makers>(?P<words>(?:edited|translated|compiled|written"
    r"|illustrated|selected|prepared|revised)\b.*?\bby\b|(?:by|ed\.|trans\.|hrsg\.|herausgegeben"
    r"|sous la dir|a cura di)(?=\s|\Z))?.{0,300})",
    re.IGNORECASE,
)
_SERIES_NUMBER: Final = regex(
    r"(.+?)\s*;\s++(?:v|vol|no|nr|bd|t|n)?\.?\s*+([0-9]{1,5})\.?", re.IGNORECASE
)
_CATALOGUED: Final = ("title", "container-title", "publisher", "publisher-place")
# "In Proceedings of CHI", as people write what their styles print; "In Search of Moss" is a title.
_IN_BOOK: Final = regex(
    r"[Ii]n(?:: | (?=(?:<span[^<>]*>)?(?:[0-9]+(?:st|nd|rd|th)\b|Proc|Advances\b|[A-Z]{3,}\b"
    r"|(?:[Tt]he )?(?:[0-9]{4} )?(?:[A-Z][\w-]* ){0,2}"
    r"(?:Conference|Workshop|Symposium|Meeting)\b)))"
)
_CHAPTER: Final = regex(r"\A(?:chapter|chap\.?|ch\.)\s+(?=\w)", re.IGNORECASE)
# What tells the volumes of a work apart: "Volume I", "Part two", "1914–1918".
_NUMBERED_PART: Final = regex(
    r"(?:the )?(?:vol(?:ume)?|part|book|issue|no|band|tome|tomo|teil|series|section)\b|[0-9IVX]+\b"
    r"|(?:the )?\w+ (?:volume|part|book|edition|report|year)\b",
    re.IGNORECASE,
)
# The words of the name of a journal, and small words that only English names have.
_PLAIN_WORD: Final = regex(r"[^\W\d_]+")
_OF_ENGLISH: Final = regex(r"\s(?:of|and|the)\s")
_LONG: Final = 4  # letters of a word that title case raises
_HEADING: Final = regex(r"[^\W\d_]{3,}.*\s|[^\W\d_]{5,}")


def unclosed(one: Fitting) -> None:
    """Leave out the full stop that closes a field in some files; each style has its own.

    The stop of an abbreviation stays: "Phys. Rev.", "Wiley & Sons, Inc.".
    """
    item = one.item
    if text := _without_stop(item.get("title", "")):
        item["title"] = text
    for name in ("container-title", "collection-title", "publisher"):
        text = _without_stop(item.get(name, ""))
        is_journal = name == "container-title" and item["type"].startswith(_JOURNALS)
        if text and "." not in text and (not is_journal or _IN_FULL.search(text)):
            item[name] = text
    for name, form in (("publisher-place", _ONE_TOWN), ("volume", _NUMBER), ("issue", _NUMBER)):
        if form.fullmatch(item.get(name, "")):
            item[name] = item[name].removesuffix(".")


def _without_stop(text: str) -> str:
    """Return a text without the full stop that ends it, or nothing if it has none.

    >>> _without_stop("On moss."), _without_stop("Moss & Sons, Inc."), _without_stop("On moss")
    ('On moss', '', '')
    """
    closed = _CLOSED.fullmatch(text)
    if closed is None:
        return ""
    *others, last = _SENTENCE_END.split(closed[1])
    if not all(map(_WHOLE_WORD.search, others)) or any(map(_SHORTENED.search, (*others, last))):
        return ""
    return closed[1] + closed[2] + closed[3]


def in_book(one: Fitting) -> None:
    """Leave out the "In" before the book of a part, which styles print."""
    item = one.item
    name = item.get("container-title", "")
    is_part = item["type"] in _ENTRIES or item["type"] == "paper-conference"
    if is_part and one.reference.lowered and (found := _IN_BOOK.match(name)):
        item["container-title"] = name[found.end() :]


def title_case(one: Fitting) -> None:
    """Lower the capitals of titles in a .bib file, as far as the style wants it."""
    item, reference = one.item, one.reference
    if not reference.lowered:
        return
    if "language" not in item and is_foreign(item.get("title", "")):
        item["language"] = _UNDETERMINED
    _title_in_case(one)
    _container_in_case(one)


def _title_in_case(one: Fitting) -> None:
    """Lower the capitals of a work's title, but for names, and of books if the guide does so."""
    item, guide = one.item, one.guide
    language = item.get("language", "")
    title = without_shouting(without_braces(item.get("title", ""), language), language)
    item["title"] = title
    if item["type"] in _LEGAL:
        return  # The name of a case or a law is a name.
    is_book = item["type"] in _BOOKS or (guide.is_acm and _is_like_book(one))
    if not title or (guide.titles_books and is_book):
        return
    if "Proceedings" in title:
        title = _MEETING.sub(_PROTECTED, title)
    groups = [name.name for name in one.reference.authors if isinstance(name, Group)]
    house = item.get("publisher", "")
    kept = [name for name in groups if " " in name]
    for name in (*kept, house) if _HYPHENED_HOUSE.fullmatch(house) else kept:
        title = title.replace(name, f'<span class="nocase">{name}</span>')
    if not language and is_plainly_english(title):
        language = _ENGLISH
    if is_title_case(title, language):
        title = with_names(title)
    lowered = _in_sentence_case(title, language, guide)
    lowered = _with_low_subtitle(lowered, language)
    lowered = with_places(lowered, title)
    lowered = with_names(with_adverbs(lowered, title) if _is_raised(one) else lowered)
    # Title case does not change a word after a single quote, which may be an apostrophe.
    item["title"] = _SINGLY_QUOTED.sub(r'"\1"', lowered) if guide.raises_books else lowered


def _in_sentence_case(title: str, language: str, guide: Guide) -> str:
    """Return a title in sentence case, its subtitle in lower case if the guide wants that."""
    lowered = sentence_case(title, language, lowers_subtitles=guide.lowers_subtitles)
    is_english = language[:2].lower() in ("", _ENGLISH)
    return with_common_subtitle(lowered) if guide.lowers_subtitles and is_english else lowered


def _is_raised(one: Fitting) -> bool:
    """Return whether the style sets the title of a work in title case."""
    is_book = one.item["type"] in _BOOKS
    return one.guide.raises_books if is_book else one.guide.raises_articles


def _with_low_subtitle(title: str, language: str) -> str:
    """Return a title whose subtitle alone is in title case in sentence case.

    >>> _with_low_subtitle("Text mining: A Review of Methods", "")
    'Text mining: A review of methods'
    >>> _with_low_subtitle("Text mining: The Case of Hay Hill", "")
    'Text mining: The Case of Hay Hill'
    """
    main, colon, subtitle = title.partition(": ")
    is_raised = names_nothing(subtitle) and is_title_case(subtitle, language)
    return main + colon + sentence_case(subtitle, language) if is_raised else title


def _container_in_case(one: Fitting) -> None:
    """Lower the capitals of the title around a part, if the guide does so."""
    item, guide = one.item, one.guide
    language = item.get("language", "")
    held = _CAPITAL_DOMAIN.sub(lambda end: end[0].lower(), item.get("container-title", ""))
    if held:
        item["container-title"] = held
    container = without_braces(held, language)
    bare = SPAN_TAG.sub("", container)
    is_raised = (
        container != held
        or _RAISED.search(bare)
        or _ALL_RAISED.match(bare)
        or _OF_SUBJECT.fullmatch(bare)
        or names_nothing(container.partition(":")[0])
    )
    is_paper = item["type"] == "paper-conference" and "editor" in item
    meeting = ""
    if is_paper and _OF_MEETING.search(container):
        # "Fen Studies. FEN 2002: Proceedings of the 5th European Conference",
        # "Fen Studies: Proceedings of the 5th European Conference"
        begun = _BEFORE_MEETING.search(container)
        if begun is not None:
            container, meeting = container[: begun.start()], container[begun.start() :]
            if guide.lowers_subtitles:
                meeting = _LOW_PROCEEDINGS.sub("proceedings", meeting)
        is_paper = meeting != "" and not _NAMES_MEETING.search(container)
    is_part = item["type"] in _ENTRIES or item["type"] in _PARTS_OF_SHOWS or is_paper
    if guide.lowers_containers and is_part and (is_raised or meeting):
        named = _HOUSE.sub(_PROTECTED, with_names(container))
        lowered = _in_sentence_case(named, language, guide)
        item["container-title"] = with_places(lowered, named) + meeting
    elif guide.lowers_containers and guide.lowers_subtitles and is_part:
        item["container-title"] = _in_sentence_case(held, language, guide)


def _is_like_book(one: Fitting) -> bool:
    """Return whether ACM prints the title of a work as that of a book: reports, theses, pages.

    A page is one that nothing says is a video or the like.
    """
    said = one.reference.extra.get("howpublished", "")
    is_page = one.item["type"] == "webpage" and not (said.isalpha() or "genre" in one.item)
    return is_page or one.item["type"] in ("report", "thesis")


def short_title(one: Fitting) -> None:
    """Cite a work by its title without the subtitle (CMOS 17, section 14.33; MLA 9, 6.10).

    Styles print the short form of a title in repeated notes and for works without an author.
    """
    item = one.item
    title, colon, subtitle = item.get("title", "").partition(": ")
    is_whole = title.count("<") == 2 * title.count("</")
    if one.reference.lowered and colon and is_whole and not _NUMBERED_PART.match(subtitle):
        item.setdefault("title-short", title)


def volume_title(one: Fitting) -> None:
    """Put the title of a work of several volumes before that of the volume."""
    item, guide, reference = one.item, one.guide, one.reference
    main = decode(reference.extra.get("maintitle", ""))
    if main and reference.lowered and guide.lowers_containers:
        main = sentence_case(main, item.get("language", ""))
    name = "container-title" if item.get("container-title") else "title"
    if not main or main == item.get(name):
        return
    is_part = item["type"] in _ENTRIES and name == "title"  # an @inbook without a ``booktitle``
    if item["type"] not in _OF_VOLUMES or is_part:
        item.setdefault("container-title", main)  # a blog, a podcast, a series
    elif guide.prints_volume_titles and item.get(name):
        item.setdefault("volume-title", item[name])
        item[name] = main
    else:
        item[name] = ": ".join(filter(None, (main, item.get(name, ""))))


def whole_book(one: Fitting) -> None:
    """Leave out what a book has for the parts that refer to it: ``booktitle`` (btxdoc, 4.1).

    The author of a book is not named again as that of the book around it, as in BibLaTeX.
    """
    item, reference = one.item, one.reference
    if "author" in item and item.get("container-author") == item["author"]:
        del item["container-author"]
    is_whole = item["type"] == "book" and reference.extra.get("entrytype") != "inbook"
    if reference.lowered and is_whole and item.get("title") and "page" not in item:
        item.pop("container-title", None)


def catalogued(one: Fitting) -> None:
    """Print what library catalogues hold without their space before a colon or a semicolon.

    French has such spaces of its own.
    """
    item = one.item
    _without_makers(item)
    if item.get("language", "")[:2].lower() == "fr" or is_foreign(item.get("title", "")):
        return
    series = _SERIES_NUMBER.fullmatch(item.get("collection-title", ""))
    if series is not None and "collection-number" not in item:
        item["collection-title"], item["collection-number"] = series.groups()
    for name in _CATALOGUED:
        if " ;" in (text := item.get(name, "")) or " :" in text:
            text = item[name] = _BEFORE_MARK.sub(r"\1", text)
        is_ended = one.reference.lowered or name.startswith("publisher")
        if is_ended and (bare := _LAST_MARK.sub("", text)):
            item[name] = bare


def _without_makers(item: dict[str, Any]) -> None:
    """Leave out the people that catalogues name after a title: "Moss / by Al Elm"."""
    found = _MAKERS.fullmatch(item.get("title", "")) if item["type"] == "book" else None
    if found is None:
        return
    roles = [role for role in ("author", "editor", "translator") if role in item]
    families = [name.get("family", "") for role in roles for name in item[role]]
    if not found["words"] and not any(name and name in found["makers"] for name in families):
        return
    item["title"] = found["title"]
    for role in roles:
        item[role] = [_without_period(name) for name in item[role]]


def _without_period(name: dict[str, Any]) -> dict[str, Any]:
    """Return a name without the period that ends the line of a catalogue.

    >>> _without_period({"given": "Ann."}), _without_period({"given": "Ann B."})
    ({'given': 'Ann'}, {'given': 'Ann B.'})
    """
    given = name.get("given", "")
    return {**name, "given": given[:-1]} if given[-2:-1].islower() and given[-1:] == "." else name


def chapter(one: Fitting) -> None:
    """Leave out the label of a chapter's number, which styles print."""
    if chapter := _CHAPTER.sub("", one.item.get("chapter-number", "")):
        one.item["chapter-number"] = chapter


def part_of_book(one: Fitting) -> None:
    """Set an ``@inbook`` of BibTeX, whose title is the book's; the chapter may have its own."""
    item, guide, reference = one.item, one.guide, one.reference
    is_loose = item["type"] in LOOSE_BOOKS and not {"URL", "DOI"} & set(item)
    is_like_book = is_loose and "publisher" in item and guide.name.startswith("nature")
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
    """Set an entry with the book's title as a chapter without a title of that book."""
    item, guide, reference = one.item, one.guide, one.reference
    title = item.get("title", "")
    # Other styles print the title in the place of an author who is not known.
    is_nature = guide.name.startswith("nature")  # which has a form for volumes, too
    if not (is_nature or ("author" in item and "volume" not in item)) or not title:
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


def titled_edition(one: Fitting) -> None:
    """Move an edition from the end of a book's title to its field; drop the "v" of a version."""
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


def foreign_journal(one: Fitting) -> None:
    """Keep the small words of a journal or a book in another language: "Annalen der Physik"."""
    item = one.item
    name = item.get("container-title", "")
    is_part = item["type"].startswith("article-") or item["type"] in _OF_VOLUMES
    if one.reference.lowered and is_part and has_foreign_word(name):
        item["container-title"] = f'<span class="nocase">{name}</span>'


def low_journal(one: Fitting) -> None:
    """Raise the words of an English journal that Google Scholar has in lower case.

    All guides print journals in title case; those of `Guide.titles_books` and Nature also the
    books and proceedings around a part.
    """
    item, guide = one.item, one.guide
    name = item.get("container-title", "")
    raises_books = guide.titles_books or guide.name.startswith("nature")
    is_raised = item["type"].startswith("article-") or (
        raises_books and (item["type"] in _ENTRIES or item["type"] == "paper-conference")
    )
    if one.reference.lowered and is_raised and _is_low(name):
        brand, space, rest = name.partition(" ") if name[:1].islower() else ("", "", name)
        if not rest:
            brand, rest = "", name
        raised = plain(cased([rest], "title", item.get("language", "")))
        item["container-title"] = brand + space + raised  # "npj Climate"


@functools.lru_cache(maxsize=256)  # a list has the same journals again
def _is_low(name: str) -> bool:
    """Return whether the name of a journal is English and has long words in lower case.

    >>> _is_low("Physical review letters"), _is_low("Mires and peat"), _is_low("nature")
    (True, True, True)
    >>> _is_low("Acta mathematica"), _is_low("Quaderni di storia"), _is_low("eLife")
    (False, False, False)
    """
    first, *others = _PLAIN_WORD.findall(name) or [""]
    if not others:
        return first == name and first.islower() and len(first) >= _LONG
    low = [word for word in others if word.islower() and len(word) >= _LONG]
    if not low or "<" in name or is_foreign(name) or has_foreign_word(name):
        return False
    known = sum(is_plainly_english(word.capitalize()) for word in low)
    return _OF_ENGLISH.search(name) is not None or 2 * known >= len(low)
