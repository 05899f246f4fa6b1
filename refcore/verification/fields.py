"""Title, venue, volume, issue, pages, publisher and type of a reference beside the record's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from refcore.compare.agreement import FieldComparison
from refcore.compare.pages import compare_numbers, compare_pages
from refcore.compare.publishers import compare_publishers
from refcore.compare.titles import TitleComparison, TitleKind, best_title, corrects
from refcore.compare.venues import best_venue, read_venue
from refcore.compare.worktypes import compare_types
from refcore.compare.years import year_within
from refcore.model.reference import Reference
from refcore.records.record import Record
from refcore.sources.registry import trust_of
from refcore.text.patterns import regex

__all__ = [
    "are_two_known",
    "compare_fields",
    "compare_places",
    "compare_title",
    "is_elsewhere",
    "is_of_container",
    "is_of_part",
    "other_place",
    "venue_of",
    "which_corrects",
    "year_beside",
]

# Types for which the publisher is a part of the reference.
_PUBLISHED = frozenset(("book", "chapter", "collection", "report", "thesis"))


def venue_of(reference: Reference) -> str:
    """Return the journal or the proceedings that a reference names."""
    fields = reference.fields
    return fields.get("container-title") or fields.get("event-title") or ""


def which_corrects(claimed: str, titles: Iterable[str]) -> str:
    """Say that one of two works is only a correction of the other, or "".

    >>> which_corrects("On Moss", ["Erratum: On Moss"])
    'is of a correction of the work, not of the work'
    >>> which_corrects("Erratum: On Moss", ["Erratum: On Moss"])
    ''
    """
    stated = [title for title in titles if title]
    if not (claimed and stated):
        return ""
    found = [corrects(title) for title in stated]
    if corrects(claimed):
        return "" if any(found) else "is of the work, not of a correction of it"
    return "is of a correction of the work, not of the work" if all(found) else ""


def year_beside(reference: Reference, known: Iterable[int]) -> int | None:
    """Return the year of a reference to compare: of a range, the one that is known.

    >>> from refcore.model.dates import Date
    >>> year_beside(Reference("k", issued=Date.parse("1998/2004")), [2001])
    2001
    """
    date = reference.issued
    if reference.year is None or date is None or date.end is None:
        return reference.year
    return year_within(reference.year, date.end.year, known)


def compare_fields(reference: Reference, record: Record) -> tuple[FieldComparison, ...]:
    """Return the fields in which a reference differs from a record.

    A field that one side lacks is not a difference. A record of arXiv is not compared.
    """
    if record.source == "arxiv":
        return ()
    return tuple(found for found in _compared(reference, record) if found and found.is_different)


def is_elsewhere(reference: Reference, record: Record) -> FieldComparison | None:
    """Return the venue if a reference names another one, and nothing of the place agrees.

    A journal may have changed its name: then volume and pages are the record's. But two well-known
    venues are none of which one became the other. A journal alone that differs, without volume
    and pages, may be a name that nobody knows.
    """
    compared = [one for one in _compared(reference, record) if one is not None]
    venue = next((one for one in compared if one.field == "venue" and one.is_different), None)
    places = [one for one in compared if one.field in ("volume", "pages")]
    # The number of an issue is small, and the same in two journals by chance.
    places = places or [one for one in compared if one.field == "issue"]
    differ = [one for one in places if one.is_different]
    if venue is None or (differ and len(differ) == len(places)):
        return venue
    return venue if are_two_known(venue) else None


def other_place(reference: Reference, record: Record) -> str:
    """Return where a record has an article, if volume and first page are others in one journal.

    A journal of two editions, such as a German and an international one, has volumes of its own
    in each.

    >>> from refcore.model.identifiers import Doi
    >>> ours = {"container-title": "Moss Rev.", "volume": "2", "page": "7"}
    >>> theirs = {"container-title": "Moss Review", "volume": "3", "page": "9"}
    >>> record = Record(id=Doi("10.1000/x"), source="crossref", fields=theirs)
    >>> other_place(Reference("k", "article-journal", fields=ours), record)
    'volume 3, 9'
    """
    compared = {one.field: one for one in _compared(reference, record) if one is not None}
    venue, volume, pages = (compared.get(name) for name in ("venue", "volume", "pages"))
    if reference.type != "article-journal" or not (venue and volume and pages):
        return ""
    if venue.difference not in _OF_ONE_JOURNAL or _is_of_one_edition(venue):
        return ""
    differ = volume.is_different and pages.difference == "pages"
    return f"volume {volume.actual}, {pages.actual}" if differ else ""


# How two names of one journal can differ.
_OF_ONE_JOURNAL = frozenset(("none", "abbreviation", "acronym", "name"))


def _is_of_one_edition(venue: FieldComparison) -> bool:
    """Return whether only one of two names is that of an edition.

    >>> from refcore.compare.venues import compare_venues
    >>> found = compare_venues("Angew. Chem.", "Angewandte Chemie International Edition")
    >>> _is_of_one_edition(found)
    True
    """
    words = [read_venue(name).every for name in (venue.claimed, venue.actual)]
    ours, theirs = (not _EDITION.isdisjoint(some) for some in words)
    return ours is not theirs


_EDITION = frozenset(("edition", "ed", "edn"))


def are_two_known(venue: FieldComparison) -> bool:
    """Return whether two venues that differ are both well known, and neither is named in the other.

    >>> from refcore.compare.venues import compare_venues
    >>> are_two_known(compare_venues("Science", "Nature"))
    True
    >>> are_two_known(compare_venues("Astrophys. J. Lett.", "The Astrophysical Journal"))
    False
    >>> are_two_known(compare_venues("ApJL", "The Astrophysical Journal"))
    False
    """
    ours, theirs = read_venue(venue.claimed), read_venue(venue.actual)
    pairs = [(one, other) for one in ours.known for other in theirs.known]
    if not pairs or any(_may_be(one, other) for one, other in pairs):  # ApJ, ApJL
        return False
    short, long = sorted((ours.words, theirs.words), key=len)
    return not all(any(_may_be(word, other) for other in long) for word in short)


def _may_be(word: str, other: str) -> bool:
    """Return whether one word begins the other, as an abbreviation does.

    >>> _may_be("univ", "university"), _may_be("univ", "union")
    (True, False)
    """
    return word.startswith(other) or other.startswith(word)


def is_of_container(reference: Reference, record: Record) -> bool:
    """Return whether a record is that of the book, the proceedings or the journal around a work."""
    if record.type not in ("book", "periodical", "collection") or reference.type == record.type:
        return False
    names = ("container-title", "event-title", "collection-title")
    around = (reference.fields.get(name, "") for name in names)
    found = (best_venue(name, (record.title, *record.titles)) for name in around if name)
    return any(one is not None and not one.is_different for one in found)


def is_of_part(reference: Reference, record: Record) -> bool:
    """Return whether a record is that of a chapter or a paper in the book that is cited.

    >>> from refcore.model.identifiers import Doi
    >>> inside = {"container-title": "A Handbook of Moss"}
    >>> record = Record(
    ...     id=Doi("10.1000/x"), source="crossref", type="chapter", title="Bogs", fields=inside
    ... )
    >>> is_of_part(Reference("k", "book", title="A Handbook of Moss"), record)
    True
    """
    if reference.type not in _WHOLE or record.type not in _PARTS or not reference.title:
        return False
    names = ("container-title", "collection-title", "event-title")
    around = [name for one in names if (name := record.fields.get(one, ""))]
    own = best_title(reference.title, (record.title, *record.titles))
    if not around or (own is not None and own.kind is not TitleKind.DIFFERENT):
        return False
    found = best_title(reference.title, around, is_book=True)
    return found is not None and found.kind is not TitleKind.DIFFERENT


_WHOLE = frozenset(("book", "collection"))
_PARTS = frozenset(("chapter", "paper-conference", "entry", "entry-encyclopedia"))


def compare_title(
    reference: Reference,
    titles: Iterable[str],
    *,
    type: str,  # noqa: A002 - the word of CSL
    source: str = "",
    is_label: bool = False,
) -> TitleComparison | None:
    """Compare the title of a reference with those of a work of a type, as `best_title` does.

    Catalogues have the number of a volume in a book's title, references in a field. A source that
    keeps subtitles shows that "A Survey" is added to a title, and so names another paper.

    >>> survey = Reference("k", title="Moss in Bogs: A Survey")
    >>> for source in ("crossref", "arxiv"):
    ...     print(compare_title(survey, ["Moss in Bogs"], type="article", source=source).rule)
    a subtitle is added
    "a survey" is added

    >>> moss = Reference("k", "book", title="Moss", fields={"volume": "2"})
    >>> found = [compare_title(moss, [f"Moss, Vol. {n}: Bogs"], type="book") for n in (1, 2)]
    >>> [one.kind.value for one in found]
    ['different', 'variant']
    """
    titles, is_book = tuple(titles), type == "book"
    found = best_title(reference.title, titles, is_label=is_label, is_book=is_book)
    if found and found.is_of_added_kind and not is_book and not is_label:
        return found.with_kind_named() if trust_of(source).is_whole else found
    volume = reference.fields.get("volume", "") if is_book else ""
    # The volume can be that of a series, or of the work around a part.
    is_other = "collection-title" in reference.fields or _VOLUME_NAMED.search(reference.title)
    if not volume or is_other or found is None or found.kind is TitleKind.SAME:
        return found
    numbered = next(filter(None, map(_VOLUME_NAMED.search, titles)), None)
    if numbered is None:
        named = best_title(f"{reference.title}, vol. {volume}", titles, is_book=True)
        return found if named is None or named.kind is TitleKind.DIFFERENT else named
    same = compare_numbers("volume", volume, numbered["number"])
    if same is not None and same.is_different:
        return best_title(f"{reference.title}, vol. {volume}", titles, is_book=True)
    bare = [_VOLUME_NAMED.sub(r"\g<after>", title) for title in titles]
    named = best_title(reference.title, bare, is_book=True)
    return found if named is None or named.kind is TitleKind.DIFFERENT else named


_VOLUME_NAMED = regex(
    r"[\s,.;:(–—-]+\b(?:vol(?:ume)?|band|bd|book|tome|tomo|teil|part)\b\.?\s*"
    r"(?P<number>[0-9]{1,3}|[IVXL]{1,6})\b\)?(?P<after>[.,:;]?)",
    re.IGNORECASE,
)


def compare_places(ours: Mapping[str, str], theirs: Mapping[str, str]) -> list[FieldComparison]:
    """Compare volume, issue and pages, as far as both sides have them.

    >>> [one.rule for one in compare_places({"page": "1-9", "volume": "2"}, {"page": "4-9"})]
    ['the record has 4-9']
    """
    found = (
        compare_numbers("volume", ours.get("volume", ""), theirs.get("volume", "")),
        compare_numbers("issue", ours.get("issue", ""), theirs.get("issue", "")),
        compare_pages(_place(ours, theirs), theirs.get("page", ""), theirs.get("number", "")),
    )
    return [one for one in found if one is not None]


def _place(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """Return the pages of a reference, or its article number if the record has one, too.

    >>> _place({"number": "e12"}, {"page": "e13"}), _place({"number": "e12"}, {"page": "1-9"})
    ('e12', '')
    """
    is_numbered = "number" in theirs or theirs.get("page", "-").isalnum()
    return ours.get("page", "") or (ours.get("number", "") if is_numbered else "")


def _publisher(claimed: str, record: Record) -> FieldComparison | None:
    """Compare a publisher with each name that the record has for who issued the work."""
    names = (record.fields.get("publisher", ""), *record.details.get("issuers", "").split("; "))
    found = [one for name in names if (one := compare_publishers(claimed, name))]
    return next((one for one in found if not one.is_different), next(iter(found), None))


def _compared(reference: Reference, record: Record) -> Iterator[FieldComparison | None]:
    ours, theirs = reference.fields, record.fields
    names = ("container-title", "container-title-short", "collection-title", "event-title")
    venues = [theirs.get(name, "") for name in names]
    venue = ours.get("container-title", "") or ours.get("event-title", "")
    found = best_venue(venue, venues)
    yield found
    yield from compare_places(ours, theirs)
    if reference.type in _PUBLISHED:
        yield _publisher(ours.get("publisher", ""), record)
    yield compare_types(reference.type, _type_of(record, found))


def _type_of(record: Record, venue: FieldComparison | None) -> str:
    """Return the type that a record shows, or "" if it only has one because it must.

    Archives call a thesis an article, without a journal. A server of preprints is no journal. A
    series of reports is also cited as a journal.
    """
    container = record.fields.get("container-title", "")
    if record.type == "article-journal" and not container:
        return ""
    if record.type == "article-journal" and read_venue(container).is_preprint:
        return "article"
    agrees = venue is not None and not venue.is_different
    return "" if record.type == "report" and agrees else record.type
