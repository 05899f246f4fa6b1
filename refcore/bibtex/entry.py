"""One entry, its fields evaluated, to a `Reference`."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, Final, NamedTuple

import attrs

from refcore.bibtex.annotations import AFFILIATIONS, ORCIDS, OTHERS, Report, read_annotations
from refcore.bibtex.dates import read_date, read_year
from refcore.bibtex.identifiers import (
    arxiv_in_text,
    clean_url,
    clean_urls,
    is_arxiv_journal,
    read_arxiv,
    read_doi,
)
from refcore.bibtex.journals import journal_of_macro
from refcore.bibtex.languages import language_name, language_tag, near_name
from refcore.bibtex.mapping import (
    DATES,
    EDITOR_TYPES,
    GENRES,
    IMPLIED_GENRES,
    KEPT_TYPES,
    OTHER_NAMES,
    PUBLICATION_STATES,
    READ_TYPES,
    ROLE_OF_FIELD,
    SERIES,
    SLIPS,
    Kind,
    rows_of,
)
from refcore.bibtex.names import Dialect, is_one_group, read_names
from refcore.diagnostics import Location
from refcore.errors import InvalidIdentifier
from refcore.latex import decode, to_plain
from refcore.model.dates import Date, Moment
from refcore.model.identifiers import OLD_ARCHIVES, ArxivId
from refcore.model.people import Authors
from refcore.model.reference import CSL_TYPES, DATE_ROLES, NAME_ROLES, Reference
from refcore.model.worddates import month_of
from refcore.names.makers import MAKERS_IN_BRACKETS
from refcore.text.bounds import too_long
from refcore.text.editions import edition_number
from refcore.text.halves import WHAT_IS_WRONG, has_half, without_halves
from refcore.text.idforms import ARXIV_DIGITS
from refcore.text.novalue import is_no_value
from refcore.text.patterns import regex

# An entry type with one letter too many or too few is a slip; a longer one, with one changed.
_SHORTEST_SLIP: Final = 6
_SHORTEST_CHANGED: Final = 8
_LONGEST_SLIP: Final = 20

__all__ = [
    "NO_TEXT",
    "VERBATIM",
    "Brief",
    "EntryFields",
    "brief_of",
    "read_list",
    "read_type",
    "title_in",
    "title_of",
    "to_reference",
    "type_meant",
]


_RENAMED: Final = SLIPS | OTHER_NAMES
_SIGNS: Final = regex(r"[\W_]+")
# "1,234--1,240": a range of two pages, and no list of them.
_THOUSANDS: Final = regex(
    r"[1-9][0-9]{0,2},[0-9]{3}\s{0,3}[-–]{1,3}\s{0,3}[1-9][0-9]{0,2},[0-9]{3}"
)
# "12$-$15", "12\textendash 15".
_MINUS: Final = regex(
    r"\$\s{0,3}(?:-{1,3}|–|\\(?:sim|text(?:endash|emdash)))\s{0,3}\$|\\textendash(?![A-Za-z])(?:\{\}|\s{1,3})?"
)
_EN_DASH: Final = regex(r"(?<=\w)\s?–\s?(?=\w)")
_DASHES: Final = regex(r"(?<!\s)\s*+-{2,}\s*|(?<=\w)\s+-\s+(?=\w)")
_HYPHEN: Final = regex(r"(?<=[^\W_])-(?=[^\W_])")
_COMMAS: Final = regex(r"(?<!\s)\s*+,\s*")
# The role of a person, which the field already states; capitals are an acronym: "(EDS)".
_ROLE: Final = regex(
    rf"[ \t]{{0,4}}\((?!(?-i:[A-Z]{{3,}})\))(?:{MAKERS_IN_BRACKETS})\)", re.IGNORECASE
)
_ROLE_LEFT_OUT: Final = "a role in brackets, such as '(Ed.)', is left out of the names"
_SPACES: Final = regex(r" {2,}")
_WITH_ISSUE: Final = regex(
    r"((?:[A-Z]{1,4}-)?[0-9]{1,4})\s?\(([0-9]{1,4}(?:[-–/]{1,2}[0-9]{1,4})?)\)"
)
_ISSN: Final = regex(r"(?<![0-9-])[0-9]{4}-[0-9]{3}[0-9Xx](?![0-9-])")
_ISSN_WORDS: Final = regex(
    r"\((?:electronic|linking|print|online)\)|\$\\backslash\$[nr]", re.IGNORECASE
)
# `origyear` was BibLaTeX's, before `origdate`.
_DATE_FIELDS: Final = {field: role for role, field in DATES.items()} | {"origyear": "original-date"}
_EPRINT_FIELDS: Final = ("eprint", "archiveprefix", "eprinttype")
_ARXIV_KINDS: Final = frozenset({"arxiv", "", *OLD_ARCHIVES})
_OLD_NUMBER: Final = regex(r"[0-9]{7}(?:v[0-9]+)?")
_HOSTS: Final = ("publisher", "series", "institution", "organization", "howpublished")
_ARXIV_PLACES: Final = ("volume", "number", "pages", "eid")
# CSL variables that are not text, or that a reference keeps elsewhere.
NO_TEXT: Final = NAME_ROLES | DATE_ROLES | {"id", "type", "title", "doi", "url"}
# Fields in which braces have no meaning.
VERBATIM: Final = frozenset(
    "doi url eprint archiveprefix eprinttype eprintclass primaryclass isbn issn eissn pmid pmcid "
    "date year month day urldate eventdate origdate langid language pubstate entrysubtype".split()
)
# Kinds of values in which "None" and "nan", a language of China, are values.
_ANY_WORDS: Final = frozenset({"journal", "language", "title"})
# Lists of people whose role a field beside them names.
_FURTHER: Final = ("editora", "namea", "editorb", "nameb", "editorc", "namec")
_ROLE_FIELDS: Final = frozenset(f"{field}type" for field in ("editor", *_FURTHER))
_SUBTYPES: Final = {"magazine": "article-magazine", "newspaper": "article-newspaper"}


# The fields that are identifiers, and those that may contain one.
_FIRST_PAGE: Final = regex(r"[0-9]+(?![^\W_])")
_IDENTIFIERS: Final = frozenset({"doi", "eprint", "isbn", "pmid", "pmcid"})
_STATING: Final = (
    "url", "note", "journal", "journaltitle", "booktitle", "issue", *_HOSTS, *_ARXIV_PLACES
)  # fmt: skip
_IDENTIFYING: Final = frozenset(
    {*_IDENTIFIERS, *_STATING, *_EPRINT_FIELDS, "eprintclass", "primaryclass"}
)
# Without any of this, no text states a DOI, or an id of arXiv, PubMed or PubMed Central.
_MAY_STATE: Final = (
    *("10.", "arxiv", "corr", "abs/", "computing research"),
    *("acm.org", "pmc", "pubmed", "ncbi"),
)
_HAS_DIGITS: Final = regex(ARXIV_DIGITS)


class Place(NamedTuple):
    """Where an article is, as it is written: the journal, the numbers and the first page."""

    journal: str
    volume: str
    issue: str
    page: str


class Brief(NamedTuple):
    """What shows whether two entries may be one work.

    `title` is as it is written. `identified` is a reference with the identifiers and little
    else, None without any. `place` is for articles of which volume and page are numbers.
    """

    title: str
    has_place: bool  # a volume and pages
    identified: Reference | None
    place: Place | None = None


class EntryFields(NamedTuple):
    """An entry as BibTeX sees it: values evaluated, spaces folded, LaTeX as it was."""

    type: str
    key: str
    fields: dict[str, str]


def read_type(entry_type: str, fields: dict[str, str], arxiv: ArxivId | None) -> str:
    """Return the CSL type of an entry; an `entrysubtype` that names one decides.

    >>> read_type("misc", {"url": "https://example.org"}, None)
    'webpage'
    """
    subtype = fields.get("entrysubtype", "")
    if subtype in CSL_TYPES:
        return subtype
    if entry_type == "article" and subtype in _SUBTYPES:
        return _SUBTYPES[subtype]
    journal = fields.get("journal", "") or fields.get("journaltitle", "")
    if arxiv is not None and is_arxiv_journal(fields.get("booktitle", "")):
        return "article"
    if arxiv is not None and (
        entry_type in ("misc", "online", "electronic", "unpublished")
        or (entry_type == "article" and (not journal or is_arxiv_journal(journal)))
    ):
        return "article"
    if entry_type in ("misc", "online", "electronic") and fields.get("eprint"):
        return "article"
    published = fields.get("howpublished", "")
    is_page = "url" in fields or "\\url" in published or published.startswith(("http:", "https:"))
    if entry_type == "misc" and is_page:
        return "webpage"
    if entry_type == "inbook" and "booktitle" not in fields and "maintitle" not in fields:
        return "book"  # BibTeX's @inbook: a part of the book that the title names
    return READ_TYPES.get(entry_type, "document")


def to_reference(
    entry: EntryFields, report: Report, dialect: Dialect, location: Location | None = None
) -> Reference:
    """Return the reference of an entry; `report(field, message)` is called for what is odd."""
    if has_half("".join(entry.fields.values())):
        for field, value in entry.fields.items():
            if has_half(value):
                report(field, WHAT_IS_WRONG)
        fields = {field: without_halves(value) for field, value in entry.fields.items()}
        entry = EntryFields(entry.type, entry.key, fields)
    if (type_ := type_meant(entry.type, is_part="booktitle" in entry.fields)) != entry.type:
        report("entrytype", f"{entry.type!r} is not an entry type; read as {type_!r}")
        entry = entry._replace(type=type_)
    return _Reader(entry, report, dialect).reference(location)


def type_meant(entry_type: str, *, is_part: bool = False) -> str:
    """Return the entry type that one is a slip for, or the type itself.

    A slip has one letter too few, too many or wrong. `is_part` says that the work is in a book.

    >>> [type_meant(slip) for slip in ("inproceeding", "masterthesis", "dataverse", "article")]
    ['inproceedings', 'mastersthesis', 'dataverse', 'article']
    """
    if entry_type in READ_TYPES or not _SHORTEST_SLIP <= len(entry_type) <= _LONGEST_SLIP:
        return entry_type
    shorter = _with_a_letter_less(entry_type)
    found = _SHORTENED.get(entry_type) or next(filter(READ_TYPES.get, shorter), None)
    if found is None and len(entry_type) >= _SHORTEST_CHANGED:
        found = next((_SHORTENED[less] for less in shorter if less in _SHORTENED), None)
    return "inproceedings" if found == "proceedings" and is_part else found or entry_type


def _with_a_letter_less(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


_SHORTENED: Final = {less: type_ for type_ in READ_TYPES for less in _with_a_letter_less(type_)}


def brief_of(entry: EntryFields, dialect: Dialect) -> Brief:
    """Return what identifies the work of an entry, in a fraction of the time of a reference.

    >>> fields = {"title": "On Moss", "doi": "10.1000/1"}
    >>> brief = brief_of(EntryFields("misc", "a", fields), "bibtex")
    >>> brief.title, brief.has_place, brief.identified.doi
    ('On Moss', False, Doi('10.1000/1'))
    """
    fields = entry.fields
    has_place = ("volume" in fields or "csl-volume" in fields) and (
        "pages" in fields or "csl-page" in fields
    )
    journal = fields.get("journal") or fields.get("journaltitle") or ""
    volume, issue, pages = map(fields.get, ("volume", "number", "pages"))
    place = place_of(journal, volume, issue, pages)
    return Brief(fields.get("title", ""), has_place, _identified(entry, dialect), place)


def place_of(
    journal: str, volume: str | None, issue: str | None, pages: str | None
) -> Place | None:
    """Return the place of an article, if its volume is a number and its pages begin with one.

    >>> place_of("J. Moss", "7", "2", "11--19"), place_of("J. Moss", "7", None, "S11")
    (Place(journal='J. Moss', volume='7', issue='2', page='11'), None)
    """
    if not (journal and volume and pages and volume.isdigit() and volume.isascii()):
        return None
    page = _FIRST_PAGE.match(pages)
    if page is None:
        return None
    return Place(journal, volume, issue if issue and issue.isdigit() else "", page[0])


def title_in(fields: dict[str, str], *, protect: bool = True) -> str:
    """Return the title that the fields of an entry state; `protect` keeps the marks of case.

    >>> title_in({"title": "{DNA}", "subtitle": "a study"})
    'DNA: a study'
    """
    title, subtitle = (without_halves(fields.get(name, "")) for name in ("title", "subtitle"))
    return title_of(title, subtitle, protect=protect)


def _identified(entry: EntryFields, dialect: Dialect) -> Reference | None:
    fields = entry.fields
    if _IDENTIFIERS.isdisjoint(fields):
        stated = "\n".join([fields[name] for name in _STATING if name in fields])
        if not (_may_state(stated) or "\ncsl-" in "\n".join(["", *fields])):
            return None
    kept = {
        name: without_halves(value)
        for name, value in fields.items()
        if name in _IDENTIFYING or name.startswith("csl-")
    }
    reader = _Reader(EntryFields(entry.type, entry.key, kept), lambda *_: None, dialect)
    return reader.identified()


def _may_state(text: str) -> bool:
    """Return whether a text may state an identifier.

    >>> _may_state("arXiv preprint"), _may_state("see 1703.01234"), _may_state("J. Moss 12")
    (True, True, False)
    """
    if not text.isascii():
        return True
    lower = text.lower()
    for sign in _MAY_STATE:  # a loop takes half the time of `any`
        if sign in lower:
            return True
    return _HAS_DIGITS.search(lower) is not None


def read_list(text: str, dialect: Dialect) -> tuple[Authors, tuple[str, ...]]:
    """Return the names of a field, and what is odd in it.

    >>> read_list("Fei, Bo (Ed.)", "bibtex")
    (Authors([Person('Bo', 'Fei')]), ("a role in brackets, such as '(Ed.)', is left out of the \
names",))
    """
    plain = _ROLE.sub("", text) if "(" in text else text
    names, faults = read_names(plain, dialect)
    return names, faults if plain == text else (_ROLE_LEFT_OUT, *faults)


def title_of(title: str, subtitle: str, *, protect: bool = True) -> str:
    """Return the title that two fields state together; there is no subtitle without a title.

    >>> title_of("Who knows?", "A study"), title_of("{DNA}", "a study"), title_of("", "A study")
    ('Who knows? A study', 'DNA: a study', '')
    """
    main = _decode(title, protect=protect) if title else ""
    sub = _decode(subtitle, protect=protect) if main and subtitle else ""
    if not sub:
        return main
    return f"{main} {sub}" if main[-1] in "?!:.–—" else f"{main}: {sub}"


class _Reader:
    def __init__(self, entry: EntryFields, report: Report, dialect: Dialect) -> None:
        self.entry = entry
        self.report = report
        self.dialect: Dialect = dialect
        self.left = dict(entry.fields)
        if not _RENAMED.keys().isdisjoint(self.left):
            for name in [name for name in self.left if name in _RENAMED]:
                self.rename(name, _RENAMED[name])
        self.of_csl = [name for name in self.left if name[:4] == "csl-"]
        for name in VERBATIM.intersection(self.left):
            if self.left[name][:1] == "{":
                self.left[name] = _unwrapped(self.left[name])
        self.extra: dict[str, str] = {}
        self.names: dict[str, Authors] = {}
        self.dates: dict[str, Date] = {}
        self.fields: dict[str, str] = {}

    def reference(self, location: Location | None) -> Reference:
        known: dict[str, Any] = {"doi": self.doi(), "url": self.url(), "location": location}
        known["arxiv"] = arxiv = self.arxiv(known["doi"], known["url"])
        type_ = read_type(self.entry.type, self.entry.fields, arxiv)
        self.entry_type(type_)
        for field in (
            ("journal", "journaltitle", "booktitle") if type_ == "article" and arxiv else ()
        ):
            if is_arxiv_journal(self.left.get(field, "")):
                self.keep("booktitle" if field == "booktitle" else "journaltitle", field)
        self.volume()
        self.serial()
        authors = self.name_lists()
        known["issued"] = self.issued()
        title = self.title("title", "subtitle")
        whole = title_of(self.left.get("booktitle", ""), "") if type_ == "book" else ""
        if whole and _alike(title, whole):
            self.keep("booktitle", "booktitle")  # for the parts that refer to it (BibDesk)
        self.other_dates()
        implied = self.genre()
        self.rows()
        self.unmapped()
        return Reference(
            self.entry.key,
            type_,
            title,
            authors,
            names=self.names,
            dates=self.dates,
            fields=self.fields,
            extra=self.extra,
            lowered=True,
            implied=implied,
            **known,
        )

    def identified(self) -> Reference:
        doi, url = self.doi(), self.url()
        arxiv = self.arxiv(doi, url)
        self.rows()
        self.unmapped()
        found = {"doi": doi, "url": url, "arxiv": arxiv}
        return Reference(self.entry.key, fields=self.fields, extra=self.extra, **found)

    def rename(self, name: str, field: str) -> None:
        """Take a field of another name for the one that it means, if that is missing."""
        if not self.left.get(field):
            self.left[field] = self.left.pop(name)
            if name in SLIPS:
                self.report(name, f"{name!r} is no field; read as {field!r}")

    def keep(self, name: str, *fields: str) -> None:
        for field in fields:
            if value := self.left.pop(field, ""):
                self.extra[name] = value

    def doi(self) -> Any:
        text = self.left.pop("doi", "")
        if not text:
            return None
        try:
            return read_doi(text)
        except InvalidIdentifier as fault:
            self.report("doi", str(fault))
            self.extra["doi"] = text
            return None

    def url(self) -> str:
        url, *others = clean_urls(self.left.pop("url", "")) or [""]
        if others:
            self.report("url", f"several addresses; the first is read, 'urls' keeps {others}")
            self.extra["urls"] = " ".join(others)
        published = self.left.get("howpublished", "")
        address = clean_url(published)
        bare = address.startswith(("http://", "https://")) and " " not in address
        if bare and (not url or url == address):
            # The words of a link may name the preprint: \href{ADDRESS}{arXiv:2001.00001}.
            if not (r"\href" in published and arxiv_in_text(published.replace(address, ""))):
                del self.left["howpublished"]
            return address
        return url

    def arxiv(self, doi: Any, url: str) -> ArxivId | None:
        self.keep("primaryclass", "eprintclass", "primaryclass")
        found = self.eprint()
        if found is None and doi is not None:
            found = doi.arxiv
        if found is None and "arxiv.org/" in url:
            with suppress(InvalidIdentifier):
                found = ArxivId.parse(url)
        for field in ("journal", "journaltitle", "note", "howpublished"):
            if found is None and (text := self.left.get(field)):
                found = arxiv_in_text(text)
        return found or self.arxiv_volume()

    def arxiv_volume(self) -> ArxivId | None:
        """Read the id that DBLP, Google Scholar and others write as the volume of a "journal"."""
        journals = ("journal", "journaltitle", "booktitle")
        named = next(filter(None, map(self.left.get, journals)), "")
        if not (named and is_arxiv_journal(named)):
            # Zotero writes a preprint's id as its number, and arXiv as the publisher.
            named = "" if named else next(filter(None, map(self.left.get, _HOSTS)), "")
            if named.strip("{} ").lower() not in ("arxiv", "arxiv.org"):
                return None
        texts = [named, *(f"arXiv:{self.left.get(name, '')}" for name in _ARXIV_PLACES)]
        return next(filter(None, map(arxiv_in_text, texts)), None)

    def eprint(self) -> ArxivId | None:
        text = self.left.get("eprint", "")
        kind = self.left.get("eprinttype", "") or self.left.get("archiveprefix", "")
        if text and kind.lower() in _ARXIV_KINDS:
            try:
                found = read_arxiv(self.with_archive(text) if kind else text)
            except InvalidIdentifier as fault:
                if kind:
                    self.report("eprint", str(fault))
            else:
                for field in _EPRINT_FIELDS:
                    self.left.pop(field, None)
                return found
        if text.strip().isdigit() and kind.lower() in ("pubmed", "pmid"):
            # Source: the BibLaTeX manual, section 3.14.7, electronic publishing information.
            self.left.setdefault("pmid", text.strip())
            for field in _EPRINT_FIELDS:
                self.left.pop(field, None)
        for field in _EPRINT_FIELDS:
            self.keep(field, field)
        return None

    def with_archive(self, text: str) -> str:
        """Return an old id with its archive, which some files have as class or prefix alone."""
        kind = (self.left.get("eprinttype", "") or self.left.get("archiveprefix", "")).lower()
        archive = kind if kind in OLD_ARCHIVES else self.extra.get("primaryclass", "")
        is_bare = archive and _OLD_NUMBER.fullmatch(text.strip()) is not None
        return f"{archive.strip()}/{text.strip()}" if is_bare else text

    def entry_type(self, type_: str) -> None:
        kind = self.entry.type
        if self.left.get("entrysubtype") in (type_, type_.removeprefix("article-")):
            del self.left["entrysubtype"]
        if kind in KEPT_TYPES or kind not in READ_TYPES:
            self.extra["entrytype"] = kind

    def name_lists(self) -> Authors:
        stated = not _ROLE_FIELDS.isdisjoint(self.left)
        if stated:
            self.editors("editor")
        for field, role in ROLE_OF_FIELD.items():
            if field in self.left or field == "editor":
                self.name_list(field, role)
        if stated:
            for field in _FURTHER:
                self.editors(field)
        for field in self.of_csl:
            if (role := field[4:]) in NAME_ROLES and field in self.left:
                self.name_list(field, role)
        return self.names.pop("author", Authors())

    def editors(self, field: str) -> None:
        kind = self.left.get(f"{field}type", "")
        if not kind:
            return
        role = EDITOR_TYPES.get(kind, kind)
        if role in NAME_ROLES and role != "author" and role not in self.names:
            self.left.pop(f"{field}type")
            self.name_list(field, role)

    def name_list(self, field: str, role: str) -> None:
        text = self.left.pop(field, "")
        if field == "editor" and self.left.get("editortype", "") == "editor":
            del self.left["editortype"]
        if not text:
            return
        names, faults = read_list(text, self.dialect)
        for fault in faults:
            self.report(field, fault)
        if not self.left.keys().isdisjoint((field + OTHERS, field + ORCIDS, field + AFFILIATIONS)):
            names, understood = read_annotations(names, field, self.left, self.report)
            for annotation in understood:
                del self.left[annotation]
        if names:
            self.names[role] = names

    def volume(self) -> None:
        """Read "35(12)" as volume and issue, where no field has the issue."""
        volume = self.left.get("volume", "")
        match = _WITH_ISSUE.fullmatch(volume) if "(" in volume else None
        is_article = self.entry.type == "article"
        if match and is_article and not (self.left.get("number") or self.left.get("issue")):
            self.left["volume"], self.left["number"] = match.groups()
            self.report("volume", f"an issue in brackets; write number = {{{match[2]}}}")

    def serial(self) -> None:
        """Take an ISSN from `isbn`, where Mendeley writes it."""
        text = self.left.get("isbn", "")
        if "-" not in text or self.left.get("issn") or not (found := _ISSN.findall(text)):
            return
        rest = _ISSN_WORDS.sub(" ", _ISSN.sub(" ", text)).strip(" ,;")
        self.left["isbn"], self.left["issn"] = rest, ", ".join(found)
        self.report("isbn", f"an ISSN; write issn = {{{self.left['issn']}}}")
        if not rest:
            del self.left["isbn"]

    def issued(self) -> Date | None:
        if text := self.left.pop("date", "").strip():
            return self.dated(text)
        year, month, day = [self.left.pop(name, "") for name in ("year", "month", "day")]
        return self.of_parts(year, month, day) if year or month or day else None

    def dated(self, text: str) -> Date:
        """Read `date`; if it states a year alone, `month` and `day` complete it, as in biber."""
        found, fault = read_date(text)
        if fault:
            self.report("date", fault)
        stated = self.left.pop("year", "").strip()
        if stated.isdecimal() and found.year not in (None, int(stated)):
            self.report("year", f"the year {stated} contradicts the date {text}")
            return found
        is_year = found.start == Moment(found.year or 0) and found.end is None
        if is_year and not found.open_end and self.left.get("month"):
            month, day = self.left.pop("month"), self.left.pop("day", "")
            whole = self.of_parts(f"{found.year:04}", month, day) or found
            return attrs.evolve(whole, circa=found.circa, mark=found.mark)
        self.other_parts(found, text)
        return found

    def of_parts(self, year: str, month: str, day: str) -> Date | None:
        month = decode(month) if "\\" in month else month  # jan # "\slash " # feb
        read = read_year(decode(year), month, day)
        if read.fault:
            of_year = read.fault.startswith(repr(decode(year)))
            self.report("year" if of_year else [*read.unused, "month"][0], read.fault)
        for name, value in (("month", month), ("day", day)):
            if name in read.unused:
                self.extra[name] = value
        return read.date

    def other_parts(self, date: Date, text: str) -> None:
        """Take the month and day beside a date, and report those that contradict it."""
        day = self.left.pop("day", "").strip()
        month = month_of(self.left.get("month", ""))
        if month is not None:
            del self.left["month"]
        if date.start is None or date.end is not None:
            return
        stated = {"month": month, "day": int(day) if day.isdecimal() else None}
        for field, number in stated.items():
            known = getattr(date.start, field)
            if None not in (number, known) and number != known:
                self.report(field, f"the {field} {number} contradicts the date {text}")

    def other_dates(self) -> None:
        if not self.of_csl and _DATE_FIELDS.keys().isdisjoint(self.left):
            return
        for field in list(self.left):
            role = _DATE_FIELDS.get(field) or (field[4:] if field[:4] == "csl-" else "")
            if role in DATE_ROLES and role != "issued":
                text = self.left.pop(field).strip()
                if not text:
                    continue
                found, fault = read_date(text)
                self.dates[role] = found
                if fault:
                    self.report(field, fault)

    def title(self, main: str, sub: str) -> str:
        written = self.left.pop(main, "")
        fault = too_long("a title", written)
        title = "" if fault else title_of(written, self.left.get(sub, ""))
        if fault := fault or too_long("a title", title):
            self.report(main, f"{fault}; left out")
            return ""
        if title:
            self.left.pop(sub, "")
        return title

    def genre(self) -> bool:
        """Read the kind of a thesis or report; tell whether the entry's type implies it."""
        kind = self.left.get("type", "")
        if kind in GENRES:
            self.left["type"] = GENRES[kind]
        elif "type" not in self.left and self.entry.type in IMPLIED_GENRES:
            self.left["type"] = IMPLIED_GENRES[self.entry.type]
            return True
        return False

    def rows(self) -> None:
        for main in ("booktitle", "journaltitle"):
            if main in self.left and main.replace("title", "subtitle") in self.left:
                self.left[main] += ": " + self.left.pop(main.replace("title", "subtitle"))
        exact = self.left.get("csl-language", "")
        if exact and language_name(language_tag(self.left.get("langid", ""))) == near_name(exact):
            self.fields["language"] = exact
            del self.left["csl-language"], self.left["langid"]
        for row, field in rows_of(tuple(self.left), self.entry.type):
            if row.variable in self.fields:
                continue  # a second field for it: kept as written
            value = read_value(self.left.pop(field), row.kind)
            if row.kind not in _ANY_WORDS and is_no_value(value):
                self.report(field, f"{value!r} is no value; left out")
                self.extra[field] = value
            elif value:
                self.fields[row.variable] = value

    def unmapped(self) -> None:
        # BibLaTeX prints `language`; CSL asks for it to know how titles are written.
        printed = self.left.get("language", "")
        if printed and "language" not in self.fields:
            tag = language_tag(printed)
            if tag != language_name(tag):
                self.fields["language"] = tag
        for field, value in self.left.items():
            variable = field[4:] if field[:4] == "csl-" else ""
            if variable and variable not in self.fields and variable not in NO_TEXT:
                if text := _decode(value, protect=False):
                    self.fields[variable] = text
            elif value:
                self.extra[field] = value


def _alike(title: str, other: str) -> bool:
    """Return whether two titles have the same letters, in any case and with any markup.

    >>> _alike("Lamps and light", 'Lamps and <span class="nocase">L</span>ight'), _alike("", "")
    (True, False)
    """
    letters, others = (_SIGNS.sub("", to_plain(text)).casefold() for text in (title, other))
    return letters == others != ""


def _unwrapped(text: str) -> str:
    """Return a value without the braces that some exports put around every value.

    >>> _unwrapped("{{A study}}"), _unwrapped("{A} {B}")
    ('A study', '{A} {B}')
    """
    while text[:1] == "{" and is_one_group(text):
        text = text[1:-1].strip()
    return text


def read_value(text: str, kind: Kind) -> str:
    """Return the value of a field of some kind, its LaTeX decoded where it is text."""
    if kind == "verbatim":
        return text
    if kind == "language":
        return language_tag(text)
    if kind == "pages":
        text = _with_hyphens(text)
    if kind == "status":
        return PUBLICATION_STATES.get(text) or _decode(text, protect=False)
    if kind == "edition":
        return edition_number(_decode(text, protect=False))
    if kind == "title" and text in SERIES:
        return SERIES[text]
    if kind == "journal" and (journal := journal_of_macro(text)):
        return journal
    return _decode(text, protect=kind in ("title", "journal"))


def _with_hyphens(pages: str) -> str:
    """Return pages with a hyphen between the first and the last one.

    >>> _with_hyphens("12--15"), _with_hyphens("1,234 -- 1,240"), _with_hyphens("A-1--A-9")
    ('12-15', '1234-1240', 'A-1–A-9')
    """
    first, dashes, last = pages.partition("--")
    if first.isdigit() and (last.isdigit() or not dashes):  # as nearly all are
        return f"{first}-{last}" if dashes else first
    text = _MINUS.sub("-", pages)
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    # A range of pages that have hyphens themselves keeps its longer dash.
    have_hyphens = ("--" in text or "–" in text) and "," not in text and _HYPHEN.search(text)
    if "–" in text and not have_hyphens:
        text = _EN_DASH.sub("-", text)
    return _COMMAS.sub(", ", _DASHES.sub("–" if have_hyphens else "-", text))


def _decode(text: str, *, protect: bool) -> str:
    # A control space beside a space makes two of them.
    text = decode(text, protect=protect)
    return (_SPACES.sub(" ", text) if "  " in text else text).strip(" ")
