"""Author lists as BibTeX and biber read them back to the same parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from refcore.bibtex.authorfields import Listed, listed
from refcore.bibtex.mapping import Flavour
from refcore.bibtex.meant import meant, simple
from refcore.bibtex.names import Dialect, read_names, split_names
from refcore.latex import encode, from_plain
from refcore.latex.encode import printed_alike
from refcore.model.people import Authors, Group, Name, Person
from refcore.text.patterns import regex

__all__ = ["cut", "format_name", "format_names"]

_AND: Final = regex(r"\band\b", re.IGNORECASE)
_EQUALS: Final = regex(r"(?<!\\)=")
_FIRST_LETTER: Final = regex(r"[^\W\d_]")


def cut(authors: Authors, limit: int | Literal["groups"] | None) -> Authors:
    """Return the list that is written: all, the first few, or the groups alone.

    A list that was cut says so with `others`.

    >>> cut(Authors([Group("MiniMax"), Person("Aili", "Chen")]), "groups")
    Authors([Group('MiniMax')], others=True)
    """
    if limit is None:
        return authors
    if limit == "groups":
        names: tuple[Name, ...] = authors.groups or authors.names
    else:
        names = authors.names[: max(1, limit)]
    if len(names) == len(authors):
        return authors
    return Authors(names, others=True)


def format_names(authors: Authors, flavour: Flavour, ascii_only: bool) -> list[str]:
    """Return the names joined by ``and`` in the field, with ``others`` at the end."""
    names = [format_name(name, flavour, ascii_only) for name in authors]
    return [*names, "others"] if authors.others is not False else names


def format_name(name: Name, flavour: Flavour = "bibtex", ascii_only: bool = False) -> str:
    r"""Return one name so that it is read back to the same parts.

    The plainest form that does is taken: ``Family, Given`` for most, braces
    around parts that would be split, BibLaTeX's ``family=…`` (BibLaTeX only)
    where nothing else can say it.

    >>> format_name(Person("Peter", "With", non_dropping_particle="de"))
    'de With, Peter'
    >>> format_name(Group("MiniMax")), format_name(Person(family="Le Corbusier"))
    ('{MiniMax}', '{Le Corbusier}{}')
    """
    undivided = isinstance(name, Person) and name.undivided and name.full_family == name.family
    return _format_name(name, flavour, ascii_only, undivided)


@lru_cache(maxsize=65536)
def _format_name(name: Name, flavour: Flavour, ascii_only: bool, undivided: bool) -> str:
    if isinstance(name, Group):
        inner = _tex(name.name, ascii_only)
        return f"{{{{}}{inner}}}" if inner.startswith("\\") else f"{{{inner}}}"
    forms = list(_forms(name, flavour, ascii_only))
    if undivided and name.family[:1].islower():
        forms = [form for form in forms if form.startswith("{")] or forms
    said = printed_alike if ascii_only else str
    bare = Person(
        said(name.given),
        said(name.family),
        non_dropping_particle=said(name.non_dropping_particle),
        dropping_particle=said(name.dropping_particle),
        suffix=said(name.suffix),
    )
    dialects: tuple[Dialect, ...] = ("bibtex", "biber")
    for form in forms:
        if simple(form) == (name.family, name.given):
            return form
        if all(_reads_as(form, bare, dialect) for dialect in dialects) and _is_plain(form):
            return form
    return next((form for form in forms if _reads_as(form, bare, "bibtex")), forms[-1])


def _reads_as(form: str, name: Person, dialect: Dialect) -> bool:
    if _AND.search(form) and len(split_names(f"A and {form} and B")) != 3:
        return False
    read, faults = read_names(form, dialect)
    return read.names == (name,) and not faults


def _is_plain(form: str) -> bool:
    """Return whether no rule reads a name in another way than BibTeX does.

    >>> _is_plain("{Moss.}, Ann"), _is_plain("Moss., Ann"), _is_plain("Team, Gemini")
    (True, False, False)
    """
    return listed(["Bo Fei", form])[1:] == [Listed(form)] and meant(form) is None


def _tex(text: str, ascii_only: bool) -> str:
    return encode(from_plain(text), ascii_only)


def _forms(name: Person, flavour: Flavour, ascii_only: bool) -> Iterable[str]:
    given, family, suffix = (
        _tex(part, ascii_only) for part in (name.given, name.family, name.suffix)
    )
    particle = _particle(name, ascii_only, lower=False)
    if not particle and not suffix and not given:
        yield family
        yield f"{{{family}}}{{}}"
    yield _joined(particle, family, suffix, given or "{}" * bool(suffix))
    yield _joined(particle, f"{{{family}}}", suffix, given or "{}")
    if flavour == "biblatex" and (particle or suffix):
        yield _extended(name, ascii_only)
    lower = _particle(name, ascii_only, lower=True)
    yield _joined(lower, f"{{{family}}}", suffix, given or "{}")
    yield _joined(lower, f"{{{family}}}", f"{{{suffix}}}" if suffix else "", f"{{{given}}}")
    if "=" in f"{name.given}{name.family}{name.suffix}":  # "family=x" is a form of BibLaTeX
        parts = (_EQUALS.sub("{=}", part) for part in (family, suffix, given))
        family, suffix, given = (f"{{{part}}}" if part else "" for part in parts)
        yield _joined(lower, family, suffix, given or "{}")


def _joined(particle: str, family: str, suffix: str, given: str) -> str:
    """Return the parts of a name in BibTeX's order.

    >>> _joined("van der", "Waals", "Jr.", "Johannes")
    'van der Waals, Jr., Johannes'
    """
    head = f"{particle} {family}" if particle else family
    return ", ".join(part for part in (head, suffix, given) if part)


def _particle(name: Person, ascii_only: bool, *, lower: bool) -> str:
    # TeX prints nothing for the empty group that marks a dropping particle.
    parts = (name.dropping_particle, "{}"), (name.non_dropping_particle, "")
    written = [_tex_particle(text, ascii_only, lower) + mark for text, mark in parts if text]
    return " ".join(written)


def _tex_particle(text: str, ascii_only: bool, lower: bool) -> str:
    if not lower:
        return _tex(text, ascii_only)
    # BibTeX takes a word for a particle where its first letter is lower-case.
    words = []
    for word in text.split():
        first = _FIRST_LETTER.search(word)
        if first and first[0].isupper():
            head, tail = word[: first.start()], word[first.end() :]
            letter = _tex(first[0].lower(), ascii_only)
            words.append(
                f"{_tex(head, ascii_only)}{{\\uppercase{{{letter}}}}}{_tex(tail, ascii_only)}"
            )
        else:
            words.append(_tex(word, ascii_only))
    return " ".join(words)


def _extended(name: Person, ascii_only: bool) -> str:
    """Return a name in BibLaTeX's extended format (manual, section 3.4).

    >>> _extended(Person("Bo", "Fei", suffix="Jr."), False)
    'family={Fei}, given={Bo}, suffix={Jr.}'
    """
    prefix = name.non_dropping_particle or name.dropping_particle
    parts = {
        "family": name.family,
        "given": name.given,
        "prefix": prefix,
        "suffix": name.suffix,
    }
    written = [f"{key}={{{_tex(part, ascii_only)}}}" for key, part in parts.items() if part]
    if prefix:
        written.append(f"useprefix={'true' if name.non_dropping_particle else 'false'}")
    return ", ".join(written)
