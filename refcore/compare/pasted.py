"""Reads a pasted author list, LaTeX and braces included, into names."""

from __future__ import annotations

from typing import Final

from refcore.names.layouts import names_of_entry
from refcore.names.noise import without_noise
from refcore.names.rows import Rows, read_rows
from refcore.names.titlepage import names_of_titlepage
from refcore.text.patterns import regex

# A command or an accent of LaTeX, and no sign with a backslash as Markdown writes it.
_COMMAND: Final = regex(r"\\(?:[A-Za-z&%\\]|[\"'`^~=.]\s?\{?\\?[A-Za-z])")

__all__ = ["read_pasted"]


def read_pasted(text: str) -> Rows:
    r"""Read the names of one text as people paste it, from a page, a paper or LaTeX.

    >>> read_pasted(r"M\"uller, Bo; Aili Chen\thanks{MIT} \and {Google Research}").names
    ('Müller, Bo', 'Aili Chen', '{Google Research}')
    """
    if "\\" not in text or not _COMMAND.search(text):
        return read_rows(text)
    from refcore.latex import decode, to_plain

    text = " ".join(names_of_entry(text).split()) or text
    lines = without_noise(names_of_titlepage(text) or text).split("\n")
    return read_rows("\n".join(to_plain(decode(line)) if "\\" in line else line for line in lines))
