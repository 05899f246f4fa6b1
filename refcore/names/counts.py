"""How lists say how many authors there are: "and 27 others", "27 weitere", "54 authors in total".

A count is of the authors that the list leaves out, or of all that there are. The word tables
hold the words of each language; `COUNTED` is the one pattern that all readers of names use.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from refcore.names.numbers import NUMBER, holds_number, spelled_number, without_thousands
from refcore.text.letters import EAST_ASIAN
from refcore.text.patterns import regex

__all__ = ["COUNTED", "Count", "count_of", "left_out", "said_by", "with_english_counts"]

# "and", "with", "plus": what joins a count to the names before it.
_JOINS: Final = (
    r"(?:and|plus|with|und|sowie|mit|et|avec|y|e|ed|con|com|en|met|och|med|og|i|a|ve|ja|и|és)\b"
    r"|u\.|&|\+"
)
_MORE_BEFORE: Final = (
    r"another|an\s+additional|(?:the\s+)?(?:other|remaining)|yet|noch|weitere"
    r"|otr[oa]s|outr[oa]s|mais|altr[ie]|nog|ещё|еще|további"
)
_MORE_AFTER: Final = (
    r"additional|other|others|more|further|remaining|weitere[rn]?|andere[rn]?|a\.|autres?|de\s+plus"
    r"|otr[oa]s|más|outr[oa]s|mais|altr[ie]|meer|andra|andre|till|fler[ea]?|innych|dalších|diğer"
    r"|др\.|других|muuta|további"
)
_AUTHORS: Final = (
    r"authors?|people|persons?|names?|autor(?:en|innen)?|autor[:*_]innen|personen"
    r"|auteurs?|personnes|autor[ei]s|personas|pessoas|persone|författare|forfattere|autorów|autorů"
    r"|автор(?:ов|а)?|человека?|yazar|kirjoittajaa|szerző"
)
_OTHER_PEOPLE: Final = (
    r"others?|contributors?|colleagues?|researchers?|members|collaborators|scientists"
    r"|kolleg(?:en|innen)"
)
_TOTAL_BEFORE: Final = (
    r"(?:a\s+)?total(?:\s+of)?:?|in\s+total|insgesamt|au\s+total|totalt|всего|łącznie|in\s+totaal"
    r"|(?:(?:show|view|see)\s+)?all|alle|tous\s+les"
)
_TOTAL_AFTER: Final = (
    r"in\s+total|total|in\s+all|altogether|overall|insgesamt|gesamt|au\s+total|en\s+total"
    r"|no\s+total|in\s+totale|in\s+totaal|totalt|i\s+alt|всего|łącznie|celkem|toplam"
)
_ABOUT: Final = (
    r"about|around|approximately|some|over|more\s+than|at\s+least|nearly|almost|~|rund|etwa"
    r"|über|mehr\s+als|environ|plus\s+de|más\s+de|mais\s+de|circa|ca\."
)
_NOT_SHOWN: Final = r"\s+(?:not\s+(?:shown|listed|named)(?:\s+here)?|omitted)"
# What comes before the number: "all", or words such as "and", "another", "about".
_HEAD: Final = (
    rf"(?:(?P<total>{_TOTAL_BEFORE})\s+"
    rf"|(?:(?P<join>(?:(?:{_JOINS})\s{{0,9}}){{1,3}})|)(?:(?P<further>{_MORE_BEFORE})\s+|)"
    rf"(?:(?P<about>{_ABOUT})\s+|))"
)
_COUNTING: Final = (
    rf"(?P<number>(?<![0-9])[0-9]{{1,3}}(?:\x20[0-9]{{3}}){{1,2}}|{NUMBER})(?P<plus>(?<=[0-9])\+)?"
)
# What comes after the number: "others", "other authors", "authors in total", "co-authors". No
# such word follows "all", and no "in total" follows "another".
_WORD: Final = (
    rf"(?(total)(?!)|\s+(?P<word>(?(further)(?!)|(?:others?\s+)?(?P<summed>{_TOTAL_AFTER}))"
    rf"|{_MORE_AFTER}))"
)
_WHO: Final = (
    rf"\s+(?P<who>(?P<fellow>co-?|ko-?|mit|со|)(?:(?P<authors>{_AUTHORS})|{_OTHER_PEOPLE}))"
)
_WORD_AFTER: Final = (
    rf"(?(word)|(?:(?(total)(?!))\s+(?:(?(further)(?!))(?P<summed_up>{_TOTAL_AFTER})"
    rf"|(?P<more_of_them>{_MORE_AFTER}))|))"
)
# A number with no word after it is a count after "another", and at the end of a text after "all".
_ENOUGH: Final = r"(?(word)|(?(who)|(?(further)|(?(total)(?=[\s)\].]*(?:\Z|\n))|(?!)))))"
# Each table is in the pattern as few times as possible: a longer pattern takes longer to compile.
# `said_by` concludes from the groups of a match what it says.
COUNTED: Final = (
    rf"(?:{_HEAD}{_COUNTING}(?:{_WORD}|)(?:{_WHO}{_WORD_AFTER}|){_ENOUGH}"
    rf"(?:(?![\w-])|(?<=\.))(?P<hidden>{_NOT_SHOWN})?"
    r"|[及和与]?(?:以及)?(?:其他|其它|其餘|其余|另外|另|ほか|その他|他|외)\s?"
    r"(?P<left_out>[0-9][0-9,]*)\s?(?:[位人名个個명인](?:作者|成员|研究者)?)?"
    r"|(?:等\s?)?(?:[共全計计총](?:[有计計]|\s)?|合[计計]|总计|總計|등|ら|等)\s?"
    r"(?P<in_all>[0-9][0-9,]*)\s?[位人名명인](?:作者)?)"
)
_INSIDE: Final = regex(
    r"(?:(?<=[^\s0-9])[ \t]{1,3}|(?<=[\n,;，、(\[])"
    rf"|(?<=[{EAST_ASIAN}]))(?:{COUNTED})",
    re.IGNORECASE,
)
_WHOLE: Final = regex(COUNTED, re.IGNORECASE)
_ONLY_PLUS: Final = regex(
    rf"(?:(?:{_JOINS})\s*)?\+\s*(?P<added>{NUMBER})(?P<plus>\+)?", re.IGNORECASE
)
# The commonest form. It compiles quickly, and most runs need no other.
_ENGLISH: Final = regex(
    r"(?:and\s+)?([0-9]{1,6})\s+(?:others|more|(?:other|more|additional)\s+authors)"
)
# The parts of a match that say that a number is of all, or of those left out.
_ALL: Final = frozenset(("total", "summed", "summed_up"))
_LEFT_OUT: Final = frozenset(("join", "further", "word", "more_of_them", "hidden"))


class Count(NamedTuple):
    """How many authors a list leaves out, or how many there are in all; 0 if not stated."""

    more: int = 0
    in_all: int = 0


def count_of(text: str) -> Count | None:
    """Return the count if a text is a count and nothing else, otherwise None.

    >>> count_of("and 2,931 others"), count_of("54 authors in total"), count_of("27 weitere")
    (Count(more=2931, in_all=0), Count(more=0, in_all=54), Count(more=27, in_all=0))
    >>> count_of("12 co-authors"), count_of("Bo Fei")
    (Count(more=0, in_all=0), None)
    """
    if not holds_number(text):
        return None
    plain = _ENGLISH.fullmatch(text)
    if plain:
        return Count(more=int(plain[1]))
    found = _WHOLE.fullmatch(text) or ("+" in text and _ONLY_PLUS.fullmatch(text))
    return said_by(found) if found else None


def said_by(found: re.Match[str], *, joined: bool = False) -> Count:
    """Return what a match of a pattern with `COUNTED` in it counts.

    `joined` says that a word such as "and" is before the match.
    """
    held = {name: text for name, text in found.groupdict().items() if text}
    if "about" in held or "plus" in held:
        return Count()
    if "number" not in held:
        more, in_all = held.get("left_out") or held.get("added"), held.get("in_all")
        return Count(spelled_number(more or ""), spelled_number(in_all or ""))
    number = spelled_number(held["number"])
    if held.keys() & _ALL:
        return Count(in_all=number)
    if joined or held.keys() & _LEFT_OUT:
        return Count(more=number)
    return Count(in_all=number) if _is_authors(found) else Count()


def _is_authors(found: re.Match[str]) -> bool:
    """Return whether the people that are counted are all authors: "co-authors" may be fewer."""
    return found["authors"] is not None and not found["fellow"]


def with_english_counts(text: str) -> str:
    """Return a running text in which each count of authors left out is in plain English.

    Such a count has no comma, and no word at which a list is divided.

    >>> with_english_counts("Bo Fei and 2,931 others"), with_english_counts("Bo Fei und 27 Autoren")
    ('Bo Fei, 2931 others', 'Bo Fei, 27 others')
    """
    if not any(map(str.isdigit, text)):
        return text
    return _INSIDE.sub(_in_english, without_thousands(text))


def _in_english(match: re.Match[str]) -> str:
    count = said_by(match)
    if count.more:
        return f", {count.more} others"
    bare = match["who"] and not any(match[part] for part in _ALL | _LEFT_OUT)
    if count.in_all:
        return match[0] if bare else f", {count.in_all} authors in total"
    return match[0] if bare and not _is_authors(match) else ", et al."


def left_out(others: bool | int, in_all: int, listed: int) -> bool | int:
    """Return how many authors a list leaves out, if it names some and says how many there are.

    `others` is what else the list says. A list that names as many as it counts leaves none out,
    unless it says so.

    >>> left_out(True, 54, 1), left_out(False, 2, 2), left_out(True, 2, 5)
    (53, False, True)
    """
    if not in_all or (others is not True and others is not False):
        return others
    if in_all > listed:
        return in_all - listed
    return others or in_all < listed
