"""The last step of rendering: a tree that outputs print unchanged."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from refcore.csl.processor.links import with_links
from refcore.csl.processor.locales import Locale
from refcore.csl.processor.punctuation import Token, mended, tokens_of
from refcore.csl.processor.quotes import Quotes
from refcore.csl.processor.tree import UPRIGHT, Inline, Span, plain

__all__ = ["finished", "tree_of"]

# The spans that outputs print; all other spans are marks for the earlier passes.
_PRINTED = frozenset(
    {"font-style", "font-weight", "font-variant", "text-decoration", "vertical-align",
     "display", "link", "math"}
)  # fmt: skip
_PLAIN = [
    Span("font-style", "normal", ()),
    Span("font-weight", "normal", ()),
    Span("font-variant", "normal", ()),
    Span("text-decoration", "none", ()),
]
# Markup inside its own kind turns upright; raised text inside raised text rises again.
_FLIP = frozenset({"italic", "bold", "small-caps"})


def finished(inlines: Iterable[Inline], locale: Locale, links: bool = True) -> tuple[Inline, ...]:
    """Return a tree of text and of spans of formatting, display and links.

    Colliding marks are merged, quotes become text, and markup inside its own kind
    becomes upright. Without `links`, all links are removed.
    Source: CSL 1.0.2, "Formatting" and "Quotes".

    >>> from refcore.csl.processor.locales import locale_of
    >>> title = Span("font-style", "italic", ("On ", Span("font-style", "markup:italic", ("X",))))
    >>> finished([Span("quotes", "", (title,)), "."], locale_of("en-GB"))[1].children[1]
    Span(kind='font-style', value='normal', children=('X',))
    """
    tokens = mended(tokens_of(inlines), locale.punctuation_in_quote)
    if not links:
        tokens = [token for token in tokens if isinstance(token, str) or token[1].kind != "link"]
    tree = _resolved(tokens, locale)
    return with_links(tree) if links and "://" in plain(tree) else tree


def tree_of(tokens: Iterable[Token]) -> tuple[Inline, ...]:
    """Return the tree of some tokens; spans that print nothing are left out.

    Neighbouring texts are joined.

    >>> tree_of(tokens_of(["a", Span("link", "x", ("b",)), Span("link", "y", ())]))
    ('a', Span(kind='link', value='x', children=('b',)))
    """
    levels: list[list[Inline]] = [[]]
    for token in tokens:
        if isinstance(token, str):
            levels[-1].append(token)
        elif token[0]:
            levels.append([])
        else:
            children = _joined(levels.pop())
            if children:
                levels[-1].append(Span(token[1].kind, token[1].value, children))
    return _joined(levels[0])


def _joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Join neighbouring texts, all of a run at once."""
    out: list[Inline] = []
    texts: list[str] = []
    for inline in inlines:
        if isinstance(inline, str):
            texts.append(inline)
            continue
        if texts:
            out.append("".join(texts))
            texts = []
        out.append(inline)
    if texts:
        out.append("".join(texts))
    return tuple(out)


@attrs.define
class _Tree:
    """A tree that grows token by token."""

    # The inlines of each open span that is printed.
    levels: list[list[Inline]] = attrs.field(factory=lambda: [[]])
    # The open values of each kind, and for each open span the span that is printed.
    state: dict[str, list[str]] = attrs.field(factory=dict)
    held: list[Span | None] = attrs.field(factory=list)

    def open(self, span: Span) -> None:
        """Open a span."""
        printed = _opened(span, self.state)
        self.held.append(printed)
        if printed is not None:
            self.levels.append([])

    def close(self, span: Span) -> None:
        """Close the span that was opened last; one without content is left out."""
        printed = self.held.pop()
        if span.kind in _PRINTED:
            self.state[span.kind].pop()
        if printed is not None and (children := _joined(self.levels.pop())):
            self.levels[-1].append(Span(printed.kind, printed.value, children))


def _resolved(tokens: Iterable[Token], locale: Locale) -> tuple[Inline, ...]:
    """Return the tree of some tokens: marks in place of quotes, and spans that outputs print."""
    tree = _Tree()
    quotes: Quotes | None = None
    for token in tokens:
        if isinstance(token, str):
            tree.levels[-1].append(token)
            continue
        opens, span = token
        if span.kind == "quotes":
            quotes = quotes or Quotes(locale)
            tree.levels[-1].append(quotes.opening(span) if opens else quotes.closing())
        elif span.kind == "nodecor":
            # It resets each kind of formatting.
            for plain_span in _PLAIN if opens else reversed(_PLAIN):
                (tree.open if opens else tree.close)(plain_span)
        else:
            (tree.open if opens else tree.close)(span)
    return _joined(tree.levels[0])


def _opened(span: Span, state: dict[str, list[str]]) -> Span | None:
    """Return the printed span for one that opens, or None if it changes nothing."""
    if span.kind not in _PRINTED:
        return None
    stack = state.setdefault(span.kind, [])
    current = stack[-1] if stack else "normal"
    value = span.value.removeprefix("markup:")
    if value != span.value and value == current and value in _FLIP:
        value = "normal"
    stack.append(value)
    if value in UPRIGHT and current in UPRIGHT:
        return None
    return Span(span.kind, value, ())
