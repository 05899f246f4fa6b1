"""The words of a reference string, each with its place and the punctuation after it."""

from __future__ import annotations

from typing import Final

import attrs

from refcore.names.customs import ANDS, is_particle
from refcore.names.givennames import is_given
from refcore.text.patterns import regex

__all__ = [
    "AND",
    "DASHES",
    "QUOTES",
    "Word",
    "is_capital",
    "is_initials",
    "is_link",
    "signs_at",
    "words_of",
]

# Words and signs between the last two names. "a", in Czech and Slovak, is a word of titles, too.
AND: Final = ANDS | frozenset(("&", "und.", "a"))
# The quotation marks that open, with those that close.
QUOTES: Final = {"“": "”", "„": "“”\"", "«": "»", '"': '"', "‘": "’", "'": "'", "‹": "›", "»": "«",
    "「": "」", "『": "』"}  # fmt: skip
# Dashes between two parts of a reference.
DASHES: Final = frozenset("—–-‒―−")
# Words that are names only in brackets behind one, and so many words can have names.
_NICKNAMES: Final = frozenset(
    "Bob Bobby Chuck Dick Hank Jack Kobi Nick Peggy Rick Ted Trey".split()
)
_MOST_OF_HEAD: Final = 60
_WORD: Final = regex(r"\S+")
_CLOSERS: Final = ",;:.)]}”’»\"'?!>›“」』"
_OPENERS: Final = "([{“‘«„\"'<‹「『"
# Initials of two letters: those of sounds that other scripts write with one letter.
_PAIR: Final = r"(?:Yu|Ya|Ye|Ch|Th|Ph|Zh|Sh|Kh|Ts|Wm|Chr|Dz|Gy|Md|Mohd)"
_DOTTED: Final = regex(
    rf"(?:(?:[^\W\d_]|{_PAIR})\.[-‐–]?){{1,5}}|[^\W\d_][-‐–][^\W\d_]\.|(?:[^\W\d_]\.[-‐–]?){{1,5}}[^\W\d_]?"
)
_PAIRED: Final = regex(rf"{_PAIR}\.")
# Muhammad, before another given name.
_SHORT_GIVEN: Final = frozenset({"Md.", "Mohd."})
_NEVER_FAMILIES: Final = frozenset({*_SHORT_GIVEN, "Wm.", "Chr.", "Th.", "Ph."})
# "이기백(1990)", "Fei(2019)": no space is before the year; "김영희·박철수": nor between names.
_HAN: Final = r"[\u3400-\u9fff\uac00-\ud7a3]"
_JOINED: Final = regex(
    r"(?<=[^\W\d_.])(?=\((?:1[5-9]|20)\d\d[a-z]?\))"
    rf"|(?<={_HAN}{{2}})[·・ㆍ](?={_HAN}{{2,4}}(?:$|[·・ㆍ,.(「『]))"
)
_BARE: Final = regex(r"[^\W\d_](?:[-‐–]?[^\W\d_]){0,3}")


@attrs.frozen
class Word:
    """One word: its core, the punctuation around it, and the place of the core in the text."""

    core: str
    before: str
    after: str
    start: int
    end: int

    @property
    def is_initials(self) -> bool:
        """Whether the word is initials, such as "B." or "AC"."""
        return is_initials(self.core)

    @property
    def is_dotted(self) -> bool:
        """Whether the word ends with the stop of an initial."""
        return self.core.endswith(".")


def words_of(text: str) -> list[Word]:
    """Return the words of a text; the stop of an initial belongs to its core.

    >>> [(word.core, word.after) for word in words_of("Fei, B., & de Wit J.")]
    [('Fei', ','), ('B.', ','), ('&', ''), ('de', ''), ('Wit', ''), ('J.', '')]
    """
    found = [word for match in _WORD.finditer(text) for word in _split(match[0], match.start())]
    return _without_nicknames([_settled(found, place) for place in range(len(found))])


def _without_nicknames(words: list[Word]) -> list[Word]:
    """Take a nickname after initials into the word before: "Hong S (Ray), Cho H (2012)"."""
    out: list[Word] = []
    for place, word in enumerate(words):
        is_nickname = word.before in ("(", "“", '"') and word.after[:1] in (")", "”", '"')
        is_nickname = is_nickname and len(word.core) > 1 and word.core.isalpha()
        is_nickname = is_nickname and not word.is_initials
        # "Jin Hee (Heather) Kim", "Gal, Ya’akov (Kobi) and Kraus, Sarit"
        goes_on = place + 1 < len(words) and _can_follow(words[place + 1])
        is_known = word.core in _NICKNAMES or is_given(word.core)
        is_whole = is_known and goes_on and place < _MOST_OF_HEAD
        is_whole = is_whole and bool(out) and is_capital(out[-1].core) and not out[-1].after
        after_initials = bool(out) and out[-1].is_initials and not out[-1].after and len(out) > 1
        if is_nickname and (is_whole or after_initials):
            last = attrs.evolve(out[-1], after=word.after[1:], end=word.end + 1)
            out[-1] = last
        else:
            out.append(word)
    return out


def _can_follow(word: Word) -> bool:
    """Return whether a word can come after a nickname: a name, "and", a dash."""
    return is_capital(word.core) or word.core in AND or word.core in DASHES


def _settled(words: list[Word], place: int) -> Word:
    """Return a word such as "Yu." as a family name with a stop, unless it is an initial.

    "Md. Saiful Islam" has a short given name, which is never a family name.
    """
    word = words[place]
    if not _PAIRED.fullmatch(word.core):
        return word
    before = words[place - 1].after if place else ""
    ahead = words[place + 1].core if place + 1 < len(words) else ""
    is_initial = ahead.endswith(".") and is_initials(ahead)
    if word.core in _SHORT_GIVEN and is_capital(ahead) and not word.after and not is_initial:
        return attrs.evolve(word, core=word.core[:-1])
    # "Yu. Manin. Of Moss.": the first word of all, and then one word as a name.
    is_first = not place and bool(ahead) and words[1].after[:1] in (".", ",")
    if "," in before or is_initial or is_first or word.core in _NEVER_FAMILIES:
        return word
    return attrs.evolve(word, core=word.core[:-1], after=f".{word.after}", end=word.end - 1)


def _split(raw: str, start: int) -> list[Word]:
    """Return a word, or the two words of names with a slash between them.

    >>> [word.core for word in _split("Fei/Chen,", 0)]
    ['Fei', 'Chen']
    >>> [word.core for word in _split("Fei(2019).", 0)]
    ['Fei', '2019']
    """
    if found := _JOINED.search(raw):
        name = _word(raw[: found.start()], start)
        name = attrs.evolve(name, after=name.after + found[0])
        return [name, *_split(raw[found.end() :], start + found.end())]
    slash = raw.find("/")
    if 0 < slash < len(raw) - 1 and _is_slashed(raw):
        left, right = raw[:slash], raw[slash + 1 :]
        one = _word(left, start)
        return [attrs.evolve(one, after=one.after + "/"), *_split(right, start + slash + 1)]
    return [_word(raw, start)]


def _is_slashed(raw: str) -> bool:
    """Return whether a word is two names with a slash between them.

    >>> _is_slashed("Berg/Fei"), _is_slashed("and/or")
    (True, False)
    """
    parts = raw.split("/")
    upper = all(len(part) > 3 and part.rstrip(_CLOSERS).isupper() for part in parts)
    return upper or all(
        is_link(part)
        or (len(part) > 1 and is_capital(part) and (part[1].islower() or part[1] == "."))
        for part in parts
    )


def _word(raw: str, start: int) -> Word:
    core = raw.lstrip(_OPENERS)
    before = raw[: len(raw) - len(core)]
    bare = core.rstrip(_CLOSERS)
    after = core[len(bare) :]
    if after.startswith(".") and (_DOTTED.fullmatch(f"{bare}.") or bare in ("Jr", "Sr")):
        bare, after = f"{bare}.", after[1:]
    if not bare:
        gap = "..." if raw.startswith("...") else raw  # "Fei, B., ..., & Chen, A."
        bare, before, after = gap, "", raw[len(gap) :]
    begin = start + len(before)
    return Word(bare, before, after, begin, begin + len(bare))


def is_initials(core: str) -> bool:
    """Return whether a word is initials, with or without stops.

    >>> [is_initials(word) for word in ("J.", "J.-P.", "Yu.", "ME", "Li", "and")]
    [True, True, True, True, False, False]
    """
    if "." in core:
        return bool(_DOTTED.fullmatch(core)) and core[0].isupper()
    return bool(_BARE.fullmatch(core)) and core[0].isupper() and not any(map(str.islower, core[:2]))


def is_capital(core: str) -> bool:
    """Return whether a word can begin a name: a capital, or a letter without case.

    >>> is_capital("Berg"), is_capital("王"), is_capital("moss")
    (True, True, False)
    """
    first = core.lstrip("'’‘`´¨-")[:1]
    if not first.isalpha():
        return False
    return not first.islower() or (len(core) > 3 and core[1:2] in "'’" and core[2:3].isupper())


def is_link(core: str) -> bool:
    """Return whether a word is a particle within a family name.

    >>> is_link("van"), is_link("Chen")
    (True, False)
    """
    return core.islower() and is_particle(core) and core not in ("in", "and", "im")


def signs_at(text: str, place: int) -> str:
    """Return the punctuation and spaces at a place, with the quote that opens after them.

    >>> signs_at("Chen, A. (2019). Of words.", 8)
    ' ('
    """
    end = place
    while end < len(text) and not text[end].isalnum() and end - place < 6:
        end += 1
    return text[place:end]
