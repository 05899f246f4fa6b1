"""Whether what was read as a title is one, or a citation, or a part of a journal's name.

The rules and the evidence read titles by how they are set. Here the words are judged: what is
names and a year is no title, whatever is around it.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from refcore.markdown.attach import FoundList
from refcore.markdown.blocks import CELL
from refcore.markdown.cuttitles import CutTitle, citation, cited_before, credited
from refcore.markdown.links import Mention
from refcore.markdown.reading import Reading, heading_title
from refcore.markdown.roles import is_sentence
from refcore.markdown.rules import Kind
from refcore.markdown.titles import NO_TITLE, Title, clean, is_generic, is_venue
from refcore.names.familynames import is_family
from refcore.names.running import NameList, read_names
from refcore.names.shape import is_name
from refcore.names.titlewords import is_title_word
from refcore.text.patterns import regex

__all__ = ["is_citation", "is_numbered", "judged"]

_MARKS: Final = '*_"“”«»《》\n'
_LEAST_WORDS: Final = 4  # of the title of an entry without authors
_MOST_OF_JOURNAL: Final = 3  # words of a part of a journal's name
_ANY_YEAR: Final = 2000  # so that family names alone are read as a citation's
_REACH: Final = 1000  # characters around a work in which its title is looked for
# "E12 — Berg & Fei": the number that a note gives a work, and its citation.
_NUMBERED: Final = regex(
    r"[A-Z]{1,3}-?[0-9]{1,4}\s[—–-]\s(?=[^\W\d_a-z][\w'’-]+\s(?:&\s|and\s|et\sal\b))"
)
# "On the Form of It (2025). *Acta*": an entry of a work without authors, before its journal.
_WITHOUT_AUTHORS: Final = regex(
    r"(?:\A|\n\n)[\s*_\d.)\[\]-]{0,8}(?P<title>[^\W\d_a-z][^()]{15,300}?)"
    r"\s\((?:19|20)[0-9]{2}[a-z]?\)\.\s[*_]{1,2}\Z"
)
# Initials and "et al." are of people, even where not all names can be read.
_OF_NAMES: Final = regex(r",\s[^\W\d_a-z]\.|\bet\sal\b")
# What a sentence has, and titles hardly ever: "the lamp is broken", "it was shown that".
_VERB: Final = regex(r"\A[^\W\d_a-z].{0,200}\s(?:are|is|was|were|has been|have been|can be)\s[a-z]")
# "Berg, A. (1980). On It.\nBo Fei (1982). Of It.": what is between names and another entry.
_TWO_ENTRIES: Final = regex(
    r"\((?:19|20)[0-9]{2}[a-z]?\)\.\s[^\n]*\n[^\n]*\((?:19|20)[0-9]{2}[a-z]?\)\.\s"
)
_ALONE: Final = regex(
    r"\s*(?P<name>[^\W\d_a-z][\w'’-]{2,30}),?\s\(?(?:19|20)[0-9]{2}[a-z]?\)?\s?[(\[]{0,2}"
)
_TAG: Final = regex(r"</?[a-z]{1,6}>")
_YEAR: Final = regex(r"[\s*_,.(]{0,4}(?:19|20)[0-9]{2}(?![0-9])")
# "Chem. Ing. Tech. 2021, 93 (12)": what follows the first word of a journal's short name.
_VOLUME: Final = regex(
    r"\.?,?\s(?:[^\W\d_][\w&-]{0,20}\.,?\s){0,5}(?:[^\W\d_]\.?\s)?(?:19|20)[0-9]{2},\s[0-9]{1,4}(?![0-9])"
)


def is_citation(text: str) -> bool:
    """Return whether the words of a link are names and a year, and no title.

    >>> is_citation("Berg & Fei, 2020"), is_citation("On the Form of Things, 2020")
    (True, False)
    """
    said = citation(clean(text)) if text else None
    return said is not None and not said.title


def is_numbered(text: str) -> bool:
    """Return whether a heading is the number that a note gives a work, and its citation.

    >>> is_numbered("E12 — Berg & Fei"), is_numbered("E12 — On the Form of Things")
    (True, False)
    """
    return bool(_NUMBERED.match(text))


def judged(
    title: Title, mention: Mention, held: FoundList | None, reading: Reading
) -> tuple[Title, FoundList | None]:
    """Return the title and the names of a work without what is neither.

    `mention` is the first of the work, `held` the names that were read.

    >>> from refcore.markdown import read
    >>> (one,) = read("It holds. [Berg & Fei, 2020](https://arxiv.org/abs/2006.13585)")
    >>> one.title, str(one.authors)
    ('', 'Berg, Fei')
    """
    if held is not None and _is_of_other_line(held, reading, mention):
        title, held = attrs.evolve(title, sure=False), None
    if _is_dated_venue(title.text, reading, mention) or _is_of_other_cell(title, reading, mention):
        return NO_TITLE, held
    heading = heading_title(reading, mention.identity)
    if is_numbered(title.text) or (is_numbered(heading) and title.text in heading):
        title = NO_TITLE
    elif is_citation(mention.text) and _is_plain(title.text, reading, mention):
        title = attrs.evolve(title, sure=False)
        if _is_sentence(title.text, reading, mention):
            return NO_TITLE, held
    if held is None and (names := _numbered(heading, reading, mention)):
        return title, names
    if held is None and (real := _over_year(title.text, reading, mention)):
        return attrs.evolve(title, sure=False, text=real), held
    if (said := _cited_before(reading, mention)) and _is_more(said, title, held):
        names = FoundList(said.names, mention.line, "", Kind.OPENING, mention.block, loose=True)
        apart = "" if any(x.name in title.text for x in said.names.names) else title.text
        return attrs.evolve(title, text=said.title or apart), names
    if (said := _linked(title, mention, held)) is not None:
        held = FoundList(said.names, mention.line, "", Kind.OPENING, mention.block)
    if held is None and (lone := _alone_in_cell(reading, mention)):
        held = lone
    said = citation(title.text) or _credited(title, mention)
    if said is None and not _is_set_apart(title.text, reading, mention):
        if _is_of_journal(title.text, reading, mention):
            return NO_TITLE, _before(title.text, held, reading)
        # "[Berg & Fei, 2020](…)" in a sentence: what is read as a title around it is none.
        said = citation(clean(mention.text)) if is_citation(mention.text) else None
    if said is None:
        return title, held
    if held is None:
        if any(is_title_word(one.name.casefold()) for one in said.names.names):
            return title, held
        place = mention.line, "", Kind.OPENING, mention.block
        held = FoundList(said.names, *place, loose=said.loose)
    sure = title.sure and bool(said.title)
    return attrs.evolve(title, sure=sure, text=clean(said.title)), held


def _credited(title: Title, mention: Mention) -> CutTitle | None:
    """Return the title and names of an entry whose link or title has both, with no mark of its own.

    So it is in "[Ada Berg, On the Form of Things](…)"; a title that a label states has no names.
    """
    if title.sure:
        return None
    return credited(title.text or clean(mention.text))


def _linked(title: Title, mention: Mention, held: FoundList | None) -> CutTitle | None:
    """Return the citation that a link is, where the names read are of the words around it."""
    if held is None or held.kind is Kind.MARKED or not is_citation(mention.text):
        return None
    if title.text and not is_citation(title.text):
        return None
    said = citation(clean(mention.text))
    families = {x.name.split()[-1] for x in held.names.names}
    if said is None or families & {x.name.split()[-1] for x in said.names.names}:
        return None
    return said


def _alone_in_cell(reading: Reading, mention: Mention) -> FoundList | None:
    """Return the family name and year before a link, which are all of its cell.

    So it is in "| 0.5 | Berg 1997 ([DOI](…)) |"; it may be the name of something else.
    """
    if reading.blocks[mention.block].kind != "row" or not is_generic(mention.text):
        return None
    text = reading.inlines[mention.block].text[: mention.start]
    begin = text.rfind(CELL) + 1
    alone = _ALONE.fullmatch(text, begin)
    if alone is None or is_title_word(alone["name"]) or not is_name(alone["name"], single=True):
        return None
    names = NameList.of([alone["name"]], alone.start("name"), alone.end("name"))
    return FoundList(names, mention.line, "", Kind.OPENING, mention.block, loose=True)


def _is_more(said: CutTitle, title: Title, held: FoundList | None) -> bool:
    """Return whether a citation says more than what was read: names, or one more at their front."""
    if held is None:
        return not title.sure or said.title == title.text
    own, read = [x.name for x in said.names.names], [x.name for x in held.names.names]
    return len(read) < len(own) and own[-len(read) :] == read


def _cited_before(reading: Reading, mention: Mention) -> CutTitle | None:
    """Return the citation that the words before a bare address end with."""
    if mention.text:
        return None
    begin = reading.neighbours(mention)[0]
    text = reading.inlines[mention.block].text[max(begin, mention.start - _REACH) : mention.start]
    return cited_before(text.replace("\n", " "))


def _is_of_other_line(held: FoundList, reading: Reading, mention: Mention) -> bool:
    """Return whether names are in a line before that of an entry, which has its own year."""
    if held.block != mention.block:
        return False
    between = reading.inlines[held.block].text[held.names.end : mention.start][:_REACH]
    return bool(_TWO_ENTRIES.search(between))


def _numbered(heading: str, reading: Reading, mention: Mention) -> FoundList | None:
    """Return the names of the heading over a work that has its number and citation."""
    number = _NUMBERED.match(heading)
    said = citation(f"{heading[number.end() :]}, {_ANY_YEAR}") if number else None
    people = () if said is None else said.names.names
    if said is None or not (said.names.others or any(is_family(x.name.casefold()) for x in people)):
        return None
    sections = reading.blocks[mention.block].sections
    block = reading.headings.get(sections[-1] if sections else min(reading.headings, default=0))
    if block is None:
        return None
    return FoundList(said.names, reading.inlines[block].line, "", Kind.OPENING, block)


def _is_plain(title: str, reading: Reading, mention: Mention) -> bool:
    """Return whether a title is in the words around a mention, without marks of its own."""
    text, place = _around(title, reading, mention)
    beside = f"{text[:place][-1:]}{text[place + len(title) :][:1]}"
    return bool(title) and place >= 0 and not set(beside) & {*_MARKS.strip()}


def _is_sentence(title: str, reading: Reading, mention: Mention) -> bool:
    """Return whether a title is the sentence before a citation: "It is so. [Berg & Fei 2016]"."""
    block = reading.blocks[mention.block]
    prose = block.kind == "paragraph" and not block.items and _VERB.match(title)
    return bool(prose) or is_sentence(title)


def _is_set_apart(title: str, reading: Reading, mention: Mention) -> bool:
    """Return whether a title is in an item or a row, or between marks in the block of a mention."""
    block = reading.blocks[mention.block]
    if not title or block.kind == "row" or (block.items and mention.text):
        return bool(title)
    text, place = _around(title, reading, mention)
    behind = text[place + len(title) :][:1]
    return (
        place >= 0 and (place == 0 or text[place - 1] in _MARKS) and behind in (*_MARKS, ".", ",")
    )


def _around(title: str, reading: Reading, mention: Mention) -> tuple[str, int]:
    """Return the text around a mention, and where the title is in it, -1 if it is not."""
    text = reading.inlines[mention.block].text[max(0, mention.start - _REACH) :][: 2 * _REACH]
    return text, text.replace("\n", " ").find(title)


def _is_of_other_cell(title: Title, reading: Reading, mention: Mention) -> bool:
    """Return whether a title is the number of a note, or in another cell than several citations.

    "[<sup>[1]</sup>](…)" has no words, and a row about something may cite several works.
    """
    if title.sure or not title.text:
        return False
    if not any(map(str.isalpha, _TAG.sub("", title.text))):
        return True
    block = reading.blocks[mention.block]
    works = {one.identity for one in reading.by_block.get(mention.block, ()) if one.is_paper}
    if block.kind != "row" or len(works) == 1 or not is_citation(mention.text):
        return False
    text = reading.inlines[mention.block].text
    return title.text not in text[text.rfind(CELL, 0, mention.start) + 1 : mention.start]


def _is_dated_venue(title: str, reading: Reading, mention: Mention) -> bool:
    """Return whether a title is a journal with a year behind it: "Berg et al., *PLoS One* 2014"."""
    if len(title.split()) > _MOST_OF_JOURNAL or not is_venue(title):
        return False
    text, place = _around(title, reading, mention)
    return place > 0 and bool(_YEAR.match(text, place + len(title)))


def _over_year(title: str, reading: Reading, mention: Mention) -> str:
    """Return the title of an entry without authors, if what was read as one is its journal."""
    text, place = _around(title, reading, mention) if title else ("", -1)
    before = text[:place] if place > 0 else ""
    if not before.endswith(("*", "_")):
        return ""
    found = _WITHOUT_AUTHORS.search(before)
    real = clean(found["title"]) if found else ""
    if not real or _OF_NAMES.search(real):
        return ""
    names = read_names(real)
    are_names = names is not None and not real[names.end :].strip(" .,")
    return "" if are_names or len(real.split()) < _LEAST_WORDS else real


def _is_of_journal(title: str, reading: Reading, mention: Mention) -> bool:
    """Return whether a title is a part of a journal's short name: "Chem" of "Chem. Ing. Tech."."""
    if not title or len(title.split()) > _MOST_OF_JOURNAL:
        return False
    text, place = _around(title, reading, mention)
    return place > 0 and bool(_VOLUME.match(text, place + len(title)))


def _before(title: str, held: FoundList | None, reading: Reading) -> FoundList | None:
    """Return the names of an entry without the last, if it is the beginning of the journal.

    So it is in "A. Berg, Korean J. Chem. Eng. 2000", where "Eng" was read as the title.
    """
    if held is None or len(held.names.names) < 2:
        return held
    between = reading.inlines[held.block].text[held.names.end :][:3]
    text = reading.inlines[held.block].text
    if not re.match(rf"\.?\s?{re.escape(title[:1])}", between) or title not in text:
        return held
    names = attrs.evolve(held.names, names=held.names.names[:-1])
    return attrs.evolve(held, names=names)
