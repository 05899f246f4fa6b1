"""The year of a reference: which of the numbers in its text is the date of the work."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from refcore.text.idforms import DOI_PREFIX
from refcore.text.months import MONTH_START
from refcore.text.patterns import regex
from refcore.textlists.segment import Reading

__all__ = ["YEAR_ALONE", "Year", "years_of_list"]

# Four digits that are a year, wherever they are in a line.
YEAR_ALONE: Final = regex(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_DAY: Final = r"-(?:0\d|1[0-2])-[0-3]\d(?!\d)"
_YEAR: Final = regex(
    r"(?:(?<![\d/:_-])|(?<=[ (]\d/)|(?<=[ (]\d\d/))(?<![A-Z\d]\.)"
    r"(?:1[5-9]|20)\d\d(?=[a-z]?(?![\w/_])|[A-Z][a-z]|[年第]|(?:ed|no)\.)"
    r"(?!\.\d{3,5}(?!\d| ?[–-]|:))"
    # "1970-11-01": a day as ISO 8601 writes it.
    rf"|(?<![\d/_-])(?:1[5-9]|20)\d\d(?={_DAY})"
)
_DAY_AFTER: Final = regex(_DAY)
_ACCESSED: Final = regex(
    r"(?<!\w)(?:accessed|access(?= date|:)|epub|retrieved|cited|visited|viewed"
    r"|last (?:update|modified|checked|seen|view)\w*"
    r"|abgerufen|abruf(?:datum)?|aufgerufen|zugriff|zugegriffen|gesehen|besucht|stand"
    r"|consult(?:é|ée|ado|ada|ato|ata|at|ed|ation)|acces(?:s?o|s?ato|ado|at)|accès|accés|acesso|visto"
    r"|geraadpleegd|hentet|hämtad|besökt|luettu|viitattu|dostęp|cit|sneto|dostopno|erişim|megtekintve"
    r"|letöltve|дата обращения|дата звернення)(?!\w)(?:(?!(?:19|20)\d\d)[^;]){0,40}$",
    re.IGNORECASE,
)
# "(reprinted in Readings, Irwin, 1952)"
_REPRINTED: Final = regex(
    r"\b(?:reprinted|repr\.|rpt\.|(?:wieder)?abgedruckt|réimpr\.|ristampato) (?:in|dans)\b"
    r"[^;]*$",
    re.IGNORECASE,
)
# "2006 [1933]": the year of the original.
_ORIGINAL: Final = regex(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]? ?\[$")
# "Theologie, München 41962": the number of the edition was set high.
_WITH_EDITION: Final = regex(
    r"(?<=[^\W\d_A-Z] )(?<!(?i:art) )[1-9]\d?(?P<year>(?:18|19|20)\d\d)(?=\W*$|, (?:S\. ?)?\d)"
)
# "CVPR'16", "Interspeech ’98": a meeting and two figures of its year.
_SHORT_YEAR: Final = regex(r"(?<=[A-Za-z])[A-Za-z] ?['’](?P<year>[6-9]\d|[012]\d)(?!\w)")
_OLDEST_SHORT: Final = 60
_MONTH: Final = regex(
    rf"(?:{MONTH_START}|mai|okt|dez)"
    r"[a-z]*\.?,? (?:\d{1,2}(?: ?[-–] ?(?:[a-z]+ )?\d{1,2})?,? )?$",
    re.IGNORECASE,
)
_MONTH_AFTER: Final = regex(
    rf"[a-z]?[,;]? ?(?:\d{{1,2}} )?(?:{MONTH_START})[a-z.]* ?\d*[)\].]",
    re.IGNORECASE,
)
# "(1836) 1985": the year in which it first came out is in front.
_OF_FIRST: Final = regex(r"\((?:1[5-9]|20)\d\d\) ")
# Who says that there is no date means no other number.
_UNDATED: Final = regex(r"[(\[]n\. ?d\.[)\]]")
_IN_ADDRESS: Final = regex(rf"https?://|{DOI_PREFIX}/|arxiv[:.]", re.IGNORECASE)
# The brackets in which a date is, with the space before them.
_OPENED: Final = regex(r" (?=[\[(][^\])]{0,20}$)")
# No pattern before a year, apart from its word, is longer.
_NEAR: Final = 200


@attrs.frozen
class Year:
    """A number that can be the year: its place, its value, and the signs around it."""

    value: int
    start: int
    end: int
    score: float
    place: str


def years_of_list(texts: Sequence[str], chosen: Sequence[Reading | None]) -> list[Year | None]:
    """Return the year of each reference; the place of the others' years counts as evidence."""
    every = [
        _dated(text, reading) or _candidates(text, reading)
        for text, reading in zip(texts, chosen, strict=True)
    ]
    every = [
        [] if reading and reading.date and _UNDATED.match(text, *reading.date) else found
        for text, reading, found in zip(texts, chosen, every, strict=True)
    ]
    best = [max(found, key=lambda one: one.score, default=None) for found in every]
    if len(texts) > 2:
        for _ in range(2):
            seen = Counter(one.place for one in best if one)
            best = [
                max(
                    found,
                    key=lambda one: one.score + _vote(seen, one.place, len(texts)),
                    default=None,
                )
                for found in every
            ]
    return [one if one and one.score > -3 else None for one in best]


def _dated(text: str, reading: Reading | None) -> list[Year]:
    """Return the year of a date right after the names, which is the likeliest."""
    if reading is None or reading.date is None:
        return []
    start, end = reading.date
    original = _OF_FIRST.match(text, start, end)
    found = _YEAR.search(text, original.end() if original else start, end)
    return [Year(int(found[0]), found.start(), found.end(), 4.0, "head")] if found else []


def _vote(seen: Counter[str], place: str, size: int) -> float:
    return 2.5 * seen[place] / size


def _candidates(text: str, reading: Reading | None) -> list[Year]:
    found = []
    matches = list(_YEAR.finditer(text))
    counts = Counter(match[0] for match in matches)
    for number, match in enumerate(matches):
        before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() :]
        word = _word_before(text, match.start())
        score = 0.0
        is_date = reading and reading.date and reading.date[0] <= match.start() < reading.date[1]
        place = f"{_sign(before[-2:])}9{after[:1].strip()}"
        if is_date:
            score, place = score + 4.0, f"head {place}"
        elif reading and reading.title and match.start() > reading.title[1]:
            place = f"rest {place} {'last' if number == len(matches) - 1 else ''}"
        if reading and _is_in_title(match.start(), reading):
            is_last = reading.title is not None and match.end() > reading.title[1] - 2
            score, place = score - (1.5 if is_last else 4.0), "title"
        score += 1.0 if before.endswith("(") and after.lstrip("abcdef").startswith(")") else 0.0
        score += 0.8 if number == len(matches) - 1 else 0.0
        score += 0.5 * counts[match[0]]
        score -= 6.0 if _ACCESSED.search(before) else 0.0
        score -= 3.0 if _REPRINTED.search(before) or _ORIGINAL.search(before) else 0.0
        score -= _of_span(before, after)
        if _MONTH.search(before) and re.match(
            r"\W{0,4}(?:retrieved|accessed|available)", after, re.I
        ):
            score -= 3.0
        score -= 0.8 if re.search(r"[A-Z]{3,} ?[’']?$|[A-Z][a-z]+ $", before) else 0.0
        score -= 0.5 if _MONTH.search(before) and not is_date else 0.0
        score += 0.5 if _MONTH_AFTER.match(after) else 0.0
        score -= 4.0 if _IN_ADDRESS.search(word) else 0.0
        score -= 3.0 if _is_of_a_visit(text, match.start()) else 0.0
        score -= 1.5 if re.match(r" ?\(\d+\)|, ?\d+ ?\(", after) else 0.0
        # "117, 353 (1988); 121, 351 (1989)": a work in two parts has the date of the first.
        score -= 2.5 if re.search(r"\d\); [\w. ]{0,24}\d+, \w+ \($", before) else 0.0
        # "2002, 41, 2024": the page behind the year and the volume.
        score -= 3.0 if re.search(r"\b(?:1[89]|20)\d\d[,;] ?\d{1,4}[,:] ?$", before) else 0.0
        score -= 2.0 if re.search(r"(?:vol\.?|no\.?|p\.|pp\.?|nr\.?) ?$", before, re.I) else 0.0
        found.append(Year(int(match[0]), match.start(), match.end(), score, place))
    if glued := _WITH_EDITION.search(text, reading.rest if reading else 0):
        found.append(Year(int(glued["year"]), *glued.span("year"), 1.0, "rest glued"))
    if not found and (short := _SHORT_YEAR.search(text, reading.rest if reading else 0)):
        century = 1900 if int(short["year"]) >= _OLDEST_SHORT else 2000
        found.append(Year(century + int(short["year"]), *short.span("year"), 0.0, "short"))
    return found


# "London: Quay, 1951–1955.": the years in which the volumes of a work came out.
_LAST_YEARS: Final = regex(r" ?[–-] ?(?:(?:19|20)\d\d|\d\d)(?=[.;)]|,? ?$)")


def _of_span(before: str, after: str) -> float:
    """Return how much a number is the beginning or the end of a span, and not a year.

    >>> _of_span("Quay, ", "–1955."), _of_span("pp. ", "–1990, ")
    (1.0, 7.0)
    """
    if re.search(r"\d ?[–-] ?$", before):
        return 7.0
    if not re.match(r" ?[–-] ?\d", after) or _DAY_AFTER.match(after):
        return 0.0
    is_of_volumes = _LAST_YEARS.match(after) and re.search(r"[^\W\d],? \(?$", before)
    return 1.0 if is_of_volumes else 7.0


def _word_before(text: str, place: int) -> str:
    """Return what is between the last space and a place.

    >>> _word_before("Moss (2011)", 6)
    '('
    """
    return text[text.rfind(" ", 0, place) + 1 : place]


def _is_of_a_visit(text: str, place: int) -> bool:
    """Return whether a date in brackets is after an address: "example.org [September 11, 2024]".

    >>> _is_of_a_visit("https://a.org (accessed May 2019)", 27)
    True
    >>> _is_of_a_visit("B. Fei. Words. 2019.", 15)
    False
    """
    start = max(0, place - _NEAR)
    spaces = (start + found.start() for found in _OPENED.finditer(text[start:place]))
    return any(re.search("https?://.", _word_before(text, space)) for space in spaces)


def _sign(before: str) -> str:
    return "".join("a" if char.isalnum() else char for char in before)


def _is_in_title(place: int, reading: Reading | None) -> bool:
    return bool(reading and reading.title and reading.title[0] <= place < reading.title[1])
