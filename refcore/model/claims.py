"""What a text claims about an author list, apart from the names it lists."""

from __future__ import annotations

import enum

import attrs

from refcore.diagnostics import Location

__all__ = ["Claim", "ClaimKind"]


class ClaimKind(enum.StrEnum):
    """The kinds of claims that a note makes about an author list.

    >>> ClaimKind("more-than")
    <ClaimKind.MORE_THAN: 'more-than'>
    """

    ALPHABETICAL = "alphabetical"  # the authors are in alphabetical order
    NOT_ALPHABETICAL = "not-alphabetical"  # they are in another order
    MORE_THAN = "more-than"  # "over 50 authors"; `number`
    FEWER_THAN = "fewer-than"  # "fewer than 50 authors"; `number`
    COUNT = "count"  # "126 authors"; `number`
    IS_AUTHOR = "is-author"  # "X is among the authors"; `name`
    NOT_AUTHOR = "not-author"  # "X is not an author"; `name`
    FIRST_AUTHOR = "first-author"  # "X is the first author"; `name`
    LAST_AUTHOR = "last-author"  # "X is the last author", or "A, B, …, X"; `name`
    POSITION = "position"  # "X is the fifth author"; `name` and `number`
    ROLE = "role"  # "led by X", "X is the corresponding author"; `name`
    AFFILIATION = "affiliation"  # "all affiliated with X"; `name`
    NO_PAPER = "no-paper"  # "no paper found"


@attrs.frozen
class Claim:
    """One claim: its kind, the words that make it, and their place.

    `name` is the person that the claim is about, `number` the number that it states.

    >>> Claim(ClaimKind.MORE_THAN, "over 50 authors", number=50).number
    50
    """

    kind: ClaimKind
    text: str
    name: str = ""
    number: int | None = None
    location: Location = Location()
