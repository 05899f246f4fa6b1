"""Extracts the venue from a citation in one text, without volume, pages and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from refcore.text.patterns import regex

__all__ = ["cited_venues"]

# What was only submitted did not appear; an erratum is of the same journal.
_SUBMITTED: Final = regex(
    r"\s*\[?(?:submitted|under (?:review|consideration)|errat|addend|corrigend|ibid)", re.IGNORECASE
)
# What people write before the venue.
_LEAD: Final = regex(
    r"\s*(?:(?:to\s+)?(?:appeared|appears?|be\s+published|publi?shed|presented|accepted|in\s+press)"
    r"(?:\s+for\s+publication)?(?:\s+as\s+an?\s+[\w\s]{1,30}?)?(?:\s+(?:in|at|by|to|for|with)\b)?"
    r"|in)(?:\s*+:)?\s+(?:the\s+)?",
    re.IGNORECASE,
)
# A volume, pages or a year, with the word before it; no ordinal, no digit inside a name (L4DC),
# and no year before more of the name (ICML 2019 Workshop).
_TAIL: Final = regex(
    r"[\s,.:([]*(?:\b(?:vol(?:ume)?|no|num(?:ber)?|pp?|pages?|iss(?:ue)?|art(?:icle)?|id|v)\b[.:]?)?"
    r"\s*(?<![0-9])(?!(?:19|20)[0-9]{2}\s+(?!pp?\b|pages?\b|vol\b|no\b)[A-Za-z])(?:(?<![A-Za-z.])[A-Z])?[0-9]+"
    r"(?![0-9]|st\b|nd\b|rd\b|th\b|[A-Za-z]{2}|[- ]?D\b)",
    re.IGNORECASE,
)
_SQUEEZED: Final = regex(r"(?<=[a-z])(?=[A-Z])")
_MOST: Final = 400


def cited_venues(text: str) -> tuple[str, ...]:
    """Return the names of the venues in a citation, such as arXiv's journal reference.

    Of each venue there may be several forms, with and without what follows a comma.

    >>> cited_venues("Phys.Rev.D76:013009,2007"), cited_venues("Nature 466, 730 (2010)")
    (('Phys.Rev.D',), ('Nature',))
    >>> cited_venues("In Proc. of the 36th Int. Conf. on Machine Learning, 2019, pp. 1-10")
    ('Proc. of the 36th Int. Conf. on Machine Learning',)
    >>> cited_venues("ActaAstron.56:1-50,2006")
    ('ActaAstron', 'Acta Astron')
    >>> cited_venues("submitted to JHEP")
    ()
    """
    return tuple(dict.fromkeys(name for part in text[:_MOST].split(";") for name in _names(part)))


def _names(part: str) -> Iterator[str]:
    if _SUBMITTED.match(part):
        return
    lead = _LEAD.match(part)
    bare = part[lead.end() :] if lead else part.strip()
    tail = next((found for found in _TAIL.finditer(bare) if found.start() > 0), None)
    name = (bare[: tail.start()] if tail else bare).strip(" ,.:;([")
    if not any(map(str.isalpha, name)):
        return
    yield name
    if " " not in name and (spread := _SQUEEZED.sub(" ", name)) != name:
        yield spread
    head = name.partition(",")[0].strip()
    if head != name and " " in head:
        yield head
