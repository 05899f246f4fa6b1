"""Initials and words in brackets that only one of two titles has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from refcore.compare.titles.abbreviated import has_initials
from refcore.compare.titles.notes import bare_title
from refcore.compare.titles.words import title_words
from refcore.text.patterns import regex

__all__ = ["have_other_initials", "without_brackets", "without_initials"]

_INITIALS: Final = regex(
    r"\s?[(\[](?:([A-Z][A-Za-z]{1,7})(-?[0-9]{1,2}|-[IVX]{1,4})?"
    r"|([A-Za-z]{2,8}[0-9][a-z]{0,8}|[0-9][A-Z]{1,5}))[®™]?[)\]]\s?$"
)
_WITH_DIGIT: Final = regex(r"[a-z]+[0-9][a-z]*")  # a made-up name: word2vec


def have_other_initials(claimed: str, actual: str) -> bool:
    """Return whether both titles have initials in brackets, which are others.

    >>> have_other_initials("On Moss (OM)", "On Moss (ON)"), have_other_initials("Moss", "Moss")
    (True, False)
    """
    ours, theirs = (set(map(str.casefold, _BOXED.findall(title))) for title in (claimed, actual))
    return bool(ours and theirs and ours.isdisjoint(theirs))


_BOXED: Final = regex(r"[(\[]([A-Z][A-Za-z0-9-]{0,6}[A-Z0-9])s?[)\]]")
# A word or three in brackets, which say more: "Rate-Agnostic (Causal) Structure Learning".
_BRACKETS: Final = regex(
    r"(?<=\w)\s\(([A-Z][a-z]{3,20}(?:[:,;]\s[A-Z][a-z]{3,20}){1,3})\)(?=\s+\w)"
    r"|(?<=\w)\s\(((?:[^\W\d_][\w'’-]{2,})(?:\s[\w'’-]+){0,2})\)(?=\s+\w)"
    r"|(?<=\w)\s\(((?=[^()]*[a-zA-Z]{2})[0-9A-Za-z]{2,9}-[0-9A-Za-z]{1,9})\)(?=\s+\w)"
    r"|(?<=\w)\s\(([0-9]{1,3}[A-Z][a-z]?|[A-Z][a-z]?[0-9]{2,3})\)(?=\s+\w)"  # an isotope
    r"|(?<=\w)\s\((?![IVX]+\))([A-Z]{2}[A-Za-z0-9]{0,8})\)(?=\s*[:–—]|\s-\s)"
    r"|(?<=[a-z])\s?[(\[]([^()\[\]A-Za-z]*[\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
    r"[^()\[\]A-Za-z]*)[)\]]\s*$"
    r"|(?<=[\w?!])\s[(\[](?![^()\[\]]*\b(?:[0-9]+|[IVX]+)\b)"
    r"(?!(?:and|or|but|not?|non|nor|versus|vs|with|without|in|of|for|from|by|on|at|to|under|over|after"
    r"|before|against|[Ss]equel|[Rr]evisited|[Cc]ontinued|when|where|why|how|if|as|is|are|via|using|almost|un)\b)"
    r"([^\W\d_][^()\[\]]{2,80})[)\]]\s*$"
)
_DENIALS: Final = frozenset("almost anti hardly never non nor not without".split())


def without_brackets(title: str) -> list[list[str]]:
    """Return the words of a title without those in brackets, if they deny nothing.

    >>> without_brackets("Moss (Sphagnum) in Bogs")
    [['moss', 'in', 'bogs']]
    """
    found = _BRACKETS.findall(title) if "(" in title or "[" in title else []
    said = {word for groups in found for one in groups for word in title_words(one)}
    if not found or said & _DENIALS:
        return []
    rest = _BRACKETS.sub("", title)
    bare = bare_title(rest)  # "Boats, 3rd ed. (Texts of Carpentry)"
    return [title_words(one) for one in dict.fromkeys((rest, bare))]


def without_initials(title: str, theirs: list[str]) -> str:
    """Return a title without initials of some of the other one's words in brackets at its end.

    A number may follow them: "Diagnostic Manual of Disorders (DMD-5)".

    >>> without_initials("Manual of Disorders (DSM-5)", "manual of disorders dsm 4".split())
    'Manual of Disorders'
    """
    found = _INITIALS.search(title)
    if found is None:
        return title
    short = (found[1] or found[3]).casefold()
    runs = (
        theirs[start : start + width]
        for width in range(2, len(short) + 3)
        for start in range(len(theirs) - width + 1)
    )
    is_made = any(has_initials(short, run) or _is_spelt_from(short, run) for run in runs)
    # After a long title, a name with a number is what the paper calls its subject: "(GPT-3)".
    is_numbered = found[2] or short[0].isdigit()
    is_named = is_numbered and (short in theirs or len(theirs) >= _LONG_TITLE)
    is_made = is_made or bool(is_named) or bool(_WITH_DIGIT.fullmatch(short))
    return title[: found.start()] if is_made else title


_LONG_TITLE: Final = 6


def _is_spelt_from(short: str, words: Sequence[str]) -> bool:
    """Return whether a short name has one to three letters of each word: ViT, vision transformer.

    >>> _is_spelt_from("vit", ["vision", "transformer"]), _is_spelt_from("vit", ["moss", "garden"])
    (True, False)
    """
    if not words:
        return not short
    return any(
        short[:taken] == words[0][:taken] and _is_spelt_from(short[taken:], words[1:])
        for taken in range(1, min(3, len(short)) + 1)
    )
