"""The words for what kind of work an item is: theses, reports, manuscripts, patents."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.fitting import Fitting
from refcore.csl.guideforms.shared import US_PATENT
from refcore.csl.guides import BARE_REPORT, MASTER_THESIS, PHD_THESIS, REPORT, Guide
from refcore.csl.kinds.shared import HUMANITIES, without_day
from refcore.text.patterns import regex

__all__ = ["genre", "manuscript", "patent"]

# A report number with the kind of the report: "Policy Brief No. 3".
_NAMED_NUMBER: Final = regex(
    r"[^\W\d_]{3,}.*\bno\b.*|.*\b(?:std|standard|rfc|iso|ansi|astm|din|itu-[tr])\b.*", re.IGNORECASE
)
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
    r"(?:(?:unpublished|submitted) )?"
    r"(?:manuscript|typescript|working paper|draft|lecture notes)\b.{0,60}"
    r"|unpublished [a-z ]{4,40}",
    re.IGNORECASE,
)
_LONGEST_NOTE: Final = 120  # of a note that says what an unpublished work is
# Kinds that exports write for every work of a type.
_SAYS_NOTHING: Final = {
    "report": "report",
    "book": "book",
    "webpage": "web page",
    "patent": "patent",
    "dataset": "dataset",
    "thesis": "thesis",
}
_BARE_ARTICLE: Final = regex(
    r"(?:journal |research |original |review |newspaper |magazine )?article|review|conference paper"
    r"|original(?: research)?|research(?:-article)?|text|journal"
    r"|short survey",
    re.IGNORECASE,
)
# The words of databases for a part of a book, of proceedings, and for a book.
_BARE_PART: Final = regex(
    r"(?:book |monograph )?(?:chapter|section)"
    r"|(?:conference|proceedings?|meeting) (?:paper|article)"
    r"|conference proceedings?|proceedings|paper|article|conference",
    re.IGNORECASE,
)
_BARE_BOOK: Final = regex(r"(?:edited |electronic |whole )?book|monograph", re.IGNORECASE)
_BARE: Final = {
    **dict.fromkeys(("article-journal", "article-magazine", "article-newspaper"), _BARE_ARTICLE),
    **dict.fromkeys(("chapter", "paper-conference"), _BARE_PART),
    "book": _BARE_BOOK,
}
# Words for theses: those that each guide replaces by its own, and those that only lose capitals.
# A degree alone stands for its thesis, as ProQuest has it.
_OF_DOCTOR: Final = regex(
    r"(?:ph\.? ?d\.?|doctoral)\s?(?:thesis|dissertation)|dissertation"
    r"|ph\.? ?d\.?|d\. ?phil\.?|doctoral|doctorate",
    re.IGNORECASE,
)
_OF_MASTER: Final = regex(
    r"master(?:['’]?s)?\s?thesis|master(?:['’]?s)?|m\. ?(?:s|sc|a|phil)\.?|msc|mphil",
    re.IGNORECASE,
)
_OF_BACHELOR: Final = regex(r"bachelor(?:['’]?s)?\s?thesis", re.IGNORECASE)
_OF_TECHNIQUE: Final = regex(r"tech(?:nical|\.)?\s?rep(?:ort|\.)?", re.IGNORECASE)
_OF_DEGREE: Final = regex(
    r"(?:(?:un)?published )?(?:doctoral|undergraduate|bachelor['’]s|master['’]s|honou?rs)"
    r" (?:thesis|dissertation)",
    re.IGNORECASE,
)


def genre(one: Fitting) -> None:
    """Use the words of the guide for the types of BibTeX."""
    item, guide, reference = one.item, one.guide, one.reference
    genre = item.get("genre", "")
    bare = _BARE.get(item["type"])
    if bare is not None and bare.fullmatch(genre) and "container-title" in item:
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
    # If the writer says "thesis", it does not become the guide's "dissertation".
    implied = reference.implied or (genre != written and not written.lower().endswith("thesis"))
    if genre in guide.words and (implied or not guide.keeps_genres):
        genre = item["genre"] = guide.words[genre]
    is_bare = genre == BARE_REPORT and reference.implied and "number" not in item
    if is_bare and not guide.names_bare_reports:
        genre = item["genre"] = ""
    if not genre:
        item.pop("genre", None)
    # APA 7, section 10.6; the style does so only if a thesis has an address.
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


def patent(one: Fitting) -> None:
    """Split "U.S. Patent No. 1,234" for a style that prints "Patent No." by itself."""
    item, guide = one.item, one.guide
    if item["type"] == "patent" and item.get("publisher-place", "").startswith("country"):
        del item["publisher-place"]  # a key of BibLaTeX's; the kind or the number says it
    number = item.get("number", "") if item["type"] == "patent" else ""
    found = _PATENT.fullmatch(number) or _NAMED_PATENT.fullmatch(number)
    if found is not None and guide.names_patents:
        item["number"] = found["number"]
        if kind := found["kind"].strip():
            item.setdefault("genre", _OFFICE.sub("U.S.", kind))
    genre = item.get("genre", "")
    american = US_PATENT.fullmatch(item.get("number", ""))
    if item["type"] == "patent" and genre.startswith("U.S.") and american is not None:
        item["number"] = american[1]  # "U.S. Patent US9876543B2"
    if item["type"] == "patent" and guide.names_patents and genre.endswith(" patent"):
        item["genre"] = genre.removesuffix("patent") + "Patent"  # as BibLaTeX's "patentus" has it


def _print_note(item: dict[str, Any], guide: Guide) -> None:
    """Print the note of an unpublished work as what it is; a day in it is the date."""
    said = item.pop("note").rstrip(".")
    bare = without_day(said, item)
    years = item.get("issued", {}).get("date-parts", [])
    if guide.name.startswith("modern-language-association") and bare != said:
        del item["issued"]  # MLA ends with the day, as people write the note.
        bare = said
    elif [len(parts) for parts in years] == [1] and str(years[0][0]) in bare:
        del item["issued"]
    item["genre"] = bare


def manuscript(one: Fitting) -> None:
    """Name the kind of an unpublished work, from its note or as APA 7 does (section 10.8).

    MLA and Chicago print what the note of ``@unpublished`` says (MLA 9, 5.109; CMOS 17, 14.214).
    """
    item, guide, reference = one.item, one.guide, one.reference
    if item["type"] != "manuscript" or "genre" in item or not reference.lowered:
        return
    note = item.get("note", "").rstrip(".")
    if _MANUSCRIPT.fullmatch(note):
        item["genre"] = note
        del item["note"]
    elif guide.name.startswith("apa"):
        item["genre"] = "Unpublished manuscript"
    elif note and len(note) <= _LONGEST_NOTE and guide.name.startswith(HUMANITIES):
        _print_note(item, guide)
