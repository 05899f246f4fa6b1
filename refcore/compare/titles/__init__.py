"""The comparison of two titles: the same, a variant, or another paper's."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import attrs

from refcore.compare.agreement import Agreement
from refcore.compare.titles.beside import deepest, peeled, peeled_pairs, with_notes_after
from refcore.compare.titles.changes import (
    VARIANTS,
    TitleDifference,
    WordChange,
    changes,
    each_change,
    has_initials,
)
from refcore.compare.titles.customs import as_the_other
from refcore.compare.titles.languages import (
    are_of_two_languages,
    differ_in_language,
    may_be_of_two_languages,
)
from refcore.compare.titles.notes import (
    answers,
    bare_title,
    has_notice,
    may_have_notes,
    with_series_first,
)
from refcore.compare.titles.scanned import as_printed
from refcore.compare.titles.spellings import of_scholars, plain_russian
from refcore.compare.titles.words import (
    has_formula,
    plain_title,
    title_words,
    words_of_formulas,
)
from refcore.text.ascii import to_ascii
from refcore.text.given import wrong_type
from refcore.text.misread import has_lost_letters, mended, without_losable
from refcore.text.patterns import regex

__all__ = [
    "TitleComparison",
    "TitleDifference",
    "TitleKind",
    "WordChange",
    "are_of_two_languages",
    "best_title",
    "compare_titles",
    "may_be_of_two_languages",
    "title_words",
]

TitleKind = Agreement


@attrs.frozen
class TitleComparison:
    """Two titles: how they agree, how alike they are (0 to 1), and why.

    `difference` names the first difference that counts; `changes` lists all changes of words.

    >>> found = compare_titles("On Moss", "On Moss: A Survey")
    >>> found.kind.value, found.rule
    ('variant', 'the subtitle is left out')
    """

    kind: TitleKind
    claimed: str
    actual: str
    likeness: float
    rule: str
    difference: TitleDifference = TitleDifference.NONE
    changes: tuple[WordChange, ...] = ()

    @property
    def names_another_paper(self) -> bool:
        """Whether the claimed title differs so much that it must be another paper's."""
        return self.kind is TitleKind.DIFFERENT and self.likeness < 0.6

    @property
    def is_near(self) -> bool:
        """Whether the titles are the same, variants, or differ in a few letters or words only."""
        return self.kind is not TitleKind.DIFFERENT or self.likeness >= ALIKE


ALIKE: Final = 0.9
_SUBTITLE: Final = regex(
    r"\s*(?:[;:]\s+or\b,?|,\s+or\b,?(?=\s+(?:the|an?)\s+\w+\s+\w+)"
    r"|,\s+(?:oder|ou|ossia|czyli|eller|ili|или|aneb|avagy|sive|seu|of)\b,?(?=\s+\w+\s+\w+)|[:?!]|[.;]\s|--+|—|–|\s-\s)\s*",
    re.IGNORECASE,
)
_INITIALS: Final = regex(
    r"\s?[(\[](?:([A-Z][A-Za-z]{1,7})(-?[0-9]{1,2}|-[IVX]{1,4})?"
    r"|([A-Za-z]{2,8}[0-9][a-z]{0,8}|[0-9][A-Z]{1,5}))[®™]?[)\]]\s?$"
)
_WITH_DIGIT: Final = regex(r"[a-z]+[0-9][a-z]*")  # a made-up name: word2vec
_ELLIPSIS: Final = regex(r"\s*(?:\.\.\.|…)\s*$")
# A name that somebody made up, with a capital or a digit inside.
_COINED: Final = regex(r"(?=\S*(?:[a-z][A-Z]|[A-Z]{2}|[A-Za-z][0-9]))[\w+-]{3,30}")
# Words that a link uses for any paper, such as "paper" or "pdf".
_LABELS: Final = frozenset(
    "a abs abstract arxiv article at doc full link on paper pdf preprint read report tech "
    "technical the this version".split()
)


def compare_titles(claimed: str, actual: str, *, is_label: bool = False) -> TitleComparison:
    """Compare a claimed title with the record's, word by word.

    Case, punctuation, accents, braces, LaTeX commands, small markup and hyphens do not
    count. A left-out subtitle, another spelling, the initials of some words and a notice such
    as "RETRACTED:" are variants. A word that is added, left out or replaced is a difference.
    No input raises an error.

    Args:
        claimed: The title that a reference has.
        actual: The title that its record has.
        is_label: Whether the claim is the text of a link, which may be only some words of the
            title.

    Returns:
        How the titles agree, how alike they are from 0 to 1, and the reason in words.

    >>> compare_titles("Attention is all you need", "Attention Is All You Need").kind.value
    'same'
    >>> found = compare_titles("Supervised Parsing of Trees", "Unsupervised Parsing of Trees")
    >>> found.kind.value, found.difference.value
    ('different', 'contrary')
    """
    if not (isinstance(claimed, str) and isinstance(actual, str)):
        wrong = actual if isinstance(claimed, str) else claimed
        raise wrong_type("compare_titles", "two texts", wrong)
    if len(claimed) + len(actual) > _LONG:
        return _compare(claimed, actual, is_label)
    return compare_short(claimed, actual, is_label)


# Longer titles are too rare, and too large, to be remembered.
_LONG: Final = 2000


def _compare(claimed: str, actual: str, is_label: bool) -> TitleComparison:
    if claimed == actual:
        return TitleComparison(TitleKind.SAME, claimed, actual, 1.0, _SAME_WORDS)
    ours, theirs = title_words(claimed), title_words(actual)
    if "".join(ours) == "".join(theirs):
        if _differ_in_hand(claimed, actual):
            contrary = TitleDifference.CONTRARY
            return TitleComparison(TitleKind.DIFFERENT, claimed, actual, 1.0, _OTHER_HAND, contrary)
        return TitleComparison(TitleKind.SAME, claimed, actual, 1.0, _SAME_WORDS)
    likeness = _likeness(ours, theirs)
    label = is_label and _is_label(ours, theirs)
    is_long = max(len(ours), len(theirs)) > _MOST_WORDS
    # A note beside a title may be inside its markup, as in braces of BibTeX. Runs of spaces are
    # shortened first, because a search would scan a run again from each space.
    folded = _folded(claimed), _folded(actual)
    listed = () if is_long else changes(ours, theirs)
    found = None if is_long else next(_variants(*folded, ours, theirs, listed), None)
    if not found and not is_long:
        found = _respelt(claimed, actual, ours, theirs)
    if found or label:
        difference, rule = found or _LABEL
        listed = changes(ours, theirs) if difference in VARIANTS else ()
        return TitleComparison(
            TitleKind.VARIANT, claimed, actual, likeness, rule, difference, listed
        )
    if max(len(ours), len(theirs)) > _MOST_CHANGED:
        listed = changes(ours[:_MOST_CHANGED], theirs[:_MOST_CHANGED])
    difference, rule, listed = _differs(ours, theirs, likeness, listed)
    return TitleComparison(TitleKind.DIFFERENT, claimed, actual, likeness, rule, difference, listed)


def _respelt(
    claimed: str, actual: str, ours: list[str], theirs: list[str]
) -> tuple[TitleDifference, str] | None:
    """Return how titles agree that have some letters otherwise, or None.

    >>> _respelt("Śiva", "Shiva", ["siva"], ["shiva"])[1]
    'letters with marks are written by another custom'
    """
    printed = as_printed(claimed), as_printed(actual)
    if printed != (claimed, actual) and not _differ(*printed):
        return TitleDifference.MISSPELT, "a capital I is written for l"
    if claimed.isascii() and actual.isascii():
        return None
    respelt = as_the_other(claimed, theirs), as_the_other(actual, ours)
    if respelt != (claimed, actual) and not _differ(*respelt):
        return TitleDifference.SPELLING, "letters with marks are written by another custom"
    return None


def _differ(claimed: str, actual: str) -> bool:
    return _compare(claimed, actual, is_label=False).kind is TitleKind.DIFFERENT


def _folded(title: str) -> str:
    """Return a title on one line, without tags and braces, with plain hyphens and spaces.

    >>> _folded("{M}oss‐like~plants &amp;amp; trees")
    'Moss-like plants & trees'
    """
    text = html.unescape(title) if "&lt;" in title else title
    if "^" in text or "</" in text:
        text = _RAISED.sub(r"*\1", text)
    text = plain_title(text).translate(_FOLDED).replace(r"\&", "&")
    if "{" in text and "\\" not in text and "$" not in text:
        text = text.replace("{", "").replace("}", "")
    return " ".join(text.split())


_FOLDED: Final = str.maketrans({"‐": "-", "‑": "-", "~": " "})
# The mark of a footnote at a title's end.
_RAISED: Final = regex(
    r"(?:(?<=[^\W\d_]{4})|(?<=[^\W\d_]{3}[?!”\"])|(?<=[)\]])|(?<=[a-z][a-z]\s))"
    r"(?:<(?:sup|fn)>[0-9a-z*†‡]{1,2}</(?:sup|fn)>|\$\s?\^\{?[0-9a-z*†‡]{1,2}\}?\$)((?:</[a-z]+>)*)\s*$"
)
_SAME_WORDS: Final = "the same words"
_OTHER_HAND: Final = "the sign of the substance is another"
_HAND: Final = regex(r"\(([+−–-]|±|\+/-)\)[-‐‑–]?(?=[a-z])", re.IGNORECASE)


_SAME_HAND: Final = {"−": "-", "–": "-", "+/-": "±"}


def _differ_in_hand(claimed: str, actual: str) -> bool:
    """Return whether titles name the two mirror images of a substance: (+)-menthol, (-)-menthol.

    >>> _differ_in_hand("(+)-menthol", "(-)-menthol"), _differ_in_hand("menthol", "menthol")
    (True, False)
    """
    if not ("(" in claimed and "(" in actual):
        return False
    ours, theirs = (
        [_SAME_HAND.get(sign, sign) for sign in _HAND.findall(title)] for title in (claimed, actual)
    )
    return bool(ours and theirs) and ours != theirs


# An index compares the titles that it finds, and verification compares the same titles again.
compare_short = lru_cache(maxsize=4096)(_compare)


def best_title(
    claimed: str, actual: Iterable[str], *, is_label: bool = False, is_book: bool = False
) -> TitleComparison | None:
    """Compare a title with each title of a record, and return the best comparison.

    A record may have the title with and without its subtitle, the original title, translations.
    One word can be the whole title of a book, and catalogues leave out what follows.

    Args:
        claimed: The title that a reference has.
        actual: The titles of the record.
        is_label: Whether the claim is the text of a link, as in `compare_titles`.
        is_book: Whether the work is a book.

    Returns:
        The best comparison, None if the record has no title.

    >>> best_title("Licht", ["Light", "Licht"]).kind.value
    'same'
    >>> best_title("Light: A Guide", ["Light"], is_book=True).kind.value
    'variant'
    """
    titles = [title for title in actual if title]
    if len(titles) == 1 and not is_book:
        return compare_titles(claimed, titles[0], is_label=is_label)
    found = [compare_titles(claimed, title, is_label=is_label) for title in titles]
    found = [one for one in found if not _has_other_subtitle(one, found)] or found
    if is_book:
        found += filter(None, (_without_subtitle(claimed, title) for title in titles))
        found += filter(None, (_without_meeting(claimed, title) for title in titles))
        found += filter(None, (_begun(claimed, title) for title in titles))
    if len(found) == 1:
        return found[0]
    order = (TitleKind.SAME, TitleKind.VARIANT, TitleKind.DIFFERENT)
    return min(found, key=lambda one: (order.index(one.kind), -one.likeness), default=None)


def _has_other_subtitle(one: TitleComparison, found: Sequence[TitleComparison]) -> bool:
    """Return whether a claim adds a subtitle to a title that has another one in the record.

    >>> best_title("Moss: The Roots", ["Moss", "Moss: The Leaves of the North"]).kind.value
    'different'
    """
    if one.difference is not TitleDifference.SUBTITLE or one.rule != _SUBTITLE_ADDED:
        return False
    words = title_words(one.actual)
    return any(
        len(whole := title_words(other.actual)) > len(words)
        and whole[: len(words)] == words
        and other.kind is TitleKind.DIFFERENT
        for other in found
    )


_SUBTITLE_ADDED: Final = "a subtitle is added"


def _without_subtitle(claimed: str, actual: str) -> TitleComparison | None:
    """Compare two titles of books of which only one has a subtitle; otherwise return None."""
    (ours, colon, _), (theirs, other, _) = claimed.partition(":"), actual.partition(":")
    if bool(colon) is bool(other) or title_words(ours) != title_words(theirs):
        return None
    difference = TitleDifference.SUBTITLE
    rule = _SUBTITLE_ADDED if colon else "the subtitle is left out"
    return TitleComparison(TitleKind.VARIANT, claimed, actual, 1.0, rule, difference)


def _without_meeting(claimed: str, actual: str) -> TitleComparison | None:
    """Compare two titles of proceedings of which one lacks place and date; otherwise return None.

    >>> long = "Gulls - GULL 2020 - 5th Conference, Bergen, Norway, June 1-3, 2020, Proceedings"
    >>> best_title("Gulls -- GULL 2020", [long], is_book=True).rule
    'the place or the date of the meeting is left out'
    """
    short, long = sorted((claimed, actual), key=len)
    words = title_words(short)
    if len(words) < _LEAST_OF_MEETING or not _MEETING.search(long):
        return None
    ends = (found.start() for found in _PART_OF_MEETING.finditer(long[:_MOST_OF_MEETING]))
    if not any(title_words(long[:end]) == words for end in ends):
        return None
    done = "left out" if short is claimed else "added"
    rule = f"the place or the date of the meeting is {done}"
    return TitleComparison(TitleKind.VARIANT, claimed, actual, 1.0, rule, TitleDifference.SUBTITLE)


def _begun(claimed: str, actual: str) -> TitleComparison | None:
    """Compare two titles of which one is the beginning of the long title of an old book.

    >>> long = "On the Moss of Bogs by Means of Glass, or the Preservation of Small Leaves in Rain"
    >>> best_title("On the moss of bogs", [long], is_book=True).rule
    'the end of the title is left out'
    """
    short, long = sorted((title_words(claimed), title_words(actual)), key=len)
    if not _LEAST_OF_MEETING < len(short) < len(long) or len(long) < _LONG_OF_BOOK:
        return None
    if long[: len(short)] != short or long[len(short)] not in _JOINTS:
        return None
    done = "left out" if long == title_words(actual) else "added"
    rule = f"the end of the title is {done}"
    return TitleComparison(TitleKind.VARIANT, claimed, actual, 1.0, rule, TitleDifference.CUT_SHORT)


_LONG_OF_BOOK: Final = 15
_LEAST_OF_MEETING: Final = 3
_MOST_OF_MEETING: Final = 400
_MEETING: Final = regex(r"\b(?:proceedings|conference|symposium|workshop|meeting|congress)\b", re.I)
_PART_OF_MEETING: Final = regex(r",\s|\.\s|\s[–—-]+\s")


# No title has more words; a longer text is either the same or different.
_MOST_WORDS: Final = 300
_MOST_CHANGED: Final = 200  # up to so many words, changes are listed if titles differ
_MOST_SIGNS: Final = 8  # so many signs at each end are tried as the beginning of a subtitle
_LABEL: Final = (TitleDifference.LABEL, "a label made of the title's words")


class _Pair(NamedTuple):
    """Two titles, without what is written beside one of them, and the words of both."""

    claimed: str
    actual: str
    bare: str
    of_record: str
    ours: list[str]
    theirs: list[str]


_Found = Iterator[tuple[TitleDifference, str]]


def _variants(
    claimed: str,
    actual: str,
    ours: list[str],
    theirs: list[str],
    listed: tuple[WordChange, ...],
) -> _Found:
    """Yield the ways in which the claim writes the record's title differently."""
    if listed and all(change.is_variant for change in listed):
        yield listed[0].difference, "; ".join(map(str, listed))
    if _differ_in_custom(claimed, theirs) or _differ_in_custom(actual, ours):
        yield TitleDifference.SPELLING, "Cyrillic letters are written by another custom"
    if not (claimed.isascii() and actual.isascii()):
        yield from _in_letters(claimed, actual)
    if ours and theirs and ours[:-1] == theirs[:-1] and _is_marked(*sorted((ours[-1], theirs[-1]))):
        yield TitleDifference.EDITION, "the mark of a footnote is written beside the title"
    if ("." in claimed or "." in actual) and len(ours) == len(theirs):
        short = _written_out(claimed, ours, theirs), _written_out(actual, theirs, ours)
        if short != (ours, theirs) and _agree(*short):
            yield TitleDifference.ABBREVIATION, "a word is cut short with a point"
    bare, of_record = claimed, actual
    is_noted = may_have_notes(claimed) or may_have_notes(actual)
    if is_noted:
        bare, of_record = (one.title for one in deepest(claimed, actual))
    pair = _Pair(claimed, actual, bare, of_record, ours, theirs)
    if is_noted:
        yield from _beside(pair)
    if _differ_in_mark(claimed, actual) and _agree(*map(_without_possessives, (bare, of_record))):
        yield TitleDifference.SPELLING, "the mark of a possessive differs"
    elided = _ELIDED.sub("", bare), _ELIDED.sub("", of_record)
    if elided != (bare, of_record) and _agree(*map(title_words, elided)):
        yield TitleDifference.ARTICLE, "an article differs"
    if answers(claimed) is not answers(actual):
        return
    if is_noted:
        yield from _in_parts(pair)
    ends = ours if bare == claimed else title_words(bare), title_words(of_record)
    if _is_beginning(ends[0], theirs) or _is_case(*ends) or _is_case(*reversed(ends)):
        yield TitleDifference.CUT_SHORT, "the end of the title is left out"


# The article before a vowel: "L'analyse", "All'ombra" is none.
_ELIDED: Final = regex(r"^\W*[Ll]['’`](?=[^\W\d_])")


def _differ_in_custom(title: str, other: list[str]) -> bool:
    """Whether a title has scholars' letters for Cyrillic ones, and another has other letters.

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


def _in_letters(claimed: str, actual: str) -> _Found:
    """Yield how titles agree if one has letters that the other has lost or lacks.

    >>> next(_in_letters("Schr?dinger operators", "Schrödinger operators"))[1]
    'letters with marks are lost or damaged'
    >>> next(_in_letters("Voyna i mir", "Война и мир"))[1]
    'the title is in the letters of another script'
    """
    whole = mended(claimed), mended(actual)
    is_mended = whole != (claimed, actual)
    if (is_mended and _agree(*map(title_words, whole))) or _have_lost(*whole):
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


def _beside(pair: _Pair) -> _Found:
    """Yield how titles agree without what is written beside one of them."""
    claimed, actual, bare, of_record, ours, theirs = pair
    # Both may have a note, and one of them the same as a part of the title.
    if any(_agree(one.words, other.words) for one, other in peeled_pairs(claimed, actual)) or any(
        _agree(words, other.words)
        for title, whole in ((claimed, actual), (actual, claimed))
        for other in peeled(whole)
        for words in with_notes_after(title, other)
    ):
        is_notice = has_notice(claimed) or has_notice(actual)
        yield _NOTICE_FOUND if is_notice else _EDITION_FOUND
    if ("/" in claimed) is not ("/" in actual):
        for said in (" or ", " and "):
            if _agree(*(title_words(one.replace("/", said)) for one in (bare, of_record))):
                yield TitleDifference.SPELLING, "a stroke is written for a word"
    for title, wanted in ((claimed, theirs), (actual, ours)):
        if title.endswith((")", "]")) and _agree(title_words(with_series_first(title)), wanted):
            yield TitleDifference.EDITION, "the series is written after the title"


def _is_turned(claimed: str, theirs: list[str]) -> bool:
    """Whether a title is the record's with the subtitle first.

    >>> _is_turned("Hard cases: a study of courts", ["a", "study", "of", "courts", "hard", "cases"])
    True
    >>> _is_turned("Part I: Moss", ["part", "ii", "moss"])
    False
    """
    head, colon, tail = claimed.partition(":")
    words, others = title_words(head), title_words(tail)
    return bool(colon) and min(len(words), len(others)) > 1 and others + words == theirs


def _in_parts(pair: _Pair) -> _Found:
    """Yield how a part of one title, or a part in another form, agrees with the other title."""
    claimed, actual, bare, of_record, ours, theirs = pair
    if ":" in actual and len(ours) == len(theirs) and _is_turned(claimed, theirs):
        yield TitleDifference.SUBTITLE, "the title and the subtitle are exchanged"
    parts = _parts(of_record)
    if any(_agree(ours, words) for words in (*parts, *_head(of_record))):
        yield TitleDifference.SUBTITLE, "the subtitle is left out"
    if any(_agree(words, theirs) for words in (*_parts(bare), *_head(bare))):
        yield TitleDifference.SUBTITLE, _SUBTITLE_ADDED
    if _is_boxed(claimed, bare) and any(_agree(title_words(bare), one) for one in parts):
        yield TitleDifference.SUBTITLE, "the subtitle is left out"
    if _is_boxed(actual, of_record) and any(
        _agree(words, title_words(of_record)) for words in _parts(bare)
    ):
        yield TitleDifference.SUBTITLE, _SUBTITLE_ADDED
    if any(_agree(ours, words) for words in _languages(actual)):
        yield TitleDifference.TRANSLATION, "the record has a translation beside the title"
    if any(_agree(words, theirs) for words in _languages(claimed)):
        yield TitleDifference.TRANSLATION, "a translation is written beside the title"
    if not _have_other_initials(claimed, actual):
        yield from _in_brackets(claimed, actual, ours, theirs, parts)
    if has_formula(claimed) or has_formula(actual):
        formulas = words_of_formulas(claimed, actual), words_of_formulas(actual, claimed)
        if formulas != (ours, theirs) and _agree(*formulas):
            yield TitleDifference.FORMULA, "a formula is written as plain text"
    if _is_cut_short(claimed, theirs) or _is_cut_short(actual, ours):
        yield TitleDifference.CUT_SHORT, "the title is cut short"


def _is_boxed(title: str, bare: str) -> bool:
    """Return whether what a title has beside its bare form is in brackets at its end.

    >>> _is_boxed("On Moss (2nd ed.)", "On Moss"), _is_boxed("On Moss: A Review", "On Moss")
    (True, False)
    """
    return title.startswith(bare) and title[len(bare) :].lstrip()[:1] in ("(", "[")


def _have_other_initials(claimed: str, actual: str) -> bool:
    """Return whether both titles have initials in brackets, which are others.

    >>> _have_other_initials("On Moss (OM)", "On Moss (ON)"), _have_other_initials("Moss", "Moss")
    (True, False)
    """
    ours, theirs = (set(map(str.casefold, _BOXED.findall(title))) for title in (claimed, actual))
    return bool(ours and theirs and ours.isdisjoint(theirs))


_BOXED: Final = regex(r"[(\[]([A-Z][A-Za-z0-9-]{0,6}[A-Z0-9])s?[)\]]")


def _in_brackets(
    claimed: str, actual: str, ours: list[str], theirs: list[str], parts: list[list[str]]
) -> _Found:
    """Yield how titles agree if only one has initials or words in brackets.

    >>> next(_in_brackets("Moss (Fern) here", "Moss here", [], ["moss", "here"], []))[1]
    'words in brackets are added'
    """
    short = _without_initials(claimed, theirs)
    without = ours if short == claimed else title_words(short)
    if without != ours and any(_agree(without, words) for words in [theirs, *parts]):
        yield TitleDifference.SUBTITLE, "initials are written for the subtitle"
    short = _without_initials(actual, ours)
    if short != actual and _agree(ours, title_words(short)):
        yield TitleDifference.SUBTITLE, "initials in brackets are left out"
    if any(_agree(ours, words) for words in _without_brackets(actual)):
        yield TitleDifference.SUBTITLE, "words in brackets are left out"
    if any(_agree(words, theirs) for words in _without_brackets(claimed)):
        yield TitleDifference.SUBTITLE, "words in brackets are added"


# A word or three in brackets, which say more: "Rate-Agnostic (Causal) Structure Learning".
_BRACKETS: Final = regex(
    r"(?<=\w)\s\(([A-Z][a-z]{3,20}(?:[:,;]\s[A-Z][a-z]{3,20}){1,3})\)(?=\s+\w)"
    r"|(?<=\w)\s\(((?:[^\W\d_][\w'’-]{2,})(?:\s[\w'’-]+){0,2})\)(?=\s+\w)"
    r"|(?<=\w)\s\(((?=[^()]*[a-zA-Z]{2})[0-9A-Za-z]{2,9}-[0-9A-Za-z]{1,9})\)(?=\s+\w)"
    r"|(?<=\w)\s\((?![IVX]+\))([A-Z]{2}[A-Za-z0-9]{0,8})\)(?=\s*[:–—]|\s-\s)"
    r"|(?<=[a-z])\s?[(\[]([^()\[\]A-Za-z]*[\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
    r"[^()\[\]A-Za-z]*)[)\]]\s*$"
    r"|(?<=[\w?!])\s[(\[](?![^()\[\]]*\b(?:[0-9]+|[IVX]+)\b)"
    r"(?!(?:and|or|but|not?|non|nor|versus|vs|with|without|in|of|for|from|by|on|at|to|under|over|after"
    r"|before|against|[Ss]equel|[Rr]evisited|[Cc]ontinued|when|where|why|how|if|as|is|are|via|using|almost|un)\b)"
    r"([^\W\d_][^()\[\]]{2,80})[)\]]\s*$"
)
_DENIALS: Final = frozenset("almost anti hardly never non nor not without".split())


def _without_brackets(title: str) -> list[list[str]]:
    """Return the words of a title without those in brackets, if they deny nothing.

    >>> _without_brackets("Moss (Sphagnum) in Bogs")
    [['moss', 'in', 'bogs']]
    """
    found = _BRACKETS.findall(title) if "(" in title or "[" in title else []
    said = {word for groups in found for one in groups for word in title_words(one)}
    if not found or said & _DENIALS:
        return []
    rest = _BRACKETS.sub("", title)
    bare = bare_title(rest)  # "Boats, 3rd ed. (Texts of Carpentry)"
    return [title_words(one) for one in dict.fromkeys((rest, bare))]


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


def _agree(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    if not ours or not theirs:
        return False
    return "".join(ours) == "".join(theirs) or all(c.is_variant for c in each_change(ours, theirs))


def _parts(title: str) -> list[list[str]]:
    """Return the words before and after each sign that may begin a subtitle.

    A beginning has two words or more, an end three, what is between two signs four: one word
    alone is not a title, unless it is a coined name such as GlowNet.

    >>> _parts("Glow in Bogs: How Moss Shines"), _parts("Light")
    ([['glow', 'in', 'bogs'], ['how', 'moss', 'shines']], [])
    """
    if not (_SIGN_OF_PART.search(title) or "--" in title or " - " in title):
        return []
    found = []
    signs = list(_SUBTITLE.finditer(title))
    if len(signs) > 2 * _MOST_SIGNS:
        signs = signs[:_MOST_SIGNS] + signs[-_MOST_SIGNS:]
    for before, after in pairwise(signs):  # "Project: Title: What it was for"
        found.append((4, title_words(title[before.end() : after.start()])))
    for match in signs:
        name = title[: match.start()]
        if name.endswith((")", "]")):  # "Boats (1st ed.). Mifflin Press"
            name = bare_title(name)
        if not _is_subtitle(match[0].strip(), title[match.end() :]):
            continue
        found.append((1 if _COINED.fullmatch(name.strip(" {}")) else 2, title_words(name)))
        if match[0].strip() in (":", "--", "—", "–", "-"):
            found.append((3, title_words(title[match.end() :])))
    return [words for least, words in found if len(words) >= least]


def _is_subtitle(sign: str, text: str) -> bool:
    """Return whether what follows a sign can be a subtitle, and not only the title's end.

    >>> _is_subtitle("?", "Moss in bogs"), _is_subtitle("?", "Reloaded"), _is_subtitle(".", "redux")
    (True, False, False)
    """
    words = title_words(text) if sign in ".?!" else ()
    if 0 < len(words) < _SURELY_SUBTITLE:
        return not text[: len(words[0])].islower() and (sign == "." or len(words) > 1)
    return True


_SURELY_SUBTITLE: Final = 3
_SIGN_OF_PART: Final = regex(r"[:;?!.—–]|, o|, (?:czyli|eller|ili|или|aneb|avagy|sive|seu) ")


# "Über Boote [On Boats]", "Über Boote = On Boats", "Über Boote (On Boats)"
_BOTH: Final = regex(
    r"^\[(?P<before>[^\[\]]{4,400})\]\.?\s(?P<after>[^\[\]]{4,400})$|^(?P<one>[^\[\]]{4,400}?)\.?\s*(?:\[(?P<boxed>[^\[\]]{4,400})\]|\((?P<round>[^()]{4,400})\))\.?\s*$"
    r"|^(?P<first>[^=]{4,400}?)\s=\s(?P<second>[^=]{4,400})$"
    r"|^(?P<before_stroke>[^/]{4,400}?)\s/\s(?P<after_stroke>[^/]{4,400})$"
)


def _languages(title: str) -> list[list[str]]:
    """Return the words of two titles in two languages that are written side by side.

    >>> _languages("Über Boote [On Boats]")
    [['uber', 'boote'], ['on', 'boats']]
    """
    if not (
        title.startswith("[")
        or title.rstrip(" .").endswith(("]", ")"))
        or " = " in title
        or " / " in title
    ):
        return []
    found = _BOTH.match(title)
    if found is None:
        return []
    one, other = (text for text in found.groups() if text)
    parts = [title_words(one), title_words(other)]
    if min(map(len, parts)) < 2:
        return []
    # An equals sign between words is that of libraries, between letters a formula's.
    is_said = found["first"] is not None and min(map(len, parts)) > 2
    if is_said or differ_in_language(*parts) or may_be_of_two_languages(one, other):
        return parts
    return []


def _head(title: str) -> list[list[str]]:
    """Return the one word before a subtitle, unless many titles begin with it.

    >>> _head("GlowNet: Moss at Night"), _head("Moss at Night")
    ([['glownet']], [])
    """
    head, *rest = _END_OF_HEAD.split(title, maxsplit=1)
    words = title_words(head) if rest else []
    return [words] if len(words) == 1 and words[0] not in _HEADINGS else []


# "Boats: A Guide", "Boats; or, A Guide", "Boats. A guide", "Boats - A guide"
_END_OF_HEAD: Final = regex(r":|; or\b|[.?!]\s(?=\w)|\s[-–—]+\s|—")
# One word for the kind of a text, or for a whole subject, does not name a paper.
_HEADINGS: Final = frozenset(
    "abstract addendum announcement appendix chapter comment commentary conclusion contents "
    "correction corrigendum discussion editorial epilogue erratum foreword guidelines "
    "introduction invited keynote letter note obituary overview panel perspective poster preface "
    "prologue reply report response review summary survey symposium tutorial viewpoint workshop "
    "algorithms biology chemistry clustering data design evolution learning logic mathematics "
    "medicine networks optimization physics programming reasoning research robotics science "
    "security statistics systems theory vision".split()
)


# Words that begin an attribute at the end of a title, such as "of Language Models".
_JOINTS: Final = frozenset(
    "across among at between by during for from in of on over through under using via "
    "with within".split()
)
_LINKED: Final = frozenset((("and", "its"), ("and", "their"), ("or", "the")))
_LEAST_BEGUN: Final = 6


def _is_beginning(ours: list[str], theirs: list[str]) -> bool:
    """Return whether a claim is most of a title, up to a word that joins what it is about.

    A few words are the beginning of many titles, and a title may be all of another's beginning.

    >>> whole = title_words("Moss and its many uses in the far north of Norway")
    >>> _is_beginning(whole[:9], whole), _is_beginning(whole[:1], whole)
    (True, False)
    """
    width = len(ours)
    if not max(_LEAST_BEGUN, len(theirs) / 2) <= width < len(theirs):
        return False
    joins = theirs[width] in _JOINTS or tuple(theirs[width : width + 2]) in _LINKED
    return joins and _agree(ours, theirs[:width])


def _is_case(ours: list[str], theirs: list[str]) -> bool:
    """Return whether a claim is the beginning of the name of a case of law.

    >>> whole = title_words("Quill v. Board of Boats of Bergen")
    >>> _is_case(whole[:5], whole), _is_case(whole[:3], whole)
    (True, False)
    """
    width = len(ours)
    if not _LEAST_OF_CASE <= width < len(theirs) or ours[1] != "v" or theirs[width] not in _JOINTS:
        return False
    return ours == theirs[:width]


_LEAST_OF_CASE: Final = 4


def _is_cut_short(claimed: str, theirs: list[str]) -> bool:
    if not _ELLIPSIS.search(claimed):
        return False
    ours = title_words(_ELLIPSIS.sub("", claimed))
    return len(ours) > 2 and " ".join(theirs).startswith(" ".join(ours))


def _without_initials(title: str, theirs: list[str]) -> str:
    """Return a title without initials of some of the other one's words in brackets at its end.

    A number may follow them: "Diagnostic Manual of Disorders (DMD-5)".

    >>> _without_initials("Manual of Disorders (DSM-5)", "manual of disorders dsm 4".split())
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


def _is_label(ours: list[str], theirs: list[str]) -> bool:
    content = [word for word in ours if word not in _LABELS]
    return content != ours and set(content) <= set(theirs)


def _differs(
    ours: list[str], theirs: list[str], likeness: float, listed: tuple[WordChange, ...]
) -> tuple[TitleDifference, str, tuple[WordChange, ...]]:
    if sorted(ours) == sorted(theirs):
        return TitleDifference.ORDER, "the words are in another order", ()
    real = [change for change in listed if not change.is_variant]
    kept = len(theirs) - sum(len(change.actual.split()) for change in real)
    if not real or 2 * kept < len(theirs) or (likeness < 0.6 and kept < 4):
        return TitleDifference.OTHER, "other words", ()
    return real[0].difference, "; ".join(map(str, real)), listed


def _likeness(ours: list[str], theirs: list[str]) -> float:
    from rapidfuzz.distance import Indel

    # Titles are short; of a hostile one with megabytes, only the beginning is compared.
    return Indel.normalized_similarity(" ".join(ours)[:2000], " ".join(theirs)[:2000])
