"""An ordered collection of references with constant-time lookup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, overload

from refcore.diagnostics import Diagnostic
from refcore.errors import DuplicateKey, UnknownKey
from refcore.model.identifiers import ArxivId, Doi
from refcore.model.reference import Reference

if TYPE_CHECKING:
    from refcore.files import ReadState
    from refcore.model.claims import Claim
    from refcore.model.noted import Noted

__all__ = ["Library", "references_in"]


class Library:
    """References in order, found by key, arXiv id or DOI in constant time.

    Iteration yields the references. Keys are case-sensitive.

    Attributes:
        diagnostics: What was wrong or unusual in the input.
        claims: What a note says about a reference's author list, by key.
        labels: The keys whose title is only a note's name for the work, not a claim about its
            title.
        texts: The references of a plain text as they were written, by key.
        noted: What a note writes about each of its works, by key.
        repeated: Entries of a .bib file whose key another entry has already; they are not in
            the library, and only the search for duplicates looks at them.
        path: The file that was read.

    >>> library = Library([Reference("a", title="One", doi=Doi("10.1000/x"))])
    >>> library.by_doi("10.1000/X").title, "a" in library, len(library)
    ('One', True, 1)
    """

    def __init__(
        self,
        references: Iterable[Reference] = (),
        *,
        diagnostics: Iterable[Diagnostic] = (),
        claims: Mapping[str, Iterable[Claim]] | None = None,
        labels: Iterable[str] = (),
        path: str | None = None,
    ) -> None:
        self._by_key: dict[str, Reference] = {}
        self._by_arxiv: dict[str, dict[str, None]] = {}
        self._by_doi: dict[str, dict[str, None]] = {}
        self._former: dict[str, str] | None = None  # keys by former keys, built on first use
        self.diagnostics: list[Diagnostic] = list(diagnostics)
        self.claims: dict[str, tuple[Claim, ...]] = {
            key: tuple(values) for key, values in (claims or {}).items()
        }
        self.labels: set[str] = set(labels)
        self.texts: dict[str, str] = {}
        self.noted: dict[str, Noted] = {}
        self.repeated: tuple[Reference, ...] = ()
        self.path = path
        self._origin: object | None = None  # the file as read, so that edits can be written into it
        self._state: ReadState | None = None  # the state after reading, to detect changes since
        # What people accepted in the file: an entry's line, the line of the mark, the reason.
        self._marks: dict[int, tuple[int, str]] = {}
        if not isinstance(references, Iterable):
            raise TypeError(_no_reference(references))
        for reference in references:
            self.add(reference)

    def add(self, reference: Reference) -> None:
        """Append a reference.

        Args:
            reference: The reference.

        Raises:
            DuplicateKey: Its key is taken. The message names both references.
            TypeError: It is no `Reference`.

        >>> from refcore.model import Reference
        >>> library = Library()
        >>> library.add(Reference("a", "book", "On Moss"))
        >>> library.keys()
        ('a',)
        """
        if not isinstance(reference, Reference):
            raise TypeError(_no_reference(reference))
        held = self._by_key.get(reference.key)
        if held is not None:
            raise DuplicateKey(
                f"the key {reference.key!r} is taken: {_describe(held)} holds it, "
                f"{_describe(reference)} wants it; give one of them another key"
            )
        self._by_key[reference.key] = reference
        self._index(reference)

    def arrange(self, keys: Iterable[str]) -> None:
        """Put the references of these keys first, in this order; the others keep theirs.

        Where the library was read from a .bib file, only new entries take their place: what the
        file has stays where it is.

        Args:
            keys: The citation keys.

        Raises:
            UnknownKey: No reference has one of the keys.

        >>> library = Library([Reference("a", "book"), Reference("b", "book")])
        >>> library.arrange(["b", "a"])
        >>> library.keys()
        ('b', 'a')
        """
        first = {(found := self[key]).key: found for key in keys}
        self._by_key = first | self._by_key

    def replace(self, reference: Reference) -> None:
        """Replace the reference that has the same key.

        Args:
            reference: The new one.

        Raises:
            UnknownKey: No reference has its key.

        >>> from refcore.model import Reference
        >>> library = Library([Reference("a", "book", "On Mos")])
        >>> library.replace(library["a"].evolve(title="On Moss"))
        >>> library["a"].title
        'On Moss'
        """
        self._unindex(self[reference.key])
        self._by_key[reference.key] = reference
        self._index(reference)

    def remove(self, key: str) -> Reference:
        """Remove the reference of a key.

        Args:
            key: The citation key, or a former one.

        Returns:
            The reference that was removed.

        Raises:
            UnknownKey: No reference has the key.

        >>> from refcore.model import Reference
        >>> library = Library([Reference("a", "book", "On Moss")])
        >>> library.remove("a").title, len(library)
        ('On Moss', 0)
        """
        reference = self[key]
        key = reference.key
        self._unindex(reference)
        del self._by_key[key]
        self.claims.pop(key, None)
        self.labels.discard(key)
        self.texts.pop(key, None)
        self.noted.pop(key, None)
        return reference

    def __getitem__(self, key: str) -> Reference:
        found = self.get(key)
        if found is None:
            raise UnknownKey(f"no reference has the key {key!r}")
        return found

    @overload
    def get(self, key: str) -> Reference | None: ...
    @overload
    def get(self, key: str, default: Reference) -> Reference: ...
    def get(self, key: str, default: Reference | None = None) -> Reference | None:
        """Return the reference of a key, or of one of its former keys, else the default.

        Former keys are those of BibLaTeX's field ``ids``.

        Args:
            key: The citation key, or a former one.
            default: What to return where no reference has the key.

        Returns:
            The reference, or the default.

        >>> from refcore.model import Reference
        >>> library = Library([Reference("a", "book", "On Moss")])
        >>> library.get("a").title, library.get("b")
        ('On Moss', None)
        """
        found = self._by_key.get(key)
        return found if found is not None else self._by_former_key(key) or default

    def _by_former_key(self, key: str) -> Reference | None:
        if self._former is None:
            self._former = {}
            for reference in self._by_key.values():
                for former in reference.extra.get("ids", "").split(","):
                    self._former.setdefault(former.strip(), reference.key)
        return self._by_key.get(self._former.get(key, ""))

    def by_arxiv(self, arxiv: ArxivId | str) -> Reference:
        """Return the first reference with this arXiv id.

        An id without a version finds any version. An id with a version finds only
        that version or a reference that names none.

        Args:
            arxiv: The id, or a text that is one.

        Returns:
            The reference.

        Raises:
            UnknownKey: No reference has the id.
            InvalidIdentifier: The text is no arXiv id.

        >>> from refcore.model import ArxivId, Reference
        >>> library = Library([Reference("a", "article", arxiv=ArxivId("1706.03762", 5))])
        >>> library.by_arxiv("1706.03762").key, library.by_arxiv("1706.03762v5").key
        ('a', 'a')
        """
        wanted = ArxivId.parse(arxiv) if isinstance(arxiv, str) else arxiv
        for key in self._by_arxiv.get(wanted.bare, ()):
            held = self._by_key[key].arxiv_from_any
            if held and (wanted.version is None or held.version in (None, wanted.version)):
                return self._by_key[key]
        raise UnknownKey(f"no reference has the arXiv id {wanted}")

    def by_doi(self, doi: Doi | str) -> Reference:
        """Return the first reference with this DOI, in any case.

        Args:
            doi: The DOI, or a text that is one.

        Returns:
            The reference.

        Raises:
            UnknownKey: No reference has the DOI.
            InvalidIdentifier: The text is no DOI.

        >>> from refcore.model import Doi, Reference
        >>> library = Library([Reference("a", "article", doi=Doi("10.1038/nature14539"))])
        >>> library.by_doi("https://doi.org/10.1038/NATURE14539").key
        'a'
        """
        wanted = Doi.parse(doi) if isinstance(doi, str) else doi
        for key in self._by_doi.get(wanted.name.casefold(), ()):
            return self._by_key[key]
        raise UnknownKey(f"no reference has the DOI {wanted}")

    def keys(self) -> tuple[str, ...]:
        """Return the citation keys in order.

        Returns:
            The keys.

        >>> from refcore.model import Reference
        >>> Library([Reference("b", "book"), Reference("a", "book")]).keys()
        ('b', 'a')
        """
        return tuple(self._by_key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __iter__(self) -> Iterator[Reference]:
        return iter(tuple(self._by_key.values()))

    def __len__(self) -> int:
        return len(self._by_key)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Library):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        keys = list(self._by_key)
        shown = ", ".join(keys[:4]) + (", …" if len(keys) > 4 else "")
        noted = f", {len(self.diagnostics)} diagnostics" if self.diagnostics else ""
        return f"<Library of {len(keys)}: {shown}{noted}>"

    def to_records(self) -> list[dict[str, Any]]:
        """Return one flat row a reference, as `pandas.DataFrame` takes them.

        docs/python.md lists the columns.

        Returns:
            The rows, in order.

        >>> [row["key"] for row in Library([Reference("a"), Reference("b")]).to_records()]
        ['a', 'b']
        """
        return [reference.to_record() for reference in self]

    def _repr_html_(self) -> str:
        from refcore.text.notebook import in_notebook, table

        heads = ("key", "type", "title", "authors", "year")
        return in_notebook("library", table(heads, map(_row, self), len(self)))

    def _index(self, reference: Reference) -> None:
        self._former = None
        if arxiv := reference.arxiv_from_any:
            self._by_arxiv.setdefault(arxiv.bare, {})[reference.key] = None
        if reference.doi is not None:
            self._by_doi.setdefault(reference.doi.name.casefold(), {})[reference.key] = None

    def _unindex(self, reference: Reference) -> None:
        self._former = None
        if arxiv := reference.arxiv_from_any:
            self._by_arxiv.get(arxiv.bare, {}).pop(reference.key, None)
        if reference.doi is not None:
            self._by_doi.get(reference.doi.name.casefold(), {}).pop(reference.key, None)


def references_in(given: Library | Reference | Iterable[Reference]) -> list[Reference]:
    """Return one reference or several as a list; raises `TypeError` for anything else.

    >>> [reference.key for reference in references_in(Reference("a", "book"))]
    ['a']
    """
    if isinstance(given, Reference):
        return [given]
    if not isinstance(given, Iterable):
        raise TypeError(_no_reference(given))
    held = list(given)
    for one in held:
        if not isinstance(one, Reference):
            raise TypeError(_no_reference(given if isinstance(given, str) else one))
    return held


def _no_reference(given: object) -> str:
    hint = "; refcore.load reads a file" if isinstance(given, str) else ""
    return f"expected a Reference, found {given!r} of type {type(given).__name__}{hint}"


def _describe(reference: Reference) -> str:
    title = f"{reference.title!r}" if reference.title else "an entry without a title"
    return f"{title} ({reference.location})" if reference.location else title


def _row(reference: Reference) -> tuple[str, ...]:
    from refcore.text.hypertext import element, titled

    names = [name.name for name in reference.authors[:3]]
    if len(reference.authors) > 3 or reference.authors.others:
        names.append("…")
    year = "" if reference.year is None else str(reference.year)
    title = element("bdi", titled(reference.title))
    return reference.key, reference.type, title, ", ".join(names), year
