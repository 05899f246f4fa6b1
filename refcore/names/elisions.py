"""What a list says of authors that it leaves out: *et al.*, *and 27 others*, an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from refcore.names.counts import Count, count_of, left_out
from refcore.names.numbers import NUMBER, holds_number
from refcore.names.vowels import with_letters
from refcore.text.letters import EAST_ASIAN
from refcore.text.patterns import regex

__all__ = [
    "elided_group",
    "elision",
    "in_all",
    "is_of_another_work",
    "leading_elision",
    "others_of",
    "trailing_elision",
]

_DOTS: Final = r"(?:…|\.\s?\.\s?\.|\\[lc]?dots)"
_GERMAN: Final = r"(?-i:u\.\s?(?:v\.\s?)?a\.(?:\s?m\.)?|u\.\s?v\.\s?m\.)"  # "und viele andere mehr"
_PEOPLE: Final = (
    r"(?:co-?)?(?:authors?|others?|people|persons?|names?|contributors?|colleagues?"
    r"|collaborators?|workers)"
)
_MORE: Final = r"(?:additional|other|more|further|remaining|others)"
# What a count may follow: an ellipsis, *et al.* or the same in other languages.
_BEFORE_COUNT: Final = (
    rf"(?:{_DOTS}|et\.?\s*al\.?|{_GERMAN}|и\s+др\.|y\s+(?:otros|cols?\.)|e\s+(?:outros|altri)"
    r"|等人?|ほか|ら|외)?[\s,(\[]*"
)
_COUNTED: Final = regex(rf"{_BEFORE_COUNT}(?P<count>.{{1,80}}?)[\s)\].]*", re.IGNORECASE)
_UNCOUNTED: Final = regex(
    rf"[\s([]*(?:(?:and|&|plus|with)?\s*(?:the\s+|(?:many|several|numerous|a\s+few|some)\s+)?"
    rf"(?:others?|more|{_PEOPLE}(?:\s+more)?|{_MORE}\s+{_PEOPLE}"
    rf"|rest(?:\s+of\s+(?:the|our)\s+(?:team|group|authors|collaboration|consortium))?)|(?:et\.?|&|and)\s*(?:al|coll?|alii|aliae|alia)\.?"
    rf"|etc\.?|{_GERMAN}|(?-i:e\.\s?a\.)|y\s+(?:otros|col(?:s|ab)?\.?)|e\s+(?:outros|altri)|и\s+др\.?|等人?|ほか|他|외|{_DOTS}"
    r")[\s)\].]*",
    re.IGNORECASE,
)
_AFTER: Final = (
    rf"[\s,;]+(?=\(?(?:(?:et\.?|&)\s*(?:al(?:ii|iae|ia)?|coll?)\b|{_GERMAN}|и\s+др\b|y\s+otr[oa]s\b"
    r"|e\s+(?:outr[oa]s|altri)\b|외\s?(?:\d+\s?[명인])?\s*\Z|(?:and|&|plus|\+)\s*(?:(?:many|several|numerous|some)\s+)?others?\b"
    r"|等人?\s*\Z"
)
_TRAILING: Final = regex(rf"{_AFTER}|{_DOTS}\s*\Z))", re.IGNORECASE)
# The same in languages where the words above say nothing.
_ABROAD: Final = with_letters(
    r"(?:и\s+(?:др|соавт|другие)|(?:та|і)\s+(?:ін|інші|співавт)|и\s+сътр|и\s+сар"
    r"|i\s+(?:in|inni|wsp|sur|dr|suradnici|kol)|a\s+(?:kol|ďalší|další|spol)"
    r"|és\s+(?:mtsai|munkatársai|társai|mások)|ve\s+(?:ark|arkadaşları|diğ|diğerleri)"
    r"|d(?:an\s+)?kk|dan\s+(?:kawan-kawan|lain-lain|rekan-rekan)|m\.?\s?fl|med\s+fler[ea]"
    r"|o(?:ch|g)\s+andr[ae]|og\s+fl|e\.?\s?a|en\s+anderen|und\s+andere|u\.?\s?Mitarb|et\s+autres"
    r"|(?:e|y|et)\s+col(?:s|l|ab|aboradores|laborateurs|laboratori)?|ja\s+(?:muut|tm|teised|kumppanit)"
    r"|in\s+(?:sod|drugi|sodelavci)|[sș]i\s+(?:colab|al[tț]ii|colaboratorii)|şi\s+colab"
    r"|và\s+(?:cộng\s+sự|cs|những\s+người\s+khác)|ir\s+(?:kt|kiti)|un\s+citi|og\s+fleiri"
    r"|και\s+(?:άλλοι|συν|συνεργάτες|λοιποί)|κ\.\s?ά|κ\.\s?α"
    r"|و\s?آخرون|و\s?همکاران|و\s?دیگران|ואח.?|ואחרים|וחבריו|(?:और|एवं)\s+अन्य|และคณะ|และคนอื่น\s?ๆ|및\s*(?:기타|외)|とその他)"
)
_IS_ABROAD: Final = regex(rf"[\s([]*{_ABROAD}[\s)\].]*")
_ENDS_ABROAD: Final = regex(rf"(?:[\s,;(]+{_ABROAD}|(?<=\w)\s*และคณะ)[\s).]*\Z")
_GAP: Final = regex(r"[\s,;]+")
# A longer text is not a name with a mark after it.
_LONGEST: Final = 300
_TRAILING_CJK: Final = regex(
    rf"(?P<name>[^等]*[{EAST_ASIAN}])[\s(（]*"
    r"(?P<mark>等[人\d\s位名共全计計]*|ほか|(?<=[\s　])(?:他|外|외)"
    r"|(?:ほか|他|ら|另|등|외|共|全|计|計)\s?[0-9,]+\s?[人位名명인])[)）]?"
)
# Every such mark begins with one of these.
_CJK_MARKS: Final = frozenset("等ほ他ら另등외共全计計")
# How an elision after a name begins: a quick test, as most names have none.
_TRAILING_BEGINS: Final = regex(
    r"[\s,;]\(?(?:et|and|plus|u\.|и|y|e|외|[&+….\\])|(?<=[\s,;(\[])[0-9]|[等他ら외]|ほか",
    re.IGNORECASE,
)
_MAYBE_TRAILING: Final = regex(
    rf"al(?:ii|iae|ia)?\b|coll?\b|others?\b|\d|{_DOTS}|等|ほか|\s他|{_GERMAN}|др|otr[oa]s|outr"
    r"|altri|외",
    re.IGNORECASE,
)
_LEADING: Final = regex(rf"{_DOTS}[\s,;]*(?:(?:and|&)\s+)?(?P<name>\w.*)")
_ELIDED_GROUP: Final = regex(
    r"(?P<head>(?:.*\s)?(?:et\.?\s*al\b\.?|others))[\s,;]*"
    r"[(\[]?(?:(?:for|on behalf of)\s+)?(?P<group>\w[^()\[\]]+?)[)\]]?",
    re.IGNORECASE,
)
_MAYBE_ELISION: Final = regex(
    rf"\d|{_DOTS}|^\W*(?:and|&|plus|with|et|etc|others?|more|the\s+rest|many|several|numerous|some|co|(?-i:coauthors|collaborators|contributors)|authors?|colleagues|mit|total|[ueyи]|al)\b"
    r"|等|ほか|他|외",
    re.IGNORECASE,
)
_BEGINS_WITH_NUMBER: Final = regex(rf"\W*{NUMBER}\s\w", re.IGNORECASE)


@lru_cache(maxsize=4096)
def elision(text: str) -> bool | int:
    """Return what an entry says of authors left out: True, how many, or False for nothing.

    >>> elision("et al."), elision("(and 27 additional authors)"), elision("Bo Fei")
    (True, 27, False)
    """
    if not _is_maybe(text):
        return _is_abroad(text)
    text = text.strip(" {}")
    count = _count(text)
    if count:
        return count.more or True
    return _UNCOUNTED.fullmatch(text) is not None or _is_abroad(text)


def _is_maybe(text: str) -> bool:
    """Return quickly whether an entry may say that authors are left out.

    >>> _is_maybe("et al."), _is_maybe("twelve more"), _is_maybe("Bo Fei")
    (True, True, False)
    """
    if _MAYBE_ELISION.search(text):
        return True
    return holds_number(text) and _BEGINS_WITH_NUMBER.match(text) is not None


def _is_abroad(text: str) -> bool:
    """Return whether an entry means others in another language; none of these marks has capitals.

    >>> _is_abroad("и др."), _is_abroad("(i wsp.)"), _is_abroad("Bo Fei")
    (True, True, False)
    """
    begins_as_name = text.lstrip(" ([")[:1].isupper()
    return not begins_as_name and _IS_ABROAD.fullmatch(text) is not None


def in_all(text: str) -> int:
    """Return how many authors an entry says that there are in all, or 0.

    >>> in_all("et al. (54 authors)"), in_all("27 others")
    (54, 0)
    """
    count = _count(text.strip(" {}")) if _is_maybe(text) else None
    return count.in_all if count else 0


@lru_cache(maxsize=4096)
def _count(text: str) -> Count | None:
    whole = _COUNTED.fullmatch(text)
    return (count_of(text) or count_of(whole["count"])) if whole else None


def others_of(entries: Iterable[str]) -> bool | int:
    """Return what all entries of a list together say of the authors that it leaves out.

    >>> others_of(["Bo Fei", "27 others"]), others_of(["Bo Fei", "et al. (54 authors)"])
    (27, 53)
    """
    listed, said, total = 0, [], 0
    for entry in entries:
        mark = elision(entry)
        if mark is False:
            listed += 1
        else:
            total = total or in_all(entry)
            said.append(mark if mark is not True or not in_all(entry) else None)
    counts = [mark for mark in said if mark is not None and mark is not True]
    return left_out(sum(counts) if counts else True in said, total, listed)


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
    >>> trailing_elision("Özgür Yılmaz ve ark."), trailing_elision("Anna Nowak i in.")
    (('Özgür Yılmaz', True), ('Anna Nowak', True))
    """
    if len(text) > _LONGEST:
        return text, False
    if (abroad := _ENDS_ABROAD.search(text)) and abroad.start():
        return text[: abroad.start()], True
    if not _TRAILING_BEGINS.search(text):
        return text, False
    if not _MAYBE_TRAILING.search(text):
        return text, False
    cjk = None if _CJK_MARKS.isdisjoint(text) else _TRAILING_CJK.fullmatch(text)
    if cjk and (said := elision(cjk["mark"])) is not False:
        return cjk["name"], said
    for found in _marks(text):
        name, said = text[: found.start()].rstrip(" ,;("), elision(text[found.end() :])
        if said is not False and any(map(str.isalnum, name)):
            return name, said
    return text, False


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Yield the text before each elision mark that a name ends with."""
    if not holds_number(text):
        yield from _TRAILING.finditer(text)
        return
    for gap in _GAP.finditer(text):
        if _TRAILING.match(text, gap.start()) or _count(text[gap.end() :].strip(" {}")):
            yield gap


# What is said of another work before the name of its author.
_OTHER_WORK: Final = regex(
    r"(?:\b(?:cited|extended|followed|inspired|improved|motivated|refuted|used|criti[cs]i[sz]ed)\s+by"
    r"|\b(?:based|builds?|building|built|expands?|expanding|improves?|improving|relies|relying)\s+(?:up)?on"
    r"|\b(?:cites?|citing|contradicts?|extends?|extending|follows?|following|generali[sz]es?"
    r"|outperforms?|refines?|refutes?|replicates?|unlike|beats?|vs\.?|versus|than|after"
    r"|contrast\s+(?:to|with)|compar(?:ed|ison)\s+(?:to|with)|response\s+to|follow-up\s+(?:to|of))"
    r")\W{1,3}(?:the\s+(?:work\s+of\s+)?)?\Z",
    re.IGNORECASE,
)
_BEFORE: Final = 60


def is_of_another_work(text: str, place: int) -> bool:
    """Return whether the words before a name say that it belongs to another work.

    >>> is_of_another_work("It builds on Berg et al. (2017).", 13), is_of_another_work("Berg", 0)
    (True, False)
    """
    return _OTHER_WORK.search(text[max(0, place - _BEFORE) : place]) is not None
