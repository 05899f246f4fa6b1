"""Readings of one reference string: where its names, its date and its title are.

Every reading gets a score: cues of the string itself (`refcore.textlists.cues`), and how
often the other references of the list are laid out the same way (`refcore.textlists.layout`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from refcore.names.groups import ends_group, looks_like_group
from refcore.names.shape import is_name
from refcore.text.patterns import regex
from refcore.textlists.cues import TitleWeights, Zone, weight_of
from refcore.textlists.namelists import NameList, name_lists
from refcore.textlists.words import Word, words_of

__all__ = ["Reading", "Trait", "readings"]

Trait = tuple[str, str]
_MOST_WORDS: Final = 700
_MOST_ENDS: Final = 50
_MOST_HEADS: Final = 16
_MOST_READINGS: Final = 90
# No agreement with the rest of a list makes up for more than this.
_MARGIN: Final = 14.0
_QUOTES: Final = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'", "‹": "›", "»": "«"}
# The months, whole and short, in the languages of CSL's most used locales.
_MONTH: Final = (
    r"(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar|rero)?|fév(?:rier)?|mar(?:ch|s|zo)?|märz?"
    r"|apr(?:il|ile)?|av?br?(?:il)?|may|mai|mayo|maio|maggio|june?|juni|juin|junio|giugno|july?|juli"
    r"|juillet|julio|luglio|aug(?:ust)?|août|agosto|sept?(?:ember|embre|tembre)?|set(?:embro|tembre)"
    r"|o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|ott(?:obre)?|nov(?:ember|embre|iembre|embro)?"
    r"|dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:iembre|embre)?"
    r"|spring|summer|autumn|fall|winter)\.?"
)
DATE: Final = regex(
    r"[(\[]?(?:(?:published|posted|submitted)?:? ?)?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?"
    rf"(?:[/–-]\d{{2,4}})?(?:, (?:{_MONTH}(?: \d{{1,2}})?|\d{{1,2}}\.? {_MONTH}))?[)\]]?(?=\W|$)",
    re.IGNORECASE,
)
_NO_DATE: Final = regex(
    r"[(\[]?(?:n\. ?d\.|s\. ?d\.|v tisku|im Druck|in stampa|à paraître|en prensa"
    r"|i trykk|o\. ?[JD]\.|undated|forthcoming|in press)[)\]]?"
)
_EDITORS: Final = regex(
    r"[,.]? ?[(\[]?(?:eds?\b\.?|editors?\b|hrsg\.?|hg\.|dir\.|ed\. by|orgs?\.|coord\.)[)\]]?",
    re.IGNORECASE,
)


_DASHES: Final = frozenset("—–-‒―−")


@attrs.frozen
class Reading:
    """One way to read a string: spans in it, what it shows of the layout, and its score."""

    score: float
    names: NameList | None
    date: tuple[int, int] | None  # characters
    title: tuple[int, int] | None
    rest: int
    traits: tuple[Trait, ...]
    editors: bool = False


@attrs.frozen
class _Head:
    """The names and the date at the beginning, and the word at which the title may begin."""

    names: NameList | None
    date: tuple[int, int] | None
    at: int
    score: float
    traits: tuple[Trait, ...]
    editors: bool = False


@attrs.frozen
class _Body:
    """A title, or that there is none, behind a head: what it adds to the score, and shows."""

    weights: tuple[float, ...]
    title: tuple[int, int] | None
    rest: int
    traits: tuple[Trait, ...]


def readings(text: str) -> list[Reading]:
    """Return the readings of a string, the best first, by the cues of the string alone."""
    words = words_of(text)[:_MOST_WORDS]
    if not words:
        return []
    titles = _Titles(words, text)
    found: list[Reading] = []
    best = -math.inf
    for head in _with_parts(words, _heads(words, text)):
        for body in titles.behind(head.at):
            score = head.score
            for weight in body.weights:
                score += weight
            if score >= best - _MARGIN:
                best = max(best, score)
                found.append(_reading(score, head, body))
    found.sort(key=lambda one: -one.score)
    least = best - _MARGIN
    return [one for one in found[:_MOST_READINGS] if one.score >= least]


def _reading(score: float, head: _Head, body: _Body) -> Reading:
    traits = (*head.traits, *body.traits)
    return Reading(score, head.names, head.date, body.title, body.rest, traits, head.editors)


# The beginning


def _with_parts(words: Sequence[Word], heads: Iterator[_Head]) -> Iterator[_Head]:
    """Yield each head, and where "In" is behind it, the head with it: "Fei, B. In Words, ACM"."""
    for head in heads:
        yield attrs.evolve(head, traits=(*head.traits, ("before title", "")))
        if head.names and head.at + 1 < len(words) and words[head.at].core in ("In", "in"):
            traits = (*head.traits, ("before title", "In"))
            yield attrs.evolve(head, at=head.at + 1, score=head.score - 3.0, traits=traits)


def _heads(words: Sequence[Word], text: str) -> Iterator[_Head]:
    best: dict[tuple[object, ...], tuple[float, NameList]] = {}
    for names in name_lists(words, 0, text):
        score = _names_score(names)
        key = (names.end, names.form, names.cut)
        if key not in best or best[key][0] < score:
            best[key] = (score, names)
    for score, names in sorted(best.values(), key=lambda one: -one[0])[:_MOST_HEADS]:
        yield from _behind_names(words, text, names, score)
    yield _Head(None, None, 0, -1.5, (("names", "none"),))
    for end in _group_ends(words):
        name = text[words[0].start : words[end - 1].end]
        score = 1.0 if looks_like_group(name) else -2.0
        score -= 3.0 * words[end - 1].core.isdigit()
        score -= 1.5 * _goes_on(words, end)
        # "ResSaNet: A Network": a word before a colon is no author.
        score -= 2.0 * (end == 1 and words[0].behind[:1] == ":")
        behind = words[end - 1].behind
        names = NameList(None, (name,), 0, end, delimiter=behind)
        yield from _behind_names(words, text, names, score)


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Tell whether a name goes on behind a word that ends names: "Example Foundation Words"."""
    whole = (at for at in range(1, end - 1) if ends_group(words[at].core))
    first = next(whole, None)
    return first is not None and words[first + 1].core.casefold() not in _WITHIN


_WITHIN: Final = frozenset("of for on and & in the against to".split())


def _group_ends(words: Sequence[Word]) -> Iterator[int]:
    for place, word in enumerate(words[:14]):
        ahead = words[place + 1] if place + 1 < len(words) else None
        if ahead is None:
            return
        is_whole = place > 0 and ends_group(word.core) and word.core[:1].isupper()
        if word.behind[:1] in (".", ",", ":") or ahead.before or is_whole:
            yield place + 1
            if word.behind[:1] in (".", ":"):
                return


def _behind_names(
    words: Sequence[Word], text: str, names: NameList, score: float
) -> Iterator[_Head]:
    at = names.end
    place = words[at - 1].end if at else 0
    is_editors = False
    if found := _EDITORS.match(text, place):
        place, is_editors, score = found.end(), True, score + 1.5
        at = next((n for n, word in enumerate(words) if word.start >= place), len(words))
    traits: list[Trait] = [("form first", names.form.first if names.form else "group")]
    if names.form and len(names.names) > 1:
        traits.append(("form others", names.form.others))
    gaps = sorted({sep for sep in names.seps if sep and "&" not in sep})
    if gaps:
        traits.append(("gap", gaps[-1]))
    if names.closed:
        traits.append(("and", names.seps[-1]))
    date = _date_at(text, place)
    if date is not None:
        after = next((n for n, word in enumerate(words) if word.start >= date[1]), len(words))
        style = "(" if text[date[0]] in "([" else "plain"
        dated = ("date", f"{text[place : date[0]].strip()} {style} {_signs(text, date[1])}")
        bonus = 2.6 if style == "(" else 1.8
        yield _Head(names, date, after, score + bonus, (*traits, dated), is_editors)
    while at < len(words) - 1 and words[at].core in _DASHES:
        at += 1
    quoted = at < len(words) and words[at].before[:1] in _QUOTES and words[at].before != "'"
    delimiter = _signs(text, place)
    if place and text[place - 1] == "." and not delimiter.strip():
        # The stop of an initial ends the list too.
        delimiter = f".{delimiter}"
    bare = delimiter.strip()
    weight = 1.5 if quoted else {".": 1.0, ":": 1.0, ",": -0.8, "": -1.5}.get(bare, 0.0)
    traits.append(("behind names", delimiter + ("“" if quoted else "")))
    yield _Head(names, None, at, score + weight, tuple(traits), is_editors)


def _signs(text: str, place: int) -> str:
    """Return the signs and spaces at a place, with the quote that opens behind them."""
    end = place
    while end < len(text) and not text[end].isalnum() and end - place < 6:
        end += 1
    return text[place:end]


def _date_at(text: str, place: int) -> tuple[int, int] | None:
    while place < len(text) and text[place] in " .,;:–—-":
        place += 1
    found = DATE.match(text, place) or _NO_DATE.match(text, place)
    return (found.start(), found.end()) if found else None


def _names_score(names: NameList) -> float:
    form = names.form
    score = 0.0
    if form is not None and form.has_initials:
        lone = sum("," not in name and " " not in name for name in names.names)
        score += 3.0 + 0.9 * (len(names.names) - 1) - 2.0 * lone
        score -= 3.0 * (lone == len(names.names))
        score -= 0.5 * sum(len(name.partition(",")[0].split()) > 2 for name in names.names)
    else:
        slashed = form is not None and form.first == "F"
        if slashed and not all(sep.startswith("/") for sep in names.seps):
            return -5.0
        for name in names.names:
            score += 0.9 if slashed or _is_plausible(name) else -1.2
        if form is not None and not slashed:
            score += 0.7 * sum(
                _capitals(name, form.others if place else form.first)
                for place, name in enumerate(names.names)
            )
    score += 1.5 * names.closed + 2.5 * names.cut
    # "Fei Bo, MIHash: Words": the word before a colon begins the title.
    is_lone = len(names.names) > 1 and not any(sign in names.names[-1] for sign in " ,")
    score -= 2.5 * (is_lone and names.delimiter[:1] == ":")
    gaps = {sep.rstrip("&").strip() for sep in names.seps[:-1]} if names.seps else set()
    if names.seps and not names.closed:
        gaps.add(names.seps[-1])
    return score - 1.5 * max(0, len(gaps) - 1)


def _capitals(name: str, form: str) -> int:
    """Return 1 where the word in capitals is the family name of a form, -1 where it is not."""
    words = name.replace(", ", " ").split()
    first, last = (len(word) > 2 and word.isupper() for word in (words[0], words[-1]))
    if first == last or len(words) < 2:
        return 0
    return 1 if first == form.startswith("F") else -1


def _is_plausible(name: str) -> bool:
    if looks_like_group(name):
        return True
    family, comma, given = name.partition(", ")
    turned = f"{given} {family}" if comma else name
    return len(turned.split()) > 1 and is_name(turned)


# The title and what is behind it


class _Titles:
    """The titles that may begin at each word, weighed once for all heads before it."""

    def __init__(self, words: Sequence[Word], text: str) -> None:
        self._words, self._text = words, text
        self._inside = TitleWeights(text)
        self._after: dict[int, float] = {}
        self._found: dict[int, tuple[_Body, ...]] = {}

    def behind(self, at: int) -> tuple[_Body, ...]:
        """Return what may be from a word on: no title, or one with each of its ends."""
        if at not in self._found:
            self._found[at] = tuple(self._bodies(at))
        return self._found[at]

    def _bodies(self, at: int) -> Iterator[_Body]:
        if at >= len(self._words):
            yield _Body((1.0,), None, len(self._text), ())
            return
        yield _untitled(self._words, self._text, at)
        count = 0
        best = -math.inf
        shapes: dict[int, str] = {}
        for place in range(at, len(self._words)):
            kind = _boundary(self._words, place)
            if kind is None:
                continue
            count += 1
            if count > _MOST_ENDS:
                return
            if kind < -2.0 and self._weight_after(place) < -1.0:
                continue
            # A title that is this far behind another one is chosen behind no head.
            if body := self._titled(at, place, kind, shapes, best - _MARGIN - 0.5):
                best = max(best, sum(body.weights))
                yield body

    def _weight_after(self, place: int) -> float:
        if place not in self._after:
            end = _end_of_title(self._words[place])
            self._after[place] = weight_of(Zone.AFTER, self._text[end : end + 140])
        return self._after[place]

    def _titled(
        self, at: int, place: int, kind: float, shapes: dict[int, str], least: float
    ) -> _Body | None:
        """Return the body with the title from one word to the end of another.

        None is returned where it adds less than `least`.
        """
        first, word = self._words[at], self._words[place]
        opener = first.before[-1:] if first.before[-1:] in _QUOTES else ""
        closes = bool(opener) and any(sign in _QUOTES[opener] for sign in word.behind)
        # A quote that closes within the title belongs to it.
        start = first.start if closes or not opener else first.start - 1
        end = _end_of_title(word)
        quoted = (2.5 if closes else -2.5) if opener else 0.0
        brackets, length = _bracket_score(self._text[start:end]), _length_score(place + 1 - at)
        others = self._weight_after(place) + brackets + length + kind + quoted
        inside = self._inside.of(start, end, least - others) + brackets + length
        if inside == -math.inf:
            return None
        if start not in shapes:
            shapes[start] = _shape(self._text[start:])
        delimiter = _signs(self._text, end)
        ahead = _ahead(self._text, end + len(delimiter))
        traits = (
            ("quote", (opener if closes else "") or "none"),
            ("behind title", delimiter.strip() + ahead),
            (f"title {shapes[start]}", "there"),
        )
        return _Body((self._weight_after(place), inside, kind, quoted), (start, end), end, traits)


def _end_of_title(word: Word) -> int:
    """Return where a title ends that ends with a word: a question mark belongs to it."""
    end = word.end + (1 if word.behind[:1] in ("?", "!", ")") else 0)
    return end + 1 if word.behind[:2] == ")?" else end


def _untitled(words: Sequence[Word], text: str, at: int) -> _Body:
    start = words[at].start
    weight = weight_of(Zone.UNTITLED, text[start : start + 240])
    is_quoted = words[at].before[:1] in _QUOTES
    traits = (
        ("quote", "none"),
        ("behind title", "none"),
        (f"title {_shape(text[start:])}", "none"),
    )
    rest = words[at - 1].end if at else 0
    return _Body((-2.0, weight, -4.0 if is_quoted else 0.0), None, rest, traits)


_VOLUME: Final = regex(
    r"\d ?\(\d+\)|\bvol\b|\bv\. ?\d|[\w.][,;:]? \(?\d{1,4}\)?[,;:.(][^A-Z]{0,12}\d|\bbd\. ?\d",
    re.IGNORECASE,
)


def _shape(text: str) -> str:
    """Return what kind of work a text seems to be: styles print a title for some kinds only."""
    if re.search(r"(?:^|\W)[Ii]n:? [A-Z]", text):
        return "part"
    return "article" if _VOLUME.search(text) else "other"


_STARTS: Final = regex(
    r"(?:In|in|conference|preprint|master|doctoral|unpublished|thesis|report|Proceedings|Proc|Journal|J|Trans|IEEE|ACM|Advances|Annals|Science|Nature|Physical"
    r"|Language|Cell|PLOS|The|Zeitschrift|International|Phys|Ann)$"
)


def _boundary(words: Sequence[Word], place: int) -> float | None:
    """Return what the end of a word adds as the end of a title; None where none can end."""
    word = words[place]
    if place + 1 == len(words) or word.behind:
        return 0.0
    ahead = words[place + 1]
    if ahead.before or ahead.core in _DASHES:
        return -0.5
    if ahead.core.startswith(("http", "www.", "doi:", "arXiv:")):
        return 0.0
    if ahead.core in ("/", "//"):
        return 0.0
    if ahead.core[:1].isdigit():
        return -1.5
    if _STARTS.match(ahead.core):
        return -1.0
    return -3.0 if ahead.core[:1].isupper() else None


def _length_score(count: int) -> float:
    return {1: -2.5, 2: -1.0}.get(count, 0.6 if count < 30 else -0.1 * (count - 30))


def _bracket_score(title: str) -> float:
    uneven = sum(title.count(a) != title.count(b) for a, b in ("()", "[]", "“”"))
    return -3.0 * uneven


def _ahead(text: str, place: int) -> str:
    """Return the kind of what follows the title: "In", a digit, a text."""
    rest = text[place : place + 12]
    if re.match(r"[Ii]n[: ]", rest):
        return "In"
    if rest[:1].isdigit():
        return "9"
    return "a" if rest[:1].islower() else "A" if rest else ""
