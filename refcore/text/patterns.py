"""`regex`: a pattern that is compiled on first use, so that importing a module stays quick.

Most runs need few of the patterns that the readers of names and notes have; compiling
them all takes longer than reading a small file.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

__all__ = ["INVISIBLE", "LINE_END", "regex"]

_METHODS = frozenset("fullmatch match search sub subn split finditer findall".split())


class _Regex:
    """A pattern that is compiled, and gets all its methods, when one of them is first used."""

    __slots__ = (*_METHODS, "pattern", "written_flags")

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.written_flags = flags

    def __getattr__(self, name: str) -> Any:
        # Python calls this for what is not set: a method before the first use.
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.written_flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"regex({self.pattern!r}, {self.written_flags!r})"


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, compiled when one of its methods is first used.

    >>> regex("[a-z]+").fullmatch("abc")[0]
    'abc'
    """
    return cast("re.Pattern[str]", _Regex(pattern, flags))


# The end of a line on any system.
LINE_END: Final = regex(r"\r\n|\r|\n")
# Characters that are not seen: soft hyphens, joiners, marks of direction and of byte order.
INVISIBLE: Final = regex("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
