"""Names as plain text: ``Aili Chen``, ``Chen, Aili``, ``Peter de With``, ``MiniMax``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from refcore.model.people import Authors, Group, Name, Person

__all__ = [
    "SUFFIXES",
    "is_particle",
    "looks_like_group",
    "parse_authors",
    "parse_list",
    "parse_name",
]

SUFFIXES = frozenset("jr jr. sr sr. ii iii iv junior senior filho neto".split())
_PARTICLES = frozenset(
    "'s 't af al auf aus av bin da dal dalla das de dei del della dello den der des di do dos du "
    "e el ibn la las le les lo los of op ten ter und van vande vanden vander vom von y zu zum "
    "zur".split()
)
_GROUP_WORDS = frozenset(
    "agency alliance association authors center centre collab collaboration collaborations "
    "collective committee community company consortium contributors corporation corp council "
    "department experiment foundation group groups inc initiative institut institute instituto "
    "lab laboratory laboratories labs ltd llc network observatory organisation organization "
    "partnership project research society survey team teams university workshop".split()
)
_PARTS = str.maketrans("-–,.:()", "       ")
_PLURAL_GROUP = re.compile(r"(?:Collaborations|Groups|Teams)$")
# Organisations that sign papers under a name which reads like a word or a person's.
_ORGANISATIONS = frozenset(
    "01.ai adobe alibaba amazon anthropic apple aws baichuan baidu bytedance cerebras cern "
    "character.ai cohere databricks deepmind deepseek eleutherai facebook google huawei "
    "huggingface ibm inclusionai internlm kimi kuaishou linkedin meituan "
    "meta microsoft minimax mistral moonshot mosaicml naver nvidia openai openbmb perplexity "
    "qualcomm qwen salesforce samsung sensetime snowflake sony spotify stepfun "
    "tencent xai xiaomi yandex zhipu".split()
)
_DIVISIONS = frozenset("aws azure brain cloud deepmind fair genai health quantum x".split())
_AI_NAME = re.compile(r"(?:^|[\s.-])(?:AI|LLM|NLP)$|\.(?:ai|com|io|org)$")
_AI_ENDS = ("AI", "LLM", "NLP", ".ai", ".com", ".io", ".org")
_INNER_CAPITAL = re.compile(
    r"(?!(?:Al|Ben|Da|De|Del|Des|Di|Du|El|Fitz|La|Le|Ma?c|Mac|San|St|Van|Von|[DO]['’])[A-Z])[^\W\d_]*[a-z][A-Z]"
)


def is_particle(word: str) -> bool:
    """Tell whether a word is a name particle such as *van* or *de*, in lower case."""
    return word in _PARTICLES or word.rstrip("'’") in ("d", "l", "dell", "all")


def looks_like_group(name: str) -> bool:
    """Tell whether a plain name reads as that of an organisation.

    >>> [looks_like_group(n) for n in ("MiniMax", "Qwen Team", "DeepSeek-AI", "Loki", "Bo Fei")]
    [True, True, True, False, False]
    """
    if not _GROUP_WORDS.isdisjoint(name.translate(_PARTS).lower().split()):
        return True
    if name.endswith(_AI_ENDS) and _AI_NAME.search(name):
        return True
    if "@" in name and " @ " in name:
        return True
    first, _, rest = name.partition(" ")
    if first.casefold() in _ORGANISATIONS:
        return all(word.casefold() in _DIVISIONS for word in rest.split())
    return not rest and bool(_INNER_CAPITAL.match(name) or re.search(r"\d", name))


def parse_name(text: str) -> Name:
    """Read one plain name; given name first, or family name first with a comma.

    Raises `refcore.errors.InvalidName` for an empty one.

    >>> parse_name("Peter H. N. de With")
    Person('Peter H. N.', 'With', non_dropping_particle='de')
    >>> parse_name("Meeks, III, William H.")
    Person('William H.', 'Meeks', suffix='III')
    >>> parse_name("{Google Research}")
    Group('Google Research')
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if name.startswith("{") and name.endswith("}"):
        return Group(name.strip("{}"))
    if looks_like_group(name):
        return Group(name)
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 1:
        return _given_first(name.split())
    if len(parts) > 2:
        suffix = next((part for part in parts[1:] if part.lower() in SUFFIXES), "")
        given = " ".join(part for part in parts[1:] if part and part != suffix)
        return _family_first(parts[0], given, suffix)
    if parts[1].lower() in SUFFIXES:
        person = _given_first(parts[0].split())
        return Person(
            person.given,
            person.family,
            non_dropping_particle=person.non_dropping_particle,
            suffix=parts[1],
        )
    return _family_first(parts[0], parts[1], "")


def _given_first(words: list[str]) -> Person:
    suffix = ""
    if len(words) > 2 and words[-1].lower() in SUFFIXES:
        suffix = words.pop()
    start = len(words) - 1
    while start > 1 and is_particle(words[start - 1]):
        start -= 1
    return Person(
        " ".join(words[:start]),
        words[-1] if words else "",
        non_dropping_particle=" ".join(words[start:-1]),
        suffix=suffix,
    )


def _family_first(family: str, given: str, suffix: str) -> Person:
    words = family.split()
    start = 0
    while start < len(words) - 1 and is_particle(words[start]):
        start += 1
    return Person(
        given,
        " ".join(words[start:]),
        non_dropping_particle=" ".join(words[:start]),
        suffix=suffix,
    )


def parse_list(names: Iterable[str]) -> tuple[Name, ...]:
    """Read plain names one by one; a lone ``:`` is left out and marks a group before it.

    arXiv lists an author ``:`` where a collaboration was written with a colon.

    >>> parse_list(["MiniMax", ":", "Aili Chen"])
    (Group('MiniMax'), Person('Aili', 'Chen'))
    """
    found: list[Name] = []
    for text in names:
        if text.strip() != ":":
            found.append(parse_name(text))
        elif found:
            found[-1] = _as_group(found[-1])
            if len(found) == 2 and _PLURAL_GROUP.search(found[-1].name):
                # "Keck Array and BICEP2 Collaborations:" is split into two authors.
                found[0] = _as_group(found[0])
    return tuple(found)


def _as_group(name: Name) -> Group:
    return name if isinstance(name, Group) else Group(name.name, affiliations=name.affiliations)


def parse_authors(names: Iterable[str], others: bool | int = False) -> Authors:
    """Read plain names into an `Authors` list."""
    return Authors(parse_list(names), others)
