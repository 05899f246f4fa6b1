"""Titles with letters that were lost or damaged, and titles in the letters of two scripts."""

from __future__ import annotations

from typing import Final

from refcore.compare.titles.changes import agree
from refcore.compare.titles.difference import Findings, TitleDifference
from refcore.compare.titles.spellings import of_scholars, plain_russian
from refcore.compare.titles.words import title_words
from refcore.text.ascii import to_ascii
from refcore.text.misread import has_lost_letters, mended, without_losable
from refcore.text.patterns import regex

__all__ = ["in_letters"]


def in_letters(claimed: str, actual: str) -> Findings:
    """Yield how titles agree if one has letters that the other has lost or lacks.

    >>> next(in_letters("Schr?dinger operators", "Schrödinger operators"))[1]
    'letters with marks are lost or damaged'
    >>> next(in_letters("Voyna i mir", "Война и мир"))[1]
    'the title is in the letters of another script'
    """
    whole = mended(claimed), mended(actual)
    is_mended = whole != (claimed, actual)
    if (is_mended and agree(*map(title_words, whole))) or _have_lost(*whole):
        yield TitleDifference.SPELLING, "letters with marks are lost or damaged"
    if bool(_OTHER_SCRIPT.search(claimed)) is not bool(_OTHER_SCRIPT.search(actual)):
        ours, theirs = (
            {
                "".join(map(plain_russian, title_words(to_ascii(title)))),
                "".join(of_scholars(title) or ()),
            }
            for title in whole
        )
        if (ours & theirs) - {""}:
            yield TitleDifference.SPELLING, "the title is in the letters of another script"


# Cyrillic, Hangul, Han and other letters; one or two Greek ones are more often a formula's.
_OTHER_SCRIPT: Final = regex("[\u0370-\u03ff]{3}|[\u0400-\u1fff\u3040-\u9fff\uac00-\ud7af]")


def _have_lost(claimed: str, actual: str) -> bool:
    """Return whether titles differ only in letters with marks that one of them has lost.

    >>> _have_lost("tude du développement", "Étude du développement"), _have_lost("tude", "Etude")
    (True, False)
    """
    ours, theirs = claimed.split(), actual.split()
    return len(ours) == len(theirs) and all(map(_is_same_or_lost, ours, theirs))


def _is_same_or_lost(one: str, other: str) -> bool:
    if one == other:
        return True
    words = title_words(one), title_words(other)
    return words[0] == words[1] or _has_lost(one, other) or _has_lost(other, one)


def _has_lost(damaged: str, whole: str) -> bool:
    """Return whether a word is the other without its letters with marks, or with "?" for them.

    >>> _has_lost("Mller", "Müller"), _has_lost("Miller", "Müller")
    (True, False)
    """
    rest = without_losable(whole)
    if rest == whole:
        return False
    # A word with such a letter has lost none, unless signs replace some.
    if not has_lost_letters(damaged) and without_losable(damaged) != damaged:
        return False
    return "".join(title_words(without_losable(damaged))) == "".join(title_words(rest))
