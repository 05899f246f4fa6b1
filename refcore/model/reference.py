"""`Reference`: what one reference says of a work, and where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, Final

import attrs

from refcore.diagnostics import Location
from refcore.errors import InvalidIdentifier, InvalidReference
from refcore.model.dates import Date
from refcore.model.frozen import FrozenDict
from refcore.model.identifiers import ArxivId, Doi
from refcore.model.people import Authors
from refcore.text.bounds import MOST_CHARACTERS, too_long
from refcore.text.halves import has_half
from refcore.text.idforms import ARXIV_DIGITS
from refcore.text.patterns import regex

__all__ = ["NAME_ROLES", "Provenance", "Reference"]

# Source: CSL 1.0.2, Appendix III (types) and Appendix IV (variables).
CSL_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song "
    "speech standard thesis treaty webpage".split()
)
NAME_ROLES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator "
    "director editor editor-translator editorial-director executive-producer guest host "
    "illustrator interviewer narrator organizer original-author performer producer recipient "
    "reviewed-author script-writer series-creator translator".split()
)
_ARXIV_AS_JOURNAL: Final = regex(
    r"(?:corr|computing research repository|arxiv(?:\.org)?)(?:[ -](?:e-?prints?|preprints?))?",
    re.IGNORECASE,
)
# Every arXiv id has these digits; most addresses do not and need no further check.
_MAY_STATE_ARXIV: Final = regex(ARXIV_DIGITS)
# Variables that are numbers or ranges of numbers.
NUMBER_VARIABLES: Final = frozenset(
    "chapter-number citation-number collection-number edition first-reference-note-number "
    "issue locator number number-of-pages number-of-volumes page page-first part-number "
    "printing-number section supplement-number version volume".split()
)
DATE_ROLES = frozenset("accessed available-date event-date issued original-date submitted".split())
# Those of the mappings: authors and the date of issue have an attribute of their own.
_OTHER_ROLES: Final = NAME_ROLES - {"author"}
_OTHER_DATES: Final = DATE_ROLES - {"issued"}


def _refuse(found: Reference) -> None:
    """Raise `InvalidReference` for the first attribute that is not sound."""
    _check_key(found.key)
    _check_known("type", "type", [found.type], CSL_TYPES)
    _check_text("title", found.title)
    _check_values("authors", [found.authors], Authors)
    _check_values("issued", [found.issued], Date)
    _check_values("arxiv", [found.arxiv], ArxivId)
    _check_values("doi", [found.doi], Doi)
    if fault := too_long("a title", found.title):
        raise InvalidReference(fault)
    _check_text("url", found.url)
    _check_known("names", "name role", found.names, _OTHER_ROLES)
    _check_known("dates", "date variable", found.dates, _OTHER_DATES)
    _check_values("names", found.names.values(), Authors)
    _check_values("dates", found.dates.values(), Date)
    _check_texts("fields", found.fields)
    _check_texts("extra", found.extra)


def _check_known(attribute: str, what: str, found: Iterable[str], allowed: frozenset[str]) -> None:
    for name in found:
        if not isinstance(name, str) or name not in allowed:
            from refcore.text.nearest import did_you_mean  # few names are wrong

            hint = did_you_mean(name, sorted(allowed)) if isinstance(name, str) else ""
            said = f"{attribute}: {name!r} is not a CSL {what}"
            raise InvalidReference(f"{said}. {hint}" if hint else said)


# What makes a value of each type from a text.
_MADE_BY: Final[dict[type, str]] = {
    Authors: "refcore.read_author_list",
    Date: "refcore.Date.parse",
    ArxivId: "refcore.ArxivId.parse",
    Doi: "refcore.Doi.parse",
}


def _check_values(attribute: str, found: Iterable[object], kind: type) -> None:
    for value in found:
        is_left_out = value is None and attribute in ("issued", "arxiv", "doi")
        if not is_left_out and not isinstance(value, kind):
            raise InvalidReference(
                f"{attribute}: expected {kind.__name__}, not {value!r}; "
                f"{_MADE_BY[kind]} makes it from a text"
            )


def _check_text(attribute: str, value: str) -> None:
    if not isinstance(value, str):
        raise InvalidReference(f"{attribute} is a text, not {value!r}")
    _check_letters(attribute, value)


def _check_texts(attribute: str, value: Mapping[str, str]) -> None:
    for name, content in value.items():
        if not isinstance(name, str) or not isinstance(content, str):
            raise InvalidReference(
                f"{attribute} must map names to texts, not {name!r}: {content!r}"
            )
        _check_letters(name, content)


def _check_letters(field: str, value: str) -> None:
    if has_half(value):
        raise InvalidReference(
            f"{field}: {value!r} contains half of a surrogate pair, which is not a valid character"
        )


def _mapping(values: Any) -> FrozenDict[str, Any]:
    if type(values) is FrozenDict:
        return values
    if not values and type(values) is dict:
        return _NOTHING
    try:
        return FrozenDict(values)
    except (TypeError, ValueError):
        raise InvalidReference(f"expected a mapping of names to texts, not {values!r}") from None


def _check_key(value: str) -> None:
    if not isinstance(value, str) or value != value.strip() or not value:
        raise InvalidReference(
            f"a citation key must be a text without spaces at its ends, not {value!r}"
        )
    _check_letters("key", value)


# The columns of a table that hold CSL variables.
_COLUMNS: Final = {
    "venue": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
}
_NOTHING: Final[FrozenDict[str, Any]] = FrozenDict()


@attrs.frozen
class Provenance:
    """Where a reference came from: source, identifier with version, and ISO date.

    >>> Provenance("arxiv", "2506.13585v1", "2025-06-18").source
    'arxiv'
    """

    source: str
    id: str = ""
    retrieved: str = ""


@attrs.frozen(repr=False)
class Reference:
    """A cited work, frozen and hashable.

    Attributes:
        key: The citation key.
        type: A CSL item type.
        title: The title, in CSL's small markup.
        authors: The author list.
        issued: The date of publication.
        names: The other name lists, by CSL role (``editor``, ``translator`` …).
        dates: The other dates, by CSL variable.
        fields: The other CSL variables.
        extra: Values without a CSL variable, under their BibLaTeX name in lower case.
        provenance, location: Where the reference came from.
        lowered: Whether braces protected what must keep its case, as in a .bib file: styles with
            sentence case lower the other words of the title, and a family name keeps its particle.
        implied: Whether the genre is not written, but follows from a type such as ``@phdthesis``.

    The last four take no part in equality. Source of the names: CSL 1.0.2, Appendices III and IV.

    >>> from refcore.model.people import Person
    >>> Reference("knuth", "book", "The TeXbook", Authors([Person("Donald", "Knuth")]))
    Reference('knuth', 'book', 'The TeXbook', 1 author)
    """

    key: str
    type: str = "document"
    title: str = ""
    authors: Authors = Authors()
    issued: Date | None = attrs.field(default=None, kw_only=True)
    arxiv: ArxivId | None = attrs.field(default=None, kw_only=True)
    doi: Doi | None = attrs.field(default=None, kw_only=True)
    url: str = attrs.field(default="", kw_only=True)
    names: Mapping[str, Authors] = attrs.field(default=_NOTHING, converter=_mapping, kw_only=True)
    dates: Mapping[str, Date] = attrs.field(default=_NOTHING, converter=_mapping, kw_only=True)
    fields: Mapping[str, str] = attrs.field(default=_NOTHING, converter=_mapping, kw_only=True)
    extra: Mapping[str, str] = attrs.field(default=_NOTHING, converter=_mapping, kw_only=True)
    provenance: Provenance | None = attrs.field(default=None, eq=False, kw_only=True)
    location: Location | None = attrs.field(default=None, eq=False, kw_only=True)
    lowered: bool = attrs.field(default=False, eq=False, kw_only=True)
    implied: bool = attrs.field(default=False, eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # All in one look, as nearly every reference is sound.
        fields, extra = self.fields, self.extra
        try:
            values = (*fields, *fields.values(), *extra, *extra.values())
            whole = "".join((self.key, self.title, self.url, *values))
            is_known = (
                self.type in CSL_TYPES
                and (not self.names or self.names.keys() <= _OTHER_ROLES)
                and (not self.dates or self.dates.keys() <= _OTHER_DATES)
            )
        except TypeError:
            is_known, whole = False, ""
        is_sound = is_known and self.key and len(self.title) <= MOST_CHARACTERS
        is_sound = is_sound and self._has_sound_values()
        if not is_sound or self.key != self.key.strip() or has_half(whole):
            _refuse(self)

    def _has_sound_values(self) -> bool:
        """Return whether names, dates and identifiers are values of the model."""
        return (
            type(self.authors) is Authors
            and (self.issued is None or type(self.issued) is Date)
            and (self.arxiv is None or type(self.arxiv) is ArxivId)
            and (self.doi is None or type(self.doi) is Doi)
            and (not self.names or {type(value) for value in self.names.values()} == {Authors})
            and (not self.dates or {type(value) for value in self.dates.values()} == {Date})
        )

    def names_of(self, role: str) -> Authors:
        """Return the name list of a CSL role, an empty one if there is none.

        Args:
            role: The name of a CSL name variable, such as "editor".

        Returns:
            The list.

        >>> from refcore.model import Authors, Person
        >>> book = Reference("a", "book", names={"editor": Authors((Person("Bo", "Fei"),))})
        >>> str(book.names_of("editor")), str(book.names_of("translator"))
        ('Bo Fei', '')
        """
        return self.authors if role == "author" else self.names.get(role, Authors())

    @property
    def editors(self) -> Authors:
        """The editors, an empty list if there are none."""
        return self.names_of("editor")

    @property
    def year(self) -> int | None:
        """The year of issue, or None."""
        return self.issued.year if self.issued else None

    @property
    def arxiv_from_any(self) -> ArxivId | None:
        """The arXiv id, even if only the DOI, the address or arXiv as a journal states it.

        An address of a page by arXiv id, such as alphaXiv's, states it too.

        >>> Reference("a", url="https://www.alphaxiv.org/abs/1706.03762").arxiv_from_any
        ArxivId('1706.03762')
        """
        if self.arxiv is not None:
            return self.arxiv
        if self.doi is not None and (named := self.doi.arxiv) is not None:
            return named
        journal = self.fields.get("container-title")
        places = self._places_in_arxiv if journal and _is_arxiv(str(journal).strip()) else ()
        for written in (self.url, *places):
            if written and _MAY_STATE_ARXIV.search(written):
                with suppress(InvalidIdentifier):
                    return ArxivId.parse(written)
        return None

    @property
    def _places_in_arxiv(self) -> list[str]:
        """The volume, number and pages, which state the id of a work whose journal is arXiv.

        DBLP writes ``CoRR`` and ``abs/1706.03762``, NASA ADS ``arXiv e-prints`` and
        ``arXiv:1706.03762``.
        """
        return [str(self.fields.get(name, "")) for name in ("volume", "number", "issue", "page")]

    def evolve(self, **changes: Any) -> Reference:
        """Return a copy with some attributes changed.

        Args:
            **changes: The attributes and their new values.

        Returns:
            The copy.

        >>> Reference("a", title="Old").evolve(title="New").title
        'New'
        """
        held = {name: getattr(self, name) for name in _ATTRIBUTES}
        return Reference(**{**held, **changes})

    def to_record(self) -> dict[str, Any]:
        """Return the reference as one row of a table: flat values, None where it says nothing.

        docs/python.md lists the columns.

        Returns:
            The columns and their values.

        >>> Reference("a", "book", "On Moss").to_record()["title"]
        'On Moss'
        """
        place = self.location
        return {
            "key": self.key,
            "type": self.type,
            "title": self.title or None,
            "authors": "; ".join(name.name for name in self.authors) or None,
            "author_count": len(self.authors),
            "year": self.year,
            **{column: self.fields.get(variable) for column, variable in _COLUMNS.items()},
            "doi": str(self.doi) if self.doi else None,
            "arxiv": str(found) if (found := self.arxiv_from_any) else None,
            "url": self.url or None,
            "file": place.path if place else None,
            "line": place.line if place else None,
        }

    def _repr_html_(self) -> str:
        from refcore.text.hypertext import element
        from refcore.text.notebook import in_notebook

        rows = [
            element("tr", element("th", column, scope="row"), element("td", str(value)))
            for column, value in self.to_record().items()
            if value is not None and column not in ("author_count", "file", "line")
        ]
        return in_notebook("reference", element("table", element("tbody", *rows)))

    def __repr__(self) -> str:
        from refcore.text.counts import counted

        count = len(self.authors)
        authors = counted(count, "author")
        rest = [repr(part) for part in (self.arxiv, self.doi) if part is not None]
        shown = [repr(self.key), repr(self.type), repr(self.title), authors, *rest]
        return f"Reference({', '.join(shown)})"


_ATTRIBUTES: Final = tuple(attribute.name for attribute in attrs.fields(Reference))


@lru_cache(maxsize=4096)
def _is_arxiv(journal: str) -> bool:
    """Return whether a journal is arXiv; cached, as many references name one journal.

    >>> _is_arxiv("arXiv preprint"), _is_arxiv("Journal of Moss")
    (True, False)
    """
    return _ARXIV_AS_JOURNAL.fullmatch(journal) is not None
