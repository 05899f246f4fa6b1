"""Names with no mark between them: two spaces, one space, a capital letter or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from refcore.names.customs import is_particle
from refcore.names.givennames import is_given
from refcore.names.shape import is_initials, is_name
from refcore.text.patterns import regex

__all__ = ["divided"]

_TWO_SPACES: Final = regex(r"(?<=\S)[ \u2002\u2003]{2,9}(?=\S)|(?<=\S)[\u2002\u2003](?=\S)")
_MARKS_AFTER: Final = regex(r"[ ]?[\d,;\s*∗⁎†‡§¶#✉¹²³⁴-⁹]{1,30}\Z")
_GLUED_NAMES: Final = regex(
    r"(?<=[a-zß-ÿ])(?<!\bMc)(?<!\bMac)(?<!\b[DLV][aei])(?<!\bVan)(?<!\bDel)(?<!\bFitz)"
    r"(?=[A-ZÀ-Þ][a-zß-ÿ]+[ ])"
)
_DIVIDED: Final = regex(r"[,;\n\t]")
_MARKED: Final = regex(r"[^\w\s.'’-]|[\d_]|\s(?:[^\W\d_]{1,3})\s(?<=and\s|und\s|.et\s|..y\s)")
_LABEL: Final = regex(r"\s*(?:authors?:|by)\s+", 2)
_LONGEST: Final = 2_000
_LEAST_WORDS: Final = 4


def divided(text: str) -> str:
    """Return a text with semicolons between names that have no mark between them.

    >>> divided("Bo Fei 1,2*  Al Go 1"), divided("Bo FeiAl GoMo Hu")
    ('Bo Fei 1,2*; Al Go 1', 'Bo Fei; Al Go; Mo Hu')
    >>> divided("Helena Berg Tomasz Fei Ingrid Go"), divided("Bo Fei, Al Go")
    ('Helena Berg; Tomasz Fei; Ingrid Go', 'Bo Fei, Al Go')
    """
    text = "\n".join(
        _TWO_SPACES.sub("; ", line) if _are_spaced_names(line) else line
        for line in text.split("\n")
    )
    if len(text) > _LONGEST or _DIVIDED.search(text.strip()):
        return text
    return _glued_apart(text) or _words_apart(text) or text


def _are_spaced_names(line: str) -> bool:
    pieces = [_MARKS_AFTER.sub("", piece) for piece in _TWO_SPACES.split(line.strip())]
    return len(pieces) > 1 and all(" " in piece and is_name(piece) for piece in pieces)


def _glued_apart(text: str) -> str:
    """Return the whole names that nothing divides, with semicolons, or nothing.

    >>> _glued_apart("Bo FeiAl GoMo Hu"), _glued_apart("Ian McDonald")
    ('Bo Fei; Al Go; Mo Hu', '')
    """
    pieces = _GLUED_NAMES.split(text)
    whole = len(pieces) > 1 and all(" " in piece and is_name(piece) for piece in pieces)
    return "; ".join(pieces) if whole else ""


def _words_apart(text: str) -> str:
    """Return the names that one space divides, with semicolons, or nothing.

    Given names show where each begins; or all names have two words, and half of them a
    given name as the first.

    >>> _words_apart("Maria C. Berg Tomasz de Wit"), _words_apart("Maria Clara Gomez Lopez")
    ('Maria C. Berg; Tomasz de Wit', '')
    """
    label = _LABEL.match(text)
    words = text[label.end() if label else 0 :].split()
    if len(words) < _LEAST_WORDS or _MARKED.search(text[label.end() if label else 0 :]):
        return ""
    for names in (_at_given(words), _in_pairs(words)):
        if len(names) > 1 and all(map(is_name, names)):
            return "; ".join(names)
    return ""


def _at_given(words: Sequence[str]) -> list[str]:
    """Return the names that begin at given names, each with a family name, or nothing."""
    starts = [0]
    for place, (before, word) in enumerate(pairwise(words), 1):
        after = words[place + 1] if place + 1 < len(words) else ""
        opens = is_given(word) or (is_initials(after) and not is_initials(word))
        follows = not is_given(before) and not is_initials(before) and not is_particle(before)
        if opens and follows and place - starts[-1] > 1:
            starts.append(place)
    cut = [words[start:end] for start, end in pairwise([*starts, len(words)])]
    names = [name for piece in cut for name in _of_piece(piece)]
    known = sum(is_given(name[0]) for name in names)
    whole = all(map(_is_one_name, names)) and known * 2 >= len(names)
    return [" ".join(name) for name in names] if whole else []


def _of_piece(words: Sequence[str]) -> list[Sequence[str]]:
    """Return one name, or two where the second begins with no word that is known.

    >>> _of_piece("Ada P. Berg Duarte Fei".split())
    [['Ada', 'P.', 'Berg'], ['Duarte', 'Fei']]
    """
    long = [place for place, word in enumerate(words) if not is_initials(word)]
    if len(long) != _LEAST_WORDS or any(is_particle(word) for word in words):
        return [words]
    return [words] if is_given(words[long[1]]) else [words[: long[2]], words[long[2] :]]


def _is_one_name(words: Sequence[str]) -> bool:
    long = [word for word in words if not is_initials(word) and not is_particle(word)]
    more = sum(map(is_given, words[1:-1]))
    return 1 < len(long) < 4 + more and (is_given(words[0]) or not is_given(words[-1]))


def _in_pairs(words: Sequence[str]) -> list[str]:
    """Return words in pairs of a given and a family name, or nothing if they are no such pairs.

    >>> _in_pairs(["Peter", "Fei", "Anna", "Roe"]), _in_pairs(["Peter", "Fei", "Anna"])
    (['Peter Fei', 'Anna Roe'], [])
    """
    if len(words) % 2 or any(map(is_particle, words)):
        return []
    first, last = words[::2], words[1::2]
    known = sum(map(is_given, first))
    if known * 2 < len(first) or any(map(is_given, last)) or any(map(is_initials, last)):
        return []
    return [" ".join(pair) for pair in zip(first, last, strict=True)]
