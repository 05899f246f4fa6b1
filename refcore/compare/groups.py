"""The comparison of two group names: one organisation, a variant of its name, or another one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from refcore.compare.fold import fold
from refcore.compare.units import are_one_body
from refcore.text.patterns import regex

__all__ = ["core", "group_variant", "on_behalf", "same_group"]

_GENERIC: Final = frozenset(
    "a an and authors behalf collab collaboration collaborations collective consortia consortium "
    "company contributors core corp corporation experiment for gmbh group groups inc lab "
    "labs limited llc lp ltd of on plc project research scientific team teams the working "
    "workshop".split()
)
# Those who make a program: "R Development Core Team" is the R Core Team.
_TEAMS: Final = frozenset("core developers devs maintainers team teams".split())
_DEVELOPING: Final = frozenset("dev developers development devs maintainers".split())
_ANY_TEAM: Final = frozenset(
    "the a our team teams group groups collaboration collaborations authors contributors research "
    "project lab labs scientific working consortium".split()
)
_OWNERS: Final = frozenset(
    "alibaba amazon apple baidu bytedance deepmind google huawei ibm kuaishou meituan meta "
    "microsoft moonshot nvidia salesforce samsung sensetime tencent xiaomi zhipu".split()
)
# Tools that take a group for a person write "Team, Gemini" and "AI, DeepSeek".
_INVERTED: Final = regex(r"(?P<last>[^\W\d_]+),\s*(?P<first>[^,]+)")
_INITIALS: Final = regex(r"(?:[^\W\d_]\.[\s-]*)+|[^\W\d_](?:[\s-]+[^\W\d_])*")
_SHORTENED: Final = regex(r"(?P<first>[A-Z]\.?(?:[\s-]+[A-Z]\.?)*)\s+(?P<last>[^\W\d_]+)")
_WORD: Final = regex(r"[^\W_]+")
# "Planck Collaboration XIII" is the thirteenth paper of a series.
_PAPER: Final = regex(r"(?<=[Cc]ollaboration)\s+[IVXL]+\.?$")
_SITE: Final = regex(r"(?<=\w)\.(?:com|net|org)\b")  # "QGIS.org"
_ON_BEHALF: Final = regex(
    r"(?P<person>.*?)[\s,;]*\(?\b(?:on behalf of|for)\s+(?P<group>(?:the\s+)?[^()]+?)\)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def core(name: str) -> tuple[str, ...]:
    """Return the distinctive words of a group's name, folded.

    >>> core("The LIGO Scientific Collaboration"), core("DeepSeek-AI"), core("GLM-5-Team")
    (('ligo',), ('deepseek',), ('glm', '5'))
    >>> core("R Development Core Team"), core("pandas developers"), core("World Development Bank")
    (('r',), ('pandas',), ('world', 'development', 'bank'))
    """
    words = [fold(word) for word in _WORD.findall(_SITE.sub("", _upright(name)))]
    words = [word for word in words if word]
    if _TEAMS.intersection(words):
        words = [word for word in words if word not in _DEVELOPING] or words
    kept = [word for word in words if word not in _GENERIC]
    if len(kept) > 1 and kept[-1] == "ai":
        kept.pop()
    elif len(kept) > 1 and kept[0] == "ai" and "@" in name:
        kept = kept[1:]  # "AI @ Meta"
    return tuple(kept or words)


def _upright(name: str) -> str:
    """Return the name of a group that is turned around like a person's, upright.

    >>> _upright("Team, Gemini"), _upright("Fei, Bo")
    ('Gemini Team', 'Fei, Bo')
    """
    name = _PAPER.sub("", name)
    found = _INVERTED.fullmatch(name)
    if found and (found["last"].lower() in _GENERIC or found["last"] == "AI"):
        return f"{found['first']} {found['last']}"
    return name


def same_group(one: str, other: str) -> bool:
    """Return whether two names are of one group.

    >>> same_group("Qwen", "Qwen Team"), same_group("CMS-TOTEM", "TOTEM Collaboration")
    (True, True)
    >>> same_group("Google Research", "Google DeepMind")
    False
    """
    left, right = core(one), core(other)
    if (
        left == right
        or "".join(left) == "".join(right)
        or letters_of_name(one) == letters_of_name(other)
    ):
        return True
    if frozenset(left) == frozenset(right):
        return True
    if _half(one, left, right) or _half(other, right, left) or _acronym(one, other):
        return True
    if _without_owner(left) == _without_owner(right):
        return True
    if _initialled(one, other) or _initialled(other, one):
        return True
    if _ends_as(one, other) or _ends_as(other, one):
        return True
    if _head(one) == right or left == _head(other):
        return True
    return _owner(one) == right or left == _owner(other) or are_one_body(one, other)


@lru_cache(maxsize=8192)
def letters_of_name(name: str) -> str:
    """Return the letters of a group's name: "Open AI" is OpenAI, but `core` leaves out the AI.

    >>> letters_of_name("Open AI")
    'openai'
    """
    return "".join(map(fold, _WORD.findall(name)))


def _head(name: str) -> tuple[str, ...] | None:
    # "Gemma Team, Google DeepMind" names the team and the company that owns it.
    head, comma, _ = name.partition(", ")
    return core(head) if comma and _GENERIC.intersection(head.lower().split()[1:]) else None


def _owner(name: str) -> tuple[str, ...] | None:
    """Return the company after a team's name, by which its work is cited, too.

    >>> _owner("Llama Team, AI @ Meta"), _owner("Gemma Team, Google DeepMind"), _owner("Qwen Team")
    (('meta',), ('google', 'deepmind'), None)
    """
    head, comma, owner = name.partition(", ")
    if not comma or not _GENERIC.intersection(head.lower().split()[1:]):
        return None
    return tuple(word for word in core(owner) if word != "ai") or None


def _without_owner(words: tuple[str, ...]) -> tuple[str, ...]:
    # "Alibaba Qwen Team" is the Qwen Team, but an owner's name alone names no team.
    return tuple(word for word in words if word not in _OWNERS) or words


def _initialled(name: str, whole: str) -> bool:
    """Return whether one name is the other with initials for all but the last word.

    Tools that shorten given names turn "Gemini Team" into "Team, G." or "G Team".

    >>> _initialled("G. Team", "Gemini Team")
    True
    """
    found = _INVERTED.fullmatch(name) or _SHORTENED.fullmatch(name)
    if not found or found["last"].lower() not in _GENERIC:
        return False
    if not _INITIALS.fullmatch(found["first"]):
        return False
    words = [word.lower() for word in _WORD.findall(whole)]
    said = [letter.lower() for letter in _WORD.findall(found["first"])]
    begin = [word[0] for word in words if word != found["last"].lower()]
    return found["last"].lower() in words and said in (begin, begin[words[0] == "the" :])


def _ends_as(name: str, whole: str) -> bool:
    # "Core Team" is the Xiaomi LLM-Core Team; "the Team" could be any team.
    short, long = ([word.lower() for word in _WORD.findall(text)] for text in (name, whole))
    if len(short) < 2 or len(short) >= len(long) or set(short) <= _ANY_TEAM:
        return False
    return long[-len(short) :] == short and short[-1] in _GENERIC


def _half(name: str, words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    # arXiv's splitter reduces "CMS-TOTEM Collaboration" to TOTEM.
    return len(words) == 2 and len(part) == 1 and part[0] in words and "-" in name


def _acronym(one: str, other: str) -> bool:
    """Return whether one name is the initials of the other.

    The EHT Collaboration is the Event Horizon Telescope Collaboration.

    >>> _acronym("MIT", "Massachusetts Institute of Technology"), _acronym("MIT", "Mitre")
    (True, False)
    """
    for short, long in ((one, other), (other, one)):
        letters = _bare(_words(short.replace(".", "")))
        if len(letters) != 1 or len(letters[0]) < 3 or not letters[0].isupper():
            continue
        whole = _words(long)
        if letters[0] in (_initials(whole), _initials(_bare(whole))):
            return True
    return False


def _words(name: str) -> list[str]:
    words = _WORD.findall(name)
    return words[1:] if words[:1] in (["The"], ["the"]) else words


def _bare(words: list[str]) -> list[str]:
    """Return the words of a group without general words at the end.

    >>> _bare(["Gemini", "Team"]), _bare(["Team"])
    (['Gemini'], ['Team'])
    """
    end = len(words)
    while end > 1 and words[end - 1].lower() in _GENERIC:
        end -= 1
    return words[:end]


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())


def group_variant(one: str, other: str) -> str:
    """Return in words how two names of one group differ.

    >>> group_variant("Qwen", "Qwen Team")
    'the same group, named without or with words such as The, Team or Collaboration'
    """
    if one.casefold() == other.casefold():
        return "the same group, written in another case"
    words = [[fold(word) for word in _WORD.findall(name)] for name in (one, other)]
    if words[0] == words[1] or "".join(words[0]) == "".join(words[1]):
        return "the same group, spelt with other marks or spaces"
    if core(one) == core(other):
        return "the same group, named without or with words such as The, Team or Collaboration"
    return "the same group under another form of its name"


def on_behalf(text: str) -> tuple[str, str] | None:
    """Split *Dipanwita Dutta for the CMS Collaboration* into person and group.

    The person is empty where only the group is named.

    >>> on_behalf("Dipanwita Dutta for the CMS Collaboration")
    ('Dipanwita Dutta', 'CMS Collaboration')
    >>> on_behalf("for the DES Collaboration"), on_behalf("Bo Fei")
    (('', 'DES Collaboration'), None)
    """
    if "for " not in text and "behalf" not in text:
        return None
    found = _ON_BEHALF.fullmatch(text)
    if not found or " " not in text:
        return None
    person = found["person"].strip(" (,;")
    group = re.sub(r"^the\s+", "", found["group"], flags=re.IGNORECASE)
    return person, group
