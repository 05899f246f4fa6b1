"""The comparison of two author lists: the verdict, and every difference between them."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from contextlib import nullcontext
from typing import Final

from refcore.collector import rarely_collecting
from refcore.compare.align import FREE, align
from refcore.compare.collectives import GroupFinding, compare_groups
from refcore.compare.identical import compare_identical
from refcore.compare.kinds import CONTRADICTING, MOVED, DifferenceKind, ListVerdict
from refcore.compare.listing import Listing, read_listing, reconcile
from refcore.compare.people import PeopleFinding, compare_people
from refcore.compare.result import AuthorComparison, Difference
from refcore.errors import InvalidName
from refcore.model.people import Authors

__all__ = ["compare_authors", "compare_in_full", "lacks_a_pair"]

_MISSING = (DifferenceKind.MISSING,)
_EXTRA = (DifferenceKind.EXTRA, DifferenceKind.DUPLICATE)
_LONG: Final = 5_000  # from so many names on, the garbage collector is paused
_MOST: Final = 100_000
# at most so many names at the end of a cut list may be missing by mistake
_FEW = 3


def compare_authors(
    claimed: Sequence[str] | Authors, actual: Sequence[str] | Authors
) -> AuthorComparison:
    """Compare an author list with the list that is known to be right.

    Args:
        claimed: The list to check: `Authors`, or names as a reference writes them (LaTeX, braces,
            ``Family, Given``, ``others``).
        actual: The right list: `Authors`, or names as a source writes them (``:`` after a
            collaboration).

    Returns:
        The verdict and every pair of names; see `AuthorComparison`.

    Raises:
        InvalidName: A list is not `Authors` and contains something other than texts, or the
            claimed one has more than 100,000.

    >>> comparison = compare_authors(["Bo Yang", "Bo Fei"], ["Bo Fei", "Bo Yang"])
    >>> print(comparison)
    order-differs: 2 claimed, 2 actual
      Bo Yang and Bo Fei are swapped (1 and 2)
    """
    if not isinstance(claimed, (str, Authors)) and _length(claimed) > _MOST:
        raise InvalidName(
            f"an author list of {len(claimed):,} texts is not compared: at most {_MOST:,}"
        )
    return compare_identical(claimed, actual) or compare_in_full(claimed, actual)


def compare_in_full(
    claimed: Sequence[str] | Authors, actual: Sequence[str] | Authors
) -> AuthorComparison:
    """Compare two author lists name by name, whether they are the same or not."""
    with rarely_collecting() if _length(claimed) > _LONG else nullcontext():
        return _compared(claimed, actual)


def _length(names: object) -> int:
    return len(names) if isinstance(names, Sized) else 0


def _compared(
    claimed: Sequence[str] | Authors, actual: Sequence[str] | Authors
) -> AuthorComparison:
    one, other = read_listing(claimed), read_listing(actual)
    reconcile(one, other)
    groups = compare_groups(one, other)
    people_claimed, people_actual = one.people(), other.people()
    alone = bool(groups.matched and not people_claimed and people_actual)
    known = bool(groups.matched and one.marks)
    people = compare_people(one, other, group_alone=alone, group_known=known)
    pairs = _in_order([*groups.pairs, *people.pairs])
    wrong_count = _wrong_count(one, other, people, groups)
    pairs += _left_out(one, other, people, groups, alone=alone)
    # A list that is itself cut cannot say how many names the other one leaves out.
    if wrong_count is not None and other.others is False:
        pairs.append(wrong_count)
    verdict = _verdict(one, other, people, groups, pairs, alone=alone)
    return AuthorComparison(
        verdict, tuple(pairs), len(people_claimed), len(people_actual), one.others
    )


def lacks_a_pair(claimed: Authors, actual: Sequence[str]) -> bool:
    """Return whether a name has no pair in the other list: then the claim is certainly wrong.

    This takes half the time of a comparison. False proves nothing: if there is a group, if a list
    is cut, or if all names have a pair, only the whole comparison tells.

    >>> from refcore.model.people import Person
    >>> bo = Authors([Person("Bo", "Fei")])
    >>> lacks_a_pair(bo, ["Ada Quill"]), lacks_a_pair(bo, ["Fei Bo"])
    (True, False)
    """
    one, other = read_listing(claimed), read_listing(actual)
    reconcile(one, other)
    if one.marks or other.marks or one.groups() or other.groups():
        return False
    if len(one.entries) != len(other.entries):
        return True
    found = align(
        [entry.parsed for entry in one.entries], [entry.parsed for entry in other.entries]
    )
    return FREE in found.left or FREE in found.right


def _in_order(pairs: list[Difference]) -> list[Difference]:
    """Place each name that only the actual list has after the name it follows there."""
    if all(pair.claimed_position is not None for pair in pairs):
        return sorted(pairs, key=lambda p: (p.claimed_position or 0, p.actual_position or 0))
    place = {
        pair.actual_position: pair.claimed_position
        for pair in pairs
        if pair.actual_position is not None
        and pair.claimed_position is not None
        and pair.kind not in MOVED
    }
    keyed = []
    after = 0
    for position in sorted({pair.actual_position or 0 for pair in pairs}):
        found = place.get(position)
        after = found if found is not None else after
        place.setdefault(position, after)
    for pair in pairs:
        if pair.claimed_position is not None:
            keyed.append((pair.claimed_position, 0, pair.actual_position or 0, pair))
        else:
            position = pair.actual_position or 0
            keyed.append((place.get(position, 0) or 0, 1, position, pair))
    return [item[3] for item in sorted(keyed, key=lambda item: item[:3])]


def _left_out(
    claimed: Listing,
    actual: Listing,
    people: PeopleFinding,
    groups: GroupFinding,
    *,
    alone: bool,
) -> list[Difference]:
    if not people.left_out or (not claimed.marks and not alone):
        return []
    first = actual.people()[people.left_out[0]]
    count = len(people.left_out)
    if alone and not claimed.marks:
        whole = "the only person" if count == 1 else f"all {count} people"
        rule = f"the group takes the place of {whole} of the actual list"
    else:
        rule = _left_out_rule(first.text, count, claimed.others, groups)
    return [Difference(DifferenceKind.TRUNCATED, None, first.position, "", first.text, (), rule)]


def _left_out_rule(first: str, count: int, said: bool | int, groups: GroupFinding) -> str:
    who = "1 author" if count == 1 else f"{count} authors"
    with_groups = said is not True and said == count + groups.unlisted != count
    if with_groups:
        who += f" and {_groups_not_named(groups)}"
    verb = "are" if count > 1 or with_groups else "is"
    agrees = said is True or said == count or with_groups
    return f"{who} {verb} left out, from {first} on" + (", as the list says" if agrees else "")


def _groups_not_named(groups: GroupFinding) -> str:
    names = [pair.actual for pair in groups.pairs if pair.kind is DifferenceKind.GROUP_MISSING]
    return f"the group{'s' if len(names) > 1 else ''} {', '.join(names)}"


def _wrong_count(
    claimed: Listing, actual: Listing, people: PeopleFinding, groups: GroupFinding
) -> Difference | None:
    said = claimed.others
    if isinstance(said, bool):
        return None
    left = len(people.left_out)
    if said in (left, left + groups.unlisted):
        return None
    rule = f"the list says that {said} more are left out; there are {left}"
    if groups.unlisted:
        rule += f", or {left + groups.unlisted} with {_groups_not_named(groups)}"
    ends = all(place == len(claimed.entries) for place, _ in claimed.marks)
    if ends and claimed.people() and 0 < left - said <= _FEW:
        names = [actual.people()[j].text for j in people.left_out[: left - said]]
        verb = "is" if len(names) == 1 else "are"
        rule += f"; or {_and(names)} {verb} missing at its end"
    return Difference(
        DifferenceKind.COUNT_WRONG, None, None, str(said), str(left), (), rule, str(left)
    )


def _and(names: list[str]) -> str:
    return " and ".join([part for part in (", ".join(names[:-1]), names[-1]) if part])


def _verdict(
    claimed: Listing,
    actual: Listing,
    people: PeopleFinding,
    groups: GroupFinding,
    pairs: list[Difference],
    *,
    alone: bool,
) -> ListVerdict:
    missing, extra = people.has(*_MISSING), people.has(*_EXTRA)
    if not actual.people() and groups.unlisted and not groups.matched:
        # A collaboration alone is a complete author list: a claim without it lacks an author.
        missing = True
    kinds = {pair.kind for pair in pairs}
    moved = not kinds.isdisjoint(MOVED)
    if not kinds.isdisjoint(CONTRADICTING) or missing + extra + moved > 1:
        return ListVerdict.WRONG
    if missing or extra or moved:
        if moved:
            return ListVerdict.ORDER_DIFFERS
        return ListVerdict.MISSING_AUTHORS if missing else ListVerdict.EXTRA_AUTHORS
    if DifferenceKind.OTHER_SCRIPT in kinds:
        return ListVerdict.NOT_COMPARED
    said = claimed.others
    if DifferenceKind.COUNT_WRONG in kinds:
        short = int(said) < len(people.left_out)
        return ListVerdict.MISSING_AUTHORS if short else ListVerdict.EXTRA_AUTHORS
    if said is not False or alone or people.has(DifferenceKind.TRUNCATED):
        return ListVerdict.TRUNCATED_OK
    if kinds <= {DifferenceKind.SAME}:
        return ListVerdict.MATCH
    return ListVerdict.MATCH_WITH_VARIANT
