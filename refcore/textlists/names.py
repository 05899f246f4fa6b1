"""The names of a reading as authors."""

from __future__ import annotations

from refcore.model.people import Authors
from refcore.names.filed import in_either_order
from refcore.textlists.namelists import NameList

__all__ = ["authors_of"]


def authors_of(names: NameList) -> Authors:
    """Return the names of a reading as authors."""
    return Authors(in_either_order(names.names), names.cut)
