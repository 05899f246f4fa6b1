"""Words of other languages in Latin letters, which libraries and writers have by many customs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Final

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
    return is_shown and all(map(_JAPANESE.fullmatch, shown))


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
_OF_ARABIC: Final = tuple(
    (regex(pattern), one)
    for pattern, one, _ in (
        (r"([^\W\d_])\1", r"\1", "Ghazzali"),
        (r"[ae][iy]", "ay", "Taimiya"),
        (r"ou|oo|o|u", "u", "Youssouf"),
        (r"ee|iy|e|i|y", "i", "Saleem"),
        (r"[ai]h?$", "a", "Muqaddimah"),
        (r"w|v", "v", "Diwan"),
        (r"dh|z", "z", "Hafidh"),
        (r"q|k(?!h)", "k", "Qazwini"),
    )
)


@lru_cache(maxsize=1024)
def plain_arabic(word: str) -> str:
    """Return a word of Arabic or Persian in Latin letters, the same for each custom.

    >>> plain_arabic("taimiya") == plain_arabic("taymiyya"), plain_arabic("hafez")
    (True, 'hafiz')
    """
    for pattern, one in _OF_ARABIC:
        word = pattern.sub(one, word)
    return word


_LEAST: Final = 2  # other words that show the language of a title
_LONG: Final = 8  # letters
_JAPANESE: Final = regex(
    r"(?:(?:[kgsztdnhbpmyrwfj]|[kgsztdnhbpmr]y|sh|ch|ts|dz|(?P<twice>[kstp])(?P=twice)|tch)?[aeiou]"
    r"|n(?![aeiou])|m(?=[bp])|h(?![aeiou]))+"
)
# By the customs of Kunrei and Nippon, then long vowels.
_OF_KUNREI: Final = tuple(
    (regex(pattern), one)
    for pattern, one, _ in (
        (r"(?<!s)sy|(?<=s)sy", "sh", "syasin"),
        (r"ty|cch", "ch", "tyuugoku"),
        (r"(?:zy|dy|jy)", "j", "zyunsui"),
        (r"si", "shi", "sinzyuku"),
        (r"ti", "chi", "tikyuu"),
        (r"tu", "tsu", "tuki"),
        (r"(?<![sc])hu", "fu", "huzi"),
        (r"[zd]i", "ji", "huzi"),
        (r"[dz]zu|du|dzu", "zu", "tuduku"),
        (r"m(?=[bp])", "n", "shimbun"),
        (r"ou|oo|oh(?![aeiou])", "o", "toukyou"),
        (r"uu", "u", "yuuki"),
        (r"aa", "a", "okaasan"),
        (r"ii", "i", "oniisan"),
        (r"ei", "e", "sensei"),
    )
)


@lru_cache(maxsize=1024)
def plain_japanese(word: str) -> str:
    """Return a Japanese word in Latin letters, the same for each custom.

    >>> plain_japanese("huzisan") == plain_japanese("fujisan")
    True
    """
    for pattern, one in _OF_KUNREI:
        word = pattern.sub(one, word)
    return word


def _is_syllable(word: str) -> bool:
    """Return whether a word is one of Chinese and hardly of English.

    >>> _is_syllable("lou"), _is_syllable("to"), _is_syllable("king")
    (True, False, False)
    """
    return len(word) > 2 and word not in _ENGLISH and bool(_in_pinyin(word))


_ENGLISH: Final = frozenset(
    "ban can chin fan hung king lung man men pan pin ran run she song sung tan ten tin ton win yen "
    "sing ping ting wing sang hen pang tong sun shun mien tie pie lie chi pei".split()
)


def is_chinese(wade: Sequence[str], pinyin: Sequence[str], around: Sequence[str] = ()) -> bool:
    """Return whether words are Chinese ones as Wade and Giles wrote them, and others as pinyin.

    One syllable could be an English word, so that it must have other Chinese words `around` it,
    or a letter that shows its custom.

    >>> is_chinese(["tao", "te", "ching"], ["dao", "de", "jing"]), is_chinese(["tzu"], ["zi"])
    (True, True)
    >>> is_chinese(["tan"], ["dan"]), is_chinese(["sung"], ["song"])
    (False, False)
    """
    if not (wade and pinyin) or len(wade) > _MOST_SYLLABLES:
        return False
    wanted = "".join(pinyin)
    if len(wade) == 1 and len(wade[0]) >= _SYLLABLE and not _in_pinyin(wade[0]):
        wade = _syllables(wade[0])
    spelt = []
    for word in wade:
        spelt.append(_in_pinyin(word))
        if not spelt[-1]:
            return False
    if not any("".join(one) == wanted for one in product(*spelt)):
        return False
    is_shown = len(wade) > 1 or _SURELY_PINYIN.match(wanted) or _SURELY_WADE.match(wade[0])
    return bool(is_shown) or sum(map(_is_syllable, around)) >= _LEAST


def _syllables(word: str) -> Sequence[str]:
    """Return the Chinese syllables of a longer word, or the word itself.

    >>> _syllables("kuomintang"), _syllables("mossgarden")
    (('kuo', 'min', 'tang'), ('mossgarden',))
    """
    found = _divided(word)
    return found if found and len(found) <= _MOST_SYLLABLES else (word,)


@lru_cache(maxsize=1024)
def _divided(word: str) -> tuple[str, ...] | None:
    if not word or len(word) > _LONGEST:
        return None if word else ()
    for end in range(min(_SYLLABLE, len(word)), 0, -1):
        if _in_pinyin(word[:end]) and (rest := _divided(word[end:])) is not None:
            return (word[:end], *rest)
    return None


_MOST_SYLLABLES: Final = 5
_SYLLABLE: Final = 6
_SURELY_PINYIN: Final = regex("q|x|zh")
_SURELY_WADE: Final = regex("hs|ts|tz|ss")
_WHOLE_SYLLABLES: Final = {
    "chih": "zhi chi", "shih": "shi", "jih": "ri", "tzu": "zi ci", "ssu": "si", "szu": "si",
    "erh": "er", "i": "yi", "yu": "you yu", "yen": "yan", "yeh": "ye", "yueh": "yue",
}  # fmt: skip
_INITIALS: Final = tuple(
    (initial, spelt.split() or [""])
    for initial, spelt in (
        ("ch", "zh ch j q"), ("sh", "sh"), ("hs", "x"), ("ts", "z c"), ("tz", "z c"),
        ("k", "g k"), ("p", "b p"), ("t", "d t"), ("j", "r"), ("m", "m"), ("f", "f"), ("n", "n"),
        ("l", "l"), ("h", "h"), ("w", "w"), ("y", "y"), ("", ""),
    )
)  # fmt: skip
_FINALS: Final = {
    **{one: (one,) for one in "a ai ei ao ou an en ang eng i ia iao iu in iang ing".split()},
    **{one: (one,) for one in "u ua uo uai ui un uan uang".split()},
    "e": ("e",), "eh": ("e",), "o": ("o", "e", "uo"), "ung": ("ong",), "iung": ("iong",),
    "ien": ("ian",), "ieh": ("ie",), "ueh": ("ue",), "uei": ("ui",),
}  # fmt: skip


@lru_cache(maxsize=4096)
def _in_pinyin(syllable: str) -> tuple[str, ...]:
    """Return what a syllable of Wade and Giles can be in pinyin.

    >>> _in_pinyin("tung"), _in_pinyin("hsiao"), _in_pinyin("moss")
    (('dong', 'tong'), ('xiao',), ())
    """
    if syllable in _WHOLE_SYLLABLES:
        return tuple(_WHOLE_SYLLABLES[syllable].split())
    initial, spelt = next((i, to) for i, to in _INITIALS if syllable.startswith(i))
    finals = _FINALS.get(syllable[len(initial) :], ())
    return tuple(begin + end for begin in spelt for end in finals if _is_said(begin, end))


def _is_said(initial: str, final: str) -> bool:
    """Return whether a final can follow an initial: "q" and "x" have "i" or "u" behind them.

    >>> _is_said("x", "iao"), _is_said("x", "ao"), _is_said("zh", "iao")
    (True, False, False)
    """
    if final[0] == "i":
        return initial not in ("zh", "ch", "z", "c")
    return initial not in ("j", "q", "x") or final[0] == "u"


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
