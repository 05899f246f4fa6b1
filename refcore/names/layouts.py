"""Lists of names in rows, columns, keys and quotation marks, as plain lists.

Each function takes one layout apart and returns one name on each line, or nothing
where the text has another layout. The whole text shows its layout: the same mark
before each line, the same key before each name, the same number of cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from refcore.names.cells import Held, cells_of, held_by
from refcore.names.groups import is_institution, looks_like_group
from refcore.names.places import cut_workplace, is_region, is_town
from refcore.names.shape import is_name
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = [
    "names_of_brackets",
    "names_of_calls",
    "names_of_columns",
    "names_of_endnote",
    "names_of_entry",
    "names_of_given_in_brackets",
    "names_of_grid",
    "names_of_keyed_places",
    "names_of_keys",
    "names_of_parameters",
    "names_of_patent",
    "names_of_places",
    "names_of_profile",
    "names_of_quotes",
    "names_of_two_forms",
    "names_of_web_of_science",
    "without_leads",
]

# The headings of columns, in the languages of spreadsheets.
_GIVEN: Final = frozenset(
    "first firstname fname given givenname givennames forename forenames vorname prénom prenom "
    "nombre nombres imię nome etunimi förnamn fornavn voornaam jméno christianname 名".split()
)
_FAMILY: Final = frozenset(
    "last lastname lname family familyname familynames surname surnames nachname familienname nom "
    "apellido apellidos nazwisko cognome sobrenome sukunimi efternamn etternavn achternaam "
    "příjmení 姓".split()
)
_MIDDLE: Final = frozenset("middle middlename middlenames middleinitial mi mname".split())
_WHOLE: Final = frozenset(
    "af authorfullnames name names author authors fullname authorname displayname speaker "
    "presenter participant "
    "researcher member person autor auteur autore naam navn namn nimi nom nombre contributor "
    "imięinazwisko nombrecompleto nomcomplet vorundnachname 姓名 氏名 著者 作者".split()
)
# name: "Bo Fei", display_name = 'Bo Fei', "name": "Bo Fei"
_KEYED: Final = regex(
    r"(?<!<meta )\b(?:author|display|full)?[_-]?name[\"']?\s{0,3}[:=]\s{0,3}"
    r"([\"'])([^\"'\n]{2,90})\1",
    re.IGNORECASE,
)
# person("Bo", "Fei", role = c("aut", "cre")), as R's packages have it.
_PERSON: Final = regex(
    r"\bperson\(\s{0,9}(?:given\s?=\s?)?\"([^\"\n]{1,60})\",\s{0,9}(?:family\s?=\s?)?\"([^\"\n]{1,60})\""
)
_PARAMETER: Final = regex(r"\|\s{0,9}(first|last)(\d{0,3})\s{0,9}=\s{0,9}([^|=\n}]{1,80})")
_FIELD: Final = regex(
    r"\bauthor\s{0,9}=\s{0,9}(?:\{((?:[^{}]|\{(?:[^{}]|\{[^{}]{0,100}\}){0,200}\}){1,50000})\}|\"([^\"]{1,50000})\")",
    re.IGNORECASE,
)
_SCHOLAR_NAME: Final = r"(?=[^,\n]*[a-zß-ÿ])[A-Z]{1,4}(?: [a-z'’]{1,4}){0,3} [A-ZÀ-Þ][\w'’ -]{1,40}"
_PROFILE: Final = regex(
    widened(
        rf"[^\n]{{3,300}}\n(?P<names>{_SCHOLAR_NAME}(?:, {_SCHOLAR_NAME}){{0,30}}(?:, \.\.\.)?)\n"
        r"[^\n]{2,200}\d[^\n]{0,60}(?:\n[\d\t\n ]{1,20})?"
    )
)
_BRACKETED_GIVEN: Final = regex(
    widened(
        r"(?P<family>(?:(?:[a-z]{1,3}|L[ae]|D[eu]|Van|Von) ){0,3}[A-ZÀ-Þ][\w'’-]{1,40})"
        r" \((?P<given>[A-ZÀ-Þ][\w.-]{0,30}(?: [A-ZÀ-Þ][\w.-]{0,30}){0,2})\)"
        r"(?:,?\s+(?:et|and|&)\s+|[,;]\s*|\.?\Z)"
    )
)
_SHORT_AND_WHOLE: Final = regex(
    r"([^\W\d_][\w'’ -]{0,40}), [^()\n;,]{1,12} \((\1, [^()\n]{1,60})\)"
)
_INVENTOR: Final = regex(
    r"(?P<family>[^;,()\n]{1,60});(?P<given>[^;,()\n]{1,60})\([^()\n]{2,60}\)(?:,\s*|\s*\Z)"
)
_PATENT: Final = regex(
    r"\s*(?:inventors?:\s*)?(?P<names>(?:[^;,()\n]{1,60};[^;,()\n]{1,60}\([^()\n]{2,60}\)(?:,\s*|\s*\Z))+)",
    re.IGNORECASE,
)
_BRACKETED: Final = regex(r"\[([^\[\]]{3,2000})\]")
_BEFORE_ADDRESSES: Final = regex(r"(?:\[[^\[\]]{3,2000}\][^\[\]]{3,300})+")
_TAGGED: Final = regex(r"(?m)^(A[FU]) (?![ -])([^\n]{1,200}(?:\n[ ]{2,4}[^\n]{1,200}){0,20000})")
_AUTHOR_TAG: Final = regex(r"(?m)^%A[ \t]{1,3}([^\n]{1,200})")
_QUOTED: Final = regex(r"([\"'])((?:(?!\1)[^\n]|(?<=\w)'(?=\w)){2,90})\1(?!\w)")
_OUTSIDE: Final = regex(r"\s*(?:[\w-]{1,20}\s{0,3}){0,2}[\s,;:=()\[\]{}]*")
# The same sign before each line, and letters or roles at the beginnings of lines.
_SIGN: Final = regex(r"\s*(?P<sign>[^\w\s\"'“(\[{\\*<]|o)\s+(?=\S)")
_CHECKS: Final = "✔✘✓✗☑☐☒✅❌"
_LETTER: Final = regex(r"\s*[(\[]?(?P<sign>[a-z])[.)\]]\s+(?=[^\W\d_])")
_CLOCK: Final = r"\d{1,2}(?:[:.h]\d\d)?(?:[ ]?[ap]\.?m\.?)?"
_TIME: Final = regex(
    rf"\s*\[?(?=\d{{1,2}}[:.h]\d\d|[^\n]{{1,12}}[ap]\.?m)(?P<sign>{_CLOCK}"
    rf"(?:[ ]?[-–—][ ]?{_CLOCK})?)\]?[ ]?[:.,–—-]?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
# The number of a talk or a poster: "[S1.1]", "P01".
_CODE: Final = regex(
    widened(r"\s*[(\[]?(?P<sign>[A-Za-z]{1,4}[-. ]?\d[\w.-]{0,8})[)\]]?[.:]?\s+(?=[^\W\d_])")
)
_HANDLE: Final = regex(r"\s*(?P<sign>@[\w-]{1,40}):?\s+(?:[–—-]\s)?(?=[^\W\d_])")
_SAME: Final = regex(r"\s*(?P<sign>[^\W\d_][\w-]{1,20}):(?!//)\s*(?=\S)")
_ROLE: Final = regex(
    r"\s*(?P<sign>[^\W\d_][^\W\d_ &-]{2,20}(?:[ &-]{1,3}[^\W\d_]{2,20}){0,3}):\s+(?=\S)"
)
_MAIL_LAST: Final = regex(r"\s+[\w.+-]{1,64}@[\w.-]{1,90}\Z")
_COMMA_OR_AND: Final = regex(r",\s+(?:and\s+)?|(?<!\s)\s++and\s+")
_AND_FIRST: Final = regex(r"(?:and|&)\s+")
_NO_LETTER: Final = regex(r"[\W\d_]+")
# "Bo Feia Department of Moss, Oslo, Norway": the letter counts the places.
_KEYED_NAME: Final = regex(
    widened(
        r"(?:\A|[,;&]\s?(?:and )?)\s?(?P<name>[A-ZÀ-Þ][\w.'’-]{0,30}"
        r"(?:|(?: [\w.'’-]{1,30})|(?: [\w.'’-]{1,30}){2}) [A-ZÀ-Þ][\w'’-]{1,30})"
        r"(?P<key>(?<=[a-zß-ÿ])[a-h])(?:,[*†])?"
        r" (?=[A-ZÀ-Þ][^,;&]{2,180}(?:[,;&]|\Z))"
    )
)
_COLUMNS: Final = regex(r"\t+|[ ]{3,}")
_MOST_ROWS: Final = 20_000
_WRAPPED: Final = 50  # letters of a line that goes on below it


def names_of_keys(text: str) -> str:
    """Return the names after the key "name", in JSON, TOML, XML and the like.

    >>> names_of_keys('authors = [{name = "Bo Fei"}, {name = "Mo Far"}]')
    'Bo Fei\\nMo Far'
    """
    found = [match[2] for match in _KEYED.finditer(text)]
    return "\n".join(found) if len(found) > 1 else ""


def names_of_two_forms(text: str) -> str:
    """Return the longer form of names of which a line has a short and a long form, or nothing.

    >>> names_of_two_forms("Fei, B; Far, M\\tFei, Bo; Far, Mo")
    'Fei, Bo; Far, Mo'
    """
    forms = text.strip().split("\t")
    counts = {form.count(";") for form in forms}
    same = len(forms) == 2 and len(counts) == 1 and counts != {0} and "\n" not in text.strip()
    starts = {tuple(part.strip()[:2] for part in form.split(";")) for form in forms}
    return max(forms, key=len) if same and len(starts) == 1 else ""


def names_of_calls(text: str) -> str:
    """Return the names of R's ``person()``, as the file DESCRIPTION of a package has them.

    >>> names_of_calls('c(person("Bo", "Fei", role = c("aut", "cre")), person("Mo", "Far"))')
    'Fei, Bo\\nFar, Mo'
    """
    return "\n".join(f"{match[2]}, {match[1]}" for match in _PERSON.finditer(text))


def names_of_parameters(text: str) -> str:
    """Return the names of a template of Wikipedia, or nothing.

    >>> names_of_parameters("|last1=Fei |first1=Bo |last2=Far |first2=Mo")
    'Fei, Bo\\nFar, Mo'
    """
    found = {match[1] + match[2]: match[3].strip() for match in _PARAMETER.finditer(text)}
    families = [key.removeprefix("last") for key in found if key.startswith("last")]
    return "\n".join(
        f"{found['last' + number]}, {found.get('first' + number, '')}".rstrip(", ")
        for number in families
    )


def names_of_profile(text: str) -> str:
    """Return the names between a title and a venue, as a profile in Google Scholar has them.

    >>> names_of_profile("Moss Lamps\\nB Fei, MK Far\\nJournal of Turf 12 (3), 44-51, 2018")
    'B Fei, MK Far'
    """
    found = _PROFILE.fullmatch(text.strip())
    return found["names"] if found else ""


def names_of_patent(text: str) -> str:
    """Return the names of a patent, which has a semicolon in each and a town behind it.

    >>> names_of_patent("Inventors: Fei; Bo (Oslo, NO), Far; Mo (Basel, CH)")
    'Fei, Bo\\nFar, Mo'
    """
    whole = _PATENT.fullmatch(text)
    found = _INVENTOR.finditer(whole["names"]) if whole else ()
    return "\n".join(f"{name['family'].strip()}, {name['given'].strip()}" for name in found)


def names_of_given_in_brackets(text: str) -> str:
    """Return the names of a French list, which has the given names in brackets, or nothing.

    >>> names_of_given_in_brackets("Kerbiriou (Gwen), Le Guern (Jean-Yves) et Roux (A.)")
    'Kerbiriou, Gwen\\nLe Guern, Jean-Yves\\nRoux, A.'
    >>> names_of_given_in_brackets("Berg (Oslo), Fei (Basel)")
    ''
    """
    found = list(_BRACKETED_GIVEN.finditer(text.strip()))
    if len(found) < 2 or "".join(x[0] for x in found) != text.strip():
        return ""
    if any(map(_may_be_workplace, (x["given"] for x in found))):
        return ""
    return "\n".join(f"{x['family']}, {x['given']}" for x in found)


def _may_be_workplace(text: str) -> bool:
    """Return whether words in brackets are a place or a group, and no given names.

    >>> _may_be_workplace("MIT"), _may_be_workplace("Oslo"), _may_be_workplace("Gwen")
    (True, True, False)
    """
    acronym = text.isupper() and "." not in text
    return acronym or is_town(text) or looks_like_group(text) or is_institution(text)


def names_of_entry(text: str) -> str:
    """Return what the author field of one entry of a .bib file holds, or nothing.

    >>> names_of_entry("@misc{x, author = {Bo Fei and Mo Far}, title = {On It}}")
    'Bo Fei and Mo Far'
    """
    found = _FIELD.search(text) if text.lstrip().startswith("@") else None
    return found[1] or found[2] if found else ""


def names_of_brackets(text: str) -> str:
    """Return the names in brackets before each address, as Web of Science lists them.

    >>> names_of_brackets("[Fei, Bo; Far, Mo] Univ Oslo, Norway; [Go, Al] MIT, USA")
    'Fei, Bo; Far, Mo; Go, Al'
    """
    if not text.lstrip().startswith("[") or not _BEFORE_ADDRESSES.fullmatch(text.strip()):
        return ""
    found = [match[1] for match in _BRACKETED.finditer(text)]
    return "; ".join(found) if all("," in names for names in found) else ""


def names_of_endnote(text: str) -> str:
    """Return the names of the tags %A of a record of EndNote, or nothing.

    >>> names_of_endnote("%0 Journal Article\\n%A Fei, Bo\\n%A Far, Mo\\n%D 2021")
    'Fei, Bo\\nFar, Mo'
    """
    return "\n".join(match[1].strip() for match in _AUTHOR_TAG.finditer(text))


def names_of_web_of_science(text: str) -> str:
    """Return the names of the tags AF, or else AU, of a plain export of Web of Science.

    >>> names_of_web_of_science("AU Fei, B\\n   Far, M\\nAF Fei, Bo\\n   Far, Mo\\nTI On It")
    'Fei, Bo\\nFar, Mo'
    >>> names_of_web_of_science("Fei, B (Fei, Bo) [1] , [2] ; Far, M (Far, Mo) [3]")
    'Fei, Bo\\nFar, Mo'
    """
    pairs = list(_SHORT_AND_WHOLE.finditer(text))
    if pairs and text.count("(") == len(pairs):
        return "\n".join(pair[2] for pair in pairs)
    if not text.lstrip().startswith(("AU ", "AF ", "PT ", "FN ")):
        return ""
    found = {match[1]: match[2] for match in _TAGGED.finditer(text)}
    names = found.get("AF") or found.get("AU") or ""
    return "\n".join(line.strip() for line in names.split("\n"))


def names_of_quotes(text: str) -> str:
    """Return the names of a list in quotation marks, in any language of programmers.

    >>> names_of_quotes("VALUES ('Bo Fei'), ('Mo Far');"), names_of_quotes('Mo "May" Far, Bo Fei')
    ('Bo Fei\\nMo Far', '')
    """
    found = list(_QUOTED.finditer(text))
    if len(found) < 2:
        return ""
    outside = _QUOTED.sub(",", text)
    return "\n".join(match[2] for match in found) if _OUTSIDE.fullmatch(outside) else ""


def names_of_columns(text: str) -> str:
    """Return the names of a table with a header, one on each line, or nothing.

    >>> names_of_columns("first_name,last_name,mail\\nBo,Fei,b@example.org\\nMo,Far,")
    'Fei, Bo\\nFar, Mo'
    >>> names_of_columns("order,name\\n1,Bo Fei\\n2,Mo Far")
    'Bo Fei\\nMo Far'
    """
    head, _, rows = text.strip().partition("\n")
    mark = next((mark for mark in "\t;|," if mark in head), "\n")
    if len(head) > 300 or not rows or any(map(str.isdigit, head)):
        return ""
    titles, *read = _cells(head, *rows.split("\n"), mark=mark)
    columns = [_NO_LETTER.sub("", title.casefold()) for title in titles]
    given, family, whole, middle = (
        _place(columns, words) for words in (_GIVEN, _FAMILY, _WHOLE, _MIDDLE)
    )
    given = whole if given < 0 else given  # "surname,name"
    if given >= 0 and family >= 0 and given != family:
        full = [row for row in read if len(row) > max(given, family) and row[family]]
        return "\n".join(
            f"{row[family]}, {row[given]} {row[middle] if -1 < middle < len(row) else ''}".rstrip(
                ", "
            )
            for row in full
        )
    # "Authors" over a list is a label, and no header of one column.
    if whole < 0 or (len(columns) == 1 and columns[0] != "name"):
        return ""
    names = [row[whole] for row in read if len(row) > whole and row[whole]]
    # "Author" before each name is a lead, and no header.
    return "" if titles[whole] in names else "\n".join(names)


def names_of_keyed_places(text: str) -> str:
    """Return the names of a line that has a letter and a place of work behind each, or nothing.

    >>> names_of_keyed_places("Bo Feia MIT, Boston, USA, Al Gob ETH, Zurich & Mo Hua MIT, Boston")
    'Bo Fei\\nAl Go\\nMo Hu'
    """
    lines = text.strip().split("\n")
    if any(len(line) < _WRAPPED for line in lines[:-1]):
        return ""  # lines of their own, and no line that a page has wrapped
    names: list[str] = []
    due = "a"
    for found in _KEYED_NAME.finditer(" ".join(text.split())):
        if found["key"] > due:
            return ""
        due = chr(ord(found["key"]) + 1) if found["key"] == due else due
        names.append(found["name"])
    return "\n".join(names) if len(names) > 1 and due > "b" else ""


def names_of_grid(text: str) -> str:
    """Return the names side by side on lines whose columns go on below with places and mails.

    >>> names_of_grid("Bo Fei    Al Go\\nMIT    ETH\\nb@mit.edu    a@ethz.ch")
    'Bo Fei\\nAl Go'
    >>> names_of_grid("Bo Fei\\tMIT\\nAl Go\\tETH")
    ''
    """
    lines = [line for line in text.split("\n") if line.strip()]
    rows = [[cell.strip() for cell in _COLUMNS.split(line.strip())] for line in lines]
    if len(rows) < 2 or min(map(len, rows)) < 2:
        return ""
    named = [row for row in rows if all(map(_is_full_name, row))]
    others = [row for row in rows if row not in named]
    if not named or named[0] is not rows[0] or rows[-1] in named or len(named) > len(others):
        return ""
    beside = (cell for row in others for cell in row)
    if any(" " in cell and _is_full_name(cell) and is_name(cell) for cell in beside):
        return ""
    return "\n".join(cell for row in named for cell in row)


def _cells(*lines: str, mark: str) -> list[list[str]]:
    """Return the cells of lines; a mark inside quotation marks divides nothing.

    >>> _cells('1,"Fei, Bo"', mark=",")
    [['1', 'Fei, Bo']]
    """
    return [[cell.strip(' "') for cell in cells_of(line.strip(" |"), mark)] for line in lines]


def _place(columns: Sequence[str], words: frozenset[str]) -> int:
    return next((place for place, column in enumerate(columns) if column in words), -1)


def names_of_places(text: str) -> str:
    """Return the names of lines that each have a name and a town or a place of work.

    Every line has a place, and a third of the towns are known.

    >>> names_of_places("Bo Fei, Basel\\nMo Far, Leeds, UK"), names_of_places("Fei, Bo\\nFar, Mo")
    ('Bo Fei\\nMo Far', '')
    >>> names_of_places("Bo Fei ETH Zürich; Mo Far Stanford University")
    'Bo Fei\\nMo Far'
    """
    stripped = text.strip()
    mark = next((mark for mark in "\n;" if mark in stripped), ",")
    split = _COMMA_OR_AND.split(stripped) if mark == "," else stripped.split(mark)
    pieces = [piece.strip(" \t.") for piece in split if piece.strip()]
    if not 1 < len(pieces) < _MOST_ROWS:
        return ""
    if mark != "," and all("," in piece for piece in pieces):
        rows = [piece.partition(",") for piece in pieces]
        known = sum(is_town(place.strip()) for _, _, place in rows)
        likely = all(_is_full_name(name) and _may_be_place(place) for name, _, place in rows)
        return "\n".join(name for name, _, _ in rows) if likely and known * 3 >= len(rows) else ""
    pieces = [_AND_FIRST.sub("", piece) for piece in pieces]
    names = [cut_workplace(_MAIL_LAST.sub("", piece)) for piece in pieces]
    return "\n".join(names) if all(name and is_name(name) for name in names) else ""


def _may_be_place(text: str) -> bool:
    """Return whether a text may be a town, with its region or without.

    >>> _may_be_place("Boston, MA"), _may_be_place("Bo Fei, Al Roe")
    (True, False)
    """
    place, *rest = (part.strip(" .") for part in text.split(","))
    return 0 < len(place.split()) < 4 and place[:1].isupper() and all(map(is_region, rest))


def _is_full_name(cell: str) -> bool:
    """Return whether a cell reads as a name with at least two words.

    >>> _is_full_name("Bo Fei"), _is_full_name("MIT")
    (True, False)
    """
    words = cell.split()
    upright = 1 < len(words) < 6 and words[0][:1].isupper() and words[-1][:1].isalpha()
    return upright and not is_institution(cell) and not looks_like_group(cell)


def without_leads(text: str) -> str:
    """Return a text without what each of its lines begins with: a sign, a letter, a role.

    >>> without_leads("✓ Bo Fei\\n✓ Mo Far"), without_leads("Software: Bo Fei\\nWriting: Mo Far")
    ('Bo Fei\\nMo Far', 'Bo Fei\\nMo Far')
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) == 1 and ";" in text:
        return _without_roles(text)
    if len(lines) < 2:
        return text
    for pattern in (_SIGN, _LETTER, _TIME, _CODE, _HANDLE, _SAME, _ROLE):
        leads = [pattern.match(line) for line in lines]
        signs = [lead["sign"] for lead in leads if lead]
        if len(signs) == len(lines) and _are_leads(pattern, signs):
            return "\n".join(_after(lines, leads))
    return text


def _without_roles(line: str) -> str:
    """Return a line without the role before a colon, if each of its parts has one.

    >>> _without_roles("PI: Bo Fei; Co-PIs: Al Go, Mo Far"), _without_roles("Bo Fei; Al Go")
    ('Bo Fei; Al Go, Mo Far', 'Bo Fei; Al Go')
    """
    parts = [part.partition(":") for part in line.split(";") if part.strip()]
    roles = all(after and held_by(role) is Held.ROLE for role, _, after in parts)
    return "; ".join(after.strip() for *_, after in parts) if roles else line


def _are_leads(pattern: re.Pattern[str], signs: list[str]) -> bool:
    if pattern is _LETTER:
        return "".join(signs) in "abcdefghijklmnopqrstuvwxyz"
    if pattern in (_SIGN, _SAME):
        return len(set(signs)) == 1 or all(sign in _CHECKS for sign in signs)
    if pattern is not _ROLE:
        return True
    # "Ada Berg: mosses" has the name before the colon.
    return not any(looks_like_group(sign) or held_by(sign) is Held.NAME for sign in signs)


def _after(lines: list[str], leads: Sequence[re.Match[str] | None]) -> Iterator[str]:
    for line, lead in zip(lines, leads, strict=True):
        yield line[lead.end() :] if lead else line
