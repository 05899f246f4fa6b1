"""Attributes that many elements share: formatting, affixes, quotes, text-case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from refcore.csl.processor.textcase import cased
from refcore.csl.processor.tree import Affix, Inline, Span

__all__ = ["NONE", "Style", "formatting_of", "joined", "stripped"]

_KINDS = (
    "vertical-align",
    "text-decoration",
    "font-weight",
    "font-variant",
    "font-style",
)


@attrs.frozen
class Style:
    """The formatting of an element's output; affixes go outside of the formatting."""

    prefix: str = ""
    suffix: str = ""
    spans: tuple[tuple[str, str], ...] = ()
    quotes: bool = False
    text_case: str = ""
    strip_periods: bool = False
    display: str = ""

    def with_text(self) -> Style:
        """Return the same formatting with affixes that count as text."""
        if not self.prefix and not self.suffix:
            return self
        return attrs.evolve(self, prefix=str(self.prefix), suffix=str(self.suffix))

    def apply(
        self, inlines: Sequence[Inline], lang: str = "en", mark: tuple[str, str] | None = None
    ) -> list[Inline]:
        """Format inlines; no inlines stay none.

        `lang` is the language of the text. A span with the kind and value of `mark`
        surrounds it, inside the affixes.
        """
        if not inlines:
            return []
        if self is NONE and mark is None:
            return list(inlines)
        out = self.only_spans(inlines, lang)
        if mark is not None:
            out = [Span(*mark, tuple(out))]
        if self.prefix:
            out.insert(0, self.prefix)
        if self.suffix:
            out.append(self.suffix)
        return [Span("display", self.display, tuple(out))] if self.display else out

    def apply_words(self, inlines: Sequence[Inline], lang: str) -> list[Inline]:
        """Format words of the style and its locale: they take title case in any language."""
        return self.apply(inlines, "en" if self.text_case == "title" else lang)

    def apply_inside(self, inlines: Sequence[Inline], lang: str = "en") -> list[Inline]:
        """Format inlines with the affixes inside the formatting, as a layout does."""
        if not inlines:
            return []
        out = list(inlines)
        if self.prefix:
            out.insert(0, self.prefix)
        if self.suffix:
            out.append(self.suffix)
        return self.apply_bare(out, lang)

    def apply_bare(self, inlines: Sequence[Inline], lang: str = "en") -> list[Inline]:
        """Format inlines without any affixes; an empty tree stays empty."""
        if not inlines:
            return []
        out = self.only_spans(inlines, lang)
        return [Span("display", self.display, tuple(out))] if self.display else out

    def only_spans(self, inlines: Sequence[Inline], lang: str = "en") -> list[Inline]:
        """Format inlines without affixes, in their place."""
        out = list(inlines)
        if self is NONE:
            return out
        if self.strip_periods:
            out = stripped(out)
        if self.text_case:
            out = cased(out, self.text_case, lang)
        for kind, value in self.spans:
            out = [Span(kind, value, tuple(out))]
        if self.quotes:
            out = [Span("quotes", "", tuple(out))]
        return out

    def without_strip_periods(self) -> Style:
        """Return this formatting, which keeps periods."""
        return attrs.evolve(self, strip_periods=False) if self.strip_periods else self

    def without_text_case(self) -> Style:
        """Return this formatting, which keeps the case."""
        return attrs.evolve(self, text_case="") if self.text_case else self


NONE = Style()


def formatting_of(element: Any) -> Style:
    """Return the formatting of an element's attributes."""
    get = element.get
    spans = tuple((kind, get(kind)) for kind in reversed(_KINDS) if get(kind))
    style = Style(
        Affix(get("prefix", "")),
        Affix(get("suffix", "")),
        spans,
        get("quotes") == "true",
        get("text-case", ""),
        get("strip-periods") == "true",
        get("display", ""),
    )
    return NONE if style == NONE else style


def stripped(inlines: Sequence[Inline]) -> list[Inline]:
    """Remove the periods from a tree (CSL 1.0.2, "Strip-periods")."""
    return [
        inline.replace(".", "")
        if isinstance(inline, str)
        else inline._replace(children=tuple(stripped(inline.children)))
        for inline in inlines
    ]


def joined(parts: Sequence[Sequence[Inline]], delimiter: str) -> list[Inline]:
    """Join the parts that are not empty.

    >>> joined([["a"], [], ["b"]], ", ")
    ['a', ', ', 'b']
    """
    out: list[Inline] = []
    for part in parts:
        if part:
            if out and delimiter:
                out.append(delimiter)
            out.extend(part)
    return out
