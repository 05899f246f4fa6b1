"""A unified diff of long texts whose parts have heads, such as the entries of a .bib file.

`difflib` compares all lines with all, so its time grows with the square of a text in which most
lines change. Heads that both texts have once, in one order, part them; the lines between two
heads are compared alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher

__all__ = ["unified"]

_CONTEXT = 3


def unified(before: Sequence[str], after: Sequence[str], name: str, head: str) -> Iterator[str]:
    r"""Yield a unified diff of lines with their ends; a line that begins with `head` is a head.

    >>> old, new = ["@a\n", "x\n", "@b\n", "y\n"], ["@a\n", "z\n", "@b\n", "y\n"]
    >>> print("".join(unified(old, new, "refs.bib", "@")), end="")
    --- refs.bib
    +++ refs.bib
    @@ -1,4 +1,4 @@
     @a
    -x
    +z
     @b
     y
    """
    found = _Parted(before, after, head)
    for number, group in enumerate(found.get_grouped_opcodes(_CONTEXT)):
        if not number:
            yield from (f"--- {name}\n", f"+++ {name}\n")
        (_, start, _, new_start, _), (*_, end, _, new_end) = group[0], group[-1]
        yield f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@\n"
        for tag, low, high, new_low, new_high in group:
            if tag == "equal":
                yield from (f" {line}" for line in before[low:high])
                continue
            yield from (f"-{line}" for line in before[low:high])
            yield from (f"+{line}" for line in after[new_low:new_high])


def _range(start: int, end: int) -> str:
    """Return the range of a hunk: its first line, and how many there are.

    >>> _range(3, 4), _range(3, 6), _range(3, 3)
    ('4', '4,3', '3,0')
    """
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


class _Parted(SequenceMatcher[str]):
    """The matching lines of two texts, found between one head and the next."""

    def __init__(self, before: Sequence[str], after: Sequence[str], head: str) -> None:
        self._heads = [*_common_heads(before, after, head), (len(before), len(after))]
        super().__init__(None, (), ())
        self._lines = before, after

    def get_matching_blocks(self) -> list[Match]:
        """Return the runs of equal lines, in order, and an empty one at the end."""
        before, after = self._lines
        runs: list[Match] = []
        low, new_low = 0, 0
        for high, new_high in self._heads:
            part = SequenceMatcher(None, before[low:high], after[new_low:new_high])
            for run in part.get_matching_blocks():
                _add(runs, low + run.a, new_low + run.b, run.size)
            low, new_low = high, new_high
        return [*runs, Match(len(before), len(after), 0)]


def _add(runs: list[Match], at: int, new_at: int, size: int) -> None:
    """Add a run of equal lines, to the last one if it goes on."""
    if not size:
        return
    last = runs[-1] if runs else None
    if last is not None and (last.a + last.size, last.b + last.size) == (at, new_at):
        runs[-1] = Match(last.a, last.b, last.size + size)
    else:
        runs.append(Match(at, new_at, size))


def _common_heads(before: Sequence[str], after: Sequence[str], head: str) -> list[tuple[int, int]]:
    """Return the places of the heads that both texts have once, as many as are in one order.

    >>> _common_heads(["a", "b"], ["b"], "")
    [(1, 0)]
    """
    places = [_once(lines, head) for lines in (before, after)]
    pairs = [(at, places[1][line]) for line, at in places[0].items() if line in places[1]]
    ends: list[int] = []  # the least last place in the second text of a row of each length
    rows: list[tuple[tuple[int, int], int]] = []  # each head, and the length of its row
    for pair in pairs:
        length = bisect_left(ends, pair[1])
        ends[length : length + 1] = [pair[1]]
        rows.append((pair, length))
    found: list[tuple[int, int]] = []
    wanted = len(ends) - 1
    for pair, length in reversed(rows):
        if length == wanted and (not found or pair[1] < found[-1][1]):
            found.append(pair)
            wanted -= 1
    return found[::-1]


def _once(lines: Sequence[str], head: str) -> dict[str, int]:
    heads = {line: at for at, line in enumerate(lines) if line.startswith(head)}
    counts = Counter(line for line in lines if line.startswith(head))
    return {line: at for line, at in heads.items() if counts[line] == 1}
