"""Takes marks of affiliations, roles and numerals out of a pasted list of names."""

from __future__ import annotations

import re
from typing import Final

from refcore.names.cells import is_role
from refcore.names.familynames import is_family
from refcore.names.noise import GAP
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = [
    "DIVIDED",
    "with_known_marks",
    "with_letter_marks",
    "without_letter_key",
    "without_roles",
    "without_roman",
]

# "Bo Fei,a Al Go,ab Mo Hu*b and Ann Raoc", where all authors have letters if one has.
_FIRST_LETTER: Final = regex(
    widened(r"(?<=[^\W\d_])[ ]?,[ ]?\*?(?:a|ab|abc|a,b)\*?[ ](?=[A-ZÀ-Þ])")
)
_LETTER_AFTER_COMMA: Final = regex(
    widened(
        r"(?<=[^\W\d_])[ ]?,[ ]?\*?(?:(?!de\b|af\b|da\b)[a-h]{1,3}|[a-h](?:,[a-h]){1,3})"
        r"\*?[ ]+(?=[A-ZÀ-Þ])"
    )
)
_LETTER_AFTER_STAR: Final = regex(r"(?<=[^\W\d_])[ ]?\*[ ]?[a-h]{1,3}(?=[ ]?(?:,|and\b|\Z))")
_LETTER_BEFORE_AND: Final = regex(
    widened(r"(?<=[a-zß-ÿ]{2})[a-h](?=[ ]+and\b)|(?<=\w)[ ]+[a-h]{1,3}(?=[ ]+and\b|[ ]*\Z)")
)
# "A. Berga,*, B. Feib": letters on all names, one of them with a star.
_GLUED_WITH_STAR: Final = regex(widened(r"(?<=[a-zß-ÿ]{2})[a-h](?:,[a-h])*,[ ]?[*∗⁎†]+"))
_BEFORE_COLON: Final = regex(
    widened(r"(?P<start>\A|\n|;\s?)\s{0,99}+(?P<role>(?!Corresp)[A-Z][A-Za-z -]{1,40}):\s+")
)
_ROMAN: Final = regex(r"[ ](?P<numbers>(?:I{1,3}|IV|VI{0,3}|IX|X)(?:, ?[IVX]{1,4}){0,5})\s*\Z")
# "a MIT" below the names: what the letter of an affiliation means.
_KEY_LINE: Final = regex(widened(r"\(?([a-h])\)?[ \t.:]{1,3}(?=[A-ZÀ-Þ])"))
_KEYED: Final = regex(r"[ ]?[*∗⁎†✉]?,?([a-h])[ ]?[*∗⁎†✉]*\s*\Z")
_MARK_BEHIND: Final = regex(r"[a-h],[ ]?[\d*†‡§](?=\s|,|;|\Z)")
_IN_LIST: Final = regex(r"[,;\n]\s*(?:and\s+)?|\s+(?:and|&)\s+")
_LIST_MARKS: Final = regex(r"[,;]\s+|\s+(?:and|&)\s+")
_GLUED_TO_LAST: Final = regex(r"(?<=[^\W\d_]{2})[a-h]\*?[ \t\n]*\Z")
DIVIDED: Final = regex(r"[,;\n\t]")
# A mark of the writer's own between whole names: "Ada Berg → Bo Fei → Mo Far".
_OWN_MARK: Final = regex(
    r"(?<=\S)\s{1,3}([^\w\s,;.…'’\"“”()\[\]&*†‡§¶-]{1,3}|-{1,2}>)\s{1,3}(?=\S)"
)


def without_roles(text: str) -> str:
    """Return a text without roles before a colon: "Keynote: Bo Fei; Moderator: Al Go".

    >>> without_roles("Keynote: Bo Fei; Moderator: Al Go"), without_roles("Google: Bo Fei")
    ('Bo Fei; Al Go', 'Google: Bo Fei')
    """
    return _BEFORE_COLON.sub(lambda m: m["start"] if is_role(m["role"]) else m[0], text)


def with_known_marks(text: str) -> str:
    """Return a text with semicolons in place of a mark that is repeated between whole names.

    >>> with_known_marks("Bo Fei → Mo Far → Al Go")
    'Bo Fei; Mo Far; Al Go'
    """
    if DIVIDED.search(text.strip()) or len(set(_OWN_MARK.findall(text))) != 1:
        return text
    parts = [part.split() for part in _OWN_MARK.sub("\n", text).split("\n")]
    whole = all(1 < len(words) < 6 and words[0][0].isupper() for words in parts)
    return _OWN_MARK.sub("; ", text) if whole else text


def with_letter_marks(text: str) -> str:
    """Return a text with gaps for affiliation letters after commas, as the RSC prints them.

    >>> with_letter_marks("Bo Fei,a Al Go,ab Mo Hu*b and Ann Raoc").replace(GAP, "")
    'Bo Fei, Al Go, Mo Hu and Ann Rao'
    """
    if not _FIRST_LETTER.search(text):
        for star in (_GLUED_WITH_STAR, _LETTER_AFTER_STAR):
            if star.search(text) and (bare := _without_glued_to_all(text, star)) != text:
                return bare
        return text
    text, marks = _LETTER_AFTER_COMMA.subn(f"{GAP}, ", text)
    text, stars = _LETTER_AFTER_STAR.subn(GAP, text)
    text = _LETTER_BEFORE_AND.sub(GAP, text)
    last = _GLUED_TO_LAST.search(text) if marks + stars > 1 else None
    return _without_glued(text, last.start()) if last else text


def without_letter_key(text: str) -> str:
    """Return a list without the letters at its names, and without the lines that explain them.

    >>> without_letter_key("Bo Feia, Al Goa,b,*\\na MIT\\nb ETH Zurich")
    'Bo Fei, Al Go'
    >>> without_letter_key("Bo Fei, Al Go\\na MIT")
    'Bo Fei, Al Go\\na MIT'
    """
    if "\n" not in text.strip():
        return _without_ordered_letters(text)
    lines = text.strip().split("\n")
    keys = [found[1] if (found := _KEY_LINE.match(line)) else "" for line in lines]
    first = keys.index("a") if "a" in keys[1:] else 0
    if not first or any(
        line and not key for key, line in zip(keys[first:], lines[first:], strict=True)
    ):
        return text
    names, _ = _without_keys("\n".join(lines[:first]), {key for key in keys[first:] if key})
    return ", ".join(names) or text


def _without_keys(text: str, known: set[str]) -> tuple[list[str], list[str]]:
    """Return the names of which each has a letter at its end, and the letters, or nothing.

    >>> _without_keys("Bo Feia,1, Al Gob,*", {"a", "b"}), _without_keys("Bo Feia, Al Go", {"a"})
    ((['Bo Fei', 'Al Go'], ['a', 'b']), ([], []))
    """
    names: list[str] = []
    letters: list[str] = []
    for part in _IN_LIST.split(text):
        bare = part.strip(" \t*∗⁎†✉0123456789")
        if not bare or (names and set(bare) <= known):
            letters += bare
            continue
        found = _KEYED.search(bare)
        if not found or found[1] not in known or not (name := _without_key(bare, known)):
            return [], []
        names.append(name)
        letters.append(found[1])
    return names, letters


def _without_ordered_letters(text: str) -> str:
    """Return a line without the letters glued to its names, which count the places of work.

    >>> _without_ordered_letters("Bo Feia,1, Al Gob, and Mo Huc,2")
    'Bo Fei, Al Go, Mo Hu'
    >>> _without_ordered_letters("Ada Costa, Jo Webb")
    'Ada Costa, Jo Webb'
    """
    if "," not in text or _LETTER_AFTER_COMMA.search(text):
        return text
    names, letters = _without_keys(text, set("abcdefgh"))
    order = "".join(dict.fromkeys(letters))
    is_marked = _MARK_BEHIND.search(text) is not None
    is_counted = order and order in "abcdefgh" and order[0] == "a" and len(order) > 1
    many = len(order) > 2 or is_marked
    return ", ".join(names) if is_counted and many and all(" " in x for x in names) else text


def _without_key(name: str, known: set[str]) -> str:
    """Return a name without the letter at its end, or nothing where two letters may be there.

    >>> [_without_key(name, {"a", "b"}) for name in ("Bo Feib", "Bo Feiab", "*a", "ab")]
    ['Bo Fei', '', '', '']
    """
    bare = name[:-1].rstrip(" ,*∗⁎†✉")
    if not bare.strip():
        return ""
    shorter = bare[:-1].rstrip(" ,")
    if is_family(bare.split()[-1]) or bare[-1] not in known or bare[-1] >= name[-1]:
        return bare
    return shorter if is_family("".join(shorter.split()[-1:])) else ""


def _without_glued(text: str, end: int) -> str:
    """Return a text up to a glued letter, or to the first of several after a known family name.

    >>> _without_glued("Bo Mülleracd", 11), _without_glued("Bo Feica", 7)
    ('Bo Müller', 'Bo Feic')
    """
    word = text[:end].split()[-1]
    for count in (1, 2):
        if set(word[-count:]) <= set("abcdefgh") and is_family(word[:-count]):
            return text[: end - count]
    return text[:end]


def _without_glued_to_all(text: str, star: re.Pattern[str]) -> str:
    """Return a list without the letters glued to its names, if they are on every name.

    >>> _without_glued_to_all("A. Berga,*, B. Feib, Mo Hua", _GLUED_WITH_STAR).replace(GAP, "")
    'A. Berg, B. Fei, Mo Hu'
    """
    names = [part for part in _LIST_MARKS.split(star.sub(GAP, text)) if part.strip()]
    bare = [name if GAP in name else _GLUED_TO_LAST.sub(GAP, name) for name in names]
    return ", ".join(bare) if all(GAP in name for name in bare) else text


def without_roman(text: str) -> str:
    """Return a text without the Roman numbers of affiliations, if each name has some.

    >>> without_roman("Bo Fei I; Al Go II; Mo Hu I,III"), without_roman("Bo Fei II; Al Go")
    ('Bo Fei; Al Go; Mo Hu', 'Bo Fei II; Al Go')
    """
    ends = [_ROMAN.search(part) for part in text.split(";")]
    found = [end["numbers"] for end in ends if end]
    if len(found) < 2 or len(found) < len(ends) or "I" not in found:
        return text
    return ";".join(end.string[: end.start()] for end in ends if end)
