"""One NBIB record to a `Reference`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import attrs

from refcore.compare.pages import whole_range
from refcore.diagnostics import Location
from refcore.errors import InvalidIdentifier, InvalidName
from refcore.formats.draft import Draft
from refcore.formats.fieldrows import FieldRow
from refcore.formats.findings import Findings
from refcore.formats.nbib.dates import read_date
from refcore.formats.nbib.fields import LANGUAGES, ROWS, TYPES
from refcore.formats.tagged import Tagged
from refcore.model.identifiers import Orcid
from refcore.model.people import Authors, Group, Name, Person
from refcore.model.reference import Reference
from refcore.names.filed import names_from, read_filed
from refcore.text.bounds import too_long
from refcore.text.idforms import DOI_HOST, DOI_PREFIX
from refcore.text.patterns import regex

__all__ = ["expand_pages", "reference_from"]

_LABEL: Final = regex(r"\[(\w+)\]\Z")
_DOI_LINK: Final = regex(rf"https?://{DOI_HOST}{DOI_PREFIX}/")
_LABELLED: Final = regex(r"E?IS[SB]N[-: ]\s*")  # ERIC: "EISSN-1940-0675"
_SUFFIXES: Final = frozenset("jr sr 2nd 3rd 4th 5th".split())


def reference_from(record: list[Tagged], findings: Findings) -> tuple[Reference, bool]:
    """Return the reference of a record, and whether the record states its key, the PMID."""
    reader = _Reader(record, findings)
    reference = reader.reference()
    return reference, bool(reader.pmid)


@attrs.define
class _Named:
    """A name with what the lines after it say about it."""

    name: Name
    orcid: Orcid | None = None
    places: list[str] = attrs.field(factory=list)

    def whole(self) -> Name:
        name = self.name
        if self.places or name.affiliations:
            name = attrs.evolve(name, affiliations=self.places)
        if isinstance(name, Person) and name.orcid != self.orcid:
            name = attrs.evolve(name, orcid=self.orcid)
        return name


class _Reader:
    def __init__(self, record: list[Tagged], findings: Findings) -> None:
        self.record = record
        self.findings = findings
        self.draft = Draft(findings)
        self.tags = {entry.tag for entry in record}
        self.pmid = ""
        self.names: dict[str, list[_Named]] = {}
        self.last: _Named | None = None
        self.keywords: list[str] = []

    def reference(self) -> Reference:
        draft = self.draft
        draft.type = self.type()
        for entry in self.record:
            if entry.value:
                self.findings.location = Location(self.findings.location.path, entry.line)
                self.entry(entry)
        where = Location(self.findings.location.path, self.record[0].line)
        self.findings.location = where
        is_cut = self.findings.lost_names > 0
        for role, names in self.names.items():
            draft.names[role] = Authors((named.whole() for named in names), is_cut)
        mark = "; " if any("," in word for word in self.keywords) else ", "
        draft.put_field("keyword", mark.join(self.keywords), "nbib-ot")
        return draft.reference(f"pmid{self.pmid}" if self.pmid else "")

    def type(self) -> str:
        said = [entry.value.casefold() for entry in self.record if entry.tag == "PT"]
        for kind in said:
            if kind in TYPES:
                return TYPES[kind]
        if "BTI" in self.tags:
            return "chapter" if "TI" in self.tags else "book"
        return "article-journal"

    def entry(self, entry: Tagged) -> None:
        row = _ROW_OF.get(entry.tag)
        if row is None:
            self.draft.keep(f"nbib-{entry.tag.lower()}", entry.value)
        else:
            _READERS[row.kind](self, row, entry.value)

    def text(self, row: FieldRow, value: str) -> None:
        self.draft.put_field(row.variable, value, f"nbib-{row.field.lower()}")

    def title(self, row: FieldRow, value: str) -> None:
        # MEDLINE closes every title with a full stop, and brackets a translated one.
        title = value.removesuffix(".") if not value.endswith("..") else value
        if title.startswith("[") and title.endswith("]"):
            title = title[1:-1].removesuffix(".")
        if row.field == "BTI" and "TI" in self.tags:
            self.draft.put_field("container-title", title, "nbib-bti")
        elif not self.draft.title:
            self.draft.title = title
        elif title != self.draft.title:
            self.draft.keep(f"nbib-{row.field.lower()}", value)

    def date(self, row: FieldRow, value: str) -> None:
        date = read_date(value)
        if date.literal:
            self.findings.note(f"{value!r:.40} is not a date; kept as text", row.field)
        self.draft.dates[row.variable] = date

    def pages(self, row: FieldRow, value: str) -> None:
        self.text(row, expand_pages(value))

    def language(self, row: FieldRow, value: str) -> None:
        self.text(row, LANGUAGES.get(value.lower(), value))

    def keyword(self, _: FieldRow, value: str) -> None:
        self.keywords.append(value)

    def group(self, row: FieldRow, value: str) -> None:
        self.named(row, partial(Group, value))

    def short_name(self, row: FieldRow, value: str) -> None:
        """Read a name with initials, unless the record also has the names in full."""
        if f"F{row.field}" not in self.tags:
            self.named(row, lambda: _short_person(value) or _person(value))

    def name(self, row: FieldRow, value: str) -> None:
        self.named(row, partial(_person, value))

    def named(self, row: FieldRow, read: Callable[[], Name | None]) -> None:
        name = self.findings.named(read, row.field)
        if name is not None:
            self.last = _Named(name)
            self.names.setdefault(row.variable, []).append(self.last)

    def orcid(self, row: FieldRow, value: str) -> None:
        text = value.partition(":")[2].strip() if value.upper().startswith("ORCID") else value
        if self.last is None or "orcid" not in value.lower():
            self.draft.keep("nbib-auid", value)
            return
        try:
            self.last.orcid = Orcid.parse(text.replace("http://", "https://"))
        except InvalidIdentifier as error:
            self.findings.warning(str(error), row.field)
            self.draft.keep("nbib-auid", value)

    def affiliation(self, _: FieldRow, value: str) -> None:
        if self.last is not None:
            self.last.places.append(value)

    def take_pmid(self, row: FieldRow, value: str) -> None:
        self.pmid = self.pmid or "".join(value.split())
        self.text(row, value)

    def identifier(self, row: FieldRow, value: str) -> None:
        match = _LABEL.search(value, max(value.rfind("["), 0))
        text, label = (value[: match.start()].rstrip(), match[1].lower()) if match else (value, "")
        if label == "doi" or _DOI_LINK.match(text):
            self.draft.put_doi(text, "nbib-doi")
        elif "arxiv" in text.casefold() and self.draft.put_arxiv(text, row.field):
            return
        elif not label and text.startswith(("http://", "https://")):
            self.draft.put_url(text, "nbib-url")
        elif self.draft.extra.get(name := f"nbib-{label or row.field.lower()}") != text:
            self.draft.keep(name, text)

    def serial(self, row: FieldRow, value: str) -> None:
        """Take an ISSN or ISBN; a further one is kept as extra."""
        number = _LABELLED.sub("", value.partition(" (")[0].strip())
        if number not in self.draft.extra.get("nbib-is", "").split("\n"):
            self.draft.put_field(row.variable, number, "nbib-is")


_ROW_OF: Final = {row.field: row for row in ROWS}
_READERS: Final[dict[str, Callable[[_Reader, FieldRow, str], None]]] = {
    "text": _Reader.text,
    "title": _Reader.title,
    "date": _Reader.date,
    "pages": _Reader.pages,
    "language": _Reader.language,
    "keyword": _Reader.keyword,
    "name": _Reader.name,
    "short name": _Reader.short_name,
    "group": _Reader.group,
    "orcid": _Reader.orcid,
    "affiliation": _Reader.affiliation,
    "pmid": _Reader.take_pmid,
    "identifier": _Reader.identifier,
    "serial": _Reader.serial,
}


def _short_person(value: str) -> Name | None:
    """Read a name as MEDLINE shortens it; None for any other form.

    >>> _short_person("van der Berg AM"), _short_person("Berg, A M")
    (Person('A. M.', 'Berg', non_dropping_particle='van der'), None)
    """
    if "," in value:
        return None
    family, _, initials = value.strip().rpartition(" ")
    if not family or not initials.isupper() or len(initials) > 3:
        return None
    return read_filed(f"{family}, {' '.join(f'{letter}.' for letter in initials)}")


def _person(value: str) -> Name | None:
    if fault := too_long("a name", value):
        raise InvalidName(fault)
    names = names_from([value])
    name = names[0] if names.names else None
    if not isinstance(name, Person) or name.suffix:
        return name
    given, _, last = name.given.rpartition(" ")
    return attrs.evolve(name, given=given, suffix=last) if last.lower() in _SUFFIXES else name


def expand_pages(text: str) -> str:
    """Return page ranges, each with its last page in full.

    >>> expand_pages("1021-9"), expand_pages("S12-5"), expand_pages("33-7, 40")
    ('1021-1029', 'S12-S15', '33-37, 40')
    """
    return _BETWEEN_COMMAS.sub(lambda part: whole_range(part[0]), text)


_BETWEEN_COMMAS: Final = regex(r"[^,;\s]+")
