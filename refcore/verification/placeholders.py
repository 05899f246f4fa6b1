"""Words that a template leaves for the author to fill in, and that name no work."""

from __future__ import annotations

import re
from typing import Final

from refcore.model.reference import Reference
from refcore.text.patterns import regex

__all__ = ["placeholder_in"]

# Titles of templates, as whole titles.
_TITLES: Final = regex(
    r"(?:insert |your |the |paper |article )?(?:\w+ ){0,3}title(?: goes)? here"
    r"|title of (?:the |your |this )?(?:paper|article|book|work)|(?:your|paper|article) title"
    r"|lorem ipsum.*|to be (?:added|determined)|tba|tbd|todo",
    re.IGNORECASE,
)
# Each of these titles has one of these words, and a look at them is quicker.
_OF_TITLES: Final = ("title", "lorem", "to be ", "tba", "tbd", "todo")
# Names of templates; each is a placeholder where every name of the list is one.
_NAMES: Final = regex(
    r"(?:first|second|third|fourth|last|another|other|some|an?)[ -]?(?:author|another|name)"
    r"|author(?:'s)?[ -]?(?:name|one|two|three|[0-9a-d])?|(?:first|given|last|family|sur)-?name"
    r"(?: (?:last|family|sur)-?name)?|john (?:a\. )?doe|jane (?:a\. )?(?:doe|smith|roe)"
    r"|john smith|(?:full|your) name",
    re.IGNORECASE,
)
_DOI: Final = regex(r"x{3,}|\.\.\.|1234567|yyyy", re.IGNORECASE)


def placeholder_in(reference: Reference) -> str:
    """Return the placeholder words of a reference, or nothing.

    >>> from refcore.names import parse_list
    >>> from refcore.model.people import Authors
    >>> names = Authors(parse_list(["John Doe", "Jane Smith"]))
    >>> placeholder_in(Reference("a", title="Lamps", authors=names))
    'John Doe, Jane Smith'
    >>> placeholder_in(Reference("a", title="Your Title Here"))
    'Your Title Here'
    """
    title = reference.title
    folded = title.casefold()
    if any(word in folded for word in _OF_TITLES) and _TITLES.fullmatch(title.strip(" .")):
        return title
    names = reference.authors.names
    if names and all(_NAMES.fullmatch(name.name) for name in names):
        return ", ".join(name.name for name in names)
    written = str(reference.doi or "") or reference.extra.get("doi", "")
    return written if _DOI.search(written.partition("/")[2]) else ""
