"""Where the reference list of a document begins and ends."""

from __future__ import annotations

import re
from typing import Final

from refcore.text.patterns import regex

__all__ = ["is_end", "is_heading"]

# What the heading says, in the languages of lists.
HEADINGS: Final = {
    "English": r"(?:(?:key|selected|further|main|cited|academic|external|essential) )?"
    r"references?(?: list)?|(?:selected |annotated )?bibliography|works cited"
    r"|literature(?: cited)?|sources",
    "German": r"(?:verwendete |weiterführende )?(?:literatur(?:verzeichnis|liste|angaben|quellen)?"
    r"|quellen(?:verzeichnis|angaben)?)|referenzen",
    "French": r"bibliographie|(?:liste des )?références(?: bibliographiques)?|ouvrages cités",
    "Spanish": r"bibliografía(?: citada)?|(?:lista de )?referencias(?: bibliográficas)?"
    r"|(?:obras|trabajos) citad[ao]s|fuentes",
    "Portuguese": r"bibliografia|(?:lista de )?referências(?: bibliográficas)?|fontes",
    "Italian": r"riferimenti(?: bibliografici)?|opere citate|fonti",
    "Catalan": r"referències(?: bibliogràfiques)?",
    "Dutch": r"literatuur(?:lijst)?|referenties|bronnen(?:lijst)?",
    "Swedish": r"referenser|(?:käll|litteratur|referens)förteckning|källor",
    "Danish, Norwegian": r"litteratur(?:liste)?|referanser|referencer|kilder|kildeliste",
    "Icelandic": r"heimildir|heimildaskrá",
    "Finnish": r"lähteet|lähdeluettelo|kirjallisuus(?:luettelo)?",
    "Estonian": r"viited|kasutatud kirjandus",
    "Polish": r"literatura(?: cytowana)?|piśmiennictwo|źródła",
    "Czech": r"(?:použitá )?literatura|seznam (?:použit(?:é|ých) |citované )?(?:literatury|zdrojů)"
    r"|použité zdroje|zdroje",
    "Slovak": r"literatúra|zoznam (?:použit(?:ej|ých) )?(?:literatúry|zdrojov)",
    "Slovene, Croatian": r"viri(?: in literatura)?|popis literature|bibliografija",
    "Romanian": r"bibliografie|referințe(?: bibliografice)?",
    "Hungarian": r"irodalom(?:jegyzék)?|hivatkozások|források",
    "Turkish": r"kaynak(?:lar|ça)",
    "Russian": r"литература|библиография|библиографический список|источники"
    r"|(?:список|перечень) (?:использованн(?:ых|ой) |цитируемой )?(?:литературы|источников)"
    r"|использованн(?:ая литература|ые источники)",
    "Ukrainian": r"література|бібліографія|список (?:використан(?:их|ої) )?(?:джерел|літератури)",
    "Greek": r"βιβλιογραφία|(?:βιβλιογραφικές )?αναφορές|πηγές",
    "Indonesian, Vietnamese": r"daftar (?:pustaka|rujukan)|tài liệu tham khảo",
    "Arabic, Persian, Hebrew": r"المراجع|المصادر(?: والمراجع)?|منابع|ביבליוגרפיה|מקורות",
    "Chinese, Japanese, Korean": r"参考(?:文献|资料|資料)|引用文献|参照文献|文献|참고 ?문헌",
}
_WORDS: Final = "|".join(HEADINGS.values())
_JOINT: Final = r"(?:\s*[/,&|]\s*|\s+(?:and|und|et|y|e)\s+|\s+)"
_HEADING: Final = regex(
    r"\W*(?:(?:appendix|annex|anhang|附录|附錄|付録)\s?[A-Z\d]?\s?[:：.—–-]\s?)?"
    rf"(?:[\dIVX.]{{0,6}}\s+)?(?:notes|(?:{_WORDS})(?:{_JOINT}(?:notes|{_WORDS})){{0,2}})"
    r"\s*+:?(?:\s*+\([^()]{1,30}\))?\W*+",
    re.IGNORECASE,
)
_END: Final = regex(
    r"\W*(?:appendix|appendices|supplement(?:ary|al)?|about the authors?|author biograph|anhang)\b"
    r".{0,60}"
    r"|\W*(?:\d{1,3}\s+)?(?:(?:author )?affiliations?|session ?info(?:rmation)?)"
    r"\s*+:?\s*+\d{0,3}",
    re.IGNORECASE,
)


# "Received 20 February 2007; revised 12 March 2009; accepted 5 June 2009"
_DATES: Final = regex(
    r"\W*(?:manuscript |paper |revision )?(?:received|submitted|accepted):?"
    r" (?:on |in )?(?:\d{1,2} )?[^\W\d_]{3,9}\.? (?:\d{1,2}, )?\d{4}\b.{0,80}",
    re.IGNORECASE,
)


def is_heading(line: str) -> bool:
    """Return whether a line is the heading of a reference list.

    >>> is_heading("7 REFERENCES"), is_heading("References are listed below")
    (True, False)
    >>> is_heading("## 参考文献 References"), is_heading("9. Sources & Literature (IEEE)")
    (True, True)
    >>> is_heading("Seznam použité literatury"), is_heading("Appendix B: References")
    (True, True)
    """
    return len(line) < 60 and bool(_HEADING.fullmatch(line))


def is_end(line: str) -> bool:
    """Return whether a line is the heading of what comes after a reference list.

    >>> is_end("Appendix A. Proofs"), is_end("Appendixes of words. Wiley, 2001, and more there")
    (True, False)
    >>> is_end("Affiliation:"), is_end("Index")
    (True, False)
    >>> is_end("Received: April 1, 2013"), is_end("Received, B. April 1, 2013.")
    (True, False)
    """
    if _DATES.fullmatch(line):
        return True
    return len(line) < 70 and bool(_END.fullmatch(line)) and not re.search(r"\d{4}", line)
