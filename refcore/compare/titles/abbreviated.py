"""Initials and short forms of words in titles: GAN, IL6, seq2seq, E. coli."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from refcore.compare.titles.spellings import number
from refcore.text.patterns import regex

__all__ = ["has_initials", "is_abbreviation", "is_initial"]

_SMALL: Final = frozenset("a an and at by for from in of on the to via with".split())


def is_abbreviation(short: Sequence[str], long: Sequence[str], before: Sequence[str]) -> bool:
    """Return whether a word has the initials of several, or of the words before it.

    >>> is_abbreviation(["dont"], ["do", "not"], []), is_abbreviation(["law"], ["moss"], [])
    (True, False)
    """
    if len(short) == 1 and len(long) > 1:
        # The initials may follow their words in parentheses.
        rest = long[:-1] if _alike(long[-1], short[0]) else long
        return (
            has_initials(short[0], rest)
            or _is_numbered(short[0], long)
            or (long[-1] in _NETWORKS and len(short[0]) > 2 and has_initials(short[0], long[:-1]))
            or _is_mapping(short[0], long)
            or (len(short[0]) >= _DRAWN and _is_drawn_from(short[0], rest))
        )
    if len(short) == 1 and not long and len(before) > 1:
        return any(has_initials(short[0], before[-width:]) for width in range(2, 7))
    return False


# Words that initials may leave out: an LSTM is a long short-term memory network.
_NETWORKS: Final = frozenset("network networks model models".split())
_DRAWN: Final = 3  # letters of a short name that may come from inside words


def _is_drawn_from(short: str, words: Sequence[str]) -> bool:
    """Return whether a short name has each word's first letter, and other letters, in their order.

    So it is with QCD, quantum chromodynamics, and LCDM, lambda CDM.

    >>> _is_drawn_from("dont", ["do", "not"]), _is_drawn_from("iii", ["pt", "3"])
    (True, False)
    """
    if len(words) < 2 or len(words) > len(short) or not short.isalpha():
        return False
    reached = {0}  # how much of the short name the words so far can cover
    for word in words:
        reached = {end for begin in reached for end in _drawn(short, begin, word)}
    return len(short) in reached


def _drawn(short: str, begin: int, word: str) -> Iterator[int]:
    """Yield the places in a short name up to which a word can supply its letters.

    >>> list(_drawn("bert", 0, "bidirectional"))
    [1, 2]
    """
    if not short.startswith(word[0], begin):
        return
    at = begin + 1
    yield at
    for letter in word[1:]:
        if at < len(short) and letter == short[at]:
            at += 1
            yield at


def _is_numbered(short: str, long: Sequence[str]) -> bool:
    """Return whether a word is short for another one, with what numbers it: IL6, HT2A, WW2.

    >>> _is_numbered("ww2", ["world", "war", "ii"])
    True
    >>> _is_numbered("ht2a", ["hydroxytryptamine", "2a"]), _is_numbered("il6", ["interleukin", "8"])
    (True, False)
    """
    found = _WITH_NUMBER.fullmatch(short)
    if found is None or not _is_same_count(found[2], long[-1]):
        return False
    if len(long) == 2:
        return is_initial(found[1], long[0])
    return has_initials(found[1], long[:-1])


_WITH_NUMBER: Final = regex(r"([a-z]{1,5})([0-9]{1,4}[a-z]?)")


def _is_same_count(one: str, other: str) -> bool:
    count = number(one)
    return one == other or (count is not None and count == number(other))


def _is_mapping(short: str, long: Sequence[str]) -> bool:
    """Return whether a word has a digit for "to" or "for": seq2seq is sequence to sequence.

    >>> _is_mapping("seq2seq", ["sequence", "to", "sequence"])
    True
    """
    found = _MAPPING.fullmatch(short)
    if found is None or len(long) != 3 or long[1] != _JOINED[found[2]]:
        return False
    return long[0].startswith(found[1]) and long[2].startswith(found[3])


_MAPPING: Final = regex(r"([a-z]+)([24])([a-z]+)")
_JOINED: Final = {"2": "to", "4": "for"}


def _alike(one: str, other: str) -> bool:
    return one.rstrip("s") == other.rstrip("s")


# Compounds of which initials count both parts: a VAE is a variational autoencoder.
_COMPOUNDS: Final = {
    "autoencoder": "ae", "autoregressive": "ar", "autoregression": "ar", "hypergraph": "hg",
    "backpropagation": "bp", "feedforward": "ff", "hyperparameter": "hp", "multimodal": "mm",
    "multilayer": "ml", "multitask": "mt", "subspace": "ss", "timeseries": "ts",
}  # fmt: skip


def has_initials(short: str, long: Sequence[str]) -> bool:
    """Return whether a word in lower case is the initials of others.

    >>> has_initials("gan", ["generative", "adversarial", "network"]), has_initials("gan", ["moss"])
    (True, False)
    """
    if not 2 <= len(short) <= 8 or len(long) < 2 or max(map(len, long)) == 1 or short.isdigit():
        return False
    if long[0] == "mu":  # a micrometre is no millimetre
        return False
    every = "".join(_COMPOUNDS.get(word.rstrip("s"), word[0]) for word in long)
    large = "".join(
        _COMPOUNDS.get(word.rstrip("s"), word[0]) for word in long if word not in _SMALL
    )
    wanted = {short, short[:-1] if short.endswith("s") and len(short) > 2 else short}
    return bool(wanted & {every, large})


def is_initial(short: str, long: str) -> bool:
    """Return whether a letter is short for a long word, such as the genus in E. coli.

    >>> is_initial("e", "escherichia"), is_initial("a", "moss")
    (True, False)
    """
    if len(short) == 1:
        return len(long) > 5 and long.startswith(short)
    return bool(_CONSONANTS.fullmatch(short)) and len(long) > 7 and _is_drawn(short, long)


def _is_drawn(short: str, long: str) -> bool:
    """Return whether a word has the letters of a short one in order: IFN, interferon.

    >>> _is_drawn("ir", "infrared"), _is_drawn("iv", "elements")
    (True, False)
    """
    rest = iter(long)
    return short[0] == long[0] and all(letter in rest for letter in short)


_CONSONANTS: Final = regex(r"[a-z][b-df-hj-np-tv-xz]{1,3}")
