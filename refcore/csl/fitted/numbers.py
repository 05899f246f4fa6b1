"""Volumes, issues, supplements, pages and editions, as a style and its guide want them."""

from __future__ import annotations

import re
from typing import Final

from refcore.csl.fitting import Fitting
from refcore.csl.guideforms.shared import ordinal
from refcore.latex import decode
from refcore.text.editions import edition_number
from refcore.text.patterns import regex

__all__ = [
    "article_number",
    "double_month",
    "edition",
    "issue",
    "journal_series",
    "labels",
    "page_count",
    "pages",
    "supplement",
    "two_numbers",
]

# BibLaTeX's keys for series of a journal.
_SERIES: Final = {"newseries": "new series", "oldseries": "old series"}
_JOURNALS: Final = ("article-journal", "article-magazine", "article-newspaper")
_ONE_PAGE: Final = regex(r"(\w+)[-–]\1")
_LETTERED: Final = regex(r"([A-Z])([0-9]+)[-–]([0-9]+)")  # S5--9, which means S5 to S9
_SUPPLEMENT: Final = regex(
    r"(?:(?P<issue>[0-9-]+),? )?suppl?(?:ement)?\.? (?P<supplement>[0-9]+)", re.IGNORECASE
)
# Article numbers in the place of pages: e0209899, 042303, 1234567.
_ARTICLE_NUMBER: Final = regex(r"e[0-9]{3,}|0[0-9]{4,}|[0-9]{6,}")
# An edition that is not a number: "Revised", "2nd revised", "International".
_EDITION_NAME: Final = regex(
    r"(?:[0-9]{1,3}(?:st|nd|rd|th) )?(?:[eE]-)?[^\W\d_]{3,}"
    r"(?:(?:,| and| &)? [^\W\d_]{3,}| [0-9]{4})?\.?"
)
_DATED_EDITION: Final = regex(r"([0-9]{1,3})(?:st|nd|rd|th) ed\.? ([12][0-9]{3})")
_ORDINAL_BEFORE: Final = regex(r"\A([0-9]{1,3}(?:st|nd|rd|th)), (?=[a-z]{3})")  # "2nd, revised"
# "4th, text rev.": what an edition has beside its number, but for what is its kind.
_ADDITION: Final = regex(
    r"(?P<ordinal>[0-9]{1,3}(?:st|nd|rd|th)|[A-Z][a-z]+(?:-[a-z]+)?), "
    r"(?P<more>(?!rev|enl|abr|exp|upd|int|cor|ann)[a-z]+ .{2,80})"
)
_EDITION_WORD: Final = regex(
    r"\b[eé]d(?:s|n|ition|ición|ição|izione)?\b|aufl|ausg|\bdruk|\butg|\bwyd", re.IGNORECASE
)
_ENDS_EDITION: Final = regex(r"(?<=[a-z]{3}) [Ee]dition\.?\Z")  # "Fourth Updated Edition"
_PRINTING: Final = regex(r".*\b(?:printing|reprint|impression|issue|version)", re.IGNORECASE)
# "Third revised", "Second Edition, Revised"
_WORDED: Final = regex(
    r"\A(?P<ordinal>[A-Z][a-z]+(?:-[a-z]+)?)(?: [Ee]d(?:ition|n|\.))?,? "
    r"(?P<name>(?:[Rr]evised|[Rr]ev\.|[Ee]nlarged|[Ee]xpanded|[Uu]pdated|[Ii]nternational|[Cc]orrected|[Aa]nniversary)\b.*)"
)
# Words that guides abbreviate in the name of an edition.
_EDITED: Final = regex(r"\b(rev|enl|abr)(?:ised|arged|idged)\b", re.IGNORECASE)
_DOUBLE: Final = regex(r"([0-9]{1,4})/([0-9]{1,4})")  # issues 3/4
# Labels that exports and people write; Frontiers has the year after the volume.
_ISSUE: Final = regex(
    r"(?:issue|number|nos?\.?|nr\.?|n[°ºo]|núm\.?|num[ée]ro|fasc\.?|hefte?|h\.)\s*"
    r"([A-Z]?[0-9]+(?:[-–/][0-9]+)?)",
    re.IGNORECASE,
)
# Transportation Research Record counts its volumes as "No. 2598".
_LABELLED: Final = {
    "volume": regex(
        r"(?:volume|vol\.?|nos?\.?|bd\.|band|tom[eo]?\.?)\s*([A-Z]?[0-9]+|[IVXLC]+)"
        r"(?:\s[-–]\s[0-9]{4})?",
        re.IGNORECASE,
    ),
    "issue": _ISSUE,
    "collection-number": _ISSUE,
}
# The number of an article with a label, as older exports of ACM have it: "Article 13".
_LABELLED_ARTICLE: Final = regex(
    r"(?:article|artn?\.?|paper)\s(?:(?:no\.?|number|id)\s)?([a-z]?[0-9][\w.:-]{0,15})",
    re.IGNORECASE,
)
_AS_GIVEN: Final = ("nlm", "national-library-of-medicine")
_NUMBERED_TYPES: Final = ("article-", "paper-conference")
# How many pages a book has: "194", "xii, 194 p.", "xii+194 S.", "I-XII, 1-241", "viii + 200 + [4]".
_PAGE_COUNT: Final = regex(
    r"(?P<front>(?:[ivxlc]{1,8}|[IVXLC]{1,8})\s?[,+]\s?|[iI][-–](?:[ivxlc]{1,8}|[IVXLC]{1,8}),\s?1[-–])?"
    r"(?P<count>[0-9]{1,4})"
    r"(?P<said>\s?(?:pp?\b|pages|S\b|Seiten)\.?|\s?[,+]\s?\[[0-9]{1,3}\])?"
)
# What stands around pages: "pp 3-9", "S. 12-15", "62-71 pp", and the count of "194012 (5pp)".
_AROUND_PAGES: Final = regex(
    r"\App\.?[\s-]?(?=[0-9])|\A(?:p|S|Seiten?|págs?|pág|str)\.?\s(?=[0-9])|\s{0,3}\([0-9]{1,4}\s?(?:pp?\.?|pages)\)\Z"
    r"|(?<=[0-9])\s{0,3}pp?\.?\Z"
)
_MANY_PAGES: Final = 50  # a lower number is more often a cited page
_WHOLE: Final = frozenset({"book", "thesis", "report"})
_MONTH: Final = 2  # parts of a date with a month


def two_numbers(one: Fitting) -> None:
    """Print both the ``number`` and the ``issue`` of BibLaTeX's articles, as pandoc does."""
    item = one.item
    other = decode(one.reference.extra.get("issue", ""), protect=False)
    if item["type"].startswith("article-") and other and "issue" in item:
        item["issue"] = f"{item['issue']}, {other}"


def labels(one: Fitting) -> None:
    """Leave out labels that styles print before a number: "Volume 11", "No. 3"."""
    item = one.item
    for name, pattern in _LABELLED.items():
        if found := pattern.fullmatch(item.get(name, "")):
            item[name] = found[1]


def article_number(one: Fitting) -> None:
    """Leave out the label of an article's number, "Article 13", as styles have their own.

    MLA's style would call the number that of an issue; NLM prints the label (chapter 22).
    """
    item = one.item
    if not item["type"].startswith(_NUMBERED_TYPES) or one.guide.name.startswith(_AS_GIVEN):
        return
    is_mla = one.guide.name.startswith("modern-language-association")
    for name in ("number", "page", "issue"):
        if found := _LABELLED_ARTICLE.fullmatch(item.get(name, "")):
            del item[name]
            item.setdefault("number", f"article {found[1]}" if is_mla else found[1])
    if is_mla and one.reference.lowered and item.get("number", "").isdecimal():
        item["number"] = f"article {item['number']}"


def supplement(one: Fitting) -> None:
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


def issue(one: Fitting) -> None:
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


def double_month(one: Fitting) -> None:
    """Join the two months of a double issue with the guide's sign."""
    item = one.item
    ends = item.get("issued", {}).get("date-parts", [])
    is_double = item["type"] in _JOURNALS and list(map(len, ends)) == [_MONTH, _MONTH]
    if is_double and one.guide.slashes_months and ends[0][0] == ends[1][0]:
        item["issued"] = {**item["issued"], "joint": "/"}


def page_count(one: Fitting) -> None:
    """Read the pages of a whole work as their number: ``pages={xii, 194 p.}``."""
    item, reference = one.item, one.reference
    is_part = reference.extra.get("entrytype") == "inbook" or "container-title" in item
    if not reference.lowered or item["type"] not in _WHOLE or is_part:
        return
    found = _PAGE_COUNT.fullmatch(item.get("page", ""))
    if found and (found["said"] or found["front"] or int(found["count"]) >= _MANY_PAGES):
        item.setdefault("number-of-pages", found["count"])
        del item["page"]


def pages(one: Fitting) -> None:
    """Print a single page once, and an article's number as pages if the style prints only pages."""
    item, guide = one.item, one.guide
    if "page" in item:
        page = _AROUND_PAGES.sub("", item["page"].replace("—", "-").rstrip("-– "))
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


def journal_series(one: Fitting) -> None:
    """Write the series of a journal in words (BibLaTeX manual, ``series`` and its keys)."""
    item = one.item
    series = item.get("collection-title", "")
    if item["type"] not in _JOURNALS or not one.reference.lowered:
        return
    if series in _SERIES:
        item["collection-title"] = _SERIES[series]
    elif series.isdecimal():
        item["collection-title"] = f"{ordinal(int(series))} ser."


def edition(one: Fitting) -> None:
    """Add "ed." to an edition with a name, if the style does not."""
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
    added = _ADDITION.fullmatch(edition) if reference.lowered else None
    if added and (number := edition_number(added["ordinal"])).isdecimal():
        item["edition"] = f"{ordinal(int(number))} ed., {added['more']}"
        return
    edition = _ORDINAL_BEFORE.sub(r"\1 ", _ENDS_EDITION.sub("", edition))
    worded = _WORDED.fullmatch(edition)
    if worded and (number := edition_number(worded["ordinal"])).isdecimal():
        edition = f"{ordinal(int(number))} {worded['name'][:1].lower()}{worded['name'][1:]}"
    is_name = _EDITION_NAME.fullmatch(edition) and not _EDITION_WORD.search(edition)
    is_name = is_name and not _PRINTING.fullmatch(edition)
    if not reference.lowered or not is_name:
        return
    edition = edition if edition[-3:-1].islower() and len(edition) < 5 else edition.rstrip(".")
    if guide.shortens_editions:
        edition = _EDITED.sub(lambda word: f"{word[1]}.", edition)
    item["edition"] = edition if guide.names_editions else f"{edition} ed."
