"""All that the check of one reference needs, gathered before any is made."""

from __future__ import annotations

import attrs

from refcore.model.claims import Claim
from refcore.model.reference import Reference
from refcore.records.lookup import Lookup
from refcore.records.record import Record
from refcore.verification.check import check
from refcore.verification.found import Found
from refcore.verification.report import Report
from refcore.verification.settle import with_evidence
from refcore.verification.weigh import Known, weigh, weigh_alone

__all__ = ["Job"]


@attrs.frozen
class Job:
    """One reference with what was looked up for it."""

    reference: Reference
    lookup: Lookup | None
    claims: tuple[Claim, ...] = ()
    related: tuple[Record, ...] = ()
    versions: tuple[Record, ...] = ()
    found: Found | None = None
    search_reason: str = ""
    is_label: bool = False
    names: tuple[str, ...] = ()
    known: Known | None = None
    today: int | None = None

    def run(self) -> Report:
        """Check the reference."""
        report = self._check()
        if self.today is None:
            return report
        alone = weigh_alone(self.reference, self.today)
        if alone is not None:
            return with_evidence(report, alone)
        if self.known is None:
            return report
        return with_evidence(report, weigh(self.reference, self.known, self.today))

    def _check(self) -> Report:
        return check(
            self.reference,
            self.lookup,
            claims=self.claims,
            related=self.related,
            versions=self.versions,
            found=self.found,
            search_reason=self.search_reason,
            is_label=self.is_label,
            names=self.names,
        )
