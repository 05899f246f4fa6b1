"""Author lists in running text, list items and table cells: where they begin and end."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from refcore.errors import RefcoreError
from refcore.model.identifiers import Orcid
from refcore.model.people import Authors, Name, Person
from refcore.names.plain import is_particle, looks_like_group, parse_name

__all__ = ["NameList", "is_name", "read_names", "spelled_number"]

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPELLED = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
NUMBER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}|(?:" + "|".join(_TENS) + r")(?:[\s-](?:"
    "one|two|three|four|five|six|seven|eight|nine))?|" + "|".join(_UNITS[1:]) + ")"
)
_WHO = (
    r"(?:co-?)?(?:authors?|others?|people|persons|contributors?|researchers?|names?|colleagues"
    r"|collaborators|members|scientists)"
)
_OTHERS = re.compile(
    rf"""[\s(\[*_]*(?:(?:and|plus|with|\+|&|…|\.\.\.)\s*)*
    (?:(?P<about>about|around|approximately|some|over|more\ than|at\ least|nearly|almost)\s+)?
    (?:
        (?P<number>{NUMBER})(?P<plus>\+)?\s+
        (?:(?:additional|more|other|further|remaining)\b(?:\s+{_WHO})?|{_WHO})
      | et\ al(?:\b\.?|ii\b|ia\b) | (?:many\ |several\ )?(?:others|more)\b | and\ colleagues
      | co-?workers\b | colleagues\b | etc\b\.? | (?:among|amongst)\ others | … | \.\.\.
    )(?:\s+not\ (?:shown|listed|named)(?:\s+here)?)?[*_]*[)\]]*""",
    re.VERBOSE | re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*(?:[;，、·•]|,(?!\d)|(?<!\d),)\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+|\s*<br\s*/?>\s*"
)
_MARKS = re.compile(
    r"""\s*(?:[*†‡§¶#~⋆★]|[\u00b2\u00b3\u00b9\u2070-\u2079]|\\\*|✉|📧|🆔
      |\[\^[^\]\s]{1,20}\]|\[[0-9a-z,\s*†‡]{1,9}\]
      |\^\{?[0-9*†](?:,?[0-9*†]){0,8}\}?
      |(?<=[^\W\d_])[0-9]{1,2}(?:,[0-9]{1,2}){0,9}
        (?=\s*(?:[,;&*†‡()\[.\n]|and\b|et\b|\Z)))+""",
    re.VERBOSE,
)
_ORCID = re.compile(
    r"\s*[(\[]?\s*(?:orcid(?:\s*id)?\s*:?\s*)?(?:https?://orcid\.org/)?"
    r"([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9Xx])\s*[)\]]?|\s*[(\[]?\borcid(?:\s+(?:id|logo|icon))?\b[)\]]?",
    re.IGNORECASE,
)
_HARD_STOP = re.compile(
    r"""[:"“”«»|?!<>\x1f=/@]|\s[—–-]\s|—|\n\s*\n|https?:
      |\.(?=\s|$)(?<![\s.-]\w\.)(?<!^\w\.)(?<!\bJr\.)(?<!\bSr\.)(?<!\bSt\.)(?<!\bal\.)""",
    re.VERBOSE,
)
# An affiliation or role behind a name; a year or an id in parentheses belongs to the work.
_PARENTHESIS = re.compile(
    r"(?i:(?!\s*[(\[][^()\[\]]{0,60}(?:arxiv|doi\b|https?:|10\.[0-9]{4}|\b(?:19|20)[0-9]{2}\b)))"
    r"\s*(?:\([^()]{0,120}\)|\[[^\[\]]{0,120}\])"
)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[-\s]?){1,5}|[^\W\d_]{1,3}")
_INVERTED = re.compile(r"[^;:\n]{2,60};\s*[^;:\n]{2,60}(?:;|\.|\Z)")
_NO_NAME = frozenset(
    "abstract all also although american among and answer appendix are arxiv authors because both "
    "but chapter chinese code conference credits data department each edition english every "
    "everyone figure following github hence here however https international introduction issue "
    "its journal later learning like link links many note now other others our paper papers "
    "preprint prior proceedings published recent references related report reproduced second "
    "section several since some such table that the their then there therefore these they this "
    "those though three two unknown using version via volume was website were what when where "
    "which while why workshop year your model models language neural network networks attention "
    "training deep".split()
)
# Words of the field's topics: "Computer Vision, Reinforcement Learning" lists no people.
_TOPICS = frozenset(
    "agent agents agentic alignment analysis artificial benchmark benchmarks compute computer "
    "dataset datasets diffusion embedding embeddings evaluation experts generation inference "
    "intelligence mixture multimodal natural optimization parallel processing reasoning "
    "reinforcement retrieval robotics scaling speech supervised theory token tokens transformer "
    "transformers vision".split()
)
# Words that open a phrase, but are names elsewhere: "See" in "Abigail See".
_NO_FIRST_WORD = frozenset(
    "a as at based by for from how if in into is it last more most of on or see she to under with "
    "we first not part".split()
)
_COLLECTIVE = ("the ", "our ", "its ", "their ", "all ", "many ", "several ")
_LEADING_ROLE = re.compile(r"(?:Prof(?:essor)?\b\.?|Dr\b\.?|Mr\b\.?|Ms\b\.?|Mrs\b\.?)\s+")


@attrs.frozen
class NameList:
    """Names that stand in a row, where they end, and what the list leaves out."""

    names: tuple[Name, ...]
    others: bool | int
    start: int
    end: int

    @property
    def authors(self) -> Authors:
        """The list as a reference carries it."""
        return Authors(self.names, self.others)


def spelled_number(text: str) -> int:
    """Give the value of a number in digits or English words under a hundred.

    >>> spelled_number("twenty-seven"), spelled_number("1,234")
    (27, 1234)
    """
    digits = text.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    return sum(_SPELLED.get(word, 0) for word in re.split(r"[\s-]+", text.casefold()))


def is_name(text: str, *, single: bool = False) -> bool:
    """Tell whether a text reads as a name; `single` admits one word.

    >>> [is_name(text) for text in ("Aili Chen", "Peter de With", "the team", "Qwen Team")]
    [True, True, False, True]
    """
    words = text.split()
    if not 1 <= len(words) <= 7 or len(text) > 90 or re.search(r"[\d*_()\[\]{}|$%]", text):
        return False
    if any(word.casefold().rstrip(".") in _NO_NAME for word in words if len(word) > 2):
        return False
    if words[0].casefold() in _NO_FIRST_WORD:
        return False
    if not _TOPICS.isdisjoint(text.casefold().split()) and not looks_like_group(text):
        return False
    if not all(_name_word(word) for word in words):
        return False
    if len(words) > 1:
        return not _initials(words[-1]) or words[-1].rstrip(".").casefold() in ("jr", "sr")
    return single or looks_like_group(text) or _caseless(text)


def _name_word(word: str) -> bool:
    first = word.lstrip("'’‘-")[:1]
    return bool(first) and first.isalpha() and (not first.islower() or is_particle(word))


def _caseless(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return 2 <= len(letters) <= 6 and all(x.lower() == x.upper() for x in letters)


def _initials(text: str) -> bool:
    return bool(_INITIALS.fullmatch(text)) and (
        "." in text or (text.isupper() and len(text.replace(" ", "")) <= 3)
    )


@attrs.define
class _Piece:
    text: str
    orcid: Orcid | None
    start: int
    end: int
    opens: bool = True
    odd: bool = False


class _Scanner:
    """Takes names off a text from a position on, one by one, until something else stands there."""

    def __init__(self, text: str, start: int, *, lenient: bool, tolerant: bool = False) -> None:
        self.text = text
        self.position = start
        self.lenient = lenient
        self.tolerant = tolerant
        self.pieces: list[_Piece] = []
        self.skipped = 0
        self.others: bool | int = False
        self.inverted = bool(_INVERTED.match(text, start))
        self.opens = True
        self.end = start

    def run(self) -> None:
        while self.position < len(self.text):
            if self._tail():
                return
            if not self._name():
                return
            if self._tail():
                return
            separator = _SEPARATOR.match(self.text, self.position)
            if separator is None:
                return
            self.opens = ";" in separator[0]
            self.position = separator.end()

    def _tail(self) -> bool:
        match = _OTHERS.match(self.text, self.position)
        if match is None or not (self.pieces or self.skipped):
            return False
        exact = match["number"] and not match["about"] and not match["plus"]
        count = spelled_number(match["number"]) if exact else 0
        self.others = count or True
        self.position = self.end = match.end()
        return True

    def _name(self) -> bool:
        start = self.position
        window = self.text[start : start + 200]
        separator = _SEPARATOR.search(window, 1)
        window = window[: separator.end()] if separator else window
        stops = [match.start() for pattern in _STOPS if (match := pattern.search(window))]
        stop = min([*stops, separator.start() if separator else len(window)])
        raw = window[:stop].replace("*", "").replace("_", " ").strip()
        raw = _LEADING_ROLE.sub("", " ".join(raw.split())).strip(" ,")
        self.position = start + stop
        if last := self._last_initials(raw):
            # In "Berg, A., Fei, B. Title of it." the title begins behind the initials.
            self.position = self.end = start + window.find(last) + len(last)
            self.pieces.append(_Piece(last, None, start, self.end))
            return False
        orcid = self._skip_marks()
        if raw.endswith(".") and not _initials(raw.split()[-1]) and raw[-3:] not in ("Jr.", "Sr."):
            raw = raw[:-1]
        if not self._admit(raw):
            if self.lenient and self.pieces and raw.casefold().startswith(_COLLECTIVE):
                self.skipped += 1
                self.end = self.position
                return True
            if self._odd_in_row(raw):
                self.pieces.append(_Piece(raw, orcid, start, self.position, self.opens, odd=True))
                self.end = self.position
                return True
            raw = _leading_name(raw)
            if not raw:
                return False
            # Prose goes on behind the name: the list ends with it.
            self.position = self.end = start + window.find(raw) + len(raw)
            self.pieces.append(_Piece(raw, None, start, self.end))
            return False
        self.pieces.append(_Piece(raw, orcid, start, self.position, self.opens))
        self.end = self.position
        return True

    def _last_initials(self, raw: str) -> str:
        """The initials at the start of a text that goes on otherwise, behind a family name."""
        match = _GOES_ON.match(raw) if self.pieces else None
        if match is None or _initials(self.pieces[-1].text):
            return ""
        alternate = len(self.pieces) > 2 and _initials(self.pieces[-2].text)
        return match[1] if alternate or not is_name(raw) else ""

    def _admit(self, raw: str) -> bool:
        if not raw:
            return False
        if is_name(raw, single=self.lenient or self.inverted) or _initials(raw):
            return True
        # In "Vaswani, A." the family name comes alone.
        return is_name(raw, single=True) and bool(
            _INITIALS_AHEAD.match(self.text, self.position)
            or _OTHERS.match(self.text, self.position)
        )

    def _odd_in_row(self, raw: str) -> bool:
        """Whether an odd name stands in a row of names, and so is one all the same."""
        words = raw.split()
        if not self.tolerant or not 1 <= len(words) <= 4 or "by" in words:
            return False
        goes_on = _SEPARATOR.match(self.text, self.position) or _OTHERS.match(
            self.text, self.position
        )
        return bool(goes_on or re.compile(r"[\s.)]*\Z").match(self.text, self.position))

    def _skip_marks(self) -> Orcid | None:
        orcid: Orcid | None = None
        while True:
            match = _ORCID.match(self.text, self.position)
            if match:
                orcid = _orcid(match[1]) or orcid
                self.position = match.end()
                continue
            marks = _MARKS.match(self.text, self.position) or re.compile(r"\s*_+").match(
                self.text, self.position
            )
            if marks is None:
                marks = _PARENTHESIS.match(self.text, self.position)
                if marks is None or _OTHERS.match(self.text, self.position):
                    return orcid
                # A parenthesis belongs to the name only if the list goes on behind it.
                if not (_SEPARATOR.match(self.text, marks.end()) or self.lenient):
                    return orcid
            self.position = marks.end()


def _leading_name(text: str) -> str:
    words = text.split()
    count = next((n for n, word in enumerate(words) if not _name_word(word)), len(words))
    while count > 1 and words[count - 1][:1].islower():
        count -= 1
    name = " ".join(words[:count])
    return name if 1 < count < len(words) and is_name(name) else ""


_STOPS = (
    _HARD_STOP,
    _MARKS,
    re.compile(r"\s*[(\[)\]]"),
    _ORCID,
    re.compile(r"\s+(?:et\ al\b|\+\s*\d|…|\.\.\.)", re.VERBOSE),
)
_GOES_ON = re.compile(r"((?:[^\W\d_]\.[-\s]?){0,4}[^\W\d_]\.)\s+(?=[^\W_]{2})")
_INITIALS_AHEAD = re.compile(r",\s*(?:[^\W\d_]\.[-\s]?){1,4}")


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


# The same place is asked for as a line, an opening and more; few answers need be kept.
@lru_cache(maxsize=8)
def _read(text: str, begin: int, lenient: bool) -> NameList | None:
    scanner = _Scanner(text, begin, lenient=lenient, tolerant=lenient)
    scanner.run()
    odd = sum(1 for piece in scanner.pieces if piece.odd)
    if odd * 5 > len(scanner.pieces):
        # Too much of it reads as no name: then what reads as none ends the list.
        scanner = _Scanner(text, begin, lenient=lenient)
        scanner.run()
    names = _names(scanner)
    if not names:
        return None
    return NameList(names, scanner.others, begin, scanner.end)


def _names(scanner: _Scanner) -> tuple[Name, ...]:
    if scanner.inverted and any(not piece.opens for piece in scanner.pieces):
        texts = _regrouped(scanner.pieces)
    else:
        texts = [(piece.text, piece.orcid) for piece in scanner.pieces]
    initials = sum(1 for text, _ in texts if _initials(text))
    if initials and initials * 2 >= len(texts) - 1:
        texts = _joined(texts)
    names = [_name(text, orcid) for text, orcid in texts if not _initials(text)]
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
        if _initials(text) and joined and "," not in joined[-1][0]:
            joined[-1] = (f"{joined[-1][0]}, {text}", orcid or joined[-1][1])
        else:
            joined.append((text, orcid))
    return joined


def _name(text: str, orcid: Orcid | None) -> Name | None:
    try:
        name = parse_name(text)
    except RefcoreError:
        return None
    return attrs.evolve(name, orcid=orcid) if orcid and isinstance(name, Person) else name
