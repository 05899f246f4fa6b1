"""Reads what programs export in fields that mean something else in BibTeX.

EndNote names the kind of a reference in ``type``, Zotero writes variables into a note, IEEE Xplore
writes pages 1-1 for an article without pages yet. Each rule reads the habit of one program.
"""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.fitting import LOOSE_TYPES, Fitting, Rule
from refcore.csl.guides import PHD_THESIS
from refcore.text.novalue import is_no_value
from refcore.text.patterns import regex

__all__ = ["RULES"]

# EndNote's names of its kinds of references, and the types of CSL where BibTeX has none.
_ENDNOTE: Final = {
    "newspaper article": "article-newspaper",
    "newspaper": "article-newspaper",
    "magazine article": "article-magazine",
    "magazine": "article-magazine",
    "web page": "webpage",
    "film or broadcast": "motion_picture",
    "audiovisual material": "motion_picture",
    "blog": "post-weblog",
    "government document": "report",
    "encyclopedia": "entry-encyclopedia",
    "dictionary": "entry-dictionary",
    **dict.fromkeys(
        (
            "journal article",
            "electronic article",
            "book",
            "edited book",
            "electronic book",
            "book section",
            "electronic book section",
            "conference proceedings",
            "conference paper",
            "thesis",
            "generic",
            "unpublished work",
            "online multimedia",
            "online database",
        ),
        "",
    ),
}
_NOTED_VARIABLES: Final = {
    "series title": "collection-title",
    "series": "collection-title",
    "publication title": "container-title",
    "version": "version",
    "type": "genre",
    "medium": "medium",
    "archive": "archive",
}
_NOTED_VARIABLE: Final = regex(
    r"(series title|series|publication title|version|type|medium|archive): ([^:;]{1,120})",
    re.IGNORECASE,
)
# ProQuest's number of a thesis, which people write in a note (APA 7, section 10.6).
_THESIS_NUMBER: Final = regex(
    r"\(?(?:publication (?:no|number)\.?:? ?)?"
    r"((?:(?:order|accession|umi|proquest) (?:no|number|id)\.?:? ?)?[A-Z0-9-]{4,14})\)?\.?",
    re.IGNORECASE,
)
# "ProQuest (AAT 3557392)", "ProQuest Dissertations & Theses Global" (CMOS 17, section 14.215).
_KEPT_THESIS: Final = regex(
    r"(?P<name>ProQuest(?: Dissertations(?: (?:and|&) Theses)?(?: Global)?)?|UMI|EThOS|DiVA"
    r"|PQDT Open)(?:\s\((?P<number>[A-Z0-9][A-Za-z0-9 .:/-]{2,30})\))?[. ]*"
)
_ORDER: Final = regex(
    r"\A(?:(?:order|accession|umi|proquest|publication) )*(?:no|number|id)\b\.?:? ?", re.IGNORECASE
)
_REPOSITORY: Final = regex(r"(?:GitHub|GitLab|Bitbucket)(?: repository| repo)?", re.IGNORECASE)
_PACKAGE: Final = regex(r"(?:R|Python|Julia|Stata) package,? version ([0-9][\w.-]{0,20})\.?")
# "Version 3.3, Computer software"; "Mobile app, Version 2".
_PROGRAM: Final = (
    r"\[?(?P<{}>(?:computer )?(?:software|program)|(?:mobile )?app(?:lication)?|firmware)\]?"
)
_VERSION: Final = regex(
    rf"\(?(?:{_PROGRAM.format('before')}[,;.]? )?(?:version |ver\. ?|v\.? ?)"
    rf"(?P<version>[0-9][\w.-]{{0,19}}?)\)?(?:[,;.]? {_PROGRAM.format('after')})?\.?",
    re.IGNORECASE,
)
_ACRONYM: Final = 4  # letters of most acronyms
_ACRONYMS: Final = frozenset(
    "ACM ACS AIAA AIP APA ASCE ASME BMJ DNA EMBO EURASIP IEEE IEICE IET IMA ISA ISME JAMA NASA "
    "PLOS RNA SAE SIAM SIGIR SIGMOD UK US USA".split()
)
_SMALL_IN_NAMES: Final = frozenset("a an and at by for from in into of on or the to with".split())


def _noted_variable(one: Fitting) -> None:
    """Read a variable that Zotero's BibTeX has in a note: "Series Title: Fen Studies"."""
    item = one.item
    found = _NOTED_VARIABLE.fullmatch(item.get("note", "")) if one.reference.lowered else None
    if found is None:
        return
    name = _NOTED_VARIABLES[found[1].lower()]
    if name not in item:
        item[name] = found[2]
        del item["note"]


def _endnote_kind(one: Fitting) -> None:
    """Read EndNote's name for the kind of a reference in the ``type``."""
    item = one.item
    words = one.reference.fields.get("genre", "")
    if "hal_id" in one.reference.extra and words == "Theses":
        _hal_thesis(item)  # HAL writes their kind in its own words, and their number
        return
    kind = _ENDNOTE.get(words.lower()) if one.reference.lowered else None
    if kind is None or words != item.get("genre") or (not kind and not words.istitle()):
        return
    del item["genre"]
    if kind and item["type"] in (*LOOSE_TYPES, "article-journal"):
        item["type"] = kind


def _hal_thesis(item: dict[str, Any]) -> None:
    item["genre"] = PHD_THESIS
    item.pop("number", None)


def _thesis_number(one: Fitting) -> None:
    """Read the number of a thesis in its note, without the words that APA's style prints."""
    item = one.item
    if item["type"] != "thesis":
        return
    is_apa = one.guide.name.startswith("apa")
    if "number" in item:
        item["number"] = _ORDER.sub("", item["number"]) if is_apa else item["number"]
        return
    note = item.get("note", "")
    if one.guide.name.startswith("modern-language-association"):
        return  # the guide prints no numbers of theses
    extra = one.reference.extra
    deposit = f"{extra.get('eprinttype', '')} ({extra.get('eprint', '')})"
    is_deposited = _KEPT_THESIS.fullmatch(deposit) is not None
    said = deposit if is_deposited else note
    if "archive" not in item and (kept := _KEPT_THESIS.fullmatch(said)):
        # APA's style prints the number before the kind.
        item["archive"] = kept["name"] if is_apa else said.rstrip(". ")
        item |= {"number": kept["number"]} if is_apa and kept["number"] else {}
        if not is_deposited:
            del item["note"]
        return
    if " " in note and (found := _THESIS_NUMBER.fullmatch(note)):  # APA prints "Publication No."
        item["number"] = _ORDER.sub("", found[1]) if is_apa else found[1]
        del item["note"]


def _repository(one: Fitting) -> None:
    """Set a repository on GitHub as software (APA 7, section 10.10)."""
    item = one.item
    words = " ".join(filter(None, map(item.get, ("container-title", "genre"))))
    words = words or item.get("publisher", "")
    shows_address = one.guide.name != "nature" and not one.guide.is_acm
    if (
        one.item["type"] in LOOSE_TYPES
        and one.reference.lowered
        and shows_address
        and _REPOSITORY.fullmatch(words)
    ):
        site = words.split(" ")[0]
        item["type"] = "software"
        for name in ("container-title", "genre"):
            item.pop(name, None)
        if item.get("publisher", words) == words:
            item["publisher"] = site
        if one.guide.titles_books:
            item["title"] = one.reference.title  # in title case, as those of books


def _package(one: Fitting) -> None:
    """Read the version of a package in the note that R's ``citation()`` writes (APA 7, 10.10)."""
    item = one.item
    found = _PACKAGE.fullmatch(item.get("note", ""))
    if found is not None and item["type"] in ("book", "software", "document", "webpage"):
        item["type"] = "software"
        item.setdefault("version", found[1])
        del item["note"]


def _version(one: Fitting) -> None:
    """Read which version of a program a ``@misc`` is (APA 7, section 10.10)."""
    item = one.item
    if item["type"] not in (*LOOSE_TYPES, "software") or not one.reference.lowered:
        return
    for name in ("note", "genre", "publisher"):
        found = _VERSION.fullmatch(item.get(name, ""))
        kind = (found["before"] or found["after"]) if found else ""
        if found is None or "version" in item or not (kind or one.guide.name.startswith("apa")):
            continue
        del item[name]
        item["version"] = found["version"]
        if not kind:
            item["type"] = "document"  # The style prints no version of a page.
        else:
            item["type"] = "software"
            if not kind.lower().endswith(("software", "program")):
                item.setdefault("genre", kind)
            if one.guide.titles_books:
                item["title"] = one.reference.title  # in title case, as those of books


def _early_access(one: Fitting) -> None:
    """Leave out pages 1-1, which IEEE Xplore writes for an article without pages yet."""
    item = one.item
    is_early = item["type"] == "article-journal" and not {"volume", "issue"} & set(item)
    if is_early and one.reference.fields.get("page", "") in ("1-1", "1–1"):
        item.pop("page", None)
        item.setdefault("note", "early access")


def _placeholders(one: Fitting) -> None:
    """Leave out volume 0 and pages "null", which SAGE writes for an article without them yet."""
    item = one.item
    if item["type"] != "article-journal" or not one.reference.lowered:
        return
    is_unplaced = item.get("volume", "").strip("0") == "" and "volume" in item
    for name in ("volume", "issue", "page"):
        value = item.get(name, "")
        if is_no_value(value) or (is_unplaced and not value.strip("0")):
            item.pop(name, None)


def _journal_in_capitals(one: Fitting) -> None:
    """Print the name of a journal in title case if it is in capitals, as in Web of Science."""
    item = one.item
    name = item.get("container-title", "")
    if not item["type"].startswith("article-") or not name.isupper() or len(name.split()) < 2:
        return
    if one.reference.lowered and any(len(word) > _ACRONYM for word in name.split()):
        words = name.split(" ")
        shown = [_unshouted(word, begins=not place) for place, word in enumerate(words)]
        item["container-title"] = " ".join(shown)


def _unshouted(word: str, *, begins: bool = False) -> str:
    """Return a word of a journal's name with one capital; an acronym keeps its capitals.

    >>> " ".join(_unshouted(word) for word in "IEEE REVIEW OF BMC-SOIL (UK)".split())
    'IEEE Review of BMC-Soil (UK)'
    """
    if "-" in word:
        return "-".join(_unshouted(part, begins=True) for part in word.split("-"))
    low = word.lower()
    if low in _SMALL_IN_NAMES:
        return low.capitalize() if begins else low
    is_acronym = word in _ACRONYMS or not re.search("[AEIOUY]", word) or not word.isalpha()
    return word if is_acronym else word.capitalize()


RULES: Final[tuple[Rule, ...]] = (
    _noted_variable,
    _endnote_kind,
    _thesis_number,
    _repository,
    _package,
    _version,
    _early_access,
    _placeholders,
    _journal_in_capitals,
)
