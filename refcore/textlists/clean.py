"""Undoes what typesetting does to text: ligatures, separated accents, broken words.

Text that is copied from a page or a PDF has such characters; a table says what each of
them means.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final

from refcore.names.customs import PARTICLES
from refcore.text.idforms import DOI_PREFIX
from refcore.text.letters import EAST_ASIAN, widened
from refcore.text.patterns import regex
from refcore.text.restructured import FIRST_LINK, without_markup

__all__ = ["ACCENTS", "cleaned", "joined", "with_accents", "with_quoted_title"]

# A separate character for an accent, with the combining accent.
ACCENTS: Final = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c",
    "¸": "\u0327", "˚": "\u030a", "˝": "\u030b", "˘": "\u0306", "¯": "\u0304", "˙": "\u0307",
    "˛": "\u0328",
}  # fmt: skip
_LIGATURES: Final = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij",
}  # fmt: skip
_SIGNS: Final = str.maketrans({**_LIGATURES, "\u00a0": " ", "\u2009": " ", "\u202f": " ",
    "\u00ad": None, "\u200b": None, "\u2060": None, "\ufeff": None})  # fmt: skip
# Full-width punctuation, with the form that it has beside Latin letters.
_WIDE: Final = regex("[\uff0c\uff0e\uff1a\uff1b\uff1d\u3001\u3002\u300a\uff08]")
_WIDE_SIGNS: Final = str.maketrans(
    {"\uff0c": ", ", "\uff0e": ". ", "\uff1a": ": ", "\uff1b": "; ", "\uff1d": "; ",
     "\u3001": ", ", "\u3002": ". ",
     "\uff08": " (", "\uff09": ") ", "\uff3b": "[", "\uff3d": "]",
     "\u300a": " “", "\u300b": "” "}  # the quotation marks of titles
)  # fmt: skip
# "丸山『思想史』東京": the quotation marks of titles, without spaces around them; and people
# with a dot between them in front.
_HAN_OPENER: Final = regex(r"(?<=[\w)])(?=[「『])")
_HAN_CLOSER: Final = regex(r"(?<=[」』])(?=[\w(「『])")
_HAN_PEOPLE: Final = regex(r"\A[\u3400-\u9fff]{2,5}(?:・[\u3400-\u9fff]{2,5})+(?=[ 「『(,])")
# "刘国钧,陈绍业.图书馆目录", "植垣 節也(1967)": no space between people, and one within a name.
_HAN_COMMAS: Final = regex(
    r"\A(?:[\u3400-\u9fff]{2,4}[,，、] ?){1,9}(?:[\u3400-\u9fff]{2,4}(?=[.．。])|等(?=[.．。,]))"
)
_HAN_PARTED: Final = regex(
    r"\A[\u3400-\u9fff]{1,3} [\u3400-\u9fff]{1,3}"
    r"(?:[・、,，][\u3400-\u9fff]{1,3} [\u3400-\u9fff]{1,3})*"
    r"(?= ?[(（「『])"
)
# "大澤真幸・吉見俊哉編『社会学』": a word for editors, or for authors, without a space.
_HAN_MAKERS: Final = regex(
    r"\A(?P<names>(?:[\u3400-\u9fff]{2,5}[・、，,] ?){0,9}[\u3400-\u9fff]{2,4}?)"
    r"(?P<role>共編著?|編著?|監修|主[編编]|编著?|著)(?= ?[「『《“(（,，.．])"
)
# Emphasis as in Markdown: "**Fei, B. (2019).** *Of Moss.*".
_EMPHASIS: Final = regex(
    r"(?<![\w*_])(?P<mark>\*{1,3}|_{1,2})(?=\S)(?P<inner>[^*_]{2,400})(?<=\S)(?P=mark)(?![\w*_])"
)
_MOST_EMPHASES: Final = 3  # that are looked at
_QUOTE: Final = regex(r"[\"“”„«»]")
_OPENS_VENUE: Final = regex(
    r"(?:in|proc|proceedings|journal|j|trans|transactions|ann|annals|bull|bulletin|advances in"
    r"|lecture notes|handbook|encyclop)\b",
    re.IGNORECASE,
)
_VOLUME_BEHIND: Final = regex(r",? \*{0,3}\d{1,4}\*{0,3}(?: ?\(|[:,] ?\d)")
_GOES_ON: Final = regex(r"[,.] [^\W\d_a-z]|\.\Z")
_OF_NAME: Final = r"(?:(?:[^\W\d_a-z](?:-[^\W\d_a-z])?\.[- ]?){1,4}|[^\W\d_a-z][\w'’-]{1,40})"
_JOINS_NAMES: Final = r"(?:,? (?:and|und|et|y|e|&) |[,;]\s)"
_WORDS_OF_PARTICLES: Final = sorted({word for row in PARTICLES for word in row.words.split()})
_PARTICLES: Final = rf"(?:(?:{'|'.join(map(re.escape, _WORDS_OF_PARTICLES))}) ){{0,2}}"
_ONE_NAME: Final = rf"{_PARTICLES}{_OF_NAME}(?: {_PARTICLES}{_OF_NAME}|(?<=\.){_OF_NAME}){{0,3}}"
# Names, then a year or none: "A. Fei, B. Wu and Fei, C. (2019)."
_ARE_NAMES: Final = regex(
    rf"\s*{_ONE_NAME}(?:{_JOINS_NAMES}{_ONE_NAME}){{0,30}}(?:,? et al\.?)?"
    r"\s?[.,:]?\s?(?:\(?(?:19|20)\d\d[a-z]?\)?[.,:]?)?\s*"
)
# Names behind a linked title: " B. Fei and A. Chen.", " B. Fei et al,", "\nBo Fei, Ada Chen."
_BEFORE_NAMES: Final = regex(
    rf"[.,]?\s{_ONE_NAME}(?:{_JOINS_NAMES}{_ONE_NAME}){{0,30}}(?:,? et al\.?)?[.,:]?(?:\s|$)"
)
# "Fei B:, Chen A: Of Words": a colon after each name.
_COLON_OF_NAME: Final = regex(r"(?<=[^\W_]):(?=,)")
# The edition, raised: "Of Words²,", "2019²."
_EDITION: Final = regex(
    r"(?<=[^\W\d_]{3})[²³⁴-⁹](?=[,.:;])|(?<=\d{4})[²³⁴-⁹](?=[,.:;)])| [²³⁴-⁹](?=[()])"
)
# Small capitals taken out of a PDF: "ABADI , M., S HI, Y., AND R OYCHOUDHURY , A."
_SMALL_CAPITALS: Final = regex(r"[A-Z]{2} ,(?= [A-Z]\.)|,? AND [A-Z]+ ?,")
_BEFORE_COMMA: Final = regex(r"(?<=[A-Z]{2}) (?=,)")
_SPLIT_CAPITAL: Final = regex(r"(?<![\w.-])([A-Z]) (?=[A-Z]{1,30},[ ](?:[A-Z]\.))")
_SMALL_AND: Final = regex(r"(?<=[.,] )AND(?= [A-Z])|(?<=[A-Z]\.)AND(?= [A-Z])")
# "B. Fei-A. Chen, Of Words": a hyphen between names that begin with initials.
_HYPHENED: Final = regex(
    r"\A\W{0,3}(?:(?:[A-Z]\.[ -]?){1,4}"
    r"[^\W\d_][\w'’]*+(?:-[A-Z][a-z][\w'’]*+)?(?:[ ][^\W\d_][\w'’]*+){0,3}-){1,40}(?=[A-Z]\.)"
)
_HYPHEN_OF_NAMES: Final = regex(r"(?<=[^\W\d_]{2})-(?=[A-Z]\.)")
# "Noor MA;Clark JA", "Yilong. . Of Words", "Fei / Chen / Wit (2013)": one form of each.
_NO_SPACE_AFTER_SEMICOLON: Final = regex(r"(?<=[A-Z.]);(?=[A-Z])")
_TWO_COMMAS: Final = regex(r",(?: ,)+(?= )")
_TWO_STOPS: Final = regex(r"(?<=[^\W_])\. \.(?= [^.\s])")
_SPACED_SLASHES: Final = regex(r"\A(?:[A-Z][\w'’-]+ / ){1,30}[A-Z][\w'’-]+(?=[ ,])")
# "[Of Words](https://example.org)": the address goes after the words.
_LINK: Final = regex(r"\[([^\[\]]{3,300})\]\((https?://[^\s()]{1,300})\)")
# "¨Of Words¨,": diaereses as quotation marks.
_DIAERESES: Final = regex(r"(?<= )¨(?=[A-Z0-9¿])([^¨]{4,300})¨(?=[,.; ])")
# "``Of Words''": the quotation marks of TeX.
_TEX_QUOTES: Final = regex(r"``(?=\S)([^`]{2,300}?)''")
# ":math:`\chi^2`": a formula of Sphinx.
_MATH: Final = regex(r":math:`([^`\n]{1,120})`")
# "Huang, T. ,Yang, G. ; Tang, G..": a space in front of the sign after initials, and two stops.
_SPACED_SIGN: Final = regex(r"(?<=[A-Z]\.) +([,;]) *(?=\S)")
_DOUBLED_STOP: Final = regex(r"(?<=[ .-][A-Z])\.\.(?=[ ,;])")
# "Fei, B.; Chen , A."
_SPACED_COMMA: Final = regex(r"(?<=[^\W\dA-Z_]{2}) ,(?= [A-Z])")
# "Berg, Ada ; Fei, Bo ; et al.: Of Words": the space that French and German set there.
_SPACED_SEMICOLON: Final = regex(r"(?<=[^\W_]) ;(?= )|(?<=[.)”»]) ;(?= )")
# "Fei BA, Chen A, inventors. Moss University, assignee. Of Words": of a patent.
_INVENTORS: Final = regex(r"(?<=[A-Z]), inventors?\.(?: [^.]{3,80}, assignees?\.)?(?= )")
# "Fei., B. A. (2015)": a stop behind the family name.
_STOP_OF_FAMILY: Final = regex(r"\A([^\W\d_a-z][\w'’-]*[a-z]{2})\.(?=, [A-Z]\.)")
# "Fei, B. A (2015)": the stop of the last initial is missing.
_LAST_INITIAL: Final = regex(r"(?<=[A-Z]\. [A-Z])(?= \((?:1[5-9]|20)\d\d)")
# "Fei BA. Chen A. Wu S. Of Words.": a stop after each name, as Ovid prints them.
_STOPPED: Final = regex(r"\A(?:[^\W\d_][\w'’-]+ [A-Z]{1,3}\. ){3,60}(?=et al|[^\W\d_])")
# "Z. -H. Zhou"
_SPACED_HYPHEN: Final = regex(r"(?<=\b[A-Z]\.) -(?=[A-Z]\. )")
# Who contributed equally: "R. Vane*, E. Stone†, and".
_MARK_OF_NAME: Final = regex(r"(?<=[^\W\d_])[*†‡§]{1,3}(?=[,;]| and | & )")
# Places where a space is lost. Each pattern begins with the punctuation there and looks back from
# it, so that few places are tried.
_NO_SPACE_AFTER: Final = regex(
    r"[.,)”»/:](?:"
    # "Fei, B 2019,“Of Words”", "Chen A, Fei B.Of words and": no space in front of the title.
    r"(?<=\w[,.])(?=[“«„][^\W_]|\"[A-Z])"
    r"|(?:(?<=[a-z] [A-Z]\.)|(?<=[a-z] [A-Z]{2}\.)|(?<=[a-z] [A-Z]{3}\.))(?=[A-Z][a-z]+[ :-])|"
    r"(?<=\bIn:)(?=[A-Z“])|"
    # "Words.arXiv", "Words.PhD thesis"
    r"(?<=[a-z]{3}\.)(?=arXiv|PhD|\(\(|[A-Z][a-z]{2,} )|"
    rf"(?<=\d\.)(?=URL\b|https?://|doi:|{DOI_PREFIX}/)"
    r"|(?<=[^\W\d_.],)(?=[A-Z]\.)|(?<=[”»])(?=[A-Za-z])"
    # "(2023)Words": nothing between the year and the title.
    r"|(?<=[(,. ](?:19|20)\d\d\))(?=[A-Z“])|(?<=[(,. ](?:19|20)\d\d[a-z]\))(?=[A-Z“])"
    r"|(?<=\]//)(?=\S))"
)
# "Fei B,Chen A.Of Words[J].Cell,2015": where a space is missing, and where one is there.
_GLUED: Final = regex(
    widened(
        r"[,;:](?<=[^\W_].)(?=[A-Z“]|\"\S|[a-z]{2})(?!//)|,(?<=[a-z].)(?=\d{4})"
        r"|\.(?<=[a-z\])”\"].)(?=[A-Z][^.\W])(?!\w+[./])|\.(?<=[A-Z].)(?=[A-Z][a-z])"
        rf"|[.:](?<=[{EAST_ASIAN}\]].)(?=[{EAST_ASIAN}\d])|\.(?<=\].)(?=[A-Z])"
    )
)
_LEAST_GLUED: Final = 2
_SPACED: Final = regex(r"[,;:.][\"”]? ")
# The beginning of a venue that follows a title without a space: "NetworksThirty-Sixth AAAI".
_VENUES: Final = (
    "In: ", "Proceedings of", "PhD thesis", "Technical report", "Advances in ", "Findings of",
    "Conference on ", "Twenty-", "Thirty-", "Forty-", "Fifty-",
    "International (?=Con|Joint|Sym|Work)", "University of (?=[A-Z])",
    "The (?=\\d|(?:[A-Z][a-z]+-)?[A-Z][a-z]+(?:th|st|nd|rd) )", "IEEE ", "ACM ", "Interspeech ",
    "Annual ", "Symposium on ", "Workshop on ", "Journal of ", "Transactions ", "Lecture Notes ",
    "MM (?=[’']\\d\\d)", "Retrieved (?=from )", "accessed (?=[A-Z][a-z]+ \\d)",
    "20(?=\\d\\d (?:IEEE|ACM|International))",
    "19(?=\\d\\d[,.](?: |$))", "20(?=\\d\\d[,.](?: |$))",
)  # fmt: skip
_NO_SPACE_BEFORE: Final = regex(
    # "Object Detectionhttps://": no space before an address.
    r"http(?=s?://)(?:(?<=[^\d/]\d{4}http)|(?<=[^\W\d_]{2}http)|(?<=[^\W_][)\]”»?!]http))"
    r"|arXiv\b(?:(?<=[a-z?\d]arXiv)|(?<=[a-z] [A-Z]arXiv))"
    # "Words[C]//Proceedings": the marks of kinds in GB/T 7714, with no space around.
    r"|\[(?<=\S\[)(?=(?:[JCMDRSPNGAKZ]|DB|CP|EB)(?:/(?:OL|CD|MT|DK))?\])|"
    + "|".join(
        f"{venue}(?<=(?:[a-z]{{3}}|[a-z] [A-Z]){venue.partition('(')[0]})" for venue in _VENUES
    )
)
_ET_AL_BEFORE: Final = regex(r"(?<=\bet al)(?=[A-Z])")
_PAGES_AFTER_WORD: Final = regex(r"\d(?<=[a-z]{3}\d)(?=\d*–\d+\.)")
_SET: Final = "".join(ACCENTS)
_BEFORE: Final = regex(rf"([{_SET}]) ?([^\W\d_])")
_AFTER: Final = regex(rf"([^\W\d_])([{_SET}])")
# TeX puts accents on an i without its dot; elsewhere it is a letter of Turkish.
_DOTLESS: Final = regex("ı(?=[\u0300-\u036f])")
# Words before which a hyphen stays where a line is broken: "self-" and "supervised".
_PREFIXES: Final = frozenset(
    "self non multi cross semi pre post anti co inter intra sub super ultra quasi pseudo meta "
    "high low large small long short end state real open closed well one two three first second "
    "fine coarse context data time full half zero few model human user graph point peer".split()
)
_ADDRESS: Final = regex(rf"(?:https?://|www\.|doi\.org/|doi:\s?10\.|\b{DOI_PREFIX}/)\S*$")
# The end of a link of reStructuredText.
_LINK_ENDS: Final = (">`_", ">`__")
_LAST: Final = regex(r"([^\W\d_]+)[-‐\u00ad]$")
_FIRST: Final = regex(r"[^\W\d_]+")
# A word or an address is not looked at further back than this.
_LONGEST: Final = 500


# "Wu M., Fei B. 2020 : Moss": the space that French sets before a colon, behind a bare year.
_SPACED_COLON: Final = regex(r"(?<=\S (?:1[5-9]|20)\d\d) (?=: )")


def cleaned(text: str) -> str:
    """Return text with letters as they are meant, and one space between words.

    >>> cleaned("Jos´e  and the ﬁrst M¨ uller")
    'José and the first Müller'
    """
    text = _without_light_markup(_with_plain_signs(text))
    text = _COLON_OF_NAME.sub("", _MARK_OF_NAME.sub("", text))
    text = _spread(_with_spaces(_with_letters(text)))
    text = _with_one_form_of_names(text)
    if " : " in text:
        text = _SPACED_COLON.sub("", text)
    return text.replace("« ", "«").replace(" »", "»") if "«" in text else text


def _with_plain_signs(text: str) -> str:
    """Return text with the signs of East Asia and of typesetting as they are in a Latin text.

    >>> _with_plain_signs("Fei，2015「Of Words」Tokyo")
    'Fei, 2015 「Of Words」 Tokyo'
    """
    if not text.isascii():
        text = text.translate(_SIGNS)
        if _WIDE.search(text):
            text = text.translate(_WIDE_SIGNS)
    if "「" in text or "『" in text:
        text = _HAN_CLOSER.sub(" ", _HAN_OPENER.sub(" ", text))
    if commas := _HAN_COMMAS.match(text):
        text = re.sub("[,，、] ?", ", ", commas[0]) + text[commas.end() :]
    if parted := _HAN_PARTED.match(text):
        text = parted[0].replace(" ", "") + text[parted.end() :]
    if made := _HAN_MAKERS.match(text):
        role = "" if made["role"] == "著" else f" {made['role']}"
        text = f"{made['names']}{role}{text[made.end() :]}"
    if people := _HAN_PEOPLE.match(text):
        text = people[0].replace("・", ", ") + text[people.end() :]
    return text


def _without_light_markup(text: str) -> str:
    """Return text without the markup of TeX, Markdown and reStructuredText.

    >>> _without_light_markup("``Of Words'' in [Cell](https://a.org)")
    '“Of Words” in Cell https://a.org'
    """
    if "\\" in text:
        from refcore.latex.loose import without_commands

        text = without_commands(text)
    if ":math:`" in text:
        from refcore.latex import decode, to_plain

        text = _MATH.sub(lambda found: to_plain(decode(f"${found[1]}$")), text)
    if "`" in text:
        text = without_markup(_with_quoted_link(_TEX_QUOTES.sub(r"“\1”", text)))
    if "](" in text:
        links = [found[2] for found in _LINK.finditer(text)]
        text = " ".join((_LINK.sub(r"\1", text).rstrip(), *links))
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\g<inner>", with_quoted_title(text))
    return text


def _with_letters(text: str) -> str:
    """Return text whose accents are on their letters, in Unicode's composed form.

    >>> _with_letters("Jos´e")
    'José'
    """
    if not text.isascii():
        text = _EDITION.sub("", text)
    if "¨" in text:
        text = _DIAERESES.sub(r"“\1”", text)
    if any(sign in text for sign in ACCENTS):
        text = with_accents(text)
    if "ı" in text:
        text = _DOTLESS.sub("i", text)
    return unicodedata.normalize("NFC", text)


def _with_spaces(text: str) -> str:
    """Return text with one space between words, also where a space is lost.

    >>> _with_spaces("Words.PhD  thesis")
    'Words. PhD thesis'
    """
    text = " ".join(text.split())
    text = _NO_SPACE_AFTER.sub(r"\g<0> ", text)
    text = _NO_SPACE_BEFORE.sub(r" \g<0>", text)
    if "et al" in text:
        text = _ET_AL_BEFORE.sub(" ", text)
    if "–" in text:
        text = _PAGES_AFTER_WORD.sub(r" \g<0>", text)
    return " ".join(text.split())


def _with_one_form_of_names(text: str) -> str:
    """Return text with one form of the signs between names, and of initials and capitals.

    >>> [_with_one_form_of_names(text) for text in ("Fei / Chen / Wit (2013)", "Z. -H. Zhou")]
    ['Fei/Chen/Wit (2013)', 'Z.-H. Zhou']
    """
    text = _DOUBLED_STOP.sub(".", _SPACED_SIGN.sub(r"\1 ", _SPACED_HYPHEN.sub("-", text)))
    if ", inventor" in text:
        text = _INVENTORS.sub(".", text)
    if " ;" in text:
        text = _SPACED_SEMICOLON.sub(";", text)
    text = _TWO_COMMAS.sub(",", text)
    text = _LAST_INITIAL.sub(".", _SPACED_COMMA.sub(",", _STOP_OF_FAMILY.sub(r"\1", text)))
    text = _STOPPED.sub(_with_commas, text)
    text = _TWO_STOPS.sub(".", _NO_SPACE_AFTER_SEMICOLON.sub("; ", text))
    if families := _SPACED_SLASHES.match(text):
        text = families[0].replace(" / ", "/") + text[families.end() :]
    if hyphened := _HYPHENED.match(text):
        names = _HYPHEN_OF_NAMES.sub(" – ", text[: hyphened.end() + 2])
        text = names + text[hyphened.end() + 2 :]
    if _SMALL_CAPITALS.search(text[:_LONGEST]):
        text = _with_whole_capitals(text)
    return text


def with_quoted_title(text: str) -> str:
    """Return a text with quotes in place of the emphasis of a title right behind names.

    >>> with_quoted_title("A. Fei, *Of Moss and Fern*, 3"), with_quoted_title("Of Moss. *Bog* 3")
    ('A. Fei, “Of Moss and Fern”, 3', 'Of Moss. *Bog* 3')
    >>> with_quoted_title("A. Fei, *Letters on Moss* 3 (2019) 12")
    'A. Fei, *Letters on Moss* 3 (2019) 12'
    >>> with_quoted_title("**Fei, B. (2019).** _Of Moss and Fern_.")
    '**Fei, B. (2019).** “Of Moss and Fern”.'
    """
    if _QUOTE.search(text):
        return text
    for found in itertools.islice(_EMPHASIS.finditer(text), _MOST_EMPHASES):
        start, end, inner = found.start(), found.end(), found["inner"]
        # Behind names, "*Angew. Chem.* 8" is a journal, and "*Graph Theory*, Wiley" a book.
        is_long = inner.count(" ") > 1 or _GOES_ON.match(text, end)
        before = _EMPHASIS.sub(r"\g<inner>", text[:start])
        is_venue = _OPENS_VENUE.match(inner) or _VOLUME_BEHIND.match(text, end)
        if is_long and not is_venue and _ARE_NAMES.fullmatch(before):
            bare = inner.rstrip(".,;")
            return f"{text[:start]}“{bare}”{inner[len(bare) :]}{text[end:]}"
    return text


def _with_commas(found: re.Match[str]) -> str:
    names = found[0].rstrip(". ").replace(". ", ", ")
    return f"{names}{', ' if found.string.startswith('et al', found.end()) else '. '}"


def _with_quoted_link(text: str) -> str:
    """Return a text with quotes around a link in front of the names of authors.

    >>> _with_quoted_link("`Of Moss <https://a.org>`_ B. Fei and A. Chen. Cell, 2015")
    '“`Of Moss <https://a.org>`_” B. Fei and A. Chen. Cell, 2015'
    """
    found = None if _QUOTE.search(text) else FIRST_LINK.match(text)
    if found is None or not _BEFORE_NAMES.match(text, found.end()):
        return text
    return f"“{found[0]}”{text[found.end() :]}"


def _spread(text: str) -> str:
    """Return text with a space after each sign, if most of its signs have none.

    >>> _spread("Fei B,Chen A,et al.Of Words[J].Cell,2015,21(5):3-9.")
    'Fei B, Chen A, et al. Of Words[J]. Cell, 2015,21(5):3-9.'
    >>> _spread("Fei, B. Of Node.Js. Cell, 2015")
    'Fei, B. Of Node.Js. Cell, 2015'
    """
    glued = len(_GLUED.findall(text))
    if glued < _LEAST_GLUED or glued <= len(_SPACED.findall(text)):
        return text
    return " ".join(_GLUED.sub(r"\g<0> ", text).split())


def _with_whole_capitals(text: str) -> str:
    """Return text whose names in small capitals have no spaces inside.

    >>> _with_whole_capitals("ABADI , M., S HI, Y., AND R OY , A. Of Words. 2019.")
    'ABADI, M., SHI, Y., and ROY, A. Of Words. 2019.'
    """
    text = _BEFORE_COMMA.sub("", text)
    return _SMALL_AND.sub("and", _SPLIT_CAPITAL.sub(r"\1", text))


def with_accents(text: str) -> str:
    """Combine separate accents with the letter after them, or else with the one before.

    >>> with_accents("Jos´e and M¨ uller")
    'José and Müller'
    """
    text = _BEFORE.sub(_onto(2, 1), text)
    return _AFTER.sub(_onto(1, 2), text)


def _onto(letter: int, sign: int) -> Callable[[re.Match[str]], str]:
    def put(found: re.Match[str]) -> str:
        base = found[letter].replace("ı", "i")
        made = unicodedata.normalize("NFC", base + ACCENTS[found[sign]])
        return made if len(made) == 1 else found[0]

    return put


def joined(lines: Sequence[str], known: frozenset[str] = frozenset()) -> str:
    """Return the lines of one reference as one text; words broken at line ends are whole again.

    `known` are the words of the whole list, in lower case: they tell whether a hyphen at the
    end of a line belongs to the word.

    >>> joined(["A Sur-", "vey of self-", "supervised Learn-", "ing. https://example.org/", "a-b"])
    'A Survey of self-supervised Learning. https://example.org/a-b'
    """
    done, out = [], ""
    for raw in lines:
        line = raw.strip()
        if line.endswith(" -") and line[-3:-2].isupper():
            line = f"{line[:-2]}-"  # "R OYCHOUD -" over "HURY, A."
        if not line:
            continue
        if len(out) > 2 * _LONGEST:
            done.append(out[:-_LONGEST])
            out = out[-_LONGEST:]
        last = _last_words(out)
        if not out:
            out = line
        elif broken := _LAST.search(last):
            out = _rejoined(out, line, broken[1], known)
        elif _ADDRESS.search(last) and _goes_on(out, line):
            out += line
        else:
            out += f" {line}"
    return "".join((*done, out))


def _last_words(text: str) -> str:
    """Return the last two words of a text: an address can be "doi: 10.1000/x".

    >>> _last_words("see doi: 10.1000/x")
    'doi: 10.1000/x'
    """
    return text[text.rfind(" ", 0, max(text.rfind(" "), 0)) + 1 :]


def _rejoined(out: str, line: str, before: str, known: frozenset[str]) -> str:
    first = _FIRST.match(line)
    if _ADDRESS.search(_last_words(out)):
        return out + line
    if first is not None and first[0].isupper() and before.isupper() and len(before) > 2:
        return out[:-1] + line
    if first is None or first[0][0].isupper():
        return out + line if first else f"{out} {line}"
    whole = (before + first[0]).casefold()
    if whole in known:
        return out[:-1] + line
    kept = f"{before}-{first[0]}".casefold() in known or before.casefold() in _PREFIXES
    return out + line if kept else out[:-1] + line


def _goes_on(out: str, line: str) -> bool:
    """Return whether an address at the end of a line goes on in the next one.

    >>> _goes_on("see https://a.org/", "b.html"), _goes_on("see https://a.org/b.", "The")
    (True, False)
    """
    if out[-1] in "/-_=?&%":
        return not out.endswith(_LINK_ENDS)
    first = line.split(" ", 1)[0]
    inside = (any(map(str.isdigit, first)) and "/" in first) or first.endswith((".html", ".pdf"))
    return inside and out[-1] not in ".,;)>" and not first[0].isupper()
