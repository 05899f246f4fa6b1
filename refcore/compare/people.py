"""The comparison of the people of two lists: pairs, and missing, extra or moved names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

import attrs

from refcore.compare.align import Alignment, align
from refcore.compare.contradiction import MISSPELT, contradiction, likeness
from refcore.compare.given import Kinds
from refcore.compare.kinds import DifferenceKind, VariantKind
from refcore.compare.leftovers import Leftovers, explain
from refcore.compare.listing import ListedName, Listing
from refcore.compare.parsed import parse
from refcore.compare.persons import compared
from refcore.compare.result import Difference

__all__ = ["PeopleFinding", "compare_people"]

# A longer run of missing neighbours shares one rule.
_SHORT_RUN: Final = 3
_REJOINED: Kinds = frozenset({VariantKind.HYPHEN_SPACE})


@attrs.define
class PeopleFinding:
    """The pairs of people, and how many people the list itself says it leaves out."""

    pairs: list[Difference] = attrs.Factory(list)
    left_out: list[int] = attrs.Factory(list)

    def has(self, *kinds: DifferenceKind) -> bool:
        """Return whether any pair is of one of the kinds."""
        return any(pair.kind in kinds for pair in self.pairs)


@attrs.frozen
class _Work:
    """Two lists of people, with the findings so far."""

    claimed: list[ListedName]
    actual: list[ListedName]
    found: Alignment
    left: Leftovers
    first_copies: dict[str, int]


def compare_people(
    claimed: Listing, actual: Listing, *, group_alone: bool, group_known: bool = False
) -> PeopleFinding:
    """Compare the people of two lists.

    `group_alone` says that the claim names only a group, which the actual list
    has too: then the claim covers all people of that list. `group_known` says
    that both lists name a group and the actual list names no people: then it
    cannot say who they are.

    Places in a rule count people only, from 1, each in its own list. A swap names
    places in the claimed list; "moved from 2 to 9" names the place on the actual
    list, then the place on the claimed one. If a group precedes them, the
    positions of the `Difference` are higher, and the rule says so.
    """
    one, other = claimed.people(), actual.people()
    tail = any(place == len(claimed.entries) for place, _ in claimed.marks)
    found = align(
        [entry.parsed for entry in one], [entry.parsed for entry in other], truncated=tail
    )
    left = explain(found, truncated=tail)
    work = _Work(one, other, found, left, _first_copies(one, found))
    result = PeopleFinding()
    for i in range(len(one)):
        difference = _claimed(work, i)
        if difference is not None:
            result.pairs.append(difference)
    licensed = _licensed(work, claimed, group_alone=group_alone)
    free = [j for j, i in enumerate(found.right) if i < 0]
    result.left_out = [j for j in free if j in licensed]
    for run in _runs([j for j in free if j not in licensed]):
        result.pairs += _missing(work, run)
    if actual.others is not False:
        result.pairs = [
            _excused(pair, "those that the actual list leaves out") for pair in result.pairs
        ]
    elif group_known and not other:
        result.pairs = [_excused(pair, "the people of the group") for pair in result.pairs]
    return result


def _excused(pair: Difference, whom: str) -> Difference:
    # The actual list is incomplete: it says so itself, or names a group without its people.
    if pair.kind is not DifferenceKind.EXTRA:
        return pair
    rule = f"{pair.claimed} may be among {whom}"
    return attrs.evolve(pair, kind=DifferenceKind.TRUNCATED, rule=rule)


def _claimed(work: _Work, i: int) -> Difference | None:
    j = work.found.left[i]
    if i in work.left.merged:
        return _merged(work, i)
    if i in work.left.split:
        return _split(work, i)
    if i and i - 1 in work.left.split and work.left.split[i - 1][0] == i:
        return None
    if j < 0:
        return _extra(work, i)
    one, other = work.claimed[i], work.actual[j]
    if i in work.left.contradicting:
        found = contradiction(one.parsed, other.parsed)
        if found.kind is DifferenceKind.OTHER_SCRIPT:
            rule = f"{one.text} is not compared with {other.text}, which is in another script"
            return _difference(found.kind, one, other, rule)
        rule = f'"{one.text}" should be "{other.text}": {found.rule}'
        return _difference(found.kind, one, other, rule, suggestion=other.text)
    if i not in work.found.chained:
        return _moved(work, i, j)
    same = compared(_kinds(work, i, j))
    rule = same.rule
    if same.kind is not DifferenceKind.SAME:
        # Given name first, "Le, Teven" would look the same as the actual name.
        written = one.shown if one.text == other.text else one.text
        rule = f"{written} is {other.text}: {rule}"
    return Difference(
        same.kind, one.position, other.position, one.text, other.text, same.variant, rule
    )


def _kinds(work: _Work, i: int, j: int) -> Kinds:
    # Names of one spelling are paired even if their elements differ (Pin-Yu, PinY-u).
    kinds = work.found.kinds(i, j)
    return _REJOINED if kinds is None else kinds


def _difference(
    kind: DifferenceKind, one: ListedName, other: ListedName, rule: str, *, suggestion: str = ""
) -> Difference:
    return Difference(
        kind, one.position, other.position, one.text, other.text, (), rule, suggestion
    )


def _moved(work: _Work, i: int, j: int) -> Difference:
    one, other = work.claimed[i], work.actual[j]
    variant = compared(_kinds(work, i, j)).variant
    if i in work.found.swaps:
        kind, rule = DifferenceKind.SWAPPED, _swapped_rule(work, i, work.found.swaps[i])
    else:
        kind, rule = DifferenceKind.MOVED, _moved_rule(work, i, j)
    return Difference(
        kind, one.position, other.position, one.text, other.text, variant, rule, other.text
    )


def _swapped_rule(work: _Work, i: int, k: int) -> str:
    first, second = sorted((i, k))
    names = f"{work.claimed[first].text} and {work.claimed[second].text}"
    counted = _counted(work, [i, k], [work.found.left[i], work.found.left[k]])
    return f"{names} are swapped ({first + 1} and {second + 1}{counted})"


def _moved_rule(work: _Work, i: int, j: int) -> str:
    name = work.actual[j].text
    if i == j:
        here, there = _place(work.claimed, i), _place(work.actual, j)
        return f"{name} moved: it is {here}, and {there} on the actual list"
    return f"{name} moved from {j + 1} to {i + 1}{_counted(work, [i], [j])}"


def _counted(work: _Work, claimed: list[int], actual: list[int]) -> str:
    # Positions count groups; a reader who counts authors does not.
    same = all(work.claimed[i].position == i + 1 for i in claimed)
    same = same and all(work.actual[j].position == j + 1 for j in actual)
    return "" if same else ", groups not counted"


def _place(people: list[ListedName], place: int) -> str:
    return f"after {people[place - 1].text}" if place else "at the head of the list"


def _first_copies(claimed: list[ListedName], found: Alignment) -> dict[str, int]:
    """Return the first place of each paired name, by its spelling."""
    copies: dict[str, int] = {}
    if -1 in found.left:
        for i, entry in enumerate(claimed):
            if found.left[i] >= 0:
                copies.setdefault(entry.parsed.spelling_key, i)
    return copies


def _extra(work: _Work, i: int) -> Difference:
    one = work.claimed[i]
    first = work.first_copies.get(one.parsed.spelling_key)
    if first is not None:
        counted = _counted(work, [first], [])
        rule = f"{one.text} is listed a second time (first at {first + 1}{counted})"
        kind = DifferenceKind.DUPLICATE
    else:
        rule = f"{one.text} is not among the actual authors"
        kind = DifferenceKind.EXTRA
    return Difference(kind, one.position, None, one.text, "", (), rule)


def _runs(places: list[int]) -> Iterator[list[int]]:
    """Yield the runs of neighbours among rising places."""
    start = 0
    for end in range(1, len(places) + 1):
        if end == len(places) or places[end] != places[end - 1] + 1:
            yield places[start:end]
            start = end


def _missing(work: _Work, run: list[int]) -> Iterator[Difference]:
    shared = _run_rule(work, run) if len(run) > _SHORT_RUN else ""
    for j in run:
        other = work.actual[j]
        rule = shared or f"{other.text} is missing {_place(work.actual, j)}"
        yield Difference(
            DifferenceKind.MISSING, None, other.position, "", other.text, (), rule, other.text
        )


def _run_rule(work: _Work, run: list[int]) -> str:
    first, last = work.actual[run[0]].text, work.actual[run[-1]].text
    if len(run) == len(work.actual):
        return f"all {len(run)} authors are missing, from {first} to {last}"
    if run[-1] == len(work.actual) - 1:
        return f"{len(run)} authors are missing at the end, from {first} on"
    where = _place(work.actual, run[0])
    return f"{len(run)} authors are missing {where}, from {first} to {last}"


def _merged(work: _Work, i: int) -> Difference:
    start, last = work.left.merged[i]
    texts = [entry.text for entry in work.actual[start : last + 1]]
    one, first = work.claimed[i], work.actual[start]
    names = ", ".join(texts)
    if len(texts) == 2:
        rule = f"{one.shown} runs two authors together: {texts[0]} and {texts[1]}"
        rest = " ".join(one.parsed.words[: one.parsed.family_start])
        if (
            one.parsed.known
            and rest
            and likeness(parse(rest), work.actual[last].parsed) == MISSPELT
        ):
            rule += f'; "{rest}" should be "{texts[1]}"'
    else:
        rule = f"one name runs {len(texts)} authors together, from {texts[0]} to {texts[-1]}"
    return Difference(
        DifferenceKind.MERGED, one.position, first.position, one.text, names, (), rule, names
    )


def _split(work: _Work, i: int) -> Difference:
    after, j = work.left.split[i]
    one, two, other = work.claimed[i], work.claimed[after], work.actual[j]
    rule = f"{one.text} and {two.text} are one author: {other.text}"
    return Difference(
        DifferenceKind.SPLIT,
        one.position,
        other.position,
        f"{one.text}, {two.text}",
        other.text,
        (),
        rule,
        other.text,
    )


def _licensed(work: _Work, claimed: Listing, *, group_alone: bool) -> set[int]:
    """Return the actual positions that a mark of the claimed list leaves out."""
    total = len(work.actual)
    if group_alone or (claimed.marks and not work.claimed):
        return set(range(total))
    licensed: set[int] = set()
    if not claimed.marks:
        return licensed
    positions, lasts, firsts = _bounds_of_names(work)
    for place in dict.fromkeys(place for place, _ in claimed.marks):
        at = bisect_right(positions, place)
        at_end = place == len(claimed.entries)
        if at and (at_end or at < len(positions)):
            licensed.update(range(lasts[at - 1] + 1, total if at_end else firsts[at]))
        licensed.update(_between_swapped(work, place))
    return licensed


def _between_swapped(work: _Work, place: int) -> Iterator[int]:
    """Yield the actual positions between two names that are swapped around a mark."""
    for i, k in work.found.swaps.items():
        if work.claimed[i].position <= place < work.claimed[k].position:
            yield from range(work.found.left[k] + 1, work.found.left[i])


def _bounds_of_names(work: _Work) -> tuple[list[int], list[int], list[int]]:
    """Return the claimed positions of the names in order, and which actual places they bound.

    For each name: the last actual place used up to it, and the first one used from it on.
    """
    in_order = work.found.chained | set(work.left.contradicting) | set(work.left.merged)
    in_order |= set(work.left.split)
    # Of two swapped names, the one that comes first on the actual list.
    in_order |= {i for i, k in work.found.swaps.items() if work.found.left[i] < work.found.left[k]}
    standing = sorted(in_order)
    ends = [work.left.merged.get(i, (work.found.left[i],) * 2) for i in standing]
    lasts = list(accumulate((last for _, last in ends), max))
    firsts = list(accumulate((first for first, _ in reversed(ends)), min))[::-1]
    return [work.claimed[i].position for i in standing], lasts, firsts
