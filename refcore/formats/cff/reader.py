"""One work of a CITATION.cff to a `Reference`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

import attrs

from refcore.diagnostics import Location
from refcore.errors import InvalidDate, InvalidIdentifier
from refcore.formats.cff.types import PLACES, READ_TYPES, ROWS
from refcore.formats.draft import Draft
from refcore.formats.fieldrows import FieldRow
from refcore.formats.findings import Findings
from refcore.formats.yamltext import Items, Table, plain
from refcore.latex.markup import from_plain
from refcore.model.agreement import dates_agree
from refcore.model.dates import Date, Moment
from refcore.model.identifiers import Orcid
from refcore.model.people import Authors, Group, Name, Person
from refcore.model.reference import Reference

__all__ = ["ANONYMOUS", "KEY", "OTHERS", "UNTITLED", "work_to_reference"]

# Placeholders for what the schema requires and the reference does not state.
ANONYMOUS: Final = "anonymous"
UNTITLED: Final = "untitled"
OTHERS: Final = "et al."
KEY: Final = "citation key"

_READ_ELSEWHERE: Final = frozenset({"month", "cff-version", "preferred-citation", "references"})


def work_to_reference(
    table: Table, findings: Findings, *, root: bool = False
) -> tuple[Reference, bool]:
    """Return the reference of a work, and whether the work states its citation key."""
    reader = _Reader(table, findings, root)
    reference = reader.draft().reference(reader.key)
    return reference, bool(reader.key)


@attrs.define
class _Reader:
    table: Table
    findings: Findings
    root: bool
    key: str = ""

    def draft(self) -> Draft:
        draft = Draft(self.findings)
        draft.type = self.type(draft)
        for name, value in sorted(self.table.items(), key=self.after_others):
            line = self.table.lines.get(name, self.table.line)
            self.findings.location = Location(self.findings.location.path, line)
            if value is not None and name != "type":
                self.field(draft, name, value)
        self.findings.location = Location(self.findings.location.path, self.table.line)
        self.issued(draft)
        self.pages(draft)
        if draft.type == "paper-conference" and (event := draft.fields.get("event-title")):
            # Without a collection, only the conference says where the paper appeared.
            draft.fields.setdefault("container-title", event)
        # arXiv's papers are articles without a journal.
        journal = draft.fields.get("container-title", "").casefold()
        likely = draft.type in ("article-journal", "document", "manuscript")
        if draft.arxiv is not None and likely and (not journal or journal.startswith("arxiv")):
            draft.type = "article"
        return draft

    def after_others(self, field: tuple[str, Any]) -> bool:
        """Return whether a field is read after all others, as others say the same more exactly.

        The institution publishes a thesis or a report, and is beside the publisher elsewhere.
        """
        kind = plain(self.table.get("type")).strip()
        return field[0] == "institution" and kind not in ("thesis", "report")

    def type(self, draft: Draft) -> str:
        written = plain(self.table.get("type")).strip()
        if not written:
            return "software" if self.root else "document"
        known = READ_TYPES.get(written)
        if known is None:
            self.findings.warning(f"{written!r:.40} is not a CFF type; read as generic", "type")
            draft.keep("cff-type", written)
        return known or "document"

    def field(self, draft: Draft, name: str, value: Any) -> None:
        row = _ROW_OF.get(name)
        if row is not None:
            _READERS[row.kind](self, draft, row, value)
        elif name not in _READ_ELSEWHERE:
            draft.keep(f"cff-{name.lower()}", plain(value))

    def title(self, draft: Draft, _: FieldRow, value: Any) -> None:
        title = " ".join(plain(value).split())
        draft.title = "" if title == UNTITLED else from_plain(title)

    def names(self, draft: Draft, row: FieldRow, value: Any) -> None:
        draft.names[row.variable] = self.people(value, row.field)

    def doi(self, draft: Draft, _: FieldRow, value: Any) -> None:
        draft.put_doi(plain(value).strip(), "cff-doi")

    def url(self, draft: Draft, _: FieldRow, value: Any) -> None:
        draft.put_url(plain(value).strip(), "cff-url")

    def text(self, draft: Draft, row: FieldRow, value: Any) -> None:
        draft.put_field(row.variable, plain(value).strip(), f"cff-{row.field}")

    def title_of_a_work(self, draft: Draft, row: FieldRow, value: Any) -> None:
        """Read the title of a journal or a collection.

        The collection of a conference paper is its proceedings.
        Source: Citation File Format 1.2.0, guide to the schema, `collection-title`.
        """
        paper = plain(self.table.get("type")).strip() == "conference-paper"
        is_proceedings = row.field == "collection-title" and not self.table.get("journal")
        variable = "container-title" if paper and is_proceedings else row.variable
        draft.put_field(variable, from_plain(plain(value).strip()), f"cff-{row.field}")

    def list(self, draft: Draft, row: FieldRow, value: Any) -> None:
        entries = value if isinstance(value, Items) else [value]
        texts = [plain(entry).strip() for entry in entries]
        draft.put_field(row.variable, ", ".join(filter(None, texts)), f"cff-{row.field}")

    def together(self, draft: Draft, row: FieldRow, value: Any) -> None:
        """Read nothing: `issued` and `pages` read the field with others of the work."""

    def accessed(self, draft: Draft, row: FieldRow, _: Any) -> None:
        self.date(draft, row.variable, row.field)

    def people(self, value: Any, field: str) -> Authors:
        listed = value if isinstance(value, Items) else [value]
        if listed is not value:
            self.findings.warning("expected a list", field)
        kept, is_cut = self.findings.people(partial(self.person, field=field), listed, field)
        if [name.name for name in kept] == [ANONYMOUS]:
            return Authors()
        others = bool(kept) and kept[-1].name == OTHERS
        return Authors(kept[:-1] if others else kept, others or is_cut)

    def person(self, value: Any, field: str) -> Name | None:
        if isinstance(value, str) and value.strip():
            self.findings.warning("expected a person or an entity, found a text", field)
            return Group(value)
        if not isinstance(value, Table):
            self.findings.error(f"expected a person, found {plain(value)!r:.40}; left out", field)
            return None
        parts = {label: plain(value.get(label)).strip() for label in _PARTS}
        place = parts["affiliation"]
        places = tuple(filter(None, place.split("; "))) if place else ()
        is_person = bool(parts["family-names"] or parts["given-names"])
        other = ("name", "alias") if is_person else ("alias",) if parts["name"] else ()
        unplaced = sorted(set(value) - {*_PARTS, "orcid"} | {name for name in other if parts[name]})
        if unplaced:
            who = " ".join(
                filter(None, (parts["given-names"], parts["family-names"], parts["name"]))
            )
            self.findings.warning(f"{', '.join(unplaced)} of {who or 'a name'} left out", field)
        if is_person:
            return Person(
                parts["given-names"],
                parts["family-names"],
                non_dropping_particle=parts["name-particle"],
                suffix=parts["name-suffix"],
                orcid=self.orcid(value, field),
                affiliations=places,
            )
        if name := parts["name"] or parts["alias"]:
            return Group(name, affiliations=places)
        self.findings.error("an empty name; left out", field)
        return None

    def orcid(self, value: Table, field: str) -> Orcid | None:
        text = plain(value.get("orcid")).strip()
        if not text:
            return None
        try:
            return Orcid.parse(text.replace("http://", "https://"))
        except InvalidIdentifier as error:
            self.findings.warning(str(error), field)
            return None

    def identifiers(self, draft: Draft, row: FieldRow, value: Any) -> None:
        for entry in value if isinstance(value, Items) else [value]:
            table = entry if isinstance(entry, Table) else Table()
            kind, text, said = (
                plain(table.get(n)).strip() for n in ("type", "value", "description")
            )
            if not text:
                self.findings.warning("an identifier without a value; left out", "identifiers")
            elif kind == "other" and said == KEY and not self.key:
                self.key = text
            elif kind == "doi" and draft.doi is None and "doi" not in self.table:
                draft.put_doi(text, "cff-doi")
            elif (
                "arxiv" in text.casefold()
                and draft.arxiv is None
                and draft.put_arxiv(text, "identifiers")
            ):
                pass
            elif kind == "url" and "url" not in self.table and not draft.url:
                draft.put_url(text, "cff-url")
            else:
                draft.keep("cff-identifiers", plain(table))
                continue
            if said and said != KEY:
                self.findings.note(f"the description of {text}, {said!r:.40}, left out", row.field)

    def entity(self, draft: Draft, row: FieldRow, value: Any) -> None:
        name = row.field
        if not isinstance(value, Table):
            self.findings.warning("expected an entity, a mapping with a name", name)
        table = value if isinstance(value, Table) else Table()
        text = plain(table.get("name")).strip() if table else plain(value).strip()
        draft.put_field(row.variable, text, f"cff-{name}")
        variable = PLACES.get(name, "")
        place, used = _place(table) if variable else ("", frozenset())
        draft.put_field(variable, place, f"cff-{name}-location")
        dates = frozenset({"date-start", "date-end"}) if name == "conference" else frozenset()
        for label, part in table.items():
            if label not in {"name", *used, *dates}:
                draft.keep(f"cff-{name}-{label.lower()}", plain(part))
        if name == "conference" and (when := plain(table.get("date-start")).strip()):
            until = plain(table.get("date-end")).strip()
            draft.dates["event-date"] = Date.from_text(f"{when}/{until}" if until else when)

    def date(self, draft: Draft, variable: str, name: str) -> None:
        text = plain(self.table.get(name)).strip()
        date = Date.from_text(text) if text else None
        if date is not None and date.literal:
            self.findings.warning(f"{text!r:.40} is not a date, expected YYYY-MM-DD", name)
        if date is not None and draft.dates.setdefault(variable, date) != date:
            draft.keep(f"cff-{name}", text)

    def issued(self, draft: Draft) -> None:
        for name in ("date-published", "date-released"):
            self.date(draft, "issued", name)
        year, month = (plain(self.table.get(name)).strip() for name in ("year", "month"))
        if year:
            self.year(draft, year, month)
        if text := plain(self.table.get("issue-date")).strip():
            date = Date.from_text(text)
            if draft.dates.setdefault("issued", date) != date:
                draft.keep("cff-issue-date", text)
        if text := plain(self.table.get("year-original")).strip():
            draft.dates["original-date"] = Date.from_text(text)

    def year(self, draft: Draft, year: str, month: str) -> None:
        date = Date.from_text(year)
        if month.isdecimal() and date.start is not None and not date.is_range:
            try:
                date = date.evolve(start=Moment(date.start.year, int(month)))
            except InvalidDate as error:
                self.findings.warning(str(error), "month")
        if not dates_agree(draft.dates.setdefault("issued", date), date):
            draft.keep("cff-year", "-".join(filter(None, (year, month))))

    def pages(self, draft: Draft) -> None:
        start, end = (plain(self.table.get(name)).strip() for name in ("start", "end"))
        if start or end:
            draft.fields["page"] = f"{start}-{end}" if start and end else start or end


_ROW_OF: Final = {row.field: row for row in ROWS}
_READERS: Final[dict[str, Callable[[_Reader, Draft, FieldRow, Any], None]]] = {
    "title": _Reader.title,
    "names": _Reader.names,
    "doi": _Reader.doi,
    "url": _Reader.url,
    "identifiers": _Reader.identifiers,
    "date": _Reader.accessed,
    "text": _Reader.text,
    "title of a work": _Reader.title_of_a_work,
    "entity": _Reader.entity,
    "list": _Reader.list,
    "together": _Reader.together,
}


def _place(table: Table) -> tuple[str, frozenset[str]]:
    """Return where an entity is, and the fields that say it."""
    if place := plain(table.get("location")).strip():
        return place, frozenset({"location"})
    said = {label: plain(table.get(label)).strip() for label in ("city", "region", "country")}
    return ", ".join(filter(None, said.values())), frozenset(said)


_PARTS: Final = "family-names given-names name-particle name-suffix affiliation name alias".split()
