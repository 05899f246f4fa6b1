"""What the entries of a file have in common: the template of their keys, and their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import attrs

from refcore.curation.templates import KeyTemplate
from refcore.model.people import Person
from refcore.model.reference import Reference
from refcore.text.ascii import to_ascii
from refcore.text.patterns import regex

__all__ = ["Order", "order_of", "template_of"]

_SAMPLE: Final = 60  # entries that show how the keys are made
_SUFFIX: Final = regex(r"[a-z]?")


class _Part(NamedTuple):
    """A part of a key: what it is made of, and how."""

    kind: str
    marker: str


# Each row with the key of Vaswani, Shazeer and Parmar, "Attention Is All You Need", 2017. Where
# two rows give the same keys, the first is taken.
_PARTS: Final = (
    _Part("names", "[auth:lower]"),  # vaswani
    _Part("names", "[auth]"),  # Vaswani
    _Part("names", "[authEtAl]"),  # VaswaniEtAl
    _Part("names", "[authEtAl:lower]"),  # vaswanietal
    _Part("names", "[auth.etal]"),  # Vaswani.etal
    _Part("names", "[authorsAlpha]"),  # VSP
    _Part("names", "[auth:upper]"),  # VASWANI
    _Part("names", "[auth3:lower]"),  # vas
    _Part("names", "[auth3]"),  # Vas
    _Part("year", "[year]"),  # 2017
    _Part("year", "[shortyear]"),  # 17
    _Part("title", "[veryshorttitle:lower]"),  # attention
    _Part("title", "[veryshorttitle:capitalize]"),  # Attention
    _Part("title", "[shorttitle:lower]"),  # attentionallyou
    _Part("title", "[shorttitle:capitalize]"),  # AttentionAllYou
    _Part("title", "[camel]"),  # AttentionIsAllYouNeed
    _Part("title", "[camel:lower]"),  # attentionisallyouneed
)
_SEPARATORS: Final = ("", "_", "-", ":", ".", "/", "+")


def template_of(references: Iterable[Reference]) -> KeyTemplate | None:
    """Return the template that most keys of a library follow, or None where they show none.

    Looked for are names, year and title in any order, each in the forms that people use, with
    or without a separator between them.

    >>> from refcore.bibtex import read
    >>> library = read("@misc{lee_2020_lamps, author = {A. Lee}, year = 2020, title = {On Lamps}}"
    ...     "@misc{fay_2021_fish, author = {B. Fay}, year = 2021, title = {Of Fish}}")
    >>> template_of(library).text
    '[auth:lower]_[year]_[veryshorttitle:lower]'
    """
    templates = [(part, KeyTemplate.parse(part.marker)) for part in _PARTS]
    found: Counter[str] = Counter()
    asked = 0
    for reference in _sample(list(references)):
        forms = {part: form for part, one in templates if (form := one.apply(reference))}
        if forms:
            asked += 1
            found.update(list(dict.fromkeys(_templates(reference.key, forms))))
    text, count = max(found.items(), key=lambda one: one[1], default=("", 0))
    return KeyTemplate.parse(text) if text and count * 2 > asked else None


def _sample(references: Sequence[Reference]) -> Sequence[Reference]:
    return references[:: max(len(references) // _SAMPLE, 1)]


def _templates(key: str, forms: dict[_Part, str]) -> Iterator[str]:
    """Yield each template of two parts or more that gives a key for these forms."""
    waiting: list[tuple[str, tuple[_Part, ...], int]] = [
        ("", (part,), len(form)) for part, form in forms.items() if key.startswith(form)
    ]
    for text, parts, end in waiting:
        template = text + parts[-1].marker
        if len(parts) > 1 and _SUFFIX.fullmatch(key, end):
            yield template
        kinds = {part.kind for part in parts}
        waiting += [
            (template + separator, (*parts, part), end + len(separator + form))
            for separator in _SEPARATORS
            if key.startswith(separator, end)
            for part, form in forms.items()
            if part.kind not in kinds and key.startswith(form, end + len(separator))
        ]


@attrs.frozen
class Order:
    """An order of references, and whether it runs downwards."""

    name: str
    is_down: bool = False

    def merged(self, held: Sequence[Reference], new: Iterable[Reference]) -> list[str]:
        """Return the keys of all references, the new ones in their places.

        Of references that the order does not distinguish, a new one comes last.

        >>> held = [Reference(key, "book") for key in ("a", "c", "e")]
        >>> Order("key").merged(held, [Reference("d", "book"), Reference("f", "book")])
        ['a', 'c', 'd', 'e', 'f']
        """
        return [one.key for one in sorted([*held, *new], key=self._key, reverse=self.is_down)]

    def holds_for(self, references: Sequence[Reference]) -> bool:
        """Return whether the references are in this order, and enough of them differ to show it."""
        keys = [self._key(reference) for reference in references]
        if self.is_down:
            keys.reverse()
        is_sorted = all(one <= two for one, two in pairwise(keys))
        return is_sorted and len(set(keys)) >= _DIFFERENT

    def _key(self, reference: Reference) -> tuple[str | int, ...]:
        return _ORDERS[self.name](reference)


_DIFFERENT: Final = 4  # fewer are in an order by chance


def _name(reference: Reference) -> str:
    first = next(iter((reference.authors or reference.editors).names), None)
    if first is None:
        return ""
    return to_ascii(first.family if isinstance(first, Person) else first.name).lower()


_ORDERS: Final[dict[str, Callable[[Reference], tuple[str | int, ...]]]] = {
    "key": lambda one: (one.key,),
    "key without case": lambda one: (one.key.casefold(),),
    "name and year": lambda one: (_name(one), one.year or 0),
    "title": lambda one: (one.title.casefold(),),
    "year": lambda one: (one.year or 0,),
}


def order_of(references: Iterable[Reference]) -> Order | None:
    """Return the order that the references are in, or None where they are in none.

    >>> found = order_of(Reference(key, "book") for key in ("D", "c", "B", "a"))
    >>> found, order_of([])
    (Order(name='key without case', is_down=True), None)
    """
    held = list(references)
    orders = (Order(name, is_down) for name in _ORDERS for is_down in (False, True))
    return next((order for order in orders if order.holds_for(held)), None)
