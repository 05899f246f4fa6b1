"""Bodies whose names have "and" within: "Food and Drug Administration" is one author."""

from __future__ import annotations

from typing import Final

from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import ORGANISATIONS, is_institution, looks_like_group
from refcore.names.shape import is_initials, is_name
from refcore.text.patterns import regex

__all__ = ["is_cut_body"]

# Words before what a body is for: "Ministry of Health", "Bundesamt für Migration".
_FOR: Final = frozenset(
    "of for on für der des de la du do da das dos de las los del della delle degli dei dla ds "
    "van voor för for om".split()
)
# How the name of a body begins in other languages than English.
_ABROAD: Final = regex(
    r"(?:(?:Bundes|Landes|Staats|Reichs)\w{3,}|Minist(?:er|èr|ér|ar|rstv)\w*|Institut\w*|Instytut\w*"
    r"|Comisi[óo]n|Comissão|Commissione|Conse(?:jo|lho|il)|Consiglio|Secretar[ií]a|Direc(?:ción|tion)"
    r"|Agen(?:cia|ce|zia|tur)|Agência|Office|Ufficio|Oficina|Departamento|Département|Amt)\b"
)
# The last words of such bodies, with what they are for before them: "Drug Administration".
_HEADS: Final = frozenset(
    "academy administration agency association authority board bureau commission committee "
    "council department engineers foundation institute ministry office organisation organization "
    "service services society union workers".split()
)
# The first words of a body that is whole: "National Council".
_WHOLE: Final = frozenset(
    "american australian british canadian central chinese european federal french german global "
    "indian international japanese national royal state united world".split()
)
_MOST_WORDS: Final = 12


def is_cut_body(before: str, after: str) -> bool:
    """Return whether "and" between two texts is within the name of one body.

    Args:
        before: The text from the sign before, up to "and".
        after: The text behind "and", up to the next sign.

    >>> is_cut_body("Food", "Drug Administration"), is_cut_body("Ministry of Health", "Welfare")
    (True, True)
    >>> is_cut_body("World Bank Group", "Bo Fei"), is_cut_body("OpenAI", "Qwen Team")
    (False, False)
    """
    first, last = _words(before), _words(after)
    if not first or not last or len(first) + len(last) > _MOST_WORDS:
        return False
    if last[-1].casefold() in _HEADS and len(last) > 1 and not _is_one(first):
        # "National Aeronautics and Space Administration"
        topic = first[1:] if len(first) > 1 and first[0].casefold() in _WHOLE else first
        return last[0].casefold() not in _WHOLE and _is_topic(topic)
    return _is_for(first) and (len(last) == 1 or not _is_one(last)) and _is_topic(last)


def _words(text: str) -> list[str]:
    words = text.strip(" .").split()
    country = words[:1] in (["U.S."], ["US"], ["U.K."], ["UK"], ["The"], ["the"])
    return words[1:] if country and len(words) > 1 else words


def _is_one(words: list[str]) -> bool:
    """Return whether words are the name of a body, or the end or the beginning of one.

    >>> _is_one(["Ministerio", "de", "Ciencia"]), _is_one(["Anna", "Berg"])
    (True, False)
    """
    text = " ".join(words)
    return looks_like_group(text) or is_institution(text) or bool(_ABROAD.match(text))


def _is_topic(words: list[str]) -> bool:
    """Return whether words can be what a body is for, and not a person or another body.

    >>> _is_topic(["Welfare"]), _is_topic(["Anna", "Berg"]), _is_topic(["Human", "Resources"])
    (True, False, True)
    """
    if len(words) > 3 or words[0].casefold() in ORGANISATIONS or any(map(is_initials, words)):
        return False
    if is_given(words[0].casefold()) or is_family(words[-1].casefold()):
        return False
    # "WHO and World Trade Organization", "MiniMax and Qwen Team" are two bodies.
    if len(words) > 1:
        return not is_name(" ".join(words))
    return words[0][1:].islower()


def _is_for(words: list[str]) -> bool:
    """Return whether the name of a body ends with what it is for.

    >>> _is_for(["Ministry", "of", "Health"]), _is_for(["World", "Bank", "Group"])
    (True, False)
    """
    return _is_one(words) and any(word.casefold() in _FOR for word in words[1:-1])
