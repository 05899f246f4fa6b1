"""Readings of one reference string: where its names, its date and its title are.

Every reading gets a score: cues of the string itself (`refcore.textlists.cues`), and how
often the other references of the list are laid out the same way (`refcore.textlists.layout`).
"""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from typing import Final

import attrs

from refcore.textlists.heads import Head, heads, unnamed_heads
from refcore.textlists.layout import Layout, Trait
from refcore.textlists.namelists import FORMS, Form, NameList
from refcore.textlists.titles import Body, Most, Titles
from refcore.textlists.words import words_of

__all__ = ["Reading", "Ways", "readings"]

_MOST_WORDS: Final = 700
_MOST_READINGS: Final = 90
# The most that agreement with the rest of the list can outweigh.
_MARGIN: Final = 14.0
_NEAR: Final = 6.0


@attrs.frozen
class Reading:
    """One way to read a string: spans in it, what it shows of the layout, and its score."""

    score: float
    names: NameList | None
    date: tuple[int, int] | None  # characters
    title: tuple[int, int] | None
    rest: int
    traits: tuple[Trait, ...]
    editors: bool = False


def readings(text: str) -> list[Reading]:
    """Return the readings of a string, the best first, by the cues of the string alone."""
    words = words_of(text)[:_MOST_WORDS]
    if not words:
        return []
    titles = Titles(words, text)
    found: list[Reading] = []
    best = -math.inf
    for head in heads(words, text):
        # No head chooses a title whose score is below that of the margin by half a point.
        for body in titles.after(head.at, _MARGIN + 0.5):
            score = head.score + body.score
            if score >= best - _MARGIN:
                best = max(best, score)
                found.append(_reading(score, head, body))
    found.sort(key=lambda one: -one.score)
    least = best - _MARGIN
    return [one for one in found[:_MOST_READINGS] if one.score >= least]


class Ways:
    """The ways to read one string, of which the best by a layout is found.

    Names are in one of the forms, and a title that has no sign after it ends as `bare` says.
    Where `few` are asked for, only the likeliest names are looked at. A string that is `unnamed`
    begins with its date or its title.
    The words of a title only lower the score of a reading. So the ways are weighed by the score
    that they can have at most, highest first, until none of the others can be better.
    """

    def __init__(
        self,
        text: str,
        forms: Sequence[Form] = FORMS,
        bare: Container[str] | None = None,
        few: bool = False,
        *,
        unnamed: bool = False,
    ) -> None:
        words = words_of(text)[:_MOST_WORDS]
        found = unnamed_heads(words, text) if unnamed else heads(words, text, forms, few)
        self._heads = tuple(found) if words else ()
        self._titles = Titles(words, text, bare)
        self._bodies: dict[int, tuple[Body, ...]] = {}
        # Names that score this much less than the best are hardly ever in the best reading.
        self._within = _NEAR if few else math.inf

    def best(self, layout: Layout) -> Reading | None:
        """Return the best reading, with the score that its own cues and the layout give it."""
        titles = self._titles
        most = Most(titles, layout)
        ranked: dict[int, list[tuple[float, float, Body]]] = {}
        chosen: Reading | None = None
        best = -math.inf
        found = [(one.score + layout.score(one.traits), one) for one in self._heads]
        found.sort(key=lambda one: -one[0])
        least = found[0][0] - self._within if found else 0.0
        for base, head in found:
            if base < least or base + most.at(head.at, best - base) <= best:
                continue
            if head.at not in ranked:
                ranked[head.at] = self._ranked(head.at, layout)
            for bound, agreement, body in ranked[head.at]:
                if base + bound <= best:
                    break
                score = base + agreement + titles.score(body, best - base - agreement)
                if score > best:
                    best = score
                    chosen = _reading(score, head, body)
        return chosen

    def _ranked(self, at: int, layout: Layout) -> list[tuple[float, float, Body]]:
        """Return bodies with the highest score of each, and the share that the layout adds."""
        if at not in self._bodies:
            self._bodies[at] = tuple(self._titles.bounds(at))
        agreed = ((layout.score(body.traits), body) for body in self._bodies[at])
        rows = [(body.score + agreement, agreement, body) for agreement, body in agreed]
        return sorted(rows, key=lambda one: -one[0])


def _reading(score: float, head: Head, body: Body) -> Reading:
    traits = (*head.traits, *body.traits)
    return Reading(score, head.names, head.date, body.title, body.rest, traits, head.editors)
