"""Which author list belongs to which work: by place, nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from refcore.markdown.entries import entry_title
from refcore.markdown.links import Mention
from refcore.markdown.prose import BY_ELSEWHERE
from refcore.markdown.reading import REACH, Identity, Reading
from refcore.markdown.rules import Kind
from refcore.markdown.stretches import EMPTY, LABEL, Stretch, author_stretches
from refcore.markdown.titles import clean
from refcore.names.running import NameList
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = [
    "FoundList",
    "attach_lists",
    "find_lists",
    "some_authors",
    "without_homepages",
]

_SENTENCE_END = regex(widened(r"(?<!\bal)(?<![\s.(][^\W\d_])[.!?][\"”*_)\]]*\s+(?=[A-Z\"*“\[_])"))
# A work further after a list belongs to another sentence.
_NEAR = 3_000
# At most this many words are between "Berg et al." and the work that they wrote.
_FEW = 6
_ADJACENT = regex(r"[\s,:()*_\"”–—-]{0,6}")


@attrs.frozen
class FoundList:
    """An author list of a note, the line on which it begins, and the title set after it.

    `loose` says that people other than the authors may be meant. So it is if the words around the
    list do not say what its people did, or if the work is named far from it.
    """

    names: NameList
    line: int
    title: str = ""
    kind: Kind = Kind.MARKED
    block: int = -1
    loose: bool = False


def find_lists(reading: Reading, known: Mapping[int, NameList] = EMPTY) -> list[Stretch]:
    """Return all author lists of a note, in order.

    `known` are the lists of entries, by block: in those blocks only labels count.
    """
    return list(author_stretches(reading.blocks, reading.inlines, reading.by_block, known))


def without_homepages(reading: Reading, stretches: list[Stretch]) -> Reading:
    """Leave out links on the names in author lists, and links to ORCID."""
    names: dict[int, list[frozenset[str]]] = {}
    for stretch in stretches:
        own = frozenset(name.name for name in stretch.names.names)
        for block in range(stretch.block, stretch.last + 1):
            names.setdefault(block, []).append(own)
    kept = tuple(
        mention
        for mention in reading.mentions
        if mention.is_paper or not _is_homepage(mention, names.get(mention.block, []))
    )
    if len(kept) == len(reading.mentions):
        return reading  # with all that is known of it
    return Reading(reading.blocks, reading.inlines, kept)


def _is_homepage(mention: Mention, names: list[frozenset[str]]) -> bool:
    text = clean(mention.text)
    return "//orcid.org/" in mention.url or any(text in own for own in names[:REACH])


def attach_lists(reading: Reading, stretches: list[Stretch]) -> dict[Identity, FoundList]:
    """Attach its author list to each work; a full list goes before "et al."."""
    taken: dict[Identity, Stretch] = {}
    loose: dict[Identity, bool] = {}
    for index, stretch in enumerate(stretches):
        if stretch.kind is Kind.SOME:
            continue
        following = stretches[index + 1] if index + 1 < len(stretches) else None
        limit = following.names.start if following and following.block == stretch.block else None
        for mention in _targets(reading, stretch, limit):
            held = taken.get(mention.identity)
            if held is None or _better(stretch, held):
                taken[mention.identity] = stretch
                loose[mention.identity] = _is_loose(reading, stretch, mention)
                break
    return {
        identity: FoundList(
            held.names,
            held.line,
            _title_after(reading, held, identity),
            held.kind,
            held.block,
            loose[identity],
        )
        for identity, held in taken.items()
    }


def _is_loose(reading: Reading, stretch: Stretch, mention: Mention) -> bool:
    if mention.block != stretch.block:
        return stretch.rule is BY_ELSEWHERE
    start, end = sorted((stretch.names.end, mention.start))
    between = reading.inlines[stretch.block].text[min(start, mention.end) : end]
    if stretch.rule is BY_ELSEWHERE:
        return bool(between.strip(" (,[")) or mention.start < stretch.names.start
    return stretch.kind is Kind.SHORT and len(between.split()) > _FEW


def some_authors(
    reading: Reading, stretches: list[Stretch]
) -> Iterator[tuple[Identity, Stretch, str]]:
    """Return each list of some of a work's authors, with the work and the words over the list."""
    for stretch in stretches:
        work = next(_targets(reading, stretch, None), None) if stretch.kind is Kind.SOME else None
        if work is not None:
            yield work.identity, stretch, _said_of_some(reading, stretch)


def _said_of_some(reading: Reading, stretch: Stretch) -> str:
    """Return the words over, or before, a list of some of the authors."""
    if stretch.rule is LABEL:
        before = reading.inlines[stretch.block].text[: stretch.names.start]
        said = re.split(r"[\n.;|\x1f]", before)[-1]
    else:
        said = re.split(r"[.!?]\s", reading.inlines[stretch.block - 1].text)[-1]
    return clean(said).rstrip(": ")


def _title_after(reading: Reading, stretch: Stretch, identity: Identity) -> str:
    """Return the title after the names that open an entry of a list of references."""
    if stretch.kind not in (Kind.OPENING, Kind.SHORT):
        return ""
    text = reading.inlines[stretch.block].text
    _, after = reading.around(stretch.block, stretch.names.end - 1)
    for mention in after:
        if mention.start < stretch.names.end:
            continue
        if mention.identity == identity:
            stop = mention.end if mention.text else mention.start
            return entry_title(text, stretch.names.end, stop)
        if mention.is_paper:
            break
    return ""


def _better(new: Stretch, held: Stretch) -> bool:
    if held.kind == Kind.SHORT and new.kind == Kind.SHORT:
        return False
    return held.kind < Kind.WHOLE <= new.kind or (
        held.kind == Kind.SHORT and len(new.names.names) > len(held.names.names)
    )


def _targets(reading: Reading, stretch: Stretch, limit: int | None) -> Iterator[Mention]:
    """Return the works that a list may belong to, the likeliest first."""
    before, _ = reading.around(stretch.block, stretch.names.start)
    _, after = reading.around(stretch.block, stretch.names.end - 1)
    text = reading.inlines[stretch.block].text
    around = reading.covering(stretch.block, stretch.names.start)
    if around is not None and around.is_paper:
        yield around
    if stretch.kind in (Kind.SHORT, Kind.OPENING):
        yield from _for_opening(text, stretch, before, after, limit)
    elif stretch.kind == Kind.AFTER:
        yield from _for_after(text, stretch, before, after, limit)
    elif stretch.kind == Kind.BY:
        yield from _for_by(text, stretch, before, after, limit)
    else:
        papers = [m for m in (*before, *after) if m.is_paper]
        yield from papers
        if reading.blocks[stretch.place].kind == "row":
            yield from (*before, *after)
        elif not papers:
            yield from _in_scope(reading, stretch)


def _for_opening(
    text: str, stretch: Stretch, before: list[Mention], after: list[Mention], limit: int | None
) -> Iterator[Mention]:
    start, end = stretch.names.start, stretch.names.end
    first = before[0] if before and stretch.kind == Kind.SHORT else None
    if first and first.is_paper and _ADJACENT.fullmatch(text[first.end : start]):
        yield first
    for mention in after:
        if not mention.is_paper:
            continue
        if limit is not None and limit < mention.start:
            return
        between = text[end : mention.start]
        near = len(between) < 200 and not _SENTENCE_END.search(between)
        if near or (stretch.kind == Kind.OPENING and len(between) < 600):
            yield mention
        return


def _for_after(
    text: str, stretch: Stretch, before: list[Mention], after: list[Mention], limit: int | None
) -> Iterator[Mention]:
    """Return the link or id right before the list; else, after a title, the one that follows."""
    near = []
    for mention in before[:4]:
        between = text[mention.end : stretch.names.start]
        if len(between) > 60 or re.search(r"[\"”]|\w[.?!]\s", between[1:]):
            break
        if mention.is_paper or len(between) < 8:
            near.append(mention)
    yield from sorted(near, key=lambda mention: not mention.is_paper)
    for mention in after:
        if mention.is_paper and (limit is None or mention.start < limit):
            yield mention
            return


def _for_by(
    text: str, stretch: Stretch, before: list[Mention], after: list[Mention], limit: int | None
) -> Iterator[Mention]:
    start, end = stretch.names.start, stretch.names.end
    for mention in before:
        if start - mention.end > 200 or _SENTENCE_END.search(text, mention.end, start):
            break
        between = text[mention.end : start]
        if mention.is_paper or re.fullmatch(r"[\s,*_\"”’)(–—-]{0,6}by\s+", between):
            yield mention
    for mention in after:
        if mention.start - end > _NEAR or _SENTENCE_END.search(text, end, mention.start):
            break
        if limit is not None and limit < mention.start:
            break
        if mention.is_paper:
            yield mention


def _in_scope(reading: Reading, stretch: Stretch) -> Iterator[Mention]:
    block = reading.blocks[stretch.place]
    for mention in reading.nearest(stretch.place):
        held = reading.blocks[mention.block]
        if Kind.SHORT <= stretch.kind < Kind.MARKED and block.sections != held.sections:
            # A badge over the first heading belongs to the text below the heading.
            over = not held.path and len(block.sections) == 1 and reading.has_one_paper
            if not over:
                continue
        if reading.may_speak_of(stretch.place, mention):
            yield mention
