"""An entry without a style, for what a style cannot set."""

from __future__ import annotations

from refcore.csl.inlines import Inline, Text
from refcore.csl.marks import clean, runs_to_marks, to_inlines
from refcore.model.reference import Reference

__all__ = ["plain_entry"]


def plain_entry(reference: Reference) -> tuple[Inline, ...]:
    """Give authors, date, title and address of a reference, in this order.

    >>> from refcore.csl.inlines import plain_text
    >>> plain_text(plain_entry(Reference("a", "book", "<i>One</i>", url="https://a.org")))
    'One. https://a.org'
    """
    address = str(reference.doi.url) if reference.doi else reference.url
    parts = [
        clean(str(reference.authors)),
        clean(str(reference.issued or "")),
        runs_to_marks(clean(reference.title), str),
        clean(address),
    ]
    found = ". ".join(part for part in parts if part.strip())
    return to_inlines(found) or (Text(clean(reference.key)),)
