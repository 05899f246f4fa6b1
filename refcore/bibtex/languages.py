"""BibLaTeX's `langid`, a language of babel or polyglossia, against CSL's `language`, a tag.

Source: the BibLaTeX manual, section 2.2.3 (`langid`) and table 2 (its languages);
BCP 47 for the tags, as CSL 1.0.2 asks for. A name that is not here stays as it is.
"""

from __future__ import annotations

from typing import Final

__all__ = ["language_name", "language_tag"]

# The first name of a tag is written, the others are understood.
_NAMES: Final[dict[str, str]] = {
    "bg": "bulgarian",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german germanb",
    "de-AT": "naustrian austrian",
    "de-CH": "nswissgerman swissgerman",
    "de-DE": "ngerman",
    "el": "greek",
    "en": "english",
    "en-AU": "australian",
    "en-CA": "canadian",
    "en-GB": "british ukenglish",
    "en-NZ": "newzealand",
    "en-US": "american usenglish",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french francais frenchb",
    "fr-CA": "canadien acadian",
    "gl": "galician",
    "he": "hebrew",
    "hr": "croatian",
    "hu": "magyar hungarian",
    "is": "icelandic",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "la": "latin",
    "lt": "lithuanian",
    "lv": "latvian",
    "nb": "norsk",
    "nl": "dutch",
    "nn": "nynorsk",
    "pl": "polish",
    "pt-BR": "brazilian brazil",
    "pt-PT": "portuguese portuges",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sl": "slovene slovenian",
    "sr": "serbian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
    "vi": "vietnamese",
    "zh": "chinese",
}
_TAG_OF: Final = {name: tag for tag, names in _NAMES.items() for name in names.split()}
_TAGS: Final = {tag.lower(): tag for tag in _NAMES}
_NAME_OF: Final = {tag.lower(): names.split()[0] for tag, names in _NAMES.items()}


def language_tag(name: str) -> str:
    """Return the language tag of a `langid`, or the text itself.

    >>> language_tag("ngerman"), language_tag("EN"), language_tag("klingon")
    ('de-DE', 'en', 'klingon')
    """
    low = name.strip().lower().removeprefix("lang")
    return _TAG_OF.get(low) or _TAGS.get(low.replace("_", "-"), name)


def language_name(tag: str) -> str:
    """Return the `langid` of a language tag, or the text itself.

    >>> language_name("en-US"), language_name("de-DE-1996")
    ('american', 'de-DE-1996')
    """
    name = _NAME_OF.get(tag.lower(), tag)
    return name if language_tag(name) == tag else tag
