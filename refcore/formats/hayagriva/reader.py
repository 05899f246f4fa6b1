"""One Hayagriva entry to a `Reference`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, TypeVar

import attrs

from refcore.diagnostics import Location
from refcore.errors import InvalidDate, InvalidName
from refcore.formats.draft import Draft
from refcore.formats.fieldrows import FieldRow
from refcore.formats.findings import Findings
from refcore.formats.hayagriva.fields import ROWS, SERIALS
from refcore.formats.hayagriva.text import from_hay
from refcore.formats.hayagriva.types import IN_SERIES, PARENTS, READ_ROLES, READ_TYPES, type_of
from refcore.formats.yamltext import Items, Table, plain
from refcore.model.dates import Date
from refcore.model.people import Authors, Group, Name, Person
from refcore.model.reference import Reference
from refcore.names.filed import names_from, read_filed

__all__ = ["entry_to_reference", "name_in", "read_date"]

_T = TypeVar("_T")
_OF_CONFERENCE: Final = ("type", "title", "location", "date")
_OF_SERIES: Final = ("type", "title", "volume")
# What people write who know CSL, and which Hayagriva refuses.
_OF_CSL: Final = {"family": "name", "given": "given-name", "non-dropping-particle": "prefix"}
_ROLES_FIELDS: Final = ("title", "author", "type", "parent")
# Fields of a parent that apply to the entry if the entry lacks them.
_INHERITED: Final = (
    "volume issue edition publisher location organization issn isbn serial-number volume-total "
    "editor date".split()
)


def entry_to_reference(key: str, table: Table, findings: Findings) -> Reference:
    """Return the reference of an entry, at the place of the findings so far.

    Its first parent is what contains it.

    >>> from refcore.formats.yamltext import read_table
    >>> table, _ = read_table("{type: Article, title: A, parent: {title: J, volume: 3}}", None, "")
    >>> reference = entry_to_reference("a", table, Findings())
    >>> reference.type, dict(reference.fields)
    ('article-journal', {'container-title': 'J', 'volume': '3'})
    """
    where = findings.location
    draft = _Reader(table, findings).draft()
    findings.location = where
    return draft.reference(key)


@attrs.define
class _Reader:
    table: Table
    findings: Findings

    def draft(self) -> Draft:
        draft = Draft(self.findings)
        kind, parents = self.kind()
        draft.type = type_of(kind, _kind(parents[0], kind) if parents else "")
        if "type" in self.table and kind == "misc" and plain(self.table["type"]).lower() != "misc":
            draft.keep("hayagriva-type", plain(self.table["type"]))
        # The publisher says more exactly than `organization` and `location` who published where.
        for name, value in sorted(self.table.items(), key=lambda field: field[0] != "publisher"):
            if name not in ("type", "parent"):
                self.findings.location = self.at(name)
                self.field(draft, name, value)
        self.findings.location = Location(self.findings.location.path, self.table.line)
        if parents and kind in IN_SERIES:
            self.series(draft, parents[0], "hayagriva-parent")
        elif parents:
            self.parent(draft, parents[0])
        for other in parents[1:]:
            draft.keep("hayagriva-parent", plain(other))
        if draft.arxiv is not None and kind == "misc":
            draft.type = "article"
        return draft

    def at(self, name: str) -> Location:
        return Location(self.findings.location.path, self.table.lines.get(name, self.table.line))

    def kind(self) -> tuple[str, list[Table]]:
        written = plain(self.table.get("type")).strip().casefold()
        if written and written not in READ_TYPES:
            self.findings.location = self.at("type")
            self.findings.warning(f"{written!r:.40} is not a Hayagriva type; read as misc", "type")
        parent = self.table.get("parent")
        listed = parent if isinstance(parent, Items) else [parent]
        parents = [entry for entry in listed if isinstance(entry, Table)]
        if parent is not None and not parents and parent != []:
            self.findings.warning("expected an entry; left out", "parent")
        return (written if written in READ_TYPES else "misc"), parents

    def field(self, draft: Draft, name: str, value: Any) -> None:
        if value is None:
            return
        row = _ROW_OF.get(name)
        if row is not None:
            _READERS[row.kind](self, draft, row, value)
            return
        self.findings.note("not a field of Hayagriva; kept as extra", name)
        draft.keep(f"hayagriva-{name.lower()}", plain(value))

    def text(self, draft: Draft, row: FieldRow, value: Any) -> None:
        draft.put_field(row.variable, _value(value), f"hayagriva-{row.field}")

    def formatted(self, draft: Draft, row: FieldRow, value: Any) -> None:
        draft.put_field(row.variable, from_hay(_value(value)), f"hayagriva-{row.field}")

    def names(self, draft: Draft, row: FieldRow, value: Any) -> None:
        draft.names[row.variable] = self.people(value, row.field)

    def title(self, draft: Draft, _: FieldRow, value: Any) -> None:
        draft.title = from_hay(_value(value)).strip()
        if isinstance(value, Table):
            for name in ("short", "shorthand"):
                draft.put_field("title-short", from_hay(_value(value.get(name))), "hayagriva-short")
            draft.keep("hayagriva-translation", _value(value.get("translation")))

    def people(self, value: Any, field: str) -> Authors:
        listed = value if isinstance(value, Items) else [value]
        texts = [entry for entry in listed if isinstance(entry, str)]
        if len(texts) == len(listed):
            self.findings.names(texts, field)
            single = [name for text in texts for name in self.findings.listed(text, field)]
            return names_from(single, name_in)
        others = isinstance(listed[-1], str) and names_from([listed[-1]], name_in).others
        kept = listed[:-1] if others else listed
        names, is_cut = self.findings.people(partial(self.person, field=field), kept, field)
        return Authors(names, others or is_cut)

    def person(self, value: Any, field: str) -> Name | None:
        if isinstance(value, str):
            return name_in(value)
        if not isinstance(value, Table):
            self.findings.error(f"expected a name, found {plain(value)!r:.40}; left out", field)
            return None
        value = {_OF_CSL.get(part, part): said for part, said in value.items()}
        known = ("name", "given-name", "prefix", "suffix")
        family, given, prefix, suffix = (plain(value.get(part)).strip() for part in known)
        if unplaced := sorted(set(value) - set(known)):
            message = f"{', '.join(unplaced)} of {given} {family}".replace("  ", " ")
            self.findings.warning(f"{message} left out", field)
        if not (given or prefix or suffix):
            return Group(family) if family else None
        try:
            return Person(given, family, non_dropping_particle=prefix, suffix=suffix)
        except InvalidName as error:
            self.findings.error(f"{error}; left out", field)
            return None

    def affiliated(self, draft: Draft, _: FieldRow, value: Any) -> None:
        for entry in value if isinstance(value, Items) else [value]:
            if not isinstance(entry, Table):
                self.findings.error(
                    "expected a mapping with role and names; left out", "affiliated"
                )
                continue
            role = plain(entry.get("role")).strip()
            folded = "".join(f"-{c.lower()}" if c.isupper() else c for c in role).strip("-")
            names = self.people(entry.get("names") or Items(), "affiliated")
            csl = READ_ROLES.get(folded)
            if csl is None or csl in draft.names:
                draft.keep(f"hayagriva-{folded or 'names'}", str(names))
            elif names:
                draft.names[csl] = names

    def date(self, draft: Draft, variable: str, value: Any) -> None:
        date = read_date(value)
        if date is None:
            self.findings.warning(
                f"no date in {plain(value)!r:.40}, expected YYYY-MM-DD; left out", "date"
            )
        else:
            if date.literal:
                self.findings.warning(f"{date.literal!r:.40} is not a date; kept as text", "date")
            draft.dates[variable] = date

    def url(self, draft: Draft, _: FieldRow, value: Any) -> None:
        draft.put_url(_value(value).strip(), "hayagriva-url")
        if isinstance(value, Table) and value.get("date") is not None:
            self.date(draft, "accessed", value["date"])

    def issued(self, draft: Draft, row: FieldRow, value: Any) -> None:
        self.date(draft, row.variable, value)

    def serial(self, draft: Draft, row: FieldRow, value: Any) -> None:
        self.serials(draft, row, {row.field: value})

    def serials(self, draft: Draft, _: FieldRow, value: Any) -> None:
        table = value if isinstance(value, dict) else {"serial": value}
        for name, content in table.items():
            text = plain(content).strip()
            if not text:
                continue
            if name == "doi":
                draft.put_doi(text, "hayagriva-doi")
            elif name in SERIALS:
                draft.put_field(SERIALS[name], text, f"hayagriva-{name}")
            elif (name == "arxiv" or "arxiv" in text.casefold()) and draft.put_arxiv(text, name):
                continue
            elif name in ("serial", "arxiv"):
                variable = "version" if draft.type == "software" else "number"
                draft.put_field(variable, text, f"hayagriva-{name}")
            else:
                draft.keep(f"hayagriva-serial-{name.lower()}", text)

    def publisher(self, draft: Draft, _: FieldRow, value: Any) -> None:
        if isinstance(value, Table) and ("name" in value or "location" in value):
            name, place = _value(value.get("name")), _value(value.get("location"))
            draft.put_field("publisher-place", from_hay(place), "hayagriva-location")
        else:
            name = _value(value)
        draft.put_field("publisher", from_hay(name), "hayagriva-publisher")

    def parent(self, draft: Draft, parent: Table) -> None:
        inner = _Reader(_part(parent, _INHERITED), self.findings).inherited()
        title = from_hay(_value(parent.get("title"))).strip()
        draft.put_field("container-title", title, "hayagriva-parent-title")
        if isinstance(parent.get("title"), Table):
            short = from_hay(_value(parent["title"].get("short")))
            draft.put_field("container-title-short", short, "hayagriva-parent-short")
        if parent.get("author") is not None:
            draft.names.setdefault("container-author", self.people(parent["author"], "author"))
        self.inherit(draft, draft.fields, inner.fields)
        self.inherit(draft, draft.names, inner.names)
        self.inherit(draft, draft.dates, inner.dates)
        identifiers = {"doi": inner.doi, "arxiv": inner.arxiv}
        left = inner.extra | {name: str(value) for name, value in identifiers.items() if value}
        for name, text in left.items():
            draft.keep(f"hayagriva-parent-{name.removeprefix('hayagriva-')}", text)
        if parent.get("parent") is not None:
            self.beyond(draft, parent["parent"])
        for name, value in parent.items():
            if name not in (*_ROLES_FIELDS, *_INHERITED) and value is not None:
                draft.keep(f"hayagriva-parent-{name.lower()}", plain(value))

    def inherit(self, draft: Draft, held: dict[str, _T], stated: Mapping[str, _T]) -> None:
        """Take what the parent states and the entry does not; keep what the entry has otherwise."""
        for name, value in stated.items():
            if held.setdefault(name, value) != value:
                draft.keep(f"hayagriva-parent-{name}", str(value))

    def beyond(self, draft: Draft, further: Any) -> None:
        """Take the parent of a parent: the conference of the proceedings, or their series."""
        for one in further if isinstance(further, Items) else [further]:
            kind = plain(one.get("type")).strip().casefold() if isinstance(one, Table) else ""
            if kind == "conference" and "event-title" not in draft.fields:
                self.conference(draft, one)
            else:
                self.series(draft, one, "hayagriva-parent-parent")

    def conference(self, draft: Draft, event: Table) -> None:
        draft.put_field("event-title", from_hay(_value(event.get("title"))).strip(), "title")
        draft.put_field("event-place", from_hay(_value(event.get("location"))), "location")
        if event.get("date") is not None:
            self.date(draft, "event-date", event["date"])
        if left := {key: value for key, value in event.items() if key not in _OF_CONFERENCE}:
            draft.keep("hayagriva-parent-parent", plain(left))

    def series(self, draft: Draft, series: Any, name: str) -> None:
        title = from_hay(_value(series.get("title"))).strip() if isinstance(series, Table) else ""
        if not title or "collection-title" in draft.fields:
            draft.keep(name, plain(series))
            return
        draft.put_field("collection-title", title, name)
        draft.put_field("collection-number", _value(series.get("volume")), name)
        if left := {key: value for key, value in series.items() if key not in _OF_SERIES}:
            draft.keep(name, plain(left))

    def inherited(self) -> Draft:
        draft = Draft(self.findings)
        for name, value in self.table.items():
            self.field(draft, name, value)
        return draft


_ROW_OF: Final = {row.field: row for row in ROWS}
_READERS: Final[dict[str, Callable[[_Reader, Draft, FieldRow, Any], None]]] = {
    "title": _Reader.title,
    "names": _Reader.names,
    "affiliated": _Reader.affiliated,
    "date": _Reader.issued,
    "url": _Reader.url,
    "serial": _Reader.serial,
    "serials": _Reader.serials,
    "publisher": _Reader.publisher,
    "text": _Reader.text,
    "formatted": _Reader.formatted,
}


def _part(table: Table, names: list[str]) -> Table:
    part = Table()
    part.line = table.line
    for name in names:
        if name in table:
            part[name] = table[name]
            part.lines[name] = table.lines.get(name, table.line)
    return part


def _kind(parent: Table, child: str) -> str:
    written = plain(parent.get("type")).strip().casefold()
    return written if written in READ_TYPES else PARENTS.get(child, "misc")


def _value(value: Any) -> str:
    """Return the text of a value, which may be in a mapping under ``value``."""
    if isinstance(value, Table):
        return plain(value.get("value", value.get("name")))
    return plain(value)


def name_in(text: str) -> Name | None:
    """Read a name by Hayagriva's rules: without a comma, several words are one name.

    >>> name_in("Luther King, Martin, Jr."), name_in("Google Brain"), name_in("Loki")
    (Person('Martin', 'Luther King', suffix='Jr.'), Group('Google Brain'), Person('', 'Loki'))
    """
    name = " ".join(text.split())
    if "," not in name and " " in name:
        return Group(name)
    return read_filed(name)


def read_date(value: Any) -> Date | None:
    """Read a date: a text, with ``~`` before an approximate one, or a mapping.

    >>> read_date("~1650"), read_date("2020-10")
    (Date('1650~'), Date('2020-10'))
    """
    if isinstance(value, Table):
        return _date_of(value)
    text = plain(value).strip() if isinstance(value, str) else ""
    if not text:
        return None
    date = Date.from_text(text.removeprefix("~").strip() or text)
    if date.literal:
        return Date(literal=text)
    return date.evolve(circa=True) if text.startswith("~") else date


def _date_of(table: Table) -> Date | None:
    def number(name: str) -> int | None:
        text = plain(table.get(name)).strip().removeprefix("+")
        return int(text) if text.lstrip("-").isdecimal() and len(text) < 8 else None

    year, season = number("year"), number("season")
    if year is None:
        return None
    circa = plain(table.get("approximate")).casefold() == "true"
    # Hayagriva counts months and days from 0 here, and seasons from 1, spring.
    month, day = (None if part is None else part + 1 for part in (number("month"), number("day")))
    if season is not None and 1 <= season <= 4 and month is None:
        return Date.of(year, season=season, circa=circa)
    for parts in ((month, day), (month, None), (None, None)):
        try:
            return Date.of(year, *parts, circa=circa)
        except InvalidDate:
            continue
    return None
