"""Locales: terms, date formats and options, from files and from the style."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from refcore.files.packaged import packaged

__all__ = ["CSL", "Locale", "Term", "locale_of"]

CSL = "{http://purl.org/net/xbiblio/csl}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Locales of a language's main dialect: CSL 1.0.2, "Locale Fallback".
_PRIMARY = {
    "af": "af-ZA", "bg": "bg-BG", "ca": "ca-AD", "cs": "cs-CZ", "cy": "cy-GB", "da": "da-DK",
    "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES", "et": "et-EE", "fa": "fa-IR",
    "fi": "fi-FI", "fr": "fr-FR", "gl": "gl-ES", "he": "he-IL", "hi": "hi-IN", "hr": "hr-HR",
    "hu": "hu-HU", "hy": "hy-AM", "id": "id-ID", "is": "is-IS", "it": "it-IT", "ja": "ja-JP",
    "kh": "km-KH", "km": "km-KH", "ko": "ko-KR", "lt": "lt-LT", "lv": "lv-LV", "mn": "mn-MN",
    "nb": "nb-NO", "nl": "nl-NL", "nn": "nn-NO", "no": "nb-NO", "pl": "pl-PL", "pt": "pt-PT",
    "ro": "ro-RO", "ru": "ru-RU", "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-Cyrl-RS",
    "sv": "sv-SE", "th": "th-TH", "tr": "tr-TR", "uk": "uk-UA", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip
# The forms that replace a missing form, before another language's form does.
_STAND_INS = {
    "symbol": {"short", "long"},
    "short": {"long"},
    "verb-short": {"verb", "long"},
    "verb": {"long"},
}
_FORM_FALLBACK = {
    "verb-short": ("verb-short", "verb", "long"),
    "verb": ("verb", "long"),
    "symbol": ("symbol", "short", "long"),
    "short": ("short", "long"),
    "long": ("long",),
}


@attrs.frozen
class Term:
    """A term's singular and plural, and the use of an ordinal or a gendered term."""

    single: str
    multiple: str
    gender: str = ""


@attrs.frozen
class Locale:
    """What a style and the locale files say for a language."""

    lang: str
    terms: Mapping[tuple[str, str, str], Term] = attrs.field(repr=False)
    ordinals: Mapping[tuple[str, str], tuple[str, str]] = attrs.field(repr=False)
    dates: Mapping[str, Any] = attrs.field(repr=False)
    punctuation_in_quote: bool = False
    limit_day_ordinals: bool = False

    def find(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """Return a term in a form, or in the form it falls back to ("Terms")."""
        terms = self.terms
        for held in _FORM_FALLBACK.get(form, ("long",)):
            term = terms.get((name, held, gender)) if gender else None
            term = term or terms.get((name, held, ""))
            if term is not None:
                return term
        return None

    def term(self, name: str, form: str = "long", plural: bool = False) -> str:
        """Return a term's text with printer's apostrophes, or an empty string without the term."""
        term = self.find(name, form)
        if term is None:
            return ""
        text = term.multiple if plural else term.single
        return text if name.endswith("quote") else text.replace("'", "’")


@attrs.define
class _Draft:
    terms: dict[tuple[str, str, str], Term] = attrs.field(factory=dict)
    ordinals: dict[tuple[str, str], tuple[str, str]] = attrs.field(factory=dict)
    dates: dict[str, Any] = attrs.field(factory=dict)
    options: dict[str, str] = attrs.field(factory=dict)

    def copy(self) -> _Draft:
        """Return a draft that can be changed by itself."""
        return _Draft(dict(self.terms), dict(self.ordinals), dict(self.dates), dict(self.options))

    def add(self, root: Any) -> None:
        """Add a locale element, which overrides earlier values."""
        for options in root.iter(f"{CSL}style-options"):
            self.options.update(options.attrib)
        for date in root.iter(f"{CSL}date"):
            self.dates[date.get("form", "text")] = date
        terms = list(root.iter(f"{CSL}term"))
        if any(term.get("name") == "ordinal" for term in terms):
            # The ordinals of a locale belong together, so it inherits none.
            self.ordinals.clear()
            known = None
        else:
            # Without a term for all numbers, the locale only rewords the ordinals it inherits.
            known = {name for name, _ in self.ordinals}
        for term in terms:
            name = term.get("name", "")
            if name.partition("-")[0] == "ordinal" and (known is None or name in known):
                key = (name, term.get("gender-form", ""))
                self.ordinals[key] = (_text(term), term.get("match", ""))
            self._add_term(name, term)
        self._without_other_neutrals(terms)

    def _without_other_neutrals(self, terms: list[Any]) -> None:
        """Use a gendered term for a neutral one that only another language has."""
        own = {(term.get("name", ""), term.get("form", "long"), "") for term in terms
               if not term.get("gender-form")}  # fmt: skip
        for term in terms:
            key = (term.get("name", ""), term.get("form", "long"), "")
            if term.get("gender-form") and key not in own and key in self.terms:
                own.add(key)
                self.terms[key] = self.terms[(*key[:2], term.get("gender-form"))]

    def without_english_forms(self, root: Any, english: Mapping[Any, Term]) -> None:
        """Remove forms that only English has, if the locale itself has a substitute."""
        held: dict[str, set[str]] = {}
        for term in root.iter(f"{CSL}term"):
            name, form = term.get("name", ""), term.get("form", "long")
            if self.terms[name, form, term.get("gender-form", "")].single:
                held.setdefault(name, set()).add(form)
        for name, forms in held.items():
            for form, others in _STAND_INS.items():
                key = (name, form, "")
                if form not in forms and others & forms and self.terms.get(key) is english.get(key):
                    self.terms.pop(key, None)

    def _add_term(self, name: str, term: Any) -> None:
        single, multiple = term.find(f"{CSL}single"), term.find(f"{CSL}multiple")
        plain = _text(term) if single is None and multiple is None else ""
        key = (name, term.get("form", "long"), term.get("gender-form", ""))
        self.terms[key] = Term(
            plain if single is None else _text(single),
            plain if multiple is None else _text(multiple),
            term.get("gender", ""),
        )


def _text(element: Any) -> str:
    # Locale files put terms on separate lines; white space alone is not a term.
    text = element.text or ""
    if not text.strip():
        return ""
    return text.strip("\n\t\r") if "\n" in text else text


@functools.lru_cache(maxsize=32)
def _of_files(lang: str) -> _Draft:
    """Return what the locale files say for a language; it is the same for every style."""
    draft = _Draft()
    english: dict[Any, Term] = {}
    for name in dict.fromkeys(("en-US", _PRIMARY.get(lang.partition("-")[0], ""), lang)):
        root = _file(name)
        if root is not None:
            draft.add(root)
            if english:
                draft.without_english_forms(root, english)
            else:
                english = dict(draft.terms)
    return draft


def locale_of(lang: str, own: Iterable[Any] = ()) -> Locale:
    """Return the locale of a language, overridden by a style's `own` locales.

    Later values override earlier ones. The files come in this order: en-US, the
    language's main dialect, the dialect. Then come the style's locales: without a
    language, of the language, of its main dialect, of the dialect
    (CSL 1.0.2, "Locale Fallback").

    >>> locale_of("de-AT").term("and"), locale_of("xx").term("and")
    ('und', 'and')
    """
    lang = _known(lang or "en-US")
    base = lang.partition("-")[0]
    draft = _of_files(lang).copy()
    elements = list(own)
    for wanted in dict.fromkeys(("", base, _PRIMARY.get(base, ""), lang)):
        for element in elements:
            if element.get(_LANG, "") == wanted:
                draft.add(element)
    options = draft.options
    return Locale(
        lang,
        draft.terms,
        draft.ordinals,
        draft.dates,
        options.get("punctuation-in-quote", "false") == "true",
        options.get("limit-day-ordinals-to-day-1", "false") == "true",
    )


def _known(lang: str) -> str:
    if len(lang) == 2:
        return _PRIMARY.get(lang, lang)
    head, _, tail = lang.partition("-")
    return f"{head.lower()}-{tail}" if tail else lang


_LONGEST_TAG: Final = 35  # RFC 5646, section 4.4.1


@functools.lru_cache(maxsize=64)
def _file(name: str) -> Any:
    from lxml import etree

    if not name or len(name) > _LONGEST_TAG or not name.replace("-", "").isalnum():
        return None
    path = packaged("citeproc") / "data" / "locales" / f"locales-{name}.xml"
    if not path.is_file():
        return None
    return etree.fromstring(path.read_bytes(), etree.XMLParser(remove_comments=True))
