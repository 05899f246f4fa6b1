"""The words by which a list says that names are those of editors, in the languages of lists."""

from __future__ import annotations

from typing import Final

__all__ = ["EDITORS", "EDITOR_WORDS", "MADE_BY"]

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
# Whole phrases between a title and the names: ", hg. von Maren Holt".
_PHRASES: Final = {
    "English": r"(?:introduced|illustrated) by (?-i:[A-Z])"
    r"|(?:edited|translated|compiled|foreword|preface|intro\.|ed\."
    r"|trans\.|transl\.|with (?:an|a) (?:introduction|foreword|preface|afterword)) by"
    r"|translated from (?:the )?\w+ by"
    r"|trans(?:l|lated)?\. (?-i:[A-Z])"
    r"|trans(?:l?\.)? and ed(?:\.|ited) by|ed(?:\.|ited) and trans(?:l?\.|lated) by",
    "German": r"(?:(?:neu )?hg\.|hrsg\.|herausgegeben|ed\.|übers\.|übersetzt|übertragen|bearb\."
    r"|bearbeitet|eingeleitet|aus dem \w+) (?:u\. \w+\. |und \w+ )?(?:von|v\.|vom)",
    "French": r"(?:édité|éd\.|dirigé|traduit|trad\.|préfacé|établie?|présenté)"
    r"(?: de l[’']\w+| du \w+)?(?: et \w+)? par"
    r"|sous la (?:direction|dir\.) de|préface de|trad\. (?:fr\.|de|(?-i:[A-Z]))",
    "Spanish": r"(?:edición|ed\.|traducción|trad\.|prólogo|introducción|compilación|selección)"
    r"(?: y \w+)?(?: del \w+)? (?:de|por)|editado por|traducido por|coordinado por",
    "Portuguese": r"(?:organizaç[aã]o|org\.|tradução|prefácio|edição)(?: e \w+)? (?:de|por)"
    r"|organizado por|traduzido por|tradução:?(?= [A-ZÁÉ])",
    "Italian": r"a cura di|trad\. it\.|traduzione (?:di|it\.)|prefazione di|introduzione di",
    "Dutch": r"(?:vertaald|vert\.|bezorgd|uitg\.) door",
    "Swedish, Danish, Norwegian": r"(?:redigerad|översatt|övers\.|utgiven|utg\.|oversat|overs\."
    r"|udgivet|oversatt) (?:av|af)",
    "Polish": r"(?:pod )?red(?:\.|akcją) (?-i:[A-ZŁŚŻ])|przeł\.|tłum\.|oprac\.|wstęp(?:em)? ",
    "Czech, Slovak": r"(?:přel\.|přeložil[ai]?|prel\.|uspořádal[ai]?) ",
    "Russian, Ukrainian": r"(?:под|за) (?:общ\. |науч\. |заг\. )?ред(?:\.|акцией)"
    r"|пер\. с |перевод с ",
    "Hungarian": r"ford\. |szerk\. ",
    "Turkish": r"çev\. |çeviren |yay\. haz\. ",
}
MADE_BY: Final = "|".join(_PHRASES.values())
EDITORS: Final = "|".join(dict.fromkeys("|".join(EDITOR_WORDS.values()).split("|")))
