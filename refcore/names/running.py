"""Names in running text, list items and table cells: where a list begins and ends."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import attrs

from refcore.errors import RefcoreError
from refcore.model.identifiers import Orcid
from refcore.model.people import Authors, Group, Name, Person
from refcore.names.bodies import is_cut_body
from refcore.names.counts import COUNTED, Count, left_out, said_by
from refcore.names.groups import ORGANISATIONS, is_institution, looks_like_group
from refcore.names.numbers import NUMBER
from refcore.names.plain import read_name
from refcore.names.shape import is_initials, is_name, is_name_word
from refcore.names.surnames import (
    capitals_filed,
    filed_pairs,
    first_filed,
    opening_surnames,
    vancouver,
)
from refcore.text.idforms import DOI_START
from refcore.text.letters import EAST_ASIAN, widened
from refcore.text.patterns import regex

__all__ = ["MOST_LISTED", "NameList", "read_names", "surely_names", "without_possessive"]

# The largest collaborations have 5,200 authors; docs/limits.md names it.
MOST_LISTED = 10_000
# "Hsieh+ 2022", "Hsieh+24": et al.
_PLUS = widened(
    r"(?<=[^\W\d_]{2})\+(?=[\s,.)\]]{1,3}[(\[A-Z]"
    r"|[\s,.)\]]{0,3}(?:\Z|\n|['’]?(?:19|20)?[0-9]{2}\b))"
)
# "et al." in other languages.
_FOREIGN_OTHERS = (
    r"y\sotr[oa]s\b|y\scols?\b\.?|e\soutr[oa]s\b|e\scol\.|e\saltri\b|et\scoll\."
    r"|und\sandere\b|и\sдр\b\.?|и\sсоавт\w*\.?|та\sін\b\.?|và\scộng\ssự"
    r"|(?-i:[eu]\.\s?a\.|i\sin\.|a\skol\.|m\.\s?fl\.|mfl\.|ve\s(?:ark|diğ)\.|vd\.|dkk\b\.?)"
    r"|és\smtsai\.?"
)
_OTHERS = regex(
    rf"""[\s(\[*_]{{0,20}}(?:
        {_PLUS}
      | (?:(?:and\s{{1,20}})?(?:…|\.\.\.)[\s,(\[]{{0,20}})?
        (?:{COUNTED}|\+\s?(?P<added>{NUMBER})(?![\w+]))
      | (?:(?:and|plus|with|\+|&|…|\.\.\.)\s{{0,20}}){{0,4}}(?:
        et\.?\s?al(?:\b\.?|ii\b|ia\b) | (?:many\ |several\ )?(?:others|more)\b | and\ colleagues
      | (?:(?:his|her|their)\ )?(?:co-?workers|co-?authors|colleagues)\b
      | etc\b\.? | 等人|等(?![\w\ \t]*[0-9]|\w)
      | (?:among|amongst)\ others | … | \.\.\.
      | (?:{_FOREIGN_OTHERS})
      | (?:ら|ほか|他|외)(?!\w))
    )(?:\s+not\ (?:shown|listed|named)(?:\s+here)?)?[*_]*[)\]]*""",
    re.VERBOSE | re.IGNORECASE,
)
# The first two letters of the English and other Latin words in that pattern.
_BEGINNINGS = frozenset(
    word[:2] for word in re.findall("[a-z]{2,}", re.sub(r"\\.|\[[^]]*\]", " ", _OTHERS.pattern))
)
_BEFORE_OTHERS = regex(r"[\s(\[*_]*")
_NO_OTHERS = frozenset(("", *",;:?!/|=<>@\"'“”«»—–-)]"))  # what no such words begin with
# A count right after "et al.": "et al. (54 authors)".
_COUNT_AFTER = regex(rf"[\s*_,.]*(?:[(\[][\s*_]*)?(?:{COUNTED})(?:[\s*_.]*[)\]])?", re.IGNORECASE)
_JOINED = regex(r"(?:\b(?:and|plus)|[&+])\s*\Z")
_NOTHING_MORE = regex(r"[\s.)]*\Z")
_UNDERLINES = regex(r"\s*_+")
# "and" in other languages. Words that join the parts of a family name too, as in "Ortega y
# Gasset", join two people only where a given and a family name follow.
_AND = (
    r"(?:and|&|und(?!\s(?:zu|von)\b)|och|og|et(?!\.?\s?(?:al|alii|aliae|alia|coll?)\b)"
    r"|và(?!\scộng\ssự)|(?:y|e|i|en|ja|ve|и)(?=\s[^\W\d_a-z][\w.'’-]*\s(?:[dl]['’])?[^\W\d_a-z])"
    # "Makihara, Y. y Yagi, Y."
    r"|(?<=\.\s)(?:y|e|i|и)(?=\s[^\W\d_a-z][\w'’-]*,\s[^\W\d_a-z]\.)|和|与|與|及(?!び))"
)
_SEPARATOR = regex(
    r"(?=[\s;，、،·•,<+])"  # the characters it can begin with: a quick test, as most are others
    rf"(?:\s*(?:[;，、،·•]|(?<=\s)[/+](?=\s)|,(?!\d)|(?<!\d),)\s*(?:{_AND}\s+)?|\s+{_AND}\s+|\s*<br\s*/?>\s*)"
)
# What separates people if a comma joins family and given name: "Berg, A.; Fei, B. and Far, M."
_OPENS = regex(rf"[;/]|(?<!\w){_AND}(?!\w)|\s[yeiи]\s")
_JOINS = regex(rf"(?<!\w){_AND}(?!\w)")
_UP_TO_COMMA = regex(r"[^,;:()\n.]{2,60}")
_MARKS = regex(
    r"""[^\S\n]*(?:[*†‡§¶#~⋆★]|[\u00b2\u00b3\u00b9\u2070-\u2079]|\\\*|✉|📧|🆔
      |\[\^[^\]\s]{1,20}\]|\[(?:[0-9]{1,3}|[a-z*†‡])(?:[,\s]{1,2}(?:[0-9]{1,3}|[a-z*†‡])){0,4}\]
      |\^\{?[0-9*†](?:,?[0-9*†]){0,8}\}?
      |(?<=[^\W\d_])[0-9]{1,2}(?:,[0-9]{1,2}){0,9}
        (?=\s*(?:[,;&*†‡()\[.\n]|and\b|et\b|\Z)))+""",
    re.VERBOSE,
)
_ORCID = regex(
    r"\s*+(?:[(\[]\s*+)?(?:orcid(?:\s*+id)?\s*+(?::\s*+)?)?(?:https?://orcid\.org/)?"
    r"([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9Xx])(?:\s*+[)\]])?"
    r"|\s*+[(\[]?\borcid(?:\s+(?:id|logo|icon))?\b[)\]]?",
    re.IGNORECASE,
)
_HARD_STOP = regex(
    r"""[:"“”«»|?!<>\x1f=/@]|\s[—–-]\s|—|\n\s*\n|https?:
      |\.(?=\s|$)(?<![\s.-]\w\.)(?<!^\w\.)(?<!\bJr\.)(?<!\bSr\.)(?<!\bSt\.)(?<!\bal\.)
      (?<!\bMd\.)(?<!\bMohd\.)(?<!\bSk\.)(?<!\bWm\.)(?<!\bChr\.)(?<!\bTh\.)""",
    re.VERBOSE,
)
# An affiliation or role after a name; a year or an id in parentheses belongs to the work.
_PARENTHESIS = regex(
    rf"(?i:(?!\s*[(\[][^()\[\]]{{0,60}}(?:arxiv|doi\b|https?:|{DOI_START}|\b(?:19|20)[0-9]{{2}}\b)))"
    r"\s*(?:\([^()]{0,120}\)|\[[^\[\]]{0,120}\])"
)
# The last name after an elision, in "Chen, A., Li, B., ... Sun, Z. (2025)".
_LAST = regex(r"[ \t]*+,?[ \t]*+(?:(?:and|&)[ \t]+)?(?=[^\W\d_a-z])")
_LAST_ENDS = regex(r"[\s*_]*(?:\Z|\n|[.;(\[)|\x1f])|(?<=\.)\s")
_ELISION = regex(r"[\s,(\[]*(?:…|\.\.\.)[)\]]*")
# Words over a list that say who follows, and are not a group.
_ROLES = regex(r"authors?\b|contributors?\b|editors?\b|reviewers?\b|members?\b", re.IGNORECASE)
_GROUP_COLON = regex(r":\s+(?=[^\W\d_a-z])")
# Words of letters and initials between them, and a comma with what is no "and" after it.
_LETTER = r"[^\W\d_等\u00b2\u00b3\u00b9\u2070-\u2079]"
_PLAIN_WORD = (
    rf"(?!(?i:et|and|und|och|og|orcid)\b){_LETTER}{{2,40}}(?:[-'’]{_LETTER}{{1,40}}){{0,3}}"
)
_PLAIN = regex(
    rf"(?!Prof|Dr|M[rs])({_PLAIN_WORD}(?:\ (?:{_PLAIN_WORD}|{_LETTER}\.)){{0,4}}(?<!\.)),"
    r"\ ?(?=[^\W_])(?!(?i:and|et|und|och|og)\b|[和与與及]\s)"
)
# "B. C., " behind "Fei, ": initials, and a comma with what is no "and" after it.
_FILED_INITIALS = regex(
    r"([^\W\d_a-z]\.(?:\ [^\W\d_a-z]\.){0,3}),\ (?=[^\W\d_a-z])"
    r"(?!(?i:and|et|und|och|og)\b|[和与與及])"
)
# Two words, the second small: if that is not a particle, no name begins here.
_SENTENCE = regex(
    widened(
        rf"{_LETTER}{{2,40}}\ (?!(?:and|et|und|och|og|và)\b|{_FOREIGN_OTHERS})"
        r"([a-zß-ÿ]{2,40})(?=\ )"
    )
)
# "*Acta Orientalia*, 2016", "Acta Orientalia 12, 3", "*Acta Orientalia*": no name after "and".
_VENUE_FOLLOWS = regex(
    r"(?P<mark>[*_]{1,2})[^*_\n]{3,80}(?P=mark)(?=\W|\Z)"
    r"|[^\W\d_][^,;.:()\n]{2,60}?(?:,\s(?:vol\.\s)?|\s\(?)(?:[0-9]{1,4})\b",
    re.IGNORECASE,
)
_INVERTED = regex(
    widened(
        r"(?:(?![a-zß-ÿ]{2}\.\s)[^;:\n]){2,60};(?!\s*[\"“«*_])\s*[^;:\n]{2,60}?(?:;|\.|\Z|\s[(\[|])"
        r"|[^\W\d_][^,;:/\n]{1,40}, [^,;:/\n]{1,40}(?:\s/\s[^,;:/\n]{2,40}, [^,;:/\n]{1,40})+"
    )
)
_LONGEST_TURNED = 90  # characters up to the first mark in that pattern
# "*On the Form of Things*" after names without emphasis, and what separates names inside emphasis.
_SET = regex(r"([*_]{1,3})(?=[^\s*_])([^*_\n]{2,300}?)\1(?![\w*_])")
_PARTS = regex(r"[,;&]|\band\b")
_COLLECTIVE = ("the ", "our ", "its ", "their ", "all ", "many ", "several ")
# "and the SciPy 1.0 Contributors", "for the ATLAS Collaboration": people without names.
_TEAM = regex(
    r"(?:(?:for|on\s+behalf\s+of)\s+)?the\s+(?:[\w.&'’/+-]{1,30}\s+){1,6}?(?:collaborations?|consorti(?:a|um)"
    r"|contributors|developers|initiative|team|teams|working\s+group)(?=\W|\Z)",
    re.IGNORECASE,
)
_UNDERLINED = regex(r"(?<![^\W_])_+|_+(?![^\W_])")
_LEADING_ROLE = regex(r"\A(?:(?:Prof(?:essor)?|Dr|Mr|Ms|Mrs)\b\.?\s+)+")


@attrs.frozen
class NameList:
    """Names in a row, where they end, and what the list leaves out.

    `last` is the name after an elision, as in "Bo Fei, …, Mo Far". `is_cut` says that the list
    goes on after the most names that are read; it then has others.
    """

    names: tuple[Name, ...]
    others: bool | int
    start: int
    end: int
    last: Name | None = None
    is_cut: bool = False

    @classmethod
    def of(cls, names: Iterable[str], start: int, end: int) -> NameList:
        """Return a complete list of names that are read one by one, such as family names.

        >>> [name.name for name in NameList.of(["Berg", "Fei"], 0, 10).names]
        ['Berg', 'Fei']
        """
        return cls(tuple(map(read_name, names)), others=False, start=start, end=end)

    @property
    def authors(self) -> Authors:
        """The list as a reference carries it."""
        return Authors(self.names, self.others)


@attrs.define
class _Piece:
    text: str
    orcid: Orcid | None
    start: int
    end: int
    opens: bool = True
    odd: bool = False


def _may_be_others(text: str, position: int) -> bool:
    """Return quickly whether words for others may be at a place: most names end otherwise.

    >>> _may_be_others(" et al.", 0), _may_be_others(", Bo Fei", 0), _may_be_others(". On", 0)
    (True, False, False)
    """
    position = _BEFORE_OTHERS.match(text, position).end()  # type: ignore[union-attr]
    ahead = text[position : position + 2].lower()
    if ahead[:1] in _NO_OTHERS or (ahead[:1] == "." and ahead != ".."):
        return False
    return not (ahead.isascii() and ahead.isalpha()) or ahead in _BEGINNINGS


def _may_be_inverted(text: str, start: int) -> bool:
    """Return quickly whether a mark between turned names is near a place: most lists have none.

    >>> _may_be_inverted("Berg, Ada; Fei, Bo", 0), _may_be_inverted("Ada Berg, Bo Fei", 0)
    (True, False)
    """
    near = text[start : start + _LONGEST_TURNED]
    return ";" in near or "/" in near


class _Scanner:
    """Takes names off a text from a position on, one by one, until something else follows."""

    def __init__(
        self, text: str, start: int, *, lenient: bool, tolerant: bool = False, nested: bool = False
    ) -> None:
        self.text = text
        self.position = start
        self.lenient = lenient
        self.tolerant = tolerant
        self.nested = nested
        self.pieces: list[_Piece] = []
        self.skipped = 0
        self.ends_with_skipped = False
        self.others: bool | int = False
        self.count = Count()
        self.inverted = _may_be_inverted(text, start) and bool(_INVERTED.match(text, start))
        self.opens = True
        self.end = start
        self.last: Name | None = None
        self.joined = False  # whether "and" is before the last name
        self.looked_at = 0  # pieces that were looked at for a group
        self.grouped = False
        self.is_cut = False

    def run(self) -> None:
        if not self._take_filed():
            return
        while self.position < len(self.text):
            if len(self.pieces) >= MOST_LISTED:
                self.is_cut = self.others = True
                return
            if self._tail() or self._team():
                return
            if not (self._plain() or (self._name() and self._separator())):
                return

    def _separator(self) -> bool:
        """Take what is between two names; return whether the list goes on after it."""
        if self._tail():
            return False
        separator = _SEPARATOR.match(self.text, self.position) or self._group_colon()
        if separator is None:
            return False
        if self._takes_rest_of_body(separator):
            separator = _SEPARATOR.match(self.text, self.position)
            if separator is None or self._tail():
                return False
        self.opens = bool(_OPENS.search(separator[0]))
        if self._title_opens(separator.end()) or self._is_over(separator):
            return False
        self.joined = bool(_JOINS.search(separator[0]))
        self._go_on(separator.end())
        return True

    def _takes_rest_of_body(self, separator: re.Match[str]) -> bool:
        """Take what is behind "and" into the last name: "Ministry of Health and Welfare"."""
        following = _UP_TO_COMMA.match(self.text, separator.end())
        if not self.pieces or following is None or "," in separator[0]:
            return False
        last, rest = self.pieces[-1], following[0].rstrip(" *_")
        rest = _JOINS.split(rest, maxsplit=1)[0].rstrip()
        if not _JOINS.search(separator[0]) or not is_cut_body(last.text, rest):
            return False
        self.position = self.end = separator.end() + len(rest)
        whole = f"{last.text} and {rest}"
        self.pieces[-1] = attrs.evolve(last, text=whole, end=self.end)
        return True

    def _is_over(self, separator: re.Match[str]) -> bool:
        """Return whether "and" is before the last name, and a place or a venue follows a comma.

        "Ada Berg and Bo Fei, Google DeepMind" and "Ada Berg and Bo Fei, *Acta Orientalia*, 2016"
        have two authors.
        """
        if not self.joined or "," not in separator[0] or _JOINS.search(separator[0]):
            return False
        if self._has_group():
            return False
        if _VENUE_FOLLOWS.match(self.text, separator.end()):
            return True
        following = _UP_TO_COMMA.match(self.text, separator.end())
        place = following[0].strip(" .*_") if following else ""
        return is_institution(place) or place.partition(" ")[0].casefold() in ORGANISATIONS

    def _team(self) -> bool:
        """Take a team that ends the list, as people without names."""
        match = _TEAM.match(self.text, self.position)
        if match is None or not self.pieces:
            return False
        self.position = self.end = match.end()
        self.others = True
        return True

    def _has_group(self) -> bool:
        """Return whether one of the names is a group's; each name is looked at once."""
        while self.looked_at < len(self.pieces) and not self.grouped:
            self.grouped = looks_like_group(self.pieces[self.looked_at].text)
            self.looked_at += 1
        return self.grouped

    def _title_opens(self, position: int) -> bool:
        """Return whether emphasised words follow in which no name is."""
        if self.text[position : position + 1] not in ("*", "_"):
            return False
        span = _SET.match(self.text, position)
        if _OTHERS.match(self.text, position):
            return False
        if span is None:
            return False
        if ": " in span[2]:
            return True  # "*Plate Tectonics: An Insider's History*"
        return not any(is_name(part.strip(), single=True) for part in _PARTS.split(span[2]))

    def _go_on(self, position: int) -> None:
        """Go on after a separator, and after the marks of emphasis there."""
        while self.text[position : position + 1] in ("*", "_"):
            position += 1
        self.position = position

    def _plain(self) -> bool:
        """Take a name without marks and the comma after it, as most are; return False if not.

        `_name` reads such names equally, but more slowly, as it looks for every mark.
        """
        match = _PLAIN.match(self.text, self.position)
        if match is None or self.joined:
            return False
        if not is_name(match[1], single=self.lenient or self.inverted):
            return self._filed(match)
        if self._title_opens(match.end()):
            return False
        self.pieces.append(_Piece(match[1], None, self.position, match.end(1), self.opens))
        self.end = match.end(1)
        self.ends_with_skipped = self.opens = False
        self._go_on(match.end())
        return True

    def _filed(self, family: re.Match[str]) -> bool:
        """Take a family name, the initials behind its comma, and the next comma, if both follow."""
        initials = _FILED_INITIALS.match(self.text, family.end())
        if initials is None or not is_name(family[1], single=True):
            return False
        self.pieces += (
            _Piece(family[1], None, self.position, family.end(1), self.opens),
            _Piece(initials[1], None, family.end(), initials.end(1), opens=False),
        )
        self.end = initials.end(1)
        self.ends_with_skipped = self.opens = False
        self._go_on(initials.end())
        return True

    def _take_filed(self) -> bool:
        """Take the names in filing order at the start; return False if the list ends with them."""
        for name, end in capitals_filed(self.text, self.position):
            self._take(name, end)
        for name, end in filed_pairs(self.text, self.position) if not self.pieces else ():
            self._take(name, end)
        single = None if self.lenient or self.pieces else first_filed(self.text, self.position)
        if single:
            self._take(single[0], single.end())
        surnames, _ = opening_surnames(self.text, self.position)
        for name in surnames if len(surnames) > 1 and not self.pieces else ():
            self._take(name, self.text.index(name, self.position) + len(name))
        for name, end in vancouver(self.text, self.position) if not self.pieces else ():
            self._take(name, end)
        if not self.pieces or self._tail():
            return not self.pieces
        separator = _SEPARATOR.match(self.text, self.position)
        self.position = separator.end() if separator else self.position
        return bool(separator)

    def _take(self, name: str, end: int) -> None:
        self.pieces.append(_Piece(name, None, self.position, end))
        self.position = self.end = end

    def _group_colon(self) -> re.Match[str] | None:
        """Return the colon in "MiniMax: Aili Chen, Bo Fei", after a group that opens a list."""
        first = self.pieces[0].text if len(self.pieces) == 1 else ""
        if not looks_like_group(first) or _ROLES.search(first):
            return None
        colon = _GROUP_COLON.match(self.text, self.position)
        names = _read_once(self.text, colon.end()) if colon and not self.nested else None
        return colon if names and surely_names(names) else None

    def _tail(self) -> bool:
        if not (self.pieces or self.skipped) or not _may_be_others(self.text, self.position):
            return False
        match = _OTHERS.match(self.text, self.position)
        if match is None:
            return False
        joined = _JOINED.search(self.text, max(0, self.position - 6), self.position)
        self.count = said_by(match, joined=bool(joined))
        self.position = self.end = match.end()
        after = _COUNT_AFTER.match(self.text, self.end)
        if after and self.count == Count():
            self.count = said_by(after)
            self.position = self.end = after.end()
        only_total = self.count.in_all and not _ELISION.match(match[0]) and not after
        self.others = self.count.more or not only_total
        if _ELISION.fullmatch(match[0]) and not self.nested:
            self._take_last()
        return True

    def _take_last(self) -> None:
        """Take the name after an elision, as the last of the list."""
        begin = _LAST.match(self.text, self.end)
        names = _read_once(self.text, begin.end()) if begin else None
        if names is None or names.others or len(names.names) > 2:
            return
        last = names.names[-1]
        if isinstance(last, Person) and last.given and _LAST_ENDS.match(self.text, names.end):
            self.last = last
            self.position = self.end = names.end

    def _name(self) -> bool:
        """Read one name and its marks; return whether the list can go on after it."""
        start = self.position
        window = self.text[start : start + 200]
        if _QUOTE.search(window):
            window = _NICKNAME.sub(_blank, window)
        window, stop = _first_name(window, self.text, start)
        raw = _bare(window[:stop])
        self.position = start + stop
        if last := self._last_initials(raw):
            # In "Berg, A., Fei, B. Title of it." the title begins after the initials.
            end = start + window.find(last) + len(last)
            self._put(last, None, start, end, opens=self.opens)
            return False
        orcid = self._skip_marks()
        raw = _without_stop(raw)
        if self._admit(raw):
            self._put(raw, orcid, start, self.position, opens=self.opens)
            self.ends_with_skipped = False
            return True
        if self.lenient and self.pieces and raw.casefold().startswith(_COLLECTIVE):
            self.skipped += 1
            self.end = self.position
            self.ends_with_skipped = True
            return True
        if self._odd_in_row(raw):
            self._put(raw, orcid, start, self.position, opens=self.opens, odd=True)
            return True
        if raw := _leading_name(raw):
            # Prose follows the name: the list ends with it.
            self._put(raw, None, start, start + window.find(raw) + len(raw))
        return False

    def _put(
        self,
        raw: str,
        orcid: Orcid | None,
        start: int,
        end: int,
        *,
        opens: bool = True,
        odd: bool = False,
    ) -> None:
        """Add a name that ends at `end`, where reading goes on."""
        self.position = self.end = end
        self.pieces.append(_Piece(raw, orcid, start, end, opens, odd=odd))

    def _last_initials(self, raw: str) -> str:
        """Return the initials after a family name, in a text that then changes its subject."""
        match = _GOES_ON.match(raw) if self.pieces else None
        if match is None or is_initials(self.pieces[-1].text):
            return ""
        alternate = len(self.pieces) > 2 and is_initials(self.pieces[-2].text)
        return match[1] if alternate or not is_name(raw) else ""

    def _admit(self, raw: str) -> bool:
        if not raw:
            return False
        if is_name(raw, single=self.lenient or self.inverted) or is_initials(raw):
            return True
        # "Leake, David B.; Powell, Jay H.": given names may end in initials.
        first, _, initials = raw.partition(" ")
        if (
            self.inverted
            and not self.opens
            and is_initials(initials)
            and is_name(first, single=True)
        ):
            return True
        # "A Berg, B Fei": the first word is an initial.
        if raw.startswith("A ") and _SHORT_AHEAD.match(self.text, self.position):
            return is_name(f"B{raw[1:]}")
        # In "Vaswani, A." the family name comes alone.
        return is_name(raw, single=True) and bool(
            _INITIALS_AHEAD.match(self.text, self.position)
            or _OTHERS.match(self.text, self.position)
            or _ET_AL.match(self.text, self.position)
        )

    def _odd_in_row(self, raw: str) -> bool:
        """Return whether an odd name is in a row of names, and so counts as a name."""
        words = raw.split()
        if not self.tolerant or not 1 <= len(words) <= 4 or "by" in words:
            return False
        if not any(letter.isalpha() for letter in raw):
            return False
        goes_on = _SEPARATOR.match(self.text, self.position) or _OTHERS.match(
            self.text, self.position
        )
        return bool(goes_on or _NOTHING_MORE.match(self.text, self.position))

    def _skip_marks(self) -> Orcid | None:
        orcid: Orcid | None = None
        while True:
            match = _ORCID.match(self.text, self.position)
            if match:
                orcid = _orcid(match[1]) or orcid
                self.position = match.end()
                continue
            marks = _MARKS.match(self.text, self.position) or _UNDERLINES.match(
                self.text, self.position
            )
            if marks is None:
                marks = _PARENTHESIS.match(self.text, self.position)
                if marks is None or _OTHERS.match(self.text, self.position):
                    return orcid
                # A parenthesis belongs to the name only if the list continues after it.
                goes_on = _SEPARATOR.match(self.text, marks.end()) or _ET_AL.match(
                    self.text, marks.end()
                )
                if not (goes_on or self.lenient):
                    return orcid
            self.position = marks.end()


def _first_name(window: str, text: str, start: int) -> tuple[str, int]:
    """Return a window of a text up to its first separator, and where the name in it ends.

    A mark or a line's end can end the name before the separator.
    """
    separator = _SEPARATOR.search(window, 1)
    end = separator.start() if separator else len(window)
    window = window[: separator.end()] if separator else window
    mark = _STOP.search(window)
    stop = min(mark.start(), end) if mark else end
    return window, _within_line(window, stop, text[start + stop : start + stop + 8])


def _bare(raw: str) -> str:
    """Return a name without emphasis, and without a role before it.

    >>> _bare("**Bo  Fei**"), _bare("lamp_rag")
    ('Bo Fei', 'lamp_rag')
    """
    if "*" in raw or "_" in raw:
        raw = _UNDERLINED.sub(" ", raw.replace("*", ""))
    return _LEADING_ROLE.sub("", " ".join(raw.split())).strip(" ,")


def _without_stop(raw: str) -> str:
    """Return a name without a full stop that ends the sentence, not an initial or a suffix.

    >>> _without_stop("Bo Fei."), _without_stop("Fei B."), _without_stop("Sammy Davis Jr.")
    ('Bo Fei', 'Fei B.', 'Sammy Davis Jr.')
    """
    if not raw.endswith(".") or raw[-3:] in ("Jr.", "Sr."):
        return raw
    is_initial = is_initials(raw.split()[-1]) and not _SHORT_NAME.search(raw)
    return raw if is_initial else raw[:-1]


def _within_line(window: str, stop: int, following: str) -> int:
    r"""Return where a name ends with its line, if what is on the next line is not part of it.

    >>> _within_line("Bo Fei\nMIT, 2024", 10, ", 2024")
    6
    """
    head, line_break, below = window[:stop].partition("\n")
    words = below.split()
    if line_break and not words and window[stop : stop + 1] in ("*", "_"):
        return len(head)  # marks of emphasis on the next line
    if not line_break or len(head.split()) < 2 or is_initials(head.split()[-1]):
        return stop
    whole = f"{head} {below}".replace("*", "").replace("_", " ").strip()
    shouted = not head.isupper() and any(word.isupper() and len(word) > 2 for word in words)
    # "Siew-Kei Lam" over "MM, 2024": a venue or a year is not part of the name.
    dated = _YEAR_NEAR.match(following) or any(map(looks_like_group, words))
    apart = window[stop : stop + 4].lstrip(" *_")[:1] in (":", "|", "@") or shouted or dated
    return (
        len(head)
        if words and (apart or not is_name(whole)) and is_name(head.strip(" *_"))
        else stop
    )


def _blank(match: re.Match[str]) -> str:
    return match[1] + " " * (len(match[0]) - len(match[1]))


def _leading_name(text: str) -> str:
    words = text.split()
    count = next((n for n, word in enumerate(words) if not is_name_word(word)), len(words))
    while count > 1 and words[count - 1][:1].islower():
        count -= 1
    name = " ".join(words[:count])
    return name if 1 < count < len(words) and is_name(name) else ""


# "Felix Heide から": words of another script follow a name in Latin letters.
_OTHER_SCRIPT = regex(rf"(?<=[a-z\u00df-\u024f.])\s+(?=[{EAST_ASIAN}]{{2}})", re.IGNORECASE)
_STOPS = (
    _HARD_STOP,
    _OTHER_SCRIPT,
    _MARKS,
    regex(r"\s*[(\[)\]]"),
    _ORCID,
    regex(
        rf"\s+(?:et\.?\s?al\b|{_FOREIGN_OTHERS}|\+\s*\d|…|\.\.\.|等|ら(?!\w)|ほか|他(?!\w)|외(?!\w))|(?<=[^\W\d_\u3400-\u9fff])等|(?<=[^\W\d_]{{2}})(?:…|\.\.\.)"
        rf"|{_PLUS}"
        r"|\s*(?:等|他|ら|ほか|외|등|另)(?=\s?[共全计計]?\s?[0-9])"
    ),
    # A quick test: few words join a number.
    regex(rf"\s+(?=(?:[^\W\d_]{{1,12}}\.?\s|[+&]\s?){{1,2}}[0-9])(?={COUNTED})", re.IGNORECASE),
)


# A list is read in several places of a note, and so are its names.
_parsed = functools.lru_cache(maxsize=8192)(read_name)


def _scoped(pattern: re.Pattern[str]) -> str:
    """Return a pattern with its flags, as a part of a longer one."""
    flags = "".join(letter for letter, flag in (("x", re.X), ("i", re.I)) if pattern.flags & flag)
    return f"(?{flags}:{pattern.pattern})"


# The characters that a mark which ends a name can begin with: a quick test.
_BEGINS = (
    r"(?=[\s:\"“”«»|?!<>=/@—.*†‡§¶#~⋆★\u00b2\u00b3\u00b9\u2070-\u2079\\✉📧🆔\[\](){}^\d+…"
    r"等らほ他외등另hHoO])"
)
# The first mark that ends a name, whichever it is.
_STOP = regex(f"{_BEGINS}(?:{'|'.join(map(_scoped, _STOPS))})")
_YEAR_NEAR = regex(r"[\s,('’]{0,3}(?:19|20)?[0-9]{2}\b")
_QUOTE = regex('[("“]')
_ET_AL = regex(r"[\s,]*et\.?\s?al\b")
# "Songde Ma." ends a list; the stop is not a mark of an initial.
_SHORT_NAME = regex(r"[^\W\d_]{2}\s[^\W\d_a-z][a-z]\.\Z")
# "Mara (May) Quill", 'Mara "May" Quill'.
_NICKNAME = regex(
    widened(
        r"(?<=[^\W\d_a-z][\w.’'-])((?:[\w.’'-]{0,20}))\s(?:\([^\W\d_a-z][a-zß-ÿ]{1,14}\)|\"[^\W\d_a-z][a-zß-ÿ]{1,14}\"|“[^\W\d_a-z][a-zß-ÿ]{1,14}”)"
        r"(?=\s[^\W\d_a-z][\w’'-]+)"
    )
)
_GOES_ON = regex(r"((?:[^\W\d_]\.[-\s]?){0,4}[^\W\d_]\.)\s+(?=[^\W_]{2})")
_SHORT_AHEAD = regex(widened(r",\s+[A-Z]{1,3}\s[^\W\d_a-z][\w'’-]+\s*(?:[,…]|-\s|\Z)"))
_INITIALS_AHEAD = regex(r",\s*(?:[^\W\d_]\.[-\s]?){1,4}")


def _orcid(text: str | None) -> Orcid | None:
    try:
        return Orcid.parse(text) if text else None
    except RefcoreError:
        return None


def read_names(text: str, start: int = 0, *, lenient: bool = False) -> NameList | None:
    """Read the names that begin at `start`, or None if none do.

    `lenient` admits names of one word, for lists that are marked as such.

    >>> found = read_names("Aili Chen, Bo Fei and 12 others wrote it")
    >>> [name.name for name in found.names], found.others
    (['Aili Chen', 'Bo Fei'], 12)
    """
    begin = start
    while begin < len(text) and text[begin] in " \t\n*_":
        begin += 1
    return _read(text, begin, lenient)


def without_possessive(names: NameList) -> NameList:
    """Return names without the "'s" of the last: "Ada Berg's *On It*".

    >>> without_possessive(NameList.of(["Bo Fei", "Ada Berg's"], 0, 9)).names[-1].name
    'Ada Berg'
    """
    last = names.names[-1] if names.names else None
    if not isinstance(last, Person) or not last.family.endswith(("'s", "’s")):
        return names
    own = attrs.evolve(last, family=last.family[:-2])
    return attrs.evolve(names, names=(*names.names[:-1], own))


def surely_names(names: NameList) -> bool:
    """Return whether a list is mostly people with given names, and groups known as such."""
    people = [name for name in names.names if isinstance(name, Person) and name.given]
    groups = sum(isinstance(name, Group) for name in names.names)
    if (len(people) + groups) * 10 < len(names.names) * 7:
        return False
    return len(people) >= 2 or (len(people) == 1 and bool(names.others))


def _read_once(text: str, begin: int) -> NameList | None:
    """Read a list inside a list, without names after an elision, which bounds the depth."""
    scanner = _Scanner(text, begin, lenient=False, nested=True)
    scanner.run()
    names = _names(scanner)
    return NameList(names, scanner.others, begin, scanner.end) if names else None


def _read(text: str, begin: int, lenient: bool) -> NameList | None:
    opening = None if lenient else _SENTENCE.match(text, begin)
    if opening and not is_name_word(opening[1]):
        return None
    scanner = _Scanner(text, begin, lenient=lenient, tolerant=lenient)
    scanner.run()
    odd = sum(1 for piece in scanner.pieces if piece.odd)
    if odd * 5 > len(scanner.pieces):
        # Too many pieces are not names: then the first such piece ends the list.
        scanner = _Scanner(text, begin, lenient=lenient)
        scanner.run()
    names = _names(scanner)
    if not names:
        return None
    # "the lamp team" in a list means people without names.
    others = scanner.others or scanner.ends_with_skipped
    others = left_out(others, scanner.count.in_all, len(names) + (scanner.last is not None))
    return NameList(names, others, begin, scanner.end, scanner.last, scanner.is_cut)


def _names(scanner: _Scanner) -> tuple[Name, ...]:
    if scanner.inverted and any(not piece.opens for piece in scanner.pieces):
        texts = _regrouped(scanner.pieces)
    else:
        texts = [(piece.text, piece.orcid) for piece in scanner.pieces]
    initials = sum(1 for text, _ in texts if is_initials(text))
    if initials and initials * 2 >= len(texts) - 1:
        texts = _joined(texts)
    alone = len(texts) > 2 and all(
        len(text.split()) == 1 for text, _ in texts
    )  # "Li, Han, E, & Wu"
    names = [
        _name(text, orcid)
        for text, orcid in texts
        if not is_initials(text) or (alone and len(text) == 1 and initials == 1)
    ]
    return tuple(name for name in names if name is not None)


def _regrouped(pieces: list[_Piece]) -> list[tuple[str, Orcid | None]]:
    """Put "Li, Wei; Fei, Bo" together at the semicolons."""
    texts: list[tuple[str, Orcid | None]] = []
    for piece in pieces:
        if piece.opens or not texts:
            texts.append((piece.text, piece.orcid))
        else:
            texts[-1] = (f"{texts[-1][0]}, {piece.text}", piece.orcid or texts[-1][1])
    return texts


def _joined(texts: list[tuple[str, Orcid | None]]) -> list[tuple[str, Orcid | None]]:
    joined: list[tuple[str, Orcid | None]] = []
    for text, orcid in texts:
        if is_initials(text) and joined and "," not in joined[-1][0]:
            joined[-1] = (f"{joined[-1][0]}, {text}", orcid or joined[-1][1])
        else:
            joined.append((text, orcid))
    return joined


def _name(text: str, orcid: Orcid | None) -> Name | None:
    try:
        name = _parsed(text)
    except RefcoreError:
        return None
    return attrs.evolve(name, orcid=orcid) if orcid and isinstance(name, Person) else name
