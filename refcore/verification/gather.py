"""What the index knows of a reference, asked once: the edge of `weigh`."""

from __future__ import annotations

from refcore.index.reader import Index
from refcore.model.reference import Reference
from refcore.verification.weigh import Known

__all__ = ["gather"]

_MOST = 8


def gather(reference: Reference, index: Index) -> Known:
    """Ask an index for the works and the proceedings that bear on a reference."""
    doi = str(reference.doi) if reference.doi else ""
    venue = reference.fields.get("container-title") or reference.fields.get("event-title") or ""
    matches = index.find_works(reference.title, most=_MOST) if reference.title else []
    return Known(
        works=tuple(match.work for match in matches),
        by_doi=tuple(index.works_of(doi)) if doi else (),
        whole=index.holds_whole(venue, reference.year) if venue and reference.year else (),
        knows_venue=bool(venue) and index.knows_venue(venue),
        knows_prefix=bool(doi) and index.knows_prefix(doi),
    )
