"""Why a reference is believed or not, and how often each reason is right."""

from __future__ import annotations

import enum
from typing import Final

__all__ = ["P_VALID", "Ground"]


class Ground(enum.StrEnum):
    """The reason for the outcome of the evidence."""

    AGREES = "agrees"
    VARIES = "varies"
    NOT_COVERED = "not-covered"
    NOWHERE = "nowhere"
    NO_ID = "no-id"
    NAMESAKE = "namesake"
    PLACEHOLDER = "placeholder"
    YEAR_AHEAD = "year-ahead"
    BEFORE_PREPRINT = "before-preprint"
    DOI_OF_ANOTHER = "doi-of-another"
    DOI_SLIP = "doi-slip"
    DOI_UNKNOWN = "doi-unknown"
    DOI_OF_ELSEWHERE = "doi-of-elsewhere"
    AUTHORS_OTHER = "authors-other"
    AUTHORS_DIFFER = "authors-differ"
    OTHER_VERSION = "other-version"
    TITLE_DIFFERS = "title-differs"
    SILENCE = "silence"
    SILENCE_NEAR = "silence-near"
    ELSEWHERE = "elsewhere"
    VENUE_DIFFERS = "venue-differs"
    VENUE_UNKNOWN = "venue-unknown"
    YEAR_SLIP = "year-slip"
    YEAR_DIFFERS = "year-differs"


# For each ground: how many of the references with it were sound, and how many had it. Source:
# the development split of HALLMARK 1.0, checked on halves. Half of its references are invented.
_COUNTS: Final[dict[Ground, tuple[int, int]]] = {
    Ground.AGREES: (406, 406),
    Ground.AUTHORS_DIFFER: (0, 29),
    Ground.AUTHORS_OTHER: (1, 117),
    Ground.BEFORE_PREPRINT: (0, 16),
    Ground.DOI_OF_ANOTHER: (0, 12),
    Ground.DOI_OF_ELSEWHERE: (0, 3),
    Ground.DOI_SLIP: (3, 3),
    Ground.DOI_UNKNOWN: (0, 25),
    Ground.ELSEWHERE: (0, 54),
    Ground.NO_ID: (0, 9),
    Ground.NOT_COVERED: (0, 0),  # without cases it keeps the prior, one half
    Ground.NOWHERE: (0, 15),
    Ground.OTHER_VERSION: (1, 2),
    Ground.PLACEHOLDER: (0, 3),
    Ground.SILENCE: (4, 93),
    Ground.SILENCE_NEAR: (0, 7),
    Ground.TITLE_DIFFERS: (0, 30),
    Ground.VARIES: (15, 15),
    Ground.VENUE_DIFFERS: (0, 24),
    Ground.VENUE_UNKNOWN: (0, 26),
    Ground.YEAR_AHEAD: (0, 30),
    Ground.YEAR_DIFFERS: (0, 14),
    Ground.YEAR_SLIP: (1, 3),
    Ground.NAMESAKE: (0, 0),
}
# One sound and one invented reference are added to each, so that nothing is certain.
P_VALID: Final = {ground: (sound + 1) / (seen + 2) for ground, (sound, seen) in _COUNTS.items()}
