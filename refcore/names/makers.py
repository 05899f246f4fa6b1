"""Who edited, translated or compiled a work: the words that say so, in many languages.

The words follow names ("Holt, M. (Hrsg.)"), or are between a title and the names (", hg. von
Maren Holt"). Every reader of names takes them from here: to teach refcore a word, add it to a
row; the tests read each row's example.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

__all__ = [
    "EDITORS",
    "HAN_EDITORS",
    "MADE_BY",
    "MAKERS_IN_BRACKETS",
    "MAKERS_IN_LIST",
    "MAKER_PHRASES",
    "MAKER_WORDS",
    "MakerWords",
]


class MakerWords(NamedTuple):
    """The words of one language that follow the names of makers ("_" is a space).

    The words in `short` end in a full stop; those in `words` may have one.
    """

    role: Literal["editor", "translator"]
    language: str
    short: str
    words: str
    example: str


_IN_HAN: Final = "編 編著 共編 監修 主編 主编 编 编著"
HAN_EDITORS: Final = frozenset(_IN_HAN.split())

# Who compiled a work counts as its editor.
MAKER_WORDS: Final = (
    MakerWords(
        "editor", "English", "comp comps", "ed eds editor editors compiler compilers", "(eds.)"
    ),
    MakerWords(
        "editor",
        "German",
        "hg hgg",
        "hrsg hrsgg herausgeber herausgeberin herausgeberinnen",
        "(Hrsg.)",
    ),
    MakerWords("editor", "French", "dir dirs coord sous_la_dir éd éds", "", "(dir.)"),
    MakerWords(
        "editor", "Spanish", "coord coords comp comps ed_lit eds_lit", "coordinadores", "(coords.)"
    ),
    MakerWords("editor", "Portuguese", "org orgs coord coords", "organizadores", "(orgs.)"),
    MakerWords("editor", "Italian", "cur", "a_cura_di curatori", "(cur.)"),
    MakerWords(
        "editor",
        "Swedish, Danish, Norwegian",
        "red reda utg",
        "redaktör redaktörer redaktør redaktører",
        "(red.)",
    ),
    MakerWords("editor", "Dutch", "red reds", "", "(reds.)"),
    MakerWords("editor", "Finnish", "toim", "", "(toim.)"),
    MakerWords("editor", "Polish", "red oprac", "", "(oprac.)"),
    MakerWords("editor", "Czech, Slovak", "red zost", "ed eds", "(zost.)"),
    MakerWords("editor", "Hungarian", "szerk", "", "(szerk.)"),
    MakerWords("editor", "Turkish", "der haz", "ed", "(haz.)"),
    MakerWords("editor", "Romanian, Catalan", "coord", "ed", "(coord.)"),
    MakerWords(
        "editor", "Russian, Ukrainian", "ред под_ред сост за_ред упоряд", "редакторы", "(ред.)"
    ),
    MakerWords("editor", "Greek", "επιμ", "", "(επιμ.)"),
    MakerWords("editor", "Japanese, Chinese", "", _IN_HAN, "(編)"),
    MakerWords("translator", "English", "trans transl", "translator translators", "(trans.)"),
)


def _pattern(forms: dict[str, str]) -> str:
    """Return the pattern of any of some forms, the longest word first."""
    longest = sorted(forms, key=lambda word: (-len(word), word))
    return "|".join(forms[word].replace("_", " ") for word in longest)


def _words(column: Literal["short", "words"], *roles: str) -> list[str]:
    """Return the words in a column of the rows of some roles."""
    return [
        word for row in MAKER_WORDS if row.role in roles for word in getattr(row, column).split()
    ]


def _after_names(word: str) -> str:
    """Return the pattern of a word after names, where a title may begin instead.

    "Aho, A. Compilers: Principles": a word that is spelt out with a capital needs a sign after it.

    >>> import re
    >>> said = re.compile(_after_names("editor"), re.IGNORECASE)
    >>> [bool(said.match(text)) for text in ("editor of", "Editor.", "Editor wars")]
    [True, True, False]
    """
    is_spelt_out = len(word) > _LONGEST_SHORT and "_" not in word
    if not is_spelt_out:
        return rf"{word}\b\.?"
    return rf"(?:(?-i:{word})\b|{word}(?=[.,;)\]]| [(\[]?[12]\d{{3}}|\Z))\.?"


_LONGEST_SHORT: Final = 5  # "hrsgg"
# The patterns are to be read in any case.
EDITORS: Final = _pattern(
    {word: rf"{word}\." for word in _words("short", "editor")}
    | {word: _after_names(word) for word in _words("words", "editor")}
)
_SHORT: Final = _words("short", "editor", "translator")
_SPELT_OUT: Final = _words("words", "editor", "translator")
MAKERS_IN_BRACKETS: Final = _pattern({word: rf"{word}\.?" for word in (*_SHORT, *_SPELT_OUT)})
# Between names, "Ed" is a given name and "HG" are initials: what is that short counts in lower
# case and with its full stop.
MAKERS_IN_LIST: Final = _pattern(
    {word: rf"{word}\." if len(word) > 3 else rf"(?-i:{word}\.)" for word in _SHORT}
    | {
        word: rf"{word}\b\.?" if len(word) > 2 or word in HAN_EDITORS else rf"(?-i:{word}\.)"
        for word in _SPELT_OUT
    }
)

# Whole phrases between a title and the names, by language.
MAKER_PHRASES: Final = {
    "English": r"(?:introduced|illustrated) by (?-i:[A-Z])"
    r"|(?:edited|translated|compiled|foreword|preface|intro\.|ed\."
    r"|trans\.|transl\.|with (?:an|a) (?:introduction|foreword|preface|afterword)) by"
    r"|translated from (?:the )?\w+ by"
    r"|trans(?:l|lated)?\. (?-i:[A-Z])"
    r"|trans(?:l?\.)? and ed(?:\.|ited) by|ed(?:\.|ited) and trans(?:l?\.|lated) by",
    "German": r"(?:(?:neu )?hg\.|hrsg\.|herausgegeben|ed\.|übers\.|übersetzt|übertragen|bearb\."
    r"|bearbeitet|eingeleitet|aus dem \w+) (?:u\. \w+\. |und \w+ )?(?:von|v\.|vom)",
    "French": r"(?:édité|éd\.|dirigé|traduit|trad\.|préfacé|établie?|présenté)"
    r"(?: de l[’']\w+| du \w+)?(?: et \w+)? par"
    r"|sous la (?:direction|dir\.) de|préface de|trad\. (?:fr\.|de|(?-i:[A-Z]))",
    "Spanish": r"(?:edición|ed\.|traducción|trad\.|prólogo|introducción|compilación|selección)"
    r"(?: y \w+)?(?: del \w+)? (?:de|por)|editado por|traducido por|coordinado por",
    "Portuguese": r"(?:organizaç[aã]o|org\.|tradução|prefácio|edição)(?: e \w+)? (?:de|por)"
    r"|organizado por|traduzido por|tradução:?(?= [A-ZÁÉ])",
    "Italian": r"a cura di|trad\. it\.|traduzione (?:di|it\.)|prefazione di|introduzione di",
    "Dutch": r"(?:vertaald|vert\.|bezorgd|uitg\.) door",
    "Swedish, Danish, Norwegian": r"(?:redigerad|översatt|övers\.|utgiven|utg\.|oversat|overs\."
    r"|udgivet|oversatt) (?:av|af)",
    "Polish": r"(?:pod )?red(?:\.|akcją) (?-i:[A-ZŁŚŻ])|przeł\.|tłum\.|oprac\.|wstęp(?:em)? ",
    "Czech, Slovak": r"(?:přel\.|přeložil[ai]?|prel\.|uspořádal[ai]?) ",
    "Russian, Ukrainian": r"(?:под|за) (?:общ\. |науч\. |заг\. )?ред(?:\.|акцией)"
    r"|пер\. с |перевод с ",
    "Hungarian": r"ford\. |szerk\. ",
    "Turkish": r"çev\. |çeviren |yay\. haz\. ",
}
MADE_BY: Final = "|".join(MAKER_PHRASES.values())
