"""Notes that are no part of a title: notices, editions, kinds, what pages put around it."""

from __future__ import annotations

import re
from typing import Final

from refcore.compare.titles.volumes import may_count_volumes, without_volumes
from refcore.compare.titles.words import plain_title, title_words
from refcore.text.idforms import ANY_ARXIV, ARXIV_ID, OLD_ARXIV
from refcore.text.numberwords import ORDINALS
from refcore.text.patterns import regex

__all__ = ["answers", "bare_title", "corrects", "has_notice", "may_have_notes", "with_series_first"]

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
    r"\s*+[\])]?\.?\s*$",
    re.IGNORECASE,
)
_NOTICE_ENDS: Final = ("action", "ection", "enda", "endum", "rrata", "rratum", "article")
# What a search engine or arXiv's page puts before a title: "[PDF] Boats", "[2001.00001] Boats".
_FOUND_AS: Final = regex(
    r"\s*(?:[\[(](?:pdf|html|ps|doc|book|citation|[bc]|[0-9]{1,3}\+?)[\])]\s*){1,3}(?=\w|[\"“‘'$])"
    r"|\s*\[[A-Z]{1,2}(?:/OL)?\]\s+(?=\w)|\s*microsoft word\s-\s|\s*view of\s(?=(?:\S+\s){3})"
    r"|\s*[\w.-]{2,39}/(?P<repo>[\w.-]{2,60}):\s+(?=\w+\s+\w+|(?P=repo)\b)|\s*[A-Z]{1,4}0[0-9]{2,4}[:.]?\s+(?=[A-Z])"
    rf"|\s*\[(?:arXiv:)?{ARXIV_ID}\]\s*(?=\w|[\"“‘'])|\s*arXiv:\s?{ANY_ARXIV}[.,:]?\s(?=\w)"
    rf"|\s*{OLD_ARXIV}[.,:]?\s(?=\w)",
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
    rf"\s\|\s.*$|\s+(?:[-–—]|on|::?)\s+(?:{_SITES})\s*$|\s:\sFree Download.*$"
    r"|\s(?:HHS|NIH) Public Access\s*$",
    re.IGNORECASE,
)
# The section of a journal, in capitals: "BOTANY. How boats grow".
_SECTION: Final = regex(r"\s*[A-Z][A-Z &-]{3,30}\.\s+(?=[A-Z][a-z]|A\s)")
_EDITION: Final = regex(
    r"\s*[\[(](?:(?:extended|student|invited|full|long|short|technical|conference|journal|"
    r"preliminary|revised|author'?s?|abridged) )?"
    r"(?:abstract(?: reprint)?|version|paper|report|talk|draft|preprint|reprint"
    r"|review|(?:ph\.? ?d\.?|master['’]?s?|doctoral|diploma) (?:thesis|dissertation)"
    r"|tutorial|poster|demo(?:nstration)?|keynote|oral"
    r"|supplementary material|supplement|(?:chapter|ch\.) ?[0-9]{1,3}"
    r"|(?:1[5-9]|20)[0-9]{2}(?:[/–-](?:1[5-9]|20)?[0-9]{2}){0,2}"
    r"|(?:[0-9]{1,2}|two|three|four|five)[ -]vol(?:ume)?s?\.?(?: set)?"
    r"|vols?\.? [0-9]{1,3}[-–][0-9]{1,3}"
    r"|v[0-9]{1,2}(?:\.[0-9]{1,2})?|(?:poster|abstract|talk|paper|oral) (?:no\.? ?|\#)?[0-9]{2,4}"
    rf"|{OLD_ARXIV}"
    r"|(?:arXiv|DOI|PMID|ISBN)[: ][^()\[\]\s]{4,60}|arXiv|bioRxiv|medRxiv|chemRxiv|SSRN|CoRR"
    r"|under (?:submission|revision|review)|track [0-9]|universitext|use r!"
    r"|retracted|withdrawn|(?:[a-z0-9]{3,12} ){0,2}(?:printing|re-?issue)"
    r"|[^()\[\]]{0,60}\b(?:series|edition|edn?\.?|monographs|classics|library"
    r"|books(?: on [a-z]+)?))"
    r"[\])]\s*$",
    re.IGNORECASE,
)
# "Boats, vol. 3 of Carpentry"
_VOLUME_OF: Final = regex(
    r",\s(?:vol(?:ume|\.)?|book|band|tome)\s(?:[0-9]{1,3}|[IVX]{1,6})\s(?:of|in)\s"
    r"[A-Z][^,;:]{3,60}\s*$"
)
# "Boats, 3rd edition"
_EDITION_AFTER: Final = regex(
    r"[,.;:]?\s*+[,(–—-]?\s*+(?:[0-9]{1,2}(?:st|nd|rd|th)"
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
    r"[^\w\s'’-]|\s第|[¹²³⁴]|\s-|\bed|^\s*chapter\s|^(?:[0-9]{1,3}|[IVX]{1,6})\s(?:the|an?|on)\s"
    r"|^view of\s|\son\sjstor|[a-z]{3}1\s*$"
    r"|\sby\s\S+\s\S+\s*$|\sin\s[0-9]\svol|^[A-Z]{1,4}0[0-9]{2}",
    re.IGNORECASE,
)


def may_have_notes(title: str) -> bool:
    """Return whether a title has a sign or a word that every note, subtitle and formula has.

    >>> may_have_notes("Boats (ICML 2023)"), may_have_notes("On Boats of the North")
    (True, False)
    """
    return _MAY_HAVE_NOTES.search(title) is not None or may_count_volumes(title)


def bare_title(title: str) -> str:
    """Return a title without the notice before it and the edition after it.

    >>> bare_title("RETRACTED: Boats, 3rd edition")
    'Boats'
    """
    plain = bare = plain_title(title)
    for without in _WITHOUT:
        bare = without(bare)
    return bare if bare != plain else title


def _without_notice(title: str) -> str:
    """Return a title without the notice before or after it.

    >>> _without_notice("Erratum to: Boats"), _without_notice("Boats, correction.")
    ('Boats', 'Boats')
    """
    notice = _NOTICE.match(title)
    bare = title[notice.end() :] if notice else title
    if bare.rstrip(" .)]").casefold().endswith(_NOTICE_ENDS):
        bare = _NOTICE_AFTER.sub("", bare)
    return bare


def _without_finder(title: str) -> str:
    """Return a title without what a search engine, a page or a section puts around it.

    >>> _without_finder("[PDF] Boats - PubMed"), _without_finder("BOTANY. Boats of moss")
    ('Boats', 'Boats of moss')
    """
    bare = title
    may_be_found = bare[:1] in "[(VvAa" or "/" in bare or bare[:6].isupper() or " - " in bare
    if may_be_found and (found := _FOUND_AS.match(bare)):
        bare = bare[found.end() :]
    bare = _ON_SITE.sub("", bare)
    if ". " in bare and (section := _SECTION.match(bare)):
        bare = bare[section.end() :]
    return bare


def _without_boxes(title: str) -> str:
    """Return a title without a note in brackets on its medium, its kind or its edition.

    >>> _without_boxes("Boats [text] : a guide"), _without_boxes("Boats (Extended Abstract)*")
    ('Boats : a guide', 'Boats')
    """
    bare = title
    if "[" in bare:
        bare = _KIND_BY_LETTER.sub("", bare)
    if bare[-2:-1] in _CLOSING:  # a star behind the bracket
        bare = bare.rstrip("*†‡ ")
    if "[" in bare:
        bare = _DESCRIBED.sub("", _MEDIUM.sub("", bare))
    if bare.rstrip().endswith((")", "]")):
        bare = _EDITION.sub("", bare)
    return bare


def _without_edition(title: str) -> str:
    """Return a title without its edition, in words or in numbers.

    >>> _without_edition("Boats, 2nd ed., revised"), _without_edition("Boats")
    ('Boats', 'Boats')
    """
    folded = title.casefold()
    if title[-1:] not in _EDITED and not any(word in folded for word in _OF_EDITIONS):
        return title
    bare = _EDITED_HOW.sub(r"\g<edition>", title)
    without = _EDITION_AFTER.sub("", bare)
    bare = without if without != bare else _EDITION_NAMED.sub("", bare)
    return _EDITION_INSIDE.sub(":", bare) if ":" in bare else bare


# Each note of an edition has one of these, or ends with a letter of `_EDITED`.
_OF_EDITIONS: Final = (" ed", " vol", "version", "printing", ", in ")


def _without_end(title: str) -> str:
    """Return a title without a volume, a kind, names of files, a writer or a mark at its end.

    >>> _without_end("Boats, vol. 3 of Carpentry"), _without_end("“Boats of bogs” by Ann Quill")
    ('Boats', '“Boats of bogs” by Ann Quill')
    """
    bare = _VOLUME_OF.sub("", _without_kind(title))
    if "\\" in bare or "." in bare[-5:-2]:
        bare = _OF_FILES.sub("", bare)
    if bare[:1] != "“" and bare.rstrip(".,")[-1:] in _QUOTED_END and (said := _SAID_BY.match(bare)):
        bare = said[1]
    if "," in bare:
        bare = _ARTICLE_LAST.sub("", bare)
    if len(bare) > _LONGEST_BEGIN and _MARK.search(bare):
        bare = _RUN_ON.sub("", bare)
    return bare if bare[-1:].isalpha() else _FOOTNOTE.sub("", bare)


_WITHOUT: Final = (
    _without_notice,
    _without_finder,
    _without_boxes,
    without_volumes,
    _without_edition,
    _without_end,
)
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


def corrects(title: str) -> bool:
    """Return whether a title is that of a correction or a retraction, and not of a work itself.

    A work that was retracted has its own title behind "RETRACTED:". A place in brackets behind
    "Erratum" says where one appeared.

    >>> corrects("Author Correction: Lamps"), corrects("Lamps (Erratum)")
    (True, True)
    >>> corrects("RETRACTED: Lamps"), corrects("Lamps [Erratum: Moss 3, 7]")
    (False, False)
    """
    plain = plain_title(title)
    return bool(_CORRECTS.match(plain) or _CORRECTION_AFTER.search(plain))


_CORRECTION: Final = (
    r"(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|addend(?:um|a)|retraction(?: notes?| notice)?"
    r"|notice of retraction|expression of concern)"
)
_CORRECTS: Final = regex(
    rf"[\[(]?(?:authors?['’]?s? |publishers?['’]?s? |editorial )?{_CORRECTION}"
    r"(?:(?: to| of| for)?(?:[\])]?\s?[:.–—-]|\s?[“\"‘‹«])|[\])])",
    re.IGNORECASE,
)
_CORRECTION_AFTER: Final = regex(
    rf"(?:[\[(]|[,.;:–—-] )(?:published |author |publisher )?{_CORRECTION}[\])]?\.?$",
    re.IGNORECASE,
)
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
    r"(?:with (?:[0-9]{1,3} )?(?:(?:cd|dvd)s?(?:-roms?)?|video|audio|figures"
    r"|illustrations|maps|plates|errata|erratum)"
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


# Sections of journals, which are printed before the titles of their articles.
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
        "editorial",
        "guest editorial",
        "history of medicine",
        "images in clinical medicine",
        "in memoriam",
        "interactive medical case",
        "lesson of the week",
        "mechanisms of disease",
        "medical intelligence",
        "medical progress",
        "molecular medicine",
        "news and views",
        "primary care",
        "research highlight",
        "research update",
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
    return bool(words & _KINDS) and words <= _KINDS | _OF_KINDS and words - {"a"} != {"review"}


_ASIDE: Final = regex(r"^\s*([^()\[\]]{3,300}?)\s*[(\[]([^()\[\]]{3,300})[)\]]\.?\s*$")


def with_series_first(title: str) -> str:
    """Return "Boats: Sails" for "Sails (Boats)": a series before its volume, or after it.

    >>> with_series_first("Sails (Course of Boats, Vol. 1)")
    'Course of Boats, Vol. 1: Sails'
    """
    found = _ASIDE.match(title)
    return f"{found[2]}: {found[1]}" if found else title
