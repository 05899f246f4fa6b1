"""Nature: the parts of its references that its style prints from other variables."""

from __future__ import annotations

from typing import Any, Final

from refcore.csl.fitted.titles import LOOSE_BOOKS
from refcore.csl.fitting import Fitting
from refcore.csl.guideforms.shared import US_PATENT, patent_number
from refcore.csl.processor.initials import initials

__all__ = ["RULES"]


def _chapter(one: Fitting) -> None:
    """Print the chapter of a book in place of pages, and the volume of a chapter's book."""
    item, kind = one.item, one.item["type"]
    chapter = item.get("chapter-number", "")
    is_book = chapter.isdecimal() and (one.reference.type == "book" or kind == "chapter")
    if is_book and "page" not in item:
        item["page"] = f"Ch. {chapter}"
    if kind == "chapter" and item.get("volume", "").isalnum() and "container-title" in item:
        item["container-title"] += f" <i>Vol. {item.pop('volume')}</i>"


def _translators(one: Fitting) -> None:
    """Print the translators of a book as the style prints editors: "(transl. Roe, A.)"."""
    item = one.item
    people = item.get("translator", [])
    if item["type"] == "chapter" and people and "container-title" in item:
        names = list(map(_inverted, people))
        last = f" & {names[-1]}" if len(names) > 1 else names[-1]
        item["container-title"] += f"<i> (transl. {', '.join(names[:-1])}{last})</i>"


def _inverted(name: dict[str, Any]) -> str:
    """Return a name with its initials last.

    >>> _inverted({"family": "Wit", "given": "Jan-Piet A.", "non-dropping-particle": "de"})
    'de Wit, J.-P. A.'
    """
    particle, family = name.get("non-dropping-particle", ""), name.get("family", "")
    given = initials(name.get("given", ""), ". ")
    shown = " ".join(filter(None, (particle, family or name.get("literal", ""))))
    return ", ".join(filter(None, (shown, given)))


def _doi(one: Fitting) -> None:
    """Print the DOI of an article ahead of print once; the style prints it twice."""
    item = one.item
    if item["type"] == "article-journal" and "DOI" in item and not {"volume", "page"} & set(item):
        item["URL"] = f"https://doi.org/{item.pop('DOI')}"


def _type(one: Fitting) -> None:
    """Set a work as a type for which the style prints all that is known of it."""
    item, kind = one.item, one.item["type"]
    is_loose = kind in ("webpage", "document") and one.reference.lowered
    if kind == "article" and "publisher" in item and not {"DOI", "URL"} & set(item):
        # The style's "Preprint at" needs an address.
        item |= {"type": "article-journal", "container-title": item.pop("publisher")}
    elif is_loose and "DOI" in item and "publisher" in item:
        item["type"] = "dataset"
    elif kind in LOOSE_BOOKS and "publisher" in item and not {"URL", "DOI"} & set(item):
        item["type"] = "book"
    elif kind == "patent" and "number" in item and "container-title" not in item:
        american = US_PATENT.fullmatch(item["number"])
        number = f"US Patent {american[1]}" if american else patent_number(item["number"])
        item |= {"type": "article-journal", "container-title": f"<i>{number}</i>"}


RULES: Final = (
    _chapter,
    _translators,
    _doi,
    _type,
)
