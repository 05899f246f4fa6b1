"""What an index knows about a reference, and the verdict that follows from it."""

from __future__ import annotations

from typing import Any

import attrs

from refcore.compare import AuthorComparison, TitleComparison
from refcore.compare.agreement import FieldComparison
from refcore.index.row import Row
from refcore.index.works import Proceedings
from refcore.verification.grounds import P_VALID, Ground
from refcore.verification.verdict import Verdict

__all__ = ["Known", "Weighed"]


@attrs.frozen
class Known:
    """What an index knows about a reference.

    `works` have its title or one like it, `by_doi` have its DOI, `whole` are the complete
    proceedings of its venue and year. `knows_venue` says whether there are proceedings
    of its venue in years around, `knows_prefix` whether any work has a DOI of the same
    registrant.
    """

    works: tuple[Row, ...] = ()
    by_doi: tuple[Row, ...] = ()
    whole: tuple[Proceedings, ...] = ()
    knows_venue: bool = False
    knows_prefix: bool = False


@attrs.frozen
class Weighed:
    """The verdict with its ground, the reason in words, and the work compared, if any.

    >>> Weighed(Verdict.SUSPECT, Ground.PLACEHOLDER, "the title is a placeholder").p_valid < 0.5
    True
    """

    verdict: Verdict
    ground: Ground
    reason: str
    work: Row | None = None
    title: TitleComparison | None = None
    authors: AuthorComparison | None = None
    fields: tuple[FieldComparison, ...] = ()

    @property
    def p_valid(self) -> float:
        """The probability that the reference names a real work as it is."""
        return P_VALID[self.ground]

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence as plain JSON values.

        Returns:
            A dict; parts without a value are None. No call raises an error.

        >>> Weighed(Verdict.UNCHECKED, Ground.NOWHERE, "no work is near").to_dict()["ground"]
        'nowhere'
        """
        work = self.work
        return {
            "ground": str(self.ground),
            "source": work.source if work else None,
            "key": work.key if work else None,
            "title": work.title if work else None,
            "venue": work.venue if work else None,
            "year": work.year if work else None,
            "doi": (work.doi or None) if work else None,
            "differing": [field.field for field in self.fields if field.is_different],
        }
