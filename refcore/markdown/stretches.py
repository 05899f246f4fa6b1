"""Where in the blocks of a note an author list begins, and how certain that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from refcore.markdown.authorlists import are_places
from refcore.markdown.blocks import CELL, Block
from refcore.markdown.links import Inline, Mention
from refcore.markdown.prose import prose_lists
from refcore.markdown.rules import Kind, Rule
from refcore.markdown.runs import AUTHORISH, OF_THIS_TEXT, SOME, Announced, announced, name_run
from refcore.markdown.tables import names_others
from refcore.model.people import Group, Name, Person
from refcore.names.filed import read_filed
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution, is_team, looks_like_group
from refcore.names.places import is_town
from refcore.names.plain import read_name
from refcore.names.running import NameList, surely_names
from refcore.names.shape import is_name
from refcore.text.patterns import regex

__all__ = [
    "EMPTY",
    "ENTRY",
    "LABEL",
    "OF_THIS_TEXT",
    "RULES",
    "Stretch",
    "author_stretches",
    "goes_on",
    "is_nobody",
    "may_be_pairs",
]

# No list is known before the rules run.
EMPTY: Mapping[int, NameList] = MappingProxyType({})
_LABEL = regex(
    r"(?:^|(?<=[\n\x1f.;,(|，。；]))\s{0,9}[*_]{0,9}(?:(?:the|its|their|full|complete|all|listed|paper|original)\s+){0,3}"
    rf"(?:authors?|(?:first|lead)\s+author(?!s)|(?P<some>(?:{SOME.pattern}\s+(?:(?:of\s+)?the\s+)?){{1,2}})"
    r"(?:co-?)?authors?|written\s+by|authored\s+by|(?<=\n)by(?=\s?[*_]{0,3}:)|who(?=[*_]{0,3}:)"
    r"|(?P<cites>citation|reference)(?=[*_]{0,3}:))\b(?P<more>[^.:\n\x1f]{0,120}):[*_]*(?=\s)",
    re.IGNORECASE,
)
_SEVERAL = regex(r"authors\b|\bby\b", re.IGNORECASE)
# "Berg, Ada B." and nothing after it in the line
_FILED = regex(
    r"\s*(?P<family>(?:[a-z]+\s){0,2}[^\W\d_a-z][\w'’-]+),\s"
    r"(?P<given>[^\W\d_a-z][\w'’.-]*(?:\s[^\W\d_][\w'’.-]*){0,3})[*_]*\s*(?=[\n|\x1f(]|\Z)"
)
# What may follow names where the note has the title elsewhere: "(MIT). arXiv:2506.13585 (2025)."
_ONLY_IDS = regex(
    r"[\s.,]*(?:\([^()\n]{0,60}\)[\s.,]*)?(?:arxiv[:\s]|https?://|doi\b)[^\s]{4,80}\s*(?:\([^()\n]{0,20}\))?"
    r"[\s.]*(?:\n|\Z)",
    re.IGNORECASE,
)
_FIRST = regex(r"\b(?:first|lead)\s+author", re.IGNORECASE)
_BEGINS_BY = regex(r"[\s*_(–—-]*(?:(?:written|authored)\s+)?by\s+", re.IGNORECASE)
# The names may be followed by a pointer to the rest: "… (full list on arXiv)".
_END = regex(r"[\s.,;:)\]*_…]*(?:\([^()\n]{0,80}\)[\s.*_]*)?\Z")
_OPENS_MEMBERS = regex(r"[*_]{0,3}\s\((?:led by\s)?(?=[^\W\d_a-z])")
_JOINS = regex(r"\s(?:and|&)\s|;")
_GOES_ON = regex(r"[ \t*_)\]]{0,6}(?:[,;&、]|and\b)[ \t]*(?:[^\W\d_]|[0-9]{1,3}\s[a-z])")
# What cells say instead of names.
_NOBODY = frozenset("anonymous community multiple n/a na none tba tbd unknown various".split())
_TITLED = regex(
    r"\b(?:title|paper)s?\b\W+(?:and\W+)?(?:the\W+)?author|author\w*\W+(?:and\W+)?(?:title|paper)\b"
)
# "Berg & Fei 2024", "Berg et al. (2024)" in a column of authors.
_YEAR_AFTER = regex(r"[\s,(]+(?:19|20)[0-9]{2}[a-z]?\)?\s*\Z")
_LONGEST_PLACED = 1000
_LINE_END = regex(r"[ \t.,;)\]*_\\…]*(?:\n|\Z)")


@attrs.frozen
class Stretch:
    """An author list in a block, with its line, how it is marked, and the last block it fills.

    `place` is the block whose place decides which work the list belongs to.
    """

    rule: Rule
    kind: Kind
    names: NameList
    block: int
    line: int
    last: int
    place: int


def author_stretches(
    blocks: Sequence[Block],
    inlines: Sequence[Inline],
    cited: Mapping[int, Sequence[Mention]],
    known: Mapping[int, NameList] = EMPTY,
) -> Iterator[Stretch]:
    """Return the author lists of a note in order.

    `cited` are the works that a block mentions, `known` the lists of entries.
    """
    number = 0
    while number < len(blocks):
        run = name_run(blocks, inlines, cited, number)
        if run is not None:
            kind = Kind.SOME if run.some else Kind.MARKED
            # A list with one name per item belongs to the paragraph above it.
            near = blocks[max(0, number - 1)].sections == blocks[number].sections
            place = max(0, number - 1) if near else number
            line = blocks[number].line
            yield Stretch(NAME_EACH, kind, run.names, number, line, run.end - 1, place)
            number = run.end
            continue
        placed, end = _placed_run(blocks, inlines, cited, number)
        if placed is not None:
            line = blocks[number].line
            yield Stretch(WHOLE, Kind.WHOLE, placed, number, line, end - 1, number)
            number = end
            continue
        if blocks[number].kind not in ("heading", "code"):
            yield from _of_block(blocks, inlines, number, cited.get(number, ()), known.get(number))
        number += 1


def _of_block(
    blocks: Sequence[Block],
    inlines: Sequence[Inline],
    number: int,
    cited: Sequence[Mention],
    known: NameList | None,
) -> Iterator[Stretch]:
    inline = inlines[number]
    cells = list(_read(CELLS, blocks[number], inline)) if blocks[number].kind == "row" else []
    found: list[_Read]
    if known is not None and not cells:
        found = [(ENTRY, ENTRY.kind, known), *_read(LABEL, inline)]
    elif blocks[number].kind == "row":
        found = cells or [
            held
            for held in _in_prose(inline, cited)
            if _may_be_in_row(held)
            and not names_others(blocks[number].columns, inline.text, held[2].start)
        ]
    else:
        told = announced(blocks, inlines, number)
        if told is not None and told.of_this_text:
            return
        found = list(_read(WHOLE, inline, told)) or [
            *_read(LABEL, inline),
            *_read(LINES, inline),
            *(_in_prose(inline, cited) if cited else ()),
        ]
    end = -1
    for rule, kind, names in sorted(found, key=lambda held: (held[2].start, -held[1])):
        if names.start >= end:
            end = names.end
            line = inline.line_at(names.start)
            yield Stretch(rule, kind, names, number, line, number, number)


_Read = tuple[Rule, Kind, NameList]


def _read(rule: Rule, *context: object) -> Iterator[_Read]:
    yield from ((rule, kind, names) for kind, names in rule.read(rule.pattern, *context))


def _in_prose(inline: Inline, cited: Sequence[Mention]) -> list[_Read]:
    return [(rule, rule.kind, names) for rule, names in prose_lists(inline, cited)]


def _may_be_in_row(held: _Read) -> bool:
    """Return whether a cell has a list, and not the short name of a thing."""
    _, kind, names = held
    return kind not in (Kind.OPENING, Kind.AFTER) or len(names.names) > 1 or bool(names.others)


def _whole(
    pattern: re.Pattern[str], inline: Inline, told: Announced | None
) -> Iterator[tuple[Kind, NameList]]:
    if told is None and not inline.has_capitals:
        return
    by = pattern.match(inline.text)
    names = inline.names(by.end() if by else 0, lenient=True)
    if names is None or not _END.match(inline.text, names.end):
        return
    if told is not None:
        yield Kind.SOME if told.some else Kind.MARKED, names
    elif surely_names(names):
        yield Kind.WHOLE, names


def _placed_run(
    blocks: Sequence[Block],
    inlines: Sequence[Inline],
    cited: Mapping[int, Sequence[Mention]],
    number: int,
) -> tuple[NameList | None, int]:
    """Return the people of paragraphs that have only people with their places of work.

    The number is that of the block behind them.
    """
    found: list[NameList] = []
    end = number
    while end < len(blocks) and blocks[end].kind == "paragraph" and not cited.get(end):
        if (placed := _with_places(inlines[end].text)) is None:
            break
        found.append(placed)
        end += 1
    if not found or announced(blocks, inlines, number) is not None:
        return None, number
    names = tuple(name for placed in found for name in placed.names)
    return attrs.evolve(found[0], names=names), end


def _with_places(text: str) -> NameList | None:
    """Return the people of a text in which a place of work is behind each, or None.

    >>> [x.name for x in _with_places("Ada Berg, MIT; Bo Fei, Kyoto University;").names]
    ['Ada Berg', 'Bo Fei']
    >>> _with_places("Ada Berg, a study; MIT")
    """
    parts = [part.partition(",") for part in text.strip(" .;*_\n").split(";")]
    people = [name.strip(" *_\n") for name, _, _ in parts]
    are_people = all(" " in name and is_name(name) and not is_institution(name) for name in people)
    if len(text) > _LONGEST_PLACED or not are_people:
        return None
    if not all(place.strip() and are_places(f"— {place.strip()}") for _, _, place in parts):
        return None
    start = text.index(people[0])
    return NameList.of(people, start, len(text.rstrip()))


def _labelled(pattern: re.Pattern[str], inline: Inline) -> Iterator[tuple[Kind, NameList]]:
    if not LABEL.may_read(inline.folded):
        return
    for match in pattern.finditer(inline.text):
        names = _one_filed(inline.text, match.end()) or inline.names(match.end(), lenient=True)
        said = inline.text[match.start() : names.end + 60] if names else ""
        if names is None or OF_THIS_TEXT.search(said):
            continue
        if match["cites"] and not (
            len(names.names) > 1 and _ONLY_IDS.match(inline.text, names.end)
        ):
            continue
        names = _without_place(_with_members(inline, names))
        if may_be_pairs(inline, names):
            if len(names.names) > 2 or _SEVERAL.search(match[0]):
                continue
            # "Author: Berg, Ada" has one author.
            names = attrs.evolve(names, names=(_turned(names),))
        if _FIRST.search(match[0]) and len(names.names) == 1:
            names = attrs.evolve(names, others=names.others or True)
        kind = Kind.SOME if match["some"] else Kind.MARKED
        yield kind, _open_ended(inline, names)


def _one_filed(text: str, start: int) -> NameList | None:
    """Return the one person that a field has, family name first, where that is certain.

    That is so if what is after the comma has an initial or several words, or is a given name.

    >>> [bool(_one_filed(text, 0)) for text in ("Berg, Ada B.", "Berg, Susan", "Berg, Fei")]
    [True, True, False]
    """
    found = _FILED.match(text, start)
    if found is None or is_given(found["family"]):
        return None
    family, given = found["family"], found["given"]
    if looks_like_group(family) or looks_like_group(given) or is_institution(given):
        return None
    certain = " " in given or len(given.strip(".")) == 1 or all(map(is_given, given.split("-")))
    name = read_filed(f"{family}, {given}") if certain else None
    if name is None:
        return None
    return NameList((name,), others=False, start=start, end=found.end("given"))


def _with_members(inline: Inline, names: NameList) -> NameList:
    """Return a team with the people in brackets behind it: "The Foo Team (Ada Berg, Bo Fei)"."""
    if len(names.names) != 1 or not isinstance(names.names[0], Group):
        return names
    opened = _OPENS_MEMBERS.match(inline.text, names.start + len(names.names[0].name))
    if opened is None:
        return names
    people = inline.names(opened.end())
    if people is None or len(people.names) < 2 or not surely_names(people):
        return names
    both = (*names.names, *people.names)
    return attrs.evolve(names, names=both, others=people.others, end=people.end)


def _without_place(names: NameList) -> NameList:
    """Return a list without the place of work at its end: "Ada Berg, Bo Fei, KAIST".

    A company there may have signed the work too; then others may be among the authors.
    """
    *people, last = names.names
    if not people or is_team(last.name):
        return names
    is_where = is_institution(last.name) or is_town(last.name)
    if not (is_where or looks_like_group(last.name)):
        return names
    return attrs.evolve(names, names=tuple(people), others=names.others or not is_where)


def may_be_pairs(inline: Inline, names: NameList) -> bool:
    """Return whether a list may be "Family, Given, Family, Given" as well as family names alone."""
    count = len(names.names)
    words = inline.text[names.start : names.end]
    alone = all(isinstance(name, Person) and not name.given for name in names.names)
    joined = _JOINS.search(words) or names.others
    return alone and count >= 2 and count % 2 == 0 and not joined


def _turned(names: NameList) -> Name:
    family, given = (name.name for name in names.names)
    return read_name(f"{family}, {given}")


def goes_on(inline: Inline, names: NameList) -> bool:
    """Return whether a comma or "and" follows a list: then its end is not understood."""
    return names.others is False and bool(_GOES_ON.match(inline.text, names.end))


def _open_ended(inline: Inline, names: NameList) -> NameList:
    """Return a list with "others" if its end is not understood."""
    return attrs.evolve(names, others=True) if goes_on(inline, names) else names


def is_nobody(text: str) -> bool:
    """Return whether a text says that no names are given: "various", "n/a".

    >>> is_nobody("various"), is_nobody("Bo Fei")
    (True, False)
    """
    return text.strip(" .*_").casefold() in _NOBODY


def _lines(pattern: re.Pattern[str], inline: Inline) -> Iterator[tuple[Kind, NameList]]:
    if not inline.newlines:
        return
    end = 0
    for start in (0, *(offset + 1 for offset in inline.newlines)):
        if start < end or inline.text[start : start + 1] == "\n":
            continue
        names = inline.names(start)
        if names and surely_names(names) and pattern.match(inline.text, names.end):
            end = names.end
            yield Kind.WHOLE, names


def _cells(
    pattern: re.Pattern[str], block: Block, inline: Inline
) -> Iterator[tuple[Kind, NameList]]:
    start = 0
    for column, cell in zip(block.columns, inline.text.split(CELL), strict=False):
        # A cell of "Title & Authors" begins with the title.
        said = pattern.search(column) and not is_nobody(cell) and not _TITLED.search(column)
        year = _YEAR_AFTER.search(cell) if said else None
        stop = start + year.start() if year else 0
        names = inline.names(start, lenient=True, stop=stop) if said else None
        if names is not None and "first" in column.split():
            yield Kind.MARKED, attrs.evolve(names, others=names.others or True)
        elif names is not None and not SOME.search(column):
            yield Kind.MARKED, _open_ended(inline, names)
        start += len(cell) + 1


def _entry(_: re.Pattern[str], known: NameList) -> Iterator[tuple[Kind, NameList]]:
    yield ENTRY.kind, known


_WORK = "https://arxiv.org/abs/2506.13585"
NAME_EACH = Rule(
    "one name an item",
    "a list or a table with one name an item or a row, under words that say “authors”",
    AUTHORISH,
    f"The authors ({_WORK}):\n\n1. Ada Berg\n2. Bo Fei\n\n… and 3 others",
    "Ada Berg, Bo Fei and 3 more",
    name_run,
    Kind.MARKED,
)
CELLS = Rule(
    "column of authors",
    "a cell under a header with the word “author”",
    regex(r"author|^who$"),
    f"| Title | Authors |\n|-|-|\n| [On Things]({_WORK}) | Ada Berg; Bo Fei |",
    "Ada Berg, Bo Fei",
    _cells,
    Kind.MARKED,
)
WHOLE = Rule(
    "block of names",
    "a paragraph or an item of nothing but names, with or without “by”",
    _BEGINS_BY,
    f"# On Things\n\n{_WORK}\n\nAda Berg, Bo Fei\n\nIt is a paper.",
    "Ada Berg, Bo Fei",
    _whole,
    Kind.WHOLE,
)
LABEL = Rule(
    "label",
    "names after a label such as “Authors:” or “written by:”",
    _LABEL,
    f"**Link:** {_WORK}\n**Authors:** Ada Berg, Bo Fei",
    "Ada Berg, Bo Fei",
    _labelled,
    Kind.MARKED,
    needs=("author", "by", "who", "citation", "reference"),
)
LINES = Rule(
    "line of names",
    "a line of nothing but names in a paragraph of several lines",
    _LINE_END,
    f"**On Things**\nAda Berg, Bo Fei\n{_WORK}",
    "Ada Berg, Bo Fei",
    _lines,
    Kind.WHOLE,
)
ENTRY = Rule(
    "names of an entry",
    "the names beside the title of an entry: after it, before it, below it",
    regex(""),
    f"1. **On the Form of Things.** NAACL 2021.\n\n   *Ada Berg, Bo Fei.* [[pdf]({_WORK})], 2021.3",
    "Ada Berg, Bo Fei",
    _entry,
    Kind.OPENING,
)
RULES = (ENTRY, NAME_EACH, CELLS, WHOLE, LABEL, LINES)
