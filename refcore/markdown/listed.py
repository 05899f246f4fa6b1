"""References of a note that give no id and no link, as its list of references has them.

Such a list is formatted text, as in a paper, so it is read as text is: all its entries
together decide how each is laid out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.markdown.links import Mention
from refcore.markdown.reading import REACH, Identity, Reading
from refcore.markdown.titles import words_of
from refcore.markdown.venues import is_venue_or_date, year_of
from refcore.model.people import Name, Person
from refcore.model.reference import Reference
from refcore.names.shape import may_list_people
from refcore.names.titlewords import is_title_word
from refcore.text.patterns import regex
from refcore.textlists.clean import with_quoted_title
from refcore.textlists.reader import read_pieces
from refcore.textlists.sections import is_heading
from refcore.textlists.split import Piece, clean_piece

__all__ = ["Listed", "listed_references"]

_LONGEST: Final = 1500
_LEAST_WORDS: Final = 3  # of a title without a person
# Each is read in many ways, which takes a millisecond.
_MOST: Final = 500
_TOO_MANY: Final = (
    f"at most {_MOST} references without id and link are read in a note; further ones are not "
    "read; split it here"
)
_LABEL: Final = regex(r"^[ \t]*\[\d{1,4}\][ \t]+", re.MULTILINE)
# "Adam: **A Method for …**": what the note calls the work.
_NAME_OF_WORK: Final = regex(r"\A\s*[^\W\d][\w .-]{0,30}:\s+(?=\*\*)")
_BOLD: Final = regex(r"\*\*(?P<text>[^*\n]{8,300})\*\*")
_MARKS: Final = regex(r"\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)|`")
_UNREAD: Final = (
    "{!r} may be a reference, and is not understood: no title, names and year are found; "
    "write names, title, venue and year, or add a link"
)
_QUOTES: Final = frozenset("\"'“‘«„「《")
# Headings over what somebody wrote or reads, on pages of people and courses.
_PUBLICATIONS: Final = regex(
    r"\W*(?:(?:selected|recent|key|main|major|featured|representative|peer[- ]reviewed|refereed"
    r"|published|academic|scientific|our|my|related|all)\s){0,2}"
    r"(?:publications?|publikationen|publicaciones|publicações|pubblicazioni|публикации"
    r"|发表论文|論文|주요\s?논문|(?:(?:journal|conference|research|working)\s)?"
    r"(?:papers|articles|preprints)(?:\sand\s(?:papers|articles|preprints))?"
    r"|(?:(?:background|further|recommended|suggested|required)\s)readings?|reading\slist)"
    r"(?:\s\([^()]{1,30}\))?\W*",
    re.IGNORECASE,
)
# "(TIFS 2020) Ada Berg. On It.": the venue of an entry before it.
_VENUE_BEFORE: Final = regex(r"\A\s*[(\[](?P<venue>[^()\[\]\n]{2,30})[)\]][\s:.]*(?=\S)")
_NOTES: Final = regex(r"\W*notes\W*", re.IGNORECASE)


@attrs.frozen
class Listed:
    """One entry of a list of references, as it is read from its text.

    `identity` is the paper whose id is in the text, None where none is.
    """

    reference: Reference
    text: str
    identity: Identity | None

    @property
    def is_quoted(self) -> bool:
        """Whether the title is in quotation marks, and so certain."""
        before = self.text[: max(self.text.find(self.reference.title), 0)]
        return before[-1:] in _QUOTES if before else False


@attrs.frozen(slots=False)
class _Entry:
    """The text of an entry, its line, and the paper whose id it has."""

    text: str
    line: int
    identity: Identity | None

    @property
    def bold(self) -> tuple[str, ...]:
        """What is bold in the text."""
        return tuple(match["text"] for match in _BOLD.finditer(self.text))

    @cached_property
    def piece(self) -> Piece:
        """The text without marks, as one reference."""
        plain = " ".join(_MARKS.sub("", with_quoted_title(self.text)).split())
        return clean_piece(plain, self.line)


def _is_not_told(_: Identity | None, __: Piece) -> bool:
    return False


def listed_references(
    reading: Reading,
    path: str | None = None,
    is_told: Callable[[Identity | None, Piece], bool] = _is_not_told,
) -> tuple[list[Listed], list[Diagnostic]]:
    """Return the entries of a note's lists of references, and which of them are not understood.

    An entry counts under a heading such as "References", or with a number in brackets before
    it. It needs a title, names and a year. Entries that link to a work are not read here; the
    id of one paper in the text is no link. Nothing is read where `is_told` says of each entry
    that the note has all of it already; in a list with more entries than are read, such entries
    are left out.

    >>> from refcore.markdown.note import inside
    >>> text = "## References\\n\\n1. Fei, B., & Chen, A. (2019). Of words. The Lancet, 12, 3-9."
    >>> (found,), _ = listed_references(inside(text, None)[0])
    >>> found.reference.title, found.reference.fields["container-title"], found.reference.year
    ('Of words', 'The Lancet', 2019)
    """
    entries = list(_entries(reading))
    untold = [
        entry
        for entry in entries
        # What is told as it is written needs no cleaning.
        if not is_told(entry.identity, Piece(entry.text, line=entry.line))
        and not is_told(entry.identity, entry.piece)
    ]
    if not untold:
        return [], []
    # The others say how the list is laid out.
    entries = entries if len(entries) <= _MOST else untold
    found: list[Listed] = []
    odd: list[Diagnostic] = []
    if len(entries) > _MOST:
        place = Location(path, entries[_MOST].line)
        entries = entries[:_MOST]
        odd.append(Diagnostic(_TOO_MANY, place, None, None, Severity.ERROR))
    library = read_pieces([entry.piece for entry in entries], path)
    for entry, reference in zip(entries, library, strict=False):
        text = library.texts[reference.key]
        if _is_read(reference, entry.bold):
            found.append(Listed(reference, text, entry.identity))
        elif entry.identity is None:
            odd.append(Diagnostic(_UNREAD.format(text[:60]), Location(path, entry.line)))
    return found, odd


def _is_read(found: Reference, bold: Sequence[str]) -> bool:
    """Return whether an entry has a title, names and a year; what is bold is its title."""
    if not (found.title and (found.authors or found.names) and found.year):
        return False
    if may_list_people(found.title):
        return False
    title = words_of(found.title)
    # "The Education of a Computer. Hopper (1952)": the title went where the names are.
    if len(title) < _LEAST_WORDS and not any(map(_is_person, found.authors)):
        return False
    # On the page of a person, that person's name is bold in each list of names.
    people = {word for name in found.authors for word in words_of(name.name)}
    bold = [text for text in bold if not people.issuperset(words_of(text))]
    return not bold or any(title == words_of(text)[: len(title)] for text in bold)


def _is_person(name: Name) -> bool:
    """Return whether a name is a person's, and no title that was read as one."""
    return isinstance(name, Person) and not any(map(is_title_word, name.name.split()))


def _entries(reading: Reading) -> Iterator[_Entry]:
    """Yield the entries that mention no work, or one paper by its bare id."""
    for number, is_within in _places(reading):
        inline = reading.inlines[number]
        labels = list(_LABEL.finditer(inline.text))
        if not labels and not is_within:
            continue
        for start, end in _spans(inline.text, labels):
            text = inline.text[start:end]
            if len(text) > _LONGEST or not year_of(text):
                continue
            mentions = _mentions(reading, number, start, end)
            identities = {mention.identity for mention in mentions}
            if len(identities) > 1 or not all(one.is_paper and not one.text for one in mentions):
                continue
            text = _with_venue_behind(_NAME_OF_WORK.sub("", text))
            yield _Entry(text, inline.line_at(start), next(iter(identities), None))


def _with_venue_behind(text: str) -> str:
    """Return an entry with the venue that is before it in brackets at its end.

    >>> _with_venue_behind("(CHI 2020) Ada Berg. On It.")
    'Ada Berg. On It. (CHI 2020)'
    """
    before = _VENUE_BEFORE.match(text)
    if before is None or not is_venue_or_date(before["venue"]):
        return text
    return f"{text[before.end() :].rstrip()} ({before['venue']})"


def _mentions(reading: Reading, number: int, start: int, end: int) -> list[Mention]:
    """Return the mentions in a part of a block, and in the other blocks of its item."""
    items = reading.blocks[number].items
    beside = [number]
    if items:
        near = range(max(number - REACH, 0), min(number + REACH, len(reading.blocks)))
        beside = [one for one in near if reading.blocks[one].items == items]
    return [
        mention
        for one in beside
        for mention in reading.by_block.get(one, ())
        if one != number or start <= mention.start < end
    ]


def _spans(text: str, labels: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the numbered entries of a block, or that of the block."""
    if not labels:
        yield 0, len(text)
        return
    ends = [*(label.start() for label in labels[1:]), len(text)]
    for label, end in zip(labels, ends, strict=True):
        yield label.start(), end


def _places(reading: Reading) -> Iterator[tuple[int, bool]]:
    """Yield the blocks that can have an entry, and whether each is in a list of references."""
    is_within = False
    depth = 0
    for number, block in enumerate(reading.blocks):
        text = reading.inlines[number].text
        if block.kind == "heading":
            if is_within and len(block.sections) > depth:
                continue
            is_within, depth = _opens(text), len(block.sections)
        elif block.kind == "paragraph":
            if not block.items and _opens(text):
                is_within, depth = True, len(block.sections) + 1
            else:
                yield number, is_within


def _opens(text: str) -> bool:
    if _PUBLICATIONS.fullmatch(text):
        return True
    return is_heading(text) and not _NOTES.fullmatch(text)
