"""Lists of names at a place in a reference string: every way to read one, by its form.

A form says how the first name and the others are written. A list in one form ends where the next
word is not a name of that form. It may also end earlier, because a title can begin with words that
read as a name.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from refcore.names.counts import COUNTED
from refcore.names.customs import suffix_of
from refcore.names.givennames import is_given
from refcore.names.groups import looks_like_group
from refcore.names.makers import HAN_EDITORS
from refcore.text.patterns import regex
from refcore.textlists.words import AND, Word, is_capital, is_initials, is_link

__all__ = ["FORMS", "Form", "NameList", "name_lists"]


@attrs.frozen
class Form:
    """How the names of a list are written: the first one and the others, with an example."""

    first: str
    others: str
    example: str

    @property
    def has_initials(self) -> bool:
        """Whether the first name of the list has initials."""
        return "I" in self.first


# F is a family name, I are initials, G is a whole given name, H a name in Han letters or Hangul; a
# comma means itself, a question mark that one may be there.
FORMS: Final = (
    Form("F,I", "F,I", "Fei, B., Chen, A. C., and de Wit, J."),
    Form("F,I", "IF", "Fei, B., A. C. Chen, and J. de Wit"),
    Form("F,I", "F?I", "Fei, B., Chen A. C., de Wit, J."),
    Form("FI", "FI", "Fei B, Chen AC, de Wit J"),
    Form("FI", "IF", "Fei B, A.C. Chen, and J. de Wit"),
    Form("IF", "IF", "B. Fei, A. C. Chen, and J. de Wit"),
    Form("F,G", "F,G", "Fei, Bo; Chen, Aili; de Wit, Jan"),
    Form("F,G", "GF", "Fei, Bo, Aili Chen, and Jan de Wit"),
    Form("F,G", "IF", "Fei, Bo, A. Chen, and J. de Wit"),
    Form("GF", "GF", "Bo Fei, Aili Chen, and Jan de Wit"),
    Form("FG", "FG", "FEI Bo, CHEN Aili"),
    Form("FG", "GF", "FEI Bo, Aili CHEN and Jan DE WIT"),
    Form("F(I)", "F(I)", "FEI (B.), CHEN (A.C.)"),
    Form("F", "F", "Fei/Chen/de Wit,"),
    Form("H", "H", "王伟, 李娜, 张强"),
)
_LONG: Final = 10  # vowels, which an abbreviation of a word lacks
_MOST_FAMILY: Final = 5
_MOST_GIVEN: Final = 4
_MOST_WITH_PARTICLES: Final = 6  # words of initials and the particles after them
_MOST_BARE: Final = 5  # letters of initials without stops: "CODE AND" are words
_MOST_NAMES: Final = 400
# Each end of a list is weighed up to so many names, and of a longer list the last ends alone: the
# title after the names can read as so many further names.
_FEW_NAMES: Final = 12
_LAST_ENDS: Final = 8
_ET_AL: Final = regex(
    r"(?:,?(?: [–—-])? ?\[?et\.? ?al(?:ii|\.)?\]?|,? & al\.?"
    r"|,? and (?:others|co-?authors|Coauthors)|,? & others"
    r"|,? u\. ?a\.?|,? y otros|,? ?(?:…|\. ?\. ?\.)"
    rf"|,? (?:\[|\()?(?:{COUNTED})[\])]?"
    r"|,? e outros|,? et coll\.?|,? et autres|,? og andre"
    r"|,? m\. ?fl\.|,? и др\.|,? и соавт\.|,? i in\.|,? i wsp\.|,? (?:a|i) kol\."
    r"|,? és (?:mtsai|mtsa|munkatársai|tsai|mások)\.?|,? [ye] cols?\."
    r"|,? og andra|,? och andra|,? ja muut"
    r"|,? ?(?:等|외|ほか|他)(?:\.|,)?(?= |$)"
    r"|,? та ін\.|,? ve ark\.|,? vd\.|,? e altri)"
    r"(?![^\W\d_])"
)
_DOTS: Final = frozenset(("…", "...", ".", ". . ."))


@attrs.frozen
class NameList:
    """One reading of a list of names: the names in filing order, and what is after them.

    `end` is the number of the first word after the list. `closed` says that a word such as
    "and" came before the last name, `cut` that the list says that it goes on, `seps` what is
    between the names.
    """

    form: Form | None
    names: tuple[str, ...]
    start: int
    end: int
    closed: bool = False
    cut: bool = False
    seps: tuple[str, ...] = ()
    delimiter: str = ""
    dropped: bool = False  # the end leaves a word such as "and" after


def name_lists(
    words: Sequence[Word], start: int, text: str, forms: Sequence[Form] = FORMS
) -> Iterator[NameList]:
    """Yield each reading of a list of names, in one of some forms, that begins at a word."""
    if start >= len(words):
        return
    # Several forms write the first name alike; most have none here.
    firsts: dict[str, tuple[_Name | None, bool | None]] = {}
    for form in forms:
        if form.first not in firsts:
            firsts[form.first] = _name_at(words, start, form.first)
        name, is_dotted = firsts[form.first]
        if name is not None:
            yield from _likely_ends(_Read(form, words, start, is_dotted).lists(name, text))


def _likely_ends(lists: Iterable[NameList]) -> Iterator[NameList]:
    """Yield the lists of a form, each longer than the one before, without the unlikely ones.

    A list of many names does not end where many more follow. Each list is weighed name by name,
    so that all ends of a long one would cost the square of its length.
    """
    last: deque[NameList] = deque(maxlen=_LAST_ENDS)
    for one in lists:
        if len(one.names) <= _FEW_NAMES:
            yield one
        else:
            last.append(one)
    yield from last


@attrs.frozen
class _Name:
    text: str
    end: int
    is_strong: bool = False


def _name_at(
    words: Sequence[Word], at: int, way: str, is_dotted: bool | None = None
) -> tuple[_Name | None, bool | None]:
    """Return the name at a word, written in one way, and whether initials have stops so far."""
    if (way == "H") is not bool(_HAN.fullmatch(words[at].core)):
        return None, is_dotted
    if at and words[at].core == "J." and _is_abbreviated(words, at + 1):
        return None, is_dotted  # "B. Fei, J. Chem. Phys. 35"
    name = _READERS[way](words, at)
    if name is not None and way == "IF":
        # "M. Bun, A Title": initials have stops in all names of a list, or in none.
        is_dotted = words[at].is_dotted if is_dotted is None else is_dotted
        name = name if is_dotted is words[at].is_dotted else None
        if name is not None and looks_like_group(_text(words, at, name.end)):
            name = None  # "R Core Team"
    return _group(words, at) if name is None else name, is_dotted


class _Read:
    """A list of one form as far as it is read: its names, and what is between them."""

    __slots__ = ("closed", "form", "is_dotted", "names", "seps", "start", "words")

    def __init__(
        self, form: Form, words: Sequence[Word], start: int, is_dotted: bool | None
    ) -> None:
        self.form = form
        self.words = words
        self.start = start
        self.is_dotted = is_dotted
        self.names: list[str] = []
        self.seps: list[str] = []
        self.closed = False

    def lists(self, name: _Name | None, text: str) -> Iterator[NameList]:
        """Yield each list that begins with a name."""
        form, words, at = self.form, self.words, self.start
        way = form.first
        while name is not None:
            begin = at
            self.names.append(name.text)
            at = name.end
            after, gap_end, is_and = _gap(words, at)
            if cut_end := _cut_end(words, at, text):
                yield self.until(_after_cut(words, cut_end, form), cut=True)
                return
            yield self.until(at)
            if short := _shorter(words, begin, at, way):
                yield self.until(short.end, last=short.text)
            is_bare = way == form.others == "FI" and not after and not is_and
            if is_bare and words[at - 1].is_dotted and _READERS["FI"](words, at):
                after = "."  # "Fei B. Chen A.C. & de Wit J.": stops of initials are all there is
            if not self.goes_on(after, is_and=is_and):
                return
            at, way = gap_end, form.others
            if at >= len(words) or len(self.names) >= _MOST_NAMES:
                return
            name, self.is_dotted = _name_at(words, at, way, self.is_dotted)
            if name is None and self.closed and way == "F,I":
                # "Fei, B., Chen, A., and J. de Wit": the last name, as RFCs write it.
                name, _ = _name_at(words, at, "IF")

    def until(self, end: int, *, cut: bool = False, last: str = "") -> NameList:
        """Return the list up to a word; `last` is a shorter form of its last name."""
        names = (*self.names[:-1], last) if last else tuple(self.names)
        return NameList(
            self.form,
            names,
            self.start,
            end,
            self.closed,
            cut,
            tuple(self.seps),
            _delimiter(self.words, end),
        )

    def goes_on(self, after: str, *, is_and: bool) -> bool:
        """Note what is after a name, and return whether a further name can follow it."""
        # "Bo Fei and Aili Chen and Jan de Wit": nothing but "and" is between the names.
        only_and = is_and and not after and set(self.seps) <= {"&"}
        ends = self.closed and not (after and is_and) and not only_and
        if ends or not (after or is_and):
            return False
        self.seps.append(after + ("&" if is_and else ""))
        self.closed = is_and
        return True


def _after_cut(words: Sequence[Word], cut_end: int, form: Form) -> int:
    """Return where a list with "et al." or dots ends: after the last name if that is printed."""
    if words[cut_end - 1].core not in _DOTS:
        return cut_end
    # "Fei, B., … Chen, A.", "Fei, B., ... & Chen, A.": the last name is printed too.
    is_and = cut_end < len(words) and words[cut_end].core in AND
    name = _READERS[form.others](words, cut_end + is_and)
    return name.end if name else cut_end


def _shorter(words: Sequence[Word], at: int, end: int, way: str) -> _Name | None:
    """Return a name that ends with the first word of the family: "Y Chen A Title".

    Where no sign is after a name, the title can begin with words that read as its end.
    """
    if way not in ("IF", "GF") or end >= len(words) or words[end - 1].after:
        return None
    place = at + (way == "GF")
    while place < end and (words[place].is_initials or is_link(words[place].core)):
        place += 1
    return _READERS[way](words[: place + 1], at) if place + 1 < end else None


def _delimiter(words: Sequence[Word], end: int) -> str:
    """Return the signs between the word before a place and the word at it."""
    before = words[end - 1]
    after = before.after
    if not after and before.core.endswith("."):
        after = "."
    return after + (" " + words[end].before if end < len(words) and words[end].before else "")


def _gap(words: Sequence[Word], at: int) -> tuple[str, int, bool]:
    """Return the sign after a name, where the next name may begin, and whether "and" is there."""
    after = words[at - 1].after
    after = after.removeprefix(")") if after.startswith(")") else after
    is_last = at + 1 < len(words) and words[at].core in AND and not words[at].after
    if after == "." and is_last and not words[at - 1].is_dotted:
        return "", at + 1, True  # "Fei, B., A. Chen., and J. Wit.": a stop after each name
    if after.strip(":.") == "" and at < len(words) and words[at].core in (";", ","):
        return words[at].core, at + 1, False  # "FEI, B.: ; CHEN, A.:"
    if after and after not in (",", ";", "/", ".,", ".;", ":", "·", "・", "ㆍ"):
        return "", at, False
    if at < len(words) and words[at].core in AND and not words[at].after:
        return after, at + 1, True
    if at < len(words) and words[at].core in ("–", "—", "-", "/", "·", "|", ";", ",") and not after:
        return words[at].core, at + 1, False
    return ("" if after == ":" else after), at, False


def _cut_end(words: Sequence[Word], at: int, text: str) -> int:
    """Return the number of the first word after "et al.", or nothing."""
    found = _ET_AL.match(text, words[at - 1].end)
    if found is None:
        found = _ET_AL.match(text, words[at - 1].end + 1)
    if found is None:
        found = re.compile(r"[,;] +(?=\S)").match(text, words[at - 1].end)
        found = _ET_AL.match(text, found.end()) if found else None
    if found is None or not text[words[at - 1].end : found.end()].strip(" ,;.&"):
        dots = found is not None and ("…" in found[0] or ". . ." in found[0] or "..." in found[0])
        if not dots:
            return 0
    assert found is not None  # noqa: S101 - checked above
    end = at
    while end < len(words) and words[end].start < found.end():
        end += 1
    return end if end > at else 0


# Readers of one name


def _family(words: Sequence[Word], at: int) -> int:
    """Return where a run of family words ends, at the latest at the first sign after one."""
    place = at
    while place < len(words) and place - at < _MOST_FAMILY:
        word = words[place]
        if word.before and place > at:
            return place
        if not (is_capital(word.core) or is_link(word.core)) or word.core in AND:
            return place
        if word.is_dotted and word.is_initials:
            return place
        place += 1
        if word.after:
            return place
    return place


def _initials(words: Sequence[Word], at: int) -> int:
    """Return where a run of initials ends; particles and suffixes after them belong to it."""
    place = at
    while place < len(words) and place - at < _MOST_GIVEN:
        word = words[place]
        if word.before or not word.is_initials or _is_small_in_capitals(words, place):
            break
        # "Fei B. A Title" and "Fei, B. AIIS": initials with and without stops do not mix.
        if place > at and word.is_dotted != words[place - 1].is_dotted:
            # "Chow S S M. A Title": the stop after single letters ends the list.
            if word.is_dotted and all(len(one.core) == 1 for one in words[at:place]):
                place += len(word.core) == 2
            break
        place += 1
        if word.after:
            break
    bare = sum(len(one.core) for one in words[at:place] if not one.is_dotted)
    if place == at or bare > _MOST_BARE:
        return at
    return place if words[place - 1].after else _after_particles(words, at, place)


def _after_particles(words: Sequence[Word], at: int, place: int) -> int:
    """Return where the particles end that follow the initials from `at` to `place`."""
    while place < len(words) and is_link(words[place].core) and place - at < _MOST_WITH_PARTICLES:
        if words[place].core in AND:
            break
        place += 1
        if words[place - 1].after:
            break
        # "Minardi R.C. de M.", "Leal D de C,"
        last = words[place] if place < len(words) else None
        if last and last.is_initials and (last.is_dotted or last.after[:1] in (",", ".")):
            return place + 1
    return place


def _is_small_in_capitals(words: Sequence[Word], at: int) -> bool:
    """Return whether two capitals are a small word: "INSTITUTO DE GEOGRAFIA".

    >>> from refcore.textlists.words import words_of
    >>> _is_small_in_capitals(words_of("INSTITUTO DE GEOGRAFIA"), 1)
    True
    """
    around = (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2])
    is_small = words[at].core.isalpha() and is_link(words[at].core.lower())
    return (
        is_small
        and len(around) == 2
        and all(len(word.core) > 3 and word.core.isupper() for word in around)
    )


_COMPOUND: Final = frozenset("y i e".split())


def _filed_family(words: Sequence[Word], at: int) -> int:
    """Return where the family name in front of a comma ends, which can have two parts.

    A given name or initials are after the comma: "Pérez y Gómez, Historia de España" has two.

    >>> from refcore.textlists.words import words_of
    >>> _filed_family(words_of("Ortega y Gasset, José"), 0)
    3
    """
    end = _family(words, at)
    if not at < end < len(words) - 1 or words[end].core not in _COMPOUND:
        return end
    second = _family(words, end + 1)
    is_bare = not any(word.is_initials or word.after for word in words[at : end + 1])
    is_whole = 0 < second - end - 1 <= _MOST_OF_SECOND and words[second - 1].after == ","
    if not (is_bare and is_whole) or end - at > _MOST_OF_FIRST or second == len(words):
        return end
    is_dated = second + 1 < len(words) and words[second + 1].before == "("  # "Marcelino (1881)"
    return second if words[second].is_initials or is_given(words[second].core) or is_dated else end


_MOST_OF_FIRST, _MOST_OF_SECOND = 4, 2  # words: "Prat de la Riba i Sarrà"


def _suffix(words: Sequence[Word], at: int) -> int:
    """Return the end of a suffix such as "Jr." at a place after a comma or none."""
    if (
        at < len(words)
        and suffix_of(words[at].core.rstrip("."))
        and words[at - 1].after in ("", ",")
    ):
        return at + 1
    return at


def _text(words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(word.core for word in words[start:end])


def _comma_initials(words: Sequence[Word], at: int) -> _Name | None:
    comma = _filed_family(words, at)
    if comma == at and words[at].is_initials and words[at].is_dotted:
        # A person has one name: "P., P. A.".
        comma = at + 1
    if comma == at or words[comma - 1].after != ",":
        return None
    family = _text(words, at, comma)
    if " " in family and looks_like_group(family):
        return None  # "Delft University of Technology, DNA Storage"
    suffix = _suffix(words, comma)
    if suffix > comma and words[suffix - 1].after == ",":
        end = _initials(words, suffix)
        if end > suffix:
            return _Name(
                f"{family}, {_text(words, comma, suffix)}, {_text(words, suffix, end)}", end
            )
    end = _initials(words, comma)
    if end == comma:
        return None
    end += _is_parted_initial(words, end)
    return _filed(words, family, _spelled(_text(words, comma, end)), end)


def _is_parted_initial(words: Sequence[Word], at: int) -> bool:
    """Return whether a comma parts a last initial from the first: "Fei, B, J., & Chen, A."."""
    if at >= len(words) or words[at - 1].after != "," or len(words[at].core) > len("J."):
        return False
    ahead = words[at + 1] if at + 1 < len(words) else None
    is_end = ahead is not None and (ahead.before[:1] == "(" or ahead.core in AND)
    return words[at].is_initials and words[at].is_dotted and is_end


def _filed(words: Sequence[Word], family: str, given: str, end: int) -> _Name:
    """Return the name "family, given", with a suffix that is after its last word."""
    last = _suffix(words, end)
    after = f", {_text(words, end, last)}" if last > end else ""
    return _Name(f"{family}, {given}{after}", last)


def _spelled(given: str) -> str:
    """Return initials with stops: "ME" is "M. E.", and so is "M E.".

    >>> _spelled("ME"), _spelled("M E.")
    ('M. E.', 'M. E.')
    """
    if given[:-1].replace(" ", "").isupper() and given.endswith(".") and " " in given:
        given = given[:-1] if "." not in given[:-1] else given
    if "." in given or any(map(str.islower, given)):
        return given
    return " ".join(f"{letter}." for letter in given if letter.isalpha())


def _round_initials(words: Sequence[Word], at: int) -> _Name | None:
    """Read a family name with initials in brackets after it: "FEI (B.)"."""
    place = at
    while place < len(words) and place - at < _MOST_FAMILY and not words[place].before:
        if words[place].after or not (is_capital(words[place].core) or is_link(words[place].core)):
            return None
        place += 1
    if place == at or place == len(words) or words[place].before != "(":
        return None
    end = place + 1
    while end < len(words) and ")" not in words[end - 1].after and end - place < _MOST_GIVEN:
        end += 1
    given = [word.core for word in words[place:end]]
    if ")" not in words[end - 1].after or not all(map(is_initials, given)):
        return None
    return _Name(f"{_text(words, at, place)}, {' '.join(given)}", end)


def _space_initials(words: Sequence[Word], at: int) -> _Name | None:
    place = at
    while place < len(words) and place - at < _MOST_FAMILY:
        word = words[place]
        if place > at and word.is_initials and not word.before:
            break
        if (word.before and place > at) or word.after or word.core in AND:
            return None
        if not (is_capital(word.core) or is_link(word.core)):
            return None
        place += 1
    else:
        return None
    if is_link(words[place - 1].core):
        return None
    end = _initials(words, place)
    if end == place:
        return None
    return _filed(words, _text(words, at, place), _spelled(_text(words, place, end)), end)


def _initials_family(words: Sequence[Word], at: int) -> _Name | None:
    place = at
    while place < len(words) and place - at < _MOST_GIVEN and words[place].is_initials:
        if place > at and words[place].is_dotted != words[place - 1].is_dotted:
            break
        if words[place].after or (words[place].before and place > at):
            return None
        place += 1
    if place == at or place == len(words):
        return None
    end = _family(words, place)
    if end == place and _is_unknown_particle(words, place):
        end = _family(words, place + 1)
    if end == place or all(is_link(word.core) for word in words[place:end]):
        return None
    return _filed(words, _text(words, place, end), _spelled(_text(words, at, place)), end)


def _is_unknown_particle(words: Sequence[Word], at: int) -> bool:
    """Return whether a small word between an initial and a family name is a particle or a slip.

    >>> from refcore.textlists.words import words_of
    >>> [_is_unknown_particle(words_of(text), 1) for text in ("W. con Bloh,", "A. of Moss")]
    [True, False]
    """
    if at + 1 >= len(words) or not words[at - 1].is_dotted or words[at].after or words[at].before:
        return False
    core, ahead = words[at].core, words[at + 1]
    is_small = core.isalpha() and core.islower() and 1 < len(core) <= _LONGEST_PARTICLE
    return is_small and core not in _NO_PARTICLES and is_capital(ahead.core) and len(ahead.core) > 2


_LONGEST_PARTICLE: Final = 4
_NO_PARTICLES: Final = frozenset(
    "of the and in on for to by at with from as is or et und en och og not via than".split()
)


def _comma_given(words: Sequence[Word], at: int) -> _Name | None:
    comma = _filed_family(words, at)
    if comma == at or words[comma - 1].after != ",":
        return None
    # "KOLTER, J. Zico. A Title": after a family name in capitals, an initial can come first.
    is_upper = words[comma - 1].core.isupper() and len(words[comma - 1].core) > 2
    whole = 1 if is_upper else 0
    end = _given(words, comma, alone=True, whole=whole)
    if end == comma:
        return None
    given = _text(words, comma, end)
    if end == comma + 1 and _whole(words[comma:end]):
        given = given.rstrip(".")  # the stop after "Yu" ends the list
    return _filed(words, _text(words, at, comma), given, end)


def _given(words: Sequence[Word], at: int, *, alone: bool = False, whole: int = 0) -> int:
    """Return where given names end.

    Those that are `alone` end with an initial, if at least so many `whole` names are there: "Danilo
    P. A Title". A short name with a stop counts as whole: "Yu. A Title".
    """
    place = at
    while place < len(words) and place - at < _MOST_GIVEN + 3:
        word = words[place]
        if (word.before and place > at) or word.core in AND:
            return place
        if not (is_capital(word.core) or word.is_initials or is_link(word.core)):
            return place
        ended = place > at and words[place - 1].is_dotted and not word.is_dotted
        if alone and ended and _whole(words[at:place]) >= whole and not _ends_soon(words, place):
            return place
        place += 1
        if word.after:
            return place
    return place


def _whole(given: Sequence[Word]) -> int:
    """Return how many given names are more than an initial."""
    return sum(len(word.core.rstrip(".")) > 1 for word in given)


def _ends_soon(words: Sequence[Word], at: int) -> bool:
    """Return whether a name goes on with one or two words: "Perez, Jesus A. Rodriguez and"."""
    for place in range(at, min(at + 2, len(words) - 1)):
        if not is_capital(words[place].core):
            return False
        if words[place].after[:1] in (",", ";"):
            return True
        if words[place + 1].core in AND:
            # "Said, Edward W. Culture and Imperialism.": "and" and one word end the title.
            return not (place + 2 < len(words) and words[place + 2].after[:1] == ".")
        # "Golestani, S. Jamaloddin. (2021)", "Liu, C. Karen (2021)": the date is after the names.
        if not words[place].after and words[place + 1].before == "(":
            return words[place + 1].core[:4].isdigit()
        if _is_before_colon(words, place) and is_given(words[place].core):
            return True  # "Croft, W. Bruce : Of Words"
        if words[place].after == "." and words[place + 1].core[:4].isdigit():
            return len(words[place + 1].core) > 3 or words[place + 1].before == "("
    return False


def _is_before_colon(words: Sequence[Word], at: int) -> bool:
    return words[at].after[:1] == ":" or (not words[at].after and words[at + 1].core == ":")


def _links(words: Sequence[Word], start: int, end: int) -> int:
    return sum(is_link(word.core) for word in words[start:end])


def _given_family(words: Sequence[Word], at: int) -> _Name | None:
    end = _given(words, at)
    if end - at < 1 or words[at].before or end - at - _links(words, at, end) > _MOST_GIVEN + 1:
        return None
    if all(word.is_initials for word in words[at:end]):
        return None
    if is_link(words[at].core) and end - at < 3:
        return None
    last = _suffix(words, end)
    suffix = f", {_text(words, end, last)}" if last > end else ""
    return _Name(_text(words, at, end) + suffix, last)


def _family_given(words: Sequence[Word], at: int) -> _Name | None:
    place = at
    if at >= len(words) or (words[at].is_dotted and words[at].is_initials):
        return None  # "I.T. Young" is not in capitals
    while place < len(words) and words[place].core.isupper() and len(words[place].core) > 1:
        if words[place].after:
            return None
        place += 1
    upper = place > at
    place = place if upper else at + 1
    if place >= len(words) or words[place - 1].after:
        return None
    end = _given(words, place, alone=True)
    if end == place or end - at > 5 or (not upper and end - at > 3):
        return None
    return _Name(f"{_text(words, at, place)}, {_text(words, place, end)}", end)


def _family_alone(words: Sequence[Word], at: int) -> _Name | None:
    """Read a family name between signs, or at the end of a list of such names."""
    end = _family(words, at)
    is_ended = end > at and (words[end - 1].after or _is_before_sign(words, end))
    if not is_ended or end - at > 3:
        return None
    return _Name(_text(words, at, end), end)


def _is_before_sign(words: Sequence[Word], at: int) -> bool:
    """Return whether "and", or a bracket or quote that opens, is at a place."""
    return at < len(words) and (bool(words[at].before) or words[at].core in AND)


def _in_han(words: Sequence[Word], at: int) -> _Name | None:
    """Read a name of two to four Han letters, or of Hangul, with a sign after it."""
    word = words[at]
    ahead = words[at + 1] if at + 1 < len(words) else None
    is_ended = word.after or word.core.endswith(".")
    if ahead is not None:
        is_ended = is_ended or ahead.before[:1] in ("「", "『", "(") or ahead.core in HAN_EDITORS
    is_name = _HAN.fullmatch(word.core) and is_ended
    return _Name(word.core.rstrip("."), at + 1) if is_name else None


# "佐久間康夫" has five letters; "国立研究所" is no person.
_HAN: Final = regex(
    r"(?:[\u3400-\u9fff\uac00-\ud7a3]{2,4}"
    r"|[\u3400-\u9fff]{4}[^会社局部省院学館庁团组所编編等\W\d_a-zA-Z])\.?"
)


def _group(words: Sequence[Word], at: int) -> _Name | None:
    """Return the name of an organisation, or a name of one word with a sign after it."""
    place = at
    while place < len(words) and place - at < 8:
        word = words[place]
        if (word.before or word.core in AND) and place > at:
            break
        place += 1
        if word.after:
            break
    text = _text(words, at, place)
    if place > at and is_capital(words[at].core) and looks_like_group(text):
        return _Name(text, place)
    is_word = place == at + 1 and is_capital(words[at].core) and not words[at].is_initials
    return _Name(text, place) if is_word and not _is_abbreviated(words, at) else None


def _is_abbreviated(words: Sequence[Word], at: int) -> bool:
    """Return whether two words with stops are the journal after the names: "B. Fei, Phys. Rev. 76".

    >>> from refcore.textlists.words import words_of
    >>> _is_abbreviated(words_of("Phys. Rev. 76"), 0), _is_abbreviated(words_of("Loki. Of Moss"), 0)
    (True, False)
    """
    ahead = words[at : at + 2]
    has_stops = all(word.after[:1] == "." or word.core.endswith(".") for word in ahead)
    are_short = all(len(word.core) < _LONG for word in ahead)
    is_name = len(ahead) > 1 and ahead[0].is_initials  # "J. A. Gao."
    is_word = len(ahead) > 1 and not is_name and ahead[1].core[:1].isupper()
    return is_word and has_stops and are_short


_READERS: Final = {
    "F,I": _comma_initials,
    "FI": _space_initials,
    "F?I": lambda words, at: _space_initials(words, at) or _comma_initials(words, at),
    "IF": _initials_family,
    "F,G": _comma_given,
    "GF": _given_family,
    "FG": _family_given,
    "F(I)": _round_initials,
    "F": _family_alone,
    "H": _in_han,
}
