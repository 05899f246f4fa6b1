"""The role of a piece of an entry: names, title, date or venue, link, label, place or prose.

The first of the ordered rules that holds decides.
"""

from __future__ import annotations

import itertools
import re

import attrs

from refcore.markdown.authorlists import (
    are_authors,
    are_places,
    is_person,
    is_person_or_authors,
    is_place,
    place_after,
)
from refcore.markdown.pieces import (
    COMMA,
    ELIDED,
    IDS,
    LEAST_TITLE,
    MAY_HOLD_ENTRY,
    MOST_IN_HEAD,
    SAYS_IN,
    STATES,
    Piece,
    Role,
    Segment,
)
from refcore.markdown.rules import Rule
from refcore.markdown.titles import (
    COUNTED_WORD,
    GENERIC,
    is_capitalised,
    is_generic,
    is_venue,
    words_of,
)
from refcore.markdown.units import Style
from refcore.markdown.venues import VOLUME, is_date, is_honour, is_venue_or_date
from refcore.model.people import Person
from refcore.names.groups import ORGANISATIONS, is_institution
from refcore.names.running import NameList
from refcore.names.shape import is_initials, is_name, may_list_people
from refcore.names.surnames import (
    joined_surnames,
    listed_surnames,
    lone_filed,
    opening_surnames,
    surnames_with_year,
    titled_surnames,
)
from refcore.names.titlewords import is_title_word
from refcore.text.idforms import DOI_START
from refcore.text.letters import EAST_ASIAN, widened
from refcore.text.patterns import regex

__all__ = ["RULES", "is_acronym", "is_sentence", "reads_as_title", "segment_of"]

_LABEL_END = regex(r"[^\n]{0,3}?[:：][*_]{0,3}\s?(?<=[:：*_\s])|[^\n]{3}\s?[:：]")
_NAMES_END = regex(
    widened(
        r"[\s*_)\]…]*(?:\Z|\n|[.;:(\[|\x1f—–·\"“«，。；]|,?\s*[(\[*_\"“]|,\s*(?:(?:19|20)[0-9]{2}|arxiv|doi|https?:)|\s[/→](?=\s)"
        r"|\s(?=[\u3040-\u30ff\uac00-\ud7af])|,\s*[A-Z][A-Za-z&-]{1,12}\s?['’]?[0-9]{2}|\s-\s|\s(?:19|20)[0-9]{2}\b)"
    ),
    re.IGNORECASE,
)
_DOI = regex(rf"{DOI_START}\S+")
_LABEL = regex(r"[\s*_]*[^\W\d_][^:：\n]{0,30}[\s*_]*[:：]")
_BY = regex(r"\bby\s+[^\W\d_a-z]")
_FIELD_WORD = regex(
    r"\b(?:authors?|written|people|affiliations?|institutions?|institutes?|organi[sz]ations?"
    r"|venues?|conferences?|journals?|tags?|topics?|keywords?|categor(?:y|ies)|status|rating"
    r"|area|field|tasks?|domains?|subjects?|comments?|submitted|cite as|report-no|msc)\b"
    rf"|^[{EAST_ASIAN}]{{2,8}}\s?[:：]\Z",
    re.IGNORECASE,
)
# "Slide 12:", "Week 3:", "2021-03-14:" before an entry say which it is.
_COUNTED = regex(
    rf"[\s*_]*(?:(?P<word>{COUNTED_WORD})"
    r"|(?P<date>[0-9]{4}[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}))"
    r"[\s*_]*[:：](?=\s)\s*",
    re.IGNORECASE,
)
_OF_AUTHORS = regex(r"\bauthors?\b|\b(?:written|authored)\s+by\b", re.IGNORECASE)
# What readers are asked to do: "Required reading:", "Optional:".
_TASK = regex(
    r"[\s*_]*(?:to-?do|to-?read|next|later|(?:coming\s)?soon)?(?:(?:additional|assigned|background|core|further|key|main|optional|primary"
    r"|recommended|required|seminal|suggested|supplementary)\b\s?)?"
    r"(?:background|citation|discussion|literature|papers?|presentation|readings?|references?"
    r"|refs?|sources?|texts?)?[\s*_]*[:：]",
    re.IGNORECASE,
)
_OPENS_ENTRY = regex(r"(?:^|\n)[\s\[\]().\d*-]*\Z")
_TITLE_AFTER = regex(widened(r",\s+(?=[^\W_a-z]|[^\W\d_]?[a-z]{0,12}[A-Z]|[a-z]{2,20}:\s[A-Z])"))
# "(Berg and Fei, arXiv:2506.13585)"
_IDS_LAST = regex(r",\s(?=arxiv|https?:|doi)[^,;]+\Z", re.IGNORECASE)
_TITLE_ENDS = regex(r"[.\n\"“*_(\x1f]")
_SAYS = regex(r"\b(?:are|is|was|were|cf\.?|from|read|see|of|in|work:|reference:)\s(?=[^\W\d_a-z])")
_BLANKS = regex(r"\s*")
# "Quill 2019 [On the Form of It](…)", "Quill (2019), *On the Form of It*"
_ONE_DATED = regex(r"([^\W\d_a-z][\w'’-]+)\s+\(?(?:19|20)[0-9]{2}[a-z]?\)?[\s,:.–—-]*")
_FILED_DATED = regex(
    r"(?P<name>(?:[^\W\d_][\w'’-]+\s){0,2}[^\W\d_a-z][\w'’-]+,\s(?:[^\W\d_a-z]\.[-\s]?){1,4})\s?"
    r"\((?:19|20)[0-9]{2}[a-z]?\)"
)
_ACCEPTED_AT = regex(rf"{STATES}\b")
# "Hugging Face, accessed July 6, 2025"
_ACCESSED = regex(r"\A[^,]{2,40},\s(?:accessed|visited|retrieved|last accessed)\b", re.IGNORECASE)
_VOLUME_AFTER = regex(rf"[*_]{{0,2}}{VOLUME}", re.IGNORECASE)
_CODE_GOES_ON = regex(r",?\s(?!in\s|by\s|at\s|from\s)[a-z]{2,}\s")
# "Lamp is a collection of tools that are able to read"
_IS_A = regex(r"(?:\S+\s){1,3}(?:is|are)\s(?:an?|the|our)\s")
_MOST_OF_NAME = 8  # words of a title that reads as a sentence
_PARTED = regex(r";|\s/\s")
# "This is the official code of" right before a title that is set.
_ANNOUNCES = regex(
    r"(?:\b(?:paper|papers|article|preprint|work|publication|report|manuscript|study|thesis)"
    r"(?:\s(?:titled|entitled|called|named))?"
    r"|\b(?:available|described|found|published|presented|cited)\s(?:at|in|as|on|here)"
    r"|\A(?:who|what|which)\s(?:\w++\s?){1,4}"
    r"|\b(?:code|codebase|repo|repository|implementation|reimplementation|re-implementation|website"
    r"|page|material|materials|data|dataset|experiments|release|models?|weights|notes|summary"
    r"|review|reproduction|port|slides|demo)\s(?:of|for|on|from|in|to|accompanying|behind)"
    r"(?:\s(?:the|our|this))?)\s?[:,]?\s?\Z",
    re.IGNORECASE,
)
_MOST_ANNOUNCING = 25  # words
# A title may begin with these too, and has capitals then.
_OPENS_SENTENCE = r"this|these|we|it|they|our|here|in this|you|i|there|if|as|while|although"
_OF_SENTENCE = regex(rf"(?:{_OPENS_SENTENCE})\b", re.IGNORECASE)
_PROSE = regex(
    rf"(?:{_OPENS_SENTENCE}|see|note"
    r"|the\s(?:paper|work|code|article|preprint)\s(?:was|were|is|are|has|have)"
    # "The list of contributors is sorted", "Bo Fei is among the authors"
    r"|(?:[^\s.]+\s){1,6}?(?:is|are|was|were)\s(?:\w+\s){0,4}?(?:co-?)?authors?\b"
    r"|(?:\w+\s){0,4}?(?:authors?|contributors?)(?:\s(?:list|order))?\s(?:appear|are|has|have|is|was|were)"
    r"|according to|following|inspired by|building on|thanks|thank|credits?|kudos|courtesy"
    r"|contributed|implemented|maintained|reported|suggested|requested|special thanks"
    r"|many thanks|huge thanks|big thanks|shout-?out)\b|in\Z",
    re.IGNORECASE,
)


def segment_of(piece: Piece) -> Segment:
    """Return the segment that a piece is, by the first rule that holds."""
    for rule in RULES:
        if found := rule.read(piece, rule.pattern):
            return found  # type: ignore[no-any-return]
    return piece.of(Role.TITLE)


_Found = Segment | None


def _surnames(piece: Piece, _: re.Pattern[str]) -> _Found:
    if piece.style is Style.BRACKET:
        return _cited(piece)
    if piece.style is Style.LINK:
        return _link_of_names(piece)
    if piece.style is Style.BOLD:
        return _bold_names(piece)
    if piece.style is not Style.PLAIN:
        return None
    begin = _after_task(piece)
    begin = _BLANKS.match(piece.inline.text, begin).end()  # type: ignore[union-attr]
    surnames, end = opening_surnames(piece.inline.text, begin)
    name, stop = lone_filed(piece.inline.text, begin)
    if name and _OPENS_ENTRY.search(piece.inline.text, max(0, piece.start - 30), piece.start):
        return piece.of(Role.NAMES, NameList.of([name], piece.start, stop))
    if not surnames and _OPENS_ENTRY.search(piece.inline.text, max(0, begin - 30), begin):
        surnames, end = titled_surnames(piece.inline.text, begin)
        goes_on = piece.names is not None and piece.names.end > end
        title = _TITLE_ENDS.split(piece.inline.text[end + 1 : end + 200].lstrip(), maxsplit=1)[0]
        if goes_on or not reads_as_title(title):
            surnames = []
    if not surnames:
        return _before_marked(piece)
    read = piece.names
    if read is None or not read.others or read.end < end:
        read = NameList.of(surnames, begin, end)
    return piece.of(Role.NAMES, read)


def _after_task(piece: Piece) -> int:
    """Return where a plain piece goes on after what readers are asked to do: "Required:"."""
    task = _TASK.match(piece.inline.text, piece.start, piece.end) if piece.has_colon else None
    return task.end() if task and task[0].strip() else piece.start


def _bold_names(piece: Piece) -> _Found:
    """Read "**Berg & Fei**: On It" and "**Berg, A. (2013).** On It", names in bold and a title."""
    if filed := _FILED_DATED.fullmatch(piece.text):
        return piece.of(Role.NAMES, NameList.of([filed["name"]], piece.start, piece.end))
    surnames, end = joined_surnames(piece.text)
    after = _LABEL_END.match(piece.inline.text, max(piece.start, piece.end - 3))
    if not (surnames and after and end >= len(piece.text) and may_list_people(piece.text)):
        return None
    title = piece.inline.text[after.end() : after.end() + 200].partition("\n")[0]
    if len(title.split()) < LEAST_TITLE:
        return None
    return piece.of(Role.NAMES, NameList.of(surnames, piece.start, piece.end))


def _link_of_names(piece: Piece) -> _Found:
    """Read "[Berg & Fei, 2023](…)", a link of names alone."""
    for surnames, start, end in surnames_with_year(piece.raw):
        if start == 0 and is_date(piece.raw[end:].strip("() ,.")):
            return piece.of(Role.NAMES, NameList.of(surnames, piece.start, piece.start + end))
    return None


def _before_marked(piece: Piece) -> _Found:
    """Read "Required: Berg and Fei," right before a title that is set or linked."""
    if piece.after is None or piece.after.style is Style.BRACKET:
        return None
    start = _after_task(piece)
    surnames, end = joined_surnames(piece.inline.text[start : piece.end])
    dated = _ONE_DATED.fullmatch(piece.inline.text, start, piece.end)
    if dated and is_name(dated[1], single=True):
        surnames, end = [dated[1]], dated.end(1) - start
    title = piece.inline.text[piece.after.start : piece.after.end]
    if not surnames or len(title.split()) < 3:
        return None
    return piece.of(Role.NAMES, NameList.of(surnames, start, start + end))


def _cited(piece: Piece) -> _Found:
    """Read "(Berg & Fei, 2023)" after a title."""
    for surnames, start, end in surnames_with_year(piece.raw):
        if start < 2 and is_date(piece.raw[end:].strip("() ,")):
            place = (piece.start + start, piece.start + end)
            return piece.of(Role.NAMES, NameList.of(surnames, *place))
    bare = _IDS_LAST.sub("", piece.raw.strip("()[] "))
    if listed := listed_surnames(bare):
        start = piece.inline.text.index(listed[0], piece.start)
        return piece.of(Role.NAMES, NameList.of(listed, start, piece.end - 1))
    if ids := _IDS_LAST.search(piece.raw):
        listed, end = joined_surnames(piece.raw[1 : ids.start()])
        if listed and may_list_people(piece.raw[1 : ids.start()]):
            begin = piece.start + 1
            return piece.of(Role.NAMES, NameList.of(listed, begin, begin + end))
    return _among_others(piece)


def _among_others(piece: Piece) -> _Found:
    """Read the names in "(arXiv:2506.13585, Ada Berg et al., Jan 2025)"."""
    text, begin = piece.inline.text, piece.start + 1
    for comma in COMMA.finditer(text, piece.start, piece.end):
        part = text[begin : comma.start()]
        if not (IDS.fullmatch(part) or is_venue_or_date(part)):
            break
        begin = comma.end()
    if begin == piece.start + 1:
        return _before_others(piece)
    names = piece.inline.names(begin, stop=piece.end - 1)
    if names is None or not are_authors(names):
        return None
    rest = text[names.end : piece.end - 1].strip(" ,;")
    return piece.of(Role.NAMES, names) if not rest or is_venue_or_date(rest) else None


def _before_others(piece: Piece) -> _Found:
    """Read the names in "(Ada Berg, Bo Fei; ICML 2025; https://…)"."""
    text, start, end = piece.inline.text, piece.start + 1, piece.end - 1
    semicolon = text.find(";", start, end)
    names = piece.inline.names(start, stop=semicolon) if semicolon > 0 else None
    if names is None or names.end < semicolon or not is_person_or_authors(names):
        return None
    rest = IDS.sub("arxiv", text[semicolon:end]).split(";")
    parts = [part.strip() for part in rest if part.strip()]
    return piece.of(Role.NAMES, names) if all(map(is_venue_or_date, parts)) else None


def _meta(piece: Piece, _: re.Pattern[str]) -> _Found:
    text = piece.text
    is_meta = is_venue_or_date(text) or is_date(text) or is_venue(text) or is_honour(text)
    if piece.style is Style.PLAIN:
        is_meta = is_meta or bool(_ACCESSED.search(text) or _ACCEPTED_AT.match(text))
        is_meta = is_meta or bool(piece.titled and SAYS_IN.match(text))
    elif piece.style is Style.ITALIC:
        is_meta = is_meta or bool(_VOLUME_AFTER.match(piece.inline.text, piece.end))
    return piece.of(Role.META) if is_meta else None


def _label(piece: Piece, pattern: re.Pattern[str]) -> _Found:
    if piece.style is not Style.PLAIN:
        after = _LABEL_END.match(piece.inline.text, max(piece.start, piece.end - 3))
        short = piece.words < 4 or is_generic(piece.text)
        return piece.of(Role.LABEL) if after and short else None
    if not piece.has_colon:
        return None
    counted = _COUNTED.match(piece.inline.text, piece.start, piece.end)
    if counted and (counted["word"] or is_date(counted["date"])):
        return attrs.evolve(piece, end=counted.end()).of(Role.LABEL)
    label = pattern.match(piece.inline.text, piece.start, piece.end)
    if label is None:
        return None
    # "Reading: Ada Berg and Bo Fei. On It." and "Authors: Ada Berg, Bo Fei" have names after.
    following = Piece(piece.inline, piece.style, label.end(), piece.end, piece.linked)
    says_names = _TASK.fullmatch(label[0]) or _OF_AUTHORS.search(label[0])
    alone = piece.after is not None and piece.after.style in MAY_HOLD_ENTRY[:4]
    told = is_person_or_authors if alone else are_authors
    if says_names and following.names and told(following.names):
        return attrs.evolve(piece, end=label.end()).of(Role.LABEL)
    known = is_generic(label[0]) or _FIELD_WORD.search(label[0])
    return piece.of(Role.LABEL) if known or piece.end - label.end() < 2 else None


def is_acronym(text: str) -> bool:
    """Return whether a label is what a paper calls its method: "LiDAR-FMC", "Net94".

    >>> is_acronym("LiDAR-FMC"), is_acronym("Things")
    (True, False)
    """
    return " " not in text and any(sign.isupper() or sign.isdigit() for sign in text[1:])


def _generic_link(piece: Piece, _: re.Pattern[str]) -> _Found:
    nothing = not piece.text or piece.style is Style.CODE or is_generic(piece.text)
    nothing = nothing or (piece.style is Style.LINK and bool(_DOI.fullmatch(piece.text)))
    return piece.of(Role.LINK) if nothing else None


def _authors(piece: Piece, pattern: re.Pattern[str]) -> _Found:
    names = piece.names
    one = names is not None and piece.says_by and is_person(names)
    if names is None or not (one or are_authors(names)):
        return None
    if piece.style is Style.PLAIN:
        if shorter := _before_title(piece, names):
            return attrs.evolve(piece, end=shorter.end).of(Role.NAMES, shorter)
        # If other text follows a list, neither is understood.
        text = piece.inline.text
        ends = pattern.match(text, names.end) or piece.before_title or place_after(text, names.end)
        return piece.of(Role.NAMES, names) if ends else piece.of(Role.PROSE)
    rest = piece.inline.text[names.end : piece.end]
    closed = piece.is_whole or is_venue_or_date(rest) or are_places(rest)
    return piece.of(Role.NAMES, names) if closed else None


def _before_title(piece: Piece, names: NameList) -> NameList | None:
    """Return the names that open an entry where a comma joins a plain title to them.

    "A. Berg, B. Fei, On the Form of Things, 2024" has no other mark between both.
    A last "name" in another form than all before it is the beginning of the title.
    """
    text = piece.inline.text
    if not _OPENS_ENTRY.search(text, max(0, piece.start - 30), piece.start):
        return None
    cut = text.rfind(",", names.start, names.end)
    last = text[cut + 1 : names.end].strip()
    # In "Berg, Ada / Fei, Bo: On It" a comma does not separate names.
    cut = -1 if _PARTED.search(text, names.start, names.end) else cut
    last_of_list = names.others or re.match(r"(?:and|&)\s", last)
    if cut > 0 and not last_of_list and _is_other_form(names, last, text):
        names = piece.inline.names(names.start, stop=cut) or names
    after = _TITLE_AFTER.match(text, names.end)
    if after is None or len(names.names) + bool(names.others) < 2:
        return None
    title = text[after.end() : after.end() + 200].partition("\n")[0]
    return names if len(title.split()) > 2 and not _PROSE.match(title) else None


def _is_other_form(names: NameList, last: str, text: str) -> bool:
    """Return whether the last of the names is not a name, to go by the form of the others."""
    others = names.names[:-1]
    if is_initials(last):
        return False
    if len(last.split()) == 1:
        return text[names.end : names.end + 1] == ":" and all(
            len(name.name.split()) > 1 for name in others
        )
    initials = all(isinstance(x, Person) and is_initials(x.given.partition(" ")[0]) for x in others)
    return bool(others) and initials and not any(map(is_initials, last.split()))


def _link(piece: Piece, _: re.Pattern[str]) -> _Found:
    linked, text = piece.linked, piece.text
    if linked is not None and not linked.text and piece.style is Style.PLAIN:
        return piece.of(Role.PROSE if piece.words > 6 else Role.LINK)
    bare = linked is not None and not linked.text and piece.style is not Style.QUOTED
    elsewhere = piece.style is Style.LINK and linked is None and piece.words < 4
    if elsewhere and not _is_link(text) and _is_line_of_name(piece):
        return piece.of(Role.NAME, piece.names)
    plain = piece.style is Style.PLAIN and linked is not None and piece.words < 4
    is_link = _is_link(text) or (bare and len(text) < 60) or elsewhere or plain
    return piece.of(Role.LINK) if is_link else None


def _is_line_of_name(piece: Piece) -> bool:
    """Return whether a link to a homepage is one person's name on a line of its own."""
    text, names = piece.inline.text, piece.names
    begins = text[: piece.start].rstrip(" ")[-1:] == "\n"
    alone = begins and text[piece.end :].lstrip(" ")[:1] == "\n"
    return alone and names is not None and is_person(names) and piece.is_whole


def _one_name(piece: Piece, _: re.Pattern[str]) -> _Found:
    names = piece.names
    if names is None or len(names.names) != 1 or not is_person(names):
        return None
    if piece.style is Style.PLAIN:
        return piece.of(Role.NAME, names) if names.end >= piece.end - 2 else None
    marked = piece.style in (Style.BOLD, Style.LINK, Style.QUOTED)
    may_be_title = marked and len(names.names[0].name.split()) > 2
    return piece.of(Role.NAME, names) if piece.is_whole and not may_be_title else None


def _aside(piece: Piece, _: re.Pattern[str]) -> _Found:
    if piece.raw[:1] == "【" and piece.words > 3:  # "【2024】【On the Form of It】"
        return piece.of(Role.TITLE)
    # "*(must read)*"
    bare = piece.raw.strip("*_")
    is_remark = bare[:1] == "(" and bare[-1:] == ")" and bare[1:2].islower()
    return piece.of(Role.META) if piece.style is Style.BRACKET or is_remark else None


def _prose(piece: Piece, pattern: re.Pattern[str]) -> _Found:
    if piece.style is not Style.PLAIN:
        return None
    text = piece.text
    if lead := _before_names(piece):
        return attrs.evolve(piece, end=lead).of(Role.LINK)
    ends_line = piece.inline.text[piece.end : piece.end + 1] == "\n"
    announces = piece.after is not None or ends_line
    if announces and piece.words < _MOST_ANNOUNCING and _ANNOUNCES.search(text):
        return piece.of(Role.LINK)
    # A title may begin with a name such as "iBOT" or "picoTrans".
    lower = text[0].islower() and text.split()[0].islower()
    titled = piece.words > LEAST_TITLE and is_capitalised(text) and _OF_SENTENCE.match(text)
    is_prose = (
        (pattern.match(text) and not titled)
        or ELIDED.search(text)
        or _says_by(piece)
        or lower
        or piece.words > 30
        or _goes_on_with_code(piece)
        or (piece.words > _MOST_OF_NAME and _IS_A.match(text) and not is_capitalised(text))
    )
    return piece.of(Role.PROSE) if is_prose else None


def _goes_on_with_code(piece: Piece) -> bool:
    """Return whether a sentence goes on with code, and is no title: "Each call adds `n` and"."""
    unit = piece.after
    if unit is None or unit.style is not Style.CODE:
        return False
    return bool(_CODE_GOES_ON.match(piece.inline.text, unit.end))


def _before_names(piece: Piece) -> int:
    """Return where names begin in a sentence, right before a title that is set, or 0.

    "The standard reference is Ada Berg and Bo Fei, [On It](…)"
    """
    unit = piece.after
    if unit is None or unit.style not in MAY_HOLD_ENTRY[:4]:
        return 0
    text = piece.inline.text
    if len(text[unit.start : unit.end].split()) < LEAST_TITLE:
        return 0
    for said in itertools.islice(_SAYS.finditer(text, piece.start, piece.end), MOST_IN_HEAD):
        names = piece.inline.names(said.end(), stop=unit.start)
        if names is None or text[names.end : piece.end].strip(" ,:"):
            continue
        if are_authors(names):
            return said.end()
    return 0


def _says_by(piece: Piece) -> bool:
    """Return whether names follow "by"; a title may speak of learning by things."""
    if piece.named:  # a title after names
        return False
    for by in _BY.finditer(piece.inline.text, piece.start, piece.end):
        names = piece.inline.names(by.end() - 1)
        if names and (are_authors(names) or names.end >= piece.end - 2):
            # "On Things by Feature Simulation" over a line of names is a title.
            following = piece.inline.text[piece.end : piece.end + 1] == "\n"
            below = piece.inline.names(piece.end + 1) if following else None
            return not (below and are_authors(below))
    return False


def _place(piece: Piece, _: re.Pattern[str]) -> _Found:
    if piece.style is not Style.PLAIN:
        return None
    return piece.of(Role.PLACE) if is_place(piece.text) or _are_bodies(piece.text) else None


def _are_bodies(text: str) -> bool:
    """Return whether a text is several places of work: footnotes to the names.

    >>> _are_bodies("MIT, Weizmann Institute, Adobe Research"), _are_bodies("MIT, the Early Years")
    (True, False)
    """
    parts = [part.strip(" $^{}0123456789") for part in text.split(",")]
    return len(parts) > 1 and all(
        is_institution(part) or part.partition(" ")[0].casefold() in ORGANISATIONS for part in parts
    )


def _title(piece: Piece, _: re.Pattern[str]) -> _Found:
    return piece.of(Role.TITLE)


def is_sentence(text: str) -> bool:
    """Return whether a text begins as a sentence does.

    >>> is_sentence("We show that it holds"), is_sentence("On the Form of Things")
    (True, False)
    """
    return bool(_PROSE.match(text))


def reads_as_title(text: str) -> bool:
    """Return whether a text has words that no list of names has.

    >>> reads_as_title("Mixed Link Networks"), reads_as_title("Ada Berg, Bo Fei")
    (True, False)
    """
    words = text.split()
    opens = len(words) > 2 and not words[0].islower() and not _OF_AUTHORS.match(text)
    return opens and any(is_title_word(word) or word.islower() for word in words)


def _is_link(text: str) -> bool:
    words = words_of(text)
    said = sum(word in GENERIC for word in words)
    # "Mixed Link Networks" is a title, "The paper" is not.
    titled = len(words) == LEAST_TITLE and said == 1 and is_capitalised(text) and text[0].isupper()
    return is_generic(text) or (len(words) <= LEAST_TITLE and said > 0 and not titled)


_ID = "arXiv:2506.13585"
_NOTHING = regex("")
RULES = (
    Rule(
        "family names before a year",
        "family names that open an entry, before a year or “et al.”",
        _NOTHING,
        f"- Quill, Fenn, Vale (2024). *On the Form of Things.* {_ID}",
        "names: Quill, Fenn, Vale",
        _surnames,
    ),
    Rule(
        "date or venue",
        "a date, a venue, or both: “2021.3”, “Preprint'24”, “NeurIPS 2023 (Oral)”, “arXiv 2025.05”",
        _NOTHING,
        "- **On the Form of Things** Preprint'24 [[pdf](https://arxiv.org/abs/2506.13585)]",
        "date or venue: Preprint'24",
        _meta,
    ),
    Rule(
        "label of a field",
        "a label with a colon: “Authors:”, “Code:”",
        _LABEL,
        f"- **Venue**: NAACL 2021, {_ID}",
        "label: Venue",
        _label,
    ),
    Rule(
        "word for a link",
        "code, and words such as “pdf” or “paper” alone",
        _NOTHING,
        "- **On the Form of Things** [[pdf](https://arxiv.org/abs/2506.13585)]",
        "link: pdf",
        _generic_link,
    ),
    Rule(
        "names",
        "two people and more, or one with “et al.”; a venue may follow inside the same marks",
        _NAMES_END,
        f"- **On the Form of Things** *Bo Fei (MIT) et al. arXiv.* {_ID}",
        "names: Bo Fei (MIT) et al. arXiv",
        _authors,
    ),
    Rule(
        "link",
        "an id, or a link of few words to something else",
        _NOTHING,
        f"- **On the Form of Things** [Home page](https://a.org/x), {_ID}",
        "link: Home page",
        _link,
    ),
    Rule(
        "one name",
        "one person alone; an author if no other segment has names",
        _NOTHING,
        f"- Bo Fei, **On the Form of Things**, {_ID}",
        "one name: Bo Fei",
        _one_name,
    ),
    Rule(
        "aside",
        "anything else in brackets",
        _NOTHING,
        f"- [LRAG] On the Form of Things, {_ID}",
        "date or venue: LRAG",
        _aside,
    ),
    Rule(
        "prose",
        "a sentence; nothing after it belongs to the entry",
        _PROSE,
        f"- **On the Form of Things** {_ID}. This paper is about form.",
        "prose: This paper is about form",
        _prose,
    ),
    Rule(
        "affiliation of a group",
        "a company, a university, or a footnote to the names",
        _NOTHING,
        f"- **On the Form of Things** — Fudan University — {_ID}",
        "affiliation: Fudan University",
        _place,
    ),
    Rule(
        "title of an entry",
        "what is left: words in emphasis, in quotes, linked, or between names and a venue",
        _NOTHING,
        f"- Bo Fei, Mo Far. On the Form of Things. {_ID}",
        "title: On the Form of Things",
        _title,
    ),
)
