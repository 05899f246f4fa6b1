"""Notes before and after a title: notices, editions, venues and remarks."""

from __future__ import annotations

import re
from typing import Final

from refcore.compare.titles.words import plain_title, title_words
from refcore.text.idforms import ARXIV_ID
from refcore.text.months import MONTH_NAME
from refcore.text.numberwords import ORDINALS
from refcore.text.patterns import regex
from refcore.text.servers import server_names

__all__ = [
    "answers",
    "bare_title",
    "has_notice",
    "may_have_notes",
    "with_series_first",
    "without_remark",
]

_NOTICES: Final = (
    r"(?:retracted(?:[ -]article)?|retraction(?: note| notice)?|reprint|withdrawn"
    r"|withdrawal|removed|"
    r"notice of (?:retraction|removal|violation)|expression of concern|"
    r"correction|corrigendum|erratum|addendum)(?: to| of)?"
)
_NOTICE: Final = regex(
    rf"\s*(?:[\[(]\s*{_NOTICES}\s*[\])]\s*[:.\-–—]*|{_NOTICES}\s*(?:[:.\-–—]+|(?=[“\"‘‹«])))\s*",
    re.IGNORECASE,
)
# The same after it: "Boats, correction.", "Boats – Corrigendum", "Boats (Erratum)".
_NOTICE_AFTER: Final = regex(
    r"\s*(?:[\[(]\s*|[,.;:–—-]\s+)(?:published\s|author\s)?"
    r"(?:correction|corrigend(?:um|a)|errat(?:um|a)|addendum|retraction|retracted article)"
    r"\s*[\])]?\.?\s*$",
    re.IGNORECASE,
)
_NOTICE_ENDS: Final = ("action", "ection", "enda", "endum", "rrata", "rratum", "article")
# What a search engine or arXiv's page puts before a title: "[PDF] Boats", "[2001.00001] Boats".
_FOUND_AS: Final = regex(
    r"\s*(?:[\[(](?:pdf|html|ps|doc|book|citation|[bc]|[0-9]{1,3}\+?)[\])]\s*){1,3}(?=\w|[\"“‘'$])"
    r"|\s*\[[A-Z]{1,2}(?:/OL)?\]\s+(?=\w)|\s*microsoft word\s-\s|\s*view of\s(?=(?:\S+\s){3})"
    r"|\s*[\w.-]{2,39}/(?P<repo>[\w.-]{2,60}):\s+(?=\w+\s+\w+|(?P=repo)\b)|\s*[A-Z]{1,4}0[0-9]{2,4}[:.]?\s+(?=[A-Z])"
    rf"|\s*\[(?:arXiv:)?{ARXIV_ID}\]\s*(?=\w|[\"“‘'])",
    re.IGNORECASE,
)
# What the title of a web page has after a work's: "Boats | SpringerLink", "Boats - PubMed".
_SITES: Final = (
    r"ScienceDirect|PubMed|PMC|JSTOR|ResearchGate|arXiv|OpenReview|Wiley Online Library"
    r"|SpringerLink|Springer Nature Link|IEEE Xplore|ACM Digital Library|ACL Anthology"
    r"|Academia\.edu|Semantic Scholar|Oxford Academic|Google (?:Books|Scholar)|Project MUSE"
    r"|SAGE Journals"
    r"|Taylor (?:&|and) Francis Online|Cambridge Core|EconBiz|NASA/ADS|INSPIRE(?:-HEP)?|DBLP|HAL"
    r"|Europe PMC|Internet Archive|WorldCat|Goodreads|Amazon(?:\.[a-z.]+)?|Wikipedia|GitHub|Zenodo"
    r"|Papers With Code|Hugging Face|CiteSeerX|IOPscience|AIP Publishing|SSRN|RePEc|Scribd"
    r"|Nature(?: Communications)?|NeurIPS(?: Proceedings)?|[^\W\d_]+(?: [^\W\d_]+){0,2} Press"
)
_ON_SITE: Final = regex(
    rf"\s\|\s.*$|\s+(?:[-–—]|on|::?)\s+(?:{_SITES})\s*$|\s:\sFree Download.*$", re.IGNORECASE
)
# The section of a journal, in capitals: "BOTANY. How boats grow".
_SECTION: Final = regex(r"\s*[A-Z][A-Z &-]{3,30}\.\s+(?=[A-Z][a-z]|A\s)")
# The place of a chapter in its book: "Chapter 7 - Boats".
_NUMBERED: Final = regex(
    r"^\s*(?:chapter|paper|lecture)\s+(?:[0-9]{1,3}|[IVX]{1,6})\s*[-–—:.]\s*(?=\S)", re.IGNORECASE
)
_EDITION: Final = regex(
    r"\s*[\[(](?:(?:extended|student|invited|full|long|short|technical|conference|journal|"
    r"preliminary|revised|author'?s?|abridged) )?"
    r"(?:abstract(?: reprint)?|version|paper|report|talk|draft|preprint|reprint"
    r"|review|(?:ph\.? ?d\.?|master['’]?s?|doctoral|diploma) (?:thesis|dissertation)"
    r"|tutorial|poster|demo(?:nstration)?|keynote|oral"
    r"|supplementary material|supplement|(?:chapter|ch\.) ?[0-9]{1,3}|(?:19|20)[0-9]{2}"
    r"|(?:[0-9]{1,2}|two|three|four|five)[ -]vol(?:ume)?s?\.?(?: set)?"
    r"|vols?\.? [0-9]{1,3}[-–][0-9]{1,3}"
    r"|v[0-9]{1,2}(?:\.[0-9]{1,2})?|(?:poster|abstract|talk|paper|oral) (?:no\.? ?|\#)?[0-9]{2,4}"
    r"|(?:arXiv|DOI|PMID|ISBN)[: ][^()\[\]\s]{4,60}|arXiv|bioRxiv|medRxiv|chemRxiv|SSRN|CoRR"
    r"|under (?:submission|revision|review)|track [0-9]|universitext|use r!"
    r"|retracted|withdrawn|(?:[a-z0-9]{3,12} ){0,2}(?:printing|re-?issue)"
    r"|[^()\[\]]{0,60}\b(?:series|edition|edn?\.?|monographs|classics|library"
    r"|books(?: on [a-z]+)?))"
    r"[\])]\s*$",
    re.IGNORECASE,
)
# Where a paper appeared: "Boats (NIPS 2017)"
_VENUE_NOTE: Final = regex(
    r"\s*[\[(][A-Z][A-Za-z/&-]{0,12}[A-Z][A-Za-z/&-]{0,6}"
    r"(?:[ '’-]?(?:19|20)[0-9]{2}|[ ]?['’][0-9]{2})"
    r"(?: [a-z]{4,9})?[\])]\s*$"
)
# Any remark with a year: "Boats (NIPS 2017, best paper)".
_DATED: Final = regex(
    r"(?<=\S)\s*[\[(][^()\[\]]{0,60}\b(?:19|20)[0-9]{2}\b[^()\[\]]{0,40}[\])]\s*$"
)
# "Boats, ICML'23", "Boats, in: Interspeech 2023"
_VENUE_AFTER: Final = regex(
    r"\s*[,;.@]\s*(?:(?:in|at)\b:?\s+)?(?:[A-Z][A-Za-z/&-]{0,12}[A-Z][A-Za-z]{0,6}|[A-Z][a-z]{3,12})"
    r"(?:\s*['’]\s*[0-9]{2}|[ -](?:19|20)[0-9]{2})\s*$"
)
# "Boats, arXiv e-prints", "Boats. bioRxiv preprint"
_SERVERS: Final = "|".join(
    name.replace(" ", r"\W+")
    for name in sorted(sorted(server_names(of_preprints_alone=True)), key=len)
)
_ON_SERVER: Final = regex(
    rf"\s*[,.;:–—-]\s(?:{_SERVERS})(?:\s(?:e-?|pre)prints?)?(?:[\s,:].{{0,40}}[0-9].{{0,40}})?\.?\s*$",
    re.IGNORECASE,
)
_YEAR_AFTER: Final = regex(r"\s*[,.]\s(?:19|20)[0-9]{2}(?:\s?[-–—/]+\s?(?:19|20)?[0-9]{2})?\.?\s*$")
# What a catalogue adds: "Boats [published correction appears in …]", "Boats / Ann Quill",
# "Boats (Lecture Notes in Carpentry, 12)", "Boats (Annals of Carpentry 12)", "Boats (best paper)".
_REMARK: Final = regex(
    r"(?<=[\w”\"’')\]?!])\sby\s(?:[A-Z]\.[\s-]?){1,3}[A-Z][\w’'-]+\s*$"
    r"|(?<=[\w”\"’')\]?!$])\s/\s(?:by\s)?[A-Z][\w.'’-]+(?:\s?[,;]?\s[\w.'’&-]+){1,9}\s*$"
    r"|(?<=[\w”\"’')\]?!])\s/\s(?:(?:newly|also)\s)?(?:translated|edited|selected|written|compiled|revised"
    r"|collected|introduced|übersetzt|herausgegeben|traduit|traducción)\s[^/]{4,100}$"
    r"|(?<=\w)\s\([A-Z]{2,6},?\s[0-9]{1,4}\)\s*$"
    r"|(?<=\S)\s\((?=[^()]*\b(?:Journal|Annal(?:s|en|es)|Proceedings|Transactions|Letters|Acta"
    r"|Bulletin|Memoirs|Archives?|Archiv|Zeitschrift|Berichte|Revue|Rivista|Revista|Tidskrift"
    r"|Rendiconti|Izvestiya|Uspekhi)\b)[A-Z][^()0-9]{6,80}\s[0-9]{1,4}\)\s*$"
    r"|(?<=\S)\s\((?:[A-Z]\w*\s|[a-z]{3,9}\s){0,3}(?:[Bb]est|[Oo]utstanding|[Dd]istinguished)"
    r"\s(?:[a-z]{3,9}\s)?[Pp]aper\b[^()]{0,40}\)\s*$"
    r"|(?<=\w)\s\([A-Z][^()0-9]{6,80}[,;] (?:[Vv]ol(?:ume|\.)? |[Nn]o\.? )?[0-9]{1,4}\)\s*$|"
    r"(?<=\S)\s+\((?:vol|volume)\b[^()]{0,80}[0-9][^()]{0,40}\)\s*$"
    r"|(?<=\w)\s\((?!(?:Part|Book|Volume|Vol|Chapter)\b)"
    r"(?:[A-Z][a-z]+\s(?:(?:of|the|in|and|for|on)\s){0,2}){2,8}[0-9]{1,4}\)\s*$"
    r"|(?<=\S)\s+\[(?=[^\[\]]*(?:[0-9]|\b(?:correct|errat|publish|reprint|comment|see |with )))"
    r"[^\[\]]{3,120}\]\s*$"
)
# Where it appeared, after a comma or a point: "Boats, J. Carp. 12 (1999) 3-9".
_CITED: Final = regex(
    r"(?<=[\w)\]])[,.]\s(?=[A-Z])(?=[^\[\]]*(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9]))"
    r"(?:[A-Z][\w&’'-]*[.,]?\s|(?:of|the|and|for|in|on|de|der|für|et)\s){1,8}(?:[Vv]ol\.?\s|[Nn]o\.?\s)?"
    r"[A-Z]?[0-9]{1,4}[A-Z]?[\s,:;(][0-9A-Z(),.:;\s–—-]{3,60}$"
)
# The same without a year, with a volume and a page: "Boats, Carpentry 12, 345"
_CITED_PAGE: Final = regex(
    r"(?<=[\w)\]])[,.]\s(?:[A-Z][\w&’'-]*[.,]?\s|(?:of|the|and|for|in|on|de|der|für|et)\s){1,8}"
    r"[0-9]{1,4}(?:\s?\([0-9–-]{1,5}\))?[,:]\s?(?:pp?\.\s?)?[0-9]{2,6}(?:\s?[-–]+\s?[0-9]+)?\.?\s*$"
)
# The same without a year, if a word of the journal is cut short: "Boats, Bull. Carp. 53".
_CITED_SHORT: Final = regex(
    r"(?<=[\w)\]])[,.]\s(?=[^,]*\b(?:Abh|Acad|Am|Ann|Arch|Ber|Biol|Bull|Chem|Comm|Commun|Dokl|Fortschr"
    r"|Int|Izv|J|Lett|Math|Mem|Mon|Nachr|Phil|Phys|Proc|Quart|Rend|Rep|Rev|Sci|Soc|Surv|Trans|Z"
    r"|Zh)\.)(?:(?:[A-Z][\w&’'-]*[.,]?|of|the|de|der|für|d[’']\w+)\s){1,8}"
    r"(?:[Vv]ol\.?\s|[Nn]o\.?\s)?[A-Z]?[0-9]{1,4}[A-Z]?(?:[,:]\s?[0-9]{1,6}(?:\s?[-–]+\s?[0-9]+)?)?\.?\s*$"
)
# Words of a thesis, a patent, a series, proceedings, a state of printing or a publisher.
_OF_IMPRINTS: Final = (
    r"ph\.?\s?d\.?|m\.?\s?sc\.?|thesis|diss\.?|dissertation|patent|lecture notes|ln(?:cs|ai|bip|m)"
    r"|proc\.|proceedings|conf\.|submitted|accepted (?:to|at|in|for|by)|to (?:appear|be published)"
    r"|in press|in prep(?:aration|\.)|forthcoming|reprint(?:ed)?|nachdr(?:uck|\.)|aufl(?:age|\.)"
    r"|uppl\.|(?:rev|enl)\.(?=.{0,30}\bed)|tech\.? rep(?:ort|\.)|univ(?:ersity|\.)|press|verlag"
    r"|publish(?:ers?|ing)|springer|elsevier|wiley|isbn|vols?\.\s[0-9]{1,4},|hard(?:cover|back)"
    r"|paperback|mimeo|manuscript|unpublished|preprint"
)
# "Boats, in: Handbook of Carpentry", "Boats, NBER Working Paper No. 12"
_IN_ANOTHER: Final = regex(
    r"\s*[,.;–—-]\s(?![^()]*\))(?:in:\s\S.{2,200}"
    r"|(?!(?:and|or|nor|but)\s)(?:[\w.&/-]{1,20}\s){0,5}"
    r"(?:(?:working|discussion|technical|research|staff|policy|white)\s"
    r"(?:papers?|reports?|memo|memorandum|notes?)\b"
    rf"|(?:{_OF_IMPRINTS})(?!\w))[^\[\]]{{0,100}})$",
    re.IGNORECASE,
)
# "Boats, Mifflin Press, Boston": names after a title whose words have small letters.
_IMPRINT: Final = regex(
    r"(?<=\s)(?!(?:edited|translated|written|compiled|illustrated|selected)\s)(?P<last>[a-z][\w’'-]{3,})(?:,|\sby)\s(?!(?:Part|Book|Vol|Volume|Chapter|Section|Series)\b)"
    r"(?!(?:[^,:]+[,:]\s)*[^,:]*\b[IVX]+\b)(?=[^\W\d]\S*[\s,:])"
    r"(?:[A-Z][^\W\d_]*[.’'-]?[^\W\d_]*[,:]?\s(?:&\s)?){1,6}[A-Z][^\W\d_]+\.?\s*$"
)
# "Boats, vol. 3 of Carpentry"
_VOLUME_OF: Final = regex(
    r",\s(?:vol(?:ume|\.)?|book|band|tome)\s(?:[0-9]{1,3}|[IVX]{1,6})\s(?:of|in)\s"
    r"[A-Z][^,;:]{3,60}\s*$"
)
# "Boats, 3rd edition"
_EDITION_AFTER: Final = regex(
    r"[,.;:]?\s*[,(–—-]?\s*(?:[0-9]{1,2}(?:st|nd|rd|th)"
    rf"|{'|'.join(ORDINALS)}|revised|international|updated)"
    r"(?: (?:and )?(?:revised|expanded|enlarged|updated|corrected|international|global"
    r"|student)){0,3}"
    r" (?:edition|edn?\.?|printing)\s*$"
    r"|,\sin\s(?:english|french|german|russian|chinese|japanese|spanish|italian|polish|portuguese)\s*$"
    r"|\sin\s[1-9]\svol(?:ume)?s\.?\s*$|[,.]\svols?\.\s[0-9]\s?[-–]+\s?[0-9]\s*$"
    r"|(?:,\s|(?<=[a-z]{4})\s)[1-9][0-9]?/e\s*$|,\s[1-9][0-9]?e\s*$|,\sv[0-9]{1,2}(?:\.[0-9]{1,3}){1,3}\s*$"
    r"|,\s*(?:[A-Z]\w*\s+)?(?:package\s+)?(?:version|release)\s+[0-9.]{1,12}\s*$"
    r"|,\s*rev(?:ision|\.)\s+[A-Z]?[0-9.]{1,8}\s*$",
    re.IGNORECASE,
)


# "Boats: Carpenter's edition"
_EDITION_NAMED: Final = regex(
    r"\s?[,.;:(–—-]\s?(?:[\w’']{3,15}\s){1,3}(?:edition|edn?\.)\s*$", re.IGNORECASE
)
# "Boats, 2nd ed., revised and enlarged"
_EDITED_HOW: Final = regex(
    r"(?P<edition>\bed(?:ition|n)?\.?)"
    r"(?:(?:,?\s(?:(?:and|&|completely|fully|newly|reprint|y|e|et|und)\s)?"
    r"(?:revised|enlarged|expanded|updated|corrected|reprinted|(?:rev|enl|corr?|aum|ampl|augm)\.))"
    r"{1,3}"
    r"|,?\s(?:(?:asian|economy|global|indian|international|student|us)\s){1,3}"
    r"(?:version|edition))\s*$",
    re.IGNORECASE,
)
# "Boats 3rd Edition: Sails", "Boats: (2nd ed.) Sails"
_EDITION_INSIDE: Final = regex(
    r"[,.]?\s[(\[]?(?:[0-9]{1,2}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth|revised|international)\s(?:edition\b|edn?\b\.?)[)\]]?\s?:"
    r"|:\s?[(\[](?:[0-9]{1,2}(?:st|nd|rd|th)|second|third|fourth|fifth|revised)\s(?:edition"
    r"|edn?\b\.?)[)\]]",
    re.IGNORECASE,
)


_EDITED: Final = frozenset("e0123456789")
_CLOSING: Final = frozenset(")]")
# What libraries put between a title and its subtitle: "Boats [electronic resource] : a guide".
_MEDIUM: Final = regex(
    r"\s?\[(?:electronic resource|sound recording|videorecording|microform|text|texte imprimé"
    r"|texto impreso|ressource électronique|recurso electrónico|elektronische ressource"
    r"|risorsa elettronica)\](?=\s?[:/=])",
    re.IGNORECASE,
)


# APA's description, and where it was: "Boats [Poster presentation]. Meeting of Boatmen, Oslo".
_DESCRIBED: Final = regex(
    r"\s?\[(?:[a-z]+ ){0,2}(?:presentation|session|address|video|audio|film|podcast|data ?set"
    r"|software|thesis|dissertation|webinar|lecture|map|image)\]\.\s.*$",
    re.IGNORECASE,
)


# Most titles have neither a sign nor a word with which a note begins.
_MAY_HAVE_NOTES: Final = regex(
    r"[^\w\s'’-]|[¹²³⁴]|\s-|\bed|^\s*chapter\s|^(?:[0-9]{1,3}|[IVX]{1,6})\s(?:the|an?|on)\s"
    r"|^view of\s|\son\sjstor|[a-z]{3}1\s*$"
    r"|\sby\s\S+\s\S+\s*$|\sin\s[0-9]\svol|^[A-Z]{1,4}0[0-9]{2}",
    re.IGNORECASE,
)


def may_have_notes(title: str) -> bool:
    """Return whether a title has a sign or a word that every note, subtitle and formula has.

    >>> may_have_notes("Boats (ICML 2023)"), may_have_notes("On Boats of the North")
    (True, False)
    """
    return _MAY_HAVE_NOTES.search(title) is not None


# "Conference on Boats, Oslo, Norway, May 3–5, 1992": where and when a meeting took place.
_HELD: Final = regex(
    r"(?:[,.:;–—]|\s-)\s+(?:[^\W\d][^\d,;:]{1,40},\s+){0,4}"
    rf"(?:[0-9]{{1,2}}(?:\s?[-–—/]+\s?[0-9]{{1,2}})?\.?\s+(?:{MONTH_NAME})\b\.?"
    rf"(?:\s?[-–—]+\s?[0-9]{{1,2}}\.?\s+(?:{MONTH_NAME})\b\.?)?"
    rf"|(?:{MONTH_NAME})\b\.?\s+[0-9]{{1,2}}(?:\s?[-–—/]+\s?(?:(?:{MONTH_NAME})\b\.?\s+)?[0-9]{{1,2}})?)"
    r",?\s+(?:19|20)[0-9]{2}\.?(?:[,.]\s(?:[a-z]+\s){0,3}(?:proceedings|papers))?\s*$",
    re.IGNORECASE,
)


# The scientific name of an animal or a plant after its common one: "The moss, Sphagnum fallax".
_SPECIES: Final = regex(
    r",\s[A-Z][a-z]{3,}\s[a-z]{2,}(?:us|is|um|a|i|ae|ens|ans|es|or|ix|ax|ox|e|on)(?=,\s|\s*$)"
)
_AFTER_COMMA: Final = (
    (_SPECIES, ""),
    (_IMPRINT, r"\g<last>"),
    (_ON_SERVER, ""),
    (_IN_ANOTHER, ""),
)


def without_remark(title: str) -> tuple[str, str]:
    """Return a title without one remark of a catalogue or a citation, and what kind of remark.

    Such a remark may be a part of the title. It is one if the other title has none of its kind.

    >>> without_remark("Boats (ICML 2017)"), without_remark("Boats of the North")
    (('Boats', 'venue'), ('Boats of the North', ''))
    """
    if _DIGIT.search(title):
        for note in _WITH_DIGIT:
            if (bare := note.sub("", title)) != title:
                return bare, "venue"
    elif (bare := _NUMBERED.sub("", title)) != title:
        return bare, "number"
    if ", " in title or " by " in title:
        for note, kept in _AFTER_COMMA:
            if (bare := note.sub(kept, title)) != title:
                return bare, note.pattern
    for kind, without in _OTHER_REMARKS:
        if (bare := without(title)) != title:
            return bare, kind
    return title, ""


# Words of how a text was made, printed or kept; what is beside them are names and numbers.
_APPARATUS: Final = frozenset(
    "abridged annotated anniversary appendix assisted author berichte classics collected "
    "compiled course delivered dissertation drafted edited edition editor editors eds expanded "
    "facsimile festschrift hardcover illustrated imprint lecture lectures library manuscript "
    "memoir memorandum mimeographed monograph monographs notes paperback press prepared presented "
    "proceedings published publisher rapport reissue report reports reprint reprinted revised "
    "rewritten seminar series supplement supplementary thesis transcribed translated translation "
    "translator typescript typewritten unabridged unpublished verlag vols volumes working "
    "written bände libri livres tomi".split()
)
_OF_APPARATUS: Final = frozenset(
    "a an and at before by for from in number no of on the to under with foreword preface new old "
    "introduction additional second third fourth von und den par et la le les trans".split()
)
_START: Final = regex(r"(?<=\S)(?:[,.;]\s+|\s+[-–—]\s+|\s*[(\[])(?=\S)")
_MOST_STARTS: Final = 6
_LONGEST_APPARATUS: Final = 120


def without_apparatus(title: str) -> str:
    """Return a title without a note of how it was made: who wrote it down, how many volumes it has.

    Such a note has a word of book-making, and else only names, numbers and small words.

    >>> without_apparatus("Boats, notes by A. Quill"), without_apparatus("Boats (HMS Monographs 4)")
    ('Boats', 'Boats')
    >>> without_apparatus("Boats, ships and lectures on rafts")
    'Boats, ships and lectures on rafts'
    """
    for count, start in enumerate(_START.finditer(title)):
        note = title[start.end() :]
        if count < _MOST_STARTS and len(note) <= _LONGEST_APPARATUS and _is_apparatus(note):
            return title[: start.start()]
    return title


def _is_apparatus(note: str) -> bool:
    words = _OF_NOTE.findall(note)
    said = [word.casefold() for word in words]
    if _APPARATUS.isdisjoint(said) or ":" in note or "?" in note:
        return False
    return all(
        word.casefold() in _APPARATUS
        or word.casefold() in _OF_APPARATUS
        or word.isdigit()
        or word[0].isupper()
        for word in words
    )


_OF_NOTE: Final = regex(r"[^\W_]+")
# "Boats (GTM 52)", "Boats (Order No. 123456)", "Boats (JCarp 20, 1064)"
_PAGES: Final = regex(r"(?<=\w),\s[0-9]{1,3}\s?[-–]+\s?[0-9]{1,5}\.?\s*$")
_SERIES: Final = regex(
    r"(?<=\S)\s[\[(](?=[A-Z])[\w.&’' -]{1,60}\s[0-9]{1,4}[,:]\s?[0-9]{1,6}(?:[-–][0-9]+)?[\])]\s*$"
    r"|(?<=\w)\s\((?:[A-Z]{2,6}(?:[-\s]|,\s)(?:vol\.\s)?|(?:[A-Z][a-z]+\s)?[Nn]o\.\s)[0-9]{1,9}\)\s*$"
)
# "Quill v. Moss, 347 U.S. 483 (1954)"
_REPORTED: Final = regex(
    r",\s[0-9]{1,4}\s(?:[A-Z][A-Za-z0-9]{0,5}\.?(?:[234]d\b\.?)?\s?){1,4}[0-9]{1,5}(?:\s\([^()]{0,20}[0-9]{4}\))?\s*$"
)
_WITH_DIGIT: Final = (
    _SERIES,
    _PAGES,
    _REPORTED, _CITED, _CITED_PAGE, _CITED_SHORT,
    _VENUE_NOTE, _HELD, _VENUE_AFTER, _YEAR_AFTER, _DATED,
    _NUMBERED,
)  # fmt: skip


def _without_catalogue(title: str) -> str:
    """Return a title without the number before it and what a catalogue adds after it.

    >>> _without_catalogue("II. Moss in bogs"), _without_catalogue("Moss in bogs")
    ('Moss in bogs', 'Moss in bogs')
    """
    bare = _COUNTED.sub("", title, count=1) if title[:1] in _BEFORE_COUNT else title
    folded = bare.casefold()
    if any(word in folded for word in _ENDINGS):  # as in each of its endings
        bare = _AFTER.sub("", bare)
    boxed = _IN_BRACKETS.search(bare) if bare.endswith((")", "]", ".")) else None
    return bare[: boxed.start()] if boxed and _CATALOGUED.search(boxed[1]) else bare


_BEFORE_COUNT: Final = frozenset("0123456789§CcIVX(")
_ENDINGS: Final = (
    "aufl", "ausgabe", "edi", " ed", "izd", "uitgave", "wyd", "éd", "trans", "trad", "übers",
    "p.", "cura", "preface", "foreword", "introduction", "afterword",
    "doi", "pmid", "isbn", "arxiv", "http",
)  # fmt: skip


def _without_series(title: str) -> str:
    return _REMARK.sub("", title)


_OTHER_REMARKS: Final = (
    ("apparatus", without_apparatus),
    ("catalogue", _without_catalogue),
    ("series", _without_series),
)
# Each note of a venue has a year; a look for a digit takes a hundredth of the time.
_DIGIT: Final = regex(r"[0-9]")


def bare_title(title: str) -> str:
    """Return a title without the notice before it and the edition after it.

    >>> bare_title("RETRACTED: Boats, 3rd edition")
    'Boats'
    """
    plain = plain_title(title)
    notice = _NOTICE.match(plain)
    bare = plain[notice.end() :] if notice else plain
    if bare.rstrip(" .)]").casefold().endswith(_NOTICE_ENDS):
        bare = _NOTICE_AFTER.sub("", bare)
    may_be_found = bare[:1] in "[(Vv" or "/" in bare or bare[:6].isupper() or " - " in bare
    if may_be_found and (found := _FOUND_AS.match(bare)):
        bare = bare[found.end() :]
    bare = _ON_SITE.sub("", bare)
    if ". " in bare and (section := _SECTION.match(bare)):
        bare = bare[section.end() :]
    if "[" in bare:
        bare = _KIND_BY_LETTER.sub("", bare)
    if bare[-2:-1] in _CLOSING:  # "Boats (Extended Abstract)*"
        bare = bare.rstrip("*†‡ ")
    if "[" in bare:
        bare = _DESCRIBED.sub("", _MEDIUM.sub("", bare))
    if bare.rstrip().endswith((")", "]")):
        bare = _EDITION.sub("", bare)
    folded = bare.casefold()
    # Each note of an edition has one of these.
    if (
        " ed" in folded
        or " vol" in folded
        or "version" in folded
        or "printing" in folded
        or ", in " in folded
        or bare[-1:] in _EDITED
    ):
        bare = _EDITED_HOW.sub(r"\g<edition>", bare)
        without = _EDITION_AFTER.sub("", bare)
        bare = without if without != bare else _EDITION_NAMED.sub("", bare)
        if ":" in bare:
            bare = _EDITION_INSIDE.sub(":", bare)
    bare = _VOLUME_OF.sub("", _without_kind(bare))
    if "\\" in bare or "." in bare[-5:-2]:
        bare = _OF_FILES.sub("", bare)
    if bare[:1] != "“" and bare.rstrip(".,")[-1:] in _QUOTED_END and (said := _SAID_BY.match(bare)):
        bare = said[1]
    if "," in bare:
        bare = _ARTICLE_LAST.sub("", bare)
    if len(bare) > _LONGEST_BEGIN and _MARK.search(bare):
        bare = _RUN_ON.sub("", bare)
    if not bare[-1:].isalpha():
        bare = _FOOTNOTE.sub("", bare)
    return bare if bare != plain else title


# "Reply to: Boats", "Boats: A Comment", "Boats (Authors' reply)", "Book review: Boats".
_ANSWER: Final = regex(
    r"(?:^|[:.(\[–—?!]\s?|\s-\s)\W{0,2}(?:(?:an?|the|authors?['’]?s?|editors?['’]?s?)\s)?"
    r"(?:(?:comments?|reply|replies|rejoinder|rebuttal)(?:\s(?:on|to|by)\b|\s?(?:[:.)\]–—-]|$))"
    r"|(?:response|discussion|commentary|book reviews?)(?:\s(?:of|on|to))?\s?(?:[:.)\]–—-]|$)"
    r"|reviews? of [\"“‘«'])",
    re.IGNORECASE,
)


def answers(title: str) -> bool:
    """Return whether a title is that of a comment, a reply or a review of a book.

    Such a work is another than the one whose title it contains.

    >>> answers("Boats: Reply"), answers("Comment on Boats"), answers("Boats in Response to Wind")
    (True, True, False)
    """
    folded = title.casefold()
    return any(word in folded for word in _ANSWERS) and _ANSWER.search(title) is not None


# A look for a word is quicker than the pattern, and few titles have one.
_ANSWERS: Final = ("comment", "repl", "rejoinder", "rebuttal", "response", "discussion", "review")


def has_notice(title: str) -> bool:
    """Return whether a title begins with a notice such as "RETRACTED:".

    >>> has_notice("Erratum: Lamps of the North"), has_notice("Lamps of the North")
    (True, False)
    """
    return bool(_NOTICE.match(plain_title(title)))


# The kind of a work by GB/T 7714, and what follows it: "Boats[J]. Journal of Carpentry"; the
# class of an algorithm of ACM: "Algorithm 457: Boats [H]".
_KIND_BY_LETTER: Final = regex(
    r"(?<=\S)\s?\[(?:[A-Z][0-9]{0,2}|CP|DB|EB|Online)(?:/(?:OL|CD|MT))?\]\s*(?:[./,].*)?$"
)
# The kind of a text, as journals write it before a title and people after it:
# "Topical Review: Spin Ice", "Spin ice [Invited Paper]". A comment, a reply and a review of a book
# are works of their own, and are not among these words.
_KINDS: Final = frozenset(
    "abstract article articles artifact colloquium communication communications contribution demo "
    "demonstration draft essay feature highlight issue keynote lecture letter mimeo minireview "
    "note opinion paper perspective poster preprint presentation report announcement reprint "
    "section sok study talk thesis pearl track tutorial version viewpoint invited review panel "
    "consortium results investigation wip".split()
)
_OF_KINDS: Final = frozenset(
    "brief case clinical conference contributed doctoral extended fast featured full functional "
    "industry journal late lightning breaking length long master masters mini original phd plenary "
    "position preliminary progress rapid regular research resource review revised scientific "
    "selected short special symposium technical topical vision work working workshop a of "
    "in the chinese english french german italian japanese polish portuguese russian "
    "spanish".split()
)
_FIRST: Final = regex(
    r"\s*(?:[\[(]([A-Za-z][A-Za-z' -]{3,40})[\])]\s*[:.–—-]?"
    r"|([A-Za-z][A-Za-z' -]{2,40}?)\s*(?:[:.–—]|\s-))"
    r"\s+(?=\S)"
)
_LAST: Final = regex(
    r"\s*(?:[\[(]([^()\[\]]{3,60})[\])]|[:.,;–—]\s+([A-Za-z][A-Za-z' -]{3,40})\.?)\s*$"
)
# "Boats (with discussion)", "Boats (with an appendix by A. Quill)", "Boats (in Russian)"
_ADDED: Final = regex(
    r"(?:with (?:[0-9]{1,3} )?(?:video|audio|figures|illustrations|maps|plates|errata|erratum)"
    r"|with (?:an? |the )?(?:discussion|comments?|rejoinder|reply|appendix(?= by)|foreword"
    r"|preface|introduction|afterword)\b.*|translated .*"
    r"|with (?-i:(?:[A-Z]\.[ -]?){1,3}[A-Z][\w’'-]+)(?:(?:,|,? and|,? &) .{3,60})?"
    r"|(?:in )?(?:english|french|german|russian|chinese|japanese|spanish|italian|polish|portuguese)"
    r"(?:[,;] .*| version| translation)?"
    r"|in (?-i:[A-Z])[a-z]{2,9}(?:ian|ish|ese|an|ch|ic|ek|ai|ew)"
    r"(?: (?:with|and) .{3,40})?"
    r"|reprinted .*|electronic resource|sound recording|microform"
    r"|internet|online|pdf|html|web|book|data ?set"
    r"|software|computer (?:software|program)|code|unpublished"
    r"|under (?:review|revision)|version [0-9.]{1,10}"
    r"|(?:to appear|submitted|accepted|forthcoming|in press|in prep(?:aration|\.)?)"
    r"(?: (?:in|to|for|at) .*)?)",
    re.IGNORECASE,
)
# A word of a catalogue in brackets: "Boats (A. Quill, Trans.)", "Boats (Tech. Rep. 12)".
_CATALOGUED: Final = regex(
    r"\b(?:auflage|aufl|ausgabe|bearb|diss|dissertation|doi|ed|eds|edicao|edición|edition|edição"
    r"|editor|edizione|hrsg|isbn|izd|memo|patent|phd|ph\.d|press|publisher|rep|report|series|technical"
    r"|thesis|trad|trans|transl|translated|translator|uitgave|upplaga|verlag|working paper|wydanie"
    r"|éd|édition|übers|überarb|v[0-9]+(?:\.[0-9]+)+|(?:paper|preprint|note)\s(?:no\.?\s)?[0-9]+)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = regex(r"(?<=\S)\s*[(\[]([^()\[\]]{2,120})[)\]]\.?\s*$")
# The same words after a sign: "Boote, 3. Auflage", "Boats, translated by A. Quill".
_AFTER: Final = regex(
    r"\s?[,.;:–—]\s(?:(?:[0-9]{1,2}(?:\.|[aeªº]\.?|ème|ª)?|prima|seconda|terza|première|deuxième|segunda"
    r"|tercera|zweite|dritte|tweede|andra)\s(?:\w+\.?,?\s){0,2}"
    r"(?:auflage|aufl|ausgabe|edicao|edición|edição|edizione|ed|izd|uitgave|upplaga|wyd|éd|édition)"
    r"|(?:trans(?:l|lated)?(?: from the \w+)?|trad(?:uit|uction|ucción)?|übers(?:etzt)?|edited)"
    r"\.?\s(?:by|par|por|von)\s"
    r"[^,;:]{3,60}"
    r"|(?:trans|transl|trad|übers|hrsg|ed|eds)\.\s[^,;:]{3,60}|a cura di\s[^,;:]{3,60}"
    r"|with (?:an? |the )?(?:new )?(?:preface|foreword|introduction|afterword)\sby\s[^,;:]{3,60}"
    r"|pp?\.\s?[0-9]{1,5}(?:\s?[-–]+\s?[0-9]{1,5})?"
    r")\.?\s*$|[,.;]?\s(?:url:?\s)?(?:doi|pmid|isbn|arxiv|https?)\s?:\s?\S{4,200}\s*$",
    re.IGNORECASE,
)
# The number of a chapter or a section, or the year: "4. Boats", "§ 12 Boats", "Chapter 4 Boats",
# "(2015) Boats".
_COUNTED: Final = regex(
    r"^\s*(?:\((?:1[89]|20)[0-9]{2}\)[.,:]?|(?:1[89]|20)[0-9]{2}\.|§\s?[0-9]{1,3}(?:\.[0-9]{1,3})*\.?"
    r"|[0-9]{1,3}[.)]|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}|chapter\s(?:[0-9]{1,3}|[a-z]{3,10})(?=\s[A-Z])"
    r"|(?:[0-9]{1,3}|[IVX]{1,6})(?=\s(?:The|An?|On)\s)"
    r"|ch(?:ap)?\.?\s?[0-9]{1,3}[.:]?|[IVX]{2,6}\.)"
    r"\s(?=[\"'“‘«]?[^\W\d])",
    re.IGNORECASE,
)
# A footnote of the writer's own, and the ending of a file.
_OF_FILES: Final = regex(
    r"\\(?:thanks|footnote|footnotemark|footnotetext)\b\s*(?:\{[^{}]{0,400}\})?"
    r"|\.(?:pdf|docx?|tex|ps|html?)$",
    re.IGNORECASE,
)
# A whole citation: 'A. Quill, "Boats at Night"'.
_SAID_BY: Final = regex(
    r"(?:[A-Z]\.[\s-]?){1,3}[A-Z][\w’'-]+(?:(?:,|,? and) (?:[A-Z]\.[\s-]?){1,3}[A-Z][\w’'-]+){0,5},"
    r"\s[\"“]([^\"“”]{8,300})[\"”][.,]?$"
)
_QUOTED_END: Final = frozenset('"”')
# An inverted article: "Elements of Boats, The".
_ARTICLE_LAST: Final = regex(r",\s(?:the|an?|l[ae]s?|der|die|das|el|los)\.?\s*$", re.IGNORECASE)
# The publisher's own footnote run on: "Boats11This work was supported by the harbour."
_MARK: Final = regex(r"[0-9*☆]")
_RUN_ON: Final = regex(
    r"(?<=[A-Za-z]{2})(?:[0-9*☆]{1,2})(?:This|The|Supported|Research|Presented|An?|We|Work|Part)\s[^:]{10,400}$"
)
# The mark of a footnote; a "1" alone is one after a word that has no other number.
_FOOTNOTE: Final = regex(
    r"(?<=[^\W\d_]{4})\s?(?:\^\{?[0-9]\}?|[¹²³⁴]|[*∗⁎†‡§¶#☆★]+[0-9]?)\s*$"
    r"|(?<=[^\W\d_]{3})¹\s*$|(?<=\$)\$\s?\^\{?[0-9*†‡]\}?\$\s*$"
    r"|(?<=[a-z]{3}(?:ion|ons|ent|nts|ity|ies|ing|ngs|ics|ory|sis|ems|ism|ods|ers|ure|nce|ogy))1\s*$"
)


def _without_kind(title: str) -> str:
    """Return a title without the kind of its text before it or after it.

    >>> _without_kind("Spin Ice [Invited Paper]")
    'Spin Ice'
    """
    begin = title[:_LONGEST_BEGIN]
    first = _FIRST.match(title) if any(sign in begin for sign in ":.–—-])") else None
    if first and (_says_kind(said := first[1] or first[2]) or said.casefold() in _SECTIONS):
        title = title[first.end() :]
    end = title[-_LONGEST_END:]
    if not (end.endswith((")", "]")) or any(sign in end for sign in ":.,;–—")):
        return title
    for _ in range(_MOST_KINDS):  # "Boats (Version 2) [Computer software]"
        last = _LAST.search(title, max(0, len(title) - _LONGEST_END))
        if last is None:
            break
        if not _says_kind(last[1] or last[2]) and not (last[1] and _ADDED.fullmatch(last[1])):
            break
        title = title[: last.start()]
    return title


# Sections of journals that stand before the titles of their articles.
_SECTIONS: Final = frozenset(
    (
        "case report",
        "case records",
        "clinical practice",
        "clinical problem-solving",
        "clinical update",
        "clinical review",
        "current concepts",
        "drug therapy",
        "history of medicine",
        "images in clinical medicine",
        "in memoriam",
        "interactive medical case",
        "lesson of the week",
        "mechanisms of disease",
        "medical intelligence",
        "medical progress",
        "molecular medicine",
        "primary care",
        "review article",
        "sounding board",
        "special article",
        "state of the art",
        "statistics in medicine",
    )
)
_LONGEST_BEGIN: Final = 50
_MOST_KINDS: Final = 2
_LONGEST_END: Final = 65


def _says_kind(text: str) -> bool:
    """Return whether all words say what kind of text it is; "review" alone may mean a book's.

    >>> _says_kind("Invited Paper"), _says_kind("Lamps of the North")
    (True, False)
    """
    words = set(title_words(text))
    return bool(words & _KINDS) and words <= _KINDS | _OF_KINDS and words != {"review"}


_ASIDE: Final = regex(r"^\s*([^()\[\]]{3,300}?)\s*[(\[]([^()\[\]]{3,300})[)\]]\.?\s*$")


def with_series_first(title: str) -> str:
    """Return "Boats: Sails" for "Sails (Boats)": a series before its volume, or after it.

    >>> with_series_first("Sails (Course of Boats, Vol. 1)")
    'Course of Boats, Vol. 1: Sails'
    """
    found = _ASIDE.match(title)
    return f"{found[2]}: {found[1]}" if found else title
