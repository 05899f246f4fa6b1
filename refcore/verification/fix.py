"""The corrections of a reference that records contradict, where they are certain."""

from __future__ import annotations

import attrs

from refcore.compare import Difference, DifferenceKind, read_authors
from refcore.model.dates import Date
from refcore.model.identifiers import Doi
from refcore.model.people import Authors, Name
from refcore.model.reference import Reference
from refcore.verification.agreed import agreed_values
from refcore.verification.grounds import Ground
from refcore.verification.lists import people_of
from refcore.verification.paper import PaperFinding, PaperKind
from refcore.verification.report import Report, Verdict

__all__ = ["Fix", "propose"]

# The name as written stays where it can be the same person's.
_KEPT = frozenset(
    {
        DifferenceKind.SAME,
        DifferenceKind.VARIANT,
        DifferenceKind.MOVED,
        DifferenceKind.SWAPPED,
        DifferenceKind.GROUP_VARIANT,
    }
)


@attrs.frozen
class Fix:
    """A corrected reference, and what was changed, in words."""

    before: Reference
    after: Reference
    reasons: tuple[str, ...]


def propose(report: Report) -> Fix | None:
    """Return the fix of a report, or None where nothing is wrong or the fix is not certain.

    It is certain where the title is the record's and only names, or the
    category, contradict it. Names that can be the same person's stay as they
    are written, a list that was cut stays cut. A list gets shorter only by
    the few names that a record does not have. Title, year, venue and DOI are
    corrected where two makers of records agree on them.
    """
    reference, record = report.reference, report.record
    if record is None or report.verdict is Verdict.OTHER_PAPER or not reference.title:
        return None
    agreed = agreed_values(report)
    if any(_leaves_doubt(found, agreed) for found in report.findings):
        return None
    after, reasons = _with_agreed(reference, agreed)
    comparison = report.comparison if _names_are_wrong(report) else None
    if comparison is not None and comparison.is_wrong:
        claimed = people_of(reference)
        people = _corrected(claimed, comparison.pairs)
        if people is not None and people != claimed:
            after = (
                after.evolve(authors=people)
                if reference.authors
                else after.evolve(names={**reference.names, "editor": people})
            )
            reasons += [f.rule for f in comparison.differences if f.is_breaking]
    for finding in report.findings:
        if finding.kind is PaperKind.CATEGORY:
            after = after.evolve(
                extra={**after.extra, "primaryclass": record.details.get("primary_category", "")}
            )
            reasons.append(finding.rule)
    return Fix(reference, after, tuple(dict.fromkeys(reasons))) if after != reference else None


def _names_are_wrong(report: Report) -> bool:
    """Return whether the names contradict the record, which may also say too little of them."""
    is_ahead = report.evidence is not None and report.evidence.ground is Ground.YEAR_AHEAD
    return report.verdict is Verdict.CONTRADICTED and not is_ahead


def _leaves_doubt(found: PaperFinding, agreed: dict[str, str]) -> bool:
    """Return whether a finding says that the record may be another work's."""
    return found.kind in _UNCERTAIN and not (found.kind is PaperKind.TITLE and "title" in agreed)


def _with_agreed(reference: Reference, agreed: dict[str, str]) -> tuple[Reference, list[str]]:
    """Return a reference with the values that two makers agree on, and what changed."""
    after, reasons = reference, []
    for field, value in agreed.items():
        was = {
            "title": reference.title,
            "year": str(reference.year),
            "venue": reference.fields.get("container-title", ""),
            "doi": reference.doi.name if reference.doi else "",
        }[field]
        reasons.append(f"{field}: {was}, but two records have {value}")
        if field == "title":
            after = after.evolve(title=value)
        elif field == "year":
            after = after.evolve(issued=Date.of(int(value)))
        elif field == "venue":
            after = after.evolve(fields={**after.fields, "container-title": value})
        else:
            after = after.evolve(doi=Doi.parse(value))
    return after, reasons


_UNCERTAIN = (
    PaperKind.OTHER_PAPER,
    PaperKind.TITLE,
    PaperKind.LANGUAGE,
    PaperKind.FOUND,
    PaperKind.WITHDRAWN,
)


def _corrected(claimed: Authors, pairs: tuple[Difference, ...]) -> Authors | None:
    """Replace the order and the names that contradict arXiv by arXiv's."""
    places: dict[int, Name] = {}
    last_listed = 0
    for pair in pairs:
        at, listed = pair.actual_position, pair.claimed_position
        if at is None or pair.kind is DifferenceKind.TRUNCATED:
            continue
        if listed is not None:
            last_listed = max(last_listed, at)
        if pair.kind in _KEPT and listed is not None and listed <= len(claimed):
            places[at] = claimed[listed - 1]
        elif pair.kind is not DifferenceKind.GROUP_MISSING:
            places.update(_names_at(pair, at))
    wanted = sorted(at for at in places if claimed.others is False or at <= last_listed)
    names = [places[at] for at in wanted]
    if not names or _loses_people(claimed, len(names)):
        return None
    # A false count is not written again.
    others = claimed.others if isinstance(claimed.others, bool) else True
    return Authors(names, others)


def _loses_people(claimed: Authors, kept: int) -> bool:
    """Return whether a fix would remove more names than the few that somebody invented.

    A record can leave people out: it names the group alone, or its source cuts lists.
    """
    lost = len(claimed) - kept
    return lost > 0 and (claimed.others is not False or lost * 2 > len(claimed))


def _names_at(pair: Difference, at: int) -> dict[int, Name]:
    """Return the record's names of a pair, by their places; merged authors are several."""
    texts = pair.actual.split(", ") if pair.kind is DifferenceKind.MERGED else [pair.actual]
    return dict(enumerate(read_authors(texts).names, at))
