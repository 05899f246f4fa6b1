"""`ArxivRecord`: what arXiv says of one version of a paper, as it says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Self

import attrs

from refcore.errors import InvalidDate, InvalidIdentifier, InvalidName, InvalidReference
from refcore.latex import decode
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi
from refcore.model.keys import key_for
from refcore.model.people import Authors, Name
from refcore.model.reference import Provenance, Reference
from refcore.names import parse_list, parse_name

__all__ = ["ArxivRecord", "RecordAuthor", "looks_withdrawn"]


def _text(value: str) -> str:
    return " ".join(value.split())


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(_text(value) for value in values)


@attrs.frozen
class RecordAuthor:
    """One entry of a record's author list: the name as given, its affiliations.

    >>> RecordAuthor(" H1  Collaboration").name
    'H1 Collaboration'
    """

    name: str = attrs.field(converter=_text)
    affiliations: tuple[str, ...] = attrs.field(default=(), converter=_texts)

    @property
    def is_mark(self) -> bool:
        """Whether the entry is the lone ``:`` that arXiv leaves behind a collaboration."""
        return self.name == ":"


def _authors(values: Iterable[RecordAuthor]) -> tuple[RecordAuthor, ...]:
    return tuple(values)


def _with_version(_: Any, __: Any, value: ArxivId) -> None:
    if value.version is None:
        raise InvalidIdentifier(f"a record is of one version, expected one behind {str(value)!r}")


@attrs.frozen(repr=False)
class ArxivRecord:
    """The record of one version of a paper.

    `id` names the version. `authors` lists every entry as it came, the ``:``
    behind a collaboration included; `author_list` is the same list read into
    people and groups. `doi` and `journal_ref` are those of the published
    paper. `source` says where the record was had, `retrieved` when (ISO date
    or date-time), `about` names other things that the paper is about, by
    address or title: people write it into the lock file, arXiv never does.
    Source: arXiv API User's Manual, section 3.3.2.

    Raises `InvalidIdentifier` for an id without a version.

    >>> record = ArxivRecord(
    ...     ArxivId("2506.13585", 1), "MiniMax-M1", [RecordAuthor(n) for n in ("MiniMax", ":")]
    ... )
    >>> record.names, record.author_list.names
    (('MiniMax', ':'), (Group('MiniMax'),))
    """

    id: ArxivId = attrs.field(validator=_with_version)
    title: str = attrs.field(converter=_text)
    authors: tuple[RecordAuthor, ...] = attrs.field(converter=_authors)
    published: Date | None = attrs.field(default=None, kw_only=True)
    updated: Date | None = attrs.field(default=None, kw_only=True)
    primary_category: str = attrs.field(default="", converter=_text, kw_only=True)
    categories: tuple[str, ...] = attrs.field(default=(), converter=_texts, kw_only=True)
    summary: str = attrs.field(default="", converter=_text, kw_only=True)
    comment: str = attrs.field(default="", converter=_text, kw_only=True)
    journal_ref: str = attrs.field(default="", converter=_text, kw_only=True)
    doi: Doi | None = attrs.field(default=None, kw_only=True)
    is_withdrawn: bool = attrs.field(default=False, kw_only=True)
    source: str = attrs.field(default="", converter=_text, kw_only=True)
    retrieved: str = attrs.field(default="", converter=_text, kw_only=True)
    about: tuple[str, ...] = attrs.field(default=(), converter=_texts, kw_only=True)

    @property
    def version(self) -> int:
        """The version that the record describes."""
        return self.id.version or 1

    @property
    def names(self) -> tuple[str, ...]:
        """The author list as arXiv gives it, the ``:`` entries included."""
        return tuple(author.name for author in self.authors)

    @property
    def author_list(self) -> Authors:
        """The people and groups of the list, with affiliations, without the ``:`` entries."""
        readable = [author for author in self.authors if author.is_mark or _is_readable(author)]
        names = parse_list(_plain(author.name) for author in readable)
        entries = (author for author in readable if not author.is_mark)
        return Authors(_affiliated(name, entry) for name, entry in zip(names, entries, strict=True))

    @property
    def has_affiliations(self) -> bool:
        """Whether any author of the record has an affiliation."""
        return any(author.affiliations for author in self.authors)

    def to_reference(self, key: str | None = None, version_cited: int | None = None) -> Reference:
        """Give the paper as a reference to the preprint.

        The id, address and DOI are those of arXiv, without a version unless
        `version_cited` names this record's. The DOI of the published paper and
        the affiliations, which no BibTeX file carries, stay with the record.
        Without a `key` one is made, see `refcore.model.keys.key_for`.

        Raises `InvalidReference` where another version is cited than this.
        """
        if version_cited not in (None, self.id.version):
            raise InvalidReference(
                f"this is the record of {self.id}, not of version {version_cited}; "
                f"fetch {self.id.with_version(version_cited)}"
            )
        cited = self.id.with_version(version_cited)
        authors, title = self._authors_alone, self.title_markup
        return Reference(
            key or key_for(authors, self.year, title),
            "article",
            title,
            authors,
            issued=self.published,
            arxiv=cited,
            doi=cited.doi,
            url=cited.url,
            extra={"primaryclass": self.primary_category} if self.primary_category else {},
            provenance=Provenance(self.source, str(self.id), self.retrieved),
        )

    @property
    def _authors_alone(self) -> Authors:
        return Authors(attrs.evolve(name, affiliations=()) for name in self.author_list)

    @property
    def title_markup(self) -> str:
        """The title in CSL's small markup; arXiv gives it with TeX commands."""
        return decode(self.title)

    @property
    def year(self) -> int:
        """The year of the first version."""
        return (self.published.year if self.published else None) or self.id.year

    def evolve(self, **changes: Any) -> ArxivRecord:
        """Give a copy with some attributes changed."""
        return attrs.evolve(self, **changes)

    def to_dict(self, *, summary: bool = True) -> dict[str, Any]:
        """Give the record as JSON values, empty ones left out; `from_dict` reads them."""
        values: dict[str, Any] = {
            "id": self.id.bare,
            "version": self.version,
            "title": self.title,
            "authors": [_author_value(author) for author in self.authors],
            "published": self.published and self.published.iso,
            "updated": self.updated and self.updated.iso,
            "primary_category": self.primary_category,
            "categories": list(self.categories),
            "comment": self.comment,
            "journal_ref": self.journal_ref,
            "doi": self.doi and self.doi.name,
            "withdrawn": self.is_withdrawn,
            "summary": self.summary if summary else "",
            "source": self.source,
            "retrieved": self.retrieved,
            "about": list(self.about),
        }
        always = ("title", "authors")
        return {name: value for name, value in values.items() if value or name in always}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Read what `to_dict` gave.

        Raises `ValueError` (or its kin `InvalidIdentifier`, `InvalidDate`)
        that names the value at fault.
        """
        _check(values)
        doi, published, updated = (values.get(name) for name in ("doi", "published", "updated"))
        return cls(
            ArxivId(values["id"], values["version"]),
            values["title"],
            tuple(_author(value) for value in values["authors"]),
            published=_date("published", published),
            updated=_date("updated", updated),
            doi=Doi(doi) if doi else None,
            is_withdrawn=values.get("withdrawn", False),
            categories=tuple(values.get("categories", ())),
            about=tuple(values.get("about", ())),
            **{name: values[name] for name in _TEXTS if name in values},
        )

    def __repr__(self) -> str:
        return f"ArxivRecord({str(self.id)!r}, {self.title!r}, {len(self.authors)} authors)"


_TEXTS = ("primary_category", "summary", "comment", "journal_ref", "source", "retrieved")
_TYPES: dict[str, tuple[type, str]] = {
    "id": (str, "a text"),
    "version": (int, "a number"),
    "title": (str, "a text"),
    "authors": (list, "a list"),
    "published": (str, "an ISO date"),
    "updated": (str, "an ISO date"),
    "doi": (str, "a text"),
    "withdrawn": (bool, "true or false"),
    "categories": (list, "a list of texts"),
    "about": (list, "a list of texts"),
    **dict.fromkeys(_TEXTS, (str, "a text")),
}


def _check(values: Mapping[str, Any]) -> None:
    for name in ("id", "version", "title", "authors"):
        if name not in values:
            raise ValueError(f"{name!r} is missing")
    for name, value in values.items():
        if name not in _TYPES:
            raise ValueError(f"{name!r} is not known here, expected one of {', '.join(_TYPES)}")
        kind, words = _TYPES[name]
        wrong = not isinstance(value, kind) or (kind is int and isinstance(value, bool))
        if wrong:
            raise ValueError(f"{name!r} is {value!r}, expected {words}")
        texts = value if name in ("categories", "about") else ()
        if any(not isinstance(text, str) for text in texts):
            raise ValueError(f"{name!r} is {value!r}, expected {words}")


def _date(name: str, value: str | None) -> Date | None:
    try:
        return Date.parse(value) if value else None
    except InvalidDate as fault:
        raise ValueError(f"{name!r}: {fault}") from fault


def _author_value(author: RecordAuthor) -> str | dict[str, Any]:
    if not author.affiliations:
        return author.name
    return {"name": author.name, "affiliations": list(author.affiliations)}


def _author(value: Any) -> RecordAuthor:
    if isinstance(value, str):
        return RecordAuthor(value)
    if isinstance(value, dict) and set(value) == {"name", "affiliations"}:
        name, affiliations = value["name"], value["affiliations"]
        texts = [name, *affiliations] if isinstance(affiliations, list) else [None]
        if all(isinstance(text, str) for text in texts):
            return RecordAuthor(name, affiliations)
    raise ValueError(
        f"the author {value!r} is neither a name nor a name with a list of affiliations"
    )


def _plain(name: str) -> str:
    # arXiv writes "H. -W. Hammer" for "H.-W. Hammer", and rarely leaves TeX in a name.
    tidy = re.sub(r"\.\s+-(?=\w)", ".-", name)
    return decode(tidy) if "\\" in tidy else tidy


def _is_readable(author: RecordAuthor) -> bool:
    try:
        parse_name(_plain(author.name))
    except InvalidName:
        return False
    return True


def _affiliated(name: Name, author: RecordAuthor) -> Name:
    return attrs.evolve(name, affiliations=author.affiliations) if author.affiliations else name


_WITHDRAWN = re.compile(
    r"""(?:^|[.;(]\s*)(?:this|the|our)\s(?:\w+\s)?
        (?:paper|article|manuscript|submission|work|preprint|version|note|letter)
        \s(?:\([^)]*\)\s)?(?:has\sbeen|is|was|have\sbeen|is\sbeing|is\snow)\s(?:\w+\s)?withdrawn
      | ^withdrawn\b
      | ^(?:paper|article|submission)\swithdrawn\b""",
    re.VERBOSE | re.IGNORECASE,
)


def looks_withdrawn(comment: str, summary: str) -> bool:
    """Tell whether a record says that the paper was withdrawn.

    arXiv marks it nowhere but in the comment or at the head of the summary.

    >>> looks_withdrawn("This paper has been withdrawn by the author", "We show …")
    True
    >>> looks_withdrawn("12 pages", "Troops were withdrawn in 1919.")
    False
    """
    return bool(_WITHDRAWN.search(_text(comment)) or _WITHDRAWN.search(_text(summary)[:200]))
