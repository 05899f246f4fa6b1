"""The title of a work near the place where a note mentions it, and keys made from titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

import attrs

from refcore.markdown.addresses import address_title
from refcore.markdown.blocks import CELL, Block
from refcore.markdown.links import Inline, Mention
from refcore.markdown.lists import read_names, surely_names

__all__ = [
    "GENERIC",
    "NO_TITLE",
    "TITLE_LABEL",
    "Title",
    "bare_title",
    "clean",
    "is_generic",
    "key_for",
    "labelled_title",
    "title_near",
    "words_of",
]

_QUOTED = re.compile(r'"([^"\n]{3,400}(?:\n[^"\n]{1,300})?)"|“([^”]{3,400})”|«([^»]{3,400})»')
_EMPHASISED = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]{2,400}?)(?<=[^\s*])\1(?![\w*])"
    r"|(?<![\w_])(_{1,3})(?=[^\s_])([^_]{2,400}?)(?<=[^\s_])\3(?![\w_])"
)
_BEFORE_BY = re.compile(
    r"""\s*([^\W_][^.?!\n\x1f]{2,200}?)
    (?:[\s,(–—-]+(?:(?:which|that)\s+)?(?:(?:is|was|are|were|has\ been|been)\s+)?
      (?:(?:first|originally|jointly|mainly)\s+)?
      (?:authored|described|developed|introduced|made|presented|proposed|published|released|written))?
    [\s,]+by\s""",
    re.VERBOSE,
)
TITLE_LABEL = re.compile(
    r"\s*[*_]*(title|(?:paper|report|article|work)(?:\s+title)?)[*_]*\s*:[*_]*"
    r"\s*([^\n\x1f]{2,400})",
    re.IGNORECASE,
)
_IDS = re.compile(
    r"[\s(\[]*(?:\barxiv\b[\s:.]|https?:|\bdoi\b|\b10\.[0-9]{4}|\b[0-9]{4}\.[0-9]{4})", re.I
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
# What a note sets before and behind a title: "January 2025 – X", "1. X (2017)".
_BEFORE_TITLE = re.compile(
    rf"(?:\(?[0-9]{{1,3}}[.)]\s+)?(?:{_MONTH}\s+(?:[0-9]{{1,2}},?\s+)?(?:19|20)[0-9]{{2}}"
    r"(?:\s+[–—-]\s+|:\s+)|(?:19|20)[0-9]{2}\s+[–—-]\s+)?",
    re.IGNORECASE,
)
_BEHIND_TITLE = re.compile(r"\s*\((?:19|20)[0-9]{2}\)\s*\Z")
# Words that say what a link leads to, and name no work.
GENERIC = frozenset(
    "abs abstract arxiv article arxivlabs author authors badge bibtex blog citation cite code "
    "doc date docs doi download full github gitlab hf here html http https hugging face "
    "huggingface id identifier important introduction journal link links list model note notes "
    "official online page paper papers pdf pmlr post preprint project publication published "
    "read references related repo repository report section see source summary technical tech "
    "text the this title url version webpage website work works year tl;dr tldr demo dataset "
    "datasets weights checkpoint contributors background overview method methods".split()
)
_SPACE = 500


def clean(text: str) -> str:
    """Give a text without marks of emphasis, outer quotes and end stops.

    >>> clean('*"MiniMax-M1: Scaling."*')
    'MiniMax-M1: Scaling'
    """
    text = re.sub(r"\*+|(?<!\w)_+|_+(?!\w)|`", "", text.replace(CELL, " "))
    text = " ".join(text.split()).strip(' "“”«»,;:|')
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def bare_title(text: str) -> str:
    """Give a title without a number or a date before it, or a year behind it.

    >>> bare_title("January 2025 – MiniMax-01"), bare_title("1. Attention Is All You Need (2017)")
    ('MiniMax-01', 'Attention Is All You Need')
    """
    text = clean(text)
    before = _BEFORE_TITLE.match(text)
    return _BEHIND_TITLE.sub("", text[before.end() :] if before else text)


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded, split at everything that is no letter or digit."""
    return re.findall(r"[^\W_]+", text.casefold())


def is_generic(text: str) -> bool:
    """Tell whether a text has no word but those that say what a link leads to."""
    return all(word in GENERIC or word.isdecimal() or len(word) < 2 for word in words_of(text))


@attrs.frozen(order=True)
class Title:
    """A title that a work may have: how likely it is, and whether the note claims it as one.

    What is not sure is a label: what the note calls the work. A weight of 0 is no title.
    """

    weight: float = 0.0
    sure: bool = False
    text: str = ""


NO_TITLE = Title()
_VENUE = re.compile(
    r"(?:in\s+)?(?:the\s+)?(?:proceedings|proc\b|advances\s+in|journal|transactions|annals|lecture"
    r"\s+notes|arxiv|corr\b|neurips|nips|icml|iclr|acl\b|emnlp|naacl|cvpr|iccv|eccv|aaai|ijcai"
    r"|(?:[\w-]+\s+){0,3}(?:conference|symposium|workshop|journal|transactions|letters|reviews?)"
    r"\s+(?:on|of)\b|nature(?:\s+(?:machine|methods|communications|physics|medicine)\b|\Z)|science\Z)",
    re.IGNORECASE,
)
_IN_VENUE = re.compile(r"(?:^|[.,;]|[.,;?!]?[\"”*_])\s+In:?\s+[*_\"“]*\Z|[\"”*_],\s+in\s+[*_]*\Z")
_CALLED = re.compile(
    r"\b(?:paper|preprint|article|link|page|post|blog|repo|repository|pdf|code|model|models)\Z"
    r"|\A(?:this|that|these|our|their|its|my|your|it|they|see)\b|\A\w+['’]s\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(r"\b(?:is|was|are|were|been)\s+(?:\w+ly\s+)?\w+\Z")
_JOINING = frozenset(
    "and et al by in on of at with others other authors additional more also named the arxiv "
    "preprint doi id see from as".split()
)


def _weight(text: str, base: float) -> float:
    """How likely a text is a title, from 0 (not at all)."""
    words = clean(text).split()
    if not words or is_generic(text) or re.search(r"\bet al\b|https?:", text):
        return 0.0
    first = words[0][0]
    if first.islower() and not re.search(r"[A-Z]", words[0]):
        return 0.0
    if text.rstrip("*_ ").endswith(":"):
        return 0.0
    if count := _names_in(text):
        return 0.0 if count > 2 else base / 3
    return base if len(words) > 2 else base / 2


def _names_in(text: str) -> int:
    """How many people a text names, if it is nothing but their names."""
    text = clean(text)
    names = read_names(text)
    if names is None or not surely_names(names) or text[names.end :].strip(" .;:,*_)"):
        return 0
    return len(names.names) + bool(names.others)


def title_near(mention: Mention, inline: Inline, block: Block, before: int, after: int) -> Title:
    """Give the best title for one mention.

    `before` and `after` are where the neighbouring mentions of other works
    end and begin, so that no title is taken from them.
    """
    candidates = [*_from_cells(inline, block), *_from_label(inline)]
    if mention.text:
        candidates.append(_of_link(mention, inline))
    start = max(before, mention.start - _SPACE)
    left = inline.text[start : mention.start]
    right = inline.text[mention.end : min(after, mention.end + _SPACE)]
    in_row = block.kind == "row"
    candidates += reversed([_in_row(found) if in_row else found for found in _marked(left)])
    if not any(found.weight > 1 for found in candidates):
        candidates += [
            attrs.evolve(found, weight=found.weight * 0.9, sure=found.sure and not in_row)
            for found in _marked(right, behind=True)
        ]
    if (
        before == 0
        and (match := _BEFORE_BY.match(left))
        and not (_is_called(match[1], 1) or _HAPPENED.search(match[1]))
    ):
        candidates.append(Title(_weight(match[1], 1.8), False, match[1]))
    best = max(candidates, key=lambda found: found.weight, default=NO_TITLE)
    return attrs.evolve(best, text=clean(best.text)) if best.weight else NO_TITLE


def _in_row(found: Title) -> Title:
    """In a table, emphasis says nothing; only quotes (of weight 4) make a title."""
    return found if found.weight >= 4 else attrs.evolve(found, sure=False)


def _is_called(text: str, least: int = 3) -> bool:
    """Whether a text is too short for a title, or says what kind of thing is meant."""
    text = clean(text)
    return len(text.split()) < least or bool(_CALLED.search(text))


def _of_link(mention: Mention, inline: Inline) -> Title:
    """The words of a link are a label, unless they are quoted or in italics."""
    text, outer = mention.text.strip(), inline.text
    generic = any(word in GENERIC for word in words_of(text))
    around = outer[max(0, mention.start - 1) : mention.start] + text[:1]
    wider = outer[max(0, mention.start - 2) : mention.start] + text[:2]
    quoted = any(mark in around for mark in '"“«')
    italic = any(mark in around for mark in "*_") and "**" not in wider and "__" not in wider
    sure = (quoted or italic) and not _is_called(text)
    return Title(_weight(text, 3.5 if sure or not generic else 1.2), sure, text)


def _marked(text: str, *, behind: bool = False) -> Iterator[Title]:
    """Give what is quoted or emphasised; `behind` says that the mention stands before the text."""
    for pattern, base in ((_EMPHASISED, 3.0), (_QUOTED, 4.0)):
        for match in pattern.finditer(text):
            if pattern is _EMPHASISED:
                mark, inner = match[1] or match[3], match[2] or match[4]
            else:
                mark, inner = '"', "".join(part for part in match.groups() if part)
            if _VENUE.match(inner) or _IN_VENUE.search(
                text[max(0, match.start() - 9) : match.start()]
            ):
                continue
            between = text[: match.start()] if behind else text[match.end() :]
            if inner.rstrip("*_ ").endswith(":"):
                continue
            inner = bare_title(inner)
            sure = not (_is_called(inner) or _names_in(inner)) and _is_near(between)
            # Bold type sets off much else: phrases, questions, names for things.
            if len(mark) > 1 and (
                re.match(r"\s*:", text[match.end() : match.end() + 9])
                or inner.endswith("?")
                or not _is_capitalised(inner)
            ):
                sure = False
            if behind and not sure and len(mark) > 1:
                continue
            yield Title(_weight(inner, base), sure, inner)


def _is_capitalised(text: str) -> bool:
    """Whether most of the longer words of a text begin with a capital, as in a title."""
    words = [match[0] for match in re.finditer(r"[^\W\d_][\w'’]{3,}", text)]
    return sum(word[0].isupper() for word in words) * 10 >= len(words) * 6


def _is_near(between: str) -> bool:
    """Whether little but names stands between a title and the id."""
    words = re.findall(r"\b[a-z]{2,}\b", between)
    return sum(1 for word in words if word not in _JOINING) <= 8


def labelled_title(text: str) -> tuple[str, bool]:
    """Give the title in "Title: …" or "Paper: …", and whether it may be but a name for the work.

    >>> labelled_title("**Paper:** arXiv:2506.13585"), labelled_title("Paper: Foo (arXiv:2506.1)")
    (('', True), ('Foo', True))
    """
    match = TITLE_LABEL.match(text)
    if match is None:
        return "", False
    title = clean(_IDS.split(match[2], maxsplit=1)[0])
    return title, match[1].casefold() != "title" and _is_called(title)


def _from_label(inline: Inline) -> list[Title]:
    title, called = labelled_title(inline.text)
    return [Title(_weight(title, 4.5), not called, title)] if title else []


def _from_cells(inline: Inline, block: Block) -> list[Title]:
    cells = zip(block.columns, inline.text.split(CELL), strict=False)
    names = ("title", "paper", "name", "model", "work", "publication")
    return [
        Title(_weight(cell, 4.5), "title" in column and not _is_called(cell), cell)
        for column, cell in cells
        if any(name in column for name in names)
    ]


def key_for(title: str, mention: Mention, taken: dict[str, int]) -> str:
    """Give a new citation key in ASCII from the title, the id or the host.

    `taken` holds the keys in use, and takes the new one. A title gives its part before the
    colon, at most five words.
    """
    base = _slug(re.split(r":\s|\s[—–-]\s", title)[0])
    if len(base) < 3:
        base = _slug(title)
    if len(base) < 3:
        base = _fallback(mention)
    key = base
    # The last number is kept with the key, so that many like titles stay fast.
    while key in taken:
        taken[base] += 1
        key = f"{base}-{taken[base]}"
    taken[key] = 1
    return key


def _fallback(mention: Mention) -> str:
    if mention.arxiv is not None:
        return f"arxiv-{mention.arxiv.bare.replace('/', '-')}"
    if mention.doi is not None:
        return _slug(f"doi {mention.doi.name}") or "doi"
    if mention.fault:
        return _slug(f"arxiv {mention.written}") or "arxiv"
    name = address_title(mention.url)
    try:
        host = urlsplit(mention.url).netloc.rpartition("@")[2].removeprefix("www.")
    except ValueError:
        host = ""
    return _slug(name) or _slug(host.partition(":")[0]) or "webpage"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    # A hyphenated word counts as one, so that "MiniMax-M1" keeps its parts.
    return "-".join(words[:6])[:60].strip("-")
