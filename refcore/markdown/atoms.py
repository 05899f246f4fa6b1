"""Cuts an entry at every mark into atoms, the pieces of which titles and names are made.

Nothing is decided here. `segments` cuts where its rules say so; this module cuts everywhere,
so that no layout is left out, and `layouts` weighs what the pieces may be.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from refcore.markdown.authorlists import are_authors
from refcore.markdown.blocks import CELL
from refcore.markdown.links import Inline, Mention
from refcore.markdown.titles import clean, is_generic, is_venue
from refcore.markdown.units import Style, Unit, link_around, units
from refcore.markdown.venues import dated_venue_at_end, is_date, is_honour, is_venue_or_date
from refcore.names.givennames import is_given
from refcore.names.shape import is_name
from refcore.text.idforms import ARXIV_ID, DOI_START
from refcore.text.patterns import regex

__all__ = ["INITIALED", "LEADING_JOIN", "MARKS", "Atom", "Sort", "atoms_of", "mark_in", "sort_of"]


class Sort(enum.Enum):
    """What an atom certainly is; most are words that may be anything."""

    WORDS = "words"
    NOTHING = "nothing"
    ID = "id"
    DATE = "date"
    VENUE = "venue"
    GENERIC = "generic"  # "pdf", "code"
    NUMBER = "number"  # of the entry


@attrs.frozen(slots=False)
class Atom:
    """A piece of a block without a mark inside, and what is before and after it.

    `unit` is the number of the marked piece that the atom is in, 0 outside all; `units` are the
    numbers of all pieces around it, the outermost first. `ends_names` says that names which are
    read from a place before it end with it.
    """

    block: int
    start: int
    end: int
    style: Style
    units: tuple[int, ...]
    unit: int
    ends_names: bool
    text: str
    sort: Sort
    before: str
    after: str
    linked: Mention | None

    @cached_property
    def mark_before(self) -> str:
        """The mark between the atom and the one before it."""
        return mark_in(self.before)

    @cached_property
    def mark_after(self) -> str:
        """The mark between the atom and the next."""
        return mark_in(self.after)


MARKS = f' *_`"“”«»《》()[]【】（）.,;:，。；、：|–—-/\n{CELL}'
# "by Ada Berg", "and Bo Fei"
LEADING_JOIN = regex(
    r"(?i:(?P<by>(?:written\s|authored\s)?by)|und|and|with|par|por|&|et|y|和)\s+(?=[*_]*[^\W\d_a-z])"
    r"|(?:de|di)\s+(?=[^\W\d_a-z]{3,}\s+et\s+al\b)"
)
_LEADING = " ,;.:*_\n→↳⇒►▸•·>|=~–—"
_OPENING, _CLOSING = '*_`"“«《([【（', '*_`"”»》)]】）'
_DEEPEST = 2  # marked pieces in marked pieces
_NO_INITIAL = (
    r"(?<![\s.(*_][^\W\d_].)(?<!\.-[^\W\d_].)(?<!\A[^\W\d_].)(?<!\b[Vv]s.)(?<!\bal.)(?<!\bet.)"
    r"(?<!\bPh\.D.)"
)
_CUT = regex(
    rf"\s?(?:…{{2,}}|\.{{4,}}|(?:\s\.){{3,}})\s?"
    r"|\s(?=by\s[^\W\d_a-z]\S*\s(?:[^\W\d_a-z]|et\sal|and\s|&))|\s(?=\()"
    rf"|[^\S\n]*\n\s*|[{CELL}]|\s[-–—|·•/→]{{1,3}}\s|\s?—\s?|;\s|[。；、]\s?"
    rf"|[.](?=\s|\Z){_NO_INITIAL}\s?|(?<=[?!])\s|:\s|：\s?|,\s|，\s?"
)
_ID = regex(
    rf"https?://\S+|\b(?:arxiv|doi)\s?:\s?\S+|\b{DOI_START}\S+|\b{ARXIV_ID}\b|https?",
    re.IGNORECASE,
)
# "Past & Present 191(11)": a journal with its volume and issue.
_VOLUME = regex(r"(?:[^\W\d_][\w.&'’-]*\s|&\s){1,8}[0-9]{1,4}\s?\([0-9]{1,3}(?:[-–][0-9]{1,3})?")
# "Berg AB. On It": one author as journals of medicine write them, before a title.
INITIALED = regex(
    r"[\s*_]*(?P<family>(?:[Vv]an\s|[Vv]on\s|[Dd]e\s|[Dd]er\s){0,2}"
    r"(?!An?\s|The\s)[^\W\d_a-z][\w'’-]+)\s(?P<initials>[A-Z]{1,3}|(?:[A-Z]\.){1,2}[A-Z])[.]"
    r"(?=\s+[^\W\d_a-z]|\Z)"
)
_NUMBER = regex(r"\W*[A-Za-z]{0,2}[-.]?[0-9]{1,3}[a-z]?\W*|#[0-9]+")
_ONE_MARK = {"–": "-", "—": "-"}


def mark_in(between: str) -> str:
    """Return the mark in the text between two atoms, emphasis and quotes aside.

    >>> [mark_in(text) for text in ("*, ", " — ", ". \\n", " ", "**")]
    [',', '-', 'line', ' ', ' ']
    """
    if "\n" in between:
        return "line"
    if CELL in between:
        return "cell"
    bare = between.strip(' *_`"“”»«')
    if not bare:
        return " "
    for mark in "—–-|·•:;,./(→":
        if mark in bare:
            return _ONE_MARK.get(mark, mark)
    return bare[0]


def sort_of(text: str) -> Sort:
    """Return what a text certainly is.

    >>> [sort_of(text).value for text in ("2024", "NeurIPS 2023", "pdf", "[12]", "On It")]
    ['date', 'venue', 'generic', 'generic', 'words']
    """
    bare = text.strip(MARKS)
    if not bare:
        return Sort.NOTHING
    if _ID.fullmatch(bare):
        return Sort.ID
    if is_date(bare):
        return Sort.DATE
    if is_venue_or_date(bare) or is_venue(bare) or is_honour(bare) or _VOLUME.fullmatch(bare):
        return Sort.VENUE
    if is_generic(bare):
        return Sort.GENERIC
    return Sort.NUMBER if _NUMBER.fullmatch(bare) else Sort.WORDS


@attrs.frozen
class _Span:
    """Where an atom is, before what is around it is known."""

    start: int
    end: int
    style: Style
    units: tuple[int, ...]
    ends_names: bool = False


def atoms_of(
    inline: Inline, mentions: Sequence[Mention], place: tuple[int, int, int], most: int
) -> list[Atom]:
    """Return at most `most` atoms of a part of a block; `place` is block, start and stop."""
    block, start, stop = place
    cutter = _Cutter(inline, most)
    cutter.walk(start, stop, Style.PLAIN, ())
    spans, text = cutter.spans[:most], inline.text
    found: list[Atom] = []
    for number, span in enumerate(spans):
        before = text[spans[number - 1].end if number else start : span.start]
        after = text[span.end : spans[number + 1].start if number + 1 < len(spans) else stop]
        raw = text[span.start : span.end]
        linked = next((m for m in mentions if m.start < span.end and span.start < m.end), None)
        found.append(
            Atom(
                block,
                span.start,
                span.end,
                span.style,
                span.units,
                span.units[-1] if span.units else 0,
                span.ends_names,
                clean(raw),
                sort_of(raw),
                before,
                after,
                linked,
            )
        )
    return found


@attrs.define
class _Cutter:
    """Cuts the text of a block, marked pieces first, and what is between them at its marks."""

    inline: Inline
    most: int
    spans: list[_Span] = attrs.field(factory=list)
    marked: int = 0

    def walk(self, start: int, stop: int, style: Style, inside: tuple[int, ...]) -> None:
        """Cut a marked piece, or the whole part; `inside` are the pieces around it."""
        position, depth = start, len(inside)
        around = link_around(self.inline, start, stop) if depth else None
        for found in units(self.inline, start, stop, around) if depth <= _DEEPEST else ():
            if found.start < position or (inside and (found.start, found.end) == (start, stop)):
                continue
            self._plain(position, found.start, style, inside)
            self._inner(found, inside)
            position = found.end
            if len(self.spans) > self.most:
                return
        self._plain(position, stop, style, inside)

    def _inner(self, found: Unit, inside: tuple[int, ...]) -> None:
        self.marked += 1
        inside = (*inside, self.marked)
        start, stop = _without_marks(self.inline.text, found.start, found.end)
        if found.style is Style.CODE and start < stop:
            self.spans.append(_Span(start, stop, found.style, inside))
        else:
            self.walk(start, stop, found.style, inside)

    def _plain(self, start: int, stop: int, style: Style, inside: tuple[int, ...]) -> None:
        text = self.inline.text
        for begin, end, ends_names in self._parts(start, stop, style):
            while begin < end and text[begin] in _LEADING:
                begin += 1
            while end > begin and text[end - 1] in " ,;:*_\n":
                end -= 1
            if any(sign.isalnum() for sign in text[begin:end]):
                self.spans.append(_Span(begin, end, style, inside, ends_names))

    def _parts(self, start: int, stop: int, style: Style) -> Iterator[tuple[int, int, bool]]:
        """Return the parts between marks; a part also ends where a list of names does."""
        position = start
        for end in (*self._ends_of_names(start, stop, style), stop):
            for begin, till in self._between_marks(position, end):
                yield begin, till, till == end and end != stop
            position = end

    def _between_marks(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        position = start
        for mark in _CUT.finditer(self.inline.text, start, stop):
            yield from self._name_apart(position, mark.start())
            position = mark.end()
        yield from self._name_apart(position, stop)

    def _name_apart(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Return a part, or a name and what follows it: "Berg ACL 2020", "Berg A. On It"."""
        text = self.inline.text
        filed = INITIALED.match(text, start, stop)
        if filed and filed.end() < stop and not _is_one_name(filed, text[start:stop]):
            yield start, filed.end()
            start = filed.end()
        venue = dated_venue_at_end(text[start:stop])
        if venue and is_name(text[start : start + venue].strip(), single=True):
            yield start, start + venue
            start += venue
        yield start, stop

    def _ends_of_names(self, start: int, stop: int, style: Style) -> Iterator[int]:
        last = start
        # Without a stop, the same reading serves all callers.
        bound = 0 if style is Style.PLAIN or stop == len(self.inline.text) else stop
        for begin, end in self._between_marks(start, stop):
            join = LEADING_JOIN.match(self.inline.text, begin, end)
            begin = join.end() if join else begin
            if begin < last:
                continue
            names = self.inline.names(begin, stop=bound)
            if names is None or names.start - begin > 3:
                continue
            last = names.end
            if names.end < stop and (are_authors(names) or len(names.names) > 2):
                yield names.end


def _is_one_name(filed: re.Match[str], text: str) -> bool:
    """Return whether a text that begins like "Berg A." is a given name and so on: "Ada M. Berg"."""
    given = is_given(filed["family"]) or len(text.split()) < len(filed[0].split()) + 2
    return given and is_name(text, single=True)


def _without_marks(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return the place of a marked piece without its pairs of marks, and the stop after them.

    >>> _without_marks('"On It" (2020)', 0, 7)
    (1, 6)
    """
    while True:
        while start < stop and text[start].isspace():
            start += 1
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        opening = _OPENING.find(text[start : start + 1]) if stop - start > 1 else -1
        closing = _CLOSING[opening] if opening >= 0 else ""
        if closing and text[stop - 1] == closing:
            start, stop = start + 1, stop - 1
        elif closing and text[stop - 1] in ".,:;" and text[stop - 2] == closing:
            start, stop = start + 1, stop - 2
        elif closing and text[start] in '*_`"“':
            start += 1
        elif stop - start > 1 and text[stop - 1] in '*_`"”':
            stop -= 1
        else:
            return start, stop
