"""What the columns of a table hold, by their cells, where no header says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

import attrs

from refcore.markdown.blocks import CELL, Block
from refcore.markdown.links import Inline
from refcore.markdown.titles import TITLE_HEADER, clean, is_capitalised, is_generic
from refcore.markdown.venues import is_venue_or_date
from refcore.names.running import read_names
from refcore.text.idforms import DOI_START
from refcore.text.patterns import regex

__all__ = ["OF_OTHERS", "has_remarks", "names_others", "with_roles"]

_AUTHORS: Final = regex(r"author|^who$|contributor|by$")
# Headers over what a note says of its own, which is not a title.
_REMARKS: Final = regex(
    r"note|summary|comment|why|abstract|descri|tl;?dr|idea|contribution|method|approach|data|task"
    r"|result|topic|venue|conference|journal|where|published|institut|affil|tag|key|finding|area"
    r"|author|link|url|code|year|date|when"
)
# Headers and labels of people who are not the authors.
OF_OTHERS: Final = regex(
    r"present|speaker|lecturer|discuss|contact|assign|owner|reader|review|respons|lead|champion"
    r"|maintain|submit|instructor|host|scribe|advisor|mentor|recommend|added by|shared by"
    r"|edit(?:ed|or)|translat|thank|credit|supervis|organi[sz]|session|developed by|sponsor|narrat"
    r"|summari[sz]ed|annotated"
)
_ID: Final = regex(rf"\barxiv:\s?[0-9a-z]|\b{DOI_START}", re.IGNORECASE)
# Longer tables are judged by their first rows.
_ROWS: Final = 30


def names_others(columns: Sequence[str], text: str, place: int) -> bool:
    """Return whether the column at a place of a row has people who are not the authors.

    >>> names_others(("presenter", "paper"), "Bo Fei\\x1fOn It", 0)
    True
    """
    number = text.count(CELL, 0, place)
    return number < len(columns) and bool(OF_OTHERS.search(columns[number]))


def has_remarks(columns: Sequence[str], text: str, place: int) -> bool:
    """Return whether the column at a place of a row has what a note says of its own.

    >>> has_remarks(("paper", "key contribution"), "Bo Fei\\x1fNew form", 8)
    True
    """
    number = text.count(CELL, 0, place)
    header = columns[number] if number < len(columns) else ""
    return bool(_REMARKS.search(header)) and not TITLE_HEADER.search(header)


def with_roles(blocks: Sequence[Block], inlines: Sequence[Inline]) -> list[Block]:
    """Return the blocks, with "title" or "authors" in headers that say nothing of the kind."""
    found = list(blocks)
    start = 0
    while start < len(found):
        end = start + 1
        if found[start].kind == "row":
            columns = found[start].columns
            while end < len(found) and (found[end].kind, found[end].columns) == ("row", columns):
                end += 1
            if end - start > 1 and set(columns) != {"-"}:
                roles = _roles(columns, [x.text.split(CELL) for x in inlines[start:end][:_ROWS]])
                if roles != columns:
                    found[start:end] = [attrs.evolve(b, columns=roles) for b in found[start:end]]
        start = end
    return found


def _roles(columns: tuple[str, ...], rows: list[list[str]]) -> tuple[str, ...]:
    cells = [[row[place] for row in rows if place < len(row)] for place in range(len(columns))]
    said = list(columns)
    free = [place for place, column in enumerate(columns) if not _REMARKS.search(column)]
    if not any(map(_AUTHORS.search, columns)):
        listed = [place for place in free if _share(cells[place], _is_list) > 0.6]
        if len(listed) == 1:
            said[listed[0]] += " (authors)"
            free.remove(listed[0])
    if not any(map(TITLE_HEADER.search, columns)):
        titled = [
            place
            for place in free
            if not _AUTHORS.search(said[place]) and _share(cells[place], _is_title) > 0.6
        ]
        if len(titled) == 1:
            said[titled[0]] += " (work)"
    return tuple(said)


def _share(cells: list[str], holds: Callable[[str], bool]) -> float:
    filled = [cell for cell in cells if cell.strip()]
    return sum(map(holds, filled)) / len(filled) if filled else 0.0


def _is_list(cell: str) -> bool:
    """Return whether a cell has several names and nothing else.

    >>> _is_list("Bo Fei, Mo Far"), _is_list("On the Form of Things")
    (True, False)
    """
    names = read_names(cell)
    several = names is not None and len(names.names) + bool(names.others) > 1
    return several and names is not None and not cell[names.end :].strip(" .*_")


def _is_title(cell: str) -> bool:
    """Return whether a cell is set as a title is.

    >>> _is_title("**On the Form of Things**"), _is_title("yes")
    (True, False)
    """
    text = clean(cell)
    if (
        len(text.split()) < 3
        or "http" in text
        or _ID.search(text)
        or is_generic(text)
        or is_venue_or_date(text)
    ):
        return False
    return is_capitalised(text) and not _is_list(cell)
