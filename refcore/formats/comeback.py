"""What a format would lose: `losses` writes, reads again and compares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, Unpack, overload

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.formats.bib import BiblatexOptions, BibtexOptions, beside_entries
from refcore.formats.registry import Format, format_named
from refcore.latex.markup import to_plain, unprotected
from refcore.model.library import Library, references_in
from refcore.model.people import Authors, Name, Person
from refcore.model.reference import NUMBER_VARIABLES, Reference
from refcore.text.patterns import regex

__all__ = ["differences", "losses"]

_SHOWN = 3
# A format may write its own dash in a range of numbers.
_DASH = regex(r"\s*(?:[‐‑‒–—−]|--+)\s*")


@overload
def losses(
    references: Library | Reference | Iterable[Reference],
    format: Literal["bibtex"],
    **options: Unpack[BibtexOptions],
) -> list[Diagnostic]: ...


@overload
def losses(
    references: Library | Reference | Iterable[Reference],
    format: Literal["biblatex"],
    **options: Unpack[BiblatexOptions],
) -> list[Diagnostic]: ...


@overload
def losses(
    references: Library | Reference | Iterable[Reference], format: str
) -> list[Diagnostic]: ...


def losses(
    references: Library | Reference | Iterable[Reference],
    format: str,  # noqa: A002
    **options: object,
) -> list[Diagnostic]:
    """Return what would be lost or changed if references were written in a format; write nothing.

    Each finding names the key and the field. If there is none, `loads` returns the same references
    again. What a .bib file has beside its entries (comments, @string, @preamble) is lost too where
    a new file is written.

    Args:
        references: A library, one reference or several.
        format: The name of the format.
        options: As in `dump`.

    Returns:
        A diagnostic for each value that would be lost or changed.

    Raises:
        UnknownFormat: There is no such format, or it is only read.
        UnknownOption: The format does not have the option.

    >>> from refcore.model.dates import Date
    >>> thesis = Reference("a", "thesis", "One", fields={"genre": "PhD", "scale": "1:5"})
    >>> [str(loss) for loss in losses(thesis, "ris")]
    ["a: scale: RIS has no place for it; '1:5' is left out"]
    """
    chosen = format_named(format)
    given = references_in(references)
    text = chosen.write(given, **options)
    if chosen.reader is None:
        message = f"{chosen.title} cannot be read back, so its losses are not known"
        return [Diagnostic(message, severity=Severity.NOTE)]
    back = list(chosen.read(text))
    found = _of_the_file(references, chosen, options)
    if options.get("ascii") and not text.isascii():
        found += [loss for reference in given for loss in _not_ascii(reference, chosen, options)]
    for reference, again in _pairs(given, back):
        if again is None:
            where = reference.location or Location()
            message = f"{chosen.title} cannot hold it: it is missing when the file is read again"
            found.append(Diagnostic(message, where, reference.key, None, Severity.ERROR))
        else:
            found.extend(differences(reference, again, chosen.title))
    return found


def _not_ascii(
    reference: Reference, chosen: Format, options: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    """Say which letters of a reference have no command of LaTeX."""
    text = chosen.write([reference], **options)
    if not text.isascii():
        letters = "".join(dict.fromkeys(char for char in text if not char.isascii()))
        message = f"LaTeX has no command for {_short(letters)}, so it stays as it is"
        yield Diagnostic(message, reference.location or Location(), reference.key)


def _of_the_file(
    references: Library | Reference | Iterable[Reference],
    chosen: Format,
    options: Mapping[str, Any],
) -> list[Diagnostic]:
    """Say what is lost if the file that a library was read from is not kept."""
    if not isinstance(references, Library) or (chosen.updater is not None and not options):
        return []
    where = Location(references.path)
    return [
        Diagnostic(f"{text} of the file is left out", where) for text in beside_entries(references)
    ]


def _pairs(
    given: list[Reference], back: list[Reference]
) -> list[tuple[Reference, Reference | None]]:
    if len(given) == len(back):
        return list(zip(given, back, strict=True))
    by_key = {reference.key: reference for reference in back}
    return [(reference, by_key.get(reference.key)) for reference in given]


def differences(given: Reference, back: Reference, title: str) -> list[Diagnostic]:
    """Say where a reference that came back from a format differs from the one given."""
    found: list[tuple[str | None, str]] = []
    if given.key != back.key:
        found.append((None, f"the key becomes {back.key!r}"))
    if given.type != back.type:
        found.append(("type", f"{title} has no type {given.type}; it becomes {back.type}"))
    if given.title not in (back.title, unprotected(back.title)):
        found.append(("title", _text(given.title, back.title, title)))
    found += _names(
        {"author": given.authors} | dict(given.names),
        {"author": back.authors} | dict(back.names),
        title,
    )
    for part in ("doi", "arxiv", "url"):
        found += _values(
            {part: getattr(given, part) or ""}, {part: getattr(back, part) or ""}, title
        )
    found += _values(_dated(given), _dated(back), title)
    found += _values(given.fields, back.fields, title)
    found += _values(given.extra, back.extra, title)
    where = given.location or Location()
    return [Diagnostic(message, where, given.key, field) for field, message in found]


def _dated(reference: Reference) -> dict[str, Any]:
    issued = {} if reference.issued is None else {"issued": reference.issued}
    return issued | dict(reference.dates)


def _values(
    given: Mapping[str, Any], back: Mapping[str, Any], title: str
) -> list[tuple[str | None, str]]:
    found: list[tuple[str | None, str]] = []
    for name, value in given.items():
        again = back.get(name)
        if value != again and (value or again) and not _same_dashes(name, value, again):
            found.append((name, _text(str(value), "" if again is None else str(again), title)))
    for name, value in back.items():
        if name not in given and value:
            found.append((name, f"{title} reads {_short(str(value))} there"))
    return found


def _same_dashes(name: str, given: Any, back: Any) -> bool:
    """Return whether two numbers or ranges differ only in the dash, as formats write others."""
    if name not in NUMBER_VARIABLES or not isinstance(given, str) or not isinstance(back, str):
        return False
    return _DASH.sub("-", given) == _DASH.sub("-", back)


def _text(given: str, back: str, title: str) -> str:
    if not back:
        return f"{title} has no place for it; {_short(given)} is left out"
    if to_plain(given) == to_plain(back):
        return f"{title} does not hold all of its markup"
    return "{} becomes {}".format(*_apart(given, back))


def _apart(given: str, back: str) -> tuple[str, str]:
    """Return two texts in short, so that one sees in what they differ.

    >>> _apart("a" * 70 + "bcd", "a" * 70 + "xcd")
    ("…'aaaaaaaaaaaaaaabcd'", "…'aaaaaaaaaaaaaaaxcd'")
    """
    pairs = enumerate(zip(given, back, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(given), len(back)))
    if max(len(given), len(back)) <= _LONGEST or same < _LONGEST - _AROUND:
        return _short(given), _short(back)
    start = same - _AROUND
    return f"…{_short(given[start:])}", f"…{_short(back[start:])}"


_LONGEST: Final = 60
_AROUND: Final = 15


def _short(text: str) -> str:
    return repr(text) if len(text) <= _LONGEST else repr(text[: _LONGEST - 1]) + "…"


def _names(
    given: Mapping[str, Authors], back: Mapping[str, Authors], title: str
) -> list[tuple[str | None, str]]:
    found: list[tuple[str | None, str]] = []
    for role, names in given.items():
        again = back.get(role, Authors())
        if names != again:
            found += [(role, message) for message in _list(names, again, title)]
    for role, names in back.items():
        if names and role not in given:
            found.append((role, f"{title} reads {_short(str(names))} there"))
    return found


def _list(given: Authors, back: Authors, title: str) -> list[str]:
    if not back:
        return [f"{title} has no place for it; {_short(str(given))} is left out"]
    said: list[str] = []
    if Authors(others=given.others) != Authors(others=back.others):
        rest = "'and others' is left out" if not back.others else "it becomes 'and others'"
        count = (
            f"that {given.others} more names follow" if given.others is not True else "'and others'"
        )
        said.append(f"{title} cannot say {count}; {rest}")
    if len(given) != len(back):
        return [*said, f"{len(given)} names become {len(back)}"]
    changed = [
        (name, again)
        for name, again in zip(given, back, strict=True)
        if _bare(name) != _bare(again)
    ]
    for name, again in changed[:_SHOWN]:
        said.append(f"{name!r} becomes {again!r}")
    if len(changed) > _SHOWN:
        said.append(f"so do {len(changed) - _SHOWN} more names")
    for what in ("orcid", "affiliations"):
        gone = sum(
            bool(getattr(name, what, None)) and getattr(name, what) != getattr(again, what, None)
            for name, again in zip(given, back, strict=True)
        )
        if gone:
            label = "ORCIDs" if what == "orcid" else "affiliations"
            said.append(f"{title} has no place for {label}; those of {gone} names are left out")
    return said


def _bare(name: Name) -> tuple[str, ...]:
    if isinstance(name, Person):
        parts = (name.given, name.family, name.non_dropping_particle, name.dropping_particle)
        return (*parts, name.suffix)
    return (name.name,)
