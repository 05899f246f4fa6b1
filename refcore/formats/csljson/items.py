"""`Reference` to CSL-JSON item and back, without loss.

What CSL-JSON has no variable for goes under ``custom``: `Reference.extra` by
its own names, and under ``custom.refcore`` what only refcore knows: ``others``
("and 27 more"), ``orcid`` and ``affiliations`` by role and position, ``dates``
that date-parts cannot say, ``fields`` outside CSL, ``texts`` in which tags are
text, ``provenance``.
Source: CSL 1.0.2 input data schema (csl-data.json).
"""

from __future__ import annotations

from typing import Any

from refcore.formats.csljson.arxiv import arxiv_from_item, number_of_arxiv
from refcore.formats.csljson.dates import date_from_csl, date_notation, date_to_csl
from refcore.formats.csljson.names import name_to_csl, says_others
from refcore.formats.csljson.variables import TEXT_VARIABLES, WITH_ENTITIES
from refcore.formats.findings import Findings
from refcore.latex.escapes import unjoined
from refcore.model.dates import Date
from refcore.model.people import Authors, Person
from refcore.model.reference import Reference
from refcore.text.entities import has_entity

__all__ = ["OWN", "reference_to_item"]

OWN = "refcore"


def reference_to_item(reference: Reference) -> dict[str, Any]:
    """Return a reference as a CSL-JSON item, plain JSON values only.

    The arXiv id is the ``number`` (``arXiv:2506.13585v1``).

    >>> from refcore.model.identifiers import ArxivId
    >>> reference_to_item(Reference("m1", "article", "M1", arxiv=ArxivId("2506.13585")))
    {'id': 'm1', 'type': 'article', 'title': 'M1', 'number': 'arXiv:2506.13585'}
    """
    own: dict[str, Any] = {}
    item: dict[str, Any] = {"id": reference.key, "type": reference.type}
    if reference.title:
        item["title"] = reference.title
    _put_names(item, own, reference)
    _put_dates(item, own, reference)
    if reference.doi is not None:
        item["DOI"] = str(reference.doi)
    if reference.url:
        item["URL"] = reference.url
    _put_fields(item, own, reference)
    _put_arxiv(item, own, reference)
    _put_custom(item, own, reference)
    _put_escapes(item, own)
    return item


def _put_names(item: dict[str, Any], own: dict[str, Any], reference: Reference) -> None:
    roles = {"author": reference.authors} if reference.authors else {}
    for role, authors in (roles | dict(reference.names)).items():
        if authors.names:
            item[role] = [name_to_csl(name) for name in authors]
        if not authors.names or authors.others or says_others(authors[-1]):
            own.setdefault("others", {})[role] = authors.others
        _put_name_details(own, role, authors)


def _put_name_details(own: dict[str, Any], role: str, authors: Authors) -> None:
    for position, name in enumerate(authors):
        if isinstance(name, Person) and name.orcid is not None:
            own.setdefault("orcid", {}).setdefault(role, {})[str(position)] = str(name.orcid)
        if name.affiliations:
            places = own.setdefault("affiliations", {}).setdefault(role, {})
            places[str(position)] = list(name.affiliations)


def _put_dates(item: dict[str, Any], own: dict[str, Any], reference: Reference) -> None:
    dates: dict[str, Date] = {} if reference.issued is None else {"issued": reference.issued}
    for variable, date in (dates | dict(reference.dates)).items():
        item[variable] = date_to_csl(date)
        if date_from_csl(item[variable], variable, Findings()) != date:
            own.setdefault("dates", {})[variable] = date_notation(date)


def _put_fields(item: dict[str, Any], own: dict[str, Any], reference: Reference) -> None:
    for name, value in reference.fields.items():
        if name in TEXT_VARIABLES and value:
            item[name] = value
        else:
            own.setdefault("fields", {})[name] = value


def _put_arxiv(item: dict[str, Any], own: dict[str, Any], reference: Reference) -> None:
    if reference.arxiv is not None and "number" not in item:
        item["number"] = number_of_arxiv(reference.arxiv)
    elif arxiv_from_item(item, Findings())[0] is not None or reference.arxiv is not None:
        # Another field would be read as an id, so this one is stated explicitly.
        own["arxiv"] = None if reference.arxiv is None else str(reference.arxiv)


def _put_escapes(item: dict[str, Any], own: dict[str, Any]) -> None:
    """Write texts without refcore's escapes of tags, and remember those that contained some.

    So are texts that say an entity letter by letter: others write it for its sign.
    """
    held = {name: value for name, value in item.items() if isinstance(value, str)}
    escaped = {
        name: value
        for name, value in held.items()
        if unjoined(value) != value or (name in WITH_ENTITIES and has_entity(value))
    }
    if not escaped or "id" in escaped:
        return
    item.update({name: unjoined(value) for name, value in escaped.items()})
    own["texts"] = escaped
    item.setdefault("custom", {})[OWN] = own


def _put_custom(item: dict[str, Any], own: dict[str, Any], reference: Reference) -> None:
    custom: dict[str, Any] = {name: value for name, value in reference.extra.items() if name != OWN}
    if OWN in reference.extra:
        own["extra"] = {OWN: reference.extra[OWN]}
    if reference.provenance is not None:
        own["provenance"] = {
            name: value
            for name in ("source", "id", "retrieved")
            if (value := getattr(reference.provenance, name))
        }
    if own:
        custom[OWN] = own
    if custom:
        item["custom"] = custom
