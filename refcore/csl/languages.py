"""The locales that citations can be set in."""

from __future__ import annotations

import functools

from refcore.errors import StyleError
from refcore.files.packaged import packaged
from refcore.text.patterns import regex

__all__ = ["locale_named", "locale_tags"]

_LOCALE = regex(
    r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?"
    r"(?:[-_][A-Za-z0-9]{1,8})*"
)

_OTHER_CODES = {"no": "nb"}
# Languages whose script says which dialect is meant.
_SCRIPTS = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}


def locale_named(locale: str) -> str:
    """Return the locale of a language tag; raises `StyleError` for a language that is not known.

    Tags have no case, and may have variants and extensions (RFC 5646). A dialect
    without a file of its own is set as its language.

    >>> locale_named("de-DE-1996"), locale_named("en-x-peat")
    ('de-DE', 'en-US')
    >>> locale_named("de"), locale_named("de-AT"), locale_named("EN_gb"), locale_named("sr-cyrl-rs")
    ('de-DE', 'de-AT', 'en-GB', 'sr-Cyrl-RS')
    """
    from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS

    match = _LOCALE.fullmatch(locale.strip())
    language = match[1].lower() if match else ""
    language = _OTHER_CODES.get(language, language)
    known = {name.partition("-")[0] for name in LANGUAGE_NAMES}
    if match is None or language not in known | PRIMARY_DIALECTS.keys():
        languages = ", ".join(sorted(PRIMARY_DIALECTS))
        raise StyleError(f"no locale {locale!r}; supported languages: {languages}")
    script, region = (match[2] or "").title(), (match[3] or "").upper()
    tag = "-".join(filter(None, (language, script, region)))
    usual = str(PRIMARY_DIALECTS.get(language, language))
    written = _SCRIPTS.get(f"{language}-{script}", f"{language}-{script}-{usual[-2:]}")
    for found in (tag, f"{language}-{region}", written):
        if found in locale_tags():
            return found
    return usual if tag == language else tag


@functools.cache
def locale_tags() -> tuple[str, ...]:
    """Return the tags of all locales, sorted, such as de-DE."""
    folder = packaged("citeproc") / "data" / "locales"
    names = (entry.name for entry in folder.iterdir())
    return tuple(
        sorted(
            name.removeprefix("locales-").removesuffix(".xml")
            for name in names
            if name.startswith("locales-") and name.endswith(".xml")
        )
    )
