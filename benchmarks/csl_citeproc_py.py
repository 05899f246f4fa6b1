"""citeproc-py as it is, beside refcore: for csl_suite.py and, in speed, for csl_styles.py."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from csl_fixtures import Fixture, Json


class Citeproc:
    """citeproc-py as a processor of fixtures, as it is."""

    def __init__(self, fixture: Fixture, items: Sequence[Json]) -> None:
        from citeproc import CitationStylesBibliography, CitationStylesStyle, formatter
        from citeproc.source.json import CiteProcJSON

        style = CitationStylesStyle(io.BytesIO(fixture.style.encode()), validate=False)
        source = CiteProcJSON([{**item, "id": str(item["id"])} for item in items])
        self.items = items
        self.bibliography = CitationStylesBibliography(style, source, formatter.html)

    def _registered(self, clusters: Sequence[Sequence[Json]]) -> list[Any]:
        from citeproc import Citation, CitationItem

        citations = []
        for cluster in clusters:
            cites = []
            for cite in cluster:
                extra = {k: cite[k] for k in ("prefix", "suffix", "locator", "label") if k in cite}
                cites.append(CitationItem(str(cite["id"]).lower(), **extra))
            citations.append(Citation(cites))
        for citation in citations:
            self.bibliography.register(citation)
        return citations

    def _sort(self) -> None:
        if self.bibliography.style.has_bibliography():
            self.bibliography.sort()

    def order(self) -> list[str]:
        return [str(item["id"]) for item in self.items]

    def alone(self, cluster: Sequence[Json]) -> str:
        return self.document([{"citationItems": cluster}])[0]

    def document(self, citations: Sequence[Json]) -> list[str]:
        made = self._registered([citation["citationItems"] for citation in citations])
        self._sort()
        return [as_suite(self.bibliography.cite(one, lambda _: None)) for one in made]

    def entries(self, citations: Sequence[Json]) -> list[tuple[str, str]]:
        self._registered([citation["citationItems"] for citation in citations])
        self._registered([[{"id": item["id"]}] for item in self.items])
        self._sort()
        texts = map(as_suite, self.bibliography.bibliography())
        return list(zip(self.bibliography.keys, texts, strict=True))


def as_suite(text: object) -> str:
    """Return citeproc-py's HTML with an ampersand as the suite spells it."""
    return str(text).replace("&amp;", "&#38;")


def by_citeproc_py(xml: str, items: Sequence[Any]) -> None:
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    style = CitationStylesStyle(io.BytesIO(xml.encode()), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(list(items)), formatter.plain)
    made = [Citation([CitationItem(item["id"])]) for item in items]
    for citation in made:
        bibliography.register(citation)
    bibliography.sort()
    for citation in made:
        bibliography.cite(citation, lambda _: None)
    for entry in bibliography.bibliography():
        str(entry)
