"""An author list as a comparison sees it: people, groups, and what is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from refcore.compare.customs import SUFFIXES
from refcore.compare.groups import core, on_behalf, same_group
from refcore.compare.parsed import ParsedName, from_person, parse
from refcore.compare.written import clean, elision, in_braces, trailing_elision
from refcore.model.people import Authors, Group, Person
from refcore.names.plain import looks_like_group

__all__ = ["Entry", "Listing", "read_listing", "reconcile"]

_EDGE: Final = 6
_MAYBE_MARK: Final = re.compile(r"\d|…|\.\s?\.|\bet\b|\bother|\bmore\b|^and\b|^&|dots|\betc", re.I)


class Entry:
    """One name of a list, at its position; a group, a person, or not yet known which."""

    __slots__ = ("braced", "glued", "group", "name", "position", "shown")

    def __init__(
        self,
        position: int,
        shown: str,
        *,
        group: bool,
        braced: bool = False,
        name: ParsedName | None = None,
    ) -> None:
        self.position = position
        self.shown = shown
        self.group = group
        self.braced = braced
        self.name = name if name is not None or group else parse(shown)
        self.glued = ""

    @property
    def parsed(self) -> ParsedName:
        """The name taken apart as a person's."""
        if self.name is None:
            self.name = parse(self.shown)
        return self.name

    @property
    def text(self) -> str:
        """The name as it is shown, given name first."""
        return self.shown if self.group else (self.parsed.text or self.shown)


class Listing:
    """The entries of one list; marks are (how many names stand before it, what it says)."""

    __slots__ = ("entries", "marks")

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.marks: list[tuple[int, bool | int]] = []

    @property
    def others(self) -> bool | int:
        """What the list says of authors that it leaves out."""
        said = [mark for _, mark in self.marks]
        counts = [mark for mark in said if mark is not True]
        return (sum(counts) if counts else True) if said else False

    def people(self) -> list[Entry]:
        """The persons, in order."""
        return [entry for entry in self.entries if not entry.group]

    def groups(self) -> list[Entry]:
        """The groups, in order."""
        return [entry for entry in self.entries if entry.group]

    def add(self, shown: str, *, group: bool, braced: bool = False) -> None:
        """Add a name at the next position."""
        self.entries.append(Entry(len(self.entries) + 1, shown, group=group, braced=braced))


def read_listing(names: Sequence[str] | Authors) -> Listing:
    """Read a list of names as they are written, or of the model."""
    listing = Listing()
    if isinstance(names, Authors):
        _read_authors(names, listing)
    else:
        for text in names:
            _read_entry(text, listing)
    return listing


def _read_authors(authors: Authors, listing: Listing) -> None:
    for position, name in enumerate(authors.names, 1):
        if isinstance(name, Person):
            parsed = from_person(name)
            entry = Entry(position, name.name, group=False, name=parsed)
        else:
            entry = Entry(position, clean(name.name), group=True, braced=True)
        listing.entries.append(entry)
    if authors.others is not False:
        listing.marks.append((len(listing.entries), authors.others))


def _read_entry(text: str, listing: Listing) -> None:
    bare = text.strip()
    if bare in (":", "{:}"):
        _mark_group(listing)
        return
    if not bare:
        return
    if _MAYBE_MARK.search(bare):
        said = elision(bare if "\\" in bare else clean_marks(bare))
        if said is not False:
            listing.marks.append((len(listing.entries), said))
            return
        bare, said = trailing_elision(bare)
    else:
        said = False
    _add_name(bare, listing)
    if said is not False:
        listing.marks.append((len(listing.entries), said))


def clean_marks(text: str) -> str:
    """Give an elision mark without braces and odd spaces."""
    return " ".join(text.replace("~", " ").replace("{", "").replace("}", "").split())


def _add_name(text: str, listing: Listing) -> None:
    shown = clean(text)
    if not shown:
        return
    if shown.rstrip(".").lower() in SUFFIXES and listing.entries:
        _join_suffix(shown, listing)
        return
    if shown.endswith(":") and len(shown) > 1:
        listing.add(shown.rstrip(": "), group=True)
        return
    if ": " in shown:
        group, rest = shown.split(": ", 1)
        listing.add(group, group=True)
        _add_name(rest, listing)
        return
    behalf = on_behalf(shown)
    if behalf:
        _add_behalf(behalf, listing)
        return
    braced = in_braces(text)
    listing.add(shown, group=braced or looks_like_group(shown), braced=braced)


def _join_suffix(suffix: str, listing: Listing) -> None:
    # arXiv's splitter makes an author "III" of "Meeks, III".
    last = listing.entries[-1]
    if not last.group:
        listing.entries[-1] = Entry(last.position, f"{last.text} {suffix}", group=False)


def _add_behalf(behalf: tuple[str, str], listing: Listing) -> None:
    person, group = behalf
    if not person:
        listing.add(group, group=True)
        return
    listing.add(person, group=False)
    listing.entries[-1].glued = group


def _mark_group(listing: Listing) -> None:
    if not listing.entries:
        return
    listing.entries[-1].group = True
    listing.entries[-1].name = None
    plural = re.search(r"(?:Collaborations|Groups|Teams)$", listing.entries[-1].shown)
    if plural and len(listing.entries) == 2:
        listing.entries[0].group = True
        listing.entries[0].name = None


def reconcile(claimed: Listing, actual: Listing) -> None:
    """Settle what is a group by what stands in the other list."""
    _as_groups(claimed, actual.groups())
    _as_groups(actual, claimed.groups())
    _as_people(claimed, actual)
    _as_people(actual, claimed)
    _unglue(claimed, actual.groups())
    _unglue(actual, claimed.groups())


def _as_groups(listing: Listing, groups: list[Entry]) -> None:
    if not groups:
        return
    cores = {core(group.shown) for group in groups}
    # Groups stand at the head of a list, seldom at its foot; the rest need not be asked.
    for entry in {*listing.entries[:_EDGE], *listing.entries[-_EDGE:]}:
        if not entry.group and core(entry.shown) in cores:
            exact = any(group.shown == entry.shown for group in groups)
            if exact or entry.position == 1 or " " not in entry.shown or not groups[0].braced:
                entry.group = True
                entry.name = None


def _as_people(listing: Listing, other: Listing) -> None:
    doubtful = [entry for entry in listing.entries if entry.group]
    if not doubtful:
        return
    groups = other.groups()
    texts: set[str] = set()
    for entry in doubtful:
        if any(same_group(entry.shown, group.shown) for group in groups):
            continue
        if not texts:
            texts = {person.text for person in other.people()}
            texts |= {person.parsed.words[-1] for person in other.people() if person.parsed.words}
        if parse(entry.shown).text in texts:
            entry.group = False
            entry.name = parse(entry.shown)


def _unglue(listing: Listing, groups: list[Entry]) -> None:
    known = [group.shown for group in groups]
    for entry in listing.entries[:3]:
        if entry.group and any(same_group(entry.shown, group) for group in known):
            continue
        words = entry.shown.split()
        if len(words) < 2:
            continue
        for end in range(len(words) - 1, 0, -1):
            head, rest = " ".join(words[:end]), " ".join(words[end:])
            if _is_glued_group(head, rest, known, entry):
                entry.group = False
                entry.name = parse(rest)
                entry.glued = head
                break


def _is_glued_group(head: str, rest: str, known: list[str], entry: Entry) -> bool:
    if any(same_group(head, group) for group in known) and core(head):
        return not looks_like_group(rest)
    if entry.group or "," in rest:
        return False
    return bool(looks_like_group(head) and " " in rest and " " not in head)
