"""What follows the names of a pasted list: the title of the work, its venue, volume and pages."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from refcore.names.customs import is_particle
from refcore.names.groups import is_institution, looks_like_group
from refcore.names.labels import LABEL
from refcore.names.shape import is_name
from refcore.names.titlewords import is_of_title, is_title_word
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = ["without_head", "without_letter", "without_tail"]

# A mail: its greeting with what leads to the names, and who writes it.
_GREETING: Final = regex(
    r"\A\s*(?:hi|hello|hey|dear)\b[^\n]{0,60}\n\s*\n[^\n]{0,200}\bauthors?\b[^\n:]{0,60}:\s*",
    re.IGNORECASE,
)
_GOODBYE: Final = regex(
    r"(?<=\S)\s*\n[ \t]*\n[ \t]*(?:best|kind|warm|many thanks|thanks|cheers|regards|sincerely"
    r"|yours|viele grüße|beste grüße|mfg|lg|cordialement|bien à|saludos|un saludo|abraços|groeten"
    r"|met vriendelijke)\b[^\n]{0,40}\n\s*[^\n]{1,60}\s*\Z",
    re.IGNORECASE,
)

# What only a reference has, not a list of names.
_PUBLISHED: Final = regex(
    r"(?<!\d)(?:19|20)\d\d(?![\d-])|\b(?:volume|vol|issue|pages?|pp|doi|isbn|proceedings|proc"
    r"|conference|symposium|journal|transactions|arxiv|preprint|ssrn|pmlr|thesis|elsevier|springer"
    r"|wiley)\b|https?:",
    re.IGNORECASE,
)
_MAY_FOLLOW: Final = regex(
    r"\s(?=(?:Proceedings|Proc\.|Journal\s(?:of|for)|(?:IEEE|ACM)\s(?:Transactions|Journal)"
    r"|Transactions\son|Advances\sin|In:?\s(?:Proc|The|Adv)|arXiv\b|Published\b|Annals\sof"
    r"|Findings\sof|International\sConference)\b)"
)
_BETWEEN: Final = regex(r"[,;\n]|(?<=[^\W\d_]{2})\.\s|\s[-–—•·|]\s|:\s")
# "Olsson, C. Accurate Factorization": an initial, and the title after its stop.
_INITIAL_STOP: Final = regex(
    widened(r"(?:\b[^\W\d_]|\b[A-Z]{2,3})\.\s+(?!and\b|et\b)(?=[^\W_]{2})")
)
_INITIAL_LAST: Final = regex(r"(?:\A|[\s.,-])[^\W\d_]\Z")
_SENTENCE_END: Final = regex(r"(?<=[^\W\d_]{2})[.?!](?=\s|\Z)|[,;\n]")
_AFTER_HEAD: Final = regex(r"(?<=\S)(?:\s[-–—]\s|\s*\n\s*|\s+by\s+)(?=[^\W\d_])")
_MARKS: Final = regex(r"[,;\n]|\s[-–—]\s")
_YEAR: Final = regex(r"[.,]?\s*\(?(?<!\d)(?:19|20)\d\d(?![\d-])")
_JOINING: Final = frozenset(
    "Are Can Does For From How Into Is That The This Through Toward Towards Using Via Was What "
    "When Where Which Why With Without".split()
)
_SMALL: Final = frozenset("in on of for with to at by the an from via as or over under".split())
_NUMBERED: Final = " \t:0123456789"  # "Bo Fei 0001 :", as dblp writes a name before a title
_DATE_BEGUN: Final = regex(r"\s\(\d{0,2}\s?[^\W\d_]{0,9}\Z")  # "(4 March", before the year
# The mark after a name, in digits, signs or mathematics: "Bo Fei1,2", "Bo Fei $^{1, + }$".
_NOTES: Final = regex(
    r"[ ]?\$[ ]?\^[^$\n]{0,60}\$?|[ ]?[\d*†‡§¶#∗¹²³⁴-⁹✉]+\Z|<sup>[^<>]{0,60}</sup>"
)
# "Bo Fei & Al Go, Moss Rights, 12 Bog L.J. 33 (2004)", as lawyers cite.
_OF_LAW: Final = regex(
    r"(?P<names>[^&\n]{2,200} (?:&|and) (?P<last>[^,&\n]{3,60})),[^\n]{2,300},"
    r" \d{1,4} [^,\n]{2,60} \d{1,5}(?:, \d{1,5})? \((?:[^()\n]{0,20} )?(?:19|20)\d\d\)\.?"
)
_STOP: Final = regex(r"(?<=[^\W\d_]{2})[.:]\s+(?=[^\W\d_a-z])")
_BEFORE_LAST: Final = regex(r"[,;\n]|\band\b|&")
_LEAST_TITLE: Final = 3
_AFTER_NAME: Final = regex(r"(?<=[^\W\d_][^\W\d_])[\d*†‡§¶∗¹²³⁴-⁹]{1,9}(?=[\s,;]|\Z)")
_ASIDES: Final = regex(r"\s\([^()\n]{1,90}\)")
_LONGEST_HEAD: Final = 400
_MOST_MARKS: Final = 8
_LONG_GROUP: Final = 6
_AROUND: Final = " \t\n,;:.-–—•·|\x1f"
# Longer lists have nothing after their names.
_MOST_PIECES: Final = 400


def without_letter(text: str) -> str:
    """Return the list in a mail, without its greeting and without who writes it.

    >>> without_letter("Hi all,\\n\\nthe author order is: Bo Fei, Al Go.\\n\\nBest,\\nAl")
    'Bo Fei, Al Go.'
    """
    greeted = _GREETING.sub("", text, count=1)
    return _GOODBYE.sub("", greeted) if greeted is not text or "," in text else text


def without_tail(text: str) -> str:
    """Return a list of names without the rest of a reference that is after them.

    A text is left as it is where names follow what reads as a title.

    >>> without_tail("Bo Fei, Al Go, Networks for Images, The Computer Journal, Volume 66")
    'Bo Fei, Al Go'
    >>> without_tail("Bo Fei, Al Go Proceedings of the IEEE, 2023"), without_tail("Bo Fei, Al Go")
    ('Bo Fei, Al Go', 'Bo Fei, Al Go')
    """
    if not _PUBLISHED.search(text):
        return _without_title(text)
    if (article := _OF_LAW.fullmatch(text.strip())) and _is_person(article["last"]):
        return article["names"]
    first, before, people = -1, 0, 0
    for count, (start, end) in enumerate(_pieces(text)):
        part = text[start:end].strip(_AROUND)
        if count > _MOST_PIECES:
            return text
        if first > 0 and _is_person(part):
            # "J Phys" reads as a name too; two of them, or one on the next line, are people.
            people += 1 + ("\n" in text[first:start])
            if people > 1:
                return text
        if first < 0 and (place := _foreign(text, start, end, part)) >= 0:
            lead = text[before:start].rstrip()
            first = (
                before if lead.endswith(":") and not _is_person(lead.rstrip(_NUMBERED)) else place
            )
        before = start
    if first <= 0 or not _PUBLISHED.search(text, first) or not text[:first].strip(_AROUND):
        return text
    names = _DATE_BEGUN.sub("", text[:first].rstrip(_AROUND))
    # The stop of an initial belongs to it.
    return names + "." if _INITIAL_LAST.search(names) and text[len(names)] == "." else names


def _without_title(text: str) -> str:
    """Return a list of names without the title that is its last sentence.

    >>> _without_title("Bo Fei and Al Go. On the Form of Moss"), _without_title("Bo Fei. Al Go")
    ('Bo Fei and Al Go', 'Bo Fei. Al Go')
    """
    stop = _STOP.search(text)
    title = text[stop.end() :].strip() if stop else ""
    if not stop or "\n" in title or ":" in title or len(title.split()) < _LEAST_TITLE:
        return text
    # After one name, a colon can introduce what the person did; after several, the title.
    names = text[: stop.start()]
    several = ":" not in stop[0] or _BEFORE_LAST.search(names)
    after_names = several and _is_person(_last_of(names)) and _reads_as_title(title)
    return names if after_names else text


def _last_of(text: str) -> str:
    return _BEFORE_LAST.split(text)[-1].strip(_AROUND)


def without_head(text: str) -> str:
    """Return a list of names without the title that is before it, with a dash or on a line.

    >>> without_head("Networks for Images - Bo Fei, Al Go"), without_head("Bo Fei - Al Go - Mo Hu")
    ('Bo Fei, Al Go', 'Bo Fei - Al Go - Mo Hu')
    """
    for mark in itertools.islice(_AFTER_HEAD.finditer(text[:_LONGEST_HEAD]), _MOST_MARKS):
        rest = text[mark.end() :]
        first = _BETWEEN.split(rest, maxsplit=1)[0].strip(_AROUND)
        if _reads_as_title(text[: mark.start()]) and first and not is_of_title(first.split()):
            return rest
        if "\n" in mark[0]:
            break
    return text


def _reads_as_title(text: str) -> bool:
    words = text.split()
    text = _ASIDES.sub("", text)
    if label := LABEL.match(text):
        text = text[label.end() :]  # "Written by Bo Fei and edited"
        if _is_person(_BEFORE_LAST.split(text, maxsplit=1)[0].strip()):
            return False
    parts = (_NOTES.sub("", part).strip(_AROUND) for part in text.split(",")[:-1])
    comma = any(map(is_name, parts))
    group = len(words) < _LONG_GROUP and looks_like_group(text)
    low = [word for word in words if _is_low(word)]
    title = len(words) > 2 and (sum(map(is_title_word, words)) > 1 or len(low) > 1)
    title = title or (len(words) > 2 and (_is_joined(words) or _has_small_word(words)))
    first = _MARKS.split(_AFTER_NAME.sub(";", text))[0].strip()
    return title and "[" not in text and not group and not comma and not _is_person(first)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _BETWEEN.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


def _foreign(text: str, start: int, end: int, part: str) -> int:
    """Return where a piece becomes a title or a venue, or -1.

    >>> _foreign("On the Form of Moss", 0, 19, "On the Form of Moss")
    0
    >>> _foreign("Bo Fei", 0, 6, "Bo Fei")
    -1
    """
    after = _MAY_FOLLOW.search(text, start + 1, end)
    if after and is_name(text[start : after.start()].strip(_AROUND)):
        return after.start()
    year = _YEAR.search(text, start, end)
    before = text[start : year.start()].split() if year else []
    if year and 0 < len(before) < _LONG_GROUP and not is_of_title(before):
        return year.start()
    for stop in _INITIAL_STOP.finditer(text, start, end):
        title = _SENTENCE_END.split(text[stop.end() : stop.end() + 200], maxsplit=1)[0]
        if _reads_as_title(title) or _ends_low(title):
            return stop.end()
    words = part.split()
    venue = len(words) > 1 and _PUBLISHED.match(part.removeprefix("The ").removeprefix("In "))
    low = [word for word in words if _is_low(word)]
    title = (
        (is_of_title(words) or len(low) > 1 or _is_joined(words) or _has_small_word(words))
        and len(words) > 1
        and not looks_like_group(part)
    )
    return start if (venue or title) and not is_institution(part) else -1


def _ends_low(title: str) -> bool:
    """Return whether words after an initial end as no name does: "Mossy parsers".

    >>> _ends_low("Mossy parsers[J]"), _ends_low("Berg van")
    (True, False)
    """
    words = title.partition("[")[0].split()
    return len(words) > 1 and _is_low(words[-1])


def _is_joined(words: list[str]) -> bool:
    """Return whether words in capitals are joined as in a title: "Moss That Grows".

    >>> _is_joined("Moss That Grows".split()), _is_joined("Bo Fei".split())
    (True, False)
    """
    return any(
        word in _JOINING and not is_particle(before)
        for before, word in itertools.pairwise(words[:-1])
    )


def _has_small_word(words: list[str]) -> bool:
    """Return whether a word inside joins others in a title: "Lamps at Night".

    >>> _has_small_word(["Lamps", "at", "Night"]), _has_small_word(["Bo", "Fei"])
    (True, False)
    """
    return not _SMALL.isdisjoint(words[1:-1])


def _is_low(word: str) -> bool:
    """Return whether a word is in lower case and not part of a name.

    >>> _is_low("form"), _is_low("van"), _is_low("Form")
    (True, False, False)
    """
    return len(word) > 2 and word.isalpha() and word.islower() and not is_particle(word)


def _is_person(part: str) -> bool:
    return len(part.split()) > 1 and is_name(part) and not looks_like_group(part)
