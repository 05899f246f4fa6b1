"""The comparison of two titles: the same, a variant, or another paper's."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Final

import attrs

from refcore.compare.agreement import Agreement
from refcore.compare.titles.changes import changes
from refcore.compare.titles.customs import as_the_other
from refcore.compare.titles.difference import VARIANTS, TitleDifference, WordChange
from refcore.compare.titles.scanned import as_printed
from refcore.compare.titles.subtitles import added_kind
from refcore.compare.titles.variants import variants
from refcore.compare.titles.words import plain_title, title_words
from refcore.text.bounds import MOST_CHARACTERS
from refcore.text.given import wrong_type
from refcore.text.patterns import regex

__all__ = ["ALIKE", "TitleComparison", "TitleKind", "compare_short", "compare_titles"]

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

    @property
    def is_of_added_kind(self) -> bool:
        """Whether the claim is the record's title, and says that it is a survey or a review.

        >>> compare_titles("On Moss: A Survey", "On Moss").is_of_added_kind
        True
        """
        is_added = self.kind is TitleKind.VARIANT and self.difference in _BESIDE
        return is_added and bool(added_kind(self.claimed)) and not added_kind(self.actual)

    def with_kind_named(self) -> TitleComparison:
        """Return the comparison with a record that has the whole title: the kind is added.

        Returns:
            The same comparison, as a difference that names the kind.

        >>> compare_titles("On Moss: A Survey", "On Moss").with_kind_named().rule
        '"a survey" is added'
        """
        kind, change = TitleKind.DIFFERENT, TitleDifference.ADDED
        listed = (WordChange(change, added_kind(self.claimed), ""),)
        return attrs.evolve(self, kind=kind, difference=change, rule=str(listed[0]), changes=listed)


_BESIDE: Final = (TitleDifference.SUBTITLE, TitleDifference.EDITION)
ALIKE: Final = 0.9
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
    longest = max(len(claimed), len(actual))
    is_long = longest > MOST_CHARACTERS or max(len(ours), len(theirs)) > _MOST_WORDS
    # A note beside a title may be inside its markup, as in braces of BibTeX. Runs of spaces are
    # shortened first, because a search would scan a run again from each space.
    folded = _folded(claimed), _folded(actual)
    listed = () if is_long else changes(ours, theirs)
    found = None if is_long else next(variants(*folded, ours, theirs, listed), None)
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
# No title has more words, or more characters; a longer text is either the same or different.
_MOST_WORDS: Final = 300
_MOST_CHANGED: Final = 200  # up to so many words, changes are listed if titles differ
_LABEL: Final = (TitleDifference.LABEL, "a label made of the title's words")


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
