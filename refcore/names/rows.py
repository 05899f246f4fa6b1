"""Several names in one text, as people paste them: with commas, numbers, marks, affiliations.

The text is read in steps: `refcore.names.noise` takes out what is not a name, `_lines`
finds the lines with names on them, `_stretches` finds what is between names, and
`refcore.names.grouping` says which of the parts between commas belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Final, NamedTuple

from refcore.errors import InvalidName
from refcore.names.cells import is_picture, is_role
from refcore.names.counts import english
from refcore.names.customs import is_degree, is_particle, is_title, suffix_of
from refcore.names.elisions import elision, in_all, others_of, trailing_elision
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.grouping import TURNED, grouped, is_cjk
from refcore.names.groups import ORGANISATIONS, is_institution, is_team, looks_like_group
from refcore.names.layouts import (
    names_of_brackets,
    names_of_calls,
    names_of_columns,
    names_of_endnote,
    names_of_entry,
    names_of_keys,
    names_of_parameters,
    names_of_places,
    names_of_quotes,
    names_of_two_forms,
    names_of_web_of_science,
    without_leads,
)
from refcore.names.noise import CREDIT, GAP, SIGNS, without_noise
from refcore.names.objects import names_of_front_matter, names_of_json
from refcore.names.pages import without_page
from refcore.names.places import ends_in_country, is_country, is_town
from refcore.names.shape import is_name
from refcore.names.tables import names_of_table
from refcore.names.tails import without_head, without_tail
from refcore.names.titlepage import names_of_titlepage
from refcore.names.titlewords import is_of_title
from refcore.names.undivided import divided
from refcore.names.written import clean
from refcore.text.letters import widened
from refcore.text.months import MONTH_START
from refcore.text.patterns import regex

__all__ = ["Rows", "read_rows"]

_LABEL: Final = regex(
    r"\s*[:#+]{0,2}(?:(?:full |complete |the )?(?:list of )?(?:co-?)?author(?:s|\(s\)|s?['’]s?)?"
    r"(?: list| order| (?:full )?names?)?(?:\s?\(\d{1,4}\))?|contributors|creators?|writers"
    r"|(?:also )?present|attendees|in attendance|participants|(?:keynote |invited )?speakers"
    r"|panel(?:l)?ists|(?:co-?)?organi[sz]ers|presenters|investigators|researchers|staff"
    r"|(?:(?:programme?|organi[sz]ing|steering) )?committee(?: members)?|(?:team )?members"
    r"|(?:the )?team|autor(?:en|es|i)|auteurs|författare|авторы|작성자"
    r"|[【\[]?(?:(?:文章|论文|本文|全部|全体)?作者|著者|저자)[】\]]?)"
    r"\s*(?:[:：\n\t】]|(?<=[】\]]))\s*"
    r"|\s*(?:the )?authors? (?:are|is|will be|include):?\s+"
    r"|\s*(?:(?:written|edited|authored|compiled|presented|submitted|posted|uploaded) )?by:?\s+",
    re.IGNORECASE,
)
# "Joint work with Ada Berg" leaves out who says it.
_SOME: Final = regex(
    r"\s*(?:w/|with\s|joint(?:ly)?(?: work)? with\s|in collaboration with\s)", re.I
)
_BULLET: Final = regex(
    r"\s*(?:\d{1,2}[:.]\d\d(?:\s?[-–—]\s?\d{1,2}[:.]\d\d)?\s+(?=[^\W\d_])|[-*+•·●▪◦‣–—>]\s+|[•·●▪◦‣]|-(?=[^\W\d_])|#{1,6}\s+|#\d{1,4}[.):]?\s+|[(\[]?\d{1,4}[.):\]](?!\d)\s*"
    r"|\d{1,4}\s+(?=[^\W\d_])|[(\[]?[A-Za-z][)\]]\s+|[(\[]?(?:i{1,3}|iv|vi{1,3}|ix)[.)\]]\s+)+"
)
_LINE_NUMBER: Final = regex(r"\s*\d{1,4}\s+(?=[^\W\d_])")
_NUMBERED: Final = regex(r"\s*[(\[]?1[.:)\]](?:\s|(?=[^\W\d_]))")
# A mark before an affiliation, as after the names above: "¹MIT", "1 MIT", "a MIT".
_STARTS_WITH_MARK: Final = regex(
    widened(rf"[ \t]*(?:{GAP}|[{SIGNS}¹²³⁴-⁹]|\d{{1,2}}[ ]?(?=[^\W\d_])|[a-h][ ](?=[A-Z]))")
)
_LETTERED: Final = regex(r"\s*[(\[]?[Aa][)\]]\s")
_LETTER_INSIDE: Final = regex(r"(?<=\S)[ \t]+[(\[]?[A-Za-z][)\]][ \t]+(?=[^\W\d_])")
_NUMBER_INSIDE: Final = regex(r"(?<=\S)[ \t]+[(\[]?\d{1,4}[.:)\]][ \t]*(?=[^\W\d_])")
_QUOTED_LIST: Final = regex(
    r"\s*(?:\w{1,20}\s*[=:]\s*)?[\[(]\s*(['\"])(.*)\1\s*,?\s*[\])]\s*;?\s*", re.DOTALL
)
# "Bo Fei,a Al Go,ab Mo Hu*b and Ann Raoc", where all authors have letters if one has.
_FIRST_LETTER: Final = regex(
    widened(r"(?<=[^\W\d_])[ ]?,[ ]?\*?(?:a|ab|abc|a,b)\*?[ ](?=[A-ZÀ-Þ])")
)
_LETTER_AFTER_COMMA: Final = regex(
    widened(
        r"(?<=[^\W\d_])[ ]?,[ ]?\*?(?:(?!de\b|af\b|da\b)[a-h]{1,3}|[a-h](?:,[a-h]){1,3})"
        r"\*?[ ]+(?=[A-ZÀ-Þ])"
    )
)
_LETTER_AFTER_STAR: Final = regex(r"(?<=[^\W\d_])[ ]?\*[ ]?[a-h]{1,3}(?=[ ]?(?:,|and\b|\Z))")
_LETTER_BEFORE_AND: Final = regex(
    widened(r"(?<=[a-zß-ÿ]{2})[a-h](?=[ ]+and\b)|(?<=\w)[ ]+[a-h]{1,3}(?=[ ]+and\b|[ ]*\Z)")
)
# "A. Berga,*, B. Feib": letters on all names, one of them with a star.
_GLUED_WITH_STAR: Final = regex(widened(r"(?<=[a-zß-ÿ]{2})[a-h](?:,[a-h])*,[ ]?[*∗⁎†]+"))
# "(MIPT – Moscow)": no title is before this dash.
_DASH_INSIDE: Final = regex(r"(\([^()\n]{1,80})\s[-–—]\s(?=[^()\n]{1,80}\))")
_HYPHENATED: Final = regex(widened(r"(?<=[a-zß-ÿ]{2})-\n(?=[a-zß-ÿ])"))
_INVISIBLE: Final = regex("[\u200b\u2060\ufeff\u00ad]")
_QUOTED_CELLS: Final = regex(r"\s*'[^'\n]{1,90}'(?:\s?[,;\t]\s?'[^'\n]{0,90}'){1,20}\s*")
_BEFORE_COLON: Final = regex(
    widened(r"(?P<start>\A|\n|;\s?)\s{0,99}+(?P<role>(?!Corresp)[A-Z][A-Za-z -]{1,40}):\s+")
)
_ROMAN: Final = regex(r"[ ](?P<numbers>(?:I{1,3}|IV|VI{0,3}|IX|X)(?:, ?[IVX]{1,4}){0,5})\s*\Z")
_LIST_MARKS: Final = regex(r"[,;]\s+|\s+(?:and|&)\s+")
_GLUED_TO_LAST: Final = regex(r"(?<=[^\W\d_]{2})[a-h]\*?[ \t\n]*\Z")
# A mark of the writer's own between whole names: "Ada Berg → Bo Fei → Mo Far".
_DIVIDED: Final = regex(r"[,;\n\t]")
_OWN_MARK: Final = regex(r"(?<=\S)\s{1,3}([^\w\s,;.'’\"“”()\[\]&*†‡§¶-]{1,3}|-{1,2}>)\s{1,3}(?=\S)")
# "by" in other languages, before the names, and the "and" that each has.
_BY: Final = regex(
    r"\s*(?:[Vv]on(?=[^;\n]*\sund\s)|(?:[Pp]ar|[Dd]i|[Pp]or)(?=[^;\n]*\s(?:et|e|y)\s)"
    r"|[Dd]oor(?=[^;\n]*\sen\s)"
    r"|[Aa]v(?=[^;\n]*\s(?:och|og)\s))\s+(?=[^\W\d_a-z][\w.'’-]*\s+[^\W\d_])"
)
_DASHES: Final = regex(r"\s[-–—]\s")
_ROLE: Final = regex(
    r"\s*(?:[A-Za-z-]{1,20} ){0,2}(?:leads?|contributors?|authors?|advisors?|supervisors?|members?"
    r"|editors?|engineers?|researchers?)(?::\s*|\s*\Z)",
    re.IGNORECASE,
)
_CELLS: Final = regex(rf"\t|\||[^\S{GAP}]{{3,}}")
_RULE: Final = regex(r"[\s|:=-]*")
# "y", "e" and the like also join the parts of a family name: they join two people
# only where a given name and a family name follow.
_AND: Final = (
    r"(?:and|AND|und(?!\s(?:zu|zum|zur|von|vom)\s)|och|og|et(?!\.?\s?(?:al|alii|aliae|alia|coll?)\b)"
    r"|(?:y|e|i|en|ja|ve|и)(?=\s[^\W\d_a-z][\w.'’-]*\s(?:['’]?[^\W\d_]{1,5}\s){0,2}[^\W\d_a-z]))"
)
_GOES_ON: Final = regex(rf"(?:[,;&]|\b{_AND})\s*\Z", re.IGNORECASE)
_COMMAS: Final = regex("[,，；]")
_CONTINUES: Final = regex(rf"\s*(?:{_AND}\s|[,;&])", re.IGNORECASE)
_STRONG: Final = regex(r"[;；、·•∙⋅‧|\t/，]")
# Between kanji the dot parts names; in "ジョン・スミス" it parts the words of one.
_BETWEEN_HAN: Final = regex(r"(?<=[\u4e00-\u9fff])・(?=[\u4e00-\u9fff])")
_SEPARATOR: Final = regex(r"[,;；、·•∙⋅‧|\t，\n&]")
_ANDS: Final = regex(
    widened(
        r"(?<=\.)\s[yeiи]\s(?=[^\W\d_a-z][\w'’ -]{1,40},\s[^\W\d_a-z]\.)"  # "Pérez, J. y Gil, A."
        rf"|(?<=[^\W\d_]{{3}})\sa\s(?=[A-ZÀ-Ž]{{2,30}},\s)"  # Czech: "Katarzyna a BAE, Jun"
        rf"|(?:\A|[\s,{GAP}]){_AND}\s|&|(?<=[\u3400-\u9fff])[和与](?=[\u3400-\u9fff])"
    )
)
_GAPS: Final = regex(rf"{GAP}[\s{GAP}]*")
_PARENTHESIS: Final = regex(r"[(\[](?!(?:for|on behalf)\b)[^()\[\]]{0,120}[)\]]")
_LAST_NAME: Final = regex(r"(?:\A|[,;\n]|\band\b)\s{0,9}([^,;\n]*?)\s{0,9}\Z")
_AFTER_DASH: Final = regex(r"\s(?:[-–—@]|from|at)\s.*\Z", re.DOTALL)
_ORDINAL: Final = regex(r"\s*(?:\d{1,4}[.)]?|[(\[]\d{1,4}[)\]])\s*")
# Particles that are rarely names themselves, so that "PETER DE WITH" is "Peter de With".
_SURE_PARTICLES: Final = frozenset(
    "de den der von vom zu zur della del dos das di du ibn ap af av".split()
)
# Words of a title above the names.
_TITLE_WORDS: Final = regex(r"\b(?:of|the|for|with|via|in|to|from|an?|on|by|using|and)\b")
# Letters without a vowel, which are no word: "TJ", "PMW".
_SURE_INITIALS: Final = regex(r"[B-DF-HJ-NP-TV-XZ]{2,4}")
_DOTS: Final = regex(r"[ \t]*[\[(]?(?:\.\.\.|\. \. \.|…)[\])]?[ \t]*")
_WORD: Final = regex(r"[^\W\d_]{2,}")
_LETTER: Final = regex(r"[^\W\d_]")
_FOOTNOTE: Final = regex(
    r"equal(?:ly)?\b|corresponding|contributed|work done|these authors|correspondence|e-?mail\b"
    r"|affiliations?\b|present address|project lead",
    re.IGNORECASE,
)
# Even the longest author lists, with 5,000 names and affiliations, are shorter.
_LONGEST: Final = 300_000
_MOST_PARTS: Final = 25_000
# Signs that no name has: what has one is not understood, and is never taken for a name.
_NO_NAME: Final = regex(
    r"[=#<>|]|:(?=\s|\Z)|\\(?:begin|end|item|(?-i:[a-z]{5,}))\b|\A[^\w\s\"'’‘`{\\(\[$.@&]|\A(?-i:[a-z])\Z"
    rf"|\b\d{{1,2}} (?:{MONTH_START})[a-z]*\b|\b(?:{MONTH_START})[a-z]* \d{{1,2}}\b",
    re.IGNORECASE,
)
_CREDITED: Final = regex(CREDIT, re.IGNORECASE)
# The letter of an affiliation, with a place of its own or glued to a name.
_LONE_LETTER: Final = regex("[a-h]")
_GLUED_LETTER: Final = regex(widened(r"[^\W\d_A-Z][a-h]\Z"))
# The last words of what papers appear in.
_WORKS: Final = frozenset(
    "bulletin conference journal letters magazine proceedings quarterly review transactions".split()
)
# Words of sentences, which no name of more than three words has.
_RUNNING: Final = frozenset(
    "are did does had has have is list our see such than thank thanks that their these they "
    "this those was we were which whose".split()
)
# A longer piece is prose, unless it is a group's name.
_MOST_WORDS: Final = 7
# Of a name without particles and initials: "Maria José Silva Costa Pereira".
_MOST_CAPITALS: Final = 5
_SPACE: Final = f" ,.{GAP}\n"


class Rows(NamedTuple):
    """The names of a text, in its order, each in a form that `refcore.names.read_name` takes.

    `entries` has marks such as *et al.* at their places. `other_way` groups the same
    words the other way where the text admits two: "Chen, Fei, Gao, Li" names two people
    or four. `unread` has what reads neither as a name nor as an affiliation.
    """

    entries: tuple[str, ...]
    other_way: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The entries without the marks."""
        return tuple(entry for entry in self.entries if elision(entry) is False)

    @property
    def others(self) -> bool | int:
        """What the list says of authors that it leaves out."""
        return others_of(self.entries)

    def must_be_read(self) -> None:
        """Raise `InvalidName` if there is no name, or a part that is not understood."""
        if self.unread:
            shown = ", ".join(f"{part[:60]!r}" for part in self.unread[:3])
            raise InvalidName(
                f"cannot read {shown} as the name of an author; leave out what is not a name, "
                "or write one name on each line"
            )
        if not self.entries:
            raise InvalidName("found no names; write one name on each line, or commas between them")


def read_rows(text: str) -> Rows:
    """Read the names in a pasted list.

    >>> read_rows("1. Aili Chen¹ (MIT)\\n2. Bo Fei, PhD\\nand 27 others").entries
    ('Aili Chen', 'Bo Fei', '27 others')
    >>> read_rows("Chen, Aili, Fei, Bo").names, read_rows("Rinaldi ME, Okkels RM et al.").others
    (('Chen, Aili', 'Fei, Bo'), True)
    """
    _check_size(text)
    if _SOME.match(text):
        return Rows((), (), (text.strip()[:60],))
    text = _HYPHENATED.sub("", _INVISIBLE.sub("", text))
    text = names_of_titlepage(text) or divided(text)
    text = _plain_layout(without_page(text))
    quoted = _QUOTED_LIST.fullmatch(text)
    if quoted:
        text = re.sub(rf"{quoted[1]}\s*,\s*{quoted[1]}", "\n", quoted[2])
    if _NUMBERED.match(text):
        text = _NUMBER_INSIDE.sub("\n", text)
    if _LETTERED.match(text):
        text = _LETTER_INSIDE.sub("\n", text)
    text = _without_roman(text)
    text = _BY.sub("", english(text), count=1) if _BY.match(text) else english(text)
    text = _DASH_INSIDE.sub(r"\1, ", text)
    text = without_noise(_with_letter_marks(without_tail(without_head(text))))
    text = divided(_with_known_marks(without_tail(text)))
    quiet = _PARENTHESIS.sub(_beside, _DOTS.sub(", …, ", text))
    is_lower = not any(map(str.isupper, quiet))
    stretches: list[list[str]] = []
    unread: list[str] = []
    lines = list(_lines(quiet))
    for line in lines:
        for stretch in _stretches(line):
            stretch = _before_address(stretch)
            if len(lines) > 1:
                stretch = _before_workplace(stretch)
            names = _readable(stretch, unread, is_lower=is_lower, is_first=not stretches)
            if names:
                stretches.append(names)
    if "\n" in quiet.strip():
        places = sum(map(is_institution, map(str.strip, quiet.split("\n"))))
        stretches = _without_workplaces(stretches, has_places=places > 0)
    stretches = _without_pictures(_without_glued_letters(stretches, unread))
    _recase(stretches)
    _recase_filed(stretches)
    entries = tuple(grouped(stretches))
    other_way = tuple(grouped(stretches, flipped=True))
    return Rows(entries, other_way if other_way != entries else (), tuple(unread))


def _plain_layout(text: str) -> str:
    r"""Return a list in rows, keys or quotation marks as a plain list.

    >>> _plain_layout("1. Aili Chen (MIT)\n2. Bo Fei, PhD")
    '1. Aili Chen (MIT)\n2. Bo Fei,'
    """
    for names_of in (
        names_of_json,
        names_of_front_matter,
        names_of_entry,
        names_of_brackets,
        names_of_web_of_science,
        names_of_endnote,
        names_of_keys,
        names_of_two_forms,
        names_of_calls,
        names_of_parameters,
        names_of_columns,
        _names_of_quoted_rows,
        names_of_quotes,
    ):
        if names := names_of(text):
            return names
    label = _LABEL.match(text)
    if label and "\n" in label[0]:
        text = text[label.end() :]
    text = _without_roles(without_leads(text))
    return names_of_table(text) or names_of_places(text) or text


def _names_of_quoted_rows(text: str) -> str:
    r"""Return the names of rows with quotation marks round their cells, or nothing.

    >>> _names_of_quoted_rows("'Bo Fei','MIT'\n'Mo Far','ETH'")
    'Bo Fei\nMo Far'
    """
    lines = text.strip().split("\n")
    if all(map(_QUOTED_CELLS.fullmatch, lines)):
        text = text.replace("'", '"')
    quoted = len(lines) > 1 and all(line.count('"') > 1 for line in text.strip().split("\n"))
    return names_of_table(text) if quoted else ""


def _without_roles(text: str) -> str:
    """Return a text without roles before a colon: "Keynote: Bo Fei; Moderator: Al Go".

    >>> _without_roles("Keynote: Bo Fei; Moderator: Al Go"), _without_roles("Google: Bo Fei")
    ('Bo Fei; Al Go', 'Google: Bo Fei')
    """
    return _BEFORE_COLON.sub(lambda m: m["start"] if is_role(m["role"]) else m[0], text)


def _with_known_marks(text: str) -> str:
    """Return a text with semicolons in place of a mark that is repeated between whole names.

    >>> _with_known_marks("Bo Fei → Mo Far → Al Go")
    'Bo Fei; Mo Far; Al Go'
    """
    if _DIVIDED.search(text.strip()) or len(set(_OWN_MARK.findall(text))) != 1:
        return text
    parts = [part.split() for part in _OWN_MARK.sub("\n", text).split("\n")]
    whole = all(1 < len(words) < 6 and words[0][0].isupper() for words in parts)
    return _OWN_MARK.sub("; ", text) if whole else text


def _with_letter_marks(text: str) -> str:
    """Return a text with gaps for letters of affiliations after the commas, as the RSC has them.

    >>> _with_letter_marks("Bo Fei,a Al Go,ab Mo Hu*b and Ann Raoc").replace(GAP, "")
    'Bo Fei, Al Go, Mo Hu and Ann Rao'
    """
    if not _FIRST_LETTER.search(text):
        for star in (_GLUED_WITH_STAR, _LETTER_AFTER_STAR):
            if star.search(text) and (bare := _without_glued_to_all(text, star)) != text:
                return bare
        return text
    text, marks = _LETTER_AFTER_COMMA.subn(f"{GAP}, ", text)
    text, stars = _LETTER_AFTER_STAR.subn(GAP, text)
    text = _LETTER_BEFORE_AND.sub(GAP, text)
    last = _GLUED_TO_LAST.search(text) if marks + stars > 1 else None
    return _without_glued(text, last.start()) if last else text


def _without_glued(text: str, end: int) -> str:
    """Return a text up to a glued letter, or to the first of several after a known family name.

    >>> _without_glued("Bo Mülleracd", 11), _without_glued("Bo Feica", 7)
    ('Bo Müller', 'Bo Feic')
    """
    word = text[:end].split()[-1]
    for count in (1, 2):
        if set(word[-count:]) <= set("abcdefgh") and is_family(word[:-count]):
            return text[: end - count]
    return text[:end]


def _without_glued_to_all(text: str, star: re.Pattern[str]) -> str:
    """Return a list without the letters glued to its names, if they are on every name.

    >>> _without_glued_to_all("A. Berga,*, B. Feib, Mo Hua", _GLUED_WITH_STAR).replace(GAP, "")
    'A. Berg, B. Fei, Mo Hu'
    """
    names = [part for part in _LIST_MARKS.split(star.sub(GAP, text)) if part.strip()]
    bare = [name if GAP in name else _GLUED_TO_LAST.sub(GAP, name) for name in names]
    return ", ".join(bare) if all(GAP in name for name in bare) else text


def _check_size(text: str) -> None:
    """Raise `InvalidName` for a text that is too large to be an author list."""
    if len(text) > _LONGEST:
        raise InvalidName(
            f"the author list has {len(text):,} characters; at most {_LONGEST:,} are read"
        )
    parts = sum(map(text.count, ",;、，|\n\t/&…"))
    if parts > _MOST_PARTS:
        raise InvalidName(
            f"the author list has {parts:,} separators; at most {_MOST_PARTS:,} are read"
        )


def _beside(parenthesis: re.Match[str]) -> str:
    """Return a gap for an affiliation in brackets; what says how many are left out stays."""
    inside = parenthesis[0][1:-1]
    if elision(inside):
        return f", {inside}"
    around = parenthesis.string, parenthesis.start(), parenthesis.end()
    if _is_alone(*around) and 1 < len(inside.split()) < 5 and not is_institution(inside):
        return inside
    return parenthesis[0] if inside.istitle() and _is_nickname(*around) else GAP


def _is_alone(text: str, start: int, end: int) -> bool:
    """Return whether brackets enclose a whole entry of a list: "[Ada Berg], Bo Fei".

    >>> _is_alone("[Ada Berg], Bo Fei", 0, 10), _is_alone("Bo Fei [1]", 7, 10)
    (True, False)
    """
    before, after = text[:start].rstrip(" \t")[-1:], text[end:].lstrip(" \t")[:1]
    return before in ("", ",", ";", "\n") and after in ("", ",", ";", "\n")


def _is_nickname(text: str, start: int, end: int) -> bool:
    """Return whether brackets are inside a name: "Xiao-Ping (Steven) Zhang".

    >>> _is_nickname("Xiao-Ping (Steven) Zhang", 10, 18)
    True
    >>> _is_nickname("Bo Fei (MIT), Al Roe", 7, 12)
    False
    """
    before = _LAST_NAME.search(text[max(0, start - 60) : start])
    goes_on = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return goes_on and before is not None and " " not in before[1]


def _lines(text: str) -> Iterator[str]:
    r"""Yield the lines with names; a line that goes on is joined with the next one.

    >>> list(_lines("Bo Fei\nMo Far\nUniversity of Oslo"))
    ['Bo Fei', 'Mo Far']
    """
    label = _LABEL.match(text)
    lines = text[label.end() if label else 0 :].split("\n")
    joined: list[list[str]] = []
    for line in lines:
        if not line.strip() or _RULE.fullmatch(line):
            continue
        cut = joined and _is_cut_name(" ".join(joined[-1][-2:]), line)
        goes_on = cut or _CONTINUES.match(line) is not None
        if goes_on and joined and _is_without_names(joined[-1][-1], joined[-1][-1]):
            joined.append([line.lstrip(" \t,;&")])  # "MIT, USA", and ", Bo Fei" below it
        elif joined and (goes_on or _GOES_ON.search(joined[-1][-1])):
            lines_are_numbered = _LINE_NUMBER.match(joined[-1][0]) and _LINE_NUMBER.match(line)
            joined[-1].append(_LINE_NUMBER.sub("", line) if lines_are_numbered else line.strip())
        else:
            joined.append([line.rstrip(" \t")])
    many = len(joined) > 1
    whole, after_place = False, False
    rows = [" ".join(pieces) for pieces in joined]
    marked = False
    for line, below in zip_longest(rows, rows[1:], fillvalue=""):
        if below and is_picture(line, below):
            continue
        bullet = _BULLET.match(line)
        bare = line[bullet.end() :] if bullet else line
        if marked and _STARTS_WITH_MARK.match(line):
            continue
        marked = marked or (GAP in line.strip(" \t")[1:] and not _STARTS_WITH_MARK.match(line))
        if not many and _FOOTNOTE.match(bare):
            continue
        is_place = _is_without_names(line, bare) or (whole and _are_organisations(bare))
        if many and (is_place or (whole and after_place and _is_town(bare))):
            after_place = True
            continue
        after_place = False
        whole = all(" " in part.strip() for part in bare.split(",") if part.strip())
        yield _name_cell(bare) if many else bare


def _is_town(line: str) -> bool:
    """Return whether a line below a place of work may be its town: "Basel, Switzerland".

    >>> _is_town("Basel, Switzerland"), _is_town("Ada Berg")
    (True, False)
    """
    parts = [part.split() for part in line.strip(_SPACE).split(",")]
    return 1 < len(parts) < 4 and len(parts[0]) < 3 and len(parts[-1]) < 3


def _are_organisations(line: str) -> bool:
    """Return whether a line names an organisation and its parts: "Google Research, Brain Team".

    >>> _are_organisations("Google Research, Brain Team"), _are_organisations("Moss Team, Bo Fei")
    (True, False)
    """
    parts = [part.strip(_SPACE) for part in line.split(",")]
    known = parts[0].partition(" ")[0].casefold() in ORGANISATIONS
    return known and len(parts) > 1 and all(map(looks_like_group, parts))


def _is_cut_name(line: str, following: str) -> bool:
    """Return whether a line ends inside a name: "Aili Chen, Bo" before "Fei, Mara Quill".

    >>> _is_cut_name("Aili Chen, Bo", "Fei, Mara Quill")
    True
    """
    before, after = line.strip(_SPACE).split(","), following.strip(_SPACE).split(",")
    first = after[0].split()
    # "Ada" before "della Rocca": the name goes on with a particle.
    is_low = bool(first) and is_particle(first[0]) and first[0].islower()
    has_initial = len(first) == 2 and len(first[0].strip(".")) == 1
    goes_on = len(first) == 1 or has_initial or (len(first) < 4 and is_low)
    alone = len(before[-1].split()) == 1 and goes_on
    # The last name of the next line may go on too.
    others = after[1:-1] if len(after) > 2 else after[1:]
    return alone and len(before) > 1 and all(len(x.split()) > 1 for x in (*before[:-1], *others))


def _is_without_names(line: str, bare: str) -> bool:
    """Return whether a line holds an affiliation or a footnote, and no names.

    >>> _is_without_names("University of Oslo", "University of Oslo")
    True
    >>> _is_without_names("Bo Fei", "Bo Fei")
    False
    """
    if elision(bare.strip()) is not False:
        return False
    head = _AFTER_DASH.sub("", bare)
    named = head != bare and is_name(head.strip(_SPACE))
    if not _LETTER.search(bare):
        return True
    if _FOOTNOTE.search(bare) and not named:
        return sum(map(_is_person, bare.split(","))) < 2
    parts = _COMMAS.split(bare.strip(_SPACE + "|"))
    if is_country(bare.strip(_SPACE)) or (len(parts) > 1 and is_town(bare.strip(_SPACE))):
        return True
    if len(parts) == 1 and " " in bare.strip() and _is_acronym_of_town(bare.strip(_SPACE)):
        return True
    if ends_in_country(bare.strip(_SPACE)) and _is_workplace(parts[0].strip(_SPACE)):
        return True
    if looks_like_group(parts[0]) and any(map(is_institution, parts[1:])):
        return not any(map(_is_person, parts))  # "Moss Group, University of Oslo"
    if len(parts) == 1 and len(_TITLE_WORDS.findall(head if named else bare)) > 1:
        return True
    if _ROLE.fullmatch(bare) or is_role(bare):
        return True
    if is_institution(_AFTER_DASH.sub("", parts[0])) and not _CELLS.search(bare):
        return True
    starts_with_mark = line.lstrip()[:1] in (GAP, *SIGNS, *"0123456789¹²³⁴⁵⁶⁷⁸⁹")
    return starts_with_mark and any(map(is_institution, parts))


def _is_person(part: str) -> bool:
    """Return whether a part of a line is the name of a person.

    >>> _is_person(" Ada Berg"), _is_person("University of Oslo"), _is_person("Berg")
    (True, False, False)
    """
    name = part.strip(_SPACE)
    return " " in name and is_name(name) and not is_institution(name) and not looks_like_group(name)


def _is_workplace(part: str) -> bool:
    """Return whether the first part of an address is where people work: "RIKEN", "MIT".

    >>> _is_workplace("MIT, USA"), _is_workplace("Ada Berg")
    (True, False)
    """
    mark = _STARTS_WITH_MARK.match(part)
    bare = part[mark.end() if mark else 0 :]
    return _is_acronym_of_town(bare) or is_institution(bare) or looks_like_group(bare)


def _is_acronym_of_town(text: str) -> bool:
    """Return whether a text is an acronym with or without its town: "IST", "CTU Prague".

    >>> _is_acronym_of_town("CTU Prague"), _is_acronym_of_town("Bo Fei")
    (True, False)
    """
    first, _, rest = text.partition(" ")
    return first.isupper() and first.isalpha() and len(first) > 1 and (not rest or is_town(rest))


def _name_cell(line: str) -> str:
    r"""Return the cell with the name, where a line is the row of a table.

    >>> _name_cell("1 | Ada Berg | MIT"), _name_cell("Miren\tAldalur"), _name_cell("Chen\tAili")
    ('Ada Berg', 'Miren Aldalur', 'Chen, Aili')
    """
    cells = [_ORDINAL.sub("", cell, count=1).strip(" ") for cell in _CELLS.split(line)]
    cells = [cell for cell in cells if _LETTER.search(cell)]
    named = [cell for cell in cells if not is_institution(cell)]
    if len(cells) < 2 or not named:
        return line
    if len(named) > 2 and len(named) == len(cells) and not line.lstrip().startswith("|"):
        return line
    if any(" " in cell for cell in named[:2]) or len(named) < 2:
        return named[0]
    # "Chen | Aili" has the parts of one name in two cells; a sheet follows the order of speech.
    is_upright = "\t" in line and not (line.isupper() or is_family(named[0]) or is_given(named[1]))
    return (" " if is_upright else ", ").join(named[:2])


def _stretches(line: str) -> Iterator[list[str]]:
    """Yield the parts between commas, of each stretch in which a name can go on.

    >>> list(_stretches("Bo Fei, Mo Far; Al Go"))
    [['Bo Fei', 'Mo Far'], ['Al Go']]
    """
    line = _BETWEEN_HAN.sub("、", line)
    if "," not in line and len(_DASHES.findall(line)) > 1:
        line = _DASHES.sub(";", line)
    is_spaced = _SEPARATOR.search(line) is None
    for piece in _STRONG.split(line):
        for stretch in _ANDS.split(piece):
            parts = [part for text in stretch.split(",") for part in _at_gaps(text, is_spaced)]
            if parts:
                yield parts


def _at_gaps(text: str, is_spaced: bool) -> Iterator[str]:
    r"""Yield a part, or the parts that only footnote marks or the spaces of CJK divide.

    >>> list(_at_gaps("Bo Fei\x1fMo Far", False))
    ['Bo Fei', 'Mo Far']
    """
    pieces = [
        piece.strip() if elision(piece.strip()) else piece.strip(f" ,\n{GAP}")
        for piece in _GAPS.split(text)
    ]
    pieces = [piece for piece in pieces if piece and (_LETTER.search(piece) or elision(piece))]
    if len(pieces) > 1:
        pieces = [name for piece in pieces for name in divided(piece).split("; ")]
    if len(pieces) > 1 and not all(" " in piece or is_cjk(piece) for piece in pieces):
        pieces = [" ".join(pieces)]
    for piece in pieces:
        words = piece.split()
        if is_spaced and is_cjk(piece) and _are_whole(words):
            yield from words
        elif is_cjk(piece) and len(words) > 3 and not len(words) % 2 and max(map(len, words)) == 1:
            yield from map(" ".join, zip(words[::2], words[1::2], strict=True))
        else:
            yield piece


def _are_whole(words: list[str]) -> bool:
    """Return whether words in Chinese letters are whole names, and not the parts of one.

    >>> _are_whole(["王小明", "李娜"]), _are_whole(["王", "小明"])
    (True, False)
    """
    return (
        len(words) > 1 and min(map(len, words)) > 1 and (len(words) > 2 or len("".join(words)) > 4)
    )


def _before_address(stretch: list[str]) -> list[str]:
    """Return the parts before an address: "Fei B., MIT, Boston, USA" has one name.

    >>> _before_address(["Fei B.", "MIT", "Boston", "USA"])
    ['Fei B.']
    """
    ends = [place for place, part in enumerate(stretch, 1) if is_country(part)]
    if len(ends) > 1 or (ends and ends[0] < len(stretch)):
        cut = [stretch[start:end] for start, end in pairwise([0, *ends, len(stretch)])]
        return [part for piece in cut for part in _before_address(piece)]
    if len(stretch) < 2 or not is_country(stretch[-1]):
        return stretch
    if is_institution(stretch[0]):
        return []
    named = 1 if " " in stretch[0] else 2
    place = stretch[named].strip(_SPACE) if len(stretch) > named else ""
    is_place = _is_workplace(place) or sum(map(str.isupper, place.partition(" ")[0])) > 1
    return stretch[:named] if is_place else stretch


def _before_workplace(stretch: list[str]) -> list[str]:
    """Return the parts of a line before the first affiliation.

    >>> _before_workplace(["Bo Fei", "MIT", "Boston"])
    ['Bo Fei']
    """
    places = (
        place
        for place, part in enumerate(stretch)
        if place and (is_institution(part) or is_country(part))
    )
    return stretch[: next(places, len(stretch))]


def _readable(
    stretch: list[str], unread: list[str], *, is_lower: bool, is_first: bool
) -> list[str]:
    """Return the parts of a stretch that belong to names, without all that is around them.

    >>> _readable(["Bo Fei", "MIT", "2024"], [], is_lower=False, is_first=True)
    ['Bo Fei']
    """
    found: list[str] = []
    for raw in stretch:
        for part in _with_mark(raw):
            if elision(part) is not False or part == ":":
                found.append(part)
                continue
            part = _bare(part)
            if not _LETTER.search(part) or (found and _is_beside(part, found)):
                continue
            if is_institution(part) and not (is_first and not found):
                continue
            said = _is_prose(part, is_lower) or is_role(part)
            if said and not _LONE_LETTER.fullmatch(part):
                unread.append(part)
            else:
                found.append(part)
    return found


def _without_roman(text: str) -> str:
    """Return a text without the Roman numbers of affiliations, if each name has some.

    >>> _without_roman("Bo Fei I; Al Go II; Mo Hu I,III"), _without_roman("Bo Fei II; Al Go")
    ('Bo Fei; Al Go; Mo Hu', 'Bo Fei II; Al Go')
    """
    ends = [_ROMAN.search(part) for part in text.split(";")]
    found = [end["numbers"] for end in ends if end]
    if len(found) < 2 or len(found) < len(ends) or "I" not in found:
        return text
    return ";".join(end.string[: end.start()] for end in ends if end)


def _without_pictures(stretches: list[list[str]]) -> list[list[str]]:
    """Take the initials off names that all have theirs before them, in place of a picture.

    >>> _without_pictures([["AC Aili Chen"], ["BF Bo Fei"]])
    [['Aili Chen'], ['Bo Fei']]
    """
    parts = [part.partition(" ") for stretch in stretches for part in stretch]
    if not parts or not all(is_picture(first, rest) for first, _, rest in parts):
        return stretches
    return [[part.partition(" ")[2] for part in stretch] for stretch in stretches]


def _without_glued_letters(stretches: list[list[str]], unread: list[str]) -> list[list[str]]:
    """Take the letters of affiliations off names: "Ada Berga,b, Bo Feic" is Ada Berg, Bo Fei.

    Only letters that have a place of their own show that the others are such letters.
    """
    if not any(_LONE_LETTER.fullmatch(part) for stretch in stretches for part in stretch):
        return stretches
    found: list[list[str]] = []
    ends: list[tuple[list[str], int]] = []
    for stretch in stretches:
        kept = [part for part in stretch if not _LONE_LETTER.fullmatch(part)]
        found.append(kept)
        are_whole = all(" " in part for part in kept)
        places = range(len(kept)) if are_whole else [len(kept) - 1] if kept else []
        ends += [(kept, place) for place in places if elision(kept[place]) is False]
    if ends and all(_GLUED_LETTER.search(kept[place]) for kept, place in ends):
        for kept, place in ends:
            kept[place] = kept[place][:-1]
    else:
        unread += [p for stretch in stretches for p in stretch if _LONE_LETTER.fullmatch(p)]
    return [stretch for stretch in found if stretch]


def _without_workplaces(stretches: list[list[str]], has_places: bool) -> list[list[str]]:
    """Leave out lines such as "Google" between names that have a line each."""
    places = [
        place
        for place, stretch in enumerate(stretches)
        if place and len(stretch) == 1 and _is_lone_workplace(stretch[0], has_places)
    ]
    if len(places) < 2 and not has_places:
        return stretches
    return [stretch for place, stretch in enumerate(stretches) if place not in set(places)]


def _is_lone_workplace(part: str, has_places: bool) -> bool:
    acronym = has_places and part.isupper() and part.isalpha() and 1 < len(part) < 7
    return (looks_like_group(part) or acronym) and not is_team(part)


def _with_mark(part: str) -> Iterator[str]:
    """Yield a part, with a group before a colon and *et al.* at the end as parts of their own.

    >>> list(_with_mark("MiniMax: Aili Chen et al."))
    ['MiniMax', ':', 'Aili Chen', 'et al.']
    """
    role = _ROLE.match(part)
    name, said = trailing_elision(part[role.end() :] if role and ":" in role[0] else part)
    group, colon, after = name.partition(": ")
    if colon and looks_like_group(group):
        yield from (group, ":")
        name = after
    yield name
    if said is not False:
        total = in_all(part[part.index(name) + len(name) :])
        mark = f"{total} authors in total" if total else "et al."
        yield mark if said is True else f"{said} others"


def _is_beside(part: str, found: list[str]) -> bool:
    """Return whether a part after a name is a degree, or an affiliation in capitals.

    >>> _is_beside("MIT", ["Bo Fei"]), _is_beside("Mo Far", ["Bo Fei"])
    (True, False)
    """
    name = found[-1]
    if is_degree(part):
        return " " in name or len(found) > 1 or not part.isupper()
    if " " not in name:
        return False
    if looks_like_group(part) and not is_team(part) and not looks_like_group(name):
        return True
    short = part.isupper() and part.isalpha() and 2 < len(part) < 7
    return short and not suffix_of(part) and not name.isupper()


def _bare(part: str) -> str:
    """Return a part without affiliations in brackets or after a dash, and without titles.

    >>> _bare("Dr. Ada Berg (MIT)")
    'Ada Berg'
    """
    part = clean(_AFTER_DASH.sub("", part).strip(" ,\n"))
    words = part.split()
    while len(words) > 1 and is_title(words[0]):
        words.pop(0)
    while len(words) > 2 and is_degree(words[-1]) and not words[-1].isupper():
        words.pop()
    return " ".join(words)


def _is_prose(part: str, is_lower: bool) -> bool:
    """Return whether a part reads as running text.

    >>> _is_prose("we thank all who read it with care and joy", False), _is_prose("Bo Fei", False)
    (True, False)
    """
    words = part.split()
    if _NO_NAME.search(part) or _CREDITED.fullmatch(part):
        return True
    if not _RUNNING.isdisjoint(map(str.lower, words)) and len(words) > 3:
        return True
    if words[-1].lower() in _WORKS and len(words) > 1:
        return True
    if looks_like_group(part) or is_cjk(part):
        return len(words) > 2 * _MOST_WORDS
    if len(words) > _MOST_WORDS:
        return True
    if len(words) > 1 and is_of_title(words):
        return True
    if len(words) > _MOST_CAPITALS and not any(map(is_particle, words)):
        return True
    lower = [word for word in words if word.islower() and not is_particle(word)]
    return not is_lower and len(lower) > 1


def _recase(stretches: list[list[str]]) -> None:
    """Write a list in capitals, or with family names in capitals, as names are written."""
    for place in (None, -1, 0):
        change = _in_capitals if place is None else _family_in_capitals
        parts = [part for stretch in stretches for part in stretch if _is_personal(part)]
        if parts and all(change(part, place) for part in parts) and any(map(_has_capitals, parts)):
            for stretch in stretches:
                stretch[:] = [
                    (_is_personal(part) and change(part, place)) or part for part in stretch
                ]
    _recase_mixed(stretches)


def _recase_mixed(stretches: list[list[str]]) -> None:
    """Write "FEI, Bo, Al GO und Mo FAR" as names are written: only the first is turned around."""
    parts = [part for stretch in stretches for part in stretch if _is_personal(part)]
    turned = [part for part in parts if " " not in part]
    written = [_family_in_capitals(part, -1) for part in parts if " " in part]
    if len(turned) != 2 or not written or not all(written) or not turned[0].isupper():
        return
    for stretch in stretches:
        stretch[:] = [
            _in_capitals(part, None) if part == turned[0] else _family_in_capitals(part, -1) or part
            for part in stretch
        ]


def _recase_filed(stretches: list[list[str]]) -> None:
    """Write "CHEN, Aili; FEI, Bo" as names are written, if all family names are in capitals."""
    filed = [stretch for stretch in stretches if len(stretch) > 1 and not len(stretch) % 2]
    people = [stretch for stretch in stretches if any(map(_is_personal, stretch))]
    families = [family for stretch in filed for family in stretch[::2]]
    given = [word for stretch in filed for rest in stretch[1::2] for word in rest.split()]
    are_capitals = all(map(str.isupper, families)) and any(map(_has_capitals, families))
    if len(filed) < len(people) or not are_capitals or any(map(_has_two_capitals, given)):
        return
    for stretch in filed:
        stretch[::2] = [_in_capitals(family, None) for family in stretch[::2]]


def _is_personal(part: str) -> bool:
    return elision(part) is False and not suffix_of(part) and not looks_like_group(part)


def _has_capitals(part: str) -> bool:
    return any(len(word) > 3 and word.isupper() for word in _WORD.findall(part))


def _in_capitals(part: str, _: int | None) -> str:
    """Return "AILI CHEN" as "Aili Chen", and nothing for a part in other letters.

    >>> _in_capitals("LUDWIG VAN DER BERG", None), _in_capitals("Bo Fei", None)
    ('Ludwig van der Berg', '')
    """
    if not part.isupper():
        return ""
    words = [_WORD.sub(lambda word: word[0].capitalize(), word) for word in part.split()]
    last = part.split()[-1]
    if len(words) > 1 and _SURE_INITIALS.fullmatch(last) and not suffix_of(last):
        words[-1] = words[-1].upper()  # "O'MEARA TJ"
    for place in range(1 if len(words) > 1 else 0, len(words) - 1):
        low = words[place].lower()
        after = words[place + 1].lower()
        if low in _SURE_PARTICLES or (low == "van" and after in _SURE_PARTICLES):
            words[place] = low
    return " ".join(words)


def _family_in_capitals(part: str, place: int | None) -> str:
    """Return "Aili CHEN" or "CHEN Aili" as names are written, or nothing for another part.

    >>> _family_in_capitals("Piet VAN DAM", -1), _family_in_capitals("Aili Chen", -1)
    ('Piet van Dam', '')
    """
    words = part.split()
    if not 1 < len(words) < 6 or place is None:
        return ""
    family: list[str] = []
    while len(words) > 1 and len(words[place]) > 1 and words[place].isupper():
        family.insert(0 if place else len(family), words.pop(place))
        if "." in family[place]:
            return ""
    if not family or any(map(_has_two_capitals, words)):
        return ""
    spelled = [_WORD.sub(lambda word: word[0].capitalize(), word) for word in family]
    # With a family name of several words, the particle in it is in capitals too.
    spelled = [
        word.lower() if word.lower() in _SURE_PARTICLES | {"van"} and not is_last else word
        for word, is_last in zip(spelled, [*[False] * (len(spelled) - 1), True], strict=True)
    ]
    name = " ".join(spelled)
    return f"{name}{TURNED}{' '.join(words)}" if place == 0 else " ".join([*words, name])


def _has_two_capitals(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1 and "." not in word
