"""How two names relate: `NameComparison`, and `Difference` with their places in two lists."""

from __future__ import annotations

from typing import Any

import attrs

from refcore.compare.kinds import BREAKING, CONTRADICTING, DifferenceKind, VariantKind

__all__ = ["Difference", "NameComparison"]


@attrs.frozen(slots=True)
class NameComparison:
    """The comparison of two names: same, variant, or a contradiction with its reason.

    >>> from refcore.compare import compare_names
    >>> found = compare_names("A. Chen", "Aili Chen")
    >>> found.kind.value, found.rule
    ('variant', 'initials in place of given names')
    """

    kind: DifferenceKind
    variant: tuple[VariantKind, ...] = ()
    rule: str = ""

    @property
    def can_be_same(self) -> bool:
        """Whether both names were compared and can be one person's."""
        return self.kind not in CONTRADICTING and self.kind is not DifferenceKind.OTHER_SCRIPT


@attrs.frozen(slots=True)
class Difference:
    """How one name of the claimed list relates to one of the actual list.

    Positions count the names of each list from 1, groups included, ``:`` and
    "et al." not. If a list has no such name, its position is None and its name empty.
    The rule, in words, counts people only. One finding has one rule, which both halves
    of a swap share, and so do all names of a run of more than three missing neighbours.

    >>> from refcore.compare import compare_authors
    >>> found = compare_authors(["Aili Chen", "Bo Fej"], ["Aili Chen", "Bo Fei"])
    >>> print(*found.differences)
    "Bo Fej" should be "Bo Fei": the family name is spelt differently
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
        """Return the difference as plain values for JSON.

        Returns:
            The kind, both names with their places, and the rule.

        >>> from refcore.compare import compare_authors
        >>> found = compare_authors(["Bo Fey"], ["Bo Fei"]).differences[0].to_dict()
        >>> found["kind"], found["claimed"], found["actual"]
        ('misspelled', 'Bo Fey', 'Bo Fei')
        """
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
