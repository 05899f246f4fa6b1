"""Whether names in an entry list its authors, and whether words say where those work."""

from __future__ import annotations

import re

from refcore.model.people import Person
from refcore.names.groups import ORGANISATIONS, is_institution
from refcore.names.running import NameList, surely_names
from refcore.text.patterns import regex

__all__ = [
    "are_authors",
    "are_places",
    "is_person",
    "is_person_or_authors",
    "is_place",
    "place_after",
]

_PLACE = regex(
    r"\b(?:universit\w*|institut\w*|laborator\w*|labs?|college|school|department|academy|research"
    r"|inc|corp|ltd|gmbh|google|deepmind|microsoft|meta|facebook|openai|nvidia|amazon|apple|alibaba"
    r"|tencent|baidu|bytedance|huawei|ibm|intel|adobe|samsung|mit|eth|epfl|inria|cmu|ucla|ucsd|uc"
    r"|kaist|cnrs|hospital|centre|center|foundation|company|group|team|ai)\b",
    re.IGNORECASE,
)
_AFTER = regex(r",\s+([^,;:()\n.]{2,60})")
_SCHOOL = regex(
    r"(?:(?:the\s)?(?:university|institute|department|school|college|faculty)\sof\b|dept\b"
    r"|[^\W\d_]+\s(?:[^\W\d_]+\s)?(?:university|institute)\b)[^.:]{0,60}\Z",
    re.IGNORECASE,
)
# "¹ETH Zürich": a footnote to the names.
_NUMBERED = regex(
    r"[\u00b2\u00b3\u00b9\u2070-\u2079*†‡§]|[0-9]\s?[^\W\d].*" + _PLACE.pattern, re.IGNORECASE
)


def are_authors(names: NameList) -> bool:
    """Return whether names are several people, or one person and others, and not places."""
    first = names.names[0]
    elided = bool(names.others) and len(names.names) == 1 and isinstance(first, Person)
    if not (surely_names(names) or elided):
        return False
    places = sum(bool(_PLACE.search(name.name)) for name in names.names)
    return places * 2 < len(names.names) or len(names.names) == 1


def is_person(names: NameList) -> bool:
    """Return whether a list begins with a person with a given name, and no others follow."""
    first = names.names[0]
    return isinstance(first, Person) and bool(first.given) and not names.others


def is_person_or_authors(names: NameList) -> bool:
    """Return whether names are the authors of an entry, or one person alone."""
    return are_authors(names) or (len(names.names) == 1 and is_person(names))


def are_places(text: str) -> bool:
    """Return whether the text after names is where they work: "— MIT, Google".

    >>> are_places("— MIT, Google"), are_places("— a study of moss")
    (True, False)
    """
    rest = re.match(r"\s*[—–(|@-]\s*(?P<places>[^\n]{2,200}?)[\s)*_]*\Z", text)
    places = re.split(r"[,;&/|]|\band\b", rest["places"]) if rest else []
    return bool(places) and all(
        is_institution(place.strip()) or _PLACE.search(place) for place in places if place.strip()
    )


def place_after(text: str, end: int) -> bool:
    """Return whether an organisation follows names after a comma: "Bo Fei, Google DeepMind".

    >>> place_after("Bo Fei, Google DeepMind", 6), place_after("Bo Fei, Mo Far", 6)
    (True, False)
    """
    found = _AFTER.match(text, end)
    place = found[1].strip(" .*_") if found else ""
    return is_institution(place) or place.partition(" ")[0].casefold() in ORGANISATIONS


def is_place(text: str) -> bool:
    """Return whether a text is a company, a university, or a footnote to names.

    >>> is_place("Fudan University"), is_place("¹ETH Zürich"), is_place("On the Form of Things")
    (True, True, False)
    """
    short = len(text.split()) < 3 and _PLACE.search(text)
    return bool(_NUMBERED.match(text) or short or _SCHOOL.match(text))
