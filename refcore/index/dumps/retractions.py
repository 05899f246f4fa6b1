"""The Retraction Watch table: which works were retracted, corrected or doubted, and when."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.index.row import BadRecord, Notice, one_line

__all__ = ["read_object"]

_KINDS: Final = (
    ("retraction", "retracted"),
    ("reinstatement", "reinstated"),
    ("expression of concern", "concern"),
    ("correction", "corrected"),
)


def read_object(values: dict[str, Any]) -> Notice | None:
    """Return the notice of a line, or None for a work without a DOI and a PMID.

    A work without a DOI is named by its PMID: "pmid:31452104".

    >>> line = {"OriginalPaperDOI": "10.1000/A", "RetractionNature": "Retraction"}
    >>> read_object({**line, "RetractionDate": "3/14/2021 0:00", "RetractionDOI": "10.1000/b"})
    Notice(doi='10.1000/a', kind='retracted', date='2021-03-14', notice='10.1000/b', ...)
    """
    doi = one_line(values.get("OriginalPaperDOI")).casefold()
    if "RetractionNature" not in values:
        raise BadRecord("it has no RetractionNature")
    pmid = one_line(values.get("OriginalPaperPubMedID"))
    pmid = pmid.lstrip("0") if pmid.isdecimal() else ""
    if not doi.startswith("10."):
        doi = f"pmid:{pmid}" if pmid else ""
    if not doi:
        return None
    nature = one_line(values.get("RetractionNature")).casefold()
    kind = next((kind for word, kind in _KINDS if word in nature), nature)
    notice = one_line(values.get("RetractionDOI")).casefold()
    stated = re.split(r"[+;]+", one_line(values.get("Reason")))
    reason = "; ".join(filter(None, map(str.strip, stated)))
    day = _day(one_line(values.get("RetractionDate")))
    return Notice(
        doi,
        kind,
        day,
        notice if notice.startswith("10.") else "",
        reason[:300],
        pmid,
    )


def _day(text: str) -> str:
    """Return "3/14/2021 0:00", month first, as 2021-03-14.

    >>> _day("3/14/2021 0:00")
    '2021-03-14'
    """
    try:
        month, day, year = map(int, text.split(" ")[0].split("/"))
    except ValueError:
        return ""
    return f"{year:04}-{month:02}-{day:02}"
