"""Fixtures in the format of the CSL test suite, rendered by any processor.

The format and the document protocol (citations put in, moved and replaced) live here, so
that the processor itself knows nothing of them. tests/csl/test_suite.py runs them, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

import attrs

from refcore.csl import Citation, Cite, Processor, Style
from refcore.csl.document import cite_of

__all__ = ["Fixture", "Json", "Refcore", "SuiteProcessor", "read_fixture", "render_fixture"]

Json: TypeAlias = dict[str, Any]
_SECTION = re.compile(
    r"^\ufeff?>>=+[ \t]*([A-Z][A-Z0-9-]*)[ \t]*=+(?:>>)?[^\S\n]*\n(.*?)\n?^<<=+[ \t]*\1[ \t]*=+",
    re.DOTALL | re.MULTILINE,
)


@attrs.frozen
class Fixture:
    """One fixture: a style, items, what is cited, and the text expected."""

    name: str
    mode: str
    style: str = attrs.field(repr=False)
    items: tuple[Json, ...] = attrs.field(repr=False)
    result: str = attrs.field(repr=False)
    citation_items: tuple[tuple[Json, ...], ...] | None = None
    citations: tuple[tuple[Json, list[Any], list[Any]], ...] | None = None
    bibentries: tuple[tuple[str, ...], ...] | None = None
    bibsection: Json | None = None
    abbreviations: Json | None = None
    options: Json | None = None

    @property
    def category(self) -> str:
        """The name's first part: ``name`` of ``name_CelticClanName``."""
        return self.name.partition("_")[0]


def read_fixture(text: str, name: str = "") -> Fixture:
    r"""Read a fixture; raises `ValueError` where a section is missing or no JSON.

    >>> found = read_fixture("\n".join(f">>== {key} ==>>\n{value}\n<<== {key} ==<<" for key, value
    ...     in {"MODE": "citation", "CSL": "<style/>", "INPUT": "[]", "RESULT": "x"}.items()))
    >>> found.mode, found.items, found.result
    ('citation', (), 'x')
    """
    text = text.replace("\r\n", "\n")
    held = {match[1]: match[2] for match in _SECTION.finditer(text)}
    missing = {"MODE", "CSL", "INPUT", "RESULT"} - held.keys()
    if missing:
        raise ValueError(f"the fixture {name} has no section {', '.join(sorted(missing))}")
    parsed = {
        key: json.loads(value)
        for key, value in held.items()
        if key not in ("MODE", "CSL", "RESULT", "DESCRIPTION", "VERSION") and value.strip()
    }
    clusters, steps = parsed.get("CITATION-ITEMS"), parsed.get("CITATIONS")
    updates = parsed.get("BIBENTRIES")
    return Fixture(
        name,
        held["MODE"].strip(),
        held["CSL"].strip(),
        tuple({"id": str(n), **item} for n, item in enumerate(parsed["INPUT"], 1)),
        held["RESULT"].strip(),
        None if clusters is None else tuple(tuple(cluster) for cluster in clusters),
        None if steps is None else tuple(tuple(step) for step in steps),
        None if updates is None else tuple(tuple(map(str, ids)) for ids in updates),
        parsed.get("BIBSECTION"),
        parsed.get("ABBREVIATIONS"),
        parsed.get("OPTIONS"),
    )


class SuiteProcessor(Protocol):
    """What a fixture asks of a processor. All text is HTML as the suite prints it."""

    def order(self) -> Sequence[str]:
        """Return the ids of its items in the order of the bibliography."""
        ...

    def alone(self, cluster: Sequence[Json]) -> str:
        """Render one cluster outside any document: positions are as the cites say."""
        ...

    def document(self, citations: Sequence[Json]) -> Sequence[str]:
        """Render the citations of a document (``citationItems``, ``properties``) in order."""
        ...

    def entries(self, citations: Sequence[Json]) -> Sequence[tuple[str, str]]:
        """Return id and text of each entry, after a document of these citations."""
        ...


Factory: TypeAlias = Callable[[Fixture, Sequence[Json]], SuiteProcessor]


def render_fixture(fixture: Fixture, factory: Factory) -> str:
    """Return what the processor prints for a fixture, laid out as the suite wants it.

    `factory` makes a processor of a fixture's style and of some of its items.
    """
    documents = _documents(fixture.citations or ())
    last = documents[-1] if documents else []
    processor = factory(fixture, _registered(fixture, last))
    if fixture.mode.startswith("bibliography"):
        return _bibliography(fixture, processor.entries(last))
    if fixture.citation_items is not None:
        return "\n".join(processor.alone(cluster) for cluster in fixture.citation_items)
    if fixture.citations is not None:
        return _document(fixture, documents, factory)
    return processor.alone([{"id": key} for key in processor.order()])


def _registered(fixture: Fixture, citations: Sequence[Json]) -> list[Json]:
    """Return the items that the bibliography holds: those cited first, then those listed."""
    held = {str(item["id"]): item for item in fixture.items}
    cited = [str(cite["id"]) for citation in citations for cite in citation["citationItems"]]
    if fixture.bibentries is not None:
        keys = [*cited, *fixture.bibentries[-1]]
    else:
        keys = cited if fixture.citations is not None else [*held]
    return [held[key] for key in dict.fromkeys(keys) if key in held]


# The document protocol


def _documents(steps: Sequence[tuple[Json, list[Any], list[Any]]]) -> list[list[Json]]:
    """Return the document after each step: a citation stands after `pre`, before `post`.

    `pre` and `post` are pairs of a citation's id and its note, which moves
    the citation there. A citation of a known id replaces the one that was.
    """
    known: dict[str, Json] = {}
    documents: list[list[Json]] = []
    for number, (citation, pre, post) in enumerate(steps):
        key = str(citation.get("citationID", f"#{number}"))
        known[key] = citation
        for other, note in (*pre, *post):
            moved = known[str(other)]
            properties = {**moved.get("properties", {}), "noteIndex": note}
            known[str(other)] = {**moved, "properties": properties}
        keys = [*(str(other) for other, _ in pre), key, *(str(other) for other, _ in post)]
        documents.append([{**known[key], "citationID": key} for key in dict.fromkeys(keys)])
    return documents


def _document(fixture: Fixture, documents: list[list[Json]], factory: Factory) -> str:
    """Print a document: ``>>`` where the last step set a citation or changed its text."""
    last = documents[-1]
    texts = factory(fixture, _registered(fixture, last)).document(last)
    before = _texts_before(fixture, documents, factory)
    new = str((fixture.citations or ())[-1][0].get("citationID", last[-1]["citationID"]))
    lines: list[str] = []
    for place, (citation, text) in enumerate(zip(last, texts, strict=True)):
        key = citation["citationID"]
        changed = key == new or before.get(key) != text
        lines.append(f"{'>>' if changed else '..'}[{place}] {text}")
    return "\n".join(lines)


def _texts_before(
    fixture: Fixture, documents: list[list[Json]], factory: Factory
) -> Mapping[str, str]:
    if len(documents) < 2:
        return {}
    citations = documents[-2]
    texts = factory(fixture, _registered(fixture, citations)).document(citations)
    return {citation["citationID"]: text for citation, text in zip(citations, texts, strict=True)}


# Bibliographies


def _bibliography(fixture: Fixture, entries: Sequence[tuple[str, str]]) -> str:
    items = {str(item["id"]): item for item in fixture.items}
    section = fixture.bibsection or {}
    kept = [text for key, text in entries if _wanted(items.get(key, {}), section)]
    lines = "".join(f'  <div class="csl-entry">{text}</div>\n' for text in kept)
    return f'<div class="csl-bib-body">\n{lines}</div>'


def _wanted(item: Json, section: Json) -> bool:
    """Return whether a filter keeps an item.

    ``include`` keeps what fits any of its rules, ``select`` what fits all of
    them, ``exclude`` drops what fits any; ``quash`` drops what fits all of
    its rules, whatever else is said.
    """

    def fits(rules: Sequence[Json]) -> list[bool]:
        return [_fits(item, rule) for rule in rules]

    if section.get("quash") and all(fits(section["quash"])):
        return False
    if "include" in section:
        return any(fits(section["include"]))
    if "select" in section:
        return all(fits(section["select"]))
    return not any(fits(section.get("exclude", ())))


def _fits(item: Json, rule: Json) -> bool:
    found, wanted = item.get(rule["field"], ""), rule.get("value", "")
    if isinstance(found, list) and not isinstance(wanted, list):
        return wanted in found
    if isinstance(found, dict | list):
        return bool(found) == bool(wanted)
    return str(found) == str(wanted)


class Refcore:
    """refcore's public processor and its output ``suite``, under the fixture's protocol."""

    def __init__(self, fixture: Fixture, items: Sequence[Json]) -> None:
        xml = fixture.style.encode()
        has_bibliography = b"<bibliography" in xml
        self.processor = Processor(Style(fixture.name, xml, None, has_bibliography), items)

    def order(self) -> Sequence[str]:
        """Return the ids of its items in the order of the bibliography."""
        return self.processor.order

    def alone(self, cluster: Sequence[Json]) -> str:
        """Print one citation outside any document."""
        return self.processor.cite_one([_cite(value) for value in cluster], "suite")

    def document(self, citations: Sequence[Json]) -> Sequence[str]:
        """Print the citations of a document in order."""
        return self.processor.cite([_citation(value) for value in citations], "suite")

    def entries(self, _citations: Sequence[Json]) -> Sequence[tuple[str, str]]:
        """Return id and text of each entry, after a document of these citations."""
        found = self.processor.bibliography("suite").entries
        return [(entry.key, entry.text) for entry in found if entry.text]


def _citation(value: Json) -> Citation:
    cites = tuple(_cite(cite) for cite in value.get("citationItems", ()))
    note = (value.get("properties") or {}).get("noteIndex", 0)
    return Citation(cites, note if isinstance(note, int) else 0)


def _cite(value: Json) -> Cite:
    """Return a cite with the place in a document that the fixture gives it."""
    position = value.get("position", 0)
    first = str(value.get("first-reference-note-number", ""))
    return attrs.evolve(
        cite_of(value),
        position=position if isinstance(position, int) else 0,
        near_note=bool(value.get("near-note")),
        first_note=int(first) if first.isdecimal() else 0,
    )
