"""The shorter forms of a venue's name: without its place, its subtitle, its publisher's mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from refcore.compare.fold import plain_umlauts
from refcore.compare.venues.meetings import CONFERENCE_WORDS
from refcore.text.letters import has_vowel
from refcore.text.patterns import regex

__all__ = [
    "PUBLISHERS",
    "SOCIETIES",
    "forms_of",
    "is_short_for",
    "is_word",
    "names_another",
    "same_journal",
    "sections_of",
    "turned",
]

# Marks of publishers and societies: a name that begins with one has it in common with many.
PUBLISHERS: Final = frozenset(
    "ieee acm aaai usenix siam plos bmc bmj jama aip aps ams acs rsc iop mdpi ifac ifip spie "
    "eurasip asme".split()
)
# Words that count the parts of a journal; the letter or number after them says which part.
_FILLERS: Final = frozenset(
    "abt reihe sectio section sect sec ser seria serie serii seriia series seriya sezione "
    "sez".split()
)
_PART_LETTER: Final = regex(r"[a-hst]")
_GROUP: Final = regex(r"sig[a-z]{3,6}")  # ACM's special interest groups
_PARTS: Final = frozenset("part parte teil pt tl".split())
_PART: Final = regex(r"[a-z]|[ivx]+|[0-9]+")
_TURNED: Final = regex(r"^(.{4,160}?),\s*([^,]{3,80}\b(?:on|of))\s*$")
_BRACKET: Final = regex(r"\s*[\[(][^()\[\]]*[\])]\s*$")
# Another title in brackets, and no place: "(Applied Statistics)".
_ALIAS: Final = regex(r"[A-Z][a-z]{3,}(?: [a-z]{2,3})*(?: [A-Z][a-z]{3,}){1,3}")
_SUBTITLE: Final = regex(r"\s*(?:[:;]\s|\s[-–—/]\s|\s=\s)\s*")
# "Mathematical Programming, Series A", and "Physica D Nonlinear Phenomena".
_SERIES_AFTER: Final = regex(r"^(\S.{5,}?),?\s+(?:Series|Ser\.)\s+[A-Z0-9]{1,4}$")
# No J, for a journal, no R, for royal, and no letter with a stop, as of a person's name.
_SECTION_INSIDE: Final = regex(r"^([A-Z].{2,}?\s[B-HK-QS-Z]),?\s+[A-Z][a-z].*$")
# Two titles of one journal in two languages, and words with which a subtitle names another one.
_PARALLEL: Final = regex(r"\s[/=]\s")
# "Chem. Ber./Recl."; "J. Neurosci. Off. J. Soc. Neurosci."
_MERGED: Final = regex(r"(?<=[a-z.])/(?=[A-Z][a-z])")
_OFFICIAL: Final = regex(
    r"[\s,.:;–-]+(?:the |an )?off(?:icial|\.)? (?:j\b|journal|publ|organ)", re.IGNORECASE
)
_OTHER_JOURNAL: Final = regex(
    r"\b(?:suppl(?:\.|ements?)|lett(?:\.|ers)|proceedings|proc\.|reviews|express)", re.IGNORECASE
)
_OTHERS: Final = frozenset(
    "disc discuss discussions express lett letters letts proc proceedings rev review reviews "
    "suppl supplement supplements supplementum".split()
)
_SPELT_OUT: Final = regex(r"\b(?:of|for|and|the|in|[Jj]ournal|de|des|der)\b")
_EDITION_ENDS: Final = ("dition", "EDITION", ".", ")", "]", "Ed", "English")
_EDITION: Final = regex(
    r",?\s+[(\[]?Int(?:ernational|\.)? Ed(?:ition|\.)?(?: in English|,? Engl\.?)?[)\]]?$",
    re.IGNORECASE,
)
# "Explore-The Journal of …", "Part A-Chemistry …", "FDMP-Fluid Dynamics …", "Food Struct.-Neth."
_AFTER_HYPHEN: Final = regex(
    r"(?:(?<=\w)-(?=(?:(?:The|An?) )?(?:[A-Z]\w+ ){0,2}"
    r"(?:Journal|Revue|Revista|Review|Zeitschrift|Rivista)\b)"
    r"|(?<=\bPart [A-Z])-(?=[A-Z][a-z])|(?<= [IVX])-(?=[A-Z][a-z])|(?<= II)-(?=[A-Z][a-z])).*$"
)
_BEFORE_HYPHEN: Final = regex(r"[A-Z]{2,8}-(?=[A-Z][a-z]+ )")
_HYPHEN: Final = regex(r"(?<=[a-z])-(?=\w)")
_PLACE_HYPHEN: Final = regex(r"(?<=[a-z.])-(?:[A-Z][a-z]{3,}\.?|UK|USA?)$")
_SENTENCE: Final = regex(r"(?<=[^\W\d_]{4})\.\s+(?=[A-Z])")
_LETTER: Final = regex(r"\W*(?:[A-Z]|[IVX]+)\W*")
_SOCIETY_BEFORE: Final = regex(
    r"Trans(?:actions|\.)?(?: of the)? ASME[,:.]?(?: Ser(?:ies|\.)? [A-Z][,:.]?)? (?=J)"
)
# Words that name a part of a journal, as in "Series B", "Physica D:" and "Sect. II".
_SECTION: Final = regex(
    r"\b(?:s[eé]rii?[ae]?s?|s[eé]r|sectio|section|sect|sec|sezione|parte?|pt|teil|reihe)\b\.?\s+"
    r"(?P<named>[A-Z]|[IVX]{1,4})\b"
    r"|(?<=[\w.])[.,:]?\s(?P<after>[A-IK-Z]|II|III|IV|VI)(?=\s*(?:$|[:,(–—]|-\s|[0-9]))"
    r"|(?<=[A-Z]{3})-(?P<joined>[A-H])$"
    r"|(?<=\w)\.?\s[(\[](?P<round>[A-Ia-i]|II|III)[)\]]",
    re.IGNORECASE,
)
# Catalogues tell apart two journals of one name by their place.
_NEW_YORK: Final = regex(r"(?<=\w)\.?,? N\. ?Y\.?$")
_COUNTRIES: Final = (
    (("united", "states", "america"), "usa"),
    (("u", "s", "a"), "usa"),
)
# The Royal Society is said to be of London or not.
_LONDON: Final = frozenset(("london", "lond"))
# Contractions whose letters are not all in the order of other abbreviations of the word.
_CONTRACTED: Final = {
    "engng": "engineering", "engrg": "engineering", "engg": "engineering", "mgmt": "management",
    "mgt": "management", "opns": "operations", "pwr": "power", "intl": "international",
    "natl": "national",
}  # fmt: skip
_ROMAN: Final = regex(r"[ivx]+")
# Marks that names leave out. The others are a part of the name: Bioinformatics and BMC
# Bioinformatics are two journals.
SOCIETIES: Final = PUBLISHERS - frozenset("acs bmc bmj jama plos siam".split())
# Words for the kind of a journal, which say nothing about its subject.
_KINDS_OF: Final = PUBLISHERS | frozenset(
    "international int journal j transactions trans letters lett".split()
)
_LEAST: Final = 3  # a name with so many words may be the beginning of another


def turned(text: str) -> str:
    """Return a name whose head was put after a comma, the right way round.

    >>> turned("Signal Processing, IEEE Transactions on")
    'IEEE Transactions on Signal Processing'
    """
    found = _TURNED.match(text)
    return f"{found[2]} {found[1]}" if found else text


def forms_of(text: str) -> Iterator[str]:
    """Yield a name, then without the brackets after it, its subtitle and its series.

    >>> list(forms_of("Econometrica: Journal of the Econometric Society"))
    ['Econometrica: Journal of the Econometric Society', 'Econometrica']
    >>> list(forms_of("Science (New York, N.Y.)"))
    ['Science']
    >>> list(forms_of("EPL (Europhysics Letters)"))[1:]
    ['EPL', 'Europhysics Letters']
    >>> list(forms_of("Physica D Nonlinear Phenomena"))[1:]
    ['Physica D']
    """
    bare = _BRACKET.sub("", text)
    bare = _NEW_YORK.sub("", bare) or bare
    yield from _beside_bracket(text, bare)
    yield from _PARALLEL.split(bare)[1:]
    if "/" in bare:
        yield from _MERGED.split(bare)[:1]
    if official := _OFFICIAL.search(bare):
        yield bare[: official.start()]
    # Most names have no such sign, and a look is quicker than a pattern.
    if ". " in bare:
        yield from _sentences(bare)
    if "-" in bare:
        yield from _hyphened(bare)
        yield _HYPHEN.sub("", bare)  # Oto-Laryngologica is Otolaryngol.
    if bare.endswith(_EDITION_ENDS) and (edition := _EDITION.search(bare)):
        yield bare[: edition.start()]
    yield from _beside_subtitle(bare)
    if found := _SOCIETY_BEFORE.match(bare):
        yield bare[found.end() :]
    yield from (
        found[1] for part in (_SERIES_AFTER, _SECTION_INSIDE) if (found := part.match(bare))
    )


def _beside_bracket(text: str, bare: str) -> Iterator[str]:
    """Yield a name with its brackets, without them, and what is in them if it is a name, too.

    >>> list(_beside_bracket("EPL (Europhysics Letters)", "EPL"))
    ['EPL (Europhysics Letters)', 'EPL', 'Europhysics Letters']
    """
    if not (bare and "," in text[len(bare) :]):  # a place in brackets, as catalogues add it
        yield text
    if bare and bare != text:
        yield bare
        after = text[len(bare) :].strip(" ()[]")
        if (bare.isupper() and " " not in bare) or _ALIAS.fullmatch(after):
            yield after


def _beside_subtitle(text: str) -> Iterator[str]:
    """Yield a name without its subtitle, and the name that initials have after them.

    >>> list(_beside_subtitle("JNCI: Journal of the National Cancer Institute"))
    ['JNCI', 'Journal of the National Cancer Institute']
    """
    head = _SUBTITLE.split(text, maxsplit=1)[0]
    tail = text[len(head) :]
    if head and tail and not (_OTHER_JOURNAL.search(tail) or _LETTER.fullmatch(tail)):
        yield head
    if head.isupper() and " " not in head and tail.startswith((":", ";")):
        yield tail[1:].strip()


def _hyphened(text: str) -> Iterator[str]:
    """Yield a name without what the Web of Science joins to it by a hyphen.

    >>> list(_hyphened("Explore-The Journal of Science and Healing"))
    ['Explore']
    """
    if after := _AFTER_HYPHEN.search(text):
        yield text[: after.start()]
    if before := _BEFORE_HYPHEN.match(text):
        yield text[before.end() :]
    if place := _PLACE_HYPHEN.search(text):
        yield text[: place.start()]


def _sentences(text: str) -> Iterator[str]:
    """Yield the title of a catalogue without its subtitle, and a title in a second language.

    A name with stops elsewhere is an abbreviation.

    >>> list(_sentences("Grad. Texts in Math.")), list(_sentences("J. ACM"))
    (['Grad', 'Texts in Math'], [])
    """
    parts = _SENTENCE.split(text.rstrip("."))
    if len(parts) > 1 and not any("." in part for part in parts) and _SPELT_OUT.search(parts[1]):
        yield parts[0]
        if len(parts[1].split()) > 2 and not parts[1].startswith(("A ", "An ", "The ")):
            yield parts[1]


def sections_of(text: str) -> frozenset[str]:
    """Return the letters and Roman numbers by which a name says which part of a journal it is.

    >>> sections_of("Journal of Physics A: Mathematical and Theoretical")
    frozenset({'a'})
    >>> sections_of("J. R. Stat. Soc., Ser. B"), sections_of("Astrophys. J.")
    (frozenset({'b'}), frozenset())
    """
    return frozenset(found[found.lastgroup or 0].casefold() for found in _SECTION.finditer(text))


def same_journal(
    ours: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]], *, strict: bool = False
) -> bool:
    """Return whether two names, each in its forms as words, abbreviate one another.

    Each word may be cut on either side, as people and catalogues cut differently. A name of
    three words or more may be the beginning of the other, unless `strict`. Two subtitles say
    two different things, so that at most one of the names is taken without its own.
    """
    one, other = ([_plain(words) for words in forms if words] for forms in (ours, theirs))
    if not one or not other:
        return False
    pairs = [(a, other[0], at > 0 and _is_open(a)) for at, a in enumerate(one)]
    pairs += [(one[0], b, at > 0 and _is_open(b)) for at, b in enumerate(other)]
    return any(_alike(a, b, strict=strict or shortened) for a, b, shortened in pairs)


def _is_open(words: Sequence[str]) -> bool:
    """Return whether a name without its subtitle may be the beginning of another journal's.

    The Journal of Geophysical Research has many parts; Physical Review D is one.

    >>> _is_open(["epl"]), _is_open(["ndt", "e"])
    (True, False)
    """
    return len(words[-1]) > 1


def _plain(words: Sequence[str]) -> list[str]:
    found = [
        _CONTRACTED.get(word, word)
        for word, after in zip(words, [*words[1:], ""], strict=True)
        if not (word in _FILLERS or _GROUP.fullmatch(word))
        and not (word in _PARTS and _PART.fullmatch(after))
    ] or list(words)
    if len(found) > 3 and _LONDON & set(found[2:]):
        found = [w for w in found if w not in _LONDON]
    for country, short in _COUNTRIES:
        width = len(country)
        for at in range(len(found) - width, 0, -1):
            if tuple(found[at : at + width]) == country:
                found[at : at + width] = [short]
    return found


def _alike(one: Sequence[str], other: Sequence[str], *, strict: bool) -> bool:
    marks = [words[0] in PUBLISHERS for words in (one, other) if words]
    if len(marks) == 2 and marks[0] != marks[1]:
        one, other = ([w for w in words if w not in SOCIETIES] for words in (one, other))
    if len(one) != len(other) and "".join(one) == "".join(other):
        return True
    one, other = _without_proceedings(one, other)
    width = min(len(one), len(other))
    if not width or (len(one) != len(other) and (strict or not _tells(one, other))):
        return False
    if len(one) == len(other) == 1 and 0 < abs(len(one[0]) - len(other[0])) < _LEAST:
        return False  # Gene is not short for Genes
    if width > _LEAST and len(one[-1]) == 1 and one[-1] == other[-1]:
        # Both name the same section of a journal, and one leaves out words before it.
        one, other = one[: width - 1], other[: width - 1]
    if len(one) == len(other) > _LEAST and _is_turned(one, other):
        return True
    if names_another(max(one, other, key=len)[width:]):
        return False
    *pairs, last = zip(one, other, strict=False)
    if pairs and _is_section(one, other, width) and last[0] != last[1]:
        return False
    return all(is_word(a, b) for a, b in (*pairs, last))


def _is_turned(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether the institute is before the title: Inst. Hautes Études Sci. Publ. Math.

    >>> _is_turned(["publ", "math", "inst", "sci"], ["inst", "sci", "publ", "math"])
    True
    >>> _is_turned(["j", "moss"], ["j", "sand"])
    False
    """
    return any(
        all(map(is_word, one, [*other[at:], *other[:at]])) for at in range(2, len(other) - 1)
    )


def _is_section(one: Sequence[str], other: Sequence[str], width: int) -> bool:
    """Return whether a name ends with the letter of a section: J. Phys. C.

    J and Z say "journal", Q says "quarterly".

    >>> _is_section(["physica", "d"], ["phys", "d"], 2)
    True
    >>> _is_section(["journal", "sand"], ["j", "sand"], 2)
    False
    """
    return any(
        len(words) == width and len(words[-1]) == 1 and words[-1] not in "jqz"
        for words in (one, other)
    )


def names_another(rest: Sequence[str]) -> bool:
    """Return whether what follows a journal's name makes it another's, such as "Letters".

    >>> names_another(["lett"]), names_another(["am"])
    (True, False)
    """
    return bool(rest) and rest[0] in _OTHERS


def _without_proceedings(
    one: Sequence[str], other: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    """Return two names of a meeting without the "Proc." with which only one of them begins."""
    begun = [words[0] in ("proc", "proceedings") if words else False for words in (one, other)]
    if begun[0] == begun[1] or not all(_MEETINGS & set(words) for words in (one, other)):
        return one, other
    return (one[1:], other) if begun[0] else (one, other[1:])


_MEETINGS: Final = (CONFERENCE_WORDS - {"proceedings", "proc"}) | {"int", "international"}


def _tells(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether the shorter name is specific enough to be the beginning of the longer one.

    Many a name begins with "IEEE Transactions on Comput."

    >>> _tells(["physical", "review", "d"], ["plos", "one"]), _tells(["aj"], ["astron", "j"])
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and len(long) == len(short) + 1 and _PART_LETTER.fullmatch(long[-1]):
        return True  # Phys. Lett., and Physics Letters B
    return len(short) >= _LEAST and len([w for w in short if w not in _KINDS_OF]) > 1


def is_word(one: str, other: str) -> bool:
    """Return whether one of two words is short for the other, or spells it another way.

    >>> is_word("phys", "physics"), is_word("i", "ii")
    (True, False)
    """
    if one == other:
        return True
    if _ROMAN.fullmatch(one) and _ROMAN.fullmatch(other):
        return False  # part I is not short for part II
    return (
        is_short_for(one, other)
        or is_short_for(other, one)
        or plain_umlauts(one) == plain_umlauts(other)
    )


def is_short_for(short: str, long: str) -> bool:
    """Return whether a word is cut at its end or contracted, as ISO 4 does.

    >>> is_short_for("natl", "national"), is_short_for("phys", "physical")
    (True, True)
    """
    if long in PUBLISHERS:
        return False  # IEE is not short for IEEE
    if len(short) < len(long) and long.startswith(short):
        return True
    rest = iter(long)
    # A contraction keeps the first and the last letter, such as "natl", or consonants: "jpn".
    ends = short[-1:] in long[-2:] or not has_vowel(short)
    return (
        (len(short) > 2 or f"{long[:1]}{long[-1:]}" == short)
        and short[0] == long[:1]
        and ends
        and all(letter in rest for letter in short)
    )
