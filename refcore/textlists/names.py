"""The names of a reading as authors."""

from __future__ import annotations

from refcore.errors import InvalidName
from refcore.model.people import Authors, Name
from refcore.names.filed import read_filed
from refcore.names.plain import parse_name
from refcore.textlists.namelists import NameList

__all__ = ["authors_of"]


def authors_of(names: NameList) -> Authors:
    """Return the names of a reading as authors."""
    found: list[Name] = []
    for text in names.names:
        try:
            name = read_filed(text) if "," in text else parse_name(text)
        except InvalidName:
            continue
        if name is not None:
            found.append(name)
    return Authors(found, names.cut)
