"""Lines of a note that an editor broke at a width: they are one line.

A title or a list of names may go on in the next line, and a line break may part a title from its
names. The widths show what a break means: an editor breaks a line where the next word would not
fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Final

from refcore.text.patterns import regex

__all__ = ["SOFT_BREAK", "joined_lines", "width_of"]

# Replaces a line break that an editor made; it counts as a line and is a space.
SOFT_BREAK: Final = "\x0c"
_NARROWEST, _WIDEST = 50, 120
# Marks of a list or a quotation are no part of the text of a block: lines are shorter by these.
_MARKS: Final = 5
# No line ends with such a word unless an editor broke it.
_GOES_ON = regex(r"\w\s(?:a|an|and|for|from|in|of|on|the|to|with|via|using)\Z")
# An address has a line of its own, however long it is.
_ADDRESS = regex(r"\s*<?https?:")
_FIELD = regex(r"[\s*_]*[^\W\d_][\w -]{1,20}[*_]{0,2}::?[*_]{0,2}\s")
# How many breaks tell the width, and what share of all; of these, how many must be inside a
# sentence, as lines of titles and of names have widths too.
_LEAST, _SHARE, _INSIDE = 4, 0.6, 0.4


def width_of(texts: Iterable[str]) -> int:
    """Return the width at which an editor broke the lines of texts, or 0 if none did.

    >>> text = "The form of things is told by Ada Berg and by Bo Fei\\nwho saw it too. " * 5
    >>> width_of([text]), width_of(["On Things\\nAda Berg\\n2010\\nOslo\\n"])
    (76, 0)
    """
    pairs = (pair for text in texts for pair in pairwise(text.split("\n")))
    breaks = [pair for pair in pairs if not _ADDRESS.match(pair[1])]
    changes = [0] * (_WIDEST + _MARKS + 2)
    for line, following in breaks:
        least, most = _fits(line, following)
        if most >= _NARROWEST and least <= _WIDEST:
            changes[least] += 1
            changes[min(most, _WIDEST + _MARKS) + 1] -= 1
    counts = list(accumulate(changes))
    best = max(counts)
    if best < max(_LEAST, len(breaks) * _SHARE):
        return 0
    width = max(width for width, count in enumerate(counts) if count == best)
    inside = sum(
        following.lstrip()[:1].islower()
        for line, following in breaks
        if _is_soft(line, following, width)
    )
    return width if inside >= best * _INSIDE else 0


def joined_lines(text: str, width: int) -> str:
    """Return a text with `SOFT_BREAK` where an editor broke a line at a width.

    >>> joined_lines("On the Form of Things That Are Seen by the Light of\\nDay\\n2010", 52)
    'On the Form of Things That Are Seen by the Light of\\x0cDay\\n2010'
    """
    return "".join(_pieces(text.split("\n"), width)) if "\n" in text else text


def _pieces(lines: list[str], width: int) -> Iterator[str]:
    for line, following in pairwise(lines):
        yield line + (SOFT_BREAK if _is_soft(line, following, width) else "\n")
    yield lines[-1]


def _is_soft(line: str, following: str, width: int) -> bool:
    """Whether an editor may have broken a line there, and the next is no field: "Authors: …".

    >>> _is_soft("On the Form", "of Things", 13), _is_soft("On the Form", "Authors: Bo Fei", 13)
    (True, False)
    >>> _is_soft("A guide to the", "Form of Things", 0)
    True
    """
    least, most = _fits(line, following)
    hard = line.endswith(("  ", "\\")) or _FIELD.match(following) or _ADDRESS.match(following)
    goes_on = _GOES_ON.search(line) and following.lstrip()[:1].isalpha()
    return bool(goes_on or least <= width <= most) and not hard


def _fits(line: str, following: str) -> tuple[int, int]:
    """Return the widths at which an editor would break between two lines."""
    word = following.split(None, 1)[0] if following.strip() else ""
    return len(line), len(line) + len(word) + _MARKS
