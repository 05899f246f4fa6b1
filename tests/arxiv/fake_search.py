"""arXiv's search as its manual describes it: fields, phrases, AND, OR, ANDNOT, parentheses."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOKEN = re.compile(r'\s*(\(|\)|ANDNOT\b|AND\b|OR\b|(ti|au):(?:"([^"]*)"|([^\s()"]+)))')


def found_by(query: str, title: str, authors: Sequence[str]) -> int:
    """Return how many terms of a query a paper has, 0 where it does not fit.

    Raises `ValueError` for a query that is malformed.
    """
    return _Query(query, {"ti": _words(title), "au": _words(" ".join(authors))}).weight()


def _words(text: str) -> set[str]:
    return {_stem(word) for word in re.findall(r"[^\W_]+", text.casefold())}


def _stem(word: str) -> str:
    return re.sub(r"(?<=\w{3})(?:ings?|ions?|e?s|e)$", "", word)


class _Query:
    def __init__(self, text: str, fields: dict[str, set[str]]) -> None:
        self.text = text
        self.place = 0
        self.fields = fields
        self.ahead: re.Match[str] | None = None
        self.step()

    def step(self) -> None:
        self.ahead = _TOKEN.match(self.text, self.place)
        if self.ahead is None and self.text[self.place :].strip():
            raise ValueError(f"malformed at {self.text[self.place :]!r}")
        self.place = self.ahead.end() if self.ahead else self.place

    def takes(self, word: str) -> bool:
        if self.ahead is None or self.ahead[1] != word:
            return False
        self.step()
        return True

    def weight(self) -> int:
        found = self.either()
        if self.ahead is not None:
            raise ValueError(f"left over: {self.ahead[0]!r}")
        return found

    def either(self) -> int:
        found = self.every()
        while self.takes("OR"):
            found += self.every()
        return found

    def every(self) -> int:
        found = self.one()
        while self.ahead is not None and self.ahead[1] in ("AND", "ANDNOT"):
            is_not = self.ahead[1] == "ANDNOT"
            self.step()
            other = self.one()
            fits = not other if is_not else bool(other)
            found = found + other if found and fits else 0
        return found

    def one(self) -> int:
        if self.takes("("):
            found = self.either()
            if not self.takes(")"):
                raise ValueError("a parenthesis is open")
            return found
        if self.ahead is None or self.ahead[2] is None:
            raise ValueError("a term is missing")
        field, words = self.ahead[2], _words(self.ahead[3] or self.ahead[4])
        self.step()
        return len(words) if words and words <= self.fields[field] else 0
