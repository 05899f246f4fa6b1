"""Names that begin with the family name in running text, where no mark shows the parts."""

from __future__ import annotations

import re

from refcore.names.customs import PARTICLES
from refcore.names.givennames import is_given
from refcore.names.groups import looks_like_group
from refcore.names.shape import is_name, may_list_people
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = [
    "CITED",
    "SURNAMES",
    "capitals_filed",
    "filed_pairs",
    "first_filed",
    "is_of_method",
    "joined_surnames",
    "listed_surnames",
    "lone_filed",
    "opening_surnames",
    "surnames_with_year",
    "titled_surnames",
    "vancouver",
]

# Short words such as "e" and "al" are particles in few names and words in many texts.
_WORDS = sorted(
    {word for row in PARTICLES for word in row.words.split() if word.isalpha() and len(word) > 1}
    - {"al", "am", "as", "auf", "do", "im", "in", "on", "op", "und", "to"}
)
_CUT_WORDS = "['’][st]"  # of "'s Jacob" and "van 't Hoff"
_PARTICLES = rf"(?:(?:{'|'.join([*_WORDS, *map(str.capitalize, _WORDS), _CUT_WORDS])})\s){{0,2}}"
# Without an upper limit, a run of hyphens could be divided between two names in very many ways.
_PARTS = r"(?:[-'’][^\W\d_]+){0,6}"
_FAMILY = rf"{_PARTICLES}(?:[dl]['’])?[^\W\d_a-z][^\W\d_]*{_PARTS}"
# "LeCun" and "McKay" are people.
_METHOD = regex(
    r"(?!(?:[Mm]a?c|[OoDdLl]['’]|D[aeiu]|d[aei]|L[aeo]|V[ao]n|[Ss]t|Fitz|Al|El|Ben|Bar|San)[A-Z][a-z])"
    r"(?:[\w-]*[a-z][A-Z][\w-]*|[A-Z]{2,}[\w-]*|[\w-]*Net[\w-]*)"
)
# "Kingma, Diederik P., and Jimmy Ba": only the first name is turned around.
_FIRST = regex(
    rf"(?P<family>{_FAMILY}),\s+(?P<given>[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z]\.){{0,3}})"
    r"(?=,\s+et\.?\s?al\b|,?\s+(?:and|&)\s+(?P<next>[^,;:]{3,60})"
    r"|,\s+(?P<more>[^,;:]{3,60}?)(?:,|\s(?:and|&)\s)|[.]?,?\s+[\"“])"
)
# "Kim, Hak Gu, et al." and "Niebles, Juan Carlos, and Bo Fei": more than one given name.
_FIRST_OF_MANY = regex(
    rf"(?P<family>{_FAMILY}),\s+(?P<given>[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’.-]*){{1,2}})"
    r"(?=,?\s+(?:and|&|et(?!\.?\s?al)|und|y)\s+(?P<next>[^,;:]{3,60})|,\s+et\.?\s?al\b|[.]?,?\s+[\"“]"
    r"|,\s+(?P<more>[^,;:]{3,60}?)(?:,|\s(?:and|&|et(?!\.?\s?al)|und|y)\s))"
)
# "Rafailov R, Manning CD, et al": the family name, then initials, with or without stops.
_INITIALS = widened(
    r"(?:[A-Z]{1,3}(?![\w'’-]|\.\w|\.-|\.,|\.\s[A-Z]\.(?:[,\s]|\Z))"
    r"|(?:[A-Z]\.[ -]?){1,3}(?<![ -])(?=[,.\s]|\Z))"
)
_SHORT = rf"{_FAMILY}(?:\s[^\W\d_a-z][^\W\d_]+)?\s{_INITIALS}"
_APART = regex(rf",?\s(?={_INITIALS}\Z)")
# "Stimberg, M, Brette, R, Goodman, DFM": initials without stops behind commas.
_BEHIND = rf"{_FAMILY}(?:[ -]{_FAMILY})?,\s" + widened(r"[A-Z]{1,3}(?![\w'’-]|\.\w)")
_BEHIND_COMMAS = regex(rf"{_BEHIND}(?:,\s(?:(?:and|&)\s)?{_BEHIND})+(?=[.,:;]|\s[(\[\"“*_]|\Z)")
# One initial alone tells them from places: "Boston, MA, Austin, TX".
_ONE_INITIAL = regex(r",\s[^\W\d_a-z](?!\w)")
# "Berg, Ada, & Fei, Bo J.": all names are turned around, as the sign goes before a pair.
_GIVEN = rf"[^\W\d_a-z][^\W\d_]+{_PARTS}(?:\s[^\W\d_a-z][\w'’-]*\.?){{0,2}}"
# "and" in the languages in which notes cite.
_JOIN = r"(?:&|and|und|et|och|og|en|y|e|и|và)"
_PAIR = rf"{_FAMILY}(?:[ -]{_FAMILY})?,\s+{_GIVEN}"
_PAIRS = regex(
    rf"(?:{_PAIR}(?:,|\s+and)\s+){{0,30}}{_PAIR},?\s+{_JOIN}\s+{_PAIR}(?=[.,]?\s*(?:\Z|[\n(\[\"“«*_])|\.\s)"
)
_ONE_PAIR = regex(_PAIR)
_LONGEST = 4000  # a list of 32 pairs is shorter
# Pairs need a sign, with nothing else before it: a cheap test, as most lists have none.
_SIGN = regex(r"(?:&(?<=\s&)|and(?<=\sand))\s")
_NO_PAIRS = regex(r"[^\w\s,.'’-]")
_ALONE = regex(
    widened(
        rf"{_FAMILY}\s[A-Z]{{1,3}}(?!\.\s[^\W\d_a-z][\w'’-]*(?:[.,(]|\s(?:and|&|et)\s))"
        r"(?=\.\s[^.\n\x1f]{10,300}[.?!]\s[^\n]*?(?:19|20)[0-9]{2})"
    )
)
_NAME_TO_COLON = regex(r"\.\s[^\W\d_][\w'’-]*\s?:")
_OPENS_LINE = regex(r"(?:^|\n)[\s\d.\[\]()*_-]*\Z")
# "Chen A. et al.": the stop of the last initial.
_STOP_BEFORE_OTHERS = regex(r"\.(?=,?\s+et\s+al\b)")
_VANCOUVER = regex(rf"{_SHORT}(?:,?\s+(?=et\s+al\b)|(?:,\s+(?:and\s+)?{_SHORT})+)")
# "Gu & Dao, 2023": a citation in brackets, or between dashes.
CITED = regex(
    rf"(?:^|[(\[—–;:\"”*_|\x1f])[ \t]*(?P<names>{_FAMILY}(?:,\s+{_FAMILY}){{0,9}}"
    rf",?\s+{_JOIN}\s+{_FAMILY})(?=,?\s+\(?(?:19|20)[0-9]{{2}}[a-z]?\b)",
    re.MULTILINE,
)
# "Quill, Fenn, Vale (2024)" and "Quill (2024)" at the start of an entry, before its title.
_OPENS = regex(
    rf"(?P<names>{_FAMILY}(?:,\s+{_FAMILY}){{0,9}}(?:,?\s+{_JOIN}\s+{_FAMILY})?)"
    r"(?=,?\s+\(?(?:19|20)[0-9]{2}[a-z]?\)?\s*(?:[—–:.,-]\s*){0,2}[\"“«*_\x02])"
)
# "Quill, Fenn & Vale 2024 – On It": a sign between the names and a year after them suffice.
_OPENS_DATED = regex(
    rf"(?P<names>{_FAMILY}(?:,\s+{_FAMILY}){{0,9}},?\s+{_JOIN}\s+{_FAMILY})"
    r"(?=,?\s+(?:\((?:19|20)[0-9]{2}[a-z]?\)|(?:19|20)[0-9]{2}[a-z]?)(?:\s+[–—-]\s|[:.,]\s))"
)
# "Quill, Fenn, Vale: *On It*": three names and more.
_OPENS_COLON = regex(
    rf"(?P<names>{_FAMILY}(?:,\s+{_FAMILY}){{1,9}}(?:,\s+|,?\s+{_JOIN}\s+){_FAMILY})"
    r":\s+(?=[\"“«*_\x02])"
)
# "Quill, Fenn (2024). On It", "Quill, Fenn, “On It”", "Quill, Fenn, arXiv:": no sign joins them.
_OPENS_LISTED = regex(
    rf"(?P<names>{_FAMILY}(?:,\s+{_FAMILY}){{1,9}}(?:,?\s+{_JOIN}\s+{_FAMILY})?)"
    r"(?=,?\s+\((?:19|20)[0-9]{2}[a-z]?\)[.:,]\s|,\s+[\"“«]|,?\s+(?:arXiv|arxiv|ArXiv):)"
)
# "Quill--Fenn--Vale, *On It*", as mathematicians cite.
_OPENS_DASHED = regex(
    rf"(?P<names>{_FAMILY}(?:\s?(?:--|–)\s?{_FAMILY}){{1,6}})"
    r"(?=,?\s+[\"“«*_\x02]|,?\s+(?:arXiv|arxiv|ArXiv):|,?\s+\(?(?:19|20)[0-9]{2}[a-z]?\)?[.,:\s])"
)
# "Quill and Fenn, On the Form of It", "Quill, Fenn, Vale. On the Form of It"
_TITLED = regex(
    rf"(?P<names>{_FAMILY}(?:,\s+{_FAMILY}){{0,9}}(?:,\s+|,?\s+{_JOIN}\s+){_FAMILY})"
    r"(?P<mark>[,.:])\s+(?=[^\W_a-z])"
)
_JOINED = regex(
    rf"\s*(?P<names>{_FAMILY}(?:,\s+{_FAMILY}){{0,9}},?\s+{_JOIN}\s+{_FAMILY})\s?[,.:–—-]?\s*"
)
# "Quill, Fenn et al." has two family names; "Berg, Ada, et al." has one name turned around.
_OPENS_ELIDED = regex(rf"(?P<names>{_FAMILY}(?:,\s+{_FAMILY}){{1,4}})(?=\s+et\.?\s?al\b)")
# "Quill, Fenn, Vale (2024)" and nothing else.
SURNAMES = regex(
    rf"(?P<names>{_FAMILY}(?:,\s+{_FAMILY}){{2,15}}(?:,?\s+{_JOIN}\s+{_FAMILY})?)"
    r"\s+\((?:19|20)[0-9]{2}[a-z]?\)\.?"
)
# "Quill, Fenn, 2024", all that a bracket holds.
_LISTED = regex(rf"(?P<names>{_FAMILY}(?:,\s+{_FAMILY}){{1,9}}),?\s+(?:19|20)[0-9]{{2}}[a-z]?")
# "Quill, M.: On It", one person before a title.
_LONE = regex(rf"(?P<name>{_FAMILY},\s(?:[^\W\d_a-z]\.[ -]?){{1,3}})(?<![ -]):\s+(?=[^\W_a-z])")
# "SUZUKI, Yasuhisa": capitals say which is the family name.
_CAPITALS = regex(
    widened(
        r"(?P<family>(?:(?:DE|DA|DO|DOS|DAS|DI|VAN|VON)\s)?[^\W\d_a-z]{2,}"
        r"(?:[-'’ ][^\W\d_a-z]{2,})*),\s+"
        r"(?P<given>[^\W\d_a-z][a-zß-ÿ][\w'’-]*(?:\s(?:[^\W\d_a-z][\w'’-]*\.?|d[aeo]s?))*)(?=[\s,;.:(]|\Z)"
    )
)
_LONG_STOP = regex(r"(?<=[^\W\d_]{3})\.\Z")  # after a word that is no initial
_LETTERS = regex(r"[^\W\d_]+")
_BETWEEN_CAPITALS = regex(r"\s*[;,&]\s*(?:and\s+)?|\s+(?:and|e|y|et|und)\s+")
_AFTER_LABEL = regex(widened(r"(?:^|\n)[*_]{0,3}[A-Z][a-z]{2,12}:[*_]{0,3}\s"))
# How each of the patterns that open an entry begins: a quick test.
_OPENING = regex(rf"{_FAMILY}(?:,\s|,?\s+(?:[(]|{_JOIN}\s|et\b|19|20)|\s?(?:--|–))")
# All family names in a row, and what is behind them in each of those patterns. "и" is no name.
_FAMILIES = regex(rf"{_FAMILY}(?:(?:,?\s+{_JOIN}\s+|,\s+|\s?(?:--|–)\s?){_FAMILY}){{0,30}}")
_OPENS_ON = regex(r":|,?\s+(?:[(\"“«*_\x02]|19|20|et(?:\b|al\b)|(?:arXiv|arxiv|ArXiv):)|[—–-]")
_BETWEEN = regex(rf",?\s+{_JOIN}\s+|,\s+|\s?(?:--|–)\s?")


def first_filed(text: str, start: int) -> re.Match[str] | None:
    """Match "Family, Given" at `start` where names with the given name first follow.

    >>> match = first_filed("Gu, Albert, and Tri Dao. On it.", 0)
    >>> match[0]
    'Gu, Albert'
    >>> first_filed("Brown, Mann, Ryder, and Kaplan", 0), first_filed("Oslo, Norway", 0)
    (None, None)
    """
    match = _FIRST.match(text, start) or _FIRST_OF_MANY.match(text, start)
    if (
        match is None
        or looks_like_group(match["family"])
        or not is_name(f"{match['given'].split()[0]} {match['family']}")
    ):
        return None
    # "Bin Yan, Xinyu Zhang, Dong Wang" are three people.
    if " " in match["family"] and match["family"][0].isupper() and " " in match["given"]:
        return None
    following = match["next"] or match["more"]
    if not following:
        return match
    # A stop after an initial does not end a name.
    words = re.split(r"(?<=[^\W\d_]{2})\.\s|\s(?:et|and)\s", following)[0].split()
    return match if len(words) > 1 and is_name(" ".join(words[:4])) else None


def capitals_filed(text: str, start: int) -> list[tuple[str, int]]:
    """Return the names at `start` that are set as "SUZUKI, Yasuhisa", each with its end.

    >>> capitals_filed("SUZUKI, Yasuhisa; LI, Bo et al. On it.", 0)
    [('Suzuki, Yasuhisa', 16), ('Li, Bo', 24)]
    """
    found: list[tuple[str, int]] = []
    position = start
    while (match := _CAPITALS.match(text, position)) and match["family"].isupper():
        family = _LETTERS.sub(lambda word: word[0].capitalize(), match["family"])
        found.append((f"{family}, {_LONG_STOP.sub('', match['given'])}", match.end()))
        between = _BETWEEN_CAPITALS.match(text, match.end())
        if between is None:
            break
        position = between.end()
    return found


def filed_pairs(text: str, start: int) -> list[tuple[str, int]]:
    """Return the names at `start` if each is set as "Family, Given", with the end of each.

    >>> filed_pairs("Berg, Ada, Fei, Bo J., & Far, Mo. On it.", 0)
    [('Berg, Ada', 9), ('Fei, Bo J.', 21), ('Far, Mo', 32)]
    >>> filed_pairs("Berg, Fei, and Far. On it.", 0)
    []
    """
    if not _ONE_PAIR.match(text, start):
        return []
    sign = _SIGN.search(text, start, start + _LONGEST)
    if sign is None or _NO_PAIRS.search(text, start, sign.start()):
        return []
    match = _PAIRS.match(text, start)
    if match is None:
        return []
    return [(pair[0], start + pair.end()) for pair in re.finditer(_PAIR, match[0])]


def _is_filed_alone(match: re.Match[str]) -> bool:
    """Return whether a word and initials are a family name, not a given name: "Ada M. Berg: On It".

    >>> _is_filed_alone(re.match("Berg A", "Berg A. On it")), _is_filed_alone(
    ...     re.match("Ada M", "Ada M. Berg: On it")
    ... )
    (True, False)
    """
    word = match[0].rpartition(" ")[0]
    goes_on = _NAME_TO_COLON.match(match.string, match.end()) and is_given(word)
    return is_name(word, single=True) and not goes_on


def vancouver(text: str, start: int) -> list[tuple[str, int]]:
    """Return the names at `start` that are set as "Rafailov R, Manning CD", each with its end.

    >>> [name for name, _ in vancouver("Rafailov R, Manning CD. On it.", 0)]
    ['Rafailov, R.', 'Manning, C. D.']
    """
    match = _VANCOUVER.match(text, start)
    short = _SHORT
    if match is None and (filed := _BEHIND_COMMAS.match(text, start)):
        match, short = (filed, _BEHIND) if _ONE_INITIAL.search(filed[0]) else (None, short)
    if match is None and _OPENS_LINE.search(text, max(0, start - 20), start):
        match = _ALONE.match(text, start)
        if match and not _is_filed_alone(match):
            match = None
    found: list[tuple[str, int]] = []
    for name in re.finditer(short, match[0]) if match else ():
        family, initials = _APART.split(name[0], maxsplit=1)
        initials = "".join(filter(str.isupper, initials))
        if not re.search(r"[a-zß-ÿ]", family):
            return []
        end = name.end() + bool(_STOP_BEFORE_OTHERS.match(text, start + name.end()))
        found.append((f"{family}, {' '.join(f'{x}.' for x in initials)}", start + end))
    return found


# "Yin and Yang: On the Form of It (Berg et al., 2016)": the names come later.
_CITED_LATER = regex(
    r":\s[^()\n]{5,300}\((?:[^()\n]{0,40}\bet al\b|[^\W\d_a-z][\w'’-]+,\s)[^()\n]{0,30}[0-9]{4}"
)


def is_of_method(word: str) -> bool:
    """Return whether a word is built as names of methods are, and as those of people are not.

    >>> [is_of_method(word) for word in ("ResNeXt", "LPIPS", "LeCun", "McKay", "Quill", "QUILL")]
    [True, True, False, False, False, True]
    """
    return _METHOD.fullmatch(word) is not None


def _may_open(text: str, start: int) -> bool:
    """Return quickly whether family names at a place end as those that open an entry do.

    >>> _may_open("Quill, Fenn (2024). On It", 0), _may_open("Quill, F., Vale, M. On It", 0)
    (True, False)
    """
    if not _OPENING.match(text, start):
        return False
    families = _FAMILIES.match(text, start)
    return families is not None and _OPENS_ON.match(text, families.end()) is not None


def opening_surnames(text: str, start: int) -> tuple[list[str], int]:
    """Return the family names that open an entry at `start`, and where they end.

    >>> opening_surnames('Quill, Fenn, Vale (2024) — "On It"', 0)
    (['Quill', 'Fenn', 'Vale'], 17)
    >>> opening_surnames("Quill, Fenn et al. (2024)", 0), opening_surnames("Oslo, Norway", 0)
    ((['Quill', 'Fenn'], 11), ([], 0))
    """
    if not _may_open(text, start):
        return [], start
    patterns = (_OPENS, _OPENS_DATED, _OPENS_ELIDED, SURNAMES)
    match = next((found for p in patterns if (found := p.match(text, start))), None)
    names = _BETWEEN.split(match["names"]) if match else []
    for pattern in (_OPENS_COLON, _OPENS_LISTED, _OPENS_DASHED) if match is None else ():
        found = pattern.match(text, start)
        named = found is not None and may_list_people(found["names"])
        if found is not None and named:
            match, names = found, _BETWEEN.split(found["names"])
            break
    if match is None or not all(is_name(name, single=True) for name in names):
        return [], start
    if _CITED_LATER.match(text, match.end("names")):
        return [], start
    return names, match.end("names")


def joined_surnames(text: str) -> tuple[list[str], int]:
    """Return the family names that a text consists of, joined by "and", and where they end.

    >>> joined_surnames("Quill and Fenn, "), joined_surnames("Quill, ")
    ((['Quill', 'Fenn'], 14), ([], 0))
    """
    match = _JOINED.fullmatch(text)
    names = _BETWEEN.split(match["names"]) if match else []
    if match is None or not all(is_name(name, single=True) for name in names):
        return [], 0
    return names, match.end("names")


def titled_surnames(text: str, start: int) -> tuple[list[str], int]:
    """Return the family names at `start` before a plain title, and where they end.

    Only their shape shows that they are names, so each must be one word.

    >>> titled_surnames("Quill and Fenn, On the Form of It", 0)
    (['Quill', 'Fenn'], 14)
    >>> titled_surnames("Lamps and Mirrors, On the Form of It", 0)
    ([], 0)
    """
    match = _TITLED.match(text, start)
    if match is not None and _CITED_LATER.match(text, match.end("names")):
        return [], start
    if match is None or not may_list_people(match["names"]):
        return [], start
    names = _BETWEEN.split(match["names"])
    # Without a sign a list is longer, and not one of "Family, Given, Family, Given".
    sign = len(match["names"].split(",")) < len(names)
    sure = sign or (len(names) > 2 and len(names) % 2)
    sure = sure and all(is_name(name, single=True) for name in names)
    return (names, match.end("names")) if sure else ([], start)


def lone_filed(text: str, start: int) -> tuple[str, int]:
    """Return the one name "Quill, M." before a colon and a title, and where it ends.

    >>> lone_filed("Quill, M.: On the Form of It", 0), lone_filed("Oslo, Norway: On It", 0)
    (('Quill, M.', 9), ('', 0))
    """
    match = _LONE.match(text, start)
    return (match["name"], match.end("name")) if match else ("", start)


def listed_surnames(text: str) -> list[str]:
    """Return the family names of a text "Quill, Fenn, 2024"; a place and a year are none.

    >>> listed_surnames("Quill, Fenn, 2024"), listed_surnames("Vienna, Austria, 2024")
    (['Quill', 'Fenn'], [])
    """
    match = _LISTED.fullmatch(text)
    if match is None or not may_list_people(match["names"]):
        return []
    return [" ".join(name.split()) for name in match["names"].split(",")]


def surnames_with_year(text: str) -> list[tuple[list[str], int, int]]:
    """Return the citations by family names and year in a text: the names, start and end.

    >>> surnames_with_year("*Mamba* — Gu & Dao, 2023")
    [(['Gu', 'Dao'], 10, 18)]
    """
    found = []
    after_label = [
        match
        for label in _AFTER_LABEL.finditer(text)
        if (match := SURNAMES.match(text, label.end()))
    ]
    for match in (*CITED.finditer(text), *after_label):
        names = _BETWEEN.split(match["names"])
        if all(is_name(name, single=True) for name in names):
            found.append((names, match.start("names"), match.end("names")))
    return found
