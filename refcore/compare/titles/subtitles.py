"""The parts of a title: subtitles, the word before one, and the same title in two languages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from refcore.compare.titles.languages import differ_in_language, may_be_of_two_languages
from refcore.compare.titles.notes import bare_title
from refcore.compare.titles.words import title_words
from refcore.text.patterns import regex

__all__ = ["added_kind", "both_languages", "head_of", "parts_of"]

# "or" before a subtitle, in other languages.
_OR_ABROAD: Final = "czyli|eller|ili|или|aneb|avagy|sive|seu"
_SUBTITLE: Final = regex(
    r"\s*(?:[;:]\s+or\b,?|,\s+or\b,?(?=\s+(?:the|an?)\s+\w+\s+\w+)"
    rf"|,\s+(?:oder|ou|ossia|{_OR_ABROAD}|of)\b,?(?=\s+\w+\s+\w+)|[:?!]|[.;]\s|--+|—|–|\s-\s)\s*",
    re.IGNORECASE,
)
# A name that somebody made up, with a capital or a digit inside.
_COINED: Final = regex(r"(?=\S*(?:[a-z][A-Z]|[A-Z]{2}|[A-Za-z][0-9]))[\w+-]{3,30}")
_MOST_SIGNS: Final = 8  # so many signs at each end are tried as the beginning of a subtitle


def parts_of(title: str) -> list[list[str]]:
    """Return the words before and after each sign that may begin a subtitle.

    A beginning has two words or more, an end three, what is between two signs four: one word
    alone is not a title, unless it is a coined name such as GlowNet.

    >>> parts_of("Glow in Bogs: How Moss Shines"), parts_of("Light")
    ([['glow', 'in', 'bogs'], ['how', 'moss', 'shines']], [])
    """
    if not (_SIGN_OF_PART.search(title) or "--" in title or " - " in title):
        return []
    found = []
    signs = list(_SUBTITLE.finditer(title))
    if len(signs) > 2 * _MOST_SIGNS:
        signs = signs[:_MOST_SIGNS] + signs[-_MOST_SIGNS:]
    for before, after in pairwise(signs):  # "Project: Title: What it was for"
        found.append((4, title_words(title[before.end() : after.start()])))
    for match in signs:
        name = title[: match.start()]
        if name.endswith((")", "]")):  # "Boats (1st ed.). Mifflin Press"
            name = bare_title(name)
        if not _is_subtitle(match[0].strip(), title[match.end() :]):
            continue
        found.append((1 if _COINED.fullmatch(name.strip(" {}")) else 2, title_words(name)))
        if match[0].strip() in (":", "--", "—", "–", "-"):
            found.append((3, title_words(title[match.end() :])))
    return [words for least, words in found if len(words) >= least]


def _is_subtitle(sign: str, text: str) -> bool:
    """Return whether what follows a sign can be a subtitle, and not only the title's end.

    >>> _is_subtitle("?", "Moss in bogs"), _is_subtitle("?", "Reloaded"), _is_subtitle(".", "redux")
    (True, False, False)
    """
    words = title_words(text) if sign in ".?!" else ()
    if 0 < len(words) < _SURELY_SUBTITLE:
        return not text[: len(words[0])].islower() and (sign == "." or len(words) > 1)
    return True


_SURELY_SUBTITLE: Final = 3
_SIGN_OF_PART: Final = regex(rf"[:;?!.—–]|, o|, (?:{_OR_ABROAD}) ")
# "Über Boote [On Boats]", "Über Boote = On Boats", "Über Boote (On Boats)"
_BOTH: Final = regex(
    r"^\[(?P<before>[^\[\]]{4,400})\]\.?\s(?P<after>[^\[\]]{4,400})$|^(?P<one>[^\[\]]{4,400}?)\.?\s*(?:\[(?P<boxed>[^\[\]]{4,400})\]|\((?P<round>[^()]{4,400})\))\.?\s*$"
    r"|^(?P<first>[^=]{4,400}?)\s=\s(?P<second>[^=]{4,400})$"
    r"|^(?P<before_stroke>[^/]{4,400}?)\s/\s(?P<after_stroke>[^/]{4,400})$"
)


def both_languages(title: str) -> list[list[str]]:
    """Return the words of two titles in two languages that are written side by side.

    >>> both_languages("Über Boote [On Boats]")
    [['uber', 'boote'], ['on', 'boats']]
    >>> len(both_languages("Sanguo yanyi 三国演义"))
    2
    """
    if not title.isascii() and (found := _TWO_SCRIPTS.match(title)):
        return [title_words(one) for one in found.groups() if one]
    if not (
        title.startswith("[")
        or title.rstrip(" .").endswith(("]", ")"))
        or " = " in title
        or " / " in title
    ):
        return []
    found = _BOTH.match(title)
    if found is None:
        return []
    one, other = (text for text in found.groups() if text)
    parts = [title_words(one), title_words(other)]
    if min(map(len, parts)) < 2:
        return []
    # An equals sign between words is that of libraries, between letters a formula's.
    is_said = found["first"] is not None and min(map(len, parts)) > 2
    if is_said or differ_in_language(*parts) or may_be_of_two_languages(one, other):
        return parts
    return []


_LATIN: Final = r"[\x20-\u024f\u1e00-\u1eff\u2010-\u201f]{4,300}?"
_OTHER: Final = r"[^\x00-\u03ff\u1e00-\u1fff\u2010-\u201f][^a-zA-Z]{1,300}?"
_TWO_SCRIPTS: Final = regex(
    rf"^\s*({_LATIN})[\s./=(\[]+({_OTHER})[\s\])]*$|^\s*({_OTHER})[\s./=(\[]+({_LATIN})[\s\])]*$"
)


def head_of(title: str) -> list[list[str]]:
    """Return the one word before a subtitle, unless many titles begin with it.

    >>> head_of("GlowNet: Moss at Night"), head_of("Moss at Night")
    ([['glownet']], [])
    """
    head, *rest = _END_OF_HEAD.split(title, maxsplit=1)
    words = title_words(head) if rest else []
    return [words] if len(words) == 1 and words[0] not in _HEADINGS else []


# "Boats: A Guide", "Boats; or, A Guide", "Boats. A guide", "Boats - A guide"
_END_OF_HEAD: Final = regex(r":|; or\b|[.?!]\s(?=\w)|\s[-–—]+\s|—")
# One word for the kind of a text, or for a whole subject, does not name a paper.
_HEADINGS: Final = frozenset(
    "abstract addendum announcement appendix chapter comment commentary conclusion contents "
    "correction corrigendum discussion editorial epilogue erratum foreword guidelines "
    "introduction invited keynote letter note obituary overview panel perspective poster preface "
    "prologue reply report response review summary survey symposium tutorial viewpoint workshop "
    "algorithms biology chemistry clustering data design evolution learning logic mathematics "
    "medicine networks optimization physics programming reasoning research robotics science "
    "security statistics systems theory vision".split()
)


def added_kind(title: str) -> str:
    """Return a subtitle that says no more than that a paper is a survey, or "" if there is none.

    With it, the title of a known paper is that of a paper about it. Books have other kinds, as
    their records leave out "An Introduction".

    >>> added_kind("Moss in Bogs: A Survey"), added_kind("Moss: A Survey of Bogs")
    ('a survey', '')
    """
    found = _KIND_ALONE.search(title)
    return " ".join(title_words(found[0])) if found else ""


_KIND_ALONE: Final = regex(
    r"(?:[:.?!–—]|\s-)\s+(?:an?\s|the\s)?"
    r"(?:(?:brief|comprehensive|critical|literature|mini|short|systematic)\s)?"
    r"(?:survey|review|overview|critique|reappraisal|reassessment|meta-?analysis|benchmark|revisited)\W*$",
    re.IGNORECASE,
)
