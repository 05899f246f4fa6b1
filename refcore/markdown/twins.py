"""The arXiv id and the DOI of one work, which a note gives side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from refcore.markdown.links import Mention
from refcore.markdown.reading import Identity, Reading
from refcore.model.identifiers import ArxivId
from refcore.text.idforms import DOI_PREFIX
from refcore.text.patterns import regex

__all__ = ["with_twins"]

# The longest text between both ids of one work, and words that separate two works.
_LONGEST = 90
_MOST_WORDS = 8
# Words of a sub-item beside its address: "arXiv preprint:".
_MOST_OF_LABEL = 3
_ADDRESS = regex(rf"https?:\S+|\b(?:arxiv|doi)\s?:\s?\S+|\b{DOI_PREFIX}/\S+", re.IGNORECASE)
_OF_ANOTHER = regex(
    r"[\"“”«»]|\n\s*\n|\bet al\b|\b(?:see|cf|vs|unlike|compare|than|extends|following|based on"
    r"|builds)\b",
    re.IGNORECASE,
)


def with_twins(reading: Reading) -> Reading:
    """Return the content of a note, in which a DOI beside an arXiv id names the same work.

    >>> from refcore.markdown.note import inside
    >>> reading, _, _ = inside("- On It. doi:10.1145/3292500.3330701, arXiv:2506.13585", None)
    >>> {mention.identity for mention in reading.mentions}
    {('arxiv', '2506.13585')}
    """
    twins: dict[Identity, set[ArxivId]] = {}
    for arxiv, doi in _beside(reading):
        if arxiv.arxiv is not None:
            twins.setdefault(doi.identity, set()).add(attrs.evolve(arxiv.arxiv, version=None))
    several = [one for held in twins.values() for one in held]
    sure = {
        doi: one
        for doi, held in twins.items()
        for one in held
        if len(held) == 1 and several.count(one) == 1
    }
    if not sure:
        return reading
    mentions = tuple(
        attrs.evolve(x, arxiv=sure[x.identity]) if x.identity in sure else x
        for x in reading.mentions
    )
    return Reading(reading.blocks, reading.inlines, mentions)


def _beside(reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Return each arXiv id and DOI that are beside each other in a line, or in fields."""
    for number, held in reading.by_block.items():
        papers = [mention for mention in held if mention.is_paper]
        for first, second in pairwise(papers):
            pair = _pair(first, second)
            if pair and _is_one_work(reading, number, first, second) and _are_alone(papers, pair):
                yield pair
    fields: dict[tuple[int, ...], list[Mention]] = {}
    others: set[tuple[int, ...]] = set()
    for number, block in enumerate(reading.blocks):
        if block.items and reading.is_field(block):
            papers = [x for x in reading.by_block.get(number, ()) if x.is_paper]
            fields.setdefault(block.path[:-1], []).extend(papers)
            others.update([] if papers else [block.path[:-1]])
    for path, papers in fields.items():
        # A list of ids alone is of several works.
        if path in others and len({mention.identity for mention in papers}) == 2:
            pair = _pair(papers[0], next(x for x in papers if x.identity != papers[0].identity))
            if pair:
                yield pair
    yield from _under_items(reading)


def _under_items(reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Return the arXiv id and the DOI under an item that cites a work: a sub-item for each."""
    under: dict[int, list[Mention]] = {}
    for number, held in reading.by_block.items():
        items = [item for item in reading.blocks[number].items if item > 0]
        papers = [mention for mention in held if mention.is_paper]
        first = reading.first_blocks.get(items[-2]) if len(items) > 1 else None
        if first is None or len({x.identity for x in papers}) != 1:
            continue
        words = _ADDRESS.sub(" ", reading.inlines[number].text).split()
        if not reading.by_block.get(first) and len(words) <= _MOST_OF_LABEL:
            under.setdefault(first, []).append(papers[0])
    for papers in under.values():
        if len(papers) == 2 and (pair := _pair(*papers)):
            yield pair


def _pair(first: Mention, second: Mention) -> tuple[Mention, Mention] | None:
    """Return an arXiv id and a DOI in this order, or nothing if both are of one kind."""
    if first.arxiv is not None and second.doi is not None and second.arxiv is None:
        return first, second
    if second.arxiv is not None and first.doi is not None and first.arxiv is None:
        return second, first
    return None


def _is_one_work(reading: Reading, number: int, first: Mention, second: Mention) -> bool:
    """Return whether nothing between two ids says that they are of two works."""
    between = reading.inlines[number].text[first.end : second.start]
    told = max(len(first.text.split()), len(second.text.split()))
    short = len(between) <= _LONGEST and len(between.split()) <= _MOST_WORDS
    # In a block of several entries, each has a line of its own.
    parted = "\n" in between and len({x.identity for x in reading.by_block[number]}) > 2
    return short and not parted and not _OF_ANOTHER.search(between) and told <= _MOST_WORDS


def _are_alone(papers: list[Mention], pair: tuple[Mention, Mention]) -> bool:
    """Return whether the other ids of a block are as many of each kind, or there are none."""
    kinds = [mention.arxiv is not None for mention in papers]
    return len({x.identity for x in papers}) == 2 or (
        len(papers) % 2 == 0
        and all(a != b for a, b in zip(kinds[::2], kinds[1::2], strict=True))
        and papers.index(pair[0]) // 2 == papers.index(pair[1]) // 2
    )
