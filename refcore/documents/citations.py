"""The citations of a Markdown document, in pandoc's notation.

Source: *Pandoc User's Guide*, "Citation syntax".
"""

from __future__ import annotations

import bisect
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from refcore.documents.shields import blocks, shielded
from refcore.text.patterns import regex

__all__ = ["Cited", "Citing", "citing", "is_cross_reference"]

# The beginnings of the labels of figures, tables and the like in Quarto and pandoc-crossref.
_LABELLED: Final = regex(
    r"(?:alg|cau|cnj|cor|def|eq|exm|exr|fig|imp|lem|lst|nte|prp|rem|sec|sol|tab|tbl|thm|tip|wrn)"
    r"[:-][\w:.-]+"
)

# A key begins with a letter, a digit or "_"; signs occur only singly inside it.
_KEY: Final = regex(
    r"(?P<minus>-?)@(?:\{(?P<braced>[^{}\n]{1,1000})\}|(?P<plain>\w+(?:[:.#$%&\-+?<>~/]\w+)*)|(?P<all>\*))"
)
_TOKEN: Final = regex(r"[\[\];]|-?@")
_DASHES: Final = frozenset("-–—")
# The mark of a footnote, or one more citation, after a pair of brackets.
_NO_ADDRESS: Final = regex(r"\[\^|\[-?@[\w{]")
_ATTRIBUTES: Final = regex(r"\{[^{}\n]*\}")
_GAP: Final = regex(r" *+\n? *+")


@attrs.frozen
class Cited:
    """One key that a document cites, with the text before and after it.

    `minus` says that the author is left out. `start` is the place of the key. `is_joined` says
    that the key stands in the same part as the key before, as in "[@a, quoted in @b]"; the text
    between them is the suffix of the first.
    """

    key: str
    prefix: str = ""
    suffix: str = ""
    minus: bool = False
    start: int = 0
    is_joined: bool = False


@attrs.frozen
class Citing:
    """One citation of a document: its span in the text and what it cites.

    `is_narrative` says that the first author is part of the sentence, as in
    "@fei2020 [p. 3] shows".
    """

    start: int
    end: int
    cites: tuple[Cited, ...]
    is_narrative: bool = False


def is_cross_reference(key: str) -> bool:
    """Return whether a key is the label of a part of the document, such as a figure.

    Source: the guides of Quarto and pandoc-crossref, "Cross references".

    >>> [is_cross_reference(key) for key in ("fig-airquality", "eq:gauss", "figueroa2020")]
    [True, True, False]
    """
    return _LABELLED.fullmatch(key) is not None


@attrs.define
class _Bracket:
    """A pair of brackets: its direct content."""

    start: int
    end: int = -1
    keys: list[re.Match[str]] = attrs.Factory(list)
    marks: list[int] = attrs.Factory(list)
    inner: list[_Bracket] = attrs.Factory(list)


def citing(text: str, start: int = 0, most: int = sys.maxsize) -> list[Citing]:
    """Return the citations of a document in order; reading ends after more than `most` keys.

    >>> [found.cites[0].key for found in citing("As @fei2020 [p. 3] and [see @cai21, ch. 2] say.")]
    ['fei2020', 'cai21']
    >>> [len(citing(text)) for text in ("[@a][^1]", "[@a](b.html)", "[@a][@b]; [@c]")]
    [1, 1, 2]
    """
    found: list[Citing] = []
    count = 0
    for begin, end in blocks(text, start):
        if count > most:
            break
        if text.find("@", begin, end) >= 0:
            of_block = _of_block(text, begin, end, most)
            count += sum(len(one.cites) for one in of_block)
            found += of_block
    return found


def _of_block(text: str, start: int, end: int, most: int) -> list[Citing]:
    """Return the citations of a block; ``[@a][@b]`` are one."""
    root = _brackets(text, start, end, most)
    found: list[Citing] = []
    for one in sorted(_within(text, root, end), key=lambda one: one.start):
        if (
            found
            and found[-1].end == one.start
            and not (found[-1].is_narrative or one.is_narrative)
        ):
            before = found.pop()
            one = attrs.evolve(one, start=before.start, cites=(*before.cites, *one.cites))
        found.append(one)
    return found


def _brackets(text: str, start: int, end: int, most: int) -> _Bracket:
    """Read a block into its pairs of brackets, with the keys directly in each.

    After more than `most` keys the rest is not read.
    """
    root = _Bracket(start, end)
    open_ones = [root]
    shields = list(shielded(text, start, end))
    starts = [begin for begin, _ in shields]
    position = start
    count = 0
    while count <= most and (match := _TOKEN.search(text, position, end)) is not None:
        at = match.start()
        place = bisect.bisect_right(starts, at) - 1
        # A link's destination begins with the bracket that closes its text.
        if (
            place >= 0
            and at < shields[place][1]
            and not (match[0] == "]" and at == shields[place][0])
        ):
            position = shields[place][1]
            continue
        position = match.end()
        if match[0] == "[":
            opened = _Bracket(at)
            open_ones[-1].inner.append(opened)
            open_ones.append(opened)
        elif match[0] == "]":
            if len(open_ones) > 1:
                open_ones.pop().end = at
        elif match[0] == ";":
            open_ones[-1].marks.append(at)
        else:
            key = _key(text, at, end)
            if key is not None:
                open_ones[-1].keys.append(key)
                position = key.end()
                count += 1
    # A bracket without its end is a sign: its content belongs to the text around it.
    unclosed = open_ones[1:]
    root.keys += [key for bracket in unclosed for key in bracket.keys]
    root.inner += [inner for bracket in unclosed for inner in bracket.inner]
    root.inner = [inner for inner in root.inner if inner.end >= 0]
    return root


def _key(text: str, at: int, end: int) -> re.Match[str] | None:
    before = text[at - 1 : at] if at else ""
    if before.isalnum() or before in _DASHES:
        # "a-@b", "a--@b": the hyphen belongs to the words, the sign begins a key.
        is_hyphen = text[at] == "-"
        return _KEY.match(text, at + 1, end) if is_hyphen else None
    return _KEY.match(text, at, end)


def _within(text: str, bracket: _Bracket, end: int) -> Iterator[Citing]:
    """Yield the citations in a pair of brackets that is not a citation itself."""
    todo = [bracket]
    while todo:
        outer = todo.pop()
        taken: set[int] = set()
        by_start = {inner.start: inner for inner in outer.inner}
        for key in outer.keys:
            yield _narrative(text, key, by_start, taken, end)
        for inner in outer.inner:
            if inner.start in taken:
                continue
            cites = _cites(text, inner)
            if cites is not None and not _is_link(text, inner, end):
                yield Citing(inner.start, inner.end + 1, cites)
            else:
                todo.append(inner)


def _is_link(text: str, bracket: _Bracket, end: int) -> bool:
    """Return whether a pair of brackets is the text of a link, a span, an image or a footnote."""
    after = bracket.end + 1
    if text[after : after + 1] in ("(", "[") and after < end and not _NO_ADDRESS.match(text, after):
        return True
    if text[bracket.start - 1 : bracket.start] in ("^", "!") or text[bracket.start + 1] == "^":
        return True
    return _ATTRIBUTES.match(text, after, end) is not None


def _cites(text: str, bracket: _Bracket) -> tuple[Cited, ...] | None:
    """Return what a pair of brackets cites, or None if a part of it has no key."""
    parts = _parts(bracket, bracket.start + 1)
    keys = _keys_of(bracket.keys, parts)
    if not all(keys):
        return None
    return tuple(
        one
        for held, (begin, stop) in zip(keys, parts, strict=True)
        for one in _of_part(text, held, begin, stop)
    )


def _parts(bracket: _Bracket, start: int) -> list[tuple[int, int]]:
    begins = [start, *(mark + 1 for mark in bracket.marks)]
    return list(zip(begins, [*bracket.marks, bracket.end], strict=True))


def _keys_of(
    keys: Sequence[re.Match[str]], parts: Sequence[tuple[int, int]]
) -> list[Sequence[re.Match[str]]]:
    """Return the keys of each part."""
    starts = [key.start() for key in keys]
    bounds = [(bisect.bisect_left(starts, begin), stop) for begin, stop in parts]
    return [keys[first : bisect.bisect_left(starts, stop)] for first, stop in bounds]


def _of_part(text: str, keys: Sequence[re.Match[str]], begin: int, stop: int) -> Iterator[Cited]:
    """Yield the cites of a part, which usually has one key."""
    for place, key in enumerate(keys):
        end = keys[place + 1].start() if place + 1 < len(keys) else stop
        before = text[begin : key.start()].strip() if place == 0 else ""
        after = text[key.end() : end].rstrip()
        yield Cited(_name(key), before, after, bool(key["minus"]), key.start(), place > 0)


def _name(key: re.Match[str]) -> str:
    return str(key["braced"] or key["plain"] or "*")


def _narrative(
    text: str,
    key: re.Match[str],
    brackets: dict[int, _Bracket],
    taken: set[int],
    end: int,
) -> Citing:
    """Return the citation that a key in a sentence makes, with the brackets after it."""
    gap = _GAP.match(text, key.end(), end)
    after = brackets.get(gap.end() if gap else key.end())
    alone = Cited(_name(key), minus=bool(key["minus"]), start=key.start())
    if after is None or _is_link(text, after, end):
        return Citing(key.start(), key.end(), (alone,), is_narrative=True)
    all_cites = _cites(text, after)
    if all_cites is not None:
        taken.add(after.start)
        return Citing(key.start(), after.end + 1, (alone, *all_cites), is_narrative=True)
    parts = _parts(after, after.start + 1)
    keys = _keys_of(after.keys, parts)
    if keys[0] or not all(keys[1:]):
        return Citing(key.start(), key.end(), (alone,), is_narrative=True)
    taken.add(after.start)
    suffix = text[parts[0][0] : parts[0][1]].rstrip()
    first = attrs.evolve(alone, suffix=f", {suffix}" if suffix else "")
    rest = tuple(
        one
        for held, (begin, stop) in zip(keys[1:], parts[1:], strict=True)
        for one in _of_part(text, held, begin, stop)
    )
    return Citing(key.start(), after.end + 1, (first, *rest), is_narrative=True)
