"""BibLaTeX's `langid`, a language of babel or polyglossia, against CSL's `language`, a tag.

Source: the BibLaTeX manual, section 2.2.3 (`langid`) and table 2 (its languages);
BCP 47 for the tags, as CSL 1.0.2 asks for. A name that is not here stays as it is.
"""

from __future__ import annotations

from typing import Final

__all__ = ["language_name", "language_tag", "near_name"]

# The first name of a tag is written, the others are understood.
_NAMES: Final[dict[str, str]] = {
    "af": "afrikaans",
    "ar": "arabic",
    "ast": "asturian",
    "be": "belarusian",
    "bg": "bulgarian",
    "bn": "bengali",
    "br": "breton",
    "ca": "catalan",
    "cs": "czech",
    "cy": "welsh",
    "da": "danish",
    "de": "german germanb",
    "de-AT": "naustrian austrian",
    "de-CH": "nswissgerman swissgerman",
    "de-DE": "ngerman",
    "dsb": "lowersorbian",
    "el": "greek",
    "en": "english",
    "en-AU": "australian",
    "en-CA": "canadian",
    "en-GB": "british ukenglish",
    "en-NZ": "newzealand",
    "en-US": "american usenglish",
    "eo": "esperanto",
    "es": "spanish",
    "es-MX": "mexican spanishmx",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian farsi",
    "fi": "finnish",
    "fr": "french francais frenchb",
    "fr-CA": "canadien acadian",
    "fur": "friulan",
    "ga": "irish",
    "gd": "scottish",
    "gl": "galician",
    "grc": "ancientgreek polutonikogreek",
    "he": "hebrew",
    "hi": "hindi",
    "hr": "croatian",
    "hsb": "uppersorbian",
    "hu": "magyar hungarian",
    "hy": "armenian",
    "ia": "interlingua",
    "id": "indonesian bahasai indon bahasa",
    "is": "icelandic",
    "it": "italian",
    "ja": "japanese",
    "ka": "georgian",
    "kmr": "kurmanji",
    "kn": "kannada",
    "ko": "korean",
    "la": "latin",
    "lo": "lao",
    "lt": "lithuanian",
    "lv": "latvian",
    "mk": "macedonian",
    "ml": "malayalam",
    "mn": "mongolian",
    "mr": "marathi",
    "ms": "malay bahasam melayu meyalu",
    "nb": "norsk norwegian",
    "nl": "dutch",
    "nn": "nynorsk",
    "oc": "occitan",
    "pa": "punjabi",
    "pl": "polish",
    "pms": "piedmontese",
    "pt-BR": "brazilian brazil",
    "pt-PT": "portuguese portuges",
    "rm": "romansh",
    "ro": "romanian",
    "ru": "russian",
    "sa": "sanskrit",
    "se": "samin northernsami",
    "sk": "slovak",
    "sl": "slovene slovenian",
    "sq": "albanian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "te": "telugu",
    "th": "thai thaicjk",
    "tk": "turkmen",
    "tr": "turkish",
    "uk": "ukrainian",
    "ur": "urdu",
    "vi": "vietnamese",
    "zh": "chinese",
}
_TAG_OF: Final = {name: tag for tag, names in _NAMES.items() for name in names.split()}
_TAGS: Final = {tag.lower(): tag for tag in _NAMES}
_NAME_OF: Final = {tag.lower(): names.split()[0] for tag, names in _NAMES.items()}
_MOST_PARTS: Final = 1 + max(tag.count("-") for tag in _NAME_OF)


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


def near_name(tag: str) -> str:
    """Return the `langid` of the longest part of a tag that has one, or nothing.

    >>> near_name("fr-FR"), near_name("zh-Hant-TW"), near_name("de-DE-1996"), near_name("tlh")
    ('french', 'chinese', 'ngerman', '')
    """
    parts = tag.lower().replace("_", "-").split("-", _MOST_PARTS)[:_MOST_PARTS]
    known = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next(filter(None, map(_NAME_OF.get, known)), "")
