"""Several names in one text, as people paste them: with commas, numbers, marks, affiliations.

A list of which each part is known by itself is read first (`composed`). Any other text is read in
steps: `noise` and `rowmarks` take out what is not a name. `rowlines` finds the lines with names on
them, `stretches` what is between names. `recase` gives names their usual case, and `grouping` says
which of the parts between commas belong together.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from refcore.errors import InvalidName
from refcore.names.composed import names_of_composed
from refcore.names.counts import with_english_counts
from refcore.names.degrees import without_degrees, without_shown_titles
from refcore.names.elisions import elision, others_of
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.grouping import grouped
from refcore.names.groups import is_institution, looks_like_group
from refcore.names.initialled import with_initials
from refcore.names.labels import LABEL
from refcore.names.layouts import (
    names_of_brackets,
    names_of_calls,
    names_of_columns,
    names_of_endnote,
    names_of_entry,
    names_of_given_in_brackets,
    names_of_grid,
    names_of_keyed_places,
    names_of_keys,
    names_of_parameters,
    names_of_patent,
    names_of_places,
    names_of_profile,
    names_of_quotes,
    names_of_two_forms,
    names_of_web_of_science,
    without_leads,
)
from refcore.names.missed import missed
from refcore.names.noise import CREDIT, GAP, without_noise
from refcore.names.objects import names_of_front_matter, names_of_json
from refcore.names.pages import without_page
from refcore.names.recase import recase, recase_filed
from refcore.names.rowlines import lines_with_names, unwrapped
from refcore.names.rowmarks import (
    with_known_marks,
    with_letter_marks,
    without_letter_key,
    without_roles,
    without_roman,
)
from refcore.names.shape import is_name
from refcore.names.stretches import (
    before_address,
    before_workplace,
    parts_of_names,
    stretches_of,
    without_glued_letters,
    without_pictures,
    without_workplaces,
)
from refcore.names.tables import names_of_table
from refcore.names.tails import without_head, without_letter, without_tail
from refcore.names.titlepage import names_of_titlepage
from refcore.names.undivided import divided
from refcore.names.vowels import with_letters, with_vowels
from refcore.names.weighed import doubts, weighed
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = ["Rows", "read_rows"]

# "Joint work with Ada Berg" leaves out who says it.
_SOME: Final = regex(
    r"\s*(?:w/|with\s|joint(?:ly)?(?: work)? with\s|in collaboration with\s)", re.I
)
_NUMBERED: Final = regex(r"\s*[(\[]?1[.:)\]](?:\s|(?=[^\W\d_]))")
_LETTERED: Final = regex(r"\s*[(\[]?[Aa][)\]]\s")
_LETTER_INSIDE: Final = regex(r"(?<=\S)[ \t]+[(\[]?[A-Za-z][)\]][ \t]+(?=[^\W\d_])")
_NUMBER_INSIDE: Final = regex(r"(?<=\S)[ \t]+[(\[]?\d{1,4}[.:)\]][ \t]*(?=[^\W\d_])")
_QUOTED_LIST: Final = regex(
    r"\s*+(?:\w{1,20}\s*[=:]\s*)?[\[(]\s*+(['\"])(.*)\1\s*+,?\s*+[\])]\s*+;?\s*", re.DOTALL
)
# "(MIPT – Moscow)": no title is before this dash.
_DASH_INSIDE: Final = regex(r"(\([^()\n]{1,80})\s[-–—]\s(?=[^()\n]{1,80}\))")
_HYPHENATED: Final = regex(widened(r"(?<=[a-zß-ÿ]{2})-\n(?=[a-zß-ÿ])"))
_INVISIBLE: Final = regex("[\u200b\u2060\ufeff\u00ad]")
_QUOTED_CELLS: Final = regex(r"\s*'[^'\n]{1,90}'(?:\s?[,;\t]\s?'[^'\n]{0,90}'){1,20}\s*")
# "by" in other languages, before the names, and the "and" that each has.
_BY: Final = regex(
    r"\s*(?:[Vv]on(?=[^;\n]*\sund\s)|(?:[Pp]ar|[Dd]i|[Pp]or)(?=[^;\n]*\s(?:et|e|y)\s)"
    r"|[Dd]oor(?=[^;\n]*\sen\s)"
    r"|[Aa]v(?=[^;\n]*\s(?:och|og)\s))\s+(?=[^\W\d_a-z][\w.'’-]*\s+[^\W\d_])"
)
_PARENTHESIS: Final = regex(r"[(\[](?!(?:for|on behalf)\b)[^()\[\]]{0,120}[)\]]")
_LAST_NAME: Final = regex(r"(?:\A|[,;\n]|\band\b)\s{0,9}([^,;\n]*?)\s{0,9}\Z")
_HAS_ROLE: Final = regex(widened(r"\s*[A-Z][^\W\d_][^:\n]{1,60}:\s|\s*\Z"))
_DOTS: Final = regex(r"[ \t]*[\[(]?(?:\.\.\.|\. \. \.|…)[\])]?[ \t]*")
# Even the longest author lists, with 5,000 names and affiliations, are shorter.
_LONGEST: Final = 120_000
_MOST_PARTS: Final = 9_000


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
    if "\\" in text:
        from refcore.latex.loose import with_tex_letters

        text = with_tex_letters(text)
    if _SOME.match(text):
        return Rows((), (), (text.strip()[:60],))
    people = _without_contributions(text)
    read = _read(with_letters(_with_commas_in_lines(people)))
    rows = Rows(*(tuple(map(with_vowels, entries)) for entries in read))
    if people != text:
        rows = rows._replace(entries=tuple(dict.fromkeys(rows.entries)), other_way=())
    rows = rows._replace(entries=_filed(rows.entries))
    if rows.other_way and _ALL_SMALL.fullmatch(text):
        return rows._replace(unread=(text.strip()[:60],))  # "moss, fern, lichen, bog"
    return rows if rows.unread else rows._replace(unread=tuple(missed(text, rows.entries)))


_ALL_SMALL: Final = regex(widened(r"[a-zß-ÿ'’.-]+(?:\s*,\s*[a-zß-ÿ'’.-]+)+\s*"))


def _filed(entries: tuple[str, ...]) -> tuple[str, ...]:
    """Return names with commas after family names, if given names are at the end of all.

    Of two people, "Jordan Henry" and "Taylor Simon", it says too little.

    >>> _filed(("Berg Helena", "Wit Tomasz", "Roe Nadia"))
    ('Berg, Helena', 'Wit, Tomasz', 'Roe, Nadia')
    >>> _filed(("Berg Helena", "Ada Wit", "Roe Nadia")) == ("Berg Helena", "Ada Wit", "Roe Nadia")
    True
    """
    pairs = [entry.split() for entry in entries if elision(entry) is False]
    if len(pairs) < _LEAST_FILED or any(len(pair) != 2 or "," in pair[0] for pair in pairs):
        return entries
    are_given = [[is_given(word) and not is_family(word) for word in pair] for pair in pairs]
    if any(first or not last for first, last in are_given):
        return entries
    return tuple(", ".join(e.split()) if elision(e) is False else e for e in entries)


_LEAST_FILED: Final = 3
_COMMA_LINE: Final = regex(r"[ \t]*(?:[,;][ \t]*(?:(?:and|&|und|et|y)[ \t]*)?|and|&)[ \t]*")
_FIRST: Final = regex(
    r"\A\s*(?:corresponding|lead|first|main)[ -]author:[ \t]*([^\n;:,]{3,60}?)[ \t]*\n"
    r"\s*co-?authors?:[ \t]*",
    re.IGNORECASE,
)
_HAN_TITLE: Final = regex(
    r"(?<=[\u3400-\u9fff]{2})[ \t]?(?:副?教授|助教|博士|硕士|讲师|研究员|院士|医師|先生)"
    r"(?=\s{0,3}(?:[,;，；、\n(（]|\Z))"
)
_HAN: Final = regex(
    r"\s*((?:[\u3400-\u9fff]{2,4}[ \u3000]){1,30}[\u3400-\u9fff]{2,4})[ \u3000]?(等人?)\s*"
)


# "Software, Bo Fei and Al Go; ", but not "Software, B.F.; ": initials alone name nobody.
_CONTRIBUTION: Final = regex(
    widened(
        rf"(?:\A|[;.\n])[ \t]{{0,9}}{CREDIT}(?:(?:,? and |, ){CREDIT}){{0,14}}[,:]\s{{1,9}}"
        r"(?=(?-i:[^\W\d_a-z]|d['’]|v[ao]n |de ))(?!(?-i:(?:[A-Z]\.[ -]?){1,4}(?:[,;\n]|and |\Z)))"
    ),
    re.IGNORECASE,
)


def _without_contributions(text: str) -> str:
    r"""Return a list of roles and who has each as a list of people; some are there several times.

    >>> _without_contributions("Software, Bo Fei and Al Go; writing—original draft, Al Go.")
    'Bo Fei and Al Go\nAl Go'
    """
    if len(_CONTRIBUTION.findall(text)) < _LEAST_ROLES:
        return text
    return _CONTRIBUTION.sub("\n", _AGREED.sub("", text)).strip("\n").rstrip(" .;")


_AGREED: Final = regex(r"[;.]\s{0,9}all authors\b[^;\n]*\Z", re.IGNORECASE)
_LEAST_ROLES: Final = 2


def _with_commas_in_lines(text: str) -> str:
    r"""Return a list whose commas are lines of their own in one line, as web pages have them.

    So are Chinese names between blanks with a mark for others, which no other name has.

    >>> _with_commas_in_lines("Bo Fei\n, \nAl Go\n, and\nMo Hu\n")
    'Bo Fei; Al Go; Mo Hu'
    >>> _with_commas_in_lines("王小明 教授，李雷博士")
    '王小明，李雷'
    >>> _with_commas_in_lines("陈思远 林佳怡 等")
    '陈思远、林佳怡 等'
    """
    text = _HAN_TITLE.sub("", _FIRST.sub(r"\1; ", text, count=1))
    if found := _HAN.fullmatch(text):
        return f"{found[1].replace('　', ' ').replace(' ', '、')} {found[2]}"
    if "\n" not in text or not _COMMA_LINES.search(text):
        return text
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    names = [line for line in lines if not _COMMA_LINE.fullmatch(line)]
    turned = (" ".join(reversed(name.split(", "))) for name in names)
    return "; ".join(names) if len(names) > 1 and all(map(is_name, turned)) else text


_COMMA_LINES: Final = regex(r"\n[ \t]*(?:[,;]|and\b|&)[^\n]{0,8}(?:\n|\Z)")


def _read(text: str) -> Rows:
    """Read the names in a list by the rules, and in the whole where these do not explain it."""
    text = names_of_profile(text) or without_letter(text)
    if (plain := _composed(text)) is not None:
        return plain
    rows = _without_repeats(_by_rules(text), text)
    whole = _weighed(text)
    if whole and (not rows.entries or rows.unread or _is_better(whole, rows, text)):
        return whole
    doubtful = doubts(rows.entries)
    if not doubtful:
        return rows
    return whole or rows._replace(unread=(*rows.unread, *doubtful))


def _composed(text: str) -> Rows | None:
    """Return the names of a list of which each piece is understood by itself; None for another."""
    by = _BY.match(text)
    rows = Rows(tuple(names_of_composed(text[by.end() :] if by else text)))
    if len(rows.entries) == 2 and ", ".join(rows.entries) == text.strip():
        return None  # perhaps one name: "Roth Vale, Bo Al"
    return rows if rows.entries and not doubts(rows.entries) else None


def _without_repeats(rows: Rows, text: str) -> Rows:
    """Return names without repetitions, if a later line repeats a name of a line with several.

    >>> _without_repeats(Rows(("Bo Fei", "Al Go", "Bo Fei")), "Bo Fei, Al Go\\nBo Fei: x").names
    ('Bo Fei', 'Al Go')
    """
    names = rows.entries
    kept = tuple(dict.fromkeys(names))
    if len(kept) == len(names):
        return rows
    if all(map(_HAS_ROLE.match, text.strip().split("\n"))):
        return rows._replace(entries=kept)  # "Software: Bo Fei" and "Writing: Bo Fei, Al Go"
    first = next((line for line in text.split("\n") if kept[0] in line), "")
    listed = (
        names[: len(kept)] == kept and len(kept) > 1 and all(name in first for name in kept[:2])
    )
    return rows._replace(entries=kept) if listed and kept[0] in text.partition(first)[2] else rows


def _weighed(text: str) -> Rows | None:
    """Return the names of a text whose pieces are all weighed together; None if it has none."""
    stretches = weighed(text)
    recase(stretches)
    entries = tuple(grouped(stretches))
    return Rows(entries) if entries else None


def _is_better(whole: Rows, rows: Rows, text: str) -> bool:
    """Return whether the weighed reading, `whole`, is better than that by rules.

    >>> two, three = Rows(("Bo Fei", "Al Go")), Rows(("Inventors", "Bo Fei", "Al Go"))
    >>> [_is_better(two, three, text) for text in ("Inventors\\nBo Fei, Al Go", "Inventors, Bo")]
    [True, False]
    """
    weighed_names = set(map(_bare_words, whole.names))
    names = {_bare_words(name): name for name in rows.names}
    if weighed_names > set(names):
        return bool(weighed(text, needs_sure=True))
    if not weighed_names < set(names) or whole.others != rows.others:
        return False
    lines = [line.strip(" \t.:*#") for line in text.split("\n")]
    further = [name for words, name in names.items() if words not in weighed_names]
    listed = any(all(name in line for name in whole.names[:2]) for line in lines)
    return listed and all(_is_apart(name, whole.names, lines) for name in further)


def _is_apart(name: str, others: tuple[str, ...], lines: list[str]) -> bool:
    """Return whether a text read as a name is on lines without any of the other names.

    >>> _is_apart("On It", ("Bo Fei",), ["On It", "Bo Fei"])
    True
    >>> _is_apart("Bo Fei", ("Al Go",), ["Bo Fei, Al Go"])
    False
    """
    own = [line for line in lines if name in line]
    if not own or any(other.split()[-1] in line for other in others for line in own):
        return False
    return not (looks_like_group(name) and name in own)


def _bare_words(name: str) -> str:
    return " ".join(sorted(name.replace(",", " ").replace("’", "'").split()))


def _by_rules(text: str) -> Rows:
    """Read a pasted list by the rules of the layouts that are known."""
    text = _HYPHENATED.sub("", _INVISIBLE.sub("", text))
    whole = names_of_titlepage(text) or names_of_grid(text) or names_of_keyed_places(text)
    text = with_initials(whole or divided(text))
    text = _plain_layout(without_page(text))
    quoted = _QUOTED_LIST.fullmatch(text)
    if quoted:
        text = re.sub(rf"{quoted[1]}\s*,\s*{quoted[1]}", "\n", quoted[2])
    if _NUMBERED.match(text):
        text = _NUMBER_INSIDE.sub("\n", text)
    if _LETTERED.match(text):
        text = _LETTER_INSIDE.sub("\n", text)
    text = without_roman(text)
    counted = with_english_counts(text)
    text = _BY.sub("", counted, count=1) if _BY.match(text) else counted
    text = _DASH_INSIDE.sub(r"\1, ", text)
    text = without_letter_key(text)
    text = without_noise(with_letter_marks(without_tail(without_head(text))))
    text = divided(with_known_marks(without_tail(text)))
    quiet = with_initials(_PARENTHESIS.sub(_beside, _DOTS.sub(", …, ", text)))
    is_lower = not any(map(str.isupper, quiet))
    stretches: list[list[str]] = []
    unread: list[str] = []
    lines = list(lines_with_names(unwrapped(quiet)))
    for found in without_degrees(
        without_shown_titles([row for line in lines for row in stretches_of(line)])
    ):
        stretch = before_address(found)
        if len(lines) > 1:
            stretch = before_workplace(stretch)
        names = parts_of_names(stretch, unread, is_lower=is_lower, is_first=not stretches)
        if names:
            stretches.append(names)
    if "\n" in quiet.strip():
        places = sum(map(is_institution, map(str.strip, quiet.split("\n"))))
        stretches = without_workplaces(stretches, has_places=places > 0)
    stretches = without_pictures(without_glued_letters(stretches, unread))
    recase(stretches)
    recase_filed(stretches)
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
        names_of_patent,
        names_of_columns,
        names_of_given_in_brackets,
        _names_of_quoted_rows,
        names_of_quotes,
    ):
        if names := names_of(text):
            return names
    label = LABEL.match(text)
    if label and "\n" in label[0]:
        text = text[label.end() :]
    text = without_roles(without_leads(text))
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
