"""Where the reference list of a document begins and ends."""

from __future__ import annotations

import re
from typing import Final

from refcore.text.patterns import regex

__all__ = ["is_end", "is_heading"]

_WORDS: Final = (
    r"(?:(?:key|selected|further|main|cited|academic|external|essential) )?references?(?: list)?"
    r"|(?:selected |annotated )?bibliography|works cited|literature(?: cited)?|sources"
    r"|literatur(?:verzeichnis)?|quellen|bibliographie|références|bibliografía|bibliografia"
    r"|referencias|referências|riferimenti|literatuur|литература|список литературы|참고 ?문헌"
    r"|参考(?:文献|资料|資料)|引用文献|文献"
)
_JOINT: Final = r"(?:\s*[/,&|]\s*|\s+(?:and|und|et|y|e)\s+|\s+)"
_HEADING: Final = regex(
    rf"\W*(?:[\dIVX.]{{0,6}}\s+)?(?:notes|(?:{_WORDS})(?:{_JOINT}(?:notes|{_WORDS})){{0,2}})"
    r"\s*:?(?:\s*\([^()]{1,30}\))?\W*",
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
    >>> is_heading("## 参考文献 References"), is_heading("9. Sources & Literature (IEEE)")
    (True, True)
    """
    return len(line) < 60 and bool(_HEADING.fullmatch(line))


def is_end(line: str) -> bool:
    """Return whether a line is the heading of what comes after a reference list.

    >>> is_end("Appendix A. Proofs"), is_end("Appendixes of words. Wiley, 2001, and more there")
    (True, False)
    """
    return len(line) < 70 and bool(_END.fullmatch(line)) and not re.search(r"\d{4}", line)
