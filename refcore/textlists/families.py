"""Titles with family names alone behind them: "Adam: A Method, Kingma & Ba, ICLR 2015"."""

from __future__ import annotations

import re
from typing import Final

import attrs

from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.places import is_town
from refcore.names.titlewords import is_of_title
from refcore.text.patterns import regex
from refcore.textlists.imprints import is_house
from refcore.textlists.namelists import NameList
from refcore.textlists.segment import Reading
from refcore.textlists.words import is_link, words_of

__all__ = ["with_families_behind"]

_FAMILY: Final = (
    r"(?:(?!(?:and|und) )[a-z]{2,3} ){0,2}[^\W\d_a-z][\w’'-]{0,30}[^\W\d_A-Z](?![\w’'-])"
)
# ", Kingma & Ba, ICLR 2015", " - Fei et al. (2014)", " (Krizhevsky, Sutskever, Hinton, 2012)".
_BEHIND: Final = regex(
    r"(?:[\"“](?P<quoted>[^\"“”]{4,200}?)[.,]?[\"”]"
    r"|(?P<title>[^.,\"“”()]{4,200}?(?: \([^()]{1,30}\))?))"
    r"(?:, | [-–—] | (?P<open>\()|(?<=[\"”,]) )"
    rf"(?P<names>{_FAMILY}(?:, {_FAMILY}){{0,8}}"
    rf"(?:(?P<cut>,? et al\.?)|,? (?:&|and) {_FAMILY}|(?(open)|(?!))))"
    r"(?P<date>,? \(?(?P<venue>[A-Z][\w.]{1,11}[ '’])?(?:(?:19|20)\d\d|’?\d\d)\)?\W*)$"
)
_BETWEEN: Final = regex(r",? (?:&|and) |, |,? et al\.?")
# "ICLR ", "NeurIPS'": a meeting; "London " is none.
_MEETING: Final = regex(r"(?:\w*[A-Z]){2}")
_LEAST_TITLE: Final = 12


@attrs.frozen
class _Behind:
    """What is behind a title: family names, whether they are cut, and whether at a meeting."""

    families: tuple[str, ...]
    is_cut: bool
    at_meeting: bool


def with_families_behind(text: str, reading: Reading) -> Reading | None:
    """Return a reading whose title comes first, and then family names alone, and a year.

    A publishing house is no pair of people, "Simon & Schuster, 2017"; and a person in front of a
    title with "and" in it is no title: "Bo Fei, Crime and Punishment, 1866".

    >>> text = "Dropout: A Simple Way to Prevent Overfitting, Srivastava et al., 2014"
    >>> found = with_families_behind(text, Reading(0.0, None, None, None, 0, ()))
    >>> text[slice(*found.title)], found.names.names
    ('Dropout: A Simple Way to Prevent Overfitting', ('Srivastava',))
    """
    found = _BEHIND.match(text)
    if found is None:
        return None
    behind = _behind(found)
    group = "title" if found["title"] else "quoted"
    is_title = group == "quoted" or _is_title(found["title"], behind)
    if not is_title or not _are_people(behind):
        return None
    rest = found.end("names")
    end = len(words_of(text[:rest]))
    families, is_cut = behind.families, behind.is_cut
    names = NameList(None, families, end - len(families), end, closed=not is_cut, cut=is_cut)
    return attrs.evolve(
        reading, names=names, title=found.span(group), rest=rest, date=None, editors=False
    )


def _behind(found: re.Match[str]) -> _Behind:
    families = tuple(filter(None, _BETWEEN.split(found["names"])))
    return _Behind(families, found["cut"] is not None, bool(_MEETING.match(found["venue"] or "")))


def _is_title(title: str, behind: _Behind) -> bool:
    """Return whether what is in front of family names is no person.

    >>> behind = _Behind(("Fei", "Chen"), False, False)
    >>> _is_title("Isolation Forest", behind), _is_title("Fyodor Dostoevsky", behind)
    (True, False)
    """
    words = title.split()
    if len(title) < _LEAST_TITLE or len(words) < 2 or is_given(words[0]):
        return False
    is_running = any(word.islower() and not is_link(word) for word in words[1:])
    return ":" in title or is_running or is_of_title(words) or behind.at_meeting or behind.is_cut


def _are_people(behind: _Behind) -> bool:
    """Return whether words with capitals are family names: one is known, or signs say so.

    >>> _are_people(_Behind(("Taylor", "Francis"), False, False))
    False
    >>> _are_people(_Behind(("Kingma", "Ba"), False, True))
    True
    """
    families = behind.families
    small = (word for name in families for word in name.split()[:-1])
    if not all(map(is_link, small)) or is_house(families) or any(map(is_town, families)):
        return False
    if behind.is_cut or behind.at_meeting:
        return True
    is_known = len(families) > 2 or any(map(is_family, families))
    return is_known and not is_of_title(families)
