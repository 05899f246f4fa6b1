"""Two titles of a paper: the same, a variant, or another paper's."""

from __future__ import annotations

import enum
import html
import re
import unicodedata

import attrs

__all__ = ["TitleComparison", "TitleKind", "compare_titles", "title_words"]


class TitleKind(enum.StrEnum):
    """How a claimed title stands to the record's."""

    SAME = "same"
    VARIANT = "variant"
    DIFFERENT = "different"


@attrs.frozen
class TitleComparison:
    """Two titles, how they stand to each other, how alike they are (0 to 1), and why."""

    kind: TitleKind
    claimed: str
    actual: str
    likeness: float
    rule: str

    @property
    def names_another_paper(self) -> bool:
        """Whether the claimed title is so unlike that it must be another paper's."""
        return self.kind is TitleKind.DIFFERENT and self.likeness < 0.6


_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,60}>")
_COMMAND = re.compile(r"\\[a-zA-Z]+\s*|\\(.)")
_WORD = re.compile(r"[^\W_]+")
_SUBTITLE = re.compile(r"\s*(?::|\?|!|\.\s|--+|—|–|\s-\s)\s*")
# Words by which a link calls a paper, not the paper's own.
_LABELS = frozenset(
    "a abs abstract arxiv article at doc full link on paper pdf preprint read report tech "
    "technical the this version".split()
)
ALIKE = 0.9


def compare_titles(claimed: str, actual: str) -> TitleComparison:
    """Compare a claimed title with the record's.

    Case, punctuation, accents, braces, LaTeX commands and small markup do not
    count. A dropped subtitle, a word or two in another form, and a label made
    of the title's words are variants.

    >>> compare_titles("Attention is all you need", "Attention Is All You Need").kind.value
    'same'
    >>> compare_titles("Deep Residual Learning", "Attention Is All You Need").kind.value
    'different'
    """
    ours, theirs = title_words(claimed), title_words(actual)
    likeness = _likeness(ours, theirs)
    kind, rule = _judge(claimed, actual, ours, theirs, likeness)
    return TitleComparison(kind, claimed, actual, likeness, rule)


def _judge(
    claimed: str, actual: str, ours: list[str], theirs: list[str], likeness: float
) -> tuple[TitleKind, str]:
    if ours == theirs or "".join(ours) == "".join(theirs):
        return TitleKind.SAME, "the same words"
    if ours in _heads(actual):
        return TitleKind.VARIANT, "the subtitle is left out"
    if theirs in _heads(claimed):
        return TitleKind.VARIANT, "a subtitle is added"
    content = [word for word in ours if word not in _LABELS]
    if content != ours and set(content) <= set(theirs):
        return TitleKind.VARIANT, "a label made of the title's words"
    if likeness >= ALIKE:
        return TitleKind.VARIANT, "a few letters or words differ"
    return TitleKind.DIFFERENT, "other words"


def _heads(title: str) -> list[list[str]]:
    """Give what stands before each sign that may begin a subtitle, two words or more."""
    heads = [title_words(title[: match.start()]) for match in _SUBTITLE.finditer(title)]
    return [words for words in heads if len(words) > 1]


def title_words(title: str) -> list[str]:
    """Give the words by which titles are compared: folded, without markup and punctuation.

    >>> title_words("{MiniMax-M1}: <i>Hölder</i> Spaces")
    ['minimax', 'm1', 'holder', 'spaces']
    """
    text = title
    if "&" in text or "<" in text:
        text = _MARKUP.sub("", html.unescape(text))
    if "\\" in text:
        text = _COMMAND.sub(lambda match: match[1] or "", text)
    text = text.casefold()
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for sign in "{}'’":
        text = text.replace(sign, "")
    return _WORD.findall(text)


def _likeness(ours: list[str], theirs: list[str]) -> float:
    from rapidfuzz.distance import Indel

    # Titles are short; a hostile one of megabytes is compared by its beginning.
    return Indel.normalized_similarity(" ".join(ours)[:2000], " ".join(theirs)[:2000])
