"""The names of a reading as authors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from refcore.model.people import Authors, Group
from refcore.names.customs import SURNAMES_FIRST, VIETNAMESE, is_particle
from refcore.names.familynames import is_family
from refcore.names.filed import in_either_order
from refcore.names.givennames import is_given
from refcore.names.groups import looks_like_group
from refcore.names.shape import is_initials
from refcore.text.patterns import regex
from refcore.textlists.namelists import NameList

__all__ = ["are_filed", "authors_of", "order_of"]


def are_filed(names: Iterable[str]) -> bool | None:
    """Return whether the references of a list write family names first; None where in doubt.

    >>> are_filed(["Kotler Philip", "Keller Kevin"]), are_filed(["Karim Ali", "Ada Berg", "Ian Su"])
    (True, False)
    """
    orders = {name: order_of(name) for name in names}
    turned = sum(order == 1 for order in orders.values())
    if turned > 1 and -1 not in orders.values():
        return True
    plain = (name for name, order in orders.items() if order == -1 and "," not in name)
    return False if sum(map(_has_given_first, plain)) > turned else None


def _has_given_first(name: str) -> bool:
    first = name.split(" ", 1)[0]
    return first != name and (is_given(first) or is_initials(first))


def authors_of(names: NameList, *, filed: bool | None = None) -> Authors:
    """Return the names of a reading as authors.

    Names without a comma are turned around where given names end them, "Kotler Philip", and
    where the list writes all names so; not where `filed` says that it does not.
    """
    texts = tuple(_with_whole_family(_with_known_family(name)) for name in names.names)
    if len(texts) == 1 and (body := _body(texts[0], is_group=names.form is None)):
        return Authors([Group(body)])
    orders = list(map(order_of, texts))
    if (sum(orders) > 0 and filed is not False) or (filed and -1 not in orders):
        texts = tuple(
            ", ".join(name.split(" ", 1)) if order > -1 else name
            for name, order in zip(texts, orders, strict=True)
        )
    return Authors(in_either_order(texts), names.cut)


# A given name of China, Korea or Taiwan: "Chien-Fu", "Hyung-min".
_SYLLABLE: Final = (
    r"(?:[zcst]h|ts|hs|[bpmfdtnlgkhjqxrzcsyw])?[yw]?[aeiou]{1,3}(?:nn?|ng|rh?|[hklmpt])?"
)
_SYLLABLES: Final = regex(rf"(?=[A-Z])(?i:{_SYLLABLE}-{_SYLLABLE})")


def _with_known_family(name: str) -> str:
    """Return a name with a comma after a family name that two syllables follow.

    >>> _with_known_family("Chen Keh-Jiann"), _with_known_family("Lee Smith-Jones")
    ('Chen, Keh-Jiann', 'Lee Smith-Jones')
    """
    family, _, given = name.partition(" ")
    if family.casefold() not in SURNAMES_FIRST or not _SYLLABLES.fullmatch(given):
        return name
    return f"{family}, {given}"


def _with_whole_family(name: str) -> str:
    """Return a name with a comma after a family name that has a particle with a capital.

    It is behind initials; "Van" is also a given name of Vietnam.

    >>> _with_whole_family("Ada J. F. Ter Braak"), _with_whole_family("Ada J. Van Nguyen")
    ('Ter Braak, Ada J. F.', 'Ada J. Van Nguyen')
    """
    words = name.split()
    if len(words) < _LEAST_WITH_PARTICLE or "," in name or not is_initials(words[-3]):
        return name
    particle, family = words[-2:]
    is_whole = particle[:1].isupper() and particle[1:].islower() and is_particle(particle.lower())
    if not is_whole or not family[:1].isupper() or family.casefold() in VIETNAMESE:
        return name
    return f"{particle} {family}, {' '.join(words[:-2])}"


_LEAST_WITH_PARTICLE: Final = 3


# Words that no person's name in a list has: "Marks and Spencer plc", "William of Blois".
_OF_WHOLE: Final = regex(r" (?:of|for|and|&|plc|Ltd|Inc|GmbH|AG|S\.A\.)(?: |\.?$)")


_SITE: Final = regex(r"[\w-]+\.(?:com|org|net|edu|gov|io)", re.IGNORECASE)
_DATED: Final = regex(r"(?P<body>.*[^\W\d_]) (?:1[5-9]|20)\d\d")


def _body(name: str, *, is_group: bool) -> str:
    """Return the one author of a work where that is no person, or nothing.

    >>> _body("TUG 2017", is_group=True), _body("Poker-Edge.Com", is_group=False)
    ('TUG', 'Poker-Edge.Com')
    >>> _body("Ada Berg", is_group=True)
    ''
    """
    if _SITE.fullmatch(name):
        return name
    dated = _DATED.fullmatch(name) if is_group else None
    if dated:
        return dated["body"]
    return name if is_group and _is_kept_whole(name) else ""


def _is_kept_whole(name: str) -> bool:
    """Return whether what is in an author's place is one name unchanged.

    >>> _is_kept_whole("MINISTÉRIO DA SAÚDE"), _is_kept_whole("Marks and Spencer plc")
    (True, True)
    >>> _is_kept_whole("Wolfram von Eschenbach")
    False
    """
    return (name.isupper() and name.count(" ") > 1) or bool(_OF_WHOLE.search(name))


def order_of(name: str) -> int:
    """Return 1 for a family name before a given name, -1 for the other order, else 0.

    >>> order_of("Szabó Tomasz"), order_of("Philip Kotler"), order_of("Bo Fei")
    (1, -1, 0)
    """
    words = name.split()
    if "," in name or len(words) < 2 or looks_like_group(name) or is_initials(words[0]):
        return -1
    if any(map(is_particle, words)) or words[0].endswith(".") or words[-1].endswith("."):
        return -1
    if words[0].isupper() != words[-1].isupper():
        return 1 if words[0].isupper() else -1  # "BALÁZS Éva", "Éva BALÁZS"
    return is_given(words[-1]) * (not is_family(words[-1])) - is_given(words[0])
