"""Positions of cites in a document (CSL 1.0.2, "Choose", `position`)."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from refcore.csl.processor.cites import FIRST, IBID, IBID_LOCATOR, SUBSEQUENT, Citation, Cite
from refcore.csl.processor.context import CompiledStyle

__all__ = ["placed"]


_DIGITS = 9  # A longer number is a mistake.


def placed(citations: Sequence[Citation], style: CompiledStyle) -> list[list[Cite]]:
    """Return the cites of each citation with their positions."""
    written = style.citation.attributes.get("near-note-distance", "").strip()
    distance = int(written) if written.isdecimal() and len(written) < _DIGITS else 5
    first: dict[str, int] = {}
    latest: dict[str, int] = {}
    out: list[list[Cite]] = []
    before: Citation | None = None
    # The items of each note; after a note with several, the next has no "ibid.".
    notes: dict[int, set[str]] = {}
    for citation in citations:
        cites: list[Cite] = []
        met: set[str] = set()
        for place, cite in enumerate(citation.cites):
            position = FIRST
            if cite.id in first or cite.id in met:
                position = _position(cite, place, citation, before)
                if not place and before is not None and citation.note != before.note:
                    crowded = len(notes.get(before.note, ())) > 1
                    # Citations of a document without notes have no numbers.
                    is_next = citation.note - before.note <= 1 or not before.note
                    position = SUBSEQUENT if crowded or not is_next else position
            # A note does not refer to itself.
            first_note = first.get(cite.id, 0)
            near = cite.id in latest and citation.note - latest[cite.id] <= distance
            before_this = first_note if first_note != citation.note else 0
            cites.append(_at(cite, position, near and position != FIRST, before_this))
            latest[cite.id] = citation.note
            met.add(cite.id)
        for key in met:
            first.setdefault(key, citation.note)
        out.append(cites)
        if citation.note:
            notes.setdefault(citation.note, set()).update(cite.id for cite in cites)
        before = citation
    return out


def _at(cite: Cite, position: int, near_note: bool, first_note: int) -> Cite:
    """Return a cite at its place in the document."""
    if (cite.position, cite.near_note, cite.first_note) == (position, near_note, first_note):
        return cite
    return attrs.evolve(cite, position=position, near_note=near_note, first_note=first_note)


def _position(cite: Cite, place: int, citation: Citation, before: Citation | None) -> int:
    """Return the position of a cite whose item was cited before."""
    if place:
        other = citation.cites[place - 1]
    elif before is not None and len(before.cites) == 1:
        other = before.cites[-1]
    else:
        return SUBSEQUENT
    if other.id != cite.id:
        return SUBSEQUENT
    if other.locator:
        if not cite.locator:
            return SUBSEQUENT
        same = (other.locator, other.label) == (cite.locator, cite.label)
        return IBID if same else IBID_LOCATOR
    return IBID_LOCATOR if cite.locator else IBID
