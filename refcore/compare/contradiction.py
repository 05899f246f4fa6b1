"""The reasons why two names cannot be one person's."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import OSA

from refcore.compare.family import same_family
from refcore.compare.given import same_given
from refcore.compare.kinds import DifferenceKind
from refcore.compare.parsed import ParsedName, Token, joined_fold
from refcore.compare.result import NameComparison
from refcore.compare.scripts import are_of_two_scripts
from refcore.names.shape import running_words

__all__ = ["MISSPELT", "are_close", "contradiction", "likeness"]


def are_close(one: str, other: str) -> bool:
    """Return whether two folded words differ by a slip, such as one letter.

    >>> are_close("parmar", "parmer"), are_close("gary", "greg")
    (True, False)
    """
    if one == other:
        return True
    shortest, longest = sorted((len(one), len(other)))
    if shortest < 2:
        return False
    allowed = 1 if longest <= 5 else 2 if longest <= 9 else 3
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def contradiction(claimed: ParsedName, actual: ParsedName) -> NameComparison:
    """Return why two names cannot be one person's, or why they cannot be compared."""
    if are_of_two_scripts(claimed.text, actual.text):
        return _SCRIPTS
    if claimed.is_too_long or actual.is_too_long:
        return NameComparison(DifferenceKind.OTHER_PERSON, (), "the name of someone else")
    i, j = claimed.family_start, actual.family_start
    left, right = claimed.tokens, actual.tokens
    family = same_family(left[i:], right[j:], compound=False) is not None
    given_left = [token for word in left[:i] for token in word]
    given_right = [token for word in right[:j] for token in word]
    given = same_given(given_left, given_right) is not None or not (given_left or given_right)
    if family and given:
        if strange := strange_words(claimed, actual):
            rule = f"{strange[0]!r} is not part of a name"
            return NameComparison(DifferenceKind.MISSPELLED, (), rule)
        return _suffixes(claimed, actual)
    if family:
        return _given(given_left, given_right)
    if given:
        return _family(joined_fold(left[i:]), joined_fold(right[j:]))
    if are_close(claimed.letters, actual.letters):
        return NameComparison(DifferenceKind.MISSPELLED, (), "the name is spelt differently")
    if not given_left or not given_right:
        return _one_part(claimed, actual)
    return NameComparison(DifferenceKind.OTHER_PERSON, (), "the name of someone else")


def strange_words(claimed: ParsedName, actual: ParsedName) -> list[str]:
    """Return words of the claimed name alone that no name has: *those* in "Y those Shen"."""
    return running_words(set(claimed.text.split()).difference(actual.text.split()))


_SCRIPTS: Final = NameComparison(
    DifferenceKind.OTHER_SCRIPT, (), "the names are not compared: they are in two scripts"
)


def _suffixes(claimed: ParsedName, actual: ParsedName) -> NameComparison:
    if claimed.suffix and actual.suffix:
        rule = f"another suffix: {claimed.suffix} is not {actual.suffix}"
        return NameComparison(DifferenceKind.DIFFERENT_SUFFIX, (), rule)
    return NameComparison(DifferenceKind.OTHER_PERSON, (), "the name of someone else")


def _words(tokens: list[Token]) -> str:
    text = ""
    for token in tokens:
        text += ("-" if token.joined else " ") + token.raw
    return text.strip()


def _given(left: list[Token], right: list[Token]) -> NameComparison:
    one, other = _words(left), _words(right)
    if not left or not right:
        rule = f"only one of them has the given name {one or other}"
        return NameComparison(DifferenceKind.DIFFERENT_GIVEN_NAME, (), rule)
    if left[0].initial or right[0].initial or left[0].folds == right[0].folds:
        rule = f"another initial or middle name: {one} is not {other}"
        if not _full_misspelt(left, right):
            return NameComparison(DifferenceKind.DIFFERENT_GIVEN_NAME, (), rule)
    folded = ["".join(token.fold for token in tokens) for tokens in (left, right)]
    if are_close(*folded):
        rule = f"the given name is spelt differently: {one} is not {other}"
        return NameComparison(DifferenceKind.MISSPELLED, (), rule)
    rule = f"another given name: {one} is not {other}"
    return NameComparison(DifferenceKind.DIFFERENT_GIVEN_NAME, (), rule)


def _full_misspelt(left: list[Token], right: list[Token]) -> bool:
    # One full element is misspelt, and others agree.
    if len(left) != len(right):
        return False
    apart = [
        (a.fold, b.fold)
        for a, b in zip(left, right, strict=True)
        if set(a.folds).isdisjoint(b.folds)
    ]
    return len(apart) == 1 and min(map(len, apart[0])) > 1 and are_close(*apart[0])


def _family(one: str, other: str) -> NameComparison:
    if are_close(one, other):
        rule = "the family name is spelt differently"
        return NameComparison(DifferenceKind.MISSPELLED, (), rule)
    return NameComparison(DifferenceKind.DIFFERENT_FAMILY_NAME, (), "another family name")


def _one_part(claimed: ParsedName, actual: ParsedName) -> NameComparison:
    one, other = claimed.letters, actual.letters
    if other and one.startswith(other):
        rule = f"the actual name is {actual.text} alone; the rest is invented"
        return NameComparison(DifferenceKind.DIFFERENT_FAMILY_NAME, (), rule)
    if one and other.startswith(one):
        rule = "the given name alone does not tell the person"
        return NameComparison(DifferenceKind.DIFFERENT_FAMILY_NAME, (), rule)
    return NameComparison(DifferenceKind.OTHER_PERSON, (), "the name of someone else")


MISSPELT: Final = 100  # the likeness of a name and its right spelling


def likeness(claimed: ParsedName, actual: ParsedName) -> int:
    """Return how much two contradicting names have in common, from 0 to 100.

    Pairs what is left of two lists: a misspelt name with the right one.
    """
    found = contradiction(claimed, actual).kind
    if found is DifferenceKind.OTHER_PERSON:
        return 0
    if found is DifferenceKind.OTHER_SCRIPT:
        return 10
    if found in (DifferenceKind.MISSPELLED, DifferenceKind.DIFFERENT_SUFFIX):
        return MISSPELT
    return 60 if found is DifferenceKind.DIFFERENT_GIVEN_NAME else 50
