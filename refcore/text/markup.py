"""Tags in titles and names, where only the text between them counts."""

from __future__ import annotations

from typing import Final

from refcore.text.patterns import regex

__all__ = ["without_tags"]

_TAG: Final = regex(r"</?[a-zA-Z][^<>]{0,300}>")


def without_tags(text: str) -> str:
    """Return a text without tags of HTML, JATS or CSL's small markup.

    A longer tag than 300 characters stays: it is more likely text.

    >>> without_tags("H<sub>2</sub>O and a < b")
    'H2O and a < b'
    """
    return _TAG.sub("", text) if "<" in text else text
