"""Several references to one work made one: the union of their fields, and their differences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

import attrs

from refcore.compare.titles import TitleKind, compare_titles, title_words
from refcore.curation.merge_fields import values_say_the_same
from refcore.curation.merge_values import better_authors, lists_agree
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import InvalidReference
from refcore.model.agreement import better_date, dates_agree
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi
from refcore.model.library import references_in
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.text.patterns import regex

__all__ = ["IDS", "Merged", "aliases_of", "merge"]

T = TypeVar("T")

IDS: Final = "ids"  # Source: the BibLaTeX manual, section 2.2.3.

# How much a type states: the type of a published work replaces preprint and web page.
_VAGUE: Final = {"document": 0, "webpage": 1, "post": 1, "article": 2, "manuscript": 2}
_PUBLISHED: Final = 3
# Fields that hold a list: BibLaTeX's keywords, and what JabRef, Zotero and Mendeley file;
# each with the signs that may divide it; a path of a file may have commas.
_LISTS: Final = {
    "keyword": ";,",
    "groups": ";,",
    "mendeley-groups": ";,",
    "mendeley-tags": ";,",
    "file": ";",
}
_LONGER: Final = frozenset({"abstract", "annote", "note"})
# Of two writings of one value, the longer is the one that is not abbreviated.
_WRITTEN_OUT: Final = frozenset(
    {"collection-title", "container-title", "container-title-short", "publisher"}
)
_DASHES: Final = regex(r"[-\u2010-\u2015]+")


@attrs.frozen
class Merged:
    """One reference made of several, and their contradictions.

    >>> made = merge([Reference("a", title="One"), Reference("b", title="One")])
    >>> made.reference.key, made.reference.extra["ids"], made.conflicts
    ('a', 'b', ())
    """

    reference: Reference
    conflicts: tuple[Diagnostic, ...]


def merge(references: Reference | Iterable[Reference]) -> Merged:
    """Make one reference of several to the same work.

    The key, the place and the provenance are those of the first; the other keys stay in ``ids``,
    as in BibLaTeX. A field that only one reference has is taken from it. Of dates, the most exact
    counts; of author lists, the longest that does not contradict the others. If two values
    contradict each other, that of the published work counts (a journal article before its
    preprint), or else the first; each value that is left out is a diagnostic in `conflicts`.

    Args:
        references: References to the same work, the leading one first.

    Returns:
        The merged reference, and a diagnostic for each contradiction.

    Raises:
        InvalidReference: There is nothing to merge.

    >>> from refcore.model import Date
    >>> a = Reference("a", "book", "One", issued=Date.of(1999), fields={"volume": "1"})
    >>> b = Reference("b", "book", "One", issued=Date.of(1999, 5), fields={"volume": "2"})
    >>> merged = merge([a, b])
    >>> merged.reference.key, merged.reference.issued, merged.reference.fields["volume"]
    ('a', Date('1999-05'), '1')
    >>> print(*merged.conflicts)
    a: volume: '2' in 'b' contradicts '1' in 'a', which is kept
    """
    items = references_in(references)
    if not items:
        raise InvalidReference("there is nothing to merge, expected one reference or more")
    if len(items) == 1:
        return Merged(items[0], ())
    return _Merge(items).result()


def aliases_of(reference: Reference) -> list[str]:
    """Return the further keys of a reference, as BibLaTeX's ``ids`` lists them.

    >>> aliases_of(Reference("a", extra={"ids": "b, c"}))
    ['b', 'c']
    """
    listed = (key.strip() for key in reference.extra.get(IDS, "").split(","))
    return [key for key in listed if key]


def _weight(reference: Reference) -> int:
    return _VAGUE.get(reference.type, _PUBLISHED)


class _Merge:
    def __init__(self, items: Sequence[Reference]) -> None:
        self.first = items[0]
        # Stable: of equal weight the first stays the first.
        self.items = sorted(items, key=_weight, reverse=True)
        self.lead = self.items[0]
        self.conflicts: list[Diagnostic] = []

    def result(self) -> Merged:
        self.compare_types()
        merged = self.lead.evolve(
            key=self.first.key,
            location=self.first.location,
            provenance=self.first.provenance,
            title=self.pick("title", lambda item: item.title, _titles_agree),
            authors=self.names("author"),
            issued=self.date("issued", lambda item: item.issued),
            arxiv=self.arxiv(),
            doi=self.doi(),
            url=self.pick("URL", lambda item: item.url, _urls_agree, Severity.NOTE),
            names=self.all_names(),
            dates=self.all_dates(),
            fields=self.mapping(lambda item: item.fields),
            extra=self.mapping(lambda item: item.extra) | self.aliases(),
        )
        return Merged(merged, tuple(self.conflicts))

    def aliases(self) -> dict[str, str]:
        """Return the keys under which the work was known, but for the one that stays."""
        keys = [key for item in self.items for key in (item.key, *aliases_of(item))]
        found = dict.fromkeys(key for key in keys if key != self.first.key)
        return {IDS: ",".join(found)} if found else {}

    def conflict(
        self,
        field: str,
        item: Reference,
        value: object,
        kept: tuple[Reference, object],
        severity: Severity = Severity.WARNING,
    ) -> None:
        message = f"{_shown(value)} in {item.key!r} contradicts {_shown(kept[1])} "
        message += f"in {kept[0].key!r}, which is kept"
        place = item.location or Location()
        self.conflicts.append(Diagnostic(message, place, self.first.key, field, severity))

    def pick(
        self,
        field: str,
        value_of: Callable[[Reference], T],
        agree: Callable[[T, T], bool],
        severity: Severity = Severity.WARNING,
        better: Callable[[T, T], T] = lambda kept, _: kept,
    ) -> T:
        """Return the first value, made more exact by those that agree with it."""
        held = [(item, value_of(item)) for item in self.items if value_of(item)]
        if not held:
            return value_of(self.lead)
        source, kept = held[0]
        for item, value in held[1:]:
            if not agree(kept, value):
                self.conflict(field, item, value, (source, kept), severity)
            elif (chosen := better(kept, value)) != kept:
                source, kept = item, chosen
        return kept

    def compare_types(self) -> None:
        for item in self.items[1:]:
            if item.type != self.lead.type and _weight(item) == _PUBLISHED:
                self.conflict("type", item, item.type, (self.lead, self.lead.type))

    def names(self, role: str) -> Authors:
        return self.pick(role, lambda item: item.names_of(role), lists_agree, better=better_authors)

    def all_names(self) -> dict[str, Authors]:
        roles = dict.fromkeys(role for item in self.items for role in item.names)
        return {role: self.names(role) for role in roles}

    def date(self, field: str, date_of: Callable[[Reference], Date | None]) -> Date | None:
        return self.pick(field, date_of, dates_agree, better=better_date)

    def all_dates(self) -> dict[str, Date]:
        fields = dict.fromkeys(field for item in self.items for field in item.dates)
        found = {field: self.date(field, _date_of(field)) for field in fields}
        return {field: date for field, date in found.items() if date is not None}

    def arxiv(self) -> ArxivId | None:
        return self.pick("arxiv", lambda item: item.arxiv_from_any, _ids_agree, better=_versioned)

    def doi(self) -> Doi | None:
        """Return the publisher's DOI; arXiv's own adds nothing to the arXiv id."""
        published = self.pick(
            "DOI",
            lambda item: None if item.doi and item.doi.arxiv else item.doi,
            lambda kept, other: kept == other,
        )
        return published or next((item.doi for item in self.items if item.doi), None)

    def mapping(self, mapping_of: Callable[[Reference], Mapping[str, str]]) -> dict[str, str]:
        """Merge fields by name; fields that imply the entry type come from the leading one only."""
        found: dict[str, str] = {}
        for name in dict.fromkeys(name for item in self.items for name in mapping_of(item)):
            if name != "entrytype":
                found[name] = self.field(name, mapping_of)
            elif name in mapping_of(self.lead):
                found[name] = mapping_of(self.lead)[name]
        return found

    def field(self, name: str, mapping_of: Callable[[Reference], Mapping[str, str]]) -> str:
        def value_of(item: Reference) -> str:
            return mapping_of(item).get(name, "")

        if name in _LISTS:
            return _joined(map(value_of, self.items), _LISTS[name])
        if name in _LONGER:
            return self.pick(name, value_of, _contains, better=_longer)

        def agree(kept: str, other: str) -> bool:
            return _values_agree(kept, other) or values_say_the_same(name, kept, other)

        better = _longer if name in _WRITTEN_OUT else _fuller_pages
        return self.pick(name, value_of, agree, better=better)


def _shown(value: object) -> str:
    text = str(value)
    return repr(text if len(text) <= 60 else text[:57] + "...")


def _date_of(field: str) -> Callable[[Reference], Date | None]:
    return lambda item: item.dates.get(field)


def _ids_agree(kept: ArxivId | None, other: ArxivId | None) -> bool:
    if kept is None or other is None or kept == other:
        return True
    return kept.bare == other.bare and None in (kept.version, other.version)


def _versioned(kept: ArxivId | None, other: ArxivId | None) -> ArxivId | None:
    return other if kept is None or kept.version is None else kept


def _titles_agree(kept: str, other: str) -> bool:
    return compare_titles(other, kept).kind is TitleKind.SAME


def _urls_agree(kept: str, other: str) -> bool:
    """Return whether two addresses are one but for scheme, www and a last slash.

    >>> _urls_agree("https://www.a.org/x/", "http://a.org/x")
    True
    """

    def plain(address: str) -> str:
        return re.sub(r"^https?://(?:dx\.|www\.)?", "", address).rstrip("/").casefold()

    return plain(kept) == plain(other)


def _folded(value: str) -> str:
    return " ".join(title_words(_DASHES.sub(" ", value)))


def _values_agree(kept: str, other: str) -> bool:
    one, two = _folded(kept), _folded(other)
    if one == two and (one or kept == other):
        return True
    return _is_first_page(kept, other) or _is_first_page(other, kept)


def _is_first_page(one: str, other: str) -> bool:
    """Return whether one names the page on which the range of the other begins.

    >>> _is_first_page("41", "41-52"), _is_first_page("42", "41-52")
    (True, False)
    """
    ends = _DASHES.split(other)
    return len(ends) == 2 and one.isdigit() and ends[0] == one


def _fuller_pages(kept: str, other: str) -> str:
    """Return the value with more digits: of "101-9" and "101-109", the second.

    >>> _fuller_pages("101-9", "101-109")
    '101-109'
    """
    more = sum(map(str.isdigit, other)) > sum(map(str.isdigit, kept))
    return other if more and "-" in _DASHES.sub("-", other) else kept


def _contains(kept: str, other: str) -> bool:
    one, two = _folded(kept), _folded(other)
    return one in two or two in one


def _longer(kept: str, other: str) -> str:
    return other if len(other) > len(kept) else kept


def _joined(values: Iterable[str], signs: str) -> str:
    """Return the items of all lists, each once whatever its case, as the first divides them.

    >>> _joined(["moss, fens", "Moss; peat"], ";,"), _joined(["a; b, c", "d"], ";,")
    ('moss, fens, peat', 'a; b, c; d')
    >>> _joined(["Fei, 2003.pdf", "Wu.pdf"], ";")
    'Fei, 2003.pdf;Wu.pdf'
    """
    found: dict[str, str] = {}
    sign = ""
    for value in values:
        here = next((one for one in signs if one in value), "")
        sign = sign or here
        for item in value.split(here) if here else [value]:
            if item.strip():
                found.setdefault(item.strip().casefold(), item.strip())
    if not sign or any(sign in item for item in found.values()):
        sign = signs[0] if any("," in item for item in found.values()) else signs[-1]
    return (f"{sign} " if "," in signs else sign).join(found.values())
