"""Marks that a person leaves in a file for refcore: ``% refcore: ok REASON`` above an entry."""

from __future__ import annotations

from typing import Final

from refcore.text.patterns import regex

__all__ = ["marks_in"]

_MARK: Final = regex(r"^\s{0,99}(?:%+|#+|//|<!--)\s{0,9}refcore:\s{0,9}ok\b[:,]?\s{0,9}(.*)")
_COMMENT: Final = regex(r"^\s*(?:%|#|//|<!--)")
_NO_REASON: Final = "no reason given"


def marks_in(text: str) -> dict[int, tuple[int, str]]:
    """Return the marks of a file: the line of the entry, to the line of the mark and its reason.

    A mark belongs to the next line that is neither empty nor a comment.

    >>> marks_in("% refcore: ok the journal has it so\\n\\n@misc{a,\\n}")
    {3: (1, 'the journal has it so')}
    """
    found: dict[int, tuple[int, str]] = {}
    open_mark: tuple[int, str] | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if "refcore:" in line and (match := _MARK.match(line)):
            open_mark = number, match[1].rstrip().removesuffix("-->").rstrip() or _NO_REASON
        elif open_mark is not None and line.strip() and not _COMMENT.match(line):
            found[number], open_mark = open_mark, None
    return found
