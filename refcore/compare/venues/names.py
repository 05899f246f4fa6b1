"""A venue's name as written: its words, its short names, and the venues it identifies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs

from refcore.compare.titles.words import plain_title, title_words
from refcore.compare.venues.forms import PUBLISHERS, forms_of, is_short_for, sections_of, turned
from refcore.compare.venues.meetings import CONFERENCE_WORDS, bare_meeting
from refcore.compare.venues.table import SERIES, SERIES_BEGIN, SHORT_JOURNALS, VENUES
from refcore.text.numberwords import ORDINALS, TENS, TENTHS
from refcore.text.patterns import regex
from refcore.text.servers import server_names

__all__ = [
    "BRACKET_AFTER",
    "GENERAL",
    "JOURNAL_WORDS",
    "SMALL",
    "VenueName",
    "abbreviates",
    "read_venue",
]

# Articles, prepositions, possessives and "and" of the languages that journals are named in.
SMALL: Final = frozenset(
    "a ad against al alla alle among an and as at aus aux between by da das de degli dei dell "
    "della delle dello dem den der des di die do dos du durch el em en et for from fuer fur gegen "
    "ihre ihrer il im in into its kai la las le les los mit na no och of og om on onto over "
    "para per por pour po pri sa se ses si sobre sowie su sub sul sulla sur the their through to "
    "toward towards ueber uber und under upon van ve von voor with within za zu zum zur".split()
)
# "And" of other languages, where it is a small letter inside a name: "i" in Polish and Russian.
_AND_ABROAD: Final = regex(r"(?<=\w) (?:[iyeov] (?=\w)|ed (?=[aeiouAEIOU]))")
_ORDINAL: Final = regex(
    rf"^(?:[0-9]+(?:st|nd|rd|th)|{'|'.join((*ORDINALS, *TENS, *TENTHS))}|hundred(?:th)?)$"
)
_YEAR: Final = regex(r"^(?:19|20)[0-9]{2}$")
# Some proceedings of ACM are of the "Conference on Conference on" something.
_CONFERENCE_TWICE: Final = regex(r"\bconference on (?:acm )?conference on\b")
# The year after a short name, as in CHI '20 and IJCAI-20.
_SHORT_YEAR: Final = regex(r"(?<=[A-Za-z]{2})\s?['’‘`-]\s?[0-9]{2}(?![0-9])")
# General words that one form of a conference's name has and another leaves out.
GENERAL: Final = frozenset(
    "proceedings proc conference conf annual international intl int meeting symposium symp ieee "
    "acm cvf usenix siam aaai the in of on and joint virtual main long short papers paper volume "
    "track advances online pages conferences th".split()
)
_SHORT: Final = regex(r"\b([A-Za-z0-9]*[A-Z][A-Za-z0-9-]*[A-Z0-9][A-Za-z0-9]*|[A-Z]{2,})\b")
_CONFERENCE_KEYS: Final = frozenset(venue.key for venue in VENUES if not venue.is_journal)
_SPELT_SMALL: Final = frozenset(("sigir", "sigmod", "sigkdd", "recsys", "eurocrypt", "nips"))
_BY_SHORT: Final = {short: venue for venue in VENUES for short in venue.short}
_BY_NAME: Final = {" ".join(title_words(n)): v for v in VENUES for n in v.names}
# By the number of words and the first letter, which abbreviations keep. A single word is not
# abbreviated here: NAR is not Nature.
_JOURNALS: Final[dict[tuple[int, str], list[tuple[tuple[str, ...], str]]]] = {}
for _venue in VENUES:
    for _name in _venue.names if _venue.is_journal else ():
        _long = tuple(w for w in title_words(_name) if w not in SMALL)
        if len(_long) > 1:
            _JOURNALS.setdefault((len(_long), _long[0][0]), []).append((_long, _venue.key))
JOURNAL_WORDS: Final = frozenset(
    "journal j trans transactions letters lett review reviews annals ann magazine mag bulletin "
    "bull archives zeitschrift revue rivista quarterly".split()
)
# The letter of a section, as in Physical Review A.
_SECTION: Final = regex(r"(?<=\w)[.,:]? A(?=$|[:.,])|(?<=\w)[.,]? A(?=\s)")
# A volume and issue after a name: "JCAP 1107", "ACM TKDD 14(2)". One digit may be a part's.
_VOLUME: Final = regex(
    r"(?<=[A-Za-z.)])(?<!\b[Pp]art)(?<!\b[Tt]ask),?\s+(?:[0-9]{2,4}|[0-9]{1,4}\s?\([\w ]{1,12}\))$"
)
_ENDS_A_VOLUME: Final = frozenset("0123456789)")
# The place that a catalogue adds: "Science (New York, NY, United States)".
_PLACE: Final = regex(r"(?<=\w)\s+\((?:[A-Z][a-z]+\.?\s?|[A-Z]\.\s?){1,3},[^()0-9]{1,60}\)$")
# The volume of a series after the name: "CAV 2017 (LNCS 10426)".
_IN_SERIES: Final = regex(r"(?<=\w)\s*[(,]\s*LN(?:CS|AI)\b[\w .,]{0,30}\)?$")
_MOST: Final = 600


@attrs.frozen
class VenueName:
    """The parts of a venue's name.

    `keys` are the venues of the table that it names. `words` are its words without years,
    ordinals and small words. `shorts` are its possible short names. `forms` are its words, as
    they are and without its place and its subtitle. `every` has its small words too. `sections`
    are the letters that say which part of a journal it is.
    """

    text: str
    keys: frozenset[str]
    words: tuple[str, ...]
    shorts: frozenset[str]
    is_journal: bool = False
    is_workshop: bool = False
    is_findings: bool = False
    is_preprint: bool = False
    is_series: bool = False
    forms: tuple[tuple[str, ...], ...] = ()
    every: tuple[str, ...] = ()
    sections: frozenset[str] = frozenset()

    @property
    def is_conference(self) -> bool:
        """Whether the name is a known conference's."""
        return bool(self.keys & _CONFERENCE_KEYS)

    @property
    def known(self) -> frozenset[str]:
        """The well-known venues that it names: those of the table, and journals with a short name.

        >>> sorted(read_venue("Am. Econ. Rev.").known), sorted(read_venue("Moss Rev.").known)
        (['aer'], [])
        """
        large = [word for word in self.every if word not in SMALL]
        shorts = (
            short
            for short, name in _WITH_SHORT_NAME.items()
            if large == [short] or abbreviates(large, name)
        )
        return self.keys | frozenset(shorts)

    @property
    def core(self) -> frozenset[str]:
        """The words that are not general."""
        return frozenset(self.words) - GENERAL

    @property
    def is_short(self) -> bool:
        """Whether the name consists of a short name alone."""
        return len(self.words) == 1 and bool(self.shorts)


@lru_cache(maxsize=8192)
def read_venue(text: str) -> VenueName:
    """Read the name of a journal or of proceedings.

    >>> read_venue("Proc. of the 37th Int. Conf. on Machine Learning (ICML 2020)").keys
    frozenset({'icml'})
    """
    plain = plain_title(text[:_MOST]).replace("{", "").replace("}", "").replace("\\", "")
    plain = _AND_INSIDE.sub("", plain)
    plain = _WIRES.sub("Wiley Interdisciplinary Reviews", _COMPOUND.sub(".", plain))
    if _CUT_WORD.search(plain):
        plain = _STOP.sub(". ", plain)
    if plain.endswith(")"):
        plain = _PLACE.sub("", plain)
    plain = _SHORT_YEAR.sub("", turned(_IN_SERIES.sub("", plain)))
    plain = bare_meeting(_VOLUME.sub("", plain) if plain[-1:] in _ENDS_A_VOLUME else plain)
    if not plain.islower():
        plain = _AND_ABROAD.sub(" ", plain)
    words = _joined(_words(plain), plain)
    shorts = _shorts_in(plain, words)
    whole = " ".join(words)
    is_series = whole in SERIES or whole.startswith(SERIES_BEGIN)
    is_workshop = "@" in text or bool(_AT_MEETING.search(plain)) or _is_workshop(words)
    is_workshop = is_workshop and not is_series
    is_workshop = is_workshop and not _JOINT.search(plain)
    return VenueName(
        text,
        _known(words, shorts, plain),
        _large(words, plain),
        shorts | _own_short(words),
        is_journal=_reads_as_journal(words),
        is_workshop=is_workshop,
        is_findings="findings" in words,
        is_preprint="preprint" in words or _is_server(words),
        is_series=is_series,
        forms=tuple(filter(None, dict.fromkeys(_large(_words(f), f) for f in forms_of(plain)))),
        every=tuple(words),
        sections=sections_of(plain),
    )


def _is_server(words: Sequence[str]) -> bool:
    """Return whether a name is that of a server of preprints; Polymer Preprints are a journal.

    Many call themselves after arXiv.

    >>> _is_server(["research", "square"]), _is_server(["nutrixiv"])
    (True, True)
    """
    if " ".join(words) in _SERVERS or not _SHORT_SERVERS.isdisjoint(words[:2]):
        return True
    return bool(words) and words[0].endswith(_AFTER_ARXIV)


# Naming one of these servers does not claim that the work was published.
_SERVERS: Final = server_names()
_SHORT_SERVERS: Final = frozenset(name for name in _SERVERS if " " not in name) - {"preprints"}
_AFTER_ARXIV: Final = ("rxiv", "xiv")


def _shorts_in(text: str, words: Sequence[str]) -> frozenset[str]:
    """Return the words of a name that are in capitals, without the year after them.

    Of a name that is in capitals alone, they would be all.

    >>> sorted(_shorts_in("WWW Companion", ["www", "companion"]))
    ['www']
    >>> sorted(_shorts_in("Cell", ["cell"]))
    []
    """
    found = (re.sub(r"-?[0-9]{2}([0-9]{2})?$", "", one) for one in _SHORT.findall(text))
    is_loud = text.isupper() and len(words) > 1 and max(map(len, words)) > _SHORTEST
    is_loud = is_loud and not _SHORTS_ALONE.fullmatch(text)
    return frozenset() if is_loud else frozenset(one.casefold() for one in found)


_SHORTS_ALONE: Final = regex(r"[A-Z]+(?:,?\s+[A-Z]{2,4})?(?:,\s*[A-Z]+)*")
_SHORTEST: Final = 6  # letters of a word that is not a short name


def _own_short(words: list[str]) -> frozenset[str]:
    """Return a name of one word, if it is a short name of the table or was just made one.

    >>> sorted(_own_short(["icml"]))
    ['icml']
    """
    is_short = len(words) == 1 and (words[0] in _BY_SHORT or len(words[0]) < 4)
    return frozenset(words) if is_short else frozenset()


def _joined(words: list[str], text: str) -> list[str]:
    """Return the words of a name, a short name as one word: Ap. J. is ApJ, RA-L is RAL.

    >>> _joined(["s", "p"], "S&P")
    ['sp']
    """
    whole = "".join(words)
    if len(words) > 1 and len(whole) < 7 and (whole in _BY_SHORT or " " not in text.strip()):
        return [whole]
    return words


_STOPPED: Final = regex(r"\b([A-Z][a-z]{1,3})\.(?=[\s,;:)]|$)")
_ELIDED: Final = regex(r"\b(?:d|l|(?:de|a|ne|su)ll)['’](?=\w)", re.IGNORECASE)  # l'École
_AND_INSIDE: Final = re.compile(r"(?<=\b[A-Z])&(?=[A-Z]\b)")  # S&P, A&A
_WIRES: Final = regex(r"\bWIREs\b")
# A compound that is cut twice, such as "Forsch.ber."
_COMPOUND: Final = regex(r"(?<=[^\W\d_]{3})\.[a-zäöüß]{1,6}\.")
# A word cut by a stop: J.Phys.A is three words, A.J. is a short name.
_CUT_WORD: Final = regex(r"[a-z]\.(?=\w)")
_STOP: Final = regex(r"\.(?=\w)")


def _words(text: str) -> list[str]:
    whole = _ELIDED.sub("", text)
    found = title_words(whole)
    words = [
        word
        for word, after in zip(found, [*found[1:], ""], strict=False)
        if not (_YEAR.match(word) or (_ORDINAL.match(word) and not after.startswith("cent")))
    ]
    return _CONFERENCE_TWICE.sub("conference on", " ".join(words)).split()


def _large(words: Sequence[str], text: str) -> tuple[str, ...]:
    """Return the words that are not small; A is large where it names a section, as is "An.".

    >>> _large(["www", "companion"], "WWW Companion")
    ('www', 'companion')
    """
    kept = {"a"} if _SECTION.search(text) else set()
    # "An." is short for Annals, "For." for forest, "Des." for design.
    kept |= {found[1].casefold() for found in _STOPPED.finditer(text)}
    small = SMALL | _written_small(text)
    return tuple(word for word in words if word not in small or word in kept)


def _written_small(text: str) -> frozenset[str]:
    """Return the short words that a name in title case has in lower case: "Studii si …".

    >>> sorted(_written_small("Helleniko Periodiko gia Stomatike kai Cheirourgike"))
    ['gia', 'kai']
    """
    found = _SMALL_INSIDE.findall(text)
    return frozenset(found) if found and len(_CAPITAL.findall(text)) > 1 else frozenset()


_SMALL_INSIDE: Final = regex(r"(?<=[^\W\d_] )[a-zäöüß]{1,3}(?= [A-Z])|(?<=, )[a-z]{1,3}(?= [A-Z])")
_CAPITAL: Final = regex(r"\b[A-Z][^\W\d_]{2}")


# A conference together with a workshop.
_JOINT: Final = regex(
    r"\bConference\b.{1,200}\band (?:the )?[0-9]+(?:st|nd|rd|th)\b.{1,80}\bWorkshop\b"
)


_AT_MEETING: Final = regex(r"\bWorkshops? at\b")


def _is_workshop(words: list[str]) -> bool:
    """Return whether a name is a workshop's; some conferences have "workshop" in their name.

    >>> _is_workshop(["workshop", "on", "moss"]), _is_workshop(["journal", "of", "moss"])
    (True, False)
    """
    if not any(word.startswith("worksh") for word in words):
        return False
    spread = f" {_unabridged(' '.join(words))} "
    return not any(f" workshop {name} " in spread for name in _CONFERENCES)


def _known(words: list[str], shorts: frozenset[str], text: str) -> frozenset[str]:
    keys = _named(words, shorts, text)
    bare = BRACKET_AFTER.sub("", text)
    if bare and bare != text and not keys - _CONFERENCE_KEYS:
        # "ACM Trans. Graph. (Proc. SIGGRAPH)" is both.
        own = _words(bare)
        if _reads_as_journal(own) or len(own) == 1:
            keys |= _named(own, frozenset(), bare)
        keys |= _journals([word for word in own if not word.isdigit()])
    return keys


def _journals(words: Sequence[str]) -> set[str]:
    """Return the journals of the table whose name the words abbreviate.

    >>> _journals(["j", "mach", "learn", "res"])
    {'jmlr'}
    """
    large = [word for word in words if word not in SMALL]
    near = _JOURNALS.get((len(large), large[0][0]), ()) if large else ()
    return {key for name, key in near if abbreviates(large, name)}


BRACKET_AFTER: Final = regex(r"\s*\([^()]*\)\s*$")
_WITH_SHORT_NAME: Final = {
    short: [word for word in name.split() if word not in SMALL]
    for short, name in SHORT_JOURNALS.items()
    if name not in SERIES
}


def _named(words: list[str], shorts: frozenset[str], text: str) -> frozenset[str]:
    whole = " ".join(words)
    if whole in _BY_NAME:
        return frozenset((_BY_NAME[whole].key,))
    journals = _journals(words)
    # A journal's name may contain a conference's.
    if journals or _reads_as_journal(words):
        return frozenset(journals)
    parts = {part for short in shorts for part in (short, *short.split("-"))}
    found = {
        _BY_SHORT[short].key
        for short in parts
        if short in _BY_SHORT and len(short) > 2 and not _begins_another(short, words, text)
    }
    own = [word for word in words if word not in PUBLISHERS]
    if len(own) == 1 and own[0] in _BY_SHORT:
        found.add(_BY_SHORT[own[0]].key)
    # A short name of many letters is no English word, so it counts in lower case too.
    plain = words if len(words) == 1 else [w for w in words if len(w) > 6 or w in _SPELT_SMALL]
    found |= {_BY_SHORT[word].key for word in plain if word in _BY_SHORT}
    found |= _by_name(whole)
    return frozenset(found)


def _begins_another(short: str, words: Sequence[str], text: str) -> bool:
    """Return whether a journal's short name begins the name of another: JAMA, and JAMA Oncology.

    >>> _begins_another("bmj", ["bmj", "open"], "BMJ Open"), _begins_another("acl", ["acl"], "ACL")
    (True, False)
    """
    if not _BY_SHORT[short].is_journal or len(words) == 1:
        return False
    alone = rf"[(\[]\s*{re.escape(short)}\b|\b{re.escape(short)}\s*(?:$|[\])\d:;,.–—-])"
    return not re.search(alone, text, re.IGNORECASE)


def _reads_as_journal(words: list[str]) -> bool:
    return bool(JOURNAL_WORDS & set(words)) and not CONFERENCE_WORDS & set(words)


def _by_name(whole: str) -> set[str]:
    """Return the conferences named in a text; a name inside a longer one does not count.

    >>> _by_name("international conference on machine learning")
    {'icml'}
    """
    spread = f" {_unabridged(whole)} "
    names = [name for name in _CONFERENCES if f" {name} " in spread]
    names = names or _cut_names([word for word in whole.split() if word not in SMALL])
    return {
        _CONFERENCES[name]
        for name in names
        if not any(name != other and f" {name} " in f" {other} " for other in names)
    }


def _cut_names(words: list[str]) -> list[str]:
    """Return the conferences whose name is in a text with its words cut short.

    >>> _cut_names(["symp", "comput", "geom"]), _cut_names(["acl"])
    (['symposium computational geometry'], [])
    """
    return [
        name
        for at, word in enumerate(words)
        for name, long in _CUT.get(word[:3], ())
        if len(words) >= at + len(long) and all(map(_is_cut, words[at:], long))
    ]


def _is_cut(short: str, long: str) -> bool:
    return short == long or (len(short) > 2 and is_short_for(short, long))


# Words of proceedings that people often abbreviate.
_ABRIDGED: Final = {
    "int": "international", "intl": "international", "conf": "conference", "proc": "proceedings",
    "symp": "symposium", "mach": "machine", "learn": "learning", "artif": "artificial",
    "intell": "intelligence", "comput": "computer", "vis": "vision", "pattern": "pattern",
    "recognit": "recognition", "recogn": "recognition", "adv": "advances", "inf": "information",
    "process": "processing", "syst": "systems", "represent": "representations", "nat": "natural",
    "lang": "language", "conferences": "conference",
}  # fmt: skip


def _unabridged(whole: str) -> str:
    return " ".join(_ABRIDGED.get(word, word) for word in whole.split() if word not in SMALL)


_CONFERENCES: Final = {
    _unabridged(" ".join(title_words(name))): venue.key
    for venue in VENUES
    if not venue.is_journal
    for name in venue.names
}

# By the first letters; two words may be short for many a name.
_CUT: Final[dict[str, list[tuple[str, list[str]]]]] = {}
for _name in _CONFERENCES:
    if _name.count(" ") > 1:
        _CUT.setdefault(_name[:3], []).append((_name, _name.split()))


def abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether each word is short for the word at its place, by the rules of ISO 4.

    Source: ISO 4: a word is cut at its end, or contracted; small words are left out.

    >>> abbreviates(["phys", "rev", "lett"], ["physical", "review", "letters"])
    True
    """
    return len(short) == len(long) and all(map(_is_word, short, long))


def _is_word(short: str, long: str) -> bool:
    return short == long or is_short_for(short, long)
