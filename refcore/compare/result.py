"""The results of a comparison: `NameComparison`, `Difference` and `AuthorComparison`."""

from __future__ import annotations

from typing import Any

import attrs

from refcore.compare.kinds import (
    BREAKING,
    CONTRADICTING,
    DifferenceKind,
    ListVerdict,
    VariantKind,
)

__all__ = ["AuthorComparison", "Difference", "NameComparison"]

_NOT_SHOWN = frozenset({DifferenceKind.SAME})


@attrs.frozen(slots=True)
class NameComparison:
    """The comparison of two names: same, variant, or a contradiction with its reason."""

    kind: DifferenceKind
    variant: tuple[VariantKind, ...] = ()
    rule: str = ""

    @property
    def can_be_same(self) -> bool:
        """Whether both names can be one person's."""
        return self.kind not in CONTRADICTING


@attrs.frozen(slots=True)
class Difference:
    """How one name of the claimed list relates to one of the actual list.

    Positions count the names of each list from 1, groups included, ``:`` and
    "et al." not. If a list has no such name, its position is None and its name empty.
    The rule, in words, counts people only. One finding has one rule, which both halves
    of a swap share, and so do all names of a run of more than three missing neighbours.
    """

    kind: DifferenceKind
    claimed_position: int | None
    actual_position: int | None
    claimed: str
    actual: str
    variant: tuple[VariantKind, ...] = ()
    rule: str = ""
    suggestion: str = ""

    @property
    def is_breaking(self) -> bool:
        """Whether this alone makes the list wrong."""
        return self.kind in BREAKING

    def to_dict(self) -> dict[str, Any]:
        """Return the difference as plain values for JSON."""
        return {
            "kind": self.kind.value,
            "claimed_position": self.claimed_position,
            "actual_position": self.actual_position,
            "claimed": self.claimed,
            "actual": self.actual,
            "variant": [kind.value for kind in self.variant],
            "rule": self.rule,
            "suggestion": self.suggestion,
            "is_breaking": self.is_breaking,
        }

    def __str__(self) -> str:
        return self.rule


@attrs.frozen(slots=True)
class AuthorComparison:
    """The comparison of a claimed author list with the actual one, name by name.

    `pairs` has every name of both lists, in order; `differences` leaves out
    the names that are the same. The counts are of people, without groups; `others`
    is what the claimed list says of more authors: False, True or a number.
    """

    verdict: ListVerdict
    pairs: tuple[Difference, ...]
    claimed_count: int
    actual_count: int
    others: bool | int = False

    @property
    def is_wrong(self) -> bool:
        """Whether the claimed list says something false."""
        return self.verdict.is_wrong

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The pairs that are not simply the same, in order."""
        return tuple(pair for pair in self.pairs if pair.kind not in _NOT_SHOWN)

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as plain values for JSON."""
        return {
            "verdict": self.verdict.value,
            "is_wrong": self.is_wrong,
            "claimed_count": self.claimed_count,
            "actual_count": self.actual_count,
            "others": self.others,
            "differences": [difference.to_dict() for difference in self.differences],
        }

    def __str__(self) -> str:
        head = f"{self.verdict}: {self.claimed_count} claimed, {self.actual_count} actual"
        if self.others is not False:
            more = "more" if self.others is True else f"{self.others} more"
            head += f", {more} said to be left out"
        lines = dict.fromkeys(difference.rule for difference in self.differences)
        return "\n".join([head, *(f"  {line}" for line in lines)])
