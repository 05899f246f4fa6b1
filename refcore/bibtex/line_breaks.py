"""Where a value that is written over several lines breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from refcore.text.patterns import LINE_END, regex

__all__ = ["WIDTH", "in_lines_of", "wrapped"]

WIDTH: Final = 79
_MARGIN: Final = 12  # columns that a line may grow before its breaks are set again
_GAP: Final = regex(r"(\s+)")
_AND: Final = "and"  # between the names of a list
_MOST_COMPARED: Final = 600  # words between what both values begin and end with


def wrapped(value: str, column: int, newline: str) -> str:
    r"""Break a value between words, so that its lines keep to 79 columns where they can.

    >>> wrapped("moss and fern " * 2, 60, "\n  ")
    'moss and fern moss\n  and fern '
    """
    indent = len(LINE_END.sub("", newline).expandtabs(8))
    lines: list[str] = []
    line = ""
    for word in value.split(" "):
        room = WIDTH - (indent if lines else column)
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return newline.join([*lines, line])


def in_lines_of(old: str, new: str, column: int) -> str | None:
    r"""Return a value with the line breaks of the one before it, wherever words stay.

    Args:
        old: The value before, in its lines.
        new: The value, its words divided by single spaces.
        column: Where the first line begins.

    Returns:
        The new value in lines; None if it has other white space, or if a line becomes longer
        than 79 columns and much longer than all lines of the old value.

    >>> in_lines_of("Lee, Ann and\n  Wu, Bo and\n  et al.", "Lee, Ann and Wu, Bo and others", 9)
    'Lee, Ann and\n  Wu, Bo and\n  others'
    """
    if " ".join(new.split()) != new:
        return None
    head, tail = old[: len(old) - len(old.lstrip())], old[len(old.rstrip()) :]
    parts = _GAP.split(old.strip())
    words, gaps = parts[::2], [*parts[1::2], None]
    before, after = _around(words, gaps)
    given = _with_gaps(words, gaps, new.split(" "))
    written: list[str] = []
    for (word, gap), (following, _) in pairwise([*given, ("", None)]):
        usual = after if word == _AND else before if following == _AND else " "
        written += (word, usual if gap is None else gap)
    found = f"{head}{''.join(written[:-1])}{tail}"
    if _longest(found, column) > max(WIDTH, _longest(old, column) + _MARGIN):
        return None
    return found


def _around(words: Sequence[str], gaps: Sequence[str | None]) -> tuple[str, str]:
    r"""Return the white space that is most often before and after the "and" of a list.

    >>> _around(["Lee", "and", "Wu"], ["\n  ", " ", None])
    ('\n  ', ' ')
    """
    found = Counter(
        (before or " ", after or " ")
        for (_, word), (before, after) in zip(pairwise(words), pairwise(gaps), strict=False)
        if word == _AND
    )
    return found.most_common(1)[0][0] if found else (" ", " ")


def _with_gaps(
    words: Sequence[str], gaps: Sequence[str | None], new: Sequence[str]
) -> list[tuple[str, str | None]]:
    """Return each new word with the white space behind it; None where the old text has none."""
    start = _shared(words, new)
    most = min(len(words), len(new)) - start
    end = _shared(words[::-1], new[::-1], most)
    found: list[tuple[str, str | None]] = []
    found += zip(new[:start], gaps, strict=False)
    ours, theirs = words[start : len(words) - end], new[start : len(new) - end]
    blocks = [(0, len(ours), 0, len(theirs))]
    if len(ours) + len(theirs) <= _MOST_COMPARED:
        from difflib import SequenceMatcher  # slow to load

        compared = SequenceMatcher(None, ours, theirs, autojunk=False)
        blocks = [block[1:] for block in compared.get_opcodes()]
    for low, high, first, last in blocks:
        kept = gaps[start + low : start + high]
        same = high - low == last - first
        between: Sequence[str | None] = kept if same else [None] * (last - first)
        found += zip(theirs[first:last], between, strict=True)
        if not same and found and kept:
            found[-1] = found[-1][0], kept[-1]
    found += zip(new[len(new) - end :], gaps[len(words) - end :], strict=True)
    return found


def _shared(ours: Sequence[str], theirs: Sequence[str], most: int | None = None) -> int:
    """Count the words with which two lists begin."""
    count = 0
    for one, other in zip(ours[:most], theirs[:most], strict=False):
        if one != other:
            break
        count += 1
    return count


def _longest(text: str, column: int) -> int:
    lines = LINE_END.split(text)
    return max(column + len(lines[0]), *(len(line.expandtabs(8)) for line in lines))
