"""Words of other languages in Latin letters, which libraries and writers have by many customs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from refcore.compare.eastern import is_chinese, is_japanese, plain_arabic, plain_japanese
from refcore.compare.shortforms import are_transliterations
from refcore.compare.titles.words import title_words
from refcore.text.patterns import regex

__all__ = ["as_the_other", "is_custom", "is_romanized", "is_same_article"]

# Words that have come into English by many ways, each line one word.
_ABROAD: Final = """
quran koran quoran
muhammad mohammed mohammad muhammed mohamed mahomet
muslim moslem
muslims moslems
hanukkah chanukah hanukah hannukah
hezbollah hizbullah hizballah hizbollah
shariah sharia shariat
sheikh shaykh sheik
caliph khalif calif
bedouin beduin
hijaz hejaz
sufi soufi
genghis chinggis jenghis
tchaikovsky chaikovsky tschaikowsky tchaikovskii
rachmaninov rachmaninoff rakhmaninov
peking beijing
nanking nanjing
chungking chongqing
szechwan szechuan sichuan
tientsin tianjin
tsingtao qingdao
kwangtung guangdong
fukien fujian
sinkiang xinjiang
yangtze yangzi yangtse
taoism daoism
taoist daoist
taoists daoists
quixote quijote quichotte
kiev kyiv
kharkov kharkiv
odessa odesa
mecca makkah
yiddish jiddisch
kabbalah cabala kabbala qabbalah cabbala
talmud thalmud
torah thora tora
shakespeare shakspere shakespear
nirvana nibbana
dharma dhamma
sutra sutta
yoga joga
tsar czar tzar
tsars czars tzars
tsarist czarist tzarist
romania rumania roumania
romanian rumanian roumanian
serbia servia
"""
_SAME_ABROAD: Final = {
    word: number
    for number, line in enumerate(_ABROAD.strip().splitlines())
    for word in line.split()
}


def is_custom(one: str, other: str) -> bool:
    """Return whether two words are one name or word of another language by two customs.

    >>> is_custom("koran", "quran"), is_custom("aleksandr", "alexander"), is_custom("tsar", "star")
    (True, True, False)
    """
    place = _SAME_ABROAD.get(one)
    if place is not None and place == _SAME_ABROAD.get(other):
        return True
    return are_transliterations(one, other)


def is_same_article(one: str, other: str, after: Sequence[str]) -> bool:
    """Return whether two words are Arabic's article, as written and as said before its noun.

    >>> is_same_article("ar", "al", ["razi"]), is_same_article("an", "al", ["moss"])
    (True, False)
    """
    if not after or {one, other}.isdisjoint(_ARTICLES):
        return False
    said = other if one in _ARTICLES else one
    return said in _ARTICLES or (
        2 <= len(said) <= 3 and said[0] in "ae" and after[0].startswith(said[1:])
    )


_ARTICLES: Final = frozenset(("al", "el"))


def is_romanized(
    ours: Sequence[str], theirs: Sequence[str], before: Sequence[str], after: Sequence[str]
) -> bool:
    """Return whether words are Chinese, Japanese or Arabic, and the same, by two customs.

    Args:
        ours: Some words of one title.
        theirs: The words of the other title at their place.
        before: The words of the title before them, which show whether it is Japanese or Arabic.
        after: The words after them.

    >>> is_romanized(["mao", "tse", "tung"], ["mao", "zedong"], ["life", "of"], [])
    True
    >>> is_romanized(["toukyou"], ["tokyo"], [], ["no", "rekishi"])
    True
    >>> is_romanized(["moon"], ["mon"], [], ["in", "the", "wood"])
    False
    """
    one, other = "".join(ours), "".join(theirs)
    if len(ours) == len(theirs) == 1 and one[0] == other[0] and abs(len(one) - len(other)) < _NEAR:
        is_same = plain_arabic(one) == plain_arabic(other)
        if is_same and not (_ARABIC.isdisjoint(before) and _ARABIC.isdisjoint(after)):
            return True
    if not (_OPEN.fullmatch(one) and _OPEN.fullmatch(other)):
        return False
    around = (*before, *after)
    if is_chinese(ours, theirs, around) or is_chinese(theirs, ours, around):
        return True
    if plain_japanese(one) != plain_japanese(other):
        return False
    # A long word shows its language itself.
    is_shown = min(len(one), len(other)) >= _LONG or len(around) >= _LEAST
    shown = (one, other) if min(len(one), len(other)) >= _LONG else (one, other, *around)
    return is_shown and all(map(is_japanese, shown))


_NEAR: Final = 4
# Words of syllables that end in a vowel, "n", "ng", "r" or, of Japanese, "m" and a twin.
_ONSET: Final = r"(?:[bcdfghjklmnpqrstwxyz]{1,2}|ssh|tch|kky|ssy)?"
_CODA: Final = r"(?:ng|[hnrm])?"
# Atomic groups, as the consonants between two vowels can be divided in several ways.
_OPEN: Final = regex(rf"{_ONSET}[aeiou]++(?:(?>{_CODA}{_ONSET}(?=[aeiou]))[aeiou]++)*{_CODA}")
# Words that show that a title has Arabic, Persian or Turkish names in it.
_ARABIC: Final = frozenset(
    "abd abu abdul al bin din el hajj hadith ibn ibni islam islamic kitab muhammad mohammed mosque "
    "mulla ottoman persian quran sufi sufism sultan arabic arab divan diwan tarikh".split()
)
_LEAST: Final = 2  # other words that show the language of a title
_LONG: Final = 8  # letters
# A letter with a mark, and what others write for it besides the letter without the mark.
_OTHERWISE: Final = {
    **dict.fromkeys("śṣšşș", "sh sch"), **dict.fromkeys("čć", "ch tch tsch"), "ç": "ch s",
    "ž": "zh j", "ź": "zh", "ṛ": "ri", "ḷ": "li lri", "ā": "aa ah", "ī": "ee ii y", "ū": "oo ou uu",
    "ō": "ou oo oh", "ē": "ee", "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "e a",
    "ő": "oe", "ű": "ue", "ñ": "ny gn nj n", "ḫ": "kh", "ḥ": "hh", "ẖ": "kh ch", "ġ": "gh",
    "ğ": "gh", "ḏ": "dh", "ṯ": "th", "ð": "dh th", "þ": "th", "ǧ": "j dj", "ḡ": "gh", "ẓ": "dh zh",
    "ţ": "ts", "ț": "ts", "ĭ": "y j", "ĉ": "ch", "ĝ": "gj", "ĵ": "jh", "ṃ": "n ng", "ṁ": "n ng",
    "ṅ": "ng", "ŏ": "eo", "ŭ": "eu", "ë": "yo io jo", "ê": "ei", "š": "sh sch",
}  # fmt: skip
# Letters without marks that such customs write otherwise, by the marks that show which custom
# a word is of: of Sanskrit, Arabic and Korean.
_BESIDE: Final = (
    (
        frozenset("āīūṛṣśṭḍṇṅṃṁḥṯẓ"),
        {
            "c": "ch",
            "v": "w",
            "w": "v",
            "a": "ah e eh",
            "i": "e",
            "u": "o ou",
            "th": "s",
            "dh": "z",
        },
    ),
    (frozenset("ŏŭ"), {"k": "g", "t": "d", "p": "b", "r": "l", "ch": "j"}),
)
# Arabic's article as it is said before some letters: "aš-Šams", "fī ṭ-ṭibb".
_ASSIMILATED: Final = regex(r"(?<!\w)[ae]?(sh|th|dh|[^\W\d_])-(?=\1)", re.IGNORECASE)
# What a scan has for a letter with a mark: "Poincar6", "Schrddinger", "Kiihler".
_MISREAD: Final = {
    **dict.fromkeys("éèêë", "6 4 C"), "ö": "6 5 d ii 0", "ó": "6 5", "ô": "6 5", "ü": "ii fi ti",
    "ä": "ii 4", "á": "4 ii", "í": "f i", "ß": "B 13", "ø": "0 6", "č": "6", "ć": "6", "l": "1",
}  # fmt: skip
_MARKED_WORD: Final = regex(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_LONGEST: Final = 40


def as_the_other(title: str, others: Sequence[str]) -> str:
    """Return a title whose words with marks are as other words have them by another custom.

    >>> as_the_other("Kṛṣṇa in the Bhāgavata", ["krishna", "in", "the", "bhagavata"])
    'krishna in the Bhāgavata'
    """
    if title.isascii():
        return title
    wanted = set(others).difference(title_words(title))
    text = unicodedata.normalize("NFC", title)
    if "al" in others:
        text = _ASSIMILATED.sub("al-", text)
    if not wanted:
        return text
    return _MARKED_WORD.sub(lambda found: _as_one_of(found[0], wanted), text)


def _as_one_of(word: str, wanted: set[str]) -> str:
    if word.isascii() or len(word) > _LONGEST:
        return word
    folded = word.casefold()
    return next((other for other in sorted(wanted) if _is_written(folded, other)), word)


def _is_written(marked: str, plain: str) -> bool:
    """Return whether a word without marks is one with marks, by another custom.

    >>> _is_written("śiva", "shiva"), _is_written("tōkyō", "toukyou"), _is_written("śiva", "shira")
    (True, True, False)
    """
    instead = dict(_OTHERWISE)
    for marks, letters in _BESIDE:
        if marks.intersection(marked):
            instead.update(letters)
    reached = {0}
    at = 0
    while at < len(marked) and reached:
        sign = marked[at : at + 2] if marked[at : at + 2] in instead else marked[at]
        forms = [*_plain(sign), *instead.get(sign, "").split(), *_MISREAD.get(sign, "").split()]
        reached = {
            begin + len(form)
            for begin in reached
            for form in forms
            if plain.startswith(form, begin)
        }
        at += len(sign)
    return len(plain) in reached


def _plain(sign: str) -> Iterator[str]:
    yield "".join(title_words(sign))
