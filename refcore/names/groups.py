"""Groups: names that read as an organisation's, and those that a tool has turned around."""

from __future__ import annotations

import functools
from itertools import pairwise
from typing import Final

from refcore.names.givennames import is_given
from refcore.text.patterns import regex
from refcore.text.translations import translation

__all__ = [
    "GROUP_WORDS",
    "ORGANISATIONS",
    "ends_group",
    "is_abbreviated",
    "is_body",
    "is_foreign_body",
    "is_institution",
    "is_team",
    "looks_like_group",
    "upright",
]

GROUP_WORDS: Final = frozenset(
    "academy administration agencies agency alliance association authorities authority "
    "authors bureau center centers centre centres collab collaboration collaborations "
    "collective commission commissions committee community company consortium contributors "
    "corp corporation council department developers embassy experiment federation "
    "foundation gmbh government group groups hospital hospitals inc incorporated initiative "
    "institut institute institutes instituto investigators lab laboratories laboratory labs "
    "limited llc ltd ministries ministry nations network observatory organisation organization "
    "parliament partnership plc project research secretariat society survey team teams treasury "
    "trust union university workshop "
    "bundesamt bundesministerium ministerie ministerio ministerium ministerstwo ministero "
    "ministère ministério ministerstvo urząd úřad komise komisja".split()
)
# Those of them that end a company's name; capitals in front of a name are initials: "PLC Fei".
_INITIALS_LIKE: Final = frozenset(("CORP", "INC", "LLC", "LTD", "PLC"))
# Kinds of boards; "Board" alone is a family name.
_BOARDS: Final = frozenset(
    "advisory development editorial executive governing health research review standards".split()
)
# Those of them that mostly end a name, and that are no title's second or third word.
_HEADS: Final = frozenset(
    "agency alliance association collaboration consortium corporation council foundation inc "
    "institute observatory organisation organization team".split()
)
_SIGNS: Final = "-–,.:()"
# Organisations that sign papers under a name which reads like a word or a person's.
ORGANISATIONS: Final = frozenset(
    "01.ai adobe alibaba amazon anthropic apple aws baichuan baidu bytedance cerebras cern "
    "character.ai cohere databricks deepmind deepseek eleutherai facebook google huawei "
    "huggingface ibm inclusionai internlm kimi kuaishou linkedin meituan "
    "meta microsoft minimax mistral moonshot mosaicml naver nvidia openai openbmb perplexity "
    "qualcomm qwen salesforce samsung sensetime snowflake sony spotify stepfun "
    "tencent xai xiaomi yandex zhipu".split()
)
# Places of work whose whole name reads like a person's; records have them among the authors.
_WORKPLACES: Final = frozenset(
    (
        "carnegie mellon,caltech,columbia engineering,eth zurich,eth zürich,georgia tech,"
        "harvard medical,imperial college,johns hopkins,mit,penn state,sandia,"
        "texas a&m,uc berkeley,uc san diego,uc santa cruz,ut austin,virginia tech"
    ).split(",")
)
# Bodies whose whole name reads like words or like a person's.
_BODIES: Final = frozenset(
    (
        "associated press,common crawl,european central bank,federal reserve board,hugging face,"
        "human rights watch,international monetary fund,papers with code,stack overflow,"
        "the economist,the new york times,the washington post,world bank"
    ).split(",")
)
_NAMED: Final = _WORKPLACES | _BODIES
_DIVISIONS: Final = frozenset("aws azure brain cloud deepmind fair genai health quantum x".split())
_AI_NAME: Final = regex(r"(?:^|[\s.-])(?:AI|LLM|NLP)$|\.(?:ai|com|io|org)$")
_AI_ENDS: Final = ("AI", "LLM", "NLP", ".ai", ".com", ".io", ".org")
# Words that end the name of a group, and that a tool takes for a family name: "Team, Gemini".
_LAST_WORDS: Final = frozenset(
    "ai alliance authors collab collaboration collaborations collective community consortium "
    "consortia contributors experiment group groups initiative lab labs network project research "
    "survey team teams workshop".split()
)
_INNER_CAPITAL: Final = regex(
    r"(?!(?:Al|Ben|Nic|ka|kwa|Da|De|Del|Des|Di|Du|El|Fitz|La|Le|Ma?c|Mac|San|St|Van|Von|[DO]['’])[A-Z])[^\W\d_]*[a-z][A-Z]"
)


def _words(name: str) -> list[str]:
    """Return the words of a name in lower case, without the signs around them.

    >>> _words("Physics-Group (Oslo)")
    ['physics', 'group', 'oslo']
    """
    plain = name.lower()
    for sign in _SIGNS:
        if sign in plain:  # quicker than a table of letters, as most names have one sign or none
            plain = plain.replace(sign, " ")
    return plain.split()


@functools.lru_cache(maxsize=1024)  # a name of a list is looked at about ten times
def looks_like_group(name: str) -> bool:
    """Return whether a plain name reads as that of an organisation.

    Args:
        name: The name.

    Returns:
        Whether it is a group's.

    >>> [looks_like_group(n) for n in ("MiniMax", "Qwen Team", "DeepSeek-AI", "Loki", "Bo Fei")]
    [True, True, True, False, False]
    >>> looks_like_group("Lamp Task Force"), looks_like_group("Task Force")
    (True, False)
    >>> looks_like_group("Fei PLC"), looks_like_group("PLC Fei")
    (True, False)
    >>> looks_like_group("YUTONG AI"), looks_like_group("MISTRAL AI")
    (False, True)
    """
    words = _words(_without_initials(name))
    if not GROUP_WORDS.isdisjoint(words) or name.casefold() in _NAMED:
        return True
    if words[-2:] == ["task", "force"] and len(words) > 2:
        return True
    if words[-1:] == ["board"] and not _BOARDS.isdisjoint(words):
        return True
    if name.endswith(_AI_ENDS) and _AI_NAME.search(name):
        # "Okkels, AI" has initials; a file that turns "DeepSeek AI" around writes "AI, DeepSeek".
        family, comma, _ = name.partition(",")
        if comma:
            return looks_like_group(family)
        # Ai is a family name too; in capitals it is told from the initials by the given name.
        return not (name.isupper() and name.endswith(" AI") and is_given(name.split()[0]))
    if "@" in name and " @ " in name:
        return True
    if "panel" in words and " on " in name:
        return True
    first, _, rest = name.partition(" ")
    if first.casefold() in ORGANISATIONS:
        return all(word.casefold() in _DIVISIONS for word in rest.split())
    return not rest and bool(_INNER_CAPITAL.match(name) or any(map(str.isdigit, name)))


def _without_initials(name: str) -> str:
    """Return a name without initials in front that would be a company's form behind.

    >>> _without_initials("PLC Fei"), _without_initials("Fei PLC")
    ('Fei', 'Fei PLC')
    """
    first, space, rest = name.partition(" ")
    return rest if space and first in _INITIALS_LIKE else name


def ends_group(word: str) -> bool:
    """Return whether a word is mostly the last one of an organisation's name.

    >>> ends_group("Foundation"), ends_group("FOUNDATION"), ends_group("Fei")
    (True, True, False)
    """
    return word.casefold() in _HEADS


def upright(name: str) -> str:
    """Return a group's name in its own order, if a tool has put its last word first.

    >>> upright("Team, Gemini"), upright("AI, DeepSeek"), upright("Fei, Bo")
    ('Gemini Team', 'DeepSeek AI', 'Fei, Bo')
    """
    last, comma, first = name.partition(",")
    if not comma or "," in first or not first.strip() or last.strip().lower() not in _LAST_WORDS:
        return name
    return name if last.strip().islower() else f"{first.strip()} {last.strip()}"


# Where people work. Such a name after a person's is an affiliation.
_INSTITUTIONS: Final = frozenset(
    "academia academy center centre clinic college department dept division ecole école eth "
    "facultad faculté faculty fakultät fondazione hospital hôpital hochschule institut institute "
    "instituto istituto klinikum laboratoire laboratory ministry observatory politecnico "
    "polytechnic polytechnique school universidad universidade universita università universitat "
    "universität université universiteit university univ univ. gmbh inc inc. ltd ltd. llc corp. "
    "iit iiit iisc iiser kth ntnu dtu rwth cwi cnr csic csiro riken aist postech "
    "cnrs inria nasa cern mit cmu ucla ucsd usc nyu epfl kaist nus ntu hkust pku mila umass uiuc "
    "departamento departament dipartimento département departement abteilung lehrstuhl instytut "
    "uniwersytet politechnika wydział katedra fakulta univerzita ústav universitet universitetet "
    "institutt institutet klinik kliniken clinique clínica yliopisto egyetem üniversitesi "
    "fakültesi bölümü кафедра университет институт "
    "факультет академия університет інститут "
    "大学 研究院 研究所 学院".split()
)
_WIDE_INSTITUTIONS: Final = tuple(
    "大学 大學 大学院 研究院 研究所 研究中心 学院 學院 公司 "
    "대학교 대학원 연구소 연구원 과학기술원".split()
)
_MARKS: Final = translation(dict.fromkeys("-–,.:()*†‡§¶¹²³⁴⁵⁶⁷⁸⁹⁰0123456789", " "))
_TEAM_WORDS: Final = frozenset(
    "collab collaboration collaborations collective consortium contributors group groups "
    "initiative investigators project team teams".split()
)


# Short forms of such words, which a stop ends.
_ABBREVIATED: Final = frozenset("acad dept fac hosp inst sch univ".split())


def is_abbreviated(word: str) -> bool:
    """Return whether a word before a stop is short for a place of work, such as "Univ".

    >>> is_abbreviated("Univ"), is_abbreviated("University")
    (True, False)
    """
    return word.lower() in _ABBREVIATED


def is_institution(name: str) -> bool:
    """Return whether a name is that of a place where people work, such as a university.

    >>> [is_institution(n) for n in ("University of Oslo", "MIT", "Qwen Team", "Bo Fei")]
    [True, True, False, False]
    """
    words = _without_initials(name).translate(_MARKS).lower().split()
    first, stop, _ = name.partition(". ")
    if stop and is_abbreviated(first):
        return True
    if _INSTITUTIONS.isdisjoint(words):
        return name.endswith(_WIDE_INSTITUTIONS)
    return _TEAM_WORDS.isdisjoint(words)


# What follows in the names of bodies only: "Zentrale für Bildung", "Citizens for Science".
_PURPOSES: Final = frozenset("for fuer für för para pour voor".split())
# Words for bodies in other languages, and how German ones end.
_ELSEWHERE: Final = frozenset(
    "academia accademia académie asociación associação associazione biblioteca bibliothèque "
    "bundestag comissão comisión comitato comité commissione conseil consejo conselho consiglio "
    "fondation fondazione fundación fundação fundacja föreningen foreningen forening förening "
    "högskola högskolan høgskolen høyskolen "
    "landesamt musée museo museu museum nadace rijksmuseum selskab selskabet sällskapet sociedad "
    "sociedade società société společnost stichting stiftelsen stiftelse towarzystwo vereniging "
    "академия министерство общество фонд".split()
)
_GERMAN_ENDS: Final = tuple(
    "akademie anstalt behörde bibliothek gemeinschaft gesellschaft institut kommission ministerium "
    "stiftung universität verband verein vereinigung zentrale zentrum".split()
)
# First words of names of bodies that may be family names elsewhere: "Bank of Oslo".
_FIRST_WORDS: Final = frozenset(
    "banca banco bank banque board bureau chamber church commission congress court fund house "
    "library museum office oficina parliament service services".split()
)
_SHORTEST_PLACE: Final = 6  # letters of a word for a place of work; "Mit" and "Eth" are names


def is_foreign_body(name: str) -> bool:
    """Return whether a name is a body's by words that no person's name has, in any language.

    >>> [is_foreign_body(n) for n in ("Deutscher Verein", "Bank of Oslo", "Mit Patel")]
    [True, True, False]
    """
    words = name.split()
    if len(words) < 2 or "," in name:
        return False
    if not _PURPOSES.isdisjoint(words[1:-1]):
        return True
    lower = [word.lower() for word in words]
    # "Reserve Bank of India": such a word is first, or "of" is behind it.
    heads = lower[:1] + [word for word, after in pairwise(lower) if after == "of"]
    if not _FIRST_WORDS.isdisjoint(heads):
        return True
    places = {word for word in lower if len(word) >= _SHORTEST_PLACE} & _INSTITUTIONS
    return (
        bool(places)
        or not _ELSEWHERE.isdisjoint(lower)
        or any(word.endswith(_GERMAN_ENDS) for word in lower)
    )


# Words of the names of organisations, which are rarely names of persons.
_BODY_WORDS: Final = frozenset(
    "academy administration authority bank board bureau chamber church commission congress court "
    "embassy federation fund government hospital international league library ministry mission "
    "museum national nations news office panel parliament programme secretariat senate service "
    "services states trust union united".split()
)
_JOINS: Final = frozenset("& and for of on the".split())
_LONG_NAME: Final = 5  # words that a person's name rarely has without a comma


def is_body(name: str) -> bool:
    """Return whether a name without a comma is a body's, in a file of "Family, Given" names.

    >>> [is_body(n) for n in ("Moss Trust", "Bank of Oslo", "K. He", "Bo Fei")]
    [True, True, False, False]
    """
    words = _words(name)
    if "," in name or len(words) < 2:
        return False
    joined = not _JOINS.isdisjoint(words[1:-1])
    return joined or len(words) >= _LONG_NAME or not _BODY_WORDS.isdisjoint(words)


def is_team(name: str) -> bool:
    """Return whether a name is that of people who work together, such as a collaboration.

    >>> is_team("Qwen Team"), is_team("University of Oslo")
    (True, False)
    """
    return not _TEAM_WORDS.isdisjoint(_words(name))
