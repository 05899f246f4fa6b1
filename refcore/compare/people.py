"""The people of two lists: every pair, and what is missing, extra, moved or left out."""

from __future__ import annotations

import attrs

from refcore.compare.align import Alignment, align
from refcore.compare.contradiction import contradiction
from refcore.compare.given import Kinds
from refcore.compare.kinds import DifferenceKind, VariantKind
from refcore.compare.leftovers import Leftovers, explain
from refcore.compare.listing import Entry, Listing
from refcore.compare.persons import compared
from refcore.compare.result import Difference

__all__ = ["PeopleFinding", "compare_people"]

_REJOINED: Kinds = frozenset({VariantKind.HYPHEN_SPACE})


@attrs.define
class PeopleFinding:
    """The pairs of people, and how many the list leaves out as it says."""

    pairs: list[Difference] = attrs.Factory(list)
    left_out: list[int] = attrs.Factory(list)

    def has(self, *kinds: DifferenceKind) -> bool:
        """Whether any pair is of one of the kinds."""
        return any(pair.kind in kinds for pair in self.pairs)


@attrs.frozen
class _Work:
    """Two lists of people with what has been found between them."""

    claimed: list[Entry]
    actual: list[Entry]
    found: Alignment
    left: Leftovers


def compare_people(claimed: Listing, actual: Listing, *, group_alone: bool) -> PeopleFinding:
    """Compare the people of two lists.

    `group_alone` says that the claim names only a group which the actual list
    has too, so that it stands for all of its people.
    """
    one, other = claimed.people(), actual.people()
    tail = any(place == len(claimed.entries) for place, _ in claimed.marks)
    found = align(
        [entry.parsed for entry in one], [entry.parsed for entry in other], truncated=tail
    )
    work = _Work(one, other, found, explain(found, truncated=tail))
    result = PeopleFinding()
    swaps = _swaps(found)
    for i in range(len(one)):
        difference = _claimed(work, i, swaps)
        if difference is not None:
            result.pairs.append(difference)
    licensed = _licensed(work, claimed, group_alone=group_alone)
    for j, i in enumerate(found.right):
        if i < 0:
            if j in licensed:
                result.left_out.append(j)
            else:
                result.pairs.append(_missing(work, j))
    if actual.others is not False:
        result.pairs = [_excused(pair, len(one)) for pair in result.pairs]
    return result


def _excused(pair: Difference, count: int) -> Difference:
    # The actual list says itself that it is not whole.
    del count
    if pair.kind is not DifferenceKind.EXTRA:
        return pair
    rule = f"{pair.claimed} may be among those that the actual list leaves out"
    return attrs.evolve(pair, kind=DifferenceKind.TRUNCATED, rule=rule)


def _claimed(work: _Work, i: int, swaps: dict[int, int]) -> Difference | None:
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
        rule = f"{one.text} stands for {other.text}: {found.rule}"
        return _difference(found.kind, one, other, rule, suggestion=other.text)
    if i not in work.found.chained or i in swaps:
        return _moved(work, i, j, swaps)
    same = compared(_kinds(work, i, j))
    rule = same.rule
    if same.kind is not DifferenceKind.SAME:
        rule = f"{one.text} is {other.text}: {rule}"
    return Difference(
        same.kind, one.position, other.position, one.text, other.text, same.variant, rule
    )


def _kinds(work: _Work, i: int, j: int) -> Kinds:
    # Names of one spelling are paired even where their elements end elsewhere (Pin-Yu, PinY-u).
    kinds = work.found.kinds(i, j)
    return _REJOINED if kinds is None else kinds


def _difference(
    kind: DifferenceKind, one: Entry, other: Entry, rule: str, *, suggestion: str = ""
) -> Difference:
    return Difference(
        kind, one.position, other.position, one.text, other.text, (), rule, suggestion
    )


def _swaps(found: Alignment) -> dict[int, int]:
    """Give the pairs of the claimed list that stand at each other's place."""
    paired = [i for i, j in enumerate(found.left) if j >= 0]
    if len(paired) == len(found.chained):
        return {}
    rank = {j: place for place, j in enumerate(sorted(found.left[i] for i in paired))}
    target = {place: rank[found.left[i]] for place, i in enumerate(paired)}
    return {
        paired[place]: paired[goal]
        for place, goal in target.items()
        if goal != place and target[goal] == place
    }


def _moved(work: _Work, i: int, j: int, swaps: dict[int, int]) -> Difference:
    one, other = work.claimed[i], work.actual[j]
    variant = compared(_kinds(work, i, j)).variant
    if i in swaps:
        partner = work.claimed[swaps[i]]
        first, second = sorted((one, partner), key=lambda entry: entry.position)
        rule = (
            f"{first.text} and {second.text} are swapped ({first.position} and {second.position})"
        )
        kind = DifferenceKind.SWAPPED
    else:
        rule = f"{other.text} moved from {other.position} to {one.position}"
        kind = DifferenceKind.MOVED
    return Difference(
        kind, one.position, other.position, one.text, other.text, variant, rule, other.text
    )


def _extra(work: _Work, i: int) -> Difference:
    one = work.claimed[i]
    key = one.parsed.spelling_key
    twin = next(
        (
            entry
            for k, entry in enumerate(work.claimed)
            if k != i and work.found.left[k] >= 0 and entry.parsed.spelling_key == key
        ),
        None,
    )
    if twin is not None:
        rule = f"{one.text} is listed a second time (first at {twin.position})"
        kind = DifferenceKind.DUPLICATE
    else:
        rule = f"{one.text} is not on the actual list"
        kind = DifferenceKind.EXTRA
    return Difference(kind, one.position, None, one.text, "", (), rule)


def _missing(work: _Work, j: int) -> Difference:
    other = work.actual[j]
    where = f"after {work.actual[j - 1].text}" if j else "at the head of the list"
    rule = f"{other.text} is missing {where}"
    return Difference(
        DifferenceKind.MISSING, None, other.position, "", other.text, (), rule, other.text
    )


def _merged(work: _Work, i: int) -> Difference:
    first, second = (work.actual[j] for j in work.left.merged[i])
    one = work.claimed[i]
    names = f"{first.text}, {second.text}"
    rule = f"{one.text} runs two authors together: {first.text} and {second.text}"
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
    """Give the actual positions that a mark of the claimed list leaves out."""
    total = len(work.actual)
    if group_alone:
        return set(range(total))
    licensed: set[int] = set()
    for place, _ in claimed.marks:
        before, after = _around(work, place, len(claimed.entries))
        if before is not None and (after is not None or place == len(claimed.entries)):
            licensed.update(range(before + 1, total if after is None else after))
    return licensed


def _around(work: _Work, place: int, total: int) -> tuple[int | None, int | None]:
    """Give the last actual position before a mark and the first one behind it."""
    standing = work.found.chained | set(work.left.contradicting) | set(work.left.merged)
    standing |= set(work.left.split)
    before = after = None
    for i, entry in enumerate(work.claimed):
        if i not in standing:
            continue
        j = work.found.left[i]
        if entry.position <= place:
            last = work.left.merged[i][1] if i in work.left.merged else j
            before = last if before is None else max(before, last)
        elif place < total:
            after = j if after is None else min(after, j)
    return before, after
