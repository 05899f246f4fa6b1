"""Finds what kind of work an item is from hints beside its type.

A .bib file has few types: newspapers are an ``@article``, talks and films a ``@misc``. Each rule
reads the hints of one kind, and gives the item the type and the variables that styles print.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from refcore.csl.fitting import Fitting
from refcore.formats.csljson.names import name_to_csl
from refcore.latex import decode
from refcore.model.people import Authors
from refcore.text.patterns import regex
from refcore.text.servers import name_of_preprints, server_names
from refcore.text.titlecase import is_foreign, sentence_case

__all__ = ["AHEAD", "ART", "EPISODE", "KIND_OF_TALK", "RULES", "people_in"]

_LOOSE: Final = frozenset({"document", "manuscript", "webpage"})  # what a @misc may be
_PLACED: Final = ("volume", "issue", "number", "DOI", "status")  # of an article
_DAY: Final = 3  # parts of a date with a day
# Notes of an article that has no volume yet.
AHEAD: Final = regex(
    r"(?:published )?(?:advance online publication|(?:e-?pub |online )?ahead of print|online first"
    r"|early access)",
    re.IGNORECASE,
)
# Titles of newspapers, and words that only titles of journals have.
_NEWSPAPER: Final = regex(
    r"\b(?:Times|Post|Herald|Tribune|Guardian|Gazette|Telegraph|Chronicle|Daily|Observer|Globe"
    r"|Independent|Inquirer|Examiner|Sentinel|Mirror|Dispatch|Courier|USA Today|Wall Street Journal"
    r"|Zeitung|Le Monde|El Pa[ií]s)\b"
)
_MAGAZINE: Final = regex(
    r"(?:The )?(?:Economist|New Yorker|Atlantic|Spectator|New Statesman|New Republic|Nation)"
    r"|Newsweek|Scientific American|New Scientist|Wired|Harper['’]s(?: Magazine)?"
    r"|National Geographic|Forbes|Fortune|Rolling Stone|Monitor on Psychology"
    r"|Smithsonian|Popular Science|Vanity Fair|Psychology Today|London Review of Books"
    r"|(?:The )?New York Review of Books"
    r"|(?:The )?Times Literary Supplement|Der Spiegel|Die Zeit"
)
_JOURNAL: Final = regex(
    r"\A(?!.*Wall Street).*\b(?:Journal|Review|Affairs|Studies|Annals|Transactions|Proceedings"
    r"|Letters|Research|Science)\b"
)
_OF_BOOKS: Final = regex(r"Review(?: of Books)?\Z")  # "London Review of Books"
_NEWS_PAGE: Final = regex(r"[A-Z][0-9]{1,2}(?:, ?[A-Z][0-9]{1,2}|[-–]{1,2}[A-Z]?[0-9]{1,2})*")
_SECTION: Final = regex(r"\s*Section:\s", re.IGNORECASE)  # Zotero's note for newspapers
_REVIEW: Final = regex(
    r"\[?((?:book |film |essay )?reviews? (?:essay )?of .{3,300}?|rev\. of .{3,300}?)[\]. ]*",
    re.IGNORECASE,
)
_BY_AUTHOR: Final = regex(r"</i> by (?=[A-Z])")  # after the title of what is reviewed
_OWN_TITLE: Final = regex(r"\breview(?:s|ed)?\b", re.IGNORECASE)
_ROLE: Final = regex(r", (?:(?:Exec\. )?(?:Dir|Wri|Prod)s?(?:\. & )?)+\Z")
_FRONT: Final = regex(
    r"(?:introduction|foreword|preface|afterword|prologue|epilogue"
    r"|(?:editor|translator)['’]s (?:introduction|note|preface))",
    re.IGNORECASE,
)
_REVIEWING: Final = ("apa", "modern-language-association", "chicago", "turabian")
# "List of bogs --- Wikipedia, The Free Encyclopedia", as Wikipedia's own export has it.
_SPAN: Final = r"(?:<span class=\"nocase\">)?"
_WIKIPEDIA: Final = regex(
    rf"(.{{1,300}}?)\s*(?:[—–|]|-{{1,3}})\s*{_SPAN}(?P<name>Wikipedia|Wiktionary)(?:</span>)?"
    r"(?:[,:]\s*(?:the|die|la|l')\s?\S+\s\S+)?[\s.]*",
    re.IGNORECASE,
)
_WIKIS: Final = ("Wikipedia", "Wiktionary")
_CONTRIBUTORS: Final = regex(r"(?:Wikipedia|Wiktionary) (?:contributors|editors|authors)", re.I)
# Archives of preprints and reports; ERIC keeps reports. arXiv's works are read by their ids.
_SERVERS: Final = (server_names(of_preprints_alone=True) - {"arxiv", "corr"}) | {"eric"}
_MARKS: Final = regex(r"\W+")
_LETTERED: Final = regex(r"[A-Z]{2,4}-?[0-9]{4,8}")  # ED545393
_KINDS: Final = {
    "dataset": "dataset",
    "data set": "dataset",
    "software": "software",
    "computer software": "software",
    "computer program": "software",
    "map": "map",
    "standard": "standard",
}
_KEEPS_DATA: Final = regex(
    r"dryad.*|pangaea.*|.*\bdataverse|icpsr|mendeley data|.*\bdata (?:archive|bank|center|centre"
    r"|repository|service)|inter-university consortium for political and social research.*",
    re.IGNORECASE,
)
# "Available at SSRN 3580000", as Google Scholar has it.
_SSRN: Final = regex(r"(?:available at )?ssrn(?: electronic journal)?(?:[ ,:]{1,3}(\d+))?", re.I)
# Kinds of identifiers that are not archives of preprints.
_NO_ARCHIVES: Final = frozenset("arxiv doi eprint googlebooks hdl jstor pubmed url".split())
KIND_OF_TALK: Final = regex(
    r"(?:(?:conference|paper|poster|keynote|invited|oral|plenary|panel|symposium|guest|public"
    r"|contributed|lightning)\s)*"
    r"(?:talk|lecture|presentation|poster|paper session|conference session|conference paper|keynote"
    r"|keynote address|address|speech|seminar|webinar|colloquium|paper presentation)",
    re.IGNORECASE,
)
# "Paper presented at the Fen Conference, Oslo"; "Invited talk, Fen Conference".
_GIVEN: Final = regex(
    r"(?P<kind>[^\W\d_][\w ]{2,30}?)?[,]?\s?(?:\b(?:presented|given|delivered|held|read)\s)?"
    r"\bat\s(?:the\s)?(?P<event>\S.{3,200}?)[. ]*",
    re.IGNORECASE,
)
_MEETING: Final = regex(
    r"\b(?:Congress|Conference|Convention|(?:Annual|General) Meeting|Symposium|Workshop"
    r"|Colloquium)\b"
)
# Variables of a paper in proceedings that a presentation lacks.
_PUBLISHED: Final = frozenset(
    "container-title collection-title page number volume publisher editor DOI URL".split()
)
# "US Patent 6,285,999"
_PATENT: Final = regex(
    r"(?P<office>US|U\.S\.|EP|[A-Z][a-z]+) (?P<kind>Patent(?: App(?:\.|lication))?) "
    r"(?:[Nn]o\.? )?(?P<number>[A-Z]{0,2}[0-9][0-9,/ ]{3,20}(?: ?[A-Z][0-9]?)?)"
)
_GIVEN_KIND: Final = regex(
    r"(?:paper|poster|talk|lecture|presentation|keynote|address|seminar|speech|tutorial)s?",
    re.IGNORECASE,
)
_BLOG: Final = regex(r"(?:we)?blog(?: (?:post|entry))?|billet", re.IGNORECASE)
_VIDEO_SITE: Final = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "bilibili.com": "Bilibili",
    "dailymotion.com": "Dailymotion",
}
_HOST: Final = regex(r"https?://(?:www\.|m\.)?([^/?#:]+)")
_VIDEO: Final = regex(
    r"\[?(?:(?:online |youtube )?video(?: file| recording|recording)?|film)\]?", re.IGNORECASE
)


_FILM: Final = regex(
    r"\[?(?:(?:feature |documentary )?film|motion picture|movie)\]?\.?", re.IGNORECASE
)

# Descriptions in place of a title.
_LETTER: Final = regex(
    r"(?:(?:unpublished |open |typed )?(?:letter|e-?mail|memo(?:randum)?|telegram|postcard|message"
    r"|text message)|diary entry) (?:to|from|message to) [A-Z].{2,100}",
    re.IGNORECASE,
)
_TO_AUTHOR: Final = regex(
    r"(?:e-?mail|text|facebook|twitter|instagram|whatsapp|letter|(?:telephone|phone) conversation"
    r"|telephone call|conversation|discussion|interview)(?: (?:direct|private|text))?(?: message)?"
    r" (?:to|with) (?:the )?author",
    re.IGNORECASE,
)
_SPAN_TAG: Final = regex(r"</?span[^<>]*>")
_KEPT_IN: Final = ("note", "publisher")  # where people write who keeps a letter
_KEEPING: Final = regex(
    r"\b(?:Library|Archives?|Collections?|Papers|Museum|MSS?|Manuscripts?|Record Office"
    r"|Bibliothek|Biblioth[eè]que|Archiv)\b"
)
ART: Final = regex(
    r"(?:oil )?(?:painting|sculpture|drawing|etching|engraving|woodcut|watercolou?r|print"
    r"|photograph|installation|tapestry|fresco|mosaic|lithograph|collage|screen ?print|bronze"
    r"|marble|terracotta|mixed media)"
    # "oil on canvas", "egg tempera and gold leaf on panel", "gelatin silver print"
    r"|(?:[^\W\d_][\w-]* |, |& ){1,6}on (?:[^\W\d_][\w-]* ){0,2}(?:canvas|panel|paper|board|wood"
    r"|linen|copper|silk|plaster|aluminum|cardboard|vellum|parchment|hardboard|masonite|glass)"
    r"|(?:gelatin silver|albumen|chromogenic|platinum|salted paper|inkjet) print"
    r"|(?:cast |patinated )?(?:bronze|marble|plaster|limestone)(?: sculpture)?",
    re.IGNORECASE,
)
_MUSEUM: Final = regex(
    r"\A(?!.*\b(?:Press|Zoology|Natural|Sciences?|Anthropology|Archaeology|History)\b)"
    r".*\b(?:Museum|Mus[eé]e|Museo|Galler(?:y|ia)|Galerie|Pinakothek|Kunsthalle"
    r"|Rijksmuseum|Uffizi|Louvre|Prado|Hermitage|Tate|Art Institute|Institute of Arts?"
    r"|Kunstmuseum|Kunstsammlung(?:en)?|Museu)\b"
)
_COLUMN: Final = regex(
    r"(?:editorial|letter(?: to the editor)?|commentary|comment|obituary|op-ed|opinion|book review"
    r"|corrigendum|erratum|retraction|profile|interview)",
    re.IGNORECASE,
)
_LED: Final = regex(r"interview(?:ed)? by ([A-Z][^,;:]{3,60})", re.IGNORECASE)
_FOUND: Final = frozenset({"publisher", "container-title", "URL", "DOI"})
_INTERVIEWED: Final = regex(r"(?:an )?interview(?:ed)? (?:by|with) (.{3,80})", re.IGNORECASE)
_STANDARD: Final = regex(
    r"(?:IEEE|ISO|IEC|ANSI|ASTM|DIN|BS|EN|ITU|NIST|ETSI|NISO)\b[\w /.:-]{0,20}[0-9][\w.:/-]{0,20}"
    r"(?: standard)?",
)
_SHOWN: Final = regex(
    r"\[?(?:video|film|photographs?|infographic|podcast|interactive map|map|slides|blog post"
    r"|tweet|thread|status update|(?:facebook |instagram |linkedin |online |forum |mastodon )*post"
    r"|online forum (?:post|comment)|comment|reel|story|highlight|(?:tiktok )?profile|toot)\]?",
    re.IGNORECASE,
)
# "347 U.S. 483", "78 Stat. 241"
_REPORTED: Final = regex(r"([0-9]{1,4}) ([A-Z][\w.&' ]{0,30}?) ([0-9]{1,5})(?: \([^()]*\))?")
_CODES: Final = frozenset({"U.S.C.", "U. S. C.", "U.S.C.A.", "C.F.R."})  # cited by section
_PUBLIC_LAW: Final = regex(r"\A(?:Pub(?:lic|\.)? L(?:aw|\.)?,? )(?:No\.? )?", re.IGNORECASE)
_CARRIER: Final = regex(
    r"(?:\d+ )?(?:DVDs?|DVD video|Blu-?ray(?: discs?)?|VHS|video ?cassettes?|CDs?|compact discs?"
    r"|LPs?|vinyl|audio ?cassettes?|MP3|16 mm|35 mm)",
    re.IGNORECASE,
)
EPISODE: Final = regex(
    r"(?:audio |video )?podcast(?: episode)?|radio (?:broadcast|series episode|episode)"
    r"|(?:tv|television|web) (?:series )?episode",
    re.IGNORECASE,
)
_SHOWS: Final = frozenset({"broadcast", "motion_picture", "song"})
_SOUNDS: Final = frozenset({"motion_picture", "song", "webpage", "document"})
# Fields for contributors that neither BibTeX nor BibLaTeX has.
_MAKERS: Final = "director host interviewer composer illustrator producer narrator".split()


def _makers(one: Fitting) -> None:
    """Read the director of a film and other contributors from fields of their own.

    ``authortype={host}`` gives the role of the authors (APA 7, section 10.13), and biblatex-apa
    has a field for authors that are groups.
    """
    item, extra = one.item, one.reference.extra
    if "groupauthor" in extra and "author" not in item:
        item["author"] = [{"literal": name.name} for name in people_in(extra["groupauthor"])]
    for role in _MAKERS:
        if role in extra and role not in item and (names := people_in(extra[role])):
            item[role] = [name_to_csl(name) for name in names]
    role = extra.get("authortype", "")
    if role in _MAKERS and "author" in item and one.guide.name.startswith("apa"):
        item[role] = item.pop("author")  # the style prints "(Host)" after the names


def people_in(written: str) -> Authors:
    """Return the people that a field of a .bib file lists.

    >>> people_in("Fei, Bo and Elm, Al")
    Authors([Person('Bo', 'Fei'), Person('Al', 'Elm')])
    """
    from refcore.bibtex.names import read_names  # only a .bib file has such fields

    return read_names(written)[0]


def _episode(one: Fitting) -> None:
    """Set an episode of a podcast as one of a broadcast (APA 7, section 10.13)."""
    item = one.item
    words = item.get("genre", "") or item.get("medium", "")  # as Zotero has it
    if one.reference.extra.get("entrysubtype", "").startswith("podcast"):  # as biblatex-apa
        is_part = item.keys() & {"container-title", "collection-title"}
        words = item.setdefault("genre", "Audio podcast episode" if is_part else "Audio podcast")
    if item["type"] in _SOUNDS and EPISODE.fullmatch(words):
        is_mla = one.guide.name.startswith("modern-language-association")
        is_alone = not {"container-title", "collection-title"} & set(item)
        if is_mla and is_alone and item["type"] == "webpage" and "publisher" in item:
            item["container-title"] = item.pop("publisher")  # MLA 9, section 5.31
        item["type"] = "broadcast"
        if "container-title" not in item and "collection-title" in item:
            item["container-title"] = item.pop("collection-title")


def _standard(one: Fitting) -> None:
    """Set a ``@misc`` with the number of a standard as a standard."""
    item = one.item
    words = item.get("publisher", "")
    is_bare = item["type"] == "document" and one.reference.lowered and "number" not in item
    if is_bare and "author" not in item and _STANDARD.fullmatch(words):
        item |= {"type": "standard", "number": item.pop("publisher")}
        if one.guide.titles_books:
            item["title"] = one.reference.title  # in title case, as those of books


def _said_of_article(one: Fitting) -> None:
    """Read a note with the kind of an article, or the interviewer (APA 7, section 10.1)."""
    item = one.item
    note = item.get("note", "").strip("[]. ")
    is_article = item["type"].startswith("article-")
    if not (is_article or item["type"] in _LOOSE) or not one.reference.lowered:
        return
    if not is_article:
        _led(one)
        return
    names_kinds = one.guide.name.startswith("apa") or one.guide.labels_report_numbers
    if names_kinds and "genre" not in item and _COLUMN.fullmatch(note):
        is_apa = one.guide.name.startswith("apa")
        item["genre"] = sentence_case(note) if is_apa else note.lower()
        del item["note"]
    elif (found := _LED.fullmatch(note)) and "interviewer" not in item:
        item["interviewer"] = [name_to_csl(name) for name in people_in(found[1])]
        del item["note"]


def _led(one: Fitting) -> None:
    """Set a ``@misc`` with "Interview by Al Elm" as an interview (CMOS 17, 14.213).

    An interview with no place of publication is not set as one: styles would not print it.
    """
    item = one.item
    for name in ("note", "publisher", "genre", "container-title"):
        found = _LED.fullmatch(item.get(name, "").strip("[]. "))
        if found is None or not (_FOUND - {name}) & set(item):
            continue
        del item[name]
        item |= {"type": "interview", "interviewer": [name_to_csl(n) for n in people_in(found[1])]}
        if one.guide.name.startswith("modern-language-association") and "publisher" in item:
            item.setdefault("container-title", item.pop("publisher"))
        return


def _letter(one: Fitting) -> None:
    """Set a work that is titled as a letter as one (CMOS 17, 14.229; APA 7, section 10.8).

    APA lists letters in archives only.
    """
    item, guide = one.item, one.guide
    kind, title = item["type"], one.reference.title
    bare = _SPAN_TAG.sub("", title)
    if not _LETTER.fullmatch(bare) or _TO_AUTHOR.fullmatch(bare):
        return
    is_known = guide.name.startswith((*_REVIEWING, "nlm"))
    is_loose = is_known and _is_loose(one) and not {"container-title", "URL", "DOI"} & set(item)
    if not is_loose and kind != "personal_communication":
        return
    if item.get("publisher", "").lower() in ("letter", "correspondence"):
        del item["publisher"]
    keeper = next((name for name in _KEPT_IN if _KEEPING.search(item.get(name, ""))), "")
    if keeper and "archive" not in item:
        item["archive"] = item.pop(keeper).rstrip(". ")
        if keeper == "publisher" and "publisher-place" in item:
            item["archive-place"] = item.pop("publisher-place")
    is_apa = guide.name.startswith("apa")
    if is_loose and ("publisher" in item or (is_apa and "archive" not in item)):
        return
    item |= {"type": "personal_communication", "title": title}  # names are not words of a title
    if guide.name.startswith(_REVIEWING[1:]) or (is_apa and "archive" in item):
        item["genre"] = item.pop("title")


def _untitled(one: Fitting) -> None:
    """Read a title that only describes a talk with somebody (CMOS 17, 14.211 and 14.214)."""
    item, guide = one.item, one.guide
    title = item.get("title", "")
    kind = item["type"]
    if _is_loose(one) and _TO_AUTHOR.fullmatch(title) and not {"publisher", "genre"} & set(item):
        if guide.name.startswith(_REVIEWING[1:]):
            item["publisher"] = item.pop("title")  # before the day: CMOS 17, section 14.214
    elif kind == "interview" and (found := _INTERVIEWED.fullmatch(title)):
        names = {name.get("family", "") for name in item.get("interviewer", ())}
        if any(name and name in found[1] for name in names):
            del item["title"]
    note = item.get("note", "")
    if kind == "manuscript" and "archive" not in item and "," in note and _KEEPING.search(note):
        item["archive"] = item.pop("note").rstrip(". ")
    if kind in ("personal_communication", "manuscript") and "call-number" in item:
        item.setdefault("archive", item["call-number"])  # BibLaTeX's ``library``


def _in_museum(one: Fitting) -> None:
    """Set a ``@misc`` in a museum as a work of art (MLA 9, app. 2; CMOS 17, section 14.235)."""
    item = one.item
    is_bare = item["type"] in ("document", "webpage") and one.reference.lowered
    if not is_bare or "author" not in item or {"DOI", "number", "container-title"} & set(item):
        return
    note, publisher = item.get("note", "").strip("[]. "), item.get("publisher", "")
    if "genre" not in item and ART.fullmatch(publisher) and _MUSEUM.search(note):
        item |= {"genre": publisher, "publisher": note}
        del item["note"]
    elif "genre" not in item and ART.fullmatch(note) and _MUSEUM.search(publisher):
        item["genre"] = note
        del item["note"]
    is_art = ART.fullmatch(item["genre"]) if "genre" in item else "URL" not in item
    if is_art and _MUSEUM.search(item.get("publisher", "")):
        item["type"] = "graphic"


def _is_loose(one: Fitting) -> bool:
    return one.item["type"] in _LOOSE and one.reference.lowered


def _addition(one: Fitting) -> None:
    """Print BibLaTeX's ``titleaddon``: in APA as the kind of a work (9.21), else in the title.

    Other guides print it after the title, as BibLaTeX does: "On Moss. With a Reply".
    """
    item, reference = one.item, one.reference
    addition = decode(reference.extra.get("titleaddon", ""))
    if addition and "genre" not in item and one.guide.name.startswith("apa"):
        if item["type"] in _SHOWS and item.get("language", "en")[:2].lower() != "en":
            item["title"] += f" <i>[{addition}]</i>"  # "[Film]" follows (APA 7, section 10.12)
        else:
            item["genre"] = addition
    elif addition and not _reviews(item, addition) and item["type"] != "webpage":
        addition = sentence_case(addition)
        addition = addition[:1].upper() + addition[1:]
        # Beside a title in another language it is the translation (CMOS 17, section 14.99).
        is_foreign_title = item.get("language", "en")[:2].lower() != "en"
        is_translation = is_foreign_title and not is_foreign(addition)
        _add_to(item, "title", f"[{addition}]" if is_translation else addition)
    _add_to(item, "container-title", decode(reference.extra.get("booktitleaddon", "")))


def _reviews(item: dict[str, Any], words: str) -> bool:
    """Return whether words say what an article reviews; `_review` has printed them."""
    return item["type"].startswith(("article-", "review")) and bool(_REVIEW.fullmatch(words))


def _add_to(item: dict[str, Any], name: str, addition: str) -> None:
    """Print words after a title, each as its own sentence unless they are in brackets."""
    title = item.get(name, "")
    if not title or not addition or addition in title:
        return
    joint = " " if addition[0] in "([" or title[-1] in ".?!" else ". "
    item[name] = title + joint + addition


def _review(one: Fitting) -> None:
    """Print what a review is about after its title (APA 7, section 10.7; MLA 9, 5.106)."""
    item, reference = one.item, one.reference
    kind = item["type"]
    if (
        reference.lowered
        and kind == "webpage"
        and _REVIEW.fullmatch(item.get("container-title", ""))
    ):
        item["genre"] = item.pop("container-title")  # ``titleaddon`` is often the name of the site
    if not kind.startswith(("article-", "review")):
        return
    addition = decode(reference.extra.get("titleaddon", ""))
    texts: tuple[str, ...] = (addition, item.get("note", ""), reference.title)
    if not reference.lowered:
        texts = ("", "", reference.title) if reference.title.startswith("Review of ") else ()
    if "rev" not in "".join(texts).lower():
        return
    found = next(filter(None, map(_REVIEW.fullmatch, texts)), None)
    if found is None:
        _titled_review(item, reference.title)
        return
    if found.string == item.get("note"):
        del item["note"]
    elif found.string == reference.title:
        # Without a title of its own, and without quotes (CMOS 17, section 14.202).
        if not one.guide.name.startswith(_REVIEWING):
            return
        del item["title"]
    # The period of ", Dir." stays (APA 7, section 10.7).
    words = _BY_AUTHOR.sub("</i>, by ", found[1])
    item.setdefault("genre", f"{words}." if _ROLE.search(words) else words)
    if kind == "review":
        item["type"] = "article-magazine" if len(_parts(item)) == _DAY else "article-journal"


def _titled_review(item: dict[str, Any], title: str) -> None:
    """Set a review whose own title says so as an article: "A Review of Elm's Moss".

    Styles print the title of a review as that of the reviewed work.
    """
    if item["type"] == "review" and _OWN_TITLE.search(title):
        item["type"] = "article-journal"


def _front_matter(one: Fitting) -> None:
    """Print the kind of an introduction in place of a title (CMOS 17, 14.110; MLA 9, 5.27)."""
    item = one.item
    is_part = item["type"] == "chapter" and "container-title" in item and "genre" not in item
    if (
        is_part
        and one.guide.name.startswith(_REVIEWING[1:])
        and _FRONT.fullmatch(item.get("title", ""))
    ):
        item["genre"] = item.pop("title")


def _issue_of_periodical(one: Fitting) -> None:
    """Set BibLaTeX's ``issuetitle`` as the title of an issue (APA 7, section 10.1, example 14)."""
    item, reference = one.item, one.reference
    parts = (reference.extra.get("issuetitle", ""), reference.extra.get("issuesubtitle", ""))
    title = ": ".join(filter(None, map(decode, parts)))
    if item["type"] != "periodical" or not title:
        return
    if one.guide.lowers_containers:
        title = sentence_case(title, item.get("language", ""))
    item |= {"title": title, "container-title": reference.title}
    if one.guide.name.startswith("modern-language-association"):
        return  # The style prints "Special issue of" itself.
    item["type"] = "article-journal"
    if one.guide.name.startswith("apa"):
        item.setdefault("genre", "Special issue")


def _periodical(one: Fitting) -> None:
    """Set an article with a day and no volume as an article of a newspaper or magazine."""
    item, reference = one.item, one.reference
    if item["type"] != "article-journal" or not reference.lowered or not reference.issued:
        return
    is_day = len(_parts(item)) == _DAY and "volume" not in item
    if is_day and _NEWS_PAGE.fullmatch(item.get("page", "")):
        item["type"] = "article-newspaper"
        return
    if len(_parts(item)) > 1 and _MAGAZINE.fullmatch(item.get("container-title", "")):
        item["type"] = "article-magazine"
        return
    is_ahead = AHEAD.fullmatch(item.get("note", "").strip("[](). "))
    if any(name in item for name in _PLACED) or reference.arxiv is not None or is_ahead:
        return
    title, parts = item.get("container-title", ""), _parts(item)
    if _SECTION.match(item.get("note", "")):
        item["type"] = "article-newspaper"
        del item["note"]
    elif len(parts) > 1 and _NEWSPAPER.search(title) and not _JOURNAL.match(title):
        item["type"] = "article-newspaper"
    elif len(parts) > 1 and not _JOURNAL.match(title):
        item["type"] = "article-magazine"
    elif len(parts) == _DAY and _OF_BOOKS.search(title):
        item["type"] = "article-magazine"  # which has no volume


def _parts(item: dict[str, Any]) -> list[int]:
    """Return the parts of the first day of an item's date."""
    return next(iter(item.get("issued", {}).get("date-parts", [])), [])


def _wikipedia(one: Fitting) -> None:
    """Separate the title of a Wikipedia entry from "Wikipedia", which its export appends.

    APA 7 (section 10.3, example 49) and MLA 9 (section 5.7) name no authors.
    """
    item, guide = one.item, one.guide
    if item["type"] not in ("webpage", "document", "entry-encyclopedia", "chapter"):
        return
    title = item.get("title", "")
    found = _WIKIPEDIA.fullmatch(title) if "Wiki" in title else None
    if found is not None:
        item["title"] = found[1]
        item.setdefault("container-title", found["name"])
    if item.get("publisher", "") in _WIKIS and "container-title" not in item:
        item["container-title"] = item.pop("publisher")
    if item.get("container-title", "") not in _WIKIS:
        return
    if guide.name.startswith(("apa", "modern-language-association")):
        # APA's style prints the day of a document, but not of an encyclopedia entry.
        item["type"] = "document" if guide.name.startswith("apa") else "entry-encyclopedia"
        names = [name.name for name in one.reference.authors]
        if len(names) == 1 and _CONTRIBUTORS.fullmatch(names[0]):
            item.pop("author", None)


def _preprint(one: Fitting) -> None:
    """Set a work on a preprint server as a preprint, whatever type an export gives it."""
    item, guide = one.item, one.guide
    kind = item["type"]
    if kind == "article":
        _archive_of(one)
    if kind == "article-journal" and not {"volume", "issue"} & set(item):
        # Crossref's export of a preprint has a publisher and no journal.
        name = "container-title" if "container-title" in item else "publisher"
    elif _is_loose(one) or (kind == "report" and item.get("publisher", "") == "ERIC"):
        name = "publisher"
    else:
        return
    if found := _SSRN.fullmatch(item.get(name, "")):
        item[name] = "SSRN"
        if found[1] and "DOI" not in item:
            item.setdefault("URL", f"https://ssrn.com/abstract={found[1]}")
    is_server = _MARKS.sub(" ", item.get(name, "").lower()) in _SERVERS
    by_doi = name_of_preprints(item.get("DOI", ""))
    if not is_server and (name != "publisher" or by_doi in (None, "arXiv")):
        return
    item["type"] = "article"
    item.pop("page", None)
    if _LETTERED.fullmatch(item.get("number", "")):
        # In a span it is not numeric, so styles do not print "No." (APA 7, section 10.8, example
        # 74).
        item["number"] = f'<span class="nocase">{item["number"]}</span>'
    if not guide.is_acm and name in item:
        item["publisher"] = item.pop(name)
    _archive_of(one)


def _archive_of(one: Fitting) -> None:
    """Print the archive that ``eprinttype`` names, and its number (APA 7, section 10.8)."""
    item, extra = one.item, one.reference.extra
    archive = extra.get("eprinttype", "") or extra.get("archiveprefix", "")
    number = extra.get("eprint", "")
    if not archive:
        archive = name_of_preprints(item.get("DOI", "")) or ""
    if not archive or archive.lower() in _NO_ARCHIVES or "number" in item:
        return
    if number and number.lower() not in item.get("DOI", "").lower():
        # In a span it is not numeric, so styles do not print "No."
        item["number"] = f'<span class="nocase">{number}</span>'
    item.setdefault("publisher", archive)


def _patent(one: Fitting) -> None:
    """Set a ``@misc`` with a patent number as its note, as in Google Scholar, as a patent."""
    item, guide = one.item, one.guide
    found = _PATENT.fullmatch(item.get("note", "")) if item["type"] == "document" else None
    if found is None:
        return
    item["type"] = "patent"
    del item["note"]
    if item.get("publisher") == "Google Patents":
        del item["publisher"]
    office = "U.S." if found["office"] == "US" else found["office"]
    kind = f"{office} {found['kind']}"
    if guide.names_patents:
        item |= {"genre": kind, "number": found["number"]}
    else:
        item["number"] = f"{kind} {found['number']}"


def _said_kind(one: Fitting) -> None:
    """Set a ``@misc`` whose ``type`` names a CSL type as that type."""
    item, guide = one.item, one.guide
    if _is_loose(one) and (kind := _KINDS.get(item.get("genre", "").lower())):
        item["type"] = kind
        if kind != "map" or not guide.names_maps or "map" in item.get("title", "").lower():
            del item["genre"]
        if kind in ("software", "standard") and guide.titles_books:
            item["title"] = one.reference.title  # in title case, as those of books


def _data(one: Fitting) -> None:
    """Set a ``@misc`` published by a data archive as a data set (APA 7, section 10.9)."""
    item = one.item
    is_bare = item["type"] == "document" and "genre" not in item and one.reference.lowered
    if "figshare.com/articles/dataset/" in one.reference.url and item["type"] == "webpage":
        item["type"] = "dataset"
    if is_bare and "DOI" in item and _KEEPS_DATA.fullmatch(item.get("publisher", "")):
        item["type"] = "dataset"


def _request_for_comments(one: Fitting) -> None:
    """Set the publications of the RFC Editor as reports."""
    item = one.item
    series = item.get("collection-title", "").lower()
    number = item.get("number", "") or item.get("collection-number", "")
    if item["type"] in _LOOSE and series == "request for comments" and number:
        item |= {"type": "report", "genre": "RFC", "number": number}
        for name in ("collection-title", "collection-number"):
            item.pop(name, None)


def _blog(one: Fitting) -> None:
    """Set a page whose ``type`` says "blog" as a blog post (CMOS 17, 14.208)."""
    item = one.item
    said = item.get("container-title", "")
    if _is_loose(one) and _BLOG.fullmatch(said) and "publisher" in item:
        item |= {"type": "post-weblog", "container-title": item.pop("publisher")}
    if _is_loose(one) and _BLOG.fullmatch(item.get("genre", "")) and "container-title" in item:
        item["type"] = "post-weblog"
        del item["genre"]


def _talk(one: Fitting) -> None:
    """Set a ``@misc``, an ``@unpublished`` or a paper presented at an event as a talk."""
    item = one.item
    if item["type"] == "speech" and "event-title" not in item and "container-title" in item:
        item["event-title"] = item["event"] = item.pop("container-title")  # as RIS has it
    is_paper = item["type"] == "paper-conference" and "event-title" in item
    says_so = KIND_OF_TALK.fullmatch(item.get("note", "").rstrip("."))
    published = _PUBLISHED - {"DOI", "URL"} if says_so else _PUBLISHED
    if is_paper and not published & set(item):
        item["type"] = "speech"
        if says_so:
            item.setdefault("genre", item.pop("note").rstrip("."))
    elif not _is_loose(one):
        return
    elif KIND_OF_TALK.fullmatch(item.get("genre", "")):
        item["type"] = "speech"
    elif "event-title" in item and KIND_OF_TALK.fullmatch(item.get("note", "").rstrip(".")):
        item |= {"type": "speech", "genre": item.pop("note").rstrip(".")}
    elif item["type"] == "manuscript" and "event-title" in item and "genre" not in item:
        item["type"] = "speech"  # BibLaTeX has no type for a presentation
    else:
        _given(item)
    if item["type"] == "speech":
        _event_of_talk(item)


def _event_of_talk(item: dict[str, Any]) -> None:
    """Read the event of a talk from its publisher or note, and the event's place."""
    for name in ("publisher", "note"):
        if "event-title" not in item and _MEETING.search(item.get(name, "")):
            item["event-title"] = item.pop(name).rstrip(". ")
    if "publisher-place" in item and "event-place" not in item:
        item["event-place"] = item.pop("publisher-place")
    if "event-title" in item:
        item.setdefault("event", item["event-title"])


def _given(item: dict[str, Any]) -> None:
    """Read "Paper presented at the Fen Conference" in the publisher or in a note."""
    for name in ("publisher", "note", "genre"):
        given = _GIVEN.fullmatch(item.get(name, ""))
        if given is None:
            continue
        kind = (given["kind"] or "").strip()
        words = kind.removesuffix("presented").removesuffix("given").strip()
        last = words.rsplit(" ", 1)[-1]
        stated = kind.lower() in ("presented", "given", "delivered", "held", "read")
        if not stated and not _GIVEN_KIND.fullmatch(last):
            continue
        del item[name]
        item["type"] = "speech"
        item.setdefault("event-title", given["event"])
        if not stated:
            item.setdefault("genre", f"{words} presentation" if _is_paper(words) else words)


def _is_paper(words: str) -> bool:
    return words.lower() in ("paper", "poster")


def _video(one: Fitting) -> None:
    """Set a work on a video site as a video, and name the site (APA 7, section 10.12)."""
    item, reference = one.item, one.reference
    if item["type"] not in ("webpage", "document", "motion_picture"):
        return
    host = _HOST.match(item.get("URL", ""))
    site = _VIDEO_SITE.get(host[1].lower(), "") if host else ""
    if not reference.lowered and (not site or item["type"] == "document"):
        return
    note = item.get("note", "").strip(". ")
    is_said = _VIDEO.fullmatch(note) or _VIDEO.fullmatch(item.get("publisher", ""))
    if _VIDEO.fullmatch(note):
        del item["note"]
    elif not site and not _VIDEO.fullmatch(item.get("publisher", "")):
        return
    if site and "container-title" not in item:
        item.setdefault("publisher", site)
    if _VIDEO.fullmatch(item.get("publisher", "")):
        del item["publisher"]
    if site and one.guide.name.startswith("ieee"):
        # IEEE Reference Guide, "Video Online": in title case.
        item |= {"type": "motion_picture", "title": reference.title}
    names_kinds = one.guide.is_acm or one.guide.name.startswith("apa")
    repeats_it = is_said and one.guide.name.startswith(("chicago", "turabian"))
    if "genre" not in item and (names_kinds or repeats_it):
        item["genre"] = "Video"


def _film(one: Fitting) -> None:
    """Set what is called a film as one; its author is its director (APA 7, section 10.12).

    Zotero writes the director of ``@movie`` as the author.
    """
    item, reference = one.item, one.reference
    note = next((name for name in ("note", "publisher") if _FILM.fullmatch(item.get(name, ""))), "")
    if note and item["type"] == "document" and reference.lowered and "URL" not in item:
        del item[note]
        item["type"] = "motion_picture"
    host = _HOST.match(item.get("URL", ""))
    is_clip = reference.extra.get("entrytype") == "video" or (host and host[1] in _VIDEO_SITE)
    is_film = item["type"] == "motion_picture" and reference.lowered and not is_clip
    is_open = "director" in item or reference.authors.others
    if not is_film or is_open or not one.guide.name.startswith(_REVIEWING):
        return
    if "author" in item and all("family" in name for name in item["author"]):
        item["director"] = item.pop("author")


def _addition_of_page(one: Fitting) -> None:
    """Read the ``titleaddon`` of a page as its kind, if it is not the name of a site: "Video"."""
    item = one.item
    words = item.get("container-title", "")
    if item["type"] == "webpage" and "genre" not in item and _SHOWN.fullmatch(words):
        item["genre"] = item.pop("container-title")


def _law(one: Fitting) -> None:
    """Read the reporter of a case or a law: "347 U.S. 483" (APA 7, section 11.4).

    Styles print the label of a public law themselves.
    """
    item, extra = one.item, one.reference.extra
    if item["type"] not in ("legal_case", "legislation", "bill"):
        return
    if "reporter" in extra:
        item.setdefault("container-title", decode(extra["reporter"], protect=False))
    if section := decode(extra.get("section", ""), protect=False):
        item.setdefault("section", section.lstrip("§ "))
    texts = {name: decode(extra.get(name, ""), protect=False) for name in ("citation", "cite")}
    for name, text in (*texts.items(), ("note", item.get("note", ""))):
        found = _REPORTED.fullmatch(text.strip(". ")) if "container-title" not in item else None
        if found is not None:
            item |= {"volume": found[1], "container-title": found[2], "page": found[3]}
            if name == "note":
                del item["note"]
    if item.get("container-title", "") in _CODES and "page" in item:
        item.setdefault("section", item.pop("page"))
    if not one.guide.name.startswith("modern-language-association") and "number" in item:
        item["number"] = _PUBLIC_LAW.sub("", item["number"])


def _medium(one: Fitting) -> None:
    """Read a note with the medium of a film or a recording (CMOS 17, section 14.261)."""
    item = one.item
    note = item.get("note", "").strip("[]. ")
    is_heard = note.lower() == "audiobook" and "genre" not in item
    if is_heard and (item["type"] == "song" or one.guide.name.startswith("apa")):
        item["genre"] = item.pop("note").strip("[]. ")  # APA 7, section 10.2, example 22
    if item["type"] not in ("motion_picture", "song", "broadcast") or "medium" in item:
        return
    for name in ("note", "genre", "publisher"):
        words = item.get(name, "").strip(". ")
        if _CARRIER.fullmatch(words):
            item["medium"] = words
            del item[name]
            return


def _work_of_art(one: Fitting) -> None:
    """Set the museum of a work of art as its archive, not as a publisher."""
    item, guide = one.item, one.guide
    is_known = guide.name.startswith(("apa", "modern-language-association", "chicago", "turabian"))
    if item["type"] != "graphic" or not is_known:
        return
    if (
        "archive" in item
        and (place := item.get("archive_location", "")).replace(", ", "").isalpha()
    ):
        item.setdefault("archive-place", place)  # Zotero has one field for a town and a shelf mark
        del item["archive_location"]
    if "archive" in item:
        return
    if "publisher" in item and "publisher-place" in item:
        item["archive"] = item.pop("publisher")
        item["archive-place"] = item.pop("publisher-place")
    elif _MUSEUM.search(item.get("publisher", "")):
        item["archive"] = item.pop("publisher")


def _staged(one: Fitting) -> None:
    """Print the stage of a performance with its town: BibLaTeX's ``venue`` and ``location``."""
    item = one.item
    stage, town = item.get("event-place", ""), item.get("publisher-place", "")
    if item["type"] == "performance" and stage and town and town not in stage:
        item |= dict.fromkeys(("event-place", "publisher-place"), f"{stage}, {town}")


RULES: Final[tuple[Callable[[Fitting], None], ...]] = (
    _makers,
    _said_of_article,
    _letter,
    _untitled,
    _episode,
    _patent,
    _said_kind,
    _standard,
    _data,
    _request_for_comments,
    _addition_of_page,
    _review,
    _addition,
    _front_matter,
    _issue_of_periodical,
    _periodical,
    _wikipedia,
    _preprint,
    _blog,
    _talk,
    _film,
    _video,
    _medium,
    _law,
    _in_museum,
    _work_of_art,
    _staged,
)
