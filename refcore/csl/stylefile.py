"""A style's XML, read with distrust and made ready for citeproc-py."""

from __future__ import annotations

from typing import Any

from lxml import etree

from refcore.errors import StyleError

__all__ = ["NAMESPACE", "parse_style", "prepared"]

NAMESPACE = "http://purl.org/net/xbiblio/csl"
_MAX_BYTES = 4_000_000
_MAX_CALLS = 20_000


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def parse_style(data: bytes, name: str) -> Any:
    """Give the root element of a style.

    Raises `StyleError` for what is no CSL 1.0 style, has a document type
    declaration (and so could define entities), is over 4 MB, nests deeper
    than 256 elements, or calls macros that are missing or never end.
    """
    if len(data) > _MAX_BYTES:
        raise StyleError(f"the style {name} has {len(data)} bytes, expected at most {_MAX_BYTES}")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
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
    calls: dict[str, list[str]] = {}
    for macro in root.findall(_tag("macro")):
        calls.setdefault(macro.get("name", ""), _called(macro))
    sizes: dict[str, int] = {}
    for part in ("citation", "bibliography"):
        for section in root.findall(_tag(part)):
            for called in _called(section):
                _size(called, calls, sizes, (), name)


def _called(element: Any) -> list[str]:
    return [child.get("macro") for child in element.iter() if child.get("macro") is not None]


def _size(
    macro: str, calls: dict[str, list[str]], sizes: dict[str, int], path: tuple[str, ...], name: str
) -> int:
    """Count how often macros run when this one does; refuse loops and bombs."""
    if macro in path:
        raise StyleError(f"the style {name} never ends: macro {macro!r} calls itself")
    if macro not in calls:
        raise StyleError(f"the style {name} calls the macro {macro!r}, which it does not have")
    if len(path) > 100:
        raise StyleError(f"the style {name} nests macros deeper than 100")
    if macro not in sizes:
        within = (*path, macro)
        sizes[macro] = 1 + sum(_size(each, calls, sizes, within, name) for each in calls[macro])
        if sizes[macro] > _MAX_CALLS:
            raise StyleError(f"the style {name} runs more than {_MAX_CALLS} macros in one entry")
    return sizes[macro]


def prepared(root: Any) -> tuple[bytes, str | None]:
    """Give the style as citeproc-py needs it, and its page range format.

    Three things that citeproc-py gets wrong are said otherwise: page ranges
    are shortened before it sees them; ``text-case="sentence"`` leaves the
    inner words of a mixed-case text alone (CSL 1.0.2, "Text-case"); and
    ``initialize="false"`` is obeyed.
    """
    page_format = root.attrib.pop("page-range-format", None)
    for element in root.iter():
        if element.get("text-case") == "sentence":
            element.set("text-case", "capitalize-first")
    _push_down_initials(root)
    return etree.tostring(root, encoding="UTF-8"), page_format


def _push_down_initials(root: Any) -> None:
    """State ``initialize-with`` on each name, so that names without initials have none."""
    names = list(root.iter(_tag("name")))
    if not any(name.get("initialize") == "false" for name in (root, *names)):
        return
    everywhere = root.attrib.pop("initialize-with", None)
    usual = root.get("initialize", "true")
    for names_element in root.iter(_tag("names")):
        inside_substitute = names_element.getparent().tag == _tag("substitute")
        if names_element.find(_tag("name")) is None and not inside_substitute:
            name = etree.Element(_tag("name"))
            names_element.insert(0, name)
    for name in root.iter(_tag("name")):
        if name.get("initialize", usual) == "false":
            name.attrib.pop("initialize-with", None)
        elif everywhere is not None and name.get("initialize-with") is None:
            name.set("initialize-with", everywhere)
