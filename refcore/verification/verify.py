"""The way from references to reports: look up once, then check each."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, overload

import attrs

from refcore.collector import rarely_collecting
from refcore.errors import InvalidIdentifier, InvalidName, UnknownFormat
from refcore.files.paths import PathLike
from refcore.model.identifiers import Identifier, read_identifier
from refcore.model.library import Library
from refcore.model.people import Authors, Person
from refcore.model.reference import Reference
from refcore.records.lookup import Lookup, Origin
from refcore.records.record import Record
from refcore.records.search import Search, SearchStatus, Sought
from refcore.records.source import Surroundings
from refcore.text.given import wrong_type
from refcore.verification.astext import with_other_titles
from refcore.verification.case import OUTSIDE, Case, best_identifier, reference_to
from refcore.verification.check import check
from refcore.verification.fields import venue_of
from refcore.verification.found import Found, choose
from refcore.verification.gather import Bibliography, gather_all
from refcore.verification.questions import OPEN
from refcore.verification.report import Report
from refcore.verification.reports import Reports
from refcore.verification.rounds import check_elsewhere, check_notices, check_versions
from refcore.verification.weighed import Known

if TYPE_CHECKING:
    from refcore.net.links import LinkClient
    from refcore.records.sources import Progress, Sources

__all__ = ["fetch", "sought", "verify", "verify_authors", "verify_each", "verify_libraries"]

# References that are looked up in an index together.
_AT_ONCE = 256


def _source(arxiv: Sources | None, path: str | None = None) -> Sources:
    if arxiv is not None:
        if not hasattr(arxiv, "lookup"):
            raise wrong_type("verify", "Sources as `arxiv`", arxiv)
        return arxiv
    from refcore.sources.registry import default_sources

    return default_sources(near=[path] if path else [])


@overload
def verify(
    references: Reference,
    *,
    arxiv: Sources | None = None,
    lookup: bool = False,
    links: bool | LinkClient = False,
    progress: Progress | None = None,
    today: datetime.date | None = None,
) -> Report: ...
@overload
def verify(
    references: PathLike | Library | Iterable[Reference],
    *,
    arxiv: Sources | None = None,
    lookup: bool = False,
    links: bool | LinkClient = False,
    progress: Progress | None = None,
    today: datetime.date | None = None,
) -> Reports: ...
def verify(
    references: PathLike | Reference | Library | Iterable[Reference],
    *,
    arxiv: Sources | None = None,
    lookup: bool = False,
    links: bool | LinkClient = False,
    progress: Progress | None = None,
    today: datetime.date | None = None,
) -> Report | Reports:
    """Compare references with the records of the sources.

    The references are looked up together, with as few requests as the identifiers allow. A fault
    of the network raises nothing: such references are *unchecked*.

    Args:
        references: One reference, several, a `Library`, or the path of a file.
        arxiv: Where records come from. Default: the lock file beside the library's file or below
            the working folder, then the user's cache, then the network.
        lookup: Whether to search for a reference without an identifier by its title and first
            author.
        links: Whether to ask the web addresses of references that no source covers; or the client
            that asks them. `Report.links` has the answers.
        progress: Called with the number of identifiers done and the number of all.
        today: The day after which a year is in the future. Default: the present day.

    Returns:
        A `Report` for one reference; otherwise `Reports`, a list in the order of the references.

    Raises:
        TypeError: `references` is something else.
        ValueError: `links` is true although ``REFCORE_OFFLINE`` is set.
        RefcoreError, OSError: The file cannot be read; see `refcore.load`.

    >>> from refcore import ArxivId, Authors, Lock, Person, Record, RecordAuthor, Sources
    >>> paper = ArxivId("2506.13585", 1)
    >>> lock = Lock([Record(id=paper, source="arxiv", authors=[RecordAuthor("Bo Fei")])])
    >>> cited = Reference("fei", authors=Authors([Person("Mo", "Fei")]), arxiv=paper)
    >>> verify(cited, arxiv=Sources(lock)).reason
    'the authors do not match arXiv'
    """
    if isinstance(references, Reference):
        case = Case(references, today=_year(today))
        reports = _run([case], _source(arxiv), progress, lookup=lookup)
        return _with_links(reports, links)[0]
    library = _library(references)
    found = _references(references if library is None else library)
    source = _source(arxiv, library.path if library else None)
    cases = _plain_cases(found, library, _year(today))
    return _with_links(_run(cases, source, progress, lookup=lookup), links)


def verify_each(
    references: Iterable[Reference],
    *,
    arxiv: Sources | None = None,
    lookup: bool = False,
    today: datetime.date | None = None,
    at_once: int = 1000,
) -> Iterator[Report]:
    """Compare references one after the other, in memory that does not grow with their number.

    Args:
        references: Any iterable of references, such as a generator.
        arxiv: Where records come from, as in `verify`.
        lookup: Whether to search by title, as in `verify`.
        today: The day after which a year is in the future. Default: the day of each check.
        at_once: How many references are looked up together.

    Returns:
        An iterator over a report for each reference, in their order.

    Raises:
        ValueError: `at_once` is below 1.

    >>> from refcore.records.sources import Sources
    >>> asked = (Reference(f"key{number}", "webpage") for number in range(3))
    >>> [str(report.verdict) for report in verify_each(asked, arxiv=Sources(), at_once=2)]
    ['not-covered', 'not-covered', 'not-covered']
    """
    if at_once < 1:
        raise ValueError(f"at_once is how many references are looked up together, not {at_once}")
    source, left = _source(arxiv), iter(references)
    while part := _references(islice(left, at_once)):
        cases = [Case(one, today=_year(today)) for one in part]
        yield from _run(cases, source, None, lookup=lookup)


def _with_links(reports: list[Report], links: bool | LinkClient) -> Reports:
    if links is False:
        return Reports(reports)
    from refcore.net.links import LinkClient
    from refcore.verification.links import with_links

    around = Surroundings.of()
    if links is True and around.is_offline:
        raise ValueError("REFCORE_OFFLINE is set, so that no web address can be asked")
    client = LinkClient(contact=around.contact) if links is True else links
    return Reports(with_links(reports, client.ask_all))


def _library(references: PathLike | Library | Iterable[Reference]) -> Library | None:
    """Return the library that is passed or that a path names, or None for bare references."""
    if isinstance(references, Library):
        return references
    if not isinstance(references, (str, os.PathLike)):
        return None
    from refcore.formats import load

    try:
        return load(references)
    except UnknownFormat:
        if isinstance(references, str) and _is_identifier(references):
            hint = f"refcore.fetch({references!r}) returns the reference of its record"
            raise UnknownFormat(f"{references!r} is an identifier, not a file; {hint}") from None
        raise


def _is_identifier(text: str) -> bool:
    try:
        read_identifier(text)
    except InvalidIdentifier:
        return False
    return True


def _references(references: object) -> list[Reference]:
    is_text = isinstance(references, (bytes, bytearray))
    several = references if isinstance(references, Iterable) and not is_text else (references,)
    found: list[Reference] = []
    for one in several:
        if not isinstance(one, Reference):
            raise wrong_type("verify", "a path, a Library, a Reference or several", one)
        found.append(one)
    return found


def verify_libraries(
    libraries: Sequence[Library],
    *,
    arxiv: Sources,
    lookup: bool = False,
    progress: Progress | None = None,
    today: datetime.date | None = None,
) -> list[Reports]:
    """Verify several libraries at once; shared ids are fetched once.

    Returns one list of reports for each library, in its order. See `verify`.
    """
    year = _year(today)
    cases = [case for one in libraries for case in _plain_cases(list(one), one, year)]
    reports = iter(_run(cases, arxiv, progress, lookup=lookup))
    return [Reports(islice(reports, len(library))) for library in libraries]


def _year(today: datetime.date | None) -> int:
    if today is not None and not isinstance(today, datetime.date):
        raise wrong_type("verify", "a date as `today`", today)
    return (today or datetime.date.today()).year


def _plain_cases(references: Sequence[Reference], library: Library | None, year: int) -> list[Case]:
    if library is None:
        return [Case(one, today=year) for one in references]
    unread = {odd.key for odd in library.diagnostics if odd.field == "author"}
    return [
        Case(
            one,
            claims=library.claims.get(one.key, ()),
            is_label=one.key in library.labels,
            text=library.texts.get(one.key, ""),
            is_unread=one.key in unread,
            noted=library.noted.get(one.key),
            today=year,
        )
        for one in references
    ]


@rarely_collecting()
def _run(
    cases: Sequence[Case],
    sources: Sources,
    progress: Progress | None,
    *,
    lookup: bool,
) -> list[Report]:
    ids = [best_identifier(case.reference) for case in cases]
    lookups = sources.lookup([one for one in ids if one], progress=progress)
    wanted = [sought(case.reference) if lookup else None for case in cases]
    searches = sources.search_all([one for one in wanted if one], progress=progress)
    found = [
        _Found(lookups[first])
        if first
        else _without_id(case, sources, searches[one] if one else None)
        for case, first, one in zip(cases, ids, wanted, strict=True)
    ]
    held = sources.snapshot
    bibliography = held if isinstance(held, Bibliography) else None
    full = list(cases)
    reports: list[Report] = []
    for start in range(0, len(cases), _AT_ONCE):
        end = start + _AT_ONCE
        for at, case in enumerate(_filled(cases[start:end], found[start:end], bibliography), start):
            reports.append(check(case))
            # What was found takes much memory: it is kept only for cases of a further round.
            if reports[at].verdict in OPEN:
                full[at] = case
    reports = check_versions(full, reports, sources)
    return check_notices(check_elsewhere(full, reports, sources), held)


class _Found(NamedTuple):
    """What was looked up for a case, in the words of `Case`."""

    lookup: Lookup | None = None
    related: tuple[Record, ...] = ()
    found: Found | None = None
    search_reason: str = ""


def _filled(
    cases: Sequence[Case], found: Sequence[_Found], held: Bibliography | None
) -> Iterator[Case]:
    """Yield the cases with what was looked up, and with what the index knows of each."""
    known: list[Known | None] = [None] * len(cases)
    if held is not None:
        pairs = enumerate(zip(cases, found, strict=True))
        places = [at for at, (case, one) in pairs if _is_weighed(case, one.lookup)]
        asked = [cases[at].reference for at in places]
        for at, gathered in zip(places, gather_all(asked, held), strict=True):
            known[at] = gathered
        cases = _reread(cases, found, known, held)
    for case, one, said in zip(cases, found, known, strict=True):
        yield Case(
            case.reference,
            one.lookup,
            case.further,
            case.claims,
            one.related,
            case.versions,
            one.found,
            one.search_reason,
            case.is_label,
            case.names,
            case.text,
            case.is_unread,
            case.noted,
            said,
            case.today,
        )


def _reread(
    cases: Sequence[Case], found: Sequence[_Found], known: list[Known | None], held: Bibliography
) -> Sequence[Case]:
    """Return the cases, with another title of their texts where only that one is known."""
    unknown = [
        at
        for at, (case, one, said) in enumerate(zip(cases, found, known, strict=True))
        if case.text and said and not (said.works or said.by_doi) and not one.lookup
    ]
    if not unknown:
        return cases
    again = list(cases)
    for place, reference in with_other_titles([cases[at] for at in unknown], held):
        at = unknown[place]
        again[at] = attrs.evolve(cases[at], reference=reference)
        known[at] = gather_all([reference], held)[0]
    return again


def _is_weighed(case: Case, lookup: Lookup | None) -> bool:
    """Return whether the index is asked: it is not for a preprint that has a record."""
    record = lookup.record if lookup else None
    is_preprint = record is not None and record.source == "arxiv" and not venue_of(case.reference)
    return not (case.is_label or is_preprint)


def sought(reference: Reference) -> Sought | None:
    """Return the search for a reference; None for one with an id, without a title, or a page.

    No source of records could know a web page, so none is asked for it.
    """
    if best_identifier(reference) or not reference.title or reference.type in OUTSIDE:
        return None
    first = next(iter(reference.authors), None)
    name = "" if first is None else first.family if isinstance(first, Person) else first.name
    return Sought(reference.title, name)


def _without_id(case: Case, sources: Sources, search: Search | None) -> _Found:
    related = tuple(sources.about(case.reference))
    if search is None:
        return _Found(related=related)
    found = choose(case.reference, search.records)
    if found is not None:
        record, origin = found.record, search.origin or Origin.NETWORK
        return _Found(Lookup.found(record.id, record, origin), related, found)
    reason = "no paper of this title was found"
    if search.status is SearchStatus.UNAVAILABLE:
        reason = f"it could not be searched: {search.reason}"
    return _Found(related=related, search_reason=reason)


def verify_authors(
    names: str | Iterable[str] | Authors, wanted: Identifier | str, *, arxiv: Sources | None = None
) -> Report:
    """Compare a list of names with the record of one identifier.

    Args:
        names: The names as people write them, one by one or in one text; or an `Authors` list.
        wanted: An arXiv id, a DOI, a PMID or an ISBN, in any form.
        arxiv: Where records come from, as in `verify`.

    Returns:
        The report. Of a text whose commas can be read in two ways, it is the one that the record
        confirms, if there is one.

    Raises:
        InvalidIdentifier: `wanted` cannot exist.
        InvalidName: There are no names, or a part of the text does not read as a name.

    >>> from refcore import ArxivId, Lock, Record, RecordAuthor, Sources
    >>> names = [RecordAuthor("Bo Fei"), RecordAuthor("Al Go")]
    >>> lock = Lock([Record(id=ArxivId("2506.13585", 1), source="arxiv", authors=names)])
    >>> verify_authors("Bo Fei and Al Go", "2506.13585", arxiv=Sources(lock)).is_confirmed
    True
    """
    from refcore.compare import read_authors

    asked = _wanted_id("verify_authors", wanted)
    readings = [()] if isinstance(names, Authors) else _readings(names)
    cases = []
    for written in readings:
        authors = names if isinstance(names, Authors) else read_authors(written)
        if not authors:
            raise InvalidName("no names given to compare with the record's list")
        case = Case(reference_to(asked, authors), names=written, today=_year(None))
        cases.append(case)
    reports = _run(cases, _source(arxiv), None, lookup=False)
    # Where commas can be read in two ways, the reading that the record confirms is meant.
    agreeing = (report for report in reports if not report.is_contradicted)
    return next(agreeing, reports[0])


def _readings(names: str | Iterable[str]) -> list[tuple[str, ...]]:
    """Return the names one by one, in each way in which a text can be read."""
    if not isinstance(names, str):
        return [tuple(names)]
    from refcore.compare.pasted import read_pasted

    rows = read_pasted(names)
    rows.must_be_read()
    return [rows.entries, rows.other_way] if rows.other_way else [rows.entries]


@overload
def fetch(  # type: ignore[overload-overlap]
    ids: Identifier | str, *, key: str | None = None, arxiv: Sources | None = None
) -> Reference: ...
@overload
def fetch(ids: Iterable[Identifier | str], *, arxiv: Sources | None = None) -> list[Reference]: ...
def fetch(
    ids: Identifier | str | Iterable[Identifier | str],
    *,
    key: str | None = None,
    arxiv: Sources | None = None,
) -> Reference | list[Reference]:
    """Return the reference that the record of an id makes, or one for each of several ids.

    Args:
        ids: One identifier or several: arXiv ids, DOIs, PMIDs or ISBNs, in any form. Several take
            as few requests as the sources allow.
        key: The citation key of a single reference. Default: made from author, year and title.
        arxiv: Where records come from, as in `verify`.

    Returns:
        A `Reference` for one id, otherwise a list in the order of the ids.

    Raises:
        TypeError: An id is not a text, or there is a `key` for several ids.
        InvalidIdentifier: An id cannot exist.
        ArxivNotFound: There is no such work.
        ArxivUnavailable: Neither the lock nor the cache nor the network has the record.

    >>> from refcore import ArxivId, Lock, Record, Sources
    >>> lock = Lock([Record(id=ArxivId("2506.13585", 1), source="arxiv", title="On Moss")])
    >>> fetch("arXiv:2506.13585", arxiv=Sources(lock)).title
    'On Moss'
    """
    source = _source(arxiv)
    if isinstance(ids, (str, Identifier)) or not isinstance(ids, Iterable):
        wanted = _wanted_id("fetch", ids)
        return source.fetch(wanted).to_reference(key, version_cited=wanted.version)
    if key is not None:
        raise TypeError("a citation key goes with one id; use refcore.make_keys for several")
    several = [_wanted_id("fetch", one) for one in ids]
    source.lookup(several)
    return [source.fetch(one).to_reference(version_cited=one.version) for one in several]


def _wanted_id(call: str, written: object) -> Identifier:
    if isinstance(written, Identifier):
        return written
    if isinstance(written, str):
        return read_identifier(written)
    if not isinstance(written, int | float):
        raise wrong_type(call, 'an id as text, such as "2506.13585"', written)
    # A number loses the zeros at its end: 2506.1358 is another paper than 2506.13580.
    raise TypeError(f'{call} takes an id as text: write "{written}", not {written}')
