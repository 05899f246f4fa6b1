"""Articles of newspapers and magazines, issues, and the kinds of articles that notes name."""

from __future__ import annotations

import re
from typing import Final

from refcore.csl.fitting import LOOSE_TYPES, Fitting
from refcore.csl.kinds.letters import INTERVIEWED_BY, led
from refcore.csl.kinds.shared import PARTS_OF_DAY, parts_of_day, people_in
from refcore.formats.csljson.names import name_to_csl
from refcore.latex import decode
from refcore.text.patterns import regex
from refcore.text.titlecase import sentence_case

__all__ = ["AHEAD", "issue_of_periodical", "periodical", "said_of_article"]

_PLACED: Final = ("volume", "issue", "number", "DOI", "status")  # of an article
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
_COLUMN: Final = regex(
    r"(?:editorial|letter(?: to the editor)?|commentary|comment|obituary|op-ed|opinion|book review"
    r"|corrigendum|erratum|retraction|profile|interview)",
    re.IGNORECASE,
)


def said_of_article(one: Fitting) -> None:
    """Read a note with the kind of an article, or the interviewer (APA 7, section 10.1)."""
    item = one.item
    note = item.get("note", "").strip("[]. ")
    is_article = item["type"].startswith("article-")
    if not (is_article or item["type"] in LOOSE_TYPES) or not one.reference.lowered:
        return
    if not is_article:
        led(one)
        return
    names_kinds = one.guide.name.startswith("apa") or one.guide.labels_report_numbers
    if names_kinds and "genre" not in item and _COLUMN.fullmatch(note):
        is_apa = one.guide.name.startswith("apa")
        item["genre"] = sentence_case(note) if is_apa else note.lower()
        del item["note"]
    elif (found := INTERVIEWED_BY.fullmatch(note)) and "interviewer" not in item:
        item["interviewer"] = [name_to_csl(name) for name in people_in(found[1])]
        del item["note"]


def issue_of_periodical(one: Fitting) -> None:
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


def periodical(one: Fitting) -> None:
    """Set an article with a day and no volume as an article of a newspaper or magazine."""
    item, reference = one.item, one.reference
    if item["type"] != "article-journal" or not reference.lowered or not reference.issued:
        return
    is_day = len(parts_of_day(item)) == PARTS_OF_DAY and "volume" not in item
    if is_day and _NEWS_PAGE.fullmatch(item.get("page", "")):
        item["type"] = "article-newspaper"
        return
    if len(parts_of_day(item)) > 1 and _MAGAZINE.fullmatch(item.get("container-title", "")):
        item["type"] = "article-magazine"
        return
    is_ahead = AHEAD.fullmatch(item.get("note", "").strip("[](). "))
    if any(name in item for name in _PLACED) or reference.arxiv is not None or is_ahead:
        return
    title, parts = item.get("container-title", ""), parts_of_day(item)
    if _SECTION.match(item.get("note", "")):
        item["type"] = "article-newspaper"
        del item["note"]
    elif len(parts) > 1 and _NEWSPAPER.search(title) and not _JOURNAL.match(title):
        item["type"] = "article-newspaper"
    elif len(parts) > 1 and not _JOURNAL.match(title):
        item["type"] = "article-magazine"
    elif len(parts) == PARTS_OF_DAY and _OF_BOOKS.search(title):
        item["type"] = "article-magazine"  # which has no volume
