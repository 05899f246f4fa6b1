"""Lists whose entries have a name and something beside it: rows, cells, lines in blocks.

A pasted list has one layout for all its entries. Every division of the text into entries
and cells, and every place of the name, is scored by what the cells of all entries hold.
The best layout is taken for all entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise, takewhile
from types import MappingProxyType
from typing import Final, NamedTuple

from refcore.names.cells import (
    Held,
    at_role,
    bare_name,
    cells_of,
    held_by,
    is_picture,
    is_words_of_name,
)
from refcore.names.customs import is_particle, suffix_of
from refcore.names.elisions import elision
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution, looks_like_group
from refcore.names.places import cut_workplace
from refcore.names.shape import is_initials, is_name
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = ["names_of_table"]

Rows = list[list[str]]
_MOST_ROWS: Final = 20_000
_FIRST_ROWS: Final = 6
_LONGEST_ROW: Final = 600
_LINES: Final = regex(r"\n")
_BLOCKS: Final = regex(r"\n[ \t]*\n\s*")
_GLUE: Final = regex(
    widened(
        r"(?<=[a-zß-ÿąćęłńóśźż])(?<!\bMc)(?<!\bMac)(?<!\b[DLV][aei])"
        r"(?=[A-ZÀ-Þ]{2}|[A-ZÀ-Þ][a-zß-ÿ]+[ ,])"
    )
)
_COLON: Final = regex(r"[ ]?[:：][ ]")
_TAB: Final = regex(r"[ ]?\t[ ]?|[ ]{2,}")
_COMMA: Final = regex(r"[ ]?,[ ]?")
# What separates a name from what is beside it. Of two that are equally good, the first wins.
_MARKS: Final = (
    _TAB,
    regex(r"[ ]?\|[ ]?"),
    regex(r"[ ]?(?:\.{3,}|…)[ ]?"),
    regex(r"[ ]?;[ ]?"),
    regex(r"[ ]&[ ]"),
    regex(r"[ ](?:/|[-–—]{1,2}|→|>|·|•|@)[ ]"),
    _COLON,
    regex(r"[ ]?[/–—][ ]?(?=[^\W\d_a-z])"),
    _COMMA,
    regex(r"[ ]?[(\[（][ ]?"),
    regex(r"[ ](?:from|at|of)[ ](?:the[ ])?"),
    regex(r"[\"”’]?[ ]by[ ]"),
    _GLUE,
)
_LEADS: Final = (0, 1, 2)
_LEAST: Final = 0.5
_NO_SCORE: Final = -1.0
_JOINED: Final = regex(r"[ ]?[,&][ ]?(?:and[ ])?|[ ]and[ ]")
# How much each kind of cell says that it is beside a name: after it, and before it.
_BESIDE: Final[Mapping[Held, float]] = MappingProxyType(
    {
        Held.NUMBER: 1.0,
        Held.PLACE: 1.0,
        Held.ROLE: 1.0,
        Held.WORD: 0.4,
        Held.TEXT: 0.8,
        Held.OTHER: 0.4,
        Held.UNKNOWN: 0.0,
        Held.NAME: _NO_SCORE,
    }
)
_LEADING: Final[Mapping[Held, float]] = MappingProxyType(
    dict.fromkeys(Held, _NO_SCORE) | {Held.NUMBER: 1.0, Held.PLACE: 1.0, Held.ROLE: 1.0}
)


class Form(NamedTuple):
    """Where the name is in the cells of a row: from `place` on, in one cell or in two.

    With no number of cells there are as many names as there are whole names in a row.
    """

    place: int
    cells: int
    is_family_first: bool = False

    def end(self, row: Sequence[str]) -> int:
        """Return where the name of a row ends."""
        if self.cells:
            return self.place + self.cells
        return self.place + len(list(takewhile(_is_whole_name, row[self.place :])))

    def name(self, row: Sequence[str]) -> str:
        """Return the name of a row.

        >>> Form(1, 2).name(["1", "Bo", "Fei"]), Form(0, 1).name(["Bo Fei", "MIT"])
        ('Fei, Bo', 'Bo Fei')
        """
        held = row[self.place : self.end(row)]
        if not self.cells:
            return ", ".join(held)
        if self.cells == 1:
            return held[0]
        family, given = held if self.is_family_first else reversed(held)
        return f"{family}, {given}"


_IN_BLOCKS: Final = (Form(0, 1), Form(1, 1))
_SEVERAL: Final = Form(0, 0)
_FORMS: Final = tuple(
    form
    for place in _LEADS
    for form in (Form(place, 1), Form(place, 2, is_family_first=True), Form(place, 2))
)


class _Division(NamedTuple):
    """Entries, how each is cut into cells, and where a name may be in them.

    `two` and `filed` are what two cells for a name get beside their score, and what they get
    if the family name is first. `commas` says that commas cut the cells.
    """

    entries: Sequence[str]
    cut: Callable[[str], list[str]]
    forms: Sequence[Form] = _FORMS
    two: float = 0.0
    filed: float = 0.1
    commas: bool = False

    def score(self, rows: Rows, form: Form) -> float:
        """Return how well rows fit a form."""
        if self.commas and form.cells < 2 and _are_filed(rows):
            return _NO_SCORE
        bonus = self.two + self.filed * form.is_family_first if form.cells == 2 else 0.0
        return _score(rows, form) + bonus

    def rows(self, most: int | None = None) -> Rows:
        return [[cell.strip(" \t|") for cell in self.cut(entry)] for entry in self.entries[:most]]


def names_of_table(text: str) -> str:
    """Return the names of a list whose entries hold more than a name, one a line, or nothing.

    >>> names_of_table("Bo Fei, Lecturer, MIT\\nMo Far, Engineer, Siemens")
    'Bo Fei\\nMo Far'
    >>> names_of_table("1,Helena,Fei\\n2,Ravi,Far").split("\\n")
    ['Fei, Helena', 'Far, Ravi']
    >>> names_of_table("Bo Fei, Mo Far\\nAl Go, Ann Berg")
    ''
    """
    text, after = _before_elision(text)
    best, names = _LEAST, ""
    for division in _divided(text.strip()):
        first = division.rows(_FIRST_ROWS)
        likely = [form for form in division.forms if division.score(first, form) > best]
        rows = division.rows() if likely else []
        for form in likely:
            if (score := division.score(rows, form)) > best:
                found = map(form.name, rows)
                repeats = division.forms is _IN_BLOCKS
                best, names = score, "\n".join(_distinct(found) if repeats else found)
    return names + after if names else _name_of_entry(text)


def _distinct(names: Iterable[str]) -> Iterator[str]:
    """Yield names, but for one that is the same as the one before it: a page repeats it.

    >>> list(_distinct(["Bo Fei", "Bo Fei", "Al Go"]))
    ['Bo Fei', 'Al Go']
    """
    before = ""
    for name in names:
        if name != before:
            yield name
        before = name


def _name_of_entry(text: str) -> str:
    """Return the name of one entry if its other cells are certainly no names, or nothing.

    >>> _name_of_entry("Bo Fei | Senior Lecturer | MIT"), _name_of_entry("Bo Fei | Al Go | MIT")
    ('Bo Fei', '')
    """
    line = text.strip()
    if len(line) > _LONGEST_ROW:
        return ""
    if "\n" in line:
        name, *others = (part.strip() for part in line.split("\n") if part.strip())
        sure = len(others) > 1 and all(_BESIDE[held_by(part)] == 1.0 for part in others)
        return name if sure and _is_whole_name(name) else ""
    for pattern in _MARKS[:2]:
        name, *others = [cell.strip() for cell in pattern.split(line) if cell.strip()] or [""]
        # Several names before a title and a number, as in the foot of a slide.
        is_foot = "," in name and len(others) == 2 and held_by(others[-1]) is Held.NUMBER
        least = 0.4 if is_foot else 1.0
        sure = len(others) > 1 and all(_BESIDE[held_by(cell)] >= least for cell in others)
        named = any(is_given(word) for cell in others for word in cell.split())
        if sure and not named and _is_whole_name(name):
            return name
    return ""


def _before_elision(text: str) -> tuple[str, str]:
    r"""Return a list without a last line such as "et al.", and that line.

    >>> _before_elision("Bo Fei\nAl Roe\net al.")
    ('Bo Fei\nAl Roe', '\net al.')
    """
    before, line_break, last = text.rstrip().rpartition("\n")
    return (before, line_break + last) if before and elision(last.strip()) else (text, "")


def _divided(text: str) -> Iterator[_Division]:
    """Yield each division of a text into entries and cells."""
    lines = [line.strip(" |").removesuffix("\\\\").strip() for line in text.split("\n")]
    lines = [line for line in lines if any(map(str.isalnum, line))]
    if 1 < len(lines) <= _MOST_ROWS:
        yield from _by_marks(lines)
    if len(lines) > 3:
        yield from (_Division(blocks, _LINES.split, _IN_BLOCKS) for blocks in _blocks(text, lines))
    entries = [entry.strip() for entry in text.split(";") if entry.strip()]
    if 1 < len(entries) <= _MOST_ROWS and len(lines) == 1:
        yield from _by_marks(entries)


def _by_marks(entries: list[str]) -> Iterator[_Division]:
    if max(map(len, entries)) > _LONGEST_ROW:
        return
    if '"' in entries[0]:
        for mark in ",;\t":
            yield _Division(entries, partial(cells_of, mark=mark))
    first = entries[:_FIRST_ROWS]
    for pattern in _MARKS:
        if all(map(pattern.search, first)):
            groups = pattern is _COLON and any(looks_like_group(x.split(":")[0]) for x in first)
            if not groups:
                forms = (*_FORMS, _SEVERAL) if pattern is _COMMA else _FORMS
                # The columns of a sheet without a head mostly follow the order of speech.
                two, filed = (0.4, -0.1) if pattern is _TAB else (0.0, 0.1)
                yield _Division(entries, pattern.split, forms, two, filed, pattern is _COMMA)
    yield _Division(entries, _at_workplace)
    yield _Division(entries, at_role)


def _at_workplace(entry: str) -> list[str]:
    """Return an entry cut before the place of work that no mark divides from the name.

    >>> _at_workplace("Ada Berg University of Oslo"), _at_workplace("Ada Berg")
    (['Ada Berg', ' University of Oslo'], ['Ada Berg'])
    """
    name = cut_workplace(entry)
    return [name, entry[len(name) :]] if name and entry.startswith(name) else [entry]


def _blocks(text: str, lines: list[str]) -> Iterator[list[str]]:
    """Yield entries of several lines each.

    An empty line is between them, or all have as many lines, or each begins with a name.
    """
    blocks = [block for block in _BLOCKS.split(text) if block.strip()]
    if len(blocks) > 1 and any("\n" in block for block in blocks):
        yield blocks
    for size in (2, 3, 4, 5):
        if len(lines) >= 2 * size and len(lines) % size in (0, 1):
            yield _joined(lines, range(0, len(lines), size))
    starts = [place for place, line in enumerate(lines) if _of_one(line) > _NO_SCORE]
    if len(starts) > 1 and not starts[0]:
        yield _joined(lines, starts)


def _joined(lines: list[str], starts: Iterable[int]) -> list[str]:
    r"""Return the lines from each start to the next as one entry.

    >>> _joined(["Bo Fei", "MIT", "Al Go"], [0, 2])
    ['Bo Fei\nMIT', 'Al Go']
    """
    return ["\n".join(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]


def _score(rows: Rows, form: Form) -> float:
    """Return how well the rows have the form: what is beside the names is what is expected."""
    if any(len(row) < form.place + max(form.cells, 1) for row in rows):
        return _NO_SCORE
    same = _same_columns(rows)
    total, alone = 0.0, 0
    for row in rows:
        end = form.end(row)
        name = _of_two(row, form) if form.cells == 2 else _of_one(row[form.place])
        lead = _weigh(row, range(form.place), same, _LEADING)
        if form.place == 1 and _may_lead(*row[:2]):
            lead = 1.0
        rest = _weigh(row, range(end, len(row)), same, _BESIDE)
        if min(name, lead, rest) <= _NO_SCORE or (form.cells and _goes_on(row, end)):
            return _NO_SCORE
        alone += not lead + rest
        total += name + max(lead / 2, rest)
    return total / len(rows) if alone * 2 <= len(rows) or form.cells == 2 else _NO_SCORE


def _may_lead(cell: str, name: str) -> bool:
    """Return whether a cell may be before a name: its initials, an account, the title of a talk.

    >>> _may_lead("al-go", "Al Go"), _may_lead("2", "Ravi")
    (True, False)
    """
    if is_picture(cell, name) or _is_handle(cell):
        return True
    return len(cell.split()) > 2 and "[" not in cell and held_by(cell) is Held.TEXT


def _is_handle(cell: str) -> bool:
    """Return whether a cell is the name of an account.

    >>> _is_handle("al-go"), _is_handle("Al Go")
    (True, False)
    """
    return cell.islower() and cell.isascii() and cell.replace("-", "").isalnum()


def _goes_on(row: Sequence[str], end: int) -> bool:
    """Return whether a second name is before the place of work: "Bo Fei, Al Go, MIT".

    >>> _goes_on(["Bo Fei", "Al Go", "MIT"], 1), _goes_on(["Bo Fei", "MIT", "USA"], 1)
    (True, False)
    """
    return len(row) > end + 1 and _is_whole_name(row[end]) and is_institution(row[end + 1])


def _is_whole_name(cell: str) -> bool:
    return _of_one(cell) > _NO_SCORE


def _same_columns(rows: Rows) -> frozenset[int]:
    """Return the columns that have the same one word in all rows.

    >>> sorted(_same_columns([["Author", "Bo Fei"], ["Author", "Al Go"]]))
    [0]
    """
    first, *others = rows
    return frozenset(
        place
        for place, cell in enumerate(first)
        if cell and " " not in cell and all(len(r) > place and r[place] == cell for r in others)
    )


def _weigh(
    row: Sequence[str], places: Iterable[int], same: frozenset[int], weights: Mapping[Held, float]
) -> float:
    """Return how well cells are what is beside a name, from 0 to 1, or `_NO_SCORE`."""
    found = [1.0 if p in same else _weight(row[p], weights) for p in places if row[p]]
    if _NO_SCORE in found:
        return _NO_SCORE
    return sum(found) / len(found) if found else 0.0


def _weight(cell: str, weights: Mapping[Held, float]) -> float:
    # "DK" and "KU" after a whole name are no initials of it.
    short = cell.isupper() and cell.isalpha() and len(cell) == 2
    return 0.6 if short and weights is _BESIDE else weights[held_by(cell)]


def _of_one(cell: str) -> float:
    """Return how well a cell is one name, or names with commas between them, or `_NO_SCORE`.

    >>> _of_one("Helena Berg"), _of_one("Quab Dwim"), _of_one("University of Oslo")
    (0.3, 0.1, -1.0)
    """
    bare = bare_name(cell)
    filed = bare.split(", ")
    if (
        len(filed) == 2
        and held_by(bare) is not Held.PLACE
        and all(" " not in part and is_words_of_name(part) for part in filed)
    ):
        return 0.1
    names = [bare_name(name) for name in _JOINED.split(bare) if name and not suffix_of(name)]
    whole = all(" " in name and is_name(name) and not _is_of_work(name) for name in names)
    whole = whole and ":" not in cell
    if not names or not whole:
        return _NO_SCORE
    first, *_, last = bare.split()
    if is_given(first) or is_family(last):
        return 0.3
    return 0.0 if is_given(last) else 0.1


def _is_of_work(name: str) -> bool:
    return held_by(name) in (Held.PLACE, Held.ROLE)


def _is_whole(part: str) -> bool:
    """Return whether a given name begins a part and another word ends it.

    >>> _is_whole("Helena Berg"), _is_whole("Helena Ingrid"), _is_whole("Helena M.")
    (True, False, False)
    """
    first, *_, last = part.split()
    ends = is_given(last) or is_initials(last) or is_particle(last)
    return is_given(first) and not ends


def _are_filed(rows: Rows) -> bool:
    """Return whether rows of two cells rather have a family and a given name than a name and more.

    >>> _are_filed([["Gil Tagle", "Xoan"], ["Ben Amor", "Zied"]])
    True
    >>> _are_filed([["Helena Berg", "Siemens"], ["Piotr Far", "Bosch"]])
    False
    """
    if any(len(row) != 2 or held_by(row[1]) is not Held.WORD for row in rows):
        return False
    opened = [row[0].split()[0] for row in rows if " " in row[0]]
    return sum(is_given(word) and not is_family(word) for word in opened) * 2 < len(rows)


def _of_two(row: Sequence[str], form: Form) -> float:
    """Return how well two cells are a family name and a given name, or `_NO_SCORE`.

    >>> _of_two(["Helena", "Brandt"], Form(0, 2)), _of_two(["Helena", "MIT"], Form(0, 2))
    (0.6, -1.0)
    """
    family, given = row[form.place : form.place + 2]
    if not form.is_family_first:
        family, given = given, family
    if not (is_words_of_name(family) and is_words_of_name(given)):
        return _NO_SCORE
    if Held.ROLE in (held_by(family), held_by(given)):
        return _NO_SCORE
    if " " in family and _is_whole(family):
        return _NO_SCORE
    # "Ada Berg" and "Oslo", but also "Mohammad Al" and "Hasan".
    whole = " " in given and _is_whole(given) and is_family(given.split()[-1])
    if " " in given and held_by(family) is Held.PLACE:
        return _NO_SCORE
    if " " in family and (" " in given or held_by(given) is Held.PLACE):
        return _NO_SCORE
    given, family = given.split()[0], family.split()[-1]
    right = is_given(given) or is_family(family)
    wrong = is_given(family) or is_family(given)
    return 0.6 * (right - wrong) - 0.8 * whole
