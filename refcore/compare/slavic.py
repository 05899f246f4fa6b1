"""Spellings of one Slavic name in Latin letters: by English, French, German or Czech custom.

Chebyshev is Tchebycheff in French and Tschebyscheff in German, Pyatetskii is Pjateckij in
libraries. Names by two customs have a common form. One letter alone can be a slip as well (Mikolow
for Mikolov), and says nothing; nor does the form of a name that does not look Slavic. In a title,
the words around a name agree; `titles.spellings.plain_russian` asks less of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA, Indel

from refcore.text.patterns import regex

__all__ = ["are_of_two_customs", "slavic_forms"]

_LEAST: Final = 5
_LEAST_CHANGED: Final = 2
_LEAST_ALIKE: Final = 0.5
# Old spellings by French and German custom, in which "ch" may stand for three sounds.
_IS_OLD: Final = regex(r"tch|tsch|(?:off|eff|ine|ow|ew)$")
_CH: Final = regex(r"(?<![st])ch")
# Scholars write "ch" for Х: Chruščev, Khrushchev.
_CH_OF_SCHOLARS: Final = regex("ch(?=[lmnrv])")
# In Ukrainian, the letter of "g" is "h".
_H: Final = regex("(?<![cgkpstz])h")
# What nobody writes by a slip.
_NO_SLIPS: Final = (
    (regex("^[yj]e"), "e"),  # Евтушенко: Yevtushenko, Evtushenko
    (regex("ou"), "u"),  # Ляпунов: Liapounov, Liapunov
    (regex("(?<!s)ch(?=[aeio])"), "h"),  # Χατζής: Chatzis, Hatzis
    (regex("[jy](?=[aou])"), "i"),  # Понтрягин: Pontrjagin, Pontryagin
    (regex("c(?=[aoulkr])"), "k"),  # Παπανικολάου: Papanicolaou, Papanikolaou
    (regex("ides$"), "idis"),  # Κωνσταντινίδης: Konstantinides, Konstantinidis
    (regex("q(?!u)"), "k"),  # قدور: Qaddour, Kaddour
    (regex("^abd[aeiou]l"), "abdul"),  # Abdel Rahman, Abdul Rahman
    (regex("gh(?=[ei])"), "g"),  # Παπαγεωργίου: Papagheorghiou, Papageorgiou
)
# Letters in capitals stand for one sound that has several letters: Q for "ch", S for "sh".
_CUSTOMS: Final = (
    (regex("[vw]i(?:tz|cz|ts)$"), "vich"),  # Рабинович: Rabinowitz, Rabinovich
    (regex("schtsch|shch"), "SQ"),  # Щукин: Schtschukin, Shchukin
    (regex("tsch|tch|(?<!s)ch"), "Q"),  # Чебышёв: Tschebyscheff, Chebyshev
    (regex("sch|sh"), "S"),  # Шапиро: Schapiro, Shapiro
    (regex("zh"), "Z"),  # Жуков: Zhukov; "ž" is read as "zh", too
    (regex("kh"), "h"),  # Хинчин: Khinchin, Hinčin
    (regex("ts|tz"), "c"),  # Пятецкий: Piatetski, Pjateckij
    (regex("ks"), "x"),  # Алексеев: Alekseev, Alexeyev
    (regex("w"), "v"),  # Иванов: Iwanow, Ivanov
    (regex("(?<=[oe])ff?$"), "v"),  # Колмогоров: Kolmogoroff
    (regex("(?<=[^aeiouy])[yij]o(?=v$|d)"), "e"),  # Журавлёв: Zhuravlyov, Zhuravlev
    (regex("ine$"), "in"),  # Хинчин: Khintchine
    (regex("ou"), "u"),  # Ляпунов: Liapounoff
    (regex("[yj]"), "i"),  # Поляк: Poljak, Poliak
    (regex("i{2,}"), "i"),  # Немировский: Nemirovskii, Nemirovsky
    (regex("i(?=[eo])"), ""),  # Воробьёв: Vorob'yov, Vorobiev, Vorobev
)
_ENDS: Final = regex(
    r"(?:[oe]va?|ina?|[scz]ki|[scz]kaia|nik|enko|iuk|Quk|[aiou]k|i?Q|ian|enkis|i[SZ]|Sapiro)$"
)


@lru_cache(maxsize=65536)
def slavic_forms(word: str) -> frozenset[str]:
    """Return the common forms of a folded word that looks Slavic, none of any other.

    >>> slavic_forms("tchebycheff") & slavic_forms("tschebyscheff") & slavic_forms("chebyshev")
    frozenset({'QebiSev'})
    >>> slavic_forms("kelly")
    frozenset()
    """
    if len(word) < _LEAST or not word.isascii():
        return frozenset()
    read = {word, _CH_OF_SCHOLARS.sub("h", word), _H.sub("g", word)}
    if _IS_OLD.search(word):
        read |= {_CH.sub(sound, word) for sound in ("S", "h")}
    found = map(_common, read)
    return frozenset(form for form in found if _ENDS.search(form))


def _common(word: str) -> str:
    for pattern, instead in _CUSTOMS:
        word = pattern.sub(instead, word)
    return word


def are_of_two_customs(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two words are one Slavic name, with several letters by other customs.

    Each is given by its readings, the shortest first.

    >>> are_of_two_customs(["liapounoff"], ["lyapunov"])
    True
    >>> are_of_two_customs(["mikolow"], ["mikolov"])
    False
    """
    # Most names have few letters in common, and no more is asked of them.
    if Indel.normalized_similarity(one[0], other[0]) < _LEAST_ALIKE:
        return False
    forms: set[str] = set().union(*map(slavic_forms, one))
    if forms.isdisjoint(set().union(*map(slavic_forms, other))):
        return False
    return OSA.distance(one[0], other[0]) >= _LEAST_CHANGED or _is_no_slip(one[0], other[0])


def _is_no_slip(one: str, other: str) -> bool:
    """Return whether all that differs is what nobody writes by a slip.

    >>> _is_no_slip("yevtushenko", "evtushenko"), _is_no_slip("mikolow", "mikolov")
    (True, False)
    """
    for pattern, instead in _NO_SLIPS:
        one, other = pattern.sub(instead, one), pattern.sub(instead, other)
    return one == other
