"""The processor as fixtures of the CSL test suite drive it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from refcore.csl.processor.context import FIRST, Cite
from refcore.csl.processor.document import Processor
from refcore.csl.processor.positions import Citation
from refcore.csl.processor.printing import html

__all__ = ["SuiteAdapter"]


class SuiteAdapter:
    """A style and items, giving HTML as the suite prints it."""

    def __init__(self, style: str, items: Sequence[Mapping[str, Any]]) -> None:
        self.processor = Processor(style, items)

    def order(self) -> Sequence[str]:
        """Give the ids of its items in the order of the bibliography."""
        return list(self.processor.ids)

    def alone(self, cluster: Sequence[Mapping[str, Any]]) -> str:
        """Render one cluster outside any document."""
        out = self.processor.cite_one([_cite(value) for value in cluster])
        return html(out, self.processor.locale)

    def document(self, citations: Sequence[Mapping[str, Any]]) -> Sequence[str]:
        """Render the citations of a document in order."""
        held = [_citation(value) for value in citations]
        return [html(out, self.processor.locale) for out in self.processor.cite_all(held)]

    def entries(self, _citations: Sequence[Mapping[str, Any]]) -> Sequence[tuple[str, str]]:
        """Give id and text of each entry, after a document of these citations."""
        locale = self.processor.locale
        return [(entry.id, html(entry.inlines, locale)) for entry in self.processor.bibliography()]


def _citation(value: Mapping[str, Any]) -> Citation:
    cites = tuple(_cite(cite) for cite in value.get("citationItems", ()))
    note = (value.get("properties") or {}).get("noteIndex", 0)
    return Citation(cites, note if isinstance(note, int) else 0)


def _cite(value: Mapping[str, Any]) -> Cite:
    def text(key: str) -> str:
        found = value.get(key)
        return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""

    position = value.get("position", FIRST)
    first = text("first-reference-note-number")
    return Cite(
        str(value.get("id", "")),
        text("prefix"),
        text("suffix"),
        text("locator").strip(),
        text("label") or "page",
        bool(value.get("suppress-author")),
        bool(value.get("author-only")),
        position if isinstance(position, int) else FIRST,
        bool(value.get("near-note")),
        int(first) if first.isdecimal() else 0,
    )
