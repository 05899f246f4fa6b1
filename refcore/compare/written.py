"""What is written in one place of an author list, with encoding and layout taken off."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

__all__ = [
    "clean",
    "elided_group",
    "elision",
    "has_doctorate",
    "in_braces",
    "leading_elision",
    "trailing_elision",
]

_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z.'-]*(?:,? [A-Za-z][A-Za-z.'-]*)*")
_LATEX: Final = re.compile(r"[\\{}$~`]|--")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_DASHES: Final = re.compile("[\u2010-\u2015\u2043\u2212\u02d7\ufe58\ufe63\uff0d-]+")
_APOSTROPHES: Final = re.compile("[\u2018\u2019\u201b\u02bb\u02bc\u02b9\u02be\u02bf\u2032`´\uff07]")
_AFFILIATION: Final = re.compile(
    r"(?<=\S)\s+(?:\((?!for\b|on behalf\b)[^()]*\)|\[(?!for\b|on behalf\b)[^][]*\w[^][]*\])$"
)
_DBLP_NUMBER: Final = re.compile(r"\s+0\d{3}(?=,|$)")
_FOOTNOTE: Final = re.compile(r"(?<=[^\W\d_.])[\s]*(?:[*∗†‡§¶#]|[¹²³⁰-⁹]|\^\d)+$")
# Notes set in LaTeX, and the number of a line.
_NOTE: Final = re.compile(
    r"\\(?:thanks|footnotemark|footnote|inst|textsuperscript|orcid\w*)\s*(?:\[[^\]]*\])?"
    r"(?:\{[^{}]*\})?|\$\s*\^[^$]*\$"
)
_LINE_NUMBER: Final = re.compile(r"^(?:\d{1,3}[.)]|\[\d{1,3}\])\s+(?=[^\W\d_])")
# What some lists put behind a name: an ORCID, an address, a doctorate.
_BEHIND: Final = re.compile(
    r"[\s,;]*(?:[\[(<]\s*)?(?:https?://)?(?:orcid(?:\.org/|:?\s*))?"
    r"\d{4}(?:-\d{4}){2}-\d{3}[\dX]\s*[\])>]?$"
    r"|\s*<[^<>\s]*@[^<>\s]*>$|,?\s+(?:Ph\.?\s?D|D\.?\s?Phil)\.?$",
    re.IGNORECASE,
)
_END: Final = re.compile(r"[\s,;]+$")
_SHORT_END: Final = re.compile(r"[^,]*\s(?!(?i:jr|sr|iii)\.)\w{3}\.")
_START: Final = re.compile(r"^(?:[\s,;]+|and\s+|&\s*)+")

_DOTS: Final = r"(?:…|\.\s?\.\s?\.|\\[lc]?dots)"
_NUMBER_WORDS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
}
_PEOPLE: Final = r"(?:co-?)?(?:authors?|others?|people|persons?|names?|contributors?|colleagues?)"
_MORE: Final = r"(?:additional|other|more|further|remaining|others)"
_NUMBER: Final = rf"(?P<number>\d[\d,.]*|{'|'.join(_NUMBER_WORDS)})"
_COUNTED: Final = re.compile(
    rf"(?:{_DOTS}|et\.?\s*al\.?)?[\s,(\[]*(?:and|&|plus|with)?\s*(?:\+\s*)?(?:another\s+)?{_NUMBER}\s*"
    rf"(?:{_MORE}(?:\s+{_PEOPLE})?|{_PEOPLE}(?:\s+more)?)"
    r"(?:\s+(?:not\s+(?:shown|listed)|omitted))?[\s)\].]*",
    re.IGNORECASE,
)
_BARE_COUNT: Final = re.compile(r"\(?\+\s*(?P<number>\d[\d,]*)\)?")
_UNCOUNTED: Final = re.compile(
    rf"[\s([]*(?:(?:and|&|plus|with)?\s*(?:the\s+|many\s+|several\s+)?"
    rf"(?:others?|more|{_PEOPLE}(?:\s+more)?|{_MORE}\s+{_PEOPLE})|(?:et\.?|&|and)\s*(?:al|coll?|alii|aliae|alia)\.?"
    rf"|etc\.?|u\.\s?a\.|{_DOTS})[\s)\].]*",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(
    rf"(?P<name>.*?\w.*?)[\s,;]+(?P<mark>\(?(?:et\.?\s*al\b.*|(?:and|&|plus|\+)\s*(?:many\s+)?others?\b.*"
    rf"|(?:and|&|plus|\+)\s*{_NUMBER}\s.*|{_DOTS}\s*))",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(rf"{_DOTS}[\s,;]*(?:(?:and|&)\s+)?(?P<name>\w.*)")
_ELIDED_GROUP: Final = re.compile(
    r"(?P<head>(?:.*\s)?(?:et\.?\s*al\b\.?|others))[\s,;]*"
    r"[(\[]?(?:(?:for|on behalf of)\s+)?(?P<group>\w[^()\[\]]+?)[)\]]?",
    re.IGNORECASE,
)
_MAYBE_ELISION: Final = re.compile(
    rf"\d|{_DOTS}|^\W*(?:and|&|plus|with|et|etc|others?|more|many|co|authors?|colleagues|u)\b",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """Give a name without its encoding: LaTeX, braces, entities, forms of dash and space.

    >>> clean("{\\\\'E}va  Tardos 0001"), clean("Allen\u2013Zhu,\u00a0Zeyuan")
    ('Éva Tardos', 'Allen-Zhu, Zeyuan')
    """
    if (
        _PLAIN.fullmatch(text)
        and "--" not in text
        and text[:4] != "and "
        and not has_doctorate(text)
    ):
        return text[:-1] if text[-1] == "." and _ends_in_a_stop(text) else text
    if "&" in text:
        text = html.unescape(text)
    if text[:1].isdigit() or text[:1] == "[":
        text = _LINE_NUMBER.sub("", text)
    if _LATEX.search(text):
        if "\\" in text or "$" in text:
            text = _NOTE.sub("", text)
        text = _decoded(text)
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
        text = _APOSTROPHES.sub("'", text)
    text = " ".join(_DASHES.sub("-", text).split())
    if text[:1] in ",;&" or text[:4] == "and ":
        text = _START.sub("", text)
    if text[-1:] in "])>0123456789XxDdLl.":
        text = _BEHIND.sub("", text)
    if text[-1:] in (")", "]"):
        text = _AFFILIATION.sub("", text)
    if text[-1:].isdigit() or "," in text:
        text = _DBLP_NUMBER.sub("", text)
    if text[-1:] in "*∗†‡§¶#¹²³⁰⁴⁵⁶⁷⁸⁹0123456789":
        text = _FOOTNOTE.sub("", text)
    if text[-1:] == "." and _ends_in_a_stop(text):
        return text[:-1]
    return _END.sub("", text) if text[-1:] in " ,;" else text


def _ends_in_a_stop(text: str) -> bool:
    # The stop behind a list, not that of an abbreviation: "Jian Sun.", but "Smith, Wm."
    if not text[-4:-1].isalpha():
        return False
    return text[-5:-4].isalpha() or _SHORT_END.fullmatch(text) is not None


def has_doctorate(text: str) -> bool:
    """Tell whether a name ends in what may be a doctorate, which `clean` takes off.

    >>> has_doctorate("Aili Chen, PhD"), has_doctorate("Philip Torr")
    (True, False)
    """
    return text.rstrip(".")[-1:] in ("D", "l") and "Ph" in text[-7:]


def _decoded(text: str) -> str:
    if "\\" in text or "$" in text:
        from refcore.latex import decode, to_plain

        return to_plain(decode(text)).replace("{", "").replace("}", "")
    return text.replace("{", "").replace("}", "").replace("~", " ")


def in_braces(text: str) -> bool:
    """Tell whether the whole of a name stands in one pair of braces, as a group does.

    >>> in_braces("{Google Research}"), in_braces("{\\\\'E}va {Tardos}")
    (True, False)
    """
    text = text.strip()
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for index, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return index == len(text) - 1
    return False


def elision(text: str) -> bool | int:
    """Tell what an entry says of authors left out: True, how many, or False for none.

    >>> elision("et al."), elision("(and 27 additional authors)"), elision("Bo Fei")
    (True, 27, False)
    """
    if not _MAYBE_ELISION.search(text):
        return False
    text = text.strip(" {}")
    counted = _COUNTED.fullmatch(text) or _BARE_COUNT.fullmatch(text)
    if counted:
        return _number(counted["number"]) or True
    return bool(_UNCOUNTED.fullmatch(text))


def _number(text: str) -> int:
    if text.lower() in _NUMBER_WORDS:
        return _NUMBER_WORDS[text.lower()]
    return int("".join(char for char in text[:12] if char.isdigit()) or 0)


def leading_elision(text: str) -> str:
    """Give the name behind an ellipsis that is glued to it, or nothing.

    >>> leading_elision("… Polosukhin, I."), leading_elision("Bo Fei")
    ('Polosukhin, I.', '')
    """
    found = _LEADING.fullmatch(text)
    return found["name"] if found else ""


def elided_group(text: str) -> tuple[str, str]:
    """Split what stands behind *et al.* off: the group for which the people sign.

    >>> elided_group("K. Abe et al. (T2K Collaboration)"), elided_group("et al.")
    (('K. Abe et al.', 'T2K Collaboration'), ('', ''))
    """
    found = _ELIDED_GROUP.fullmatch(text)
    return (found["head"], found["group"]) if found else ("", "")


def trailing_elision(text: str) -> tuple[str, bool | int]:
    """Take an elision off the end of a name.

    >>> trailing_elision("Ashish Vaswani et al."), trailing_elision("Bo Fei")
    (('Ashish Vaswani', True), ('Bo Fei', False))
    """
    found = _TRAILING.fullmatch(text)
    if found:
        said = elision(found["mark"])
        if said is not False:
            return found["name"].rstrip(" ,;("), said
    return text, False
