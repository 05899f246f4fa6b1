"""Entries that cite one paper each: title and names by the order of their segments.

An entry is an item of a list, a section or a paragraph in which one paper is
mentioned. Its segments, up to the first prose, show title and names; where
they do not, this module reads nothing and the other rules decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import dropwhile, islice, zip_longest

import attrs

from refcore.markdown.authorlists import are_authors
from refcore.markdown.blocks import CELL
from refcore.markdown.cuttitles import cut_title
from refcore.markdown.links import Mention
from refcore.markdown.reading import ABOUT_PEOPLE, Identity, Reading
from refcore.markdown.regions import MOST_BLOCKS, near_parts, region
from refcore.markdown.roles import is_acronym
from refcore.markdown.segments import Role, Segment, Style, segments
from refcore.markdown.tables import names_others
from refcore.markdown.titles import (
    GENERIC,
    bare_title,
    clean,
    is_called,
    is_capitalised,
    is_cut_off,
    is_generic,
    words_of,
)
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.running import NameList, read_names, surely_names, without_possessive
from refcore.names.shape import may_list_people
from refcore.names.titlewords import is_title_word
from refcore.text.idforms import ARXIV_ID
from refcore.text.letters import EAST_ASIAN
from refcore.text.patterns import regex

__all__ = ["Form", "cited_in_sentence", "entry_text", "known_lists", "read_forms"]

_LENGTH = 3000  # of a block of an entry
_LEAST_TOLD = 5  # words of a link that are a title, whatever the heading above says
_LEAST_PLAIN = 3  # words of a plain title beside such a link
_MOST_OF_STAMP = 8  # words of a paragraph that is an id with its class and date
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
_OF_TITLE = regex(r"\b(?:title|paper|article|work|name|reference|citation)\b", re.IGNORECASE)
_OF_AUTHORS = regex(r"[\s*_]*(?:authors?|(?:written|authored) by)[\s*_:]*", re.IGNORECASE)
_ADDRESSES = regex(r"https?:\S+|\b[\w.-]+@[\w.-]+")
# What a reader of the page sees only beside the pointer: titles of links, words for images.
_UNSEEN = regex(
    r"\]\([^\s()]{1,500}\s+\"([^\"\n]{2,200})\"|\b(?:alt|title)=[\"']([^\"'\n]{2,200})[\"']"
    r"|!\[([^\[\]\n]{2,200})\]"
)
_MOST_OF_JOURNAL = 6  # words
_DATED = regex(r"[\s.,*_(]{1,6}(?:19|20)[0-9]{2}\b")
_LAST_NAME = regex(r"(?<=\s)(?P<name>[^\W\d_a-z][\w'’.-]+\s[^\W\d_a-z][\w'’-]+)\Z")
_LABELLED = regex(r"[^\W\d_][a-zß-ÿ]{1,20}:\s+(?=[^\W\d_a-z])")
_CAPITALS = regex(r"(?<=\s)[^\W\d_a-z]")
# "recommended by Ada Berg": people who are not authors.
# What follows a citation in brackets inside a sentence.
_SENTENCE_GOES_ON = regex(r"[^()\n]{0,12}\)\s[a-zß-ÿ]+(?:\s[\w'’-]+){3}")
_WIDE = regex(rf"[{EAST_ASIAN}]")
# "**一条路线图**（*A Road Map of It*）"
_IN_LATIN = regex(
    r"[*_]{0,3}\s?[(（]\s?([*_\"“])(?P<title>[A-Z0-9][^*_\"“”()（）\n]{12,300})[*_\"”]\s?[)）]"
)
_OF_OTHERS = regex(r"\b(?:by|to|for|with|from|via|thanks|like)\s\Z", re.IGNORECASE)
_MOST_STARTS = 12  # words of a text at which names may begin
_PEOPLE = (Role.NAMES, Role.NAME, Role.LABEL)
_MARKED = (Style.BOLD, Style.ITALIC, Style.QUOTED, Style.LINK)


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
        form = form or _decide(reading, list(_entry(reading, mention)), mention)
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
    segments = _cut(reading, mention.block, 0, len(reading.inlines[mention.block].text))
    form = _decide(reading, list(_without_values(segments)), mention)
    return form if form is not None and form.names and form.sure else None


def known_lists(forms: Mapping[Identity, Form]) -> dict[int, NameList]:
    """Return the names of entries by block, where the entry has a title and the block to itself."""
    found: dict[int, NameList] = {}
    several = Counter(form.block for form in forms.values())
    for form in forms.values():
        if form.names is not None and form.sure and several[form.block] == 1:
            found[form.block] = form.names
    return found


@attrs.frozen
class _Placed:
    """A segment and its block."""

    segment: Segment
    block: int


def _entry(reading: Reading, mention: Mention) -> Iterator[_Placed]:
    """Return the segments of the entry that a mention belongs to, each block up to its prose."""
    own = region(reading, mention)[:MOST_BLOCKS]
    every = [held for block, start, stop in own for held in _cut(reading, block, start, stop)]
    placed = list(_without_values(held for held in every if not _is_below(reading, held, mention)))
    named = any(held.segment.role is Role.TITLE for held in placed)
    if placed and (above := _over_place(reading, placed)):
        yield from above
        return
    if own and not named and not _tells_title(mention):
        below = [held for held in placed if reading.blocks[held.block].kind != "heading"]
        fields = bool(below) and (
            below[0].segment.role is Role.LABEL or _has_no_title(reading, placed, own[0][0])
        )
        over = fields or _is_part(reading, mention)
        yield from (
            _before(reading, own[0][0], fields=fields)
            or _over(reading, mention, over)
            or _page_after(reading, own[-1][0])
        )
    yield from placed
    if len(own) == 1 and named and not any(x.segment.role in _PEOPLE for x in placed):
        yield from _names_under(reading, own[0][0])


def _over_place(reading: Reading, placed: list[_Placed]) -> list[_Placed]:
    """Return the title and names in the paragraphs over a journal that is set like a title.

    "**On It**", "Ada Berg, Bo Fei", and below both "*Nat Lamps.* 2020 Feb 13. doi: …"
    """
    title = placed[0]
    called = title.segment.role in (Role.TITLE, Role.NAME)
    if title.segment.style is not Style.ITALIC or not called:
        return []
    dated = _DATED.match(reading.inlines[title.block].text, title.segment.end)
    if not dated or len(title.segment.text.split()) > _MOST_OF_JOURNAL:
        return []
    over = _before(reading, title.block, fields=False)
    roles = [held.segment.role for held in over]
    return over if Role.TITLE in roles and Role.NAMES in roles else []


def _tells_title(mention: Mention) -> bool:
    """Return whether the words of a link are set as a title: then no other title is sought."""
    words = words_of(mention.text)
    plain = sum(word not in GENERIC for word in words)
    is_set = is_capitalised(mention.text) or (len(words) > 5 and not is_called(mention.text))
    return len(words) > 2 and plain * 2 > len(words) and is_set


def _is_part(reading: Reading, mention: Mention) -> bool:
    """Return whether a mention is under a heading for a part of an entry, such as "Abstract"."""
    sections = reading.blocks[mention.block].sections
    heading = reading.headings.get(sections[-1]) if sections else None
    return heading is not None and is_generic(reading.inlines[heading].text)


def _over(reading: Reading, mention: Mention, fields: bool) -> list[_Placed]:
    """Return the heading over `fields`, if they are about the only paper under it."""
    heading = reading.heading_over(mention.block) if fields else None
    if heading is None or reading.papers_under[heading] != {mention.identity}:
        return []
    return list(_cut(reading, heading, 0, len(reading.inlines[heading].text)))


def _has_no_title(reading: Reading, placed: list[_Placed], block: int) -> bool:
    """Return whether a block can only belong to the heading over it: links alone, or names too."""
    roles = {held.segment.role for held in placed}
    if roles <= {Role.LINK, Role.META}:
        return True
    heading = block and reading.blocks[block - 1].kind == "heading"
    long = heading and len(reading.inlines[block - 1].text.split()) > 2
    named = Role.NAMES in roles and roles <= {Role.NAMES, Role.LINK, Role.META, Role.PLACE}
    return bool(long and named)


def _cut(reading: Reading, block: int, start: int, stop: int) -> Iterator[_Placed]:
    inline, held = reading.inlines[block], reading.by_block.get(block, [])
    for segment in segments(inline, held, start, min(stop, start + _LENGTH)):
        yield _Placed(segment, block)


def _before(reading: Reading, block: int, *, fields: bool) -> list[_Placed]:
    """Return the title of an entry without one from a separate block before it.

    The heading right before `fields` is their title.
    """
    found: list[_Placed] = []
    if fields and block and reading.blocks[block - 1].kind == "heading":
        heading = reading.inlines[block - 1].text
        names_part = ABOUT_PEOPLE.search(heading) or is_generic(heading)
        return [] if names_part else list(_cut(reading, block - 1, 0, len(heading)))
    for number in range(block - 1, max(-1, block - 4), -1):
        cites = any(held.is_paper for held in reading.by_block.get(number, ()))
        if reading.blocks[number].kind != "paragraph" or cites:
            return []
        placed = list(_cut(reading, number, 0, len(reading.inlines[number].text)))
        if any(held.segment.role is Role.TITLE for held in placed):
            placed = [*dropwhile(_is_date_or_link, placed)]
        is_title = bool(placed) and placed[0].segment.role is Role.TITLE
        rest = {held.segment.role for held in placed[1:]}
        named = not rest or Role.NAMES in rest
        line = named and rest <= {Role.NAMES, Role.META} and _is_line(reading, number)
        alone = line or (len(placed) == 1 and (found or _names_over(reading, number)))
        if is_title and (_is_set(placed[0]) or alone):
            over = [] if found or rest else _names_over(reading, number)
            return over + placed + found
        if placed and placed[0].segment.role is Role.NAMES:
            found = placed + found
    return []


def _page_after(reading: Reading, block: int) -> list[_Placed]:
    """Return a title and names in the two paragraphs under an id, as a paper's first page has."""
    if len(reading.inlines[block].text.split()) > _MOST_OF_STAMP:
        return []
    found: list[_Placed] = []
    for number in (block + 1, block + 2):
        if number >= len(reading.blocks) or reading.by_block.get(number):
            return []
        if reading.blocks[number].kind != "paragraph" or reading.blocks[number].items:
            return []
        found += _cut(reading, number, 0, len(reading.inlines[number].text))
    roles = [held.segment.role for held in found]
    is_page = roles[:2] == [Role.TITLE, Role.NAMES] and found[1].block == block + 2
    return found[:2] if is_page and _is_line(reading, block + 1) else []


def _names_under(reading: Reading, block: int) -> list[_Placed]:
    """Return the names in the paragraph under a title that has none, if it has nothing else.

    Where such names are over the title too, they may be of the next one.
    """
    if reading.blocks[block].kind != "paragraph" or _names_alone(reading, block, block - 1):
        return []
    return _names_alone(reading, block, block + 1)


def _names_alone(reading: Reading, block: int, near: int) -> list[_Placed]:
    """Return the segments of a paragraph beside a block, if they are names, dates and places."""
    if not 0 <= near < len(reading.blocks) or reading.by_block.get(near):
        return []
    own, other = reading.blocks[block], reading.blocks[near]
    if other.kind != "paragraph" or other.path != own.path or own.items:
        return []
    placed = list(_cut(reading, near, 0, len(reading.inlines[near].text)))
    roles = {held.segment.role for held in placed}
    beside = {Role.NAMES, Role.META, Role.PLACE}
    lists = [x.segment.names for x in placed if x.segment.names is not None]
    several = bool(lists) and are_authors(lists[0])
    return placed if several and Role.NAMES in roles and roles <= beside else []


def _names_over(reading: Reading, block: int) -> list[_Placed]:
    """Return the names of the paragraph right over a title, if it has a year and nothing more."""
    near = block - 1
    if block == 0 or reading.blocks[near].kind != "paragraph" or reading.by_block.get(near):
        return []
    if reading.blocks[near].path != reading.blocks[block].path:
        return []
    placed = list(_cut(reading, near, 0, len(reading.inlines[near].text)))
    roles = [held.segment.role for held in placed]
    return placed if roles == [Role.NAMES, Role.META] else []


def _is_date_or_link(held: _Placed) -> bool:
    return held.segment.role in (Role.META, Role.LINK)


def _is_line(reading: Reading, block: int) -> bool:
    """Return whether a plain paragraph is set like a title: one line of capitals without a stop."""
    text = reading.inlines[block].text.strip()
    words = len(text.split())
    return 2 < words < 30 and text[-1] not in ".:;,!" and "\n" not in text and is_capitalised(text)


def _is_set(held: _Placed) -> bool:
    return held.segment.style in _MARKED


def _decide(reading: Reading, placed: list[_Placed], mention: Mention) -> Form | None:
    """Choose title and names, or nothing where the segments leave more than one reading."""
    placed = list(_without_values(_with_title_before_by(placed)))
    for number, held in enumerate(placed):
        if held.segment.role is Role.TITLE:
            placed = _joined(reading, placed, number)
            break
    chosen = _title(reading, placed, mention)
    if chosen is None:
        return _of_names(reading, placed)
    title, names = placed[chosen], _names(placed, chosen)
    if _is_no_title(reading, title, names, mention):
        return None
    if _has_columns(reading, title):
        names = _names_in_row(reading, title, names)
    text = _text_of_title(reading, title, is_before_names=names is not None)
    if cut := _cut_names(reading, title, names):
        return cut
    return _form(reading, placed, chosen, names, text) if text else None


def _has_columns(reading: Reading, title: _Placed) -> bool:
    """Return whether a title is in a table with headers."""
    return bool(set(reading.blocks[title.block].columns) - {"-"})


def _is_no_title(reading: Reading, title: _Placed, names: _Placed | None, mention: Mention) -> bool:
    """Return whether the words around a title say that it is not that of the mentioned work."""
    if _names_the_link(reading, title, mention):
        return True
    if names is not None and _is_in_sentence(reading, title, names):
        return True
    if title.segment.style is Style.PLAIN and _has_columns(reading, title):
        return True  # one name or plain words in a table may be about anything
    return bool(_SAYS_BY.match(title.segment.text) or _says_who(title.segment))


def _text_of_title(reading: Reading, title: _Placed, *, is_before_names: bool) -> str:
    """Return the text of a title, or "" where the words are no whole title."""
    text = _original(reading, title) or bare_title(title.segment.text)
    if title.segment.style is Style.PLAIN and (done := _READ.match(text)):
        text = text[done.end() :]
    if is_cut_off(text) and is_before_names:
        text = text[: text.rfind(" ")].rstrip(" ,:") if text.endswith(" by") else ""
    return "" if "://" in text else text


def _form(
    reading: Reading, placed: list[_Placed], chosen: int, names: _Placed | None, text: str
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


def _name_at_end(reading: Reading, title: _Placed, names: _Placed | None) -> str:
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

    What such a label means is not known, so they are neither a title nor authors.
    """
    label = _LABELLED.match(segment.text) if segment.style is Style.PLAIN else None
    rest = segment.text[label.end() :] if label else ""
    names = read_names(rest) if rest else None
    return names is not None and surely_names(names) and not rest[names.end :].strip(" .,*_")


def _of_names(reading: Reading, placed: list[_Placed]) -> Form | None:
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


def _cut_names(reading: Reading, title: _Placed, read: _Placed | None) -> Form | None:
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


def _names_the_link(reading: Reading, title: _Placed, mention: Mention) -> bool:
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
    return (heading or short) and _tells_title(mention)


def _names_in_row(reading: Reading, title: _Placed, names: _Placed | None) -> _Placed | None:
    """Return the names in a row of a table with headers, unless its header says who else they are.

    One name there may be about anything.
    """
    if names is None or names.segment.role is not Role.NAMES:
        return None
    text, columns = reading.inlines[title.block].text, reading.blocks[title.block].columns
    return None if names_others(columns, text, names.segment.start) else names


def _original(reading: Reading, title: _Placed) -> str:
    """Return the title in Latin letters in brackets after its translation, or ""."""
    if not _WIDE.search(title.segment.text):
        return ""
    text, end = reading.inlines[title.block].text, title.segment.end
    found = _IN_LATIN.match(text, end)
    return found["title"] if found and is_capitalised(found["title"]) else ""


def _is_in_sentence(reading: Reading, title: _Placed, names: _Placed) -> bool:
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


def _unread(reading: Reading, placed: list[_Placed], title: int) -> str:
    """Return plain words near a title that may list people and are not read as names, or ""."""
    for number, held in enumerate(placed):
        segment, near = held.segment, held.block == placed[title].block
        plain = segment.style is Style.PLAIN and segment.role in _UNREAD
        if number == title or not plain or not near or not _reaches(placed, title, number):
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


def _has_header(reading: Reading, held: _Placed) -> bool:
    """Return whether a header says what a cell has."""
    column = reading.inlines[held.block].text.count(CELL, 0, held.segment.start)
    columns = reading.blocks[held.block].columns
    return column < len(columns) and columns[column] not in ("", "-")


def entry_text(reading: Reading, mention: Mention) -> str:
    """Return the words of the entry that a mention belongs to, without addresses, or ""."""
    parts = [
        reading.inlines[block].text[start : min(stop, start + _LENGTH)]
        for block, start, stop in region(reading, mention)[:MOST_BLOCKS]
    ]
    return _ADDRESSES.sub(" ", "\n".join(parts))


def near_text(reading: Reading, mention: Mention, taken: Set[int]) -> str:
    """Return what is said beside the entry of a mention, but for the lists of other works.

    That are short blocks around it, and what links and images have as titles.
    `taken` are the blocks with the authors of the note's works.
    """
    own = region(reading, mention)[:MOST_BLOCKS]
    near = (
        reading.inlines[block].text[start:stop]
        for block, start, stop in near_parts(reading, own, mention)
        if block not in taken or start
    )
    unseen = (
        next(filter(None, match.groups()))
        for block, _, _ in own
        for match in _UNSEEN.finditer(reading.blocks[block].text[:_LENGTH])
    )
    return _ADDRESSES.sub(" ", "\n".join((*near, *unseen)))


def _with_title_before_by(placed: list[_Placed]) -> Iterator[_Placed]:
    """Return the segments; what reads as names in emphasis right before "by" is the title."""
    for held, following in zip_longest(placed, placed[1:]):
        says_by = (
            following is not None
            and following.block == held.block
            and following.segment.role is Role.NAMES
            and _SAYS_BY.match(following.segment.text)
        )
        if says_by and held.segment.role in (Role.NAMES, Role.NAME) and _is_set(held):
            segment = attrs.evolve(held.segment, role=Role.TITLE, names=None)
            yield attrs.evolve(held, segment=segment)
        else:
            yield held


def _without_values(placed: Iterable[_Placed]) -> Iterator[_Placed]:
    """Return the segments without plain words after the label of another field."""
    before: _Placed | None = None
    every = list(placed)
    for held, following in zip_longest(every, every[1:]):
        labelled = before is not None and before.segment.role is Role.LABEL
        value = labelled and held.segment.role is Role.TITLE and _is_plain_value(before, held)
        # "**Method 1**: On the Form of It — Ada Berg, Bo Fei": names follow the title.
        named = following is not None and following.segment.role is Role.NAMES
        if value and before and (named or is_acronym(before.segment.text)):
            value = is_generic(before.segment.text) or len(held.segment.text.split()) < 3
        before = held
        if not value:
            yield held


def _is_plain_value(label: _Placed | None, held: _Placed) -> bool:
    if label is None or label.block != held.block or held.segment.style is not Style.PLAIN:
        return False
    return label.segment.style in (Style.BOLD, Style.ITALIC) and not _OF_TITLE.search(
        label.segment.text
    )


def _is_called_by(reading: Reading, title: _Placed, names: _Placed | None) -> bool:
    """Return whether lower-case words only say what a work is about.

    "Berg et al.'s [form of things](…)", "For the form of things, see Berg et al."
    """
    if names is None or is_capitalised(title.segment.text):
        return False
    text, start = reading.inlines[title.block].text, title.segment.start
    whose = _WHOSE.search(text, max(0, start - 9), start)
    told = title.block == names.block and title.segment.style is Style.PLAIN
    return bool(whose or (told and _SAYS_SEE.match(names.segment.text)))


def _is_page(reading: Reading, title: _Placed) -> bool:
    """Return whether the id in brackets is before a title, as arXiv calls its own pages."""
    start = title.segment.start
    around = reading.inlines[title.block].text[max(0, start - 20) : title.segment.end]
    found = _PAGE.search(around)
    return found is not None and found.end() in range(min(start, 20), min(start, 20) + 20)


def _title(reading: Reading, placed: list[_Placed], mention: Mention) -> int | None:
    """Return the place of the title: linked to the paper, or else marked, a heading, or alone."""
    titles = [n for n, held in enumerate(placed) if held.segment.role is Role.TITLE]
    if any(_quotes(placed[n], mention) for n in titles):
        return None
    titles = _without_remarks(placed, titles, mention)
    titles = titles or [n for n in range(len(placed)) if _may_be_title(placed, n)]
    # A short text may be the title only if no text has the words of a title.
    long = [n for n in titles if len(placed[n].segment.text.split()) > 2]
    for own in (long, [n for n in titles if n not in long]):
        for rank in _RANKS:
            for number in own:
                if rank(reading, placed[number], mention):
                    return number
        if own and _is_closed(reading, placed, own[0]):
            return own[0]
    return None


def _quotes(held: _Placed, mention: Mention) -> bool:
    """Return whether a quotation goes on past a mention: '"Berg (arXiv:2506.13585) shows it"'."""
    segment = held.segment
    within = held.block == mention.block and segment.start < mention.start < segment.end
    return within and segment.style is Style.QUOTED and not mention.text


def _without_remarks(placed: list[_Placed], titles: list[int], mention: Mention) -> list[int]:
    """Return the titles without plain words after the work that are not set as a title.

    They describe the thing whose name is before the work.
    """

    def is_before(held: _Placed) -> bool:
        return held.block == mention.block and held.segment.end <= mention.start

    if not any(is_before(placed[n]) for n in titles):
        return titles
    return [
        n
        for n in titles
        if is_before(placed[n])
        or placed[n].block != mention.block
        or placed[n].segment.style is not Style.PLAIN
        or is_capitalised(placed[n].segment.text)
    ]


def _is_below(reading: Reading, held: _Placed, mention: Mention) -> bool:
    """Return whether plain words are in an item below the mention: they are about the work."""
    block = reading.blocks[held.block]
    own = reading.blocks[mention.block]
    plain = held.segment.style is Style.PLAIN and block.kind != "heading"
    return plain and held.block > mention.block and len(block.items) > len(own.items)


def _joined(reading: Reading, placed: list[_Placed], number: int) -> list[_Placed]:
    """Join the halves of a plain title that a dash separates."""
    title = placed[number]
    before = placed[number - 1] if number > 1 else title
    if before.segment.role is Role.NAME and placed[number - 2].segment.role is Role.NAMES:
        # After the names, what reads as one more is the first half.
        half = attrs.evolve(before, segment=attrs.evolve(before.segment, role=Role.TITLE))
        tried = [*placed[: number - 1], half, *placed[number:]]
        joined = _joined(reading, tried, number - 1)
        return joined if len(joined) < len(placed) else placed
    while number + 1 < len(placed):
        following = placed[number + 1]
        between = reading.inlines[title.block].text[title.segment.end : following.segment.start]
        plain = title.segment.style is following.segment.style is Style.PLAIN
        is_half = plain and following.segment.role is Role.TITLE and following.block == title.block
        wrapped = between == "\n" and _is_wrapped(reading, placed, number)
        if not (is_half and (wrapped or between.strip() in ("-", "–", "—"))):
            break
        end = following.segment.end
        text = clean(reading.inlines[title.block].text[title.segment.start : end])
        title = attrs.evolve(title, segment=attrs.evolve(title.segment, text=text, end=end))
        placed = [*placed[:number], title, *placed[number + 2 :]]
    return placed


def _is_wrapped(reading: Reading, placed: list[_Placed], number: int) -> bool:
    """Return whether a plain title after names goes on in the next line, up to a full stop."""
    title, following = placed[number], placed[number + 1]
    named = any(
        held.segment.role is Role.NAMES and held.block == title.block for held in placed[:number]
    )
    text = reading.inlines[title.block].text
    return named and text[following.segment.end : following.segment.end + 1] == "."


def _may_be_title(placed: list[_Placed], number: int) -> bool:
    """Return whether what reads as names can be a title: three words, or after other names."""
    segment = placed[number].segment
    words = segment.text.split()
    if segment.role is Role.META and segment.style is not Style.BRACKET:
        # The title of a workshop reads as a venue.
        named = any(held.segment.role is Role.NAMES for held in placed)
        return named and len(words) > 4 and segment.linked is None
    if segment.role is Role.NAMES:
        others = [n for n, held in enumerate(placed) if held.segment.role is Role.NAMES]
        # What opens an entry is its title where the names are said to be further on.
        said = number == 0 and any(placed[n - 1].segment.role is Role.LABEL for n in others[1:])
        return (others[0] < number or said) and len(words) > 3
    if segment.role is not Role.NAME or any("." in word for word in words):
        return False
    named = any(held.segment.role is Role.NAMES for held in placed)
    return len(words) > 2 or (named and segment.style in _MARKED)


_Rank = Callable[[Reading, _Placed, Mention], bool]


def _leads_to(_: Reading, held: _Placed, mention: Mention) -> bool:
    linked = held.segment.linked
    return linked is not None and linked.identity == mention.identity and bool(linked.text)


def _marked_before(_: Reading, held: _Placed, mention: Mention) -> bool:
    near = held.block == mention.block and held.segment.start < mention.start
    return near and held.segment.style in _MARKED


def _is_heading(reading: Reading, held: _Placed, _: Mention) -> bool:
    return reading.blocks[held.block].kind == "heading"


def _is_marked(_: Reading, held: _Placed, __: Mention) -> bool:
    return held.segment.style in _MARKED


_RANKS: tuple[_Rank, ...] = (_leads_to, _marked_before, _is_heading, _is_marked)


def _is_closed(reading: Reading, placed: list[_Placed], number: int) -> bool:
    """Return whether names follow a plain title, or a link after nothing but dates and venues."""
    own = placed[number]
    for held in placed:
        if held.block != own.block or held.segment.start <= own.segment.start:
            continue
        if held.segment.role in (Role.LINK, Role.NAMES):
            return True
        if held.segment.linked is not None:
            return True
        if held.segment.role is Role.LABEL and held is placed[number + 1]:
            # Fields below a line belong to what the line names.
            text = reading.inlines[own.block].text
            return (
                "\n" in text[own.segment.end : held.segment.start]
                or _names(placed, number) is not None
            )
        if held.segment.role in (Role.TITLE, Role.PROSE, Role.LABEL):
            return _names(placed, number) is not None
    beside = [held for held in placed if held is not own]
    if any(held.segment.role in (Role.NAMES, Role.LINK) for held in beside):
        return True
    # "- [[pdf](…)] On It": nothing else is in the item.
    item = bool(reading.blocks[own.block].items) and len(own.segment.text.split()) > 2
    return item and any(held.segment.linked for held in beside)


def _names(placed: list[_Placed], title: int) -> _Placed | None:
    """Return the names nearest to the title: those of its own block first."""
    order = [*range(title - 1, -1, -1), *range(title + 1, len(placed))]
    order.sort(key=lambda number: placed[number].block != placed[title].block)
    for role in (Role.NAMES, Role.NAME):
        for number in order:
            held: _Placed = placed[number]
            if held.segment.role is not role or not _reaches(placed, title, number):
                continue
            if role is Role.NAMES or not _is_of_sentence(placed, title, number):
                return held
    return None


def _is_of_sentence(placed: list[_Placed], title: int, number: int) -> bool:
    """Return whether one name is in another block than the title, with words that it may belong to.

    "Numbers are no insight. — Bo Fei" over a title names whom the sentence is from.
    """
    own = placed[number].block
    if own == placed[title].block:
        return False
    return any(
        held.block == own and held.segment.role in (Role.TITLE, Role.PROSE) for held in placed
    )


def _reaches(placed: list[_Placed], title: int, number: int) -> bool:
    """Return whether only dates, venues, links and places lie between a title and names."""
    between = placed[min(title, number) + 1 : max(title, number)]
    if between and _OF_AUTHORS.fullmatch(between[-1].segment.text) and title < number:
        between = between[:-1]
    if any(held.segment.role in (Role.LABEL, Role.PROSE) for held in between):
        return False
    return not any(held.segment.role is Role.TITLE for held in between)


def _is_sure(segment: Segment, text: str, has_names: bool) -> bool:
    """Return whether the entry sets a title, and no name for the work."""
    if is_called(text):
        return False
    if segment.style is Style.BOLD:
        return has_names or (is_capitalised(text) and not text.endswith("?"))
    return has_names or segment.style in (Style.ITALIC, Style.QUOTED)
