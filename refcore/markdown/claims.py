"""What a note says of an author list, beside the names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refcore.markdown.attach import Reading
from refcore.model.claims import Claim

__all__ = ["find_claims"]


def find_claims(
    reading: Reading, titles: Mapping[tuple[str, str], str]
) -> Iterator[tuple[tuple[str, str], Claim]]:
    """Give the claims of a note, each with the work that it is about."""
    yield from ()
