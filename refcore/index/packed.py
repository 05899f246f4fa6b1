"""A work as the index stores it: its version, its title, and all else that is stated as one text.

Few values in a row of the database are quicker to write and to read than many. Only the title and
the version are asked for alone.
"""

from __future__ import annotations

from typing import Final

from refcore.index.jsontext import read_object, write_json
from refcore.index.row import Row

__all__ = ["Columns", "columns_of", "packed", "source_of", "unpacked"]

# Between the texts. No text has it: tidying makes it a space, and JSON escapes it.
_APART: Final = "\x1f"
_NO_ROW: Final = "a row has a value of another type than expected"

# The values of `Row`, the further fields as JSON.
Columns = tuple[str, str, int, str, str, str, str, str, int | None, str, str | None]


def packed(row: Row) -> str:
    r"""Return all that a row states but its version and its title.

    >>> packed(Row("dblp", "a/b", 0, "Moss", "Bo Li", "book", "", "a", 2020, "", None))
    'dblp\x1fa/b\x1fBo Li\x1fbook\x1f\x1fa\x1f2020\x1f\x1f'
    """
    source, key, _, _, authors, kind, venue, stream, year, doi, rest = row
    texts = (
        source,
        key,
        authors,
        kind,
        venue,
        stream,
        str(year) if year else "",
        doi,
        write_json(rest) if rest else "",
    )
    text = _APART.join(texts)
    if text.count(_APART) >= len(texts):
        text = _APART.join(one.replace(_APART, " ") for one in texts)
    return text


def unpacked(version: object, title: object, stated: object) -> Row:
    """Return the row of what `packed` gave; raises `ValueError` or `TypeError` where it is damaged.

    >>> row = Row("dblp", "a/b", 0, "Moss", "Bo Li", "book", "", "a", 2020, "", {"pages": "1–9"})
    >>> unpacked(0, "Moss", packed(row)) == row
    True
    """
    if type(version) is not int or type(title) is not str or type(stated) is not str:
        raise TypeError(_NO_ROW)
    source, key, authors, kind, venue, stream, year, doi, rest = stated.split(_APART)
    issued, more = int(year) if year else None, read_object(rest) if rest else None
    # A row is a tuple, and this takes half the time of its own constructor.
    return tuple.__new__(
        Row, (source, key, version, title, authors, kind, venue, stream, issued, doi, more)
    )


def columns_of(version: object, title: object, stated: object) -> Columns:
    """Return the columns of a row, with the further fields as JSON; raises as `unpacked`.

    >>> columns_of(0, "Moss", "dblp\x1fa/b\x1fBo Li\x1fbook\x1f\x1fa\x1f2020\x1f\x1f")[:4]
    ('dblp', 'a/b', 0, 'Moss')
    """
    if type(version) is not int or type(title) is not str or type(stated) is not str:
        raise TypeError(_NO_ROW)
    source, key, authors, kind, venue, stream, year, doi, rest = stated.split(_APART)
    issued = int(year) if year else None
    return source, key, version, title, authors, kind, venue, stream, issued, doi, rest or None


def source_of(stated: object) -> str:
    """Return the source of what `packed` gave.

    >>> source_of("dblp\x1fa/b\x1fBo Li\x1fbook\x1f\x1fa\x1f2020\x1f\x1f")
    'dblp'
    """
    return stated.partition(_APART)[0] if isinstance(stated, str) else ""
