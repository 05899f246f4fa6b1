"""Knowledge that a style lacks: the words of its guide, and which variables it prints.

BibTeX's types say "PhD thesis" and "Technical Report" by themselves; each guide has its
own words for them. Sources: APA 7, section 10.6; the IEEE Reference Guide, "Theses" and
"Reports"; the MLA Handbook, 9th edition, section 5.111; *Citing Medicine*, chapter 5.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final

import attrs

from refcore.csl.processor.context import CompiledStyle
from refcore.csl.processor.engine import Engine
from refcore.csl.processor.tree import plain

__all__ = ["Guide", "guide_of"]

_THESIS: Final = "PhD thesis"
_MASTER: Final = "Master's thesis"
_REPORT: Final = "Technical Report"
# The beginning of a style's name, and the words of its guide for those of BibTeX.
_WORDS: Final[tuple[tuple[str, Mapping[str, str]], ...]] = (
    ("apa", {_THESIS: "Doctoral dissertation"}),
    (
        "ieee",
        {_THESIS: "Ph.D. dissertation", _MASTER: "M.S. thesis", _REPORT: "Tech. Rep."},
    ),
    ("modern-language-association", {_THESIS: "PhD dissertation"}),
    ("nlm", {_THESIS: "dissertation", _MASTER: "master's thesis"}),
    ("american-medical-association", {_THESIS: "Dissertation", _MASTER: "Master's thesis"}),
)
_PROBE: Final = "e70917"
_VOLUME_TITLE: Final = re.compile(rb"variable=\"[^\"]*\bvolume-title\b")


@attrs.frozen
class Guide:
    """What is known of a style: words for genres, and what it prints."""

    name: str = ""
    words: Mapping[str, str] = attrs.field(factory=dict)
    prints_article_numbers: bool = True
    prints_volume_titles: bool = True


@functools.lru_cache(maxsize=64)
def guide_of(name: str, xml: bytes, style: CompiledStyle) -> Guide:
    """Return what is known of a style."""
    words = next((words for start, words in _WORDS if name.startswith(start)), {})
    return Guide(name, words, _prints_numbers(style), _VOLUME_TITLE.search(xml) is not None)


def _prints_numbers(style: CompiledStyle) -> bool:
    """Tell whether a style prints the number of an article: it is tried."""
    item = {
        "id": "probe",
        "type": "article-journal",
        "title": "Title",
        "container-title": "Journal",
        "volume": "1",
        "number": _PROBE,
        "issued": {"date-parts": [[2000]]},
    }
    entries = Engine(style, [item], None).bibliography()
    return any(_PROBE in plain(entry.inlines) for entry in entries)
