"""Cuts a text at everything that is no part of a name; says what each piece holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from refcore.names.cells import Held, held_by, is_role
from refcore.names.customs import (
    ANDS,
    is_degree,
    is_particle,
    is_title,
    suffix_of,
    without_titles,
)
from refcore.names.givennames import is_given
from refcore.names.groups import is_abbreviated
from refcore.names.shape import is_initials
from refcore.names.titlewords import is_title_word
from refcore.text.idforms import DOI_PREFIX
from refcore.text.months import MONTH_START
from refcore.text.patterns import regex

__all__ = ["ASIDES", "BRACKETS", "MARK_LETTERS", "Piece", "holds_button", "is_of_page", "pieces_of"]

# Strings with letters that are not words: addresses, identifiers, handles, dates, tags, pronouns.
_NO_WORDS: Final = regex(
    r"<?[\w.+-]{1,64}@[\w.-]{1,90}>?|https?:\S{1,500}(?<![,;.)])|\bwww\.\S{1,300}|~\w{1,60}"
    rf"|\b{DOI_PREFIX}/\S{{1,200}}"
    r"|\b\d{1,4}(?:[:/.,-]\d{1,4}){1,4}(?:[ ]?[AaPp][Mm]\b)?|&\w{2,8};"
    r"|</?[a-z][^<>]{0,300}>|ORCID(?:[ ]?(?:Icon|iD))?|:[a-z_]{2,20}:"
    r"|\(\s?(?:s?he|they|elle|il|ella?|er|sie)\s?/\s?\w{2,5}(?:\s?/\s?\w{2,6})?\s?\)"
)
_NOTHING: Final = "\ue000"
_LINK: Final = regex(r"\[([^\[\]\n]{1,90})\]\([^()\s]{0,300}\)")
_GLUED_INITIAL: Final = regex(r"(?<=\b[A-Z]\.)(?=[A-Z][a-z])")
_EMPHASIS: Final = regex(r"\*\*|__|`|\\(?=[*_#])")
_TOKEN: Final = regex(
    r"[^\W\d_](?:[^\W\d_]|['’‘`´‐-](?=[^\W\d_])|\.(?=[^\W\d_-])|\.-(?=[^\W\d_]))*\.?"
)
_SPACE: Final = regex(r"[ \u00a0\u2009\u202f]")
_WIDE: Final = regex(r"\S[ \u00a0]{2,}\S")
_NARROW: Final = regex(r"\S[ \u00a0]\S")
_LISTED: Final = regex(r"[\s,;&·•|]*")
_LIST_MARKS: Final = ",;&·•|"
_DIGITS: Final = regex(r"\d+")
_LABELLED: Final = regex(r"0?[:=]\W*")
_SURE_ANDS: Final = frozenset("and und och og et".split())
# Words that begin a phrase, and never a name.
_OPENING: Final = frozenset(
    "By From Von Par Por Sure Yes Great Hi Hello Hey Best Kind Warm Please Ok Okay And Also "
    "Note Notes The This These We Here View Show Check See Search Find Read "
    "Open Author Authors Author's".split()
)
# Words that a page puts right after a name, without a mark between them.
_CLOSING: Final = frozenset(
    "Author Authors Author's View Show Search Check Profile Info All Article Abstract "
    "Affiliation Affiliations Correspondence Corresponding Email E-mail Follow PDF HTML XML "
    "EPUB DOI URL".split()
)
# Words of a page around a list: the volume, the date, the buttons.
_FURNITURE: Final = frozenset(
    "Vol Volume Issue No Nr Page Pages Pp Published Publication Received Accepted Revised Online "
    "Citation Citations Cited Downloads Views Accesses Metrics Cite Share Save Export Download "
    "Updates Access Open Free License Copyright Date Written Submitted Posted Last Modified First "
    "Keywords Abstract Comments Subjects Subject Title Name Names Order Regards Wishes Status "
    "Draft Deadline Due Priority".split()
)
_OF_PAGES: Final = _CLOSING | _OPENING | _FURNITURE
_MONTH: Final = regex(rf"(?:{MONTH_START})[a-z]*", re.IGNORECASE)
_BUTTONS: Final = frozenset("Affiliation Affiliations Authors Correspondence Info".split())
MARK_LETTERS: Final = frozenset("abcdefgh")
# Signs before something that is beside a name, such as its affiliation.
ASIDES: Final = ("(", "[", "-", "–", "—", ",", "|", "<", "@", _NOTHING)
BRACKETS: Final = ("(", "[", "{")
_MOST_WORDS: Final = 6


class Piece(NamedTuple):
    """Words between two marks, what is before and after them, and what they hold.

    `before` and `after` are a sign each: "," in a list, "^" and "$" at the ends of a line, "&"
    for *and*, ":" after the label of a role, "0" for a number or the letter of an affiliation,
    or a word of running text.
    """

    text: str
    before: str
    after: str
    held: Held
    is_whole: bool
    line: int = 0

    @property
    def is_sure(self) -> bool:
        """Whether this is a whole name without doubt."""
        return self.is_whole and self.held is Held.NAME

    @property
    def may_be(self) -> bool:
        """Whether this may be a whole name."""
        return self.is_whole and self.held in (Held.NAME, Held.UNKNOWN)


def pieces_of(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text.

    >>> [piece.text for piece in pieces_of("1. Bo Fei (MIT), see Al Go <al@go.no>")]
    ['Bo Fei', 'MIT', 'Al Go']
    >>> [(piece.before, piece.after) for piece in pieces_of("by Bo Fei¹, Al Go")]
    [('by', '0'), (',', '$')]
    """
    # "¹" and "①" are marks, and no letters.
    text = "".join(x if x.isascii() or x.isalpha() or not x.isalnum() else "0" for x in text)
    text = _EMPHASIS.sub("", _LINK.sub(r"\1", text))
    text = _GLUED_INITIAL.sub(" ", text)
    text = _NO_WORDS.sub(lambda found: f" {_NOTHING} " + "\n" * found[0].count("\n"), text)
    is_wide = len(_WIDE.findall(text)) > len(_NARROW.findall(text))
    tokens = list(_TOKEN.finditer(text))
    words: list[str] = []
    before, end, label, line = "^", 0, "", 0
    for place, found in enumerate(tokens):
        gap, word = text[end : found.start()], found[0]
        if not (_SPACE.fullmatch(gap) or (is_wide and gap.isspace() and "\n" not in gap)):
            yield from _piece(words, before, _sign_after(gap), line)
            line += gap.count("\n")
            before, words = _sign_before(gap, "" if words else before, label), []
        end, label = found.end(), word
        following = tokens[place + 1][0] if place + 1 < len(tokens) else ""
        if _divides(word, words, following):
            yield from _piece(words, before, _sign_of(word), line)
            before, words = _sign_of(word), []
        elif word.endswith(".") and not _is_short(word):
            yield from _piece([*words, word[:-1]], before, ".", line)
            before, words = ".", []
        else:
            words.append(word)
    yield from _piece(words, before, _sign_after(text[end:] + "\n"), line)


def _sign_of(word: str) -> str:
    """Return the sign of a word between names.

    >>> _sign_of("und"), _sign_of("a"), _sign_of("By")
    ('&', '0', 'by')
    """
    low = word.casefold()
    return "0" if word in MARK_LETTERS else "&" if low in ANDS else low


def _divides(word: str, words: Sequence[str], following: str) -> bool:
    """Return whether a word is not part of a name: "and", "from", "View" after a name.

    >>> _divides("from", [], "Bo"), _divides("van", ["Bo"], "Dam"), _divides("y", ["A", "B"], "C")
    (True, False, True)
    """
    if (not words and word in _OPENING) or (len(words) > 1 and word in _CLOSING):
        return True
    if word.isupper() and word.casefold() in _SURE_ANDS and following[:2].isupper():
        return True
    if not word.islower() or "'" in word or "’" in word:
        return False
    if word in ANDS:
        return word in _SURE_ANDS or len(words) > 1
    return not is_particle(word) or not following[:1].isupper()


def _is_short(word: str) -> bool:
    """Return whether a stop belongs to a word: "J.", "Jr.", "Prof.", "Univ.".

    >>> _is_short("Jr."), _is_short("Univ."), _is_short("moss.")
    (True, True, False)
    """
    bare = word[:-1]
    if len(bare) < 3 or "." in bare or is_title(word):
        return True
    return bool(suffix_of(bare)) or is_degree(word) or is_abbreviated(bare)


def _sign_before(gap: str, before: str, label: str) -> str:
    """Return what is before a piece as one sign or word; the label of a role counts as its colon.

    >>> _sign_before(" 1: ", "", "Author"), _sign_before("\\n2. ", "", "Fei")
    (':', '0.')
    >>> _sign_before(": ", "", "Affiliation"), _sign_before("\\n", "", "Fei")
    ('affiliation:', '^')
    """
    is_new = "\n" in gap
    bare = _DIGITS.sub("0", "".join(gap.rpartition("\n")[2].split()))
    if not bare:
        return "^" if is_new else before or ","
    if _LISTED.fullmatch(gap) or bare[-1] in _LIST_MARKS:
        return ","
    if _LABELLED.fullmatch(bare) and not is_new:
        return ":" if is_role(label) else f"{label.casefold()}:"
    return bare[-2:]


def _sign_after(gap: str) -> str:
    """Return what is after a piece, as one sign.

    >>> _sign_after(", "), _sign_after(" (12"), _sign_after(" \\n1 ")
    (',', '(', '$')
    """
    head = gap.partition("\n")[0]
    bare = _DIGITS.sub("0", "".join(head.split()))
    if not bare:
        return "$" if "\n" in gap else " "
    return "," if _LISTED.fullmatch(head) else bare[:1]


def _piece(words: Sequence[str], before: str, after: str, line: int) -> Iterator[Piece]:
    """Yield the piece that words are, without forms of address before and degrees after them."""
    kept = [word.replace("’", "'") for word in words]
    kept = without_titles(kept, 0)
    while len(kept) > 2 and _is_before_name(*kept[:2]):
        kept.pop(0)
    while len(kept) > 2 and is_degree(kept[-1]):
        kept.pop()
    if kept:
        yield Piece(" ".join(kept), before, after, _held(kept), len(kept) > 1, line)


def _is_before_name(word: str, first: str) -> bool:
    """Return whether a small word precedes a name and is not part of it: "av" before "Ada".

    >>> _is_before_name("av", "Ada"), _is_before_name("moss", "Ada")
    (True, False)
    """
    return word.islower() and is_particle(word) and is_given(first)


def is_of_page(word: str) -> bool:
    """Return whether a word is one that pages have around names.

    >>> is_of_page("Affiliations"), is_of_page("March"), is_of_page("Berg")
    (True, True, False)
    """
    word = word.rstrip(".")
    known = word in _OF_PAGES or word.capitalize() in _OF_PAGES
    return known or _MONTH.fullmatch(word) is not None


def holds_button(text: str) -> bool:
    """Return whether a text has a word that pages write after names: "Bo Fei Authors Info".

    >>> holds_button("Bo Fei Authors Info"), holds_button("Bo Fei")
    (True, False)
    """
    return not _BUTTONS.isdisjoint(text.split())


def _held(words: Sequence[str]) -> Held:
    """Return what words hold.

    >>> [_held(text.split()).name for text in ("Helena Berg", "PhDa", "A. Berg", "Article Notes")]
    ['NAME', 'ROLE', 'NAME', 'TEXT']
    """
    text = " ".join(words)
    if len(words) > _MOST_WORDS:
        return Held.OTHER
    if is_degree(text) or (text[-1] in MARK_LETTERS and is_degree(text[:-1])):
        return Held.ROLE
    if all(map(is_of_page, words)):
        return Held.TEXT if len(words) > 1 or not is_given(text) else Held.NAME
    if all(map(is_title_word, words)) and not is_given(text):
        return Held.TEXT
    held = held_by(text)
    if held in (Held.OTHER, Held.UNKNOWN) and len(words) == 2 and is_initials(words[0]):
        return Held.NAME  # "A. Berg", where "A" alone begins a phrase
    return held
