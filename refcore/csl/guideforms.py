"""Forms that one guide alone has, put into variables that its style prints.

A style prints what its variables hold; where its guide has a part that the style has no variable
for, the rule for it names the section of the guide.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from refcore.csl.fitting import Fitting
from refcore.csl.guides import REPORT, Guide
from refcore.csl.processor.numbers import is_numeric
from refcore.csl.processor.pages import page_ranges
from refcore.csl.recognized import EPISODE, KIND_OF_TALK
from refcore.text.patterns import regex
from refcore.text.titlecase import is_foreign, sentence_case

__all__ = ["RULES", "ordinal"]

_NUMBERED: Final = regex(r"\b(?:no|nr|num|number|rep|report)\b")
_CHICAGO: Final = ("chicago", "turabian")
_FORTHCOMING: Final = frozenset({"forthcoming", "to appear", "to be published"})
_WORKING_PAPER: Final = regex(r"(?:working|discussion|white|occasional) paper(?: series)?")
# Kinds of talks, and what was done with them (CMOS 17, section 14.217).
_SAID: Final = {
    "": "Presented",
    "paper": "Paper presented",
    "paper presented": "Paper presented",
    "poster presented": "Poster presented",
    "paper presentation": "Paper presented",
    "conference paper": "Paper presented",
    "conference session": "Paper presented",
    "paper session": "Paper presented",
    "conference presentation": "Paper presented",
    "presentation": "Paper presented",
    "talk": "Talk given",
    "invited talk": "Invited talk given",
    "poster": "Poster presented",
    "poster presentation": "Poster presented",
    "lecture": "Lecture given",
    "keynote address": "Keynote address given",
    "keynote": "Keynote address given",
}
# Parts that MLA's style prints the volume of a book after.
_BEFORE_VOLUMES: Final = frozenset(
    "edition container-title volume-title part-title editor editor-translator translator".split()
)
# Formats of electronic books, and databases that have them, which people write in a note.
_FORMAT: Final = regex(
    r"(?:amazon )?kindle(?: edition)?|epub|e-?book|nook|pdf(?: e-?book)?|apple books|google books"
    r"|adobe digital editions(?: pdf| epub)?|microsoft reader(?: e-?book)?|i?books|kobo"
    r"|(?:proquest )?(?:ebrary|ebook central)|ebsco(?:host)?|project muse|jstor|hathi ?trust"
    r"|internet archive",
    re.IGNORECASE,
)
# Kinds of works that APA prints in brackets after the title, in sentence case.
_BRACKETED: Final = regex(
    r"(?:(?:issue|policy|research) brief|(?:annual|progress|final|consultancy) report|white paper"
    r"|fact sheet|press release|news release|code of ethics|(?:computer|mobile) (?:software|app)"
    r"|video (?:file|game|webcast)|(?:tv|television) (?:series|episode|broadcast|series episode)"
    r"|(?:audio )?podcast(?: episode)?|power ?point slides|lecture notes|data set|blog post"
    r"|photograph|infographic|painting|sculpture|map)",
    re.IGNORECASE,
)
# What Zotero writes for where it has an entry from, which is not a database that holds the work.
_CATALOGUE: Final = regex(
    r"zotero|doi\.org.*|crossref.*|datacite.*|.*\bisbn\b.*|.*\bcatalog(?:ue)?\b.*"
    r"|library of congress.*|(?:open )?worldcat.*|k10plus.*|google (?:scholar|books)|amazon.*"
    r"|pubmed|dblp.*|semantic scholar|openalex|nasa ads|arxiv(?:\.org)?|(?:www\.)?[\w-]+"
    r"(?:\.[\w-]+)*\.[a-z]{2,6}(?: \(.*\))?",
    re.IGNORECASE,
)
# Indexes, which hold no article.
_INDEX: Final = regex(
    r"scopus|web of science.*|pubmed|medline.*|embase|cinahl|psycinfo|apa psycinfo|inspec|crossref"
    r"|doaj",
    re.IGNORECASE,
)
_READ_ALOUD: Final = regex(r"(?:unabridged )?audio-?book\b.{0,80}\Z", re.IGNORECASE)
_UNPUBLISHED: Final = regex(
    r"unpublished|(?:submitted|accepted|presented)(?: (?:for publication|to|at)\b.*)?"
    r"|in preparation|to be published|in press|under review",
    re.IGNORECASE,
)
_ITALIC: Final = regex(r"<i>([^<>]*)</i>")
_NAMED_BLOG: Final = regex(r"(.+?) \((?:we)?blog\)", re.IGNORECASE)
_TAG: Final = regex(r"</?span[^<>]*>")
_WHOLE_ISSUE: Final = regex(r"special (?:issue|section)", re.IGNORECASE)
_SUPREME_COURT: Final = frozenset({"U.S.", "U. S.", "S. Ct.", "L. Ed.", "L. Ed. 2d"})
_SUBTITLE: Final = regex(r"(?<=[^:]: )[a-z](?=[a-z]*(?:[\s,-]|\Z))")
_KEPT_SOMEWHERE: Final = frozenset("publisher archive archive-place URL DOI".split())
# What a paper in proceedings has, and a paper that was only read lacks.
_PUBLISHED: Final = frozenset(
    "page number volume issue publisher editor DOI collection-title".split()
)
_PROCEEDINGS: Final = regex(r"\b(?:proc|proceedings|advances|transactions|lecture notes)\b", re.I)
_THE: Final = regex(r"\A(?!the |[0-9]).*\b(?:meeting|conference|symposium|workshop|convention"
                    r"|congress|session|forum|summit|seminar)\b")  # fmt: skip


def _ieee_patent(one: Fitting) -> None:
    """Print "U.S. Patent" with the number, because the style leaves the genre out."""
    item = one.item
    if item["type"] != "patent":
        return
    if "genre" in item:
        number = item.get("number", "")
        if item["genre"].startswith("U.S."):
            number = number.removeprefix("US").lstrip()
        item["number"] = f"{item.pop('genre').replace('patent', 'Patent')} {number}"
    if item.get("number", "").startswith("US Patent"):
        item["number"] = f"U.S.{item['number'].removeprefix('US')}"


def _ieee_standard(one: Fitting) -> None:
    """Leave out the publisher of a standard whose number names it ("Standards")."""
    item = one.item
    names = [name.name for name in one.reference.authors]
    is_named = len(names) == 1 and item.get("number", "").startswith(f"{names[0]} ")
    if item["type"] == "standard" and (is_named or names == [item.get("publisher")]):
        item.pop("author", None)


def _ieee_talk(one: Fitting) -> None:
    """Print where a conference was ("Conferences and Conference Proceedings")."""
    item = one.item
    if item["type"] == "speech" and "event-title" in item and "event-place" in item:
        place = item.pop("event-place")
        item.pop("publisher-place", None)
        if place not in item["event-title"]:
            item["event-title"] = item["event"] = f"{item['event-title']}, {place}"


def _ieee_unpublished(one: Fitting) -> None:
    """Print that a work is unpublished ("Unpublished Work")."""
    item = one.item
    note = item.get("note", "").strip(". ")
    is_loose = item["type"] == "manuscript" and "publisher" not in item
    if is_loose and _UNPUBLISHED.fullmatch(note):
        item["publisher"] = note[:1].lower() + note[1:]
        item.pop("status", None)


def _ieee_book(one: Fitting) -> None:
    """Print manuals, and the series of the book that a chapter is in."""
    item, kind = one.item, one.item["type"]
    if kind == "book" and one.reference.extra.get("entrytype") == "manual":
        _ieee_manual(item)
    elif kind == "chapter" and "collection-title" in item and "container-title" in item:
        volume = item.get("volume", "")
        number = item.pop("collection-number", "") or volume
        label = ", vol. " if number == volume else ", no. "
        series = item.pop("collection-title") + (label + number if number else "")
        if number and number == volume:
            del item["volume"]
        item["container-title"] += f" <i>({series})</i>"


def _ieee_manual(item: dict[str, Any]) -> None:
    """Put the company after the edition (IEEE Reference Guide, "Manuals")."""
    edition = item.pop("edition", "")
    if edition.isdecimal():
        edition = f"{ordinal(int(edition))} ed."
    year = next(iter(item.get("issued", {}).get("date-parts", [])), [""])[0]
    page = item.get("page", "").replace("-", "–")
    pages = f"{'pp' if '–' in page else 'p'}. {page}" if page else ""
    place = item.get("publisher-place", "")
    parts = [edition, item.get("publisher", ""), place, str(year), pages]
    text = ", ".join(filter(None, parts))
    for name in ("publisher", "publisher-place", "issued", "page", "number"):
        item.pop(name, None)
    item |= {"type": "standard", "genre": text}  # the style has no type for manuals


def ordinal(number: int) -> str:
    """Return an English ordinal.

    >>> ordinal(2), ordinal(112)
    ('2nd', '112th')
    """
    ends = {1: "st", 2: "nd", 3: "rd"}
    end = "th" if number % 100 in (11, 12, 13) else ends.get(number % 10, "th")
    return f"{number}{end}"


def _nature(one: Fitting) -> None:
    """Print chapters of books, volumes and reports as Nature's formatting guide does."""
    item = one.item
    if one.guide.name != "nature":
        return
    kind = item["type"]
    chapter = item.get("chapter-number", "")
    is_book = chapter.isdecimal() and (one.reference.type == "book" or kind == "chapter")
    if is_book and "page" not in item:
        item["page"] = f"Ch. {chapter}"
    if kind == "chapter" and item.get("volume", "").isalnum() and "container-title" in item:
        item["container-title"] += f" <i>Vol. {item.pop('volume')}</i>"
    if kind == "article-journal" and "DOI" in item and not {"volume", "page"} & set(item):
        # The style prints the DOI twice.
        item["URL"] = f"https://doi.org/{item.pop('DOI')}"
    if kind == "article" and "publisher" in item and not {"DOI", "URL"} & set(item):
        # The style's "Preprint at" needs an address.
        item |= {"type": "article-journal", "container-title": item.pop("publisher")}
    is_loose = kind in ("webpage", "document") and one.reference.lowered
    if is_loose and "DOI" in item and "publisher" in item:
        item["type"] = "dataset"  # the only type for which the style prints the place
    if kind == "report" and "publisher" in item and "URL" not in item:
        item["type"] = "book"
    if kind == "patent" and "number" in item and "container-title" not in item:
        number = _labelled(item["number"])  # the style does not print it
        item |= {"type": "article-journal", "container-title": f"<i>{number}</i>"}


def _chicago_kind(one: Fitting) -> None:
    """Read the format of a book, and set papers in books and software as the manual does."""
    item = one.item
    if item["type"] == "book" and _FORMAT.fullmatch(item.get("note", "")):
        item.setdefault("medium", item.pop("note").rstrip(". "))  # CMOS 17, section 14.159
    if item["type"] == "paper-conference" and {"container-title", "page"} <= set(item):
        item["type"] = "chapter"  # CMOS 17, section 14.217
    years = item.get("issued", {}).get("date-parts", [])
    is_year = "author-date" in one.guide.name and list(map(len, years)) == [1]
    if item["type"] == "software" and is_year:
        item["type"] = "book"  # The style ends with "released" and the day, even if there is none.


def _chicago_years(one: Fitting) -> None:
    """Shorten ranges of years to 1951–63 (CMOS 17, section 9.64)."""
    years = one.item.get("issued", {}).get("date-parts", [])
    if len(years) == 2 and len(years[0]) == len(years[1]) == 1 and years[0][0] >= 1000:
        text = page_ranges(f"{years[0][0]}-{years[1][0]}", "chicago-15")
        one.item["issued"] = {"literal": text}


def _chicago_blog(one: Fitting) -> None:
    """Add "(blog)" to the name of a blog without this word (CMOS 17, section 14.208)."""
    item = one.item
    site = item.get("container-title", "")
    if item["type"] != "post-weblog":
        return
    if named := _NAMED_BLOG.fullmatch(site):
        site = named[1]
    if site and "blog" not in site.lower():
        # The span keeps the word small.
        item["container-title"] = f'{site}<i> (<span class="nocase">blog</span>)</i>'


def _chicago_loose(one: Fitting) -> None:
    """Set working papers as manuscripts, and manuscripts in no archive as talks (14.218)."""
    item, kind = one.item, one.item["type"]
    if kind == "report" and _WORKING_PAPER.fullmatch(item.get("genre", "").lower()):
        item["type"] = "manuscript"
    is_loose = kind in ("document", "personal_communication") or (
        kind == "manuscript" and "genre" in item
    )
    if is_loose and not _KEPT_SOMEWHERE & set(item) and "container-title" not in item:
        item["type"] = "speech"  # the style prints no loose manuscript


def _chicago_talk(one: Fitting) -> None:
    """Print what a talk is: "paper presented at the 5th Meeting"."""
    item = one.item
    said = _SAID.get(item.get("genre", "").lower())
    if said and item["type"] == "speech" and "event-title" in item:
        event = item["event-title"]
        the = "the " if _THE.match(event.lower()) else ""
        item.pop("genre", None)
        item["event-title"] = item["event"] = f"{said} at {the}{event}"


def _without_place(item: dict[str, Any]) -> None:
    """Leave out the town of a newspaper if it is in its name (CMOS 17, 14.193; MLA 9, 5.60)."""
    place = item.get("publisher-place", "")
    if item["type"] == "article-newspaper" and place and place in item.get("container-title", ""):
        del item["publisher-place"]


def _mla(one: Fitting) -> None:
    """Print the volume of a book in a variable that the style prints (MLA 9, section 5.51)."""
    item = one.item
    if not one.guide.name.startswith("modern-language-association"):
        return
    _without_place(item)
    edition = item.get("edition", "")
    if item["type"] == "article-newspaper" and edition[:1].islower():
        item["edition"] = f'<span class="nocase">{edition}</span>'  # "late ed.", section 5.51
    _mla_database(item)
    if item["type"] == "speech":
        _mla_talk(item)
    names = [name.name for name in one.reference.authors]
    if one.reference.lowered and len(names) == 1 and names[0] == item.get("publisher"):
        item.pop("author", None)  # MLA 9, section 5.20
        if item["type"] == "webpage":
            item.setdefault("container-title", item.pop("publisher"))
    if item["type"] != "book":
        return
    is_whole = "container-title" not in item
    is_collection = one.reference.extra.get("entrytype") == "collection"
    if {"author", "editor", "translator"} <= set(item) and is_whole:
        _mla_translators(item)
    elif "translator" in item and "author" not in item and is_whole and not is_collection:
        _mla_anonymous(item)
    volume = item.get("volume", "")
    if volume and "author" in item and not _BEFORE_VOLUMES & set(item):
        item["edition"] = f"Vol. {item.pop('volume')}"


def _mla_talk(item: dict[str, Any]) -> None:
    """Print the day of a talk as the event's date, and its kind last (MLA 9, section 5.99)."""
    if "genre" in item and "event-title" in item:
        item.setdefault("medium", item.pop("genre"))
    if "issued" in item:
        item.setdefault("event-date", item["issued"])
    if "event-place" in item:
        item.pop("publisher-place", None)


def _mla_database(item: dict[str, Any]) -> None:
    """Name the database that has an article before its address (MLA 9, section 5.102).

    The style prints ``source`` there. Zotero has a catalogue in it, or the host of a page.
    """
    source = item.get("source", "")
    others = (item.get("container-title", ""), item.get("publisher", ""))
    if source and (_CATALOGUE.fullmatch(source) or source in others):
        del item["source"]
    if item["type"].startswith("article-") and _INDEX.fullmatch(item.get("archive", "")):
        del item["archive"]
    is_article = item["type"].startswith("article-") and {"URL", "DOI"} & set(item)
    if is_article and "archive" in item and not {"archive-place", "archive_location"} & set(item):
        item["source"] = item.pop("archive")


def _mla_translators(item: dict[str, Any]) -> None:
    """Print "translated by" in lower case after the editors (MLA 9, section 5.46).

    The style has a capital for each role.
    """
    text = _listed(item.pop("translator"))
    *others, last = item["editor"]
    item["editor"] = [*others, {"literal": f"{_full_name(last)}, translated by {text}"}]


def _mla_anonymous(item: dict[str, Any]) -> None:
    """Begin a translated book without an author with its title (MLA 9, section 5.23).

    The style would begin with its translators; it prints an edition in their place.
    """
    parts = [f"Translated by {_listed(item.pop('translator'))}"]
    if "editor" in item:
        parts.append(f"edited by {_listed(item.pop('editor'))}")
    if edition := item.get("edition", ""):
        parts.append(f"{ordinal(int(edition))} ed." if edition.isdecimal() else edition)
    item["edition"] = ", ".join(parts)


def _listed(people: list[dict[str, Any]]) -> str:
    names = [_full_name(name) for name in people]
    return " and ".join(names) if len(names) < 3 else f"{names[0]} et al."


def _nlm_article(one: Fitting) -> None:
    """Print that an article is forthcoming, and a supplement to a volume (chapter 1)."""
    item = one.item
    state = item.get("status", "") or item.get("note", "").strip(". ")
    is_article = item["type"] == "article-journal" and "volume" not in item
    if is_article and state.lower() in _FORTHCOMING:
        year = next(iter(item.get("issued", {}).get("date-parts", [])), [""])[0]
        item["issued"] = {"literal": f"Forthcoming {year}".strip()}
    if {"supplement-number", "volume"} <= set(item) and "issue" not in item:
        item["volume"] += f" Suppl {item.pop('supplement-number')}"


def _nlm_talk(one: Fitting) -> None:
    """Name the kind of a talk once; the style has "presented at" for every talk."""
    item = one.item
    if item["type"] != "speech" or "genre" not in item:
        return
    if "event-title" in item:
        words = item.pop("genre")
        said = words.removesuffix(" presentation") if _is_paper(words) else words
        item["event-title"] = item["event"] = f"{said} presented at: {item['event-title']}"
    else:
        item["type"] = "manuscript"


def _nlm_address(one: Fitting) -> None:
    """Leave out the address of a DOI that is printed too."""
    item = one.item
    doi = item.get("DOI", "").lower()
    if doi and item.get("URL", "").lower().endswith(f"doi.org/{doi}"):
        del item["URL"]


def _nlm_volume(one: Fitting) -> None:
    """Print the volume of a book with chapters, which the style leaves out (chapter 22)."""
    item = one.item
    is_part = item["type"] in ("chapter", "entry-encyclopedia")
    if is_part and (volume := item.pop("volume", "")):
        edition = item.get("edition", "")
        edition = f"{ordinal(int(edition))} ed." if edition.isdecimal() else edition
        item["edition"] = f"{edition} Vol. {volume}".strip()


def _nlm_book(one: Fitting) -> None:
    """Print the translators of a book beside its author."""
    item = one.item
    if item["type"] == "book" and "author" in item and "translator" in item:
        _nlm_translators(item)


def _nlm_report(one: Fitting) -> None:
    """Print "Report No.:" before the number of a report (chapter 5)."""
    item = one.item
    number = item.get("number", "")
    is_bare = item["type"] == "report" and number and "genre" not in item
    if is_bare and not _NUMBERED.search(number.lower()):
        item["number"] = f"No.: {number}"


def _nlm_translators(item: dict[str, Any]) -> None:
    """Print translators after the edition, because the style does not print them (chapter 2)."""
    people = item.pop("translator")
    names = ", ".join(_with_bare_initials(name) for name in people)
    edition = item.get("edition", "")
    edition = f"{ordinal(int(edition))} ed. " if edition.isdecimal() else f"{edition} ".lstrip()
    item["edition"] = f"{edition}{names}, translator{'s' if len(people) > 1 else ''}."


def _with_bare_initials(name: dict[str, Any]) -> str:
    initials = "".join(part[0] for part in re.split(r"[\s.-]+", name.get("given", "")) if part)
    particle = name.get("non-dropping-particle", "")
    words = (particle, name.get("family", "") or name.get("literal", ""), initials)
    return " ".join(filter(None, words))


def _is_paper(words: str) -> bool:
    return words.lower() in ("paper presentation", "poster presentation")


def _apa_court(one: Fitting) -> None:
    """Leave out the court if the name of its reports has it (section 11.4)."""
    item = one.item
    if item["type"] == "legal_case" and item.get("container-title", "") in _SUPREME_COURT:
        item.pop("authority", None)


def _apa_review(one: Fitting) -> None:
    """Set the title of the reviewed work in sentence case."""
    item = one.item
    genre = item.get("genre", "")
    if one.reference.lowered and genre.startswith("Review of the"):
        item["genre"] = _ITALIC.sub(lambda run: f"<i>{sentence_case(run[1])}</i>", genre)


def _apa_number(one: Fitting) -> None:
    """Print "No." before the numbers of standards and reports (section 10.4).

    The style does so for plain numbers only.
    """
    item = one.item
    number = item.get("number", "")
    says_no = item.get("genre", "").endswith((" No.", " No"))
    if number and says_no:
        item["genre"] = item["genre"].removesuffix(".").removesuffix(" No")  # printed by the style
    if item["type"] == "broadcast" and number and EPISODE.fullmatch(item.get("genre", "")):
        item.setdefault("medium", item.pop("genre"))  # section 10.13: "(No. 4) [Audio podcast …]"
    is_bare = item["type"] == "standard" and number[:1].isdigit()
    is_coded = number and not is_numeric(number) and not _NUMBERED.search(number.lower())
    is_said = says_no or (item["type"] == "report" and item.get("genre") == REPORT)
    if "genre" in item and (is_bare or (is_coded and is_said)):
        item["number"] = f"No. {number}"
    if "genre" in item and number and item["type"].startswith("article-"):
        item.setdefault("medium", item.pop("genre"))  # printed beside an article number


def _apa_kind(one: Fitting) -> None:
    """Print [Film], [Song] and [Audiobook] (sections 10.12, 10.13; 10.2, example 22)."""
    item = one.item
    is_video = one.reference.extra.get("entrytype") == "video" and "director" not in item
    if item["type"] == "motion_picture" and not is_video:
        item.setdefault("genre", "Film")
    if item["type"] == "song" and "container-title" in item and "number" not in item:
        item.setdefault("genre", "Song")
    if item["type"] == "book" and "genre" not in item and _READ_ALOUD.match(item.get("note", "")):
        item["genre"] = item.pop("note").rstrip(". ")


def _apa_museum(one: Fitting) -> None:
    """Print the town of a museum after its name (section 10.14, example 97)."""
    item = one.item
    for name, place in (("publisher", "publisher-place"), ("archive", "archive-place")):
        if item["type"] == "graphic" and {name, place} <= set(item):
            item[name] += f", {item.pop(place)}"


def _apa_issue(one: Fitting) -> None:
    """Print "(2021, Winter)" and a whole issue (section 10.1, examples 7 and 14)."""
    item = one.item
    is_seasonal = "season" in item.get("issued", {}) and "volume" not in item
    if item["type"] == "article-journal" and is_seasonal:
        item["type"] = "article-magazine"
    if item["type"] == "article-journal" and "editor" in item and "author" not in item:
        note = item.get("note", "").rstrip(".")
        if _WHOLE_ISSUE.fullmatch(note):
            item["genre"] = item.pop("note").rstrip(".")


def _apa_brackets(one: Fitting) -> None:
    """Lower what is in brackets: "[Issue brief]" (section 9.21)."""
    item = one.item
    if not item.get("number", "") and _BRACKETED.fullmatch(item.get("genre", "")):
        item["genre"] = sentence_case(item["genre"])


def _apa_in_press(one: Fitting) -> None:
    """Print "in press" in the place of the year (section 8.11)."""
    item = one.item
    if item.get("status", "").lower() == "in press" and "volume" not in item:
        item["issued"] = {"literal": item.pop("status")}


def _apa_working_paper(one: Fitting) -> None:
    """Leave out "Working Paper Series" beside "Working Paper No. 3" (section 10.4)."""
    item = one.item
    genre = item.get("genre", "").lower()
    series = _TAG.sub("", item.get("collection-title", "")).lower()
    if item["type"] == "report" and genre and series.startswith(genre):
        del item["collection-title"]


def _apa_proceedings(one: Fitting) -> None:
    """Print a series of proceedings; set an unpublished paper as a talk (section 10.5)."""
    item = one.item
    if {"container-title", "collection-title", "volume", "editor"} <= set(item):
        _apa_series(item)
    is_paper = item["type"] == "paper-conference" and not _PUBLISHED & set(item)
    event = item.get("container-title", "")
    if is_paper and event and not _PROCEEDINGS.search(event):
        _as_talk(item)


def _apa_series(item: dict[str, Any]) -> None:
    """Put a numbered series before the title of proceedings (section 10.5, example 61)."""
    if item["type"] in ("chapter", "paper-conference") and "volume-title" not in item:
        series = sentence_case(item.pop("collection-title"))
        title = item["container-title"]
        item["container-title"] = f"{series}: Vol. {item.pop('volume')}. {title}"


def _apa_titles(one: Fitting) -> None:
    """Capitalise the first word of a subtitle (section 6.17), lower case in other formats."""
    item = one.item
    if is_foreign(item.get("title", "")) or item.get("language", "en")[:2].lower() != "en":
        return
    is_article = item["type"].startswith("article-")
    for name in ("title",) if is_article else ("title", "container-title"):
        if ": " in (text := item.get(name, "")):
            item[name] = _SUBTITLE.sub(lambda start: start[0].upper(), text)


def _as_talk(item: dict[str, Any]) -> None:
    """Set a paper in no proceedings as a talk at a meeting; its note may name the kind."""
    item["type"] = "speech"
    item.setdefault("event-title", item.pop("container-title"))
    item["event"] = item["event-title"]
    if "publisher-place" in item:
        item.setdefault("event-place", item.pop("publisher-place"))
    if KIND_OF_TALK.fullmatch(item.get("note", "").rstrip(".")):
        item.setdefault("genre", item.pop("note").rstrip("."))


def _acm(one: Fitting) -> None:
    """Put parts of ACM's reference format into variables that its styles print."""
    item, guide = one.item, one.guide
    if not guide.is_acm:
        return
    kind = item["type"]
    number = item.get("number", "")
    if kind in ("article-journal", "paper-conference") and number:
        _acm_article(item)
    elif kind == "report" and number:
        report = " ".join(filter(None, (item.get("genre", ""), number)))
        item["publisher"] = ". ".join(filter(None, (report, item.get("publisher", ""))))
    elif kind == "report" and "publisher" in item and not one.reference.implied:
        item["publisher"] = ". ".join(filter(None, (item.get("genre", ""), item["publisher"])))
    elif kind in ("article", "patent") and number and "container-title" not in item:
        item["container-title"] = f"<i>{_labelled(number)}</i>" if kind == "patent" else number
    elif kind == "book" and {"collection-title", "publisher"} <= set(item):
        _acm_series(item)
    elif kind == "software" and "publisher" in item and "container-title" not in item:
        item["type"] = "book"  # the style prints their publisher and place
    elif kind == "chapter" and "container-title" in item:
        _acm_chapter(item)
    elif kind in ("webpage", "document") and "genre" in item and "container-title" not in item:
        item["container-title"] = f"<i>{item['genre']}</i>"
    if kind == "paper-conference":
        year = next(iter(next(iter(item.get("issued", {}).get("date-parts", [])), [])), "")
        container = item.get("container-title", "")
        if year:
            item["container-title"] = container.removesuffix(f", {year}")
        if not {"publisher", "page", "number"} & set(item) and container:
            _acm_meeting(item)


def _acm_meeting(item: dict[str, Any]) -> None:
    """Set a paper without pages and publisher as a talk: then the style leaves no gap for them."""
    series = item.pop("collection-title", "")
    event = item.pop("container-title") + (f" ({series})" if series else "")
    item |= {"type": "speech", "event-title": event, "event": event}


def _acm_series(item: dict[str, Any]) -> None:
    """Print the series of a book before its publisher."""
    volume = item.get("volume", "") or item.get("collection-number", "")
    series = item["collection-title"] + (f", Vol. {volume}" if volume else "")
    item["publisher"] = f"{series}. {item['publisher']}"
    item.pop("volume", None)


def _acm_chapter(item: dict[str, Any]) -> None:
    """Print the editors of a book as "(Ed.)", and its series."""
    if series := item.get("collection-title", ""):
        number = item.get("collection-number", "") or item.get("volume", "")
        item["container-title"] += f" ({series}{', Vol. ' + number if number else ''})"
    editors = item.get("editor")
    if not editors:
        return
    if edition := item.pop("edition", ""):
        number = f"{ordinal(int(edition))} ed." if edition.isdecimal() else edition
        item["container-title"] += f"<i> ({number})</i>"
    names = [_full_name(editor) for editor in editors]
    text = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{_and(names)}{names[-1]}"
    item["container-title"] += f"<i>, {text} (Ed{'s' if len(names) > 1 else ''}.)</i>"
    del item["editor"]


def _and(names: list[str]) -> str:
    return ", and " if len(names) > 2 else " and "


def _full_name(name: dict[str, Any]) -> str:
    labels = ("given", "dropping-particle", "non-dropping-particle", "family", "literal", "suffix")
    return " ".join(filter(None, map(name.get, labels)))


def _labelled(number: str) -> str:
    return number if "patent" in number.lower() else f"Patent No. {number}"


def _acm_article(item: dict[str, Any]) -> None:
    """Print the number of an article, and how many pages it has."""
    number = item["number"]
    pages = item.get("number-of-pages", "")
    length = f"{pages} page{'' if pages == '1' else 's'}" if pages else ""
    # The span keeps the word from being read as a label, which the style would abbreviate.
    article = f'<span class="nocase">Article</span> {number}'
    words = [item.get("issue", ""), article]
    if item["type"] == "article-journal":
        item["issue"] = ", ".join(filter(None, words))
        words = [""]
    if item.get("page", number) == number:
        item.pop("page", None)
        if page := ", ".join(filter(None, [words[-1], length])):
            item["page"] = page


def _of(is_guide: Callable[[Guide], bool], *rules: Callable[[Fitting], None]) -> _Rule:
    """Return the rules of one guide as one rule, which does nothing under other guides."""

    def applied(one: Fitting) -> None:
        if is_guide(one.guide):
            for rule in rules:
                rule(one)

    return applied


_Rule: TypeAlias = Callable[[Fitting], None]
RULES: Final[tuple[_Rule, ...]] = (
    _of(
        lambda guide: guide.name.startswith("apa"),
        _apa_titles,
        _apa_court,
        _apa_review,
        _apa_number,
        _apa_kind,
        _apa_museum,
        _apa_issue,
        _apa_brackets,
        _apa_in_press,
        _apa_working_paper,
        _apa_proceedings,
    ),
    _of(
        lambda guide: guide.name.startswith(_CHICAGO),
        _chicago_kind,
        _chicago_years,
        lambda one: _without_place(one.item),
        _chicago_blog,
        _chicago_loose,
        _chicago_talk,
    ),
    _of(
        lambda guide: guide.name.startswith("ieee"),
        _ieee_patent,
        _ieee_standard,
        _ieee_talk,
        _ieee_unpublished,
        _ieee_book,
    ),
    _mla,
    # *Citing Medicine*
    _of(
        lambda guide: guide.labels_report_numbers,
        _nlm_article,
        _nlm_talk,
        _nlm_address,
        _nlm_volume,
        _nlm_book,
        _nlm_report,
    ),
    _nature,
    _acm,
)
