"""Quotation marks of a locale, outer and inner in turn."""

from __future__ import annotations

from refcore.csl.processor.locales import Locale
from refcore.csl.processor.tree import SETTLED, Span

__all__ = ["Quotes"]

# The marks of a field that are kept, by the value of the span; a low mark's is the pair.
_LITERAL = {
    "“": ("“", "”"),
    "‘": ("‘", "’"),
    **{pair: (pair[0], pair[1]) for pair in ("„“", "„”", "‚‘", "‚’")},
}


class Quotes:
    """Chooses the marks of a text's quotes, from its beginning to its end.

    Curly quotes in a field stay as they are. Those that are also the locale's stay only
    outside of quotes whose marks the locale chose. If a text has straight quotes of both
    kinds, the kind that comes second is inner.

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
        # The closing mark of each open quote, the depth it began at,
        # and whether the locale or the field chose its marks.
        self._open: list[tuple[str, int, bool]] = []

    def opening(self, span: Span) -> str:
        """Return the mark that opens a quote."""
        span = span._replace(value=span.value.removesuffix(SETTLED))
        within_ours = any(ours for _, _, ours in self._open)
        foreign = span.value in _LITERAL and all(span.value[0] != mark for mark, _ in self._pairs)
        literal = span.value if foreign or not within_ours else ""
        depth = self._depth + (span.value.endswith("2") and self._depth % 2 == 0)
        pair = _LITERAL.get(literal) or self._pairs[depth % 2]
        self._open.append((pair[1], self._depth, literal not in _LITERAL))
        if not foreign:
            self._depth = 2 if literal[:1] in ("‘", "‚") else depth + 1
        return pair[0]

    def closing(self) -> str:
        """Return the mark that closes the quote that was opened last."""
        mark, self._depth, _ = self._open.pop()
        return mark
