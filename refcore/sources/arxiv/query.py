"""A title and a first author as a query that arXiv's search understands."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from refcore.compare.fold import readings
from refcore.compare.titles import compare_titles, title_words
from refcore.errors import InvalidName
from refcore.latex import decode
from refcore.model.people import Person
from refcore.names import read_name
from refcore.records.proof import arranged
from refcore.records.record import Record
from refcore.records.search import Sought
from refcore.text.markup import without_tags
from refcore.text.patterns import regex

__all__ = ["CONTROLS", "control_of", "controlled", "search_query", "titles_query"]

_LONGEST = 2000  # letters of a title that count
_MOST_WORDS = 8
_MOST_NUMBERS = 3
_LONGEST_WORD = 40
# For each kind of word: with this many, the next kind, which is indexed less reliably, is not used.
_ENOUGH = (1, 3, 2, 1)
_MATH = regex(r"\$[^$]{0,200}\$")
_APOSTROPHES = regex("['’ʼ`]")
# Words that search engines such as arXiv's do not index: a query that requires them finds nothing.
_STOP_WORDS = frozenset(
    "a an and are as at be but by for from if in into is it its no not of on or such that the "
    "their then there these they this to via was were which will with".split()
)
_OPERATORS = frozenset({"and", "or", "not", "andnot"})
# The first papers with ids in today's form: an author, and words of the title.
CONTROLS = (
    ("nadolsky", ("diphoton", "tevatron")),
    ("streinu", ("sparsity", "decompositions")),
    ("pan", ("moon", "matter", "fluid")),
    ("callan", ("stirling", "automata")),
    ("torchinsky", ("dyadic",)),
    ("pong", ("bosonic", "cooper")),
    ("corichi", ("polymer", "continuum")),
    ("swift", ("shock", "ramp")),
    ("harvey", ("spitzer", "serpens")),
    ("ovchinnikov", ("cubes", "characterizations")),
)


def titles_query(titles: Iterable[str]) -> str:
    """Return the query for the papers that have all words of one of several titles.

    >>> titles_query(["Deep Fields", "Quiet Rivers", "!"])
    '(ti:deep AND ti:fields) OR (ti:quiet AND ti:rivers)'
    """
    found = (_words(title[:_LONGEST])[0] for title in titles)
    return " OR ".join(_all(words) for words in found if words)


def search_query(sought: Sought) -> str:
    """Return the query for a title and a first author; empty where the title has no words.

    It finds papers with all words of the title, and papers with half of them and the author. So
    one wrong word or a wrong author loses nothing. Words with digits are not required; they only
    bring papers that have them to the front. The query has only letters and digits, because a
    hyphen would exclude the word after it.
    Source: arXiv API User's Manual, section 5.1 (prefixes, operators, grouping).

    >>> search_query(Sought("Attention is all you need", "Vaswani, Ashish"))
    '(ti:attention AND ti:all AND ti:you AND ti:need) OR (au:vaswani AND ((ti:attention AND ti:you) OR (ti:all AND ti:need)))'
    >>> search_query(Sought("Schr{\\\\\\"o}dinger's $\\\\alpha$: self-consistent <i>fields</i>"))
    '(ti:self AND ti:consistent AND ti:fields)'
    """  # noqa: E501 - the queries are long
    words, numbers = _words(sought.title[:_LONGEST])
    if not words:
        return ""
    clauses = [_all([*words, *numbers])] if numbers else []
    clauses.append(_all(words))
    if author := _author(sought.first_author):
        halves = [_all(words[start::2]) for start in (0, 1) if words[start::2]]
        clauses.append(f"({author} AND {_either(halves)})")
    return " OR ".join(clauses)


def controlled(query: str, controls: int = 1, turn: int = 0) -> str:
    """Return the query, extended so that papers known to exist answer it too.

    An empty page is a known fault of the service; with controls in the query
    it cannot be taken for "no such paper". Their places differ each turn.

    >>> controlled("(ti:boats)")
    '(ti:boats) OR (au:nadolsky AND ti:diphoton AND ti:tevatron)'
    """
    clauses = [
        "(" + " AND ".join((f"au:{author}", *(f"ti:{word}" for word in words))) + ")"
        for author, words in CONTROLS[:controls]
    ]
    listed = [query, *clauses] if turn == 0 else arranged([query], clauses, turn)
    return " OR ".join(listed)


def control_of(record: Record, sought: Sought) -> int | None:
    """Return the number of the control that a record matches, None if it is an answer."""
    words = set(title_words(record.title))
    for place, (author, marks) in enumerate(CONTROLS):
        if (
            set(marks) <= words
            and any(author in name.casefold() for name in record.names)
            and compare_titles(sought.title, record.title).names_another_paper
        ):
            return place
    return None


def _words(title: str) -> tuple[list[str], list[str]]:
    """Return the words that are indexed in this form, if enough, and numbers beside them.

    >>> _words("On the Form of Things 2024")
    (['form', 'things', '2024'], [])
    """
    text = without_tags(html.unescape(_MATH.sub(" ", title)))
    tokens = (without_tags(decode(text)) if "\\" in text else text).split()
    tiers: tuple[list[str], list[str], list[str], list[str]] = ([], [], [], [])
    for token in tokens:
        bare = token.strip("'’`")
        for word in title_words(token):
            if word not in _OPERATORS and len(word) <= _LONGEST_WORD:
                tiers[_tier(word, bare)].append(word)
    chosen: list[str] = []
    for tier, enough in zip(tiers, _ENOUGH, strict=True):
        if len(chosen) >= enough:
            break
        chosen += tier
    words = _longest(dict.fromkeys(chosen))
    numbers = [word for word in dict.fromkeys(tiers[1]) if word not in chosen]
    return words, numbers[:_MOST_NUMBERS]


def _tier(word: str, token: str) -> int:
    if word in _STOP_WORDS:
        return 3
    is_letter = len(word) == 1 and word.isalpha()
    if is_letter or not token.isascii() or _APOSTROPHES.search(token):
        return 2
    # A token with a digit may be kept whole, such as GPT-4; others are split at hyphens.
    return 1 if len(word) < 3 or re.search("[0-9]", token) else 0


def _longest(words: Iterable[str]) -> list[str]:
    listed = list(words)
    kept = set(sorted(listed, key=len, reverse=True)[:_MOST_WORDS])
    return [word for word in listed if word in kept]


def _all(words: Sequence[str]) -> str:
    joined = " AND ".join(f"ti:{word}" for word in words)
    return f"({joined})"


def _either(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def _author(name: str) -> str:
    """Return the clause for the family name or the group, in each spelling of its umlauts.

    >>> _author("Müller")
    '(au:muller OR au:mueller)'
    """
    try:
        parsed = read_name(name[:_LONGEST])
    except InvalidName:
        return ""
    text = parsed.family or parsed.given if isinstance(parsed, Person) else parsed.name
    words = [readings(word) for word in re.split(r"[\s\-‐-―/.,&]+", _plain(text)) if word]
    spelt = dict.fromkeys(_joined(word[pick] for word in words) for pick in (0, -1))
    listed = [f'au:"{words}"' if " " in words else f"au:{words}" for words in spelt if words]
    return _either(listed) if listed else ""


def _plain(name: str) -> str:
    return decode(name) if "\\" in name else name.replace("{", "").replace("}", "")


def _joined(words: Iterable[str]) -> str:
    kept = [word for word in words if word.isascii() and word.isalnum()]
    return " ".join(kept[:4])[: 2 * _LONGEST_WORD].strip()
