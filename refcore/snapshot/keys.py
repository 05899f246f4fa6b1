"""arXiv ids as integers, so that an index of millions of papers stays small and in order."""

from __future__ import annotations

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers import ArxivId

__all__ = ["id_of", "number_of"]

# Part of the file's format: an archive may be added at the end, none may move.
_ARCHIVES = (
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg "
    "comp-gas cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph "
    "mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int "
    "supr-con"
).split()
_PLACES = {archive: place for place, archive in enumerate(_ARCHIVES, 1)}
_MONTH = 100_000  # numbers in a month of a new-style id
_ARCHIVE = 1_000_000_000  # above every new-style id


def number_of(arxiv_id: ArxivId) -> int:
    """Give the integer of an id, its version left out; ids in order give integers in order.

    Old-style ids stand behind all new ones, archive by archive, as in the snapshot.

    >>> number_of(ArxivId("0704.0001")), number_of(ArxivId("math/0309136"))
    (70400001, 21000309136)
    """
    archive, slash, rest = arxiv_id.bare.partition("/")
    if slash:
        return _PLACES[archive] * _ARCHIVE + int(rest)
    month, _, number = archive.partition(".")
    return int(month) * _MONTH + int(number)


def id_of(number: int, version: int | None = None) -> ArxivId:
    """Give the id that an integer stands for; raises `InvalidIdentifier` where it is none.

    >>> id_of(70400001), id_of(21000309136, 2)
    (ArxivId('0704.0001'), ArxivId('math/0309136', version=2))
    """
    place, rest = divmod(number, _ARCHIVE)
    if not 0 <= place <= len(_ARCHIVES):
        raise InvalidIdentifier(f"{number} stands for no arXiv id")
    if place:
        return ArxivId(f"{_ARCHIVES[place - 1]}/{rest:07}", version)
    month, position = divmod(rest, _MONTH)
    digits = 5 if month >= 1501 else 4
    return ArxivId(f"{month:04}.{position:0{digits}}", version)
