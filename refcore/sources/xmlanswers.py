"""Answers in XML, read with care."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from refcore.errors import BadAnswer
from refcore.sources.answers import MOST_BYTES
from refcore.text.safexml import SAFE

__all__ = ["inner_markup", "text_at", "xml_root"]

# Signs that begin a tag: an article of 3,000 authors has about 40,000.
_MOST_TAGS = 700_000


def xml_root(content: bytes, label: str) -> etree._Element:
    """Return the root of an answer in XML: of bounded size, without entities of its own.

    Raises `BadAnswer` for anything else.
    """
    if len(content) > MOST_BYTES:
        raise BadAnswer(f"an answer of {len(content)} bytes, expected at most {MOST_BYTES}")
    if (tags := content.count(b"<")) > _MOST_TAGS:
        raise BadAnswer(f"an answer with {tags} characters '<', expected at most {_MOST_TAGS}")
    # A document type may name a file of rules, which is not loaded; entities it may not have.
    if re.search(rb"<!ENTITY|<!DOCTYPE[^>]*\[", content[:5000]):
        raise BadAnswer(f"expected XML from {label}, found a document type with entities")
    parser = etree.XMLParser(**SAFE, recover=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as fault:
        said = " ".join(str(fault).split())[:200]
        raise BadAnswer(f"expected XML from {label}: {said}") from fault
    info: Any = root.getroottree().docinfo
    if info.internalDTD is not None and any(info.internalDTD.iterentities()):
        raise BadAnswer(f"expected XML from {label}, found a document type with entities")
    return root


def inner_markup(node: etree._Element) -> str:
    """Return what an element contains, with its markup, as one line.

    >>> inner_markup(etree.fromstring("<title>On <i>Moss</i>\\n again</title>"))
    'On <i>Moss</i> again'
    """
    outer = etree.tostring(node, encoding="unicode", with_tail=False)
    if len(node) == 0 and not node.text:
        return ""
    return " ".join(re.sub(r"^<[^>]*>|</[^>]*>$", "", outer).split())


def text_at(node: etree._Element, path: str) -> str:
    """Return the text of the first element at a path, as one line; empty if there is none.

    >>> text_at(etree.fromstring("<a><b>On <i>Moss</i>\\n</b></a>"), "b")
    'On Moss'
    """
    found = node.find(path)
    return "" if found is None else " ".join("".join(map(str, found.itertext())).split())
