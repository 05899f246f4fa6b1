"""Whether two statements of one fact agree: the same, a variant, or different."""

from __future__ import annotations

import enum

import attrs

__all__ = ["Agreement", "FieldComparison"]


class Agreement(enum.StrEnum):
    """How a claimed value agrees with the record's.

    >>> [kind.value for kind in Agreement]
    ['same', 'variant', 'different']
    """

    SAME = "same"
    VARIANT = "variant"
    DIFFERENT = "different"


@attrs.frozen
class FieldComparison:
    """The comparison of one field of a reference with the record's.

    `difference` is a word for programs, such as ``preprint`` for a year. It is ``none`` where
    both sides say the same. `rule` says in a sentence why the two agree or differ.

    >>> FieldComparison("year", Agreement.SAME, "none", "2020", "2020", "the same year").kind.value
    'same'
    """

    field: str
    kind: Agreement
    difference: str
    claimed: str
    actual: str
    rule: str

    @property
    def is_different(self) -> bool:
        """Whether the claim and the record cannot both be true."""
        return self.kind is Agreement.DIFFERENT
