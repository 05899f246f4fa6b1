"""Locators as people write them after a citation key: ``pp. 3-5, and elsewhere``."""

from __future__ import annotations

import functools
import re

import attrs

from refcore.csl.languages import locale_named
from refcore.csl.processor.cites import Cite, CiteMode
from refcore.csl.processor.labelled import WORDS, label_of, labelled
from refcore.csl.processor.locales import locale_of
from refcore.text.patterns import regex

__all__ = ["Locator", "cite_of_text", "read_locator", "with_own_label"]

# A number with letters, signs or letters in parentheses around it; a roman numeral; a single
# letter.
_NUMBER = r"(?:[^\W\d_]{0,3}\d[\w.:/]*(?:\(\w{1,4}\))*|[ivxlcdm]+\b|[IVXLCDM]+\b|[A-Z]\b)"
_JOINT = r"\s*(?:-{1,3}|[–—]|[,;&](?=\s*\w)|\band\b)\s*"
_WORD = r"(?:[^\W\d_]{1,16}\.?(?:\s?[^\W\d_]\.)?|§§?|¶¶?)"
_NUMBERS = regex(rf"{_NUMBER}(?:{_JOINT}(?:\\?-)?{_NUMBER})*(?:\s?ff?\.)?")
# "pp33" has no space; one letter may be a part of a number, as in "S3", unless it is "p".
_GLUED = r"(?:[^\W\d_]{2,16}|p)(?=\d)"
_LABEL = regex(
    rf"([Ss]\.\s?v{{1,2}}\.)\s*(?=\w)|({_WORD}(?=\s|(?<=[.§¶]))|{_GLUED})\s*(?={_NUMBER})"
)
_BRACED_LABEL = regex(rf"({_WORD})\s+(?=\S)")
# Pages of a preface, if no word follows.
_FEW = r"(?=[ivx])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ROMAN = regex(rf"{_FEW}(?:[-–]{{1,2}}{_FEW})?(?=\s*(?:[,;.]|\Z))")
_HEADWORD = regex(r"[^,;]+")
_NEXT = regex(r"\s*,\s*")
_BRACED = regex(r"\s*+,?\s*+\{([^{}]*)\}")
# longer ones are text
_LONGEST = 500
# Labels without words in an English table.
_OTHER_LABELS = ("timestamp", "version")


@attrs.frozen
class Locator:
    """A place in a work, and what its writer adds after it.

    `label` is a locator of CSL 1.0.2 (``page`` where none is written), `value`
    the place; both are empty where the text has no locator. `suffix` is the
    rest of the text, with the mark it begins with.

    >>> Locator("chapter", "2", ", see also").value
    '2'
    """

    label: str = ""
    value: str = ""
    suffix: str = ""


def read_locator(text: str, lang: str = "en-US") -> Locator:
    """Read a locator from the text after a citation key.

    A number without a label is a page. Braces hold a locator that is taken as it is
    (``{ad D.III}``), and empty ones say that there is none. No input raises an error.

    Args:
        text: The text after the key.
        lang: The locale whose terms are labels, beside what people write in English.

    Returns:
        The label, the place and the rest of the text.

    Source: pandoc's manual, "Citation syntax".

    >>> read_locator("pp. 3-5, and elsewhere")
    Locator(label='page', value='3-5', suffix=', and elsewhere')
    >>> read_locator("§ 4"), read_locator("see also")
    (Locator(label='section', value='4', suffix=''), Locator(label='', value='', suffix='see also'))
    >>> read_locator("sec. 1(2)(a)").value, read_locator("{pp. (xv)-(xvi)}")
    ('1(2)(a)', Locator(label='page', value='(xv)-(xvi)', suffix=''))
    >>> read_locator("S. 3 f.", "de-DE").value, read_locator("{} 99 years").suffix
    ('3 f.', ' 99 years')
    """
    braced = _BRACED.match(text)
    if braced is not None:
        return attrs.evolve(_whole(braced[1].strip(), lang), suffix=text[braced.end() :])
    if len(text) > _LONGEST:
        return Locator(suffix=text)
    start = re.match(r"\s*,?\s*", text)
    at = start.end() if start else 0
    label, at = _label(text, at, lang)
    if not label and (roman := _ROMAN.match(text, at)):
        return Locator("page", roman[0], text[roman.end() :])
    # A headword in a dictionary is any text, up to a comma.
    numbers = (_HEADWORD if label == "sub-verbo" else _NUMBERS).match(text, at)
    if numbers is None or (not label and not _has_digit(numbers)):
        return Locator(suffix=text)
    end = numbers.end()
    while (more := _following(text, end, lang)) is not None:
        end = more
    value = text[at:end].rstrip()
    if value.endswith(".") and not value.endswith(("f.", "ff.")):
        value, end = value[:-1], end - 1
    return Locator(label or "page", value, text[at + len(value) :])


def with_own_label(found: Locator, text: str) -> str:
    """Return the value of a locator read from a text, with the label that the writer used.

    A style without labels prints this one: a chapter is not a page.

    >>> [with_own_label(read_locator(text), text) for text in (", ch. 3, end", "p. 3", "s.v. Moss")]
    ['ch. 3', '3', 'Moss']
    """
    if found.label in ("", "page"):
        return found.value
    written = text[: len(text) - len(found.suffix)].strip(" ,{}")
    return written if [part.label for part in labelled(written)] == [found.label] else found.value


def cite_of_text(key: str, text: str, lang: str = "en-US", prefix: str = "") -> Cite:
    """Return a cite of a key and the text after it: its locator, and a suffix.

    Args:
        key: The citation key.
        text: What follows the key.
        lang: The language of its words, such as "chap.".
        prefix: What precedes the key.

    Returns:
        The cite.

    >>> cite_of_text("knuth", "chap. 2, see also", prefix="cf.")
    Cite(id='knuth', prefix='cf.', suffix=', see also', locator='2', label='chapter',
         mode=<CiteMode.FULL: 'full'>, infix='', position=0, near_note=False, first_note=0,
         joined=False)
    """
    found = read_locator(text, lang)
    return Cite(key, prefix, found.suffix, found.value, found.label or "page", CiteMode.FULL)


def _has_digit(numbers: re.Match[str]) -> bool:
    """Return whether the first number has a digit: ``VIII, 89`` names a volume first."""
    return any(map(str.isdigit, re.split(r"[\s,;&–—-]", numbers[0], maxsplit=1)[0]))


def _whole(text: str, lang: str) -> Locator:
    """Return all of a text as a locator, under the label that it begins with.

    >>> _whole("fol. 17r", "en-US")
    Locator(label='folio', value='17r', suffix='')
    """
    if not text:
        return Locator()
    found = read_locator(text, lang)
    if found.value and not found.suffix:
        return found
    label, at = _label(text, 0, lang)
    if not label and (word := _BRACED_LABEL.match(text)) is not None:
        label, at = _label_of(word[1], lang), word.end()
    return Locator(label, text[at:]) if label else Locator("page", text)


def _label(text: str, at: int, lang: str) -> tuple[str, int]:
    """Return the label that begins at a place, and where it ends.

    >>> _label("p. 3", 0, "en-US")
    ('page', 3)
    """
    for term, label in _phrases(lang):
        end = at + len(term)
        if text[at:end].casefold() == term and text[end : end + 1].isspace():
            return label, end + 1
    match = _LABEL.match(text, at)
    if match is None:
        return "", at
    label = _label_of(match[2] or match[1].replace(" ", ""), lang)
    return (label, match.end()) if label else ("", at)


def _label_of(word: str, lang: str) -> str:
    return _terms(lang).get(word.casefold().rstrip(".")) or label_of(word)


def _following(text: str, at: int, lang: str) -> int | None:
    """Return where one more labelled number ends: ``, fol. 17r``; None where none follows.

    >>> _following("§ 4, p. 3", 3, "en-US"), _following("§ 4", 3, "en-US")
    (9, None)
    """
    joint = _NEXT.match(text, at)
    if joint is None:
        return None
    label, start = _label(text, joint.end(), lang)
    numbers = _NUMBERS.match(text, start) if label else None
    return numbers.end() if numbers else None


@functools.lru_cache(maxsize=16)
def _phrases(lang: str) -> list[tuple[str, str]]:
    """Return the terms of several words, such as ``sub verbo``."""
    return [(term, label) for term, label in _terms(lang).items() if " " in term]


@functools.lru_cache(maxsize=16)
def _terms(lang: str) -> dict[str, str]:
    """Return the words of a locale for labels, without the period at their end."""
    locale = locale_of(locale_named(lang))
    found: dict[str, str] = {}
    for label in (*WORDS, *_OTHER_LABELS):
        for form in ("short", "long", "symbol"):
            for plural in (False, True):
                term = locale.term(label, form, plural).casefold().strip().rstrip(".")
                if term:
                    found.setdefault(term, label)
    return found
