"""Entries of a note read as those of a list of references in a paper are.

An entry is often such a reference between marks of Markdown, whatever its layout: names, a
title, a journal with volume and pages, a year. All entries of one list are read together, as
they are laid out alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from refcore.markdown.blocks import CELL
from refcore.markdown.links import Mention
from refcore.markdown.reading import Identity, Reading
from refcore.markdown.regions import MOST_BLOCKS, list_of, region
from refcore.markdown.venues import year_of
from refcore.model.reference import Reference
from refcore.text.patterns import regex
from refcore.textlists.clean import with_quoted_title
from refcore.textlists.reader import read_pieces
from refcore.textlists.split import Piece, clean_piece

__all__ = ["as_references"]

_SHORTEST: Final = 20
_LONGEST: Final = 700
# Each is read in many ways, which takes milliseconds.
_MOST: Final = 60
_MARKS: Final = regex(
    r"\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)|`|^\s*[-+>]\s", re.MULTILINE
)
# "To cite it, use:" on a line of its own
_LEAD: Final = regex(r"\A[^\n]{1,120}:[ \t]*\n(?=[^\n]{20})")
# "1.3 Ada Berg": the number of an entry in a section.
_NUMBER: Final = regex(r"\s*[0-9]{1,2}(?:\.[0-9]{1,2}){1,2}\.?\s+(?=[^\W\d_])")


def as_references(reading: Reading, mentions: Sequence[Mention]) -> Mapping[Identity, Reference]:
    """Return what the entries of mentions are, read as references, where they have a year.

    >>> from refcore.markdown.note import inside
    >>> text = "Ada Berg (2010) On Famines. The Lancet 239(11): 760-786. doi:10.1000/182"
    >>> reading = inside(text, None)[0]
    >>> [(x.title, str(x.authors)) for x in as_references(reading, reading.mentions).values()]
    [('On Famines', 'Ada Berg')]
    """
    lists: dict[object, list[tuple[Identity, Piece]]] = {}
    for mention in mentions[:_MOST]:
        text = _text(reading, mention)
        if _SHORTEST <= len(text) <= _LONGEST and year_of(text):
            piece = clean_piece(text, mention.line)
            lists.setdefault(list_of(reading, mention), []).append((mention.identity, piece))
    found: dict[Identity, Reference] = {}
    for held in lists.values():
        library = read_pieces([piece for _, piece in held])
        found |= dict(zip((identity for identity, _ in held), library, strict=False))
    return found


def _text(reading: Reading, mention: Mention) -> str:
    """Return the text of an entry without the marks of Markdown, or nothing for a row."""
    parts = region(reading, mention)[:MOST_BLOCKS]
    text = "\n".join(reading.inlines[block].text[start:stop] for block, start, stop in parts)
    if CELL in text or len(text) > 2 * _LONGEST:
        return ""
    text = _LEAD.sub("", text, count=1)
    return _NUMBER.sub("", " ".join(_MARKS.sub("", with_quoted_title(text)).split()), count=1)
