"""What verification found out about one reference, as values."""

from __future__ import annotations

import enum
from typing import Any, Final

import attrs

from refcore.compare import AuthorComparison, Difference
from refcore.model.claims import Claim
from refcore.model.reference import Reference
from refcore.net.addresses import LinkAnswer
from refcore.records.record import Notice, Record
from refcore.verification.grounds import P_VALID
from refcore.verification.paper import NOTICES, PaperFinding
from refcore.verification.spans import Tone
from refcore.verification.verdict import Bearing, Verdict
from refcore.verification.weighed import Weighed

__all__ = ["ClaimFinding", "ClaimVerdict", "Outcome", "Verdict"]


class ClaimVerdict(enum.StrEnum):
    """Whether the record confirms what a note claims of an author list.

    >>> [verdict.value for verdict in ClaimVerdict]
    ['true', 'false', 'unchecked']
    """

    TRUE = "true"
    FALSE = "false"
    UNCHECKED = "unchecked"

    @property
    def tone(self) -> Tone:
        """The colour in reports.

        >>> ClaimVerdict.FALSE.tone.name
        'BAD'
        """
        return _TONES[self]


_TONES: Final = {
    ClaimVerdict.TRUE: Tone.GOOD,
    ClaimVerdict.FALSE: Tone.BAD,
    ClaimVerdict.UNCHECKED: Tone.UNSURE,
}


@attrs.frozen
class ClaimFinding:
    """A claim, whether it is true, and the reason in words.

    >>> from refcore.model.claims import ClaimKind
    >>> claim = Claim(ClaimKind.MORE_THAN, "over 50 authors", number=50)
    >>> ClaimFinding(claim, ClaimVerdict.TRUE, "arXiv lists 127 people").to_dict()["verdict"]
    'true'
    """

    claim: Claim
    verdict: ClaimVerdict
    reason: str

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as plain JSON values.

        Returns:
            What is claimed, where, and whether it is true.

        >>> from refcore.model.claims import ClaimKind
        >>> claim = Claim(ClaimKind.MORE_THAN, "over 50 authors", number=50)
        >>> ClaimFinding(claim, ClaimVerdict.FALSE, "arXiv lists 12 people").to_dict()["number"]
        50
        """
        return {
            "kind": str(self.claim.kind),
            "text": self.claim.text,
            "name": self.claim.name,
            "number": self.claim.number,
            "line": self.claim.location.line,
            "verdict": str(self.verdict),
            "reason": self.reason,
        }


@attrs.frozen
class Outcome:
    """The outcome for one reference.

    Attributes:
        reference: The reference.
        verdict: The verdict on the reference and its author list.
        reason: Why, in words.
        comparison: The comparison of the author lists, or None if none could be compared.
        record: The record with which the reference was compared.
        origin: Where the record was taken from: lock, cache, snapshot or network.
        findings: What differs in title, year and other fields, and notices such as retractions.
        claims: The claims of a note about the list, each with its verdict.
        related: Records that the lock file relates to the reference.
        evidence: What a local bibliography, or the record, says of title, venue and year.
        links: How the web addresses answered, if they were asked.
        article: The record of the article that a preprint became.
        others: Records of the reference's other identifiers, and of other makers.
        became: Notices that an index has about a work that was found by its title.
        accepted: Why a person accepted what was found, or None.
    """

    reference: Reference
    verdict: Verdict
    reason: str
    comparison: AuthorComparison | None = None
    record: Record | None = None
    origin: str = ""
    findings: tuple[PaperFinding, ...] = ()
    claims: tuple[ClaimFinding, ...] = ()
    related: tuple[Record, ...] = ()
    evidence: Weighed | None = None
    links: tuple[LinkAnswer, ...] = ()
    article: Record | None = None
    others: tuple[Record, ...] = ()
    became: tuple[Notice, ...] = ()
    accepted: str | None = None

    @property
    def p_valid(self) -> float:
        """The probability, from 0 to 1, that the reference names a real work as it is.

        What was not compared keeps one half. The figures are those of a public benchmark of
        invented references, see `refcore.verification.grounds`.
        """
        evidence = self.evidence
        speaks = evidence is not None and evidence.verdict is not Verdict.UNCHECKED
        if evidence is not None and (speaks or self.verdict is Verdict.UNCHECKED):
            return evidence.p_valid
        return P_VALID[self.verdict.row.ground]

    @property
    def notices(self) -> tuple[PaperFinding, ...]:
        """What became of the work: that it is retracted, withdrawn, corrected or of concern."""
        return tuple(found for found in self.findings if found.kind in NOTICES)

    @property
    def headline(self) -> str:
        """The reason in words, after what became of the work."""
        said = [found.rule for found in self.notices]
        return "; ".join(filter(None, [*said, self.reason]))

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The differences of the author list, in order; empty where none was compared."""
        return self.comparison.differences if self.comparison else ()

    @property
    def false_claims(self) -> tuple[ClaimFinding, ...]:
        """The claims that the record contradicts."""
        return tuple(found for found in self.claims if found.verdict is ClaimVerdict.FALSE)

    @property
    def is_contradicted(self) -> bool:
        """Whether anything that the reference or its note says is known to be wrong."""
        return self.verdict.row.bearing is Bearing.WRONG or bool(self.false_claims)

    @property
    def is_suspect(self) -> bool:
        """Whether something speaks against the reference, short of proof."""
        return self.verdict.row.bearing is Bearing.SUSPECT

    @property
    def is_confirmed(self) -> bool:
        """Whether the record confirms the reference and no claim about it is false."""
        return self.verdict.row.bearing is Bearing.RIGHT and not self.false_claims

    @property
    def outcome(self) -> str:
        """What the verdict and the claims together say for a run, in one word.

        It is right, wrong, suspect, open or outside; a false claim makes it wrong. What a
        person accepted is accepted.
        """
        if self.accepted is not None:
            return "accepted"
        return (Bearing.WRONG if self.false_claims else self.verdict.row.bearing).value

    def __bool__(self) -> bool:
        return self.is_confirmed

    @property
    def is_unchecked(self) -> bool:
        """Whether the reference could not be checked, or only a part of it."""
        return self.verdict.row.bearing is Bearing.OPEN
