"""Parses a style's XML, and refuses what could be an attack."""

from __future__ import annotations

from typing import Any, TypeAlias

import attrs

from refcore.errors import StyleError
from refcore.text.safexml import SAFE

__all__ = ["NAMESPACE", "parse_style"]

NAMESPACE = "http://purl.org/net/xbiblio/csl"
_MAX_BYTES = 4_000_000
# The heaviest of 2,851 public styles weighs 4,883 on its heaviest path.
_MAX_WEIGHT = 100_000
# Branches that are not taken are compiled too.
_MAX_BRANCHES = 20_000_000


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def parse_style(data: bytes, name: str) -> Any:
    """Return the root element of a style.

    Raises `StyleError` for what is no CSL 1.0 style, is over 4 MB, nests deeper than 256 elements,
    calls macros that are missing or never end, or has a document type declaration, which could
    define entities.
    """
    from lxml import etree

    if len(data) > _MAX_BYTES:
        raise StyleError(f"the style {name} has {len(data)} bytes, expected at most {_MAX_BYTES}")
    parser = etree.XMLParser(**SAFE, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise StyleError(f"the style {name} is not well-formed XML: {error}") from None
    document: Any = root.getroottree().docinfo
    if document.doctype:
        raise StyleError(f"the style {name} has a DOCTYPE, which no CSL style needs; remove it")
    if root.tag != _tag("style"):
        raise StyleError(f"the style {name} is not CSL: its root is {root.tag!r}, expected style")
    _check_macros(root, name)
    return root


def _check_macros(root: Any, name: str) -> None:
    macros: dict[str, Any] = {}
    for macro in root.findall(_tag("macro")):
        macros.setdefault(macro.get("name", ""), macro)
    weigher = _Weigher(name, macros)
    try:
        for part in ("citation", "bibliography"):
            for section in root.findall(_tag(part)):
                weigher.of_element(section)
    except RecursionError:
        raise StyleError(f"the style {name} nests macros too deeply") from None


_Weight: TypeAlias = tuple[int, int]


@attrs.define
class _Weigher:
    """Counts the elements that one entry can run, so that endless or huge styles are refused."""

    name: str
    macros: dict[str, Any]
    weights: dict[str, _Weight] = attrs.field(factory=dict)
    path: list[str] = attrs.field(factory=list)

    def of_element(self, element: Any) -> _Weight:
        """Count an element and its children, on its heaviest path and on all paths."""
        below = [self.of_element(child) for child in element]
        if (macro := element.get("macro")) is not None:
            below.append(self.of_macro(macro))
        paths = [path for path, _ in below]
        path = max(paths, default=0) if element.tag == _tag("choose") else sum(paths)
        return 1 + path, 1 + sum(branches for _, branches in below)

    def of_macro(self, macro: str) -> _Weight:
        """Count a macro once, and refuse one that is missing, loops or grows too far."""
        if macro in self.path:
            raise StyleError(f"the style {self.name} never ends: macro {macro!r} calls itself")
        if macro not in self.macros:
            raise StyleError(f"the style {self.name} calls the macro {macro!r}, which is missing")
        if macro not in self.weights:
            self.path.append(macro)
            weight = self.of_element(self.macros[macro])
            self.path.pop()
            if weight[0] > _MAX_WEIGHT or weight[1] > _MAX_BRANCHES:
                raise StyleError(f"the style {self.name} runs too many macros for one entry")
            self.weights[macro] = weight
        return self.weights[macro]
