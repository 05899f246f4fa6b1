"""Which texts read as a name, in running text and in lists without clear marks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from refcore.names.customs import is_particle, suffix_of
from refcore.names.elisions import is_of_another_work
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution, looks_like_group
from refcore.names.places import is_region
from refcore.names.rarewords import RARE_IN_NAMES
from refcore.names.titlewords import is_of_title, is_title_word
from refcore.text.letters import EAST_ASIAN, widened
from refcore.text.patterns import regex

__all__ = ["is_initials", "is_name", "is_name_word", "may_list_people", "running_words"]

_INITIALS: Final = regex(r"(?:[^\W\d_]{1,2}\.[-\s]?){1,5}|[^\W\d_]{1,3}")
_NO_NAME: Final = frozenset(
    "abstract all also although american among and answer appendix are arxiv authors because "
    "but chapter chinese code conference credits data department each edition english every "
    "everyone figure following github hence here however https international introduction issue "
    "its journal later learning like link links many note now other others our paper papers "
    "preprint prior proceedings published recent references related report reproduced second "
    "section several since some such table that the their then there therefore these they this "
    "those though three two unknown using version via volume was website were what when where "
    "which while why workshop year your model models language neural network networks attention "
    "training deep".split()
)
# Small words between two names that are no syllable: "Kim et Lee".
_BETWEEN_NAMES: Final = frozenset("con ed en et met mit och og ou per und via vs".split())
# Those of them that are sometimes a family or given name: "Sebastian Link", "Tran The Anh".
_ALSO_NAMES: Final = frozenset("deep english link prior such the was while".split())
# "d'Orsi", "l'Hôpital": a particle without its vowel.
# "desJardins", "diPaola": one that is joined; "al-Sayed", "ben-David": one with a hyphen.
_ELIDED: Final = regex(
    widened(
        r"[^\W\d_]{1,4}['’][^\W\d_a-z]|(?:d[aeiu]|de[lns]|dos|la|le|van|vd|von|mac|mc|ka|kwa)[A-Z][a-zß-ÿ]"
        r"|(?:a[dlnrstz]|ash|e[ls]|ul|ibn|bin|ben|bar|abu|abd)-[^\W\d_a-z]"
    )
)
# Words for the people of a list; alone they are not the name of a group.
_ROLES: Final = frozenset(
    "author co-author coauthor collaborator contributor editor reviewer".split()
)
_NO_NAME_SIGN: Final = regex(r"[\d*_()\[\]{}|$%]")
# Words of the field's topics: "Computer Vision, Reinforcement Learning" lists no people.
_TOPICS: Final = frozenset(
    "agent agents agentic alignment analysis artificial benchmark benchmarks compute computer "
    "dataset datasets diffusion embedding embeddings evaluation experts generation inference "
    "intelligence mixture multimodal natural optimization parallel processing reasoning "
    "reinforcement retrieval robotics scaling speech supervised theory token tokens transformer "
    "transformers vision".split()
)
# "Graph-Based", "Feature-Level": the second part says that the word is not a name.
_QUALITY: Final = regex(
    r"-(?:agnostic|aligned|attentive|augmented|aware|based|centric|conditioned|controlled|dependent"
    r"|dimensional|domain|driven|efficient|enabled|enhanced|free|grained|guided|independent|informed"
    r"|invariant|level|like|modal|order|oriented|powered|preserving|rank|scale|shot|specific|stage"
    r"|step|supervised|task|time|trained|tuned|tuning|view|wise)s?\Z",
    re.IGNORECASE,
)
# Words that open a phrase, but are names elsewhere: "See" in "Abigail See".
_NO_FIRST_WORD: Final = frozenset(
    "a as at based both by for from how if in into is it last more most of on or see she to under "
    "with we first not part".split()
)


# Words that join others in a title in capitals, and are not the middle part of a name.
_JOINING: Final = frozenset(
    "About Across After Against And As Between Beyond During For From Into Of Or Over Through "
    "Toward Towards Under Using Via When Where With Within Without".split()
)


def running_words(words: Iterable[str]) -> list[str]:
    """Return those words, in lower case, that running text has and no name has.

    >>> running_words(["Y", "those", "Shen"]), running_words(["Peter", "de", "With"])
    (['those'], [])
    """
    small = [word for word in words if word.islower()]
    return [word for word in small if word in _NO_NAME or word.capitalize() in _JOINING]


@functools.lru_cache(maxsize=8192)
def is_name(text: str, *, single: bool = False) -> bool:
    """Return whether a text reads as a name; `single` admits one word.

    >>> [is_name(text) for text in ("Aili Chen", "Peter de With", "the team", "Qwen Team")]
    [True, True, False, True]
    """
    words = text.split()
    if not 1 <= len(words) <= 7 or len(text) > 90 or _NO_NAME_SIGN.search(text):
        return False
    if words[1:2] == ["for"] and _is_body_for(words):
        return True
    if any(word.casefold().rstrip(".") in _NO_NAME for word in words if len(word) > 2):
        return _is_known_despite(words)
    if _has_word_of_text(words):
        return False
    if _opens_phrase(words):
        return _is_syllables(words)
    if text.casefold().rstrip("s") in _ROLES or _is_topic(text, words):
        return False
    if not all(is_name_word(word) for word in words) and not _has_small_part(words):
        return False
    if len(words) > 1:
        # "Ann M. Berg S.": a last initial after a name that is complete without it.
        whole = len(words) > 2 and not is_initials(words[0]) and not is_initials(words[-2])
        return whole or not is_initials(words[-1]) or bool(suffix_of(words[-1]))
    return single or looks_like_group(text) or _caseless(text)


def _has_word_of_text(words: Sequence[str]) -> bool:
    """Return whether a word inside cannot be a name's: a quality, a conjunction, Eastern words.

    >>> _has_word_of_text(["Moss", "And", "Fern"]), _has_word_of_text(["Aili", "Chen"])
    (True, False)
    """
    if any("-" in word and _QUALITY.search(word) for word in words):
        return True
    if len(words) > 2 and all(_EASTERN.fullmatch(word) for word in words):
        return True
    return any(word in _JOINING and before != "de" for before, word in pairwise(words[:-1]))


def _opens_phrase(words: Sequence[str]) -> bool:
    """Return whether the first word begins a phrase.

    "Or Litany" is a person, and "AS Okkels" has initials.

    >>> _opens_phrase(["On", "Moss"]), _opens_phrase(["Or", "Litany"]), _opens_phrase(["AS", "Ek"])
    (True, False, False)
    """
    first = words[0]
    if first.casefold() not in _NO_FIRST_WORD or first == "Or":
        return False
    if len(words) == 2 and len(first) == 2 and first.isupper():
        return words[1].isupper() or is_title_word(words[1])
    return True


def _is_topic(text: str, words: Sequence[str]) -> bool:
    """Return whether words are those of topics and titles, and no group's.

    >>> _is_topic("Graph Networks", ["Graph", "Networks"]), _is_topic("Bo Fei", ["Bo", "Fei"])
    (True, False)
    """
    topics = not _TOPICS.isdisjoint(word.casefold() for word in words)
    titled = len(words) > 1 and is_of_title(words)  # One may be a family name: "Quill, Made".
    return (topics or titled or _is_of_rare(words)) and not looks_like_group(text)


# The first words of a body that is named by what it is for.
_FOR_BODIES: Final = frozenset(
    "academy agency alliance association authority bureau center centers centre centres committee "
    "council department foundation institute ministry office society".split()
)


def _is_body_for(words: list[str]) -> bool:
    """Return whether words are a body that is named by what it is for.

    >>> _is_body_for("Institute for Advanced Study".split()), _is_body_for("Words for Moss".split())
    (True, False)
    """
    is_body = words[0].casefold() in _FOR_BODIES and words[1] == "for" and len(words) > 2
    return is_body and all(word[:1].isupper() for word in words[2:])


def _is_known_despite(words: list[str]) -> bool:
    """Return whether words are a person, though one of them is hardly ever part of a name.

    >>> [_is_known_despite(x.split()) for x in ("Sebastian Link", "Deep Patel", "Tran The Anh")]
    [True, True, True]
    >>> [_is_known_despite(x.split()) for x in ("While Chen", "The Lee", "Note. Fei", "See Link")]
    [False, False, False, False]
    """
    if not 1 < len(words) < 5 or not all(word[:1].isupper() for word in words):
        return False
    odd = [place for place, word in enumerate(words) if word.casefold() in _NO_NAME]
    if len(odd) != 1 or (word := words[odd[0]].casefold()) not in _ALSO_NAMES:
        return False
    if word == "the":  # Vietnamese names have three or four short words.
        short = len(words) == 3 and all(len(word) < 7 and word.istitle() for word in words)
        return short and is_family(words[-1] if odd[0] == 0 else words[0]) and len(words[-1]) < 5
    return is_given(words[0]) if odd[0] else word == "deep" and is_family(words[-1])


def _is_syllables(words: Sequence[str]) -> bool:
    """Return whether words are a Korean or Chinese name that begins as a phrase does.

    >>> _is_syllables("In So Kweon".split()), _is_syllables("See Bo Fei".split())
    (True, False)
    >>> _is_syllables("In New York".split()), _is_syllables("On Deep Lee".split())
    (False, False)
    """
    if len(words) != 3 or not all(word.isalpha() and word.istitle() for word in words):
        return False
    _, syllable, family = words
    may_be_of_phrase = is_given(syllable) and words[0] != "In"
    known = may_be_of_phrase or is_title_word(syllable) or syllable.casefold() in _NO_NAME
    return len(syllable) < 6 and is_family(family) and not known


def _is_of_rare(words: Sequence[str]) -> bool:
    """Return whether all of several words are of titles: "Status Done", "Background Motivation".

    >>> _is_of_rare(["Status", "Done"]), _is_of_rare(["Bo", "Fei"])
    (True, False)
    """
    return len(words) > 1 and all(
        word.casefold() in RARE_IN_NAMES or is_title_word(word) for word in words
    )


def _has_small_part(words: list[str]) -> bool:
    """Return whether one word in lower case is a part of a name and no particle.

    It follows a particle with a capital, or is the second syllable of a Korean given name.

    >>> _has_small_part("Hugo Van hamme".split()), _has_small_part("Kyung ho Lee".split())
    (True, True)
    >>> _has_small_part("Moss in Lee".split()), _has_small_part("Moss grows Fast".split())
    (False, False)
    """
    small = [place for place, word in enumerate(words) if not is_name_word(word)]
    if len(small) != 1 or small[0] == 0 or len(words) != 3 or words[0].islower():
        return False
    word, before = words[small[0]], words[small[0] - 1]
    if not word.isalpha() or word in _NO_NAME | _NO_FIRST_WORD | _BETWEEN_NAMES:
        return False
    if small[0] == 2:
        return before.istitle() and is_particle(before.lower())
    return len(word) < 4 and is_family(words[2]) and not is_title_word(before)


def is_name_word(word: str) -> bool:
    """Return whether a word can be part of a name: capitalised, without case, or a particle.

    >>> is_name_word("Chen"), is_name_word("van"), is_name_word("attention")
    (True, True, False)
    """
    first = word.lstrip("'’‘-")[:1]
    if not first.isalpha():
        return False
    return not first.islower() or is_particle(word) or bool(_ELIDED.match(word))


def _caseless(text: str) -> bool:
    """Return whether a text is a short word in a script without capitals.

    >>> _caseless("王小明"), _caseless("Bo")
    (True, False)
    """
    letters = [letter for letter in text if letter.isalpha()]
    return 2 <= len(letters) <= 6 and all(x.lower() == x.upper() for x in letters)


def is_initials(text: str) -> bool:
    """Return whether a text is initials only: "J.-P.", "ME".

    >>> is_initials("J.-P."), is_initials("ME"), is_initials("Bo")
    (True, True, False)
    """
    if len(text) > 3 and "." not in text:
        return False
    return bool(_INITIALS.fullmatch(text)) and (
        "." in text or (text.isupper() and len(text.replace(" ", "")) <= 3)
    )


# Words of Chinese, Japanese and Korean: a name has two of them at most.
_EASTERN: Final = regex(rf"[{EAST_ASIAN}]+")
_PARTS: Final = regex(r"\s*(?:[,;&+/·|、，；]|--|–)\s*(?:and\s+)?|\s+(?:and|und|et|y|e|и)\s+")
_ELIDED_LIST: Final = regex(r"\bet\.?\s?al\b|[^\W\d_]等人?", re.IGNORECASE)
_LAST_WORDS: Final = regex(r"[^\W\d_a-z][\w'’-]*\W+(?:et\.?\s?al\Z|等)|[^\s]+\Z")
_ASIDES: Final = regex(
    r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|(?<![\w-])\d+|(?<=[a-z])\d{1,2}\b|[*†‡§]+"
)
# Where a meeting took place that had no place: "ICLR, Virtual".
_NO_PLACE: Final = "virtual"
# How many words a person's name has in a list that is not understood.
_MOST_WORDS: Final = 5


def may_list_people(text: str) -> bool:
    """Return whether words that were not read as names may still list people.

    At least two parts between commas or "and" then have the shape of names, and at least half
    of all parts.

    >>> [may_list_people(text) for text in ("Quill, Fenn, Based", "Model card", "Robotics, Vision")]
    [True, False, False]
    """
    if elided := _ELIDED_LIST.search(text):
        name = _LAST_WORDS.search(text[: elided.end()])
        return not is_of_another_work(text, name.start() if name else 0)
    if text[:1].islower() and not is_particle(text.split()[0]):
        return False
    cut = (part.strip(" .:*_") for part in _PARTS.split(_ASIDES.sub(" ", text)))
    parts = [part for part in cut if part]
    if not parts or _ends_place(parts[-1]) or any(map(_is_thing, parts)):
        return False
    shaped = sum(map(_may_be_person, parts))
    return shaped > 1 and shaped * 2 >= len(parts)


def _ends_place(text: str) -> bool:
    """Return whether a text ends the name of a place, as in "Springer, Cham, Switzerland".

    >>> _ends_place("Switzerland"), _ends_place("Virtual"), _ends_place("Fei")
    (True, True, False)
    """
    return is_region(text) or text.casefold() == _NO_PLACE


def _is_thing(text: str) -> bool:
    """Return whether a text is the name of an organisation or a thing: "GPT-4", "OpenAI".

    >>> _is_thing("GPT-4"), _is_thing("Bo Fei")
    (True, False)
    """
    named = any(letter.isdigit() for letter in text) or looks_like_group(text)
    return named or is_institution(text)


def _may_be_person(text: str) -> bool:
    """Return whether a text has the shape of one person's name, and no word that only titles have.

    >>> _may_be_person("Bo Fei"), _may_be_person("On the Form")
    (True, False)
    """
    words = text.split()
    if not 0 < len(words) <= _MOST_WORDS or looks_like_group(text) or is_institution(text):
        return False
    if not all(map(is_name_word, words)) or any(map(is_title_word, words)):
        return False
    if any(word.casefold() in RARE_IN_NAMES for word in words):
        return False
    if any(word.isupper() and len(word) > 3 for word in words) and not text.isupper():
        return False
    plain = {word.casefold() for word in words}
    return plain.isdisjoint(_NO_NAME | _TOPICS) and not (len(words) == 1 and text.isupper())
