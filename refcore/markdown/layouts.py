"""The likeliest title and names of entries that no rule decides, by evidence.

Each entry is cut once, at every mark. All pairs of a run that may be its title and a run that
may be its names are weighed by their signs. A list has one layout: how most of its entries set
title and names speaks for the same in the others.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from refcore.markdown.atoms import atoms_of
from refcore.markdown.candidates import NamesRun, TitleRun, names_runs, title_runs
from refcore.markdown.evidence import (
    Entry,
    OtherReading,
    layout_of,
    signs_of_names,
    signs_of_pair,
    signs_of_title,
)
from refcore.markdown.links import Mention
from refcore.markdown.reading import Identity, Reading
from refcore.markdown.regions import MOST_BLOCKS, list_of, region, with_near
from refcore.markdown.weights import WEIGHTS

__all__ = ["LikeliestReading", "entry_of", "pairs_of", "weigh"]

_LENGTH = 2000  # atoms of a block that is cut
_MOST_ATOMS = 40  # of a block
_MOST_IN_ALL = 80
_BEST_TITLES, _BEST_NAMES = 8, 6  # runs that form pairs
_MOST_SIBLINGS = 6  # entries of a list that are weighed besides those asked for
# The weight that a layout adds, by the share of the list's other entries that have it.
_SHARED = ((0.8, 2.0), (0.4, 1.4), (0.01, 0.8))
_LEAST_ALIKE, _MOSTLY = 2, 0.6  # entries of a list that are laid out as one is
_Pair = tuple[TitleRun | None, NamesRun | None]
_Layout = tuple[object, ...]


@attrs.frozen
class LikeliestReading:
    """The likeliest reading of an entry: how likely it is among all, from 0 to 1.

    `with_ruled` says whether what the rules read was among those that were weighed, `as_others`
    whether most of the other entries of the list, and two at least, are laid out alike.
    """

    entry: Entry
    title: TitleRun | None
    names: NamesRun | None
    likely: float
    with_ruled: bool = False
    as_others: bool = False


def weigh(
    reading: Reading,
    asked: Sequence[Mention],
    known: Mapping[Identity, tuple[str, str]],
    ruled: Mapping[Identity, OtherReading] | None = None,
) -> dict[Identity, LikeliestReading]:
    """Return the likeliest reading of the entries of mentions.

    `known` are the titles and the first names of works whose entries other rules read, `ruled`
    what the rules read of those that are asked for.
    """
    said = ruled or {}
    entries = {
        mention.identity: entry
        for mention in asked
        if (entry := entry_of(reading, mention, said.get(mention.identity))) is not None
    }
    scores = {identity: _scores(entry) for identity, entry in entries.items()}
    layouts: dict[object, Counter[_Layout]] = {}
    own: dict[Identity, _Layout] = {}
    for identity, entry in entries.items():
        if scores[identity]:
            pair = max(scores[identity], key=lambda held: held[1])[0]
            own[identity] = layout_of(entry, *pair)
            key = list_of(reading, entry.mention)
            layouts.setdefault(key, Counter())[own[identity]] += 1
    siblings = _siblings(reading, entries, known)
    for listed, counted in layouts.items():
        for mention in siblings.get(listed, ()):
            if (sibling := entry_of(reading, mention)) is not None:
                counted.update(_as_read(sibling, *known[mention.identity]))
    found: dict[Identity, LikeliestReading] = {}
    for identity, entry in entries.items():
        if scores[identity]:
            others = layouts[list_of(reading, entry.mention)].copy()
            others[own[identity]] -= 1
            found[identity] = _best(entry, scores[identity], others)
    return found


def _siblings(
    reading: Reading, asked: Mapping[Identity, Entry], known: Mapping[Identity, tuple[str, str]]
) -> dict[object, list[Mention]]:
    """Return some entries that other rules read, of each list of an entry that is asked for."""
    wanted = {list_of(reading, entry.mention) for entry in asked.values()}
    found: dict[object, list[Mention]] = {listed: [] for listed in wanted}
    seen: set[Identity] = set()
    for mention in reading.papers_by_scope.get((), ()):
        identity = mention.identity
        if identity in asked or identity in seen or identity not in known:
            continue
        held = found.get(list_of(reading, mention))
        if held is not None and len(held) < _MOST_SIBLINGS:
            seen.add(identity)
            held.append(mention)
    return found


def _as_read(entry: Entry, title: str, name: str) -> Iterable[_Layout]:
    """Return the layout of an entry whose title and first name are known."""
    titles = [run for run in entry.titles if run.text == title]
    people = [run for run in entry.people if run.names[0].name == name]
    if titles:
        longest = max(people, key=lambda run: run.last - run.first, default=None)
        yield layout_of(entry, titles[0], longest)


def entry_of(reading: Reading, mention: Mention, ruled: OtherReading | None = None) -> Entry | None:
    """Return the entry of a mention as atoms, with the blocks beside it that may belong to it.

    `ruled` is what the rules read of it.
    """
    own = region(reading, mention)[:MOST_BLOCKS]
    if not own:
        return None
    atoms = [
        atom
        for block, start, stop in with_near(reading, own)
        for atom in atoms_of(
            reading.inlines[block],
            reading.by_block.get(block, []),
            (block, start, min(stop, start + _LENGTH)),
            _MOST_ATOMS,
        )
    ][:_MOST_IN_ALL]
    blocks = {atom.block for atom in atoms}
    inlines = {block: reading.inlines[block] for block in blocks}
    texts = {block: inline.text for block, inline in inlines.items()}
    headings = frozenset(b for b in blocks if reading.blocks[b].kind == "heading")
    people = names_runs(atoms, inlines)
    titles = title_runs(atoms, texts, people)
    whole = frozenset(block for block, _, _ in own)
    return Entry(atoms, mention, whole, headings, texts, titles, people, ruled)


def _weight(signs: Iterable[str]) -> float:
    return sum(WEIGHTS.get(sign, 0.0) for sign in signs)


def pairs_of(entry: Entry) -> list[_Pair]:
    """Return all pairs of a title and names of an entry that do not overlap."""
    return [
        (title, names)
        for title in (*entry.titles, None)
        for names in (*entry.people, None)
        if title is None or names is None or names.first > title.last or names.last < title.first
    ]


def _scores(entry: Entry) -> list[tuple[_Pair, float]]:
    """Return the weight of each pair of the likelier titles and names."""
    titles = [(run, _weight(signs_of_title(entry, run))) for run in (*entry.titles, None)]
    people = [(run, _weight(signs_of_names(entry, run))) for run in (*entry.people, None)]
    titles = sorted(titles, key=lambda held: -held[1])[:_BEST_TITLES]
    people = sorted(people, key=lambda held: -held[1])[:_BEST_NAMES]
    return [
        ((title, names), one + other + _weight(signs_of_pair(entry, title, names)))
        for title, one in titles
        for names, other in people
        if title is None or names is None or not _overlap(title, names)
    ]


def _overlap(title: TitleRun, names: NamesRun) -> bool:
    return names.first <= title.last and title.first <= names.last


def _best(
    entry: Entry, scores: Sequence[tuple[_Pair, float]], others: Counter[_Layout]
) -> LikeliestReading:
    total = others.total()
    weighed = [
        (pair, score + (_shared(others[layout_of(entry, *pair)] / total) if total else 0.0))
        for pair, score in scores
    ]
    (title, names), best = max(weighed, key=lambda held: held[1])
    likely = 1 / sum(math.exp(score - best) for _, score in weighed)
    with_ruled = bool(entry.ruled_titles and entry.ruled_names)
    alike = others[layout_of(entry, title, names)]
    as_others = alike >= _LEAST_ALIKE and alike >= _MOSTLY * total
    return LikeliestReading(entry, title, names, likely, with_ruled, as_others)


def _shared(share: float) -> float:
    return next((weight for least, weight in _SHARED if share >= least), 0.0)
