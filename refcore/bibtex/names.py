"""Names by the rules of BibTeX and of biber, split before any LaTeX is decoded.

Source: *BibTeX: the program* (bibtex.web), the parts on ``format.name$``; the
BibLaTeX manual, section 2.3.3, and biber's behaviour where it differs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from refcore.bibtex.authorfields import Listed, listed
from refcore.bibtex.meant import meant, simple, text_branch, without_spaced_hyphens
from refcore.errors import InvalidName
from refcore.latex import decode, to_plain
from refcore.latex.accents import ACCENTS
from refcore.latex.symbols import SYMBOLS
from refcore.model.people import Authors, Group, Name, Person
from refcore.text.bounds import too_long
from refcore.text.braces import group_end
from refcore.text.given import require_text
from refcore.text.patterns import regex

__all__ = ["MOST_NAMES", "Dialect", "is_one_group", "read_bibtex_names", "read_name", "split_names"]

Dialect = Literal["bibtex", "biber"]

_SPACES: Final = " \t\r\n\f\v"  # BibTeX knows no other space; a no-break space is none
_AND: Final = regex(rf"[{{}}]|(?<=[{_SPACES}])and(?=[{_SPACES}])", re.IGNORECASE)
_PLAIN_AND: Final = regex(rf"(?<=[{_SPACES}])and(?=[{_SPACES}])", re.IGNORECASE)
# At the end, "And" is a family name.
_STRAY_AND: Final = regex(rf"(?i:and)[{_SPACES}].*|.*[{_SPACES}](?:and|AND)|(?i:and)", re.DOTALL)
_EXTENDED: Final = regex(r"(?:family|given|prefix|suffix)(?:-i)?\s*=")
# An option of the whole list, which biber takes among the names.
_LIST_OPTION: Final = regex(
    r"(?:useprefix|nosortothers|sortingnamekeytemplatename|uniquenametemplatename"
    r"|namehashtemplatename)\s*=\s*[\w-]+"
)
_DELIMITER: Final = regex(rf"[{{}},{_SPACES}~-]")
_FOREIGN_LOWER: Final = frozenset("i j o oe ae aa l ss".split())
_FOREIGN_UPPER: Final = frozenset("OE AE AA O L".split())
# BibTeX itself takes "woo" of "Jae-woo Kim" for a particle, and "Éva", as it counts bytes.
_MISTAKEN_PARTICLE: Final = regex(
    r"(?<=[^\W\d_])-(?=[a-zß-ÿ])|(?<![^\s~])[a-z]{1,9}-(?=\w)|(?<![^\s~])[^\W\d_\x00-\x7f]"
)
# "Ramón y Cajal, Santiago", whose first words BibTeX takes for particles.
_TWO_FAMILIES: Final = regex(r"[^a-z\s,~][^\s,~]*[\s~]+(?:y|e|i)[\s~]+[^,]+,")
_APOSTROPHE_FIRST: Final = regex(r"(?<![^\s~])['’][a-z]")
_BRACED: Final = regex(r"\{[^{}]*\}")
# A family name that begins in braces, other than those of a letter such as `{\'e}`.
_PROTECTED: Final = regex(r"\{+(?![\\{}])")
_LONE_BACKSLASH: Final = regex(r"(?<!\\)\\(?= |\Z)")
_CONTROL_SPACE: Final = regex(r"\\\s")
_CONTROL_AT_END: Final = regex(r"\\([A-Za-z]+)\s*$")
MOST_NAMES: Final = 50_000  # of one field; the longest lists that there are have 5,200
_OTHERS_BETWEEN: Final = "'others' is not the last name; write 'and others' at the end"
_TOO_MANY: Final = "at most {:,} names of a field are read; the others are left out"
_LONGEST_CONTROL: Final = 80  # characters, with the space after the word
_CONTROL: Final = regex(r"\\([A-Za-z]+|.?)", re.DOTALL)


def read_bibtex_names(text: str, dialect: Dialect = "bibtex") -> Authors:
    """Read an author field, undecoded, into an `Authors` list.

    A name in braces is a group, and ``and others`` sets `others`. An empty name is left out,
    and so is a lone ``:``, which arXiv's export puts after a group. BibLaTeX's
    ``family=…, given=…`` is read in both dialects. No input raises an error.

    Args:
        text: The value of the field, with its LaTeX.
        dialect: ``"bibtex"`` or ``"biber"``, which differ in what is a lower case word, in
            hyphens and in capital particles.

    Returns:
        The names, in the order of the field.

    Source: bibtex.web on ``format.name$``; the BibLaTeX manual, section 2.3.3.

    >>> read_bibtex_names("{MiniMax} and de With, Peter and others")
    Authors([Group('MiniMax'), Person('Peter', 'With', non_dropping_particle='de')], others=True)
    """
    require_text("read_bibtex_names", text)
    return _read(split_names(text), dialect, strict=True)[0]


def read_names(text: str, dialect: Dialect = "bibtex") -> tuple[Authors, tuple[str, ...]]:
    """Read an author field as it is meant; return the list and what is odd in it.

    Beyond `read_bibtex_names`, this reads what BibTeX misunderstands by the rules of
    `refcore.bibtex.meant`, with a fault that says what to write.

    >>> authors, faults = read_names("Sammy Davis, Jr. and Bo Fei et al.")
    >>> [name.name for name in authors], authors.others, len(faults)
    (['Sammy Davis Jr.', 'Bo Fei'], True, 2)
    """
    if "\\ifmmode" in text:
        text = text_branch(text)
    if "\\," in text:
        text = text.replace("\\,", "~")  # a thin space between initials, whose comma parts no name
    if "\\ " in text or text[-1:] == "\\":
        text = _LONE_BACKSLASH.sub("", text)  # the control space of "Wayne C.\\ Booth"
    return _read(split_names(text), dialect, strict=False)


def _read(
    raw_names: list[str], dialect: Dialect, *, strict: bool
) -> tuple[Authors, tuple[str, ...]]:
    names: list[Name] = []
    others: bool | int = max(0, len(raw_names) - MOST_NAMES) or False
    faults = [_TOO_MANY.format(MOST_NAMES)] if others else []
    raw_names = raw_names[:MOST_NAMES]
    entries = [Listed(raw) for raw in raw_names] if strict else listed(raw_names)
    for position, (raw, said, odd) in enumerate(entries, 1):
        if odd:
            faults.append(f"name {position}, {odd}")
        if raw == ":":
            faults.append("an author ':' is left out; the name before it is read as a group")
            if names:
                names[-1] = _as_group(names[-1])
            continue
        if "=" in raw and _LIST_OPTION.fullmatch(raw):
            faults.append(f"{raw!r} is an option of BibLaTeX's for the list; it is left out")
            continue
        is_last = position == len(entries)
        if said is not False or _means_others(raw, dialect, last=is_last):
            others = said or True
            continue
        if raw == "others" and names and not strict:
            # Nobody is called so; BibTeX itself takes it for a name there.
            faults.append(f"name {position}, {_OTHERS_BETWEEN}")
            others = others or True
            continue
        if fault := too_long("a name", raw):
            faults.append(f"{fault}; left out")
            others = others or True
            continue
        try:
            name, fault = read_name(raw, dialect) if strict else _read_name(raw, dialect)
        except InvalidName:
            faults.append(f"name {position} is empty and left out")
            continue
        names.append(name)
        if fault or (fault := _stray(raw)):
            faults.append(f"name {position}, {raw!r}: {fault}")
    return Authors(names, others), tuple(faults)


@lru_cache(maxsize=16384)
def _read_name(raw: str, dialect: Dialect) -> tuple[Name, str]:
    """Read one name as it is meant."""
    if parts := simple(raw):
        return Person(parts[1], parts[0]), ""
    raw = without_spaced_hyphens(raw)
    found = meant(raw)
    if found is not None:
        return found
    if dialect == "bibtex" and _misleads(raw):
        return read_name(raw, "biber")
    has_apostrophe = dialect == "biber" and ("'" in raw or "’" in raw)
    if has_apostrophe and "-" not in raw and _APOSTROPHE_FIRST.search(raw):
        # biber itself does not treat "'t" as a particle.
        return read_name(raw, "bibtex")
    return read_name(raw, dialect)


def _misleads(raw: str) -> bool:
    r"""Return whether BibTeX divides a name at a place that is not meant.

    >>> [_misleads(name) for name in (r"Mu\~noz, Ana", "Ortega y Gasset, José", "von Fei, Bo")]
    [True, True, False]
    """
    outside = _BRACED.sub("{}", raw) if "{" in raw else raw
    if "\\~" in outside or _TWO_FAMILIES.match(raw):
        return True
    may_mislead = "-" in raw or not raw.isascii()
    return may_mislead and bool(_MISTAKEN_PARTICLE.search(outside))


def _means_others(raw: str, dialect: Dialect, *, last: bool) -> bool:
    """Return whether a name means "and others": in BibTeX's styles only the last one can."""
    if dialect == "biber":
        return raw.strip("{}").lower() == "others"
    return last and raw == "others"


def _stray(raw: str) -> str:
    """Describe the part of a name that most likely belongs to the list, such as "and".

    >>> _stray("Fei, Bo, and")
    "'and' without a name before or after it is read as part of the name"
    """
    if raw[:1] not in "AaOo" and raw[-1:] not in "Dd":
        return ""  # quick, for most names
    ends = raw[:3].lower(), raw[-3:].lower()
    if "and" not in ends and ends != ("oth", "ers"):
        return ""
    if raw.lower() == "others":
        return "is a name here; only 'others' in lower case at the end means more names"
    if _STRAY_AND.fullmatch(raw):
        return "'and' without a name before or after it is read as part of the name"
    return ""


def _as_group(name: Name) -> Group:
    return name if isinstance(name, Group) else Group(name.name)


def split_names(text: str) -> list[str]:
    """Split an author field at ``and`` between spaces and outside braces, in any case.

    >>> split_names("A. One AND {Two and Co} and B, C")
    ['A. One', '{Two and Co}', 'B, C']
    """
    text = text.strip(_SPACES)
    if not text:
        return []
    names = _PLAIN_AND.split(text)
    if "{" not in text or all(name.count("{") == name.count("}") for name in names):
        return [name.strip(_SPACES) for name in names]
    found: list[str] = []
    depth = start = 0
    for match in _AND.finditer(text):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            found.append(text[start : match.start()].strip(_SPACES))
            start = match.end()
    return [*found, text[start:].strip(_SPACES)]


class _Token(NamedTuple):
    text: str
    separator: str  # the text before it: " ", "~", "-" or ","


@lru_cache(maxsize=16384)
def read_name(raw: str, dialect: Dialect = "bibtex") -> tuple[Name, str]:
    """Read one name, undecoded; return it and what is odd about it.

    Raises `InvalidName` if nothing is left of it.
    """
    if is_one_group(raw):
        inner = raw[1:-1].strip()
        if is_one_group(inner):
            inner = inner[1:-1].strip()
        return Group(_decode(inner)), ""
    if "=" in raw and _EXTENDED.search(raw):
        return _extended(raw)
    if dialect == "biber" and "\\" in raw:
        raw = _CONTROL_SPACE.sub(" ", raw)
    parts, commas = _tokens(raw, dialect)
    fault = ""
    if commas and not parts[-1]:
        fault = "the name ends in a comma"
        commas -= 1
        parts.pop()
    if commas > 2:
        fault = "more than two commas, those after the second are read as part of the given name"
    if commas == 0:
        return _given_first(parts[0], dialect), fault
    von_end = _von_end(parts[0], 0, dialect)
    given = parts[-1] if commas == 1 else [token for part in parts[2:] for token in part]
    person = _person(
        given=given,
        von=parts[0][:von_end],
        family=parts[0][von_end:],
        suffix=parts[1] if commas > 1 else [],
    )
    return person, fault


def is_one_group(raw: str) -> bool:
    r"""Return whether one pair of braces, not a special character, encloses a name.

    >>> is_one_group("{Barnes and Noble}"), is_one_group("{A} {B}"), is_one_group(r"{\'E}")
    (True, False, False)
    """
    if not (raw.startswith("{") and raw.endswith("}")):
        return False
    if raw.startswith("{\\") and _CONTROL.match(raw, 1) and not _is_plain_group(raw):
        return False
    return group_end(raw, 0) == len(raw) and raw.count("{") == raw.count("}")


def _is_plain_group(raw: str) -> bool:
    # `{\'E}` is one letter, `{\'Ecole Normale}` the name of a group.
    return " " in raw or len(raw) > 12


def _tokens(raw: str, dialect: Dialect) -> tuple[list[list[_Token]], int]:
    """Split a name at white space, ties, hyphens (BibTeX) and commas outside braces."""
    parts: list[list[_Token]] = [[]]
    depth = start = 0
    separator = " "
    decodes = dialect == "biber" and "\\" in raw
    for match in _DELIMITER.finditer(raw + " "):
        char = match[0]
        if char in "{}":
            depth = max(0, depth + (1 if char == "{" else -1))
            continue
        if depth or (char in "-~" and dialect == "biber"):
            continue
        if decodes and char.isspace() and _ends_in_control(raw, match.start()):
            continue
        if match.start() > start:
            token = _Token(raw[start : match.start()], separator)
            parts[-1].append(token)
            separator = char
        if char == ",":
            parts.append([])
        start = match.end()
    if start < len(raw):  # an unclosed brace
        parts[-1].append(_Token(raw[start:], separator))
    return parts, len(parts) - 1


def _ends_in_control(raw: str, end: int) -> bool:
    r"""Return whether a control word ends here; biber decodes LaTeX before it splits.

    >>> _ends_in_control(r"\o and", 2), _ends_in_control(r"AT\&T Labs", 5)
    (True, False)
    """
    match = _CONTROL_AT_END.search(raw, max(0, end - _LONGEST_CONTROL), end)
    return match is not None and (match[1] in ACCENTS or match[1] in SYMBOLS)


def _given_first(tokens: list[_Token], dialect: Dialect) -> Person:
    last = len(tokens) - 1
    von_start = 0
    while von_start < last and not _is_lower(tokens[von_start].text, dialect):
        von_start += 1
    if von_start < last:
        von_end = _von_end(tokens, von_start, dialect)
    else:
        von_start = max(0, last)
        while von_start > 0 and tokens[von_start].separator == "-":
            von_start -= 1
        von_end = von_start
    return _person(
        given=tokens[:von_start],
        von=tokens[von_start:von_end],
        family=tokens[von_end:],
        suffix=[],
    )


def _von_end(tokens: list[_Token], von_start: int, dialect: Dialect) -> int:
    """Return where the particle ends; the last word always belongs to the family name.

    For BibTeX it runs to the last lower-case word, for biber to the first
    word that is not.
    """
    last = max(len(tokens) - 1, von_start)
    if dialect == "biber":
        end = von_start
        while end < last and _is_lower(tokens[end].text, dialect):
            end += 1
        return end
    end = last
    while end > von_start and not _is_lower(tokens[end - 1].text, dialect):
        end -= 1
    return end


def _is_lower(token: str, dialect: Dialect) -> bool:
    """Return whether a word begins in lower case, as BibTeX finds its first letter."""
    if dialect == "biber":
        return _begins_lower(token)
    position = 0
    while position < len(token):
        char = token[position]
        if char == "{":
            if token.startswith("\\", position + 1):
                return _special_is_lower(token[position + 1 : group_end(token, position)])
            position = group_end(token, position)
        elif _is_letter(char):
            return char.islower()
        else:
            position += 1
    return False


def _begins_lower(token: str) -> bool:
    r"""Return whether the first character is a lower-case letter, LaTeX accents decoded.

    Braces stay around a letter such as ``{\\o}``, so it is not a lower-case one for biber.

    >>> _begins_lower("van"), _begins_lower(r"{\'e}tienne"), _begins_lower("Berg")
    (True, True, False)
    """
    braced = token[0] == "{"
    control = _CONTROL.match(token, int(braced))
    if control is None:
        return unicodedata.category(token[0]) == "Ll"
    if control[1] not in ACCENTS and (braced or control[1] not in SYMBOLS):
        return False  # biber decodes letters alone
    return unicodedata.category(decode(token, protect=False)[:1] or " ") == "Ll"


def _is_letter(char: str) -> bool:
    # BibTeX counts bytes: a letter outside ASCII has no case for it.
    return char.isascii() and char.isalpha()


def _special_is_lower(special: str) -> bool:
    control = _CONTROL.match(special)
    if control is None:  # pragma: no cover - a backslash always matches
        return False
    if control[1] in _FOREIGN_LOWER:
        return True
    if control[1] in _FOREIGN_UPPER:
        return False
    for char in special[control.end() :]:
        if _is_letter(char):
            return char.islower()
    return False


def _person(
    given: list[_Token],
    von: list[_Token],
    family: list[_Token],
    suffix: list[_Token],
) -> Person:
    particle, dropping = _slice(von), ""
    if particle.endswith("{}"):
        # How refcore writes a dropping particle; TeX prints nothing for it.
        dropping, particle = particle, ""
    elif "{} " in particle:
        dropping, _, particle = particle.partition("{} ")
    written = _slice(family)
    given_name, family_name = _decode(_slice(given)), _decode(written)
    particle = _decode(particle)
    if particle and not given_name and not family_name:  # as in "van {}"
        particle, family_name = "", particle
    return Person(
        given_name,
        family_name,
        non_dropping_particle=particle,
        dropping_particle=_decode(dropping),
        suffix=_decode(_slice(suffix)),
        undivided=_PROTECTED.match(written) is not None,
    )


def _slice(tokens: list[_Token]) -> str:
    # Of several separators BibTeX keeps the first.
    found = [("-" if token.separator == "-" else " ") + token.text for token in tokens]
    return "".join(found)[1:]


def _decode(text: str) -> str:
    return text if not text or text.isalpha() else _decode_tex(text)


@lru_cache(maxsize=16384)
def _decode_tex(text: str) -> str:
    return to_plain(decode(text, protect=False)).strip()


def _extended(raw: str) -> tuple[Name, str]:
    values: dict[str, str] = {}
    odd: list[str] = []
    for part in _split_commas(raw):
        name, equals, value = part.strip().strip('"').partition("=")
        if not equals:
            odd.append(part.strip())
            continue
        value = value.strip().strip('"').strip()
        values[name.strip().lower()] = value
    if len(values) == 1 and is_one_group(values.get("family", "")):
        return Group(_decode(values["family"])), ""
    dropping = values.get("useprefix", "true").lower() in ("false", "0")
    prefix = _decode(values.get("prefix", ""))
    person = Person(
        _decode(values.get("given", "")),
        _decode(values.get("family", "")),
        non_dropping_particle="" if dropping else prefix,
        dropping_particle=prefix if dropping else "",
        suffix=_decode(values.get("suffix", "")),
    )
    return person, f"{odd[0]!r} has no '='" if odd else ""


def _split_commas(raw: str) -> list[str]:
    """Return the parts between commas that are in no braces and no quotes.

    >>> _split_commas('Fei, {A, B}, "C, D"')
    ['Fei', ' {A, B}', ' "C, D"']
    """
    found: list[str] = []
    depth = start = 0
    quoted = False
    for index, char in enumerate(raw):
        depth += (char == "{") - (char == "}")
        if char == '"' and depth == 0:
            quoted = not quoted
        elif char == "," and depth == 0 and not quoted:
            found.append(raw[start:index])
            start = index + 1
    return [*found, raw[start:]]
