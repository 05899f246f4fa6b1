"""A list of references as text, split into its references.

There are several layouts of lists: labels such as `[1]`, blank lines, hanging indents, one
reference on each line, or nothing but the text. Each layout that a text admits is one way to
split it. Its score says how much its parts begin and end like references and are as long.
"""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from refcore.names.customs import is_particle
from refcore.text.patterns import regex
from refcore.text.restructured import with_items
from refcore.textlists.clean import cleaned, joined, with_accents
from refcore.textlists.sections import is_heading
from refcore.textlists.subitems import subitems
from refcore.textlists.templates import TEMPLATE_START

__all__ = ["Piece", "clean_piece", "split_list"]

_LABELS: Final = (
    re.compile(
        r"\s{0,12}[\[〔【［](?P<label>\d{1,4})[\]〕】］][.:]?(?:\s+[–—-])?(?:\s+|$|(?=[^\W\d_]))"
    ),
    re.compile(r"\s{0,12}\((?P<label>\d{1,4})\)[.:]?(?:\s+[–—-])?(?:\s+|$)"),
    re.compile(r"\s{0,12}(?P<label>\d{1,4}) ?[.)](?:\s?[–—-])?(?:\s+|$)"),
    re.compile(r"\s{0,12}(?P<label>\d{1,4})[–—:-]\s+(?=[^\W\d_])"),
    re.compile(r"\s{0,12}(?P<label>\d{1,4})\.(?=[^\W\d_])"),
    # An accent that a PDF file sets apart may precede the letter: "17 ¸Cakır F".
    re.compile(r"\s{0,12}(?P<label>\d{1,4})(?:\s+[_–—-])?\s+(?=[¨´`ˆ˜¸˚˝˘¯˙ˇ]?[^\W\d_])"),
    re.compile(r"\s{0,12}(?P<label>\d{1,4})(?=[A-Z][a-z]|[A-Z]\.)"),
)
# Labels without brackets of some references of a list: their numbers rise.
_RISING: Final = _LABELS[1:3]
# "[KB15]", "[Knuth 1984]", "[RFC9110]", "[I-D.ietf-tls-esni]"; numbers of some references, "[12]".
_NAMED: Final = regex(
    r"\s{0,12}\[(?P<label>[^\W\d_][^\[\]\n]{0,60}\d{2,4}[a-z]?\)?"
    r"|[A-Z](?:[\w+'’]{1,12}|[\w+'’.-]{1,40}[\w])|\d{1,4})\][.:]?\s*"
)
_BULLET: Final = regex(r"\s{0,12}(?:[•▪◦‣∙*–-]|\\item)\s+(?=\S)")
# What is around the items of a list of TeX, or of R's help pages.
_AROUND: Final = regex(
    r"^[ \t]*(?:\\(?:begin|end)\{(?:itemize|enumerate|list)\}|\\(?:itemize|enumerate)\{|\})[ \t]*$",
    re.MULTILINE,
)
_YEAR: Final = regex(
    r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)|\bn\. ?d\.|in press|forthcoming", re.IGNORECASE
)
# "       . 1999. Of Words": the dash for the authors was a rule, which a PDF does not have as text.
_LOST_DASH: Final = regex(r"^[ \t]*\.[ ]{1,2}(?=(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d)\. )", re.MULTILINE)
# "^ a b Fei, Bo", "↑ 1 2 Fei, Bo", "3. ^ Jump up to: a b Fei, Bo": the links back of a wiki.
_BACKLINK: Final = regex(
    r"^[ \t]{0,12}(?P<number>\d{1,3}\. ?)?[\^↑]"
    r"(?: ?(?:Jump up(?: to)?|Salta a|Saltar a|Hoch ?springen(?: nach)?|Revenir plus haut(?: en)?"
    r"|Aller à|Перейти(?: обратно| к)?|Спрямовано|Spring naar|Ir para"
    r"|Skocz do|Hoppa upp till|跳转至|移至)"
    r" ?[:：]?)?"
    r"(?:[ ,](?:et |y |e |und |и )?(?:[a-z]|\d{1,2}(?:[.,]\d{1,2})?)(?=[ ,]))*[ \t]+(?=\S)",
    re.MULTILINE,
)
_START: Final = regex(r"(?:[\"“‘«„(\[]?[^\W\d_]|—|–|_{2,}|-{3}|\d{4})")
_NAME_START: Final = regex(
    r"(?:(?:[^\W\d_]\.[- ]?)+[^\W\d_]|(?:[^\W\d_]['’\w-]+ ){0,3}[^\W\d_]['’\w-]+, ?[^\W\d_]"
    r"|[^\W\d_]['’\w-]+ [A-Z]{1,3}[,. ]|(?:—|–|_|-){2,})"
)
# Names with initials, and the year after them: "Fei B, Chen AC (2020)", "Fei, B., & Wu, C. 2020."
_HEADED: Final = regex(
    r"(?:[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?,? (?:[A-Z]\.?[ -]?){1,4}"
    r"(?:,? (?:and|&|et|und|y|e) |[,;] |\.? ?(?=[(\d]))){1,30}+\(?(?:19|20)\d\d"
)
_END: Final = regex(r"(?:[.)\]>?!”\"]|\d|https?://\S+|10\.\S+)\s*$")
_WINDOW: Final = 30
# The word by which a list is sorted is among the first words of a reference.
_MOST_OF_KEY: Final = 1_000
# Of a way with more than twice as many parts, a sample of about this many is weighed.
_SAMPLE: Final = 200
# A part with more lines or letters is too long for a reference, whatever is in it.
_MOST_OF_GROUP: Final = 60
_LONG: Final = 3_000


@attrs.frozen
class Piece:
    """One reference of a list: its text, cleaned and on one line, its label, and its first line."""

    text: str
    label: str = ""
    line: int = 1


@attrs.frozen
class _Line:
    text: str
    number: int


def split_list(text: str, most: int | None = None) -> list[Piece]:
    """Return the references of a list, in order.

    Args:
        text: The list, with or without a heading.
        most: How many are returned. Default: all.

    Returns:
        The texts of the references, each with its line.

    >>> text = "References\\n[1] A. Fei. One. 2019.\\n[2] B. Wu. Two. 2020."
    >>> [piece.text for piece in split_list(text)]
    ['A. Fei. One. 2019.', 'B. Wu. Two. 2020.']
    """
    text = _LOST_DASH.sub("———. ", _BACKLINK.sub(_mark_of, with_items(text)))
    if "\\item" in text:
        text = _AROUND.sub("", text)
    lines = _without_headers([_Line(line, n) for n, line in enumerate(_lines(text), start=1)])
    lines = _without_heading(lines)
    full = [line for line in lines if line.text.strip()]
    if not full:
        return []
    known = frozenset(re.findall(r"[^\W_]+(?:-[^\W_]+)*", text.casefold()))
    texts: _Texts = {}  # several ways have the same parts
    if sure := _by_templates(full) or _by_sure_marks(lines, full):
        way = sure
    elif len(full) > 1 and not _is_wrapped(full) and not _by_labels_of_any(lines):
        way = [("", [line]) for line in full]
    else:
        way = _best_way(lines, full, known, texts)
    pieces = [_piece(group, label, known, texts) for label, group in way[:most]]
    pieces = [_unlabelled(pieces[0])] if len(way) == 1 else _without_keys(pieces)
    return [part for piece in pieces for part in _parted(piece)][:most]


def _parted(piece: Piece) -> list[Piece]:
    """Return the works under one number, each as a piece of its own."""
    if piece.text[:1] not in ("(", "a"):
        return [piece]
    works = subitems(piece.text)
    return [attrs.evolve(piece, text=text, label=f"{piece.label}{key}") for key, text in works]


def _mark_of(found: re.Match[str]) -> str:
    return found["number"] or "• "


# "fei2019one A. Fei. One.": a draft prints the keys of its entries.
_KEY: Final = regex(r"(?P<label>[A-Za-z][\w:/.+-]{0,60}\d[\w:/.+-]{0,60})\s+(?=[\"“‘«(]?[^\W\d_])")
_LEAST_KEYS: Final = 3
_SHARE_OF_KEYS: Final = 0.9


def _without_keys(pieces: list[Piece]) -> list[Piece]:
    """Return references without the citation keys in front, where nearly all have one.

    >>> texts = ("fei2019 A. Fei. One. 2019.", "wu2020 B. Wu. Two. 2020.", "su21 C. Su. Six. 2021.")
    >>> [one.label for one in _without_keys([Piece(text) for text in texts])]
    ['fei2019', 'wu2020', 'su21']
    """
    found = [None if one.label else _KEY.match(one.text) for one in pieces]
    keyed = sum(one is not None and one["label"][-1] not in ".:" for one in found)
    if keyed < max(_LEAST_KEYS, _SHARE_OF_KEYS * len(pieces)):
        return pieces
    return [
        attrs.evolve(piece, text=piece.text[key.end() :], label=key["label"]) if key else piece
        for piece, key in zip(pieces, found, strict=True)
    ]


# "3 Fei, A. One. 2019.", "3 Bo Fei and Aili Chen. One.": a number as the note has it.
_BEFORE_NAME: Final = regex(
    r"(?P<label>\d{1,3}):? (?=(?:[A-Z]\. )+[A-Z]|[A-Z][\w'’-]+,? [A-Z]{1,3}\b"
    r"|(?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+(?:,| and| &) [A-Z])"
)


def _unlabelled(piece: Piece) -> Piece:
    """Return a reference without its label, where it is the only one of its list.

    >>> _unlabelled(Piece("[12] A. Fei. One. 2019.")).label
    '12'
    """
    if piece.label:
        # "[1] 1. Fei B. One."
        second = _LABELS[2].match(piece.text)
        return attrs.evolve(piece, text=piece.text[second.end() :]) if second else piece
    for pattern in (*_LABELS[:3], _NAMED, _BULLET, _BEFORE_NAME):
        found = pattern.match(piece.text)
        label = found.groupdict().get("label", "") if found else ""
        # A number that looks like a year is not a label.
        if found and found.end() < len(piece.text) and not _YEAR.fullmatch(label):
            return attrs.evolve(piece, text=piece.text[found.end() :], label=label)
    return piece


def _best_way(
    lines: Sequence[_Line], full: Sequence[_Line], known: frozenset[str], texts: _Texts
) -> list[Group]:
    """Return the way whose parts are most like references; of many parts, some from all of it."""
    hangings = [_grouped(full, _hanging(full, jitter)) for jitter in (0, 1)]
    hung = [way for way in hangings if 0.1 * len(full) < len(way) < 0.8 * len(full)]
    paragraphs = _by_blanks(lines)
    if 0.1 * len(full) < len(paragraphs) < len(full):
        hung.append(paragraphs)
    best: list[Group] = []
    most = -math.inf
    for way in filter(None, _ways(lines)):
        step = max(1, len(way) // _SAMPLE)
        some = ((label, group[:_MOST_OF_GROUP]) for label, group in way[::step])
        pieces = [_piece(group, label, known, texts) for label, group in some]
        score = _score(pieces) + (0.4 if way in hung else 0.0)
        score -= _LEFT_OUT * _share_before(way, full)
        if score > most:
            best, most = way, score
    return best


# What a way with everything before its first part would lose.
_LEFT_OUT: Final = 3.0


def _share_before(way: Sequence[Group], full: Sequence[_Line]) -> float:
    """Return the share of the lines that are before the first part of a way."""
    first = way[0][1][0].number
    return sum(line.number < first for line in full) / len(full)


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Return whether lines are broken at a width; else each line is a whole reference."""
    widths = sorted(len(line.text.rstrip()) for line in lines)
    if len(widths) < 3 or widths[-1] < 40:
        return len(widths) > 1
    texts = [line.text.strip() for line in lines]
    whole = sum(bool(_YEAR.search(t) and _END.search(t)) and t[:1].isupper() for t in texts)
    if whole > 0.9 * len(texts):
        return False
    full = [text for text, line in zip(texts, lines, strict=True) if _is_full(line, widths[-1])]
    # Lines of about one width that all end as references do are so long by chance.
    is_even = len(full) > 0.3 * len(texts) and not all(map(_END.search, full))
    lowered = sum(line.text.lstrip()[:1].islower() for line in lines) / len(lines)
    return (widths[-1] <= 200 and (is_even or lowered > 0.15)) or lowered > 0.3


def _is_full(line: _Line, width: int) -> bool:
    """Return whether a line is about as long as the longest one."""
    return len(line.text.rstrip()) > width - 16


def clean_piece(text: str, line: int) -> Piece:
    """Return one reference that is already apart from the others, without its label."""
    for pattern in _LABELS[:3]:
        if found := pattern.match(text):
            return Piece(cleaned(text[found.end() :]), found["label"], line)
    return Piece(cleaned(text), "", line)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(8).split("\n")


Group = tuple[str, list[_Line]]


def _by_labels_of_any(lines: Sequence[_Line]) -> bool:
    """Return whether lines have labels of a kind, or bullets."""
    if _by_marks(lines, _NAMED) or _by_marks(lines, _BULLET):
        return True
    if any(len(_by_rising_labels(lines, pattern)) > 1 for pattern in _RISING):
        return True
    return any(len(_by_labels(lines, pattern)) > 1 for pattern in _LABELS)


def _ways(lines: Sequence[_Line]) -> Iterator[list[Group]]:
    """Yield each way to split lines that a layout of lists admits."""
    for pattern in _LABELS:
        yield _by_labels(lines, pattern)
    for pattern in _RISING:
        yield _by_rising_labels(lines, pattern)
    yield _by_marks(lines, _NAMED)
    yield _by_marks(lines, _BULLET)
    paragraphs = _by_blanks(lines)
    yield paragraphs
    full = [line for line in lines if line.text.strip()]
    yield _grouped(full, _hanging(full))
    yield _grouped(full, _hanging(full, jitter=0))
    yield _grouped(full, _indented(full))
    yield _grouped(full, [True] * len(full))
    yield _grouped(full, _by_content(full))


def _grouped(lines: Sequence[_Line], starts: Sequence[bool]) -> list[Group]:
    groups: list[Group] = []
    for line, is_start in zip(lines, starts, strict=True):
        if is_start or not groups:
            groups.append(("", [line]))
        else:
            groups[-1][1].append(line)
    return groups


def _by_labels(lines: Sequence[_Line], pattern: re.Pattern[str]) -> list[Group]:
    """Split at labels that count up; a number out of turn is part of the text."""
    marks = [
        (n, int(found["label"]))
        for n, line in enumerate(lines)
        if (found := pattern.match(line.text))
    ]
    chain = _chain(marks)
    if not chain or (len(chain) < 2 and (chain[0][1] != 1 or chain[0][0])):
        return []
    groups: list[Group] = []
    ends = [n for n, _ in chain[1:]] + [len(lines)]
    for (start, label), end in zip(chain, ends, strict=True):
        found = pattern.match(lines[start].text)
        assert found is not None  # noqa: S101 - it matched above
        first = attrs.evolve(lines[start], text=lines[start].text[found.end() :])
        groups.append((str(label), [first, *lines[start + 1 : end]]))
    return groups


def _by_rising_labels(lines: Sequence[_Line], pattern: re.Pattern[str]) -> list[Group]:
    """Split at the labels of some references of a list, "3.", "12.", "27.", if one is first."""
    marks = [found for line in lines if (found := pattern.match(line.text))]
    numbers = [int(found["label"]) for found in marks]
    are_rising = all(one < other for one, other in itertools.pairwise(numbers))
    return _by_marks(lines, pattern) if are_rising else []


def _chain(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of labels in which each is one more than the one before."""
    best: dict[int, tuple[int, int]] = {}  # by label: length of the chain, place of its mark
    before: dict[int, int] = {}
    for place, (_, label) in enumerate(marks):
        length, prior = best.get(label - 1, (0, -1))
        if length + 1 > best.get(label, (0, -1))[0]:
            best[label] = (length + 1, place)
            before[place] = prior
    if not best:
        return []
    place = max(best.values())[1]
    chain = []
    while place >= 0:
        chain.append(marks[place])
        place = before.get(place, -1)
    return chain[::-1]


def _by_marks(lines: Sequence[_Line], mark: re.Pattern[str]) -> list[Group]:
    """Split at labels in brackets, such as `[KB15]` or `[Knuth 1984]`, or at bullets."""
    groups: list[Group] = []
    for line in lines:
        if found := mark.match(line.text):
            label = found.groupdict().get("label", "")
            groups.append((label, [attrs.evolve(line, text=line.text[found.end() :])]))
        elif groups:
            groups[-1][1].append(line)
        elif line.text.strip():
            return []
    return groups if len(groups) > 1 else []


def _by_templates(lines: Sequence[_Line]) -> list[Group]:
    """Split where the templates of a wiki begin; there is nothing before the first."""
    starts = [bool(TEMPLATE_START.match(line.text)) for line in lines]
    return _grouped(lines, starts) if starts and starts[0] else []


def _by_sure_marks(lines: Sequence[_Line], full: Sequence[_Line]) -> list[Group]:
    """Split where numbers in brackets, or bullets, leave no doubt, whatever is behind them.

    The numbers count from 1 on the first line; no line but one with a bullet is out so far. Of
    addresses alone, no other way to split knows where one ends.
    """
    if not full:
        return []
    if (first := _LABELS[0].match(full[0].text)) and first["label"] == "1":
        found = filter(None, (_LABELS[0].match(line.text) for line in full))
        numbers = [int(one["label"]) for one in found]
        # "[1]", "[2]", "[2]": one that comes twice is a slip.
        steps = {after - before for before, after in itertools.pairwise(numbers)}
        if not steps and len(full) > 1 and all(_indent(one) > _indent(full[0]) for one in full[1:]):
            return _by_labels(full, _LABELS[0])  # one reference, and what is within it
        return _by_marks(lines, _LABELS[0]) if steps and steps <= {0, 1} else []
    if not _BULLET.match(full[0].text):
        return []
    least = _indent(full[0])
    outer = [line for line in full if _indent(line) <= least]
    is_sure = len(outer) > 1 and all(_BULLET.match(line.text) for line in outer)
    return _grouped_marks(full, least) if is_sure else []


def _grouped_marks(lines: Sequence[_Line], least: int) -> list[Group]:
    """Split at the bullets that are out furthest, without them."""
    groups = _grouped(lines, [_indent(line) <= least for line in lines])
    return [(label, [_unmarked(first), *others]) for label, (first, *others) in groups]


def _unmarked(line: _Line) -> _Line:
    found = _BULLET.match(line.text)
    return attrs.evolve(line, text=line.text[found.end() :]) if found else line


def _by_blanks(lines: Sequence[_Line]) -> list[Group]:
    """Return the parts between blank lines, and those that a page break divides by their text.

    >>> lines = [_Line("Fei A. 2019. Moss. Cell 3.", 1), _Line("Wu B. 2020. Fens.", 5)]
    >>> len(_by_blanks(lines)), len(_by_blanks([lines[0], attrs.evolve(lines[1], number=2)]))
    (2, 1)
    """
    groups: list[Group] = []
    is_new = True
    last = _Line("", 0)
    for line in lines:
        if not line.text.strip():
            is_new = True
        elif is_new or (line.number > last.number + 1 and _begins(line, last)):
            groups.append(("", [line]))
            is_new = False
        else:
            groups[-1][1].append(line)
        last = line
    return groups


def _begins(line: _Line, last: _Line) -> bool:
    """Return whether a line behind a page break begins a reference, as the one before it ends."""
    before = last.text.rstrip()
    return _start_score(line.text.strip(), before, len(before)) > _SURE


def _indent(line: _Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _hanging(lines: Sequence[_Line], jitter: int = 1) -> list[bool]:
    """Return which lines are out furthest; a column taken out of a PDF can jitter by a space."""
    least = min((_indent(line) for line in lines), default=0)
    return [_indent(line) <= least + jitter for line in lines]


def _indented(lines: Sequence[_Line]) -> list[bool]:
    least = min((_indent(line) for line in lines), default=0)
    return [_indent(line) > least + 1 for line in lines]


def _by_content(lines: Sequence[_Line]) -> list[bool]:
    """Return which lines begin a reference, by the text alone.

    Each line has a score as a beginning. Where the list is sorted, the beginnings follow each
    other in the alphabet: the set of lines with the best sum of both is taken.
    """
    width = max((len(line.text.rstrip()) for line in lines), default=0)
    before = ["", *(line.text.rstrip() for line in lines)]
    scores = [
        _start_score(line.text.strip(), last, width)
        for line, last in zip(lines, before, strict=False)
    ]
    scores = _alike(scores, lines, before)
    keys = [_key(line.text) for line in lines]
    sure = [key for key, score in zip(keys, scores, strict=True) if score > _SURE]
    ordered = sum(one <= other for one, other in itertools.pairwise(sure))
    is_sorted = len(sure) > 3 and ordered > 0.75 * (len(sure) - 1)
    chosen = _best_starts(scores, keys, 1.2 if is_sorted else 0.0)
    return [place in chosen for place in range(len(lines))]


# A line with a higher score begins a reference without doubt.
_SURE: Final = 2.5
_LEAST_SURE: Final = 3
_MOST_OF_TRAIT: Final = 2.0
# How a line opens, of which the references of one list have mostly one: the first that matches.
_OPENINGS: Final = (
    ("initial", regex(r"[\"“‘«(\[]?[A-Z]\.")),
    ("slash", regex(r"[^\W\d_][\w'’-]+(?:, [^\W\d_][\w'’. -]{0,30})?/[^\W\d_]")),
    ("capitals", regex(r"(?:[^\W\da-z_][^\W\da-z_'’-]+[ ,;.:]){1,4}")),
    ("comma", regex(r"(?:[^\W\d_]['’\w-]* ){0,3}[^\W\d_]['’\w-]*,")),
    ("initials", regex(r"(?:[^\W\d_]['’\w-]+ ){1,2}[A-Z]{1,3}[,. ]")),
    ("word", regex(r"[^\W\d_]")),
)
# "Erete et al. 2017", "Example Foundation (2021)": a year with nothing but names before it.
_DATED: Final = regex(
    r"(?:[^\W\da-z_][\w'’./-]*[,;.:]* "
    r"|(?:and|&|et|und|y|e|al\.?|eds?\.|d[aeu]|van|von|der)[,:]? ){1,12}+"
    r"(?P<open>[(\[]?)(?:19|20)\d\d[a-z]?(?P<after>[^\w]?)"
)


def _alike(scores: list[float], lines: Sequence[_Line], before: Sequence[str]) -> list[float]:
    """Return scores with what a line has in common with the sure beginnings of its list.

    >>> lines = [_Line("Fei 2019 A. Fei, “Moss", 1), _Line("and Fern”, Cell, 2019.", 2)]
    >>> _alike([3.0, 0.5], lines, ["", "Fei 2019 A. Fei, “Moss"])  # one is too few
    [3.0, 0.5]
    """
    sure = [score > _SURE for score in scores]
    if sum(sure) < _LEAST_SURE:
        return scores
    out = scores
    seen = [_traits(line.text, last) for line, last in zip(lines, before, strict=False)]
    for traits in zip(*seen, strict=True):
        counts = Counter(zip(traits, sure, strict=True))
        held = {value: _weight(counts, value, len(sure), sum(sure)) for value in set(traits)}
        out = [score + held[value] for score, value in zip(out, traits, strict=True)]
    return out


def _weight(counts: Counter[tuple[str, bool]], value: str, size: int, sure: int) -> float:
    """Return how much more often the sure beginnings have a value than the other lines."""
    in_sure = (counts[value, True] + 0.3) / (sure + 1)
    in_others = (counts[value, False] + 0.3) / (size - sure + 1)
    return max(-_MOST_OF_TRAIT, min(_MOST_OF_TRAIT, math.log(in_sure / in_others)))


def _traits(line: str, before: str) -> tuple[str, str, str]:
    """Return how a line opens, the signs around a year behind names, and how the last one ends.

    >>> _traits("FEI Bo (2019), “Moss", "Cell, 2019.")
    ('capitals', '()', '.')
    """
    head = line.strip()[:200]
    if not head.isascii():
        head = with_accents(head)
    opening = next((name for name, pattern in _OPENINGS if pattern.match(head)), "other")
    last = before[-1:]
    end = "0" if last.isdigit() else "a" if last.isalpha() else last
    dated = _DATED.match(head)
    return opening, f"{dated['open']}{dated['after']}" if dated else "none", end


def _best_starts(scores: Sequence[float], keys: Sequence[str], weight: float) -> set[int]:
    """Return the lines with the best sum of scores and of order between neighbours."""
    near, far, against = 0.5 * weight, -0.5 * weight, -2.0 * weight
    afters = [_after(key) for key in keys]
    sums: list[float] = []
    before: list[int] = []
    for place, (score, key) in enumerate(zip(scores, keys, strict=True)):
        most, chosen, first = -math.inf, -1, key[:1]
        for last in range(max(0, place - _WINDOW), place):
            step = against if keys[last] > key else near if first <= afters[last] else far
            if sums[last] + step >= most:
                most, chosen = sums[last] + step, last
        sums.append(score + most if place else 5.0)
        before.append(chosen)
    place = max(range(len(sums)), key=sums.__getitem__, default=-1)
    found = set()
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def _key(text: str) -> str:
    head = text[:_MOST_OF_KEY]
    is_clean = head.isascii() and "`" not in head
    plain = head.casefold() if is_clean else _without_accents(cleaned(head).casefold())
    words = re.findall(r"[^\W\d_]+", plain)
    # "Du X." is sorted by its first word, "de Wit J." by its second.
    at = 0
    while at + 1 < len(words) and is_particle(words[at]) and len(words[at + 1]) > 1:
        at += 1
    return words[at] if words and not re.match(r"\W*\d", text) else "~"


def _without_accents(text: str) -> str:
    """Return a text without accents: "é" is sorted like "e", and is one letter of its word.

    >>> _without_accents("étienne")
    'etienne'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _after(key: str) -> str:
    """Return a key that no near neighbour in a sorted list is after.

    >>> _after("mei")
    'p'
    """
    return chr(min(ord(key[0]) + 3, 0x10FFFF)) if key else "~"


def _start_score(line: str, before: str, width: int) -> float:
    """Return the score of a line as the beginning of a reference.

    >>> _start_score("[1] A. Fei. One. 2019.", "", 22) < 0
    True
    """
    first = line.split(" ", 1)[0]
    short = width - len(before) - 1 - len(first)
    # Where the first word had room in the line before, that line ended for a reason.
    ended = short > 2
    score = 3.5 if ended else 1.0 if short >= 0 else -1.0
    score += 0.8 if _END.search(before) else -0.5 if ended else -2.5
    score += 0.5 if before.endswith(".") else 0.0
    score += 1.5 if _NAME_START.match(line) else -0.6 if ended else -1.2
    score += 3.5 if _HEADED.match(line) else 0.0
    score -= 3.0 if _is_lower(line) else 0.0
    score -= (1.0 if ended else 2.5) * bool(re.search(r"(?:\b[A-Z]\.|,|&|\band|:|–|-)$", before))
    return score - 1.0


def _is_lower(line: str) -> bool:
    """Return whether a line begins in lower case, and not with the particle of a name.

    >>> _is_lower("of moss and fens"), _is_lower("van Dijk, A. (2020)")
    (True, False)
    """
    if not _START.match(line):
        return True
    words = line.split(" ", 2)
    if len(words) > 1 and is_particle(words[0]) and words[1][:1].isupper():
        return "," not in line[:40]
    return line[:1].islower()


# What is around a list


def _without_heading(lines: list[_Line]) -> list[_Line]:
    """Drop a heading, and what is before the last one that says "References"."""
    for place, line in enumerate(lines):
        if line.text.strip() and is_heading(line.text):
            return lines[place + 1 :]
        if place > 3:
            break
    return lines


def _without_headers(lines: list[_Line]) -> list[_Line]:
    """Drop page numbers and running titles: at page breaks, and lines that come again."""
    texts = Counter(_skeleton(line.text) for line in lines if len(line.text.strip()) < 80)
    out: list[_Line] = []
    widths = sorted(len(line.text) for line in lines if line.text.strip())
    width = widths[len(widths) // 2] if widths else 0
    for place, line in enumerate(lines):
        text = line.text.strip()
        feeds = "\f" in line.text
        if feeds and len(text) < 0.7 * width and not _continues(lines, place):
            _drop_number(out)
            continue
        key = _skeleton(text)
        if texts[key] > 2 and len(text) < 0.7 * width and _is_title_like(text):
            continue
        if re.fullmatch(r"\d{1,4}", text) and _is_page_end(lines, place):
            continue
        if text.startswith("©") and len(text) < 60:
            continue
        out.append(attrs.evolve(line, text=line.text.replace("\f", "")) if feeds else line)
    return out


def _is_title_like(text: str) -> bool:
    """Return whether a short line that comes again can be a running title.

    >>> _is_title_like("Moss and Fens"), _is_title_like("2020, 1–2.")
    (True, False)
    """
    letters = sum(map(str.isalpha, text))
    return letters > 7 and text[-1:] not in ".,;" and not re.search(r"\d ?[–-] ?\d|\d{4}", text)


def _drop_number(out: list[_Line]) -> None:
    while out and (not out[-1].text.strip() or re.fullmatch(r"\s*\d{1,4}\s*", out[-1].text)):
        out.pop()


def _continues(lines: Sequence[_Line], place: int) -> bool:
    """Return whether a short line after a page break ends a reference of the page before."""
    text = lines[place].text.strip("\f \t")
    ahead = lines[place + 1].text if place + 1 < len(lines) else ""
    ends = text.endswith(".") and not text.endswith("al.")
    return (
        text[:1].islower()
        or (bool(re.search(r"\d", text)) and ends)
        or (ends and not ahead.strip())
    )


def _is_page_end(lines: Sequence[_Line], place: int) -> bool:
    near = [*lines[max(0, place - 2) : place], *lines[place + 1 : place + 3]]
    return any("\f" in line.text for line in near)


def _skeleton(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip())


# The score of a way to split


_Texts = dict[tuple[str, ...], str]


def _piece(lines: Sequence[_Line], label: str, known: frozenset[str], texts: _Texts) -> Piece:
    held = tuple(line.text for line in lines)
    if held not in texts:
        texts[held] = cleaned(joined(held, known))
    text = texts[held]
    number = next((line.number for line in lines if line.text.strip()), lines[0].number)
    return Piece(text, label, number)


def _score(pieces: Sequence[Piece]) -> float:
    """Return how much pieces resemble references in length, beginning and end, on average."""
    if not pieces:
        return -10.0
    good = sum(_piece_score(piece.text) for piece in pieces) / len(pieces)
    labelled = sum(bool(piece.label) for piece in pieces) / len(pieces)
    return good + 1.5 * labelled - (0.5 if len(pieces) == 1 else 0.0)


def _piece_score(text: str) -> float:
    score = 0.0
    count = len(text)
    score += -3.0 if count < 25 else 0.5 if count < 600 else -1.0 if count < 1200 else -3.0
    text = text[:_LONG] if count > _LONG else text
    years = len({found[0] for found in _YEAR.finditer(text)})
    score += 1.0 if years == 1 else 0.3 if years == 2 else -0.7 if not years else -0.4 * (years - 2)
    score += 1.0 if _NAME_START.match(text) else -0.5
    score += 0.5 if _END.search(text) else -0.5
    score -= 1.5 * bool(text[:1].islower())
    # Several references in one piece have several places where names begin after a stop.
    inner = re.findall(r"[.)\d] (?=[^\W\d_]['’\w-]+, (?:[A-Z]\.|[A-Z][a-z]+[ .,]))", text)
    return score - 0.3 * max(0, len(inner) - 3)
