"""Where a library that was read from BibTeX comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from refcore.bibtex.bibfile import BibFile
from refcore.model.reference import Reference

__all__ = ["Origin"]


class Origin(NamedTuple):
    """The file that a library was read from, and its references as read."""

    file: BibFile
    references: Mapping[str, Reference]
