"""`Record`: what one source states about one work, as it states it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import attrs

from refcore.errors import InvalidIdentifier, InvalidName, InvalidReference
from refcore.latex import decode
from refcore.model.dates import Date
from refcore.model.frozen import FrozenDict
from refcore.model.identifiers import ArxivId, Doi, Identifier, Isbn, Pmid
from refcore.model.keys import key_for
from refcore.model.people import Authors, Group, Name, Person
from refcore.model.reference import Provenance, Reference
from refcore.names import parse_list, read_name
from refcore.text.bounds import MOST_CHARACTERS
from refcore.text.patterns import regex

__all__ = ["Notice", "Record", "RecordAuthor", "Relation", "check_version", "looks_withdrawn"]


def _text(value: str) -> str:
    # Most texts are tidy or empty, and a check is quicker than splitting.
    if value == "":
        return value
    if value.isprintable() and "  " not in value:
        return value.strip()
    return " ".join(value.split())


def _title(value: str) -> str:
    # What is too long to be a title is as good as none.
    return "" if len(value) > MOST_CHARACTERS else _text(value)


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(_text(value) for value in values) if values else ()


def _settable(frozen: type) -> Any:
    """Return a class with the slots of a frozen one, in which Python sets them without a call.

    An object is filled as one of this class and then becomes one of the frozen class.
    """
    # Python takes its quick way only where both are those of object.
    held = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(frozen.__name__, (frozen,), held)


@attrs.frozen
class RecordAuthor:
    """One entry of a record's author list: the name as it is printed, its affiliations.

    `given`, `family` and `suffix` are the parts of a name where the source states them;
    `is_group` says that the source lists a group.

    >>> RecordAuthor(" H1  Collaboration").name
    'H1 Collaboration'
    """

    name: str
    affiliations: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    given: str = attrs.field(default="", kw_only=True)
    family: str = attrs.field(default="", kw_only=True)
    suffix: str = attrs.field(default="", kw_only=True)
    is_group: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # No converters: they would run for each part, and most entries are only a name.
        name = _text(self.name)
        if name is not self.name:
            object.__setattr__(self, "name", name)
        if self.given != "" or self.family != "" or self.suffix != "":
            for part in ("given", "family", "suffix"):
                object.__setattr__(self, part, _text(getattr(self, part)))

    @classmethod
    def named(cls, name: str) -> RecordAuthor:
        """Return an entry that is a name alone, as most are; this takes half the time.

        Args:
            name: The name, as the source writes it.

        Returns:
            The entry.

        >>> RecordAuthor.named("Bo  Li") == RecordAuthor("Bo Li")
        True
        """
        entry = object.__new__(_SettableAuthor)
        entry.name = _text(name)
        entry.affiliations = ()
        entry.given = entry.family = entry.suffix = ""
        entry.is_group = False
        entry.__class__ = cls
        made: RecordAuthor = entry
        return made

    @property
    def is_mark(self) -> bool:
        """Whether the entry is the lone ``:`` that arXiv leaves after a collaboration."""
        return self.name == ":"

    @property
    def has_parts(self) -> bool:
        """Whether the source says what the entry is: a person in parts, or a group."""
        return bool(self.family) or self.is_group

    def read(self) -> Name | None:
        """Return the person or the group, None where the entry is not a name.

        Returns:
            The name, with its affiliations.

        >>> RecordAuthor("Ludwig van Beethoven").read().non_dropping_particle
        'van'
        """
        try:
            if self.is_group:
                return Group(self.name, affiliations=self.affiliations)
            if self.family:
                name: Name = Person(self.given, self.family, suffix=self.suffix)
            else:
                name = read_name(_plain(self.name))
        except InvalidName:
            return None
        return attrs.evolve(name, affiliations=self.affiliations) if self.affiliations else name


_SettableAuthor = _settable(RecordAuthor)


@attrs.frozen
class Notice:
    """A notice: a work was retracted, withdrawn or corrected, or its publisher has concerns.

    `kind` is one of ``retracted``, ``withdrawn``, ``corrected``, ``concern``; `id` is the
    notice's own identifier, `by` who says so.

    >>> Notice("retracted", Date.parse("2010-02-06"), by="The Lancet").date.year
    2010
    """

    kind: str
    date: Date | None = None
    id: Identifier | None = None
    by: str = ""
    text: str = ""


@attrs.frozen
class Relation:
    """Another work and what it is to this one.

    `kind` is one of ``preprint`` (of this article), ``article`` (that this preprint became),
    ``version``, ``original``, ``corrects`` (what this notice corrects).

    >>> str(Relation("preprint", ArxivId("2506.13585")).id)
    '2506.13585'
    """

    kind: str
    id: Identifier


# The date of issue, and its substitutes if a source does not state it.
_ISSUED = ("issued", "online", "print", "posted", "issue", "approved")
# Dates at which a work did not appear.
_NO_APPEARANCE = frozenset({"updated", "accepted"})


def _authors(values: Iterable[RecordAuthor]) -> tuple[RecordAuthor, ...]:
    return tuple(values)


def _ids(values: Iterable[Identifier]) -> tuple[Identifier, ...]:
    return tuple(values)


def _notices(values: Iterable[Notice]) -> tuple[Notice, ...]:
    return tuple(values)


def _relations(values: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(values)


# Most mappings are empty, and an immutable empty one can be shared.
_EMPTY: FrozenDict[str, Any] = FrozenDict()


def _mapping(values: Mapping[str, Any]) -> FrozenDict[str, Any]:
    if not values:
        return _EMPTY
    if all(values.values()):  # true of most, and quicker than filtering
        return values if isinstance(values, FrozenDict) else FrozenDict(values)
    return FrozenDict({name: value for name, value in values.items() if value})


def check_version(value: Identifier) -> None:
    """Raise `InvalidIdentifier` for an arXiv id without a version: a record is of one."""
    if isinstance(value, ArxivId) and value.version is None:
        raise InvalidIdentifier(
            f"a record belongs to one version; expected a version after {str(value)!r}"
        )


def _with_version(_: Any, __: Any, value: Identifier) -> None:
    check_version(value)


@attrs.frozen(repr=False, kw_only=True)
class Record:
    """What one source states about one work.

    Attributes:
        id: The identifier that the source answers for (an arXiv id with its version).
        source: The name of the source.
        title: The title, in CSL's small markup.
        authors: Every entry of the author list, as the source has it.
        type: The CSL type.
        titles: Further titles: with the subtitle, the original, a translation.
        roles: Other people, by CSL role.
        dates: The dates, by kind: ``issued``, ``print``, ``online``, ``posted``, ``updated``.
        fields: CSL variables, such as ``container-title``.
        ids: Further identifiers of the same work.
        notices: Retractions, corrections and the like.
        relations: Other works, such as the article of a preprint.
        details: Statements of this source alone, by its own names.
        is_partial: Whether the source itself calls its author list incomplete.
        via: Where the record came from.
        retrieved: When it was retrieved, an ISO date or date-time.
        about: Addresses or titles of other things that the work is about. People write them into
            the lock file; no source states them.

    Raises:
        InvalidIdentifier: An arXiv id has no version.

    >>> record = Record(
    ...     id=ArxivId("2506.13585", 1), source="arxiv", title="MiniMax-M1",
    ...     authors=[RecordAuthor("MiniMax"), RecordAuthor(":")],
    ... )
    >>> record.names, record.author_list.names
    (('MiniMax', ':'), (Group('MiniMax'),))
    """

    id: Identifier = attrs.field(validator=_with_version)
    source: str = attrs.field(converter=_text)
    title: str = attrs.field(default="", converter=_title)
    authors: tuple[RecordAuthor, ...] = attrs.field(default=(), converter=_authors)
    type: str = "document"
    titles: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    roles: Mapping[str, tuple[RecordAuthor, ...]] = attrs.field(default=_EMPTY, converter=_mapping)
    dates: Mapping[str, Date] = attrs.field(default=_EMPTY, converter=_mapping)
    fields: Mapping[str, str] = attrs.field(default=_EMPTY, converter=_mapping)
    ids: tuple[Identifier, ...] = attrs.field(default=(), converter=_ids)
    notices: tuple[Notice, ...] = attrs.field(default=(), converter=_notices)
    relations: tuple[Relation, ...] = attrs.field(default=(), converter=_relations)
    details: Mapping[str, str] = attrs.field(default=_EMPTY, converter=_mapping)
    is_partial: bool = False
    via: str = attrs.field(default="", converter=_text)
    retrieved: str = attrs.field(default="", converter=_text)
    about: tuple[str, ...] = attrs.field(default=(), converter=_texts)

    @classmethod
    def prepared(
        cls,
        id: Identifier,  # noqa: A002 - the name of the attribute
        source: str,
        title: str,
        *,
        type: str,  # noqa: A002 - the word of CSL
        authors: tuple[RecordAuthor, ...] = (),
        titles: tuple[str, ...] = (),
        roles: FrozenDict[str, tuple[RecordAuthor, ...]] = _EMPTY,
        dates: FrozenDict[str, Date] = _EMPTY,
        fields: FrozenDict[str, str] = _EMPTY,
        ids: tuple[Identifier, ...] = (),
        notices: tuple[Notice, ...] = (),
        relations: tuple[Relation, ...] = (),
        details: FrozenDict[str, str] = _EMPTY,
        via: str = "",
        retrieved: str = "",
        about: tuple[str, ...] = (),
    ) -> Record:
        """Return a record of values that are as `Record` leaves them; this takes a tenth as long.

        Nothing is checked or changed, but for the title, which is tidied.

        Args:
            id: As of `Record`, an arXiv id with its version.
            source: As of `Record`, tidy.
            title: As of `Record`.
            type: As of `Record`.
            authors: As of `Record`.
            titles: As of `Record`, tidy.
            roles: As of `Record`, without empty values.
            dates: As of `Record`, without empty values.
            fields: As of `Record`, without empty values.
            ids: As of `Record`.
            notices: As of `Record`.
            relations: As of `Record`.
            details: As of `Record`, without empty values.
            via: As of `Record`, tidy.
            retrieved: As of `Record`, tidy.
            about: As of `Record`, tidy.

        Returns:
            The record.

        >>> doi = Doi("10.1000/182")
        >>> made = Record.prepared(doi, "dblp", "On  Moss", type="book")
        >>> made == Record(id=doi, source="dblp", title="On Moss", type="book")
        True
        """
        record = object.__new__(_SettableRecord)
        record.id = id
        record.source = source
        record.title = _title(title)
        record.authors = authors
        record.type = type
        record.titles = titles
        record.roles = roles
        record.dates = dates
        record.fields = fields
        record.ids = ids
        record.notices = notices
        record.relations = relations
        record.details = details
        record.is_partial = False
        record.via = via
        record.retrieved = retrieved
        record.about = about
        record.__class__ = cls
        made: Record = record
        return made

    @property
    def work(self) -> Identifier:
        """The identifier of the work, in no particular version."""
        return self.id.unversioned

    @property
    def version(self) -> int:
        """The version that the record describes, 0 where there are none."""
        return self.id.version or 0

    @property
    def names(self) -> tuple[str, ...]:
        """The author list as the source gives it, with arXiv's ``:`` entries."""
        return tuple(author.name for author in self.authors)

    @property
    def author_list(self) -> Authors:
        """The people and groups of the list, with affiliations, without the ``:`` entries."""
        return _read_list(self.authors)

    @property
    def first_author(self) -> Name | None:
        """The first name of `author_list`; the rest of the list is not read."""
        for place, author in enumerate(self.authors):
            if not author.is_mark and author.read() is not None:
                return _read_list(self.authors[place : place + 2])[0]
        return None

    @property
    def has_affiliations(self) -> bool:
        """Whether any author of the record has an affiliation."""
        return any(author.affiliations for author in self.authors)

    @property
    def published(self) -> Date | None:
        """The date of issue (of a preprint: of version 1), or else the first date that is known."""
        return next((self.dates[kind] for kind in _ISSUED if kind in self.dates), None)

    @property
    def updated(self) -> Date | None:
        """The date of the version that the record describes."""
        return self.dates.get("updated")

    @property
    def year(self) -> int | None:
        """The year of issue, or the one that an arXiv id states."""
        first = self.published.year if self.published else None
        return first or (self.id.year if isinstance(self.id, ArxivId) else None)

    @property
    def years(self) -> tuple[int, ...]:
        """Every year in which the work appeared, says this source; each once, in order."""
        found = (date.year for kind, date in self.dates.items() if kind not in _NO_APPEARANCE)
        return tuple(sorted({year for year in found if year}))

    @property
    def doi(self) -> Doi | None:
        """The DOI of the published work."""
        own = (self.id, *(r.id for r in self.relations if r.kind == "article"), *self.ids)
        return next((found for found in own if isinstance(found, Doi)), None)

    @property
    def is_withdrawn(self) -> bool:
        """Whether the source says that the work was withdrawn or retracted."""
        return any(notice.kind in ("withdrawn", "retracted") for notice in self.notices)

    @property
    def says(self) -> Reference:
        """The statement as a reference."""
        return self.to_reference("record")

    def to_reference(self, key: str | None = None, version_cited: int | None = None) -> Reference:
        """Return the work as a reference.

        A preprint gets the id and the address of arXiv. The DOI of the published work and the
        affiliations, which no BibTeX file has, stay with the record.

        Args:
            key: The citation key. Default: made from author, year and title.
            version_cited: The version of this record, if the reference is to name it.

        Returns:
            The reference.

        Raises:
            InvalidReference: `version_cited` is another version.

        >>> record = Record(id=Doi("10.1000/182"), source="crossref", title="On Moss")
        >>> record.to_reference("moss").doi
        Doi('10.1000/182')
        """
        arxiv, doi = self._arxiv(version_cited), self._doi_of_this()
        authors = Authors(attrs.evolve(name, affiliations=()) for name in self.author_list)
        fields = dict(self.fields)
        for found in (self.id, *self.ids):
            if isinstance(found, Pmid):
                fields.setdefault("PMID", str(found))
            elif isinstance(found, Isbn):
                fields.setdefault("ISBN", str(found))
        category = self.details.get("primary_category")
        return Reference(
            key or key_for(authors, self.year, self.title),
            self.type,
            self.title,
            authors,
            issued=self.published,
            arxiv=arxiv,
            doi=arxiv.doi if arxiv and not doi else doi,
            url=self._address(arxiv, doi),
            names={role: _read_list(people) for role, people in self.roles.items()},
            fields=fields,
            extra={"primaryclass": category} if category else {},
            provenance=Provenance(self.via or self.source, str(self.id), self.retrieved),
        )

    def _address(self, arxiv: ArxivId | None, doi: Doi | None) -> str:
        """Return the address of the work, "" if its DOI is the address."""
        if arxiv is not None:
            return arxiv.url
        return self.id.url if isinstance(self.id, Pmid) and doi is None else ""

    def _arxiv(self, version_cited: int | None) -> ArxivId | None:
        if not isinstance(self.id, ArxivId):
            return None
        if version_cited not in (None, self.id.version):
            raise InvalidReference(
                f"this is the record of {self.id}, not of version {version_cited}; "
                f"fetch {self.id.with_version(version_cited)}"
            )
        return self.id.with_version(version_cited)

    def _doi_of_this(self) -> Doi | None:
        return next((found for found in (self.id, *self.ids) if isinstance(found, Doi)), None)

    def evolve(self, **changes: Any) -> Record:
        """Return a copy with some attributes changed.

        Args:
            **changes: The attributes and their new values.

        Returns:
            The copy.

        >>> record = Record(id=Doi("10.1000/182"), source="crossref", title="On Mos")
        >>> record.evolve(title="On Moss").title
        'On Moss'
        """
        return attrs.evolve(self, **changes)

    def with_notices(self, notices: Iterable[Notice]) -> Record:
        """Return a copy with further notices, of the kinds that the record does not have.

        Args:
            notices: What happened to the work, such as its retraction.

        Returns:
            The copy; the record itself where nothing is new.

        >>> record = Record(id=Doi("10.1000/182"), source="crossref")
        >>> len(record.with_notices([Notice("retracted"), Notice("corrected")]).notices)
        2
        """
        kinds = {notice.kind for notice in self.notices}
        more = [notice for notice in notices if notice.kind not in kinds]
        return self.evolve(notices=[*self.notices, *more]) if more else self

    def __repr__(self) -> str:
        parts = f"{self.id.tagged!r}, {self.title!r}, {len(self.authors)} authors"
        return f"<Record of {self.source}: {parts}>"


_SettableRecord = _settable(Record)


@lru_cache(maxsize=64)  # a check reads the list of the same record several times
def _read_list(listed: tuple[RecordAuthor, ...]) -> Authors:
    if not any(entry.has_parts for entry in listed):
        try:
            return _read_plain(listed)
        except InvalidName:
            pass  # an entry is not a name, and is left out
    entries = [entry for entry in listed if entry.is_mark or entry.read() is not None]
    if any(entry.has_parts for entry in entries):
        found = (entry.read() for entry in entries if not entry.is_mark)
        return Authors(name for name in found if name is not None)
    return _read_plain(entries)


def _read_plain(entries: Sequence[RecordAuthor]) -> Authors:
    # A mark says that the entry before it is a group.
    names = parse_list(_plain(entry.name) for entry in entries)
    people = (entry for entry in entries if not entry.is_mark)
    return Authors(
        attrs.evolve(name, affiliations=entry.affiliations) if entry.affiliations else name
        for name, entry in zip(names, people, strict=True)
    )


def _plain(name: str) -> str:
    # arXiv writes "H. -W. Hammer" for "H.-W. Hammer", and rarely leaves TeX in a name.
    tidy = re.sub(r"\.\s+-(?=\w)", ".-", name)
    return decode(tidy) if "\\" in tidy else tidy


_WITHDRAWN = regex(
    r"""(?:^|[.;(]\s*)(?:this|the|our)\s(?:\w+\s)?
        (?:paper|article|manuscript|submission|work|preprint|version|note|letter)
        \s(?:\([^)]*\)\s)?(?:has\sbeen|is|was|have\sbeen|is\sbeing|is\snow)\s(?:\w+\s)?withdrawn
      | ^withdrawn\b
      | ^(?:paper|article|submission)\swithdrawn\b""",
    re.VERBOSE | re.IGNORECASE,
)


def looks_withdrawn(comment: str, summary: str) -> bool:
    """Return whether a comment or the head of a summary says that the paper was withdrawn.

    arXiv marks it nowhere else.

    >>> looks_withdrawn("This paper has been withdrawn by the author", "We show …")
    True
    >>> looks_withdrawn("12 pages", "Troops were withdrawn in 1919.")
    False
    """
    return bool(_WITHDRAWN.search(_text(comment)) or _WITHDRAWN.search(_text(summary)[:200]))
