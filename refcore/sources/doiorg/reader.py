"""Answers of doi.org: agencies of prefixes and DOIs, and CSL-JSON of any agency."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from refcore.model.identifiers import Doi
from refcore.records.record import Record
from refcore.sources.answers import Answer, Unread, doi_of, items, load_json, text
from refcore.sources.crossref.reader import read_works, record_of
from refcore.sources.doiorg.jalc import is_jalc, jalc_record

__all__ = ["NAME", "Agency", "read_agencies", "read_csl"]

NAME = "doi.org"


@attrs.frozen
class Agency:
    """What doi.org says of a DOI or a prefix: its agency, or that there is no such DOI."""

    name: str = ""
    is_absent: bool = False


def read_agencies(content: bytes) -> dict[str, Agency]:
    """Read an answer of the service "which RA", by DOI or prefix in lower case.

    Source: DOI Handbook, "Which RA?".

    Raises `BadAnswer` for anything else.

    >>> read_agencies(b'[{"DOI": "10.1371", "RA": "Crossref"}]')
    {'10.1371': Agency(name='Crossref', is_absent=False)}
    >>> read_agencies(b'[{"DOI": "10.99/x", "status": "DOI does not exist"}]')["10.99/x"].is_absent
    True
    """
    found = {}
    for item in items(load_json(content, "doi.org")):
        asked, status = text(item, "DOI").casefold(), text(item, "status").casefold()
        found[asked] = Agency(text(item, "RA"), "not exist" in status)
    return found


def read_csl(content: bytes, retrieved: str = "") -> Answer:
    """Read the CSL-JSON that an agency gives by content negotiation, or its own form.

    Source: citation.doi.org, "DOI Content Negotiation"; see `jalc` for JaLC's form, and
    `refcore.sources.crossref.unixsd` for the XML that Crossref has of other agencies' DOIs.

    Raises `BadAnswer` for anything else.
    """
    if b"<crossref" in content[:1000]:
        return read_works(content, retrieved)
    answer = load_json(content, "doi.org")
    work = answer if isinstance(answer, Mapping) else {}
    if is_jalc(work):
        doi = doi_of(text(work["data"], "doi"))
        found = (jalc_record(work["data"], doi, retrieved),) if doi else ()
        return Answer(found, () if doi else (Unread(None, "a work without a DOI"),))
    doi = doi_of(text(work, "DOI"))
    if doi is None:
        return Answer(unread=(Unread(None, "a work without a DOI"),))
    return Answer((_record(work, doi, retrieved),))


def _record(work: Mapping[str, object], doi: Doi, retrieved: str) -> Record:
    record = record_of(work, doi, retrieved, "doi.org content negotiation")
    source = {"datacite": "datacite", "crossref": "crossref"}.get(
        re.sub(r"\W", "", text(work, "source").casefold()), NAME
    )
    return record.evolve(source=source)
