"""Citation keys: made of what is known of a work, safe, and different from each other."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Final

from refcore.text.ascii import Umlauts, to_ascii
from refcore.text.markup import without_tags
from refcore.text.patterns import regex

__all__ = ["apart", "free_key", "made_key", "safe_key", "slug"]

# What BibTeX, biber, \cite and Markdown all take in a key.
_UNSAFE: Final = regex(r"[^A-Za-z0-9:.+_/-]+")
_NO_WORD: Final = regex(r"[^a-z0-9]+")
_WORDS: Final = regex(r"[a-z0-9]+")
# Words at the start of a title that say little about the work.
_SMALL_WORDS: Final = frozenset(
    "a an and are as at by can do does for from how in into is it its of on or our should the "
    "their to toward towards under using via we what when where why with".split()
)


def made_key(name: str, year: int | None, title: str, umlauts: Umlauts = "u") -> str:
    """Return the key of a work: name, year, and the first word of weight in the title.

    `name` is the first author's family name or group. All is in lower-case
    ASCII letters and digits. All parts of refcore make keys here, so that one
    work has one key wherever it comes from.

    >>> made_key("Müller", 2020, "On the Łódź <i>Archive</i>")
    'muller2020lodz'
    >>> made_key("", 2020, "The Graph Library"), made_key("", None, "")
    ('graph2020', 'item')
    """
    who, when = _plain(name, umlauts), "" if year is None else str(year)
    words = (_plain(word, umlauts) for word in without_tags(title).split())
    word = next((word for word in words if word and word not in _SMALL_WORDS), "")
    return f"{who}{when}{word}" if who else f"{word or 'item'}{when}"


def _plain(text: str, umlauts: Umlauts) -> str:
    return _NO_WORD.sub("", to_ascii(text, umlauts).lower())


def slug(text: str, words: int = 6, length: int = 60) -> str:
    """Return the first words of a text as a key.

    >>> slug("On the Łódź Archive")
    'on-the-lodz-archive'
    """
    found = _WORDS.findall(to_ascii(text).lower().replace("'", ""))
    return "-".join(found[:words])[:length].strip("-")


def safe_key(text: str, umlauts: Umlauts = "u") -> str:
    """Return a text as a citation key: ASCII letters, digits and ``: . + _ / -``.

    >>> safe_key("Müller & Söhne, 2020")
    'MullerSohne2020'
    """
    return _UNSAFE.sub("", to_ascii(text, umlauts))


def free_key(key: str, taken: Container[str]) -> str:
    """Return the key, or the key with the first free number that a search finds.

    The search doubles its steps, so that many equal keys cost little.

    >>> free_key("a", {"a"}), free_key("b", {"a"})
    ('a-2', 'b')
    """
    if key not in taken:
        return key
    low, high = 1, 2
    while f"{key}-{high}" in taken:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if f"{key}-{middle}" in taken:
            low = middle
        else:
            high = middle
    return f"{key}-{high}"


def apart(keys: Iterable[str], written: Callable[[str], str] = str) -> list[str]:
    """Return one key for each of `keys`, all different, as a format writes them.

    `written` makes a key one that the format can hold. A key that the format
    holds as it is stays as it is, wherever it is in the list.

    >>> apart(["a b", "a_b", "a,b"], lambda key: key.replace(" ", "_").replace(",", "_"))
    ['a_b-2', 'a_b', 'a_b-3']
    """
    given = list(keys)
    made = [written(key) for key in given]
    taken: set[str] = set()
    found: dict[int, str] = {}
    for number, (key, new) in enumerate(zip(given, made, strict=True)):
        if key == new and key not in taken:
            taken.add(key)
            found[number] = key
    for number, new in enumerate(made):
        if number not in found:
            found[number] = free_key(new, taken)
            taken.add(found[number])
    return [found[number] for number in range(len(given))]
