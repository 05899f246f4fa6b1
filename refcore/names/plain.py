"""Names as plain text: ``Aili Chen``, ``Chen, Aili``, ``Peter de With``, ``MiniMax``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from refcore.model.people import Authors, Group, Name
from refcore.names.groups import looks_like_group, upright
from refcore.names.parts import person_of, split_name

__all__ = ["parse_authors", "parse_list", "parse_name"]

_PLURAL_GROUP = re.compile(r"(?:Collaborations|Groups|Teams)$")


def parse_name(text: str) -> Name:
    """Read one plain name; given name first, or family name first with a comma.

    Forms of address and academic degrees are left out: they are no part of a name.
    Raises `refcore.errors.InvalidName` for an empty one.

    >>> parse_name("Peter H. N. de With")
    Person('Peter H. N.', 'With', non_dropping_particle='de')
    >>> parse_name("Meeks, III, William H.")
    Person('William H.', 'Meeks', suffix='III')
    >>> parse_name("{Google Research}"), parse_name("Team, Gemini")
    (Group('Google Research'), Group('Gemini Team'))
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if name.startswith("{") and name.endswith("}"):
        return Group(name.strip("{}"))
    name = upright(name)
    if looks_like_group(name):
        return Group(name)
    return person_of(split_name(name))


def parse_list(names: Iterable[str]) -> tuple[Name, ...]:
    """Read plain names one by one; a lone ``:`` is left out and marks a group before it.

    arXiv lists an author ``:`` where a collaboration was written with a colon.

    >>> parse_list(["MiniMax", ":", "Aili Chen"])
    (Group('MiniMax'), Person('Aili', 'Chen'))
    """
    found: list[Name] = []
    for text in names:
        if text.strip() != ":":
            found.append(parse_name(text))
        elif found:
            found[-1] = _as_group(found[-1])
            if len(found) == 2 and _PLURAL_GROUP.search(found[-1].name):
                # "Keck Array and BICEP2 Collaborations:" is split into two authors.
                found[0] = _as_group(found[0])
    return tuple(found)


def _as_group(name: Name) -> Group:
    return name if isinstance(name, Group) else Group(name.name, affiliations=name.affiliations)


def parse_authors(names: Iterable[str], others: bool | int = False) -> Authors:
    """Read plain names into an `Authors` list."""
    return Authors(parse_list(names), others)
