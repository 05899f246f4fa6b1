"""A list of references as plain text, read into a library."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import UnreadableInput
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi, Isbn, Pmid, identifiers_in
from refcore.model.keys import key_of
from refcore.model.library import Library
from refcore.model.people import Authors, Person
from refcore.model.reference import Reference
from refcore.names.makers import EDITORS
from refcore.text.keys import free_key
from refcore.text.patterns import LINE_END, regex
from refcore.textlists.clean import cleaned
from refcore.textlists.dates import years_of_list
from refcore.textlists.glued import with_gaps
from refcore.textlists.holders import without_holder
from refcore.textlists.labels import end_of_label
from refcore.textlists.meetings import with_meeting_in_front
from refcore.textlists.names import are_filed, authors_of
from refcore.textlists.partwords import OF_PAGES
from refcore.textlists.responsibility import with_stated_names
from refcore.textlists.rest import read_rest
from refcore.textlists.segment import Reading
from refcore.textlists.split import Piece, split_list
from refcore.textlists.templates import reference_of_template
from refcore.textlists.turned import names_after_title, with_names_behind
from refcore.textlists.votes import readings_of_list
from refcore.textlists.words import QUOTES

__all__ = ["read", "read_pieces", "read_reference"]

_ADDRESS: Final = regex(r"https?://[^\s<>\"”»]+")
# A dash, or a word such as "Idem", for the authors of the reference before; and "Ibid.", for all.
_DASHES: Final = regex(r"(?:[—–_-]{2,}|—|⸺|⸻)\.?,?\s*")
_SAME: Final = regex(
    r"(?:Idem|Eadem|Id\.|Ead\.|Ders(?:elbe|\.)|Dies(?:elbe|\.)|Tenże|Tegoż|Taż|Týž|Táž|Tentýž"
    r"|Lo stesso|Le même|El mismo|La misma|O mesmo|Он же|Она же|Він же|Вона ж|同前)[,:.]* ",
    re.IGNORECASE,
)
# "———, ed. 1991. Of Words", "Ders. (Hg.): Lied".
_EDITED: Final = regex(
    rf"(?:{_DASHES.pattern}|{_SAME.pattern})[(\[]?(?:{EDITORS})[)\]]?[,.:]* ", re.IGNORECASE
)
_IBID: Final = regex(
    r"(?:ibid(?:em|\.)?|ebd\.|ebenda|tamże|tamtéž|там же|там само|ivi|ibíd\.|a\.g\.e\.?|同上|同書"
    r"|op\. ?cit\.|loc\. ?cit\.)(?!\w)"
    rf"(?:[.,;:]* (?:{OF_PAGES}|nr?|at)?\.? ?[\d–, -]*(?:ff?\.?)?)?\s*[.]?$",
    re.IGNORECASE,
)
# "Fei et al. 2019 B. Fei, A. Chen": the citation, and then the reference.
_SHORT: Final = regex(
    r"(?P<names>[A-Z][^\d()“”\"]{1,70}?),? (?P<open>\()?"
    r"(?P<year>1[6-9]\d\d|20\d\d)[a-z]?(?(open)\)) ?[:.,=]? +(?=[^\W\d_])"
)
_INITIAL: Final = regex(r"\b[A-Z]\.")
# "Wu S. Wu S., (2012)": the label consists of the names, which are repeated.
_TWICE: Final = regex(
    r"(?P<names>[A-Z][^()\[\]“”\"]{4,400}?) (?=(?P=names)[ ,.;]*\(?(?:1[5-9]|20)\d\d)"
)
# "Chen Yu et al.Chen, Yu et al., Words": the same without a space.
_GLUED: Final = regex(
    r"(?P<family>[A-Z][\w'’-]{1,30})\b[^()\[\]“”\"]{1,80}?(?<=[a-z.])(?=(?P=family), )"
)
_RUNNING: Final = regex(
    r"(?<!\w)(?:(?!and\b|und\b)[^\W\d_A-Z]{3}|of\b|[OoIi]n\b|to\b|by\b|[Aa]n\b|a\b|at\b|The\b)"
)
_STOP: Final = regex(r"(?<!\bal)[^\W\d_]{2}\. [^\W\d_]")
_LOW_WORD: Final = regex(r"\. [^.]{0,40}\b(?!and\b|und\b)[a-zß-ÿ]{4,}")
# "Medicus, Dieter/Lorenz, Stephan": people as German law writes them.
_SLASHED: Final = regex(
    r"(?<=, )([^\W\d_a-z](?:[^\W\d]|[. -]){0,40}?) ?/ ?(?=[^\W\d_a-z][\w'’-]{1,30}, [^\W\d_a-z])"
)
_MOST_OF_NAMES: Final = 300
_NAME: Final = regex(r"[A-Z][\w'’-]+")
# What a note says in front of a work: "Vgl. Bo Fei, Über Moose", "See also Bo Fei, Moss".
_SIGNAL: Final = regex(
    r"(?:Vgl\.(?: (?:dazu|etwa|auch|z\. ?B\.|hierzu|nur))?:?|Siehe(?: (?:auch|dazu|etwa))?:?"
    r"|(?:Cf|Cfr|Por|Srov|Zob|Vid|Sml|Vrt)\.|See(?: also|, e\.g\.,|, for example,| generally)?"
    r"|But see|Voir(?: aussi| notamment)?|Véase(?: también)?|Si veda|Zie(?: ook)?"
    r"|(?:См|Ср|Див|Пор)\.(?: также| теж)?:?) (?=[^\W\d_a-z][\w'’-]*[^\W\d_A-Z])"
)
_BIBTEX: Final = regex(r"^[^\S\n]*@[A-Za-z]{3,20}\s*\{\s*[^\s,{}]+\s*,", re.MULTILINE)
_LONGEST: Final = 6000
# Every reference is read in many ways, which takes some milliseconds.
_MOST: Final = 2_000
_MOST_LINES: Final = 30_000
_MOST_WORDS: Final = 100_000


def read(text: str, path: str | None = None) -> Library:
    """Read a list of references: numbered, hanging, with blank lines between, or one a line.

    The whole list decides how its references are laid out. `texts` of the library keeps each
    reference as it was written, so that a record can be compared with the text itself. A
    reference in which no title and no name is found gets a diagnostic, and so does a text
    without any reference.

    Args:
        text: The list, with or without a heading.
        path: The name of the text in locations.

    Returns:
        The references in the order of the list.

    Raises:
        UnreadableInput: The text is BibTeX.

    >>> library = read("[1] B. Fei, A. Chen. Of Words. The Lancet 12 (2019) 3-9.")
    >>> [(one.title, str(one.authors), one.year) for one in library]
    [('Of Words', 'B. Fei, A. Chen', 2019)]
    """
    if _BIBTEX.search(text):
        raise UnreadableInput(
            f"{path or 'the text'} is BibTeX, expected a list of references as plain text; "
            "name the format with --from bibtex"
        )
    if (end := _end_of_lines(text)) == len(text):
        return read_pieces(split_list(text, _MOST + 1), path)
    library = read_pieces(split_list(text[:end], _MOST + 1), path)
    message = f"at most {_MOST_LINES:,} lines of a text are read; split the file"
    location = Location(path, _MOST_LINES + 1)
    library.diagnostics.append(Diagnostic(message, location, None, None, Severity.ERROR))
    return library


def _end_of_lines(text: str) -> int:
    """Return where the lines end that are read.

    >>> _end_of_lines("one line")
    8
    """
    ends = itertools.islice(LINE_END.finditer(text), _MOST_LINES - 1, None)
    last = next(ends, None)
    return last.end() if last else len(text)


def read_pieces(pieces: Sequence[Piece], path: str | None = None) -> Library:
    """Read references that are already apart, in the order of their list.

    Of a list with more references or words than docs/limits.md says, the first are read; a
    diagnostic names the limit and the line of the first that is not.
    """
    library = Library(path=path)
    count = _within_limits(pieces)
    if count < len(pieces):
        library.diagnostics.append(_past_limits(pieces[count], path))
        pieces = pieces[:count]
    found = _references(pieces, path)
    for piece, reference in zip(pieces, found, strict=True):
        key = free_key(reference.key, library)
        reference = reference.evolve(key=key)
        library.add(reference)
        library.texts[key] = piece.text
        if len(piece.text) > _LONGEST:
            message = f"at most {_LONGEST:,} characters of a reference are read"
            library.diagnostics.append(
                Diagnostic(message, Location(path, piece.line), key, None, Severity.ERROR)
            )
        if not reference.title and not reference.authors:
            shown = piece.text[:60]
            message = f"cannot separate names and title in {shown!r}; kept as one text"
            library.diagnostics.append(
                Diagnostic(message, Location(path, piece.line), key, None, Severity.WARNING)
            )
    if not pieces:
        library.diagnostics.append(
            Diagnostic(
                "no reference found in this text; expected lines with names, titles and years",
                Location(path),
                None,
                None,
            )
        )
    return library


def _within_limits(pieces: Sequence[Piece]) -> int:
    """Return how many of the first references are read; the first is always."""
    words = itertools.accumulate(len(piece.text[:_LONGEST].split()) for piece in pieces[:_MOST])
    return sum(place == 0 or total <= _MOST_WORDS for place, total in enumerate(words))


def _past_limits(piece: Piece, path: str | None) -> Diagnostic:
    message = (
        f"a list of more than {_MOST:,} references, or {_MOST_WORDS:,} words in them: what "
        f"begins with {piece.text[:40]!r} and everything after it is not read; split the file there"
    )
    return Diagnostic(message, Location(path, piece.line), None, None, Severity.ERROR)


def read_reference(text: str) -> Reference:
    """Read one reference without a list around it.

    Args:
        text: The reference.

    Returns:
        The reference in fields; what is not understood is left out.

    >>> read_reference("Fei, B. (2019). Of words. The Lancet, 12(3), 45-67.").fields["volume"]
    '12'
    """
    return _references([Piece(cleaned(text))], None)[0]


def _references(pieces: Sequence[Piece], path: str | None) -> list[Reference]:
    """Read references; templates name their parts, so they do not count for the layout."""
    stated = [reference_of_template(one.text, Location(path, one.line)) for one in pieces]
    others = [piece for piece, found in zip(pieces, stated, strict=True) if found is None]
    read = iter(_guessed(others, path))
    return [found or next(read) for found in stated]


def _guessed(pieces: Sequence[Piece], path: str | None) -> list[Reference]:
    bodies = [_body(piece.text[:_LONGEST]) for piece in pieces]
    texts = with_gaps([text for text, _ in bodies])
    follows = [bool(number and _follows(piece.text)) for number, piece in enumerate(pieces)]
    # "———, and Bo Fei. 1978. Of Words": with other people beside them.
    beside = [_and_others(text) if after else 0 for text, after in zip(texts, follows, strict=True)]
    texts = [text[start:] for text, start in zip(texts, beside, strict=True)]
    pairs = enumerate(zip(follows, beside, strict=True))
    unnamed = frozenset(
        number
        for number, (after, start) in pairs
        if (after and not start)
        or _STANDARD.match(pieces[number].text)
        or _OF_STATE.match(pieces[number].text)
    )
    readings = readings_of_list(texts, unnamed)
    chosen = [
        _with_later_names(piece.text, text, one)
        for piece, text, one in zip(pieces, texts, readings, strict=True)
    ]
    years = [
        year.value if year else said
        for year, (_, said) in zip(years_of_list(texts, chosen), bodies, strict=True)
    ]
    filed = are_filed(name for one in chosen if one and one.names for name in one.names.names)
    found: list[Reference] = []
    for number, (text, reading, year) in enumerate(zip(texts, chosen, years, strict=True)):
        location = Location(path, pieces[number].line)
        reference = _reference(text, reading, year, location, filed)
        if follows[number]:
            is_edited = bool(_EDITED.match(pieces[number].text))
            reference = _after(found[-1], reference, is_edited=is_edited)
        found.append(_of_short_note(pieces[number].text, reference, found))
    return found


def _follows(text: str) -> bool:
    """Return whether a reference has a mark for the authors of the one before.

    >>> _follows("———. 1998. Of Words"), _follows("Ders.: Lied"), _follows("Fei, B. Words")
    (True, True, False)
    """
    return bool(_IBID.match(text) or _mark(text))


def _mark(text: str) -> re.Match[str] | None:
    return _SAME.match(text) or _DASHES.match(text)


_BESIDE: Final = regex(r"(?:and|&|et|und|y|e|en|och|og|i|u\.|и) (?=[^\W\d_a-z])")


def _and_others(text: str) -> int:
    """Return where the names begin that are beside those of the reference before, or 0.

    >>> _and_others("and Bo Fei. Of Words"), _and_others("Of Words")
    (4, 0)
    """
    found = _BESIDE.match(text)
    return found.end() if found else 0


# "Fei, Of Words, 12.": a note on a work that an earlier one names in full.
_SHORT_NOTE: Final = regex(
    r"(?P<family>[^\W\d_][\w'’-]+)(?:,? (?:and|&|et|und) [^\W\d_][\w'’-]+)?, [“\"‘]?"
    r"(?P<title>[^,.;:\d“”\"]{4,80}?)[,.]?[”\"’]?,? (?:pp?\. ?)?\d{1,4}(?:[–-]\d{1,4})?n?\.?$"
)


def _of_short_note(text: str, reference: Reference, before: Sequence[Reference]) -> Reference:
    """Return the authors and the title of a short note, if an earlier reference has both."""
    note = None if reference.issued else _SHORT_NOTE.fullmatch(text)
    for earlier in reversed(before) if note else ():
        families = [name.family for name in earlier.authors if isinstance(name, Person)]
        if note and note["family"] in families and note["title"] in earlier.title:
            return reference.evolve(authors=earlier.authors, title=note["title"])
    return reference


def _after(before: Reference, reference: Reference, *, is_edited: bool) -> Reference:
    """Return a reference with the people of the one before in front of its own."""
    held = before.authors or before.editors
    names = Authors((*held, *reference.authors), held.others)
    if is_edited:
        reference = reference.evolve(authors=Authors(), names={"editor": names})
    else:
        reference = reference.evolve(authors=names)
    return reference.evolve(key=key_of(reference))


def _with_later_names(whole: str, text: str, reading: Reading | None) -> Reading | None:
    """Return a reading with names that are after the title: "RFC 9110: A Title. B. Fei."."""
    if whole.startswith("RFC") and text != whole and (turned := names_after_title(text)):
        return turned
    reading = with_meeting_in_front(text, reading)
    reading = with_names_behind(text, with_stated_names(text, reading))
    return without_holder(text, reading)


# The number of a standard, with the year of its edition: "ISO 9001:2015, ".
_STANDARD: Final = regex(
    r"(?:ГОСТ(?: Р)?|ДСТУ|СНиП|GB/T"
    r"|RFC|ISO|IEC|IEEE|EN|DIN|ASTM|BS|NF|ANSI|SAE|ETSI|JIS|API|ASME|AS|NZS|ITU-T|UNE|UNI|ÖNORM|SS|CEN)"
    r"(?:[/ -](?:ISO|IEC|IEEE|EN|TS|TR|Std|NZS|ASME|Rec\.|Recommendation|PAS|Guide|[A-Z]))*\.? ?"
    r"[A-Z]{0,2}\d[\w./-]{0,16}?(?:(?: ?: ?|-)(?P<year>(?:19|20)\d\d)(?:-\d\d)?)?"
    r"(?:/A\w+:\d{4})?[,.:]?"
    r" [–—-]? ?(?P<title>[^\W\d_a-z].*)",
    re.DOTALL,
)
# What a government publishes, by its series: "NOU 2016: 25. Moss", "Meld. St. 41 (2016–2017)."
_OF_STATE: Final = regex(
    r"(?:NOU|SOU|Ds|Prop\.|Innst\.|Meld\. St\.|St\. ?meld\.|Ot\. ?prp\.|Betænkning)(?: nr\.)?"
    r" (?:\d{4}: ?)?\d{1,4}(?:/\d{2,4})?(?: [LSN])?(?: \((?:19|20)\d\d[–-]\d{2,4}\))?[.,:]"
    r" (?P<title>[^\W\d_a-z].*)",
    re.DOTALL,
)


def _body(text: str) -> tuple[str, int | None]:
    """Return a text without the dash for its authors, or the short citation, and its year.

    >>> _body("Fei et al. 2019 B. Fei, A. Chen: On Moss.")
    ('B. Fei, A. Chen: On Moss.', 2019)
    """
    if found := _SIGNAL.match(text):
        text = text[found.end() :]
    text = text[end_of_label(text) :]
    text = _SLASHED.sub(r"\1; ", text[:_MOST_OF_NAMES]) + text[_MOST_OF_NAMES:]
    if found := _IBID.match(text) or _EDITED.match(text) or _mark(text):
        return text[found.end() :], None
    if (found := _STANDARD.match(text)) and found["title"].count(" ") > 1:
        return found["title"], int(found["year"]) if found["year"] else None
    if found := _OF_STATE.match(text):
        return found["title"], None
    if found := _TWICE.match(text) or _GLUED.match(text):
        return text[found.end() :], None
    short = _SHORT.match(text)
    name = _NAME.search(short["names"]) if short else None
    if short and (_LOW_WORD.search(short["names"]) or _STOP.search(short["names"])):
        return text, None  # "IBGE. Censo agropecuário 2006. Rio de Janeiro: IBGE, 2009"
    if short is None or name is None or (short["open"] and _INITIAL.search(short["names"])):
        return text, None
    ahead = _ADDRESS.sub("", text[short.end() : short.end() + 60])  # "https://owasp.org"
    again = re.search(rf"(?<!\w){re.escape(name[0])}(?!\w)", ahead, re.IGNORECASE)
    # "Moss Office (2020), The results of the Moss Office": words are before it, and no names.
    if again and not _RUNNING.search(ahead[: again.start()]):
        return text[short.end() :], int(short["year"])
    return text, None


def _reference(
    text: str,
    reading: Reading | None,
    year: int | None,
    location: Location,
    filed: bool | None,
) -> Reference:
    ids = identifiers_in(text)
    arxiv = next((one for one in ids if isinstance(one, ArxivId)), None)
    doi = next((one for one in ids if isinstance(one, Doi)), None)
    title = _title(text[slice(*reading.title)]) if reading and reading.title else ""
    rest = read_rest(text[reading.rest :] if reading else "", arxiv is not None)
    fields = {
        "container-title": rest.venue,
        "volume": rest.volume,
        "issue": rest.issue,
        "page": rest.pages,
        "publisher": rest.publisher,
        "publisher-place": rest.place,
        "edition": rest.edition,
        "ISBN": next((str(one) for one in ids if isinstance(one, Isbn)), ""),
        "PMID": next((str(one) for one in ids if isinstance(one, Pmid)), ""),
    }
    authors = authors_of(reading.names, filed=filed) if reading and reading.names else Authors()
    is_edited = bool(reading and reading.editors)
    reference = Reference(
        "-",
        _type(rest.type, fields),
        title,
        Authors() if is_edited else authors,
        issued=Date.of(year) if year else None,
        arxiv=arxiv,
        doi=doi,
        url=_address(text),
        names={"editor": authors} if is_edited else {},
        fields={name: value for name, value in fields.items() if value},
        location=location,
    )
    return reference.evolve(key=key_of(reference))


_OPENERS: Final = ("“", '"', "«")


def _title(text: str) -> str:
    """Return a title without signs around it, and with the quote that closes after it.

    >>> _title("On “Moss"), _title("On ‘moss"), _title(" On moss. ")
    ('On “Moss”', 'On ‘moss’', 'On moss')
    """
    text = text.strip(" .,;:")
    if text[:1] == "«" and text[-1:] == "»" and "«" not in text[1:]:
        text = text[1:-1].strip()  # "«Qu’est-ce qu’un livre ?»"
    if text[:1] in _OPENERS and not any(sign in text[1:] for sign in QUOTES[text[0]]):
        text = text[1:].lstrip()  # what closes it is cut off: "“Of Words (3rd Edition).”"
    for opening, closing in ("“”", "«»", "‘’"):
        if text.count(opening) > text.count(closing):
            text += closing
    return f'{text}"' if text.count('"') == 1 and ' "' in text else text


def _type(found: str, fields: dict[str, str]) -> str:
    if found == "document" and (fields["ISBN"] or fields["publisher"]):
        return "book"
    return found


def _address(text: str) -> str:
    """Return the first web address that is neither a DOI nor an arXiv id.

    >>> _address("See https://a.org/x and https://doi.org/10.1000/1")
    'https://a.org/x'
    """
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(".,;:)]")
        if not identifiers_in(address):
            return address
    return ""
