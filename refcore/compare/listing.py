"""An author list as a comparison sees it: people, groups, and marks such as "et al."."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from refcore.compare.contradiction import are_close
from refcore.compare.fold import fold
from refcore.compare.groups import core, on_behalf, same_group
from refcore.compare.parsed import ParsedName, from_person, parse, parse_clean
from refcore.compare.persons import same_person
from refcore.compare.written import clean, in_braces
from refcore.errors import InvalidName
from refcore.model.people import Authors, Person
from refcore.names.counts import left_out
from refcore.names.customs import suffix_of
from refcore.names.elisions import elided_group, elision, in_all, leading_elision, trailing_elision
from refcore.names.groups import looks_like_group
from refcore.names.initialled import with_initials_alone
from refcore.names.shape import is_name_word
from refcore.names.written import has_doctorate
from refcore.text.patterns import regex

__all__ = ["MOST_PAIRS", "ListedName", "Listing", "read_listing", "reconcile"]

_MAYBE_MARK: Final = regex(r"\d|…|\.\s?\.|\bet\b|\bother|\bmore\b|^and\b|^&|dots|\betc|^u\.", re.I)
_EDGE: Final = 6
# Beyond this many pairs, groups are compared by their distinctive words only.
MOST_PAIRS: Final = 10_000
_AND: Final = regex(r",?\s+and\s+")
_JOINED_GROUPS: Final = regex(r"\s+and\s+|\s*[,&/]\s*")
# Two or more capitalised words: neither a mark nor a group with a colon.
_SIMPLE: Final = regex(r"[^\W\d_a-z][\w.'-]*,?(?: [^\W\d_a-z][\w.'-]*)+")
# A group after "et al.", such as "(ATLAS)"; a year or a remark does not fit.
_ACRONYM: Final = regex(r"[(\[][^\W\d_a-z][\w-]*[)\]]$")
# Longer strings are not parsed as names; they match only identical strings.
_LONGEST: Final = 300


class ListedName:
    """One name of a list, at its position: a group, a person, or undecided."""

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
        self.name = name if name is not None or group else parse_clean(shown)
        self.glued = ""

    @property
    def parsed(self) -> ParsedName:
        """The parts of the name, read as a person's."""
        if self.name is None:
            self.name = parse_clean(self.shown)
        return self.name

    @property
    def text(self) -> str:
        """The name in display form, given name first."""
        return self.shown if self.group else (self.parsed.text or self.shown)


class Listing:
    """The entries of one list. A mark holds how many names precede it, and what it says."""

    __slots__ = ("entries", "in_all", "marks")

    def __init__(self) -> None:
        self.entries: list[ListedName] = []
        self.marks: list[tuple[int, bool | int]] = []
        self.in_all = 0

    @property
    def others(self) -> bool | int:
        """What the list says of the authors it leaves out."""
        said = [mark for _, mark in self.marks]
        counts = [mark for mark in said if mark is not True]
        others = (sum(counts) if counts else True) if said else False
        return left_out(others, self.in_all, len(self.entries))

    def people(self) -> list[ListedName]:
        """Return the persons, in order."""
        return [entry for entry in self.entries if not entry.group]

    def groups(self) -> list[ListedName]:
        """Return the groups, in order."""
        return [entry for entry in self.entries if entry.group]

    def add(self, shown: str, *, group: bool, braced: bool = False) -> None:
        """Add a name at the next position."""
        self.entries.append(ListedName(len(self.entries) + 1, shown, group=group, braced=braced))


def read_listing(names: Sequence[str] | Authors) -> Listing:
    """Read a list of names as people write them, or of the model.

    Raises `refcore.errors.InvalidName` for anything else.
    """
    listing = Listing()
    if isinstance(names, Authors):
        _read_authors(names, listing)
    else:
        for text in with_initials_alone(_checked(_texts(names))):
            _read_entry(text, listing)
    return listing


def _checked(texts: Iterable[object]) -> list[str]:
    """Return texts that are all strings; raise `InvalidName` at another value."""
    found: list[str] = []
    for number, text in enumerate(texts, 1):
        if not isinstance(text, str):
            raise InvalidName(
                f"name {number} of the author list is {text!r:.80}, of type "
                f"{type(text).__name__}; a string is expected"
            )
        found.append(text)
    return found


def _texts(names: object) -> Iterable[object]:
    if isinstance(names, str):
        from refcore.compare.pasted import read_pasted

        return read_pasted(names).entries
    if isinstance(names, Iterable) and not isinstance(names, (bytes, bytearray)):
        return names
    raise InvalidName(
        f"an author list must be a sequence of strings or Authors, not {names!r:.80} of type "
        f"{type(names).__name__}"
    )


def _read_authors(authors: Authors, listing: Listing) -> None:
    for position, name in enumerate(authors.names, 1):
        if isinstance(name, Person):
            parsed = from_person(name)
            entry = ListedName(position, name.name, group=False, name=parsed)
        else:
            shown = clean(name.name)
            entry = ListedName(position, shown, group=not _ends_in_suffix(shown), braced=True)
        listing.entries.append(entry)
    if authors.others is not False:
        listing.marks.append((len(listing.entries), authors.others))


class _Piece(NamedTuple):
    """The content of one string of a list: a name, a mark, a suffix or arXiv's colon."""

    shown: str = ""
    group: bool = False
    braced: bool = False
    glued: str = ""
    said: bool | int = False
    in_all: int = 0
    colon: bool = False
    suffix: bool = False


def _read_entry(text: str, listing: Listing) -> None:
    for piece in pieces_of(text):
        if piece.said is not False:
            listing.marks.append((len(listing.entries), piece.said))
            listing.in_all = listing.in_all or piece.in_all
        elif piece.colon:
            _mark_group(listing)
        elif piece.suffix and listing.entries:
            _join_suffix(piece.shown, listing)
        else:
            listing.add(piece.shown, group=piece.group, braced=piece.braced)
            listing.entries[-1].glued = piece.glued


@lru_cache(maxsize=65536)
def pieces_of(text: str) -> tuple[_Piece, ...]:
    """Return what a text of a list says: names, a group, or that others are left out."""
    if len(text) > _LONGEST:
        return (_Piece(" ".join(text.split())),) if text.strip() else ()
    if _SIMPLE.fullmatch(text) and text[:4] not in ("And ", "Et A"):
        ends = text[-1].isalpha() or (text[-1] == "." and text[-3] == " ")
        plain = ends and text.isascii() and "--" not in text and not has_doctorate(text)
        return (_Piece(text if plain else clean(text), looks_like_group(text)),)
    bare = text.strip()
    if not bare:
        return ()
    if bare in (":", "{:}"):
        return (_Piece(colon=True),)
    if not _MAYBE_MARK.search(bare):
        return tuple(_names(bare))
    said = elision(bare if "\\" in bare else _without_braces(bare)) or elision(clean(bare))
    if said is not False:
        return (_Piece(said=said, in_all=in_all(_without_braces(bare))),)
    leading = leading_elision(bare)
    if leading:
        return (_Piece(said=True), *pieces_of(leading))
    head, group = elided_group(bare)
    counted = elision(group)
    if counted:
        *before, mark = pieces_of(head)
        return (*before, mark._replace(said=counted, in_all=in_all(group)))
    if group and (looks_like_group(group) or _ACRONYM.search(bare)):
        *before, mark = pieces_of(head)
        return (*before, _Piece(group, group=True), mark)
    name, said = trailing_elision(bare)
    total = in_all(bare[len(name) :]) if said is not False else 0
    marks = (_Piece(said=said, in_all=total),) if said is not False else ()
    return (*_names(name), *marks)


def _without_braces(text: str) -> str:
    return " ".join(text.replace("~", " ").replace("{", "").replace("}", "").split())


def _names(text: str) -> Iterator[_Piece]:
    shown = clean(text)
    if not shown:
        return
    if len(shown) < 10 and suffix_of(shown):
        yield _Piece(shown, suffix=True)
    elif shown.endswith(":") and len(shown) > 1:
        yield _Piece(shown.rstrip(": "), group=True)
    elif ": " in shown:
        group, rest = _turned_around(*shown.split(": ", 1))
        first, *after = [*_names(rest)] or [_Piece(group, group=True)]
        yield first._replace(glued=group.rstrip())
        yield from after
    else:
        behalf = on_behalf(shown)
        if behalf and behalf[0] and _may_sign_for(behalf[0], shown):
            yield _Piece(behalf[0], glued=behalf[1])
            return
        braced = in_braces(text) and not _ends_in_suffix(shown)
        whole = braced or behalf is not None or looks_like_group(shown)
        for name in [shown] if whole else _AND.split(shown):
            yield _Piece(name, group=whole, braced=braced)


def _may_sign_for(name: str, whole: str) -> bool:
    """Return whether a name before "for" is a person's: "Center for Moss" is one name.

    >>> _may_sign_for("Bo Fei", "Bo Fei for the CMS Collaboration")
    True
    >>> _may_sign_for("Centers", "Centers for Disease Control and Prevention")
    False
    """
    return "behalf" in whole or (" " in name and not looks_like_group(name))


def _ends_in_suffix(shown: str) -> bool:
    """Return whether a comma and a suffix end a name, as no group's does.

    >>> _ends_in_suffix("Sammy Davis, Jr."), _ends_in_suffix("Apollo Research Lab, II")
    (True, False)
    """
    name, _, end = shown.rpartition(", ")
    return " " in name and bool(suffix_of(end)) and _reads_as_person(name)


def _turned_around(group: str, rest: str) -> tuple[str, str]:
    # A tool that puts the last word first turns "MiniMax: Aili Chen" into "Chen, MiniMax: Aili".
    family, _, after = group.partition(", ")
    if not after or "," in after or "," in rest or looks_like_group(family):
        return group, rest
    given = " " not in rest or rest.endswith(".")
    return (after, f"{family}, {rest}") if given or looks_like_group(after) else (group, rest)


def _join_suffix(suffix: str, listing: Listing) -> None:
    # arXiv's splitter turns "Meeks, III" into a separate author "III".
    last = listing.entries[-1]
    if not last.group:
        listing.entries[-1] = ListedName(last.position, f"{last.text} {suffix}", group=False)


_PLURALS: Final = ("Collaborations", "Groups", "Teams")


def _mark_group(listing: Listing) -> None:
    if not listing.entries:
        return
    listing.entries[-1].group = True
    listing.entries[-1].name = None
    plural = listing.entries[-1].shown.endswith(_PLURALS)
    if plural and len(listing.entries) == 2:
        listing.entries[0].group = True
        listing.entries[0].name = None


def reconcile(claimed: Listing, actual: Listing) -> None:
    """Decide which undecided names are groups, by the groups of the other list."""
    _unglue_at_comma(claimed, actual)
    _unglue_at_comma(actual, claimed)
    ours, theirs = claimed.groups(), actual.groups()
    if ours or theirs:
        # Each list is decided by the other one as written, not as decided here.
        _as_groups(claimed, theirs)
        _as_groups(actual, ours)
        _as_people(claimed, actual)
        _as_people(actual, claimed)
        _as_unknown_group(claimed, actual)
    _unglue(claimed, actual)
    _unglue(actual, claimed)
    for listing in (claimed, actual):
        _marks_before_groups(listing)


def _marks_before_groups(listing: Listing) -> None:
    # A group may follow "others"; the people still end there.
    if not listing.marks:
        return
    total = len(listing.entries)
    last = max((entry.position for entry in listing.entries if not entry.group), default=0)
    for index, (place, said) in enumerate(listing.marks):
        if 0 < place < total and last <= place:
            listing.marks[index] = (total, said)


def _as_groups(listing: Listing, groups: list[ListedName]) -> None:
    if not groups:
        return
    cores = {core(group.shown) for group in groups}
    cores.update(core(part) for group in groups for part in _JOINED_GROUPS.split(group.shown))
    # Groups come first in a list, seldom last, so only both edges are checked.
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
    is_known = _knows([group.shown for group in other.groups()], len(doubtful))
    texts: set[str] | None = None
    for entry in doubtful:
        if is_known(entry.shown):
            continue
        if texts is None:
            texts = {person.text for person in other.people()}
            texts |= {person.parsed.words[-1] for person in other.people() if person.parsed.words}
            texts |= {
                "".join(word.removesuffix(".") for word in person.parsed.words)
                for person in other.people()
            }
        text = parse(entry.shown).text
        if text in texts or text.replace(".", "") in texts:
            entry.group = False
            entry.name = parse(entry.shown)
    _as_braced_people(doubtful, other, is_known)


def _as_braced_people(
    doubtful: list[ListedName], other: Listing, is_known: Callable[[str], bool]
) -> None:
    """Take names in braces for people, where several are: "{Mara Quill} and {Tomas Fenn}".

    As groups, names that are wrong would not contradict the other list. One name alone is a
    person if its last word is a family name of the other list: "{M. Quill}".
    """
    families = {fold(person.parsed.words[-1]) for person in other.people() if person.parsed.words}
    for entry in doubtful:
        in_doubt = entry.group and entry.braced and _reads_as_person(entry.shown)
        if in_doubt and len(doubtful) < 2:
            words = parse(entry.shown).words
            in_doubt = bool(words) and fold(words[-1]) in families
        if in_doubt and families and not is_known(entry.shown):
            entry.group = False
            entry.name = parse(entry.shown)


def _reads_as_person(shown: str) -> bool:
    words = shown.replace(",", " ").split()
    return 1 < len(words) < 5 and not looks_like_group(shown) and all(map(is_name_word, words))


def _knows(groups: list[str], asked: int) -> Callable[[str], bool]:
    if len(groups) * asked > MOST_PAIRS:
        cores = {core(group) for group in groups}
        return lambda name: core(name) in cores
    return lambda name: any(same_group(name, group) for group in groups)


def _as_unknown_group(claimed: Listing, actual: Listing) -> None:
    # A single unknown word, or a misspelt group, is read as a group if arXiv has one.
    if not claimed.entries or claimed.groups() or not actual.groups():
        return
    first = claimed.entries[0]
    if first.group:
        return
    if any(are_close(fold(first.shown), fold(group.shown)) for group in actual.groups()):
        first.group = True
        first.name = None
        return
    if len(first.parsed.words) != 1:
        return
    words = {word for entry in actual.people() for word in entry.parsed.words}
    if first.parsed.words[0] not in words:
        first.group = True
        first.name = None


def _unglue(listing: Listing, other: Listing) -> None:
    known = [group.shown for group in other.groups()]
    first = other.people()[:1]
    texts = [entry.text for entry in first]
    for entry in listing.entries[:3]:
        if entry.group and any(same_group(entry.shown, group) for group in known):
            continue
        words = entry.shown.split()
        if not 1 < len(words) < 12 or "," in entry.shown:
            continue
        # Without a known group, one word in front has to look like a group.
        for end in range(len(words) - 1, 0, -1) if known else (1,):
            head, rest = " ".join(words[:end]), " ".join(words[end:])
            if (" " in rest or rest in texts) and _is_glued_group(head, rest, known, entry, first):
                entry.group = False
                entry.name = parse(rest)
                entry.glued = head
                break


def _unglue_at_comma(listing: Listing, other: Listing) -> None:
    # "DeepSeek-AI, Daya Guo" is the group, and the first person of the other list.
    if not listing.entries or ", " not in listing.entries[0].shown:
        return
    entry = listing.entries[0]
    head, rest = entry.shown.split(", ", 1)
    if " " not in rest:
        return
    known = [group.shown for group in other.groups()]
    first = other.people()[:1]
    is_group = looks_like_group(head) or any(same_group(head, group) for group in known)
    if is_group and first and same_person(parse(rest), first[0].parsed) is not None:
        entry.group = False
        entry.name = parse(rest)
        entry.glued = head


def _is_glued_group(
    head: str, rest: str, known: list[str], entry: ListedName, first: list[ListedName]
) -> bool:
    if any(same_group(head, group) for group in known) and core(head):
        return not looks_like_group(rest)
    if entry.group or "," in rest:
        return False
    if " " in head or not looks_like_group(head):
        return False
    # A misspelt name may look like a group: the first person has to follow it.
    key = parse(rest).spelling_key
    return any(entry.parsed.spelling_key == key for entry in first)
