"""`Processor`: the citations and the bibliography of one document."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from refcore.collector import rarely_collecting
from refcore.csl.abbreviations import Abbreviations
from refcore.csl.bibliography import Bibliography, printed, printed_bibliography
from refcore.csl.entries import entries_of
from refcore.csl.guides import guide_of
from refcore.csl.items import clean, cleaned, item_of_reference, tell_short_titles_apart
from refcore.csl.layout import layout_of
from refcore.csl.output import Output
from refcore.csl.outputs import output_named
from refcore.csl.processor.cites import Citation, Cite, CiteMode
from refcore.csl.processor.engine import Engine
from refcore.csl.processor.finish import finished
from refcore.csl.processor.tree import Inline
from refcore.csl.styles import Style, compiled_style, find_style
from refcore.errors import StyleError, UnknownKey
from refcore.model.reference import CSL_TYPES, Reference

__all__ = ["Citable", "Cited", "Document", "Processor"]

Citable: TypeAlias = str | Mapping[str, Any] | Cite
Cited: TypeAlias = Citable | Sequence[Citable] | Citation


@attrs.frozen
class Document:
    """A document's citations in order, and its bibliography (None: the style has none).

    >>> made = Processor("apa", [{"id": "a", "type": "book", "title": "One"}]).document(["a"])
    >>> made.citations, str(made.bibliography)
    (('(One, n.d.)',), 'One. (n.d.).')
    """

    citations: tuple[str, ...]
    bibliography: Bibliography | None


class Processor:
    """Items under a style: a pure function of style, locale, items and citations.

    Nothing unusual about an item raises an error; `warnings` names it.

    Args:
        style: A `Style`, a name or a path.
        items: CSL-JSON objects or references.
        links: Whether DOI, PMID, PMCID and URL are links, or the title where the style prints none
            of them.
        link_citations: Whether each cite in the text links to its entry, in every output but
            ``text`` (LaTeX needs hyperref).
        abbreviations: The long or short names of journals.

    Raises:
        StyleError: The style or the locale cannot be used.

    >>> items = [{"id": "a", "type": "book", "title": "One", "author": [{"family": "Fei"}]}]
    >>> processor = Processor("apa", items)
    >>> processor.cite(["a", [{"id": "a", "locator": "3", "label": "page"}]])
    ['(Fei, n.d.)', '(Fei, n.d., p. 3)']
    >>> print(processor.bibliography())
    Fei. (n.d.). One.
    """

    def __init__(
        self,
        style: Style | str | os.PathLike[str],
        items: Iterable[Mapping[str, Any] | Reference],
        locale: str | None = None,
        *,
        links: bool = True,
        link_citations: bool = False,
        abbreviations: Abbreviations | None = None,
    ) -> None:
        self.style = style if isinstance(style, Style) else find_style(style)
        self._links, self._link_citations = links, link_citations
        self.warnings: list[str] = []
        self._keys: dict[str, str] = {}
        self._compiled, self._locale = compiled_style(self.style, locale)
        self._guide = guide_of(self.style.name, self.style.xml, self._compiled)
        with rarely_collecting():
            given = list(items)
            prepared = [self._prepared(number, item) for number, item in enumerate(given, 1)]
        tell_short_titles_apart(zip(given, prepared, strict=True))
        self._held = [item for item in prepared if item is not None]
        if abbreviations is not None:
            abbreviations.complete(self._held)

    @functools.cached_property
    def _engine(self) -> Engine:
        """The engine of all items, in their order."""
        return self._engine_of(self._held)

    @property
    def is_note(self) -> bool:
        """Whether the style sets citations in notes."""
        return self._compiled.is_note

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the items in the order of the bibliography."""
        return tuple(self._engine.ids)

    def cite(self, citations: Sequence[Cited], format: str = "text") -> list[str]:  # noqa: A002
        """Print the citations of a document in their order.

        A citation is one cite, several together, or a `Citation`, which knows its
        note; without that each has a note of its own. A cite is a key,
        a `Cite`, or a mapping with ``id`` and, as in CSL-JSON, ``locator``,
        ``label``, ``prefix``, ``suffix``, ``suppress-author``,
        ``author-only``, ``composite``. Positions (ibid and the like) follow the order;
        numbers are those of the items as they were given, see `document`.

        Args:
            citations: The citations.
            format: An output, such as "html"; see `output_names`.

        Returns:
            The printed citations.

        Raises:
            UnknownKey: A cite names no item.
            UnknownFormat: There is no such output.

        >>> item = {"id": "a", "type": "book", "title": "One", "author": [{"family": "Fei"}]}
        >>> Processor("apa", [item]).cite(["a", [{"id": "a", "locator": "3"}]])
        ['(Fei, n.d.)', '(Fei, n.d., p. 3)']
        """
        with rarely_collecting():
            return self._printed(self._engine, self._citations(citations), format)

    def cite_one(self, citation: Cited, format: str = "text") -> str:  # noqa: A002
        """Print one citation outside any document; see `cite`.

        Args:
            citation: The citation.
            format: An output, such as "html"; see `output_names`.

        Returns:
            The printed citation.

        Raises:
            UnknownKey: A cite names no item.
            UnknownFormat: There is no such output.

        >>> item = {"id": "a", "type": "book", "title": "One", "author": [{"family": "Fei"}]}
        >>> Processor("ieee", [item]).cite_one("a")
        '[1]'
        """
        nodes = self._engine.cite_one(self._citation(citation, 0).cites)
        return self._text(nodes, self._engine, output_named(format))

    def author(self, cite: Citable, format: str = "text") -> str:  # noqa: A002
        """Print the names of a cite as running text, for the text around the notes of a note style.

        Args:
            cite: The cite.
            format: An output, such as "html"; see `output_names`.

        Returns:
            The printed names.

        Raises:
            UnknownKey: The cite names no item.
            UnknownFormat: There is no such output.

        >>> item = {"id": "a", "type": "book", "title": "One", "author": [{"family": "Fei"}]}
        >>> Processor("ieee", [item]).author("a")
        'Fei'
        """
        nodes = self._engine.author(self._cite(cite))
        return self._text(nodes, self._engine, output_named(format))

    def bibliography(self, format: str = "text") -> Bibliography:  # noqa: A002
        """Print the bibliography.

        Args:
            format: An output, such as "html"; see `output_names`.

        Returns:
            The entries, in the order of the style.

        Raises:
            StyleError: The style has no bibliography.
            UnknownFormat: There is no such output.

        >>> item = {"id": "a", "type": "book", "title": "One", "author": [{"family": "Fei"}]}
        >>> print(Processor("ieee", [item]).bibliography())
        [1] Fei, One.
        """
        if not self.style.has_bibliography:
            raise StyleError(f"the style {self.style.name} has citations only, no bibliography")
        with rarely_collecting():
            return self._listed(self._engine, self._held, format)

    def document(
        self,
        citations: Sequence[Cited],
        format: str = "text",  # noqa: A002
        also: Iterable[str] = (),
    ) -> Document:
        """Print the citations of a document, and the bibliography of what it cites.

        Items are numbered by their first citation, as a text wants it. The bibliography
        leaves out what is not cited, but for the keys in `also`. See `cite` for what a
        citation is.

        Args:
            citations: The citations.
            format: An output, such as "html"; see `output_names`.
            also: Keys that the bibliography has without being cited.

        Returns:
            The citations and the bibliography.

        Raises:
            UnknownKey: A cite or `also` names no item.
            UnknownFormat: There is no such output.

        >>> items = [{"id": key, "type": "book", "title": key.upper()} for key in "abc"]
        >>> document = Processor("ieee", items).document(["c", ["a", "c"]])
        >>> document.citations
        ('[1]', '[1], [2]')
        >>> print(document.bibliography)
        [1] C.
        [2] A.
        """
        held_citations = self._citations(citations)
        cited = dict.fromkeys(cite.id for one in held_citations for cite in one.cites)
        cited.update(dict.fromkeys(self._cite(key).id for key in also))
        by_id = {item["id"]: item for item in self._held}
        held = [by_id[key] for key in cited]
        with rarely_collecting():
            engine = self._engine if held == self._held else self._engine_of(held)
            texts = tuple(self._printed(engine, held_citations, format))
            listed = self._listed(engine, held, format) if self.style.has_bibliography else None
        return Document(texts, listed)

    def _engine_of(self, items: Sequence[Mapping[str, Any]]) -> Engine:
        return Engine(self._compiled, items, self._locale, self._link_citations)

    def _text(self, nodes: Iterable[Inline], engine: Engine, output: Output) -> str:
        links = self._link_citations or (self._links and output.links_in_cites)
        return printed(finished(nodes, engine.locale, links), output)

    def _printed(
        self,
        engine: Engine,
        citations: Sequence[Citation],
        format: str,  # noqa: A002
    ) -> list[str]:
        output = output_named(format)
        return [self._text(nodes, engine, output) for nodes in engine.cite_all(citations)]

    def _listed(
        self,
        engine: Engine,
        items: Sequence[Mapping[str, Any]],
        format: str,  # noqa: A002
    ) -> Bibliography:
        places = {item["id"]: place for place, item in enumerate(items)}
        return printed_bibliography(
            entries_of(engine, places, self._links),
            [self._keys[item["id"]] for item in items],
            layout_of(engine.style),
            self.style.name,
            output_named(format),
            self.warnings,
            anchored=self._link_citations,
        )

    def _prepared(self, number: int, item: Mapping[str, Any] | Reference) -> dict[str, Any] | None:
        data = item_of_reference(item, self._guide) if isinstance(item, Reference) else item
        if not isinstance(data, Mapping):
            self.warnings.append(f"item {number} is not an object; left out")
            return None
        found = cleaned(dict(data))
        key = found.get("id")
        if key is None or key == "":
            key = f"item-{number}"
            self.warnings.append(f"item {number} has no id; it is called {key}")
        if str(key) in self._keys:
            self.warnings.append(f"item {number}: the id {key} is taken; left out")
            return None
        if found.get("type") not in CSL_TYPES:
            self.warnings.append(f"{key}: no CSL type {found.get('type')!r}; set as a document")
            found["type"] = "document"
        self._keys[str(key)] = str(key)
        return {**found, "id": str(key)}

    def _citations(self, citations: Sequence[Cited]) -> list[Citation]:
        return [self._citation(one, note) for note, one in enumerate(citations, 1)]

    def _citation(self, citation: Cited, note: int) -> Citation:
        if isinstance(citation, Citation):
            return attrs.evolve(citation, cites=tuple(map(self._cite, citation.cites)))
        alone = isinstance(citation, str | Mapping | Cite)
        cites = [citation] if alone else citation
        return Citation(tuple(map(self._cite, cites)), note)  # type: ignore[arg-type]

    def _cite(self, one: Citable) -> Cite:
        cite = one if isinstance(one, Cite) else cite_of(one)
        if cite.id not in self._keys:
            raise UnknownKey(f"no item has the id {cite.id!r}")
        return cite


def cite_of(data: str | Mapping[str, Any]) -> Cite:
    """Return a cite of a key, or from a citation item of CSL-JSON.

    >>> cite_of({"id": 7, "locator": 3, "suppress-author": True}).mode
    <CiteMode.SUPPRESS_AUTHOR: 'suppress-author'>
    """
    if isinstance(data, str):
        return Cite(data)

    def text(name: str, default: str = "") -> str:
        value = data.get(name)
        return default if value is None else clean(str(value))

    modes = [mode for mode in CiteMode if data.get(mode)]
    return Cite(
        text("id"),
        text("prefix"),
        text("suffix"),
        text("locator").strip(),
        text("label", "page"),
        modes[0] if modes else CiteMode.FULL,
        text("infix"),
    )
