"""Lists whose references begin with their titles: "Of Words. Fei B, Chen A. The Lancet. 2019"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from refcore.textlists.namelists import FORMS, NameList, name_lists
from refcore.textlists.segment import Reading
from refcore.textlists.words import Word, words_of

__all__ = ["names_after_title", "with_names_after"]

_MOST_WORDS: Final = 60
_FORMS: Final = tuple(form for form in FORMS if form.first in ("FI", "F,I", "IF"))
# A list is turned if this share of its references is, and at most that share begins with names.
_TURNED: Final = 0.6
_NAMED: Final = 0.4
_LEAST: Final = 4


def with_names_after(
    texts: Sequence[str], chosen: Sequence[Reading | None]
) -> list[Reading | None]:
    """Read names after the titles where a list has them there."""
    size = len(texts)
    named = sum(bool(one and one.names and one.names.form in _FORMS) for one in chosen)
    if size < _LEAST or named > _NAMED * size:
        return list(chosen)
    turned = [names_after_title(text) for text in texts]
    if sum(one is not None for one in turned) < _TURNED * size:
        return list(chosen)
    return [new or old for new, old in zip(turned, chosen, strict=True)]


def names_after_title(text: str) -> Reading | None:
    """Return the reading with the title first, where names with initials are after a stop.

    >>> found = names_after_title("Of Moss. B. Fei and A. Chen. 2019.")
    >>> found.title, found.names.names
    ((0, 7), ('Fei, B.', 'Chen, A.'))
    """
    words = words_of(text)[:_MOST_WORDS]
    for place, word in enumerate(words[:-1]):
        if word.after[:1] not in (".", "?", "!") or place < 1:
            continue
        names = _names_at(words, place + 1, text)
        if names is not None:
            end = word.end + (word.after[:1] in ("?", "!"))
            rest = words[names.end - 1].end
            return Reading(0.0, names, None, (words[0].start, end), rest, ())
    return None


def _names_at(words: Sequence[Word], at: int, text: str) -> NameList | None:
    """Return the longest list of names at a word that a stop ends."""
    ended = (
        one
        for one in name_lists(words, at, text, _FORMS)
        if one.end < len(words) and (one.delimiter.startswith(".") or one.cut)
        if all("," in name for name in one.names)
    )
    return max(ended, key=lambda one: one.end, default=None)
