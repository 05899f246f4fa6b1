"""One name as a style wants it (CSL 1.0.2, "Name", "Name-part Order")."""

from __future__ import annotations

import unicodedata

import attrs

from refcore.csl.processor.fieldtext import field_text
from refcore.csl.processor.formatting import NONE, Style
from refcore.csl.processor.initials import initials
from refcore.csl.processor.item import Name
from refcore.csl.processor.tree import Inline

__all__ = ["NameForm", "is_east_asian", "person"]

_JOINING = "'’ʼ-–‐"


@attrs.frozen
class NameForm:
    """How one name is written, all options resolved."""

    long: bool = True
    inverted: bool = False
    demote: str = "display-and-sort"
    sort_separator: str = ", "
    initialize: bool = True
    initialize_with: str | None = None
    hyphen: bool = True
    family: Style = NONE
    given: Style = NONE
    sorting: bool = False
    lang: str = "en"
    # Between a particle and its name: some languages keep them on one line.
    joint: str = " "


def _suffix(name: Name, form: NameForm) -> list[Inline]:
    """Give a suffix; where initials have no periods, it has none."""
    sign = form.initialize_with
    bare = sign is not None and "." not in sign
    return _text(name.suffix.replace(".", "") if bare else name.suffix)


def person(name: Name, form: NameForm, level: int = 0) -> list[Inline]:
    """Give a name; `level` 1 adds initials to a short form, 2 the given name in full.

    Formatting and text-case are set on each part: those of the family name on
    its non-dropping particle too, wherever that stands, those of the given
    name on the dropping one. Affixes stand around the parts together
    (CSL 1.0.2, "Name-part").
    """
    if name.literal:
        return form.family.only_spans(field_text(name.literal), form.lang)
    given = _given(name, form, level)
    if _is_static(name):
        return _static(name, form, given, level)
    if not name.family:
        return form.given.apply(field_text(name.given), form.lang)
    if not form.long and not level:
        if form.sorting and form.demote != "never":
            return _text(_spaced(name.family, name.particle))
        return _affixed(_family(name, form), form.family)
    if form.inverted:
        return _inverted(name, form, given)
    return _plain(name, form, given)


def _given(name: Name, form: NameForm, level: int) -> str:
    sign = form.initialize_with
    if not name.given or sign is None or level >= 2:
        return name.given
    return initials(name.given, sign, initialize=form.initialize, hyphen=form.hyphen).rstrip(" ")


def _family(name: Name, form: NameForm) -> list[Inline]:
    return _parted(form, (name.particle, form.family), (name.family, form.family), joint=form.joint)


def _plain(name: Name, form: NameForm, given: str) -> list[Inline]:
    out = form.given.apply(_text(given), form.lang)
    tail = _family(name, form)
    if name.dropping:
        dropping = _parted(form, (name.dropping, form.given))
        tail = [*dropping, *([] if name.dropping[-1] in _JOINING else [form.joint]), *tail]
    if name.suffix:
        tail += [", " if name.comma_suffix else " ", *_suffix(name, form)]
    tail = _affixed(tail, form.family)
    if not out or not tail:
        return out or tail
    # Initials may bring a space of their own that does not break.
    sign = form.initialize_with or ""
    space = "\u00a0" if sign[-1:] == "\u00a0" and given != name.given else " "
    return [*out, space, *tail]


def _inverted(name: Name, form: NameForm, given: str) -> list[Inline]:
    demoted = form.demote == "display-and-sort" or (form.sorting and form.demote == "sort-only")
    behind = [(given, form.given), (name.dropping, form.given)]
    if demoted:
        family = _parted(form, (name.family, form.family))
        behind.append((name.particle, form.family))
    else:
        family = _family(name, form)
        if form.sorting:
            # Sorted with its particles, a name has them all before the given one.
            behind.reverse()
    out = _affixed(family, form.family)
    after = _affixed(_parted(form, *behind), form.given)
    if after:
        out.append(form.sort_separator)
        out.extend(after)
    if name.suffix:
        out.append(form.sort_separator)
        out.extend(_suffix(name, form))
    return out


def _static(name: Name, form: NameForm, given: str, level: int) -> list[Inline]:
    """Give a name of a script that writes the family name first, without any sign."""
    family = form.family.only_spans(_text(name.family), form.lang)
    if not form.long and not level:
        return family
    both = is_east_asian(name.family) and is_east_asian(name.given)
    joint, given = ("", name.given) if both else (" ", name.given if name.static else given)
    out = family
    if given:
        if joint:
            out.append(joint)
        out.extend(form.given.only_spans(_text(given), form.lang))
    return out


def _parted(form: NameForm, *parts: tuple[str, Style], joint: str = " ") -> list[Inline]:
    """Give parts of a name, each set by itself; a particle as d' joins what follows."""
    out: list[Inline] = []
    before = ""
    for text, style in parts:
        if not text:
            continue
        if before and before[-1] not in _JOINING:
            out.append(joint)
        out.extend(style.only_spans(_text(text), form.lang))
        before = text
    return out


def _affixed(inlines: list[Inline], style: Style) -> list[Inline]:
    if style is NONE or not inlines:
        return inlines
    before = [style.prefix] if style.prefix else []
    after = [style.suffix] if style.suffix else []
    return [*before, *inlines, *after]


def _text(text: str) -> list[Inline]:
    # Letters alone hold no markup and no quotes.
    return [text] if text.isalpha() else list(field_text(text))


def _spaced(first: str, second: str, joint: str = " ") -> str:
    if not first or not second:
        return first or second
    return first + second if first[-1] in _JOINING else f"{first}{joint}{second}"


def _is_static(name: Name) -> bool:
    return name.static or (
        not name.family[:1].isascii() and bool(name.family) and is_east_asian(name.family)
    )


def is_east_asian(text: str) -> bool:
    """Tell whether a text is in Chinese, Japanese or Korean script."""
    return any(
        not char.isascii()
        and unicodedata.name(char, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))
        for char in text
    )
