"""The functions of formulas, as Better BibTeX names them.

Source: Better BibTeX's documentation, "Formulas", functions and fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from refcore.curation.context import Context, is_field
from refcore.curation.markers import marker_named
from refcore.curation.spec import Next, Param, Spec
from refcore.text.patterns import regex

__all__ = ["FUNCTIONS", "function_named"]

_CREATORS: Final = ("*", "author", "editor", "translator")
_CREATOR = Param("creator", "text", "*", _CREATORS)
_INITIALS = Param("initials", "flag", default=False)
_N = Param("n", "number", 0)


def _sep(default: str) -> Param:
    return Param("sep", "text", default)


def _auth(context: Context, n: int, m: int, creator: str, initials: bool) -> str:
    return context.names(creator, initials).first(n, m)


def _authors(
    context: Context,
    n: int,
    creator: str,
    initials: bool,
    etal: str,
    sep: str,
    least: int,
    most: int,
) -> str:
    names = context.names(creator, initials)
    count = len(names.families)
    if count < least or (most and count > most):
        raise Next
    if n < 0:
        return sep.join(names.families[n:])
    return names.listed(n, sep, etal)


def _of_type(context: Context, *allowed: str) -> str:
    known = {context.entry_type().lower(), context.reference.type.lower()}
    if not known & {name.lower() for name in allowed}:
        raise Next
    return ""


def _of_language(context: Context, *allowed: str) -> str:
    language = context.field("langid").lower() or context.field("language").lower()
    if not any(language and language == name.lower() for name in allowed):
        raise Next
    return ""


FUNCTIONS: Final[Mapping[str, Spec]] = {
    "auth": Spec(_auth, (_N, Param("m", "number", 1), _CREATOR, _INITIALS)),
    "authAuthEa": Spec(
        lambda c, who, ini, sep: c.names(who, ini).two_and_ea(sep), (_CREATOR, _INITIALS, _sep("."))
    ),
    "authEtAl": Spec(
        lambda c, who, ini, sep: c.names(who, ini).etal(sep, sep + "EtAl"),
        (_CREATOR, _INITIALS, _sep(" ")),
    ),
    "authEtal2": Spec(
        lambda c, who, ini, sep: c.names(who, ini).etal(sep, sep + "etal"),
        (_CREATOR, _INITIALS, _sep(".")),
    ),
    "authForeIni": Spec(lambda c, who: c.names(who).fore_initial(), (_CREATOR,)),
    "authIni": Spec(
        lambda c, n, who, ini, sep: _beginnings(c, n, who, ini, sep),
        (_N, _CREATOR, _INITIALS, _sep(".")),
    ),
    "authorIni": Spec(
        lambda c, who, ini, sep: c.names(who, ini).one_and_initials(sep),
        (_CREATOR, _INITIALS, _sep(".")),
    ),
    "authorLast": Spec(lambda c, who, ini: c.names(who, ini).last(), (_CREATOR, _INITIALS)),
    "authorLastForeIni": Spec(lambda c, who: c.names(who).fore_initial(-1), (_CREATOR,)),
    "authors": Spec(
        _authors,
        (
            _N,
            _CREATOR,
            _INITIALS,
            Param("etal", "text", ""),
            _sep(" "),
            Param("min", "number", 0),
            Param("max", "number", 0),
        ),
    ),
    "authorsAlpha": Spec(
        lambda c, who, ini, sep: c.names(who, ini).alpha(sep), (_CREATOR, _INITIALS, _sep(" "))
    ),
    "authshort": Spec(
        lambda c, who, ini, sep: c.names(who, ini).short(sep), (_CREATOR, _INITIALS, _sep("."))
    ),
    "date": Spec(lambda c, form: c.date(form), (Param("format", "text", "%Y-%m-%d"),)),
    "extra": Spec(lambda c, name: c.field(name), (Param("variable", "text"),)),
    "field": Spec(lambda c, name: c.field(name), (Param("name", "text"),)),
    "firstpage": Spec(lambda c: c.page(last=False)),
    "getField": Spec(lambda c, name: c.field(name), (Param("name", "text"),)),
    "journal": Spec(lambda c: c.journal()),
    "keyword": Spec(Context.keyword, (Param("n", "number"),)),
    "language": Spec(_of_language, (Param("name", "text"),), several=True),
    "lastpage": Spec(lambda c: c.page(last=True)),
    "month": Spec(lambda c: c.month()),
    "origdate": Spec(
        lambda c, form: c.date(form, variable="original-date"),
        (Param("format", "text", "%Y-%m-%d"),),
    ),
    "origyear": Spec(lambda c: c.original_year()),
    "shorttitle": Spec(
        lambda c, n, m: c.short_title(n, m), (Param("n", "number", 3), Param("m", "number", 0))
    ),
    "shortyear": Spec(lambda c: c.year()[-2:]),
    "text": Spec(lambda _, text: text, (Param("text", "text"),)),
    "title": Spec(lambda c: c.title()),
    "type": Spec(_of_type, (Param("allowed", "text"),), several=True),
    "veryshorttitle": Spec(
        lambda c, n, m: c.short_title(n, m), (Param("n", "number", 1), Param("m", "number", 0))
    ),
    "year": Spec(lambda c: c.year()),
}
_DIGITS: Final = regex(r"([A-Za-z]+?)(\d{1,4})(?:_(\d{1,4}))?")
_FOLDED: Final = {name.lower(): name for name in FUNCTIONS}


def _beginnings(context: Context, n: int, creator: str, initials: bool, sep: str) -> str:
    names = context.names(creator, initials)
    return names.beginnings(n or len(names.families), sep)


def function_named(name: str) -> tuple[Spec, tuple[int, ...]] | None:
    """Return a function and the numbers in its name (``auth3``), or None for another word.

    A field with a capital, as Zotero writes it (``Title``), is its plain text.
    A name that is not a function may be one of JabRef's markers (``edtr``, ``camel``).

    >>> function_named("auth3")[1]
    (3,)
    """
    if name in FUNCTIONS:
        return FUNCTIONS[name], ()
    if name[:1].isupper() and is_field(name):
        return Spec(lambda context: context.field(name)), ()
    if name.lower() in _FOLDED:
        return FUNCTIONS[_FOLDED[name.lower()]], ()
    match = _DIGITS.fullmatch(name)
    if match and match[1].lower() in _FOLDED:
        numbers = tuple(int(part) for part in match.groups()[1:] if part is not None)
        spec = FUNCTIONS[_FOLDED[match[1].lower()]]
        if len(spec.params) >= len(numbers) and spec.params[0].kind == "number":
            return spec, numbers
    marker = marker_named(name)
    if marker is None:
        return None
    of_pattern, given = marker
    return Spec(lambda context: of_pattern.call(context, *given)), ()
