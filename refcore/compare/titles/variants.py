"""The ways to write one title: in other letters, with a note, in part, with or without brackets."""

from __future__ import annotations

from typing import Final, NamedTuple

from refcore.compare.titles.beside import deepest, peeled, peeled_pairs, with_notes_after
from refcore.compare.titles.brackets import have_other_initials, without_brackets, without_initials
from refcore.compare.titles.changes import agree
from refcore.compare.titles.counted import volume_apart
from refcore.compare.titles.cut import is_beginning, is_case, is_cut_short
from refcore.compare.titles.difference import Findings, TitleDifference, WordChange
from refcore.compare.titles.lost import in_letters
from refcore.compare.titles.notes import answers, has_notice, may_have_notes, with_series_first
from refcore.compare.titles.reports import report_tail
from refcore.compare.titles.spellings import of_scholars, plain_russian
from refcore.compare.titles.subtitles import both_languages, head_of, parts_of
from refcore.compare.titles.words import has_formula, title_words, words_of_formulas
from refcore.text.patterns import regex

__all__ = ["SUBTITLE_ADDED", "variants"]

SUBTITLE_ADDED: Final = "a subtitle is added"


class _Pair(NamedTuple):
    """Two titles, without what is written beside one of them, and the words of both."""

    claimed: str
    actual: str
    bare: str
    of_record: str
    ours: list[str]
    theirs: list[str]


def variants(
    claimed: str,
    actual: str,
    ours: list[str],
    theirs: list[str],
    listed: tuple[WordChange, ...],
) -> Findings:
    """Yield the ways in which the claim writes the record's title differently.

    Args:
        claimed: The title that a reference has.
        actual: The title that its record has.
        ours: The words of the claim.
        theirs: The words of the record's title.
        listed: The changes from the record's words to the claim's.

    >>> ours, theirs = title_words("Moss: A Survey"), title_words("Moss")
    >>> [rule for _, rule in variants("Moss: A Survey", "Moss", ours, theirs, ())]
    ['a subtitle is added']
    """
    if listed and all(change.is_variant for change in listed):
        yield listed[0].difference, "; ".join(map(str, listed))
    yield from _in_spelling(claimed, actual, ours, theirs)
    is_noted = may_have_notes(claimed) or may_have_notes(actual)
    bare, of_record = claimed, actual
    if is_noted:
        bare, of_record = (one.title for one in deepest(claimed, actual))
    pair = _Pair(claimed, actual, bare, of_record, ours, theirs)
    if is_noted:
        yield from _in_report(claimed, actual)
        yield from _in_marks(claimed, actual)
        yield from _beside(pair)
    yield from _in_small_words(pair)
    if answers(claimed) is not answers(actual):
        return
    if is_noted or not (claimed.isascii() and actual.isascii()):
        yield from _in_two_languages(pair)
    if is_noted:
        yield from _in_parts(pair)
        if not have_other_initials(claimed, actual):
            yield from _in_brackets(pair)
        yield from _in_formulas(pair)
        if is_cut_short(claimed, theirs) or is_cut_short(actual, ours):
            yield TitleDifference.CUT_SHORT, "the title is cut short"
    ends = ours if bare == claimed else title_words(bare), title_words(of_record)
    if is_beginning(ends[0], theirs) or is_case(*ends) or is_case(*reversed(ends)):
        yield TitleDifference.CUT_SHORT, "the end of the title is left out"


def _in_spelling(claimed: str, actual: str, ours: list[str], theirs: list[str]) -> Findings:
    """Yield how titles agree if letters, a mark or a short form is all that differs.

    >>> claimed, actual = "Use of vit. D in bogs", "Use of vitamin D in bogs"
    >>> [rule for _, rule in _in_spelling(claimed, actual, *map(title_words, (claimed, actual)))]
    ['a word is cut short with a point']
    """
    if _differ_in_custom(claimed, theirs) or _differ_in_custom(actual, ours):
        yield TitleDifference.SPELLING, "Cyrillic letters are written by another custom"
    if not (claimed.isascii() and actual.isascii()):
        yield from in_letters(claimed, actual)
    if ours and theirs and ours[:-1] == theirs[:-1] and _is_marked(*sorted((ours[-1], theirs[-1]))):
        yield TitleDifference.EDITION, "the mark of a footnote is written beside the title"
    if ("." in claimed or "." in actual) and len(ours) == len(theirs):
        short = _written_out(claimed, ours, theirs), _written_out(actual, theirs, ours)
        if short != (ours, theirs) and agree(*short):
            yield TitleDifference.ABBREVIATION, "a word is cut short with a point"


def _in_report(claimed: str, actual: str) -> Findings:
    """Yield how titles agree that say the kind of their report in other words.

    >>> next(_in_report("Moss: case report", "Moss - a report of a case"))[1]
    'the kind of the report is written otherwise'
    """
    one, other = report_tail(claimed), report_tail(actual)
    if one and other and one.is_like(other) and agree(*map(title_words, (one.head, other.head))):
        yield TitleDifference.SPELLING, "the kind of the report is written otherwise"


def _in_marks(claimed: str, actual: str) -> Findings:
    """Yield how titles agree if only one has marks of trade in brackets, or a pair is exchanged.

    >>> next(_in_marks("Moss(TM) at work", "Moss at work"))[1]
    'a mark of trade is written'
    >>> next(_in_marks("Moss (fern) at work", "Fern (moss) at work"))[1]
    'a name and the one in brackets are exchanged'
    """
    titles = claimed, actual
    unmarked = _TRADE.sub("", claimed), _TRADE.sub("", actual)
    is_in_one = (unmarked[0] == claimed) is not (unmarked[1] == actual)
    if is_in_one and agree(*map(title_words, unmarked)):
        yield TitleDifference.SPELLING, "a mark of trade is written"
    has_brackets = "(" in claimed and "(" in actual
    if has_brackets and sorted(title_words(claimed)) == sorted(title_words(actual)):
        before, inside, after = zip(*map(_around_brackets, titles), strict=True)
        if _are_exchanged(before, inside) and after[0] == after[1]:
            yield TitleDifference.SPELLING, "a name and the one in brackets are exchanged"


# "Moss(TM)", "MOSS (R)"
_TRADE: Final = regex(r"(?<=[^\W_])(?:\(TM\)|\s\(TM\)|\([RrCc]\)|\(tm\))|(?<=[A-Z]{3})\s\(R\)")


def _around_brackets(title: str) -> tuple[list[str], list[str], list[str]]:
    """Return the words before the first bracket of a title, inside it, and after it.

    >>> _around_brackets("Moss (fern) at work")
    (['moss'], ['fern'], ['at', 'work'])
    """
    before, _, rest = title.partition("(")
    inside, _, after = rest.partition(")")
    return title_words(before), title_words(inside), title_words(after)


def _are_exchanged(before: tuple[list[str], ...], inside: tuple[list[str], ...]) -> bool:
    """Return whether each title has in its brackets what the other has before them.

    >>> _are_exchanged((["on", "moss"], ["on", "fern"]), (["fern"], ["moss"]))
    True
    """
    (ours, theirs), (our_box, their_box) = before, inside
    if not (our_box and their_box and our_box != their_box):
        return False
    head = ours[: len(ours) - len(their_box)]
    return ours == [*head, *their_box] and theirs == [*head, *our_box]


def _in_small_words(pair: _Pair) -> Findings:
    """Yield how titles agree if the mark of a possessive or an article differs."""
    titles = pair.bare, pair.of_record
    if _differ_in_mark(pair.claimed, pair.actual) and agree(*map(_without_possessives, titles)):
        yield TitleDifference.SPELLING, "the mark of a possessive differs"
    elided = _ELIDED.sub("", pair.bare), _ELIDED.sub("", pair.of_record)
    if elided != titles and agree(*map(title_words, elided)):
        yield TitleDifference.ARTICLE, "an article differs"


# The article before a vowel: "L'analyse", "All'ombra" is none.
_ELIDED: Final = regex(r"^\W*[Ll]['’`](?=[^\W\d_])")


def _differ_in_custom(title: str, other: list[str]) -> bool:
    """Return whether a title has scholars' letters for Cyrillic ones, and another has others.

    >>> _differ_in_custom("Žizn' i sud'ba", ['zhizn', 'i', 'sudba'])
    True
    >>> _differ_in_custom("Licht", ["light"])
    False
    """
    words = None if title.isascii() else of_scholars(title)
    return words is not None and words == [plain_russian(word) for word in other]


def _is_marked(word: str, marked: str) -> bool:
    """Return whether a word has the mark of the first footnote after it.

    >>> _is_marked("view", "view1"), _is_marked("il", "il1"), _is_marked("python", "python3")
    (True, False, False)
    """
    return len(word) > _LEAST_MARKED and word.isalpha() and marked == f"{word}1"


_LEAST_MARKED: Final = 3


def _written_out(title: str, words: list[str], others: list[str]) -> list[str]:
    """Return the words of a title, those cut short with a point as the other title has them.

    >>> _written_out("Use of vit. D", ["use", "of", "vit", "d"], ["use", "of", "vitamin", "d"])
    ['use', 'of', 'vitamin', 'd']
    """
    cut = {word.casefold() for word in _CUT.findall(title)}
    return [
        other if word in cut and other.startswith(word) else word
        for word, other in zip(words, others, strict=True)
    ]


# Longer words before a point are more often the end of a sentence.
_CUT: Final = regex(r"(?<![^\W_])([A-Za-z]{1,3}[b-df-hj-np-tv-z])\.(?=\s)")


def _beside(pair: _Pair) -> Findings:
    """Yield how titles agree without what is written beside one of them."""
    claimed, actual, bare, of_record, ours, theirs = pair
    # Both may have a note, and one of them the same as a part of the title.
    if any(agree(one.words, other.words) for one, other in peeled_pairs(claimed, actual)) or any(
        agree(words, other.words)
        for title, whole in ((claimed, actual), (actual, claimed))
        for other in peeled(whole)
        for words in with_notes_after(title, other)
    ):
        is_notice = has_notice(claimed) or has_notice(actual)
        yield _NOTICE_FOUND if is_notice else _EDITION_FOUND
    if ("/" in claimed) is not ("/" in actual):
        for said in (" or ", " and "):
            if agree(*(title_words(one.replace("/", said)) for one in (bare, of_record))):
                yield TitleDifference.SPELLING, "a stroke is written for a word"
    for title, wanted in ((claimed, theirs), (actual, ours)):
        if title.endswith((")", "]")) and agree(title_words(with_series_first(title)), wanted):
            yield TitleDifference.EDITION, "the series is written after the title"


def _is_turned(claimed: str, theirs: list[str]) -> bool:
    """Return whether a title is the record's with the subtitle first.

    >>> _is_turned("Hard cases: a study of courts", ["a", "study", "of", "courts", "hard", "cases"])
    True
    >>> _is_turned("Part I: Moss", ["part", "ii", "moss"])
    False
    """
    head, colon, tail = claimed.partition(":")
    words, others = title_words(head), title_words(tail)
    return bool(colon) and min(len(words), len(others)) > 1 and others + words == theirs


def _in_parts(pair: _Pair) -> Findings:
    """Yield how a part of one title agrees with the other title."""
    claimed, actual, bare, of_record, ours, theirs = pair
    (volume, rest), (number, others) = volume_apart(ours), volume_apart(theirs)
    if volume is not None and volume == number and agree(rest, others):
        yield TitleDifference.SPELLING, "the number of the volume is written in another place"
    if (volume is None) is not (number is None) and len(rest) >= _LEAST_TELLING:
        begins = _PART_FIRST.match(bare if number is None else of_record)
        if begins and agree(rest, others):
            yield TitleDifference.SUBTITLE, "one title has the number of the part before it"
    if ":" in actual and len(ours) == len(theirs) and _is_turned(claimed, theirs):
        yield TitleDifference.SUBTITLE, "the title and the subtitle are exchanged"
    parts = parts_of(of_record)
    if any(agree(ours, words) for words in (*parts, *head_of(of_record))):
        yield TitleDifference.SUBTITLE, "the subtitle is left out"
    if any(agree(words, theirs) for words in (*parts_of(bare), *head_of(bare))):
        yield TitleDifference.SUBTITLE, SUBTITLE_ADDED
    if _is_boxed(claimed, bare) and any(agree(title_words(bare), one) for one in parts):
        yield TitleDifference.SUBTITLE, "the subtitle is left out"
    if _is_boxed(actual, of_record) and any(
        agree(words, title_words(of_record)) for words in parts_of(bare)
    ):
        yield TitleDifference.SUBTITLE, SUBTITLE_ADDED


# "Part 3. Boats at Night" has a title of its own; "Boats, Part 3" shares it with other parts.
_PART_FIRST: Final = regex(r"\s*[Pp]art\s(?:[0-9]{1,3}|[IVXLivxl]{1,7})\s?[.:–—-]\s")
_LEAST_TELLING: Final = 4


def _in_two_languages(pair: _Pair) -> Findings:
    """Yield how titles agree if one of them has the title in another language beside it."""
    if any(agree(pair.ours, words) for words in both_languages(pair.actual)):
        yield TitleDifference.TRANSLATION, "the record has a translation beside the title"
    if any(agree(words, pair.theirs) for words in both_languages(pair.claimed)):
        yield TitleDifference.TRANSLATION, "a translation is written beside the title"
    for whole, words, rule in (
        (pair.claimed, pair.theirs, "the title is in brackets beside another"),
        (pair.actual, pair.ours, "the record has the title in brackets beside another"),
    ):
        boxed = _BOXED.search(whole) if len(words) > _MOST_OF_NOTE else None
        if boxed and agree(title_words(boxed[1]), words):
            yield TitleDifference.TRANSLATION, rule


# What a title has in brackets at its end: a longer one is a title.
_BOXED: Final = regex(r"[^\W\d_][^()\[\]]{3,99}\s[(\[]([^()\[\]]{8,400})[)\]]\.?\s*$")
_MOST_OF_NOTE: Final = 2


def _in_formulas(pair: _Pair) -> Findings:
    """Yield how titles agree if one of them has a formula as plain text."""
    claimed, actual = pair.claimed, pair.actual
    if not (has_formula(claimed) or has_formula(actual)):
        return
    formulas = words_of_formulas(claimed, actual), words_of_formulas(actual, claimed)
    if formulas != (pair.ours, pair.theirs) and agree(*formulas):
        yield TitleDifference.FORMULA, "a formula is written as plain text"


def _is_boxed(title: str, bare: str) -> bool:
    """Return whether what a title has beside its bare form is in brackets at its end.

    >>> _is_boxed("On Moss (2nd ed.)", "On Moss"), _is_boxed("On Moss: A Review", "On Moss")
    (True, False)
    """
    return title.startswith(bare) and title[len(bare) :].lstrip()[:1] in ("(", "[")


def _in_brackets(pair: _Pair) -> Findings:
    """Yield how titles agree if only one has initials or words in brackets.

    >>> pair = _Pair("Moss (Fern) here", "Moss here", "", "", [], ["moss", "here"])
    >>> next(_in_brackets(pair))[1]
    'words in brackets are added'
    """
    claimed, actual, _, of_record, ours, theirs = pair
    short = without_initials(claimed, theirs)
    without = ours if short == claimed else title_words(short)
    if without != ours and any(agree(without, words) for words in [theirs, *parts_of(of_record)]):
        yield TitleDifference.SUBTITLE, "initials are written for the subtitle"
    short = without_initials(actual, ours)
    if short != actual and agree(ours, title_words(short)):
        yield TitleDifference.SUBTITLE, "initials in brackets are left out"
    if any(agree(ours, words) for words in without_brackets(actual)):
        yield TitleDifference.SUBTITLE, "words in brackets are left out"
    if any(agree(words, theirs) for words in without_brackets(claimed)):
        yield TitleDifference.SUBTITLE, "words in brackets are added"


_POSSESSIVE: Final = regex(r"(?<=\w)['’]s(?!\w)|(?<=s)['’](?!\w)")


def _differ_in_mark(claimed: str, actual: str) -> bool:
    marked = [title for title in (claimed, actual) if "'" in title or "’" in title]
    return any(_POSSESSIVE.search(title) for title in marked)


def _without_possessives(title: str) -> list[str]:
    """Return the words of a title without the mark of each possessive: Hodgkin's is Hodgkin.

    >>> _without_possessives("The dog's dinner")
    ['the', 'dog', 'dinner']
    """
    return title_words(_POSSESSIVE.sub("", title))


_NOTICE_FOUND: Final = (TitleDifference.NOTICE, "the title begins with a notice")
_EDITION_FOUND: Final = (TitleDifference.EDITION, "a note is written beside the title")
