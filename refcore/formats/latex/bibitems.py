r"""The entries of ``thebibliography``, from a .bbl file of BibTeX or written by hand.

An entry is text. Where its parts are marked (``\bibinfo``), they are read as they are. If
``\newblock`` or quotation marks divide it, the first block has the names and the second the
title. Else all entries are read together, as a list of references in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

import attrs

from refcore.diagnostics import Location
from refcore.errors import InvalidName, RefcoreError
from refcore.formats.latex.marked import marked, plain_source
from refcore.formats.latex.stylewords import with_style_words
from refcore.latex import decode
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi, identifiers_in
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.names import read_author_list
from refcore.names.filed import in_either_order
from refcore.names.makers import EDITORS
from refcore.text.idforms import DOI_PREFIX
from refcore.text.patterns import regex
from refcore.textlists.clean import cleaned, with_quoted_title
from refcore.textlists.partwords import OF_VOLUME
from refcore.textlists.reader import read_pieces
from refcore.textlists.split import Piece

__all__ = ["Item", "bibitems"]

_ITEM: Final = regex(r"(?<!\\def)(?<!\\let)\\bibitem\s*")
_KEY: Final = regex(r"\s*\{([^{}]{1,500})\}")
_END: Final = regex(r"\\end\{thebibliography\}")
_YEAR_BEHIND: Final = regex(r"(?<![.,(])[.,(]*\s*\(?(?:1[89]|20)\d\d[a-z]?\)?[.,:]*\s*$")
_YEAR_ALONE: Final = regex(r"\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]?")
_BLOCK: Final = regex(r"\\newblock\b")
_TITLE: Final = regex(r"``(.{3,600}?),?''", re.DOTALL)
_ENQUOTED: Final = regex(r"\\enquote\s?\{((?:[^{}]|\{[^{}]{0,200}\}){1,600})\}")
_YEAR: Final = regex(r"(?<![\d.:/–-])(1[89]\d\d|20\d\d)[a-z]?(?![\d/]|\.\d|–\d|--?\d{3})")
_YEAR_AFTER: Final = regex(r"[.,] (?:19|20)\d\d[a-z]?$")
# GOST sets place, publisher and year in the block of the title: "Of boats. Oslo: Pier, 2003. 2nd".
_IMPRINT: Final = regex(r"\. [^\W\d_][^\d:.]{1,40}: [^:\d]{2,80}, (?:19|20)\d\d\b.{0,60}$")
_ID: Final = regex(r"(?:arxiv|https?(?=:)|doi|url|isbn)\b", re.IGNORECASE)
# A title behind names and a year, or behind names and a colon, in the block of the names.
_TITLE_AHEAD: Final = regex(r"\(?(?:19|20)\d\d[a-z]?[):.,]{0,2} (?:\\[a-z]{2,8} ?|[{`“])*[^\W\d_]")
# What is behind the title, and never one: "In: Boats", "Technical report TR-22-14".
_NO_TITLE: Final = regex(
    r"(?:In: |In \\|In \{|Technical [Rr]eport [A-Z\d]|Ph\.?D\.? [Tt]hesis|Dissertation, )"
)
# The kind of work in GB/T 7714: "On boats[C]//Boats".
# Without blocks, emphasis ends a title or is one: "Fei B 2021 On boats {\\em Cell\\/}",
# "Fei B 2016 {\\em Of boats\\/} Ph.D. thesis".
_EMPHASIS: Final = r"\{\\(?:em|it|itshape)\b|\\(?:emph|textit)\{"
_BEFORE_EMPHASIS: Final = regex(
    rf"((?:(?!{_EMPHASIS}|(?:19|20)\d\d).){{3,5000}}?)[.,]?[ (]{{1,3}}"
    r"(?:19|20)\d\d[a-z]?[).,:]{0,2} "
    rf"(?:([^\W\d_](?:(?!{_EMPHASIS}|``|“|\\enquote).){{9,600}}?)[.,;]? (?:[Ii]n:? )?"
    rf"(?:{_EMPHASIS})|(?:{_EMPHASIS}) ?([^{{}}\\]{{6,600}})(?:\\/)?\}} ?"
    rf"(?:Ph\.?D|Master|\((?!\d)|, ?(?:{OF_VOLUME})[ ~]\d{{1,4}} (?:of|de|aus|af|in) ))"
)
# What styles say behind the title of a book: ", second edition", ", vol. 4, of Boating Series".
_OF_BOOK: Final = regex(
    rf", (?:[\w ]{{1,20}} edition|(?:{OF_VOLUME}) ?\d{{1,4}},? (?:of|de|aus|af|in) .{{1,200}})$",
    re.IGNORECASE,
)
_KIND: Final = regex(r"(?:\\allowbreak)?\[(?:[A-Z]{1,2}(?:/[A-Z]{2})?|缺文献类型标志代码)\]")
# What GB/T 7714 sets beside a title: "Series: Vol.~4\quad Title[M]", "Title: TR-14[R]".
_SERIES_AHEAD: Final = regex(
    rf"[^:]{{2,200}}: (?:{OF_VOLUME})[ ~]?\d{{1,4}}(?:\\quad(?![a-zA-Z])|\\ | ) ?(?=[^\W\d_])",
    re.IGNORECASE,
)
_NUMBER_BEHIND: Final = regex(r": [A-Za-z]{1,6}-\d{1,6}$")
# A publisher and a year in a block behind names and title: "Pier Press: Oslo, 2011".
_IMPRINT_BLOCK: Final = regex(r"[^\W\d_][^.:;]{1,40}: [^.:;\d]{2,40}, (?:19|20)\d\d\b")
# "CHIU WW, CHOW WM.": the stop ends the block, not the initials.
_BARE_INITIALS: Final = regex(r"(?<=[^\W\d_] [A-Z]{2})\.$")
_IDS: Final = regex(rf"(?:https?://|doi:|arXiv[: ]|{DOI_PREFIX}/)\S*", re.IGNORECASE)
_WRAPPED: Final = regex(r"</?(?:i|b|sc|span)[^>]*>")
_LONGEST: Final = 20_000
_MOST: Final = 5_000
# Reading an entry by its text alone takes some milliseconds.
_MOST_READ: Final = 2_000
# Fields of \bibinfo and their variables.
_VARIABLES: Final = {
    "journal": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "publisher": "publisher",
}


# "in \\emph {\\bibinfo {booktitle} {…", whatever marks are between.
_IN_BOOK: Final = regex(
    r"(?<![a-zA-Z])[Ii]n(?:\\[\s,]|[\s:~{}%]"
    r"|\\href\s{0,20}\{[^{}]{0,500}\}|\\(?:href@noop|emph|bibinfo|textit|em)(?![a-zA-Z])){1,40}"
    r"(?<=\{)booktitle\}"
)
# A title without names: "GNU General Public License. https://…"; a remark is "Words, see https://…".
_OF_WORK: Final = regex(r"(?<!\bsee)(?<!\bat)(?<!\bfrom)(?:[.,;:]? https?://| \(?(?:19|20)\d\d\b)")
# A dash for the people of the entry before.
_DITTO: Final = regex(r"\s{0,9}(?:[-–—‐‒―]{2,12}|—|_{3,12}|\\bysame(?![a-zA-Z]))\s{0,3}[.,]")
# Years of another event than that of publication.
_OTHER_YEARS: Final = regex(
    r"\b(?:(?:originally|first) (?:published|printed|appeared|issued)|reprint(?:ed)? (?:of|from)"
    r"|last (?:updated?|modified|accessed|visited|checked|revised))\b[^.]{0,80}",
    re.IGNORECASE,
)
# After a title in italics: "(fourth ed.)", and what BibTeX's styles say of a book: ", volume 3 of".
_NO_MORE: Final = regex(
    r"[\s.,]*(?:\([^()]{1,40}\bed(?:ition|n)?\.?\)[\s.,]*|[\w ]{1,30}\bed(?:ition|n)?\.?[\s.,]*)?"
    r"(?:(?:19|20)[0-9]{2}[\s.,]*)?"
    rf"(?:(?<=[\s,])(?:{OF_VOLUME}|number|no\.|chapter|chap\.|pages?|pp?\.)\s.*)?",
    re.IGNORECASE,
)


# A series behind the title of a book: ", <i>Boating Series</i>, vol. 4".
_NEXT_MARKED: Final = regex(
    r"[.,] <(?:i|span)\b.{1,200}, [Vv]ol\. ?\d{1,4}$|, [^<>]{3,100}, Diss\.?(?:, \d{4})?$"
)
# A series before the title of a book, in the styles of DIN: "Boating Series. Bd. 4: Of Boats".
_DIN_SERIES: Final = regex(
    rf"<i>[^<>]{{2,200}}</i>\. (?:{OF_VOLUME}) ?\d{{1,4}}: (?=<i>)", re.IGNORECASE
)
_YEAR_BEFORE: Final = regex(r"^\((?:1[5-9]|20)\d\d[a-z]?\)[.,:]? ")
# The book that a chapter is in: "Winds, in Lima A. (Ed.)".
_IN_EDITED: Final = regex(rf"[.,] [Ii]n [^\d]{{2,200}}\((?:{EDITORS})\)$", re.IGNORECASE)


@attrs.frozen
class Item:
    """An entry of a list: how it is read, and its text."""

    reference: Reference
    text: str


def bibitems(
    text: str, path: str | None, say: Callable[[str, Location], None] = lambda *_: None
) -> Iterator[Item]:
    r"""Yield each ``\bibitem`` of a source; `say` gets what is left out, and where.

    >>> text = "\\bibitem{a} B.~Fei and L.~Cai.\n\\newblock On boats.\n\\newblock 2020."
    >>> for one in bibitems(text, None):
    ...     found = one.reference
    ...     print(found.key, found.authors, found.title, found.issued.iso, sep=" | ")
    a | B. Fei, L. Cai | On boats | 2020
    """
    bodies = list(islice(_bodies(text, path), _MOST + 1))
    if len(bodies) > _MOST:
        say(f"at most {_MOST:,} entries of a source are read; split it here", bodies.pop()[2])
    for _, body, place in bodies:
        if len(body) > _LONGEST:
            say(f"at most {_LONGEST:,} characters of an entry are read", place)
    turned = _turned if "\\RNtxt" in text else str
    found = [(key, _Parts.of(turned(body[:_LONGEST])), place) for key, body, place in bodies]
    unsure = [(parts, place) for _, parts, place in found if not parts.is_sure]
    if len(unsure) > _MOST_READ:
        message = (
            f"names and titles of at most {_MOST_READ:,} entries without \\newblock or quotation "
            "marks are read; split it here"
        )
        say(message, unsure[_MOST_READ][1])
        del unsure[_MOST_READ:]
    pieces = [Piece(parts.plain, "", place.line or 1) for parts, place in unsure]
    # Entries without marks between their parts are read together: they share a layout.
    read = read_pieces(pieces) if pieces else ()
    texts = {id(parts): one for (parts, _), one in zip(unsure, read, strict=True)}
    last = Authors()
    for key, parts, place in found:
        reference = _reference(key, parts, texts.get(id(parts)), place)
        if _DITTO.match(parts.plain):
            reference = reference.evolve(authors=last)
        last = reference.authors or reference.names.get("editor", Authors())
        yield Item(reference, parts.plain)


@attrs.frozen
class _Parts:
    """What an entry marks: its names, its title and fields, and its whole text."""

    authors: Authors
    title: str
    fields: dict[str, str]
    plain: str
    is_marked: bool
    first: str = ""
    are_editors: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether names and title are marked, or divided from the rest."""
        return self.is_marked or (
            bool(self.authors) and bool(self.title) and not _ID.match(self.title)
        )

    @classmethod
    def of(cls, body: str) -> _Parts:
        """Read the parts of an entry."""
        body = _ENQUOTED.sub(r"``\1''", with_style_words(body))
        people, fields = marked(body)
        plain = _plain(body)
        if not people and "title" not in fields:
            names, title = _parts(body)
            names, edited = _editors(names)
            first = plain_source(_BLOCK.split(body)[0])
            return cls(
                _authors(names),
                title,
                fields,
                plain,
                is_marked=False,
                first=first,
                are_editors=edited,
            )
        names, edited = _editors(_text(fields.get("names", "")))
        authors = _people(people) if people else _authors(names)
        if people and re.search(r"et[~ ]al|\\betal\b", body.partition("\\newblock")[0]):
            authors = Authors(authors.people, others=True)
        # If a style prints no titles, the book around the work is not taken for its title.
        is_part = "journal" in fields or _IN_BOOK.search(body)
        book = "" if is_part else fields.get("booktitle", "")
        title = _title(fields.get("title", book))
        edited = edited or "edited" in fields
        return cls(authors, title, fields, plain, bool(people), are_editors=edited)


def _turned(body: str) -> str:
    r"""Return an entry of rusnat.bst, which has family names first, with commas behind them.

    >>> _turned(r"{\em Fei Bo, Berg Ada~J.}. \newblock Boats")
    'Fei, Bo and Berg, Ada~J.. \\newblock Boats'
    """
    first, *rest = _BLOCK.split(body, maxsplit=1)
    if not rest or (found := _IN_EMPHASIS.match(first)) is None:
        return body
    names = (_FAMILY_FIRST.sub(", ", " ".join(name.split()), 1) for name in found[1].split(","))
    return f"{' and '.join(names)}{first[found.end() :]}\\newblock{rest[0]}"


_IN_EMPHASIS: Final = regex(r"\s{0,9}\{\\(?:em|EM)\s([^{}]{1,5000})\}")
_FAMILY_FIRST: Final = regex(r"[ ~]")


def _bodies(text: str, path: str | None) -> Iterator[tuple[str, str, Location]]:
    """Yield the key, the LaTeX and the place of each entry."""
    starts = [(match.start(), match.end()) for match in _ITEM.finditer(text)]
    ends = [*(start for start, _ in starts[1:]), len(text)][: len(starts)]
    line, last = 1, 0
    for (start, begin), end in zip(starts, ends, strict=True):
        line, last = line + text.count("\n", last, start), start
        key = _KEY.match(text, _after_label(text, begin, min(end, begin + _LONGEST)), end)
        if key is None:
            continue
        close = _END.search(text, key.end(), end)
        body = text[key.end() : close.start() if close else end][: _LONGEST + 1]
        yield key[1].strip(), body, Location(path, line)


def _after_label(text: str, start: int, end: int) -> int:
    """Return the place after a label in brackets, which can hold braces with brackets in them.

    >>> _after_label("[Fei20]{a} B. Fei.", 0, 18)
    7
    """
    if text[start : start + 1] != "[":
        return start
    depth = 0
    for at in range(start, end):
        sign = text[at]
        depth += (sign == "{") - (sign == "}")
        if sign == "]" and depth <= 0:
            return at + 1
    return start


def _plain(body: str) -> str:
    r"""Return an entry as the text that its readers see.

    >>> _plain(r" B. Fei.\newblock {\em Boats}.")
    'B. Fei.Boats.'
    >>> _plain(r"Lamport, Leslie \emph{\LaTeX: A Document System}, 1994.")
    'Lamport, Leslie “LaTeX: A Document System”, 1994.'
    """
    source = re.sub(r"``|''|\\enquote\b", lambda m: _QUOTES.get(m[0], ""), plain_source(body))
    decoded = decode(source)
    if "\\newblock" not in body and "*" not in decoded:
        decoded = with_quoted_title(_ITALICS.sub("*", decoded)).replace("*", "")
    return cleaned(_WRAPPED.sub("", decoded))


_ITALICS: Final = regex(r"</?i>")


_QUOTES: Final = {"``": "“", "''": "”"}


def _reference(key: str, parts: _Parts, as_text: Reference | None, location: Location) -> Reference:
    authors, title = parts.authors, parts.title
    fields: dict[str, str] = {}
    edited = parts.are_editors
    makers = (as_text.authors or as_text.editors) if as_text else Authors()
    is_bare = not authors and not title and bool(_OF_WORK.search(parts.plain))
    if as_text is not None and (makers or is_bare) and (as_text.title or not authors):
        authors, title, fields = makers, _OF_BOOK.sub("", as_text.title), dict(as_text.fields)
        edited = not as_text.authors
    if _ID.match(title):  # an address; the entry has no names, or no title
        title, authors = _title(parts.first), Authors()
    ids = identifiers_in(parts.plain)
    stated = parts.fields.get("year", "") or _without_ids(parts.plain)
    years = _YEAR.findall(_OTHER_YEARS.sub("", stated)) or _YEAR.findall(stated)
    year = (as_text.year if as_text else None) or (int(years[-1]) if years else None)
    fields |= {
        _VARIABLES[name]: _text(value).replace("–", "-").strip(" .")
        for name, value in parts.fields.items()
        if name in _VARIABLES
    }
    return Reference(
        key,
        as_text.type if as_text and fields else "document",
        title,
        Authors() if edited else authors,
        names={"editor": authors} if edited and authors else {},
        issued=Date.of(year) if year else None,
        arxiv=next((found for found in ids if isinstance(found, ArxivId)), None),
        doi=next((found for found in ids if isinstance(found, Doi)), None),
        fields=fields,
        location=location,
    )


def _people(names: Sequence[str]) -> Authors:
    texts = (_text(plain_source(latex)).removesuffix(" and") for latex in names)
    return Authors(in_either_order(text.strip(" ,;") for text in texts))


def _parts(body: str) -> tuple[str, str]:
    r"""Return the names and the title of an entry, as text; empty if not known.

    >>> _parts(r" B. Fei.\newblock Boats.")
    ('B. Fei.', 'Boats')
    """
    blocks = [" ".join(plain_source(block).split()) for block in _BLOCK.split(body)]
    if len(blocks) > 2 and _YEAR_ALONE.fullmatch(
        blocks[1]
    ):  # "Fei. \\newblock 2020. \\newblock On"
        del blocks[1]
    # "Fei, B. (2020): On boats. \\newblock In: Boats", "Fei, B.: On boats. \\newblock Cell"
    if len(blocks) > 1 and (_TITLE_AHEAD.search(blocks[0]) or _NO_TITLE.match(blocks[1])):
        return "", ""
    # "\\emph{Knots}; \\newblock Fei, B., Ed.", "Fei, B. \\emph{Knots}; \\newblock Pier: Oslo, 2011"
    if len(blocks) > 1 and "\\emph{" in blocks[0]:
        if blocks[0].startswith("\\emph{") and _editors(blocks[1].strip(" ;"))[1]:
            return _text(blocks[1]), _title(blocks[0].rstrip(";"))
        if _IMPRINT_BLOCK.match(blocks[1]):
            return "", ""
    quoted = _TITLE.search(blocks[0])
    if quoted is None and len(blocks) == 1 and (found := _BEFORE_EMPHASIS.match(blocks[0])):
        return _text(found[1]), _title(found[2] or found[3])
    if quoted is not None:
        return _YEAR_BEHIND.sub("", _text(blocks[0][: quoted.start()])), _title(quoted[1])
    if len(blocks) > 1:
        # "Fei (2020)" and "Fei. 2020." have the year after the names.
        quoted = _TITLE.match(blocks[1])
        title = quoted[1] if quoted else _without_kind(blocks[1])
        return _YEAR_BEHIND.sub("", _text(blocks[0])), _title(title)
    return "", ""


def _without_kind(block: str) -> str:
    r"""Return a title without the kind of work that GB/T 7714 sets behind it, and its number.

    >>> _without_kind("On boats: TR-14[R]"), _without_kind(r"Piers: Vol.~4\quad of moss[M]")
    ('On boats', 'of moss')
    """
    title, *rest = _KIND.split(block, maxsplit=1)
    return _NUMBER_BEHIND.sub("", _SERIES_AHEAD.sub("", title)) if rest else title


def _editors(names: str) -> tuple[str, bool]:
    """Return names without a word that says that they are editors, and whether it was there.

    >>> _editors("Bo Fei and Al Go, editors"), _editors("Bo Fei and Al Go")
    (('Bo Fei and Al Go', True), ('Bo Fei and Al Go', False))
    """
    bare = _EDITORS.sub("", names)
    return bare, bare != names


_EDITORS: Final = regex(rf"(?:,\s{{1,3}}|\s\()(?:{EDITORS})\)?[\s.,]{{0,3}}\Z", re.IGNORECASE)


def _text(latex: str) -> str:
    return _WRAPPED.sub("", decode(latex)).strip(" ,;:")


def _title(latex: str) -> str:
    title = " ".join(decode(latex).split())
    title = _DIN_SERIES.sub("", _YEAR_BEFORE.sub("", title, 1), 1)
    whole = re.fullmatch(r"<i>((?:(?!</?i>).)*)</i>(.*)", title)
    if whole and (_NO_MORE.fullmatch(whole[2]) or _NEXT_MARKED.match(whole[2])):
        title = whole[1]
    title = title.strip().strip("“”").rstrip(".,").strip()
    for behind in (_IN_EDITED, _IMPRINT, _YEAR_AFTER, _OF_BOOK):
        title = behind.sub("", title)
    return title


def _authors(names: str) -> Authors:
    text = _BARE_INITIALS.sub("", re.sub(r"(?<=[a-z])\.$", "", names))
    if not text:
        return Authors()
    try:
        return read_author_list(text)
    except (InvalidName, RefcoreError):
        return Authors()


def _without_ids(text: str) -> str:
    return _IDS.sub(" ", text)
