"""The field markers of patterns, as JabRef names them.

Source: JabRef's documentation, "Customize the citation key generator".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from refcore.curation.context import Context, is_field
from refcore.curation.spec import Spec
from refcore.curation.words import initials
from refcore.text.patterns import regex

__all__ = ["MARKERS", "marker_named"]

Marker = Callable[..., str]


def _name_markers(creator: str) -> dict[str, Marker]:
    """Return the markers of a list of names; N and M are numbers."""
    return {
        "auth": lambda c: c.names(creator).first(),
        "authN": lambda c, n: c.names(creator).first(n) if n else "",
        "authN_M": lambda c, n, m: c.names(creator).first(n, m) if n else "",
        "auth.auth.ea": lambda c: c.names(creator).two_and_ea("."),
        "auth.etal": lambda c: c.names(creator).etal(".", ".etal"),
        "authEtAl": lambda c: c.names(creator).etal("", "EtAl"),
        "authFirstFull": lambda c: c.names(creator).first_full(),
        "authForeIni": lambda c: c.names(creator).fore_initial(),
        "authIniN": lambda c, n: c.names(creator).beginnings(n),
        "authorIni": lambda c: c.names(creator).one_and_initials(),
        "authorLast": lambda c: c.names(creator).last(),
        "authorLastForeIni": lambda c: c.names(creator).fore_initial(-1),
        "authors": lambda c: c.names(creator).listed(),
        "authorsN": lambda c, n: c.names(creator).listed(n) if n else "",
        "authorsAlpha": lambda c: c.names(creator).alpha(),
        "authshort": lambda c: c.names(creator).short(),
    }


def _as_editors(name: str) -> str:
    """Return the marker of the editors for a marker of the authors.

    >>> _as_editors("authorsAlpha"), _as_editors("authshort")
    ('editorsAlpha', 'edtrshort')
    """
    return name.replace("author", "editor").replace("auth", "edtr")


_EDITORS: Final = _name_markers("editor")
_TITLES: Final[dict[str, Marker]] = {
    "camel": lambda c: c.camel(),
    "camelN": lambda c, n: c.camel(n) if n else "",
    "fulltitle": lambda c: " ".join(c.title_words()),
    "shorttitle": lambda c: c.short_title(3),
    "shorttitleN": lambda c, n: c.short_title(n),
    "shorttitleINI": lambda c: initials(" ".join(c.title_words()[:3])),
    "title": lambda c: c.title(),
    "veryshorttitle": lambda c: c.short_title(1),
}
_OTHERS: Final[dict[str, Marker]] = {
    "entrytype": lambda c: c.entry_type(),
    "firstpage": lambda c: c.page(last=False),
    "keywordN": Context.keyword,
    "keywordsN": lambda c, n: " ".join(c.keywords()[:n]),
    "lastpage": lambda c: c.page(last=True),
    "pageprefix": lambda c: c.page_prefix(),
    "shortyear": lambda c: c.year()[-2:],
    "year": lambda c: c.year(),
}

MARKERS: Final[Mapping[str, Marker]] = {
    **_name_markers("*"),
    **{f"pure{name}": marker for name, marker in _name_markers("author").items()},
    **{_as_editors(name): marker for name, marker in _EDITORS.items()},
    **_TITLES,
    **_OTHERS,
}
_FOLDED: Final = {name.lower(): name for name in MARKERS}
_NUMBERED: Final = regex(r"(.*?[A-Za-z.])(\d{1,4})(?:_(\d{1,4}))?")


def marker_named(name: str) -> tuple[Spec, tuple[int, ...]] | None:
    """Return a marker and the numbers in its name, or None for another word.

    A name in capitals, or with one, is an unchanged field: ``[TITLE]``.

    >>> marker_named("authors2")[1]
    (2,)
    """
    capital = name[:1].isupper()
    if capital and (is_field(name) or name.isupper()):
        return Spec(lambda context: context.field(name)), ()
    marker = MARKERS.get(_FOLDED.get(name.lower(), ""))
    if marker and not _is_numbered(name):
        return Spec(marker), ()
    if match := _NUMBERED.fullmatch(name):
        known = f"{match[1]}N" + ("_M" if match[3] else "")
        numbered = MARKERS.get(_FOLDED.get(known.lower(), ""))
        if numbered and _is_numbered(known):
            numbers = tuple(int(part) for part in match.groups()[1:] if part is not None)
            return Spec(numbered), numbers
    if is_field(name):
        return Spec(lambda context: context.field(name)), ()
    return None


def _is_numbered(name: str) -> bool:
    """Return whether a marker's name is one with numbers in it.

    >>> _is_numbered("authN"), _is_numbered("auth")
    (True, False)
    """
    return _FOLDED.get(name.lower(), "").endswith(("N", "_M"))
