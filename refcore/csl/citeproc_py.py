"""The engine for now: citeproc-py, kept from its own traps.

Each call works on a style tree of its own, since citeproc-py writes into it.
A fault in one entry costs that entry its style, never the others theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import attrs

from refcore.csl.engine import Cite, Entry, Rendering
from refcore.csl.fallback import plain_entry
from refcore.csl.inlines import Inline, Run, Text, plain_text
from refcore.csl.items import item_of
from refcore.csl.languages import locale_named
from refcore.csl.marks import Protector, into_quotes, marked, to_inlines
from refcore.csl.styles import NAMESPACE, Style
from refcore.errors import StyleError
from refcore.model.reference import Reference

__all__ = ["CiteprocPy"]

_NUMBERS = ".//*[@variable='citation-number']"
# A number with the brackets and runs around it.
_LABEL = re.compile(r"[\ufdd0-\ufdef\[(]*(\d+)(?![\d\w])[\ufdd0-\ufdef\]).:]*\s*")
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2})?")


def _run(run: Run) -> Any:
    def wrap(text: object) -> Any:
        from refcore.csl.citeproc_elements import MarkedText

        return MarkedText(marked(run, text))

    return staticmethod(wrap)


class _Marks:
    """A formatter of citeproc-py that marks runs and leaves text alone."""

    Italic = Oblique = _run(Run.ITALIC)
    Bold = _run(Run.BOLD)
    Underline = _run(Run.UNDERLINE)
    Superscript = _run(Run.SUPERSCRIPT)
    Subscript = _run(Run.SUBSCRIPT)
    SmallCaps = _run(Run.SMALL_CAPS)
    Light = preformat = staticmethod(str)


class _NoMarks:
    """A formatter for sort keys, which are plain text."""

    Italic = Oblique = Bold = Light = Underline = staticmethod(str)
    Superscript = Subscript = SmallCaps = preformat = staticmethod(str)


class CiteprocPy:
    """citeproc-py behind refcore's own interface, see `refcore.csl.engine.Engine`."""

    def bibliography(
        self, style: Style, references: Sequence[Reference], locale: str | None
    ) -> Rendering:
        """Render all references, sorted as the style wants it."""
        if not style.has_bibliography:
            raise StyleError(f"the style {style.name} has citations only, no bibliography")
        run = _Run.begin(style, references, locale)
        order = run.sorted_order()
        entries = [run.entry(index, number) for number, index in enumerate(order, start=1)]
        return Rendering(tuple(entries), tuple(run.warnings))

    def cite(
        self,
        style: Style,
        references: Sequence[Reference],
        cluster: Sequence[int],
        locale: str | None,
    ) -> Cite:
        """Render one citation of the references at these places, numbered within all."""
        run = _Run.begin(style, references, locale)
        inlines = run.cluster(cluster)
        return Cite(inlines, tuple(run.warnings))


def _tree(style: Style, locale: str | None) -> Any:
    from refcore.csl.citeproc_elements import StyleTree

    if locale is not None:
        locale = locale_named(locale)
    chosen = locale or style.default_locale or "en-US"
    if not _LOCALE.fullmatch(chosen):
        chosen = "en-US"
    try:
        return StyleTree(style.xml, chosen)
    except Exception as error:
        raise StyleError(f"the style {style.name} cannot be used: {error}") from error


@attrs.define
class _Run:
    """One rendering: a style tree of its own, the items, and what went wrong."""

    style: Style
    references: Sequence[Reference]
    root: Any
    marked: Any
    plain: Any
    protector: Protector
    numbered: bool
    quotes_enclose: bool
    warnings: list[str] = attrs.field(factory=list)
    _numbers: dict[int, int] = attrs.field(factory=dict)

    @classmethod
    def begin(cls, style: Style, references: Sequence[Reference], locale: str | None) -> _Run:
        from refcore.csl.citeproc_items import source_of

        protector = Protector()
        pages = style.page_range_format
        items = [item_of(reference, protector, pages) for reference in references]
        plain = [item_of(reference, protector, pages, plain=True) for reference in references]
        root = _tree(style, locale).root
        return cls(
            style,
            references,
            root,
            source_of(items),
            source_of(plain),
            protector,
            numbered=bool(root.xpath(_NUMBERS, namespaces={"cs": NAMESPACE})),
            quotes_enclose=str(root.get_locale_option("punctuation-in-quote")).lower() == "true",
        )

    def _cite(self, source: Any, index: int, number: int) -> Any:
        from refcore.csl.citeproc_items import NumberedItem

        key = f"item-{index}"
        return NumberedItem(key, source[key], number)

    def sorted_order(self) -> list[int]:
        """Give the places of the references in the order of the bibliography."""
        places = list(range(len(self.references)))
        section = self.root.bibliography
        return places if section is None else self._sorted(section, places)

    def _sorted(self, section: Any, places: list[int]) -> list[int]:
        sort = section.sort if section.tag.endswith("citation") else None
        layout = section.layout
        sort = section.find("cs:sort", section.nsmap) if sort is None else sort
        if sort is None or layout is None:
            return places
        self.root.formatter = _NoMarks
        numbers = self._numbers
        cites = [
            self._cite(self.plain, place, numbers.get(place, number))
            for number, place in enumerate(places, start=1)
        ]
        section.cites = []
        places_of = {id(cite): place for cite, place in zip(cites, places, strict=True)}
        try:
            self._attach(cites)
            return [places_of[id(cite)] for cite in sort.sort(cites, layout)]
        except Exception as error:
            self._warn(f"could not be sorted as {self.style.name} wants it", error)
            return places

    def entry(self, index: int, number: int) -> Entry:
        """Render one entry; without style where the style fails on it."""
        reference = self.references[index]
        self.root.formatter = _Marks
        layout = self.root.bibliography.layout
        try:
            cite = self._cite(self.marked, index, number)
            self._attach([cite])
            layout.repressed = {}
            text = layout.format(layout.wrap(layout.render_children(cite)))
            label, inlines = self._split_label(str(text or ""), number)
        except Exception as error:
            self._warn(f"{reference.key}: set without the style, which failed on it", error)
            return Entry(index, plain_entry(reference))
        if not re.search(r"\w", plain_text(inlines)):
            self.warnings.append(f"{reference.key}: the style sets nothing; set without it")
            inlines = plain_entry(reference)
        return Entry(index, inlines, label, bool(label))

    def _split_label(self, text: str, number: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
        """Part the number at the head of an entry from the entry."""
        head = _LABEL.match(text) if self.numbered else None
        if head is None or head[1] != str(number):
            return (), self._inlines(text)
        return self._inlines(head[0]), self._inlines(text[head.end() :])

    def cluster(self, places: Sequence[int]) -> tuple[Inline, ...]:
        """Render one citation of several references."""
        for number, place in enumerate(self.sorted_order(), start=1):
            self._numbers[place] = number
        section = self.root.citation
        layout = section.layout
        ordered = self._sorted(section, list(dict.fromkeys(places)))
        self.root.formatter = _Marks
        section.cites = []
        cites = [self._cite(self.marked, place, self._numbers[place]) for place in ordered]
        self._attach(cites)
        parts = [self._cluster_part(section, layout, cite) for cite in cites]
        try:
            return self._inlines(layout.format(layout.wrap(layout.join(parts))))
        except Exception as error:
            self._warn("a citation set without the style, which failed on it", error)
            return (Text(self.protector.show("; ".join(parts))),)

    def _cluster_part(self, section: Any, layout: Any, cite: Any) -> Any:
        from citeproc.string import String

        reference = self.references[int(cite.key.removeprefix("item-"))]
        text: object = None
        try:
            layout.repressed = {}
            text = layout.render_children(cite)
        except Exception as error:
            self._warn(f"{reference.key}: cited without the style, which failed on it", error)
        section.cites.append(cite)
        return String(str(text) if text else f"{reference.key}?")

    def _attach(self, cites: list[Any]) -> None:
        from citeproc.source import Citation

        citation = Citation(cites)
        citation.bibliography = self

    @property
    def formatter(self) -> Any:
        """What citeproc-py asks its bibliography for."""
        return self.root.formatter

    def _inlines(self, text: Any) -> tuple[Inline, ...]:
        shown = self.protector.show("" if text is None else str(text))
        return to_inlines(into_quotes(shown) if self.quotes_enclose else shown)

    def _warn(self, what: str, error: Exception) -> None:
        self.warnings.append(f"{what} ({type(error).__name__}: {str(error)[:100]})")
