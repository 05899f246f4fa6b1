"""The readings that the references of one list choose together.

The traits of the best readings are counted, and every reading is scored again with the count
of its traits.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Container, Sequence
from typing import Final

import attrs

from refcore.names.customs import SURNAMES_FIRST
from refcore.names.groups import looks_like_group
from refcore.text.ascii import to_ascii
from refcore.textlists.layout import Layout, layout_of
from refcore.textlists.namelists import FORMS, Form
from refcore.textlists.segment import Reading, Ways
from refcore.textlists.turned import with_names_after
from refcore.textlists.words import is_initials, is_link

__all__ = ["readings_of_list"]

_ROUNDS: Final = 3
_LEAST, _FEW = 3, 20

# A list that is longer than this is laid out as this many of its references are.
_SAMPLE: Final = 100
# The share of the sample whose score is too low for a reading in few forms to be enough.
_WORST: Final = 0.04


def readings_of_list(
    texts: Sequence[str], unnamed: Container[int] = frozenset()
) -> list[Reading | None]:
    """Return the best reading of each reference, by its own cues and the votes of all.

    In a long list, references from all of it vote, and the others are read by that vote. The
    references with the numbers `unnamed` have the authors of the one before, and no names.
    """
    step = max(1, -(-len(texts) // _SAMPLE))
    sample, layout = _voted(
        [Ways(text, unnamed=place * step in unnamed) for place, text in enumerate(texts[::step])]
    )
    if step == 1:
        return _with_turned_names(with_names_after(texts, sample))
    scores = sorted(one.score for one in sample if one)
    enough = scores[int(_WORST * len(scores))] if scores else math.inf
    forms = _forms_of(sample)
    best = [
        sample[place // step]
        if place % step == 0
        else Ways(text, unnamed=True).best(layout)
        if place in unnamed
        else _read_by(text, layout, forms, enough)
        for place, text in enumerate(texts)
    ]
    return _with_turned_names(with_names_after(texts, best))


def _read_by(text: str, layout: Layout, forms: Sequence[Form], enough: float) -> Reading | None:
    """Read a reference as its list is laid out, and in all ways where that is a poor reading."""
    bare = layout.counts.get("after title", {})
    found = Ways(text, forms, bare, few=True).best(layout)
    return found if found and found.score >= enough else Ways(text).best(layout)


def _forms_of(chosen: Sequence[Reading | None]) -> list[Form]:
    seen = {one.names.form for one in chosen if one and one.names}
    return [form for form in FORMS if form in seen]


def _voted(all_ways: Sequence[Ways]) -> tuple[list[Reading | None], Layout]:
    layout = layout_of(())
    best = [ways.best(layout) for ways in all_ways]
    for _ in range(_ROUNDS if len(all_ways) > 1 else 0):
        layout = layout_of(one.traits for one in best if one)
        again = [
            ways.best(_of_others(layout, one, len(all_ways)))
            for ways, one in zip(all_ways, best, strict=True)
        ]
        if _same(best, again):
            return again, layout
        best = again
    return best, layout


def _of_others(layout: Layout, chosen: Reading | None, size: int) -> Layout:
    """Return the layout of the other references: a reading has no vote for itself.

    Among many references that vote changes nothing; two or three would only take over each other's
    layouts.
    """
    return layout.without(chosen.traits) if chosen and _LEAST < size < _FEW else layout


def _same(one: Sequence[Reading | None], other: Sequence[Reading | None]) -> bool:
    """Return whether two rounds choose the same readings, whatever the scores."""
    return all(
        first == (attrs.evolve(second, score=first.score) if first and second else second)
        for first, second in zip(one, other, strict=True)
    )


def _with_turned_names(chosen: list[Reading | None]) -> list[Reading | None]:
    """Take "Fei Bo" for family name first where the list is sorted by the first words.

    The order of a list, and initials at the end of names, show which word is the family name.
    """
    held = [one for one in chosen if one and one.names and one.names.form is not None]
    plain = [one for one in held if one.names and one.names.form in _PLAIN]
    if len(plain) < max(3, 0.6 * len(held)):
        return chosen
    names = [one.names.names for one in plain if one.names]
    flat = [name.replace(", ", " ").split() for several in names for name in several]
    ends = sum(is_initials(words[-1]) for words in flat if len(words) > 1)
    starts = sum(is_initials(words[0]) for words in flat if len(words) > 1)
    families = sum(words[0].casefold() in SURNAMES_FIRST for words in flat)
    lasts = sum(words[-1].casefold() in SURNAMES_FIRST for words in flat)
    others = [name.replace(", ", " ").split() for several in names for name in several[1:]]
    # "Brooks Tim and Jonathan T. Barron": only the first name is turned.
    inner = sum(any(map(is_initials, words[1:-1])) for words in others)
    after = sum(is_initials(words[-1]) for words in others if len(words) > 1)
    with_others = inner <= after
    if families > 2 * lasts + 3 and not starts:
        return [_turned(one, with_others) for one in chosen]
    first = [several[0].replace(", ", " ").split() for several in names]
    by_first, by_last = _order([w[0] for w in first]), _order([w[-1] for w in first])
    if len(first) > 5 and by_last > 0.9 and by_first < 0.8:
        return chosen
    # Some people have their initials after one name: "Amrutha D".
    is_usual = ends > starts + 1 and ends > 0.05 * len(flat)
    if is_usual or (len(first) > 5 and by_first > 0.9 and by_last < 0.8 and not starts):
        return [_turned(one, with_others) for one in chosen]
    return chosen


_PLAIN: Final = tuple(form for form in FORMS if form.first in ("GF", "FG"))


def _order(words: Sequence[str]) -> float:
    """Return the share of neighbours that are in the order of the alphabet.

    >>> _order(["Berg", "Fei", "Chen"])
    0.5
    """
    keys = [to_ascii(word).casefold() for word in words]
    pairs = list(itertools.pairwise(keys))
    return sum(one <= other for one, other in pairs) / max(len(pairs), 1)


def _turned(reading: Reading | None, with_others: bool) -> Reading | None:
    if reading is None or reading.names is None or reading.names.form not in _PLAIN:
        return reading
    names = tuple(
        _filed(name) if with_others or not place else name
        for place, name in enumerate(reading.names.names)
    )
    return attrs.evolve(reading, names=attrs.evolve(reading.names, names=names))


def _filed(name: str) -> str:
    """Return a name that begins with the family name, with a comma after that.

    Capitals show where the family name is.

    >>> _filed("Fei Bo"), _filed("van der Berg Jan"), _filed("Jan BERG")
    ('Fei, Bo', 'van der Berg, Jan', 'Jan BERG')
    """
    words = name.replace(", ", " ").split()
    is_last = len(words[-1]) > 2 and words[-1].isupper() and not words[0].isupper()
    if len(words) < 2 or is_last or looks_like_group(name):
        return name
    start = 1
    while start < len(words) - 1 and is_link(words[start - 1]):
        start += 1
    return f"{' '.join(words[:start])}, {' '.join(words[start:])}"
