"""`Processor`: the citations and the bibliography of one document."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from refcore.csl.bibliography import Bibliography, printed_bibliography, printed_text
from refcore.csl.engine import Rendering
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

__all__ = ["Citable", "Citation", "Processor"]

Citable: TypeAlias = str | Mapping[str, Any] | Cite
Citation: TypeAlias = Citable | Sequence[Citable]


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
        compiled, chosen = compiled_style(self.style, locale)
        self._core = Core(compiled, self._held, chosen)

    def cite(self, citations: Sequence[Citation], format: str = "text") -> list[str]:  # noqa: A002
        """Give the citations of a document in their order.

        Each is one cite or several together; a cite is a key, or a mapping
        with ``id`` and, as in CSL-JSON, ``locator``, ``label``, ``prefix``,
        ``suffix``, ``suppress-author``, ``author-only``. Positions (ibid and
        the like) follow the order. Raises `UnknownKey`.
        """
        output = output_named(format)
        clusters = [self._cluster(citation) for citation in citations]
        return [
            printed_text(inlines_of(nodes, self._core.locale), output)
            for nodes in self._core.cite(clusters)
        ]

    def cite_one(self, citation: Citation, format: str = "text") -> str:  # noqa: A002
        """Give one citation outside any document; see `cite`."""
        nodes = self._core.cite_one(self._cluster(citation))
        return printed_text(inlines_of(nodes, self._core.locale), output_named(format))

    def bibliography(self, format: str = "text") -> Bibliography:  # noqa: A002
        """Give the bibliography; raises `StyleError` where the style has none."""
        if not self.style.has_bibliography:
            raise StyleError(f"the style {self.style.name} has citations only, no bibliography")
        places = {item["id"]: place for place, item in enumerate(self._held)}
        entries = rendering_of(self._core, places)
        rendering = Rendering(entries, tuple(self.warnings), layout_of(self._core.style))
        keys = [self._keys[item["id"]] for item in self._held]
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
                return default if value is None else str(value)

            cite = Cite(
                text("id"),
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
