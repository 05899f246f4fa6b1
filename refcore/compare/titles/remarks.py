"""Remarks that may be a part of a title: where it appeared, in which series, who made it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from refcore.text.editions import is_edition
from refcore.text.months import MONTH_NAME
from refcore.text.patterns import regex
from refcore.text.servers import server_names

__all__ = ["without_remark"]

# The place of a chapter in its book: "Chapter 7 - Boats".
_NUMBERED: Final = regex(
    r"^\s*(?:chapter|paper|lecture)\s+(?:[0-9]{1,3}|[IVX]{1,6})\s*[-–—:.]\s*(?=\S)", re.IGNORECASE
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
_YEAR_AFTER: Final = regex(
    rf"\s*[,.]\s(?:(?:{MONTH_NAME})\b\.?,?\s)?(?:19|20)[0-9]{{2}}(?:\s?[-–—/]+\s?(?:19|20)?[0-9]{{2}})?\.?\s*$",
    re.IGNORECASE,
)
# What a catalogue adds: "Boats [published correction appears in …]", "Boats / Ann Quill",
# "Boats (Lecture Notes in Carpentry, 12)", "Boats (Annals of Carpentry 12)", "Boats (best paper)".
_REMARK: Final = regex(
    r"(?<=[\w”\"’')\]?!])\sby\s(?:[A-Z]\.[\s-]?){1,3}[A-Z][\w’'-]+\s*$"
    r"|(?<=[\w”\"’')\]?!$])\s/\s(?:by\s)?[A-Z][\w.'’-]+(?:\s?[,;]?\s[\w.'’&-]+){1,9}\s*$"
    r"|(?<=[\w”\"’')\]?!])\s/\s(?:(?:newly|also)\s)?(?:translated|edited|selected|written|compiled|revised"
    r"|collected|introduced|übersetzt|herausgegeben|traduit|traducción)\s[^/]{4,100}$"
    r"|(?<=\w)\s\([A-Z]{2,6},?\s[0-9]{1,4}\)\s*$"
    r"|(?<=\S)\s\((?=[^()]{0,90}\b(?:Journal|Annal(?:s|en|es)|Proceedings|Transactions|Letters|Acta"
    r"|Bulletin|Memoirs|Archives?|Archiv|Zeitschrift|Berichte|Revue|Rivista|Revista|Tidskrift"
    r"|Rendiconti|Izvestiya|Uspekhi)\b)[A-Z][^()0-9]{6,80}\s[0-9]{1,4}\)\s*$"
    r"|(?<=\S)\s\((?:[A-Z]\w*\s|[a-z]{3,9}\s){0,3}(?:[Bb]est|[Oo]utstanding|[Dd]istinguished)"
    r"\s(?:[a-z]{3,9}\s)?[Pp]aper\b[^()]{0,40}\)\s*$"
    r"|(?<=\w)\s\([A-Z][^()0-9]{6,80}[,;] (?:[Vv]ol(?:ume|\.)? |[Nn]o\.? )?[0-9]{1,4}\)\s*$|"
    r"(?<=\S)\s+\((?:vol|volume)\b[^()]{0,80}[0-9][^()]{0,40}\)\s*$"
    r"|(?<=\w)\s\((?!(?:Part|Book|Volume|Vol|Chapter)\b)"
    r"(?:[A-Z][a-z]+\s(?:(?:of|the|in|and|for|on)\s){0,2}){2,8}[0-9]{1,4}\)\s*$"
    r"|(?<=\S)\s+\[(?=[^\[\]]{0,120}"
    r"(?:[0-9]|\b(?:correct|errat|publish|reprint|comment|see |with )))[^\[\]]{3,120}\]\s*$"
)
# Where it appeared, after a comma or a point: "Boats, J. Carp. 12 (1999) 3-9".
_CITED: Final = regex(
    r"(?<=[\w)\]])[,.]\s(?=[A-Z])(?=[^\[\]]{0,300}(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9]))"
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
    r"(?<=[\w)\]])[,.]\s(?=[^,]{0,120}\b(?:Abh|Acad|Am|Ann|Arch|Ber|Biol|Bull|Chem|Comm|Commun|Dokl|Fortschr"
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
    r"\s*[,.;–—-]\s(?![^()]{0,200}\))(?:in:\s\S.{2,200}"
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


def _without_apparatus(title: str) -> str:
    """Return a title without a note of how it was made: who wrote it down, how many volumes it has.

    Such a note has a word of book-making, and else only names, numbers and small words.

    >>> [*map(_without_apparatus, ("Boats, notes by A. Quill", "Boats (HMS Monographs 4)"))]
    ['Boats', 'Boats']
    >>> _without_apparatus("Boats, ships and lectures on rafts")
    'Boats, ships and lectures on rafts'
    """
    for start in islice(_START.finditer(title), _MOST_STARTS):
        note = title[start.end() :]
        if len(note) <= _LONGEST_APPARATUS and _is_apparatus(note):
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
_PAGES: Final = regex(r"(?<=\w),\s[0-9]{1,3}\s?[-–]+\s?[0-9]{1,5}\.?\s*$")
# "Boats (GTM 52)", "Boats (Order No. 123456)", "Boats (JCarp 20, 1064)"
_SERIES: Final = regex(
    r"(?<=\S)\s[\[(](?=[A-Z])[\w.&’' -]{1,60}\s[0-9]{1,4}[,:]\s?[0-9]{1,6}(?:[-–][0-9]+)?[\])]\s*$"
    r"|(?<=\w)\s\((?:[A-Z]{2,6}(?:[-\s]|,\s)(?:vol\.\s)?|(?:[A-Z][a-z]+\s)?[Nn]o\.\s)[0-9]{1,9}\)\s*$"
    r"|(?<=\w)\.?\s\([A-Z]{2,4}[-\s](?P<number>[0-9]{1,3})\),\s[Vv]ol(?:ume|\.)\s(?P=number)\s*$"
)
# Where a judgment is printed: "Quill v. Moss, 347 U.S. 483 (1954)", "Quill v Moss (347 U.S. 483)",
# "Quill v Moss [1932] AC 562", "Quill v Moss (1992) 175 CLR 1".
_REPORTED: Final = regex(
    r"(?<=[\w).])\s\([0-9]{1,4}\s(?:[A-Z][A-Za-z0-9]{0,5}\.?(?:[234]d\b\.?)?\s?){1,4}[0-9]{1,5}\)\s*$"
    r"|(?<=[\w).]),?\s(?:\[(?:1[5-9]|20)[0-9]{2}\]|\((?:1[5-9]|20)[0-9]{2}\))\s"
    r"(?:[0-9]{1,3}\s)?(?:[A-Z][A-Za-z.]{0,8}\s){1,3}(?:\([A-Z][a-z]{1,6}\)\s)?[0-9]{1,5}"
    r"(?:\s\([A-Z][A-Za-z]{1,6}\))?\s*$"
    r"|,\s[0-9]{1,4}\sU\.\s?S\.\s(?:_{2,4}|\([0-9]{1,2}\s[A-Z][a-z]{2,9}\.?\)\s[0-9]{1,5})"
    r"(?:\s\([0-9]{4}\))?\s*$"
    r"|,\s[0-9]{1,4}\s(?:[A-Z][A-Za-z0-9]{0,5}\.?(?:[234]d\b\.?)?\s?){1,4}[0-9]{1,5}(?:\s\([^()]{0,20}[0-9]{4}\))?\s*$"
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
    bare = _without_edition(bare)
    folded = bare.casefold()
    if any(word in folded for word in _ENDINGS):  # as in each of its endings
        bare = _AFTER.sub("", bare)
    boxed = _IN_BRACKETS.search(bare) if bare.endswith((")", "]", ".")) else None
    return bare[: boxed.start()] if boxed and _CATALOGUED.search(boxed[1]) else bare


def _without_edition(title: str) -> str:
    """Return a title without the edition at its end, in any language.

    >>> _without_edition("Úvod do algebry, 2. vyd."), _without_edition("代数学（第二版）")
    ('Úvod do algebry', '代数学')
    """
    begin = max(len(title) - _LONGEST_EDITION, 1)
    for sign in _BEFORE_EDITION.finditer(title, begin):
        if is_edition(title[sign.end() :].strip(" )]）.")):
            return title[: sign.start()]
    return title


_LONGEST_EDITION: Final = 30
_BEFORE_EDITION: Final = regex(r"\s?[,.;:–—]\s+|\s?[(\[（]|\s(?=第)")

_BEFORE_COUNT: Final = frozenset("0123456789§CcIVX(")
_ENDINGS: Final = (
    "aufl", "ausgabe", "edi", " ed", "izd", "uitgave", "wyd", "éd", "trans", "trad", "übers",
    "p.", "cura", "preface", "foreword", "introduction", "afterword",
    "doi", "pmid", "isbn", "arxiv", "http",
)  # fmt: skip


def _without_series(title: str) -> str:
    return _REMARK.sub("", title)


_OTHER_REMARKS: Final = (
    ("apparatus", _without_apparatus),
    ("catalogue", _without_catalogue),
    ("series", _without_series),
)
# Each note of a venue has a year; a look for a digit takes a hundredth of the time.
_DIGIT: Final = regex(r"[0-9]")
# A word of a catalogue in brackets: "Boats (A. Quill, Trans.)", "Boats (Tech. Rep. 12)".
_CATALOGUED: Final = regex(
    r"\b(?:auflage|aufl|ausgabe|bearb|diss|dissertation|doi|ed|eds|edicao|edición|edition|edição"
    r"|editor|edizione|hrsg|isbn|izd|memo|patent|phd|ph\.d|press|publisher|rep|report|series|technical"
    r"|thesis|trad|trans|transl|translated|translator|uitgave|upplaga|verlag|working paper|wydanie"
    r"|éd|édition|übers|überarb|v[0-9]+(?:\.[0-9]+)+|(?:paper|preprint|note)\s(?:no\.?\s)?[0-9]+"
    # What was said of a paper, in indexes of statistics: "(C/R: p22-37)", "(Disc: p38-49)".
    r"|(?:c/r|com|disc|corr)\s?:.{0,30}\bp\.?\s?[0-9]+(?:[-–][0-9]+)?)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = regex(r"(?<=\S)\s*[(\[]([^()\[\]]{2,120})[)\]]\.?\s*$")
# The same words after a sign: "Boote, 3. Auflage", "Boats, translated by A. Quill".
_AFTER: Final = regex(
    r"\s?[,.;:–—]\s(?:(?:[0-9]{1,2}(?:\.,?|[aeªº]\.?|ème|ª)?|prima|seconda|terza|première|deuxième|segunda"
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
