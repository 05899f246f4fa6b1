"""Shortens given names to initials.

Source: CSL 1.0.2, "Name" (``initialize``, ``initialize-with``,
``initialize-with-hyphen``).
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator

import attrs

from refcore.text.patterns import regex

__all__ = ["initials"]

_LONGEST = 1000
_HYPHEN = regex(r"\s{1,9}([-\u2010\u2011])\s{0,9}|([-\u2010\u2011])\s{1,9}")
_TAG = regex(r"(</?(?:[ib]|sc|su[bp]|span)(?: [^<>]*)?>)")
_PIECE = regex(r"([-\u2010\u2011]*)([^-\u2010\u2011.]+)(\.*)")


@attrs.frozen
class _Piece:
    """A name or an initial, the mark before it, and whether a period ends it."""

    joint: str
    name: str
    dotted: bool = False
    whole: bool = False


@functools.lru_cache(maxsize=8192)
def initials(
    given: str, initialize_with: str, *, initialize: bool = True, hyphen: bool = True
) -> str:
    """Return the initials of given names, or only format existing initials.

    With `initialize` false, full names stay and initials get `initialize_with`.
    Names in lower case (``de``, ``van``) stay as they are, and so do names in
    scripts without case.

    >>> name = "Jean-Luc K"
    >>> initials(name, ". "), initials(name, ".", hyphen=False), initials("Th. P", "")
    ('J.-L. K.', 'J.L.K.', 'ThP')
    >>> initials("Jean-Luc K", ". ", initialize=False), initials("M.E", ".", initialize=False)
    ('Jean-Luc K.', 'M.E.')
    >>> initials("Jean de", "."), initials("<b>John</b> Quincy", ". ")
    ('J. de', '<b>J.</b> Q.')
    """
    if len(given) > _LONGEST:
        return given  # It is not a name.
    if "<" in given and _TAG.search(given):
        return _between_tags(given, initialize_with, initialize=initialize, hyphen=hyphen)
    written, tight = "", True
    # A hyphen joins two parts of one given name, even if its writer put a space there.
    given = _HYPHEN.sub("-", unicodedata.normalize("NFC", given))
    for piece in _pieces(given):
        short = "" if piece.whole else _short(piece, initialize)
        if not short and piece.joint == "-" and initialize and not piece.whole:
            continue
        if not short:
            gap = "-" if piece.joint == "-" else " "
            written = f"{written.rstrip()}{gap if written else ''}{piece.name}"
            tight = False
            continue
        if piece.joint == "-":
            written = f"{written.rstrip()}-" if hyphen else written
        elif not tight:
            written += " "
        written, tight = written + short + initialize_with, True
    return written.strip()


def _between_tags(given: str, initialize_with: str, *, initialize: bool, hyphen: bool) -> str:
    """Return the initials of the names between the tags of a text with markup.

    >>> _between_tags("<b>John</b> Quincy", ". ", initialize=True, hyphen=True)
    '<b>J.</b> Q.'
    """
    sign = initialize_with.rstrip()
    spaced = sign != initialize_with
    written = ""
    for text in _TAG.split(given):  # no text between tags has a tag
        if text.startswith("<") or not text.strip():
            written += text
            continue
        short = initials(text, initialize_with, initialize=initialize, hyphen=hyphen)
        gap = " " if text[0].isspace() and (spaced or not short.endswith(sign or "\0")) else ""
        written += gap + short
    return written


def _pieces(given: str) -> Iterator[_Piece]:
    """Split at spaces, periods and hyphens; a word that begins without a capital stays whole.

    >>> [piece.name for piece in _pieces("Jean-Paul B.")]
    ['Jean', 'Paul', 'B']
    """
    for word in given.split():
        if not word[0].isupper():
            yield _Piece(" ", word, whole=True)
            continue
        for match in _PIECE.finditer(word):
            joint = "-" if match[1] and match.start() else "" if match.start() else " "
            yield _Piece(joint, match[2], bool(match[3]))


def _short(piece: _Piece, initialize: bool) -> str:
    """Return the initial of a name, or nothing if the name stays in full."""
    name = piece.name
    if not initialize:
        return name if piece.dotted or (len(name) == 1 and name.isupper()) else ""
    if not name[0].isupper():
        return ""
    if piece.dotted:
        return name  # Bearers of abbreviated names (Th., Ph.) chose that form.
    # Two capitals may write one sound, as in TSerendorj.
    digraph = len(name) > 2 and name[1].isupper() and name[2].islower()
    return name[0] + name[1].lower() if digraph else name[0]
