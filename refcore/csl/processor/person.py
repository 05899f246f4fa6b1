"""Formats one name as a style requires (CSL 1.0.2, "Name", "Name-part Order")."""

from __future__ import annotations

import unicodedata

import attrs

from refcore.csl.processor.fieldtext import field_text
from refcore.csl.processor.formatting import NONE, Style
from refcore.csl.processor.initials import initials
from refcore.csl.processor.item import Name
from refcore.csl.processor.tree import Inline
from refcore.text.patterns import regex

__all__ = ["PART_END", "NameForm", "is_east_asian", "person"]

_JOINING = "'’ʼ-–‐"
# Italian prepositions without their last letter.
_APOCOPE = regex(r"(?i)(?:^|\s)(?:a|co|da|de|ne|su)['’ʼ]$")
# The end of the first part of a name in a sort key; it sorts before a space.
PART_END = "\u001f"


@attrs.frozen
class NameForm:
    """The form of one name, with all options resolved."""

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
    # The space between a particle and its name; some languages keep both on one line.
    joint: str = " "


def _key(name: Name, form: NameForm, level: int) -> list[Inline]:
    """Return a name for sorting: its parts in order, with a mark at the end of the first one.

    The mark sorts before any letter: Singh, Y. before Singh Ali, N. If a name is sorted
    by its particle, particle and name sort as one word.
    Sources: CSL 1.0.2, "Name-part Order"; ISO 999 and the style guides.
    """
    if name.literal or not name.family:
        first, after = name.literal or name.given, []
    elif form.demote == "never":
        first = name.particle.replace(" ", "") + name.family
        after = [name.dropping, _given(name, form, level)]
    else:
        first = name.family
        after = [_given(name, form, level), name.dropping, name.particle]
    if not form.long and not level:
        after = after[2:]
    text = " ".join(filter(None, [*after, name.suffix if form.long else ""]))
    return [*form.family.only_spans(field_text(first), form.lang), PART_END, *_text(text)]


def _suffix(name: Name, form: NameForm) -> list[Inline]:
    """Return a suffix, without periods if the initials have none."""
    sign = form.initialize_with
    bare = sign is not None and "." not in sign
    return _text(name.suffix.replace(".", "") if bare else name.suffix)


def person(name: Name, form: NameForm, level: int = 0) -> list[Inline]:
    """Return a name; `level` 1 adds initials to a short form, 2 the given name in full.

    Each part has its own formatting and text-case. The non-dropping particle has
    those of the family name, wherever it is. The dropping particle has those of the
    given name. Affixes surround the parts together (CSL 1.0.2, "Name-part").
    """
    if form.sorting:
        return _key(name, form, level)
    if name.literal:
        return form.family.only_spans(field_text(name.literal), form.lang)
    given = _given(name, form, level)
    if _is_static(name):
        return _static(name, form, given, level)
    if not name.family:
        return form.given.apply(field_text(name.given), form.lang)
    if not form.long and not level:
        return _affixed(_family(name, form), form.family)
    if form.inverted:
        return _inverted(name, form, given)
    return _plain(name, form, given)


def _given(name: Name, form: NameForm, level: int) -> str:
    sign = form.initialize_with
    if not name.given or sign is None or level >= 2:
        return name.given
    return initials(name.given, sign, initialize=form.initialize, hyphen=form.hyphen).rstrip()


def _family(name: Name, form: NameForm) -> list[Inline]:
    return _parted(form, (name.particle, form.family), (name.family, form.family), joint=form.joint)


def _plain(name: Name, form: NameForm, given: str) -> list[Inline]:
    out = form.given.apply(_text(given), form.lang)
    tail = _family(name, form)
    if name.dropping:
        dropping = _parted(form, (name.dropping, form.given))
        tail = [*dropping, *([] if _joins(name.dropping) else [form.joint]), *tail]
    if name.suffix:
        tail += [", " if name.comma_suffix else " ", *_suffix(name, form)]
    tail = _affixed(tail, form.family)
    if not out or not tail:
        return out or tail
    # The suffix of a part may end in a no-break space of its own.
    return [*out, *([] if form.given.suffix[-1:] == "\u00a0" else [" "]), *tail]


def _inverted(name: Name, form: NameForm, given: str) -> list[Inline]:
    given_parts = [(given, form.given), (name.dropping, form.given)]
    if form.demote == "display-and-sort":
        family = _parted(form, (name.family, form.family))
        given_parts.append((name.particle, form.family))
    else:
        family = _family(name, form)
    out = _affixed(family, form.family)
    after = _affixed(_parted(form, *given_parts), form.given)
    if after:
        if form.sort_separator.strip() or form.family.suffix[-1:] != "\u00a0":
            out.append(form.sort_separator)
        out.extend(after)
    if name.suffix:
        out.append(form.sort_separator)
        out.extend(_suffix(name, form))
    return out


def _static(name: Name, form: NameForm, given: str, level: int) -> list[Inline]:
    """Return a name of a script that writes the family name first, without any sign."""
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
    """Return parts of a name, each in its format; a particle such as d' joins the next part."""
    out: list[Inline] = []
    before = ""
    for text, style in parts:
        if not text:
            continue
        if before and not _joins(before):
            out.append(joint)
        out.extend(style.only_spans(_text(text), form.lang))
        before = text
    return out


def _joins(particle: str) -> bool:
    """Return whether a particle joins the name after it, as d' does; de' (of dei) is a word.

    >>> _joins("d’"), _joins("al-"), _joins("de’"), _joins("van")
    (True, True, False, False)
    """
    return particle[-1:] in _JOINING and not _APOCOPE.search(particle)


def _affixed(inlines: list[Inline], style: Style) -> list[Inline]:
    if style is NONE or not inlines:
        return inlines
    before = [style.prefix] if style.prefix else []
    after = [style.suffix] if style.suffix else []
    return [*before, *inlines, *after]


def _text(text: str) -> list[Inline]:
    # Letters alone have no markup and no quotes.
    return [text] if text.isalpha() else list(field_text(text))


def _is_static(name: Name) -> bool:
    return name.static or (
        not name.family[:1].isascii() and bool(name.family) and is_east_asian(name.family)
    )


def is_east_asian(text: str) -> bool:
    """Return whether a text is in Chinese, Japanese or Korean script.

    >>> is_east_asian("王伟"), is_east_asian("Wei")
    (True, False)
    """
    return any(
        not char.isascii()
        and unicodedata.name(char, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))
        for char in text
    )
