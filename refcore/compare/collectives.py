"""The groups of two lists, compared apart from the people."""

from __future__ import annotations

import attrs

from refcore.compare.chain import longest_increasing
from refcore.compare.groups import core, group_variant, same_group
from refcore.compare.kinds import DifferenceKind
from refcore.compare.listing import Listing
from refcore.compare.result import Difference

__all__ = ["GroupFinding", "compare_groups"]


@attrs.frozen
class _Named:
    """A group of one list; glued where it stands in one string with a person."""

    shown: str
    position: int
    glued: bool
    at_head: bool


@attrs.frozen
class GroupFinding:
    """How the groups compare; `stands_alone` where a group that matches is the whole claim."""

    pairs: tuple[Difference, ...]
    matched: int
    unlisted: int

    @property
    def other(self) -> bool:
        """Whether the claim names another organisation."""
        return any(pair.kind is DifferenceKind.OTHER_GROUP for pair in self.pairs)


def _groups(listing: Listing) -> list[_Named]:
    found = []
    at_head = True
    for entry in listing.entries:
        if entry.group:
            found.append(_Named(entry.shown, entry.position, False, at_head))
        elif entry.glued:
            found.append(_Named(entry.glued, entry.position, True, at_head))
        at_head = at_head and entry.group
    return found


def compare_groups(claimed: Listing, actual: Listing) -> GroupFinding:
    """Pair the groups of two lists and say how each stands."""
    left, right = _groups(claimed), _groups(actual)
    if not left and not right:
        return GroupFinding((), 0, 0)
    pairs: list[Difference] = []
    _pair_equal(left, right, pairs)
    _pair_joined(left, right, pairs)
    matched = len(pairs)
    if matched > 1:
        breaking = not claimed.people() and not actual.people()
        pairs = _in_their_order(pairs, breaking=breaking)
    for one, other in zip(list(left), list(right), strict=False):
        left.remove(one)
        right.remove(other)
        pairs.append(_other(one, other))
    unlisted = len(right)
    pairs += [_extra(one, claimed, actual, matched) for one in left]
    pairs += [_missing(one) for one in right]
    return GroupFinding(tuple(pairs), matched, unlisted)


def _pair_equal(left: list[_Named], right: list[_Named], pairs: list[Difference]) -> None:
    for equal in (lambda one, other: one == other, same_group):
        for one in list(left):
            for other in right:
                if equal(one.shown, other.shown):
                    left.remove(one)
                    right.remove(other)
                    pairs.append(_same(one, other))
                    break


def _pair_joined(left: list[_Named], right: list[_Named], pairs: list[Difference]) -> None:
    # "Gemini Team, Google" is two authors on arXiv, and one in many references.
    for one in list(left):
        parts = _parts(one, right)
        if parts:
            left.remove(one)
            pairs.append(_joined(one, parts, split=False))
            for part in parts:
                right.remove(part)
    for other in list(right):
        parts = _parts(other, left)
        if parts:
            right.remove(other)
            pairs.append(_joined(other, parts, split=True))
            for part in parts:
                left.remove(part)


def _in_their_order(pairs: list[Difference], *, breaking: bool) -> list[Difference]:
    """Mark the groups that stand in another order; it breaks a list of groups only."""
    pairs = sorted(pairs, key=lambda pair: pair.claimed_position or 0)
    kept = set(longest_increasing([pair.actual_position or 0 for pair in pairs]))
    kind = DifferenceKind.MOVED if breaking else DifferenceKind.GROUP_VARIANT
    found = []
    for index, pair in enumerate(pairs):
        if index not in kept:
            rule = f"{pair.actual} moved from {pair.actual_position} to {pair.claimed_position}"
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
        rule = f"the group {one.shown} stands at another place than the people"
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


def _extra(one: _Named, claimed: Listing, actual: Listing, matched: int) -> Difference:
    alone = not matched and not claimed.people() and bool(actual.people())
    kind = DifferenceKind.OTHER_GROUP if alone else DifferenceKind.GROUP_EXTRA
    rule = f"the group {one.shown} is not on the actual list"
    if alone:
        rule = f"{one.shown} stands for the authors, but is not on the actual list"
    elif one.glued:
        kind = DifferenceKind.GROUP_GLUED
        rule = f"the group {one.shown} is written in one with a person's name"
    return Difference(kind, one.position, None, one.shown, "", (), rule)


def _missing(one: _Named) -> Difference:
    rule = f"the group {one.shown} is not named"
    return Difference(
        DifferenceKind.GROUP_MISSING, None, one.position, "", one.shown, (), rule, one.shown
    )
