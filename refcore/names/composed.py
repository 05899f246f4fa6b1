"""Lists that are composed of known parts: any names, with any marks, with any sign between them.

A pasted list is a label, names with something around each, signs between them, and an end. Three
things vary independently, so each has its own module: what is around a name (`adorned`), the form
of a name (`nameforms`), and, here, what divides names. Dividers are tried from lines down to
commas. The reading holds only if nothing is left over, and if all names have one form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from refcore.names.adorned import bare_part, is_beside, without_asides
from refcore.names.customs import is_degree, suffix_of
from refcore.names.elisions import elision, trailing_elision
from refcore.names.givennames import is_given
from refcore.names.grouping import is_cjk
from refcore.names.groups import is_institution, is_team, looks_like_group
from refcore.names.labels import LABEL
from refcore.names.nameforms import (
    as_written,
    in_one_form,
    is_only_initials,
    is_whole_name,
    may_be_initials,
    pairs_of,
)
from refcore.names.noise import GAP
from refcore.names.places import cut_workplace, is_country, is_town
from refcore.names.rowlines import SMALL_ANDS, unwrapped
from refcore.text.patterns import regex

__all__ = ["names_of_composed"]

_LONGEST: Final = 20_000
_LONGEST_NAME: Final = 300
# Lines and semicolons are between entries, the others also inside them.
_ENTRIES: Final = 2
# What divides names, from the strongest to the weakest but for commas.
_DIVIDERS: Final = (
    regex(r"\n"),
    regex(r"[;；]"),
    regex(r"\\(?:and|And|AND)\b"),
    regex(r"\|"),
    regex(r"\t"),
    regex(r"[•·∙⋅‧](?!\s?[¹²³⁰⁴-⁹])"),
    regex(r"[、，،؛]"),
    regex(r"(?<=\s)/(?=\s)"),
    regex(r"(?<=\s)[-–—](?=\s)"),
)
_AND: Final = regex(
    r"(?:(?<=[\s,])|\A)(?:and|AND|und|och|og|et(?!\.?\s?(?:al|alii|coll?)\b))\s+|\s?&\s?"
    r"|(?<=[\u3400-\u9fff])\s?[和与と]\s?(?=[\u3400-\u9fff])"
)
# These join the parts of a family name, too: one of them divides the last two names.
_SMALL_AND: Final = regex(rf"(?<=\s)(?:{SMALL_ANDS}|a|es|in)(?=\s)")
_LINK: Final = regex(r"!?\[([^\[\]\n]{1,90})\]\([^()\s]{1,300}\)")
_TAG: Final = regex(r"</?(?!sup\b)[a-z][a-z0-9]{0,9}(?:\s[^<>@]{0,200})?>", re.IGNORECASE)
_SIGNS: Final = f" \t.,;&:|*_-–—{GAP}"
_AFTER_LABEL: Final = regex(r"\A[\s*_:]+")
_AND_AT_END: Final = regex(r"[\s,](?:and|und|et|och|og|y|e|en|&)\Z|[\s,;&]+\Z")
_WRAPPED: Final = regex(
    r"\[([^\[\]\n]{3,90})\]\([^()\s]{1,300}\)|[\"“]([^\"“”\n]{3,90})[\"”]|\*\*([^*\n]{3,90})\*\*"
)
_PAIR: Final = regex(r"[^,]{2,60}, [^,]{1,60}(?:, [^,]{2,4})?")
_BETWEEN: Final = regex(r"\W{0,9}(?:[^\W\d_]{1,4}\W{1,9}|\d{1,2}\W{1,9})?")
_FIELD: Final = regex(r"\s*authors?\s{0,9}=\s{0,9}[{\"](.*)[}\"],?\s*", re.IGNORECASE | re.DOTALL)
# The head of a sheet.
_HEAD: Final = regex(
    r"[\W\d]*(?:family|last|given|first|full)?[ _-]?(?:sur|fore)?names?\b", re.IGNORECASE
)


def names_of_composed(text: str) -> list[str]:
    """Return the names of a list, and the marks at its end; nothing for another text.

    >>> names_of_composed('**Authors:** "Fei, B."¹ · "Go, A."² · "Far, M." et al.')
    ['Fei, B.', 'Go, A.', 'Far, M.', 'et al.']
    >>> names_of_composed("Bo Fei [1] / Al Go [2]\\n[1] MIT; [2] KTH")
    ['Bo Fei', 'Al Go']
    >>> names_of_composed("Fei / Go"), names_of_composed("Bo Fei / Moss")
    ([], [])
    """
    if len(text) > _LONGEST:
        return []
    text = _TAG.sub("", _LINK.sub(r"\1", _at_wraps(_without_label(text))))
    text = _AFTER_LABEL.sub("", text, count=1)
    text = without_asides(text).strip()
    text, said = _without_end(text)
    if _HEAD.match(text) or unwrapped(text) != text:
        return []
    entries = _names(text, 0)
    names = [entry for entry in entries if elision(entry) is False]
    said = [*entries[len(names) :], *said]
    if len(names) < 2 or len(set(names)) < len(names) or any(elision(x) is False for x in said):
        return []
    written = as_written(in_one_form(names))
    return [*written, *said] if written else []


def _at_wraps(text: str) -> str:
    """Return a list with a semicolon after each name that is in quotation marks, bold or a link.

    >>> _at_wraps('By "Fei, Bo", "Go, Al" and "Far, Mo" et al.')
    'By Fei, Bo; Go, Al; Far, Mo; et al.'
    """
    found = list(_WRAPPED.finditer(text))
    held = [next(filter(None, wrap.groups())) for wrap in found]
    if len(found) < 2 or not all(_PAIR.fullmatch(name) for name in held):
        return text
    if not all(_BETWEEN.fullmatch(text, one.end(), two.start()) for one, two in pairwise(found)):
        return text
    rest = text[found[-1].end() :].lstrip(" ,.")
    return f"{text[: found[0].start()]}{'; '.join([*held, rest] if rest else held)}"


def _without_label(text: str) -> str:
    """Return a text without the label before its names.

    >>> _without_label("**Authors:** Bo Fei"), _without_label("author = {Bo Fei},")
    ('Bo Fei', 'Bo Fei')
    """
    if field := _FIELD.fullmatch(text):
        return field[1]
    label = LABEL.match(text)
    return text[label.end() :] if label else text


def _without_end(text: str) -> tuple[str, list[str]]:
    """Split what a row says of further authors off its end.

    >>> _without_end("Bo Fei and 3 others"), _without_end("Bo Fei et al.")
    (('Bo Fei', ['3 others']), ('Bo Fei', ['et al.']))
    """
    before, rest = text[:-_LONGEST_NAME], text[-_LONGEST_NAME:]
    name, said = trailing_elision(rest)
    if said is False:
        return text, []
    if said is True and any(map(str.isdigit, rest[len(name) :])):
        return text, []  # "et al. (12 authors)"
    mark = "et al." if said is True else f"{said} others"
    return f"{before}{name}", [mark]


def _names(text: str, depth: int) -> list[str]:
    """Return the names of a text that the dividers from one on separate, or nothing.

    >>> _names("Bo Fei | Al Go", 0), _names("Bo Fei | MIT", 0), _names("Bo Fei | Moss", 0)
    (['Bo Fei', 'Al Go'], ['Bo Fei'], [])
    """
    for place, divider in enumerate(_DIVIDERS[depth:], depth + 1):
        parts = [
            part
            for part in map(str.strip, divider.split(text))
            if part.strip(_SIGNS) or elision(part)
        ]
        if len(parts) > 1:
            return _of_parts(parts, place)
    return _of_row(text, is_entry=depth > 0)


def _of_parts(parts: Sequence[str], depth: int) -> list[str]:
    """Return the names of several parts; what is beside all of them is left out.

    >>> _of_parts(["Bo Fei", "MIT", "Al Go", "KTH"], 1), _of_parts(["Bo Fei, Al Go", "Ed Far"], 1)
    (['Bo Fei', 'Al Go'], [])
    """
    found: list[str] = []
    held: list[int] = []
    beside: list[str] = []
    for part in parts:
        if elision(part) is not False:
            found.append(part)
            continue
        names = _names(_AND_AT_END.sub("", part), depth)
        if not names:
            if not found or not is_beside(part):
                return []
            beside.append(part)
        held.append(sum(elision(name) is False for name in names))
        found += names
    may_sign = beside and depth <= _ENTRIES and all(map(_may_sign, beside))
    return found if _is_regular(held) and not may_sign else []


def _may_sign(part: str) -> bool:
    """Return whether a part may be a group that signs: "Google Research" on a line of its own.

    >>> _may_sign("Google Research"), _may_sign("KTH"), _may_sign("1 Google Research")
    (True, False, False)
    """
    is_name = part[0].isalpha() and "/" not in part and "@" not in part
    return is_name and looks_like_group(part) and not is_institution(part)


def _is_regular(held: Sequence[int]) -> bool:
    """Return whether parts that hold so many names each come in turn with those that hold none.

    >>> [_is_regular(held) for held in ([1, 1, 1], [3, 0, 0], [1, 0, 1, 0], [1, 0, 1, 1], [2, 1])]
    [True, True, True, False, False]
    """
    named = [place for place, count in enumerate(held) if count]
    if len(named) < 2:
        return bool(named)
    if max(held) > 1:
        return False
    steps = {after - place for place, after in pairwise(named)}
    return len(steps) == 1 and (steps == {1} or len(held) - named[-1] <= max(steps))


def _of_row(text: str, *, is_entry: bool) -> list[str]:
    """Return the names between commas and "and", or nothing.

    >>> _of_row("FEI, B. y GO, A.", is_entry=False), _of_row("Bo Fei, MIT", is_entry=True)
    (['FEI, B.', 'GO, A.'], ['Bo Fei'])
    """
    for rows in _at_ands(text):
        parts = [[part.strip() for part in row.split(",") if part.strip()] for row in rows]
        found = [list(map(bare_part, row)) for row in parts if row]
        marked = [
            [not one.endswith(other) for one, other in zip(*pair, strict=True)]
            for pair in zip(filter(None, parts), found, strict=True)
        ]
        names = _paired(found, is_entry=is_entry, marked=marked)
        if names:
            return names
    # "Ada Berg University of Oslo", with no sign between them
    name = bare_part(cut_workplace(text)) if is_entry and "," not in text else ""
    return [name] if name and is_whole_name(name) else []


def _at_ands(text: str) -> Iterator[list[str]]:
    """Yield a row divided at "and" in its last place in any language, and at certain ones only.

    >>> list(_at_ands("Gil, A. y Roca, P."))
    [['Gil, A. ', ' Roca, P.'], ['Gil, A. y Roca, P.']]
    """
    rows = _AND.split(text)
    for said in (rows[-1].strip(), f"and {rows[-1].strip()}"):
        if len(rows) > 1 and elision(said) is not False:
            rows[-1] = said
            break
    last = next(reversed(list(_SMALL_AND.finditer(rows[-1]))), None)
    if last:
        yield [*rows[:-1], rows[-1][: last.start()], rows[-1][last.end() :]]
    yield rows


def _paired(
    rows: Sequence[Sequence[str]], *, is_entry: bool, marked: Sequence[Sequence[bool]] = ()
) -> list[str]:
    """Return the names in rows of parts between commas, or nothing.

    `marked` says which of them have something around them.

    >>> _paired([["Bo Fei", "PhD", "Al Go"]], is_entry=False)
    ['Bo Fei', 'Al Go']
    >>> _paired([["FEI", "Bo"], ["GO", "Al"]], is_entry=False), _paired([["Fei"]], is_entry=True)
    (['FEI, Bo', 'GO, Al'], [])
    """
    if not all(part and (len(part) > 1 or part.isupper()) for row in rows for part in row):
        return []  # a mark of its own: the letter before it may be one, too
    parts = [list(_with_suffixes(_without_beside(row, is_entry=is_entry))) for row in rows]
    filed = is_entry and all(len(row) == 2 for row in parts)
    is_marked = _are_marked(marked)
    in_turn = is_marked or _are_filed(parts)
    found: list[str] = []
    for row in parts:
        people = [part for part in row if elision(part) is False]
        if is_entry and len(people) == 2 and may_be_initials(people[1]):
            found += [", ".join(people), *row[2:]]
        elif (in_turn or filed) and (pairs := pairs_of(people, filed=True, sure=is_marked)):
            found += [*pairs, *row[len(people) :]]
        elif people and (all(map(is_whole_name, people)) or (not is_entry and _is_team(people))):
            found += row
        elif pairs := pairs_of(people, filed=filed or in_turn):
            found += [*pairs, *row[len(people) :]]
        elif people or not found:
            return []
        else:
            found += row
    return found


def _are_marked(marked: Sequence[Sequence[bool]]) -> bool:
    """Return whether each second part has something around it, and no other: given names.

    >>> _are_marked([[False, True, False, True]]), _are_marked([[True, True]])
    (True, False)
    """
    return bool(marked) and all(
        len(row) % 2 == 0 and all(row[1::2]) and not any(row[::2]) for row in marked
    )


def _are_filed(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether parts are family and given names in turn, as most of them show.

    >>> _are_filed([["Berg", "Helena", "Fei", "Tomasz"]]), _are_filed([["Berg", "Fei"]])
    (True, False)
    """
    rows = [[part for part in row if elision(part) is False] for row in rows]
    if not any(rows) or any(len(row) % 2 for row in rows):
        return False
    families = [part for row in rows for part in row[::2]]
    given = [part for row in rows for part in row[1::2]]
    if all(map(str.isupper, families)) and not any(map(str.isupper, given)):
        return True
    if len(rows) > 1 and rows[-1]:
        return True  # "Roth, Vale and Quill, Fenn": "and" is before the last name
    known = sum(" " in name or "." in name or is_given(name) for name in given)
    other = sum(is_given(family.split()[0]) for family in families)
    return 2 * known > len(given) and 3 * other <= known and len(given) > 1


def _without_beside(row: Sequence[str], *, is_entry: bool) -> Iterator[str]:
    """Yield the parts of a row without degrees behind names, and without an affiliation.

    >>> list(_without_beside(["Bo Fei", "PhD", "MIT", "USA"], is_entry=True))
    ['Bo Fei']
    """
    if len(row) % 2 == 0 and _are_initials(row[1::2]):
        yield from row
        return
    before = ""
    for place, part in enumerate(row):
        alone = is_entry and len(row) == 2 and may_be_initials(part)
        if " " in before and is_degree(part) and not alone:
            continue
        # "Kim, Davis" has no town.
        is_named = " " in before or is_cjk(before) or (place > 1 and not is_town(part))
        may_be = is_entry and place and is_named and not elision(part) and not suffix_of(part)
        if may_be and all(map(_is_part_of_address, row[place:])) and is_beside(part):
            return
        yield part
        before = part


def _are_initials(parts: Sequence[str]) -> bool:
    """Return whether parts are the initials of names, and not all degrees, nor places of work.

    >>> _are_initials(["M. D.", "A."]), _are_initials(["MD", "RN"]), _are_initials(["MIT"])
    (True, False, False)
    """
    places = any(is_institution(part) or is_country(part) for part in parts)
    return all(map(is_only_initials, parts)) and not all(map(is_degree, parts)) and not places


def _is_part_of_address(part: str) -> bool:
    """Return whether a part may follow a name: a place of work, a town, a country, and no name.

    >>> [_is_part_of_address(part) for part in ("MIT", "Oslo", "A. B.", "Bo Fei")]
    [True, True, False, False]
    """
    if is_institution(part) or is_country(part):
        return True  # "MIT", "USA"
    return not is_only_initials(part) and (is_beside(part) or not is_whole_name(part))


def _is_team(row: Sequence[str]) -> bool:
    return len(row) == 1 and is_team(row[0]) and row[0][0].isupper()


def _with_suffixes(parts: Iterator[str]) -> Iterator[str]:
    """Yield parts, and each suffix with the part before it.

    >>> list(_with_suffixes(iter(["Sam Davis", "Jr.", "Bo Fei"])))
    ['Sam Davis, Jr.', 'Bo Fei']
    """
    held = ""
    for part in parts:
        if held and suffix_of(part) and " " not in part:
            held = f"{held}, {part}"
            continue
        if held:
            yield held
        held = part
    if held:
        yield held
