"""CSL-JSON item to `Reference`, with a finding for whatever is not as it should be."""

from __future__ import annotations

import json
from typing import Any

import attrs

from refcore.diagnostics import Diagnostic, Location
from refcore.errors import InvalidIdentifier
from refcore.formats.csljson.arxiv import arxiv_from_item
from refcore.formats.csljson.dates import date_from_csl, date_from_notation
from refcore.formats.csljson.items import OWN
from refcore.formats.csljson.names import names_from_csl
from refcore.formats.csljson.scan import NumberText
from refcore.formats.csljson.variables import (
    TEXT_VARIABLES,
    WITH_ENTITIES,
    canonical_type,
    canonical_variable,
)
from refcore.formats.findings import Findings
from refcore.latex.escapes import unjoined
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi, Orcid
from refcore.model.people import Authors, Name, Person
from refcore.model.reference import DATE_ROLES, NAME_ROLES, Provenance, Reference
from refcore.text.entities import without_entities

__all__ = ["item_to_reference"]


def item_to_reference(
    item: dict[str, Any], *, key: str | None = None, location: Location | None = None
) -> tuple[Reference, list[Diagnostic]]:
    """Read one CSL-JSON item, and say what was odd in it; raises nothing.

    `key` replaces the item's own id.

    >>> reference, found = item_to_reference({"id": 7, "type": "book", "volume": None})
    >>> reference.key, [str(finding) for finding in found]
    ('7', ['7: volume: null is not a value; left out'])
    """
    findings = Findings(location=location or Location())
    key = _key(item.get("id"), item.get("citation-key"), findings) if key is None else key
    findings.key = key
    found = _ItemReader(item, findings).read(key, location)
    return found, findings.found


def _key(value: Any, substitute: Any, findings: Findings) -> str:
    for candidate in (value, substitute):
        if isinstance(candidate, str | int) and not isinstance(candidate, bool):
            text = str(candidate).strip()
            if text:
                return text
    findings.error("an item without an id; it becomes 'item'", "id")
    return "item"


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


@attrs.define
class _ItemReader:
    item: dict[str, Any]
    findings: Findings
    own: dict[str, Any] = attrs.field(factory=dict)
    exact: set[str] = attrs.field(factory=set)
    title: str = ""
    url: str = ""
    doi: Doi | None = None
    names: dict[str, Authors] = attrs.field(factory=dict)
    dates: dict[str, Date] = attrs.field(factory=dict)
    fields: dict[str, str] = attrs.field(factory=dict)
    extra: dict[str, str] = attrs.field(factory=dict)

    def read(self, key: str, location: Location | None) -> Reference:
        self._read_custom()
        self._restore_escapes()
        arxiv, used = self._arxiv()
        for name, value in self.item.items():
            if name not in used and name not in ("id", "type", "custom"):
                self._read_variable(name, value)
        if self.own:
            self._read_own()
        return Reference(
            key,
            self._type(),
            self.findings.title(self.title),
            self.names.pop("author", Authors()),
            issued=self.dates.pop("issued", None),
            arxiv=arxiv,
            doi=self.doi,
            url=self.url,
            names=self.names,
            dates=self.dates,
            fields=self.fields,
            extra=self.extra,
            provenance=self._provenance(),
            location=location,
        )

    def _type(self) -> str:
        value = self.item.get("type")
        if value is None:
            self.findings.warning("an item without a type; read as document", "type")
            return "document"
        known = canonical_type(value) if isinstance(value, str) else None
        if known is None:
            self.findings.warning(f"{value!r:.40} is not a CSL type; read as document", "type")
            if isinstance(value, str) and value:
                self.extra.setdefault("csl-type", value)
            return "document"
        if known != value:
            self.findings.note(f"{value!r} is not a CSL type; read as {known}", "type")
        return known

    def _read_custom(self) -> None:
        custom = self.item.get("custom")
        if custom is None:
            return
        if not isinstance(custom, dict):
            self.findings.error(f"expected an object, found {custom!r:.40}; left out", "custom")
            return
        self.own = _object(custom.get(OWN))
        for name, value in custom.items():
            if name == OWN and isinstance(value, dict):
                continue
            self.extra[name] = value if isinstance(value, str) else _json(value)

    def _restore_escapes(self) -> None:
        """Take the texts in which tags are text, where no other program changed them."""
        for name, text in _object(self.own.get("texts")).items():
            if isinstance(text, str) and self.item.get(name) == unjoined(text):
                self.item = {**self.item, name: text}
                self.exact.add(name)

    def _arxiv(self) -> tuple[ArxivId | None, set[str]]:
        if "arxiv" not in self.own:
            return arxiv_from_item(self.item, self.findings)
        stated = self.own["arxiv"]
        try:
            return (ArxivId.parse(stated) if isinstance(stated, str) else None), set()
        except InvalidIdentifier as error:
            self.findings.warning(str(error), "arxiv")
            return None, set()

    def _read_variable(self, name: str, value: Any) -> None:
        variable = canonical_variable(name)
        if value is None:
            self.findings.note("null is not a value; left out", name)
            return
        if variable is None or variable in ("id", "type", "custom"):
            self._read_unknown(name, value)
            return
        if variable != name:
            self.findings.note(f"read as {variable}", name)
            if variable in self.item:
                self._read_unknown(name, value)
                return
        if variable in NAME_ROLES:
            self.names[variable] = names_from_csl(
                value, variable, self.findings, self._others(variable)
            )
        elif variable in DATE_ROLES:
            date = date_from_csl(value, variable, self.findings)
            if date is not None:
                self.dates[variable] = date
        else:
            self._read_text(variable, value)

    def _others(self, role: str) -> bool | int | None:
        if not self.own:
            return None
        value = _object(self.own.get("others")).get(role)
        return value if isinstance(value, bool) or (isinstance(value, int) and value > 0) else None

    def _read_text(self, variable: str, value: Any) -> None:
        text = self._text(variable, value)
        if not text:
            return
        if "&" in text and variable in WITH_ENTITIES and variable not in self.exact:
            text = without_entities(text)
        if variable == "title":
            self.title = text
        elif variable == "URL":
            self.url = text
        elif variable == "DOI":
            self._read_doi(text)
        elif variable in TEXT_VARIABLES:
            self.fields[variable] = text

    def _read_doi(self, text: str) -> None:
        try:
            self.doi = Doi.parse(text)
        except InvalidIdentifier as error:
            self.findings.warning(f"{error}; kept as text", "DOI")
            self.extra.setdefault("doi", text)

    def _text(self, name: str, value: Any) -> str:
        if type(value) is str:
            return value
        if isinstance(value, NumberText) and not value[-1].isdigit():
            self.findings.error(f"{value} is not a JSON number; left out", name)
            return ""
        if isinstance(value, str):
            return str(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, list) and all(isinstance(part, str | int) for part in value):
            parts = [str(part) for part in value if part not in ("", True, False)]
            if parts:
                self.findings.warning(f"expected a text, found a list of {len(value)}", name)
            return parts[0] if "title" in name and parts else ", ".join(parts)
        self.findings.warning(f"expected a text, found {value!r:.40}", name)
        return _json(value)

    def _read_unknown(self, name: str, value: Any) -> None:
        text = value if isinstance(value, str) else _json(value)
        if text:
            self.findings.note("not a CSL variable; kept as extra", name)
            self.extra.setdefault(name.lower(), str(text))

    def _read_own(self) -> None:
        for role in _object(self.own.get("others")):
            if role in NAME_ROLES and role not in self.names:
                self.names[role] = Authors(others=self._others(role) or False)
        for role in tuple(self.names):
            self.names[role] = self._with_details(role, self.names[role])
        for variable, notation in _object(self.own.get("dates")).items():
            if variable in DATE_ROLES and isinstance(notation, str) and notation.strip():
                self.dates[variable] = date_from_notation(notation)
        for target, name in ((self.fields, "fields"), (self.extra, "extra")):
            for label, value in _object(self.own.get(name)).items():
                target[label] = value if isinstance(value, str) else _json(value)

    def _with_details(self, role: str, authors: Authors) -> Authors:
        orcids = _object(_object(self.own.get("orcid")).get(role))
        places = _object(_object(self.own.get("affiliations")).get(role))
        if not orcids and not places:
            return authors
        names = [
            self._with_detail(name, role, orcids.get(str(at)), places.get(str(at)))
            for at, name in enumerate(authors)
        ]
        return Authors(names, others=authors.others)

    def _with_detail(self, name: Name, role: str, orcid: Any, places: Any) -> Name:
        if isinstance(places, list) and all(isinstance(place, str) for place in places):
            name = attrs.evolve(name, affiliations=tuple(places))
        if isinstance(orcid, str) and isinstance(name, Person):
            try:
                name = attrs.evolve(name, orcid=Orcid.parse(orcid))
            except InvalidIdentifier as error:
                self.findings.warning(str(error), role)
        return name

    def _provenance(self) -> Provenance | None:
        held = _object(self.own.get("provenance")) if self.own else {}
        parts = {
            name: value
            for name in ("source", "id", "retrieved")
            if isinstance(value := held.get(name), str)
        }
        return Provenance(**{"source": "", **parts}) if parts else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
