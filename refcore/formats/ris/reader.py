"""One RIS record to a `Reference`."""

from __future__ import annotations

import functools
import re
from collections.abc import Container
from typing import Final

import attrs

from refcore.diagnostics import Location
from refcore.errors import InvalidIdentifier
from refcore.formats.draft import Draft
from refcore.formats.findings import Findings
from refcore.formats.ris.dates import date_from_ris, plain_date
from refcore.formats.ris.fields import (
    ARTICLES,
    BOOKS,
    CONFERENCES,
    COUNTED,
    NAME_ROWS,
    READ_TYPES,
    ROWS,
    Row,
)
from refcore.formats.ris.habits import as_meant, page_count, roles_of
from refcore.formats.tagged import Tagged
from refcore.model.agreement import better_date, dates_agree
from refcore.model.dates import Date
from refcore.model.identifiers import Doi
from refcore.model.people import Group, Name
from refcore.model.reference import Reference
from refcore.model.worddates import date_in_words
from refcore.names.filed import names_from, read_indexed
from refcore.names.groups import is_body
from refcore.text.entities import without_entities
from refcore.text.idforms import DOI_HOST, DOI_PREFIX
from refcore.text.novalue import is_no_value
from refcore.text.patterns import regex

__all__ = ["pages", "reference_from", "serial_variable"]

_ISSN: Final = regex(r"[0-9]{4}[-\u2010-\u2015]?[0-9]{3}[0-9Xx](?:\s*\([^)]*\))?")
# Scopus: "10495258 (ISSN)", Embase: "2325-9671 (electronic)".
_LABEL: Final = regex(r"(?<=[0-9Xx])\s*\([A-Za-z. ]{2,30}\)\Z")
_ISBN: Final = regex(r"(?:[0-9][- ]?){9}[0-9Xx]|97[89][- ]?(?:[0-9][- ]?){9}[0-9]")
_DOI: Final = regex(rf"(?:doi[:\s]\s*|(?:https?://)?{DOI_HOST})?{DOI_PREFIX}/\S+", re.IGNORECASE)
# Tags of texts that may have lines of their own, and of the key.
_RUNNING: Final = frozenset({"AB", "ID", "N1", "N2", "RN"})
# Tags in which publishers write a DOI and nothing else.
_PMID: Final = regex(r"[1-9][0-9]{5,7}")
_DOI_TAGS: Final = ("M3", "M1", "N1", "L3", "AN", "C7")
_ISSUED: Final = ("DA", "Y1", "PY")
_ACCESSED: Final = ("Y2", "RD")
_FOUR: Final = regex(r"[0-9]{4}")
_YEAR: Final = regex(r"[1-9][0-9]{3}")
_NAME_TAGS: Final = frozenset(row.tag for row in NAME_ROWS)
# Tags of numbers; PsycINFO: "SP  - No", "EP  - Specified".
_NUMBERED: Final = ("SP", "EP", "IS", "VL")
# Ovid's and Embase's M1 has the works that are cited, or addresses.
_LONGEST_NUMBER: Final = 60
_JOIN: Final = {"note": "\n", "keyword": ", "}


def reference_from(record: list[Tagged], findings: Findings) -> tuple[Reference, bool]:
    """Return the reference of a record, and whether the record states its key."""
    reader = _Reader(record, findings)
    key = reader.one("ID").strip()
    draft = reader.draft(record[0])
    reader.at(record[0])
    return draft.reference(key), bool(key)


@attrs.frozen
class _Dated:
    """A date and the line that states it."""

    entry: Tagged
    date: Date


class _Reader:
    def __init__(self, record: list[Tagged], findings: Findings) -> None:
        self.findings = findings
        self.left: dict[str, list[Tagged]] = {}
        for entry in record[1:]:
            tag, value, _ = entry
            if value:
                read = entry._replace(value=without_entities(value)) if "&" in value else entry
                if ("  " in read.value or "\t" in read.value) and tag not in _RUNNING:
                    read = read._replace(value=" ".join(read.value.split()))
                if tag in self.left:
                    self.left[tag].append(read)
                else:
                    self.left[tag] = [read]
        self.without_nothing()
        years = (_FOUR.match(e.value) for tag in ("PY", "Y1") for e in self.left.get(tag, ()))
        self.year = next((int(match[0]) for match in years if match), None)

    def without_nothing(self) -> None:
        """Leave out what stands for a missing number of a page, an issue or a volume."""
        stated = [self.left[tag] for tag in _NUMBERED if tag in self.left]
        if all(len(held) == 1 and held[0].value[:1].isdigit() for held in stated):
            return  # as nearly always
        pages = [self.left.get(tag, [None])[0] for tag in ("SP", "EP")]
        unpaged = [entry.value.lower() if entry else "" for entry in pages] == ["no", "specified"]
        for tag in _NUMBERED:
            for entry in self.left.get(tag, [])[:]:
                if is_no_value(entry.value) or (unpaged and tag in ("SP", "EP")):
                    self.at(entry)
                    self.findings.warning(f"{entry.value!r} is no number; left out", tag)
                    self.left[tag].remove(entry)
            if not self.left.get(tag, [None]):
                del self.left[tag]

    def take(self, tag: str) -> list[Tagged]:
        return self.left.pop(tag, [])

    def one(self, tag: str) -> str:
        entries = self.left.get(tag)
        if entries is None:
            return ""
        if len(entries) == 1:
            del self.left[tag]
        else:
            self.left[tag] = entries[1:]
        return entries[0].value

    def at(self, entry: Tagged) -> None:
        if self.findings.location.line != entry.line:
            self.findings.location = Location(self.findings.location.path, entry.line)

    def draft(self, first: Tagged) -> Draft:
        draft = Draft(self.findings)
        kind = first.value.strip().upper()
        if self.left:
            as_meant(kind, self.left)
            self.identifiers(draft)
        self.at(first)
        self.type(draft, first.value.strip())
        if not self.left:
            return draft
        self.title(draft)
        self.names(draft, kind)
        self.dates(draft)
        self.pages(draft)
        self.serials(draft)
        self.conference(draft)
        self.periodical(draft)
        self.rows(draft)
        for tag, entries in self.left.items():
            for entry in entries:
                draft.keep(f"ris-{tag.lower()}", entry.value)
        return draft

    def type(self, draft: Draft, written: str) -> None:
        known = READ_TYPES.get(written.upper())
        if known is None:
            self.findings.warning(f"{written!r:.40} is not a RIS type; read as document", "TY")
            draft.keep("ris-ty", written)
        draft.type = known or "document"
        # arXiv's papers are unpublished works or journal articles to other programs.
        if draft.arxiv is not None and draft.type in ("manuscript", "document"):
            draft.type = "article"

    def identifiers(self, draft: Draft) -> None:
        for tag in ("DO", "DI"):
            for entry in self.take(tag):
                self.at(entry)
                draft.put_doi(entry.value, "ris-do")
        for tag in _DOI_TAGS:
            if tag in self.left:
                self.doi_of(draft, tag)
        for entry in self.take("UR"):
            draft.put_url(entry.value, "ris-ur")
        # Scopus has PubMed's number in the place of PubMed Central's.
        if (central := self.left.get("C2")) and _PMID.fullmatch(central[0].value):
            draft.put_field("PMID", self.one("C2"), "ris-c2")
        for variable in ("PMID", "PMCID"):
            for entry in self.take(variable):
                number, _, rest = entry.value.partition(" ")  # a line without a tag may follow
                draft.put_field(variable, number, f"ris-{variable.lower()}")
                draft.keep(f"ris-{variable.lower()}", rest)
        self.texts_of_m1(draft)
        self.arxiv_id(draft)

    def texts_of_m1(self, draft: Draft) -> None:
        """Keep the texts in M1, which also has numbers."""
        for entry in [entry for entry in self.left.get("M1", ()) if _is_text(entry.value)]:
            self.left["M1"].remove(entry)
            draft.keep("ris-m1", entry.value)
        if not self.left.get("M1", [None]):
            del self.left["M1"]

    def arxiv_id(self, draft: Draft) -> None:
        """Read an arXiv id from the fields in which programs write it."""
        for tag in ("AN", "M1", "C7", "C1"):
            stated = self.left.get(tag, [])
            named = bool(stated) and "arxiv" in stated[0].value.casefold()
            if named:
                self.at(stated[0])
            if named and draft.put_arxiv(stated[0].value, tag):
                self.one(tag)

    def doi_of(self, draft: Draft, tag: str) -> None:
        """Take the DOIs from a tag of another purpose."""
        left = [
            entry
            for entry in self.left[tag]
            if not (_DOI.fullmatch(entry.value) and self.is_new_doi(draft, entry))
        ]
        if left:
            self.left[tag] = left
        else:
            del self.left[tag]

    def is_new_doi(self, draft: Draft, entry: Tagged) -> bool:
        """Take a DOI from a tag of another purpose; return whether the tag says nothing else."""
        text = re.sub(r"^doi[:\s]\s*", "", entry.value, flags=re.IGNORECASE)
        try:
            doi = Doi.parse(text)
        except InvalidIdentifier:
            return False
        draft.doi = draft.doi or doi
        return draft.doi == doi

    def title(self, draft: Draft) -> None:
        tags = ("TI", "T1", "BT", "CT") if draft.type in BOOKS else ("TI", "T1", "CT")
        for tag in tags:
            text = self.one(tag)
            if text and not draft.title:
                draft.title = text
            elif text and text != draft.title:
                draft.keep(f"ris-{tag.lower()}", text)

    def names(self, draft: Draft, kind: str) -> None:
        by_role: dict[str, list[list[Tagged]]] = {}
        for tag, role in _roles_of(kind, frozenset(self.left.keys() & _NAME_TAGS)).items():
            if role and not (tag == "C2" and _has_digit(self.left[tag])):
                by_role.setdefault(role, []).append(self.take(tag))
        bodies = {e.value for tag in ("T2", "PB", "JO", "BT") for e in self.left.get(tag, ())}
        for role, lists in by_role.items():
            entries = lists[0] if len(lists) == 1 else _together(lists)
            names = [name for entry in entries for name in self.names_of(entry)]
            self.findings.names(names, role)
            draft.names[role] = names_from(names, functools.partial(_read_name, bodies))

    def names_of(self, entry: Tagged) -> list[str]:
        """Return the names of a line, which some programs fill with a whole list."""
        if ";" not in entry.value and " and " not in entry.value:
            return [entry.value]
        self.at(entry)
        return self.findings.listed(entry.value, entry.tag, "a line each")

    def dates(self, draft: Draft) -> None:
        for tags, role in ((_ISSUED, "issued"), (_ACCESSED, "accessed")):
            stated = {tag: self.stated(tag) for tag in tags if tag in self.left}
            found = [dated for dates in stated.values() for dated in dates]
            if found:
                # PY is the year of publication; DA may be of another event.
                order = list(stated)[::-1] if role == "issued" else list(stated)
                years = [d.date.year for tag in order for d in stated[tag] if d.date.year]
                draft.dates[role] = self.best(draft, found, years[0] if years else None)
        self.original(draft)

    def original(self, draft: Draft) -> None:
        """Take a year in OP: that of the original publication, whose title OP has otherwise."""
        entries = self.left.get("OP", [])
        dated = next((entry for entry in entries if _YEAR.fullmatch(entry.value.strip())), None)
        if dated is None:
            return
        draft.dates["original-date"] = Date.of(int(dated.value))
        entries.remove(dated)
        if not entries:
            del self.left["OP"]

    def best(self, draft: Draft, found: list[_Dated], year: int | None) -> Date:
        """Return the most exact date of those that agree; the others are kept as extra."""
        if len(found) == 1:
            return found[0].date
        chosen = next((dated for dated in found if dated.date.year == year), found[0])
        for dated in found:
            if dated is chosen or dated.date.year is None:
                continue
            if dates_agree(chosen.date, dated.date):
                # If one date is approximate, the result is too, even if the other one is exact.
                kept, other = (
                    one.date.evolve(circa=False) if one.date.circa else one.date
                    for one in (chosen, dated)
                )
                chosen = chosen if better_date(kept, other) is kept else dated
        for dated in found:
            if dated is chosen:
                continue
            if dates_agree(dated.date, chosen.date) and not dated.date.literal:
                continue
            if dated.date != chosen.date:
                self.at(dated.entry)
                message = f"{dated.entry.value!r:.40} is another date than {chosen.date}"
                self.findings.warning(f"{message}; kept as extra", dated.entry.tag)
                draft.keep(f"ris-{dated.entry.tag.lower()}", dated.entry.value)
        return chosen.date

    def stated(self, tag: str) -> list[_Dated]:
        """Return the dates that a tag states; one without a year is of the year in PY or Y1."""
        found: list[_Dated] = []
        for entry in self.take(tag):
            if (date := plain_date(entry.value)) is None:
                self.at(entry)
                date = date_from_ris(entry.value, tag, self.findings)
            if date is not None and date.literal and tag == "DA" and self.year is not None:
                date = date_in_words(entry.value, self.year) or date
            if date is not None:
                found.append(_Dated(entry, date))
        return found

    def pages(self, draft: Draft) -> None:
        start, end = self.one("SP"), self.one("EP")
        if start and end and pages(start, end) == start != end and not start.endswith(end):
            draft.keep("ris-ep", end)
        count = start if draft.type in COUNTED and start.isdigit() else page_count(start)
        if count and not end:
            draft.fields["number-of-pages"] = count
        elif start or end:
            draft.fields["page"] = pages(start, end)

    def serials(self, draft: Draft) -> None:
        for entry in self.take("SN"):
            number = entry.value
            if number.endswith(")"):
                bare = _LABEL.sub("", number)
                number = bare if _ISSN.fullmatch(bare) or _ISBN.fullmatch(bare) else number
            draft.put_field(serial_variable(number, draft.type), number, "ris-sn")

    def conference(self, draft: Draft) -> None:
        if draft.type not in CONFERENCES:
            return
        if self.left.get("C3") and self.left.get("T2"):
            draft.fields["event-title"] = self.one("T2")
        if self.left.get("CY") and self.left.get("PP"):
            draft.fields["event-place"] = self.one("CY")

    def periodical(self, draft: Draft) -> None:
        """Take the name of the periodical (JF or JO) where T2 says something else."""
        if draft.type not in ARTICLES or "T2" not in self.left:
            return
        second = self.left["T2"][0]
        is_short = "." in second.value
        if "JF" in self.left:
            full = self.left["JF"][0].value
            if full == second.value or ("." in full and not is_short):
                return
            draft.fields["container-title"] = self.one("JF")
        elif "JO" in self.left and _is_other_journal(self.left["JO"][0].value, second.value):
            draft.fields["container-title"] = self.one("JO")
        else:
            return
        if is_short and self.left.keys().isdisjoint({"J2", "JA", "J1", "JO"}):
            draft.fields["container-title-short"] = self.one("T2")
        else:
            self.at(second)
            self.findings.warning(f"{second.value!r:.40} is not the journal; kept as extra", "T2")

    def rows(self, draft: Draft) -> None:
        for row in _rows_of(frozenset(self.left), draft.type):
            if row.tag not in self.left:
                continue
            held = draft.fields.get(row.variable)
            if held is not None:
                if all(entry.value == held for entry in self.left[row.tag]):
                    self.take(row.tag)  # the same value once more
            elif row.variable in _JOIN:
                values = [entry.value for entry in self.take(row.tag)]
                draft.fields[row.variable] = _JOIN[row.variable].join(values)
            else:
                draft.fields[row.variable] = self.one(row.tag)


@functools.lru_cache(maxsize=1024)  # a library names the same journals many times
def _is_other_journal(name: str, second: str) -> bool:
    """Return whether JO names a journal in full, and T2 something else: ScienceDirect's issues.

    >>> _is_other_journal("Computer Networks", "Proceedings of the Seventh Web Conference")
    True
    >>> _is_other_journal("Comput Netw", "Computer Networks")
    False
    """
    if name == second or "." in name or " " not in name:
        return False
    from refcore.compare.agreement import Agreement  # rarely needed, and slow to load
    from refcore.compare.venues import compare_venues

    compared = compare_venues(name, second)
    return compared is None or compared.kind is Agreement.DIFFERENT


def _together(lists: list[list[Tagged]]) -> list[Tagged]:
    """Return lists of names as one, in the order of their lines.

    Some programs write the same list twice, as AU and as A1.

    >>> first, again = [Tagged("AU", "Fei, Bo", 2)], [Tagged("A1", "Fei, Bo", 3)]
    >>> _together([again, first])
    [Tagged(tag='AU', value='Fei, Bo', line=2)]
    """
    entries = sorted((entry for held in lists for entry in held), key=lambda entry: entry.line)
    tag = entries[0].tag
    first = {entry.value for entry in entries if entry.tag == tag}
    return [entry for entry in entries if entry.tag == tag or entry.value not in first]


def _has_digit(entries: list[Tagged]) -> bool:
    return any(char.isdigit() for entry in entries for char in entry.value)


# Most records of a file have the tags of others.
_roles_of: Final = functools.lru_cache(maxsize=1024)(roles_of)


@functools.lru_cache(maxsize=1024)
def _rows_of(tags: frozenset[str], type_: str) -> tuple[Row, ...]:
    """Return the rows of some tags for a CSL type, in order.

    >>> [row.variable for row in _rows_of(frozenset({"VL", "T2"}), "book")]
    ['collection-title', 'volume']
    """
    return tuple(row for row in ROWS if row.tag in tags and row.fits(type_))


def _is_text(value: str) -> bool:
    """Return whether a value is a text and no number.

    >>> _is_text("TR-2024-17"), _is_text("Copyright (C) 2016 U.S. National Library of Medicine.")
    (False, True)
    """
    return len(value) > _LONGEST_NUMBER or value.lower().startswith(("copyright", "©"))


def _read_name(bodies: Container[str], text: str) -> Name | None:
    """Read a name; one without a comma, as Zotero writes those of bodies, may be a body's.

    `bodies` are the publisher and the site of the work.
    """
    name = " ".join(text.split())
    if name[:1] == "{" and name[-1:] == "}":
        return Group(name.strip("{} "))
    is_publisher = name in bodies and "," not in name
    return Group(name) if is_publisher or is_body(name) else read_indexed(text)


def pages(start: str, end: str) -> str:
    """Return the page variable of first and last page.

    >>> pages("12", "34"), pages("12-34", "34"), pages("7", "7"), pages("", "9")
    ('12-34', '12-34', '7', '9')
    """
    if not start or not end:
        return start or end
    return start if "-" in start or "–" in start or start == end else f"{start}-{end}"


def serial_variable(text: str, type_: str) -> str:
    """Classify a serial number by its form, or by the type if the form does not decide.

    >>> [serial_variable(text, "report") for text in ("1234-567X", "978-0-201-13447-6", "TR-12")]
    ['ISSN', 'ISBN', 'number']
    """
    if _ISSN.fullmatch(text.strip()):
        return "ISSN"
    if _ISBN.fullmatch(text.strip()) or type_ in BOOKS or type_ in ("chapter", "paper-conference"):
        return "ISBN"
    return "ISSN" if type_.startswith(("article", "review")) else "number"
