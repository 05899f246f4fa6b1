"""The words of a title, without markup, mathematics and differences of script."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote

from refcore.text.markup import without_tags
from refcore.text.patterns import regex
from refcore.text.translations import translation

__all__ = ["GREEK", "ROOT", "has_formula", "plain_title", "title_words", "words_of_formulas"]

# The word for the sign of a root in the words of a title.
ROOT: Final = "radicalsign"
_ANNOTATION: Final = regex(r"<((?:mml:)?annotation(?:-xml)?)\b.{0,2000}?</\1>", re.DOTALL)
_COMMAND: Final = regex(r"\\([a-zA-Z]+)(\s*)(\{[^{}\s\\]|)|\\(.)")
_AND: Final = regex(r"(?<=[\s~])&(?=[\s~])")
_PLUSES: Final = regex(r"(?<=[\w}])\+\+")
# An ion: "Ca++" is "Ca2+".
_IONS: Final = regex(r"(?<![A-Za-z])(Ba|Ca|Cd|Co|Cu|Fe|Hg|Mg|Mn|Ni|Pb|Sr|Zn)\+\+")
# An isotope: "Ge-76" is "76Ge".
_ISOTOPE: Final = regex(
    r"\b(A[cglmrstu]|B[aeir]?|C[adeflmorsu]?|D[by]|E[rsu]|F[emr]?|G[ade]|H[efgo]?|I[nr]?|Kr?|L[airu]"
    r"|M[gno]|N[abdeip]?|O|P[abdmortu]?|R[abehnu]|S[bceimnr]?|T[abcehilm]|U|V|W|Xe|Yb?|Z[nr])"
    r"-([0-9]{1,3})\b(?!-)"
)
_DOLLARS: Final = regex(r"\bUS\s?\$(?=\s?[0-9])")
_DEGREES: Final = regex(r"º(?=\s?[cf]\b)")
_UNEQUAL: Final = regex(r"\s!=\s")
# Energy, mass and momentum in one unit, where the speed of light is 1: "5 GeV/c²" is "5 GeV".
_PER_LIGHT: Final = regex(r"(?<=[kMGT]eV)[/}$ ]{1,4}c(?:[\^{$ ]{0,4}2[}$]{0,2}|²|(?![A-Za-z0-9]))")
_WITH: Final = regex(r"\bw/(?=\s)")
_WITHOUT: Final = regex(r"\bw/o(?:ut)?(?=\s)")
_WORD: Final = regex(r"[^\W_]+")
_ACCENTS: Final = regex("(?<=[a-z])[\u0300-\u036f]+")
_INSIDE_WORDS: Final = "{}'’`"
# Signs of trade, and those for hamza, ayn and a soft sign, which libraries put among letters.
_BESIDE_LETTERS: Final = "®™©ʾʿʼʻʹʺˈ"
# What ends a word among the ASCII signs, and what does not, for `str.translate`, which is
# quicker than a pattern.
_ASCII_SIGNS: Final = translation(
    {
        sign: None if sign in _INSIDE_WORDS else " "
        for sign in map(chr, range(128))
        if not sign.isalnum()
    }
)
# One letter or two are a formula's; more are a Greek word.
_LONE_GREEK: Final = regex("(?<![α-ω])[α-ω]{1,2}(?![α-ω])")
_LONGEST: Final = 5000
# An upper index and the lower one after it, which plain text writes the other way round.
_UPPER_FIRST: Final = regex(r"\^(\{[^{}]{0,40}\}|[^\s{}$\\])\s?_(\{[^{}]{0,40}\}|[^\s{}$\\])")
# The same in plain text: B0s is Bs0.
_LOWER_AFTER: Final = regex(r"(?<![A-Za-z0-9])([A-Z])([0-9])([a-z])(?![A-Za-z0-9])")
# What a formula has as a sign, and how plain text says it, which TeX's reading leaves out.
_SAID: Final = (
    (
        regex(r"\\(?:bar|overline)\b|[\u0304\u0305]"),
        regex(r"(?<=[A-Za-z])(?<!\\)-?bar\b|\banti-?(?=[A-Z])"),
    ),
    (regex(r"\\(?:to|rightarrow|longrightarrow)\b|[→⟶]"), regex(r"(?<!\\)\bto\b|-+>")),
)

# A root, which plain text says in words. That of s, the energy of collisions, is often lost.
_ROOT: Final = regex(r"\\sqrt(?![a-z])|√|(?<!\\)\bsqrt(?![a-z])")
_SAID_ROOT: Final = regex(r"(?<!\\)\b(?:sqrt|(?:square )?root(?: of)?)(?![a-z])")
_ROOT_OF_S: Final = regex(rf"(?:{_ROOT.pattern}|{_SAID_ROOT.pattern})(?=[\s{{(\[$\\]*s(?![a-z]))")

_OF_FORMULAS: Final = regex("[=\\\\^√→⟶\u0304\u0305]")

# Letters that Unicode does not decompose into a plain letter and a mark.
_LETTERS: Final = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ð": "d",
        "þ": "th",
        "∞": "infty",
        "∂": "d",
    }
)
_GREEK: Final = dict(
    zip(
        "αβγδεζηθικλμνξοπρςστυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
        "sigma sigma tau upsilon phi chi psi omega".split(),
        strict=True,
    )
)
GREEK: Final = frozenset(_GREEK.values())
_ANY_LETTER: Final = regex("[øłđæœıðþ∞∂]")
_ANY_GREEK: Final = regex("[α-ω]")
# What a command of TeX prints; a command that is missing here prints nothing itself.
_COMMANDS: Final = {
    **{name: name for name in _GREEK.values()},
    **{name.capitalize(): name for name in _GREEK.values()},
    **{f"{form}{name}": name for form in ("text", "up") for name in _GREEK.values()},
    **{f"var{name}": name for name in ("epsilon", "theta", "pi", "rho", "sigma", "phi")},
    **{name: name for name in "log exp min max sup inf lim sin cos tan infty i j".split()},
    **{name: name.lower() for name in "o O l L ae AE oe OE ss".split()},
    "LaTeX": "latex",
    "TeX": "tex",
    "BibTeX": "bibtex",
    "ne": " is not equal to ",
    "neq": " is not equal to ",
    "times": " x ",
    "ell": "l",
    "partial": "d",
    "sqrt": f" {ROOT} ",
    "surd": f" {ROOT} ",
    "aa": "a",
    "AA": "a",
    "dh": "d",
    "th": "th",
    "textmu": "mu",
    "textonehalf": " 1 2",
    "MF": "metafont",
    "MP": "metapost",
}


def title_words(title: str) -> list[str]:
    """Return the words by which titles are compared.

    The words have no case, accents, markup, braces, punctuation or TeX commands. A Greek
    letter becomes its name.

    >>> title_words("{MiniMax-M1}: <i>Hölder</i> Spaces")
    ['minimax', 'm1', 'holder', 'spaces']
    >>> title_words(r"An $\\alpha$-divergence &amp;amp; more")
    ['an', 'alpha', 'divergence', 'and', 'more']
    >>> title_words("Seeds of <i>Zea mays</i> L.")
    ['seeds', 'of', 'zea', 'mays']
    """
    text = title[:_LONGEST]
    if "%20" in text:
        text = unquote(text)
    if "&" in text or "<" in text:
        text = plain_title(text)
    if text.endswith((" L", " L\n")):
        text = f"{text.rstrip()}."
    for sign, pattern, said in _READINGS:
        if sign in text:
            text = pattern.sub(said, text)
    if "-" in text and _NUMBERED.search(text):
        text = _ISOTOPE.sub(r"\2\1", text)
    text = text.casefold()
    if not text.isascii():
        text = _folded(text)
    if text.isascii():
        return text.translate(_ASCII_SIGNS).split()
    for sign in _INSIDE_WORDS + _BESIDE_LETTERS:
        text = text.replace(sign, "")
    return _WORD.findall(text)


# A formula in TeX with the same formula in plain text after it, as Springer deposits them.
_DISPLAYED: Final = regex(r"\$\$([^$]{1,300})\$\$([^$]{0,200})")
_OF_INDEX: Final = regex(r"\\(?:index|label|phantom|vspace|hspace)\*?\s?\{[^{}]{0,200}\}")
_LONGEST_SAID: Final = 60


def _said_once(match: re.Match[str]) -> str:
    r"""Return a formula without its repetition.

    >>> _DISPLAYED.sub(_said_once, "On $$\\mathbb {Z}_p$$ Z p extensions")
    'On  \\mathbb {Z}_p  extensions'
    """
    formula, after = match.groups()
    wanted = "".join(word for word in title_words(f"{formula} ") if word != ROOT)
    for end in range(1, min(len(after), _LONGEST_SAID) + 1):
        is_whole = not after[end : end + 1].isalnum()
        if is_whole and "".join(title_words(after[:end])) == wanted:
            after = after[end:]
            break
    return f" {formula} {after}"


# The letter whose value a number is: "ν=5/2".
_EQUALS: Final = regex(r"\$?\\?[^\W\d_]{1,10}\s?=\s?(?=[0-9])")


def has_formula(title: str) -> bool:
    r"""Return whether a title has a sign that only `words_of_formulas` reads as a formula.

    >>> has_formula(r"$t\\bar{t}$"), has_formula("Boats")
    (True, False)
    """
    return _OF_FORMULAS.search(title) is not None


def words_of_formulas(title: str, other: str) -> list[str]:
    r"""Return the words of a title as they are where a formula of either is plain text.

    Without a root, a bar and an arrow that one of the two titles has as a sign, the lower
    index before the upper one.

    >>> words_of_formulas("ttbar at sqrt(s)", r"$t\bar{t}$ at $\sqrt{s}$")
    ['tt', 'at', 's']
    >>> words_of_formulas("$B^0_s$", "Bs0")
    ['b', 's', '0']
    """
    text = _UPPER_FIRST.sub(r"_\2^\1", title[:_LONGEST])
    both = text + other[:_LONGEST]
    if _ROOT.search(both):
        text = _SAID_ROOT.sub(" √", _ROOT_OF_S.sub(" ", text))
    for sign, said in _SAID:
        if sign.search(both):
            text = said.sub(" ", text)
    if ("=" in title) is not ("=" in other):
        text = _EQUALS.sub("", text)
    return title_words(_LOWER_AFTER.sub(r"\1\3\2", text))


# MathJax's command for a character, which dblp has for some: \unicode{8203}, \unicode{x3b1}.
_UNICODE: Final = regex(r"\\unicode\{\s{0,3}(x?[0-9A-Fa-f]{1,7})\s{0,3}\}")


def plain_title(title: str) -> str:
    """Return a title without tags and entities, however often they were escaped.

    >>> plain_title("Tom &amp;amp; &lt;i&gt;Jerry&lt;/i&gt;")
    'Tom & Jerry'
    """
    text = _UNICODE.sub(r"&#\1;", title) if r"\unicode{" in title else title
    for _ in range(4):
        less = html.unescape(text) if "&" in text else text
        less = without_tags(_ANNOTATION.sub("", less)) if "<" in less else less
        if less == text:
            break
        text = less
        if "&" not in text and "<" not in text:
            break
    return text


def _written(match: re.Match[str]) -> str:
    name, _, argument, sign = match.groups()
    if name is None:
        return "&" if sign == "&" else ""
    said = _COMMANDS.get(name) or (_COMMANDS.get(name.lower(), "") if name.isupper() else "")
    if said or argument or len(name) < _LEAST_OF_LOGO:
        return said + argument
    return f" {name} " if _LOGO.match(name) and name.lower() not in _SILENT else " "


# A command of the writer's own without an argument prints what it is called: \METAFONT, \OpTeX.
_LOGO: Final = regex(r"[A-Z][A-Za-z]*\Z")
_LEAST_OF_LOGO: Final = 3
# Commands that print no word, though they begin with a capital letter.
_SILENT: Final = frozenset(
    "big bigg dash emdash endash huge large left right down up leftarrow longrightarrow "
    "longleftarrow rightarrow uparrow downarrow boldmath".split()
)


# Who named a plant or an animal: "Zea mays L.", which few titles say twice.
_NAMED_BY: Final = regex(
    r"((?!An? |In |On |The )[A-Z][a-z]+ "
    r"[a-z]{2,18}(?:a|ale|are|ax|ense|es|ii?|ile|is|ix|ns|or|um|us|ys))"
    r"\s\(?L(?:\.\)?|$)(?=\W|$)"
)
# How signs are read: a sign without which the pattern finds nothing, the pattern, what it says.
_READINGS: Final[tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    ("$$", _DISPLAYED, _said_once),
    ("\\", _OF_INDEX, ""),
    ("\\", _COMMAND, _written),
    ("&", _AND, "and"),
    ("+", _IONS, r"\g<1>2+"),
    ("+", _PLUSES, " plusplus"),
    ("eV", _PER_LIGHT, ""),
    ("w/", _WITH, "with"),
    ("w/", _WITHOUT, "without"),
    ("$", _DOLLARS, "$"),
    ("!=", _UNEQUAL, " is not equal to "),
    (" L.", _NAMED_BY, r"\1"),
    ("(L.)", _NAMED_BY, r"\1"),
)
# Without which no isotope is there; many titles have a hyphen.
_NUMBERED: Final = regex(r"-[0-9]")
# Signs outside ASCII that say words, or nothing.
_SIGNS_SAID: Final = (
    ("＆", " and "),
    ("™", ""),
    ("×", " x "),
    ("√", f" {ROOT} "),
    ("≠", " is not equal to "),
)


def _spelled_out(match: re.Match[str]) -> str:
    return f" {' '.join(_GREEK.get(letter, '') for letter in match[0])} "


def _folded(text: str) -> str:
    for sign, said in _SIGNS_SAID:
        text = text.replace(sign, said)
    if "º" in text:
        text = _DEGREES.sub("°", text)
    # Most texts have neither these letters nor Greek, and a look is quicker than replacing.
    if _ANY_LETTER.search(text):
        text = text.translate(_LETTERS)
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    if _ANY_GREEK.search(plain):
        plain = _LONE_GREEK.sub(_spelled_out, plain)
    return plain.casefold() if plain.isascii() else unicodedata.normalize("NFC", plain).casefold()
