"""A style that is cut for a kind of items prints what the whole style prints."""

from __future__ import annotations

from typing import Any

import pytest

from refcore.csl.processor.cites import Cite
from refcore.csl.processor.engine import Engine
from refcore.csl.processor.tree import plain
from refcore.csl.styles import find_style

PEOPLE = [{"family": "Quill", "given": "Ada"}, {"family": "van Reed", "given": "Jo"}]
DATE = {"date-parts": [[1998, 4, 2]]}
ITEMS: tuple[dict[str, Any], ...] = (
    {"type": "article-journal", "title": "Of reeds", "author": PEOPLE, "issued": DATE,
     "container-title": "Marsh Letters", "volume": "3", "issue": "2", "page": "11-19"},
    {"type": "article-journal", "title": "No pages", "issued": {"literal": "in spring"},
     "container-title": "Marsh Letters", "volume": "A3", "DOI": "10.1/x"},
    {"type": "book", "title": "Edited", "editor": PEOPLE, "issued": DATE, "edition": "2",
     "publisher": "Fen", "publisher-place": "Ely"},
    {"type": "chapter", "title": "Part", "author": PEOPLE[:1], "editor": PEOPLE[1:],
     "container-title": "Whole", "page": "7", "issued": {"date-parts": [[1998]], "circa": True}},
    {"type": "webpage", "title": "Here", "URL": "https://example.org/", "accessed": DATE},
    {"type": "report", "number": "18-2", "publisher": "Fen Board", "author": [{}], "volume": {}},
    {"type": "thesis", "title": "Slow water", "genre": "", "author": [], "issued": {}},
)  # fmt: skip
STYLES = ("ieee", "nlm-citation-sequence", "chicago-notes", "mhra-notes", "nature")


@pytest.mark.parametrize("style", STYLES)
def test_an_entry_is_the_same_alone_and_beside_one_of_its_kind(style: str) -> None:
    xml = find_style(style).xml
    for item in ITEMS:
        alone, twins = (
            Engine(xml, [{**item, "id": key} for key in keys]) for keys in (["a"], ["a", "b"])
        )
        entries = [
            [plain(one.inlines) for one in engine.bibliography()] for engine in (alone, twins)
        ]
        assert entries[1][:1] == entries[0], item["type"]
        cites = [plain(engine.cite_one([Cite("a", locator="5")])) for engine in (alone, twins)]
        assert cites[1] == cites[0], item["type"]
