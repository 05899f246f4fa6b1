"""What shows the language of a name in Latin letters, and which letters its customs exchange."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

import attrs

from refcore.compare.exchanges import CUSTOM, SLIP, Row, exchange, rows
from refcore.compare.transliterations import ARABIC, CYRILLIC, GREEK, HEBREW
from refcore.text.patterns import regex

__all__ = ["ALPHABETS", "Alphabet"]


@attrs.define(slots=False)
class Alphabet:
    """The names of one alphabet: words that show them, and the rows of its customs.

    Where one part of a name is the same, the changes in the other weigh `least` or more. Where
    customs exchange most vowels, initials beside a family name say little.
    """

    language: str
    shown: re.Pattern[str]
    words: frozenset[str]
    table: tuple[Row, ...]
    least: int = CUSTOM
    has_loose_vowels: bool = False

    @cached_property
    def changes(self) -> dict[str, list[tuple[str, int]]]:
        """What may stand in the place of each spelling."""
        return exchange(self.table)

    def shows(self, words: frozenset[str]) -> bool:
        """Return whether any of the words is a name of this alphabet.

        >>> ALPHABETS[0].shows(frozenset({"sobolev"})), ALPHABETS[0].shows(frozenset({"moss"}))
        (True, False)
        """
        return not words.isdisjoint(self.words) or any(map(self.shown.search, words))


_SLAVIC: Final = rows(
    (CUSTOM, "kh ch x", "Mikhlin, Michlin"),
    (SLIP, "kh h", "Prokhorov, Prohorov"),
    (CUSTOM, "shch schtsch sc szcz", "Shchukin, Ščukin"),
    (SLIP, "shch sch", "Shchepin, Schepin"),
    (CUSTOM, "ch tch tsch cz", "Chebyshev, Tschebyschew"),
    (CUSTOM, "sh sch sz", "Shafarevich, Schafarewitsch"),
    (CUSTOM, "ts c cz", "Tsybakov, Cybakov"),
    (SLIP, "ts tz", "Tseitlin, Tzeitlin"),
    (CUSTOM, "vich vitz vits witsch wicz witz", "Rabinovich, Rabinowitz"),
    (CUSTOM, "ov$ off$", "Markov, Markoff"),
    (CUSTOM, "ev$ eff$ yov$ iov$ ov$", "Gorbachev, Gorbachov"),
    (CUSTOM, "ou u", "Liapounov, Liapunov"),
    (CUSTOM, "x ks", "Alexeev, Alekseev"),
    (CUSTOM, "e ye je", "Faddeev, Faddeyev"),
    (SLIP, "yo o", "Fyodorov, Fodorov"),
    (SLIP, "iy$ y$ ii$ yi$ ij$ yj$ yy$", "Moskovskiy, Moskovsky"),
    (CUSTOM, "dj dzh j", "Djordjevic, Jordjevic"),
    (CUSTOM, "ph f", "Trophimov, Trofimov"),
    (CUSTOM, "^ts ^z", "Tseitlin, Zeitlin"),
    (CUSTOM, "^khr ^kr", "Khristina, Kristina"),
    (CUSTOM, "ska$ skaya$ skaia$ skaja$", "Gorodetska, Gorodetskaya"),
    (SLIP, "e ie", "Kuznetsov, Kuznietsov"),
    (SLIP, "e yo io", "Zhuravlev, Zhuravlyov"),
    (SLIP, "zh j z", "Zhukov, Joukov"),
    (SLIP, "v w", "Ivanov, Iwanow"),
    (SLIP, "i y j", "Galina, Galyna"),
    (SLIP, "u yu iu ju", "Lusternik, Lyusternik"),
    (SLIP, "g h", "Grinchenko, Hrinchenko"),
    (SLIP, "o a", "Korotkevich, Karatkevich"),
    (SLIP, "k ck", "Stanislavskiy, Stanislavsckiy"),
)
_OF_SLAVS: Final = regex(
    r"(?:.[oe](?:va?|ff|wa?)|[^ei]in[ea]|[yj]n|s[ckz]{1,2}(?:[iyj]{1,2}|a[yij]a)"
    r"|[oe][vw]?[iy](?:t?s?ch|c|cz|t[sz])|enko|[cu]h?uk|[iyjbn]uk|nik|shvili|schwili|adze"
    r"|[aeiou][^aeiou]+[iyj]ants?|[iyj]ok)$"
    r"|^ts[aeouy]|zh|shch|tsch|[iy]kh|khm|khl|khr|yev|iev"
)
_ARABIC_TABLE: Final = rows(
    (CUSTOM, "sh ch", "Sharif, Charif"),
    (SLIP, "kh h", "Khatami, Hatami"),
    (CUSTOM, "q k c", "Qaddour, Kaddour"),
    (CUSTOM, "j dj", "Jamal, Djamal"),
    (CUSTOM, "ou u oo", "Youssef, Yussef"),
    (CUSTOM, "ei ai ay ey e", "Quraishi, Qureshi"),
    (CUSTOM, "au aw ow o ou aou", "Shaukat, Shawkat"),
    (SLIP, "i ee", "Salim, Saleem"),
    (CUSTOM, "q$ que$ k$", "Shafiq, Shafique"),
    (CUSTOM, "que$ qui$ qi$ ki$", "Siddique, Siddiki"),
    (CUSTOM, "ph f", "Mustapha, Mustafa"),
    (SLIP, "bakar bakr bakkar", "Abubakar, Abubakr"),
    (SLIP, "i ei ey", "Bencheikh, Benchikh"),
    (CUSTOM, "^abdur ^abder ^abdar", "Abdurrahman, Abderrahman"),
    (CUSTOM, "uddin eddin addin aldin eldin oddin ddin", "Nuruddin, Nureddin"),
    (CUSTOM, "ullah allah ollah", "Nasrullah, Nasrallah"),
    (CUSTOM, "^abdul ^abdel ^abdal ^abdol", "Abdulhamid, Abdelhamid"),
    (CUSTOM, "^ou ^w", "Ouali, Wali"),
    (CUSTOM, "^abderr ^abdelr", "Abderrahman, Abdelrahman"),
    (CUSTOM, "^la ^ala", "Larabi, Alarabi"),
    (CUSTOM, "dh z", "Hafidh, Hafiz"),
    (CUSTOM, "ah$ eh$ e$", "Zadah, Zade"),
    (SLIP, "ah$ a$ eh$", "Fatemah, Fatema"),
    (SLIP, "e$ $", "Sofiane, Sofian"),
    (SLIP, "a e", "Rahman, Rehman"),
    (SLIP, "i e", "Hatim, Hatem"),
    (SLIP, "o u", "Hosseini, Husseini"),
    (SLIP, "i y", "Sofian, Sofyan"),
    (SLIP, "a aa", "Saad, Sad"),
    (SLIP, "v w", "Davood, Dawood"),
    (SLIP, "j g", "Jibran, Gibran"),
    (SLIP, "dh d", "Ramadhan, Ramadan"),
    (SLIP, "th t s", "Thabit, Tabit"),
    (SLIP, "q g gh", "Qassem, Gassem"),
    (SLIP, "kh k", "Khorasani, Korasani"),
)
_OF_ARABS: Final = regex(
    r"^(?:abd[aeou][lr]|ou[aei]|abd$|abou?|[ae]l[bkhz]|ben$|bin$|ibn|bou[^aeiou]|gh[aou])"
    r"|d+in$|[aou]llah|zad[ae]h?$|pour$|nejad|q(?!u)|^khan$|ahm[ae]d|m[ou]h[ae]mm?[ae]d|h[ou]ss?[ae]in"
    r"|ghol|gh[aou]|khou?r|kht|sh[ae]?ik|qur|fere?[iy]"
)
_INDIAN: Final = rows(
    (CUSTOM + SLIP, "ksh x", "Lakshmi, Laxmi"),
    (SLIP, "ee i", "Sreedhar, Sridhar"),
    (SLIP, "oo u", "Soori, Suri"),
    (CUSTOM, "au ow aw", "Chaudhuri, Chowdhuri"),
    (CUSTOM, "ou ow", "Choudhuri, Chowdhuri"),
    (CUSTOM, "iyer ayyar aiyar iyyer", "Iyer, Aiyar"),
    (CUSTOM, "gy jn gn", "Gyan, Jnan"),
    (CUSTOM, "zh l", "Kanimozhi, Kanimoli"),
    (SLIP, "sh s", "Sastri, Shastri"),
    (SLIP, "th t", "Murthy, Murty"),
    (SLIP, "dh d", "Sidharth, Sidarth"),
    (SLIP, "bh b", "Subhash, Subash"),
    (SLIP, "kh k", "Lekha, Leka"),
    (SLIP, "gh g", "Raghav, Ragav"),
    (SLIP, "v w b", "Viswanathan, Wiswanathan"),
    (SLIP, "i y ie e", "Ganapathi, Ganapathy"),
    (SLIP, "a u", "Datta, Dutta"),
    (SLIP, "a o", "Shamol, Shamal"),
    (SLIP, "a e", "Jayaraman, Jeyaraman"),
    (SLIP, "ar r", "Venkataraman, Venkatraman"),
    (SLIP, "ak k", "Ramakumar, Ramkumar"),
    (SLIP, "a aa", "Raam, Ram"),
    (SLIP, "j z", "Rizwan, Rijwan"),
)
_ARMENIAN: Final = rows(
    (CUSTOM, "ts z tz", "Ambartsumian, Ambarzumian"),
    (CUSTOM, "ch tch", "Khachaturian, Khatchaturian"),
    (CUSTOM, "ou u", "Gourgen, Gurgen"),
    (SLIP, "b p", "Hakobyan, Hakopyan"),
    (SLIP, "g k", "Sargsyan, Sarksyan"),
    (SLIP, "d t", "Davidian, Tavidian"),
    (SLIP, "^h ^", "Hovsepian, Ovsepian"),
    (SLIP, "i y j", "Petrosyan, Petrosian"),
    (SLIP, "is s", "Sarkisian, Sarksian"),
)
_OF_ARMENIA: Final = regex("[aeiou][^aeiou]+[iyj]ant?s?$")
_OF_INDIA: Final = regex(
    "a(?:iyer|char[iy])|bhatt|chatt|ch(?:au|ou|ow)dh|ch?andra|ganesh|ganap|gopal|g[ou]pta|jee$|krishn|kumar"
    "|la(?:ksh|x)mi|mani$|m[ou]rth?[iy]|n[aā]th$|nara[iy]an|pad?hyay|rama|ranj|reddy|sh?as?tri|sri|subra"
    "|sw?[ao]m[iy]|sh?arma|singh|venkat|v[ie]shw?|vija[iy]|jayan?t?|raman$|s[ou][uw]m|sourav|swarat|d[au]tta"
    "|mukh|banerj|bhat|prasad|r[ao]y|lakshm|raghav|sh?iva|sund[ae]r|balaj|r[ae]dd[iy]|anand|arun|anil|amal"
)
_GREEK_TABLE: Final = rows(
    (CUSTOM, "ch h", "Chatzis, Hatzis"),
    (CUSTOM, "^gi ^y ^j ^i", "Giannakis, Yannakis"),
    (CUSTOM, "g gh gy", "Papageorgiou, Papagheorghiou"),
    (CUSTOM, "tz dj tj dz ts tsh", "Hatzidakis, Hadjidakis"),
    (CUSTOM, "ph f", "Stephanou, Stefanou"),
    (CUSTOM, "ks x", "Aleksakis, Alexakis"),
    (CUSTOM, "i ei oi", "Kleitos, Klitos"),
    (CUSTOM, "ou u", "Giourgas, Giurgas"),
    (CUSTOM, "b mp mb", "Charalampos, Charalabos"),
    (CUSTOM, "d nt nd", "Antoniadis, Adoniadis"),
    (CUSTOM, "gg ng gk gc", "Aggelopoulos, Angelopoulos"),
    (CUSTOM, "ides$ idis$", "Kyriakides, Kyriakidis"),
    (CUSTOM, "ef eu ev", "Efstathiou, Eustathiou"),
    (CUSTOM, "af au av", "Stavrou, Staurou"),
    (CUSTOM, "k c", "Nikolaou, Nicolaou"),
    (SLIP, "i y", "Kyriazis, Kiriazis"),
    (SLIP, "ia$ iah$", "Maria, Mariah"),
    (SLIP, "v b", "Vlahos, Blahos"),
    (SLIP, "th t", "Athanasiou, Atanasiou"),
    (SLIP, "gk g", "Gkioulekas, Gioulekas"),
    (SLIP, "i ie", "Dimitriou, Diemitriou"),
)
_OF_GREECE: Final = regex(
    "(?:akis|akos|atos|iad[ie]s|id[ei]s|[a-z]{3}[iea]ou|[a-z]{4}[nldk]ou|ouris|oul[ai]s|opoulos|itis)$"
)
_HEBREW_TABLE: Final = rows(
    (CUSTOM, "tz z ts c", "Yitzhak, Yizhak"),
    (CUSTOM, "ch h kh", "Chaim, Haim"),
    (CUSTOM, "f ph", "Yosef, Yoseph"),
    (CUSTOM, "oo u ou", "Rubin, Roubin"),
    (CUSTOM, "vitz vits vich vici witz", "Rabinovitz, Rabinovich"),
    (CUSTOM, "ei ai ey ay", "Weizmann, Waizmann"),
    (SLIP, "tz ts", "Katz, Kats"),
    (SLIP, "^i ^yi", "Itzhak, Yitzhak"),
    (SLIP, "i y j", "Chaim, Chaym"),
    (SLIP, "k c q", "Yaakov, Yaacov"),
    (SLIP, "v w", "Levi, Lewi"),
    (SLIP, "a aa", "Yaakov, Yakov"),
    (SLIP, "ah$ a$", "Sarah, Sara"),
    (SLIP, "e i", "Gershon, Girshon"),
)
_OF_HEBREW: Final = regex("^ben$|tzk|tzh|tzch|vitz$|yahu$|^bar$|^zvi$|^tzvi$")
_THAI: Final = rows(
    (CUSTOM, "or orn aw orrn", "Siriporn, Siripor"),
    (CUSTOM, "ee i", "Sirikit, Sireekit"),
    (CUSTOM, "oo u", "Somboon, Sombun"),
    (CUSTOM, "v w", "Visut, Wisut"),
    (CUSTOM, "orn on ohn", "Siriporn, Siripon"),
    (SLIP, "ph p", "Phongpaichit, Pongpaichit"),
    (SLIP, "ont$ on$", "Ratanont, Ratanon"),
    (SLIP, "th t", "Thanom, Tanom"),
    (SLIP, "kh k", "Khamhaeng, Kamhaeng"),
    (SLIP, "ch j", "Chirawat, Jirawat"),
    (SLIP, "ng g", "Ngam, Gam"),
    (SLIP, "ae a e", "Maenam, Manam"),
    (SLIP, "y i", "Chai, Chay"),
)
_OF_SIAM: Final = regex(
    "ph?ong|p[ho]*rn$|chai|sak(?:ul|$)|wong|kul$|rat(?:ana|tana)|b[ou]+n(?:y|m|s|$)|sir[iee]|^som|th?ana|kit"
    "|chan[ay]|worawut|akorn|wat(?:tana|$)|suk|nit|krit"
)
_INDONESIAN: Final = rows(
    (CUSTOM, "oe u", "Soekarno, Sukarno"),
    (CUSTOM, "dj j", "Djojohadikusumo, Jojohadikusumo"),
    (CUSTOM, "tj c", "Tjokro, Cokro"),
    (CUSTOM, "j y", "Jani, Yani"),
    (CUSTOM, "ch kh h", "Achmad, Ahmad"),
)
_OF_INDONESIA: Final = regex(
    "^(?:soe|su)[^aeiou]|[^aeiou](?:oe|u)s[oe]+(?:m|d)|^dj|^tj|^sj|hadi|w(?:ati|ardi|idodo)|yono|j[ao]yo|ahmad|achmad|toro$|t[ou]mo$|karno$"
)
# Names that people of many countries have show no alphabet.
_ANYBODYS: Final = frozenset(
    "alexander alexandra boris daria denis elena eugene george georges gregory irina ivan katerina "
    "leonid maria maxim nikita olga sofia valentin victor viktor vladimir yulia julia igor michail "
    "nicholas david josef constantine jason elias angelos oleg pavel konstantin stanislav "
    "natalia alexandr constantin symon xenia omar amin noor".split()
)
ALPHABETS: Final = (
    Alphabet("Slavic", _OF_SLAVS, CYRILLIC - GREEK - _ANYBODYS, _SLAVIC),
    Alphabet("Arabic", _OF_ARABS, ARABIC - _ANYBODYS, _ARABIC_TABLE, has_loose_vowels=True),
    Alphabet("Greek", _OF_GREECE, GREEK - _ANYBODYS, _GREEK_TABLE),
    Alphabet("Indian", _OF_INDIA, frozenset(), _INDIAN, CUSTOM + SLIP, has_loose_vowels=True),
    Alphabet("Hebrew", _OF_HEBREW, HEBREW - _ANYBODYS, _HEBREW_TABLE),
    Alphabet("Armenian", _OF_ARMENIA, frozenset(), _ARMENIAN),
    Alphabet("Thai", _OF_SIAM, frozenset(), _THAI),
    Alphabet("Indonesian", _OF_INDONESIA, frozenset(), _INDONESIAN),
)
