"""Quotation marks as a locale has them, outer and inner in turn."""

from __future__ import annotations

from refcore.csl.processor.locales import Locale
from refcore.csl.processor.tree import Span

__all__ = ["Quotes"]

_LITERAL = {"“": ("“", "”"), "‘": ("‘", "’")}


class Quotes:
    """The marks of a text's quotes, asked for from its beginning to its end.

    Curly quotes that a field has itself stand as they are, unless within
    others.

    >>> from refcore.csl.processor.locales import locale_of
    >>> quotes, outer = Quotes(locale_of("de-DE")), Span("quotes", "", ())
    >>> quotes.opening(outer), quotes.opening(outer), quotes.closing(), quotes.closing()
    ('„', '‚', '‘', '“')
    >>> quotes.opening(Span("quotes", "“", ())), quotes.closing()
    ('“', '”')
    """

    def __init__(self, locale: Locale) -> None:
        self._pairs = (
            (locale.term("open-quote"), locale.term("close-quote")),
            (locale.term("open-inner-quote"), locale.term("close-inner-quote")),
        )
        self._depth = 0
        self._closing: list[tuple[str, int]] = []

    def opening(self, span: Span) -> str:
        """Give the mark that opens a quote."""
        literal = span.value if not self._closing else ""
        pair = _LITERAL.get(literal) or self._pairs[self._depth % 2]
        self._closing.append((pair[1], self._depth))
        self._depth = 2 if literal == "‘" else self._depth + 1
        return pair[0]

    def closing(self) -> str:
        """Give the mark that closes the quote that was opened last."""
        mark, self._depth = self._closing.pop()
        return mark
