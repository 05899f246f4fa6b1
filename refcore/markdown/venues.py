"""Dates and venues as notes set them beside a title: "2021.3", "Preprint'24", "NeurIPS 2023"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from refcore.text.letters import widened
from refcore.text.months import MONTHS, SEASONS
from refcore.text.patterns import regex

__all__ = [
    "VOLUME",
    "dated_venue_at_end",
    "is_date",
    "is_honour",
    "is_venue_or_date",
    "may_be_dated",
    "year_of",
]

_WORD = regex(r"[^\s,;/()\[\]|–—*_`·:，、；：（）【】]+")
_DATE_WORDS = frozenset(
    [month.lower() for month in MONTHS]
    + [month[:3].lower() for month in MONTHS]
    + ["sept", *SEASONS]
)
_YEAR = r"(?:19|20)[0-9]{2}"
_DATE = regex(
    rf"{_YEAR}(?:[./-][0-9]{{1,2}}){{0,2}}[a-z]?(?:\(v[0-9]\))?|[0-9]{{1,2}}[./-]{_YEAR}"
    rf"|{_YEAR}年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?"
)
# "2000–2015" is a span of time, of which a title speaks.
_RANGE = regex(r"[0-9]{4}\s?[–—/-]\s?[0-9]{4}")
_DAY = regex(r"[0-9]{1,2}(?:st|nd|rd|th)?|v[0-9]{1,2}|['’][0-9]{2}")
# Words of the names of venues; none of them alone is a title.
_VENUES = frozenset(
    "3dv aaai aacl accv acl acm aistats arxiv ase asplos asru bmvc cav cc ccs chi cidr cikm "
    "cogsci coling colm colt conll corl corr cscw cvpr cvprw dac date dsn eacl eccv eccvw "
    "ecir ecml emnlp eurosys fast focs fse globecom hpca icalp icaps icassp icc iccad iccv "
    "iccvw icde icdm iclr icme icml icpr icra icse ieee ijcai ijcnn ijcv imc infocom "
    "interspeech iros isca ismir issta iswc jair jmlr kdd lrec lrec-coling mass miccai micro "
    "mlsys mm mobicom naacl ndss neurips neuroimage nips nsdi oopsla osdi pact pami pldi pnas "
    "pods popl ppopp pvldb ral recsys rss s&p sc sdm semeval sigcomm siggraph sigir "
    "sigmetrics sigmod soda sosp splash stoc tacl taslp tcsvt tip tist tkde tmlr tmm tnnls "
    "tog tois tpami tvcg uai uist usenix vldb wacv wmt wsdm www".split()
)
_AROUND = frozenset(
    "a accepted and appear asia at award best by camera-ready conference conf demo datasets "
    "benchmarks finding findings first honorable honourable highlight in international journal "
    "long main manuscript mention notable of on oral outstanding paper poster pre-print preprint "
    "preprints proc proceedings published ready review runner-up short spotlight submitted "
    "technical report the to top track under vol volume workshop workshops".split()
)
_HONOURS = frozenset(
    "accepted award best candidate demo extended finalist highlight highlights honorable "
    "honourable invited long mention nomination notable oral orals outstanding paper poster "
    "presentation prize runner-up short spotlight spotlights talk test-of-time top".split()
)
_SURE_WORDS = frozenset("preprint preprints pre-print manuscript".split())
_FILED = regex(widened(r"\s*[A-Z][\w'-]+,\s[A-Z]"))
_ACRONYM = regex(widened(r"[A-Z][A-Za-z&+-]{1,14}"))
_WITH_YEAR = regex(rf"([^\W\d_][\w&+-]{{1,16}}?)[-@]?(?:['’‘][0-9]{{2}}|(?<![0-9]){_YEAR})")

_DATED_VENUE = regex(rf"(?<=\s)(?P<venue>[A-Za-z][\w&-]*?)(?:\s?{_YEAR}|\s?['’][0-9]{{2}})\Z")
_LONGEST_VENUE = 24
_MOST_UNKNOWN = 2  # words of a venue that the tables do not have
_LONGEST_NAMES = 500  # of venues and dates
# What follows the name of a journal, and no title: " 3:e103", " **12**(3)", ", 16, 1289–1296".
VOLUME = (
    r"[\s,.]{0,3}(?:[Vv]ol(?:ume)?\.?\s)?[*_]{0,2}[0-9]{1,3}[*_]{0,2}\s?"
    r"(?:\([0-9A-Za-z–-]{1,9}\)|[:,]\s?(?:pp?\.\s?|article\s)?e?[0-9]{2,}|,\s[Ii]ssue\s[0-9])"
)


def may_be_dated(text: str) -> bool:
    """Return quickly whether a text may have a year of four digits: most pieces have none.

    >>> may_be_dated("March 2024"), may_be_dated("On the Form of Things")
    (True, False)
    """
    return "20" in text or "19" in text


def is_date(text: str) -> bool:
    """Return whether a text is a date and nothing else.

    >>> [is_date(text) for text in ("2021.3", "[2024/02]", "March 2024", "2024 things")]
    [True, True, True, False]
    >>> is_date("2000–2015")
    False
    """
    if not may_be_dated(text) or _RANGE.fullmatch(text.strip(" ,;.()[]")):
        return False
    dated = False
    for word in _words(text):
        if not _of_date(word):
            return False
        dated = dated or bool(_DATE.fullmatch(word))
    return dated


def is_honour(text: str) -> bool:
    """Return whether a text only says how a paper was presented or honoured: "Oral", "Best Paper".

    >>> is_honour("Best Paper Award"), is_honour("Spotlight"), is_honour("The Oral Tradition")
    (True, True, False)
    """
    count = 0
    for count, word in enumerate(_words(text), start=1):
        if count > 5 or word.casefold() not in _HONOURS:
            return False
    return count > 0


@functools.lru_cache(maxsize=4096)
def is_venue_or_date(text: str) -> bool:
    """Return whether a text is a venue, a date or both, and nothing else.

    An unknown venue is one or two words in capitals with a year after them.

    >>> [is_venue_or_date(text) for text in ("Preprint'24", "NeurIPS 2023 (Oral)", "FooConf 2021")]
    [True, True, True]
    >>> is_venue_or_date("Attention in 2023 is all of it")
    False
    """
    if len(text) > _LONGEST_NAMES or _RANGE.fullmatch(text.strip(" ,;.()[]")):
        return False
    count = sure = unknown = 0
    has_year = False
    for word in _words(text):
        count += 1
        folded = word.casefold()
        dated = _has_year(word)
        has_year = has_year or dated
        if dated or folded in _VENUES or folded in _SURE_WORDS:
            sure += 1
        elif not (folded in _AROUND or _of_date(word)):
            unknown += 1
            if unknown > _MOST_UNKNOWN or not _ACRONYM.fullmatch(word):
                return False
    known = unknown == 0 or (has_year and count <= 5)
    # "Liu, Cheng-Lin (2018)" is a person and a year.
    return bool(sure) and known and not (unknown == _MOST_UNKNOWN and _FILED.match(text))


def dated_venue_at_end(text: str) -> int:
    """Return where a known venue with its year begins that ends a text, or 0.

    >>> dated_venue_at_end("Berg NeurIPS 2020"), dated_venue_at_end("Berg, ACL'21")
    (5, 6)
    >>> dated_venue_at_end("Berg 2020"), dated_venue_at_end("NeurIPS 2020")
    (0, 0)
    """
    found = _DATED_VENUE.search(text, max(0, len(text) - _LONGEST_VENUE))
    known = found is not None and found["venue"].casefold() in _VENUES
    return found.start("venue") if found and known else 0


def _words(text: str) -> Iterator[str]:
    """Yield the words one by one: for most texts the first shows that they are no venue.

    >>> list(_words("Proc. NeurIPS, 2024"))
    ['Proc', 'NeurIPS', '2024']
    """
    for match in _WORD.finditer(text):
        if bare := match[0].rstrip(".!"):
            yield bare


def _has_year(word: str) -> bool:
    if word.isalpha():
        return False
    return bool(_DATE.fullmatch(word) or _WITH_YEAR.fullmatch(word))


def _of_date(word: str) -> bool:
    if word.isalpha():
        return word.casefold() in _DATE_WORDS
    return bool(_DATE.fullmatch(word) or _DAY.fullmatch(word) or word.casefold() in _DATE_WORDS)


def year_of(text: str) -> int:
    """Return the year in a date or a venue, or 0.

    >>> year_of("Preprint'24"), year_of("NeurIPS 2023"), year_of("in press")
    (2024, 2023, 0)
    """
    if match := re.search(rf"(?<![0-9]){_YEAR}(?![0-9])", text):
        return int(match[0])
    match = re.search(r"['’‘]([0-9]{2})(?![0-9])", text)
    return 2000 + int(match[1]) if match else 0
