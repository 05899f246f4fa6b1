"""The title of a work near the place where a note mentions it, and keys made from titles."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from refcore.markdown.addresses import address_title
from refcore.markdown.blocks import CELL, Block
from refcore.markdown.links import Inline, Mention

__all__ = ["GENERIC", "TITLE_LABEL", "clean", "is_generic", "key_for", "title_near", "words_of"]

_QUOTED = re.compile(r'"([^"\n]{3,400}(?:\n[^"\n]{1,300})?)"|“([^”]{3,400})”|«([^»]{3,400})»')
_EMPHASISED = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]{2,400}?)(?<=[^\s*])\1(?![\w*])"
    r"|(?<![\w_])(_{1,3})(?=[^\s_])([^_]{2,400}?)(?<=[^\s_])\3(?![\w_])"
)
_BEFORE_BY = re.compile(r"\s*([^\W_][^.?!\n\x1f]{5,200}?)[\s,]+by\s")
TITLE_LABEL = re.compile(r"\s*[*_]*title[*_]*\s*:[*_]*\s*([^\n\x1f]{2,400})", re.IGNORECASE)
# Words that say what a link leads to, and name no work.
GENERIC = frozenset(
    "abs abstract arxiv article arxivlabs author authors badge bibtex blog citation cite code doc "
    "docs doi download full github gitlab hf here html http https hugging face huggingface id "
    "important introduction journal link links list model note notes official online page paper "
    "papers pdf pmlr post preprint project publication read references related repo repository "
    "report section see source summary technical tech text the this title url version webpage "
    "website work works year tl;dr tldr demo dataset datasets weights checkpoint contributors "
    "background overview method methods".split()
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


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded, split at everything that is no letter or digit."""
    return re.findall(r"[^\W_]+", text.casefold())


def is_generic(text: str) -> bool:
    """Tell whether a text has no word but those that say what a link leads to."""
    return all(word in GENERIC or word.isdecimal() or len(word) < 2 for word in words_of(text))


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
    return base if len(words) > 2 else base / 2


def title_near(
    mention: Mention, inline: Inline, block: Block, before: int, after: int
) -> tuple[float, str]:
    """Give the best title for one mention, with its weight; weight 0 is none.

    `before` and `after` are where the neighbouring mentions of other works
    end and begin, so that no title is taken from them.
    """
    candidates = [*_from_cells(inline, block), *_from_label(inline)]
    if mention.text:
        generic = any(word in GENERIC for word in words_of(mention.text))
        candidates.append((_weight(mention.text, 1.2 if generic else 3.5), mention.text))
    start = max(before, mention.start - _SPACE)
    left = inline.text[start : mention.start]
    right = inline.text[mention.end : min(after, mention.end + _SPACE)]
    candidates += _marked(left, nearest_last=True)
    if not any(weight > 1 for weight, _ in candidates):
        candidates += [(weight * 0.9, text) for weight, text in _marked(right, nearest_last=False)]
    if before == 0 and (match := _BEFORE_BY.match(left)):
        candidates.append((_weight(match[1], 1.8), match[1]))
    weight, text = max(candidates, key=lambda found: found[0], default=(0.0, ""))
    return (weight, clean(text)) if weight else (0.0, "")


def _marked(text: str, *, nearest_last: bool) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    for pattern, base in ((_QUOTED, 4.0), (_EMPHASISED, 3.0)):
        here = [
            (_weight(inner, base), inner)
            for match in pattern.finditer(text)
            if (
                inner := match[2] or match[1]
                if pattern is _EMPHASISED
                else "".join(part for part in match.groups() if part)
            )
        ]
        found += reversed(here) if nearest_last else here
    return found


def _from_label(inline: Inline) -> list[tuple[float, str]]:
    match = TITLE_LABEL.match(inline.text)
    return [(_weight(match[1], 4.5), match[1])] if match else []


def _from_cells(inline: Inline, block: Block) -> list[tuple[float, str]]:
    cells = zip(block.columns, inline.text.split(CELL), strict=False)
    names = ("title", "paper", "name", "model", "work", "publication")
    return [
        (_weight(cell, 4.5), cell)
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
