"""NBIB, PubMed's and MEDLINE's tagged format, to a library; it is not written.

read(text, path=None) -> Library
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from refcore.diagnostics import Diagnostic, Location
from refcore.errors import InvalidIdentifier, UnreadableInput
from refcore.formats.bounds import bounded
from refcore.formats.draft import Draft, add
from refcore.formats.findings import Findings
from refcore.formats.nbib.dates import read_date
from refcore.formats.tagged import Record, Tagged, lines_of
from refcore.model.dates import Date
from refcore.model.identifiers import Orcid
from refcore.model.library import Library
from refcore.model.people import Authors, Group, Name, Person
from refcore.model.reference import Reference
from refcore.names.filed import names_from, read_filed
from refcore.text.patterns import regex

__all__ = ["expand_pages", "read"]

_TAG: Final = regex(r"([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)", re.DOTALL)
_FIRST: Final = ("PMID", "OWN", "STAT", "TI", "JT", "FAU")
# Source: MEDLINE/PubMed Data Element (Field) Descriptions.
_FIELDS: Final[dict[str, str]] = {
    "JT": "container-title",
    "TA": "container-title-short",
    "VI": "volume",
    "IP": "issue",
    "AB": "abstract",
    "PL": "publisher-place",
    "PB": "publisher",
    "EN": "edition",
    "CTI": "collection-title",
    "VTI": "volume-title",
    "GN": "note",
    "TT": "original-title",
}
_LANGUAGES: Final = dict(
    pair.split(":")
    for pair in (
        "ara:ar chi:zh cze:cs dan:da dut:nl eng:en fin:fi fre:fr ger:de gre:el heb:he hun:hu "
        "ita:it jpn:ja kor:ko nor:no per:fa pol:pl por:pt rum:ro rus:ru spa:es swe:sv tur:tr ukr:uk"
    ).split()
)
_TYPES: Final = {
    "book": "book",
    "book chapter": "chapter",
    "dataset": "dataset",
    "newspaper article": "article-newspaper",
    "preprint": "article",
}
_LABEL: Final = regex(r"\[(\w+)\]\Z")
_NAMES: Final = {"FAU": "author", "CN": "author", "FED": "editor", "FIR": ""}
_SUFFIXES: Final = frozenset("jr sr 2nd 3rd 4th 5th".split())
_SHORT_NAMES: Final = {"AU": "author", "ED": "editor"}


def read(text: str, path: str | None = None) -> Library:
    """Read records of PubMed; the keys are ``pmid`` and the number, if there is one.

    Raises `UnreadableInput` for a text without a tagged line of MEDLINE's.

    >>> library = read("PMID- 12\\nTI  - Of mice\\n      and men.\\nDP  - 2020 Oct")
    >>> library["pmid12"].title, library["pmid12"].issued
    ('Of mice and men', Date('2020-10'))
    """
    library = Library(path=path)
    for record in bounded(_records(text, library), text, library, _line):
        findings = Findings(location=Location(path, record[0].line))
        reader = _Reader(record, findings)
        reference = reader.reference()
        add(library, reference, findings, stated=bool(reader.pmid))
    if not len(library) and text.strip():
        raise UnreadableInput(f"{path or 'input'}: not NBIB: no line begins a record with 'PMID- '")
    return library


def _line(record: list[Tagged]) -> int:
    return record[0].line


def _records(text: str, library: Library) -> Iterator[list[Tagged]]:
    record = Record()
    for number, line in lines_of(text):
        match = _TAG.fullmatch(line)
        if match is not None and (match[0][4:5] == "-" or match[1] in _FIRST):
            if match[1] == "PMID" and "PMID" in record.tags:
                yield record.tagged()
                record = Record()
            record.add(Tagged(match[1], match[2].strip(), number))
        elif record.parts and line.startswith("  ") and line.strip():
            record.extend(line.strip())
        elif line.strip():
            where = Location(library.path, number)
            library.diagnostics.append(Diagnostic("a line without a tag; left out", where))
        elif record.parts and "PMID" not in record.tags:
            if not record.tags.isdisjoint(_FIRST):
                yield record.tagged()
            record = Record()
    if not record.tags.isdisjoint(_FIRST):
        yield record.tagged()


@attrs.define
class _Named:
    """A name with what the lines after it say about it."""

    name: Name
    orcid: Orcid | None = None
    places: list[str] = attrs.field(factory=list)

    def whole(self) -> Name:
        name = attrs.evolve(self.name, affiliations=self.places)
        return attrs.evolve(name, orcid=self.orcid) if isinstance(name, Person) else name


@attrs.define
class _Reader:
    record: list[Tagged]
    findings: Findings
    pmid: str = ""
    names: dict[str, list[_Named]] = attrs.field(factory=dict)
    last: _Named | None = None
    keywords: list[str] = attrs.field(factory=list)

    def reference(self) -> Reference:
        draft = Draft(self.findings)
        tags = {entry.tag for entry in self.record}
        draft.type = self.type(tags)
        for entry in self.record:
            if entry.value:
                self.findings.location = Location(self.findings.location.path, entry.line)
                self.entry(draft, entry, tags)
        where = Location(self.findings.location.path, self.record[0].line)
        self.findings.location = where
        for role, names in self.names.items():
            draft.names[role] = Authors(named.whole() for named in names)
        mark = "; " if any("," in word for word in self.keywords) else ", "
        draft.put_field("keyword", mark.join(self.keywords), "nbib-ot")
        return draft.reference(f"pmid{self.pmid}" if self.pmid else "")

    def type(self, tags: set[str]) -> str:
        said = [entry.value.casefold() for entry in self.record if entry.tag == "PT"]
        for kind in said:
            if kind in _TYPES:
                return _TYPES[kind]
        if "BTI" in tags:
            return "chapter" if "TI" in tags else "book"
        return "article-journal"

    def entry(self, draft: Draft, entry: Tagged, tags: set[str]) -> None:
        tag, value = entry.tag, entry.value
        if tag in ("TI", "BTI"):
            self.title(draft, tag, value, tags)
        elif tag in _NAMES or (tag in _SHORT_NAMES and f"F{tag}" not in tags):
            self.name(tag, value)
        elif tag == "AUID":
            self.orcid(value)
        elif tag == "AD":
            self.affiliation(value)
        elif tag == "DP":
            draft.dates["issued"] = self.date(value)
        elif tag == "PG":
            draft.put_field("page", expand_pages(value), "nbib-pg")
        elif tag in ("LID", "AID", "PMC", "PMID"):
            self.identifier(draft, tag, value)
        elif tag in ("IS", "ISBN"):
            self.serial(draft, tag, value)
        elif tag == "LA":
            draft.put_field("language", _LANGUAGES.get(value.lower(), value), "nbib-la")
        elif tag in _FIELDS:
            draft.put_field(_FIELDS[tag], value, f"nbib-{tag.lower()}")
        elif tag == "OT":
            self.keywords.append(value)
        elif tag not in _SHORT_NAMES:
            draft.keep(f"nbib-{tag.lower()}", value)

    def title(self, draft: Draft, tag: str, value: str, tags: set[str]) -> None:
        # MEDLINE closes every title with a full stop, and brackets a translated one.
        title = value.removesuffix(".") if not value.endswith("..") else value
        if title.startswith("[") and title.endswith("]"):
            title = title[1:-1].removesuffix(".")
        if tag == "BTI" and "TI" in tags:
            draft.put_field("container-title", title, "nbib-bti")
        elif not draft.title:
            draft.title = title

    def date(self, text: str) -> Date:
        date = read_date(text)
        if date.literal:
            self.findings.note(f"{text!r:.40} is not a date; kept as text", "DP")
        return date

    def name(self, tag: str, value: str) -> None:
        role = _NAMES.get(tag) or _SHORT_NAMES.get(tag, "contributor")
        name: Name | None = Group(value) if tag == "CN" and value.strip() else _person(tag, value)
        if name is not None:
            self.last = _Named(name)
            self.names.setdefault(role, []).append(self.last)

    def orcid(self, value: str) -> None:
        text = value.partition(":")[2].strip() if value.upper().startswith("ORCID") else value
        if self.last is None or "orcid" not in value.lower():
            return
        try:
            self.last.orcid = Orcid.parse(text.replace("http://", "https://"))
        except InvalidIdentifier as error:
            self.findings.warning(str(error), "AUID")

    def affiliation(self, value: str) -> None:
        if self.last is not None:
            self.last.places.append(value)

    def identifier(self, draft: Draft, tag: str, value: str) -> None:
        if tag == "PMID":
            self.pmid = self.pmid or "".join(value.split())
            draft.put_field("PMID", value, "nbib-pmid")
            return
        if tag == "PMC":
            draft.put_field("PMCID", value, "nbib-pmc")
            return
        match = _LABEL.search(value, max(value.rfind("["), 0))
        text, label = (value[: match.start()].rstrip(), match[1].lower()) if match else (value, "")
        if label == "doi":
            draft.put_doi(text, "nbib-doi")
        elif "arxiv" in text.casefold() and draft.put_arxiv(text, tag):
            return
        elif label == "pii" and draft.extra.get("nbib-pii") != text:
            draft.keep("nbib-pii", text)

    def serial(self, draft: Draft, tag: str, value: str) -> None:
        number = value.partition(" (")[0].strip()
        held = draft.fields.get("ISSN" if tag == "IS" else "ISBN")
        linking = value.endswith("(Linking)") and held is not None
        if not linking and number != held:
            draft.put_field("ISSN" if tag == "IS" else "ISBN", number, "nbib-is")


def _person(tag: str, value: str) -> Name | None:
    if tag in _SHORT_NAMES and "," not in value:
        family, _, initials = value.strip().rpartition(" ")  # "Chen AL"
        if family and initials.isupper() and len(initials) <= 3:
            return read_filed(f"{family}, {' '.join(f'{letter}.' for letter in initials)}")
    names = names_from([value])
    name = names[0] if names.names else None
    if not isinstance(name, Person) or name.suffix:
        return name
    given, _, last = name.given.rpartition(" ")
    return attrs.evolve(name, given=given, suffix=last) if last.lower() in _SUFFIXES else name


def expand_pages(text: str) -> str:
    """Return a page range with its last page whole.

    >>> expand_pages("1021-9"), expand_pages("e12-e15"), expand_pages("33-7, 40")
    ('1021-1029', 'e12-e15', '33-37, 40')
    """

    def whole(match: re.Match[str]) -> str:
        start, end = match[1], match[2]
        return (
            f"{start}-{start[: len(start) - len(end)]}{end}" if len(end) < len(start) else match[0]
        )

    return re.sub(r"\b([0-9]+)-([0-9]+)\b", whole, text)
