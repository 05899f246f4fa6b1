"""The comparison of the groups of two lists, apart from the people."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable
from typing import TypeAlias

import attrs

from refcore.compare.chain import longest_increasing
from refcore.compare.groups import core, group_variant, same_group
from refcore.compare.kinds import DifferenceKind
from refcore.compare.listing import MOST_PAIRS, Listing
from refcore.compare.result import Difference

__all__ = ["GroupFinding", "compare_groups"]


_Make: TypeAlias = Callable[["_Named", "_Named"], Difference]


@attrs.frozen
class _Named:
    """A group of one list; `glued` if one string names it together with a person.

    `place` is its place among the groups of the list. `before` and `after` count the
    people on either side of it.
    """

    shown: str
    position: int
    glued: bool
    place: int
    before: int
    after: int

    @property
    def at_head(self) -> bool:
        """Whether the group comes before all people."""
        return not self.before

    @property
    def at_edge(self) -> bool:
        """Whether the group comes before all people or after them, as groups usually do."""
        return not self.before or not self.after


@attrs.frozen
class GroupFinding:
    """How the groups compare: their pairs, how many match, and how many the claim lacks."""

    pairs: tuple[Difference, ...]
    matched: int
    unlisted: int

    @property
    def other(self) -> bool:
        """Whether the claim names another organisation."""
        return any(pair.kind is DifferenceKind.OTHER_GROUP for pair in self.pairs)


def _groups(listing: Listing) -> list[_Named]:
    found: list[_Named] = []
    total = len(listing.people())
    before = 0
    for entry in listing.entries:
        shown = entry.shown if entry.group else entry.glued
        person = not entry.group
        if shown:
            after = total - before - person
            place = len(found) + 1
            found.append(_Named(shown, entry.position, person, place, before, after))
        before += person
    return found


def compare_groups(claimed: Listing, actual: Listing) -> GroupFinding:
    """Pair the groups of two lists, and say of each whether it matches.

    An unmatched group before or after the people is paired with a missing one: the claim
    names another organisation. One among the people is paired with a missing one at the
    same place, or else counts as added.
    """
    left, right = _groups(claimed), _groups(actual)
    if not left and not right:
        return GroupFinding((), 0, 0)
    places = ({one.position: one.place for one in left}, {one.position: one.place for one in right})
    pairs = _pair_equal(left, right)
    if len(left) * len(right) <= MOST_PAIRS:
        _pair_joined(left, right, pairs)
    matched = len(pairs)
    if matched > 1:
        breaking = not claimed.people() and not actual.people()
        pairs = _in_their_order(pairs, places, breaking=breaking)
    pairs += _pair_by(left, right, _edge, _other) + _pair_by(left, right, _among, _other)
    if any(one.at_edge for one in left):
        among = [one for one in left if not one.at_edge]
        left = [one for one in left if one.at_edge]
        pairs += _pair_by(left, right, lambda _: True, _other)
        left += among
    unlisted = len(right)
    alone = not matched and not claimed.people() and bool(actual.people())
    pairs += [_extra(one, alone=alone) for one in left]
    pairs += [_missing(one) for one in right]
    return GroupFinding(tuple(pairs), matched, unlisted)


def _edge(one: _Named) -> Hashable:
    return one.at_edge or None


def _among(one: _Named) -> Hashable:
    return None if one.at_edge else one.before


def _pair_by(
    left: list[_Named], right: list[_Named], key: Callable[[_Named], Hashable], make: _Make
) -> list[Difference]:
    """Pair groups with equal keys in order and remove them from both lists; skip key None."""
    waiting: dict[Hashable, deque[_Named]] = defaultdict(deque)
    for other in right:
        waiting[key(other)].append(other)
    pairs, rest, taken = [], [], set()
    for one in left:
        value = key(one)
        if value is not None and waiting.get(value):
            other = waiting[value].popleft()
            taken.add(other.position)
            pairs.append(make(one, other))
        else:
            rest.append(one)
    left[:] = rest
    right[:] = [other for other in right if other.position not in taken]
    return pairs


def _pair_equal(left: list[_Named], right: list[_Named]) -> list[Difference]:
    pairs = _pair_by(left, right, lambda one: one.shown, _same)
    if len(left) * len(right) > MOST_PAIRS:
        return pairs + _pair_by(left, right, lambda one: core(one.shown), _same)
    for one in list(left):
        for other in right:
            if same_group(one.shown, other.shown):
                left.remove(one)
                right.remove(other)
                pairs.append(_same(one, other))
                break
    return pairs


def _pair_joined(left: list[_Named], right: list[_Named], pairs: list[Difference]) -> None:
    # "Gemini Team, Google" is two authors on arXiv, and one author in many references.
    for wholes, candidates, split in ((left, right, False), (right, left, True)):
        for whole in list(wholes):
            parts = _parts(whole, candidates)
            if parts:
                wholes.remove(whole)
                pairs.append(_joined(whole, parts, split=split))
                for part in parts:
                    candidates.remove(part)


def _in_their_order(
    pairs: list[Difference], places: tuple[dict[int, int], dict[int, int]], *, breaking: bool
) -> list[Difference]:
    """Mark the groups that are in another order; this makes only a list of groups wrong."""
    pairs = sorted(pairs, key=lambda pair: pair.claimed_position or 0)
    kept = set(longest_increasing([pair.actual_position or 0 for pair in pairs]))
    kind = DifferenceKind.MOVED if breaking else DifferenceKind.GROUP_VARIANT
    found = []
    for index, pair in enumerate(pairs):
        if index not in kept:
            here, there = (
                places[0][pair.claimed_position or 0],
                places[1][pair.actual_position or 0],
            )
            rule = f"{pair.actual} moved from {there} to {here} among the groups"
            if here == there:
                rule = f"{pair.actual} is at another place among the groups"
            pair = attrs.evolve(pair, kind=kind, rule=rule, suggestion=pair.actual)
        found.append(pair)
    return found


def _parts(whole: _Named, candidates: list[_Named]) -> list[_Named]:
    words = set(core(whole.shown))
    parts = [part for part in candidates if words.issuperset(core(part.shown))]
    covered = {word for part in parts for word in core(part.shown)}
    return parts if len(parts) > 1 and covered == words else []


def _same(one: _Named, other: _Named) -> Difference:
    kind = DifferenceKind.GROUP_VARIANT
    rule = f"{one.shown}: {group_variant(one.shown, other.shown)}"
    if one.glued != other.glued:
        kind = DifferenceKind.GROUP_GLUED
        rule = f"the group {one.shown} is written in one with a person's name"
    elif one.shown == other.shown and one.at_head != other.at_head:
        rule = f"the group {one.shown} is at another place among the people"
    elif one.shown == other.shown:
        kind, rule = DifferenceKind.SAME, "the same group"
    return Difference(kind, one.position, other.position, one.shown, other.shown, (), rule)


def _joined(whole: _Named, parts: list[_Named], *, split: bool) -> Difference:
    shown = ", ".join(part.shown for part in parts)
    rule = f"{whole.shown} and {shown} name the same groups"
    positions = (whole.position, parts[0].position)
    names = (whole.shown, shown)
    if split:
        positions, names = positions[::-1], names[::-1]
    return Difference(DifferenceKind.GROUP_VARIANT, *positions, *names, (), rule)


def _other(one: _Named, other: _Named) -> Difference:
    rule = f"{one.shown} is another group than {other.shown}"
    return Difference(
        DifferenceKind.OTHER_GROUP,
        one.position,
        other.position,
        one.shown,
        other.shown,
        (),
        rule,
        other.shown,
    )


def _extra(one: _Named, *, alone: bool) -> Difference:
    kind = DifferenceKind.OTHER_GROUP if alone else DifferenceKind.GROUP_EXTRA
    rule = f"the group {one.shown} is not among the actual authors"
    if alone:
        rule = f"{one.shown} is given in place of the authors, but is not among them"
    elif one.glued:
        kind = DifferenceKind.GROUP_GLUED
        rule = f"the group {one.shown} is written in one with a person's name"
    return Difference(kind, one.position, None, one.shown, "", (), rule)


def _missing(one: _Named) -> Difference:
    rule = f"the group {one.shown} is missing"
    return Difference(
        DifferenceKind.GROUP_MISSING, None, one.position, "", one.shown, (), rule, one.shown
    )
