"""Spellings of one English word, and numbers in words, digits or Roman numerals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from refcore.compare.respelling import respelt, rules
from refcore.compare.titles.words import title_words
from refcore.text.numberwords import ORDINALS, ROMAN, SPELLED, TENS, UNITS
from refcore.text.patterns import regex

__all__ = [
    "decade",
    "number",
    "of_scholars",
    "plain_russian",
    "plain_sounds",
    "singular",
    "spelling",
    "spelt_out",
]

# Both sides are rewritten, so a row may also change a word that has one spelling only.
# pattern, replacement, example
_ENDINGS: Final[tuple[tuple[str, str, str], ...]] = (
    (r"is(ations?|ational(?:ly)?|ed?|es|ers?|ing(?:ly)?|ab(?:le|ly))$", r"iz\1", "organisation"),
    (r"ys(ed?|es|ers?|ing)$", r"yz\1", "analyse"),
    (
        r"(?<=\w{3})our(s|ed|ers?|ings?|al|ally|ful|hoods?|ites?|able|less|ists?|istic|y|i[sz](?:ations?|e[drs]?|ers|ing))?$",
        r"or\1",
        "colour",
    ),
    (r"ogue(s)?$", r"og\1", "catalogue"),
    (r"([tb])red$", r"\1ered", "centred"),
    (r"([tbvg])re(s)?$", r"\1er\2", "centre"),
    (r"gramme(s)?$", r"gram\1", "kilogramme"),
    (r"eable$", "able", "likeable"),
    (r"(enro|insta|insti|disti|enthra|appa|fulfi)l(s|ments?)?$", r"\1ll\2", "enrol"),
    (r"licencing$", "licensing", "licencing"),
    (r"sulph", "sulf", "desulphurisation"),
    (r"(?<=[aeiou])([a-z]*[aeiou])ll(ed|ing|ers?)$", r"\1l\2", "modelling"),
    (r"(def|off|lic|pret)ence(s|d)?$", r"\1ense\2", "defence"),
    (r"(judg|acknowledg)ement(s)?$", r"\1ment\2", "judgement"),
    (r"cuss(ed|ing)$", r"cus\1", "focussed"),
    (
        r"^(to|for|back|after|up|down|in|out|on|home|east|west|north|south)wards$",
        r"\1ward",
        "towards",
    ),
    (r"(?<=[nl]e)xion(s|al)?$", r"ction\1", "connexion"),
)
_BEGINNINGS: Final[tuple[tuple[str, str, str], ...]] = (
    (r"haem", "hem", "haemoglobin"),
    (r"anaesth", "anesth", "anaesthesia"),
    (r"paed", "ped", "paediatric"),
    (r"(a)?etiol", "etiol", "aetiology"),
    (r"foet", "fet", "foetal"),
    (r"oesoph", "esoph", "oesophagus"),
    (r"oestr", "estr", "oestrogen"),
    (r"leukaem", "leukem", "leukaemia"),
    (r"anaem", "anem", "anaemia"),
    (r"orthopaed", "orthoped", "orthopaedic"),
    (r"gynaec", "gynec", "gynaecology"),
    (r"ischaem", "ischem", "ischaemic"),
    (r"leuco", "leuko", "leucocyte"),
    (r"artefact", "artifact", "artefacts"),
    (r"sceptic", "skeptic", "sceptical"),
    (r"grey", "gray", "greyscale"),
    (r"mould", "mold", "moulding"),
    (r"moult", "molt", "moulting"),
    (r"smoulder", "smolder", "smouldering"),
    (r"plough", "plow", "ploughing"),
    (r"draught", "draft", "draughtsman"),
    (r"tyre", "tire", "tyres"),
    (r"aeroplane", "airplane", "aeroplanes"),
    (r"aerofoil", "airfoil", "aerofoils"),
    (r"gage", "gauge", "gages"),
    (r"kerb", "curb", "kerbside"),
    (r"chequer", "checker", "chequered"),
    (r"syphon", "siphon", "syphons"),
    (r"yoghurt", "yogurt", "yoghurts"),
    (r"enquir", "inquir", "enquiry"),
    (r"odour", "odor", "odours"),
    (r"manoeuv(?:re?)", "maneuver", "manoeuvring"),
    (r"archaeo", "archeo", "archaeology"),
)
_WHOLE: Final = {
    "manoeuvre": "maneuver",
    "manoeuvred": "maneuvered",
    "manoeuvres": "maneuvers",
    "manoeuvring": "maneuvering",
    "practise": "practice",
    "practised": "practiced",
    "practising": "practicing",
    "programme": "program",
    "programmes": "programs",
    "ageing": "aging",
    "aluminium": "aluminum",
    "amongst": "among",
    "whilst": "while",
    "learnt": "learned",
    "adaption": "adaptation",
    "versus": "vs",
    "vol": "volume",
    "vols": "volumes",
    "pt": "part",
    "bd": "band",
    "tl": "teil",
    "ed": "edition",
    "ч": "часть",
    "т": "том",
    "вып": "выпуск",
    "cheque": "check",
    "intro": "introduction",
    "pyjamas": "pajamas",
    "storey": "story",
    "storeys": "stories",
    "jewellery": "jewelry",
    "burnt": "burned",
    "spelt": "spelled",
    "misspelt": "misspelled",
    "practises": "practices",
    "saint": "st",
    "doctor": "dr",
    "madame": "mme",
    "mademoiselle": "mlle",
    "mister": "mr",
    "junior": "jr",
    "professor": "prof",
    "nets": "networks",
    "tychonoff": "tikhonov",
    "mount": "mt",
    "seq": "sequencing",
    "disc": "disk",
    "discs": "disks",
    "infinity": "infty",
    "linf": "linfty",
    "linfinity": "linfty",
}
_RULES: Final = rules(
    *_ENDINGS, *((rf"^{pattern}", one, example) for pattern, one, example in _BEGINNINGS)
)
# Most words have none of the endings and beginnings, and a look at a word's first letters and at
# some letters inside it is quicker than a search for each.
_ANY_BEGINNING: Final = regex("|".join(pattern for pattern, _, _ in _BEGINNINGS))
_OF_ENDINGS: Final = regex(
    r"is(?:[ae]|ing)|ys(?:e|ing)|our|ogue|[tb]red$|[tbvg]res?$|gramme|eable$"
    r"|(?:ro|sta|sti|thra|pa|fi)l(?:s|ments?)?$|licenc|sulph|ll(?:ed|ing|ers?)$|ence[sd]?$"
    r"|gement|cuss|wards$|xion"
)

# Short names whose letters are not the initials of their words.
_SHORT_NAMES: Final = {
    "adp": "adenosine diphosphate",
    "atp": "adenosine triphosphate",
    "covid 19": "coronavirus disease 2019",
    "dft": "density functional theory",
    "ch4": "methane",
    "co2": "carbon dioxide",
    "dna": "deoxyribonucleic acid",
    "e": "east",
    "w": "west",
    "n": "north",
    "s": "south",
    "ecg": "electrocardiogram",
    "eeg": "electroencephalography",
    "ekg": "electrocardiogram",
    "electroencephalogram": "electroencephalography",
    "electrocardiography": "electrocardiogram",
    "emg": "electromyography",
    "electromyogram": "electromyography",
    "eps": "epsilon",
    "eu": "european union",
    "meg": "magnetoencephalography",
    "h2o": "water",
    "l1": "first language",
    "l2": "second language",
    "ly": "lyman",
    "n2o": "nitrous oxide",
    "nh3": "ammonia",
    "no2": "nitrogen dioxide",
    "h2o2": "hydrogen peroxide",
    "so2": "sulfur dioxide",
    # Ions of metals that have one alone: "Ca2+".
    "ca2": "calcium",
    "cd2": "cadmium",
    "mg2": "magnesium",
    "zn2": "zinc",
    "microrna": "mirna",
    "mir": "mirna",
    "proc": "proceedings of the",
    "pv": "photovoltaic",
    "qcd": "quantum chromodynamics",
    "qed": "quantum electrodynamics",
    "rna": "ribonucleic acid",
    "sars cov 2": "severe acute respiratory syndrome coronavirus 2",
    "sne": "supernovae",
    "tb": "tuberculosis",
    "uk": "united kingdom",
    "us": "united states",
    "um": "mu m",
    "micron": "mu m",
    "microns": "mu m",
    "micrometer": "mu m",
    "micrometers": "mu m",
    "micrometre": "mu m",
    "micrometres": "mu m",
    "usa": "united states",
    "united states of america": "united states",
    "xai": "explainable artificial intelligence",
}


def spelt_out(words: str) -> str:
    """Return some words of a title with a known short name written out.

    >>> spelt_out("usa") == spelt_out("united states")
    True
    """
    return _SHORT_NAMES.get(words) or _ELEMENTS.get(words) or _WHOLE.get(words, words)


# Symbols of chemical elements that are no English words.
_ELEMENTS: Final = dict(
    pair.split()
    for pair in (
        "li lithium;na sodium;mg magnesium;al aluminum;si silicon;cl chlorine;ca calcium;"
        "ti titanium;cr chromium;mn manganese;fe iron;"
        "ni nickel;cu copper;zn zinc;ga gallium;ge germanium;"
        "br bromine;rb rubidium;sr strontium;zr zirconium;nb niobium;ru ruthenium;rh rhodium;"
        "pd palladium;ag silver;cd cadmium;sn tin;sb antimony;te tellurium;xe xenon;cs cesium;"
        "ba barium;la lanthanum;ce cerium;nd neodymium;gd gadolinium;yb ytterbium;"
        "hf hafnium;ta tantalum;ir iridium;pt platinum;au gold;hg mercury;pb lead;bi bismuth;"
        "th thorium"
    ).split(";")
)


_NUMBERS: Final = {word: SPELLED[word] for word in UNITS[1:11]} | ROMAN | ORDINALS


_LONGEST = 60  # letters of a word that has several spellings


@lru_cache(maxsize=16384)
def spelling(word: str) -> str:
    """Return one common form for a word that has several spellings.

    >>> spelling("modelling"), spelling("behaviour"), spelling("towards")
    ('modeling', 'behavior', 'toward')
    """
    if word in _WHOLE:
        return _WHOLE[word]
    if not 4 <= len(word) <= _LONGEST:
        return word
    if not (_OF_ENDINGS.search(word) or _ANY_BEGINNING.match(word)):
        return word
    for pattern, replacement, _ in _RULES:
        word = pattern.sub(replacement, word, count=1)
    return word


def plain_sounds(word: str) -> str:
    """Return a word with one letter for those that spellings of one word change.

    Greek and Latin words keep "ae" and "oe" or have "e", old German has "c" for "k", and
    "s" is "z" inside a word. Arabic words end in "a" or in "ah".

    >>> plain_sounds("hypoglycaemia") == plain_sounds("hypoglycemia")
    True
    """
    if word.endswith("ah"):
        word = word[:-1]
    head, rest = word[:1].replace("c", "k"), word[1:]
    rest = rest.replace("c", "k").replace("z", "s")
    return (head + rest).replace("ae", "e").replace("oe", "e")


# Latin letters for Cyrillic ones, by several customs, as one. Pattern, replacement, example.
_VOWELS_ABROAD: Final = rules(
    (r"ts(?!ch)|tz", "c", "Funktsii, Funkcii"),
    (r"y[ai]|i[iyj]?a|ja", "ia", "Istoriya, Istoriia, Istorija"),
    (r"yu|iu|ju", "u", "Yulia"),
    (r"(?<=[aeou])[ijy]e", "e", "Dostoyevsky"),
    (r"i[iyj]|y[iyj]", "i", "Rossiiskii"),
    (r"[yj]", "i", "Bykov, Andrej"),
    (r"kh|(?<![a-z])ch(?=[lmnrv])", "h", "Khmelnytsky"),
)
_RUSSIAN_NAME: Final = regex(r"(?:[oe](?:v|w|ff|f)|[iy]t?s?ch|s[ck][iy]+j?)$")
_CONSONANTS_ABROAD: Final = rules(
    (r"tsch|tch|cz|ch|sch|sh|sz", "s", "Tschebyscheff"),
    (r"ff|w|f$", "v", "Markoff, Smirnow"),
    (r"ck", "k", "Stanislavsckii"),
)


def plain_russian(word: str) -> str:
    """Return a word in Latin letters for Russian ones, the same for each custom.

    >>> plain_russian("ljapunow") == plain_russian("lyapunov")
    True
    >>> plain_russian("tschebyscheff") == plain_russian("chebyshev")
    True
    """
    word = respelt(word, _VOWELS_ABROAD)
    if _RUSSIAN_NAME.search(word):
        word = respelt(word, _CONSONANTS_ABROAD)
    return word


_SCHOLARS: Final = regex("[čšžŝ]")


def of_scholars(title: str) -> list[str] | None:
    """Return the words of a Russian title in scholars' letters, the same for each custom.

    Returns None where no letter is one of theirs. They write "č" and "ch" for what others
    write as "ch" and "kh".

    >>> of_scholars("Mechanika častic") == list(map(plain_russian, ["mekhanika", "chastits"]))
    True
    """
    text = title.casefold()
    if text.isascii() or not _SCHOLARS.search(text):
        return None
    text = text.replace("ch", "kh").replace("ŝ", "shch")
    for sign, letter in (("č", "ch"), ("š", "sh"), ("ž", "zh")):
        text = text.replace(sign, letter)
    return [plain_russian(word) for word in title_words(text)]


def number(word: str) -> int | None:
    """Return the number that a word means, or None.

    >>> number("ii"), number("2"), number("two"), number("network")
    (2, 2, 2, None)
    >>> number("twelve"), number("one hundred"), number("twenty one")
    (12, 100, 21)
    """
    if word.isascii() and word.isdigit() and len(word) < 10:
        return int(word)
    if word in _NUMBERS:
        return _NUMBERS[word]
    if word[:1].isdigit() and _GROUPED.fullmatch(word):
        return int(word.replace(" ", ""))
    if ordinal := _ORDINAL.fullmatch(word):
        return int(ordinal[1])
    return _spelt_number(word.split()) if word[:3] in _SPELT_BEGINNINGS else None


_SPELT: Final = SPELLED | ORDINALS
_ORDINAL: Final = regex(r"([0-9]{1,4})(?:st|nd|rd|th)")
_GROUPED: Final = regex(r"[1-9][0-9]{0,2}(?: [0-9]{3}){1,3}")  # "1,000"
_SPELT_BEGINNINGS: Final = frozenset(
    word[:3] for word in (*_SPELT, "hundred", "thousand", "a hundred", "a thousand")
)


def _spelt_number(words: list[str]) -> int | None:
    """Return the number that some words say: "one hundred and twenty" is 120.

    >>> _spelt_number("one hundred and twenty".split()), _spelt_number(["moss"])
    (120, None)
    >>> _spelt_number("nineteen eighty four".split())
    1984
    """
    total = part = last = 0
    for place, word in enumerate(words):
        if word == "a" and not place and len(words) > 1:
            continue
        if word == "hundred" and (part or place <= (words[0] == "a")):
            part, last = (part or 1) * 100, 0
        elif word == "thousand" and (part or place <= (words[0] == "a")):
            total, part, last = total + 1000 * (part or 1), 0, 0
        elif word in _SPELT:
            value = _SPELT[word]
            # "nineteen eighty-four", "four fifty-one": what is before counts hundreds
            is_next = last and not (20 <= last < 100 and last % 10 == 0 and value < 10)
            if is_next and (value < 10 or part > 99):
                return None
            part, last = (100 * part if is_next else part) + value, value
        elif word != "and" or not place or place == len(words) - 1:
            return None
    return total + part


_TENS: Final = {f"{word[:-1]}ies": 10 * value for value, word in enumerate(TENS, 2)}
_DECADE: Final = regex(r"((?:1[0-9]|20)?[1-9]0)s")


def decade(words: Sequence[str]) -> int | None:
    """Return the first year of a decade, or None: "the sixties" are the 60th of some century.

    >>> decade(["1890s"]), decade(["eighteen", "nineties"]), decade(["sixties"]), decade(["moss"])
    (1890, 1890, 60, None)
    """
    if len(words) == 1 and (found := _DECADE.fullmatch(words[0])):
        return int(found[1])
    if not 1 <= len(words) <= 2 or words[-1] not in _TENS:
        return None
    century = SPELLED.get(words[0], 0) if len(words) == 2 else 0
    return 100 * century + _TENS[words[-1]]


def singular(word: str) -> str:
    """Return a noun without the ending of its plural.

    >>> singular("networks"), singular("studies"), singular("analyses"), singular("bus")
    ('network', 'study', 'analysis', 'bus')
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    for ending, one in (
        ("ies", "y"),
        ("yses", "ysis"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
    ):
        if word.endswith(ending):
            return word.removesuffix(ending) + one
    return word[:-1]
