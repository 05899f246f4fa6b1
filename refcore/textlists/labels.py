"""A label in front of the names: "NumPy: C. R. Harris et al., Array programming"."""

from __future__ import annotations

from typing import Final

from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.text.patterns import regex
from refcore.textlists.turned import sure_names
from refcore.textlists.words import words_of

__all__ = ["end_of_label"]

# "2001: A Space Odyssey" and "FPGrowth: A Deep Study" are titles.
_LABEL: Final = regex(
    r"(?=\d{0,8}[^\W\d_])(?P<word>[^\W_][\w.+-]{1,30})(?: v?\d[\d.]*)?: (?=[^\W\d_])(?![AI] )"
)
# "NumPy", "samtools", "t-SNE", "BERT4Rec": no family name is written so.
_NO_NAME: Final = regex(r"[^\W\d_]*[^\W\d_A-Z][A-Z]|[^\W\d_A-Z]+\b|[A-Za-z]-|\w*\d")
_MOST: Final = 600


def end_of_label(text: str) -> int:
    """Return where the names begin after a word for what the reference is about, or 0.

    The word is written as no name is, or the title has it again, or several people follow it:
    "Fei: A. Chen and the Sea" is a title about someone.

    >>> text = "SciPy: P. Virtanen et al., SciPy 1.0: Fundamental Algorithms, 2020"
    >>> text[end_of_label(text) :][:11], end_of_label("Fei: A. Chen and the Sea. 1990.")
    ('P. Virtanen', 0)
    """
    found = _LABEL.match(text)
    if found is None:
        return 0
    ahead = text[found.end() : found.end() + _MOST]
    words = words_of(ahead)
    names = sure_names(words, 0, ahead)
    if names is None:
        return 0
    word = found["word"]
    is_again = word.casefold() in {one.core.casefold() for one in words[names.end :]}
    are_several = len(names.names) > 1 or names.cut
    is_name = is_family(word) or is_given(word)
    is_label = _NO_NAME.match(word) or is_again or (are_several and not is_name)
    return found.end() if is_label and (are_several or not is_name) else 0
