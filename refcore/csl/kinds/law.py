"""Cases, laws and patents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from refcore.csl.fitting import Fitting
from refcore.csl.kinds.shared import is_loose
from refcore.latex import decode
from refcore.text.patterns import regex

__all__ = ["cited", "law", "patent", "patent_office"]

# "US Patent 6,285,999"
_PATENT: Final = regex(
    r"(?P<office>US|U\.S\.|EP|[A-Z][a-z]+) (?P<kind>Patent(?: App(?:\.|lication))?) "
    r"(?:[Nn]o\.? )?(?P<number>[A-Z]{0,2}[0-9][0-9,/ ]{3,20}(?: ?[A-Z][0-9]?)?)"
)
# "347 U.S. 483", "78 Stat. 241"
_REPORTED: Final = regex(r"([0-9]{1,4}) ([A-Z][\w.&' ]{0,30}?) ([0-9]{1,5})(?: \(([^()]*)\))?")
# "D. Mass. 2016": the year after the court
_YEAR_OF_COURT: Final = regex(r"(?:\A| )[0-9]{4}\Z")
_MLA: Final = "modern-language-association"
_CODES: Final = frozenset({"U.S.C.", "U. S. C.", "U.S.C.A.", "C.F.R."})  # cited by section
# "42 U.S.C. § 12101 et seq."
_CODED: Final = regex(
    r"(?P<volume>[0-9]{1,3}) (?P<code>U\. ?S\. ?C\.(?: ?A\.)?|C\.F\.R\.)"
    r" (?:§{1,2} ?|[Ss]ec(?:tion|\.) )?(?P<section>[0-9][\w.()-]{0,20}(?: et seq\.?)?)"
)
_PARTIES: Final = regex(r"\S.{0,80} vs?\. \S.{0,80}")  # "Roe v. Fen"
_PUBLIC_LAW: Final = regex(r"\A(?:Pub(?:lic|\.)? L(?:aw|\.)?,? )(?:No\.? )?", re.IGNORECASE)

# Offices and countries as Zotero and patent databases name them, and how a number begins there.
_OFFICES: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            "us",
            "u.s.",
            "usa",
            "u.s.a.",
            "united states",
            "united states of america",
            "uspto",
            "us patent and trademark office",
            "u.s. patent and trademark office",
            "united states patent and trademark office",
        ),
        "US",
    ),
    **dict.fromkeys(("ep", "epo", "european patent office"), "EP"),
    **dict.fromkeys(("wo", "wipo", "world intellectual property organization"), "WO"),
}
_OFFICE_NAME: Final = regex(r".* (?:office|organization)", re.IGNORECASE)
# "US20190123456A1", the publication of an application
_US_APPLICATION: Final = regex(r"US[- ]?(?P<number>20[0-9]{2}/?[0-9]{7})(?: ?A[0-9])?")


def patent_office(one: Fitting) -> None:
    """Read the office that granted a patent from ``authority``, where Zotero has it.

    The number says whose patent it is: "US 7,347,809". APA names the office as the publisher
    (APA 7, section 11.8).
    """
    item, guide = one.item, one.guide
    office = item.get("authority", "") if item["type"] == "patent" else ""
    code = _OFFICES.get(office.lower())
    is_named = _OFFICE_NAME.fullmatch(office) or len(office) < 5
    if code is None or "number" not in item or (guide.keeps_genres and not is_named):
        return  # Chicago's style prints the country itself.
    del item["authority"]
    if item["number"][:1].isdecimal() and "genre" not in item:
        item["number"] = f"{code} {item['number']}"
    if guide.name.startswith("apa") and _OFFICE_NAME.fullmatch(office):
        item.setdefault("publisher", office)
    if code == "EP" and guide.names_patents:
        item.setdefault("genre", "European Patent")
    found = _US_APPLICATION.fullmatch(item["number"])
    if found is not None and guide.names_patents:
        item.setdefault("genre", "U.S. Patent Application")
        item["number"] = found["number"]


def patent(one: Fitting) -> None:
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


def cited(one: Fitting) -> None:
    """Set a ``@misc`` that is cited as a case or a law as one: "Roe v. Fen", 347 U.S. 483.

    Source: APA 7, sections 11.4 and 11.5.
    """
    item = one.item
    is_bare = is_loose(one) and not {"author", "editor", "number", "DOI"} & set(item)
    for name in ("publisher", "note", "container-title") if is_bare else ():
        text = item.get(name, "").strip()
        is_case = _PARTIES.fullmatch(item.get("title", "")) and _REPORTED.fullmatch(text)
        if not is_case and not _CODED.fullmatch(text):
            continue
        held = "number" if one.guide.name.startswith(_MLA) else "note"
        item |= {"type": "legal_case" if is_case else "legislation", held: item.pop(name)}
        item["title"] = one.reference.title
        return


def _found_in(one: Fitting) -> None:
    """Read where a case or a law was published from the first text that says so."""
    item, extra = one.item, one.reference.extra
    texts = {name: decode(extra.get(name, ""), protect=False) for name in ("citation", "cite")}
    texts |= {name: item.get(name, "") for name in ("note", "number")}
    for name, text in texts.items():
        if "container-title" in item:
            return
        coded = None if one.guide.name.startswith(_MLA) else _CODED.fullmatch(text.strip())
        found = None if name == "number" else _REPORTED.fullmatch(text.strip(". "))
        if coded is not None:
            code = coded["code"].replace(" ", "")
            item |= {"volume": coded["volume"], "container-title": code}
            item["section"] = coded["section"]
            item.pop(name, None)
        elif found is not None:
            item |= {"volume": found[1], "container-title": found[2], "page": found[3]}
            if court := _YEAR_OF_COURT.sub("", found[4] or ""):
                item.setdefault("authority", court)
            if name == "note":
                del item["note"]


def law(one: Fitting) -> None:
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
    _found_in(one)
    if item.get("container-title", "") in _CODES and "page" in item:
        item.setdefault("section", item.pop("page"))
    if not one.guide.name.startswith(_MLA) and "number" in item:
        item["number"] = _PUBLIC_LAW.sub("", item["number"])
