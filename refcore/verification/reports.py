"""`Reports`: the reports of a run, as a list that shows itself."""

from __future__ import annotations

from typing import Any, SupportsIndex, overload

from refcore.verification.html.notebook import reports_html
from refcore.verification.report import Report
from refcore.verification.text import render_all, summary, tally

__all__ = ["Reports"]


class Reports(list[Report]):
    """The reports of several references: a list, in the order of the references.

    It equals the plain list of the same reports. `str()` is written for people, a notebook
    shows a table, and pandas takes `to_records()`.

    >>> reports = Reports()
    >>> reports, reports == [], str(reports)
    (<Reports: no references>, True, 'no references')
    """

    @overload
    def __getitem__(self, index: SupportsIndex) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> Reports: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Report | Reports:
        """Return one report, or some of them as `Reports`."""
        if isinstance(index, slice):
            return Reports(super().__getitem__(index))
        return super().__getitem__(index)

    def to_records(self) -> list[dict[str, Any]]:
        """Return one flat row a report, as `pandas.DataFrame` takes them.

        docs/python.md lists the columns.

        Returns:
            The rows, in order.

        >>> Reports().to_records()
        []
        """
        return [report.to_record() for report in self]

    def __str__(self) -> str:
        return render_all(self)

    def __repr__(self) -> str:
        return f"<Reports: {''.join(span.text for span in summary(tally(self)))}>"

    def _repr_html_(self) -> str:
        return reports_html(self)
