"""The beginning of a reference string: its names and its date, and where a title may begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import attrs

from refcore.names.bodies import is_cut_body
from refcore.names.customs import is_particle
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import ends_group, is_institution, looks_like_group
from refcore.names.makers import EDITORS
from refcore.names.shape import is_name
from refcore.names.titlewords import is_of_title
from refcore.text.months import MONTH_ANYWHERE, SEASONS
from refcore.text.patterns import regex
from refcore.textlists.imprints import is_cut_subtitle
from refcore.textlists.layout import Trait
from refcore.textlists.namelists import FORMS, Form, NameList, name_lists
from refcore.textlists.partwords import OF_THESIS
from refcore.textlists.words import DASHES, QUOTES, Word, is_capital, is_initials, signs_at

__all__ = ["DATE", "Head", "heads", "unnamed_heads"]

_MOST_HEADS: Final = 16
_FEW_HEADS: Final = 3
# A group's name has at most so many words.
_MOST_OF_GROUP: Final = 14
_MOST_OF_ACRONYM: Final = 8
# What the names lose where "and" is rather within the name of one body.
_CUT_BODY: Final = 6.0
# What a given name says against the form that has family names there.
_OF_GIVEN: Final = 3.5
# Names of more words are rare: of people, and of groups that no word shows to be one.
_MOST_OF_PERSON: Final = 4
_MOST_OF_WORDS: Final = 6
_MONTH: Final = rf"(?:{MONTH_ANYWHERE}|{'|'.join(SEASONS)})\.?"
DATE: Final = regex(
    r"(?!\d{4} ?[–-] ?\d{4} \()"  # "in England, 1500–1800 (London, 1977)"
    r"(?:\((?:1[5-9]|20)\d\d\) (?=(?:1[5-9]|20)\d\d))?"  # "(1836) 1985": the original's year
    r"[(\[]?(?:(?:published|posted|submitted|ca?\.)?:? ?)?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?\??"
    # "1979 [1977]": the year of the original.
    r"(?: ?[\[(](?:1[5-9]|20)\d\d[)\]])?"
    rf"(?:[/–-]\d{{2,4}})?(?:, (?:{_MONTH}(?: \d{{1,2}})?|\d{{1,2}}\.? {_MONTH}))?[)\]]?(?=\W|$)",
    re.IGNORECASE,
)
# A day and a month in any language: "(14 de diciembre de 2008)", "(2008, 14 de diciembre)"; or a
# month alone: "(Okt. 1991)".
_DAY: Final = regex(
    r"[(\[](?:(?:\d{1,2}\b[^()\[\]\d]{1,24}|[^\W\d_]{3,12}\.?) (?P<year>(?:1[5-9]|20)\d\d)"
    r"|(?:1[5-9]|20)\d\d[a-z]?, (?:\d{1,2}\b[^()\[\]\d]{1,20}|[^()\[\]\d]{1,20} \d{1,2}))[)\]]"
)
# What lists write that have no date, or not yet; in brackets any words for it will do.
_NO_DATE: Final = regex(
    r"[(\[]?(?:n\. ?d\.|s\. ?d\.|v tisku|im Druck|in stampa|à paraître|en prensa"
    r"|i trykk|o\. ?[JD]\.|undated|[Ff]orthcoming|[Ii]n press)(?: [a-z](?=[)\]]))?[)\]]?"
    r"|[(\[](?:bdw\.?|n\.? ?d\.?|s\. ?[fa]\.|u\. ?å\.|b\. ?d\.|б\. ?г\.|t\. ?y\.|z\. ?j\.|r\. ?n\."
    r"|no date|sin fecha|sem data|sans date|senza data|ohne (?:Jahr|Datum)|utan år|bez dat[ya]"
    r"|без даты|brak dat[ya]|tarihsiz|to appear|accepted|submitted|in preparation|under review"
    r"|en preparación|aceito|no prelo|im Erscheinen|erscheint|w druku|в печати)[)\]]"
)
_EDITORS: Final = regex(
    rf"[,.]{{0,2}} ?[(\[]?(?:{EDITORS}|ed\. by)[)\]]?",
    re.IGNORECASE,
)
# "Fei, B. (1994) (ed.), Of Words"
_BRACKETED_EDITORS: Final = regex(rf" [(\[](?:{EDITORS})[)\]]", re.IGNORECASE)

_SAYS_EDITORS: Final = 1.5  # what a word for editors adds to the score of the names before it
# What each sign after names adds to the score of a title there.
_WEIGHT_OF_SIGN: Final = {".": 1.0, ":": 1.0, ",": -0.8, ";": -0.8, "": -1.5}


@attrs.frozen
class Head:
    """The names and the date at the beginning, and the word at which the title may begin."""

    names: NameList | None
    date: tuple[int, int] | None
    at: int
    score: float
    traits: tuple[Trait, ...]
    editors: bool = False


def unnamed_heads(words: Sequence[Word], text: str) -> Iterator[Head]:
    """Yield the heads of a string that has no names, as they are those of the one before."""
    traits: tuple[Trait, ...] = (("names", "none"),)
    yield Head(None, None, 0, 0.0, traits)
    if date := _date_at(text, 0):
        after = next((n for n, word in enumerate(words) if word.start >= date[1]), len(words))
        yield Head(None, date, after, 4.0, traits)


def heads(
    words: Sequence[Word], text: str, forms: Sequence[Form] = FORMS, few: bool = False
) -> Iterator[Head]:
    """Yield each head of a string, with names in one of some forms, of a group, or without names.

    Where "In" is after it, the head with it is one too: "Fei, B. In Words, ACM". Where `few`
    are asked for, only the likeliest names are looked at.
    """
    quoted = _BEFORE_QUOTE.match(text)
    for head in _plain_heads(words, text, forms, few):
        if quoted:
            end = words[head.names.end - 1].end if head.names else 0
            is_whole = head.date is not None and end >= quoted.end("names") - 1
            is_group = is_whole and head.names is not None and head.names.form is None
            change = _OF_DATED * (is_group - (not is_whole))
            head = attrs.evolve(head, score=head.score + change)
        yield attrs.evolve(head, traits=(*head.traits, ("before title", "")))
        if head.names and head.at + 1 < len(words) and words[head.at].core in ("In", "in"):
            traits = (*head.traits, ("before title", "In"))
            yield attrs.evolve(head, at=head.at + 1, score=head.score - 3.0, traits=traits)


# What a quote that opens in front of names, and closes behind them, says against them.
_IN_QUOTES: Final = 3.0


def _closes(words: Sequence[Word], names: NameList) -> bool:
    """Return whether the quote in front of names closes in them: "“Al” Fei"."""
    closing = QUOTES[words[0].before[-1]]
    return any(sign in closing for word in words[: names.end - 1] for sign in word.after)


# "GNU General Public License": the capitals in front are no initials.
_OF_ACRONYM: Final = 4.0
_LEAST_ACRONYM: Final = 3


def _has_acronym(words: Sequence[Word], names: NameList) -> bool:
    """Return whether initials in front of the first family name are an acronym, or "A"."""
    core = words[names.start].core
    if core == "A" and not names.delimiter.strip():
        return True  # "A Neural Network"
    way = names.form.first if names.form else ""
    if way not in ("IF", "GF") or not core.isalpha():
        return False
    name = names.names[0]
    family = name.partition(",")[0].split() if way == "IF" else name.split()[1:]
    is_title = way == "IF" and len(family) > 1 and not any(map(is_particle, family))
    return len(core) >= _LEAST_ACRONYM and core.isupper() and (is_title or is_of_title(family))


def _plain_heads(
    words: Sequence[Word], text: str, forms: Sequence[Form], few: bool
) -> Iterator[Head]:
    best: dict[tuple[object, ...], tuple[float, NameList]] = {}
    known: dict[tuple[str, str], float] = {}
    against = 3.0 if _LAW.match(text) else 0.0
    for names in name_lists(words, 0, text, forms):
        score = _names_score(names, known) - _given_first(words, names) - against
        score -= _OF_ACRONYM * _has_acronym(words, names)
        score -= _IN_QUOTES * (words[0].before[-1:] in QUOTES and not _closes(words, names))
        key = (names.end, names.form, names.cut)
        if key not in best or best[key][0] < score:
            best[key] = (score, names)
    most = _FEW_HEADS if few else _MOST_HEADS
    for score, names in sorted(best.values(), key=lambda one: -one[0])[:most]:
        yield from _after_names(words, text, names, score)
    unnamed: tuple[Trait, ...] = (("names", "none"), ("date", "none"))
    is_dated = -1.0 * bool(_NAMED.match(text))
    yield Head(None, None, 0, 1.5 if _LAW.match(text) else -1.5 + is_dated, unnamed)
    if dated := _YEAR_FIRST.match(text):
        at = next((n for n, word in enumerate(words) if word.start >= dated.end()), len(words))
        yield Head(None, dated.span("year"), at, 2.0, (("names", "none"), ("date", "first")))
    ends = list(_group_ends(words))
    first = text[words[0].start : words[:_MOST_OF_GROUP][-1].end]
    bodies = (
        end
        for end in ends
        if _is_body(text[words[0].start : words[end - 1].end], words[end - 1].after)
    )
    if few and not looks_like_group(first) and not any(bodies):
        return
    for end in ends:
        name = text[words[0].start : words[end - 1].end]
        closes = name.count("(") > name.count(")") and words[end - 1].after[:1] == ")"
        name += ")" * closes
        names = NameList(None, (name,), 0, end, delimiter=words[end - 1].after)
        score = _group_score(words, names) - against
        if score > 0.0 or not few:
            yield from _after_names(words, text, names, score)


def _given_first(words: Sequence[Word], names: NameList) -> float:
    """Return the score against a lone family name that is rather a given name: "Bo S. Fei, A"."""
    end = names.end
    is_lone = names.form is not None and names.form.first == "FI" and len(names.names) == 1
    if not is_lone or end >= len(words) or words[end].after != "," or words[end - 1].after:
        return 0.0
    first = names.names[0].partition(",")[0]
    if not is_capital(words[end].core) or is_family(first):
        return 0.0
    return 3.0 if is_given(first) or is_family(words[end].core) else 2.6


# "2021. The Go Language.": a work without authors, where the date is before the title.
_YEAR_FIRST: Final = regex(r"(?P<year>(?:19|20)\d\d)[a-z]?\. (?=[A-Z])")
# "Moss Office of Fens (2020), ‘The results’": who wrote it, the date, and a title in quotes.
_BEFORE_QUOTE: Final = regex(
    r"(?P<names>[^().,:;“‘«\"]{2,80})\.? ?\((?:(?:1[5-9]|20)\d\d[a-z]?|n\. ?d\.)\)[.,:]? [“‘«\"]"
)
_OF_DATED: Final = 3.0
# "Moss Office (2020), The results": who wrote it, and the date.
_NAMED: Final = regex(r"[^().,:;]{2,80}\.? ?\((?:1[5-9]|20)\d\d[a-z]?\)[.,:]? [^\W\d_].{24}")
# Laws, treaties and judgments, which have no authors.
_LAW: Final = regex(
    # No sentence ends in front of "v.": "Bo Fei. Cats vs. Dogs", "Moss Corp. v. Reed".
    r"(?:[A-Z](?:(?!\w{3}\. (?!vs?\b))[^,;()\[\]“”\"\d]){0,70}?"
    r" (?:v|vs|c|gegen)\.? (?:the )?[A-Z0-9][^.]"
    r"|(?:In re|Ex parte|In the Matter of|Re|Matter of) [A-Z]|R \(.{2,40}\) v "
    r"|(?:BVerfGE?|BGHZ?|BGHSt|BVerwGE?|BAG\w?|EuGH|OVG|OLG|LG|VfGH|BGE|Cass|CJUE|CJEU|ECtHR)\b"
    r"|Constitution|Konstytucj|Ustawa|Rozporządzenie|Zákon|Ústava|Lei\b|Ley\b|Loi\b|Legge\b"
    r"|Decreto|Décret|Constitución|Constituição|Gesetz\b|Grundgesetz|Verordnung\b|Richtlinie\b"
    r"|(?:Council )?(?:Directive|Regulation) \(?\d?|Treaty|Convention|Charter|Act\b|Kanun|Anayasa"
    r"|Федеральн\w+ закон|Закон|Конституци|Постановлени|Указ\b)"
)


def _has_short(name: str) -> bool:
    """Return whether a name has its own short form behind it.

    >>> _has_short("Türkiye İstatistik Kurumu (TÜİK)"), _has_short("Of Moss (TÜİK)")
    (True, False)
    """
    whole, bracket, short = name.removesuffix(")").partition(" (")
    starts = [word[0] for word in whole.split()]
    return bool(bracket) and short.isupper() and short[:1] in starts and len(starts) > 1


# Words between a title and a university; no name of an organisation has them.
_WORK: Final = regex(rf"\b(?:thesis|{OF_THESIS})", re.IGNORECASE)


def _group_score(words: Sequence[Word], names: NameList) -> float:
    end = names.end
    is_body = _is_body(names.names[0], words[end - 1].after)
    is_group = any(test(names.names[0]) for test in (looks_like_group, is_institution, _has_short))
    score = 1.0 if is_group or is_body else -2.0
    score -= 3.0 * words[end - 1].core.isdigit()
    score -= 4.0 * bool(_WORK.search(names.names[0].partition(",")[2]))
    score -= 1.5 * _goes_on(words, end)
    score -= 0.8 * max(0, names.names[0].count(",") - 1)
    part = names.names[0].partition(", ")[2].split()
    is_title = len(part) > 1 and part[0][:1].isupper() and is_of_title(part[:3])
    score -= 3.0 * (is_title and not is_group)
    # "Gisela Bock, Zwangssterilisation": a person, and a title.
    score -= 2.0 * (bool(part) and is_given(words[0].core) and not is_group)
    score -= 4.0 * any(sign in names.names[0] for sign in '“”"«»')
    score -= 3.0 * (names.names[0].count("(") > names.names[0].count(")"))
    # "Minimizing Regret with Optimistic Descent, 2012": the title of what has no authors.
    score -= 1.5 * (not is_group and end > _MOST_OF_WORDS)
    # "ResSaNet: A Network": a word before a colon is not an author.
    return score - 3.5 * (end == 1 and words[0].after[:1] == ":")


def _is_body(name: str, after: str) -> bool:
    """Return whether capitals before a stop are the name of a body: "IBGE. Censo agropecuário".

    >>> _is_body("IBGE", ". "), _is_body("MINISTÉRIO DA SAÚDE", ". "), _is_body("Moss", ". ")
    (True, True, False)
    """
    name, stop, part = name.partition(". ")
    if stop and part.partition(" ")[0] not in _PARTS_OF_BODIES:
        return False
    letters = name.replace(" ", "")
    is_long_enough = " " in name or len(letters) < _MOST_OF_ACRONYM
    return (
        after[:1] == "."
        and letters.isalpha()
        and letters.isupper()
        and len(letters) > 2
        and is_long_enough
    )


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Return whether a name goes on after a word that ends names: "Example Foundation Words"."""
    whole = (at for at in range(1, end - 1) if ends_group(words[at].core))
    first = next(whole, None)
    return first is not None and words[first + 1].core.casefold() not in _WITHIN


# "BRASIL. Ministério da Educação.": a part of a body, after its stop.
_PARTS_OF_BODIES: Final = frozenset(
    "Agência Câmara Conselho Departamento Department Instituto Ministry Ministério Ministerio "
    "Secretaria Senado Supremo Tribunal".split()
)
_WITHIN: Final = frozenset("of for on and & in the against to".split())


def _group_ends(words: Sequence[Word]) -> Iterator[int]:
    for place, word in enumerate(words[:_MOST_OF_GROUP]):
        ahead = words[place + 1] if place + 1 < len(words) else None
        if ahead is None:
            return
        is_whole = place > 0 and ends_group(word.core) and word.core[:1].isupper()
        # "Türkiye İstatistik Kurumu (TÜİK). (2020)"
        is_short = (
            place > 1 and word.before == "(" and word.after[:1] == ")" and word.core.isupper()
        )
        # "BSI (British Standards Institute). 1985."
        is_short = is_short or (place > 1 and word.after[:2] in (").", "),", "):"))
        if word.after[:1] in (".", ",", ":") or ahead.before or is_whole or is_short:
            yield place + 1
            is_part = word.after[:1] == "." and ahead.core in _PARTS_OF_BODIES
            if word.after[:1] in (".", ":") and not is_part:
                return


# "Kim, J. et al. (SAND Collaboration), Words": for whom people write.
_COLLABORATION: Final = regex(
    r"[.,]{0,2} ?(?:[\[(](?:(?:on behalf of|for) )?(?:[Tt]he )?[^()\[\]]{2,60}"
    r"(?:Collaborations?|Consortium|Working Group|Study Group|Team)[)\]]"
    r"|(?:on behalf of|for) the [^()\[\].:;]{2,70}(?:Collaborat(?:ion|ors)|Consortium|Group|Team"
    r"|Investigators|Committee|Network|Registry)(?: \([A-Z][A-Za-z-]{1,12}\))?)"
)


def _after_names(words: Sequence[Word], text: str, names: NameList, score: float) -> Iterator[Head]:
    """Yield the heads that some names begin: with the date after them, and without one."""
    place = words[names.end - 1].end if names.end else 0
    place += names.names[-1].endswith(")") and text.startswith(")", place)
    at, is_editors = names.end, False
    if found := _EDITORS.match(text, place):
        is_editors, score = True, score + _SAYS_EDITORS
    if found := found or _COLLABORATION.match(text, place):
        place = found.end()
        at = _word_from(words, place)
    head = Head(names, None, at, score, _traits_of(names), is_editors)
    date = _date_at(text, place)
    if date is not None:
        yield _dated(words, text, place, date, head)
    yield _undated(words, text, place, head)


def _word_from(words: Sequence[Word], place: int) -> int:
    """Return the number of the first word that begins at a place or after it."""
    return next((n for n, word in enumerate(words) if word.start >= place), len(words))


def _after_dashes(words: Sequence[Word], at: int) -> int:
    while at < len(words) - 1 and (words[at].core in DASHES or words[at].core == ":"):
        at += 1
    return at


def _traits_of(names: NameList) -> tuple[Trait, ...]:
    """Return how the names of a list are set: their form, and what is between them."""
    traits: list[Trait] = [("form first", names.form.first if names.form else "group")]
    if names.form and len(names.names) > 1:
        traits.append(("form others", names.form.others))
    gaps = sorted({sep for sep in names.seps if sep and "&" not in sep})
    if gaps:
        traits.append(("gap", gaps[-1]))
    if names.closed:
        traits.append(("and", names.seps[-1]))
    return tuple(traits)


def _dated(words: Sequence[Word], text: str, place: int, date: tuple[int, int], head: Head) -> Head:
    """Return the head whose date follows the names; `place` is where the names end."""
    start, begin = date
    is_editors, score = head.editors, head.score
    if not is_editors and (found := _BRACKETED_EDITORS.match(text, begin)):
        begin, is_editors, score = found.end(), True, score + _SAYS_EDITORS
    is_bracketed = text[start] in "(["
    score += 2.6 if is_bracketed else 1.8
    if (
        not is_bracketed
        and text[date[1] : date[1] + 1] == " "
        and text[date[1] + 1 :][:1].islower()
    ):
        score -= 2.5  # "Fei B, et al. 2016 update of words": the year is of the title.
    signs = f"{text[place:start].strip(' .')} {signs_at(text, date[1])}"
    traits = (("date", "(" if is_bracketed else "plain"), ("signs of date", signs))
    at = _after_dashes(words, _word_from(words, begin))
    return Head(head.names, date, at, score, (*head.traits, *traits), is_editors)


def _undated(words: Sequence[Word], text: str, place: int, head: Head) -> Head:
    """Return the head without a date; `place` is where the names end."""
    at, score, names = _after_dashes(words, head.at), head.score, head.names
    quoted = at < len(words) and words[at].before[:1] in QUOTES and words[at].before != "'"
    delimiter = signs_at(text, place)
    if place and text[place - 1] == "." and not delimiter.strip():
        # The stop of an initial ends the list too.
        delimiter = f".{delimiter}"
    bare = delimiter.strip()
    if names and len(names.names) > 1 and not names.closed and is_cut_subtitle(text, place):
        score -= 1.5  # "Rahner, Karl, Grundkurs des Glaubens. Einführung in den, Freiburg 1976"
    if bare == "," and at < len(words) and words[at].after == "," and is_given(words[at].core):
        score -= 2.0  # "Fei, Johan & Larsson Berg, David, Of Words": the name goes on
    score += 1.5 if quoted else _WEIGHT_OF_SIGN.get(bare, 0.0)
    traits = (("after names", delimiter + ("“" if quoted else "")), ("date", "none"))
    return Head(names, None, at, score, (*head.traits, *traits), head.editors)


def _date_at(text: str, place: int) -> tuple[int, int] | None:
    while place < len(text) and text[place] in " .,;:–—-":
        place += 1
    found = _DAY.match(text, place) or DATE.match(text, place) or _NO_DATE.match(text, place)
    return (found.start(), found.end()) if found else None


def _names_score(names: NameList, known: dict[tuple[str, str], float]) -> float:
    """Return the score of a list of names; `known` has the score of each name in a form."""
    form = names.form
    if form is not None and form.has_initials:
        score = _initials_score(names)
    elif form is not None and form.first == "F":
        if not all(sep.startswith("/") for sep in names.seps) and not _are_families(names):
            return -5.0
        # "Chen, Fangdong et al.": the second is rather a given name.
        is_one = len(names.names) == 2 and names.cut and not is_family(names.names[1])
        score = 0.9 * len(names.names) - is_one
    else:
        ways = (form.first, form.others) if form else ("", "")
        score = 0.0
        for place, name in enumerate(names.names):
            key = (name, ways[place > 0])
            if key not in known:
                known[key] = _name_score(*key)
            score += known[key]
    score += 1.5 * names.closed + 2.5 * names.cut
    score -= 3.0 * sum(map(_is_whole_family, names.names))
    score -= _OF_ARTICLE * any(map(_OF_OWNER.search, names.names))
    # "VelociTap: Fast Words": no family name has a capital inside, but for those of prefixes.
    if len(names.names) == 1:
        score -= _OF_TITLE_WORD * _is_word_of_title(names.names[0], names.delimiter)
    # "Fei Bo, MIHash: Words": the word before a colon begins the title.
    is_lone = len(names.names) > 1 and not any(sign in names.names[-1] for sign in " ,")
    score -= 2.5 * (is_lone and names.delimiter[:1] == ":")
    # "Billings, Matt, Understanding Words: A Title": a list without "and" before its last name.
    is_open = len(names.names) == 2 and not names.closed and not names.cut
    score -= 0.8 * (is_open and names.delimiter[:1] == ":")
    score -= _unlike(names) + _CUT_BODY * _is_in_body(names)
    gaps = {sep.rstrip("&").strip() for sep in set(names.seps[:-1])}
    if names.seps and not names.closed:
        gaps.add(names.seps[-1])
    return score - 1.5 * max(0, len(gaps) - 1)


# "McDonald", "LeCun", "DeForest", "FitzGerald" are names; "PyTorch", "DeBERTa" are not.
_CAMEL: Final = regex(
    r"(?!(?:[DL][aeiou]|Ma?c|Fitz|V[ao]n|Des|D[ae]l|[AE]l|Al|St)[A-Z][a-z])[A-Z][a-z]+[A-Z]\w*"
)
_OF_TITLE_WORD: Final = 2.5


def _is_word_of_title(name: str, delimiter: str) -> int:
    """Return how sure it is that the only name of a list is the first word of a title.

    >>> _is_word_of_title("PyTorch", ":"), _is_word_of_title("BERT", ":")
    (2, 2)
    >>> _is_word_of_title("LeCun", ":"), _is_word_of_title("MÜLLER", ":")
    (0, 0)
    """
    is_before_colon = delimiter[:1] == ":"
    if _CAMEL.fullmatch(name):
        return 1 + is_before_colon
    is_upper = len(name) > 1 and name.isupper() and not is_family(name.title())
    return 2 * int(is_before_colon and is_upper)


# "Synthia’s Melody": no name has an apostrophe and s.
_OF_OWNER: Final = regex(r"\w['’]s(?=,? |$)")


def _are_families(names: NameList) -> bool:
    """Return whether a list has family names alone: "Fei, Chen, and Wit (2019)".

    Commas are between them, the second ones are no given names, and "and", a colon or a date in
    brackets shows where they end.
    """
    if any(sep.strip("&") not in (",", "") for sep in names.seps):
        return False
    if any(" " in name and not is_particle(name.partition(" ")[0]) for name in names.names):
        return False
    is_ended = names.closed or names.cut or names.delimiter[:1] == ":"
    is_ended = is_ended or any(sign in names.delimiter for sign in '("“«')
    least = 2 if names.cut else 3
    if len(names.names) < least or not is_ended:
        return False
    # "Fei, Bo, and Chen, Aili": only in a row that "and" ends is a given name a family too.
    is_whole = names.closed and names.delimiter != ","
    if not is_whole and all(is_given(one) and not is_family(one) for one in names.names[1::2]):
        return False
    # "Fear, Hope, and Loathing." is rather a title, and begins as such a list does.
    known = sum(map(is_family, names.names))
    is_quoted = any(sign in names.delimiter for sign in '"“«')
    is_open = ("(" in names.delimiter or is_quoted) and not any(map(is_given, names.names))
    if is_open or (names.closed and any(sign in names.delimiter for sign in '("“«')):
        return True
    return 2 * known >= (len(names.names) if names.delimiter[:1] == "." else 1)


def _unlike(names: NameList) -> float:
    """Return how much the names of a list are unlike each other.

    "BOULEZ Pierre, Claude Debussy", "Medicus, Dieter, Schuldrecht I": words of the title.
    """
    first, others = names.names[0], names.names[1:]
    form = names.form
    if form is None or not others:
        return 0.0
    family = first.partition(",")[0]
    if form.first == "GF":
        family = first.rpartition(" ")[2]
    is_upper = len(family) > 2 and family.isupper() and form.first in ("F,G", "FG", "F,I", "GF")
    plain = sum(not _has_upper(name) for name in others) if is_upper else 0
    is_turned = form.first in ("F,G", "F,I") and form.others in ("GF", "IF")
    is_open = is_turned and not names.closed and not names.cut
    is_loose = form.others in ("GF", "FG", "F,G", "IF")
    lone = sum(" " not in name and not looks_like_group(name) for name in others)
    # "Ute Frevert, Ehrenmänner.": the second is the title.
    is_lone = is_loose and lone > (names.closed or names.cut)
    is_word = is_lone and not any(map(_is_of_names, others))
    # "Janion M., Niesamowita Moc": the second is no name.
    is_mixed = form.first == "GF" and is_initials(first.rpartition(" ")[2])
    if is_mixed:
        ends = {is_initials(name.rpartition(" ")[2]) for name in names.names if " " in name}
        is_mixed = len(ends) > 1
    return 1.5 * is_mixed + 1.5 * plain + 1.2 * is_open + 1.5 * (is_lone + is_word)


def _is_of_names(name: str) -> bool:
    return " " in name or is_family(name) or is_given(name)


def _is_in_body(names: NameList) -> bool:
    """Return whether "and" is within a body's name: "Ministry of Health and Welfare"."""
    if not names.closed or len(names.names) < 2:
        return False
    written = [one.replace(", ", " ") for one in names.names[-2:]]
    turned = [" ".join(reversed(one.split(", "))) for one in names.names[-2:]]
    return is_cut_body(*written) or is_cut_body(*turned)


def _has_upper(name: str) -> bool:
    return any(len(word) > 1 and word.isupper() for word in name.replace(",", " ").split())


def _initials_score(names: NameList) -> float:
    """Return the score of a list whose names have initials, by what is odd in each of them."""
    odd = Counter(map(_oddity, names.names))
    lone, of_title, of_given, only_given, stopped, long = (
        sum(count for found, count in odd.items() if found[place]) for place in range(6)
    )
    score = 3.0 + 0.9 * (len(names.names) - 1) - 2.6 * lone
    # "LLVM Link Time Optimization: Words": no family name consists of words of titles.
    score -= 3.0 * of_title
    # "Said, Edward W.": the first is a family name alone, and the second begins with a given name.
    is_lone = not any(sign in names.names[0] for sign in " ,")
    if names.form is not None and names.form.others in ("FI", "F?I"):
        is_first = names.form.first == "FI"
        score -= 1.5 * of_given + (0.0 if is_first else _OF_GIVEN - 1.5) * only_given
        score -= (1.5 if is_first else _OF_GIVEN) * is_lone
    elif is_lone and len(names.names) == 2 and not names.closed:
        score -= 1.5  # "Batson, C. Daniel."
    # No name has initials: the list is one of groups and words.
    score -= 3.0 * (not any(found[-1] for found in odd))
    # "HOLT Maren": four letters are more often a name in capitals than initials.
    score -= 0.8 * stopped
    # "Kopka, H., and P. W. Daly": no family name is a letter.
    score -= 3.0 * sum(map(_is_letter, names.names))
    return score - 0.5 * long


def _is_letter(name: str) -> bool:
    """Return whether the family name of a name with initials is a letter and a stop, or a year.

    >>> _is_letter("P., W."), _is_letter("2017, T. U. G."), _is_letter("Fei, B.")
    (True, True, False)
    """
    return name[1:3] == ".," or name[:1].isdigit()


@lru_cache(maxsize=4096)  # each name is in many of the lists that are weighed
def _oddity(name: str) -> tuple[bool, ...]:
    """Return what is odd in a name with initials.

    The faults: it is one word; its family name has words of titles, is a given name, or is that and
    no family name; it has more than two initials apart; its family name has more than two words.
    The last says whether it has a comma.

    >>> [place for place, found in enumerate(_oddity("LLVM Link Time, O.")) if found]
    [5, 6]
    """
    family = name.partition(",")[0]
    return (
        "," not in name and " " not in name,
        " " in family and is_of_title(family.split()),
        is_given(family),
        is_given(family) and not is_family(family),
        name.count(". ") > 2,
        len(family.split()) > 2,
        "," in name,
    )


# What no name begins with: "Die Verwandlung der Welt", "L'École".
_ARTICLE: Final = regex(
    r"(?:Die|Der|Das|Eine?|The|Zur|Zum|Vom|Über|Les \S+ |Une|Het|Een) \S|[LD]['’]\S+$"
)
_OF_ARTICLE: Final = 5.0


def _name_score(name: str, way: str) -> float:
    if way == "H":
        return 2.0
    score = 0.9 if _is_plausible(name) else -1.2
    given = name.partition(", ")[2].split()
    first = name if way == "GF" else name.partition(", ")[2]
    score -= _OF_ARTICLE * bool(_ARTICLE.match(first))
    # "Koller, Daphne & Friedman, Probabilistic Graphical Models"
    score -= 2.0 * (len(given) > 1 and is_of_title(given))
    score -= max(0, sum(map(is_capital, name.split())) - _MOST_OF_PERSON)
    return score + (0.7 * _capitals(name, way) if way else 0.0)


@lru_cache(maxsize=4096)
def _is_whole_family(name: str) -> bool:
    """Return whether what is before a comma is a whole name: "Berg Helena, Marketing".

    >>> _is_whole_family("Berg Helena, Marketing"), _is_whole_family("Berg Helena, Tomasz")
    (True, False)
    >>> _is_whole_family("Helena Berg, Moose"), _is_whole_family("Martin Berg, Helena")
    (True, False)
    """
    family, comma, after = name.partition(", ")
    first, _, last = family.rpartition(" ")
    given = after.partition(" ")[0]
    if not comma or len(first) < 3 or is_particle(first.lower()):
        return False
    if not is_given(last):
        # "Helena Berg, Moose. The": a given name, a family name and a title of one word.
        is_name = is_given(first) and not is_family(first)
        return is_name and " " not in after and not (is_given(given) or is_initials(given))
    return first.isupper() or not (is_given(given) or is_initials(given))


def _capitals(name: str, form: str) -> int:
    """Return 1 where the word in capitals is the family name of a form, -1 where it is not.

    >>> _capitals("FEI Bo", "FG"), _capitals("FEI Bo", "GF"), _capitals("Fei Bo", "FG")
    (1, -1, 0)
    """
    words = name.replace(", ", " ").split()
    first, last = (len(word) > 2 and word.isupper() for word in (words[0], words[-1]))
    if first == last or len(words) < 2:
        return 0
    return 1 if first == form.startswith("F") else -1


def _is_plausible(name: str) -> bool:
    """Return whether a text can be a name of a list: a person with two words, or a group.

    >>> _is_plausible("Fei, Bo"), _is_plausible("Fei")
    (True, False)
    """
    if looks_like_group(name):
        return True
    family, comma, given = name.partition(", ")
    turned = f"{given} {family}" if comma else name
    words = turned.split()
    if len(words) > 1 and is_initials(words[-1]) and not is_initials(words[0]):
        # Some people have their initials after one name: "Amrutha D.".
        turned = " ".join((*words[1:], words[0]))
    return len(turned.split()) > 1 and is_name(turned)
