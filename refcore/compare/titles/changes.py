"""The differences between the words of two titles, change by change, each with its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from refcore.compare.titles.abbreviated import has_initials, is_abbreviation
from refcore.compare.titles.counted import (
    PARTS,
    counted_after,
    dimension,
    is_range,
    is_said,
    is_same_decade,
    number_of_part,
)
from refcore.compare.titles.customs import is_romanized, is_same_article
from refcore.compare.titles.difference import TitleDifference, WordChange
from refcore.compare.titles.oneword import difference_of_words
from refcore.compare.titles.scanned import is_split_ligature
from refcore.compare.titles.spellings import spelling, spelt_out
from refcore.compare.titles.words import GREEK
from refcore.text.patterns import regex

__all__ = ["KINDS_OF_TEXT", "agree", "changes", "each_change"]


class _Block(NamedTuple):
    """Words that one title has in place of the other's, with the record's words around them."""

    ours: Sequence[str]
    theirs: Sequence[str]
    before: Sequence[str]
    after: Sequence[str]


_ARTICLES: Final = frozenset(("a", "an", "the"))
# The last word of a title that says the kind of its text, with an article or without.
KINDS_OF_TEXT: Final = frozenset(
    "commentary comparison introduction overview perspective primer reappraisal review summary "
    "survey synopsis synthesis tutorial update".split()
)


def changes(claimed: Sequence[str], actual: Sequence[str]) -> tuple[WordChange, ...]:
    """Return the changes from the record's words to the claim's, in the order of the title.

    >>> ours = "supervised deep rl".split()
    >>> theirs = "unsupervised deep reinforcement learning".split()
    >>> for change in changes(ours, theirs):
    ...     print(change)
    "supervised" is written for its contrary, "unsupervised"
    "reinforcement learning" is written "rl"
    """
    return tuple(each_change(claimed, actual))


def each_change(claimed: Sequence[str], actual: Sequence[str]) -> Iterator[WordChange]:
    """Yield what `changes` returns, so that the comparison ends at the change that decides."""
    if not PARTS.isdisjoint(claimed) and not PARTS.isdisjoint(actual):
        claimed, actual = counted_after(claimed), counted_after(actual)
    for block in _blocks(claimed, actual):
        difference = _difference(block)
        if difference is not TitleDifference.NONE:
            yield WordChange(difference, " ".join(block.ours), " ".join(block.theirs))


def agree(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether the words of two titles are the same, or variants of each other.

    >>> agree(["the", "colour"], ["the", "color"]), agree(["moss"], ["fern"]), agree([], ["fern"])
    (True, False, False)
    """
    if not ours or not theirs:
        return False
    return "".join(ours) == "".join(theirs) or all(c.is_variant for c in each_change(ours, theirs))


def _blocks(claimed: Sequence[str], actual: Sequence[str]) -> Iterator[_Block]:
    """Yield the stretches that differ, each with the record's words before it and after it."""
    start, end = _common_ends(claimed, actual)
    ours, theirs = claimed[start : len(claimed) - end], actual[start : len(actual) - end]
    if not (ours and theirs) or len(ours) == len(theirs) == 1:
        # Most titles that are near differ in one place.
        if ours or theirs:
            yield _Block(ours, theirs, actual[:start], actual[len(actual) - end :])
        return
    before, after = actual[:start], actual[len(actual) - end :]
    for one in _unequal(ours, theirs):
        yield _Block(one.ours, one.theirs, [*before, *one.before], [*one.after, *after])


def _common_ends(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """Return how many words are the same at the beginning of both, and then at the end.

    >>> _common_ends("a moss in a wood".split(), "a fern in a wood".split())
    (1, 3)
    """
    most = min(len(ours), len(theirs))
    start = end = 0
    while start < most and ours[start] == theirs[start]:
        start += 1
    while end < most - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    return start, end


def _unequal(claimed: Sequence[str], actual: Sequence[str]) -> Iterator[_Block]:
    from rapidfuzz.distance import Levenshtein

    ours = [spelling(word) for word in claimed]
    theirs = [spelling(word) for word in actual]
    begun: tuple[int, int] | None = None
    for step in Levenshtein.opcodes(ours, theirs):
        if step.tag != "equal":
            begun = begun or (step.src_start, step.dest_start)
            continue
        if begun:
            yield _Block(
                claimed[begun[0] : step.src_start],
                actual[begun[1] : step.dest_start],
                actual[: begun[1]],
                actual[step.dest_start :],
            )
            begun = None
        for at in range(step.src_end - step.src_start):
            one, other = claimed[step.src_start + at], actual[step.dest_start + at]
            if one != other:
                place = step.dest_start + at
                yield _Block([one], [other], actual[:place], actual[place + 1 :])
    if begun:
        yield _Block(claimed[begun[0] :], actual[begun[1] :], actual[: begun[1]], ())


def _difference(block: _Block) -> TitleDifference:
    """Return the difference that a block makes."""
    ours, theirs = block.ours, block.theirs
    if not (ours and theirs):
        return _first(_ONE_LACKS, block) or _of_words_alone(block)
    if "".join(ours) == "".join(theirs):
        return TitleDifference.NONE
    if found := _first(_BOTH_HAVE, block):
        return found
    if len(ours) == len(theirs) == 1:
        return difference_of_words(ours[0], theirs[0])
    if len(ours) == len(theirs) and (found := _of_each(ours, theirs)):
        return found
    return _first(_PHRASES, block) or TitleDifference.REPLACED


def _first(rules: _Rules, block: _Block) -> TitleDifference | None:
    """Return the difference of the first rule that holds."""
    for holds, difference in rules:
        if holds(block):
            return difference
    return None


def _of_words_alone(block: _Block) -> TitleDifference:
    """Return the difference of words that the other title lacks."""
    ours, theirs, before, after = block
    if ours:
        is_twice = list(before[-len(ours) :]) == list(ours)
        return TitleDifference.REPEATED if is_twice else TitleDifference.ADDED
    near = list(before[-len(theirs) :]), list(after[: len(theirs)])
    # A letter may be written twice on purpose, as in "ΔΔG".
    is_twice = list(theirs) in near and GREEK.isdisjoint(theirs)
    return TitleDifference.REPEATED if is_twice else TitleDifference.LEFT_OUT


def _is_spelling(block: _Block) -> bool:
    """Return whether the words are spelt otherwise, each or all together."""
    ours, theirs = block.ours, block.theirs
    return [*map(spelling, ours)] == [*map(spelling, theirs)] or _spelt_alike(ours, theirs)


def _is_and(block: _Block) -> bool:
    """Return whether the word of another language for "&" is "and" in one title."""
    words = {*block.ours, *block.theirs}
    return len(block.ours) == len(block.theirs) == 1 and "and" in words and words <= _ANDS


# Words for "&", which is "and" when titles are compared.
_ANDS: Final = frozenset("and e en et i och og und y".split())


def _is_article(block: _Block) -> bool:
    """Return whether an article at the beginning, or before the kind of the text, is another."""
    may_be_left_out = not block.before or (
        len(block.after) == 1 and block.after[0] in KINDS_OF_TEXT
    )
    return may_be_left_out and {*block.ours, *block.theirs} <= _ARTICLES


def _is_counted(block: _Block) -> bool:
    """Return whether a title lacks a sign, or a noun that counts."""
    return is_said(block.before, [*block.ours, *block.theirs], block.after)


def _is_in_range(block: _Block) -> bool:
    ours, theirs, before, after = block
    return bool(before) and is_range(ours, theirs, before[-1], after)


def _are_before_initials(block: _Block) -> bool:
    """Return whether initials follow the words in one title, and are alone in the other."""
    return bool(block.after) and has_initials(block.after[0], [*block.ours, *block.theirs])


def _is_short_name(block: _Block) -> bool:
    """Return whether a known short name is written out."""
    ours, theirs = block.ours, block.theirs
    return len(ours) + len(theirs) <= _MOST_OF_SHORT and _spelt_out(ours) == _spelt_out(theirs)


_MOST_OF_SHORT: Final = 8


def _has_initials(block: _Block) -> bool:
    """Return whether a word has the initials of the other title's words."""
    ours, theirs, before, _ = block
    if len(ours) == len(theirs):
        return False
    return is_abbreviation(ours, theirs, before) or is_abbreviation(theirs, ours, before)


def _of_each(ours: Sequence[str], theirs: Sequence[str]) -> TitleDifference | None:
    """Return the difference of words that each are another form of the one at its place, or None.

    >>> _of_each(["effcient", "enviroments"], ["efficient", "environments"]).value
    'misspelt'
    >>> _of_each(["deep", "enviroments"], ["wide", "environments"])
    """
    found = {
        difference_of_words(one, other)
        for one, other in zip(ours, theirs, strict=True)
        if one != other
    }
    if not found <= _OF_LETTERS:
        return None
    is_slip = TitleDifference.MISSPELT in found
    return TitleDifference.MISSPELT if is_slip else TitleDifference.SPELLING


# Other forms of one word, as far as its letters show.
_OF_LETTERS: Final = frozenset((TitleDifference.SPELLING, TitleDifference.MISSPELT))


def _is_versus(block: _Block) -> bool:
    """Return whether titles write "v.", "vs." or "versus", where the letter is no number.

    >>> [_is_versus(_Block(["v"], ["vs"], [word], [])) for word in ("quill", "type")]
    [True, False]
    """
    ours, theirs, before, _ = block
    if len(ours) != 1 or len(theirs) != 1 or not before or before[-1] in _NUMBERED:
        return False
    return {spelling(ours[0]), spelling(theirs[0])} == {"v", "vs"}


# Words before a Roman numeral.
_NUMBERED: Final = frozenset(
    "act appendix book chapter class factor figure grade group henry level louis article part "
    "phase section stage table title type volume".split()
)


def _spelt_out(words: Sequence[str]) -> str:
    """Return words, or the letters of "U.S.", with a known short name written out.

    >>> _spelt_out(["linf"]), _spelt_out(["l", "infty"])
    ('linfty', 'l infty')
    """
    return spelt_out(("" if all(len(word) == 1 for word in words) else " ").join(words))


def _spelt_alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    one, other = "".join(ours), "".join(theirs)
    return spelling(one) == spelling(other) or (bool(other) and _turned(one) == other)


def _turned(word: str) -> str:
    """Return an isotope with its number on the other side: "136xe" is "xe136".

    >>> _turned("7th"), _turned("licht")
    ('th7', '')
    """
    found = _ISOTOPE.fullmatch(word)
    return f"{found[2]}{found[1]}" if found else ""


_ISOTOPE: Final = regex(r"([0-9]{1,3}(?=[a-z])|[a-z]{1,2}(?=[0-9]))([0-9]{1,3}|[a-z]{1,2})")


def _is_decade(block: _Block) -> bool:
    ours, theirs = block.ours, block.theirs
    return ours[-1][-1] == theirs[-1][-1] == "s" and is_same_decade(ours, theirs)


def _is_arabic_article(block: _Block) -> bool:
    ours, theirs = block.ours, block.theirs
    return len(ours) == len(theirs) == 1 and is_same_article(ours[0], theirs[0], block.after)


def _is_ligature(block: _Block) -> bool:
    ours, theirs = block.ours, block.theirs
    return is_split_ligature(ours, theirs) or is_split_ligature(theirs, ours)


def _is_dimension(block: _Block) -> bool:
    return dimension(block.ours) == dimension(block.theirs) != ""


def _is_numbered_alike(block: _Block) -> bool:
    return number_of_part(block.ours) == number_of_part(block.theirs) is not None


_Rules = tuple[tuple[Callable[[_Block], bool], TitleDifference], ...]
# What words say that one title lacks. In each table, the first rule that holds counts.
_ONE_LACKS: Final[_Rules] = (
    (_is_article, TitleDifference.ARTICLE),  # the moss: moss
    (_is_counted, TitleDifference.SPELLING),  # part xii: xii
    (_is_in_range, TitleDifference.SPELLING),  # 1950 to 2000: 1950-2000
    (_are_before_initials, TitleDifference.ABBREVIATION),  # adversarial network (gan): gan
    (_has_initials, TitleDifference.ABBREVIATION),  # adversarial network gan: adversarial network
)
# How words differ that have others in their place.
_BOTH_HAVE: Final[_Rules] = (
    (_is_spelling, TitleDifference.SPELLING),  # colour: color
    (_is_versus, TitleDifference.SPELLING),  # v: versus
    (_is_and, TitleDifference.SPELLING),  # y: and
    (_is_article, TitleDifference.ARTICLE),  # a survey: the survey
    (_is_in_range, TitleDifference.SPELLING),  # 2019-20: 2019-2020
    (_is_short_name, TitleDifference.ABBREVIATION),  # us: united states
    (_has_initials, TitleDifference.ABBREVIATION),  # rl: reinforcement learning
    (_is_decade, TitleDifference.SPELLING),  # sixties: 1960s
    (lambda block: is_romanized(*block), TitleDifference.SPELLING),  # mao tse tung: mao zedong
    (_is_arabic_article, TitleDifference.SPELLING),  # ar (razi): al
)
# Phrases that say one thing, although their words differ one by one.
_PHRASES: Final[_Rules] = (
    (_is_dimension, TitleDifference.SPELLING),  # 3d: three dimensional
    (_is_ligature, TitleDifference.SPELLING),  # e cient: efficient
    (_is_numbered_alike, TitleDifference.SPELLING),  # part 2: zweiter band
)
