"""ACM: the parts of its reference format that its styles print from other variables."""

from __future__ import annotations

from typing import Any, Final

from refcore.csl.fitting import Fitting, Rule
from refcore.csl.guideforms.shared import full_name, named_edition, patent_number, version_in_title

__all__ = ["OLDER_RULES", "RULES"]


def _report(one: Fitting) -> None:
    """Print the kind and the number of a report before its publisher."""
    item, number = one.item, one.item.get("number", "")
    is_named = "publisher" in item and not one.reference.implied
    if number or is_named:
        report = " ".join(filter(None, (item.get("genre", ""), number)))
        item["publisher"] = ". ".join(filter(None, (report, item.get("publisher", ""))))


def _preprint(one: Fitting) -> None:
    """Print the number of a preprint in place of a journal."""
    item = one.item
    if item.get("number", "") and "container-title" not in item:
        item["container-title"] = item["number"]


def _patent(one: Fitting) -> None:
    """Print the number of a patent in place of a journal."""
    item = one.item
    if item.get("number", "") and "container-title" not in item:
        item["container-title"] = f"<i>{patent_number(item['number'])}</i>"


def _book(one: Fitting) -> None:
    """Print the series of a book before its publisher, and its volume after its title.

    So the format has "Handbook of Mires, Vol. 2: Peat" (ACM reference format, "Monograph").
    """
    item = one.item
    if "collection-title" not in item and (volume := item.pop("volume", "")):
        whole, own = item.get("title", ""), item.pop("volume-title", "")
        if not own:
            whole, _, own = whole.partition(": ")
        item["title"] = _in_volumes(whole, volume, own)
    if {"collection-title", "publisher"} <= set(item):
        volume = item.get("volume", "") or item.get("collection-number", "")
        series = item["collection-title"] + (f", Vol. {volume}" if volume else "")
        item["publisher"] = f"{series}. {item['publisher']}"
        item.pop("volume", None)


def _in_volumes(title: str, volume: str, own: str = "") -> str:
    """Return the title of a work with the number of its volume, and the title of this one.

    >>> _in_volumes("Mires", "2"), _in_volumes("Mires", "2", "Peat"), _in_volumes("", "2")
    ('Mires, Vol. 2', 'Mires, Vol. 2: Peat', 'Vol. 2')
    """
    return ": ".join(filter(None, (", ".join(filter(None, (title, f"Vol. {volume}"))), own)))


def _software(one: Fitting) -> None:
    """Set software as a book, of which the style prints publisher, place and version."""
    item = one.item
    if "container-title" not in item and {"publisher", "version"} & set(item):
        item["type"] = "book"
        version_in_title(item)


def _pamphlet(one: Fitting) -> None:
    """Set a pamphlet as a book, of which the style prints the publisher."""
    one.item["type"] = "book"
    _book(one)


def _page(one: Fitting) -> None:
    """Print the kind and the publisher of a page or a loose work in place of a journal."""
    item = one.item
    names = ("genre", "publisher") if item["type"] == "document" else ("genre",)
    said = ". ".join(item.pop(name) for name in names if name in item)
    if said and "container-title" not in item:
        item["container-title"] = f"<i>{said}</i>"


def _paper(one: Fitting) -> None:
    """Print the number of a paper, and the year of its proceedings once."""
    item = one.item
    _article(one)
    year = next(iter(next(iter(item.get("issued", {}).get("date-parts", [])), [])), "")
    container = item.get("container-title", "")
    if year:
        item["container-title"] = container.removesuffix(f", {year}")
    if not {"publisher", "page", "number"} & set(item) and container:
        _meeting(item)


def _meeting(item: dict[str, Any]) -> None:
    """Set a paper without pages and publisher as a talk: then the style leaves no gap for them."""
    series = item.pop("collection-title", "")
    event = item.pop("container-title") + (f" ({series})" if series else "")
    item |= {"type": "speech", "event-title": event, "event": event}


def _chapter(one: Fitting) -> None:
    """Print the editors of a book as "(Ed.)", and its series."""
    item = one.item
    if "container-title" not in item:
        return
    if series := item.get("collection-title", ""):
        number = item.get("collection-number", "") or item.get("volume", "")
        item["container-title"] += f" ({series}{', Vol. ' + number if number else ''})"
    elif volume := item.pop("volume", ""):
        name = item["container-title"]
        item["container-title"] = _in_volumes(name, volume, item.pop("volume-title", ""))
    editors = item.get("editor")
    if not editors:
        return
    if edition := item.pop("edition", ""):
        item["container-title"] += f"<i> ({named_edition(edition)})</i>"
    names = [full_name(editor) for editor in editors]
    text = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{_and(names)}{names[-1]}"
    item["container-title"] += f"<i>, {text} (Ed{'s' if len(names) > 1 else ''}.)</i>"
    del item["editor"]


def _entry(one: Fitting) -> None:
    """Set an entry in a published encyclopedia as a chapter of a book."""
    if {"container-title", "publisher"} <= set(one.item):
        one.item["type"] = "chapter"
        _chapter(one)


def _and(names: list[str]) -> str:
    return ", and " if len(names) > 2 else " and "


def _article(one: Fitting) -> None:
    """Print the number of an article, and how many pages it has."""
    item, number = one.item, one.item.get("number", "")
    if not number:
        return
    pages = item.get("number-of-pages", "")
    length = f"{pages} page{'' if pages == '1' else 's'}" if pages else ""
    # The span keeps the word from being read as a label, which the style would abbreviate.
    article = f'<span class="nocase">Article</span> {number}'
    words = [item.get("issue", ""), article]
    if item["type"] == "article-journal":
        item["issue"] = ", ".join(filter(None, words))
        words = [""]
    if item.get("page", number) == number:
        item.pop("page", None)
        if page := ", ".join(filter(None, [words[-1], length])):
            item["page"] = page


_OF_TYPE: Final[dict[str, Rule]] = {
    "article": _preprint,
    "article-journal": _article,
    "book": _book,
    "chapter": _chapter,
    "document": _page,
    "entry-encyclopedia": _entry,
    "pamphlet": _pamphlet,
    "paper-conference": _paper,
    "patent": _patent,
    "report": _report,
    "software": _software,
    "webpage": _page,
}


# What the styles of its older formats leave out, too.
_OF_OLDER: Final = ("article-journal", "book", "patent")


def _by_type(one: Fitting) -> None:
    """Apply the rule for the type of a work."""
    if rule := _OF_TYPE.get(one.item["type"]):
        rule(one)


def _older(one: Fitting) -> None:
    """Apply the rule for the type of a work, in a style of ACM's older formats."""
    if one.item["type"] in _OF_OLDER:
        _by_type(one)


RULES: Final = (_by_type,)
OLDER_RULES: Final = (_older,)
