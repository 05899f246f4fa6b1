"""The settings for citations in the head of a Markdown document.

Source: *Pandoc User's Guide*, "Specifying bibliographic data" and "Other relevant
metadata fields".
"""

from __future__ import annotations

import re
from typing import Any, Final

import attrs

from refcore.diagnostics import Diagnostic
from refcore.documents.citations import citing
from refcore.documents.references import read_references
from refcore.errors import UnreadableInput
from refcore.model.reference import Reference
from refcore.text.patterns import regex

__all__ = ["FrontMatter", "read_front_matter"]

_HEAD: Final = regex(r"(?:\ufeff)?---[ \t]*\r?\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_LONGEST: Final = 200_000
_TRUE: Final = frozenset({"true", "yes", "on"})


@attrs.frozen
class FrontMatter:
    """The settings at the head of a document, and where its text begins.

    `bibliography` names files, `csl` a style, `lang` a locale, `nocite` the keys that
    are listed without being cited (``*``: all of the bibliography), `references` those
    that the head holds itself.
    """

    end: int = 0
    title: str = ""
    bibliography: tuple[str, ...] = ()
    csl: str = ""
    lang: str = ""
    nocite: tuple[str, ...] = ()
    suppress_bibliography: bool = False
    link_citations: bool = False
    reference_section_title: str = ""
    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_front_matter(text: str, path: str | None = None) -> FrontMatter:
    r"""Read the YAML block at the head of a document; a text without one has no settings.

    >>> head = read_front_matter("---\nbibliography: [a.bib, b.bib]\nnocite: '@x, @y'\n---\n\nText")
    >>> head.bibliography, head.nocite
    (('a.bib', 'b.bib'), ('x', 'y'))
    """
    match = _HEAD.match(text[:_LONGEST])
    if match is None:
        return FrontMatter()
    from refcore.formats.yamltext import read_table

    try:
        table, diagnostics = read_table(match[1] or "", path, "settings of a document")
    except UnreadableInput as fault:
        raise UnreadableInput(f"the front matter of the document is not YAML: {fault}") from fault
    references, odd = read_references(table.get("references"), path)
    return FrontMatter(
        match.end(),
        _text(table.get("title")),
        tuple(_texts(table.get("bibliography"))),
        _text(table.get("csl")),
        _text(table.get("lang")),
        _keys(table.get("nocite")),
        _is_true(table.get("suppress-bibliography")),
        _is_true(table.get("link-citations")),
        _text(table.get("reference-section-title")),
        references,
        (*diagnostics, *odd),
    )


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for text in map(_text, values) if text]


def _text(value: Any) -> str:
    return str(value).strip() if isinstance(value, str) else ""


def _is_true(value: Any) -> bool:
    return _text(value).casefold() in _TRUE


def _keys(value: Any) -> tuple[str, ...]:
    cites = (cite for text in _texts(value) for found in citing(text) for cite in found.cites)
    return tuple(dict.fromkeys(cite.key for cite in cites))
