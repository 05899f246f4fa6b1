"""`AuthorComparison`: the result of comparing two author lists, with its differences."""

from __future__ import annotations

from typing import Any

import attrs

from refcore.compare.difference import Difference, NameComparison
from refcore.compare.kinds import DifferenceKind, ListVerdict

__all__ = ["AuthorComparison", "Difference", "NameComparison"]

_NOT_SHOWN = frozenset({DifferenceKind.SAME})


@attrs.frozen(slots=True)
class AuthorComparison:
    """The comparison of a claimed author list with the actual one, name by name.

    `pairs` has every name of both lists, in order; `differences` leaves out
    the names that are the same. The counts are of people, without groups; `others`
    is what the claimed list says of more authors: False, True or a number.

    >>> from refcore.compare import compare_authors
    >>> found = compare_authors(["Aili Chen", "Bo Fej"], ["Aili Chen", "Bo Fei"])
    >>> found.verdict.value, found.claimed_count, [pair.kind.value for pair in found.pairs]
    ('wrong', 2, ['same', 'misspelled'])
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
    def is_right(self) -> bool:
        """Whether every name of the claimed list was compared and is right."""
        return self.verdict.is_right

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The pairs that are not simply the same, in order."""
        return tuple(pair for pair in self.pairs if pair.kind not in _NOT_SHOWN)

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as plain values for JSON.

        Returns:
            The verdict, the counts and the differences.

        >>> from refcore.compare import compare_authors
        >>> compare_authors(["Bo Fei"], ["Bo Fei"]).to_dict()["verdict"]
        'match'
        """
        return {
            "verdict": self.verdict.value,
            "is_wrong": self.is_wrong,
            "claimed_count": self.claimed_count,
            "actual_count": self.actual_count,
            "others": self.others,
            "differences": [difference.to_dict() for difference in self.differences],
        }

    def to_records(self) -> list[dict[str, Any]]:
        """Return one flat row a pair of names, also of those that are the same, for pandas.

        Returns:
            The rows, in the order of the pairs.

        >>> from refcore.compare import compare_authors
        >>> [row["kind"] for row in compare_authors(["Bo Fei"], ["Bo Fei", "Al Go"]).to_records()]
        ['same', 'missing']
        """
        rows = (pair.to_dict() for pair in self.pairs)
        return [{**row, "variant": "; ".join(row["variant"])} for row in rows]

    def _repr_html_(self) -> str:
        from refcore.compare.table import comparison_table
        from refcore.text.hypertext import element
        from refcore.text.notebook import in_notebook

        table = comparison_table(self.pairs, "Claimed", "Actual") if self.pairs else None
        return in_notebook("authors", element("p", self._head), table)

    @property
    def _head(self) -> str:
        head = f"{self.verdict}: {self.claimed_count} claimed, {self.actual_count} actual"
        if self.others is not False:
            more = "more" if self.others is True else f"{self.others} more"
            head += f", {more} said to be left out"
        return head

    def __str__(self) -> str:
        lines = dict.fromkeys(difference.rule for difference in self.differences)
        return "\n".join([self._head, *(f"  {line}" for line in lines)])
