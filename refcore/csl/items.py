"""References as the CSL items that are rendered."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from refcore.csl.marks import Protector, clean, runs_to_marks
from refcore.csl.pages import shortened_pages
from refcore.formats.csljson.arxiv import number_of_arxiv
from refcore.model.dates import Date, Moment
from refcore.model.people import Authors, Group, Person
from refcore.model.reference import Reference

__all__ = ["Item", "item_of", "variables_of"]

# Variables that hold no words, so that nothing in them is markup or has case.
_VERBATIM = frozenset("DOI URL ISBN ISSN PMID PMCID language page page-first citation-key".split())


@attrs.frozen
class Item:
    """A reference's variables in three kinds; texts hold marks for styled runs."""

    type: str
    texts: Mapping[str, str]
    names: Mapping[str, tuple[Person | Group, ...]]
    dates: Mapping[str, Date]


def item_of(
    reference: Reference, protector: Protector, page_format: str | None, *, plain: bool = False
) -> Item:
    """Give a reference as an item; `plain` leaves out all marks, for sorting."""
    texts = {
        name: _prepared(name, value, protector, plain)
        for name, value in variables_of(reference).items()
        if value.strip()
    }
    if "page" in texts:
        texts["page"] = shortened_pages(texts["page"], page_format)
    lists = {"author": reference.authors, **reference.names}
    dates = {**reference.dates}
    if reference.issued is not None:
        dates["issued"] = reference.issued
    dates = {name: date for name, given in dates.items() if (date := _clean_date(given))}
    if plain:
        dates = {name: _without_seasons(date) for name, date in dates.items()}
    names = {role: _names(authors) for role, authors in lists.items() if authors}
    return Item(reference.type, texts, names, dates)


def _clean_date(date: Date) -> Date | None:
    if not date.literal:
        return date
    literal = clean(date.literal).strip()
    return date.evolve(literal=literal) if literal else None


def _without_seasons(date: Date) -> Date:
    """Give seasons as months, which is how they sort."""
    return date.evolve(start=_as_month(date.start), end=_as_month(date.end))


def _as_month(moment: Moment | None) -> Moment | None:
    if moment is None or moment.season is None:
        return moment
    return Moment(moment.year, moment.season * 3)


def variables_of(reference: Reference) -> dict[str, str]:
    """Give the text variables; a preprint says where it stands and how to get there."""
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
        # citeproc-py knows the variable by its name in CSL 1.0.1.
        held.setdefault("event", held["event-title"])
    return held


def _prepared(name: str, value: str, protector: Protector, plain: bool) -> str:
    text = clean(value)
    if name in _VERBATIM:
        return text
    if plain:
        return runs_to_marks(text, str, styled=False)
    return runs_to_marks(protector.hide_words(text), protector.hide)


def _names(authors: Authors) -> tuple[Person | Group, ...]:
    """Give the names, and "others" as the last where the list says that it is cut."""
    names = tuple(_clean_name(name) for name in authors)
    if authors.others is False or not names:
        return names
    more = "others" if authors.others is True else f"{authors.others} others"
    return (*names, Group(more))


def _clean_name(name: Person | Group) -> Person | Group:
    if isinstance(name, Group):
        return Group(clean(name.name) or "\ufffd")
    given, family = clean(name.given), clean(name.family)
    if not (given.strip() or family.strip()):
        return Group("\ufffd")
    return Person(
        given,
        family,
        non_dropping_particle=clean(name.non_dropping_particle),
        dropping_particle=clean(name.dropping_particle),
        suffix=clean(name.suffix),
    )
