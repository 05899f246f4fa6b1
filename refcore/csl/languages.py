"""The locales that citations can be set in."""

from __future__ import annotations

import re

from refcore.errors import StyleError

__all__ = ["locale_named"]

_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2})?")


def locale_named(locale: str) -> str:
    """Give the locale of a name or a language; raises `StyleError` for one that is not known.

    >>> locale_named("de"), locale_named("de-AT")
    ('de-DE', 'de-AT')
    """
    from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS

    known = locale in LANGUAGE_NAMES or locale.split("-")[0] in PRIMARY_DIALECTS
    if not _LOCALE.fullmatch(locale) or not known:
        languages = ", ".join(sorted(PRIMARY_DIALECTS))
        raise StyleError(f"there is no locale {locale!r}; known languages are: {languages}")
    return str(PRIMARY_DIALECTS.get(locale, locale))
