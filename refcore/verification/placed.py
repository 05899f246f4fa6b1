"""Whether a preprint's record says that the work appeared where the reference says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from refcore.compare.agreement import Agreement, FieldComparison
from refcore.compare.dois import DoiHint, read_doi
from refcore.compare.venues import best_venue, read_venue
from refcore.compare.venues.cited import cited_venues
from refcore.compare.venues.meetings import CONFERENCE_WORDS
from refcore.model.identifiers import Doi
from refcore.model.reference import Reference
from refcore.records.record import Record
from refcore.text.patterns import regex
from refcore.verification.fields import venue_of
from refcore.verification.labels import source_of

__all__ = ["Placed", "place_beside"]


@attrs.frozen
class Placed:
    """What a preprint's record says of the venue that a reference names.

    `gap` says why the two could not be compared. `differs` is a venue that is another one;
    `is_elsewhere` says that the work hardly appeared at both.
    """

    gap: str = ""
    differs: FieldComparison | None = None
    is_elsewhere: bool = False


_AGREES: Final = Placed()


def place_beside(reference: Reference, record: Record) -> Placed | None:
    """Compare the venue that a reference names with what a preprint's record says of one.

    Returns None where the reference names no venue, or the record is not a preprint's. A record of
    arXiv says it in its journal reference and, if its authors wrote it there, in its comment. The
    comment only confirms, as a paper can be accepted at a workshop too.
    """
    claimed = venue_of(reference)
    if not _is_preprint(record) or not claimed or read_venue(claimed).is_preprint:
        return None
    source, stated = source_of(record), record.details.get("journal_ref", "")
    names = cited_venues(stated)
    found = best_venue(claimed, names)
    if found is not None and not found.is_different:
        return _numbered(reference, stated, source)
    hint = _hinted(record)
    keys = read_venue(claimed).keys
    if _is_in_comment(claimed, record) or (hint is not None and hint.venue in keys):
        return _AGREES
    if hint is not None and keys and not names:
        rule = f"{source} says that it appeared at {hint.venue.upper()} {hint.year}, by its DOI"
        found = FieldComparison("venue", Agreement.DIFFERENT, "venue", claimed, hint.venue, rule)
        return Placed(differs=found, is_elsewhere=_is_one_kind(reference, found, (hint.venue,)))
    if not names:
        article = next(_articles(record), None)
        missing = f"; the record of {article.tagged} is not at hand" if article else ""
        return Placed(f"the venue was not compared: {source} names none{missing}")
    if found is None:
        return Placed(f'the venue was not compared: {source} says "{stated}"')
    if _has_its_numbers(reference, stated):
        return _AGREES  # the journal changed its name or has a second one
    rule = f'{source} says that it appeared in "{stated}"'
    found = attrs.evolve(found, actual=stated, rule=rule)
    return Placed(differs=found, is_elsewhere=_is_one_kind(reference, found, names))


def _is_preprint(record: Record) -> bool:
    """Return whether a record is a preprint's, and names no venue in a field of its own."""
    fields = record.fields
    named = (fields.get(name, "") for name in ("container-title", "event-title"))
    return record.source == "arxiv" or (record.type == "article" and not any(named))


def _is_in_comment(claimed: str, record: Record) -> bool:
    """Return whether the authors name the claimed venue in their comment on the preprint."""
    ours = read_venue(claimed)
    for part in _PART.split(record.details.get("comment", "")[:_MOST]):
        theirs = read_venue(part)
        if ours.is_workshop == theirs.is_workshop and ours.keys & theirs.keys:
            return True
        if len(ours.words) > 2 and f" {' '.join(ours.words)} " in f" {' '.join(theirs.words)} ":
            return True
    return False


_PART: Final = regex(r"[;.]\s")
_MOST: Final = 400


def _hinted(record: Record) -> DoiHint | None:
    """Return what the DOI of the article, as the preprint's record has it, says of the venue."""
    hints = (read_doi(str(doi)) for doi in _articles(record))
    return next((hint for hint in hints if hint is not None), None)


def _articles(record: Record) -> Iterator[Doi]:
    related = (one.id for one in record.relations if one.kind == "article")
    return (one for one in related if isinstance(one, Doi))


_NUMBER: Final = regex(r"[0-9]+")


def _has_its_numbers(reference: Reference, stated: str) -> bool:
    """Return whether volume and first page, as far as the reference has them, are in a citation."""
    ours = _numbers_of(reference)
    theirs = {number.lstrip("0") for number in _NUMBER.findall(stated)}
    return len(ours) > 1 and theirs.issuperset(ours)


def _numbers_of(reference: Reference) -> list[str]:
    """Return the volume and the first page of a reference, as far as it has them."""
    fields = reference.fields
    page = fields.get("page", "") or fields.get("number", "")
    found = (_NUMBER.search(text) for text in (fields.get("volume", ""), page))
    return [one[0].lstrip("0") for one in found if one]


def _numbered(reference: Reference, stated: str, source: str) -> Placed:
    """Say that volume and first page are others than those of a citation in the same journal."""
    ours = _numbers_of(reference)
    theirs = [number.lstrip("0") for number in _NUMBER.findall(stated)]
    told = [number for number in theirs if not _YEAR.fullmatch(number)]
    if len(ours) < 2 or len(told) < 2 or set(ours) & set(theirs):
        return _AGREES
    claimed = reference.fields["volume"]
    rule = f'{source} says that it appeared in "{stated}"'
    differs = FieldComparison("volume", Agreement.DIFFERENT, "volume", claimed, stated, rule)
    return Placed(differs=differs)


_YEAR: Final = regex(r"(?:1[89]|20)[0-9]{2}")


def _is_one_kind(reference: Reference, found: FieldComparison, names: tuple[str, ...]) -> bool:
    """Return whether both venues are journals, or both are meetings: a work hardly appears at two.

    What was published in proceedings may appear in a journal again, and in a workshop before.
    """
    if found.difference == "workshop":
        return False
    meets = reference.type == "paper-conference" or _is_meeting(venue_of(reference))
    return meets == any(map(_is_meeting, names))


def _is_meeting(name: str) -> bool:
    venue = read_venue(name)
    return venue.is_conference or bool(CONFERENCE_WORDS & set(venue.words))
