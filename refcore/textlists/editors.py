"""The words by which a list says that names are those of editors, in the languages of lists."""

from __future__ import annotations

from typing import Final

__all__ = ["EDITORS", "EDITOR_WORDS"]

# Short forms with their stops, as they follow names: "Holt, M. (Hrsg.)".
EDITOR_WORDS: Final = {
    "English": r"eds?\b\.?|editors?\b|comps?\.",
    "German": r"hrsgg?\.?|hgg?\.|herausgeber(?:in)?",
    "French": r"dirs?\.|éds?\.|coord\.|sous la dir\.",
    "Spanish": r"coords?\.|comps?\.|eds?\. lit\.",
    "Portuguese": r"orgs?\.|coords?\.",
    "Italian": r"a cura di|cur\.",
    "Swedish, Danish, Norwegian": r"reda?\.|utg\.",
    "Dutch": r"reds?\.",
    "Finnish": r"toim\.",
    "Polish": r"red\.|oprac\.",
    "Czech, Slovak": r"ed\.|eds\.|red\.|zost\.",
    "Hungarian": r"szerk\.",
    "Turkish": r"ed\.|der\.|haz\.",
    "Romanian": r"coord\.|ed\.",
    "Russian, Ukrainian": r"ред\.|под ред\.|сост\.|за ред\.|упоряд\.",
    "Greek": r"επιμ\.",
    "Catalan": r"coord\.|ed\.",
}
EDITORS: Final = "|".join(dict.fromkeys("|".join(EDITOR_WORDS.values()).split("|")))
