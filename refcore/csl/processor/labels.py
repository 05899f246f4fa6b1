"""Labels such as ``Ferr78`` (CSL 1.0.2, Appendix IV, ``citation-label``).

The specification leaves the form of a label to the processor. Alphabetic styles of
BibTeX, DIN 1505 and mathematicians mostly agree: letters of the names, then the
last two digits of the year.
"""

from __future__ import annotations

from refcore.csl.processor.fieldtext import field_text
from refcore.csl.processor.item import NAMES, Item, Name
from refcore.csl.processor.tree import plain

__all__ = ["citation_label"]

# How many letters each name contributes, by the number of names; more than four count as four.
_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1), 4: (1, 1, 1, 1)}
_FIRST = ("author", "director", "composer", "editor", "translator")
_MAKERS = (*_FIRST, *sorted(NAMES - set(_FIRST)))
_ARTICLES = ("the ", "a ", "an ", "der ", "die ", "das ", "le ", "la ", "les ", "el ")


def citation_label(item: Item) -> str:
    """Return an item's own label, or one made of its names, or else its title, and its year.

    >>> from refcore.csl.processor.item import item_of
    >>> names = [{"family": name} for name in ("Brandt", "van Dijk", "Okafor")]
    >>> issued = {"date-parts": [[2016]]}
    >>> citation_label(item_of({"author": names, "issued": issued}))
    'BrDO16'
    >>> citation_label(item_of({"author": names[:1]})), citation_label(item_of({"title": "Tides"}))
    ('Bran00', 'Tide00')
    """
    own = item.text("citation-label")
    if own:
        return own
    makers: tuple[Name, ...] = next(filter(None, map(item.names, _MAKERS)), ())
    words = [_word(name) for name in makers]
    shares = _LETTERS.get(min(len(words), 4), ())
    letters = "".join(_head(word, share) for word, share in zip(words, shares, strict=False))
    letters = letters or _head(_without_article(item.text("title")), 4)
    date = item.date("issued")
    year = date.start.year if date is not None and date.start is not None else 0
    return f"{letters}{abs(year) % 100:02}" if letters or year else ""


def _word(name: Name) -> str:
    """Return the word of a name for a label, without particle and article.

    >>> _word(Name(family="van der Berg")), _word(Name(literal="The Moss Group"))
    ('Berg', 'Moss Group')
    """
    if not name.family:
        return _without_article(name.literal or name.given)
    words = name.family.split()
    while len(words) > 1 and words[0].islower():
        del words[0]
    return " ".join(words)


def _without_article(text: str) -> str:
    """Return a title without its first article, from which no label is made.

    >>> _without_article("The Fens"), _without_article("Fens")
    ('Fens', 'Fens')
    """
    for article in _ARTICLES:
        if text.lower().startswith(article):
            return text[len(article) :]
    return text


def _head(word: str, count: int) -> str:
    """Return a word's first letters, beginning with a capital.

    >>> _head("o'brien", 3)
    'Obr'
    """
    return "".join(filter(str.isalnum, plain(field_text(word))))[:count].capitalize()
