"""An entry without a style, for what a style cannot set."""

from __future__ import annotations

from refcore.csl.inlines import Inline, Text
from refcore.csl.marks import clean, runs_to_marks, to_inlines
from refcore.model.reference import Reference

__all__ = ["plain_entry"]


def plain_entry(reference: Reference) -> tuple[Inline, ...]:
    """Give authors, year, title and address of a reference, in this order.

    >>> from refcore.csl.inlines import plain_text
    >>> plain_text(plain_entry(Reference("a", "book", "<i>One</i>", url="https://a.org")))
    'One. https://a.org'
    """
    address = str(reference.doi.url) if reference.doi else reference.url
    parts = [
        clean(str(reference.authors)),
        _year(reference),
        runs_to_marks(clean(reference.title), str),
        clean(address),
    ]
    found = ". ".join(part for part in parts if part.strip())
    return to_inlines(found) or (Text(clean(reference.key)),)


def _year(reference: Reference) -> str:
    issued = reference.issued
    if issued is None:
        return ""
    if issued.literal:
        return clean(issued.literal)
    moment = issued.start or issued.end
    if moment is None:
        return ""
    return str(moment.year) if moment.year >= 0 else f"{-moment.year} BC"
