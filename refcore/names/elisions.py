"""What a list says of authors that it leaves out: *et al.*, *and 27 others*, an ellipsis."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from refcore.names.numbers import NUMBER, spelled_number
from refcore.text.patterns import regex

__all__ = ["elided_group", "elision", "leading_elision", "trailing_elision"]

_DOTS: Final = r"(?:…|\.\s?\.\s?\.|\\[lc]?dots)"
_PEOPLE: Final = r"(?:co-?)?(?:authors?|others?|people|persons?|names?|contributors?|colleagues?)"
_MORE: Final = r"(?:additional|other|more|further|remaining|others)"
_NUMBER: Final = rf"(?P<number>\d[\d,.]*|{NUMBER})"
_COUNTED: Final = regex(
    rf"(?:{_DOTS}|et\.?\s*al\.?)?[\s,(\[]*(?:and|&|plus|with)?\s*(?:\+\s*)?(?:another\s+)?{_NUMBER}\s*"
    rf"(?:{_MORE}(?:\s+{_PEOPLE})?|{_PEOPLE}(?:\s+more)?)"
    r"(?:\s+(?:not\s+(?:shown|listed)|omitted))?[\s)\].]*",
    re.IGNORECASE,
)
_BARE_COUNT: Final = regex(
    r"\(?\+\s*(?P<number>\d[\d,]*)\)?|等\s?(?P<people>\d[\d,]*)\s?[人位名]"
    r"|외\s?(?P<persons>\d[\d,]*)\s?[명인]"
)
_UNCOUNTED: Final = regex(
    rf"[\s([]*(?:(?:and|&|plus|with)?\s*(?:the\s+|many\s+|several\s+)?"
    rf"(?:others?|more|{_PEOPLE}(?:\s+more)?|{_MORE}\s+{_PEOPLE})|(?:et\.?|&|and)\s*(?:al|coll?|alii|aliae|alia)\.?"
    rf"|etc\.?|[ue]\.\s?a\.|y\s+(?:otros|col(?:s|ab)?\.?)|e\s+(?:outros|altri)|и\s+др\.?|等人?|ほか|외|{_DOTS}"
    r")[\s)\].]*",
    re.IGNORECASE,
)
_TRAILING: Final = regex(
    r"[\s,;]+(?=\(?(?:et\.?\s*al(?:ii|iae|ia)?\b|u\.\s?a\.|и\s+др\b|y\s+otr[oa]s\b"
    r"|e\s+(?:outr[oa]s|altri)\b|외\s?(?:\d+\s?[명인])?\s*\Z|(?:and|&|plus|\+)\s*(?:many\s+)?others?\b"
    rf"|(?:and|&|plus|\+)\s*{_NUMBER}\s|\+\s*\d{{1,5}}\)?\Z|{_DOTS}\s*\Z))",
    re.IGNORECASE,
)
# A longer text is no name with a mark behind it.
_LONGEST: Final = 300
_TRAILING_CJK: Final = regex(r"(?P<name>[^等]*[\u3400-\u9fff])\s*(?P<mark>等[人\d\s位名]*)")
# How an elision behind a name begins; this is quick to find absent.
_TRAILING_BEGINS: Final = regex(r"[\s,;]\(?(?:et|and|plus|u\.|и|y|e|외|[&+….\\])|等", re.IGNORECASE)
_MAYBE_TRAILING: Final = regex(
    rf"al(?:ii|iae|ia)?\b|others?\b|\d|{_DOTS}|等|u\.\s?a\.|др|otr[oa]s|outr|altri|외",
    re.IGNORECASE,
)
_LEADING: Final = regex(rf"{_DOTS}[\s,;]*(?:(?:and|&)\s+)?(?P<name>\w.*)")
_ELIDED_GROUP: Final = regex(
    r"(?P<head>(?:.*\s)?(?:et\.?\s*al\b\.?|others))[\s,;]*"
    r"[(\[]?(?:(?:for|on behalf of)\s+)?(?P<group>\w[^()\[\]]+?)[)\]]?",
    re.IGNORECASE,
)
_MAYBE_ELISION: Final = regex(
    rf"\d|{_DOTS}|^\W*(?:and|&|plus|with|et|etc|others?|more|many|co|authors?|colleagues|[ueyи])\b"
    rf"|^\W*{NUMBER}\s(?:other|more)"
    r"|等|ほか|외",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def elision(text: str) -> bool | int:
    """Tell what an entry says of authors left out: True, how many, or False for nothing.

    >>> elision("et al."), elision("(and 27 additional authors)"), elision("Bo Fei")
    (True, 27, False)
    """
    if not _MAYBE_ELISION.search(text):
        return False
    text = text.strip(" {}")
    counted = _COUNTED.fullmatch(text) or _BARE_COUNT.fullmatch(text)
    if counted:
        return _number(counted[counted.lastgroup or 0]) or True
    return bool(_UNCOUNTED.fullmatch(text))


def _number(text: str) -> int:
    digits = text[:12].replace(".", "").replace(",", "")
    return spelled_number(digits if text[0].isdigit() else text)


def leading_elision(text: str) -> str:
    """Return the name after an ellipsis that is glued to it, or nothing.

    >>> leading_elision("… Polosukhin, I."), leading_elision("Bo Fei")
    ('Polosukhin, I.', '')
    """
    found = _LEADING.fullmatch(text)
    return found["name"] if found else ""


def elided_group(text: str) -> tuple[str, str]:
    """Split off the group after *et al.*, for which the people sign.

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
    if len(text) > _LONGEST or not _TRAILING_BEGINS.search(text):
        return text, False
    if not _MAYBE_TRAILING.search(text):
        return text, False
    cjk = _TRAILING_CJK.fullmatch(text)
    if cjk:
        return cjk["name"], elision(cjk["mark"])
    for found in _TRAILING.finditer(text):
        name, said = text[: found.start()].rstrip(" ,;("), elision(text[found.end() :])
        if said is not False and any(map(str.isalnum, name)):
            return name, said
    return text, False
