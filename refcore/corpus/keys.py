"""The keys by which references and records meet in a join: numbers of 64 bits.

They are those of the local index, so that a join finds what the index finds. The lowest
three bits of a key say of what kind it is.
"""

from __future__ import annotations

from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from refcore.index.row import key_of
from refcore.index.search import words_of
from refcore.index.titles import signatures
from refcore.model.identifiers import ArxivId, Doi, Identifier
from refcore.model.reference import Reference
from refcore.verification.case import identifiers_of

N = TypeVar("N", int, "npt.NDArray[np.int64]")

__all__ = [
    "DOI",
    "NAME",
    "NUMBER",
    "PART",
    "TITLE",
    "keyed",
    "keys_of",
    "kind_of",
    "part_keys",
    "parts_of",
    "title_key",
]

# A source's own name of a work; its DOI; its PMID or ISBN; its whole title; a part of its title.
NAME, DOI, NUMBER, TITLE, PART = range(5)
_KINDS: Final = 7


def keyed(kind: int, number: int) -> int:
    """Return a number of the index as a key of a kind.

    >>> keyed(TITLE, 1000), kind_of(keyed(TITLE, -1000)) == TITLE
    (1003, True)
    """
    return (number & ~_KINDS) | kind


def kind_of(key: int) -> int:
    """Return the kind of a key."""
    return key & _KINDS


def title_key(title: str) -> int:
    """Return the key of a title, which titles of the same letters share.

    >>> title_key("On Moss") == title_key("{On} moss.")
    True
    """
    return keyed(TITLE, key_of("".join(words_of(title))))


def part_keys(signatures: N) -> N:
    """Return the key of a part of a title, or the keys of an array of them."""
    return signatures << 3 | PART


def parts_of(title: str) -> list[int]:
    """Return the keys of the parts of a title, each once, in ascending order."""
    return sorted(map(part_keys, set(signatures(words_of(title)))))


def identifier_key(wanted: Identifier) -> int:
    """Return the key of an identifier; the versions of an arXiv paper share one."""
    if isinstance(wanted, ArxivId):
        return keyed(NAME, key_of("arxiv", wanted.bare))
    if isinstance(wanted, Doi):
        return keyed(DOI, key_of(str(wanted).casefold()))
    return keyed(NUMBER, key_of(wanted.scheme, str(wanted)))


def keys_of(reference: Reference) -> list[int]:
    """Return the keys under which a verification looks a reference up, its title's among them.

    >>> from refcore.model.identifiers import Doi
    >>> [kind_of(key) for key in keys_of(Reference("a", title="On Moss", doi=Doi("10.1000/x")))]
    [1, 3]
    """
    ids = [*identifiers_of(reference), *([reference.doi] if reference.doi else [])]
    keys = [identifier_key(one) for one in ids]
    if reference.title:
        keys.append(title_key(reference.title))
    return list(dict.fromkeys(keys))
