"""Author lists with one name an item or a table row, and what announces them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from refcore.markdown.blocks import CELL, Block
from refcore.markdown.links import Inline, Mention
from refcore.model.people import Person
from refcore.names.numbers import NUMBER, spelled_number
from refcore.names.running import NameList, read_names
from refcore.text.patterns import regex

__all__ = ["AUTHORISH", "OF_THIS_TEXT", "SOME", "Announced", "Run", "announced", "name_run"]

AUTHORISH = regex(r"\bauthors?\b|\bwritten\s+by\b|\bauthored\s+by\b", re.IGNORECASE)
_PEOPLE = regex(r"\b(?:people|names|individuals|persons|researchers)\b", re.IGNORECASE)
# One of these words is in each text that announces people.
_SAYS_WHO = ("author", "written", "people", "names", "individuals", "persons", "researchers")
_NO_LIST_INTRO = regex(r"\bno\s+(?:\w+\s+){0,4}authors?\b", re.IGNORECASE)
# Words for the authors of the note itself.
OF_THIS_TEXT = regex(
    r"\bthis\s+(?:\w+\s+)?(?:article|blog|guide|note|notes|newsletter|page|post|review|site"
    r"|summary|thread|text)\b",
    re.IGNORECASE,
)
# What says that only some of the authors follow, in no certain order.
SOME = regex(
    r"\b(?:lead|leading|key|main|major|core|notable|selected|some|several|principal|prominent"
    r"|primary|contact|corresponding|last|senior|well-known|known|other|additional|remaining|example|include"
    r"|among)\b",
    re.IGNORECASE,
)
_FIRST_OF = regex(
    rf"\bfirst\s+(?P<number>{NUMBER})(?:\s+(?:\w+\s+){{0,2}}?(?:of|out\s+of)\s+(?:the\s+)?"
    rf"(?P<all>{NUMBER})|\s+(?:listed\s+)?(?:authors|names|people)\b)",
    re.IGNORECASE,
)
_END = regex(r"[\s.,;:)\]*_…]*\Z")
# "**Aili Chen** – MiniMax": what an item says of the person.
_SAID = regex(r"[*_]*\s*(?:[–—:]\s|-\s|\(|\|).{1,300}\Z", re.DOTALL)
_NAME_COLUMNS = frozenset(
    ("author", "authors", "author name", "author names", "contributor", "full name", "name")
)


@attrs.frozen
class Announced:
    """What the block before says of the list that follows: only some, or the first of more.

    `of_this_text` says that the list is of the authors of the note itself.
    """

    some: bool = False
    of_this_text: bool = False
    first: int = 0
    total: int = 0


@attrs.frozen
class Run:
    """Names with an item or row each, and the block after the last."""

    names: NameList
    some: bool
    end: int


def announced(blocks: Sequence[Block], inlines: Sequence[Inline], number: int) -> Announced | None:
    """Return what the block before announces, if it announces authors."""
    if number == 0:
        return None
    if not any(word in inlines[number - 1].folded for word in _SAYS_WHO):
        return None
    before, text = blocks[number - 1], inlines[number - 1].text.rstrip(" *_\n")[-300:]
    is_heading = before.kind == "heading"
    is_about = AUTHORISH.search(text) or (
        _PEOPLE.search(text) and _is_under_authors(blocks, inlines, number - 1)
    )
    if not is_about or _NO_LIST_INTRO.search(text):
        return None
    if OF_THIS_TEXT.search(text):
        return Announced(of_this_text=True)
    first = _FIRST_OF.search(text)
    if not (is_heading or text.endswith(":") or (first and blocks[number].kind == "row")):
        return None
    phrase = text if is_heading else re.split(r"[.!?]\s", text)[-1]
    some = bool(SOME.search(phrase))
    if first is None:
        return Announced(some)
    total = spelled_number(first["all"]) if first["all"] else 0
    return Announced(some, first=spelled_number(first["number"]), total=total)


def _is_under_authors(blocks: Sequence[Block], inlines: Sequence[Inline], number: int) -> bool:
    """Return whether a heading over a block, not far from it, is about authors."""
    for near in range(number, max(-1, number - 4), -1):
        if blocks[near].kind == "heading":
            return bool(AUTHORISH.search(inlines[near].text))
    return False


def name_run(
    blocks: Sequence[Block],
    inlines: Sequence[Inline],
    cited: Mapping[int, Sequence[Mention]],
    number: int,
) -> Run | None:
    """Read a list with one name an item or a row, if one begins at this block."""
    block = blocks[number]
    told = announced(blocks, inlines, number)
    if told is None and not _is_under_author_column(blocks, number):
        return None
    if told is not None and told.of_this_text:
        return None
    if block.kind == "row":
        texts, last, said = _rows(blocks, inlines, cited, number)
    elif block.items:
        texts, last, said = _items(blocks, inlines, number)
    else:
        return None
    if last - number < 2:
        return None
    last, rest = _rest(blocks, inlines, last)
    found = read_names(", ".join([*texts, *rest]), lenient=True)
    if found is None or (said and not _are_people(found)):
        return None
    told = told or Announced()
    return Run(_left_out(found, told), told.some, last)


def _items(
    blocks: Sequence[Block], inlines: Sequence[Inline], number: int
) -> tuple[list[str], int, bool]:
    parent = blocks[number].items[:-1]
    texts: list[str] = []
    last, said = number, False
    while last < len(blocks) and blocks[last].items[:-1] == parent and blocks[last].items:
        text = inlines[last].text.rstrip()
        names = inlines[last].names_across(lenient=True)
        if names is None or len(names.names) > 1:
            if not (texts and _is_rest(text.lstrip())):
                break
            texts.append(text.strip(" \t\n.,;"))
        elif _END.match(text, names.end):
            texts.append(text.strip(" \t\n.,;"))
        elif _SAID.match(text, names.end):
            said = True
            texts.append(names.names[0].name)
        else:
            break
        last += 1
    return texts, last, said


def _rows(
    blocks: Sequence[Block],
    inlines: Sequence[Inline],
    cited: Mapping[int, Sequence[Mention]],
    number: int,
) -> tuple[list[str], int, bool]:
    column, columns = _name_column(blocks[number]), blocks[number].columns
    texts: list[str] = []
    last = number
    while (
        column >= 0
        and last < len(blocks)
        and (blocks[last].kind, blocks[last].columns) == ("row", columns)
        and not any(mention.is_paper for mention in cited.get(last, ()))
    ):
        cells = inlines[last].text.split(CELL)
        text = cells[column].strip() if column < len(cells) else ""
        names = read_names(text, lenient=True)
        if names is None or len(names.names) > 1 or not _END.match(text, names.end):
            rest = [cell.strip() for cell in cells if texts and _is_rest(cell.strip())]
            if not rest:
                break
            text = max(rest, key=len)
        texts.append(text)
        last += 1
    return texts, last, True


def _is_under_author_column(blocks: Sequence[Block], number: int) -> bool:
    """Return whether a block is the first row of a table whose names are said to be authors."""
    block = blocks[number]
    if block.kind != "row" or (number and blocks[number - 1].columns == block.columns):
        return False
    column = _name_column(block)
    return column >= 0 and block.columns[column] != "name"


def _name_column(block: Block) -> int:
    return next((n for n, name in enumerate(block.columns) if name in _NAME_COLUMNS), -1)


def _rest(blocks: Sequence[Block], inlines: Sequence[Inline], last: int) -> tuple[int, list[str]]:
    """Take the paragraph "… and 116 more." after a list."""
    if last < len(blocks) and blocks[last].kind == "paragraph" and not blocks[last].items:
        text = inlines[last].text.strip()
        if _is_rest(text):
            return last + 1, [text.rstrip(".")]
    return last, []


def _is_rest(text: str) -> bool:
    """Return whether a text only says that there are others.

    >>> _is_rest("and 27 others"), _is_rest("Bo Fei")
    (True, False)
    """
    before = "Bo Fei, "
    names = read_names(before + text, lenient=True) if text else None
    return bool(
        names
        and names.others
        and len(names.names) == 1
        and names.last is None
        and _END.match(before + text, names.end)
    )


def _are_people(found: NameList) -> bool:
    people = [name for name in found.names if isinstance(name, Person) and name.given]
    return len(people) * 10 >= len(found.names) * 7


def _left_out(found: NameList, told: Announced) -> NameList:
    """Add what the announcement says of the authors left out: "the first 10 of 126"."""
    if not told.first or found.others or len(found.names) < told.first:
        return found
    left = told.total - len(found.names) if told.total else 0
    return attrs.evolve(found, others=left if left > 0 else True)
