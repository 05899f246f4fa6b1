"""`Report`: what verification found out about one reference, and how it is shown."""

from __future__ import annotations

from typing import Any

import attrs

from refcore.records.record import Notice, Record
from refcore.verification.case import identifiers_of
from refcore.verification.columns import row_of
from refcore.verification.html.notebook import report_html
from refcore.verification.outcome import ClaimFinding, ClaimVerdict, Outcome, Verdict
from refcore.verification.text import render
from refcore.verification.verdict import Bearing

__all__ = ["ClaimFinding", "ClaimVerdict", "Report", "Verdict"]


@attrs.frozen
class Report(Outcome):
    """The outcome for one reference, in printable form; see `Outcome` for its fields.

    `str(report)` is written for people, `to_dict` for programs.

    >>> from refcore.model import Reference
    >>> from refcore.records.sources import Sources
    >>> from refcore.verification.verify import verify
    >>> report = verify(Reference("k", title="On Moss"), arxiv=Sources())
    >>> print(report)
    k: unchecked: no identifier to check
    >>> report.to_dict()["verdict"], report.is_confirmed
    ('unchecked', False)
    """

    def __str__(self) -> str:
        return render(self)

    def _repr_html_(self) -> str:
        return report_html(self)

    def to_record(self) -> dict[str, Any]:
        """Return the report as one row of a table: flat values by the columns of docs/python.md.

        Returns:
            The columns and their values.

        >>> from refcore.model import Reference
        >>> Report(Reference("a"), Verdict.NOT_FOUND, "no such paper").to_record()["verdict"]
        'not-found'
        """
        return row_of(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain JSON values; docs/json.md describes them.

        Returns:
            The values, as in docs/verify.schema.json.

        >>> from refcore.model import Reference
        >>> Report(Reference("a"), Verdict.NOT_FOUND, "no such paper").to_dict()["contradicted"]
        True
        """
        reference, record = self.reference, self.record
        return {
            "key": reference.key,
            "location": str(reference.location) if reference.location else None,
            "title": reference.title,
            "arxiv": str(reference.arxiv_from_any) if reference.arxiv_from_any else None,
            "id": next((one.tagged for one in identifiers_of(reference)), None),
            "verdict": str(self.verdict),
            "contradicted": self.verdict.row.bearing is Bearing.WRONG,
            "false_claims": len(self.false_claims),
            "outcome": self.outcome,
            "accepted": self.accepted,
            "notices": [_notice(one) for one in (record.notices if record else self.became)],
            "p_valid": round(self.p_valid, 3),
            "reason": self.reason,
            "record": None if record is None else _record(record, self.origin),
            "authors": None if self.comparison is None else self.comparison.to_dict(),
            "findings": [finding.to_dict() for finding in self.findings],
            "claims": [finding.to_dict() for finding in self.claims],
            "related": [_record(other, "lock") for other in self.related],
            "evidence": None if self.evidence is None else self.evidence.to_dict(),
            "article": None if self.article is None else _article(self.article),
            "links": [answer.to_dict() for answer in self.links],
        }


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "kind": notice.kind,
        "date": notice.date.iso if notice.date else None,
        "id": notice.id.tagged if notice.id else None,
        "by": notice.by,
        "text": notice.text,
    }


def _article(article: Record) -> dict[str, Any]:
    """Return what a reference to the article says, ready to be taken over."""
    stated = article.to_reference("article")
    return {
        **_record(article, ""),
        "type": stated.type,
        "issued": stated.issued.iso if stated.issued else None,
        "doi": str(stated.doi) if stated.doi else None,
        "fields": dict(stated.fields),
    }


def _record(record: Record, origin: str) -> dict[str, Any]:
    return {
        "id": str(record.id),
        "title": record.title,
        "origin": str(origin),
        "source": record.source,
        "via": record.via,
        "retrieved": record.retrieved,
    }
