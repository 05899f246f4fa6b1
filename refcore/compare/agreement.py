"""Whether two statements of one fact agree: the same, a variant, or different."""

from __future__ import annotations

import enum

import attrs

__all__ = ["Agreement", "FieldComparison"]


class Agreement(enum.StrEnum):
    """How what is claimed agrees with what a record says."""

    SAME = "same"
    VARIANT = "variant"
    DIFFERENT = "different"


@attrs.frozen
class FieldComparison:
    """One field of a reference beside the record's.

    `difference` is a word for programs, such as ``preprint`` for a year, and ``none`` where
    both say the same; `rule` says in a sentence why the two agree or differ.
    """

    field: str
    kind: Agreement
    difference: str
    claimed: str
    actual: str
    rule: str

    @property
    def is_different(self) -> bool:
        """Whether the two cannot both be true."""
        return self.kind is Agreement.DIFFERENT
