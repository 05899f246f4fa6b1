"""Titles and names as sources write them, with their escapes and markup, as plain text."""

from __future__ import annotations

import html
import re
from typing import Final

import attrs

from refcore.records.record import Notice
from refcore.sources.programs import is_of_program
from refcore.text.misread import mended
from refcore.text.patterns import regex

__all__ = ["Marked", "clean_name", "clean_title", "marked", "unescaped", "with_subtitle"]

_MOST_ESCAPES = 5
_MATH = regex(r"<(?:[a-z]+:)?math\b.*?</(?:[a-z]+:)?math\s*>", re.DOTALL | re.IGNORECASE)
_ANNOTATION = regex(
    r"<(?:[a-z]+:)?annotation\b.*?</(?:[a-z]+:)?annotation\s*>", re.DOTALL | re.IGNORECASE
)
# The same formula in several languages.
_ALTERNATIVES = regex(
    r"<(?:[a-z]+:)?alternatives\b[^>]{0,200}>(.{0,5000}?)</(?:[a-z]+:)?alternatives\s*>", re.DOTALL
)
_TAG = regex(r"\s*</?[A-Za-z][^<>]{0,300}>\s*")
_KEPT = {
    "i": "i", "em": "i", "italic": "i", "it": "i", "b": "b", "strong": "b", "bold": "b",
    "sub": "sub", "inf": "sub", "sup": "sup", "scp": "sc", "sc": "sc", "smallcaps": "sc",
}  # fmt: skip
_OPEN = {"sc": '<span style="font-variant:small-caps;">'}
_CLOSE = {"sc": "</span>"}


def unescaped(text: str) -> str:
    """Return a text without its entities, however often it was escaped.

    >>> unescaped("Salt &amp;amp; Water")
    'Salt & Water'
    """
    for _ in range(_MOST_ESCAPES):
        plain = html.unescape(text)
        if plain == text:
            break
        text = plain
    return text.replace("\u00a0", " ")


def clean_title(text: str) -> str:
    """Return a title in CSL's small markup, from HTML, JATS or MathML, on one line.

    >>> clean_title("Growth of\\n  <i>E. coli</i>\\n  in H<sub>2</sub>O &lt;scp&gt;DNA&lt;/scp&gt;")
    'Growth of <i>E. coli</i> in H<sub>2</sub>O <span style="font-variant:small-caps;">DNA</span>'
    """
    plain = mended(unescaped(text))
    if "alternatives" in plain:
        plain = _ALTERNATIVES.sub(_one_of, plain)
    plain = _MATH.sub(_math, plain)
    plain = " ".join(_TAG.sub(_tag, plain).split())
    plain = re.sub(r"\s+([,.;:?!)\]])(?!\w)", r"\1", plain)
    plain = re.sub(r"(?<=[\[(])\s+(?=[\w<])", "", plain)
    plain = re.sub(r"(?<=\w)\s*(?:<sup>[*†‡§]+</sup>|[*†‡]+)$", "", plain).strip()
    return "" if is_of_program(plain) else plain


def with_subtitle(title: str, subtitle: str) -> str:
    """Return a title with its subtitle; a mark that ends the title stands between them.

    >>> with_subtitle("Moths", "A Census"), with_subtitle("Moths?", "A Census")
    ('Moths: A Census', 'Moths? A Census')
    >>> with_subtitle("Moths of Oslo.", "Bo Lindt, 2021"), with_subtitle("Moths", "")
    ('Moths of Oslo. Bo Lindt, 2021', 'Moths')
    """
    head = title.rstrip(" :")
    between = " " if head.endswith(("?", "!", ".")) else ": "
    return f"{head}{between}{subtitle}" if head and subtitle else title or subtitle


def _one_of(match: re.Match[str]) -> str:
    """Return the MathML of a formula that is given in TeX, too; without MathML, return all."""
    formula = _MATH.search(match[1])
    return formula[0] if formula else match[1]


def _math(match: re.Match[str]) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^<>]*>", "", _ANNOTATION.sub("", match[0])))


def _tag(match: re.Match[str]) -> str:
    whole = match[0]
    tag = whole.strip()
    closes = tag.startswith("</")
    name = re.split(r"[\s/>]", tag[1 + closes :].lower(), maxsplit=1)[0].rpartition(":")[2]
    kept = _KEPT.get(name)
    made = ""
    if kept:
        known = _CLOSE.get(kept, f"</{kept}>") if closes else _OPEN.get(kept, f"<{kept}>")
        made = "" if tag.endswith("/>") else known
    before, after = whole[: len(whole) - len(whole.lstrip())], whole[len(whole.rstrip()) :]
    if not made:
        return " " if before or after or name in ("br", "p") else ""
    # A line break inside a tag is layout: the space belongs outside. So does a space of words.
    if kept not in ("sub", "sup") and "\n" not in whole:
        before = after = before or after
    return f"{made}{' ' if after else ''}" if closes else f"{' ' if before else ''}{made}"


# The marks of a person's affiliations: "Lindt<sup>a,b</sup>".
_FOOTNOTES = regex(r"<sup>[\s,;*†‡§]*(?:[a-z0-9][\s,;*†‡§]*){0,4}</sup>")


def clean_name(text: str) -> str:
    """Return a name without escapes and tags.

    >>> clean_name("  Zo&euml; <b>Fei</b> "), clean_name("Å imek")
    ('Zoë Fei', 'Šimek')
    """
    # Libraries put the years of a life after a name: "<1979>".
    plain = _SECOND_BYTE.sub("\u00a0", unescaped(text))
    plain = _FOOTNOTES.sub("", mended(plain))
    plain = re.sub(r"<(?:/?[A-Za-z][^<>]{0,100}|[0-9 –-]+)>", "", plain)
    return " ".join(plain.split())


# The second byte of "Š" that was made a space: "Å imek". No name is "Å" alone.
_SECOND_BYTE: Final = regex(r"(?<=\bÅ) (?=[a-z])")


@attrs.frozen
class Marked:
    """A title without its leading mark, and the meaning of the mark."""

    title: str
    notice: Notice | None = None


_WORK = r"(?:article|paper|chapter|manuscript|abstract|preprint)"
_STATE = rf"""(?:retracted|withdrawn|(?:temporary\s+|permanent\s+)?removal|removed)
    (?:\s+{_WORK})?|{_WORK}\s+(?:retracted|withdrawn|removed)"""
# Source: the titles of Elsevier, Springer, Wiley, Hindawi and bioRxiv; "Retraction: …" is the
# title of the notice, not of the work.
_MARK = regex(
    rf"""\s*+(?:<b>\s*+)?(?:(?P<before>{_STATE})\s*+(?:</b>)?\s*+[:\-–—]
      |[\[(]\s*(?P<boxed>{_STATE})\s*[\])](?:</b>)?\s*+[:\-–—]?)\s*+(?:</b>)?\s*+""",
    re.VERBOSE | re.IGNORECASE,
)
_MARK_AFTER = regex(rf"\s*[\[(]\s*(?P<after>{_STATE})\s*[\])]$", re.VERBOSE | re.IGNORECASE)


def marked(title: str) -> Marked:
    """Take the mark of a retraction off a title.

    >>> marked("RETRACTED ARTICLE: On Boats").title, marked("Retracted routes").title
    ('On Boats', 'Retracted routes')
    >>> marked("[Retracted] On Boats").title, marked("Retraction: On Boats").title
    ('On Boats', 'Retraction: On Boats')
    """
    match = _MARK.match(title) or _MARK_AFTER.search(title)
    if match is None:
        return Marked(title)
    rest = f"{title[: match.start()]}{title[match.end() :]}".strip()
    said = " ".join(filter(None, match.groupdict().values())).casefold()
    kind = "retracted" if "retracted" in said else "withdrawn"
    return Marked(rest, Notice(kind, by="title")) if rest else Marked(title)
