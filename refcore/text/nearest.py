"""The known word that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Meant", "did_you_mean", "nearest"]

_MOST = 3
_LIKE = 0.6  # of difflib's ratio: a letter or two of a short word
_MOST_PAIRS = 50_000  # of unknown and known words, which take about half a second
_LONGEST = 100  # no longer word is compared, as that takes the square of its length


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that are most like a word, at most three, the nearest first.

    >>> nearest("biblatx", ["bibtex", "biblatex", "ris"])
    ['biblatex', 'bibtex']
    """
    from difflib import get_close_matches

    if len(word) > _LONGEST:
        return []
    by_fold = {one.casefold(): one for one in known}
    folded = word.casefold()
    begun = [one for one in by_fold if len(folded) > 1 and one.startswith(folded)]
    found = get_close_matches(folded, by_fold, n=_MOST, cutoff=_LIKE)
    return [by_fold[one] for one in dict.fromkeys([*found, *sorted(begun)])][:_MOST]


def did_you_mean(word: str, known: Iterable[str], *, show_all: bool = False) -> str:
    """Return the question whether a near word was meant, or else all words, or nothing.

    >>> did_you_mean("jsn", ["json", "csv"]), did_you_mean("x", ["json", "csv"], show_all=True)
    ('Did you mean json?', 'Known are: json, csv.')
    >>> did_you_mean("x", ["json", "csv"])
    ''
    """
    known = list(known)
    found = nearest(word, known)
    if found:
        return f"Did you mean {' or '.join(found)}?"
    return f"Known are: {', '.join(known)}." if show_all and known else ""


class Meant:
    """The known key that each unknown key of a file may mean, for as many as can be found quickly.

    >>> meant = Meant(["fei2020", "cai2021"])
    >>> meant.hint("fei2002"), meant.hint("zz")
    ("; did you mean 'fei2020'?", '')
    """

    def __init__(self, known: Iterable[str]) -> None:
        self.known = [key for key in known if len(key) <= _LONGEST]
        self.left = _MOST_PAIRS
        self.hints: dict[str, str] = {}

    def hint(self, key: str) -> str:
        """Return the end of a message that asks whether a near key was meant, or nothing."""
        if key not in self.hints:
            self.hints[key] = self._hint(key)
        return self.hints[key]

    def _hint(self, key: str) -> str:
        if len(key) > _LONGEST or self.left <= 0:
            return ""
        from difflib import get_close_matches

        among = self.known[: self.left]
        self.left -= len(among)
        found = get_close_matches(key, among, 1, _LIKE)
        return f"; did you mean {found[0]!r}?" if found else ""
