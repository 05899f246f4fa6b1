"""What lists write around a name: dashes, footnote marks, affiliations, ORCIDs, numbers."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from refcore.text.patterns import INVISIBLE, regex

__all__ = ["clean", "has_doctorate", "is_plain", "without_full_stop"]

_PLAIN: Final = regex(r"[A-Za-z][A-Za-z.'-]*(?:,? [A-Za-z][A-Za-z.'-]*)*")
_DASHES: Final = regex("[\u2010-\u2015\u2043\u2212\u02d7\ufe58\ufe63\uff0d-]+")
_APOSTROPHES: Final = regex("[\u2018\u2019\u201b\u02bb\u02bc\u02b9\u02be\u02bf\u2032`´\uff07]")
_AFFILIATION: Final = regex(
    r"(?<=\S)\s+(?:\((?!for\b|on behalf\b)[^()]*\)|\[(?!for\b|on behalf\b)[^][]*\w[^][]*\])$"
)
_DBLP_NUMBER: Final = regex(r"\s+0\d{3}(?=,|$)")
_FOOTNOTE: Final = regex(r"(?<=[^\W\d_.])[\s]*(?:[*∗†‡§¶#]|[¹²³⁰-⁹]|\^\d)+$")
# What some lists put after a name: an ORCID, an address, a doctorate.
_AFTER: Final = regex(
    r"[\s,;]*(?:[\[(<]\s*)?(?:https?://)?(?:orcid(?:\.org/|:?\s*))?"
    r"\d{4}(?:-\d{4}){2}-\d{3}[\dX]\s*[\])>]?$"
    r"|\s*<[^<>\s]*@[^<>\s]*>$|,?\s+(?:Ph\.?\s?D|D\.?\s?Phil)\.?$",
    re.IGNORECASE,
)
_END: Final = regex(r"[\s,;]+$")
_SHORT_END: Final = regex(r"[^,]*\s(?!(?i:jr|sr|iii)\.)\w{3}\.")
_START: Final = regex(r"^(?:[\s,;]++|and\s++|&\s*+)++")


def is_plain(text: str) -> bool:
    """Return whether a name has ASCII letters and simple marks only, so that nothing is to clean.

    >>> is_plain("Bo Fei"), is_plain("Bo Fei*"), is_plain("Bo Fei, PhD")
    (True, False, False)
    """
    return (
        _PLAIN.fullmatch(text) is not None
        and "--" not in text
        and text[:4] != "and "
        and not has_doctorate(text)
    )


def clean(text: str) -> str:
    """Return a name without the marks around it, with one form of dash, quote and space.

    >>> clean("Bo Fei¹, PhD"), clean("Allen\u2013Zhu,\u00a0Zeyuan"), clean("Jian Sun 0001")
    ('Bo Fei', 'Allen-Zhu, Zeyuan', 'Jian Sun')
    """
    if not text.isascii():
        text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
        text = _APOSTROPHES.sub("'", text)
    text = " ".join(_DASHES.sub("-", text).split())
    if text[:1] in ",;&" or text[:4] == "and ":
        text = _START.sub("", text)
    if text[-1:] in "])>0123456789XxDdLl." and _may_have_more(text):
        text = _AFTER.sub("", text)
    if text[-1:] in (")", "]"):
        text = _AFFILIATION.sub("", text)
    if text[-1:].isdigit() or "," in text:
        text = _DBLP_NUMBER.sub("", text)
    if text[-1:] in "*∗†‡§¶#¹²³⁰⁴⁵⁶⁷⁸⁹0123456789":
        text = _FOOTNOTE.sub("", text)
    if text[-1:] == ".":
        return without_full_stop(text)
    return _END.sub("", text) if text[-1:] in " ,;" else text


def _may_have_more(text: str) -> bool:
    """Return quickly whether a name may end in an ORCID, an address or a doctorate.

    >>> _may_have_more("Bo Fei, PhD"), _may_have_more("Bo Fei.")
    (True, False)
    """
    return "-" in text or "@" in text or "ph" in text[-9:].lower()


def without_full_stop(text: str) -> str:
    """Return a name without the full stop of its list; the stop of an abbreviation stays.

    >>> without_full_stop("Jian Sun."), without_full_stop("Smith, Wm.")
    ('Jian Sun', 'Smith, Wm.')
    """
    ends = text[-5:-1].replace("'", "")
    if text[-1:] != "." or not ends[-3:].removeprefix("-").isalpha():
        return text
    is_long = (text[-5:-4].isalpha() or "'" in text[-5:-1]) or _SHORT_END.fullmatch(
        text
    ) is not None
    return text[:-1] if is_long else text


def has_doctorate(text: str) -> bool:
    """Return whether a name ends in what may be a doctorate, which `clean` takes off.

    >>> has_doctorate("Aili Chen, PhD"), has_doctorate("Philip Torr")
    (True, False)
    """
    return text.rstrip(".")[-1:] in ("D", "l") and "Ph" in text[-7:]
