"""The verdict on a reference."""

from __future__ import annotations

import enum

__all__ = ["Verdict"]


class Verdict(enum.StrEnum):
    """The result of comparing a reference with a record.

    The value is for programs; `words` is the same for people.

    >>> Verdict("other-paper").words, Verdict("other paper") is Verdict.OTHER_PAPER
    ('other paper', True)
    """

    CONFIRMED = "confirmed"
    CONFIRMED_WITH_VARIANTS = "confirmed-with-variants"
    INCOMPLETE = "incomplete"
    SUSPECT = "suspect"
    CONTRADICTED = "contradicted"
    OTHER_PAPER = "other-paper"
    NOT_FOUND = "not-found"
    UNCHECKED = "unchecked"
    NOT_COVERED = "not-covered"  # no source could know it, such as a web page

    @property
    def words(self) -> str:
        """The verdict as people read it, with spaces."""
        return self.value.replace("-", " ")

    @classmethod
    def _missing_(cls, value: object) -> Verdict | None:
        # Versions before 0.2 wrote the values with spaces.
        spelt = str(value).replace(" ", "-")
        return next((verdict for verdict in cls if verdict.value == spelt), None)
