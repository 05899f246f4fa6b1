"""Compiles a style's XML once into immutable nodes."""

from __future__ import annotations

import functools
import html
from typing import Any

import attrs

from refcore.csl.processor.conditions import condition_of
from refcore.csl.processor.context import Area, CompiledStyle, Node, SortKey
from refcore.csl.processor.dateparts import DateNode, part_of
from refcore.csl.processor.formatting import NONE, Style, formatting_of
from refcore.csl.processor.locales import CSL
from refcore.csl.processor.names import EtAl, NameElement, NameLabel, Names
from refcore.csl.processor.nodes import Choose, Group, Label, Number, Term, Value, Variable
from refcore.csl.processor.tree import Delimiter
from refcore.text.safexml import SAFE

__all__ = ["compile_style", "compiled"]

_TRANSPARENT = frozenset(f"{CSL}{tag}" for tag in ("choose", "if", "else-if", "else"))
# The attributes that name variables.
_READING = ("variable", "is-numeric", "is-uncertain-date")
_NAME_OPTIONS = (
    "and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min",
    "et-al-use-first", "et-al-subsequent-min", "et-al-subsequent-use-first", "et-al-use-last",
    "initialize", "initialize-with", "name-as-sort-order", "sort-separator", "name-form",
    "name-delimiter", "names-delimiter",
)  # fmt: skip


def compile_style(xml: str | bytes) -> CompiledStyle:
    """Compile the XML of an independent style whose macros are valid."""
    from lxml import etree

    parser = etree.XMLParser(**SAFE, remove_comments=True)
    source = xml.encode() if isinstance(xml, str) else xml
    root = etree.fromstring(source, parser)
    if b"&amp;#" in source:
        _unescape(root)
    _keep_blocks(root)
    return _Compiler(root).style()


def _unescape(root: Any) -> None:
    """Read characters that were escaped twice as the characters their writers meant."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if "&#" in value:
                element.set(name, html.unescape(value))
        if element.text and "&#" in element.text:
            element.text = html.unescape(element.text)


def _keep_blocks(root: Any) -> None:
    """Remove `display` except from the parts of an entry, as the test suite does: docs/csl.md."""
    parts = set()
    layouts = root.findall(f"{CSL}bibliography/{CSL}layout")
    for element in (element for layout in layouts for element in layout.iter()):
        above = element.getparent()
        while above.tag in _TRANSPARENT:
            above = above.getparent()
        if above.tag == f"{CSL}layout":
            parts.add(element)
    for element in root.iter():
        if element.get("display") and element not in parts:
            del element.attrib["display"]


def _variables(root: Any) -> frozenset[str]:
    """Return the variables that a style reads, with their short forms."""
    values = (element.get(name, "") for element in root.iter() for name in _READING)
    read = frozenset(word for value in values for word in value.split())
    return read | {f"{name}-short" for name in read}


class _Compiler:
    def __init__(self, root: Any) -> None:
        self.root = root
        self.macros: dict[str, Any] = {}
        for macro in root.findall(f"{CSL}macro"):
            self.macros.setdefault(macro.get("name", ""), macro)
        self.nodes: dict[str, tuple[Node, ...]] = {}
        self.mentioned: dict[tuple[str, str, str], bool] = {}

    def style(self) -> CompiledStyle:
        """Compile the whole style."""
        root = self.root
        citation = self.area("citation") or Area({}, {}, (), NONE, "", (), has_year_suffix=False)
        return CompiledStyle(
            dict(root.attrib),
            citation,
            self.area("bibliography"),
            tuple(root.findall(f"{CSL}locale")),
            any(element.get("disambiguate") is not None for element in root.iter()),
            _variables(root),
        )

    def area(self, name: str) -> Area | None:
        """Compile the citation or the bibliography part."""
        element = self.root.find(f"{CSL}{name}")
        if element is None:
            return None
        layout = element.find(f"{CSL}layout")
        root = self.root.attrib
        options = {key: root[key] for key in _NAME_OPTIONS if key in root}
        options |= {key: element.attrib[key] for key in _NAME_OPTIONS if key in element.attrib}
        for key in ("demote-non-dropping-particle", "initialize-with-hyphen"):
            if key in root:
                options[key] = root[key]
        sort = element.find(f"{CSL}sort")
        return Area(
            dict(element.attrib),
            options,
            self.children(layout) if layout is not None else (),
            formatting_of(layout) if layout is not None else NONE,
            Delimiter(layout.get("delimiter", "")) if layout is not None else Delimiter(),
            tuple(self.key(key) for key in sort) if sort is not None else (),
            layout is not None and self.mentions(layout, "year-suffix", "text"),
        )

    def mentions(self, element: Any, variable: str, tag: str = "") -> bool:
        """Return whether an element or any below it, of one tag or of all, reads a variable."""
        read = any(variable in value.split() for value in element.attrib.values())
        if read and tag in ("", element.tag.removeprefix(CSL)):
            return True
        macro = element.get("macro")
        if macro is not None and macro in self.macros:
            place = (macro, variable, tag)
            if place not in self.mentioned:
                self.mentioned[place] = False
                self.mentioned[place] = self.mentions(self.macros[macro], variable, tag)
            if self.mentioned[place]:
                return True
        return any(self.mentions(child, variable, tag) for child in element)

    def key(self, element: Any) -> SortKey:
        """Compile a sort key."""
        options = {"name-as-sort-order": "all"}
        for key, name in (
            ("names-min", "et-al-min"),
            ("names-use-first", "et-al-use-first"),
            ("names-use-last", "et-al-use-last"),
        ):
            if element.get(key):
                options[name] = element.get(key)
        macro = element.get("macro")
        return SortKey(
            element.get("variable", ""),
            (self.called(macro, NONE),) if macro is not None else (),
            element.get("sort") == "descending",
            options,
            self.mentions(element, "citation-number"),
        )

    def called(self, name: str, style: Style) -> Group:
        """Compile a call of a macro."""
        element = self.macros.get(name)
        dated = element is not None and next(element.iter(f"{CSL}date"), None) is not None
        return Group(self.macro(name), "", style, dated)

    def macro(self, name: str) -> tuple[Node, ...]:
        """Compile a macro once."""
        if name not in self.nodes:
            self.nodes[name] = ()
            element = self.macros.get(name)
            self.nodes[name] = self.children(element) if element is not None else ()
        return self.nodes[name]

    def children(self, element: Any, parent: Names | None = None) -> tuple[Node, ...]:
        """Compile an element's children."""
        found = (self.node(child, parent) for child in element)
        return tuple(node for node in found if node is not None)

    def node(self, element: Any, parent: Names | None) -> Node | None:
        """Compile one rendering element."""
        tag = element.tag.removeprefix(CSL)
        maker = getattr(self, f"_{tag.replace('-', '_')}", None)
        if tag not in ("text", "number", "label", "group", "choose", "date", "names"):
            return None
        node: Node | None = maker(element, parent) if maker else None
        return node

    def _text(self, element: Any, _: Names | None) -> Node | None:
        style = formatting_of(element)
        get = element.get
        if get("variable") is not None:
            if get("variable") in ("DOI", "URL"):
                style = style.without_strip_periods()  # An address is not a text.
            return Variable(get("variable"), get("form", "long"), style)
        if get("macro") is not None:
            # A call has no text-case; the styles rely on that: docs/csl.md.
            return self.called(get("macro"), style.without_text_case())
        if get("term") is not None:
            return Term(get("term"), get("form", "long"), get("plural") == "true", style)
        if get("value") is not None:
            return Value(get("value"), style)
        return None

    def _number(self, element: Any, _: Names | None) -> Node:
        get = element.get
        return Number(get("variable", ""), get("form", "numeric"), formatting_of(element))

    def _label(self, element: Any, _: Names | None) -> Node:
        get = element.get
        return Label(
            get("variable", ""), get("form", "long"), get("plural", "contextual"),
            formatting_of(element),
        )  # fmt: skip

    def _group(self, element: Any, parent: Names | None) -> Node:
        return Group(
            self.children(element, parent),
            Delimiter(element.get("delimiter", "")),
            formatting_of(element),
        )

    def _choose(self, element: Any, parent: Names | None) -> Node:
        branches = []
        for child in element:
            tag = child.tag.removeprefix(CSL)
            if tag in ("if", "else-if", "else"):
                branches.append((condition_of(child), self.children(child, parent)))
        return Choose(tuple(branches))

    def _date(self, element: Any, _: Names | None) -> Node:
        parts = [child for child in element if child.tag == f"{CSL}date-part"]
        form = element.get("form", "")
        overrides = {}
        for part in parts if form else ():
            kept = {k: v for k, v in part.attrib.items() if k not in ("prefix", "suffix")}
            overrides[part.get("name", "")] = kept
        return DateNode(
            element.get("variable", ""),
            form,
            element.get("date-parts", "year-month-day"),
            tuple(part_of(part.attrib) for part in parts),
            overrides,
            element.get("delimiter", ""),
            formatting_of(element),
        )

    def _names(self, element: Any, parent: Names | None) -> Node:
        get = element.get
        children = [child for child in element if isinstance(child.tag, str)]
        tags = [child.tag.removeprefix(CSL) for child in children]
        found = dict(zip(tags, children, strict=True))
        name = _name_element(found.get("name"))
        et_al, label, style = _et_al(found.get("et-al")), None, formatting_of(element)
        if "label" in found:
            before = "name" in tags and tags.index("label") < tags.index("name")
            held = found["label"]
            label = NameLabel(
                held.get("form", "long"), held.get("plural", "contextual"), formatting_of(held),
                before,
            )  # fmt: skip
        if parent is not None and not ({"name", "et-al", "label"} & found.keys()):
            # A shorthand looks like the element that it replaces (CSL 1.0.2, "Substitute").
            name, et_al, label, style = parent.name, parent.et_al, parent.label, parent.style
        variables = tuple(get("variable", "").split())
        delimiter = get("delimiter", parent.delimiter if parent is not None else None)
        own = Names(variables, name, et_al, label, (), delimiter, style, parent is not None)
        if "substitute" in found:
            own = attrs.evolve(own, substitute=self.children(found["substitute"], own))
        return own


def _name_element(element: Any) -> NameElement:
    if element is None:
        return NameElement()
    parts = {
        part.get("name"): formatting_of(part) for part in element if part.tag == f"{CSL}name-part"
    }
    style = formatting_of(element)
    return NameElement(
        dict(element.attrib), style, parts.get("family", NONE), parts.get("given", NONE)
    )


def _et_al(element: Any) -> EtAl:
    if element is None:
        return EtAl()
    return EtAl(element.get("term", "et-al"), formatting_of(element))


@functools.lru_cache(maxsize=256)
def compiled(xml: bytes) -> CompiledStyle:
    """Return a compiled style, from a cache if possible."""
    return compile_style(xml)
