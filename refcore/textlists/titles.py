"""The titles that may begin at a word of a reference string, with the end of each."""

from __future__ import annotations

import bisect
import functools
import math
import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

import attrs

from refcore.text.letters import widened
from refcore.text.patterns import regex
from refcore.textlists.cues import OF_YEAR, Zone
from refcore.textlists.cueweights import TitleWeights, weight_of
from refcore.textlists.imprints import (
    has_subtitle,
    imprint_at,
    is_book_of_set,
    is_cut_subtitle,
    is_volume,
)
from refcore.textlists.layout import Layout, Trait
from refcore.textlists.partwords import OF_VOLUME
from refcore.textlists.words import DASHES, QUOTES, Word, signs_at

__all__ = ["Body", "Most", "Titles"]

_MOST_ENDS: Final = 50
# The most that the length of a title adds, and that having no title adds.
_MOST_LENGTH: Final = 0.6
_MOST_UNTITLED: Final = 11.0
# What follows a title, and its layout, hardly ever add more than this.
_MOST_OF_END: Final = 8.0
# What a stop costs too much in front of a subtitle that an imprint ends, and what it costs to
# end the title there.
_OF_SUBTITLE: Final = 3.4
_OF_CUT: Final = 1.5
# What a stop within quotes costs too much.
_OF_QUOTED: Final = 4.0
_MOST_OF_QUOTED: Final = 2
# What the number of a volume in front of an imprint adds to the end before it.
_OF_VOLUME: Final = 3.5
# What a book with the number of its volume says against a journal there.
_OF_SET: Final = 4.0


@attrs.frozen
class Body:
    """A title after a head, or no title: its score, and the traits of layout that it shows."""

    score: float
    title: tuple[int, int] | None
    rest: int
    traits: tuple[Trait, ...]


@attrs.frozen
class _End:
    """Where a title may end: the word, the character, what is after it and what that adds."""

    place: int
    at: int
    kind: float
    after: float
    traits: tuple[Trait, ...]
    imprint: int


class Titles:
    """The titles that may begin at each word of a string, and end at each one after it.

    The text after an end is weighed once for all titles before it. The text within a title can
    only lower its score, and is weighed when the title is asked for.
    """

    def __init__(
        self, words: Sequence[Word], text: str, bare: Container[str] | None = None
    ) -> None:
        """Take the words of a text. Titles end without a sign only as `bare` says, if given."""
        self._words, self._text, self._bare = words, text, bare
        self._ends: dict[int, _End | None] = {}
        self._bodies: dict[int, tuple[Body, ...]] = {}
        self._inside: dict[tuple[int, int], float] = {}

    def after(self, at: int, margin: float) -> tuple[Body, ...]:
        """Return what may be from a word on: no title, or one with each of its ends.

        A title whose score is further than a margin after another one's is left out.
        """
        if at not in self._bodies:
            self._bodies[at] = tuple(self._weighed(at, margin))
        return self._bodies[at]

    def _weighed(self, at: int, margin: float) -> Iterator[Body]:
        best = -math.inf
        for body in self.bounds(at):
            score = self.score(body, best - margin)
            if score > -math.inf:
                # A reading without a title says nothing about the scores of titles.
                best = max(best, score) if body.title else best
                yield attrs.evolve(body, score=score)

    def bounds(self, at: int) -> Iterator[Body]:
        """Yield the bodies at a word, with scores that do not count what is within the titles."""
        opener = self.opener(at)
        if opener is None:
            yield Body(1.0, None, len(self._text), ())
            return
        yield _untitled(self._words, self._text, at)
        first = self._words[at]
        shapes: dict[int, Trait] = {}
        first_end = bisect.bisect_left(self.places, at)
        for place in self.places[first_end : first_end + _MOST_ENDS]:
            end = self.end(place)
            if end is None:
                continue
            closes = bool(opener) and any(
                sign in QUOTES[opener] for sign in self._words[place].after
            )
            # A quote that closes within the title belongs to it.
            start = first.start if closes or not opener else first.start - 1
            if start not in shapes:
                shapes[start] = (f"title {_shape(self._text[start:])}", "there")
            quote = ("quote", opener if closes else "none")
            title = self._text[start : end.at]
            is_book = end.imprint > 0 and has_subtitle(title)
            stops = () if is_book else _stops_of(title, end.traits[0][1])
            score = end.after + end.kind + _length_score(self._size(at, place))
            score += _OF_SUBTITLE * is_book
            score += (2.5 if closes else -2.5) if opener else 0.0
            yield Body(score, (start, end.at), end.at, (quote, *end.traits, shapes[start], *stops))

    def _size(self, at: int, place: int) -> int:
        """Return how many words are between two places; two Han letters are one."""
        count = place + 1 - at
        if count > _FEW_WORDS:
            return count
        return (
            count
            + len(_HAN.findall(self._text, self._words[at].start, self._words[place].end)) // 2
        )

    def score(self, body: Body, least: float) -> float:
        """Return the score of a body with what is in its title; minus infinity below a least."""
        if body.title is None:
            return body.score
        if body.score < least:
            return -math.inf
        if body.title not in self._inside:
            start, end = body.title
            part = self._text[start:end]
            forgiven = self._forgiven(start, end)
            weight = self._weights.of(start, end, least - body.score - forgiven) + forgiven
            if weight == -math.inf:
                return weight
            if part.count("“") > part.count("”") and "”" in self._text[end : end + 2]:
                part += "”"  # it is after a comma or a stop
            self._inside[body.title] = weight + _bracket_score(part)
        return body.score + self._inside[body.title]

    def _forgiven(self, start: int, end: int) -> float:
        """Return what a year in a title, or a stop in a quoted one, costs too much.

        The date is in front of the title, or comes later; quotes hold a whole title.
        """
        forgiven = _OF_QUOTED * self._quoted_stops(start, end)
        if not _OF_YEAR.search(self._text, start, end):
            return forgiven
        has_date = _DATED.search(self._text[max(0, start - _MOST_OF_DATE) : start])
        is_other = has_date or _LATER.match(self._text, end)
        if not is_other:
            return forgiven
        ends = _ENDS_IN_YEAR.search(self._text, start, end) and self._text[end : end + 1] in (
            ".",
            ",",
        )
        return forgiven - OF_YEAR.weight + _OF_LAST_YEAR * bool(ends)

    def _quoted_stops(self, start: int, end: int) -> int:
        """Return how many stops a title has that is in quotes from end to end.

        "In Search of Words" looks like the venue of a part, and counts as one.
        """
        closing = QUOTES.get(self._text[start - 1]) if start else None
        part, after = self._text[start:end], self._text[end : end + 2]
        if not closing or not any(sign in after for sign in closing):
            return 0
        if any(sign in part for sign in closing):
            return 0
        return min(len(_STOP.findall(part)) + part.startswith("In "), _MOST_OF_QUOTED)

    @functools.cached_property
    def _weights(self) -> TitleWeights:
        return TitleWeights(self._text)

    @functools.cached_property
    def _kinds(self) -> dict[int, float]:
        """What the end of each word adds that may end a title."""
        quotes = "‘" in self._text
        kinds = (
            (place, _boundary(self._words, place, quotes)) for place in range(len(self._words))
        )
        return {place: kind + self._of_title(place) for place, kind in kinds if kind is not None}

    def _of_title(self, place: int) -> float:
        """Return what it costs to end before a year that is not the only one of the text."""
        ahead = self._words[place + 1] if place + 1 < len(self._words) else None
        if ahead is None or self._words[place].after or ahead.before:
            return 0.0
        if not _IS_YEAR.fullmatch(ahead.core):
            return 0.0
        others = _IS_YEAR.search(self._text, 0, ahead.start) or _LATER.match(self._text, ahead.end)
        return -1.5 if others else 0.0

    @functools.cached_property
    def places(self) -> list[int]:
        """The words that may end a title."""
        return list(self._kinds)

    def opener(self, at: int) -> str | None:
        """Return the quote that opens at a word, or nothing; None after the last word."""
        if at >= len(self._words):
            return None
        sign = self._words[at].before[-1:]
        return sign if sign in QUOTES else ""

    def end(self, place: int) -> _End | None:
        """Return the end of a title at a word, with its weight; None if no title can end there."""
        if place not in self._ends:
            self._ends[place] = self._weighed_end(place)
        return self._ends[place]

    def _weighed_end(self, place: int) -> _End | None:
        kind = self._kinds[place]
        at = _end_of_title(self._words[place])
        delimiter = signs_at(self._text, at)
        signs = delimiter.strip() + _ahead(self._text, at + len(delimiter))
        if delimiter == " " and self._text[at - 1] in "?!":
            signs = f".{signs}"  # no stop is printed after the sign of a question
        if kind < 0.0 and self._bare is not None and signs not in self._bare:
            return None
        after = weight_of(Zone.AFTER, self._text[at : at + 140])
        if kind < -2.0 and after < -1.0:
            return None
        after += _OF_VOLUME * is_volume(self._text, at) - _OF_CUT * is_cut_subtitle(self._text, at)
        traits = (("after title", signs), *_venue_of(self._text[at : at + _MOST_OF_VENUE]))
        if imprint := imprint_at(self._text, at):
            traits = (*traits, ("imprint", str(imprint)))
        return _End(place, at, kind, after, traits, imprint)


class Most:
    """The most that a title from each word on can add to a score, with what a layout adds."""

    def __init__(self, titles: Titles, layout: Layout) -> None:
        self._titles, self._layout = titles, layout
        self._plain = layout.score((("quote", "none"),))
        self._length = _MOST_LENGTH + layout.most("title") + layout.most("venue")
        self._length += layout.most("imprint")
        self._length += layout.most("stops")
        untitled = layout.score((("after title", "none"),)) + layout.most("title", "none")
        self._untitled = _MOST_UNTITLED + self._plain + untitled
        # The most of the ends from each place on; those before the first were not weighed.
        self._first = len(titles.places)
        self._of_ends = -math.inf
        self._weighed: dict[int, float] = {self._first: -math.inf}

    def at(self, at: int, enough: float) -> float:
        """Return more than the score of any title at a word, or something below `enough`."""
        opener = self._titles.opener(at)
        if opener is None:
            return 1.0
        quoted = max(2.5 + self._layout.most("quote"), self._plain) if opener else self._plain
        first = bisect.bisect_left(self._titles.places, at)
        others = self._length + quoted
        if first < self._first:
            likely = max(max(self._of_ends, _MOST_OF_END) + others, self._untitled)
            if likely <= enough:
                return likely
            self._weigh(first)
        return max(self._weighed[first] + others, self._untitled)

    def _weigh(self, first: int) -> None:
        for number in range(self._first - 1, first - 1, -1):
            end = self._titles.end(self._titles.places[number])
            if end is not None:
                added = end.after + end.kind + self._layout.score(end.traits[:1])
                self._of_ends = max(self._of_ends, added)
            self._weighed[number] = self._of_ends
        self._first = first


_MOST_OF_DATE: Final = 12
# "Words 2019. Pier; 2020.": a later year that is not the day on which a page was read.
_LATER: Final = regex(
    r"(?:(?!(?i:access|retriev|visited|viewed|https?:))[^\d]|(?!(?:1[5-9]|20)\d\d)\d){3,200}?"
    r"(?<![\d–/-])(?:1[5-9]|20)\d\d(?![\d–/-])"
)
# "Global report 2021. Oslo: Pier; 2022."
_ENDS_IN_YEAR: Final = regex(r"[^\W\d_]{3} (?:1[5-9]|20)\d\d\Z")
_OF_LAST_YEAR: Final = 3.2
_IS_YEAR: Final = regex(r"(?<![\d–/-])(?:1[5-9]|20)\d\d(?![\d–/-])")
_FEW_WORDS: Final = 2
_HAN: Final = regex(r"[\u3041-\u9fff\uac00-\ud7a3]")
_DATED: Final = regex(r"(?:^|\W)(?:1[5-9]|20)\d\d[a-z]?[^\w]{1,6}$")
_OF_YEAR: Final = regex(widened(OF_YEAR.pattern))
_STOP: Final = regex(r"[^\WA-Z\u3041-\u9fff\uac00-\ud7a3]\. [^\W\d_a-z]")
_MOST_OF_COMMAS: Final = 4


def _stops_of(title: str, signs: str) -> tuple[Trait, ...]:
    """Return which sign ends a title that has a stop, or some commas, inside.

    >>> _stops_of("On Moss. A Study", ", A"), _stops_of("Moss, Fern, Fen", ". A")
    ((('stops', ','),), (('stops', '.2'),))
    """
    if signs[:1] in (",", ":") and _STOP.search(title):
        return (("stops", signs[:1]),)
    commas = title.count(", ")
    is_row = signs[:1] == "." and commas > 1
    return (("stops", f".{min(commas, _MOST_OF_COMMAS)}"),) if is_row else ()


_MOST_OF_VENUE: Final = 60
_VENUE: Final = regex(
    r"[^\w]*(?:[Ii]n\b[: ]*)?\W*(?P<name>[^\W\d_][\w'’.&-]*(?: [^\W\d_][\w'’&-]*)?)"
)


def _venue_of(text: str) -> tuple[Trait, ...]:
    """Return the first words behind a title: a journal or a publisher comes again in its list.

    >>> _venue_of(". In: The Lancet 12"), _venue_of(" (2011)")
    ((('venue', 'the lancet'),), ())
    """
    found = _VENUE.match(text)
    return (("venue", found["name"].rstrip(".").casefold()),) if found else ()


def _end_of_title(word: Word) -> int:
    """Return where a title ends that ends with a word: a question mark belongs to it."""
    end = word.end + (1 if word.after[:1] in ("?", "!", ")") else 0)
    return end + 1 if word.after[:2] == ")?" else end


def _untitled(words: Sequence[Word], text: str, at: int) -> Body:
    start = words[at].start
    weight = weight_of(Zone.UNTITLED, text[start : start + 240])
    weight -= _OF_SET * is_book_of_set(text, start)
    is_quoted = words[at].before[:1] in QUOTES
    traits = (
        ("quote", "none"),
        ("after title", "none"),
        (f"title {_shape(text[start:])}", "none"),
    )
    rest = words[at - 1].end if at else 0
    return Body(weight - 2.0 - 4.0 * is_quoted, None, rest, traits)


_VOLUME: Final = regex(
    r"\d ?\(\d+\)|\bvol\b|[\w.][,;:]? \(?\d{1,4}\)?[,;:.(][^A-Z]{0,12}\d"
    rf"|\b(?:{OF_VOLUME}) ?\d",
    re.IGNORECASE,
)


def _shape(text: str) -> str:
    """Return what kind of work a text seems to be: styles print a title for some kinds only.

    >>> _shape("In: Handbook of Moss"), _shape("Acme Press")
    ('part', 'other')
    """
    if re.search(r"(?:^|\W)[Ii]n:? [A-Z]", text):
        return "part"
    return "article" if _VOLUME.search(text) else "other"


# "Social vs. Purposeful", "Of Words, trans. Bo Fei": the stop is of a short word.
_NO_ENDS: Final = frozenset({"vs", "trans", "transl"})
_STARTS: Final = regex(
    r"(?:In|in|conference|preprint|master|doctoral|unpublished|thesis|report|Proceedings|Proc|Journal|J|Trans|IEEE|ACM|Advances|Annals|Science|Nature|Physical"
    r"|Language|Cell|PLOS|The|Zeitschrift|International|Phys|Ann)$"
)


def _boundary(words: Sequence[Word], place: int, quotes: bool) -> float | None:
    """Return what the end of a word adds as the end of a title; None where none can end."""
    word = words[place]
    if word.core.rstrip(".") in _NO_ENDS and place + 1 < len(words):
        return None
    # "Listeners’ Words": the sign closes no quote where none is opened.
    if place + 1 == len(words) or (word.after and (quotes or word.after != "’")):
        return 0.0
    ahead = words[place + 1]
    if ahead.before or ahead.core in DASHES or ahead.core[:1] == "§":
        return -0.5
    if ahead.core.startswith(("http", "www.", "doi:", "arXiv")):
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
    """Return the kind of what follows the title: "In", a digit, a text.

    >>> _ahead("On moss. In: A", 9), _ahead("On moss. 2020", 9)
    ('In', '9')
    """
    rest = text[place : place + 12]
    if re.match(r"[Ii]n[: ]", rest):
        return "In"
    if rest[:1].isdigit():
        return "9"
    return "a" if rest[:1].islower() else "A" if rest else ""
