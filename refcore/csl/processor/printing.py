"""A finished tree as HTML, as the CSL test suite prints it, and as plain text."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeAlias

from refcore.csl.processor.display import with_breaks
from refcore.csl.processor.locales import Locale
from refcore.csl.processor.punctuation import Token, mended, tokens_of
from refcore.csl.processor.quotes import Quotes
from refcore.csl.processor.tree import Inline, Span

__all__ = ["html", "text"]

Tags: TypeAlias = Callable[[str, str], tuple[str, str]]
_TAGS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<em>", "</em>"),
    ("font-style", "normal"): ('<span style="font-style:normal;">', "</span>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("font-weight", "normal"): ('<span style="font-weight:normal;">', "</span>"),
    ("font-variant", "small-caps"): ('<span style="font-variant:small-caps;">', "</span>"),
    ("font-variant", "normal"): ('<span style="font-variant:normal;">', "</span>"),
    ("text-decoration", "underline"): ('<span style="text-decoration:underline;">', "</span>"),
    ("text-decoration", "none"): ('<span style="text-decoration:none;">', "</span>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("vertical-align", "baseline"): ('<span style="baseline">', "</span>"),
    ("display", "block"): ('\n\n    <div class="csl-block">', "</div>\n"),
    ("display", "left-margin"): ('\n    <div class="csl-left-margin">', "</div>"),
    ("display", "right-inline"): ('<div class="csl-right-inline">', "</div>\n  "),
    ("display", "indent"): ('<div class="csl-indent">', "</div>\n  "),
}
# Raised letters that Unicode does not take apart.
_RAISED = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}
_FLIP = frozenset({"italic", "bold", "small-caps"})
_PLAIN = frozenset(
    {
        ("font-style", "normal"),
        ("font-weight", "normal"),
        ("font-variant", "normal"),
        ("text-decoration", "none"),
        ("vertical-align", "baseline"),
    }
)


def html(inlines: Iterable[Inline], locale: Locale) -> str:
    """Give a tree as HTML: collisions mended, quotes and nested formatting flipped.

    Source: CSL 1.0.2, "Formatting" and "Quotes".
    """
    tokens = mended(tokens_of(inlines), locale.punctuation_in_quote)
    return _printed(tokens, locale, _html_tags, _escape)


def text(inlines: Iterable[Inline], locale: Locale) -> str:
    """Give a tree as plain text, as citeproc-js does, to be compared with it."""
    tokens = with_breaks(mended(tokens_of(inlines), locale.punctuation_in_quote))
    return _printed(tokens, locale, _no_tags, str)


def _escape(value: str) -> str:
    value = value.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return value if value.isascii() else "".join(map(_raised, value))


@functools.lru_cache(maxsize=4096)
def _raised(char: str) -> str:
    """Give a raised letter or digit as markup."""
    kind, _, codes = unicodedata.decomposition(char).partition(" ")
    if kind != "<super>":
        return f"<sup>{_RAISED[char]}</sup>" if char in _RAISED else char
    return f"<sup>{''.join(chr(int(code, 16)) for code in codes.split())}</sup>"


def _html_tags(kind: str, value: str) -> tuple[str, str]:
    return _TAGS.get((kind, value), ("", ""))


def _no_tags(_kind: str, _value: str) -> tuple[str, str]:
    return "", ""


def _printed(tokens: list[Token], locale: Locale, tags: Tags, escape: Callable[[str], str]) -> str:
    out: list[str] = []
    closing: list[str] = []
    state: dict[str, list[str]] = {}
    quotes = Quotes(locale)
    for token in tokens:
        if isinstance(token, str):
            out.append(escape(token))
            continue
        opens, span = token
        if span.kind == "quotes":
            out.append(quotes.opening(span) if opens else quotes.closing())
            continue
        if opens:
            before, after = _open(span, state, tags)
            out.append(before)
            closing.append(after)
        else:
            out.append(closing.pop())
            if state.get(span.kind):
                state[span.kind].pop()
    return "".join(out)


def _open(span: Span, state: dict[str, list[str]], tags: Tags) -> tuple[str, str]:
    stack = state.setdefault(span.kind, [])
    current = stack[-1] if stack else ""
    value = span.value
    if (span.kind, value) in _PLAIN:
        stack.append(value)
        # Plain within plain needs no words.
        return (
            tags(span.kind, value) if current and (span.kind, current) not in _PLAIN else ("", "")
        )
    if value.startswith("markup:"):
        value = value.removeprefix("markup:")
        if value == current and value in _FLIP:
            value = "normal"
    stack.append(value)
    return tags(span.kind, value)
