"""Removes what people leave around an identifier: quotes, brackets, invisible characters."""

from __future__ import annotations

from refcore.text.patterns import INVISIBLE

__all__ = ["tidied", "with_hyphens", "without_end"]

# Hyphens and dashes of every width, and the minus sign.
_DASHES = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"}
_WIDE = {ord("\uff1a"): ":", ord("\uff0f"): "/", ord("\uff0e"): ".", ord("\u00a0"): " "}
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}


def with_hyphens(text: str) -> str:
    """Return a text with a hyphen for each dash and minus sign.

    >>> with_hyphens("0–306–40615–2")
    '0-306-40615-2'
    """
    return text if text.isascii() else text.translate(_DASHES)


def tidied(text: str) -> str:
    """Return a text without entities, invisible characters, and punctuation around it.

    >>> tidied(" &lt;10.1000/182&gt;\u200b ")
    '10.1000/182'
    """
    plain = _without_entities(text) if "&" in text else text
    if not plain.isascii():
        plain = INVISIBLE.sub("", plain).translate(_WIDE)
    plain = plain.strip()
    start, end = 0, len(plain)
    while end - start > 1 and (plain[start], plain[end - 1]) in _AROUND:
        start, end = start + 1, end - 1
        while start < end and plain[start].isspace():
            start += 1
        while start < end and plain[end - 1].isspace():
            end -= 1
    return plain[start:end]


def _without_entities(text: str) -> str:
    import html  # its table of names is long, and few identifiers need it

    return html.unescape(text)


_AROUND = frozenset(
    {("<", ">"), ('"', '"'), ("'", "'"), ("{", "}"), ("(", ")"), ("[", "]")}
    | {("\u201c", "\u201d"), ("\u2018", "\u2019"), ("\u00ab", "\u00bb"), ("`", "`")}
)


def without_end(name: str) -> str:
    """Return an identifier without the punctuation of the sentence after it.

    >>> without_end("10.1000/a(b)."), without_end("10.1000/182)")
    ('10.1000/a(b)', '10.1000/182')
    """
    count = {sign: name.count(sign) for pair in _PAIRS.items() for sign in pair}
    end = len(name)
    while end:
        last = name[end - 1]
        opened = _PAIRS.get(last)
        if opened is None:
            if last not in ".,;:'\"\u201d\u2019\u00bb/ ":
                break
        elif count[opened] >= count[last]:
            break
        else:
            count[last] -= 1
        end -= 1
    return name[:end]
