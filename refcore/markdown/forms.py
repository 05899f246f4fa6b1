"""Entries that cite one paper each: title and names by the order of their segments.

An entry is an item of a list, a section or a paragraph in which one paper is
mentioned. Its segments, up to the first prose, show title and names; where
they do not, this module reads nothing and the other rules decide. `entrysegments` says
which segments an entry has, `choices` which of them are its title and names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice, zip_longest

import attrs

from refcore.markdown.blocks import CELL
from refcore.markdown.choices import choose_title, join_halves, nearest_names, reaches
from refcore.markdown.cuttitles import cut_title
from refcore.markdown.entrysegments import (
    PlacedSegment,
    cut_block,
    entry_segments,
    is_marked,
    tells_title,
    without_values,
)
from refcore.markdown.links import Mention
from refcore.markdown.reading import Identity, Reading
from refcore.markdown.regions import region
from refcore.markdown.roles import is_acronym
from refcore.markdown.segments import Role, Segment, Style
from refcore.markdown.tables import names_others
from refcore.markdown.titles import (
    bare_title,
    clean,
    is_called,
    is_capitalised,
    is_cut_off,
    words_of,
)
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.running import NameList, read_names, surely_names, without_possessive
from refcore.names.shape import may_list_people
from refcore.names.titlewords import is_title_word
from refcore.text.idforms import ARXIV_ID
from refcore.text.letters import EAST_ASIAN_LETTER
from refcore.text.patterns import regex

__all__ = ["Form", "cited_in_sentence", "known_lists", "read_forms"]

_LEAST_TOLD = 5  # words of a link that are a title, whatever the heading above says
_LEAST_PLAIN = 3  # words of a plain title beside such a link
_MOST_TRIES = 20  # at most so many mentions of one work are searched for its entry
# "Read On the Form of It": what the writer did.
_READ = regex(
    r"(?:(?:Re-?)?[Rr]ead|Skim(?:med)?|Finished|Watched|Presented)\s+(?=[^\W\da-z_]\w*\s)"
)
_WHOSE = regex(r"(?:['’]s|s['’])\s[\[*_\"“]{0,3}\Z")
_SAYS_SEE = regex(
    r"(?:(?i:see|cf\.?|e\.g\.,?|compare|following|after|from|in)\s+(?:also\s|e\.g\.,?\s)?)(?=[^\W\d_a-z])"
)
_SAYS_BY = regex(r"(?i:(?:written\s+|authored\s+)?by)\s+(?=[^\W\d_a-z])")
# "[2506.13585] On the Form of Things"
_PAGE = regex(rf"\[{ARXIV_ID}\]\s+(?=\S)")
_LAST_NAME = regex(r"(?<=\s)(?P<name>[^\W\d_a-z][\w'’.-]+\s[^\W\d_a-z][\w'’-]+)\Z")
_LABELLED = regex(r"[^\W\d_][a-zß-ÿ]{1,20}:\s+(?=[^\W\d_a-z])")
_CAPITALS = regex(r"(?<=\s)[^\W\d_a-z]")
# What follows a citation in brackets inside a sentence.
_SENTENCE_GOES_ON = regex(r"[^()\n]{0,12}\)\s[a-zß-ÿ]+(?:\s[\w'’-]+){3}")
# "**一条路线图**（*A Road Map of It*）"
_IN_LATIN = regex(
    r"[*_]{0,3}\s?[(（]\s?([*_\"“])(?P<title>[A-Z0-9][^*_\"“”()（）\n]{12,300})[*_\"”]\s?[)）]"
)
# "recommended by Ada Berg": people who are not authors.
_OF_OTHERS = regex(r"\b(?:by|to|for|with|from|via|thanks|like)\s\Z", re.IGNORECASE)
_MOST_STARTS = 12  # words of a text at which names may begin


@attrs.frozen
class Form:
    """What an entry says of its paper: title, whether it is a claim, names and their line.

    `place` is the offset of the title in its block. `unread` are words beside the title that
    may list the authors and are not understood, where no names are.
    """

    title: str
    sure: bool
    names: NameList | None
    block: int
    line: int
    place: range
    unread: str = ""


def read_forms(reading: Reading) -> dict[Identity, Form]:
    """Return what the entries of a note say of their papers."""
    found: dict[Identity, Form] = {}
    tries: Counter[Identity] = Counter()
    for mention in reading.mentions:
        held = found.get(mention.identity)
        if not mention.is_paper or (held is not None and (held.names or held.unread)):
            continue
        tries[mention.identity] += 1
        if tries[mention.identity] > _MOST_TRIES:
            continue  # repeated mentions of one work add nothing
        form = _of_own_block(reading, mention)
        form = form or _decide(reading, list(entry_segments(reading, mention)), mention)
        # A heading with the title and the id may be over the entry that has the names.
        if held is None or (form and form.names and words_of(form.title) == words_of(held.title)):
            found |= {} if form is None else {mention.identity: form}
    return found


def _of_own_block(reading: Reading, mention: Mention) -> Form | None:
    """Return what the block of a mention says, if it has title and names and others are near.

    A section may have several references of which one alone has an id.
    """
    block = reading.blocks[mention.block]
    fields = mention.block in reading.entries_of_fields
    if block.kind != "paragraph" or block.items or fields or len(region(reading, mention)) < 2:
        return None
    segments = cut_block(reading, mention.block, 0, len(reading.inlines[mention.block].text))
    form = _decide(reading, list(without_values(segments)), mention)
    return form if form is not None and form.names and form.sure else None


def known_lists(forms: Mapping[Identity, Form]) -> dict[int, NameList]:
    """Return the names of entries by block, where the entry has a title and the block to itself."""
    found: dict[int, NameList] = {}
    several = Counter(form.block for form in forms.values())
    for form in forms.values():
        if form.names is not None and form.sure and several[form.block] == 1:
            found[form.block] = form.names
    return found


def _decide(reading: Reading, placed: list[PlacedSegment], mention: Mention) -> Form | None:
    """Choose title and names, or nothing where the segments leave more than one reading."""
    placed = list(without_values(_with_title_before_by(placed)))
    for number, held in enumerate(placed):
        if held.segment.role is Role.TITLE:
            placed = join_halves(reading, placed, number)
            break
    chosen = choose_title(reading, placed, mention)
    if chosen is None:
        return _of_names(reading, placed)
    title, names = placed[chosen], nearest_names(placed, chosen)
    if _is_no_title(reading, title, names, mention):
        return None
    if _has_columns(reading, title):
        names = _names_in_row(reading, title, names)
    text = _text_of_title(reading, title, is_before_names=names is not None)
    if cut := _cut_names(reading, title, names):
        return cut
    return _form(reading, placed, chosen, names, text) if text else None


def _has_columns(reading: Reading, title: PlacedSegment) -> bool:
    """Return whether a title is in a table with headers."""
    return bool(set(reading.blocks[title.block].columns) - {"-"})


def _is_no_title(
    reading: Reading, title: PlacedSegment, names: PlacedSegment | None, mention: Mention
) -> bool:
    """Return whether the words around a title say that it is not that of the mentioned work."""
    if _names_the_link(reading, title, mention):
        return True
    if names is not None and _is_in_sentence(reading, title, names):
        return True
    if title.segment.style is Style.PLAIN and _has_columns(reading, title):
        return True  # one name or plain words in a table may be about anything
    return bool(_SAYS_BY.match(title.segment.text) or _says_who(title.segment))


def _text_of_title(reading: Reading, title: PlacedSegment, *, is_before_names: bool) -> str:
    """Return the text of a title, or "" where the words are no whole title."""
    text = _original(reading, title) or bare_title(title.segment.text)
    if title.segment.style is Style.PLAIN and (done := _READ.match(text)):
        text = text[done.end() :]
    if is_cut_off(text) and is_before_names:
        text = text[: text.rfind(" ")].rstrip(" ,:") if text.endswith(" by") else ""
    return "" if "://" in text else text


def _form(
    reading: Reading,
    placed: list[PlacedSegment],
    chosen: int,
    names: PlacedSegment | None,
    text: str,
) -> Form:
    """Return the form of an entry whose title and names are chosen; say how sure the title is."""
    title = placed[chosen]
    # A heading over a label of authors may be a topic.
    beside = names is not None and (names.block == title.block or is_capitalised(text))
    sure = _is_sure(title.segment, text, beside) or _is_page(reading, title)
    sure = sure and not _is_called_by(reading, title, names)
    where = names or title
    place = range(title.segment.start, title.segment.end)
    line = reading.inlines[where.block].line_at(where.segment.start)
    read = names.segment.names if names else None
    read = without_possessive(read) if read else None
    odd = "" if read else _unread(reading, placed, chosen)
    if read and (first := _name_at_end(reading, title, names)):
        odd = ", ".join([first, *(name.name for name in read.names)])
        sure, read = False, None
    return Form(text, sure, read, where.block, line, place, odd)


def _name_at_end(reading: Reading, title: PlacedSegment, names: PlacedSegment | None) -> str:
    """Return the name with which a plain title ends, right before a comma and other names, or "".

    "From the lab of Ada Berg, Bo Fei": whether the first is an author is not known.
    """
    if names is None or names.segment.names is None or title.segment.style is not Style.PLAIN:
        return ""
    between = reading.inlines[title.block].text[title.segment.end : names.segment.names.start]
    found = _LAST_NAME.search(title.segment.text)
    if found is None or title.block != names.block or between.strip(" ,") or "," not in between:
        return ""
    given, family = found["name"].split()[0], found["name"].split()[-1]
    known = is_given(given.casefold()) or is_family(family)
    return found["name"] if known and not any(map(is_title_word, found["name"].split())) else ""


def _says_who(segment: Segment) -> bool:
    """Return whether plain words are people under a label: "Who: Ada Berg", "Interview: Bo Fei".

    Nobody knows what such a label means, so they are neither a title nor authors.
    """
    label = _LABELLED.match(segment.text) if segment.style is Style.PLAIN else None
    rest = segment.text[label.end() :] if label else ""
    names = read_names(rest) if rest else None
    return names is not None and surely_names(names) and not rest[names.end :].strip(" .,*_")


def _of_names(reading: Reading, placed: list[PlacedSegment]) -> Form | None:
    """Return an entry of names alone after what a method is called: "LampNet: Ada Berg, Bo Fei"."""
    named = [held for held in placed if held.segment.role is Role.NAMES]
    others = [
        held for held in placed if held.segment.role not in (Role.NAMES, Role.META, Role.LINK)
    ]
    called = len(others) == 1 and others[0].segment.role is Role.LABEL
    if len(named) != 1 or not called or not is_acronym(others[0].segment.text):
        return None
    block, segment = named[0].block, named[0].segment
    if reading.blocks[block].columns or others[0].block != block:
        return None
    line, place = reading.inlines[block].line_at(segment.start), range(segment.start, segment.start)
    return Form("", sure=False, names=segment.names, block=block, line=line, place=place)


def _cut_names(reading: Reading, title: PlacedSegment, read: PlacedSegment | None) -> Form | None:
    """Return the entry whose title and names are one piece: "[On It — Berg & Fei (2020)](…)".

    So are a sentence and the names that end it, the first of which was read as part of it.
    """
    start, end = title.segment.start, title.segment.end
    if read is not None:
        if read.block != title.block or read.segment.start < end or read.segment.names is None:
            return None
        between = reading.inlines[title.block].text[end : read.segment.names.start]
        if title.segment.style is not Style.PLAIN or between.strip(" ,"):
            return None
        end = read.segment.names.end
    cut = cut_title(reading.inlines[title.block].text[start:end].rstrip())
    if cut is None or (read is not None and cut.title):
        return None
    names = attrs.evolve(cut.names, start=cut.names.start + start, end=cut.names.end + start)
    line = reading.inlines[title.block].line_at(start)
    place = range(start, names.start)
    return Form(
        bare_title(cut.title), sure=False, names=names, block=title.block, line=line, place=place
    )


def _names_the_link(reading: Reading, title: PlacedSegment, mention: Mention) -> bool:
    """Return whether the words of a link are the title, and those before it a name or a task.

    "# SealNet-base", and below it a sentence with a link whose words are a title; "- Add `foo`
    from", and after it such a link.
    """
    segment = title.segment
    if segment.linked is not None or len(mention.text.split()) <= _LEAST_TOLD:
        return False
    named = segment.style in (Style.PLAIN, Style.BOLD)
    short = named and len(segment.text.split()) < _LEAST_PLAIN
    heading = reading.blocks[title.block].kind == "heading"
    return (heading or short) and tells_title(mention)


def _names_in_row(
    reading: Reading, title: PlacedSegment, names: PlacedSegment | None
) -> PlacedSegment | None:
    """Return the names in a row of a table with headers, unless its header says who else they are.

    One name there may be about anything.
    """
    if names is None or names.segment.role is not Role.NAMES:
        return None
    text, columns = reading.inlines[title.block].text, reading.blocks[title.block].columns
    return None if names_others(columns, text, names.segment.start) else names


def _original(reading: Reading, title: PlacedSegment) -> str:
    """Return the title in Latin letters in brackets after its translation, or ""."""
    if not EAST_ASIAN_LETTER.search(title.segment.text):
        return ""
    text, end = reading.inlines[title.block].text, title.segment.end
    found = _IN_LATIN.match(text, end)
    return found["title"] if found and is_capitalised(found["title"]) else ""


def _is_in_sentence(reading: Reading, title: PlacedSegment, names: PlacedSegment) -> bool:
    plain = title.segment.style is Style.PLAIN and title.block == names.block
    plain = plain and not is_capitalised(title.segment.text)
    text = reading.inlines[title.block].text
    places = title.segment.end, names.segment.start, names.segment.end
    return plain and cited_in_sentence(text, *places)


def cited_in_sentence(text: str, end: int, names: int, names_end: int) -> bool:
    """Return whether plain words and the names cited after them in brackets are in a sentence.

    `end` is where the words end, `names` and `names_end` where the names begin and end. The
    words are no title then.

    >>> cited_in_sentence("The best of all (Berg et al., 2021) is by far the first.", 15, 17, 28)
    True
    """
    opens = names >= end and "(" in text[max(0, end - 2) : names + 1]
    return opens and bool(_SENTENCE_GOES_ON.match(text, names_end - 1))


def _unread(reading: Reading, placed: list[PlacedSegment], title: int) -> str:
    """Return plain words near a title that may list people and are not read as names, or ""."""
    for number, held in enumerate(placed):
        segment, near = held.segment, held.block == placed[title].block
        plain = segment.style is Style.PLAIN and segment.role in _UNREAD
        if number == title or not plain or not near or not reaches(placed, title, number):
            continue
        if reading.blocks[held.block].kind == "row" and _has_header(reading, held):
            continue
        text = reading.inlines[held.block].text[segment.start : segment.end]
        if may_list_people(text):
            return clean(text)
        if people := _people_at_end(text):
            return clean(people)
    return ""


def _people_at_end(text: str) -> str:
    """Return the names of several people with which a text ends, or "".

    >>> _people_at_end("we read it, says Bo Fei and Mo Far")
    'Bo Fei and Mo Far'
    >>> _people_at_end("On the Form of Things")
    ''
    """
    for start in islice(_CAPITALS.finditer(text), _MOST_STARTS):
        if _OF_OTHERS.search(text, max(0, start.start() - 12), start.start()):
            return ""
        names = read_names(text, start.start())
        if names is not None and surely_names(names) and not text[names.end :].strip(" .,:;*_"):
            return text[start.start() :]
    return ""


_UNREAD = (Role.TITLE, Role.PROSE, Role.META, Role.NAME, Role.NAMES)


def _has_header(reading: Reading, held: PlacedSegment) -> bool:
    """Return whether a header says what a cell has."""
    column = reading.inlines[held.block].text.count(CELL, 0, held.segment.start)
    columns = reading.blocks[held.block].columns
    return column < len(columns) and columns[column] not in ("", "-")


def _with_title_before_by(placed: list[PlacedSegment]) -> Iterator[PlacedSegment]:
    """Return the segments; what reads as names in emphasis right before "by" is the title."""
    for held, following in zip_longest(placed, placed[1:]):
        says_by = (
            following is not None
            and following.block == held.block
            and following.segment.role is Role.NAMES
            and _SAYS_BY.match(following.segment.text)
        )
        if says_by and held.segment.role in (Role.NAMES, Role.NAME) and is_marked(held):
            segment = attrs.evolve(held.segment, role=Role.TITLE, names=None)
            yield attrs.evolve(held, segment=segment)
        else:
            yield held


def _is_called_by(reading: Reading, title: PlacedSegment, names: PlacedSegment | None) -> bool:
    """Return whether lower-case words only say what a work is about.

    "Berg et al.'s [form of things](…)", "For the form of things, see Berg et al."
    """
    if names is None or is_capitalised(title.segment.text):
        return False
    text, start = reading.inlines[title.block].text, title.segment.start
    whose = _WHOSE.search(text, max(0, start - 9), start)
    told = title.block == names.block and title.segment.style is Style.PLAIN
    return bool(whose or (told and _SAYS_SEE.match(names.segment.text)))


def _is_page(reading: Reading, title: PlacedSegment) -> bool:
    """Return whether the id in brackets is before a title, as arXiv calls its own pages."""
    start = title.segment.start
    around = reading.inlines[title.block].text[max(0, start - 20) : title.segment.end]
    found = _PAGE.search(around)
    return found is not None and found.end() in range(min(start, 20), min(start, 20) + 20)


def _is_sure(segment: Segment, text: str, has_names: bool) -> bool:
    """Return whether the entry sets a title, and no name for the work."""
    if is_called(text):
        return False
    if segment.style is Style.BOLD:
        return has_names or (is_capitalised(text) and not text.endswith("?"))
    return has_names or segment.style in (Style.ITALIC, Style.QUOTED)
