"""Where the reference list of a document begins and ends."""

from __future__ import annotations

import re
from typing import Final

from refcore.text.patterns import regex

__all__ = ["is_end", "is_heading"]

_HEADING: Final = regex(
    r"\W*(?:[\dIVX.]{0,6}\s+)?(?:references?|bibliography|works cited|literature(?: cited)?"
    r"|literatur(?:verzeichnis)?|references and notes|cited references|reference list|notes"
    r"|bibliographie|références|referencias|sources|参考文献)\s*:?\W*",
    re.IGNORECASE,
)
_END: Final = regex(
    r"\W*(?:appendix|appendices|supplement(?:ary|al)?|about the authors?|author biograph|anhang)\b"
    r".{0,60}",
    re.IGNORECASE,
)


def is_heading(line: str) -> bool:
    """Return whether a line is the heading of a reference list.

    >>> is_heading("7 REFERENCES"), is_heading("References are listed below")
    (True, False)
    """
    return len(line) < 60 and bool(_HEADING.fullmatch(line))


def is_end(line: str) -> bool:
    """Return whether a line is the heading of what comes after a reference list.

    >>> is_end("Appendix A. Proofs"), is_end("Appendixes of words. Wiley, 2001, and more there")
    (True, False)
    """
    return len(line) < 70 and bool(_END.fullmatch(line)) and not re.search(r"\d{4}", line)
