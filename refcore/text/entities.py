"""Signs for which web pages write entities, such as ``&amp;`` or ``&#233;``."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from refcore.text.patterns import regex

__all__ = ["has_entity", "without_entities"]

_ENTITY: Final = regex(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def has_entity(text: str) -> bool:
    """Return whether a text has an entity.

    >>> has_entity("Salt &amp; light"), has_entity("Salt & light;")
    (True, False)
    """
    return "&" in text and _ENTITY.search(text) is not None


def without_entities(text: str) -> str:
    """Return a text with the signs that its entities stand for; also those escaped twice.

    >>> without_entities("caf&#233; &amp; bar"), without_entities("Salt &amp;amp; light")
    ('café & bar', 'Salt & light')
    """
    for _ in range(2):
        if "&" in text:
            text = _ENTITY.sub(_sign, text)
    return text


def _sign(match: re.Match[str]) -> str:
    return unescape(match[0])
