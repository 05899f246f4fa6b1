"""English titles in title case and in sentence case, in CSL's small markup.

A .bib file holds English titles in title case, with braces where a capital stays; its
styles lower the others. CSL wants titles in sentence case, which its styles raise.
Sources: *BibTeXing*, section 3.1, on titles; btxhak, on ``change.case$``; the BibLaTeX
manual, section 4.6.4, on ``MakeSentenceCase*``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from refcore.text.months import MONTH_WORD
from refcore.text.patterns import regex

__all__ = [
    "has_foreign_word",
    "is_foreign",
    "is_foreign_name",
    "is_title_case",
    "sentence_case",
    "with_kept_capitals",
    "without_shouting",
]

# What is passed over: spans that keep their case with the rest of their word (braces
# often hold the first letter alone), mathematics, and single tags.
_OTHER: Final = r"(?P<other>[^\w<$-]+)|"  # first, as it is quick and nothing else begins so
_PATTERN: Final = (
    r"(?P<kept><span class=\"nocase\">(?:(?!</?span).)*+</span>[^\W_]*|<(?P<tag>su[bp]|sc)>[^<]*"
    r"</(?P=tag)>|\$[^$\\^_]*+[\\^_][^$]*+\$|https?://\S+"
    r"|(?<![\w.-])[\w-]++(?:\.[\w-]++)*\.(?:com|edu|gov|io|net|org)\b)|(?P<mark></?[^<>]*>)"
    r"|(?P<word>[^\W_](?:[\w]|['’](?=\w)|[\u0300-\u036f])*)|(?P<sign>.)"
)
_TOKEN: Final = regex(_OTHER + _PATTERN, re.DOTALL)
# Months beside a number, "2001 Sep 13", which are no words of a title.
_MONTH: Final = rf"(?:{MONTH_WORD})\b"
# What is before a name: "St. Louis", "Mt. Fuji", "Dr. Fen".
_BEFORE_NAME: Final = r"(?:St|Mt|Ft|Dr|Mr|Mrs|Ms|Prof|Lt|Gen|Sgt|Capt|Col|Gov|Sen|Rev)"
# BibTeX lowers nothing inside the braces of a command, as in `\emph{Drosophila}`.
_OUTSIDE_MARKS: Final = regex(
    _OTHER + r"(?P<marked><(?P<face>[ib])>(?:(?!</?(?P=face)>).)*+</(?P=face)>)"
    rf"|(?P<dated>(?<=\d ){_MONTH}|\b{_MONTH}(?=\.? \d))"
    rf"|(?P<titled>\b{_BEFORE_NAME}(?=\.[ \u00a0][A-Z]))|" + _PATTERN,
    re.DOTALL,
)
_WHOLE: Final = frozenset({"marked", "dated", "titled"})
_STARTS_ANEW: Final = frozenset(":?!—.")
_BETWEEN: Final = frozenset(" \u00a0\"'“”‘’«»()[]¿¡")
_BLANKS: Final = "".join(_BETWEEN)
_LOOK_BACK: Final = 12  # more letters than such an abbreviation has
# Abbreviations whose period ends no part of a title: "the U.S. Market".
_ABBREVIATED: Final = regex(
    r"\b(?:U\.\s?S(?:\.\s?A)?|U\.\s?K|U\.\s?N|E\.\s?U|A\.\s?I|D\.\s?C|Ph\.\s?D|M\.\s?D|e\.g|i\.e|ca?|cf"
    r"|Inc|Ltd|Co)\.\Z"
)
_HYPHENS: Final = frozenset("-‐‑")
_LONG: Final = 4  # words that title case always raises have so many letters
_ENOUGH: Final = 0.75
_SENTENCE: Final = 3  # a title with fewer words may be an acronym
_FEW_LONG: Final = 2  # words longer than acronyms are
_ROMAN: Final = regex(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
# Words that no English title has, among those that titles are full of.
_FOREIGN: Final = frozenset(
    "und der die das des dem den ein eine einer zur zum von vom für über mit im auf bei nach "
    "aus en le la les du et une dans pour sur avec aux par el los las del una por para con il lo "
    "gli di della delle dei dello nel nella per da do dos em no na os uma het een van voor op "
    "met och att för av till på og til af med oraz".split()
)
# Of these, words that neither English titles nor names in them have.
_FOREIGN_ALONE: Final = frozenset(
    "und zur zum vom über für einer dans avec della delle dello nella gli voor het och oraz".split()
)
# Of these, words that English titles have too: "No Moss", "Moss per Town", "Los Angeles".
_EITHER: Final = frozenset("do la los met no per till van".split())
_ONLY_FOREIGN: Final = _FOREIGN - _EITHER
# Words that tell of another language where they are small: "Revista de biología".
_SMALL_FOREIGN: Final = frozenset("de e y".split())
_ENGLISH: Final = frozenset(
    "the of and for with to from by is are how what why when its their into using through toward "
    "towards between or not its does can your our".split()
)
# Letters that English words do not have; Greek ones are signs, as raised digits are.
_FOREIGN_LETTER: Final = regex(
    r"(?![\u00b2-\u00be\u0370-\u03ff\u2070-\u218f\U0001d400-\U0001d7ff])[^\W\d_\x00-\x7f]"
)

# Words of English titles that have such letters.
_LOANS: Final = frozenset(
    "à café cafés cliché clichés coöperation coöperative crèche crème déjà décor élan émigré "
    "émigrés étude études façade façades fête fiancé garçon manqué mañana naïve naïveté passé "
    "piñata première premières protégé pâté résumé rôle rôles soirée touché voilà über".split()
)
# Longer words that title case leaves small: prepositions and conjunctions.
_SMALL: Final = frozenset(
    "about after against along amid among around before behind beneath beside between beyond "
    "despite down during from inside into like near onto over past since than that through "
    "toward towards under until upon versus when with within without".split()
)
# Short words that title case leaves small.
_SHORT: Final = frozenset("and but for nor off out per the via yet".split())
# Words of two letters that no name is: "Moss and Us".
_TINY: Final = frozenset("be do he is it me my no us we".split())
# Words that begin a subtitle and are no names.
_SUBTITLE: Final = regex(
    r"(?<=[^:]: )(?:A|An|The|And|On|In|Of|For|From|To|Toward|Towards|With|Without|Is|Are|Do|Does"
    r"|Can|Should|What|When|Where|Why|How|Who|Which|Results|Evidence|Implications|Findings|Lessons"
    r"|Insights|Analysis|Effects?|Role|Report|Review|Systematic|Randomi[sz]ed|Prospective"
    r"|Retrospective|Longitudinal|Cross-sectional|Comparative|Current|Recent|New|Past|Present"
    r"|Challenges|Opportunities|Prospects|Problems|Perspectives|Trends|Progress|Methods?"
    r"|Theory|Application|Applications|Design|Development|Implementation|Understanding|Using"
    r"|Making|Building|Improving|Estimating|Measuring|Modell?ing|Two|Three|Guidelines|Case|Meta)"
    r"(?=[\s-])"
)


def is_title_case(title: str, language: str = "") -> bool:
    """Return whether a title is English and nearly all its longer words have a capital.

    >>> is_title_case("The Psychology of Prejudice"), is_title_case("The psychology of Bayes")
    (True, False)
    >>> is_title_case("Dealing with Differences"), is_title_case("Growth within lakes")
    (True, False)
    >>> is_title_case("The Fox and the Owl"), is_title_case("The fox and the owl")
    (True, False)
    >>> is_title_case("Vom Sein und Werden"), is_title_case("Zur Kritik", "de")
    (False, False)
    """
    return _is_english(title, language) and _is_raised(title)


def _is_raised(title: str) -> bool:
    """Return whether nearly all the longer words of an English title have a capital.

    >>> _is_raised("The Psychology of Prejudice"), _is_raised("The psychology of Bayes")
    (True, False)
    >>> _is_raised("[Raw data on the Fen Mindfulness Scale]")
    False
    """
    weighed = _weighed(title)
    words = [word for word in weighed if len(word) >= _LONG and word not in _SMALL]
    if not words:
        words = [word for word in weighed if len(word) == _LONG - 1 and word not in _SHORT]
    if not words:
        words = [word for word in weighed if word.lower() in _TINY and not word.isupper()]
    raised = sum(word[0].isupper() for word in words)
    # A description in place of a title is a sentence, with names in it (APA 7, section 9.22).
    is_described = title.startswith("[") and title.endswith("]")
    return bool(words) and raised >= (1 if is_described else _ENOUGH) * len(words)


def sentence_case(title: str, language: str = "", *, lowers_subtitles: bool = False) -> str:
    """Return an English title in sentence case; any other title stays as it is.

    Words with a capital after the first letter, what ``nocase`` protects, words in
    italics or bold and the beginnings of the title and of its parts keep their capitals.
    With `lowers_subtitles`, the part after a colon or a dash has none.

    >>> sentence_case("Deep Learning for Peat: A Test-Time Study of NASA Images")
    'Deep learning for peat: A test-time study of NASA images'
    >>> sentence_case("The Growth of the <i>Drosophila</i> Eye")
    'The growth of the <i>Drosophila</i> eye'
    >>> sentence_case("Moss in Towns: A Survey", lowers_subtitles=True)
    'Moss in towns: a survey'
    >>> sentence_case("The Ideas of Dr. Elm in St. Louis")
    'The ideas of Dr. Elm in St. Louis'
    >>> sentence_case("Moss in towns: Evidence from Kent", lowers_subtitles=True)
    'Moss in towns: evidence from Kent'
    """
    if not _has_capital(title):
        return title
    if not is_title_case(title, language):
        is_lowered = lowers_subtitles and ": " in title and _is_english(title, language)
        return _SUBTITLE.sub(lambda word: word[0].lower(), title) if is_lowered else title
    return _changed(title, "", "", _STARTS_ANEW - {":", "—"} if lowers_subtitles else _STARTS_ANEW)


def with_kept_capitals(title: str, language: str = "") -> str:
    """Return a title in sentence case with ``nocase`` about its capitals; others stay.

    >>> with_kept_capitals("The psychology of Bayes")
    'The psychology of <span class="nocase">Bayes</span>'
    >>> with_kept_capitals("The Psychology of Bayes")
    'The Psychology of Bayes'
    """
    if not _has_capital(title) or not _is_english(title, language) or _is_raised(title):
        return title
    return _changed(title, '<span class="nocase">', "</span>")


def _has_capital(title: str) -> bool:
    """Return whether a title has a capital; without one its case needs no reading.

    >>> _has_capital("moss of the Fen"), _has_capital("moss { }")
    (True, False)
    """
    return any(map(str.isupper, title))


def _is_english(title: str, language: str) -> bool:
    """Return whether a title is English, by its language or, if none is stated, by its words.

    >>> _is_english("The Moss", "")
    True
    >>> _is_english("Das Moos und die Seen", "")
    False
    >>> _is_english("Moss", "de")
    False
    """
    if language:
        return language.strip().lower()[:2] == "en"
    words = _words(title)
    if words & _ENGLISH:
        return True
    is_spelt = any(_FOREIGN_LETTER.search(word) for word in words - _LOANS)
    return not words & _ONLY_FOREIGN and not is_spelt


@lru_cache(maxsize=256)  # fitting an item asks several times
def is_foreign(title: str) -> bool:
    """Return whether a title is clearly in another language than English.

    >>> is_foreign("Le Rouge et le Noir"), is_foreign("Über Torf und Moor")
    (True, True)
    >>> is_foreign("Zur Elektrodynamik"), is_foreign("Koniec sojuszu bobrów")
    (True, True)
    >>> is_foreign("Jan van Eyck"), is_foreign("Peat at El Paso"), is_foreign("Naïve Bayes")
    (False, False, False)
    """
    listed = _listed(title)
    words = [word.lower() for word in listed]
    if _ENGLISH.intersection(words):
        return False
    foreign = sum(word in _ONLY_FOREIGN for word in words) + len(_EITHER.intersection(words))
    if foreign > 1 or _FOREIGN_ALONE.intersection(words):
        return True
    spelt = any(
        word.islower() and word not in _LOANS and _FOREIGN_LETTER.search(word) for word in listed
    )
    return spelt or (foreign == 1 and _FOREIGN_LETTER.search(title) is not None)


def is_foreign_name(word: str) -> bool:
    """Return whether a word with a capital is a name, as it has letters that English lacks.

    >>> is_foreign_name("Möbius"), is_foreign_name("Naïve"), is_foreign_name("Moss")
    (True, False, False)
    """
    is_spelt = word[:1].isupper() and _FOREIGN_LETTER.search(word) is not None
    return is_spelt and word.lower() not in _LOANS


def has_foreign_word(title: str) -> bool:
    """Return whether a name has a small word of another language in it, which stays small.

    >>> has_foreign_word("Annalen der Physik"), has_foreign_word("Journal of Physics")
    (True, False)
    """
    small = set(filter(str.islower, _listed(title)))
    return bool(small & (_ONLY_FOREIGN | _SMALL_FOREIGN)) and not small & _ENGLISH


def _words(title: str) -> set[str]:
    """Return the words of a title in lower case.

    >>> sorted(_words("The Moss of <i>Fens</i>"))
    ['moss', 'of', 'the']
    """
    return set(map(str.lower, _listed(title)))


def _listed(title: str) -> list[str]:
    """Return the words of a title whose case may change, in order.

    >>> _listed("The Moss of <i>Fens</i>")
    ['The', 'Moss', 'of']
    """
    return [text for kind, text in _tokens(title) if kind == "word"]


@lru_cache(maxsize=2)  # most calls ask for the words, their capitals and the pieces of one title
def _tokens(title: str) -> tuple[tuple[str | None, str], ...]:
    """Return the kind and the text of each piece; together they are the title.

    >>> _tokens("Fens: a <i>Life</i>")
    (('word', 'Fens'), ('other', ': '), ('word', 'a'), ('other', ' '), ('marked', '<i>Life</i>'))
    """
    return tuple([(match.lastgroup, match[0]) for match in _OUTSIDE_MARKS.finditer(title)])


def _tokens_within(title: str) -> tuple[tuple[str | None, str], ...]:
    """Return the same, but with the pieces that marks, dates and titles of people consist of.

    >>> _tokens_within("<i>Life</i>")
    (('mark', '<i>'), ('word', 'Life'), ('mark', '</i>'))
    """
    found = _tokens(title)
    if _WHOLE.isdisjoint(kind for kind, _ in found):
        return found
    return tuple([(match.lastgroup, match[0]) for match in _TOKEN.finditer(title)])


def _weighed(title: str) -> list[str]:
    """Return the words whose capitals tell of title case.

    These are all that may change but the word that begins the title, and small ones
    after a hyphen, which title case may leave small.

    >>> _weighed("The Moss of DNA")
    ['Moss', 'of']
    """
    found: list[str] = []
    began, joined = False, False
    for kind, text in _tokens(title):
        if kind == "other" or kind == "sign":
            began = began or not _BETWEEN.issuperset(text)
            joined = text[-1] in _HYPHENS
            continue
        if kind == "word" and began and (text[0].isupper() or not joined) and _is_free(text):
            found.append(text)
        began, joined = True, False
    return found


def _is_free(word: str) -> bool:
    """Return whether the case of a word may change: no capital after its first letter, no digit.

    >>> _is_free("Moss"), _is_free("DNA"), _is_free("x2")
    (True, False, False)
    """
    if len(word) == 1:
        return not word.isdigit()
    rest = word[1:]
    return rest == rest.lower() and (word.isalpha() or not any(map(str.isdigit, word)))


def _changed(title: str, before: str, after: str, starting: frozenset[str] = _STARTS_ANEW) -> str:
    """Lower the free words with a capital, or put something before and after them.

    The word after one of the `starting` signs begins a part of the title.
    """
    found: list[str] = []
    tokens = _tokens_within(title) if before else _tokens(title)
    for kind, word, starts in _pieces(title, tokens, starting):
        if kind == "word" and not starts and word[0].isupper() and _is_free(word):
            alone = len(word) == 1 and word != "A"  # a letter by itself is a name
            if not alone:
                word = f"{before}{word}{after}" if before else word.lower()
            elif before and word != "I":
                word = f"{before}{word}{after}"
        found.append(word)
    return "".join(found)


def _pieces(
    title: str, tokens: Iterable[tuple[str | None, str]], starting: frozenset[str]
) -> Iterator[tuple[str, str, bool]]:
    """Return the pieces of a title: what each is, its text, whether a part begins with it."""
    starts, end = True, 0
    for kind, text in tokens:
        yield kind or "", text, starts
        if kind == "other" or kind == "sign":
            if sign := text.rstrip(_BLANKS):  # the last sign counts
                at = end + len(sign)
                starts = sign[-1] in starting and not (
                    sign[-1] == "." and _ABBREVIATED.search(title, max(0, at - _LOOK_BACK), at)
                )
        elif kind != "mark":
            starts = False
        end += len(text)


def without_shouting(title: str, language: str = "") -> str:
    """Return an English title of capitals alone in sentence case; any other stays as it is.

    Catalogues print titles so. Words with digits and Roman numerals keep their capitals.

    >>> without_shouting("MOSSES OF THE FEN II: A SURVEY OF H2O")
    'Mosses of the fen II: A survey of H2O'
    >>> without_shouting("DNA"), without_shouting("IBM SPSS AMOS 25"), without_shouting("Moss")
    ('DNA', 'IBM SPSS AMOS 25', 'Moss')
    """
    if title != title.upper() or not _is_english(title, language):
        return title
    words = _listed(title)
    long = sum(len(word) > _LONG for word in words)
    if len(words) < _SENTENCE or long < (_FEW_LONG if len(words) == _SENTENCE else 1):
        return title
    found: list[str] = []
    for kind, word, starts in _pieces(title, _tokens(title), _STARTS_ANEW):
        keeps = len(word) == 1 and word != "A"
        if kind == "word" and word.isalpha() and not keeps and not _ROMAN.fullmatch(word):
            word = word[0] + word[1:].lower() if starts else word.lower()
        found.append(word)
    return "".join(found)
