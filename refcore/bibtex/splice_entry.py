"""What changed in one reference, into the fields of its entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain, zip_longest
from operator import attrgetter
from typing import Final

from refcore.bibtex.annotations import annotate
from refcore.bibtex.bibentry import BibEntry
from refcore.bibtex.edits import EntryBroken
from refcore.bibtex.entry import EntryFields, read_list, title_of, to_reference
from refcore.bibtex.layout import quoted
from refcore.bibtex.mapping import ROLE_OF_FIELD, Flavour
from refcore.bibtex.names import read_names, split_names
from refcore.bibtex.write_names import format_name
from refcore.bibtex.writing import fields_of, title_field
from refcore.errors import RefcoreError
from refcore.latex import decode
from refcore.model.dates import Date
from refcore.model.people import Authors, Name, Person
from refcore.model.reference import Reference
from refcore.text.months import BY_START, MONTHS
from refcore.text.patterns import regex

__all__ = ["EntryEdit", "different"]

# Fields of one meaning; an entry keeps the name that it has.
_ALIASES: Final = tuple(
    tuple(group.split())
    for group in (
        "journal journaltitle",
        "address location",
        "school institution",
        "annote annotation",
        "archiveprefix eprinttype",
        "primaryclass eprintclass",
    )
)
_ALIAS: Final = {name: group for group in _ALIASES for name in group}
_ATTRIBUTES: Final = tuple(
    "type title authors issued arxiv doi url names dates fields extra lowered implied".split()
)
_VALUES: Final = attrgetter(*_ATTRIBUTES)
# Attributes on which no other field of an entry depends, and their fields.
_ALONE: Final = frozenset({"title", "authors"})
_CHANGED_ALONE: Final = ("title", "subtitle", "author")
_DATE: Final = ("year", "month", "day", "date")
_BETWEEN_NAMES: Final = regex(r"[{}\"]|(?<!\s)\s+and\s+", re.IGNORECASE)
_EDGES: Final = regex(r"(\s*)(?:\S.*\S|\S)?(\s*)", re.DOTALL)
_NUMBER: Final = regex(r"[\"{]?0?[0-9]{1,2}[\"}]?")


class EntryEdit:
    """Edits an entry so that it reads as a changed reference; `faults` says what cannot be."""

    def __init__(self, entry: BibEntry, old: Reference, new: Reference, flavour: Flavour) -> None:
        self.entry = entry
        self.old = old
        self.new = new
        self.flavour: Flavour = flavour
        self.faults: list[tuple[str, str]] = []
        self.is_broken = False  # whether an edit failed because the entry is broken
        self.is_mended = False

    def apply(self) -> None:
        """Change the entry; rewrite it if it is too broken for edits.

        A value that cannot be written is not a reason to rewrite the rest of its entry.
        """
        self.change_all()
        if not self.is_broken:
            return
        faults, self.faults = self.faults, []
        try:
            self.entry.mend()
        except RefcoreError:
            self.faults = faults
            return
        self.is_mended = True
        self.change_all()

    def change_all(self) -> None:
        """Make all changes; note why the entry cannot be changed, if so."""
        try:
            self.change()
        except RefcoreError as error:
            self.fail("", error)

    def fail(self, name: str, error: RefcoreError) -> None:
        """Note why a field cannot be changed."""
        self.is_broken = self.is_broken or isinstance(error, EntryBroken)
        self.faults.append((name, str(error)))

    def change(self) -> None:
        """Change the fields that the entry has, then add what is still missing."""
        if self.change_alone():
            return
        before, now = (fields_of(one, self.flavour) for one in (self.old, self.new))
        if now.type != before.type:
            self.entry.type = now.type
        if self.old.issued != self.new.issued:
            self.issued(now.fields)
        for name in {**before.fields, **now.fields}:
            value = now.fields.get(name)
            if name not in _DATE and before.fields.get(name) != value:
                target = self.target(name)
                if target in self.entry:
                    self.put(target, name, value)
        self.rest(now.fields, now.macros)

    def change_alone(self) -> bool:
        """Change title and authors if nothing else changed; return whether that is all.

        No other field depends on them, so only they are written and read again.
        """
        old, new, entry = self.old, self.new, self.entry
        parts = different(old, new)
        if not parts <= _ALONE or not (old.lowered and new.lowered) or _inherits(entry):
            return False
        before = {name: entry.expression(name) for name in _CHANGED_ALONE if name in entry}
        done = "title" not in parts or self.title_alone()
        done = done and ("authors" not in parts or self.authors_alone())
        if done and not self.faults:
            return True
        self.faults.clear()
        for name, expression in before.items():
            if name not in entry or entry.expression(name) != expression:
                entry.set_expression(name, expression)
        return False

    def title_alone(self) -> bool:
        """Change the title; return whether the entry has it then."""
        if not (self.old.title and self.new.title and "title" in self.entry):
            return False
        self.put("title", "title", title_field(self.new, self.flavour))
        return title_of(self.entry.get("title"), self.entry.get("subtitle")) == self.new.title

    def authors_alone(self) -> bool:
        """Change the authors; return whether the entry has them then."""
        old, new, entry = self.old.authors, self.new.authors, self.entry
        if not (old.names and new.names and "author" in entry and _plain(old) and _plain(new)):
            return False
        kept = self.named_in("author", old)
        if kept is None or any(name.startswith("author+an") for name in entry):
            return False
        try:
            self.put_listed("author", kept, old, new)
        except RefcoreError:
            return False
        return read_list(entry["author"], "bibtex")[0] == new

    def rest(self, now: dict[str, str], macros: frozenset[str]) -> None:
        """Correct the fields in which the entry, read again, still differs."""
        found = self.found()
        if not different(found, self.new):
            return
        says = fields_of(found, self.flavour).fields
        odd = [name for name in {**says, **now} if says.get(name) != now.get(name)]
        for name in odd:
            if name in macros and name in now:
                self.entry.set_expression(name, now[name])
            else:
                self.put(self.target(name), name, now.get(name))
        left = fields_of(self.found(), self.flavour).fields if odd else says
        for name in {**left, **now}:
            if left.get(name) != now.get(name) and says.get(name) != now.get(name):
                self.faults.append((name, "cannot be written so that it is read back the same"))

    def found(self) -> Reference:
        """Return the reference that the entry is read as now."""
        entry = self.entry
        fields = EntryFields(entry.type, entry.key, dict(entry.resolved))
        return to_reference(fields, lambda _, __: None, "bibtex")

    def target(self, name: str) -> str:
        """Return the name under which the entry has a field, or would have it."""
        for other in _ALIAS.get(name, ()):
            if other in self.entry:
                return other
        return name

    def put(self, target: str, name: str, value: str | None) -> None:
        """Write a value into a field, or remove the field for None."""
        entry = self.entry
        try:
            if value is None:
                if target in entry:
                    del entry[target]
            elif name in ROLE_OF_FIELD:
                self.put_names(target, name, value)
            elif target in entry and self.put_title(target, value):
                return
            else:
                entry[target] = value
        except RefcoreError as error:
            self.fail(name, error)

    def put_title(self, target: str, value: str) -> bool:
        """Keep title and subtitle apart if an entry has both; return whether that was done."""
        sub = target.replace("title", "subtitle")
        if "title" not in target or sub == target or sub not in self.entry:
            return False
        main, tail = decode(self.entry[target]), decode(self.entry[sub])
        joined = decode(value)
        if joined.endswith(tail) and value.endswith(self.entry[sub]):
            rest = value.removesuffix(self.entry[sub]).rstrip()
            self.entry[target] = rest.removesuffix(":")
        elif joined.startswith(main) and value.startswith(self.entry[target]):
            self.entry[sub] = value.removeprefix(self.entry[target]).lstrip(": ")
        else:
            del self.entry[sub]
            return False
        return True

    def put_names(self, target: str, name: str, value: str) -> None:
        """Write a name list; the names that stay keep their spelling in the source."""
        role = ROLE_OF_FIELD[name]
        old, new = self.old.names_of(role), self.new.names_of(role)
        kept = self.kept(target, old)
        if kept is None:
            self.entry[target] = value
        else:
            self.put_listed(target, kept, old, new)

    def put_listed(self, target: str, kept: dict[Name, str], old: Authors, new: Authors) -> None:
        """Write a name list with the source of those names of the old one that stay."""
        given_first = bool(kept) and not any("," in raw for raw in kept.values())
        parts = [
            kept.get(found) or self.named(found, given_first=given_first) for found in new.names
        ]
        if new.others is not False:
            parts.append("others")
        expression = self.entry.expression(target)
        marks = _between(expression)
        if marks is not None and len(marks) == len(old.names) - (old.others is False):
            text = _joined(parts, _list_of(old), _list_of(new), marks)
            edge = _EDGES.fullmatch(expression[1:-1])
            before, after = (edge[1], edge[2]) if edge else ("", "")
            self.entry.set_expression(target, quoted(f"{before}{text}{after}", expression[0]))
        else:
            self.entry[target] = " and ".join(parts)

    def kept(self, target: str, old: Authors) -> dict[Name, str] | None:
        """Return the source of each name, None where the field does not list just them."""
        found = self.named_in(target, old)
        if found is None:
            return None
        same = all(read_names(raw)[0].names == (name,) for name, raw in found.items())
        return found if same else None

    def named_in(self, target: str, old: Authors) -> dict[Name, str] | None:
        """Return the source of each name by its place, None for another number of names."""
        if target not in self.entry:
            return None
        raws = split_names(self.entry[target])
        if raws and old.others is not False:
            raws = raws[:-1]
        if len(raws) != len(old.names):
            return None
        return dict(zip(old.names, raws, strict=True))

    def named(self, name: Name, *, given_first: bool) -> str:
        """Write a name, the given name first where the list does so and it reads the same."""
        written = format_name(name, self.flavour)
        if given_first and isinstance(name, Person) and name.given and not name.suffix:
            family, comma, given = written.partition(", ")
            turned = f"{given} {family}"
            if comma and read_names(turned)[0].names == (name,):
                return turned
        return written

    def issued(self, now: dict[str, str]) -> None:
        """Write the date in the fields that the entry uses for it."""
        date = self.new.issued
        if date is None:
            self._delete(_DATE)
        elif "date" in self.entry:
            self._issued_in_one(date, now)
        else:
            self._issued_in_parts()

    def _delete(self, names: Iterable[str]) -> None:
        for name in names:
            if name in self.entry:
                del self.entry[name]

    def _issued_in_one(self, date: Date, now: dict[str, str]) -> None:
        """Write the date in the field `date`, or words in `year`."""
        entry = self.entry
        if date.literal:
            del entry["date"]
            entry["year"] = now.get("year", date.literal)
            return
        entry["date"] = date.iso
        if "year" in entry and date.year is not None:
            entry["year"] = str(date.year)

    def _issued_in_parts(self) -> None:
        """Write the date in `year`, `month` and `day`."""
        plain = fields_of(self.new, "bibtex").fields
        for name in _DATE:
            if name not in plain:
                self._delete([name])
            elif name != "month":
                self.entry[name] = plain[name]
            elif not self.put_month(plain[name]):
                self.entry.set_expression(name, plain[name])

    def put_month(self, macro: str) -> bool:
        """Write the month in the entry's form, number or name; return False for a macro."""
        number = BY_START[macro]
        written = self.entry.expression("month") if "month" in self.entry else ""
        if _NUMBER.fullmatch(written):
            self.entry["month"] = str(number)
            return True
        if written[:1] not in ("{", '"'):
            return False
        short = len(self.entry["month"]) == 3 and number != 5
        self.entry["month"] = MONTHS[number - 1][:3] if short else MONTHS[number - 1]
        return True


def different(one: Reference, other: Reference) -> frozenset[str]:
    """Return the attributes in which two references differ, apart from key and origin."""
    values = zip(_ATTRIBUTES, _VALUES(one), _VALUES(other), strict=True)
    return frozenset([name for name, a, b in values if a is not b and a != b])


def _inherits(entry: BibEntry) -> bool:
    return "crossref" in entry or "xdata" in entry


def _plain(authors: Authors) -> bool:
    """Return whether a list needs no annotations in BibLaTeX."""
    return isinstance(authors.others, bool) and not annotate(authors, "author")


def _between(expression: str) -> list[str] | None:
    r"""Return what is between the names of a list in one string, None for another value.

    >>> _between("{A and\n  B  and {C and D}}"), _between("{A and } # { and B}")
    ([' and\n  ', '  and '], None)
    """
    if (expression[:1], expression[-1:]) not in (("{", "}"), ('"', '"')) or len(expression) < 2:
        return None
    found, depth = [], 0
    for match in _BETWEEN_NAMES.finditer(expression[1:-1]):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
            if depth < 0:  # the string ends here, and another one follows
                return None
        elif match[0] != '"' and not depth:
            found.append(match[0])
        elif match[0] == expression[0] and not depth:
            return None
    return None if depth else found


def _list_of(authors: Authors) -> list[Name | None]:
    """Return the names of a list, and None for "and others"."""
    return [*authors.names, *([] if authors.others is False else [None])]


def _joined(
    parts: list[str], old: list[Name | None], new: list[Name | None], between: list[str]
) -> str:
    """Return the names of a changed list with the line breaks of the old one.

    `parts` are the new names as written. Before the first change and after the last one all
    stays; so does the rest where no name is added or taken away.
    """
    longer = len(new) - len(old)
    first = next(
        (i for i, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
    usual = next(iter(Counter(between).most_common(1)), (" and ", 0))[0]

    def mark(place: int) -> str:
        before = place if place < first or not longer else place - longer
        return between[before] if 0 <= before < len(between) else usual

    marks = [mark(place) for place in range(len(parts) - 1)]
    return "".join(chain.from_iterable(zip_longest(parts, marks, fillvalue="")))
