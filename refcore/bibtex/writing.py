"""References to the text of a .bib file, in BibTeX's or BibLaTeX's fields."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from refcore.bibtex.allowed import is_entry_type, is_field_name, written_keys
from refcore.bibtex.annotations import annotate
from refcore.bibtex.dates import year_text
from refcore.bibtex.entry import NO_TEXT, EntryFields, read_type, to_reference
from refcore.bibtex.languages import language_name, near_name
from refcore.bibtex.mapping import (
    DATES,
    EDITOR_TYPES,
    GENRES,
    IMPLIED_GENRES,
    NAMES,
    PUBLICATION_STATES,
    SERIES,
    WRITE_TYPES,
    Flavour,
    Kind,
    read_row,
    write_row,
)
from refcore.bibtex.write_names import cut, format_names
from refcore.errors import UnknownOption
from refcore.latex import encode
from refcore.model.dates import Date
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.text.braces import balanced
from refcore.text.editions import edition_word
from refcore.text.months import abbreviation
from refcore.text.patterns import regex
from refcore.text.titlecase import with_kept_capitals

__all__ = ["AuthorLimit", "fields_of", "title_field", "write"]

AuthorLimit = int | Literal["groups"] | None

_WIDTH: Final = 80
_INDENT: Final = "  "
_KEY_OF_SERIES: Final = {words: key for key, words in SERIES.items()}
_KEY_OF_STATE: Final = {words: key for key, words in PUBLICATION_STATES.items()}
_ROLES: Final = {role: kind for kind, role in EDITOR_TYPES.items()}
_EDITED: Final = frozenset(
    "article book incollection inproceedings inreference periodical collection".split()
)
# A hyphen, or another dash between two pages.
_RANGE: Final = regex(r"(?<=\S)-(?=\S)|(?<=\w) ?[‐‑‒–—−] ?(?=\w)")
# Fields that the reader of an entry takes for more than a text of their own name.
_READ: Final = frozenset(
    "title subtitle booksubtitle journalsubtitle date year month day doi url eprint archiveprefix "
    "eprinttype eprintclass primaryclass howpublished entrysubtype language editortype".split()
) | frozenset([*NAMES.values(), *DATES.values()])
# Fields that also tell the type, the genre or the arXiv id.
_TELLS_MORE: Final = frozenset(
    "booktitle eid journal journaltitle maintitle note number pages type volume".split()
)

_SPACE_AND_AT: Final = regex(r"(?<!\s)\s++@")
_READ_KINDS: Final = regex(r"csl-.*|.*\+an:.*|(?:editor|name)[abc](?:type)?", re.DOTALL)


def write(
    references: Iterable[Reference],
    *,
    flavour: Flavour = "bibtex",
    ascii: bool = False,  # noqa: A002
    authors: AuthorLimit = None,
) -> str:
    r"""Return references as BibTeX or BibLaTeX, so that `read` returns them again.

    Data without a BibTeX field is written into BibLaTeX's field or a field ``csl-…``, ORCIDs and
    affiliations into BibLaTeX's data annotations. BibTeX ignores all of these.

    Args:
        references: The references.
        flavour: ``"bibtex"`` or ``"biblatex"``.
        ascii: Whether accents are written as BibTeX's special characters.
        authors: How many names of a list are written before ``and others``, or ``"groups"`` for
            the groups among them. Default: all.

    Returns:
        The text of a .bib file.

    Raises:
        UnknownOption: An option cannot have this value.

    >>> from refcore.model import ArxivId, Authors, Date, Group
    >>> print(write([Reference("m1", "article", "MiniMax-M1", Authors([Group("MiniMax")]),
    ...     issued=Date.of(2025, 6), arxiv=ArxivId("2506.13585"))]), end="")
    @misc{m1,
      author        = {{MiniMax}},
      title         = {{MiniMax-M1}},
      year          = {2025},
      month         = jun,
      eprint        = {2506.13585},
      archiveprefix = {arXiv},
    }
    """
    _check_options(authors, ascii)
    listed = list(references)
    keys = written_keys(reference.key for reference in listed)
    return "\n".join(
        _Writer(reference, flavour, authors, ascii_only=ascii).entry(key)
        for reference, key in zip(listed, keys, strict=True)
    )


def _check_options(authors: object, is_ascii: object) -> None:
    """Raise `UnknownOption` for a value that an option cannot have."""
    is_count = isinstance(authors, int) and not isinstance(authors, bool) and authors >= 0
    if not (is_count or authors in (None, "groups")):
        raise UnknownOption(f"authors must be a number of names, 'groups' or None, not {authors!r}")
    if not isinstance(is_ascii, bool):
        raise UnknownOption(f"ascii must be True or False, not {is_ascii!r}")


class Written(NamedTuple):
    """A reference as an entry: its type, its fields by name, and which of them are macros."""

    type: str
    fields: dict[str, str]
    macros: frozenset[str]


def fields_of(reference: Reference, flavour: Flavour) -> Written:
    """Return the entry that a reference is written as.

    >>> from refcore.model import Date
    >>> found = fields_of(Reference("a", "book", "T", issued=Date.of(2020, 6)), "bibtex")
    >>> found.type, found.fields, found.macros
    ('book', {'title': 'T', 'year': '2020', 'month': 'jun'}, frozenset({'month'}))
    """
    writer = _Writer(reference, flavour, None, ascii_only=False)
    writer.collect()
    return Written(writer.type, writer.fields, frozenset(writer.macros))


def title_field(reference: Reference, flavour: Flavour) -> str:
    """Return the field `title` of the entry that a reference is written as."""
    writer = _Writer(reference, flavour, None, ascii_only=False)
    writer.title_field()
    return writer.fields.get("title", "")


class _Writer:
    def __init__(
        self, reference: Reference, flavour: Flavour, authors: AuthorLimit, *, ascii_only: bool
    ) -> None:
        self.reference = reference
        self.flavour = flavour
        self.ascii = ascii_only
        self.authors = authors
        self.type = _entry_type(reference, flavour)
        self.fields: dict[str, str] = {}
        self.macros: set[str] = set()
        self.lists: set[str] = set()

    def collect(self) -> None:
        """Fill `fields` in the order in which they are written."""
        self.name_lists()
        self.title_field()
        self.issued()
        self.rows()
        self.identifiers()
        for role, date in sorted(self.reference.dates.items(), key=lambda item: item[0]):
            self.put(DATES.get(role, f"csl-{role}"), date.iso)
        self.extra()
        self.subtype()

    def entry(self, key: str) -> str:
        self.collect()
        width = max(map(len, self.fields), default=0)
        lines = [self.line(name, width) for name in self.fields]
        return "".join([f"@{self.type}{{{key},\n", *lines, "}\n"])

    def put(self, name: str, value: str) -> None:
        """Take a field; the first of a name stays, as in BibTeX.

        Leaves out names that no .bib file can contain, and writes braces that do not balance as
        commands, so that the field and the entry stay whole.
        """
        if value and name not in self.fields and is_field_name(name):
            closed = value if balanced(value) else encode(value, self.ascii)
            # BibTeX folds white space; other programs look for an entry at each new line.
            one = _SPACE_AND_AT.sub(_on_one_line, closed) if "@" in closed else closed
            self.fields[name] = one

    def line(self, name: str, width: int) -> str:
        value = self.fields[name]
        if name in self.macros:
            return f"{_INDENT}{name:<{width}} = {value},\n"
        head = f"{_INDENT}{name:<{width}} = "
        filled = _filled(value, len(head) + 1) if name in self.lists else value
        return f"{head}{{{filled}}},\n"

    def title_field(self) -> None:
        self.put("title", encode(self.title(), self.ascii, protect=True))

    def title(self) -> str:
        """Return the title; capitals of one in sentence case are protected from BibTeX."""
        reference = self.reference
        if reference.lowered:  # it has the protection that its file gave it
            return reference.title
        return with_kept_capitals(reference.title, reference.fields.get("language", ""))

    def name_lists(self) -> None:
        reference = self.reference
        self.name_list("author", cut(reference.authors, self.authors))
        if not reference.names:
            return
        # Some entry types have no `editora`; `namea` fits all (BibLaTeX manual, 2.2.4).
        slots = [f"{'editor' if self.type in _EDITED else 'name'}{letter}" for letter in "abc"]
        for role, field in NAMES.items():
            if role in reference.names:
                self.name_list(field, reference.names[role])
        for role, names in sorted(reference.names.items(), key=lambda item: item[0]):
            if role in NAMES or not names:
                continue
            if slots:
                field = slots.pop(0)
                self.name_list(field, names)
                self.put(f"{field}type", _ROLES.get(role, role))
            else:
                self.name_list(f"csl-{role}", names)

    def name_list(self, field: str, names: Authors) -> None:
        if not names and names.others is False:
            return
        self.put(field, " and ".join(format_names(names, self.flavour, self.ascii)))
        self.lists.add(field)
        for annotation, value in annotate(names, field).items():
            self.put(annotation, value)

    def issued(self) -> None:
        date = self.reference.issued
        if date is None:
            return
        if date.literal:
            self.put("year", encode(date.literal, self.ascii))
        elif self.flavour == "biblatex":
            self.put("date", date.iso)
        else:
            self.year_and_month(date)

    def year_and_month(self, date: Date) -> None:
        if text := year_text(date):
            self.put("year", text)
            return
        if date.year is not None:
            self.put("year", str(date.year))
        if date.month is not None:
            self.put("month", abbreviation(date.month))
            self.macros.add("month")
        if date.day is not None:
            self.put("day", str(date.day))
        if date.is_range or date.circa or date.season:
            # BibTeX has no field for these; it ignores BibLaTeX's `date`.
            self.put("date", date.iso)

    def rows(self) -> None:
        placed: list[tuple[int, str, str, Kind]] = []
        for variable, value in self.reference.fields.items():
            row = write_row(variable, self.type, self.flavour)
            if row is None and (not variable or variable.lower() in NO_TEXT):
                continue  # the reader takes a field of that name for something else
            if row is None:
                placed.append((999, f"csl-{variable}", value, "text"))
            else:
                placed.append((row.rank, row.field, value, row.kind))
        for _, name, value, kind in sorted(placed):
            self.row(name, value, kind)
        self.genre()

    def row(self, name: str, value: str, kind: Kind) -> None:
        if name == "type" and self.flavour == "biblatex":
            keys = {text: key for key, text in GENRES.items()}
            value = keys.get(value, value)
        if kind == "language":
            exact, value = value, language_name(value)
            if value == exact and (near := near_name(exact)):
                value = near  # BibLaTeX knows names of languages alone
                self.put("csl-language", exact)
        if kind == "status" and self.flavour == "biblatex":
            value = _KEY_OF_STATE.get(value, value)
        if name == "series" and self.flavour == "biblatex":
            value = _KEY_OF_SERIES.get(value, value)
        if kind == "edition" and self.flavour == "bibtex":
            value = edition_word(value)
        if kind in ("verbatim", "language") and balanced(value):
            self.put(name, value)
        elif kind == "pages":
            self.put(name, _RANGE.sub("--", encode(value, self.ascii)))
        else:
            self.put(name, encode(value, self.ascii, protect=kind in ("title", "journal")))

    def genre(self) -> None:
        implied = IMPLIED_GENRES.get(self.type)
        if implied is None:
            return
        if self.fields.get("type") == implied:
            del self.fields["type"]
        elif "type" not in self.fields:
            self.fields["type"] = ""  # else the entry type would imply its kind

    def identifiers(self) -> None:
        reference, biblatex = self.reference, self.flavour == "biblatex"
        if reference.arxiv is not None:
            self.put("eprint", str(reference.arxiv))
            if biblatex:
                self.put("eprinttype", "arxiv")
            else:
                self.put("archiveprefix", "arXiv")
        primary = "eprintclass" if biblatex else "primaryclass"
        self.put(primary, reference.extra.get("primaryclass", ""))
        if reference.doi is not None:
            self.put("doi", _closed(reference.doi.name))
        url = _closed(reference.url)
        said = reference.type == "article" or "howpublished" in reference.extra
        if url and self.type == "misc" and not said and not biblatex:
            self.put("howpublished", f"\\url{{{url}}}")
        self.put("url", url)

    def extra(self) -> None:
        """Write what has no CSL variable, except what would be read as something else."""
        names = {"journaltitle": "journal"} if self.flavour == "bibtex" else {}
        held = {name.lower() for name in self.fields}
        found: dict[str, str] = {}
        for name, value in self.reference.extra.items():
            name = names.get(name, name)
            if name not in ("entrytype", "primaryclass") and value and name.lower() not in held:
                held.add(name.lower())
                found[name] = value
        for name in self.harmless(found):
            self.put(name, found[name])

    def harmless(self, extra: dict[str, str]) -> list[str]:
        """Return the names among `extra` that change nothing else of the entry when it is read."""
        odd = {name for name in extra if not self.only_adds(name.lower())}
        if not odd or self.leaves_all_else(extra):
            return list(extra)
        few = [name for name in odd if not _READ_KINDS.fullmatch(name.lower())]
        kept = {name for name in few if self.leaves_all_else({name: extra[name]})}
        return [name for name in extra if name not in odd or name in kept]

    def only_adds(self, name: str) -> bool:
        """Return whether a field of this name certainly changes nothing else, whatever it holds.

        That is so if it is read only for a variable that no other field states, or that
        another field states before it.
        """
        if name in _READ or name in _TELLS_MORE or _READ_KINDS.fullmatch(name):
            return False
        place = self.place_of(name)
        if place is None:
            return True
        variable, order = place
        held = (found for field in self.fields if (found := self.place_of(field)))
        orders = [found for stated, found in held if stated == variable]
        return not orders or min(orders) < order

    def place_of(self, name: str) -> tuple[str, tuple[int, bool]] | None:
        """Return the variable for which a field is read, and its place among others for it."""
        found = read_row(name, self.type)
        return found and (found.row.variable, (found.rank, name != found.row.bibtex))

    def leaves_all_else(self, extra: dict[str, str]) -> bool:
        """Return whether fields with these names and values only add to what is read."""
        added = {name.lower(): value for name, value in extra.items()}
        before, after = (
            to_reference(EntryFields(self.type, "key", fields), _unheard, "bibtex").evolve(extra={})
            for fields in (self.fields, added | self.fields)
        )
        kept = before.fields.items() <= after.fields.items()
        return kept and before.evolve(fields={}) == after.evolve(fields={})

    def subtype(self) -> None:
        """Name the CSL type where the entry type and the fields do not imply it."""
        wanted = self.reference.type
        if read_type(self.type, self.fields, self.reference.arxiv) != wanted:
            magazine = self.type == "article" and wanted in (
                "article-magazine",
                "article-newspaper",
            )
            self.put("entrysubtype", wanted.removeprefix("article-") if magazine else wanted)


def _entry_type(reference: Reference, flavour: Flavour) -> str:
    kept = reference.extra.get("entrytype", "")
    if is_entry_type(kept):
        return kept
    bibtex, biblatex = WRITE_TYPES.get(reference.type, ("misc", "misc"))
    if flavour == "biblatex":
        return biblatex
    genre = reference.fields.get("genre", "").casefold()
    return "mastersthesis" if bibtex == "phdthesis" and "master" in genre else bibtex


def _closed(address: str) -> str:
    """Return an address with its braces in percent notation where they do not balance.

    >>> _closed("https://example.org/{a"), _closed("https://example.org/{a}")
    ('https://example.org/%7Ba', 'https://example.org/{a}')
    """
    if balanced(address):
        return address
    return address.replace("{", "%7B").replace("}", "%7D")


def _on_one_line(match: re.Match[str]) -> str:
    return " @" if "\n" in match[0] or "\r" in match[0] else match[0]


def _unheard(_field: str, _message: str) -> None:
    """Ignore a finding: the fields are only tried."""


def _filled(value: str, column: int) -> str:
    r"""Break a long list of names between them, and indent what follows alike.

    >>> print(_filled(" and ".join(["Ada Berg"] * 7), 12))
    Ada Berg and Ada Berg and Ada Berg and Ada Berg and Ada Berg and
                Ada Berg and Ada Berg
    """
    if len(value) + column <= _WIDTH or column > _WIDTH // 2:
        return value
    lines: list[str] = []
    line = ""
    for name in value.split(" and "):
        joined = f"{line} and {name}" if line else name
        if line and len(joined) + column + 4 > _WIDTH:
            # biber takes a line that begins with "family=" for a new field.
            before, after = ("", "and ") if "=" in name else (" and", "")
            lines.append(f"{line}{before}")
            joined = f"{after}{name}"
        line = joined
    return ("\n" + " " * column).join([*lines, line])
