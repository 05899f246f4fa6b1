"""References and CSL-JSON objects as the items that are rendered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Final

from refcore.csl.fitted import fit
from refcore.csl.guides import Guide
from refcore.formats.csljson import reference_to_item
from refcore.formats.csljson.arxiv import number_of_arxiv
from refcore.formats.csljson.dates import date_notation, date_to_csl
from refcore.latex.strangers import readable
from refcore.model.people import Name, Person
from refcore.model.reference import Reference
from refcore.names.customs import VIETNAMESE
from refcore.names.groups import is_body, looks_like_group
from refcore.text.entities import without_entities
from refcore.text.idforms import ANY_ARXIV
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = ["clean", "cleaned", "item_of_reference", "tell_short_titles_apart", "variables_of"]

# No-break and thin spaces are kept.
_DROPPED = frozenset({"publisher", "number", "volume", "issue", "page"})
_ADDRESSES = frozenset({"id", "type", "DOI", "URL"})
_PREPRINTS = frozenset({"article", "manuscript", "report", "document"})
_ANY_GUIDE = Guide()
# What DBLP, NASA ADS and reference managers write in the place of a volume or of pages.
_NAMES_ARXIV = regex(
    rf"abs/|arxiv\b|{ANY_ARXIV}\Z"
    r"|[a-z]+(?:-[a-z]+)?\.[a-z-]+\Z",
    re.IGNORECASE,
)
_INITIALS = regex(widened("[A-Z]{2,3}"))
_CAPITAL_PARTICLE = regex(r"(.*\S) (V[ao]n(?: [Dd]e[nr]?)?|De(?: [Ll]as?| [Ll]os)?|Del|Della|Di)")
_LAST_PERIOD = regex(widened(r"(?:\A|\s)[A-Z][a-z]{2,}\.\Z"))
# An account on a social medium (APA 7, section 10.15): "[@roe]", "(@roe)".
_HANDLE = regex(r"[(\[](@[^\s()\[\]]+)[)\]]")
_ACCOUNT_AT_END = regex(rf"(.*\S) {_HANDLE.pattern}")
# Words of the names of accounts that no person has, beside those of groups.
_ACCOUNT_WORDS: Final = frozenset(
    "academy archive archives broadcasting course daily databases films games house languages "
    "magazine music park pictures podcast press productions radio records review show sport "
    "sports studio studios style tales times today tv zoo".split()
)
_LONGEST_PERSON: Final = 4  # words
_CAPITAL_WORD: Final = regex(r"\b[A-Z]{3,}\b")  # of an acronym: "Zeit MOCA"
_HOMONYM = regex("0[0-9]{3}")  # what dblp puts after a name that several people have
_BARE_INITIAL = regex(widened(r"(?<= )([A-Z])(?= |\Z)"))
_BLANKS = regex("[ \\t-\\r\\x1c-\\x1f\\x85\\u2028\\u2029]+")
# Entities of HTML that web services and exports leave in a text: "Moss &amp; peat".
# A short DOI of shortdoi.org.
_SHORT_DOI = regex(r"10/[a-z0-9]{3,12}")
# Registrants whose DOIs are in lower case: figshare, Zenodo, Mendeley, arXiv, Elsevier.
_LOWERED_DOI = regex(r"10\.(?:6084|5281|17632|48550|5061|3389)/|10\.1016/J\.")
_MATHML = regex(r"</?mml:[^<>]{0,300}>")  # as Crossref's BibTeX has it
_FORBIDDEN = regex("[\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
# The last word of an organisation's name, and an acronym of it or of a part of it.
_BODY: Final = regex(
    r" (?:Association|Organi[sz]ation|Society|Institute|Institutes|Committee|Council|Agency"
    r"|Foundation|Federation|Academy|Department|Commission|Group|Team|Bureau|Bank|Union|Office"
    r"|Program(?:me)?|Cent(?:er|re)|Ministry|Authority|Service|Board|College|University)\b",
    re.IGNORECASE,
)
_ACRONYM: Final = regex(r"(?:[A-Z]\.?[ -]?){2,8}")


def clean(text: str) -> str:
    """Return text without control characters, stray surrogates and noncharacters.

    >>> clean("a\\x00b\\n c\\ufdd0")
    'ab c�'
    """
    if text.isprintable() and "  " not in text:
        return text  # All characters that are replaced or left out are unprintable.
    text = _FORBIDDEN.sub("\ufffd", _BLANKS.sub(" ", text))
    return "".join(char for char in text if unicodedata.category(char) != "Cc")


def cleaned(value: Any) -> Any:
    """Return a JSON value whose texts hold no control characters and no entities of HTML.

    >>> cleaned({"id": "a&amp;b", "title": "Moss &amp; peat &copy; AT&T; a&b"})
    {'id': 'a&amp;b', 'title': 'Moss & peat © AT&T; a&b'}
    """
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(part) for part in value]
    if isinstance(value, dict):
        return {name: _cleaned_part(name, part) for name, part in value.items()}
    return value


def _cleaned_part(name: str, part: Any) -> Any:
    if part.__class__ is str and part.isprintable() and "  " not in part and "&" not in part:
        return part  # Usually there is nothing to clean.
    if name == "note" and isinstance(part, str):
        # Its lines may hold variables, each one of them.
        return "\n".join(clean(line) for line in part.splitlines())
    if isinstance(part, str) and "&" in part and name != "id":
        part = without_entities(part)
    if name == "given" and isinstance(part, str):
        # Given names part into initials at any space.
        return clean(part).replace("\u00a0", " ")
    return cleaned(part)


def tell_short_titles_apart(items: Iterable[tuple[Any, dict[str, Any] | None]]) -> None:
    """Drop a short title that is the beginning of two titles of the same people.

    `items` are references of a .bib file with their items; others are left as they are.
    """
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for reference, item in items:
        if item is None or not (isinstance(reference, Reference) and reference.lowered):
            continue
        short = item.get("title-short", "")
        if short and item.get("title", "").startswith(f"{short}: "):
            names = (name.get("family", "") for name in item.get("author", ()))
            groups.setdefault((short, *names), []).append(item)
    for group in groups.values():
        if len({item["title"] for item in group}) > 1:
            for item in group:
                del item["title-short"]


def item_of_reference(reference: Reference, guide: Guide = _ANY_GUIDE) -> dict[str, Any]:
    """Return a reference as the CSL-JSON item that is rendered in a style."""
    item = reference_to_item(reference)
    item.pop("custom", None)
    variables = variables_of(reference)
    item.update({name: value for name, value in variables.items() if value.strip()})
    for name in set(item) & _DROPPED - set(variables):
        del item[name]
    if reference.lowered:
        _print_strangers(item)
    fit(item, guide, reference)
    _put_whole_ranges(item, reference)
    for role in ("author", *reference.names):
        named = reference.names_of(role)
        # A rule may have read the role from another field.
        if reference.lowered and role in item and len(item[role]) == len(named):
            names = zip(item[role], named, strict=True)
            item[role] = [
                _with_whole_family(_with_initials(_with_particle(_with_handle(shown))), name)
                for shown, name in names
            ]
            if body := _one_body(item[role]):
                item[role] = [{"literal": body}]
                continue
        others = named.others
        if others is not False and item.get(role):
            more = "others" if others is True else f"{others} others"
            item[role] = [*item[role], {"literal": more}]
    return item


def _print_strangers(item: dict[str, Any]) -> None:
    """Print the arguments of commands that nothing defines, in place of LaTeX."""
    for name, value in item.items():
        if isinstance(value, str) and "\\" in value and name not in _ADDRESSES:
            item[name] = readable(value)


def _put_whole_ranges(item: dict[str, Any], reference: Reference) -> None:
    """Write ranges with an open end, and of seasons, as EDTF: date parts cannot express them."""
    dates = {"issued": reference.issued, **reference.dates}
    for variable, date in dates.items():
        if date is None or item.get(variable) != date_to_csl(date):
            continue
        seasons = date.start is not None and date.end is not None and date.end.season is not None
        if (date.open_end and date.start is not None) or seasons:
            item[variable] = {"edtf": date_notation(date)}


def _one_body(names: list[dict[str, str]]) -> str:
    """Return the organisation that all names are, as Google Scholar repeats it.

    There, acronyms of the organisation or of its parts are given names, and "and others" follows.

    >>> _one_body([{"family": "Moss Association", "given": "MA"}, {"family": "Moss Association"}])
    'Moss Association'
    >>> _one_body([{"literal": "Moss Association"}]), _one_body([{"family": "Moss", "given": "A."}])
    ('', '')
    """
    bodies = {name.get("family", "") or name.get("literal", "") for name in names}
    body = bodies.pop() if len(bodies) == 1 else ""
    given = [name["given"] for name in names if "given" in name]
    is_several = bool(given) or len(names) > 1
    is_one = is_several and _BODY.search(body) and all(map(_ACRONYM.fullmatch, given))
    return body if is_one else ""


def _with_handle(shown: dict[str, str]) -> dict[str, str]:
    """Return a name that BibTeX ends with an account: "Ann Roe [@roe]", "Zeit MOCA [@moca]".

    >>> _with_handle({"given": "Ann Roe", "family": "[@roe]"})
    {'given': 'Ann [@roe]', 'family': 'Roe'}
    >>> _with_handle({"given": "Zeit MOCA", "family": "[@moca]"})
    {'literal': 'Zeit MOCA [@moca]'}
    >>> _with_handle({"given": "Ann (@roe)", "family": "Roe"})
    {'given': 'Ann [@roe]', 'family': 'Roe'}
    """
    given, family = shown.get("given", ""), shown.get("family", "")
    if not given or ("(@" not in given + family and "[@" not in given + family):
        return shown
    account = _HANDLE.fullmatch(family)
    if account is None:
        behind = _ACCOUNT_AT_END.fullmatch(given)
        within = behind or _ACCOUNT_AT_END.fullmatch(family)
        if within is None:
            return shown
        bare = {**shown, "given": behind[1]} if behind else {**shown, "family": within[1]}
        return _with_account(bare, within[2])
    first, _, last = given.rpartition(" ")
    if first and not _is_account_of_body(given):
        return _with_account({"given": first, "family": last}, account[1])
    return {"literal": f"{given} [{account[1]}]"}


def _with_account(shown: dict[str, str], account: str) -> dict[str, str]:
    """Return a name with an account after the given name, where styles leave it as it is.

    >>> _with_account({"given": "AB", "family": "Roe"}, "@roe")["given"]
    'A. B. [@roe]'
    """
    shown = _with_initials(shown)
    return {**shown, "given": f"{shown.get('given', '')} [{account}]"}


def _is_account_of_body(name: str) -> bool:
    """Return whether the name of an account is an organisation's; BibTeX reads others as people's.

    >>> [_is_account_of_body(name) for name in ("Fen Zoo", "Zeit MOCA", "Barack Obama")]
    [True, True, False]
    """
    words = name.lower().split()
    return (
        len(words) > _LONGEST_PERSON
        or words[0] == "the"
        or not _ACCOUNT_WORDS.isdisjoint(words)
        or _CAPITAL_WORD.search(name) is not None
        or looks_like_group(name)
        or is_body(name)
    )


def _with_particle(shown: dict[str, str]) -> dict[str, str]:
    """Return a name whose family name has the particle that BibTeX takes for a given name.

    In "Ulla Von Lux" it has a capital. Van is a given name in Vietnamese.

    >>> _with_particle({"given": "Ulla Von", "family": "Lux"})
    {'given': 'Ulla', 'family': 'Von Lux'}
    """
    found = _CAPITAL_PARTICLE.fullmatch(shown.get("given", ""))
    if found is None or "non-dropping-particle" in shown or _begins_vietnamese(found[1]):
        return shown
    return {**shown, "given": found[1], "family": f"{found[2]} {shown.get('family', '')}"}


def _begins_vietnamese(given: str) -> bool:
    return given.split()[0].lower() in VIETNAMESE


def _with_initials(shown: dict[str, str]) -> dict[str, str]:
    """Return a name with its initials apart, which PubMed and Scopus write as ``JA``.

    >>> _with_initials({"given": "JA", "family": "Berg"})["given"]
    'J. A.'
    >>> _with_initials({"given": "АБ", "family": "Иванов"})["given"]
    'А. Б.'
    """
    given, family = shown.get("given", ""), shown.get("family", "")
    if _HOMONYM.fullmatch(family) and " " in given:
        given, _, family = given.rpartition(" ")
        shown = {**shown, "given": given, "family": family}
    if _LAST_PERIOD.search(given):
        given = given[:-1]  # as library catalogues have it
        shown = {**shown, "given": given}
    if family.isupper() and given.isupper() and len(given) > 3 and "." not in given:
        # JSTOR writes names in capitals.
        return {label: part.title() for label, part in shown.items()}
    if not _INITIALS.fullmatch(given) or family.isupper():
        # Google Scholar writes initials without periods.
        return (
            {**shown, "given": _BARE_INITIAL.sub(r"\1.", given)} if given[-1:].isupper() else shown
        )
    return {**shown, "given": " ".join(f"{letter}." for letter in given)}


def _with_whole_family(shown: dict[str, str], name: Name) -> dict[str, str]:
    """Return a name of a .bib file, its family name quoted where a processor would split it.

    BibTeX splits off a particle by itself, unless braces protect it: ``{van Ola}, Piet``.
    A "particle" with a capital belongs to the family name: ``Fir de la Ola, Ana``.
    """
    family = shown.get("family", "")
    particle = shown.get("non-dropping-particle", "")
    if particle[:1].isupper():
        parts = {label: part for label, part in shown.items() if label != "non-dropping-particle"}
        return {**parts, "family": f"{particle} {family}".strip()}
    protected = " " in family or (isinstance(name, Person) and name.undivided)
    lower = family.lstrip("'’")[:1].islower()
    if not (protected and lower) or '"' in family or "non-dropping-particle" in shown:
        return shown
    return {**shown, "family": f'"{family}"'}


def _plain_doi(doi: str) -> str:
    """Return a DOI in lower case, as it is registered, where an export has it in capitals.

    >>> _plain_doi("10.1016/J.PEAT.2019.1"), _plain_doi("10.1002/(SICI)1097-1")
    ('10.1016/j.peat.2019.1', '10.1002/(SICI)1097-1')
    """
    return doi.lower() if doi.isupper() and _LOWERED_DOI.match(doi) else doi


def variables_of(reference: Reference) -> dict[str, str]:
    """Return the text variables; those of a preprint name its archive and its address.

    The volume or the pages of a preprint are left out where they only name arXiv. A work
    published elsewhere has no number of arXiv's: styles print it in place of the pages.
    It has arXiv's address unless it has one of its own.
    """
    held = {"title": _MATHML.sub("", reference.title), **reference.fields, "URL": reference.url}
    short = reference.extra.get("doi", "")
    if reference.doi is not None:
        held["DOI"] = _plain_doi(str(reference.doi))
    elif isinstance(short, str) and _SHORT_DOI.fullmatch(short):
        held["DOI"] = short
    arxiv = reference.arxiv
    if arxiv is not None and reference.type in _PREPRINTS:
        held.setdefault("number", number_of_arxiv(arxiv))
        held.setdefault("publisher", "arXiv")
        for name in ("volume", "issue", "page"):
            if _NAMES_ARXIV.match(held.get(name, "")):
                del held[name]
    if arxiv is not None and not held["URL"] and "DOI" not in held:
        held["URL"] = arxiv.url
    if "event-title" in held:
        # Styles for CSL 1.0.1 call the variable by its name there.
        held.setdefault("event", held["event-title"])
    return held
