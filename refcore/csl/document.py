"""`Processor`: the citations and the bibliography of one document."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from refcore.csl.bibliography import Bibliography, printed_bibliography, printed_text
from refcore.csl.engine import Rendering
from refcore.csl.marks import clean
from refcore.csl.output import output_named
from refcore.csl.own import (
    cleaned,
    compiled_style,
    inlines_of,
    item_of_reference,
    layout_of,
    rendering_of,
)
from refcore.csl.processor.context import Cite
from refcore.csl.processor.document import Processor as Core
from refcore.csl.styles import Style, find_style
from refcore.errors import StyleError, UnknownKey
from refcore.model.reference import CSL_TYPES, Reference

__all__ = ["Citable", "Citation", "Document", "Processor"]

Citable: TypeAlias = str | Mapping[str, Any] | Cite
Citation: TypeAlias = Citable | Sequence[Citable]


@attrs.frozen
class Document:
    """A document's citations in order, and its bibliography (None: the style has none)."""

    citations: tuple[str, ...]
    bibliography: Bibliography | None


class Processor:
    """Items under a style: a pure function of style, locale, items and citations.

    `style` is a `Style`, a name or a path, `items` CSL-JSON objects or
    references. What is odd about the items stands in `warnings`; nothing
    odd raises. Raises `StyleError` for a style or locale that cannot be used.

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
    ) -> None:
        self.style = style if isinstance(style, Style) else find_style(style)
        self.warnings: list[str] = []
        self._keys: dict[str, str] = {}
        prepared = [self._prepared(number, item) for number, item in enumerate(items, 1)]
        self._held = [item for item in prepared if item is not None]
        self._compiled, self._locale = compiled_style(self.style, locale)
        self._core = self._core_of(self._held)

    def cite(self, citations: Sequence[Citation], format: str = "text") -> list[str]:  # noqa: A002
        """Give the citations of a document in their order.

        Each is one cite or several together; a cite is a key, or a mapping
        with ``id`` and, as in CSL-JSON, ``locator``, ``label``, ``prefix``,
        ``suffix``, ``suppress-author``, ``author-only``. Positions (ibid and
        the like) follow the order; numbers are those of the items as they
        were given, see `document`. Raises `UnknownKey`.
        """
        clusters = [self._cluster(citation) for citation in citations]
        return self._printed(self._core, clusters, format)

    def cite_one(self, citation: Citation, format: str = "text") -> str:  # noqa: A002
        """Give one citation outside any document; see `cite`."""
        nodes = self._core.cite_one(self._cluster(citation))
        return printed_text(inlines_of(nodes, self._core.locale), output_named(format))

    def bibliography(self, format: str = "text") -> Bibliography:  # noqa: A002
        """Give the bibliography; raises `StyleError` where the style has none."""
        if not self.style.has_bibliography:
            raise StyleError(f"the style {self.style.name} has citations only, no bibliography")
        return self._listed(self._core, self._held, format)

    def document(self, citations: Sequence[Citation], format: str = "text") -> Document:  # noqa: A002
        """Give the citations of a document, and the bibliography of what it cites.

        Items are numbered by their first citation, as a text wants it, and
        what is not cited is left out. See `cite` for what a citation is.
        Raises `UnknownKey`.

        >>> items = [{"id": key, "type": "book", "title": key.upper()} for key in "abc"]
        >>> document = Processor("ieee", items).document(["c", ["a", "c"]])
        >>> document.citations
        ('[1]', '[1], [2]')
        >>> print(document.bibliography)
        [1] C.
        [2] A.
        """
        clusters = [self._cluster(citation) for citation in citations]
        cited = list(dict.fromkeys(cite.id for cluster in clusters for cite in cluster))
        by_id = {item["id"]: item for item in self._held}
        held = [by_id[key] for key in cited]
        core = self._core_of(held)
        texts = tuple(self._printed(core, clusters, format))
        listed = self._listed(core, held, format) if self.style.has_bibliography else None
        return Document(texts, listed)

    def _core_of(self, items: Sequence[Mapping[str, Any]]) -> Core:
        return Core(self._compiled, items, self._locale)

    def _printed(
        self,
        core: Core,
        clusters: Sequence[Sequence[Cite]],
        format: str,  # noqa: A002
    ) -> list[str]:
        output = output_named(format)
        return [
            printed_text(inlines_of(nodes, core.locale), output) for nodes in core.cite(clusters)
        ]

    def _listed(
        self,
        core: Core,
        items: Sequence[Mapping[str, Any]],
        format: str,  # noqa: A002
    ) -> Bibliography:
        places = {item["id"]: place for place, item in enumerate(items)}
        entries = rendering_of(core, places)
        rendering = Rendering(entries, tuple(self.warnings), layout_of(core.style))
        keys = [self._keys[item["id"]] for item in items]
        return printed_bibliography(rendering, keys, self.style, output_named(format))

    def _prepared(self, number: int, item: Mapping[str, Any] | Reference) -> dict[str, Any] | None:
        data = item_of_reference(item) if isinstance(item, Reference) else item
        if not isinstance(data, Mapping):
            self.warnings.append(f"item {number} is no object; left out")
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

    def _cluster(self, citation: Citation) -> list[Cite]:
        if isinstance(citation, str | Mapping | Cite):
            return [self._cite(citation)]
        return [self._cite(one) for one in citation]

    def _cite(self, one: Citable) -> Cite:
        if isinstance(one, Cite):
            cite = one
        elif isinstance(one, str):
            cite = Cite(one)
        else:

            def text(name: str, default: str = "") -> str:
                value = one.get(name)
                return default if value is None else clean(str(value))

            cite = Cite(
                str(one.get("id", "")),
                text("prefix"),
                text("suffix"),
                text("locator"),
                text("label", "page"),
                bool(one.get("suppress-author")),
                bool(one.get("author-only")),
            )
        if cite.id not in self._keys:
            raise UnknownKey(f"no item has the id {cite.id!r}")
        return cite
