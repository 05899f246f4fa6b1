"""Lists whose references begin with their titles: "Of Words. Fei B, Chen A. The Lancet. 2019"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from refcore.names.givennames import is_given
from refcore.names.groups import looks_like_group
from refcore.names.makers import EDITORS
from refcore.names.shape import is_name
from refcore.names.titlewords import is_of_title
from refcore.text.patterns import regex
from refcore.textlists.families import with_families_behind
from refcore.textlists.namelists import FORMS, NameList, name_lists
from refcore.textlists.segment import Reading
from refcore.textlists.words import QUOTES, Word, is_initials, words_of

__all__ = ["names_after_title", "sure_names", "with_names_after", "with_names_behind"]

_MOST_WORDS: Final = 60
_FORMS: Final = tuple(form for form in FORMS if form.first in ("FI", "F,I", "IF"))
_CLOSERS: Final = frozenset("".join(QUOTES.values())) - {"'", "’"}
# A list is turned if this share of its references is, and at most that share begins with names.
_TURNED: Final = 0.6
_NAMED: Final = 0.4
_LEAST: Final = 4
# The forms of names behind one title, and what may be between: "Of Words, 2005 B. Fei", ", by".
_BEHIND: Final = tuple(
    form for form in FORMS if form.first in ("FI", "F,I", "IF") or form.others == "GF" == form.first
)
_BETWEEN: Final = regex(r"\W{0,4}(?:\(?(?:1[89]|20)\d\d\)?[.,]? )?(?:by |von |par |por |di )?")
_BY: Final = regex(r"(?P<title>[^,.;:()“”\"]{2,200}),? by (?=(?:[A-Z]\.[ -]?)+[A-Z])")
_ONLY_YEAR: Final = regex(r"\W*(?:[A-Z][\w-]+,? )?\(?(?:1[5-9]|20)\d\d\)?\W*$|\W*$")
_EDITORS: Final = regex(rf"[,.]? ?[(\[]?(?:{EDITORS})", re.IGNORECASE)


def with_names_after(
    texts: Sequence[str], chosen: Sequence[Reading | None]
) -> list[Reading | None]:
    """Read names after the titles where a list has them there."""
    size = len(texts)
    named = sum(bool(one and one.names and one.names.form in _FORMS) for one in chosen)
    if size < _LEAST or named > _NAMED * size:
        return list(chosen)
    turned = [names_after_title(text) for text in texts]
    if sum(one is not None for one in turned) < _TURNED * size:
        return list(chosen)
    return [new or old for new, old in zip(turned, chosen, strict=True)]


def names_after_title(text: str) -> Reading | None:
    """Return the reading with the title first, where names with initials are after a stop.

    >>> found = names_after_title("Of Moss. B. Fei and A. Chen. 2019.")
    >>> found.title, found.names.names
    ((0, 7), ('Fei, B.', 'Chen, A.'))
    """
    words = words_of(text)[:_MOST_WORDS]
    for place, word in enumerate(words[:-1]):
        if word.after[:1] not in (".", "?", "!") or place < 1:
            continue
        names = _names_at(words, place + 1, text)
        if names is not None:
            end = word.end + (word.after[:1] in ("?", "!"))
            rest = words[names.end - 1].end
            return Reading(0.0, names, None, (words[0].start, end), rest, ())
    return None


def _names_at(words: Sequence[Word], at: int, text: str) -> NameList | None:
    """Return the longest list of names at a word that a stop ends."""
    ended = (
        one
        for one in name_lists(words, at, text, _FORMS)
        if one.end < len(words) and (one.delimiter.startswith(".") or one.cut)
        if all("," in name for name in one.names)
    )
    return max(ended, key=lambda one: one.end, default=None)


def with_names_behind(text: str, reading: Reading | None) -> Reading | None:
    """Return a reading without names with those behind its title: "Of Words, Bo Fei, Cell 12".

    They are names beyond doubt: each has initials or a known given name, and more than an imprint
    follows ("Grammaire, Armand Colin, 1990" names its publisher).
    """
    if reading is None:
        return None
    if site := _of_site(text, reading):
        return site
    if short := with_families_behind(text, reading):
        return short
    if found := _BY.match(text):
        reading = attrs.evolve(reading, names=None, title=found.span("title"), rest=found.end())
    if title := _title_in_front(text, reading):
        reading = attrs.evolve(reading, names=None, title=title, rest=title[1])
    if reading.names is not None or reading.title is None:
        return reading
    start, end = reading.title
    behind = None if text[:start].strip('“"« ') else _names_behind(text, end)
    if behind is None:
        return reading
    stop, names, rest = behind
    return attrs.evolve(reading, names=names, title=(start, min(end, stop)), rest=rest)


def _names_behind(text: str, end: int) -> tuple[int, NameList, int] | None:
    """Return the end of a title, the names behind it, and where they end.

    `end` is the latest place at which the title can end.
    """
    words = words_of(text[: end + _MOST_OF_NAMES])
    for place, word in enumerate(words[:-1]):
        if word.end > end + 1:
            break
        is_whole = word.end >= end or word.after[:1] in (",", ".", "?", "!")
        is_bare = not is_whole and not word.after and is_initials(words[place + 1].core)
        if place < _LEAST_WORDS or not (is_whole or is_bare):
            continue
        behind = _BETWEEN.match(text, word.end)
        at = next((n for n, one in enumerate(words) if behind and one.start >= behind.end()), 0)
        names = sure_names(words, at, text) if at else None
        if at and not names and word.after[:1] in _CLOSERS:
            names = _cut_family(words, at, text)
        if names and (is_whole or len(names.names) > 1):
            stop = word.end + (word.after[:1] in ("?", "!"))
            return stop, names, words[names.end - 1].end
    return None


# "SIunits: https://…": a name in front of an address is that of what is there.
_NAMES_SITE: Final = regex(r"[\w.+-]{2,40}(?=: (?:https?|ftp|ctan):\S+\W*$)")


def _of_site(text: str, reading: Reading) -> Reading | None:
    """Return a reading whose only name is the title of a site, if nothing but its address follows.

    >>> _of_site("SIunits: https://a.org", Reading(0.0, None, None, None, 0, ())).title
    (0, 7)
    """
    found = _NAMES_SITE.match(text)
    return (
        attrs.evolve(reading, names=None, title=found.span(), rest=found.end()) if found else None
    )


def _title_in_front(text: str, reading: Reading) -> tuple[int, int] | None:
    """Return the title that was read as an author, with names as the title.

    "Of Moss and Fern, 2003 Bo Fei, Ada Chen", "Concrete Mathematics. Ronald Graham and ..."
    """
    names, title = reading.names, reading.title
    if names is None or title is None or names.start or len(names.names) > 1:
        return None
    words = words_of(text[: title[1] + _MOST_OF_NAMES])
    name = text[words[0].start : words[names.end - 1].end]
    is_person = names.form is not None and any(map(is_given, name.split()))
    if " " not in name or is_person or looks_like_group(name) or _has_initials(names.names[0]):
        return None
    at = next((n for n, word in enumerate(words) if word.start >= title[0]), 0)
    behind = sure_names(words, at, text) if at else None
    is_whole = behind is not None and words[behind.end - 1].end >= title[1]
    return (words[0].start, words[names.end - 1].end) if is_whole else None


_MOST_OF_NAMES: Final = 400
_LEAST_WORDS: Final = 1
_ACRONYM: Final = 4  # letters: "ASTM International" is no person


def sure_names(words: Sequence[Word], at: int, text: str) -> NameList | None:
    """Return the longest list of names at a word that can be nothing else."""
    found = (one for one in name_lists(words, at, text, _BEHIND) if _is_sure(one, words, text))
    return max(found, key=lambda one: one.end, default=None)


def _cut_family(words: Sequence[Word], at: int, text: str) -> NameList | None:
    """Return a family name alone with "et al.": behind quotes it can be nothing else."""
    found = (one for one in name_lists(words, at, text, _BEHIND) if one.cut)
    return next((one for one in found if len(one.names) == 1 and " " not in one.names[0]), None)


def _is_sure(names: NameList, words: Sequence[Word], text: str) -> bool:
    end = words[names.end - 1].end
    sign = names.delimiter.strip()[:1]
    ahead = words[names.end].core if names.end < len(words) else ""
    is_ended = sign in (",", ".", "(", ";") or not ahead or ahead[:1].isdigit()
    if not (is_ended or names.cut or ahead.startswith("http")) or _EDITORS.match(text, end):
        return False
    is_lone = len(names.names) == 1 and not _has_initials(names.names[0])
    if is_lone and _ONLY_YEAR.match(text, end):
        return False
    # Where "and" joins names, or nothing follows, one that is known speaks for the others.
    known = sum(map(_is_known, names.names))
    others = (name for name in names.names if not _is_known(name))
    is_joined = names.closed or (len(names.names) > 1 and not ahead)
    return known == len(names.names) or (
        is_joined and 2 * known >= len(names.names) and all(map(_can_be_name, others))
    )


def _has_initials(name: str) -> bool:
    found = [word for word in name.replace(",", " ").split() if is_initials(word)]
    return 0 < sum(map(str.isalpha, "".join(found))) < _ACRONYM


def _can_be_name(name: str) -> bool:
    """Return whether a text has the form of a name.

    >>> _can_be_name("Yevgenia Kashina"), _can_be_name("Notes"), _can_be_name("Moss Institute")
    (True, False, False)
    """
    turned = " ".join(reversed(name.split(", ")))
    return " " in name and is_name(turned) and not looks_like_group(name)


def _is_known(name: str) -> bool:
    """Return whether a text can only be a name.

    >>> _is_known("Joseph Kahane"), _is_known("Fei, B."), _is_known("Data Notes")
    (True, True, False)
    """
    family, comma, given = name.partition(", ")
    first, *others = family.split()
    if looks_like_group(name) or " " not in name or is_of_title([first, *others]):
        return False
    if comma and others and is_given(first):
        return False  # "Joseph Kahane, J. Math. Phys."
    return _has_initials(name) or is_given(given.partition(" ")[0] if comma else first)
