"""One RIS record to a `Reference`."""

from __future__ import annotations

import re
from typing import Final

from refcore.diagnostics import Location
from refcore.formats.draft import Draft
from refcore.formats.findings import Findings
from refcore.formats.ris.dates import date_from_ris
from refcore.formats.ris.fields import BOOKS, CONFERENCES, NAMES, READ_TYPES, ROWS
from refcore.formats.tagged import Tagged
from refcore.model.dates import Date
from refcore.model.reference import Reference
from refcore.names.filed import names_from

__all__ = ["pages", "reference_from", "serial_variable"]

_ISSN: Final = re.compile(r"[0-9]{4}[-\u2010-\u2015]?[0-9]{3}[0-9Xx](?:\s*\([^)]*\))?")
_ISBN: Final = re.compile(r"(?:[0-9][- ]?){9}[0-9Xx]|97[89][- ]?(?:[0-9][- ]?){9}[0-9]")
_JOIN: Final = {"note": "\n", "keyword": ", "}


def reference_from(record: list[Tagged], findings: Findings) -> tuple[Reference, bool]:
    """Give the reference of a record, and whether the record states its key."""
    reader = _Reader(record, findings)
    key = next((entry.value.strip() for entry in reader.take("ID") if entry.value.strip()), "")
    draft = reader.draft(record[0].value)
    reader.at(record[0])
    return draft.reference(key), bool(key)


class _Reader:
    def __init__(self, record: list[Tagged], findings: Findings) -> None:
        self.findings = findings
        self.left: dict[str, list[Tagged]] = {}
        for entry in record[1:]:
            if entry.value:
                self.left.setdefault(entry.tag, []).append(entry)

    def take(self, tag: str) -> list[Tagged]:
        return self.left.pop(tag, [])

    def one(self, tag: str) -> str:
        entries = self.take(tag)
        if len(entries) > 1:
            self.left[tag] = entries[1:]
        if not entries:
            return ""
        self.at(entries[0])
        return entries[0].value

    def at(self, entry: Tagged) -> None:
        self.findings.location = Location(self.findings.location.path, entry.line)

    def draft(self, type_: str) -> Draft:
        draft = Draft(self.findings)
        self.identifiers(draft)
        self.type(draft, type_.strip())
        self.title(draft)
        self.names(draft)
        self.dates(draft)
        self.pages(draft)
        self.serials(draft)
        self.conference(draft)
        self.rows(draft)
        for tag, entries in self.left.items():
            for entry in entries:
                draft.keep(f"ris-{tag.lower()}", entry.value)
        return draft

    def type(self, draft: Draft, written: str) -> None:
        known = READ_TYPES.get(written.upper())
        if known is None:
            self.findings.warning(f"{written!r:.40} is no RIS type; read as document", "TY")
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
        for entry in self.take("UR"):
            draft.put_url(entry.value, "ris-ur")
        for tag in ("AN", "M1", "C7", "C1"):
            stated = self.left.get(tag, [])
            named = bool(stated) and "arxiv" in stated[0].value.casefold()
            if named:
                self.at(stated[0])
            if named and draft.put_arxiv(stated[0].value, tag):
                self.one(tag)

    def title(self, draft: Draft) -> None:
        tags = ("TI", "T1", "BT", "CT") if draft.type in BOOKS else ("TI", "T1", "CT")
        for tag in tags:
            text = self.one(tag)
            if text and not draft.title:
                draft.title = text
            elif text and text != draft.title:
                draft.keep(f"ris-{tag.lower()}", text)

    def names(self, draft: Draft) -> None:
        for role in dict.fromkeys(NAMES.values()):
            tags = [tag for tag, meant in NAMES.items() if meant == role]
            entries = sorted(
                (entry for tag in tags for entry in self.take(tag)), key=lambda entry: entry.line
            )
            first = {entry.value for entry in entries if entry.tag == entries[0].tag}
            # Some programs write the same list twice, as AU and as A1.
            kept = [e for e in entries if e.tag == entries[0].tag or e.value not in first]
            if kept:
                draft.names[role] = names_from(entry.value for entry in kept)

    def dates(self, draft: Draft) -> None:
        found = [self.date(tag) for tag in ("DA", "PY", "Y1")]
        dates = [date for date in found if date is not None]
        if dates:
            year = next((date.year for date in dates[::-1] if date.year is not None), None)
            draft.dates["issued"] = next((date for date in dates if date.year == year), dates[0])
        for tag, role in (("Y2", "accessed"), ("RD", "accessed")):
            date = self.date(tag)
            if date is not None:
                draft.dates.setdefault(role, date)

    def date(self, tag: str) -> Date | None:
        text = self.one(tag)
        return date_from_ris(text, tag, self.findings) if text else None

    def pages(self, draft: Draft) -> None:
        start, end = self.one("SP"), self.one("EP")
        if draft.type in BOOKS and start.isdigit() and not end:
            draft.fields["number-of-pages"] = start
        elif start or end:
            draft.fields["page"] = pages(start, end)

    def serials(self, draft: Draft) -> None:
        for entry in self.take("SN"):
            variable = serial_variable(entry.value, draft.type)
            draft.put_field(variable, entry.value, "ris-sn")

    def conference(self, draft: Draft) -> None:
        if draft.type not in CONFERENCES:
            return
        if self.left.get("C3") and self.left.get("T2"):
            draft.fields["event-title"] = self.one("T2")
        if self.left.get("CY") and self.left.get("PP"):
            draft.fields["event-place"] = self.one("CY")

    def rows(self, draft: Draft) -> None:
        for row in ROWS:
            if row.tag not in self.left or not row.fits(draft.type):
                continue
            held = draft.fields.get(row.variable)
            if held is not None:
                if all(entry.value == held for entry in self.left[row.tag]):
                    self.take(row.tag)  # said again
            elif row.variable in _JOIN:
                values = [entry.value for entry in self.take(row.tag)]
                draft.fields[row.variable] = _JOIN[row.variable].join(values)
            else:
                draft.fields[row.variable] = self.one(row.tag)


def pages(start: str, end: str) -> str:
    """Give the page variable of first and last page.

    >>> pages("12", "34"), pages("12-34", "34"), pages("7", "7"), pages("", "9")
    ('12-34', '12-34', '7', '9')
    """
    if not start or not end:
        return start or end
    return start if "-" in start or "–" in start or start == end else f"{start}-{end}"


def serial_variable(text: str, type_: str) -> str:
    """Tell what a serial number is by its form, and by the type where that says nothing.

    >>> [serial_variable(text, "report") for text in ("1234-567X", "978-0-201-13447-6", "TR-12")]
    ['ISSN', 'ISBN', 'number']
    """
    if _ISSN.fullmatch(text.strip()):
        return "ISSN"
    if _ISBN.fullmatch(text.strip()) or type_ in BOOKS or type_ in ("chapter", "paper-conference"):
        return "ISBN"
    return "ISSN" if type_.startswith(("article", "review")) else "number"
