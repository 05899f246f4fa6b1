"""The people beside the title of a note whom its reader did not read.

A note has no fixed form: a name may be on a line, in brackets, in a cell or in a sentence. So the
words around the title are cut at every mark, and a piece in the form of a name, or of a list of
names, may be the authors. What a sentence says that its people did otherwise ("read by Ada Berg")
is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcore.compare.fold import fold
from refcore.model.noted import Noted
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution, looks_like_group
from refcore.names.places import is_country, is_region, is_town
from refcore.names.rarewords import RARE_IN_NAMES
from refcore.names.shape import is_name, may_list_people
from refcore.names.titlewords import is_title_word
from refcore.records.record import Record
from refcore.text.letters import EAST_ASIAN
from refcore.text.months import MONTHS, SEASONS
from refcore.text.patterns import regex

__all__ = ["are_others", "folded", "stray_people"]

_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NAME = r"(?<!\w)[^\W\d_a-z][\w'’-]{1,40}(?:\s[^\W\d_a-z][\w'’.-]{0,40}){1,3}"
_TITLE_WORD = regex(r"[^\W_]+(?:['’][^\W\d_]+)*")
# "Ana Gil, Jo Roth and Bo Fei", anywhere.
_LISTED = regex(rf"{_NAME}(?:\s?(?:,|&|,?\sand)\s{_NAME}){{1,300}}")
_PERSON = regex(_NAME)
# "J. Roth", "Roth, J.", "J.-P. Roth"
_INITIALED = regex(
    r"(?<![\w.])(?:(?:[^\W\d_a-z]\.[-\s]?){1,3}(?:(?:van|von|de|der|den|di|da)\s){0,2}"
    r"[^\W\d_a-zA-Z]?[^\W\d_][\w'’-]{1,40}|[^\W\d_a-z][\w'’-]{1,40},\s(?:[^\W\d_a-z]\.[-\s]?){1,3})"
)
# Marks at which a name ends, apart from those inside a list of names.
_MARKS = regex(
    r"[\n\x1f|()\[\]{}<>\"“”«»*_`~…:：。！•·→⇒➡!?%©^\\]|(?<!\bh)/|\s(?:[-–—=]{1,3}|@)\s|\s?—\s?"
    r"|(?<=[^\W\d_][^\W\d_])\.(?:\s|\Z)|^\s*[-+#]+\s|\b(?:arxiv|doi|link|pdf)\b",
    re.MULTILINE | re.IGNORECASE,
)
_ONE = r"[^\W\d_a-z][\w'’-]{0,40}(?:\s[^\W\d_a-z][\w'’.-]{0,40}){0,3}"
_SOME = (
    r"(?P<people>(?:(?:de|van|von)\s(?:de[nr]?\s)?)?"
    rf"{_ONE}(?:[,;]\s{_ONE}){{0,30}}(?:,?\s(?:and|&)\s{_ONE})?)"
)
# "a paper of Ada Berg", "Berg and Fei show that": words that people are before or behind.
_BEHIND = regex(
    rf"\b(?:[Aa]ccording\sto|(?:described|discussed|explained|given|introduced|presented|proved|shown)\sin|as|by|from|(?:attributed|belongs|goes)\sto|met|of|which|with)\s{_SOME}"
)
_AHEAD = regex(
    rf"(?<![\w'’-]){_SOME}(?:['’]s\b|,\swho\b|\s(?:(?:has|have)\s)?(?:argued?|asks?|finds?|found"
    r"|introduced?|presente?d?|proposed?|proved?|publish(?:ed)?|say|shown?|showed|studied|study"
    r"|wrote|written)s?\b)"
)
_JOINS = regex(r"\s*[,;&、，；]\s*(?:and\s)?|\s(?:and|und|et|y|e|и|和)\s")
_LEADS = regex(
    r"(?i:by|from|of|with|and|see|in|the|according\sto|von|par|por|di|door|av|от)"
    r"\s+(?=[^\W\d_a-z])"
)
_AROUND = " \t\r.,;'’‘#+=-–—"
_DATES = regex(r"(?:^|\s)[\d./,’'-]*\d[\d./,’'-]*(?=\s|$)")
# "read by" and "recommended warmly by": what these people did is not the work.
_DONE_BY = regex(
    r"\b(?!(?:(?:co-?)?(?:led|written|authored|proposed|introduced|developed|presented|published)|article|book"
    r"|chapter|essay|lecture|new|novel|paper|preprint|presentation|report|seminar|study|survey|talk|text|thesis|title|work)\b)"
    r"[^\W\d_]{3,20}(?:\s[^\W\d_]{2,20}ly)?\sby\s\Z|\b(?:h/t|via|thanks\sto)\s\Z",
    re.IGNORECASE,
)
# "|, Ada Berg, ICML 2016": what is between commas behind a title.
_AFTER_TITLE = regex(r"\|[\"”’*_]{0,3},\s(?P<one>[^,|\n()]{2,60}?)(?=,\s|\s*[\n(|]|\.?\s*\Z)")
_LONGEST_VERB = 60
_LONGEST_NAME = 60
_MOST_WORDS = 60
_CELTIC = regex(r"(?:[OD]['’]|Ma?c)[^\W\d_a-z]")  # "O'Neil", "McBride"
_CHINESE = regex(rf"[{EAST_ASIAN}]{{2,3}}")
# The first letters of the commonest family names of China, Japan (two letters aside) and Korea.
_EASTERN_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾萧蕭"
    "田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁沈姚卢盧钟鍾姜崔谭譚陆陸汪范廖石韦韋贾賈夏付邹鄒熊白孟秦邱江"
    "尹薛闫雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵钱錢严嚴김이박최정강조윤장임한오서신권황안송류홍"
)
_NO_PERSON = frozenset(
    [month.casefold() for month in MONTHS]
    + [month[:3].casefold() for month in MONTHS]
    + [*SEASONS]
    + "sept monday tuesday wednesday thursday friday saturday sunday".split()
)


def stray_people(noted: Noted, record: Record) -> str:
    """Return the first people beside a title who are no authors of its record, or "".

    >>> from refcore.model.identifiers import ArxivId
    >>> record = Record(id=ArxivId("2401.00001", 1), source="arxiv", title="Of Moss")
    >>> stray_people(Noted("Of Moss, a paper with Helena Berg and Piotr Far"), record)
    'Helena Berg and Piotr Far'
    >>> stray_people(Noted("Of Moss (Yao; Mao; Rochan)"), record)
    'Yao; Mao; Rochan'
    >>> stray_people(Noted("Of Moss, read by Helena Berg and Piotr Far"), record)
    ''
    """
    for title in filter(None, (record.title, *record.titles)):
        beside, near = _beside(noted.text, title), _beside(noted.near, title)
        front = _of_front(noted.front, title)
        listed = (*_in_words(beside), *_after_title(beside))
        found = (*listed, *_pieces(beside), *_pieces(near), *_pieces(front))
        if person := next((x for x in found if are_others(x, record)), ""):
            return person
    return ""


def _of_front(front: str, title: str) -> str:
    """Return what front matter says beside a title that is one of its values.

    >>> _of_front("Of Moss\\nHelena Berg", "Of Moss"), _of_front("On Moss\\nHelena Berg", "Of Moss")
    ('Helena Berg', '')
    """
    rows = front.split("\n") if front else []
    rest = [row for row in rows if folded(row) != folded(title)]
    return "\n".join(rest) if len(rest) < len(rows) else ""


def are_others(people: str, record: Record) -> bool:
    """Return whether words in the form of names are not all those of a record's authors."""
    held = {word for name in record.author_list.names for word in folded(name.name)}
    return not held.issuperset(folded(people))


def folded(text: str) -> list[str]:
    """Return the words of a text without marks of letters, in lower case.

    >>> folded("Zoë d'Orsi")
    ['zoe', 'dorsi']
    """
    return [fold(word) for word in _WORD.findall(text)]


def _beside(text: str, title: str) -> str:
    """Return a text with a sign for each place of a title.

    >>> _beside("Of Moss, by Helena Berg", "Of Moss")
    '|, by Helena Berg'
    """
    words = r"[\W_]{1,3}".join(map(re.escape, _TITLE_WORD.findall(title)[:_MOST_WORDS]))
    return re.sub(words, "|", text, flags=re.IGNORECASE) if words else text


def _in_words(text: str) -> Iterator[str]:
    """Yield what is certainly a person, anywhere in a text.

    >>> list(_in_words("We follow Helena Berg here")), list(_in_words("seen by J. Roth"))
    (['Helena Berg'], [])
    """
    done: list[tuple[int, int]] = []  # the places of people who did something else
    for found in _LISTED.finditer(text):
        if _DONE_BY.search(_before(found)):
            done.append(found.span())
        elif _are_people(found[0]):
            yield found[0]
    yield from _beside_words(text)
    for pattern in (_PERSON, _INITIALED):
        for found in pattern.finditer(text):
            did = any(start <= found.start() < end for start, end in done)
            if did or _DONE_BY.search(_before(found)):
                continue
            if pattern is _INITIALED or _is_person(found[0]):
                yield found[0]


def _after_title(text: str) -> Iterator[str]:
    """Yield the person between commas behind a title: "|, Xqzt Vbrm, ICML 2016".

    >>> list(_after_title("|, Xqzt Vbrm, ICML 2016")), list(_after_title("|, Nature Physics, 2016"))
    (['Xqzt Vbrm'], [])
    """
    for found in _AFTER_TITLE.finditer(text):
        if _is_person_alone(found["one"]):
            yield found["one"]


def _beside_words(text: str) -> Iterator[str]:
    """Yield the people before and after words that go with authors.

    >>> list(_beside_words("Helena Berg and Bo Roth wrote it")), list(_beside_words("Helena Berg"))
    (['Helena Berg and Bo Roth'], [])
    """
    for pattern in (_BEHIND, _AHEAD):
        for found in pattern.finditer(text):
            people, start = found["people"], found.start("people")
            if not _DONE_BY.search(text[max(0, start - _LONGEST_VERB) : start]) and (
                _are_people(people) or _is_person_alone(people)
            ):
                yield people


def _before(found: re.Match[str]) -> str:
    """Return the text before a match, up to the verb that may be there."""
    return found.string[max(0, found.start() - _LONGEST_VERB) : found.start()]


def _pieces(text: str) -> Iterator[str]:
    """Yield the pieces between marks that are names, or lists of names, and nothing else.

    >>> list(_pieces("2024 | Xqzt Vbrm — Yao; Mao (Oral)"))
    ['Xqzt Vbrm', 'Yao; Mao']
    """
    start = 0
    for mark in (*_MARKS.finditer(text), None):
        end = mark.start() if mark else len(text)
        piece = text[start:end]
        done = _DONE_BY.search(text[max(0, start - _LONGEST_VERB) : start])
        start = mark.end() if mark else end
        bare = _DATES.sub(" ", piece).strip(_AROUND)
        if lead := _LEADS.match(bare):
            bare = bare[lead.end() :]
        if not done and bare and (_are_people(bare) or _is_person_alone(bare)):
            yield bare


def _are_people(text: str) -> bool:
    """Return whether words are a list of people, or one with the family name first.

    >>> [_are_people(x) for x in ("Yao; Mao; Rochan", "Okonkwo, Chidi", "Google, Oxford")]
    [True, True, False]
    """
    if not may_list_people(text):
        return False
    parts = _JOINS.split(text)
    eastern = all(_is_eastern(x) for x in parts if _CHINESE.search(x))
    return eastern and not any(map(_is_elsewhere, parts))


def _is_eastern(text: str) -> bool:
    """Return whether a word is a name of two or three Chinese or Korean letters.

    >>> _is_eastern("李明"), _is_eastern("官方代码"), _is_eastern("김철수")
    (True, False, True)
    """
    return bool(_CHINESE.fullmatch(text.strip())) and text.strip()[0] in _EASTERN_FAMILIES


def _is_elsewhere(text: str) -> bool:
    """Return whether a text is a place, a body of people or a date.

    >>> _is_elsewhere("Oslo"), _is_elsewhere("June 2024"), _is_elsewhere("Ada Berg")
    (True, True, False)
    """
    words = text.casefold().split()
    place = is_town(text) or is_country(text) or is_region(text)
    return place or is_institution(text) or looks_like_group(text) or bool(_NO_PERSON & {*words})


def _is_person(text: str) -> bool:
    """Return whether two to four words are certainly a person's name.

    >>> _is_person("Benedict Anderson"), _is_person("Kyoto University"), _is_person("Deep Words")
    (True, False, False)
    """
    words = text.split()
    is_known = is_given(words[0].casefold()) or is_family(words[-1].casefold())
    return is_known and _is_person_alone(text)


def _is_person_alone(text: str) -> bool:
    """Return whether words on their own have the form of a person's name.

    >>> [_is_person_alone(x) for x in ("Xqzt Vbrm", "O'Neil", "van der Berg", "李明", "Oral")]
    [True, True, True, True, False]
    """
    words = text.split()
    if not 0 < len(words) < 5 or len(text) > _LONGEST_NAME or _JOINS.search(text):
        return False
    if _is_elsewhere(text):
        return False
    if any(is_title_word(word) or word.casefold() in RARE_IN_NAMES for word in words):
        return False
    if _CHINESE.search(text):
        return _is_eastern(text)
    if any(word.isupper() and len(word) > 2 for word in words) and not text.isupper():
        return False
    if len(words) == 1:
        return is_name(text, single=True) and (is_family(text) or bool(_CELTIC.match(text)))
    return is_name(text)
