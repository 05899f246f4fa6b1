"""DOIs that name a venue and a year: some registrants write both into the DOI."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

__all__ = ["DoiHint", "read_doi"]


class DoiHint(NamedTuple):
    """The key of a venue, as `refcore.compare.venues` knows it, and a year."""

    venue: str
    year: int


# Source: the ACL Anthology's ids before 2020, one letter for each venue.
_ACL: Final = dict(
    zip("pndeckqj", "acl naacl emnlp eacl coling conll tacl cl".split(), strict=True)
)
_FIRST_AAAI: Final = 1986  # volume 1 would be of 1987; from 2010 on there is one volume a year
_FIRST_BMVC: Final = 1986


def _year(two: str) -> int:
    return int(two) + (1900 if int(two) > 50 else 2000)


# pattern, reading, example
_ROWS: Final[tuple[tuple[str, Callable[[re.Match[str]], DoiHint], str], ...]] = (
    (
        r"10\.18653/v1/([pndeckqj])(\d\d)-\d{4}",
        lambda m: DoiHint(_ACL[m[1]], _year(m[2])),
        "10.18653/v1/N19-1423",
    ),
    (
        r"10\.18653/v1/(\d{4})\.(acl|naacl|eacl|emnlp|aacl|conll)-(?:main|long|short)\.",
        lambda m: DoiHint(m[2], int(m[1])),
        "10.18653/v1/2021.acl-long.257",
    ),
    (
        r"10\.1109/(cvpr|iccv|wacv|icassp|icra|iros|icde|icdm|icip|icpr|focs|3dv)\d*\.(\d{4})\.",
        lambda m: DoiHint(m[1], int(m[2])),
        "10.1109/CVPR46437.2021.00466",
    ),
    (
        r"10\.1609/aaai\.v(2[4-9]|[3-9]\d)i",
        lambda m: DoiHint("aaai", _FIRST_AAAI + int(m[1])),
        "10.1609/aaai.v36i9.21217",
    ),
    (
        r"10\.24963/ijcai\.(\d{4})/",
        lambda m: DoiHint("ijcai", int(m[1])),
        "10.24963/ijcai.2021/112",
    ),
    (
        r"10\.21437/interspeech\.(\d{4})-",
        lambda m: DoiHint("interspeech", int(m[1])),
        "10.21437/Interspeech.2022-10",
    ),
    (
        r"10\.5244/c\.(2\d|3[0-2])\.",
        lambda m: DoiHint("bmvc", _FIRST_BMVC + int(m[1])),
        "10.5244/C.30.87",
    ),
)
_READERS: Final = tuple((re.compile(pattern), reading) for pattern, reading, _ in _ROWS)


def read_doi(doi: str) -> DoiHint | None:
    """Return the venue and year that a DOI names, or None.

    >>> read_doi("10.1109/CVPR46437.2021.00466")
    DoiHint(venue='cvpr', year=2021)
    """
    text = doi.casefold()
    for pattern, reading in _READERS:
        match = pattern.match(text)
        if match:
            return reading(match)
    return None
