"""One plain name taken apart: given words, family words, suffix.

This is the one reader of a name that is no longer encoded. `refcore.names.plain`
makes a `Person` of what it finds; the comparison keeps the words.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from refcore.model.people import Person
from refcore.names.customs import is_degree, is_particle, suffix_of, without_titles
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = ["WITHOUT_COMMA", "Parts", "filed_parts", "is_whole", "person_of", "split_name"]

# Single letters with stops are initials; "M.D." without a space is a degree nearly always.
_INITIALS: Final = regex(widened(r"(?!M\.D\.$)[A-Z]\.\s?(?:[A-Z]\.\s?)*[A-Z]\.?"))
_LAST_GLUED: Final = regex(r"\.(?=[^\W\d_]{2,}$)")
_SHORT_INITIALS: Final = regex(widened(r"(?:[A-Z]\.?-?){1,4}"))
_ARTICLES: Final = frozenset("La Las Le Los".split())
_PATRONYMIC: Final = regex(r"[а-яё](?:ович|евич|ьич|овна|евна|ична|инична|івна|ївна)\Z")
# "son of", "daughter of": what follows is whose, in all its words, as BibTeX has it, too.
_SONS: Final = frozenset("bin binti bint ibn ben ap ab".split())
# Suffixes that are written after a family name without a comma: "Steele Jr., Guy".
WITHOUT_COMMA: Final = frozenset("jr sr ii iii iv".split())


class Parts(NamedTuple):
    """A name in words, given names first.

    The family name, with its particles, begins at `start`, which is `known` where
    a comma says so. `moved` counts the particles that came after the given name, as
    in "Nucci, Dario Di". `text` is the name as it is shown.
    """

    words: list[str]
    start: int
    suffix: str
    known: bool
    moved: int
    text: str


def split_name(name: str) -> Parts:
    """Take one name apart, given name first, or family name first with a comma.

    >>> split_name("Meeks, III, William H.").text, split_name("Peter de With").start
    ('William H. Meeks III', 1)
    >>> split_name("Jane Doe, PhD").text, split_name("Sammy Davis, Jr.").suffix
    ('Jane Doe', 'Jr.')
    """
    if "," not in name:
        return _given_first(name.split(), "")
    before, _, after = name.partition(", ")
    words = after.split()
    if words and "," not in after and before.isalpha() and not any(map(suffix_of, words)):
        return filed_parts(_without_title(words), [before], "")
    parts = [part.strip() for part in name.split(",") if part.strip()]
    while len(parts) > 1 and is_degree(parts[-1]) and (len(parts) > 2 or is_whole(*parts)):
        parts.pop()
    if len(parts) < 2:
        return _given_first("".join(parts).split(), "")
    return _filed(parts)


def is_whole(name: str, after: str) -> bool:
    """Return whether the text before a comma is a whole name, so that a degree may follow.

    >>> is_whole("Jane Doe", "MD"), is_whole("van Doe", "MD"), is_whole("Paz Roca", "M. A.")
    (True, False, False)
    """
    words = name.split()
    return len(words) > 1 and not is_particle(words[0]) and not _INITIALS.fullmatch(after)


def _filed(parts: list[str]) -> Parts:
    if len(parts) == 2 and suffix_of(parts[1]) and " " in parts[0]:
        return _given_first(parts[0].split(), parts[1])
    suffix = next((part for part in parts[1:] if suffix_of(part)), "")
    if not suffix and (len(parts) > 3 or (len(parts) > 2 and " " in parts[1])):
        # A lost separator: the words keep their order, for two names to be found in them.
        return _given_first(" ".join(parts).split(), "")
    given = [word for part in parts[1:] if part is not suffix for word in part.split()]
    if given and not suffix and suffix_of(given[-1]) and len(given) > 1:
        suffix = given.pop()
    if given and suffix_of(given[0]) and not suffix and len(given) > 1:
        suffix = given.pop(0)
    family = parts[0].split()
    if not suffix and len(family) > 1 and suffix_of(family[-1]) in WITHOUT_COMMA:
        suffix = family.pop()
    return filed_parts(_without_title(given), family, suffix)


def filed_parts(given: list[str], family: list[str], suffix: str) -> Parts:
    """Return the parts of a name whose given and family names are known."""
    end = len(given)
    while end > 1 and _may_be_particle(given[end - 1]) and not given[end - 1].isupper():
        end -= 1
    return _parts(given + family, end, suffix, known=True, moved=len(given) - end)


def _given_first(words: list[str], suffix: str) -> Parts:
    shown = words = _without_title(words)
    if not all(map(str.isalpha, words)):
        if any("." in word[:-1] for word in words):
            words = [part for word in words for part in _LAST_GLUED.sub(". ", word).split()]
        words = [word for word in words if word.strip(".,'-")] or words
    if not suffix and len(words) > 2:
        # "Daumé III H" and "Daumé H 3rd" have the initials after the family name.
        last = -2 if len(words[-1].rstrip(".")) == 1 and suffix_of(words[-2]) else -1
        if suffix_of(words[last]):
            suffix = words[last]
            words = [*words[:last], *words[len(words) + last + 1 :]]
            shown = words
    if len(words) == 3 and _PATRONYMIC.search(words[2]):
        return filed_parts(words[1:], words[:1], suffix)  # "Иванов Пётр Ильич"
    if words and words[-1].islower() and (filed := _particle_last(words, suffix)) is not None:
        return filed
    start = len(words) - 1
    while start > 1 and _is_particle_at(words, start - 1):
        start -= 1
    if start == 1 and words[-1][:1].isupper() and words[0].islower() and is_particle(words[0]):
        start = 0  # "van der Waerden", without a given name
    sons = (place for place, word in enumerate(words[:-1]) if place and word in _SONS)
    start = min(start, next(sons, start))
    found = _parts(words, max(start, 0), suffix, known=False)
    if len(shown) != len(words):
        return found._replace(text=" ".join([*shown, suffix]).rstrip())
    return found


def _particle_last(words: list[str], suffix: str) -> Parts | None:
    """Read "Berg J van der", family name first without a comma and its particles last.

    >>> _particle_last("Berg J van der".split(), "").text
    'J van der Berg'
    """
    end = len(words)
    while end > 1 and words[end - 1].islower() and _may_be_particle(words[end - 1]):
        end -= 1
    start = end
    while start > 0 and _SHORT_INITIALS.fullmatch(words[start - 1]):
        start -= 1
    if not 0 < start < end < len(words):
        return None
    return filed_parts(words[start:], words[:start], suffix)


def _parts(words: list[str], start: int, suffix: str, *, known: bool, moved: int = 0) -> Parts:
    text = " ".join([*words, suffix]) if suffix else " ".join(words)
    return Parts(words, start, suffix, known, moved, text)


def _is_in_t(words: list[str], place: int) -> bool:
    return words[place] == "in" and words[place + 1] in ("'t", "’t", "het")


def _is_particle_at(words: list[str], place: int) -> bool:
    """Return whether a word is a particle: "van", "in" of "in 't Veld", "La" of "de La Fontaine".

    >>> _is_particle_at("Peter van Dam".split(), 1), _is_particle_at("Van Morrison".split(), 0)
    (True, False)
    """
    word, before = words[place], words[place - 1]
    if word.islower():
        return _may_be_particle(word) or _is_in_t(words, place)
    has_article = word in _ARTICLES and before in ("de", "di") and place > 1
    return has_article and not is_particle(words[place - 2].lower())


def _may_be_particle(word: str) -> bool:
    # Not folded: Văn is a Vietnamese given name, van a Dutch particle.
    return is_particle(word.lower())


def _without_title(words: list[str]) -> list[str]:
    """Return the words of a name without titles, of which at least two words stay.

    >>> _without_title(["Dr.", "Bo", "Fei"]), _without_title(["Dr.", "Fei"])
    (['Bo', 'Fei'], ['Dr.', 'Fei'])
    """
    return without_titles(words, 2)


def person_of(parts: Parts) -> Person:
    """Return the person of a name taken apart; raises `InvalidName` where nothing is in it."""
    # "Goethe, Johann von": the particle stays with the given name, as BibTeX reads it.
    start = parts.start + parts.moved
    last = len(parts.words) - 1
    family = start
    while family < last and (is_particle(parts.words[family]) or _is_in_t(parts.words, family)):
        family += 1
    return Person(
        " ".join(parts.words[:start]),
        " ".join(parts.words[family:]),
        non_dropping_particle=" ".join(parts.words[start:family]),
        suffix=parts.suffix,
    )
