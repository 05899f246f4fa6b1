"""What a writer cites: `Cite`, one item with its locator, and `Citation`, a group of cites."""

from __future__ import annotations

import enum

import attrs

__all__ = ["FIRST", "IBID", "IBID_LOCATOR", "SUBSEQUENT", "Citation", "Cite", "CiteMode"]

FIRST, SUBSEQUENT, IBID, IBID_LOCATOR = range(4)


class CiteMode(enum.StrEnum):
    """Which part of a cite is printed.

    `FULL` prints all. `AUTHOR_ONLY` prints the names alone, as running text.
    `SUPPRESS_AUTHOR` prints all but the names. `COMPOSITE` prints the names as running text,
    then the citation without them: ``Al et al. (2020)``, ``Al et al. [3]``.

    >>> [mode.value for mode in CiteMode]
    ['full', 'author-only', 'suppress-author', 'composite']
    """

    FULL = "full"
    AUTHOR_ONLY = "author-only"
    SUPPRESS_AUTHOR = "suppress-author"
    COMPOSITE = "composite"


@attrs.frozen
class Cite:
    """One item in a citation, with what its writer adds.

    `prefix` and `suffix` surround the cite. `locator` is a place in the work, and `label`
    the kind of that place (CSL 1.0.2, "Locators"). `mode` says what is printed. `infix`
    follows the names of a composite cite (``’s``, ``, in a later book,``). `joined` says that
    its prefix joins it to the cite before, as in "Fei 2020, quoted in Cai 2021": no delimiter
    stands between them. The other fields are the cite's place in a document: the processor
    computes them for a document, and uses them unchanged for a citation outside of one.

    >>> Cite("knuth", locator="3").label
    'page'
    """

    id: str
    prefix: str = ""
    suffix: str = ""
    locator: str = ""
    label: str = "page"
    mode: CiteMode = attrs.field(default=CiteMode.FULL, converter=CiteMode)
    infix: str = ""
    position: int = FIRST
    near_note: bool = False
    first_note: int = 0
    joined: bool = False


@attrs.frozen
class Citation:
    """The cites of one place in the text, and the number of their note (0: in the text).

    `keeps_order` says that the writer's order counts more than the style's, as in
    "see A; but also B".

    >>> [cite.id for cite in Citation((Cite("b"), Cite("a")), keeps_order=True).cites]
    ['b', 'a']
    """

    cites: tuple[Cite, ...]
    note: int = 0
    keeps_order: bool = False
