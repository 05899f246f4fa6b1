"""Lines of a publisher's page around its names: buttons, headings, dates and numbers.

Which lines these are is tables: those that are left out, and those after which no
names come.
"""

from __future__ import annotations

import re
from typing import Final

from refcore.names.customs import is_particle
from refcore.names.grouping import is_cjk
from refcore.names.noise import CREDIT
from refcore.names.shape import is_name
from refcore.text.letters import widened
from refcore.text.months import MONTH_NAME
from refcore.text.patterns import regex

__all__ = ["without_page"]


def _any(*patterns: str) -> re.Pattern[str]:
    return regex("|".join(patterns), re.IGNORECASE)


# Where a line is about a volume or pages, whatever it begins with.
_PLACED: Final = _any(
    r"\b(?:vol|no|pp)\. ?\d|\b(?:19|20)\d\d;\s?\d{1,4}\s?[(:]",
    r"\b(?:volume|pages?) \d|\bjournal\b|\bdoi\.org/10\.",
    r"[a-z.] \d{1,4} ?\(\d{1,4}\).{0,30}\d|[a-z.] \d{1,4} \((?:19|20)\d\d\), ?\d",
    r"\b\d{1,4}, [a-z]?\d{4,7}\b",
    r"\b\d{1,4}, ?[a-z]?\d{1,7}(?:[-–][a-z]?\d{1,7})? \((?:19|20)\d\d\)",
)
# Buttons that are glued to the name after them.
_PROFILE: Final = regex(widened(r"\bProfile(?=[A-ZÀ-Þ][a-zß-ÿ])"))
_GLUED: Final = _any(r"(?:profile[ \t]*)?(?:\b|(?<=profile))view orcid profile[ \t]*(?=\w)")
# A mail address with the next name or button glued to it: "b@example.orgAl Go".
_MAIL: Final = regex(widened(r"(@[\w.-]{1,80}\.[a-z]{2,6})(?=[A-ZÀ-Þ])"))
# A button with the last name glued to it: "Al GoView all authors".
_BUTTON: Final = regex(
    widened(
        r"(?<=[a-zß-ÿ])(?:[ ]-\d)?(?=(?:Authors?['’]? (?:Info|declarations)"
        r"|(?:View|Show|See) all|Show more|Add to Mendeley)\b)"
    )
)
# Icons of Elsevier's pages, which copied text has as words.
_ICONS: Final = regex(r"(?m)^[ \t]*(?:Person|Envelope)(?: (?:Person|Envelope))*(?=[ \t]*(?:,|$))")
# A name under itself, as ACM's pages have it: ", Bo Fei" over "Bo Fei".
_TWICE: Final = regex(r"(?m)^[ \t]*(,[ \t]*([^,\n]{3,60}?))[ \t]*\n[ \t]*\2[ \t]*$")
# Buttons of Taylor & Francis, and the address with its letter after each name.
_FURTHER: Final = regex(r"View further author information|Correspondence(?=[\w.+-]{1,60}@)")
_ADDRESS: Final = regex(
    widened(
        r"(?<=[a-zß-ÿ])[a-h](?:,[a-h])*[ ](?=(?:Department|Dept|School|Faculty|Division|Instit"
        r"|Cent(?:er|re)|[A-Z]\w+(?: \w+){0,3} (?:University|College|Institute)"
        r"|University|College)\b)"
    )
)
# What is above the label of the authors.
_BEFORE_LABEL: Final = _any(r"\A(?:[^\n]{0,300}\n){1,12}(?=authors?(?:\(s\))?[ \t]{0,3}[:：])")
# The journal over its date, volume and pages, above the title in PubMed.
_CITED: Final = regex(r"\A\s*(?:[^\n]{2,90}\n\s*){1,2}\.[ ](?:19|20)\d\d\b[^\n]{0,300}\n")
# The numbers of affiliations on a line of their own, and what goes on after them.
_MARKS: Final = _any(
    r"(?:(?<=\n)|\A)[ \t]*\d{1,2}(?:[ \t]?,[ \t]?\d{1,2}){0,9}[ \t]*([,&]|\band)[ \t]*"
    r"(?=\n|\Z)"
)
_MONTH: Final = rf"(?:{MONTH_NAME})\.?"
# Each is a whole line.
_BUTTONS: Final = _any(
    r"(?:view|download|open|read|get|see)(?: full(?:[ -]text)?| the)?"
    r" (?:pdf|article|access|more|profile|affiliations|in scopus)\b.*",
    r"pdf|html \(experimental\)|tex source|other formats|full text.*|open access",
    r"cite(?: this(?: article| paper)?)?|share|save|export|follow|metrics|check for updates",
    r"request permissions?|rights and permissions|search for more papers by this author",
    r"(?:show|hide|see|view|expand|collapse)(?: all| more| less| fewer)?"
    r"(?: authors?| affiliations)?(?: and affiliations| details)?",
    r"you can also search for this author.*|pubmed(?:\s+google scholar)?|google scholar",
    r"(?-i:[A-Z][A-Za-z]{2,14})[ -](?:19|20)\d\d",
    r"person|envelope|version \d{1,2}|author information .*|opens in a new window",
    r"(?:hall|room|booth) [A-Z]?\d.*|all articles|\[ ?(?:hall|room|poster|exhibit)\b[^\]]*\]",
    r"(?:all|more) authors|(?:view |show )?authors? (?:information|notes?|details|affiliations)",
    r"author links open overlay panel",
    r"authors?(?: info(?:rmation)?)?\s*(?:&|and)\s*(?:claims|affiliations?)",
    r"affiliations?(?: expand)?|cites? in(?: \w+)?|papers?|patents?|full|text views|downloads?",
    r"view author publications|search author on:.*|sign in.*|outline|view a pdf of .*",
    r"request (?:full|a copy).*|add to mendeley|provided by clarivate|\(provided by [^)]*\)|[a-h]",
    r"(?:view|see|find|search for)(?: all| more| other)? (?:articles?|papers?|publications?|works?)"
    r" (?:by|from|of) (?:this|these|the same) authors?.*",
    r"(?:posted|published|received|accepted|revised|submitted)(?: online| on)?",
    r"corresponding author|orcid|[⨯×✕x]|this article is a preprint.*|verified email.*",
    r"(?:total )?(?:citations?|downloads?|views)[ :]*[\d,.]*",
    r"\d[\d,.]{0,8}k?[ \t]*(?:citations?|views|downloads|accesses|altmetric|mentions|reads"
    r"|shares)?",
    r"publisher: .*|close|menu|contents|article|research(?: article)?",
    r"authors?['’] (?:declarations?|contributions?|statements?).*|metadata"
    r"|show full item record|files in this item.*|collections",
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? (?:\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2})\b.*",
    r"(?:exhibit )?(?:hall|room|booth|poster session)\b.{0,30}\d.*|\[ ?[a-z ]{3,30} ?\]",
    r"(?:honou?rable mention|(?:best|distinguished|outstanding) (?:[a-z]+ )?paper.*)",
    r"(?:track|session|block|stream|part) [a-z0-9]{1,3}(?:[:.].*)?",
    r"(?<!\w)add to mendeley.*|show more details?",
    r"\[\d{1,4}\] arxiv:.*",
    r"letter|review|perspective|editorial|communication|details|détails|[a-z ]+ icon",
    r"original (?:article|paper|research)|poster|oral|spotlight|contributed equally.*",
    # "ICLR 2024 poster"
    r"(?-i:[A-Z]{2}[A-Za-z]{1,8})(?:[ -]?(?:19|20)|['’])\d\d"
    r"(?: (?:poster|oral|spotlight|workshop|conference).*)?",
)
# Lines about one author, between those of the names.
_CONTACT: Final = _any(
    rf"(?:roles )?{CREDIT}(?:(?:, ?|; ?| and ){CREDIT}){{0,14}}",
    r"(?:\* ?)?(?:current |present )?affiliations? .+",
    r"(?:(?:full|associate|assistant|adjunct|visiting|emeritus) )?(?:professor|lecturer|reader"
    r"|ph\.?d\.? (?:student|candidate)|postdoc\w*|research (?:scientist|fellow|assistant))"
    r"(?:,| at\b| of\b| in\b).*",
    r"\* ?e-?mail:.*",
    r"(?:e-?mails?|tel|fax|phone|web of science[^:\n]{0,20}|researcherid\S*|orcid"
    r"|scopus[^:\n]{0,20})[ \t]*:.*",
    r"(?:tel(?:ephone)?|fax|phone|mob(?:ile)?|cell|office)\b\.?[ \t]*[+(\d].*"
    r"|[+(]\d[\d ()./-]{5,30}",
    r"(?:(?:with |my )?(?:all the |kind|best|warm)(?:est)? (?:regards|wishes)"
    r"|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|regards|best|cheers|many thanks|thanks"
    r"|thank you|cordialement|mit freundlichen grüßen|viele grüße|saludos"
    r"|atentamente|--)[ \t]*[,!.]?",
)
# Each is the beginning of a line that says something about the work.
_ABOUT: Final = _any(
    r"(?:title|comments?|(?:article |document |publication )?type|academic editor|handling editor"
    r"|(?:associate )?editor|reviewed by|language|subjects?|cite as"
    r"|publisher|published|posted|submitted"
    r"|journal(?: ref(?:erence)?)?|conference|date(?: (?:written|posted|published|added))?|doi"
    r"|issn|isbn|licen[sc]e|keywords?|jel classification|e-?print|arxiv id|msc classes"
    r"|report number|presenter|volume|issue|pages?|citations?|source|categor(?:y|ies)|received"
    r"|accepted|revised)[ \t]*(?::|\t)",
    r"(?:[A-Za-z]{2,6} )?(?:working|discussion|research|policy) papers?\b.*\d",
    r"technical report\b.*\d|issue date\b|publication date|first published|date written",
    r"published (?:online|on|in|by|as|\d)",
    r"(?:bio|med)rxiv \d|pmc?id\b|submission history|\[?\(?submitted (?:on|to)",
    r"last (?:modified|revised|updated)",
    r"(?:received|accepted|revised|posted|published)(?: \w+)? \d",
    rf"received (?:in|{_MONTH})|volume \d|vol\. ?\d|pages? \d|pp\. ?\d",
    r"copyright|©|\(c\) (?:19|20)|arxiv:\d|(?:https?://)?doi(?:\.org)?[:/ ]",
    rf"\d{{1,2}} {_MONTH} ?\d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}"
    r"|\d{4}[-/]\d\d[-/]\d\d\b",
    r"cite this[^:\n]{0,30}:|edited by\b.*\bapproved\b",
    r"editors?['’]? choice|journal of\b|author manuscript\b|tl;?dr|proceedings of\b",
)
# After these lines come no names.
_ENDS: Final = _any(
    r"(?:(?:collaborators, )?affiliations?(?:[ \t]*expand)?"
    r"|author (?:& article )?information|abstract|summary|key ?words"
    r"|index terms|introduction|references|highlights|author contributions?"
    r"|supervis(?:ed by|ors?\b).*|under the (?:supervision|guidance) of.*|advis(?:ed by|ors?:).*"
    r"|credit authorship.*|conflicts? of interest.*|funding.*)[ \t]*\Z",
    r"(?:abstract|summary|key ?words|index terms)[ \t]*[:—–.-]",
    r"[\[【]?(?:机构|单位|作者单位|摘要|摘 要|关键词|关键字|所属|著者情報|抄録|要旨|キーワード"
    r"|소속|초록)[\]】]?[ \t]*(?:[:：]|\s|\Z)",
    r"[\[【](?:机构|单位|作者单位|摘要|关键词|基金)[\]】]",
)
_LINKED: Final = regex(r"\A\[([^\[\]\n]{1,60})\]\([^()\s]{0,300}\)\Z")
_ELISION: Final = _any(r"\bal\b|\bothers\b|\bmore\b|\bauthors\b|…|\.\.\.")
_NO_NAME: Final = regex(r"[\d*†‡§¶#⁎∗✉()\[\]<>{}^$]+")
_BETWEEN: Final = regex(r"[,;&·•∙⋅|，；、]|\band\b")
# A button at the end of the list, after a separator.
_LAST_BUTTON: Final = _any(
    r"[,;·•|][ \t]{0,9}(?:author notes|show (?:more|affiliations)|all authors|show less"
    r"|less|more|(?:show|view) (?:all|more)(?: authors)?|fewer)[ \t.]*\Z",
)
# What is said of the work at the end of a line of names: "Bo Fei 🔗 Published: 1 May 2025".
_SAID: Final = _any(
    r"(?<=\w)(?<!first)[ \t]+(?:[^\w\s]{1,3}[ \t]*)?(?:published|submitted|posted|last modified"
    r"|accepted|received)(?: on| online)?:[^\n]*(?=\n|\Z)",
    r"(?<=\w)[ \t]*[|·•][ \t]*(?-i:[A-Z][A-Za-z]{2,14})[ '’-](?:19|20)?\d\d[ \t]*\Z",
)
# A date after the last name: "Bo Fei (MIT) Mar 1, 2019".
_LAST_DATE: Final = _any(
    rf"(?<=[\w)\]*])[ \t,·|-]+(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}"
    rf"|\d{{1,2}} {_MONTH} \d{{4}})"
    r"[ \t.]*(?=\n|\Z)",
)


# "Ada Bergaberg@example.org": an address with the name before it glued to it.
_GLUED_MAIL: Final = regex(
    r"(?<![\w.])([^\W\d_]{2,30})?([ ]?)((?=[^\W\d_a-z])[\w.+-]{6,90})@(?=[\w-])"
)


def _unglued(mail: re.Match[str]) -> str:
    """Return the end of a name and the address, with a space between them.

    >>> _GLUED_MAIL.sub(_unglued, "Ada Bergada.berg@example.org")
    'Ada Berg ada.berg@example.org'
    """
    before, space, local = mail[1] or "", mail[2], mail[3]
    for end in range(len(local) - 2, 2, -1):
        name, rest = local[:end], local[end:].casefold()
        if not name[1:].islower() or not name.isalpha():
            continue
        if name.casefold() in rest or (before and rest.startswith(before.casefold())):
            return f"{before}{space}{name} {local[end:]}@"
    return mail[0]


def _may_hold_names(line: str) -> bool:
    """Return whether a piece of a line reads as a name, without the marks after it.

    >>> _may_hold_names("Bo Fei, Al Go"), _may_hold_names("Show more")
    (True, False)
    """
    return bool(_names_in(line))


def _names_in(line: str) -> list[str]:
    """Return the pieces of a line that read as names, without marks.

    >>> _names_in("Ada Berg, Bo Fei 1")
    ['Ada Berg', 'Bo Fei']
    """
    pieces = (" ".join(_NO_NAME.sub(" ", piece).split()) for piece in _BETWEEN.split(line[:400]))
    return [piece for piece in pieces if is_name(piece) or is_cjk(piece.strip() or "x")]


def _is_prose(line: str) -> bool:
    """Return whether a line below several names has words of a page and no name.

    >>> _is_prose("Show author details"), _is_prose("van der Berg, Al"), _is_prose("Go A")
    (True, False, False)
    """
    low = (w for w in line.split() if len(w) > 2 and w.isalpha() and w.islower() and w != "and")
    prose = any(not is_particle(word) for word in low) or line.startswith("The ")
    return prose and not _may_hold_names(line) and not _ELISION.search(line)


def _is_of_one(line: str, text: str) -> bool:
    """Return whether a line names who presents the work, and no other line does.

    >>> _is_of_one("Presenter: Bo Fei", "Presenter: Bo Fei\\nAl Go")
    True
    >>> _is_of_one("Presenter: Bo Fei", "Al Go, Bo Fei\\nPresenter: Bo Fei")
    False
    """
    label, _, name = line.partition(":")
    return label.casefold() == "presenter" and text.count(name.strip()) == 1


def without_page(text: str) -> str:
    """Return a pasted list without the lines of its page that hold no names.

    >>> without_page("View PDF\\nBo Fei, Al Go\\nShow more\\nKeywords: moss\\nlamps")
    'Bo Fei, Al Go'
    """
    text = _GLUED_MAIL.sub(_unglued, text) if "@" in text else text
    if _FURTHER.search(text):
        text = _ADDRESS.sub("\n", _FURTHER.sub("\n", text))
    text = _BEFORE_LABEL.sub("", text, count=1)
    text = _CITED.sub("", _TWICE.sub(r"\1", text), count=1)
    text = _ICONS.sub("", _BUTTON.sub("\n", text))
    text = _SAID.sub("", _PROFILE.sub("", text))
    text = _MARKS.sub(r"\1", _MAIL.sub("\\1\n", text) if "@" in text else text)
    text = _LAST_DATE.sub("", _LAST_BUTTON.sub("", _GLUED.sub("", text.rstrip())))
    lines = text.split("\n")
    if len(lines) < 2:
        return text
    kept: list[str] = []
    has_names = several = False
    for line in lines:
        bare = _LINKED.sub(r"\1", line.strip())
        is_about = bool(_ABOUT.match(bare)) and not _is_of_one(bare, text)
        is_about = is_about or (has_names and bool(_PLACED.search(bare)))
        if has_names and (is_about or _ENDS.match(bare)):
            break
        if several and _is_prose(bare):
            continue
        if is_about or (bare and (_BUTTONS.fullmatch(bare) or _CONTACT.fullmatch(bare))):
            continue
        has_names = has_names or _may_hold_names(bare)
        several = several or len(_names_in(bare)) > 1
        kept.append(line)
    return "\n".join(kept).strip("\n") if any(map(str.strip, kept)) else text
