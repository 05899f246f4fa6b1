"""Signs of a title and of names in an entry, each a short text with a weight.

A sign says one thing of a run of atoms: how it is set, what is before and after it, what words
it has, where the entry is linked. `weights` says how much each sign counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from refcore.markdown.atoms import LEADING_JOIN, Atom, Sort
from refcore.markdown.candidates import NamesRun, TitleRun
from refcore.markdown.links import Mention
from refcore.markdown.roles import is_sentence
from refcore.markdown.runs import SOME
from refcore.markdown.titles import bare_title, is_called
from refcore.markdown.units import Style
from refcore.names.titlewords import is_title_word
from refcore.text.idforms import ARXIV_NUMBER
from refcore.text.letters import EAST_ASIAN_LETTER
from refcore.text.patterns import regex

__all__ = [
    "Entry",
    "OtherReading",
    "Signs",
    "layout_of",
    "signs_of_names",
    "signs_of_pair",
    "signs_of_title",
]

Signs = list[str]
_SAYS = regex(r"\b(?:is|are|was|were|we|this|that|these|it|our|has|have|can|should|which|you|I)\b")
_OF_AUTHORS = regex(r"(?i:\bauthors?\b|auteurs?|autor)|作者|著者|저자")
_OF_TITLE = regex(r"(?i:\b(?:title|paper)\b|titre|título)|标题|题目|タイトル|제목|论文")
_ADDRESS = regex(rf"{ARXIV_NUMBER}|https?:")
_ET_AL = regex(r"\bet al\b")
_ENDS_OPEN = regex(
    r"\b(?:as|at|by|described|detailed|discussed|for|from|in|introduced|of|on|presented|proposed|the"
    r"|to|with)\Z"
)
_WORD_AND_DASH = regex(r"[^\s:]+\s[–—-]\s")
_LABEL = 3  # words
_FAR = 3


@attrs.frozen
class OtherReading:
    """What another reader read of an entry: a title, whether the note marks it, and names."""

    title: str
    sure: bool
    names: tuple[str, ...]
    others: bool

    @classmethod
    def of(cls, title: str, sure: bool, names: Iterable[str], others: bool) -> OtherReading:
        """Return a reading whose title is in the form in which titles are compared."""
        return cls(_folded(title), sure, tuple(names), others)

    def is_title(self, run: TitleRun | None) -> bool:
        """Whether a run is the title of this reading; no run is no title."""
        return self.title == (_folded(bare_title(run.text)) if run else "")

    def is_names(self, run: NamesRun | None) -> bool:
        """Whether a run has the names of this reading; no run has no names."""
        if run is None:
            return not self.names and not self.others
        own = tuple(name.name for name in run.names)
        return (own, bool(run.others)) == (self.names, self.others)


def _folded(title: str) -> str:
    return " ".join(title.casefold().strip(" .?!\"'“”").split())


@attrs.frozen(slots=False)
class Entry:
    """An entry as atoms, with the runs that may be its title and its names.

    `own` are the blocks that certainly belong to the entry, `headings` those that are headings,
    `texts` the texts of the blocks, `ruled` what the rules read of it.
    """

    atoms: Sequence[Atom]
    mention: Mention
    own: frozenset[int]
    headings: frozenset[int]
    texts: Mapping[int, str]
    titles: Sequence[TitleRun]
    people: Sequence[NamesRun]
    ruled: OtherReading | None = None

    @cached_property
    def is_ruled(self) -> bool:
        """Whether the rules read all of the entry; where they read nothing, that says little."""
        return self.ruled is not None and bool(self.ruled.title and self.ruled.names)

    @cached_property
    def ruled_titles(self) -> frozenset[TitleRun | None]:
        """The runs that are the title of the rules; None if they read none."""
        ruled = self.ruled
        return frozenset(x for x in (*self.titles, None) if ruled is not None and ruled.is_title(x))

    @cached_property
    def ruled_names(self) -> frozenset[NamesRun | None]:
        """The runs that have the names of the rules; None if they read none."""
        ruled = self.ruled
        return frozenset(x for x in (*self.people, None) if ruled is not None and ruled.is_names(x))

    @cached_property
    def title_order(self) -> list[int]:
        """Where runs for a title begin, in order."""
        return sorted({run.first for run in self.titles})

    @cached_property
    def names_order(self) -> list[int]:
        """Where runs for names begin, in order."""
        return sorted({run.first for run in self.people})

    @cached_property
    def names_begin(self) -> frozenset[int]:
        """The atoms with which names begin."""
        return frozenset(run.first for run in self.people)

    @cached_property
    def names_end(self) -> frozenset[int]:
        """The atoms with which names end."""
        return frozenset(run.last for run in self.people)

    def before(self, number: int) -> Atom | None:
        """Return the atom before one in its block."""
        atom = self.atoms[number - 1] if number else None
        return atom if atom and atom.block == self.atoms[number].block else None

    def after(self, number: int) -> Atom | None:
        """Return the atom after one in its block."""
        atom = self.atoms[number + 1] if number + 1 < len(self.atoms) else None
        return atom if atom and atom.block == self.atoms[number].block else None


def _step(value: float, *steps: float) -> int:
    return sum(value >= step for step in steps)


def _place(entry: Entry, atom: Atom) -> str:
    if atom.block == entry.mention.block:
        return "beside the link"
    where = "before" if atom.block < entry.mention.block else "after"
    return f"{where} the link" if atom.block in entry.own else f"{where} the entry"


def _label_before(entry: Entry, number: int) -> str:
    label = entry.before(number)
    if label is None or label.mark_after != ":" or len(label.text.split()) > _LABEL:
        return ""
    if _OF_AUTHORS.search(label.text):
        # "Corresponding authors:" is no label of the list.
        return "other" if SOME.search(label.text) else "authors"
    return "title" if _OF_TITLE.search(label.text) else "other"


def signs_of_title(entry: Entry, run: TitleRun | None) -> Signs:
    """Return the signs for and against a run as the title, or for an entry without a title."""
    if run is None:
        return ["no title"]
    first, last = entry.atoms[run.first], entry.atoms[run.last]
    found = [
        f"title set {first.style.value}",
        f"title as {run.shape}",
        f"title {_place(entry, first)}",
        f"title number {min(entry.title_order.index(run.first), 4)}",
        f"title kind {first.sort.value}",
        f"title ends with {last.sort.value}",
    ]
    found += _words_of_title(run.text)
    found += _around_title(entry, run)
    if first.block == entry.mention.block:
        is_before = first.start <= entry.mention.start
        found.append("title before its link" if is_before else "title after its link")
    if label := _label_before(entry, run.first):
        found.append(f"title after a label of {label}")
    if first.block in entry.headings:
        found.append("title in a heading")
    found += _linked(entry, run)
    found += _names_in(entry, run)
    if entry.is_ruled and entry.ruled is not None and run in entry.ruled_titles:
        found.append(f"title as the rules, {'sure' if entry.ruled.sure else 'a label'}")
    return found


def _words_of_title(text: str) -> Iterator[str]:
    words = text.split()
    small = sum(word[0].islower() for word in words)
    large = sum(word[0].isupper() for word in words)
    known = sum(is_title_word(word.strip(".,:;")) for word in words)
    yield f"title of words {_step(len(words), 2, 3, 4, 7, 17, 26)}"
    yield f"title capitals {min(4, 5 * large // max(1, small + large))}"
    yield f"title words of titles {_step(known, 1, 2, 4)}"
    signs = (
        ("title begins small", words[0][0].islower()),
        ("title begins a sentence", is_sentence(text)),
        ("title says", _SAYS.search(text)),
        ("title calls", is_called(text)),
        ("title asks", text.endswith("?")),
        ("title has a colon", ":" in text),
        ("title in a wide script", EAST_ASIAN_LETTER.search(text)),
        ("title has an id", _ADDRESS.search(text)),
        ("title has et al", _ET_AL.search(text)),
        ("title ends open", _ENDS_OPEN.search(text)),
        ("title opens with a word and a dash", _WORD_AND_DASH.match(text)),
    )
    yield from (sign for sign, holds in signs if holds)


def _around_title(entry: Entry, run: TitleRun) -> Iterator[str]:
    first, last = entry.atoms[run.first], entry.atoms[run.last]
    before, after = first.mark_before, last.mark_after
    kind = "plain" if first.style is Style.PLAIN else "marked"
    yield f"title before {after}"
    yield f"title after {before}"
    yield f"{kind} title before {after}"
    near = entry.before(run.first), entry.after(run.last)
    if near[0] is None:
        yield "title opens"
    elif near[0].unit == first.unit:
        yield f"title cut after {before}"
        if " " not in near[0].text:
            yield f"title cut after {before} and one word"
    if near[1] is not None and near[1].unit == last.unit:
        yield f"title cut before {after}"
    named = run.last + 1 in entry.names_begin, run.first - 1 in entry.names_end
    sides = [
        ("names" if held else near_.sort.value) if near_ else "the end"
        for near_, held in zip(reversed(near), named, strict=True)
    ]
    yield f"title then {sides[0]}"
    yield f"title following {sides[1]}"
    if entry.texts[first.block][max(0, first.start - 2) : first.start].strip()[-1:] in ('"', "“"):
        yield "title after a quote"


def _linked(entry: Entry, run: TitleRun) -> Iterator[str]:
    if entry.atoms[run.first].style is Style.PLAIN:
        return
    linked = (atom.linked for atom in entry.atoms[run.first : run.last + 1])
    mention = next((held for held in linked if held is not None and held.text), None)
    if mention is not None:
        own = mention.identity == entry.mention.identity
        yield "title links the work" if own else "title links another"


def _names_in(entry: Entry, run: TitleRun) -> Iterator[str]:
    inside = outside = False
    for held in entry.people:
        outside = outside or (held.first <= run.first and held.last >= run.last)
        within = run.first <= held.first and held.last <= run.last
        part = within and (held.first, held.last) != (run.first, run.last)
        inside = inside or (part and held.shape in ("read", "a row", "a mixed row"))
    if outside:
        yield "title reads as names"
    if inside:
        yield "title has names"


def signs_of_names(entry: Entry, run: NamesRun | None) -> Signs:
    """Return the signs for and against a run as the names, or for an entry without names."""
    if run is None:
        return ["no names"]
    first, last = entry.atoms[run.first], entry.atoms[run.last]
    whole, after = _wholeness(run), last.mark_after
    found = [
        f"names set {first.style.value}",
        f"names as {run.shape}",
        f"names {_place(entry, first)}",
        f"names count {_step(len(run.names), 2, 3, 5)}",
        f"names {whole}",
        f"names as {run.shape}, {whole}",
        f"names before {after}",
        f"names as {run.shape} before {after}",
        f"names after {first.mark_before}",
        f"names number {min(2, entry.names_order.index(run.first))}",
    ]
    if entry.is_ruled and run in entry.ruled_names:
        found.append("names as the rules")
    return [*found, *_more_of_names(entry, run)]


def _wholeness(run: NamesRun) -> str:
    """Return whether names have given names: all, some or none of them."""
    full = sum(len(name.name.split()) > 1 for name in run.names)
    return "whole" if full == len(run.names) else "partly whole" if full else "family"


def _fills(entry: Entry, run: NamesRun) -> str:
    """Return what names fill, alone or with a year or a venue after them, or ""."""
    first, number = entry.atoms[run.first], run.last
    behind = "alone"
    following = entry.after(number)
    while following is not None and following.sort in (Sort.DATE, Sort.VENUE):
        if entry.atoms[number].mark_after == "line":
            break
        behind, number = following.sort.value, number + 1
        following = entry.after(number)
    before = entry.before(run.first)
    if first.unit:
        opens = before is None or first.unit not in before.units
        closes = following is None or first.unit not in following.units
        return f"{first.style.value}, {behind}" if opens and closes else ""
    opens = before is None or first.mark_before in ("line", "cell")
    closes = following is None or entry.atoms[number].mark_after in ("line", "cell")
    return f"a line, {behind}" if opens and closes else ""


def _more_of_names(entry: Entry, run: NamesRun) -> Iterator[str]:
    first, last = entry.atoms[run.first], entry.atoms[run.last]
    join = LEADING_JOIN.match(entry.texts[first.block], first.start, first.end)
    before, after = entry.before(run.first), entry.after(run.last)
    places = [(held.first, held.last) for held in entry.people]
    own = (run.first, run.last)
    signs = (
        ("names elided", bool(run.others)),
        ("names after by", bool(join and join["by"])),
        ("names open", before is None),
        ("names close", after is None),
        ("names in a heading", first.block in entry.headings),
        ("names have words of titles", _has_title_word(run)),
        (
            "names are part of more",
            any(f <= own[0] and t >= own[1] and (f, t) != own for f, t in places),
        ),
        (f"names as {run.shape} or else", places.count(own) > 1),
    )
    yield from (sign for sign, holds in signs if holds)
    if filled := _fills(entry, run):
        yield f"names fill {filled}"
        yield f"names fill {filled}, {_wholeness(run)}"
    if label := _label_before(entry, run.first):
        yield f"names after a label of {label}"
    if first.block == entry.mention.block:
        is_before = first.start <= entry.mention.start
        yield "names before its link" if is_before else "names after its link"
    yield f"names then {after.sort.value if after else 'the end'}"
    if after is not None and after.unit == last.unit:
        yield f"names cut before {last.mark_after}"
    if before is not None and before.unit == first.unit:
        yield f"names cut after {first.mark_before}"


def _has_title_word(run: NamesRun) -> bool:
    return any(is_title_word(word) for name in run.names for word in name.name.split())


def signs_of_pair(entry: Entry, title: TitleRun | None, names: NamesRun | None) -> Signs:
    """Return the signs for and against a title and names together."""
    if title is None or names is None:
        kind = "only a title" if title else "only names" if names else "nothing"
        return [kind]
    after = names.first > title.last
    begin, end = (title.last, names.first) if after else (names.last, title.first)
    between = entry.atoms[begin + 1 : end]
    words = sum(atom.sort is Sort.WORDS for atom in between)
    order = "names after" if after else "names first"
    found = [
        order,
        f"words between {min(_FAR, words)}",
        f"others between {min(_FAR, len(between) - words)}",
    ]
    own, other = entry.atoms[title.first], entry.atoms[names.first]
    if any(begin < held.last and held.first < end and begin < held.first for held in entry.people):
        found.append("other names between")
    if not between:
        mark = entry.atoms[begin].mark_after
        kind = "plain" if own.style is Style.PLAIN else "marked"
        found.append(f"{order} joined by {mark}")
        found.append(f"{order} joined by {mark}, {kind} title, {_wholeness(names)}")
    if own.block != other.block:
        found.append("in two blocks")
    if own.style is other.style:
        found.append("set alike")
    if own.unit and own.block == other.block and own.unit == other.unit:
        found.append("in one marked piece")
    if entry.is_ruled and title in entry.ruled_titles and names in entry.ruled_names:
        found.append("title and names as the rules")
    return found


def layout_of(entry: Entry, title: TitleRun | None, names: NamesRun | None) -> tuple[object, ...]:
    """Return how a reading sets title and names: the entries of a list have this in common."""
    found: list[object] = [None, None]
    if title is not None:
        first, last = entry.atoms[title.first], entry.atoms[title.last]
        found[0] = (first.style, first.mark_before, last.mark_after)
    if names is not None:
        first, last = entry.atoms[names.first], entry.atoms[names.last]
        after = title is None or names.first > title.last
        found[1] = (first.style, first.mark_before, last.mark_after, after)
    return tuple(found)
