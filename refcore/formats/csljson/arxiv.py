"""Where CSL-JSON items state their arXiv id."""

from __future__ import annotations

import re
from typing import Any

from refcore.errors import InvalidIdentifier
from refcore.formats.findings import Findings
from refcore.model.identifiers import ArxivId
from refcore.text.patterns import regex

__all__ = ["arxiv_from_item", "number_of_arxiv"]

_IN_NOTE = regex(r"\barxiv\s*:\s*([^\s;,\]]+)", re.IGNORECASE)
_OWN_NAMES = ("arxiv", "arxivid", "arxiv-id", "arxiv_id")
_PREFIXES = ("eprinttype", "archiveprefix")
_STATING = frozenset("number eprint archive archive_location note".split()).union(
    _OWN_NAMES, _PREFIXES
)


def number_of_arxiv(arxiv: ArxivId) -> str:
    """Return the id in the form of the CSL variable ``number``: ``arXiv:2506.13585v1``."""
    return f"arXiv:{arxiv}"


def arxiv_from_item(item: dict[str, Any], findings: Findings) -> tuple[ArxivId | None, set[str]]:
    """Return the arXiv id that an item states, and the variables that contain nothing else.

    These are read, in this order: ``number`` (``arXiv:…``, the way refcore and
    Zotero write it), ``eprint`` with ``eprinttype`` or ``archiveprefix``,
    ``arxiv``, ``archive_location`` beside the archive ``arXiv``, and
    ``arXiv:…`` in ``note``. The last two stay where they are.

    >>> arxiv_from_item({"number": "arXiv:2506.13585v1"}, Findings())
    (ArxivId('2506.13585', version=1), {'number'})
    >>> arxiv_from_item({"archive": "arXiv", "archive_location": "2506.13585"}, Findings())
    (ArxivId('2506.13585'), set())
    """
    texts = {
        folded: (name, value)
        for name, value in item.items()
        if (folded := name.casefold()) in _STATING and _is_text(value)
    }
    if not texts:
        return None, set()
    for name in ("number", "eprint", *_OWN_NAMES):
        written, value = texts.get(name, ("", ""))
        if not value or not _names_arxiv(name, value, texts):
            continue
        found = _parse(value, name, findings)
        if found is not None:
            return found, {written} | _prefixes(name, texts)
    return _from_elsewhere(texts, findings), set()


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _names_arxiv(name: str, value: str, texts: dict[str, tuple[str, str]]) -> bool:
    if name in _OWN_NAMES:
        return True
    if value.strip().casefold().startswith("arxiv"):
        return True
    if name != "eprint":
        return False
    types = [texts[label][1] for label in _PREFIXES if label in texts]
    return any(text.strip().casefold() == "arxiv" for text in types)


def _prefixes(name: str, texts: dict[str, tuple[str, str]]) -> set[str]:
    if name != "eprint":
        return set()
    return {texts[label][0] for label in _PREFIXES if label in texts}


def _from_elsewhere(texts: dict[str, tuple[str, str]], findings: Findings) -> ArxivId | None:
    archive = texts.get("archive", ("", ""))[1].strip().casefold()
    place = texts.get("archive_location", ("", ""))[1]
    if place and archive.startswith("arxiv"):
        found = _parse(place, "archive_location", findings)
        if found is not None:
            return found
    note = _IN_NOTE.search(texts.get("note", ("", ""))[1])
    return _parse(note[1].rstrip(".)"), "note", findings) if note else None


def _parse(text: str, field: str, findings: Findings) -> ArxivId | None:
    try:
        return ArxivId.parse(text)
    except InvalidIdentifier as error:
        findings.warning(str(error), field)
        return None
