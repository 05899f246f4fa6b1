"""Reads what follows the title: venue, volume, issue, pages, publisher, kind of work."""

from __future__ import annotations

import re
from typing import Final

import attrs

from refcore.text.editions import EDITION_MARK, EDITION_NOUN, edition_number
from refcore.text.idforms import DOI_PREFIX
from refcore.text.letters import widened
from refcore.text.months import MONTH_START, MONTHS
from refcore.text.patterns import regex
from refcore.text.pending import PENDING
from refcore.textlists.partwords import OF_ISSUE, OF_PAGES, OF_PART, OF_VOLUME

__all__ = ["Rest", "read_rest"]

_MEETING: Final = regex(
    r"\b(?:proceedings|proc\b|conference|conf\b|symposium|workshop|advances in neural"
    r"|meeting|congress)",
    re.IGNORECASE,
)
_THESIS: Final = regex(
    r"\b(?:ph\.? ?d\.?|doctoral|master'?s?|m\.? ?sc\.?|diploma)[ .]*(?:thesis"
    r"|dissertation|diss)\b|\bthesis\b|\bdissertation\b",
    re.IGNORECASE,
)
_REPORT: Final = regex(r"\b(?:technical|tech\.|research) rep(?:ort|\.)", re.IGNORECASE)
_IDS: Final = regex(rf"<?https?://\S+|\b(?:doi|DOI)[: ]*10\.\S+|\b{DOI_PREFIX}/\S+")
_VOLUME_ISSUE: Final = regex(
    rf"(?:(?:{OF_VOLUME}) ?)?\b(?P<volume>\d{{1,4}})[,:]? ?[(\[](?:(?:{OF_ISSUE}) ?)?"
    r"(?P<issue>\d{1,3}(?:[–-]\d{1,3})?)[)\]]",
    re.IGNORECASE,
)
_VOLUME: Final = regex(rf"\b(?:{OF_VOLUME}) ?(?P<volume>\d{{1,4}})\b", re.IGNORECASE)
_ISSUE: Final = regex(
    rf"(?<!\w)(?:{OF_ISSUE}) ?(?P<issue>\d{{1,3}}(?:[–-]\d{{1,3}})?)\b", re.IGNORECASE
)
# "179. évf., 5. szám": the number first.
_NUMBER_FIRST: Final = regex(
    r"\b(?P<volume>\d{1,4})\. (?:évf\.|évfolyam|árgangur)"
    r"(?:,? (?P<issue>\d{1,3})\. (?:szám|sz\.))?",
    re.IGNORECASE,
)
_BARE_VOLUME: Final = regex(
    r"(?<=[^\W\d_.)”])[,.:;]? (?P<volume>\d{1,3})(?=[,:;.( ])(?! ?[–-])"
    rf"(?! (?:{MONTH_START}|mai|okt|dez)[a-z]*\b)",
    re.IGNORECASE,
)
# Of medicine: "2018;3(2):101-9", with the month, and an article's number.
_VANCOUVER: Final = regex(
    r"\b(?:19|20)\d\d(?: [A-Z][a-z]{2,3}\.?(?: \d{1,2})?)?; ?(?P<volume>\d{1,4})"
    r"(?:\((?P<issue>[^()]{1,12})\))?: ?"
    r"(?P<pages>[A-Za-z]?\d{1,7}(?:[–-]{1,2}[A-Za-z]?\d{1,7})?)\b"
)
_PAGE: Final = regex(
    r"(?:\bpp?\.? ?|\b[Aa]rt(?:icle|\.)?(?: [Nn]o\.?)? )(?P<page>[A-Za-z]?\d{1,8})\b"
)
# "99, 031301(R) (2019)": the volume, then the first page or the article's number.
_FIRST_PAGE: Final = regex(
    r"[ ,](?P<volume>\d{1,4}), ?(?P<page>[A-Za-z]{0,4}\d{1,7})(?:\([A-Z]\))?"
    r"(?= ?\((?:19|20)\d\d\)|[.,]?\s*$)"
)
_LOOKED_UP: Final = regex(
    r"(?:^|[\s,.;(\[])(?:last )?(?:accessed|retrieved|visited|abgerufen|consulté)\b"
    r"(?=:? (?:(?:on|am|le|from) )?(?:\d|[A-Z]|https?:)).*",
    re.IGNORECASE | re.DOTALL,
)
_PAGES: Final = regex(
    r"(?<![\d/.-])(?P<first>[A-Ze]?\d{1,6}(?::\d+)?) ?[–-]{1,2} ?"
    r"(?P<last>[A-Ze]?\d{1,6}(?::\d+)?)(?![\d/-]|\.\d)"
)
_DASHES: Final = regex(r"[–-]{1,2}")
_YEAR: Final = regex(r"(?:19|20)\d\d")
_DAYS: Final = regex(r"(?:[A-Z][a-z]{2,8}\.?,? |\d-)$")
# "BCP 26, RFC 8126": the numbers of a document, which are no volumes.
_SERIAL: Final = regex(
    r"\b(?:BCP|FYI|STD|RFC) \d{1,4}\b[.,]? ?|\b(?:Work in Progress|Internet-Draft), "
)
# "(in press)", "To appear in The Lancet"
_PENDING: Final = regex(
    rf"[(\[]{PENDING}[)\]][.,]? ?|\b{PENDING}(?:(?P<venue> in:? )(?=[A-Z])|[.,;] |\W*$)",
    re.IGNORECASE,
)
_STANDARD_NUMBER: Final = regex(r"[.,;]?\s?\bIS[BS]N(?:-1[03])?:? ?\d[\dXx -]{6,20}")
_LABELLED: Final = regex(rf"(?:(?<!\w)(?:{OF_PAGES})|:) ?$", re.IGNORECASE)
# "2. vyd.", "(3.ª ed.)", "2., überarb. Aufl."
_EDITION: Final = regex(
    rf"\(?\d{{1,2}}{EDITION_MARK}?(?:,? [^\W\d_]{{1,12}}\.?){{0,4}}? ?{EDITION_NOUN}\b\.?\)?",
    re.IGNORECASE,
)
# "Praha: Academia, 2010", "Paris : Dunod": a place and a publisher, with no journal's numbers.
_IMPRINT: Final = regex(
    widened(
        r"(?!(?:Available|Accessed|Online|Source|Type|Version)\b)"
        r"(?P<place>[A-Z][\w'’-]+(?: [\w'’-]+){0,3}(?:, [A-Z]{2,3})?) ?: "
        r"(?P<name>[A-Z][^,.;:()\[\]\d]{1,70})(?=[,.;]|\s*[(\[\d]|\s*$)"
    )
)
_ONLY_DATE: Final = regex(
    r"(?:19|20)\d\d[a-z]?"
    rf"|(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}|(?:{MONTH_START})\.?)(?: \d{{1,2}})?"
)
_END_OF_VENUE: Final = regex(
    rf"[.;] |, (?=(?:{OF_PART}|[hnstv]\b) ?\d)"
    r"|[,:]? (?=\(?\d{1,4}\)?(?:[,:;.()\s]|$))"
    r"|[,.]? (?=vol\b|\(?eds?\b)| \((?=[^()]*\d)|[,.;] ?(?=https?:|doi|arxiv|available)|\.$",
    re.IGNORECASE,
)
# "J. Mach. Learn. Res.", "Proc. NAACL"
_ABBREVIATED: Final = regex(r"(?:[A-Z]{2,6} )?(?:[A-Z][a-z]{0,6}\. ){1,12}(?=[A-Z])")
_EDITORS: Final = regex(
    r"(?:^|, )(?:edited by|ed\. by|eds?\.|hrsg\. von)|\((?:eds?|hrsg|editors?)\.?\)"
    r"|, eds?\.|, editors?\b",
    re.IGNORECASE,
)
_PUBLISHER: Final = regex(
    r"(?:^|[.,;:(] ?)(?P<name>[A-Z][\w&.’' -]{0,40}?(?:Press|Springer|Verlag|Publish\w*"
    r"|University|Books)"
    r"|Springer|Elsevier|Wiley|ACM|IEEE|AAAI Press|PMLR|MIT Press|Routledge"
    r"|Morgan Kaufmann|Birkhäuser)(?=[\s.,;:)]|$)"
)


@attrs.frozen
class Rest:
    """What a reference says after its title."""

    type: str = "document"
    venue: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""


def read_rest(text: str, has_id: bool = False) -> Rest:
    """Read what is after the title.

    >>> found = read_rest(". Journal of Words, 12(3), 45–67.")
    >>> found.type, found.venue, found.volume, found.issue, found.pages
    ('article-journal', 'Journal of Words', '12', '3', '45-67')
    """
    plain = _IDS.sub("", text)
    plain = _STANDARD_NUMBER.sub("", plain)
    plain = _SERIAL.sub("", plain)
    plain = _PENDING.sub(lambda found: "In " if found["venue"] else "", plain)
    body = _LOOKED_UP.sub("", plain.lstrip(' .,;:”"»’)?!–-/'))
    edition = _EDITION.match(body)
    body = body[edition.end() :].lstrip(" .,;:)") if edition else body
    is_part = re.match(r"(?:In|in|En|Dans)[: ] ?(?=\S)", body)
    body = body[is_part.end() :] if is_part else body
    medical = _VANCOUVER.search(body)
    pages = _DASHES.sub("-", medical["pages"]) if medical else _pages(body)
    volume, issue = (medical["volume"], medical["issue"] or "") if medical else _volume(body)
    kind = _type(body, volume or issue, is_part=bool(is_part), has_id=has_id)
    imprint = _IMPRINT.match(body) if kind == "document" else None
    if imprint:
        number = edition_number(edition[0].strip(" .,;")) if edition else ""
        place, name = imprint["place"], imprint["name"].strip()
        return Rest("book", publisher=name, place=place, edition=number)
    venue = _venue(body, kind, is_part=bool(is_part))
    publisher = next((one["name"].strip() for one in _PUBLISHER.finditer(body)), "")
    if publisher and venue.endswith(publisher):
        venue = "" if venue == publisher else venue
    return Rest(kind, venue, volume, issue, pages, publisher if publisher != venue else "")


def _pages(body: str) -> str:
    found = [
        m for m in _PAGES.finditer(body) if not _DAYS.search(body[: m.start()]) and not _is_years(m)
    ]
    if not found:
        alone = _PAGE.search(body) or _FIRST_PAGE.search(body)
        return alone["page"] if alone and not _YEAR.fullmatch(alone["page"]) else ""
    marked = [m for m in found if _LABELLED.search(body[max(0, m.start() - 10) : m.start()])]
    match = (marked or found)[-1]
    return f"{match['first']}-{match['last']}"


def _is_years(match: re.Match[str]) -> bool:
    years = [_YEAR.fullmatch(part) for part in (match["first"], match["last"])]
    return all(years)


def _volume(body: str) -> tuple[str, str]:
    """Return the volume and the issue of what follows a title.

    >>> _volume("Journal of Moss 12(3), 4-5"), _volume("vol. 12, no. 3")
    (('12', '3'), ('12', '3'))
    """
    both = _NUMBER_FIRST.search(body) or _VOLUME_ISSUE.search(body)
    if both and not _YEAR.fullmatch(both["volume"]):
        return both["volume"], both["issue"] or ""
    named, issue = _VOLUME.search(body), _ISSUE.search(body)
    before = body[: issue.start()] if issue else body
    bare = None if named else _BARE_VOLUME.search(before) or _FIRST_PAGE.search(body)
    volume = (named or bare)["volume"] if (named or bare) else ""  # type: ignore[index]
    return volume, issue["issue"] if issue else ""


def _type(body: str, number: str, *, is_part: bool = False, has_id: bool = False) -> str:
    """Return the CSL type that the rest of a reference shows; the first sign counts.

    >>> _type("PhD thesis, Oslo", "")
    'thesis'
    >>> _type("Journal of Moss", "12")
    'article-journal'
    """
    if _THESIS.search(body):
        return "thesis"
    if _REPORT.search(body):
        return "report"
    if _MEETING.search(body):
        return "paper-conference"
    if is_part:
        return "chapter"
    if number:
        return "article-journal"
    if has_id:
        return "article"
    return "document"


def _venue(body: str, kind: str, *, is_part: bool) -> str:
    if kind in ("thesis", "report"):
        return ""
    editors = _EDITORS.search(body)
    if is_part and editors and editors[0][:1] in "(,":
        after = body[editors.end() :].lstrip(" .,:;)")
        head = body[: editors.start()]
        body = head if re.search(r"[a-z]{3,} (?:of|in|and|for|on|the) ", head) else after
    first = _ABBREVIATED.match(body)
    ends = _END_OF_VENUE.finditer(body, first.end() if first else 0)
    end = next((one for one in ends if not _is_inside(body, one)), None)
    venue = (body[: end.start()] if end else body).strip(' ,.;:“”"')
    if _ONLY_DATE.fullmatch(venue):
        return ""  # the date of the reference
    return venue if (1 < len(venue) < 300 and venue[:1].isupper()) or venue[:1].isdigit() else ""


def _is_inside(body: str, end: re.Match[str]) -> bool:
    """Return whether a full stop is that of an abbreviation in the name of a journal.

    >>> text = "Phys. Rev. Lett. 12"
    >>> [_is_inside(text, one) for one in re.finditer(r"[.] ", text)]
    [True, True, False]
    """
    if end[0] != ". ":
        return False
    start = end.start()
    before = _SHORTENED.search(f" {body[:start]}" if start < _LOOK else body[start - _LOOK : start])
    return (_GOES_ON if before else _LETTERS).match(body, end.end()) is not None


_LOOK: Final = 6  # the letters of an abbreviation, and what is before it
_SHORTENED: Final = regex(r"[ .][A-Z][a-z]{0,4}$")
_GOES_ON: Final = regex(r"[A-Z][a-z]{0,40}[.\s]|[A-Z][a-z]{1,40},")
_LETTERS: Final = regex(r"[A-Z]{2,10} \d")  # Commun. ACM 60
