"""The words of reference lists for a volume, an issue, pages and a thesis."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["OF_ISSUE", "OF_PAGES", "OF_PART", "OF_VOLUME", "WORDS", "Word"]


class Word(NamedTuple):
    """What a number is the number of: a pattern for the word before it, and an example.

    >>> [word.example for word in WORDS if word.part == "page"][:3]
    ['pp. 4', 'pg. 4', 's. 4']
    """

    part: str
    pattern: str
    example: str


# Of Western and Central Europe, of the North, and in Cyrillic and Greek letters.
WORDS: Final = (
    Word("volume", r"vol(?:ume|\.)?", "vol. 4"),
    Word("volume", r"bd\.?", "Bd. 4"),
    Word("volume", r"band", "Band 4"),
    Word("volume", r"bind", "bind 4"),
    Word("volume", r"jg\.?", "Jg. 4"),
    Word("volume", r"jahrgang", "Jahrgang 4"),
    Word("volume", r"v\.", "v. 4"),
    Word("volume", r"t\.", "t. 4"),
    Word("volume", r"tome", "tome 4"),
    Word("volume", r"tomo", "tomo 4"),
    Word("volume", r"roč\.", "roč. 4"),
    Word("volume", r"r\.", "R. 4"),
    Word("volume", r"årg\.?", "årg. 4"),
    Word("volume", r"т\.", "Т. 4"),
    Word("volume", r"том", "том 4"),
    Word("issue", r"no\.?", "no. 4"),
    Word("issue", r"number", "number 4"),
    Word("issue", r"nr\.?", "Nr. 4"),
    Word("issue", r"num\.", "num. 4"),
    Word("issue", r"núm\.", "núm. 4"),
    Word("issue", r"issue", "issue 4"),
    Word("issue", r"iss\.?", "iss. 4"),
    Word("issue", r"n\.?[°º]", "n° 4"),
    Word("issue", r"n\.", "n. 4"),
    Word("issue", r"h\.", "H. 4"),
    Word("issue", r"hft\.?", "Hft. 4"),
    Word("issue", r"heft", "Heft 4"),
    Word("issue", r"fasc\.", "fasc. 4"),
    Word("issue", r"č\.", "č. 4"),
    Word("issue", r"z\.", "z. 4"),
    Word("issue", r"br\.", "br. 4"),
    Word("issue", r"št\.", "št. 4"),
    Word("issue", r"№", "№ 4"),
    Word("issue", r"вып\.", "вып. 4"),
    Word("issue", r"вип\.", "вип. 4"),
    Word("page", r"pp?\.?", "pp. 4"),
    Word("page", r"pgs?\.?", "pg. 4"),
    Word("page", r"ss?\.?", "s. 4"),
    Word("page", r"pages?", "pages 4"),
    Word("page", r"págs?\.?", "pág. 4"),
    Word("page", r"seiten?", "Seite 4"),
    Word("page", r"str\.?", "str. 4"),
    Word("page", r"sid\.?", "sid. 4"),
    Word("page", r"σσ?\.?", "σ. 4"),
    Word("page", r"с\.?", "С. 4"),
    Word("page", r"стор\.?", "стор. 4"),
)


def _of(*parts: str) -> str:
    return "|".join(word.pattern for word in WORDS if word.part in parts)


# Alternatives, to be put in a group of a pattern that ignores case.
OF_VOLUME: Final = _of("volume")
OF_ISSUE: Final = _of("issue")
OF_PAGES: Final = _of("page")
OF_PART: Final = _of("volume", "issue", "page")
# The kinds of theses, as they are named behind a title.
OF_THESIS: Final = (
    r"(?:unpublished |these de |thèse de )?(?:ph\.? ?d\.?|doctoral|doctorate"
    r"|master|thesis|dissertation"
    r"|diplomarbeit|masterarbeit|bachelorarbeit|habilitation|proefschrift|avhandling|väitöskirja"
    r"|tesi (?:di|magistrale)|tesis (?:doctoral|de)|tese\b|dissertação|thèse\b|mémoire de"
    r"|praca (?:magisterska|doktorska|dyplomowa|inżynierska)"
    r"|(?:diplomov|bakalářsk|disertačn|bakalársk|dizertačn|diplomsk|magistrsk)\w+ (?:prá|rad|del)"
    r"|(?:doktora|yüksek lisans) tezi|(?:doktori|phd) (?:értekezés|disszertáció)|teză de doctorat"
    r"|дисс?\.|диссертаци|дисертаці|автореф|διδακτορική|διπλωματική|석사학위|박사학위|diss\b)"
)
