"""New citation keys for a library: unique, stable, and independent of the other references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from refcore.curation.templates import KeyTemplate
from refcore.model.keys import key_of
from refcore.model.library import references_in
from refcore.model.reference import Reference
from refcore.text.ascii import Umlauts
from refcore.text.patterns import regex

__all__ = ["make_keys", "suffixes"]

_SUFFIX: Final = regex(r"[a-z]{0,2}")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def make_keys(
    references: Reference | Iterable[Reference],
    template: KeyTemplate | str | None = None,
    existing: Iterable[str] = (),
    *,
    keep: Iterable[str] = (),
    umlauts: Umlauts = "u",
) -> dict[str, str]:
    """Return the new citation key of each reference, by its key so far.

    A key that already fits the template, alone or with a letter after it, stays. Of several
    references with the same key, the first gets it unchanged, and the others get a, b, c … z, aa
    after it. A reference without any of the parts that the template names keeps its key. Case does
    not distinguish keys, as in BibTeX. So a key depends only on the references that would collide
    with it.

    Args:
        references: The references; no two of them may have the same key.
        template: A pattern or formula, see `KeyTemplate`. Default: family name, year and the first
            significant word of the title, as refcore makes keys everywhere.
        existing: Keys that are already used elsewhere.
        keep: Keys that must not change.
        umlauts: Whether ä, ö and ü become ``u`` or ``ue``.

    Returns:
        The new key by the present key, in the order of the references.

    Raises:
        InvalidTemplate: The template is a text that cannot be read.

    >>> from refcore.bibtex import read
    >>> library = read("@misc{x, author = {A. Lee}, year = 2020}"
    ...     "@misc{y, author = {B. Lee}, year = 2020}"
    ...     "@misc{lee2020a, author = {C. Lee}, year = 2020}")
    >>> make_keys(library, "auth.lower + year")
    {'x': 'lee2020', 'y': 'lee2020b', 'lee2020a': 'lee2020a'}
    """
    chosen = KeyTemplate.parse(template, umlauts) if isinstance(template, str) else template
    kept = frozenset(keep)
    wishes = {}
    for reference in references_in(references):
        wish = "" if reference.key in kept else _wish(reference, chosen, umlauts)
        wishes[reference.key] = wish or reference.key
    return _Keys(wishes, existing).assigned()


def _wish(reference: Reference, template: KeyTemplate | None, umlauts: Umlauts) -> str:
    if template is not None:
        return template.apply(reference)
    known = reference.authors or reference.editors or reference.title
    return key_of(reference, umlauts) if known else ""


@attrs.define
class _Keys:
    """The wanted keys, and the taken ones, in lower case."""

    wishes: Mapping[str, str]
    elsewhere: Iterable[str]
    taken: set[str] = attrs.field(factory=set)
    new: dict[str, str] = attrs.field(factory=dict)

    def assigned(self) -> dict[str, str]:
        self.taken = {key.lower() for key in self.elsewhere}
        wished = [wish.lower() for wish in self.wishes.values()]
        sizes: dict[str, int] = {}
        for wish in wished:
            sizes[wish] = sizes.get(wish, 0) + 1
        for old, wish in self.wishes.items():
            if old.lower() not in self.taken and _fits(old, wish, sizes[wish.lower()]):
                self.take(old, old)
        self.give_bare()
        self.give_suffixed(set(wished))
        return {old: self.new[old] for old in self.wishes}

    def take(self, old: str, new: str) -> None:
        self.new[old] = new
        self.taken.add(new.lower())

    def give_bare(self) -> None:
        for old, wish in self.wishes.items():
            if old not in self.new and wish.lower() not in self.taken:
                self.take(old, wish)

    def give_suffixed(self, wished: set[str]) -> None:
        """Yield a letter for each remaining reference; no key of another group is taken."""
        endings: dict[str, Iterator[str]] = {}
        for old, wish in self.wishes.items():
            if old in self.new:
                continue
            low = wish.lower()
            for suffix in endings.setdefault(low, suffixes()):
                if low + suffix not in self.taken and low + suffix not in wished:
                    self.take(old, wish + suffix)
                    break


def _fits(key: str, wish: str, size: int) -> bool:
    """Return whether a key is the wanted one, with or without a letter after it.

    >>> _fits("fei2020b", "fei2020", 2)
    True
    """
    if not key.startswith(wish):
        return False
    suffix = key[len(wish) :]
    return _SUFFIX.fullmatch(suffix) is not None and (len(suffix) < 2 or size > len(_LETTERS))


def suffixes() -> Iterator[str]:
    """Return a, b … z, aa, ab … without end.

    >>> from itertools import islice
    >>> list(islice(suffixes(), 25, 28))
    ['z', 'aa', 'ab']
    """
    number = 0
    while True:
        number += 1
        rest, text = number, ""
        while rest:
            rest, letter = divmod(rest - 1, len(_LETTERS))
            text = _LETTERS[letter] + text
        yield text
