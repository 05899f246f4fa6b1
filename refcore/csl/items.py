"""References and CSL-JSON objects as the items that are rendered."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from refcore.formats.csljson import reference_to_item
from refcore.formats.csljson.arxiv import number_of_arxiv
from refcore.model.reference import Reference

__all__ = ["clean", "cleaned", "item_of_reference", "variables_of"]

# A space that breaks no line, or is thin, was meant.
_BLANKS = re.compile("[ \\t-\\r\\x1c-\\x1f\\x85\\u2028\\u2029]+")
_FORBIDDEN = re.compile("[\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Return text without control characters, stray surrogates and noncharacters.

    >>> clean("a\\x00b\\n c\\ufdd0")
    'ab c�'
    """
    text = _FORBIDDEN.sub("\ufffd", _BLANKS.sub(" ", text))
    return "".join(char for char in text if unicodedata.category(char) != "Cc")


def cleaned(value: Any) -> Any:
    """Return a JSON value whose texts hold no control characters."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(part) for part in value]
    if isinstance(value, dict):
        return {name: _cleaned_part(name, part) for name, part in value.items()}
    return value


def _cleaned_part(name: str, part: Any) -> Any:
    if name == "note" and isinstance(part, str):
        # Its lines may hold variables, each one of them.
        return "\n".join(clean(line) for line in part.splitlines())
    if name == "given" and isinstance(part, str):
        # Given names part into initials at any space.
        return clean(part).replace("\u00a0", " ")
    return cleaned(part)


def item_of_reference(reference: Reference) -> dict[str, Any]:
    """Return a reference as the CSL-JSON item that is rendered."""
    item = reference_to_item(reference)
    item.pop("custom", None)
    item.update({name: value for name, value in variables_of(reference).items() if value.strip()})
    for role in ("author", *reference.names):
        others = reference.names_of(role).others
        if others is not False and item.get(role):
            more = "others" if others is True else f"{others} others"
            item[role] = [*item[role], {"literal": more}]
    return item


def variables_of(reference: Reference) -> dict[str, str]:
    """Return the text variables; those of a preprint name its archive and its address."""
    held = {"title": reference.title, **reference.fields, "URL": reference.url}
    if reference.doi is not None:
        held["DOI"] = str(reference.doi)
    arxiv = reference.arxiv
    if arxiv is not None and reference.type in ("article", "manuscript", "report", "document"):
        held.setdefault("number", number_of_arxiv(arxiv))
        held.setdefault("publisher", "arXiv")
        if not held["URL"] and "DOI" not in held:
            held["URL"] = arxiv.url
    if "event-title" in held:
        # Styles for CSL 1.0.1 call the variable by its name there.
        held.setdefault("event", held["event-title"])
    return held
