"""Which keys, entry types and field names a .bib file can contain.

Source: *BibTeX: the program* (bibtex.web), "scan_identifier": a name neither
begins with a digit nor contains space or one of ``"#%'(),={}``. Names from other
formats come from strangers, so unprintable characters are refused too.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Final

from refcore.bibtex.scan import NO_ENTRIES
from refcore.text.patterns import regex

__all__ = ["NO_WORKS", "is_entry_type", "is_field_name", "written_key", "written_keys"]

_FIELD: Final = regex(r"(?!\d)[^\s\"#%'(),={}@\\~]+")
_TYPE: Final = regex(r"[A-Za-z][A-Za-z0-9_:+.-]*")
# Entries that are no works: containers of BibLaTeX, and settings of styles (IEEEtran, REVTeX).
NO_WORKS: Final = frozenset({"control", "ieeetranbstctl", "set", "xdata"})
_BAD_IN_KEY: Final = regex(
    "[\\s,{}\"#%~=\\\\()'\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ud800-\udfff]+"
)


@functools.lru_cache(maxsize=4096)
def is_field_name(name: str) -> bool:
    r"""Return whether a .bib file can contain a field of this name.

    >>> [is_field_name(name) for name in ("date-added", "author+an:orcid", "a\n}", "1a", "")]
    [True, True, False, False, False]
    """
    return _FIELD.fullmatch(name) is not None and name.isprintable()


def is_entry_type(name: str) -> bool:
    r"""Return whether a .bib file can contain a work of this entry type.

    >>> [is_entry_type(name) for name in ("mvbook", "string", "misc{a}\n@misc")]
    [True, False, False]
    """
    return _TYPE.fullmatch(name) is not None and name.lower() not in NO_WORKS | NO_ENTRIES


def written_key(key: str) -> str:
    """Return a citation key in which ``_`` replaces what a key cannot contain.

    >>> written_key("a b, c")
    'a_b_c'
    """
    return _BAD_IN_KEY.sub("_", key)


def written_keys(keys: Iterable[str]) -> list[str]:
    """Return the keys under which references are written, all different.

    >>> written_keys(["a b", "a,b", "a_b"])
    ['a_b-2', 'a_b-3', 'a_b']
    """
    from refcore.text.keys import apart

    return apart(keys, written_key)
